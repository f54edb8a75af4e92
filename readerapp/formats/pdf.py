"""A PDF as a paper: what it says of itself, with the file attached.

Titles and names in a PDF's own information are often those of a template or a file, so they count when they also stand
on its first page; else the largest letters there are taken for the title. arXiv's stamp in the margin names the paper
and its date; a DOI counts when it stands on the first page, or is the only one on the first three. XMP is read as ISO
16684-1 has it, with the properties of Dublin Core and PRISM. The file itself is read in a process of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.identifiers import found_in, normalise
from readerapp.records import AttachedFile, Format, Identifier, Input, Item, Origin, Reading, Record

if TYPE_CHECKING:
    from readerapp.pdf.about import About, Line

# A larger file is attached to a paper, but no paper is made of it.
MOST_BYTES = 200_000_000

_STAMP = re.compile(r"arXiv:\s?(\S{9,24}?)(?:v\d{1,3})?\s+\[[a-zA-Z.-]{2,20}\]\s+(\d{1,2} [A-Z][a-z]{2} \d{4})")
# What programs and templates put where a title belongs.
_NO_TITLE = re.compile(
    r"untitled|no title|title|microsoft word.*|.*\.(?:docx?|tex|dvi|pdf|ps|indd|qxd|rtf|fm|pptx?)|arxiv:.*|\W*|\d+"
    r"|(?:full )?(?:paper|manuscript|template|article|main|ms|draft|preprint)\W*\d*",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"(?:^|\n)\s*(?:abstract|summary)\s*[-—–.:]*\s*(?:\n|(?<=[-—–.:])\s*|\s(?=[A-Z]))(?P<text>.{100,4000}?)"
    r"\n\s*(?:(?:1|I)\.?\s+introduction\b|introduction\s*\n|key\s?words\b|index terms\b|ccs concepts\b)",
    re.IGNORECASE | re.DOTALL,
)
_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "prism3": "http://prismstandard.org/namespaces/basic/3.0/",
    "prism1": "http://prismstandard.org/namespaces/1.2/basic/",
}
_PRISMS = ("prism", "prism3", "prism1")
_MOST_LINES_OF_TITLE = 5


def _recognise(source: Input) -> int:
    return 100 if b"%PDF-" in source.head[:1024] else 0


def read(source: Input) -> Reading:
    """One paper, with the file. Raises Refused for a file that is damaged, encrypted or too large."""
    data = source.stream.read(MOST_BYTES + 1)
    if b"%PDF-" not in data[:1024]:
        raise Refused(f"{source.name} is no PDF.", "Name its format with --format.")
    if len(data) > MOST_BYTES:
        raise Refused(
            f"{source.name} is larger than {MOST_BYTES // 1_000_000} MB.", "Add the paper, and attach the file to it."
        )
    from readerapp.pdf.extraction import look_into  # late, as pdfium is

    found = record_of(look_into(data, source.name), source.name)
    found.attachments.append(AttachedFile(source.name, data=data))

    def items() -> Iterator[Item]:
        yield found

    return Reading(Origin("pdf", source.name), items(), source.size, source.done)


def record_of(about: About, name: str) -> Record:
    """The paper a PDF called `name` is, as far as it says."""
    first = about.texts[0] if about.texts else ""
    said = _Said(about.xmp)
    stamp = _STAMP.search(first)
    identifiers = identifiers_of(about, name)
    title = _title(about, said, first, name)
    authors = fields.names(said.people or about.information.get("Author", ""))
    known = [author for author in authors if _stands(author.split()[-1], first)]
    published = None
    if stamp:
        try:
            published = datetime.strptime(stamp[2], "%d %b %Y").date().isoformat()
        except ValueError:
            published = None
    abstract = _ABSTRACT.search(first)
    return Record(
        title=title,
        authors=known,
        abstract=fields.paragraphs(" ".join(abstract["text"].split())) if abstract else "",
        published=published or fields.published(said.date[:10]) or None,
        year=fields.year((published or said.date)[:4]),
        venue=fields.one_line(said.journal, 300),
        keywords=fields.keywords(said.keywords or about.information.get("Keywords", ""))[:50],
        identifiers=identifiers,
        source="PDF",
    )


def identifiers_of(about: About, name: str = "") -> list[Identifier]:
    """What names the paper of a PDF: arXiv's stamp, the DOI it gives itself or has on its first pages, and, where there
    is neither, an arXiv id as its file is called."""
    found: dict[Identifier, None] = {}
    first = about.texts[0] if about.texts else ""
    if stamp := _STAMP.search(first):
        named = normalise("arxiv", stamp[1])
        found.update(dict.fromkeys([named] if named else []))
    own = normalise("doi", _Said(about.xmp).doi) if about.xmp else None
    in_information = (normalise("doi", value) for key, value in about.information.items() if key.lower() == "doi")
    for one in (own, *in_information):
        if one is not None:
            found[one] = None
    if not any(one.scheme == "doi" for one in found):
        by_page = [
            list(
                dict.fromkeys(
                    one.identifier for one in found_in(text) if one.identifier and one.identifier.scheme == "doi"
                )
            )
            for text in about.texts
        ]
        everywhere = list(dict.fromkeys(one for page in by_page for one in page))
        if by_page and len(by_page[0]) == 1:
            found[by_page[0][0]] = None
        elif len(everywhere) == 1:
            found[everywhere[0]] = None
    if not found and (called := normalise("arxiv", name)):
        found[called] = None
    return list(found)


def _title(about: About, said: _Said, first: str, name: str) -> str:
    given = [fields.one_line(title) for title in (said.title, about.information.get("Title", ""))]
    good = [title for title in given if len(title) > 3 and not _NO_TITLE.fullmatch(title)]
    trusted = next((title for title in good if _stands(title, first)), "")
    return trusted or _largest(about.lines) or next(iter(good), "") or fields.one_line(_stem(name)) or "PDF"


def _stem(name: str) -> str:
    return re.sub(r"\.pdf\Z", "", name, flags=re.IGNORECASE).replace("_", " ")


def _largest(lines: Sequence[Line]) -> str:
    """The lines in the largest letters on the upper part of a page that follow one another; "" when all are of one
    size."""
    upper = [line for line in lines if line.top < 500 and sum(map(str.isalpha, line.text)) > 3]
    upper = [line for line in upper if not line.text.lower().startswith("arxiv:")]
    if not upper:
        return ""
    heights = sorted(line.height for line in upper)
    largest, usual = heights[-1], heights[len(heights) // 2]
    if len(upper) > 2 and largest < usual * 1.15:
        return ""
    start = next(number for number, line in enumerate(upper) if line.height == largest)
    taken: list[str] = []
    for line in upper[start : start + _MOST_LINES_OF_TITLE]:
        if line.height < largest * 0.93:
            break
        taken.append(line.text)
    return fields.one_line(" ".join(taken), 500)


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, whatever is between their letters."""
    return bool(key := _letters(words)) and key in _letters(text)


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


