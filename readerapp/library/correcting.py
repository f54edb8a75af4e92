"""What a paper is, corrected by the reader: its title, authors, venue and so on. Each belongs inside a step; rows that
would not change are not written. What is kept beside a field for lists and searches follows it here."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from readerapp.errors import Refused
from readerapp.library import anchoring, highlights
from readerapp.library.folding import also, title_key
from readerapp.names import Name, byline
from readerapp.records import HighlightRecord, Identifier


def set_columns(connection: sqlite3.Connection, papers: Sequence[int], columns: Mapping[str, object], at: int) -> None:
    """Gives papers the same title, venue, year, date, citation key or source."""
    sets = ", ".join(f"{name} = ?" for name in columns)
    # Binary: else "neurips" would be "NeurIPS" already.
    differs = " OR ".join(f"{name} IS NOT ? COLLATE BINARY" for name in columns)
    values = tuple(columns.values())
    for begin in range(0, len(papers), 1000):
        written = connection.execute(
            f"UPDATE paper SET {sets}, changed = ? WHERE id IN (SELECT value FROM json_each(?)) AND ({differs})"
            " RETURNING id",
            (*values, at, json.dumps(list(papers[begin : begin + 1000])), *values),
        ).fetchall()
        if columns.keys() & {"title", "venue"}:
            for (paper,) in written:
                _settle(connection, paper)


def set_authors(connection: sqlite3.Connection, paper: int, authors: Sequence[str], at: int) -> None:
    """Gives a paper other authors."""
    before, names = _authors(connection, paper), [Name.of(name) for name in authors]
    rows = [[(name.family, name.given, name.suffix or None) for name in people] for people in (before, names)]
    if _replace(connection, paper, "paper_author", "family, given, suffix", *rows):
        families = byline([name.family for name in names])
        connection.execute("UPDATE paper SET byline = ?, changed = ? WHERE id = ?", (families, at, paper))
        _settle(connection, paper)


def set_keywords(connection: sqlite3.Connection, paper: int, keywords: Sequence[str], at: int) -> None:
    """Gives a paper other keywords."""
    before = connection.execute(
        "SELECT keyword FROM paper_keyword WHERE paper_id = ? ORDER BY position", (paper,)
    ).fetchall()
    if _replace(connection, paper, "paper_keyword", "keyword", before, [(keyword,) for keyword in keywords]):
        _touch(connection, paper, at)
        _settle(connection, paper)


def set_links(connection: sqlite3.Connection, paper: int, rel: str, urls: Sequence[str], at: int) -> None:
    """Gives a paper other links of one kind: "page", "pdf" or "code"."""
    before = connection.execute("SELECT rel, url FROM link WHERE paper_id = ? ORDER BY position", (paper,)).fetchall()
    kept = [link for link in before if link[0] != rel]
    if [url for kind, url in before if kind == rel] != list(urls):
        _replace(connection, paper, "link", "rel, url", before, [*kept, *((rel, url) for url in urls)])
        _touch(connection, paper, at)


def set_identifiers(connection: sqlite3.Connection, paper: int, identifiers: Sequence[Identifier], at: int) -> None:
    """Gives a paper other identifiers. Raises Refused for one that is another paper's."""
    before = {
        Identifier(*row)
        for row in connection.execute("SELECT scheme, value FROM identifier WHERE paper_id = ?", (paper,))
    }
    for one in sorted(before - set(identifiers), key=str):
        connection.execute("DELETE FROM identifier WHERE scheme = ? AND value = ?", (one.scheme, one.value))
    for one in identifiers:
        if one not in before:
            connection.execute(
                "INSERT INTO identifier (scheme, value, paper_id) VALUES (?, ?, ?)", (*_pair(one), paper)
            )
    if before != set(identifiers):
        _touch(connection, paper, at)


def set_abstract(connection: sqlite3.Connection, paper: int, text: str, at: int) -> None:
    """Gives a paper another abstract. Its highlights are found again in it and remembered as they stand there; those
    that are not found stay as they were, to be found when their words come back."""
    (before,) = connection.execute("SELECT abstract FROM paper_text WHERE paper_id = ?", (paper,)).fetchone()
    if text == before:
        return
    marks = connection.execute(
        "SELECT id, quote, prefix, suffix, start FROM highlight WHERE paper_id = ? AND target = 'abstract' ORDER BY id",
        (paper,),
    ).fetchall()
    connection.execute("UPDATE paper_text SET abstract = ? WHERE paper_id = ?", (text, paper))
    _touch(connection, paper, at)
    _settle(connection, paper)
    records = [
        HighlightRecord(quote, prefix=prefix, suffix=suffix, start=start) for _, quote, prefix, suffix, start in marks
    ]
    for (highlight, *_), place in zip(marks, anchoring.places(text, records), strict=True):
        if place is not None and text[slice(*place)].strip():
            highlights.move(connection, highlight, anchoring.anchor(text, *place), at)


