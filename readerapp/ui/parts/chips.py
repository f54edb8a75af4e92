"""Tags as chips: a dot in the tag's colour, its name, and a cross that takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from readerapp.ui.parts.buttons import claims, draw_focus
from readerapp.ui.parts.display import one_line, tip
from readerapp.ui.theme import Theme

_HEIGHT = 24
_DOT = 8
_CROSS = 20
_WIDEST = 240
_NARROWEST = 64


class TagChip(QAbstractButton):
    """One tag of the shown papers. `removed` is emitted by its cross, and by Delete while it has the focus."""

    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = ""
        self._dot = "grey"
        self._count = ""
        self._over_cross = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(theme.font("small"))

    def show_tag(self, name: str, colour: str, count: str = "") -> None:
        """Shows a tag; `count` says how many of several papers have it."""
        if (name, colour, count) == (self.name, self._dot, self._count):
            return
        self.name, self._dot, self._count = name, colour, count
        shown = one_line(name)
        self.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, _WIDEST))
        self.setToolTip(tip(shown))
        self.setAccessibleName(self.tr("Tag {}").format(shown))
        self.setAccessibleDescription(self.tr("Delete takes it away"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        count = metrics.horizontalAdvance(self._count) + 4 if self._count else 0
        width = 8 + _DOT + 6 + metrics.horizontalAdvance(self.text()) + 2 + count
        return QSize(width + (_CROSS if self.isEnabled() else 8), self._theme.high(_HEIGHT, "small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._theme.high(_HEIGHT, "small"))

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.name)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._cross().contains(event.position().toPoint())
        if over != self._over_cross:
            self._over_cross = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._over_cross = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(event.position().toPoint()):
            self.removed.emit(self.name)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height()) if self.isEnabled() else QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("hover" if self.underMouse() else "chip"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(self._theme.dot(self._dot))
        painter.drawRoundedRect(QRect(8, (self.height() - _DOT) // 2, _DOT, _DOT), 2, 2)
        painter.setPen(colour("secondary"))
        left = 8 + _DOT + 6
        text = self.rect().adjusted(left, 0, -_CROSS if self.isEnabled() else -8, 0)
        # A chip that got less room than it asked for.
        room = text.width() - (self.fontMetrics().horizontalAdvance(self._count) + 4 if self._count else 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self._count:
            painter.setPen(colour("faint"))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        if self.isEnabled():
            painter.setPen(QPen(colour("text" if self._over_cross else "faint"), 1.2))
            middle = QPointF(self._cross().center()) + QPointF(-0.5, 0.5)
            painter.drawLine(middle + QPointF(-2.5, -2.5), middle + QPointF(2.5, 2.5))
            painter.drawLine(middle + QPointF(-2.5, 2.5), middle + QPointF(2.5, -2.5))
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._theme)
