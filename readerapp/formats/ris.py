"""RIS, in and out: lines of two letters, two blanks, a hyphen, a blank and a value, from TY to ER.

Tags and types as in the format's description of 2011 and as Zotero, Mendeley, EndNote, JabRef and publishers write
them. Read are also records without ER, one blank or tabs around the hyphen, any line ends and encodings, lines above
the first record, and values that go on in further lines.

Tags that a paper has no place for stay in `extras`, and so do values that say the same as what would be written here in
another form: they are given back as they were as long as they still say the same as the paper. What of a paper no tag
is for stands where other programs show it: identifiers under AN ("arXiv:1705.08741"), tags of the reader among the
keywords, the address of code that does not look it under C6 ("code: https://…").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import IO

from readerapp.formats import csl, dates, fields, markup
from readerapp.formats.identifiers import find_identifiers, identifier_of_url, label, normalise
from readerapp.formats.links import relation
from readerapp.formats.text_lines import lines, or_nothing
from readerapp.names import Name, from_list, listed
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped, decode

EXTRAS = "ris"

_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal", "JFULL": "article-journal",
    "MGZN": "article-magazine", "NEWS": "article-newspaper", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CLSWK": "book", "SER": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "STAND": "standard",
    "UNPB": "manuscript", "UNPD": "manuscript", "INPR": "manuscript", "MANSCPT": "manuscript", "PAMP": "pamphlet",
    "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset", "DBASE": "dataset",
    "AGGR": "dataset", "COMP": "software", "PAT": "patent", "CASE": "legal_case", "LEGAL": "legal_case",
    "STAT": "legislation", "BILL": "bill", "UNBILL": "bill", "HEAR": "hearing", "MAP": "map", "ART": "graphic",
    "CHART": "graphic", "FIGURE": "figure", "SOUND": "song", "MUSIC": "song", "VIDEO": "motion_picture",
    "MPCT": "motion_picture", "ADVS": "motion_picture", "MULTI": "motion_picture", "SLIDE": "speech",
    "PCOMM": "personal_communication", "ICOMM": "personal_communication", "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
}  # fmt: skip
# The tag for each type: the first above, but where another one is what programs expect.
_TAGS = {kind: tag for tag, kind in reversed(_TYPES.items())} | {
    "manuscript": "MANSCPT", "webpage": "ELEC", "article": "UNPB", "entry": "ENCYC", "post": "ELEC", "review": "JOUR",
    "review-book": "JOUR", "periodical": "JFULL", "collection": "SER", "regulation": "STAT", "treaty": "STAT",
    "interview": "VIDEO", "broadcast": "VIDEO", "performance": "VIDEO", "musical_score": "MUSIC", "classic": "CLSWK",
}  # fmt: skip
_PREPRINT = "Preprint"
_BOOKS = frozenset({"book", "collection"})
_CHAPTERS = frozenset({"chapter", "paper-conference", "entry", "entry-encyclopedia", "entry-dictionary"})

# Details that are the value of one tag.
_DETAILS = {
    "VL": "volume", "IS": "issue", "PB": "publisher", "CY": "publisher-place", "LA": "language", "ET": "edition",
    "T3": "collection-title", "ST": "title-short", "CN": "call-number", "DB": "source", "NV": "number-of-volumes",
    "M1": "number", "SE": "section", "J2": "container-title-short",
}  # fmt: skip
_VENUES = ("T2", "JF", "JO", "JA", "J2")
_ORDER = (
    "TY", "TI", "AU", "T2", "J2", "T3", "ST", "A2", "A3", "A4", "PY", "DA", "VL", "IS", "M1", "SP", "EP", "SE", "NV",
    "ET", "PB", "CY", "SN", "DO", "UR", "L1", "AN", "C6", "KW", "AB", "N1", "LA", "DB", "CN", "M3", "Y2", "ID",
)  # fmt: skip

# As it should be, and as it is found; a hyphen with one blank before it also begins a line of running text.
_TAG = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*)|\s*)\Z", re.DOTALL)
_LOOSE_TAG = re.compile(r"([A-Z][A-Z0-9])[ \t]{0,6}-(?:[ \t]+(.*)|)\Z", re.DOTALL)
_BEGINS = re.compile(rf"(TY)[ \t]{{0,6}}-[ \t]{{0,4}}({'|'.join(_TYPES)}|GEN)\s*")
_FIRST = re.compile(r"TY[ \t]{0,6}-[ \t]{0,4}[A-Za-z]")
_HTML = re.compile(r"\s*<(?:p|div|h\d|ul|ol|blockquote)(?:\s[^<>]*)?>", re.I)
_LIKE_A_TAG = re.compile(r" *[A-Z][A-Z0-9][ \t]{0,6}-(?:[ \t]|\Z)")
_ESCAPED_TAG = re.compile(r" +[A-Z][A-Z0-9][ \t]{0,6}-(?:[ \t]|\Z)")
_PAGES = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")
_SCHEME = re.compile(r"([A-Za-z]{2,20}):\s?(?!//)(\S.*)")
_RELATED = re.compile(r"(page|pdf|code): (\S+)")
_ISSN = re.compile(r"(?<![\dX-])\d{4}-?\d{3}[\dX](?![\dX-])", re.I)
_DOI_ALONE = re.compile(r"(?:doi\s?:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.I)
_BETWEEN_ADDRESSES = re.compile(r";\s+|;(?=https?:)|\s+")
# A record longer than this is passed over: its lines are waiting in memory.
_MOST_CHARACTERS = 64 * 2**20

# Tags of which one says what another leaves open: what was in them is given back together or not at all.
_TOGETHER = (
    ("TI", "T1", "CT"), ("AU", "A1"), ("T2", "JF", "JO", "BT", "JA", "J2"), ("PY", "Y1", "DA"), ("AB", "N2"),
    ("SP", "EP"), ("A2", "A3", "ED"), ("A4", "TA"), ("TY", "M3"),
    ("DO", "UR", "L1", "L2", "L3", "LK", "C2", "C6", "AN", "SN"),
)  # fmt: skip

Tags = dict[str, list[str]]


def read(source: Input) -> Reading:
    """Reads record by record; one without a title is Skipped with the line it begins at."""
    return Reading(Origin("ris", source.name), or_nothing(_items(source)), source.size, source.done)


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes the papers among the items."""
    for item in items:
        if isinstance(item, Record):
            tags = tags_of(item)
            for tag in (*_ORDER, *(tag for tag in tags if tag not in _ORDER)):
                for value in tags.get(tag, ()):
                    stream.write(f"{tag}  - {_safe(value)}\n")
            stream.write("ER  - \n\n")


