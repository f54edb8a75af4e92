"""Papers kept in a review; indexes that are written once where many papers come or go at once.

FTS5 writes what it has gathered to the file at every savepoint, and each statement of a trigger begins with one.
"""

from __future__ import annotations

from typing import Any

_COLUMNS = {
    "paper_fts": "title, authors, abstract, keywords, venue, also",
    "word_fts": "title, authors, abstract, keywords, venue, also",
    "title_fts": "title, authors",
}
_ADD = "\n".join(
    f"    INSERT INTO {index} (rowid, {columns})\n"
    f"        SELECT id, {columns} FROM search_text WHERE id = new.paper_id;"
    for index, columns in _COLUMNS.items()
)
_REMOVE = "\n".join(
    f"    INSERT INTO {index} ({index}, rowid, {columns})\n"
    f"        SELECT 'delete', id, {columns} FROM search_text WHERE id = old.{{id}};"
    for index, columns in _COLUMNS.items()
)

STATEMENTS = (
    """CREATE TABLE kept (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL
) STRICT""",
    "CREATE TABLE bulk (id INTEGER NOT NULL PRIMARY KEY) STRICT",
    "DROP TRIGGER index_insert",
    f"""CREATE TRIGGER index_insert AFTER INSERT ON paper_text
WHEN NOT EXISTS (SELECT 1 FROM arriving WHERE first_id <= new.paper_id) AND NOT EXISTS (SELECT 1 FROM bulk) BEGIN
{_ADD}
END""",
    "DROP TRIGGER index_delete",
    f"""CREATE TRIGGER index_delete BEFORE DELETE ON paper WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
{_REMOVE.format(id="id")}
    DELETE FROM words_fts WHERE rowid = old.id;
END""",
    "DROP TRIGGER index_text_delete",
    f"""CREATE TRIGGER index_text_delete BEFORE DELETE ON paper_text WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
{_REMOVE.format(id="paper_id")}
END""",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
