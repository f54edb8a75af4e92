"""Files kept current while others write in them: nothing foreign is lost, and no line changes that need not."""

from __future__ import annotations

import difflib
import json
import string
from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats.living import Bib, Json, Syntax, Update, keys_in, update

BIB, JSON = Bib(), Json()


def entry(key: str, kind: str = "article", **fields: str) -> str:
    fields = {"title": f"Title of {key}", **fields}
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def entries(*keys: str, **fields: str) -> dict[str, str]:
    return {key: entry(key, **fields) for key in keys}


def fresh(ours: Mapping[str, str], syntax: Syntax = BIB) -> str:
    return update("", ours, {}, syntax, new=True).text


def changed_lines(before: str, after: str) -> list[str]:
    found = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in found if line[:1] in "+-" and line[:3] not in ("+++", "---")]


# BibTeX


def test_a_new_file_is_in_the_order_of_its_keys() -> None:
    ours = entries("b", "A", "c")
    assert fresh(ours) == f"{ours['A']}\n\n{ours['b']}\n\n{ours['c']}\n"
    assert list(keys_in(fresh(ours), BIB)) == ["A", "b", "c"]


def test_nothing_to_do_changes_nothing() -> None:
    ours = entries("a", "b")
    text = fresh(ours)
    assert update(text, ours, ours, BIB) == Update(text)


def test_a_new_entry_is_the_only_change() -> None:
    before = entries("a", "c")
    after = {**before, **entries("b")}
    text = fresh(before)
    assert sorted(changed_lines(text, update(text, after, before, BIB).text)) == sorted(
        f"+{line}" for line in [*entry("b").split("\n"), ""]
    )


def test_an_entry_that_goes_is_the_only_change() -> None:
    before = entries("a", "b", "c")
    after = entries("a", "c")
    text = fresh(before)
    assert update(text, after, before, BIB).text == fresh(after)
    assert update(text, entries("b", "c"), before, BIB).text == fresh(entries("b", "c"))
    assert update(text, entries("a", "b"), before, BIB).text == fresh(entries("a", "b"))
    assert update(text, {}, before, BIB).text.strip() == ""


FOREIGN = """% Encoding: UTF-8
@string{icml = {Proceedings of ICML}}

Some words between, with a stray @ and a { brace.

@book(knuth, title = "The {TeX}book", year = 1984)

@article{broken, title = {No end

@misc{theirs,
\ttitle={Theirs},
  YEAR = 2001
}

@comment{jabref-meta: databaseType:bibtex;}
"""


def test_what_is_not_ours_stays() -> None:
    first = update(FOREIGN, entries("b", "z"), {}, BIB).text
    assert first.startswith(FOREIGN.rstrip("\n").partition("\n\n@comment")[0])
    for piece in FOREIGN.split("\n\n"):
        assert piece.strip() in first
    second = update(first, entries("a", "z", year="2020"), entries("b", "z"), BIB).text
    for piece in FOREIGN.split("\n\n"):
        assert piece.strip() in second
    assert list(keys_in(second, BIB)) == ["knuth", "theirs", "a", "z"]
    assert update(second, {}, entries("a", "z", year="2020"), BIB).text.split() == FOREIGN.split()


def test_a_field_somebody_added_stays_when_another_changes() -> None:
    before, after = entries("a", year="2019"), entries("a", year="2020")
    text = fresh(before).replace("year = {2019},", "year = {2019},\n  annote = {mine},")
    found = update(text, after, before, BIB)
    assert found == Update(text.replace("2019", "2020"))


def test_an_entry_somebody_formatted_anew_is_the_same() -> None:
    before, after = entries("a", year="2019", doi="10.1/x"), entries("a", year="2020", note="new")
    text = '@Article {a ,\n\tTitle="Title of a", YEAR=2019,\n    doi   = "10.1/x"}\n'
    found = update(text, after, before, BIB)
    assert found.text == '@Article {a ,\n\tTitle="Title of a", YEAR={2020},\n  note = {new},\n}\n' or (
        "YEAR={2020}" in found.text and "note = {new}" in found.text and "doi" not in found.text
    )
    assert found.conflicts == ()
    assert update(found.text, after, after, BIB).text == found.text


