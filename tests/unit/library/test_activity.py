"""Reading activity: every number against a plain count, in the weeks of where the reader is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, pairwise
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.library import activity, tags
from readerapp.library.connect import Connection, Writer
from readerapp.operations import filing, reading
from readerapp.records import Status

ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]
# A Wednesday some weeks after the clocks went back in Europe and America.
TODAY = date(2025, 11, 26)
DAY = 24 * 3600 * 1000


@dataclass(frozen=True)
class Made:
    """A paper as it is put straight into the tables."""

    added: int
    status: int
    trashed: int | None
    changes: tuple[tuple[int, int], ...]
    tag: str


@pytest.fixture
def live_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves the reader to another time zone."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def put(writer: Writer, papers: list[Made]) -> None:
    """Makes the library consist of these papers."""
    changes = count(1)
    with writer.unrecorded():
        connection = writer.connection
        connection.execute("DELETE FROM paper")
        connection.execute("DELETE FROM tag")
        for paper, made in enumerate(papers, 1):
            connection.execute(
                "INSERT INTO paper (id, title, title_key, status, shelf, trashed, added, changed)"
                " VALUES (?, 'A title', 0, ?, ?, ?, ?, ?)",
                (paper, made.status, made.trashed is not None, made.trashed, made.added, made.added),
            )
            connection.executemany(
                "INSERT INTO status_change (id, paper_id, status, at) VALUES (?, ?, ?, ?)",
                [(next(changes), paper, status, at) for status, at in made.changes],
            )
            if made.tag:
                tags.add(connection, [paper], tags.ensure(connection, made.tag, made.added), made.added)


def mondays(zone: str, number: int) -> list[int]:
    """The beginnings of the last weeks and the next one, by the rules of the zone."""
    first = TODAY - timedelta(days=TODAY.weekday(), weeks=number - 1)
    days = [first + timedelta(weeks=n) for n in range(number + 1)]
    return [int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp() * 1000) for day in days]


def waiting(paper: Made, at: int) -> bool:
    """Whether the paper is unread or begun, in the library, just before this moment."""
    if paper.added >= at or (paper.trashed is not None and max(paper.trashed, paper.added) < at):
        return False
    if not paper.changes:
        return paper.status < 2
    before = [(when, n, status) for n, (status, when) in enumerate(paper.changes) if when < at]
    return (max(before)[2] if before else 0) < 2


def first_reading(paper: Made) -> int | None:
    """When the paper was first read, unless it came in read or never was."""
    read = [at for status, at in paper.changes if status == 2]
    return min(read) if read and min(read) > paper.added else None


begin, end = mondays("UTC", 8)[0] - 2 * DAY, mondays("UTC", 8)[-1] + 2 * DAY
# Some moments on the hour: the beginnings of weeks are among them.
moments = st.integers(begin, end) | st.integers(begin // 900_000, end // 900_000).map(lambda quarter: quarter * 900_000)


@st.composite
def made_papers(draw: st.DrawFn) -> Made:
    """A paper; of its changes some fall on the moment it came in."""
    added = draw(moments)
    changes = draw(st.lists(st.tuples(st.integers(0, 3), moments | st.just(added)), max_size=4))
    tag = draw(st.sampled_from(["", "thesis", "thesis/related", "thesis2", "agents"]))
    return Made(added, draw(st.integers(0, 3)), draw(st.none() | moments), tuple(changes), tag)


made = made_papers()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    papers=st.lists(made, max_size=12),
    zone=st.sampled_from(ZONES),
    number=st.integers(1, 8),
    project=st.sampled_from(["", "Thesis", "agents", "nothing"]),
)
def test_every_number_is_that_of_a_plain_count(
    writer: Writer,
    live_in: Callable[[str], None],
    papers: list[Made],
    zone: str,
    number: int,
    project: str,
) -> None:
    live_in(zone)
    put(writer, papers)
    found = activity.activity(writer.connection, TODAY, number, project)
    key = project.lower()
    counted = [paper for paper in papers if not key or paper.tag == key or paper.tag.startswith(f"{key}/")]
    edges = mondays(zone, number)

    def marked(status: Status, begins: int, ends: int) -> int:
        return sum(
            any(given == status and begins <= at < ends and at != paper.added for given, at in paper.changes)
            for paper in counted
        )

    def came(begins: int, ends: int) -> int:
        return sum(begins <= paper.added < ends for paper in counted)

    def waits(begins: int, ends: int) -> list[float]:
        return [
            (first - paper.added) / DAY
            for paper in counted
            if (first := first_reading(paper)) is not None and begins <= first < ends
        ]

    assert len(found.weeks) == number
    for week, begins, ends in zip(found.weeks, edges, edges[1:], strict=False):
        assert week.monday == datetime.fromtimestamp(begins / 1000, ZoneInfo(zone)).date()
        assert week.monday.weekday() == 0
        assert week.added == came(begins, ends)
        assert week.read == marked(Status.READ, begins, ends)
        assert week.dropped == marked(Status.DROPPED, begins, ends)
        assert week.backlog == sum(waiting(paper, ends) for paper in counted)
        waited = waits(begins, ends)
        assert week.days == (median(waited) if waited else None)
    every = waits(edges[0], edges[-1])
    assert found.days == (median(every) if every else None)
    bounds = [0.0, *activity.DAYS, float("inf")]
    assert found.waited == tuple(sum(low < wait <= high for wait in every) for low, high in pairwise(bounds))
    lately = edges[max(0, len(edges) - 1 - activity.LATELY)]
    assert (found.added, found.read, found.dropped) == (
        came(lately, edges[-1]),
        marked(Status.READ, lately, edges[-1]),
        marked(Status.DROPPED, lately, edges[-1]),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(papers=st.lists(made, max_size=6), zone=st.sampled_from(ZONES), project=st.sampled_from(["", "thesis"]))
def test_all_weeks_begin_with_the_first_thing_known(
    writer: Writer, live_in: Callable[[str], None], papers: list[Made], zone: str, project: str
) -> None:
    live_in(zone)
    put(writer, papers)
    counted = [paper for paper in papers if not project or paper.tag.split("/")[0] == project]
    times = [paper.added for paper in counted] + [at for paper in counted for _, at in paper.changes]
    edges = mondays(zone, 20)
    expected = sum(begins > min(times) for begins in edges[:-1]) + 1 if times else 1
    assert activity.all_weeks(writer.connection, TODAY, project) == expected


def test_dates_that_cannot_be_true_are_no_harm(writer: Writer) -> None:
    papers = [Made(-(10**14), 0, None, ((2, -(10**14) + DAY),), ""), Made(10**15, 0, None, ((3, 10**15 + 1),), "")]
    put(writer, papers)
    number = activity.all_weeks(writer.connection, TODAY)
    assert number == 30 * 52
    found = activity.activity(writer.connection, TODAY, number)
    assert [(week.added, week.read, week.dropped, week.backlog) for week in found.weeks] == [(0, 0, 0, 0)] * number


def test_the_week_of_the_change_of_clocks_has_all_its_hours(writer: Writer, live_in: Callable[[str], None]) -> None:
    live_in("Europe/Berlin")
    last_minute = datetime(2025, 10, 26, 23, 59, tzinfo=ZoneInfo("Europe/Berlin"))
    added = int(last_minute.timestamp() * 1000)
    put(writer, [Made(added, 0, None, (), ""), Made(added + 60_000, 0, None, (), "")])
    found = {week.monday: week.added for week in activity.weeks(writer.connection, TODAY, 8)}
    assert (found[date(2025, 10, 20)], found[date(2025, 10, 27)]) == (1, 1)


def test_the_end_of_the_pile_is_what_the_sidebar_counts(filled: Writer) -> None:
    reading.set_status(filled, [1, 2, 3], Status.READ)
    reading.set_status(filled, [4], Status.DROPPED)
    reading.set_status(filled, [3, 5], Status.READING)
    filing.trash(filled, [5, 6])
    found = activity.activity(filled.connection, date.today(), 2)
    assert found.weeks[-1].backlog == _unread_and_begun(filled.connection) == 25
    assert (found.added, found.read, found.dropped) == (30, 3, 1)
    filled.undo()
    filled.undo()
    filled.undo()
    filled.undo()
    found = activity.activity(filled.connection, date.today(), 2)
    assert (found.read, found.dropped, found.days, sum(found.waited)) == (0, 0, None, 0)
    assert found.weeks[-1].backlog == 30


def _unread_and_begun(connection: Connection) -> int:
    (number,) = connection.execute("SELECT count(*) FROM paper WHERE shelf = 0 AND status IN (0, 1)").fetchone()
    return int(number)


def test_papers_that_are_still_arriving_do_not_count(filled: Writer) -> None:
    with filled.unrecorded():
        filled.connection.execute("INSERT INTO arriving (import_id, first_id) VALUES (1, 21)")
    found = activity.activity(filled.connection, date.today(), 1)
    assert (found.weeks[0].added, found.weeks[0].backlog, found.added) == (20, 20, 20)


def test_a_library_without_papers_says_so(writer: Writer) -> None:
    found = activity.activity(writer.connection, TODAY, 13)
    assert found.nothing
    assert activity.all_weeks(writer.connection, TODAY) == 1
    put(writer, [Made(end, 0, None, (), "")])
    assert activity.activity(writer.connection, TODAY, 1).nothing


NOW = datetime(2025, 11, 26, 12)


def ago(days: float) -> int:
    """So many days before NOW, as the library stores times."""
    return round(NOW.timestamp() * 1000 - days * DAY)


@pytest.mark.parametrize(
    ("finished", "pace"),
    [
        ([], None),
        ([1], None),  # once is no pace
        ([1, 2, 3, 4], None),  # nor is a first week
        ([20], None),
        ([21, 3], 2 / 3),
        ([55, 40, 30, 20, 10, 1], 6 / (55 / 7)),
        ([200, 55, 40, 30, 20, 10, 1, -1], 6 / 8),  # before the eight weeks, and tomorrow
        ([200, 100], None),
    ],
)
def test_the_pace_is_of_the_last_weeks_and_honest_about_few(
    filled: Writer, finished: list[float], pace: float | None
) -> None:
    put(filled, [Made(ago(300), 2, None, ((2, ago(days)),), "") for days in finished])
    found = activity.pace(filled.connection, NOW)
    assert found == (None if pace is None else pytest.approx(pace))


def test_the_pace_counts_a_paper_once_and_not_what_came_read(filled: Writer) -> None:
    again = Made(ago(300), 2, None, ((2, ago(30)), (0, ago(20)), (2, ago(10))), "")
    came = Made(ago(5), 2, None, ((2, ago(5)),), "")
    put(filled, [again, again, came])
    assert activity.pace(filled.connection, NOW) == pytest.approx(2 / (30 / 7))
