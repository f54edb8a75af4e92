"""Buttons of the panes, which keep the keys that press them from the window's actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from readerapp.ui.theme import Theme


def claims(event: QEvent, *keys: int) -> bool:
    """Whether an event asks if one of these keys, without Ctrl or Alt, is for the widget or for a shortcut; it is
    accepted then. Where a letter is an action, the space bar too is one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    if plain and event.key() in keys:
        event.accept()
        return True
    return False


PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A bordered button with an icon, a text, or both, as high as its neighbours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))

    def event(self, event: QEvent) -> bool:
        return claims(event, *PRESSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class HintButton(QAbstractButton):
    """A quiet text that can be clicked, with the key that does the same drawn beside it."""

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(theme.font("small"))

    def event(self, event: QEvent) -> bool:
        return claims(event, *PRESSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            4 + metrics.horizontalAdvance(self.text()) + 8 + self._key_width() + 4, self._theme.high(24, "small")
        )

    def _key_width(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(self._key) + 8, self._key_height())

    def _key_height(self) -> int:
        return self._theme.high(16, "small", 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._theme)
        painter.setPen(colour("text" if self.underMouse() else "faint"))
        painter.drawText(self.rect().adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        width = self._key_width()
        height = self._key_height()
        cap = QRect(QPoint(self.width() - width - 4, (self.height() - height) // 2), QSize(width, height))
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour("secondary"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


def draw_focus(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The ring around what has the keyboard."""
    painter.setPen(QPen(theme.colour("focus"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
