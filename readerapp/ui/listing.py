"""Which papers are listed: a list's own query, what is typed in the search field, and the order."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Connection
from readerapp.library.language import Query, Sort, both, parse
from readerapp.library.search import ids

# Painted at once; the rest follows in the background.
FIRST = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: ids in order, all of them when `complete`; `milliseconds` from question to answer."""

    ids: array[int]
    complete: bool
    milliseconds: float
    title: str
    typed: str
    order: str
    explanation: str
    words: tuple[str, ...]
    fresh: bool


class Listing(QObject):
    """Asks the reading lane for the papers of a list. `answered` carries an Answer, the first papers first.

    An Answer is `fresh` when another list or another text was asked for, not the same once more.
    """

    answered = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.title = ""
        self.query = ""
        self.typed = ""
        self._orders: dict[str, str] = {}

    @property
    def orders(self) -> dict[str, str]:
        """The chosen order of each list, by its query, as in `sort:`; lists not in it have their own."""
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
        """Puts this list into an order, now and whenever it is shown again."""
        self._orders[self.query] = order
        self._ask(fresh=True)

    def again(self) -> None:
        """Asks the same once more, because papers have changed."""
        self._ask(fresh=False)

    def first(self, title: str, query: str, typed: str) -> Answer:
        """The first papers of a list, at once, on the window's own connection: for the first paint."""
        self.title, self.query, self.typed = title, query, typed
        began = time.perf_counter()
        parsed = self._parsed()
        return self._answer(parsed, ids(self._lanes.reader, parsed, limit=FIRST), False, began, fresh=True)

    def _parsed(self) -> Query:
        own, typed = parse(self.query), parse(self.typed, typing=True)
        chosen = self._orders.get(self.query)
        order = Sort.by(chosen.lstrip("-"), reverse=chosen.startswith("-")) if chosen else own.sort
        return replace(both(typed, own), sort=typed.sort or order)

    def _ask(self, *, fresh: bool) -> None:
        query = self._parsed()
        began = time.perf_counter()

        def first(connection: Connection) -> array[int]:
            return ids(connection, query, limit=FIRST)

        def everything(connection: Connection) -> array[int]:
            return ids(connection, query)

        def then(found: array[int]) -> None:
            complete = len(found) < FIRST
            self.answered.emit(self._answer(query, found, complete, began, fresh=True))
            if not complete:
                self._lanes.ask("list", everything, finish)

        def finish(found: array[int]) -> None:
            self.answered.emit(self._answer(query, found, True, began, fresh=False))

        # Asked again for the same list, only the whole is of use: the list would else shrink for a moment.
        if fresh:
            self._lanes.ask("list", first, then)
        else:
            self._lanes.ask("list", everything, finish)

    def _answer(self, query: Query, found: array[int], complete: bool, began: float, *, fresh: bool) -> Answer:
        return Answer(
            found,
            complete,
            (time.perf_counter() - began) * 1000,
            self.title,
            self.typed,
            self.order,
            query.explanation,
            query.words,
            fresh,
        )
