"""The list below the search field: how what is typed may go on. It never has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from readerapp.library.completion import MOST, Completion
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.theme import Theme

_ROW = 28
_EDGE = 4
_WIDEST = 520


class CompletionList(QFrame):
    """Completions in rows, none of them chosen at first. `taken` carries the one that is clicked."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("searchCompletions")
        self.setAccessibleName(self.tr("Completions"))
        self._model = _Completions(self)
        self.view = QListView(self)
        self.view.setAccessibleName(self.tr("Completions"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(_CompletionDelegate(theme, self))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.viewport().setAutoFillBackground(False)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(lambda index: self.taken.emit(self._model.rows[index.row()]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self.view)
        theme.changed.connect(self.update)
        self.hide()

    def open(self, rows: Sequence[Completion], below: QPoint, width: int) -> None:
        """Shows these, with the upper left corner there in the parent; as wide as asked, or as there is room for."""
        self._model.show(rows)
        self.choose_none()
        parent = self.parentWidget()
        room = parent.width() - below.x() - 8 if parent is not None else width
        self.setGeometry(QRect(below, QSize(min(width, room, _WIDEST), len(rows) * self._theme.high(_ROW) + 2 * _EDGE)))
        self.show()
        self.raise_()

    @property
    def rows(self) -> Sequence[Completion]:
        """What is shown."""
        return self._model.rows

    @property
    def chosen(self) -> Completion | None:
        """The row that is chosen, None while none is or nothing is shown."""
        index = self.view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() and self.isVisible() else None

    def choose_none(self) -> None:
        """Takes the choice back."""
        self.view.setCurrentIndex(QModelIndex())

    def move_choice(self, step: int) -> None:
        """Chooses the next row or the one before; beyond the ends none, as at first."""
        count = len(self._model.rows)
        there = (self.view.currentIndex().row() + 1 + step) % (count + 1) - 1
        self.view.setCurrentIndex(self._model.index(there))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _Completions(QAbstractListModel):
    """The rows, as they are read out: label, kind and number of papers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Completion] = ()

    def show(self, rows: Sequence[Completion]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        label = one_line(row.label)
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        return ", ".join(filter(None, (label, row.help, self.at_the_right(row))))

    def at_the_right(self, row: Completion) -> str:
        """The kind of a row in a word, unless its help says enough, and its number of papers."""
        kind = {
            "tag": self.tr("tag"),
            "author": self.tr("author"),
            "venue": self.tr("venue"),
            "keyword": self.tr("keyword"),
            "saved": self.tr("saved search"),
            "recent": self.tr("recent"),
        }.get(row.kind, "")
        count = "" if row.count is None else f"{grouped(row.count)}{'+' if row.count >= MOST else ''}"
        return " · ".join(filter(None, (kind, count)))


class _CompletionDelegate(QStyledItemDelegate):
    """Draws a row: what may be put in, what it means, and faint at the right its kind and number of papers."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.high(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, _Completions)
        row = model.rows[index.row()]
        view = option.widget
        rect: QRect = option.rect
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        text = rect.adjusted(8, 0, -8, 0)
        small = self._theme.font("small")
        if right := model.at_the_right(row):
            painter.setFont(small)
            painter.setPen(self._theme.colour("faint"))
            painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
            text.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(right) - 12, 0)
        font = self._theme.font()
        metrics = QFontMetrics(font)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        shown = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, text.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("selection_text" if chosen else "text"))
        painter.drawText(text, left, shown)
        text.adjust(metrics.horizontalAdvance(shown) + 12, 0, 0, 0)
        if row.help and text.width() > 40:
            painter.setFont(small)
            painter.setPen(self._theme.colour("secondary"))
            meant = QFontMetrics(small).elidedText(one_line(row.help), Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, left, meant)
        painter.restore()
