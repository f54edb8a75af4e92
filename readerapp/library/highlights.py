"""Highlights and what their colours mean. What is written here belongs inside a step; rows that would not change are
not written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from readerapp.errors import Refused
from readerapp.library import reader_words
from readerapp.library.tags import COLOURS
from readerapp.records import HighlightedPaper, HighlightRecord


def add(connection: sqlite3.Connection, paper: int, mark: HighlightRecord, at: int) -> None:
    """Puts a highlight on a paper. Raises Refused when the paper, or the meaning, is gone."""
    if connection.execute("SELECT 1 FROM paper WHERE id = ?", (paper,)).fetchone() is None:
        raise Refused("This paper is no longer in the library.", "Undo what removed it, then highlight again.")
    connection.execute(
        "INSERT INTO highlight (paper_id, target, quote, prefix, suffix, start, page, meaning_id, comment, added,"
        " changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            paper, mark.target, mark.quote, mark.prefix, mark.suffix, mark.start, mark.page,
            _meaning(connection, mark.meaning), mark.comment, at, at,
        ),
    )  # fmt: skip
    _touch(connection, paper, at)


def newest(connection: sqlite3.Connection, paper: int) -> int:
    """The id of the highlight that was made last on a paper; 0 when it has none."""
    found = connection.execute("SELECT max(id) FROM highlight WHERE paper_id = ?", (paper,)).fetchone()
    return found[0] or 0


def quote(connection: sqlite3.Connection, highlight: int) -> str:
    """What a highlight marks. Raises Refused when it is gone."""
    found = connection.execute("SELECT quote FROM highlight WHERE id = ?", (highlight,)).fetchone()
    if found is None:
        raise Refused("This highlight is no longer there.", "Undo what deleted it.")
    return str(found[0])


def set_meaning(connection: sqlite3.Connection, highlight: int, meaning: str, at: int) -> None:
    """Gives a highlight the meaning of this name; "" takes it away. Raises Refused when one of them is gone."""
    quote(connection, highlight)
    _update(connection, highlight, {"meaning_id": _meaning(connection, meaning)}, at)


def set_comment(connection: sqlite3.Connection, highlight: int, comment: str, at: int) -> None:
    """Replaces the comment on a highlight; "" takes it away. Raises Refused when the highlight is gone."""
    quote(connection, highlight)
    _update(connection, highlight, {"comment": comment}, at)


def move(connection: sqlite3.Connection, highlight: int, mark: HighlightRecord, at: int) -> None:
    """Has a highlight mark another passage. Raises Refused when it is gone."""
    quote(connection, highlight)
    place = {name: getattr(mark, name) for name in ("target", "quote", "prefix", "suffix", "start", "page")}
    _update(connection, highlight, place, at)


def delete(connection: sqlite3.Connection, highlights: Sequence[int], at: int) -> None:
    """Deletes these highlights, with their comments."""
    for highlight in highlights:
        for (paper,) in connection.execute("SELECT paper_id FROM highlight WHERE id = ?", (highlight,)).fetchall():
            connection.execute("DELETE FROM highlight WHERE id = ?", (highlight,))
            _touch(connection, paper, at)


def _update(connection: sqlite3.Connection, highlight: int, columns: Mapping[str, object], at: int) -> None:
    settings = ", ".join(f"{name} = ?" for name in columns)
    differs = " OR ".join(f"{name} IS NOT ?" for name in columns)
    values = tuple(columns.values())
    written = connection.execute(
        f"UPDATE highlight SET {settings}, changed = ? WHERE id = ? AND ({differs}) RETURNING paper_id",
        (*values, at, highlight, *values),
    ).fetchall()
    for (paper,) in written:
        _touch(connection, paper, at)


def _touch(connection: sqlite3.Connection, paper: int, at: int) -> None:
    connection.execute("UPDATE paper SET changed = ? WHERE id = ?", (at, paper))
    reader_words.settle(connection, [paper])


# One look-up by highlight_paper_id for each paper.
_TABLE = """
SELECT p.id, p.title, p.byline, p.venue, p.year, h.quote, coalesce(m.name, ''), h.comment, h.target, h.prefix,
       h.suffix, h.start, h.page, h.id
