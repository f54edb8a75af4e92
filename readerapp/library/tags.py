"""Tags: the reader's own words, nested by "/". Reading is plain SQL; writing happens inside a step.

A tag may have other names (`tag_alias`): whatever is tagged with one of them gets the tag. No other name is the name of
a tag too.
"""

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
    aliases: tuple[str, ...] = ()

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
    others: dict[int, list[str]] = {}
    for tag, name in connection.execute("SELECT tag_id, name FROM tag_alias ORDER BY key"):
        others.setdefault(tag, []).append(name)
    colours: dict[str, str] = {}
    rows = []
    for tag, name, tag_key, colour, quick, papers, unread in found:
        colours[tag_key] = colour or colours.get(tag_key.rpartition("/")[0], "grey")
        rows.append(TagRow(tag, name, colours[tag_key], quick, papers, unread, tuple(others.get(tag, ()))))
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


def find(connection: sqlite3.Connection, name: str) -> int | None:
    """The id of the tag that a name stands for, also as another name of it or of one above it."""
    found = connection.execute("SELECT id FROM tag WHERE key = ?", (key(meant(connection, name)),)).fetchone()
    return int(found[0]) if found else None


def meant(connection: sqlite3.Connection, name: str) -> str:
    """The name of the tag that a name stands for, in its spelling: where "ml" is another name of "machine learning",
    "ML/theory" gives "machine learning/theory". A tag that is not there has the spelling given."""
    found = _standing_for(connection, name)
    parent, _, leaf = name.rpartition("/")
    if found or not parent:
        return found or name
    # "Thesis/related" under the tag "thesis" keeps the spelling of the tag that is there.
    full = f"{meant(connection, parent)}/{leaf}"
    return _standing_for(connection, full) or full


def _standing_for(connection: sqlite3.Connection, name: str) -> str | None:
    found = connection.execute(
        "SELECT name FROM tag WHERE key = ?1 OR id = (SELECT tag_id FROM tag_alias WHERE key = ?1)", (key(name),)
    ).fetchone()
    return str(found[0]) if found else None


