"""Backups: written in one piece, checked before they count, thinned, and brought back at no loss of what was there."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from readerapp.errors import Refused
from readerapp.library.faults import told
from readerapp.paths import MIGRATIONS, files_of

DAILY = 7
WEEKLY = 8

_PREFIX = "backup-"
_FORM = "%Y-%m-%d-%H%M%S"


def fault(connection: sqlite3.Connection) -> str:
    """What is wrong with the database behind this connection, in SQLite's words; "" if nothing."""
    try:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found == "ok":
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            found = f"a row of {broken[0]} points nowhere" if broken else ""
        return str(found).replace("\n", " ")
    except sqlite3.DatabaseError as error:
        return str(error)


def write(library: Path, target: Path) -> Path:
    """Copies the library, as it is at this moment, to `target`, replacing a file there only when the copy is sound.

    Raises Refused when it cannot be written or is not sound; then there is no new file.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    with told(target):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.unlink(missing_ok=True)
            source = sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True, timeout=15)
            try:
                source.execute("VACUUM INTO ?", (str(partial),))
            except sqlite3.IntegrityError as error:  # what is in the file breaks its own rules
                raise Refused(f"The library {library} is damaged ({error}).", "See: readerapp check") from None
            finally:
                source.close()
            copy = sqlite3.connect(f"{partial.as_uri()}?mode=ro", uri=True)
            try:
                found = fault(copy)
            finally:
                copy.close()
            if found:
                raise Refused(f"The backup {target} would be damaged ({found}) and was not kept.")
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(target)
        except OSError as error:
            raise Refused(f"The backup {target} cannot be written: {error.strerror}.") from None
        finally:
            partial.unlink(missing_ok=True)
    return target


def folder(library: Path) -> Path:
    """Where a library's own backups are kept."""
    return files_of(library) / "backups"


def kept(library: Path) -> list[Path]:
    """The library's own backups, oldest first, by the time in their names."""
    return sorted(path for path in folder(library).glob(f"{_PREFIX}*.db") if _day(path))


def newest(library: Path) -> Path | None:
    """The newest backup of this library that is sound."""
    for path in reversed(kept(library)):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            if not fault(connection):
                return path
        finally:
            connection.close()
    return None


def time_of(backup: Path) -> datetime:
    """When a backup was made, local time, read from its name. Raises ValueError for another name."""
    return datetime.strptime(backup.stem.removeprefix(_PREFIX), _FORM)


def name(at: datetime) -> str:
    """What a backup made at this moment, local time, is called."""
    return f"{_PREFIX}{at.strftime(_FORM)}.db"


def rotate(library: Path, at: datetime, daily: int = DAILY, weekly: int = WEEKLY) -> Path | None:
    """Makes the day's backup if there is none yet, then thins to so many days and weeks. Returns the new backup, or
    None.

    `at` is local time. A clock that was set back makes no difference to what is kept: thinning goes by the order of
    the backups, and never removes the newest.
    """
    if any(_day(path) == at.date() for path in kept(library)):
        return None
    made = write(library, folder(library) / name(at))
    for path in superfluous(kept(library), daily, weekly):
        path.unlink(missing_ok=True)
    return made


def _day(path: Path) -> object:
    try:
        return time_of(path).date()
    except ValueError:
        return None


def superfluous(backups: list[Path], daily: int = DAILY, weekly: int = WEEKLY) -> list[Path]:
    """Of these backups, those that are neither of the newest `daily` days nor of the newest `weekly` weeks."""
    days: dict[object, Path] = {}
    weeks: dict[object, Path] = {}
    for path in sorted(backups, reverse=True):
        day = time_of(path).date()
        if len(days) < daily:
            days.setdefault(day, path)
        monday = day - timedelta(days=day.weekday())
        if monday in weeks or len(weeks) < weekly:
            # The oldest of a week stands for it, so that the same file stays until its turn is over.
            weeks[monday] = path
    keep = {*days.values(), *weeks.values()}
    return [path for path in backups if path not in keep]


def restore(library: Path, source: Path) -> Path | None:
    """Makes the library what `source` is. Returns where the library as it was is now kept, None if there was none.

    Works while other programs have the library open: they see the change. Raises Refused, with nothing changed, when
    `source` is missing, damaged, no library, or of a newer program.
    """
    if not source.is_file():
        raise Refused(f"There is no backup {source}.", f"The library's own backups are in {folder(library)}.")
    _refuse_unfit(source)
    with told(library):
        aside = _set_aside(library)
        origin = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
        try:
            target = sqlite3.connect(library, timeout=15)
            try:
                # The library is the target: only a locked source can keep sqlite3's backup() waiting for ever.
                origin.backup(target)
                target.execute("PRAGMA journal_mode = wal")
            finally:
                target.close()
        finally:
            origin.close()
    return aside


def _unused(path: Path) -> Path:
    """This path, or with a number if there is something already: two in one second must both be kept."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _refuse_unfit(source: Path) -> None:
    with told(source):
        connection = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
        try:
            try:
                names = {name for (name,) in connection.execute("SELECT name FROM schema_migration")}
            except sqlite3.DatabaseError:
                raise Refused(f"{source} is not a library of readerapp.", "Choose another file.") from None
            if names - {file.stem for file in MIGRATIONS.glob("[0-9]*.py")}:
                raise Refused(f"{source} was written by a newer version of readerapp.", "Update readerapp first.")
            found = fault(connection)
            if found:
                raise Refused(f"The backup {source} is damaged ({found}).", "Choose another one.")
        finally:
            connection.close()


def _set_aside(library: Path) -> Path | None:
    if not library.exists() or library.stat().st_size == 0:
        return None
    aside = _unused(folder(library) / f"replaced-{datetime.now().strftime(_FORM)}.db")
    try:
        return write(library, aside)
    except Refused:
        # Too damaged for a copy: keep the very files, journal included, for somebody who can read them.
        aside = _unused(aside.with_suffix(".damaged"))
        aside.parent.mkdir(parents=True, exist_ok=True)
        library.replace(aside)
        for suffix in ("-wal", "-shm"):
            part = library.with_name(library.name + suffix)
            if part.exists():
                part.replace(aside.with_name(aside.name + suffix))
        return aside
