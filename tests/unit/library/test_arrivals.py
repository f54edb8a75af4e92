"""Imports: what comes in, what is recognised, and that an import is whole or nothing."""

from __future__ import annotations

import copy
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from readerapp.errors import Cancelled, Refused
from readerapp.library import check, counts, papers, tags
from readerapp.library.arrivals import Arrival, compare, sweep_leftovers
from readerapp.library.connect import Library, Writer
from readerapp.names import Name
from readerapp.operations import filing, reading
from readerapp.operations.importing import BATCH, Importing, bring_in
from readerapp.records import (
    FilePart,
    HighlightRecord,
    Identifier,
    ImportSummary,
    Item,
    Link,
    Origin,
    Progress,
    Reading,
    Record,
    Skipped,
    Status,
    TagRecord,
)
from tests.conftest import reading as read_from
from tests.conftest import sample


def test_importing_again_adds_nothing_and_loses_nothing(filled: Writer) -> None:
    reading.set_status(filled, [1], Status.READ)
    filing.tag(filled, [1], ["mine"])
    reading.set_note(filled, 1, "A thought.")
    before = papers.record(filled.connection, 1)
    changes, summary = bring_in(filled, read_from(*sample(30)), status=Status.READING)
    assert (summary.added, summary.merged, summary.unchanged) == (0, 0, 30)
    assert changes is None
    assert papers.record(filled.connection, 1) == before
    assert filled.connection.execute("SELECT count(*) FROM import").fetchone() == (1,)


def test_tags_go_on_all_and_a_status_on_the_new_ones_only(filled: Writer) -> None:
    new = Record(title="Something quite new")
    _, summary = bring_in(filled, read_from(sample(1)[0], new), add_tags=["both"], status=Status.READING)
    here, fresh = (papers.record(filled.connection, paper) for paper in summary.papers)
    assert here is not None
    assert fresh is not None
    assert "both" in here.tags
    assert fresh.tags == ["both"]
    assert (here.status, fresh.status) == (Status.UNREAD, Status.READING)
    assert [change.status for change in fresh.history] == [Status.READING]
    assert check.look(filled, repair=False) == []


def test_a_record_completes_what_is_missing_and_replaces_nothing(writer: Writer) -> None:
    bring_in(writer, read_from(Record(title="On Things", authors=["Ada Byron"], abstract="Mine.", year=2020)))
    reading.set_note(writer, 1, "My note.")
    fuller = Record(
        title="On things",
        authors=["Ada Byron"],
        abstract="Theirs.",
        year=2021,
        venue="Journal",
        identifiers=[Identifier("doi", "10.1/x")],
        links=[Link("code", "https://example.org/c")],
        note="Their note.",
    )
    _, summary = bring_in(writer, read_from(fuller))
    assert (summary.added, summary.merged) == (0, 1)
    record = papers.record(writer.connection, 1)
    assert record is not None
    assert (record.title, record.abstract, record.year) == ("On Things", "Mine.", 2020)
    assert (record.venue, record.identifiers, record.links) == ("Journal", fuller.identifiers, fuller.links)
    assert record.note == "My note.\n\nTheir note."
    assert bring_in(writer, read_from(fuller))[1].unchanged == 1


def test_an_identifier_waits_to_be_completed(writer: Writer) -> None:
    name = Identifier("arxiv", "1705.08741")
    bring_in(writer, read_from(Record(title="arXiv:1705.08741", identifiers=[name])))
    bring_in(writer, read_from(Record(title="A proper title", authors=["Ada Byron"], identifiers=[name])))
    record = papers.record(writer.connection, 1)
    assert record is not None
    assert (record.title, record.authors) == ("A proper title", ["Ada Byron"])
    assert writer.connection.execute("SELECT rowid FROM title_fts('proper')").fetchall() == [(1,)]
    assert counts.counts(writer.connection).papers == 1


def test_preprint_and_published_version_are_one_paper(writer: Writer) -> None:
    preprint = Record(title="Train Longer", authors=["Elad Hoffer"], identifiers=[Identifier("arxiv", "1705.08741")])
    published = Record(title="Train longer.", authors=["Elad Hoffer"], identifiers=[Identifier("doi", "10.5/nips.1")])
    again = Record(title="A wholly different title", identifiers=published.identifiers)
    _, summary = bring_in(writer, read_from(preprint, published, again))
    assert summary.added == 1
    assert len(set(summary.papers)) == 1


