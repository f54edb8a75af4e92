"""What an import needs to go on where it was interrupted. Frozen once released."""

from typing import Any

STATEMENTS = (
    "ALTER TABLE arriving ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE arriving_batch (
    id        INTEGER NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES arriving (import_id) ON DELETE CASCADE,
    items     INTEGER NOT NULL,
    papers    TEXT    NOT NULL
) STRICT""",
    "CREATE INDEX arriving_batch_import_id ON arriving_batch (import_id)",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
