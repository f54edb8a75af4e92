"""CSV for spreadsheets, written only: RFC 4180, a header row, one row a paper.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from typing import IO

from readerapp.records import Format, Item, Record

_RELATIONS = ("page", "pdf", "code")
# Variables of CSL that have a column of their own; the others stand together in one.
_DETAILS = {name: name for name in ("type", "volume", "issue", "publisher", "editor")} | {"page": "pages"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes the papers among the items; lists in a cell are separated by semicolons."""
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(_cells(Record(title="")))
    for item in items:
        if isinstance(item, Record):
            table.writerow(map(safe, _cells(item).values()))


def _cells(record: Record) -> dict[str, str]:
    """A paper's cells under the names of their columns, in order."""
    links = {relation: "; ".join(link.url for link in record.links if link.rel == relation) for relation in _RELATIONS}
    named: dict[str, str] = {}
    for identifier in record.identifiers:
        named.setdefault(identifier.scheme, identifier.value)
    return {
        "id": _text(record.id),
        "title": record.title,
        "authors": "; ".join(record.authors),
        "year": _text(record.year),
        "published": record.published or "",
        "venue": record.venue,
        **{column: record.details.get(name, "") for name, column in _DETAILS.items()},
        "doi": named.get("doi", ""),
        "arxiv": named.get("arxiv", ""),
        "identifiers": "; ".join(f"{one.scheme}:{one.value}" for one in record.identifiers),
        **links,
        "keywords": "; ".join(record.keywords),
        "status": record.status.word if record.status is not None else "",
        "starred": "yes" if record.starred else "",
        "rating": _text(record.rating),
        "queue": _text(record.queue),
        "tags": "; ".join(record.tags),
        "takeaway": record.takeaway,
        "note": record.note,
        "highlights": "\n".join(
            f"{mark.quote} ({mark.comment})" if mark.comment else mark.quote for mark in record.highlights
        ),
        "abstract": record.abstract,
        "details": "; ".join(
            f"{name}: {value}" for name, value in sorted(record.details.items()) if name not in _DETAILS
        ),
        "files": "; ".join(file.name for file in record.attachments),
        "added": _moment(record.added),
        "changed": _moment(record.changed),
        "source": record.source,
        "citation_key": record.citation_key or "",
    }


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%d %H:%M")


FORMAT = Format(name="csv", label="CSV table", suffixes=(".csv",), write=write)
