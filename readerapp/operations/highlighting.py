"""Verbs on highlights, and on what their colours mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readerapp.errors import Refused
from readerapp.library import highlights
from readerapp.library.connect import Writer
from readerapp.operations.reading import storable
from readerapp.operations.titles import shortened
from readerapp.records import Changes, HighlightRecord

MAX_COMMENT = 1_000_000
MAX_QUOTE = 100_000
MAX_NAME = 60


def highlight(writer: Writer, paper: int, mark: HighlightRecord) -> Changes | None:
    """Highlights a passage of a paper. Raises Refused when the passage is empty or too long, or when the paper or the
    meaning is gone."""
    mark = _checked(mark)
    which = _named(mark.quote)
    title = f"Highlight {which} as {mark.meaning}" if mark.meaning else f"Highlight {which}"
    with writer.step(title) as step:
        highlights.add(writer.connection, paper, mark, step.at)
    return step.changes


def set_meaning(writer: Writer, highlight: int, meaning: str) -> Changes | None:
    """Gives a highlight another meaning; "" takes it away."""
    which = _named(highlights.quote(writer.connection, highlight))
    with writer.step(f"Let {which} mean {meaning}" if meaning else f"Take the meaning from {which}") as step:
        highlights.set_meaning(writer.connection, highlight, meaning, step.at)
    return step.changes


def set_comment(writer: Writer, highlight: int, text: str, *, merge: str = "") -> Changes | None:
    """Replaces the comment on a highlight, to the letter; a text of blanks alone takes it away.

    Saves with the same `merge` key in a row are one step.
    """
    text = storable(text)
    if len(text) > MAX_COMMENT:
        raise Refused(
            f"A comment can have {MAX_COMMENT:,} characters, this one has {len(text):,}.", "Write it in the note."
        )
    which = _named(highlights.quote(writer.connection, highlight))
    with writer.step(f"Comment on {which}", merge=merge) as step:
        highlights.set_comment(writer.connection, highlight, text if text.strip() else "", step.at)
    return step.changes


def move_highlight(writer: Writer, highlight: int, mark: HighlightRecord) -> Changes | None:
    """Has a highlight that is lost, or wrong, mark another passage; meaning and comment stay."""
    mark = _checked(mark)
    with writer.step(f"Find a highlight again in {_named(mark.quote)}") as step:
        highlights.move(writer.connection, highlight, mark, step.at)
    return step.changes


def delete_highlights(writer: Writer, chosen: Sequence[int]) -> Changes | None:
    """Deletes highlights with their comments. Those that are gone already are no fault."""
    if len(chosen) == 1:
        which = f"the highlight {_named(highlights.quote(writer.connection, chosen[0]))}"
    else:
        which = f"{len(chosen):,} highlights"
    with writer.step(f"Delete {which}") as step:
        highlights.delete(writer.connection, chosen, step.at)
    return step.changes


def add_meaning(writer: Writer, name: str, colour: str) -> Changes | None:
    """Adds a meaning with one of the colours of `tags.COLOURS`."""
    name = _name(name)
    with writer.step(f"Add the meaning {name}") as step:
        highlights.add_meaning(writer.connection, name, colour)
    return step.changes


def rename_meaning(writer: Writer, name: str, to: str) -> Changes | None:
    """Renames a meaning; its highlights keep it."""
    to = _name(to)
    with writer.step(f"Rename the meaning {name} to {to}") as step:
        highlights.rename_meaning(writer.connection, name, to)
    return step.changes


def colour_meaning(writer: Writer, name: str, colour: str) -> Changes | None:
    """Gives a meaning another colour."""
    with writer.step(f"Colour the meaning {name} {colour}") as step:
        highlights.colour_meaning(writer.connection, name, colour)
    return step.changes


def move_meaning(writer: Writer, name: str, offset: int) -> Changes | None:
    """Moves a meaning up or down in the reader's order."""
    with writer.step(f"Move the meaning {name}") as step:
        highlights.move_meaning(writer.connection, name, offset)
    return step.changes


def delete_meaning(writer: Writer, name: str) -> Changes | None:
    """Deletes a meaning. Its highlights stay, without one."""
    with writer.step(f"Delete the meaning {name}") as step:
        highlights.delete_meaning(writer.connection, name)
    return step.changes


def _checked(mark: HighlightRecord) -> HighlightRecord:
    if not mark.quote.strip():
        raise Refused("There is nothing to highlight.", "Select a passage first.")
    if len(mark.quote) > MAX_QUOTE:
        raise Refused(
            f"A highlight can have {MAX_QUOTE:,} characters, this passage has {len(mark.quote):,}.", "Select less."
        )
    return replace(mark, comment=storable(mark.comment))


def _named(quote: str) -> str:
    return shortened(" ".join(quote.split()))


def _name(name: str) -> str:
    name = " ".join(storable(name).split())
    if not name:
        raise Refused("A meaning needs a name.", "Type a word for what the colour stands for.")
    if len(name) > MAX_NAME:
        raise Refused(f"The name of a meaning can have {MAX_NAME} characters, this one has {len(name)}.", "Shorten it.")
    return name
