"""JSON Lines: one object to a line, with title, abstract, authors (list), venue, year, keywords (list), url, pdf, code
and doi, as catalogues of conferences are passed around. Papers of this program's own JSON are read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

from readerapp.formats import fields
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.json_entries import whole_number, why_not
from readerapp.formats.readerapp_json import record_of_json
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped, decode

# A line longer than this is passed over; reading it would take that much memory several times.
LONGEST_LINE = 64 * 2**20

_JSON = JSONDecoder(strict=False, parse_int=whole_number)
_FIRST_KEY = re.compile(rb'\s*\{\s*"')
_IDENTIFIERS = {"doi": "doi", "arxiv": "arxiv", "arxiv_id": "arxiv", "pmid": "pmid"}
_LINKS = {"url": "page", "pdf": "pdf", "code": "code"}


def read(source: Input) -> Reading:
    """Reads line by line; a line that is no paper is Skipped with its number."""
    return Reading(Origin("jsonl", source.name), _items(source), source.size, source.done)


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
    for line in source.head.splitlines()[:20]:
        try:
            value = _JSON.decode(decode(line))
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and "title" in value:
            return 90
    # The first line may be longer than the head.
    return 60 if b"\n" not in source.head.strip() and b'"title"' in source.head else 0


def _items(source: Input) -> Iterator[Item]:
    stream = source.stream
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
            yield Skipped(f"line {number}", f"It is longer than {LONGEST_LINE // 2**20} MB.")
            continue
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = decode(line)
        if text.isspace():
            continue
        try:
            yield record_of(_JSON.decode(text))
        except RecursionError as error:
            yield Skipped(f"line {number}", why_not(error))
        except ValueError as error:
            # Only JSONDecodeError is from the decoder: ours are ValueErrors with the whole sentence.
            yield Skipped(f"line {number}", str(error) if type(error) is ValueError else why_not(error))


FORMAT = Format(
    name="jsonl",
    label="JSON Lines",
    suffixes=(".jsonl", ".ndjson"),
    recognise=_recognise,
    read=read,
)
