"""Which papers are listed: a list's own query, what is typed in the search field, and the order."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.library import interest
from readerapp.library.connect import Connection, Writer
from readerapp.library.interest import Interest
from readerapp.library.language import Query, Sort, Words, both, only_queued, parse, project, with_pdfs
from readerapp.library.search import Beginning, count, first, ids
from readerapp.records import Changes

# Painted at once; the rest follows in the background.
FIRST = 100
# How long they may take, in seconds: what is left of one frame when the key has been read and the rows are painted.
_MOMENT = 0.008
# What the first papers show, such as the passages that matched, is looked up before the rest is found: in milliseconds.
_PAUSE = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: ids in order, all of them when `complete`; how many there are in all, once that is known;
    `milliseconds` from question to the first papers. `project` is the tag that alone is asked for, "" for none;
    `only_queued` says that no paper can be among them that is not in up next."""

    ids: array[int]
    complete: bool
    count: int | None
    milliseconds: float
    title: str
    typed: str
    order: str
    explanation: str
    words: tuple[Words, ...]
    fresh: bool
    project: str
    only_queued: bool

    @property
    def up_next(self) -> bool:
        """Whether this is up next, whole or of a project, in its order."""
        return self.only_queued and self.order == "queue"


class Listing(QObject):
    """Asks the reading lane for the papers of a list. `answered` carries an Answer: the first papers, then their
    number, then all of them, as far as each is not known at once.

    An Answer is `fresh` when another list or another text was asked for, not the same once more. With `pdfs`, what is
    typed is looked for in the text of attached PDFs too.
    """

    answered = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.title = ""
        self.query = ""
        self.typed = ""
        self.pdfs = False
        self._orders: dict[str, str] = {}
        self._asked = Query()
        self._unanswered = self._gathering = self._once_more = False
        self._interest_known = False
        lanes.library_changed.connect(self._look_at_changes)

    @property
    def orders(self) -> dict[str, str]:
        """The chosen order of each list, by its query, as in `sort:`; lists not in it have their own. That of searches
        in a list stands under the query with a "/" before it."""
        return dict(self._orders)

    @orders.setter
    def orders(self, orders: dict[str, str]) -> None:
        self._orders = dict(orders)

    @property
    def order(self) -> str:
        """The order in force, as in `sort:`: typed, else chosen for this list, else the list's own."""
        query = self._parsed()
        if query.sort is None:
            return "added"
        ordinary = Sort.by(query.sort.key).descending
        return query.sort.key if query.sort.descending == ordinary else f"-{query.sort.key}"

    @property
    def asked(self) -> Query:
        """What the list is asked for: its own query, what is typed, and the order in force."""
        return self._parsed()

    def show(self, title: str, query: str) -> None:
        """Lists another list; what was typed stays."""
        self.title, self.query = title, query
        self._ask(fresh=True)

    def type(self, text: str) -> None:
        """Narrows the list to what is typed."""
        if text != self.typed:
            self.typed = text
            self._ask(fresh=True)

    def choose_order(self, order: str) -> None:
        """Puts this list, or searches in it, into an order, now and whenever it is shown again."""
        self._orders[self._list] = order
        self._ask(fresh=True)

    def again(self) -> None:
        """Asks the same once more, because papers have changed."""
        if self._gathering and self._parsed() == self._asked:
            # Each change would else begin anew what takes a second, and while an import runs it would never end.
            self._once_more = True
        else:
            self._ask(fresh=False)

    def first(self, title: str, query: str, typed: str) -> Answer:
        """The first papers of a list, at once, on the window's own connection: for the first paint."""
        self.title, self.query, self.typed = title, query, typed
        began = time.perf_counter()
        parsed = self._parsed()
        found = first(self._lanes.reader, parsed, limit=FIRST, seconds=10 * _MOMENT)
        milliseconds = (time.perf_counter() - began) * 1000
        return self._answer(parsed, milliseconds, found.papers, complete=found.in_order, fresh=True)

    @property
    def _list(self) -> str:
        """What the order of this list is remembered by."""
        return f"/{self.query}" if self.typed.strip() else self.query

    def _parsed(self) -> Query:
        own, typed = parse(self.query), parse(self.typed, typing=True)
        if self.pdfs:
            typed = with_pdfs(typed)
        chosen = self._orders.get(self._list)
        order = Sort.by(chosen.lstrip("-"), reverse=chosen.startswith("-")) if chosen else own.sort
        return replace(both(typed, own), sort=typed.sort or order)

    def _ask(self, *, fresh: bool) -> None:
        query = self._asked = self._parsed()
        began = time.perf_counter()
        # A list that nobody has seen yet is as new to the reader when it is asked for again.
        fresh = self._unanswered = fresh or self._unanswered
        self._gathering = self._once_more = False
        # How long the reader waited: for the first papers, whatever follows.
        waited: list[float] = []
        if query.sort is not None and query.sort.key == "interest":
            self._settle_interest()

        def answer(found: array[int], *, complete: bool, number: int | None = None, fresh: bool = False) -> Answer:
            if not waited:
                waited.append((time.perf_counter() - began) * 1000)
            self._unanswered = False
            return self._answer(query, waited[0], found, complete=complete, number=number, fresh=fresh)

        def ask_first(connection: Connection) -> Beginning:
            return first(connection, query, limit=FIRST, seconds=_MOMENT)

        def show_first(reply: Beginning) -> None:
            found = reply.papers
            if reply.in_order:
                self.answered.emit(answer(found, complete=True, fresh=True))
            elif reply.whole:
                gather()
                self.answered.emit(answer(found, complete=False, number=len(found), fresh=True))
            elif len(found) < FIRST:
                # Nothing, or not enough yet, to take the place of what is there: the whole may be there in a moment.
                gather(fresh=True)
                if found:
                    self.answered.emit(answer(found, complete=False, fresh=True))
            else:
                self.answered.emit(answer(found, complete=False, fresh=True))
                QTimer.singleShot(_PAUSE, self, lambda: ask_count(found))

        def ask_count(found: array[int]) -> None:
            if query is self._asked:
                self._lanes.ask("list", lambda connection: count(connection, query), lambda n: show_count(found, n))

        def show_count(found: array[int], number: int) -> None:
            gather()
            self.answered.emit(answer(found, complete=False, number=number))

        def ask_all(connection: Connection) -> array[int]:
            return ids(connection, query)

        def gather(fresh: bool = False) -> None:
            self._gathering = True
            self._lanes.ask("list", ask_all, lambda found: finish(found, fresh))

        def finish(found: array[int], fresh: bool) -> None:
            self._gathering = False
            self.answered.emit(answer(found, complete=True, fresh=fresh))
            if self._once_more:
                self._ask(fresh=False)

        # Asked again for the same list, only the whole is of use: the list would else shrink for a moment.
        if fresh:
            self._lanes.ask("list", ask_first, show_first, at_once=True)
        else:
            gather()

    def _look_at_changes(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"paper", "queue", "note", "highlight"}:
            self._interest_known = False

    def _settle_interest(self) -> None:
        """Computes in the background what the order by interest rests on, if it may have changed, and lists again."""
        if self._interest_known or self._lanes.read_only:
            return
        self._interest_known = True
        library = self._lanes.library

        def compute() -> Interest:
            connection = library.reader()
            try:
                return interest.compute(connection)
            finally:
                connection.close()

        def store(found: Interest) -> None:
            at = 0

            def piece(writer: Writer) -> bool:
                nonlocal at
                at = interest.store(writer, found, at)
                return at > 0

            self._lanes.piecewise(piece, self.again)

        self._lanes.work(compute, store)

    def _answer(
        self,
        query: Query,
        milliseconds: float,
        found: array[int],
        *,
        complete: bool,
        number: int | None = None,
        fresh: bool = False,
    ) -> Answer:
        return Answer(
            found,
            complete,
            len(found) if complete else number,
            milliseconds,
            self.title,
            self.typed,
            self.order,
            query.explanation,
            query.words,
            fresh,
            project(query.expression),
            only_queued(query.expression),
        )
