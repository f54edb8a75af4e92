"""Highlights in PDFs, and the text of PDFs by page with an index of its own. Frozen once released."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    # Of a highlight in a file the page, from 1.
    "ALTER TABLE highlight ADD COLUMN page INTEGER CHECK (page > 0)",
    "CREATE INDEX attachment_sha256 ON attachment (sha256)",
    # What was found in a PDF that is attached, by its content. `fault` says why it cannot be read.
    """CREATE TABLE pdf (
    sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    pages  INTEGER NOT NULL DEFAULT 0,
    fault  TEXT    NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE pdf_page (
    id     INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT    NOT NULL REFERENCES pdf (sha256) ON DELETE CASCADE,
    page   INTEGER NOT NULL CHECK (page > 0),
    text   TEXT    NOT NULL CHECK (text <> ''),
    also   TEXT    NOT NULL DEFAULT ''
) STRICT""",
    "CREATE UNIQUE INDEX pdf_page_sha256 ON pdf_page (sha256, page)",
    # Where the reader was in it.
    """CREATE TABLE pdf_place (
    sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    page   INTEGER NOT NULL CHECK (page > 0),
    top    REAL    NOT NULL DEFAULT 0,
    zoom   REAL    NOT NULL DEFAULT 0,
    at     INTEGER NOT NULL
) STRICT""",
    """CREATE VIRTUAL TABLE pdf_fts USING fts5(
    text, also, content = 'pdf_page', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER pdf_page_insert AFTER INSERT ON pdf_page BEGIN
    INSERT INTO pdf_fts (rowid, text, also) VALUES (new.id, new.text, new.also);
END""",
    """CREATE TRIGGER pdf_page_delete BEFORE DELETE ON pdf_page BEGIN
    INSERT INTO pdf_fts (pdf_fts, rowid, text, also) VALUES ('delete', old.id, old.text, old.also);
END""",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
