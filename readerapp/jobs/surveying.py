"""What a large input holds, counted in a process of its own before any of it is brought in.

Reading and comparing tens of thousands of papers keeps an interpreter busy, and a window must not share that. The other
process reads the input and the library, writes nothing, and tells how far it has come.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from readerapp.errors import Cancelled, Refused
from readerapp.library.arrivals import compare
from readerapp.library.connect import Library
from readerapp.records import Item, Reading, Record, Skipped

_CONTEXT = multiprocessing.get_context("spawn")
_CHUNK = 500
# So many problems are told with their places; the others are counted.
MOST_SKIPPED = 1_000


@dataclass(frozen=True, slots=True)
class Brought:
    """What papers bring along: files, with their bytes as far as they are known, highlights, notes and tags."""

    files: int = 0
    size: int = 0
    highlights: int = 0
    notes: int = 0

    def and_of(self, record: Record) -> Brought:
        """With what one more paper brings."""
        return Brought(
            self.files + len(record.attachments),
            self.size + sum(file.size or len(file.data or b"") for file in record.attachments),
            self.highlights + len(record.highlights),
            self.notes + bool(record.note),
        )


@dataclass(frozen=True, slots=True)
class Survey:
    """How many papers there are, as far as they have been counted: new ones, and such as are in the library or its
    trash. Of papers that come twice, far from each other, both are counted. `far` is how far, from 0 to 1."""

    new: int = 0
    here: int = 0
    trashed: int = 0
    completes: int = 0
    brought: Brought = field(default_factory=Brought)
    skipped: int = 0
    problems: tuple[Skipped, ...] = ()
    far: float = 0
    whole: bool = False


def survey(
    library: Path, open_reading: Callable[[], Reading], told: Callable[[Survey], None], stopped: Callable[[], bool]
) -> None:
    """Counts in another process and waits for it; `told` gets what there is so far, at last with `whole` set. Raises
    what reading raises, and Cancelled when `stopped()`. `open_reading` must be one that can be pickled."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(library, open_reading, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            if stopped():
                raise Cancelled
            if not ours.poll(0.05):
                continue
            match ours.recv():
                case Survey() as found:
                    told(found)
                    if found.whole:
                        return
                case Exception() as error:
                    raise error
    except EOFError:
        raise Refused("Counting the papers ended unexpectedly.", "They can be added all the same.") from None
    finally:
        ours.close()
        process.kill()
        process.join()


def _work(library: Path, open_reading: Callable[[], Reading], pipe: Pipe) -> None:
    """The whole life of that process."""
    try:
        for found in _counted(library, open_reading()):
            pipe.send(found)
    except (Refused, Cancelled) as told:
        pipe.send(told)
    except BrokenPipeError:
        pass  # nobody waits for it any more
    finally:
        pipe.close()


def _counted(path: Path, reading: Reading) -> Iterator[Survey]:
    library = Library(path)
    found = Survey()
    items: Iterator[Item] = iter(reading.items)
    with closing(library), closing(library.reader()) as connection:
        while chunk := list(islice(items, _CHUNK)):
            records = [item for item in chunk if isinstance(item, Record)]
            matches, firsts = compare(connection, records)
            counted = [matches[number] for number, first in enumerate(firsts) if first == number]
            brought = found.brought
            for record in records:
                brought = brought.and_of(record)
            skipped = [item for item in chunk if isinstance(item, Skipped)]
            done = reading.done() if reading.done else 0
            found = Survey(
                found.new + counted.count(None),
                found.here + sum(match is not None and not match.trashed for match in counted),
                found.trashed + sum(match is not None and match.trashed for match in counted),
                found.completes + sum(match is not None and match.completes for match in counted),
                brought,
                found.skipped + len(skipped),
                (*found.problems, *skipped)[:MOST_SKIPPED],
                min(done / reading.total, 1) if reading.total else 0,
            )
            yield found
    yield replace(found, far=1, whole=True)
