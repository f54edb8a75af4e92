"""Fields of BibTeX and biblatex entries to papers and back.

Fields that say one thing together, such as year and month, are a `_Fact`, which reads them into a record and writes
them from one. Where an entry says it otherwise than it would be written (braces in a title, a date in words, fields
without a place in a record), its fields are kept as extras of the record as they stand, and written again as long as
the record still says the same. So whatever an entry had comes back, except for what has been edited since.

What fields mean is told in the manual of biblatex (P. Kime, P. Lehman), section 2, for BibTeX in btxdoc (O. Patashnik);
the variables of CSL they are equal to are those of pandoc and citation-js where these agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from readerapp.formats import bibtex_names, fields
from readerapp.formats.bibtex_entries import MONTHS, Entry
from readerapp.formats.identifiers import identifier_of_url, normalise
from readerapp.formats.jabref import MARKS, RANKS, STATUS_WORDS, STATUSES, Groups
from readerapp.formats.links import links_in, relation
from readerapp.formats.tex_text import address, balanced, decoded, encoded, is_plain
from readerapp.names import from_list, listed
from readerapp.records import Identifier, Link, Record, Status

# The name under which extras stand, of both dialects.
SCHEME = "bibtex"
# The names under which the type of an entry stands among its fields.
KIND = "entrytype"

_LONGEST_DETAIL = 20_000
_DEEPEST_WORD = 5

# The types of CSL 1.0.2 for types of entries; the first entry type of each is the one that is written, in BibTeX and
# in biblatex.
_CSL = {
    "article": "article-journal", "inproceedings": "paper-conference", "conference": "paper-conference",
    "incollection": "chapter", "inbook": "chapter", "book": "book", "mvbook": "book", "bookinbook": "chapter",
    "suppbook": "chapter", "suppcollection": "chapter", "collection": "book", "mvcollection": "book",
    "proceedings": "book", "mvproceedings": "book", "reference": "book", "mvreference": "book", "booklet": "pamphlet",
    "inreference": "entry-encyclopedia", "suppperiodical": "article-journal", "periodical": "periodical",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report",
    "manual": "report", "unpublished": "manuscript", "misc": "document", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "patent": "patent", "dataset": "dataset", "software": "software", "standard": "standard",
    "review": "review", "artwork": "graphic", "image": "graphic", "audio": "song", "music": "song",
    "movie": "motion_picture", "video": "motion_picture", "legislation": "legislation", "legal": "legislation",
    "jurisdiction": "legal_case", "letter": "personal_communication", "performance": "performance",
    "presentation": "speech",
}  # fmt: skip
_KINDS = {csl: kind for kind, csl in reversed(_CSL.items())} | {"article": "misc", "document": "misc"}
_BIBLATEX_KINDS = {"thesis": "thesis", "report": "report", "article": "online"}
# What standard BibTeX has no type for.
_NOT_BIBTEX = frozenset(("inreference", "online", "legislation", "jurisdiction", "letter", "performance", "artwork"))
# Entries that are a part of the work whose number of books or proceedings they bear.
PARTS = frozenset((
    "inproceedings", "conference", "incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference",
))  # fmt: skip
_CONFERENCE = re.compile(
    r"(?i:\b(?:conference|proceedings|proc\.|workshop|symposium|meeting)\b)|\b(?:NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACL"
    r"|EMNLP|NAACL|EACL|AAAI|IJCAI|AISTATS|COLT|UAI|KDD|WWW|SIGIR|ICRA|IROS|CoRL|WACV|BMVC|INTERSPEECH|ICASSP|3DV)\b"
)

_YEAR = re.compile(r"(?<![\d.])(\d{4})(?!\d)")
_DATE = re.compile(r"\s*(?:\.\.|/)?/?\s*~?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")
_DAY = re.compile(r"(?<!\d)([0-3]?\d)(?!\d)")
_NAME = re.compile(r"[^\s\"#%'(),={}@\\]{1,100}")
_NUMBERED = re.compile(r"_\d+\Z")
_ARXIV_IN_VENUE = re.compile(r"arxiv(?:\.org)?(?:\s+preprint)?[\s:]+(?:arxiv:)?([\w.-]+/?\d[\d.]*)", re.IGNORECASE)
_STARTS_ENTRY = re.compile(r"^([ \t]*)@(?=[ \t]*[A-Za-z][\w-]*\s*[{(])", re.MULTILINE)
_HELD_BACK = re.compile(r"^([ \t]*)\{@\}", re.MULTILINE)
_TIME = re.compile(r"(\d{4})[-./](\d{2})[-./](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?")

Fields = Mapping[str, str]


@dataclass(slots=True)
class Dialect:
    """BibTeX, or biblatex; and the groups of the file."""

    biblatex: bool = False
    groups: Groups = field(default_factory=Groups)


@dataclass(frozen=True, slots=True)
class _Fact:
    """Fields that say one thing together."""

    names: tuple[str, ...]
    read: Callable[[Fields, Record, Dialect], None]
    write: Callable[[Record, Dialect], dict[str, str]]
    # Whether a text that is no TeX is written as it was read.
    plain: bool = False
    longest: int = fields.LONGEST_TITLE


def read(entry: Entry, dialect: Dialect, *, added: Mapping[str, str] | None = None) -> Record:
    """The paper of an entry. `added` are fields it inherits. Its title is "" if it has none."""
    record = Record(title="")
    said: dict[str, dict[str, str]] = {}
    extras: dict[str, str] = {}
    for name, value in ({**added, **entry.fields} if added else entry.fields).items():
        fact = _FACT_OF.get(name) or _FACT_OF.get(_NUMBERED.sub("", name))
        if fact:
            said.setdefault(fact.names[0], {})[name] = value
        elif name.startswith("csl-") and (detail := fields.one_line(decoded(value), _LONGEST_DETAIL)):
            record.details[name.removeprefix("csl-")] = detail
        elif value or name in entry.fields:
            extras[name] = value
    kind = entry.kind
    said[KIND] = {KIND: kind, **said.get(KIND, {})}
    for name, values in said.items():
        _FACT_OF[name].read({KIND: kind, **values}, record, dialect)
    record.tags += [tag for tag in dialect.groups.of_entry(entry.key) if tag not in record.tags]
    for name, values in said.items():
        fact = _FACT_OF[name]
        if fact.plain and len(values) == 1 and is_plain(value := values.get(name, "\n")) and len(value) < fact.longest:
            continue
        if not _same(fact.write(record, dialect), values):
            extras.update(values)
    if extras.get(KIND) == kind:
        extras[KIND] = entry.kind_as_typed
    if key := fields.one_line(entry.key):
        record.citation_key = key
    _complete(entry, record)
    if extras:
        record.extras[SCHEME] = {name: fields.storable(value) for name, value in extras.items()}
    return record


def write(record: Record, dialect: Dialect, *, own: bool = True) -> tuple[str, list[tuple[str, str]]]:
    """The type of a paper's entry, and its fields with their values, in a fixed order. Without `own` what the reader
    made of the paper is left out: status, rating, star, tags, note."""
    extras: dict[str, str] = {}
    kept_by: dict[str, dict[str, str]] = {}
    for name, value in record.extras.get(SCHEME, {}).items():
        if kept_of := _FACT_OF.get(_NUMBERED.sub("", name)):
            kept_by.setdefault(kept_of.names[0], {})[name] = value
        else:
            extras[name] = value
    written: dict[str, str] = {}
    kind = ""
    for fact in _FACTS:
        kept = kept_by.get(fact.names[0])
        now = fact.write(record, dialect)
        if kept:
            was = extras_kind(record, dialect)
            again = Record(title="", details={"type": record.details.get("type", "")}, extras={SCHEME: {KIND: was}})
            fact.read({KIND: was, **kept}, again, dialect)
            if _same(fact.write(again, dialect), now):
                now = kept
        if fact is _GROUPS and now is not kept:
            dialect.groups.add(record.tags)
        if fact is _TYPE:
            kind = now.pop(KIND, "") or _kind(record, dialect)
        written.update(now)
    for variable, value in record.details.items():
        if variable not in _VARIABLES:
            written[f"csl-{variable}"] = encoded(value)
    written |= {name: value for name, value in extras.items() if _NAME.fullmatch(name)}
    in_order = sorted(written if own else written.keys() - _OWN, key=_place)
    return kind if _NAME.fullmatch(kind) else "misc", [(name, _safe(written[name])) for name in in_order]


def extras_kind(record: Record, dialect: Dialect) -> str:
    """The type of entry a record would be, or was, in small letters."""
    return record.extras.get(SCHEME, {}).get(KIND, "").lower() or _kind(record, dialect)


def _same(written: Fields, said: Fields) -> bool:
    """Whether the fields have the same values, but for blanks and line ends."""
    if written.keys() != said.keys():
        return False
    return all(value == said[name] or value.split() == said[name].split() for name, value in written.items())


def _safe(value: str) -> str:
    """A value as it stands in a file, unless that would break the file."""
    if balanced(value) and "\0" not in value and not _STARTS_ENTRY.search(value):
        return value
    return encoded(fields.storable(value), lines=True)


def _complete(entry: Entry, record: Record) -> None:
    """What an entry says in a place where it is not looked for."""
    if not record.title:
        said = entry.fields
        for name in ("booktitle", "maintitle", "shorttitle", "origtitle", "journal", "howpublished", "note", "url"):
            if found := _line(said, name):
                record.title = found
                break
        named = next((one for one in record.identifiers if one.scheme in ("doi", "arxiv")), None)
        if named and not record.authors and not record.abstract:
            # It waits for the rest, as an identifier alone does.
            record.title = f"{'arXiv' if named.scheme == 'arxiv' else named.scheme}:{named.value}"
    how = entry.fields.get("howpublished")
    if how and "url" not in entry.fields:
        record.links += [link for link in links_in(how) if link not in record.links]
    schemes = {one.scheme for one in record.identifiers}
    for link in record.links:
        found_at = identifier_of_url(link.url)
        if found_at and found_at.scheme not in schemes:
            record.identifiers.append(found_at)
            schemes.add(found_at.scheme)
    named_in = None if "arxiv" in schemes else _ARXIV_IN_VENUE.search(record.venue)
    if named_in and (arxiv := normalise("arxiv", named_in[1].rstrip("."))):
        record.identifiers.append(arxiv)


def _line(said: Fields, name: str, limit: int = fields.LONGEST_TITLE) -> str:
    """A field as one line of Unicode; "" for none."""
    value = said.get(name)
    return fields.one_line(decoded(value), limit) if value else ""


# Types


def _kind(record: Record, dialect: Dialect) -> str:
    csl = record.details.get("type", "")
    if csl not in _KINDS:
        if not record.venue:
            csl = "article"
        else:
            csl = "paper-conference" if _CONFERENCE.search(record.venue) else "article-journal"
    kind = _BIBLATEX_KINDS.get(csl, _KINDS[csl]) if dialect.biblatex else _KINDS[csl]
    return "misc" if kind in _NOT_BIBTEX and not dialect.biblatex else kind


def _read_type(said: Fields, record: Record, dialect: Dialect) -> None:
    kind = said[KIND].lower()
    record.details["type"] = fields.one_line(said.get("csltype")) or _CSL.get(kind, "document")


def _write_type(record: Record, dialect: Dialect) -> dict[str, str]:
    kind = _kind(record, dialect)
    csl = record.details.get("type")
    return {KIND: kind} | ({"csltype": csl} if csl and _CSL[kind] != csl else {})


# Texts


def _read_title(said: Fields, record: Record, dialect: Dialect) -> None:
    title, subtitle = (_line(said, name) for name in ("title", "subtitle"))
    if subtitle:
        title = fields.one_line(f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {subtitle}")
    record.title = title


def _write_title(record: Record, dialect: Dialect) -> dict[str, str]:
    return {"title": encoded(record.title)} if record.title else {}


def _read_abstract(said: Fields, record: Record, dialect: Dialect) -> None:
    record.abstract = fields.paragraphs(decoded(said.get("abstract", ""), lines=True))


def _write_abstract(record: Record, dialect: Dialect) -> dict[str, str]:
    return {"abstract": encoded(record.abstract, lines=True)} if record.abstract else {}


def _read_venue(said: Fields, record: Record, dialect: Dialect) -> None:
    names = ["journal", "journaltitle", "booktitle"]
    if said[KIND].lower() in PARTS:
        names.reverse()
    record.venue = next((found for name in names if (found := _line(said, name))), "")


def _write_venue(record: Record, dialect: Dialect) -> dict[str, str]:
    if not record.venue:
        return {}
    if extras_kind(record, dialect) in PARTS:
        return {"booktitle": encoded(record.venue)}
    return {"journaltitle" if dialect.biblatex else "journal": encoded(record.venue)}


def _read_note(said: Fields, record: Record, dialect: Dialect) -> None:
    notes = []
    for name in ("comment", "review"):
        if note := said.get(name, "").strip():
            note = _HELD_BACK.sub(r"\1@", note)
            notes.append(note.replace("\\textbraceleft{}", "{").replace("\\textbraceright{}", "}"))
    notes += [note for name in ("annote", "annotation") if (note := decoded(said.get(name, ""), lines=True))]
    record.note = fields.storable("\n\n".join(notes))


def _write_note(record: Record, dialect: Dialect) -> dict[str, str]:
    """Markdown as it stands: JabRef shows it so."""
    note = record.note.strip()
    if not balanced(note):
        note = note.replace("{", "\0").replace("}", "\\textbraceright{}").replace("\0", "\\textbraceleft{}")
    return {"comment": _STARTS_ENTRY.sub(r"\1{@}", note)} if note else {}


# People


def _read_authors(said: Fields, record: Record, dialect: Dialect) -> None:
    record.authors = list(bibtex_names.people(said.get("author", "")))


def _write_authors(record: Record, dialect: Dialect) -> dict[str, str]:
    return {"author": bibtex_names.field_of(record.authors, encoded)} if record.authors else {}


# Dates


def _read_date(said: Fields, record: Record, dialect: Dialect) -> None:
    if found := _DATE.match(said.get("date", "")):
        year, month, day = found.groups()
        exact = "-".join(filter(None, (year, month, day)))
        record.published = fields.published(exact) or fields.published(f"{year}-{month}") or fields.published(year)
        record.year = fields.year(year)
    if in_year := _YEAR.search(decoded(said.get("year", ""))):
        record.year = fields.year(in_year[1])
        month = _month(said.get("month", ""))
        if record.year and record.published is None and month:
            day_found = _DAY.search(said.get("day", "")) or (
                None if said["month"].strip().isdigit() else _DAY.search(said["month"])
            )
            exact = f"{record.year}-{month:02}"
            precise = fields.published(f"{exact}-{int(day_found[1]):02}") if day_found else None
            record.published = precise or exact


def _month(source: str) -> int:
    """The month that is named or numbered first; 0 for none."""
    source = decoded(source).strip().lower()
    if source.isdigit():
        return int(source) if len(source) < 3 and 1 <= int(source) <= 12 else 0
    found = re.search(r"[a-z]{3}", source)
    return MONTHS.index(found[0]) + 1 if found and found[0] in MONTHS else 0


def _write_date(record: Record, dialect: Dialect) -> dict[str, str]:
    published, year = record.published, record.year
    if not published:
        return {"year": str(year)} if year else {}
    parts = published.split("-")
    same_year = year is None or str(year) == parts[0]
    if dialect.biblatex or not same_year or len(parts) == 1:
        return {"date": published} | ({} if same_year and dialect.biblatex else {"year": str(year or parts[0])})
    written = {"year": parts[0], "month": MONTHS[int(parts[1]) - 1]}
    return written | ({"day": str(int(parts[2]))} if len(parts) == 3 else {})


def _read_added(said: Fields, record: Record, dialect: Dialect) -> None:
    for name in _ADDED.names:
        if found := _TIME.search(said.get(name, "")):
            parts = [int(part or 0) for part in found.groups()]
            try:
                moment = datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]
            except ValueError:
                continue
            if moment.year >= 1970:
                record.added = moment
            return


# Keywords, marks, groups


def _parted(source: str) -> list[str]:
    """Keywords or groups of one field, separated by semicolons, or else commas, outside of braces."""
    source = source[: fields.LONGEST_ABSTRACT].strip()
    if not source:
        return []
    outside = source
    for _ in range(_DEEPEST_WORD if "{" in source else 0):
        outside = re.sub(r"\{[^{}]*\}", "", outside)
    separator = ";" if re.search(r"(?<!\\);", outside) else ","
    if "{" not in source and "\\" not in source:
        return source.split(separator)
    parts = [""]
    for piece in re.split(rf"(?<!\\){separator}", source):
        if parts[-1] and not balanced(parts[-1]):
            parts[-1] += f"{separator}{piece}"
        else:
            parts.append(piece)
    return [re.sub(r"\\([,;])", r"\1", part) for part in parts]


def _read_keywords(said: Fields, record: Record, dialect: Dialect) -> None:
    marks = {name: said.get(name, "").strip() for name in ("readstatus", "ranking", "relevance")}
    found = []
    for name in ("keywords", "keyword"):
        for word in _parted(said.get(name, ""))[: fields.MOST_VALUES]:
            word = word.strip()
            if word in MARKS:
                marks[MARKS[word]] = marks.get(MARKS[word]) or word
            elif cleaned := fields.one_line(decoded(word), 500):
                found.append(cleaned)
    record.keywords = fields.keywords(found)
    record.status = STATUSES.get(marks["readstatus"].lower())
    if record.status is None and said.get("read", "").strip() == "1":
        record.status = Status.READ
    rating = said.get("rating", "").strip()
    record.rating = RANKS.get(marks["ranking"].lower()) or (int(rating) if rating in {*"12345"} else None)
    record.starred = marks["relevance"].lower() == "relevant"


def _write_keywords(record: Record, dialect: Dialect) -> dict[str, str]:
    written = {}
    if record.keywords:
        words = [f"{{{word}}}" if re.search("[,;]", word) else word for word in map(encoded, record.keywords)]
        written["keywords"] = ", ".join(words)
    if word := STATUS_WORDS.get(record.status or Status.UNREAD):
        written["readstatus"] = word
    if record.rating:
        written["ranking"] = f"rank{record.rating}"
    if record.starred:
        written["relevance"] = "relevant"
    return written


def _read_groups(said: Fields, record: Record, dialect: Dialect) -> None:
    parts = _parted(said.get("groups", ""))[: fields.MOST_VALUES]
    names = [name for part in parts if (name := fields.one_line(_unescaped(part), 1000))]
    found = dialect.groups.tags(names)
    for name in ("mendeley-groups", "mendeley-tags"):
        found += [tag for part in _parted(said.get(name, "")) if (tag := fields.one_line(decoded(part), 1000))]
    record.tags = list(dict.fromkeys(found))


def _unescaped(group: str) -> str:
    return group.strip().removeprefix("{").removesuffix("}") if re.fullmatch(r"\s*\{[^{}]*\}\s*", group) else group


def _write_groups(record: Record, dialect: Dialect) -> dict[str, str]:
    names = dialect.groups.names(record.tags)
    if not names:
        return {}
    return {"groups": ", ".join(f"{{{name}}}" if re.search("[,;]", name) else name for name in names)}


# Identifiers and links


def _scheme(scheme: str, name: str) -> _Fact:
    """A field that holds an identifier of one scheme; further ones are in fields with a number."""

    def read_one(said: Fields, record: Record, dialect: Dialect) -> None:
        for value in (value for key, value in said.items() if key != KIND):
            found = normalise(scheme, address(value))
            if found and found not in record.identifiers:
                record.identifiers.append(found)

    def write_one(record: Record, dialect: Dialect) -> dict[str, str]:
        return _numbered(name, [one.value for one in record.identifiers if one.scheme == scheme])

    return _Fact((name,), read_one, write_one)


def _numbered(name: str, values: list[str]) -> dict[str, str]:
    return {(f"{name}_{n}" if n > 1 else name): _address(value) for n, value in enumerate(values, start=1)}


def _address(value: str) -> str:
    """A name or an address as a field has it, where nothing is escaped."""
    return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _read_eprint(said: Fields, record: Record, dialect: Dialect) -> None:
    archive = (said.get("eprinttype") or said.get("archiveprefix") or "").strip().lower()
    for value in (value for name, value in said.items() if _NUMBERED.sub("", name) == "eprint"):
        scheme = {"": "arxiv", "arxiv": "arxiv", "pubmed": "pmid", "pmcid": "pmcid"}.get(archive)
        found = normalise(scheme, address(value)) if scheme else None
        if found and found not in record.identifiers:
            record.identifiers.append(found)


def _write_eprint(record: Record, dialect: Dialect) -> dict[str, str]:
    written = _numbered("eprint", [one.value for one in record.identifiers if one.scheme == "arxiv"])
    if written and dialect.biblatex:
        return written | {"eprinttype": "arxiv"}
    return written | ({"archiveprefix": "arXiv"} if written else {})


_NAMED = ("doi", "arxiv", "pmid", "pmcid", "openreview", "huggingface", "isbn")


def _read_others(said: Fields, record: Record, dialect: Dialect) -> None:
    for part in said.get("identifiers", "").split(";"):
        scheme, colon, value = part.strip().partition(":")
        if colon and scheme and (found := normalise(scheme, address(value))):
            record.identifiers.append(found)


def _write_others(record: Record, dialect: Dialect) -> dict[str, str]:
    others = [one for one in record.identifiers if one.scheme not in _NAMED or _isbn_elsewhere(one, record, dialect)]
    text = "; ".join(f"{one.scheme}:{_address(one.value)}" for one in others)
    return {"identifiers": text} if text else {}


def _isbn_elsewhere(one: Identifier, record: Record, dialect: Dialect) -> bool:
    return one.scheme == "isbn" and extras_kind(record, dialect) in PARTS


def _read_isbn(said: Fields, record: Record, dialect: Dialect) -> None:
    """A chapter has the ISBN of its book, which names no chapter."""
    if said[KIND].lower() in PARTS:
        if isbn := _line(said, "isbn"):
            record.details["ISBN"] = isbn
    else:
        _ISBN_OF_BOOK.read(said, record, dialect)


def _write_isbn(record: Record, dialect: Dialect) -> dict[str, str]:
    if extras_kind(record, dialect) in PARTS or "ISBN" in record.details:
        return {"isbn": encoded(isbn)} if (isbn := record.details.get("ISBN")) else {}
    return _ISBN_OF_BOOK.write(record, dialect)


@lru_cache(4096)
def _relation(url: str) -> str:
    return "pdf" if url.lower().endswith(".pdf") else relation(url)


def _read_links(said: Fields, record: Record, dialect: Dialect) -> None:
    for name, value in said.items():
        if name == KIND or not (url := fields.http_url(address(value))):
            continue
        rel = _NUMBERED.sub("", name)
        if rel == "url":
            rel = _relation(url)
        if (link := Link(rel, url)) not in record.links:
            record.links.append(link)


def _write_links(record: Record, dialect: Dialect) -> dict[str, str]:
    written: dict[str, str] = {}
    count: dict[str, int] = {}
    for link in record.links:
        name = "url" if link.rel == "page" else link.rel
        if name == "url" and _relation(link.url) != "page":
            name = "page"
        count[name] = count.get(name, 0) + 1
        written[f"{name}_{count[name]}" if count[name] > 1 else name] = _address(link.url)
    return written


# Details


# The variables that have fields of their own.
_VARIABLES = {"type", "page", "ISBN", "issue", "number", "collection-number", "publisher"}


def _detail(variable: str, *names: str, biblatex: str = "") -> _Fact:
    """A variable of CSL in the first of its fields that has a value. It is written into the first, or for biblatex into
    the one that is named."""

    def read_one(said: Fields, record: Record, dialect: Dialect) -> None:
        for name in names:
            if value := _line(said, name, _LONGEST_DETAIL):
                record.details[variable] = value
                return

    def write_one(record: Record, dialect: Dialect) -> dict[str, str]:
        value = record.details.get(variable)
        return {(dialect.biblatex and biblatex) or names[0]: encoded(value)} if value else {}

    _VARIABLES.add(variable)
    return _Fact(names, read_one, write_one, plain=not biblatex)


def _people(variable: str, *names: str) -> _Fact:
    """A variable of CSL that names people."""

    def read_one(said: Fields, record: Record, dialect: Dialect) -> None:
        for name in names:
            if people := listed(bibtex_names.people(said.get(name, ""))):
                record.details[variable] = people
                return

    def write_one(record: Record, dialect: Dialect) -> dict[str, str]:
        people = from_list(record.details.get(variable, ""))
        return {names[0]: bibtex_names.field_of(people, encoded)} if people else {}

    _VARIABLES.add(variable)
    return _Fact(names, read_one, write_one)


def _read_pages(said: Fields, record: Record, dialect: Dialect) -> None:
    if pages := _line(said, "pages", _LONGEST_DETAIL):
        record.details["page"] = re.sub(r"\s*[‐-―−-]+\s*", "-", pages)


def _write_pages(record: Record, dialect: Dialect) -> dict[str, str]:
    pages = record.details.get("page")
    return {"pages": "--".join(map(encoded, pages.split("-")))} if pages else {}


# The fields of numbers where `number` is another one.
_NUMBERS = {"issue": "issue", "collection-number": "seriesnumber", "number": "eid"}


def _number(kind: str) -> str:
    """Which variable `number` is in an entry of this type."""
    if kind in ("article", "suppperiodical", "periodical"):
        return "issue"
    return "collection-number" if kind in PARTS or "book" in kind or kind.endswith("proceedings") else "number"


def _read_number(said: Fields, record: Record, dialect: Dialect) -> None:
    usual = _number(said[KIND].lower())
    for variable, name in ((usual, "number"), *_NUMBERS.items()):
        value = _line(said, name, _LONGEST_DETAIL)
        if value and variable not in record.details:
            record.details[variable] = value


def _write_number(record: Record, dialect: Dialect) -> dict[str, str]:
    usual = _number(extras_kind(record, dialect))
    written = {}
    for variable, name in _NUMBERS.items():
        if value := record.details.get(variable):
            written["number" if variable == usual else name] = encoded(value)
    return written


def _publisher_fields(kind: str) -> list[str]:
    names = ["publisher", "institution", "school", "organization"]
    if kind in ("phdthesis", "mastersthesis"):
        names.remove("school")
        names.insert(0, "school")
    elif kind in ("thesis", "techreport", "report"):
        names.remove("institution")
        names.insert(0, "institution")
    elif kind in ("manual", "online", "electronic", "www"):
        names.remove("organization")
        names.insert(0, "organization")
    return names


def _read_publisher(said: Fields, record: Record, dialect: Dialect) -> None:
    for name in _publisher_fields(said[KIND].lower()):
        if value := _line(said, name, _LONGEST_DETAIL):
            record.details["publisher"] = value
            return


def _write_publisher(record: Record, dialect: Dialect) -> dict[str, str]:
    value = record.details.get("publisher")
    return {_publisher_fields(extras_kind(record, dialect))[0]: encoded(value)} if value else {}


def _nothing(record: Record, dialect: Dialect) -> dict[str, str]:
    """What is only kept as it came."""
    return {}


# People that CSL knows and BibTeX does not stand under the names they have there.
_OTHER_PEOPLE = (
    "collection-editor",
    "composer",
    "curator",
    "director",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "chair",
    "compiler",
    "contributor",
)
_TYPE = _Fact((KIND, "csltype"), _read_type, _write_type)
_ISBN_OF_BOOK = _scheme("isbn", "isbn")
_ADDED = _Fact(("creationdate", "date-added", "dateadded", "added-at", "timestamp"), _read_added, _nothing)
_GROUPS = _Fact(("groups", "mendeley-groups", "mendeley-tags"), _read_groups, _write_groups)
_LINKS = _Fact(("url", "pdf", "code", "page"), _read_links, _write_links)
_NOTE = _Fact(("comment", "review", "annote", "annotation"), _read_note, _write_note)
# In the order in which they are written.
_FACTS = (
    _TYPE,
    _Fact(("title", "subtitle"), _read_title, _write_title, plain=True),
    _Fact(("author",), _read_authors, _write_authors),
    _people("editor", "editor"),
    _people("translator", "translator"),
    _people("container-author", "bookauthor"),
    _Fact(("journal", "journaltitle", "booktitle"), _read_venue, _write_venue),
    _detail("container-title-short", "shortjournal"),
    _Fact(("date", "year", "month", "day"), _read_date, _write_date),
    _detail("collection-title", "series"),
    _detail("volume", "volume"),
    _Fact(("number", "issue", "seriesnumber", "eid"), _read_number, _write_number),
    _Fact(("pages",), _read_pages, _write_pages),
    _detail("chapter-number", "chapter"),
    _detail("edition", "edition"),
    _detail("part-number", "part"),
    _detail("number-of-volumes", "volumes"),
    _detail("number-of-pages", "pagetotal"),
    _detail("version", "version"),
    _Fact(("publisher", "institution", "school", "organization"), _read_publisher, _write_publisher),
    _detail("publisher-place", "address", "location", biblatex="location"),
    _detail("event-title", "eventtitle"),
    _detail("event-place", "venue"),
    _detail("event-date", "eventdate"),
    _detail("genre", "type"),
    _detail("status", "pubstate"),
    _detail("language", "language", "langid"),
    _detail("title-short", "shorttitle"),
    _detail("original-date", "origdate"),
    _detail("original-title", "origtitle"),
    _detail("original-publisher", "origpublisher"),
    _detail("original-publisher-place", "origlocation"),
    _detail("call-number", "library"),
    _detail("note", "note"),
    _scheme("doi", "doi"),
    _Fact(("eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass"), _read_eprint, _write_eprint),
    _scheme("pmid", "pmid"),
    _scheme("pmcid", "pmcid"),
    _scheme("openreview", "openreview"),
    _scheme("huggingface", "huggingface"),
    _Fact(("identifiers",), _read_others, _write_others),
    _Fact(("isbn",), _read_isbn, _write_isbn),
    _detail("ISSN", "issn"),
    _LINKS,
    _detail("accessed", "urldate"),
    _Fact(("abstract",), _read_abstract, _write_abstract, plain=True, longest=fields.LONGEST_ABSTRACT),
    _Fact(
        ("keywords", "keyword", "readstatus", "ranking", "relevance", "rating", "read"), _read_keywords, _write_keywords
    ),
    _GROUPS,
    _NOTE,
    _ADDED,
    *(_people(name, name) for name in _OTHER_PEOPLE),
)
# What the reader made of a paper, and where they have it.
_OWN = frozenset((
    "readstatus", "ranking", "relevance", "rating", "read", "priority", "printed", "qualityassured", "file", "owner",
    "modificationdate", *_GROUPS.names, *_NOTE.names, *_ADDED.names,
))  # fmt: skip
_FACT_OF = {name: fact for fact in _FACTS for name in fact.names}
_PLACES = {name: place for place, name in enumerate(_FACT_OF)}


def _place(name: str) -> tuple[int, str]:
    unnumbered = _NUMBERED.sub("", name)
    # Links stay in the order they have.
    return (_PLACES["url"], "") if _FACT_OF.get(unnumbered) is _LINKS else (_PLACES.get(unnumbered, len(_PLACES)), name)
