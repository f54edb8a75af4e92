"""Verbs on the tags themselves: names, colours, keys, what stands below what, and what becomes of two that are one."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.errors import Refused
from readerapp.library import tag_suggestions, tags
from readerapp.library.connect import Writer
from readerapp.operations import filing
from readerapp.operations.titles import papers
from readerapp.records import Changes


def colour_tag(writer: Writer, name: str, colour: str) -> Changes | None:
    """Gives a tag a colour of its own, from `tags.COLOURS`; "" lets it have the colour of the tag above it."""
    if colour and colour not in tags.COLOURS:
        raise Refused(f"There is no tag colour “{colour}”.", f"Choose one of {', '.join(tags.COLOURS)}.")
    with writer.step(f"Colour the tag {name}") as step:
        tags.set_colour(writer.connection, name, colour)
    return step.changes


def rename_tag(writer: Writer, name: str, to: str) -> Changes | None:
    """Renames a tag and all below it. A name that is already there takes the papers of both. Raises Refused for a name
    below the tag itself, and for another name of some other tag."""
    to = tags.clean(to)
    with writer.step(f"Rename the tag {name} to {to}") as step:
        tags.rename(writer.connection, name, to, step.at)
    return step.changes


def delete_tag(writer: Writer, name: str) -> Changes | None:
    """Deletes a tag and all below it. The papers stay."""
    with writer.step(f"Delete the tag {name}") as step:
        tags.delete(writer.connection, name)
    return step.changes


def set_quick_tag(writer: Writer, name: str, number: int | None) -> Changes | None:
    """Gives a tag the number key 1 to 9, taking it from the tag that had it; None takes its number away."""
    if number is not None and not 1 <= number <= 9:
        raise Refused(f"A quick tag has a number from 1 to 9, not {number}.")
    title = f"Put the tag {name} on the key {number}" if number else f"Take the key from the tag {name}"
    with writer.step(title) as step:
        tags.set_quick(writer.connection, name, number)
    return step.changes


def merge_tags(writer: Writer, name: str, into: str, keep_name: bool = True) -> Changes | None:
    """Gives the papers of a tag to another one, with what is below it, its other names and its order of up next; its
    key too where the other has none. With `keep_name`, its name becomes another name of that one. Raises Refused where
    one of them is not there."""
    tag, other = (tags.find(writer.connection, one) for one in (name, into))
    if tag is None or other is None:
        raise Refused(f"There is no tag {into if tag else name}.", "It may have been renamed; choose it again.")
    if tag == other:
        raise Refused(f"“{name}” and “{into}” are one tag.")
    name, into = tags.meant(writer.connection, name), tags.meant(writer.connection, into)
    with writer.step(f"Merge the tag {name} into {into}") as step:
        tags.rename(writer.connection, name, into, step.at)
        if keep_name:
            tags.add_alias(writer.connection, into, name)
    return step.changes


def nest_tag(writer: Writer, name: str, below: str) -> Changes | None:
    """Moves a tag, with all below it, below another one; "" moves it to the top level. Where it is already, nothing
    happens; a tag of its name there takes its papers."""
    leaf = name.rpartition("/")[2]
    to = f"{tags.meant(writer.connection, below)}/{leaf}" if below else leaf
    if to == name:
        return None
    title = f"Move the tag {name} below {below}" if below else f"Move the tag {name} to the top"
    with writer.step(title) as step:
        tags.rename(writer.connection, name, to, step.at)
    return step.changes


def split_tag(writer: Writer, name: str, to: str, ids: Sequence[int]) -> Changes | None:
    """Gives those of these papers that have a tag itself another one instead, which is made if need be."""
    to = tags.clean(to)
    if tags.find(writer.connection, to) == tags.find(writer.connection, name):
        raise Refused(f"“{to}” is the tag itself.", "Choose another name for what is to move.")
    with writer.step(f"Move {papers(writer, ids)} from the tag {name} to {to}") as step:
        if ids:
            tags.split(writer.connection, name, tags.ensure(writer.connection, to, step.at), ids, step.at)
    return step.changes


def add_tag_name(writer: Writer, name: str, alias: str) -> Changes | None:
    """Gives a tag another name, which then stands for it wherever a tag is named. Raises Refused where the name is
    taken."""
    alias = tags.clean(alias)
    with writer.step(f"Let {alias} be another name of the tag {name}") as step:
        tags.add_alias(writer.connection, name, alias)
    return step.changes


def remove_tag_name(writer: Writer, alias: str) -> Changes | None:
    """Takes another name from its tag."""
    with writer.step(f"Let {alias} no longer be another name of a tag") as step:
        tags.remove_alias(writer.connection, alias)
    return step.changes


def toggle_quick_tag(writer: Writer, ids: Sequence[int], number: int) -> Changes | None:
    """Puts the tag of a number key on these papers; where all of them have it, takes it away. Raises Refused where no
    tag has the key."""
    name = tags.quick(writer.connection, number)
    if name is None:
        raise Refused(f"No tag has the key {number} yet.", "Right-click a tag to give it one.")
    if tags.on_all(writer.connection, ids, name):
        return filing.tag(writer, ids, remove=[name])
    return filing.tag(writer, ids, [name])


def promote_keyword(writer: Writer, keyword: str) -> Changes | None:
    """Puts a tag called like a keyword on all papers of the library that have it, in any capitals. Raises Refused for a
    keyword that can be no tag."""
    name = tags.clean(tag_suggestions.as_tag(keyword))
    ids = tag_suggestions.having(writer.connection, keyword)
    with writer.step(f"Tag {papers(writer, ids)} {name}, after the keyword") as step:
        if ids:
            tags.add(writer.connection, ids, tags.ensure(writer.connection, name, step.at), step.at)
    return step.changes


def keep_tags_apart(writer: Writer, name: str, other: str = "") -> Changes | None:
    """Remembers that two tags, or one that few papers have, are right as they are: it is not suggested again."""
    title = f"Keep the tags {name} and {other} apart" if other else f"Keep the tag {name} as it is"
    with writer.step(title) as step:
        tags.keep_apart(writer.connection, name, other or name)
    return step.changes
