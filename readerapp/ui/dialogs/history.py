"""The history: every step that can be undone or done again, by day, the newest first, and a way to any of them."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.jobs.undoing import go_to
from readerapp.library import history
from readerapp.library.connect import Connection
from readerapp.library.history import Step, Touched
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.panels.status_bar import KeyHints
from readerapp.ui.parts.display import clock, moment, one_line, weekday
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.lines import LineDelegate, LineList
from readerapp.ui.theme import GRID, Theme
from readerapp.ui.translation import said

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["day", "step", "here", "beginning"]

_ROOT = QModelIndex()
_WANTED = QSize(920, 640)
# How many of a step's papers are listed.
_SHOWN = 200
_PADDING = 12
# In a narrower sheet the sentence needs the room of the keys, in pixels.
_HINTS_FROM = 760
# A title is one line; a note typed into one would be pages.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a day, a step, the place where the reader is, or what was before all steps."""

    kind: Kind
    text: str
    step: Step | None = None

    @property
    def point(self) -> int:
        """What `jobs.undoing.go_to` takes for it."""
        return self.step.id if self.step else 0


class HistoryModel(QAbstractListModel):
    """The history as lines, from the newest to what was before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.steps: list[Step] = []

    def show(self, steps: list[Step]) -> None:
        """Takes over the steps, newest first."""
        self.beginResetModel()
        self.steps = steps
        self.lines = list(self._arranged()) if steps else []
        self.endResetModel()

    def _arranged(self) -> Iterable[Line]:
        here = Line("here", self.tr("You are here"))
        placed = False
        for day, steps in groupby(self.steps, lambda step: step.at.astimezone().date()):
            # The line stands above the day too when all of the day is done: that is where the next step will come.
            first, *rest = steps
            if not first.undone and not placed:
                placed = True
                yield here
            yield Line("day", weekday(day))
            for step in (first, *rest):
                if not step.undone and not placed:
                    placed = True
                    yield here
                yield Line("step", one_line(said(step.title))[:_LONGEST], step)
        if not placed:
            yield here
        yield Line("beginning", self.tr("Before these steps"))

    def now(self) -> int:
        """The point where the reader is: the last step that is done, 0 for none."""
        return next((step.id for step in self.steps if not step.undone), 0)

    def steps_to(self, point: int) -> tuple[int, bool]:
        """How many steps lie between here and a point, and whether they are to be done again."""
        again = sum(step.undone and step.id <= point for step in self.steps)
        back = sum(not step.undone and step.id > point for step in self.steps)
        return (again, True) if again else (back, False)

    def find(self, point: int) -> QModelIndex:
        """The line of a step, or of what was before them (0); an invalid index when it is gone."""
        for row, line in enumerate(self.lines):
            if line.kind in ("step", "beginning") and line.point == point:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind in ("day", "here"):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.ToolTipRole if line.step:
                return f"<p>{html.escape(line.text)}</p>"
            case Qt.ItemDataRole.AccessibleTextRole if line.step:
                parts = (line.text, self.papers(line.step), moment(line.step.at))
                undone = self.tr("undone") if line.step.undone else ""
                return ", ".join(filter(None, (*parts, undone)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.text
        return None

    def papers(self, step: Step) -> str:
        """How many papers a step touched, in words; "" for none."""
        if not step.papers:
            return ""
        return self.tr("%Ln papers", "", step.papers)


class _HistoryRow(LineDelegate):
    """Draws the time, the title and how many papers; what is undone is struck through as well as grey."""

    def __init__(self, theme: Theme, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model
        height = QFontMetrics(theme.font()).height() + 12
        self._height = -(-height // GRID) * GRID
        self._time = QFontMetrics(theme.font("small")).horizontalAdvance("00:00 AM") + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        match line.kind:
            case "day":
                strong = self._theme.font("small", weight=QFont.Weight.DemiBold)
                self._write(painter, inside.adjusted(0, 4, 0, 0), line.text, strong, "faint")
            case "here":
                self._paint_here(painter, inside, line.text)
            case _:
                self._paint_ground(painter, option)
                self._paint_step(painter, inside, line)
        painter.restore()

    def _paint_here(self, painter: QPainter, place: QRect, text: str) -> None:
        font = self._theme.font("small", weight=QFont.Weight.DemiBold)
        y = place.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(QPointF(place.left() + 4, y), 4, 4)
        self._write(painter, place.adjusted(16, 0, 0, 0), text, font, "accent_text")
        left = place.left() + 16 + QFontMetrics(font).horizontalAdvance(text) + 8
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawLine(QPointF(left, y), QPointF(place.right() + 1, y))

    def _paint_step(self, painter: QPainter, place: QRect, line: Line) -> None:
        small, body = self._theme.font("small"), self._theme.font()
        if line.step is None:
            self._write(painter, place, line.text, body, "secondary")
            return
        at = clock(line.step.at)
        self._write(painter, QRect(place.left(), place.top(), self._time, place.height()), at, small, "faint")
        papers = self._model.papers(line.step)
        width = QFontMetrics(small).horizontalAdvance(papers) + 1
        right = QRect(place.right() + 1 - width, place.top(), width, place.height())
        self._write(painter, right, papers, small, "faint")
        body.setStrikeOut(line.step.undone)
        title = QRect(
            place.left() + self._time, place.top(), right.left() - 12 - place.left() - self._time, right.height()
        )
        self._write(painter, title, line.text, body, "faint" if line.step.undone else "text")


class _TouchedModel(QAbstractListModel):
    """The papers of a step, one a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.papers: list[Touched] = []
        self.more = 0

    def show(self, papers: list[Touched], more: int) -> None:
        self.beginResetModel()
        self.papers, self.more = papers, more
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.papers) + bool(self.more)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        words = self.words(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{html.escape(words)}</p>"
        return None

    def words(self, row: int) -> str:
        """What a line says."""
        if row == len(self.papers):
            return self.tr("and %Ln more", "", self.more)
        paper = self.papers[row]
        title = one_line(paper.title)[:_LONGEST]
        if not title:
            return self.tr("A paper that is not here now")
        if not paper.here:
            return self.tr("{} (not here now)").format(title)
        return self.tr("{} (in the trash)").format(title) if paper.trashed else title


class HistorySheet(Sheet):
    """The sheet of the history. Enter goes to the chosen step: what came after it is undone, or it is done again.

    Follows the library while it is open, also when another process changes it.
    """

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("History"))
        self.setAccessibleName(self.tr("History"))
        self._lanes = lanes
        self._job: Job | None = None
        self.model = HistoryModel(self)
        self._touched = _TouchedModel(self)
        self._make_head()
        self._make_lists()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        for keys, asked in (("Ctrl+Z", lanes.undo), ("Ctrl+Shift+Z", lanes.redo), ("Ctrl+Y", lanes.redo)):
            shortcut = QShortcut(QKeySequence(keys), self, asked)
            shortcut.setEnabled(not lanes.read_only)
        self.list.setFocus()
        self._ask()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("History"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self._close = self.close_button()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_lists(self) -> None:
        self.list = LineList()
        self.list.setAccessibleName(self.tr("Steps, newest first"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_HistoryRow(self._theme, self.model, self.list))
        self.papers = QListView()
        self.papers.setAccessibleName(self.tr("Papers of the step"))
        self.papers.setModel(self._touched)
        self.papers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.papers.setSpacing(2)
        for view, name in ((self.list, "candidates"), (self.papers, "reasons")):
            view.setObjectName(name)
            view.setUniformItemSizes(True)
            view.setMouseTracking(True)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._theme.changed.connect(view.viewport().update)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.doubleClicked.connect(lambda _: self.go())
        self.about = Label(wordWrap=True)
        self.about.setFont(self._theme.font("body", weight=QFont.Weight.DemiBold))
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._when = Label(wordWrap=True)
        self._when.setProperty("role", "secondary")
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.about)
        side.addWidget(self._when)
        side.addWidget(self.papers, 1)
        self._both = QWidget()
        both = QHBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.list, 3)
        both.addLayout(side, 2)
        self.body.addWidget(self._both, 1)
        self._nothing = Label(
            self.tr(
                "Nothing has been done yet. Every change you make will stand here, and can be taken back, after a"
                " restart too."
            ),
            wordWrap=True,
        )
        self._nothing.setProperty("role", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.body.addWidget(self._nothing, 1)

    def _make_foot(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        # Always room for two lines: a longer sentence must not push the chosen step out of sight.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._press)
        self.button.setToolTip(self.tr("Go there (Enter)"))
        self._hints = KeyHints(self._theme, self)
        undo = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        self._hints.set_hints([("↑ ↓", self.tr("choose")), ("Enter", self.tr("go there")), (undo, self.tr("undo one"))])
        self._hints.setFixedSize(self._hints.fit(400), self._theme.high(24, "small"))
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self._hints)
        foot.addWidget(self.button)
        self._foot = QWidget()
        foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setLayout(foot)
        self.body.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= _HINTS_FROM)

    # What is shown

    def _library_changed(self, changes: Changes) -> None:
        self._ask()

    def _ask(self) -> None:
        self._lanes.ask("history", history.steps, self._show)

    def _show(self, steps: list[Step]) -> None:
        before, current = self.model.now(), self.list.currentIndex()
        chosen = self.model.lines[current.row()].point if current.isValid() else before
        self.model.show(steps)
        # Whoever stood where the library was goes along with it; else what was chosen stays so.
        index = self.model.find(self.model.now() if chosen == before or not current.isValid() else chosen)
        if not index.isValid():
            index = self.model.find(self.model.now())
        self._both.setVisible(bool(steps))
        self._foot.setVisible(bool(steps))
        self._nothing.setHidden(bool(steps))
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        self._describe()

    def _choose(self, _index: Index) -> None:
        self._describe()

    def _point(self) -> int | None:
        index = self.list.currentIndex()
        return self.model.lines[index.row()].point if index.isValid() else None

    def _describe(self) -> None:
        point = self._point()
        if point is None:
            return
        line = self.model.lines[self.list.currentIndex().row()]
        self.about.setText(line.text)
        if line.step is None:
            self._when.setText(self.tr("What was before the oldest step that is kept."))
        else:
            self._when.setText(" · ".join(filter(None, (moment(line.step.at), self.model.papers(line.step)))))
        self._look_up(line.step)
        if self._job is not None:
            return
        number, again = self.model.steps_to(point)
        self.button.setText(self.tr("Redo to here") if again else self.tr("Undo to here"))
        self.button.setEnabled(bool(number) and not self._lanes.read_only)
        self._say(
            said(self._lanes.library.notice)
            if self._lanes.read_only
            else self.tr("This is where you are.")
            if not number
            else self.tr("Does %Ln steps again, up to this one.", "", number)
            if again
            else self.tr("Takes back %Ln steps, to be done again as long as you do nothing else.", "", number)
        )

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(words)

    def _look_up(self, step: Step | None) -> None:
        def question(connection: Connection) -> tuple[list[Touched], int]:
            found = history.touched(connection, step.id, _SHOWN) if step is not None and step.papers else []
            return found, max(step.papers - len(found), 0) if step is not None else 0

        self._lanes.ask("history papers", question, self._show_touched)

    def _show_touched(self, answer: tuple[list[Touched], int]) -> None:
        self._touched.show(*answer)

    # Going there

    def _press(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.button.setEnabled(False)
        else:
            self.go()

    def go(self) -> None:
        """Makes the chosen step the last one that is done."""
        point = self._point()
        if point is None or self._job is not None or self._lanes.read_only:
            return
        number, again = self.model.steps_to(point)
        if not number:
            return
        title = self.tr("Doing %Ln steps again", "", number) if again else self.tr("Undoing %Ln steps", "", number)
        self._job = go_to(self._lanes, point, undone=again, title=title)
        self._job.progressed.connect(self._progress)
        self._job.ended.connect(self._ended)
        self.button.setText(self.tr("Stop"))
        self._say(f"{self._job.title}…")

    @Slot(object, object, str)
    def _progress(self, done: float, total: float, words: str) -> None:
        if self._job is not None:
            self._say(f"{self._job.title}: {said(words)}")

    @Slot(str)
    def _ended(self, words: str) -> None:
        self._job = None
        self._describe()

    def _complain(self, words: str) -> None:
        self._say(said(words), "danger")
