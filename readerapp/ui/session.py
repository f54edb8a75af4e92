"""A reading session: the next papers alone, for so many minutes, with a summary at the end.

Nothing but what is seen changes by it: the list holds the papers of the session meanwhile, so that a finished one can
be gone back to, and everything is put back afterwards.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import papers, sitting
from readerapp.library.connect import Writer
from readerapp.library.sitting import Sitting
from readerapp.operations import reading
from readerapp.records import Changes
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.panels.session import SessionBar
from readerapp.ui.theme import Theme
from readerapp.ui.views.paper_list import PaperList

# Below this width, in pixels, the paper has the window to itself until a note is asked for.
_NOTES_FROM = 760


class ReadingSession(QObject):
    """One session, from `begin` until `put_back`.

    `aside` are the panels that go away meanwhile. `ended` carries the minutes it took and the Sitting that says what
    was done; `went_on` says that the keyboard belongs to the paper again.
    """

    ended = Signal(int, object)
    went_on = Signal()

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        shown: PaperList,
        pane: ReadingPane,
        notes: NotesPanel,
        aside: Sequence[QWidget],
        splitter: QSplitter,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._lanes, self._list, self._pane, self._notes, self._splitter = lanes, shown, pane, notes, splitter
        self._aside = aside
        self._papers: list[int] = []
        # The paper whose takeaway is asked for.
        self._asked = 0
        self._mark = 0
        self._ending = False
        self.bar = SessionBar(theme, clock=clock)
        self.bar.takeaway_given.connect(self._finish)
        # So that the end can be asked for again.
        lanes.failed.connect(self._failed)
        # What is to be put back.
        self._ids = shown.ids()
        self._current, self._selected = shown.current_id(), shown.selected_ids()
        self._above = shown.verticalScrollBar().value()
        self._hidden = [panel.isHidden() for panel in (*aside, notes)]
        self._sizes = splitter.sizes()

    def begin(self, chosen: Sequence[int], minutes: int, mark: int, keys: Mapping[str, str]) -> None:
        """Shows the first of these papers. `mark` is the moment of the history from which on things count."""
        self._papers, self._mark = list(chosen), mark
        for panel in self._aside:
            panel.hide()
        self._pane.alone = True
        self._list.select_current()
        self._list.set_ids(array("q", chosen), fresh=True)
        self._list.set_current_id(self._papers[0])
        self.bar.set_keys(keys)
        self.bar.begin(minutes)
        self.show_place()

    def fit(self, width: int) -> None:
        """Shows the notes in a window of this width, in pixels, if there is room."""
        self._notes.setVisible(width >= _NOTES_FROM)

    @property
    def papers(self) -> Sequence[int]:
        """The papers of the session, in their order, also those in the trash by now."""
        return self._papers

    def show_place(self) -> None:
        """Says which paper it is. A takeaway that was begun for another one is kept."""
        if self.bar.asking and self._asked != self._list.current_id():
            self._keep_typed()
        self.bar.show_place(self._list.current_row() + 1, len(self._list.ids()))

    def finish(self) -> None:
        """Asks for the takeaway of the paper; then it is finished, and the next one comes."""
        self._asked = self._list.current_id()
        row = self._list.row(self._asked)
        if row is not None:
            self._notes.flush()
            self.bar.ask_takeaway(row.takeaway)

    def _finish(self, takeaway: str) -> None:
        row = self._list.row(self._asked)
        new = takeaway if row is None or takeaway != row.takeaway else ""
        self._lanes.do(reading.finish, [self._asked], new, initiator=self)
        self.went_on.emit()
        if self._list.current_row() == len(self._list.ids()) - 1:
            self.end()
        else:
            self._list.go(1)

    def take_over(self, changes: Changes) -> None:
        """Leaves out papers that went to the trash or are gone, and has those back that came back."""
        concerned = self._papers if changes.everything else [one for one in self._papers if one in changes.papers]
        if not concerned or not (changes.everything or "paper" in changes.tables):
            return
        rows = papers.rows(self._lanes.reader, concerned)
        away = {paper for paper in concerned if paper not in rows or rows[paper].trashed}
        listed, asked = set(self._list.ids()), set(concerned)
        here = [one for one in self._papers if (one not in away if one in asked else one in listed)]
        if len(here) != len(listed):
            self._list.set_ids(array("q", here))
        if changes.title.startswith("Undone") and len(concerned) == 1:
            self._list.set_current_id(concerned[0])
        self.show_place()
        if not here:
            self.end()

    def end(self) -> None:
        """Ends the session and asks the library what was done in it."""
        if self._ending:
            return
        self._ending = True
        self.bar.stop()
        self.keep()
        minutes = self.bar.minutes
        found: list[Sitting] = []

        def look(writer: Writer) -> None:
            # On the library lane, where everything before has been written.
            found.append(sitting.since(writer.connection, self._mark, self._papers))

        self._lanes.do(look, then=lambda _: self.ended.emit(minutes, found[0]))

    def _failed(self, _: str) -> None:
        self._ending = False

    def keep(self) -> None:
        """Hands everything typed to the library."""
        self._keep_typed()
        self._notes.flush()

    def _keep_typed(self) -> None:
        if typed := self.bar.take_back():
            self._lanes.do(reading.set_takeaway, self._asked, typed, initiator=self)

    def put_back(self) -> None:
        """Gives panels, list, selection and place back as they were."""
        self.bar.stop()
        for panel, hidden in zip((*self._aside, self._notes), self._hidden, strict=True):
            panel.setVisible(not hidden)
        self._splitter.setSizes(self._sizes)
        self._pane.alone = False
        self._list.set_ids(self._ids, fresh=True)
        self._list.set_current_id(self._current)
        if len(self._selected) > 1:
            self._list.select_ids(self._selected)
        self._list.verticalScrollBar().setValue(self._above)
