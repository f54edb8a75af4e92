"""Earlier versions of notes: what a note was before it was changed. What is written here belongs inside a step.

Not every save of a note is a version, or there would be one for each pause in typing. One is kept

- when a note is changed that was left alone for PAUSE;
- when it is not the reader at the keyboard who changes it: another program, an import, papers that become one, an
  earlier version that is put back;
- when the window saves a note that somebody else has changed meanwhile: what they wrote, which the save replaces;
- when more than half of a note of some length goes at once;
- when another text was written elsewhere while the note was changed here, which would have been lost.

A version bears the time at which the note had come to be what it was. Versions are rows like all others: an undone
step takes those back that it kept, when the note is again what they hold. They are bounded for each paper, so that a
library does not grow with every day somebody writes: MAX_VERSIONS are three months of a new one each day, and
MAX_CHARACTERS two of the longest notes there can be, beyond which the oldest go.

They stay in the library and its backups. The lossless JSON has the notes as they are now, without these: it is for
taking what one has elsewhere, not how it came to be, and would be many times as long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from readerapp.errors import Refused
from readerapp.library.connect import moment

# In milliseconds: a note that has not been changed for so long is begun anew.
PAUSE = 10 * 60 * 1000
MAX_VERSIONS = 100
MAX_CHARACTERS = 20_000_000
# Of a shorter note half may go with one word.
_SOME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """An earlier version of a note: its id, when the note was that, and how many characters and lines it has."""

    id: int
    at: datetime
    characters: int
    lines: int


def keep(connection: sqlite3.Connection, paper: int, new: str, at: int, *, typing: bool) -> None:
    """Keeps the note of a paper as it is now, before it becomes `new` at `at`, in milliseconds, if it is to be kept.
    `typing`: the reader is writing, and each word is no version."""
    found = connection.execute("SELECT text, changed FROM note WHERE paper_id = ?", (paper,)).fetchone()
    if found is None or found[0] == new:
        return
    text, changed = found
    # A clock that was put back says nothing of how long it was.
    going_on = typing and 0 <= at - changed < PAUSE
    if going_on and not (len(text) >= _SOME_LENGTH and 2 * len(new) < len(text)):
        return
    newest = connection.execute(
        "SELECT text FROM note_version WHERE paper_id = ? ORDER BY id DESC LIMIT 1", (paper,)
    ).fetchone()
    if newest is None or newest[0] != text:
        connection.execute("INSERT INTO note_version (paper_id, at, text) VALUES (?, ?, ?)", (paper, changed, text))
        _trim(connection, paper)


def keep_beside(connection: sqlite3.Connection, paper: int, text: str, at: int) -> bool:
    """Keeps a text that was never the note, but was meant to be, such as one written elsewhere meanwhile; `at` is when
    it was. Answers whether that was needed: neither the note nor a version has this text yet."""
    if (
        text == _note(connection, paper)
        or connection.execute("SELECT 1 FROM note_version WHERE paper_id = ? AND text = ?", (paper, text)).fetchone()
    ):
        return False
    connection.execute("INSERT INTO note_version (paper_id, at, text) VALUES (?, ?, ?)", (paper, at, text))
    _trim(connection, paper)
    return True


def _note(connection: sqlite3.Connection, paper: int) -> str:
    found = connection.execute("SELECT text FROM note WHERE paper_id = ?", (paper,)).fetchone()
    return str(found[0]) if found else ""


def _trim(connection: sqlite3.Connection, paper: int) -> None:
    kept = 0
    for number, (version, characters) in enumerate(
        connection.execute(
            "SELECT id, length(text) FROM note_version WHERE paper_id = ? ORDER BY id DESC", (paper,)
        ).fetchall()
    ):
        kept += characters
        if number and (number >= MAX_VERSIONS or kept > MAX_CHARACTERS):
            connection.execute("DELETE FROM note_version WHERE paper_id = ? AND id <= ?", (paper, version))
            return


def move(connection: sqlite3.Connection, papers: Sequence[int], to: int) -> None:
    """Gives the versions of some papers' notes to another paper, and keeps those notes as versions of its own: they
    become one paper."""
    for paper in papers:
        connection.execute("UPDATE note_version SET paper_id = ? WHERE paper_id = ?", (to, paper))
        connection.execute(
            "INSERT INTO note_version (paper_id, at, text) SELECT ?, changed, text FROM note WHERE paper_id = ?",
            (to, paper),
        )
    _trim(connection, to)


def versions(connection: sqlite3.Connection, paper: int) -> list[NoteVersion]:
    """The earlier versions of the note on a paper, the newest first."""
    return [
        NoteVersion(version, moment(at), characters, lines)
        for version, at, characters, lines in connection.execute(
            "SELECT id, at, length(text), length(text) - length(replace(text, char(10), '')) + 1"
            " FROM note_version WHERE paper_id = ? ORDER BY at DESC, id DESC",
            (paper,),
        )
    ]


def count(connection: sqlite3.Connection, paper: int) -> int:
    """How many earlier versions the note on a paper has."""
    (number,) = connection.execute("SELECT count(*) FROM note_version WHERE paper_id = ?", (paper,)).fetchone()
    return int(number)


def text(connection: sqlite3.Connection, version: int) -> tuple[int, str]:
    """The paper of a version, and what its note was. Raises Refused when the version is gone."""
    found = connection.execute("SELECT paper_id, text FROM note_version WHERE id = ?", (version,)).fetchone()
    if found is None:
        raise Refused("This version of the note is no longer there.", "Choose another one.")
    return found[0], found[1]
