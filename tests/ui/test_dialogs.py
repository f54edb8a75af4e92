"""The key sheet, the popup that tags several papers, and what all sheets do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.actions.registry import MENUS, all_actions
from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.operations import filing
from readerapp.ui.dialogs.keys import KeySheet, caps
from readerapp.ui.dialogs.tag_papers import TagPopup
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def keys(window: QWidget, theme: Theme) -> Iterator[KeySheet]:
    sheet = KeySheet(all_actions(), theme, window)
    sheet.open()
    yield sheet
    if isValid(sheet):
        sheet.hide()


def columns_of(sheet: KeySheet) -> QWidget:
    scroll = sheet.findChild(QScrollArea, "keyColumns")
    assert scroll is not None
    columns = scroll.widget()
    assert columns is not None
    return columns


def rows_of(sheet: KeySheet) -> list[QWidget]:
    return [part for part in columns_of(sheet).findChildren(QWidget) if ": " in part.accessibleName()]


def rows(sheet: KeySheet) -> list[str]:
    """What is seen of the actions, each with its keys."""
    return [row.accessibleName() for row in rows_of(sheet) if row.isVisibleTo(sheet)]


# The key sheet


def test_every_action_is_shown_with_its_keys(keys: KeySheet) -> None:
    shown = rows(keys)
    assert len(shown) == len(all_actions())
    assert "Redo: Ctrl Shift Z or Ctrl Y" in shown
    assert "Unread: G then U" in shown
    assert "Add the starter library: no key" in shown


def test_what_is_typed_leaves_the_actions_that_have_it(keys: KeySheet, qtbot: QtBot) -> None:
    field = keys.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "QUEUE")
    assert rows(keys) == []
    field.clear()
    qtbot.keyClicks(field, "up next top")
    assert [row.partition(":")[0] for row in rows(keys)] == ["To the top of up next"]
    for typed in ("ctrl f", "Ctrl+F"):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert [row.partition(":")[0] for row in rows(keys)] == ["Search"]
    field.clear()
    assert len(rows(keys)) == len(all_actions())


def test_nothing_overlaps_at_any_width(window: QWidget, theme: Theme) -> None:
    for size in ((640, 400), (900, 600), (1440, 900)):
        window.resize(*size)
        sheet = KeySheet(all_actions(), theme, window)
        sheet.open()
        columns = columns_of(sheet)
        places = [QRect(row.mapTo(columns, QPoint(0, 0)), row.size()) for row in rows_of(sheet)]
        for at, place in enumerate(places):
            assert columns.rect().contains(place)
            assert not any(place.intersects(other) for other in places[at + 1 :])
        sheet.hide()


def test_arrows_scroll_while_the_filter_has_the_focus(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    window.resize(640, 400)
    sheet = KeySheet(all_actions(), theme, window)
    sheet.open()
    scroll, field = sheet.findChild(QScrollArea, "keyColumns"), sheet.findChild(QLineEdit)
    assert scroll is not None
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Down)
    first = scroll.verticalScrollBar().value()
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert 0 < first < scroll.verticalScrollBar().value()
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert scroll.verticalScrollBar().value() == first
    sheet.hide()


def test_esc_closes_the_key_sheet_also_with_a_filter(keys: KeySheet, qtbot: QtBot) -> None:
    field = keys.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "tag")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(keys))


def test_caps_say_what_stands_on_the_keys() -> None:
    assert [piece.text for piece in caps(["Return", "Enter", "O"])] == ["Enter", "or", "O"]
    assert [(piece.text, piece.cap) for piece in caps(["G, U"])] == [("G", True), ("then", False), ("U", True)]
    assert [piece.text for piece in caps(["Ctrl++", "+", "Alt+Up"])] == ["Ctrl +", "or", "+", "or", "Alt ↑"]
    assert caps([]) == []


def test_every_menu_has_a_place(keys: KeySheet) -> None:
    assert {action.menu for action in all_actions()} <= set(MENUS)


# All sheets


def test_a_sheet_follows_its_window(keys: KeySheet, window: QWidget) -> None:
    assert keys.width() <= window.width() - 48
    assert keys.height() <= window.height() - 48
    shade = window.findChild(QWidget, "shade")
    assert shade is not None
    window.resize(1500, 1000)
    assert keys.size().width() == 960
    assert abs(keys.geometry().center().x() - window.geometry().center().x()) <= 1
    assert shade.geometry() == window.rect()
    keys.hide()
    assert not shade.isVisibleTo(window)


# Tagging several papers


@pytest.fixture
def popup(window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> Iterator[TagPopup]:
    """Papers 1 to 6: of every four the first two and the last have tags, see tests.conftest.sample."""
    shown = TagPopup(lanes, theme, [1, 2, 3, 4, 5, 6], window)
    shown.open_over(window)
    qtbot.waitUntil(lambda: bool(chips(shown)))
    yield shown
    if isValid(shown):
        shown.close()


def chips(popup: TagPopup) -> dict[str, TagChip]:
    return {chip.name: chip for chip in popup.findChildren(TagChip) if not chip.isHidden()}


def commits(popup: TagPopup) -> list[tuple[list[str], list[str]]]:
    found: list[tuple[list[str], list[str]]] = []
    popup.committed.connect(lambda add, remove: found.append((add, remove)))
    return found


def test_the_popup_shows_the_tags_of_all(popup: TagPopup, lanes: Lanes) -> None:
    had = tags.of_papers(lanes.reader, [1, 2, 3, 4, 5, 6])
    assert list(chips(popup)) == list(had)
    assert had["agents"] == 2
    assert popup.accessibleName() == "Tag 6 papers"


def test_a_cross_takes_a_tag_from_all_at_once(popup: TagPopup, qtbot: QtBot) -> None:
    found = commits(popup)
    chip = chips(popup)["agents"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    assert found == [([], ["agents"])]
    assert "agents" not in chips(popup)
    assert popup.isVisible()


def test_what_is_typed_is_put_on_all(popup: TagPopup, lanes: Lanes, qtbot: QtBot) -> None:
    popup.committed.connect(lambda add, remove: lanes.do(filing.tag, [1, 2, 3, 4, 5, 6], add, remove))
    field = popup.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "to discuss, -agents")
    with qtbot.waitSignal(lanes.library_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    had = tags.of_papers(lanes.reader, [1, 2, 3, 4, 5, 6])
    assert had["to discuss"] == 6
    assert "agents" not in had


def test_esc_closes_the_popup_and_changes_nothing(popup: TagPopup, qtbot: QtBot) -> None:
    found = commits(popup)
    field = popup.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "never")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(popup))
    assert found == []


def test_the_popup_stands_below_a_row_and_stays_on_the_screen(
    window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot
) -> None:
    shown = TagPopup(lanes, theme, [1], window)
    shown.open_over(window, QRect(40, 100, 300, 60))
    assert shown.pos() == window.mapToGlobal(QPoint(40, 164))
    assert shown.accessibleName() == "Tag 1 paper"
    shown.close()
