"""Answers of web services in JSON: one paper, a list of papers, or an object with such a list in it.

Saved by hand or by a script, they come as one JSON text or as JSON Lines. What each paper looks like is decided by a
format; see `crossref`, `datacite`, `openalex`, `semantic_scholar`, `openreview` and `hf_papers`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from readerapp.errors import Refused
from readerapp.formats import fields, json_lines, markup
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.names import Name
from readerapp.records import Identifier, Input, Item, Link, Origin, Reading, Record, Skipped

_LINE_BY_LINE = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def read(
    source: Input,
    name: str,
    record_of: Callable[[dict[str, object]], Record],
    lists: tuple[str, ...] = (),
    within: str | None = None,
) -> Reading:
    """Reads the papers that `record_of` makes of objects; it raises ValueError, in words for the reader, for others.

    They are the elements of the outermost list, of the lists that go by one of the names `lists`, also inside of the
    member `within`, or the outermost object itself. Raises Refused for what is no JSON, and for an answer that tells
    of an error.
    """

    def paper(value: object) -> Record:
        if value is None:
            raise ValueError("The service knew no paper here.")
        if not isinstance(value, dict):
            raise ValueError("It is no object.")
        return record_of(value)

    if _LINE_BY_LINE.match(source.head):
        items = json_lines.items(source, paper)
    else:
        found = entries(source.stream, within)
        first = next(found, None)
        if first is None or isinstance(first, Broken):
            why = first.why if first else "It is empty."
            raise Refused(f"{source.name} cannot be read as JSON. {why}", "Name its format with --format.")
        items = _items(source.name, chain([first], found), paper, lists)
    return Reading(Origin(name, source.name), items, source.size, source.done)


def _items(
    name: str, found: Iterator[Entry | Broken], paper: Callable[[object], Record], lists: tuple[str, ...]
) -> Iterator[Item]:
    alone: dict[str, object] = {}
    listed = False
    line = 1
    for entry in found:
        if isinstance(entry, Broken):
            yield Skipped(f"line {entry.line}", entry.why)
        elif entry.listed and (entry.key is None or entry.key in lists):
            listed = True
            yield _item(entry.value, entry.line, paper)
        elif listed:
            pass
        elif entry.key is None:
            yield _item(entry.value, entry.line, paper)
            return
        elif entry.listed:
            # A list in what may be a single paper, or facts about the answer.
            there = alone.setdefault(entry.key, [])
            if isinstance(there, list) and len(there) < fields.MOST_VALUES:
                there.append(entry.value)
        elif len(alone) < fields.MOST_VALUES:
            line = line if alone else entry.line
            alone[entry.key] = entry.value
    if listed or not alone:
        return
    said = alone.get("error") or alone.get("errors") or alone.get("message")
    if said and not alone.get("title"):
        words = fields.one_line(said, 200).rstrip(".") or "something went wrong"
        raise Refused(f"{name} holds no papers but the answer that something failed: {words}.", "Ask again.")
    yield _item(alone, line, paper)


def _item(value: object, line: int, paper: Callable[[object], Record]) -> Item:
    try:
        return paper(value)
    except ValueError as error:
        return Skipped(f"line {line}", str(error))
    except RecursionError:
        return Skipped(f"line {line}", "It is nested too deeply.")


def title_of(value: object) -> str:
    """A title without markup. Raises ValueError, in words for the reader, when there is none."""
    title = markup.one_line(value)
    if not title:
        raise ValueError("It has no title.")
    return title


def of(value: object, *path: str) -> object:
    """What stands in objects in objects under these names; None where one lacks."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def texts(value: object) -> list[str]:
    """The texts and numbers of a list, or the one that is no list, each on one line."""
    values = value if isinstance(value, list) else [value]
    return [text for one in values[: fields.MOST_VALUES] if (text := fields.one_line(one))]


def first(value: object) -> str:
    """The first text of a list, or the one that is no list; ""."""
    return next(iter(texts(value)), "")


def objects(value: object) -> list[dict[str, object]]:
    """The objects of a list."""
    return [one for one in value[: fields.MOST_VALUES] if isinstance(one, dict)] if isinstance(value, list) else []


def person(family: object, given: object = "", suffix: object = "") -> Name | None:
    """A name of these parts; None when all are empty."""
    parts = [fields.one_line(part, 500) for part in (family, given, suffix)]
    if not parts[0]:
        parts = [parts[1], "", parts[2]]
    return Name(*parts) if parts[0] else None


def named(value: object) -> list[str]:
    """The people of a list of objects with a `name`, as read aloud."""
    return [Name.of(name) for one in objects(value) if (name := fields.one_line(one.get("name"), 500))]


def details(**values: object) -> dict[str, str]:
    """The details that have a value; in names `_` stands for `-`."""
    return {name.replace("_", "-"): text for name, value in values.items() if (text := markup.one_line(value, 10_000))}


def pages(first_page: object, last_page: object) -> str:
    """ "12-19", of what may be numbers or texts."""
    begin, end = fields.one_line(first_page, 100), fields.one_line(last_page, 100)
    return f"{begin}-{end}" if begin and end and begin != end else begin or end


def identified(pairs: list[tuple[str, object]]) -> list[Identifier]:
    """The identifiers of (scheme, value) that are some, each once."""
    found: dict[Identifier, None] = {}
    for scheme, value in pairs:
        if (text := fields.one_line(value)) and (identifier := normalise(scheme, text)):
            found[identifier] = None
    return list(found)


def linked(record: Record, relation: str, *addresses: object) -> None:
    """Adds links to a record, each once, and what they name to its identifiers."""
    for address in addresses:
        url = fields.http_url(address)
        if not url:
            continue
        named = identifier_of_url(url)
        if named and relation != "code" and named not in record.identifiers:
            record.identifiers.append(named)
        # What a resolver leads to is no more than the identifier says.
        if "doi.org/" not in url and all(link.url != url for link in record.links):
            record.links.append(Link(relation, url))


def has(head: bytes, *keys: str) -> bool:
    """Whether all of these are keys in the beginning of a JSON text."""
    return all(re.search(rb'"%s"\s*:' % re.escape(key.encode()), head) for key in keys)


def is_json(head: bytes) -> bool:
    """Whether this begins like a JSON list or object."""
    return head.lstrip()[:1] in (b"{", b"[")
