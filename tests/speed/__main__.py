"""`python -m tests.speed [import] [search] [command] [window]`: measures, and prints a table.

Absolute times say little on a shared machine; the last column sets each against raw sqlite3, or a bare process or
window, in the same run. Uses papers-87k.jsonl.xz from the folder of real papers beside the checkout.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import SHARED
from tests.speed import command, importing, searching, window
from tests.speed.table import Row, show

MEASURES = {
    "import": importing.measure,
    "search": searching.measure,
    "command": command.measure,
    "window": window.measure,
}


def main(names: list[str]) -> int:
    papers = SHARED / "data" / "papers-87k.jsonl.xz"
    if not papers.is_file():
        print("The folder of real papers is not beside this checkout: nothing to measure with.")
        return 1
    unknown = set(names) - MEASURES.keys()
    if unknown:
        print(f"There is no measure {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}.")
        return 2
    with TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        # The import comes first in any case: the others need its library.
        rows: list[Row] = importing.measure(library, papers)
        for name in names or MEASURES:
            if name != "import":
                rows += MEASURES[name](library, papers)
    show(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
