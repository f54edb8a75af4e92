"""JSON Lines: one object to a line, with title, abstract, authors (list), venue, year, keywords (list), url, pdf, code
and doi, as catalogues of conferences are passed around. Papers of this program's own JSON are read as such."""

from __future__ import annotations

import re

from readerapp.formats import fields, json_lines
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.readerapp_json import record_of_json
from readerapp.records import Format, Identifier, Input, Link, Origin, Reading, Record

_FIRST_KEY = re.compile(rb'\s*\{\s*"')
_IDENTIFIERS = {"doi": "doi", "arxiv": "arxiv", "arxiv_id": "arxiv", "pmid": "pmid"}
_LINKS = {"url": "page", "pdf": "pdf", "code": "code"}


def read(source: Input) -> Reading:
    """Reads line by line; a line that is no paper is Skipped with its number."""
    return Reading(
        Origin("jsonl", source.name),
        json_lines.items(source, record_of),
        source.size,
        source.done,
    )


def record_of(value: object) -> Record:
    """The paper of one line's value. Raises ValueError, in words for the reader, when it is none."""
    if not isinstance(value, dict):
        raise ValueError("It is no object.")
    if isinstance(value.get("identifiers"), dict):
        return record_of_json(value)
    title = fields.one_line(value.get("title"))
    if not title:
        raise ValueError("It has no title.")
    identifiers: dict[Identifier, None] = {}
    for key, scheme in _IDENTIFIERS.items():
        if given := value.get(key):
            identifier = normalise(scheme, fields.one_line(given))
            if identifier:
                identifiers[identifier] = None
    links: dict[Link, None] = {}
    for key, relation in _LINKS.items():
        if (given := value.get(key)) and (url := fields.http_url(given)):
            links[Link(relation, url)] = None
            if relation != "code" and (identifier := identifier_of_url(url)):
                identifiers[identifier] = None
    return Record(
        title=title,
        authors=fields.names(value.get("authors")),
        abstract=fields.paragraphs(value.get("abstract")).strip(),
        venue=fields.one_line(value.get("venue")),
        year=fields.year(value.get("year")),
        published=fields.published(value.get("published")),
        keywords=fields.keywords(value.get("keywords")),
        identifiers=list(identifiers),
        links=list(links),
    )


def _recognise(source: Input) -> int:
    """Sure when one of the first lines is an object with a title."""
    if not _FIRST_KEY.match(source.head):
        return 0
    if any(isinstance(value, dict) and "title" in value for value in json_lines.first_values(source)):
        return 90
    # The first line may be longer than the head.
    return 60 if b"\n" not in source.head.strip() and b'"title"' in source.head else 0


FORMAT = Format(
    name="jsonl",
    label="JSON Lines",
    suffixes=(".jsonl", ".ndjson"),
    recognise=_recognise,
    read=read,
)
