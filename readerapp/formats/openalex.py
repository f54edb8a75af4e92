"""OpenAlex's JSON: one work, an answer with `results`, or lines of its snapshot.

Fields as in https://docs.openalex.org/api-entities/works/work-object. Abstracts come as an index of words to the
places where they stand.
"""

from __future__ import annotations

import re
from itertools import islice

from readerapp.formats import fields, json_answers, markup
from readerapp.formats.json_answers import details, first, identified, objects, of
from readerapp.names import Name
from readerapp.records import Format, Input, Reading, Record

_TYPES = {
    "article": "article-journal", "preprint": "article", "book-chapter": "chapter", "book": "book",
    "dissertation": "thesis", "report": "report", "dataset": "dataset", "review": "article-journal",
    "standard": "standard", "peer-review": "review", "reference-entry": "entry", "letter": "article-journal",
    "editorial": "article-journal", "software": "software",
}  # fmt: skip
_WORK = re.compile(rb'"id"\s*:\s*"https://openalex\.org/W\d+"')
_MOST_WORDS = 200_000


def read(source: Input) -> Reading:
    """Reads work by work. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "openalex", record_of, ("results",))


def record_of(work: dict[str, object]) -> Record:
    """The paper of a work. Raises ValueError, in words for the reader, when it has no title."""
    title = json_answers.title_of(work.get("title") or work.get("display_name"))
    published = fields.published(work.get("publication_date"))
    year = fields.year(work.get("publication_year")) or (int(published[:4]) if published else None)
    place = of(work, "primary_location")
    venue = of(place, "source") or work.get("host_venue")
    kind = _TYPES.get(fields.one_line(work.get("type")), "")
    if kind == "article-journal" and of(venue, "type") in ("conference", "repository"):
        kind = "paper-conference" if of(venue, "type") == "conference" else "article"
    words = [
        one.get("display_name") or one.get("keyword")
        for key in ("keywords", "topics", "concepts")
        for one in objects(work.get(key))
    ]
    ids = work.get("ids")
    record = Record(
        title=title,
        authors=_authors(work.get("authorships")),
        abstract=abstract(work.get("abstract_inverted_index")) or markup.abstract(work.get("abstract")),
        # arXiv and its like are where a paper lies, not where it appeared.
        venue="" if of(venue, "type") == "repository" else markup.one_line(of(venue, "display_name")),
        year=year,
        published=published if published and published.startswith(str(year)) else None,
        keywords=fields.keywords(words),
        identifiers=identified(
            [
                ("doi", work.get("doi") or of(ids, "doi")),
                ("pmid", of(ids, "pmid")),
                ("pmcid", of(ids, "pmcid")),
                ("openalex", fields.one_line(work.get("id")).rpartition("/")[2]),
            ]
        ),
        details=details(
            type=kind,
            volume=of(work, "biblio", "volume"),
            issue=of(work, "biblio", "issue"),
            page=json_answers.pages(of(work, "biblio", "first_page"), of(work, "biblio", "last_page")),
            publisher=of(venue, "host_organization_name") or of(venue, "publisher"),
            ISSN=of(venue, "issn_l") or first(of(venue, "issn")),
            language=work.get("language"),
        ),
    )
    for where in [place, of(work, "best_oa_location"), *objects(work.get("locations"))]:
        json_answers.linked(record, "page", of(where, "landing_page_url"))
        json_answers.linked(record, "pdf", of(where, "pdf_url"))
    return record


def abstract(index: object) -> str:
    """The text of an index of words to the places where they stand."""
    if not isinstance(index, dict):
        return ""
    placed = [
        (at, word)
        for word, places in islice(index.items(), _MOST_WORDS)
        if isinstance(word, str) and isinstance(places, list)
        for at in places[:_MOST_WORDS]
        if isinstance(at, int) and not isinstance(at, bool)
    ]
    return markup.abstract(" ".join(word for _, word in sorted(placed)[:_MOST_WORDS]))


def _authors(value: object) -> list[str]:
    found = (of(one, "author", "display_name") or one.get("raw_author_name") for one in objects(value))
    return [Name.of(name) for one in found if (name := fields.one_line(one, 500))]


def _recognise(source: Input) -> int:
    return 97 if json_answers.is_json(source.head) and _WORK.search(source.head) else 0


FORMAT = Format(
    name="openalex",
    label="OpenAlex JSON",
    suffixes=(".json", ".jsonl"),
    recognise=_recognise,
    read=read,
)
