"""The list: its model, its view with a person's gestures, its rows as painted, its panel."""

from __future__ import annotations

import json
import sqlite3
import threading
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QDrag,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QPushButton, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library, Writer
from readerapp.library.language import SORTS, Words, parse
from readerapp.library.papers import Row
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Record, Status
from readerapp.ui.models.papers import MIME_TYPE, ROW, PaperModel, displayed
from readerapp.ui.panels.list import ListPanel
from readerapp.ui.theme import Theme
from readerapp.ui.views import paper_list
from readerapp.ui.views.columns import Columns
from readerapp.ui.views.paper_list import PaperList
from tests.conftest import reading as records_of

THIRTY = array("q", range(30, 0, -1))
MANY = array("q", range(1_000_000, 0, -1))
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def writer(library: Library) -> Iterator[Writer]:
    """The writer of the library of thirty papers, in the test's thread."""
    connected = library.writer()
    yield connected
    connected.close()


@pytest.fixture
def model(lanes: Lanes) -> PaperModel:
    """A model of that library, empty."""
    return PaperModel(lanes.reader)


@pytest.fixture
def view(qtbot: QtBot, model: PaperModel, theme: Theme, lanes: Lanes) -> PaperList:
    """The list on a screen, eight rows high, with thirty papers, the newest first."""
    shown = PaperList(model, theme, lanes)
    qtbot.addWidget(shown)
    shown.set_ids(THIRTY)
    shown.resize(400, 8 * shown.visualRect(shown.currentIndex()).height())
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


@pytest.fixture
def panel(qtbot: QtBot, lanes: Lanes, theme: Theme) -> ListPanel:
    """The panel on a screen, 320 pixels wide."""
    shown = ListPanel(lanes, theme)
    qtbot.addWidget(shown)
    shown.resize(320, 700)
    shown.show()
    shown.activateWindow()
    return shown


def click(qtbot: QtBot, view: PaperList, row: int, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    where = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def colours(view: PaperList, row: int) -> Counter[str]:
    """How many pixels of each colour a painted row has."""
    return pixels(view, view.visualRect(view.model().index(row, 0)))


def pixels(view: PaperList, rect: QRect) -> Counter[str]:
    """How many pixels of each colour, as "#rrggbb", a part of the list has."""
    image = view.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(bytes(image.constBits()[: image.sizeInBytes()]).hex("x", 4).split("x"))
    # Four bytes a pixel, blue first.
    return Counter({f"#{name[4:6]}{name[2:4]}{name[0:2]}": count for name, count in counted.items()})


# The model


def test_the_model_keeps_the_rules_of_qt(model: PaperModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_ids(THIRTY[:10], complete=False)
    qtmodeltester.check(model)
    model.set_ids(THIRTY)
    model.set_ids([3, 1, 2])
    model.set_ids([])
    qtmodeltester.check(model)
    model.set_ids([5, 999])
    qtmodeltester.check(model)


def test_more_ids_are_appended_and_other_ids_reset(qtbot: QtBot, model: PaperModel) -> None:
    model.set_ids(THIRTY[:10], complete=False)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        model.set_ids(THIRTY)
    assert inserted.args is not None
    assert inserted.args[1:] == [10, 29]
    assert model.complete
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        model.set_ids(THIRTY[:])
    with qtbot.waitSignal(model.modelReset):
        model.set_ids(THIRTY[1:])
    assert model.rowCount() == 29


def test_rows_are_fetched_by_the_window_and_kept(model: PaperModel, lanes: Lanes) -> None:
    model.set_ids(THIRTY)
    asked: list[str] = []
    lanes.reader.set_trace_callback(asked.append)
    titles = [model.index(row).data() for row in range(30)] + [model.index(row).data() for row in range(30)]
    lanes.reader.set_trace_callback(None)
    assert "question of subject 29" in titles[0]
    assert len(asked) == 1


def test_a_long_way_through_a_list_keeps_few_rows(model: PaperModel) -> None:
    model.set_ids(MANY)
    for row in range(0, 20_000, 50):
        model.row_at(row)
    assert len(model._rows) < 5000
    last = model.row_at(len(MANY) - 1)
    assert last is not None
    assert last.id == 1


def test_a_refresh_shows_what_was_changed(qtbot: QtBot, model: PaperModel, writer: Writer) -> None:
    model.set_ids(THIRTY)
    index = model.index(model.row_of(7))
    before: Row = index.data(ROW)
    assert before.status is Status.UNREAD
    reading.set_status(writer, [7], Status.READ)
    assert index.data(ROW) is before
    with qtbot.waitSignal(model.dataChanged):
        model.refresh(frozenset({7}))
    assert index.data(ROW).status is Status.READ
    reading.set_starred(writer, [7], True)
    model.refresh(None)
    assert index.data(ROW).starred


@given(st.lists(st.integers(1, 2**40) | st.integers(0, 40).map(lambda n: 1 << n), unique=True, max_size=40), st.data())
def test_a_paper_is_found_by_its_id(ids: list[int], data: st.DataObject) -> None:
    with closing(sqlite3.connect(":memory:")) as reader:  # no rows are needed to look for a number
        model = PaperModel(reader)
        model.set_ids(ids)
        paper = data.draw(st.sampled_from(ids) if ids else st.just(1)) if data.draw(st.booleans()) else 3
        assert model.row_of(paper) == (ids.index(paper) if paper in ids else -1)


def test_a_paper_is_one_sentence_to_a_screen_reader(model: PaperModel, writer: Writer) -> None:
    reading.set_starred(writer, [4], True)
    reading.set_rating(writer, [4], 5)
    filing.enqueue(writer, [4])
    model.set_ids([4])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Unread. On the fourth question of subject 3. Byron, van der Berg, Wei, 2003."
        " Tags reading-group, thesis/related-work. Starred. Rated 5 of 5. Up next."
    )


def test_the_tip_of_a_paper_is_escaped(model: PaperModel, writer: Writer) -> None:
    reading.set_takeaway(writer, 4, "<img src='file:///x.png'> & more")
    model.set_ids([4])
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img src=&#x27;file:///x.png&#x27;&gt; &amp; more" in tip


def test_dragged_papers_are_a_json_list_of_ids(model: PaperModel) -> None:
    model.set_ids(THIRTY)
    mime = model.mimeData([model.index(2), model.index(0)])
    assert json.loads(mime.data(MIME_TYPE).toStdString()) == [28, 30]
    assert model.mimeTypes() == [MIME_TYPE]


@given(st.text(), st.integers(1, 60))
def test_displayed_text_is_one_short_line_without_controls(text: str, limit: int) -> None:
    shown = displayed(text, limit)
    assert len(shown) <= limit + 1
    assert not any(
        ord(char) < 32 or char in "\x7f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for char in shown
    )


def test_displayed_text_keeps_what_can_be_read() -> None:
    assert displayed("Two\nlines\tand  blanks") == "Two lines and blanks"
    assert displayed("safe \u202egnp.exe") == "safe \ufffdgnp.exe"
    assert displayed("עברית ודוגמה") == "עברית ודוגמה"
    assert displayed("abcdef", 3) == "abc…"


# The words of a search


# The view: keys


def test_the_first_paper_is_current_at_once(view: PaperList) -> None:
    assert view.current_id() == 30
    assert view.selected_ids().tolist() == [30]


def test_arrows_and_pages_move_the_current_paper(qtbot: QtBot, view: PaperList) -> None:
    moved: list[int] = []
    view.current_changed.connect(moved.append)
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Up, Key.Key_End, Key.Key_Down, Key.Key_Home):
        qtbot.keyClick(view, key)
    assert moved == [29, 21, 22, 1, 30]
    view.last()
    assert view.visualRect(view.currentIndex()).bottom() < view.viewport().height()
    view.go(-1)
    view.page(-1)
    assert view.current_id() == 10
    view.first()
    view.go(-1)
    assert view.current_id() == 30


