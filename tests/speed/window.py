"""The window: from process start to the first paint, what it takes in memory, and how long it is ever deaf."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.speed.table import Row

RUNS = 9

# A window that is all that a window needs to be. It tells when it has been painted, or stays to be looked at.
_BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)
    def painted(self):
        print(time.monotonic(), flush=True)
        if "stay" not in sys.argv:
            application.quit()
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
"""
# Memory is looked at so often, in seconds, until it has not grown for so many looks.
_LOOK, _STILL = 0.5, 6


def measure(library: Path, papers: Path) -> list[Row]:
    """Starts the window and a bare one in turn; then one window imports, scrolls, sorts and searches at once."""
    with TemporaryDirectory() as folder:
        # On whatever screen there is, else on none; with settings of its own, and with what Python has compiled.
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "XDG_CONFIG_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        rows = [*_start(library, environment), *_memory(library, environment)]
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
        Row("worst gap between events while the papers come in", worst, goal="50 ms"),
        Row("key press to painted list meanwhile, median", keys, goal="one frame: 16.7 ms"),
        Row("key press to painted list meanwhile, worst", answers),
    ]


def _ours(library: Path) -> list[str]:
    return [sys.executable, "-m", "readerapp", "--library", str(library)]


def _start(library: Path, environment: dict[str, str]) -> list[Row]:
    """Each process tells the moment of its first paint, by the clock that all share."""
    quitting = {**environment, "READERAPP_QUIT_AFTER_FIRST_PAINT": "1"}
    commands = {"bare": [sys.executable, "-c", _BARE], "ours": _ours(library)}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            began = time.monotonic()
            told = subprocess.run(command, check=True, env=quitting, capture_output=True, text=True)
            if run:  # the first one compiles, and reads from the disk
                times[name].append(float(told.stdout) - began)
    return [
        Row(
            "process start to first painted list",
            median(times["ours"]),
            median(times["bare"]),
            "a bare Qt window",
            "≤ 1.4",
            interactive=True,
        )
    ]


def _memory(library: Path, environment: dict[str, str]) -> list[Row]:
    """What the system says of each process once nothing more is loaded."""
    if not Path("/proc/self/status").exists():
        return []
    bare = _resident([sys.executable, "-c", _BARE, "stay"], environment)
    ours = _resident(_ours(library), environment)
    return [Row("memory beyond the bare window, all papers listed", ours - bare, goal="≤ 100 MB", unit="MB")]


def _resident(command: list[str], environment: dict[str, str]) -> float:
    """The memory of a process in MB when it has grown no more for a while."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        most, still = 0.0, 0
        while still < _STILL:
            time.sleep(_LOOK)
            lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
            (kilobytes,) = (int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
            still = still + 1 if kilobytes / 1000 <= most * 1.005 else 0
            most = max(most, kilobytes / 1000)
        return most
    finally:
        process.terminate()
        process.wait(30)
