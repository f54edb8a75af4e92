"""Which changes of the library can change what a query finds."""

from __future__ import annotations

from collections.abc import Mapping

from readerapp.library.language import (
    And,
    DateRange,
    Expression,
    Has,
    IdentifierIs,
    Is,
    Not,
    Or,
    PaperIs,
    Range,
    Saved,
    SourceHas,
    TagIs,
    Untagged,
    Words,
    parse,
    saved_key,
)
from readerapp.records import Changes

# A part of the library: a table, or, of `paper`, where nearly every change is, one column.
_TEXTS = frozenset({"paper.title", "paper.venue", "paper_text"})
_READER = frozenset({"paper.takeaway", "note", "highlight", "words_also"})
_PDFS = frozenset({"attachment", "pdf_page"})
_STATES = {"starred": "paper.starred", "queued": "queue", "trashed": "paper.shelf"}
_PRESENT = {
    "note": ("note",),
    "highlight": ("highlight",),
    "code": ("link",),
    "pdf": ("link", "attachment"),
    "doi": ("identifier",),
    "abstract": ("paper_text",),
    "takeaway": ("paper.takeaway",),
}


def rests_on(expression: Expression, searches: Mapping[str, str]) -> frozenset[str]:
    """The parts of the library that what an expression finds rests on, beside which papers there are at all.

    `searches` has the queries of the saved searches by `saved_key` of their names.
    """
    return _parts(expression, searches, set())


def _parts(expression: Expression, searches: Mapping[str, str], seen: set[str]) -> frozenset[str]:
    match expression:
        case And(parts) | Or(parts):
            return frozenset().union(*(_parts(part, searches, seen) for part in parts))
        case Not(part):
            return _parts(part, searches, seen)
        case Words(_, "note"):
            return _READER
        case Words(_, "pdf"):
            return _PDFS
        case Words(_, field):
            own = _TEXTS if field else _TEXTS | _READER
            return own | _PDFS if expression.pdfs else own
        case TagIs():
            return frozenset({"tag", "tag_alias", "paper_tag"})
        case Untagged():
            return frozenset({"paper_tag"})
        case Is(state):
            return frozenset({_STATES.get(state, "paper.status")})
        case Has(what):
            return frozenset(_PRESENT[what])
        case DateRange("read"):
            return frozenset({"paper.status", "status_change"})
        case Range(column) | DateRange(column):
            return frozenset({f"paper.{column}"})
        case IdentifierIs():
            return frozenset({"identifier"})
        case SourceHas():
            return frozenset({"paper.source", "paper.import_id", "import"})
        case PaperIs():
            return frozenset({"paper.citation_key", "identifier"})
        case Saved(name):
            name = saved_key(name)
            query = searches.get(name, "") if name not in seen else ""
            seen.add(name)
            return frozenset({"saved_search"}) | _parts(parse(query).expression, searches, seen)


def touches(changes: Changes, parts: frozenset[str]) -> bool:
    """Whether these changes can change what rests on these parts."""
    if changes.everything or not changes.tables.isdisjoint(parts):
        return True
    # Papers that came or went have no columns to tell.
    return "paper" in changes.tables and (
        not changes.columns or "shelf" in changes.columns or any(f"paper.{name}" in parts for name in changes.columns)
    )
