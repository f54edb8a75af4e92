"""Notes in HTML as Markdown: what they say, and that no letter of them becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readerapp.formats.html_notes import markdown


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<div class='zotero-note znv1'><p>One</p>\n<p>Two</p></div>", "One\n\nTwo"),
        ("<h2>Head</h2><p>body</p>", "## Head\n\nbody"),
        ("<p>a <b>bold </b>and <em>slanted</em><strong></strong></p>", "a **bold** and *slanted*"),
        ("<p>one<br>two<br></p>", "one\\\ntwo"),
        ("<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>", "- one\n  - deep\n- two"),
        ("<p>x</p><ol><li><p>one</p></li><li>two</li></ol><p>y</p>", "x\n\n1. one\n2. two\n\ny"),
        ("<blockquote><p>said</p><p>more</p></blockquote><p>x</p>", "> said\n>\n> more\n\nx"),
        ("<pre>a *b*\n  c</pre>", "```\na *b*\n  c\n```"),
        ("<p><code>x_1</code></p>", "`x_1`"),
        ('<p>See <a href="https://example.org/a?b&amp;c">here</a></p>', "See [here](<https://example.org/a?b&c>)"),
        ('<p><a href="javascript:alert(1)">no</a> <a href="file:///etc">no</a></p>', "no no"),
        ('<p><span class="math">$a_1 * b$</span></p>', "$a_1 * b$"),
        ('<pre class="math">$$\\frac{a}{b}$$</pre>', "$$\\frac{a}{b}$$"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\n\nc | d"),
        ("<p>a<script>alert('x')</script><style>p {}</style>b</p>", "ab"),
        ("<p># not a heading</p><p>- no item</p><p>3. no number</p><p>&gt; no quote</p>",
         "\\# not a heading\n\n\\- no item\n\n3\\. no number\n\n\\> no quote"),
        ("<p>snake_case, _slanted_, *bold*, [x](y) &lt;b&gt; &amp;amp;</p>",
         "snake_case, \\_slanted\\_, \\*bold\\*, \\[x\\](y) \\<b> \\&amp;"),
        ("<p>a &lt; b & c <3</p>", "a < b & c <3"),
        ("<!-- hidden --><p>seen</p><img src='x' onerror='y'>", "seen"),
        ("<p>never closed <b>bold", "never closed **bold**"),
        ("</p></ul></li></b>stray", "stray"),
    ],
)  # fmt: skip
def test_what_it_says(html: str, text: str) -> None:
    assert markdown(html) == text


def test_what_is_no_text_is_nothing() -> None:
    assert markdown(None) == ""
    assert markdown(b"<p>x</p>") == ""


_LETTERS = st.text(st.sampled_from("ab1 *_`#>-+.[]()<&;!~|\\$\n"), max_size=20)


@given(st.lists(_LETTERS, min_size=1, max_size=4))
def test_the_letters_of_a_note_stay_letters(paragraphs: list[str]) -> None:
    """Read as Markdown again, the paragraphs say what they said."""
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in paragraphs]
    written = markdown("".join(f"<p>{text}</p>" for text in escaped))
    said = [" ".join(text.split()) for text in paragraphs if text.strip()]
    tokens = MarkdownIt("commonmark").parse(written)
    blocks = [token for token in tokens if token.type == "inline"]
    shown = ["".join(child.content for child in block.children or ()) for block in blocks]
    assert [token.type for token in tokens if token.nesting == 1] == ["paragraph_open"] * len(said)
    assert shown == said


_TAGS = (
    "p",
    "ul",
    "ol",
    "li",
    "b",
    "i",
    "pre",
    "blockquote",
    "a href='http://x.org'",
    "span class='math'",
    "h1",
    "code",
)
_PIECES = [
    *(f"<{tag}>" for tag in _TAGS),
    *(f"</{tag.split()[0]}>" for tag in _TAGS),
    "<br>",
    "<hr>",
    "<td>",
    *"w*_`&<$",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
def test_no_tags_are_left_and_none_is_too_many(pieces: list[str]) -> None:
    written = markdown(" ".join(pieces))
    assert not re.search(r"</?(?:p|ul|ol|li|b|i|pre|span|table|td|h1)\b[^>]*>", written.replace("\\<", ""))


@pytest.mark.parametrize(
    "piece", ["<ul><li>", "<b>", "<a href='", "<span class=math>", "<!--", "<p ", "&", "<blockquote>"]
)
def test_a_million_of_anything_comes_to_an_end(piece: str) -> None:
    assert len(markdown(piece * (1_000_000 // len(piece)))) < 3_000_000
