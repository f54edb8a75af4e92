"""Crossref's JSON: answers of its REST API, one work or a list of works, and files of its public data.

Fields as in https://api.crossref.org/swagger-ui/index.html. Dates may be `[[null]]`, abstracts are JATS, titles have
HTML, DOIs come in any capitals. A chapter or a conference paper names its volume last, after the series.
"""

from __future__ import annotations

import re

from readerapp.formats import csl, dates, fields, json_answers, markup
from readerapp.formats.json_answers import details, first, identified, objects, of, person, texts
from readerapp.names import listed
from readerapp.records import Format, Identifier, Input, Reading, Record

_TYPES = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference", "posted-content": "article",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter", "reference-entry": "entry",
    "book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book", "proceedings": "book",
    "dissertation": "thesis", "report": "report", "report-component": "report", "dataset": "dataset",
    "database": "dataset", "standard": "standard", "peer-review": "review", "software": "software",
}  # fmt: skip
_TITLES = re.compile(rb'"title"\s*:\s*\[')
_KEYS = (b'"is-referenced-by-count"', b'"indexed"', b'"deposited"', b'"member"')
_MORE = ("given", "suffix")
_DATES = ("issued", "published", "published-print", "published-online", "posted", "created")


def read(source: Input) -> Reading:
    """Reads work by work. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "crossref", record_of, ("items",), within="message")


def record_of(work: dict[str, object]) -> Record:
    """The paper of a work. Raises ValueError, in words for the reader, when it has no title."""
    title = json_answers.title_of(first(work.get("title")) or first(work.get("container-title")))
    subtitle = markup.one_line(first(work.get("subtitle")))
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    kind = _TYPES.get(fields.one_line(work.get("type")), "")
    containers = [name for one in texts(work.get("container-title")) if (name := markup.one_line(one)) != title]
    published = next((date for key in _DATES if (date := dates.of_parts(_parts(work.get(key))))), None)
    record = Record(
        title=title,
        authors=people(work.get("author")),
        abstract=markup.abstract(work.get("abstract")),
        venue=containers[-1 if kind in ("chapter", "paper-conference") else 0] if containers else "",
        year=int(published[:4]) if published else None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords(texts(work.get("subject"))),
        identifiers=_identifiers(work),
        details=details(
            type=kind,
            volume=work.get("volume"),
            issue=work.get("issue") or of(work, "journal-issue", "issue"),
            page=work.get("page") or work.get("article-number"),
            publisher=work.get("publisher"),
            publisher_place=work.get("publisher-location"),
            ISSN=first(work.get("ISSN")),
            language=work.get("language"),
            edition=work.get("edition-number"),
            editor=listed(people(work.get("editor"))),
            translator=listed(people(work.get("translator"))),
            event_title=of(work, "event", "name"),
            event_place=of(work, "event", "location"),
            container_title_short=first(work.get("short-container-title")),
            collection_title=containers[0] if kind in ("chapter", "paper-conference") and len(containers) > 1 else "",
        ),
    )
    csl.add_isbn(record, texts(work.get("ISBN")))
    json_answers.linked(record, "page", of(work, "resource", "primary", "URL"), work.get("URL"))
    for link in objects(work.get("link")):
        if link.get("content-type") == "application/pdf":
            json_answers.linked(record, "pdf", link.get("URL"))
    return record


def people(value: object) -> list[str]:
    """The people and bodies of a list of contributors."""
    found = (
        person(*(markup.one_line(part, 500) for part in (one.get("family") or one.get("name"), *map(one.get, _MORE))))
        for one in objects(value)
    )
    return [name for name in found if name]


def _parts(value: object) -> object:
    parts = of(value, "date-parts")
    return parts[0] if isinstance(parts, list) and parts else None


def _identifiers(work: dict[str, object]) -> list[Identifier]:
    pairs: list[tuple[str, object]] = [("doi", work.get("DOI"))]
    # A preprint and what is published of it are one paper.
    for relation in ("has-preprint", "is-preprint-of", "is-version-of"):
        for one in objects(of(work, "relation", relation)):
            scheme = fields.one_line(one.get("id-type")).casefold()
            if scheme in ("doi", "arxiv"):
                pairs.append((scheme, one.get("id")))
    return identified(pairs)


def _recognise(source: Input) -> int:
    head = source.head
    if not json_answers.is_json(head):
        return 0
    if b'"message-type"' in head and json_answers.has(head, "message"):
        return 98
    works = json_answers.has(head, "DOI", "type") and _TITLES.search(head)
    return 96 if works and any(key in head for key in _KEYS) else 0


FORMAT = Format(
    name="crossref",
    label="Crossref JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