def test_letters_and_blanks_are_left_to_actions(qtbot: QtBot, view: PaperList) -> None:
    for key, text in ((Key.Key_O, "o"), (Key.Key_J, "j"), (Key.Key_Space, " "), (Key.Key_1, "1"), (Key.Key_Slash, "/")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier, text)
        QApplication.sendEvent(view, event)
        assert not event.isAccepted()
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Up, Modifier.AltModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()
    view.keyboardSearch("On the first")
    assert view.current_id() == 30
    shortcut = QShortcut(QKeySequence("J"), view)
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClick(view, Key.Key_J)


def test_enter_and_a_double_click_open_a_paper(qtbot: QtBot, view: PaperList) -> None:
    with qtbot.waitSignal(view.activated_paper) as opened:
        qtbot.keyClick(view, Key.Key_Return)
    assert opened.args == [30]
    where = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(view.activated_paper) as opened:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [27]


# The view: selecting


def test_shift_and_ctrl_select_as_everywhere(qtbot: QtBot, view: PaperList) -> None:
    click(qtbot, view, 1)
    click(qtbot, view, 4, Modifier.ShiftModifier)
    assert view.selected_ids().tolist() == [29, 28, 27, 26]
    click(qtbot, view, 2, Modifier.ControlModifier)
    click(qtbot, view, 6, Modifier.ControlModifier)
    assert view.selected_ids().tolist() == [29, 27, 26, 24]
    click(qtbot, view, 0)
    assert view.selected_ids().tolist() == [30]
    qtbot.keyClick(view, Key.Key_Down, Modifier.ShiftModifier)
    assert view.selected_ids().tolist() == [30, 29]


def test_extending_grows_and_shrinks_from_where_it_began(view: PaperList) -> None:
    view.go(1)
    for offset, selected in (
        (1, [29, 28]),
        (1, [29, 28, 27]),
        (-1, [29, 28]),
        (-1, [29]),
        (-1, [30, 29]),
        (-1, [30, 29]),
    ):
        view.extend(offset)
        assert view.selected_ids().tolist() == selected
    assert view.current_id() == 30