def test_same_title_by_others_is_another_paper(writer: Writer) -> None:
    one, other = Record(title="Introduction", authors=["Ada Byron"]), Record(title="Introduction", authors=["Bo Li"])
    assert bring_in(writer, read_from(one, other))[1].added == 2


def test_adding_a_paper_from_the_trash_brings_it_back(filled: Writer) -> None:
    filing.trash(filled, [1])
    (found,), _ = compare(filled.connection, sample(1))
    assert found is not None
    assert found.trashed
    bring_in(filled, read_from(sample(1)[0]))
    assert counts.counts(filled.connection).trash == 0
    filled.undo()
    assert counts.counts(filled.connection).trash == 1


def test_nobody_sees_papers_that_are_still_arriving(filled: Writer, library: Library) -> None:
    reader = library.reader()
    before = (counts.counts(reader), tags.all_tags(reader), papers.all_ids(reader))
    arrival = Arrival(filled, Origin("json", "a test"))
    arrival.take([Record(title="Not here yet", tags=["soon"])])
    assert (counts.counts(reader), tags.all_tags(reader), papers.all_ids(reader)) == before
    assert compare(reader, [Record(title="Not here yet")]) == ([None], [0])
    arrival.finish()
    assert counts.counts(reader).papers == 31
    assert [tag.name for tag in tags.all_tags(reader) if tag.papers == 1 and tag.name == "soon"] == ["soon"]
    reader.close()


def test_other_writes_have_their_turn_while_an_import_runs(filled: Writer) -> None:
    many = (Record(title=f"Number {n}", authors=["Ada Byron"]) for n in range(BATCH * 3))
    steps = Importing(filled, Reading(Origin("json", "many"), many))
    assert not steps.advance()
    reading.set_note(filled, 5, "Typed while papers arrive.")
    assert not steps.advance()
    filing.trash(filled, [6])
    while not steps.advance():
        pass
    assert papers.note(filled.connection, 5) == "Typed while papers arrive."
    undone = [step.title for step in iter(filled.undo, None)]
    assert [title[:6] for title in undone] == ["Import", "Move “", "Note o", "Import"]
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (0,)
    assert check.look(filled, repair=False) == []


class _Stops:
    """A reader who changes their mind after some batches."""

    def __init__(self, batches: int) -> None:
        self.left = batches

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self.left -= 1

    def check(self) -> None:
        if self.left <= 0:
            raise Cancelled


def test_a_cancelled_import_leaves_nothing(filled: Writer) -> None:
    many: Iterator[Item] = (Record(title=f"Number {n}", tags=["never"]) for n in count())
    with pytest.raises(Cancelled):
        bring_in(filled, Reading(Origin("json", "many"), many), progress=_Stops(3))
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (30,)
    assert filled.connection.execute("SELECT count(*) FROM tag WHERE name = 'never'").fetchone() == (0,)
    assert filled.connection.execute("SELECT count(*) FROM import").fetchone() == (1,)
    assert check.look(filled, repair=False) == []
    assert bring_in(filled, read_from(Record(title="After it")))[1].added == 1


def test_an_input_that_fails_half_way_leaves_nothing(filled: Writer) -> None:
    def broken() -> Iterator[Item]:
        yield from (Record(title=f"Number {n}") for n in range(BATCH + 5))
        raise Refused("The file ends in the middle.")

    with pytest.raises(Refused, match="middle"):
        bring_in(filled, Reading(Origin("json", "broken"), broken()))
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (30,)
    assert filled.connection.execute("SELECT count(*) FROM arriving").fetchone() == (0,)


def test_what_a_dead_process_left_is_swept_away(filled: Writer, library: Library) -> None:
    arrival = Arrival(filled, Origin("json", "a test"))
    arrival.take([Record(title=f"Left over {n}") for n in range(700)])
    arrival._turn.release()  # as the end of the process would
    assert counts.counts(filled.connection).papers == 30
    while sweep_leftovers(filled):
        pass
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (30,)
    assert check.look(filled, repair=False) == []


def test_a_running_import_is_not_swept_away(filled: Writer, library: Library) -> None:
    arrival = Arrival(filled, Origin("json", "a test"))
    arrival.take([Record(title="On its way")])
    sweep_leftovers(filled)
    assert arrival.finish()[1].added == 1
    assert counts.counts(filled.connection).papers == 31


def test_a_second_import_waits_for_its_turn_or_says_so(filled: Writer, library: Library) -> None:
    arrival = Arrival(filled, Origin("json", "a test"))
    other: list[object] = []

    def second() -> None:
        writer = library.writer()
        try:
            Arrival(writer, Origin("json", "the other"), wait=0.1)
        except Refused as refusal:
            other.append(str(refusal))
        writer.database.close()

    thread = threading.Thread(target=second)
    thread.start()
    thread.join()
    arrival.abandon()
    assert len(other) == 1
    assert "still running" in str(other[0])


