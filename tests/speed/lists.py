"""The list of all papers in a window: in every order, at its end, with everything selected.

    python -m tests.speed.lists LIBRARY

prints JSON: seconds by work.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median

from readerapp.ui.listing import Answer
from tests.speed.shown import shown
from tests.speed.table import Row

# The orders, and what raw sqlite3 would sort by.
ORDERS = {
    "added": "added DESC, id DESC",
    "published": "published DESC, id DESC",
    "changed": "changed DESC, id DESC",
    "title": "title, id",
    "author": "byline, id",
    "venue": "venue, id",
    "year": "year DESC, id DESC",
    "rating": "rating DESC, id DESC",
}
RUNS = 5
FIRST = 100


def measure(library: Path) -> list[Row]:
    """Orders the list in a process of its own, then asks raw sqlite3 for the same."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.speed.lists", str(library)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    connection = sqlite3.connect(library)
    rows = []
    for work, seconds in told.items():
        columns = ORDERS.get(work.removeprefix("sort by "))
        plain = _plain(connection, columns) if columns else None
        against = f"the first {FIRST} by raw sqlite3" if columns else ""
        rows.append(Row(work, median(seconds), plain, against, "≤ 50 ms", max(seconds), interactive=True))
    connection.close()
    return rows


def main(library: Path) -> None:
    """Does everything a few times."""
    told: dict[str, list[float]] = {f"sort by {order}": [] for order in ORDERS}
    told |= {"jump to the end": [], "select all": []}

    def complete(answer: Answer) -> bool:
        return answer.complete

    def any_answer(answer: Answer) -> bool:
        return answer.order == found.window.listing.order

    with shown(library) as found:
        for _ in range(RUNS):
            for order in ORDERS:
                # From another order each time: the same once more would change nothing.
                found.do(partial(found.window.listing.choose_order, order))
                seconds = found.until(any_answer)
                if seconds is not None:
                    told[f"sort by {order}"].append(seconds)
                found.until(complete)
                found.rest(0.1)
            told["jump to the end"].append(found.painted(found.window.list.last))
            found.rest(0.3)
            told["select all"].append(found.painted(found.window.list.selectAll))
            found.rest(0.3)
            found.painted(found.window.list.first)
    print(json.dumps({work: seconds for work, seconds in told.items() if seconds}))


def _plain(connection: sqlite3.Connection, columns: str) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        connection.execute(f"SELECT id FROM paper WHERE shelf = 0 ORDER BY {columns} LIMIT {FIRST}").fetchall()
        times.append(time.perf_counter() - began)
    return median(times)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
