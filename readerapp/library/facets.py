"""How the papers of a list are spread: over status, tags, years, venues, authors, keywords, sources, what they have.

Up to SAMPLE papers are looked at one by one, and every count is exact. Of more papers, what a kept count or an index
answers is exact, and the rest is counted in an even sample of about that many and scaled up.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from readerapp.library import counts, tags
from readerapp.library.language import quoted
from readerapp.library.papers import VISIBLE
from readerapp.records import Status

SAMPLE = 10_000
# So few are looked at in a fiftieth of a second.
GLANCE = 1_500

# Of a large list these need no sample, and of the library the first two are kept.
KEPT = ("status", "tag")
QUICK = (*KEPT, "year", "venue")
NAMES = (*QUICK, "author", "keyword", "source", "has")

# The values of the facets with few, in their order: words of the search language.
STATES = (*(status.word for status in Status), "starred", "queued")
HAS = ("note", "highlight", "takeaway", "code", "pdf", "doi", "abstract")

_Counts = dict[str, int]
# A condition over `paper_id`, and its parameters.
_Sql = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: how it is called, the query that narrows a list to it, and how many papers of the list have it.

    The label of a state and of what papers have is its word in the search language. Unless `exact` the count is an
    estimate in two digits.
    """

    label: str
    query: str
    count: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of values, by one of NAMES: the commonest first, but years the latest first, and states and what papers
    have in the order of STATES and HAS."""

    name: str
    values: tuple[FacetValue, ...]

    @property
    def exact(self) -> bool:
        """Whether every count is."""
        return all(value.exact for value in self.values)


def facets(
    connection: sqlite3.Connection,
    ids: array[int] | None,
    *,
    limit: int = 12,
    names: Collection[str] = NAMES,
) -> list[Facet]:
    """The facets in `names` of these papers, each with its first `limit` values; with None of the whole library, the
    trash left out. A paper with a tag counts for the tags above it too, as a search for those finds it."""
    total = _total(connection) if ids is None else len(ids)
    estimated: dict[str, _Counts] = {}
    if total <= SAMPLE:
        exact = _looked_at(connection, _sample(connection, 1) if ids is None else ids, names, limit)
    else:
        exact = _of_library(connection, names) if ids is None else _of_many(connection, ids, names)
        missing = [name for name in names if name not in QUICK]
        if missing:
            step = total // SAMPLE
            sample = _sample(connection, step) if ids is None else ids[::step]
            estimated = _scaled(_looked_at(connection, sample, missing, limit), total / max(len(sample), 1))
    return [
        Facet(name, _values(name, exact.get(name, {}), estimated.get(name, {}))[:limit])
        for name in NAMES
        if name in names
    ]


def glance(connection: sqlite3.Connection, ids: array[int], *, limit: int = 12) -> list[Facet]:
    """The facets of a list as an even sample of about GLANCE papers has them: what can be said of it at once."""
    sample = ids[:: max(len(ids) // GLANCE, 1)]
    found = _scaled(_looked_at(connection, sample, NAMES, limit), len(ids) / max(len(sample), 1))
    return [Facet(name, _values(name, {}, found[name])[:limit]) for name in NAMES]


def _scaled(found: dict[str, _Counts], scale: float) -> dict[str, _Counts]:
    return {
        name: {label: _two_digits(count * scale) for label, count in counted.items()} for name, counted in found.items()
    }


def _total(connection: sqlite3.Connection) -> int:
    (total,) = connection.execute("SELECT sum(n) FROM tally WHERE name LIKE 'status:%'").fetchone()
    return int(total)


def _values(name: str, exact: _Counts, estimated: _Counts) -> tuple[FacetValue, ...]:
    found = {label: (count, label in exact) for label, count in (estimated | exact).items() if count}
    match name:
        case "status" | "has":
            labels: Iterable[str] = (label for label in (*STATES, *HAS) if label in found)
        case "year":
            labels = sorted(found, reverse=True)
        case _:
            labels = sorted(found, key=lambda label: (-found[label][0], label.casefold(), label))
    return tuple(FacetValue(label, _query(name, label), *found[label]) for label in labels)


def _query(name: str, label: str) -> str:
    return f"{'is' if name == 'status' else name}:{quoted(label)}"


def _two_digits(count: float) -> int:
    return int(round(count, 2 - len(str(round(count)))))


def _merged(found: Iterable[tuple[str, int]]) -> _Counts:
    """Counts of words that differ at most in capitals as one, under the commonest spelling."""
    spellings: dict[str, dict[str, int]] = {}
    for label, count in found:
        if label.strip():
            spellings.setdefault(label.casefold(), {})[label] = count
    return {max(known, key=lambda label: (known[label], label)): sum(known.values()) for known in spellings.values()}


# Paper by paper. json_each comes first in the joins, and each paper is found by its primary key.

_ROWS = (
    "SELECT p.status, p.starred, p.year, p.venue, p.source, p.import_id FROM json_each(?) AS one"
    " CROSS JOIN paper AS p ON p.id = one.value"
)
_TEXTS = (
    "SELECT text.authors, text.keywords, text.abstract <> '' FROM json_each(?) AS one"
    " CROSS JOIN paper_text AS text ON text.paper_id = one.value"
)
_TAGGED = (
    "SELECT one.value, tag.key FROM json_each(?) AS one CROSS JOIN paper_tag ON paper_id = one.value"
    " CROSS JOIN tag ON tag.id = tag_id"
)
_TAKEAWAYS = "SELECT count(*) FROM words_fts WHERE takeaway <> '' AND +rowid IN (SELECT value FROM json_each(?))"
_QUEUED = "SELECT count(*) FROM json_each(?) AS one WHERE one.value IN (SELECT paper_id FROM queue)"
_PRESENT = """
SELECT sum(EXISTS (SELECT 1 FROM note WHERE paper_id = one.value)),
       sum(EXISTS (SELECT 1 FROM highlight WHERE paper_id = one.value)),
       sum(EXISTS (SELECT 1 FROM link WHERE rel = 'code' AND paper_id = one.value)),
       sum(EXISTS (SELECT 1 FROM link WHERE rel = 'pdf' AND paper_id = one.value) OR EXISTS
           (SELECT 1 FROM attachment WHERE media_type = 'application/pdf' AND paper_id = one.value)),
       sum(EXISTS (SELECT 1 FROM identifier WHERE +scheme = 'doi' AND paper_id = one.value))
