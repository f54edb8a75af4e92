"""The numbers beside the lists. All are kept by triggers of the schema; none is counted here from scratch."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from readerapp.records import Status


@dataclass(frozen=True, slots=True)
class Counts:
    """How many papers each list of the sidebar has."""

    unread: int = 0
    reading: int = 0
    read: int = 0
    dropped: int = 0
    starred: int = 0
    queued: int = 0
    trash: int = 0

    @property
    def papers(self) -> int:
        """All papers in the library, the trash left out."""
        return self.unread + self.reading + self.read + self.dropped


def counts(connection: sqlite3.Connection) -> Counts:
    """The counts as they stand."""
    kept = dict(connection.execute("SELECT name, n FROM tally"))
    # The queue is what a person means to read soon: short, and trashed papers in it do not count. CROSS JOIN starts
    # from it; where it is empty SQLite would start from the papers.
    (queued,) = connection.execute(
        "SELECT count(*) FROM queue CROSS JOIN paper ON paper.id = paper_id AND paper.shelf = 0"
    ).fetchone()
    return Counts(
        **{status.word: kept[f"status:{status.value}"] for status in Status},
        starred=kept["starred"],
        queued=queued,
        trash=kept["trash"],
    )
