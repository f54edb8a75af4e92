"""BibTeX files, of BibTeX and of biblatex, in and out.

Read are entries of any type with all their fields, those they inherit by crossref and xdata, definitions, JabRef's
groups and marks. What belongs to no paper (definitions, preambles, comments, text between entries) is kept and written
again. Entries stay in their order; those that need what may come later in the file (the entry they inherit from, the
tree of groups) wait for its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO

from readerapp.errors import Refused
from readerapp.formats import bibtex_fields
from readerapp.formats.bibtex_entries import (
    LONGEST_ENTRY,
    MONTHS,
    Broken,
    Entry,
    Other,
    blocks,
    encoding_named,
    pieces,
)
from readerapp.formats.bibtex_fields import PARTS, SCHEME, Dialect
from readerapp.formats.citation_keys import Keys, proposed
from readerapp.formats.jabref import meta
from readerapp.formats.opening import looks_like_text
from readerapp.records import FilePart, Format, Input, Item, Origin, Reading, Record, Skipped

# Entries that are no paper.
_NO_PAPERS = frozenset(("xdata", "set"))
_WAITS = re.compile(r"\b(?:crossref|xdata|groups)\s*=|\bjabref\b")
_KEYS = re.compile(r"@\s*[A-Za-z][\w-]*\s*[{(]\s*([^,={}\"@\n]{1,300}+),")
# What is kept in memory of entries that others may inherit from, and of those that wait, in characters.
_MOST_KNOWN = 64 * 2**20
_MOST_WAITING = 128 * 2**20
_MOST_TEXT = 2**20
_ENCODING_LINE = re.compile(r"^[ \t]*%+[ \t]*Encoding:.*$", re.MULTILINE | re.IGNORECASE)
_DEEPEST = 20

# What is an entry's own, and what would say of a chapter what is true of its book alone.
_NOT_INHERITED = frozenset((
    "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "doi", "eprint", "url",
    "abstract", "file", "keywords", "groups", "comment", "review", "annote", "annotation", "readstatus", "ranking",
    "priority", "printed", "relevance", "qualityassured", "timestamp", "creationdate", "modificationdate", "owner",
))  # fmt: skip
_MULTIVOLUME = frozenset(("mvbook", "mvcollection", "mvproceedings", "mvreference"))

_ENTRY_IN_HEAD = re.compile(
    rb"^[ \t]*@[ \t]*([a-z][\w-]*)\s*[{(]\s*+[^\r\n,={}@]{0,300}+\s*+[,=]", re.IGNORECASE | re.MULTILINE
)
_FIELD_IN_HEAD = re.compile(rb"[\s,{(]([a-z][\w-]*)\s*=\s*[{\"\w]", re.IGNORECASE)
_OTHER_IN_HEAD = re.compile(rb"^[ \t]*@[ \t]*(?:comment|preamble)\s*[{(]", re.IGNORECASE | re.MULTILINE)
_BIBLATEX_SIGNS = frozenset((
    b"journaltitle", b"date", b"location", b"eprinttype", b"eprintclass", b"langid", b"urldate", b"maintitle",
    b"eventtitle", b"online", b"thesis", b"report", b"collection", b"mvbook", b"incollection*", b"xdata", b"dataset",
    b"origdate", b"shortjournal", b"titleaddon", b"booksubtitle",
))  # fmt: skip
_BIBTEX_SIGNS = frozenset((
    b"journal", b"year", b"address", b"archiveprefix", b"primaryclass", b"school", b"phdthesis", b"mastersthesis",
    b"techreport", b"month", b"conference",
))  # fmt: skip


def read(source: Input, *, biblatex: bool = False) -> Reading:
    """Reads entry by entry; one that is broken or has nothing to be called by is Skipped with its line. Raises Refused,
    at the end, where there was none."""
    name = "biblatex" if biblatex else "bibtex"
    return Reading(Origin(name, source.name), _Reader(source, biblatex).items(), source.size, source.done)


class _Reader:
    def __init__(self, source: Input, biblatex: bool) -> None:
        self._pieces = pieces(source.stream, encoding_named(source.head))
        self._name = source.name
        self._found = False
        self._dialect = Dialect(biblatex)
        self._strings = dict(zip(MONTHS, MONTHS, strict=True))
        self._known: dict[str, str] = {}
        self._remembered = 0
        self._text = 0
        self._parsed: dict[str, Entry | None] = {}

    def items(self) -> Iterator[Item]:
        for line, text in self._pieces:
            if text is not None and _waits(text):
                yield from self._waiting(line, text)
            else:
                yield from self._items(line, text)
        if not self._found:
            raise Refused(f"There are no BibTeX entries in {self._name}.", "See what can be read: readerapp formats")

    def _waiting(self, line: int, text: str) -> Iterator[Item]:
        """All that comes, once it is known to the end, or as much of it as memory should hold."""
        waiting: list[tuple[int, str | None]] = [(line, text)]
        size = len(text)
        for further_line, further in self._pieces:
            waiting.append((further_line, further))
            size += len(further or "")
            if size > _MOST_WAITING:
                break
        for at, piece in waiting:
            self._remember(piece)
            if piece is not None and re.search(r"@\s*(?:comment|string)", piece, re.IGNORECASE):
                for block in blocks(piece, at, self._strings):
                    if isinstance(block, Other):
                        self._dialect.groups.learn(block.source)
                    elif isinstance(block, Entry) and block.kind == "string":
                        self._define(block)
        for at, piece in waiting:
            yield from self._items(at, piece, remember=False)

    def _items(self, line: int, text: str | None, *, remember: bool = True) -> Iterator[Item]:
        if text is None:
            self._found = True
            yield Skipped(f"line {line}", f"It is longer than {LONGEST_ENTRY // 2**20} MB.")
            return
        if remember:
            self._remember(text)
        for block in blocks(text, line, self._strings):
            self._found = self._found or not (isinstance(block, Other) and block.what == "text")
            match block:
                case Broken(at, why):
                    yield Skipped(f"line {at}", why)
                case Other(what, kept):
                    kept = _ENCODING_LINE.sub("", kept).strip()
                    self._text += len(kept)
                    if kept and self._text < _MOST_TEXT:
                        yield FilePart(SCHEME, what, kept)
                case Entry():
                    yield from self._entry(block)

    def _entry(self, entry: Entry) -> Iterator[Item]:
        if entry.kind == "string":
            self._define(entry)
            for name, value in entry.fields.items():
                yield FilePart(SCHEME, "string", f"{name} = {{{value}}}")
        elif entry.kind in _NO_PAPERS:
            yield FilePart(SCHEME, "entry", _written(entry.kind_as_typed, entry.key, list(entry.fields.items())))
        else:
            added = self._inherited(entry) if "crossref" in entry.fields or "xdata" in entry.fields else None
            record = bibtex_fields.read(entry, self._dialect, added=added)
            if record.title:
                yield record
            else:
                yield Skipped(f"line {entry.line}", "It has no title.")

    def _define(self, entry: Entry) -> None:
        for name, value in entry.fields.items():
            self._strings[name] = value

    def _remember(self, text: str | None) -> None:
        if text and self._remembered < _MOST_KNOWN:
            self._remembered += len(text)
            for key in _KEYS.findall(text):
                self._known.setdefault(key.strip().lower(), text)

    def _find(self, key: str) -> Entry | None:
        key = key.strip().lower()
        if key not in self._parsed:
            found = blocks(self._known.get(key, ""), 0, self._strings)
            entries = (one for one in found if isinstance(one, Entry) and one.key.lower() == key)
            self._parsed[key] = next(entries, None)
        return self._parsed[key]

    def _inherited(self, entry: Entry, above: tuple[str, ...] = ()) -> dict[str, str]:
        """The fields an entry gets from those it names, which may have got them from others; its own are not among
        them."""
        found: dict[str, str] = {}
        if len(above) > _DEEPEST or entry.key.lower() in above:
            return found
        above = (*above, entry.key.lower())
        for key in entry.fields.get("xdata", "").split(","):
            parent = self._find(key)
            if parent:
                found = {**self._inherited(parent, above), **parent.fields, **found}
        parent = self._find(entry.fields.get("crossref", ""))
        if parent and parent is not entry:
            given = {**self._inherited(parent, above), **parent.fields}
            for name, value in given.items():
                if name not in _NOT_INHERITED:
                    found.setdefault(_place_of(name, entry, parent, given), value)
        return {name: value for name, value in found.items() if name not in entry.fields and name not in _OWN_LINKS}


_OWN_LINKS = frozenset(("crossref", "xdata", "ids", "label", "options"))


def _waits(text: str) -> bool:
    """Whether what stands in a piece may need what comes later in the file."""
    small = text.lower()
    return any(word in small for word in ("crossref", "xdata", "groups", "jabref")) and bool(_WAITS.search(small))


def _place_of(name: str, child: Entry, parent: Entry, given: Mapping[str, str]) -> str:
    """Under which name an entry inherits a field: a book's title is that of the book a chapter is in."""
    if name in ("title", "subtitle", "titleaddon"):
        if parent.kind in _MULTIVOLUME and child.kind not in _MULTIVOLUME:
            return f"main{name}"
        if child.kind in PARTS:
            return name if name == "title" and "booktitle" in given else name.replace("title", "booktitle")
        if parent.kind == "periodical":
            return f"journal{name}"
    if name == "author" and child.kind in ("inbook", "bookinbook", "suppbook"):
        return "bookauthor" if "author" in child.fields else "author"
    return name


