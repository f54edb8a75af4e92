"""The snapshot of arXiv's metadata: its fields, what is missing in parts of it, and any line at all."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.formats.arxiv_snapshot import record_of
from readerapp.formats.opening import open_bytes
from readerapp.records import Identifier, Link, Record
from tests.unit.formats.reading import SAMPLES, records, skipped

SAMPLE = (SAMPLES / "arxiv-snapshot.jsonl").read_bytes()


def test_the_fields_of_a_line() -> None:
    first = records(SAMPLE, "auto")[0]
    assert first == Record(
        title="On the order of papers in piles and on desks",
        authors=["A. Example", "Björn Beispiel", "C. van den Exempel Jr."],
        abstract="Piles of papers grow at the top and are read at the top. We ask where the middle goes.\n\n"
        "A second paragraph says that it stays.",
        venue="J. Ex. Piles 76:013009, 2007",
        year=2007,
        published="2007-04-02",
        keywords=["cs.LG", "stat.ML"],
        identifiers=[
            Identifier("arxiv", "0704.0001"),
            Identifier("doi", "10.1000/piles.76"),
            Identifier("doi", "10.1000/piles.77"),
        ],
        links=[Link("page", "https://arxiv.org/abs/0704.0001"), Link("pdf", "https://arxiv.org/pdf/0704.0001")],
    )


def test_a_line_without_versions_and_parsed_authors_is_dated_by_its_id() -> None:
    second = records(SAMPLE, "auto")[1]
    assert second.authors == ["Chen Exempel", "Dora Esempio", "E. Voorbeeld"]
    assert (second.published, second.year, second.venue) == ("1999-01", 1999, "")
    assert second.links[0] == Link("page", "https://arxiv.org/abs/hep-th/9901001")


def test_a_collaboration_is_an_author_and_a_doi_of_arxiv_is_its_id() -> None:
    third = records(SAMPLE, "auto")[2]
    assert third.authors == ["The Desk Collaboration"]
    assert third.identifiers == [Identifier("arxiv", "2101.00003")]


def test_a_bad_line_is_skipped_with_its_number() -> None:
    assert [where for where, _ in skipped(SAMPLE, "auto")] == ["line 3"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ({"versions": [{"created": "Tue, 29 Feb 2000 10:00:00 GMT"}]}, "2000-02-29"),
        ({"versions": [{"created": "1 Dec 1999 10:00:00 GMT"}], "update_date": "2001-01-01"}, "1999-12-01"),
        ({"versions": [{"created": "Mon, 2 Foo 2007 19:18:42 GMT"}], "id": "0704.0001"}, "2007-04"),
        ({"versions": [], "id": "math.GT/0309136"}, "2003-09"),
        ({"versions": [{"created": 7}], "update_date": "2008-11-26"}, "2008-11-26"),
        ({"versions": "v1", "update_date": "yesterday"}, None),
    ],
)
def test_when_a_paper_was_published(line: dict[str, object], published: str | None) -> None:
    record = record_of({"title": "On dates", **line})
    assert record.published == published
    assert record.year == (int(published[:4]) if published else None)


def test_it_is_known_by_its_lines_and_not_by_its_name() -> None:
    plain = b'{"title": "On piles", "id": "1705.08741", "authors": ["Ada Example"]}\n'
    assert registry.recognise(open_bytes(plain, "arxiv-metadata-oai-snapshot.json")).name == "jsonl"
    assert registry.recognise(open_bytes(b"# a comment\n" + SAMPLE, "x.txt")).name == "arxiv-snapshot"
    people = ", ".join(f"A. Name{number}" for number in range(10_000))
    long = json.dumps({"id": "2101.00003", "submitter": "A. Name1", "authors": people, "title": "On crowds"})
    assert registry.recognise(open_bytes(long.encode(), "x.json")).name == "arxiv-snapshot"
    (found,) = records(long, "auto")
    assert len(found.authors) == 10_000


_TEXT = st.text(st.sampled_from(" \n\t\"'\\(),;.a1é\x00\ud800") | st.characters(), max_size=20)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)
_FIELDS = (
    "id", "submitter", "authors", "title", "comments", "journal-ref", "doi", "report-no", "categories", "license",
    "abstract", "versions", "update_date", "authors_parsed",
)  # fmt: skip


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(_FIELDS, _ANYTHING)))
def test_no_value_of_any_field_does_more_than_be_left_out(line: dict[str, object]) -> None:
    try:
        record = record_of(line)
    except ValueError as error:
        assert str(error) == "It has no title."
    else:
        for text in (record.title, record.venue, record.abstract, *record.authors, *record.keywords):
            assert "\0" not in text
            text.encode()


_WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


@given(
    st.lists(st.tuples(_WORD, _WORD), min_size=1, max_size=5),
    st.lists(st.lists(_WORD, min_size=1, max_size=5), min_size=1, max_size=3),
    st.dates().filter(lambda day: day.year >= 1000),
)
def test_what_the_snapshot_says_of_a_paper_is_what_is_read(
    people: list[tuple[str, str]], paragraphs: list[list[str]], day: date
) -> None:
    line = {
        "id": "0704.0001",
        "title": "On\n  piles",
        "abstract": "  " + "\n  ".join("\n".join(words) for words in paragraphs) + "\n",
        "authors_parsed": [[family, given, ""] for given, family in people],
        "versions": [{"version": "v1", "created": f"{day:%a}, {day.day} {day:%b} {day.year} 19:18:42 GMT"}],
        "categories": "cs.LG",
    }
    (record,) = records(json.dumps(line), "auto")
    plain = records(json.dumps({"title": "x", "authors": [" ".join(name) for name in people]}), "jsonl")[0]
    assert record.title == "On piles"
    assert record.authors == plain.authors
    assert record.published == day.isoformat()
    assert [part.split() for part in record.abstract.split("\n\n")] == [
        words.split()
        for words in records(
            json.dumps({"title": "x", "abstract": "\n".join(" ".join(words) for words in paragraphs)}), "jsonl"
        )[0].abstract.split("\n")
    ]
