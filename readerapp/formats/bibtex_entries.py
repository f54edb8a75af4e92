"""The entries of a BibTeX file, as they stand in it: nothing is understood here but the syntax.

The syntax is that of BibTeX 0.99 (O. Patashnik, "Designing BibTeX Styles", and what its program takes): entries in
braces or parentheses, values in braces or quotation marks, numbers and names of @string definitions, joined by `#`.
What people write is read too: entries without a key, a missing comma, a brace or a quotation mark too many. An entry at
the beginning of a line ends the one before it, which had no end: so one that is broken costs no other.

Read with a parser of our own. bibtexparser 2 takes the whole file into memory (12 times its size), leaves `#` as it
stands, glues what follows a missing comma into a value, and loses entries without a key or with one that was there
before; pybtex reads one encoding, refuses unknown definitions and empties entries without a key.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, cast

from readerapp.records import decode

# What is longer is no entry: the longest abstracts and lists of authors have a hundredth of it.
LONGEST_ENTRY = 8 * 2**20
_PIECE = 2**20
# What definitions, each made of others, can make of a value.
_LONGEST_JOINED = 2**16
# Entries without an end in one line: more are no bibliography.
_MOST_BROKEN = 100

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Where entries begin: at the beginning of a line, with a key or a field behind the brace, so that an address or the
# source of a program in some text is none.
_BEGINS = re.compile(
    rb"@[ \t]{0,9}(?:(?:comment|preamble)\s{0,99}[{(]"
    rb"|[a-z][\w-]{0,60}\s{0,99}[{(]\s{0,99}+[^\r\n,={}@]{0,300}+\s{0,99}+[,=}])",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"@\s*([A-Za-z][\w-]*)\s*([{(])")
_BEGINNING_WITH_KEY = re.compile(r"@\s*[A-Za-z][\w-]*\s*[{(]\s*[^\s,={}@]{1,300}\s*,")
_ENCODING = re.compile(rb"\A(?:%[^\n]*\n|\s)*%\s*Encoding:\s*([\w.:-]{1,40})", re.IGNORECASE)
_ASCII_BASED = ("utf-8", "ascii", "iso8859", "cp1", "cp8", "cp9", "mac", "koi8", "gb", "big5", "shift", "euc", "tis")
_KEY = re.compile(r"\s*+([^,={}\"@\n]*)\s*+(?=[,=})])")
_FIELD = re.compile(r"[\s,]*+([^\s\"#%'(),={}@\\]{1,100}+)\s*+=\s*+")
_GROUP = r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}"
_BRACED = re.compile(_GROUP)
_QUOTED = re.compile(rf'"[^"{{}}]*+(?:{_GROUP}[^"{{}}]*+)*+"')
_BARE = re.compile(r"[^\s\"#%'(),={}@]++")
_JOIN = re.compile(r"\s*+#\s*+")
_BRACES = re.compile(r"[{}]")
_RESUMES = re.compile(r"[,\n{})]|\s(?=[\w-]{1,100}+\s{0,9}=)")
_BLANKS = re.compile(r"[\s,]*+")
# A quotation mark that ends a value although others stand in it: behind it comes the next field or the end.
_END_OF_QUOTED = re.compile(r"\"\s*+(?:,\s*+[\w-]++\s*+=|,?\s*+[})]\s*+\Z)")
_REST_OF_LINE = re.compile(r"[^{}\"=\n]*?(?=\s*(?:,\s*(?:\n|\Z)|,\s*[\w-]+\s*=|\n|[})]\s*\Z))")


@dataclass(slots=True)
class Entry:
    """A paper, or @string, @xdata …: `kind` and the names of `fields` in small letters, `kind_as_typed` as it stands.
    Values have what they are joined from, without the outer braces. A field that is there twice has its other values
    under its name and "_2" and so on."""

    kind_as_typed: str
    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.kind_as_typed.lower()


@dataclass(frozen=True, slots=True)
class Other:
    """What is no entry: `what` is comment, preamble or text (between the entries); `source` as it stands."""

    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that cannot be read: the line it begins in, and why, for the reader."""

    line: int
    why: str


class Unreadable(ValueError):
    """Why an entry cannot be read."""


