"""Whole libraries of other programs come in: files are kept, highlights find them, and one undo takes all back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from readerapp import registry
from readerapp.errors import Cancelled
from readerapp.library import attachments, counts, files, history, papers
from readerapp.library.connect import Library, Writer
from readerapp.operations.importing import bring_in
from readerapp.operations.rehearsing import Rehearsal
from readerapp.records import ImportSummary, Record, Silent
from tests.unit.formats.zotero import Database, small


@pytest.fixture
def zotero(tmp_path: Path) -> Path:
    return small(tmp_path / "Zotero" / "zotero.sqlite").parent


def imported(writer: Writer, folder: Path) -> ImportSummary:
    return bring_in(writer, registry.read_path(folder))[1]


def everything(writer: Writer) -> list[Record]:
    ids = [paper for (paper,) in writer.connection.execute("SELECT id FROM paper ORDER BY id")]
    return list(papers.records(writer.connection, ids))


def only(writer: Writer) -> Record:
    (record,) = everything(writer)
    return record


def test_files_are_kept_and_highlights_are_theirs(writer: Writer, library: Library, zotero: Path) -> None:
    summary = imported(writer, zotero)
    assert (summary.added, summary.skipped) == (1, ())
    record = only(writer)
    (file,) = record.attachments
    data = b"%PDF-1.4 a small one"
    assert (file.name, file.media_type, file.size) == ("Byron 2017.pdf", "application/pdf", len(data))
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert files.path_of(library.path, file.sha256, file.media_type).read_bytes() == data
    (mark,) = record.highlights
    assert (mark.target, mark.meaning, mark.page) == (f"attachment:{file.sha256}", "blue", 3)

    again = imported(writer, zotero)
    assert (again.added, again.merged, again.unchanged) == (0, 0, 1)
    writer.undo()
    assert everything(writer) == []
    writer.redo()
    assert only(writer).attachments == [file]


def test_a_rehearsal_says_the_same_and_keeps_nothing(library: Library, zotero: Path) -> None:
    reader = library.reader()

    def rehearsed() -> ImportSummary:
        with Rehearsal(reader) as rehearsal:
            return rehearsal.bring_in(registry.read_path(zotero))

    assert rehearsed().added == 1
    assert not files.folder(library.path).exists()
    writer = library.writer()
    imported(writer, zotero)
    writer.close()
    assert rehearsed().unchanged == 1
    (zotero / "storage" / "ITEM0003" / "Byron 2017.pdf").write_bytes(b"%PDF-1.4 another one")
    assert rehearsed().merged == 1
    reader.close()


def test_a_file_that_cannot_be_kept_costs_only_itself(writer: Writer, zotero: Path) -> None:
    place = zotero / "storage" / "ITEM0003" / "Byron 2017.pdf"
    reading = registry.read_path(zotero)
    first = next(reading.items)
    place.unlink()
    assert isinstance(first, Record)
    items = iter([first, *reading.items])
    reading.items = items
    _, summary = bring_in(writer, reading)
    assert summary.added == 1
    assert [(one.where, one.why[:16]) for one in summary.skipped] == [
        ("a file of “Slow Gradients Make Good Neighbours”", "There is no file")
    ]
    record = only(writer)
    assert record.attachments == []
    assert [mark.target for mark in record.highlights] == ["abstract"]


class _StopsAfter(Silent):
    """A reader who stops an import when it has asked so often whether to go on."""

    def __init__(self, times: int) -> None:
        self.left = times

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("times", [0, 2, 40])
def test_an_import_that_is_stopped_leaves_nothing_and_goes_on(writer: Writer, tmp_path: Path, times: int) -> None:
    database = Database(tmp_path / "Zotero" / "zotero.sqlite")
    for number in range(130):
        paper = database.item("book", title=f"Number {number}")
        database.attachment(paper, f"storage:{number}.pdf", f"%PDF- {number}".encode())
    folder = database.close().parent
    with pytest.raises(Cancelled):
        bring_in(writer, registry.read_path(folder), progress=_StopsAfter(times))
    assert counts.counts(writer.connection).papers == 0
    assert imported(writer, folder).added == 130
    assert len(attachments.all_files(writer.connection)) == 130


def test_many_files_in_a_folder_are_one_step(writer: Writer, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(20):
        entry = {"id": 1, "title": f"Number {number}", "authors": [], "published": None}
        (folder / f"{number}.json").write_text(json.dumps({"format": "readerapp", "version": 1, "papers": [entry]}))
    assert imported(writer, folder).added == 20
    assert [step.title for step in history.steps(writer.connection)] == ["Import of papers: 20 added"]
    writer.undo()
    assert everything(writer) == []
