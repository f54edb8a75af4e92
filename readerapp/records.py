"""Plain data that crosses rooms: what formats read and write, what the library takes and gives.

Nothing here knows SQL, Qt or a file format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from typing import IO, Protocol

from readerapp.errors import Refused


class Status(IntEnum):
    """How far the reader is with a paper; the numbers are what the library stores."""

    UNREAD = 0
    READING = 1
    READ = 2
    DROPPED = 3

    @property
    def word(self) -> str:
        """The word used in the search language, the command line and files."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> Status:
        """The status called `word`, in any case. Raises KeyError for another word."""
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Identifier:
    """One name of a paper in somebody's scheme, normalised: `Identifier("arxiv", "1705.08741")`.

    Schemes: doi (lower case, without resolver), arxiv (without version), pmid, pmcid, openreview, huggingface,
    isbn, and any other word a source uses. One paper may have several, of one scheme too.
    """

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that belongs to a paper. `rel` is page, pdf or code."""

    rel: str
    url: str


@dataclass(frozen=True, slots=True)
class HighlightRecord:
    """A marked passage, found again by its quote and what stands around it.

    Follows the text quote and text position selectors of the W3C Web Annotation Data Model. `target` is
    "abstract" or "attachment:" and its SHA-256; `start` is the offset of the quote in it, in characters, in a file that
    on its `page`, the first of which is 1. `id` is its number in the library it was read from.
    """

    quote: str
    meaning: str = ""
    comment: str = ""
    target: str = "abstract"
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    page: int | None = None
    id: int | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that belongs to a paper. `sha256` says which, `name` what the reader calls it, `media_type` what it is.

    One on its way into a library may bring its bytes as `data`; then the rest but the name is not asked. Or `path` says
    where the file is whose bytes it brings, and `size` how large it is there; highlights in it have "attachment:" and
    its name as their target until it is kept. `id` is its number in the library it was read from.
    """

    name: str
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    added: datetime | None = None
    id: int | None = field(default=None, compare=False, repr=False)
    data: bytes | None = field(default=None, compare=False, repr=False)
    path: Path | None = field(default=None, compare=False, repr=False)


