"""What is seen first: the parts of the window and the first papers of the list, painted by hand.

A process that shows a list spends most of its start on importing and building what is not seen yet. So the window's
frame is shown with this picture in it, made of a few rows and nothing else; the panels take its place a moment later,
with every line and word where it was. What the picture leaves out (icons, numbers, the paper that is read) has its
place free.

Nothing here needs a view, a style sheet or a model; nor the namespace Qt, whose hundred enumerations alone take a tenth
of the time in which a bare window starts. QPainter asks for it wherever it is given a colour. So the grounds are filled
with brushes that a palette made, and texts are written by widgets, one for each colour, with the pen that a widget has
by its palette.

Distances are those of the panels: of views/paper_row.py for a row, of panels/top_bar.py and panels/list.py for what
stands above. A test holds the two pictures beside each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QWidget

from readerapp.library.first_rows import FirstRow
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.tokens import DARK, DOTS, LIGHT, SIZES

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QBrush, QPaintEvent

# The heights of the parts, and the widths of sidebar, list, reading pane and notes panel where none are remembered.
TOP_BAR, HEADER, STATUS_BAR = 45, 41, 28
COLUMNS = (224, 404, 481, 328)

_PAD, _LEFT, _EDGE, _GAP, _DOT, _MARK, _STAR = 12, 36, 8, 4, 8, 10, 14
_SCROLL_BAR = 10
_WORDS_FROM = 1000
_SEPARATOR = " · "
_MOST_TEXT = 500
# Where a line may end: after a blank, and after a hyphen or dash between letters.
_BREAK = re.compile(r" |(?<=\w)[-–](?=[^\W\d])")
_UNREAD, _READING, _READ, _DROPPED = range(4)

_translate = QCoreApplication.translate


class Seen(NamedTuple):
    """What the reader had before them when the window was last closed: the list by its `title` and the ids
    of its first `papers`, the `current` one of them (0: the first), what was `typed` in the search field, and the
    widths of the `columns` in pixels, 0 for a hidden one."""

    title: str
    typed: str = ""
    papers: Sequence[int] = ()
    current: int = 0
    columns: Sequence[int] = COLUMNS
    compact: bool = False

    @classmethod
    def remembered(cls, settings: QSettings, library: str) -> Seen:
        """What the settings tell of this library; of another, only what is the window's own."""
        columns = _numbers(settings.value("seen/columns"))
        mine = settings.value("library", "") == library
        title, typed, current = (
            str(settings.value(key, "")) if mine else "" for key in ("list/title", "list/typed", "list/current")
        )
        return cls(
            title or _translate("Window", "All papers"),
            typed,
            _numbers(settings.value("seen/papers")) if mine else (),
            int(current) if current.isdecimal() else 0,
            columns if len(columns) == len(COLUMNS) else COLUMNS,
            settings.value("density", "") in ("compact", "table"),
        )


def _numbers(stored: object) -> list[int]:
    """A list of numbers as the settings keep it; empty for anything else."""
    parts = stored.split() if isinstance(stored, str) else []
    return [int(part) for part in parts if part.isdecimal() and len(part) < 19]


