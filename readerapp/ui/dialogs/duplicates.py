"""Duplicates: groups of papers that may be one, found in the background. Each is looked at side by side and merged,
kept apart, or left for later."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from readerapp.errors import Cancelled
from readerapp.jobs.lanes import Lanes, Verb
from readerapp.jobs.progress import Job
from readerapp.library import duplicates, history
from readerapp.library.duplicates import Group, Reason, Sureness
from readerapp.operations import merging
from readerapp.records import Changes, Status
from readerapp.ui.dialogs.comparison import Compared, Comparison, compare
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.buttons import HintButton
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WANTED = QSize(1080, 720)
_LIST = 264
# In a sheet narrower than this the list gives some of its room to the papers, in pixels.
_ROOMY = 900
# In one narrower than this it has no room: the keys go from group to group all the same.
_LEAST = 640
_PADDING = 8
_LONGEST = 300


class GroupModel(QAbstractListModel):
    """The groups that wait to be looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show(self, groups: list[Group]) -> None:
        """Lists other groups. Where some have gone and no more, the rest stay what they are to the view."""
        gone = set(self.groups) - set(groups)
        if [group for group in self.groups if group not in gone] == groups:
            for row in reversed([row for row, group in enumerate(self.groups) if group in gone]):
                self.beginRemoveRows(_ROOT, row, row)
                del self.groups[row]
                self.endRemoveRows()
        else:
            self.beginResetModel()
            self.groups = list(groups)
            self.endResetModel()

    def words(self, row: int) -> str:
        """How many papers a group has, and why they may be one."""
        group = self.groups[row]
        reasons = {
            Reason.TITLE: self.tr("same title"),
            Reason.EDITION: self.tr("same title, another edition"),
            Reason.ABSTRACT: self.tr("nearly the same abstract"),
            Reason.LINK: self.tr("same identifier or link"),
            Reason.WORDING: self.tr("nearly the same title"),
        }
        why = ", ".join(reasons[reason] for reason in group.reasons)
        return self.tr("{number}: {why}").format(number=grouped(len(group.papers)), why=why)

    def sureness(self, row: int) -> str:
        """How sure that is, in a word."""
        return {
            Sureness.SURE: self.tr("sure"),
            Sureness.LIKELY: self.tr("likely"),
            Sureness.POSSIBLE: self.tr("possible"),
        }[self.groups[row].sureness]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not index.isValid() or row >= len(self.groups):
            return None
        title = one_line(self.groups[row].title[: 2 * _LONGEST])[:_LONGEST]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{html.escape(title)}</p><p>{html.escape(self.words(row))}</p>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}; {self.words(row)}; {self.sureness(row)}"
        return None


