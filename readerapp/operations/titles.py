"""How steps speak of papers: by title when it is one, by number when they are many."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.library.connect import Writer

_LONGEST = 50


def papers(writer: Writer, ids: Sequence[int]) -> str:
    """ "“Train longer, generalize better”" or "3 papers"."""
    if len(ids) != 1:
        return f"{len(ids):,} papers"
    found = writer.connection.execute("SELECT title FROM paper WHERE id = ?", (ids[0],)).fetchone()
    return shortened(found[0]) if found else "a paper"


def shortened(title: str) -> str:
    """A title in quotation marks, cut between words when it is long."""
    if len(title) > _LONGEST:
        title = f"{title[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,.:;')}…"
    return f"“{title}”"
