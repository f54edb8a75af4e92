"""JSON is read entry by entry, and a broken one costs no neighbour."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.json_entries import Broken, Entry, entries

values = st.recursive(
    st.none() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def read(text: str | bytes) -> list[Entry | Broken]:
    return list(entries(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def outline(text: str | bytes) -> list[object]:
    """The values of entries, and for broken ones their lines as text."""
    return [f"line {entry.line}" if isinstance(entry, Broken) else entry.value for entry in read(text)]


@given(st.lists(values, max_size=4), st.sampled_from([None, 0, 4]), st.booleans())
def test_every_list_comes_out_as_json_loads_has_it(elements: list[object], indent: int | None, plain: bool) -> None:
    text = json.dumps(elements, indent=indent, ensure_ascii=plain)
    assert [entry.value for entry in read(text) if isinstance(entry, Entry)] == json.loads(text)


@given(st.dictionaries(st.text(max_size=4), values, max_size=4), st.sampled_from([None, 2]))
def test_every_object_comes_out_with_the_elements_of_its_lists(members: dict[str, object], indent: int | None) -> None:
    found: dict[str | None, object] = {}
    lists: dict[str | None, list[object]] = {}
    for entry in read(json.dumps(members, indent=indent)):
        assert isinstance(entry, Entry)
        if entry.listed:
            lists.setdefault(entry.key, []).append(entry.value)
        else:
            found[entry.key] = entry.value
    assert {**found, **lists} == {key: value for key, value in members.items() if value != []}


@given(st.binary() | st.text(st.sampled_from('[]{}:,"\\ \n1eE.+-truefalsn')).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    for entry in read(data):
        assert entry.line >= 1


@given(st.lists(st.dictionaries(st.text(max_size=4), values, max_size=2), min_size=1, max_size=3), st.data())
def test_what_is_cut_off_keeps_what_stands_before(elements: list[dict[str, object]], data: st.DataObject) -> None:
    text = json.dumps(elements)
    cut = data.draw(st.integers(1, len(text) - 1))
    found = read(text[:cut])
    whole = [entry.value for entry in found if isinstance(entry, Entry)]
    assert whole == elements[: len(whole)]
    assert isinstance(found[-1], Broken)


def test_lines_are_counted() -> None:
    found = read('[\n1,\n\n{"a":\n2}, 3]')
    assert [entry.line for entry in found] == [2, 4, 5]


@pytest.mark.parametrize(
    "broken",
    [
        '{"title": "b", "x": ' + "[" * 200_000 + "]" * 200_000 + "}",
        '{"title": "b" "year": 2}',
        '{"title": tru}',
        "{title: 1}",
        '{"title": "b",,}',
    ],
)
def test_neighbours_of_a_broken_entry_on_the_same_line_are_kept(broken: str) -> None:
    assert outline(f'[{{"title": "a"}}, {broken}, {{"title": "c"}}]') == [{"title": "a"}, "line 1", {"title": "c"}]


@pytest.mark.parametrize(
    "broken", ['{"title": "b}', '{"title": "b"', '{"title": {"b": [}', '{"title": "b\\"}', '{"a": [{"b": "c}]}']
)
@pytest.mark.parametrize("indent", ["", "    "])
def test_an_entry_without_an_end_costs_only_its_line(broken: str, indent: str) -> None:
    text = f'[\n{indent}{{"title": "a"}},\n{indent}{broken},\n{indent}{{"title": "c"}}\n]'
    assert outline(text) == [{"title": "a"}, "line 3", {"title": "c"}]


def test_an_indented_entry_without_an_end_costs_only_itself() -> None:
    text = '[\n  {\n    "title": "a"\n  },\n  {\n    "title": "b\n  },\n  {\n    "title": "c"\n  }\n]'
    assert outline(text) == [{"title": "a"}, "line 5", {"title": "c"}]


def test_what_json_does_not_allow_but_can_be_understood() -> None:
    assert outline('\ufeff[{"a": "x\ty\nz"} {"b": "\\ud800"}, NaN]')[:2] == [{"a": "x\ty\nz"}, {"b": "\ud800"}]
    assert outline(b'[{"a": "\xff"}]') == [{"a": "\ufffd"}]
    assert outline('[{"year": ' + "9" * 5000 + "}]") == [{"year": None}]
    assert outline('[1, foo, "s"]') == [1, "line 1", "s"]


def test_reasons_are_sentences() -> None:
    def why(text: str) -> list[str]:
        return [entry.why for entry in read(text) if isinstance(entry, Broken)]

    assert why('[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]") == ["It is nested too deeply."]
    assert why('[{"a" 1}]') == ["It is no JSON (expecting ':' delimiter)."]
    assert why('[{"a": "b') == ["It is cut off: the text ends in the middle of it."]
    assert why("[1") == ["The JSON text ends early."]
    assert why("[1] [2]") == ["There is something after the end of the JSON text."]
    assert why('{"a" 1}') == ["Here the JSON text breaks; what follows was not read."]
    [unclear] = why('[{"a" "' + "x" * 5_000_000)
    assert unclear.endswith("Where it ends is not clear, so what follows was not read.")


def test_an_entry_may_be_long() -> None:
    long = "x" * 5_000_000
    assert outline(json.dumps([{"a": 1}, {"a": long}, {"a": 2}])) == [{"a": 1}, {"a": long}, {"a": 2}]


def test_an_object_that_ends_after_a_colon_is_cut_off() -> None:
    assert outline('{"a": 1, "b":') == [1, "line 1"]


def test_members_of_an_object_within_are_given_as_its_own() -> None:
    text = '{"status": "ok", "message": {"total": 2, "items": [1, {"message": {}}]}, "more": 3}'
    within = entries(io.BytesIO(text.encode()), "message")
    found = [(one.key, one.value, one.listed) for one in within if isinstance(one, Entry)]
    assert found == [
        ("status", "ok", False), ("total", 2, False), ("items", 1, True), ("items", {"message": {}}, True),
        ("more", 3, False),
    ]  # fmt: skip
