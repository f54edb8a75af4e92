"""`python -m tests.speed.related LIBRARY`: how good "similar papers" are, and how long they take.

How good: of up to 5,000 papers that have keywords of their authors, the keywords are taken away; the likest of 300
papers are then judged by the keywords they share with it, each weighted by its rarity. `rel@10` is the mean over the
first ten, `hit@3` how often one of the first three shares any. Beside chance and one MATCH of FTS5 over the 25
weightiest words. How long: 300 other papers in the whole library, which is opened as the application does.
"""

from __future__ import annotations

import math
import random
import re
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from readerapp.library import papers
from readerapp.library.connect import Library
from readerapp.library.related import related
from readerapp.operations.importing import bring_in
from readerapp.records import Origin, Reading

_JUDGED, _ASKED = 5_000, 300
_FTS5 = "SELECT rowid FROM paper_fts WHERE paper_fts MATCH ? AND rowid <> ? ORDER BY rank LIMIT 10"

_Method = Callable[[int], list[int]]


def main(library: Path) -> int:
    """Prints both tables."""
    opened = Library(library)
    reader = opened.reader()
    with TemporaryDirectory() as folder:
        _how_good(reader, Path(folder) / "judged.db")
    _how_long(reader)
    reader.close()
    opened.close()
    return 0


def _how_good(reader: sqlite3.Connection, path: Path) -> None:
    chance = random.Random(9)
    ids = [paper for (paper,) in reader.execute("SELECT DISTINCT paper_id FROM paper_keyword ORDER BY paper_id")]
    records = list(papers.records(reader, chance.sample(ids, min(_JUDGED, len(ids)))))
    judged = Library(path)
    writer = judged.writer()
    # Each keeps the number of what it was as its citation key.
    bare = (replace(one, id=None, keywords=[], tags=[], highlights=[], citation_key=str(one.id)) for one in records)
    bring_in(writer, Reading(Origin("json", "judged"), bare))
    connection = writer.connection
    before = {str(one.id): {word.casefold() for word in one.keywords} for one in records}
    keywords = {n: before[key] for n, key in connection.execute("SELECT id, citation_key FROM paper")}
    known = sorted(keywords)
    of_keyword = Counter(word for words in keywords.values() for word in words)
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'paper_fts', 'row')")
    having = dict(connection.execute("SELECT term, doc FROM vocabulary"))

    def worth(one: int, other: int) -> float:
        shared = keywords[one] & keywords[other]
        return sum(math.log(len(known) / of_keyword[word]) for word in shared)

    def by_fts5(paper: int) -> list[int]:
        (text,) = connection.execute(
            "SELECT title || ' ' || abstract FROM search_text WHERE id = ?", (paper,)
        ).fetchone()
        often = Counter(re.findall(r"[a-z0-9]+", text.lower()))
        weight = {
            word: (1 + math.log(number)) * math.log(len(known) / having[word])
            for word, number in often.items()
            if having.get(word, 0) > 1
        }
        words = sorted(weight, key=weight.__getitem__, reverse=True)[:25]
        match = " OR ".join(f'"{word}"' for word in words)
        return [found for (found,) in connection.execute(_FTS5, (match, paper))] if words else []

    methods: dict[str, _Method] = {
        "chance": lambda paper: chance.sample(known, 10),
        "FTS5, OR of 25 words": by_fts5,
        "similar papers": lambda paper: [one.id for one in related(connection, paper, 10)],
    }
    asked = random.Random(4).sample(known, min(_ASKED, len(known)))
    print(f"{'of ' + format(len(known), ',') + ' papers':24} {'rel@10':>8} {'hit@3':>8} {'median':>10} {'95 %':>10}")
    for name, method in methods.items():
        good, hits, seconds = 0.0, 0, []
        for paper in asked:
            began = time.perf_counter()
            found = method(paper)
            seconds.append(time.perf_counter() - began)
            good += sum(worth(paper, one) for one in found) / 10
            hits += any(worth(paper, one) > 0 for one in found[:3])
        print(f"{name:24} {good / len(asked):8.3f} {hits / len(asked):8.3f} {_times(seconds)}")
    writer.close()
    judged.close()


def _how_long(reader: sqlite3.Connection) -> None:
    ids = papers.all_ids(reader)
    asked = random.Random(5).sample(ids, min(_ASKED, len(ids)))
    print(f"{'of ' + format(len(ids), ',') + ' papers':42} {'median':>10} {'95 %':>10}")
    for name in ("each for the first time", "again"):
        seconds = []
        for paper in asked:
            began = time.perf_counter()
            related(reader, paper)
            seconds.append(time.perf_counter() - began)
        print(f"{name:42} {_times(seconds)}")


def _times(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:7.1f} ms {quantiles(seconds, n=20)[18] * 1000:7.1f} ms"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.speed.related LIBRARY")
    sys.exit(main(Path(sys.argv[1])))
