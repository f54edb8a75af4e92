"""What a note of a paper with a tag may begin with."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    """CREATE TABLE note_template (
    tag_id INTEGER NOT NULL PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
    text   TEXT    NOT NULL CHECK (text <> '')
) STRICT""",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
