"""Highlighting in the window, with the mouse and with keys."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from readerapp.formats.highlight_table import FORMS
from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import papers, saved
from readerapp.operations import highlighting
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, Record
from readerapp.ui.dialogs.highlights import HighlightsSheet
from readerapp.ui.dialogs.meanings import MeaningsSheet
from readerapp.ui.parts.highlight_list import CardDelegate, CommentField, HighlightList
from readerapp.ui.parts.marked_abstract import MarkedAbstract
from readerapp.ui.parts.meaning_menu import MeaningMenu
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading
from tests.ui.person import Person, opened

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton

ABSTRACT = (
    "Larger batches need fewer steps. We show that the rate must grow with their size, and that noise then stays as it"
    " was. Nothing of this holds for 𝐱 small sets, where a few examples decide."
)


class Marker(Person):
    """Somebody who reads one abstract, and marks it."""

    paper = 0

    def do(self, verb: Verb, *args: object) -> None:
        with self.qtbot.waitSignal(self.lanes.library_changed):
            self.lanes.do(verb, *args)

    @property
    def abstract(self) -> MarkedAbstract:
        return self.window.reading_pane.abstract

    @property
    def cards(self) -> HighlightList:
        return self.window.notes_panel.highlights.list

    def marks(self) -> list[HighlightRecord]:
        record = papers.record(self.lanes.reader, self.paper)
        assert record is not None
        return record.highlights

    def point(self, words: str, *, end: bool = False) -> QPoint:
        """Where words begin on the screen, or end; in the viewport of the abstract."""
        text = self.abstract.toPlainText()
        at = text.index(words) + (len(words) if end else 0)
        cursor = QTextCursor(self.abstract.document())
        cursor.setPosition(len(text[:at].encode("utf-16-le")) // 2)
        return self.abstract.cursorRect(cursor).center()

    def drags(self, words: str) -> None:
        """Selects words with the mouse."""
        view = self.abstract.viewport()
        self.qtbot.mousePress(view, Left, pos=self.point(words))
        self.qtbot.mouseMove(view, self.point(words, end=True) - QPoint(6, 0))
        self.qtbot.mouseMove(view, self.point(words, end=True))
        self.qtbot.mouseRelease(view, Left, pos=self.point(words, end=True))
        assert self.abstract.textCursor().selectedText() == words

    def clicks(self, words: str) -> None:
        """Clicks into words."""
        self.qtbot.mouseClick(self.abstract.viewport(), Left, pos=self.point(words) + QPoint(6, 0))

    def highlights(self, words: str) -> None:
        """Highlights words with the mouse and H, and sees it."""
        before = len(self.marks())
        self.drags(words)
        self.press(Key.Key_H)
        self.sees(lambda: len(self.marks()) == before + 1 and self.cards.current_id())

    def menu(self) -> MeaningMenu:
        self.sees(lambda: isinstance(QApplication.activePopupWidget(), MeaningMenu))
        found = QApplication.activePopupWidget()
        assert isinstance(found, MeaningMenu)
        return found

    def has_caret(self) -> bool:
        return self.abstract.caret

    def link(self, row: int, what: str) -> QPoint:
        """Where on a card something can be clicked."""
        index = self.cards.model().index(row, 0)
        card, delegate = self.cards.visualRect(index), self.cards.itemDelegate()
        assert isinstance(delegate, CardDelegate)
        found = (
            QPoint(x, y)
            for y in range(card.top(), card.bottom(), 4)
            for x in range(card.left(), card.right(), 4)
            if delegate.under(index, card, QPointF(x, y)) == what
        )
        return next(found) + QPoint(2, 2)

    def says(self) -> str:
        return str(self.window.status_bar._message.text())

    def shows_cards(self) -> None:
        self.press(Key.Key_G, Key.Key_H)
        self.sees(self.cards.hasFocus)


@pytest.fixture
def reader(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[Marker]:
    """A person with one abstract before them, and the focus in it."""
    record = Record(title="Batches", abstract=ABSTRACT, authors=["Ada Byron"], year=2001, tags=["thesis"])
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(lambda writer: bring_in(writer, as_reading(record))[0])
    window = opened(lanes, theme, settings, qtbot)
    person = Marker(window, lanes, qtbot)
    person.paper = 31
    window.list.set_current_id(31)
    window.focus("abstract")
    person.sees(lambda: window.reading_pane.paper == 31 and person.abstract.hasFocus())
    yield person
    window.close()


def test_h_highlights_what_the_mouse_selects(reader: Marker, theme: Theme) -> None:
    reader.highlights("the rate must grow")
    (mark,) = reader.marks()
    assert (mark.quote, mark.meaning, mark.start) == ("the rate must grow", "claim", ABSTRACT.index("the rate"))
    assert ABSTRACT[:46].endswith(mark.prefix)
    assert mark.suffix.startswith(" with their size")
    reader.sees(lambda: reader.cards.current_id() == mark.id)
    (drawn,) = reader.abstract.extraSelections()
    assert drawn.cursor.selectedText() == "the rate must grow"
    assert drawn.format.background().color() == theme.mark("yellow")
    assert not reader.abstract.textCursor().hasSelection()
    assert reader.window.notes_panel.tabs.tabText(1) == "Highlights 1"
    assert "claim: “the rate must grow”" in reader.abstract.accessibleDescription()
    reader.press(Key.Key_Z, modifier=Modifier.ControlModifier)
    reader.sees(lambda: not reader.marks() and not reader.abstract.extraSelections())


def test_without_a_selection_h_says_what_to_do(reader: Marker) -> None:
    reader.press(Key.Key_H)
    reader.sees(lambda: reader.says().startswith("Select words of the abstract first"))
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    reader.sees(lambda: reader.says().startswith("Select words of the abstract, or click"))
    reader.window.list.set_current_id(1)
    reader.window.focus("list")
    reader.window.list.selectAll()
    reader.sees(lambda: not reader.window.reading_pane.paper)
    reader.press(Key.Key_H)
    reader.sees(lambda: reader.says() == "Highlights belong to one paper. Select one.")
    assert reader.marks() == []


def test_words_are_selected_with_keys_alone(reader: Marker) -> None:
    reader.press(Key.Key_Right)
    assert reader.has_caret()
    reader.press(Key.Key_Left)
    for _ in range(2):
        reader.press(Key.Key_Right, modifier=Modifier.ControlModifier | Modifier.ShiftModifier)
    assert reader.abstract.textCursor().selectedText() == "Larger batches "
    reader.press(Key.Key_H)
    reader.sees(lambda: [mark.quote for mark in reader.marks()] == ["Larger batches"])
    assert not reader.has_caret()
    # With a caret Down goes to the next line; without one it scrolls.
    reader.press(Key.Key_Right, Key.Key_Down)
    assert reader.current == 31
    assert reader.abstract.textCursor().position() > 30
    reader.press(Key.Key_Escape)
    assert not reader.has_caret()
    assert reader.abstract.hasFocus()
    before = reader.abstract.textCursor().position()
    reader.press(Key.Key_Down)
    assert reader.abstract.textCursor().position() == before


def test_shift_h_asks_for_the_meaning_and_remembers_it(reader: Marker, settings: QSettings) -> None:
    reader.drags("fewer steps")
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    menu = reader.menu()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "claim\t1", "method\t2", "data\t3", "result\t4", "limit\t5", "question\t6", "No meaning\t0", "Meanings…",
    ]  # fmt: skip
    reader.qtbot.keyClick(menu, Key.Key_4)
    reader.sees(lambda: [mark.meaning for mark in reader.marks()] == ["result"])
    reader.highlights("a few examples")
    assert [mark.meaning for mark in reader.marks()] == ["result", "result"]
    reader.drags("small sets")
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    reader.qtbot.keyClick(reader.menu(), Key.Key_Q)
    reader.sees(lambda: sorted(mark.meaning for mark in reader.marks()) == ["question", "result", "result"])
    assert settings.value("highlight/meaning") == "question"
    # The chosen highlight is given another one.
    reader.clicks("fewer steps")
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    reader.qtbot.keyClick(reader.menu(), Key.Key_0)
    reader.sees(lambda: sorted(mark.meaning for mark in reader.marks()) == ["", "question", "result"])


def test_the_bar_at_the_mouse_highlights_in_a_colour(reader: Marker) -> None:
    bar = reader.window.highlighting.bar
    assert not bar.isVisible()
    reader.drags("noise then stays")
    reader.sees(bar.isVisible)
    assert reader.window.reading_pane.rect().contains(bar.geometry())
    assert [one.accessibleName() for one in bar.buttons][:2] == ["Highlight as claim", "Highlight as method"]
    reader.qtbot.mouseClick(bar.buttons[2], Left)
    reader.sees(lambda: [mark.meaning for mark in reader.marks()] == ["data"])
    assert not bar.isVisible()
    reader.drags("Nothing of this")
    reader.sees(bar.isVisible)
    reader.press(Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.abstract.hasFocus()


def test_clicks_lead_both_ways(reader: Marker) -> None:
    for words in ("fewer steps", "noise then stays", "We show that the rate must grow"):
        reader.highlights(words)
    ids = {mark.quote: mark.id for mark in reader.marks()}
    reader.window.notes_panel.tabs.setCurrentIndex(0)
    reader.clicks("noise then")
    assert reader.window.notes_panel.tabs.currentIndex() == 1
    assert reader.cards.current_id() == ids["noise then stays"]
    reader.qtbot.wait(20)
    first = reader.cards.visualRect(reader.cards.model().index(0, 0))
    reader.qtbot.mouseClick(reader.cards.viewport(), Left, pos=first.topLeft() + QPoint(40, 18))
    assert reader.abstract.chosen == ids["fewer steps"]
    reader.press(Key.Key_Down)
    assert reader.abstract.chosen == ids["We show that the rate must grow"]
    QAbstractItemModelTester(reader.cards.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_overlapping_ones_are_both_seen_and_both_reached(reader: Marker, theme: Theme) -> None:
    reader.highlights("We show that the rate must grow")
    reader.drags("the rate")
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    reader.qtbot.keyClick(reader.menu(), Key.Key_2)
    reader.sees(lambda: len(reader.marks()) == 2 and len(reader.abstract.extraSelections()) == 3)
    outer, inner = reader.marks()
    reader.clicks("Nothing")
    grounds = {
        each.cursor.selectedText(): (each.format.background().color(), each.format.underlineColor())
        for each in reader.abstract.extraSelections()
    }
    assert grounds["the rate"] == (theme.mark("blue"), theme.dot("yellow"))
    assert grounds["We show that "][0] == grounds[" must grow"][0] == theme.mark("yellow")
    reader.clicks("the rate")
    assert reader.abstract.chosen == inner.id
    reader.clicks("the rate")
    assert reader.abstract.chosen == outer.id


def test_the_same_passage_is_not_highlighted_twice(reader: Marker) -> None:
    reader.highlights("fewer steps")
    reader.drags("fewer steps")
    reader.press(Key.Key_H)
    reader.sees(lambda: reader.says().startswith("This is highlighted already"))
    assert len(reader.marks()) == 1


def test_a_comment_is_written_in_the_card_and_saved_as_typed(reader: Marker) -> None:
    reader.highlights("fewer steps")
    reader.shows_cards()
    reader.press(Key.Key_Return)
    reader.sees(lambda: isinstance(QApplication.focusWidget(), CommentField))
    reader.type("Does it hold, ")
    assert reader.window.notes_panel.state.text() == "Saving…"
    reader.sees(lambda: [mark.comment for mark in reader.marks()] == ["Does it hold, "])
    reader.sees(lambda: reader.window.notes_panel.state.text() == "Saved")
    # The echo of its own saving does not disturb it.
    assert isinstance(QApplication.focusWidget(), CommentField)
    reader.type("h and 1?")
    reader.press(Key.Key_Return, modifier=Modifier.ShiftModifier)
    reader.type("Yes.")
    reader.press(Key.Key_Return)
    reader.sees(lambda: [mark.comment for mark in reader.marks()] == ["Does it hold, h and 1?\nYes."])
    assert reader.cards.hasFocus()
    reader.press(Key.Key_Z, modifier=Modifier.ControlModifier)
    reader.sees(lambda: [mark.comment for mark in reader.marks()] == [""])
    reader.sees(lambda: reader.cards.model().index(0, 0).data(Qt.ItemDataRole.EditRole) == "")


def test_a_comment_goes_on_when_others_come_and_is_kept_when_the_paper_changes(reader: Marker) -> None:
    reader.highlights("noise then stays")
    reader.shows_cards()
    reader.press(Key.Key_Return)
    reader.type("begun")
    reader.do(highlighting.highlight, 31, HighlightRecord("Larger batches", "limit", start=0))
    reader.sees(lambda: reader.cards.model().rowCount() == 2)
    field = QApplication.focusWidget()
    assert isinstance(field, CommentField)
    assert field.toPlainText() == "begun"
    reader.type(" and ended")
    reader.window.list.set_current_id(1)
    reader.sees(lambda: {mark.comment for mark in reader.marks()} == {"", "begun and ended"})


def test_cards_take_numbers_and_are_deleted_with_undo(reader: Marker) -> None:
    reader.highlights("fewer steps")
    reader.shows_cards()
    reader.press(Key.Key_5)
    reader.sees(lambda: [mark.meaning for mark in reader.marks()] == ["limit"])
    reader.press(Key.Key_Delete)
    reader.sees(lambda: not reader.marks())
    assert reader.window.list.current_id() == 31
    row = reader.window.list.row(31)
    assert row is not None
    assert not row.trashed
    reader.sees(lambda: reader.says().startswith("Delete the highlight"))
    reader.window.undo()
    reader.sees(lambda: len(reader.marks()) == 1 and reader.cards.model().rowCount() == 1)


def correct(reader: Marker, abstract: str) -> None:
    """Has another abstract come in for the paper, as a source that corrects it would."""

    def verb(writer):  # type: ignore[no-untyped-def]
        with writer.step("Correct the abstract") as step:
            writer.connection.execute("UPDATE paper_text SET abstract = ? WHERE paper_id = 31", (abstract,))
        return step.changes

    reader.do(verb)


def test_a_corrected_abstract_keeps_its_highlights(reader: Marker) -> None:
    reader.highlights("the rate must grow with their size")
    correct(reader, "It is known. " + ABSTRACT.replace("with their size", "with the size"))
    reader.sees(lambda: reader.abstract.text.startswith("It is known"))
    (drawn,) = reader.abstract.extraSelections()
    assert drawn.cursor.selectedText() == "the rate must grow with the size"
    (mark,) = reader.marks()
    assert mark.quote == "the rate must grow with their size"


def test_a_lost_one_is_listed_and_found_again(reader: Marker) -> None:
    reader.highlights("the rate must grow")
    (mark,) = reader.marks()
    correct(reader, "Nothing of it is left but a short remark on steps.")
    reader.sees(lambda: reader.cards.model().rowCount() == 2)
    assert reader.cards.model().index(0, 0).data() == "Lost: not in the abstract as it is now"
    assert reader.cards.model().index(1, 0).data() == "“the rate must grow”"
    assert reader.abstract.extraSelections() == []
    reader.shows_cards()
    reader.qtbot.wait(20)
    assert reader.link(1, "delete").x() > reader.link(1, "find").x()
    reader.qtbot.mouseClick(reader.cards.viewport(), Left, pos=reader.link(1, "find"))
    reader.sees(lambda: reader.abstract.hasFocus() and reader.cards.sought == mark.id)
    assert "then press H" in reader.says()
    # Esc gives it up, and nothing else.
    reader.press(Key.Key_Escape)
    assert not reader.cards.sought
    assert reader.abstract.hasFocus()
    reader.shows_cards()
    reader.press(Key.Key_F)
    assert reader.cards.sought == mark.id
    reader.drags("remark on steps")
    assert [button.accessibleName() for button in reader.window.highlighting.bar.buttons] == ["Mark this passage (H)"]
    reader.press(Key.Key_H)
    reader.sees(lambda: [(one.id, one.quote) for one in reader.marks()] == [(mark.id, "remark on steps")])
    reader.sees(lambda: reader.cards.model().rowCount() == 1)
    assert not reader.cards.sought


def test_the_menus_offer_what_can_be_done(reader: Marker) -> None:
    reader.highlights("fewer steps")
    seen: list[list[str]] = []

    def look(menu: QMenu, _: int) -> None:
        seen.append([action.text() for action in menu.actions() if action.text()])

    reader.abstract.menu_opening.connect(look)
    point = reader.point("fewer steps") + QPoint(6, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, reader.abstract.viewport().mapToGlobal(point), Modifier.NoModifier
    )
    reader.abstract.contextMenuEvent(event)
    assert seen[0][:5] == [
        "Meaning: claim", "Add a comment", "Quote it in the note", "Mark another passage instead",
        "Delete the highlight",
    ]  # fmt: skip
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Delete the highlight").trigger()
    menu.close()
    reader.sees(lambda: not reader.marks())


def test_a_library_that_can_only_be_read_is_left_alone(reader: Marker) -> None:
    reader.highlights("fewer steps")
    reader.lanes.library.notice = "This library can only be read."
    reader.window.highlighting._delete(reader.marks()[0].id or 0)
    reader.sees(lambda: reader.says() == "This library can only be read.")
    reader.drags("noise")
    assert not reader.window.highlighting.bar.isVisible()
    reader.press(Key.Key_H)
    reader.lanes.library.notice = ""
    assert len(reader.marks()) == 1


# The sheets


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    """A window for a sheet to lie over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    return window


