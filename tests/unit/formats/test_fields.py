"""Whatever stands in a field, what comes out can be stored, shown and compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats import fields

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.characters(categories=["Cs"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
any_text = st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Zs", "Zl"]))


@given(anything | any_text)
def test_a_line_is_one_clean_line(value: object) -> None:
    line = fields.one_line(value)
    assert line == line.strip()
    assert not any(character in line for character in "\n\r\t\0\x0b\x0c\x1b")
    assert unicodedata.is_normalized("NFC", line)
    assert line.encode().decode() == line
    assert fields.one_line(line) == line


@given(anything | any_text)
def test_paragraphs_keep_line_ends_and_tabs_alone_of_the_controls(value: object) -> None:
    text = fields.paragraphs(value)
    assert not any(ord(character) < 32 and character not in "\n\t" for character in text)
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    assert fields.paragraphs(text) == text


@given(any_text)
def test_stored_text_loses_only_what_cannot_be_stored(text: str) -> None:
    stored = fields.storable(text)
    assert stored.encode().decode() == stored
    assert "\0" not in stored
    if all(character != "\0" and not "\ud800" <= character <= "\udfff" for character in text):
        assert stored == text


@given(anything)
def test_no_value_of_any_type_raises(value: object) -> None:
    assert fields.year(value) is None or 1000 <= fields.year(value) <= 9999  # type: ignore[operator]
    assert fields.published(value) in (None, value)
    assert all(fields.names(value))
    assert all(fields.keywords(value))
    url = fields.http_url(value)
    assert url is None or url.lower().startswith(("http://", "https://"))


def test_lines_and_paragraphs() -> None:
    assert fields.one_line("  Two\n words\u00a0and\x07 more\u2028") == "Two words and more"
    assert fields.one_line("Cafe\u0301 \ud800") == "Café \ufffd"
    assert fields.one_line("x" * 5000) == "x" * 2000
    assert fields.one_line(2048) == "2048"
    assert fields.one_line(10**5000) == fields.one_line(True) == fields.one_line(float("nan")) == ""
    assert fields.paragraphs("one\r\ntwo\rthree\tfour\0\x1b") == "one\ntwo\nthree\tfour"
    assert len(fields.paragraphs("é" * 2_000_000)) == 1_000_000


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (2017, 2017),
        ("2017", 2017),
        (" 2017-05-24 ", 2017),
        (2017.0, 2017),
        ("abc", None),
        (99999, None),
        (True, None),
        (None, None),
        ([2017], None),
        (float("inf"), None),
        ("20170", None),
        (-2017, None),
    ],
)
def test_years(value: object, year: int | None) -> None:
    assert fields.year(value) == year


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (["Ada Lovelace", " ", None, 7.5, {"name": "Charles  Babbage"}], ["Ada Lovelace", "7.5", "Charles Babbage"]),
        ("Ada Lovelace;Charles Babbage; ", ["Ada Lovelace", "Charles Babbage"]),
        ("Ada Lovelace, Charles Babbage", ["Ada Lovelace", "Charles Babbage"]),
        ("Ada Lovelace, Charles Babbage, and Mary Somerville", ["Ada Lovelace", "Charles Babbage", "Mary Somerville"]),
        ("Lovelace, Ada", ["Ada Lovelace"]),
        ("Lovelace, Ada; Babbage, Charles", ["Ada Lovelace", "Charles Babbage"]),
        (["Sammy Davis, Jr.", "Example, Inc."], ["Sammy Davis, Jr.", "Example, Inc."]),
        (None, []),
        (42, []),
        ({"name": "Ada"}, []),
    ],
)
def test_names(value: object, names: list[str]) -> None:
    assert fields.names(value) == names


def test_keywords() -> None:
    assert fields.keywords("sorting; Order;sorting ;; ") == ["sorting", "Order"]
    assert fields.keywords("sorting, Order") == ["sorting", "Order"]
    assert fields.keywords(["Sorting", "sorting", 3, None]) == ["Sorting", "3"]


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org/a. ", "http://example.org/a"),
        ("github.com/a/b", "https://github.com/a/b"),
        ("https://example.org/Ä", "https://example.org/Ä"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://localhost", None),
        ("http://[bad", None),
        ("https://example.org/a b", None),
        ("https://example.org/\u202e", None),
        ("https://example.org/" + "x" * 3000, None),
        ("not a link", None),
        (None, None),
    ],
)
def test_addresses(value: object, url: str | None) -> None:
    assert fields.http_url(value) == url
