"""Spelling in notes: judged where words stand, and not before they are written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from readerapp import config
from readerapp.ui import spelling
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.spelling import Spelling
from readerapp.ui.theme import Theme
from tests.ui.person import Person

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class Words:
    """A dictionary of these words."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)

    def check(self, word: str) -> bool:
        return word.lower() in self.words

    def suggest(self, word: str) -> list[str]:
        return sorted(known for known in self.words if known[:3] == word[:3])


@pytest.fixture
def checked(tmp_path: Path) -> Spelling:
    return Spelling(
        [Words("it", "holds", "the", "large", "batch", "don't", "hold"), Words("für", "straße", "holde")],
        tmp_path / "config" / "words.txt",
    )


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, checked: Spelling) -> Iterator[NoteEditor]:
    made = NoteEditor(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.set_spelling(checked)
    yield made
    made.set_spelling(None)


def waved(editor: NoteEditor) -> list[str]:
    """The words that are underlined with a wave."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        line = block.text().encode("utf-16-le")
        found += [
            line[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
            for one in block.layout().formats()
            if QTextCharFormat(one.format).underlineStyle() == WAVE
        ]
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("It holds, the large-batch", []),
        ("it hodls: teh", ["hodls", "teh"]),
        ("don’t hold für die Straße", ["die"]),
        ("BERT, GPT4, iPhone, x2y, a_name, ab, C++", []),
        ("`hodls` $hodls$ [[hodls|hodls]] https://hodls.org/hodls \\hodls <hodls>", []),
        ("[hodls](hodls) and mailto:hodls@example.org", ["hodls", "and"]),
        ("\U0001d518 hodls", ["hodls"]),
    ],
)
def test_words_are_judged_and_what_is_none_is_not(checked: Spelling, line: str, wrong: list[str]) -> None:
    assert [line[slice(*span)] for span in checked.wrong(line)] == wrong


@given(st.text(alphabet="abX'’- `$[]()\\<>\U0001d518ü.1_@", max_size=30))
def test_what_is_wrong_stands_where_it_is_said(line: str) -> None:
    for start, end in Spelling([Words()], Path("nowhere")).wrong(line):
        assert spelling.WORD.fullmatch(line, start, end)


def test_own_words_are_remembered(checked: Spelling, tmp_path: Path) -> None:
    assert not checked.is_right("grokking")
    checked.learn("grokking")
    assert checked.is_right("grokking")
    assert checked.is_right("Grokking")
    again = Spelling([Words()], tmp_path / "config" / "words.txt")
    assert again.is_right("grokking")
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff\xfe\xfa")
    assert not Spelling([Words()], broken).is_right("grokking")


def test_a_word_is_judged_when_it_is_written(editor: NoteEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "it hodls")
    assert waved(editor) == []
    qtbot.keyClicks(editor, " ")
    assert waved(editor) == ["hodls"]
    qtbot.keyClicks(editor, "teh")
    assert waved(editor) == ["hodls"]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert waved(editor) == ["hodls", "teh"]
    assert editor.text() == "it hodls teh"


def test_code_is_not_judged_and_what_is_styled_stays_so(editor: NoteEditor) -> None:
    editor.show_text("```\nhodls\n```\n# hodls\n- [x] teh")
    assert waved(editor) == ["hodls", "teh"]
    done = editor.document().findBlockByNumber(4)
    assert all(QTextCharFormat(one.format).fontStrikeOut() for one in done.layout().formats() if one.start > 5)
    editor.set_spelling(None)
    assert waved(editor) == []


def test_the_menu_offers_what_may_be_meant(editor: NoteEditor, checked: Spelling) -> None:
    editor.show_text("\U0001d518 it holdz the")
    menu = QMenu()
    menu.addAction("Undo")
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor._offer_spelling(menu, cursor)
    assert [action.text() for action in menu.actions()] == [
        "hold", "holde", "holds", "Add “holdz” to my words", "", "Undo",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert editor.text() == "\U0001d518 it holds the"
    editor.undo()
    assert editor.text() == "\U0001d518 it holdz the"
    assert waved(editor) == ["holdz"]
    menu.actions()[3].trigger()
    assert waved(editor) == []
    other = QMenu()
    other.addAction("Undo")
    editor._offer_spelling(other, cursor)
    assert [action.text() for action in other.actions()] == ["Undo"]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_opened_by_mouse_and_key(
    editor: NoteEditor, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    editor.show_text("hodls")
    at = QPoint(8, 8)
    editor.contextMenuEvent(QContextMenuEvent(reason, at, editor.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Add “hodls” to my words" in [action.text() for action in menu.actions()]
    menu.close()


def test_it_is_off_until_it_is_chosen_and_says_where_there_is_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch, checked: Spelling
) -> None:
    editor = person.window.notes_panel.editor
    assert not config.SPELLING.default
    asked: list[list[str]] = []

    def load(languages: list[str], own: Path) -> Spelling | None:
        asked.append(languages)
        return checked if len(asked) == 1 else None

    monkeypatch.setattr("readerapp.ui.window.load_spelling", load)
    editor.show_text("it hodls")
    for on in (True, False, True):
        person.window._config.set(config.SPELLING, on)
        person.window._setting_changed(config.SPELLING.key, on)
        if on and not asked:
            person.sees(lambda: waved(editor) == ["hodls"])
    assert asked[0] == ["en"]
    person.sees(lambda: "no dictionaries" in person.window.status_bar._message.text())
    assert waved(editor) == []


def test_without_enchant_there_is_no_checking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert spelling.load(["en"], tmp_path / "words.txt") is None


def test_the_dictionaries_of_the_system(tmp_path: Path) -> None:
    found = spelling.load(["en"], tmp_path / "words.txt")
    if found is None:
        pytest.skip("this system has no Enchant with an English dictionary")
    assert [found.is_right(word) for word in ("question", "Question", "qestion", "isn’t")] == [True, True, False, True]
    assert "question" in found.suggestions("qestion")
    assert spelling.load(["tlh"], tmp_path / "words.txt") is None
