"""Items of CSL-JSON and papers: one to the other, for the formats that hold such items and for citing.

The names of variables are those of CSL 1.0.2 and its schema for data
(https://github.com/citation-style-language/schema). A paper's `details` are such variables, as texts: people as
`names.listed` writes them, dates as ISO 8601 ("2020-05", "2020/2021"), or as they were given where they are no dates.

What a paper has and CSL has no place for stands under `custom`, the extension point of the schema: tags, status,
rating, notes, files, further identifiers, links and keywords, and that the type is only a guess. What an item has and a
paper has no place for stays in `extras`, as JSON texts by their keys, those under `custom` as "custom.key". So does a
value that says the same as what would be written here in another form ("nocase" in a title, a date as text): it is
given back as it was, as long as it still says the same as the paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from readerapp.formats import dates, fields, markup
from readerapp.formats.identifiers import find_identifiers, identifier_of_url, label, normalise
from readerapp.formats.json_answers import objects, person, texts
from readerapp.formats.links import relation
from readerapp.names import Name, from_list, listed
from readerapp.records import Identifier, Link, Record, Status

EXTRAS = "csljson"

_TYPES_WORDS = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case "
    "legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance "
    "periodical personal_communication post post-weblog regulation report review review-book software song speech "
    "standard thesis treaty webpage"
)
TYPES = frozenset(_TYPES_WORDS.split())
_NAMES_WORDS = (
    "chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
)
NAMES = frozenset(_NAMES_WORDS.split())
DATES = frozenset(["accessed", "available-date", "event-date", "original-date", "submitted"])
_TEXTS_WORDS = (
    "archive archive_collection archive_location archive-place authority call-number chapter-number citation-label "
    "collection-number collection-title container-title-short dimensions division edition event-place event-title "
    "genre ISSN issue jurisdiction language license medium number number-of-pages number-of-volumes "
    "original-publisher original-publisher-place original-title page page-first part-number part-title printing-number "
    "publisher publisher-place references reviewed-genre reviewed-title scale section source status "
    "supplement-number title-short version volume volume-title year-suffix"
)
TEXTS = frozenset(_TEXTS_WORDS.split())
# What is a part of something that has an ISBN has none of its own.
PARTS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia", "article-journal"})
_LONG_TEXTS = frozenset({"annote", "note"})
# Former names, and those that citeproc-js knows besides.
_ALIASES = {"event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
_IDENTIFIERS = {"DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}

_FACTS = (
    "title", "authors", "abstract", "venue", "year", "published", "keywords", "identifiers", "links", "citation_key",
    "tags", "note", "rating", "status",
)  # fmt: skip
_T = TypeVar("_T")

_LONGEST = 10_000
_OUR_KEY = "readerapp:"
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_EDTF = re.compile(rf"[.\s]*/?\s*({_DAY})[?~%]?(?:\s*/\s*(?:({_DAY})[?~%]?|[.\s]*))?")
_ISO = re.compile(rf"{_DAY}(?:/{_DAY})?")
_CONFERENCE = re.compile(
    r"\b(?:conference|proceedings|proc\.|workshop|symposium|meeting)\b|\A[A-Z]{3,}[A-Za-z0-9 /'-]{0,12}\Z"
)
_ARXIV_LINE = re.compile(r"(?im)^\s*(?:eprint\s*:\s*)?arxiv(?:\s*id)?\s*:\s*(\S+)")
# Keys of which one says what another leaves open: what was in them is given back together or not at all.
_TOGETHER = (
    ("issued", "available-date"),
    ("id", "citation-key", "citekey"),
    ("keyword", "custom.keywords"),
    ("type", "custom.guessed"),
    (
        "DOI",
        "PMID",
        "PMCID",
        "ISBN",
        "URL",
        "number",
        "archive",
        "archive_location",
        "custom.identifiers",
        "custom.links",
    ),
    *((name, alias) for alias, name in _ALIASES.items()),
)


def record_of(item: Mapping[str, object]) -> Record:
    """The paper of an item. Raises ValueError, in words for the reader, when it has no title."""
    record = _read(item)
    written = _flat(item_of(record, "", with_extras=False))
    given = {key: value for key, value in _flat(item).items() if value is not None}
    if isinstance(given.get("id"), str) and str(given["id"]).startswith(_OUR_KEY):
        given["id"] = written["id"]
    # What would be written and was not there is null.
    kept = {key: value for key, value in given.items() if written.get(key) != value} | {
        key: None for key in written if key not in given
    }
    if kept:
        record.extras[EXTRAS] = {
            fields.storable(key)[:_LONGEST]: fields.storable(json.dumps(value, ensure_ascii=False))
            for key, value in kept.items()
            if key
        }
    return record


def item_of(record: Record, key: str = "", *, with_extras: bool = True) -> dict[str, object]:
    """The item of a paper. `key` is its id when it has neither a citation key nor an identifier."""
    item = _written(record, key)
    kept = record.extras.get(EXTRAS) if with_extras else None
    return (
        _with(record, item, {name: found for name, text in kept.items() for found in _loaded(text)}) if kept else item
    )


def kind(record: Record) -> str:
    """The CSL type of a paper; where it is not known, what its venue and identifiers make likely."""
    if known := record.details.get("type"):
        return known
    if record.venue:
        return "paper-conference" if _CONFERENCE.search(record.venue) else "article-journal"
    return "article" if any(one.scheme in ("arxiv", "openreview") for one in record.identifiers) else "document"


def add_isbn(record: Record, values: Iterable[str]) -> None:
    """Adds what stands where an ISBN should: an identifier of a book, else a detail."""
    for text in filter(None, values):
        isbn = None if record.details.get("type") in PARTS else normalise("isbn", text)
        if isbn is None:
            record.details.setdefault("ISBN", text)
        elif isbn not in record.identifiers:
            record.identifiers.append(isbn)


# From item to paper


def _read(item: Mapping[str, object]) -> Record:
    title = markup.one_line(item.get("title"))
    if not title:
        raise ValueError("It has no title.")
    custom = item.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    issued = date_text(item.get("issued"))
    published = _first_date(issued)
    available = _first_date(date_text(item.get("available-date")))
    year = int(published[:4]) if published else None
    if published and len(published) == 4:
        # The year of an issue, and when the text first appeared.
        published = available
    record = Record(
        title=title,
        authors=list(_people(item.get("author"))),
        abstract=markup.abstract(item.get("abstract")),
        venue=markup.one_line(item.get("container-title")),
        year=year or (int(available[:4]) if available else None),
        published=published or available,
        keywords=_keywords(item, custom),
        citation_key=_citation_key(item),
        details=dict(_details(item)),
        tags=fields.keywords(custom.get("tags")),
        note="\n\n".join(filter(None, map(fields.storable, _listed(custom.get("notes"))))),
        rating=rating if isinstance(rating := custom.get("rating"), int) and 1 <= rating <= 5 else None,
    )
    try:
        record.status = Status.from_word(fields.one_line(custom.get("status")))
    except KeyError:
        record.status = None
    _identify(record, item, custom)
    return record


def _details(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        name = _ALIASES.get(key, key)
        if name in TEXTS:
            text = markup.one_line(value, _LONGEST)
        elif name in NAMES:
            text = listed(_people(value))
        elif name in DATES and not (name == "available-date" and _first_date(date_text(value))):
            text = date_text(value)
        elif name in _LONG_TEXTS:
            text = markup.plain(value)
        elif name == "type":
            custom = item.get("custom")
            guessed = texts(custom.get("guessed")) if isinstance(custom, dict) else []
            text = "" if "type" in guessed else fields.one_line(value, 100)
        else:
            continue
        if text and (name == key or name not in item):
            yield name, text


def _identify(record: Record, item: Mapping[str, object], custom: Mapping[str, object]) -> None:
    found: dict[Identifier, None] = {}
    for key, scheme in _IDENTIFIERS.items():
        for text in fields.one_line(item.get(key)).split():
            if identifier := normalise(scheme, text):
                found[identifier] = None
    for text in texts(custom.get("identifiers")):
        scheme, _, value = text.partition(":")
        if identifier := normalise(scheme, value):
            found[identifier] = None
    archive = " ".join(fields.one_line(item.get(key), 200) for key in ("archive", "archive_location", "number"))
    if "arxiv" in archive.lower():
        found |= dict.fromkeys(one for one in find_identifiers(archive) if one.scheme == "arxiv")
    if isinstance(note := item.get("note"), str) and "arxiv" in note[:_LONGEST].lower():
        for line in _ARXIV_LINE.findall(note[:_LONGEST]):
            if identifier := normalise("arxiv", line):
                found[identifier] = None
    links: dict[str, Link] = {}
    if url := fields.http_url(item.get("URL")):
        if identifier := identifier_of_url(url):
            found[identifier] = None
        if "doi.org/" not in url:
            links[url] = Link(relation(url), url)
    for one in objects(custom.get("links")):
        if (url := fields.http_url(one.get("url"))) and one.get("rel") in ("page", "pdf", "code"):
            links[url] = Link(str(one["rel"]), url)
    for file in texts(custom.get("files")):
        if url := fields.http_url(file):
            links[url] = Link("pdf", url)
    record.identifiers = list(found)
    record.links = list(links.values())
    if numbers := markup.one_line(item.get("ISBN")):
        # Several are parted by blanks or commas; one may have blanks too.
        several = numbers.replace(",", " ").split()
        add_isbn(record, several if any(normalise("isbn", one) for one in several) else [numbers])


def _people(value: object) -> Iterator[Name]:
    for one in objects(value):
        if literal := markup.one_line(one.get("literal"), 500):
            yield Name(literal)
            continue
        family = [markup.one_line(one.get(part), 500) for part in ("non-dropping-particle", "family")]
        given = [markup.one_line(one.get(part), 500) for part in ("given", "dropping-particle")]
        # A particle that is an apostrophe away from its name: d' Alembert.
        joined = " ".join(filter(None, family))
        if family[0].endswith(("'", "’", "-")):
            joined = "".join(family)
        if name := person(joined, " ".join(filter(None, given)), one.get("suffix")):
            yield name


def _keywords(item: Mapping[str, object], custom: Mapping[str, object]) -> list[str]:
    if isinstance(listed_words := custom.get("keywords"), list):
        return fields.keywords(listed_words)
    words = item.get("keyword")
    return fields.keywords(markup.one_line(words, fields.LONGEST_ABSTRACT) if isinstance(words, str) else words)


def _citation_key(item: Mapping[str, object]) -> str | None:
    """What people cite the item by; an id that other programs or this one made up is none."""
    if key := fields.one_line(item.get("citation-key") or item.get("citekey"), 500):
        return key
    key = item.get("id")  # type: ignore[assignment]
    if not isinstance(key, str) or not (key := fields.one_line(key, 500)) or key.isdigit():
        return None
    made_up = key.startswith((_OUR_KEY, "http://", "https://")) or " " in key
    return None if made_up or any(label(one) == key for one in find_identifiers(key)) or normalise("doi", key) else key


def date_text(value: object) -> str:
    """A date of CSL-JSON as a text: ISO 8601, two with a slash for a range, else as it is given; "" for none."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _iso_range(fields.one_line(value, 200))
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    found = [date for one in parts[:2] if (date := dates.of_parts(one))] if isinstance(parts, list) else []
    if found:
        return "/".join(found)
    return _iso_range(fields.one_line(value.get("raw") or value.get("literal") or value.get("edtf"), 200))