def test_the_table_shows_papers_by_meanings_and_exports_them(
    reader: Marker, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    reader.highlights("fewer steps")
    reader.do(highlighting.highlight, 31, HighlightRecord("a few examples", "limit", "Which?"))
    reader.do(highlighting.highlight, 2, HighlightRecord("We ask", "", start=0))
    reader.press(Key.Key_G)
    reader.press(Key.Key_H, modifier=Modifier.ShiftModifier)
    reader.sees(lambda: reader.window.findChildren(HighlightsSheet))
    (sheet,) = reader.window.findChildren(HighlightsSheet)
    reader.sees(lambda: sheet.model.rowCount() == 2)
    QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    names = [sheet.model.headerData(n, Qt.Orientation.Horizontal) for n in range(sheet.model.columnCount())]
    assert names == ["Paper", "claim", "limit", "No meaning"]
    assert sheet.model.index(0, 2).data() == "“a few examples” Which?"
    assert sheet.sentence.text() == "3 highlights in 2 papers"
    reader.sees(lambda: sheet.scope.findText("thesis") > 0)
    sheet.scope.setCurrentIndex(sheet.scope.findText("thesis"))
    reader.sees(lambda: sheet.model.rowCount() == 1)
    for form in FORMS:
        target = tmp_path / f"out{form.suffix}"
        sheet.write(form, target)
        reader.sees(target.is_file)
    reader.sees(lambda: sheet.sentence.text().startswith("Exported to"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[1][1:] == ["Batches", "Byron", "", "2001", "“fewer steps”", "“a few examples” (Which?)"]
    assert "<h1>Highlights in thesis</h1>" in (tmp_path / "out.html").read_text(encoding="utf-8")
    sheet.table.setCurrentIndex(sheet.model.index(0, 2))
    qtbot.keyClick(sheet.table, Key.Key_Return)
    chosen = next(mark.id for mark in reader.marks() if mark.meaning == "limit")
    reader.sees(lambda: reader.abstract.chosen == chosen and reader.cards.current_id() == chosen)


def test_an_empty_table_says_what_to_do(reader: Marker) -> None:
    reader.window.show_highlights()
    (sheet,) = reader.window.findChildren(HighlightsSheet)
    reader.sees(sheet._nothing.isVisible)
    assert "press H" in sheet._nothing.text()
    assert not sheet.export.isEnabled()
    sheet.reject()


def test_meanings_are_named_ordered_and_deleted(lanes: Lanes, theme: Theme, qtbot: QtBot, above: QWidget) -> None:
    def names() -> list[str]:
        return [meaning.name for meaning in saved.meanings(lanes.reader)]

    sheet = MeaningsSheet(lanes, theme, above)
    sheet.open()
    qtbot.waitUntil(lambda: bool(sheet.rows[0].name.hasFocus()))
    field = sheet.rows[0].name
    field.selectAll()
    qtbot.keyClicks(field, "thesis")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: names()[0] == "thesis" and "thesis" in sheet.sentence.text())
    assert sheet.isVisible()
    qtbot.keyClick(field, Key.Key_Down, Modifier.AltModifier)
    qtbot.waitUntil(lambda: names()[:2] == ["method", "thesis"])
    qtbot.waitUntil(lambda: sheet.rows[1].name.hasFocus())
    qtbot.keyClicks(sheet.new, "quote")
    qtbot.keyClick(sheet.new, Key.Key_Return)
    qtbot.waitUntil(lambda: names()[-1] == "quote" and not sheet.new.text())
    assert saved.meanings(lanes.reader)[-1].colour == "teal"
    entries = {action.text(): action for action in sheet.rows[-1].colour.menu().actions()}
    entries["Pink"].trigger()
    qtbot.waitUntil(lambda: saved.meanings(lanes.reader)[-1].colour == "pink")
    qtbot.mouseClick(sheet.rows[-1].delete, Left)
    qtbot.waitUntil(lambda: "quote" not in names())
    sheet.new.setText("METHOD")
    qtbot.keyClick(sheet.new, Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in sheet.sentence.text())
    assert sheet.new.text() == "METHOD"
    sheet.new.clear()
    sheet.undo.click()
    qtbot.waitUntil(lambda: names()[-1] == "quote")
    named = [one.accessibleName() for one in sheet.findChildren(QLineEdit)]
    assert all(named)
    sheet.close()
