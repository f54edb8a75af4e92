"""Small charts: bars or a line over columns, with one measure each, drawn in the colours of the theme.

Drawn here because nothing that exists fits: Qt Charts and Qt Graphs are add-ons under the GPL, which the Essentials we
build on do not have; pyqtgraph and matplotlib bring numpy and more than the rest of the program weighs. What a page of
numbers by week needs of a chart is one painter's work, and the same painter then writes PNG and SVG.

The scale begins at zero, always, and its ticks are nice numbers after Paul S. Heckbert, "Nice Numbers for Graph
Labels", Graphics Gems (1990).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from readerapp.ui.parts.buttons import draw_focus
from readerapp.ui.parts.display import grouped
from readerapp.ui.theme import Theme

# How bars look, so that no measure is told from another by its colour alone.
Look = Literal["filled", "outlined", "hatched", "line"]

_GAP = 8
_BAR_SHARE = 0.72
_WIDEST_BAR = 48
_HATCH = 4
_TICKS = 4
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Picture:
    """One measure over some columns.

    `columns` are their names in full, `values` their numbers; `marks` the columns, from left to right, that have a
    word under the axis. `summary` stands beside the title while no column is looked at.
    """

    title: str
    summary: str
    look: Look
    columns: tuple[str, ...]
    values: tuple[int, ...]
    marks: tuple[tuple[int, str], ...]

    def said(self, column: int) -> str:
        """The number of one column in words."""
        return f"{self.columns[column]}: {grouped(self.values[column])}"


def nice(number: float) -> float:
    """The number of one digit, 1, 2, 5 or 10 times a power of ten, that is nearest to a positive number."""
    power: float = 10.0 ** math.floor(math.log10(number))
    return next((step for limit, step in ((1.5, 1), (3, 2), (7, 5)) if number / power < limit), 10) * power


def ticks(highest: int, most: int = _TICKS) -> list[int]:
    """Whole numbers for the scale, from 0 to the first that is not below the highest, about so many."""
    if highest <= 0:
        return [0, 1]
    step = max(1, round(nice(highest / (most - 1))))
    return [step * n for n in range(-(-highest // step) + 1)]


def draw(painter: QPainter, place: QRectF, picture: Picture, theme: Theme, column: int | None = None) -> QRectF:
    """Draws a picture into a place, with one column looked at or none. Returns where its columns are."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body, small = theme.font("body", weight=QFont.Weight.DemiBold), theme.font("small")
    head = QRectF(place.left(), place.top(), place.width(), QFontMetricsF(body).height() + 4)
    _write(painter, head, picture.title, body, theme, "text", Qt.AlignmentFlag.AlignLeft)
    head.setLeft(head.left() + QFontMetricsF(body).horizontalAdvance(picture.title) + 2 * _GAP)
    words, token = (picture.summary, "secondary") if column is None else (picture.said(column), "text")
    words = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideLeft, head.width())
    _write(painter, head, words, small, theme, token, Qt.AlignmentFlag.AlignRight)

    line = QFontMetricsF(small)
    high = max(picture.values, default=0)
    scale = ticks(high, max(2, min(_TICKS, int((place.height() - head.height()) / (2 * line.height())))))
    # As wide for small numbers as for large ones, so that the columns of charts above each other are too.
    left = place.left() + max(line.horizontalAdvance(words) for words in ("999", grouped(scale[-1]))) + _GAP
    top = head.bottom() + _GAP + line.height() / 2
    plot = QRectF(QPointF(left, top), QPointF(place.right(), place.bottom() - line.height() - 4))
    _draw_scale(painter, plot, scale, small, theme, place.left())
    if picture.values:
        width = plot.width() / len(picture.values)
        if column is not None:
            band = QRectF(plot.left() + column * width, plot.top(), width, plot.height())
            painter.fillRect(band, theme.colour("hover"))
        rise = plot.height() / scale[-1]
        heights = [value * rise for value in picture.values]
        if picture.look == "line":
            _draw_line(painter, plot, heights, theme, column)
        else:
            _draw_bars(painter, plot, heights, picture, theme)
        _draw_marks(painter, plot, picture, small, theme)
    painter.restore()
    return plot


