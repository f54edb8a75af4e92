"""The highlights of a paper as cards: a bar in the colour of their meaning, the quote, the comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.records import HighlightRecord
from readerapp.ui.parts.display import one_line, units
from readerapp.ui.parts.plain_text import match_format
from readerapp.ui.theme import Theme

_LINES = 6
_SHOWN = 600
_PADDING = 12
_GAP = 8
_BAR = 4


class HighlightList(QListView):
    """Cards in the order of the highlights. A click or Enter is told by `activated`, with the index of one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("highlightList")
        self.setAccessibleName(self.tr("Highlights"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._model = _Highlights(self)
        self.setModel(self._model)
        self._cards = _CardDelegate(theme, self)
        self.setItemDelegate(self._cards)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def show_highlights(self, highlights: Sequence[HighlightRecord], colours: Mapping[str, str]) -> None:
        """Shows these highlights; `colours` by meaning."""
        self._model.show(highlights, colours)

    def set_words(self, words: Iterable[Words]) -> None:
        """Marks the words of a search in quotes and comments."""
        self._cards.marker = Marker(words)
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Makes one highlight the current one and scrolls to it."""
        self.setCurrentIndex(self._model.index(number))


class _Highlights(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.highlights: Sequence[HighlightRecord] = ()
        self.colours: Mapping[str, str] = {}

    def show(self, highlights: Sequence[HighlightRecord], colours: Mapping[str, str]) -> None:
        if (list(highlights), colours) != (list(self.highlights), self.colours):
            self.beginResetModel()
            self.highlights, self.colours = highlights, colours
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.highlights)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        highlight = self.highlights[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"“{one_line(highlight.quote)}”"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, (highlight.meaning, one_line(highlight.quote), one_line(highlight.comment))))
        return None


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: HighlightList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.marker = Marker()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        height = sum(height for *_, height in self._texts(index, width)) + 4 * (len(self._texts(index, width)) - 1)
        return QSize(0, round(height) + 2 * _PADDING + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        model = self._model()
        highlight = model.highlights[index.row()]
        colour = self._theme.colour
        card = QRectF(rect.adjusted(0, 0, 0, -_GAP)).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus" if focused else "line"), 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(card, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.dot(model.colours.get(highlight.meaning, "yellow")))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), _BAR, rect.height() - _GAP), 2, 2)
        y = rect.y() + _PADDING
        for layout, token, height in self._texts(index, rect.width()):
            painter.setPen(colour(token))
            layout.draw(painter, QPointF(rect.x() + _BAR + _PADDING, y))
            y += round(height) + 4
        painter.restore()

    def _model(self) -> _Highlights:
        model = self._view.model()
        assert isinstance(model, _Highlights)
        return model

    def _texts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> list[tuple[QTextLayout, str, float]]:
        """The quote, the comment and the meaning, laid out for a card of this width: layout, colour, height."""
        highlight = self._model().highlights[index.row()]
        italic, plain, small = self._theme.font(), self._theme.font(), self._theme.font("small")
        italic.setItalic(True)
        texts = [
            (f"“{_short(highlight.quote)}”", italic, "secondary", "highlight"),
            (_short(highlight.comment), plain, "text", "comment"),
            (_short(highlight.meaning), small, "faint", None),
        ]
        return [self._laid_out(text, font, token, width, field) for text, font, token, field in texts if text]

    def _laid_out(
        self, text: str, font: QFont, token: str, width: int, field: str | None
    ) -> tuple[QTextLayout, str, float]:
        layout = QTextLayout(text, font)
        if field is not None:
            layout.setFormats([self._mark(text, *place) for place in self.marker.marks(text, field)])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width - _BAR - 2 * _PADDING, 20))
            line.setPosition(QPointF(0, height))
            height += line.height() + 2
        layout.endLayout()
        return layout, token, height

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = units(text[:start]), units(text[start:end])
        mark.format = match_format(self._theme, False)
        return mark


def _short(text: str) -> str:
    shown = one_line(text[: _SHOWN * 2])
    return shown if len(shown) <= _SHOWN and len(text) <= _SHOWN * 2 else f"{shown[:_SHOWN]}…"
