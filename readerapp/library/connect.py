"""The library and its connections: any number that read, one that writes, in named steps that can be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp.errors import Refused
from readerapp.library import locks, opening
from readerapp.library.faults import told
from readerapp.notes import has_open_task

# What the rooms above use to name a connection without importing sqlite3.
Connection = sqlite3.Connection

if TYPE_CHECKING:
    from peewee import SqliteDatabase

    from readerapp.records import Changes, Progress

# How long a write waits for another process, in seconds.
_PATIENCE = 30


class Library:
    """One library file, checked and migrated. Opening one connects nothing yet.

    `path` is the file; `notice` is "" or a sentence saying why it can only be read. Raises Refused when the file
    cannot be used; it is untouched then.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.notice = opening.prepare(path)
        self._presence = None if self.notice else locks.Presence(self.path)

    def reader(self) -> sqlite3.Connection:
        """A connection for reading, to be used in one thread, and interrupted from any. The caller closes it."""
        with told(self.path):
            connection = sqlite3.connect(
                opening.uri(self.path, immutable=bool(self.notice)),
                uri=True,
                timeout=_PATIENCE,
                isolation_level=None,
                check_same_thread=False,  # interrupt() comes from another thread
            )
            teach(connection)
            connection.execute("PRAGMA query_only = 1")
            # Small, and no mapping of the file into memory: at a million papers lists and searches were as fast with
            # these 8 MB as with four times as much and a mapping, for the system keeps the file's pages anyway. A
            # window has two of these, and what they take counts twice.
            connection.execute("PRAGMA cache_size = -8000")
        return connection

    def writer(self) -> Writer:
        """The connection for writing, to be used only in the thread that asks for it. The caller closes it."""
        if self.notice:
            raise Refused(self.notice)
        return Writer(self.path)

    def close(self) -> None:
        """Says that this process no longer uses the library. Close its connections first."""
        if self._presence:
            self._presence.release()


