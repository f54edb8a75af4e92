"""This program's own JSON: everything about every paper, without loss, one paper to a line.

    {"format": "readerapp", "version": 1, "papers": [...], "tags": [...], "saved_searches": [...], "meanings": [...],
     "file_parts": [...]}

A paper is the object that `--json` prints on the command line. All keys are always there, null or empty where a paper
lacks something. `identifiers` names one identifier of each scheme, `other_identifiers` lists further ones.
`names` divides the authors in the same order, `details` are under the names of CSL variables, `extras` are what single
formats know besides. Times are
ISO 8601 in UTC with milliseconds. A bare list of such objects is read too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from typing import IO

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.identifiers import normalise
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.names import Name
from readerapp.records import (
    AttachedFile,
    FilePart,
    Format,
    HighlightRecord,
    Identifier,
    Input,
    Item,
    Link,
    MeaningRecord,
    Origin,
    Reading,
    Record,
    SavedSearchRecord,
    Skipped,
    Status,
    StatusChange,
    TagRecord,
)

VERSION = 1

_SCHEMES = ("doi", "arxiv", "pmid", "openreview", "huggingface", "isbn")
_RELATIONS = ("page", "pdf", "code")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HTTP = re.compile(r"https?://\S", re.IGNORECASE)
_LONGEST_NAME = 10_000
_BEGINS = re.compile(rb'\s*\{\s*"format"\s*:\s*"readerapp"')
_BEGINS_LIST = re.compile(rb'\s*\[\s*\{\s*"id"\s*:\s*(?:\d+|null)\s*,\s*"title"\s*:.*?"authors"\s*:\s*\[', re.DOTALL)


def paper_as_json(record: Record) -> dict[str, object]:
    """A paper as the object described in this module, keys in a fixed order."""
    named: dict[str, str | None] = dict.fromkeys(_SCHEMES)
    others: list[dict[str, object]] = []
    for identifier in sorted(record.identifiers, key=lambda one: (one.scheme, one.value)):
        if named.get(identifier.scheme) is None:
            named[identifier.scheme] = identifier.value
        else:
            others.append({"scheme": identifier.scheme, "value": identifier.value})
    started = next((change.at for change in record.history if change.status is Status.READING), None)
    finished = None
    if record.status is Status.READ:
        finished = next((change.at for change in reversed(record.history) if change.status is Status.READ), None)
    return {
        "id": record.id,
        "title": record.title,
        "authors": record.authors,
        "year": record.year,
        "published": record.published,
        "venue": record.venue,
        "abstract": record.abstract,
        "keywords": record.keywords,
        "identifiers": named,
        "links": [{"rel": link.rel, "url": link.url} for link in record.links],
        "status": None if record.status is None else record.status.word,
        "starred": record.starred,
        "rating": record.rating,
        "queue": record.queue,
        "tags": record.tags,
        "takeaway": record.takeaway,
        "note": record.note,
        "highlights": [
            {
                "quote": mark.quote,
                "meaning": mark.meaning,
                "comment": mark.comment,
                "target": mark.target,
                "prefix": mark.prefix,
                "suffix": mark.suffix,
                "start": mark.start,
                "page": mark.page,
            }
            for mark in record.highlights
        ],
        "added": _written(record.added),
        "changed": _written(record.changed),
        "started": _written(started),
        "finished": _written(finished),
        "source": record.source,
        "citation_key": record.citation_key,
        "other_identifiers": others,
        "history": [{"status": change.status.word, "at": _written(change.at)} for change in record.history],
        "trashed": _written(record.trashed),
        "names": [
            {"family": name.family, "given": name.given, "suffix": name.suffix} for name in map(Name.of, record.authors)
        ],
        "details": record.details,
        "extras": record.extras,
        "attachments": [
            {
                "name": file.name,
                "sha256": file.sha256,
                "media_type": file.media_type,
                "bytes": file.size,
                "added": _written(file.added),
            }
            for file in record.attachments
        ],
    }


def record_of_json(value: object) -> Record:
    """The paper of such an object. Keys that lack, or hold what they cannot, are left out.

    Raises ValueError, in words for the reader, when `value` is no object or has no title.
    """
    if not isinstance(value, dict):
        raise ValueError("It is no object.")
    title = fields.one_line(value.get("title"))
    if not title:
        raise ValueError("It has no title.")
    status = _status(value.get("status"))
    return Record(
        title=title,
        authors=_authors(value),
        abstract=fields.paragraphs(value.get("abstract")),
        venue=fields.one_line(value.get("venue")),
        year=fields.year(value.get("year")),
        published=fields.published(value.get("published")),
        keywords=[word for entry in _list(value.get("keywords")) if (word := fields.one_line(entry))],
        identifiers=_identifiers(value),
        links=_links(value.get("links")),
        attachments=_attachments(value.get("attachments")),
        citation_key=fields.one_line(value.get("citation_key")) or None,
        source=fields.one_line(value.get("source")),
        details=_texts(value.get("details")),
        extras={
            fields.storable(form): texts
            for form, values in _mapping(value.get("extras")).items()
            if form and (texts := _texts(values))
        },
        status=status,
        starred=value.get("starred") is True,
        rating=_whole(value.get("rating"), 1, 5),
        queue=_whole(value.get("queue"), 1),
        tags=[tag for entry in _list(value.get("tags")) if (tag := fields.one_line(entry, _LONGEST_NAME))],
        takeaway=fields.storable(value.get("takeaway")),
        note=fields.storable(value.get("note")),
        highlights=_highlights(value.get("highlights")),
        history=_history(value, status),
        added=_moment(value.get("added")),
        changed=_moment(value.get("changed")),
        trashed=_moment(value.get("trashed")),
        id=_whole(value.get("id"), 1),
    )


def read(source: Input) -> Reading:
    """Reads both forms, paper by paper. Raises Refused for a newer version and for other JSON."""
    found = entries(source.stream)
    first = next(found, None)
    if isinstance(first, Broken):
        raise Refused(f"{source.name} cannot be read as JSON. {first.why}", "Name its format with --format.")
    if first is None or not (_lists_papers(first) or (first.key, first.value) == ("format", "readerapp")):
        raise Refused(f"{source.name} is no JSON of this program.", "Name its format with --format.")
    # The version stands before the papers, and is looked at here, before anything is made of them.
    beginning = list(islice(found, 1))
    items = chain.from_iterable(_items(source.name, entry) for entry in chain([first], beginning, found))
    for entry in beginning:
        _check_version(source.name, entry)
    return Reading(Origin("json", source.name), items, source.size, source.done)


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes papers as they come; tags, saved searches and meanings after them."""
    own: dict[str, list[dict[str, object]]] = {"tags": [], "saved_searches": [], "meanings": [], "file_parts": []}
    stream.write(f'{{"format": "readerapp", "version": {VERSION}, "papers": [')
    separator = "\n"
    for item in items:
        match item:
            case Record():
                stream.write(separator + _line(paper_as_json(item)))
                separator = ",\n"
            case TagRecord():
                own["tags"].append(
                    {
                        "name": item.name,
                        "colour": item.colour,
                        "quick": item.quick,
                        "queue": list(item.queue),
                        "aliases": list(item.aliases),
                        "template": item.template,
                    }
                )
            case SavedSearchRecord():
                own["saved_searches"].append({"name": item.name, "query": item.query, "icon": item.icon})
            case MeaningRecord():
                own["meanings"].append({"name": item.name, "colour": item.colour})
            case FilePart():
                own["file_parts"].append({"format": item.format, "name": item.name, "value": item.value})
            case Skipped():
                pass
    stream.write("\n]")
    for key, values in own.items():
        lines = "\n" + ",\n".join(map(_line, values)) + "\n" if values else ""
        stream.write(f', "{key}": [{lines}]')
    stream.write("}\n")


