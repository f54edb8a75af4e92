"""`zotero.sqlite`: what is read of it, also while Zotero runs, and what a hostile one can do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats import foreign_sqlite
from readerapp.formats.opening import open_bytes, open_path
from readerapp.names import Name
from readerapp.records import FilePart, Identifier, Item, Link, MeaningRecord, Record, Skipped, Status
from tests.unit.formats.zotero import Database, small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Zotero" / "zotero.sqlite"


def items(path: Path) -> list[Item]:
    return list(registry.read(open_path(path)).items)


def records(path: Path) -> list[Record]:
    return [item for item in items(path) if isinstance(item, Record)]


def skipped(path: Path) -> list[tuple[str, str]]:
    return [(item.where, item.why) for item in items(path) if isinstance(item, Skipped)]


def test_a_paper_with_all_that_hangs_on_it(path: Path) -> None:
    found = items(small(path))
    paper = found[0]
    assert isinstance(paper, Record)
    assert paper.title == "Slow Gradients Make Good Neighbours"
    assert paper.authors == ["Ada Byron", "Laurens van der Maaten", "The Patience Consortium"]
    assert [Name.of(author).family for author in paper.authors] == [
        "Byron", "van der Maaten", "The Patience Consortium",
    ]  # fmt: skip
    assert (paper.venue, paper.year, paper.published) == ("Journal of Patience", 2017, "2017-06")
    assert paper.abstract == "A pencil is enough."
    assert paper.identifiers == [Identifier("doi", "10.1000/abc.7"), Identifier("pmid", "1234567")]
    assert paper.links == [
        Link("page", "https://example.org/slow"), Link("code", "https://github.com/example/slow"),
    ]  # fmt: skip
    assert paper.citation_key == "byronSlow2017"
    assert paper.details == {
        "type": "article-journal", "volume": "12", "issue": "3", "page": "45-67", "language": "en",
        "source": "A shelf", "editor": "Noether, Emmy", "note": "Something else",
    }  # fmt: skip
    assert paper.keywords == ["Optimisation"]
    # A tag that may mean "read" stays what the reader called it; a plugin that says how far they are is believed.
    assert paper.tags == ["Thesis - draft/Chapter 2", "_read"]
    assert (paper.status, paper.rating) == (Status.READING, 3)
    assert paper.note == "It **waits**.\n\n---\n\n- p. 5: Compare with chapter 3"
    (mark,) = paper.highlights
    assert (mark.quote, mark.comment) == ("a question that everybody believes to be settled", "Is it?")
    assert (mark.meaning, mark.page, mark.target) == ("blue", 3, "attachment:Byron 2017.pdf")
    (file,) = paper.attachments
    assert file.path == path.parent / "storage" / "ITEM0003" / "Byron 2017.pdf"
    assert (file.name, file.size) == ("Byron 2017.pdf", 20)
    assert paper.added == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert paper.extras == {"zotero": {"key": "ITEM0001"}}
    assert found[1:] == [MeaningRecord("blue", "blue")]


def test_fields_of_single_types_go_by_their_base(path: Path) -> None:
    database = Database(path)
    database.item("conferencePaper", title="A", proceedingsTitle="Proceedings of Nothing", date="2019-12-08 8 Dec 2019")
    database.item("bookSection", title="B", bookTitle="A Book", ISBN="978-0-306-40615-7", pages="1-2")
    database.item("thesis", title="C", university="Somewhere", thesisType="PhD")
    database.item("preprint", title="D", archiveID="arXiv:1705.08741", repository="arXiv")
    patent = database.item("patent", issueDate="2001-05-04 2001-05-04", title="E", patentNumber="US 1")
    database.creator(patent, "Ohm", "Georg", "inventor")
    database.creator(patent, "Somebody", "Else", "attorneyAgent")
    database.item("case", caseName="F", court="A court")
    database.item("presentation", title="G", meetingName="A meeting", place="Bonn", unheardOf="kept")
    database.item("unheardOf", title="H", date="0000-00-00 n.d.")
    database.item("conferencePaper", title="I", conferenceName="Conference of Few")
    database.close()
    found = {record.title: record for record in records(path)}
    assert (found["A"].venue, found["A"].published) == ("Proceedings of Nothing", "2019-12-08")
    assert found["A"].details == {"type": "paper-conference"}
    assert (found["B"].venue, found["B"].identifiers) == ("A Book", [Identifier("isbn", "9780306406157")])
    assert found["C"].details == {"type": "thesis", "publisher": "Somewhere", "genre": "PhD"}
    assert (found["D"].venue, found["D"].identifiers) == ("", [Identifier("arxiv", "1705.08741")])
    assert (found["E"].authors, found["E"].published) == (["Georg Ohm"], "2001-05-04")
    assert found["E"].extras["zotero"]["creator:attorneyAgent"] == "Somebody, Else"
    assert found["F"].details == {"type": "legal_case", "authority": "A court"}
    assert found["G"].details == {"type": "speech", "event-title": "A meeting", "publisher-place": "Bonn"}
    assert found["G"].extras["zotero"]["unheardOf"] == "kept"
    assert (found["H"].year, found["H"].extras["zotero"]["date"]) == (None, "n.d.")
    assert found["H"].extras["zotero"]["itemType"] == "unheardOf"
    assert found["I"].venue == "Conference of Few"


def test_trash_and_feeds_stay_out_and_groups_are_tags(path: Path) -> None:
    database = Database(path)
    thrown = database.item("book", title="Thrown away")
    database.note(thrown, "<p>gone</p>")
    database.trash(thrown)
    database.item("journalArticle", title="Of a feed", library=3)
    database.item("journalArticle", title="Of a group", library=2)
    placed = database.item("journalArticle", title="Of a collection", library=2)
    database.collection("Inner", placed, parent=database.collection("Outer", library=2), library=2)
    paper = database.item("book", title="Kept")
    database.trash(database.note(paper, "<p>thrown away</p>"))
    database.trash(database.attachment(paper, "storage:a.pdf", b"%PDF-"))
    database.close()
    assert [(record.title, record.tags) for record in records(path)] == [
        ("Of a group", ["Reading group"]), ("Of a collection", ["Reading group/Outer/Inner"]), ("Kept", []),
    ]  # fmt: skip
    assert records(path)[-1].note == ""
    assert records(path)[-1].attachments == []


def test_collections_that_stand_in_each_other_end(path: Path) -> None:
    database = Database(path)
    paper = database.item("book", title="Round and round")
    first = database.collection("First", paper)
    second = database.collection("Second", paper, parent=first)
    database.connection.execute("UPDATE collections SET parentCollectionID = ? WHERE collectionID = ?", (second, first))
    database.close()
    assert records(path)[0].tags == ["Second/First", "First/Second"]


def test_what_belongs_to_no_paper(path: Path) -> None:
    database = Database(path)
    database.note(None, "<p>Things to <em>think</em> of</p>")
    lone = database.attachment(None, "storage:A lonely file.pdf", b"%PDF-1.4", title="A lonely file")
    database.tag(lone, "later")
    database.annotation(lone, "words of it")
    database.attachment(None, "storage:Without a title.pdf", b"%PDF-1.4")
    database.item("webpage", url="https://example.org/")
    database.item("journalArticle", DOI="10.1000/1")
    database.close()
    found = items(path)
    lonely, bare = (item for item in found if isinstance(item, Record) and item.attachments)
    assert (lonely.title, lonely.tags, lonely.highlights[0].quote) == ("A lonely file", ["later"], "words of it")
    assert bare.title == "Without a title"
    assert [item for item in found if isinstance(item, FilePart)] == [
        FilePart("zotero", "note ITEM0001", "Things to *think* of")
    ]
    assert [item.title for item in found if isinstance(item, Record) and not item.attachments] == ["doi:10.1000/1"]
    assert skipped(path) == [
        ("item ITEM0005 (webpage)", "It has no title."),
        ("the note “Things to *think* of”", "It belongs to no paper; its text is kept with the library."),
    ]


def test_files_outside_of_the_folder_are_left_and_named(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF- secret")
    database = Database(path)
    paper = database.item("book", title="Reaches out")
    database.attachment(paper, "storage:../../../secret.pdf")
    database.attachment(paper, str(secret), mode=2)
    database.attachment(paper, "attachments:sub/other.pdf", mode=2)
    linked = database.attachment(paper, "storage:link.pdf", b"x")
    place = database.folder / "storage" / f"ITEM{linked:04}" / "link.pdf"
    place.unlink()
    place.symlink_to(secret)
    pipe = database.attachment(paper, "storage:pipe", b"x")
    place = database.folder / "storage" / f"ITEM{pipe:04}" / "pipe"
    place.unlink()
    os.mkfifo(place)
    inside = database.folder / "linked.pdf"
    inside.write_bytes(b"%PDF- inside")
    database.attachment(paper, str(inside), mode=2)
    database.close()
    (record,) = records(path)
    assert [file.path for file in record.attachments] == [inside]
    assert record.extras["zotero"]["linked files"] == f"{secret}\nattachments:sub/other.pdf"
    assert skipped(path) == [
        ("linked files", "Left where they lie, outside of the folder, which is noted: 2."),
        ("attachments", "Files that are not in the folder: 3."),
    ]


_RUNNING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE itemDataValues SET value = 'Changed while it runs' WHERE value LIKE 'Slow%'")
print("running", flush=True)
sys.stdin.read()
"""


