"""arXiv's Atom and RSS: answers of its API, and the feeds of its listings.

As in https://info.arxiv.org/help/api/user-manual.html and https://info.arxiv.org/help/rss_specifications.html, and as
they were before. The API answers an error with an entry. In a feed of a listing the date is that of the announcement:
when a paper first came is in its id, to the month; its description begins with what is announced; its authors are one
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from readerapp.formats import dates, fields, markup, xml_entries
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.xml_entries import first, text, texts
from readerapp.names import Name
from readerapp.records import Format, Identifier, Input, Link, Origin, Reading, Record

_ARXIV_IN_TITLE = re.compile(r"\s*\(arXiv:[^()]{5,40}\)\s*\Z")
_ANNOUNCED = re.compile(r"\A\s*(?:arXiv:\S+\s+)?(?:Announce Type:\s*\S+\s+)?(?:Abstract:\s*)?")
_OAI = re.compile(r"oai:arXiv\.org:(\S+)", re.I)
_NO_NAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "inc", "inc."})
_FIRST_YEAR = 91
_AN_ENTRY = re.compile(rb"<(?:entry|item)[\s>]")


def read(source: Input) -> Reading:
    """Reads entry by entry. Raises Refused for a file that defines entities."""
    found = xml_entries.entries(source, "entry", "item")
    return Reading(Origin("arxiv-atom", source.name), xml_entries.items(found, record_of), source.size, source.done)


def record_of(entry: Element) -> Record:
    """The paper of an entry. Raises ValueError, in words for the reader, for an error of the API and for an entry
    without a title."""
    if "/api/errors" in first(entry, "id"):
        words = fields.one_line(first(entry, "summary"), 200) or "no reason given"
        raise ValueError(f"arXiv answered with an error: {words.rstrip('.')}.")
    title = markup.one_line(_ARXIV_IN_TITLE.sub("", first(entry, "title")))
    if not title:
        raise ValueError("It has no title.")
    arxiv = _id(entry)
    announced = _ANNOUNCED.sub("", first(entry, "summary", "description"))
    published = dates.read(first(entry, "published")) if entry.tag == "entry" and _of_api(entry) else None
    published = published or (_month(arxiv) if arxiv else None)
    dois = [text_ for path in ("arxiv.doi", "arxiv.DOI") for part in texts(entry, path) for text_ in part.split()]
    identifiers = [arxiv, *(normalise("doi", doi.rstrip(",;")) for doi in dois)]
    record = Record(
        title=title,
        authors=_authors(entry),
        abstract=" ".join(markup.abstract(announced).split()),
        venue=markup.one_line(first(entry, "arxiv.journal_ref", "arxiv.journal_reference")),
        year=int(published[:4]) if published else None,
        published=published,
        keywords=fields.keywords(_categories(entry)),
        identifiers=list(dict.fromkeys(one for one in identifiers if one)),
    )
    if not record.venue:
        record.details["type"] = "article"
    if arxiv:
        record.links = [
            Link("page", f"https://arxiv.org/abs/{arxiv.value}"),
            Link("pdf", f"https://arxiv.org/pdf/{arxiv.value}"),
        ]
    return record


def _of_api(entry: Element) -> bool:
    """Entries of listings have the date of the announcement there."""
    return entry.find("arxiv.announce_type") is None and not _OAI.match(first(entry, "id"))


def _id(entry: Element) -> Identifier | None:
    for given in (first(entry, "id"), first(entry, "guid"), first(entry, "link"), *_addresses(entry)):
        matched = _OAI.search(given)
        if found := normalise("arxiv", matched[1] if matched else given.replace("arxiv.org/api/", "arxiv.org/abs/")):
            return found
        if (found := identifier_of_url(given)) and found.scheme == "arxiv":
            return found
    return None


def _addresses(entry: Element) -> Iterator[str]:
    for link in entry.iterfind("link"):
        yield link.get("href", "")
    yield entry.get("rdf.about", "") or entry.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")


def _authors(entry: Element) -> list[str]:
    listed = [markup.one_line(name, 500) for name in texts(entry, "author/name")]
    if len(listed) > 1 or (listed and "," not in listed[0]):
        return [Name.of(name) for name in listed if name]
    creators = [markup.one_line(one, fields.LONGEST_ABSTRACT) for one in texts(entry, "dc.creator")] or listed
    found: list[str] = []
    for part in ", ".join(creators).split(","):
        if (name := fields.one_line(part, 500)) and found and name.lower() in _NO_NAMES:
            found[-1] += f" {name}"
        elif name:
            found.append(name)
    return [Name.of(name) for name in found[: fields.MOST_VALUES]]


def _categories(entry: Element) -> list[str]:
    return [found for one in entry.iterfind("category") if (found := one.get("term") or text(one).strip())]


def _month(arxiv: Identifier) -> str | None:
    digits = arxiv.value.rpartition("/")[2]
    century = 19 if "/" in arxiv.value and int(digits[:2]) >= _FIRST_YEAR else 20
    return dates.iso(f"{century}{digits[:2]}", digits[2:4])


def _recognise(source: Input) -> int:
    head = source.head
    if xml_entries.root_name(head) not in ("feed", "rss", "RDF"):
        return 0
    begins = _AN_ENTRY.search(head)
    above = head[: begins.start() if begins else len(head)]
    ours = b"//arxiv.org/" in above or b"//export.arxiv.org/" in above or b"//rss.arxiv.org/" in above
    return 97 if ours or b"arxiv.org/schemas/atom" in above else 0


FORMAT = Format(
    name="arxiv-atom",
    label="Feed or API answer of arXiv (Atom, RSS)",
    suffixes=(".xml", ".atom", ".rss"),
    recognise=_recognise,
    read=read,
)
