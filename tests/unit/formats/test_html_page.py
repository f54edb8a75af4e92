"""A page to share: in order, whole by itself, and safe whatever the papers are called."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.formats.html_page import write, write_page, write_references
from readerapp.records import HighlightRecord, Identifier, Link, Record, Status, TagRecord

VOID = {"meta"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "p",
    "a", "div", "span", "blockquote", "em", "strong", "s", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
    "hr", "br",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would make of a page, and that it is well formed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.headings: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attributes} <= {
            "lang", "charset", "name", "content", "http-equiv", "class", "href", "rel", "style", "start", "title",
        }  # fmt: skip
        self.links += [value or "" for name, value in attributes if name == "href"]
        if tag == "h2":
            self.headings.append("")
        if tag not in VOID | {"hr", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in {"hr", "br"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "h2" in self.open:
            self.headings[-1] += data
        if "style" not in self.open:
            self.text += data


def page(*papers: Record, title: str = "Papers", abstracts: bool = True, own: bool = False) -> Page:
    stream = io.StringIO()
    write_page(papers, stream, title, abstracts=abstracts, own=own)
    return Page(stream.getvalue())


PAPER = Record(
    title="Sorting: Mostly <Sorted> Lists of $\\alpha$",
    authors=["Ada Example", "Björn Beispiel"],
    venue="Journal of Lists",
    year=2017,
    details={"volume": "9", "issue": "11", "page": "1-9"},
    identifiers=[Identifier("arxiv", "1705.08741"), Identifier("acl", "x_1")],
    links=[Link("page", "https://example.org/a"), Link("code", "https://example.org/b?c&d"), Link("pdf", "file:///e")],
    abstract="One & two.\n\nThree.",
    status=Status.READ,
    tags=["thesis/next"],
    takeaway="Less work.",
    note="# Mine\n\n- [ ] ask [[arxiv:1706.03762|the other]]\n- [x] **done** <b>x</b>\n\n![a](https://example.org/a.png)",
    highlights=[HighlightRecord("One", meaning="claim", comment="so?")],
)


def test_what_is_known_of_a_paper() -> None:
    found = page(PAPER)
    assert found.headings == ["Sorting: Mostly <Sorted> Lists of α"]
    assert "Ada Example, Björn Beispiel" in found.text
    assert "Journal of Lists 9 (11), 1–9, 2017" in found.text
    assert "One & two." in found.text
    assert found.links == ["https://example.org/a", "https://arxiv.org/abs/1705.08741", "https://example.org/b?c&d"]


def test_what_the_reader_made_of_it_is_there_only_if_asked_for() -> None:
    stream = io.StringIO()
    write([TagRecord("x"), PAPER], stream)
    for words in ("Less work", "Mine", "thesis", "so?", "the other"):
        assert words not in stream.getvalue()
        assert words in page(PAPER, own=True).text
    found = page(PAPER, own=True).text
    assert "☐ ask the other" in found
    assert "☑ done <b>x</b>" in found


def test_without_abstracts() -> None:
    assert "One & two" not in page(PAPER, abstracts=False).text


def test_papers_stand_in_their_order() -> None:
    titles = [f"Title {number}" for number in (3, 1, 2)]
    assert page(*(Record(title=title) for title in titles), title="Up next & <more>").headings == titles


def test_a_bibliography() -> None:
    stream = io.StringIO()
    write_references('<p class="reference">Doe, J.</p>', stream, "A <title>")
    assert "Doe, J." in Page(stream.getvalue()).text


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    stream = io.StringIO()
    write_page([PAPER], stream, own=True)
    source = stream.getvalue()
    assert "default-src 'none'" in source
    for sign in ("<script", "<img", "<link", "@import", "url(", "src=", "<iframe", "onerror"):
        assert sign not in source
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title></style></body>",
        "[a](javascript:alert(1)) <javascript:alert(1)> [b](file:///etc/passwd) [c](data:text/html,x)",
        "![p](https://example.org/track.png)",
        "\x00\x1b[31m\u202egnp.exe\ud800",
        "&lt;b&gt; &amp;",
        "> " * 2_000 + "deep",
        "[" * 5_000,
        "<!-- " * 50,
    ],
)
def test_hostile_texts(hostile: str) -> None:
    paper = Record(
        title=hostile, authors=[hostile], venue=hostile, abstract=hostile, tags=[hostile], takeaway=hostile,
        note=hostile, highlights=[HighlightRecord(hostile, hostile, hostile)], links=[Link("page", hostile)],
        identifiers=[Identifier("x", hostile)], details={"volume": hostile},
    )  # fmt: skip
    found = page(paper, title=hostile, own=True)
    assert all(link.startswith(("http://", "https://")) for link in found.links)
    assert not {"\x00", "\x1b", "\u202e", "\ud800"} & set(found.text)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_any_texts(title: str, author: str, note: str) -> None:
    found = page(Record(title=title, authors=[author], note=note, abstract=note), own=True)
    assert len(found.headings) >= 1
    assert all(link.startswith(("http://", "https://")) for link in found.links)
