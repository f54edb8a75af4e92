"""The search field and the top bar around it: typing, tokens, the answer, the hint, the buttons."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage, QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from readerapp.ui.panels.top_bar import TopBar
from readerapp.ui.parts.search_field import SearchField
from readerapp.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 300)
    return window


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, window: QWidget) -> SearchField:
    layout = QVBoxLayout(window)
    field = SearchField(theme)
    layout.addWidget(field)
    other = QPushButton("elsewhere")
    layout.addWidget(other)
    layout.addStretch()
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def painted(field: SearchField, theme: Theme) -> list[tuple[int, int]]:
    """The grounds of tokens in a picture of the field: begin and end, in pixels."""
    image: QImage = field.grab().toImage()
    token = theme.colour("token").rgb()
    # The upper edge of the grounds; a row lower, still above all letters, corners take one pixel of the width.
    row = next(
        (y for y in range(image.height()) if sum(image.pixel(x, y) == token for x in range(image.width())) > 8), None
    )
    if row is None:
        return []
    found: list[tuple[int, int]] = []
    begin = None
    for x in range(image.width()):
        inside = image.pixel(x, row + 1) == token
        if inside and begin is None:
            begin = x
        elif not inside and begin is not None:
            found.append((begin - 1, x + 1))
            begin = None
    return found


def texts_under(field: SearchField, theme: Theme) -> list[str]:
    """The texts on the tokens painted, found by asking where a click at their edges would put the cursor."""
    middle = field.height() // 2
    units = field.text().encode("utf-16-le")
    found = []
    for begin, end in painted(field, theme):
        first = field.cursorPositionAt(QPoint(begin + 4, middle))
        last = field.cursorPositionAt(QPoint(end - 4, middle))
        found.append(units[2 * first : 2 * last].decode("utf-16-le"))
    return found


def hint(window: QWidget) -> str:
    """What is said below the field, "" when nothing is."""
    label = window.findChild(QLabel, "searchHint")
    return label.text() if label is not None and label.isVisible() else ""


def answer(field: SearchField) -> str:
    return "".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def test_every_key_is_told(qtbot: QtBot, field: SearchField) -> None:
    told = QSignalSpy(field.query_changed)
    qtbot.keyClicks(field, "ab ")
    assert [told.at(n) for n in range(told.count())] == [["a"], ["ab"], ["ab "]]


def test_a_text_put_in_by_the_window_is_told_unless_silently(field: SearchField) -> None:
    told = QSignalSpy(field.query_changed)
    field.set_text_silently("is:read")
    assert told.count() == 0
    field.setText("is:unread")
    assert told.at(0) == ["is:unread"]


def test_recognised_terms_are_tokens(qtbot: QtBot, field: SearchField, theme: Theme) -> None:
    qtbot.keyClicks(field, "tag:thesis/generalization distribution shift")
    assert texts_under(field, theme) == ["tag:thesis/generalization"]
    field.setText("vision is:unread -has:code foo:bar tag:")
    assert texts_under(field, theme) == ["is:unread", "-has:code"]
    field.setText("distribution shift")
    assert painted(field, theme) == []


def test_tokens_stand_right_when_the_text_is_scrolled(qtbot: QtBot, field: SearchField, theme: Theme) -> None:
    field.setMaximumWidth(300)
    qtbot.waitUntil(lambda: field.width() == 300)
    qtbot.keyClicks(field, "is:unread " + "many words that stand between " * 4 + "has:code")
    assert texts_under(field, theme) == ["has:code"]
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert texts_under(field, theme) == ["is:unread"]
    for _ in range(60):
        qtbot.keyClick(field, Qt.Key.Key_Right)
    assert painted(field, theme) == []
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert texts_under(field, theme) == ["has:code"]


def test_tokens_stand_right_beside_characters_of_two_units(field: SearchField, theme: Theme) -> None:
    field.setText("😀😀 is:unread 😀")
    assert texts_under(field, theme) == ["is:unread"]


def test_tokens_follow_the_theme(field: SearchField, theme: Theme) -> None:
    field.setText("is:unread")
    before = field.grab().toImage()
    here, there = ("dark", "light") if theme.dark else ("light", "dark")
    theme.choose(there)
    try:
        assert field.grab().toImage() != before
        assert texts_under(field, theme) == ["is:unread"]
    finally:
        theme.choose(here)
    assert field.grab().toImage() == before


def test_editing_is_native(qtbot: QtBot, field: SearchField) -> None:
    qtbot.keyClicks(field, "is:read tag:a")
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert field.selectedText() == "is:read tag:a"
    qtbot.keyClicks(field, "x")
    assert field.text() == "x"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "is:read tag:a"
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert field.selectedText() == "is:read tag:a"


def test_pasted_line_ends_become_blanks_and_can_be_taken_back(qtbot: QtBot, field: SearchField) -> None:
    told = QSignalSpy(field.query_changed)
    QApplication.clipboard().setText("is:unread\ntrain\u2028longer")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "is:unread train longer"
    assert told.at(told.count() - 1) == ["is:unread train longer"]
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_enter_goes_to_the_list(qtbot: QtBot, field: SearchField) -> None:
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_escape_clears_then_leaves(qtbot: QtBot, field: SearchField) -> None:
    left = QSignalSpy(field.left)
    qtbot.keyClicks(field, "abc")
    told = QSignalSpy(field.query_changed)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert told.at(0) == [""]
    assert left.count() == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert left.count() == 1
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "abc"


def test_escape_is_the_fields_own_before_it_is_the_windows(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    action = QAction(window)
    action.setShortcut("Esc")
    window.addAction(action)
    taken = QSignalSpy(action.triggered)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert taken.count() == 0


def test_the_clear_button_is_there_when_there_is_text(qtbot: QtBot, field: SearchField) -> None:
    (button,) = field.findChildren(QToolButton)
    assert not button.isVisible()
    qtbot.keyClicks(field, "abc")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not button.isVisible()
    assert field.hasFocus()


def test_the_answer(qtbot: QtBot, field: SearchField) -> None:
    field.set_answer(14, 87, 2.4)
    assert answer(field) == ""  # nothing was asked
    qtbot.keyClicks(field, "shift")
    assert answer(field) == "14 of 87 · 2 ms"
    field.set_answer(100, 87_337, 0.2, counting=True)
    assert answer(field) == "100+ of 87,337 · 1 ms"
    field.set_answer(1234, 87_337, 1260, counting=False)
    assert answer(field) == "1,234 of 87,337 · 1.3 s"
    field.resize(340, field.height())
    assert answer(field) == "1,234 of 87,337"
    field.resize(220, field.height())
    assert answer(field) == ""
    field.resize(600, field.height())
    field.clear_answer()
    assert answer(field) == ""


def test_text_never_runs_under_the_answer(qtbot: QtBot, field: SearchField) -> None:
    field.set_answer(1234, 87_337, 12)
    qtbot.keyClicks(field, "word " * 60)
    field.grab()  # it scrolls when it paints
    label = next(label for label in field.findChildren(QLabel) if label.isVisible())
    assert field.cursorRect().right() - 4 <= label.x()


def test_what_was_made_of_the_text_is_said_below_it(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "is:unread")
    assert hint(window) == ""
    qtbot.keyClicks(field, " nosuch:thing ")
    assert "nosuch" in hint(window)
    assert field.explanation == hint(window) == field.accessibleDescription()
    (label,) = window.findChildren(QLabel, "searchHint")
    assert label.y() >= field.geometry().bottom()
    (elsewhere,) = window.findChildren(QPushButton)
    elsewhere.setFocus()
    assert hint(window) == ""
    field.setFocus()
    assert hint(window) != ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert hint(window) == ""


def test_an_input_method_composes_undisturbed(field: SearchField, theme: Theme) -> None:
    field.setText("is:unread ")
    told, before = QSignalSpy(field.query_changed), field.cursorRect().x()
    QApplication.sendEvent(field, QInputMethodEvent("に", []))
    QApplication.sendEvent(field, QInputMethodEvent("にほ", []))
    assert field.cursorRect().x() > before  # what is composed is shown
    assert field.text() == "is:unread "
    assert told.count() == 0
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(field, done)
    assert field.text() == "is:unread 日本"
    assert told.count() == 1
    assert texts_under(field, theme) == ["is:unread"]


def test_long_texts(qtbot: QtBot, field: SearchField) -> None:
    for text in ("word " * 2000, "tag:a " * 1700, "x" * 10_000, "tag:" + "é" * 9996, "(" * 10_000):
        QApplication.clipboard().setText(text)
        field.clear()
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == text
        assert not field.grab().isNull()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.one_of(st.sampled_from(["tag:", "is:unread", '"', "-", "(", ")", "OR", " ", "\n", "year:2020.."]), st.text())
    ).map("".join)
)
def test_any_text_can_be_typed(field: SearchField, text: str) -> None:
    field.setText(text)
    field.setCursorPosition(len(text) // 2)
    assert not field.grab().isNull()
    field.backspace()
    field.undo()
    assert "\n" not in field.text()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> TopBar:
    bar = TopBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1440, bar.sizeHint().height())
    undo, add = QAction("Undo", bar), QAction("Add papers", bar)
    undo.setObjectName("undo")
    undo.setShortcut("Ctrl+Z")
    add.setShortcut("A")
    bar.set_actions(undo, add)
    bar.show()
    return bar


def buttons(bar: TopBar) -> dict[str, QPushButton]:
    return {button.accessibleName(): button for button in bar.findChildren(QPushButton)}


def test_buttons_follow_their_actions(qtbot: QtBot, bar: TopBar) -> None:
    (undo,) = bar.findChildren(QAction, "undo")
    button = buttons(bar)["Undo"]
    assert button.isEnabled()
    undo.setToolTip("Undo: Star 1 paper")
    undo.setEnabled(False)
    assert not button.isEnabled()
    assert button.toolTip() == "Undo: Star 1 paper (Ctrl+Z)"
    undo.setEnabled(True)
    with qtbot.waitSignal(undo.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_at_900_pixels_buttons_are_icons_and_nothing_overlaps(bar: TopBar) -> None:
    assert buttons(bar)["Add papers"].text() == "Add papers"
    bar.set_menu(QMenu(bar))
    for width in (1440, 900, 640):
        bar.resize(width, bar.height())
        parts = [part for part in bar.children() if isinstance(part, QWidget) and part.isVisible() and part.width()]
        parts = sorted((part for part in parts if not isinstance(part, QMenu)), key=lambda part: part.x())
        for one, following in pairwise(parts):
            assert one.geometry().right() < following.x()
        assert parts[-1].geometry().right() <= width
        assert [button.text() for button in buttons(bar).values()] == (
            ["Undo", "Add papers"] if width == 1440 else ["", ""]
        )
    assert all(not button.icon().isNull() for button in buttons(bar).values())


def test_the_search_field_begins_where_the_list_does(qtbot: QtBot, bar: TopBar) -> None:
    for width in (200, 224, 280):
        bar.set_title_width(width)
        qtbot.waitUntil(partial(lambda x: bar.search_field.x() == x, width))
        assert bar.search_field.width() <= 620