def test_picked_papers_stay_selected_while_the_reader_moves(view: PaperList) -> None:
    view.toggle_selected()
    view.go(1)
    view.go(1)
    view.toggle_selected()
    view.go(1)
    assert view.selected_ids().tolist() == [30, 28]
    assert view.current_id() == 27
    view.go(-1)
    view.toggle_selected()
    assert view.selected_ids().tolist() == [30]
    view.select_current()
    view.go(1)
    assert view.selected_ids().tolist() == [27]


def test_letting_the_last_pick_go_ends_picking(view: PaperList) -> None:
    view.toggle_selected()
    view.toggle_selected()
    view.go(1)
    assert view.selected_ids().tolist() == [29]


def test_papers_can_be_selected_by_id(view: PaperList) -> None:
    view.select_ids([5, 6, 7, 20, 4000])
    assert view.selected_ids().tolist() == [20, 7, 6, 5]
    assert view.current_id() == 20
    view.select_ids([4000])
    assert view.selected_count() == 4


def test_current_paper_and_selection_fit_whenever_they_are_told(qtbot: QtBot, view: PaperList) -> None:
    told: list[tuple[int, list[int]]] = []

    def tell(_: int) -> None:
        told.append((view.current_id(), view.selected_ids().tolist()))

    view.current_changed.connect(tell)
    view.selection_count_changed.connect(tell)
    click(qtbot, view, 3)
    assert told == [(27, [27])]
    click(qtbot, view, 5, Modifier.ControlModifier)
    assert told[1:] == [(25, [27, 25])] * 2
    click(qtbot, view, 1, Modifier.ShiftModifier)
    click(qtbot, view, 3)
    assert told[-1] == (27, [27])


def test_another_selection_of_as_many_is_told(qtbot: QtBot, view: PaperList) -> None:
    view.select_ids([30, 29])
    with qtbot.waitSignal(view.selection_count_changed) as told:
        view.select_ids([30, 5])
    assert told.args == [2]


def test_a_million_papers_are_selected_and_passed_over_at_once(qtbot: QtBot, view: PaperList) -> None:
    view.set_ids(MANY[:100], complete=False, fresh=True)
    view.set_ids(MANY)
    qtbot.keyClick(view, Key.Key_A, Modifier.ControlModifier)
    assert view.selected_ids() == MANY
    assert view.selectionModel().selection().size() == 1
    view.last()
    assert view.current_id() == 1
    assert view.selected_ids().tolist() == [1]
    last = view.visualRect(view.currentIndex())
    assert view.indexAt(last.center()).row() == 999_999
    assert last.bottom() == view.viewport().height() - 1


# The view: keeping the place


def test_the_next_paper_takes_the_place_of_a_vanished_one(view: PaperList) -> None:
    view.set_current_id(12)
    before = view.visualRect(view.currentIndex())
    view.set_ids([paper for paper in THIRTY if paper not in (12, 20, 25)])
    assert view.current_id() == 11
    assert view.selected_ids().tolist() == [11]
    assert view.visualRect(view.currentIndex()) == before


def test_the_paper_before_takes_the_place_of_the_last(view: PaperList) -> None:
    view.last()
    view.set_ids(THIRTY[:-2])
    assert view.current_id() == 3
    view.set_ids([])
    assert view.current_id() == 0
    assert view.selected_ids().tolist() == []
    view.set_ids(THIRTY)
    assert view.current_id() == 30


def test_in_another_list_the_first_paper_takes_the_place_of_a_missing_one(view: PaperList) -> None:
    view.set_current_id(12)
    view.set_ids(THIRTY[20:], fresh=True)
    assert view.current_id() == 10
    assert view.verticalScrollBar().value() == 0


def test_paper_and_place_are_found_again_by_id(qtbot: QtBot, view: PaperList) -> None:
    view.set_current_id(12)
    before = view.visualRect(view.currentIndex())
    with qtbot.assertNotEmitted(view.current_changed), qtbot.assertNotEmitted(view.selection_count_changed):
        view.set_ids(array("q", [40, 39, *THIRTY]))
    assert view.current_id() == 12
    assert view.visualRect(view.currentIndex()) == before


def test_a_list_scrolled_away_from_its_current_paper_stays_there(view: PaperList) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2 + 5)
    top = view.indexAt(QPoint(5, 5))
    paper, where = top.data(ROW).id, view.visualRect(top).top()
    view.set_ids([31, *THIRTY])
    top = view.indexAt(QPoint(5, 5))
    assert (top.data(ROW).id, view.visualRect(top).top()) == (paper, where)
    assert view.current_id() == 30


def test_several_selected_papers_are_selected_again(view: PaperList) -> None:
    view.select_ids([28, 27, 15])
    view.set_ids(sorted(THIRTY))
    assert view.selected_ids().tolist() == [15, 27, 28]
    view.set_ids([paper for paper in THIRTY if paper != 27])
    assert view.selected_ids().tolist() == [28, 15]
    view.set_ids(sorted(THIRTY), fresh=True)
    assert view.selected_ids().tolist() == [view.current_id()]


