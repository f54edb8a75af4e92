"""Markdown into which no title brings markup."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats import fields
from readerapp.formats.markdown import write
from readerapp.records import HighlightRecord, Identifier, Item, Link, Record, Status, TagRecord


def written(*papers: Item) -> str:
    stream = io.StringIO()
    write(papers, stream)
    return stream.getvalue()


def test_one_document_of_all_papers() -> None:
    paper = Record(
        title="Sorting: Mostly *Sorted* Lists",
        authors=["Ada Example", "Björn Beispiel"],
        venue="ICML",
        year=2017,
        identifiers=[Identifier("arxiv", "1705.08741"), Identifier("acl", "x_1")],
        links=[Link("code", "https://example.org/a b>c")],
        status=Status.READING,
        starred=True,
        rating=4,
        tags=["thesis/next"],
        takeaway="Less work.",
        keywords=["sorting", "lists"],
        citation_key="example2017sorting",
        details={"volume": "9", "publisher": "A & B"},
        abstract="1. One $x_1$.\n\n# Two",
        note="# My note\n\n- [ ] try\r```\nopen fence",
        highlights=[HighlightRecord("One", meaning="claim", comment="so?"), HighlightRecord("Two")],
    )
    assert (
        written(TagRecord("x"), paper, Record(title="Bare"))
        == r"""# Papers

## Sorting: Mostly \*Sorted\* Lists

Ada Example, Björn Beispiel · ICML 2017 · [arXiv:1705.08741](<https://arxiv.org/abs/1705.08741>) · acl:x\_1 · [Code](<https://example.org/a%20b%3Ec>)

@example2017sorting · volume: 9 · publisher: A \& B

reading · starred · rated 4 of 5 · \#thesis/next

**Takeaway:** Less work.

**Keywords:** sorting, lists

1\. One \$x\_1\$.

\# Two

### Note

> # My note
>
> - [ ] try
> ```
> open fence

### Highlights

- “One” (claim): so?
- “Two”

## Bare
"""
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert "](" not in written(Record(title="T", links=[Link("page", url)]))


text = st.text(
    st.sampled_from("ab1. \t\n#*_`~[]()<>!&$|=+-:{}\\\"'/http") | st.characters(exclude_categories=["Cs", "Cc"])
)


@given(text.map(fields.one_line).filter(bool), text, text)
def test_what_is_shown_is_the_text_and_no_markup(title: str, abstract: str, note: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark")
    tokens = parser.parse(
        written(Record(title=title, abstract=abstract, note=note, tags=[title], keywords=[title]), Record(title="Next"))
    )
    outer = [token for token in tokens if token.level == 0]
    assert {token.type for token in outer} <= {
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
        "blockquote_open",
        "blockquote_close",
    }
    lines = [
        tokens[at + 1]
        for at, token in enumerate(tokens)
        if token.type in ("heading_open", "paragraph_open") and token.level == 0
    ]
    shown = ["".join(child.content for child in line.children) for line in lines]
    assert shown[:3] == ["Papers", title, "#" + title]
    assert shown[3].split(maxsplit=1) == ["Keywords:", *([title] if title else [])]
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", abstract)]
    assert shown[4 : 4 + len(list(filter(None, blocks)))] == [block for block in blocks if block]
    assert shown[-1] == "Next"
    for line in lines:
        kinds = {child.type for child in line.children}
        assert kinds <= {"text", "strong_open", "strong_close", "text_special"}
