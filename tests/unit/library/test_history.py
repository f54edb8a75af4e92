"""Undo and redo, for every verb, to the last row."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Cancelled, Refused
from readerapp.library import check, history, trash
from readerapp.library.arrivals import Arrival
from readerapp.library.connect import Library, Writer
from readerapp.operations import (
    attaching,
    correcting,
    filing,
    folder_state,
    highlighting,
    markdown_folder,
    merging,
    reading,
    reviewing,
    searching,
    tagging,
    templating,
)
from readerapp.operations.importing import bring_in
from readerapp.records import (
    AttachedFile,
    FilePart,
    HighlightRecord,
    Identifier,
    Origin,
    Record,
    SavedSearchRecord,
    Status,
    TagRecord,
)
from tests.conftest import reading as read_from
from tests.conftest import sample

Dump = dict[str, list[tuple[Any, ...]]]


def dump(connection: sqlite3.Connection) -> Dump:
    """Every row of every table a reader could miss, and the counts kept beside them."""
    names = [table.name for table in history.tables(connection)] + ["tally", "tag_tally", "tag_above"]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def searchable(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """What the indexes find, to notice one that was left behind."""
    found: list[tuple[Any, ...]] = []
    for index, word in (("paper_fts", "question"), ("title_fts", "first"), ("words_fts", "mine")):
        found += connection.execute(f"SELECT '{index}', rowid FROM {index}('{word}') ORDER BY rowid").fetchall()
    return found


ids = st.lists(st.integers(1, 34), min_size=1, max_size=8, unique=True)
names = st.sampled_from(
    ["thesis", "thesis/related-work", "thesis/related-work/old", "Agents", "agents", "new/one", "ünï", "a, b", "x'y\"z"]
)
projects = st.sampled_from(["", "thesis", "agents"])
searches = st.sampled_from(["to cite", "To Cite", "weekly", 'x"y', "ünï"])
queries = st.sampled_from(
    ["question", "is:unread tag:thesis", 'saved:"to cite" -saved:weekly', "saved:ünï OR year:2001"]
)
meanings = st.sampled_from(["claim", "Method", "limit", "mine", "ünï", "x'y\"z"])
colours = st.sampled_from(["red", "teal", "no colour"])
attached = st.lists(
    st.builds(lambda n: AttachedFile(f"{n}.pdf", str(n) * 64, "application/pdf", 1 + n), st.integers(0, 3)), min_size=1
)
typed_texts = st.sampled_from(
    ["", "2001", "1999-12", "We ask question 3, pre-trained", "Byron, Ada\nZoë Łódź", "arXiv:2401.00003", "10.1000/182",
     "https://example.org/x", "key:2001"]
) | st.text(max_size=20)  # fmt: skip
Act = Callable[[Writer], object]
verbs: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda i, s: lambda w: reading.set_status(w, i, s), ids, st.sampled_from(Status)),
    st.builds(lambda i, on: lambda w: reading.set_starred(w, i, on), ids, st.booleans()),
    st.builds(lambda i, r: lambda w: reading.set_rating(w, i, r), ids, st.none() | st.integers(1, 5)),
    st.builds(lambda i, t: lambda w: reading.set_takeaway(w, i, t), st.integers(1, 30), st.text(max_size=20)),
    st.builds(
        lambda i, t, m: lambda w: _unless_refused(reading.set_note, w, i, t, merge=m),
        st.integers(1, 30),
        st.text(max_size=20).map(lambda text: f"mine {text}") | st.sampled_from(["", "mine\n- [ ] ask"]),
        st.sampled_from(["", "sitting"]),
    ),
    st.builds(
        lambda i, t, clash: lambda w: through_a_folder(w, i, t, clash),
        st.integers(1, 34),
        st.text(max_size=20).map(lambda text: f"mine {text}"),
        st.booleans(),
    ),
    st.builds(
        lambda i, n, v: lambda w: _unless_refused(reading.set_detail, w, i, n, v),
        st.integers(1, 34),
        st.sampled_from(["volume", "page"]),
        st.sampled_from(["", "1", "1-9"]),
    ),
    st.builds(lambda n, t: lambda w: _try(templating.set_template, w, n, t), names, st.sampled_from(["", "## Why"])),
    st.builds(lambda v: lambda w: _unless_refused(reading.put_back_note, w, v), st.integers(1, 4)),
    st.builds(lambda i, d: lambda w: _try(reading.set_task, w, i, 0, "ask", d), st.integers(1, 4), st.booleans()),
    st.builds(lambda i, a, r: lambda w: filing.tag(w, i, a, r), ids, st.lists(names), st.lists(names)),
    st.builds(lambda n, to: lambda w: _rename(w, n, to), names, names),
    st.builds(lambda n: lambda w: tagging.delete_tag(w, n), names),
    st.builds(lambda n, q: lambda w: tagging.set_quick_tag(w, n, q), names, st.none() | st.integers(1, 3)),
    st.builds(lambda n, to, k: lambda w: _try(tagging.merge_tags, w, n, to, k), names, names, st.booleans()),
    st.builds(lambda n, b: lambda w: _try(tagging.nest_tag, w, n, b), names, names | st.just("")),
    st.builds(lambda n, to, i: lambda w: _try(tagging.split_tag, w, n, to, i), names, names, ids),
    st.builds(lambda n, a: lambda w: _try(tagging.add_tag_name, w, n, a), names, names | st.just("other")),
    st.builds(lambda a: lambda w: tagging.remove_tag_name(w, a), names | st.just("other")),
    st.builds(lambda i, f: lambda w: _try(attaching.attach, w, i, f), st.integers(1, 34), attached),
    st.builds(lambda a: lambda w: _try(attaching.detach, w, a), st.integers(1, 6)),
    st.builds(lambda a, n: lambda w: _try(attaching.rename, w, a, n), st.integers(1, 6), names),
    st.builds(lambda i, q: lambda w: _try(tagging.toggle_quick_tag, w, i, q), ids, st.integers(1, 3)),
    st.builds(lambda k: lambda w: tagging.promote_keyword(w, k), st.sampled_from(["learning", "Subject 1", "none"])),
    st.builds(lambda n, o: lambda w: tagging.keep_tags_apart(w, n, o), names, names | st.just("")),
    st.builds(lambda i: lambda w: filing.enqueue(w, i), ids),
    st.builds(lambda i: lambda w: filing.dequeue(w, i), ids),
    st.builds(lambda i, t: lambda w: reading.finish(w, i, t), ids, st.sampled_from(["", "Mine to keep."])),
    st.builds(lambda i, o, p: lambda w: filing.move_in_queue(w, i, o, p), ids, st.integers(-3, 3), projects),
    st.builds(lambda i, p: lambda w: filing.move_to_top(w, i, p), ids, projects),
    st.builds(lambda i, p: lambda w: filing.move_to_end(w, i, p), ids, projects),
    st.builds(
        lambda i, b, on, p: lambda w: filing.place_in_queue(w, i, b, on, p),
        ids,
        st.integers(1, 34),
        st.booleans(),
        projects,
    ),
    st.builds(lambda i: lambda w: filing.trash(w, i), ids),
    st.builds(lambda i: lambda w: filing.restore(w, i), ids),
    st.builds(lambda i: lambda w: filing.delete(w, i), ids),
    st.just(lambda w: filing.delete(w, trash.ids(w.connection))),
    st.builds(
        lambda p, s, m: lambda w: _try(highlighting.highlight, w, p, HighlightRecord("question", m, start=s)),
        st.integers(1, 34),
        st.integers(0, 9),
        meanings | st.just(""),
    ),
    st.builds(
        lambda h, t, m: lambda w: _try(partial(highlighting.set_comment, merge=m), w, h, t),
        st.integers(1, 4),
        st.text(max_size=9).map(lambda text: f"mine {text}") | st.just(""),
        st.sampled_from(["", "sitting"]),
    ),
    st.builds(
        lambda h, m: lambda w: _try(highlighting.set_meaning, w, h, m), st.integers(1, 4), meanings | st.just("")
    ),
    st.builds(
        lambda h, q: lambda w: _try(highlighting.move_highlight, w, h, HighlightRecord(q)),
        st.integers(1, 4),
        st.text(max_size=9),
    ),
    st.builds(lambda h: lambda w: _try(highlighting.delete_highlights, w, h), st.lists(st.integers(1, 4), unique=True)),
    st.builds(lambda m, c: lambda w: _try(highlighting.add_meaning, w, m, c), meanings, colours),
    st.builds(lambda m, to: lambda w: _try(highlighting.rename_meaning, w, m, to), meanings, meanings),
    st.builds(lambda m, c: lambda w: _try(highlighting.colour_meaning, w, m, c), meanings, colours),
    st.builds(lambda m, o: lambda w: _try(highlighting.move_meaning, w, m, o), meanings, st.integers(-7, 7)),
    st.builds(lambda m: lambda w: highlighting.delete_meaning(w, m), meanings),
    st.builds(lambda n: lambda w: _import(w, n), st.integers(0, 3)),
    st.builds(
        lambda verb, p, t: lambda w: _try(verb, w, p, t),
        st.sampled_from(
            [
                correcting.set_title,
                correcting.set_authors,
                correcting.set_abstract,
                correcting.set_keywords,
                correcting.set_identifiers,
                correcting.set_citation_key,
            ]
        ),
        st.integers(1, 34),
        typed_texts,
    ),
    st.builds(
        lambda verb, i, t: lambda w: _try(verb, w, i, t),
        st.sampled_from([correcting.set_venue, correcting.set_year, correcting.set_published, correcting.set_source]),
        ids,
        typed_texts,
    ),
    st.builds(
        lambda p, r, t: lambda w: _try(correcting.set_links, w, p, r, t),
        st.integers(1, 34),
        st.sampled_from(correcting.RELATIONS),
        typed_texts,
    ),
    st.builds(lambda i: lambda w: reviewing.keep(w, i), st.integers(1, 34)),
    st.builds(lambda i: lambda w: reviewing.drop(w, i), st.integers(1, 34)),
    st.builds(lambda i: lambda w: reviewing.read_now(w, i), st.integers(1, 34)),
    st.builds(lambda n, q: lambda w: _unless_refused(searching.save, w, n, q, "star"), searches, queries),
    st.builds(lambda n, to: lambda w: _unless_refused(searching.rename, w, n, to), searches, searches),
    st.builds(lambda n, q: lambda w: _unless_refused(searching.change_query, w, n, q), searches, queries),
    st.builds(lambda n, i: lambda w: _unless_refused(searching.set_icon, w, n, i), searches, searches),
    st.builds(lambda n, o: lambda w: _unless_refused(searching.move, w, n, o), searches, st.integers(-3, 3)),
    st.builds(lambda n: lambda w: _unless_refused(searching.delete, w, n), searches),
)


def _unless_refused(verb: Callable[..., object], writer: Writer, *args: object, **options: object) -> None:
    with suppress(Refused):
        verb(writer, *args, **options)


def _rename(writer: Writer, name: str, to: str) -> None:
    try:
        tagging.rename_tag(writer, name, to)
    except Refused as refusal:
        assert to.casefold().startswith(f"{name.casefold()}/") or "is another name of the tag" in str(refusal)


def _try(verb: Callable[..., object], writer: Writer, *args: object) -> None:
    """Does a verb that may refuse; what it had begun is then as if it had not."""
    before = dump(writer.connection)
    try:
        verb(writer, *args)
    except Refused:
        assert dump(writer.connection) == before


def _import(writer: Writer, number: int) -> None:
    new = [
        Record(
            title=f"Brought {number} of {n}",
            authors=["Noor Haddad"],
            abstract="A question of its own.",
            identifiers=[Identifier("doi", f"10.1/{number}.{n}")],
            tags=["brought", "thesis"],
            details={"volume": str(n)},
            extras={"bibtex": {"annote": "kept"}},
            note="mine from elsewhere" if n else "",
            highlights=[HighlightRecord("question of its", "claim", "hm")],
            queue=n,
            status=Status(n),
        )
        for n in range(number)
    ]
    fuller = Record(title=sample(30)[1].title, authors=sample(30)[1].authors, keywords=["completed"], note="mine too")
    fuller.details = {"page": "1-9"}
    bring_in(writer, read_from(*new, fuller), add_tags=["imported"], status=Status.READING)


def faults(writer: Writer) -> list[check.Finding]:
    """What is wrong with a library, but for the files that are attached here and were never there."""
    found = check.look(writer, repair=False)
    return [one for one in found if not (one.what.startswith("The file ") and "is missing" in one.what)]


def through_a_folder(writer: Writer, paper: int, text: str, clash: bool) -> None:
    """Reads back a folder of Markdown files in which a note and a rating were changed; with `clash`, nobody knows any
    more on which side that was."""
    with TemporaryDirectory() as place:
        root = Path(place)
        markdown_folder.write_out(writer.connection, writer.path, folder_state.load(root), f"id:{paper}")
        known = folder_state.load(root).by_paper.get(paper)
        if known is not None:
            file = root / known.name
            changed = re.sub(r"(?m)^rating:.*$", f"rating: {1 + len(text) % 5}", file.read_bytes().decode())
            file.write_bytes(f"{changed}\n{text}\n".encode())
            if clash:
                shutil.rmtree(root / ".readerapp")
            markdown_folder.read_back(writer, root)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(verbs, min_size=1, max_size=8))
def test_everything_can_be_undone_and_done_again(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(*sample(30)))
        connection = writer.connection
        (first,) = history.steps(connection)
        stages = [(dump(connection), searchable(connection))]
        for act in acts:
            act(writer)
            if (dump(connection), searchable(connection)) != stages[-1]:
                stages.append((dump(connection), searchable(connection)))
        assert faults(writer) == []
        end = stages[-1]
        while (step := history.next_undo(connection)) and step.id != first.id:
            assert writer.undo() is not None
            assert (dump(connection), searchable(connection)) in stages
        assert (dump(connection), searchable(connection)) == stages[0]
        assert faults(writer) == []
        while writer.redo():
            pass
        assert (dump(connection), searchable(connection)) == end
        assert faults(writer) == []
        writer.close()
        library.close()


def test_the_history_survives_a_restart_and_is_shared(filled: Writer, library: Library) -> None:
    before = dump(filled.connection)
    reading.set_status(filled, [1, 2], Status.READ)
    after = dump(filled.connection)
    filled.close()
    other = library.writer()
    undone = other.undo()
    assert undone is not None
    assert undone.title == "Mark 2 papers read"
    assert undone.papers == {1, 2}
    assert dump(other.connection) == before
    other.redo()
    assert dump(other.connection) == after
    other.close()


def test_a_verb_that_changes_nothing_is_no_step_and_keeps_redo(filled: Writer) -> None:
    reading.set_starred(filled, [1], True)
    filled.undo()
    assert reading.set_starred(filled, [1], False) is None
    assert filing.tag(filled, [], ["unused"]) is None
    redone = filled.redo()
    assert redone is not None
    assert redone.title.startswith("Star ")


def test_a_new_step_ends_redo(filled: Writer) -> None:
    reading.set_starred(filled, [1], True)
    filled.undo()
    reading.set_starred(filled, [2], True)
    assert filled.redo() is None


def test_typing_a_note_is_one_step_whose_history_does_not_grow(filled: Writer) -> None:
    for end in range(1, 60):
        reading.set_note(
            filled, 3, "mine, typed letter by letter, and longer, and longer, and yet longer"[:end], merge="a"
        )
    assert [step.title[:4] for step in history.steps(filled.connection, 2)] == ["Note", "Impo"]
    (step, *_) = history.steps(filled.connection)
    (changes,) = filled.connection.execute("SELECT count(*) FROM undo_change WHERE step_id = ?", (step.id,)).fetchone()
    assert changes <= 2
    filled.undo()
    assert filled.connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
    filled.redo()
    assert filled.connection.execute("SELECT length(text) FROM note").fetchone() == (59,)


def test_papers_deleted_for_good_come_back_with_all_they_had(filled: Writer) -> None:
    reading.set_note(filled, 3, "mine")
    filing.enqueue(filled, [3, 5])
    merging.keep_apart(filled, [2, 3, 9])
    reviewing.keep(filled, 3)
    filing.trash(filled, [3, 4, 9])
    stages = [(dump(filled.connection), searchable(filled.connection))]
    changes = filing.delete(filled, [4, 3, 5])
    assert changes is not None
    assert (changes.title, changes.everything) == ("Delete 2 papers for good", True)
    assert history.steps(filled.connection, 1)[0].papers == 2
    assert {paper for (paper,) in filled.connection.execute("SELECT id FROM paper WHERE id < 7")} == {1, 2, 5, 6}
    step = history.steps(filled.connection, 1)[0].id
    assert [(one.id, one.here) for one in history.touched(filled.connection, step, 9)] == [(3, False), (4, False)]
    stages.append((dump(filled.connection), searchable(filled.connection)))
    for _ in range(2):
        filled.undo()
        assert (dump(filled.connection), searchable(filled.connection)) == stages[0]
        assert [(one.id, one.trashed) for one in history.touched(filled.connection, step, 9)] == [(3, True), (4, True)]
        assert check.look(filled, repair=False) == []
        filled.redo()
        assert (dump(filled.connection), searchable(filled.connection)) == stages[1]
        assert check.look(filled, repair=False) == []


def test_deleting_very_many_keeps_their_rows_in_few_changes(writer: Writer) -> None:
    bring_in(writer, read_from(*sample(2500)))
    filing.trash(writer, range(1, 2400))
    before = dump(writer.connection)
    filing.delete(writer, range(1, 2400))
    (changes,) = writer.connection.execute("SELECT count(*) FROM undo_change WHERE step_id = 3").fetchone()
    assert changes < 40
    writer.undo()
    assert dump(writer.connection) == before
    assert faults(writer) == []


def test_another_sitting_is_another_step(filled: Writer) -> None:
    reading.set_note(filled, 3, "mine", merge="a")
    reading.set_note(filled, 3, "mine, again", merge="b")
    filled.undo()
    assert filled.connection.execute("SELECT text FROM note").fetchone() == ("mine",)


def test_an_import_of_things_beside_papers_is_undone_too(filled: Writer) -> None:
    before = dump(filled.connection)
    extras = (
        TagRecord("later", "teal", 4, (7,)),
        SavedSearchRecord("Unread code", "is:unread has:code"),
        FilePart("bibtex", "", "x"),
    )
    paper = Record(title="A paper that brings its project", id=7, tags=["later"])
    bring_in(filled, read_from(paper, *extras))  # type: ignore[arg-type]
    assert filled.connection.execute("SELECT count(*) FROM project_queue").fetchone() == (1,)
    after = dump(filled.connection)
    filled.undo()
    assert dump(filled.connection) == before
    filled.redo()
    assert dump(filled.connection) == after


def test_the_history_is_bounded(filled: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_STEPS", 5)
    for n in range(9):
        reading.set_rating(filled, [1], n % 5 + 1)
    assert len(history.steps(filled.connection)) == 5
    monkeypatch.setattr(history, "MAX_STEPS", 2000)
    monkeypatch.setattr(history, "MAX_BYTES", 1)
    reading.set_note(filled, 1, "mine")
    reading.set_note(filled, 1, "mine, changed")
    assert len(history.steps(filled.connection)) >= 1
    assert filled.undo() is not None


def test_a_step_that_fails_leaves_nothing(filled: Writer) -> None:
    before = dump(filled.connection)
    steps = history.steps(filled.connection)

    def half() -> None:
        with filled.step("Half a thing"):
            filled.connection.execute("UPDATE paper SET starred = 1")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        half()
    assert dump(filled.connection) == before
    assert history.steps(filled.connection) == steps
    # and what comes next is recorded as if nothing had been
    reading.set_starred(filled, [4], True)
    assert filled.undo() is not None
    assert dump(filled.connection) == before


class Watched:
    """A Progress that stops the work when so many steps have been told."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.stop_at = stop_at
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self.told.append((done, total))

    def check(self) -> None:
        if self.stop_at is not None and len(self.told) > self.stop_at:
            raise Cancelled("undo")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(verbs, min_size=1, max_size=7), chosen=st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_any_point_of_the_history_can_be_gone_to(acts: list[Act], chosen: list[int]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(*sample(30)))
        connection = writer.connection
        states = {}
        for act in [lambda writer: None, *acts]:
            act(writer)
            states[history.steps(connection, 1)[0].id] = dump(connection)
        points = list(states)
        for number in chosen:
            step = points[number % len(points)]
            writer.undo_to(step)
            writer.redo_to(step)
            assert dump(connection) == states[step]
            assert history.next_undo(connection) is not None
            assert history.next_undo(connection).id == step  # type: ignore[union-attr]
        writer.undo_to(0)
        assert history.next_undo(connection) is None
        assert connection.execute("SELECT count(*) FROM paper").fetchone() == (0,)
        writer.redo_to(points[-1])
        assert dump(connection) == states[points[-1]]
        writer.close()
        library.close()


