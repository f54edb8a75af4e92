"""Papers as lists show them, and papers whole, as records. Plain SQL on any connection; nothing is written here."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from readerapp.library.attachments import of_row
from readerapp.library.connect import moment
from readerapp.library.folding import title_key
from readerapp.names import Name
from readerapp.records import FilePart, HighlightRecord, Identifier, Link, Record, Status, StatusChange

LIBRARY, TRASH = 0, 1

# The scheme of fields that are details; those of other schemes are extras of the format of that name.
DETAILS = "csl"

# The papers, as `p`, that are in the library or the trash: not those of an import that is still running. The plus
# keeps SQLite from walking the table by id when another order is wanted.
VISIBLE = "+p.id < ifnull((SELECT min(first_id) FROM arriving), 9223372036854775807)"


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of a paper. `highlights` is their number; `tags` are names, in the reader's alphabet."""

    id: int
    title: str
    byline: str
    venue: str
    year: int | None
    status: Status
    starred: bool
    rating: int | None
    takeaway: str
    queued: bool
    note: bool
    highlights: int
    code: bool
    pdf: bool
    trashed: bool
    tags: tuple[str, ...]
    added: datetime


# Sixty rows at a time: every look-up goes by a primary key or an index on paper_id.
_ROWS = """
SELECT p.id, p.title, p.byline, p.venue, p.year, p.status, p.starred, p.rating, p.takeaway,
       EXISTS (SELECT 1 FROM queue WHERE paper_id = p.id),
       EXISTS (SELECT 1 FROM note WHERE paper_id = p.id),
       (SELECT count(*) FROM highlight WHERE paper_id = p.id),
       EXISTS (SELECT 1 FROM link WHERE rel = 'code' AND paper_id = p.id),
       EXISTS (SELECT 1 FROM link WHERE rel = 'pdf' AND paper_id = p.id)
           OR EXISTS (SELECT 1 FROM attachment WHERE media_type = 'application/pdf' AND paper_id = p.id),
       p.shelf = 1,
       (SELECT json_group_array(name) FROM (
           SELECT tag.name FROM paper_tag JOIN tag ON tag.id = paper_tag.tag_id
           WHERE paper_tag.paper_id = p.id ORDER BY tag.key)),
       p.added
FROM paper AS p WHERE p.id IN (SELECT value FROM json_each(?))
"""


def rows(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Row]:
    """The rows of these papers by id; a paper that is gone has none. Meant for a window of a list."""
    found = {}
    for row in connection.execute(_ROWS, (json.dumps(list(ids)),)):
        (paper, title, byline, venue, year, status, starred, rating, takeaway) = row[:9]
        (queued, note, highlights, code, pdf, trashed, tags, added) = row[9:]
        found[paper] = Row(
            paper, title, byline, venue, year, Status(status), bool(starred), rating, takeaway, bool(queued),
            bool(note), highlights, bool(code), bool(pdf), bool(trashed), tuple(json.loads(tags)),
            moment(added),
        )  # fmt: skip
    return found


def record(connection: sqlite3.Connection, paper: int) -> Record | None:
    """One paper whole; None when there is none of that id."""
    return next(records(connection, [paper]), None)


def records(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Record]:
    """These papers whole, in the given order, a few hundred in memory at a time."""
    for start in range(0, len(ids), 500):
        chosen = list(ids[start : start + 500])
        batch = _batch(connection, chosen)
        yield from (batch[paper] for paper in chosen if paper in batch)


def _batch(connection: sqlite3.Connection, ids: list[int]) -> dict[int, Record]:
    chosen = (json.dumps(ids),)

    def grouped(sql: str) -> dict[int, list[tuple]]:  # type: ignore[type-arg]
        groups: dict[int, list[tuple]] = defaultdict(list)  # type: ignore[type-arg]
        for paper, *rest in connection.execute(sql.replace("$ids", "(SELECT value FROM json_each(?))"), chosen):
            groups[paper].append(tuple(rest))
        return groups

    authors = grouped(
        "SELECT paper_id, family, given, coalesce(suffix, '') FROM paper_author WHERE paper_id IN $ids"
        " ORDER BY paper_id, position"
    )
    keywords = grouped("SELECT paper_id, keyword FROM paper_keyword WHERE paper_id IN $ids ORDER BY paper_id, position")
    identifiers = grouped(
        "SELECT paper_id, scheme, value FROM identifier WHERE paper_id IN $ids ORDER BY scheme, value"
    )
    links = grouped("SELECT paper_id, rel, url FROM link WHERE paper_id IN $ids ORDER BY paper_id, position")
    tags = grouped(
        "SELECT paper_id, name FROM paper_tag JOIN tag ON tag.id = tag_id WHERE paper_id IN $ids ORDER BY tag.key"
    )
    highlights = grouped(
        "SELECT paper_id, quote, coalesce(meaning.name, ''), comment, target, prefix, suffix, start,"
        " page, highlight.id FROM highlight LEFT JOIN meaning ON meaning.id = meaning_id WHERE paper_id IN $ids"
        " ORDER BY paper_id, target, page, start, highlight.id"
    )
    attached = grouped(
        "SELECT paper_id, name, sha256, media_type, bytes, added, id FROM attachment WHERE paper_id IN $ids ORDER BY id"
    )
    further = grouped(
        "SELECT paper_id, scheme, name, value FROM paper_field WHERE paper_id IN $ids ORDER BY paper_id, scheme, name"
    )
    history = grouped("SELECT paper_id, status, at FROM status_change WHERE paper_id IN $ids ORDER BY at, id")
    queue = grouped(
        "SELECT paper_id, (SELECT count(*) FROM queue AS q WHERE q.position < queue.position) + 1"
        " FROM queue WHERE paper_id IN $ids"
    )
    batch = {}
    for row in connection.execute(
        "SELECT p.id, p.title, p.venue, p.year, p.published, p.status, p.starred, p.rating, p.takeaway,"
        " p.citation_key, p.trashed, p.source, p.added, p.changed, t.abstract, coalesce(note.text, '')"
        " FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id LEFT JOIN note ON note.paper_id = p.id"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        chosen,
    ):
        (paper, title, venue, year, published, status, starred, rating, takeaway) = row[:9]
        (citation_key, trashed, source, added, changed, abstract, note) = row[9:]
        batch[paper] = Record(
            id=paper,
            title=title,
            authors=[Name(*parts) for parts in authors[paper]],
            abstract=abstract,
            venue=venue,
            year=year,
            published=published,
            keywords=[keyword for (keyword,) in keywords[paper]],
            identifiers=[Identifier(*pair) for pair in identifiers[paper]],
            links=[Link(*pair) for pair in links[paper]],
            attachments=[of_row(row) for row in attached[paper]],
            citation_key=citation_key,
            source=source,
            details={name: value for scheme, name, value in further[paper] if scheme == DETAILS},
            extras=_extras(further[paper]),
            status=Status(status),
            starred=bool(starred),
            rating=rating,
            queue=queue[paper][0][0] if paper in queue else None,
            tags=[name for (name,) in tags[paper]],
            takeaway=takeaway,
            note=note,
            highlights=[HighlightRecord(*mark) for mark in highlights[paper]],
            history=[StatusChange(Status(status), moment(at)) for status, at in history[paper]],
            added=moment(added),
            changed=moment(changed),
            trashed=None if trashed is None else moment(trashed),
        )
    return batch


