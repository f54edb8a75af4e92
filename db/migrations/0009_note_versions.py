"""Earlier versions of notes."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    """CREATE TABLE note_version (
    id       INTEGER NOT NULL PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    text     TEXT    NOT NULL CHECK (text <> '')
) STRICT""",
    "CREATE INDEX note_version_paper_id ON note_version (paper_id)",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
