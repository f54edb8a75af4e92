"""SQLite files of other programs, read without touching them, also while their program runs.

The one module outside of `library` that knows sqlite3. A file is never opened where it is: a program that has it open
may hold its lock for as long as it runs, reading it without the lock gives an old state, and opening it would write
beside it. It is copied together with its journal, and the copy is taken when neither has changed meanwhile.

The copy is a stranger's: nothing in its schema is run. Only plain tables are read, no view, no virtual table, no
expression of an index; and whatever takes too long is stopped.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from readerapp.errors import Refused

BEGINNING = b"SQLite format 3\0"

_JOURNALS = ("-wal", "-journal")
_TRIES = 4
_PAUSE = 0.25
# The longest value of a column, in bytes; how long a file may be looked at before the first answer, and how long one
# answer may take, in seconds. Steps of SQLite's machine between two looks at the clock.
_LONGEST = 64 * 2**20
_PATIENCE = 120.0
_STEPS = 200_000


class Foreign:
    """The plain tables of a foreign SQLite file."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._end = time.monotonic() + _PATIENCE
        connection.set_progress_handler(lambda: time.monotonic() > self._end, _STEPS)
        connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
            self.rows(f"PRAGMA {pragma}")
        if (found := self.rows("PRAGMA quick_check(1)")) != [("ok",)]:
            raise self._damaged(str(found[0][0]) if found else "")
        self._columns = {
            str(table): {str(row[1]) for row in self.rows(f"PRAGMA table_info({_quoted(str(table))})")}
            for table, sql in self.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if not str(sql).upper().lstrip().startswith("CREATE VIRTUAL")
        }

    def has(self, table: str, *columns: str) -> bool:
        """Whether there is a plain table of this name with all of these columns."""
        return self._columns.get(table, set()).issuperset(columns) and table in self._columns

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer. Raises Refused when the file is damaged, or keeps one waiting too long."""
        self._end = time.monotonic() + _PATIENCE
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise Refused(f"{self._name} keeps one waiting too long.", "It may be damaged.") from None
            raise self._damaged(str(error)) from None
        except (sqlite3.Error, OverflowError, MemoryError) as error:
            raise self._damaged(str(error)) from None

    def _damaged(self, why: str) -> Refused:
        return Refused(f"{self._name} is damaged ({why[:200]}).", "Try its backup, or export from its program.")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def opened(path: Path, name: str) -> Iterator[Foreign]:
    """The file at `path`, as it is now with what its program has not written into it yet, called `name` in messages.

    Raises Refused for a file that changes all the time, is damaged, or cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="readerapp-") as folder:
        copy = Path(folder) / "copy.sqlite"
        _copy(path, copy, name)
        try:
            connection = sqlite3.connect(copy, isolation_level=None)
        except sqlite3.Error as error:
            raise Refused(f"{name} cannot be opened: {error}.", "Try it again.") from None
        with closing(connection):
            yield Foreign(connection, name)


def _copy(path: Path, copy: Path, name: str) -> None:
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        try:
            before = _state(path)
            for suffix in ("", *_JOURNALS):
                target = Path(f"{copy}{suffix}")
                target.unlink(missing_ok=True)
                if before[suffix] is not None:
                    shutil.copyfile(f"{path}{suffix}", target)
            if _state(path) == before:
                return
        except FileNotFoundError:
            if not path.exists():
                raise Refused(f"There is no file {path}.", "Look for a slip in its name.") from None
        except OSError as error:
            raise Refused(f"{name} cannot be copied: {error.strerror or error}.", "Make room, or close it.") from None
    raise Refused(f"{name} is being written all the time.", "Close its program, then try again.")


def _state(path: Path) -> dict[str, tuple[int, int] | None]:
    """Size and time of the file and its journals, as far as there are some."""
    found: dict[str, tuple[int, int] | None] = {}
    for suffix in ("", *_JOURNALS):
        try:
            about = os.lstat(f"{path}{suffix}") if suffix else path.stat()
        except FileNotFoundError:
            found[suffix] = None
        else:
            found[suffix] = (about.st_size, about.st_mtime_ns) if stat.S_ISREG(about.st_mode) else None
    if found[""] is None:
        raise FileNotFoundError(path)
    return found
