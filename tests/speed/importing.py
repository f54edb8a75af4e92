"""Importing 87,337 papers, against raw sqlite3 writing the very same rows and indexes."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from readerapp import registry
from readerapp.formats.opening import open_path
from readerapp.library import history, migrate
from readerapp.library.connect import Library
from readerapp.operations.importing import Importing
from tests.speed.table import Row

BATCH = 1000


def measure(library: Path, papers: Path) -> list[Row]:
    """Imports `papers` into a new library and times the same by hand."""
    began = time.perf_counter()
    opened = Library(library)
    writer = opened.writer()
    steps = Importing(writer, registry.read(open_path(papers)))
    worst = 0.0
    while True:
        batch = time.perf_counter()
        done = steps.advance()
        worst = max(worst, time.perf_counter() - batch)
        if done:
            break
    ours = time.perf_counter() - began
    count = steps.summary.added
    plain = _raw(writer.connection, library.with_name("raw.db"))
    writer.close()
    opened.close()
    return [
        Row(f"import {count:,} papers ({count / ours:,.0f} a second)", ours, plain, "raw sqlite3, same rows", "≤ 2"),
        Row("its longest hold on the library", worst, goal="a note waits no longer"),
    ]


def _raw(source: sqlite3.Connection, target: Path) -> float:
    """Seconds that executemany and one INSERT…SELECT per thousand papers need for what `source` holds."""
    migrate.run(target)
    tables = [table for table in history.tables(source) if table.paper]
    rows = {
        table: source.execute(f"SELECT {', '.join(table.columns)} FROM {table.name} ORDER BY {table.paper}").fetchall()
        for table in tables
    }
    imports = source.execute("SELECT * FROM import").fetchall()
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = 2")
    connection.execute("PRAGMA cache_size = -64000")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    began = time.perf_counter()
    connection.executemany(f"INSERT INTO import VALUES ({', '.join('?' * len(imports[0]))})", imports)
    last = max(row[0] for table, found in rows.items() if table.name == "paper" for row in found)
    positions = dict.fromkeys(tables, 0)
    for first in range(1, last + 1, BATCH):
        connection.execute("BEGIN IMMEDIATE")
        for table in tables:
            found, start = rows[table], positions[table]
            at = table.columns.index(table.paper or "")
            end = start
            while end < len(found) and found[end][at] < first + BATCH:
                end += 1
            positions[table] = end
            connection.executemany(
                f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})", found[start:end]
            )
        for index, columns in (
            ("paper_fts", "title, authors, abstract, keywords, venue, also"),
            ("title_fts", "title, authors"),
        ):
            connection.execute(
                f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} FROM search_text"
                " WHERE id >= ? AND id < ?",
                (first, first + BATCH),
            )
        connection.execute("COMMIT")
    seconds = time.perf_counter() - began
    connection.close()
    return seconds
