"""Prints the schema that the migrations make: `python db/snapshot.py > db/schema.sql` after adding one."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

from readerapp.library import migrate


def schema() -> str:
    """The statements behind an empty, migrated library by name, without the tables FTS5 makes for itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        migrate.run(path)
        connection = sqlite3.connect(path)
        virtual = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
        ]
        statements = [
            f"{sql};"
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name"
            )
            if not name.startswith("sqlite_") and not any(name.startswith(f"{table}_") for table in virtual)
        ]
        connection.close()
    return (
        "-- Made by db/snapshot.py from db/migrations. Not run by anything: it is here to be read.\n\n"
        + "\n\n".join(statements)
        + "\n"
    )


if __name__ == "__main__":
    sys.stdout.write(schema())
