"""Keys for papers that have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.citation_keys import Keys, proposed
from readerapp.names import Name
from readerapp.records import Record


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record(title="Train longer, generalize better", authors=["Elad Hoffer"], year=2017), "hoffer2017train"),
        (Record(title="On the Łódź of 7 $x$ things", authors=[Name("van der Maaten", "L")]), "vandermaatenlodz"),
        (Record(title="Über Straßen", authors=["Zoë Ångström-O’Neil"], year=1999), "angstromoneil1999uber"),
        (Record(title="深い", authors=["李 明"], year=2020), "paper2020"),
        (Record(title="The"), "paper"),
    ],
)
def test_what_a_key_is_made_of(record: Record, key: str) -> None:
    assert proposed(record) == key


@given(st.lists(st.sampled_from(["a", "A", "aa", "ab", "b"]), max_size=60))
def test_every_key_is_given_once(wanted: list[str]) -> None:
    keys = Keys()
    given_keys = [keys.unique(key) for key in wanted]
    assert len({key.casefold() for key in given_keys}) == len(wanted)
    assert all(key.startswith(want) for key, want in zip(given_keys, wanted, strict=True))


def test_letters_follow_in_order() -> None:
    keys = Keys()
    assert [keys.unique("k") for _ in range(29)][:4] == ["k", "ka", "kb", "kc"]
    assert keys.unique("k") == "kac"
