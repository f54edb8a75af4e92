"""Tags in the window: number keys, going to a tag, combining lists by mouse, moving tags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from readerapp import config
from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.operations import tagging
from readerapp.ui.dialogs.palette import Palette
from readerapp.ui.dialogs.tags import TagsSheet
from readerapp.ui.theme import Theme
from tests.ui.person import Person, opened

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click(person: Person, row_key: str, held: Qt.KeyboardModifier) -> None:
    """Clicks a row of the sidebar."""
    view = person.window.sidebar.view
    model = view.model()
    person.sees(lambda: model.find(row_key).isValid())  # type: ignore[attr-defined]
    index = model.find(row_key)  # type: ignore[attr-defined]
    view.scrollTo(index)
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, view.visualRect(index).center())


def tag_row(person: Person, name: str) -> str:
    found = next(tag for tag in tags.all_tags(person.lanes.reader) if tag.name == name)
    return f"tag:{found.id}"


def choose(menu: QMenu, text: str) -> None:
    """Chooses an entry of a menu."""
    next(entry for entry in menu.actions() if entry.text().startswith(text)).trigger()


def opened_menu(person: Person) -> QMenu:
    person.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_number_puts_its_tag_on_the_selection_and_takes_it_away(person: Person) -> None:
    person.lanes.do(tagging.set_quick_tag, "agents", 2)
    person.sees(lambda: "agents" in person.window.actions_by_id["quick-tag-2"].text())
    chosen = [30, 29, 28]
    for _ in range(2):
        person.press(Key.Key_Down, modifier=SHIFT)
    person.press(Key.Key_2)
    person.sees(lambda: tags.of_papers(person.lanes.reader, chosen).get("agents") == 3)
    person.press(Key.Key_2)
    person.sees(lambda: "agents" not in tags.of_papers(person.lanes.reader, chosen))
    person.window.undo()
    person.sees(lambda: tags.of_papers(person.lanes.reader, chosen).get("agents") == 3)


def test_a_number_without_a_tag_says_so(person: Person, qtbot: QtBot) -> None:
    with qtbot.waitSignal(person.lanes.failed) as failed:
        person.press(Key.Key_5)
    assert "No tag has the key 5 yet" in failed.args[0]


def test_g_t_goes_to_a_tag_also_by_another_name(person: Person) -> None:
    with person.qtbot.waitSignal(person.lanes.library_changed):
        person.lanes.do(tagging.add_tag_name, "thesis/related-work", "prior art")
    person.press(Key.Key_G, Key.Key_T)
    palette = person.window.findChild(Palette)
    assert palette is not None
    person.sees(palette.isVisible)
    assert palette.line.text() == "#"
    person.sees(lambda: len(palette.rows) == 6)
    assert {row.entry.kind for row in palette.rows} == {"tag"}
    person.type("prior")
    person.press(Key.Key_Return)
    person.sees(lambda: person.window.listing.query == "tag:thesis/related-work")


def test_or_by_mouse_widens_the_list_and_then_what_is_typed(person: Person) -> None:
    click(person, tag_row(person, "agents"), Qt.KeyboardModifier.NoModifier)
    person.sees(lambda: len(person.ids) == 8)
    click(person, tag_row(person, "reading-group"), SHIFT)
    person.sees(lambda: len(person.ids) == 15)
    assert person.window.top_bar.search_field.text() == "tag:reading-group OR tag:agents "
    click(person, "list:starred", SHIFT)
    click(person, "list:unread", Qt.KeyboardModifier.ControlModifier)
    field = person.window.top_bar.search_field
    assert field.text() == "is:unread (is:starred OR tag:reading-group OR tag:agents) "
    click(person, tag_row(person, "agents"), Qt.KeyboardModifier.AltModifier)
    person.sees(lambda: len(person.ids) == 7)
    click(person, "list:papers", Qt.KeyboardModifier.NoModifier)
    click(person, tag_row(person, "agents"), SHIFT)
    assert field.text() == "tag:agents "


@pytest.mark.parametrize(("entry", "number"), [("And this", 8), ("Or this", 30), ("Not this", 22)])
def test_the_menu_of_a_tag_combines_without_a_key(person: Person, entry: str, number: int) -> None:
    click(person, "list:unread", Qt.KeyboardModifier.NoModifier)
    person.window.sidebar.tag_menu_asked.emit("agents", QPoint(10, 10))
    menu = opened_menu(person)
    choose(menu, entry)
    menu.close()
    person.sees(lambda: len(person.ids) == number)
    assert "tag:agents" in person.window.top_bar.search_field.text()


def test_a_tag_moved_is_followed_and_the_move_undone(person: Person) -> None:
    click(person, tag_row(person, "agents"), Qt.KeyboardModifier.NoModifier)
    person.sees(lambda: person.window.listing.query == "tag:agents")
    person.window.sidebar.tag_dropped.emit("agents", "thesis")
    person.sees(lambda: person.window.listing.query == "tag:thesis/agents")
    person.sees(lambda: len(person.ids) == 8)
    person.window.sidebar.tag_dropped.emit("thesis/agents", "")
    person.sees(lambda: person.window.listing.query == "tag:agents")
    person.window.undo()
    person.sees(lambda: "thesis/agents" in tags.names(person.lanes.reader))


def test_numbers_of_unread_papers_are_remembered(
    person: Person, lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    model = person.window.sidebar.view.model()
    assert not model.counting_unread  # type: ignore[attr-defined]
    person.window.sidebar.counts_switched.emit()
    assert model.counting_unread  # type: ignore[attr-defined]
    again = opened(lanes, theme, settings, qtbot)
    assert again.sidebar.view.model().counting_unread  # type: ignore[attr-defined]
    again.sidebar.header_menu_asked.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Count all papers")
    menu.close()
    assert not again.sidebar.view.model().counting_unread  # type: ignore[attr-defined]
    assert again._config.get(config.SIDEBAR_COUNTS) == "total"
    again.close()


def test_the_sheet_of_tags_opens_by_key_and_shows_a_tag(person: Person) -> None:
    person.press(Key.Key_G)
    person.press(Key.Key_T, modifier=SHIFT)
    sheet = person.window.findChild(TagsSheet)
    assert sheet is not None
    person.sees(lambda: sheet.model.rowCount() == 5)
    person.sees(sheet.list.hasFocus)
    person.press(Key.Key_Return)
    person.sees(lambda: person.window.listing.query == "tag:agents")


def test_another_name_is_offered_and_taken_where_tags_are_typed(person: Person) -> None:
    with person.qtbot.waitSignal(person.lanes.library_changed):
        person.lanes.do(tagging.add_tag_name, "agents", "LLM agents")
    person.press(Key.Key_T)
    person.sees(lambda: QApplication.focusWidget() is not person.window.list)
    person.qtbot.wait(100)
    person.type("llm agents, LLM Agents/web")
    person.press(Key.Key_Return)
    person.sees(lambda: {"agents", "agents/web"} <= set(tags.of_papers(person.lanes.reader, [30])))
    assert not [name for name in tags.names(person.lanes.reader) if "LLM" in name]