def entry_text(record: Record, key: str, dialect: Dialect, *, own: bool = True) -> str:
    """The entry of a paper, the same for the same paper: one field to a line, in a fixed order. `key` is its citation
    key. Without `own` it has nothing of what the reader made of the paper, for others to see."""
    kind, values = bibtex_fields.write(record, dialect, own=own)
    return _written(kind, key, values)


def for_others(records: Sequence[Record]) -> str:
    """The entries of papers, to be put into somebody's file: with keys as `write` gives them, without what the reader
    made of them."""
    keys = Keys()
    own = [key_as_written(record.citation_key or "") for record in records]
    kept = [bool(key) and keys.take(key) for key in own]
    return "\n".join(
        entry_text(record, key if is_kept else keys.unique(key or proposed(record)), Dialect(), own=False)
        for record, key, is_kept in zip(records, own, kept, strict=True)
    )


def _written(kind: str, key: str, values: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"  {name} = {_value(name, value)},\n" for name, value in values)
    return f"@{kind}{{{key},\n{lines}}}\n"


def _value(name: str, value: str) -> str:
    if name == "month":
        if value in MONTHS:
            return value
        if found := re.fullmatch(r"([\w.~ -]*?)(" + "|".join(MONTHS) + r")([\w.~ -]*)", value):
            parts = (f'"{found[1]}"' if found[1] else "", found[2], f'"{found[3]}"' if found[3] else "")
            if not re.search(r"[A-Za-z]", found[1] + found[3]):
                return " # ".join(filter(None, parts))
    return f"{{{value}}}"