class FirstPage(QWidget):
    """The picture of a window for what was `seen`, in an interface font. It is made for the size of its parent."""

    def __init__(self, seen: Seen, font: QFont, parent: QWidget, *, dark: bool) -> None:
        super().__init__(parent)
        self.resize(parent.size())
        self._seen, self._dark = seen, dark
        self._tokens = DARK if dark else LIGHT
        self._fonts = {"body": font, "small": QFont(font), "strong": QFont(font), "large": QFont(font)}
        for size in ("small", "large"):
            self._fonts[size].setPointSizeF(font.pointSizeF() * SIZES[size])
        for name in ("strong", "large"):
            self._fonts[name].setWeight(QFont.Weight.DemiBold)
        self._metrics = {name: QFontMetricsF(one) for name, one in self._fonts.items()}
        self._title_line = math.ceil(max(self._metrics[name].height() for name in ("strong", "body")) + 1)
        self._small_line = math.ceil(self._metrics["small"].height() + 2)
        lines = self._title_line + self._small_line + 2
        if not seen.compact:
            lines += self._title_line + _GAP + self._small_line + 2
        self._row_height = math.ceil((lines + 2 * _EDGE) / 4) * 4
        self._list_height = max(self.height() - TOP_BAR - HEADER - STATUS_BAR, 0)
        row = seen.papers.index(seen.current) if seen.current in seen.papers else 0
        # As far down as it takes to see the current paper.
        self._above = max((row + 1) * self._row_height - self._list_height, 0)
        self._grounds: list[tuple[QPainterPath, QBrush]] = []
        self._brushes: dict[str, QBrush] = {}
        self._inks: dict[str, _Ink] = {}
        self._part = QRect()
        self._x, self._y = 0, 0

    @property
    def most(self) -> int:
        """How many rows may be seen."""
        return self._list_height // self._row_height + 2

    @property
    def in_sight(self) -> Sequence[int]:
        """The remembered papers that are seen; the current one is among them."""
        first = self._above // self._row_height
        return self._seen.papers[first : first + self.most]

    def show_rows(self, rows: Sequence[FirstRow]) -> None:
        """Shows the page, with the rows of the papers in sight."""
        width, height = self.width(), self.height()
        bottom = height - STATUS_BAR
        self._part = self.rect()
        self._fill(0, 0, width, height, "ground")
        sidebar, middle, _, notes = self._seen.columns
        reading = width - sum(part + 1 for part in (sidebar, middle, notes) if part)
        x = left = 0
        for at, (token, part) in enumerate(
            (("ground", sidebar), ("paper", middle), ("paper", reading), ("panel", notes))
        ):
            if part:
                self._fill(x, TOP_BAR, part, bottom - TOP_BAR, token)
                self._fill(x + part, TOP_BAR, 1, bottom - TOP_BAR, "line")
                left = x if at == 1 else left
                x += part + 1
        self._fill(0, TOP_BAR - 1, width, 1, "line")
        self._top_bar(width, sidebar)
        if middle:
            self._list(rows, left, middle)
        # What the last row has too much lies below the status bar.
        self._part, self._x, self._y = self.rect(), 0, 0
        self._fill(0, bottom, width, STATUS_BAR, "ground")
        self._fill(0, bottom, width, 1, "line")
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path, brush in self._grounds:
            painter.fillPath(path, brush)
        painter.end()

    # What it shows

    def _top_bar(self, width: int, sidebar: int) -> None:
        title = _translate("TopBar", "Reading list")
        self._write(title, "strong", "text", 16, 8, 29)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        right = width - 16 - 35 - 8  # beside the menu
        for text, key, font, ground, border, token in (
            (_translate("TopBar", "Add papers"), "", "strong", "accent", "accent", "on_accent"),
            (_translate("TopBar", "Commands"), keys, "body", "raised", "border", "text"),
            (_translate("TopBar", "Undo"), "", "body", "raised", "border", "text"),
        ):
            shown = text if width >= _WORDS_FROM else ""
            wide = math.ceil(self._measure(shown, font)) + 44
            if shown and key:
                wide += math.ceil(self._measure(key, "small")) + 20
            self._box(QRectF(right - wide, 8, wide, 28), 6, ground, border)
            self._write(shown, font, token, right - wide + 31, 8, 28)
            right -= wide + 8
        left = 16 + 8 + max(math.ceil(self._measure(title, "strong")) + 1, sidebar - 24)
        self._box(QRectF(left, 8, min(620, right - left - 8), 28), 6, "raised", "border")
        typed = self._seen.typed
        shown = typed or _translate("SearchField", "Search titles, abstracts, notes…  /")
        self._write(shown[:80], "body", "text" if typed else "faint", left + 33, 8, 28)

    def _list(self, rows: Sequence[FirstRow], left: int, width: int) -> None:
        self._fill(left, TOP_BAR + HEADER - 1, width, 1, "line")
        title = self._cut(one_line(self._seen.title), "large", width / 2)
        self._write(title, "large", "text", left + _PAD, TOP_BAR, HEADER - 1)
        self._part = QRect(left, TOP_BAR + HEADER, width, self._list_height)
        self._x, self._y = left, TOP_BAR + HEADER - self._above % self._row_height
        current = self._seen.current or (rows[0].id if rows else 0)
        for row in rows:
            if row.id == current:
                self._fill(0, 0, width - _SCROLL_BAR, self._row_height - 1, "inactive_selection")
            self._row(row, width - _SCROLL_BAR)
            self._y += self._row_height

    def _row(self, row: FirstRow, width: int) -> None:
        right = width - _PAD
        self._fill(0, self._row_height - 1, width, 1, "line")
        self._status(row.status)
        quiet = row.status in (_READ, _DROPPED)
        beside = sum(_STAR + _GAP for there in (row.starred, row.queued) if there)
        room = right - _LEFT - (beside + _GAP if beside else 0)
        font = "body" if quiet else "strong"
        lines = self._lines(one_line(readable(row.title[:_MOST_TEXT])), font, room)
        for at, line in enumerate(lines):
            self._write(line, font, "secondary" if quiet else "text", _LEFT, _EDGE + at * self._title_line)
        y = _EDGE + len(lines) * self._title_line + 2
        if self._byline(row, y, right - _LEFT):
            y += self._small_line
        if row.takeaway and not self._seen.compact and (len(lines) == 1 or not row.tags):
            y += self._small_line
        if not self._seen.compact:
            self._chips(row.tags, right, y + _GAP)

    def _status(self, status: int) -> None:
        size, thick = 11.0, 0.75
        disc = QRectF(_PAD, _EDGE + (self._title_line - size) / 2, size, size)
        path = QPainterPath()
        path.addEllipse(disc)
        if status != _UNREAD:
            # Filled by the rule of odd and even: what lies within is left out.
            path.addEllipse(disc.adjusted(2 * thick, 2 * thick, -2 * thick, -2 * thick))
        if status == _READING:
            path.moveTo(disc.center())
            path.arcTo(disc.adjusted(2 * thick, 2 * thick, -2 * thick, -2 * thick), 90, 180)
            path.closeSubpath()
        self._paint(path, "accent" if status in (_UNREAD, _READING) else "secondary")

    def _byline(self, row: FirstRow, y: float, width: float) -> bool:
        """Authors · venue year · marks, as much of them as there is room for; False when there is nothing."""
        marks = [(0.0, word) for word, there in (("code", row.code), ("pdf", row.pdf)) if there]
        if row.note or row.highlights:
            marks.insert(0, (float(_MARK), f" {row.highlights}" if row.highlights else ""))
        if row.rating:
            marks.append((0.0, "★" * row.rating))
        between = self._measure(_SEPARATOR, "small")
        room = max(width - sum(between + mark + self._measure(text, "small") for mark, text in marks), 0)
        authors, year = one_line(row.byline[:_MOST_TEXT]), str(row.year or "")
        place = " ".join(part for part in (one_line(row.venue[:_MOST_TEXT]), year) if part)
        of_authors, of_place = self._measure(authors, "small"), self._measure(place, "small")
        if authors and of_authors + between + of_place > room:
            place = self._cut(place, "small", min(of_place, max(room / 2, room - of_authors - between)))
            authors = self._cut(authors, "small", room - between - self._measure(place, "small"))
        x = float(_LEFT)
        for mark, text in [(0.0, part) for part in (authors, place) if part] + marks:
            if x > _LEFT:
                self._write(_SEPARATOR, "small", "secondary", x, y)
                x += between
            self._write(text, "small", "secondary", x + mark, y)
            x += mark + self._measure(text, "small")
        return x > _LEFT

    def _chips(self, tags: Sequence[str], right: float, y: float) -> None:
        x, height = float(_LEFT), self._small_line + 2
        for tag, colour in zip(tags[::2], tags[1::2], strict=True):
            name = one_line(tag)
            width = 2 * 6 + _DOT + _GAP + self._measure(name, "small")
            if x + width > right:
                break
            self._box(QRectF(x, y, width, height), 4, "chip")
            self._box(QRectF(x + 6, y + (height - _DOT) / 2, _DOT, _DOT), 2, colour if colour in DOTS else "grey")
            self._write(name, "small", "secondary", x + 6 + _DOT + _GAP, y + 2)
            x += width + _GAP

    # Grounds

    def _fill(self, x: float, y: float, width: float, height: float, token: str) -> None:
        path = QPainterPath()
        path.addRect(QRectF(x, y, width, height))
        self._paint(path, token)

    def _box(self, box: QRectF, radius: float, ground: str, border: str = "") -> None:
        for token, inset in ((border, 0), (ground, 1 if border else 0)):
            if token:
                path = QPainterPath()
                path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
                self._paint(path, token)

    def _paint(self, path: QPainterPath, token: str) -> None:
        path.translate(self._x, self._y)
        if token not in self._brushes:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Window, self._colour(token))
            self._brushes[token] = palette.brush(QPalette.ColorRole.Window)
        self._grounds.append((path, self._brushes[token]))

    def _colour(self, token: str) -> QColor:
        return QColor(DOTS[token][self._dark] if token in DOTS else getattr(self._tokens, token))

    # Text

    def _measure(self, text: str, font: str) -> float:
        return self._metrics[font].horizontalAdvance(text)

    def _write(self, text: str, font: str, token: str, x: float, y: float, height: float = 0) -> None:
        """A text whose upper edge is at y, or which stands in the middle of a height."""
        metrics = self._metrics[font]
        above = (height - metrics.height()) / 2 if height else 0
        if token not in self._inks:
            self._inks[token] = _Ink(self._colour(token), self)
        place = QPointF(self._x + x, self._y + round(y + above + metrics.ascent()))
        self._inks[token].texts.append((self._part, place, self._fonts[font], text))

    def _cut(self, text: str, font: str, width: float) -> str:
        """A text, ended by dots where it has no room."""
        if self._measure(text, font) <= width + 0.5:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._measure(f"{text[:middle]}…", font) <= width + 0.5
            low, high = (middle, high) if fits else (low, middle - 1)
        return f"{text[:low]}…"

    def _lines(self, text: str, font: str, width: float) -> list[str]:
        """A title on its lines: one or, where rows are high, two."""
        if self._seen.compact or self._measure(text, font) <= width:
            return [self._cut(text, font, width)]
        # As many words as fit, found by halves.
        ends = [found.end() for found in _BREAK.finditer(text)]
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._measure(text[: ends[middle - 1]].rstrip(), font) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        if not low:
            return [self._cut(text, font, width)]
        return [text[: ends[low - 1]].rstrip(), self._cut(text[ends[low - 1] :], font, width)]


class _Ink(QWidget):
    """Texts of one colour: the part of the page they belong to, where they begin, their font, and what they say."""

    def __init__(self, colour: QColor, page: QWidget) -> None:
        super().__init__(page)
        self.resize(page.size())
        self.texts: list[tuple[QRect, QPointF, QFont, str]] = []
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for part, place, font, text in self.texts:
            painter.setClipRect(part)
            painter.setFont(font)
            painter.drawText(place, text)
        painter.end()
