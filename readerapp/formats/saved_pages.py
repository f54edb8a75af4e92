"""What read-later services know of a page or a book, and papers: for the exports of Readwise and Omnivore."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from readerapp.formats import dates, fields
from readerapp.formats.identifiers import find_identifiers, identifier_of_url
from readerapp.formats.links import relation
from readerapp.records import HighlightRecord, Link, MeaningRecord, Record

_COLOURS = frozenset(["yellow", "blue", "pink", "orange", "green", "purple", "red"])
_LINKED = re.compile(r"\[\[([^\[\]\n]{1,500})\]\]")

_QUOTED = re.compile(r"""'([^'\n]{1,500})'|"([^"\n]{1,500})\"""")


@dataclass(slots=True)
class Page:
    """A page, a book or a paper as such a service has it."""

    title: str
    author: object = ""
    url: object = ""
    summary: object = ""
    note: object = ""
    published: object = ""
    tags: list[str] = field(default_factory=list)
    highlights: list[HighlightRecord] = field(default_factory=list)
    added: datetime | None = None
    extras: dict[str, str] = field(default_factory=dict)


def record_of(page: Page, service: str) -> Record:
    """The paper that a page is. What has no place stays in the extras of the service."""
    published = dates.read(page.published)
    record = Record(
        title=fields.one_line(page.title),
        authors=fields.names(page.author if isinstance(page.author, list) else fields.one_line(page.author, 20_000)),
        abstract=fields.paragraphs(page.summary).strip(),
        published=published,
        year=int(published[:4]) if published else None,
        tags=list(dict.fromkeys(tag for one in page.tags if (tag := fields.one_line(one, 200).lstrip("#")))),
        note=fields.storable(page.note).strip(),
        highlights=page.highlights,
        added=page.added,
    )
    if url := fields.http_url(page.url):
        record.links.append(Link(relation(url), url))
        if identifier := identifier_of_url(url):
            record.identifiers.append(identifier)
    for identifier in find_identifiers(record.title):
        if identifier not in record.identifiers:
            record.identifiers.append(identifier)
    if extras := {name: text for name, text in page.extras.items() if text}:
        record.extras[service] = extras
    return record


def highlight(
    quote: object, note: object = "", colour: object = "", tags: list[str] | None = None, place: str = ""
) -> HighlightRecord | None:
    """A highlight with its note; tags and the place follow the note. None where no words are marked."""
    words = fields.paragraphs(quote, 100_000).strip()
    named = fields.one_line(colour, 20).lower()
    labels = " ".join(f"#{fields.one_line(tag, 200).replace(' ', '-')}" for tag in tags or [] if tag.strip())
    comment = "\n".join(filter(None, (fields.paragraphs(note, 100_000).strip(), labels, place)))
    if not words:
        return None
    return HighlightRecord(words, meaning=named if named in _COLOURS else "", comment=comment)


def meanings(records: list[Record]) -> list[MeaningRecord]:
    """Meanings called by the colours that highlights of these papers have."""
    used = {mark.meaning for record in records for mark in record.highlights if mark.meaning}
    return [MeaningRecord(name, name) for name in sorted(used)]


def moment(value: object) -> datetime | None:
    """A time in UTC; ISO 8601, or as "September 1, 2024 10:21:32 AM". None for what is none."""
    text = fields.one_line(value, 60)
    for form in ("", "%B %d, %Y %I:%M:%S %p", "%Y-%m-%d %H:%M:%S%z"):
        try:
            found = datetime.strptime(text, form) if form else datetime.fromisoformat(text)
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue
    return None


def words(value: object) -> list[str]:
    """Tags, of a list, of one text that separates them by commas, of wiki links, or written as a list of Python's."""
    if isinstance(value, str):
        text = value.strip()[:20_000]
        if linked := _LINKED.findall(text):
            return linked
        if text.startswith("[") and text.endswith("]"):
            value = [found[0] or found[1] for found in _QUOTED.findall(text)] or text.strip("[]").split(",")
        else:
            value = text.split(",")
    if not isinstance(value, list):
        return []
    names = (one.get("name") if isinstance(one, dict) else one for one in value[: fields.MOST_VALUES])
    return [tag for name in names if (tag := fields.one_line(name, 200).strip("'\" "))]
