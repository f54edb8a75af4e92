"""Papers in brief, any number of them: for answers that list all that a search found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

_BATCH = 5_000

# json_each comes first in the join, so the papers come in the order of the ids.
_BRIEFS = (
    "SELECT p.id, p.status, p.title, p.byline, p.year FROM json_each(?) AS chosen"
    " CROSS JOIN paper AS p ON p.id = chosen.value"
)
_TAGS = (
    "SELECT paper_id, name FROM paper_tag JOIN tag ON tag.id = tag_id"
    " WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY tag.key"
)


Brief = tuple[int, int, str, str, int | None, str]
"""A paper on one line: id, the number of its `Status`, title, byline, year, and its tags, separated by commas."""


def briefs(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Brief]:
    """These papers in this order; one that is gone is left out.

    `papers.rows` tells more of each, for the window of a list that is seen. These take a sixth of its time: a search
    may find the whole library.
    """
    for start in range(0, len(ids), _BATCH):
        chosen = (json.dumps(list(ids[start : start + _BATCH])),)
        tags: dict[int, str] = {}
        for paper, name in connection.execute(_TAGS, chosen):
            tags[paper] = f"{tags[paper]}, {name}" if paper in tags else name
        for row in connection.execute(_BRIEFS, chosen):
            yield *row, tags.get(row[0], "")
