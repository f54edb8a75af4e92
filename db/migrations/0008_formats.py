"""What formats know of papers beyond the columns: further fields, divided names, parts of files."""

from __future__ import annotations

from typing import Any

_SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")

STATEMENTS = (
    """CREATE TABLE paper_field (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    scheme   TEXT    NOT NULL CHECK (scheme <> ''),
    name     TEXT    NOT NULL CHECK (name <> ''),
    value    TEXT    NOT NULL,
    PRIMARY KEY (paper_id, scheme, name)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE file_part (
    id     INTEGER NOT NULL PRIMARY KEY,
    format TEXT    NOT NULL CHECK (format <> ''),
    name   TEXT    NOT NULL,
    value  TEXT    NOT NULL
) STRICT""",
    "CREATE UNIQUE INDEX file_part_format_name_value ON file_part (format, name, value)",
    # NULL for none: rows that an older history keeps have no such column, and come back without it.
    "ALTER TABLE paper_author ADD COLUMN suffix TEXT CHECK (suffix <> '')",
    # What came after the last blank was a part of the family name so far.
    f"""UPDATE paper_author SET
    suffix = substr(family, length(rtrim(family, replace(family, ' ', ''))) + 1),
    family = rtrim(rtrim(family, replace(family, ' ', '')))
WHERE given <> '' AND ({" OR ".join(f"family LIKE '_% {suffix}'" for suffix in _SUFFIXES)})
    AND family NOT LIKE '%, %'""",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
