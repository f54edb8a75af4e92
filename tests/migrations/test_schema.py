"""The schema is what the migrations make, what db/schema.sql shows, and what the models expect."""

from __future__ import annotations

import hashlib
import lzma
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from readerapp.errors import Refused
from readerapp.library import backups, check
from readerapp.library.connect import Library, Writer
from readerapp.library.language import parse
from readerapp.library.models import MODELS
from readerapp.library.search import ids
from readerapp.operations.importing import bring_in
from readerapp.paths import DB, MIGRATIONS, files_of
from tests.conftest import reading, sample

DATA = Path(__file__).parent.parent / "data"


def test_the_snapshot_is_what_the_migrations_make() -> None:
    spec = spec_from_file_location("snapshot", DB / "snapshot.py")
    assert spec is not None
    assert spec.loader is not None
    snapshot = module_from_spec(spec)
    spec.loader.exec_module(snapshot)
    assert (DB / "schema.sql").read_text(encoding="utf-8") == snapshot.schema()


def test_the_models_are_the_tables(writer: Writer) -> None:
    difference = diff_models(writer.database, MODELS)
    assert not difference, str(difference)


def test_every_table_with_rows_of_its_own_has_a_model(writer: Writer) -> None:
    tables = {
        name
        for (name,) in writer.connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main'")
        if not name.startswith(("sqlite_", "undo_", "tally", "tag_tally", "tag_above", "interest", "schema_migration"))
        and "_fts" not in name
    }
    views = {"search_text", "reader_words"}
    assert tables - views == {model._meta.table_name for model in MODELS}


def test_what_must_never_be_cannot_be_written(filled: Writer) -> None:
    for statement in (
        "UPDATE paper SET title = '' WHERE id = 1",
        "UPDATE paper SET status = 9 WHERE id = 1",
        "UPDATE paper SET rating = 6 WHERE id = 1",
        "UPDATE paper SET shelf = 1 WHERE id = 1",
        "UPDATE paper SET year = 'soon' WHERE id = 1",
        "INSERT INTO note (paper_id, text, changed) VALUES (999, 'of nobody', 0)",
        "INSERT INTO identifier (scheme, value, paper_id) VALUES ('arxiv', '2401.00001', 1)",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            filled.connection.execute(statement)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kept", sorted((DATA / "libraries").glob("*.db.xz")), ids=lambda path: path.name)
def test_a_library_of_every_released_schema_still_opens(tmp_path: Path, kept: Path) -> None:
    """Each was made by the program of its time: 24 papers, some tagged, and a note about Łódź on the third."""
    path = tmp_path / "library.db"
    path.write_bytes(lzma.decompress(kept.read_bytes()))
    library = Library(path)
    writer = library.writer()
    assert check.look(writer, repair=False) == []
    assert len(ids(writer.connection, parse(""))) == 24
    assert list(ids(writer.connection, parse("lodz pretraining"))) == [3]
    assert {1, 2} <= set(ids(writer.connection, parse("tag:=thesis/methods")))
    for _ in range(3):
        writer.undo()
    assert len(ids(writer.connection, parse(""))) == 0
    writer.close()
    library.close()


def test_a_library_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')")
    connection.close()
    before = _digest(path)
    with pytest.raises(Refused, match="newer version"):
        Library(path)
    assert _digest(path) == before


@pytest.mark.parametrize(
    "content",
    [
        b"Dear diary, this is no database at all.",
        b"SQLite format 3\0" + b"\x13" * 5000,
        b"\0" * 4096,
        "ü".encode(),
    ],
    ids=["text", "broken", "zeros", "short"],
)
def test_a_file_that_is_no_library_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(Refused):
        Library(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE citations (id)")
    connection.close()
    before = _digest(path)
    with pytest.raises(Refused, match="not a library"):
        Library(path)
    assert _digest(path) == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="folder"):
        Library(tmp_path)


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "#1.db", "it's.db", "ü.db", "line\nend.db", "q&a=1.db"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path / name)
    writer = library.writer()
    bring_in(writer, reading(*sample(2)))
    writer.close()
    reader = library.reader()
    assert reader.execute("SELECT count(*) FROM paper").fetchone() == (2,)
    reader.close()
    library.close()
    assert (tmp_path / name).is_file()


