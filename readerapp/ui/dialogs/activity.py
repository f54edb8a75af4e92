"""Reading activity: what came in, was read and was dropped by week, how many papers wait, and how long they waited.

Pictures of what the history says, and nothing that counts points.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDate, QLocale, QPointF, QRect, QRectF, QSaveFile, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QResizeEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.library.activity import DAYS, Activity, Week, activity, all_weeks
from readerapp.library.connect import Connection
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.chart import Chart, Picture, draw
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import grouped, one_line, whole_day
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_WANTED = QSize(1040, 680)
# Two pictures beside each other need this much, in pixels.
_TWO_COLUMNS = 720
# Weeks a quarter and a year have; 0: as many as the library knows of.
_QUARTER, _YEAR, _ALL = 13, 52, 0
# Longer times are drawn by so many weeks, so that a bar stays one.
_STEPS = (1, 4, 13, 26, 52)
_MOST_BARS = 60
# The page of an exported picture, in pixels of a screen; PNG has twice as many.
_PAGE = QSize(960, 720)
_PAGE_MARGIN = 24

_Answer = tuple[Activity, list[str]]


class ActivitySheet(Sheet):
    """The sheet of reading activity. Shows what is asked for as soon as it is counted, and again when the library
    changes. `papers_asked` is the button of a library without any history."""

    papers_asked = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Reading activity"))
        self.setAccessibleName(self.tr("Reading activity"))
        self._lanes = lanes
        self._activity: Activity | None = None
        self._make_head()
        self._make_pictures()
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        self._period.setFocus()
        self._ask()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Reading activity"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self._project = Choice(self._theme)
        self._project.setAccessibleName(self.tr("Project"))
        self._project.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._project.setMinimumContentsLength(16)
        self._project.addItem(self.tr("All papers"), "")
        self._project.currentIndexChanged.connect(self._ask)
        self._period = Choice(self._theme)
        self._period.setAccessibleName(self.tr("Period"))
        for words, weeks in (
            (self.tr("Last quarter"), _QUARTER),
            (self.tr("Last year"), _YEAR),
            (self.tr("All the time"), _ALL),
        ):
            self._period.addItem(words, weeks)
        self._period.currentIndexChanged.connect(self._ask)
        menu = QMenu(self)
        for words, suffix in (
            (self.tr("Pictures as PNG…"), ".png"),
            (self.tr("Pictures as SVG…"), ".svg"),
            (self.tr("Numbers by week as CSV…"), ".csv"),
        ):
            menu.addAction(words, partial(self._choose_file, suffix))
        self._export = QPushButton(self.tr("Export"))
        self._export.setAutoDefault(False)
        self._export.setMenu(menu)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        for widget in (self._project, self._period, self._export, self._close):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.sentence = Label(wordWrap=True)
        self.sentence.setProperty("role", "secondary")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.body.addWidget(self.sentence)

    def _make_pictures(self) -> None:
        self._pictures = _Pictures(self._theme)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("keyColumns")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Pictures"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._pictures)
        self.body.addWidget(self._scroll, 1)
        self._nothing = QWidget()
        words = Label(
            self.tr("Nothing has happened here yet. Add papers, and mark them read as you read them."), wordWrap=True
        )
        words.setProperty("role", "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = QPushButton(self.tr("Add papers"))
        self._add.setProperty("primary", True)
        self._add.setAutoDefault(False)
        self._add.setVisible(not self._lanes.read_only)
        self._add.clicked.connect(self.papers_asked)
        self._add.clicked.connect(self.accept)
        middle = QVBoxLayout(self._nothing)
        middle.setSpacing(12)
        middle.addStretch()
        middle.addWidget(words)
        middle.addWidget(self._add, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch()
        self._nothing.hide()
        self.body.addWidget(self._nothing, 1)

    def _make_foot(self) -> None:
        self.said = Label(wordWrap=True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.said.hide()
        self.body.addWidget(self.said)

    # What is shown

    @property
    def charts(self) -> list[Chart]:
        """The pictures, from the first to the last."""
        return self._pictures.charts

    def choose(self, *, project: str | None = None, weeks: int | None = None) -> None:
        """Chooses a project by the name of its tag ("": all papers), or a period by its weeks (0: all the time)."""
        for box, wanted in ((self._project, project), (self._period, weeks)):
            index = box.findData(wanted) if wanted is not None else -1
            if index >= 0:
                box.setCurrentIndex(index)

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"paper", "status_change", "paper_tag", "tag"}:
            self._ask()

    def _ask(self) -> None:
        project, period = str(self._project.currentData()), int(self._period.currentData())
        today = date.today()

        def question(connection: Connection) -> _Answer:
            number = period or max(all_weeks(connection, today, project), _QUARTER)
            # The bars of all the time are of the same length.
            step = _step(number)
            number = -(-number // step) * step
            return activity(connection, today, number, project), tags.names(connection)

        self._lanes.ask("activity", question, self._show)

    def _show(self, answer: _Answer) -> None:
        self._activity, names = answer
        self._show_projects(names)
        project = str(self._project.currentData())
        nothing = self._activity.nothing
        self._scroll.setHidden(nothing)
        self._nothing.setVisible(nothing)
        self._export.setEnabled(not nothing)
        self.sentence.setText("" if nothing else self._sentence(self._activity, project))
        self._pictures.show_pictures(self._pictured(self._activity))

    def _show_projects(self, names: Iterable[str]) -> None:
        wanted = ["", *sorted(names, key=tags.key)]
        if wanted == [self._project.itemData(row) for row in range(self._project.count())]:
            return
        chosen = self._project.currentData()
        self._project.blockSignals(True)
        self._project.clear()
        for name in wanted:
            self._project.addItem(one_line(name) if name else self.tr("All papers"), name)
        # A project that is gone leaves the whole library to be shown.
        self._project.setCurrentIndex(max(self._project.findData(chosen), 0))
        self._project.blockSignals(False)
        if self._project.currentData() != chosen:
            self._ask()

    def _sentence(self, found: Activity, project: str) -> str:
        if found.read:
            read = self.tr("You read %Ln papers in the last 4 weeks", "", found.read)
        else:
            read = self.tr("You read none in the last 4 weeks")
        dropped = self.tr("dropped %Ln", "", found.dropped) if found.dropped else ""
        came = self.tr("%Ln came in", "", found.added) if found.added else self.tr("none came in")
        done = self.tr("{read} and {dropped}").format(read=read, dropped=dropped) if dropped else read
        wait = self.tr("%Ln are unread or begun.", "", found.weeks[-1].backlog)
        words = f"{done}; {came}. {wait}"
        return self.tr("{project}: {words}").format(project=one_line(project), words=words) if project else words

    def _pictured(self, found: Activity) -> list[Picture]:
        step = _step(len(found.weeks))
        groups = [found.weeks[n : n + step] for n in range(0, len(found.weeks), step)]
        columns = tuple(self._named(group[0].monday, step) for group in groups)
        marks = tuple(_marks([group[0].monday for group in groups], step))
        per = self.tr("by %Ln weeks", "", step)

        def bars(title: str, look: str, number: Callable[[Week], int]) -> Picture:
            values = tuple(sum(map(number, group)) for group in groups)
            summary = self.tr("{} in all, {}").format(grouped(sum(values)), per)
            return Picture(title, summary, look, columns, values, marks)  # type: ignore[arg-type]

        backlog = tuple(group[-1].backlog for group in groups)
        waited = sum(found.waited)
        classes = self._classes()
        if found.days is None:
            wait = self.tr("none read for the first time")
        else:
            wait = self.tr("half of {} within {}").format(grouped(waited), self._span(found.days))
        return [
            bars(self.tr("Read"), "filled", lambda week: week.read),
            bars(self.tr("Added"), "outlined", lambda week: week.added),
            bars(self.tr("Dropped"), "hatched", lambda week: week.dropped),
            Picture(
                self.tr("Unread or begun"),
                self.tr("{} now").format(grouped(backlog[-1])),
                "line",
                tuple(self._ended(group[-1].monday) for group in groups),
                backlog,
                marks,
            ),
            Picture(
                self.tr("Days from added to read"),
                wait,
                "filled",
                tuple(self.tr("{} days").format(name) for name in classes),
                found.waited,
                tuple(enumerate(classes)),
            ),
        ]

    def _classes(self) -> list[str]:
        lows = (0, *DAYS)
        return [f"{low}–{high}" for low, high in zip(lows, DAYS, strict=False)] + [
            self.tr("over {}").format(DAYS[-1]),
        ]

    def _span(self, days: float) -> str:
        if days < 1:
            return self.tr("a day")
        return self.tr("%Ln days", "", round(days))

    def _named(self, monday: date, weeks: int) -> str:
        if weeks == 1:
            return self.tr("Week of {}").format(whole_day(monday))
        return self.tr("%Ln weeks from {}", "", weeks).format(whole_day(monday))

    def _ended(self, monday: date) -> str:
        return self.tr("End of {}").format(whole_day(monday + timedelta(days=6)))

    # Writing

    def _choose_file(self, suffix: str) -> None:
        chosen, _ = FileDialog.getSaveFileName(self, self.tr("Export"), f"reading-activity{suffix}", f"*{suffix}")
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix else path.with_suffix(suffix), suffix)

    def write(self, path: Path, suffix: str) -> None:
        """Writes what is shown to a file, in one piece: pictures for .png and .svg, the numbers by week for .csv."""
        if self._activity is None:
            return
        content = self._table(self._activity.weeks) if suffix == ".csv" else self._page(suffix)

        def save() -> tuple[Path, str]:
            file = QSaveFile(str(path))
            if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) >= 0 and file.commit():
                return path, ""
            return path, file.errorString()

        self._lanes.work(save, self._saved)

    def _saved(self, outcome: tuple[Path, str]) -> None:
        path, failure = outcome
        words = self.tr("{} was written.").format(path)
        if failure:
            words = self.tr("{} cannot be written: {}. Choose another file.").format(path, failure.rstrip("."))
        self.said.setProperty("role", "danger" if failure else "secondary")
        self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.show()

    @staticmethod
    def _table(weeks: Iterable[Week]) -> bytes:
        stream = io.StringIO()
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("week", "added", "read", "dropped", "unread_or_begun", "median_days_to_read"))
        for week in weeks:
            days = "" if week.days is None else f"{week.days:.2f}"
            table.writerow((week.monday.isoformat(), week.added, week.read, week.dropped, week.backlog, days))
        return stream.getvalue().encode()

    def _page(self, suffix: str) -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if suffix == ".svg":
            drawing = QSvgGenerator()
            drawing.setOutputDevice(buffer)
            drawing.setSize(_PAGE)
            # Text as large as it is here: its size is in points.
            drawing.setResolution(self.logicalDpiX())
            drawing.setViewBox(QRect(0, 0, _PAGE.width(), _PAGE.height()))
            drawing.setTitle(self.tr("Reading activity"))
            self._paint_page(QPainter(drawing))
        else:
            image = QImage(_PAGE * 2, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(2)
            image.setDotsPerMeterX(round(self.logicalDpiX() / 0.0254))
            image.setDotsPerMeterY(round(self.logicalDpiY() / 0.0254))
            self._paint_page(QPainter(image))
            image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(content.data())

    def _paint_page(self, painter: QPainter) -> None:
        page = QRectF(0, 0, _PAGE.width(), _PAGE.height())
        painter.fillRect(page, self._theme.colour("paper"))
        inside = page.adjusted(_PAGE_MARGIN, _PAGE_MARGIN, -_PAGE_MARGIN, -_PAGE_MARGIN)
        for words, font, token in (
            (self.tr("Reading activity"), self._theme.font("large", weight=QFont.Weight.DemiBold), "text"),
            (self.sentence.text(), self._theme.font("body"), "secondary"),
        ):
            height = QFontMetricsF(font).height()
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(QRectF(inside.topLeft(), QPointF(inside.right(), inside.top() + height)), words)
            inside.setTop(inside.top() + height + 8)
        inside.setTop(inside.top() + 8)
        for chart, place in zip(self.charts, _places(inside), strict=True):
            draw(painter, place, chart.picture, self._theme)
        painter.end()


class _Pictures(QWidget):
    """The charts, in two columns where there is room. The ones by week look at the same week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.charts = [Chart(theme, self) for _ in range(5)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._columns = 0
        self._arrange(2)
        by_week = self.charts[:4]
        for chart in by_week:
            for other in by_week:
                if other is not chart:
                    chart.looked_at.connect(other.look_at)

    def show_pictures(self, pictures: Iterable[Picture]) -> None:
        """Shows other pictures in the same places."""
        for chart, picture in zip(self.charts, pictures, strict=True):
            chart.show_picture(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for chart in self.charts:
            self._grid.removeWidget(chart)
        for number, chart in enumerate(self.charts):
            if columns == 1:
                self._grid.addWidget(chart, number, 0, 1, 2)
            elif number < 3:
                self._grid.addWidget(chart, 2 * number, 0, 2, 1)
            else:
                self._grid.addWidget(chart, 3 * (number - 3), 1, 3, 1)
        for row in range(6):
            self._grid.setRowStretch(row, 1 if columns == 2 or row < 5 else 0)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)


def _places(page: QRectF) -> list[QRectF]:
    """Where the five pictures stand on a page: three at the left, two at the right."""
    width = (page.width() - 24) / 2
    places = []
    for left, rows in ((page.left(), 3), (page.left() + width + 24, 2)):
        height = (page.height() - 16 * (rows - 1)) / rows
        places += [QRectF(left, page.top() + row * (height + 16), width, height) for row in range(rows)]
    return places


def _step(weeks: int) -> int:
    """How many weeks a bar stands for."""
    return next((step for step in _STEPS if weeks <= step * _MOST_BARS), _STEPS[-1])


def _marks(begins: list[date], step: int) -> Iterable[tuple[int, str]]:
    """The words under the axis: the month where one begins; the year where one begins, and alone where bars are long.

    A week belongs to the month that its Monday is in.
    """
    before: date | None = None
    for number, day in enumerate(begins):
        new_year = before is not None and before.year != day.year
        if step >= 13:
            if before is None or new_year:
                yield number, str(day.year)
        elif before is None or (before.year, before.month) != (day.year, day.month):
            month = QLocale().toString(QDate(day.year, day.month, day.day), "MMM")
            yield number, f"{month} {day.year}" if new_year else month
        before = day
