"""Text from strangers that can be read, selected and copied, and does nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from readerapp.ui.parts.display import tip, units, web_host
from readerapp.ui.theme import Theme

_WRAPPING = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_SCROLLING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text: `tone` is the token of its colour ("": the widget's own), `href` makes it a link."""

    text: str
    tone: str = ""
    href: str = ""
    font: QFont | None = None


class PlainText(QTextBrowser):
    """Shows runs of text in the room it gets; the rest scrolls, unless it has `grown` to its full height and what it
    lies in does.

    Loads nothing, follows nothing: a link that is clicked, or chosen with Tab and Enter, is told by `link_clicked`.
    Keys that do not copy are left to the window's actions.
    """

    link_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: list[Run] = []
        self.grown = False
        self.setProperty("plainText", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(_WRAPPING)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.anchorClicked.connect(lambda url: self.link_clicked.emit(address(url)))
        self.highlighted.connect(self._tell_host)

    def show_runs(self, runs: Iterable[Run]) -> None:
        """Replaces the text, if it is another."""
        runs = list(runs)
        if runs != self._runs:
            self._runs = runs
            self.draw()

    def draw(self) -> None:
        """Sets the text anew, in the colours in force."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for run in self._runs:
            cursor.insertText(run.text, self._format(run))
        cursor.endEditBlock()
        # The widget's own cursor went along to the end, and would be scrolled to.
        self.setTextCursor(QTextCursor(self.document()))
        linked = any(run.href for run in self._runs)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.ClickFocus)

    def _format(self, run: Run) -> QTextCharFormat:
        form = QTextCharFormat()
        if run.font is not None:
            form.setFont(run.font)
        if run.tone:
            form.setForeground(self._theme.colour(run.tone))
        if run.href:
            link(form, run.href, self._theme.colour("border"))
        return form

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The stock widget claims every letter, although it types none.
            copies = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
            event.setAccepted(copies or self._takes(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.grown and event.key() in _SCROLLING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for this widget: Enter while a link has the focus."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(
            self.textCursor().charFormat().anchorHref()
        )

    def _tell_host(self, url: QUrl) -> None:
        self.setToolTip(tip(web_host(address(url))))


class FittedText(PlainText):
    """Text as high as it needs to be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.grown = True
        # The document that is shown is no ruler: the view sets it at its own width again at once.
        self._ruler = QTextDocument(self)
        self._ruler.setDocumentMargin(0)
        self._ruler.setUndoRedoEnabled(False)
        self._ruler.setDefaultTextOption(QTextOption(self.document().defaultTextOption()))
        self._heights: dict[int, int] = {}
        self._matches: Sequence[tuple[int, int]] = ()
        self._current = -1
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def draw(self) -> None:
        """Sets the text anew, in the colours in force."""
        super().draw()
        self._mark()
        self._measure()

    def set_matches(self, matches: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Marks searched words, given by their places in code points; the `current` of them stronger."""
        if (matches, current) != (self._matches, self._current):
            self._matches, self._current = matches, current
            self._mark()

    def match_rect(self, number: int) -> QRect:
        """Where one of the marked words is drawn, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(self.toPlainText()[: self._matches[number][0]]))
        return self.cursorRect(cursor)

    def _mark(self) -> None:
        text, selections = self.toPlainText(), []
        for number, (start, end) in enumerate(self._matches):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, match_format(self._theme, number == self._current)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _measure(self) -> None:
        self._ruler.setDefaultFont(self.font())
        self._ruler.setPlainText("".join(run.text for run in self._runs))
        self._heights.clear()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._ruler.setTextWidth(width)
            self._heights[width] = math.ceil(self._ruler.size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def cut(text: str, font: QFont, width: int, lines: int) -> str:
    """As much of a text as fits in so many lines of this width, in pixels, with an ellipsis where it goes on."""
    option = QTextOption()
    option.setWrapMode(_WRAPPING)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= lines:
        return text
    # Qt counts in UTF-16 code units.
    whole, last = text.encode("utf-16-le"), 2 * starts[lines - 1]
    rest = whole[last:].decode("utf-16-le")
    shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return whole[:last].decode("utf-16-le") + shown


def match_format(theme: Theme, current: bool) -> QTextCharFormat:
    """How a searched word is marked in what is read: underlined, the one the reader has come to stronger."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(theme.colour("accent"))
    form.setBackground(theme.colour("accent" if current else "token"))
    if current:
        form.setForeground(theme.colour("on_accent"))
    return form


def address(url: QUrl) -> str:
    """The address of a link as it may be opened."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def link(form: QTextCharFormat, href: str, underline: QColor) -> None:
    """Makes a format that of a link, with a quiet underline."""
    form.setAnchor(True)
    form.setAnchorHref(href)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(underline)