def record_of(tags: Tags) -> Record:
    """The paper of a record's values by their tags. Raises ValueError, in words for the
    reader, when it has no title."""
    record = _read(tags)
    written = _written(record)
    kept = {tag: _joined(tag, values) for tag, values in tags.items() if values != written.get(tag)}
    # What would be written and was not there.
    kept |= {tag: "" for tag in written if tag not in tags}
    if kept:
        record.extras[EXTRAS] = kept
    return record


def tags_of(record: Record) -> Tags:
    """The values by their tags that make a paper's record."""
    written = _written(record)
    kept = record.extras.get(EXTRAS)
    if not kept:
        return written
    parted = {tag: _parted(tag, text) for tag, text in kept.items() if _TAG.match(f"{tag}  - ")}
    said = _read(written)
    everything = {**written, **parted}
    if not csl.agrees(_read, everything, said, record):
        everything = written
        for group in (*_TOGETHER, *((tag,) for tag in parted if not any(tag in group for group in _TOGETHER))):
            changed = {**everything, **{tag: parted[tag] for tag in group if tag in parted}}
            if csl.agrees(_read, changed, said, record):
                everything = changed
    return {tag: values for tag, values in everything.items() if values}


# Lines to records


def _items(source: Input) -> Iterator[Item]:
    # Where a record begins, and its values; the last tag; how long it is.
    tags: Tags = {}
    began = length = 0
    pattern = _LOOSE_TAG
    last: list[str] = []
    number = 0
    for number, line in enumerate(lines(source.stream), start=1):
        found = pattern.match(line) or (_BEGINS.fullmatch(line) if line.startswith("TY") else None)
        if found is None:
            if began and last:
                length += len(line) + 50
                if length < _MOST_CHARACTERS:
                    last.append(line)
            continue
        tag, value = found.groups()
        if tag == "ER":
            if began:
                yield _item(tags, began, length)
            tags, began, length, last = {}, 0, 0, []
            pattern = _LOOSE_TAG
            continue
        if tag == "TY":
            if began:
                yield _item(tags, began, length)
            tags, began, length = {}, number, 0
            # In a record that begins as it should, a line that only looks like a tag is none.
            pattern = _TAG if line.startswith("TY  - ") else _LOOSE_TAG
        elif not began:
            began = number
        value = value or ""
        length += len(value) + 50
        if length < _MOST_CHARACTERS:
            # A value is the list of its lines until the record ends.
            last = [value]
            tags.setdefault(tag, []).append(last)  # type: ignore[arg-type]
    if began:
        yield _item(tags, began, length)


