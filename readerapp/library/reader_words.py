"""The further forms of what the reader wrote, so that "Łódź" in a note is found by lodz: the table words_also."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from readerapp.library.folding import also_words


def settle(connection: sqlite3.Connection, papers: Iterable[int]) -> None:
    """Brings the further forms of these papers up to their notes, highlights and takeaways. Belongs into the
    transaction that changed those."""
    chosen = json.dumps(list(papers))
    for paper, old, new in _differing(connection, "w.id IN (SELECT value FROM json_each(?))", (chosen,)):
        if not new:
            connection.execute("DELETE FROM words_also WHERE paper_id = ?", (paper,))
        elif not old:
            connection.execute("INSERT INTO words_also (paper_id, also) VALUES (?, ?)", (paper, new))
        else:
            connection.execute("UPDATE words_also SET also = ? WHERE paper_id = ?", (new, paper))


def unsettled(connection: sqlite3.Connection) -> list[int]:
    """The papers whose further forms are not those of the reader's words."""
    return [paper for paper, _, _ in _differing(connection, "true", ())]


def _differing(connection: sqlite3.Connection, which: str, parameters: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """Papers of which the further forms are wrong, with what they are and what they should be."""
    return [
        (paper, old, new)
        for paper, note, highlights, takeaway, old in connection.execute(
            "SELECT w.id, w.note, w.highlights, w.takeaway, w.also FROM reader_words AS w"
            f" WHERE {which} AND (w.note <> '' OR w.highlights <> '' OR w.takeaway <> '' OR w.also <> '')",
            parameters,
        ).fetchall()
        if old != (new := also_words(note, highlights, takeaway))
    ]
