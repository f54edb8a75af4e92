"""Up next in the window: put in order by keys and by hand, whole and per project, and what the reader's pace makes
of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from readerapp.library import queue
from readerapp.library.connect import Writer
from readerapp.operations import filing
from readerapp.records import Changes, Status
from readerapp.ui.views import paper_list
from tests.ui.person import Person

Key = Qt.Key
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
QUERY = "is:queued sort:queue"
DAY = 24 * 3600 * 1000


def queued(person: Person, project: str = "") -> list[int]:
    """Up next as the library has it."""
    return queue.ids(person.lanes.reader, project)


def goes_to_up_next(person: Person, *papers: int) -> None:
    """Puts papers into up next and looks at it."""
    person.window.do(filing.enqueue, list(papers))
    person.sees(lambda: queued(person) == list(papers))
    person.press(Key.Key_G, Key.Key_N)
    person.sees(lambda: person.ids == list(papers))
    person.window.list.set_current_id(papers[0])


@pytest.fixture
def shown(person: Person) -> list[list[int]]:
    """Every order that the list has shown."""
    orders: list[list[int]] = []
    model = person.window.list.model()
    model.modelReset.connect(lambda: orders.append(person.ids))
    return orders


def test_keys_move_at_once_and_never_back(person: Person, shown: list[list[int]]) -> None:
    goes_to_up_next(person, 1, 2, 3, 4, 5, 6)
    del shown[:]
    person.press(Key.Key_Down, Key.Key_Down, modifier=ALT)
    assert person.ids == [2, 3, 1, 4, 5, 6]
    person.press(Key.Key_Down, Key.Key_Down, Key.Key_Up, modifier=ALT)
    assert person.ids == [2, 3, 4, 1, 5, 6]
    person.press(Key.Key_End, modifier=ALT)
    assert person.ids == [2, 3, 4, 5, 6, 1]
    person.press(Key.Key_Down, modifier=ALT)  # further than the end is nowhere
    person.press(Key.Key_Home, modifier=ALT)
    person.press(Key.Key_Down, modifier=ALT)
    person.sees(lambda: queued(person) == [2, 1, 3, 4, 5, 6])
    person.qtbot.wait(150)
    # One order for each move: none came back for a moment.
    assert len(shown) == 8
    assert all(one != other for one, other in pairwise(shown))
    assert person.current == 1
    for _ in range(8):
        person.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: "Add 6 papers to up next" in person.window.actions_by_id["undo"].toolTip())
    person.sees(lambda: queued(person) == person.ids == [1, 2, 3, 4, 5, 6])


def test_several_move_together_in_their_order(person: Person) -> None:
    goes_to_up_next(person, 1, 2, 3, 4, 5, 6)
    person.press(Key.Key_X, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_X)
    assert list(person.window.list.selected_ids()) == [1, 4]
    person.press(Key.Key_Down, modifier=ALT)
    assert person.ids == [2, 1, 4, 3, 5, 6]
    assert list(person.window.list.selected_ids()) == [1, 4]
    person.press(Key.Key_End, modifier=ALT)
    assert person.ids == [2, 3, 5, 6, 1, 4]
    assert person.current == 4
    person.sees(lambda: queued(person) == person.ids)


def test_what_a_search_leaves_out_does_not_stand_in_the_way(person: Person) -> None:
    goes_to_up_next(person, 2, 1, 3, 4, 5)
    person.press(Key.Key_Slash)
    person.type("question first")
    person.sees(lambda: person.ids == [1, 5])
    person.press(Key.Key_Return)
    person.window.list.set_current_id(5)
    person.press(Key.Key_Up, modifier=ALT)
    person.sees(lambda: queued(person) == [2, 5, 1, 3, 4])
    assert person.ids == [5, 1]


def test_the_next_paper_of_up_next_follows_what_is_done(person: Person) -> None:
    goes_to_up_next(person, 7, 3, 9, 1)
    person.press(Key.Key_J, Key.Key_E)
    person.sees(lambda: person.ids == [7, 9, 1])
    assert person.current == 9
    assert person.status(3) is Status.READ
    assert "subject 8" in person.window.reading_pane.title.toPlainText()
    person.press(Key.Key_M)  # read, but it stays until the reader says otherwise
    person.sees(lambda: person.status(9) is Status.READ)
    assert queued(person) == [7, 9, 1]
    person.press(Key.Key_J, Key.Key_E)
    person.sees(lambda: person.ids == [7, 9])
    assert person.current == 9
    person.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: person.ids == [7, 9, 1])
    assert person.status(1) is Status.UNREAD


def test_a_project_has_an_order_of_its_own(person: Person) -> None:
    goes_to_up_next(person, 1, 2, 4, 5)
    action = person.window.actions_by_id["go-project-up-next"]
    assert not action.isEnabled()
    person.goes_to("thesis", "tag:thesis")
    person.sees(action.isEnabled)
    person.press(Key.Key_G, Key.Key_P)
    person.sees(lambda: person.ids == [1, 4, 5])
    assert person.window.listing.title == "Up next in thesis"
    person.window.list.set_current_id(5)
    person.press(Key.Key_Home, modifier=ALT)
    person.sees(lambda: queued(person, "thesis") == [5, 1, 4])
    assert queued(person) == [1, 2, 4, 5]
    person.press(Key.Key_J, Key.Key_Down, modifier=NONE)
    person.press(Key.Key_Up, modifier=ALT)
    person.sees(lambda: queued(person, "thesis") == person.ids == [5, 4, 1])
    person.press(Key.Key_G, Key.Key_N)
    person.sees(lambda: person.ids == [1, 2, 4, 5])
    person.goes_to("agents", "tag:agents")
    person.press(Key.Key_G, Key.Key_P)
    person.sees(lambda: person.ids == [2])
    person.press(Key.Key_Q)
    person.sees(lambda: person.ids == [])
    assert "Nothing is up next in this project." in [
        label.text() for label in person.window.list_panel.findChildren(QLabel) if label.isVisible()
    ]


def test_a_tags_menu_leads_to_its_up_next(person: Person) -> None:
    goes_to_up_next(person, 5, 1, 2)
    person.window.sidebar.tag_menu_asked.emit("thesis", QPoint(40, 40))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = next(action for action in menu.actions() if action.text() == "Up next of this project")
    assert isinstance(wanted, QAction)
    wanted.trigger()
    menu.close()
    person.sees(lambda: person.ids == [5, 1])


# By hand


@pytest.fixture
def drag(person: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Takes the paper in a row with the mouse, moves over these heights, in rows, and lets go there or outside. What
    `seen` gives is asked for at each."""
    view = person.window.list

    def height() -> int:
        return view.visualRect(view.model().index(0, 0)).height()

    def move(row: int, *heights: float, outside: bool = False, seen: Callable[[], object] = lambda: None) -> None:
        viewport = view.viewport()
        taken: list[int] = []

        class Hand(QDrag):
            """The way of the pointer, which the platform without a screen has none of."""

            def exec(self, *_: object) -> Qt.DropAction:
                taken.append(row)
                actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
                begun = QDragEnterEvent(QPoint(50, row * height()), actions, self.mimeData(), LEFT, NONE)
                QApplication.sendEvent(viewport, begun)
                at = QPoint()
                for one in heights:
                    at = QPoint(50, round(one * height()))
                    moved = QDragMoveEvent(at, actions, self.mimeData(), LEFT, NONE)
                    QApplication.sendEvent(viewport, moved)
                    seen()
                if outside:
                    QApplication.sendEvent(viewport, QDragLeaveEvent())
                else:
                    dropped = QDropEvent(QPointF(at), actions, self.mimeData(), LEFT, NONE)
                    QApplication.sendEvent(viewport, dropped)
                return Qt.DropAction.MoveAction

        monkeypatch.setattr(paper_list, "QDrag", Hand)
        start = view.visualRect(view.model().index(row, 0)).center()
        person.qtbot.mousePress(viewport, LEFT, pos=start)
        for down in range(4, 40, 4):
            if not taken:  # from then on the platform has the pointer
                person.qtbot.mouseMove(viewport, start + QPoint(0, down))
        assert taken

    return move