@dataclass(slots=True)
class HighlightedPaper:
    """A row of the table of highlights: a paper, as a list shows it, with all its highlights in their order."""

    id: int
    title: str
    byline: str = ""
    venue: str = ""
    year: int | None = None
    highlights: list[HighlightRecord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The reader gave a paper this status then."""

    status: Status
    at: datetime


@dataclass(slots=True, kw_only=True)
class Record:
    """A paper as plain data on its way in or out. Only the title is needed.

    `authors` are names as read aloud, "Given Family", in order; where the source divides them, they are `Name`s, and
    those of a library always are. `published` is an ISO 8601 date as exact as the
    source knows it: "2017", "2017-05" or "2017-05-24".

    `details` are facts that have no place of their own here, under the names of CSL 1.0.2 variables ("type" with a CSL
    type, "volume", "page", "publisher-place" …); names of people as `names.listed` writes them. `extras` are, by the
    name of a format, fields of the entry that have no place above, under the name and with the value they had there:
    writing that format gives them back. From `status` on, the fields are the reader's own; formats
    that carry none leave them as they are. Dates without a meaning for the reader are None.
    """

    title: str
    authors: list[str] = field(default_factory=list)
    abstract: str = ""
    venue: str = ""
    year: int | None = None
    published: str | None = None
    keywords: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    attachments: list[AttachedFile] = field(default_factory=list)
    citation_key: str | None = None
    source: str = ""
    details: dict[str, str] = field(default_factory=dict)
    extras: dict[str, dict[str, str]] = field(default_factory=dict)

    status: Status | None = None
    starred: bool = False
    rating: int | None = None
    queue: int | None = None
    tags: list[str] = field(default_factory=list)
    takeaway: str = ""
    note: str = ""
    highlights: list[HighlightRecord] = field(default_factory=list)
    history: list[StatusChange] = field(default_factory=list)
    added: datetime | None = None
    changed: datetime | None = None
    trashed: datetime | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class TagRecord:
    """A tag of the reader's with what they made of it. `queue` lists paper ids in the project's own order; `aliases`
    are its other names, `template` is what notes may begin with."""

    name: str
    colour: str = ""
    quick: int | None = None
    queue: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()
    template: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearchRecord:
    """A query with a name."""

    name: str
    query: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class MeaningRecord:
    """What a highlight colour means to the reader."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part of a file that belongs to none of its papers, such as a tree of groups or a definition: kept by the name
    of its format, and written again into files of that format."""

    format: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that could not become a paper: where it stands ("line 12", "paragraph 3") and why, for the reader."""

    where: str
    why: str


Item = Record | TagRecord | SavedSearchRecord | MeaningRecord | FilePart | Skipped


@dataclass(frozen=True, slots=True)
class Origin:
    """Where papers came from: the name of the format, a title for the reader, and the date the thing itself bears."""

    format: str
    title: str
    dated: date | None = None


@dataclass(slots=True)
class Reading:
    """What a format makes of an input: where it is from, and its items, read as they are asked for.

    `total` is how many items are expected, or how many bytes the input has, when known: it only feeds a progress bar
    through `done`, which tells how far reading has come in the same unit.

    `source` is the same for an input that gives the very same items again, so that an interrupted import of it can go
    on; "" for one that cannot be read twice. `size` is that of the input in bytes, when known.
    """

    origin: Origin
    items: Iterator[Item]
    total: int | None = None
    done: Callable[[], int] | None = None
    source: str = ""
    size: int | None = None


# Formats that need the whole text at once refuse a longer one: nothing a person copies comes near, and decompressed
# data has no other bound.
LONGEST_TEXT = 64 * 2**20


@dataclass(slots=True)
class Input:
    """Bytes to be read by a format, opened, decompressed and with a look at their beginning.

    `head` holds up to the first 64 KiB. `name` is a file name for messages, or "standard input", "clipboard".
    `text()` decodes all of it as `decode` does; `stream` gives the bytes from the beginning, once. `size` is the
    number of bytes in the file, before decompression, and `done()` how many of them have been read. `path` is where the
    file is, for formats that look at what lies beside it; None for what is no file on a disk.
    """

    name: str
    head: bytes
    stream: IO[bytes]
    size: int | None = None
    when: datetime | None = None
    done: Callable[[], int] | None = None
    path: Path | None = None

    def text(self) -> str:
        """Everything, decoded. Raises Refused when it is longer than 64 MiB."""
        raw = self.stream.read(LONGEST_TEXT + 1)
        if len(raw) > LONGEST_TEXT:
            limit = LONGEST_TEXT // 2**20
            raise Refused(f"{self.name} is longer than {limit} MB of text.", "Split it into smaller files.")
        return decode(raw)


def decode(raw: bytes) -> str:
    """The text of some bytes, without a byte-order mark and with "\\n" line ends.

    UTF-16 by its byte-order mark, else UTF-8, else CP1252. Text that is UTF-8 but for a few bytes (cut in the middle
    of a character, say) stays UTF-8, with U+FFFD for those.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", errors="replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("utf-8-sig", errors="replace")
            not_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
            if text.count("\ufffd") * 2 > not_ascii:
                text = raw.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file we read, write or both. One per module of `formats/`, as `FORMAT`.

    `recognise` looks at the beginning and answers how sure it is, from 0 (not this) to 100 (certainly this); the
    surest format reads the input. `read` raises Refused when nothing can be made of the whole input; what is wrong
    with one entry is a `Skipped` among its items. `write` gets records and the library's own things in any order,
    but for parts of files, which come first; a format that is `lossless` keeps all of them.

    `speaks_for` is a pattern for the whole name of a file (as `re` has it) that speaks for the folder it is in: what
    else is in there and below is taken along by `read` where it belongs to papers, and is not read by itself.
    """

    name: str
    label: str
    suffixes: tuple[str, ...] = ()
    recognise: Callable[[Input], int] | None = None
    read: Callable[[Input], Reading] | None = None
    write: Callable[[Iterable[Item], IO[str]], None] | None = None
    lossless: bool = False
    speaks_for: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step touched: by table, the papers concerned. `everything` when it is not worth listing. `columns` are
    those of papers' own rows that it changed; none where papers came or went."""

    title: str = ""
    papers: frozenset[int] = frozenset()
    tables: frozenset[str] = frozenset()
    everything: bool = False
    initiator: object = None
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did. `papers` are the ids added, merged or found unchanged, in the order of the input."""

    added: int = 0
    merged: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    papers: tuple[int, ...] = ()

    def sentence(self) -> str:
        """ "84 added, 3 already here, 1 skipped", for a status bar."""
        parts = [f"{self.added:,} added"]
        if self.merged:
            parts.append(f"{self.merged:,} completed")
        if self.unchanged:
            parts.append(f"{self.unchanged:,} already here")
        if self.skipped:
            parts.append(f"{len(self.skipped):,} skipped")
        return ", ".join(parts)

    def as_json(self) -> Mapping[str, object]:
        """The object the command line prints for `import --json`."""
        return {
            "added": self.added,
            "merged": self.merged,
            "unchanged": self.unchanged,
            "skipped": [{"where": s.where, "why": s.why} for s in self.skipped],
            "papers": list(self.papers),
        }


class Progress(Protocol):
    """Told by long work how far it is; asked by it whether to go on."""

    def report(self, done: int, total: int | None, what: str = "") -> None:
        """`done` of `total` (None: not known), in any unit."""

    def check(self) -> None:
        """Raises Cancelled when the reader wants the work to stop."""


class Silent:
    """A Progress that nobody watches."""

    def report(self, done: int, total: int | None, what: str = "") -> None:
        pass

    def check(self) -> None:
        pass


def now() -> datetime:
    """The present moment in UTC, to the millisecond, as the library stores it."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
