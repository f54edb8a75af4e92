"""Which paper a person means."""

from __future__ import annotations

from readerapp.errors import Refused
from readerapp.formats.identifiers import find_identifiers
from readerapp.library import papers
from readerapp.library.connect import Connection


def named_paper(connection: Connection, named: str) -> int | None:
    """The paper named by an id number, a DOI, an arXiv id, a link to one, or a citation key; None for no paper."""
    named = named.strip()
    if named.isascii() and named.isdigit() and len(named) < 19 and papers.exists(connection, int(named)):
        return int(named)
    for identifier in find_identifiers(named):
        found = papers.by_identifier(connection, identifier)
        if found is not None:
            return found
    return papers.by_citation_key(connection, named)


def paper(connection: Connection, named: str) -> int:
    """The paper that `named_paper` finds. Raises Refused when there is none."""
    found = named_paper(connection, named)
    if found is None:
        named = named.strip()
        raise Refused(
            f"There is no paper “{named}”.",
            "Name one by its number, DOI, arXiv id or citation key; see: readerapp search",
        )
    return found
