"""Correcting what a paper is: found by what it says now, undone in one step, refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readerapp.errors import Refused
from readerapp.library import check, papers
from readerapp.library.anchoring import anchor, locate
from readerapp.library.connect import Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.names import Name
from readerapp.operations import correcting, highlighting
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, Identifier, Link, Record
from tests.conftest import reading
from tests.unit.library.test_history import dump


def record(writer: Writer, paper: int) -> Record:
    found = papers.record(writer.connection, paper)
    assert found is not None
    return found


def find(writer: Writer, query: str) -> list[int]:
    return list(ids(writer.connection, parse(query)))


CORRECTIONS: list[tuple[Callable[..., Changes | None], tuple[object, ...], str, object, str]] = [
    (correcting.set_title, (5, " Ein  neuer\nTitel, pre-trained "), "title", "Ein neuer Titel, pre-trained", "title"),
    (correcting.set_authors, (5, "Łódź, Jan van\nLiu Wei"), "authors", ["Jan van Łódź", "Liu Wei"], "authors"),
    (correcting.set_abstract, (5, "Other\n\nparagraphs. "), "abstract", "Other\n\nparagraphs.", "abstract"),
    (correcting.set_venue, ([5], "journal of questions"), "venue", "journal of questions", "venue"),
    (correcting.set_year, ([5], "1999"), "year", 1999, "year"),
    (correcting.set_year, ([5], ""), "year", None, "year"),
    (correcting.set_published, ([5], "1999-12"), "published", "1999-12", "date"),
    (correcting.set_source, ([5], "By hand"), "source", "By hand", "source"),
    (correcting.set_keywords, (5, "pre-training; Lernen"), "keywords", ["pre-training", "Lernen"], "keywords"),
    (correcting.set_identifiers, (5, "10.1000/182"), "identifiers", [Identifier("doi", "10.1000/182")], "identifiers"),
    (correcting.set_links, (5, "pdf", "example.org/x.pdf"), "links",
     [Link("code", "https://example.org/code/4"), Link("pdf", "https://example.org/x.pdf")], "links"),
    (correcting.set_citation_key, (5, "byron2004"), "citation_key", "byron2004", "citation key"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "args", "field", "value", "called"), CORRECTIONS)
def test_a_correction_is_one_step(
    filled: Writer,
    verb: Callable[..., Changes | None],
    args: tuple[object, ...],
    field: str,
    value: object,
    called: str,
) -> None:
    before, title = dump(filled.connection), record(filled, 5).title
    changes = verb(filled, *args)
    assert changes is not None
    assert changes.title == f"Change the {called} of “{title}”"
    assert changes.papers == {5}
    assert getattr(record(filled, 5), field) == value
    after = dump(filled.connection)
    assert after != before
    assert check.look(filled, repair=False) == []
    # What is so already is no step.
    assert verb(filled, *args) is None
    filled.undo()
    assert dump(filled.connection) == before
    filled.redo()
    assert dump(filled.connection) == after
    assert check.look(filled, repair=False) == []


def test_a_paper_is_found_by_what_it_says_now(filled: Writer) -> None:
    before = len(find(filled, "author:byron"))
    correcting.set_authors(filled, 2, "Łódź, Stanisław\nAda Byron")
    assert find(filled, "author:lodz") == [2]
    assert find(filled, "author:byron author:lodz") == [2]
    assert record(filled, 2).authors == ["Stanisław Łódź", "Ada Byron"]
    assert papers.rows(filled.connection, [2])[2].byline == "Łódź, Byron"
    correcting.set_title(filled, 2, "Über Pre-Training")
    assert find(filled, "title:pretraining") == [2]
    correcting.set_keywords(filled, 2, "Straße")
    assert find(filled, "keyword:strasse") == [2]
    correcting.set_venue(filled, [2], "Ärzteblatt")
    assert find(filled, "venue:arzteblatt") == [2]
    correcting.set_abstract(filled, 2, "Nothing but semi-supervision.")
    assert find(filled, "abstract:semisupervision") == [2]
    for _ in range(5):
        filled.undo()
    assert find(filled, "lodz OR pretraining OR strasse OR arzteblatt OR semisupervision") == []
    assert len(find(filled, "author:byron")) == before


def test_capitals_alone_are_a_change(filled: Writer) -> None:
    correcting.set_venue(filled, [2], "journal OF questions")
    assert record(filled, 2).venue == "journal OF questions"
    correcting.set_title(filled, 2, record(filled, 2).title.upper())
    assert record(filled, 2).title.isupper()


def test_a_paper_that_comes_again_is_known_by_its_new_title(filled: Writer) -> None:
    correcting.set_title(filled, 1, "A corrected title")
    again = Record(title="A Corrected Title", authors=record(filled, 1).authors)
    _, summary = bring_in(filled, reading(again))
    assert list(summary.papers) == [1]


def test_a_name_that_stays_is_divided_as_it_was(filled: Writer) -> None:
    correcting.set_authors(filled, 5, "García Márquez, Gabriel\nAda Byron")
    correcting.set_authors(filled, 5, "Ada Byron\nGabriel García Márquez")
    assert papers.rows(filled.connection, [5])[5].byline == "Byron, García Márquez"


def test_a_name_with_a_comma_in_it_stays_one(filled: Writer) -> None:
    bring_in(filled, reading(Record(title="By a company", authors=[Name("Pens, Inks; and Co."), Name("Byron", "Ada")])))
    correcting.set_authors(filled, 31, "Pens, Inks; and Co.\nAda Byron\nLiu Wei")
    assert record(filled, 31).authors == ["Pens, Inks; and Co.", "Ada Byron", "Liu Wei"]
    assert correcting.set_authors(filled, 31, "Pens, Inks; and Co.\nAda Byron\nLiu Wei") is None


def test_several_papers_get_the_same(filled: Writer) -> None:
    changes = correcting.set_venue(filled, [1, 2, 3], "NeurIPS")
    assert changes is not None
    assert changes.title == "Change the venue of 3 papers"
    assert {record(filled, paper).venue for paper in (1, 2, 3)} == {"NeurIPS"}
    assert find(filled, "venue:neurips") != []


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        (correcting.set_title, (5, " \n")), (correcting.set_year, ([5], "soon")),
        (correcting.set_published, ([5], "x")),
        (correcting.set_identifiers, (5, "doi:nothing")), (correcting.set_links, (5, "page", "javascript:alert(1)")),
        (correcting.set_links, (5, "other", "https://example.org/x")), (correcting.set_citation_key, (5, "a b")),
        (correcting.set_title, (99, "Gone")), (correcting.set_abstract, (99, "Gone")),
        (correcting.set_authors, (99, "Nobody")), (correcting.set_identifiers, (99, "10.1000/182")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_and_changes_nothing(
    filled: Writer, verb: Callable[..., Changes | None], args: tuple[object, ...]
) -> None:
    before = dump(filled.connection)
    with pytest.raises(Refused):
        verb(filled, *args)
    assert dump(filled.connection) == before


def test_an_identifier_is_one_papers(filled: Writer) -> None:
    with pytest.raises(Refused, match=r"arXiv:2401.00001 is the identifier of “On the second question of subject 1”"):
        correcting.set_identifiers(filled, 1, "arXiv:2401.00001")
    correcting.set_identifiers(filled, 2, "arXiv:2401.99999\narXiv:2401.00001")
    assert [one.value for one in record(filled, 2).identifiers] == ["2401.00001", "2401.99999"]


def test_a_citation_key_is_one_papers(filled: Writer) -> None:
    correcting.set_citation_key(filled, 1, "byron2004")
    with pytest.raises(Refused, match=r"“On the first question of subject 0” is cited as Byron2004 already"):
        correcting.set_citation_key(filled, 2, "Byron2004")
    correcting.set_citation_key(filled, 1, "Byron2004")
    assert record(filled, 1).citation_key == "Byron2004"


def test_highlights_are_found_again_in_a_corrected_abstract(filled: Writer) -> None:
    text = "We measure the gap between trainig and test. Then we close it with longer training, as promised."
    correcting.set_abstract(filled, 3, text)
    for passage in ("the gap between trainig and test", "longer training", "as promised"):
        start = text.index(passage)
        highlighting.highlight(filled, 3, anchor(text, start, start + len(passage)))
    before = dump(filled.connection)
    corrected = "In this work we measure the gap between training and test. Then we close it with longer training."
    correcting.set_abstract(filled, 3, corrected)
    marks = record(filled, 3).highlights
    by_quote = {mark.quote: mark for mark in marks}
    # The first is remembered as it reads now, the last is lost and stays as it was.
    assert set(by_quote) == {"the gap between training and test", "longer training", "as promised"}
    for quote in ("the gap between training and test", "longer training"):
        mark = by_quote[quote]
        assert mark.start == corrected.index(quote)
        assert locate(corrected, mark) == (mark.start, mark.start + len(quote))
    assert locate(corrected, by_quote["as promised"]) is None
    filled.undo()
    assert dump(filled.connection) == before
    filled.redo()
    correcting.set_abstract(filled, 3, text)
    assert all(locate(text, mark) for mark in record(filled, 3).highlights)
