"""Review: which papers wait long, why each was saved, and what becomes of it."""

from __future__ import annotations

import pytest

from readerapp.library import queue
from readerapp.library.connect import Writer, milliseconds
from readerapp.library.reviewing import WEEK, found_by, reasons, waiting
from readerapp.operations import filing, reading, reviewing, searching
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, Record, Status
from tests.conftest import reading as read_from


def asked(writer: Writer, weeks: int = 4, *, later: float = 0, queued: bool = True) -> list[int]:
    """What a review asks about, so many weeks from now."""
    return list(waiting(writer.connection, weeks, milliseconds() + int(later * WEEK) + 1, queued=queued))


@pytest.fixture
def queued(filled: Writer) -> Writer:
    """Papers 9, 3, 7 are up next, the first for ten weeks, the second for five, the last since just now."""
    filing.enqueue(filled, [7, 3, 9])
    now = milliseconds()
    with filled.unrecorded():
        for paper, weeks in ((9, 10), (3, 5), (7, 0)):
            filled.connection.execute("UPDATE queue SET added = ? WHERE paper_id = ?", (now - weeks * WEEK, paper))
    return filled


def test_those_that_wait_longest_come_first(queued: Writer) -> None:
    assert asked(queued) == [9, 3]
    assert asked(queued, 8) == [9]
    assert asked(queued, later=4) == [9, 3, 7]
    assert asked(queued, queued=False) == []
    assert asked(queued, later=4, queued=False) == list(range(1, 31))


def test_what_was_looked_at_waits_no_more(queued: Writer) -> None:
    reviewing.mark_opened(queued, 9)
    assert asked(queued) == [3]
    reading.set_note(queued, 3, "mine")
    assert asked(queued) == []
    queued.undo()
    reading.set_status(queued, [3], Status.READING)
    assert asked(queued) == []
    queued.undo()
    filing.trash(queued, [3])
    assert asked(queued) == []
    queued.undo()
    assert asked(queued) == [3]
    marked = Record(title="Marked", highlights=[HighlightRecord("passage")], queue=1)
    bring_in(queued, read_from(marked, Record(title="Plain", queue=2)))
    assert asked(queued, later=4) == [3, 7, 32]


def test_to_open_is_no_step_and_a_paper_that_is_gone_is_none(queued: Writer) -> None:
    title = queued.connection.execute("SELECT title FROM undo_step ORDER BY id DESC").fetchone()
    reviewing.mark_opened(queued, 9)
    reviewing.mark_opened(queued, 9)
    reviewing.mark_opened(queued, 999)
    assert queued.connection.execute("SELECT title FROM undo_step ORDER BY id DESC").fetchone() == title
    assert queued.connection.execute("SELECT count(*) FROM opened").fetchone() == (1,)


def test_a_paper_deleted_for_good_comes_back_as_one_that_was_opened(queued: Writer) -> None:
    reviewing.mark_opened(queued, 9)
    filing.trash(queued, [9])
    filing.delete(queued, [9])
    queued.undo()
    queued.undo()
    assert asked(queued) == [3]
    queued.redo()
    queued.redo()
    queued.undo()
    queued.undo()
    assert asked(queued) == [3]


def test_a_paper_kept_is_asked_about_when_it_has_waited_as_long_again(queued: Writer) -> None:
    changes = reviewing.keep(queued, 9)
    assert changes is not None
    assert changes.title.startswith("Keep “")
    assert asked(queued) == [3]
    assert asked(queued, later=3.9) == [3]
    assert asked(queued, later=4.1) == [9, 3, 7]
    assert reviewing.keep(queued, 999) is None
    queued.undo()
    assert asked(queued) == [9, 3]


def test_a_paper_dropped_leaves_up_next_in_one_step(queued: Writer) -> None:
    reviewing.drop(queued, 9)
    assert queue.ids(queued.connection) == [7, 3]
    assert queued.connection.execute("SELECT status FROM paper WHERE id = 9").fetchone() == (Status.DROPPED,)
    queued.undo()
    assert queue.ids(queued.connection) == [7, 3, 9]
    assert asked(queued) == [9, 3]


def test_a_paper_to_read_now_is_at_the_top(queued: Writer) -> None:
    reviewing.read_now(queued, 9)
    assert queue.ids(queued.connection) == [9, 7, 3]
    reviewing.read_now(queued, 20)
    assert queue.ids(queued.connection) == [20, 9, 7, 3]
    queued.undo()
    assert queue.ids(queued.connection) == [9, 7, 3]


def test_why_a_paper_was_saved(queued: Writer) -> None:
    searching.save(queued, "firsts", "title:first")
    searching.save(queued, "seconds", "title:second")
    searching.save(queued, "all firsts", "saved:firsts OR tag:none")
    reviewing.keep(queued, 9)
    why = reasons(queued.connection, 9)
    assert why is not None
    assert (why.origin, why.came_with) == ("a test", 29)
    assert why.beside == tuple(f"On the {word} question of subject {n}" for word, n in (
        ("fourth", 7), ("second", 9), ("third", 6)
    ))  # fmt: skip
    assert why.tags == ("thesis/generalization",)
    assert found_by(queued.connection, 9) == ("firsts", "all firsts")
    assert found_by(queued.connection, 999) == ()
    assert why.queued is not None
    assert why.kept is not None
    assert why.queued < why.added < why.kept
    assert reasons(queued.connection, 999) is None
    other = reasons(queued.connection, 20)
    assert other is not None
    assert (other.queued, other.kept) == (None, None)