def test_a_field_that_both_changed_stays_as_it_is_in_the_file_and_is_named() -> None:
    before, after = entries("a", year="2019", volume="1"), entries("a", year="2020", volume="2")
    text = fresh(before).replace("2019", "2021")
    found = update(text, after, before, BIB)
    assert found.conflicts == ("a",)
    assert "2021" in found.text
    assert "volume = {2}" in found.text
    # Told once; then it is how the file is.
    assert update(found.text, after, after, BIB) == Update(found.text)


def test_the_type_of_an_entry() -> None:
    before, after = {"a": entry("a", "misc", year="1")}, {"a": entry("a", "article", year="1")}
    touched = fresh(before).replace("  year", "  note = {x},\n  year")
    assert update(touched, after, before, BIB).text.startswith("@article{a,")
    other = touched.replace("@misc", "@book")
    assert update(other, after, before, BIB) == Update(other, conflicts=("a",))


def test_an_entry_somebody_removed_comes_back_and_is_named() -> None:
    before = entries("a", "b")
    found = update(fresh(entries("a")), before, before, BIB)
    assert found == Update(fresh(before), returned=("b",))
    # A file that is gone was not emptied by anybody.
    assert update("", before, before, BIB, new=True) == Update(fresh(before))


def test_an_entry_that_is_no_longer_ours_stays_if_somebody_changed_it() -> None:
    before = entries("a", "b")
    text = fresh(before).replace("Title of b", "Title of B")
    assert update(text, entries("a"), before, BIB) == Update(text, left=("b",))


def test_a_key_that_another_paper_has_in_the_file() -> None:
    text = "@article{a,\n  title = {Quite another},\n}\n"
    assert update(text, entries("a"), {}, BIB) == Update(text, taken=("a",))


def test_an_entry_of_the_same_paper_that_was_there_is_taken_over_as_it_is() -> None:
    text = "@article{A,\n  title = {{Title} of a},\n  pages = {1--2},\n}\n"
    first = entries("a", year="2019")
    assert update(text, first, {}, BIB) == Update(text)
    after = update(text, entries("a", year="2020"), first, BIB)
    assert after.conflicts == ("a",)
    later = update(text, entries("a", year="2019", doi="10.1/x"), first, BIB)
    assert later.text == text.replace("{1--2},\n", "{1--2},\n  doi = {10.1/x},\n")


def test_two_entries_with_one_key() -> None:
    before, after = entries("a", year="1"), entries("a", year="2")
    text = f"{fresh(before)}\n{fresh(before)}"
    assert update(text, after, before, BIB).text == f"{fresh(after)}\n{fresh(before)}"


def test_line_ends_stay_as_they_are() -> None:
    before, after = entries("a"), {**entries("a", year="1"), **entries("b")}
    text = fresh(before).replace("\n", "\r\n")
    found = update(text, after, before, BIB).text
    assert found.count("\r\n") == found.count("\n") > text.count("\n")


def test_text_that_looks_like_an_entry_within_a_value() -> None:
    before = {"a": entry("a", abstract="It begins\n@article{x, title = {y}}\nand ends")}
    text = fresh(before)
    assert list(keys_in(text, BIB)) == ["a"]
    after = {"a": entry("a", abstract="Now\n@article{x, title = {y}}\nand ends")}
    assert update(text, after, before, BIB).text == fresh(after)


# CSL-JSON


def item(key: str, **fields: object) -> str:
    return json.dumps({"id": key, "type": "book", "title": f"Title of {key}", **fields}, ensure_ascii=False)


def items(*keys: str, **fields: object) -> dict[str, str]:
    return {key: item(key, **fields) for key in keys}


