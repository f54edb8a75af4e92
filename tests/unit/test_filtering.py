"""Taking in a part: by category, and by date as exact as either side is."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.operations.filtering import Filter
from readerapp.records import Item, Origin, Reading, Record, Skipped, TagRecord


def paper(*keywords: str, published: str | None = None, year: int | None = None) -> Record:
    return Record(title="On piles", keywords=list(keywords), published=published, year=year)


@pytest.mark.parametrize(
    ("category", "taken"),
    [
        ("cs.LG", {"cs.LG"}),
        ("CS.lg", {"cs.LG"}),
        ("cs", {"cs.LG", "cs.CV"}),
        ("cs.*", {"cs.LG", "cs.CV"}),
        ("c", set()),
        ("math", {"math"}),
        ("math.AG", set()),
    ],
)
def test_a_category_is_a_keyword_or_the_beginning_of_one(category: str, taken: set[str]) -> None:
    chosen = Filter.of([category])
    keywords = ["cs.LG", "cs.CV", "csx.AI", "math"]
    assert {keyword for keyword in keywords if chosen.takes(paper("other", keyword))} == taken


def test_several_categories_take_the_papers_of_any() -> None:
    chosen = Filter.of(["stat.ML", "hep-th"], since="2020")
    assert chosen.takes(paper("cs.LG", "stat.ML", year=2020))
    assert chosen.takes(paper("hep-th", year=2021))
    assert not chosen.takes(paper("cs.LG", year=2021))
    assert not chosen.takes(paper("hep-th", year=2019))
    assert not chosen.takes(paper("hep-th"))


def days(day: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    year, month, number = [*map(int, day.split("-")), 0, 0][:3]
    last = number or monthrange(year, month or 12)[1]
    return date(year, month or 1, number or 1), date(year, month or 12, last)


_DATES = st.dates(date(2019, 11, 1), date(2021, 2, 28)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@given(_DATES | st.just(""), _DATES | st.just(""), _DATES)
def test_a_paper_is_taken_when_a_day_of_its_date_is_a_day_of_the_time(since: str, until: str, published: str) -> None:
    first = days(since)[0] if since else date.min
    last = days(until)[1] if until else date.max
    if first > last:
        with pytest.raises(Refused, match="Nothing can be published"):
            Filter.of([], since, until)
        return
    begins, ends = days(published)
    assert Filter.of([], since, until).takes(paper(published=published)) == (begins <= last and ends >= first)


@pytest.mark.parametrize("date", ["yesterday", "2023-13", "2023-1", "23", "2023-01-01T00:00", "2023-02-30"])
def test_what_is_no_date_is_refused(date: str) -> None:
    for since, until in ((date, ""), ("", date)):
        with pytest.raises(Refused, match="is no date"):
            Filter.of([], since, until)


def test_only_papers_are_left_out_and_they_are_counted() -> None:
    items: list[Item] = [paper("a"), Skipped("line 2", "It is no object."), paper("b"), TagRecord("thesis"), paper("c")]
    reading = Reading(Origin("jsonl", "a test"), iter(items))
    chosen = Filter.of(["b"])
    assert list(chosen.over(reading).items) == items[1:4]
    assert chosen.left_out == 2
    assert Filter.of([" "]).over(reading) is reading
