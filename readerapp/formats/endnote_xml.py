"""EndNote's XML: records whose values are wrapped in elements of style.

Elements as EndNote writes them, and Zotero, Mendeley and Rayyan after it. What is in italics or bold becomes plain,
superscripts and subscripts become characters. Attached files are named by `internal-pdf://`; they are not in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from readerapp.formats import dates, fields, markup, xml_entries
from readerapp.formats.endnote_enw import TYPES, add_isbns, dated, people
from readerapp.formats.identifiers import find_identifiers
from readerapp.formats.json_answers import details, identified, linked
from readerapp.formats.links import relation
from readerapp.formats.xml_entries import first, texts
from readerapp.names import Name, listed
from readerapp.records import Format, Input, Origin, Reading, Record

_ISSN = re.compile(r"(?<![\dX-])\d{4}-?\d{3}[\dX](?![\dX-])", re.I)
_SCRIPTS = {"superscript": "sup", "subscript": "sub"}
_ADDRESSES = {"related-urls": "page", "web-urls": "page", "text-urls": "page", "pdf-urls": "pdf"}
_BEGINS = re.compile(rb"<records>|<record>|<ref-type\b", re.I)


def read(source: Input) -> Reading:
    """Reads record by record. Raises Refused for a file that defines entities."""
    found = xml_entries.entries(source, "record")
    return Reading(Origin("endnote-xml", source.name), xml_entries.items(found, record_of), source.size, source.done)


def record_of(entry: Element) -> Record:
    """The paper of a record. Raises ValueError, in words for the reader, when it has no title."""
    for style in entry.iter("style"):
        style.tag = next((tag for face, tag in _SCRIPTS.items() if face in style.get("face", "")), "span")
    kind_of = entry.find("ref-type")
    kind = TYPES.get(fields.one_line("" if kind_of is None else kind_of.get("name") or kind_of.text).casefold(), "")
    title = _line(entry, "titles/title")
    if not title:
        raise ValueError("It has no title.")
    year = dates.read(first(entry, "dates/year"))
    published = dated(year, first(entry, "dates/pub-dates/date"))
    numbers = first(entry, "isbn")
    issn = _ISSN.search(numbers)
    record = Record(
        title=title,
        authors=list(_people(entry, "authors")),
        abstract=_paragraphs(entry, "abstract"),
        venue=_line(entry, "titles/secondary-title", "periodical/full-title", "titles/alt-title"),
        year=int((year or published or "0")[:4]) or None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords([markup.one_line(word) for word in texts(entry, "keywords/keyword")]),
        identifiers=identified([
            ("doi", first(entry, "electronic-resource-num")),
            ("pmcid", first(entry, "custom2")),
            ("pmid", first(entry, "accession-num") if _of_medline(entry) else ""),
        ]),
        citation_key=fields.one_line(first(entry, "label"), 500) or None,
        details=details(
            type=kind,
            volume=first(entry, "volume"),
            issue=first(entry, "number"),
            page=first(entry, "pages"),
            publisher=_line(entry, "publisher"),
            publisher_place=_line(entry, "pub-location"),
            ISSN=issn[0] if issn else "",
            language=first(entry, "language"),
            edition=first(entry, "edition"),
            genre=first(entry, "work-type"),
            section=first(entry, "section"),
            call_number=first(entry, "call-num"),
            number_of_volumes=first(entry, "num-vols"),
            source=first(entry, "remote-database-name"),
            accessed=dates.read(first(entry, "access-date")) or first(entry, "access-date"),
            title_short=_line(entry, "titles/short-title"),
            container_title_short=_line(entry, "periodical/abbr-1"),
            collection_title=_line(entry, "titles/tertiary-title"),
            editor=listed(_people(entry, "secondary-authors")),
            collection_editor=listed(_people(entry, "tertiary-authors")),
            translator=listed(_people(entry, "translated-authors")),
        ),
        note="\n\n".join(filter(None, (_paragraphs(entry, name) for name in ("notes", "research-notes")))),
    )  # fmt: skip
    add_isbns(record, numbers)
    if record.details.get("container-title-short") == record.venue:
        del record.details["container-title-short"]
    for kind_of_url, rel in (
        ("related-urls", "page"),
        ("web-urls", "page"),
        ("text-urls", "page"),
        ("pdf-urls", "pdf"),
    ):
        for text in texts(entry, f"urls/{kind_of_url}/url"):
            for url in text.split():
                linked(record, rel if rel == "pdf" else relation(url), url)
    for one in find_identifiers(first(entry, "accession-num")):
        if one not in record.identifiers:
            record.identifiers.append(one)
    return record


def _of_medline(entry: Element) -> bool:
    return "medline" in first(entry, "remote-database-name").lower()


def _people(entry: Element, kind: str) -> Iterator[Name]:
    return people(texts(entry, f"contributors/{kind}/author"))


def _line(entry: Element, *paths: str) -> str:
    """The first of these with a text, on one line."""
    return next((found for path in paths if (found := markup.one_line(xml_entries.markup(entry.find(path))))), "")


def _paragraphs(entry: Element, path: str) -> str:
    return markup.plain(xml_entries.markup(entry.find(path)).replace("\r\n", "\n").replace("\r", "\n"))


def _recognise(source: Input) -> int:
    if xml_entries.root_name(source.head) not in ("xml", "records", "record") or not _BEGINS.search(source.head):
        return 0
    return 96 if b"<ref-type" in source.head or b"<contributors" in source.head or b"<titles" in source.head else 60


FORMAT = Format(
    name="endnote-xml",
    label="EndNote XML",
    suffixes=(".xml",),
    recognise=_recognise,
    read=read,
)
