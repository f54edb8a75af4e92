"""The command palette, by its keys: what is found, in what order, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from readerapp.actions.fuzzy import Text
from readerapp.actions.registry import Action, all_actions
from readerapp.jobs.lanes import Lanes
from readerapp.operations import filing
from readerapp.ui.dialogs.palette import Entry, Palette, Row, ranked
from readerapp.ui.panels.top_bar import TopBar
from readerapp.ui.theme import Theme

ACTIONS = all_actions()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    field = QLineEdit(shown)
    shown.show()
    qtbot.waitActive(shown)
    field.setFocus()
    return shown


@pytest.fixture
def palette(window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> Palette:
    made = Palette(lanes, theme, window)
    made.open(ACTIONS, {})
    made.leave()
    # Tags are read once, behind the scenes.
    qtbot.waitUntil(lambda: _has_tags(made))
    made.open(ACTIONS, {})
    return made


def _has_tags(palette: Palette) -> bool:
    palette.open(ACTIONS, {})
    palette.line.setText("#")
    found = bool(palette.rows)
    palette.leave()
    return found


def texts(palette: Palette) -> list[str]:
    return [row.entry.text.text for row in palette.rows]


def chosen(palette: Palette) -> str:
    return str(palette.view.currentIndex().data())


# What is found


def test_without_a_word_every_action_is_there(palette: Palette) -> None:
    assert texts(palette) == [action.text for action in ACTIONS][:60]
    assert chosen(palette) == ACTIONS[0].text


def test_the_most_used_come_first(palette: Palette) -> None:
    palette.open(ACTIONS, {"action:star": 2, "action:done": 5, "tag:agents": 1})
    assert texts(palette)[:4] == ["Done, next paper", "Star", "agents", ACTIONS[0].text]


def test_actions_and_tags_are_found_by_letters_in_order(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "thgen")
    assert texts(palette) == ["thesis/generalization"]
    assert palette.rows[0].places == (0, 1, 7, 8, 9)
    palette.line.clear()
    qtbot.keyClicks(palette.line, "dnp")
    assert texts(palette)[0] == "Done, next paper"
    palette.line.clear()
    qtbot.keyClicks(palette.line, "Read MARK")
    assert texts(palette)[0] == "Mark read"


def test_an_action_is_found_by_the_words_of_its_help(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, ">clipboard look")
    assert texts(palette) == ["Paste papers"]
    assert palette.rows[0].places == ()


def test_a_sign_leaves_actions_or_tags_alone(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "#")
    assert set(texts(palette)) == {"agents", "thesis", "thesis/generalization", "thesis/related-work", "reading-group"}
    qtbot.keyClicks(palette.line, "rea")
    assert texts(palette)[0] == "reading-group"
    assert {row.entry.kind for row in palette.rows} == {"tag"}
    palette.line.clear()
    qtbot.keyClicks(palette.line, ">rea")
    assert {row.entry.kind for row in palette.rows} == {"action"}


def test_titles_come_below_and_move_nothing(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "re")
    before = texts(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    there = chosen(palette)
    palette.line.setText("question")
    qtbot.waitUntil(lambda: any(row.entry.kind == "paper" for row in palette.rows))
    assert [row.entry.kind for row in palette.rows] == ["paper"] * 8
    assert texts(palette)[0] == "On the second question of subject 29"
    assert palette.rows[0].places == tuple(range(14, 22))
    palette.line.setText("re")
    assert texts(palette)[: len(before)] == before
    assert there in before


def test_the_words_of_a_title_are_found_in_any_order(palette: Palette, qtbot: QtBot) -> None:
    palette.line.setText('subject "third 1')
    qtbot.waitUntil(lambda: bool(palette.rows))
    assert all("third" in text and "subject 1" in text for text in texts(palette))


def test_a_paper_that_lost_its_tag_and_a_new_tag_are_known(palette: Palette, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(filing.tag, [1], ["brand-new"])
    qtbot.keyClicks(palette.line, "#brand")
    qtbot.waitUntil(lambda: texts(palette) == ["brand-new"])


def test_what_is_called_nothing_says_so(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "qqqq")
    assert texts(palette) == []
    qtbot.waitUntil(lambda: "Nothing here is called that." in _labels(palette))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.isVisible()


def _labels(palette: Palette) -> list[str]:
    return [label.text() for label in palette.findChildren(QLabel) if label.isVisible()]


# What becomes of it


def test_enter_runs_the_action_that_is_chosen(palette: Palette, window: QWidget, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert field is not None
    focused: list[bool] = []
    palette.action_chosen.connect(lambda _: focused.append(field.hasFocus() and not palette.isVisible()))
    qtbot.keyClicks(palette.line, ">star")
    with qtbot.waitSignals([palette.action_chosen, palette.used], check_params_cbs=[
        lambda action: action == "star", lambda key: key == "action:star"
    ]):  # fmt: skip
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert focused == [True]


def test_a_tag_is_a_list(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "#related")
    with qtbot.waitSignal(palette.query_chosen) as carried:
        qtbot.keyClick(palette.line, Qt.Key.Key_Enter)
    assert carried.args == ["thesis/related-work", "tag:thesis/related-work"]


def test_enter_waits_for_the_titles_when_there_is_nothing_else(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.paper_chosen) as carried:
        palette.line.setText("question of subject 17")
        assert palette.rows == ()
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert carried.args == [18]


def test_a_click_runs_what_is_clicked(palette: Palette, qtbot: QtBot) -> None:
    third = palette.view.visualRect(palette.view.model().index(2, 0)).center()
    with qtbot.waitSignal(palette.action_chosen) as carried:
        qtbot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert carried.args == [ACTIONS[2].id]


def test_arrows_go_around_and_pages_do_not(palette: Palette, qtbot: QtBot) -> None:
    names = texts(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert chosen(palette) == names[-1]
    qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert chosen(palette) == names[-1]
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert chosen(palette) == names[0]
    qtbot.keyClick(palette.line, Qt.Key.Key_PageUp)
    assert chosen(palette) == names[0]
    qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert names.index(chosen(palette)) >= 5


def test_esc_and_a_click_beside_close_it(palette: Palette, window: QWidget, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert field is not None
    esc = QAction(window)
    esc.setShortcut("Esc")
    window.addAction(esc)
    triggered: list[bool] = []
    esc.triggered.connect(triggered.append)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert field.hasFocus()
    assert triggered == []
    palette.open(ACTIONS, {})
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, palette.height() - 4))
    assert not palette.isVisible()
    palette.open(ACTIONS, {})
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not palette.isVisible()
    assert field.hasFocus()


def test_tab_stays_in_the_line(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Tab)
    assert palette.line.hasFocus()
    assert palette.isVisible()


def test_it_fits_the_window_at_any_size(palette: Palette, window: QWidget) -> None:
    box = next(part for part in palette.findChildren(QFrame) if part.parent() is palette)
    for size in ((640, 400), (900, 600), (1440, 900)):
        window.resize(*size)
        palette.open(ACTIONS, {})
        assert palette.geometry() == window.rect()
        assert palette.rect().adjusted(16, 8, -16, -8).contains(box.geometry())
        assert abs(box.geometry().center().x() - palette.rect().center().x()) <= 1
    window.resize(700, 500)
    assert palette.geometry() == window.rect()


def test_rows_are_read_out_with_their_keys(palette: Palette) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    palette.line.setText(">redo")
    assert palette.view.currentIndex().data(role) == "Redo, Do again what was undone last., Ctrl Shift Z or Ctrl Y"
    palette.line.setText("#agents")
    assert palette.view.currentIndex().data(role) == "agents, tag · 8"
    assert palette.line.accessibleName()
    assert palette.view.accessibleName()


def test_titles_from_strangers_break_nothing(palette: Palette, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(filing.tag, [1], ["𝔘nicode 🦙 <b>bold &amp;"])
    palette.line.setText("#bold")
    qtbot.waitUntil(lambda: len(palette.rows) == 1)
    assert texts(palette) == ["𝔘nicode 🦙 <b>bold &amp;"]
    assert not palette.grab().isNull()


# The order


def entry(text: str, key: str) -> Entry:
    return Entry(key, "tag", Text(text), text)


@given(st.lists(st.text("abc /", min_size=1, max_size=6), max_size=8), st.text("abc ", max_size=3), st.data())
def test_rows_are_in_order_of_score_and_use(names: list[str], typed: str, data: st.DataObject) -> None:
    entries = [entry(name, str(at)) for at, name in enumerate(names)]
    uses = {one.key: data.draw(st.integers(0, 3)) for one in entries}
    rows = ranked(entries, typed, uses)
    wanted = typed.split()
    matching = [one for one in entries if one.text.match(wanted) is not None]
    assert {row.entry.key for row in rows} == {one.key for one in matching}

    def score(row: Row) -> int:
        match = row.entry.text.match(wanted)
        return match.score if match else 0

    for one, following in pairwise(rows):
        if uses[one.entry.key] == uses[following.entry.key]:
            assert score(one) >= score(following)
        if score(one) == score(following):
            assert uses[one.entry.key] >= uses[following.entry.key]


def test_of_many_tags_the_one_meant_is_found(palette: Palette, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(filing.tag, [1], [f"topic/number-{n}" for n in range(400)])
    for typed, meant in (("#number-399", "topic/number-399"), ("#tn399", "topic/number-399"), ("#agen", "agents")):
        palette.line.setText(typed)
        qtbot.waitUntil(partial(_begins_with, palette, meant))


def _begins_with(palette: Palette, text: str) -> bool:
    return texts(palette)[:1] == [text]


# The button that opens it


def _in_order(buttons: dict[str, QPushButton], width: int) -> bool:
    places = [buttons[name].geometry() for name in ("Undo", "Commands", "Add papers")]
    return all(one.right() < following.left() for one, following in pairwise(places)) and places[-1].right() < width


def test_the_button_shows_the_key(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(theme, window)
    made = [QAction(text, bar) for text in ("Undo", "Add papers", "Commands")]
    undo, add, commands = made
    commands.setShortcut("Ctrl+K")
    bar.set_actions(undo, add)
    bar.set_commands(commands)
    bar.set_menu(QMenu(bar))
    window.show()
    buttons = {button.accessibleName(): button for button in bar.findChildren(QPushButton)}
    for width in (1440, 1000, 900, 640):
        bar.resize(width, bar.sizeHint().height())
        qtbot.waitUntil(partial(_in_order, buttons, width))
    bar.resize(1440, bar.height())
    keyed = buttons["Commands"].sizeHint().width()
    commands.setShortcut("")
    assert buttons["Commands"].sizeHint().width() < keyed
    with qtbot.waitSignal(commands.triggered):
        qtbot.mouseClick(buttons["Commands"], Qt.MouseButton.LeftButton)


def test_actions_that_are_given_are_those_shown(palette: Palette) -> None:
    some: Sequence[Action] = ACTIONS[:2]
    palette.open(some, {})
    assert texts(palette) == [action.text for action in some]