def test_an_empty_library_takes_over_the_ids_of_an_export(writer: Writer) -> None:
    first, second = Record(title="One", id=42), Record(title="Two", id=7, queue=1)
    _, summary = bring_in(writer, read_from(first, second, Record(title="Three")))
    assert summary.papers == (42, 7, 43)
    assert counts.counts(writer.connection).queued == 1
    assert check.look(writer, repair=False) == []


def test_the_summary_names_what_was_skipped_in_the_order_of_the_input(writer: Writer) -> None:
    items: list[Item] = [Record(title="A"), Skipped("line 2", "no title"), Record(title="B"), TagRecord("later", "red")]
    _, summary = bring_in(writer, Reading(Origin("papers-page", "Papers page"), iter(items)))
    assert summary.sentence() == "2 added, 1 skipped"
    assert [papers.rows(writer.connection, [paper])[paper].title for paper in summary.papers] == ["A", "B"]
    # the page's first paper is the newest, so that a list shows the order of the page
    assert summary.papers[0] > summary.papers[1]


def test_a_hundred_thousand_ids_are_one_parameter(filled: Writer) -> None:
    reading.set_starred(filled, range(1, 100_001), True)
    assert counts.counts(filled.connection).starred == 30


def test_two_titles_in_one_row_cannot_share_an_identifier(writer: Writer) -> None:
    name = Identifier("doi", "10.1/shared")
    bring_in(writer, read_from(Record(title="One", identifiers=[name]), Record(title="Two", identifiers=[name])))
    with pytest.raises(sqlite3.IntegrityError):
        writer.connection.execute("INSERT INTO identifier (scheme, value, paper_id) VALUES ('doi', '10.1/shared', 1)")


def test_comparing_says_what_an_import_would_find(filled: Writer) -> None:
    name = Identifier("doi", "10.1/new")
    same = sample(2)
    fuller = sample(2)[1]
    fuller.takeaway = "Worth it."
    new, again = Record(title="New", identifiers=[name]), Record(title="Called otherwise", identifiers=[name])
    found, firsts = compare(filled.connection, [*same, fuller, new, again])
    assert [match and match.id for match in found] == [1, 2, 2, None, None]
    assert [match.completes for match in found if match] == [False, False, True]
    assert firsts == [0, 1, 1, 3, 3]
    assert (
        bring_in(filled, read_from(*same, fuller, new, again))[1].sentence() == "1 added, 1 completed, 1 already here"
    )


def test_what_is_written_while_an_import_runs_is_not_replaced_at_its_end(filled: Writer) -> None:
    fuller = sample(1)[0]
    fuller.note, fuller.rating, fuller.takeaway, fuller.status = "Theirs.", 2, "Theirs", Status.READ
    arrival = Arrival(filled, Origin("json", "a test"))
    arrival.take([fuller])
    reading.set_note(filled, 1, "Mine.")
    reading.set_rating(filled, [1], 5)
    reading.set_takeaway(filled, 1, "Mine")
    reading.set_status(filled, [1], Status.DROPPED)
    arrival.finish()
    record = papers.record(filled.connection, 1)
    assert record is not None
    assert (record.note, record.rating, record.takeaway) == ("Mine.\n\nTheirs.", 5, "Mine")
    assert record.status is Status.DROPPED
    filled.undo()
    assert papers.note(filled.connection, 1) == "Mine."


def test_imports_do_not_come_or_go_while_another_runs(filled: Writer) -> None:
    arrival = Arrival(filled, Origin("json", "a test"))
    arrival.take(sample(31))
    with pytest.raises(Refused, match="An import is running"):
        filled.undo()
    arrival.finish()
    assert counts.counts(filled.connection).papers == 31
    assert check.look(filled, repair=False) == []
    assert filled.undo() is not None
    assert filled.undo() is not None
    assert counts.counts(filled.connection).papers == 0


def test_a_double_is_counted_once_wherever_the_batches_end(writer: Writer) -> None:
    mark = HighlightRecord("question 0", "claim")
    first = sample(1)[0]
    first.highlights = [mark]
    again = sample(1)[0]
    again.highlights = [mark]
    many = (Record(title=f"Number {n}") for n in range(BATCH + 20))
    _, summary = bring_in(writer, read_from(first, *many, again))
    assert summary.sentence() == f"{BATCH + 21} added"
    assert writer.connection.execute("SELECT count(*) FROM highlight").fetchone() == (1,)


