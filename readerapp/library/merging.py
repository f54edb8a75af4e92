"""Several papers become one: the rows that belong to them, moved to the one that is kept. Belongs inside a step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence

from readerapp.library import note_versions, reader_words
from readerapp.library.connect import stored
from readerapp.library.folding import also
from readerapp.library.papers import LIBRARY, TRASH
from readerapp.records import Record

# Rows of one paper that an earlier one has too: {same} says what is the same.
_REPEATS = """DELETE FROM {table} WHERE id IN (
    SELECT later.id FROM json_each(:all) AS l JOIN {table} AS later ON later.paper_id = l.value
    JOIN json_each(:all) AS e ON e.key < l.key JOIN {table} AS earlier ON earlier.paper_id = e.value
    WHERE {same})"""
# Every look-up goes by a primary key or an index on paper_id.
_MOVES = (
    "UPDATE identifier SET paper_id = :keep WHERE paper_id IN (SELECT value FROM json_each(:others))",
    _REPEATS.format(
        table="highlight",
        same="(earlier.target, earlier.page, earlier.quote, earlier.prefix, earlier.suffix, earlier.comment,"
        " earlier.meaning_id) IS (later.target, later.page, later.quote, later.prefix, later.suffix, later.comment,"
        " later.meaning_id)",
    ),
    "UPDATE highlight SET paper_id = :keep WHERE paper_id IN (SELECT value FROM json_each(:others))",
    _REPEATS.format(table="attachment", same="earlier.sha256 = later.sha256"),
    "UPDATE attachment SET paper_id = :keep WHERE paper_id IN (SELECT value FROM json_each(:others))",
    "UPDATE status_change SET paper_id = :keep WHERE paper_id IN (SELECT value FROM json_each(:others))",
    """INSERT INTO paper_tag (tag_id, paper_id, added)
        SELECT tag_id, :keep, min(added) FROM paper_tag WHERE paper_id IN (SELECT value FROM json_each(:others))
        GROUP BY tag_id ON CONFLICT DO NOTHING""",
    # Of several values of a field the first; the paper that is kept has the very first.
    """INSERT INTO paper_field (paper_id, scheme, name, value)
        SELECT :keep, scheme, name, f.value FROM json_each(:others) AS o JOIN paper_field AS f ON paper_id = o.value
        WHERE true ORDER BY o.key ON CONFLICT DO NOTHING""",
    # The first of their places. HAVING keeps what has none from becoming a row.
    """INSERT INTO queue (paper_id, position, added)
        SELECT :keep, min(position), min(added) FROM queue
        WHERE paper_id = :keep OR paper_id IN (SELECT value FROM json_each(:others)) HAVING count(*) > 0
        ON CONFLICT (paper_id) DO UPDATE SET position = excluded.position, added = excluded.added""",
    """INSERT INTO project_queue (tag_id, paper_id, position)
        SELECT tag_id, :keep, min(position) FROM project_queue
        WHERE paper_id = :keep OR paper_id IN (SELECT value FROM json_each(:others)) GROUP BY tag_id
        ON CONFLICT (tag_id, paper_id) DO UPDATE SET position = excluded.position""",
    # What is no duplicate of one of them is none of what they become.
    """INSERT INTO distinct_papers (paper_id, other_id)
        SELECT min(:keep, third), max(:keep, third) FROM (
            SELECT other_id AS third FROM distinct_papers WHERE paper_id IN (SELECT value FROM json_each(:others))
            UNION SELECT paper_id FROM distinct_papers WHERE other_id IN (SELECT value FROM json_each(:others)))
        WHERE third <> :keep AND third NOT IN (SELECT value FROM json_each(:others)) ON CONFLICT DO NOTHING""",
)
# Copied from the paper that was chosen for a field, as it stands there.
_COPIED = {
    "title": "title, title_key",
    "authors": "byline",
    "venue": "venue",
    "year": "year",
    "published": "published",
    "citation_key": "citation_key",
}


def write(
    connection: sqlite3.Connection, merged: Record, others: Sequence[int], choices: Mapping[str, int], at: int
) -> None:
    """Makes the paper `merged.id` what `merged` says, with all rows of `others`, which are removed.

    `choices` names for each field of a work the paper whose value it has.
    """
    keep = merged.id or 0
    connection.execute("PRAGMA defer_foreign_keys = ON")
    gone = json.dumps(list(others))
    for statement in _MOVES:
        connection.execute(statement, {"keep": keep, "others": gone, "all": json.dumps([keep, *others])})
    if choices["authors"] != keep:
        connection.execute("DELETE FROM paper_author WHERE paper_id = ?", (keep,))
        connection.execute(
            "INSERT INTO paper_author (paper_id, position, given, family, suffix)"
            " SELECT ?, position, given, family, suffix FROM paper_author WHERE paper_id = ?",
            (keep, choices["authors"]),
        )
    for field, columns in _COPIED.items():
        if choices[field] != keep:
            connection.execute(
                f"UPDATE paper SET ({columns}) = (SELECT {columns} FROM paper WHERE id = ?2) WHERE id = ?1",
                (keep, choices[field]),
            )
    _append(connection, keep, "paper_keyword", "keyword", [(keyword,) for keyword in merged.keywords])
    _append(connection, keep, "link", "rel, url", [(link.rel, link.url) for link in merged.links])
    authors, keywords = "; ".join(merged.authors), "; ".join(merged.keywords)
    connection.execute(
        "UPDATE paper_text SET authors = ?, abstract = ?, keywords = ?, also = ? WHERE paper_id = ?",
        (
            authors, merged.abstract, keywords,
            also(merged.title, authors, merged.abstract, keywords, merged.venue), keep,
        ),
    )  # fmt: skip
    note_versions.move(connection, others, keep)
    if merged.note:
        note_versions.keep(connection, keep, merged.note, at, typing=False)
        connection.execute(
            "INSERT INTO note (paper_id, text, changed) VALUES (?, ?, ?) ON CONFLICT (paper_id)"
            " DO UPDATE SET text = excluded.text, changed = excluded.changed WHERE text <> excluded.text",
            (keep, merged.note, at),
        )
    _settle_status(connection, merged)
    connection.execute(
        "UPDATE paper SET status = ?, starred = ?, rating = ?, takeaway = ?, shelf = ?, trashed = ?,"
        " added = ifnull(?, added), changed = ? WHERE id = ?",
        (
            merged.status, merged.starred, merged.rating, merged.takeaway, TRASH if merged.trashed else LIBRARY,
            merged.trashed and stored(merged.trashed), merged.added and stored(merged.added), at, keep,
        ),
    )  # fmt: skip
    connection.execute("DELETE FROM paper WHERE id IN (SELECT value FROM json_each(?))", (gone,))
    reader_words.settle(connection, [keep])


def _append(
    connection: sqlite3.Connection, paper: int, table: str, columns: str, rows: Sequence[tuple[str, ...]]
) -> None:
    """Writes those of the rows that come after the ones that are there; a merged paper keeps what it had first."""
    (count, last) = connection.execute(
        f"SELECT count(*), coalesce(max(position), -1) FROM {table} WHERE paper_id = ?", (paper,)
    ).fetchone()
    marks = ", ?" * (columns.count(",") + 1)
    connection.executemany(
        f"INSERT INTO {table} (paper_id, position, {columns}) VALUES (?, ?{marks})",
        [(paper, last + n, *row) for n, row in enumerate(rows[count:], start=1)],
    )


def _settle_status(connection: sqlite3.Connection, merged: Record) -> None:
    """A paper's last change of status is to the one it has. Where the joined history ends with another, it is said
    once more, at the time of that end: the reader did nothing today."""
    connection.execute(
        "INSERT INTO status_change (paper_id, status, at) SELECT ?1, ?2, at FROM"
        " (SELECT status, at, max(at) OVER () AS last FROM status_change WHERE paper_id = ?1)"
        " WHERE at = last AND status <> ?2 LIMIT 1",
        (merged.id, merged.status),
    )
