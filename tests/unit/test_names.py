"""Names keep the parts their source gave them, and are texts all the same."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.names import Name, from_list, listed

part = st.text(st.characters(categories=["L", "N", "P"]), max_size=9)
plain = part.filter(lambda text: not set(text) & set(",;{}"))


def parts(name: str) -> tuple[str, str, str]:
    divided = Name.of(name)
    return divided.given, divided.family, divided.suffix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lovelace", ("Ada", "Lovelace", "")),
        ("Laurens van der Maaten", ("Laurens", "van der Maaten", "")),
        ("Martin Luther King Jr.", ("Martin Luther", "King", "Jr.")),
        ("Henry Ford II", ("Henry", "Ford", "II")),
        ("Aristotle", ("", "Aristotle", "")),
        ("King Jr.", ("King", "Jr.", "")),
        ("", ("", "", "")),
    ],
)
def test_a_name_without_parts_is_divided_as_it_seems(text: str, expected: tuple[str, str, str]) -> None:
    assert parts(text) == expected
    assert Name.of(text) == text


@given(part, part, part)
def test_a_name_keeps_its_parts_where_it_goes(family: str, given_names: str, suffix: str) -> None:
    name = Name(family, given_names, suffix)
    for other in (name, Name.of(name), copy.deepcopy(name), pickle.loads(pickle.dumps(name))):
        assert other == name == " ".join(filter(None, (given_names, family, suffix)))
        assert parts(other) == (given_names, family, suffix)


@given(st.lists(st.builds(Name, plain.filter(bool), plain, plain) | st.builds(Name, st.just("Group A, B; and C"))))
def test_names_in_one_text_come_back(names: list[Name]) -> None:
    again = from_list(listed(names))
    assert [parts(name) for name in again] == [parts(name) for name in names]


def test_names_in_one_text_read_well() -> None:
    names = [Name("King", "Martin Luther", "Jr."), Name("van der Maaten", "Laurens"), Name("The ALICE Collaboration")]
    assert listed(names) == "King, Martin Luther, Jr.; van der Maaten, Laurens; The ALICE Collaboration"
    assert from_list(" ; Noether, Emmy;; ") == ["Emmy Noether"]
