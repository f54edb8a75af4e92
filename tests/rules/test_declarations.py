"""What is declared once must be declared well: actions, icons, colours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from readerapp.actions.registry import MENUS, all_actions
from readerapp.formats import html_page
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
        "Ctrl+C": "copy", "Ctrl+Shift+C": "copy-bibtex", "Ctrl+Shift+A": "copy-references",
        "G, U": "go-unread", "G, T": "go-tag", "1": "quick-tag-1",
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


GROUNDS = ("ground", "paper", "panel", "raised", "hover", "selection", "inactive_selection", "chip")


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(tokens: theme.Tokens) -> None:
    texts = ("text", "secondary", "faint", "accent_text", "danger")
    pairs = [
        *product(texts, GROUNDS),
        ("selection_text", "selection"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
        ("accent_text", "token"), ("text", "token"), ("secondary", "token"),
        ("text", "match"),
    ]  # fmt: skip
    assert weak(pairs, tokens, 4.5) == {}


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_what_means_something_is_seen_on_every_ground(tokens: theme.Tokens) -> None:
    """The ring of the focus, marks of a status, stars, and the bars of charts: 3 to 1, as success criterion 1.4.11 of
    WCAG 2.1 asks. Lines that only part things are no such signs."""
    assert weak([*product(("focus", "accent", "star", "secondary"), GROUNDS)], tokens, 3) == {}


def test_a_page_to_share_has_the_colours_of_the_window() -> None:
    same = {"ground": "paper", "text": "text", "secondary": "secondary", "line": "line", "link": "accent_text",
            "chip": "chip", "note": "panel"}  # fmt: skip
    for page, tokens in ((html_page.LIGHT, theme.LIGHT), (html_page.DARK, theme.DARK)):
        assert page == {name: getattr(tokens, token) for name, token in same.items()}


def weak(pairs: Iterable[tuple[str, str]], tokens: theme.Tokens, least: float) -> dict[tuple[str, str], float]:
    """The pairs of tokens that have less contrast than that, with what they have."""
    found = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_highlights(dark: bool) -> None:
    tokens = theme.DARK if dark else theme.LIGHT
    assert min(contrast(tokens.text, marks[dark]) for marks in theme.MARKS.values()) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_colour_of_a_tag_and_the_line_under_a_highlight_are_seen(dark: bool) -> None:
    tokens = theme.DARK if dark else theme.LIGHT
    found = {
        (name, ground): round(contrast(dots[dark], getattr(tokens, ground)), 2)
        for name, dots in theme.DOTS.items()
        for ground in GROUNDS
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < 3} == {}


def test_all_text_in_the_style_sheet_is_among_what_was_measured() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    texts, grounds = set(re.findall(r"(?<![\w-])color: @(\w+)", sheet)), set(re.findall(r"background: @(\w+)", sheet))
    assert texts <= {"text", "secondary", "faint", "accent_text", "danger", "on_accent", "selection_text"}
    # Those of scroll bars and of the parts of progress bars bear no text.
    assert grounds <= {*GROUNDS, "accent", "accent_hover", "line", "border", "faint"}


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


def test_files_are_chosen_in_dialogs_that_read_none() -> None:
    others = [
        path.name
        for path in SOURCE.rglob("*.py")
        if "QFileDialog" in path.read_text(encoding="utf-8") and path.name != "file_dialog.py"
    ]
    assert others == [], "use FileDialog: the other takes the locks on the library away"
