"""Tasks from notes: listed by paper, and marked done where they stand."""

from __future__ import annotations

import pytest

from readerapp.errors import Refused
from readerapp.library import note_versions, papers
from readerapp.library.connect import Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import filing, reading, tasks

NOTE = "# Do\r\n- [ ] first\r\n- [x] second\r\n```\r\n- [ ] code\r\n```\r\n* [ ] first"


def test_tasks_stand_by_paper_the_latest_note_first(filled: Writer) -> None:
    reading.set_note(filled, 2, NOTE)
    filled.connection.execute("UPDATE note SET changed = changed - 1000")
    reading.set_note(filled, 7, "1. [ ] third")
    reading.set_note(filled, 8, "no task: [ ] here")
    found = tasks.tasks(filled.connection)
    assert [(one.paper, [task.text for task in one.tasks]) for one in found] == [
        (7, ["third"]), (2, ["first", "first"]),
    ]  # fmt: skip
    assert [task.number for task in found[1].tasks] == [0, 2]
    assert NOTE[found[1].tasks[1].start :] == "* [ ] first"
    everything = tasks.tasks(filled.connection, done=True)
    assert [(task.text, task.done) for task in everything[1].tasks] == [
        ("first", False), ("second", True), ("first", False),
    ]  # fmt: skip
    assert list(ids(filled.connection, parse("has:task"))) == [7, 2]
    filing.trash(filled, [7])
    assert [one.paper for one in tasks.tasks(filled.connection)] == [2]


def test_a_task_is_marked_where_it_stands(filled: Writer) -> None:
    reading.set_note(filled, 2, NOTE)
    reading.set_task(filled, 2, 2, "first", True)
    assert papers.note(filled.connection, 2) == NOTE.replace("* [ ]", "* [x]")
    assert note_versions.count(filled.connection, 2) == 0
    assert filled.undo() is not None
    assert papers.note(filled.connection, 2) == NOTE
    reading.set_task(filled, 2, 1, "second", False)
    assert papers.note(filled.connection, 2) == NOTE.replace("[x]", "[ ]")
    assert reading.set_task(filled, 2, 1, "second", False) is None


def test_a_task_that_has_moved_is_found_by_its_words(filled: Writer) -> None:
    reading.set_note(filled, 2, "- [ ] new\n- [ ] old")
    reading.set_task(filled, 2, 0, "old", True)
    assert papers.note(filled.connection, 2) == "- [ ] new\n- [x] old"
    for paper in (2, 3, 99):
        with pytest.raises(Refused, match="no longer in the note"):
            reading.set_task(filled, paper, 0, "gone", True)


def test_no_more_than_a_person_reads_are_listed(filled: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "MOST", 3)
    for paper in (1, 2):
        reading.set_note(filled, paper, "- [ ] a\n- [ ] b")
    assert sum(len(one.tasks) for one in tasks.tasks(filled.connection)) == 3
