"""A library made with plain SQL, and what was put into it."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass, field, replace
from hashlib import sha256 as sha256_of
from pathlib import Path
from typing import Any

from readerapp.library import pdfs, reader_words
from readerapp.library.connect import teach
from readerapp.library.folding import also, also_words, title_key


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A paper of the test's own. Times are milliseconds; `finished` are the times it was marked read."""

    id: int = 0
    title: str = "Untitled"
    authors: tuple[str, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    venue: str = ""
    byline: str = ""
    year: int | None = None
    published: str | None = None
    status: int = 0
    starred: bool = False
    rating: int | None = None
    takeaway: str = ""
    note: str = ""
    highlights: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    pdf_file: bool = False
    pdf_pages: tuple[str, ...] = ()
    citation_key: str | None = None
    source: str = ""
    origin: tuple[str, str] | None = None
    added: int = 1_000
    changed: int = 1_000
    shelf: int = 0
    trashed: int | None = None
    queue: int | None = None
    interest: float | None = None
    finished: tuple[int, ...] = field(default=())

    @property
    def also(self) -> str:
        """Its further forms, as the library stores them."""
        return also(self.title, "; ".join(self.authors), self.abstract, "; ".join(self.keywords), self.venue)

    @property
    def words_also(self) -> str:
        """The further forms of what the reader wrote."""
        highlights = "\n".join(f"{quote}\n{comment}" for quote, comment in self.highlights)
        return also_words(self.note, highlights, self.takeaway)


class Shelf:
    """A new library at `path`, a copy of an empty one. `connection` is a plain connection to it."""

    def __init__(self, path: Path, empty: Path) -> None:
        path.write_bytes(empty.read_bytes())
        self.connection = sqlite3.connect(path, isolation_level=None)
        teach(self.connection)
        self.connection.execute("PRAGMA foreign_keys = 1")
        self.connection.execute("PRAGMA synchronous = 0")
        self.papers: dict[int, Planted] = {}

    def arriving(self, first: int) -> None:
        """From this id on papers belong to an import that still runs."""
        db = self.connection
        running = db.execute("INSERT INTO import (at, format, title) VALUES (0, 'json', 'running')").lastrowid
        db.execute("INSERT INTO arriving (import_id, first_id) VALUES (?, ?)", (running, first))
        self.papers = {number: paper for number, paper in self.papers.items() if number < first}

    def add(self, **fields: Any) -> int:
        """Puts a paper in and returns its id."""
        return self.put(Planted(**fields))

    def put(self, paper: Planted) -> int:
        """Puts a paper in and returns its id. Without one of its own it gets the next."""
        paper = replace(paper, id=paper.id or max(self.papers, default=0) + 1)
        if paper.shelf == 1 and paper.trashed is None:
            paper = replace(paper, trashed=5_000)
        db = self.connection
        origin = None
        if paper.origin:
            origin = db.execute("INSERT INTO import (at, format, title) VALUES (0, ?, ?)", paper.origin).lastrowid
        db.execute(
            "INSERT INTO paper (id, title, title_key, byline, venue, year, published, status, starred, rating,"
            " takeaway, citation_key, shelf, trashed, import_id, source, added, changed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                paper.id, paper.title, title_key(paper.title), paper.byline, paper.venue, paper.year, paper.published,
                paper.status, paper.starred, paper.rating, paper.takeaway, paper.citation_key, paper.shelf,
                paper.trashed, origin, paper.source, paper.added, paper.changed,
            ),
        )  # fmt: skip
        db.execute(
            "INSERT INTO paper_text VALUES (?, ?, ?, ?, ?)",
            (paper.id, "; ".join(paper.authors), paper.abstract, "; ".join(paper.keywords), paper.also),
        )
        for scheme, value in paper.identifiers:
            db.execute("INSERT INTO identifier VALUES (?, ?, ?)", (scheme, value, paper.id))
        for position, rel in enumerate(paper.links):
            db.execute("INSERT INTO link VALUES (?, ?, ?, 'https://example.org')", (paper.id, position, rel))
        if paper.pdf_file or paper.pdf_pages:
            # Papers with the same pages have the same file.
            sha256 = sha256_of("\f".join(paper.pdf_pages).encode()).hexdigest()
            db.execute(
                "INSERT INTO attachment (paper_id, name, sha256, media_type, bytes, added)"
                " VALUES (?, 'a.pdf', ?, 'application/pdf', 1, 0)",
                (paper.id, sha256),
            )
            pdfs.begin(db, sha256)
            pdfs.add_pages(db, sha256, dict(enumerate(paper.pdf_pages, start=1)))
            pdfs.finish(db, sha256, len(paper.pdf_pages))
        for name in paper.tags:
            key = unicodedata.normalize("NFC", name.casefold())
            db.execute("INSERT INTO tag (name, key, added) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", (name, key))
            db.execute("INSERT INTO paper_tag SELECT id, ?, 0 FROM tag WHERE key = ?", (paper.id, key))
        if paper.note:
            db.execute("INSERT INTO note VALUES (?, ?, 0)", (paper.id, paper.note))
        for quote, comment in paper.highlights:
            db.execute(
                "INSERT INTO highlight (paper_id, quote, comment, added, changed) VALUES (?, ?, ?, 0, 0)",
                (paper.id, quote, comment),
            )
        if paper.queue is not None:
            db.execute("INSERT INTO queue VALUES (?, ?, 0)", (paper.id, paper.queue))
        if paper.interest is not None:
            db.execute("INSERT INTO interest VALUES (?, ?)", (paper.id, paper.interest))
        for at in paper.finished:
            db.execute("INSERT INTO status_change (paper_id, status, at) VALUES (?, 2, ?)", (paper.id, at))
        reader_words.settle(db, [paper.id])
        self.papers[paper.id] = paper
        return paper.id
