"""Saved searches and the meanings of highlight colours: small lists that follow the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from readerapp.errors import Refused
from readerapp.library.language import Query, parse, saved_key, saved_names
from readerapp.library.tags import ensure, key
from readerapp.records import FilePart, MeaningRecord, SavedSearchRecord, TagRecord


def searches(connection: sqlite3.Connection) -> list[SavedSearchRecord]:
    """The saved searches in the reader's order."""
    return [
        SavedSearchRecord(*row)
        for row in connection.execute("SELECT name, query, icon FROM saved_search ORDER BY position, id")
    ]


def named(connection: sqlite3.Connection, name: str) -> SavedSearchRecord:
    """The saved search of this name, in capitals or not. Raises Refused when there is none."""
    row = connection.execute("SELECT name, query, icon FROM saved_search WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise Refused(f"There is no saved search “{name}” any more.")
    return SavedSearchRecord(*row)


def insert(connection: sqlite3.Connection, search: SavedSearchRecord) -> None:
    """Puts a saved search below the others; one that is there by this name stays as it is."""
    connection.execute(
        "INSERT INTO saved_search (name, query, icon, position)"
        " SELECT ?, ?, ?, coalesce((SELECT max(position) FROM saved_search), 0) + 1 WHERE true ON CONFLICT DO NOTHING",
        (search.name, search.query, search.icon),
    )


def update(connection: sqlite3.Connection, name: str, search: SavedSearchRecord) -> None:
    """Makes the saved search of this name another; its place stays. One that is so already is not written."""
    connection.execute(
        "UPDATE saved_search SET name = ?1, query = ?2, icon = ?3 WHERE name = ?4"
        " AND (name <> ?1 COLLATE BINARY OR query <> ?2 OR icon <> ?3)",
        (search.name, search.query, search.icon, name),
    )


def put_in_order(connection: sqlite3.Connection, names: Sequence[str]) -> None:
    """Lets all saved searches stand in this order; those that stand so already are not written."""
    connection.executemany(
        "UPDATE saved_search SET position = ?1 WHERE name = ?2 AND position <> ?1", list(enumerate(names, start=1))
    )


def delete(connection: sqlite3.Connection, name: str) -> None:
    """Deletes the saved search of this name."""
    connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))


def names_in(query: str) -> list[str]:
    """The saved searches that a query names."""
    return list(saved_names(parse(query).expression))


def names_itself(searches: Iterable[SavedSearchRecord], name: str) -> bool:
    """Whether what the saved search of this name searches in comes back to it."""
    queries = {saved_key(one.name): one.query for one in searches}
    wanted = saved_key(name)
    seen: set[str] = set()
    waiting = [wanted]
    while waiting:
        for further in map(saved_key, names_in(queries.get(waiting.pop(), ""))):
            if further == wanted:
                return True
            if further not in seen:
                seen.add(further)
                waiting.append(further)
    return False


def near(searches: Sequence[SavedSearchRecord], name: str, limit: int = 5) -> list[str]:
    """The names that are most like this one; where none is, the first ones there are."""
    known = {saved_key(one.name): one.name for one in searches}
    wanted = saved_key(name)
    found = [key for key in known if wanted and wanted in key]
    found += get_close_matches(wanted, [key for key in known if key not in found], limit, 0.5)
    return [known[key] for key in (found or list(known))[:limit]]


def check_names(connection: sqlite3.Connection, query: Query) -> None:
    """Raises Refused when a query names a saved search that is not there, itself or through one that is: what finds
    nothing, or excluded finds everything, is not what was meant where nobody sees the list."""
    there = searches(connection)
    known = {saved_key(one.name): one for one in there}
    seen: set[str] = set()

    def look(names: Iterable[str], within: str) -> None:
        for name in names:
            if saved_key(name) in seen:
                continue
            seen.add(saved_key(name))
            if (one := known.get(saved_key(name))) is not None:
                look(names_in(one.query), one.name)
                continue
            where = f", which “{within}” names" if within else ""
            remedy = f"There is {listed(near(there, name))}." if there else "There are no saved searches yet."
            raise Refused(f"There is no saved search “{name}”{where}.", remedy)

    look(saved_names(query.expression), "")


