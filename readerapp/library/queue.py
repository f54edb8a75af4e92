"""Up next: the papers the reader means to read, in order. Writing happens inside a step.

Up next of a project is what is queued and has the project's tag or one below it. The reader may give it an order of
its own: papers with a place in `project_queue` come first, in the order of these places, the others as in the whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence

from readerapp.errors import Refused
from readerapp.library.tags import clean, find

# Room between two neighbours, so that moving one paper writes one row. When it is used up the queue is numbered anew.
_GAP = 1 << 20

_WHOLE = "SELECT paper_id FROM queue JOIN paper ON paper.id = paper_id AND shelf = 0 ORDER BY position, paper_id"
# CROSS JOIN starts from the queue, which is short.
_OF_PROJECT = """
SELECT queue.paper_id FROM queue CROSS JOIN paper ON paper.id = queue.paper_id AND shelf = 0
    LEFT JOIN project_queue AS own ON own.paper_id = paper.id AND own.tag_id = :tag
WHERE EXISTS (SELECT 1 FROM paper_tag CROSS JOIN tag_above ON tag_above.tag_id = paper_tag.tag_id
              WHERE paper_tag.paper_id = paper.id AND above_id = :tag)
ORDER BY own.position IS NULL, own.position, queue.position, queue.paper_id
"""


def ids(connection: sqlite3.Connection, project: str = "") -> list[int]:
    """The queued papers in their order, those in the trash left out: all, or those of a project."""
    if not project:
        return [paper for (paper,) in connection.execute(_WHOLE)]
    tag = _tag(connection, project)
    return [] if tag is None else [paper for (paper,) in connection.execute(_OF_PROJECT, {"tag": tag})]


def append(connection: sqlite3.Connection, papers: Sequence[int], at: int) -> None:
    """Puts papers at the end, in the given order; those already queued stay, those that are gone are passed over."""
    (last,) = connection.execute("SELECT coalesce(max(position), 0) FROM queue").fetchone()
    connection.executemany(
        "INSERT INTO queue (paper_id, position, added) SELECT id, ?, ? FROM paper WHERE id = ? ON CONFLICT DO NOTHING",
        [(last + _GAP * n, at, paper) for n, paper in enumerate(papers, start=1)],
    )


def remove(connection: sqlite3.Connection, papers: Sequence[int]) -> None:
    """Takes papers out, also out of the order of every project."""
    chosen = (json.dumps(list(papers)),)
    for table in ("queue", "project_queue"):
        connection.execute(f"DELETE FROM {table} WHERE paper_id IN (SELECT value FROM json_each(?))", chosen)


def move(connection: sqlite3.Connection, papers: Collection[int], offset: int, project: str = "") -> None:
    """Moves the queued ones of `papers` together by `offset` places; they keep their order."""
    order = ids(connection, project)
    chosen, rest = _parted(order, papers)
    if chosen:
        first = order.index(chosen[0])
        _order_anew(connection, order, chosen, rest, max(0, min(len(rest), first + offset)), project)


def move_to_top(connection: sqlite3.Connection, papers: Collection[int], project: str = "") -> None:
    """Moves the queued ones of `papers` to the top; they keep their order."""
    order = ids(connection, project)
    _order_anew(connection, order, *_parted(order, papers), 0, project)


def move_to_end(connection: sqlite3.Connection, papers: Collection[int], project: str = "") -> None:
    """Moves the queued ones of `papers` to the end; they keep their order."""
    order = ids(connection, project)
    chosen, rest = _parted(order, papers)
    _order_anew(connection, order, chosen, rest, len(rest), project)


def place(
    connection: sqlite3.Connection, papers: Collection[int], beside: int, *, below: bool = False, project: str = ""
) -> None:
    """Moves the queued ones of `papers` above, or below, another queued paper; they keep their order. Nothing happens
    when that paper is one of them, or is not queued."""
    order = ids(connection, project)
    chosen, rest = _parted(order, papers)
    if beside in rest:
        _order_anew(connection, order, chosen, rest, rest.index(beside) + below, project)


def _parted(order: Sequence[int], papers: Collection[int]) -> tuple[list[int], list[int]]:
    wanted = set(papers)
    return [paper for paper in order if paper in wanted], [paper for paper in order if paper not in wanted]


def _order_anew(
    connection: sqlite3.Connection, order: list[int], chosen: list[int], rest: list[int], at: int, project: str
) -> None:
    """Writes the order that puts the chosen papers before the one at `at` of the rest."""
    wanted = rest[:at] + chosen + rest[at:]
    if not chosen or wanted == order:
        return
    if not project:
        rows = connection.execute("SELECT paper_id, position FROM queue ORDER BY position, paper_id")
        places = [(position, paper) for paper, position in _places(wanted, set(chosen), dict(rows)).items()]
        connection.executemany("UPDATE queue SET position = ? WHERE paper_id = ?", places)
        return
    tag = _tag(connection, project)
    rows = connection.execute(
        "SELECT paper_id, position FROM project_queue WHERE tag_id = ? ORDER BY position, paper_id", (tag,)
    )
    now = dict(rows)
    # Who comes after the last paper with a place needs none: they follow as in the whole.
    last = max(n for n, paper in enumerate(wanted) if paper in now or n == at + len(chosen) - 1)
    connection.executemany(
        "INSERT INTO project_queue (tag_id, paper_id, position) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET position = excluded.position",
        [(tag, paper, position) for paper, position in _places(wanted[: last + 1], set(chosen), now).items()],
    )


def _places(wanted: list[int], moving: set[int], now: dict[int, int]) -> dict[int, int]:
    """New positions that put papers in the wanted order: for those that move and those without one, and for all of
    `now`, which is in order, where there is no room."""
    fixed = [now[paper] for paper in wanted if paper in now and paper not in moving]
    places: dict[int, int] = {}
    waiting: list[int] = []
    before: int | None = None
    for paper in [*wanted, None]:
        if paper is not None and (paper in moving or paper not in now):
            waiting.append(paper)
            continue
        after = None if paper is None else now[paper]
        if waiting:
            room = len(waiting) + 1
            low = before if before is not None else (after or 0) - _GAP * room
            high = after if after is not None else low + _GAP * room
            step = (high - low) // room
            if not step:
                return _numbered_anew(wanted, moving, now)
            places |= {one: low + step * n for n, one in enumerate(waiting, start=1)}
            waiting = []
        before = after
    # Equal places, as another program may leave them, are in order by the id alone.
    return places if len(fixed) == len(set(fixed)) else _numbered_anew(wanted, moving, now)


def _numbered_anew(wanted: list[int], moving: set[int], now: dict[int, int]) -> dict[int, int]:
    """Positions for all: who is not shown, as a paper in the trash, stays behind the one it followed."""
    shown = set(wanted)
    followers: dict[int | None, list[int]] = defaultdict(list)
    leader: int | None = None
    for paper in now:
        if paper not in shown:
            followers[leader].append(paper)
        elif paper not in moving:
            leader = paper
    order = list(followers[None])
    for paper in wanted:
        order += [paper, *followers[paper]]
    return {paper: _GAP * n for n, paper in enumerate(order, start=1) if now.get(paper) != _GAP * n}


def _tag(connection: sqlite3.Connection, project: str) -> int | None:
    """The tag that this name stands for."""
    try:
        return find(connection, clean(project))
    except Refused:  # no tag can have such a name
        return None
