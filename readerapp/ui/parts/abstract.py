"""The abstract: set for reading, highlights and searched words marked, nothing of it interpreted."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontInfo,
    QFontMetricsF,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import found_in
from readerapp.library.anchoring import Place, places, sections
from readerapp.library.marking import Marker
from readerapp.records import HighlightRecord
from readerapp.ui.parts.display import has_tex, in_place, readable, units
from readerapp.ui.parts.plain_text import PlainText, link, match_format
from readerapp.ui.theme import Theme

if TYPE_CHECKING:
    from readerapp.formats.mathematics import Shown
    from readerapp.ui.parts.formula_text import FormulaText

# Longer texts are cut until the reader asks for all of them, in code points.
SHOWN_AT_FIRST = 20_000

# The time to lay a paragraph out grows with the square of its longest word: longer ones are parted, at a blank if
# there is one, else inside the word.
_LONGEST_PARAGRAPH = 5_000
_LONGEST_WORD = 1_000
_AT_ONCE = 20_000
_MOST_MARKS = 1_000
_SEARCHED = 100_000

# The line at the left that shows that the abstract has the keyboard; window.qss draws it.
FOCUS_LINE = 2

_CHARACTERS_A_LINE = 74
_LINE_HEIGHT = 1.6
_BELOW = 16

# What Qt takes for the height of a widget ends a little above this.
_HIGHEST = 16_000_000

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class AbstractView(PlainText):
    """A view of one abstract, which scrolls, or has `grown` to its full height. `shortened` says that only its
    beginning is shown, until `show_all`.

    `drawn` says that the text was set anew, or more of it; `reached`, of what has grown, which part of its viewport
    the reader has come to and should see.
    """

    drawn = Signal()
    reached = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.shortened = False
        self._text = ""
        self._highlights: Sequence[HighlightRecord] = ()
        self._places: Sequence[Place | None] = ()
        self._chosen = -1
        self._colours: Mapping[str, str] = {}
        self._marker = Marker()
        self._matches: list[tuple[int, int]] = []
        self._current = -1
        self._paragraphs = Paragraphs("")
        self._formulas: FormulaText | None = None
        self._next_formula = 0
        self._set_so_far = 0
        self._setting = QTimer(self, interval=0)
        self._setting.timeout.connect(self._go_on)
        self._setting.timeout.connect(self.drawn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setPlaceholderText(self.tr("This paper has no abstract."))

    def column(self) -> int:
        """The widest a line gets, in pixels: about 74 characters of running text."""
        sample = "the order of letters in a line of running text decides how wide it is"
        width = QFontMetricsF(self.font()).horizontalAdvance(sample)
        return round(width / len(sample) * _CHARACTERS_A_LINE)

    def show_abstract(
        self, text: str, highlights: Sequence[HighlightRecord], colours: Mapping[str, str], *, anew: bool
    ) -> None:
        """Shows a text with the highlights that are in it; `colours` by meaning.

        `anew` shows it from its beginning, and cut when it is long; else a text that is here already stays as it is.
        """
        self._highlights, self._colours = highlights, colours
        self._places = places(text, highlights[:_MOST_MARKS])
        self._chosen = self._chosen if self._chosen < len(self._places) and not anew else -1
        if anew or text != self._text:
            self._text = text
            self.shortened = len(text) > SHOWN_AT_FIRST
            self._current = -1
            self._set()
        self._look_for_words()
        self._mark()
        self.setAccessibleDescription(self.in_words())

    def in_words(self) -> str:
        """What a screen reader is to say of it: the text in plain Unicode where it has formulas, which are drawn."""
        return readable(self._text[:SHOWN_AT_FIRST]) if has_tex(self._text) else ""

    def show_all(self) -> None:
        """Shows the rest of a text that was cut, part by part, so that the window goes on answering."""
        self.shortened = False
        self._look_for_words()
        self.draw()

    def set_marker(self, marker: Marker) -> None:
        """Marks the words of a search."""
        self._marker = marker
        self._current = -1
        self._look_for_words()
        self._mark()

    @property
    def matches(self) -> Sequence[tuple[int, int]]:
        """Where searched words stand in what is shown of the text, in code points."""
        return self._matches

    def show_match(self, number: int) -> None:
        """Marks one of the matches stronger and scrolls to it; -1: none."""
        if number != self._current:
            self._current = number
            self._mark()
        cursor = self._cursor(*self._matches[number]) if number >= 0 else None
        if cursor is None:
            return
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        place, bar = self.cursorRect(), self.verticalScrollBar()
        # A line before it and a few after it are seen too.
        if self.grown:
            self.reached.emit(place.adjusted(0, -self.line(), 0, 2 * self.line()))
        elif place.top() < self.line() or place.bottom() > self.viewport().height() - 2 * self.line():
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def _look_for_words(self) -> None:
        shown = SHOWN_AT_FIRST if self.shortened else _SEARCHED
        self._matches = self._marker.marks(self._text[:shown], "abstract")[:_MOST_MARKS]

    def show_highlight(self, index: int) -> None:
        """Selects a highlight and scrolls to it; one that is not in the text is left alone."""
        place = self._places[index] if index < len(self._places) else None
        cursor = self._cursor(*place) if place else None
        if cursor:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self._tell_place()

    def line(self) -> int:
        """The height of a line, in pixels."""
        return round(_LINE_HEIGHT * QFontInfo(self.font()).pixelSize())

    def draw(self) -> None:
        """Sets the text anew, in the colours and face in force, at the place where it stands."""
        place = self.verticalScrollBar().value()
        self._set()
        self._mark()
        self.verticalScrollBar().setValue(place)
        self.drawn.emit()

    def fit(self, margin: int, width: int, *, grown: bool) -> int:
        """Sets the text in lines of a width, with a blank on both sides, in pixels; the scroll bar lies in the right
        one. `grown`, the view takes its full height, which is returned; else it scrolls."""
        self.grown = grown
        bar = self.verticalScrollBar().sizeHint().width()
        self.setViewportMargins(margin - FOCUS_LINE, 0, margin - bar, 0)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if grown else policy.ScrollBarAsNeeded)
        height = min(math.ceil(self.document().size().height()), _HIGHEST) if grown else 0
        self.setMinimumHeight(height)
        self.setMaximumHeight(height if grown else _HIGHEST)
        return height

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus():
            self._tell_place()
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        unseen = self.visibleRegion().boundingRect().height() < self.line()
        if self.grown and unseen and event.reason() in _BY_KEY:
            self.reached.emit(QRect(0, 0, 1, 2 * self.line()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tell_place()

    def _tell_place(self) -> None:
        if self.grown:
            self.reached.emit(self.cursorRect())

    def copied(self, start: int, end: int) -> str:
        offset = self._paragraphs.offset
        return in_place(self._text)[offset(start) : offset(end, after=True)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._text:
            self.draw()

    def _line_height(self) -> float:
        """In percent of the height that the face itself asks for."""
        return _LINE_HEIGHT * QFontInfo(self.font()).pixelSize() / QFontMetricsF(self.font()).height() * 100

    def _set(self) -> None:
        self._setting.stop()
        self.clear()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setBottomMargin(_BELOW)
        frame.setFrameFormat(form)
        self._paragraphs = Paragraphs(
            self._with_formulas(in_place(self._text[:SHOWN_AT_FIRST] if self.shortened else self._text))
        )
        self._set_so_far = self._next_formula = 0
        self._go_on()
        self.setTextCursor(QTextCursor(self.document()))

    def _with_formulas(self, text: str) -> Shown | str:
        if not has_tex(text):
            return text
        if self._formulas is None:
            from readerapp.ui.parts.formula_text import FormulaText  # late: most texts have no formulas

            self._formulas = FormulaText(self._theme, self)
            self._formulas.serve(self.document())
        self._formulas.forget()
        return self._formulas.shown(text)

    def _go_on(self) -> None:
        """Sets the next paragraphs; the timer asks for those after them."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = QTextBlockFormat()
        block.setLineHeight(self._line_height(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        texts = self._paragraphs.texts
        done = 0
        cursor.beginEditBlock()
        while self._set_so_far < len(texts) and done < _AT_ONCE:
            text = texts[self._set_so_far]
            if self._set_so_far:
                cursor.insertBlock(block, QTextCharFormat())
            else:
                cursor.setBlockFormat(block)
            self._insert(cursor, text)
            self._set_so_far += 1
            done += len(text) + 1
        cursor.endEditBlock()
        if self._set_so_far < len(texts):
            self._setting.start()
        elif self._setting.isActive():
            self._setting.stop()
            self._mark()

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        plain = QTextCharFormat()
        at = 0
        for found in found_in(text) if "/" in text else ():
            url = http_url(found.url)
            if url:
                self._insert_text(cursor, text[at : found.start], plain)
                form = QTextCharFormat()
                form.setForeground(self._theme.colour("accent_text"))
                link(form, url, self._theme.colour("accent_text"))
                self._insert_text(cursor, text[found.start : found.end], form)
                at = found.end
        self._insert_text(cursor, text[at:], plain)

    def _insert_text(self, cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
        shown = self._paragraphs.shown
        if shown and self._formulas:
            self._next_formula = self._formulas.insert(cursor, text, form, shown, self._next_formula, self.font())
        else:
            cursor.insertText(text, form)

    def _mark(self) -> None:
        marks = [((start, end), self._highlighted(numbers)) for start, end, numbers in sections(self._places)]
        usual, stronger = match_format(self._theme, False), match_format(self._theme, True)
        marks.extend((place, stronger if at == self._current else usual) for at, place in enumerate(self._matches))
        selections = []
        for place, form in marks:
            cursor = self._cursor(*place)
            if cursor:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, form
                selections.append(selection)
        self.setExtraSelections(selections)

    def _highlighted(self, numbers: Sequence[int]) -> QTextCharFormat:
        """How a piece with these highlights is drawn, the shortest first: on its ground, with dots below, or with
        a line in the colour of the one it lies over, or in its own where it is the chosen one."""
        colours = [self._colours.get(self._highlights[number].meaning, "grey") for number in numbers]
        form = QTextCharFormat()
        form.setBackground(self._theme.mark(colours[0]))
        # A ground so light is not seen by everybody.
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._theme.dot(colours[0]))
        if len(numbers) > 1 or self._chosen in numbers:
            line = colours[numbers.index(self._chosen)] if self._chosen in numbers else colours[1]
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(self._theme.dot(line))
        return form

    def _cursor(self, start: int, end: int) -> QTextCursor | None:
        """What selects the text from `start` to before `end`; None when it is not set yet."""
        if self.shortened and end > SHOWN_AT_FIRST:
            return None
        first, last = self._paragraphs.position(start), self._paragraphs.position(end, after=True)
        if last >= self.document().characterCount():
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class Paragraphs:
    """A text parted into paragraphs short enough to be laid out quickly: `texts`. Most end where a line of the text
    does; `position` tells where an offset into the text stands in a document that has them as its blocks, and `offset`
    the reverse. Of what is `shown` otherwise than its source they count in the source."""

    def __init__(self, text: str | Shown) -> None:
        self.shown = None if isinstance(text, str) else text
        if not isinstance(text, str):
            text = text.text
        self.texts: list[str] = []
        self._starts: list[int] = []
        self._positions: list[int] = []
        position = 0
        for start, paragraph in _parted(text):
            self.texts.append(paragraph)
            self._starts.append(start)
            self._positions.append(position)
            position += units(paragraph) + 1

    def position(self, offset: int, *, after: bool = False) -> int:
        """The position in the document, in UTF-16 units, of an offset into the text, in code points. Inside a formula
        it is where it begins, or with `after` where it ends."""
        if self.shown:
            offset = self.shown.place(offset, after=after)
        at = bisect_right(self._starts, offset) - 1
        return self._positions[at] + units(self.texts[at][: offset - self._starts[at]])

    def offset(self, position: int, *, after: bool = False) -> int:
        """The offset into the text of a position in the document: the inverse of `position`."""
        at = bisect_right(self._positions, position) - 1
        before = self.texts[at].encode("utf-16-le", "surrogatepass")[: 2 * (position - self._positions[at])]
        offset = self._starts[at] + len(before.decode("utf-16-le", "replace"))
        return self.shown.origin(offset, after=after) if self.shown else offset


def _parted(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        at = 0
        while len(line) - at > _LONGEST_PARAGRAPH:
            blank = line.rfind(" ", at, at + _LONGEST_PARAGRAPH)
            end = blank + 1 if blank > at else at + _LONGEST_WORD
            yield start + at, line[at:end]
            at = end
        yield start + at, line[at:]
        start += len(line) + 1
