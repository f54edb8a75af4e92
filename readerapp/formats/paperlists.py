"""Conference lists in the form of the paperlists collection: a JSON list of objects with title, author and keywords
(separated by semicolons), abstract, status, site, pdf, github, project, arxiv and id.

The field names are those of https://github.com/papercopilot/paperlists. The status ("Poster", "Oral", "Reject") says
what became of a submission; it is kept as a keyword, and a paper that was not accepted has "Submitted to" before its
venue, as OpenReview writes it. Venue and year are known from the name of the file alone, such as iclr2024.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped

_NAME = re.compile(r"(?P<venue>[a-z0-9]*[a-z])[ _-]?(?P<year>(?:19|20)\d\d)(?:\.\w+)*", re.IGNORECASE)
_KEYS = re.compile(rb'"(\w+)"\s*:')
_NOT_ACCEPTED = ("reject", "withdraw")
_LINKS = {"site": "page", "oa": "page", "openreview": "page", "project": "page", "pdf": "pdf", "github": "code"}
_IDENTIFIERS = ("doi", "arxiv")
_OPENREVIEW_ID = re.compile(r"[\w-]{9,12}", re.ASCII)


def read(source: Input) -> Reading:
    """Reads entry by entry. Raises Refused when the text is no JSON list."""
    found = entries(source.stream)
    first = next(found, None)
    if first is None or isinstance(first, Broken):
        what = f"{source.name} cannot be read as JSON. {first.why}" if first else f"{source.name} is empty."
        raise Refused(what, "Name its format with --format.")
    if not first.listed:
        raise Refused(f"{source.name} is no list of papers.", "Name its format with --format.")
    return Reading(Origin("paperlists", source.name), _items(source.name, first, found), source.size, source.done)


def _items(name: str, first: Entry, rest: Iterator[Entry | Broken]) -> Iterator[Item]:
    named = _NAME.fullmatch(name)
    venue = named["venue"].upper() if named else ""
    year = int(named["year"]) if named else None
    entry: Entry | Broken | None = first
    while entry is not None:
        if isinstance(entry, Broken):
            yield Skipped(f"line {entry.line}", entry.why)
        else:
            try:
                yield _record(entry.value, venue, year)
            except ValueError as error:
                yield Skipped(f"line {entry.line}", str(error))
        entry = next(rest, None)


def _record(value: object, venue: str, year: int | None) -> Record:
    if not isinstance(value, dict):
        raise ValueError("It is no object.")
    title = fields.one_line(value.get("title"))
    if not title:
        raise ValueError("It has no title.")
    links: dict[str, Link] = {}
    identifiers: dict[Identifier, None] = {}
    for scheme in _IDENTIFIERS:
        if (given := fields.one_line(value.get(scheme))) and (identifier := normalise(scheme, given)):
            identifiers[identifier] = None
    for key, relation in _LINKS.items():
        address = value.get(key)
        if key == "pdf" and isinstance(address, str) and address.startswith("/"):
            address = f"https://openreview.net{address}"
        url = fields.http_url(address)
        if not url or url.rstrip("/") == "https://github.com":
            continue
        links.setdefault(url, Link(relation, url))
        if relation != "code" and key != "project" and (identifier := identifier_of_url(url)):
            identifiers[identifier] = None
    forum = fields.one_line(value.get("id"))
    # Ids are OpenReview's where its authors' profiles ("~Ada_Lovelace1") stand beside them.
    if fields.one_line(value.get("authorids")).startswith("~") and _OPENREVIEW_ID.fullmatch(forum):
        identifiers[Identifier("openreview", forum)] = None
    status = fields.one_line(value.get("status"))
    words = value.get("keywords")
    keywords = fields.keywords(words.replace(",", ";") if isinstance(words, str) and ";" not in words else words)
    if any(word in status.lower() for word in _NOT_ACCEPTED):
        venue = f"Submitted to {venue}" if venue else ""
    return Record(
        title=title,
        authors=fields.names(value.get("author") or value.get("authors")),
        abstract=fields.paragraphs(value.get("abstract")).strip(),
        venue=fields.one_line(value.get("venue")) or venue,
        year=fields.year(value.get("year")) or year,
        keywords=list(dict.fromkeys([*keywords, *([status] if status else [])])),
        identifiers=list(identifiers),
        links=list(links.values()),
    )


def _recognise(source: Input) -> int:
    if not source.head.lstrip().startswith(b"["):
        return 0
    keys = set(_KEYS.findall(source.head[: 16 * 1024]))
    if b"title" not in keys:
        return 0
    return 90 if keys & {b"author", b"site", b"github", b"track", b"authorids", b"status"} else 50


FORMAT = Format(
    name="paperlists",
    label="conference list (paperlists JSON)",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
