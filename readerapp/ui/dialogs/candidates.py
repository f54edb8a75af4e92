"""Candidates: what a text or a file holds, read and compared with the library before anything is brought in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Generator, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QDate, QLocale

from readerapp import registry
from readerapp.errors import Cancelled, Refused
from readerapp.jobs.surveying import Brought
from readerapp.library import tags
from readerapp.library.arrivals import Match, compare
from readerapp.library.connect import Connection
from readerapp.records import Item, MeaningRecord, Origin, Reading, Record, Skipped

# More papers than this are not read before the reader has decided; so many of them are shown.
MOST_WHOLE = 5_000
PREVIEW = 300
# Of a large input without papers, no more complaints than this are read.
_MOST_SKIPPED = 20_000

# The name of an input that is no file, in messages; afterwards it is called by what it is.
PASTED = "the pasted text"

Opening = Callable[[], Reading]


class Place(Enum):
    """Where a candidate stands as seen from the library."""

    NEW = auto()
    HERE = auto()
    TRASHED = auto()
    TWICE = auto()  # an earlier candidate is the same paper


@dataclass(frozen=True, slots=True)
class Found:
    """What an input holds: all its items, or the first of them where not `whole`.

    `label` is the format's name for the reader; `size` is in bytes. `brought` is what the papers here bring along.
    """

    origin: Origin
    label: str
    items: tuple[Item, ...]
    whole: bool
    size: int | None
    opening: Opening
    brought: Brought

    @property
    def records(self) -> list[Record]:
        """The candidates, in order."""
        return [item for item in self.items if isinstance(item, Record)]

    @property
    def skipped(self) -> list[Skipped]:
        """What was not understood, in order."""
        return [item for item in self.items if isinstance(item, Skipped)]

    @property
    def carries_more(self) -> bool:
        """Whether there is something to bring in besides papers and what belongs to them, such as saved searches."""
        used = {mark.meaning for record in self.records for mark in record.highlights}
        return any(
            not isinstance(item, (Record, Skipped)) and not (isinstance(item, MeaningRecord) and item.name in used)
            for item in self.items
        )

    def reading(self, unchecked: Container[int]) -> Reading:
        """What is to be brought in: everything but the candidates with these numbers."""
        chosen: list[Item] = []
        number = 0
        for item in self.items:
            if isinstance(item, Record):
                number += 1
                if number - 1 in unchecked:
                    continue
            chosen.append(item)
        return Reading(self.origin, iter(chosen), total=len(chosen))

    @property
    def reads_again(self) -> bool:
        """Whether the input has to be opened and read once more: its papers are not all here, or files of theirs are
        still to be fetched from where they lie."""
        return not self.whole or any(file.path for record in self.records for file in record.attachments)

    def opened_again(self, unchecked: Container[int]) -> Callable[[], Reading]:
        """A function that gives what `reading` does, from the input itself, and can be pickled if its opening can."""
        return partial(_again, self.opening, self.origin, unchecked)


def look(openings: Sequence[Opening], stopped: Callable[[], bool]) -> Found:
    """What the best of some forms of one thing holds, such as the text and the HTML of a clipboard: the one with the
    most papers, then with the most abstracts and identifiers.

    Raises Refused when nothing can be made of any, and Cancelled when `stopped()`.
    """
    best: Found | None = None
    refusal: Refused | None = None
    for opening in openings:
        try:
            found = _read(opening, stopped)
        except Refused as refused:
            refusal = refusal or refused
            continue
        if best is None or _worth(found) > _worth(best):
            best = found
    if best is None:
        raise refusal or Refused("There is nothing to read.")
    return best


def _read(opening: Opening, stopped: Callable[[], bool]) -> Found:
    reading = opening()
    found = reading.items
    with closing(found) if isinstance(found, Generator) else nullcontext():
        items: list[Item] = []
        papers = skipped = 0
        for item in reading.items:
            if stopped():
                raise Cancelled
            items.append(item)
            papers += isinstance(item, Record)
            skipped += isinstance(item, Skipped)
            if papers > MOST_WHOLE or skipped > _MOST_SKIPPED:
                break
        whole = papers <= MOST_WHOLE and skipped <= _MOST_SKIPPED
    if not whole:
        del items[PREVIEW:]
    origin = reading.origin
    # "papers page (copied text or HTML)" is called so where a kind of file is chosen.
    labels = {form.name: form.label.partition(" (")[0] for form in registry.formats()}
    label = labels.get(origin.format, origin.format)
    if origin.title == PASTED:
        origin = replace(origin, title=_called(origin.format, label, origin.dated))
    brought = Brought()
    for item in items:
        if isinstance(item, Record):
            brought = brought.and_of(item)
    return Found(origin, label, tuple(items), whole, reading.size, opening, brought)


def _again(opening: Opening, origin: Origin, unchecked: Container[int]) -> Reading:
    reading = opening()
    reading.origin = origin
    if unchecked:
        reading.items = _without(reading.items, unchecked)
        reading.source = ""
    return reading


def _without(items: Iterator[Item], unchecked: Container[int]) -> Iterator[Item]:
    number = 0
    for item in items:
        if isinstance(item, Record):
            number += 1
            if number - 1 in unchecked:
                continue
        yield item


def _called(form: str, label: str, dated: date | None) -> str:
    """What a pasted text is called: "Papers page of 11 March". In English, like all of the history."""
    called = "Pasted text" if form == "pasted" else label[:1].upper() + label[1:]
    if dated is None:
        return called
    day = QDate(dated.year, dated.month, dated.day)
    when = QLocale.c().toString(day, "d MMMM" if dated.year == date.today().year else "d MMMM yyyy")
    return f"{called} of {when}"


def _worth(found: Found) -> tuple[int, int]:
    records = found.records
    return len(records), sum(bool(record.abstract) + bool(record.identifiers) for record in records)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where each candidate stands: its match in the library, the number of the first candidate that is the same
    paper, and the colours of the reader's tags."""

    matches: list[Match | None]
    firsts: list[int]
    colours: dict[str, str]

    def place(self, number: int) -> Place:
        """Where one candidate stands."""
        if self.firsts[number] != number:
            return Place.TWICE
        match = self.matches[number]
        if match is None:
            return Place.NEW
        return Place.TRASHED if match.trashed else Place.HERE

    def count(self, numbers: Sequence[int]) -> Counter[Place]:
        """How many different papers of each place are among these candidates; TWICE counts candidates."""
        counted = Counter(self.place(first) for first in {self.firsts[number] for number in numbers})
        counted[Place.TWICE] = sum(self.firsts[number] != number for number in numbers)
        return counted


def standing(connection: Connection, records: Sequence[Record]) -> Standing:
    """Compares candidates with the library and with each other."""
    return Standing(*compare(connection, records), {tag.name: tag.colour for tag in tags.all_tags(connection)})
