"""Bringing papers in. The reading of a format and the writing of the library take turns, batch by batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from readerapp.errors import Cancelled, Refused
from readerapp.library import files, tags
from readerapp.library.arrivals import Arrival, Kept
from readerapp.library.connect import Writer
from readerapp.library.locks import Busy
from readerapp.operations.attaching import safe_name
from readerapp.records import (
    AttachedFile,
    Changes,
    ImportSummary,
    Item,
    Progress,
    Reading,
    Record,
    Silent,
    Skipped,
    Status,
)

# How many papers come in at once, at first and at most: as many as are written in so many seconds, since a note typed
# meanwhile waits so long.
_FIRST_BATCH = 100
BATCH = 500
_MOMENT = 0.08

# A page lists its newest papers first; added in reverse, the list shows them in the order of the page.
_NEWEST_FIRST = {"papers-page", "pasted"}


def bring_in(
    writer: Writer,
    reading: Reading,
    *,
    add_tags: Sequence[str] = (),
    status: Status | None = None,
    progress: Progress | None = None,
) -> tuple[Changes | None, ImportSummary]:
    """Imports all of `reading` as one step that can be undone. Stopped half way, it leaves nothing to be seen.

    Raises Cancelled when `progress` says so, and Refused when the input or the library fails.
    """
    steps = Importing(writer, reading, add_tags=add_tags, status=status, progress=progress)
    while not steps.advance():
        pass
    return steps.changes, steps.summary


class Importing:
    """An import that is advanced batch by batch, so that other writes have their turn in between.

    One that was cancelled or whose process died goes on where it was when the same input is imported again; see
    `library.arrivals`.

    `advance` answers True when all is in; then `changes` and `summary` say what happened. Without `sweep_up` an import
    that is stopped ends at once and leaves removing what had come to `arrivals.sweep_leftovers`. Waits up to `wait`
    seconds for its turn, then raises Busy.
    """

    def __init__(
        self,
        writer: Writer,
        reading: Reading,
        *,
        add_tags: Sequence[str] = (),
        status: Status | None = None,
        progress: Progress | None = None,
        sweep_up: bool = True,
        wait: float = 60,
    ) -> None:
        self.changes: Changes | None = None
        self.summary = ImportSummary()
        self._reading = reading
        self._tags = [tags.clean(name) for name in add_tags]
        self._progress = progress or Silent()
        self._sweep_up = sweep_up
        self._count = 0
        self._size = _FIRST_BATCH
        self._kept: Iterator[Kept] | None = None
        # Kept as they are read: where they lie may be gone when the last item has been.
        items = with_files(reading.items, partial(files.store, writer.path, progress=_Checked(self._progress)))
        self._items: Iterator[Item] = items
        self._backwards = reading.origin.format in _NEWEST_FIRST
        if self._backwards:
            self._items = iter(list(items)[::-1])
        self._arrival = self._in_turn(writer, status, wait)

    def _in_turn(self, writer: Writer, status: Status | None, wait: float) -> Arrival:
        origin, source = self._reading.origin, self._reading.source
        end = time.monotonic() + wait
        while True:
            self._progress.check()
            try:
                return Arrival(writer, origin, status=status, source=source, wait=min(wait, 0.25))
            except Busy:
                if time.monotonic() >= end:
                    raise

    def advance(self) -> bool:
        """Brings in the next batch, or finishes. Raises Cancelled, Refused; then nothing of the import is seen."""
        try:
            self._progress.check()
            if not self._arrival.ready():
                self._progress.report(0, None, "removing what an earlier import left")
                return False
            if self._bring():
                return False
            self.changes, summary = self._arrival.finish(add_tags=self._tags)
        except BaseException as error:
            self._arrival.abandon(sweep_up=self._sweep_up, keep=isinstance(error, Cancelled))
            raise
        if self._backwards:
            summary = replace(summary, skipped=summary.skipped[::-1], papers=summary.papers[::-1])
        self.summary = summary
        return True

    def _bring(self) -> bool:
        """Brings in one batch, or passes over one that came before the import was interrupted. False at the end."""
        if self._kept is None:
            self._kept = self._arrival.kept()
        kept = next(self._kept, None)
        batch = list(islice(self._items, kept.items if kept else self._size))
        if not batch and not kept:
            return False
        if kept:
            self._arrival.retake(batch, kept)
        else:
            began = time.monotonic()
            self._arrival.take(batch)
            self._size = _next_size(self._size, time.monotonic() - began)
        self._count += sum(isinstance(item, Record) for item in batch)
        reading = self._reading
        done = reading.done() if reading.done else self._count
        self._progress.report(done, reading.total, f"{self._count:,} papers")
        return True


def with_files(items: Iterable[Item], keep: Callable[[Path], files.Stored]) -> Iterator[Item]:
    """The items, with the files that they say lie somewhere kept by `keep`, and highlights in them bound to those. One
    that cannot be kept is Skipped before its paper."""
    for item in items:
        if isinstance(item, Record) and any(file.path for file in item.attachments):
            yield from _with_files(item, keep)
        yield item


def _with_files(record: Record, keep: Callable[[Path], files.Stored]) -> Iterator[Skipped]:
    kept, targets = [], {}
    for file in record.attachments:
        if file.path is not None:
            try:
                stored = keep(file.path)
            except Refused as refused:
                yield Skipped(f"a file of “{record.title[:100]}”", str(refused))
                continue
            targets[f"attachment:{file.name}"] = f"attachment:{stored.sha256}"
            file = AttachedFile(safe_name(file.name), stored.sha256, stored.media_type, stored.size, file.added)
        kept.append(file)
    waiting = {f"attachment:{file.name}" for file in record.attachments if file.path is not None}
    record.attachments = kept
    record.highlights = [
        replace(mark, target=targets.get(mark.target, "abstract")) if mark.target in waiting else mark
        for mark in record.highlights
    ]


class _Checked:
    """A Progress that only asks whether to go on."""

    def __init__(self, progress: Progress) -> None:
        self.check = progress.check

    def report(self, done: int, total: int | None, what: str = "") -> None:
        pass


def _next_size(size: int, seconds: float) -> int:
    """How many papers to bring in next when so many took so long: no more than twice or less than half as many, since
    one moment says little of the next."""
    wanted = size * _MOMENT / max(seconds, 0.001)
    return round(min(max(wanted, size / 2, 20), size * 2, BATCH))