def _recognise(source: Input) -> int:
    if _BEGINS.match(source.head):
        return 100
    if _BEGINS_LIST.match(source.head) and b'"published"' in source.head:
        return 95
    return 0


def _items(name: str, entry: Entry | Broken) -> Iterator[Item]:
    if isinstance(entry, Broken):
        yield Skipped(f"line {entry.line}", entry.why)
    elif not entry.listed:
        _check_version(name, entry)
    else:
        try:
            yield _item(entry)
        except ValueError as error:
            yield Skipped(f"line {entry.line}", str(error))


def _check_version(name: str, entry: Entry | Broken) -> None:
    if isinstance(entry, Entry) and not entry.listed and entry.key == "version" and entry.value != VERSION:
        given = fields.one_line(entry.value, 20) or "unknown"
        raise Refused(
            f"{name} was written by a newer version of readerapp (format {given}, this one reads {VERSION}).",
            "Update readerapp, then import it again.",
        )


def _lists_papers(entry: Entry) -> bool:
    return entry.listed and entry.key in (None, "papers")


def _item(entry: Entry) -> Item:
    if _lists_papers(entry):
        return record_of_json(entry.value)
    value = entry.value
    if not isinstance(value, dict):
        raise ValueError("It is no object.")
    if entry.key == "file_parts":
        if not (form := fields.one_line(value.get("format"))):
            raise ValueError("It has no format.")
        return FilePart(form, fields.storable(value.get("name")), fields.storable(value.get("value")))
    name = fields.one_line(value.get("name"), _LONGEST_NAME)
    if not name:
        raise ValueError("It has no name.")
    if entry.key == "tags":
        queue = tuple(paper for entry in _list(value.get("queue")) if (paper := _whole(entry, 1)))
        others = (fields.one_line(entry, _LONGEST_NAME) for entry in _list(value.get("aliases")))
        aliases = tuple(other for other in others if other)
        colour, quick = fields.one_line(value.get("colour")), _whole(value.get("quick"), 1, 9)
        return TagRecord(name, colour, quick, queue, aliases, fields.storable(value.get("template")))
    if entry.key == "saved_searches":
        return SavedSearchRecord(name, fields.storable(value.get("query")), fields.one_line(value.get("icon")))
    if entry.key == "meanings":
        return MeaningRecord(name, fields.one_line(value.get("colour")))
    raise ValueError(f"This version knows nothing called “{fields.one_line(entry.key, 100)}”.")


