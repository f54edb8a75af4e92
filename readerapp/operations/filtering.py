"""Taking in a part of what a file holds: chosen by category and date, paper by paper, between format and library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.records import Item, Reading, Record


@dataclass(slots=True)
class Filter:
    """Which papers to take: of one of the categories, published in a time. Make one with `of`.

    A category is a keyword of the paper, in any capitals; `cs` and `cs.*` stand for all that begin with "cs.".
    `since` and `until` are dates as exact as wanted, and both belong to the time. A paper whose date is less exact is
    taken when it may belong to it, one without a date is not. What is no paper always passes. `left_out` counts the
    papers that were not taken.
    """

    categories: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    left_out: int = field(default=0, init=False)

    @classmethod
    def of(cls, categories: Sequence[str] = (), since: str = "", until: str = "") -> Filter:
        """The filter that a reader describes so. Raises Refused for a date that is none, and for no time at all."""
        for day in filter(None, (since, until)):
            if fields.published(day) is None or not _in_the_calendar(day):
                raise Refused(f"“{day}” is no date.", "Write a year, a month or a day: 2023, 2023-01 or 2023-01-31.")
        if since and until and not _in_order(since, until):
            raise Refused(f"Nothing can be published since {since} and until {until}.", "Exchange the two dates.")
        names = (category.strip().casefold().removesuffix(".*") for category in categories)
        return cls(tuple(dict.fromkeys(filter(None, names))), since, until)

    def __bool__(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.categories or self.since or self.until)

    def over(self, reading: Reading) -> Reading:
        """The same reading without the papers that are left out."""
        if not self:
            return reading
        source = reading.source and f"{reading.source} {' '.join(self.categories)} {self.since} {self.until}"
        return replace(reading, items=self._chosen(reading.items), source=source)

    def takes(self, record: Record) -> bool:
        """Whether a paper is to be taken."""
        return self._in_time(record) and self._in_category(record)

    def _chosen(self, items: Iterator[Item]) -> Iterator[Item]:
        for item in items:
            if not isinstance(item, Record) or self.takes(item):
                yield item
            else:
                self.left_out += 1

    def _in_category(self, record: Record) -> bool:
        if not self.categories:
            return True
        keywords = [keyword.casefold() for keyword in record.keywords]
        return any(
            keyword == category or keyword.startswith(f"{category}.")
            for category in self.categories
            for keyword in keywords
        )

    def _in_time(self, record: Record) -> bool:
        if not self.since and not self.until:
            return True
        date = record.published or (str(record.year) if record.year else "")
        return bool(date) and _in_order(self.since, date) and _in_order(date, self.until)


def _in_the_calendar(day: str) -> bool:
    """Whether a day, if it is as exact as that, is one."""
    try:
        return len(day) < 10 or bool(date.fromisoformat(day))
    except ValueError:
        return False


def _in_order(first: str, second: str) -> bool:
    """Whether one ISO 8601 date may come before another, or be the same, as far as both are exact. "" is any date."""
    exact = min(len(first), len(second))
    return first[:exact] <= second[:exact]
