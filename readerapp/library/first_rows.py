"""The first papers of a list, for the first paint: as little as that takes to read, and no more to import."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple


class FirstRow(NamedTuple):
    """What is seen at first of a paper, as it is stored; see `papers.Row`. `tags` are names and colours, one after
    the other, "" for no colour."""

    title: str
    byline: str
    venue: str
    year: int | None
    status: int
    starred: int
    queued: int
    note: int
    highlights: int
    code: int
    pdf: int
    rating: int | None
    takeaway: str
    tags: list[str]
    id: int


# Walks the index of (shelf, added): the list that is shown when none is remembered.
_NEWEST = """
SELECT id FROM paper WHERE shelf = 0 AND +id < ifnull((SELECT min(first_id) FROM arriving), 9223372036854775807)
ORDER BY added DESC, id DESC LIMIT ?
"""
# A screenful: every look-up goes by a primary key or an index on paper_id. A tag without a colour has that of the
# outermost tag above it.
_ROWS = """
SELECT p.title, p.byline, p.venue, p.year, p.status, p.starred,
       EXISTS (SELECT 1 FROM queue WHERE paper_id = p.id),
       EXISTS (SELECT 1 FROM note WHERE paper_id = p.id),
       (SELECT count(*) FROM highlight WHERE paper_id = p.id),
       EXISTS (SELECT 1 FROM link WHERE rel = 'code' AND paper_id = p.id),
       EXISTS (SELECT 1 FROM link WHERE rel = 'pdf' AND paper_id = p.id)
           OR EXISTS (SELECT 1 FROM attachment WHERE media_type = 'application/pdf' AND paper_id = p.id),
       p.rating, p.takeaway,
       (SELECT group_concat(name || char(31) || colour, char(31)) FROM (
           SELECT tag.name, CASE WHEN tag.colour <> '' THEN tag.colour ELSE ifnull((
               SELECT colour FROM tag AS above WHERE above.key = substr(tag.key, 1, instr(tag.key, '/') - 1)), '')
               END AS colour
           FROM paper_tag JOIN tag ON tag.id = paper_tag.tag_id WHERE paper_tag.paper_id = p.id ORDER BY tag.key)),
       p.id
FROM json_each(?) AS chosen CROSS JOIN paper AS p ON p.id = chosen.value
"""


def first_rows(connection: sqlite3.Connection, ids: Sequence[int], number: int) -> list[FirstRow]:
    """At most `number` papers in this order, those that are gone left out; without any ids those added last."""
    chosen = list(ids) or [paper for (paper,) in connection.execute(_NEWEST, (number,))]
    # A list of numbers is JSON as Python writes it, and no name of a tag has the character that parts them.
    rows = connection.execute(_ROWS, (str(chosen[:number]),))
    return [FirstRow._make((*row[:13], row[13].split("\x1f") if row[13] else [], row[14])) for row in rows]
