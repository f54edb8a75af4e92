"""Papers coming in: any number, in short transactions, seen by nobody until all are there.

The table `arriving` says from which id on papers are still arriving; no list and no search looks at those. When the
last has come, one step puts all of them into the library by removing that mark; an import that is cancelled, or whose
process dies, leaves nothing to be seen. Between two batches other writes have their turn, so that a note typed during
a long import is saved at once.

What a cancelled or dead import had brought stays for some days, together with what it was read from, `arriving.source`,
and with what each of its items had become, `arriving_batch`. An import of the same source reads the input again from
its beginning, which takes a tenth of the time, passes over the items that had come, and goes on. Any other import
sweeps them away first: one import at a time.
"""

from __future__ import annotations

import copy
import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from readerapp.errors import Refused
from readerapp.library import files, history, note_versions, queue, reader_words, saved, tags
from readerapp.library.connect import Writer, milliseconds, stored
from readerapp.library.folding import also, title_key
from readerapp.library.locks import ImportTurn
from readerapp.library.models import Import
from readerapp.library.papers import DETAILS, LIBRARY, TRASH, VISIBLE, records
from readerapp.names import Name, byline
from readerapp.records import (
    AttachedFile,
    Changes,
    FilePart,
    HighlightRecord,
    Identifier,
    ImportSummary,
    Item,
    Link,
    MeaningRecord,
    Origin,
    Record,
    SavedSearchRecord,
    Skipped,
    Status,
    TagRecord,
)

