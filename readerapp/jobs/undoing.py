"""Going to a point of the history: one piece of work on the library lane, which can be stopped between two steps."""

from __future__ import annotations

from dataclasses import replace

from readerapp.jobs.lanes import Lanes, Relay
from readerapp.jobs.progress import Job
from readerapp.library.connect import Writer
from readerapp.records import Changes


def go_to(lanes: Lanes, step: int, *, undone: bool, title: str) -> Job:
    """Makes this step the last one that is done (0: none is): takes later ones back, or, when it is `undone`, does it
    and those before it again.

    The Job, called `title`, ends when that has come as far as it can. What was done then is told as `library_changed`,
    as after any undo, also when the work was cancelled on the way.
    """
    job = Job(title, lanes)
    relay = Relay(job)

    def verb(writer: Writer) -> Changes | None:
        try:
            changes = writer.redo_to(step, job) if undone else writer.undo_to(step, job)
        except BaseException:
            relay.home(job.end, "")  # the lanes say why
            raise
        if changes is None:
            return None
        title = f"{'Done again' if undone else 'Undone'}: {changes.title}"
        return replace(changes, title=title)

    def sweep(writer: Writer) -> bool:
        """Removes what an import that was given up for this had brought."""
        from readerapp.library import arrivals

        return arrivals.sweep_leftovers(writer)

    lanes.job_began.emit(job)
    lanes.do(verb, then=lambda _: job.end(""))
    lanes.piecewise(sweep)
    return job