class _GroupDelegate(QStyledItemDelegate):
    """Draws a group: its title, how many and how sure, and why."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font("body", weight=QFont.Weight.DemiBold), self._theme.font("small")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title, small = self._fonts()
        return QSize(160, 2 * _PADDING + QFontMetrics(title).height() + 4 + QFontMetrics(small).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GroupModel):
            return
        colour = self._theme.colour
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(area, colour("selection" if active else "inactive_selection"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(area.left(), area.bottom() + 0.5), QPointF(area.right() + 1, area.bottom() + 0.5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -2), 4, 4)
        title, small = self._fonts()
        inside = area.adjusted(_PADDING + 4, _PADDING, -_PADDING - 4, -_PADDING)
        top = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(title).height())
        self._text(painter, top, str(index.data()), title, "text")
        bottom = QRect(inside.left(), top.bottom() + 5, inside.width(), QFontMetrics(small).height())
        sure = model.sureness(index.row())
        width = QFontMetrics(small).horizontalAdvance(sure)
        place = QRect(bottom.right() - width, bottom.top(), width + 1, bottom.height())
        is_sure = model.groups[index.row()].sureness is Sureness.SURE
        self._text(painter, place, sure, small, "accent_text" if is_sure else "faint")
        self._text(painter, bottom.adjusted(0, 0, -width - 8, 0), model.words(index.row()), small, "secondary")
        painter.restore()

    def _text(self, painter: QPainter, place: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, elided)


class DuplicatesSheet(Sheet):
    """The sheet for papers that are one. `open_all` shows it and looks through the library; `open_papers` shows it
    with papers the reader selected."""

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self._lanes = lanes
        self._job: Job | None = None
        self._groups: list[Group] = []
        self._selected: Group | None = None
        self._compared: Compared | None = None
        self._busy = False
        self._by_hand = False
        # The steps made here, which can be taken back here.
        self._steps: list[int] = []
        self._make_head()
        self._make_middle()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._failed)
        shortcuts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("N", self._keep_apart),
            ("Right", partial(self._go, 1)),
            ("J", partial(self._go, 1)),
            ("Left", partial(self._go, -1)),
            ("K", partial(self._go, -1)),
            ("Ctrl+Z", self._undo_last),
            *((str(number), partial(self._comparison.take_all, number - 1)) for number in range(1, 10)),
        )
        for keys, do in shortcuts:
            QShortcut(QKeySequence(keys), self, do)

    # Building

    def _make_head(self) -> None:
        self._title = Label()
        self._title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self._told = Label()
        self._told.setObjectName("told")
        self._told.setProperty("role", "secondary")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Looking for duplicates"))
        self._again = QPushButton()
        self._again.setObjectName("again")
        self._again.setProperty("flat", True)
        self._again.clicked.connect(self._stop_or_look)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self._title, self._told, self._bar):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self._again)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_middle(self) -> None:
        self._model = GroupModel(self)
        self._list = QListView(uniformItemSizes=True)
        self._list.setObjectName("groups")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_GroupDelegate(self._theme, self._list))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Groups of papers that may be one"))
        self._list.selectionModel().currentChanged.connect(self._select)
        self._comparison = Comparison(self._theme)
        self._comparison.included_changed.connect(self._ask)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("comparison")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("The papers side by side"))
        self._scroll.setWidget(self._comparison)
        self._nothing = Label(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setObjectName("nothing")
        self._nothing.setProperty("role", "secondary")
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._list)
        middle.addWidget(self._scroll, 1)
        middle.addWidget(self._nothing, 1)
        self.body.addLayout(middle, 1)

    def _make_foot(self) -> None:
        self._stays = Label(wordWrap=True)
        self._stays.setObjectName("stays")
        self._stays.setProperty("role", "secondary")
        self._undo = HintButton(self._theme, self.tr("Undo"), "Ctrl+Z")
        self._undo.clicked.connect(self._undo_last)
        self._skip = HintButton(self._theme, self.tr("Skip"), "→")
        self._skip.clicked.connect(partial(self._go, 1))
        self._apart = HintButton(self._theme, self.tr("Not the same"), "N")
        self._apart.clicked.connect(self._keep_apart)
        self._merge = QPushButton()
        self._merge.setObjectName("merge")
        self._merge.setProperty("primary", True)
        self._merge.setDefault(True)
        self._merge.setToolTip(self.tr("Make one paper of them (Enter)"))
        self._merge.clicked.connect(self._merge_them)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._stays, 1)
        for button in (self._undo, self._skip, self._apart, self._merge):
            foot.addWidget(button)
        self.body.addLayout(foot)

    def _place(self) -> None:
        super()._place()
        self._list.setFixedWidth(_LIST if self.width() >= _ROOMY else _LIST - 56)
        self._tell()

    # Ways in

    def open_all(self) -> None:
        """Shows the sheet and looks for duplicates in the whole library."""
        self._call(self.tr("Duplicates"))
        self.open()
        self._list.setFocus()
        self._begin()

    def open_papers(self, ids: Sequence[int]) -> None:
        """Shows the sheet with these papers, two at least; it closes when they are merged."""
        self._call(self.tr("Merge papers"))
        self._by_hand = True
        for widget in (self._list, self._told, self._bar, self._again, self._undo, self._skip, self._apart):
            widget.hide()
        self.open()
        self._scroll.setFocus()
        self._selected = Group(tuple(sorted(ids)), "", (), Sureness.SURE)
        self._ask()
        self._tell()

    def _call(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)

    # Looking

    def _begin(self) -> None:
        job = self._job = Job(self.tr("Look for duplicates"), self._lanes)
        job.progressed.connect(self._show_progress)
        self._bar.setRange(0, 0)
        library = self._lanes.library

        def work() -> tuple[Job, list[Group] | None]:
            reader = library.reader()
            try:
                return job, duplicates.find(reader, job)
            except Cancelled:
                return job, None
            finally:
                reader.close()

        self._lanes.work(work, self._found)
        self._tell()

    def _show_progress(self, done: int, total: int, _words: str) -> None:
        if self._job is not None and total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _found(self, outcome: tuple[Job, list[Group] | None]) -> None:
        job, groups = outcome
        job.deleteLater()
        if job is not self._job:
            return
        self._job = None
        if groups is not None:
            self._groups = groups
            self._list_groups([True] * len(groups))
        self._tell()

    def _stop_or_look(self) -> None:
        if self._job is not None:
            self._stop()
            self._tell()
        else:
            self._begin()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _library_changed(self, changes: Changes) -> None:
        """Whoever changed something: what no longer waits leaves the list, and what waits again comes back."""
        if self._by_hand:
            return
        groups = self._groups
        self._lanes.ask(
            "duplicates that wait", lambda connection: duplicates.standing(connection, groups), self._list_groups
        )

    def _list_groups(self, waiting: list[bool]) -> None:
        if len(waiting) != len(self._groups):
            return
        shown = [group for group, waits in zip(self._groups, waiting, strict=True) if waits]
        back = [group for group in shown if group not in self._model.groups]
        row = self._list.currentIndex().row()
        first = not self._model.groups
        self._model.show(shown)
        if back and not first:
            row = shown.index(back[0])
        if shown:
            self._list.setCurrentIndex(self._model.index(max(0, min(row, len(shown) - 1))))
        self._select()
        self._tell()
        if first:
            self._list.setFocus()

    # Side by side

    def _select(self, *_: object) -> None:
        row = self._list.currentIndex().row()
        group = self._model.groups[row] if 0 <= row < len(self._model.groups) else None
        if group != self._selected:
            self._selected = group
            self._show_papers(None)
            self._scroll.verticalScrollBar().setValue(0)
            self._ask()
        self._tell()

    def _ask(self) -> None:
        """Has the papers of the group looked at; what is chosen begins with what merging takes by itself."""
        group = self._selected
        if group is None:
            return
        shown = self._comparison.included if self._compared is not None else []
        included = shown or group.papers
        self._lanes.ask(
            "papers side by side",
            lambda connection: (group, compare(connection, group.papers, included)),
            self._compare,
        )

    def _compare(self, answer: tuple[Group, Compared | None]) -> None:
        group, compared = answer
        if group == self._selected:
            self._show_papers(compared)
            self._tell()

    def _show_papers(self, compared: Compared | None) -> None:
        self._compared = compared
        self._comparison.show_papers(compared)

    def _go(self, offset: int) -> None:
        row = self._list.currentIndex().row() + offset
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row))

    # What is done

    def _merge_them(self) -> None:
        compared = self._compared
        if compared is None or not self._merge.isEnabled():
            return
        keep, *others = compared.included
        self._do(merging.merge, keep, others, self._comparison.choices)

    def _keep_apart(self) -> None:
        if self._selected is not None and self._apart.isVisible() and self._apart.isEnabled():
            self._do(merging.keep_apart, self._selected.papers)

    def _do(self, verb: Verb, *args: object) -> None:
        self._busy = True
        self._tell()
        self._lanes.do(verb, *args, then=self._done)

    def _done(self, changes: Changes | None) -> None:
        self._busy = False
        if self._by_hand:
            self.accept()
            return
        latest = history.next_undo(self._lanes.reader)
        if changes is not None and latest is not None:
            self._steps.append(latest.id)
        self._tell()

    def _undo_last(self) -> None:
        """Takes back what was done here last, unless something else was done since."""
        latest = history.next_undo(self._lanes.reader)
        if self._busy or not self._steps or latest is None:
            return
        if latest.id == self._steps.pop():
            self._lanes.undo()
        self._tell()

    def _failed(self, words: str) -> None:
        self._busy = False
        self._stop()
        self._tell()
        self._stays.setText(said(words))

    # Telling

    def _tell(self) -> None:
        looking, count = self._job is not None, self._model.rowCount()
        self._bar.setVisible(looking and not self._by_hand)
        self._again.setText(self.tr("Stop") if looking else self.tr("Look again"))
        if looking:
            self._told.setText(self.tr("Looking through the library"))
        else:
            self._told.setText(self.tr("%Ln groups", "", count) if count else "")
        self._nothing.setText(
            self.tr("Looking for papers that are one…")
            if looking
            else self.tr("No papers left that look like one.")
            if self._groups
            else self.tr("No papers look like one.")
        )
        shown = self._selected is not None
        self._scroll.setVisible(shown)
        self._nothing.setVisible(not shown)
        if not self._by_hand:
            self._list.setVisible(shown and self.width() >= _LEAST)
            for widget in (self._skip, self._apart):
                widget.setVisible(shown)
        self._merge.setVisible(shown)
        writable = not self._lanes.read_only and not self._busy and self._compared is not None
        merging = len(self._compared.included) if self._compared else 2
        words = self.tr("Merge %Ln papers", "", merging)
        self._merge.setText(f"{words}  ↵")
        self._merge.setAccessibleName(words)
        self._merge.setEnabled(writable)
        self._apart.setEnabled(writable)
        self._skip.setEnabled(self._list.currentIndex().row() + 1 < count)
        self._undo.setVisible(bool(self._steps))
        self._stays.setText(self._summary() if self._compared else "")

    def _summary(self) -> str:
        """What the merged paper will have of all of them."""
        if self._compared is None:
            return ""
        merged = self._compared.merged
        words = {
            Status.UNREAD: self.tr("unread"),
            Status.READING: self.tr("reading"),
            Status.READ: self.tr("read"),
            Status.DROPPED: self.tr("dropped"),
        }
        parts = [
            words[merged.status or Status.UNREAD],
            self.tr("starred") if merged.starred else "",
            self.tr("rated {number} of 5").format(number=merged.rating) if merged.rating else "",
            self.tr("%Ln tags", "", len(merged.tags)) if merged.tags else "",
            self.tr("a note") if merged.note else "",
            self.tr("%Ln highlights", "", len(merged.highlights)) if merged.highlights else "",
            self.tr("%Ln identifiers", "", len(merged.identifiers)) if merged.identifiers else "",
            self.tr("%Ln links", "", len(merged.links)) if merged.links else "",
        ]
        return self.tr("Becomes one paper: {what}. Undo brings all of them back.").format(
            what=", ".join(filter(None, parts))
        )

    # Ending

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Close:
            self._stop()
        return super().eventFilter(watched, event)