_INSERTS = {
    "paper": (
        "INSERT INTO paper (id, title, title_key, byline, venue, year, published, status, starred, rating, takeaway,"
        " citation_key, shelf, trashed, import_id, source, added, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "paper_text": "INSERT INTO paper_text (paper_id, authors, abstract, keywords, also) VALUES (?, ?, ?, ?, ?)",
    "paper_author": "INSERT INTO paper_author (paper_id, position, family, given, suffix) VALUES (?, ?, ?, ?, ?)",
    "paper_keyword": "INSERT INTO paper_keyword (paper_id, position, keyword) VALUES (?, ?, ?)",
    "paper_field": "INSERT INTO paper_field (paper_id, scheme, name, value) VALUES (?, ?, ?, ?)",
    "identifier": "INSERT INTO identifier (scheme, value, paper_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    "link": "INSERT INTO link (paper_id, position, rel, url) VALUES (?, ?, ?, ?)",
    "attachment": (
        "INSERT INTO attachment (paper_id, name, sha256, media_type, bytes, added) VALUES (?, ?, ?, ?, ?, ?)"
    ),
    "note": "INSERT INTO note (paper_id, text, changed) VALUES (?, ?, ?)",
    "status_change": "INSERT INTO status_change (paper_id, status, at) VALUES (?, ?, ?)",
}
_HIGHLIGHT = (
    "INSERT INTO highlight (paper_id, quote, meaning_id, comment, target, prefix, suffix, start, page, added,"
    " changed) VALUES (?, ?, (SELECT id FROM meaning WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?)"
)
# What is removed in one transaction of an import that was given up.
_SWEPT = 100
# How long an import that was interrupted may go on, in milliseconds: a week.
_KEPT = 7 * 24 * 3600 * 1000
_TEXTS = "title, authors, abstract, keywords, venue, also"
_INDEXED = {"paper_fts": _TEXTS, "word_fts": _TEXTS, "title_fts": "title, authors"}


@dataclass(frozen=True, slots=True)
class Match:
    """A paper that is already here: its id, where it stands, and whether the record has something it lacks."""

    id: int
    status: Status
    trashed: bool
    tags: tuple[str, ...]
    completes: bool


def compare(connection: sqlite3.Connection, candidates: Sequence[Record]) -> tuple[list[Match | None], list[int]]:
    """For each record the paper in the library that it is, or None, and the number of the first of these records
    that is the same paper: what an import would find, without importing."""
    finder = _Finder(connection, candidates)
    ids: list[int] = []
    firsts: list[int] = []
    seen: dict[int, int] = {}
    new: dict[int, Record] = {}
    for number, (record, key) in enumerate(zip(candidates, finder.keys, strict=True)):
        found = finder.find(record, key)
        # A paper that is not here yet goes by a number that no paper has. As in an import, what later records bring to
        # it counts when the next one is compared with it.
        paper = -1 - number if found is None else found
        if found is None:
            new[paper] = copy.deepcopy(record)
        elif found in new:
            _completion(new[found], record)
        finder.know(new[paper] if found is None else record, key, paper)
        finder.settle(record, paper)
        ids.append(paper)
        firsts.append(seen.setdefault(paper, number))
    here = [
        paper
        for (paper,) in connection.execute(
            f"SELECT id FROM paper AS p WHERE {VISIBLE} AND id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
    ]
    known = {record.id: record for record in records(connection, here)}
    found_here = (known.get(paper) for paper in ids)
    return [_match(connection, paper, record) for paper, record in zip(found_here, candidates, strict=True)], firsts


def _match(connection: sqlite3.Connection, known: Record | None, brought: Record) -> Match | None:
    if known is None or known.id is None:
        return None
    brought = replace(brought, tags=[tags.meant(connection, name) for name in brought.tags])
    trashed, names_ = known.trashed is not None, tuple(known.tags)
    completion = _completion(copy.deepcopy(known), brought)
    completion.restore = False
    return Match(known.id, known.status or Status.UNREAD, trashed, names_, bool(completion))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a paper that a record might be. `people` are family names in any capitals, or the record that
    has them: they are parted only when asked for."""

    id: int
    key: int
    people: frozenset[str] | Record
    venue: str
    year: int | None

    def families(self) -> frozenset[str]:
        return _families(self.people) if isinstance(self.people, Record) else self.people

    def shares_people(self, record: Record) -> bool:
        """Whether an author is in common, or nobody is known of one of the two."""
        ours, theirs = _families(record), self.families()
        return not ours or not theirs or bool(ours & theirs)

    def has_people_of(self, record: Record) -> bool:
        """Whether the authors are the same, or nobody is known of one of the two."""
        ours, theirs = _families(record), self.families()
        return not ours or not theirs or ours == theirs


class _Finder:
    """Finds the papers that a batch of records are: by identifier, else by title and an author in common.

    Identifiers are trusted as far as title and people allow: lists exist in which forty papers of one volume all bear
    the DOI of the volume.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        batch: Sequence[Record],
        coming: Mapping[Identifier, int] = MappingProxyType({}),
    ) -> None:
        """`coming` are identifiers that papers will have once the import is finished."""
        named = (identifier for record in batch for identifier in record.identifiers)
        self._by_identifier = {identifier: coming[identifier] for identifier in named if identifier in coming}
        self.keys = [title_key(record.title) for record in batch]
        self._by_title: dict[int, list[_Known]] = defaultdict(list)
        self._by_id: dict[int, _Known] = {}
        schemes: dict[str, list[str]] = defaultdict(list)
        for record in batch:
            for identifier in record.identifiers:
                schemes[identifier.scheme].append(identifier.value)
        for scheme, values in schemes.items():
            for value, paper in connection.execute(
                "SELECT value, paper_id FROM identifier WHERE scheme = ? AND value IN (SELECT value FROM json_each(?))",
                (scheme, json.dumps(values)),
            ):
                self._by_identifier[Identifier(scheme, value)] = paper
        for paper, key, families, venue, year in connection.execute(
            "SELECT id, title_key, (SELECT json_group_array(family) FROM paper_author WHERE paper_id = paper.id),"
            " venue, year FROM paper WHERE title_key IN (SELECT value FROM json_each(?1))"
            " OR id IN (SELECT value FROM json_each(?2)) ORDER BY id",
            (json.dumps(self.keys), json.dumps(list(self._by_identifier.values()))),
        ):
            people = frozenset(family.casefold() for family in json.loads(families))
            self._remember(_Known(paper, key, people, venue, year))

        # The papers that any of the batch might be.
        self.here = frozenset(self._by_id)

    def _remember(self, known: _Known) -> None:
        self._by_id.setdefault(known.id, known)
        self._by_title[known.key].append(known)

    def find(self, record: Record, key: int) -> int | None:
        for identifier in record.identifiers:
            known = self._by_id.get(self._by_identifier.get(identifier, 0))
            if known is not None and (known.key == key or known.has_people_of(record)):
                return known.id
        for known in self._by_title.get(key, ()):
            # Two papers called "Preface" by different people are two papers, and so are those of two years' volumes.
            volumes = known.venue and known.venue.casefold() == record.venue.casefold() and known.year != record.year
            if known.shares_people(record) and not volumes:
                return known.id
        return None

    def settle(self, record: Record, paper: int) -> None:
        """Takes identifiers from a record that another paper than this one has: an identifier names one paper. What a
        DOI leads to is kept as a link."""
        taken = [one for one in record.identifiers if self._by_identifier.get(one, paper) != paper]
        for one in taken:
            record.identifiers.remove(one)
            link = Link("page", f"https://doi.org/{one.value}")
            if one.scheme == "doi" and link not in record.links:
                record.links.append(link)

    def know(self, record: Record, key: int, paper: int) -> None:
        """Lets later records of the batch be recognised as this one."""
        for identifier in record.identifiers:
            self._by_identifier.setdefault(identifier, paper)
        # What is known of a paper's people stays known when a record without any is found to be it.
        first = self._by_id.get(paper)
        self._remember(_Known(paper, key, first.people if first else record, record.venue, record.year))


def _families(record: Record) -> frozenset[str]:
    return frozenset(Name.of(author).family.casefold() for author in record.authors)


@dataclass(slots=True)
class _Completion:
    """What a record brings that the paper it is does not have yet. Nothing in it replaces what is there."""

    columns: dict[str, object] = field(default_factory=dict)
    abstract: str = ""
    authors: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)
    extras: dict[str, dict[str, str]] = field(default_factory=dict)
    attachments: list[AttachedFile] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    highlights: list[HighlightRecord] = field(default_factory=list)
    note: str = ""
    restore: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)

    def record(self, brought: Record) -> Record:
        """Of the record that brought it, only this: kept until the end of an import, it must be small."""
        return Record(
            **{"title": brought.title, **self.columns},  # type: ignore[arg-type]
            abstract=self.abstract,
            authors=self.authors,
            keywords=self.keywords,
            identifiers=self.identifiers,
            links=self.links,
            details=self.details,
            extras=self.extras,
            attachments=self.attachments,
            tags=self.tags,
            highlights=self.highlights,
            note=brought.note if self.note else "",
            trashed=brought.trashed,
        )


