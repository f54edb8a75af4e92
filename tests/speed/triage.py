"""Going through papers: from a key to the painted row, and ten thousand marked at once.

    python -m tests.speed.triage LIBRARY

prints JSON: seconds by work. What is done to the library is undone again.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from readerapp.library.connect import Writer
from readerapp.operations import filing, reading
from readerapp.records import Changes, Status
from tests.speed.shown import LATEST, Shown, shown
from tests.speed.table import Row, of_many

RUNS = 40
MANY = 10_000
# Between two keys, in seconds: a quick reader's.
PAUSE = 0.15


def measure(library: Path) -> list[Row]:
    """Presses the keys in a process of its own, then has raw sqlite3 write the same."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.speed.triage", str(library)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    plain, many = _plain(library)
    rows = [
        of_many(work, seconds, plain.get(work, ()), "one UPDATE or INSERT by raw sqlite3", "≤ 16.7; 33 ms")
        for work, seconds in told["keys"].items()
    ]
    goals = {f"mark {MANY:,} read": "≤ 150 ms", "undo that": "≤ 400 ms"}
    for work, seconds in told["many"].items():
        rows.append(Row(work, seconds, many, "the UPDATE by raw sqlite3", goals[work]))
    rows.append(Row("longest the window was busy meanwhile", told["busy"], goal="≤ 50 ms"))
    return rows


def main(library: Path) -> None:
    """Does everything."""
    told: dict[str, list[float]] = {}
    with shown(library) as found:
        papers = found.window.list
        found.window.focus("list")
        keys = {"mark": Qt.Key.Key_M, "star": Qt.Key.Key_S, "queue": Qt.Key.Key_Q}
        told["next"] = []
        for _ in range(RUNS):
            told["next"].append(found.painted(partial(QTest.keyClick, papers, Qt.Key.Key_J)))
            found.rest(PAUSE)
        for work, key in keys.items():
            told[work] = []
            for _ in range(RUNS):
                told[work].append(_until_painted(found, partial(QTest.keyClick, papers, key)))
                found.rest(PAUSE)
        told["tag"] = []
        for number in range(RUNS):
            names: tuple[list[str], list[str]] = ([], ["measured"]) if number % 2 else (["measured"], [])
            told["tag"].append(
                _until_painted(found, partial(found.window.do, filing.tag, [papers.current_id()], *names))
            )
            found.rest(PAUSE)
        for _ in range(4 * RUNS):
            _until_painted(found, found.window.undo)
        many, busy = _many(found)
    print(json.dumps({"keys": told, "many": many, "busy": busy}))


def _until_painted(found: Shown, act: Callable[[], object]) -> float:
    """Seconds from doing something that changes the library to the list as it is then."""
    loop = QEventLoop()
    # The window has heard of it before: its own connection is the older one.
    found.lanes.library_changed.connect(loop.quit)
    QTimer.singleShot(round(LATEST * 1000), loop.quit)
    began = time.perf_counter()
    act()
    loop.exec()
    found.window.list.viewport().repaint()
    seconds = time.perf_counter() - began
    found.lanes.library_changed.disconnect(loop.quit)
    return seconds


def _many(found: Shown) -> tuple[dict[str, float], float]:
    """What marking many papers and its undo take on the library lane, and the worst gap between two turns of the
    event loop meanwhile."""
    ids = list(found.window.list.ids()[:MANY])
    gaps: list[float] = []
    taken: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    def mark(writer: Writer) -> Changes | None:
        return timed(lambda: reading.set_status(writer, ids, Status.READ))

    def take_back(writer: Writer) -> Changes | None:
        return timed(writer.undo)

    def timed(work: Callable[[], Changes | None]) -> Changes | None:
        began = time.perf_counter()
        changes = work()
        taken.append(time.perf_counter() - began)
        return changes

    beat = QTimer(found.window, interval=5)
    beat.timeout.connect(tick)
    beat.start()
    for verb in (mark, take_back):
        _until_painted(found, partial(found.lanes.do, verb))
    beat.stop()
    return dict(zip((f"mark {MANY:,} read", "undo that"), taken, strict=True)), max(gaps)


def _plain(library: Path) -> tuple[dict[str, list[float]], float]:
    """What raw sqlite3 takes for the same writes, each in a transaction that is undone by another one afterwards."""
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = 1")
    connection.execute("PRAGMA synchronous = FULL")
    (paper,) = connection.execute(
        "SELECT id FROM paper WHERE shelf = 0 ORDER BY added DESC, id DESC LIMIT 1"
    ).fetchone()
    once = {
        "mark": ("UPDATE paper SET status = 2 WHERE id = ?", "UPDATE paper SET status = 0 WHERE id = ?"),
        "star": ("UPDATE paper SET starred = 1 WHERE id = ?", "UPDATE paper SET starred = 0 WHERE id = ?"),
        "queue": ("INSERT INTO queue SELECT ?, 1, 1", "DELETE FROM queue WHERE paper_id = ?"),
        "tag": (
            "INSERT INTO paper_tag SELECT min(tag.id), ?, 1 FROM tag",
            "DELETE FROM paper_tag WHERE tag_id = (SELECT min(id) FROM tag) AND paper_id = ?",
        ),
    }
    taken: dict[str, list[float]] = {}
    for work, statements in once.items():
        for _ in range(RUNS // 2):
            for statement in statements:
                taken.setdefault(work, []).append(_transaction(connection, statement, paper))
    chosen = json.dumps(
        [
            paper
            for (paper,) in connection.execute(
                "SELECT id FROM paper WHERE shelf = 0 AND status = 0 ORDER BY added DESC, id DESC LIMIT ?", (MANY,)
            )
        ]
    )
    those = "UPDATE paper SET status = {} WHERE id IN (SELECT value FROM json_each(?))"
    many = _transaction(connection, those.format(2), chosen)
    _transaction(connection, those.format(0), chosen)
    connection.close()
    return taken, many


def _transaction(connection: sqlite3.Connection, statement: str, value: object) -> float:
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, (value,))
    connection.execute("COMMIT")
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]))
