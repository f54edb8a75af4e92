"""DataCite's JSON: answers of its REST API (JSON:API, one DOI or a list), and its own metadata without that frame.

Fields as in https://schema.datacite.org/meta/kernel-4/ and https://support.datacite.org/docs/api.
"""

from __future__ import annotations

from readerapp.formats import dates, fields, json_answers, markup
from readerapp.formats.json_answers import details, first, identified, objects, of, person, texts
from readerapp.names import listed
from readerapp.records import Format, Identifier, Input, Reading, Record

_TYPES = {
    "journalarticle": "article-journal", "conferencepaper": "paper-conference", "conferenceproceeding": "book",
    "preprint": "article", "book": "book", "bookchapter": "chapter", "dissertation": "thesis", "report": "report",
    "dataset": "dataset", "software": "software", "computationalnotebook": "software", "standard": "standard",
    "peerreview": "review", "datapaper": "article-journal", "image": "graphic", "interactiveresource": "webpage",
    "audiovisual": "motion_picture", "film": "motion_picture", "sound": "song", "text": "document",
}  # fmt: skip
# Of relations, those between forms of one paper.
_SAME = ("IsVariantFormOf", "IsIdenticalTo", "IsVersionOf")
_PUBLISHED = ("Issued", "Submitted", "Available", "Created")


def read(source: Input) -> Reading:
    """Reads DOI by DOI. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "datacite", record_of, ("data",))


def record_of(value: dict[str, object]) -> Record:
    """The paper of a DOI's metadata. Raises ValueError, in words for the reader, when it has no title."""
    while isinstance(inner := value.get("data") or value.get("attributes"), dict):
        value = inner
    title = json_answers.title_of(_title(value))
    types = value.get("types")
    kind = fields.one_line(of(types, "citeproc")) or _TYPES.get(
        fields.one_line(of(types, "resourceTypeGeneral")).casefold(), ""
    )
    container = value.get("container")
    published = _published(value)
    contributors = objects(value.get("contributors"))
    publisher = value.get("publisher")
    record = Record(
        title=title,
        authors=people(value.get("creators")),
        abstract=next(
            (
                markup.abstract(one.get("description"))
                for one in objects(value.get("descriptions"))
                if one.get("descriptionType") in ("Abstract", None)
            ),
            "",
        ),
        venue=markup.one_line(of(container, "title")),
        year=int(published[:4]) if published else None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords([markup.one_line(one.get("subject")) for one in objects(value.get("subjects"))]),
        identifiers=_identifiers(value),
        details=details(
            type="article" if kind == "article-journal" and not of(container, "title") else kind,
            volume=of(container, "volume"),
            issue=of(container, "issue"),
            page=json_answers.pages(of(container, "firstPage"), of(container, "lastPage")),
            publisher=of(publisher, "name") if isinstance(publisher, dict) else publisher,
            ISSN=of(container, "identifier") if of(container, "identifierType") == "ISSN" else "",
            language=value.get("language"),
            version=value.get("version"),
            editor=listed(people([one for one in contributors if one.get("contributorType") == "Editor"])),
        ),
    )
    json_answers.linked(record, "page", value.get("url"))
    return record


def people(value: object) -> list[str]:
    """The people and bodies of a list of creators: "Last, First" where they are not divided."""
    found = []
    for one in objects(value):
        family, given = one.get("familyName"), one.get("givenName")
        name = fields.one_line(one.get("name") or one.get("creatorName"), 500)
        if not family and one.get("nameType") != "Organizational" and name.count(",") == 1:
            family, _, given = (part.strip() for part in name.partition(","))
        found.append(person(family, given) if family else person(name))
    return [name for name in found if name]


def _title(value: dict[str, object]) -> str:
    titles = objects(value.get("titles"))
    main = next((one for one in titles if not one.get("titleType")), titles[0] if titles else {})
    title = markup.one_line(main.get("title"))
    subtitle = next((markup.one_line(one.get("title")) for one in titles if one.get("titleType") == "Subtitle"), "")
    return f"{title}: {subtitle}" if title and subtitle else title


def _published(value: dict[str, object]) -> str | None:
    """When it came out: the date that says so, if it is of the year of publication; else that year."""
    year = dates.iso(value.get("publicationYear"))
    found = {fields.one_line(one.get("dateType")): dates.read(one.get("date")) for one in objects(value.get("dates"))}
    for kind in _PUBLISHED:
        if (date := found.get(kind)) and date.startswith(year or ""):
            return date
    return year


def _identifiers(value: dict[str, object]) -> list[Identifier]:
    pairs: list[tuple[str, object]] = [("doi", value.get("doi") or value.get("DOI"))]
    for one in objects(value.get("identifiers")) + objects(value.get("alternateIdentifiers")):
        scheme = first(one.get("identifierType") or one.get("alternateIdentifierType")).casefold()
        if scheme in ("doi", "arxiv", "isbn", "pmid"):
            pairs.append((scheme, one.get("identifier") or one.get("alternateIdentifier")))
    for one in objects(value.get("relatedIdentifiers")):
        scheme = first(one.get("relatedIdentifierType")).casefold()
        if scheme in ("arxiv", "pmid", "doi") and first(one.get("relationType")) in _SAME:
            pairs += [(scheme, text) for text in texts(one.get("relatedIdentifier"))]
    return identified(pairs)


def _recognise(source: Input) -> int:
    head = source.head
    if not json_answers.is_json(head) or not json_answers.has(head, "titles"):
        return 0
    return 97 if json_answers.has(head, "creators") and (b'"doi"' in head or b'"dois"' in head) else 0


FORMAT = Format(
    name="datacite",
    label="DataCite JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