def test_while_zotero_runs(path: Path) -> None:
    small(path)
    with subprocess.Popen(
        [sys.executable, "-c", _RUNNING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as zotero:
        assert zotero.stdout is not None
        assert zotero.stdout.readline() == "running\n"
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(path, timeout=0).execute("SELECT count(*) FROM items")
        there = {file: file.stat().st_size for file in path.parent.iterdir() if file.is_file()}
        assert path.with_name("zotero.sqlite-wal") in there
        assert records(path)[0].title == "Changed while it runs"
        assert {file: file.stat().st_size for file in path.parent.iterdir() if file.is_file()} == there
        zotero.communicate("")


def test_a_file_that_changes_all_the_time_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(path)
    copied = shutil.copyfile

    def copy_and_write(source: str, target: Path) -> None:
        copied(source, target)
        with path.open("ab") as file:
            file.write(b"\0")

    monkeypatch.setattr(shutil, "copyfile", copy_and_write)
    monkeypatch.setattr(foreign_sqlite, "_PAUSE", 0)
    with pytest.raises(Refused, match=r"zotero\.sqlite is being written all the time\. Close its program"):
        items(path)


def test_what_is_no_such_library_is_refused(tmp_path: Path) -> None:
    old = tmp_path / "zotero.sqlite"
    connection = sqlite3.connect(old)
    connection.executescript("CREATE TABLE items (itemID); CREATE TABLE creatorData (creatorDataID);")
    connection.close()
    with pytest.raises(Refused, match="is a library of Zotero 4 or earlier"):
        items(old)
    other = tmp_path / "places.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE moz_places (id)")
    connection.close()
    with pytest.raises(Refused, match="is an SQLite database, but none of Zotero"):
        items(other)


def test_views_in_place_of_tables_are_not_run(path: Path) -> None:
    small(path)
    connection = sqlite3.connect(path)
    connection.executescript(
        "ALTER TABLE items RENAME TO real_items;"
        "CREATE VIEW items AS WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
        " SELECT n AS itemID, 1 AS itemTypeID, '' AS dateAdded, '' AS dateModified, 1 AS libraryID, 'KEY' AS key"
        " FROM endless;"
    )
    connection.close()
    with pytest.raises(Refused, match="none of Zotero"):
        items(path)


def test_damage_is_told(path: Path) -> None:
    data = bytearray(small(path).read_bytes())
    for offset in range(4096, len(data), 512):
        data[offset : offset + 64] = b"\xff" * 64
    path.write_bytes(data)
    with pytest.raises(Refused, match=r"zotero\.sqlite is damaged"):
        items(path)
    path.write_bytes(bytes(data[:5000]))
    with pytest.raises(Refused, match=r"zotero\.sqlite is damaged"):
        items(path)


def test_values_of_any_type_are_survived(path: Path) -> None:
    database = Database(path)
    paper = database.item("journalArticle", title="Numbers and bytes", volume=12, DOI=b"\xff\xfe", date=2.5)
    database.connection.execute("INSERT INTO itemNotes VALUES (900, ?, ?)", (paper, b"\xff"))
    database.connection.execute("INSERT INTO items VALUES (900, 1, X'00', 7, 1, X'FF')")
    database.annotation(database.attachment(paper, "storage:a.pdf", b"%PDF-"), "words", color="plaid", page=-5)
    database.connection.execute("UPDATE itemAnnotations SET position = '[' || hex(zeroblob(100))")
    database.connection.execute("INSERT INTO itemDataValues VALUES (901, CAST(X'53756e20fe' AS TEXT))")
    database.connection.execute("UPDATE itemData SET valueID = 901 WHERE itemID = ? AND fieldID = 2", (paper,))
    database.close()
    record = records(path)[0]
    assert record.title == "Numbers and bytes"
    assert record.details["volume"] == "Sun \ufffd"
    assert [(mark.quote, mark.meaning, mark.page) for mark in record.highlights] == [("words", "", None)]


def test_bytes_without_a_place_are_read_without_files(path: Path) -> None:
    data = small(path).read_bytes()
    found = list(registry.read(open_bytes(data, "zotero.sqlite")).items)
    record = found[0]
    assert isinstance(record, Record)
    assert record.title == "Slow Gradients Make Good Neighbours"
    assert record.attachments == []


def test_how_far_it_is(path: Path) -> None:
    database = Database(path)
    for number in range(600):
        database.item("book", title=f"Number {number}")
    database.close()
    reading = registry.read(open_path(path))
    assert reading.done is not None
    far = {reading.done() for _ in reading.items}
    assert len(far) == 3
    assert max(far) < (reading.total or 0) == path.stat().st_size
