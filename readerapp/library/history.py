"""Undo and redo, at the level of the tables: no verb writes its own inverse.

Triggers on the writing connection append the inverse of every row change to `undo_change`. They are made from the
tables as they are, so a new column needs no code here. What one transaction changed is a step; undoing it applies its
changes backwards while the same triggers record what is needed to redo it, under the same step. The method is that
of sqlite.org/undoredo.html, kept in the library itself so that it survives a restart and is shared by all processes.

An import is one change, 'arrive': all papers of that import. Undone, it becomes 'depart' changes that hold those
papers' rows by the thousand. Deleting papers makes the same of any papers, under the key [null]; undone, it becomes an
'arrive' that holds their ids.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from readerapp.errors import Refused
from readerapp.records import Changes

# Kept by triggers of the schema, computed from the rest, about the history itself, or nothing the reader does.
_UNLOGGED = {
    "undo_step", "undo_change", "tally", "tag_tally", "tag_above", "interest", "schema_migration",
    "arriving", "arriving_batch", "bulk", "pdf", "pdf_page", "pdf_place",
}  # fmt: skip

# The history is bounded; what falls off can no longer be undone.
MAX_STEPS = 2_000
MAX_BYTES = 400_000_000

_BATCH = 1_000

# The key of papers that came or went with no import.
_DELETED = json.dumps([None])

# The indexes of the papers' texts, and what they hold.
_INDEXED = {
    "paper_fts": "title, authors, abstract, keywords, venue, also",
    "word_fts": "title, authors, abstract, keywords, venue, also",
    "title_fts": "title, authors",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the history needs it: its columns and the ones that identify a row."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def paper(self) -> str | None:
        """The column that says which paper a row belongs to."""
        if self.name == "paper":
            return "id"
        return "paper_id" if "paper_id" in self.columns else None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history, for showing."""

    id: int
    title: str
    at: datetime
    papers: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A paper that a step changed. `here` is False, and the title perhaps "", when it is not in the library now;
    one in the trash is."""

    id: int
    title: str
    trashed: bool
    here: bool


def tables(connection: sqlite3.Connection) -> list[Table]:
    """The tables whose changes are recorded, parents before children."""
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
        )
        if name not in _UNLOGGED and not name.startswith("sqlite_")
    ]
    found = []
    for name in names:
        info = connection.execute(f"PRAGMA table_info({name})").fetchall()
        key = sorted((row[5], row[1]) for row in info if row[5])
        found.append(Table(name, tuple(row[1] for row in info), tuple(column for _, column in key)))
    return sorted(found, key=lambda table: (table.name != "paper", table.name))


def install(connection: sqlite3.Connection) -> None:
    """Puts the recording triggers on a writing connection. They record only between `begin` and `end`."""
    connection.execute("CREATE TEMP TABLE undo_now (step_id INTEGER NOT NULL)")
    for table in tables(connection):
        for statement in _triggers(table):
            connection.execute(statement)


def _triggers(table: Table) -> Iterable[str]:
    name = table.name

    def record(op: str, row: str, old: str, where: str = "") -> str:
        key = ", ".join(f"{row}.{column}" for column in table.key)
        paper = f"{row}.{table.paper}" if table.paper else "NULL"
        return (
            f"CREATE TEMP TRIGGER undo_{name}_{op} AFTER {op.upper()} ON main.{name} "
            f"WHEN EXISTS (SELECT 1 FROM undo_now) BEGIN "
            f"INSERT INTO undo_change (step_id, tbl, op, paper_id, key, old) "
            f"SELECT step_id, '{name}', '{op}', {paper}, json_array({key}), {old} FROM undo_now{where}; END"
        )

    whole = ", ".join(f"'{column}', old.{column}" for column in table.columns)
    # Only what changed: else every undo of a status would write, and index, the title again.
    changed = " UNION ALL ".join(
        f"SELECT '{column}' AS k, old.{column} AS v WHERE old.{column} IS NOT new.{column} COLLATE BINARY"
        for column in table.columns
    )
    differs = " OR ".join(f"old.{column} IS NOT new.{column} COLLATE BINARY" for column in table.columns)
    yield record("insert", "new", "NULL")
    yield record("delete", "old", f"json_object({whole})")
    yield record("update", "new", f"(SELECT json_group_object(k, v) FROM ({changed}))", f" WHERE {differs}")


def begin(connection: sqlite3.Connection, title: str, at: int, merge_key: str) -> tuple[int, int]:
    """Starts recording. Returns the step's id and the id of the last change before it.

    With a merge key, goes on in the latest step if that has the same key: typing a note is one step, not one for
    every pause.
    """
    last = connection.execute("SELECT id, merge_key, undone FROM undo_step ORDER BY id DESC LIMIT 1").fetchone()
    if last and merge_key and last[1] == merge_key and not last[2]:
        step = last[0]
    else:
        step = connection.execute(
            "INSERT INTO undo_step (title, at, merge_key) VALUES (?, ?, ?)", (title, at, merge_key)
        ).lastrowid
    mark = connection.execute("SELECT coalesce(max(id), 0) FROM undo_change").fetchone()[0]
    resume(connection, step)
    return step, mark


def pause(connection: sqlite3.Connection) -> None:
    """Stops recording within a step, for rows that an 'arrive' stands for."""
    connection.execute("DELETE FROM undo_now")


def resume(connection: sqlite3.Connection, step: int) -> None:
    """Records for this step again."""
    connection.execute("INSERT INTO undo_now VALUES (?)", (step,))


def arrived(connection: sqlite3.Connection, step: int, import_id: int) -> None:
    """Records that all papers of this import came in this step, and the import itself."""
    connection.executemany(
        "INSERT INTO undo_change (step_id, tbl, op, key) VALUES (?, ?, ?, json_array(?))",
        [(step, "import", "insert", import_id), (step, "paper", "arrive", import_id)],
    )


def delete(connection: sqlite3.Connection, step: int, ids: Sequence[int]) -> None:
    """Deletes papers with all that belongs to them, as a part of this step, and keeps their rows in the history."""
    in_order = sorted(ids, reverse=True)
    pause(connection)
    for begin in range(0, len(in_order), _BATCH):
        _take_out(connection, step, _DELETED, in_order[begin : begin + _BATCH])
    resume(connection, step)


def end(connection: sqlite3.Connection, step: int, mark: int) -> Changes | None:
    """Stops recording and says what the step changed since `mark`; None, and no step, if nothing."""
    pause(connection)
    changes = _changes(connection, step, mark)
    if changes is None:
        # A step that changed nothing is no step, and must not cost the reader what they could redo.
        connection.execute(
            "DELETE FROM undo_step WHERE id = ? AND NOT EXISTS (SELECT 1 FROM undo_change WHERE step_id = ?)",
            (step, step),
        )
        return None
    _forget_repeats(connection, step, mark)
    connection.execute("DELETE FROM undo_step WHERE undone = 1")
    _count(connection, step)
    _weigh(connection, step)
    _trim(connection)
    return changes


def _changes(connection: sqlite3.Connection, step: int, mark: int) -> Changes | None:
    touched = connection.execute(
        "SELECT tbl, max(op IN ('arrive', 'depart')) FROM undo_change WHERE step_id = ? AND id > ? GROUP BY tbl",
        (step, mark),
    ).fetchall()
    if not touched:
        return None
    (title,) = connection.execute("SELECT title FROM undo_step WHERE id = ?", (step,)).fetchone()
    papers = connection.execute(
        "SELECT DISTINCT paper_id FROM undo_change WHERE step_id = ? AND id > ? AND paper_id IS NOT NULL",
        (step, mark),
    )
    return Changes(
        title=title,
        papers=frozenset(paper for (paper,) in papers),
        tables=frozenset(name for name, _ in touched),
        everything=any(many for _, many in touched),
        columns=_columns(connection, step, mark) if any(name == "paper" for name, _ in touched) else frozenset(),
    )


def _columns(connection: sqlite3.Connection, step: int, mark: int) -> frozenset[str]:
    """The columns of papers that were changed; none when one of them came or went."""
    change = "FROM undo_change WHERE step_id = ? AND id > ? AND tbl = 'paper'"
    (came_or_went,) = connection.execute(
        f"SELECT EXISTS (SELECT 1 {change} AND op <> 'update')", (step, mark)
    ).fetchone()
    if came_or_went:
        return frozenset()
    # Most rows of a step have the same columns changed, of which SQLite then has to keep one list.
    lists = connection.execute(
        f"SELECT DISTINCT (SELECT group_concat(one.key) FROM json_each(old) AS one) {change}", (step, mark)
    )
    return frozenset(name for (names,) in lists for name in (names or "").split(","))


def _forget_repeats(connection: sqlite3.Connection, step: int, mark: int) -> None:
    """Drops the updates of a merged step that an earlier change of the same row already takes back."""
    (merged,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM undo_change WHERE step_id = ? AND id <= ?)", (step, mark)
    ).fetchone()
    if not merged:
        return
    known: dict[tuple[str, str], set[str] | None] = {}
    repeats = []
    for change, table, op, key, old in connection.execute(
        "SELECT id, tbl, op, key, old FROM undo_change WHERE step_id = ? ORDER BY id", (step,)
    ):
        row = (table, key)
        if op != "update":
            known[row] = None  # None: all columns are taken back
            continue
        columns = set(json.loads(old))
        earlier = known.get(row, set())
        if change > mark and (earlier is None or columns <= earlier):
            repeats.append((change,))
        elif earlier is not None:
            known[row] = earlier | columns
    connection.executemany("DELETE FROM undo_change WHERE id = ?", repeats)


def _count(connection: sqlite3.Connection, step: int) -> None:
    """Writes down how many papers the step changed. Undone, and done again, it changes the same ones."""
    # A paper of an import is counted with its import, whatever else the step did to it.
    connection.execute(
        "UPDATE undo_step SET papers ="
        " (SELECT count(*) FROM paper WHERE import_id IN (SELECT value FROM json_each(?2)))"
        " + (SELECT coalesce(sum(json_array_length(old)), 0) FROM undo_change"
        "  WHERE step_id = ?1 AND tbl = 'paper' AND op = 'depart')"
        " + (SELECT count(DISTINCT paper_id) FROM undo_change WHERE step_id = ?1 AND (?2 = '[]' OR paper_id NOT IN"
        "  (SELECT id FROM paper WHERE import_id IN (SELECT value FROM json_each(?2)))))"
        " WHERE id = ?1",
        (step, json.dumps(_imports(connection, step))),
    )


def _imports(connection: sqlite3.Connection, step: int) -> list[int]:
    """The imports whose papers the step brought, and which are here now."""
    return [
        json.loads(key)[0]
        for (key,) in connection.execute(
            "SELECT key FROM undo_change WHERE step_id = ? AND op = 'arrive' AND key <> ?", (step, _DELETED)
        )
    ]


def _weigh(connection: sqlite3.Connection, step: int) -> None:
    connection.execute(
        "UPDATE undo_step SET bytes ="
        " (SELECT coalesce(sum(length(old)), 0) FROM undo_change WHERE step_id = ?1) WHERE id = ?1",
        (step,),
    )


def _trim(connection: sqlite3.Connection) -> None:
    kept_bytes = 0
    for position, (step, size) in enumerate(
        connection.execute("SELECT id, bytes FROM undo_step ORDER BY id DESC").fetchall()
    ):
        kept_bytes += size
        # The newest step is always kept, however large.
        if position and (position >= MAX_STEPS or kept_bytes > MAX_BYTES):
            connection.execute("DELETE FROM undo_step WHERE id <= ?", (step,))
            return


def toggle(connection: sqlite3.Connection, step: int, undone: bool) -> Changes:
    """Applies a step's changes backwards: undoes it, or, when it was undone, does it again."""
    (mark,) = connection.execute("SELECT coalesce(max(id), 0) FROM undo_change").fetchone()
    known = {table.name: table for table in tables(connection)}
    # Within one step rows may for a moment point at rows that come a few changes later.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    resume(connection, step)
    returned: set[int] = set()
    last = mark
    while True:
        batch = connection.execute(
            "SELECT id, tbl, op, key, old FROM undo_change WHERE step_id = ? AND id <= ? ORDER BY id DESC LIMIT ?",
            (step, last, _BATCH),
        ).fetchall()
        if not batch:
            break
        last = batch[-1][0] - 1
        for (table, op), changes in groupby(batch, key=lambda change: (change[1], change[2])):
            _apply(connection, step, known[table], op, [(key, old) for _, _, _, key, old in changes], returned)
    pause(connection)
    connection.execute("DELETE FROM undo_change WHERE step_id = ? AND id <= ?", (step, mark))
    connection.execute("UPDATE undo_step SET undone = ? WHERE id = ?", (undone, step))
    outcome = _changes(connection, step, mark)
    _weigh(connection, step)
    return outcome or Changes()


