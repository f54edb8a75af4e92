"""Zotero RDF, which Zotero exports with notes and files: RDF/XML with the vocabularies of Dublin Core, the ontology
biblio, PRISM, FOAF, vCard and Zotero's own.

Items point at their attachments, notes, journals and collections by their names in the file, in any order, so they are
put together when all have been read; a file may be 64 MB large. Declarations of entities are refused, and nothing
outside of the file is opened but what lies in the folder beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.html_notes import markdown
from readerapp.formats.inside import file_inside
from readerapp.formats.zotero_items import Creator, ZoteroItem, collection_part, record_of
from readerapp.records import LONGEST_TEXT, AttachedFile, FilePart, Format, Input, Item, Origin, Reading, Skipped

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PREFIXES = {
    _RDF: "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/net/biblio#": "bib",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://purl.org/rss/1.0/modules/link/": "link",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://nwalsh.com/rdf/vCard#": "vcard",
}
_CREATORS = {
    "bib:authors": "author", "bib:editors": "editor", "bib:contributors": "contributor",
    "z:translators": "translator", "z:seriesEditors": "seriesEditor", "z:bookAuthors": "bookAuthor",
    "z:reviewedAuthors": "reviewedAuthor", "z:inventors": "inventor", "z:presenters": "presenter",
    "z:directors": "director", "z:interviewees": "interviewee", "z:interviewers": "interviewer",
    "z:programmers": "programmer", "z:artists": "artist", "z:cartographers": "cartographer", "z:composers": "composer",
    "z:performers": "performer", "z:podcasters": "podcaster", "z:producers": "producer",
    "z:scriptwriters": "scriptwriter", "z:sponsors": "sponsor", "z:recipients": "recipient", "z:guests": "guest",
    "z:commenters": "commenter", "z:counsels": "counsel", "z:castMembers": "castMember",
    "z:attorneyAgents": "attorneyAgent", "z:wordsBy": "wordsBy", "z:cosponsors": "cosponsor",
}  # fmt: skip
_FIELDS = {
    "dc:title": "title", "dc:date": "date", "dcterms:abstract": "abstractNote", "dc:rights": "rights",
    "dc:description": "extra", "dc:coverage": "archiveLocation", "dcterms:dateSubmitted": "accessDate",
    "bib:pages": "pages", "prism:volume": "volume", "prism:edition": "edition", "prism:number": "number",
    "z:language": "language",
}  # fmt: skip
# Classes of the biblio ontology, where an item does not say its type in Zotero.
_CLASSES = {
    "bib:Article": "journalArticle", "bib:Book": "book", "bib:BookSection": "bookSection", "bib:Thesis": "thesis",
    "bib:Report": "report", "bib:Patent": "patent", "bib:Document": "webpage", "bib:Manuscript": "manuscript",
    "bib:Letter": "letter", "bib:Interview": "interview", "bib:Recording": "audioRecording", "bib:Image": "artwork",
    "bib:Legislation": "statute", "bib:ConferenceProceedings": "conferencePaper", "bib:Data": "dataset",
}  # fmt: skip
_CONTAINERS = frozenset(["bib:Journal", "bib:Periodical", "bib:Newspaper", "bib:Magazine", "bib:Series"])
_NOT_FIELDS = frozenset(["itemType", "linkMode", "path", "charset", "syncState", "repository_", "filename"])

_DEEPEST = 50
_MOST_DEEP = 50
_MOST_NODES = 3_000_000
# Large: of a token that does not end, expat looks at all again with each piece.
_PIECE = 2**22


@dataclass(slots=True)
class _Node:
    """An element: its name with a prefix of ours, what it is called and points at, and what is in it."""

    name: str
    about: str = ""
    resource: str = ""
    pieces: list[str] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly in it."""
        return "".join(self.pieces)

    def all(self, *names: str) -> Iterator[_Node]:
        return (one for one in self.children if one.name in names)

    def first(self, *names: str) -> str:
        """The text of the first child of one of these names that has any, or of the value in it."""
        for one in self.all(*names):
            if text := one.words():
                return text
        return ""

    def words(self) -> str:
        """Its text, or that of the value in it."""
        if text := self.text.strip():
            return text
        return next((text for one in self.children if one.name == "rdf:value" and (text := one.text.strip())), "")


