"""Exports of Omnivore: `metadata_0_to_20.json` and the like, with `highlights/SLUG.md` and `content/SLUG.html` or
`.pdf` beside them, in a folder or a zip archive.

An entry has id, slug, title, description, author, url, state, readingProgress, labels, savedAt, updatedAt and
publishedAt. A highlight is a block quote, followed by what the reader wrote of it; what stands before the first is the
note of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from readerapp.formats import fields
from readerapp.formats.inside import file_inside
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.formats.saved_pages import Page, highlight, moment, record_of, words
from readerapp.records import (
    AttachedFile,
    Format,
    HighlightRecord,
    Input,
    Item,
    Origin,
    Reading,
    Record,
    Skipped,
    decode,
)

EXTRAS = "omnivore"
_SLUG = re.compile(r"[\w.~%-]{1,250}")
_LONGEST = 4 * 2**20


def read(source: Input) -> Reading:
    """Reads entry by entry, with what lies beside the file."""
    folder = source.path.parent if source.path is not None else None
    items = _items(entries(source.stream), folder)
    return Reading(Origin("omnivore", source.name), items, source.size, source.done)


def _items(found: Iterator[Entry | Broken], folder: Path | None) -> Iterator[Item]:
    for entry in found:
        if isinstance(entry, Broken):
            yield Skipped(f"line {entry.line}", entry.why)
        elif entry.listed and entry.key is None:
            record = _record(entry.value, folder) if isinstance(entry.value, dict) else None
            yield record or Skipped(f"line {entry.line}", "It has no title.")


def _record(value: Mapping[str, object], folder: Path | None) -> Record | None:
    title = fields.one_line(value.get("title"))
    if not title:
        return None
    page = Page(title, value.get("author"), value.get("url"), value.get("description"))
    page.published, page.added = value.get("publishedAt"), moment(value.get("savedAt"))
    page.tags = words(value.get("labels"))
    page.extras = {name: fields.one_line(value.get(name), 200) for name in ("id", "state", "readingProgress")}
    slug = fields.one_line(value.get("slug"), 250)
    files: list[AttachedFile] = []
    if folder is not None and _SLUG.fullmatch(slug):
        place = file_inside(folder, f"highlights/{slug}.md")
        if place is not None and place.stat().st_size <= _LONGEST:
            page.note, page.highlights = _highlights(fields.without_controls(decode(place.read_bytes())))
        places = (file_inside(folder, f"content/{slug}{suffix}") for suffix in (".pdf", ".html"))
        files += (
            AttachedFile(fields.one_line(file.name, 200), size=file.stat().st_size, path=file)
            for file in places
            if file is not None
        )
    record = record_of(page, EXTRAS)
    record.attachments = files
    return record


def _highlights(text: str) -> tuple[str, list[HighlightRecord]]:
    """The note of a page, and its highlights."""
    note: list[str] = []
    blocks: list[tuple[list[str], list[str]]] = []
    quoting = False
    for line in text.split("\n"):
        if line.startswith(">"):
            if not quoting:
                blocks.append(([], []))
            blocks[-1][0].append(line[1:].removeprefix(" "))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            note.append(line)
        quoting = line.startswith(">")
    marks = (highlight("\n".join(quote), "\n".join(comment)) for quote, comment in blocks)
    return "\n".join(note).strip(), [mark for mark in marks if mark is not None]


def _recognise(source: Input) -> int:
    head = source.head[:20_000]
    if head.lstrip()[:1] != b"[":
        return 0
    keys = (b'"slug"', b'"readingProgress"', b'"savedAt"', b'"labels"')
    return 96 if all(key in head for key in keys) else 0


FORMAT = Format(
    name="omnivore",
    label="Omnivore export",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
    speaks_for=r"metadata_\d+_to_\d+\.json",
)
