"""Similar papers: neighbours by subject come first, say why, and nothing in a text disturbs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.library.connect import Library, Writer
from readerapp.library.related import BECAUSE, Related, related
from readerapp.operations import filing
from readerapp.operations.importing import bring_in
from readerapp.records import Record
from tests.conftest import reading

BEES = [
    ("How bees choose a new nest", "Scout bees dance for a nest site until the swarm agrees on a site."),
    (
        "Dances of honey bees",
        "The waggle dance tells the swarm where nectar is; scouts dance longer for better nectar.",
    ),
    ("A swarm without a queen", "Honey bees whose queen is lost build queen cells, and the swarm stays in its nest."),
]
BRIDGES = [
    ("Cables of long bridges", "The cables of a suspension bridge sag; we compute sag and load for each bridge."),
    ("Wind on suspension bridges", "Wind makes a suspension bridge swing. Dampers on the cables lessen the load."),
    ("Rust in old bridges", "Steel cables rust where water stands; the load a bridge carries must be lowered then."),
]
BREAD = [
    (
        "Sourdough in cold kitchens",
        "Sourdough rises slowly in the cold; the crumb of such bread is open and its crust thick.",
    ),
    ("Crust and crumb", "The crust of bread browns by heat, while the crumb keeps its water. Flour decides both."),
    ("Flour of old wheat", "Old wheat gives flour whose sourdough bread has a dense crumb and a dark crust."),
]


def add(writer: Writer, *papers: tuple[str, str], **fields: object) -> list[int]:
    """The ids of papers with these titles and abstracts."""
    records = [Record(title=title, abstract=abstract, **fields) for title, abstract in papers]  # type: ignore[arg-type]
    return list(bring_in(writer, reading(*records))[1].papers)


def themes(writer: Writer) -> list[list[int]]:
    """The ids of three papers on each of three subjects."""
    ids = add(writer, *(papers[n] for n in range(3) for papers in (BEES, BRIDGES, BREAD)))
    return [ids[n::3] for n in range(3)]


def ask(writer: Writer, paper: int, limit: int = 8) -> list[Related]:
    return related(writer.connection, paper, limit)


def test_neighbours_come_first(writer: Writer) -> None:
    for theme in themes(writer):
        for paper in theme:
            found = [one.id for one in ask(writer, paper)]
            assert set(found[:2]) == set(theme) - {paper}


def test_says_why_in_words_that_both_have(writer: Writer) -> None:
    _, (cables, wind, _), _ = themes(writer)
    (nearest,) = (one for one in ask(writer, cables) if one.id == wind)
    assert {"suspension", "cables"} <= set(nearest.because)
    both = [f"{title} {abstract}" for title, abstract in (BRIDGES[0], BRIDGES[1])]
    assert 0 < len(nearest.because) <= BECAUSE
    for word in nearest.because:
        assert word in both[0]
        assert word.lower() in both[1].lower()


def test_says_a_word_once_and_as_it_is_written(writer: Writer) -> None:
    first, second = add(
        writer,
        ("Étude of GANs", "A GAN and its étude. Marmots whistle."),
        ("GAN again", "One GAN, many GANs, an etude for marmots."),
    )
    (found,) = ask(writer, first)
    assert found.id == second
    assert sum(word.upper().startswith("GAN") for word in found.because) == 1
    assert {"étude", "Marmots"} < set(found.because)


def test_the_likest_has_the_highest_score(writer: Writer) -> None:
    first, twin, cousin = add(writer, BEES[0], (f"{BEES[0][0]}, again", BEES[0][1]), BEES[2])
    found = ask(writer, first)
    assert [one.id for one in found] == [twin, cousin]
    assert 0 < found[1].score < found[0].score <= 1


def test_a_title_is_enough(writer: Writer) -> None:
    bees, _, _ = themes(writer)
    (bare,) = add(writer, ("Nectar of honey bees", ""))
    assert {one.id for one in ask(writer, bare)[:3]} == set(bees)
    assert bare in [one.id for one in ask(writer, bees[1])]


def test_authors_and_venues_make_nothing_similar(writer: Writer) -> None:
    first, _ = add(writer, ("Marmots", ""), ("Viaducts", ""), authors=["Ada Byron"], venue="Journal of Questions")
    assert ask(writer, first) == []


def test_keywords_do(writer: Writer) -> None:
    first, second = add(writer, ("Marmots", ""), ("Viaducts", ""), keywords=["altitude"])
    add(writer, ("Tunnels", ""), keywords=["depth"])
    assert [(one.id, one.because) for one in ask(writer, first)] == [(second, ("altitude",))]


def test_pairs_of_words_count_more_than_the_words(writer: Writer) -> None:
    first, apart, together = add(
        writer,
        ("A copper kettle", ""),
        ("A kettle not of copper", ""),
        ("Some copper kettle", ""),
    )
    assert [one.id for one in ask(writer, first)] == [together, apart]


def test_never_itself_nor_the_trash_nor_what_is_arriving(writer: Writer) -> None:
    (first, second, third), *_ = themes(writer)
    filing.trash(writer, [second])
    assert not {first, second} & {one.id for one in ask(writer, first)}
    assert third in [one.id for one in ask(writer, second)]
    with writer.unrecorded():
        writer.connection.execute("INSERT INTO import (id, at, format, title) VALUES (99, 0, 'json', 'running')")
        writer.connection.execute("INSERT INTO arriving (import_id, first_id) VALUES (99, ?)", (third,))
    assert third not in [one.id for one in ask(writer, first)]


def test_knows_what_was_added_and_changed_a_moment_ago(writer: Writer) -> None:
    (first, *_), *_ = themes(writer)
    (late,) = add(writer, (f"{BEES[0][0]}: an answer", "Scout bees dance."))
    assert ask(writer, first)[0].id == late


def test_not_more_than_asked_for_and_nothing_for_a_paper_that_is_gone(writer: Writer) -> None:
    (first, *_), *_ = themes(writer)
    assert len(ask(writer, first, 1)) == 1
    assert ask(writer, first, 0) == []
    assert ask(writer, 4711) == []


def test_written_without_spaces(writer: Writer) -> None:
    first, second, third = add(
        writer,
        ("对比学习与数据增强", ""),
        ("数据增强的方法", ""),
        ("蜜蜂的舞蹈", ""),
    )
    (found,) = ask(writer, first)
    assert found.id == second != third
    assert set(found.because) <= {"数据", "据增", "增强"}
    assert found.because


def test_hyphenated_and_joined_forms_are_one(writer: Writer) -> None:
    first, second = add(writer, ("Pre-training", ""), ("Pretraining of marmots", ""))
    assert [one.id for one in ask(writer, second)] == [first]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """The writer of a library with papers on three subjects, for many examples."""
    opened = Library(tmp_path_factory.mktemp("related") / "library.db")
    connected = opened.writer()
    themes(connected)
    yield connected
    connected.close()
    opened.close()


TEXT = st.text(max_size=200) | st.lists(
    st.sampled_from(
        ["bees", "bridge", '"', "*", "NEAR", "AND", "-", "\x00", "π²", "𝐱𞤀b", "a\u0300", "½", "数据", "\ue000"]
    ),
    max_size=40,
).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(title=TEXT, abstract=TEXT, keywords=TEXT, limit=st.integers(0, 12))
def test_no_text_disturbs(shelf: Writer, title: str, abstract: str, keywords: str, limit: int) -> None:
    title, abstract, keywords = (text.encode("utf-8", "replace").decode() for text in (title, abstract, keywords))
    paper, _ = add(shelf, (title.strip() or "x", abstract), ("Bees and bridges", keywords), keywords=[keywords or "x"])
    found = related(shelf.connection, paper, limit)
    assert len(found) <= limit
    assert len({one.id for one in found} | {paper}) == len(found) + 1
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    (stored,) = shelf.connection.execute(
        "SELECT title || ' ' || keywords || ' ' || abstract FROM search_text WHERE id = ?", (paper,)
    ).fetchone()
    for one in found:
        assert 0 < one.score <= 1
        assert len(one.because) <= BECAUSE
        assert all(word in stored for word in one.because)
    shelf.undo()
