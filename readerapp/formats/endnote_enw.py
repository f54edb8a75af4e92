"""EndNote's tagged format (ENW, also called Refer/BibIX): lines of a per cent sign, one character, a blank and a value.

Tags as EndNote's manual lists them. A record begins with %0 and ends at a blank line or where the next begins; a value
goes on in lines without a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readerapp.formats import csl, dates, fields, markup
from readerapp.formats.identifiers import find_identifiers
from readerapp.formats.json_answers import details, identified, linked
from readerapp.formats.links import relation
from readerapp.formats.text_lines import lines, or_nothing
from readerapp.names import Name, listed
from readerapp.records import Format, Input, Item, Origin, Reading, Record, Skipped, decode

# EndNote's names of types of references.
TYPES = {
    "journal article": "article-journal", "electronic article": "article-journal",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper", "book": "book", "electronic book": "book", "edited book": "book",
    "ancient text": "classic", "classical work": "classic", "book section": "chapter",
    "electronic book section": "chapter", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "conference proceeding": "paper-conference", "thesis": "thesis",
    "report": "report", "government document": "report", "standard": "standard", "patent": "patent",
    "web page": "webpage", "website": "webpage", "electronic source": "webpage", "blog": "post-weblog",
    "dataset": "dataset", "online database": "dataset", "aggregated database": "dataset",
    "computer program": "software", "manuscript": "manuscript", "unpublished work": "manuscript", "preprint": "article",
    "case": "legal_case", "statute": "legislation", "legal rule or regulation": "regulation", "bill": "bill",
    "hearing": "hearing", "map": "map", "artwork": "graphic", "chart or table": "graphic", "equation": "graphic",
    "figure": "figure", "audiovisual material": "motion_picture", "film or broadcast": "motion_picture",
    "video": "motion_picture", "music": "song", "personal communication": "personal_communication",
    "interview": "interview", "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary",
    "pamphlet": "pamphlet", "serial": "periodical",
}  # fmt: skip
_TAG = re.compile(r"%([A-Z0-9@!#$&()*+?\[\]<>=~^.:'\"-])(?:[ \t](.*)|)\Z", re.DOTALL)
_ISSN = re.compile(r"(?<![\dX-])\d{4}-?\d{3}[\dX](?![\dX-])", re.I)
_MOST_CHARACTERS = 64 * 2**20

Values = dict[str, list[str]]


def read(source: Input) -> Reading:
    """Reads record by record; one without a title is Skipped with the line it begins at."""
    return Reading(Origin("enw", source.name), or_nothing(_items(source)), source.size, source.done)


def record_of(values: Values) -> Record:
    """The paper of a record's values by their tags. Raises ValueError, in words for the
    reader, when it has no title."""
    kind = TYPES.get(_first(values, "0").casefold(), "")
    title = markup.one_line(_first(values, "T") or _first(values, "B"))
    if not title:
        raise ValueError("It has no title.")
    year = dates.read(_first(values, "D"))
    published = dated(year, _first(values, "8"))
    numbers = " ".join(values.get("@", ()))
    issn = _ISSN.search(numbers)
    venue = next((_first(values, tag) for tag in ("J", "B") if values.get(tag)), "")
    record = Record(
        title=title,
        authors=list(people(values.get("A", ()))),
        abstract=markup.abstract(_first(values, "X")),
        venue=markup.one_line(venue) if values.get("T") else "",
        year=int((year or published or "0")[:4]) or None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords([word for text in values.get("K", ()) for word in re.split(r"[\n;]", text)]),
        identifiers=identified([
            *(("doi", text) for text in values.get("R", ())),
            ("pmid", _first(values, "M") if "medline" in _first(values, "~").lower() else ""),
            ("pmcid", _first(values, "2")),
        ]),
        citation_key=fields.one_line(_first(values, "F"), 500) or None,
        details=details(
            type=kind,
            volume=_first(values, "V"),
            issue=_first(values, "N"),
            page=_first(values, "P"),
            publisher=_first(values, "I"),
            publisher_place=_first(values, "C"),
            ISSN=issn[0] if issn else "",
            language=_first(values, "G"),
            edition=_first(values, "7"),
            genre=_first(values, "9"),
            title_short=_first(values, "!"),
            call_number=_first(values, "L"),
            number_of_volumes=_first(values, "6"),
            section=_first(values, "&"),
            source=_first(values, "~"),
            accessed=dates.read(_first(values, "[")) or _first(values, "["),
            collection_title=_first(values, "S"),
            editor=listed(people(values.get("E", ()))),
            collection_editor=listed(people(values.get("Y", ()))),
            translator=listed(people(values.get("?", ()))),
        ),
        note="\n\n".join(fields.storable(text) for text in values.get("Z", ())),
    )  # fmt: skip
    add_isbns(record, numbers)
    for url in " ".join(values.get("U", ())).split():
        linked(record, relation(url), url)
    for url in " ".join(values.get(">", ())).split():
        linked(record, "pdf", url)
    for text in values.get("M", ()):
        record.identifiers += [one for one in find_identifiers(text) if one not in record.identifiers]
    return record


def people(values: Iterable[str]) -> Iterator[Name]:
    """Names as EndNote has them: "Lovelace, Ada", "King, Martin, Jr.", "A Body Without Persons,", "Ada Lovelace"."""
    for value in values:
        for text in value.split("\n"):
            family, *rest = fields.one_line(text, 500).split(",", 2)
            if family:
                yield Name(family.strip(), *map(str.strip, rest)) if rest else Name.of(family)


def add_isbns(record: Record, numbers: str) -> None:
    """Adds the ISBNs of a field that may also have an ISSN; see `csl.add_isbn`."""
    parts = (fields.one_line(text) for text in re.split(r"[;,\r\n]|\s(?=97[89])", numbers))
    csl.add_isbn(record, (text for text in parts if text and not _ISSN.match(text)))


def dated(year: str | None, day: str) -> str | None:
    """The date of a year and of what stands beside it, such as "May 12" or a whole date."""
    found = dates.read(day) or (dates.read(f"{day} {year[:4]}") if year and day else None)
    return found if found and (not year or found.startswith(year[:4])) else year


def _first(values: Values, tag: str) -> str:
    found = values.get(tag)
    return found[0] if found else ""


def _items(source: Input) -> Iterator[Item]:
    values: dict[str, list[list[str]]] = {}
    began = length = 0
    last: list[str] = []
    blank = False
    for number, line in enumerate(lines(source.stream), start=1):
        found = _TAG.match(line)
        if found is None:
            blank = blank or not line.strip()
            if began and length < _MOST_CHARACTERS:
                length += len(line) + 50
                last.append(line)
            continue
        tag, value = found[1], found[2] or ""
        if began and (tag == "0" or (blank and tag not in values and tag in "AT" and "T" in values)):
            yield _item(values, began, length)
            values, began, length = {}, 0, 0
        blank = False
        began = began or number
        length += len(value) + 50
        if length < _MOST_CHARACTERS:
            last = [value]
            values.setdefault(tag, []).append(last)
    if began:
        yield _item(values, began, length)


def _item(values: dict[str, list[list[str]]], began: int, length: int) -> Item:
    if length >= _MOST_CHARACTERS:
        return Skipped(f"line {began}", f"It is longer than {_MOST_CHARACTERS // 2**20} MB.")
    whole = {
        tag: [text for parts in found[: fields.MOST_VALUES] if (text := "\n".join(parts).strip())]
        for tag, found in values.items()
    }
    try:
        return record_of(whole)
    except ValueError as error:
        return Skipped(f"line {began}", str(error))


def _recognise(source: Input) -> int:
    head = decode(source.head[:4096]).lstrip()
    if not head.startswith("%"):
        return 0
    tags = [found[1] for line in head.split("\n") if (found := _TAG.match(line))]
    if tags[:1] == ["0"]:
        return 94
    return 80 if tags[:1] in (["A"], ["T"]) and {"A", "T", "D"} <= set(tags) else 0


FORMAT = Format(
    name="enw",
    label="EndNote tagged (ENW, Refer)",
    suffixes=(".enw",),
    recognise=_recognise,
    read=read,
)
