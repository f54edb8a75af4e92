"""What the reader has done, week by week, as the history of statuses says it; and how much of their own there is.

A week begins on Monday where the reader is, so one of them may have 167 or 169 hours. Papers in the trash count as
what they were until they went there: they came in, and some were read.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from readerapp.library import tags
from readerapp.library.papers import VISIBLE
from readerapp.records import Status

_NUMBER = "SELECT count(*) FROM"
_OF_PAPERS = f"JOIN paper AS p ON p.id = paper_id WHERE {VISIBLE}"

_DAY = 24 * 3600 * 1000
# "All" goes back no further: a file may give a paper any date.
_MOST_WEEKS = 30 * 52
# How many of the last weeks the sentence on the reader's pace is about.
LATELY = 4
# The pace of the reader is that of so many last weeks, and is not spoken of before there are so many to go by, with
# so many papers finished in them.
PACE_WEEKS, _PACE_FROM, _PACE_OF = 8, 2, 2
# The classes of the time from added to read: up to so many days, and more than the last.
DAYS = (1, 7, 30, 90, 365)

# The papers that count, as `p`: of the project with the key :project, or all for "". The list of a project is made
# once, by the range of its key; SQLite then asks it for each paper.
_COUNTED = f"""{VISIBLE} AND (:project = '' OR p.id IN (
    SELECT paper_id FROM paper_tag JOIN tag ON tag.id = tag_id
    WHERE tag.key = :project OR (tag.key >= :project || '/' AND tag.key < :project || '0')))"""

# Walks the index paper (shelf, added), week by week; :begins are the beginnings of the weeks, with a first one before
# all times and the end of the last.
_ADDED = f"""
SELECT week.key - 1, (SELECT count(*) FROM paper AS p
    WHERE p.shelf IN (0, 1) AND p.added >= week.value AND p.added < week.after AND {_COUNTED})
FROM (SELECT key, value, lead(value) OVER (ORDER BY key) AS after FROM json_each(:begins)) AS week
WHERE week.after IS NOT NULL
"""
# Papers that were read or dropped when they came, without a word of when. The index (shelf, status, added) has them.
_DONE_BEFORE = f"""
SELECT week_of(p.added) AS week, -count(*) FROM paper AS p
WHERE p.shelf IN (0, 1) AND p.status IN (2, 3) AND p.added < :end
    AND NOT EXISTS (SELECT 1 FROM status_change WHERE paper_id = p.id) AND {_COUNTED}
GROUP BY week
"""
# Walks the index status_change (status, at). What a paper was when it came in, the reader did not do then.
_MARKED = f"""
SELECT week_of(at) AS week, status_change.status, count(DISTINCT p.id)
FROM status_change JOIN paper AS p ON p.id = paper_id
WHERE status_change.status IN (2, 3) AND at >= :begin AND at < :end AND at <> p.added AND {_COUNTED}
GROUP BY week, status_change.status
"""
# The papers that changes of status put on the pile of unread and begun ones (1) or take from it (-1). What is older
# than the paper's coming here counts from then; what was done in the trash does not count.
# CROSS JOIN: few papers have such changes, so these come first, and then their papers.
_MOVED = f"""
SELECT week_of(max(at, added)) AS week, sum((status IN (0, 1)) - (was IN (0, 1))) FROM (
    SELECT at, p.added, status_change.status,
           lag(status_change.status, 1, 0) OVER (PARTITION BY p.id ORDER BY at, status_change.id) AS was
    FROM status_change CROSS JOIN paper AS p ON p.id = paper_id
    WHERE (p.trashed IS NULL OR at <= p.trashed) AND {_COUNTED})
WHERE max(at, added) < :end GROUP BY week
"""
# Those that the trash takes from it.
_TRASHED = f"""
SELECT week_of(max(p.trashed, p.added)) AS week, -sum(coalesce(
    (SELECT status_change.status IN (0, 1) FROM status_change WHERE paper_id = p.id AND at <= p.trashed
     ORDER BY at DESC, id DESC LIMIT 1),
    p.status IN (0, 1) OR EXISTS (SELECT 1 FROM status_change WHERE paper_id = p.id)))
FROM paper AS p WHERE p.shelf = 1 AND max(p.trashed, p.added) < :end AND {_COUNTED} GROUP BY week
"""
# How long each paper waited for its first reading. One that had been read before it came did not wait.
_WAITED = f"""
SELECT week_of(min(at)), min(at) - p.added FROM status_change JOIN paper AS p ON p.id = paper_id
WHERE status_change.status = 2 AND {_COUNTED}
GROUP BY p.id HAVING min(at) > p.added AND min(at) >= :begin AND min(at) < :end
"""
_LATELY = f"""
SELECT (SELECT count(*) FROM paper AS p
        WHERE p.shelf IN (0, 1) AND p.added >= :begin AND p.added < :end AND {_COUNTED}),
       (SELECT count(DISTINCT p.id) FROM status_change JOIN paper AS p ON p.id = paper_id
        WHERE status_change.status = 2 AND at >= :begin AND at < :end AND at <> p.added AND {_COUNTED}),
       (SELECT count(DISTINCT p.id) FROM status_change JOIN paper AS p ON p.id = paper_id
        WHERE status_change.status = 3 AND at >= :begin AND at < :end AND at <> p.added AND {_COUNTED})
