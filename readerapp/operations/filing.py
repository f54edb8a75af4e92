"""Verbs on where papers belong: tags, up next, the trash."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.library import edits, history, queue, tags
from readerapp.library import trash as discarded
from readerapp.library.connect import Writer
from readerapp.operations.titles import papers
from readerapp.records import Changes


def tag(writer: Writer, ids: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes | None:
    """Puts tags on these papers and takes others away, in one step; untouched papers are not rewritten.

    Missing tags are made; another name of a tag stands for that tag. Raises Refused for a name that is none.
    """
    adding, removing = [tags.clean(name) for name in add], [tags.clean(name) for name in remove]
    which = papers(writer, ids)
    if adding and not removing:
        title = f"Tag {which} {', '.join(adding)}"
    elif removing and not adding:
        title = f"Remove {', '.join(removing)} from {which}"
    else:
        title = f"Change the tags of {which}"
    with writer.step(title) as step:
        for name in adding:
            # A tag is made only when there is a paper for it.
            if ids:
                tags.add(writer.connection, ids, tags.ensure(writer.connection, name, step.at), step.at)
        for name in removing:
            tags.remove(writer.connection, ids, name)
    return step.changes


def enqueue(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Puts papers at the end of up next, in the given order."""
    with writer.step(f"Add {papers(writer, ids)} to up next") as step:
        queue.append(writer.connection, ids, step.at)
    return step.changes


def dequeue(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Takes papers out of up next."""
    with writer.step(f"Take {papers(writer, ids)} from up next") as step:
        queue.remove(writer.connection, ids)
    return step.changes


def move_in_queue(writer: Writer, ids: Sequence[int], offset: int, project: str = "") -> Changes | None:
    """Moves papers together by `offset` places in up next, or in up next of a project."""
    with writer.step(f"Move {papers(writer, ids)} in {_up_next(project)}") as step:
        queue.move(writer.connection, ids, offset, project)
    return step.changes


def move_to_top(writer: Writer, ids: Sequence[int], project: str = "") -> Changes | None:
    """Moves papers to the top of up next, or of up next of a project."""
    with writer.step(f"Move {papers(writer, ids)} to the top of {_up_next(project)}") as step:
        queue.move_to_top(writer.connection, ids, project)
    return step.changes


def move_to_end(writer: Writer, ids: Sequence[int], project: str = "") -> Changes | None:
    """Moves papers to the end of up next, or of up next of a project."""
    with writer.step(f"Move {papers(writer, ids)} to the end of {_up_next(project)}") as step:
        queue.move_to_end(writer.connection, ids, project)
    return step.changes


def place_in_queue(
    writer: Writer, ids: Sequence[int], beside: int, below: bool = False, project: str = ""
) -> Changes | None:
    """Moves papers above, or below, another paper in up next, or in up next of a project."""
    with writer.step(f"Move {papers(writer, ids)} in {_up_next(project)}") as step:
        queue.place(writer.connection, ids, beside, below=below, project=project)
    return step.changes


def _up_next(project: str) -> str:
    return f"up next of {project}" if project else "up next"


def trash(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Moves papers to the trash, with all that belongs to them."""
    with writer.step(f"Move {papers(writer, ids)} to the trash") as step:
        edits.set_trashed(ids, True, step.at)
    return step.changes


def restore(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Brings papers back from the trash."""
    with writer.step(f"Restore {papers(writer, ids)}") as step:
        edits.set_trashed(ids, False, step.at)
    return step.changes


def delete(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Deletes papers for good, with all that belongs to them; those that are not in the trash are left alone."""
    chosen = discarded.among(writer.connection, ids)
    which = papers(writer, chosen)
    with writer.step(f"Delete {which} for good") as step:
        # Again: another process may have restored some.
        chosen = discarded.among(writer.connection, chosen)
        history.delete(writer.connection, step.id, chosen)
    return step.changes
