"""A small bar at a passage the mouse has selected: a click on a colour highlights it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton, QWidget

from readerapp.records import MeaningRecord
from readerapp.ui.icons import icon
from readerapp.ui.parts.display import one_line, tip
from readerapp.ui.theme import Theme

# More colours than this are in the menu of the last button.
_MOST = 9
_RADIUS = 8
_ABOVE = 4


class SelectionBar(QWidget):
    """`chosen` carries the name of a meaning, `more_asked` says that another is wanted, `place_chosen` that the passage
    is the one a lost highlight is to mark."""

    chosen = Signal(str)
    more_asked = Signal()
    place_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Highlight the selection"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(0)
        self.buttons: list[QAbstractButton] = []
        theme.changed.connect(self.update)
        self.hide()

    def open(self, meanings: Sequence[MeaningRecord], last: str, passage: QRect, room: QRect) -> None:
        """Shows the bar above a passage, or below it where there is no room above; both in the parent's pixels."""
        buttons: list[QAbstractButton] = []
        for number, meaning in enumerate(meanings[:_MOST], 1):
            dot = _Dot(meaning.colour, meaning.name == last, self._theme, self)
            name = one_line(meaning.name)
            dot.setAccessibleName(self.tr("Highlight as {}").format(name))
            keys = self.tr("H") if meaning.name == last else self.tr("Shift+H, {}").format(number)
            dot.setToolTip(tip(f"{name} ({keys})"))
            dot.clicked.connect(partial(self.chosen.emit, meaning.name))
            buttons.append(dot)
        more = self._button("more", self.tr("Another meaning (Shift+H)"), self.more_asked.emit)
        self._show([*buttons, more], passage, room)

    def open_for_lost(self, passage: QRect, room: QRect) -> None:
        """Shows the bar with the one choice there is while a lost highlight is looked for."""
        button = self._button("highlight", self.tr("Mark this passage (H)"), self.place_chosen.emit)
        button.setText(self.tr("Mark this passage"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._show([button], passage, room)

    def _button(self, name: str, words: str, then: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("plain", True)
        button.setIcon(icon(name, self._theme.colour("secondary")))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: then())  # type: ignore[operator]
        return button

    def _show(self, buttons: list[QAbstractButton], passage: QRect, room: QRect) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = buttons
        for button in buttons:
            self._row.addWidget(button)
            button.show()
        self._row.activate()
        size = self._row.sizeHint()
        top = passage.top() - size.height() - _ABOVE
        if top < room.top():
            top = min(passage.bottom() + _ABOVE, room.bottom() - size.height())
        left = min(max(passage.center().x() - size.width() // 2, room.left()), room.right() - size.width())
        self.setGeometry(QRect(QPoint(max(left, room.left()), top), size))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


class _Dot(QAbstractButton):
    """A colour to click; the one used last has a ring."""

    def __init__(self, colour: str, last: bool, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour, self._last, self._theme = colour, last, theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(28, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setBrush(self._theme.dot(self._colour))
        painter.drawEllipse(middle, 6, 6)
        if self._last:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.dot(self._colour), 1))
            painter.drawEllipse(middle, 8.5, 8.5)
