"""Earlier versions of a note: seen with what has changed, and put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.formats.differences import Line, differences
from readerapp.jobs.lanes import Lanes
from readerapp.library import note_versions, papers
from readerapp.operations import reading
from readerapp.ui.dialogs.note_versions import NoteVersionsSheet
from readerapp.ui.parts.difference_view import shortened
from readerapp.ui.theme import Theme
from tests.ui.person import Person

FIRST, SECOND, THIRD = "# Why\nIt holds.", "# Why\nIt holds for some.\n- [ ] ask", "# Why\nIt holds for all.\n- [x] ask"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def sheet(window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot) -> Iterator[NoteVersionsSheet]:
    for text in (FIRST, SECOND, THIRD):
        lanes.do(reading.set_note, 1, text)
    qtbot.waitUntil(lambda: note_versions.count(lanes.reader, 1) == 2)
    opened = NoteVersionsSheet(lanes, theme, 1, window)
    QAbstractItemModelTester(opened.model, QAbstractItemModelTester.FailureReportingMode.Warning, opened)
    opened.open()
    qtbot.waitUntil(lambda: len(opened.model.versions) == 2)
    qtbot.waitUntil(lambda: opened.sentence.text() != "")
    yield opened
    if isValid(opened):
        opened.hide()


def seen(sheet: NoteVersionsSheet) -> list[str]:
    return sheet.view.toPlainText().replace("\t", " ").split("\n")


def test_it_shows_what_has_changed_since_a_version(sheet: NoteVersionsSheet, qtbot: QtBot) -> None:
    assert seen(sheet) == [
        " # Why", "\u2212 It holds for some.", "\u2212 - [ ] ask", "+ It holds for all.", "+ - [x] ask",
    ]  # fmt: skip
    assert sheet.sentence.text() == "What has changed since this version: + 2 lines, \u2212 2 lines"
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "\u2212 It holds." in seen(sheet))
    sheet.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: seen(sheet) == ["+ # Why", "+ It holds."])
    sheet.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: seen(sheet) == [" # Why", " It holds."])
    assert sheet.sentence.text().startswith("The note as it was on ")


def test_what_differs_is_marked_by_more_than_colour(sheet: NoteVersionsSheet) -> None:
    found = set()
    block = sheet.view.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            if piece.charFormat().fontStrikeOut() or piece.charFormat().fontUnderline():
                found.add((block.text()[0], piece.text().strip()))
            iterator += 1
        block = block.next()
    assert ("\u2212", "some") in found
    assert ("+", "all") in found


def test_a_version_is_put_back_with_the_keyboard(sheet: NoteVersionsSheet, lanes: Lanes, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "\u2212 It holds." in seen(sheet))
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 1) == FIRST)
    qtbot.waitUntil(lambda: not isValid(sheet) or not sheet.isVisible())
    assert note_versions.count(lanes.reader, 1) == 3


def test_what_the_note_is_now_cannot_be_put_back(sheet: NoteVersionsSheet, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(reading.set_note, 1, SECOND)
    qtbot.waitUntil(lambda: len(sheet.model.versions) == 3)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Home)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.sentence.text() == "This is what the note is now.")
    assert not sheet.button.isEnabled()


def test_every_part_has_a_name(sheet: NoteVersionsSheet) -> None:
    for part in (sheet.list, sheet.tabs, sheet.view, sheet.button):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    first = sheet.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(first).endswith(", 3 lines")


def test_a_note_without_versions_says_when_there_will_be_one(
    window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot
) -> None:
    opened = NoteVersionsSheet(lanes, theme, 2, window)
    opened.open()
    qtbot.waitUntil(lambda: not opened._nothing.isHidden())
    assert not opened.button.isVisible()
    opened.hide()


def test_lines_that_are_the_same_are_left_out_of_what_is_shown() -> None:
    text = [f"line {n}" for n in range(30)]
    pieces = shortened(differences("\n".join(text), "\n".join([*text[:15], "new", *text[16:]])))
    assert [piece.line.text if piece.line else piece.left_out for piece in pieces] == [
        12, "line 12", "line 13", "line 14", "line 15", "new", "line 16", "line 17", "line 18", 11,
    ]  # fmt: skip
    whole = [Line("same", (("x", False),))] * 30
    assert len(shortened(whole)) == 30


def test_the_notes_panel_leads_there(person: Person) -> None:
    panel = person.window.notes_panel
    paper = person.current
    assert panel.versions.isHidden()
    for text in (FIRST, SECOND):
        person.lanes.do(reading.set_note, paper, text)
    person.sees(lambda: panel.versions.text() == "1 earlier version")
    panel.versions.click()
    person.sees(lambda: person.window.findChild(NoteVersionsSheet))
    sheet = person.window.findChild(NoteVersionsSheet)
    assert isinstance(sheet, NoteVersionsSheet)
    person.sees(lambda: sheet.button.isEnabled())
    sheet.put_back()
    person.sees(lambda: panel.editor.text() == FIRST)
    person.window.undo()
    person.sees(lambda: panel.editor.text() == SECOND)


def test_what_another_program_writes_while_somebody_types_is_kept(person: Person) -> None:
    panel = person.window.notes_panel
    paper = person.current
    person.window.focus("note")
    person.type("mine")
    person.lanes.do(reading.set_note, paper, "of another program")
    panel.flush()
    person.sees(lambda: papers.note(person.lanes.reader, paper) == "mine")
    person.sees(lambda: panel.versions.text() == "1 earlier version")
    (version,) = note_versions.versions(person.lanes.reader, paper)
    assert note_versions.text(person.lanes.reader, version.id)[1] == "of another program"
