"""What a search of a million papers needs: an index of beginnings of words, the further forms of the reader's words,
authors by name, and how close each paper is to the reader's interests. Frozen once released."""

import sqlite3
from collections.abc import Iterator
from typing import Any

STATEMENTS = """
DROP TABLE term;

-- Which papers have a word, or a word that begins so, and no more: a tenth of the size of paper_fts, for counting and
-- for the newest papers with a word that is still being typed.
CREATE VIRTUAL TABLE word_fts USING fts5(
    title, authors, abstract, keywords, venue, also,
    content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    detail = none, columnsize = 0, prefix = '1 2 3');
INSERT INTO word_fts (word_fts) VALUES ('rebuild');

DROP TRIGGER index_insert;
DROP TRIGGER index_delete;
DROP TRIGGER index_title;
DROP TRIGGER index_text;
CREATE TRIGGER index_insert AFTER INSERT ON paper_text
WHEN NOT EXISTS (SELECT 1 FROM arriving WHERE first_id <= new.paper_id) BEGIN
    INSERT INTO paper_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO word_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO title_fts (rowid, title, authors)
        SELECT id, title, authors FROM search_text WHERE id = new.paper_id;
END;
CREATE TRIGGER index_delete BEFORE DELETE ON paper BEGIN
    INSERT INTO paper_fts (paper_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.id;
    INSERT INTO word_fts (word_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.id;
    INSERT INTO title_fts (title_fts, rowid, title, authors)
        SELECT 'delete', id, title, authors FROM search_text WHERE id = old.id;
    DELETE FROM words_fts WHERE rowid = old.id;
END;
CREATE TRIGGER index_title AFTER UPDATE OF title, venue ON paper
WHEN old.title IS NOT new.title COLLATE BINARY OR old.venue IS NOT new.venue COLLATE BINARY BEGIN
    INSERT INTO paper_fts (paper_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', old.id, old.title, authors, abstract, keywords, old.venue, also
        FROM paper_text WHERE paper_id = old.id;
    INSERT INTO paper_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.id;
    INSERT INTO word_fts (word_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', old.id, old.title, authors, abstract, keywords, old.venue, also
        FROM paper_text WHERE paper_id = old.id;
    INSERT INTO word_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.id;
    INSERT INTO title_fts (title_fts, rowid, title, authors)
        SELECT 'delete', old.id, old.title, authors FROM paper_text WHERE paper_id = old.id;
    INSERT INTO title_fts (rowid, title, authors)
        SELECT id, title, authors FROM search_text WHERE id = new.id;
END;
CREATE TRIGGER index_text AFTER UPDATE OF authors, abstract, keywords, also ON paper_text BEGIN
    INSERT INTO paper_fts (paper_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, old.authors, old.abstract, old.keywords, venue, old.also
        FROM paper WHERE id = old.paper_id;
    INSERT INTO paper_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO word_fts (word_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, old.authors, old.abstract, old.keywords, venue, old.also
        FROM paper WHERE id = old.paper_id;
    INSERT INTO word_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO title_fts (title_fts, rowid, title, authors)
        SELECT 'delete', id, title, old.authors FROM paper WHERE id = old.paper_id;
    INSERT INTO title_fts (rowid, title, authors)
        SELECT id, title, authors FROM search_text WHERE id = new.paper_id;
END;

-- The further forms of the reader's own words: "Łódź" in a note is found by lodz.
CREATE TABLE words_also (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    also     TEXT    NOT NULL CHECK (also <> '')
) STRICT;

DROP TRIGGER words_note_insert;
DROP TRIGGER words_note_update;
DROP TRIGGER words_note_delete;
DROP TRIGGER words_highlight_insert;
DROP TRIGGER words_highlight_update;
DROP TRIGGER words_highlight_delete;
DROP TRIGGER words_takeaway;
DROP TRIGGER words_paper_insert;
DROP VIEW reader_words;
DROP TABLE words_fts;
CREATE VIRTUAL TABLE words_fts USING fts5(
    note, highlights, takeaway, also, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIEW reader_words AS
    SELECT paper.id, coalesce(note.text, '') AS note,
           coalesce((SELECT group_concat(quote || char(10) || comment, char(10)) FROM highlight
                     WHERE paper_id = paper.id), '') AS highlights,
           paper.takeaway, coalesce(words_also.also, '') AS also
    FROM paper LEFT JOIN note ON note.paper_id = paper.id LEFT JOIN words_also ON words_also.paper_id = paper.id;
INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
    SELECT * FROM reader_words WHERE note <> '' OR highlights <> '' OR takeaway <> '';
CREATE TRIGGER words_note_insert AFTER INSERT ON note BEGIN
    DELETE FROM words_fts WHERE rowid = new.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = new.paper_id;
END;
CREATE TRIGGER words_note_update AFTER UPDATE OF text ON note BEGIN
    DELETE FROM words_fts WHERE rowid = new.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = new.paper_id;
END;
CREATE TRIGGER words_note_delete AFTER DELETE ON note BEGIN
    DELETE FROM words_fts WHERE rowid = old.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = old.paper_id;
END;
CREATE TRIGGER words_highlight_insert AFTER INSERT ON highlight BEGIN
    DELETE FROM words_fts WHERE rowid = new.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = new.paper_id;
END;
CREATE TRIGGER words_highlight_update AFTER UPDATE OF quote, comment, paper_id ON highlight BEGIN
    DELETE FROM words_fts WHERE rowid IN (old.paper_id, new.paper_id);
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id IN (old.paper_id, new.paper_id);
END;
CREATE TRIGGER words_highlight_delete AFTER DELETE ON highlight BEGIN
    DELETE FROM words_fts WHERE rowid = old.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = old.paper_id;
END;
CREATE TRIGGER words_takeaway AFTER UPDATE OF takeaway ON paper WHEN old.takeaway IS NOT new.takeaway BEGIN
    DELETE FROM words_fts WHERE rowid = new.id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also) SELECT * FROM reader_words WHERE id = new.id;
END;
CREATE TRIGGER words_paper_insert AFTER INSERT ON paper WHEN new.takeaway <> '' BEGIN
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also) SELECT * FROM reader_words WHERE id = new.id;
END;
CREATE TRIGGER words_also_insert AFTER INSERT ON words_also BEGIN
    DELETE FROM words_fts WHERE rowid = new.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = new.paper_id;
END;
CREATE TRIGGER words_also_update AFTER UPDATE OF also ON words_also BEGIN
    DELETE FROM words_fts WHERE rowid = new.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = new.paper_id;
END;
CREATE TRIGGER words_also_delete AFTER DELETE ON words_also BEGIN
    DELETE FROM words_fts WHERE rowid = old.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = old.paper_id;
END;

CREATE INDEX paper_author_family ON paper_author (family COLLATE NOCASE, given);

-- How close a paper is to what the reader starred, rated and read with care; computed now and then.
CREATE TABLE interest (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    score    REAL    NOT NULL
) STRICT;
CREATE INDEX interest_score ON interest (score);
"""


def up(migrator: object, db: Any) -> None:
    for statement in _statements(STATEMENTS):
        db.execute_sql(statement)


def _statements(script: str) -> Iterator[str]:
    """Splits a script at the semicolons that end a statement, triggers kept whole."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            if statement.strip():
                yield statement
            statement = ""
