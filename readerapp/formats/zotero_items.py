"""Items as Zotero has them, and papers: for its database, its RDF and the JSON of Better BibTeX.

Names of item types, fields and creator types are those of Zotero's schema
(https://github.com/zotero/zotero-schema). What single types call otherwise goes by the name of its base field: the
"proceedingsTitle" of a conference paper and the "bookTitle" of a chapter are both a "publicationTitle".

Fields that a paper has no place for stay in `extras`, under their own names. Tags that Zotero took from a catalogue are
keywords; the reader's are tags, and so are collections, nested as they are there. That a paper has been read nothing in
Zotero says but the plugins that write "Read_Status" into the field Extra; tags such as "_read" stay tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from readerapp.formats import dates, fields, markup
from readerapp.formats.html_notes import markdown
from readerapp.formats.identifiers import find_identifiers, identifier_of_url, label, normalise
from readerapp.formats.links import relation
from readerapp.names import Name, listed
from readerapp.records import AttachedFile, HighlightRecord, Identifier, Link, MeaningRecord, Record, Status

EXTRAS = "zotero"

TYPES = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
    "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
    "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture", "forumPost": "post", "hearing": "hearing", "instantMessage": "personal_communication",
    "interview": "interview", "journalArticle": "article-journal", "letter": "personal_communication",
    "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast", "preprint": "article",
    "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
    "webpage": "webpage",
}  # fmt: skip

_BASE_WORDS = {
    "publicationTitle": (
        "proceedingsTitle bookTitle blogTitle websiteTitle forumTitle encyclopediaTitle dictionaryTitle programTitle"
    ),
    "publisher": "university institution label company distributor network studio repository",
    "type": (
        "thesisType reportType letterType manuscriptType mapType genre websiteType postType presentationType "
        "audioFileType"
    ),
    "number": (
        "reportNumber billNumber patentNumber docketNumber documentNumber publicLawNumber episodeNumber archiveID"
    ),
    "title": "caseName nameOfAct subject",
    "date": "dateEnacted dateDecided issueDate",
    "medium": "interviewMedium artworkMedium audioRecordingFormat videoRecordingFormat",
    "volume": "codeVolume reporterVolume",
    "pages": "codePages firstPage",
}
_BASES = {name: base for base, names in _BASE_WORDS.items() for name in names.split()}

# Base fields that have a CSL variable. `seriesTitle` goes before `series`, as where Zotero cites.
_DETAILS = {
    "volume": "volume", "issue": "issue", "pages": "page", "numPages": "number-of-pages",
    "numberOfVolumes": "number-of-volumes", "number": "number", "section": "section", "edition": "edition",
    "place": "publisher-place", "publisher": "publisher", "seriesTitle": "collection-title",
    "series": "collection-title", "seriesNumber": "collection-number", "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short", "language": "language", "rights": "license", "archive": "archive",
    "archiveLocation": "archive_location", "callNumber": "call-number", "libraryCatalog": "source", "medium": "medium",
    "runningTime": "dimensions", "scale": "scale", "type": "genre", "versionNumber": "version", "version": "version",
    "conferenceName": "event-title", "meetingName": "event-title", "ISSN": "ISSN", "court": "authority",
    "authority": "authority", "organization": "authority", "references": "references", "status": "status",
    "eventPlace": "event-place", "originalPlace": "original-publisher-place",
    "originalPublisher": "original-publisher", "partNumber": "part-number", "partTitle": "part-title",
    "volumeTitle": "volume-title",
}  # fmt: skip
_DATE_DETAILS = {"accessDate": "accessed", "filingDate": "submitted", "originalDate": "original-date"}
_IDENTIFIERS = {"DOI": "doi", "ISBN": "isbn", "PMID": "pmid", "PMCID": "pmcid"}
_OTHER_PEOPLE = {
    "editor": "editor", "translator": "translator", "seriesEditor": "collection-editor",
    "bookAuthor": "container-author", "reviewedAuthor": "reviewed-author", "contributor": "contributor",
    "director": "director", "interviewer": "interviewer", "recipient": "recipient", "composer": "composer",
    "producer": "producer", "performer": "performer", "scriptwriter": "script-writer", "guest": "guest",
    "podcaster": "host", "compiler": "compiler", "originalCreator": "original-author", "organizer": "organizer",
    "chair": "chair", "narrator": "narrator", "illustrator": "illustrator", "curator": "curator",
}  # fmt: skip
# The creators of an item that are its authors, of each type the first; of all others "author".
_AUTHORS = {
    "artwork": "artist", "audioRecording": "performer", "bill": "sponsor", "computerProgram": "programmer",
    "film": "director", "interview": "interviewee", "map": "cartographer", "patent": "inventor",
    "podcast": "podcaster", "presentation": "presenter", "radioBroadcast": "director", "tvBroadcast": "director",
    "videoRecording": "director",
}  # fmt: skip
_NOT_FIELDS = frozenset(["title", "date", "abstractNote", "publicationTitle", "url", "extra", "citationKey"])

# The colours of annotations in Zotero's reader, and those of ours that are next to them.
_COLOURS = {
    "#ffd400": "yellow", "#ff6666": "red", "#5fb236": "green", "#2ea8e5": "blue", "#a28ae5": "purple",
    "#e56eee": "pink", "#f19837": "orange", "#aaaaaa": "grey",
}  # fmt: skip

_LONGEST = 10_000
_LINE = re.compile(r"([A-Za-z][\w .()/-]{0,40}?)\s*[:=]\s*(\S.*)")
_MULTIPART = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:\s+(.*))?", re.DOTALL)
_STARS = re.compile("(?:\N{WHITE MEDIUM STAR}\ufe0f?){1,5}|\N{BLACK STAR}{1,5}")
_STATUSES = {
    "read": Status.READ, "in progress": Status.READING, "not reading": Status.DROPPED, "to read": Status.UNREAD,
    "new": Status.UNREAD,
}  # fmt: skip


@dataclass(slots=True)
class Creator:
    """Somebody who made something. A single name has no `given`."""

    role: str
    family: str
    given: str = ""


@dataclass(slots=True)
class ZoteroItem:
    """What is known of an item: its type, its fields by their names in Zotero or those of base fields, and what hangs
    on it. Notes are HTML; `collections` are paths with "/" between their parts."""

    kind: str
    fields: dict[str, object] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    automatic: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    files: list[AttachedFile] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    highlights: list[HighlightRecord] = field(default_factory=list)
    extras: dict[str, str] = field(default_factory=dict)
    authors: str = ""
    added: datetime | None = None
    changed: datetime | None = None


def record_of(item: ZoteroItem) -> Record:
    """The paper that an item is. Raises ValueError, in words for the reader, when it has no title."""
    named: dict[str, object] = {}
    for name, value in item.fields.items():
        base = _BASES.get(name, name)
        if base not in named:
            named[base] = value
        elif named[base] != value:
            named[name] = value
    record = Record(title=markup.one_line(named.get("title")), added=item.added, changed=item.changed)
    extra = _Extra.of(named.get("extra"))
    _identify(record, named, extra, item.links)
    if not record.title and record.identifiers:
        record.title = label(record.identifiers[0])
    if not record.title:
        raise ValueError("It has no title.")
    record.abstract = markup.abstract(named.get("abstractNote"))
    record.venue = markup.one_line(named.get("publicationTitle"))
    record.citation_key = fields.one_line(named.get("citationKey"), 500) or extra.take("citation key") or None
    record.published = _published(named.get("date"))
    record.year = int(record.published[:4]) if record.published else None
    record.details = _details(item, named, record)
    _add_people(item, record)
    record.status = _STATUSES.get(extra.take("read_status", "read status").casefold())
    record.tags = list(dict.fromkeys([*item.collections, *_plain_tags(item, record)]))
    record.keywords = fields.keywords(item.automatic)
    record.attachments = item.files
    record.highlights = item.highlights
    record.note = _note(item)
    if rest := extra.rest():
        record.details["note"] = rest
    kept = dict(_unknown(named)) | item.extras
    if item.kind not in TYPES and item.kind:
        kept["itemType"] = fields.one_line(item.kind, 100)
    if kept:
        record.extras.setdefault(EXTRAS, {}).update(kept)
    return record


def collection_part(name: object) -> str:
    """The name of a collection as a part of a nested tag."""
    return fields.one_line(name, 100).replace("/", "-")


def colour(value: object) -> str:
    """The name of our colour for one of Zotero's; "" for others."""
    return _COLOURS.get(fields.one_line(value, 20).lower(), "")