def test_a_paper_is_dragged_between_two_others(
    person: Person, drag: Callable[..., None], shown: list[list[int]]
) -> None:
    goes_to_up_next(person, 1, 2, 3, 4, 5, 6)
    del shown[:]
    lines: list[int] = []
    drag(4, 3.9, 2.2, 1.1, seen=lambda: lines.append(person.window.list._drop_row))
    assert lines == [-1, 2, 1]
    assert person.ids == [1, 5, 2, 3, 4, 6]
    assert person.current == 5
    assert list(person.window.list.selected_ids()) == [5]
    person.sees(lambda: queued(person) == person.ids)
    drag(0, 9)
    assert person.ids == [5, 2, 3, 4, 6, 1]
    person.sees(lambda: queued(person) == person.ids)
    person.qtbot.wait(150)
    assert shown == [[1, 5, 2, 3, 4, 6], [5, 2, 3, 4, 6, 1]]
    person.press(Key.Key_K)
    assert person.current == 6


def test_several_are_dragged_together(person: Person, drag: Callable[..., None]) -> None:
    goes_to_up_next(person, 1, 2, 3, 4, 5, 6)
    person.window.list.select_ids([2, 5])
    drag(1, 0)
    assert person.ids == [2, 5, 1, 3, 4, 6]
    assert list(person.window.list.selected_ids()) == [2, 5]
    person.sees(lambda: queued(person) == person.ids)