def test_tags_come_in_as_they_can_be_removed(filled: Writer) -> None:
    paper = Record(title="With odd tags", tags=["a//b", "/", "Thesis / x "])
    _, summary = bring_in(filled, read_from(paper))
    assert tags.of_papers(filled.connection, summary.papers).keys() == {"a/b", "thesis/x"}
    assert [skipped.where for skipped in summary.skipped] == ["With odd tags"]


def test_papers_that_share_the_doi_of_their_volume_are_not_one(writer: Writer) -> None:
    volume = Identifier("doi", "10.1007/978-3-031-0")
    chapters = [
        Record(title=f"Chapter {n}", authors=[f"Ada {name}"], identifiers=[volume])
        for n, name in enumerate(("Byron", "Lovelace", "Noether"))
    ]
    assert bring_in(writer, read_from(*chapters))[1].sentence() == "3 added"
    assert bring_in(writer, read_from(*chapters))[1].sentence() == "0 added, 3 already here"
    third = papers.record(writer.connection, 3)
    assert third is not None
    assert third.identifiers == []
    assert third.links == [Link("page", "https://doi.org/10.1007/978-3-031-0")]


def test_prefaces_of_two_volumes_are_two_papers(writer: Writer) -> None:
    prefaces = [Record(title="Preface", authors=["Ada Byron"], venue="ACML", year=year) for year in (2010, 2011)]
    assert bring_in(writer, read_from(*prefaces))[1].added == 2


def everything(writer: Writer) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the library but the history's and the indexes' own, without times."""
    tables = [
        name
        for (name,) in writer.connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
        )
        if not name.startswith(("undo_", "sqlite_", "schema_")) and "_fts" not in name
    ]
    return {table: _without_times(writer.connection, table) for table in tables}


def _without_times(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(name for name in names if name not in ("at", "added", "changed") or table == "tally")
    return connection.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall()


def mixed(count: int) -> Iterator[Item]:
    """Papers with everything an export carries, some twice, some that complete earlier ones, and what is no paper."""
    for n in range(count):
        (record,) = sample(n + 1)[n:]
        if n % 7 == 3:
            record.abstract, record.tags = "", []
        if n % 11 == 2:
            record.highlights = [HighlightRecord("We ask", "claim"), HighlightRecord("algebra", "a new meaning")]
            record.note, record.queue, record.starred = "A note.", 1000 - n, True
        record.id = n * 3 + 1 if n % 2 else None
        yield record
        if n % 7 == 3:
            (again,) = sample(n + 1)[n:]
            again.identifiers = [Identifier("doi", f"10.1/{n}")]
            yield again
        if n % 13 == 5:
            yield Skipped(f"line {n}", "It is no object.")
    yield TagRecord("thesis", "red", 3, (4, 10))


class _Interrupts:
    """Cancels after so many batches, then never again."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.batches = 0

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self.batches += 1

    def check(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Cancelled


@pytest.mark.parametrize("before", [0, 25], ids=["empty", "with papers"])
@pytest.mark.parametrize("status", [None, Status.READ])
def test_an_interrupted_import_goes_on_to_the_same_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int, status: Status | None
) -> None:
    monkeypatch.setattr("readerapp.operations.importing.BATCH", 20)
    monkeypatch.setattr("readerapp.operations.importing._FIRST_BATCH", 20)
    monkeypatch.setattr("readerapp.operations.importing._MOMENT", 1000)

    def import_(into: Writer, progress: Progress | None = None) -> ImportSummary:
        source = Reading(Origin("json", "mixed"), mixed(150), source="the same")
        return bring_in(into, source, add_tags=["new"], status=status, progress=progress)[1]

    def library_of(name: str, interruptions: tuple[int, ...]) -> tuple[object, ...]:
        library = Library(tmp_path / name)
        writer = library.writer()
        bring_in(writer, read_from(*sample(before)))
        for after in interruptions:
            with pytest.raises(Cancelled):
                import_(writer, _Interrupts(after))
            assert len(papers.all_ids(writer.connection)) == before
            assert not sweep_leftovers(writer)
        kept = writer.connection.execute("SELECT count(*) FROM arriving_batch").fetchone()
        assert kept == (7 if interruptions else 0,)
        summary = import_(writer)
        assert check.look(writer, repair=False) == []
        found = [summary, everything(writer)]
        assert writer.undo() is not None
        found.append(everything(writer))
        writer.close()
        library.close()
        return tuple(found)

    assert library_of("whole.db", ()) == library_of("in_parts.db", (1, 2, 5, 6, 9))


