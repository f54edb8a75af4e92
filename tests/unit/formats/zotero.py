"""Makes databases as Zotero has them, by their schema as far as it is read, with numbers of their own."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

_TABLES = """
CREATE TABLE version (schema TEXT PRIMARY KEY, version INT NOT NULL);
CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT NOT NULL);
CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE baseFieldMappings (itemTypeID INT, baseFieldID INT, fieldID INT);
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE itemTypeCreatorTypes (itemTypeID INT, creatorTypeID INT, primaryField INT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL, dateAdded TIMESTAMP, dateModified TIMESTAMP,
    libraryID INT NOT NULL, key TEXT NOT NULL);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT, PRIMARY KEY (itemID, fieldID));
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT, parentCollectionID INT, libraryID INT);
CREATE TABLE collectionItems (collectionID INT, itemID INT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, path TEXT);
CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT NOT NULL, type INTEGER NOT NULL, text TEXT,
    comment TEXT, color TEXT, pageLabel TEXT, sortIndex TEXT NOT NULL, position TEXT NOT NULL);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
CREATE TABLE feedItems (itemID INTEGER PRIMARY KEY, guid TEXT, readTime TIMESTAMP);
"""
_BASES = {
    ("conferencePaper", "proceedingsTitle"): "publicationTitle",
    ("bookSection", "bookTitle"): "publicationTitle",
    ("thesis", "university"): "publisher",
    ("preprint", "archiveID"): "number",
    ("patent", "issueDate"): "date",
    ("case", "caseName"): "title",
}
_PRIMARY = {"patent": "inventor", "presentation": "presenter"}


class Database:
    """A `zotero.sqlite` that items are put into, as Zotero would."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.folder = path.parent
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;" + _TABLES)
        self.connection.execute("INSERT INTO version VALUES ('userdata', 129)")
        self.connection.executemany("INSERT INTO libraries VALUES (?, ?)", [(1, "user"), (2, "group"), (3, "feed")])
        self.connection.execute("INSERT INTO groups VALUES (77, 2, 'Reading group')")
        self._last = 0

    def _number(self, table: str, column: str, value: object) -> int:
        number = f"{table.removesuffix('s')}ID"
        known = self.connection.execute(f"SELECT {number} FROM {table} WHERE {column} = ?", (value,)).fetchone()
        if known:
            return int(known[0])
        done = self.connection.execute(f"INSERT INTO {table} ({column}) VALUES (?)", (value,))
        return int(done.lastrowid or 0)

    def _value(self, value: object) -> int:
        self.connection.execute("INSERT OR IGNORE INTO itemDataValues (value) VALUES (?)", (value,))
        found = self.connection.execute("SELECT valueID FROM itemDataValues WHERE value = ?", (value,)).fetchone()
        return int(found[0])

    def item(self, kind: str, *, library: int = 1, key: str = "", **fields: object) -> int:
        """An item with these fields. Returns its number."""
        self._last += 1
        number = self._number("itemTypes", "typeName", kind)
        key = key or f"ITEM{self._last:04}"
        self.connection.execute(
            "INSERT INTO items VALUES (?, ?, '2024-01-02 03:04:05', '2024-02-03 04:05:06', ?, ?)",
            (self._last, number, library, key),
        )
        for name, value in fields.items():
            self._fill(self._last, kind, name, value)
        return self._last

    def _fill(self, item: int, kind: str, name: str, value: object) -> None:
        field = self._number("fields", "fieldName", name)
        if base := _BASES.get((kind, name)):
            mapping = (
                self._number("itemTypes", "typeName", kind), self._number("fields", "fieldName", base), field,
            )  # fmt: skip
            self.connection.execute("INSERT INTO baseFieldMappings VALUES (?, ?, ?)", mapping)
        self.connection.execute("INSERT INTO itemData VALUES (?, ?, ?)", (item, field, self._value(value)))

    def creator(self, item: int, last: str, first: str = "", role: str = "author", *, single: bool = False) -> None:
        """Somebody who made an item, after those there are."""
        done = self.connection.execute(
            "INSERT INTO creators (firstName, lastName, fieldMode) VALUES (?, ?, ?)", (first, last, int(single))
        )
        number = self._number("creatorTypes", "creatorType", role)
        (order,) = self.connection.execute("SELECT count(*) FROM itemCreators WHERE itemID = ?", (item,)).fetchone()
        self.connection.execute("INSERT INTO itemCreators VALUES (?, ?, ?, ?)", (item, done.lastrowid, number, order))
        for kind, primary in _PRIMARY.items():
            if primary == role:
                mapping = (self._number("itemTypes", "typeName", kind), number)
                self.connection.execute("INSERT INTO itemTypeCreatorTypes VALUES (?, ?, 1)", mapping)

    def tag(self, item: int, name: str, automatic: int = 0) -> None:
        """A tag on an item."""
        number = self._number("tags", "name", name)
        self.connection.execute("INSERT INTO itemTags VALUES (?, ?, ?)", (item, number, automatic))

    def collection(self, name: str, *items: int, parent: int | None = None, library: int = 1) -> int:
        """A collection with these items. Returns its number."""
        done = self.connection.execute(
            "INSERT INTO collections (collectionName, parentCollectionID, libraryID) VALUES (?, ?, ?)",
            (name, parent, library),
        )
        self.connection.executemany(
            "INSERT INTO collectionItems VALUES (?, ?)", [(done.lastrowid, item) for item in items]
        )
        return int(done.lastrowid or 0)

    def note(self, parent: int | None, html: str) -> int:
        """A note on an item, or one that stands alone."""
        number = self.item("note")
        self.connection.execute("INSERT INTO itemNotes VALUES (?, ?, ?)", (number, parent, html))
        return number

    def attachment(
        self, parent: int | None, path: str | None, data: bytes | None = None, mode: int = 0, **fields: str
    ) -> int:
        """An attachment, whose file is put into `storage` where there is `data`."""
        number = self.item("attachment")
        for name, value in fields.items():
            self._fill(number, "attachment", name, value)
        key = f"ITEM{number:04}"
        self.connection.execute(
            "INSERT INTO itemAttachments VALUES (?, ?, ?, 'application/pdf', ?)", (number, parent, mode, path)
        )
        if data is not None and path is not None:
            place = self.folder / "storage" / key / path.removeprefix("storage:")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return number

    def annotation(
        self, attachment: int, text: str | None, comment: str = "", color: str = "#ffd400", page: int = 0, kind: int = 1
    ) -> int:
        """Something marked in an attachment; `page` begins at 0."""
        number = self.item("annotation")
        position = json.dumps({"pageIndex": page, "rects": [[72.0, 700.1, 200.4, 712.9]]})
        row = (number, attachment, kind, text, comment, color, str(page + 1), f"{page:05}|{number:06}|00000", position)
        self.connection.execute("INSERT INTO itemAnnotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        return number

    def trash(self, item: int) -> None:
        """Puts an item into the trash."""
        self.connection.execute("INSERT INTO deletedItems VALUES (?)", (item,))

    def close(self) -> Path:
        """Ends it. Returns where it is."""
        (_, _, path) = self.connection.execute("PRAGMA database_list").fetchone()
        self.connection.close()
        return Path(path)


def small(path: Path) -> Path:
    """A library with one paper of most kinds of things."""
    database = Database(path)
    paper = database.item(
        "journalArticle", title="Slow Gradients Make Good <i>Neighbours</i>", publicationTitle="Journal of Patience",
        date="2017-06-00 June 2017", volume="12", issue="3", pages="45-67", DOI="10.1000/ABC.7",
        url="https://example.org/slow", abstractNote="A pencil is enough.", language="en", libraryCatalog="A shelf",
        extra="Citation Key: byronSlow2017\nPMID: 1234567\nRead_Status: In Progress\nSomething else",
    )  # fmt: skip
    database.creator(paper, "Byron", "Ada")
    database.creator(paper, "van der Maaten", "Laurens")
    database.creator(paper, "The Patience Consortium", single=True)
    database.creator(paper, "Noether", "Emmy", "editor")
    database.tag(paper, "_read")
    database.tag(paper, "⭐⭐⭐")
    database.tag(paper, "Optimisation", automatic=1)
    database.collection("Chapter 2", paper, parent=database.collection("Thesis / draft"))
    database.note(paper, '<div class="zotero-note znv1"><p>It <strong>waits</strong>.</p></div>')
    file = database.attachment(paper, "storage:Byron 2017.pdf", b"%PDF-1.4 a small one", title="Full Text")
    database.annotation(file, "a question that everybody\nbelieves to be settled", "Is it?", "#2ea8e5", page=2)
    database.annotation(file, None, "Compare with chapter 3", kind=2, page=4)
    database.attachment(paper, None, mode=3, title="Code", url="https://github.com/example/slow")
    return database.close()