def _apply(
    connection: sqlite3.Connection,
    step: int,
    table: Table,
    op: str,
    changes: list[tuple[str, str | None]],
    returned: set[int],
) -> None:
    at = " AND ".join(f"{column} = json_extract(?1, '$[{n}]')" for n, column in enumerate(table.key))
    match op:
        case "insert":
            connection.executemany(f"DELETE FROM {table.name} WHERE {at}", [(key,) for key, _ in changes])
        case "delete":
            columns = ", ".join(table.columns)
            values = ", ".join(f"json_extract(?1, '$.{column}')" for column in table.columns)
            connection.executemany(
                f"INSERT INTO {table.name} ({columns}) VALUES ({values})", [(old,) for _, old in changes]
            )
        case "update":
            for names, group in groupby(changes, key=lambda change: tuple(json.loads(change[1] or "{}"))):
                sets = ", ".join(f"{column} = json_extract(?2, '$.{column}')" for column in names)
                connection.executemany(f"UPDATE {table.name} SET {sets} WHERE {at}", list(group))
        case "arrive":
            for key, old in changes:
                if key == _DELETED:
                    delete(connection, step, json.loads(old or "[]"))
                else:
                    _depart(connection, step, json.loads(key)[0])
        case "depart":
            for key, old in changes:
                _return(connection, step, table, key, old, returned)


