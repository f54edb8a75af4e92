"""Highlights, comments and meanings: what each verb does, refuses, and leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from readerapp.errors import Refused
from readerapp.formats.highlight_table import FORMS
from readerapp.library import highlights, history, papers, saved
from readerapp.library.anchoring import anchor, locate
from readerapp.library.connect import Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import exporting, highlighting
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, MeaningRecord, Record
from tests.conftest import reading as read_from

BEGUN = [
    ("claim", "yellow"), ("method", "blue"), ("data", "purple"), ("result", "green"), ("limit", "red"),
    ("question", "orange"),
]  # fmt: skip


def marks(writer: Writer, paper: int = 1) -> list[HighlightRecord]:
    found = papers.record(writer.connection, paper)
    assert found is not None
    return found.highlights


def abstract(writer: Writer, paper: int = 1) -> str:
    found = papers.record(writer.connection, paper)
    assert found is not None
    return found.abstract


def meanings(writer: Writer) -> list[tuple[str, str]]:
    return [(one.name, one.colour) for one in saved.meanings(writer.connection)]


@pytest.fixture
def marked(filled: Writer) -> tuple[Writer, int]:
    """A library with a highlight on paper 1, and its id."""
    mark = anchor(abstract(filled), 3, 17)
    highlighting.highlight(filled, 1, HighlightRecord(mark.quote, "claim", "", "abstract", *context(mark)))
    return filled, highlights.newest(filled.connection, 1)


def context(mark: HighlightRecord) -> tuple[str, str, int | None]:
    return mark.prefix, mark.suffix, mark.start


def test_a_passage_is_highlighted_commented_and_found(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    assert [(one.quote, one.meaning, one.id) for one in marks(writer)] == [("ask question 0", "claim", mark)]
    changes = highlighting.set_comment(writer, mark, "Łódź doubts it")
    assert changes is not None
    assert (changes.title, set(changes.papers)) == ("Comment on “ask question 0”", {1})
    assert list(ids(writer.connection, parse("lodz"))) == [1]
    assert list(ids(writer.connection, parse("has:highlight"))) == [1]
    assert highlighting.set_comment(writer, mark, "Łódź doubts it") is None
    highlighting.set_comment(writer, mark, " \n")
    assert [one.comment for one in marks(writer)] == [""]
    assert list(ids(writer.connection, parse("lodz"))) == []


def test_highlights_may_overlap_and_stand_on_the_same_words(marked: tuple[Writer, int]) -> None:
    writer, _ = marked
    for start, end in ((0, 10), (3, 17), (5, 40)):
        highlighting.highlight(writer, 1, anchor(abstract(writer), start, end))
    found = [locate(abstract(writer), mark) for mark in marks(writer)]
    assert sorted(filter(None, found)) == [(0, 10), (3, 17), (3, 17), (5, 33)]


def test_typing_a_comment_is_one_step(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    for end in range(1, 9):
        highlighting.set_comment(writer, mark, "doubtful"[:end], merge="a")
    assert [step.title for step in history.steps(writer.connection, 2)] == [
        "Comment on “ask question 0”",
        "Highlight “ask question 0” as claim",
    ]
    writer.undo()
    assert [one.comment for one in marks(writer)] == [""]


def test_a_lost_one_is_given_another_passage(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    highlighting.set_comment(writer, mark, "Kept.")
    writer.connection.execute("UPDATE paper_text SET abstract = 'It is written anew.' WHERE paper_id = 1")
    (lost,) = marks(writer)
    assert locate(abstract(writer), lost) is None
    highlighting.move_highlight(writer, mark, anchor(abstract(writer), 6, 18))
    (found,) = marks(writer)
    assert (found.quote, found.meaning, found.comment, found.id) == ("written anew", "claim", "Kept.", mark)
    assert locate(abstract(writer), found) == (6, 18)
    writer.undo()
    assert marks(writer) == [lost]


def test_deleting_one_can_be_undone(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    before = marks(writer)
    assert highlighting.delete_highlights(writer, [mark]) is not None
    assert marks(writer) == []
    assert writer.undo() is not None
    assert marks(writer) == before
    assert [one.id for one in marks(writer)] == [mark]


def test_what_cannot_be_is_refused_in_a_sentence(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    steps = history.steps(writer.connection)
    for refused, words in (
        (lambda: highlighting.highlight(writer, 99, HighlightRecord("q")), "no longer in the library"),
        (lambda: highlighting.highlight(writer, 1, HighlightRecord(" \n")), "nothing to highlight"),
        (lambda: highlighting.highlight(writer, 1, HighlightRecord("q" * 100_001)), "can have 100,000 characters"),
        (lambda: highlighting.highlight(writer, 1, HighlightRecord("q", "no such")), "No colour means “no such”"),
        (lambda: highlighting.set_meaning(writer, mark, "no such"), "No colour means “no such”"),
        (lambda: highlighting.set_meaning(writer, 99, ""), "no longer there"),
        (lambda: highlighting.set_comment(writer, 99, "c"), "no longer there"),
        (lambda: highlighting.set_comment(writer, mark, "c" * 1_000_001), "can have 1,000,000 characters"),
        (lambda: highlighting.move_highlight(writer, 99, HighlightRecord("q")), "no longer there"),
        (lambda: highlighting.delete_highlights(writer, [99]), "no longer there"),
        (lambda: highlighting.add_meaning(writer, " ", "red"), "needs a name"),
        (lambda: highlighting.add_meaning(writer, "n" * 61, "red"), "can have 60 characters"),
        (lambda: highlighting.add_meaning(writer, "CLAIM", "red"), "There is a meaning “claim” already"),
        (lambda: highlighting.add_meaning(writer, "mine", "rainbow"), "no colour “rainbow”"),
        (lambda: highlighting.rename_meaning(writer, "data", "Limit"), "There is a meaning “limit” already"),
        (lambda: highlighting.rename_meaning(writer, "no such", "x"), "No colour means “no such”"),
        (lambda: highlighting.colour_meaning(writer, "data", ""), "no colour “”"),
    ):
        with pytest.raises(Refused, match=words):
            refused()
    assert history.steps(writer.connection) == steps


def test_texts_that_cannot_be_stored_are_made_so(marked: tuple[Writer, int]) -> None:
    writer, mark = marked
    highlighting.set_comment(writer, mark, "a\0b\ud800")
    assert [one.comment for one in marks(writer)] == ["ab?"]


def test_meanings_are_named_coloured_ordered_and_deleted(marked: tuple[Writer, int]) -> None:
    writer, _ = marked
    assert meanings(writer) == BEGUN
    highlighting.rename_meaning(writer, "claim", "Claim")
    highlighting.rename_meaning(writer, "claim", " my   thesis ")
    highlighting.colour_meaning(writer, "my thesis", "teal")
    highlighting.add_meaning(writer, "quote", "pink")
    highlighting.move_meaning(writer, "quote", -99)
    highlighting.move_meaning(writer, "quote", 1)
    assert meanings(writer) == [("my thesis", "teal"), ("quote", "pink"), *BEGUN[1:]]
    assert [one.meaning for one in marks(writer)] == ["my thesis"]
    assert highlights.counts(writer.connection) == {"my thesis": 1, "quote": 0} | dict.fromkeys(dict(BEGUN[1:]), 0)
    assert highlighting.move_meaning(writer, "my thesis", -1) is None
    assert highlighting.colour_meaning(writer, "quote", "pink") is None
    highlighting.delete_meaning(writer, "my thesis")
    assert [(one.quote, one.meaning) for one in marks(writer)] == [("ask question 0", "")]
    writer.undo()
    assert [one.meaning for one in marks(writer)] == ["my thesis"]


def test_the_table_has_the_papers_in_their_order(marked: tuple[Writer, int], tmp_path: Path) -> None:
    writer, _ = marked
    highlighting.highlight(writer, 3, HighlightRecord("some algebra", "result"))
    highlighting.highlight(writer, 1, HighlightRecord("about learning", start=21))
    found = highlights.table(writer.connection, [9, 3, 2, 1])
    assert [(paper.id, [mark.quote for mark in paper.highlights]) for paper in found] == [
        (3, ["some algebra"]),
        (1, ["ask question 0", "about learning"]),
    ]
    for form in FORMS:
        target = tmp_path / f"table{form.suffix}"
        assert exporting.write_highlights(writer.connection, [3, 1], form, "Thesis", target) == 2
        text = target.read_text(encoding="utf-8")
        assert text.index("some algebra") < text.index("ask question 0")
    with pytest.raises(Refused, match="cannot be written"):
        exporting.write_highlights(writer.connection, [1], FORMS[0], "Thesis", tmp_path / "no" / "where.csv")


def test_meanings_come_with_what_is_brought_in(writer: Writer) -> None:
    record = Record(title="Marked", abstract="It is so.", highlights=[HighlightRecord("It is", "of mine", start=0)])
    bring_in(writer, read_from(MeaningRecord("of mine", "teal"), record))  # type: ignore[arg-type]
    assert [mark.meaning for mark in marks(writer)] == ["of mine"]
    assert ("of mine", "teal") in meanings(writer)