def _draw_scale(painter: QPainter, plot: QRectF, scale: Sequence[int], font: QFont, theme: Theme, left: float) -> None:
    for tick in scale:
        # On the middle of a pixel, where a line of one pixel is sharp.
        y = math.floor(plot.bottom() - plot.height() * tick / scale[-1]) + 0.5
        painter.setPen(QPen(theme.colour("border" if tick == 0 else "line"), 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        height = QFontMetricsF(font).height()
        label = QRectF(left, y - height / 2, plot.left() - _GAP - left, height)
        _write(painter, label, grouped(tick), font, theme, "faint", Qt.AlignmentFlag.AlignRight)


def _draw_bars(painter: QPainter, plot: QRectF, heights: Sequence[float], picture: Picture, theme: Theme) -> None:
    room = plot.width() / len(heights)
    width = min(room * _BAR_SHARE, _WIDEST_BAR)
    small = theme.font("small")
    metrics = QFontMetricsF(small)
    labelled = max(metrics.horizontalAdvance(grouped(value)) for value in picture.values) + 4 <= room
    for number, (height, value) in enumerate(zip(heights, picture.values, strict=True)):
        if not value:
            continue
        middle = plot.left() + (number + 0.5) * room
        # What is there at all is seen.
        bar = QRectF(middle - width / 2, plot.bottom() - max(height, 2), width, max(height, 2))
        if picture.look == "filled":
            painter.fillRect(bar, theme.colour("accent"))
        else:
            painter.setPen(QPen(theme.colour("secondary"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0))
            if picture.look == "hatched":
                painter.drawLines(_hatching(bar.adjusted(1, 1, -1, 0)))
        if labelled:
            above = QRectF(middle - room / 2, bar.top() - metrics.height(), room, metrics.height())
            _write(painter, above, grouped(value), small, theme, "secondary", Qt.AlignmentFlag.AlignHCenter)


def _hatching(bar: QRectF) -> list[QLineF]:
    """Diagonals through a bar. A brush with a pattern would be scaled with the screen, and lost in SVG."""
    lines = []
    width, height = bar.width(), bar.height()
    for n in range(1, math.ceil((width + height) / _HATCH)):
        at = n * _HATCH
        begin = QPointF(bar.left() + max(0, at - height), bar.bottom() - min(at, height))
        end = QPointF(bar.left() + min(at, width), bar.bottom() - max(0, at - width))
        lines.append(QLineF(begin, end))
    return lines


def _draw_line(painter: QPainter, plot: QRectF, heights: Sequence[float], theme: Theme, column: int | None) -> None:
    room = plot.width() / len(heights)
    points = [QPointF(plot.left() + (n + 0.5) * room, plot.bottom() - height) for n, height in enumerate(heights)]
    area = QPolygonF([QPointF(points[0].x(), plot.bottom()), *points, QPointF(points[-1].x(), plot.bottom())])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("selection"))
    painter.drawPolygon(area)
    pen = QPen(theme.colour("accent"), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(theme.colour("paper"))
    # The last is where the reader is now.
    for at in {len(points) - 1, len(points) - 1 if column is None else column}:
        painter.drawEllipse(points[at], 4, 4)


def _draw_marks(painter: QPainter, plot: QRectF, picture: Picture, font: QFont, theme: Theme) -> None:
    metrics = QFontMetricsF(font)
    room = plot.width() / len(picture.values)
    one_each = len(picture.marks) == len(picture.values)
    end = -math.inf
    for column, text in picture.marks:
        width = metrics.horizontalAdvance(text) + 1
        left = plot.left() + column * room + ((room - width) / 2 if one_each else 0)
        left = min(left, plot.right() - width)
        if left < end + _GAP:
            continue
        end = left + width
        if not one_each:
            painter.setPen(QPen(theme.colour("border"), 1))
            x = math.floor(plot.left() + column * room) + 0.5
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 4))
        below = QRectF(left, plot.bottom() + 4, width, metrics.height())
        _write(painter, below, text, font, theme, "faint", Qt.AlignmentFlag.AlignLeft)


def _write(
    painter: QPainter, place: QRectF, text: str, font: QFont, theme: Theme, token: str, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)


class Chart(QWidget):
    """A picture that can be looked at column by column, with the mouse or the arrow keys; the number of the column
    stands beside the title. `looked_at` carries the column, None when it is none any more."""

    looked_at = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot = QRectF()
        self.picture = Picture("", "", "filled", (), (), ())
        self.column: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_picture(self, picture: Picture) -> None:
        """Shows another picture; the column that is looked at stays the same while there is one."""
        self.picture = picture
        self.setAccessibleName(picture.title)
        if self.column is not None and self.column >= len(picture.values):
            self.column = None
        self._describe()
        self.update()

    def look_at(self, column: int | None) -> None:
        """Looks at a column, or at none; without telling anybody."""
        if column is not None and not 0 <= column < len(self.picture.values):
            column = None
        if column != self.column:
            self.column = column
            self._describe()
            self.update()

    def _look(self, column: int | None) -> None:
        self.look_at(column)
        self.looked_at.emit(self.column)

    def _describe(self) -> None:
        picture = self.picture
        self.setAccessibleDescription(picture.summary if self.column is None else picture.said(self.column))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def sizeHint(self) -> QSize:
        return QSize(400, 128)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 8 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._plot = draw(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), self.picture, self._theme, self.column)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus(painter, self.rect(), self._theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        count = len(self.picture.values)
        if count and self._plot.left() <= x < self._plot.right():
            self._look(int((x - self._plot.left()) * count / self._plot.width()))
        else:
            self._look(None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.picture.values) - 1
        if last < 0:
            super().keyPressEvent(event)
        elif event.key() in _MOVES:
            step = _MOVES[Qt.Key(event.key())]
            # The first key goes to the newest column, which is where the reader is.
            self._look(last if self.column is None else min(max(self.column + step, 0), last))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._look(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)


def _accessible(_name: str, widget: QObject) -> QAccessibleInterface | None:
    return QAccessibleWidget(widget, QAccessible.Role.Chart) if isinstance(widget, Chart) else None


# Else it would be told as a group of nothing.
QAccessible.installFactory(_accessible)
