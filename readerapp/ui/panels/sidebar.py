"""The sidebar: lists, the tree of projects and tags, saved searches. Choosing one filters."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFrame,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Connection
from readerapp.library.counts import Counts, counts
from readerapp.library.saved import searches
from readerapp.library.tags import TagRow, all_tags
from readerapp.records import SavedSearchRecord
from readerapp.ui.models.sidebar import TAGS_HEADER, Difference, Index, Row, SidebarModel
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.card import card
from readerapp.ui.saved_counts import SavedCounts
from readerapp.ui.theme import GRID, Theme
from readerapp.ui.views.sidebar_row import SidebarRow

_Standing = tuple[Counts, list[TagRow], list[SavedSearchRecord], Difference]

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class SidebarView(QTreeView):
    """The tree. `chosen` carries a Row and the modifier keys that were held; `counts_switched` says that the numbers
    are to count the others.

    The selected row is the list that is shown; the arrows move the focus alone.
    """

    chosen = Signal(object, object)
    menu_asked = Signal(object, QPoint)
    counts_switched = Signal()

    def __init__(self, model: SidebarModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebarLists")
        self.setAccessibleName(self.tr("Lists, tags and saved searches"))
        self._model = model
        self._row = SidebarRow(theme, model, self)
        self._held = Qt.KeyboardModifier.NoModifier
        self._on_caret = False
        self._pressed = QPoint()
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)
        self.setAutoExpandDelay(600)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda index: self.chosen.emit(model.row(index), self._held))
        theme.changed.connect(self.viewport().update)

    # Keys: letters are commands of the window, never a search among the rows.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Shift with the space bar pages the abstract.
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            choosing = event.key() in _CHOOSING and not (shift and event.key() == Qt.Key.Key_Space)
            if choosing or (event.key() in _MOVING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING:
            if self.currentIndex().isValid():
                self.chosen.emit(self._model.row(self.currentIndex()), event.modifiers())
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        elif event.key() in _MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Nothing: see above."""

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.modifiers()
        self._on_caret = self._toggle_at(event) or self._press_header(event)
        self._pressed = event.position().toPoint()
        if not self._on_caret:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._on_caret = self._toggle_at(event)
        if not self._on_caret:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._on_caret:
            super().mouseReleaseEvent(event)

    def _toggle_at(self, event: QMouseEvent) -> bool:
        position = event.position().toPoint()
        index = self.indexAt(position)
        if (
            event.button() != Qt.MouseButton.LeftButton
            or not self._model.rowCount(index)
            or not index.isValid()
            or not self._row.caret(self.visualRect(index), index).contains(position)
        ):
            return False
        self.setExpanded(index, not self.isExpanded(index))
        return True

    def _press_header(self, event: QMouseEvent) -> bool:
        """Does what is asked for in the heading of the tags; whether anything was."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        if (
            event.button() != Qt.MouseButton.LeftButton
            or not index.isValid()
            or self._model.row(index).key != TAGS_HEADER
        ):
            return False
        rect = self.visualRect(index)
        if self._row.switch(rect).contains(position):
            self.counts_switched.emit()
            return True
        if self._row.more(rect).contains(position):
            place = self._row.more(rect).bottomLeft() + QPoint(0, 4)
            self.menu_asked.emit(self._model.row(index), self.viewport().mapToGlobal(place))
            return True
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        # Qt would drag the selected row, which is the list that is shown, and not the one under the mouse.
        if event.buttons() & Qt.MouseButton.LeftButton:
            if (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._drag(self.indexAt(self._pressed))
            return
        super().mouseMoveEvent(event)
        self._point(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(QPoint(-1, -1))

    def _point(self, place: QPoint) -> None:
        self._row.pointer = place
        header = self.visualRect(self._model.find(TAGS_HEADER))
        self.viewport().update(header)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(self._model.row(index), self.viewport().mapToGlobal(place))

    # Tags dragged from it; papers and tags dragged over it

    def _drag(self, index: QModelIndex) -> None:
        row = self._model.row(index) if index.isValid() and not self._on_caret else None
        if row is None or row.kind != "tag":
            return
        # What is dragged is not clicked.
        self._on_caret = True
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        drag.setPixmap(card(row.text, self))
        drag.setHotSpot(QPoint(-12, -12))
        drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Without the line Qt draws where something would be dropped: the row shows it.
        painter = QPainter(self.viewport())
        self.drawTree(painter, event.region())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._aim(self.indexAt(event.position().toPoint()) if event.isAccepted() else QModelIndex())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._aim(QModelIndex())

    def _aim(self, index: QModelIndex) -> None:
        self._row.target = QPersistentModelIndex(index)
        self.viewport().update()


class _Foot(QAbstractButton):
    """A row below the lists that leads elsewhere, drawn as they are, with three bars as its picture."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        return claims(event, *_CHOOSING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._theme.font()).height() + 10
        return QSize(200, max(28, -(-height // GRID) * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        ground = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        base = self.rect().center().y() + 7
        for n, height in enumerate((6, 12, 9)):
            painter.fillRect(QRect(18 + 4 * n, base - height, 2, height), colour("secondary"))
        font = self._theme.font()
        place = self.rect().adjusted(40, 0, -16, 0)
        painter.setFont(font)
        painter.setPen(colour("text"))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)


class Sidebar(QWidget):
    """Lists, tags and saved searches with their numbers, and at its foot the way to reading activity.

    `query_chosen` carries a title and a query; `query_added`, `query_alternative` and `query_excluded` a query that can
    stand behind other words, an "OR" or a "-". `papers_dropped` carries ids and the name of a tag,
    `papers_dropped_on_list` ids and the list as is:unread, is:queued and so on; `tag_dropped` the name of a tag and of
    the one it is to be below, "" for none. `tag_menu_asked` carries a tag's name and a place on the screen,
    `list_menu_asked` a Row and such a place, `header_menu_asked` the place alone; `search_renamed` the name of a
    saved search and the one typed for it; `counts_switched` says that the numbers are to count the others;
    `width_changed` the width in pixels, 0 when it is hidden.
    """

    query_chosen = Signal(str, str)
    query_added = Signal(str)
    query_alternative = Signal(str)
    query_excluded = Signal(str)
    papers_dropped = Signal(list, str)
    papers_dropped_on_list = Signal(list, str)
    tag_dropped = Signal(str, str)
    tag_menu_asked = Signal(str, QPoint)
    list_menu_asked = Signal(object, QPoint)
    header_menu_asked = Signal(QPoint)
    counts_switched = Signal()
    search_renamed = Signal(str, str)
    width_changed = Signal(int)
    activity_asked = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sidebar"))
        self.setMinimumWidth(200)
        self.setMaximumWidth(280)
        self._lanes = lanes
        self._query: str | None = None
        self._reveal = False
        self._expanded: set[str] = set()
        self._model = SidebarModel(self)
        self.view = SidebarView(self._model, theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.addWidget(self.view, 1)
        foot = _Foot(self.tr("Reading activity"), theme, self)
        foot.clicked.connect(self.activity_asked)
        layout.addWidget(foot)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(self._choose)
        self.view.menu_asked.connect(self._ask_for_menu)
        self.view.expanded.connect(lambda index: self._expanded.add(self._model.row(index).key))
        self.view.collapsed.connect(lambda index: self._expanded.discard(self._model.row(index).key))
        self.view.counts_switched.connect(self.counts_switched)
        self._model.papers_dropped.connect(self._take_papers)
        self._model.tag_dropped.connect(self.tag_dropped)
        self._model.search_renamed.connect(self.search_renamed)
        self.searches: list[SavedSearchRecord] = []
        self._saved_counts = SavedCounts(lanes, self)
        self._saved_counts.counted.connect(self._model.show_found)

    def sizeHint(self) -> QSize:
        return QSize(224, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.width_changed.emit(self.width())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.width_changed.emit(0)

    def refresh(self) -> None:
        """Asks the library how things stand."""

        before = self._model.tags

        def standing(connection: Connection) -> _Standing:
            tags = all_tags(connection)
            return counts(connection), tags, searches(connection), Difference.between(before, tags)

        self._lanes.ask("sidebar", standing, self._show)

    def show_current(self, query: str) -> None:
        """Selects the row that lists what this query finds, or none."""
        self._query = query
        self._reveal = True
        self._select_current()

    def title(self, query: str) -> str:
        """What the list of this query is called, "" where it is none of the lists that are always there."""
        return self._model.title(query)

    def set_counts(self, which: str) -> None:
        """Whether the numbers count all papers ("total") or those "unread"."""
        self._model.count_unread(which == "unread")

    def state(self) -> str:
        """Which tags are open, for `restore_state`."""
        return " ".join(sorted(self._expanded))

    def restore_state(self, state: object) -> None:
        """Opens the tags that were open; anything but what `state` gave is ignored."""
        if isinstance(state, str):
            self._expanded.update(state.split())
            self._expand()

    def _show(self, standing: _Standing) -> None:
        now, tags, saved, difference = standing
        scrolled = self.view.verticalScrollBar().value() > 0
        view, model = self.view, self._model
        first, current = view.indexAt(QPoint(1, 0)), view.currentIndex()
        anchor, top = model.row(first).key if first.isValid() else "", view.visualRect(first).top()
        focused = model.row(current).key if current.isValid() else ""
        model.show(now, tags, saved, difference)
        self._expand()
        self._select_current()
        if not view.currentIndex().isValid():
            view.selectionModel().setCurrentIndex(model.find(focused), QItemSelectionModel.SelectionFlag.NoUpdate)
        # What is before the reader's eyes stays there when rows above it come or go.
        scroll_bar, index = view.verticalScrollBar(), model.find(anchor)
        if scrolled and index.isValid():
            scroll_bar.setValue(scroll_bar.value() + view.visualRect(index).top() - top)
        self.searches = saved
        self._saved_counts.show(saved)

    def rename_search(self, name: str) -> None:
        """Lets the reader type another name for a saved search, in its place."""
        index = self._model.find(f"search:{name}")
        if index.isValid():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(index)
            self.view.edit(index)

    def _expand(self) -> None:
        for row_key in self._expanded:
            index = self._model.find(row_key)
            if index.isValid() and not self.view.isExpanded(index):
                self.view.expand(index)

    def _select_current(self) -> None:
        if self._query is None:
            return
        selection = self.view.selectionModel()
        selected = selection.selectedIndexes()
        # Of two rows with one query the one that was clicked stays.
        if selected and self._model.row(selected[0]).query == self._query:
            self._reveal = False
            return
        index = self._model.find(self._model.find_query(self._query))
        if not index.isValid():
            selection.clearSelection()
            return
        selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if self._reveal:
            self._reveal = False
            self.view.scrollTo(index)

    def _choose(self, row: Row, held: Qt.KeyboardModifier) -> None:
        if not row.name:  # a heading, or the words where there is nothing
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            if row.part:
                self.query_added.emit(row.part)
        elif held & Qt.KeyboardModifier.AltModifier:
            if row.part:
                self.query_excluded.emit(row.part)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            if row.part:
                self.query_alternative.emit(row.part)
        else:
            self._query = row.query
            index = self._model.find(row.key)
            self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.query_chosen.emit(row.name, row.query)

    def _ask_for_menu(self, row: Row, place: QPoint) -> None:
        if row.kind == "tag":
            self.tag_menu_asked.emit(row.name, place)
        elif row.key == TAGS_HEADER:
            self.header_menu_asked.emit(place)
        elif row.part or row.kind == "search":
            self.list_menu_asked.emit(row, place)

    def _take_papers(self, row: Row, ids: list[int]) -> None:
        if row.kind == "tag":
            self.papers_dropped.emit(ids, row.name)
        else:
            self.papers_dropped_on_list.emit(ids, row.part)
