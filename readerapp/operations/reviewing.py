"""What becomes of a paper in a review: kept, dropped, or read now."""

from __future__ import annotations

from readerapp.library import edits, queue
from readerapp.library.connect import Writer, milliseconds
from readerapp.library.models import Kept, Opened, Paper
from readerapp.operations.titles import papers
from readerapp.records import Changes, Status


def keep(writer: Writer, paper: int) -> Changes | None:
    """Lets a paper wait on; a review asks again when it has waited as long once more."""
    with writer.step(f"Keep {papers(writer, [paper])} waiting") as step:
        if Paper.get_or_none(Paper.id == paper) is not None:
            Kept.insert(paper=paper, at=step.at).on_conflict(
                conflict_target=[Kept.paper], update={Kept.at: step.at}
            ).execute()
    return step.changes


def drop(writer: Writer, paper: int) -> Changes | None:
    """Gives a paper up, and takes it out of up next."""
    with writer.step(f"Drop {papers(writer, [paper])}") as step:
        edits.set_status([paper], Status.DROPPED, step.at)
        queue.remove(writer.connection, [paper])
    return step.changes


def read_now(writer: Writer, paper: int) -> Changes | None:
    """Puts a paper at the top of up next."""
    with writer.step(f"Read {papers(writer, [paper])} now") as step:
        queue.append(writer.connection, [paper], step.at)
        queue.move_to_top(writer.connection, [paper])
    return step.changes


def mark_opened(writer: Writer, paper: int) -> Changes | None:
    """Remembers that a paper was opened just now. It is nothing to be undone, so no step."""
    with writer.unrecorded():
        if Paper.get_or_none(Paper.id == paper) is not None:
            at = milliseconds()
            Opened.insert(paper=paper, at=at).on_conflict(
                conflict_target=[Opened.paper], update={Opened.at: at}
            ).execute()
    return None
