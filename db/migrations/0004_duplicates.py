"""What the reader said of papers that look like one: that they are not. And the search indexes kept right when a paper
is removed row by row, as it is where its removal is done again. Frozen once released."""

from typing import Any

STATEMENTS = (
    """CREATE TABLE distinct_papers (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    PRIMARY KEY (paper_id, other_id),
    CHECK (paper_id < other_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX distinct_papers_other_id ON distinct_papers (other_id)",
    # Finds nothing where the paper went first: then index_delete has done it.
    """CREATE TRIGGER index_text_delete BEFORE DELETE ON paper_text BEGIN
    INSERT INTO paper_fts (paper_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.paper_id;
    INSERT INTO word_fts (word_fts, rowid, title, authors, abstract, keywords, venue, also)
        SELECT 'delete', id, title, authors, abstract, keywords, venue, also FROM search_text WHERE id = old.paper_id;
    INSERT INTO title_fts (title_fts, rowid, title, authors)
        SELECT 'delete', id, title, authors FROM search_text WHERE id = old.paper_id;
END""",
)


def up(migrator: object, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
