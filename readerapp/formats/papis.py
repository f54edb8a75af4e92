"""Documents of papis (https://papis.readthedocs.io/en/latest/info_file.html): a folder for each, with its facts in
`info.yaml`, its files and its notes beside it.

Keys are free; those that papis and its importers write are known, all others are kept under their names. A file with
several documents, as `papis export` makes it, is read too. Only what lies in the folder of a document is taken along.

YAML is read without tags of Python's, and one that refers to parts of itself many times over is refused: a few lines
can stand for gigabytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp.errors import Refused
from readerapp.formats import dates, fields
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.inside import file_inside
from readerapp.formats.links import relation
from readerapp.names import Name, listed
from readerapp.records import AttachedFile, Format, Input, Item, Link, Origin, Reading, Record, Skipped, decode

if TYPE_CHECKING:
    from types import ModuleType

EXTRAS = "papis"

_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "collection": "book",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "proceedings": "book", "manual": "report", "mastersthesis": "thesis",
    "phdthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "unpublished": "manuscript",
    "online": "webpage", "software": "software", "dataset": "dataset", "patent": "patent", "preprint": "article",
}  # fmt: skip
_DETAILS = {
    "volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher", "institution": "publisher",
    "school": "publisher", "address": "publisher-place", "edition": "edition", "series": "collection-title",
    "issn": "ISSN", "language": "language", "chapter": "chapter-number", "note": "note", "version": "version",
}  # fmt: skip
_IDENTIFIERS = {
    "doi": "doi", "isbn": "isbn", "pmid": "pmid", "pmcid": "pmcid", "arxiv": "arxiv", "arxivid": "arxiv",
}  # fmt: skip
_LISTS = frozenset(["author", "author_list", "editor", "editor_list", "tags", "files", "notes", "keywords"])
_KNOWN = _LISTS | frozenset((
    "title", "subtitle", "abstract", "journal", "booktitle", "year", "month", "day", "date", "ref", "type", "url",
    "doc_url", "eprint", "eprinttype", "archiveprefix", "time-added",
))  # fmt: skip

_LONGEST = 4 * 2**20
_LONGEST_NOTE = 2**20
_MOST_VALUES = 50_000
# Anchors stand where a value begins.
_ANCHOR = re.compile(r"(?:^|[:\-\[,{?])[ \t]*(?:![^\s]*[ \t]+)?&[^\s,\[\]{}]+", re.MULTILINE)
_MOST_ANCHORS = 5
_DEEPEST = 100
_DOCUMENT = re.compile(r"^---(?:[ \t].*)?$", re.MULTILINE)
_SURE = re.compile(rb"(?m)^(?:papis_id|time-added|author_list|doc_url)[ \t]*:")
_LIKELY = re.compile(rb"(?m)^(?:title|author|files|ref|tags|year)[ \t]*:")
_TIME_ADDED = re.compile(r"(\d{4})-(\d\d)-(\d\d)-(\d\d):(\d\d):(\d\d)")


def read(source: Input) -> Reading:
    """Reads document by document. Raises Refused where YAML cannot be read."""
    try:
        import yaml  # imported late: few need it
    except ImportError:
        raise Refused("YAML cannot be read here.", "Install PyYAML.") from None
    return Reading(Origin("papis", source.name), _items(source, yaml), source.size, source.done)


def _items(source: Input, yaml: ModuleType) -> Iterator[Item]:
    text = source.text()
    line = 1
    last = 0
    for at in [*(found.start() for found in _DOCUMENT.finditer(text)), len(text)]:
        part = text[last:at]
        if part.strip().strip("-").strip():
            where = f"line {line}"
            try:
                yield from _document(part, where, source, yaml)
            except ValueError as error:
                yield Skipped(where, str(error))
        line += part.count("\n")
        last = at


def _document(text: str, where: str, source: Input, yaml: ModuleType) -> Iterator[Item]:
    values = _load(text, yaml)
    folder = source.path.parent if source.path is not None else None
    record = _record(values)
    if folder is not None:
        missing = _take_along(record, values, folder)
        if missing:
            yield Skipped(where, f"There is no file {missing} in its folder.")
    yield record


def _load(text: str, yaml: ModuleType) -> dict[str, object]:
    """The values of a document, of the kinds that JSON has. Raises ValueError, in words for the reader."""
    if len(text) > _LONGEST:
        raise ValueError(f"It is longer than {_LONGEST // 2**20} MB.")
    if len(_ANCHOR.findall(text)) > _MOST_ANCHORS:
        raise ValueError("It refers to parts of itself too often.")
    text = fields.without_controls(text)
    try:
        try:
            value = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (ValueError, TypeError, OverflowError):
            # A date or a number that is none: all values as they are written.
            value = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        problem = fields.one_line(getattr(error, "problem", "") or "", 100)
        raise ValueError(f"It is no YAML ({problem})." if problem else "It is no YAML.") from None
    except RecursionError:
        raise ValueError("It is nested too deeply.") from None
    except (ValueError, TypeError, OverflowError):
        raise ValueError("It is no YAML.") from None
    if not isinstance(value, dict):
        raise ValueError("It is no document of papis.")
    plain = _Plain().of(value)
    assert isinstance(plain, dict)
    return plain


class _Plain:
    """Makes values that JSON has of what YAML gives, up to a number."""

    def __init__(self) -> None:
        self._left = _MOST_VALUES

    def of(self, value: object, depth: int = 0) -> object:
        self._left -= 1
        if self._left < 0:
            raise ValueError(f"It has more than {_MOST_VALUES:,} values.")
        if depth > _DEEPEST:
            raise ValueError("It is nested too deeply.")
        if isinstance(value, dict):
            return {str(key): self.of(one, depth + 1) for key, one in value.items()}
        if isinstance(value, (list, tuple, set)):
            return [self.of(one, depth + 1) for one in value]
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**15:
            return ""
        return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _record(values: dict[str, object]) -> Record:
    title = fields.one_line(values.get("title"))
    subtitle = fields.one_line(values.get("subtitle"))
    if subtitle and title and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    if not title:
        raise ValueError("It has no title.")
    published = dates.read(values.get("date")) or dates.iso(values.get("year"), values.get("month"), values.get("day"))
    record = Record(
        title=title,
        authors=list(_people(values, "author")),
        abstract=fields.paragraphs(values.get("abstract")).strip(),
        venue=fields.one_line(values.get("journal")) or fields.one_line(values.get("booktitle")),
        published=published,
        year=fields.year(values.get("year")) or (int(published[:4]) if published else None),
        citation_key=fields.one_line(values.get("ref"), 500) or None,
        keywords=fields.keywords(values.get("keywords")),
        tags=_tags(values.get("tags")),
        added=_moment(values.get("time-added")),
    )
    kind = fields.one_line(values.get("type"), 100)
    details = {"type": _TYPES.get(kind.lower(), "")}
    details |= {variable: fields.one_line(values.get(name), 10_000) for name, variable in reversed(_DETAILS.items())}
    details["issue"] = details["issue"] or fields.one_line(values.get("number"), 200)
    details["editor"] = listed(_people(values, "editor"))
    record.details = {name: text for name, text in details.items() if text}
    _identify(record, values)
    extras = dict(_unknown(values))
    if kind and not details["type"]:
        extras["type"] = kind
    if extras:
        record.extras[EXTRAS] = extras
    return record


def _people(values: dict[str, object], role: str) -> Iterator[Name]:
    given_list = values.get(f"{role}_list")
    if isinstance(given_list, list) and given_list:
        for one in given_list[: fields.MOST_VALUES]:
            if isinstance(one, dict):
                family = fields.one_line(one.get("family") or one.get("surname"), 500)
                given = fields.one_line(one.get("given") or one.get("given_name"), 500)
                if family or given:
                    yield Name(family, given, fields.one_line(one.get("suffix"), 50)) if family else Name(given)
            elif name := fields.one_line(one, 500):
                yield Name.of(name)
        return
    written = values.get(role)
    names = written if isinstance(written, list) else re.split(r"\s+and\s+|\s*;\s*", fields.paragraphs(written))
    for name in names[: fields.MOST_VALUES]:
        if cleaned := fields.one_line(name, 500):
            family, comma, given = cleaned.partition(",")
            yield Name(family.strip(), given.strip()) if comma and family.strip() else Name.of(cleaned)


def _tags(value: object) -> list[str]:
    """A list, or one text that separates them by commas or else blanks."""
    if isinstance(value, str):
        value = value[:100_000].split("," if "," in value else None)
    found = value if isinstance(value, list) else []
    return list(dict.fromkeys(tag for one in found[: fields.MOST_VALUES] if (tag := fields.one_line(one, 200))))


def _identify(record: Record, values: dict[str, object]) -> None:
    pairs = [(scheme, values.get(name)) for name, scheme in _IDENTIFIERS.items()]
    kind = fields.one_line(values.get("eprinttype") or values.get("archiveprefix"), 50).casefold()
    if eprint := fields.one_line(values.get("eprint"), 200):
        pairs.append(("arxiv" if kind in ("", "arxiv") else kind, eprint))
    for scheme, value in pairs:
        identifier = normalise(scheme, fields.one_line(value, 1_000)) if value else None
        if identifier and identifier not in record.identifiers:
            record.identifiers.append(identifier)
    for name in ("url", "doc_url"):
        url = fields.http_url(values.get(name))
        if url and "doi.org/" not in url and all(link.url != url for link in record.links):
            record.links.append(Link("pdf" if name == "doc_url" else relation(url), url))
        if url and (identifier := identifier_of_url(url)) and identifier not in record.identifiers:
            record.identifiers.append(identifier)


def _moment(value: object) -> datetime | None:
    matched = _TIME_ADDED.fullmatch(fields.one_line(value, 40))
    try:
        return datetime(*map(int, matched.groups()), tzinfo=UTC) if matched else None  # type: ignore[misc,arg-type]
    except ValueError:
        return None


def _unknown(values: dict[str, object]) -> Iterator[tuple[str, str]]:
    known = _KNOWN | _DETAILS.keys() | _IDENTIFIERS.keys() | {"number"}
    for name, value in values.items():
        if name in known or value is None:
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield fields.one_line(name, 200), fields.storable(text)[:100_000]


def _take_along(record: Record, values: dict[str, object], folder: Path) -> str:
    """Adds files and notes that lie in the folder. Returns the names of those that do not."""
    missing = []
    names = values.get("files")
    for name in names[: fields.MOST_VALUES] if isinstance(names, list) else [names]:
        written = name if isinstance(name, str) else ""
        if place := file_inside(folder, written):
            record.attachments.append(
                AttachedFile(fields.one_line(place.name, 200), size=place.stat().st_size, path=place)
            )
        elif written:
            missing.append(fields.one_line(written, 100))
    notes = values.get("notes")
    if isinstance(notes, str) and notes.strip():
        place = file_inside(folder, notes)
        if place and place.stat().st_size <= _LONGEST_NOTE:
            record.note = fields.without_controls(decode(place.read_bytes())).strip()
        elif place is None:
            missing.append(fields.one_line(notes, 100))
    return ", ".join(missing[:5])


def _recognise(source: Input) -> int:
    head = source.head[:32768]
    if head.lstrip()[:1] in (b"{", b"[", b"<", b"%", b"@", b"-") and not head.lstrip().startswith(b"---"):
        return 0
    named = len(set(_LIKELY.findall(head)))
    if not re.search(rb"(?m)^title[ \t]*:", head):
        return 0
    if _SURE.search(head) and named >= 2:
        return 97
    own = source.path is not None and source.path.name == "info.yaml"
    return 92 if own and named >= 2 else 0


FORMAT = Format(
    name="papis",
    label="papis library",
    suffixes=(".yaml",),
    recognise=_recognise,
    read=read,
    speaks_for=r"info\.ya?ml",
)