def _iso_range(text: str) -> str:
    if matched := _EDTF.fullmatch(text):
        # Months from 21 on are seasons.
        ends = [dates.read(end) or "" for end in matched.groups() if end]
        return "/".join(ends)
    read = dates.read(text)
    # What a text says beyond its year is not always understood: "Summer 2020".
    return read if read and len(read) > 4 else text


def _first_date(text: str) -> str | None:
    return fields.published(text.partition("/")[0]) or dates.read(text)


def _listed(value: object) -> list[object]:
    return value[: fields.MOST_VALUES] if isinstance(value, list) else [value]


# From paper to item


def _written(record: Record, key: str) -> dict[str, object]:
    item: dict[str, object] = {"id": _id(record, key), "type": kind(record), "title": _escaped(record.title)}
    if record.authors:
        item["author"] = [_person(Name.of(name)) for name in record.authors]
    year = str(record.year or "")
    published = record.published or ""
    if year or published:
        item["issued"] = _date(published if published.startswith(year) else year)
    if published and not published.startswith(year):
        item["available-date"] = _date(published)
    if record.venue:
        item["container-title"] = _escaped(record.venue)
    for name, text in record.details.items():
        if name in NAMES:
            item[name] = [_person(one) for one in from_list(text)]
        elif name in DATES:
            item[name] = _date(text)
        elif name in _LONG_TEXTS:
            item[name] = _escaped_paragraphs(text)
        elif name in TEXTS:
            item[name] = _escaped(text)
    if record.abstract:
        item["abstract"] = _escaped_paragraphs(record.abstract)
    custom: dict[str, object] = {}
    if record.keywords:
        item["keyword"] = _escaped("; ".join(record.keywords))
        if _keywords(item, {}) != record.keywords:
            custom["keywords"] = record.keywords
    _write_identifiers(record, item, custom)
    if record.tags:
        custom["tags"] = record.tags
    if record.status is not None:
        custom["status"] = record.status.word
    if record.rating:
        custom["rating"] = record.rating
    if record.note:
        custom["notes"] = [record.note]
    if "type" not in record.details:
        custom["guessed"] = ["type"]
    if custom:
        item["custom"] = custom
    return item


