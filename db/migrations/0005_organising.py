"""Counts of tags that know what is below them, other names of tags, when a paper was opened. Frozen once released."""

from typing import Any

# The tags above one with such a key, that one among them: "a/b/c", "a/b" and "a".
_ABOVE = """WITH RECURSIVE above (key) AS ({keys} UNION
            SELECT rtrim(rtrim(key, replace(key, '/', '')), '/') FROM above WHERE instr(key, '/'))
            SELECT key FROM above"""
_ADD = f"""INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT new.id, id FROM tag WHERE key IN ({_ABOVE.format(keys="VALUES (new.key)")});
    INSERT OR IGNORE INTO tag_above (tag_id, above_id)
        SELECT id, new.id FROM tag WHERE key >= new.key || '/' AND key < new.key || '0';"""

# A paper under a tag counts once there, however many tags below it has.
_COUNT = """UPDATE tag_tally SET (papers, unread) = (
        SELECT count(*), coalesce(sum(status = 0), 0) FROM paper WHERE shelf = 0 AND id IN (
            SELECT paper_id FROM tag_above CROSS JOIN paper_tag ON paper_tag.tag_id = tag_above.tag_id
            WHERE above_id = tag_tally.tag_id))"""
_UNDER_ALREADY = """EXISTS (
            SELECT 1 FROM paper_tag AS other CROSS JOIN tag_above ON tag_above.tag_id = other.tag_id
            WHERE other.paper_id = {row}.paper_id AND other.tag_id <> {row}.tag_id
            AND above_id = tag_tally.tag_id)"""
_TAGS_OF = """SELECT above_id FROM paper_tag CROSS JOIN tag_above ON tag_above.tag_id = paper_tag.tag_id
            WHERE paper_id = {row}.id"""

STATEMENTS = (
    """CREATE TABLE tag_alias (
    key    TEXT    NOT NULL PRIMARY KEY CHECK (key <> ''),
    name   TEXT    NOT NULL CHECK (name <> ''),
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tag_alias_tag_id ON tag_alias (tag_id)",
    """CREATE TABLE opened (
    paper_id INTEGER NOT NULL PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL
) STRICT""",
    "CREATE INDEX opened_at ON opened (at)",
    """CREATE TABLE tag_above (
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    above_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, above_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tag_above_above_id ON tag_above (above_id, tag_id)",
    """INSERT INTO tag_above (tag_id, above_id) SELECT tag.id, above.id FROM tag JOIN tag AS above
    ON tag.id = above.id OR (tag.key >= above.key || '/' AND tag.key < above.key || '0')""",
    _COUNT,
    "DROP TRIGGER tag_tally_tag",
    f"""CREATE TRIGGER tag_insert AFTER INSERT ON tag BEGIN
    INSERT INTO tag_tally VALUES (new.id, 0, 0);
    {_ADD}
    {_COUNT} WHERE tag_id = new.id AND EXISTS (SELECT 1 FROM tag_above WHERE above_id = new.id AND tag_id <> new.id);
END""",
    f"""CREATE TRIGGER tag_key_update AFTER UPDATE OF key ON tag WHEN old.key <> new.key BEGIN
    DELETE FROM tag_above WHERE tag_id = new.id OR above_id = new.id;
    {_ADD}
    {_COUNT} WHERE tag_id IN (SELECT id FROM tag
        WHERE key IN ({_ABOVE.format(keys="VALUES (old.key), (new.key)")}));
END""",
    # While it is still known what stands above the tag.
    """CREATE TRIGGER tag_delete BEFORE DELETE ON tag BEGIN
    DELETE FROM paper_tag WHERE tag_id = old.id;
END""",
    "DROP TRIGGER tag_tally_insert",
    f"""CREATE TRIGGER tag_tally_insert AFTER INSERT ON paper_tag BEGIN
    UPDATE tag_tally SET
        papers = papers + (SELECT shelf = 0 FROM paper WHERE id = new.paper_id),
        unread = unread + (SELECT shelf = 0 AND status = 0 FROM paper WHERE id = new.paper_id)
        WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_id = new.tag_id)
        AND NOT {_UNDER_ALREADY.format(row="new")};
END""",
    "DROP TRIGGER tag_tally_delete",
    # Finds no paper where that went first: then tag_tally_paper has done it.
    f"""CREATE TRIGGER tag_tally_delete AFTER DELETE ON paper_tag BEGIN
    UPDATE tag_tally SET
        papers = papers - coalesce((SELECT shelf = 0 FROM paper WHERE id = old.paper_id), 0),
        unread = unread - coalesce((SELECT shelf = 0 AND status = 0 FROM paper WHERE id = old.paper_id), 0)
        WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_id = old.tag_id)
        AND NOT {_UNDER_ALREADY.format(row="old")};
END""",
    "DROP TRIGGER tag_tally_paper",
    f"""CREATE TRIGGER tag_tally_paper BEFORE DELETE ON paper WHEN old.shelf = 0 BEGIN
    UPDATE tag_tally SET papers = papers - 1, unread = unread - (old.status = 0)
        WHERE tag_id IN ({_TAGS_OF.format(row="old")});
END""",
    "DROP TRIGGER tally_update",
    f"""CREATE TRIGGER tally_update AFTER UPDATE OF status, starred, shelf ON paper
WHEN old.status <> new.status OR old.starred <> new.starred OR old.shelf <> new.shelf BEGIN
    UPDATE tally SET n = n - 1 WHERE name = CASE old.shelf WHEN 1 THEN 'trash' ELSE 'status:' || old.status END;
    UPDATE tally SET n = n + 1 WHERE name = CASE new.shelf WHEN 1 THEN 'trash' ELSE 'status:' || new.status END;
    UPDATE tally SET n = n + (new.starred = 1 AND new.shelf = 0) - (old.starred = 1 AND old.shelf = 0)
        WHERE name = 'starred' AND (old.starred <> new.starred OR old.shelf <> new.shelf);
    UPDATE tag_tally SET
        papers = papers + (new.shelf = 0) - (old.shelf = 0),
        unread = unread + (new.shelf = 0 AND new.status = 0) - (old.shelf = 0 AND old.status = 0)
        WHERE tag_id IN ({_TAGS_OF.format(row="new")});
END""",
    # Nothing asks it: the words of related papers are weighed with word_fts.
    "DROP TABLE paper_fts_vocab",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
