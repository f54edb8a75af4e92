"""The tasks of all notes in a sheet: marked done in place, and led to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.jobs.lanes import Lanes
from readerapp.library import papers
from readerapp.operations import reading
from readerapp.ui.dialogs.tasks import TasksSheet
from readerapp.ui.theme import Theme
from tests.ui.person import Person


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def sheet(window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot) -> Iterator[TasksSheet]:
    lanes.do(reading.set_note, 1, "- [ ] first\n- [x] second\n- [ ] third")
    lanes.do(reading.set_note, 2, "* [ ] of another")
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 2) != "")
    opened = TasksSheet(lanes, theme, window)
    QAbstractItemModelTester(opened.model, QAbstractItemModelTester.FailureReportingMode.Warning, opened)
    opened.open()
    qtbot.waitUntil(lambda: len(opened.model.lines) == 5)
    yield opened
    if isValid(opened):
        opened.hide()


def shown(sheet: TasksSheet) -> list[str]:
    """The lines, done ones in brackets."""
    return [f"({line.text})" if line.task and line.task.done else line.text for line in sheet.model.lines]


def test_open_tasks_stand_below_their_papers(sheet: TasksSheet, qtbot: QtBot) -> None:
    assert [line for line in shown(sheet) if not line.startswith("On the")] == ["of another", "first", "third"]
    assert sheet.sentence.text() == "3 open tasks"
    first = sheet.list.currentIndex()
    assert first.data() == "of another"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "of another, open"
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.list.currentIndex().data() == "first", "the keys pass over papers"
    sheet.all.click()
    qtbot.waitUntil(lambda: "(second)" in shown(sheet))
    assert sheet.list.currentIndex().data() == "first"


def test_space_marks_a_task_done_and_it_stays_to_be_seen(sheet: TasksSheet, lanes: Lanes, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "(of another)" in shown(sheet))
    assert papers.note(lanes.reader, 2) == "* [x] of another"
    assert "(second)" not in shown(sheet)
    assert sheet.sentence.text() == "2 open tasks"
    assert sheet.list.currentIndex().data() == "of another"
    qtbot.keyClick(sheet.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 2) == "* [ ] of another")
    sheet.undo.click()
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 2) == "* [x] of another")


def test_a_click_on_the_box_marks_it_and_one_on_the_words_does_not(
    sheet: TasksSheet, lanes: Lanes, qtbot: QtBot
) -> None:
    row = sheet.list.visualRect(sheet.model.index(1))
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(sheet.list.viewport(), button, pos=row.center())
    qtbot.mouseClick(sheet.list.viewport(), button, pos=QPoint(row.left() + 20, row.center().y()))
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 2) == "* [x] of another")
    assert "- [ ] first" in papers.note(lanes.reader, 1)


def test_with_nothing_to_do_it_says_what_a_task_is(window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot) -> None:
    opened = TasksSheet(lanes, theme, window)
    opened.open()
    qtbot.waitUntil(lambda: not opened._nothing.isHidden())
    assert opened.list.isHidden()
    opened.hide()


def test_enter_goes_to_the_note_it_stands_in(person: Person) -> None:
    person.lanes.do(reading.set_note, 3, "Long before.\n\n- [ ] look \U0001d518 here")
    person.sees(lambda: papers.note(person.lanes.reader, 3) != "")
    person.window.show_tasks()
    person.sees(lambda: person.window.findChild(TasksSheet))
    sheet = person.window.findChild(TasksSheet)
    assert isinstance(sheet, TasksSheet)
    person.sees(lambda: sheet.list.currentIndex().isValid())
    person.qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    editor = person.window.notes_panel.editor
    person.sees(lambda: person.current == 3)
    person.sees(editor.hasFocus)
    assert editor.textCursor().block().text().startswith("- [ ] look")
    person.window.go_back()
    person.sees(lambda: person.current == 30)
