"""What the reader has done lately, and how much of their own there is."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from readerapp.library.papers import VISIBLE
from readerapp.records import Status

_NUMBER = "SELECT count(*) FROM"
_OF_PAPERS = f"JOIN paper AS p ON p.id = paper_id WHERE {VISIBLE}"


@dataclass(frozen=True, slots=True)
class Week:
    """How many papers were added and how many finished in the week that begins on this Monday, where the reader is."""

    monday: date
    added: int
    read: int


def weeks(connection: sqlite3.Connection, today: date, number: int) -> list[Week]:
    """The last `number` weeks, the present one last. A paper counts as read in each week it was marked so."""
    monday = today - timedelta(days=today.weekday())
    mondays = [monday + timedelta(weeks=n) for n in range(1 - number, 2)]
    begins = [round(datetime(day.year, day.month, day.day).timestamp() * 1000) for day in mondays]
    found = []
    # Both counts walk an index, paper (shelf, added) and status_change (status, at).
    for day, first, end in zip(mondays, begins, begins[1:], strict=False):
        added, read = connection.execute(
            f"SELECT (SELECT count(*) FROM paper AS p WHERE shelf = 0 AND added >= ?1 AND added < ?2 AND {VISIBLE}),"
            " (SELECT count(DISTINCT paper_id) FROM status_change JOIN paper AS p ON p.id = paper_id"
            f"  WHERE status_change.status = ?3 AND at >= ?1 AND at < ?2 AND {VISIBLE})",
            (first, end, Status.READ),
        ).fetchone()
        found.append(Week(day, added, read))
    return found


def notes(connection: sqlite3.Connection) -> int:
    """How many papers have a note."""
    (number,) = connection.execute(f"{_NUMBER} note {_OF_PAPERS}").fetchone()
    return int(number)


def highlights(connection: sqlite3.Connection) -> int:
    """How many highlights there are."""
    (number,) = connection.execute(f"{_NUMBER} highlight {_OF_PAPERS}").fetchone()
    return int(number)
