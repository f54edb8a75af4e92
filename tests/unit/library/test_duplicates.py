"""What is found to be one paper, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Cancelled
from readerapp.library import duplicates
from readerapp.library.connect import Library, Writer
from readerapp.library.duplicates import Group, Reason, Sureness
from readerapp.library.folding import title_key
from readerapp.operations import filing, merging
from readerapp.operations.importing import bring_in
from readerapp.records import Identifier, Link, Record
from tests.conftest import reading as read_from
from tests.conftest import sample

# Two of our own, long enough to be compared.
GRADIENTS = (
    "We look again at gradients that come late and ask what becomes of a model which has to wait for them. A small "
    "theory says that waiting costs nothing as long as neighbours agree, and experiments with forty models of three "
    "kinds bear it out. Where neighbours disagree the model forgets, first slowly and then all at once."
)
SHEEP = (
    "Counting animals from the air is done by hand in most countries. A network of six layers counts them from one "
    "photograph, errs by two of a hundred, and needs no labels but the total. The farmers who tried it for a summer "
    "kept it, and what they told us changed the loss function twice. All photographs and all code are public."
)


def found(writer: Writer, *records: Record) -> list[tuple[tuple[int, ...], tuple[Reason, ...], Sureness]]:
    """The groups among these records, their papers by the records' numbers. What an import knows to be one paper
    already is told apart by a word, and then given its title."""
    titles = [record.title for record in records]
    for number, record in enumerate(records):
        record.title = f"Number {number}: {record.title}"
    ids = list(bring_in(writer, read_from(*records))[1].papers)
    assert len(set(ids)) == len(records)
    with writer.step("Titles"):
        writer.connection.executemany(
            "UPDATE paper SET title = ?, title_key = ? WHERE id = ?",
            [(title, title_key(title), paper) for title, paper in zip(titles, ids, strict=True)],
        )
    return [
        (tuple(ids.index(paper) for paper in group.papers), group.reasons, group.sureness)
        for group in duplicates.find(writer.connection)
    ]


def paper(
    title: str, people: str = "Ada Byron, Liu Wei", abstract: str = "", venue: str = "", year: int | None = 2023
) -> Record:
    return Record(title=title, authors=people.split(", "), abstract=abstract, venue=venue, year=year)


SURE = [
    (
        "written differently",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS, venue="arXiv"),
        paper("Slow Gradients – Make Good Neighbours.", abstract=GRADIENTS.upper(), venue="Journal", year=2024),
        (Reason.TITLE, Reason.ABSTRACT),
    ),
    (
        "an extended abstract",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS, venue="A"),
        paper("Slow gradients make good neighbours (Extended Abstract)", abstract=GRADIENTS[:200], venue="B"),
        (Reason.EDITION, Reason.ABSTRACT),
    ),
    (
        "a preprint under another title",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS, venue="arXiv"),
        paper("On slow gradients that make good neighbours", abstract=f"{GRADIENTS} Code is public.", venue="Journal"),
        (Reason.ABSTRACT,),
    ),
    (
        "nameless when it was submitted",
        paper("Slow gradients make good neighbours", "Anonymous", GRADIENTS, "A", 2018),
        paper("Slow gradients make good neighbours", "Ada Byron", GRADIENTS, "B", 2019),
        (Reason.TITLE, Reason.ABSTRACT),
    ),
    (
        "no abstracts",
        paper("Slow gradients make good neighbours", venue="A"),
        paper("Slow gradients make good neighbours", "Liu Wei, Zoë Ångström", venue="B"),
        (Reason.TITLE,),
    ),
]


@pytest.mark.parametrize(("one", "other", "reasons"), [case[1:] for case in SURE], ids=[case[0] for case in SURE])
def test_surely_one_paper(writer: Writer, one: Record, other: Record, reasons: tuple[Reason, ...]) -> None:
    more = [Record(title=record.title, authors=record.authors, abstract=record.abstract) for record in sample(20)]
    assert found(writer, *more, one, other) == [((20, 21), reasons, Sureness.SURE)]


LESS_SURE = [
    (
        "another title altogether",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS),
        paper("What waiting costs", abstract=GRADIENTS.replace("small", "short")),
        (Reason.ABSTRACT,),
        Sureness.LIKELY,
    ),
    (
        "the title and no more",
        paper("Slow gradients make good neighbours", "Anonymous"),
        paper("Slow gradients make good neighbours"),
        (Reason.TITLE,),
        Sureness.LIKELY,
    ),
    (
        "the title, and an abstract written anew",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS),
        paper("Slow gradients make good neighbours", abstract=SHEEP),
        (Reason.TITLE,),
        Sureness.LIKELY,
    ),
    (
        "names the other way round",
        paper("Slow gradients make good neighbours", "Byron Ada", GRADIENTS),
        paper("Slow gradients make good neighbours", "Ada Byron", GRADIENTS),
        (Reason.TITLE, Reason.ABSTRACT),
        Sureness.LIKELY,
    ),
    (
        "a small word",
        paper("The slow gradients make good neighbours"),
        paper("Slow gradients make for good neighbours"),
        (Reason.WORDING,),
        Sureness.LIKELY,
    ),
    (
        "a preprint with other words, and no abstract of the published paper",
        paper("Slow gradients make good neighbours", abstract=GRADIENTS, venue="CoRR"),
        paper("Slow gradients make patient neighbours", venue="Journal", year=2024),
        (Reason.WORDING,),
        Sureness.POSSIBLE,
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "reasons", "sureness"), [case[1:] for case in LESS_SURE], ids=[case[0] for case in LESS_SURE]
)
def test_perhaps_one_paper(
    writer: Writer, one: Record, other: Record, reasons: tuple[Reason, ...], sureness: Sureness
) -> None:
    assert found(writer, one, other) == [((0, 1), reasons, sureness)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Different people, or a word that makes another paper.
        (paper("Slow gradients make good neighbours"), paper("Slow gradients make good neighbours", "Noor Haddad")),
        (paper("Slow gradients make good neighbours"), paper("Fast gradients make good neighbours")),
        (
            paper("Slow gradients make good neighbours", abstract=GRADIENTS),
            paper("Slow gradients make bad neighbours", abstract=SHEEP),
        ),
        # What is called alike every year.
        (paper("Preface", "Anonymous", venue="A", year=2021), paper("Preface", "Anonymous", venue="B", year=2022)),
        (paper("Report of the chairs", venue="A", year=2021), paper("Report of the chairs", venue="a", year=2022)),
        (paper("Gradients in two dimensions", abstract=GRADIENTS), paper("Gradients in three dimensions", "Liu Wei")),
        (
            paper("Gradients and neighbours, part I", abstract=GRADIENTS),
            paper("Gradients and neighbours, part II", abstract=GRADIENTS),
        ),
        # Only the subtitle differs.
        (
            paper("Gradients: what they cost", abstract=GRADIENTS),
            paper("Gradients: what they bring", abstract=SHEEP),
        ),
    ],
)
def test_two_papers(writer: Writer, one: Record, other: Record) -> None:
    assert found(writer, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identifier("arxiv", "2311.00001"), Link("page", "https://arxiv.org/abs/2311.00001v2")),
        (Identifier("doi", "10.1000/slow.3"), Link("page", "http://dx.doi.org/10.1000/SLOW.3")),
        (Link("pdf", "https://www.example.org/p/12.pdf"), Link("page", "http://example.org/p/12/")),
    ],
    ids=["arxiv", "doi", "page"],
)
def test_what_leads_to_one_place_is_one_paper_when_the_titles_allow(
    writer: Writer, one: Identifier | Link, other: Identifier | Link
) -> None:
    def put(title: str, place: Identifier | Link) -> Record:
        record = paper(title)
        if isinstance(place, Link):
            record.links.append(place)
        else:
            record.identifiers.append(place)
        return record

    groups = found(
        writer,
        put("Slow gradients make good neighbours", one),
        put("Gradients make such good neighbours", other),
        put("Counting sheep from the air", other if isinstance(other, Link) else one),
    )
    assert groups == [((0, 1), (Reason.LINK,), Sureness.LIKELY)]


def test_code_of_two_papers_says_nothing(writer: Writer) -> None:
    one, other = paper("Slow gradients make good neighbours"), paper("Gradients make such good neighbours")
    one.links = other.links = [Link("code", "https://example.org/code")]
    assert found(writer, one, other) == []


def test_a_subtitle_may_be_missing(writer: Writer) -> None:
    groups = found(
        writer,
        paper("Patience", abstract=GRADIENTS),
        paper("Patience: gradients that come late and the neighbours that wait for them", abstract=GRADIENTS),
    )
    assert groups == [((0, 1), (Reason.ABSTRACT,), Sureness.LIKELY)]


def test_three_versions_are_one_group_as_sure_as_its_least_sure_pair(writer: Writer) -> None:
    groups = found(
        writer,
        paper("Slow gradients make good neighbours", abstract=GRADIENTS),
        paper("Slow gradients make good neighbours", abstract=GRADIENTS, venue="A"),
        paper("What waiting costs", abstract=GRADIENTS, venue="B"),
        paper("Counting sheep from the air", abstract=SHEEP),
    )
    assert groups == [((0, 1, 2), (Reason.TITLE, Reason.ABSTRACT), Sureness.LIKELY)]


def test_what_many_papers_share_is_no_reason(writer: Writer) -> None:
    """Thirty papers with the page of their volume, and a title of no meaning."""
    volume = [
        Record(title="Editorial", authors=[f"Ada Number{n}", "Liu Wei"], links=[Link("page", "https://example.org/v")])
        for n in range(30)
    ]
    assert found(writer, *volume) == []


def pair(writer: Writer) -> Group:
    found(
        writer,
        paper("Slow gradients make good neighbours", abstract=GRADIENTS),
        paper("Slow gradients make good neighbours", abstract=GRADIENTS),
    )
    (group,) = duplicates.find(writer.connection)
    return group


def test_papers_kept_apart_do_not_come_back_until_that_is_undone(writer: Writer) -> None:
    group = pair(writer)
    assert duplicates.standing(writer.connection, [group]) == [True]
    merging.keep_apart(writer, group.papers)
    assert duplicates.find(writer.connection) == []
    assert duplicates.standing(writer.connection, [group]) == [False]
    writer.undo()
    assert duplicates.find(writer.connection) == [group]
    assert duplicates.standing(writer.connection, [group]) == [True]


def test_the_trash_is_not_looked_through(writer: Writer) -> None:
    group = pair(writer)
    filing.trash(writer, group.papers[:1])
    assert duplicates.find(writer.connection) == []
    assert duplicates.standing(writer.connection, [group]) == [False]


def test_merged_papers_are_no_group_any_more(writer: Writer) -> None:
    group = pair(writer)
    merging.merge(writer, group.papers[0], group.papers[1:])
    assert duplicates.find(writer.connection) == []
    assert duplicates.standing(writer.connection, [group]) == [False]


def test_a_reader_is_enough_and_nothing_is_written(writer: Writer, library: Library) -> None:
    group = pair(writer)
    reader = library.reader()
    assert duplicates.find(reader) == [group]
    reader.close()


class Impatient:
    """Stops when it has been asked so many times."""

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self.told.append((done, total))

    def check(self) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise Cancelled("duplicates")


def test_it_tells_how_far_it_is_and_can_be_stopped_anywhere(writer: Writer) -> None:
    group = pair(writer)
    watcher = Impatient(1000)
    assert duplicates.find(writer.connection, watcher) == [group]
    asked = 1000 - watcher.patience
    assert asked > 2
    assert all(total is not None and 0 <= done <= total for done, total in watcher.told)
    for patience in range(asked):
        with pytest.raises(Cancelled):
            duplicates.find(writer.connection, Impatient(patience))


def test_an_empty_library_has_none(writer: Writer) -> None:
    assert duplicates.find(writer.connection) == []


letters = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)
authors = st.lists(st.sampled_from(["Ada Byron", "Liu Wei", "Anonymous"]), unique=True, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Record,
            title=st.sampled_from(["Preface", "Part I: slow", "A: B", "A (poster)", "(poster)"])
            | letters.filter(str.strip),
            authors=authors,
            abstract=st.sampled_from(["", GRADIENTS, SHEEP]) | letters,
            venue=st.sampled_from(["", "arXiv", "A"]),
            year=st.none() | st.integers(2000, 2003),
            links=st.lists(st.builds(Link, st.just("page"), letters), max_size=2),
        ),
        max_size=8,
    )
)
def test_whatever_is_in_it_groups_are_apart_and_in_order(writer: Writer, records: list[Record]) -> None:
    bring_in(writer, read_from(*records))
    groups = duplicates.find(writer.connection)
    papers = [paper for group in groups for paper in group.papers]
    assert len(papers) == len(set(papers))
    for group in groups:
        assert len(group.papers) >= 2
        assert list(group.papers) == sorted(group.papers)
        assert group.reasons
    assert [group.sureness for group in groups] == sorted((group.sureness for group in groups), reverse=True)
    while writer.undo():
        pass
