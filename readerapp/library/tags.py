"""Tags: the reader's own words, nested by "/". Reading is plain SQL; writing happens inside a step."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readerapp.errors import Refused

COLOURS = ("red", "blue", "green", "purple", "orange", "teal", "pink", "yellow", "grey")

MAX_LENGTH = 200


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as the sidebar shows it. The counts are of papers in the library under it or any tag below it."""

    id: int
    name: str
    colour: str
    quick: int | None
    papers: int
    unread: int

    @property
    def leaf(self) -> str:
        """The last part of the name."""
        return self.name.rpartition("/")[2]

    @property
    def depth(self) -> int:
        """How many tags stand above it."""
        return self.name.count("/")


def clean(name: str) -> str:
    """A tag's name as it is stored: NFC, inner blanks single, no blank parts. Raises Refused for what is no name."""
    name = unicodedata.normalize("NFC", "".join(" " if char.isspace() else char for char in name))
    parts = [" ".join(part.split()) for part in name.split("/")]
    if any(ord(char) < 32 or ord(char) == 127 or "\ud800" <= char <= "\udfff" for char in name):
        raise Refused("A tag cannot hold control characters.", "Type the name again.")
    name = "/".join(part for part in parts if part)
    if not name:
        raise Refused("A tag needs a name.", "Type at least one letter.")
    if len(name) > MAX_LENGTH:
        raise Refused(f"A tag can have {MAX_LENGTH} characters, this one has {len(name):,}.", "Choose a shorter one.")
    return name


def key(name: str) -> str:
    """What makes two names one tag: they differ at most in capitals."""
    return unicodedata.normalize("NFC", name.casefold())


def all_tags(connection: sqlite3.Connection) -> list[TagRow]:
    """Every tag with its colour and counts, parents before children, in alphabetical order."""
    found = connection.execute(
        "SELECT tag.id, tag.name, tag.key, tag.colour, tag.quick, tag_tally.papers, tag_tally.unread"
        " FROM tag JOIN tag_tally ON tag_tally.tag_id = tag.id"
    ).fetchall()
    found.sort(key=lambda row: row[2].split("/"))
    colours: dict[str, str] = {}
    rows = []
    for tag, name, tag_key, colour, quick, papers, unread in found:
        colours[tag_key] = colour or colours.get(tag_key.rpartition("/")[0], "grey")
        rows.append(TagRow(tag, name, colours[tag_key], quick, papers, unread))
    return rows


def names(connection: sqlite3.Connection) -> list[str]:
    """All names, the most used first: for completion."""
    return [
        name
        for (name,) in connection.execute(
            "SELECT name FROM tag JOIN tag_tally ON tag_id = tag.id ORDER BY papers DESC, key"
        )
    ]


