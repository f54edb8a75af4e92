"""Review: papers that have waited long and were never looked at, and what is known of why each is here."""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass
from datetime import datetime

from readerapp.library import saved, search
from readerapp.library.connect import moment
from readerapp.library.language import PaperIs, Query, both, parse
from readerapp.library.papers import VISIBLE

WEEK = 7 * 24 * 3600 * 1000

# Walks the queue, or the unread papers in the order they came; each of the others is one look by a primary key or an
# index on paper_id.
_WAITING = f"""
SELECT p.id FROM {{source}}
WHERE p.shelf = 0 AND p.status = 0 AND {{since}} <= :until AND {VISIBLE}
AND NOT EXISTS (SELECT 1 FROM opened WHERE paper_id = p.id)
AND NOT EXISTS (SELECT 1 FROM note WHERE paper_id = p.id)
AND NOT EXISTS (SELECT 1 FROM highlight WHERE paper_id = p.id)
AND NOT EXISTS (SELECT 1 FROM kept WHERE paper_id = p.id AND at > :until)
ORDER BY {{since}}, p.id
"""
_QUEUED = _WAITING.format(source="queue CROSS JOIN paper AS p ON p.id = paper_id", since="queue.added")
_UNREAD = _WAITING.format(source="paper AS p", since="p.added")


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a paper may have been saved. `queued` is when it came into up next, None if it is not there; `origin` what
    brought it, `beside` the titles next to it there, of `came_with` papers."""

    added: datetime
    queued: datetime | None
    kept: datetime | None
    origin: str
    came_with: int
    beside: tuple[str, ...]
    tags: tuple[str, ...]


def waiting(connection: sqlite3.Connection, weeks: int, now: int, *, queued: bool = True) -> array[int]:
    """The unread papers that wait since so many weeks, in up next or, unless `queued`, in the library, and were never
    opened, noted in or highlighted, nor kept since then. The oldest first. `now` is in milliseconds since 1970."""
    found = connection.execute(_QUEUED if queued else _UNREAD, {"until": now - weeks * WEEK})
    return array("q", (paper for (paper,) in found))


def reasons(connection: sqlite3.Connection, paper: int, beside: int = 3) -> Reasons | None:
    """What is known of why a paper was saved; None when it is gone."""
    row = connection.execute(
        "SELECT p.added, queue.added, kept.at, coalesce(nullif(import.title, ''), p.source), p.import_id, import.added"
        " FROM paper AS p LEFT JOIN queue ON queue.paper_id = p.id LEFT JOIN kept ON kept.paper_id = p.id"
        " LEFT JOIN import ON import.id = p.import_id WHERE p.id = ?",
        (paper,),
    ).fetchone()
    if row is None:
        return None
    added, queued, kept, origin, brought, number = row
    # Those that stood beside it: a page of papers has neighbours.
    near = (
        f"SELECT * FROM (SELECT id, title FROM paper WHERE import_id = ?1 AND id {side} ?2 AND shelf = 0"
        f" ORDER BY id {order} LIMIT ?3)"
        for side, order in (("<", "DESC"), (">", "ASC"))
    )
    titles = connection.execute(
        f"SELECT title FROM ({' UNION ALL '.join(near)}) ORDER BY abs(id - ?2), id LIMIT ?3", (brought, paper, beside)
    )
    tags = connection.execute(
        "SELECT name FROM paper_tag CROSS JOIN tag ON tag.id = tag_id WHERE paper_id = ? ORDER BY key", (paper,)
    )
    return Reasons(
        moment(added),
        None if queued is None else moment(queued),
        None if kept is None else moment(kept),
        origin or "",
        max((number or 0) - 1, 0),
        tuple(title for (title,) in titles),
        tuple(name for (name,) in tags),
    )


def found_by(connection: sqlite3.Connection, paper: int) -> tuple[str, ...]:
    """The names of the saved searches that find a paper."""
    # The paper first: then of the other parts no more papers than one are counted, to see where to start.
    itself = Query(PaperIs(paper))
    return tuple(
        one.name for one in saved.searches(connection) if search.count(connection, both(itself, parse(one.query)))
    )