FROM json_each(?) AS one
"""


def _looked_at(
    connection: sqlite3.Connection, ids: array[int], names: Collection[str], limit: int
) -> dict[str, _Counts]:
    # In the order of their ids, neighbours stand on the same pages.
    chosen = (f"[{','.join(map(str, sorted(ids)))}]",)
    found: dict[str, _Counts] = {}
    if not {"status", "year", "venue", "source"}.isdisjoint(names):
        rows = connection.execute(_ROWS, chosen).fetchall()
        number = Counter(row[0] for row in rows)
        found["status"] = {status.word: number[status] for status in Status}
        found["status"]["starred"] = sum(row[1] for row in rows)
        (found["status"]["queued"],) = connection.execute(_QUEUED, chosen).fetchone()
        found["year"] = {str(year): count for year, count in Counter(row[2] for row in rows).items() if year}
        found["venue"] = _merged(Counter(row[3] for row in rows).items())
        found["source"] = _of_sources(connection, Counter(row[4:] for row in rows))
    if "tag" in names:
        found["tag"] = _of_tagged(connection, connection.execute(_TAGGED, chosen))
    if not {"author", "keyword", "has"}.isdisjoint(names):
        texts = connection.execute(_TEXTS, chosen).fetchall()
        found["author"] = _of_parts([row[0] for row in texts], limit)
        found["keyword"] = _of_parts([row[1] for row in texts], limit)
        found["has"] = {"abstract": sum(row[2] for row in texts)}
    if "has" in names:
        words = ("note", "highlight", "code", "pdf", "doi")
        present = connection.execute(_PRESENT, chosen).fetchone()
        found["has"] |= {word: count or 0 for word, count in zip(words, present, strict=True)}
        (found["has"]["takeaway"],) = connection.execute(_TAKEAWAYS, chosen).fetchone()
    return {name: found[name] for name in names}


def _of_parts(texts: list[str], limit: int) -> _Counts:
    """The commonest parts of texts, as paper_text joins them, and in how many texts each stands, whatever its capitals.

    Each is spelled as where it stands first. To merge spellings of the commonest alone is what makes this quick.
    """
    folded = [text.casefold() for text in texts]
    number = Counter(chain.from_iterable(dict.fromkeys(text.split("; ")) for text in folded))
    found = {}
    for part, count in number.most_common(limit + 1):
        if part.strip():
            first = next(n for n, text in enumerate(folded) if part in text and part in text.split("; "))
            found[next(one for one in texts[first].split("; ") if one.casefold() == part)] = count
    return found


def _of_sources(connection: sqlite3.Connection, found: Mapping[tuple[str, int | None], int]) -> _Counts:
    """A paper comes from what it names itself and from what was imported, which are often the same."""
    titles = dict(connection.execute("SELECT id, title FROM import"))
    number: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    for (source, import_id), count in found.items():
        parts = {part.casefold(): part for part in (titles.get(import_id, ""), source) if part.strip()}
        number.update(dict.fromkeys(parts, count))
        spellings.update(parts)
    return {spellings[part]: count for part, count in number.items()}


def _of_tagged(connection: sqlite3.Connection, tagged: Iterable[tuple[int, str]]) -> _Counts:
    names = dict(connection.execute("SELECT key, name FROM tag"))
    papers: dict[str, set[int]] = {key: set() for key in names}
    for paper, key in tagged:
        while key:
            if key in papers:
                papers[key].add(paper)
            key = key.rpartition("/")[0]
    return {names[key]: len(having) for key, having in papers.items()}


def _sample(connection: sqlite3.Connection, step: int) -> array[int]:
    """The papers of the library whose id is a multiple of `step`: one in so many of them."""
    highest = _highest(connection)
    sql = (
        "SELECT p.id FROM json_each(?) AS one CROSS JOIN paper AS p ON p.id = one.value"
        f" WHERE p.shelf = 0{_visible(connection)}"
    )
    chosen = f"[{','.join(map(str, range(step, highest + 1, step)))}]"
    return array("q", chain.from_iterable(connection.execute(sql, (chosen,))))


def _highest(connection: sqlite3.Connection) -> int:
    (highest,) = connection.execute("SELECT ifnull(max(id), 0) FROM paper").fetchone()
    return int(highest)


def _visible(connection: sqlite3.Connection) -> str:
    """Leaves the papers out that are still arriving, if any are: to ask it of a million takes 40 ms."""
    (arriving,) = connection.execute("SELECT EXISTS (SELECT 1 FROM arriving)").fetchone()
    return f" AND {VISIBLE}" if arriving else ""


# The whole library

_OF_LIBRARY = f"EXISTS (SELECT 1 FROM paper AS p WHERE p.id = paper_id AND p.shelf = 0 AND {VISIBLE})"


def _of_library(connection: sqlite3.Connection, names: Collection[str]) -> dict[str, _Counts]:
    found: dict[str, _Counts] = {}
    if "status" in names:
        kept = counts.counts(connection)
        found["status"] = {state: getattr(kept, state) for state in STATES}
    if "tag" in names:
        found["tag"] = {tag.name: tag.papers for tag in tags.all_tags(connection)}
    for column in ("year", "venue"):
        if column in names:
            # Walks the covering index paper_shelf_year or paper_shelf_venue.
            sql = (
                f"SELECT p.{column}, count(*) FROM paper AS p WHERE p.shelf = 0{_visible(connection)}"
                f" GROUP BY p.{column}"
            )
            found[column] = _merged((str(value or ""), count) for value, count in connection.execute(sql))
    if "has" in names:
        found["has"] = _of_own(connection, (_OF_LIBRARY, []))
    return found


# More papers than can be looked at one by one: a byte for each id, "\x01" for a paper of the list. To ask it about a
# row of an index takes SQLite a tenth of a microsecond.

_MARKED = "substr(?, paper_id + 1, 1) = x'01'"


def _of_many(connection: sqlite3.Connection, ids: array[int], names: Collection[str]) -> dict[str, _Counts]:
    marks = bytearray(max(ids) + 1)
    for paper in ids:
        marks[paper] = 1
    mark = bytes(marks)
    inside: _Sql = (_MARKED, [mark])
    found: dict[str, _Counts] = {}
    if "status" in names:
        found["status"] = _of_states(connection, mark, len(ids))
    if "tag" in names:
        found["tag"] = _of_tags(connection, inside)
    for column in ("year", "venue"):
        if column in names:
            number: Counter[str] = Counter()
            for shelf in (0, 1):
                # Walks the covering index paper_shelf_year or paper_shelf_venue.
                sql = (
                    f"SELECT {column}, count(*) FROM paper WHERE shelf = ? AND substr(?, id + 1, 1) = x'01'"
                    f" GROUP BY {column}"
                )
                number.update({str(value or ""): count for value, count in connection.execute(sql, (shelf, mark))})
            found[column] = _merged(number.items())
    if "has" in names:
        found["has"] = _of_own(connection, inside)
    return found


def _of_states(connection: sqlite3.Connection, mark: bytes, total: int) -> _Counts:
    # The commonest status has what the others leave. The others walk the index paper (shelf, status, added).
    kept = dict(connection.execute("SELECT name, n FROM tally"))
    commonest = max(Status, key=lambda status: int(kept[f"status:{status.value}"]))
    sql = "SELECT count(*) FROM paper WHERE shelf IN (0, 1) AND status = ? AND substr(?, id + 1, 1) = x'01'"
    found = {
        status.word: connection.execute(sql, (status, mark)).fetchone()[0]
        for status in Status
        if status is not commonest
    }
    found[commonest.word] = total - sum(found.values())
    for state, table in (
        ("starred", "(SELECT id AS paper_id FROM paper WHERE starred = 1)"),
        ("queued", "queue"),
    ):
        (found[state],) = connection.execute(f"SELECT count(*) FROM {table} WHERE {_MARKED}", (mark,)).fetchone()
    return found


def _of_tags(connection: sqlite3.Connection, inside: _Sql) -> _Counts:
    clause, parameters = inside
    names = {key: (number, name) for number, key, name in connection.execute("SELECT id, key, name FROM tag")}
    sql = f"SELECT tag_id, count(*) FROM paper_tag WHERE {clause} GROUP BY tag_id"
    alone = dict(connection.execute(sql, parameters))
    found = {}
    for key, (number, name) in names.items():
        # A paper with two of the tags below counts once.
        below = [str(other) for one, (other, _) in names.items() if one.startswith(f"{key}/")]
        if below:
            those = ", ".join([str(number), *below])
            sql = f"SELECT count(DISTINCT paper_id) FROM paper_tag WHERE tag_id IN ({those}) AND {clause}"
            (found[name],) = connection.execute(sql, parameters).fetchone()
        else:
            found[name] = alone.get(number, 0)
    return found


def _of_own(connection: sqlite3.Connection, inside: _Sql) -> _Counts:
    """Of how many papers there is something that only the reader can have written; there is never much of it."""
    clause, parameters = inside
    found = {}
    for word, table in (
        ("note", "note"),
        ("highlight", "highlight"),
        ("takeaway", "(SELECT rowid AS paper_id FROM words_fts WHERE takeaway <> '')"),
    ):
        sql = f"SELECT count(DISTINCT paper_id) FROM {table} WHERE {clause}"
        (found[word],) = connection.execute(sql, parameters).fetchone()
    return found