def _identifiers(value: dict[str, object]) -> list[Identifier]:
    pairs: list[tuple[object, object]] = []
    named = value.get("identifiers")
    if isinstance(named, dict):
        pairs.extend(named.items())
    pairs.extend((other.get("scheme"), other.get("value")) for other in _objects(value.get("other_identifiers")))
    found = set()
    for scheme, text in pairs:
        cleaned = fields.one_line(text)
        identifier = normalise(fields.one_line(scheme), cleaned) if cleaned else None
        if identifier:
            found.add(identifier)
    return sorted(found, key=lambda one: (one.scheme, one.value))


def _links(value: object) -> list[Link]:
    found = []
    for link in _objects(value):
        relation, url = link.get("rel"), fields.storable(link.get("url"))
        if isinstance(relation, str) and relation in _RELATIONS and _HTTP.match(url):
            found.append(Link(relation, url))
    return found


def _attachments(value: object) -> list[AttachedFile]:
    """What says which file it is and has a name. The files themselves are in the library's folder."""
    return [
        AttachedFile(name, sha256, fields.one_line(file.get("media_type")), size or 0, _moment(file.get("added")))
        for file in _objects(value)
        if (name := fields.one_line(file.get("name"), 255))
        and _SHA256.fullmatch(sha256 := fields.one_line(file.get("sha256")))
        and (size := _whole(file.get("bytes"), 0)) is not None
    ]


def _highlights(value: object) -> list[HighlightRecord]:
    return [
        HighlightRecord(
            quote,
            meaning=fields.one_line(mark.get("meaning")),
            comment=fields.storable(mark.get("comment")),
            target=fields.one_line(mark.get("target")) or "abstract",
            prefix=fields.storable(mark.get("prefix")),
            suffix=fields.storable(mark.get("suffix")),
            start=_whole(mark.get("start"), 0),
            page=_whole(mark.get("page"), 1),
        )
        for mark in _objects(value)
        if (quote := fields.storable(mark.get("quote")))
    ]


def _history(value: dict[str, object], status: Status | None) -> list[StatusChange]:
    """The changes of status; where they lack (somebody wrote the file by hand), what `started` and `finished` say."""
    if isinstance(value.get("history"), list):
        changes = _objects(value["history"])
        pairs = [(_status(change.get("status")), _moment(change.get("at"))) for change in changes]
    else:
        pairs = [(Status.READING, _moment(value.get("started")))]
        if status is Status.READ:
            pairs.append((Status.READ, _moment(value.get("finished"))))
    return [StatusChange(to, at) for to, at in pairs if to is not None and at is not None]


def _authors(value: dict[str, object]) -> list[str]:
    """The authors, divided as `names` says where it says the same; else (somebody wrote the file by hand) as read
    aloud."""
    authors: list[str] = [name for entry in _list(value.get("authors")) if (name := fields.one_line(entry))]
    names = [
        Name(*(fields.one_line(parts.get(part)) for part in ("family", "given", "suffix")))
        for parts in _objects(value.get("names"))
    ]
    return list(names) if names == authors and all(name.family for name in names) else authors


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    """The texts of an object, as they are."""
    texts = _mapping(value).items()
    return {fields.storable(name): fields.storable(text) for name, text in texts if name and isinstance(text, str)}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _objects(value: object) -> list[dict[str, object]]:
    return [entry for entry in _list(value) if isinstance(entry, dict)]


def _whole(value: object, least: int, most: int = 2**53) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most else None


def _status(value: object) -> Status | None:
    try:
        return Status.from_word(value) if isinstance(value, str) else None
    except KeyError:
        return None


def _moment(value: object) -> datetime | None:
    """A time in UTC to the millisecond, from ISO 8601; one without a zone is taken as UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _written(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _line(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(
    name="json",
    label="readerapp JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
    write=write,
    lossless=True,
)