def of_papers(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[str, int]:
    """The tags of any of these papers, and how many of the papers have each."""
    return dict(
        connection.execute(
            "SELECT name, count(*) FROM paper_tag JOIN tag ON tag.id = tag_id"
            " WHERE paper_id IN (SELECT value FROM json_each(?)) GROUP BY tag.id ORDER BY key",
            (json.dumps(list(ids)),),
        )
    )


def ensure(connection: sqlite3.Connection, name: str, at: int) -> int:
    """The id of the tag with this name; makes it, and the tags above it, when they are missing."""
    parent, _, _ = name.rpartition("/")
    tag_key = key(name)
    found = connection.execute("SELECT id FROM tag WHERE key = ?", (tag_key,)).fetchone()
    if found:
        return int(found[0])
    if parent:
        above = ensure(connection, parent, at)
        # "Thesis/related" under the tag "thesis" keeps the spelling of the tag that is there.
        (spelling,) = connection.execute("SELECT name FROM tag WHERE id = ?", (above,)).fetchone()
        name = f"{spelling}/{name.rpartition('/')[2]}"
    colour = "" if parent else _least_used_colour(connection)
    made = connection.execute(
        "INSERT INTO tag (name, key, colour, added) VALUES (?, ?, ?, ?)", (name, tag_key, colour, at)
    )
    return int(made.lastrowid or 0)


def _least_used_colour(connection: sqlite3.Connection) -> str:
    used = dict(connection.execute("SELECT colour, count(*) FROM tag WHERE colour <> '' GROUP BY colour"))
    return min(COLOURS, key=lambda colour: (used.get(colour, 0), COLOURS.index(colour)))


def add(connection: sqlite3.Connection, ids: Sequence[int], tag: int, at: int) -> None:
    """Puts the tag on these papers; those that have it are not rewritten, those that are gone are passed over."""
    connection.execute(
        "INSERT INTO paper_tag (tag_id, paper_id, added)"
        " SELECT ?, id, ? FROM paper WHERE id IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING",
        (tag, at, json.dumps(list(ids))),
    )


def remove(connection: sqlite3.Connection, ids: Sequence[int], name: str) -> None:
    """Takes the tag of exactly this name from these papers."""
    connection.execute(
        "DELETE FROM paper_tag WHERE tag_id = (SELECT id FROM tag WHERE key = ?)"
        " AND paper_id IN (SELECT value FROM json_each(?))",
        (key(name), json.dumps(list(ids))),
    )


def _below(connection: sqlite3.Connection, name: str) -> list[tuple[int, str]]:
    """The tag of this name and all below it, as (id, name), parents first."""
    tag_key = key(name)
    return connection.execute(
        "SELECT id, name FROM tag WHERE key = ?1 OR (key >= ?1 || '/' AND key < ?1 || '0') ORDER BY key",
        (tag_key,),
    ).fetchall()


def set_colour(connection: sqlite3.Connection, name: str, colour: str) -> None:
    """Gives a tag a colour of its own; "" takes it away."""
    connection.execute("UPDATE tag SET colour = ? WHERE key = ? AND colour <> ?1", (colour, key(name)))


def set_quick(connection: sqlite3.Connection, name: str, number: int | None) -> None:
    """Gives a tag a number key and takes it from the tag that had it."""
    connection.execute("UPDATE tag SET quick = NULL WHERE quick = ? AND key <> ?", (number, key(name)))
    connection.execute("UPDATE tag SET quick = ? WHERE key = ? AND quick IS NOT ?1", (number, key(name)))


def rename(connection: sqlite3.Connection, name: str, to: str, at: int) -> None:
    """Renames a tag and all below it; where the new name is another tag's, that one takes the papers."""
    for tag, old in _below(connection, name):
        # By parts, not by characters: the stored spelling may be longer or shorter than the one given.
        new = "/".join([to, *old.split("/")[name.count("/") + 1 :]])
        other = connection.execute("SELECT id FROM tag WHERE key = ?", (key(new),)).fetchone()
        if other and other[0] != tag:
            _merge(connection, tag, other[0])
            continue
        parent = new.rpartition("/")[0]
        if parent:
            ensure(connection, parent, at)
        connection.execute("UPDATE tag SET name = ?, key = ? WHERE id = ?", (new, key(new), tag))


def _merge(connection: sqlite3.Connection, tag: int, into: int) -> None:
    connection.execute(
        "INSERT INTO paper_tag (tag_id, paper_id, added) SELECT ?, paper_id, added FROM paper_tag WHERE tag_id = ?"
        " ON CONFLICT DO NOTHING",
        (into, tag),
    )
    connection.execute(
        "INSERT INTO project_queue (tag_id, paper_id, position) SELECT ?1, paper_id, position +"
        " coalesce((SELECT max(position) FROM project_queue WHERE tag_id = ?1), 0) FROM project_queue WHERE tag_id = ?2"
        " ON CONFLICT DO NOTHING",
        (into, tag),
    )
    connection.execute("DELETE FROM tag WHERE id = ?", (tag,))


def delete(connection: sqlite3.Connection, name: str) -> None:
    """Deletes a tag and all below it from every paper."""
    connection.executemany("DELETE FROM tag WHERE id = ?", [(tag,) for tag, _ in reversed(_below(connection, name))])
