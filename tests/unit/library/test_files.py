"""Files are kept once, whole or not at all, and stay while anything names them."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Cancelled, Refused
from readerapp.library import attachments, backups, check, files, pdfs
from readerapp.library.connect import Library, Writer
from readerapp.operations import attaching, filing, reading
from readerapp.operations.attaching import safe_name
from readerapp.records import Silent


def _pdf(folder: Path, name: str = "On Answers.pdf", content: bytes = b"%PDF-1.7 an answer") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _age(library: Path) -> None:
    """Makes every file in the library's folder two days older."""
    for path in files.folder(library).rglob("*"):
        if path.is_file():
            then = time.time() - 2 * 24 * 3600
            os.utime(path, (then, then))


def _there(library: Path) -> list[str]:
    return sorted(path.name for path in files.folder(library).rglob("*") if path.is_file())


def test_a_file_given_twice_is_kept_once_by_its_content(library: Library, tmp_path: Path) -> None:
    content = b"%PDF-1.7 an answer"
    first = attaching.keep(library.path, _pdf(tmp_path))
    second = attaching.keep(library.path, _pdf(tmp_path, "a copy of it.pdf"))
    sha256 = hashlib.sha256(content).hexdigest()
    assert (first.sha256, first.media_type, first.size) == (sha256, "application/pdf", len(content))
    assert second.sha256 == sha256
    assert _there(library.path) == [f"{sha256}.pdf"]
    assert files.path_of(library.path, sha256, "application/pdf").read_bytes() == content


def test_a_file_is_attached_detached_and_brought_back(filled: Writer, tmp_path: Path) -> None:
    kept = attaching.keep(filled.path, _pdf(tmp_path))
    attaching.attach(filled, 3, [kept])
    attaching.attach(filled, 3, [kept])
    (file,) = attachments.of(filled.connection, 3)
    assert (file.name, file.sha256) == ("On Answers.pdf", kept.sha256)
    attaching.rename(filled, file.id or 0, "../../etc/An Answer.pdf")
    assert [one.name for one in attachments.of(filled.connection, 3)] == ["An Answer.pdf"]
    attaching.detach(filled, file.id or 0)
    assert attachments.of(filled.connection, 3) == []
    filled.undo()
    assert [one.name for one in attachments.of(filled.connection, 3)] == ["An Answer.pdf"]
    assert files.fault(filled.path, kept.sha256, kept.media_type, kept.size) == ""


def test_a_file_stays_while_library_history_or_a_backup_names_it(filled: Writer, tmp_path: Path) -> None:
    named, undoable, backed_up, forgotten = (
        attaching.keep(filled.path, _pdf(tmp_path, f"{n}.pdf", b"%PDF-1.7 " + bytes([65 + n]))) for n in range(4)
    )
    attaching.attach(filled, 1, [named])
    attaching.attach(filled, 2, [backed_up])
    backups.write(filled.path, backups.folder(filled.path) / "backup-2026-01-02-030405.db")
    attaching.attach(filled, 3, [undoable])
    for paper in (2, 3):
        attaching.detach(filled, attachments.of(filled.connection, paper)[0].id or 0)
    # Of the one in the backup the history shall know nothing any more.
    filled.connection.execute("DELETE FROM undo_change WHERE tbl = 'attachment' AND instr(old, ?)", (backed_up.sha256,))
    assert files.sweep(filled) == 0  # all are too young
    _age(filled.path)
    (files.folder(filled.path) / ".0123.part").write_bytes(b"half")
    assert files.unnamed(filled.connection, filled.path) == [
        files.path_of(filled.path, forgotten.sha256, "application/pdf")
    ]
    found = check.look(filled, repair=True)
    assert [one.mended for one in found] == [True]
    assert check.look(filled, repair=False) == []
    kept = {f"{one.sha256}.pdf" for one in (named, undoable, backed_up)}
    assert set(_there(filled.path)) == {*kept, ".0123.part"}
    filled.undo()
    assert [one.sha256 for one in attachments.of(filled.connection, 3)] == [undoable.sha256]
    (files.folder(filled.path) / "stray").write_bytes(b"not ours")
    _age(filled.path)
    assert files.sweep(filled) == 1
    assert "stray" in _there(filled.path)


def test_a_picture_stays_while_a_note_has_it_or_had_it(filled: Writer) -> None:
    now, before, undoable, deleted, backed_up, forgotten = (
        files.store_bytes(filled.path, b"GIF89a" + bytes([65 + n]), "pasted.gif").sha256 for n in range(6)
    )

    def link(sha256: str) -> str:
        return f"See this:\n![](files/{sha256}.gif)\n"

    reading.set_note(filled, 1, link(before))
    reading.set_note(filled, 1, link(now))  # what it was is kept as a version
    filled.connection.execute("DELETE FROM undo_change")
    reading.set_note(filled, 2, link(undoable))
    reading.set_note(filled, 2, "")
    filled.connection.execute("DELETE FROM note_version WHERE paper_id = 2")
    reading.set_note(filled, 3, link(deleted))
    filing.trash(filled, [3])
    filing.delete(filled, [3])
    # One from before there were versions of notes.
    old = backups.folder(filled.path) / "backup-2025-01-02-030405.db"
    old.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("CREATE TABLE attachment (sha256 TEXT)")
        connection.execute("INSERT INTO attachment VALUES (?)", (backed_up,))
    _age(filled.path)
    assert [path.stem for path in files.unnamed(filled.connection, filled.path)] == [forgotten]


