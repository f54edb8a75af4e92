"""Imports in a process of their own.

A long import keeps an interpreter busy, and a window whose painting must share the interpreter stutters. So a file is
read and written by another process, which does what `readerapp import` does; this one is told how far it is.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from multiprocessing.synchronize import Event
from pathlib import Path

from readerapp.errors import Cancelled, Refused
from readerapp.library.connect import Library
from readerapp.operations.importing import Importing
from readerapp.records import Changes, ImportSummary, Progress, Reading, Status

# A process that has forked with threads inside is a gamble; one that is started anew is not.
_CONTEXT = multiprocessing.get_context("spawn")


# Seconds that a stopped import has to end by itself, and that it lets another write pass.
_PATIENCE = 3.0
_COURTESY = 5.0


@dataclass(slots=True)
class Turns:
    """`wanted` is set while a write of the reader's waits to pass between two batches; `stop` ends the import."""

    wanted: Event
    stop: Event

    @classmethod
    def new(cls) -> Turns:
        """Nobody waits, and nobody has said stop."""
        return cls(_CONTEXT.Event(), _CONTEXT.Event())


class _Told:
    """A Progress at the other end of a pipe."""

    def __init__(self, pipe: Pipe, turns: Turns) -> None:
        self._pipe, self._turns = pipe, turns

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self._pipe.send((done, total, what))

    def check(self) -> None:
        if self._turns.stop.is_set():
            raise Cancelled


def bring_in(
    library: Path,
    open_reading: Callable[[], Reading],
    add_tags: tuple[str, ...],
    status: Status | None,
    progress: Progress,
    turns: Turns,
) -> tuple[Changes | None, ImportSummary]:
    """Imports in another process and waits for it, reporting to `progress`. Raises what the import raises, and Refused
    when that process dies; then nothing is in the library, and what had come is left to `arrivals.sweep_leftovers`.
    `open_reading` must be one that can be pickled."""
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_work, args=(library, open_reading, add_tags, status, theirs, turns), daemon=True)
    process.start()
    theirs.close()
    patience = 0.0
    try:
        while True:
            try:
                progress.check()
            except Cancelled:
                if not turns.stop.is_set():
                    turns.stop.set()
                    patience = time.monotonic() + _PATIENCE
                elif time.monotonic() > patience:
                    # It may be deep in a parser. Ending it is safe: what it has brought nobody sees.
                    process.terminate()
            if not ours.poll(0.05):
                continue
            match ours.recv():
                case (int(done), total, str(what)):
                    progress.report(done, total, what)
                case Exception() as error:
                    raise error
                case (changes, ImportSummary() as summary):
                    return changes, summary
    except EOFError:
        if turns.stop.is_set():
            raise Cancelled from None
        raise Refused("The import ended unexpectedly; nothing was added.", "Try it again.") from None
    finally:
        ours.close()
        process.join()


def _work(
    library: Path,
    open_reading: Callable[[], Reading],
    add_tags: tuple[str, ...],
    status: Status | None,
    pipe: Pipe,
    turns: Turns,
) -> None:
    """The whole life of that process."""
    try:
        opened = Library(library)
        writer = opened.writer()
        try:
            steps = Importing(
                writer,
                open_reading(),
                add_tags=add_tags,
                status=status,
                progress=_Told(pipe, turns),
                sweep_up=False,
            )
            while not steps.advance():
                # Bounded: a window that was killed while it waited will never say that it has finished.
                end = time.monotonic() + _COURTESY
                while turns.wanted.is_set() and time.monotonic() < end and not turns.stop.wait(0.002):
                    pass
        finally:
            writer.close()
            opened.close()
        pipe.send((steps.changes, steps.summary))
    except (Refused, Cancelled) as told:
        pipe.send(told)
    except BrokenPipeError:
        pass  # the window is gone; the import has been taken back
    finally:
        pipe.close()
