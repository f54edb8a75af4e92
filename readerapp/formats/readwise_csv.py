"""CSV exports of Readwise: highlights, a row for each, with the title they are of; and the list of documents of Reader.

The columns are, of highlights: Highlight, Book Title, Book Author, Amazon Book ID, Note, Color, Tags, Location Type,
Location, Highlighted at, Document tags; of documents: Title, URL, ID, Document tags, Saved date, Reading progress,
Location, Seen. Both are known by their names, in any order.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.saved_pages import Page, highlight, meanings, moment, record_of, words
from readerapp.records import Format, Input, Item, Origin, Reading, Record, Skipped

EXTRAS = "readwise"
_LONGEST_ROW = 10 * 2**20


def read(source: Input) -> Reading:
    """Reads row by row; highlights of one title become one paper. Raises Refused for other tables."""
    rows = _rows(source.text())
    _, names = next(rows, (0, []))
    columns = [fields.one_line(name, 100).casefold() for name in names] if isinstance(names, list) else []
    if "highlight" in columns and "book title" in columns:
        items = _highlights(columns, rows)
    elif "title" in columns and "url" in columns:
        items = _documents(columns, rows)
    else:
        raise Refused(f"{source.name} is no table of Readwise.", "Name its format with --format.")
    return Reading(Origin("readwise", source.name), items, source.size, source.done)


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """The rows with the lines they begin at; of one that cannot be read, why."""
    before = csv.field_size_limit(_LONGEST_ROW)
    try:
        table = csv.reader(io.StringIO(text, newline=""))
        while True:
            line = table.line_num + 1
            try:
                yield line, next(table)
            except StopIteration:
                return
            except csv.Error as error:
                yield line, f"It is no row of a table ({error})."
    finally:
        csv.field_size_limit(before)


def _told(
    columns: list[str], rows: Iterator[tuple[int, list[str] | str]]
) -> Iterator[tuple[int, dict[str, str]] | Skipped]:
    for line, row in rows:
        if isinstance(row, str):
            yield Skipped(f"line {line}", row)
        elif any(map(str.strip, row)):
            yield line, dict(zip(columns, row, strict=False))


def _highlights(columns: list[str], rows: Iterator[tuple[int, list[str] | str]]) -> Iterator[Item]:
    pages: dict[tuple[str, str], Page] = {}
    for told in _told(columns, rows):
        if isinstance(told, Skipped):
            yield told
            continue
        line, row = told
        title, author = fields.one_line(row.get("book title")), row.get("book author", "")
        if not title:
            yield Skipped(f"line {line}", "It has no title.")
            continue
        page = pages.setdefault((title.casefold(), author), Page(title, author))
        page.tags += (tag for tag in words(row.get("document tags")) if tag not in page.tags)
        page.extras["asin"] = fields.one_line(row.get("amazon book id"), 100)
        place = row.get("location", "").strip() if row.get("location type") in ("page", "location") else ""
        where = f"{row['location type']} {fields.one_line(place, 50)}" if place else ""
        mark = highlight(row.get("highlight"), row.get("note"), row.get("color"), words(row.get("tags")), where)
        if mark is not None:
            page.highlights.append(mark)
        elif note := row.get("note", "").strip():
            page.note = f"{page.note}\n\n{note}" if page.note else note
    yield from _records(list(pages.values()))


def _documents(columns: list[str], rows: Iterator[tuple[int, list[str] | str]]) -> Iterator[Item]:
    for told in _told(columns, rows):
        if isinstance(told, Skipped):
            yield told
            continue
        line, row = told
        if not fields.one_line(row.get("title")):
            yield Skipped(f"line {line}", "It has no title.")
            continue
        page = Page(row["title"], url=row.get("url"), tags=words(row.get("document tags")))
        page.added = moment(row.get("saved date"))
        page.extras = {
            name: fields.one_line(row.get(column), 200)
            for name, column in (("location", "location"), ("reading progress", "reading progress"), ("id", "id"))
        }
        yield record_of(page, EXTRAS)


def _records(pages: list[Page]) -> Iterator[Item]:
    records: list[Record] = [record_of(page, EXTRAS) for page in pages]
    yield from records
    yield from meanings(records)


def _recognise(source: Input) -> int:
    first = source.head[:2000].split(b"\n")[0].lower()
    if b"highlight" in first and b"book title" in first:
        return 96
    if re.match(rb'"?title"?,"?url"?,"?id"?,"?document tags"?', first):
        return 96
    return 0


FORMAT = Format(
    name="readwise",
    label="Readwise table",
    suffixes=(".csv",),
    recognise=_recognise,
    read=read,
)