@dataclass(slots=True)
class _Waiting:
    """An item and what it points at."""

    item: ZoteroItem
    line: int
    about: str
    links: list[str] = field(default_factory=list)


def read(source: Input) -> Reading:
    """Reads all of it, then gives item by item. Raises Refused for what is no such file, or has entities of its own."""
    if _recognise(source) == 0:
        raise Refused(f"{source.name} is no RDF of Zotero.", "Name its format with --format.")
    folder = source.path.parent if source.path is not None else None
    return Reading(Origin("zotero-rdf", source.name), _Graph(source, folder).items(), source.size, source.done)


class _Parser:
    """Finds the elements in the outermost one, one after the other."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[_Node] = []
        self._depth = 0
        self._nodes = 0
        self.found: list[tuple[int, _Node]] = []
        self._line = 1
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.EntityDeclHandler = self._entity

    def feed(self, data: bytes) -> str:
        """Takes the next bytes, none at the end. Returns what is wrong with them, or ""."""
        try:
            self._parser.Parse(data, not data)
        except expat.ExpatError as error:
            return expat.ErrorString(error.code)
        return ""

    def _entity(self, *_: object) -> None:
        raise Refused(
            f"{self._name} defines entities of its own, which are not expanded here.",
            "Save it again without a document type.",
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._nodes += 1
        if self._depth > _DEEPEST or self._nodes > _MOST_NODES:
            raise Refused(f"{self._name} is nested too deeply, or has too many parts.", "Export fewer items at once.")
        if self._depth == 1:
            return
        if self._depth == 2:
            self._line = self._parser.CurrentLineNumber
        node = _Node(_short(tag))
        node.about = attributes.get(f"{_RDF} about", "") or attributes.get(f"{_RDF} nodeID", "")
        if identity := attributes.get(f"{_RDF} ID"):
            node.about = f"#{identity}"
        node.resource = attributes.get(f"{_RDF} resource", "")
        if self._open:
            self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self.found.append((self._line, node))

    def _words(self, text: str) -> None:
        if self._open:
            self._open[-1].pieces.append(text)


def _short(tag: str) -> str:
    namespace, _, name = tag.rpartition(" ")
    return f"{_PREFIXES.get(namespace, '')}:{name}"


class _Graph:
    """What is in such a file: items, and what they point at by name."""

    def __init__(self, source: Input, folder: Path | None) -> None:
        self._source = source
        self._folder = folder
        self._items: list[_Waiting] = []
        self._others: dict[str, tuple[int, _Node]] = {}
        self._used: set[str] = set()
        self._collections: list[_Node] = []

    def items(self) -> Iterator[Item]:
        wrong = self._read()
        paths = self._paths()
        for waiting in self._items:
            self._complete(waiting)
            waiting.item.collections = paths.get(waiting.about, [])
            try:
                yield record_of(waiting.item)
            except ValueError as error:
                yield Skipped(f"line {waiting.line}", str(error))
        yield from self._alone(paths)
        if wrong:
            yield Skipped("the end", f"It is no well-formed XML ({wrong}); what follows was not read.")

    def _read(self) -> str:
        """Takes what there is. Returns what ended it before its end, or ""."""
        parser = _Parser(self._source.name)
        size = 0
        while True:
            data = self._source.stream.read(_PIECE)
            size += len(data)
            if size > LONGEST_TEXT:
                raise Refused(
                    f"{self._source.name} is longer than {LONGEST_TEXT // 2**20} MB of text.", "Export fewer items."
                )
            wrong = parser.feed(data)
            for line, node in parser.found:
                self._take(line, node)
            parser.found.clear()
            if wrong or not data:
                return wrong

    def _take(self, line: int, node: _Node) -> None:
        kind = node.first("z:itemType")
        if node.name == "z:Collection":
            self._collections.append(node)
        elif node.name in ("z:Attachment", "bib:Memo") or kind in ("attachment", "note") or node.name in _CONTAINERS:
            self._others[node.about or f"line {line}"] = line, node
        elif kind or node.name in _CLASSES or (node.name == "rdf:Description" and node.first("dc:title")):
            self._items.append(self._item(line, node, kind or _CLASSES.get(node.name, "document")))

    def _item(self, line: int, node: _Node, kind: str) -> _Waiting:
        item = ZoteroItem(kind)
        waiting = _Waiting(item, line, node.about)
        for one in node.children:
            self._add(waiting, one)
        about = node.about
        if "url" not in item.fields and about.startswith(("http://", "https://")):
            item.fields["url"] = about
        number = item.fields.pop("number", "")
        if number:
            item.fields["issue" if kind in ("journalArticle", "magazineArticle") else "number"] = number
        return waiting

    def _add(self, waiting: _Waiting, one: _Node) -> None:
        item = waiting.item
        match one.name:
            case name if name in _CREATORS:
                _add_people(item, one, _CREATORS[name])
            case name if name in _FIELDS:
                item.fields.setdefault(_FIELDS[name], one.words())
            case "dc:subject":
                self._add_subject(item, one)
            case "dc:identifier":
                _add_identifier(item, one)
            case "dcterms:isPartOf":
                if one.resource:
                    waiting.links.append(one.resource)
                for part in one.children:
                    _add_container(item, part)
            case "bib:presentedAt":
                for part in one.children:
                    item.fields.setdefault("conferenceName", part.first("dc:title"))
            case "dc:publisher":
                for part in one.children:
                    item.fields.setdefault("publisher", part.first("foaf:name"))
                    for address in part.all("vcard:adr"):
                        for inner in address.children:
                            item.fields.setdefault("place", inner.first("vcard:locality"))
                if one.words():
                    item.fields.setdefault("publisher", one.words())
            case "link:link" | "dcterms:isReferencedBy":
                if one.resource:
                    waiting.links.append(one.resource)
                for part in one.children:
                    self._add_linked(item, part)
            case name if name.startswith("z:") and one.words():
                plain = name[2:]
                if plain not in _NOT_FIELDS:
                    item.fields.setdefault(plain, one.words())
            case _:
                pass

    def _add_subject(self, item: ZoteroItem, one: _Node) -> None:
        if text := one.text.strip():
            item.tags.append(text)
        for part in one.children:
            if part.name == "z:AutomaticTag":
                item.automatic.append(part.words())
            elif part.name == "dcterms:LCC":
                item.fields.setdefault("callNumber", part.words())

    def _complete(self, waiting: _Waiting) -> None:
        for name in waiting.links:
            found = self._others.get(name)
            if found is not None:
                self._used.add(name)
                self._add_linked(waiting.item, found[1])

    def _add_linked(self, item: ZoteroItem, node: _Node) -> None:
        """Adds to an item what it points at: a container, a note or an attachment."""
        if node.name in _CONTAINERS:
            _add_container(item, node)
        elif node.name == "bib:Memo" or node.first("z:itemType") == "note":
            item.notes.append(node.first("rdf:value"))
        else:
            self._attach(item, node)
            item.notes += filter(None, [node.first("dc:description")])

    def _attach(self, item: ZoteroItem, node: _Node) -> None:
        written = next((one.resource for one in node.all("rdf:resource") if one.resource), "") or node.first("z:path")
        place = file_inside(self._folder, written) if self._folder is not None and written else None
        if place is not None:
            name = fields.one_line(place.name, 200)
            if any(one.name == name for one in item.files):
                name = f"{len(item.files) + 1} {name}"
            item.files.append(AttachedFile(name, size=place.stat().st_size, path=place))
        elif written:
            earlier = item.extras.get("linked files")
            item.extras["linked files"] = f"{earlier}\n{written}" if earlier else fields.storable(written)
        else:
            for one in node.all("dc:identifier"):
                for part in one.children:
                    item.links.append((node.first("dc:title"), part.words()))

    def _alone(self, paths: dict[str, list[str]]) -> Iterator[Item]:
        """Attachments and notes that no item points at."""
        for name, (line, node) in self._others.items():
            if name in self._used or node.name in _CONTAINERS:
                continue
            if node.name == "bib:Memo" or node.first("z:itemType") == "note":
                if text := markdown(node.first("rdf:value")):
                    yield FilePart("zotero", f"note {fields.one_line(name, 50)}", text)
                    yield Skipped(f"line {line}", "It belongs to no paper; its text is kept with the library.")
                continue
            item = ZoteroItem("document", {"title": node.first("dc:title")}, collections=paths.get(name, []))
            self._attach(item, node)
            try:
                yield record_of(item)
            except ValueError as error:
                yield Skipped(f"line {line}", str(error))

    def _paths(self) -> dict[str, list[str]]:
        """The paths of the collections that items are in, by the names of items."""
        named = {node.about: node for node in self._collections}
        parents = {
            part.resource: node.about
            for node in self._collections
            for part in node.all("dcterms:hasPart")
            if part.resource in named
        }
        found: dict[str, list[str]] = {}
        for about, node in named.items():
            parts: list[str] = []
            at, seen = about, set[str]()
            while at in named and at not in seen and len(parts) < _MOST_DEEP:
                seen.add(at)
                parts.insert(0, collection_part(named[at].first("dc:title")))
                at = parents.get(at, "")
            path = "/".join(filter(None, parts))
            for part in node.all("dcterms:hasPart") if path else ():
                if part.resource not in named:
                    found.setdefault(part.resource, []).append(path)
        return found


def _add_people(item: ZoteroItem, node: _Node, role: str) -> None:
    for seq in node.children:
        for one in seq.children:
            for person in one.children:
                given = person.first("foaf:givenName", "foaf:givenname")
                family = person.first("foaf:surname", "foaf:name")
                if family or given:
                    item.creators.append(Creator(role, family, given))


def _add_identifier(item: ZoteroItem, node: _Node) -> None:
    for part in node.children:
        if part.name == "dcterms:URI":
            item.fields.setdefault("url", part.words())
    text = fields.one_line(node.text)
    scheme, _, value = text.partition(" ")
    if scheme in ("DOI", "ISBN", "ISSN") and value:
        item.fields.setdefault(scheme, value)
    elif text.startswith("10."):
        item.fields.setdefault("DOI", text)


def _add_container(item: ZoteroItem, node: _Node) -> None:
    """Adds what an item appeared in: a journal, a book or a series. The DOI that stands there is the item's own."""
    if node.name == "bib:Series":
        item.fields.setdefault("series", node.first("dc:title"))
        item.fields.setdefault("seriesNumber", fields.one_line(node.first("dc:identifier")))
        return
    item.fields.setdefault("publicationTitle", node.first("dc:title"))
    item.fields.setdefault("volume", node.first("prism:volume"))
    item.fields.setdefault("issue", node.first("prism:number"))
    item.fields.setdefault("journalAbbreviation", node.first("dcterms:alternative"))
    for one in node.all("dc:identifier"):
        _add_identifier(item, one)
    if node.about.startswith("urn:issn:"):
        item.fields.setdefault("ISSN", node.about.removeprefix("urn:issn:"))


def _recognise(source: Input) -> int:
    head = source.head[:8192]
    if (
        not re.match(rb"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<!DOCTYPE)?", head)
        or b"RDF" not in head
    ):
        return 0
    if b"http://www.zotero.org/namespaces/export#" in head:
        return 98
    return 70 if b"http://purl.org/net/biblio#" in head else 0


FORMAT = Format(
    name="zotero-rdf",
    label="Zotero RDF",
    suffixes=(".rdf",),
    recognise=_recognise,
    read=read,
)
