"""CSV that a spreadsheet reads as text."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.csv_table import write
from readerapp.records import AttachedFile, HighlightRecord, Identifier, Link, Record, Status, TagRecord


def rows(*papers: Record) -> list[dict[str, str]]:
    stream = io.StringIO()
    write([*papers, TagRecord("thesis")], stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_one_row_a_paper() -> None:
    paper = Record(
        id=7,
        title='He said "no", twice',
        authors=["Ada Example", "Björn Beispiel"],
        year=2017,
        venue="ICML",
        starred=True,
        abstract="One.\n\nTwo.",
        identifiers=[Identifier("doi", "10.1000/182"), Identifier("doi", "10.1000/183")],
        links=[Link("code", "https://example.org/a"), Link("code", "https://example.org/b")],
        status=Status.READ,
        tags=["a", "b/c"],
        highlights=[HighlightRecord("quote", comment="mine"), HighlightRecord("other")],
        added=datetime(2026, 3, 11, 9, 12, tzinfo=UTC),
        details={"type": "paper-conference", "page": "1-9", "edition": "2", "event-place": "Sydney"},
        attachments=[AttachedFile("a.pdf", "0" * 64), AttachedFile("b.pdf", "1" * 64)],
    )
    first, second = rows(paper, Record(title="Bare"))
    expected = {
        "id": "7",
        "title": 'He said "no", twice',
        "authors": "Ada Example; Björn Beispiel",
        "year": "2017",
        "venue": "ICML",
        "doi": "10.1000/182",
        "identifiers": "doi:10.1000/182; doi:10.1000/183",
        "starred": "yes",
        "status": "read",
        "code": "https://example.org/a; https://example.org/b",
        "tags": "a; b/c",
        "abstract": "One.\n\nTwo.",
        "highlights": "quote (mine)\nother",
        "added": "2026-03-11 09:12",
        "type": "paper-conference",
        "pages": "1-9",
        "volume": "",
        "details": "edition: 2; event-place: Sydney",
        "files": "a.pdf; b.pdf",
        "arxiv": "",
        "rating": "",
    }
    assert {name: first[name] for name in expected} == expected
    assert [name for name, cell in second.items() if cell] == ["title"]


def test_lines_end_as_rfc_4180_has_them() -> None:
    stream = io.StringIO()
    write([Record(title="a,b")], stream)
    lines = stream.getvalue().split("\r\n")
    assert lines[0].startswith("id,title,authors,")
    assert lines[1].startswith(',"a,b",')
    assert lines[2:] == [""]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(begins: str) -> None:
    bad = f'{begins}HYPERLINK("https://example.org")'
    [row] = rows(Record(title=bad, authors=[bad], note=bad, tags=[bad], venue=bad, takeaway=bad))
    for name in ("title", "authors", "note", "tags", "venue", "takeaway"):
        assert row[name] == f"'{bad}"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_every_text_comes_back(texts: list[str]) -> None:
    for text, row in zip(texts, rows(*(Record(title="T", note=text) for text in texts)), strict=True):
        assert row["note"].removeprefix("'") == text.removeprefix("'")
