"""Scrolling a page from the line above it that filters what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit


class ScrollKeys(QObject):
    """Lets the arrows and page keys pressed in `line` scroll `page`, an arrow by `step` pixels. Enter does nothing
    there: it would close the sheet."""

    def __init__(self, line: QLineEdit, page: QAbstractScrollArea, step: int) -> None:
        super().__init__(line)
        self._page, self._step = page, step
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            bar = self._page.verticalScrollBar()
            keys = Qt.Key
            steps = {
                keys.Key_Down: self._step, keys.Key_Up: -self._step,
                keys.Key_PageDown: bar.pageStep(), keys.Key_PageUp: -bar.pageStep(),
            }  # fmt: skip
            if event.key() in steps:
                bar.setValue(bar.value() + steps[keys(event.key())])
                return True
            if event.key() in (keys.Key_Return, keys.Key_Enter):
                return True
        return super().eventFilter(watched, event)
