"""Making one paper of several that are one, and saying that they are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from readerapp.errors import Refused
from readerapp.library import duplicates, merging, papers, tags
from readerapp.library.connect import Connection, Writer
from readerapp.operations import titles
from readerapp.records import Changes, HighlightRecord, Record, Status, StatusChange

# What a work has one of: of each the reader chooses whose. All else is kept of all papers.
FIELDS = ("title", "authors", "venue", "year", "published", "citation_key", "abstract")

_FURTHEST = (Status.READ, Status.READING, Status.UNREAD, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merged paper will be, and for each of FIELDS the id of the paper whose value it has."""

    record: Record
    choices: Mapping[str, int]


def preview(
    connection: Connection, keep: int, others: Sequence[int], choices: Mapping[str, int] = MappingProxyType({})
) -> Preview:
    """What `merge` would make of these papers; nothing is written. Raises Refused when one of them is gone."""
    wanted = list(dict.fromkeys([keep, *others]))
    found = list(papers.records(connection, wanted))
    if len(found) < len(wanted):
        raise Refused("One of these papers is no longer in the library.", "Look for duplicates again.")
    if len(found) < 2:
        raise Refused("It takes two papers to merge.", "Select another one too.")
    return _merged(found, choices)


def merge(
    writer: Writer, keep: int, others: Sequence[int], choices: Mapping[str, int] = MappingProxyType({})
) -> Changes | None:
    """Makes one paper, the one with the id `keep`, of it and others, which are removed; one step.

    `choices` names for any of FIELDS the paper whose value is taken, empty or not; for the rest see `_usual`. Kept are
    all identifiers, links, keywords, tags, highlights, files and notes, the first value of each detail, every takeaway
    (the first as such, the others in the note), the furthest status (dropped only if all were), the highest rating, a
    star, the first place in up next and in each project, what the reader said of other papers, and the day the first
    of them was added. Raises Refused when one of them is gone.
    """
    title = titles.shortened(preview(writer.connection, keep, others, choices).record.title)
    rest = [paper for paper in dict.fromkeys(others) if paper != keep]
    with writer.step(f"Merge {len(rest) + 1:,} papers into {title}") as step:
        # Again: another process may have written.
        merged = preview(writer.connection, keep, rest, choices)
        merging.write(writer.connection, merged.record, rest, merged.choices, step.at)
    return step.changes


def keep_apart(writer: Writer, ids: Sequence[int]) -> Changes | None:
    """Writes down that no two of these papers are one, so that they are not found as duplicates again."""
    with writer.step(f"Keep {titles.papers(writer, ids)} apart") as step:
        duplicates.set_distinct(writer.connection, ids)
    return step.changes


def _merged(found: Sequence[Record], choices: Mapping[str, int]) -> Preview:
    """What these papers become, the first of them being the one that is kept."""
    by_id = {record.id or 0: record for record in found}
    for paper in choices.values():
        if paper not in by_id:
            raise Refused("A merged paper takes what it has from the papers it was.", "Choose one of them.")
    chosen = {**_usual(found), **choices}
    merged = Record(title="")
    for name in FIELDS:
        setattr(merged, name, getattr(by_id[chosen[name]], name))
    keep = found[0]
    merged.id, merged.source = keep.id, keep.source
    merged.status = min((record.status or Status.UNREAD for record in found), key=_FURTHEST.index)
    merged.starred = any(record.starred for record in found)
    merged.rating = max((record.rating for record in found if record.rating), default=None)
    merged.queue = min((record.queue for record in found if record.queue is not None), default=None)
    merged.keywords = _words(found, "keywords")
    merged.tags = sorted(_words(found, "tags"), key=tags.key)
    merged.identifiers = sorted(
        (one for record in found for one in record.identifiers), key=lambda one: (one.scheme, one.value)
    )
    merged.links = [*keep.links]
    merged.links += dict.fromkeys(link for record in found for link in record.links if link not in keep.links)
    merged.details = _first_values([record.details for record in found])
    merged.extras = {
        form: _first_values([record.extras.get(form, {}) for record in found])
        for form in dict.fromkeys(form for record in found for form in record.extras)
    }
    merged.highlights = _highlights(found)
    merged.takeaway, merged.note = _words_of_the_reader(found)
    merged.history = _history(found, merged.status)
    merged.added = min((record.added for record in found if record.added), default=None)
    if all(record.trashed for record in found):
        merged.trashed = keep.trashed
    return Preview(merged, {name: chosen[name] for name in FIELDS})


