"""Answers of Readwise's export API (https://readwise.io/api_deets), saved: documents with their highlights.

{"count", "nextPageCursor", "results": [{"title", "author", "source_url", "category", "document_note", "summary",
 "book_tags": [{"name"}], "highlights": [{"text", "note", "color", "location", "location_type", "tags", "is_discard"}],
 …}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readerapp.formats import fields
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.formats.saved_pages import Page, highlight, meanings, record_of, words
from readerapp.records import Format, Input, Item, MeaningRecord, Origin, Reading, Skipped

EXTRAS = "readwise"
_KEPT = ("category", "source", "asin", "readwise_url", "unique_url")


def read(source: Input) -> Reading:
    """Reads document by document."""
    return Reading(Origin("readwise-json", source.name), _items(entries(source.stream)), source.size, source.done)


def _items(found: Iterator[Entry | Broken]) -> Iterator[Item]:
    used: dict[MeaningRecord, None] = {}
    for entry in found:
        if isinstance(entry, Broken):
            yield Skipped(f"line {entry.line}", entry.why)
        elif entry.listed and entry.key in (None, "results"):
            page = _page(entry.value) if isinstance(entry.value, dict) else None
            if page is None:
                yield Skipped(f"line {entry.line}", "It has no title.")
                continue
            record = record_of(page, EXTRAS)
            used |= dict.fromkeys(meanings([record]))
            yield record
    yield from used


def _page(value: Mapping[str, object]) -> Page | None:
    title = fields.one_line(value.get("title")) or fields.one_line(value.get("readable_title"))
    if not title:
        return None
    page = Page(title, value.get("author"), value.get("source_url"), value.get("summary"), value.get("document_note"))
    page.tags = words(value.get("book_tags"))
    page.extras = {name: fields.one_line(value.get(name)) for name in _KEPT}
    marks = value.get("highlights")
    for one in marks[: fields.MOST_VALUES] if isinstance(marks, list) else []:
        if not isinstance(one, dict) or one.get("is_discard") is True:
            continue
        where, kind = fields.one_line(one.get("location"), 20), fields.one_line(one.get("location_type"), 20)
        place = f"page {where}" if kind == "page" and where else ""
        mark = highlight(one.get("text"), one.get("note"), one.get("color"), words(one.get("tags")), place)
        if mark is not None:
            page.highlights.append(mark)
    return page


def _recognise(source: Input) -> int:
    head = source.head
    if head.lstrip()[:1] not in (b"{", b"["):
        return 0
    named = sum(key in head for key in (b'"user_book_id"', b'"readwise_url"', b'"book_tags"', b'"highlights"'))
    return 96 if named >= 3 else 0


FORMAT = Format(
    name="readwise-json",
    label="Readwise JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
