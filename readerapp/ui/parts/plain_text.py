"""Text from strangers that can be read, selected and copied, and does nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from readerapp.ui.parts.display import has_tex, readable, tip, units, web_host
from readerapp.ui.parts.inert import Document, TextView
from readerapp.ui.theme import Theme

if TYPE_CHECKING:
    from readerapp.formats.mathematics import Shown
    from readerapp.ui.parts.formula_text import FormulaText

_WRAPPING = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_SCROLLING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text: `tone` is the token of its colour ("": the widget's own), `href` makes it a link. `tex`: the
    formulas in it are set, where it stands alone in a FittedText."""

    text: str
    tone: str = ""
    href: str = ""
    font: QFont | None = None
    tex: bool = False


class PlainText(TextView):
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
            self._insert_run(cursor, run)
        cursor.endEditBlock()
        # The widget's own cursor went along to the end, and would be scrolled to.
        self.setTextCursor(QTextCursor(self.document()))
        linked = any(run.href for run in self._runs)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.ClickFocus)

    def _insert_run(self, cursor: QTextCursor, run: Run) -> None:
        cursor.insertText(run.text, self._format(run))

    def _format(self, run: Run) -> QTextCharFormat:
        form = QTextCharFormat()
        if run.font is not None:
            form.setFont(run.font)
        if run.tone:
            form.setForeground(self._theme.colour(run.tone))
        if run.href:
            link(form, run.href, self._theme.colour("faint"))
        return form

    def createMimeDataFromSelection(self) -> QMimeData:
        data, cursor = QMimeData(), self.textCursor()
        data.setText(self.copied(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def copied(self, start: int, end: int) -> str:
        """What is copied of the text from one position in the document to another."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selection().toPlainText()

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
        self._ruler = Document(self)
        self._ruler.setDocumentMargin(0)
        self._ruler.setUndoRedoEnabled(False)
        self._ruler.setDefaultTextOption(QTextOption(self.document().defaultTextOption()))
        self._heights: dict[int, int] = {}
        self._matches: Sequence[tuple[int, int]] = ()
        self._current = -1
        self._formulas: FormulaText | None = None
        self._shown: Shown | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def draw(self) -> None:
        """Sets the text anew, in the colours in force."""
        self._shown = None
        if self._formulas is not None:
            self._formulas.forget()
        super().draw()
        # What reads the window aloud finds no words in a formula that is drawn.
        self.setAccessibleDescription(readable(self._shown.source) if self._shown else "")
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
        cursor.setPosition(self._positions(*self._matches[number])[0])
        return self.cursorRect(cursor)

    def copied(self, start: int, end: int) -> str:
        if self._shown is None:
            return super().copied(start, end)
        units_of = self._shown.text.encode("utf-16-le", "surrogatepass")
        places = (len(units_of[: 2 * position].decode("utf-16-le", "replace")) for position in (start, end))
        return self._shown.copied(*places)

    def _insert_run(self, cursor: QTextCursor, run: Run) -> None:
        if not (run.tex and has_tex(run.text)):
            super()._insert_run(cursor, run)
            return
        if self._formulas is None:
            from readerapp.ui.parts.formula_text import FormulaText  # late: most texts have no formulas

            self._formulas = FormulaText(self._theme, self)
            self._formulas.serve(self.document())
            self._formulas.serve(self._ruler)
        self._shown = shown = self._formulas.shown(run.text)
        self._formulas.insert(cursor, shown.text, self._format(run), shown, 0, self.font())

    def _positions(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the text, in code points, stands in the document."""
        text = self.toPlainText()
        if self._shown is not None:
            text = self._shown.text
            start, end = self._shown.place(start), self._shown.place(end, after=True)
        return units(text[:start]), units(text[:end])

    def _mark(self) -> None:
        selections = []
        for number, match in enumerate(self._matches):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            first, last = self._positions(*match)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, match_format(self._theme, number == self._current)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _measure(self) -> None:
        self._ruler.setDefaultFont(self.font())
        if self._shown is None:
            self._ruler.setPlainText("".join(run.text for run in self._runs))
        else:
            self._ruler.clear()
            self._insert_run(QTextCursor(self._ruler), self._runs[0])
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
            if self._shown is not None:
                self.draw()
            self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Tab comes to the first link, not to a text in which nothing is seen to have the focus.
        if event.reason() == Qt.FocusReason.TabFocusReason and self.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self.focusNextPrevChild(True)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason and self.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self.focusNextPrevChild(False)


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
