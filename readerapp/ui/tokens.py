"""Colours by name, light and dark, and the interface font: what the first paint needs of the theme, and no more."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication


class Tokens(NamedTuple):
    """The colours of one scheme, as "#rrggbb"."""

    ground: str  # top bar, sidebar, status bar
    paper: str  # list, reading pane
    panel: str  # notes panel
    raised: str  # buttons, fields, menus
    hover: str
    line: str  # between parts
    border: str  # round buttons and fields
    text: str
    secondary: str  # bylines, labels
    faint: str  # counts, hints
    accent: str  # the one accent
    accent_hover: str
    on_accent: str  # text on the accent
    accent_text: str  # accent used for text
    selection: str  # ground of the selected row
    selection_text: str
    inactive_selection: str
    token: str  # ground of a recognised search term
    chip: str  # ground of a tag
    star: str
    danger: str
    match: str  # ground of a matched word
    focus: str


LIGHT = Tokens(
    ground="#f5f5f2", paper="#ffffff", panel="#fafaf8", raised="#ffffff", hover="#ecece7", line="#e3e3de",
    border="#d6d6d0", text="#1d1d20", secondary="#56565c", faint="#67676d", accent="#2e6fdb", accent_hover="#255fc0",
    on_accent="#ffffff", accent_text="#1f5fc8", selection="#e6eefb", selection_text="#1d1d20",
    inactive_selection="#eeeeea", token="#dbe8fd", chip="#f0f0ec", star="#b17e05", danger="#b3261e",
    match="#fdeea3", focus="#2e6fdb",
)  # fmt: skip
DARK = Tokens(
    ground="#232427", paper="#1b1c1f", panel="#222326", raised="#2a2b2f", hover="#303136", line="#34353a",
    border="#43444a", text="#ececee", secondary="#b2b3b9", faint="#a1a2a9", accent="#7aa5ff", accent_hover="#93b6ff",
    on_accent="#11141a", accent_text="#86adff", selection="#2a3750", selection_text="#f2f3f5",
    inactive_selection="#2d2e33", token="#283e63", chip="#303136", star="#e3ac2b", danger="#ff8a80",
    match="#5c4d12", focus="#7aa5ff",
)  # fmt: skip

# Tag and highlight colours by the words the library stores: (light, dark) for a dot or bar ...
DOTS = {
    "red": ("#d9534f", "#e06c66"), "orange": ("#c37323", "#e39a4d"), "yellow": ("#a28400", "#d9bb2e"),
    "green": ("#3d985f", "#57b37b"), "teal": ("#1e9696", "#3fb3b3"), "blue": ("#4a86e8", "#6ea0f5"),
    "purple": ("#a566cf", "#b983dd"), "pink": ("#d65c9a", "#e07bb0"), "grey": ("#85858c", "#9a9ba1"),
}  # fmt: skip
# ... and as the ground of a highlighted passage.
MARKS = {
    "red": ("#fbdcda", "#5a2a28"), "orange": ("#fde3c8", "#573a1b"), "yellow": ("#fdf0a8", "#574a12"),
    "green": ("#cfeed6", "#21492f"), "teal": ("#c9eeee", "#174545"), "blue": ("#d6e5fd", "#223c66"),
    "purple": ("#ecdcf8", "#43295a"), "pink": ("#fbd9ea", "#5a2744"), "grey": ("#e6e6e6", "#3b3c41"),
}  # fmt: skip

# The sizes of text, as shares of the interface font's.
SIZES = {"small": 0.86, "body": 1.0, "large": 1.12, "title": 1.7}


def interface_font(application: QApplication) -> QFont:
    """The platform's own font; where it names none in particular, a good one the machine has, at 13 pixels."""
    font = QFont(application.font())
    if font.family().lower() in {"sans serif", "sans-serif", "sans", ""}:
        families = set(QFontDatabase.families())
        found = next((family for family in ("Inter", "Noto Sans", "Cantarell", "Ubuntu") if family in families), None)
        if found:
            font.setFamily(found)
    font.setPointSizeF(max(font.pointSizeF(), 9.75))
    return font