def listed(names: Sequence[str]) -> str:
    """“a”, “b” and “c”"""
    marked = [f"“{name}”" for name in names]
    return " and ".join(filter(None, (", ".join(marked[:-1]), marked[-1])))


def meanings(connection: sqlite3.Connection) -> list[MeaningRecord]:
    """What the highlight colours mean, in the reader's order."""
    return [MeaningRecord(*row) for row in connection.execute("SELECT name, colour FROM meaning ORDER BY position, id")]


def tag_records(connection: sqlite3.Connection) -> list[TagRecord]:
    """Every tag as it leaves the library, with the order of its own queue, its other names and its template."""
    queues: dict[int, list[int]] = {}
    for tag, paper in connection.execute("SELECT tag_id, paper_id FROM project_queue ORDER BY tag_id, position"):
        queues.setdefault(tag, []).append(paper)
    others: dict[int, list[str]] = {}
    for tag, name in connection.execute("SELECT tag_id, name FROM tag_alias ORDER BY key"):
        others.setdefault(tag, []).append(name)
    templates = dict(connection.execute("SELECT tag_id, text FROM note_template").fetchall())
    return [
        TagRecord(name, colour, quick, tuple(queues.get(tag, ())), tuple(others.get(tag, ())), templates.get(tag, ""))
        for tag, name, colour, quick in connection.execute("SELECT id, name, colour, quick FROM tag ORDER BY key")
    ]


def take_in(
    connection: sqlite3.Connection,
    items: Iterable[TagRecord | SavedSearchRecord | MeaningRecord | FilePart],
    ids: dict[int, int],
    at: int,
) -> None:
    """Writes what comes with papers from another library. What the reader has by the same name stays as it is.

    `ids` maps the ids that papers had there to those they have here.
    """
    own = {tag for (tag,) in connection.execute("SELECT id FROM tag")}
    for item in items:
        match item:
            case TagRecord(name, colour, quick, queue, aliases, template):
                tag = ensure(connection, name, at)
                if tag not in own:
                    free = quick if _quick_is_free(connection, quick) else None
                    connection.execute("UPDATE tag SET colour = ?, quick = ? WHERE id = ?", (colour, free, tag))
                connection.executemany(
                    "INSERT INTO project_queue (tag_id, paper_id, position) SELECT ?1, ?2,"
                    " coalesce((SELECT max(position) FROM project_queue WHERE tag_id = ?1), 0) + 1"
                    " WHERE true ON CONFLICT DO NOTHING",
                    [(tag, ids[paper]) for paper in queue if paper in ids],
                )
                connection.executemany(
                    "INSERT INTO tag_alias (key, name, tag_id) SELECT ?1, ?2, ?3"
                    " WHERE NOT EXISTS (SELECT 1 FROM tag WHERE key = ?1) ON CONFLICT DO NOTHING",
                    [(key(alias), alias, tag) for alias in aliases],
                )
                if template:
                    connection.execute(
                        "INSERT INTO note_template (tag_id, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (tag, template)
                    )
            case SavedSearchRecord():
                insert(connection, item)
            case MeaningRecord(name, colour):
                connection.execute(
                    "INSERT INTO meaning (name, colour, position) SELECT ?, ?,"
                    " coalesce((SELECT max(position) FROM meaning), 0) + 1 WHERE true ON CONFLICT DO NOTHING",
                    (name, colour),
                )
            case FilePart(form, name, value):
                connection.execute(
                    "INSERT INTO file_part (format, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    (form, name, value),
                )


def _quick_is_free(connection: sqlite3.Connection, quick: int | None) -> bool:
    return quick is not None and not connection.execute("SELECT 1 FROM tag WHERE quick = ?", (quick,)).fetchone()
