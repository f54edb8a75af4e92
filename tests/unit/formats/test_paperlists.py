"""Conference lists in the paperlists form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.records import Identifier, Link, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def test_the_fields_of_an_entry() -> None:
    first, second = records((SAMPLES / "paperlists.json").read_bytes(), "auto", "iclr2024.json")
    assert first == Record(
        title="Sorting (Mostly) Sorted Lists",
        authors=["Ada Example", "Björn Beispiel"],
        abstract="Lists that people keep are rarely in random order.",
        venue="ICLR",
        year=2024,
        keywords=["sorting", "disorder", "Oral"],
        identifiers=[Identifier("arxiv", "2401.12345"), Identifier("openreview", "aB3_dE-9fG")],
        links=[
            Link("page", "https://openreview.net/forum?id=aB3_dE-9fG"),
            Link("pdf", "https://openreview.net/pdf/0123456789abcdef.pdf"),
            Link("code", "https://github.com/example-lab/mostly-sorted"),
        ],
    )
    assert second == Record(
        title="Tables as Trees, Trees as Tables",
        authors=["Chen Exempel", "Dana Esempio"],
        abstract="Every table can be read as a tree.",
        venue="Submitted to ICLR",
        year=2024,
        keywords=["tables", "trees", "Reject"],
        identifiers=[Identifier("openreview", "hI4_jK-5lM")],
        links=[Link("page", "https://openreview.net/forum?id=hI4_jK-5lM")],
    )


@pytest.mark.parametrize(
    ("name", "venue", "year"),
    [
        ("cvpr2024.json.xz", "CVPR", 2024),
        ("3dv2025.json", "3DV", 2025),
        ("papers.json", "", None),
        ("list of 2024", "", None),
    ],
)
def test_venue_and_year_are_of_the_name_of_the_file(name: str, venue: str, year: int | None) -> None:
    [paper] = records('[{"title": "T", "author": "Ada Example"}]', "auto", name)
    assert (paper.venue, paper.year) == (venue, year)


def test_an_id_is_of_openreview_only_beside_its_profiles() -> None:
    entries = [
        {"id": "0UK8c2kg7c", "title": "One", "authorids": "~Ada_Example1"},
        {"id": "0UK8c2kg7c", "title": "Two", "authorids": "/a/ada-example/"},
        {"id": "2021.acl-long.24", "title": "Three", "authorids": "~Ada_Example1"},
    ]
    found = [paper.identifiers for paper in records(json.dumps(entries), "paperlists")]
    assert found == [[Identifier("openreview", "0UK8c2kg7c")], [], []]


def test_an_entry_that_is_none_is_skipped_and_its_neighbours_are_kept() -> None:
    deep = '{"title": "deep", "x": ' + "[" * 200_000 + "]" * 200_000 + "}"
    bad = ["null", '"text"', "{}", '{"title": ["x"]}', deep, '{"title": "x" "status": 1}']
    text = (
        "[" + ",\n".join(f'{{"title": "Good", "status": "Poster"}},\n{one}' for one in bad) + ',\n{"title": "Good"}\n]'
    )
    assert [paper.title for paper in records(text, "auto")] == ["Good"] * 7
    assert [where for where, _ in skipped(text, "auto")] == [f"line {n}" for n in (2, 4, 6, 8, 10, 12)]


def test_fields_of_the_wrong_type_are_left_out() -> None:
    text = json.dumps(
        [
            {
                "title": "T",
                "author": None,
                "keywords": 3,
                "status": ["x"],
                "site": 4,
                "pdf": None,
                "github": {},
                "abstract": 1,
            }
        ]
    )
    assert records(text, "paperlists") == [Record(title="T")]


@pytest.mark.parametrize("text", ["", "[", "hello", '{"a": 1}', "12"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        items(text, "paperlists")


def test_what_is_cut_off_says_so() -> None:
    found = items('[{"title": "One", "status": "Poster"}, {"title": "Tw', "auto")
    assert found == [
        Record(title="One", keywords=["Poster"]),
        Skipped("line 1", "It is cut off: the text ends in the middle of it."),
    ]


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["title", "author", "keywords", "status", "site", "pdf", "id", "authorids", "arxiv"]),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
        ),
        min_size=1,
    )
)
def test_no_object_raises(objects: list[dict[str, object]]) -> None:
    assert len(items(json.dumps(objects), "paperlists")) == len(objects)