def test_letting_go_elsewhere_moves_nothing(person: Person, drag: Callable[..., None]) -> None:
    goes_to_up_next(person, 1, 2, 3)
    drag(0, 2.4, outside=True)
    drag(1, 1.3)
    assert person.ids == [1, 2, 3]
    person.goes_to("All papers", "")
    person.sees(lambda: len(person.ids) == 30)
    drag(0, 4.2)
    assert person.ids == list(range(30, 0, -1))
    assert queued(person) == [1, 2, 3]


def test_near_the_edge_the_list_scrolls(person: Person, drag: Callable[..., None]) -> None:
    goes_to_up_next(person, *range(1, 31))
    bar = person.window.list.verticalScrollBar()
    low = person.window.list.viewport().height()

    def hold() -> None:
        before = bar.value()
        person.qtbot.waitUntil(lambda: bar.value() == bar.maximum() > before)

    row = person.window.list.visualRect(person.window.list.model().index(0, 0)).height()
    drag(1, (low - 1) / row, seen=hold)
    assert person.ids == [1, *range(3, 31), 2]
    assert bar.value() == bar.maximum()
    person.sees(lambda: queued(person) == person.ids)


# The reader's pace


def foot(person: Person) -> str:
    """The line below the list, "" where there is none."""
    label = person.window.list_panel._foot
    return label.text() if label.isVisible() else ""


def long_ago(writer: Writer) -> Changes | None:
    """Finishes a paper every third day, until today."""
    with writer.step("Long ago") as step:
        writer.connection.executemany(
            "INSERT INTO status_change (paper_id, status, at) VALUES (?, 2, ?)",
            [(10 + n, step.at - n * 3 * DAY) for n in range(16)],
        )
    return step.changes


def test_the_readers_own_pace_is_told_where_there_is_one(person: Person) -> None:
    goes_to_up_next(person, 1, 2, 3)
    person.qtbot.wait(100)
    assert foot(person) == ""
    person.lanes.do(long_ago)
    person.sees(lambda: foot(person) == "3 queued; you finish about 2 a week")
    person.press(Key.Key_E)
    person.sees(lambda: foot(person).startswith("2 queued"))
    person.press(Key.Key_G, Key.Key_U)
    person.sees(lambda: foot(person) == "")