def _item(tags: Mapping[str, list[list[str]]] | Tags, began: int, length: int) -> Item:
    if length >= _MOST_CHARACTERS:
        return Skipped(f"line {began}", f"It is longer than {_MOST_CHARACTERS // 2**20} MB.")
    whole = {tag: [_value(tag, value) for value in values[: fields.MOST_VALUES]] for tag, values in tags.items()}
    try:
        return record_of({tag: values for tag, values in whole.items() if any(values)})
    except ValueError as error:
        return Skipped(f"line {began}", str(error))


def _value(tag: str, value: list[str] | str) -> str:
    """A value of one line, or of all its lines."""
    first, more = value[0], value[1:]
    if not more:
        return first.strip()
    more = [line[1:] if _ESCAPED_TAG.match(line) else line for line in more]
    if tag in ("AB", "N1", "N2", "KW", "AU", "A1"):
        return "\n".join([first, *more]).strip()
    return " ".join(" ".join([first, *more]).split())


def _safe(value: str) -> str:
    """A value none of whose lines can be taken for a tag of its own."""
    if "\n" not in value:
        return value
    first, *more = value.split("\n")
    return "\n".join([first, *(f" {line}" if _LIKE_A_TAG.match(line) else line for line in more)])


def _joined(tag: str, values: list[str]) -> str:
    """Values as they stand in the file, without the first tag."""
    return fields.storable(f"\n{tag}  - ".join(map(_safe, values)))


def _parted(tag: str, text: str) -> list[str]:
    values: list[list[str]] = []
    if not text:
        return []
    for line in f"{tag}  - {text}".split("\n"):
        found = _TAG.match(line)
        if found and found[1] == tag:
            values.append([found[2] or ""])
        elif values:
            values[-1].append(line)
    return [_value("N1", value) for value in values]


# Records to papers


def _read(tags: Tags) -> Record:
    kind = _TYPES.get(_first(tags, "TY").upper(), "")
    genres = tags.get("M3", [])
    if kind == "manuscript" and _PREPRINT in genres:
        kind = "article"
    used = "TI"
    title = ""
    for used in ("TI", "T1", "CT", *(("BT", "T2") if kind in _BOOKS else ()), "ST"):
        if title := _line(tags, used):
            break
    if not title:
        raise ValueError("It has no title.")
    venue = next((found for tag in _VENUES if tag != used and (found := _line(tags, tag))), "")
    if kind in _CHAPTERS:
        venue = _line(tags, "T2") or _line(tags, "BT") or venue
    published = dates.read(_first(tags, "DA"))
    year = dates.read(_first(tags, "PY") or _first(tags, "Y1")) or published
    if not published and year and len(year) > 4:
        published = year
    record = Record(
        title=title,
        authors=list(_people([*tags.get("AU", ()), *tags.get("A1", ())])),
        abstract=markup.abstract(_first(tags, "AB") or _first(tags, "N2")),
        venue=venue,
        year=int(year[:4]) if year else None,
        published=published,
        keywords=_keywords(tags.get("KW", ())),
        citation_key=fields.one_line(_first(tags, "ID"), 500) or None,
        details=_details(tags, kind, used, venue),
        note="\n\n".join(
            note for text in tags.get("N1", ()) if not _DOI_ALONE.fullmatch(text) and (note := _note(text))
        ),
    )
    _identify(record, tags)
    return record


