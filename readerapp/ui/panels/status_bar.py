"""The status bar: counts, what was last done, running jobs, key hints, the last backup."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from readerapp.jobs.progress import Job
from readerapp.ui import icons
from readerapp.ui.parts.display import clock, day, one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

# How long a message is new, and the summary of a job shown, in milliseconds.
_NEW = 8000
_MARGIN = 12
_GAP = 16
_BUTTON = 20

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class Line(Label):
    """Plain text on one line, cut at its end where there is no room, in a colour of the theme."""

    def __init__(self, theme: Theme, parent: QWidget, token: str = "secondary") -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._token = token
        self.setFont(theme.font("small"))
        self._wrapped = False

    @property
    def token(self) -> str:
        """The colour token the text is written in."""
        return self._token

    def show_text(self, text: str, token: str = "") -> None:
        """Replaces the text, and the colour if one is named."""
        self._token = token or self._token
        self.setText(one_line(text))
        self.update()

    def width_wanted(self) -> int:
        """The width at which nothing is cut, in pixels."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1 if self.text() else 0

    def wrap(self, width: int, most: int) -> int:
        """Writes on as many lines as it takes at a width, `most` of them; returns their height in pixels."""
        metrics = QFontMetrics(self.font())
        height = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, self.text()).height()
        self._wrapped = metrics.height() < height <= most * metrics.lineSpacing()
        return height if self._wrapped else metrics.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._token))
        if self._wrapped:
            painter.drawText(self.rect(), _WRAPPED, self.text())
            return
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), _LEFT, shown)
        self.setToolTip(f"<p>{html.escape(self.text())}</p>" if shown != self.text() else "")


class KeyHints(QWidget):
    """Keys as small caps with what they do; only so many as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: list[tuple[list[str], str]] = []
        self._shown = 0
        self.setFont(theme.font("small"))

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Pairs of keys ("J K": two keys) and what they do, the most useful first."""
        self._hints = [(keys.split(), label) for keys, label in hints]
        self.setAccessibleName(", ".join(f"{keys} {label}" for keys, label in hints))
        self.update()

    def fit(self, room: int) -> int:
        """Shows what there is room for in so many pixels; returns how many it takes."""
        width = self._shown = 0
        for hint in self._hints:
            more = self._width(hint) + (_GAP if self._shown else 0)
            if width + more > room:
                break
            width += more
            self._shown += 1
        return width

    def _cap(self, key: str) -> int:
        return max(16, QFontMetrics(self.font()).horizontalAdvance(key) + 8)

    def _width(self, hint: tuple[list[str], str]) -> int:
        keys, label = hint
        return sum(self._cap(key) + 4 for key in keys) + QFontMetrics(self.font()).horizontalAdvance(label) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, height, high = 0, self.height(), self._theme.high(16, "small", 2)
        for hint in self._hints[: self._shown]:
            keys, label = hint
            for key in keys:
                cap = QRect(x, (height - high) // 2, self._cap(key), high)
                painter.setPen(QPen(self._theme.colour("border"), 1))
                painter.setBrush(self._theme.colour("raised"))
                painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                painter.setPen(self._theme.colour("secondary"))
                painter.drawText(cap, _CENTRE, key)
                x += cap.width() + 4
            width = QFontMetrics(self.font()).horizontalAdvance(label) + 1
            painter.drawText(QRect(x, 0, width, height), _CENTRE, label)
            x += width + _GAP


class _Running(QObject):
    """How far a job is. Its reports come from any thread; they arrive here in the window's."""

    moved = Signal()
    over = Signal(object, str)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.title = one_line(said(job.title))
        self.done = 0.0
        self.total = 0.0
        self.words = ""
        self.stopping = False
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)

    @Slot(object, object, str)
    def _progress(self, done: float, total: float, words: str) -> None:
        self.done, self.total, self.words = done, total, one_line(said(words))
        self.moved.emit()

    @Slot(str)
    def _end(self, words: str) -> None:
        self.over.emit(self, said(words))

    def stop(self) -> None:
        self.stopping = True
        self.job.cancel()
        self.moved.emit()


