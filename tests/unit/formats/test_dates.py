"""Dates as other programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats import dates
from readerapp.formats.fields import published


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020", "2020"),
        ("1066", "1066"),
        ("2020-05", "2020-05"),
        ("2020-05-24T10:00:00Z", "2020-05-24"),
        ("2020/05/24/", "2020-05-24"),
        ("2020/5//", "2020-05"),
        ("2020///Spring", "2020"),
        ("2020-13-45", "2020"),
        ("2000 Nov-Dec", "2000-11"),
        ("2000 Nov 7", "2000-11-07"),
        ("2000 Winter", "2000"),
        ("12 May 2020", "2020-05-12"),
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("May 2020", "2020-05"),
        ("May 12, 2020", "2020-05-12"),
        ("Sept. 1999", "1999-09"),
        ("1999-2001", "1999"),
        ("published in 1999", "1999"),
        ("n.d.", None),
        ("12", None),
        ("", None),
        (None, None),
        (2020, "2020"),
    ],
)
def test_what_a_date_says(text: object, date: str | None) -> None:
    assert dates.read(text) == date


@given(st.text() | st.text(st.sampled_from("0123456789-/. ,janfebmarspr")) | st.integers() | st.none())
def test_any_text_gives_a_date_or_none(text: object) -> None:
    found = dates.read(text)
    assert found is None or published(found) == found


def test_parts_and_milliseconds() -> None:
    assert dates.of_parts([2020, "5", 3]) == "2020-05-03"
    assert dates.of_parts([2020, 2, 31, 9]) == "2020-02-31"
    assert dates.of_parts([None]) is None
    assert dates.of_milliseconds(1705400000000) == "2024-01-16"
    assert dates.of_milliseconds(10**30) is None
    assert dates.of_milliseconds(True) is None
