"""RIS, in and out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.formats import ris
from readerapp.formats.fields import keywords
from readerapp.names import Name
from readerapp.records import Identifier, Item, Link, Record
from tests.unit.formats import papers
from tests.unit.formats.reading import items, records, skipped


def written(these: Iterable[Item]) -> str:
    stream = io.StringIO()
    ris.write(these, stream)
    return stream.getvalue()


def parts(record: Record) -> list[tuple[str, str, str]]:
    """The authors' names, divided."""
    return [(name.family, name.given, name.suffix) for name in map(Name.of, record.authors)]


@given(papers.records(), papers.paragraphs)
@example(Record(title="T", note="a\n\nTY  - x\n TY  - y\nER  -"), "")
@example(Record(title="T", abstract="a\nER  - \n\nTY  - JOUR\nTI  - another"), "")
def test_a_paper_comes_back_as_it_was(record: Record, note: str) -> None:
    record.note = record.note or note.strip()
    [found] = items(written([record]), "ris")
    assert isinstance(found, Record)
    found.extras = {}
    assert set(found.identifiers) == set(record.identifiers)
    assert {(link.rel, link.url) for link in found.links} == {(link.rel, link.url) for link in record.links}
    found.identifiers, found.links = record.identifiers, record.links
    assert found == record
    assert parts(found) == parts(record)


def test_tags_of_the_reader_leave_as_keywords() -> None:
    text = written([Record(title="T", keywords=["one"], tags=["two", "ONE"])])
    assert re.findall("KW  - (.*)", text) == ["one", "two"]


@given(
    st.dictionaries(
        st.sampled_from(
            sorted({*ris._ORDER, "A1", "T1", "Y1", "N2", "JO", "JF", "U1", "C1", "ZZ", "L2", "CT"} - {"TY"})
        ),
        st.lists(papers.line, min_size=1, max_size=3),
    ),
    st.sampled_from(["JOUR", "EJOUR", "BOOK", "CHAP", "GEN", "UNPB", "XXXX", "CONF"]),
)
def test_every_value_survives_import_and_export(tags: dict[str, list[str]], kind: str) -> None:
    tags = {"TY": [kind], "TI": ["A title"], **tags}
    text = "".join(f"{tag}  - {value}\n" for tag, values in tags.items() for value in values) + "ER  - \n"
    for record in records(text, "ris"):
        again = re.findall(r"(?m)^([A-Z][A-Z0-9])  - (.*)$", written([record]))
        for tag, values in tags.items():
            assert [value for name, value in again if name == tag] == values


def test_what_the_reader_changed_is_written_and_not_what_was_there() -> None:
    [record] = records(
        "TY  - EJOUR\nT1  - Old <i>title</i>\nAU  - Ada Byron\nPY  - 2020//\nU1  - kept\nER  - \n", "ris"
    )
    assert "T1  - Old <i>title</i>" in written([record])
    record.title = "New title"
    record.year = 2021
    text = written([record])
    assert "TI  - New title" in text
    assert "Old" not in text
    assert "PY  - 2021" in text
    assert "U1  - kept" in text
    assert "TY  - EJOUR" in text
    assert "AU  - Ada Byron" in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings(end: str, encoding: str) -> None:
    text = end.join(
        ["TY  - JOUR", "AU  - Müller, Jörg", "TI  - Größe", "ER  - ", "", "TY  - BOOK", "TI  - Two", "ER  -"]
    )
    first, second = records(text.encode(encoding), "auto")
    assert (first.title, first.authors, second.title) == ("Größe", ["Jörg Müller"], "Two")


def test_encodings_mixed_in_one_file() -> None:
    data = "TY  - JOUR\nTI  - Größe\nER  - \n".encode() + "TY  - JOUR\nTI  - Länge\nER  - \n".encode("cp1252")
    assert [record.title for record in records(data, "ris")] == ["Größe", "Länge"]


