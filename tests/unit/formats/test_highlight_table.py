"""The table of highlights in its three forms."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.highlight_table import FORMS, columns, write_csv, write_html, write_markdown
from readerapp.records import HighlightedPaper, HighlightRecord, MeaningRecord

BAD = "<script>alert('x')</script> | [a](javascript:b) `c` *d* & \"e\""
PAPERS = [
    HighlightedPaper(
        7,
        "One of two",
        "Byron, Wei",
        "Journal of Questions",
        2001,
        [
            HighlightRecord("It is\nso.", "claim", "Is it?"),
            HighlightRecord("So it was done.", "method"),
            HighlightRecord("It is so too.", "claim"),
        ],
    ),
    HighlightedPaper(9, BAD, BAD, highlights=[HighlightRecord(BAD, "", BAD), HighlightRecord("=1+1", "later")]),
]
MEANINGS = [MeaningRecord("method", "blue"), MeaningRecord("claim", "yellow"), MeaningRecord("unused", "red")]
TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "table", "thead", "tbody", "tr", "th", "td", "p",
    "blockquote",
}  # fmt: skip
NAMES = ["method", "claim", "later", ""]


class Page(HTMLParser):
    """The tags of a page, and the texts of its cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += f"{data}\n"


def written(write, papers=PAPERS, names=NAMES) -> str:  # type: ignore[no-untyped-def]
    stream = io.StringIO()
    write(papers, names, "Highlights in thesis", stream)
    return stream.getvalue()


def test_columns_are_the_meanings_in_use() -> None:
    assert columns(PAPERS, MEANINGS) == NAMES
    assert columns([], MEANINGS) == []


def test_csv_has_a_line_for_each_highlight() -> None:
    head, first, second = csv.reader(io.StringIO(written(write_csv), newline=""))
    assert head == ["id", "title", "authors", "venue", "year", "method", "claim", "later", "no meaning"]
    assert first == [
        "7", "One of two", "Byron, Wei", "Journal of Questions", "2001", "“So it was done.”",
        "“It is so.” (Is it?)\n“It is so too.”", "", "",
    ]  # fmt: skip
    assert second[1:] == [BAD, BAD, "", "", "", "", "“=1+1”", f"“{BAD}” ({BAD})"]


def test_markdown_is_a_table_that_nothing_breaks() -> None:
    lines = written(write_markdown).splitlines()
    assert lines[:4] == [
        "# Highlights in thesis",
        "",
        "| Paper | method | claim | later | no meaning |",
        "| --- | --- | --- | --- | --- |",
    ]
    assert lines[4] == (
        "| **One of two**<br>Byron, Wei · Journal of Questions 2001 | “So it was done.” |"
        " “It is so.” (Is it?)<br>“It is so too.” |  |  |"
    )
    assert len(re.findall(r"(?<!\\)\|", lines[5])) == 6
    assert "<script" not in re.sub(r"\\.", "", lines[5])


def test_html_shows_texts_and_does_nothing() -> None:
    page = Page(written(write_html))
    assert page.tags <= TAGS
    assert page.attributes <= {"charset", "http-equiv", "content", "scope"}
    assert page.rows[0] == ["Paper\n", "method\n", "claim\n", "later\n", "no meaning\n"]
    assert page.rows[1][2] == "It is so.\nIs it?\nIt is so too.\n"
    assert page.rows[2][4] == f"{BAD}\n{BAD}\n"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_text_stays_in_its_cell(title: str, quote: str) -> None:
    papers = [HighlightedPaper(1, title, highlights=[HighlightRecord(quote, "claim", title)])]
    rows = list(csv.reader(io.StringIO(written(write_csv, papers, ["claim"]).replace("\0", ""), newline="")))
    assert [len(row) for row in rows] == [6, 6]
    line = written(write_markdown, papers, ["claim"]).split("\n")[4]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
    page = Page(written(write_html, papers, ["claim"]))
    assert page.tags <= TAGS
    assert [len(row) for row in page.rows] == [2, 2]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix)
def test_an_empty_table_is_one_all_the_same(form) -> None:  # type: ignore[no-untyped-def]
    assert written(form.write, [], [])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix)
def test_a_highlight_in_a_file_names_its_page(form) -> None:  # type: ignore[no-untyped-def]
    mark = HighlightRecord("It is so.", "claim", "Is it?", target="attachment:" + "0" * 64, page=12)
    assert "p. 12" in written(form.write, [HighlightedPaper(1, "x", highlights=[mark])], ["claim"])
