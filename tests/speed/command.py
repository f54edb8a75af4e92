"""The command line as whole processes, against a Python that only imports Peewee."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.speed.table import Row

RUNS = 9


def measure(library: Path) -> list[Row]:
    """Times searches of several kinds in turn with the bare process."""
    bare = [sys.executable, "-c", "import peewee, sqlite3"]
    rows = []
    for words in (["diffusion", "--limit", "20"], ["grokking"], ["tag:thesis"], ["learning", "--limit", "20"]):
        ours = [sys.executable, "-m", "readerapp", "--library", str(library), "search", *words]
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for _ in range(RUNS):
            for name, command in (("ours", ours), ("bare", bare)):
                began = time.perf_counter()
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
                times[name].append(time.perf_counter() - began)
        rows.append(
            Row(
                f"readerapp search {' '.join(words)}",
                median(times["ours"]),
                median(times["bare"]),
                "import peewee, sqlite3",
                "≤ 3",
            )
        )
    return rows