def _usual(found: Sequence[Record]) -> dict[str, int]:
    """Whose value a field has when the reader does not choose: that of the published paper, a full one rather than an
    abstract of it, as far as it has one; the longest list of authors; the abstract with the reader's highlights in it,
    else the longest; a date that agrees with the year; and the citation key that is already in use."""

    def first(wanted: Sequence[Record], name: str) -> Record:
        return next((record for record in wanted if getattr(record, name)), wanted[0])

    in_order = sorted(found, key=_rank)
    marks = [mark.quote for record in found for mark in record.highlights if mark.target == "abstract"]
    year = first(sorted(found, key=lambda record: (not _is_published(record), _rank(record))), "year")
    agreeing = [
        record
        for record in [year, *in_order]
        if record.published and (year.year is None or record.published.startswith(str(year.year)))
    ]
    chosen = {
        "title": in_order[0],
        "authors": max(in_order, key=lambda record: len(record.authors)),
        "venue": first(in_order, "venue"),
        "year": year,
        "published": max(agreeing, key=lambda record: len(record.published or ""), default=year),
        "citation_key": first(found, "citation_key"),
        "abstract": max(
            in_order, key=lambda record: (sum(mark in record.abstract for mark in marks), len(record.abstract))
        ),
    }
    return {name: record.id or 0 for name, record in chosen.items()}


def _rank(record: Record) -> tuple[bool, bool, bool]:
    """Which paper says best what the work is; the least comes first, and of equal ones the one that is kept."""
    waiting = not record.authors and not record.abstract
    return waiting, duplicates.is_edition(record.title), not _is_published(record)


def _is_published(record: Record) -> bool:
    return bool(record.venue) and not duplicates.is_preprint(record.venue)


def _words(found: Sequence[Record], name: str) -> list[str]:
    """All keywords or tags of these papers, those that differ only in capitals once; all of the first."""
    words: list[str] = list(getattr(found[0], name))
    known = {tags.key(word) for word in words}
    for record in found[1:]:
        for word in getattr(record, name):
            if tags.key(word) not in known:
                known.add(tags.key(word))
                words.append(word)
    return words


def _first_values(found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """All values by name; of several the first."""
    values: dict[str, str] = {}
    for one in found:
        values = {**one, **values}
    return values


def _highlights(found: Sequence[Record]) -> list[HighlightRecord]:
    """All highlights; one with the same passage, surroundings, meaning and comment as another paper's once."""

    def what(mark: HighlightRecord) -> tuple[str, ...]:
        return mark.target, mark.quote, mark.prefix, mark.suffix, mark.meaning, mark.comment

    marks: list[HighlightRecord] = []
    for record in found:
        known = {what(mark) for mark in marks}
        marks += [mark for mark in record.highlights if what(mark) not in known]
    return marks


def _words_of_the_reader(found: Sequence[Record]) -> tuple[str, str]:
    """The takeaway and the note. What is in the note already is not said twice."""
    takeaways = list(dict.fromkeys(record.takeaway for record in found if record.takeaway))
    note = ""
    for text in [*(record.note for record in found), *takeaways[1:]]:
        if text and text not in note:
            note = f"{note}\n\n{text}" if note else text
    return takeaways[0] if takeaways else "", note


def _history(found: Sequence[Record], status: Status) -> list[StatusChange]:
    """All changes of status in order; if they end with another than this one, this is said once more then."""
    changes = sorted((change for record in found for change in record.history), key=lambda change: change.at)
    if any(change.status is not status for change in changes if change.at == changes[-1].at):
        changes.append(StatusChange(status, changes[-1].at))
    return changes
