"""The frame of the window: what the system sees, from the first paint on. It holds the first page, then the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent


# Less than this, in pixels, has no room for a list and a paper.
LEAST = (640, 400)


class Frame(QWidget):
    """A window of the size remembered. `painted` is emitted once, when its first content has been painted."""

    painted = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(QCoreApplication.translate("Window", "Reading list"))
        self.setMinimumSize(*LEAST)
        geometry = settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1440, 900)
        self._painted = False
        self._content: QWidget | None = None

    def hold(self, content: QWidget) -> None:
        """Shows this in the whole of the frame, instead of what it held before. Closing the frame closes it."""
        before, self._content = self._content, content
        content.setParent(self)
        content.setGeometry(self.rect())
        content.show()
        if content.windowTitle():
            self.setWindowTitle(content.windowTitle())
        if before is not None:
            before.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is not None and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None:
            self._content.close()
        event.accept()
