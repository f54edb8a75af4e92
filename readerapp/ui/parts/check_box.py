"""Check boxes whose edge can be seen in both themes, and the box itself for what draws its own rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from readerapp.ui.parts.buttons import draw_focus
from readerapp.ui.theme import Theme

# The box with what is around it, and the distance of the words, in pixels.
_HIGH, _BOX, _WORDS = 24, 16, 28


def paint_check(painter: QPainter, box: QRect, state: object, theme: Theme) -> None:
    """Draws a check box in the colours of the theme: empty, with a tick, or with a stroke for some of all."""
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    if state == Qt.CheckState.Unchecked:
        painter.setPen(QPen(theme.colour("faint"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(frame, 4, 4)
        return
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(frame, 4, 4)
    pen = QPen(theme.colour("on_accent"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, top = box.left(), box.top()
    tick = [(4.0, 8.5), (7.0, 11.5), (12.0, 5.0)] if state == Qt.CheckState.Checked else [(4.5, 8.0), (11.5, 8.0)]
    painter.drawPolyline(QPolygonF([QPointF(left + x, top + y) for x, y in tick]))


class CheckBox(QCheckBox):
    """A check box with its words, or with none."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_WORDS + words + 4 if words else _HIGH, max(_HIGH, self.fontMetrics().height() + 4))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(4, (self.height() - _BOX) // 2, _BOX, _BOX)
        paint_check(painter, box, self.checkState(), self._theme)
        painter.setPen(self._theme.colour("text" if self.isChecked() else "secondary"))
        painter.drawText(self.rect().adjusted(_WORDS, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._theme)