class _Said:
    """What an XMP packet says; nothing for one that is none."""

    def __init__(self, packet: bytes) -> None:
        self.title = self.date = self.journal = self.doi = ""
        self.people: list[object] = []
        self.keywords: list[object] = []
        if not packet or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
            return
        try:
            root = ElementTree.fromstring(packet)
        except (ElementTree.ParseError, ValueError, RecursionError):
            return
        self.title = self._one(root, "dc:title")
        self.people = list(self._all(root, "dc:creator"))
        self.keywords = list(self._all(root, "dc:subject"))
        self.date = next((date for one in _PRISMS if (date := self._one(root, f"{one}:publicationDate"))), "")
        self.journal = next((name for one in _PRISMS if (name := self._one(root, f"{one}:publicationName"))), "")
        self.doi = next((doi for one in _PRISMS if (doi := self._one(root, f"{one}:doi"))), "")
        if not self.doi and (named := self._one(root, "dc:identifier")).lower().startswith(("doi:", "10.")):
            self.doi = named

    def _one(self, root: ElementTree.Element, name: str) -> str:
        return next(self._all(root, name), "")

    @staticmethod
    def _all(root: ElementTree.Element, name: str) -> Iterator[str]:
        prefix, _, local = name.partition(":")
        attribute = f"{{{_NAMESPACES[prefix]}}}{local}"
        for element in root.iterfind(f".//{name}", _NAMESPACES):
            listed = element.findall(".//rdf:li", _NAMESPACES)
            yield from filter(None, ((one.text or "").strip() for one in listed or [element]))
        for element in root.iterfind(".//rdf:Description", _NAMESPACES):
            if value := (element.get(attribute) or "").strip():
                yield value


FORMAT = Format(name="pdf", label="PDF file", suffixes=(".pdf",), recognise=_recognise, read=read)
