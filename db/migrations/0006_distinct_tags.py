"""What the reader said of tags that look alike, go together or are used once: that they are right as they are. Frozen
once released."""

from typing import Any

STATEMENTS = (
    # A tag beside itself: that it is right alone.
    """CREATE TABLE distinct_tags (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, other_id),
    CHECK (tag_id <= other_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX distinct_tags_other_id ON distinct_tags (other_id)",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
