"""Up next as it is listed: which one it is, its papers put into another order, and what the reader's pace makes of it.

Papers move in the list at once; the library follows, and what it answers about the order before is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library.connect import Connection
from readerapp.operations import filing
from readerapp.records import now
from readerapp.ui.listing import Answer, Listing
from readerapp.ui.panels.list import ListPanel

_ENDS: dict[str, Verb] = {"top": filing.move_to_top, "end": filing.move_to_end}


class UpNext(QObject):
    """What the list shows of up next: whether it is `listed` in its order, whether `only_queued` papers are listed, and
    the `project`, which is the tag that alone is asked for."""

    def __init__(self, lanes: Lanes, listing: Listing, panel: ListPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._listing, self._panel, self._list = lanes, listing, panel, panel.list
        self.listed = self.only_queued = False
        self.project = ""
        self._shown = ("", "")
        # Papers that have moved on the screen, and are on their way to the library.
        self._moving = 0
        self._list.place_asked.connect(self._place)
        lanes.failed.connect(self._failed)

    def take(self, answer: Answer) -> bool:
        """Takes over what is listed now. False when the answer is about an order that has been changed since."""
        shown = (self._listing.query, answer.typed)
        if self._moving and shown == self._shown:
            return False  # when the papers have arrived it is asked for again
        self._shown = shown
        self.listed, self.only_queued, self.project = answer.up_next, answer.only_queued, answer.project
        self._list.reorderable = self.listed and not self._lanes.read_only
        self._say_pace(len(answer.ids) if answer.up_next and answer.complete and not answer.words else 0)
        return True

    def move(self, papers: Sequence[int], where: str) -> None:
        """Moves papers "up" or "down" by one place, or to the "top" or "end"."""
        project = self.project if self._listing.order.lstrip("-") == "queue" else ""
        chosen = list(papers)
        if not self.listed:
            verb, *places = (_ENDS[where],) if where in _ENDS else (filing.move_in_queue, -1 if where == "up" else 1)
            self._lanes.do(verb, chosen, *places, project)
            return
        order, moving = list(self._list.ids()), set(chosen)
        rest = [paper for paper in order if paper not in moving]
        first = order.index(chosen[0])
        if where in _ENDS:
            self._reorder(chosen, rest, 0 if where == "top" else len(rest), _ENDS[where], project)
            return
        at = first - 1 if where == "up" else first + 1
        if 0 <= at <= len(rest):
            # Beside who is seen there: between them there may be papers that the list leaves out.
            below = at == len(rest)
            self._reorder(chosen, rest, at, filing.place_in_queue, rest[at - below], below, project)

    def _place(self, papers: list[int], beside: int, below: bool) -> None:
        moving = set(papers)
        rest = [paper for paper in self._list.ids() if paper not in moving]
        if self.listed and beside in rest:
            at = rest.index(beside) + below
            self._reorder(papers, rest, at, filing.place_in_queue, beside, below, self.project)

    def _reorder(self, papers: list[int], rest: list[int], at: int, verb: Verb, *args: object) -> None:
        """Moves papers in the list at once, before the `at`th of the rest, and has the library do it by a verb."""
        self._list.reorder([*rest[:at], *papers, *rest[at:]])
        self._moving += 1
        self._lanes.do(verb, papers, *args, initiator=self.parent(), then=self._moved)

    def _moved(self, _: object) -> None:
        self._moving = max(self._moving - 1, 0)
        if not self._moving:
            self._listing.again()

    def _failed(self) -> None:
        if self._moving:
            self._moving = 0
            self._listing.again()

    def _say_pace(self, queued: int) -> None:
        """Says below the list what the reader's own pace makes of the length of up next; nothing where that is not
        known, or for no papers."""

        def ask(connection: Connection) -> float | None:
            from readerapp.library.activity import pace

            return pace(connection, now())

        def say(weekly: float | None) -> None:
            if weekly is None or not self.listed:
                self._panel.say_below("")
                return
            week, month = round(weekly), max(1, round(weekly * 365.25 / 7 / 12))
            if week:
                finishing = self.tr("you finish about %Ln a week", "", week)
            else:
                finishing = self.tr("you finish about %Ln a month", "", month)
            self._panel.say_below(self.tr("{}; {}").format(self.tr("%Ln queued", "", queued), finishing))

        if queued:
            self._lanes.ask("pace", ask, say)
        else:
            self._panel.say_below("")
