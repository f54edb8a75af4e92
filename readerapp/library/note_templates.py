"""What the note of a paper with a tag may begin with. What is written here belongs inside a step."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from readerapp.errors import Refused
from readerapp.library.tags import find


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """A template, with the name of the tag it belongs to."""

    tag: str
    text: str


def of_tag(connection: sqlite3.Connection, tag: str) -> str:
    """The template of a tag itself; "" when it has none."""
    found = connection.execute("SELECT text FROM note_template WHERE tag_id = ?", (find(connection, tag),)).fetchone()
    return found[0] if found else ""


def of_paper(connection: sqlite3.Connection, paper: int) -> list[NoteTemplate]:
    """The templates for the note of a paper: for each of its tags its own, else that of the next tag above it."""
    rows = connection.execute(
        "SELECT paper_tag.tag_id, tag.name, text FROM paper_tag JOIN tag_above ON tag_above.tag_id = paper_tag.tag_id"
        " JOIN note_template ON note_template.tag_id = above_id JOIN tag ON tag.id = above_id"
        # A tag further down has the longer name.
        " WHERE paper_id = ? ORDER BY length(tag.key)",
        (paper,),
    )
    nearest = {tag: NoteTemplate(name, text) for tag, name, text in rows}
    return sorted(set(nearest.values()), key=lambda one: one.tag.casefold())


def put(connection: sqlite3.Connection, tag: str, text: str) -> None:
    """Gives a tag a template; "" takes it away. Raises Refused when there is no such tag."""
    number = find(connection, tag)
    if number is None:
        raise Refused(f"There is no tag {tag}.", "It may have been renamed; choose it again.")
    if text:
        connection.execute(
            "INSERT INTO note_template (tag_id, text) VALUES (?, ?) ON CONFLICT (tag_id)"
            " DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
            (number, text),
        )
    else:
        connection.execute("DELETE FROM note_template WHERE tag_id = ?", (number,))
