"""Opening a library: what is refused, checked and made. Imports no Peewee unless a migration is pending."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from readerapp.errors import Refused
from readerapp.library import backups, locks
from readerapp.library.faults import full, told
from readerapp.paths import MIGRATIONS, files_of

_HEADER = b"SQLite format 3\0"


def prepare(path: Path) -> tuple[Path, str]:
    """Makes sure that `path` is a library this program can use: makes a missing one, migrates an older one.

    Returns the file's true path, and a notice for the reader: "" or why it can only be read. Raises Refused, with
    the file untouched, for a folder, a file that is no library, one of a newer program, or a damaged one.
    """
    with told(path):
        try:
            path = path.expanduser().resolve()
            if path.is_dir():
                raise Refused(f"{path} is a folder, not a library.", "Name the library file with --library.")
            missing = not path.exists() or path.stat().st_size == 0
            if missing:
                path.parent.mkdir(parents=True, exist_ok=True)
                if not os.access(path.parent, os.W_OK):
                    raise Refused(f"The folder {path.parent} cannot be written to.", "Choose another with --library.")
        except (OSError, RuntimeError) as error:  # RuntimeError: a home of nobody, a link that points at itself
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise Refused(f"The library {path} cannot be used: {reason}.", "Choose another with --library.") from None
        if missing:
            _migrate(path, new=True)
            return path, ""
        _refuse_other_files(path)
        notice = _read_only_notice(path)
        if _pending(path, immutable=bool(notice)):
            if notice:
                raise Refused(f"The library {path} is of an older version and cannot be brought up to date: {notice}")
            _migrate(path, new=False)
        return path, notice


def uri(path: Path, *, immutable: bool = False) -> str:
    """The address of a library for a connection that only reads."""
    # as_uri quotes what a path may hold and an address may not: ? # % and blanks.
    return f"{path.as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise Refused(f"The library {path} cannot be read: {error.strerror}.", "Check its permissions.") from None
    if header != _HEADER:
        raise Refused(f"{path} is not a library of readerapp.", "Choose another file with --library.")


def _left_over(path: Path) -> Path | None:
    """The journal beside the library, when there is something in it."""
    journal = path.with_name(path.name + "-wal")
    return journal if journal.exists() and journal.stat().st_size else None


def _read_only_notice(path: Path) -> str:
    if full(path) and not _left_over(path):
        return f"There is no space left where the library {path} lies: it can be read but not changed."
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return ""
    return f"The library {path} can be read but not changed: its file or folder is write-protected."


def _pending(path: Path, immutable: bool) -> bool:
    """Whether migrations are pending. Looks through a read-only connection, so that nothing is changed by looking."""
    connection = sqlite3.connect(uri(path, immutable=immutable), uri=True, timeout=15)
    try:
        left_over = None if immutable else _left_over(path)
        if left_over and locks.alone(path):
            # A process died, or the file was replaced beneath its journal: a journal that belongs to another file
            # damages this one as soon as it is written back, so look before anything writes.
            fault = backups.fault(connection)
            if fault:
                connection.close()
                connection = _without_journal(path, left_over, fault)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if names and "schema_migration" not in names:
            raise Refused(f"{path} is not a library of readerapp.", "Choose another file with --library.")
        applied = {name for (name,) in connection.execute("SELECT name FROM schema_migration")} if names else set()
    finally:
        connection.close()
    known = {file.stem for file in MIGRATIONS.glob("[0-9]*.py")}
    if applied - known:
        raise Refused(
            f"The library {path} was written by a newer version of readerapp.", "Update readerapp to open it."
        )
    return bool(known - applied)


def _without_journal(path: Path, journal: Path, fault: str) -> sqlite3.Connection:
    """Opens the file as it is without its journal, setting the journal aside if the file is sound so."""
    connection = sqlite3.connect(uri(path, immutable=True), uri=True)
    if backups.fault(connection):
        connection.close()
        raise damaged(path, fault)
    aside = journal.with_name(f"{journal.name}.foreign-{datetime.now():%Y%m%d-%H%M%S}")
    journal.rename(aside)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return connection


def damaged(path: Path, fault: str) -> Refused:
    """The sentence for a damaged library, naming the newest good backup if there is one."""
    newest = backups.newest(path)
    remedy = (
        f"Bring back its newest sound backup with: readerapp --library {path} restore {newest}"
        if newest
        else "There is no backup of it."
    )
    return Refused(f"The library {path} is damaged ({fault}). It was left as it is.", remedy)


def _migrate(path: Path, *, new: bool) -> None:
    from readerapp.library import migrate

    # Two programs started at once must not both migrate: the second waits, and finds nothing left to do.
    turn = locks.ImportTurn(path)
    try:
        if not new:
            backups.write(path, files_of(path) / "backups" / f"before-update-{datetime.now():%Y%m%d-%H%M%S}.db")
        migrate.run(path)
        if not new:
            # A migration knows nothing of how words are folded: it leaves this to the program of the day.
            connection = sqlite3.connect(path)
            with connection:
                from readerapp.library import reader_words  # late, as it is needed only here

                reader_words.settle(connection, reader_words.unsettled(connection))
            connection.close()
    finally:
        turn.release()
