"""A sheet: a rounded dialog that lies over its window, as large as it likes and the window allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QToolButton, QVBoxLayout, QWidget

from readerapp.ui.icons import icon
from readerapp.ui.theme import Theme

_RADIUS = 12
# What stays free of the window around a sheet, in pixels.
_MARGIN = 24
# Where there is less height than this, everything stands closer together.
_TIGHT = 480


def cut_corners(window: QWidget, radius: int) -> None:
    """Cuts the corners off a translucent window where nothing composes windows: there they would be black."""
    if QGuiApplication.platformName() != "xcb":
        return
    # The mask leaves what the edge touches, so that it stays smooth where there is a compositor.
    mask = QBitmap(window.size())
    mask.fill(Qt.GlobalColor.color0)
    painter = QPainter(mask)
    painter.setPen(QPen(Qt.GlobalColor.color1, 1))
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(QRectF(0, 0, window.width() - 1, window.height() - 1), radius, radius)
    painter.end()
    window.setMask(mask)


def paint_ground(window: QWidget, theme: Theme, radius: int) -> None:
    """Draws the ground of a rounded window, and its edge."""
    painter = QPainter(window)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(QRectF(window.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class _Shade(QWidget):
    """Lies over the window while a sheet is open, so that it is seen to wait."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(window.rect())


class _Cross(QToolButton):
    """A button with a cross, in the colours in force."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setIcon(icon("close", self._theme.colour("secondary")))


class Sheet(QDialog):
    """A dialog without a frame of its own, modal to the window of its parent, centred over it and following it; gone
    when it is closed.

    What is to be seen goes into `body`, a layout with margins.
    """

    def __init__(self, wanted: QSize, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._theme = theme
        self._wanted = wanted
        self._window = parent.window() if parent is not None else None
        self._shade: _Shade | None = None
        self.body = QVBoxLayout(self)
        self.resize(wanted)
        theme.changed.connect(self.update)
        if self._window is not None:
            # Where no window manager gives the focus back, keys would go nowhere.
            self.finished.connect(self._window.activateWindow)

    def close_button(self, leave: Callable[[], None] | None = None) -> QToolButton:
        """A button with a cross for the head of the sheet. It leaves as Esc does, or by `leave`."""
        button = _Cross(self._theme)
        button.setToolTip(self.tr("Close (Esc)"))
        button.setAccessibleName(self.tr("Close"))
        button.clicked.connect(leave or self.reject)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        if self._window is not None and not event.spontaneous():
            self._shade = _Shade(self._window)
            self._shade.show()
            self._window.installEventFilter(self)
            self._place()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._window is not None and self._shade is not None and not event.spontaneous():
            self._window.removeEventFilter(self)
            self._shade.hide()
            self._shade.deleteLater()
            self._shade = None
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._window is None:
            return
        free = self._window.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        tight = free.height() < _TIGHT
        self.body.setContentsMargins(24, 12 if tight else 20, 24, 12 if tight else 20)
        self.body.setSpacing(8 if tight else 12)
        size = self._wanted.boundedTo(free).expandedTo(self.minimumSizeHint())
        place = QRect(QPoint(), size)
        place.moveCenter(self._window.rect().center())
        place.moveTopLeft(self._window.mapToGlobal(place.topLeft()))
        self.setGeometry(place)
        if self._shade is not None:
            self._shade.setGeometry(self._window.rect())
            self._shade.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self, _RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._theme, _RADIUS)
