"""Who else may be meant by a name."""

from __future__ import annotations

import pytest

from readerapp.library.connect import Writer
from readerapp.library.people import Person, alike
from readerapp.operations import correcting, filing
from readerapp.operations.importing import bring_in
from readerapp.records import Record
from tests.conftest import reading

NAMES = (
    "Ashish Vaswani", "Ashish Vaswani", "A. Vaswani", "A. Vaswani", "A. Vaswani", "Ashish K. Vaswani", "Anna Vaswani",
    "Vaswani", "Ashish Wani", "Gabriel García Márquez", "G. Márquez", "Zoë Ångström", "Zoe Ångström", "J.-P. Serre",
    "Jean-Pierre Serre", "Jean Serre", "Josef Serre",
)  # fmt: skip


@pytest.fixture
def people(writer: Writer) -> Writer:
    bring_in(writer, reading(*(Record(title=f"Paper {n}", authors=[name]) for n, name in enumerate(NAMES))))
    return writer


@pytest.mark.parametrize(
    ("name", "are"),
    [
        ("Ashish Vaswani", [("Ashish Vaswani", 2), ("A. Vaswani", 3), ("Ashish K. Vaswani", 1)]),
        ("A. Vaswani", [("A. Vaswani", 3), ("Ashish Vaswani", 2), ("Anna Vaswani", 1), ("Ashish K. Vaswani", 1)]),
        ("Anna Vaswani", [("Anna Vaswani", 1), ("A. Vaswani", 3)]),
        ("Vaswani", [("Vaswani", 1)]),
        ("Zoë Ångström", [("Zoë Ångström", 1), ("Zoe Ångström", 1)]),
        ("Jean-Pierre Serre", [("Jean-Pierre Serre", 1), ("J.-P. Serre", 1), ("Jean Serre", 1)]),
        ("Nobody Here", [("Nobody Here", 0)]),
        ("", [("", 0)]),
    ],
)
def test_this_very_name_comes_first(people: Writer, name: str, are: list[tuple[str, int]]) -> None:
    assert alike(people.connection, name) == [Person(*one) for one in are]


def test_a_family_name_of_two_words_is_found(people: Writer) -> None:
    correcting.set_authors(people, 10, "García Márquez, Gabriel")
    assert alike(people.connection, "Gabriel García Márquez") == [
        Person("Gabriel García Márquez", 1), Person("G. Márquez", 1)
    ]  # fmt: skip


def test_papers_in_the_trash_do_not_count(people: Writer) -> None:
    filing.trash(people, [3, 4, 5])
    assert alike(people.connection, "Ashish Vaswani")[1] == Person("Ashish K. Vaswani", 1)
