"""The popup that narrows a list, opened from the list's header."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library, Writer
from readerapp.operations import filing, reading
from readerapp.records import Status
from readerapp.ui.dialogs.narrow import NarrowPopup
from readerapp.ui.panels.list import ListPanel
from readerapp.ui.theme import Theme

THIRTY = array("q", range(30, 0, -1))
Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def writer(library: Library) -> Iterator[Writer]:
    """The writer of the library of thirty papers, in the test's thread."""
    connected = library.writer()
    yield connected
    connected.close()


@pytest.fixture
def panel(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Iterator[ListPanel]:
    """The panel on a screen, with all thirty papers."""
    shown = ListPanel(lanes, theme)
    qtbot.addWidget(shown)
    shown.resize(400, 700)
    shown.show()
    shown.activateWindow()
    shown.show_list("All papers", THIRTY, total=30)
    yield shown
    shown.narrow_popup.hide()


def button(panel: ListPanel) -> QToolButton:
    (found,) = [one for one in panel.findChildren(QToolButton) if one.text() == "Narrow"]
    return found


def counting(popup: NarrowPopup) -> bool:
    return any(label.text() == "counting…" and label.isVisible() for label in popup.findChildren(QLabel))


@pytest.fixture
def opened(qtbot: QtBot, panel: ListPanel) -> Callable[[], NarrowPopup]:
    """Opens the popup and waits until all is counted."""

    def open_it() -> NarrowPopup:
        qtbot.mouseClick(button(panel), Left)
        popup = panel.narrow_popup
        qtbot.waitUntil(lambda: not counting(popup))
        return popup

    return open_it


def shown(popup: NarrowPopup) -> dict[str, QAbstractButton]:
    """The values in sight, by what a screen reader says."""
    values = [one for one in popup.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    return {value.accessibleName(): value for value in values}


def headings(popup: NarrowPopup) -> list[str]:
    """The headings in sight, column by column."""
    found = [label for label in popup.findChildren(QLabel) if label.isVisible() and label.property("role") == "section"]
    places = {label: label.mapTo(popup, QPoint()) for label in found}
    return [label.text() for label in sorted(found, key=lambda label: (places[label].x(), places[label].y()))]


def filter_field(popup: NarrowPopup) -> QLineEdit:
    (field,) = popup.findChildren(QLineEdit)
    return field


def press(qtbot: QtBot, popup: NarrowPopup, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """A key as a person presses it: it goes to what has the focus."""
    focused = popup.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def test_the_header_opens_it_and_the_library_is_counted(
    panel: ListPanel, opened: Callable[[], NarrowPopup], writer: Writer
) -> None:
    reading.set_status(writer, [1, 2], Status.READ)
    popup = opened()
    assert headings(popup) == ["Status", "Tags", "Authors", "Source", "Year", "Venue", "Keywords", "Has"]
    values = shown(popup)
    assert {"Unread, 28 papers", "Read, 2 papers", "agents, 8 papers", "thesis, 15 papers"} <= values.keys()
    assert "An abstract, 30 papers" in values
    assert popup.focusWidget() is filter_field(popup)
    assert popup.accessibleName()
    assert popup.y() >= panel.mapToGlobal(QPoint(0, 0)).y() or popup.height() >= popup.screen().availableSize().height()


def test_a_filtered_list_is_counted_when_it_is_complete(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]
) -> None:
    panel.show_list("All papers", THIRTY[:5], total=30, query="question", complete=False)
    qtbot.mouseClick(button(panel), Left)
    assert counting(panel.narrow_popup)
    assert not shown(panel.narrow_popup)
    panel.show_list("All papers", THIRTY[:7], total=30, query="question", fresh=False)
    qtbot.waitUntil(lambda: not counting(panel.narrow_popup))
    assert "Unread, 7 papers" in shown(panel.narrow_popup)


def test_a_click_narrows_and_closes(qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    with qtbot.waitSignal(panel.narrow_asked) as asked:
        qtbot.mouseClick(shown(popup)["agents, 8 papers"], Left)
    assert asked.args == ["tag:agents"]
    assert not popup.isVisible()


def test_a_click_with_ctrl_keeps_it_open_and_one_with_alt_excludes(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]
) -> None:
    popup = opened()
    with qtbot.waitSignal(panel.narrow_asked) as asked:
        qtbot.mouseClick(shown(popup)["agents, 8 papers"], Left, Modifier.ControlModifier)
    assert asked.args == ["tag:agents"]
    assert popup.isVisible()
    narrowed = QSignalSpy(panel.narrow_asked)
    with qtbot.waitSignal(panel.exclude_asked) as asked:
        qtbot.mouseClick(shown(popup)["Unread, 30 papers"], Left, Modifier.AltModifier)
    assert asked.args == ["is:unread"]
    assert not popup.isVisible()
    assert narrowed.count() == 0


def test_a_press_that_ends_elsewhere_chooses_nothing(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]
) -> None:
    popup = opened()
    narrowed = QSignalSpy(panel.narrow_asked)
    value = shown(popup)["agents, 8 papers"]
    qtbot.mousePress(value, Left)
    qtbot.mouseRelease(value, Left, pos=QPoint(10, 200))
    qtbot.mouseClick(value, Qt.MouseButton.RightButton)
    assert narrowed.count() == 0
    assert popup.isVisible()


def test_the_keys(qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    values = list(shown(popup).values())
    press(qtbot, popup, Key.Key_Return)  # in an empty filter: nothing is meant
    assert popup.isVisible()
    press(qtbot, popup, Key.Key_Down)
    assert popup.focusWidget() is values[0]
    press(qtbot, popup, Key.Key_Down)
    below = popup.focusWidget()
    assert below is not values[0]
    assert below in values
    press(qtbot, popup, Key.Key_Right)
    beside = popup.focusWidget()
    assert beside is not None
    assert below is not None
    assert beside.mapTo(popup, QPoint()).x() > below.mapTo(popup, QPoint()).x()
    press(qtbot, popup, Key.Key_Left)
    press(qtbot, popup, Key.Key_Up)
    press(qtbot, popup, Key.Key_Up)
    press(qtbot, popup, Key.Key_Up)
    assert popup.focusWidget() is filter_field(popup)
    press(qtbot, popup, Key.Key_Down)
    with qtbot.waitSignal(panel.narrow_asked) as asked:
        press(qtbot, popup, Key.Key_Enter, Modifier.ControlModifier)
    assert asked.args == ["is:unread"]
    assert popup.isVisible()
    with qtbot.waitSignal(panel.exclude_asked) as asked:
        press(qtbot, popup, Key.Key_Return, Modifier.AltModifier)
    assert asked.args == ["is:unread"]
    assert not popup.isVisible()


def test_escape_closes(qtbot: QtBot, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    press(qtbot, popup, Key.Key_Escape)
    assert not popup.isVisible()
    popup = opened()
    press(qtbot, popup, Key.Key_Down)
    press(qtbot, popup, Key.Key_Escape)
    assert not popup.isVisible()


def test_every_value_can_be_reached_by_the_arrow_keys(qtbot: QtBot, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    values = set(map(id, shown(popup).values()))
    press(qtbot, popup, Key.Key_Down)
    for _ in range(40):
        values.discard(id(popup.focusWidget()))
        press(qtbot, popup, Key.Key_Down)
    while isinstance(popup.focusWidget(), QAbstractButton):
        press(qtbot, popup, Key.Key_Up)
    press(qtbot, popup, Key.Key_Down)
    press(qtbot, popup, Key.Key_Right)
    for _ in range(40):
        values.discard(id(popup.focusWidget()))
        press(qtbot, popup, Key.Key_Down)
    assert not values


def test_letters_filter(qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    press(qtbot, popup, Key.Key_Down)
    press(qtbot, popup, Key.Key_A)
    assert filter_field(popup).text() == "a"
    press(qtbot, popup, Key.Key_N)
    press(qtbot, popup, Key.Key_G)
    assert [value.text() for value in shown(popup).values()] == ["Zoë Ångström"]
    assert headings(popup) == ["Authors"]
    with qtbot.waitSignal(panel.narrow_asked) as asked:
        press(qtbot, popup, Key.Key_Return)
    assert asked.args == ['author:"Zoë Ångström"']
    popup = opened()
    assert filter_field(popup).text() == ""
    qtbot.keyClicks(filter_field(popup), "zzz")
    assert not shown(popup)
    press(qtbot, popup, Key.Key_Down)
    press(qtbot, popup, Key.Key_Return)
    assert popup.isVisible()


def test_the_lists_keys_do_not_act_while_it_is_open(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]
) -> None:
    action = QAction(panel)
    action.setShortcut("M")
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    panel.addAction(action)
    taken = QSignalSpy(action.triggered)
    popup = opened()
    press(qtbot, popup, Key.Key_Down)
    press(qtbot, popup, Key.Key_M)
    assert taken.count() == 0
    assert filter_field(popup).text().lower() == "m"


def test_when_the_list_changes_it_is_counted_again_and_nothing_jumps(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup]
) -> None:
    popup = opened()
    size = popup.size()
    press(qtbot, popup, Key.Key_Down)
    panel.show_list("All papers", [], total=30, query="tag:agents", complete=False)
    assert counting(popup)
    assert "Unread, 30 papers" in shown(popup)  # what was counted stays until there is better
    panel.show_list("All papers", THIRTY[:8], total=30, query="tag:agents")
    qtbot.waitUntil(lambda: not counting(popup))
    assert "Unread, 8 papers" in shown(popup)
    assert popup.size() == size
    focused = popup.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Unread"


def test_when_papers_change_it_is_counted_again(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup], writer: Writer
) -> None:
    popup = opened()
    filing.tag(writer, [1], ["brand-new"])
    panel.refresh(None)
    qtbot.waitUntil(lambda: "brand-new, 1 paper" in shown(popup))


def test_estimates_are_marked(qtbot: QtBot, opened: Callable[[], NarrowPopup], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readerapp.library.facets.SAMPLE", 10)
    popup = opened()
    assert "Unread, 30 papers" in shown(popup)
    assert "An abstract, about 30 papers" in shown(popup)


def test_names_of_strangers_break_nothing(
    qtbot: QtBot, panel: ListPanel, opened: Callable[[], NarrowPopup], writer: Writer
) -> None:
    hostile = "<b>\u202eevil</b>\n" + "x" * 4000
    writer.connection.execute("UPDATE paper SET venue = ? WHERE id < 20", (hostile,))
    popup = opened()
    width = popup.width()
    value = next(value for name, value in shown(popup).items() if "evil" in name)
    assert "\u202e" not in value.text()
    assert "\n" not in value.text()
    assert "<b>" not in value.toolTip()
    assert not popup.grab().isNull()
    assert popup.width() == width
    with qtbot.waitSignal(panel.narrow_asked) as asked:
        qtbot.mouseClick(value, Left)
    assert asked.args[0].startswith('venue:"<b>')


def test_every_part_has_a_name(opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    for part in popup.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible():
            assert part.accessibleName()


def test_it_follows_the_theme(theme: Theme, opened: Callable[[], NarrowPopup]) -> None:
    popup = opened()
    before = popup.grab().toImage()
    here, there = ("dark", "light") if theme.dark else ("light", "dark")
    theme.choose(there)
    try:
        assert popup.grab().toImage() != before
    finally:
        theme.choose(here)


# The header around it


def said(panel: ListPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_the_number_is_said_as_soon_as_it_is_known(panel: ListPanel) -> None:
    panel.show_list("All papers", THIRTY[:4], total=30, query="question", complete=False)
    assert "counting…" in said(panel)
    panel.show_list("All papers", THIRTY[:4], total=30, query="question", complete=False, count=1234, fresh=False)
    assert "counting…" not in said(panel)
    assert f"{panel.locale().toString(1234)} found" in said(panel)
    panel.show_list("All papers", THIRTY[:9], total=30, query="question", count=1234, fresh=False)
    assert "9 found" in said(panel)


def test_there_is_nothing_to_narrow_in_an_empty_list(panel: ListPanel) -> None:
    assert button(panel).isVisible()
    panel.show_list("All papers", [], total=30, query="nothing")
    assert not button(panel).isVisible()
    panel.show_list("All papers", [], total=30, query="something", complete=False)
    assert button(panel).isVisible()


def test_the_header_fits_a_narrow_panel(qtbot: QtBot, panel: ListPanel) -> None:
    panel.show_list("A list with a long name", THIRTY, total=30, order="-published")
    for width in (280, 320, 520):
        panel.resize(width, 700)
        qtbot.waitUntil(lambda width=width: panel.width() == width)  # type: ignore[misc]
        QApplication.sendPostedEvents()
        parts = [panel._title, panel._counted, button(panel), panel._order_button]
        places = [part.geometry() for part in parts if part.isVisible()]
        assert all(before.right() < after.left() for before, after in pairwise(places))
        assert places[-1].right() < width
        # The number is whole or not there, and there is always enough of the name to know the list by.
        assert panel._counted.isHidden() or panel._counted.width() >= panel._counted.sizeHint().width()
        assert panel._title.width() >= 80
    assert panel._counted.isVisible()
    assert panel._order_button.width() >= panel._order_button.sizeHint().width()


def test_interest_is_an_order(qtbot: QtBot, panel: ListPanel) -> None:
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        panel._orders["interest"].trigger()
    assert chosen.args == ["interest"]
    panel.show_list("All papers", THIRTY, total=30, order="interest")
    assert panel._order_button.text() == "Most interesting first ▾"
