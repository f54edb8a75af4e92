"""The libraries that are measured: made-up papers of any number, and the real ones.

Each is made once and kept in a folder. A few of its papers are tagged, read and starred, as a reader would.
"""

from __future__ import annotations

from pathlib import Path

from readerapp import registry
from readerapp.formats.opening import open_path
from readerapp.library.connect import Library
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Status
from tests.conftest import SHARED
from tests.speed import corpus

REAL = 87_337
REAL_PAPERS = SHARED / "data" / "papers-87k.jsonl.xz"


def papers(folder: Path, number: int) -> Path:
    """The file with so many papers: the real ones when it is their number, else made up."""
    if number == REAL:
        return REAL_PAPERS
    file = folder / f"{number}.jsonl"
    if not file.exists():
        part = file.with_suffix(".part")
        corpus.write(number, part)
        part.rename(file)
    return file


def library(folder: Path, number: int) -> Path:
    """The library with so many papers."""
    path = folder / f"{number}.db"
    if not path.exists():
        part = folder / f"{number}-part.db"
        opened = Library(part)
        writer = opened.writer()
        # An import that was interrupted goes on.
        bring_in(writer, registry.read(open_path(papers(folder, number))))
        ids = [paper for (paper,) in writer.connection.execute("SELECT id FROM paper ORDER BY id")]
        filing.tag(writer, ids[::50], ["thesis/methods"])
        filing.tag(writer, ids[::400], ["reading-group"])
        reading.set_status(writer, ids[5::100], Status.READ)
        reading.set_starred(writer, ids[7::1000], True)
        writer.close()
        opened.close()
        part.rename(path)
    return path