def test_what_was_taken_back_stays_so_when_stopped(filled: Writer) -> None:
    (first,) = history.steps(filled.connection)
    for paper in range(1, 6):
        reading.set_starred(filled, [paper], True)
    watched = Watched(stop_at=2)
    changes = filled.undo_to(first.id, watched)
    assert watched.told == [(0, 5), (1, 5), (2, 5)]
    assert changes is not None
    assert (changes.title, set(changes.papers)) == ("2 of 5 steps. Stopped.", {4, 5})
    assert [step.undone for step in history.steps(filled.connection)] == [True, True, False, False, False, False]
    assert filled.undo_to(first.id, Watched(stop_at=0)) is None
    changes = filled.undo_to(first.id)
    assert changes is not None
    assert (changes.title, set(changes.papers), set(changes.tables)) == ("3 steps", {1, 2, 3}, {"paper"})
    changes = filled.redo_to(first.id + 1)
    assert changes is not None
    assert changes.title == "Star “On the first question of subject 0”"
    assert filled.redo_to(first.id) is None


def test_a_refusal_half_way_is_told_with_what_was_done(filled: Writer, library: Library) -> None:
    reading.set_starred(filled, [1], True)
    bring_in(filled, read_from(Record(title="A paper of a second import")))
    reading.set_starred(filled, [2], True)
    # An import that is running: papers of others must not come or go.
    running = Arrival(filled, Origin("json", "a long one"), wait=0)
    running.take([Record(title="A paper that is arriving")])
    changes = filled.undo_to(0)
    assert changes is not None
    assert changes.title.startswith("1 of 4 steps. An import is running")
    with pytest.raises(Refused, match="An import is running"):
        filled.undo_to(0)
    running.abandon()
    changes = filled.undo_to(0)
    assert changes is not None
    assert changes.title == "3 steps"


