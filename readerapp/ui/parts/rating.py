"""Five stars."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from readerapp.ui.parts.buttons import PRESSING, claims
from readerapp.ui.theme import Theme

_STAR = 18
_STARS = 5
_ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Rating(QAbstractSlider):
    """Five stars, of which the first ones are filled; `chosen` carries 1 to 5, or None when the reader takes the
    rating away by choosing the same again.

    The left and right keys try a rating, Space or Enter chooses it. To a screen reader it is a slider from 0 to 5.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rating: int | None = None
        self._tried = 0
        self.setRange(0, _STARS)
        self.valueChanged.connect(self._take_value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        self._tell()

    @property
    def rating(self) -> int | None:
        """The rating shown."""
        return self._rating

    def show_rating(self, rating: int | None) -> None:
        """Shows a rating without telling anybody."""
        self._rating = rating
        self.setValue(rating or 0)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(8 + _STARS * _STAR + 8, self._theme.high(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        return claims(event, *_ARROWS, *PRESSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        if step is not None:
            self._tried = min(max((self._tried or self._rating or 0) + step, 1), _STARS)
            self._tell()
        elif event.key() in PRESSING and self._tried:
            self._choose(self._tried)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the pane is scrolled, and nothing rated

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._tried = self._at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._forget()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._forget()

    def _forget(self) -> None:
        self._tried = 0
        self._tell()

    @staticmethod
    def _at(position: QPointF) -> int:
        return min(max(int((position.x() - 8) // _STAR) + 1, 1), _STARS)

    def _choose(self, rating: int) -> None:
        self._rating = None if rating == self._rating else rating
        self.setValue(self._rating or 0)
        self._forget()
        self.chosen.emit(self._rating)

    def _take_value(self, value: int) -> None:
        """Takes what a screen reader has set; all else is shown already."""
        if value != (self._rating or 0):
            self._rating = value or None
            self._forget()
            self.chosen.emit(self._rating)

    def _tell(self) -> None:
        shown = self._tried or self._rating or 0
        what = self.tr("Rating: {} of 5").format(shown) if shown else self.tr("Rating: none")
        self.setAccessibleName(what)
        self.setToolTip(what)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "border"), 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        filled = self._tried or self._rating or 0
        for star in range(_STARS):
            middle = QPointF(8 + (star + 0.5) * _STAR, self.height() / 2 + 0.5)
            painter.setPen(QPen(colour("star" if star < filled else "faint"), 1.2))
            painter.setBrush(colour("star") if star < filled else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_star(middle, 6.5))


def _star(middle: QPointF, radius: float) -> QPolygonF:
    points = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.45
        angle = math.pi * (corner / 5 - 0.5)
        points.append(middle + QPointF(math.cos(angle) * length, math.sin(angle) * length))
    return QPolygonF(points)