def ensure(connection: sqlite3.Connection, name: str, at: int) -> int:
    """The id of the tag that a name stands for; makes it, and the tags above it, when they are missing."""
    name = meant(connection, name)
    found = connection.execute("SELECT id FROM tag WHERE key = ?", (key(name),)).fetchone()
    if found:
        return int(found[0])
    parent = name.rpartition("/")[0]
    if parent:
        ensure(connection, parent, at)
    colour = "" if parent else _least_used_colour(connection)
    made = connection.execute(
        "INSERT INTO tag (name, key, colour, added) VALUES (?, ?, ?, ?)", (name, key(name), colour, at)
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
    """Takes the tag that a name stands for from these papers, and none below it."""
    connection.execute(
        "DELETE FROM paper_tag WHERE tag_id = ? AND paper_id IN (SELECT value FROM json_each(?))",
        (find(connection, name), json.dumps(list(ids))),
    )


def quick(connection: sqlite3.Connection, number: int) -> str | None:
    """The name of the tag on a number key."""
    found = connection.execute("SELECT name FROM tag WHERE quick = ?", (number,)).fetchone()
    return str(found[0]) if found else None


def on_all(connection: sqlite3.Connection, ids: Sequence[int], name: str) -> bool:
    """Whether each of these papers has the tag of this name itself."""
    (lacking,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM json_each(?) WHERE NOT EXISTS"
        " (SELECT 1 FROM paper_tag WHERE tag_id = ? AND paper_id = value))",
        (json.dumps(list(ids)), find(connection, name)),
    ).fetchone()
    return not lacking


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
    """Renames a tag and all below it; where a new name is another tag's, that one takes the papers.

    Raises Refused for a name below the tag itself, and when a new name is another name of some other tag.
    """
    parent, _, leaf = to.rpartition("/")
    if parent:
        to = f"{meant(connection, parent)}/{leaf}"
    if key(to).startswith(f"{key(name)}/"):
        raise Refused(f"The tag {name} cannot move below itself.", "Choose another name.")
    for tag, old in _below(connection, name):
        # By parts, not by characters: the stored spelling may be longer or shorter than the one given.
        new = "/".join([to, *old.split("/")[name.count("/") + 1 :]])
        _free(connection, tag, new)
        other = connection.execute("SELECT id FROM tag WHERE key = ?", (key(new),)).fetchone()
        if other and other[0] != tag:
            _merge(connection, tag, other[0])
            continue
        above = new.rpartition("/")[0]
        if above:
            ensure(connection, above, at)
        else:
            # What had its colour from the tag above it keeps it.
            connection.execute(
                "UPDATE tag SET colour = ? WHERE id = ? AND colour = ''", (_colour_above(connection, old), tag)
            )
        connection.execute("UPDATE tag SET name = ?, key = ? WHERE id = ?", (new, key(new), tag))


def _free(connection: sqlite3.Connection, tag: int, name: str) -> None:
    """Sees to it that a tag can have this name: where it is another name of the tag already, it no longer is."""
    found = connection.execute(
        "SELECT tag_id, tag.name FROM tag_alias JOIN tag ON tag.id = tag_id WHERE tag_alias.key = ?", (key(name),)
    ).fetchone()
    if found and found[0] != tag:
        raise Refused(
            f"“{name}” is another name of the tag {found[1]}.", "Take that name from it, or merge the two tags."
        )
    connection.execute("DELETE FROM tag_alias WHERE key = ?", (key(name),))


def _colour_above(connection: sqlite3.Connection, name: str) -> str:
    parent = name.rpartition("/")[0]
    while parent:
        found = connection.execute("SELECT colour FROM tag WHERE key = ?", (key(parent),)).fetchone()
        if found and found[0]:
            return str(found[0])
        parent = parent.rpartition("/")[0]
    return ""


def _merge(connection: sqlite3.Connection, tag: int, into: int) -> None:
    connection.execute(
        "INSERT INTO paper_tag (tag_id, paper_id, added) SELECT ?, paper_id, added FROM paper_tag WHERE tag_id = ?"
        " ON CONFLICT DO NOTHING",
        (into, tag),
    )
    # The order of the one behind that of the other.
    connection.execute(
        "INSERT INTO project_queue (tag_id, paper_id, position) SELECT ?1, paper_id, position"
        " - (SELECT min(position) FROM project_queue WHERE tag_id = ?2) + 1"
        " + coalesce((SELECT max(position) FROM project_queue WHERE tag_id = ?1), 0)"
        " FROM project_queue WHERE tag_id = ?2 ON CONFLICT DO NOTHING",
        (into, tag),
    )
    connection.execute("UPDATE tag_alias SET tag_id = ? WHERE tag_id = ?", (into, tag))
    connection.execute(
        "INSERT INTO note_template (tag_id, text) SELECT ?, text FROM note_template WHERE tag_id = ?"
        " ON CONFLICT DO NOTHING",
        (into, tag),
    )
    connection.execute(
        "UPDATE tag SET quick = (SELECT quick FROM tag WHERE id = ?2) WHERE id = ?1 AND quick IS NULL"
        " AND EXISTS (SELECT 1 FROM tag WHERE id = ?2 AND quick IS NOT NULL)",
        (into, tag),
    )
    connection.execute("DELETE FROM tag WHERE id = ?", (tag,))


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging one tag into another would do, in papers of the library under the tags: those of each, those of
    both together, those that have both. `below`: how many tags below the first move along."""

    name: str
    into: str
    papers: int
    into_papers: int
    both: int
    below: int

    @property
    def together(self) -> int:
        """How many papers the tag that stays will have."""
        return self.papers + self.into_papers - self.both


def merging(connection: sqlite3.Connection, name: str, into: str) -> Merging | None:
    """What merging a tag into another would do; None where one of them is not there, or both are one."""
    tag, other = find(connection, name), find(connection, into)
    if tag is None or other is None or tag == other:
        return None
    under = (
        "SELECT DISTINCT paper_id FROM tag_above CROSS JOIN paper_tag ON paper_tag.tag_id = tag_above.tag_id"
        " JOIN paper ON paper.id = paper_id AND shelf = 0 WHERE above_id = {}"
    )
    (both,) = connection.execute(
        f"SELECT count(*) FROM ({under.format('?1')} INTERSECT {under.format('?2')})", (tag, other)
    ).fetchone()
    rows = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT tag.id, name, papers FROM tag JOIN tag_tally ON tag_id = tag.id WHERE tag.id IN (?, ?)",
            (tag, other),
        )
    }
    (below,) = connection.execute("SELECT count(*) - 1 FROM tag_above WHERE above_id = ?", (tag,)).fetchone()
    return Merging(rows[tag][0], rows[other][0], rows[tag][1], rows[other][1], both, below)


def split(connection: sqlite3.Connection, name: str, to: int, ids: Sequence[int], at: int) -> None:
    """Gives those of these papers that have the tag of this name itself the tag `to` instead. In the order of up next
    they have in it, they come last in that of `to`."""
    tag, chosen = find(connection, name), json.dumps(list(ids))
    connection.execute(
        "INSERT INTO paper_tag (tag_id, paper_id, added) SELECT ?, paper_id, ? FROM paper_tag"
        " WHERE tag_id = ? AND paper_id IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING",
        (to, at, tag, chosen),
    )
    connection.execute(
        "INSERT INTO project_queue (tag_id, paper_id, position) SELECT ?1, paper_id,"
        " coalesce((SELECT max(position) FROM project_queue WHERE tag_id = ?1), 0)"
        " + row_number() OVER (ORDER BY position)"
        " FROM project_queue WHERE tag_id = ?2 AND paper_id IN (SELECT value FROM json_each(?3))"
        " ON CONFLICT DO NOTHING",
        (to, tag, chosen),
    )
    for table in ("project_queue", "paper_tag"):
        connection.execute(
            f"DELETE FROM {table} WHERE tag_id = ? AND paper_id IN (SELECT value FROM json_each(?))", (tag, chosen)
        )


def add_alias(connection: sqlite3.Connection, name: str, alias: str) -> None:
    """Gives a tag another name. Raises Refused where that is the name of a tag, or another name of some other one."""
    tag = find(connection, name)
    if tag is None:
        raise Refused(f"There is no tag {name}.", "It may have been renamed; choose it again.")
    taken = connection.execute("SELECT id, name FROM tag WHERE key = ?", (key(alias),)).fetchone()
    if taken and taken[0] == tag:
        raise Refused(f"“{alias}” is the name of the tag itself.", "Type another name that should become it.")
    if taken:
        raise Refused(f"There is a tag {taken[1]}.", f"Merge it into {name} to make its name another one of {name}.")
    other = connection.execute(
        "SELECT tag_id, tag.name FROM tag_alias JOIN tag ON tag.id = tag_id WHERE tag_alias.key = ?", (key(alias),)
    ).fetchone()
    if other and other[0] != tag:
        raise Refused(f"“{alias}” is another name of the tag {other[1]}.", "Take it from that one first.")
    connection.execute(
        "INSERT INTO tag_alias (key, name, tag_id) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET name = ?2"
        " WHERE name <> ?2",
        (key(alias), alias, tag),
    )


def remove_alias(connection: sqlite3.Connection, alias: str) -> None:
    """Takes another name from its tag."""
    connection.execute("DELETE FROM tag_alias WHERE key = ?", (key(alias),))


def keep_apart(connection: sqlite3.Connection, name: str, other: str) -> None:
    """Remembers that two tags are to stay two; a tag beside itself is to stay as it is."""
    pair = sorted(tag for tag in (find(connection, name), find(connection, other)) if tag is not None)
    if len(pair) == 2:
        connection.execute("INSERT INTO distinct_tags (tag_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING", pair)


def delete(connection: sqlite3.Connection, name: str) -> None:
    """Deletes a tag and all below it from every paper."""
    connection.executemany("DELETE FROM tag WHERE id = ?", [(tag,) for tag, _ in reversed(_below(connection, name))])
