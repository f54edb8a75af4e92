"""Similar papers, below an abstract: a few titles, and the words because of which they are there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library import papers
from readerapp.library.connect import Connection
from readerapp.library.papers import Row
from readerapp.library.related import related
from readerapp.records import Changes, Status
from readerapp.ui import icons
from readerapp.ui.models.papers import displayed, status_word
from readerapp.ui.parts.abstract import AbstractView
from readerapp.ui.parts.buttons import claims, draw_focus
from readerapp.ui.parts.display import readable, tip
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.plain_text import cut
from readerapp.ui.theme import Theme

_SHOWN = 5
# Milliseconds that a paper is looked at before it is asked what is like it: who walks through the list does not wait.
_MOMENT = 150

# In pixels: between the text and the section, below each of them, around the words of a row, and where these and the
# mark before them begin.
_ABOVE, _BELOW = 24, 16
_PAD = 8
_LEFT, _MARK_LEFT = 24, 4
_MARK = 12
_TITLE_LINES = 2

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TAKEN = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Similar:
    """A row: the paper, and the words it shares with the one above."""

    row: Row
    because: tuple[str, ...]


class RelatedList(QWidget):
    """The papers like one, in room that the text above leaves below itself: it scrolls with the text.

    `paper_chosen` carries the id of one that was clicked, or chosen with Enter. `changed` says that the section needs
    more or less room than before: whoever lays the text out calls `fit`. `list` is what takes the keyboard.
    """

    paper_chosen = Signal(int)
    changed = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, text: AbstractView) -> None:
        super().__init__(text.viewport())
        self._lanes, self._theme, self._text = lanes, theme, text
        self._paper: int | None = None
        self._timer = QTimer(self, interval=_MOMENT, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self.heading = Label(self.tr("Similar in your library"))
        self.heading.setProperty("role", "section")
        self.heading.setFont(theme.font("small"))
        self.list = _List(theme)
        self._parts = parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 16, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self.heading)
        parts.addSpacing(4)
        parts.addWidget(self.list)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self.list.chosen.connect(self.paper_chosen)
        self.list.reached.connect(self._bring_into_sight)
        text.verticalScrollBar().valueChanged.connect(self._follow)
        text.document().documentLayout().documentSizeChanged.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def shown(self) -> Sequence[Similar]:
        """The rows."""
        return self.list.rows.shown

    def show_paper(self, paper: int | None) -> None:
        """Looks for what is like a paper, when it has been shown for a moment; what is there for it already stays."""
        if paper != self._paper:
            self._paper = paper
            self._take(paper, [])
            if paper is None:
                self._timer.stop()
            else:
                self._timer.start()

    def refresh(self, changes: Changes) -> None:
        """Looks again, when a change may be about one of the papers."""
        shown = {self._paper, *(one.row.id for one in self.shown)}
        if self._paper is not None and (changes.everything or not shown.isdisjoint(changes.papers)):
            self._timer.start()

    def fit(self, width: int) -> None:
        """Takes a width, in pixels, and has the text leave as much room below itself as the section then needs."""
        room = 0
        if self.shown:
            self.list.setFixedHeight(self.list.height_for(width))
            self.setFixedWidth(width)
            self._parts.activate()
            self.resize(width, self.sizeHint().height())
            room = _ABOVE + self.height()
        frame = self._text.document().rootFrame()
        form = frame.frameFormat()
        if form.bottomMargin() != _BELOW + room:
            form.setBottomMargin(_BELOW + room)
            frame.setFrameFormat(form)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _ask(self) -> None:
        if self._paper is not None:
            self._lanes.ask("related", partial(_likest, paper=self._paper), partial(self._take, self._paper))

    def _take(self, paper: int | None, found: list[Similar]) -> None:
        if paper == self._paper and found != self.shown:
            self.list.rows.show(found)
            self.setVisible(bool(found))
            self.changed.emit()

    def _follow(self) -> None:
        """Goes where the text ends."""
        end = math.ceil(self._text.document().size().height()) - _BELOW
        self.move(0, end - self.height() - self._text.verticalScrollBar().value())

    def _bring_into_sight(self, row: QRect) -> None:
        place = QRect(self.list.mapTo(self._text.viewport(), row.topLeft()), row.size())
        if self._text.grown:
            self._text.reached.emit(place)
            return
        bar, height = self._text.verticalScrollBar(), self._text.viewport().height()
        below = place.bottom() + _PAD - height
        if place.top() < 0 or below > 0:
            bar.setValue(bar.value() + (below if below > 0 else place.top() - _PAD))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[Similar] = []

    def show(self, shown: list[Similar]) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return displayed(readable(one.row.title))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = displayed(readable(one.row.title))
            said = (status_word(one.row.status), title, self.origin(one), self.because(one))
            return ", ".join(filter(None, said))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(displayed(readable(one.row.title)))
        return None

    def origin(self, one: Similar) -> str:
        place = " ".join(filter(None, (displayed(one.row.venue), str(one.row.year or ""))))
        return " · ".join(filter(None, (displayed(one.row.byline), place)))

    def because(self, one: Similar) -> str:
        words = ", ".join(displayed(word) for word in one.because)
        return self.tr("because: {}").format(words) if words else ""


class _List(QListView):
    """As high as its rows. Up and Down go from one to the next; at its ends they are the window's."""

    chosen = Signal(int)
    reached = Signal(QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("relatedList")
        self.setAccessibleName(self.tr("Similar papers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self._drawing = _RowDelegate(theme, self)
        self.setItemDelegate(self._drawing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def height_for(self, width: int) -> int:
        """How high it is in a width, in pixels."""
        return sum(self._drawing.height(one, width) for one in self.rows.shown)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.shown[index.row()].row.id)

    def event(self, event: QEvent) -> bool:
        return claims(event, *_TAKEN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self._choose(here)
        elif event.key() in _TAKEN:
            super().keyPressEvent(event)
            self._tell_place()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.rows.index(0))
            self._tell_place()

    def _tell_place(self) -> None:
        self.reached.emit(self.visualRect(self.currentIndex()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what it lies in scrolls


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: _List) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(0, self.height(self._view.rows.shown[index.row()], width))

    def height(self, one: Similar, width: int) -> int:
        """The height of a row, in pixels."""
        texts = self._texts(one, width)
        bottom = texts[-1][0].boundingRect().height() + texts[-1][2]
        return math.ceil((bottom + _PAD) / 4) * 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        one = self._view.rows.shown[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(rect, 4, 4)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            draw_focus(painter, rect, self._theme)
        status = one.row.status
        token = "accent" if status in (Status.UNREAD, Status.READING) else "secondary"
        line = QFontMetricsF(self._theme.font()).height()
        mark = QRect(rect.x() + _MARK_LEFT, round(rect.y() + _PAD + (line - _MARK) / 2), _MARK, _MARK)
        icons.icon(status.word, self._theme.colour(token)).paint(painter, mark)
        for layout, colour, y in self._texts(one, rect.width()):
            painter.setPen(self._theme.colour(colour))
            layout.draw(painter, QPointF(rect.x() + _LEFT, rect.y() + y))
        painter.restore()

    def _texts(self, one: Similar, width: int) -> list[tuple[QTextLayout, str, float]]:
        """What a row of this width says, laid out: layout, colour, where it begins."""
        room = max(width - _LEFT - _PAD, 1)
        quiet = one.row.status in (Status.READ, Status.DROPPED)
        body, small = self._theme.font(), self._theme.font("small")
        rows = self._view.rows
        texts = []
        y: float = _PAD
        for text, font, colour, lines in (
            (displayed(readable(one.row.title)), body, "secondary" if quiet else "text", _TITLE_LINES),
            (rows.origin(one), small, "faint", 1),
            (rows.because(one), small, "faint", 1),
        ):
            if text:
                layout = QTextLayout(cut(text, font, room, lines), font)
                option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
                option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
                layout.setTextOption(option)
                layout.beginLayout()
                height = 0.0
                for _ in range(lines):
                    line = layout.createLine()
                    if not line.isValid():
                        break
                    line.setLineWidth(room)
                    line.setPosition(QPointF(0, height))
                    height += line.height() + 1
                layout.endLayout()
                texts.append((layout, colour, y))
                y += height + 1
        return texts


def _likest(connection: Connection, paper: int) -> list[Similar]:
    """The papers most like one, as rows."""
    found = related(connection, paper, _SHOWN)
    rows = papers.rows(connection, [one.id for one in found])
    return [Similar(rows[one.id], one.because) for one in found if one.id in rows]
