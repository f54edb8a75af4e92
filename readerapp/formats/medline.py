"""MEDLINE (nbib) as PubMed and other databases give it out: tags of up to four letters, a hyphen, a value.

Tags as in https://www.nlm.nih.gov/bsd/mms/medlineelements.html. A value goes on in lines that begin with six blanks,
records are parted by blank lines; not every database begins them with PMID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readerapp.formats import csl, dates, fields, markup
from readerapp.formats.json_answers import details, identified
from readerapp.formats.text_lines import lines, or_nothing
from readerapp.names import Name, listed
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped, decode

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*)|\s*)\Z", re.DOTALL)
_FIRST = re.compile(r"(?:\A|\n)\s*(?:PMID- {0,2}\d|OWN - \w|(?:PMID|STAT|DCOM|LR ) ?- )")
_LABELLED = re.compile(r"(\S+)\s*\[(\w+)\]")
_SUFFIX = re.compile(r"(.*?),?\s+(Jr|Sr|II|III|IV|[2-9](?:nd|rd|th))\.?\Z")
_INITIALS = re.compile(r"(.*\S)\s+([^\W\d_a-z]{1,4})(?:\s+(Jr|Sr|II|III|IV|[2-9](?:nd|rd|th)))?\Z")
# PubMed's date of an electronic edition: 20200503.
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MOST_CHARACTERS = 64 * 2**20

TYPES = {
    "preprint": "article", "book": "book", "book chapter": "chapter", "dataset": "dataset", "news": "article-newspaper",
    "congress": "paper-conference", "technical report": "report", "patent": "patent", "academic dissertation": "thesis",
    "dissertation": "thesis",
}  # fmt: skip

Values = dict[str, list[str]]


def read(source: Input) -> Reading:
    """Reads record by record; one without a title is Skipped with the line it begins at."""
    return Reading(Origin("nbib", source.name), or_nothing(_items(source)), source.size, source.done)


def record_of(values: Values) -> Record:
    """The paper of a record's values by their tags. Raises ValueError, in words for the
    reader, when it has no title."""
    title = sentence(_first(values, "TI") or _first(values, "BTI") or _first(values, "TT"))
    if not title:
        raise ValueError("It has no title.")
    year = dates.read(_first(values, "DP"))
    electronic = _DIGITS.match(_first(values, "DEP"))
    published = year
    if electronic and (not year or (len(year) == 4 and year == electronic[1])):
        published = dates.iso(*electronic.groups()) or year
    book, in_journal = _first(values, "BTI"), bool(_first(values, "JT"))
    record = Record(
        title=title,
        authors=people(values),
        abstract=markup.abstract(_first(values, "AB")),
        venue=markup.one_line(_first(values, "JT") or (book if _first(values, "TI") else "") or _first(values, "TA")),
        year=int((year or published or "0")[:4]) or None,
        published=published if published and len(published) > 4 else None,
        keywords=fields.keywords([word.replace("*", "") for tag in ("OT", "MH") for word in values.get(tag, ())]),
        identifiers=_identifiers(values),
        details=details(
            type="chapter" if book and _first(values, "TI") else type_of(values.get("PT", []), in_journal),
            volume=_first(values, "VI"),
            issue=_first(values, "IP"),
            page=_first(values, "PG"),
            publisher=_first(values, "PB"),
            publisher_place=_first(values, "PL"),
            ISSN=_first(values, "IS").partition(" ")[0],
            language=_first(values, "LA"),
            editor=listed(_names(values, "FED", "ED")),
            container_title_short=_first(values, "TA") if _first(values, "JT") else "",
        ),
    )
    csl.add_isbn(record, (text.partition(" ")[0] for text in values.get("ISBN", ())))
    for one in record.identifiers:
        if one.scheme == "pmid":
            record.links.append(Link("page", f"https://pubmed.ncbi.nlm.nih.gov/{one.value}/"))
    return record


def type_of(kinds: list[str], in_journal: bool) -> str:
    """The CSL type that PubMed's types of publication make likely."""
    known = (TYPES.get(kind.casefold()) for kind in kinds)
    return next((kind for kind in known if kind), "article-journal" if in_journal else "")


def sentence(title: str) -> str:
    """A title without the full stop that PubMed ends all with, and the brackets around translated ones."""
    title = markup.one_line(title)
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    if title.startswith("[") and title.endswith("]") and title.count("[") == 1:
        title = title[1:-1].removesuffix(".")
    return title


def people(values: Values) -> list[str]:
    """The authors in full where they are, then bodies."""
    bodies = (fields.one_line(text, 500) for text in values.get("CN", ()))
    return [*_names(values, "FAU", "AU"), *(Name(body) for body in bodies if body)]


def _names(values: Values, full: str, short: str) -> list[Name]:
    found = []
    for text in values.get(full) or values.get(short) or ():
        text = fields.one_line(text, 500)
        family, comma, given = text.partition(",")
        suffix = ""
        if comma and (ending := _SUFFIX.fullmatch(given.strip())):
            given, suffix = ending[1], ending[2]
        elif not comma and (initials := _INITIALS.fullmatch(text)):
            family, given, suffix = initials[1], initials[2], initials[3] or ""
        if family.strip():
            found.append(Name(family.strip(), given.strip(), suffix))
    return found


def _identifiers(values: Values) -> list[Identifier]:
    pairs: list[tuple[str, object]] = [("pmid", _first(values, "PMID")), ("pmcid", _first(values, "PMC"))]
    for text in (*values.get("LID", ()), *values.get("AID", ())):
        if labelled := _LABELLED.match(text):
            scheme = {"doi": "doi", "pmc": "pmcid", "arxiv": "arxiv"}.get(labelled[2].lower())
            if scheme:
                pairs.append((scheme, labelled[1]))
    return identified(pairs)


def _first(values: Values, tag: str) -> str:
    found = values.get(tag)
    return found[0] if found else ""


def _items(source: Input) -> Iterator[Item]:
    values: dict[str, list[list[str]]] = {}
    began = length = 0
    last: list[str] = []
    after_blank = False
    for number, line in enumerate(lines(source.stream), start=1):
        found = _TAG.match(line)
        if found is None:
            if not line.strip():
                after_blank = True
            elif began and length < _MOST_CHARACTERS:
                length += len(line) + 50
                last.append(line)
            continue
        tag, value = found[1].rstrip(), found[2] or ""
        if began and (after_blank or (tag == "PMID" and "PMID" in values)):
            yield _item(values, began, length)
            values, began, length = {}, 0, 0
        after_blank = False
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
        tag: [text for parts in found[: fields.MOST_VALUES] if (text := " ".join(map(str.strip, parts)).strip())]
        for tag, found in values.items()
    }
    try:
        return record_of(whole)
    except ValueError as error:
        return Skipped(f"line {began}", str(error))


def _recognise(source: Input) -> int:
    head = decode(source.head[:8192])
    found = _FIRST.search(head)
    if not found:
        return 0
    tags = {match[1] for line in head.split("\n") if (match := _TAG.match(line))}
    if not tags & {"TI", "BTI", "TT"} and len(source.head) < 8192:
        return 0
    return 94 if tags & {"FAU", "AU", "JT", "TA", "DP", "AB", "SO"} else 60


FORMAT = Format(
    name="nbib",
    label="MEDLINE (PubMed nbib)",
    suffixes=(".nbib", ".txt"),
    recognise=_recognise,
    read=read,
)