def _extras(fields: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    extras: dict[str, dict[str, str]] = {}
    for scheme, name, value in fields:
        if scheme != DETAILS:
            extras.setdefault(scheme, {})[name] = value
    return extras


def details(connection: sqlite3.Connection, paper: int) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The details of a paper, and the extras of each format, as a `Record` has them, by name."""
    fields = connection.execute(
        "SELECT scheme, name, value FROM paper_field WHERE paper_id = ? ORDER BY scheme, name", (paper,)
    ).fetchall()
    return {name: value for scheme, name, value in fields if scheme == DETAILS}, _extras(fields)


def file_parts(connection: sqlite3.Connection) -> list[FilePart]:
    """What imported files had beside papers, in the order in which it came."""
    return [FilePart(*row) for row in connection.execute("SELECT format, name, value FROM file_part ORDER BY id")]


def by_identifier(connection: sqlite3.Connection, identifier: Identifier) -> int | None:
    """The paper with this identifier, wherever it stands; None if there is none."""
    found = connection.execute(
        f"SELECT p.id FROM identifier JOIN paper AS p ON p.id = paper_id WHERE scheme = ? AND value = ? AND {VISIBLE}",
        (identifier.scheme, identifier.value),
    ).fetchone()
    return found[0] if found else None


def by_citation_key(connection: sqlite3.Connection, key: str) -> int | None:
    """The oldest paper with this citation key; None if there is none."""
    found = connection.execute(
        f"SELECT id FROM paper AS p WHERE citation_key = ? AND {VISIBLE} ORDER BY id", (key,)
    ).fetchone()
    return found[0] if found else None


def by_title(connection: sqlite3.Connection, title: str) -> int | None:
    """The oldest paper with this title, whatever its capitals, accents and punctuation, one in the library before one
    in the trash; None if there is none."""
    found = connection.execute(
        f"SELECT id FROM paper AS p WHERE title_key = ? AND {VISIBLE} ORDER BY shelf, id", (title_key(title),)
    ).fetchone()
    return found[0] if found else None


def exists(connection: sqlite3.Connection, paper: int) -> bool:
    """Whether there is a paper with this id, in the trash too."""
    return connection.execute(f"SELECT 1 FROM paper AS p WHERE id = ? AND {VISIBLE}", (paper,)).fetchone() is not None


def all_ids(connection: sqlite3.Connection) -> list[int]:
    """Every paper, in the trash too, oldest first."""
    return [paper for (paper,) in connection.execute(f"SELECT id FROM paper AS p WHERE {VISIBLE} ORDER BY id")]


def added(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, int]:
    """When these papers were added, by id, in milliseconds."""
    return dict(
        connection.execute(
            "SELECT id, added FROM paper WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
        ).fetchall()
    )


def note(connection: sqlite3.Connection, paper: int) -> str:
    """The reader's note on a paper; "" when there is none."""
    found = connection.execute("SELECT text FROM note WHERE paper_id = ?", (paper,)).fetchone()
    return found[0] if found else ""


def linking_notes(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """The papers of the library whose notes may link to others, with their titles and notes, those changed last first.
    Walks all notes."""
    yield from connection.execute(
        "SELECT p.id, p.title, note.text FROM note JOIN paper AS p ON p.id = paper_id"
        f" WHERE instr(note.text, '[[') AND shelf = 0 AND {VISIBLE} ORDER BY note.changed DESC, p.id"
    )


def notes_with_tasks(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """The papers of the library whose notes may have tasks, with their titles and notes, those changed last first.
    Walks all notes."""
    yield from connection.execute(
        "SELECT p.id, p.title, note.text FROM note JOIN paper AS p ON p.id = paper_id"
        " WHERE (instr(note.text, '[ ]') OR instr(note.text, '[x]') OR instr(note.text, '[X]'))"
        f" AND shelf = 0 AND {VISIBLE} ORDER BY note.changed DESC, p.id"
    )


def states(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Status]:
    """The statuses of these papers by id."""
    return {
        paper: Status(status)
        for paper, status in connection.execute(
            "SELECT id, status FROM paper WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    }