def test_a_selection_too_scattered_gives_way_to_the_current_paper(view: PaperList) -> None:
    view.set_ids(MANY)
    view.select_ids(range(2, 60_000, 2))
    assert view.selected_count() == 1


def test_a_paper_still_to_come_is_waited_for(qtbot: QtBot, view: PaperList) -> None:
    view.set_current_id(5)
    with qtbot.assertNotEmitted(view.current_changed):
        view.set_ids(THIRTY[2:12], complete=False, fresh=True)
        assert view.current_id() == 5
        view.set_ids(THIRTY[2:])
    assert view.current_row() == 23
    assert view.selected_ids().tolist() == [5]


def test_a_paper_that_never_comes_is_waited_for_no_longer(view: PaperList) -> None:
    view.set_current_id(5)
    view.set_ids(THIRTY[2:12], complete=False, fresh=True)
    view.set_ids(THIRTY[2:15])
    assert view.current_id() == 28


def test_nobody_waits_for_a_paper_once_the_reader_has_moved(view: PaperList) -> None:
    view.set_current_id(5)
    view.set_ids(THIRTY[2:12], complete=False, fresh=True)
    view.go(1)
    view.set_ids(THIRTY[2:])
    assert view.current_id() == 28


def test_the_current_paper_of_last_time_can_be_asked_for_early(view: PaperList) -> None:
    view.set_ids(THIRTY[:10], complete=False, fresh=True)
    view.set_current_id(4)
    view.clearFocus()
    view.setFocus()
    assert view.current_id() == 4
    view.set_ids(THIRTY)
    assert view.current_row() == 26
    view.set_current_id(4000)
    assert view.current_id() == 4


def test_a_search_begins_at_its_top(view: PaperList) -> None:
    view.set_current_id(28)
    view.set_ids(THIRTY[1:], fresh=True, from_top=True)
    assert view.current_id() == 28
    view.set_current_id(5)
    view.set_ids(THIRTY[:10] + THIRTY[12:], fresh=True, from_top=True)
    assert view.current_id() == 30
    assert view.verticalScrollBar().value() == 0


# The view: looks


def test_rows_are_of_one_height_on_the_grid_and_the_place_is_kept(view: PaperList) -> None:
    view.set_current_id(12)
    below = view.visualRect(view.currentIndex()).top()
    high = view.visualRect(view.currentIndex()).height()
    view.density = "compact"
    low = view.visualRect(view.currentIndex()).height()
    assert high % 4 == low % 4 == 0
    assert low < high * 0.65
    assert view.visualRect(view.currentIndex()).top() == below
    assert view.verticalScrollBar().maximum() == 30 * low - view.viewport().height()


def test_a_status_is_a_shape_of_its_own(view: PaperList, model: PaperModel, writer: Writer, theme: Theme) -> None:
    for paper, status in ((29, Status.READING), (28, Status.READ), (27, Status.DROPPED)):
        reading.set_status(writer, [paper], status)
    model.refresh(None)
    accent, secondary = theme.tokens.accent, theme.tokens.secondary
    left = [view.visualRect(view.model().index(row, 0)).adjusted(8, 0, 28 - 400, 0) for row in range(4)]
    marks = []
    for rect in left:
        names = pixels(view, rect)
        marks.append((names[accent], names[secondary]))
    unread, half, ring, slashed = marks
    assert unread[0] > half[0] > 0
    assert ring[0] == slashed[0] == 0
    assert slashed[1] > ring[1] >= 0


def test_searched_words_have_a_ground(view: PaperList, theme: Theme) -> None:
    assert theme.tokens.match not in colours(view, 1)
    view.set_words([Words("quest", prefix=True)])
    assert colours(view, 1)[theme.tokens.match] > 100
    view.set_words([])
    assert theme.tokens.match not in colours(view, 1)


# Passages


def passages_of(qtbot: QtBot, view: PaperList, query: str) -> list[str]:
    """Types a query and waits until what is seen has been looked for; the passages of all papers, "" for none."""
    view.set_words(parse(query, typing=True).words)
    view.viewport().repaint()
    model = view.model()
    assert isinstance(model, PaperModel)
    qtbot.waitUntil(lambda: not model.lacking_passages(*seen_rows(view)))
    return [passage.text if (passage := view.passage(paper)) else "" for paper in view.ids()]


class Asked(QObject):
    """Says that the reading lane has answered what it was asked before."""

    answered = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        lanes.ask("whether all is answered", lambda _: None, lambda _: self.answered.emit(), at_once=True)


def seen_rows(view: PaperList) -> tuple[int, int]:
    last = view.indexAt(QPoint(0, view.viewport().height() - 1)).row()
    return view.indexAt(QPoint(0, 0)).row(), len(view.ids()) - 1 if last < 0 else last


