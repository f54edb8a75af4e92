"""The window: from process start to first paint, and how long it is ever deaf while it works."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.speed.table import Row

RUNS = 7

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, application.quit)
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
"""


def measure(library: Path, papers: Path) -> list[Row]:
    """Starts the window and a bare one in turn; then one window imports, scrolls, sorts and searches at once."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "READERAPP_QUIT_AFTER_FIRST_PAINT": "1"}
    ours = [sys.executable, "-m", "readerapp", "--library", str(library)]
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(RUNS):
        for name, command in (("ours", ours), ("bare", [sys.executable, "-c", _BARE])):
            began = time.perf_counter()
            subprocess.run(command, check=True, env=environment)
            times[name].append(time.perf_counter() - began)
    rows = [
        Row("start, first paint, quit", median(times["ours"]), median(times["bare"]), "a bare Qt window", "≤ 1.4"),
    ]
    busy = subprocess.run(
        [sys.executable, "-m", "tests.speed.busy", str(library.with_name("busy.db")), str(papers)],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    worst, keys, answers = (float(word) for word in busy.stdout.split())
    return [
        *rows,
        Row("worst gap between events while 87,337 papers come in", worst, goal="50 ms"),
        Row("key press to painted list meanwhile, median", keys, goal="one frame: 16.7 ms"),
        Row("key press to painted list meanwhile, worst", answers),
    ]
