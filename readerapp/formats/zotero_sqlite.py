"""`zotero.sqlite`, the database of Zotero 5 and later, with the files that lie beside it in `storage`.

Read from a copy, see `foreign_sqlite`, so Zotero may run. Tables and columns are those of its schema `userdata`
(https://github.com/zotero/zotero, resource/schema/userdata.sql); types, fields and roles of creators are looked up by
name, for their numbers differ between libraries.

The reader's own library and those of groups are read; feeds, the trash and notes that belong to no paper are not, the
last of which are told and kept as parts of the file. What belongs to a group has the group's name as a tag. An
attachment without a paper is a paper called as the attachment is. Of linked files only those are taken along that lie
in the data folder; of others it is kept where they are.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.foreign_sqlite import BEGINNING, Foreign, opened
from readerapp.formats.html_notes import markdown
from readerapp.formats.inside import file_inside
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

_NEEDED = {
    "items": ("itemID", "itemTypeID", "dateAdded", "dateModified", "libraryID", "key"),
    "itemData": ("itemID", "fieldID", "valueID"),
    "itemDataValues": ("valueID", "value"),
    "itemTypes": ("itemTypeID", "typeName"),
    "fields": ("fieldID", "fieldName"),
}
_CREATORS = ("creatorID", "firstName", "lastName", "fieldMode")
_CHUNK = 250
_MOST_DEEP = 50
_LINKED_URL = 3
_EMBEDDED_IMAGE = 4
_KEY = re.compile(r"[A-Z0-9]{8}")


def read(source: Input) -> Reading:
    """Reads item by item. Raises Refused for what is no such database, and for one of Zotero 4 or earlier."""
    come = [0.0]
    size = source.size or 0
    items = _items(source, come)
    return Reading(Origin("zotero", source.name), items, source.size, lambda: int(size * come[0]))


def _items(source: Input, come: list[float]) -> Iterator[Item]:
    """`come` is told how far reading has come, from 0 to 1."""
    if source.path is not None:
        yield from _library(source.path, source.name, source.path.parent, come)
        return
    with tempfile.TemporaryDirectory(prefix="readerapp-") as folder:
        copy = Path(folder) / "zotero.sqlite"
        with copy.open("wb") as file:
            while piece := source.stream.read(2**20):
                file.write(piece)
        yield from _library(copy, source.name, None, come)


def _library(path: Path, name: str, folder: Path | None, come: list[float]) -> Iterator[Item]:
    with opened(path, name) as database:
        _refuse_others(database, name)
        yield from _Zotero(database, folder).items(come)


def _refuse_others(database: Foreign, name: str) -> None:
    if database.has("creatorData") or (database.has("creators") and not database.has("creators", *_CREATORS)):
        raise Refused(
            f"{name} is a library of Zotero 4 or earlier.", "Open it once with a newer Zotero, then import it again."
        )
    if not all(database.has(table, *columns) for table, columns in _NEEDED.items()):
        raise Refused(
            f"{name} is an SQLite database, but none of Zotero.", "Export from its program as BibTeX, RIS or JSON."
        )


class _Zotero:
    """The items of such a database."""

    def __init__(self, database: Foreign, folder: Path | None) -> None:
        self._database = database
        self._folder = folder
        has = database.has
        self._kinds = dict(self._named("itemTypes", "itemTypesCombined", "itemTypeID", "typeName"))
        self._fields = dict(self._named("fields", "fieldsCombined", "fieldID", "fieldName"))
        self._roles = dict(self._named("creatorTypes", "creatorTypes", "creatorTypeID", "creatorType"))
        self._bases: dict[tuple[int, int], str] = {}
        if has("baseFieldMappings", "itemTypeID", "baseFieldID", "fieldID"):
            for kind, base, field in database.rows("SELECT itemTypeID, baseFieldID, fieldID FROM baseFieldMappings"):
                if base in self._fields:
                    self._bases[kind, field] = self._fields[base]
        self._authors: dict[int, str] = {}
        if has("itemTypeCreatorTypes", "itemTypeID", "creatorTypeID", "primaryField"):
            for kind, role in database.rows(
                "SELECT itemTypeID, creatorTypeID FROM itemTypeCreatorTypes WHERE primaryField = 1"
            ):
                self._authors[kind] = self._roles.get(role, "")
        self._libraries, self._feeds = self._read_libraries()
        self._collections = self._read_collections()
        self._deleted = "SELECT itemID FROM deletedItems" if has("deletedItems", "itemID") else "SELECT 0 WHERE 0"
        self._colours: set[str] = set()
        self._elsewhere = 0
        self._missing = 0

    def items(self, come: list[float]) -> Iterator[Item]:
        """Papers in the order in which they were added, then what else there is."""
        numbers = self._papers()
        for start in range(0, len(numbers), _CHUNK):
            yield from self._chunk(numbers[start : start + _CHUNK])
            come[0] = min(start + _CHUNK, len(numbers)) / len(numbers)
        yield from self._lone_files()
        yield from meanings(self._colours)
        yield from self._lone_notes()
        if self._elsewhere:
            why = f"Left where they lie, outside of the folder, which is noted: {self._elsewhere:,}."
            yield Skipped("linked files", why)
        if self._missing:
            yield Skipped("attachments", f"Files that are not in the folder: {self._missing:,}.")

    def _papers(self) -> list[int]:
        apart = [number for number, kind in self._kinds.items() if kind in ("attachment", "note", "annotation")]
        found = self._database.rows(
            f"SELECT itemID FROM items WHERE itemTypeID NOT IN ({_list(apart)}) AND itemID NOT IN ({self._deleted})"
            f" AND coalesce(libraryID, 0) NOT IN ({_list(self._feeds)}) ORDER BY itemID"
        )
        return [number for (number,) in found if isinstance(number, int)]

    def _chunk(self, numbers: Sequence[int]) -> Iterator[Item]:
        chosen = _list(numbers)
        items: dict[int, ZoteroItem] = {}
        groups: dict[int, str] = {}
        for number, kind, added, changed, library, key in self._database.rows(
            f"SELECT itemID, itemTypeID, dateAdded, dateModified, libraryID, key FROM items WHERE itemID IN ({chosen})"
            " ORDER BY itemID"
        ):
            item = ZoteroItem(self._kinds.get(kind, ""), authors=self._authors.get(kind, ""))
            item.added, item.changed = moment(added), moment(changed)
            groups[number] = self._libraries.get(library, "")
            if isinstance(key, str) and _KEY.fullmatch(key):
                item.extras["key"] = key
            items[number] = item
        for number, kind, field, value in self._database.rows(
            "SELECT itemID, itemTypeID, fieldID, value FROM itemData JOIN itemDataValues USING (valueID)"
            f" JOIN items USING (itemID) WHERE itemID IN ({chosen}) ORDER BY itemID, fieldID"
        ):
            name = self._bases.get((kind, field)) or self._fields.get(field)
            if name and number in items:
                items[number].fields.setdefault(name, value)
        self._add_people(items, chosen)
        self._add_words(items, chosen)
        self._add_notes(items, chosen)
        self._add_files(items, chosen)
        for number, item in items.items():
            if groups[number] and not item.collections:
                item.collections.append(groups[number])
            try:
                yield record_of(item)
            except ValueError as error:
                where = item.extras.get("key") or str(number)
                yield Skipped(f"item {where} ({item.kind or 'of an unknown type'})", str(error))

    def _add_people(self, items: dict[int, ZoteroItem], chosen: str) -> None:
        if not self._database.has("itemCreators", "itemID", "creatorID", "creatorTypeID", "orderIndex"):
            return
        for number, role, first, last, single in self._database.rows(
            "SELECT itemID, creatorTypeID, firstName, lastName, fieldMode FROM itemCreators"
            f" JOIN creators USING (creatorID) WHERE itemID IN ({chosen}) ORDER BY itemID, orderIndex"
        ):
            given = "" if single == 1 else fields.one_line(first)
            people = items[number].creators if number in items else []
            if len(people) < fields.MOST_VALUES:
                people.append(Creator(self._roles.get(role, ""), fields.one_line(last), given))

    def _add_words(self, items: dict[int, ZoteroItem], chosen: str) -> None:
        if self._database.has("itemTags", "itemID", "tagID", "type") and self._database.has("tags", "tagID", "name"):
            for number, name, automatic in self._database.rows(
                "SELECT itemID, name, itemTags.type FROM itemTags JOIN tags USING (tagID)"
                f" WHERE itemID IN ({chosen}) ORDER BY itemID, tagID"
            ):
                if item := items.get(number):
                    (item.automatic if automatic == 1 else item.tags).append(fields.one_line(name))
        if self._database.has("collectionItems", "collectionID", "itemID"):
            for number, collection in self._database.rows(
                f"SELECT itemID, collectionID FROM collectionItems WHERE itemID IN ({chosen})"
                " ORDER BY itemID, collectionID"
            ):
                path = self._collections.get(collection)
                if path and number in items:
                    items[number].collections.append(path)

    def _add_notes(self, items: dict[int, ZoteroItem], chosen: str) -> None:
        if not self._database.has("itemNotes", "itemID", "parentItemID", "note"):
            return
        for number, note in self._database.rows(
            f"SELECT parentItemID, note FROM itemNotes WHERE parentItemID IN ({chosen})"
            f" AND itemID NOT IN ({self._deleted}) ORDER BY parentItemID, itemID"
        ):
            if number in items:
                items[number].notes.append(note)

    def _add_files(self, items: dict[int, ZoteroItem], chosen: str) -> None:
        """Attachments, with what is marked in them, and the notes that stand on attachments themselves."""
        if not self._database.has("itemAttachments", "itemID", "parentItemID", "linkMode", "contentType", "path"):
            return
        parents: dict[int, tuple[ZoteroItem, str]] = {}
        for number, parent, mode, path, key in self._database.rows(
            "SELECT itemID, parentItemID, linkMode, path, key FROM itemAttachments"
            f" JOIN items USING (itemID) WHERE parentItemID IN ({chosen}) AND itemID NOT IN ({self._deleted})"
            " ORDER BY parentItemID, itemID"
        ):
            if mode != _EMBEDDED_IMAGE and parent in items and isinstance(number, int):
                parents[number] = items[parent], self._attach(items[parent], mode, path, key)
        self._describe(parents)

    def _describe(self, parents: dict[int, tuple[ZoteroItem, str]]) -> None:
        """Adds to papers what is said about their attachments: addresses of linked pages, notes, and annotations."""
        chosen = _list(parents)
        facts: dict[int, dict[str, str]] = defaultdict(dict)
        for number, field, value in self._database.rows(
            "SELECT itemID, fieldID, value FROM itemData JOIN itemDataValues USING (valueID)"
            f" WHERE itemID IN ({chosen})"
        ):
            facts[number][self._fields.get(field, "")] = fields.one_line(value)
        for number, (item, file) in parents.items():
            told = facts[number]
            if not file and told.get("url"):
                item.links.append((told.get("title", ""), told["url"]))
        if self._database.has("itemNotes", "itemID", "parentItemID", "note"):
            for number, note in self._database.rows(
                f"SELECT itemID, note FROM itemNotes WHERE itemID IN ({chosen}) ORDER BY itemID"
            ):
                if number in parents:
                    parents[number][0].notes.append(note)
        if not self._database.has("itemAnnotations", "itemID", "parentItemID", "text", "comment", "color", "position"):
            return
        order = "sortIndex" if self._database.has("itemAnnotations", "sortIndex") else "itemID"
        numbered = "pageLabel" if self._database.has("itemAnnotations", "pageLabel") else "NULL"
        for parent, text, comment, painted, label, position in self._database.rows(
            f"SELECT parentItemID, text, comment, color, {numbered}, position FROM itemAnnotations"
            f" WHERE parentItemID IN ({chosen}) AND itemID NOT IN ({self._deleted}) ORDER BY parentItemID, {order}"
        ):
            if parent not in parents:
                continue
            item, file = parents[parent]
            name, page = colour(painted), _page(position)
            number = fields.one_line(label, 20) or str(page or "")
            found = highlight(text, comment, name, file, page, number)
            if isinstance(found, str):
                item.remarks.append(found)
            else:
                item.highlights.append(found)
                self._colours.add(name)

    def _attach(self, item: ZoteroItem, mode: object, path: object, key: object) -> str:
        """Adds the file of an attachment to its paper. Returns the name it has there; "" where there is none."""
        written = fields.storable(path)
        if mode == _LINKED_URL or not written:
            return ""
        place = None
        if self._folder is not None and written.startswith("storage:") and isinstance(key, str):
            if _KEY.fullmatch(key):
                place = file_inside(self._folder, f"storage/{key}/{written.removeprefix('storage:')}")
            self._missing += place is None
        elif self._folder is not None and not written.startswith(("storage:", "attachments:")):
            place = file_inside(self._folder, written)
        if place is None:
            if not written.startswith("storage:"):
                self._elsewhere += 1
                earlier = item.extras.get("linked files")
                item.extras["linked files"] = f"{earlier}\n{written}" if earlier else written
            return ""
        name = fields.one_line(place.name, 200)
        if any(file.name == name for file in item.files):
            name = f"{len(item.files) + 1} {name}"
        item.files.append(AttachedFile(name, size=place.stat().st_size, path=place))
        return name

    def _lone_files(self) -> Iterator[Item]:
        """Attachments that belong to no paper: each is one, with what is known of it."""
        if not self._database.has("itemAttachments", "itemID", "parentItemID", "linkMode", "contentType", "path"):
            return
        for number, kind, added, changed, library, mode, path, key in self._database.rows(
            "SELECT itemID, itemTypeID, dateAdded, dateModified, libraryID, linkMode, path, key FROM itemAttachments"
            f" JOIN items USING (itemID) WHERE parentItemID IS NULL AND itemID NOT IN ({self._deleted})"
            f" AND coalesce(libraryID, 0) NOT IN ({_list(self._feeds)}) ORDER BY itemID"
        ):
            item = ZoteroItem("document", added=moment(added), changed=moment(changed))
            if group := self._libraries.get(library):
                item.collections.append(group)
            for field, value in self._database.rows(
                "SELECT fieldID, value FROM itemData JOIN itemDataValues USING (valueID) WHERE itemID = ?", (number,)
            ):
                item.fields[self._bases.get((kind, field)) or self._fields.get(field, "")] = value
            file = self._attach(item, mode, path, key)
            if not fields.one_line(item.fields.get("title")):
                item.fields["title"] = file.rpartition(".")[0] or file or fields.one_line(path)
            self._add_words({number: item}, str(number))
            self._describe({number: (item, file)})
            try:
                yield record_of(item)
            except ValueError as error:
                yield Skipped(f"attachment {key}", str(error))

    def _lone_notes(self) -> Iterator[Item]:
        if not self._database.has("itemNotes", "itemID", "parentItemID", "note"):
            return
        kinds = _list([number for number, kind in self._kinds.items() if kind == "note"])
        for key, note in self._database.rows(
            "SELECT key, note FROM itemNotes JOIN items USING (itemID) WHERE parentItemID IS NULL"
            f" AND itemTypeID IN ({kinds}) AND itemID NOT IN ({self._deleted}) ORDER BY itemID"
        ):
            if text := markdown(note):
                yield FilePart("zotero", f"note {fields.one_line(key, 20)}", text)
                beginning = fields.one_line(text, 40)
                yield Skipped(f"the note “{beginning}”", "It belongs to no paper; its text is kept with the library.")

    def _named(self, table: str, combined: str, number: str, name: str) -> Iterator[tuple[int, str]]:
        for one in (table, combined):
            if self._database.has(one, number, name):
                for found, called in self._database.rows(f"SELECT {number}, {name} FROM {one}"):
                    if isinstance(found, int):
                        yield found, fields.one_line(called, 100)

    def _read_libraries(self) -> tuple[dict[object, str], list[int]]:
        """The names of groups by the numbers of their libraries, and the numbers of feeds."""
        groups: dict[object, str] = {}
        feeds: list[int] = []
        if self._database.has("libraries", "libraryID", "type"):
            feeds = [
                number
                for number, kind in self._database.rows("SELECT libraryID, type FROM libraries")
                if kind == "feed" and isinstance(number, int)
            ]
        if self._database.has("groups", "libraryID", "name"):
            groups = {
                number: collection_part(name)
                for number, name in self._database.rows('SELECT libraryID, name FROM "groups"')
            }
        return groups, feeds

    def _read_collections(self) -> dict[object, str]:
        """The paths of collections by their numbers. Those that stand in themselves begin where they are found."""
        if not self._database.has("collections", "collectionID", "collectionName", "parentCollectionID", "libraryID"):
            return {}
        gone = set()
        if self._database.has("deletedCollections", "collectionID"):
            gone = {number for (number,) in self._database.rows("SELECT collectionID FROM deletedCollections")}
        rows = {
            number: (collection_part(name), parent, library)
            for number, name, parent, library in self._database.rows(
                "SELECT collectionID, collectionName, parentCollectionID, libraryID FROM collections"
            )
        }
        paths: dict[object, str] = {}
        for number, (_, _, library) in rows.items():
            parts: list[str] = []
            at, seen = number, set[object]()
            while at in rows and at not in seen and at not in gone and len(parts) < _MOST_DEEP:
                seen.add(at)
                parts.insert(0, rows[at][0])
                at = rows[at][1]
            if at in gone:
                continue
            parts.insert(0, self._libraries.get(library, ""))
            paths[number] = "/".join(filter(None, parts))
        return paths


def _page(position: object) -> int | None:
    """The number of the page of an annotation, the first of which is 1, from {"pageIndex": 0, …}."""
    if not isinstance(position, str) or len(position) > 1_000_000:
        return None
    try:
        index = json.loads(position).get("pageIndex")
    except (ValueError, AttributeError, RecursionError):
        return None
    return index + 1 if isinstance(index, int) and not isinstance(index, bool) and 0 <= index < 10**6 else None


def _list(numbers: Sequence[int] | dict[int, Any]) -> str:
    """Numbers for a list in SQL. They are numbers whatever the file says."""
    return ", ".join(str(int(number)) for number in numbers)


def _recognise(source: Input) -> int:
    if not source.head.startswith(BEGINNING):
        return 0
    return 100 if b"itemDataValues" in source.head or b"itemAttachments" in source.head else 50


FORMAT = Format(
    name="zotero",
    label="Zotero library",
    suffixes=(".sqlite",),
    recognise=_recognise,
    read=read,
    speaks_for=r"zotero\.sqlite",
)
