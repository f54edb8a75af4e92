"""How many papers each saved search finds, counted in the background and kept as things change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.library.language import And, DateRange, Expression, Not, Or, Saved, parse, saved_key
from readerapp.library.live import rests_on, touches
from readerapp.library.search import count
from readerapp.records import Changes, SavedSearchRecord


class SavedCounts(QObject):
    """Counts saved searches one after the other, while nothing else is asked. `counted` carries a name and a number.

    After a change only those are counted again whose number it can have changed; whichever has waited longest is next,
    so that changes that keep coming keep none from its turn.
    """

    counted = Signal(str, int)

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._queries: dict[str, str] = {}
        self._rests_on: dict[str, frozenset[str]] = {}
        self._stale: dict[str, None] = {}
        self._counting = ""
        self._day = date.today()
        lanes.library_changed.connect(self._look)

    def show(self, searches: Sequence[SavedSearchRecord]) -> None:
        """Counts these searches, as far as they are others than before."""
        queries = {one.name: one.query for one in searches}
        if queries != self._queries:
            by_key = {saved_key(name): query for name, query in queries.items()}
            known = {name: rests_on(parse(query).expression, by_key) for name, query in queries.items()}
            changed = {name for name, query in queries.items() if self._queries.get(name) != query}
            self._queries, self._rests_on = queries, known
            self._stale = {name: None for name in self._stale if name in queries}
            # Those that search in others may have changed with them.
            self._mark(name for name in queries if name in changed or "saved_search" in known[name])
        if self._day != date.today():
            self._day = date.today()
            self._mark(name for name, query in queries.items() if self._is_dated(parse(query).expression))
        self._go_on()

    def _look(self, changes: Changes) -> None:
        self._mark(name for name, parts in self._rests_on.items() if touches(changes, parts))
        self._go_on()

    def _mark(self, names: Iterable[str]) -> None:
        self._stale.update(dict.fromkeys(names))

    def _go_on(self) -> None:
        if self._counting or not self._stale:
            return
        name = self._counting = next(iter(self._stale))
        query = self._queries[name]
        # What changes on the way makes it stale again, behind the others.
        del self._stale[name]
        self._lanes.ask(
            "saved searches",
            lambda connection: (name, query, count(connection, parse(query))),
            self._take,
            patient=True,
        )

    def _take(self, answer: tuple[str, str, int]) -> None:
        name, query, found = answer
        self._counting = ""
        if self._queries.get(name) == query:
            self.counted.emit(name, found)
        self._go_on()

    def _is_dated(self, expression: Expression) -> bool:
        match expression:
            case And(parts) | Or(parts):
                return any(map(self._is_dated, parts))
            case Not(part):
                return self._is_dated(part)
            case _:
                return isinstance(expression, DateRange | Saved)
