"""The citation keys of papers: who has none, which there are, and giving new ones."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence


def without(connection: sqlite3.Connection, papers: Sequence[int]) -> list[int]:
    """Those of these papers that have no citation key, the oldest first."""
    found = connection.execute(
        "SELECT id FROM paper WHERE id IN (SELECT value FROM json_each(?)) AND coalesce(citation_key, '') = ''"
        " ORDER BY id",
        (json.dumps(list(papers)),),
    )
    return [paper for (paper,) in found]


def every(connection: sqlite3.Connection) -> list[str]:
    """Every citation key of the library, those of the trash too."""
    # By the partial index of keys alone.
    return [key for (key,) in connection.execute("SELECT citation_key FROM paper WHERE citation_key IS NOT NULL")]


def give(connection: sqlite3.Connection, keys: Mapping[int, str]) -> None:
    """Gives papers citation keys; one that has got another meanwhile keeps that. Within a transaction."""
    connection.executemany(
        "UPDATE paper SET citation_key = ? WHERE id = ? AND coalesce(citation_key, '') = ''",
        [(key, paper) for paper, key in keys.items()],
    )
