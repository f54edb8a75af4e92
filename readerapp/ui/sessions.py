"""Reading sessions asked for, begun and ended. What happens in one is in session.py, which is loaded when it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import queue
from readerapp.library.connect import Connection, Writer
from readerapp.library.language import both, parse
from readerapp.library.search import ids
from readerapp.ui.listing import Listing
from readerapp.ui.models.papers import displayed
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.panes import Panes
from readerapp.ui.theme import Theme
from readerapp.ui.views.paper_list import PaperList

if TYPE_CHECKING:
    from readerapp.ui.session import ReadingSession


class Sessions(QObject):
    """`now` is the session that is on, or None. `rows` is the layout that its bar comes into, above everything; `aside`
    are the panels that go away meanwhile; `keys` tells the key of each action.

    `changed` says that one has begun or ended; `focus_asked` carries a place of the window, `step_asked` how many
    papers to go on, `said` a sentence for the status bar.
    """

    changed = Signal()
    focus_asked = Signal(str)
    step_asked = Signal(int)
    said = Signal(str)

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        settings: QSettings,
        listing: Listing,
        rows: QVBoxLayout,
        panes: Panes,
        shown: PaperList,
        pane: ReadingPane,
        notes: NotesPanel,
        aside: Sequence[QWidget],
        keys: Callable[[], Mapping[str, str]],
        clock: Callable[[], float],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._lanes, self._theme, self._settings, self._listing = lanes, theme, settings, listing
        self._rows, self._panes, self._list, self._pane, self._notes = rows, panes, shown, pane, notes
        self._aside, self._keys, self._clock, self._window = aside, keys, clock, window
        self.now: ReadingSession | None = None

    def start(self, up_next: bool) -> None:
        """Asks how many minutes there are, for the papers of the list if it is of `up_next`, else for what is up next,
        else for what is unread in the list; ends a session that is on."""
        if self.now:
            self.now.end()
            return
        shown, title = self._listing.asked, self._listing.title

        def look(connection: Connection) -> tuple[str, list[int]]:
            if up_next and (found := ids(connection, shown)):
                return "shown", list(found)
            if queued := queue.ids(connection):
                return "queued", queued
            return "unread", list(ids(connection, both(shown, parse("is:unread"))))

        self._lanes.ask("session", look, lambda answer: self._ask_minutes(title, *answer))

    def _ask_minutes(self, title: str, which: str, found: list[int]) -> None:
        if not found:
            self.said.emit(self.tr("Nothing is up next, and no paper of this list is unread."))
            return
        from readerapp.ui.dialogs.session import LEAST, MOST, USUAL, SessionStart

        what = {
            "shown": self.tr("It goes through “{}” in its order: %Ln papers.", "", len(found)),
            "queued": self.tr("It goes through up next in its order: %Ln papers.", "", len(found)),
            "unread": self.tr(
                "Nothing is up next, so it goes through what is unread in “{}”: %Ln papers.", "", len(found)
            ),
        }[which].format(displayed(title, 60))
        kept = self._settings.value("session/minutes", USUAL, type=int)
        minutes = min(max(kept if isinstance(kept, int) else USUAL, LEAST), MOST)
        sheet = SessionStart(minutes, what, self._theme, self._window)
        sheet.started.connect(partial(self._prepare, found))
        sheet.open()

    def _prepare(self, chosen: list[int], minutes: int) -> None:
        self._settings.setValue("session/minutes", minutes)
        self._notes.flush()
        marks: list[int] = []

        def look(writer: Writer) -> None:
            # On the library lane: what was typed before has been written by then.
            from readerapp.library import sitting

            marks.append(sitting.mark(writer.connection))

        self._lanes.do(look, then=lambda _: self._begin(chosen, minutes, marks[0]))

    def _begin(self, chosen: list[int], minutes: int, mark: int) -> None:
        from readerapp.ui.session import ReadingSession

        self._panes.hold()
        session = self.now = ReadingSession(
            self._lanes,
            self._theme,
            self._list,
            self._pane,
            self._notes,
            self._aside,
            self._panes,
            clock=self._clock,
        )
        bar = session.bar
        self._rows.insertWidget(0, bar)
        bar.done_asked.connect(session.finish)
        bar.later_asked.connect(partial(self.step_asked.emit, 1))
        bar.back_asked.connect(partial(self.step_asked.emit, -1))
        bar.end_asked.connect(session.end)
        session.went_on.connect(partial(self.focus_asked.emit, "abstract"))
        session.ended.connect(self._summarise)
        session.begin(chosen, minutes, mark, self._keys())
        session.fit(self._window.width())
        self.changed.emit()
        self.focus_asked.emit("abstract")

    def _summarise(self, minutes: int, done: object) -> None:
        from readerapp.ui.dialogs.session import SessionSummary

        sheet = SessionSummary(minutes, done, self._theme, self._window)  # type: ignore[arg-type]
        sheet.finished.connect(self._end)
        sheet.open()

    def _end(self) -> None:
        """Gives everything back as it was before the session."""
        session, self.now = self.now, None
        if session is None:
            return
        session.put_back()
        self._rows.removeWidget(session.bar)
        session.bar.deleteLater()
        session.deleteLater()
        self._panes.release()
        self._listing.again()
        self.changed.emit()
        self.focus_asked.emit("list")

    def refuse(self) -> bool:
        """Whether a session is on; then another list is not shown, and the reader is told why."""
        if self.now:
            self.said.emit(self.tr("A reading session shows its papers alone. Esc ends it."))
        return self.now is not None

    def close(self) -> None:
        """The window closes: what was typed is kept, and everything put back."""
        if self.now:
            self.now.keep()
            self._end()
