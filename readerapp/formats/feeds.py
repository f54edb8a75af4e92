"""RSS and Atom as far as they hold papers: the tables of contents that journals and servers publish.

RSS 0.9 to 2.0, Atom 0.3 and 1.0, with Dublin Core and PRISM (https://www.w3.org/Submission/2020/SUBM-prism-20200910/).
An entry is taken for a paper when it has an identifier of one, or says who wrote it; others are named and passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from readerapp.formats import dates, fields, markup, xml_entries
from readerapp.formats.identifiers import find_identifiers, identifier_of_url, normalise
from readerapp.formats.json_answers import details, linked, pages
from readerapp.formats.xml_entries import first, text, texts
from readerapp.names import Name
from readerapp.records import Format, Identifier, Input, Origin, Reading, Record

_DATES = ("prism.publicationDate", "prism.coverDate", "dc.date", "published", "issued", "pubDate", "updated")
_ABSTRACTS = ("summary", "description", "content.encoded", "content", "dcterms.abstract")


def read(source: Input) -> Reading:
    """Reads entry by entry. Raises Refused for a file that defines entities."""
    found = xml_entries.entries(source, "entry", "item")
    return Reading(Origin("feed", source.name), xml_entries.items(found, record_of), source.size, source.done)


def record_of(entry: Element) -> Record:
    """The paper of an entry. Raises ValueError, in words for the reader, when it is none."""
    title = markup.one_line(xml_entries.markup(entry.find("title")))
    # Titles of Atom and RSS may be markup that is written as text.
    title = markup.one_line(first(entry, "title")) or title or markup.one_line(first(entry, "dc.title", "prism.title"))
    if not title:
        raise ValueError("It has no title.")
    addresses = list(_addresses(entry))
    identifiers = list(_identifiers(entry, addresses))
    authors = _authors(entry)
    if not identifiers and not authors:
        raise ValueError(f"Nothing in “{fields.one_line(title, 80)}” says that it is a paper.")
    published = next(
        (
            date
            for path in (
                "prism.publicationDate",
                "prism.coverDate",
                "dc.date",
                "published",
                "issued",
                "pubDate",
                "updated",
            )
            if (date := dates.read(first(entry, path)))
        ),
        None,
    )
    venue = markup.one_line(first(entry, "prism.publicationName", "dc.source"))
    record = Record(
        title=title,
        authors=authors,
        abstract=markup.abstract(_longest(entry, *_ABSTRACTS)),
        venue=venue,
        year=int(published[:4]) if published else None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords([
            word for one in entry.iterfind("category") if (word := markup.one_line(one.get("term") or text(one)))
        ] + texts(entry, "dc.subject")),
        identifiers=identifiers,
        details=details(
            volume=first(entry, "prism.volume"),
            issue=first(entry, "prism.number"),
            page=pages(first(entry, "prism.startingPage"), first(entry, "prism.endingPage")),
            ISSN=first(entry, "prism.issn", "prism.eIssn"),
            publisher=first(entry, "dc.publisher"),
            type="article-journal" if venue and (first(entry, "prism.volume") or first(entry, "prism.issn")) else "",
        ),
    )  # fmt: skip
    linked(record, "page", *addresses)
    linked(
        record, "pdf", *(link.get("href") for link in entry.iterfind("link") if link.get("type") == "application/pdf")
    )
    return record


def _addresses(entry: Element) -> Iterator[str]:
    for link in entry.iterfind("link"):
        if link.get("rel", "alternate") == "alternate" and link.get("type") != "application/pdf":
            yield link.get("href") or text(link).strip()
    yield from texts(entry, "prism.url")


def _identifiers(entry: Element, addresses: list[str]) -> Iterator[Identifier]:
    found: dict[Identifier | None, None] = {}
    for doi in texts(entry, "prism.doi"):
        found[normalise("doi", doi)] = None
    for path in ("dc.identifier", "id", "guid"):
        for given in texts(entry, path):
            found |= dict.fromkeys(find_identifiers(given[:2000]))
    found |= {identifier_of_url(url): None for url in addresses}
    yield from (one for one in found if one)


def _authors(entry: Element) -> list[str]:
    """Each in an element of its own, or all in one."""
    listed = texts(entry, "author/name") or texts(entry, "dc.creator") or texts(entry, "author")
    names = [markup.one_line(name, fields.LONGEST_ABSTRACT) for name in listed]
    if len(names) == 1:
        return [Name.of(name) for name in fields.names(names[0])]
    return [Name.of(name) for name in fields.names(names)]


def _longest(entry: Element, *paths: str) -> str:
    found = [(text(one).strip() or xml_entries.markup(one)) for path in paths for one in entry.iterfind(path)]
    return max(found, key=len, default="")


def _recognise(source: Input) -> int:
    root = xml_entries.root_name(source.head)
    if root in ("feed", "rss"):
        return 92
    return 90 if root == "RDF" and b"purl.org/rss/1.0/" in source.head else 0


FORMAT = Format(
    name="feed",
    label="RSS or Atom feed",
    suffixes=(".xml", ".rss", ".atom"),
    recognise=_recognise,
    read=read,
)
