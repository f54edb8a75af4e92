"""Verbs on saved searches: each has a name, a query, an icon and a place."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.errors import Refused
from readerapp.library import saved
from readerapp.library.connect import Writer
from readerapp.library.language import MAX_LENGTH, quoted, renamed, saved_key
from readerapp.operations.reading import storable
from readerapp.operations.titles import shortened
from readerapp.records import Changes, SavedSearchRecord

MAX_NAME = 100


def checked(searches: Sequence[SavedSearchRecord], name: str, query: str, instead_of: str = "") -> tuple[str, str]:
    """A name and a query as they can be saved beside these searches, or `instead_of` one of them.

    Raises Refused for no name or one that is too long or taken, for no query, and for one that would name itself.
    """
    name, query = " ".join(storable(name).split()), storable(query).strip()
    if not name:
        raise Refused("A saved search needs a name.", "Type one.")
    if len(name) > MAX_NAME:
        raise Refused(f"This name has {len(name):,} characters; it can have {MAX_NAME}.", "Shorten it.")
    others = [one for one in searches if saved_key(one.name) != saved_key(instead_of)]
    if any(saved_key(one.name) == saved_key(name) for one in others):
        raise Refused(f"There is a saved search “{name}” already.", "Choose another name.")
    if not query:
        raise Refused("There is nothing to search for.", "Type a query.")
    if len(query) > MAX_LENGTH:
        raise Refused(f"A query can have {MAX_LENGTH:,} characters, this one has {len(query):,}.", "Shorten it.")
    if instead_of:
        query = renamed(query, instead_of, name)
        others = [SavedSearchRecord(one.name, renamed(one.query, instead_of, name), one.icon) for one in others]
        # What is longer would find something else: its end is not read.
        for one in (*others, SavedSearchRecord(name, query)):
            if len(one.query) > MAX_LENGTH and saved_key(name) in map(saved_key, saved.names_in(one.query)):
                raise Refused(
                    f"With this name the query of “{one.name}” would have {len(one.query):,} characters; it can have"
                    f" {MAX_LENGTH:,}.",
                    "Choose a shorter one.",
                )
    if saved.names_itself([*others, SavedSearchRecord(name, query)], name):
        raise Refused(f"“{name}” would search for itself.", f"Leave saved:{quoted(name)} out, or choose another name.")
    return name, query


def save(writer: Writer, name: str, query: str, icon: str = "") -> Changes | None:
    """Saves a query under a name, below the others. Raises Refused as `checked` does."""
    name, query = checked(saved.searches(writer.connection), name, query)
    with writer.step(f"Save the search {shortened(name)}") as step:
        saved.insert(writer.connection, SavedSearchRecord(name, query, icon))
    return step.changes


def rename(writer: Writer, name: str, to: str) -> Changes | None:
    """Renames a saved search, and in other saved searches what names it. Raises Refused as `checked` does, and when
    it is gone."""
    one = saved.named(writer.connection, name)
    searches = saved.searches(writer.connection)
    to, query = checked(searches, to, one.query, one.name)
    with writer.step(f"Rename the saved search {shortened(one.name)} to {shortened(to)}") as step:
        saved.update(writer.connection, one.name, SavedSearchRecord(to, query, one.icon))
        for other in searches:
            if other.name != one.name:
                query = renamed(other.query, one.name, to)
                saved.update(writer.connection, other.name, SavedSearchRecord(other.name, query, other.icon))
    return step.changes


def change_query(writer: Writer, name: str, query: str) -> Changes | None:
    """Gives a saved search another query. Raises Refused as `checked` does, and when it is gone."""
    one = saved.named(writer.connection, name)
    _, query = checked(saved.searches(writer.connection), one.name, query, one.name)
    with writer.step(f"Change the saved search {shortened(one.name)}") as step:
        saved.update(writer.connection, one.name, SavedSearchRecord(one.name, query, one.icon))
    return step.changes


def set_icon(writer: Writer, name: str, icon: str) -> Changes | None:
    """Gives a saved search an icon, by a word of the interface; "" is the usual one. Raises Refused when it is gone."""
    one = saved.named(writer.connection, name)
    with writer.step(f"Change the icon of the saved search {shortened(one.name)}") as step:
        saved.update(writer.connection, one.name, SavedSearchRecord(one.name, one.query, icon))
    return step.changes


def move(writer: Writer, name: str, offset: int) -> Changes | None:
    """Moves a saved search so many places down, or up if less than 0, as far as there are places. Raises Refused when
    it is gone."""
    one = saved.named(writer.connection, name)
    order = [other.name for other in saved.searches(writer.connection)]
    at = order.index(one.name)
    order.insert(max(0, min(len(order) - 1, at + offset)), order.pop(at))
    with writer.step(f"Move the saved search {shortened(one.name)}") as step:
        saved.put_in_order(writer.connection, order)
    return step.changes


def delete(writer: Writer, name: str) -> Changes | None:
    """Deletes a saved search; the papers stay. The title of the step says which others named it and find less now.
    Raises Refused when it is gone."""
    one = saved.named(writer.connection, name)
    naming = [
        other.name
        for other in saved.searches(writer.connection)
        if other.name != one.name and saved_key(one.name) in map(saved_key, saved.names_in(other.query))
    ]
    title = f"Delete the saved search {shortened(one.name)}"
    if naming:
        title = f"Delete the saved search {shortened(one.name)}, which {saved.listed(naming)} searched in"
    with writer.step(title) as step:
        saved.delete(writer.connection, one.name)
    return step.changes