@pytest.mark.parametrize("density", ["comfortable", "compact"])
def test_under_a_search_a_row_shows_the_passage(
    qtbot: QtBot, view: PaperList, writer: Writer, theme: Theme, density: str
) -> None:
    view.density = density
    reading.set_note(writer, 29, "Compare this with some algebra of our own.")
    before = view.visualRect(view.currentIndex()).height()
    view.set_words(parse("algebra").words)
    # There is room for it at once; it comes when the reading lane has it.
    assert before + 12 < view.visualRect(view.currentIndex()).height() < before + 28
    assert theme.tokens.match not in colours(view, 0)
    assert "algebra" in passages_of(qtbot, view, "algebra")[0]
    assert colours(view, 0)[theme.tokens.match] > 100
    assert view.passage(29).source == "note"  # type: ignore[union-attr]
    assert (
        view.model()
        .index(1, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("Note: Compare this with some algebra of our own.")
    )
    view.set_words([])
    assert view.passage(29) is None
    assert view.visualRect(view.currentIndex()).height() == before


def test_passages_come_for_the_rows_that_are_seen(qtbot: QtBot, view: PaperList) -> None:
    found = passages_of(qtbot, view, "algebra")
    assert found[0]
    assert found[-1] == ""
    view.last()
    view.viewport().repaint()
    qtbot.waitUntil(lambda: view.passage(5) is not None)


def test_an_answer_to_other_words_is_ignored(qtbot: QtBot, view: PaperList, lanes: Lanes) -> None:
    gate = threading.Event()
    lanes.ask("gate", lambda _: gate.wait(5), lambda _: None, at_once=True)
    view.set_words(parse("algebra").words)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: bool(view._asked))
    view.setUpdatesEnabled(False)  # not painted, it asks for nothing new
    view.set_words(parse("care").words)
    gate.set()
    with qtbot.waitSignal(Asked(lanes).answered):
        pass
    assert view.passage(30) is None
    view.setUpdatesEnabled(True)
    assert "care" in passages_of(qtbot, view, "care")[0]


def test_while_a_word_is_typed_on_the_passage_stays(qtbot: QtBot, view: PaperList) -> None:
    passages_of(qtbot, view, "alg")
    view.set_words(parse("algeb", typing=True).words)
    assert view.passage(30) is not None
    view.set_words(parse("care", typing=True).words)
    assert view.passage(30) is None


def test_a_passage_follows_what_changes(qtbot: QtBot, view: PaperList, model: PaperModel, writer: Writer) -> None:
    assert view.passage(30) is None
    passages_of(qtbot, view, "algebra")
    assert view.passage(30).source == "abstract"  # type: ignore[union-attr]
    reading.set_note(writer, 30, "algebra")
    model.refresh(frozenset({30}))
    assert view.passage(30).source == "abstract"  # type: ignore[union-attr]
    view.viewport().repaint()
    qtbot.waitUntil(lambda: view.passage(30).source == "note")  # type: ignore[union-attr]


def test_the_place_in_the_list_stays_when_rows_grow(view: PaperList) -> None:
    view.set_current_id(12)
    view.go(-1)
    below = view.visualRect(view.currentIndex()).top()
    view.set_words(parse("algebra").words)
    assert view.visualRect(view.currentIndex()).top() == below
    view.set_words([])
    assert view.visualRect(view.currentIndex()).top() == below


def test_the_first_marked_word_is_seen_in_a_narrow_list(
    qtbot: QtBot, view: PaperList, writer: Writer, theme: Theme
) -> None:
    _, summary = bring_in(writer, records_of(Record(title="Narrow", abstract=f"{'m' * 60} xylophone of the last days")))
    view.set_ids(summary.papers, fresh=True)
    view.resize(280, view.height())
    assert passages_of(qtbot, view, "xylophone") == [f"…{'m' * 27} xylophone of the last days"]
    assert colours(view, 0)[theme.tokens.match] > 100


# More of how a row looks


def test_a_tag_has_the_colour_of_its_own_or_of_the_tag_above(view: PaperList, theme: Theme) -> None:
    row = 1  # paper 29: thesis/generalization
    pink = theme.dot("pink").name()
    assert pink not in colours(view, row)
    view.set_tag_colours({"thesis": "pink"})
    assert pink in colours(view, row)
    view.set_tag_colours({"thesis": "pink", "thesis/generalization": "teal"})
    assert pink not in colours(view, row)
    assert theme.dot("teal").name() in colours(view, row)


def test_the_selected_row_has_a_ground_and_the_focus_a_bar(view: PaperList, theme: Theme) -> None:
    ground = theme.tokens.selection if view.isActiveWindow() else theme.tokens.inactive_selection
    view.go(1)
    rect = view.visualRect(view.model().index(1, 0))
    image = view.viewport().grab(rect).toImage()
    assert image.pixelColor(1, 20) == QColor(theme.tokens.focus)
    assert image.pixelColor(200, 2) == QColor(ground)
    view.clearFocus()
    image = view.viewport().grab(rect).toImage()
    assert image.pixelColor(1, 20) == QColor(ground)


