"""The JSON that Better BibTeX for Zotero exports: all that Zotero knows of items, notes and attachments among it.

    {"config": {"id": "36a3b0b5-…", "label": "BetterBibTeX JSON"}, "version": {…},
     "collections": {key: {"name", "parent", "collections": [keys], "items": [itemIDs]}}, "items": [{…}]}

See https://retorque.re/zotero-better-bibtex/exporting/. Files are taken along when they lie beside it, as in an export
with files; where others are is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.html_notes import markdown
from readerapp.formats.inside import file_inside
from readerapp.formats.json_entries import Broken, Entry, entries
from readerapp.formats.zotero_items import (
    Creator,
    ZoteroItem,
    collection_part,
    colour,
    highlight,
    meanings,
    moment,
    record_of,
)
from readerapp.records import AttachedFile, FilePart, Format, Input, Item, Origin, Reading, Skipped

_ID = b"36a3b0b5-bad0-4a04-b79b-441c7cef77db"
_MOST_DEEP = 50
# What stands beside the fields of an item.
_NOT_FIELDS = frozenset((
    "itemType", "itemID", "itemKey", "key", "libraryID", "version", "creators", "tags", "notes", "attachments",
    "collections", "relations", "dateAdded", "dateModified", "uri", "select", "seeAlso", "citekey", "autoexport",
    "inPublications", "deleted", "cachable",
))  # fmt: skip


def read(source: Input) -> Reading:
    """Reads item by item. Raises Refused for other JSON."""
    if _recognise(source) == 0:
        raise Refused(f"{source.name} is no JSON of Better BibTeX.", "Name its format with --format.")
    folder = source.path.parent if source.path is not None else None
    items = _Export(folder).items(entries(source.stream))
    return Reading(Origin("bbt-json", source.name), items, source.size, source.done)


class _Export:
    """Such an export, read from its beginning."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._paths: dict[str, list[str]] = {}
        self._collected = False
        self._colours: set[str] = set()

    def items(self, found: Iterator[Entry | Broken]) -> Iterator[Item]:
        # Items that come before what is said of collections wait for it.
        waiting: list[Entry] = []
        for entry in found:
            if isinstance(entry, Broken):
                yield Skipped(f"line {entry.line}", entry.why)
            elif entry.key == "collections" and isinstance(entry.value, dict):
                self._collect(entry.value)
                for one in waiting:
                    yield from self._item(one)
                waiting.clear()
            elif entry.key == "items" and entry.listed:
                if self._collected:
                    yield from self._item(entry)
                else:
                    waiting.append(entry)
        for one in waiting:
            yield from self._item(one)
        yield from meanings(self._colours)

    def _collect(self, collections: Mapping[str, object]) -> None:
        self._collected = True
        known = {key: one for key, one in collections.items() if isinstance(one, dict)}
        for key, one in known.items():
            parts: list[str] = []
            at, seen = key, set[str]()
            while at in known and at not in seen and len(parts) < _MOST_DEEP:
                seen.add(at)
                parts.insert(0, collection_part(known[at].get("name")))
                parent = known[at].get("parent")
                at = parent if isinstance(parent, str) else ""
            path = "/".join(filter(None, parts))
            members = one.get("items")
            for member in members if isinstance(members, list) and path else []:
                self._paths.setdefault(fields.one_line(member, 50), []).append(path)

    def _item(self, entry: Entry) -> Iterator[Item]:
        where, value = f"line {entry.line}", entry.value
        if not isinstance(value, dict):
            yield Skipped(where, "It is no object.")
            return
        kind = fields.one_line(value.get("itemType"), 100)
        if kind == "note":
            if text := markdown(value.get("note")):
                yield FilePart("zotero", f"note {fields.one_line(value.get('key'), 20)}", text)
                yield Skipped(where, "It belongs to no paper; its text is kept with the library.")
            return
        if kind == "attachment":
            value = {"title": value.get("title"), "attachments": [value], "itemType": "document", **_times(value)}
        item = self._known(value)
        try:
            yield record_of(item)
        except ValueError as error:
            yield Skipped(where, str(error))

    def _known(self, value: Mapping[str, object]) -> ZoteroItem:
        item = ZoteroItem(fields.one_line(value.get("itemType"), 100))
        item.fields = {name: one for name, one in value.items() if name not in _NOT_FIELDS and one not in (None, "")}
        if "citationKey" not in item.fields and value.get("citekey"):
            item.fields["citationKey"] = value["citekey"]
        item.added, item.changed = moment(value.get("dateAdded")), moment(value.get("dateModified"))
        item.collections = list(self._paths.get(fields.one_line(value.get("itemID"), 50), ()))
        for one in _objects(value.get("creators")):
            single = fields.one_line(one.get("name"), 500)
            role = fields.one_line(one.get("creatorType"), 100)
            family = single or fields.one_line(one.get("lastName"), 500)
            item.creators.append(Creator(role, family, "" if single else fields.one_line(one.get("firstName"), 500)))
        for tag in _list(value.get("tags")):
            name = tag.get("tag") if isinstance(tag, dict) else tag
            automatic = isinstance(tag, dict) and tag.get("type") == 1
            (item.automatic if automatic else item.tags).append(fields.one_line(name, 500))
        for note in _list(value.get("notes")):
            text = note.get("note") if isinstance(note, dict) else note
            if isinstance(text, str):
                item.notes.append(text)
        for file in _objects(value.get("attachments")):
            self._attach(item, file)
        return item

    def _attach(self, item: ZoteroItem, file: Mapping[str, object]) -> None:
        written = fields.storable(file.get("path") or file.get("localPath"))
        place = file_inside(self._folder, written) if self._folder is not None and written else None
        name = ""
        if place is not None:
            name = fields.one_line(place.name, 200)
            if any(one.name == name for one in item.files):
                name = f"{len(item.files) + 1} {name}"
            item.files.append(AttachedFile(name, size=place.stat().st_size, path=place))
        elif written:
            earlier = item.extras.get("linked files")
            item.extras["linked files"] = f"{earlier}\n{written}" if earlier else written
        elif file.get("url"):
            item.links.append((fields.one_line(file.get("title")), fields.one_line(file.get("url"))))
        if isinstance(note := file.get("note"), str):
            item.notes.append(note)
        for one in _objects(file.get("annotations")):
            position = one.get("annotationPosition")
            page = _page(position)
            painted = colour(one.get("annotationColor"))
            number = fields.one_line(one.get("annotationPageLabel"), 20) or str(page or "")
            found = highlight(one.get("annotationText"), one.get("annotationComment"), painted, name, page, number)
            if isinstance(found, str):
                item.remarks.append(found)
            else:
                item.highlights.append(found)
                self._colours.add(painted)


def _page(position: object) -> int | None:
    if isinstance(position, str) and len(position) < 1_000_000:
        try:
            position = json.loads(position)
        except (ValueError, RecursionError):
            return None
    index = position.get("pageIndex") if isinstance(position, dict) else None
    return index + 1 if isinstance(index, int) and not isinstance(index, bool) and 0 <= index < 10**6 else None


def _times(value: Mapping[str, object]) -> dict[str, object]:
    return {name: value.get(name) for name in ("dateAdded", "dateModified", "itemID", "tags")}


def _list(value: object) -> list[object]:
    return value[: fields.MOST_VALUES] if isinstance(value, list) else []


def _objects(value: object) -> list[dict[str, object]]:
    return [one for one in _list(value) if isinstance(one, dict)]


def _recognise(source: Input) -> int:
    head = source.head[:4096]
    if not re.match(rb'\s*\{\s*"config"\s*:', head):
        return 0
    return 100 if _ID in head or b'"BetterBibTeX JSON"' in head else 0


FORMAT = Format(
    name="bbt-json",
    label="Better BibTeX JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