def taken(
    connection: sqlite3.Connection, paper: int, identifiers: Iterable[Identifier]
) -> tuple[Identifier, str] | None:
    """The first of these identifiers that another paper has, with that paper's title; None when all are free."""
    for one in identifiers:
        found = connection.execute(
            "SELECT title FROM identifier JOIN paper ON id = paper_id WHERE scheme = ? AND value = ? AND paper_id <> ?",
            (*_pair(one), paper),
        ).fetchone()
        if found:
            return one, found[0]
    return None


def cited_as(connection: sqlite3.Connection, paper: int, key: str) -> str | None:
    """The title of another paper that has this citation key, in whatever capitals; None when it is free."""
    # All keys are walked through, in the index over them.
    found = connection.execute(
        "SELECT title FROM paper WHERE citation_key IS NOT NULL AND citation_key = ? COLLATE NOCASE AND id <> ?"
        " ORDER BY id LIMIT 1",
        (key, paper),
    ).fetchone()
    return found[0] if found else None


def in_common(connection: sqlite3.Connection, papers: Iterable[int], columns: Sequence[str]) -> dict[str, object]:
    """What these papers have alike in columns of their own row, "" for nothing; None where they differ."""
    both = ", ".join(f"count(DISTINCT ifnull({name}, '') COLLATE BINARY), max(ifnull({name}, ''))" for name in columns)
    found = connection.execute(
        f"SELECT {both} FROM paper WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(papers)),)
    ).fetchone()
    return {
        name: value if count <= 1 else None for name, count, value in zip(columns, found[::2], found[1::2], strict=True)
    }


def _pair(one: Identifier) -> tuple[str, str]:
    return one.scheme, one.value


def _replace(
    connection: sqlite3.Connection,
    paper: int,
    table: str,
    columns: str,
    before: Sequence[tuple[str | None, ...]],
    after: Sequence[tuple[str | None, ...]],
) -> bool:
    """Writes the rows of a paper in a table with positions anew, if they are others."""
    if [tuple(row) for row in before] == [tuple(row) for row in after]:
        return False
    connection.execute(f"DELETE FROM {table} WHERE paper_id = ?", (paper,))
    marks = ", ?" * (columns.count(",") + 1)
    connection.executemany(
        f"INSERT INTO {table} (paper_id, position, {columns}) VALUES (?, ?{marks})",
        [(paper, position, *row) for position, row in enumerate(after)],
    )
    return True


def _touch(connection: sqlite3.Connection, paper: int, at: int) -> None:
    connection.execute("UPDATE paper SET changed = ? WHERE id = ?", (at, paper))


def _authors(connection: sqlite3.Connection, paper: int) -> list[Name]:
    return [
        Name(*parts)
        for parts in connection.execute(
            "SELECT family, given, coalesce(suffix, '') FROM paper_author WHERE paper_id = ? ORDER BY position",
            (paper,),
        )
    ]


def _settle(connection: sqlite3.Connection, paper: int) -> None:
    """Brings what is kept of a paper for searches up to its title, authors, abstract, keywords and venue."""
    title, venue, abstract = connection.execute(
        "SELECT title, venue, abstract FROM paper JOIN paper_text ON paper_id = id WHERE id = ?", (paper,)
    ).fetchone()
    authors = "; ".join(_authors(connection, paper))
    keywords = "; ".join(
        keyword
        for (keyword,) in connection.execute(
            "SELECT keyword FROM paper_keyword WHERE paper_id = ? ORDER BY position", (paper,)
        )
    )
    connection.execute("UPDATE paper SET title_key = ?1 WHERE id = ?2 AND title_key <> ?1", (title_key(title), paper))
    texts = (authors, keywords, also(title, authors, abstract, keywords, venue))
    connection.execute(
        "UPDATE paper_text SET authors = ?, keywords = ?, also = ?"
        " WHERE paper_id = ? AND (authors, keywords, also) IS NOT (?, ?, ?)",
        (*texts, paper, *texts),
    )


def ensure_here(connection: sqlite3.Connection, paper: int) -> None:
    """Raises Refused when the paper is gone."""
    if connection.execute("SELECT 1 FROM paper WHERE id = ?", (paper,)).fetchone() is None:
        raise Refused("This paper is no longer in the library.", "Undo what removed it, then correct it again.")
