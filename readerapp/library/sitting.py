"""What the reader did since a moment, as the history has it: for the summary of a reading session."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from readerapp.records import Status


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper that was finished, with its takeaway, "" for none."""

    id: int
    title: str
    takeaway: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was done: the papers finished, in this order, how many were dropped and tagged, on how many notes were
    written, and the title of the paper that is next, "" for none."""

    finished: tuple[Finished, ...]
    dropped: int
    tagged: int
    noted: int
    next: str


# The rows that changed since and stay changed; what was undone does not count. The changes of an undo have new
# numbers, and belong to steps that are undone.
_SINCE = "FROM undo_change AS c JOIN undo_step AS s ON s.id = c.step_id WHERE c.id > :mark AND NOT s.undone"
_STATUS = f"""
SELECT paper.id, paper.title, paper.takeaway, paper.status FROM (
    SELECT c.paper_id, max(c.id) AS last {_SINCE}
        AND c.tbl = 'paper' AND c.op = 'update' AND json_type(c.old, '$.status') IS NOT NULL
    GROUP BY c.paper_id) AS changed
JOIN paper ON paper.id = changed.paper_id WHERE paper.status IN (2, 3) ORDER BY last
"""
_TAGGED = f"""
SELECT count(DISTINCT c.paper_id) {_SINCE} AND c.tbl = 'paper_tag' AND c.op = 'insert' AND EXISTS (
    SELECT 1 FROM paper_tag WHERE tag_id = json_extract(c.key, '$[0]') AND paper_id = json_extract(c.key, '$[1]'))
"""
_NOTED = f"""
SELECT count(DISTINCT c.paper_id) {_SINCE} AND c.tbl = 'note' AND EXISTS (
    SELECT 1 FROM note WHERE paper_id = c.paper_id)
"""
_NEXT = """
SELECT paper.title FROM json_each(:papers) AS one CROSS JOIN paper ON paper.id = one.value
WHERE paper.shelf = 0 AND paper.status IN (0, 1) ORDER BY one.key LIMIT 1
"""


def mark(connection: sqlite3.Connection) -> int:
    """The present moment of the history, for `since`."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM undo_change").fetchone()[0])


def since(connection: sqlite3.Connection, mark: int, papers: Sequence[int]) -> Sitting:
    """What was done since a `mark`. `papers` are those to be read, in their order: the first that is neither read nor
    dropped is next."""
    values = {"mark": mark, "papers": json.dumps(list(papers))}
    changed = connection.execute(_STATUS, values).fetchall()
    following = connection.execute(_NEXT, values).fetchone()
    return Sitting(
        tuple(Finished(*row[:3]) for row in changed if row[3] == Status.READ),
        sum(row[3] == Status.DROPPED for row in changed),
        connection.execute(_TAGGED, values).fetchone()[0],
        connection.execute(_NOTED, values).fetchone()[0],
        following[0] if following else "",
    )
