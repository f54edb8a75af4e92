"""Earlier versions of notes: when one is kept, how many, and that none is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.library import history, note_versions, papers
from readerapp.library.connect import Library, Writer
from readerapp.library.note_versions import MAX_VERSIONS, PAUSE
from readerapp.operations import merging, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Record
from tests.conftest import reading as read_from
from tests.conftest import sample


def kept(connection: sqlite3.Connection, paper: int = 1) -> list[str]:
    """The texts of the versions, the newest first."""
    return [note_versions.text(connection, one.id)[1] for one in note_versions.versions(connection, paper)]


def wait(writer: Writer, milliseconds: int, paper: int = 1) -> None:
    """Has the last change of the note been so long ago."""
    writer.connection.execute("UPDATE note SET changed = changed - ? WHERE paper_id = ?", (milliseconds, paper))


def test_typing_on_keeps_no_version(filled: Writer) -> None:
    for text in ("I", "It", "It holds"):
        reading.set_note(filled, 1, text, merge="sitting")
    reading.set_note(filled, 1, "It holds.", merge="another sitting")
    assert kept(filled.connection) == []


def test_a_note_taken_up_after_a_pause_is_kept_as_it_was(filled: Writer) -> None:
    reading.set_note(filled, 1, "It holds.", merge="morning")
    wait(filled, PAUSE)
    (before,) = filled.connection.execute("SELECT changed FROM note WHERE paper_id = 1").fetchone()
    reading.set_note(filled, 1, "It holds for some.", merge="evening")
    reading.set_note(filled, 1, "It holds for some.\nOr not.", merge="evening")
    (version,) = note_versions.versions(filled.connection, 1)
    assert kept(filled.connection) == ["It holds."]
    assert round(version.at.timestamp() * 1000) == before
    assert (version.characters, version.lines) == (9, 1)


def test_a_clock_that_was_put_back_counts_as_a_pause(filled: Writer) -> None:
    reading.set_note(filled, 1, "It holds.", merge="sitting")
    wait(filled, -PAUSE)
    reading.set_note(filled, 1, "It does.", merge="sitting")
    assert kept(filled.connection) == ["It holds."]


def test_what_goes_at_once_is_kept(filled: Writer) -> None:
    long = "A thought of some length. " * 12
    reading.set_note(filled, 1, long, merge="sitting")
    reading.set_note(filled, 1, long[:-30], merge="sitting")
    assert kept(filled.connection) == []
    reading.set_note(filled, 1, "", merge="sitting")
    assert kept(filled.connection) == [long[:-30]]


def test_what_another_program_replaces_is_kept(filled: Writer) -> None:
    reading.set_note(filled, 1, "Typed.", merge="sitting")
    reading.set_note(filled, 1, "Written by the command line.")
    assert kept(filled.connection) == ["Typed."]


def test_a_conflict_keeps_what_the_other_wrote_and_says_so(filled: Writer) -> None:
    reading.set_note(filled, 1, "Typed.", merge="sitting")
    reading.set_note(filled, 1, "Synchronised.")
    changes = reading.set_note(filled, 1, "Typed on.", merge="sitting", over="Typed.")
    assert changes is not None
    assert changes.title.endswith("; what another program wrote is kept as an earlier version")
    assert papers.note(filled.connection, 1) == "Typed on."
    assert kept(filled.connection) == ["Synchronised.", "Typed."]
    filled.undo()
    assert papers.note(filled.connection, 1) == "Synchronised."


def test_what_the_window_saw_is_no_conflict(filled: Writer) -> None:
    reading.set_note(filled, 1, "Typed.", merge="sitting")
    changes = reading.set_note(filled, 1, "Typed on.", merge="sitting", over="Typed.")
    assert changes is not None
    assert changes.title.startswith("Note on “")
    assert changes.title.endswith("”")
    reading.set_note(filled, 1, "   ", merge="sitting", over="Typed on.")
    reading.set_note(filled, 1, "Again.", merge="sitting", over="   ")
    assert kept(filled.connection) == []


def test_an_import_keeps_the_note_it_adds_to(filled: Writer) -> None:
    reading.set_note(filled, 1, "Mine.", merge="sitting")
    known = papers.record(filled.connection, 1)
    assert known is not None
    bring_in(filled, read_from(Record(title=known.title, identifiers=known.identifiers, note="From elsewhere.")))
    assert papers.note(filled.connection, 1) == "Mine.\n\nFrom elsewhere."
    assert kept(filled.connection) == ["Mine."]


def test_papers_that_become_one_keep_the_notes_of_all(filled: Writer) -> None:
    for paper in (1, 2):
        reading.set_note(filled, paper, f"First of {paper}.")
        reading.set_note(filled, paper, f"Then of {paper}.")
    merging.merge(filled, 1, [2])
    assert papers.note(filled.connection, 1) == "Then of 1.\n\nThen of 2."
    assert sorted(kept(filled.connection)) == ["First of 1.", "First of 2.", "Then of 1.", "Then of 2."]


def test_a_version_is_put_back_in_one_step(filled: Writer) -> None:
    reading.set_note(filled, 1, "First.")
    reading.set_note(filled, 1, "Second.")
    (version,) = note_versions.versions(filled.connection, 1)
    reading.put_back_note(filled, version.id)
    assert papers.note(filled.connection, 1) == "First."
    assert kept(filled.connection) == ["Second.", "First."]
    filled.undo()
    assert papers.note(filled.connection, 1) == "Second."
    assert kept(filled.connection) == ["First."]
    filled.redo()
    assert papers.note(filled.connection, 1) == "First."
    with pytest.raises(Refused, match="no longer there"):
        reading.put_back_note(filled, 999)


def test_versions_are_bounded(filled: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(MAX_VERSIONS + 5):
        reading.set_note(filled, 1, f"Version {number}.")
    assert len(kept(filled.connection)) == MAX_VERSIONS
    assert kept(filled.connection)[0] == f"Version {MAX_VERSIONS + 3}."
    monkeypatch.setattr(note_versions, "MAX_CHARACTERS", 30)
    reading.set_note(filled, 1, "The last.")
    assert kept(filled.connection) == [f"Version {MAX_VERSIONS + 4}.", f"Version {MAX_VERSIONS + 3}."]
    reading.set_note(filled, 1, "x" * 31)
    reading.set_note(filled, 1, "short")
    assert kept(filled.connection) == ["x" * 31], "the newest is kept however long it is"


def test_they_survive_a_restart(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    writer = library.writer()
    bring_in(writer, read_from(*sample(1)))
    reading.set_note(writer, 1, "First.")
    reading.set_note(writer, 1, "Second.")
    writer.close()
    writer = library.writer()
    assert kept(writer.connection) == ["First."]
    writer.undo()
    assert (papers.note(writer.connection, 1), kept(writer.connection)) == ("First.", [])
    writer.close()
    library.close()


steps = st.lists(
    st.tuples(st.sampled_from(["type", "replace"]), st.text("ab\n", max_size=4))
    | st.tuples(st.sampled_from(["leave", "undo", "redo", "put back"]), st.just("")),
    max_size=14,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_a_note_that_was_left_alone_is_never_lost(walk: list[tuple[str, str]]) -> None:
    """Whatever is written, put back and done again, it is the note or one of its versions. What is undone is not:
    it is in the history, as anything else that is undone."""
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(Record(title="One")))
        left: set[str] = set()
        for what, text in walk:
            match what:
                case "type" | "replace":
                    reading.set_note(writer, 1, text, merge="sitting" if what == "type" else "")
                case "leave":
                    left.add(papers.note(writer.connection, 1))
                    wait(writer, PAUSE)
                case "undo" if (step := history.next_undo(writer.connection)) and "Import" not in step.title:
                    before = papers.note(writer.connection, 1), kept(writer.connection)
                    writer.undo()
                    writer.redo()
                    assert (papers.note(writer.connection, 1), kept(writer.connection)) == before
                    writer.undo()
                    left.clear()
                case "redo":
                    writer.redo()
                case "put back":
                    for version in note_versions.versions(writer.connection, 1)[-1:]:
                        reading.put_back_note(writer, version.id)
            assert left <= {papers.note(writer.connection, 1), *kept(writer.connection), ""}
        writer.close()
        library.close()
