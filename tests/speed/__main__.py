"""`python -m tests.speed [--papers N]... [--keep FOLDER] [MEASURE]...`: measures, and prints tables.

Absolute times say little on a shared machine; the ratio sets each against raw sqlite3, or a bare process or window,
doing the same in the same run. Libraries of 10,000 and a million made-up papers, and of the 87,337 real ones in the
folder beside the checkout; at the end, how much longer a reader waits in the largest than in the smallest.

The libraries are made first, the largest in half an hour; with --keep they stay in a folder for the next time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.speed import command, facets, importing, libraries, lists, note, triage, typing, window
from tests.speed.table import Row, show, show_growth

# Those that need no more than a library; an import needs the papers too, and makes a library of its own.
MEASURES: dict[str, Callable[[Path], list[Row]]] = {
    "typing": typing.measure,
    "lists": lists.measure,
    "triage": triage.measure,
    "facets": facets.measure,
    "command": command.measure,
    "note": note.measure,
}
NAMES = ("window", *MEASURES, "import")
SIZES = (10_000, libraries.REAL, 1_000_000)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description="Measures, and prints tables.")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"of {', '.join(NAMES)}; all by default")
    parser.add_argument("--papers", type=int, action="append", metavar="N", help=f"by default {SIZES}")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the libraries are, or will be")
    options = parser.parse_args(arguments)
    if unknown := set(options.measures) - set(NAMES):
        parser.error(f"there is no measure {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    tables: dict[int, list[Row]] = {}
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        for number in options.papers or SIZES:
            if number == libraries.REAL and not libraries.REAL_PAPERS.is_file():
                print("The folder of real papers is not beside this checkout: nothing is measured with them.")
                continue
            tables[number] = _table(folder, number, options.measures or NAMES)
            show(f"{number:,} papers", tables[number])
    if len(tables) > 1:
        small, large = min(tables), max(tables)
        show_growth(small, large, (tables[small], tables[large]))
    return 0


def _table(folder: Path, number: int, names: list[str] | tuple[str, ...]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        if name == "import":
            rows += importing.measure(folder, libraries.papers(folder, number))
        elif name == "window":
            rows += window.measure(libraries.library(folder, number), libraries.papers(folder, number))
        else:
            rows += MEASURES[name](libraries.library(folder, number))
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
