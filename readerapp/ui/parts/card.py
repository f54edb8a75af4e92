"""What hangs at the pointer while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


def card(text: str, widget: QWidget) -> QPixmap:
    """A small card with a text, in the letters and colours of the widget it is dragged from, as sharp as its screen."""
    ratio = widget.devicePixelRatioF()
    size = widget.fontMetrics().size(0, text)
    size.setWidth(size.width() + 24)
    size.setHeight(size.height() + 12)
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(widget.palette().mid().color())
    painter.setBrush(widget.palette().button())
    painter.drawRoundedRect(QRect(QPoint(), size).adjusted(0, 0, -1, -1), 6, 6)
    painter.setPen(widget.palette().text().color())
    painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return drawn
