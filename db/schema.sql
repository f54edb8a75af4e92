-- Made by db/snapshot.py from db/migrations. Not run by anything: it is here to be read.

CREATE TABLE arriving (
    import_id INTEGER NOT NULL PRIMARY KEY REFERENCES import (id) ON DELETE CASCADE,
    first_id  INTEGER NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE arriving_batch (
    id        INTEGER NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES arriving (import_id) ON DELETE CASCADE,
    items     INTEGER NOT NULL,
    papers    TEXT    NOT NULL
) STRICT;

CREATE INDEX arriving_batch_import_id ON arriving_batch (import_id);

CREATE TABLE attachment (
    id         INTEGER NOT NULL PRIMARY KEY,
    paper_id   INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL CHECK (name <> ''),
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    media_type TEXT    NOT NULL DEFAULT '',
    bytes      INTEGER NOT NULL,
    added      INTEGER NOT NULL
) STRICT;

CREATE INDEX attachment_paper_id ON attachment (paper_id);

CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE TABLE bulk (id INTEGER NOT NULL PRIMARY KEY) STRICT;

CREATE TABLE distinct_papers (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    PRIMARY KEY (paper_id, other_id),
    CHECK (paper_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX distinct_papers_other_id ON distinct_papers (other_id);

CREATE TABLE distinct_tags (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, other_id),
    CHECK (tag_id <= other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX distinct_tags_other_id ON distinct_tags (other_id);

CREATE TABLE file_part (
    id     INTEGER NOT NULL PRIMARY KEY,
    format TEXT    NOT NULL CHECK (format <> ''),
    name   TEXT    NOT NULL,
    value  TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX file_part_format_name_value ON file_part (format, name, value);

CREATE TRIGGER words_highlight_delete AFTER DELETE ON highlight BEGIN
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

CREATE TABLE highlight (
    id         INTEGER NOT NULL PRIMARY KEY,
    paper_id   INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    target     TEXT    NOT NULL DEFAULT 'abstract',
    quote      TEXT    NOT NULL CHECK (quote <> ''),
    prefix     TEXT    NOT NULL DEFAULT '',
    suffix     TEXT    NOT NULL DEFAULT '',
    start      INTEGER,
    meaning_id INTEGER REFERENCES meaning (id) ON DELETE SET NULL,
    comment    TEXT    NOT NULL DEFAULT '',
    added      INTEGER NOT NULL,
    changed    INTEGER NOT NULL
, page INTEGER CHECK (page > 0)) STRICT;

CREATE INDEX highlight_meaning_id ON highlight (meaning_id);

CREATE INDEX highlight_paper_id   ON highlight (paper_id);

CREATE TABLE identifier (
    scheme   TEXT    NOT NULL CHECK (scheme <> ''),
    value    TEXT    NOT NULL CHECK (value <> ''),
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    PRIMARY KEY (scheme, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX identifier_paper_id ON identifier (paper_id);

CREATE TABLE import (
    id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at        INTEGER NOT NULL,
    format    TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    dated     TEXT,
    added     INTEGER NOT NULL DEFAULT 0,
    merged    INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    skipped   INTEGER NOT NULL DEFAULT 0,
    finished  INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1))
) STRICT;

CREATE TABLE interest (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    score    REAL    NOT NULL
) STRICT;

CREATE INDEX interest_score ON interest (score);

CREATE TABLE kept (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL
) STRICT;

CREATE TABLE link (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    rel      TEXT    NOT NULL CHECK (rel IN ('page', 'pdf', 'code')),
    url      TEXT    NOT NULL CHECK (url <> ''),
    PRIMARY KEY (paper_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_rel_paper_id ON link (rel, paper_id);

CREATE TABLE meaning (
    id       INTEGER NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL COLLATE NOCASE CHECK (name <> ''),
    colour   TEXT    NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX meaning_name ON meaning (name);

CREATE TRIGGER words_note_delete AFTER DELETE ON note BEGIN
    DELETE FROM words_fts WHERE rowid = old.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = old.paper_id;
END;

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

CREATE TABLE note (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    text     TEXT    NOT NULL CHECK (text <> ''),
    changed  INTEGER NOT NULL
) STRICT;

CREATE TABLE note_template (
    tag_id INTEGER NOT NULL PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
    text   TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE note_version (
    id       INTEGER NOT NULL PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    text     TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX note_version_paper_id ON note_version (paper_id);

CREATE TABLE opened (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL
) STRICT;

CREATE INDEX opened_at ON opened (at);

CREATE TRIGGER index_delete BEFORE DELETE ON paper WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
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

CREATE TRIGGER tag_tally_paper BEFORE DELETE ON paper WHEN old.shelf = 0 BEGIN
    UPDATE tag_tally SET papers = papers - 1, unread = unread - (old.status = 0)
        WHERE tag_id IN (SELECT above_id FROM paper_tag CROSS JOIN tag_above ON tag_above.tag_id = paper_tag.tag_id
            WHERE paper_id = old.id);
END;

CREATE TRIGGER tally_delete AFTER DELETE ON paper
WHEN NOT EXISTS (SELECT 1 FROM arriving WHERE first_id <= old.id) BEGIN
    UPDATE tally SET n = n - 1 WHERE name = CASE old.shelf WHEN 1 THEN 'trash' ELSE 'status:' || old.status END;
    UPDATE tally SET n = n - 1 WHERE name = 'starred' AND old.starred = 1 AND old.shelf = 0;
END;

CREATE TRIGGER tally_insert AFTER INSERT ON paper
WHEN NOT EXISTS (SELECT 1 FROM arriving WHERE first_id <= new.id) BEGIN
    UPDATE tally SET n = n + 1 WHERE name = CASE new.shelf WHEN 1 THEN 'trash' ELSE 'status:' || new.status END;
    UPDATE tally SET n = n + 1 WHERE name = 'starred' AND new.starred = 1 AND new.shelf = 0;
END;

CREATE TRIGGER tally_update AFTER UPDATE OF status, starred, shelf ON paper
WHEN old.status <> new.status OR old.starred <> new.starred OR old.shelf <> new.shelf BEGIN
    UPDATE tally SET n = n - 1 WHERE name = CASE old.shelf WHEN 1 THEN 'trash' ELSE 'status:' || old.status END;
    UPDATE tally SET n = n + 1 WHERE name = CASE new.shelf WHEN 1 THEN 'trash' ELSE 'status:' || new.status END;
    UPDATE tally SET n = n + (new.starred = 1 AND new.shelf = 0) - (old.starred = 1 AND old.shelf = 0)
        WHERE name = 'starred' AND (old.starred <> new.starred OR old.shelf <> new.shelf);
    UPDATE tag_tally SET
        papers = papers + (new.shelf = 0) - (old.shelf = 0),
        unread = unread + (new.shelf = 0 AND new.status = 0) - (old.shelf = 0 AND old.status = 0)
        WHERE tag_id IN (SELECT above_id FROM paper_tag CROSS JOIN tag_above ON tag_above.tag_id = paper_tag.tag_id
            WHERE paper_id = new.id);
END;

CREATE TRIGGER words_paper_insert AFTER INSERT ON paper WHEN new.takeaway <> '' BEGIN
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also) SELECT * FROM reader_words WHERE id = new.id;
END;

CREATE TRIGGER words_takeaway AFTER UPDATE OF takeaway ON paper WHEN old.takeaway IS NOT new.takeaway BEGIN
    DELETE FROM words_fts WHERE rowid = new.id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also) SELECT * FROM reader_words WHERE id = new.id;
END;

CREATE TABLE paper (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title        TEXT    NOT NULL COLLATE NOCASE CHECK (title <> ''),
    title_key    INTEGER NOT NULL,
    byline       TEXT    NOT NULL DEFAULT '' COLLATE NOCASE,
    venue        TEXT    NOT NULL DEFAULT '' COLLATE NOCASE,
    year         INTEGER CHECK (year BETWEEN 1000 AND 9999),
    published    TEXT,
    status       INTEGER NOT NULL DEFAULT 0 CHECK (status IN (0, 1, 2, 3)),
    starred      INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    rating       INTEGER CHECK (rating BETWEEN 1 AND 5),
    takeaway     TEXT    NOT NULL DEFAULT '',
    citation_key TEXT,
    shelf        INTEGER NOT NULL DEFAULT 0 CHECK (shelf IN (0, 1)),
    trashed      INTEGER,
    import_id    INTEGER REFERENCES import (id) ON DELETE SET NULL,
    source       TEXT    NOT NULL DEFAULT '',
    added        INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    CHECK ((shelf = 1) = (trashed IS NOT NULL))
) STRICT;

CREATE INDEX paper_citation_key       ON paper (citation_key) WHERE citation_key IS NOT NULL;

CREATE INDEX paper_import_id          ON paper (import_id);

CREATE INDEX paper_rating             ON paper (rating) WHERE rating IS NOT NULL;

CREATE INDEX paper_shelf_added        ON paper (shelf, added);

CREATE INDEX paper_shelf_byline       ON paper (shelf, byline);

CREATE INDEX paper_shelf_changed      ON paper (shelf, changed);

CREATE INDEX paper_shelf_published    ON paper (shelf, published);

CREATE INDEX paper_shelf_status_added ON paper (shelf, status, added);

CREATE INDEX paper_shelf_title        ON paper (shelf, title);

CREATE INDEX paper_shelf_venue        ON paper (shelf, venue);

CREATE INDEX paper_shelf_year         ON paper (shelf, year);

CREATE INDEX paper_starred            ON paper (added) WHERE starred = 1;

CREATE INDEX paper_title_key          ON paper (title_key);

CREATE TABLE paper_author (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    given    TEXT    NOT NULL DEFAULT '',
    family   TEXT    NOT NULL CHECK (family <> ''), suffix TEXT CHECK (suffix <> ''),
    PRIMARY KEY (paper_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_author_family ON paper_author (family COLLATE NOCASE, given);

CREATE TABLE paper_field (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    scheme   TEXT    NOT NULL CHECK (scheme <> ''),
    name     TEXT    NOT NULL CHECK (name <> ''),
    value    TEXT    NOT NULL,
    PRIMARY KEY (paper_id, scheme, name)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE paper_fts USING fts5(
    title, authors, abstract, keywords, venue, also,
    content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE paper_keyword (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    keyword  TEXT    NOT NULL COLLATE NOCASE CHECK (keyword <> ''),
    PRIMARY KEY (paper_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_keyword_keyword ON paper_keyword (keyword);

CREATE TRIGGER tag_tally_delete AFTER DELETE ON paper_tag BEGIN
    UPDATE tag_tally SET
        papers = papers - coalesce((SELECT shelf = 0 FROM paper WHERE id = old.paper_id), 0),
        unread = unread - coalesce((SELECT shelf = 0 AND status = 0 FROM paper WHERE id = old.paper_id), 0)
        WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_id = old.tag_id)
        AND NOT EXISTS (
            SELECT 1 FROM paper_tag AS other CROSS JOIN tag_above ON tag_above.tag_id = other.tag_id
            WHERE other.paper_id = old.paper_id AND other.tag_id <> old.tag_id
            AND above_id = tag_tally.tag_id);
END;

CREATE TRIGGER tag_tally_insert AFTER INSERT ON paper_tag BEGIN
    UPDATE tag_tally SET
        papers = papers + (SELECT shelf = 0 FROM paper WHERE id = new.paper_id),
        unread = unread + (SELECT shelf = 0 AND status = 0 FROM paper WHERE id = new.paper_id)
        WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_id = new.tag_id)
        AND NOT EXISTS (
            SELECT 1 FROM paper_tag AS other CROSS JOIN tag_above ON tag_above.tag_id = other.tag_id
            WHERE other.paper_id = new.paper_id AND other.tag_id <> new.tag_id
            AND above_id = tag_tally.tag_id);
END;

CREATE TABLE paper_tag (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    added    INTEGER NOT NULL,
    PRIMARY KEY (tag_id, paper_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_tag_paper_id ON paper_tag (paper_id);

CREATE TRIGGER index_insert AFTER INSERT ON paper_text
WHEN NOT EXISTS (SELECT 1 FROM arriving WHERE first_id <= new.paper_id) AND NOT EXISTS (SELECT 1 FROM bulk) BEGIN
    INSERT INTO paper_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO word_fts (rowid, title, authors, abstract, keywords, venue, also)
        SELECT id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = new.paper_id;
    INSERT INTO title_fts (rowid, title, authors)
        SELECT id, title, authors FROM search_text WHERE id = new.paper_id;
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

CREATE TRIGGER index_text_delete BEFORE DELETE ON paper_text WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
    INSERT INTO paper_fts (paper_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.paper_id;
    INSERT INTO word_fts (word_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.paper_id;
    INSERT INTO title_fts (title_fts, rowid, title, authors)
        SELECT 'delete', id, title, authors FROM search_text WHERE id = old.paper_id;
END;

CREATE TABLE paper_text (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    authors  TEXT    NOT NULL DEFAULT '',
    abstract TEXT    NOT NULL DEFAULT '',
    keywords TEXT    NOT NULL DEFAULT '',
    also     TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE pdf (
    sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    pages  INTEGER NOT NULL DEFAULT 0,
    fault  TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE VIRTUAL TABLE pdf_fts USING fts5(
    text, also, content = 'pdf_page', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER pdf_page_delete BEFORE DELETE ON pdf_page BEGIN
    INSERT INTO pdf_fts (pdf_fts, rowid, text, also) VALUES ('delete', old.id, old.text, old.also);
END;

CREATE TRIGGER pdf_page_insert AFTER INSERT ON pdf_page BEGIN
    INSERT INTO pdf_fts (rowid, text, also) VALUES (new.id, new.text, new.also);
END;

CREATE TABLE pdf_page (
    id     INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT    NOT NULL REFERENCES pdf (sha256) ON DELETE CASCADE,
    page   INTEGER NOT NULL CHECK (page > 0),
    text   TEXT    NOT NULL CHECK (text <> ''),
    also   TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX pdf_page_sha256 ON pdf_page (sha256, page);

CREATE TABLE pdf_place (
    sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    page   INTEGER NOT NULL CHECK (page > 0),
    top    REAL    NOT NULL DEFAULT 0,
    zoom   REAL    NOT NULL DEFAULT 0,
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE project_queue (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (tag_id, paper_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX project_queue_paper_id ON project_queue (paper_id);

CREATE TABLE queue (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    added    INTEGER NOT NULL
) STRICT;

CREATE INDEX queue_position ON queue (position);

CREATE VIEW reader_words AS
    SELECT paper.id, coalesce(note.text, '') AS note,
           coalesce((SELECT group_concat(quote || char(10) || comment, char(10)) FROM highlight
                     WHERE paper_id = paper.id), '') AS highlights,
           paper.takeaway, coalesce(words_also.also, '') AS also
    FROM paper LEFT JOIN note ON note.paper_id = paper.id LEFT JOIN words_also ON words_also.paper_id = paper.id;

CREATE TABLE saved_search (
    id       INTEGER NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL COLLATE NOCASE CHECK (name <> ''),
    query    TEXT    NOT NULL,
    icon     TEXT    NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX saved_search_name ON saved_search (name);

CREATE TABLE "schema_migration" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL, "applied" DATETIME NOT NULL);

CREATE UNIQUE INDEX "schema_migration_name" ON "schema_migration" ("name");

CREATE VIEW search_text AS
    SELECT paper.id, paper.title, paper_text.authors, paper_text.abstract, paper_text.keywords, paper.venue,
           paper_text.also
    FROM paper JOIN paper_text ON paper_text.paper_id = paper.id;

CREATE TABLE status_change (
    id       INTEGER NOT NULL PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    status   INTEGER NOT NULL CHECK (status IN (0, 1, 2, 3)),
    at       INTEGER NOT NULL
) STRICT;

CREATE INDEX status_change_paper_id  ON status_change (paper_id);

CREATE INDEX status_change_status_at ON status_change (status, at);

CREATE TRIGGER tag_delete BEFORE DELETE ON tag BEGIN
    DELETE FROM paper_tag WHERE tag_id = old.id;
END;

CREATE TRIGGER tag_insert AFTER INSERT ON tag BEGIN
    INSERT INTO tag_tally VALUES (new.id, 0, 0);
    INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT new.id, id FROM tag WHERE key IN (WITH RECURSIVE above (key) AS (VALUES (new.key) UNION
            SELECT rtrim(rtrim(key, replace(key, '/', '')), '/') FROM above WHERE instr(key, '/'))
            SELECT key FROM above);
    INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT id, new.id FROM tag WHERE key >= new.key || '/' AND key < new.key || '0';
    UPDATE tag_tally SET (papers, unread) = (
        SELECT count(*), coalesce(sum(status = 0), 0) FROM paper WHERE shelf = 0 AND id IN (
            SELECT paper_id FROM tag_above CROSS JOIN paper_tag ON paper_tag.tag_id = tag_above.tag_id
            WHERE above_id = tag_tally.tag_id)) WHERE tag_id = new.id AND EXISTS (SELECT 1 FROM tag_above WHERE above_id = new.id AND tag_id <> new.id);
END;

CREATE TRIGGER tag_key_update AFTER UPDATE OF key ON tag WHEN old.key <> new.key BEGIN
    DELETE FROM tag_above WHERE tag_id = new.id OR above_id = new.id;
    INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT new.id, id FROM tag WHERE key IN (WITH RECURSIVE above (key) AS (VALUES (new.key) UNION
            SELECT rtrim(rtrim(key, replace(key, '/', '')), '/') FROM above WHERE instr(key, '/'))
            SELECT key FROM above);
    INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT id, new.id FROM tag WHERE key >= new.key || '/' AND key < new.key || '0';
    UPDATE tag_tally SET (papers, unread) = (
        SELECT count(*), coalesce(sum(status = 0), 0) FROM paper WHERE shelf = 0 AND id IN (
            SELECT paper_id FROM tag_above CROSS JOIN paper_tag ON paper_tag.tag_id = tag_above.tag_id
            WHERE above_id = tag_tally.tag_id)) WHERE tag_id IN (SELECT id FROM tag
        WHERE key IN (WITH RECURSIVE above (key) AS (VALUES (old.key), (new.key) UNION
            SELECT rtrim(rtrim(key, replace(key, '/', '')), '/') FROM above WHERE instr(key, '/'))
            SELECT key FROM above));
END;

CREATE TABLE tag (
    id     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name   TEXT    NOT NULL CHECK (name <> ''),
    key    TEXT    NOT NULL CHECK (key <> ''),
    colour TEXT    NOT NULL DEFAULT '',
    quick  INTEGER CHECK (quick BETWEEN 1 AND 9),
    added  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX tag_key ON tag (key);

CREATE TABLE tag_above (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    above_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, above_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_above_above_id ON tag_above (above_id, tag_id);

CREATE TABLE tag_alias (
    key    TEXT    NOT NULL PRIMARY KEY CHECK (key <> ''),
    name   TEXT    NOT NULL CHECK (name <> ''),
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_alias_tag_id ON tag_alias (tag_id);

CREATE TABLE tag_tally (
    tag_id INTEGER NOT NULL PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
    papers INTEGER NOT NULL,
    unread INTEGER NOT NULL
) STRICT;

CREATE TABLE tally (
    name TEXT    NOT NULL PRIMARY KEY,
    n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE title_fts USING fts5(
    title, authors,
    content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4 5');

CREATE TABLE undo_change (
    id       INTEGER NOT NULL PRIMARY KEY,
    step_id  INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    tbl      TEXT    NOT NULL,
    op       TEXT    NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'arrive', 'depart')),
    paper_id INTEGER,
    key      TEXT    NOT NULL,
    old      TEXT
) STRICT;

CREATE INDEX undo_change_step_id ON undo_change (step_id);

CREATE TABLE undo_step (
    id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title     TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    merge_key TEXT    NOT NULL DEFAULT '',
    papers    INTEGER NOT NULL DEFAULT 0,
    bytes     INTEGER NOT NULL DEFAULT 0,
    undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE VIRTUAL TABLE word_fts USING fts5(
    title, authors, abstract, keywords, venue, also,
    content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    detail = none, columnsize = 0, prefix = '1 2 3');

CREATE TRIGGER words_also_delete AFTER DELETE ON words_also BEGIN
    DELETE FROM words_fts WHERE rowid = old.paper_id;
    INSERT INTO words_fts (rowid, note, highlights, takeaway, also)
        SELECT * FROM reader_words WHERE id = old.paper_id;
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

CREATE TABLE words_also (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    also     TEXT    NOT NULL CHECK (also <> '')
) STRICT;

CREATE VIRTUAL TABLE words_fts USING fts5(
    note, highlights, takeaway, also, tokenize = 'unicode61 remove_diacritics 2');
