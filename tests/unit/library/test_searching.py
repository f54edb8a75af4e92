"""Saved searches: named, renamed in what names them, changed, ordered, deleted; and when their numbers change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.library import saved
from readerapp.library.connect import Library, Writer
from readerapp.library.language import (
    MAX_LENGTH,
    And,
    Expression,
    Not,
    Or,
    Saved,
    parse,
    quoted,
    renamed,
    saved_key,
)
from readerapp.library.live import rests_on, touches
from readerapp.library.search import count, ids
from readerapp.operations import filing, reading, searching, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Record, SavedSearchRecord, Status
from tests.conftest import reading as read_from
from tests.conftest import sample


def names(writer: Writer) -> list[str]:
    return [one.name for one in saved.searches(writer.connection)]


def query(writer: Writer, name: str) -> str:
    return saved.named(writer.connection, name).query


def test_a_search_is_saved_below_the_others_and_undone(filled: Writer) -> None:
    searching.save(filled, "  To   cite ", " question ", "star")
    changes = searching.save(filled, "Later", "is:unread")
    assert changes is not None
    assert changes.title == "Save the search “Later”"
    assert changes.tables == {"saved_search"}
    assert saved.searches(filled.connection) == [
        SavedSearchRecord("To cite", "question", "star"),
        SavedSearchRecord("Later", "is:unread"),
    ]
    filled.undo()
    assert names(filled) == ["To cite"]


@pytest.mark.parametrize(
    ("name", "asked", "why"),
    [
        ("", "x", "needs a name"),
        (" \t", "x", "needs a name"),
        ("n" * 101, "x", "101 characters"),
        ("TAKEN", "x", "There is a saved search “TAKEN” already"),
        ("new", " ", "nothing to search for"),
        ("new", "x" * 10_001, "10,000 characters"),
        ("new", "saved:new", "would search for itself"),
        ("new", "-(is:read OR saved:NEW)", "would search for itself"),
        ("round", "saved:about", "would search for itself"),
    ],
)
def test_what_cannot_be_saved_is_refused_and_nothing_written(filled: Writer, name: str, asked: str, why: str) -> None:
    searching.save(filled, "taken", "question")
    searching.save(filled, "about", "saved:round")
    with pytest.raises(Refused, match=why):
        searching.save(filled, name, asked)
    assert names(filled) == ["taken", "about"]


def test_what_does_not_parse_is_kept_as_it_was_typed(filled: Writer) -> None:
    searching.save(filled, "odd", 'title:"first question')
    assert query(filled, "odd") == 'title:"first question'
    assert count(filled.connection, parse("saved:odd")) > 0


def test_a_rename_reaches_what_names_it_in_one_step(filled: Writer) -> None:
    searching.save(filled, "to cite", "question")
    searching.save(filled, "unread", '-saved:"To Cite" is:unread')
    searching.save(filled, "apart", 'title:"saved:to cite" cite')
    found = list(ids(filled.connection, parse("saved:unread")))
    changes = searching.rename(filled, "TO CITE", 'cite "this"')
    assert changes is not None
    assert names(filled) == ['cite "this"', "unread", "apart"]
    assert query(filled, "unread") == '-saved:"cite ""this""" is:unread'
    assert query(filled, "apart") == 'title:"saved:to cite" cite'
    assert list(ids(filled.connection, parse("saved:unread"))) == found
    filled.undo()
    assert query(filled, "unread") == '-saved:"To Cite" is:unread'
    assert names(filled)[0] == "to cite"


def test_a_rename_to_other_capitals_is_one(filled: Writer) -> None:
    searching.save(filled, "to cite", "question")
    searching.rename(filled, "to cite", "To cite")
    assert names(filled) == ["To cite"]
    with pytest.raises(Refused, match="no saved search “gone” any more"):
        searching.rename(filled, "gone", "here")


def test_a_rename_that_would_make_a_circle_is_refused(filled: Writer) -> None:
    searching.save(filled, "a", "saved:b")
    with pytest.raises(Refused, match="search for itself"):
        searching.rename(filled, "a", "b")
    with pytest.raises(Refused, match="search for itself"):
        searching.change_query(filled, "a", "x saved:a")
    assert searching.change_query(filled, "a", "saved:b") is None


