"""What was found in attached PDFs: their text, page by page, for the search; and where the reader was in them.

None of this is in the history: the text can be read from the files again, and a place is no decision.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from readerapp.library import attachments
from readerapp.library.connect import milliseconds
from readerapp.library.folding import also_text
from readerapp.records import AttachedFile

# What stands for a fault while the pages are being written.
_UNFINISHED = "unfinished"

# PDFs nobody has looked into yet, or whose reading was interrupted; in the order in which they were attached, the last
# first.
_PENDING = f"""
SELECT a.name, a.sha256, a.media_type, a.bytes, a.added, max(a.id) FROM attachment AS a
LEFT JOIN pdf ON pdf.sha256 = a.sha256
WHERE a.media_type = '{attachments.PDF}' AND (pdf.sha256 IS NULL OR pdf.fault = '{_UNFINISHED}')
GROUP BY a.sha256 ORDER BY max(a.id) DESC
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: a page, from 1, how far down on it in points, and the zoom, 0 for the width of the view."""

    page: int = 1
    top: float = 0
    zoom: float = 0


def pending(connection: sqlite3.Connection) -> list[AttachedFile]:
    """The PDFs whose text has not been read yet, the last attached first."""
    return [attachments.of_row(row) for row in connection.execute(_PENDING)]


def begin(connection: sqlite3.Connection, sha256: str) -> None:
    """Makes ready for the pages of a PDF; what there was of it goes."""
    connection.execute("DELETE FROM pdf_page WHERE sha256 = ?", (sha256,))
    connection.execute(
        "INSERT INTO pdf (sha256, pages, fault) VALUES (?1, 0, ?2)"
        " ON CONFLICT (sha256) DO UPDATE SET pages = 0, fault = ?2",
        (sha256, _UNFINISHED),
    )


def add_pages(connection: sqlite3.Connection, sha256: str, texts: Mapping[int, str]) -> None:
    """Keeps the texts of pages, by their numbers from 1."""
    connection.executemany(
        "INSERT INTO pdf_page (sha256, page, text, also) VALUES (?, ?, ?, ?)",
        [(sha256, page, text, also_text(text)) for page, text in texts.items() if text.strip()],
    )


def finish(connection: sqlite3.Connection, sha256: str, pages: int, fault: str = "") -> None:
    """Says that all is there, or, in a sentence, why not."""
    connection.execute("UPDATE pdf SET pages = ?, fault = ? WHERE sha256 = ?", (pages, fault, sha256))


def fault(connection: sqlite3.Connection, sha256: str) -> str:
    """Why a PDF cannot be read, as was found when its text was looked for; "" when nothing is known against it."""
    found = connection.execute("SELECT fault FROM pdf WHERE sha256 = ?", (sha256,)).fetchone()
    return str(found[0]) if found and found[0] != _UNFINISHED else ""


def text(connection: sqlite3.Connection, sha256: str, page: int) -> str:
    """The text of a page; "" where it has none, or it has not been read."""
    found = connection.execute("SELECT text FROM pdf_page WHERE sha256 = ? AND page = ?", (sha256, page)).fetchone()
    return str(found[0]) if found else ""


def forget(connection: sqlite3.Connection, sha256: str) -> None:
    """Removes what is known of a PDF."""
    for table in ("pdf_page", "pdf", "pdf_place"):
        connection.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))


def place(connection: sqlite3.Connection, sha256: str) -> Place:
    """Where the reader was in a file; its beginning where they never were."""
    found = connection.execute("SELECT page, top, zoom FROM pdf_place WHERE sha256 = ?", (sha256,)).fetchone()
    return Place(*found) if found else Place()


def set_place(connection: sqlite3.Connection, sha256: str, where: Place) -> None:
    """Keeps where the reader is."""
    connection.execute(
        "REPLACE INTO pdf_place (sha256, page, top, zoom, at) VALUES (?, ?, ?, ?, ?)",
        (sha256, where.page, where.top, where.zoom, milliseconds()),
    )