class StatusBar(QWidget):
    """One line at the foot of the window. `undo_asked` is the button beside what was last done."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs: list[_Running] = []
        self._undoable = self._complaining = False
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Status bar"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._papers = Line(theme, self)
        self._unread = Line(theme, self)
        self._selected = Line(theme, self, "accent_text")
        self._message = Line(theme, self, "text")
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setProperty("link", True)
        self._undo.setFont(theme.font("small"))
        self._undo.setToolTip(self.tr("Take this back"))
        self._undo.clicked.connect(self.undo_asked)
        self._close = self._cross(self.tr("Close this message"))
        self._close.clicked.connect(lambda: self.say(""))
        self._summary = Line(theme, self)
        self._job = Line(theme, self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._how_far = Line(theme, self, "faint")
        self._cancel = self._cross(self.tr("Cancel"))
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._hints = KeyHints(theme, self)
        self._backup = Line(theme, self, "faint")
        self._fade = self._timer("fade", lambda: self._message.show_text(self._message.text(), "faint"))
        self._forget = self._timer("forget", lambda: self._show_summary(""))
        theme.changed.connect(self._take_colours)
        self._take_colours()

    # What is told

    def set_counts(self, papers: int, unread: int) -> None:
        """How many papers the library has, and how many of them are unread."""
        self._papers.show_text(self.tr("%Ln papers", "", papers))
        self._unread.show_text(self.tr("%Ln unread", "", unread))
        self._arrange()

    def set_selected(self, count: int) -> None:
        """How many papers are picked; 0 for none but the current one."""
        self._selected.show_text(self.tr("%Ln selected", "", count) if count else "")
        self._arrange()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Tells what was done last, with a way to take it back if there is one."""
        self._tell(text, "text")
        self._undoable = undo and bool(text)
        self._fade.start()
        self._arrange()

    def complain(self, text: str) -> None:
        """Tells what went wrong. It stays until it is closed or something is done."""
        self._tell(text, "danger")
        self._complaining = True
        if self._summary.text() == self._message.text():
            self._summary.show_text("")
        self._arrange()

    def _tell(self, text: str, token: str) -> None:
        self._fade.stop()
        self._undoable = self._complaining = False
        self._message.show_text(text, token)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Keys worth knowing and what they do, the most useful first: ("J K", "move") is two keys."""
        self._hints.set_hints(hints)
        self._arrange()

    def set_backup(self, at: datetime) -> None:
        """When the last backup was made."""
        local = at.astimezone()
        today = local.date() == datetime.now().astimezone().date()
        when = clock(at) if today else day(at)
        self._backup.show_text(self.tr("Backed up {}").format(when))
        self._arrange()

    # Jobs

    def add_job(self, job: Job) -> None:
        """Shows a job until it is over, then its summary for a while."""
        running = _Running(job, self)
        running.moved.connect(self._show_jobs)
        running.over.connect(self._end_job)
        self._jobs.append(running)
        self._show_summary("")
        self._show_jobs()

    def _end_job(self, running: _Running, summary: str) -> None:
        self._jobs.remove(running)
        running.deleteLater()
        self._show_summary(summary)
        self._show_jobs()

    def _show_summary(self, summary: str) -> None:
        self._summary.show_text(summary)
        if summary:
            self._forget.start()
        self._arrange()

    def _show_jobs(self) -> None:
        jobs = self._jobs
        if len(jobs) == 1:
            self._job.show_text(jobs[0].title)
            self._how_far.show_text(self.tr("Stopping…") if jobs[0].stopping else jobs[0].words)
        elif jobs:
            self._job.show_text(self.tr("%Ln jobs", "", len(jobs)))
            self._how_far.show_text("")
        if jobs and all(one.total > 0 for one in jobs):
            share = sum(min(one.done / one.total, 1.0) for one in jobs) / len(jobs)
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(share * 1000))
        else:
            self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self._job.text())
        self._cancel.setEnabled(not all(one.stopping for one in jobs))
        self._arrange()

    def _ask_to_cancel(self) -> None:
        if len(self._jobs) == 1:
            self._jobs[0].stop()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for running in self._jobs:
            entry = menu.addAction(self.tr("Cancel: {}").format(running.title).replace("&", "&&"), running.stop)
            entry.setEnabled(not running.stopping)
        menu.popup(self._cancel.mapToGlobal(self._cancel.rect().topLeft()))

    def _timer(self, name: str, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.setInterval(_NEW)
        timer.timeout.connect(then)
        return timer

    # Where everything stands

    def _cross(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("plain", True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _take_colours(self) -> None:
        for button in (self._close, self._cancel):
            button.setIcon(icons.icon("close", self._theme.colour("secondary")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Gives every part its place. Where there is no room for all, the least needed give way first."""
        running = bool(self._jobs)
        left: dict[QWidget, int] = {
            self._papers: self._papers.width_wanted(),
            self._unread: self._unread.width_wanted(),
            self._selected: self._selected.width_wanted(),
            self._message: self._message.width_wanted(),
            self._undo: self._undo.sizeHint().width() if self._undoable else 0,
            self._close: _BUTTON if self._complaining else 0,
        }
        right: dict[QWidget, int] = {
            self._summary: self._summary.width_wanted(),
            self._job: self._job.width_wanted() if running else 0,
            self._bar: 96 if running else 0,
            self._how_far: self._how_far.width_wanted() if running else 0,
            self._cancel: _BUTTON if running else 0,
            self._hints: self._hints.fit(self.width()),
            self._backup: self._backup.width_wanted(),
        }
        self._give_way(left, right)
        # What went wrong, and what to do, is to be read whole.
        lines = self._message.wrap(left[self._message], 4 if self._complaining else 1)
        self.setFixedHeight(max(28, lines + 12))
        x = _MARGIN
        for widget, width in left.items():
            x = self._place(widget, x, width)
        x = self.width() - _MARGIN + _GAP - self._wide(right)
        for widget, width in right.items():
            x = self._place(widget, x, width)

    def _give_way(self, left: dict[QWidget, int], right: dict[QWidget, int]) -> None:
        room = self.width() - 2 * _MARGIN + _GAP
        # How narrow each may become, in the order they give way; None: it is whole or gone.
        for widget, least in (
            (self._hints, 0),
            (self._backup, None),
            (self._how_far, None),
            (self._job, 48),
            (self._summary, 48),
            (self._unread, None),
            (self._selected, None if self._complaining else self._selected.width_wanted()),
            (self._message, 48),
        ):
            over = self._wide(left) + self._wide(right) - room
            widths = left if widget in left else right
            if over <= 0:
                return
            if widget is self._hints:
                widths[widget] = self._hints.fit(widths[widget] - over)
            elif least is None:
                widths[widget] = 0
            else:
                widths[widget] = max(widths[widget] - over, min(least, widths[widget]))

    def _gap(self, widget: QWidget) -> int:
        """The space after a part, in pixels."""
        if widget in (self._message, self._how_far):
            return 4
        return 8 if widget in (self._job, self._bar) else _GAP

    def _wide(self, widths: dict[QWidget, int]) -> int:
        return sum(width + self._gap(widget) for widget, width in widths.items() if width)

    def _place(self, widget: QWidget, x: int, width: int) -> int:
        """Shows a part at x, or hides it; returns where the next one begins."""
        widget.setVisible(width > 0)
        if width <= 0:
            return x
        button = isinstance(widget, QPushButton | QToolButton)
        height = 6 if widget is self._bar else self._theme.high(_BUTTON, "small", 4) if button else self.height()
        widget.setGeometry(x, (self.height() - height) // 2, width, height)
        return x + width + self._gap(widget)