# A later migration, as somebody will write one: it changes papers and has much to do.
_LATER = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE paper ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    for n in range({times}):
        db.execute_sql("UPDATE paper SET colour = 'c' || {n}".replace("{n}", str(n)))
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "9000_later.py").write_text(_LATER.replace("{times}", "20"), encoding="utf-8")
    monkeypatch.setattr("readerapp.library.opening.MIGRATIONS", folder)
    monkeypatch.setattr("readerapp.library.migrate.MIGRATIONS", folder)
    return folder


def test_an_older_library_is_backed_up_and_brought_up_to_date(tmp_path: Path, filled: Writer, later: Path) -> None:
    filled.close()
    library = Library(filled.path)
    reader = library.reader()
    assert reader.execute("SELECT count(*), min(colour) FROM paper").fetchone() == (30, "c19")
    reader.close()
    library.close()
    (backup,) = files_of(filled.path).glob("backups/before-update-*.db")
    kept = sqlite3.connect(backup)
    assert kept.execute("SELECT count(*) FROM paper").fetchone() == (30,)
    assert "colour" not in {row[1] for row in kept.execute("PRAGMA table_info(paper)")}
    kept.close()


def test_a_migration_that_fails_changes_nothing(filled: Writer, later: Path) -> None:
    filled.close()
    (later / "9000_later.py").write_text(
        _LATER.replace("{times}", "1") + "    raise RuntimeError('half way')\n", encoding="utf-8"
    )
    with pytest.raises(RuntimeError):
        Library(filled.path)
    kept = sqlite3.connect(filled.path)
    assert "colour" not in {row[1] for row in kept.execute("PRAGMA table_info(paper)")}
    assert "9000_later" not in {name for (name,) in kept.execute("SELECT name FROM schema_migration")}
    kept.close()


_OPEN = """
import sys
from pathlib import Path
from readerapp.library import opening, migrate
opening.MIGRATIONS = migrate.MIGRATIONS = Path(sys.argv[2])
print("begin", flush=True)
from readerapp.library.connect import Library
Library(Path(sys.argv[1]))
"""


def test_killed_in_a_migration_a_library_is_old_or_new(tmp_path: Path, filled: Writer, later: Path) -> None:
    filled.close()
    (later / "9000_later.py").write_text(_LATER.replace("{times}", "400"), encoding="utf-8")
    seen = set()
    for round_ in range(6):
        copy = tmp_path / f"copy{round_}.db"
        shutil.copy(filled.path, copy)
        process = subprocess.Popen(
            [sys.executable, "-c", _OPEN, str(copy), str(later)], stdout=subprocess.PIPE, env=os.environ
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.08 * round_)
        process.kill()
        process.wait()
        process.stdout.close()
        connection = sqlite3.connect(copy)
        applied = {name for (name,) in connection.execute("SELECT name FROM schema_migration")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(paper)")}
        assert ("9000_later" in applied) == ("colour" in columns)
        assert connection.execute("SELECT count(*) FROM paper").fetchone() == (30,)
        assert backups.fault(connection) == ""
        connection.close()
        seen.add("colour" in columns)
    assert False in seen


def test_suffixes_are_no_part_of_the_family_name_any_more() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE paper (id INTEGER PRIMARY KEY);"
        "CREATE TABLE paper_author (paper_id, position, given, family, PRIMARY KEY (paper_id, position));"
    )
    names = [("Ada", "King Jr."), ("Henry", "de la Ford  II"), ("", "House of III"), ("A", "B, Jr."), ("Ada", "Byron")]
    connection.executemany("INSERT INTO paper_author VALUES (1, ?, ?, ?)", [(n, *name) for n, name in enumerate(names)])
    spec = spec_from_file_location("migration", MIGRATIONS / "0008_formats.py")
    assert spec is not None
    assert spec.loader is not None
    migration = module_from_spec(spec)
    spec.loader.exec_module(migration)
    for statement in migration.STATEMENTS:
        connection.execute(statement)
    found = connection.execute("SELECT given, family, suffix FROM paper_author ORDER BY position").fetchall()
    connection.close()
    assert found == [
        ("Ada", "King", "Jr."),
        ("Henry", "de la Ford", "II"),
        ("", "House of III", None),
        ("A", "B, Jr.", None),
        ("Ada", "Byron", None),
    ]
