"""XML read entry by entry: each element of some name, found in the stream and parsed by itself.

Memory holds one entry, and a broken one (cut off, with a stray ampersand, nested a hundred thousand levels) is told
apart from its neighbours, which are read; an XML parser has to give up at the first error. Nothing before the first
entry is ever given to the parser, so no document type is read: entities that a file defines are never expanded and
nothing outside of it is opened.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from readerapp.errors import Refused
from readerapp.formats.json_entries import Broken
from readerapp.records import Input, Item, Record, Skipped, decode

# An entry longer than this is passed over.
LONGEST = 64 * 2**20
_PIECE = 2**18
# How much of what stands before the first entry is looked at.
_LONGEST_PROLOGUE = 2**20
_DEEPEST = 200
_LONGEST_NAME = 200
# Each becomes an object of hundreds of bytes; twenty thousand authors with all that is said of them have fewer.
_MOST_TAGS = 1_000_000

_ENTITY = re.compile(rb"<!ENTITY\b")
_NAMESPACE = re.compile(r"""\bxmlns(?::([\w.-]{1,50}))?\s*=\s*("[^"<&]{0,500}"|'[^'<&]{0,500}')""")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):|\s([A-Za-z_][\w.-]*):[\w.-]+\s*=")
_REFERENCE = re.compile(r"&(#?\w{1,40};)?")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = re.compile(rb"""\s*<\?xml[^<>]{1,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
# Encodings in which the characters of tags are those of ASCII, so that entries are found before they are decoded.
_ENCODINGS = re.compile(r"(?:iso8859|cp12|koi8|mac|euc|gb|big5|cp8|ascii)")
_SPECIAL = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})

# What stands before the names of these vocabularies here: a colon would mean something else in a path.
_VOCABULARIES = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://arxiv.org/schemas/atom": "arxiv.",
    "http://purl.org/dc/elements/1.1/": "dc.",
    "http://purl.org/dc/terms/": "dcterms.",
    "http://purl.org/rss/1.0/modules/content/": "content.",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf.",
    "http://www.w3.org/1998/Math/MathML": "",
}


@dataclass(frozen=True, slots=True)
class XmlEntry:
    """An element and the line it begins at. Names are without their namespaces, or as in "dc.creator"."""

    line: int
    element: Element


def items(found: Iterator[XmlEntry | Broken], record_of: Callable[[Element], Record]) -> Iterator[Item]:
    """The papers of some entries as `record_of` makes them, and in their places those that are broken or of which it
    raises ValueError, with a reason for the reader."""
    for entry in found:
        if isinstance(entry, Broken):
            yield Skipped(f"line {entry.line}", entry.why)
            continue
        try:
            yield record_of(entry.element)
        except ValueError as error:
            yield Skipped(f"line {entry.line}", str(error))


def entries(source: Input, *names: str) -> Iterator[XmlEntry | Broken]:
    """The elements of these names, in order; none of them stands in another.

    Raises Refused when the file defines entities.
    """
    none_yet = True
    for entry in _Reader(source, names).entries():
        none_yet = False
        yield entry
    if none_yet and not root_name(source.head):
        yield Broken(1, "It is no XML.")


def text(element: Element | None) -> str:
    """All the text in an element, whatever is around it; "" for none."""
    return "" if element is None else "".join(element.itertext())


def texts(element: Element, path: str) -> list[str]:
    """The text of each element on a path that has any, without blanks at its ends."""
    return [found for one in element.iterfind(path) if (found := text(one).strip())]


def first(element: Element, *paths: str) -> str:
    """The text of the first element on the first path that has any; ""."""
    return next((found for path in paths for found in texts(element, path)), "")


def markup(element: Element | None) -> str:
    """What is in an element as markup again, for `formats.markup`."""
    if element is None:
        return ""
    if len(element) == 0:
        return escape(element.text or "")
    pieces: list[str] = []
    _write(element, pieces)
    return "".join(pieces)


def _write(element: Element, pieces: list[str]) -> None:
    pieces.append(escape(element.text or ""))
    for child in element:
        pieces.append(f"<{child.tag}>")
        _write(child, pieces)
        pieces.append(f"</{child.tag}>{escape(child.tail or '')}")


def root_name(head: bytes) -> str:
    """The name of the outermost element of what may be XML, without prefix; "" when it begins like no XML."""
    matched = re.match(
        rb"\s*(?:<\?[^<>]{0,1000}>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE[^<>\[]{0,1000}(?:\[.{0,20000}?\]\s*)?>\s*){0,20}"
        rb"<(?:[\w.-]{1,50}:)?([A-Za-z_][\w.-]{0,50})(?=[\s/>])",
        head,
        re.DOTALL,
    )
    return matched[1].decode() if matched else ""


class _Reader:
    """The bytes of a stream from where they have been read to, as far as they have been needed."""

    def __init__(self, source: Input, names: tuple[str, ...]) -> None:
        self._stream = source.stream
        self._name = source.name
        name = rf"(?:[\w.-]{{1,50}}:)?(?:{'|'.join(map(re.escape, names))})"
        self._begins = re.compile(rf"<{name}(?=[\s/>])".encode())
        self._ends = re.compile(rf"</{name}\s*>|<{name}(?=[\s/>])".encode())
        self._encoding = _encoding(source.head)
        self._data = b""
        self._at = 0
        self._line = 1
        self._ended = False
        self._namespaces: dict[str, str] = {}

    def entries(self) -> Iterator[XmlEntry | Broken]:
        self._look_at_prologue()
        while True:
            begin = self._begins.search(self._data, self._at)
            if begin is None:
                # The beginning of an entry may be cut by the end of what was read.
                self._take(max(len(self._data) - _LONGEST_NAME, self._at))
                if not self._read_on():
                    return
                continue
            self._take(begin.start())
            line, end = self._line, self._end()
            if end is None and self._ended:
                yield Broken(line, "It is cut off: the file ends in the middle of it.")
                return
            if end is None or end - self._at > LONGEST:
                self._take(end or self._at + 1)
                yield Broken(line, f"It is longer than {LONGEST // 2**20} MB.")
                continue
            fragment = self._data[self._at : end]
            self._take(end)
            try:
                yield XmlEntry(line, self._parsed(fragment))
            except ValueError as error:
                yield Broken(line, str(error))

    def _look_at_prologue(self) -> None:
        """Takes the namespaces from what stands before the first entry."""
        while not (begin := self._begins.search(self._data)):
            if len(self._data) > _LONGEST_PROLOGUE or not self._read_on():
                break
        prologue = self._data[: begin.start() if begin else _LONGEST_PROLOGUE]
        if _ENTITY.search(prologue):
            raise Refused(
                f"{self._name} defines entities of its own, which are not expanded here.",
                "Save it again without a document type.",
            )
        for prefix, value in _NAMESPACE.findall(prologue.decode("utf-8", errors="replace")):
            self._namespaces[prefix] = value

    def _end(self) -> int | None:
        """Where the entry that begins here ends: behind its end tag, or where another one begins. None when that is
        not to be seen."""
        looked_at = 1
        while True:
            found = self._ends.search(self._data, self._at + looked_at)
            if found:
                return found.end() if found[0].startswith(b"</") else found.start()
            waiting = len(self._data) - self._at
            looked_at = max(waiting - _LONGEST_NAME, 1)
            if waiting > LONGEST or not self._read_on():
                return None

    def _parsed(self, fragment: bytes) -> Element:
        """The element. Raises ValueError, in words for the reader, when it is no XML."""
        if fragment.count(b"<") > _MOST_TAGS:
            raise ValueError(f"It has more than {_MOST_TAGS:,} tags.")
        found = fragment.decode(self._encoding, errors="replace") if self._encoding else decode(fragment)
        try:
            return _tree(found, self._namespaces)
        except ElementTree.ParseError:
            pass
        # Feeds and hand-made files have stray ampersands, entities of HTML and prefixes that nobody declared.
        found = _REFERENCE.sub(_meant, _NO_XML.sub("\ufffd", found))
        prefixes = {prefix for pair in _PREFIX.findall(found) for prefix in pair if prefix not in ("", "xml", "xmlns")}
        undeclared = {prefix: f'"urn:{prefix}"' for prefix in sorted(prefixes)[:100]}
        try:
            return _tree(found, undeclared | self._namespaces)
        except ElementTree.ParseError as error:
            why = str(error).partition(":")[0]
            raise ValueError(f"It is no well-formed XML ({why}).") from None

    def _take(self, end: int) -> None:
        self._line += self._data.count(b"\n", self._at, end)
        self._at = end

    def _read_on(self) -> bool:
        """Gets more, as much again as is waiting; False at the end."""
        if self._ended:
            return False
        pieces = [self._data[self._at :]]
        self._at = 0
        waiting = len(pieces[0])
        wanted = max(waiting, _PIECE)
        while wanted > 0 and not self._ended:
            piece = self._stream.read(min(wanted, 2**20))
            self._ended = not piece
            pieces.append(piece)
            wanted -= len(piece)
        self._data = b"".join(pieces)
        return len(self._data) > waiting


def _tree(fragment: str, namespaces: dict[str, str]) -> Element:
    declared = "".join(f" xmlns{':' if prefix else ''}{prefix}={value}" for prefix, value in namespaces.items())
    element = ElementTree.fromstring(f"<x{declared}>{fragment.strip()}</x>")[0]
    _refuse_deep(element)
    for one in element.iter():
        if "}" in one.tag:
            one.tag = _named(one.tag)
    return element


def _refuse_deep(element: Element) -> None:
    level = [element]
    for _ in range(_DEEPEST):
        level = [child for one in level for child in one]
        if not level:
            return
    raise ValueError("It is nested too deeply.")


@lru_cache(1000)
def _named(tag: str) -> str:
    namespace, _, name = tag[1:].rpartition("}")
    if "prism" in namespace:  # there is one of each version
        return f"prism.{name}"
    return _VOCABULARIES.get(namespace, "other.") + name


def _meant(reference: re.Match[str]) -> str:
    name = reference[1]
    if name is None:
        return "&amp;"
    if name.startswith("#") or name in _SPECIAL:
        return reference[0]
    return html5.get(name) or f"&amp;{name}"


def _encoding(head: bytes) -> str | None:
    """The encoding that the XML declaration names; None for UTF-8 and for what is to be found out."""
    declared = _DECLARED.match(head)
    try:
        name = codecs.lookup(declared[1].decode()).name if declared else ""
    except LookupError:
        return None
    return name if _ENCODINGS.match(name.replace("-", "").replace("_", "")) else None
