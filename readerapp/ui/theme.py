"""Colours, type and space: every one the window uses, declared once for light and dark.

Widgets are styled by one style sheet, resources/styles/window.qss, whose @names are the tokens below; delegates and
painted parts read the same tokens from the Theme. Contrast of the text tokens on their grounds is at least 4.5:1,
which a test measures.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from readerapp.paths import RESOURCES
from readerapp.ui.tokens import DARK, DOTS, LIGHT, MARKS, SIZES, Tokens, interface_font

__all__ = ["DARK", "DOTS", "GRID", "LIGHT", "MARKS", "Theme", "Tokens"]

# Everything stands on a grid of this many pixels.
GRID = 4


def colour_name(colour: str) -> str:
    """What a colour of tags and meanings is called: "Red"."""
    translate = QCoreApplication.translate
    return {
        "red": translate("Colour", "Red"),
        "orange": translate("Colour", "Orange"),
        "yellow": translate("Colour", "Yellow"),
        "green": translate("Colour", "Green"),
        "teal": translate("Colour", "Teal"),
        "blue": translate("Colour", "Blue"),
        "purple": translate("Colour", "Purple"),
        "pink": translate("Colour", "Pink"),
        "grey": translate("Colour", "Grey"),
    }.get(colour, colour)


class Theme(QObject):
    """The scheme in force. Follows the system, or what the reader chose, at once; `changed` is emitted after the
    application took it over."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: str = "") -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(interface_font(application))
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

    def mark_on(self, name: str, dark: bool) -> QColor:
        """The same on a page that is dark or not, whatever the window is."""
        return QColor(MARKS.get(name, MARKS["yellow"])[dark])

    def match_on(self, dark: bool) -> QColor:
        """The ground of a word that was looked for, on such a page."""
        return QColor((DARK if dark else LIGHT).match)

    @property
    def dark_paper(self) -> QColor:
        """What a white page is where pages are dark."""
        return QColor(DARK.paper)

    def font(self, size: str = "body", *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface font in one of three sizes (small, body, large) or as a title."""
        font = QFont(self._application.font())
        font.setPointSizeF(self._application.font().pointSizeF() * SIZES[size])
        font.setWeight(weight)
        return font

    def high(self, least: int, size: str = "body", air: int = 8) -> int:
        """How high something with one line of text is: so many pixels, more where the system's text is larger. `air`
        is the room above and below the line."""
        line = QFontMetrics(self.font(size)).height() + air
        return max(least, -(-line // GRID) * GRID)

    def abstract(self, face: str, size: int) -> QFont:
        """The letters of abstracts: "serif", or "sans" as in the rest of the window, so many pixels large."""
        font = self.serif() if face == "serif" else self.font()
        font.setPixelSize(size)
        return font

    def serif(self) -> QFont:
        """The serif face: the first that the machine has."""
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
        for name in sorted(tokens._fields, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", getattr(tokens, name))
        self._application.setStyleSheet(sheet)
