"""Text from strangers that can be read, selected and copied, and does nothing else."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from readerapp.ui.parts.display import web_host
from readerapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text: `tone` is the token of its colour ("": the widget's own), `href` makes it a link."""

    text: str
    tone: str = ""
    href: str = ""
    font: QFont | None = None


class PlainText(QTextBrowser):
    """Shows runs of text in the room it gets; the rest scrolls.

    Loads nothing, follows nothing: a link that is clicked, or chosen with Tab and Enter, is told by `link_clicked`.
    Keys that do not copy are left to the window's actions.
    """

    link_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: list[Run] = []
        self.setProperty("plainText", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
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

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for this widget: Enter while a link has the focus."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(
            self.textCursor().charFormat().anchorHref()
        )

    def _tell_host(self, url: QUrl) -> None:
        self.setToolTip(html.escape(web_host(address(url))))


class FittedText(PlainText):
    """Text as high as it needs to be, and at most `lines` lines; the rest scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, lines: int) -> None:
        super().__init__(theme, parent)
        self._lines = lines
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self) -> None:
        """Sets the text anew, in the colours in force."""
        super().draw()
        self._heights.clear()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(width)
            height = document.size().height()
            document.setTextWidth(before)
            highest = QFontMetricsF(self.font()).lineSpacing() * self._lines
            # Left to itself the bar takes room before there is need for it, and the text no longer fits.
            policy = Qt.ScrollBarPolicy
            scrolls = height > highest + 1
            self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
            height = min(height, highest)
            self._heights[width] = math.ceil(height)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()


def address(url: QUrl) -> str:
    """The address of a link as it may be opened."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def link(form: QTextCharFormat, href: str, underline: QColor) -> None:
    """Makes a format that of a link, with a quiet underline."""
    form.setAnchor(True)
    form.setAnchorHref(href)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(underline)
