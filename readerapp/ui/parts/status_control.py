"""The status of a paper as a segmented control: a mark and a word for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from readerapp.records import Status
from readerapp.ui import icons
from readerapp.ui.parts.buttons import PRESSING, claims
from readerapp.ui.theme import Theme

_ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HEIGHT = 28
_MARK = 12
_RADIUS = 6


class StatusControl(QWidget):
    """Four segments, of which one is chosen, or none while several papers differ.

    The arrow keys go from segment to segment, Space or Enter chooses: `chosen` carries the Status. In little room the
    marks go; in less they come back, and only the chosen one keeps its word.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status: Status | None = None
        self.setAccessibleName(self.tr("Status"))
        words = {
            Status.UNREAD: self.tr("Unread"),
            Status.READING: self.tr("Reading"),
            Status.READ: self.tr("Read"),
            Status.DROPPED: self.tr("Dropped"),
        }
        self.segments = {status: _Segment(theme, status, word, self) for status, word in words.items()}
        for status, segment in self.segments.items():
            # Not `clicked`: a screen reader toggles it.
            segment.toggled.connect(partial(self._toggle, status))
        self._show()

    @property
    def status(self) -> Status | None:
        """The chosen one."""
        return self._status

    def show_status(self, status: Status | None) -> None:
        """Shows a status without telling anybody."""
        if status is not self._status:
            self._status = status
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((status for status, segment in self.segments.items() if segment.hasFocus()), None)
        step = _ARROWS.get(event.key())
        if here is not None and step is not None:
            self.segments[Status((here + step) % len(Status))].setFocus(Qt.FocusReason.TabFocusReason)
        elif here is not None and event.key() in PRESSING:
            self._choose(here)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._width(_SHAPES[0]), self._theme.high(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        segments = self.segments.values()
        widest = max(segment.width_for(_SMALL_CHOSEN) - segment.width_for(_SMALL) for segment in segments)
        return QSize(self._width(_SMALL) + widest, self._theme.high(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _toggle(self, status: Status, checked: bool) -> None:
        if checked:
            self._choose(status)

    def _choose(self, status: Status) -> None:
        if status is not self._status:
            self.show_status(status)
            self.chosen.emit(status)

    def _show(self) -> None:
        for segment in self.segments.values():
            # Of buttons of which one is checked, none can be unchecked; and none is while several papers differ.
            segment.setAutoExclusive(False)
        for status, segment in self.segments.items():
            segment.setChecked(status is self._status)
        for status, segment in self.segments.items():
            # A screen reader tells them as a choice.
            segment.setAutoExclusive(True)
            # One stop for the Tab key: the chosen segment, else the first.
            stop = status is (self._status if self._status is not None else Status.UNREAD)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._place()

    def _place(self) -> None:
        shape = next((shape for shape in _SHAPES if self._width(shape) <= self.width()), None)
        for segment in self.segments.values():
            segment.shape = shape or (_SMALL_CHOSEN if segment.isChecked() else _SMALL)
        widths = [segment.width_for(segment.shape) for segment in self.segments.values()]
        spare = 0 if shape is _SHAPES[0] else max(self.width() - sum(widths), 0) // len(widths)
        left = 0
        for segment, width in zip(self.segments.values(), widths, strict=True):
            segment.setGeometry(left, 0, width + spare, self.height())
            segment.update()
            left += width + spare

    def _width(self, shape: _Shape) -> int:
        return sum(segment.width_for(shape) for segment in self.segments.values())


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a segment shows, and the room on both sides of it, in pixels."""

    padding: int
    mark: int = _MARK
    gap: int = 6
    word: bool = True


# The roomiest first.
_SHAPES = (_Shape(12), _Shape(8, gap=4), _Shape(8, mark=0, gap=0))
_SMALL, _SMALL_CHOSEN = _Shape(12, gap=0, word=False), _Shape(12)


class _Segment(QAbstractButton):
    """One segment. The keys are the control's."""

    def __init__(self, theme: Theme, status: Status, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status = status
        self.shape = _SHAPES[0]
        self.setText(word)
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def width_for(self, shape: _Shape) -> int:
        """How wide it is in a shape. The word is semi-bold when chosen, and must not move then."""
        word = QFontMetrics(self._bold()).horizontalAdvance(self.text()) if shape.word else 0
        return shape.padding + shape.mark + shape.gap + word + shape.padding

    def _bold(self) -> QFont:
        return self._theme.font(weight=QFont.Weight.DemiBold)

    def event(self, event: QEvent) -> bool:
        return claims(event, *_ARROWS, *PRESSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        first, last = self._status is Status.UNREAD, self._status is Status.DROPPED
        # The outline of the whole control, of which this widget shows its part.
        whole = QRectF(self.rect()).adjusted(0.5 if first else -_RADIUS, 0.5, -0.5 if last else _RADIUS, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(whole, _RADIUS, _RADIUS)
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() and self.isEnabled() else "raised"
        painter.fillPath(outline, colour(ground))
        painter.setPen(QPen(colour("border"), 1))
        painter.drawPath(outline)
        if not first:
            painter.drawLine(QRectF(self.rect()).topLeft(), QRectF(self.rect()).bottomLeft())
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
        token = "accent_text" if self.isChecked() else "secondary" if self.isEnabled() else "faint"
        painter.setFont(self._bold() if self.isChecked() else self._theme.font())
        shape = self.shape
        word = painter.fontMetrics().horizontalAdvance(self.text()) if shape.word else 0
        left = (self.width() - shape.mark - shape.gap - word) // 2
        if shape.mark:
            mark = QRect(left, (self.height() - _MARK) // 2, _MARK, _MARK)
            icons.icon(self._status.word, colour(token)).paint(painter, mark)
        if shape.word:
            painter.setPen(colour(token))
            rest = self.rect().adjusted(left + shape.mark + shape.gap, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())