def _details(tags: Tags, kind: str, title_from: str, venue: str) -> dict[str, str]:
    found = {"type": kind}
    for tag, name in _DETAILS.items():
        if tag in tags and tag != title_from:
            found[name] = _line(tags, tag)
    short = found.get("container-title-short") or _line(tags, "JA")
    found["container-title-short"] = short if short != venue else ""
    begin, end = _line(tags, "SP"), _line(tags, "EP")
    found["page"] = f"{begin}-{end}" if begin and end and begin != end and "-" not in begin else begin or end
    found["ISSN"] = next((issn for text in tags.get("SN", ()) for issn in _ISSN.findall(text)), "")
    accessed = _first(tags, "Y2")
    found["accessed"] = dates.read(accessed) or fields.one_line(accessed)
    editors, series = ("A3", "A2") if kind in _BOOKS else ("A2", "A3")
    found["editor"] = listed(_people([*tags.get("ED", ()), *tags.get(editors, ())]))
    found["collection-editor"] = listed(_people(tags.get(series, ())))
    found["translator"] = listed(_people([*tags.get("A4", ()), *tags.get("TA", ())]))
    genres = [genre for genre in tags.get("M3", ()) if not _DOI_ALONE.fullmatch(genre) and genre != _PREPRINT]
    found["genre"] = markup.one_line(genres[0]) if genres else ""
    return {name: text for name, text in found.items() if text}


def _identify(record: Record, tags: Tags) -> None:
    found: dict[Identifier, None] = {}
    links: dict[str, Link] = {}
    pairs = [("doi", text) for text in tags.get("DO", ())]
    pairs += [("doi", text) for text in tags.get("M3", ()) if _DOI_ALONE.fullmatch(text)]
    pairs += [("pmcid", text) for text in tags.get("C2", ())]
    for text in tags.get("AN", ()):
        if labelled := _SCHEME.fullmatch(text):
            pairs.append((labelled[1], labelled[2]))
        elif text.isdigit() and _first(tags, "DB").casefold() in ("pubmed", "medline"):
            pairs.append(("pmid", text))
    for scheme, text in pairs:
        if text and (named := normalise(scheme, fields.one_line(text))):
            found[named] = None
    for tag, rel in (("UR", "page"), ("LK", "page"), ("L2", "page"), ("L1", "pdf")):
        for text in tags.get(tag, ()):
            for url in _addresses(text):
                if identifier := identifier_of_url(url):
                    found[identifier] = None
                if "doi.org/" not in url:
                    links.setdefault(url, Link(rel if rel == "pdf" else relation(url), url))
    for text in tags.get("C6", ()):
        if (related := _RELATED.fullmatch(text)) and (address := fields.http_url(related[2])):
            links[address] = Link(related[1], address)
    if not any(one.scheme == "doi" for one in found):
        for text in (*tags.get("L3", ()), *tags.get("N1", ())):
            if _DOI_ALONE.fullmatch(text):
                found |= dict.fromkeys(find_identifiers(text))
    record.identifiers = list(found)
    record.links = list(links.values())
    csl.add_isbn(record, (markup.one_line(text) for text in tags.get("SN", ()) if not _ISSN.match(text)))


def _addresses(text: str) -> list[str]:
    """The addresses of a value: several are parted by semicolons, or come one to a line."""
    parts = _BETWEEN_ADDRESSES.split(text) if ";" in text or " " in text or "\n" in text else [text]
    return [url for part in parts if (url := fields.http_url(part))]


def _first(tags: Tags, tag: str) -> str:
    values = tags.get(tag)
    return values[0] if values else ""


def _line(tags: Tags, tag: str) -> str:
    values = tags.get(tag)
    return _said(values[0]) if values else ""


@lru_cache(500)
def _said(value: str) -> str:
    """One line of plain text; most are short and come again, such as venues and volumes."""
    return markup.one_line(value)


def _note(text: str) -> str:
    """A note; Zotero's are HTML."""
    return markup.plain(text) if _HTML.match(text) else fields.storable(text)


def _people(values: Iterable[str]) -> Iterator[Name]:
    for value in values:
        for text in value.split("\n") if "\n" in value else value.split(";") if ";" in value else (value,):
            family, *rest = fields.one_line(text, 500).split(",", 2)
            if family:
                # A body has a comma behind its name, as in EndNote; without any comma a name is as read aloud.
                yield Name(family.rstrip(), *map(str.strip, rest)) if rest else Name.of(family)