def _write_identifiers(record: Record, item: dict[str, object], custom: dict[str, object]) -> None:
    schemes = {scheme: key for key, scheme in _IDENTIFIERS.items()}
    if isbn := record.details.get("ISBN"):
        item["ISBN"] = _escaped(isbn)
    elif record.details.get("type") not in PARTS:
        schemes["isbn"] = "ISBN"
    others = []
    for one in record.identifiers:
        name = schemes.get(one.scheme)
        if name and name not in item:
            item[name] = one.value
        else:
            others.append(f"{one.scheme}:{one.value}")
    if others:
        custom["identifiers"] = others
    page = next((link for link in record.links if _is_plain(link, record)), None)
    if page:
        item["URL"] = page.url
    files = [link.url for link in record.links if link.rel == "pdf"]
    if files:
        custom["files"] = files
    rest = [link for link in record.links if link.rel != "pdf" and link is not page]
    if rest:
        custom["links"] = [{"rel": link.rel, "url": link.url} for link in rest]


def _is_plain(link: Link, record: Record) -> bool:
    """Whether reading this address under `URL` gives this link and no identifier that the paper has not."""
    named = identifier_of_url(link.url)
    return (
        link.rel == "page"
        and relation(link.url) == "page"
        and "doi.org/" not in link.url
        and (named is None or named in record.identifiers)
    )