def _depart(connection: sqlite3.Connection, step: int, import_id: int) -> None:
    """Takes an import's papers out, keeping their rows in the history as JSON arrays."""
    pause(connection)
    while ids := [
        paper
        for (paper,) in connection.execute(
            "SELECT id FROM paper WHERE import_id = ? ORDER BY id DESC LIMIT ?", (import_id, _BATCH)
        )
    ]:
        _take_out(connection, step, json.dumps([import_id]), ids)
    resume(connection, step)


def _take_out(connection: sqlite3.Connection, step: int, key: str, ids: Sequence[int]) -> None:
    """Removes papers, the last first, keeping their rows in the history under a key."""
    chosen = json.dumps(ids)
    # Children first: coming back goes the other way round.
    for table in reversed([table for table in tables(connection) if table.paper]):
        concerned = [column for column in (table.paper, "other_id") if column in table.columns]
        where = " OR ".join(f"{column} IN (SELECT value FROM json_each(?3))" for column in concerned)
        connection.execute(
            f"INSERT INTO undo_change (step_id, tbl, op, key, old)"
            f" SELECT ?1, '{table.name}', 'depart', ?2, json_group_array(json_array("
            f"{', '.join(table.columns)})) FROM (SELECT * FROM {table.name} WHERE {where} ORDER BY {table.paper})"
            " HAVING count(*) > 0",
            (step, key, chosen),
        )
    for index, columns in _INDEXED.items():
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, {columns}) SELECT 'delete', id, {columns} FROM search_text"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (chosen,),
        )
    connection.execute("DELETE FROM words_fts WHERE rowid IN (SELECT value FROM json_each(?))", (chosen,))
    connection.execute("INSERT INTO bulk VALUES (1)")
    connection.execute("DELETE FROM paper WHERE id IN (SELECT value FROM json_each(?))", (chosen,))
    connection.execute("DELETE FROM bulk")


