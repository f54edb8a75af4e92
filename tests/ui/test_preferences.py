"""Preferences: every setting is there, in force at once and written; keys are pressed, clash, and are put back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp import config
from readerapp.actions.keys import clashes, is_letter, keys_asked, keys_in_force, with_keys, written
from readerapp.actions.registry import all_actions
from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.ui.dialogs.key_editor import KeyEditor
from readerapp.ui.dialogs.preferences import Preferences
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.theme import Theme

ACTIONS = all_actions()
DECLARED = keys_asked(ACTIONS, {})

# Which key does what

KEYS = ["J", "K", "G", "G, U", "G, N", "Ctrl+K", "Ctrl+K, G", "F1", "?", "Shift+J", "Space", "no key", ""]
overridden = st.dictionaries(
    st.sampled_from([action.id for action in ACTIONS[:40]]), st.lists(st.sampled_from(KEYS), max_size=3), max_size=6
)


@given(overridden, st.booleans())
def test_no_key_in_force_is_in_the_way_of_another(overrides: dict[str, list[str]], letters: bool) -> None:
    in_force = keys_in_force(ACTIONS, overrides, letters)
    assert clashes(in_force) == {}
    assert list(in_force) == [action.id for action in ACTIONS]
    asked = keys_asked(ACTIONS, overrides)
    for action, keys in in_force.items():
        assert set(keys) <= set(asked[action])
        assert letters or not any(map(is_letter, keys))


@given(overridden)
def test_a_key_that_clashes_with_nothing_is_in_force(overrides: dict[str, list[str]]) -> None:
    asked = keys_asked(ACTIONS, overrides)
    in_force, found = keys_in_force(ACTIONS, overrides), clashes(asked)
    for action, keys in asked.items():
        for key in keys:
            rivals = found.get((action, key), [])
            assert action not in rivals or len(keys) > 1
            if not rivals:
                assert key in in_force[action]
            elif action in overrides and not any(rival in overrides for rival in rivals):
                # What the reader chose goes before what is declared.
                assert key in in_force[action]


@given(overridden)
def test_clashes_are_between_two(overrides: dict[str, list[str]]) -> None:
    found = clashes(keys_asked(ACTIONS, overrides))
    for (action, _), rivals in found.items():
        for rival in rivals:
            assert any(action in others for (one, _), others in found.items() if one == rival)


@given(st.text(max_size=12))
def test_writing_a_key_again_changes_nothing(text: str) -> None:
    assert written(written(text)) == written(text)


def test_declared_keys_are_in_force() -> None:
    assert clashes(DECLARED) == {}
    assert keys_in_force(ACTIONS, {}) == DECLARED
    shown = with_keys(ACTIONS, keys_in_force(ACTIONS, {"next": ["N"]}))
    assert next(action.keys for action in shown if action.id == "next") == ("N",)
    assert next(action.keys for action in shown if action.id == "note") == ()


def test_without_letters_everything_else_stays() -> None:
    in_force = keys_in_force(ACTIONS, {}, letters=False)
    assert in_force["add-papers"] == ("Ctrl+N",)
    assert in_force["keys"] == ("F1",)
    assert in_force["go-unread"] == in_force["next"] == ()
    assert in_force["page-down"] == ("Space",)
    assert [is_letter(key) for key in ("é", "1", "Shift+H", "/", "Alt+1", "Del", "Return", "")] == [True] * 4 + [
        False
    ] * 4


# The sheet


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def kept(tmp_path: Path) -> Config:
    return Config(tmp_path / "settings.toml")


@pytest.fixture
def sheet(kept: Config, lanes: Lanes, window: QWidget, theme: Theme) -> Iterator[Preferences]:
    opened = Preferences(kept, ACTIONS, lanes.library.path, lanes, theme, window)
    opened.open()
    yield opened
    if isValid(opened):
        opened.hide()


def control(sheet: Preferences, setting: config.Setting[Any]) -> QWidget:
    kinds = (QComboBox, QSpinBox, QCheckBox)
    return next(
        one for one in sheet.findChildren(QWidget) if isinstance(one, kinds) and one.accessibleName() == setting.label
    )


def button(sheet: QWidget, name: str) -> QAbstractButton:
    return next(
        one
        for one in sheet.findChildren(QAbstractButton)
        if name in (one.text(), one.accessibleName()) and one.isVisible()
    )


def again(kept: Config) -> Config:
    return Config(kept.file)


def test_every_setting_is_there_with_its_help(sheet: Preferences) -> None:
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for setting in config.SETTINGS:
        assert {setting.label, setting.help} <= shown
    names = {widget.accessibleName() for widget in sheet.findChildren(QWidget)}
    assert {setting.label for setting in config.SETTINGS} <= names
    assert [sheet.groups.item(row).text() for row in range(sheet.groups.count())] == [
        name for name, _ in config.groups()
    ]


@pytest.mark.parametrize(
    "setting", [one for one in config.SETTINGS if isinstance(one, config.Choice)], ids=lambda one: one.key
)
def test_a_choice_is_in_force_and_written_at_once(
    sheet: Preferences, kept: Config, setting: config.Choice, qtbot: QtBot
) -> None:
    box = control(sheet, setting)
    assert isinstance(box, QComboBox)
    sheet.show_group(setting.group)
    box.setFocus()
    with qtbot.waitSignal(sheet.changed) as carried:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    chosen = setting.options[1][0]
    assert carried.args == [setting.key, chosen]
    assert kept.get(setting) == again(kept).get(setting) == chosen


@pytest.mark.parametrize(
    "setting", [one for one in config.SETTINGS if isinstance(one, config.Number)], ids=lambda one: one.key
)
def test_a_number_is_in_force_when_it_is_typed(sheet: Preferences, kept: Config, setting: config.Number) -> None:
    box = control(sheet, setting)
    assert isinstance(box, QSpinBox)
    told: list[tuple[str, object]] = []
    sheet.changed.connect(lambda key, value: told.append((key, value)))
    box.lineEdit().setText(f"{setting.most} {setting.unit}")
    assert told == []
    box.interpretText()
    assert told == [(setting.key, setting.most)]
    assert again(kept).get(setting) == setting.most
    box.stepUp()
    assert kept.get(setting) == setting.most


def test_buttons_count_up_and_down(sheet: Preferences, kept: Config, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(sheet, "More"), Qt.MouseButton.LeftButton)
    assert kept.get(config.ABSTRACT_SIZE) == 17
    for _ in range(2):
        qtbot.mouseClick(button(sheet, "Less"), Qt.MouseButton.LeftButton)
    assert kept.get(config.ABSTRACT_SIZE) == 15


def test_a_number_without_effect_is_not_shown(sheet: Preferences) -> None:
    sheet.show_group("Reading")
    assert not control(sheet, config.READING_DELAY).isVisible()
    box = control(sheet, config.COUNT_AS_READING)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("delay"))
    assert control(sheet, config.READING_DELAY).isVisible()
    assert not control(sheet, config.READ_DELAY).isVisible()


def test_defaults_put_a_page_back_and_no_other(sheet: Preferences, kept: Config, qtbot: QtBot) -> None:
    for setting, index in ((config.COLOURS, 2), (config.COUNT_AS_READ, 1)):
        box = control(sheet, setting)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(index)
    qtbot.mouseClick(button(sheet, "Defaults of Appearance"), Qt.MouseButton.LeftButton)
    assert again(kept).get(config.COLOURS) == "system"
    assert again(kept).get(config.COUNT_AS_READ) == "delay"
    box = control(sheet, config.COLOURS)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "As the system"


def test_the_library_is_chosen_for_the_next_start(
    sheet: Preferences, kept: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet.show_group("Library")
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "other.db"), ""))
    qtbot.mouseClick(button(sheet, "Library"), Qt.MouseButton.LeftButton)
    assert again(kept).get(config.LIBRARY) == tmp_path / "other.db"
    assert str(tmp_path / "other.db") in {label.text() for label in sheet.findChildren(QLabel)}
    qtbot.mouseClick(button(sheet, "The usual one"), Qt.MouseButton.LeftButton)
    assert again(kept).get(config.LIBRARY) is None
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    qtbot.mouseClick(button(sheet, "Library"), Qt.MouseButton.LeftButton)
    assert again(kept).get(config.LIBRARY) is None


def test_the_wheel_changes_nothing_without_the_focus(sheet: Preferences, kept: Config) -> None:
    for setting in (config.COLOURS, config.ABSTRACT_SIZE):
        box = control(sheet, setting)
        turn = QWheelEvent(
            QPointF(4, 4), box.mapToGlobal(QPointF(4, 4)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
    assert kept.get(config.COLOURS) == "system"
    assert kept.get(config.ABSTRACT_SIZE) == 16


def test_what_cannot_be_written_says_so_and_is_in_force(
    tmp_path: Path, lanes: Lanes, window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    kept = Config(tmp_path / "a-file" / "settings.toml")
    sheet = Preferences(kept, ACTIONS, lanes.library.path, lanes, theme, window)
    sheet.open()
    qtbot.mouseClick(button(sheet, "More"), Qt.MouseButton.LeftButton)
    assert kept.get(config.ABSTRACT_SIZE) == 17
    assert any("could not be written" in label.text() for label in sheet.findChildren(QLabel) if label.isVisible())
    sheet.hide()


def test_problems_of_the_file_are_shown(tmp_path: Path, lanes: Lanes, window: QWidget, theme: Theme) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("abstract.size = 3\n", encoding="utf-8")
    sheet = Preferences(Config(file), ACTIONS, lanes.library.path, lanes, theme, window)
    sheet.open()
    assert any("abstract.size is 3" in label.text() for label in sheet.findChildren(QLabel) if label.isVisible())
    assert file.read_text("utf-8") == "abstract.size = 3\n"
    sheet.hide()


def test_esc_closes_it_and_enter_does_not(sheet: Preferences, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.groups, Qt.Key.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClick(sheet.groups, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_every_control_is_named(sheet: Preferences) -> None:
    for part in sheet.findChildren(QWidget):
        inner = part.objectName() == "qt_spinbox_lineedit" or part.window() is not sheet
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            assert part.accessibleName() or (isinstance(part, QPushButton) and part.text()), part


# The key editor


@pytest.fixture
def editor(sheet: Preferences) -> KeyEditor:
    sheet.show_group("Keys")
    found = sheet.findChild(KeyEditor)
    assert found is not None
    return found


def chosen(kept: Config) -> Mapping[str, tuple[str, ...]]:
    return again(kept).get(config.KEYS)


def keys_shown(editor: KeyEditor) -> list[str]:
    return [
        one.accessibleName().removeprefix("Take ").removesuffix(" away")
        for one in editor.findChildren(QAbstractButton)
        if one.accessibleName().endswith(" away") and not one.isHidden()
    ]


def said(editor: KeyEditor) -> str:
    return " ".join(label.text() for label in editor.findChildren(QLabel) if label.isVisible())


def rows(editor: KeyEditor) -> list[str]:
    model = editor.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_every_action_is_there_with_its_keys(editor: KeyEditor) -> None:
    shown = rows(editor)
    assert len([row for row in shown if ": " in row]) == len(ACTIONS)
    assert "Unread: G then U" in shown
    assert "Back up now: no key" in shown


def test_a_key_that_is_pressed_is_taken(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("backup")
    qtbot.keyClick(editor.field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert chosen(kept) == {"backup": ("Ctrl+Alt+B",)}
    assert keys_shown(editor) == ["Ctrl Alt B"]
    assert "Back up now: Ctrl Alt B, changed" in rows(editor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert "clashes with a key of: Keys" in said(editor)


def test_two_letters_are_a_sequence_and_enter_ends_one(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("backup")
    qtbot.keyClicks(editor.field, "gb")
    assert chosen(kept) == {"backup": ("G, B",)}
    qtbot.keyClick(editor.field, Qt.Key.Key_Y)
    assert chosen(kept) == {"backup": ("G, B",)}
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert chosen(kept) == {"backup": ("G, B", "Y")}
    qtbot.keyClick(editor.field, Qt.Key.Key_W)
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert editor.field.text() == ""
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClick(editor.field, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(kept)["backup"] == ("G, B", "Y", "Shift+W")


def test_a_key_of_another_action_is_refused_until_taken(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("star")
    qtbot.keyClick(editor.field, Qt.Key.Key_F1)
    assert chosen(kept) == {}
    assert "F1 clashes with a key of: Keys." in said(editor)
    qtbot.mouseClick(button(editor, "Take it from there"), Qt.MouseButton.LeftButton)
    assert chosen(kept) == {"keys": ("?",), "star": ("S", "F1")}
    assert clashes(keys_asked(ACTIONS, chosen(kept))) == {}


def test_a_letter_that_begins_sequences_takes_them_all(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("star")
    qtbot.keyClick(editor.field, Qt.Key.Key_G)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert "G clashes with a key of: Tags…, " in said(editor)
    assert said(editor).endswith("more.")
    qtbot.mouseClick(button(editor, "Take it from there"), Qt.MouseButton.LeftButton)
    assert chosen(kept)["go-unread"] == ()
    assert chosen(kept)["star"] == ("S", "G")
    assert clashes(keys_asked(ACTIONS, chosen(kept))) == {}


def test_the_refusal_is_gone_with_another_action(editor: KeyEditor, qtbot: QtBot) -> None:
    editor.choose("star")
    qtbot.keyClick(editor.field, Qt.Key.Key_F1)
    editor.choose("tag")
    assert "clashes" not in said(editor)
    assert not [one for one in editor.findChildren(QPushButton) if one.text().startswith("Take") and one.isVisible()]


def test_keys_that_move_are_nobodys(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("star")
    qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    assert "moves in every list" in said(editor)
    assert chosen(kept) == {}
    qtbot.keyClick(editor.field, Qt.Key.Key_Shift)
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert not editor.field.hasFocus()
    assert chosen(kept) == {}


def test_a_key_is_taken_away_and_put_back(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("redo")
    assert keys_shown(editor) == ["Ctrl Shift Z", "Ctrl Y"]
    cap = button(editor, "Take Ctrl Shift Z away")
    cap.setFocus()
    qtbot.keyClick(cap, Qt.Key.Key_Delete)
    assert chosen(kept) == {"redo": ("Ctrl+Y",)}
    qtbot.mouseClick(button(editor, "Put back"), Qt.MouseButton.LeftButton)
    assert chosen(kept) == {}
    assert not button(editor, "Put back").isEnabled()


def test_what_another_action_has_now_is_not_put_back(editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("star")
    qtbot.keyClick(editor.field, Qt.Key.Key_F1)
    qtbot.mouseClick(button(editor, "Take it from there"), Qt.MouseButton.LeftButton)
    editor.choose("keys")
    qtbot.mouseClick(button(editor, "Put back"), Qt.MouseButton.LeftButton)
    assert "F1 has gone to Star meanwhile" in said(editor)
    assert chosen(kept) == {"keys": ("?",), "star": ("S", "F1")}


def test_defaults_put_all_keys_back(sheet: Preferences, editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    editor.choose("backup")
    qtbot.keyClick(editor.field, Qt.Key.Key_F9)
    qtbot.mouseClick(button(sheet, "Defaults of Keys"), Qt.MouseButton.LeftButton)
    assert chosen(kept) == {}
    assert "Back up now: no key" in rows(editor)


def test_with_letters_off_they_do_nothing(sheet: Preferences, editor: KeyEditor, kept: Config, qtbot: QtBot) -> None:
    box = control(sheet, config.LETTERS)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert again(kept).get(config.LETTERS) is False
    assert "Add papers…: Ctrl N" in rows(editor)
    editor.choose("star")
    assert keys_shown(editor) == ["S"]
    assert "Letters are turned off" in said(editor)


def test_clashes_of_a_file_are_named(tmp_path: Path, lanes: Lanes, window: QWidget, theme: Theme) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\nnext = ["M"]\n', encoding="utf-8")
    sheet = Preferences(Config(file), ACTIONS, lanes.library.path, lanes, theme, window)
    sheet.open()
    sheet.show_group("Keys")
    editor = sheet.findChild(KeyEditor)
    assert editor is not None
    assert "Next paper: M, clashes" in rows(editor)
    assert "Read or unread: no key, clashes" in rows(editor)
    editor.choose("toggle-read")
    assert "M does nothing here: it is asked for by Next paper." in said(editor)
    sheet.hide()


def test_what_is_typed_leaves_the_actions_that_have_it(editor: KeyEditor, qtbot: QtBot) -> None:
    field = next(one for one in editor.findChildren(QLineEdit) if one is not editor.field)
    qtbot.keyClicks(field, "ctrl z")
    assert rows(editor) == ["Library", "Undo: Ctrl Z"]
    assert editor.action == "undo"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.field.hasFocus()
    field.setText("no such words")
    assert rows(editor) == []
    assert editor.action == ""
    qtbot.keyClick(editor.field, Qt.Key.Key_F9)
    field.clear()
    assert "Undo: Ctrl Z" in rows(editor)


def test_nothing_is_cut_off_in_a_small_window(sheet: Preferences, window: QWidget) -> None:
    window.resize(640, 400)
    for name, _ in config.groups():
        sheet.show_group(name)
        assert not sheet.grab().isNull()
        for part in sheet.findChildren(QPushButton):
            if part.isVisible():
                assert part.width() >= part.minimumSizeHint().width()