def _completion(known: Record, brought: Record) -> _Completion:
    """What `brought` adds to `known`, which it is also added to."""
    found = _Completion()
    for name in ("venue", "year", "citation_key", "rating", "takeaway", "starred"):
        value = getattr(brought, name)
        if value and not getattr(known, name):
            found.columns[name] = value
            setattr(known, name, value)
    if (
        brought.published
        and len(brought.published) > len(known.published or "")
        and (brought.published.startswith(known.published or ""))
    ):
        found.columns["published"] = known.published = brought.published
    if _waiting(known) and not _waiting(brought):
        found.columns["title"] = known.title = brought.title
    if brought.status and not known.status and not known.history:
        found.columns["status"] = known.status = brought.status
    if brought.abstract and not known.abstract:
        found.abstract = known.abstract = brought.abstract
    if brought.authors and not known.authors:
        found.authors = known.authors = brought.authors
    for name in ("keywords", "tags"):
        there = {tags.key(word) for word in getattr(known, name)}
        missing = [word for word in getattr(brought, name) if tags.key(word) not in there]
        setattr(found, name, missing)
        getattr(known, name).extend(missing)
    for name in ("identifiers", "links"):
        missing = [one for one in getattr(brought, name) if one not in getattr(known, name)]
        setattr(found, name, missing)
        getattr(known, name).extend(missing)
    found.details = _missing(known.details, brought.details)
    for name, values in brought.extras.items():
        if lacking := _missing(known.extras.setdefault(name, {}), values):
            found.extras[name] = lacking
    there_already = {file.sha256 for file in known.attachments}
    # What is in a file that has not been read yet shows by its name and its size well enough to tell what would come.
    likely = {(file.name, file.size): file.sha256 for file in known.attachments}
    unread = {file.name: likely.get((file.name, file.size), "") for file in brought.attachments if file.path}
    found.attachments = [
        file for file in brought.attachments if file.sha256 not in there_already and not unread.get(file.name)
    ]
    known.attachments.extend(found.attachments)
    marked = {(mark.target, mark.page, mark.quote) for mark in known.highlights}
    targets = {f"attachment:{name}": f"attachment:{sha256}" for name, sha256 in unread.items()}
    found.highlights = [
        mark
        for mark in brought.highlights
        if (targets.get(mark.target, mark.target), mark.page, mark.quote) not in marked
    ]
    known.highlights.extend(found.highlights)
    if brought.note and brought.note not in known.note:
        found.note = known.note = f"{known.note}\n\n{brought.note}" if known.note else brought.note
    if known.trashed and not brought.trashed:
        found.restore, known.trashed = True, None
    return found