def test_a_missing_end_and_loose_tags() -> None:
    text = "TY  - JOUR\nTI  - One\nTY - BOOK\nTI - Two\nAU\t-\tByron, Ada\nTY  - JOUR\nTI  - Three"
    assert [record.title for record in records(text, "ris")] == ["One", "Two", "Three"]
    assert records(text, "ris")[1].authors == ["Ada Byron"]


def test_running_text_that_looks_like_a_tag_is_none() -> None:
    [record] = records("TY  - JOUR\nTI  - One\nAB  - We use\nCT - computed tomography\nER  - \n", "ris")
    assert record.abstract == "We use\nCT - computed tomography"


def test_where_a_doi_may_stand() -> None:
    for line in (
        "DO  - 10.1000/A",
        "M3  - doi: 10.1000/a",
        "UR  - https://doi.org/10.1000/a",
        "N1  - doi: 10.1000/a",
        "L3  - 10.1000/a",
    ):
        [record] = records(f"TY  - JOUR\nTI  - One\n{line}\nER  - \n", "ris")
        assert record.identifiers == [Identifier("doi", "10.1000/a")], line
        assert not record.note


def test_a_chapter_has_the_isbn_of_its_book_and_a_book_its_own() -> None:
    book, chapter = records(
        "TY  - BOOK\nTI  - B\nSN  - 978-0-306-40615-7\nER  - \nTY  - CHAP\nTI  - C\nSN  - 978-0-306-40615-7\nER  - \n",
        "ris",
    )
    assert book.identifiers == [Identifier("isbn", "9780306406157")]
    assert (chapter.identifiers, chapter.details["ISBN"]) == ([], "978-0-306-40615-7")


def test_links() -> None:
    [record] = records(
        "TY  - JOUR\nTI  - One\nUR  - https://example.org/a; https://github.com/a/b\nL1  - file:///c:/x.pdf\n"
        "L1  - https://example.org/a.pdf\nER  - \n",
        "ris",
    )
    assert record.links == [
        Link("page", "https://example.org/a"),
        Link("code", "https://github.com/a/b"),
        Link("pdf", "https://example.org/a.pdf"),
    ]
    assert "L1  - file:///c:/x.pdf" in written([record])


def test_a_record_without_a_title_is_named_with_its_line() -> None:
    text = "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\nAU  - Byron, Ada\nER  - \nTY  - JOUR\nTI  - Three\nER  - \n"
    assert skipped(text, "ris") == [("line 5", "It has no title.")]
    assert [record.title for record in records(text, "ris")] == ["One", "Three"]


@pytest.mark.parametrize(
    "data",
    [
        b"TY  - JOUR\nTI  - T\nAB  - " + b"word " * 10_000_000 + b"\nER  - \nTY  - JOUR\nTI  - Good\nER  - \n",
        b"TY  - JOUR\nTI  - T\n" + b"AU  - Byron, Ada\n" * 1_000_000 + b"ER  - \nTY  - JOUR\nTI  - Good\nER  - \n",
        b"TY  - JOUR\nTI  - T\n" + b"and on\n" * 5_000_000 + b"ER  - \nTY  - JOUR\nTI  - Good\nER  - \n",
        b"TY  - JOUR\rTI  - \0T\0\rER  - \r" * 10_000 + b"TY  - JOUR\rTI  - Good\r",
    ],
    ids=["fifty megabytes", "a million authors", "lines without a tag", "NULs"],
)
def test_hostile_files_cost_no_neighbour(data: bytes) -> None:
    assert records(data, "auto")[-1].title == "Good"


def test_keywords_one_to_a_line_or_parted_by_semicolons() -> None:
    [record] = records("TY  - JOUR\nTI  - One\nKW  - a; b\nKW  - c\nd, e\nER  - \n", "ris")
    assert record.keywords == keywords(["a", "b", "c", "d, e"])