def encoding_named(head: bytes) -> str | None:
    """The encoding a file says it has in its first lines ("% Encoding: ISO8859_1", as JabRef writes it, with Java's
    names); None for none, or one that is not known."""
    if not (found := _ENCODING.match(head[:4096])):
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii").removeprefix("x-")).name
    except LookupError:
        return None
    # What could be read so far cannot be in one where ASCII is written otherwise; it has been in UTF-16 before.
    return encoding if encoding.startswith(_ASCII_BASED) else None


def pieces(stream: IO[bytes], encoding: str | None) -> Iterator[tuple[int, str | None]]:
    """A file in pieces that begin where an entry does, each with its line; None for one that is too long.

    Each is decoded by itself: as UTF-8, else as the file says, else as CP1252, since files are put together from
    others.
    """
    if encoding and encoding != "utf-8" and not _has_ascii_alone(encoding):
        stream, encoding = cast(IO[bytes], _Recoded(stream, encoding)), None
    line = 1
    rest = b""
    too_long = False
    while True:
        more = stream.read(_PIECE)
        rest += more
        starts = [start for found in _BEGINS.finditer(rest) if (start := _line_begin(rest, found.start()))]
        if more and starts and len(rest) - starts[-1] < 512:
            # It may be cut off, and look otherwise when it is whole.
            starts.pop()
        begin = 0
        for start in starts:
            yield line, None if too_long else _decoded(rest[begin:start], encoding)
            line += _lines(rest[begin:start])
            begin, too_long = start, False
        rest = rest[begin:]
        if not more:
            break
        if len(rest) > LONGEST_ENTRY:
            # What comes is looked at for the next entry, and thrown away.
            cut = rest.rfind(b"\n", 0, len(rest) - 512)
            cut = cut if cut > 0 else len(rest) - 512
            line += _lines(rest[:cut])
            rest, too_long = rest[cut:], True
    if rest:
        yield line, None if too_long else _decoded(rest, encoding)


def _line_begin(data: bytes, at: int) -> int:
    """Where the line begins in which there are only blanks before this place; 0 when there is more."""
    while at and data[at - 1] in b" \t":
        at -= 1
    return at if at and data[at - 1] in b"\r\n" else 0


def _has_ascii_alone(encoding: str) -> bool:
    """Whether a byte below 128 is an ASCII character wherever it stands, so that a file can be cut before it is
    decoded; in Shift JIS and GBK it may be the second half of another."""
    return bytes([0x81, 0x7B]).decode(encoding, "replace").endswith("{")


