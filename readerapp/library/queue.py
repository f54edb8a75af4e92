"""Up next: the papers the reader means to read, in order. Writing happens inside a step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

# Room between two neighbours, so that moving one paper writes one row. When it is used up the queue is numbered anew.
_GAP = 1 << 20


def ids(connection: sqlite3.Connection) -> list[int]:
    """The queued papers in their order, those in the trash left out."""
    return [
        paper
        for (paper,) in connection.execute(
            "SELECT paper_id FROM queue JOIN paper ON paper.id = paper_id AND shelf = 0 ORDER BY position"
        )
    ]


def append(connection: sqlite3.Connection, papers: Sequence[int], at: int) -> None:
    """Puts papers at the end, in the given order; those already queued stay, those that are gone are passed over."""
    (last,) = connection.execute("SELECT coalesce(max(position), 0) FROM queue").fetchone()
    connection.executemany(
        "INSERT INTO queue (paper_id, position, added) SELECT id, ?, ? FROM paper WHERE id = ? ON CONFLICT DO NOTHING",
        [(last + _GAP * n, at, paper) for n, paper in enumerate(papers, start=1)],
    )


def remove(connection: sqlite3.Connection, papers: Sequence[int]) -> None:
    """Takes papers out."""
    connection.execute(
        "DELETE FROM queue WHERE paper_id IN (SELECT value FROM json_each(?))", (json.dumps(list(papers)),)
    )


def move(connection: sqlite3.Connection, papers: Sequence[int], offset: int | None) -> None:
    """Moves the queued ones of `papers` together by `offset` places, None: to the top; they keep their order."""
    order = ids(connection)
    chosen = [paper for paper in order if paper in set(papers)]
    if not chosen:
        return
    rest = [paper for paper in order if paper not in set(papers)]
    first = order.index(chosen[0])
    at = 0 if offset is None else max(0, min(len(rest), first + offset))
    wanted = rest[:at] + chosen + rest[at:]
    if wanted == order:
        return
    before = _position(connection, rest[at - 1]) if at else None
    after = _position(connection, rest[at]) if at < len(rest) else None
    low = before if before is not None else (after or 0) - _GAP * (len(chosen) + 1)
    high = after if after is not None else low + _GAP * (len(chosen) + 1)
    step = (high - low) // (len(chosen) + 1)
    if step:
        places = [(low + step * n, paper) for n, paper in enumerate(chosen, start=1)]
    else:
        places = [(_GAP * n, paper) for n, paper in enumerate(wanted, start=1)]
    connection.executemany("UPDATE queue SET position = ? WHERE paper_id = ?", places)


def _position(connection: sqlite3.Connection, paper: int) -> int:
    (position,) = connection.execute("SELECT position FROM queue WHERE paper_id = ?", (paper,)).fetchone()
    return int(position)
