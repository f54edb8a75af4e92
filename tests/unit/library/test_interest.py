"""How close papers are to what the reader likes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from readerapp.library import interest
from readerapp.library.connect import Library, Writer
from readerapp.library.interest import Interest, compute, store
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Record, Status
from tests.conftest import reading as records_of


def subject(number: int) -> str:
    return ("quilts", "beekeeping", "tides")[number % 3]


@pytest.fixture
def three_subjects(writer: Writer) -> Writer:
    """Ninety papers on three subjects, by turns; each has authors, a venue and keywords of its subject."""
    bring_in(
        writer,
        records_of(
            *(
                Record(
                    title=f"A study of {subject(n)}, part {n}",
                    authors=[f"Ada {subject(n).capitalize()}", "Common Name"],
                    venue=f"Journal of {subject(n)}",
                    keywords=[subject(n), "study"],
                )
                for n in range(90)
            )
        ),
    )
    return writer


def on(writer: Writer, word: str) -> list[int]:
    found = writer.connection.execute("SELECT id FROM paper WHERE title LIKE ? ORDER BY id", (f"%{word}%",))
    return [paper for (paper,) in found]


def scores(writer: Writer) -> dict[int, float]:
    found = compute(writer.connection)
    return dict(zip(found.papers, found.scores, strict=True))


def best(found: dict[int, float], number: int) -> set[int]:
    return set(sorted(found, key=lambda paper: found[paper], reverse=True)[:number])


def written(writer: Writer, found: Interest) -> None:
    place = store(writer, found)
    while place:
        place = store(writer, found, place)


def stored(writer: Writer) -> dict[int, float]:
    return dict(writer.connection.execute("SELECT paper_id, score FROM interest"))


def likes(writer: Writer, how: str, papers: Iterable[int]) -> None:
    for paper in papers:
        match how:
            case "a star":
                reading.set_starred(writer, [paper], True)
            case "a rating":
                reading.set_rating(writer, [paper], 4)
            case "up next":
                filing.enqueue(writer, [paper])
            case "a note":
                reading.set_status(writer, [paper], Status.READ)
                reading.set_note(writer, paper, "Worth it.")


@pytest.mark.parametrize("how", ["a star", "a rating", "up next", "a note"])
def test_papers_like_those_liked_come_first(three_subjects: Writer, how: str) -> None:
    bees = on(three_subjects, "beekeeping")
    likes(three_subjects, how, bees[:5])
    found = scores(three_subjects)
    assert set(bees[5:]) <= best(found, 30)
    assert all(score > 0 for score in found.values())
    assert min(found[paper] for paper in bees[5:]) > max(found.get(n, 0) for n in range(1, 91) if n not in bees)


def test_fewer_than_three_say_nothing(three_subjects: Writer) -> None:
    assert scores(three_subjects) == {}
    likes(three_subjects, "a star", on(three_subjects, "tides")[:2])
    assert scores(three_subjects) == {}
    reading.set_starred(three_subjects, [on(three_subjects, "tides")[2]], True)
    assert scores(three_subjects)


def test_a_note_on_an_unread_paper_is_no_praise(three_subjects: Writer) -> None:
    for paper in on(three_subjects, "tides")[:5]:
        reading.set_note(three_subjects, paper, "To be read.")
    assert scores(three_subjects) == {}


def test_what_was_dropped_or_rated_low_counts_against(three_subjects: Writer) -> None:
    tides = on(three_subjects, "tides")
    likes(three_subjects, "a star", tides[:4])
    before = scores(three_subjects)
    assert set(tides[10:]) <= before.keys()
    reading.set_status(three_subjects, tides[4:6], Status.DROPPED)
    two = scores(three_subjects)
    assert all(two[paper] == before[paper] for paper in tides[10:])  # two say too little
    reading.set_rating(three_subjects, tides[6:8], 1)
    after = scores(three_subjects)
    assert all(after.get(paper, 0) < before[paper] for paper in tides[10:])


def test_a_starred_paper_that_was_dropped_says_nothing(three_subjects: Writer) -> None:
    bees = on(three_subjects, "beekeeping")
    reading.set_starred(three_subjects, bees[:3], True)
    assert scores(three_subjects)
    reading.set_status(three_subjects, bees[:1], Status.DROPPED)
    assert scores(three_subjects) == {}


def test_only_unread_papers_of_the_library_are_scored(three_subjects: Writer) -> None:
    bees = on(three_subjects, "beekeeping")
    reading.set_starred(three_subjects, bees[:5], True)
    reading.set_status(three_subjects, bees[5:8], Status.READ)
    filing.trash(three_subjects, bees[8:11])
    found = scores(three_subjects)
    assert found.keys().isdisjoint(bees[5:11])
    assert set(bees[11:]) <= found.keys()


def test_the_closest_are_kept_where_there_are_many(three_subjects: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    bees = on(three_subjects, "beekeeping")
    reading.set_starred(three_subjects, bees[:5], True)
    everything = scores(three_subjects)
    monkeypatch.setattr(interest, "MOST", 10)
    found = compute(three_subjects.connection)
    assert list(found.papers) == sorted(found.papers)
    assert len(found.papers) == 10
    assert set(found.papers) <= set(bees)
    assert all(everything[paper] == score for paper, score in zip(found.papers, found.scores, strict=True))


@pytest.mark.parametrize("chunk", [1, 7, 30, 5000])
def test_what_is_stored_takes_the_place_of_what_was(
    three_subjects: Writer, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(interest, "_CHUNK", chunk)
    bees, tides = on(three_subjects, "beekeeping"), on(three_subjects, "tides")
    reading.set_starred(three_subjects, bees[:5], True)
    written(three_subjects, compute(three_subjects.connection))
    assert stored(three_subjects) == scores(three_subjects)
    reading.set_starred(three_subjects, bees[:5], False)
    reading.set_starred(three_subjects, tides[:5], True)
    found = compute(three_subjects.connection)
    three_subjects.connection.execute("PRAGMA foreign_keys = 1")
    gone = found.papers[3]
    three_subjects.connection.execute("DELETE FROM paper WHERE id = ?", (gone,))
    written(three_subjects, found)
    expected = dict(zip(found.papers, found.scores, strict=True))
    del expected[gone]
    assert stored(three_subjects) == expected
    written(three_subjects, Interest())
    assert stored(three_subjects) == {}


def test_much_in_the_trash_does_no_harm(writer: Writer) -> None:
    quilts = {*range(45), 250, 251, 252}
    records = [Record(title=f"{'Quilts' if n in quilts else 'Tides'} {n}") for n in range(300)]
    bring_in(writer, records_of(*records))
    filing.trash(writer, list(range(1, 200)))
    reading.set_starred(writer, list(range(205, 301)), True)
    reading.set_starred(writer, [300], False)
    assert scores(writer).keys() <= set(range(200, 301))


def test_it_is_no_step_of_the_history(three_subjects: Writer) -> None:
    reading.set_starred(three_subjects, on(three_subjects, "tides")[:5], True)
    (before,) = three_subjects.connection.execute("SELECT count(*) FROM undo_step").fetchone()
    written(three_subjects, compute(three_subjects.connection))
    assert stored(three_subjects)
    (after,) = three_subjects.connection.execute("SELECT count(*) FROM undo_step").fetchone()
    assert before == after
    undone = three_subjects.undo()
    assert undone is not None
    assert undone.title.startswith("Star")


def test_a_reading_connection_is_enough(library: Library, three_subjects: Writer) -> None:
    reading.set_starred(three_subjects, on(three_subjects, "tides")[:5], True)
    connection = library.reader()
    try:
        assert compute(connection) == compute(three_subjects.connection)
    finally:
        connection.close()


def test_titles_in_any_script_and_with_signs_of_the_index(writer: Writer) -> None:
    titles = ['He said "NEAR" OR AND NOT', "关于中文分词的研究", "🧠🦙LLaMA", "C++ -- *", "!!!", "Łódź: α"]
    bring_in(
        writer,
        records_of(*(Record(title=f"{title} {n}", authors=['"x" OR', "王"]) for n in range(3) for title in titles)),
    )
    reading.set_starred(writer, [1, 7, 2, 8], True)
    assert {13, 14} <= scores(writer).keys()
    reading.set_starred(writer, list(range(1, 19)), True)
    assert scores(writer).keys() <= set(range(1, 19))