FROM json_each(?) AS wanted CROSS JOIN highlight AS h ON h.paper_id = wanted.value
JOIN paper AS p ON p.id = h.paper_id LEFT JOIN meaning AS m ON m.id = h.meaning_id
ORDER BY wanted.key, h.target, h.page, h.start, h.id
"""


def table(connection: sqlite3.Connection, ids: Iterable[int]) -> list[HighlightedPaper]:
    """Those of these papers that have highlights, in the given order, with all of them."""
    found: list[HighlightedPaper] = []
    for paper, title, byline, venue, year, *mark in connection.execute(_TABLE, (json.dumps(list(ids)),)):
        if not found or found[-1].id != paper:
            found.append(HighlightedPaper(paper, title, byline, venue, year))
        found[-1].highlights.append(HighlightRecord(*mark))
    return found


# Meanings


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many highlights have each meaning, by name."""
    return dict(
        connection.execute(
            "SELECT name, (SELECT count(*) FROM highlight WHERE meaning_id = meaning.id) FROM meaning"
        ).fetchall()
    )


def add_meaning(connection: sqlite3.Connection, name: str, colour: str) -> None:
    """Adds a meaning behind the others. Raises Refused for a name that is taken, or a colour that is none."""
    _free(connection, name)
    _check_colour(colour)
    connection.execute(
        "INSERT INTO meaning (name, colour, position) SELECT ?, ?, coalesce(max(position), 0) + 1 FROM meaning",
        (name, colour),
    )


def rename_meaning(connection: sqlite3.Connection, name: str, to: str) -> None:
    """Gives a meaning another name; its highlights keep it. Raises Refused when it is gone or the name is taken."""
    meaning = _meaning(connection, name)
    _free(connection, to, meaning)
    connection.execute("UPDATE meaning SET name = ?1 WHERE id = ?2 AND name <> ?1 COLLATE BINARY", (to, meaning))


def colour_meaning(connection: sqlite3.Connection, name: str, colour: str) -> None:
    """Gives a meaning another colour. Raises Refused when it is gone, or the colour is none."""
    meaning = _meaning(connection, name)
    _check_colour(colour)
    connection.execute("UPDATE meaning SET colour = ?1 WHERE id = ?2 AND colour <> ?1", (colour, meaning))


def move_meaning(connection: sqlite3.Connection, name: str, offset: int) -> None:
    """Moves a meaning so many places down, or up for a negative number, as far as there are places."""
    meaning = _meaning(connection, name)
    order = [one for (one,) in connection.execute("SELECT id FROM meaning ORDER BY position, id")]
    at = order.index(meaning)
    order.insert(min(max(at + offset, 0), len(order) - 1), order.pop(at))
    for position, one in enumerate(order, 1):
        connection.execute("UPDATE meaning SET position = ?1 WHERE id = ?2 AND position <> ?1", (position, one))


def delete_meaning(connection: sqlite3.Connection, name: str) -> None:
    """Deletes a meaning. Its highlights stay, without one."""
    connection.execute("DELETE FROM meaning WHERE name = ?", (name,))


def _meaning(connection: sqlite3.Connection, name: str) -> int | None:
    """The id of the meaning of this name; None for "". Raises Refused for a name that is none."""
    if not name:
        return None
    found = connection.execute("SELECT id FROM meaning WHERE name = ?", (name,)).fetchone()
    if found is None:
        raise Refused(f"No colour means “{name}”.", "It may have been renamed; choose it again.")
    return int(found[0])


def _free(connection: sqlite3.Connection, name: str, but: int | None = None) -> None:
    found = connection.execute("SELECT id, name FROM meaning WHERE name = ?", (name,)).fetchone()
    if found and found[0] != but:
        raise Refused(f"There is a meaning “{found[1]}” already.", "Choose another name.")


def _check_colour(colour: str) -> None:
    if colour not in COLOURS:
        raise Refused(f"There is no colour “{colour}”.", f"Choose one of {', '.join(COLOURS)}.")