def test_a_new_list() -> None:
    assert fresh(items("b", "a"), JSON) == f"[\n{item('a')},\n{item('b')}\n]\n"
    assert update("[]", items("a"), {}, JSON).text == f"[\n{item('a')}\n]"


def test_items_come_change_and_go() -> None:
    before = items("a", "b", "c")
    text = fresh(before, JSON)
    for after in (items("a", "c"), items("b", "c"), items("a", "b"), items("a", "b", "bb", "c"), items("A0", "c", n=1)):
        assert update(text, after, before, JSON).text == fresh(after, JSON)
    assert json.loads(update(text, {}, before, JSON).text) == []


def test_foreign_items_and_fields_stay() -> None:
    foreign = '[ {"id": "x", "n": 1.50},\n  {"title": "no id"}, 7 ]'
    first = update(foreign, items("a", year=1), {}, JSON).text
    assert first == f'[ {{"id": "x", "n": 1.50}},\n  {{"title": "no id"}}, 7,\n{item("a", year=1)} ]'
    touched = first.replace('"year": 1', '"year": 1, "keep": true')
    second = update(touched, items("a", year=2), items("a", year=1), JSON)
    assert second.text == touched.replace('"year": 1', '"year": 2')
    assert update(second.text, items("a", year=3), items("a", year=1), JSON).conflicts == ("a",)


@pytest.mark.parametrize("text", ["{", "{}", "[1,]", "[1 2]", "[1] 2", "nothing", "[" * 100_000, '["\ud800"', "[1"])
def test_a_file_that_is_no_list_is_not_written(text: str) -> None:
    with pytest.raises(Refused, match="no list of CSL-JSON"):
        update(text, items("a"), {}, JSON)


# Any edits, by us and by others

KEYS = ("a", "b", "c", "dd", "E", "f")
VALUES = st.text(string.ascii_letters + string.digits + " ,=@#\"'%\nü–", max_size=12).map(
    lambda text: text.replace("\n@", "\n ").strip()
)
OURS = st.dictionaries(
    st.sampled_from(KEYS), st.dictionaries(st.sampled_from(["year", "volume", "note"]), VALUES, max_size=3), max_size=6
)
FOREIGN_PIECES = st.lists(
    st.sampled_from([
        "% a comment", "@string{x = {y}}", "words {in braces} between", "@book{foreign1, title = {One}}",
        '@misc(foreign2, title = "Two {x}", year = 1999)', "@comment{jabref-meta: x}", "@article{broken3, title = {",
        "@preamble{\"\\newcommand{\\x}{}\"}", "an @ddress", "}",
    ]),
    max_size=3, unique=True,
)  # fmt: skip


