"""How the papers of a list are spread, against a count in plain Python."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.library import facets as module
from readerapp.library.connect import Library, Writer
from readerapp.library.facets import HAS, NAMES, QUICK, STATES, Facet, FacetValue, facets, glance
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import filing, reading
from readerapp.records import Status
from tests.unit.search.shelf import Planted, Shelf

NewShelf = Callable[[], Shelf]


@pytest.fixture(scope="module")
def new_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewShelf]:
    """Makes empty libraries, each a file of its own."""
    folder = tmp_path_factory.mktemp("shelves")
    library = Library(folder / "empty.db")
    library.close()
    made: list[Shelf] = []
    numbers = count()

    def make() -> Shelf:
        while made:
            made.pop().connection.close()
        made.append(Shelf(folder / f"{next(numbers)}.db", folder / "empty.db"))
        return made[-1]

    yield make
    for shelf in made:
        shelf.connection.close()


def of(found: Sequence[Facet], name: str) -> dict[str, int]:
    """What a facet counts, by label."""
    (facet,) = [facet for facet in found if facet.name == name]
    return {value.label: value.count for value in facet.values}


# The oracle


def true_of(paper: Planted, tags: set[str]) -> dict[str, set[str]]:
    """The values of a paper, without capitals. `tags` are those of the library."""
    states = {Status(paper.status).word}
    states |= {"starred"} if paper.starred else set()
    states |= {"queued"} if paper.queue is not None else set()
    has = {
        "note": bool(paper.note),
        "highlight": bool(paper.highlights),
        "takeaway": bool(paper.takeaway),
        "code": "code" in paper.links,
        "pdf": "pdf" in paper.links or paper.pdf_file,
        "doi": any(scheme == "doi" for scheme, _ in paper.identifiers),
        "abstract": bool(paper.abstract),
    }
    return {
        "status": states,
        "tag": {tag for tag in tags for own in paper.tags if own == tag or own.startswith(f"{tag}/")},
        "year": {str(paper.year)} if paper.year else set(),
        "venue": {paper.venue.casefold()} if paper.venue else set(),
        "author": {author.casefold() for author in paper.authors},
        "keyword": {keyword.casefold() for keyword in paper.keywords},
        "source": {text.casefold() for text in (paper.source, paper.origin[1] if paper.origin else "") if text},
        "has": {what for what, present in has.items() if present},
    }


def counted(papers: Sequence[Planted], library: Sequence[Planted]) -> dict[str, Counter[str]]:
    tags = {tag for paper in library for tag in paper.tags}
    found: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    for paper in papers:
        for name, values in true_of(paper, tags).items():
            found[name].update(values)
    return found


some_papers = st.lists(
    st.builds(
        Planted,
        title=st.just("A title"),
        authors=st.lists(st.sampled_from(["Ada Byron", "ada byron", "Zoë Ångström", "Wei Liu", "X"]), max_size=3).map(
            tuple
        ),
        abstract=st.sampled_from(["", "Some words."]),
        keywords=st.lists(st.sampled_from(["Graphs", "graphs", "learning to learn", "C++"]), max_size=3).map(tuple),
        venue=st.sampled_from(["", "ICML", "icml", "Journal of Questions", "A; B"]),
        year=st.sampled_from([None, 1999, 2020, 2021, 2023]),
        status=st.integers(0, 3),
        starred=st.booleans(),
        takeaway=st.sampled_from(["", "", "It works."]),
        note=st.sampled_from(["", "", "A thought."]),
        highlights=st.sampled_from([(), (("Some", ""),), (("Some", ""), ("words", "why"))]),
        tags=st.sets(st.sampled_from(["a", "a/b", "a/c", "ab", "none", "two words"]), max_size=3).map(tuple),
        links=st.lists(st.sampled_from(["code", "pdf", "page"]), max_size=3).map(tuple),
        pdf_file=st.booleans(),
        source=st.sampled_from(["", "list.json", "a page"]),
        origin=st.sampled_from([None, ("json", "list.json"), ("pasted", "Pasted page")]),
        shelf=st.sampled_from([0, 0, 0, 0, 1]),
        queue=st.sampled_from([None, None, 1]),
    ),
    max_size=14,
)


def plant(shelf: Shelf, papers: Sequence[Planted], dois: set[int]) -> None:
    for number, paper in enumerate(papers, start=1):
        own = (("doi", f"10.1/{number}"), ("doi", f"10.2/{number}")) if number in dois else ()
        shelf.put(replace(paper, identifiers=own))


def narrowed(shelf: Shelf, value: FacetValue) -> set[int]:
    return set(ids(shelf.connection, parse(value.query)))


numbers = st.sets(st.integers(1, 14))
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(papers=some_papers, chosen=numbers, dois=numbers)
def test_counts_are_those_of_a_count_by_hand(
    new_shelf: NewShelf, papers: list[Planted], chosen: set[int], dois: set[int]
) -> None:
    shelf = new_shelf()
    plant(shelf, papers, dois)
    library = list(shelf.papers.values())
    for listed in (None, array("q", sorted(chosen & shelf.papers.keys(), reverse=True))):
        inside = [paper for paper in library if (paper.id in listed if listed is not None else paper.shelf == 0)]
        expected = counted(inside, library)
        for facet in facets(shelf.connection, listed):
            assert {value.label.casefold(): value.count for value in facet.values} == expected[facet.name], facet.name
            assert facet.exact


@many
@given(papers=some_papers, chosen=numbers, dois=numbers)
def test_in_a_large_list_counts_are_true_or_said_to_be_estimates(
    new_shelf: NewShelf, monkeypatch: pytest.MonkeyPatch, papers: list[Planted], chosen: set[int], dois: set[int]
) -> None:
    monkeypatch.setattr(module, "SAMPLE", 3)
    shelf = new_shelf()
    plant(shelf, papers, dois)
    library = list(shelf.papers.values())
    for listed in (None, array("q", sorted(chosen & shelf.papers.keys(), reverse=True))):
        inside = [paper for paper in library if (paper.id in listed if listed is not None else paper.shelf == 0)]
        expected = counted(inside, library)
        for facet in facets(shelf.connection, listed):
            exact = {value.label.casefold(): value.count for value in facet.values if value.exact}
            guessed = {value.label.casefold() for value in facet.values if not value.exact}
            assert guessed <= expected[facet.name].keys()
            if facet.name in QUICK or len(inside) <= 3:
                assert exact == expected[facet.name], facet.name
            elif facet.name == "has":
                own = {"note", "highlight", "takeaway"}
                assert exact == {what: number for what, number in expected["has"].items() if what in own}
            else:
                assert not exact


@many
@given(papers=some_papers, dois=numbers)
def test_a_value_finds_the_papers_it_counts(new_shelf: NewShelf, papers: list[Planted], dois: set[int]) -> None:
    shelf = new_shelf()
    plant(shelf, papers, dois)
    library = list(shelf.papers.values())
    tags = {tag for paper in library for tag in paper.tags}
    for facet in facets(shelf.connection, None):
        for value in facet.values:
            found = narrowed(shelf, value)
            having = {
                paper.id
                for paper in library
                if paper.shelf == 0 and value.label.casefold() in true_of(paper, tags)[facet.name]
            }
            # Of texts the language knows words, not the whole: venue:ICML also finds a workshop at ICML.
            assert having <= found
            if facet.name in ("status", "tag", "year", "has"):
                assert having == found
            assert len(having) == value.count


def test_values_come_in_their_order(new_shelf: NewShelf) -> None:
    shelf = new_shelf()
    for year, venue in ((2020, "B"), (2023, "A"), (2020, "C"), (1999, "C"), (2020, "C")):
        shelf.add(year=year, venue=venue, status=year % 3, abstract="x", note="y")
    found = facets(shelf.connection, None)
    assert [facet.name for facet in found] == list(NAMES)
    assert list(of(found, "year")) == ["2023", "2020", "1999"]
    assert list(of(found, "venue").items()) == [("C", 3), ("A", 1), ("B", 1)]
    assert list(of(found, "status")) == [state for state in STATES if state in of(found, "status")]
    assert list(of(found, "has")) == ["note", "abstract"]
    assert {"note", "abstract"} <= set(HAS)
    few = facets(shelf.connection, None, limit=2, names=("venue", "year"))
    assert [len(facet.values) for facet in few] == [2, 2]
    assert [facet.name for facet in few] == ["year", "venue"]


@pytest.mark.parametrize("sample", [1, 100])
def test_papers_that_are_arriving_do_not_count(
    new_shelf: NewShelf, monkeypatch: pytest.MonkeyPatch, sample: int
) -> None:
    monkeypatch.setattr(module, "SAMPLE", sample)
    shelf = new_shelf()
    shelf.arriving(4)
    for number in range(1, 4):
        shelf.add(id=number, year=2020, venue="V", authors=("A B",))
    shelf.add(id=4, year=2021, venue="W", authors=("C D",))
    shelf.connection.execute("UPDATE tally SET n = 3 WHERE name = 'status:0'")  # what the import will have counted
    found = facets(shelf.connection, None)
    assert of(found, "year") == {"2020": 3}
    assert of(found, "venue") == {"V": 3}
    assert of(found, "author") == {"A B": 3}
    assert of(found, "status") == {"unread": 3}


def test_estimates_have_two_digits(new_shelf: NewShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SAMPLE", 10)
    shelf = new_shelf()
    for number in range(1, 1236):
        shelf.connection.execute(
            "INSERT INTO paper (id, title, title_key, added, changed) VALUES (?, 'T', ?, 0, 0)", (number, number)
        )
        shelf.connection.execute("INSERT INTO paper_text (paper_id, authors) VALUES (?, 'A B')", (number,))
    for listed in (None, array("q", range(1, 1236))):
        (facet,) = facets(shelf.connection, listed, names=("author",))
        assert facet.values == (FacetValue("A B", 'author:"A B"', 1200, exact=False),)
        assert not facet.exact


def test_a_glance_scales_what_every_so_many_th_paper_has(new_shelf: NewShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GLANCE", 10)
    shelf = new_shelf()
    papers = [replace(Planted(id=number, title=f"Paper {number}"), year=2020 + number % 4) for number in range(1, 41)]
    plant(shelf, papers, set())
    listed = array("q", range(1, 41))
    found = glance(shelf.connection, listed)
    assert [facet.name for facet in found] == list(NAMES)
    assert of(found, "year") == {"2021": 40}
    assert not any(value.exact for facet in found for value in facet.values)
    assert of(glance(shelf.connection, array("q")), "year") == {}


def test_kept_counts_follow_what_the_reader_does(filled: Writer) -> None:
    reading.set_status(filled, [1, 2], Status.READ)
    reading.set_starred(filled, [3], True)
    filing.enqueue(filled, [4, 5])
    filing.trash(filled, [6])
    filing.tag(filled, [7], ["thesis"])
    found = facets(filled.connection, None)
    assert of(found, "status") == {"unread": 27, "read": 2, "starred": 1, "queued": 2}
    assert of(found, "tag")["thesis"] == len(ids(filled.connection, parse("tag:thesis")))


def test_a_reading_connection_is_enough(library: Library, filled: Writer) -> None:
    connection = library.reader()
    try:
        assert facets(connection, None) == facets(filled.connection, None)
    finally:
        connection.close()


def test_an_empty_library_has_no_values(library: Library) -> None:
    connection = library.reader()
    try:
        assert all(facet.values == () for facet in facets(connection, None))
        assert all(facet.values == () for facet in facets(connection, array("q")))
    finally:
        connection.close()
