"""Forty queries of every kind, typed letter by letter into the search field of a window.

    python -m tests.speed.typing LIBRARY

prints JSON: from each key press to the first papers painted, and from the last key of each query to its exact count.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from readerapp.ui.listing import Answer
from tests.speed.shown import shown
from tests.speed.table import Row, of_many

QUERIES = (
    # one letter, two letters
    "a", "t", "z", "th", "le", "qu",
    # common, less common, rare, none
    "the", "learning", "model", "neural network", "attention", "grokking", "quantization", "zzzzzz", "xqj",
    # several words
    "deep learning", "graph neural networks", "large language model", "train longer", "robust policy gradient",
    "of the", "a we to", "fair causal inference", "protein folding energy",
    # phrases
    '"neural networks"', '"state of the art"', '"train longer"', '"of the"',
    # exclusion, either
    "learning -survey", "diffusion -image", "the -model", "vision OR language", "grokking OR emergent",
    # fields, with tag and year
    "title:transformer", "author:ada", "year:2023", "tag:thesis learning", "tag:reading-group year:2020..2023",
    "is:read model", "graph year:>=2022 -survey",
)  # fmt: skip
# Between two keys, in seconds: a quick typist's.
PAUSE = 0.12
FIRST = 100
# Plain SQLite is not waited for longer, in seconds.
_LONGEST = 1.0

_TOKEN = re.compile(r'-?"[^"]*"?|\S+')


def measure(library: Path) -> list[Row]:
    """Types in a process of its own, then asks raw sqlite3 the same."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.speed.typing", str(library)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    first, whole = _plain(library)
    rows = [
        of_many("key press to first results painted", told["first"], first, "the 100 newest by FTS5", "≤ 16.7; 33 ms"),
        of_many("exact count of a search shown", told["counted"], whole, "count(*) by FTS5", "≤ 500 ms"),
    ]
    if told["unanswered"]:
        rows.append(Row("key presses without an answer", told["unanswered"], unit=""))
    return rows


def main(library: Path) -> None:
    """Types everything."""
    from PySide6.QtTest import QTest

    told: dict[str, list[float]] = {"first": [], "counted": []}
    unanswered = 0
    with shown(library) as found:
        field = found.window.top_bar.search_field

        def answered(answer: Answer) -> bool:
            return answer.typed == field.text()

        for query in QUERIES:
            for key in query[:-1]:
                found.do(partial(QTest.keyClick, field, key))
                # A blank or a quotation mark need not ask for anything new.
                if key.isalnum():
                    if seconds := found.until(answered):
                        told["first"].append(seconds)
                    else:
                        unanswered += 1
                found.rest(PAUSE)
            found.do(partial(QTest.keyClick, field, query[-1]))
            for name, enough in (("first", answered), ("counted", _is_counted)):
                if seconds := found.until(enough):
                    told[name].append(seconds)
                else:
                    unanswered += 1
            found.do(field.clear)
            found.until(_is_counted)
            found.rest(PAUSE)
    print(json.dumps({**told, "unanswered": unanswered}))


def _is_counted(answer: Answer) -> bool:
    return answer.complete or getattr(answer, "count", None) is not None


def _plain(path: Path) -> tuple[list[float], list[float]]:
    """What raw sqlite3 takes for the same: the newest hundred after each key press, and the count of each query."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA mmap_size = 268435456")
    first: list[float] = []
    whole: list[float] = []
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            if query[end - 1].isalnum() or end == len(query):
                where, values = _sql(query[:end])
                sql = f"SELECT rowid FROM paper_fts WHERE {where} ORDER BY rowid DESC LIMIT {FIRST}"
                first.append(_seconds(connection, sql, values))
        where, values = _sql(query)
        whole.append(_seconds(connection, f"SELECT count(*) FROM paper_fts WHERE {where}", values))
    connection.close()
    return first, whole


def _seconds(connection: sqlite3.Connection, sql: str, values: list[str]) -> float:
    """How long a question takes, or `_LONGEST` where it takes longer: the ratio is then at most the one shown."""
    began = time.perf_counter()
    connection.set_progress_handler(lambda: time.perf_counter() > began + _LONGEST, 10_000)
    try:
        connection.execute(sql, values).fetchall()
    except sqlite3.OperationalError:
        if time.perf_counter() <= began + _LONGEST:
            raise
    finally:
        connection.set_progress_handler(None, 0)
    return time.perf_counter() - began


def _sql(typed: str) -> tuple[str, list[str]]:
    """The condition a programmer would write for one of these queries: words by FTS5, the last one as a beginning,
    fields by their tables."""
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[str] = []
    values: list[str] = []
    tokens = _TOKEN.findall(typed)
    for number, token in enumerate(tokens):
        field, colon, value = token.partition(":")
        if colon and field in _FIELDS:
            conditions.append(_FIELDS[field])
            low, _, high = value.removeprefix(">=").partition("..")
            values += {
                "year": [low or "0", high or ("9999" if ">=" in value else low or "0")],
                "tag": [value],
                "is": [str(int(value == "read") * 2)],
            }[field]
            continue
        if token == "OR":
            wanted.append("OR")
            continue
        column = {"title": "title : ", "author": "authors : "}.get(field if colon else "", "")
        word = (value if column else token).strip('-"').replace('"', "")
        if word:
            begun = "*" if number == len(tokens) - 1 and not typed.endswith(('"', " ")) else ""
            (unwanted if token.startswith("-") else wanted).append(f'{column}"{word}"{begun}')
    match = " ".join(wanted).removesuffix(" OR")
    if unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    if match:
        conditions.insert(0, "paper_fts MATCH ?")
        values.insert(0, match)
    return " AND ".join(conditions) or "true", values


_FIELDS = {
    "year": "rowid IN (SELECT id FROM paper WHERE shelf = 0 AND year BETWEEN ? AND ?)",
    "tag": "rowid IN (SELECT paper_id FROM paper_tag JOIN tag ON tag.id = tag_id WHERE key GLOB ? || '*')",
    "is": "rowid IN (SELECT id FROM paper WHERE shelf = 0 AND status = ?)",
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
