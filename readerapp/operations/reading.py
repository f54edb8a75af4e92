"""Verbs on how far the reader is and what they think: status, star, rating, takeaway, note; and on what they know of a
paper: its details."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.errors import Refused
from readerapp.library import edits, note_versions, queue
from readerapp.library.connect import Writer
from readerapp.library.models import Paper
from readerapp.library.papers import note as note_of
from readerapp.operations.titles import papers
from readerapp.records import Changes, Status

MAX_NOTE = 10_000_000


def set_status(writer: Writer, ids: Sequence[int], status: Status) -> Changes | None:
    """Gives these papers a status; those that have it are not rewritten."""
    with writer.step(f"Mark {papers(writer, ids)} {status.word}") as step:
        edits.set_status(ids, status, step.at)
    return step.changes


def finish(writer: Writer, ids: Sequence[int], takeaway: str = "") -> Changes | None:
    """Marks these papers read and takes them out of up next. A `takeaway`, unless it is blank, becomes theirs."""
    line = one_line(takeaway)
    with writer.step(f"Finish {papers(writer, ids)}") as step:
        edits.set_status(ids, Status.READ, step.at)
        queue.remove(writer.connection, ids)
        for paper in ids if line else ():
            edits.set_takeaway(paper, line, step.at)
    return step.changes


def set_starred(writer: Writer, ids: Sequence[int], starred: bool) -> Changes | None:
    """Stars these papers, or takes the star away."""
    with writer.step(f"{'Star' if starred else 'Unstar'} {papers(writer, ids)}") as step:
        edits.set_column(ids, Paper.starred, int(starred), step.at)
    return step.changes


def set_rating(writer: Writer, ids: Sequence[int], rating: int | None) -> Changes | None:
    """Rates these papers 1 to 5; None takes the rating away."""
    if rating is not None and not 1 <= rating <= 5:
        raise Refused(f"A rating is a number from 1 to 5, not {rating}.")
    which = papers(writer, ids)
    with writer.step(f"Rate {which} {rating}" if rating else f"Remove the rating of {which}") as step:
        edits.set_column(ids, Paper.rating, rating, step.at)
    return step.changes


def set_takeaway(writer: Writer, paper: int, takeaway: str, *, merge: str = "") -> Changes | None:
    """Keeps one line of a paper; "" takes it away. Saves with the same `merge` key in a row are one step."""
    with writer.step(f"Takeaway of {papers(writer, [paper])}", merge=merge) as step:
        edits.set_takeaway(paper, one_line(takeaway), step.at)
    return step.changes


def set_note(writer: Writer, paper: int, text: str, *, merge: str = "", over: str | None = None) -> Changes | None:
    """Replaces the note on a paper, to the letter; a text of blanks alone takes it away.

    Saves with the same `merge` key in a row are one step: the reader is typing. `over` is the note that they are
    writing over, as they saw it: where another stands there by now, that is kept as a version, and told so.
    """
    text = as_note(text)
    if len(text) > MAX_NOTE:
        raise Refused(f"A note can have {MAX_NOTE:,} characters, this one has {len(text):,}.", "Shorten it.")

    def clashes() -> bool:
        return over is not None and note_of(writer.connection, paper) not in (as_note(over), text)

    which = papers(writer, [paper])
    title = f"Note on {which}"
    if clashes():
        title = f"Note on {which}; what another program wrote is kept as an earlier version"
        merge = ""
    with writer.step(title, merge=merge) as step:
        edits.set_note(paper, text, step.at, typing=bool(merge) and not clashes())
    return step.changes


def set_detail(writer: Writer, paper: int, name: str, value: str) -> Changes | None:
    """Writes one detail of a paper, under the name of a CSL variable ("volume", "publisher" …); "" takes it away."""
    with writer.step(f"Change the detail {name} of {papers(writer, [paper])}") as step:
        edits.set_detail(paper, name, one_line(value), step.at)
    return step.changes


def set_task(writer: Writer, paper: int, number: int, text: str, done: bool) -> Changes | None:
    """Marks a task in the note of a paper done, or open again. It is the one with this number, from 0, and these words,
    else the first with these words. Raises Refused when there is none."""
    which = papers(writer, [paper])
    with writer.step(f"Finish a task of {which}" if done else f"Open a task of {which} again") as step:
        edits.set_task(paper, number, text, done, step.at)
    return step.changes


def put_back_note(writer: Writer, version: int) -> Changes | None:
    """Makes an earlier version of a note the note again; what it was till now is kept as a version. Raises Refused
    when the version is gone."""
    paper, text = note_versions.text(writer.connection, version)
    with writer.step(f"Put back an earlier note on {papers(writer, [paper])}") as step:
        edits.set_note(paper, text, step.at)
    return step.changes


def as_note(text: str) -> str:
    """A text as it is stored as a note: one of blanks alone is none."""
    text = storable(text)
    return text if text.strip() else ""


def one_line(text: str) -> str:
    """A text in one line, as it is stored."""
    return " ".join(storable(text).split())


def storable(text: str) -> str:
    """Text as it can be stored: without NUL, which ends a text for other programs, and without lone surrogates."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