def _return(
    connection: sqlite3.Connection, step: int, table: Table, key: str, old: str | None, returned: set[int]
) -> None:
    """Brings rows back that `_take_out` kept: those of one table and at most so many papers as it takes at once."""
    pause(connection)
    values = ", ".join(f"json_extract(value, '$[{n}]')" for n in range(len(table.columns)))
    connection.execute("INSERT INTO bulk VALUES (1)")
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(table.columns)}) SELECT {values} FROM json_each(?)", (old,)
    )
    connection.execute("DELETE FROM bulk")
    if table.name == "paper_text":
        place = table.columns.index("paper_id")
        for index, columns in _INDEXED.items():
            connection.execute(
                f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} FROM search_text"
                f" WHERE id IN (SELECT json_extract(value, '$[{place}]') FROM json_each(?))",
                (old,),
            )
    if table.name == "paper" and key == _DELETED:
        connection.execute(
            "INSERT INTO undo_change (step_id, tbl, op, key, old)"
            f" SELECT ?, 'paper', 'arrive', ?, json_group_array(json_extract(value, '$[{table.columns.index('id')}]'))"
            " FROM json_each(?)",
            (step, key, old),
        )
    elif key != _DELETED and json.loads(key)[0] not in returned:
        returned.add(json.loads(key)[0])
        connection.execute(
            "INSERT INTO undo_change (step_id, tbl, op, key) VALUES (?, 'paper', 'arrive', ?)", (step, key)
        )
    resume(connection, step)


