"""Emptying the trash, and other verbs on very many papers at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import history, trash
from readerapp.library.connect import Library
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Status
from readerapp.ui.dialogs.delete_papers import DeleteSheet
from readerapp.ui.theme import Theme
from tests.conftest import reading as read_from
from tests.conftest import sample
from tests.ui.person import Person, opened

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sheet(person: Person) -> DeleteSheet:
    """The sheet, when it shows what would be lost."""
    person.sees(lambda: person.window.findChild(DeleteSheet))
    found = person.window.findChild(DeleteSheet)
    assert isinstance(found, DeleteSheet)
    person.sees(found.button.isEnabled)
    return found


def titles(shown: DeleteSheet) -> list[str]:
    model = shown.titles.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def discarded(person: Person) -> Person:
    """A person before the trash, with the papers 2, 3, 5 and 8; two of them have notes."""
    person.lanes.do(reading.set_note, 3, "mine")
    person.lanes.do(reading.set_note, 8, "mine")
    person.lanes.do(reading.set_takeaway, 8, "short")
    person.lanes.do(filing.trash, [2, 3, 5, 8])
    person.goes_to("Trash", "is:trashed")
    person.sees(lambda: len(person.ids) == 4)
    return person


def _by_menu(person: Person) -> None:
    person.window.actions_by_id["empty-trash"].trigger()


def _by_header(person: Person) -> None:
    (button,) = [one for one in person.window.list_panel.findChildren(QToolButton) if one.text() == "Empty the trash"]
    assert button.isVisible()
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _by_sidebar(person: Person) -> None:
    view = person.window.sidebar.view
    index = view._model.find("list:trashed")
    view.menu_asked.emit(view._model.row(index), view.mapToGlobal(view.visualRect(index).center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()


@pytest.mark.parametrize("way", [_by_menu, _by_header, _by_sidebar])
def test_the_trash_is_emptied_after_a_look_and_comes_back(discarded: Person, way: Callable[[Person], None]) -> None:
    way(discarded)
    shown = sheet(discarded)
    assert shown.number.text() == "4 papers go for good"
    assert shown.what.text() == "Among them: 2 with a note, 1 with a takeaway, 3 tagged."
    assert len(titles(shown)) == 4
    assert shown.button.text() == "Delete 4 papers"
    discarded.qtbot.keyClick(shown, Qt.Key.Key_Return)
    discarded.sees(lambda: trash.ids(discarded.lanes.reader) == [])
    discarded.sees(lambda: discarded.ids == [])
    discarded.sees(lambda: not discarded.window.actions_by_id["empty-trash"].isEnabled())
    discarded.sees(discarded.window.isActiveWindow)
    discarded.window.undo()
    discarded.sees(lambda: len(discarded.ids) == 4)
    assert discarded.lanes.reader.execute("SELECT paper_id FROM note ORDER BY 1").fetchall() == [(3,), (8,)]


def test_selected_papers_are_deleted_with_a_key(discarded: Person) -> None:
    discarded.window.list.set_current_id(3)
    discarded.press(Qt.Key.Key_Delete, modifier=SHIFT)
    shown = sheet(discarded)
    assert shown.number.text() == "1 paper goes for good"
    assert shown.button.text() == "Delete 1 paper"
    discarded.qtbot.keyClick(shown, Qt.Key.Key_Return)
    discarded.sees(lambda: 3 not in discarded.ids and len(discarded.ids) == 3)
    latest = history.next_undo(discarded.lanes.reader)
    assert latest is not None
    assert latest.title == "Delete “On the third question of subject 2” for good"


def test_esc_deletes_nothing(discarded: Person) -> None:
    discarded.window.delete_papers(True)
    shown = sheet(discarded)
    discarded.qtbot.keyClick(shown, Qt.Key.Key_Escape)
    discarded.sees(lambda: discarded.window.findChild(DeleteSheet) is None)
    assert len(trash.ids(discarded.lanes.reader)) == 4


def test_a_paper_restored_meanwhile_stays(discarded: Person) -> None:
    discarded.window.delete_papers(True)
    shown = sheet(discarded)
    discarded.lanes.do(filing.restore, [5])
    discarded.qtbot.keyClick(shown, Qt.Key.Key_Return)
    discarded.sees(lambda: trash.ids(discarded.lanes.reader) == [])
    assert discarded.lanes.reader.execute("SELECT id FROM paper WHERE id IN (2, 3, 5, 8)").fetchall() == [(5,)]


def test_papers_in_the_library_cannot_be_deleted(person: Person) -> None:
    assert not person.window.actions_by_id["delete"].isEnabled()
    assert not person.window.actions_by_id["empty-trash"].isEnabled()
    person.press(Qt.Key.Key_Delete, modifier=SHIFT)
    assert person.window.findChild(DeleteSheet) is None


# Very many


@pytest.fixture
def crowd(library: Library, qapp: QApplication, theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[Person]:
    """A person before 10,030 papers, all of them selected."""
    writer = library.writer()
    bring_in(writer, read_from(*sample(10_030)[30:]))
    writer.close()
    lanes = Lanes(library)
    lanes.start()
    person = Person(opened(lanes, theme, settings, qtbot), lanes, qtbot)
    person.sees(lambda: len(person.ids) == 10_030)
    person.press(Qt.Key.Key_A, modifier=CTRL)
    person.sees(lambda: len(person.window.situation().selected) == 10_030)
    yield person
    person.window.close()
    lanes.close()


def test_every_verb_takes_ten_thousand_in_one_step(crowd: Person) -> None:
    def steps() -> int:
        return sum(not step.undone for step in history.steps(crowd.lanes.reader))

    def is_number(sql: str, number: int) -> bool:
        return bool(crowd.lanes.reader.execute(sql).fetchone() == (number,))

    acts: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: crowd.press(Qt.Key.Key_M), f"SELECT count(*) FROM paper WHERE status = {Status.READ:d}"),
        (lambda: crowd.press(Qt.Key.Key_S), "SELECT count(*) FROM paper WHERE starred = 1"),
        (lambda: crowd.press(Qt.Key.Key_4, modifier=CTRL), "SELECT count(*) FROM paper WHERE rating = 4"),
        (lambda: crowd.press(Qt.Key.Key_Q), "SELECT count(*) FROM queue"),
        (
            lambda: crowd.window.do(filing.tag, list(crowd.window.situation().selected), ["all"]),
            "SELECT count(*) FROM paper_tag JOIN tag ON tag.id = tag_id WHERE name = 'all'",
        ),
    )
    for act, sql in acts:
        before = steps()
        act()
        crowd.sees(partial(is_number, sql, 10_030))
        assert steps() == before + 1
        assert len(crowd.window.situation().selected) == 10_030
        with crowd.qtbot.waitSignal(
            crowd.lanes.library_changed, check_params_cb=lambda changes: changes.title.startswith("Undone")
        ):
            crowd.window.undo()
        assert is_number(sql, 0)


def test_copying_very_many_says_how_many(crowd: Person) -> None:
    crowd.press(Qt.Key.Key_C, modifier=CTRL)
    crowd.sees(lambda: QApplication.clipboard().text().count("On the ") == 10_000)
    assert crowd.window.status_bar._message.text() == "Copied the first 10,000 of 10,030 papers"


def test_ten_thousand_are_trashed_and_deleted(crowd: Person) -> None:
    crowd.press(Qt.Key.Key_Delete)
    crowd.sees(lambda: len(trash.ids(crowd.lanes.reader)) == 10_030)
    crowd.window.delete_papers(True)
    shown = sheet(crowd)
    assert titles(shown)[-1] == "and 9,930 more"
    crowd.qtbot.keyClick(shown, Qt.Key.Key_Return)
    crowd.qtbot.waitUntil(lambda: not crowd.ids and crowd.window.findChild(DeleteSheet) is None, timeout=30_000)
    assert trash.ids(crowd.lanes.reader) == []