class _Recoded(io.RawIOBase):
    """A stream in another encoding, as UTF-8."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int = -1) -> bytes:
        while True:
            raw = self._stream.read(size)
            text = self._decoder.decode(raw, final=not raw)
            if text or not raw:
                return text.encode("utf-8", "replace")


def _decoded(raw: bytes, encoding: str | None) -> str:
    raw = raw.replace(b"\0", b"")
    if encoding and encoding != "utf-8":
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode(encoding, "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return decode(raw)


def _lines(raw: bytes) -> int:
    return raw.count(b"\n") or raw.count(b"\r")


def blocks(text: str, line: int, strings: Mapping[str, str]) -> Iterator[Entry | Other | Broken]:
    """What stands in one of the `pieces`: mostly one entry and a blank line."""
    at = broken = 0
    while begins := _BEGINNING.search(text, at):
        if between := text[at : begins.start()].strip():
            yield Other("text", between)
        here = line + text.count("\n", 0, begins.start()) if begins.start() else line
        kind = begins[1].lower()
        if kind in ("comment", "preamble"):
            end = _end_of_block(text, begins)
            yield Other(kind, text[begins.start() : end])
            at = end
            continue
        try:
            entry, at = _entry(text, begins, here, strings)
        except Unreadable as error:
            yield Broken(here, str(error))
            broken += 1
            further = _BEGINNING_WITH_KEY.search(text, begins.end())
            if further is None or broken > _MOST_BROKEN:
                return
            at = further.start()
            continue
        yield entry
    if between := text[at:].strip():
        yield Other("text", between)


def _end_of_block(text: str, begins: re.Match[str]) -> int:
    """The end of a comment; that of its line where its brace is closed nowhere."""
    if begins[2] == "{" and (end := _closed(text, begins.end() - 1)):
        return end
    if begins[2] == "(" and (end := text.find(")", begins.end())) >= 0:
        return end + 1
    end = text.find("\n", begins.end())
    return len(text) if end < 0 else end


def _closed(text: str, at: int) -> int:
    """Where the group that begins at a brace has ended; 0 for nowhere."""
    if group := _BRACED.match(text, at):
        return group.end()
    depth = 0
    for brace in _BRACES.finditer(text, at):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return 0


def _entry(text: str, begins: re.Match[str], line: int, strings: Mapping[str, str]) -> tuple[Entry, int]:
    closing = "}" if begins[2] == "{" else ")"
    key = _KEY.match(text, begins.end())
    at = begins.end()
    entry = Entry(begins[1], "", line)
    if key and text[key.end()] != "=":
        entry.key = key[1].strip()
        at = key.end()
    size = len(text)
    while True:
        name = _FIELD.match(text, at)
        if name is None:
            blanks = _BLANKS.match(text, at)
            at = blanks.end() if blanks else at
            if at >= size:
                raise Unreadable("It has no end: a brace or a quotation mark is missing.")
            if text[at] == closing:
                # A brace too many before this one ended nothing.
                if closing == "}" and _goes_on(text, at + 1):
                    at += 1
                    continue
                return entry, at + 1
            if text[at] == "@":
                raise Unreadable("It has no end: the next entry begins in it.")
            at = _resumed(text, at)
            continue
        value, at = _value(text, name.end(), closing, strings)
        _put(entry.fields, name[1].lower(), value)


def _goes_on(text: str, at: int) -> bool:
    following = _FIELD.match(text, at)
    return following is not None and text[following.end() : following.end() + 1] in ("{", '"')


def _resumed(text: str, at: int) -> int:
    """Where reading goes on behind what is no field: at the next field, comma, line or closing brace."""
    while found := _RESUMES.search(text, at + 1):
        if found[0] != "{":
            return found.start()
        at = _closed(text, found.start()) - 1
        if at < 0:
            break
    raise Unreadable("It has no end: a brace or a quotation mark is missing.")


def _put(fields: dict[str, str], name: str, value: str) -> None:
    if name not in fields:
        fields[name] = value
    elif fields[name] != value and len(fields) < 1000:
        number = 2
        while (other := f"{name}_{number}") in fields:
            number += 1
        fields[other] = value


def _value(text: str, at: int, closing: str, strings: Mapping[str, str]) -> tuple[str, int]:
    parts: list[str] = []
    joined_size = 0
    while True:
        part, at = _part(text, at, closing, strings)
        parts.append(part)
        joined_size += len(part)
        if len(parts) > 1 and joined_size > _LONGEST_JOINED:
            raise Unreadable("Its definitions make it too long.")
        joined = _JOIN.match(text, at)
        if joined is None:
            return (parts[0] if len(parts) == 1 else "".join(parts)), at
        at = joined.end()


def _part(text: str, at: int, closing: str, strings: Mapping[str, str]) -> tuple[str, int]:
    first = text[at : at + 1]
    if first == "{":
        end = _closed(text, at)
        if not end:
            raise Unreadable("It has no end: a brace is missing.")
        return text[at + 1 : end - 1], end
    if first == '"':
        quoted = _QUOTED.match(text, at)
        if quoted is None or not _ends_value(text, quoted.end(), closing):
            last = _END_OF_QUOTED.search(text, at + 1)
            if last is not None:
                return text[at + 1 : last.start()], last.start() + 1
        if quoted is not None:
            return quoted[0][1:-1], quoted.end()
        return _deep_quoted(text, at)
    bare = _BARE.match(text, at)
    if bare is None:
        return "", at
    if _ends_value(text, bare.end(), closing):
        return strings.get(bare[0].lower(), bare[0]), bare.end()
    # Somebody has left out the braces.
    rest = _REST_OF_LINE.match(text, at)
    return (rest[0].strip(), rest.end()) if rest and rest[0].strip() else (bare[0], bare.end())


def _ends_value(text: str, at: int, closing: str) -> bool:
    blanks = _BLANKS.match(text, at)
    end = blanks.end() if blanks else at
    return (
        (end > at and "," in text[at:end]) or text[end : end + 1] in (closing, "#", "") or bool(_FIELD.match(text, at))
    )


def _deep_quoted(text: str, at: int) -> tuple[str, int]:
    """A value in quotation marks with groups in it that are deeper than usual."""
    depth = 0
    for found in re.compile(r'[{}"]').finditer(text, at + 1):
        if found[0] == '"' and depth <= 0:
            return text[at + 1 : found.start()], found.end()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
    raise Unreadable("It has no end: a quotation mark is missing.")