def _id(record: Record, key: str) -> str:
    if record.citation_key:
        return record.citation_key
    for scheme in ("doi", "arxiv"):
        for one in record.identifiers:
            if one.scheme == scheme:
                return label(one)
    return f"{_OUR_KEY}{record.id or key}"


def _person(name: Name) -> dict[str, object]:
    if not name.given and not name.suffix:
        return {"literal": _escaped(name.family)}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: _escaped(text) for part, text in parts.items() if text}


def _date(text: str) -> dict[str, object]:
    if not _ISO.fullmatch(text):
        return {"literal": text}
    return {"date-parts": [[int(part) for part in end.split("-")] for end in text.split("/")]}


def _escaped(text: str) -> str:
    """A text so that nothing in it is taken for markup."""
    return text if markup.one_line(text, _LONGEST) == text else markup.escaped(text)


def _escaped_paragraphs(text: str) -> str:
    return text if markup.abstract(text) == text else markup.escaped(text)


# What is kept as it was


def _flat(item: Mapping[str, object]) -> dict[str, object]:
    """An item with what stands under `custom` beside the rest."""
    flat = dict(item)
    if isinstance(custom := flat.get("custom"), dict):
        del flat["custom"]
        flat |= {f"custom.{key}": value for key, value in custom.items()}
    return flat


def _nested(flat: Mapping[str, object]) -> dict[str, object]:
    item: dict[str, object] = {}
    custom: dict[str, object] = {}
    for key, value in flat.items():
        if value is None:
            continue
        if key.startswith("custom."):
            custom[key.removeprefix("custom.")] = value
        else:
            item[key] = value
    return {**item, "custom": custom} if custom else item


def _with(record: Record, item: dict[str, object], kept: dict[str, object]) -> dict[str, object]:
    """An item with values as they were in its source, as far as it still says the same."""
    said = _read(item)
    flat = _flat(item)
    everything = _nested({**flat, **kept})
    if agrees(_read, everything, said, record):
        return everything
    for keys in (*_TOGETHER, *((key,) for key in kept if not any(key in group for group in _TOGETHER))):
        changed = {**flat, **{key: kept[key] for key in keys if key in kept}}
        if agrees(_read, _nested(changed), said, record):
            flat = changed
    return _nested(flat)


def agrees(read: Callable[[_T], Record], entry: _T, said: Record, record: Record) -> bool:
    """Whether an entry, when it is read, says in each field what a paper says, or what `said` does: the paper as it is
    after being written and read."""
    try:
        found = read(entry)
    except ValueError:
        return False
    return all(
        (value := getattr(found, name)) == getattr(said, name) or value == getattr(record, name) for name in _FACTS
    ) and all(
        (text := found.details.get(name)) == said.details.get(name) or text == record.details.get(name)
        for name in {**found.details, **said.details}
    )


def _loaded(text: str) -> Iterator[object]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        return
