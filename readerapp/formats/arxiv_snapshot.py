"""The metadata of all of arXiv, as arXiv publishes it through Kaggle: one object to a line.

Described at https://www.kaggle.com/datasets/Cornell-University/arxiv: id, submitter, authors (one text), title,
comments, journal-ref, doi, report-no, categories (separated by blanks), license, abstract, versions ([{version,
created}]), update_date, authors_parsed ([[family, given, suffix]]). Title and abstract are broken into lines; in the
abstract a line that begins with a blank begins a paragraph (https://info.arxiv.org/help/prep.html).

What only has the fields of some lines is read too: parts of the snapshot are passed around.
"""

from __future__ import annotations

import re
from functools import lru_cache

from readerapp.formats import fields, json_lines
from readerapp.formats.identifiers import normalise
from readerapp.records import Format, Identifier, Input, Link, Origin, Reading, Record

# The dates of versions are those of RFC 5322: "Mon, 2 Apr 2007 19:18:42 GMT".
_CREATED = re.compile(r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?!\d)", re.ASCII)
_MONTHS = {
    "Jan": "01", "Feb": "02", "Mar": "03", "Apr": "04", "May": "05", "Jun": "06",
    "Jul": "07", "Aug": "08", "Sep": "09", "Oct": "10", "Nov": "11", "Dec": "12",
}  # fmt: skip
_NEW_PARAGRAPH = re.compile(r"\n(?=\s)")
# "Ada Byron (1), Kurt Berg (1 and 2) ((1) One place, (2) Another)": where people work is not of interest here.
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS_IN_BRACKETS = 3
_BETWEEN_DOIS = re.compile(r"[\s,;]+(?=(?:doi:)?10\.\d)|\s+", re.IGNORECASE)
_FIRST_YEAR = 91  # arXiv began in August 1991, and an old id has two digits of the year
# A first line that is longer than what is looked at: the papers of collaborations have thousands of authors.
_LONG_FIRST_LINE = re.compile(rb'\s*\{\s*"id"\s*:\s*"[^"\n]{1,40}"\s*,\s*"submitter"\s*:')


def read(source: Input) -> Reading:
    """Reads line by line; a line that is no paper is Skipped with its number."""
    return Reading(Origin("arxiv-snapshot", source.name), json_lines.items(source, record_of), source.size, source.done)


def record_of(value: object) -> Record:
    """The paper of one line's value. Raises ValueError, in words for the reader, when it is none.

    A paper that has appeared nowhere else has no venue, so that a published version can still bring one.
    """
    if not isinstance(value, dict):
        raise ValueError("It is no object.")
    title = fields.one_line(value.get("title"))
    if not title:
        raise ValueError("It has no title.")
    identifiers = []
    links = []
    given = value.get("id")
    arxiv = normalise("arxiv", given) if isinstance(given, str) else None
    if arxiv:
        identifiers.append(arxiv)
        links += [
            Link("page", f"https://arxiv.org/abs/{arxiv.value}"),
            Link("pdf", f"https://arxiv.org/pdf/{arxiv.value}"),
        ]
    if doi := value.get("doi"):
        identifiers += (found for found in _dois(doi) if found not in identifiers)
    published = _published(value, arxiv)
    return Record(
        title=title,
        authors=_authors(value),
        abstract=_abstract(value.get("abstract")),
        venue=fields.one_line(value.get("journal-ref")),
        year=int(published[:4]) if published else None,
        published=published,
        keywords=_categories(value.get("categories")),
        identifiers=identifiers,
        links=links,
    )


def _authors(value: dict[str, object]) -> list[str]:
    """The names as read aloud: of `authors_parsed`, where accents are letters, else of the text, where they are TeX."""
    parsed = value.get("authors_parsed")
    if not isinstance(parsed, list) or not parsed:
        text = value.get("authors")
        if not isinstance(text, str):
            return fields.names(text)
        text = fields.one_line(text, fields.LONGEST_ABSTRACT)
        for _ in range(_BRACKETS_IN_BRACKETS):
            text = _IN_BRACKETS.sub("", text)
        return fields.names(text)
    found = []
    for person in parsed[: fields.MOST_VALUES]:
        if not isinstance(person, list):
            continue
        parts = [part for part in (*person[1:2], *person[:1], *person[2:3]) if isinstance(part, str)]
        if name := fields.one_line(" ".join(parts), 500):
            found.append(name)
    return found


def _abstract(value: object) -> str:
    if not isinstance(value, str):
        return ""
    value = value.replace("\r\n", "\n").strip()
    parts = _NEW_PARAGRAPH.split(value) if "\n" in value else [value]
    return fields.paragraphs("\n\n".join(filter(None, (" ".join(part.split()) for part in parts))))


def _categories(value: object) -> list[str]:
    """`cs.LG stat.ML`, as keywords; in some copies a list of such texts."""
    if isinstance(value, list):
        value = " ".join(part for part in value[: fields.MOST_VALUES] if isinstance(part, str))
    return list(_parted(value)) if isinstance(value, str) else []


@lru_cache(4096)
def _parted(categories: str) -> tuple[str, ...]:
    return tuple(fields.keywords(categories.split()))


def _dois(value: object) -> list[Identifier]:
    """The DOIs of one field; a paper that appeared in parts has several."""
    parts = _BETWEEN_DOIS.split(fields.one_line(value))
    return list(dict.fromkeys(doi for part in parts if (doi := normalise("doi", part.strip(",;")))))


def _published(value: dict[str, object], arxiv: Identifier | None) -> str | None:
    """When the first version came: as its date says, else as the id says, to the month; else the latest change."""
    versions = value.get("versions")
    if isinstance(versions, list) and versions and isinstance(versions[0], dict):
        created = versions[0].get("created")
        if isinstance(created, str) and (matched := _CREATED.match(created)):
            day, month, year = matched.groups()
            if found := fields.published(f"{year}-{_MONTHS.get(month)}-{day:0>2}"):
                return found
    if arxiv:
        digits = arxiv.value.rpartition("/")[2]
        century = 19 if "/" in arxiv.value and int(digits[:2]) >= _FIRST_YEAR else 20
        return fields.published(f"{century}{digits[:2]}-{digits[2:4]}")
    return fields.published(value.get("update_date"))


def _recognise(source: Input) -> int:
    """Sure when one of the first lines is an object with an arXiv id, a title, and a field that only arXiv's have."""
    for value in json_lines.first_values(source):
        if (
            isinstance(value, dict)
            and "title" in value
            and ("categories" in value or "versions" in value or "authors_parsed" in value)
            and isinstance(given := value.get("id"), str)
            and normalise("arxiv", given)
        ):
            return 95
    return 95 if b"\n" not in source.head.strip() and _LONG_FIRST_LINE.match(source.head) else 0


FORMAT = Format(
    name="arxiv-snapshot",
    label="Metadata snapshot of arXiv (JSON Lines)",
    suffixes=(".json", ".jsonl", ".ndjson"),
    recognise=_recognise,
    read=read,
)