def key_as_written(key: str) -> str:
    """A citation key as far as a file can have it."""
    return re.sub(r"[,={}\"@\s%#\\]+", " ", key).strip() if re.search(r"[,={}\"@\n%#\\]", key) else key.strip()


def write(items: Iterable[Item], stream: IO[str], *, biblatex: bool = False) -> None:
    """Writes papers in their order, each with a key of its own: the citation key it has, or one that is made of author,
    year and title. What belongs to no paper stands around them."""
    dialect = Dialect(biblatex)
    parts: dict[str, list[str]] = {what: [] for what in ("text", "string", "preamble", "entry", "comment")}
    keys = Keys()
    entries: list[tuple[str, str, int]] = []
    # Which keys are free to be made is known when all papers have come.
    with TemporaryFile("w+", encoding="utf-8", newline="") as bodies:
        for item in items:
            if isinstance(item, FilePart) and item.format == SCHEME and item.name in parts:
                if item.name == "comment" and dialect.groups.learn(item.value):
                    continue
                parts[item.name].append(item.value)
            elif isinstance(item, Record):
                body = entry_text(item, "\0", dialect)
                key = key_as_written(item.citation_key or "")
                kept = key if key and keys.take(key) else ""
                entries.append((kept, key or proposed(item), len(body)))
                bodies.write(body)
        bodies.seek(0)
        _write_beginning(parts, stream)
        for kept, wanted, size in entries:
            key = kept or keys.unique(wanted)
            stream.write(bodies.read(size).replace("\0", key, 1) + "\n")
    _write_end(parts["comment"], dialect, stream)


def _write_beginning(parts: Mapping[str, list[str]], stream: IO[str]) -> None:
    stream.write("% Encoding: UTF-8\n\n")
    for text in parts["text"]:
        if not re.search(r"@\s*[A-Za-z][\w-]*\s*[{(]", text):
            stream.write(f"{text}\n\n")
    for definition in dict.fromkeys(parts["string"]):
        stream.write(f"@string{{{definition}}}\n\n")
    for text in (*parts["preamble"], *parts["entry"]):
        stream.write(f"{text.rstrip()}\n\n")


def _write_end(comments: Iterable[str], dialect: Dialect, stream: IO[str]) -> None:
    name = "biblatex" if dialect.biblatex else "bibtex"
    tree = dialect.groups.tree()
    comments = list(comments)
    of_jabref = bool(tree) or any(map(meta, comments))
    for comment in comments:
        if meta(comment) != "databaseType":
            stream.write(f"{comment}\n\n")
    if of_jabref:
        stream.write(f"@Comment{{jabref-meta: databaseType:{name};}}\n\n")
    if tree:
        stream.write(f"{tree}\n")


def recognise(source: Input, *, biblatex: bool = False) -> int:
    """Sure of a file with entries at the beginning of lines; of biblatex when what only that has is more frequent."""
    head = source.head
    if not looks_like_text(head):
        return 0
    kinds = [kind.lower() for kind in _ENTRY_IN_HEAD.findall(head)]
    if not kinds:
        return 40 if _OTHER_IN_HEAD.search(head) and not biblatex else 0
    found = [*kinds, *(name.lower() for name in _FIELD_IN_HEAD.findall(head))]
    modern = sum(name in _BIBLATEX_SIGNS for name in found)
    classic = sum(name in _BIBTEX_SIGNS for name in found)
    is_biblatex = modern > classic or b"databaseType:biblatex" in head
    return 96 if biblatex == is_biblatex else 90


FORMAT = Format(
    name="bibtex",
    label="BibTeX",
    suffixes=(".bib",),
    recognise=recognise,
    read=read,
    write=write,
)
