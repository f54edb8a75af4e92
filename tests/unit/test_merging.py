"""Papers that become one: nothing of them is lost, and undo brings back every row."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.library import check, duplicates, history, papers, tags
from readerapp.library.connect import Library, Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import filing, merging, reading
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, Identifier, Link, Record, Status, StatusChange
from tests.conftest import reading as read_from
from tests.conftest import sample

Dump = dict[str, list[tuple[Any, ...]]]


def dump(connection: sqlite3.Connection) -> Dump:
    """Every row of every table a reader could miss, and the counts kept beside them."""
    names = [table.name for table in history.tables(connection)] + ["tally", "tag_tally", "tag_above"]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def the(connection: sqlite3.Connection, paper: int) -> Record:
    found = papers.record(connection, paper)
    assert found is not None
    return found


def brought(writer: Writer, *records: Record) -> tuple[int, ...]:
    return bring_in(writer, read_from(*records))[1].papers


def at(day: int) -> datetime:
    return datetime(2024, 3, day, tzinfo=UTC)


PREPRINT = Record(
    title="Slow gradients make neighbours",
    authors=["Ada Byron", "Liu Wei"],
    abstract="We ask whether slow gradients help. They do, and we say why in some detail.",
    venue="arXiv",
    year=2023,
    published="2023-11-02",
    identifiers=[Identifier("arxiv", "2311.00001")],
    links=[Link("page", "https://example.org/a"), Link("code", "https://example.org/code")],
    keywords=["Gradients", "slow"],
    tags=["thesis", "to-cite"],
    status=Status.READ,
    history=[StatusChange(Status.READING, at(2)), StatusChange(Status.READ, at(9))],
    takeaway="Slow is fine.",
    note="Read on the train.",
    highlights=[HighlightRecord("slow gradients help", "claim", "really?", prefix="whether ", suffix=". They")],
    rating=3,
    citation_key="byron2023slow",
    details={"type": "article", "number": "7"},
    extras={"bibtex": {"annote": "preprint"}},
    added=at(1),
)
PUBLISHED = Record(
    title="Slow Gradients Make Good Neighbours",
    authors=["Ada Byron", "Liu Wei", "Zoë Ångström"],
    abstract="Slow gradients help.",
    venue="Journal of Questions",
    year=2024,
    identifiers=[Identifier("doi", "10.1/slow")],
    links=[Link("page", "https://example.org/b"), Link("page", "https://example.org/a")],
    keywords=["gradients", "neighbours"],
    tags=["agents", "thesis"],
    status=Status.READING,
    history=[StatusChange(Status.READING, at(20))],
    takeaway="Neighbours matter.",
    note="The proof of lemma 2 is new here.",
    highlights=[HighlightRecord("help", "", "", prefix="gradients ", suffix=".")],
    rating=5,
    starred=True,
    queue=1,
    citation_key="byron2024",
    details={"type": "article-journal", "volume": "2"},
    extras={"bibtex": {"annote": "published"}, "ris": {"ID": "17"}},
    added=at(15),
)


def test_a_preprint_and_its_published_paper_become_one(writer: Writer) -> None:
    keep, other = brought(writer, PREPRINT, PUBLISHED)
    before = dump(writer.connection)
    preview = merging.preview(writer.connection, keep, [other])
    assert dump(writer.connection) == before

    changes = merging.merge(writer, keep, [other])
    assert changes is not None
    assert changes.title == "Merge 2 papers into “Slow Gradients Make Good Neighbours”"
    assert {keep, other} <= changes.papers
    merged = the(writer.connection, keep)
    assert papers.record(writer.connection, other) is None
    # Of the published one, as far as it has it ...
    assert (merged.title, merged.venue, merged.year) == (PUBLISHED.title, "Journal of Questions", 2024)
    assert merged.authors == PUBLISHED.authors
    # ... a date of another year would say what is not so ...
    assert merged.published is None
    # ... and the abstract in which the reader's highlights are.
    assert merged.abstract == PREPRINT.abstract
    assert merged.citation_key == "byron2023slow"
    # Of both:
    assert merged.identifiers == [Identifier("arxiv", "2311.00001"), Identifier("doi", "10.1/slow")]
    assert [link.url[-4:] for link in merged.links] == ["rg/a", "code", "rg/b"]
    assert merged.details == {"type": "article", "number": "7", "volume": "2"}
    assert merged.extras == {"bibtex": {"annote": "preprint"}, "ris": {"ID": "17"}}
    assert merged.keywords == ["Gradients", "slow", "neighbours"]
    assert merged.tags == ["agents", "thesis", "to-cite"]
    assert {mark.comment for mark in merged.highlights} == {"really?", ""}
    assert merged.takeaway == "Slow is fine."
    assert merged.note == "Read on the train.\n\nThe proof of lemma 2 is new here.\n\nNeighbours matter."
    assert (merged.status, merged.starred, merged.rating, merged.queue) == (Status.READ, True, 5, 1)
    assert merged.added == at(1)
    # The joined history ends with the status the paper has, and nothing of it happened today.
    assert merged.history == [
        StatusChange(Status.READING, at(2)),
        StatusChange(Status.READ, at(9)),
        StatusChange(Status.READING, at(20)),
        StatusChange(Status.READ, at(20)),
    ]
    merged.changed = None
    merged.highlights.sort(key=repr)
    preview.record.highlights.sort(key=repr)
    assert merged == preview.record
    assert list(ids(writer.connection, parse("lemma neighbours"))) == [keep]
    assert list(ids(writer.connection, parse("author:ångström author:angstrom doi:10.1/slow"))) == [keep]
    assert check.look(writer, repair=False) == []

    writer.undo()
    assert dump(writer.connection) == before
    assert check.look(writer, repair=False) == []


def test_the_reader_chooses_field_by_field(writer: Writer) -> None:
    keep, other = brought(writer, PREPRINT, PUBLISHED)
    choices = {
        "title": keep,
        "authors": keep,
        "venue": keep,
        "year": keep,
        "published": keep,
        "citation_key": other,
        "abstract": other,
    }
    assert set(choices) == set(merging.FIELDS)
    merging.merge(writer, keep, [other], choices)
    merged = the(writer.connection, keep)
    assert (merged.title, merged.venue, merged.year, merged.published) == (
        PREPRINT.title,
        "arXiv",
        2023,
        "2023-11-02",
    )
    assert (merged.authors, merged.citation_key, merged.abstract) == (
        PREPRINT.authors,
        "byron2024",
        PUBLISHED.abstract,
    )
    row = papers.rows(writer.connection, [keep])[keep]
    assert row.byline == "Byron, Wei"
    assert list(ids(writer.connection, parse("angstrom"))) == []
    assert check.look(writer, repair=False) == []


def test_an_extended_abstract_is_not_what_the_work_is_called(writer: Writer) -> None:
    first, second = brought(
        writer,
        Record(title="A question (Extended Abstract)", authors=["Ada Byron"], venue="IJCAI", year=2022),
        Record(title="A question", authors=["Ada Byron"], venue="AISTATS", year=2021),
    )
    assert merging.preview(writer.connection, first, [second]).record.title == "A question"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.DROPPED, Status.DROPPED), Status.DROPPED),
        ((Status.DROPPED, Status.UNREAD), Status.UNREAD),
        ((Status.UNREAD, Status.READING), Status.READING),
        ((Status.READING, Status.DROPPED, Status.READ), Status.READ),
    ],
)
def test_the_furthest_status_is_kept(writer: Writer, statuses: tuple[Status, ...], expected: Status) -> None:
    keep, *others = brought(writer, *sample(len(statuses)))
    for paper, status in zip([keep, *others], statuses, strict=True):
        reading.set_status(writer, [paper], status)
    merging.merge(writer, keep, others)
    assert the(writer.connection, keep).status is expected
    (last,) = writer.connection.execute(
        "SELECT status FROM status_change WHERE paper_id = ? ORDER BY at DESC, id DESC LIMIT 1", (keep,)
    ).fetchone()
    assert last == expected


def test_the_first_place_is_kept_up_next_and_in_every_project(filled: Writer) -> None:
    filing.enqueue(filled, [1, 2, 3, 4])
    connection = filled.connection
    with filled.step("Order a project") as step:
        tag = tags.ensure(connection, "agents", step.at)
        connection.executemany("INSERT INTO project_queue VALUES (?, ?, ?)", [(tag, 4, 10), (tag, 2, 20), (tag, 7, 30)])
    merging.merge(filled, 4, [2, 3])
    order = connection.execute("SELECT paper_id FROM queue ORDER BY position").fetchall()
    assert order == [(1,), (4,)]
    places = connection.execute("SELECT paper_id, position FROM project_queue ORDER BY position").fetchall()
    assert places == [(4, 10), (7, 30)]
    filled.undo()
    assert [place for (place,) in connection.execute("SELECT paper_id FROM queue ORDER BY position")] == [1, 2, 3, 4]


def test_files_of_both_are_kept_once(filled: Writer) -> None:
    file = "INSERT INTO attachment (paper_id, name, sha256, media_type, bytes, added) VALUES (?, ?, ?, ?, 1, 0)"
    with filled.step("Attach"):
        for paper, name, letter in ((1, "a.pdf", "a"), (2, "the same.pdf", "a"), (2, "b.pdf", "b")):
            filled.connection.execute(file, (paper, name, letter * 64, "application/pdf"))
    merging.merge(filled, 1, [2])
    names = filled.connection.execute("SELECT paper_id, name FROM attachment ORDER BY name").fetchall()
    assert names == [(1, "a.pdf"), (1, "b.pdf")]


def test_what_is_no_duplicate_of_one_is_none_of_the_merged_paper(filled: Writer) -> None:
    merging.keep_apart(filled, [2, 9])
    merging.keep_apart(filled, [3, 1])
    merging.merge(filled, 5, [2, 3])
    pairs = filled.connection.execute("SELECT * FROM distinct_papers ORDER BY 1, 2").fetchall()
    assert pairs == [(1, 5), (5, 9)]


def test_a_paper_in_the_trash_comes_back_with_one_that_is_not(filled: Writer) -> None:
    filing.trash(filled, [1])
    merging.merge(filled, 1, [2])
    assert the(filled.connection, 1).trashed is None
    filing.trash(filled, [3, 4])
    merging.merge(filled, 3, [4])
    assert the(filled.connection, 3).trashed is not None
    assert check.look(filled, repair=False) == []


def test_what_cannot_be_merged_is_refused_and_changes_nothing(filled: Writer) -> None:
    before = dump(filled.connection)
    steps = history.steps(filled.connection)
    for keep, others, choices in ((1, [99], {}), (99, [1], {}), (1, [], {}), (1, [1], {}), (1, [2], {"title": 3})):
        with pytest.raises(Refused):
            merging.merge(filled, keep, others, choices)
    assert dump(filled.connection) == before
    assert history.steps(filled.connection) == steps


words = st.sampled_from(["claim", "Claim", "again", "ünï", "x'y\"z", "a\nb", "slow gradients", ""])
some_words = words.filter(bool)
days = st.integers(1, 28).map(at)
marks = st.builds(
    HighlightRecord,
    quote=some_words,
    meaning=st.sampled_from(["", "claim", "method"]),
    comment=words,
    prefix=words,
    suffix=words,
    start=st.none() | st.integers(0, 9),
)
statuses = st.sampled_from(Status)


def one_paper(number: int) -> st.SearchStrategy[Record]:
    return st.builds(
        Record,
        title=words.map(lambda word: f"Paper {number} {word}"),
        authors=st.lists(st.sampled_from(["Ada Byron", "Liu Wei", "Zoë Ångström"]), unique=True),
        abstract=words,
        venue=st.sampled_from(["", "arXiv", "Journal of Questions"]),
        year=st.none() | st.integers(2020, 2022),
        published=st.sampled_from([None, "2021", "2021-05", "2022-01-31"]),
        keywords=st.lists(some_words, unique_by=tags.key, max_size=3),
        identifiers=st.lists(st.builds(Identifier, st.just(f"own{number}"), some_words), unique=True, max_size=2),
        links=st.lists(st.builds(Link, st.sampled_from(["page", "code"]), some_words), max_size=3),
        citation_key=st.sampled_from([None, "a", "b"]),
        status=statuses,
        starred=st.booleans(),
        rating=st.none() | st.integers(1, 5),
        queue=st.none() | st.integers(1, 9),
        tags=st.lists(st.sampled_from(["thesis", "Thesis/x", "agents", "ünï"]), unique=True),
        takeaway=words,
        note=words,
        highlights=st.lists(marks, max_size=3),
        history=st.lists(st.builds(StatusChange, statuses, days), max_size=3),
        added=days,
        trashed=st.none() | days,
    )


several = st.integers(2, 4).flatmap(lambda count: st.tuples(*map(one_paper, range(count))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=several, data=st.data())
def test_nothing_is_lost_and_undo_restores_all(records: tuple[Record, ...], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        connection = writer.connection
        others_ids = brought(writer, *sample(3))
        all_ids = brought(writer, *records)
        assert len(set(all_ids)) == len(records)
        duplicates_of_none = data.draw(st.lists(st.sampled_from([*all_ids, *others_ids]), min_size=2, max_size=4))
        merging.keep_apart(writer, duplicates_of_none)
        chosen = data.draw(st.lists(st.sampled_from(all_ids), min_size=2, unique=True))
        keep, *others = chosen
        choices = data.draw(st.dictionaries(st.sampled_from(merging.FIELDS), st.sampled_from(chosen)))
        was = [the(connection, paper) for paper in chosen]
        before = dump(connection)
        preview = merging.preview(connection, keep, others, choices)

        merging.merge(writer, keep, others, choices)
        merged = the(connection, keep)
        for record in was:
            assert record.note in merged.note
            assert record.takeaway in f"{merged.takeaway}\n{merged.note}"
            assert {tags.key(tag) for tag in record.tags} <= {tags.key(tag) for tag in merged.tags}
            assert {tags.key(word) for word in record.keywords} <= {tags.key(word) for word in merged.keywords}
            assert set(record.identifiers) <= set(merged.identifiers)
            assert set(record.links) <= set(merged.links)
            assert set(map(_told, record.highlights)) <= set(map(_told, merged.highlights))
            assert not Counter(map(repr, record.history)) - Counter(map(repr, merged.history))
        for field, paper in choices.items():
            assert getattr(merged, field) == getattr(was[chosen.index(paper)], field)
        expected = preview.record
        merged.changed = expected.changed
        for record in (merged, expected):
            record.highlights.sort(key=repr)
            record.history.sort(key=repr)
        expected.queue = merged.queue if (expected.queue is None) == (merged.queue is None) else -1
        assert merged == expected
        assert check.look(writer, repair=False) == []
        after = dump(connection)

        writer.undo()
        assert dump(connection) == before
        assert check.look(writer, repair=False) == []
        writer.redo()
        assert dump(connection) == after
        assert check.look(writer, repair=False) == []
        writer.close()
        library.close()


def _told(mark: HighlightRecord) -> tuple[str, ...]:
    return mark.target, mark.quote, mark.meaning, mark.comment, mark.prefix, mark.suffix


def test_papers_are_kept_apart_in_one_step(filled: Writer) -> None:
    before = dump(filled.connection)
    changes = merging.keep_apart(filled, [7, 3, 5])
    assert changes is not None
    assert changes.title == "Keep 3 papers apart"
    found = filled.connection.execute("SELECT * FROM distinct_papers ORDER BY 1, 2").fetchall()
    assert found == [(3, 5), (3, 7), (5, 7)]
    assert merging.keep_apart(filled, [3, 5]) is None
    filled.undo()
    assert dump(filled.connection) == before
    assert duplicates.find(filled.connection) == []