def _keywords(values: Iterable[str]) -> list[str]:
    words = [part for value in values for line in value.split("\n") for part in line.split(";")]
    return fields.keywords(words)


# Papers to records


def _written(record: Record) -> Tags:
    details = record.details
    kind = details.get("type", "")
    tags: Tags = {"TY": [_TAGS.get(kind, "GEN")], "TI": [_text(record.title)]}
    if record.authors:
        tags["AU"] = [_person(name) for name in record.authors]
    if record.venue:
        tags["T2"] = [_text(record.venue)]
    if record.year:
        tags["PY"] = [str(record.year)]
    if record.published:
        year, month, day = (*record.published.split("-"), "", "")[:3]
        tags["DA"] = [f"{year}/{month}/{day}/"]
    for tag, name in _DETAILS.items():
        if text := details.get(name):
            tags[tag] = [_text(text)]
    if page := details.get("page"):
        parts = _PAGES.fullmatch(page)
        tags["SP"], ends = ([parts[1]], [parts[2]]) if parts else ([_text(page)], [])
        if ends:
            tags["EP"] = ends
    editors, series = ("A3", "A2") if kind in _BOOKS else ("A2", "A3")
    for tag, name in ((editors, "editor"), (series, "collection-editor"), ("A4", "translator")):
        if text := details.get(name):
            tags[tag] = [_person(person) for person in from_list(text)]
    if accessed := details.get("accessed"):
        tags["Y2"] = [f"{'/'.join((*accessed.split('-'), '', '')[:3])}/" if fields.published(accessed) else accessed]
    genres = [_PREPRINT] if kind == "article" else []
    genres += [_text(genre) for genre in [details.get("genre")] if genre]
    if genres:
        tags["M3"] = genres
    _write_identifiers(record, tags)
    keywords = fields.keywords([*record.keywords, *record.tags])
    if keywords:
        tags["KW"] = keywords
    if record.abstract:
        abstract = record.abstract.strip()
        tags["AB"] = [abstract if markup.abstract(abstract) == abstract else markup.escaped(abstract)]
    if record.note.strip():
        note = record.note.strip()
        tags["N1"] = [f"<p>{markup.escaped(note)}</p>" if _HTML.match(note) else note]
    if record.citation_key:
        tags["ID"] = [record.citation_key]
    return tags


def _write_identifiers(record: Record, tags: Tags) -> None:
    others = []
    for one in record.identifiers:
        if one.scheme == "doi" and "DO" not in tags:
            tags["DO"] = [one.value]
        elif one.scheme == "isbn" and record.details.get("type") not in csl.PARTS:
            tags.setdefault("SN", []).append(one.value)
        else:
            others.append(label(one))
    if others:
        tags["AN"] = others
    for name in ("ISBN", "ISSN"):
        if number := record.details.get(name):
            tags.setdefault("SN", []).append(_text(number))
    for link in record.links:
        named = identifier_of_url(link.url)
        plain = (link.rel == "pdf" or relation(link.url) == link.rel) and _addresses(link.url) == [link.url]
        if not plain or "doi.org/" in link.url or (named and named not in record.identifiers):
            tags.setdefault("C6", []).append(f"{link.rel}: {link.url}")
        else:
            tags.setdefault("L1" if link.rel == "pdf" else "UR", []).append(link.url)


def _person(name: str) -> str:
    parted = Name.of(name)
    if parted.given or parted.suffix:
        return ", ".join(filter(None, (parted.family, parted.given or " ", parted.suffix)))
    return f"{parted.family}," if " " in parted.family or "," in parted.family else parted.family


def _text(text: str) -> str:
    return text if _said(text) == text else markup.escaped(fields.one_line(text))


def _recognise(source: Input) -> int:
    if b"TY" not in source.head or b"-" not in source.head:
        return 0
    beginning = decode(source.head).split("\n")
    for number, line in enumerate(beginning):
        if _FIRST.match(line):
            # Publishers put a few lines above the first record.
            others = sum(bool(_LOOSE_TAG.match(other)) for other in beginning[number + 1 : number + 10])
            return 96 if number < 50 and (others or number == 0) else 60 if others else 0
    return 0


FORMAT = Format(
    name="ris",
    label="RIS",
    suffixes=(".ris",),
    recognise=_recognise,
    read=read,
    write=write,
)
