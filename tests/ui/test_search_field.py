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

from readerapp.library.completion import MOST, Completion
from readerapp.ui.panels.top_bar import TopBar
from readerapp.ui.parts.completion_list import CompletionList
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


def button_named(field: SearchField, name: str) -> QToolButton:
    (button,) = [one for one in field.findChildren(QToolButton) if one.accessibleName() == name]
    return button


def test_help_is_asked_for_with_a_button(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    button = button_named(field, "How to search")
    assert button.isVisible()
    with qtbot.waitSignal(field.help_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (elsewhere,) = window.findChildren(QPushButton)
    elsewhere.setFocus()
    assert not button.isVisible()
    field.setText("abc")
    assert button.isVisible()
    assert not button.geometry().intersects(button_named(field, "Clear the search").geometry())


def test_the_clear_button_is_there_when_there_is_text(qtbot: QtBot, field: SearchField) -> None:
    button = button_named(field, "Clear the search")
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
    assert hint(window) == "unread · with nosuch and thing\nUnknown field “nosuch”: searched as words."
    assert field.explanation == hint(window)
    assert field.accessibleDescription() == hint(window).replace("\n", ". ")
    (label,) = window.findChildren(QLabel, "searchHint")
    assert label.y() >= field.geometry().bottom()
    (elsewhere,) = window.findChildren(QPushButton)
    elsewhere.setFocus()
    assert hint(window) == ""
    field.setFocus()
    assert hint(window) != ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert hint(window) == ""


def test_what_was_understood_is_said_where_it_adds_something(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    for text, said in (
        ("deep shift", ""),
        ("is:starred", ""),
        ("rating:>=4", "rated 4 or more"),
        ("deep -survey", "with deep, without survey"),
        ("deep ", ""),
    ):
        field.setText(text)
        assert hint(window) == said
    field.setText("is:unread deep")
    label = window.findChild(QLabel, "searchHint")
    assert label is not None
    assert label.height() < 2 * label.fontMetrics().height()  # one line
    label.setText("x" * 20)
    with qtbot.assertNotEmitted(field.query_changed):
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=label.geometry().center())
    assert window.childAt(label.geometry().center()) is not label


# Completion


def offer(start: int, end: int, text: str, kind: str = "value", count: int | None = None) -> Completion:
    return Completion(start, end, text, text.strip(), kind, "", count)


def completion_list(window: QWidget) -> CompletionList:
    (found,) = window.findChildren(CompletionList)
    return found


def offered(window: QWidget) -> list[str]:
    """The rows that are seen, [] when the list is not."""
    shown = completion_list(window)
    return [one.label for one in shown.rows] if shown.isVisible() else []


def answer_to(field: SearchField, *found: Completion) -> None:
    """Answers what the field has just asked."""
    field.set_completions(found, field.text(), len(field.text()))


def test_completions_are_asked_for_what_is_typed(qtbot: QtBot, field: SearchField) -> None:
    field.setText("😀")
    told, asked = QSignalSpy(field.query_changed), QSignalSpy(field.completion_asked)
    qtbot.keyClicks(field, " b")
    # The papers come first; of keys in a row the last one is answered.
    assert asked.count() == 0
    qtbot.keyClicks(field, "c")
    assert [told.at(n) for n in range(told.count())] == [["😀 "], ["😀 b"], ["😀 bc"]]
    qtbot.waitUntil(lambda: asked.count() > 0)
    assert [asked.at(n) for n in range(asked.count())] == [["😀 bc", 4]]
    qtbot.keyClicks(field, "d")
    qtbot.waitUntil(lambda: asked.count() == 2)
    field.setText("tag:a")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    field.set_text_silently("tag:")
    qtbot.wait(100)
    assert asked.count() == 2


def test_nothing_is_chosen_until_it_is(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "x tag:the")
    answer_to(field, offer(6, 9, "thesis "), offer(6, 9, "theory "))
    assert offered(window) == ["thesis", "theory"]
    assert completion_list(window).chosen is None
    assert field.hasFocus()
    with qtbot.waitSignals([field.submitted, field.search_made]):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "x tag:the"
    assert offered(window) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_choose_and_take(qtbot: QtBot, window: QWidget, field: SearchField, key: Qt.Key) -> None:
    field.setText("😀 ")
    qtbot.keyClicks(field, "tag:the")
    submitted, told = QSignalSpy(field.submitted), QSignalSpy(field.query_changed)
    answer_to(field, offer(6, 9, "thesis "), offer(6, 9, "theory "))
    for step, chosen in ((1, "thesis"), (1, "theory"), (1, None), (-1, "theory"), (-1, "thesis"), (-1, None)):
        qtbot.keyClick(field, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
        now = completion_list(window).chosen
        assert (now.label if now else None) == chosen
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, key)
    assert field.text() == "😀 tag:theory "
    assert field.cursorPosition() == 14
    assert field.hasFocus()
    assert offered(window) == []
    assert submitted.count() == 0
    assert told.at(told.count() - 1) == ["😀 tag:theory "]
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "😀 tag:the"


def test_tab_without_a_choice_goes_on(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "is:")
    answer_to(field, offer(3, 3, "unread "))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert offered(window) == []
    assert field.text() == "is:"


def test_a_click_takes(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "is:")
    answer_to(field, offer(3, 3, "unread "), offer(3, 3, "reading "))
    view = completion_list(window).view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.text() == "is:reading "
    assert field.hasFocus()


def test_after_a_field_its_values_are_asked_for(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "ta")
    answer_to(field, offer(0, 2, "tag:", "field"))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.completion_asked) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert asked.args == ["tag:", 4]
    answer_to(field, offer(4, 4, "thesis "))
    assert offered(window) == ["thesis"]
    assert completion_list(window).chosen is None


def test_answers_that_come_late_are_not_shown(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    qtbot.keyClicks(field, "is:u")
    field.set_completions([offer(3, 3, "unread ")], "is:", 3)
    assert offered(window) == []
    answer_to(field, offer(3, 4, "unread "))
    assert offered(window) == ["unread"]
    # Until the next answer the rows stay, but none of them can be taken.
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClicks(field, "n")
    assert offered(window) == ["unread"]
    assert completion_list(window).chosen is None
    view = completion_list(window).view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert field.text() == "is:un"
    answer_to(field)
    assert offered(window) == []
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Left):
        field.setText("")
        qtbot.keyClicks(field, "is:u")
        qtbot.keyClick(field, leave)
        field.set_completions([offer(3, 4, "unread ")], "is:u", 4)
        assert offered(window) == []


def test_somebody_who_types_words_is_left_alone(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    fields, author = offer(0, 1, "author:", "field"), offer(0, 1, "author:li ", "author", 3)
    older = offer(0, 1, "a b", "recent")
    qtbot.keyClicks(field, "a")
    answer_to(field, fields, older)
    assert offered(window) == []
    qtbot.keyClicks(field, "u")
    answer_to(field, fields, older)
    assert offered(window) == ["author:", "a b"]
    answer_to(field, older)
    assert offered(window) == []
    qtbot.keyClicks(field, "t")
    answer_to(field, *[author] * 8)
    assert len(offered(window)) == 5
    qtbot.keyClicks(field, " ")
    assert offered(window) == []
    field.clear()
    qtbot.keyClicks(field, "tag:")
    answer_to(field, *[offer(4, 4, f"t{n}", "tag") for n in range(8)])
    assert len(offered(window)) == 8


def test_down_asks_whatever_there_is(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    with qtbot.waitSignal(field.completion_asked) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert asked.args == ["", 0]
    answer_to(field, offer(0, 0, "is:unread deep", "recent"))
    assert offered(window) == ["is:unread deep"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "is:unread deep"
    field.setText("a")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    answer_to(field, offer(0, 1, "author:", "field"))
    assert offered(window) == ["author:"]


def test_escape_closes_the_list_first(qtbot: QtBot, window: QWidget, field: SearchField) -> None:
    left = QSignalSpy(field.left)
    qtbot.keyClicks(field, "deep is:")
    answer_to(field, offer(8, 8, "unread "))
    assert hint(window) == ""  # one thing at a time stands below the field
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert offered(window) == []
    assert hint(window) != ""
    assert field.text() == "deep is:"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert left.count() == 1


def test_the_list_goes_with_the_focus_and_when_the_window_changes(
    qtbot: QtBot, window: QWidget, field: SearchField
) -> None:
    (elsewhere,) = window.findChildren(QPushButton)
    for leave in (elsewhere.setFocus, partial(window.resize, 500, 300), partial(field.setText, "x"), field.hide):
        field.show()
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, "is:")
        answer_to(field, offer(3, 3, "unread "))
        assert offered(window) == ["unread"]
        shown = completion_list(window).geometry()
        assert shown.top() > field.geometry().bottom()
        assert shown.right() < window.width()
        leave()
        qtbot.waitUntil(lambda: offered(window) == [])


def test_what_a_row_says(qtbot: QtBot, window: QWidget, field: SearchField, theme: Theme) -> None:
    qtbot.keyClicks(field, "ben")
    rows = (
        Completion(0, 3, 'author:"A\u202eB" ', "A\u202eB", "author", count=1234),
        Completion(0, 3, "venue:x ", "x" * 200, "venue", count=MOST),
        Completion(0, 3, "tag:", "tag:", "field", "a tag and all tags under it"),
    )
    answer_to(field, *rows)
    model = completion_list(window).view.model()
    read = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert read == [
        "A\ufffdB, author · 1,234",
        "x" * 200 + ", venue · 4,000+",
        "tag:, a tag and all tags under it",
    ]
    before = completion_list(window).grab().toImage()
    here, there = ("dark", "light") if theme.dark else ("light", "dark")
    theme.choose(there)
    assert completion_list(window).grab().toImage() != before
    theme.choose(here)
    assert completion_list(window).grab().toImage() == before


def test_searches_that_were_of_use_are_kept(qtbot: QtBot, field: SearchField) -> None:
    made = QSignalSpy(field.search_made)
    field.recent = ["b", "a", "b", "  ", *map(str, range(50))]
    assert field.recent[:3] == ["b", "a", "0"]
    assert len(field.recent) == 30
    qtbot.keyClicks(field, " a ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert made.at(0) == ["a"]
    assert field.recent[:3] == ["a", "b", "0"]
    field.setText("c")
    field.keep_search()
    field.setText("  ")
    field.keep_search()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert made.count() == 2
    assert len(field.recent) == 30


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