class Writer:
    """The one connection that writes. Peewee's models are bound to it, in its own thread.

    Every change is made inside `step`, which is one transaction, durable when it returns, and can be undone.
    """

    def __init__(self, path: Path) -> None:
        # Late, here and below: processes that only read never need them, nor does a window before its first paint.
        from peewee import SqliteDatabase

        from readerapp.library import history
        from readerapp.library.models import MODELS

        self.path = path
        with told(path):
            self.database: SqliteDatabase = SqliteDatabase(
                str(path),
                autoconnect=False,
                timeout=_PATIENCE,
                pragmas={
                    "journal_mode": "wal",
                    "synchronous": 2,  # FULL: a write that was shown as saved survives a power cut
                    "foreign_keys": 1,
                    "recursive_triggers": 1,  # else REPLACE would delete without being recorded
                    "cache_size": -64000,
                    "temp_store": 2,
                },
            )
            self.database.bind(MODELS)
            self.database.connect()
            self.connection: sqlite3.Connection = self.database.connection()
            teach(self.connection)
            history.install(self.connection)
            self._version = self._data_version()

    @contextmanager
    def step(self, title: str, *, merge: str = "") -> Iterator[StepInHand]:
        """One named, undoable change: a transaction that commits when the block ends, and leaves nothing if it fails.

        `title` is for the reader, as it stands after "Undo": "Mark 3 papers read". Steps with the same `merge` key
        that follow one another are undone as one. Raises Refused when the library is busy, full or gone.
        """
        from readerapp.library import history

        in_hand = StepInHand(at=milliseconds())
        with self._transaction():
            in_hand.id, mark = history.begin(self.connection, title, in_hand.at, merge)
            yield in_hand
            in_hand.changes = history.end(self.connection, in_hand.id, mark)

    @contextmanager
    def unrecorded(self) -> Iterator[None]:
        """A transaction that the history does not know: for what the reader does not see, such as arriving papers."""
        with self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # By hand, not by Peewee's atomic(): when the disk is full SQLite has rolled back already, and a second
        # ROLLBACK would hide why.
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def undo(self) -> Changes | None:
        """Takes the latest step back; None when there is none. The title is the step's."""
        return self._toggle(undone=True)

    def redo(self) -> Changes | None:
        """Does the step again that was undone last; None when there is none."""
        return self._toggle(undone=False)

    def undo_to(self, step: int, progress: Progress | None = None) -> Changes | None:
        """Takes back every step after this one (0: every step), the latest first, each in its own transaction.

        Stopped by `progress`, or refused half way, what has been taken back stays so. The title says how many steps
        that was, and why it was not all of them. None when there was nothing to take back. Raises Refused when not
        even one can be.
        """
        return self._go_to(step, progress, undone=True)

    def redo_to(self, step: int, progress: Progress | None = None) -> Changes | None:
        """Does again every undone step up to this one, as `undo_to` takes them back."""
        return self._go_to(step, progress, undone=False)

    def _go_to(self, step: int, progress: Progress | None, *, undone: bool) -> Changes | None:
        from readerapp.errors import Cancelled
        from readerapp.library import history
        from readerapp.records import Changes

        with told(self.path):
            total = history.between(self.connection, step, undone=not undone)
        done: list[Changes] = []
        why = ""
        try:
            while len(done) < total:
                if progress is not None:
                    progress.report(len(done), total, f"{len(done):,} of {total:,} steps")
                    progress.check()
                changes = self._toggle(undone=undone, limit=step)
                if changes is None:  # another process was quicker
                    break
                done.append(changes)
        except Cancelled:
            why = "Stopped."
        except Refused as refusal:
            if not done:
                raise
            why = str(refusal)
        if not done:
            return None
        if total == 1:
            return done[0]
        what = f"{len(done):,} steps" if len(done) == total else f"{len(done):,} of {total:,} steps"
        return Changes(
            f"{what}. {why}" if why else what,
            frozenset().union(*(changes.papers for changes in done)),
            frozenset().union(*(changes.tables for changes in done)),
            any(changes.everything for changes in done),
            # Columns of some steps would hide that papers came or went in others.
            columns=frozenset()
            if any("paper" in changes.tables and not changes.columns for changes in done)
            else frozenset().union(*(changes.columns for changes in done)),
        )

    def _toggle(self, *, undone: bool, limit: int | None = None) -> Changes | None:
        """Undoes the next step, or does it again; None when there is none within the limit."""
        from readerapp.library import history, reader_words

        def choose(connection: sqlite3.Connection) -> history.Step | None:
            found = history.next_undo(connection) if undone else history.next_redo(connection)
            within = found is not None and (limit is None or (found.id > limit if undone else found.id <= limit))
            return found if within else None

        next_step = choose(self.connection)
        if next_step is not None and self._arriving() and history.moves_imports(self.connection, next_step.id):
            # The papers of an import are told by their ids; others must not come or go among them.
            self._give_up_import()
        with self._transaction():
            found = choose(self.connection)
            if found is None:
                return None
            if self._arriving() and history.moves_imports(self.connection, found.id):
                raise Refused(
                    "What an interrupted import had brought is removed before another is undone or done again.",
                    "Try again in a moment.",
                )
            changes = history.toggle(self.connection, found.id, undone)
            if changes.tables & {"paper", "note", "highlight"}:
                # A step of an earlier program knows nothing of further forms.
                reader_words.settle(self.connection, changes.papers)
            return replace(changes, title=found.title)

    def _arriving(self) -> bool:
        (found,) = self.connection.execute("SELECT EXISTS (SELECT 1 FROM arriving)").fetchone()
        return bool(found)

    def _give_up_import(self) -> None:
        """Lets an interrupted import be swept away. Raises Busy when one is running."""
        try:
            locks.ImportTurn(self.path, wait=0).release()
        except locks.Busy:
            raise locks.Busy(
                "An import is running, so another cannot be undone or done again.", "Try again when it has ended."
            ) from None
        with self.unrecorded():
            self.connection.execute("UPDATE arriving SET source = ''")

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was last asked."""
        version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def _data_version(self) -> int:
        with told(self.path):
            version: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def close(self) -> None:
        """Closes the connection, moving what is in the journal into the file. Closing twice is harmless."""
        if not self.database.is_closed():
            with suppress(sqlite3.DatabaseError):  # a hint for later plans; on a full disk there is no room for it
                self.connection.execute("PRAGMA analysis_limit = 400")  # else it reads whole indexes, for seconds
                self.connection.execute("PRAGMA optimize")
            self.database.close()


class StepInHand:
    """A step while it is made: its id, its time in milliseconds, and, when it is done, what it changed (or None)."""

    def __init__(self, at: int) -> None:
        self.id = 0
        self.at = at
        self.changes: Changes | None = None


def teach(connection: sqlite3.Connection) -> None:
    """Has a connection know what searches ask that SQL cannot say."""
    connection.create_function("has_open_task", 1, has_open_task, deterministic=True)


def milliseconds() -> int:
    """The present moment as the library stores times."""
    return int(datetime.now(UTC).timestamp() * 1000)


def moment(stored: int) -> datetime:
    """A stored time as a datetime in UTC."""
    return datetime.fromtimestamp(stored / 1000, UTC)


def stored(moment: datetime) -> int:
    """A datetime as the library stores it."""
    return round(moment.timestamp() * 1000)
