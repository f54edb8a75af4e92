"""Similar papers in the reading pane: what stands there, and that it is quiet, reachable and up to date."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library.connect import Writer
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, Record, Status
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading

BEES = "Scout bees dance for a nest until the whole swarm agrees on one of the hollow trees. "
LONG = BEES + "Then they fly. " * 120


def do(lanes: Lanes, verb: Verb, *args: object) -> None:
    """Has the lane do something, and waits until the window has heard of it."""
    loop = QEventLoop()
    lanes.do(verb, *args, then=lambda _: loop.quit())
    loop.exec()


def add(lanes: Lanes, *records: Record) -> list[int]:
    """The ids of papers put into the library."""
    ids: list[int] = []

    def verb(writer: Writer) -> Changes | None:
        changes, summary = bring_in(writer, as_reading(*records))
        ids.extend(summary.papers)
        return changes

    do(lanes, verb)
    return ids


@pytest.fixture
def bees(lanes: Lanes) -> list[int]:
    """Three papers on bees, of which the first is most like the second."""
    return add(
        lanes,
        Record(title="How bees choose a nest", abstract=BEES),
        Record(title="Swarms that agree", abstract=BEES, authors=["Ada Byron"], venue="Hives", year=2019),
        Record(title="Hollow trees <b>&amp;</b> \u202eseeb", abstract="Scout bees in hollow trees."),
    )


@pytest.fixture
def pane(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Iterator[ReadingPane]:
    made = ReadingPane(lanes, theme, lambda _: None)
    qtbot.addWidget(made)
    lanes.library_changed.connect(made.refresh)
    made.resize(484, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    lanes.library_changed.disconnect(made.refresh)


def ids(pane: ReadingPane) -> list[int]:
    return [one.row.id for one in pane.related.shown]


def show(qtbot: QtBot, pane: ReadingPane, paper: int) -> None:
    """Shows a paper and waits for what is like it."""
    pane.show_paper(paper)
    qtbot.waitUntil(lambda: bool(pane.related.shown))


def said(pane: ReadingPane, row: int) -> str:
    rows = pane.related.list.rows
    return str(rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole))


def test_says_which_papers_and_why(qtbot: QtBot, pane: ReadingPane, bees: list[int]) -> None:
    show(qtbot, pane, bees[0])
    assert ids(pane)[:2] == bees[1:]
    assert len(ids(pane)) <= 5
    assert pane.related.isVisible()
    status, title, authors, why = said(pane, 0).split(", ", 3)
    assert (status, title, authors) == ("Unread", "Swarms that agree", "Byron · Hives 2019")
    assert why.startswith("because: ")
    assert set(why.removeprefix("because: ").split(", ")) <= set(BEES.replace(".", "").split())
    assert pane.related.list.accessibleName() == "Similar papers"


def test_markup_is_shown_not_meant(qtbot: QtBot, pane: ReadingPane, bees: list[int]) -> None:
    show(qtbot, pane, bees[0])
    assert said(pane, 1).startswith("Unread, Hollow trees <b>&amp;</b> \ufffdseeb")
    rows = pane.related.list.rows
    assert "&lt;b&gt;" in str(rows.data(rows.index(1), Qt.ItemDataRole.ToolTipRole))


def test_walking_through_a_list_waits_for_nothing(qtbot: QtBot, pane: ReadingPane, bees: list[int]) -> None:
    answers: list[list[int]] = []
    pane.related.changed.connect(lambda: answers.append(ids(pane)))
    for paper in (1, 2, bees[0], 3, bees[2]):
        pane.show_paper(paper)
        assert not pane.related.shown
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [ids(pane)]
    assert set(ids(pane)[:2]) == set(bees[:2])


def test_the_section_goes_with_its_paper(qtbot: QtBot, pane: ReadingPane, bees: list[int], lanes: Lanes) -> None:
    (lonely,) = add(lanes, Record(title="Zygomorphic"))
    show(qtbot, pane, bees[0])
    pane.show_paper(lonely)
    assert not pane.related.isVisible()
    show(qtbot, pane, bees[1])
    pane.show_selection(bees)
    assert not pane.related.isVisible()
    show(qtbot, pane, bees[1])
    pane.show_paper(None)
    assert not pane.related.shown


@pytest.mark.parametrize("height", [800, 480])
def test_nothing_moves_when_it_comes(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes, bees: list[int], height: int
) -> None:
    (long,) = add(lanes, Record(title="A long one", abstract=LONG))
    pane.resize(484, height)
    pane.show_paper(long)
    pane.page_down()
    place = pane.abstract.cursorRect().topLeft()
    before = pane.abstract.viewport().mapTo(pane, place)
    qtbot.waitUntil(lambda: pane.related.isVisible())
    assert pane.abstract.viewport().mapTo(pane, pane.abstract.cursorRect().topLeft()) == before
    while pane.page_down():
        pass
    end = pane.related.mapTo(pane, QPoint(0, pane.related.height()))
    assert pane.height() - 40 < end.y() <= pane.height() - 16


@pytest.mark.parametrize("width", [300, 484, 900])
def test_it_stands_below_the_text_and_shows_every_row(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes, bees: list[int], width: int
) -> None:
    add(lanes, Record(title="Scout bees, hollow trees and the nest " * 8, abstract=BEES))
    show(qtbot, pane, bees[0])
    pane.resize(width, 800)
    view, text = pane.related.list, pane.abstract
    last = text.document().lastBlock()
    lines = text.document().documentLayout().blockBoundingRect(last).bottom() - text.verticalScrollBar().value()
    assert 16 <= pane.related.y() - lines <= 32
    assert pane.related.width() == text.lineWrapColumnOrWidth()
    rows = [view.visualRect(view.rows.index(row)) for row in range(view.rows.rowCount())]
    assert rows[-1].bottom() == view.viewport().height() - 1
    assert all(row.height() % 4 == 0 and row.height() <= 120 for row in rows)


def test_a_click_asks_for_the_paper(qtbot: QtBot, pane: ReadingPane, bees: list[int]) -> None:
    show(qtbot, pane, bees[0])
    view = pane.related.list
    with qtbot.waitSignal(pane.paper_asked) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.rows.index(1)).center())
    assert asked.args == [bees[2]]


@pytest.mark.parametrize("height", [800, 480])
def test_the_keyboard_reaches_it_and_brings_it_into_sight(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes, bees: list[int], height: int
) -> None:
    (long,) = add(lanes, Record(title="A long one", abstract=LONG))
    pane.resize(484, height)
    show(qtbot, pane, long)
    pane.abstract.setFocus()
    qtbot.keyClick(pane.abstract, Qt.Key.Key_Tab)
    view = pane.related.list
    assert QApplication.focusWidget() is view

    def seen() -> bool:
        row = view.visualRect(view.currentIndex())
        top = view.viewport().mapTo(pane, row.topLeft()).y()
        return pane.abstract.mapTo(pane, QPoint()).y() <= top and top + row.height() <= pane.height()

    assert view.currentIndex().row() == 0
    assert seen()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2
    assert seen()
    with qtbot.waitSignal(pane.paper_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [ids(pane)[2]]
    qtbot.keyClick(view, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is pane.abstract


def test_the_wheel_scrolls_what_it_lies_in(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, bees: list[int]) -> None:
    (long,) = add(lanes, Record(title="A long one", abstract=LONG))
    show(qtbot, pane, long)
    while pane.page_down():
        pass
    view, bar = pane.related.list, pane.abstract.verticalScrollBar()
    bottom = bar.value()
    middle = view.mapTo(pane, view.rect().center())
    QTest.wheelEvent(pane.windowHandle(), QPointF(middle), QPoint(0, 120))
    assert bar.value() < bottom


def test_changes_are_taken_over(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, bees: list[int]) -> None:
    show(qtbot, pane, bees[0])
    do(lanes, reading.set_status, [bees[1]], Status.READ)
    qtbot.waitUntil(lambda: pane.related.shown[0].row.status is Status.READ)
    do(lanes, filing.trash, [bees[1]])
    qtbot.waitUntil(lambda: bees[1] not in ids(pane))
    assert bees[2] in ids(pane)


def test_other_colours(qtbot: QtBot, pane: ReadingPane, theme: Theme, bees: list[int]) -> None:
    show(qtbot, pane, bees[0])
    room = pane.related.geometry()
    grounds = []
    for appearance in ("light", "dark"):
        theme.choose(appearance)
        image = pane.related.list.grab().toImage()
        grounds.append(image.pixelColor(image.width() - 2, image.height() - 2).name())
        assert pane.related.geometry() == room
    theme.choose("")
    assert grounds == ["#ffffff", "#1b1c1f"]
