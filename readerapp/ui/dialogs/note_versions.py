"""Earlier versions of a note: a list by date, what has become of each, and a way back to it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readerapp.formats.differences import Line, differences
from readerapp.jobs.lanes import Lanes
from readerapp.library import note_versions, papers
from readerapp.library.connect import Connection
from readerapp.library.note_versions import NoteVersion
from readerapp.operations import reading
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.panels.status_bar import KeyHints
from readerapp.ui.parts.difference_view import DifferenceView
from readerapp.ui.parts.display import clock, moment, one_line, readable, weekday
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.tabs import TextTabs
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WANTED = QSize(960, 660)
# In a narrower sheet the sentence needs the room of the keys, in pixels.
_HINTS_FROM = 760
_SINCE, _THEN, _TEXT = range(3)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What is shown of a version, and how many lines went and came."""

    lines: list[Line]
    out: int
    in_: int


class VersionsModel(QAbstractListModel):
    """The versions, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.versions: list[NoteVersion] = []

    def show(self, versions: list[NoteVersion]) -> None:
        """Takes over the versions."""
        self.beginResetModel()
        self.versions = versions
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.versions)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        version = self.versions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{moment(version.at)}, {self.length(version)}"
        return None

    def length(self, version: NoteVersion) -> str:
        """How long a version is, in words."""
        return self.tr("%Ln lines", "", version.lines)


class _VersionRow(QStyledItemDelegate):
    """Draws the day, and below it the time and how long the version is."""

    def __init__(self, theme: Theme, model: VersionsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(self._theme.font()).height() + QFontMetrics(self._theme.font("small")).height()
        return QSize(160, -(-(lines + 16) // 4) * 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        version = self._model.versions[index.row()]
        colour = self._theme.colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(option.rect).adjusted(4, 1, -4, -1)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = "selection" if state & QStyle.StateFlag.State_Active else "inactive_selection"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(chosen if state & QStyle.StateFlag.State_Selected else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inside: QRect = option.rect.adjusted(12, 8, -12, -8)
        body, small = self._theme.font(), self._theme.font("small")
        below = f"{clock(version.at)} · {self._model.length(version)}"
        for text, font, token, place in (
            (weekday(version.at.astimezone().date()), body, "text", Qt.AlignmentFlag.AlignTop),
            (below, small, "secondary", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(colour(token))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, int(place | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()


class NoteVersionsSheet(Sheet):
    """The sheet of a note's versions. Enter puts the chosen one back, as one step.

    Follows the library while it is open.
    """

    def __init__(self, lanes: Lanes, theme: Theme, paper: int, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Earlier versions of the note"))
        self.setAccessibleName(self.tr("Earlier versions of the note"))
        self._lanes, self._paper = lanes, paper
        self._comparison: _Comparison | None = None
        self.model = VersionsModel(self)
        self._make_head()
        self._make_lists()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        for keys, asked in (("Ctrl+Z", lanes.undo), ("Ctrl+Shift+Z", lanes.redo), ("Ctrl+Y", lanes.redo)):
            QShortcut(QKeySequence(keys), self, asked).setEnabled(not lanes.read_only)
        self.list.setFocus()
        self._ask()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Earlier versions of the note"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        record = papers.record(self._lanes.reader, self._paper)
        of = Label(one_line(readable(record.title)) if record else "")
        of.setProperty("role", "secondary")
        of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button())
        self.body.addLayout(head)
        self.body.addWidget(of)

    def _make_lists(self) -> None:
        self.list = QListView()
        self.list.setObjectName("candidates")
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_VersionRow(self._theme, self.model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.doubleClicked.connect(lambda _: self.put_back())
        self._theme.changed.connect(self.list.viewport().update)
        self.tabs = TextTabs(self._theme)
        self.tabs.setAccessibleName(self.tr("What is shown of the version"))
        for text, tip in (
            (self.tr("Changed since"), self.tr("What has become of this version till now")),
            (self.tr("Changed then"), self.tr("What was new in this version, against the one before")),
            (self.tr("Text"), self.tr("The version itself")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(text), html.escape(tip))
        self.tabs.currentChanged.connect(self._look)
        self.view = DifferenceView(self._theme)
        self.view.setAccessibleName(self.tr("The version, line by line"))
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.tabs)
        side.addWidget(self.view, 1)
        self._both = QWidget()
        both = QHBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.list, 2)
        both.addLayout(side, 5)
        self.body.addWidget(self._both, 1)
        self._nothing = Label(
            self.tr(
                "There is no earlier version of this note. One is kept when you go on with a note after ten minutes or"
                " more, and when something other than your typing changes it."
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
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.button = QPushButton(self.tr("Put back this version"))
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.setToolTip(self.tr("Make it the note again; what the note is now is kept (Enter)"))
        self.button.clicked.connect(self.put_back)
        self.button.setEnabled(False)
        self._hints = KeyHints(self._theme, self)
        self._hints.set_hints([("↑ ↓", self.tr("choose")), ("Enter", self.tr("put back"))])
        self._hints.setFixedSize(self._hints.fit(400), self._theme.high(24, "small"))
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(16)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self._hints)
        foot.addWidget(self.button)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self.body.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= _HINTS_FROM)

    # What is shown

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"note", "note_version"}:
            self._ask()

    def _ask(self) -> None:
        paper = self._paper
        self._lanes.ask("note versions", lambda connection: note_versions.versions(connection, paper), self._show)

    def _show(self, versions: list[NoteVersion]) -> None:
        chosen = self._chosen()
        self.model.show(versions)
        rows = {version.id: row for row, version in enumerate(versions)}
        row = rows.get(chosen.id, 0) if chosen else 0
        self._both.setVisible(bool(versions))
        self._foot.setVisible(bool(versions))
        self._nothing.setHidden(bool(versions))
        if versions:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
            self._look()

    def _chosen(self) -> NoteVersion | None:
        index = self.list.currentIndex()
        return self.model.versions[index.row()] if index.isValid() else None

    def _look(self, *_: object) -> None:
        chosen, how, paper = self._chosen(), self.tabs.currentIndex(), self._paper
        if chosen is None:
            return
        before = dict(pairwise([version.id for version in self.model.versions])).get(chosen.id)

        def question(connection: Connection) -> _Comparison:
            text = note_versions.text(connection, chosen.id)[1]
            if how == _SINCE:
                lines = differences(text, papers.note(connection, paper))
            elif how == _THEN:
                lines = differences(note_versions.text(connection, before)[1] if before else "", text)
            else:
                lines = differences(text, text)
            kinds = [line.kind for line in lines]
            return _Comparison(lines, kinds.count("out"), kinds.count("in"))

        self._lanes.ask("note version", question, self._compare)

    def _compare(self, comparison: _Comparison) -> None:
        self._comparison = comparison
        self.view.show_lines(comparison.lines)
        how, chosen = self.tabs.currentIndex(), self._chosen()
        same = how == _SINCE and not comparison.out and not comparison.in_
        self.button.setEnabled(chosen is not None and not same and not self._lanes.read_only)
        parts = []
        if comparison.in_:
            parts.append(self.tr("+ %Ln lines", "", comparison.in_))
        if comparison.out:
            parts.append(self.tr("\u2212 %Ln lines", "", comparison.out))
        counted = ", ".join(parts)
        if self._lanes.read_only:
            self._say(said(self._lanes.library.notice))
        elif same:
            self._say(self.tr("This is what the note is now."))
        elif how == _SINCE:
            self._say(self.tr("What has changed since this version: {}").format(counted))
        elif how == _THEN:
            self._say(self.tr("What was new in this version: {}").format(counted or self.tr("nothing")))
        else:
            self._say(self.tr("The note as it was on {}").format(moment(chosen.at)) if chosen else "")

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(words)

    def _complain(self, words: str) -> None:
        self._say(said(words), "danger")

    # Putting one back

    def put_back(self) -> None:
        """Makes the chosen version the note again, and leaves the sheet when that is done."""
        chosen = self._chosen()
        if chosen is not None and self.button.isEnabled():
            self.button.setEnabled(False)
            self._lanes.do(reading.put_back_note, chosen.id, then=lambda _: self.accept())
