"""Locks between processes, held by SQLite itself: they end with the process, also by kill -9, on every platform."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from readerapp.errors import Refused
from readerapp.library.faults import told
from readerapp.paths import IMPORT_LOCK, OPEN_LOCK, files_of


class _Lock:
    def __init__(self, file: Path, begin: str, wait: float) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(file, timeout=wait, isolation_level=None, check_same_thread=False)
        try:
            self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.execute(begin)
            # BEGIN alone takes no shared lock: the first read does.
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            self._connection.close()
            raise

    def release(self) -> None:
        """Lets go. Releasing twice is harmless."""
        self._connection.close()


class Presence(_Lock):
    """Says that this process has the library open. Any number of processes may at once."""

    def __init__(self, library: Path) -> None:
        super().__init__(files_of(library) / OPEN_LOCK, "BEGIN", 10)


def alone(library: Path) -> bool:
    """Whether no process has said that it has the library open."""
    try:
        lock = _Lock(files_of(library) / OPEN_LOCK, "BEGIN EXCLUSIVE", 0)
    except sqlite3.OperationalError:
        return False
    lock.release()
    return True


class Busy(Refused):
    """Somebody else is importing into this library."""


class ImportTurn(_Lock):
    """The turn to import: one import at a time in one library. Waits `wait` seconds; then raises Busy."""

    def __init__(self, library: Path, wait: float = 60) -> None:
        with told(library):
            try:
                super().__init__(files_of(library) / IMPORT_LOCK, "BEGIN EXCLUSIVE", wait)
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
                raise Busy(
                    f"Another import into {library} is still running.", "Try again when it has finished."
                ) from error
