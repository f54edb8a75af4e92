"""The table of highlights: a row for each paper, a column for each meaning; to be read, gone to, and exported."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from readerapp.formats import highlight_table
from readerapp.formats.highlight_table import TableForm
from readerapp.jobs.lanes import Lanes
from readerapp.library import highlights, saved, tags
from readerapp.library.connect import Connection
from readerapp.library.language import Query, both, parse, quoted
from readerapp.library.search import ids
from readerapp.operations import exporting
from readerapp.records import Changes, HighlightedPaper, HighlightRecord, MeaningRecord
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WANTED = QSize(1360, 760)
# Rows are measured as they are shown, so many at a time.
_AT_A_TIME = 100
# Of a quote or comment so much is shown in a cell, and of a cell so many highlights.
_SHOWN = 400
_MOST_IN_CELL = 12
_LEAST_COLUMN = 144
_PADDING = 8
_MOST_TAGS = 500


@dataclass(frozen=True, slots=True)
class _Found:
    """The papers of a query that have highlights, and what the colours mean."""

    papers: list[HighlightedPaper]
    meanings: list[MeaningRecord]


class HighlightsSheet(Sheet):
    """The sheet of the table. `paper_chosen` carries a paper and one of its highlights, when the sheet is closed.

    `listed` is the query of the list shown and `title` its name; `project` the tag that alone it is of, "" for none.
    """

    paper_chosen = Signal(int, int)

    def __init__(
        self, lanes: Lanes, theme: Theme, listed: Query, title: str, project: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Table of highlights"))
        self.setAccessibleName(self.tr("Table of highlights"))
        self._lanes = lanes
        self._queries: list[tuple[str, Query]] = [
            (self.tr("The list shown: {}").format(one_line(title)[:60]), listed),
            (self.tr("All papers"), parse("")),
        ]
        self.model = TableModel(self)
        self._make_head()
        self._make_table()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        self.table.setFocus()
        self._ask_tags(project)
        self._ask()

    def _make_head(self) -> None:
        title = Label(self.tr("Table of highlights"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self.scope = Choice(self._theme)
        self.scope.setAccessibleName(self.tr("Of which papers"))
        self.scope.addItems([name for name, _ in self._queries])
        self.scope.setMaximumWidth(360)
        self.scope.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scope.currentIndexChanged.connect(self._ask)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self.scope, 1)
        head.addStretch(1)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_table(self) -> None:
        self.table = HighlightTable(self.model, self._theme, self)
        self.table.chosen.connect(self._choose)
        self._nothing = Label(wordWrap=True)
        self._nothing.setProperty("role", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._nothing, 1)

    def _make_foot(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setProperty("role", "secondary")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.export = QPushButton(self.tr("Export…"))
        self.export.setAutoDefault(False)
        menu = QMenu(self.export)
        for form in highlight_table.FORMS:
            menu.addAction(said(form.label), partial(self._ask_for_file, form))
        self.export.setMenu(menu)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.export)
        self.body.addLayout(foot)

    # What is shown

    def _ask_tags(self, project: str) -> None:
        """Offers every tag whose papers are a project that the table can be of."""

        def question(connection: Connection) -> list[str]:
            return [tag.name for tag in tags.all_tags(connection)]

        def take(names: list[str]) -> None:
            chosen = [name for name in names if name != project][:_MOST_TAGS]
            for name in ([project] if project else []) + chosen:
                self._queries.append((one_line(name), parse(f"tag:{quoted(name)}")))
                self.scope.addItem(one_line(name))

        self._lanes.ask("projects of the table", question, take)

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"highlight", "meaning", "paper", "paper_tag"}:
            self._ask()

    def _ask(self) -> None:
        _, query = self._queries[self.scope.currentIndex()]
        wanted = both(query, parse("has:highlight"))
        wanted = replace(wanted, sort=query.sort)

        def question(connection: Connection) -> _Found:
            return _Found(highlights.table(connection, ids(connection, wanted)), saved.meanings(connection))

        self._lanes.ask("table of highlights", question, self._show)

    def _show(self, found: _Found) -> None:
        self.model.show(found.papers, found.meanings)
        self.table.fit()
        marks = sum(len(paper.highlights) for paper in found.papers)
        self.table.setVisible(bool(marks))
        self._nothing.setHidden(bool(marks))
        self._nothing.setText(
            self.tr("Nothing is highlighted in these papers. Select words of an abstract and press H.")
        )
        self.export.setEnabled(bool(marks))
        if marks:
            of = self.tr("%Ln papers", "", len(found.papers))
            self._say(self.tr("{} in {}").format(self.tr("%Ln highlights", "", marks), of))
            self.table.setCurrentIndex(self.model.index(0, 0))
            if not self.scope.hasFocus():
                self.table.setFocus()
        else:
            self._say("")

    def _choose(self, index: Index) -> None:
        paper = self.model.papers[index.row()]
        marks = self.model.marks(index) or paper.highlights
        self.accept()
        self.paper_chosen.emit(paper.id, marks[0].id or 0)

    # Export

    def _ask_for_file(self, form: TableForm) -> None:
        title, _ = self._queries[self.scope.currentIndex()]
        name = re.sub(r"[^\w-]+", "-", title.rpartition(": ")[2]).strip("-").lower() or "papers"
        path, _ = FileDialog.getSaveFileName(
            self, self.tr("Export the table"), f"highlights-{name}{form.suffix}", f"{said(form.label)} (*{form.suffix})"
        )
        if path:
            self.write(form, Path(path) if Path(path).suffix else Path(path).with_suffix(form.suffix))

    def write(self, form: TableForm, target: Path) -> None:
        """Writes the table as it is shown to a file."""
        chosen, library = [paper.id for paper in self.model.papers], self._lanes.library
        title, _ = self._queries[self.scope.currentIndex()]
        words = self.tr("Highlights in {}").format(title.rpartition(": ")[2])

        def work() -> int:
            connection = library.reader()
            try:
                return exporting.write_highlights(connection, chosen, form, words, target)
            finally:
                connection.close()

        self._lanes.work(work, lambda _: self._say(self.tr("Exported to {}").format(target)))

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(one_line(words))

    def _complain(self, words: str) -> None:
        self._say(said(words), "danger")


class TableModel(QAbstractTableModel):
    """Papers by meanings. Rows come as they are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.papers: list[HighlightedPaper] = []
        self.meanings: list[str] = []
        self.colours: dict[str, str] = {}
        self._shown = 0

    def show(self, papers: list[HighlightedPaper], meanings: list[MeaningRecord]) -> None:
        """Takes over another table."""
        self.beginResetModel()
        self.papers = papers
        self.meanings = highlight_table.columns(papers, meanings)
        self.colours = {meaning.name: meaning.colour for meaning in meanings}
        self._shown = min(len(papers), _AT_A_TIME)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self.meanings)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self.papers)

    def fetchMore(self, parent: Index) -> None:
        following = min(self._shown + _AT_A_TIME, len(self.papers))
        self.beginInsertRows(_ROOT, self._shown, following - 1)
        self._shown = following
        self.endInsertRows()

    def marks(self, index: Index) -> list[HighlightRecord]:
        """The highlights of a cell; none for the column of papers."""
        if not index.isValid() or index.column() == 0:
            return []
        return highlight_table.cell(self.papers[index.row()], self.meanings[index.column() - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        paper = self.papers[index.row()]
        if index.column() == 0:
            return one_line(paper.title)
        said = (f"“{one_line(readable(mark.quote))}” {one_line(mark.comment)}".strip() for mark in self.marks(index))
        return "\n".join(said)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Paper")
        return one_line(self.meanings[section - 1]) or self.tr("No meaning")


class HighlightTable(QTableView):
    """The table; `chosen` says that a cell was double-clicked, or Enter pressed on it."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: TableModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = model
        self.setObjectName("highlightTable")
        self.setAccessibleName(self.tr("Papers by meanings"))
        self.setModel(model)
        self._cells = _CellDelegate(model, theme, self)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(QFontMetrics(theme.font()).height() + 16)
        model.rowsInserted.connect(self._measure)
        theme.changed.connect(self.viewport().update)

    def fit(self) -> None:
        """Gives the columns their widths and the rows their heights."""
        columns = self._table.columnCount()
        room = self.viewport().width()
        first = min(max(room // 4, _LEAST_COLUMN), 280)
        rest = max((room - first) // max(columns - 1, 1), _LEAST_COLUMN)
        for column in range(columns):
            self.setColumnWidth(column, rest if column else first)
        self._measure(_ROOT, 0, self._table.rowCount() - 1)

    def _measure(self, parent: Index, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self.setRowHeight(row, self._cells.height(row, self.columnWidth))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.chosen.emit(index)


class _CellDelegate(QStyledItemDelegate):
    """Draws a paper, or the highlights of a cell below each other, each with a bar in the colour of its meaning."""

    def __init__(self, model: TableModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def height(self, row: int, width: object) -> int:
        """How high a row is, where `width(column)` is that of a column."""
        heights = [
            self._draw(None, QRectF(0, 0, width(column), 0), self._model.index(row, column))  # type: ignore[operator]
            for column in range(self._model.columnCount())
        ]
        return round(max(heights))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(option.rect, self._theme.colour("selection" if active else "inactive_selection"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 1))
            painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        self._draw(painter, place, index)
        painter.restore()

    def _draw(self, painter: QPainter | None, place: QRectF, index: Index) -> float:
        """Draws a cell where there is a painter; returns how high it is."""
        paper = self._model.papers[index.row()]
        inside = place.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        y = inside.top()
        if index.column() == 0:
            strong, small = self._theme.font(weight=QFont.Weight.DemiBold), self._theme.font("small")
            y = self._write(painter, inside, y, one_line(paper.title), strong, "text")
            about = one_line(highlight_table.origin(paper))
            if about:
                y = self._write(painter, inside, y + 2, about, small, "secondary")
            return y + _PADDING - place.top()
        italic = self._theme.font()
        italic.setItalic(True)
        marks = self._model.marks(index)
        colour = self._theme.dot(self._model.colours.get(self._model.meanings[index.column() - 1], "grey"))
        text = inside.adjusted(12, 0, 0, 0)
        for number, mark in enumerate(marks[:_MOST_IN_CELL]):
            y += 12 if number else 0
            top = y
            y = self._write(painter, text, y, f"“{_short(readable(mark.quote))}”", italic, "secondary")
            if mark.comment:
                y = self._write(painter, text, y + 4, _short(mark.comment), self._theme.font(), "text")
            if painter is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(inside.left(), top, 4, y - top), 2, 2)
        if len(marks) > _MOST_IN_CELL:
            more = self.tr("and %Ln more", "", len(marks) - _MOST_IN_CELL)
            y = self._write(painter, text, y + 8, more, self._theme.font("small"), "faint")
        return y + _PADDING - place.top()

    def _write(self, painter: QPainter | None, place: QRectF, y: float, text: str, font: QFont, token: str) -> float:
        """Writes a text on as many lines as it takes; returns where it ends."""
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        flags |= Qt.TextFlag.TextWrapAnywhere if any(len(word) > 24 for word in text.split()) else 0
        room = QRectF(place.left(), y, max(place.width(), 20), 100_000)
        if painter is not None:
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            painter.drawText(room, flags, text)
        return y + QFontMetrics(font).boundingRect(room.toRect(), flags, text).height()


def _short(text: str) -> str:
    shown = one_line(text[: 2 * _SHOWN])
    return shown if len(shown) <= _SHOWN and len(text) <= 2 * _SHOWN else f"{shown[:_SHOWN]}…"