def bodies(wanted: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {key: entry(key, **fields) for key, fields in wanted.items()}


@settings(deadline=None, max_examples=300)
@given(st.lists(OURS, min_size=1, max_size=4), FOREIGN_PIECES, FOREIGN_PIECES, st.integers(0, 5))
@example([{"a": {}}, {}], ["@article{broken3, title = {"], ["}"], 0)
def test_whatever_comes_and_goes_nothing_foreign_is_lost(
    states: list[dict[str, dict[str, str]]], above: list[str], below: list[str], place: int
) -> None:
    """Our entries change from state to state, while others put theirs around them."""
    text = "\n\n".join(above)
    before: dict[str, str] = {}
    for number, state in enumerate(states):
        ours = bodies(state)
        found = update(text, ours, before, BIB)
        for piece in above if number == 0 else (*above, *below):
            assert piece in found.text
        for key, body in ours.items():
            assert body in found.text
            assert list(keys_in(found.text, BIB)).count(key) == 1
        for key in before.keys() - ours.keys():
            assert key not in list(keys_in(found.text, BIB))
        assert (found.conflicts, found.taken, found.returned, found.left) == ((), (), (), ())
        # Again is nothing.
        assert update(found.text, ours, ours, BIB) == Update(found.text)
        # What stays is not touched.
        lines = changed_lines(text, found.text)
        touched = [key for key in {*ours, *before} if ours.get(key) != before.get(key)]
        size = sum((ours.get(key, "") + before.get(key, "")).count("\n") + 3 for key in touched)
        assert len(lines) <= size + (2 if touched else 0)
        text, before = found.text, ours
        if number == 0 and below:
            # Others write between two entries.
            parts = text.split("\n\n")
            at = place % (len(parts) + 1)
            joined = "\n\n".join(below)
            if all(key in list(keys_in("\n\n".join([*parts[:at], joined, *parts[at:]]), BIB)) for key in ours):
                text = "\n\n".join([*parts[:at], joined, *parts[at:]])
            else:
                text = f"{text.rstrip()}\n\n{joined}\n"


@settings(deadline=None, max_examples=300)
@given(
    st.dictionaries(st.sampled_from(["year", "volume", "note", "doi"]), VALUES, max_size=4),
    st.dictionaries(st.sampled_from(["year", "volume", "note", "doi"]), VALUES, max_size=4),
    st.dictionaries(st.sampled_from(["year", "volume", "note", "doi", "theirs"]), VALUES, max_size=5),
)
def test_fields_are_merged(was: dict[str, str], now: dict[str, str], theirs: dict[str, str]) -> None:
    """Each field is ours where only we changed it, theirs where they did, and none is lost."""

    def squeezed(fields: dict[str, str]) -> dict[str, str]:
        return {name: " ".join(value.split()) for name, value in fields.items()}

    found = update(entry("a", **theirs) + "\n", {"a": entry("a", **now)}, {"a": entry("a", **was)}, BIB)
    was, now, theirs = squeezed(was), squeezed(now), squeezed(theirs)
    expected: dict[str, str | None] = {}
    conflict = False
    for name in {*was, *now, *theirs}:
        if now.get(name) == was.get(name):
            expected[name] = theirs.get(name)
        elif theirs.get(name) in (was.get(name), now.get(name)):
            expected[name] = now.get(name)
        else:
            expected[name], conflict = theirs.get(name), True
    values = {name: value for name, value in expected.items() if value is not None}
    # Read back as the same fields, wherever they stand.
    same = update(found.text, {"a": entry("a", **values, extra="1")}, {"a": entry("a", **values)}, BIB)
    assert same.conflicts == ()
    assert bool(found.conflicts) == conflict
    for name, value in expected.items():
        assert (f"{name} = " in found.text) == (value is not None)


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(KEYS), st.integers(0, 3), max_size=6), min_size=1, max_size=4),
    st.lists(st.sampled_from(['{"id": "foreign", "x": 1e3}', "null", '"text, ] here"', "[1, [2]]"]), max_size=3),
)
def test_items_of_others_stay(states: list[dict[str, int]], foreign: list[str]) -> None:
    text = f"[{', '.join(foreign)}]" if foreign else ""
    before: dict[str, str] = {}
    for state in states:
        ours = {key: item(key, n=number) for key, number in state.items()}
        found = update(text, ours, before, JSON)
        for piece in foreign:
            assert piece in found.text
        listed = json.loads(found.text or "[]")
        assert {one["id"]: one["n"] for one in listed if isinstance(one, dict) and "n" in one} == state
        assert len(listed) == len(foreign) + len(state)
        assert update(found.text, ours, ours, JSON) == Update(found.text)
        text, before = found.text, ours


@given(st.text(max_size=300))
@example("@a{b,")
@example("@a{b,}" * 3)
@example("@a(b,{)")
def test_any_file_stays_whole(text: str) -> None:
    found = update(text, entries("ours"), {}, BIB)
    assert found.taken or entry("ours") in found.text.replace("\r\n", "\n")
    kept = found.text.replace(entry("ours"), "").replace("\r\n", "\n")
    assert "".join(kept.split()) == "".join(text.replace(entry("ours"), "").split())