def moves_imports(connection: sqlite3.Connection, step: int) -> bool:
    """Whether the step brought papers by an import, or, undone, holds them."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM undo_change WHERE step_id = ? AND op IN ('arrive', 'depart') AND key <> ?)",
        (step, _DELETED),
    ).fetchone()
    return bool(found)


def next_undo(connection: sqlite3.Connection) -> Step | None:
    """The step that undo would take back."""
    return _first(connection, "undone = 0 ORDER BY id DESC")


def next_redo(connection: sqlite3.Connection) -> Step | None:
    """The step that redo would do again."""
    return _first(connection, "undone = 1 ORDER BY id")


def _first(connection: sqlite3.Connection, condition: str) -> Step | None:
    found = _steps(connection, f"WHERE {condition} LIMIT 1")
    return found[0] if found else None


def steps(connection: sqlite3.Connection, limit: int | None = None) -> list[Step]:
    """The history, newest first."""
    return _steps(connection, f"ORDER BY id DESC LIMIT {-1 if limit is None else int(limit)}")


def _steps(connection: sqlite3.Connection, rest: str) -> list[Step]:
    return [
        Step(step, title, datetime.fromtimestamp(at / 1000, UTC), papers, bool(undone))
        for step, title, at, papers, undone in connection.execute(
            f"SELECT id, title, at, papers, undone FROM undo_step {rest}"
        )
    ]


def between(connection: sqlite3.Connection, step: int, *, undone: bool) -> int:
    """How many steps going to this one takes: as many as came after it (0: all there are), or, with `undone`, as
    have to be done again so that it is the last that was done. Raises Refused when there is no such step any more."""
    found = step == 0 or connection.execute("SELECT 1 FROM undo_step WHERE id = ?", (step,)).fetchone()
    if not found:
        raise Refused("This step is no longer in the history.", "Choose another one.")
    condition = "undone = 1 AND id <= ?" if undone else "undone = 0 AND id > ?"
    (number,) = connection.execute(f"SELECT count(*) FROM undo_step WHERE {condition}", (step,)).fetchone()
    return int(number)


def touched(connection: sqlite3.Connection, step: int, limit: int) -> list[Touched]:
    """The papers a step changed, `limit` at most: those it changed one by one, then those of its import, oldest first.

    Of an import that is undone, and of papers that were deleted, they come from what the history keeps of them.
    """
    found = {
        paper: Touched(paper, title or "", bool(trashed), title is not None)
        # DISTINCT under a LIMIT ends as soon as it has enough: nothing is sorted.
        for paper, title, trashed in connection.execute(
            "SELECT changed.paper_id, title, shelf = 1 FROM (SELECT DISTINCT paper_id FROM undo_change"
            "  WHERE step_id = ?1 AND paper_id IS NOT NULL LIMIT ?2) AS changed LEFT JOIN paper ON id = paper_id",
            (step, limit),
        )
    }
    for paper, title, trashed in connection.execute(
        "SELECT id, title, shelf = 1 FROM paper WHERE import_id IN (SELECT value FROM json_each(?))"
        " ORDER BY id LIMIT ?",
        (json.dumps(_imports(connection, step)), limit),
    ):
        found.setdefault(paper, Touched(paper, title, bool(trashed), True))
    for paper, title, trashed in connection.execute(
        "SELECT id, title, shelf = 1 FROM paper WHERE id IN (SELECT value FROM undo_change, json_each(old)"
        " WHERE step_id = ? AND op = 'arrive' AND undo_change.key = ?) ORDER BY id LIMIT ?",
        (step, _DELETED, limit),
    ):
        found.setdefault(paper, Touched(paper, title, bool(trashed), True))
    table = next(table for table in tables(connection) if table.name == "paper")
    at, called = table.columns.index("id"), table.columns.index("title")
    for paper, title in connection.execute(
        f"SELECT json_extract(value, '$[{at}]'), json_extract(value, '$[{called}]')"
        " FROM undo_change, json_each(old) WHERE step_id = ? AND tbl = 'paper' AND op = 'depart'"
        " ORDER BY undo_change.id DESC, 1 LIMIT ?",
        (step, limit),
    ):
        found[paper] = Touched(paper, title, False, False)
    return list(found.values())[:limit]
