"""Each key press of a search, first answer and whole answer, and the lists, on 87,337 papers."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from readerapp.library import papers as rows_of
from readerapp.library.connect import Library
from readerapp.library.language import parse
from readerapp.library.search import ids
from tests.speed.table import Row, of_many

QUERIES = (
    "diffusion models", "grokking", '"train longer"', "distribution shift -survey", "title:transformer year:2023",
    "author:bengio", "vision OR language", "has:code graph", "zzzzzz", "the",
)  # fmt: skip
FIRST = 100

T = TypeVar("T")


def measure(library: Path, _papers: Path) -> list[Row]:
    """Types each query letter by letter, as a window would ask."""
    opened = Library(library)
    reader = opened.reader()
    first: list[float] = []
    whole: list[float] = []
    for text in QUERIES:
        for end in range(1, len(text) + 1):
            for times, limit in ((first, FIRST), (whole, None)):
                began = time.perf_counter()
                ids(reader, parse(text[:end], typing=True), limit=limit)
                times.append(time.perf_counter() - began)
    result = [
        of_many("key press to the first 100 found", first, "one frame: 16.7 ms"),
        of_many("key press to all found", whole, "in the background"),
    ]
    for order, column in (
        ("added", "added DESC, id DESC"),
        ("title", "title, id DESC"),
        ("year", "year DESC, id DESC"),
    ):
        query = parse(f"sort:{order}")
        ours, found = timed(partial(ids, reader, query))
        sql = f"SELECT id FROM paper WHERE shelf = 0 ORDER BY {column}, id DESC"
        plain, _ = timed(lambda sql=sql: reader.execute(sql).fetchall())  # type: ignore[misc]
        result.append(Row(f"all {len(found):,} ids by {order}", ours, plain, "raw sqlite3", "≤ 2"))
    ours, _ = timed(lambda: rows_of.rows(reader, found[1000:1060]))
    result.append(Row("sixty rows to paint", ours, goal="one frame: 16.7 ms"))
    reader.close()
    opened.close()
    return result


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """The best of five runs of `work` in seconds, and what it answered."""
    best = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        answer = work()
        best = min(best, time.perf_counter() - began)
    return best, answer
