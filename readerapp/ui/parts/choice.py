"""A choice among several, closed until it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from readerapp.ui.icons import icon
from readerapp.ui.theme import Theme


class Choice(QComboBox):
    """A combo box with the window's own arrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - 20, (self.height() - 12) // 2, 12, 12)
        icon("sort", self._theme.colour("secondary")).paint(QPainter(self), place)
