"""The list of candidates: a check box, the title, who and which, and where it stands. Drawn, not made of widgets."""

from __future__ import annotations

import html

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readerapp.names import Name, byline
from readerapp.records import Record, Status
from readerapp.ui.dialogs.candidates import Place, Standing
from readerapp.ui.parts.check_box import paint_check
from readerapp.ui.parts.display import one_line
from readerapp.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_SPELT = {"arxiv": "arXiv:", "doi": "doi:", "openreview": "OpenReview "}

_PADDING, _BOX, _GAP = 8, 16, 8
_CHIP = 20
_WIDEST_TAG = 160


def shown(text: str, limit: int = 300) -> str:
    """The beginning of a text for one line."""
    return one_line(text[: limit * 2])[:limit]


class CandidateModel(QAbstractListModel):
    """The candidates with their checks. `checks_changed` is emitted whenever what is checked may be another."""

    checks_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.records: list[Record] = []
        self.standing: Standing | None = None
        self.checkable = True
        self._checked: list[bool] = []
        self._decided: dict[tuple[object, ...], bool] = {}

    def show(self, records: list[Record], *, checkable: bool) -> None:
        """Lists other candidates. One that was listed before keeps the check the reader gave it."""
        self.beginResetModel()
        self.records, self.standing, self.checkable = records, None, checkable
        self._check_as_decided()
        self.endResetModel()
        self.checks_changed.emit()

    def forget(self) -> None:
        """Lists nothing, and forgets what the reader checked."""
        self._decided.clear()
        self.show([], checkable=True)

    def stand(self, standing: Standing) -> None:
        """Shows where the candidates stand. What is in the trash is not checked unless the reader does."""
        self.standing = standing
        self._check_as_decided()
        self._changed(0, len(self.records) - 1)

    def checked(self) -> list[int]:
        """The numbers of the candidates that are checked."""
        return [number for number, checked in enumerate(self._checked) if checked]

    def check(self, rows: list[int], checked: bool) -> None:
        """Checks or unchecks candidates."""
        for row in rows:
            self._checked[row] = checked
            self._decided[_known_by(self.records[row])] = checked
        if rows:
            self._changed(min(rows), max(rows))

    def place(self, row: int) -> Place | None:
        """Where a candidate stands; None while that is not known."""
        return self.standing.place(row) if self.standing else None

    def status(self, row: int) -> Status | None:
        """The status of the paper that a candidate is, when it is here."""
        match = self.standing.matches[row] if self.standing else None
        return match.status if match else None

    def tags(self, row: int) -> tuple[str, ...]:
        """The tags of the paper that a candidate is."""
        match = self.standing.matches[row] if self.standing else None
        return match.tags if match else ()

    def words(self, row: int) -> str:
        """Where a candidate stands, in words; "" while that is not known."""
        status = self.status(row)
        match self.place(row):
            case Place.NEW:
                return self.tr("new")
            case Place.TRASHED:
                return self.tr("in the trash")
            case Place.TWICE:
                return self.tr("twice in this text")
            case Place.HERE:
                return self.tr("already here, {}").format(status_word(self, status))
        return ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.checkable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not index.isValid() or row >= len(self.records):
            return None
        record = self.records[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(record.title)
            case Qt.ItemDataRole.CheckStateRole if self.checkable:
                return Qt.CheckState.Checked if self._checked[row] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                parts = (shown(record.title, 1000), particulars(record))
                return "".join(f"<p>{html.escape(part)}</p>" for part in parts if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = (shown(record.title), self.words(row), particulars(record), *map(shown, self.tags(row)))
                return ", ".join(filter(None, words))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.checkable:
            return False
        self.check([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _check_as_decided(self) -> None:
        self._checked = [
            self._decided.get(_known_by(record), self._is_wanted(row)) for row, record in enumerate(self.records)
        ]

    def _is_wanted(self, row: int) -> bool:
        match = self.standing.matches[row] if self.standing else None
        return match is None or not match.trashed

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))
        self.checks_changed.emit()


def _known_by(record: Record) -> tuple[object, ...]:
    return record.title, *record.identifiers


def status_word(model: CandidateModel, status: Status | None) -> str:
    """A status as it stands inside a sentence."""
    words = {
        Status.UNREAD: model.tr("unread"),
        Status.READING: model.tr("reading"),
        Status.READ: model.tr("read"),
        Status.DROPPED: model.tr("dropped"),
    }
    return words[status] if status is not None else ""


def particulars(record: Record) -> str:
    """Who wrote it, where it appeared and what it is called; for want of all that, how its abstract begins."""
    venue = " ".join(filter(None, (record.venue, str(record.year or ""))))
    names = [f"{_SPELT.get(one.scheme, f'{one.scheme} ')}{one.value}" for one in record.identifiers[:2]]
    # A paper that is not known yet has its identifier as its title.
    names = [name for name in names if name != record.title]
    parts = [byline([Name.of(author).family for author in record.authors]), venue, *names]
    return shown(" · ".join(filter(None, parts)) or record.abstract)


class CheckAll(QCheckBox):
    """A check box without words, for all candidates at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(_PADDING + 1 + _BOX + 4, _BOX + 8)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(_PADDING + 1, 4, _BOX, _BOX)  # above the boxes of the list, which has a frame
        paint_check(painter, box, self.checkState(), self._theme)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(-3, -3, 3, 3), 6, 6)


class CandidateDelegate(QStyledItemDelegate):
    """Draws a candidate on two lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._title = self._theme.font("body", weight=QFont.Weight.DemiBold)
        self._body = self._theme.font("body")
        self._small = self._theme.font("small")
        self._title_height = max(QFontMetrics(self._title).height(), _CHIP)
        self._small_height = max(QFontMetrics(self._small).height(), _CHIP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * _PADDING + self._title_height + self._small_height)

    def box(self, row: QRect) -> QRect:
        """Where the check box of a row stands."""
        top = row.top() + _PADDING + (self._title_height - _BOX) // 2
        return QRect(row.left() + _PADDING, top, _BOX, _BOX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CandidateModel):
            return
        colour = self._theme.colour
        row, area = index.row(), option.rect
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(area, colour("selection" if active else "inactive_selection"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(area.left(), area.bottom() + 0.5), QPointF(area.right() + 1, area.bottom() + 0.5))
        if focused:
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -2), 4, 4)
        left = area.left() + _PADDING
        if model.checkable:
            paint_check(painter, self.box(area), model.data(index, Qt.ItemDataRole.CheckStateRole), self._theme)
            left += _BOX + _GAP
        right = area.right() - _PADDING
        top = QRect(left, area.top() + _PADDING, right - left, self._title_height)
        bottom = QRect(left, top.bottom() + 1, right - left, self._small_height)
        top.setRight(self._paint_place(painter, model, row, top) - _GAP)
        bottom.setRight(self._paint_tags(painter, model, row, bottom) - _GAP)
        checked = not model.checkable or model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        title = self._title if model.place(row) in (Place.NEW, None) else self._body
        self._text(painter, top, str(index.data()), title, "text" if checked else "secondary")
        second = particulars(model.records[row]) or self.tr("Nothing more is known of it yet")
        self._text(painter, bottom, second, self._small, "secondary")
        painter.restore()

    def _text(self, painter: QPainter, place: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        # AlignAbsolute: a title in a right-to-left script starts where every title starts.
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, elided)

    def _paint_place(self, painter: QPainter, model: CandidateModel, row: int, line: QRect) -> int:
        """Draws where the candidate stands at the right of a line, and answers where that begins."""
        words = model.words(row)
        if not words:
            return line.right()
        if model.place(row) is Place.NEW:
            return self._chip(painter, line, words, self._theme.colour("token"), self._theme.colour("accent_text"))
        return self._chip(painter, line, words, self._theme.colour("chip"), self._theme.colour("secondary"))

    def _paint_tags(self, painter: QPainter, model: CandidateModel, row: int, line: QRect) -> int:
        """Draws the tags of the paper at the right of a line, as many as half of it holds."""
        metrics = QFontMetrics(self._small)
        names = model.tags(row)
        words = [metrics.elidedText(shown(name), Qt.TextElideMode.ElideMiddle, _WIDEST_TAG) for name in names]
        fitting = 0
        width = 0
        for word in words:
            width += self._chip_width(word, dot=True) + 4
            if width > line.width() // 2:
                break
            fitting += 1
        place = QRect(line)
        if fitting < len(names):
            more = f"+{len(names) - fitting}"
            place.setRight(
                self._chip(painter, place, more, self._theme.colour("chip"), self._theme.colour("secondary")) - 4
            )
        colours = model.standing.colours if model.standing else {}
        for name, word in reversed(list(zip(names, words, strict=True))[:fitting]):
            dot = self._theme.dot(colours.get(name, "grey"))
            ground, ink = self._theme.colour("chip"), self._theme.colour("secondary")
            place.setRight(self._chip(painter, place, word, ground, ink, dot) - 4)
        return place.right()

    def _chip_width(self, text: str, *, dot: bool = False) -> int:
        return QFontMetrics(self._small).horizontalAdvance(text) + 12 + (12 if dot else 0)

    def _chip(
        self, painter: QPainter, line: QRect, text: str, ground: QColor, ink: QColor, dot: QColor | None = None
    ) -> int:
        width = self._chip_width(text, dot=dot is not None)
        chip = QRectF(line.right() - width, line.top() + (line.height() - _CHIP) / 2 + 1, width, _CHIP - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip, 4, 4)
        inside = chip.adjusted(6, 0, -6, 0)
        if dot is not None:
            painter.setBrush(dot)
            painter.drawRoundedRect(QRectF(inside.left(), chip.center().y() - 4, 8, 8), 2, 2)
            inside.setLeft(inside.left() + 12)
        painter.setFont(self._small)
        painter.setPen(ink)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)
        return int(chip.left())

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and isinstance(model, CandidateModel)
            and model.checkable
            # A little around the box counts as the box.
            and event.position().x() < self.box(option.rect).right() + _GAP
        ):
            model.check([index.row()], index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked)
            return True
        return False


class CandidateList(QListView):
    """The view: Space checks or unchecks what is selected."""

    def __init__(self, model: CandidateModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._candidates = model
        self.setObjectName("candidates")
        self.setModel(model)
        self.setItemDelegate(CandidateDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Papers found"))
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and self._candidates.checkable and current.isValid():
            rows = sorted({current.row(), *(index.row() for index in self.selectedIndexes())})
            checked = current.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._candidates.check(rows, not checked)
            return
        super().keyPressEvent(event)
