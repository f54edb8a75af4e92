"""The list in the middle of the window: papers in rows of one height, however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Connection
from readerapp.library.language import Query, Words
from readerapp.library.papers import Row
from readerapp.library.passages import Passage, passages
from readerapp.ui.models.papers import PaperModel, displayed, papers_mime
from readerapp.ui.parts.card import card
from readerapp.ui.theme import Theme
from readerapp.ui.views.columns import Column
from readerapp.ui.views.paper_row import PaperRow

_Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction

_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
# One notch of a wheel is three of these.
_STEP = 32
# While papers are dragged near an edge, the list scrolls: so near, so often (in milliseconds), and so far at most.
_NEAR, _SCROLL_AFTER, _SCROLL_BY = 40, 16, 20
# Qt's selections are lists of ranges, which it walks through: this many take it a tenth of a second.
_SCATTERED = 10_000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reader is in a list: the current paper, its row, how far below the upper edge that stands (None: out
    of sight), the topmost paper and how far that one stands, and the selected papers if there are several."""

    ids: array[int]
    paper: int
    row: int
    below: int | None
    top: int
    top_below: int
    selected: array[int]
    fresh: bool
    from_top: bool


class PaperList(QListView):
    """Papers in rows of one height.

    QListView's own layout visits every row, which takes seconds at a million; here all geometry is arithmetic, and
    only what is seen is touched. Letters are left to the actions. Under a search for words, every row shows the
    passage in which it matched: the `lanes` are asked for those of the rows that are seen, and they are painted when
    they come.

    `current_changed` carries the id of the current paper, 0 for none. `selection_count_changed` carries how many are
    selected, each time others are, except when the selection only follows the current paper. Both are emitted when a
    gesture is done, so that current paper and selection fit together. `activated_paper` is Enter or a double click;
    `context_asked` is where a context menu is wanted, in global coordinates. `place_asked` carries papers that were
    dragged within the list, a paper, and whether they are wanted below it, not above; only a list that is
    `reorderable` takes them.
    """

    current_changed = Signal(int)
    activated_paper = Signal(int)
    selection_count_changed = Signal(int)
    context_asked = Signal(QPoint)
    place_asked = Signal(list, int, bool)

    def __init__(
        self, papers: PaperModel, theme: Theme, lanes: Lanes | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._papers = papers
        self._lanes = lanes
        self._words: tuple[Words, ...] = ()
        self._asked: frozenset[int] = frozenset()
        self._delegate = PaperRow(theme, self)
        self._announced = 0
        self._count = 0
        self._selected_others = False
        self._holding = 0
        self._picking = False
        self._awaited: _Place | None = None
        self._theme = theme
        self._reorderable = False
        self._dragged: frozenset[int] = frozenset()
        # The row above which dragged papers would come, -1 for none, and how high the pointer is.
        self._drop_row = -1
        self._drag_y = 0
        self._scrolling = QTimer(self, interval=_SCROLL_AFTER)
        self._scrolling.timeout.connect(self._scroll_on)
        self.setObjectName("paperList")
        self.setAccessibleName(self.tr("Papers"))
        self.setModel(papers)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(lambda index: self.activated_paper.emit(self._papers.id_at(index.row())))
        theme.changed.connect(self._look_anew)

    # What is listed

    def ids(self) -> array[int]:
        """The ids in the order of the list. Not to be changed."""
        return self._papers.ids

    def set_ids(
        self, ids: Iterable[int], *, complete: bool = True, fresh: bool = False, from_top: bool = False
    ) -> None:
        """Lists these papers. Current paper, selection and scroll position are found again by id.

        Not `complete`: more will follow, and a current paper that is missing so far is waited for. When it is missing
        from all of them, the paper after it takes its place; in a `fresh` list, which is another one than before, the
        first paper does, and only the current one stays selected. `from_top` begins at the top, and keeps the current
        paper only if it is seen there.
        """
        place = self._awaited or self._place(fresh=fresh, from_top=from_top)
        if fresh and self._awaited:
            place = replace(place, selected=array("q"), fresh=True, from_top=from_top)
        with self._held():
            self._papers.set_ids(ids, complete)
            if self._awaited or not self.currentIndex().isValid():
                self._return_to(place)

    def reorder(self, ids: Iterable[int]) -> None:
        """Lists the same papers in another order. Current paper and selection stay, and what is seen does not move
        but for the papers that do."""
        bar, place = self.verticalScrollBar(), self._place()
        above = bar.value()
        with self._held():
            self._papers.set_ids(ids, self._papers.complete)
            if not self.currentIndex().isValid():
                self._return_to(place)
            bar.setValue(above)
            self.scrollTo(self.currentIndex())

    @property
    def reorderable(self) -> bool:
        """Whether papers can be dragged to other places in the list."""
        return self._reorderable

    @reorderable.setter
    def reorderable(self, reorderable: bool) -> None:
        self._reorderable = reorderable
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.DragDrop if reorderable else modes.DragOnly)

    def row(self, paper: int) -> Row | None:
        """What the list shows of a paper; None when it is not listed."""
        current = self.current_row()
        at = current if self._papers.id_at(current) == paper else self._papers.row_of(paper)
        return self._papers.row_at(at) if at >= 0 else None

    def set_words(self, words: Sequence[Words]) -> None:
        """Marks these words and phrases wherever a row shows them, and in the passage under it."""
        words = tuple(words)
        if words == self._words:
            return
        # While a person types on, what was found last stays until more is known: nothing flickers.
        self._papers.forget_passages(shown=_goes_on(self._words, words))
        place = self._place() if bool(words) != bool(self._words) else None
        self._words, self._asked = words, frozenset()
        self._delegate.set_words(words, passages=bool(words) and self._lanes is not None)
        if place:
            self._rows_changed_height(place)
        self.viewport().update()

    def passage(self, paper: int) -> Passage | None:
        """The passage shown under a paper; None when there is none, or it has not come yet."""
        return self._papers.passage(paper) if self._words else None

    def set_tag_colours(self, colours: Mapping[str, str]) -> None:
        """The colours of tags, by name, as the words the library stores."""
        self._delegate.set_tag_colours(colours)
        self.viewport().update()

    @property
    def density(self) -> str:
        """How much a row shows: a word of paper_row.DENSITIES."""
        return self._delegate.density

    @density.setter
    def density(self, density: str) -> None:
        place = self._place()
        self._delegate.density = density
        self._rows_changed_height(place)
        self.viewport().update()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Where the columns of a table stand."""
        self._delegate.set_columns(columns)
        self.viewport().update()

    def _rows_changed_height(self, place: _Place) -> None:
        self.updateGeometries()
        if place.row >= 0:
            self._scroll_back(place, place.row)

    def _look_anew(self) -> None:
        self._delegate.forget()
        self.viewport().update()

    # Where the reader is

    def current_id(self) -> int:
        """The id of the current paper, 0 for none. While a list is loaded, the paper may be one still waited for."""
        return self._papers.id_at(self.current_row()) or (self._awaited.paper if self._awaited else 0)

    def current_row(self) -> int:
        """The row of the current paper, -1 for none."""
        return self.currentIndex().row()

    def set_current_id(self, paper: int) -> None:
        """Makes a paper current and shows it; it alone is selected, unless papers are being picked.

        In a list that is not complete, a paper that is missing so far is waited for; else nothing happens.
        """
        row = self._papers.row_of(paper)
        with self._held():
            if row >= 0:
                self._make_current(row)
            elif not self._papers.complete:
                place = _Place(self.ids(), paper, -1, None, 0, 0, array("q"), fresh=True, from_top=False)
                self.selectionModel().clear()
                self._awaited = place

    def selected_ids(self) -> array[int]:
        """The selected papers in the order of the list; the current one when none is selected."""
        ranges = sorted((chosen.top(), chosen.bottom() + 1) for chosen in self.selectionModel().selection().toList())
        if not ranges:
            return array("q", [self.current_id()] if self.current_id() else [])
        first, *others = (self.ids()[top:bottom] for top, bottom in ranges)
        for part in others:
            first.extend(part)
        return first

    def select_ids(self, ids: Iterable[int]) -> None:
        """Selects these papers, as far as they are listed, and no others."""
        chosen = self._selection(set(ids))
        if not chosen.isEmpty():
            with self._held():
                model = self.selectionModel()
                model.select(chosen, _Flag.ClearAndSelect)
                if not model.isSelected(self.currentIndex()):
                    model.setCurrentIndex(chosen.first().topLeft(), _Flag.NoUpdate)
                self._picking = True

    def go(self, offset: int) -> None:
        """To the next paper (+1) or the previous one (-1)."""
        self._press(Qt.Key.Key_Down if offset > 0 else Qt.Key.Key_Up)

    def page(self, direction: int) -> None:
        """A page down (+1) or up (-1)."""
        self._press(Qt.Key.Key_PageDown if direction > 0 else Qt.Key.Key_PageUp)

    def first(self) -> None:
        """To the first paper."""
        self._press(Qt.Key.Key_Home)

    def last(self) -> None:
        """To the last paper."""
        self._press(Qt.Key.Key_End)

    def extend(self, offset: int) -> None:
        """To the next (+1) or previous (-1) paper, selecting all from where the selection began."""
        row = self.current_row()
        if row < 0:
            return
        to = min(max(row + offset, 0), len(self.ids()) - 1)
        anchor = row
        for selected in self.selectionModel().selection().toList():
            if row == selected.bottom():
                anchor = selected.top()
            elif row == selected.top():
                anchor = selected.bottom()
        ends = sorted((anchor, to))
        chosen = QItemSelection(self._papers.index(ends[0]), self._papers.index(ends[1]))
        with self._held():
            self.selectionModel().select(chosen, _Flag.SelectCurrent)
            self.selectionModel().setCurrentIndex(self._papers.index(to), _Flag.NoUpdate)

    def toggle_selected(self) -> None:
        """Picks the current paper or lets it go. From the first pick on, moving leaves the selection as it is."""
        current, model = self.currentIndex(), self.selectionModel()
        if not current.isValid():
            return
        with self._held():
            if self._picking or not self._follows():
                model.select(current, _Flag.Toggle)
            self._picking = model.hasSelection()
            if not self._picking:
                model.select(current, _Flag.Select)

    def select_current(self) -> None:
        """Selects the current paper alone and ends picking."""
        with self._held():
            self._picking = False
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect)
        # As many as before, one, but another: the current one, which did not move.
        self.selection_count_changed.emit(self.selected_count())

    def selectAll(self) -> None:
        """Selects the whole list, as one range."""
        if self.ids():
            with self._held():
                self._picking = False
                last = self._papers.index(len(self.ids()) - 1)
                everything = QItemSelection(self._papers.index(0), last)
                self.selectionModel().select(everything, _Flag.ClearAndSelect)

    def _make_current(self, row: int) -> None:
        index = self._papers.index(row)
        flag = _Flag.NoUpdate if self._picking else _Flag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def _follows(self) -> bool:
        """Whether the current paper alone is selected."""
        return self.selected_count() == 1 and self.selectionModel().isSelected(self.currentIndex())

    def selected_count(self) -> int:
        """How many papers are selected."""
        return sum(selected.height() for selected in self.selectionModel().selection().toList())

    def _selection(self, papers: set[int]) -> QItemSelection:
        """These papers as a selection; empty when they stand too scattered for Qt to handle at once."""
        selection = QItemSelection()
        chosen = bytes(map(papers.__contains__, self.ids())) if papers else b""
        begin = chosen.find(1)
        while begin >= 0:
            end = chosen.find(0, begin)
            end = len(chosen) if end < 0 else end
            selection.select(self._papers.index(begin), self._papers.index(end - 1))
            begin = chosen.find(1, end)
            if selection.size() > _SCATTERED:
                return QItemSelection()
        return selection

    # Finding the place again

    def _place(self, *, fresh: bool = False, from_top: bool = False) -> _Place:
        height, above = self._delegate.height, self.verticalOffset()
        row = self.current_row()
        below = row * height - above
        seen = row >= 0 and -height < below < self.viewport().height()
        several = not fresh and self.selected_count() > 1
        return _Place(
            ids=self.ids(),
            paper=self._papers.id_at(row),
            row=row,
            below=below if seen else None,
            top=self._papers.id_at(above // height),
            top_below=-(above % height),
            selected=self.selected_ids() if several else array("q"),
            fresh=fresh,
            from_top=from_top,
        )

    def _return_to(self, place: _Place) -> None:
        """Makes the right paper of the present list current, selects what was selected, and scrolls back."""
        self.updateGeometries()
        model, papers = self.selectionModel(), self._papers
        row = place.row if papers.id_at(place.row) == place.paper else papers.row_of(place.paper)
        if place.from_top and row >= self._page():
            row = -1
        if row < 0 and place.paper and not papers.complete and not (place.from_top and self.ids()):
            self._awaited = place
            return
        self._awaited = None
        self._selected_others = True
        if not self.ids():
            self._picking = False
            return
        if row < 0:
            row = 0 if place.fresh or place.row < 0 else self._successor(place)
        chosen = self._selection(set(place.selected))
        self._picking = self._picking and not chosen.isEmpty()
        if chosen.isEmpty():
            model.setCurrentIndex(papers.index(row), _Flag.ClearAndSelect)
        else:
            model.select(chosen, _Flag.ClearAndSelect)
            model.setCurrentIndex(papers.index(row), _Flag.NoUpdate)
        self._scroll_back(place, row)
        if len(place.selected) > 1 and not papers.complete:
            self._awaited = place

    def _successor(self, place: _Place) -> int:
        """The row of the paper that followed the vanished one; of the one before it, if none did."""
        old, new, row = place.ids, self.ids(), place.row
        # What is still there has moved up by as many rows as have vanished, at most; and down by a few.
        reach = max(len(old) - len(new), 0) + 64
        low = max(row - reach, 0)
        near = {paper: low + at for at, paper in enumerate(new[low : row + 64])}
        for paper in islice(old, row + 1, row + 1 + reach):
            if paper in near:
                return near[paper]
        for paper in reversed(old[low:row]):
            if paper in near:
                return near[paper]
        return min(row, len(new) - 1)

    def _scroll_back(self, place: _Place, row: int) -> None:
        """Puts a row where the current paper stood, or the topmost paper where it stood if that was out of sight."""
        bar, height = self.verticalScrollBar(), self._delegate.height
        if place.from_top:
            bar.setValue(0)
        elif place.below is not None:
            bar.setValue(row * height - place.below)
            self.scrollTo(self._papers.index(row))
        elif place.fresh or (top := self._papers.row_of(place.top)) < 0:
            self.scrollTo(self._papers.index(row))
        else:
            bar.setValue(top * height - place.top_below)

    # Telling, once a gesture is done

    @contextmanager
    def _held(self) -> Iterator[None]:
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1
            if not self._holding:
                self._announce()

    def _announce(self) -> None:
        current, count = self.current_id(), self.selected_count()
        moved, self._announced = current != self._announced, current
        others, self._selected_others = self._selected_others, False
        counted, self._count = count != self._count, count
        if moved:
            self.current_changed.emit(current)
        if counted or (others and not self._follows()):
            self.selection_count_changed.emit(count)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        with self._held():
            self._awaited = None
            super().currentChanged(current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        with self._held():
            self._awaited = None
            self._selected_others = True
            super().selectionChanged(selected, deselected)

    # Keys and mouse

    def _press(self, key: Qt.Key) -> None:
        self.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifier = Qt.KeyboardModifier
        modifiers = event.modifiers() & ~modifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in _KEYS and not modifiers & (modifier.AltModifier | modifier.MetaModifier):
            if self._picking and not modifiers & modifier.ShiftModifier:
                event = QKeyEvent(event.type(), key, modifiers | modifier.ControlModifier)
            with self._held():
                super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == modifier.NoModifier and self.current_id():
            self.activated_paper.emit(self.current_id())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here: typing finds nothing by itself."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        with self._held():
            if event.button() == Qt.MouseButton.LeftButton:
                self._picking = self._picking and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._held():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        with self._held():
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            where = self.visualRect(self.currentIndex()).center()
            self.context_asked.emit(self.viewport().mapToGlobal(where))
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.context_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not the item view's own: it would make the first paper current while another one is waited for.
        QAbstractScrollArea.focusInEvent(self, event)
        if not self.currentIndex().isValid() and self._awaited is None:
            self.first()
        self.viewport().update()

    def startDrag(self, supported: Qt.DropAction) -> None:
        ids = self.selected_ids()
        row = self._papers.row(self.currentIndex())
        title = displayed(row.title, 40) if row and len(ids) == 1 else ""
        drag = QDrag(self)
        drag.setMimeData(papers_mime(ids))
        drag.setPixmap(card(title or self.tr("%Ln papers", "", len(ids)), self))
        drag.setHotSpot(QPoint(-12, -12))
        self._dragged = frozenset(ids)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)
        self._dragged = frozenset()
        self._stop_dropping()

    # Dropping within the list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not (self._reorderable and self._dragged):
            event.ignore()
            return
        self._drag_y = event.position().toPoint().y()
        self._aim()
        if min(self._drag_y, self.viewport().height() - self._drag_y) >= _NEAR:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._stop_dropping()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag_y = event.position().toPoint().y()
        self._aim()
        at, ids = self._drop_row, self.ids()
        self._stop_dropping()
        if at < 0:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        dragged = [paper for paper in ids if paper in self._dragged]
        below = next((paper for paper in ids[at:] if paper not in self._dragged), 0)
        above = next((paper for paper in reversed(ids[:at]) if paper not in self._dragged), 0)
        if below or above:
            self.place_asked.emit(dragged, below or above, not below)

    def _aim(self) -> None:
        """Shows where papers would come that are let go now; nowhere when that is where they are."""
        height = self._delegate.height
        at = min(max((self._drag_y + self.verticalOffset() + height // 2) // height, 0), len(self.ids()))
        rows = [row for row, paper in enumerate(self.ids()) if paper in self._dragged]
        together = bool(rows) and rows[-1] - rows[0] == len(rows) - 1
        self._show_drop_line(-1 if together and rows[0] <= at <= rows[-1] + 1 else at)

    def _scroll_on(self) -> None:
        """Scrolls a little while papers are held near an edge, the nearer the faster."""
        bar, bottom = self.verticalScrollBar(), self.viewport().height() - self._drag_y
        step = min(self._drag_y, bottom) * _SCROLL_BY // _NEAR
        by = max(_SCROLL_BY - step, 1)
        bar.setValue(bar.value() + (by if bottom < self._drag_y else -by))
        self._aim()

    def _stop_dropping(self) -> None:
        self._scrolling.stop()
        self._show_drop_line(-1)

    def _show_drop_line(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    # Geometry: every row is as high as the next

    def _page(self) -> int:
        """How many whole rows are seen."""
        return max(self.viewport().height() // self._delegate.height, 1)

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self._delegate.height
        return QRect(0, index.row() * height - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self._delegate.height
        return self._papers.index(row) if 0 <= row < len(self.ids()) else QModelIndex()

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        bar, height, seen = self.verticalScrollBar(), self._delegate.height, self.viewport().height()
        top = index.row() * height
        bottom = top + height - seen
        where = {
            QAbstractItemView.ScrollHint.PositionAtTop: top,
            QAbstractItemView.ScrollHint.PositionAtBottom: bottom,
            QAbstractItemView.ScrollHint.PositionAtCenter: (top + bottom) // 2,
        }
        bar.setValue(where.get(hint, min(max(bar.value(), bottom), top)))

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = len(self.ids()) - 1
        if last < 0:
            return QModelIndex()
        row = self.current_row()
        if row < 0:
            return self._papers.index(last if action == _Move.MoveEnd else 0)
        to = {
            _Move.MoveUp: row - 1,
            _Move.MovePrevious: row - 1,
            _Move.MoveDown: row + 1,
            _Move.MoveNext: row + 1,
            _Move.MovePageUp: row - self._page(),
            _Move.MovePageDown: row + self._page(),
            _Move.MoveHome: 0,
            _Move.MoveEnd: last,
        }.get(action, row)
        return self._papers.index(min(max(to, 0), last))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: _Flag) -> None:
        height, above = self._delegate.height, self.verticalOffset()
        rect = rect.normalized()
        first = max((rect.top() + above) // height, 0)
        last = min((rect.bottom() + above) // height, len(self.ids()) - 1)
        selection = QItemSelection()
        if first <= last:
            selection.select(self._papers.index(first), self._papers.index(last))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        height, above = self._delegate.height, self.verticalOffset()
        view = self.viewport().rect()
        region = QRegion()
        for selected in selection.toList():
            top = selected.top() * height - above
            bottom = (selected.bottom() + 1) * height - above
            if bottom > 0 and top < view.height():
                region += QRect(0, top, view.width(), bottom - top).intersected(view)
        return region

    def doItemsLayout(self) -> None:
        # Not QListView's, which would measure every row.
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(_STEP)
        bar.setPageStep(seen)
        bar.setRange(0, max(len(self.ids()) * self._delegate.height - seen, 0))

    def dataChanged(self, first: _Index, last: _Index, roles: Iterable[int] = ()) -> None:
        # Not QListView's, which would lay everything out again.
        self._asked = frozenset()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        height, above, width = self._delegate.height, self.verticalOffset(), self.viewport().width()
        first = (event.rect().top() + above) // height
        last = min((event.rect().bottom() + above) // height, len(self.ids()) - 1)
        current, model = self.current_row(), self.selectionModel()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state = QStyle.StateFlag.State_Enabled
        if self.isActiveWindow():
            state |= QStyle.StateFlag.State_Active
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            index = self._papers.index(row)
            option.rect = QRect(0, row * height - above, width, height)
            option.state = state
            if model.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self._delegate.paint(painter, option, index)
        if self._drop_row >= 0:
            self._paint_drop_line(painter, self._drop_row * height - above)
        painter.end()
        # When all has been painted: the thread that answers would take turns with this one meanwhile.
        QTimer.singleShot(0, self, self._ask_for_passages)

    def _paint_drop_line(self, painter: QPainter, y: int) -> None:
        # Whole also above the first row and below the last one.
        y = min(max(y, 4), self.viewport().height() - 4)
        colour = self._theme.colour("accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(16, y, self.viewport().width() - 8, y)
        painter.setBrush(self._theme.colour("paper"))
        painter.drawEllipse(QRectF(8, y - 4, 8, 8))

    # Passages

    def _ask_for_passages(self) -> None:
        """Has the passages looked for that are missing from what is seen, and from a page above and below."""
        if self._lanes is None or not self._words:
            return
        first, page = self.verticalOffset() // self._delegate.height, self._page() + 1
        if self._asked.issuperset(self._papers.lacking_passages(first, first + page)):
            return
        papers, query = self._papers.lacking_passages(first - page, first + 2 * page), Query(words=self._words)
        self._asked = frozenset(papers)

        def look(connection: Connection) -> tuple[Query, list[int], dict[int, Passage]]:
            return query, papers, passages(connection, query, papers)

        self._lanes.ask("passages", look, self._take_passages, at_once=True)

    def _take_passages(self, answer: tuple[Query, list[int], dict[int, Passage]]) -> None:
        query, papers, found = answer
        if query.words == self._words:
            self._asked = frozenset()
            self._papers.set_passages(papers, found)
            self.viewport().update()


def _goes_on(before: Sequence[Words], now: Sequence[Words]) -> bool:
    """Whether words are the same but that the last one has been typed on, or back."""
    if not before or len(before) != len(now) or before[:-1] != now[:-1]:
        return False
    return now[-1].text.startswith(before[-1].text) or before[-1].text.startswith(now[-1].text)
