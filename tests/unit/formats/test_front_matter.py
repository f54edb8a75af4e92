"""YAML front matter that every program reads alike, and that can do no harm when it is read."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats import front_matter
from readerapp.formats.front_matter import Malformed, Value, as_read, read, write

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "yes",
        "No",
        "null",
        "1705.08741",
        "2020-01-02",
        "a: b",
        "a #b",
        "- x",
        "~",
        "'",
        '"',
        "x: ",
        " x",
        "y\n",
        "é",
        "&a",
    ]
)
values: st.SearchStrategy[Value] = st.one_of(
    texts, st.lists(texts, max_size=4), st.integers(-(10**6), 10**6), st.booleans(), st.none(), st.dates()
)
fields = st.dictionaries(st.sampled_from(["title", "authors", "year", "rating", "tags", "added", "id"]), values)


@given(given_fields=fields)
def test_what_is_written_means_the_same_to_a_reader_of_yaml(given_fields: dict[str, Value]) -> None:
    loaded = yaml.safe_load(write(given_fields)) or {}
    assert loaded == {key: None if value == "" else value for key, value in given_fields.items()}


@given(given_fields=fields)
def test_what_is_written_is_read_back(given_fields: dict[str, Value]) -> None:
    written = write(given_fields)
    found = read(written)
    assert {key: entry.value for key, entry in found.items()} == {
        key: as_read(value) for key, value in given_fields.items()
    }
    assert "".join(entry.lines for entry in found.values()) == written


def test_lists_stand_in_block_style_as_obsidian_writes_them() -> None:
    assert write({"tags": ["a/b", "yes"], "rating": None, "added": date(2026, 1, 2), "doi": "10.1/x: y"}) == (
        'tags:\n  - a/b\n  - "yes"\nrating:\nadded: 2026-01-02\ndoi: "10.1/x: y"\n'
    )


def test_lines_of_others_are_kept_as_they_stand() -> None:
    text = "# mine\ncssclass: [wide,\n  dark]\nmap:\n  a: 1\n  # deeper\n  b: &x 2\nuses: *x\nlong: |\n  one\n\n  two\n"
    found = read(text)
    assert "".join(entry.lines for entry in found.values()) == text
    assert [entry.value for entry in found.values()] == [["wide", "dark"], None, None, "one\n\ntwo\n"]
    assert found["cssclass"].lines.startswith("# mine\n")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: [", "no YAML"), ("a: 'x", "no YAML"), ("- a", "no keys"), ("only text", "no keys"),
        ("a: 1\na: 2", "“a” twice"), ("{a: 1, b: 2}", "one line"), ("? [a]\n: b", "no text"), ("? *a\n: b", "no "),
        ("a: " + "[" * 50, "too deeply"), ("a: " + "[" * 200_000, "no YAML|too deeply"),
        ("a: \x00", "no YAML"), ("a: 1\n---\nb: 2", "parts"),
        ("a: " + "x" * 2_000_000, "longer"), ("\t- :", "no YAML"),
    ],
)  # fmt: skip
def test_what_is_no_front_matter_gets_a_sentence(text: str, why: str) -> None:
    with pytest.raises(Malformed, match=why) as error:
        read(text)
    assert str(error.value).endswith(".")


def test_nothing_grows_and_nothing_is_made() -> None:
    found = read(BOMB + "evil: !!python/object/apply:os.system [exit]\n<<: *a\n")
    assert found["i"].value is None
    assert found["evil"].value == ["exit"]


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = front_matter.read(text)
    except Malformed:
        return
    assert all(isinstance(key, str) for key in found)
