"""Brings a library to the schema of this program: runs what is pending in db/migrations. Nothing else makes tables."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from readerapp.errors import Refused
from readerapp.paths import MIGRATIONS

# "READ" in ASCII: tells other programs, such as file(1), what kind of SQLite file this is.
APPLICATION_ID = 0x52454144


def run(path: Path) -> list[str]:
    """Runs the pending migrations on the file at `path` and returns their names.

    Each is one transaction. Afterwards the whole file is checked; raises Refused when the check finds something.
    """
    database = SqliteDatabase(
        str(path), pragmas={"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}, timeout=30
    )
    with database.connection_context():
        done: list[str] = Runner(database, str(MIGRATIONS)).up()
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        faults = [row[0] for row in database.execute_sql("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        faults += [f"{row[0]}: {row[2]}" for row in database.execute_sql("PRAGMA foreign_key_check").fetchall()]
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    if faults:
        raise Refused(f"The library {path} could not be brought up to date: {faults[0]}.", "Its backup is kept.")
    return done