"""
# Those finished since, a paper once, and when the first of all was. Both walk the index status_change (status, at).
_FINISHING = f"""FROM status_change CROSS JOIN paper AS p ON p.id = paper_id
        WHERE status_change.status = 2 AND at < :end AND at <> p.added AND {_COUNTED}"""
_FINISHED = f"""
SELECT (SELECT count(DISTINCT p.id) {_FINISHING} AND at >= :begin), (SELECT at {_FINISHING} ORDER BY at LIMIT 1)
"""
_FIRST = f"""
SELECT min((SELECT min(p.added) FROM paper AS p WHERE p.shelf IN (0, 1) AND {_COUNTED}),
           (SELECT coalesce(min(at), 9223372036854775807) FROM status_change JOIN paper AS p ON p.id = paper_id
            WHERE {_COUNTED}))
"""


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on this Monday: how many papers were added, read and dropped in it, how many were unread or
    begun at its end, and the median of the days that those read for the first time had waited (None: there are none).

    A paper counts as read in each week it was marked so, once, unless it came in so.
    """

    monday: date
    added: int
    read: int
    dropped: int
    backlog: int
    days: float | None


@dataclass(frozen=True, slots=True)
class Activity:
    """Some weeks, the present one last, and what they are together.

    `days` is the median of the days that papers first read in these weeks had waited, None if there are none;
    `waited` how many of those waited up to each number of DAYS, and longer. `added`, `read` and `dropped` are of the
    last LATELY weeks, a paper once.
    """

    weeks: tuple[Week, ...]
    days: float | None
    waited: tuple[int, ...]
    added: int
    read: int
    dropped: int

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to be shown: no paper, and no sign of one."""
        return not any(week.added or week.read or week.dropped or week.backlog for week in self.weeks)


def activity(connection: sqlite3.Connection, today: date, number: int, project: str = "") -> Activity:
    """What happened in the last `number` weeks, in the whole library or in a project: a tag and all below it."""
    mondays = _mondays(today, number)
    begins = [_begin(day) for day in mondays]
    values = {
        "project": tags.key(project),
        "begin": begins[0],
        "end": begins[-1],
        "begins": json.dumps([-(2**63), *begins]),
    }
    # What was before the first of the weeks is in week -1.
    connection.create_function("week_of", 1, lambda at: bisect_right(begins, at) - 1, deterministic=True)
    added = dict(connection.execute(_ADDED, values).fetchall())
    moved = defaultdict(int, added)
    for moving in (_DONE_BEFORE, _MOVED, _TRASHED):
        for week, change in connection.execute(moving, values):
            moved[week] += change
    marked = {(week, status): count for week, status, count in connection.execute(_MARKED, values)}
    waits: dict[int, list[float]] = defaultdict(list)
    for week, wait in connection.execute(_WAITED, values):
        waits[week].append(wait / _DAY)
    weeks = []
    backlog = moved[-1]
    for week, monday in enumerate(mondays[:-1]):
        backlog += moved[week]
        read, dropped = marked.get((week, Status.READ), 0), marked.get((week, Status.DROPPED), 0)
        days = median(waits[week]) if waits[week] else None
        weeks.append(Week(monday, added[week], read, dropped, backlog, days))
    lately = values | {"begin": begins[-1 - min(LATELY, number)]}
    every = [wait for found in waits.values() for wait in found]
    return Activity(
        tuple(weeks),
        median(every) if every else None,
        _classes(every),
        *connection.execute(_LATELY, lately).fetchone(),
    )


def weeks(connection: sqlite3.Connection, today: date, number: int) -> Sequence[Week]:
    """The last `number` weeks, the present one last."""
    return activity(connection, today, number).weeks


def all_weeks(connection: sqlite3.Connection, today: date, project: str = "") -> int:
    """How many weeks there are from the first thing that the library, or a project, knows of to the present one."""
    (first,) = connection.execute(_FIRST, {"project": tags.key(project)}).fetchone()
    oldest, *later = _mondays(today, _MOST_WEEKS)
    if first is None or first >= _begin(later[-2]):
        return 1
    if first < _begin(oldest):
        return _MOST_WEEKS
    return len(later) - bisect_right(later, datetime.fromtimestamp(first / 1000).date())


def _mondays(today: date, number: int) -> list[date]:
    """The Mondays of the last `number` weeks, and the next one."""
    monday = today - timedelta(days=today.weekday())
    return [monday + timedelta(weeks=n) for n in range(1 - number, 2)]


def _begin(day: date) -> int:
    """When a day begins where the reader is, as the library stores times."""
    return round(datetime(day.year, day.month, day.day).timestamp() * 1000)


def _classes(waits: Sequence[float]) -> tuple[int, ...]:
    ordered = sorted(waits)
    ends = [bisect_right(ordered, days) for days in DAYS] + [len(ordered)]
    return tuple(end - begin for begin, end in zip([0, *ends], ends, strict=False))


def pace(connection: sqlite3.Connection, now: datetime) -> float | None:
    """How many papers the reader finishes a week, as the last PACE_WEEKS weeks before `now` say, or as many of them as
    there are since the first paper was finished. None where there is too little to go by.

    What was read when it came in does not count, nor a paper twice.
    """
    end = round(now.timestamp() * 1000)
    values = {"project": "", "begin": end - PACE_WEEKS * 7 * _DAY, "end": end}
    finished, first = connection.execute(_FINISHED, values).fetchone()
    if finished < _PACE_OF:
        return None
    weeks = min(PACE_WEEKS, (end - first) / (7 * _DAY))
    return None if weeks < _PACE_FROM else float(finished / weeks)


def notes(connection: sqlite3.Connection) -> int:
    """How many papers have a note."""
    (number,) = connection.execute(f"{_NUMBER} note {_OF_PAPERS}").fetchone()
    return int(number)


def highlights(connection: sqlite3.Connection) -> int:
    """How many highlights there are."""
    (number,) = connection.execute(f"{_NUMBER} highlight {_OF_PAPERS}").fetchone()
    return int(number)