def test_a_step_that_is_gone_cannot_be_gone_to(filled: Writer) -> None:
    reading.set_starred(filled, [1], True)
    star = history.steps(filled.connection, 1)[0].id
    filled.undo()
    reading.set_starred(filled, [2], True)
    for go in (filled.undo_to, filled.redo_to):
        with pytest.raises(Refused, match="no longer in the history"):
            go(star)
    assert [step.undone for step in history.steps(filled.connection)] == [False, False]


def test_a_step_knows_how_many_papers_and_which(filled: Writer) -> None:
    def newest() -> history.Step:
        return history.steps(filled.connection, 1)[0]

    def touched(limit: int = 200) -> list[tuple[int, bool, bool]]:
        return [
            (one.id, one.trashed, one.here)
            for one in history.touched(filled.connection, newest().id, limit)
            if one.title
        ]

    everything = [(paper, False, True) for paper in range(1, 31)]
    assert newest().papers == 30
    assert touched() == everything
    assert touched(7) == everything[:7]
    filled.undo()
    assert newest().papers == 30
    assert touched() == [(paper, False, False) for paper in range(1, 31)]
    filled.redo()
    assert newest().papers == 30
    assert touched() == everything
    # An import that adds one paper, completes another and tags both.
    completed = Record(title=sample(30)[1].title, authors=sample(30)[1].authors, note="mine")
    bring_in(filled, read_from(Record(title="A new one"), completed), add_tags=["brought"])
    assert newest().papers == 2
    assert {paper for paper, _, _ in touched()} == {2, 31}
    filing.trash(filled, [3, 4])
    assert newest().papers == 2
    assert touched() == [(3, True, True), (4, True, True)]
    filling = newest().id
    tagging.set_quick_tag(filled, "agents", 3)
    assert (newest().papers, touched()) == (0, [])
    filled.undo_to(0)
    assert [one.here for one in history.touched(filled.connection, filling, 200)] == [False, False]
