"""The tasks of all notes: a list by paper, each with its box, and a way to the note it stands in."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
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
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.operations import reading, tasks
from readerapp.operations.tasks import NotedTask, TasksOfPaper
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.panels.status_bar import KeyHints
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.lines import LineDelegate, LineList
from readerapp.ui.theme import GRID, Theme
from readerapp.ui.translation import said

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WANTED = QSize(760, 640)
_PADDING = 12
_BOX = 16
# In a narrower sheet the sentence needs the room of the keys, in pixels.
_HINTS_FROM = 640
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a paper, or one of its tasks."""

    text: str
    task: NotedTask | None = None


class TasksModel(QAbstractListModel):
    """Papers, and below each its tasks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, found: Sequence[TasksOfPaper]) -> None:
        """Takes over what was found."""
        self.beginResetModel()
        self.lines = []
        for one in found:
            self.lines.append(Line(one_line(readable(one.title))[:_LONGEST]))
            self.lines += [Line(one_line(readable(task.text))[:_LONGEST], task) for task in one.tasks]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].task is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{html.escape(line.text)}</p>"
            case Qt.ItemDataRole.AccessibleTextRole if line.task is not None:
                return ", ".join((line.text, self.tr("done") if line.task.done else self.tr("open")))
        return None

    def find(self, task: NotedTask | None) -> int:
        """The row of a task: the same, else the first; -1 when there is none."""
        there = [(row, line.task) for row, line in enumerate(self.lines) if line.task is not None]
        wanted = (task.paper, task.number) if task is not None else None
        return next((row for row, one in there if (one.paper, one.number) == wanted), there[0][0] if there else -1)


class _TaskRow(LineDelegate):
    """Draws a paper's title, or a box with the words of a task; what is done is struck through as well as grey."""

    def __init__(self, theme: Theme, model: TasksModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._theme.font()).height() + 12
        return QSize(200, -(-height // GRID) * GRID)

    def box(self, place: QRect) -> QRect:
        """Where the box of a task is drawn in its row."""
        top = place.center().y() - _BOX // 2 + 1
        return QRect(place.left() + _PADDING, top, _BOX, _BOX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.task is None:
            strong = self._theme.font("small", weight=QFont.Weight.DemiBold)
            self._write(painter, inside.adjusted(0, 4, 0, 0), line.text, strong, "secondary")
        else:
            self._paint_ground(painter, option)
            self._paint_box(painter, self.box(option.rect), line.task.done)
            font = self._theme.font()
            font.setStrikeOut(line.task.done)
            words = inside.adjusted(_BOX + 12, 0, 0, 0)
            self._write(painter, words, line.text, font, "faint" if line.task.done else "text")
        painter.restore()

    def _paint_box(self, painter: QPainter, place: QRect, done: bool) -> None:
        box = QRectF(place).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.colour("accent" if done else "secondary"), 1.5))
        painter.setBrush(self._theme.colour("accent") if done else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if done:
            sign = QPen(self._theme.colour("on_accent"), 1.8)
            sign.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(sign)
            centre = box.center()
            painter.drawPolyline([centre + QPointF(-3.5, 0), centre + QPointF(-1, 2.5), centre + QPointF(3.5, -2.5)])


class _TaskList(LineList):
    """A list whose keys pass over the papers. `toggled` carries the row whose box is filled or emptied, `entered_on`
    the one whose note is wanted."""

    toggled = Signal(int)
    entered_on = Signal(int)

    def __init__(self, theme: Theme, model: TasksModel) -> None:
        super().__init__()
        self._row = _TaskRow(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.toggled.emit(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.entered_on.emit(index.row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._boxed(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._boxed(event.position().toPoint()) is None:
            self.entered_on.emit(index.row())

    def _boxed(self, point: QPoint) -> QModelIndex | None:
        index = self.indexAt(point)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return None
        return index if self._row.box(self.visualRect(index)).adjusted(-4, -4, 4, 4).contains(point) else None


class TasksSheet(Sheet):
    """The sheet of tasks. Space, or a click on its box, marks one done or open again, as one step; Enter goes to the
    note it stands in, told by `task_chosen` with the paper and the place of its line in the note.

    What has been marked done here stays until the sheet is opened again. Follows the library while it is open.
    """

    task_chosen = Signal(int, int)

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Tasks from notes"))
        self.setAccessibleName(self.tr("Tasks from notes"))
        self._lanes = lanes
        self._done_here: set[tuple[int, str]] = set()
        self.model = TasksModel(self)
        self._make_head()
        self._make_list()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        for keys, asked in (("Ctrl+Z", lanes.undo), ("Ctrl+Shift+Z", lanes.redo), ("Ctrl+Y", lanes.redo)):
            QShortcut(QKeySequence(keys), self, asked).setEnabled(not lanes.read_only)
        self.list.setFocus()
        self._ask()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Tasks from notes"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self.all = CheckBox(self.tr("Show what is done"), self._theme, self)
        self.all.toggled.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title, 1)
        head.addWidget(self.all)
        head.addWidget(self.close_button())
        self.body.addLayout(head)

    def _make_list(self) -> None:
        self.list = _TaskList(self._theme, self.model)
        self.list.setObjectName("candidates")
        self.list.setAccessibleName(self.tr("Tasks, by paper"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.toggled.connect(self._toggle)
        self.list.entered_on.connect(self._go)
        self._theme.changed.connect(self.list.viewport().update)
        self._nothing = Label(
            self.tr("Nothing is to be done. A line of a note that begins with - [ ] is a task, and will stand here."),
            wordWrap=True,
        )
        self._nothing.setProperty("role", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._nothing, 1)

    def _make_foot(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setProperty("role", "secondary")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last change back (Ctrl+Z)"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._lanes.undo)
        self.undo.hide()
        self._hints = KeyHints(self._theme, self)
        space = QKeySequence(Qt.Key.Key_Space).toString(QKeySequence.SequenceFormat.NativeText)
        self._hints.set_hints([(space, self.tr("done")), ("Enter", self.tr("to the note"))])
        self._hints.setFixedSize(self._hints.fit(400), self._theme.high(24, "small"))
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self._hints)
        self.body.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= _HINTS_FROM)

    # What is shown

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"note", "paper"}:
            self._ask()
        if changes.title:
            undone = changes.title.startswith(("Undone", "Done again"))
            self.undo.setVisible(not undone and not self._lanes.read_only)

    def _ask(self, *_: object) -> None:
        # Those done here are to be seen until the reader goes.
        everything = self.all.isChecked() or bool(self._done_here)
        self._lanes.ask("tasks", partial(tasks.tasks, done=everything), self._show)

    def _show(self, found: list[TasksOfPaper]) -> None:
        index = self.list.currentIndex()
        chosen = self.model.lines[index.row()].task if index.isValid() else None
        if not self.all.isChecked():
            found = [self._kept(one) for one in found]
        found = [one for one in found if one.tasks]
        self.model.show(found)
        row = self.model.find(chosen)
        if row >= 0:
            there = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(there)
        self.list.setVisible(bool(found))
        self._nothing.setHidden(bool(found))
        number = sum(not task.done for one in found for task in one.tasks)
        many = sum(len(one.tasks) for one in found) >= tasks.MOST
        words = self.tr("%Ln open tasks", "", number)
        self._say(self.tr("The first {}").format(words) if many else words)

    def _kept(self, one: TasksOfPaper) -> TasksOfPaper:
        kept = tuple(task for task in one.tasks if not task.done or (task.paper, task.text) in self._done_here)
        return TasksOfPaper(one.paper, one.title, kept)

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(words)

    def _complain(self, words: str) -> None:
        self._say(said(words), "danger")

    # What is done

    def _toggle(self, row: int) -> None:
        task = self.model.lines[row].task
        if task is None or self._lanes.read_only:
            return
        if not task.done:
            self._done_here.add((task.paper, task.text))
        self._lanes.do(reading.set_task, task.paper, task.number, task.text, not task.done)

    def _go(self, row: int) -> None:
        task = self.model.lines[row].task
        if task is not None:
            self.accept()
            self.task_chosen.emit(task.paper, task.start)