@pytest.mark.parametrize("density", ["comfortable", "compact"])
def test_odd_papers_stay_in_their_rows(view: PaperList, writer: Writer, theme: Theme, density: str) -> None:
    odd = [
        "Unbreakable" * 90,
        "שאלות על הכללה של רשתות עמוקות " * 9,
        "over \u202eride\nand break",
        "<b>bold</b> & <img src='file:///x'>",
        "A" + "\u0301" * 80,
        "😀 𝐱 " * 40,
    ]
    records = [
        Record(
            title=f"{title} {number}",
            authors=["Ada " + "B" * 120],
            venue="V" * 200,
            year=2020,
            takeaway="T " * 200,
            tags=["t" * 190, "u" * 190, "v"],
            starred=True,
            rating=5,
            note="n",
        )
        for number, title in enumerate(odd)
    ]
    _, summary = bring_in(writer, records_of(*records))
    filing.enqueue(writer, summary.papers)
    view.density = density
    view.set_words([Words("unbreak", prefix=True), Words("bold"), Words("x"), Words("שאלות")])
    view.set_ids(summary.papers, fresh=True)
    for row in range(len(odd)):
        seen = colours(view, row)
        assert seen[theme.tokens.star] > 20
        # The last pixels before the edge are ground: nothing runs over it.
        rect = view.visualRect(view.model().index(row, 0))
        assert len(pixels(view, rect.adjusted(rect.width() - 6, 0, 0, -1))) == 1


