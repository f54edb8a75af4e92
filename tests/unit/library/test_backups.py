"""Backups come back, damage is found and left as it is, and a check mends what it can."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readerapp.errors import Refused
from readerapp.library import arrivals, backups, check, counts
from readerapp.library.connect import Library, Writer
from readerapp.operations import reading
from readerapp.operations.importing import bring_in
from readerapp.paths import files_of
from readerapp.records import Origin, Reading, Record, Status
from tests.unit.library.test_history import dump


def test_a_backup_restores_what_was_and_keeps_what_it_replaces(
    filled: Writer, library: Library, tmp_path: Path
) -> None:
    before = dump(filled.connection)
    backup = backups.write(library.path, tmp_path / "elsewhere" / "copy.db")
    reading.set_status(filled, [1, 2, 3], Status.READ)
    changed = dump(filled.connection)
    # the library stays open here, as it does in a window
    aside = backups.restore(library.path, backup)
    assert dump(filled.connection) == before
    assert filled.changed_elsewhere()
    assert aside is not None
    kept = sqlite3.connect(aside)
    assert {name: sorted(kept.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in changed} == changed
    kept.close()
    reading.set_starred(filled, [1], True)
    assert check.look(filled, repair=False) == []


@pytest.mark.parametrize("kind", ["missing", "text", "damaged", "another"])
def test_what_is_no_good_backup_is_refused(filled: Writer, library: Library, tmp_path: Path, kind: str) -> None:
    source = tmp_path / "source.db"
    if kind == "text":
        source.write_text("not a library")
    elif kind == "damaged":
        backups.write(library.path, source)
        content = bytearray(source.read_bytes())
        content[5000:90_000] = os.urandom(85_000)
        source.write_bytes(content)
    elif kind == "another":
        connection = sqlite3.connect(source)
        connection.execute("CREATE TABLE t (x)")
        connection.close()
    before = dump(filled.connection)
    with pytest.raises(Refused):
        backups.restore(library.path, source)
    assert dump(filled.connection) == before


def test_thirty_days_keep_seven_days_and_eight_weeks(filled: Writer, library: Library) -> None:
    start = datetime(2026, 1, 1, 9)
    for day in range(120):
        backups.rotate(library.path, start + timedelta(days=day))
        backups.rotate(library.path, start + timedelta(days=day, hours=5))
        if day % 40 == 39:
            kept = [backups.time_of(path).date() for path in backups.kept(library.path)]
            newest = (start + timedelta(days=day)).date()
            assert {newest - timedelta(days=n) for n in range(7)} <= set(kept)
            assert len(kept) <= backups.DAILY + backups.WEEKLY
    weeks = {backups.time_of(path).isocalendar()[:2] for path in backups.kept(library.path)}
    assert len(weeks) >= backups.WEEKLY
    for path in backups.kept(library.path):
        connection = sqlite3.connect(path)
        assert backups.fault(connection) == ""
        connection.close()


@pytest.mark.parametrize("year", [1970, 2038, 9999])
def test_a_clock_that_is_wrong_costs_no_backup(filled: Writer, library: Library, year: int) -> None:
    for day in range(1, 9):
        backups.rotate(library.path, datetime(2026, 3, day, 9))
    before = set(backups.kept(library.path))
    backups.rotate(library.path, datetime(year, 1, 19, 3, 14, 8))
    gone = before - set(backups.kept(library.path))
    assert len(gone) <= 1


def test_a_full_disk_or_a_folder_without_permission_is_a_sentence(filled: Writer, library: Library) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        backups.write(library.path, Path("/proc/nothing/backup.db"))


def test_truncated_or_damaged_libraries_are_found_and_left_alone(filled: Writer, tmp_path: Path) -> None:
    filled.close()
    whole = filled.path.read_bytes()
    refused = 0
    for number in range(24):
        path = tmp_path / f"damaged{number}.db"
        content = bytearray(whole)
        if number % 2:
            content = content[: len(content) * number // 26]
        else:
            at = 4096 * (1 + number * 3 % (len(content) // 4096 - 1))
            content[at : at + 4096] = bytes(4096)
        path.write_bytes(content)
        before = hashlib.sha256(path.read_bytes()).digest()
        try:
            library = Library(path)
            writer = library.writer()
            found = check.look(writer, repair=False)
            writer.close()
            library.close()
            refused += bool(found)
        except Refused:
            refused += 1
            assert hashlib.sha256(path.read_bytes()).digest() == before
    assert refused >= 20


def test_the_sentence_about_damage_names_the_newest_sound_backup(filled: Writer, library: Library) -> None:
    backup = backups.rotate(library.path, datetime(2026, 3, 1, 9))
    broken = backups.rotate(library.path, datetime(2026, 3, 2, 9))
    assert broken is not None
    broken.write_bytes(broken.read_bytes()[:20_000])
    assert backups.newest(library.path) == backup


_DIE = """
import os, signal, sys
from pathlib import Path
from readerapp.library.connect import Library
from readerapp.operations import reading
from readerapp.operations.importing import bring_in
library = Library(Path(sys.argv[1]))
writer = library.writer()
reading.set_note(writer, 1, "Written just before the end.")
os.kill(os.getpid(), signal.SIGKILL)
"""


def _die(path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _DIE, str(path)], check=False)
    assert ended.returncode == -signal.SIGKILL


def test_a_write_survives_the_death_of_its_process(filled: Writer) -> None:
    filled.close()
    _die(filled.path)
    assert filled.path.with_name("library.db-wal").stat().st_size > 0
    library = Library(filled.path)
    reader = library.reader()
    assert reader.execute("SELECT text FROM note").fetchall() == [("Written just before the end.",)]
    reader.close()
    library.close()


def test_a_journal_of_another_file_is_set_aside(filled: Writer, library: Library, tmp_path: Path) -> None:
    filled.close()
    library.close()
    older = tmp_path / "older.db"
    shutil.copy(filled.path, older)
    changing = Library(filled.path)
    writer = changing.writer()
    reading.set_status(writer, range(1, 31), Status.READ)
    writer.close()
    changing.close()
    _die(filled.path)
    # a person brings back an old copy of the file and overlooks the journal beside it
    shutil.copy(older, filled.path)
    library = Library(filled.path)
    reader = library.reader()
    assert backups.fault(reader) == ""
    assert counts.counts(reader).papers == 30
    reader.close()
    library.close()
    assert list(tmp_path.glob("library.db-wal.foreign-*"))


def test_a_check_mends_indexes_and_counts_and_then_finds_nothing(filled: Writer) -> None:
    reading.set_note(filled, 1, "A thought to be found.")
    connection = filled.connection
    connection.execute("UPDATE tally SET n = n + 7 WHERE name = 'status:0'")
    connection.execute("UPDATE tag_tally SET unread = 99")
    connection.execute("DELETE FROM words_fts")
    connection.execute("INSERT INTO title_fts (title_fts, rowid, title, authors) VALUES ('delete', 1, 'wrong', 'x')")
    found = check.look(filled, repair=False)
    assert len(found) >= 4
    assert not any(one.mended for one in found)
    assert all(one.mended for one in check.look(filled, repair=True))
    assert check.look(filled, repair=False) == []
    assert connection.execute("SELECT rowid FROM words_fts('thought')").fetchall() == [(1,)]


def test_a_write_protected_library_can_be_read(filled: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.close()
    # as root every file can be written to: ask as somebody who may not
    monkeypatch.setattr("readerapp.library.opening.os.access", lambda path, mode: not mode & os.W_OK)
    library = Library(filled.path)
    assert "write-protected" in library.notice
    reader = library.reader()
    assert counts.counts(reader).papers == 30
    reader.close()
    with pytest.raises(Refused, match="write-protected"):
        library.writer()
    library.close()


def test_the_folder_of_a_library_is_beside_it(library: Library) -> None:
    assert files_of(library.path) == library.path.with_suffix(".files")


def test_a_full_disk_refuses_in_words_and_loses_nothing(filled: Writer) -> None:
    before = dump(filled.connection)
    (pages,) = filled.connection.execute("PRAGMA page_count").fetchone()
    filled.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(Refused, match="no space left"):
        reading.set_note(filled, 1, "x" * 100_000)
    many = (Record(title=f"Number {n}", abstract="Words. " * 100) for n in range(2000))
    with pytest.raises(Refused, match="no space left"):
        bring_in(filled, Reading(Origin("json", "many"), many))
    filled.connection.execute("PRAGMA max_page_count = 1000000")
    while arrivals.sweep_leftovers(filled):
        pass
    assert dump(filled.connection) == before
    reading.set_note(filled, 1, "Room again.")
    assert check.look(filled, repair=False) == []
