"""The trash: which papers are in it, and what would be lost with them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes when papers are deleted: how many of them there are, how many have what, and the first titles."""

    papers: int
    notes: int
    highlights: int
    takeaways: int
    tagged: int
    attachments: int
    titles: tuple[str, ...]


def ids(connection: sqlite3.Connection) -> list[int]:
    """The papers in the trash, last trashed first."""
    return [
        paper for (paper,) in connection.execute("SELECT id FROM paper WHERE shelf = 1 ORDER BY trashed DESC, id DESC")
    ]


def among(connection: sqlite3.Connection, papers: Iterable[int]) -> list[int]:
    """Those of these papers that are in the trash, in this order."""
    asked = list(papers)
    found = {
        paper
        for (paper,) in connection.execute(
            "SELECT id FROM paper WHERE id IN (SELECT value FROM json_each(?)) AND shelf = 1", (json.dumps(asked),)
        )
    }
    return [paper for paper in asked if paper in found]


def loss(connection: sqlite3.Connection, papers: Sequence[int], titles: int) -> Loss:
    """What would go with these papers, with the first so many titles; those that are not in the trash do not count."""
    chosen = among(connection, papers)
    asked = (json.dumps(chosen),)
    numbers = [
        int(connection.execute(f"{sql} IN (SELECT value FROM json_each(?))", asked).fetchone()[0])
        for sql in (
            "SELECT count(*) FROM note WHERE paper_id",
            "SELECT count(DISTINCT paper_id) FROM highlight WHERE paper_id",
            "SELECT count(*) FROM paper WHERE takeaway <> '' AND id",
            "SELECT count(DISTINCT paper_id) FROM paper_tag WHERE paper_id",
            "SELECT count(DISTINCT paper_id) FROM attachment WHERE paper_id",
        )
    ]
    first = chosen[:titles]
    named = dict(
        connection.execute(
            "SELECT id, title FROM paper WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(first),)
        )
    )
    notes, highlights, takeaways, tagged, attachments = numbers
    return Loss(len(chosen), notes, highlights, takeaways, tagged, attachments, tuple(named[paper] for paper in first))
