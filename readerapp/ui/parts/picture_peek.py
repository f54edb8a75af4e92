"""The picture a note is being read at, below its line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from readerapp.ui.theme import Theme

_PADDING = 4
_GAP = 4
# A picture is shown in this room at most, in pixels.
_ROOM = QSize(480, 320)
# One with more pixels is not decoded: a small file can hold the promise of a huge picture.
_MOST = 100_000_000


def load(path: Path) -> QImage:
    """A picture from a file, twice as large as it is shown, for sharp screens; a null one when there is none. For any
    thread."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST:
        return QImage()
    if size.width() > 2 * _ROOM.width() or size.height() > 2 * _ROOM.height():
        reader.setScaledSize(size.scaled(_ROOM * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def as_png(image: QImage) -> bytes:
    """A picture as the bytes of a PNG. For any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


class PicturePeek(QWidget):
    """A card over a text that is edited. It takes no mouse and no keys."""

    def __init__(self, editor: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(editor.viewport())
        self._theme = theme
        self._image = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Picture"))
        theme.changed.connect(self.update)
        self.hide()

    def show_below(self, image: QImage, line: QRect) -> None:
        """Shows a picture below a line of the text, or above it where there is more room."""
        self._image = image
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else QRect(line.bottomLeft(), _ROOM)
        below, above = room.bottom() - line.bottom(), line.top() - room.top()
        most = QSize(min(room.width(), _ROOM.width()), min(max(below, above) - _GAP, _ROOM.height()))
        inside = most - QSize(2 * _PADDING, 2 * _PADDING)
        size = self._image.size().scaled(inside.boundedTo(image.size()), Qt.AspectRatioMode.KeepAspectRatio)
        size += QSize(2 * _PADDING, 2 * _PADDING)
        top = line.bottom() + _GAP if below >= above or below >= size.height() else line.top() - _GAP - size.height()
        self.setGeometry(QRect(room.left(), top, size.width(), size.height()))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawImage(self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING), self._image)
