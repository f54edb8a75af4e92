"""What is declared once must be declared well: actions, icons, colours."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from readerapp.actions.registry import MENUS, all_actions
from readerapp.library.tags import COLOURS
from readerapp.paths import RESOURCES
from readerapp.ui import icons, theme

ACTIONS = all_actions()
SOURCE = Path(__file__).parents[2] / "readerapp"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_says_what_it_does(action) -> None:  # type: ignore[no-untyped-def]
    assert action.menu in MENUS
    assert re.fullmatch(r"[a-z0-9-]+", action.id)
    assert action.text[0].isupper()
    assert not action.text.endswith((".", "!"))
    assert action.help.endswith(".")
    assert action.help.count(".") == 1
    assert "!" not in action.help
    assert not action.icon or action.icon in icons.NAMES
    for key in action.keys:
        assert not QKeySequence(key).isEmpty()


def test_no_action_and_no_key_is_there_twice() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    # a key that begins a sequence of another would never act
    sequences = [key for key in keys if ", " in key]
    assert [key for key in keys if any(sequence.startswith(f"{key}, ") for sequence in sequences)] == []


def test_the_keys_of_the_reader_are_what_they_are() -> None:
    keys = {key: action.id for action in ACTIONS for key in action.keys}
    promised = {
        "J": "next", "K": "previous", "Space": "page-down", "Shift+Space": "page-up", "Return": "open", "O": "open",
        "V": "open-page", "P": "open-pdf", "M": "toggle-read", "E": "done", "Alt+1": "status-unread",
        "Alt+4": "status-dropped", "Q": "queue", "Alt+Up": "queue-up", "Alt+Home": "queue-top", "S": "star",
        "Ctrl+5": "rating-5", "T": "tag", "N": "note", "/": "search", "Ctrl+F": "search", "Esc": "step-back",
        "A": "add-papers", "Ctrl+N": "add-papers", "Ctrl+V": "paste", "X": "select", "Shift+Down": "extend-down",
        "Ctrl+A": "select-all", "Del": "trash", "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+Y": "redo",
        "Ctrl+C": "copy", "G, U": "go-unread", "G, T": "go-tag", "1": "quick-tag-1",
        "9": "quick-tag-9", "F6": "next-pane", "?": "keys", "F1": "keys",
        "H": "highlight", "Shift+H": "highlight-as",
    }  # fmt: skip
    assert {key: keys.get(key) for key in promised} == promised


@pytest.mark.parametrize("name", icons.NAMES)
def test_every_icon_exists(qapp: QApplication, name: str) -> None:
    drawn = icons.icon(name, "#000000").pixmap(32, 32).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x, y in product(range(32), repeat=2))


def luminance(colour: str) -> float:
    """Relative luminance, as defined by WCAG 2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, as defined by WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(tokens: theme.Tokens) -> None:
    texts = ("text", "secondary", "faint", "accent_text", "danger")
    grounds = ("ground", "paper", "panel", "raised", "hover", "selection", "inactive_selection", "chip")
    pairs = [*product(texts, grounds), ("on_accent", "accent"), ("accent_text", "token"), ("text", "match")]
    weak = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_highlights(dark: bool) -> None:
    text = (theme.DARK if dark else theme.LIGHT).text
    assert min(contrast(text, marks[dark]) for marks in theme.MARKS.values()) >= 4.5


def test_every_tag_colour_has_a_dot() -> None:
    assert set(COLOURS) == set(theme.DOTS) == set(theme.MARKS)


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    sheet = (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    names = set(re.findall(r"@(\w+)", sheet))
    assert names <= set(theme.Tokens._fields)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", sheet) == []


def test_no_text_shouts() -> None:
    shouting = [
        f"{path.name}: {text}"
        for path in SOURCE.rglob("*.py")
        for text in re.findall(r'\.tr\(\s*"([^"]*)"', path.read_text(encoding="utf-8"))
        if "!" in text
    ]
    assert shouting == []
