"""Files attached to papers. What is written here belongs inside a step; the files themselves are `files`' matter."""

from __future__ import annotations

import sqlite3

from readerapp.errors import Refused
from readerapp.library.connect import moment
from readerapp.records import AttachedFile

PDF = "application/pdf"

_COLUMNS = "name, sha256, media_type, bytes, added, id"


def add(connection: sqlite3.Connection, paper: int, file: AttachedFile, at: int) -> int:
    """Attaches a stored file and returns the attachment's id; that of the one there is, when the paper has this very
    file already. Raises Refused when the paper is gone."""
    if connection.execute("SELECT 1 FROM paper WHERE id = ?", (paper,)).fetchone() is None:
        raise Refused("This paper is no longer in the library.", "Undo what removed it, then attach the file again.")
    known = connection.execute(
        "SELECT id FROM attachment WHERE paper_id = ? AND sha256 = ?", (paper, file.sha256)
    ).fetchone()
    if known:
        return int(known[0])
    row = connection.execute(
        "INSERT INTO attachment (paper_id, name, sha256, media_type, bytes, added) VALUES (?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        (paper, file.name, file.sha256, file.media_type, file.size, at),
    ).fetchone()
    connection.execute("UPDATE paper SET changed = ? WHERE id = ?", (at, paper))
    return int(row[0])


def remove(connection: sqlite3.Connection, attachment: int, at: int) -> None:
    """Takes a file from its paper. One that is gone already is no fault."""
    for (paper,) in connection.execute(
        "DELETE FROM attachment WHERE id = ? RETURNING paper_id", (attachment,)
    ).fetchall():
        connection.execute("UPDATE paper SET changed = ? WHERE id = ?", (at, paper))


def rename(connection: sqlite3.Connection, attachment: int, name: str, at: int) -> None:
    """Gives an attachment another name. Raises Refused when it is gone."""
    one(connection, attachment)
    for (paper,) in connection.execute(
        "UPDATE attachment SET name = ?1 WHERE id = ?2 AND name <> ?1 COLLATE BINARY RETURNING paper_id",
        (name, attachment),
    ).fetchall():
        connection.execute("UPDATE paper SET changed = ? WHERE id = ?", (at, paper))


def one(connection: sqlite3.Connection, attachment: int) -> AttachedFile:
    """An attachment by its id. Raises Refused when it is gone."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM attachment WHERE id = ?", (attachment,)).fetchone()
    if row is None:
        raise Refused("This file is no longer attached.", "Undo what took it away.")
    return of_row(row)


def of(connection: sqlite3.Connection, paper: int) -> list[AttachedFile]:
    """What is attached to a paper, in the order in which it came."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM attachment WHERE paper_id = ? ORDER BY id", (paper,))
    return [of_row(row) for row in rows]


def papers_of(connection: sqlite3.Connection, sha256: str) -> list[int]:
    """The papers that have this file, the first one first."""
    rows = connection.execute("SELECT paper_id FROM attachment WHERE sha256 = ? ORDER BY id", (sha256,))
    return [paper for (paper,) in rows]


def all_files(connection: sqlite3.Connection) -> list[AttachedFile]:
    """Every attached file once, under the name it was attached with first."""
    rows = connection.execute(f"SELECT {_COLUMNS}, min(id) FROM attachment GROUP BY sha256 ORDER BY id")
    return [of_row(row[:6]) for row in rows]


def of_row(row: tuple) -> AttachedFile:  # type: ignore[type-arg]
    """An attachment from name, SHA-256, kind, size, time and id."""
    name, sha256, media_type, size, added, number = row
    return AttachedFile(name, sha256, media_type, size, moment(added), number)