def test_a_rename_that_would_make_a_query_too_long_is_refused(filled: Writer) -> None:
    searching.save(filled, "a", "tag:thesis")
    # What is beyond the length a query can have would be left out.
    many = " ".join(["saved:a"] * (MAX_LENGTH // 8 - 3)) + " is:read"
    searching.save(filled, "b", many)
    with pytest.raises(Refused, match="the query of “b” would have"):
        searching.rename(filled, "a", "a longer name")
    assert [(one.name, one.query) for one in saved.searches(filled.connection)] == [("a", "tag:thesis"), ("b", many)]


def test_searches_that_all_name_one_another_come_to_an_end(filled: Writer) -> None:
    # As a file may bring them. Each followed wherever it is named would be 12 to the power of 8.
    all_of_them = " OR ".join(f"saved:s{n}" for n in range(12))
    bring_in(filled, read_from(*[SavedSearchRecord(f"s{n}", all_of_them) for n in range(12)]))  # type: ignore[arg-type]
    queries = {one.name: one.query for one in saved.searches(filled.connection)}
    assert rests_on(parse("saved:s0").expression, queries) == {"saved_search"}
    assert count(filled.connection, parse("saved:s0")) == 0
    assert len(ids(filled.connection, parse("saved:s0 OR tag:agents"))) == count(filled.connection, parse("tag:agents"))


def test_they_are_ordered_and_deleted(filled: Writer) -> None:
    for name in "abcd":
        searching.save(filled, name, "question")
    searching.change_query(filled, "d", "saved:a saved:b")
    searching.move(filled, "d", -2)
    assert names(filled) == ["a", "d", "b", "c"]
    searching.move(filled, "a", 99)
    assert names(filled) == ["d", "b", "c", "a"]
    assert searching.move(filled, "a", 1) is None
    searching.set_icon(filled, "b", "star")
    assert saved.named(filled.connection, "b").icon == "star"
    changes = searching.delete(filled, "A")
    assert changes is not None
    assert changes.title == "Delete the saved search “a”, which “d” searched in"
    assert names(filled) == ["d", "b", "c"]
    filled.undo()
    assert names(filled) == ["d", "b", "c", "a"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("saved:to", "There is no saved search “to”. There is “to cite” and “not to cite”."),
        ("x OR -saved:weekl", "There is no saved search “weekl”. There is “weekly”."),
        ("saved:weekly", "There is no saved search “gone”, which “weekly” names. There is “to cite”,"),
    ],
)
def test_an_unknown_name_is_told_with_those_near_it(filled: Writer, asked: str, said: str) -> None:
    for name, text in (("to cite", "x"), ("not to cite", "y"), ("weekly", "saved:gone")):
        searching.save(filled, name, text)
    with pytest.raises(Refused) as refused:
        saved.check_names(filled.connection, parse(asked))
    assert str(refused.value).startswith(said)
    saved.check_names(filled.connection, parse('saved:"TO CITE" saved'))


def test_without_saved_searches_an_unknown_name_is_told_too(filled: Writer) -> None:
    with pytest.raises(Refused, match="There are no saved searches yet"):
        saved.check_names(filled.connection, parse("saved:x"))


pieces = st.sampled_from(
    ["saved:old", 'saved:"old"', "saved:OLD", "-saved:old", "saved:“old”", "saved:older", "old", "(", ")", "OR", '"',
     "x", "title:saved:old", 'saved:"old" "', "saved:old)", "saved:", "*", "-", "saved:'old'", 'a"b', "“", "is:read"]
)  # fmt: skip


def _replaced(expression: Expression, to: str) -> Expression:
    match expression:
        case And(parts):
            return And(tuple(_replaced(part, to) for part in parts))
        case Or(parts):
            return Or(tuple(_replaced(part, to) for part in parts))
        case Not(part):
            return Not(_replaced(part, to))
        case Saved(name) if saved_key(name) == "old":
            return Saved(to)
        case _:
            return expression


def _flat(expression: Expression) -> Expression:
    """Nothing twice, as the parser leaves it: two names may have become one."""
    match expression:
        case And(parts) | Or(parts):
            flat = tuple(dict.fromkeys(map(_flat, parts)))
            return flat[0] if len(flat) == 1 else type(expression)(flat)
        case Not(part):
            return Not(_flat(part))
        case _:
            return expression


@settings(max_examples=500)
@example(text="saved:“old”)", to="new")
@given(
    text=st.lists(st.tuples(pieces, st.sampled_from(["", " "]))).map(lambda parts: "".join(map("".join, parts))),
    to=st.sampled_from(["new", "a b", 'q"q', "OR", "none", "new)", "ü", "-x"]),
)
def test_renaming_in_a_query_changes_that_name_alone(text: str, to: str) -> None:
    # Without the quote, which means nothing where it is not closed, these would mean more.
    assume(not re.search('["“][-()*"“]', text))
    before, after = parse(text), parse(renamed(text, "old", to))
    assert _flat(after.expression) == _flat(_replaced(before.expression, to))
    assert renamed(text, "nobody", to) == text


# Every kind of query, and verbs that may change what they find.
_QUERIES = (
    "question", "mine", "note:mine", "title:first", "author:ada", "venue:journal", "keyword:learning",
    "abstract:algebra",
    "tag:thesis", "tag:none", "is:unread", "is:read", "is:starred", "is:queued", "is:trashed", "has:note",
    "has:highlight", "has:code", "has:pdf", "has:doi", "has:abstract", "has:takeaway", "year:2003", "rating:>=3",
    "added:7d", "changed:today", "published:2020", "read:30d", "doi:10.1/0.0", "arxiv:2401.00003", "source:test",
    "id:7", "-is:read", "question OR tag:agents", "saved:inner", "-saved:inner has:note", "",
)  # fmt: skip
_papers = st.lists(st.integers(1, 30), min_size=1, max_size=6, unique=True)
_tags = st.lists(st.sampled_from(["thesis", "agents", "new"]), max_size=1)
_acts: st.SearchStrategy[Callable[[Writer], Changes | None]] = st.one_of(
    st.builds(lambda i, s: lambda w: reading.set_status(w, i, s), _papers, st.sampled_from(Status)),
    st.builds(lambda i, on: lambda w: reading.set_starred(w, i, on), _papers, st.booleans()),
    st.builds(lambda i, n: lambda w: reading.set_rating(w, i, n), _papers, st.sampled_from([None, 2, 4])),
    st.builds(
        lambda i, t: lambda w: reading.set_takeaway(w, i, t), st.integers(1, 30), st.sampled_from(["", "mine question"])
    ),
    st.builds(lambda i, t: lambda w: reading.set_note(w, i, t), st.integers(1, 30), st.sampled_from(["", "mine", "x"])),
    st.builds(lambda i, a, r: lambda w: filing.tag(w, i, a, r), _papers, _tags, _tags),
    st.builds(lambda: lambda w: tagging.delete_tag(w, "thesis")),
    st.builds(lambda i: lambda w: filing.enqueue(w, i), _papers),
    st.builds(lambda i: lambda w: filing.dequeue(w, i), _papers),
    st.builds(lambda i: lambda w: filing.trash(w, i), _papers),
    st.builds(lambda i: lambda w: filing.restore(w, i), _papers),
    st.builds(lambda i: lambda w: filing.delete(w, i), _papers),
    st.builds(lambda q: lambda w: searching.change_query(w, "inner", q), st.sampled_from(["is:read", "tag:agents"])),
    st.builds(lambda: lambda w: w.undo()),
    st.builds(lambda: lambda w: w.redo()),
    st.builds(
        lambda n: (
            lambda w: bring_in(
                w,
                read_from(
                    Record(
                        title=f"Brought {n}",
                        note="mine",
                        highlights=[HighlightRecord("q")],
                        status=Status.READ,
                        queue=1,
                    )
                ),
            )[0]
        ),
        st.integers(0, 1),
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(_acts, min_size=1, max_size=8))
def test_a_number_that_changes_is_one_that_is_counted_again(acts: list[Callable[[Writer], Changes | None]]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(*sample(30)))
        searching.save(writer, "inner", "is:starred")
        found = [list(ids(writer.connection, parse(text))) for text in _QUERIES]
        for act in acts:
            try:
                changes = act(writer)
            except Refused:  # what it is about has been deleted
                changes = None
            by_key = {saved_key(one.name): one.query for one in saved.searches(writer.connection)}
            for n, text in enumerate(_QUERIES):
                now = list(ids(writer.connection, parse(text)))
                if sorted(now) != sorted(found[n]):
                    assert changes is not None
                    assert touches(changes, rests_on(parse(text).expression, by_key)), (text, changes)
                found[n] = now
        writer.close()
        library.close()


def test_what_nothing_rests_on_is_not_counted_again(filled: Writer) -> None:
    def counted_again(changes: Changes | None) -> set[str]:
        assert changes is not None
        return {
            text for text in _QUERIES if touches(changes, rests_on(parse(text).expression, {"inner": "is:starred"}))
        }

    starred = counted_again(reading.set_starred(filled, [1, 2], True))
    assert starred == {"is:starred", "changed:today", "saved:inner", "-saved:inner has:note"}
    assert counted_again(filing.tag(filled, [3], ["thesis"])) == {"tag:thesis", "tag:none", "question OR tag:agents"}
    assert counted_again(filing.trash(filled, [3])) == set(_QUERIES)
    assert counted_again(filing.enqueue(filled, [4])) == {"is:queued"}


def test_a_name_as_it_is_written_in_a_query_is_read_as_itself() -> None:
    for name in ("to cite", 'x"y', "none", "OR", "ü/ü", "(a)"):
        assert parse(f"saved:{quoted(name)}").expression == Saved(name)