def meanings(colours: set[str]) -> Iterator[MeaningRecord]:
    """Meanings called by these colours: what each means to the reader nobody has said in Zotero."""
    return (MeaningRecord(name, name) for name in _COLOURS.values() if name in colours)


def moment(value: object) -> datetime | None:
    """A time in UTC, as Zotero stores it ("2024-01-02 03:04:05") or writes it ("2024-01-02T03:04:05Z")."""
    text = fields.one_line(value, 40)
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def highlight(
    text: object, comment: object, colour_name: str, file: str, page: int | None, number: str = ""
) -> HighlightRecord | str:
    """An annotation as a highlight in a file of this name, or, where no words are marked, as a line for the note."""
    quote = " ".join(fields.paragraphs(text, 100_000).split())
    said = fields.paragraphs(comment, 100_000).strip()
    if quote:
        return HighlightRecord(
            quote, meaning=colour_name, comment=said, target=f"attachment:{file}" if file else "abstract", page=page
        )
    where = f"p. {number}: " if number else ""
    return f"- {where}{' '.join(said.split())}" if said else ""


class _Extra:
    """The field Extra: lines "Name: value" that stand for fields the type lacks, and whatever else."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    @classmethod
    def of(cls, value: object) -> _Extra:
        if isinstance(value, list):
            value = "\n".join(line for line in value if isinstance(line, str))
        return cls(fields.paragraphs(value, 100_000).split("\n"))

    def take(self, *names: str) -> str:
        """The value of the first line with one of these names, in any capitals, which is taken out."""
        for number, line in enumerate(self._lines):
            matched = _LINE.fullmatch(line.strip())
            if matched and matched[1].strip().casefold() in names:
                del self._lines[number]
                return fields.one_line(matched[2])
        return ""

    def rest(self) -> str:
        return "\n".join(self._lines).strip()[:_LONGEST]


def _identify(record: Record, named: Mapping[str, object], extra: _Extra, item_links: list[tuple[str, str]]) -> None:
    found: dict[Identifier, None] = {}
    pairs = [(scheme, part) for name, scheme in _IDENTIFIERS.items() for part in _parts(scheme, named.get(name))]
    for name in ("doi", "arxiv", "pmid", "pmcid", "isbn"):
        pairs += ((name, part) for part in _parts(name, extra.take(name)))
    for scheme, value in pairs:
        if identifier := normalise(scheme, value):
            found[identifier] = None
        elif value:
            record.extras.setdefault(EXTRAS, {})[scheme.upper()] = value
    number = fields.one_line(named.get("number"), 200)
    if number.lower().startswith(("arxiv:", "10.")):
        found |= dict.fromkeys(find_identifiers(number))
    if url := fields.http_url(named.get("url")):
        if identifier := identifier_of_url(url):
            found[identifier] = None
        if "doi.org/" not in url:
            record.links.append(Link(relation(url), url))
    elif address := fields.one_line(named.get("url")):
        record.extras.setdefault(EXTRAS, {})["url"] = address
    for title, address in item_links:
        if (url := fields.http_url(address)) and all(link.url != url for link in record.links):
            record.links.append(Link("pdf" if title.casefold().endswith("pdf") else relation(url), url))
    record.identifiers = list(found)


def _parts(scheme: str, value: object) -> list[str]:
    text = fields.one_line(value, 1_000)
    if scheme == "isbn":
        return re.split(r"[\s,;]+(?=[\dX-]{9})", text)
    return [text] if text else []


def _published(value: object) -> str | None:
    text = fields.one_line(value, 200)
    if matched := _MULTIPART.fullmatch(text):
        year, month, day, typed = matched.groups()
        if year == "0000":
            return dates.read(typed or "")
        return dates.iso(year, *(part for part in (month, day) if part != "00"))
    return dates.read(text)


def _details(item: ZoteroItem, named: Mapping[str, object], record: Record) -> dict[str, str]:
    found = {}
    if (kind := TYPES.get(item.kind, "document")) != "document":
        found["type"] = kind
    for name, variable in _DETAILS.items():
        if (text := markup.one_line(named.get(name), _LONGEST)) and variable not in found:
            found[variable] = text
    for name, variable in _DATE_DETAILS.items():
        if text := fields.one_line(named.get(name), 200):
            found[variable] = _published(text) or text
    if (date := fields.one_line(named.get("date"), 200)) and not record.published:
        matched = _MULTIPART.fullmatch(date)
        record.extras.setdefault(EXTRAS, {})["date"] = (matched[4] or "") if matched else date
    if not record.venue and item.kind == "conferencePaper":
        record.venue = found.get("event-title", "")
    return found


def _add_people(item: ZoteroItem, record: Record) -> None:
    authors = item.authors or _AUTHORS.get(item.kind, "author")
    roles: dict[str, list[Name]] = {}
    for one in item.creators[: fields.MOST_VALUES]:
        family, given = fields.one_line(one.family, 500), fields.one_line(one.given, 500)
        if family or given:
            roles.setdefault(one.role, []).append(Name(family, given) if family else Name(given))
    record.authors.extend(roles.pop(authors, []))
    if not record.authors and authors != "author":
        record.authors.extend(roles.pop("author", []))
    for role, people in roles.items():
        if variable := _OTHER_PEOPLE.get(role):
            record.details[variable] = listed(people)
        else:
            record.extras.setdefault(EXTRAS, {})[f"creator:{fields.one_line(role, 100)}"] = listed(people)


def _plain_tags(item: ZoteroItem, record: Record) -> Iterator[str]:
    for tag in item.tags:
        name = fields.one_line(tag, 200)
        if _STARS.fullmatch(name):
            record.rating = name.count(name[0])
        elif name:
            yield name


def _note(item: ZoteroItem) -> str:
    notes = [text for html in item.notes if (text := markdown(html))]
    remarks = [line for line in item.remarks if line]
    return "\n\n---\n\n".join([*notes, *(["\n".join(remarks)] if remarks else [])])


def _unknown(named: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    known = _NOT_FIELDS | _DETAILS.keys() | _DATE_DETAILS.keys() | _IDENTIFIERS.keys()
    for name, value in named.items():
        if name not in known and (text := fields.paragraphs(value, 100_000) or fields.one_line(value)):
            yield fields.one_line(name, 100), text
