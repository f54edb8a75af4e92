"""Typing in a long note: from a key to the painted line, and from the last key until the library has it.

    python -m tests.speed.note LIBRARY

prints JSON: seconds. The note is taken away again.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from readerapp.operations import reading
from tests.speed.shown import LATEST, Shown, shown
from tests.speed.table import Row, of_many

LENGTH = 100_000
# What is typed at the beginning, in the middle and at the end; in the last of them a paper is named.
TYPED = ("It holds, for now: **more** of it, $w_t$. ", "- and `so` on, as far as I see ", "compare [[deep learning")
SAVES = 8
# Between two keys, in seconds: a quick typist's.
PAUSE = 0.12
_PARAGRAPH = """## What part {n} of it says

The gap comes from **too few updates**, not from the *size* of a batch; see [[{n}]] and https://example.org/{n}.

- a random walk on a random landscape, $w_t - w_0 \\sim \\log t$
- [ ] compare `step {n}` with the third table
- [x] ask about it

> What was said of it elsewhere, in a sentence of some length, so that a line is broken once or twice.

| model | error |
| --- | ---: |
| of size {n} | 4.{n} |

"""


def text() -> str:
    """A note of 100 KB with everything that is styled in it."""
    parts: list[str] = []
    length = 0
    while length < LENGTH:
        parts.append(_PARAGRAPH.format(n=len(parts) + 1))
        length += len(parts[-1])
    return "".join(parts)


def measure(library: Path) -> list[Row]:
    """Types in a process of its own, then in a bare text field, and writes the same by raw sqlite3."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.speed.note", str(library)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    return [
        of_many("key in a note of 100 KB, painted", told["keys"], told["bare"], "a bare text field", "≤ 16.7; 33 ms"),
        of_many("from the last key until it is saved", told["saved"], _plain(library), "by raw sqlite3", "≤ 500 ms"),
        Row("longest the window was busy meanwhile", told["busy"], goal="≤ 50 ms"),
    ]


def main(library: Path) -> None:
    """Types everything."""
    told: dict[str, list[float]] = {"keys": [], "saved": [], "bare": []}
    with shown(library) as found:
        panel = found.window.notes_panel
        paper = found.window.list.current_id()
        found.lanes.do(reading.set_note, paper, text())
        _wait(lambda: len(panel.editor.text()) >= LENGTH)
        found.rest(1.0)
        found.window.focus("note")
        for part, typed in enumerate(TYPED):
            _go_to(panel.editor, part / (len(TYPED) - 1))
            for key in typed:
                told["keys"].append(_painted(panel.editor, key))
                found.rest(PAUSE)
            if panel.editor.offering:
                QTest.keyClick(panel.editor, Qt.Key.Key_Escape)
        _wait(lambda: panel.state.text() == panel.tr("Saved"))
        busy = 0.0
        for number in range(SAVES):
            _painted(panel.editor, str(number))
            seconds, longest = _saved(found)
            told["saved"].append(seconds)
            busy = max(busy, longest)
            found.rest(0.5)
        bare = QPlainTextEdit()
        bare.setPlainText(text())
        bare.resize(panel.editor.size())
        bare.show()
        found.rest(0.3)
        _go_to(bare, 0.5)
        told["bare"] = [_painted(bare, key) for key in TYPED[0]]
        bare.close()
        found.lanes.do(reading.set_note, paper, "")
        _wait(lambda: not panel.editor.text())
    print(json.dumps({**told, "busy": busy}))


def _go_to(editor: QPlainTextEdit, share: float) -> None:
    cursor = QTextCursor(editor.document().findBlockByNumber(round(share * (editor.document().blockCount() - 1))))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _painted(editor: QPlainTextEdit, key: str) -> float:
    began = time.perf_counter()
    QTest.keyClicks(editor, key)
    editor.viewport().repaint()
    return time.perf_counter() - began


def _saved(found: Shown) -> tuple[float, float]:
    """Seconds until the library has confirmed the text, and the longest in which the window did one thing."""
    began = last = time.perf_counter()
    longest = 0.0
    state = found.window.notes_panel.state
    while state.text() != found.window.notes_panel.tr("Saved") and time.perf_counter() - began < LATEST:
        # As the program's own loop: it sleeps until something happens, and then does that alone.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        time.sleep(0.001)
        last = time.perf_counter()
    return time.perf_counter() - began, longest


def _wait(condition: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not condition() and time.perf_counter() - began < LATEST:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _plain(path: Path) -> list[float]:
    """What raw sqlite3 takes to write such a note to the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = 2")
    (paper,) = connection.execute("SELECT max(id) FROM paper").fetchone()
    seconds = []
    for number in range(SAVES):
        began = time.perf_counter()
        connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (paper, f"{text()}{number}", number))
        seconds.append(time.perf_counter() - began)
    connection.execute("DELETE FROM note WHERE paper_id = ?", (paper,))
    connection.close()
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]))