def test_going_on_an_identifier_stays_with_whom_it_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readerapp.operations.importing._FIRST_BATCH", 20)
    monkeypatch.setattr("readerapp.operations.importing._MOMENT", 1000)

    def items() -> Iterator[Item]:
        for title in ("Alpha", "Beta"):
            yield Record(title=title, authors=[f"Ada {title}"], identifiers=[Identifier("doi", "10.1/d")])
        yield from (Record(title=f"Number {n}") for n in range(100))

    def made(name: str, interrupted: bool) -> dict[str, list[tuple[object, ...]]]:
        library = Library(tmp_path / name)
        writer = library.writer()
        bring_in(writer, read_from(*(Record(title=one, authors=[f"Ada {one}"]) for one in ("Beta", "Alpha"))))
        if interrupted:
            with pytest.raises(Cancelled):
                bring_in(writer, Reading(Origin("json", "two"), items(), source="two"), progress=_Interrupts(4))
        bring_in(writer, Reading(Origin("json", "two"), items(), source="two"))
        found = everything(writer)
        writer.close()
        library.close()
        return found

    assert made("whole.db", False) == made("in_parts.db", True)


def test_only_the_same_source_goes_on_and_any_other_sweeps(filled: Writer) -> None:
    def cancelled(source: str) -> None:
        many: Iterator[Item] = (Record(title=f"Number {n}") for n in count())
        with pytest.raises(Cancelled):
            bring_in(filled, Reading(Origin("json", "many"), many, source=source), progress=_Interrupts(4))

    cancelled("one")
    assert bring_in(filled, read_from(Record(title="Another")))[1].sentence() == "1 added"
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (31,)
    cancelled("one")
    filled.connection.execute("UPDATE import SET at = at - 8 * 24 * 3600 * 1000 WHERE finished = 0")
    while sweep_leftovers(filled):
        pass
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (31,)
    cancelled("two")
    with pytest.raises(Refused, match="removed before another"):
        filled.undo()
    while sweep_leftovers(filled):
        pass
    assert filled.undo() is not None
    cancelled("two")
    shorter = Reading(Origin("json", "many"), iter([Record(title="Number 0")]), source="two")
    with pytest.raises(Refused, match="not what it was"):
        bring_in(filled, shorter)
    assert filled.connection.execute("SELECT count(*) FROM arriving").fetchone() == (0,)
    assert check.look(filled, repair=False) == []


def test_details_and_extras_come_in_and_complete_what_is_here_without_replacing(writer: Writer) -> None:
    first = Record(
        title="On kept details",
        authors=[Name("Humboldt", "Alexander von"), Name("King", "Martin Luther", "Jr."), Name("The ALICE Group")],
        details={"type": "article-journal", "volume": "3"},
        extras={"bibtex": {"annote": "as it was"}},
    )
    again = replace(
        copy.deepcopy(first),
        details={"volume": "4", "page": "1-9"},
        extras={"bibtex": {"annote": "other", "shelf": "B2"}, "ris": {"ID": "17"}},
    )
    (paper,) = bring_in(writer, read_from(first))[1].papers
    assert bring_in(writer, read_from(again))[1].merged == 1
    assert bring_in(writer, read_from(again))[1].unchanged == 1
    found = papers.record(writer.connection, paper)
    assert found is not None
    assert [(Name.of(name).family, Name.of(name).given, Name.of(name).suffix) for name in found.authors] == [
        ("Humboldt", "Alexander von", ""),
        ("King", "Martin Luther", "Jr."),
        ("The ALICE Group", "", ""),
    ]
    assert found.details == {"type": "article-journal", "volume": "3", "page": "1-9"}
    assert found.extras == {"bibtex": {"annote": "as it was", "shelf": "B2"}, "ris": {"ID": "17"}}
    assert papers.details(writer.connection, paper) == (found.details, found.extras)
    (byline,) = writer.connection.execute("SELECT byline FROM paper WHERE id = ?", (paper,)).fetchone()
    assert byline == "Humboldt, King, The ALICE Group"


def test_parts_of_a_file_are_kept_once_in_their_order(writer: Writer) -> None:
    parts = [FilePart("bibtex", "string", "b"), FilePart("bibtex", "string", "a"), FilePart("bibtex", "string", "b")]
    bring_in(writer, read_from(*parts))  # type: ignore[arg-type]
    assert papers.file_parts(writer.connection) == parts[:2]
