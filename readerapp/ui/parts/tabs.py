"""Tabs as words, the chosen one underlined."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from readerapp.ui.parts.buttons import draw_focus
from readerapp.ui.theme import Theme

_GAP = 16
_HEIGHT = 36


class TextTabs(QTabBar):
    """A tab bar without frames. The keys are those of every tab bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def tabSizeHint(self, index: int) -> QSize:
        # The chosen one is semi-bold, and the others must not move for it.
        return QSize(
            QFontMetrics(self._bold()).horizontalAdvance(self.tabText(index)) + _GAP, self._theme.high(_HEIGHT)
        )

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _bold(self) -> QFont:
        return self._theme.font(weight=QFont.Weight.DemiBold)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            chosen = index == self.currentIndex()
            rect = self.tabRect(index).adjusted(0, 0, -_GAP, 0)
            painter.setFont(self._bold() if chosen else self._theme.font())
            painter.setPen(self._theme.colour("text" if chosen else "secondary"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
            if chosen:
                painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, self._theme.colour("accent"))
                if self.hasFocus():
                    draw_focus(painter, rect.adjusted(-4, 4, 4, -4), self._theme)
