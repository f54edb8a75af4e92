"""A folder of Markdown files kept in step with the library: out, back, and that nobody's words are lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Cancelled, Refused
from readerapp.formats import paper_file
from readerapp.library import note_versions, papers, tags
from readerapp.library.connect import Library, Writer
from readerapp.operations import attaching, filing, folder_links, highlighting, reading
from readerapp.operations.folder_state import FolderState, KnownFile, is_ours, is_safe, load
from readerapp.operations.importing import bring_in
from readerapp.operations.markdown_folder import ReadBack, WrittenOut, file_name, open_folder, read_back, write_out
from readerapp.records import Changes, HighlightRecord, Identifier, Record, Silent, Status
from tests.conftest import reading as read_from
from tests.conftest import sample


class Both:
    """A library and a folder."""

    def __init__(self, writer: Writer, root: Path) -> None:
        self.writer, self.root = writer, open_folder(root, make=True)

    def out(self, query: str = "") -> WrittenOut:
        return write_out(self.writer.connection, self.writer.path, load(self.root), query)

    def back(self) -> tuple[Changes | None, ReadBack]:
        return read_back(self.writer, self.root)

    def file(self, paper: int) -> Path:
        return self.root / load(self.root).by_paper[paper].name

    def edit(self, paper: int, old: str, new: str) -> None:
        """Replaces something in a file, as an editor does."""
        place = self.file(paper)
        text = place.read_bytes().decode()
        assert old in text
        place.write_bytes(text.replace(old, new, 1).encode())

    def append(self, paper: int, text: str) -> None:
        """Writes at the end of the note in a file."""
        with self.file(paper).open("a", encoding="utf-8") as file:
            file.write(text)

    def note(self, paper: int) -> str:
        return papers.note(self.writer.connection, paper)

    def record(self, paper: int) -> Record:
        found = papers.record(self.writer.connection, paper)
        assert found is not None
        return found

    def versions(self, paper: int) -> list[str]:
        connection = self.writer.connection
        return [note_versions.text(connection, one.id)[1] for one in note_versions.versions(connection, paper)]

    def snapshot(self) -> dict[str, bytes]:
        """Every file with what is in it, what is known of the folder left out."""
        return {
            str(place.relative_to(self.root)): place.read_bytes()
            for place in sorted(self.root.rglob("*"))
            if place.is_file() and ".readerapp" not in place.parts
        }


@pytest.fixture
def both(filled: Writer, tmp_path: Path) -> Both:
    return Both(filled, tmp_path / "papers")


# Out


def test_every_paper_has_a_file_and_a_second_time_nothing_is_written(both: Both) -> None:
    first = both.out()
    count = len(papers.all_ids(both.writer.connection))
    assert (first.written, first.unchanged, first.skipped) == (count, 0, [])
    before = {place: place.stat().st_mtime_ns for place in both.root.glob("*.md")}
    assert len(before) == count
    second = both.out()
    assert (second.written, second.unchanged) == (0, count)
    assert {place: place.stat().st_mtime_ns for place in both.root.glob("*.md")} == before
    assert is_ours(both.root)


def test_only_what_has_changed_is_written(both: Both) -> None:
    both.out()
    reading.set_note(both.writer, 2, "Mine.")
    assert both.out().written == 1
    assert paper_file.read(both.file(2).read_bytes()).note == "Mine."


def test_a_query_chooses_and_a_paper_that_has_a_file_keeps_it(both: Both) -> None:
    reading.set_status(both.writer, [1, 2], Status.READ)
    assert both.out("is:read").written == 2
    reading.set_status(both.writer, [2], Status.UNREAD)
    assert both.out("is:read").written == 1
    assert paper_file.read(both.file(2).read_bytes()).fields["status"] == "unread"
    both.file(2).unlink()
    assert both.out("is:read").written == 0
    assert len(list(both.root.glob("*.md"))) == 1


def test_a_file_that_was_deleted_is_written_again(both: Both) -> None:
    both.out()
    name = both.file(1)
    name.unlink()
    assert both.out().written == 1
    assert name.exists()


def test_the_file_of_a_paper_that_is_gone_moves_and_comes_back(both: Both) -> None:
    both.out()
    name = both.file(1).name
    filing.trash(both.writer, [1])
    assert both.out().moved == 1
    assert both.file(1) == both.root / "Removed" / name
    assert both.out().moved == 0
    both.writer.undo()
    assert both.out().moved == 1
    assert both.file(1) == both.root / name
    filing.trash(both.writer, [1])
    filing.delete(both.writer, [1])
    both.out()
    assert (both.root / "Removed" / name).is_file()


def test_files_of_the_reader_are_left_alone(both: Both) -> None:
    mine = both.root / f"{file_name(both.record(1))}.MD"
    mine.write_text("---\nid: '1'\n---\n\n## Note\n\nMine.\n")
    both.out()
    both.back()
    assert both.file(1).name.casefold() != mine.name.casefold()
    assert mine.read_text() == "---\nid: '1'\n---\n\n## Note\n\nMine.\n"


def test_names_are_kept_whatever_becomes_of_the_paper(both: Both) -> None:
    both.out()
    name = both.file(1)
    with both.writer.step("Correct") as _:
        both.writer.connection.execute("UPDATE paper SET title = 'Another', citation_key = 'key' WHERE id = 1")
    assert both.out().written == 1
    assert both.file(1) == name


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (Record(title="x", citation_key="ada2020"), "ada2020"), (Record(title="A: b / c? [d] #e"), "A b c d e"),
        (Record(title="CON"), "CON_"), (Record(title="nul.x"), "nul.x_"), (Record(title="...", id=4), "paper 4"),
        (Record(title=".hidden"), "hidden"), (Record(title="ü" * 300), "ü" * 90), (Record(title="漢" * 300), "漢" * 66),
        (Record(title="word " * 40), " ".join(["word"] * 18)), (Record(title="a\nb\tc"), "a b c"),
        (Record(title="x", citation_key="../../etc/passwd"), "etc passwd"),
    ],
)  # fmt: skip
def test_names_are_readable_and_safe_on_every_system(record: Record, name: str) -> None:
    assert file_name(record) == name


@given(title=st.text(max_size=150), key=st.none() | st.text(max_size=30))
def test_any_title_gives_a_name(title: str, key: str | None) -> None:
    name = f"{file_name(Record(id=1, title=title, citation_key=key))}.md"
    assert is_safe(name)
    assert len(name.encode()) < 220
    assert name == name.strip()


def test_names_differ_in_more_than_capitals(both: Both) -> None:
    with both.writer.step("Name them alike"):
        for paper, title in enumerate(["Straße", "STRASSE", "straße", "E\u0301tude", "Étude"], 1):
            both.writer.connection.execute("UPDATE paper SET title = ? WHERE id = ?", (title, paper))
    both.out()
    found = [both.file(paper).stem for paper in range(1, 6)]
    assert len({name.casefold() for name in found}) == 5
    assert found == ["Straße", "STRASSE 2", "straße 3", "Étude", "Étude 2"] or sorted(found)[0].startswith("STRASSE")


def test_pictures_of_notes_are_copied_beside_them(both: Both, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"1" * 50)
    kept = attaching.keep(both.writer.path, picture)
    note = f"![a](files/{kept.sha256}.png) ![b](files/{'0' * 64}.png) ![c](https://example.org/c.png)"
    reading.set_note(both.writer, 1, note)
    outcome = both.out()
    assert (both.root / "files" / f"{kept.sha256}.png").read_bytes() == picture.read_bytes()
    assert len(list((both.root / "files").iterdir())) == 1
    assert [one.why for one in outcome.skipped] == ["A picture was not copied: No such file or directory."]
    assert paper_file.read(both.file(1).read_bytes()).note == note


def test_stopped_half_way_it_goes_on(both: Both) -> None:
    class Impatient(Silent):
        def report(self, done: int, total: int | None, what: str = "") -> None:
            self.done = done

        def check(self) -> None:
            if self.done == 5:
                raise Cancelled("enough")

    with pytest.raises(Cancelled):
        write_out(both.writer.connection, both.writer.path, load(both.root), "", progress=Impatient())
    assert len(list(both.root.glob("*.md"))) == 5
    both.out()
    assert len(list(both.root.glob("*.md"))) == len(papers.all_ids(both.writer.connection))


def test_what_cannot_be_written_is_refused(both: Both) -> None:
    with pytest.raises(Refused, match="no folder"):
        open_folder(both.root / "nothing")
    with pytest.raises(Refused, match="cannot be made"):
        open_folder(both.writer.path, make=True)


# Back


def test_a_note_comes_back_as_one_step_with_a_title(both: Both) -> None:
    both.out()
    both.append(1, "\nFrom elsewhere.\n")
    both.append(2, "\nThis too.\n")
    changes, outcome = both.back()
    assert (both.note(1), both.note(2)) == ("From elsewhere.", "This too.")
    assert changes is not None
    assert changes.title == "Read 2 papers back from papers"
    assert outcome.papers == [1, 2]
    assert outcome.sentence() == "2 read back"
    before = both.snapshot()
    assert both.back()[0] is None
    assert both.out().written == 0
    assert both.snapshot() == before
    both.writer.undo()
    assert (both.note(1), both.note(2)) == ("", "")


def test_fields_come_back_where_they_are_valid(both: Both) -> None:
    filing.tag(both.writer, [1], add=["machine learning", "old"])
    both.out()
    both.edit(1, "status: unread", "status: read")
    both.edit(1, "starred: false", "starred: true")
    both.edit(1, "rating:", "rating: 4")
    both.edit(1, "takeaway:", 'takeaway: "Less: work"')
    both.edit(1, "  - old\n", "  - new/one\n")
    both.back()
    now = both.record(1)
    assert (now.status, now.starred, now.rating, now.takeaway) == (Status.READ, True, 4, "Less: work")
    assert "machine learning" in now.tags
    assert "new/one" in now.tags
    assert "old" not in now.tags
    assert "machine-learning" not in tags.names(both.writer.connection)
    assert both.out().written == 0


def test_a_tag_written_with_dashes_is_the_tag_there_is(both: Both) -> None:
    filing.tag(both.writer, [1], add=["machine learning"])
    both.out()
    both.edit(
        3,
        "tags:",
        "tags:\n  - machine-learning\n  - '#own'" if both.record(3).tags else "tags: [machine-learning, '#own'] #",
    )
    both.back()
    assert {"machine learning", "own"} <= set(both.record(3).tags)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("status: unread", "status: halfway", "There is no status “halfway”"), ("rating:", "rating: 9", "from 1 to 5"),
        ("rating:", "rating: [1, 2]", "one value"), ("starred: false", "starred: maybe", "true or false"),
        ("tags:", "tags: {a: b}\nother:", "list of words"), ("tags:", "tags: ['a\\x01']\nother:", "control characters"),
    ],
)  # fmt: skip
def test_a_value_that_is_none_gets_a_sentence_and_changes_nothing(both: Both, old: str, new: str, why: str) -> None:
    both.out()
    before = both.record(2)
    both.edit(2, old, new.replace("\\x01", "\x7f") if "\\x01" in new else new)
    _, outcome = both.back()
    assert len(outcome.skipped) == 1
    assert why in outcome.skipped[0].why or "no YAML" in outcome.skipped[0].why
    assert both.record(2) == before
    assert both.back()[1].skipped == [] or "no YAML" in outcome.skipped[0].why


def test_what_does_not_come_back_is_kept_as_a_version(both: Both) -> None:
    both.out()
    title = both.record(1).title
    both.edit(1, f"title: {title}", "title: My title")
    both.edit(1, "## Abstract\n", "## Abstract\n\nWritten among the abstract.\n")
    _, outcome = both.back()
    assert both.record(1).title == title
    assert both.versions(1) == ["title: My title\nWritten among the abstract."]
    assert len(outcome.skipped) == 1
    assert both.out().written == 1
    assert "My title" not in both.file(1).read_text(encoding="utf-8")


def test_changed_on_both_sides_the_library_stays_and_the_file_is_a_version(both: Both) -> None:
    reading.set_note(both.writer, 1, "Once.")
    both.out()
    both.append(1, "\nThere.\n")
    reading.set_note(both.writer, 1, "Here.")
    changes, outcome = both.back()
    assert both.note(1) == "Here."
    assert "Once.\n\nThere." in both.versions(1)
    assert [one.paper for one in outcome.conflicts] == [1]
    assert changes is not None
    assert changes.tables == {"note_version"}
    assert both.back()[1].conflicts == []
    assert both.out().written == 1
    assert paper_file.read(both.file(1).read_bytes()).note == "Here."
    assert both.out().written == 0


def test_a_conflict_stays_one_until_the_file_shows_the_library(both: Both) -> None:
    both.out()
    both.append(1, "\nThere.\n")
    reading.set_note(both.writer, 1, "Here.")
    both.back()
    both.append(1, "More there.\n")
    _, outcome = both.back()
    assert both.note(1) == "Here."
    assert len(outcome.conflicts) == 1
    assert {"There.", "There.\nMore there."} <= set(both.versions(1))


def test_a_status_set_in_the_file_does_not_hide_a_note_changed_here(both: Both) -> None:
    both.out()
    both.edit(1, "status: unread", "status: read")
    reading.set_note(both.writer, 1, "Here.")
    both.back()
    both.append(1, "\nThere.\n")
    both.back()
    assert both.note(1) == "Here."
    assert "There." in both.versions(1)


def test_the_same_on_both_sides_is_no_conflict(both: Both) -> None:
    both.out()
    both.append(1, "\nSame.\n")
    reading.set_note(both.writer, 1, "Same.")
    _, outcome = both.back()
    assert outcome.conflicts == []
    assert both.versions(1) == []


def test_a_changed_file_is_not_written_over(both: Both) -> None:
    both.out()
    both.append(1, "\nThere.\n")
    reading.set_note(both.writer, 1, "Here.")
    outcome = both.out()
    assert outcome.edited == [both.file(1).name]
    assert "There." in both.file(1).read_text(encoding="utf-8")


def test_a_field_changed_on_both_sides_stays_as_in_the_library(both: Both) -> None:
    reading.set_takeaway(both.writer, 1, "First")
    both.out()
    both.edit(1, "takeaway: First", "takeaway: There")
    reading.set_takeaway(both.writer, 1, "Here")
    _, outcome = both.back()
    assert both.record(1).takeaway == "Here"
    assert "takeaway: There" in both.versions(1)
    assert len(outcome.skipped) == 2


def test_what_the_reader_has_in_the_front_matter_stays_there(both: Both) -> None:
    both.out()
    both.edit(1, "---\n\n#", "aliases: [short]\ncssclass: wide\n---\n\n#")
    both.back()
    reading.set_rating(both.writer, [1], 5)
    assert both.out().written == 1
    text = both.file(1).read_text(encoding="utf-8")
    assert "rating: 5\n" in text
    assert "aliases: [short]\ncssclass: wide\n---\n" in text


def test_a_file_that_is_renamed_or_moved_is_found_again(both: Both) -> None:
    both.out()
    name = both.file(1)
    (both.root / "Reading").mkdir()
    name.rename(both.root / "Reading" / "My name.md")
    with (both.root / "Reading" / "My name.md").open("a") as file:
        file.write("\nThere.\n")
    both.back()
    assert both.note(1) == "There."
    assert both.out().written == 0
    assert not name.exists()
    assert both.file(1) == both.root / "Reading" / "My name.md"


def test_a_broken_file_is_named_and_passed_over(both: Both) -> None:
    both.out()
    both.append(1, "\nThere.\n")
    both.edit(1, "status: unread", "status: [unread")
    both.append(2, "\nThis comes.\n")
    _, outcome = both.back()
    assert [one.where for one in outcome.skipped] == [both.file(1).name]
    assert (both.note(1), both.note(2)) == ("", "This comes.")
    assert both.out().edited == [both.file(1).name]
    both.edit(1, "status: [unread", "status: unread")
    both.back()
    assert both.note(1) == "There."


def test_a_file_emptied_by_a_power_cut_takes_no_note_away(both: Both) -> None:
    reading.set_note(both.writer, 1, "Mine.")
    both.out()
    both.file(1).write_bytes(b"")
    assert len(both.back()[1].skipped) == 1
    assert both.note(1) == "Mine."
    both.file(1).unlink()
    both.out()
    assert paper_file.read(both.file(1).read_bytes()).note == "Mine."


def test_without_what_is_known_nothing_is_lost(both: Both) -> None:
    reading.set_note(both.writer, 1, "Here.")
    both.out()
    both.append(1, "\nThere.\n")
    both.append(2, "\nOnly there.\n")
    shutil.rmtree(both.root / ".readerapp")
    assert both.out().edited == sorted([both.file(1).name, both.file(2).name])
    both.back()
    assert both.note(1) == "Here."
    assert "Here.\n\nThere." in both.versions(1)
    assert "Only there." in (both.note(2), *both.versions(2))
    both.out()
    assert len(list(both.root.glob("*.md"))) == len(papers.all_ids(both.writer.connection))


def test_a_folder_of_another_library_is_recognised_by_its_papers(both: Both, tmp_path: Path) -> None:
    both.out()
    both.append(2, "\nThere.\n")
    title = both.record(2).title
    library = Library(tmp_path / "other.db")
    writer = library.writer()
    bring_in(writer, read_from(*reversed(sample(30))))
    other = Both(writer, both.root)
    before = other.snapshot()
    other.back()
    (paper,) = [n for n in papers.all_ids(writer.connection) if other.record(n).title == title]
    assert "There." in (other.note(paper), *other.versions(paper))
    assert other.snapshot() == before
    writer.close()
    library.close()


# Hostile files


def test_links_lead_nowhere(both: Both, tmp_path: Path) -> None:
    both.out()
    secret = tmp_path / "secret.md"
    name = both.file(1)
    secret.write_bytes(name.read_bytes() + b"\nSecret.\n")
    name.unlink()
    name.symlink_to(secret)
    reading.set_note(both.writer, 1, "Here.")
    assert [one.where for one in both.back()[1].skipped] == [name.name]
    assert [one.where for one in both.out().skipped] == [name.name]
    assert both.note(1) == "Here."
    assert "Secret." in secret.read_text(encoding="utf-8")
    assert "Here." not in secret.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["Removed", "files", "deep"])
def test_links_to_other_folders_are_not_written_through(both: Both, tmp_path: Path, folder: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (both.root / folder).symlink_to(elsewhere)
    picture = tmp_path / "x.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"1" * 50)
    kept = attaching.keep(both.writer.path, picture)
    reading.set_note(both.writer, 1, f"![a](files/{kept.sha256}.png)")
    both.out()
    state = load(both.root)
    state.rename(state.by_paper[3], "deep/x.md")
    state.save()
    filing.trash(both.writer, [2])
    both.out()
    both.back()
    assert list(elsewhere.iterdir()) == []


def test_a_pipe_is_no_file(both: Both) -> None:
    both.out()
    name = both.file(1)
    name.unlink()
    os.mkfifo(name)
    assert len(both.back()[1].skipped) == 1
    assert len(both.out().skipped) == 1


@pytest.mark.parametrize(
    "name",
    ["../x.md", "/etc/x.md", "a/../../x.md", ".readerapp/x.md", "x.txt", "a\\x.md", "C:x.md", "a//x.md", "\0.md"],
)
def test_what_is_known_leads_not_out_of_the_folder(both: Both, name: str) -> None:
    assert not is_safe(name)
    state = FolderState(both.root, [KnownFile(name, 1)])
    state.save()
    assert list(load(both.root)) == []


@pytest.mark.parametrize(
    "line", ["", "{", "[]", '{"name": "x.md"}', '{"name": 1, "paper": "x"}', "[" * 100_000, "null"]
)
def test_what_is_known_may_be_anything(both: Both, line: str) -> None:
    both.out()
    with (both.root / ".readerapp" / "files.jsonl").open("a") as file:
        file.write(line + "\n")
    assert len(load(both.root).by_name) == len(papers.all_ids(both.writer.connection))
    (both.root / ".readerapp" / "files.jsonl").write_bytes(b"\xff\x00")
    assert both.out().written == 0


# Links


@pytest.fixture
def linked(writer: Writer, tmp_path: Path) -> Both:
    bring_in(
        writer,
        read_from(
            Record(title="Sharp Minima", citation_key="keskar2017", identifiers=[Identifier("arxiv", "1609.04836")]),
            Record(title="Flat (or not) Minima", identifiers=[Identifier("doi", "10.1000/flat")]),
            Record(title="Notes"),
        ),
    )
    return Both(writer, tmp_path / "papers")


def test_links_lead_to_files_and_come_back_as_they_were(linked: Both) -> None:
    note = (
        "See [[keskar2017]], [[arxiv:1609.04836]], [[flat or not minima|the other]], [[2]] and [[nothing]].\n"
        "`[[keskar2017|x]]` and [web](https://example.org/a.md), [mine](other.md)."
    )
    reading.set_note(linked.writer, 3, note)
    linked.out()
    assert paper_file.read(linked.file(3).read_bytes()).note == (
        "See [[keskar2017]], [arxiv:1609.04836](keskar2017.md), [the other](Flat%20%28or%20not%29%20Minima.md),"
        " [2](Flat%20%28or%20not%29%20Minima.md) and [[nothing]].\n"
        "`[[keskar2017|x]]` and [web](https://example.org/a.md), [mine](other.md)."
    )
    linked.edit(3, "See", "Do see")
    linked.back()
    assert linked.note(3) == f"Do {note[0].lower()}{note[1:]}"
    assert linked.out().written == 0


def test_links_made_in_the_folder_become_links_to_papers(linked: Both) -> None:
    linked.out()
    linked.file(2).rename(linked.root / "My flat.md")
    linked.append(3, "\n[[My flat]] [[keskar2017|sharp]] [it](./keskar2017.md#part) [[keskar2017]] [[own]]\n")
    linked.back()
    inwards = "[[doi:10.1000/flat|My flat]] [[keskar2017|sharp]] [[keskar2017|it]] [[keskar2017]] [[own]]"
    assert linked.note(3) == inwards
    # A link that means its paper already stays as it was typed.
    linked.append(3, "\n[[Flat or not minima]]\n")
    linked.back()
    assert linked.note(3) == f"{inwards}\n\n[[Flat or not minima]]"


parts = st.sampled_from(
    ["[[keskar2017]]", "[[1]]", "[[1|a]]", "[[2|a]]", "[[arxiv:1609.04836|a]]", "[[sharp minima]]", "[[x]]",
     "[a](keskar2017.md)", "[[keskar2017|keskar2017]]", "`[[1]]`", "\n", "```\n", " and ",
     "*[[2]]*", "$a$ [[2]] $b$", "![a](x.md)", "a.md"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.lists(parts, max_size=8).map("".join))
def test_any_links_come_back_as_they_were(linked: Both, note: str) -> None:
    names = {1: "keskar2017", 2: "Flat (or not) Minima"}
    connection = linked.writer.connection
    there = folder_links.outwards(connection, note, names)
    assert folder_links.back(connection, there, note, names) == note
    # What stood before an edit is found again behind it.
    assert folder_links.back(connection, f"{there}\n\nMore.", note, names) == f"{note}\n\nMore."


def test_highlights_can_be_linked(both: Both) -> None:
    abstract = both.record(1).abstract
    highlighting.highlight(both.writer, 1, HighlightRecord(abstract[:20], meaning="claim", comment="Is it?", start=0))
    both.out()
    mark = both.record(1).highlights[0]
    assert f"> {abstract[:20].strip()}\n>\n> **claim**\n>\n> Is it?\n\n^h{mark.id}\n" in both.file(1).read_text()


# Nothing is lost

words = st.text("ab \n", min_size=1, max_size=6)
typed = st.sampled_from(["here", "there", "above", "takeaway here", "takeaway there"])
done = st.sampled_from(["out", "back", "both", "forget", "trash", "restore", "rename"])
edits = st.lists(st.tuples(typed | done, st.integers(1, 2), words), max_size=12)


class Author:
    """Somebody who writes on both sides, and what they would miss."""

    def __init__(self, both: Both) -> None:
        self.both = both
        # Notes are kept for ever; what stands in a file is looked for when it has been read back.
        self.notes: dict[int, list[str]] = {1: [], 2: []}
        self.in_files: dict[tuple[int, str], str] = {}
        self.number = 0

    def do(self, act: str, paper: int, word: str) -> None:
        both, self.number = self.both, self.number + 1
        text = f"{self.number}{word.strip()}{self.number}"
        place = both.file(paper)
        data = place.read_bytes()
        match act:
            case "here":
                reading.set_note(both.writer, paper, text)
                self.notes[paper].append(text)
            case "there":
                place.write_bytes(data[: data.index(b"## Note")] + f"## Note\n\n{text}\n".encode())
                self.in_files[paper, "note"] = text
            case "above":
                place.write_bytes(data.replace(b"<!--", f"{text}\n\n<!--".encode(), 1))
                self.in_files[paper, text] = text
            case "takeaway here":
                reading.set_takeaway(both.writer, paper, text)
            case "takeaway there":
                line = f"takeaway: x {' '.join(text.split())}".encode()
                place.write_bytes(re.sub(rb"(?m)^takeaway:.*$", line, data))
                self.in_files[paper, "takeaway"] = f"x {' '.join(text.split())}"
            case "out":
                both.out()
            case "back":
                self.read()
            case "both":
                self.read()
                both.out()
            case "forget":
                shutil.rmtree(both.root / ".readerapp")
                self.read()
            case "trash":
                filing.trash(both.writer, [paper])
            case "restore":
                filing.restore(both.writer, [paper])
            case "rename":
                place.rename(place.with_name(f"name {self.number}.md"))
                self.read()

    def read(self) -> None:
        self.both.back()
        for (paper, what), text in self.in_files.items():
            kept = [self.both.note(paper), *self.both.versions(paper)]
            kept += [self.both.record(paper).takeaway] if what == "takeaway" else []
            assert any(text in one for one in kept), (what, text, kept)
            if what == "note":
                self.notes[paper].append(text)
        self.in_files.clear()


@settings(max_examples=60, deadline=None)
@given(acts=edits)
def test_whatever_is_edited_on_both_sides_nothing_is_lost(acts: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(Record(title="One", abstract="Of one."), Record(title="Two")))
        both = Both(writer, Path(folder) / "papers")
        both.out()
        author = Author(both)
        for act in acts:
            author.do(*act)
        author.do("both", 1, "")
        for paper, texts in author.notes.items():
            kept = [both.note(paper), *both.versions(paper)]
            assert all(text in kept for text in texts), (texts, kept)
        before = both.snapshot()
        assert both.back()[0] is None
        again = both.out()
        assert (again.written, again.edited, again.moved) == (0, [], 0)
        assert both.snapshot() == before
        writer.close()
        library.close()


# A process that dies

CHILD = """
import os, sys
from pathlib import Path
from readerapp.library.connect import Library
from readerapp.operations import markdown_folder
from readerapp.operations.folder_state import load

library = Library(Path(sys.argv[1]))
left = int(sys.argv[3])
replace = Path.replace

def counted(self, target):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
    return replace(self, target)

Path.replace = counted
root = markdown_folder.open_folder(Path(sys.argv[2]), make=True)
markdown_folder.write_out(library.reader(), library.path, load(root), "")
os._exit(0)
"""


@pytest.mark.parametrize("after", [1, 2, 3, 17, 31, 32])
def test_a_process_that_dies_leaves_whole_files(both: Both, after: int) -> None:
    reading.set_note(both.writer, 3, "Mine.")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(both.writer.path), str(both.root), str(after)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 9, done
    for place in both.root.glob("*.md"):
        assert paper_file.read(place.read_bytes()).paper > 0
    both.back()
    both.out()
    undisturbed = Both(both.writer, both.root.with_name("undisturbed"))
    undisturbed.out()
    assert both.snapshot() == undisturbed.snapshot()
    assert both.versions(3) == []
    assert both.out().written == 0