def test_a_tip_is_shown_only_for_what_is_cut(qtbot: QtBot, view: PaperList, writer: Writer) -> None:
    def tip_of(row: int) -> str:
        where = view.visualRect(view.model().index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
        QApplication.sendEvent(view.viewport(), event)
        return QToolTip.text()

    _, summary = bring_in(
        writer, records_of(Record(title="A very long title of many words " * 8), Record(title="Short"))
    )
    view.set_ids(summary.papers, fresh=True)
    assert "A very long title" in tip_of(0)
    tip_of(1)
    qtbot.waitUntil(lambda: QToolTip.text() == "")


def test_a_screen_reader_finds_the_rows(view: PaperList) -> None:
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.role() == QAccessible.Role.List
    assert seen.childCount() == 30
    assert seen.child(1).text(QAccessible.Text.Name).startswith("Unread. On the first question of subject 28.")


@pytest.mark.parametrize(("selected", "dragged"), [([], [28]), ([29, 28, 3], [29, 28, 3]), ([29, 27], [28])])
def test_papers_are_dragged_out(
    qtbot: QtBot, view: PaperList, monkeypatch: pytest.MonkeyPatch, selected: list[int], dragged: list[int]
) -> None:
    drags: list[tuple[list[int], QSize]] = []

    class Caught(QDrag):
        """A drag that ends at once: a real one waits for a person's hand."""

        def exec(self, *_: object) -> Qt.DropAction:
            drags.append((json.loads(self.mimeData().data(MIME_TYPE).toStdString()), self.pixmap().size()))
            return Qt.DropAction.CopyAction

    monkeypatch.setattr(paper_list, "QDrag", Caught)
    view.select_ids(selected)
    where = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    for step in (10, 20, 30):
        qtbot.mouseMove(view.viewport(), where + QPoint(step, step))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [ids for ids, _ in drags] == [dragged]
    assert drags[0][1].width() > 24


def test_a_context_menu_is_asked_for_where_the_paper_is(qtbot: QtBot, view: PaperList) -> None:
    where = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(view.context_asked) as asked:
        qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=where)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args == [view.viewport().mapToGlobal(where)]
    assert view.selected_ids().tolist() == [28]
    view.set_current_id(1)
    view.verticalScrollBar().setValue(0)
    with qtbot.waitSignal(view.context_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args is not None
    assert view.indexAt(view.viewport().mapFromGlobal(asked.args[0])).data(ROW).id == 1


def test_scrolling_to_a_paper_obeys_the_hint(view: PaperList) -> None:
    index = view.model().index(15, 0)
    hints = QAbstractItemView.ScrollHint
    view.scrollTo(index, hints.PositionAtTop)
    assert view.visualRect(index).top() == 0
    view.scrollTo(index, hints.PositionAtBottom)
    assert view.visualRect(index).bottom() == view.viewport().height() - 1
    view.scrollTo(view.model().index(0, 0))
    assert view.verticalScrollBar().value() == 0
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert view.viewport().rect().contains(view.visualRect(index))


def test_the_scheme_changes_at_once(view: PaperList, theme: Theme) -> None:
    light = colours(view, 1)
    assert theme.tokens.line in light
    theme.choose("dark")
    try:
        assert theme.tokens.line in colours(view, 1)
        assert light != colours(view, 1)
    finally:
        theme.choose("light")


# The panel


def texts(panel: ListPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def buttons(panel: ListPanel) -> dict[str, QPushButton]:
    return {button.text(): button for button in panel.findChildren(QPushButton) if button.isVisible()}


def test_the_header_says_what_is_listed(panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    assert texts(panel).splitlines() == ["All papers", "30 papers"]
    panel.show_list("All papers", THIRTY[:4], total=30, query="question", words=[Words("question")])
    assert "4 found" in texts(panel)
    panel.show_list("Unread", THIRTY[:1], total=30, query="is:unread")
    assert "1 paper" in texts(panel).splitlines()
    panel.show_list("a b", THIRTY[:3], total=30, query='tag:"a b"')
    assert "3 papers" in texts(panel)
    panel.show_list("All papers", THIRTY[:9], total=30, complete=False)
    assert "counting…" in texts(panel)
    panel.show_list("All papers", THIRTY, total=30, fresh=False)
    panel.list.select_ids([3, 4])
    assert "2 selected" in texts(panel)
    panel.list.first()
    panel.list.select_current()
    assert "30 papers" in texts(panel)


def test_there_is_an_order_for_every_key_of_the_language(panel: ListPanel) -> None:
    assert panel._orders.keys() == SORTS.keys()


def test_an_order_is_chosen_and_reversed(qtbot: QtBot, panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        panel._orders["title"].trigger()
    assert chosen.args == ["title"]
    panel.show_list("All papers", THIRTY, total=30, order="title")
    assert panel._order_button.text() == "Title, A to Z ▾"
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        panel._reversed.trigger()
    assert chosen.args == ["-title"]
    panel.show_list("All papers", THIRTY, total=30, order="-title")
    assert panel._order_button.text() == "Title, Z to A ▾"
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        panel._reversed.trigger()
    assert chosen.args == ["title"]
    panel.show_list("All papers", THIRTY, total=30, order="nonsense")
    assert panel._order_button.text() == "Newest first ▾"


def test_orders_that_say_nothing_are_not_offered(panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    assert not panel._orders["relevance"].isVisible()
    assert not panel._orders["trashed"].isVisible()
    panel.show_list("All papers", THIRTY, total=30, query="question")
    assert panel._orders["relevance"].isVisible()
    panel.show_list("Trash", THIRTY, total=30, query="is:trashed")
    assert panel._orders["trashed"].isVisible()


def test_density_is_chosen_in_the_same_menu(qtbot: QtBot, panel: ListPanel) -> None:
    with qtbot.waitSignal(panel.density_chosen) as chosen:
        panel._densities["compact"].trigger()
    assert chosen.args == ["compact"]
    assert panel.list.density == "compact"
    panel.set_density("comfortable")
    assert panel.density == "comfortable"
    assert panel._densities["comfortable"].isChecked()
    panel.set_density("nonsense")
    assert panel.density == "comfortable"


def table(panel: ListPanel, width: int) -> list[str]:
    """Shows the list as a table of this width; the columns that are seen."""
    panel.resize(width, 600)
    panel.show()
    panel.set_density("table")
    QApplication.processEvents()
    return [column.name for column in panel.columns.seen]


def test_a_table_has_one_line_for_each_paper_and_the_columns_there_is_room_for(panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    assert table(panel, 1000) == ["title", "author", "year", "venue", "rating", "added", "tags"]
    assert panel.columns.isVisible()
    assert panel.columns.height() < 36
    assert panel.list.visualRect(panel.list.currentIndex()).height() < 36
    assert sum(column.width for column in panel.columns.seen) == panel.columns.width()
    assert table(panel, 500) == ["title", "author", "year"]
    assert panel.columns.seen[0].width >= 280
    assert table(panel, 1000) == ["title", "author", "year", "venue", "rating", "added", "tags"]
    panel.show_list("Nothing", [], total=30)
    assert not panel.columns.isVisible()
    panel.set_density("comfortable")
    panel.show_list("All papers", THIRTY, total=30)
    assert not panel.columns.isVisible()


def test_a_table_is_ordered_by_a_click_on_a_column(qtbot: QtBot, panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    table(panel, 1000)
    places = {column.name: QPoint(column.x + 20, 10) for column in panel.columns.seen}
    chosen: list[str] = []
    panel.order_chosen.connect(chosen.append)
    for name in ("title", "title", "year", "tags"):
        qtbot.mouseClick(panel.columns.viewport(), Qt.MouseButton.LeftButton, pos=places[name])
        # The window lists anew.
        panel.show_list("All papers", THIRTY, total=30, order=chosen[-1])
    assert chosen == ["title", "-title", "year"]
    assert panel.columns.isSortIndicatorShown()
    assert panel.columns.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_widths_and_columns_of_a_table_are_kept(qtbot: QtBot, panel: ListPanel, theme: Theme) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    table(panel, 1000)
    panel.columns.resizeSection(1, 222)
    panel.columns._choose(QPoint(5, 5))
    (menu,) = panel.columns.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == "Rating").trigger()
    menu.close()
    kept = panel.columns.in_words()
    again = Columns()
    qtbot.addWidget(again)
    again.resize(1000, 28)
    again.restore(f"{kept} nonsense author:x -title")
    again.show()
    assert [(column.name, column.width) for column in again.seen] == [
        (column.name, column.width) for column in panel.columns.seen
    ]
    assert "rating" not in {column.name for column in again.seen}
    assert again.seen[1].width == 222


@pytest.mark.parametrize("width", [300, 700, 1100])
def test_odd_papers_stay_in_their_columns(panel: ListPanel, writer: Writer, theme: Theme, width: int) -> None:
    odd = ["Unbreakable" * 90, "over \u202eride\nand break", "<b>bold</b>", "A" + "\u0301" * 80]
    records = [
        Record(
            title=f"{title} {number}", authors=["Ada " + "B" * 120], venue="V" * 200, year=2020, rating=5, starred=True
        )
        for number, title in enumerate(odd)
    ]
    for record in records:
        record.tags = ["t" * 190, "u" * 190]
    _, summary = bring_in(writer, records_of(*records))
    panel.show_list("All papers", summary.papers, total=30)
    table(panel, width)
    view = panel.list
    for row in range(len(odd)):
        rect = view.visualRect(view.model().index(row, 0))
        for column in panel.columns.seen[1:]:
            # Nothing runs over the line between two columns.
            between = QRect(column.x - 2, rect.top() + 1, 4, rect.height() - 2)
            assert len(pixels(view, between)) == 1, column.name


def test_the_first_run_offers_three_ways_to_begin(qtbot: QtBot, panel: ListPanel) -> None:
    panel.show_list("All papers", [], total=0)
    assert "Your reading list is empty" in texts(panel)
    shown = buttons(panel)
    for text, signal in (
        ("Paste a papers page", panel.paste_asked),
        ("Import a file", panel.import_asked),
        ("Look at the starter library", panel.starter_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(shown[text], Qt.MouseButton.LeftButton)
    panel.show_list("All papers", THIRTY, total=30)
    assert panel.list.isVisible()
    assert not buttons(panel)


@pytest.mark.parametrize(
    ("title", "query", "said", "offered"),
    [
        ("Unread", "is:unread", "Nothing is unread.", "Paste a papers page"),
        ("Up next", "is:queued sort:queue", "Nothing is up next.", "Show all papers"),
        ("Reading", "is:reading", "You are reading no paper.", "Show all papers"),
        ("Read", "is:read", "No paper is read yet.", "Show all papers"),
        ("Starred", "is:starred", "No paper has a star.", "Show all papers"),
        ("Dropped", "is:dropped", "No paper is dropped.", "Show all papers"),
        ("Trash", "is:trashed", "The trash is empty.", "Show all papers"),
        ("thesis/x", "tag:thesis/x", "No paper is tagged “thesis/x”.", "Show all papers"),
        ("All papers", "", "There are no papers here.", "Import a file"),
        ("All papers", "foo is:read", "Nothing matches “foo is:read”.", "Clear the search"),
        ("All papers", "tag:a tag:b", "Nothing matches “tag:a tag:b”.", "Clear the search"),
    ],
)
def test_an_empty_list_says_what_to_do_next(panel: ListPanel, title: str, query: str, said: str, offered: str) -> None:
    panel.show_list(title, [], total=30, query=query)
    assert said in texts(panel)
    assert offered in buttons(panel)


def test_a_search_without_result_can_be_cleared(qtbot: QtBot, panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    panel.list.setFocus()
    panel.show_list(
        "All papers", [], total=30, query='"foo', explanation="The quote is not closed.", words=[Words("foo")]
    )
    assert "The quote is not closed." in texts(panel)
    button = buttons(panel)["Clear the search"]
    assert button.hasFocus()
    with qtbot.waitSignal(panel.clear_search_asked):
        qtbot.keyClick(button, Key.Key_Space)
    panel.show_list("All papers", THIRTY, total=30)
    assert panel.list.hasFocus()


def test_an_answer_still_to_come_is_no_empty_list(panel: ListPanel) -> None:
    panel.show_list("All papers", [], total=30, query="foo", complete=False)
    assert not buttons(panel)
    assert "counting…" in texts(panel)


@pytest.mark.parametrize("query", ["", "x" * 5000, "\u202e" + "wide " * 500, "<b>" * 90])
def test_nothing_makes_the_panel_wider(panel: ListPanel, query: str) -> None:
    panel.show_list("t" * 300, [], total=30, query=query, explanation="e" * 300, order="published")
    assert panel.minimumSizeHint().width() <= 320
    assert panel.width() == 320
    panel.show_list("t" * 300, THIRTY, total=30, query=query, order="published")
    assert panel.minimumSizeHint().width() <= 320
    assert panel._order_button.geometry().right() < 320


def test_changed_papers_are_shown_anew(panel: ListPanel, writer: Writer) -> None:
    panel.show_list("All papers", THIRTY, total=30)
    assert panel.list.row(30) is not None
    reading.set_starred(writer, [30], True)
    panel.refresh(frozenset({30}))
    row = panel.list.row(30)
    assert row is not None
    assert row.starred
    assert panel.list.row(4000) is None
    panel.tag_colours = {"thesis": "pink"}
    assert panel.tag_colours == {"thesis": "pink"}