def _missing(known: dict[str, str], brought: Mapping[str, str]) -> dict[str, str]:
    """What of `brought` has a name that `known` has not, which it is added to."""
    missing = {name: value for name, value in brought.items() if name not in known}
    known.update(missing)
    return missing


def _waiting(record: Record) -> bool:
    """Whether this is only an identifier so far, waiting for the rest."""
    return record.title in {f"{_SPELT.get(one.scheme, one.scheme)}:{one.value}" for one in record.identifiers}


_SPELT = {"arxiv": "arXiv", "doi": "doi"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A batch that came before its import was interrupted: how many items it was, and what each of its records had
    become: the id of a new paper, or minus the id of the paper that it was."""

    items: int
    papers: list[int]


class Arrival:
    """One import in progress, on the writer's thread: `take` batches, then `finish` or `abandon`.

    Waits for its turn: one import at a time in one library; raises Busy after `wait` seconds. `status` is given to the
    new papers, whatever they bring along: a paper the reader has already decided on keeps its own.

    An import with a `source` can be interrupted; see above. Where there is something of the same source and status,
    `kept` gives the batches that came, to be gone through again with `retake` before others are taken.

    Memory does not grow with the number of papers, but for eight bytes a paper and for what completes papers that are
    here already.
    """

    def __init__(
        self, writer: Writer, origin: Origin, *, status: Status | None = None, source: str = "", wait: float = 60
    ) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._origin = origin
        self._status = status or Status.UNREAD
        self._source = source and f"{source} {self._status.word}"
        self._at = milliseconds()
        self._import = 0
        self._papers = array("q")
        self._added = 0
        self._counts: Counter[str] = Counter()
        self._completing: dict[int, list[Record]] = {}
        self._skipped: list[Skipped] = []
        self._extras: list[TagRecord | SavedSearchRecord | MeaningRecord | FilePart] = []
        self._queue: list[tuple[int, int]] = []
        self._highlights: list[tuple[int, HighlightRecord]] = []
        self._worded: list[int] = []
        self._tagged: dict[str, list[int]] = defaultdict(list)
        self._ids: dict[int, int] = {}
        self._meanings: dict[str, str] = {}
        self._coming: dict[Identifier, int] = {}
        self._turn = ImportTurn(writer.path, wait)

    def ready(self) -> bool:
        """Removes some of what an import left that was given up. When nothing of it is there any more, True: then
        papers may come. `take` does what is missing of this all at once."""
        if not self._import and not self._go_on():
            if _sweep(self._writer):
                return False
            self._begin()
        return True

    def _go_on(self) -> bool:
        """Takes over what came before an import of the same source was interrupted, if it was."""
        found = self._connection.execute(
            "SELECT import_id, first_id, at FROM arriving JOIN import ON id = import_id"
            " WHERE source = ? AND source <> ''",
            (self._source,),
        ).fetchone()
        if found:
            self._import, self._first, self._at = found
            self._keeps_ids = self._first == 0
            self._here = bytearray(self._first // 8 + 1)
        return found is not None

    def kept(self) -> Iterator[Kept]:
        """The batches that came before this import was interrupted, in order."""
        last = 0
        while found := self._connection.execute(
            "SELECT id, items, papers FROM arriving_batch WHERE import_id = ? AND id > ? ORDER BY id LIMIT 1",
            (self._import, last),
        ).fetchone():
            last = found[0]
            yield Kept(found[1], json.loads(found[2]))

    def _begin(self) -> None:
        with self._writer.unrecorded():
            self._import = Import.insert(
                at=self._at,
                format=self._origin.format,
                title=self._origin.title,
                dated=self._origin.dated and self._origin.dated.isoformat(),
            ).execute()
            (self._keeps_ids,) = self._connection.execute("SELECT NOT EXISTS (SELECT 1 FROM paper)").fetchone()
            # A library without papers takes over the ids of an export, so that it becomes the same library again.
            self._first = 0 if self._keeps_ids else self._last_id() + 1
            self._connection.execute(
                "INSERT INTO arriving (import_id, first_id, source) VALUES (?, ?, ?)",
                (self._import, self._first, self._source),
            )
        # A bit for each paper that was here before: whether it has come again.
        self._here = bytearray(self._first // 8 + 1)

    def _last_id(self) -> int:
        found = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'paper'").fetchone()
        return int(found[0]) if found else 0

    def take(self, items: Sequence[Item]) -> None:
        """Brings in a batch, in one transaction. A few hundred at a time keeps others waiting a moment only."""
        while not self.ready():
            pass
        batch = self._sorted(items)
        if batch or self._source:
            with _unhurried(self._connection), self._writer.unrecorded():
                papers = self._insert(batch)
                if self._source:
                    self._connection.execute(
                        "INSERT INTO arriving_batch (import_id, items, papers) VALUES (?, ?, ?)",
                        (self._import, len(items), json.dumps(papers)),
                    )

    def retake(self, items: Sequence[Item], kept: Kept) -> None:
        """Goes through a batch again that is here. Raises Refused when it cannot be this one."""
        batch = self._sorted(items)
        if len(items) != kept.items or len(batch) != len(kept.papers):
            raise Refused(
                f"{self._origin.title} is not what it was when its import was interrupted.", "Import it once more."
            )
        finder = _Finder(self._connection, batch, self._coming)
        there = records(self._connection, sorted({-paper for paper in kept.papers if paper < 0}))
        known = {record.id: record for record in there}
        for record, key, paper in zip(batch, finder.keys, kept.papers, strict=True):
            if paper > 0:
                finder.settle(record, paper)
                self._came(paper, record)
            elif -paper in known:
                self._came_again(finder, known[-paper], record, -paper)
            finder.know(record, key, abs(paper))
            self._note(record, abs(paper))

    def _sorted(self, items: Sequence[Item]) -> list[Record]:
        """The papers of a batch; what is none waits for the end."""
        batch = []
        for item in items:
            if isinstance(item, Record):
                names_ = map(self._meant, self._cleaned(item.title, item.tags))
                item.tags = list({tags.key(name): name for name in names_}.values())
                item.attachments = [self._kept_file(file) for file in item.attachments]
                batch.append(item)
            elif isinstance(item, TagRecord):
                aliases = tuple(self._cleaned(item.name, item.aliases))
                self._extras += (
                    replace(item, name=name, aliases=aliases) for name in self._cleaned(item.name, [item.name])
                )
            elif isinstance(item, Skipped):
                self._skipped.append(item)
            else:
                self._extras.append(item)
        return batch

    def _cleaned(self, where: str, names_: Iterable[str]) -> list[str]:
        """Tags as they are stored; one that can be none is told as skipped."""
        good: dict[str, str] = {}
        for name in names_:
            try:
                clean = tags.clean(name)
            except Refused as refusal:
                self._skipped.append(Skipped(where, str(refusal)))
            else:
                good.setdefault(tags.key(clean), clean)
        return list(good.values())

    def _kept_file(self, file: AttachedFile) -> AttachedFile:
        """A file in the library's folder: one that brings its bytes is put there now."""
        if file.data is None:
            return file
        kept = files.store_bytes(self._writer.path, file.data, file.name)
        return replace(file, sha256=kept.sha256, media_type=kept.media_type, size=kept.size, data=None)

    def _meant(self, name: str) -> str:
        """The tag that a name stands for: else a paper that has it would be completed each time it comes."""
        if name not in self._meanings:
            self._meanings[name] = tags.meant(self._connection, name)
        return self._meanings[name]

    def _insert(self, batch: list[Record]) -> list[int]:
        """Writes a batch. Returns what each record has become, as `Kept` has it."""
        connection = self._connection
        finder = _Finder(connection, batch, self._coming)
        loaded = {record.id: record for record in records(connection, sorted(finder.here))}
        last = self._last_id()
        given = self._given_ids(batch)
        rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
        new: dict[int, Record] = {}
        papers: list[int] = []
        for record, key in zip(batch, finder.keys, strict=True):
            paper = finder.find(record, key)
            if paper is None:
                paper = record.id if record.id in given else last + 1
                given.discard(paper)
                last = max(last, paper)
                finder.know(record, key, paper)
                finder.settle(record, paper)
                self._add_rows(rows, paper, record, key)
                self._came(paper, record)
                new[paper] = record
                papers.append(paper)
            else:
                # A record that is a paper of this very batch completes rows that are written below.
                self._came_again(finder, loaded.get(paper) or new[paper], record, paper)
                finder.know(record, key, paper)
                papers.append(-paper)
            self._note(record, paper)
        for table, values in rows.items():
            if values:
                connection.executemany(_INSERTS[table], values)
        if new:
            self._index(sorted(new))
        return papers

    def _came(self, paper: int, record: Record) -> None:
        """Keeps in mind what waits for the last step: counts, and what points at tags and meanings, which that step
        makes where they are missing."""
        self._added += 1
        self._counts["trash" if record.trashed else f"status:{(self._status or record.status or 0):d}"] += 1
        self._counts["starred"] += record.starred and not record.trashed
        for name in record.tags:
            self._tagged[name].append(paper)
        self._highlights += ((paper, mark) for mark in record.highlights)
        if record.note or record.takeaway or record.highlights:
            self._worded.append(paper)
        if record.queue is not None:
            self._queue.append((record.queue, paper))

    def _came_again(self, finder: _Finder, known: Record, record: Record, paper: int) -> None:
        """Keeps in mind what a record brings to a paper that is known."""
        finder.settle(record, paper)
        for earlier in self._completing.get(paper, ()):
            _completion(known, earlier)
        completion = _completion(known, record)
        self._coming |= dict.fromkeys(completion.identifiers, paper)
        if completion:
            self._completing.setdefault(paper, []).append(completion.record(record))
        if paper < self._first:
            self._here[paper // 8] |= 1 << paper % 8

    def _note(self, record: Record, paper: int) -> None:
        self._papers.append(paper)
        if record.id is not None:
            self._ids[record.id] = paper

    def _given_ids(self, batch: list[Record]) -> set[int]:
        """The ids that papers of the batch have in an export and may keep."""
        wanted = {record.id for record in batch if record.id}
        if not self._keeps_ids or not wanted:
            return set()
        taken = self._connection.execute(
            "SELECT id FROM paper WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(wanted)),)
        )
        return wanted - {paper for (paper,) in taken}

    def _add_rows(self, rows: dict[str, list[tuple[object, ...]]], paper: int, record: Record, key: int) -> None:
        at = stored(record.added) if record.added else self._at
        changed = stored(record.changed) if record.changed else at
        brought = record.status or Status.UNREAD
        status = self._status or brought
        people, authors, keywords = (
            _people(record.authors),
            "; ".join(record.authors),
            "; ".join(record.keywords),
        )
        rows["paper"].append((
            paper, record.title, key, byline([family for family, _, _ in people]), record.venue, record.year,
            record.published, status, record.starred, record.rating, record.takeaway, record.citation_key,
            TRASH if record.trashed else LIBRARY, record.trashed and stored(record.trashed), self._import,
            record.source or self._origin.title, at, changed,
        ))  # fmt: skip
        rows["paper_text"].append((paper, authors, record.abstract, keywords, _also(record)))
        rows["paper_author"] += ((paper, n, *person) for n, person in enumerate(people))
        rows["paper_keyword"] += ((paper, n, keyword) for n, keyword in enumerate(record.keywords))
        rows["identifier"] += ((one.scheme, one.value, paper) for one in record.identifiers)
        rows["link"] += ((paper, n, link.rel, link.url) for n, link in enumerate(record.links))
        if record.details or record.extras:
            rows["paper_field"] += _fields(paper, record.details, record.extras)
        rows["attachment"] += (_attached(paper, file, at) for file in _once(record.attachments))
        if record.note:
            rows["note"].append((paper, record.note, changed))
        if record.history:
            rows["status_change"] += ((paper, change.status, stored(change.at)) for change in record.history)
        elif brought is not Status.UNREAD:
            rows["status_change"].append((paper, brought, at))
        if status is not brought:
            rows["status_change"].append((paper, status, self._at))

    def _index(self, ids: list[int]) -> None:
        chosen = (json.dumps(ids),)
        for index, columns in _INDEXED.items():
            self._connection.execute(
                f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} FROM search_text"
                " WHERE id IN (SELECT value FROM json_each(?))",
                chosen,
            )

    def finish(self, *, add_tags: Sequence[str] = ()) -> tuple[Changes | None, ImportSummary]:
        """Puts what came into the library, as one step that can be undone, and says what it was.

        `add_tags` go on every paper of the import, also on those that were here. Changes is None when nothing changed.
        """
        while not self.ready():
            pass
        here = int.from_bytes(self._here, "little").bit_count()
        merged = sum(paper < self._first for paper in self._completing)
        summary = ImportSummary(
            added=self._added,
            merged=merged,
            unchanged=here - merged,
            skipped=tuple(self._skipped),
            papers=tuple(self._papers),
        )
        with self._writer.step(f"Import of {self._origin.title}: {summary.sentence()}") as step:
            self._land(step.id, summary)
            for name in add_tags if self._papers else ():
                tags.add(self._connection, self._papers, tags.ensure(self._connection, name, self._at), self._at)
            self._complete()
        self._turn.release()
        return step.changes, summary

    def _land(self, step: int, summary: ImportSummary) -> None:
        connection = self._connection
        saved.take_in(connection, self._extras, self._ids, self._at)
        made = {name: tags.ensure(connection, name, self._at) for name in self._tagged}
        history.pause(connection)
        connection.execute("DELETE FROM arriving")
        connection.execute(
            "UPDATE import SET added = ?, merged = ?, unchanged = ?, skipped = ?, finished = 1 WHERE id = ?",
            (summary.added, summary.merged, summary.unchanged, len(summary.skipped), self._import),
        )
        if summary.added:
            # No paper of these has changed since it came: nobody sees them.
            connection.executemany("UPDATE tally SET n = n + ?2 WHERE name = ?1", self._counts.items())
            for name, papers in self._tagged.items():
                tags.add(connection, papers, made[name], self._at)
            connection.executemany(_HIGHLIGHT, [_mark(paper, mark, self._at) for paper, mark in self._highlights])
            reader_words.settle(connection, self._worded)
            queue.append(connection, [paper for _, paper in sorted(self._queue)], self._at)
        if summary.added or self._completing:
            history.arrived(connection, step, self._import)
        else:
            connection.execute("DELETE FROM import WHERE id = ?", (self._import,))
        history.resume(connection, step)

    def _complete(self) -> None:
        """Gives the papers that were here already what they still lack, looked at again now: the reader may have
        written while the import ran."""
        papers = sorted(self._completing)
        for start in range(0, len(papers), 500):
            for known in records(self._connection, papers[start : start + 500]):
                paper = known.id or 0
                for record in self._completing[paper]:
                    if brought := _completion(known, record):
                        self._write_completion(paper, known, brought)

    def _write_completion(self, paper: int, known: Record, brought: _Completion) -> None:
        connection, at = self._connection, self._at
        columns = dict(brought.columns)
        if "title" in columns:
            columns["title_key"] = title_key(str(columns["title"]))
        if "status" in columns:
            connection.execute(
                "INSERT INTO status_change (paper_id, status, at) VALUES (?, ?, ?)",
                (paper, columns["status"], at),
            )
        if brought.restore:
            columns |= {"shelf": LIBRARY, "trashed": None}
        if brought.authors:
            people = _people(brought.authors)
            columns["byline"] = byline([family for family, _, _ in people])
            connection.executemany(_INSERTS["paper_author"], [(paper, n, *person) for n, person in enumerate(people)])
        columns["changed"] = at
        connection.execute(
            f"UPDATE paper SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?",
            (*columns.values(), paper),
        )
        self._append(paper, "paper_keyword", [(keyword,) for keyword in brought.keywords])
        self._append(paper, "link", [(link.rel, link.url) for link in brought.links])
        connection.executemany(_INSERTS["paper_field"], _fields(paper, brought.details, brought.extras))
        connection.executemany(_INSERTS["identifier"], [(one.scheme, one.value, paper) for one in brought.identifiers])
        connection.executemany(
            _INSERTS["attachment"], [_attached(paper, file, at) for file in _once(brought.attachments)]
        )
        connection.executemany(_HIGHLIGHT, [_mark(paper, mark, at) for mark in brought.highlights])
        for name in brought.tags:
            tags.add(connection, [paper], tags.ensure(connection, name, at), at)
        if brought.note:
            note_versions.keep(connection, paper, brought.note, at, typing=False)
            connection.execute(
                "INSERT INTO note (paper_id, text, changed) VALUES (?, ?, ?)"
                " ON CONFLICT (paper_id) DO UPDATE SET text = excluded.text, changed = excluded.changed",
                (paper, brought.note, at),
            )
        connection.execute(
            "UPDATE paper_text SET authors = ?, abstract = ?, keywords = ?, also = ? WHERE paper_id = ?",
            ("; ".join(known.authors), known.abstract, "; ".join(known.keywords), _also(known), paper),
        )
        reader_words.settle(connection, [paper])

    def _append(self, paper: int, table: str, values: list[tuple[str, ...]]) -> None:
        (last,) = self._connection.execute(
            f"SELECT coalesce(max(position), -1) FROM {table} WHERE paper_id = ?", (paper,)
        ).fetchone()
        self._connection.executemany(
            _INSERTS[table], [(paper, n, *value) for n, value in enumerate(values, start=last + 1)]
        )

    def abandon(self, *, sweep_up: bool = True, keep: bool = False) -> None:
        """Gives the import up; nobody sees anything of it. With `keep`, one that has a source can go on later. Else,
        with `sweep_up`, what came is also removed from the file, or left to whoever imports next or to
        `sweep_leftovers`."""
        try:
            if not (keep and self._source):
                with self._writer.unrecorded():
                    self._connection.execute("UPDATE arriving SET source = ''")
                while sweep_up and _sweep(self._writer):
                    pass
        finally:
            self._turn.release()


@contextmanager
def _unhurried(connection: sqlite3.Connection) -> Iterator[None]:
    """For transactions that a power cut may take back, whole and in order, since nobody has seen what they wrote: the
    disk is not waited for. The next step that is shown as saved waits for all of it."""
    connection.execute("PRAGMA synchronous = 1")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = 2")


def _sweep(writer: Writer) -> bool:
    """Removes some of what unfinished imports left; True when there may be more. Only for who has the turn."""
    with _unhurried(writer.connection), writer.unrecorded():
        gone = writer.connection.execute(
            "DELETE FROM paper WHERE id IN ("
            " SELECT id FROM paper WHERE id >= (SELECT min(first_id) FROM arriving) LIMIT ?)",
            (_SWEPT,),
        ).rowcount
        if not gone:
            writer.connection.execute("DELETE FROM import WHERE finished = 0")
    return gone > 0


def sweep_leftovers(writer: Writer) -> bool:
    """Removes some of what an import left that was given up or whose process died, unless it can still go on, or
    somebody is importing just now. True when there may be more."""
    try:
        turn = ImportTurn(writer.path, wait=0)
    except Refused:
        return False
    try:
        (can_go_on,) = writer.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM arriving JOIN import ON id = import_id WHERE source <> '' AND at > ?)",
            (milliseconds() - _KEPT,),
        ).fetchone()
        return not can_go_on and _sweep(writer)
    finally:
        turn.release()


def _people(authors: Iterable[str]) -> list[tuple[str, str, str | None]]:
    """Family names, given names and suffixes."""
    return [(name.family, name.given, name.suffix or None) for name in map(Name.of, authors) if name.family]


def _fields(
    paper: int, details: Mapping[str, str], extras: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[int, str, str, str]]:
    for scheme, values in ((DETAILS, details), *extras.items()):
        for name, value in values.items():
            yield paper, scheme, name, value


def _also(record: Record) -> str:
    return also(record.title, "; ".join(record.authors), record.abstract, "; ".join(record.keywords), record.venue)


def _once(attached: Iterable[AttachedFile]) -> Iterable[AttachedFile]:
    return {file.sha256: file for file in attached}.values()


def _attached(paper: int, file: AttachedFile, at: int) -> tuple[object, ...]:
    added = stored(file.added) if file.added else at
    return paper, file.name, file.sha256, file.media_type, file.size, added


def _mark(paper: int, mark: HighlightRecord, at: int) -> tuple[object, ...]:
    return (
        paper, mark.quote, mark.meaning, mark.comment, mark.target, mark.prefix, mark.suffix, mark.start,
        mark.page, at, at,
    )  # fmt: skip
