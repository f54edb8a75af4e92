"""An import as a process of its own, against raw sqlite3 writing the very same rows and indexes.

python -m tests.speed.importing LIBRARY PAPERS
"""

from __future__ import annotations

import json
import re
import resource
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from readerapp import registry
from readerapp.formats.opening import open_path
from readerapp.library import history, migrate
from readerapp.library.connect import Library
from readerapp.operations.importing import Importing
from tests.speed.table import Row

BATCH = 1000
# Papers after which the memory that an import takes must not grow any more: SQLite's cache is full.
WARM = 50_000


def measure(folder: Path, papers: Path) -> list[Row]:
    """Imports `papers` into a new library and times the same by hand."""
    with TemporaryDirectory(dir=folder) as place:
        library = Path(place) / "library.db"
        done = subprocess.run(
            [sys.executable, "-m", "tests.speed.importing", str(library), str(papers)],
            check=True,
            capture_output=True,
            text=True,
        )
        told = json.loads(done.stdout)
        plain = _raw(library, Path(place) / "raw.db")
    count, ours = told["papers"], told["seconds"]
    return [
        Row(f"import, {count / ours:,.0f} papers a second", ours, plain, "raw sqlite3, same rows", "≤ 2"),
        Row("its longest hold on the library", told["longest"], goal="a note waits no longer: 100 ms"),
        Row("its memory at the end", told["end"], told["warm"] or None, f"after {WARM:,} papers", "flat", unit="MB"),
    ]


def main(library: Path, papers: Path) -> None:
    """Imports, and prints what it took as JSON: seconds, and MB."""
    began = time.perf_counter()
    opened = Library(library)
    writer = opened.writer()
    steps = Importing(writer, registry.read(open_path(papers)))
    longest = warm = 0.0
    while True:
        batch = time.perf_counter()
        done = steps.advance()
        longest = max(longest, time.perf_counter() - batch)
        if done:
            break
        (count,) = writer.connection.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()
        if count >= WARM and not warm:
            warm = _memory()
    seconds = time.perf_counter() - began
    writer.close()
    opened.close()
    told = {"papers": steps.summary.added, "seconds": seconds, "longest": longest, "warm": warm, "end": _memory()}
    print(json.dumps(told))


def _memory() -> float:
    """The memory this process has now, in MB; where only the most it ever had is told, that."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def _raw(path: Path, target: Path) -> float:
    """Seconds that executemany and one INSERT…SELECT per thousand papers need for what a library holds. Reading the
    rows does not count."""
    source = sqlite3.connect(path)
    migrate.run(target)
    tables = [table for table in history.tables(source) if table.paper]
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = 2")
    connection.execute("PRAGMA cache_size = -64000")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    indexes = {
        name: ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%USING fts5(%'")
        if re.search(r"content\s*=\s*'search_text'", sql)
    }
    imports = source.execute("SELECT * FROM import").fetchall()
    connection.executemany(f"INSERT INTO import VALUES ({', '.join('?' * len(imports[0]))})", imports)
    (last,) = source.execute("SELECT max(id) FROM paper").fetchone()
    seconds = 0.0
    for first in range(1, last + 1, BATCH):
        of_batch = (first, first + BATCH)
        rows = {
            table: source.execute(
                f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {table.paper} >= ? AND {table.paper} < ?",
                of_batch,
            ).fetchall()
            for table in tables
        }
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, found in rows.items():
            columns = ", ".join(table.columns)
            connection.executemany(
                f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(table.columns))})", found
            )
        for index, columns in indexes.items():
            connection.execute(
                f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} FROM search_text"
                " WHERE id >= ? AND id < ?",
                of_batch,
            )
        connection.execute("COMMIT")
        seconds += time.perf_counter() - began
    connection.close()
    source.close()
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
