"""Colours, type and space: every one the window uses, declared once for light and dark.

Widgets are styled by one style sheet, resources/styles/window.qss, whose @names are the tokens below; delegates and
painted parts read the same tokens from the Theme. Contrast of the text tokens on their grounds is at least 4.5:1,
which a test measures.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from readerapp.paths import RESOURCES

# Everything stands on a grid of this many pixels.
GRID = 4


@dataclass(frozen=True, slots=True)
class Tokens:
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
    inactive_selection="#eeeeea", token="#dbe8fd", chip="#f0f0ec", star="#d99a06", danger="#b3261e",
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
    "red": ("#d9534f", "#e06c66"), "orange": ("#d9822b", "#e39a4d"), "yellow": ("#c9a400", "#d9bb2e"),
    "green": ("#3f9e63", "#57b37b"), "teal": ("#1f9a9a", "#3fb3b3"), "blue": ("#4a86e8", "#6ea0f5"),
    "purple": ("#a566cf", "#b983dd"), "pink": ("#d65c9a", "#e07bb0"), "grey": ("#85858c", "#9a9ba1"),
}  # fmt: skip
# ... and as the ground of a highlighted passage.
MARKS = {
    "red": ("#fbdcda", "#5a2a28"), "orange": ("#fde3c8", "#573a1b"), "yellow": ("#fdf0a8", "#574a12"),
    "green": ("#cfeed6", "#21492f"), "teal": ("#c9eeee", "#174545"), "blue": ("#d6e5fd", "#223c66"),
    "purple": ("#ecdcf8", "#43295a"), "pink": ("#fbd9ea", "#5a2744"), "grey": ("#e6e6e6", "#3b3c41"),
}  # fmt: skip


def _interface_font(application: QApplication) -> QFont:
    """The platform's own font; where it names none in particular, a good one the machine has, at 13 pixels."""
    font = QFont(application.font())
    if font.family().lower() in {"sans serif", "sans-serif", "sans", ""}:
        families = set(QFontDatabase.families())
        found = next((family for family in ("Inter", "Noto Sans", "Cantarell", "Ubuntu") if family in families), None)
        if found:
            font.setFamily(found)
    font.setPointSizeF(max(font.pointSizeF(), 9.75))
    return font


class Theme(QObject):
    """The scheme in force. Follows the system, or what the reader chose, at once; `changed` is emitted after the
    application took it over."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: str = "") -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(_interface_font(application))
        self._appearance = appearance
        self.dark = self._wanted()
        self.tokens = DARK if self.dark else LIGHT
        self._template = (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._take_over)

    def choose(self, appearance: str) -> None:
        """Takes "light" or "dark" colours; any other word follows the system."""
        self._appearance = appearance
        self._take_over()

    def _wanted(self) -> bool:
        if self._appearance in {"light", "dark"}:
            return self._appearance == "dark"
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def colour(self, token: str) -> QColor:
        """The colour of a token by name."""
        return QColor(getattr(self.tokens, token))

    def dot(self, name: str) -> QColor:
        """The colour of a tag's or meaning's dot; grey for an unknown word."""
        return QColor(DOTS.get(name, DOTS["grey"])[self.dark])

    def mark(self, name: str) -> QColor:
        """The ground of a passage highlighted in a colour; yellow for an unknown word."""
        return QColor(MARKS.get(name, MARKS["yellow"])[self.dark])

    def font(self, size: str = "body", *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface font in one of three sizes (small, body, large) or as a title."""
        font = QFont(self._application.font())
        scale = {"small": 0.86, "body": 1.0, "large": 1.12, "title": 1.7}[size]
        font.setPointSizeF(self._application.font().pointSizeF() * scale)
        font.setWeight(weight)
        return font

    def serif(self) -> QFont:
        """The face of abstracts, at its size: the first that the machine has."""
        families = set(QFontDatabase.families())
        for family in (
            "Source Serif 4",
            "Noto Serif",
            "Charter",
            "Iowan Old Style",
            "Georgia",
            "Cambria",
            "DejaVu Serif",
        ):
            if family in families:
                break
        font = QFont(family)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(self._application.font().pointSizeF() * 1.2)
        return font

    def _take_over(self) -> None:
        if self._wanted() != self.dark:
            self.dark = not self.dark
            self.tokens = DARK if self.dark else LIGHT
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        tokens = self.tokens
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, colour in {
            roles.Window: tokens.ground, roles.WindowText: tokens.text, roles.Base: tokens.paper,
            roles.AlternateBase: tokens.panel, roles.Text: tokens.text, roles.Button: tokens.raised,
            roles.ButtonText: tokens.text, roles.BrightText: tokens.danger, roles.Highlight: tokens.accent,
            roles.HighlightedText: tokens.on_accent, roles.Link: tokens.accent_text,
            roles.LinkVisited: tokens.accent_text, roles.ToolTipBase: tokens.raised, roles.ToolTipText: tokens.text,
            roles.PlaceholderText: tokens.faint, roles.Light: tokens.raised, roles.Midlight: tokens.hover,
            roles.Mid: tokens.border, roles.Dark: tokens.line, roles.Shadow: tokens.line, roles.Accent: tokens.accent,
        }.items():  # fmt: skip
            palette.setColor(role, QColor(colour))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
        self._application.setPalette(palette)
        sheet = self._template
        # Longest names first, so that @accent does not eat the beginning of @accent_text.
        for name in sorted((field.name for field in fields(tokens)), key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", getattr(tokens, name))
        self._application.setStyleSheet(sheet)
