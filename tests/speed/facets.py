"""The facets of lists of several lengths, against one GROUP BY each by raw sqlite3."""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from pathlib import Path
from statistics import median

from readerapp.library.connect import Library
from readerapp.library.facets import SAMPLE, facets, glance
from tests.speed.table import Row

RUNS = 5

_WITHIN = "IN (SELECT value FROM json_each(?))"
_PLAIN = (
    f"SELECT status, count(*) FROM paper WHERE id {_WITHIN} GROUP BY 1",
    f"SELECT year, count(*) FROM paper WHERE id {_WITHIN} GROUP BY 1",
    f"SELECT venue, count(*) FROM paper WHERE id {_WITHIN} GROUP BY 1 ORDER BY 2 DESC LIMIT 12",
    f"SELECT source, count(*) FROM paper WHERE id {_WITHIN} GROUP BY 1 ORDER BY 2 DESC LIMIT 12",
    f"SELECT tag_id, count(*) FROM paper_tag WHERE paper_id {_WITHIN} GROUP BY 1 ORDER BY 2 DESC LIMIT 12",
    f"SELECT family, given, count(*) FROM paper_author WHERE paper_id {_WITHIN} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 12",
    f"SELECT keyword, count(*) FROM paper_keyword WHERE paper_id {_WITHIN} GROUP BY 1 ORDER BY 2 DESC LIMIT 12",
)


def measure(library: Path) -> list[Row]:
    """Counts the whole library, and lists of it."""
    opened = Library(library)
    reader = opened.reader()
    everything = array("q", (paper for (paper,) in reader.execute("SELECT id FROM paper WHERE shelf = 0 ORDER BY id")))
    half = everything[::2]
    some = everything[:: max(len(everything) // SAMPLE, 1)][:SAMPLE]
    rows = []
    for work, ids, goal, interactive in (
        ("facets of the whole library", None, "≤ 500 ms", True),
        (f"facets of a list of up to {SAMPLE:,} papers", some, "≤ 50 ms", True),
        ("facets of a list of half the library", half, "≤ 500 ms", False),
    ):
        ours, seen = [], []
        for _ in range(RUNS):
            began = time.perf_counter()
            if ids is some:
                glance(reader, some)
                seen.append(time.perf_counter() - began)
            facets(reader, ids)
            ours.append(time.perf_counter() - began)
        plain = _plain(reader, everything if ids is None else ids)
        if seen:
            rows.append(Row(f"{work}, at a glance", median(seen), goal=goal, late=max(seen), interactive=True))
            goal = ""
        rows.append(Row(work, median(ours), plain, "a GROUP BY for each", goal, max(ours), interactive=interactive))
    reader.close()
    opened.close()
    return rows


def _plain(reader: sqlite3.Connection, ids: array[int]) -> float:
    chosen = (json.dumps(list(ids)),)
    began = time.perf_counter()
    for sql in _PLAIN:
        reader.execute(sql, chosen).fetchall()
    return time.perf_counter() - began