def test_a_check_tells_missing_and_changed_files(filled: Writer, tmp_path: Path) -> None:
    kept = [attaching.keep(filled.path, _pdf(tmp_path, f"{n}.pdf", b"%PDF-1.7 " + bytes([65 + n]))) for n in range(3)]
    attaching.attach(filled, 1, kept)
    attaching.attach(filled, 2, kept[:1])
    files.path_of(filled.path, kept[0].sha256, kept[0].media_type).unlink()
    changed = files.path_of(filled.path, kept[1].sha256, kept[1].media_type)
    assert not changed.stat().st_mode & 0o222  # other programs that show it do not write it
    changed.chmod(0o600)
    changed.write_bytes(b"%PDF-1.7 X")
    told = [one.what for one in check.look(filled, repair=True)]
    assert told == [
        "The file 0.pdf of 2 papers is missing. Attach it again.",
        "The file 1.pdf of a paper is changed. Attach it again, or bring it back from a copy.",
    ]
    attaching.keep(filled.path, tmp_path / "0.pdf")
    assert files.fault(filled.path, kept[0].sha256, kept[0].media_type, kept[0].size) == ""


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "empty", "large", "device"])
def test_what_is_no_good_file_is_a_sentence_and_leaves_nothing(library: Library, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "it.pdf"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "empty":
            path.touch()
        case "large":
            with path.open("wb") as file:
                file.truncate(2_000_000_000)  # takes no room on the disk
        case "device":
            path = Path("/dev/zero")
    with pytest.raises(Refused):
        attaching.keep(library.path, path)
    assert _there(library.path) == []


def test_the_index_of_pdfs_is_checked_and_mended(filled: Writer) -> None:
    connection = filled.connection
    with filled.unrecorded():
        pdfs.begin(connection, "a" * 64)
        pdfs.add_pages(connection, "a" * 64, {1: "an answer", 2: " ", 3: "and more"})
        pdfs.finish(connection, "a" * 64, 3)
    assert check.look(filled, repair=False) == []
    connection.execute("INSERT INTO pdf_fts (pdf_fts) VALUES ('delete-all')")
    assert [one.mended for one in check.look(filled, repair=True)] == [True]
    assert check.look(filled, repair=False) == []
    assert connection.execute("SELECT count(*) FROM pdf_fts('answer')").fetchone() == (1,)


def test_a_cancelled_copy_leaves_nothing(library: Library, tmp_path: Path) -> None:
    class Stopped(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        attaching.keep(library.path, _pdf(tmp_path), Stopped())
    assert _there(library.path) == []


def _copy_until_killed(library: Path, source: Path) -> None:
    class Slow(Silent):
        def report(self, done: int, total: int | None, what: str = "") -> None:
            if done > 3_000_000:
                os._exit(9)

    attaching.keep(library, source, Slow())


def test_a_process_that_dies_while_it_copies_leaves_no_half_file(library: Library, tmp_path: Path) -> None:
    source = _pdf(tmp_path, content=b"%PDF-1.7 " + b"x" * 8_000_000)
    process = multiprocessing.get_context("spawn").Process(target=_copy_until_killed, args=(library.path, source))
    process.start()
    process.join()
    assert process.exitcode == 9
    (left,) = _there(library.path)
    assert left.endswith(".part")
    kept = attaching.keep(library.path, source)
    assert files.fault(library.path, kept.sha256, kept.media_type, kept.size) == ""
    _age(library.path)
    reader = library.reader()
    try:
        assert {path.suffix for path in files.unnamed(reader, library.path)} == {".part", ".pdf"}
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.pdf", "a.pdf"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\evil.exe", "evil.exe"),
        ("..", "file"),
        ("a\u202efdp.exe", "a fdp.exe"),
        ("line\nbreak\x00.pdf", "line break .pdf"),
        ("", "file"),
        ("CON: what?.pdf", "CON what .pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    made = safe_name(name)
    assert made
    assert len(made) <= 200
    assert not set(made) & set('/\\:*?"<>|\n\x00')
    assert made not in (".", "..")
    assert safe_name(made) == made


@pytest.mark.parametrize("sha256", ["", "..", "A" * 64, "0" * 63, "../" * 21 + "a"])
def test_what_is_no_digest_names_no_file(tmp_path: Path, sha256: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sha256) or "^$"):
        files.path_of(tmp_path / "library.db", sha256, "application/pdf")
    assert files.fault(tmp_path / "library.db", sha256, "application/pdf", 1) == "missing"
