"""From a query to the papers it finds, in order: all of them, their number, or the first within a moment.

`ids` and `count` are exact. They start from the part of the query of which an index says that it has the fewest papers,
or, where every part has many, walk the papers in the order of the list. `first` has a moment only: it walks in the
order of the list, and stops when it has enough or the moment is over. What it answers are papers the query finds, but
some that belong between them may be missing: those that only the reader's own words match, unless there was time for
all. Where words are asked for it takes the order of the numbers for that of adding, and by relevance tells titles from
the rest and no more.
"""

from __future__ import annotations

import sqlite3
import time
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import NamedTuple

from readerapp.library import language
from readerapp.library.folding import has_word
from readerapp.library.language import (
    EVERYTHING,
    And,
    DateRange,
    Expression,
    Has,
    IdentifierIs,
    Is,
    Not,
    Or,
    PaperIs,
    Query,
    Range,
    Saved,
    Sort,
    SourceHas,
    TagIs,
    Untagged,
    Words,
    parse,
)
from readerapp.library.matching import (
    SHORT,
    Shortened,
    Sql,
    anywhere,
    in_index,
    in_papers,
    in_pdfs,
    in_reader_words,
    index_of,
    joined,
    literal,
    positive_words,
    shortened,
    to_fts,
    to_fts_in,
    too_long_for_titles,
    with_reader_words,
)
from readerapp.library.papers import VISIBLE
from readerapp.library.tags import MAX_LENGTH, meant
from readerapp.library.tags import key as tag_key
from readerapp.records import Status

# A part with at most so many papers is where to start from. Beyond, walking an index costs less than to look up and
# sort; for a first answer, whose walk ends early, much earlier.
_FEW, _FEW_AT_FIRST = 100_000, 8_000

# A first answer with nothing in it waits for one paper so many times as long.
_PATIENCE = 3

# A saved search may name saved searches, so deep, and so many in all.
_DEEPEST, _MOST_NAMED = 8, 1_000

# SQLite takes 500 SELECTs in one, and a part may be a few.
_MOST_SELECTS = 50

# How often SQLite asks whether the moment is over, in steps of its machine: of a walk every few microseconds, and
# within one step of FTS5, which reads many pages, after some thirty of them.
_ASK_AFTER = 100

_FINISHED = "(SELECT at FROM status_change WHERE paper_id = p.id AND status = 2 ORDER BY at DESC, id DESC LIMIT 1)"

_STATES = {**{status.word: f"status = {status.value}" for status in Status}, "trashed": "shelf = 1"}
_LISTED = {
    Is("starred"): "SELECT id AS paper FROM paper WHERE starred = 1",
    Is("queued"): "SELECT paper_id AS paper FROM queue",
    Has("note"): "SELECT paper_id AS paper FROM note",
    # instr spares most notes the rest.
    Has("task"): "SELECT paper_id AS paper FROM note WHERE instr(text, '[ ]') AND has_open_task(text)",
    Has("highlight"): "SELECT paper_id AS paper FROM highlight",
    Has("code"): "SELECT paper_id AS paper FROM link WHERE rel = 'code'",
    Has("pdf"): "SELECT paper_id AS paper FROM link WHERE rel = 'pdf' UNION ALL"
    " SELECT paper_id AS paper FROM attachment WHERE media_type = 'application/pdf'",
    Has("doi"): "SELECT paper_id AS paper FROM identifier WHERE scheme = 'doi'",
}

# By what a list is ordered, and which papers have it. The others come last in either direction, newest first.
# Each order that has one walks an index of `paper` (shelf, column) when nothing narrows the list.
_ORDERS: dict[str, tuple[str, str]] = {
    "added": ("p.added", ""),
    "changed": ("p.changed", ""),
    "title": ("p.title", ""),
    "published": ("p.published", "p.published IS NOT NULL"),
    "author": ("p.byline", "p.byline > ''"),
    "venue": ("p.venue", "p.venue > ''"),
    "year": ("p.year", "p.year IS NOT NULL"),
    "rating": ("p.rating", "p.rating IS NOT NULL"),
    "trashed": ("p.trashed", "p.trashed IS NOT NULL"),
    "read": (_FINISHED, f"p.status = 2 AND {_FINISHED} IS NOT NULL"),
    "queue": ("queue.position", "+p.id IN (SELECT paper_id FROM queue)"),
    "interest": ("interest.score", "+p.id IN (SELECT paper_id FROM interest)"),
}
# CROSS JOIN keeps the order of the tables: these have an index in the order wanted.
_SOURCES = {
    "queue": "queue CROSS JOIN paper AS p ON p.id = queue.paper_id",
    "interest": "interest CROSS JOIN paper AS p ON p.id = interest.paper_id",
}
# Up next of a project has an order of its own, as far as the reader gave it one; the others follow as in the whole.
_PLACE = "(SELECT position FROM project_queue WHERE paper_id = p.id AND tag_id = (SELECT id FROM tag WHERE key = ?))"
# What is arriving has the highest numbers: a walk is not to begin with it.
_UNTIL = VISIBLE.partition("<")[2]
_NEWEST, _OLDEST = Sort("added", descending=True), Sort("added", descending=False)
_BEST = Sort("relevance", descending=True)


def ids(
    connection: sqlite3.Connection,
    query: Query,
    *,
    within: Query | None = None,
    sort: Sort | None = None,
    limit: int | None = None,
) -> array[int]:
    """The papers a query finds, in order: the query's own, else `sort`, else that of `within`, else last added first.
    The first `limit` of them, or all.

    What has no year (rating, place in the queue ...) comes last in either direction, newest first; equals come by id,
    in the direction of the order.
    """
    parts = _grouped(_parts(connection, query, within))
    order = query.sort or sort or (within.sort if within else None) or _NEWEST
    search = _Search(parts, _start(connection, parts, _FEW))
    return array("q", _papers(connection, search, order, limit))


class Beginning(NamedTuple):
    """The first papers of a query; whether they are all it finds; and whether they also stand in the order of `ids`."""

    papers: array[int]
    whole: bool
    in_order: bool


def first(
    connection: sqlite3.Connection, query: Query, *, sort: Sort | None = None, limit: int, seconds: float
) -> Beginning:
    """The first `limit` papers of `ids` as far as they are found within so many seconds, or, if that is none, until
    there is one, within three times as many. Sets the connection's progress handler.

    It does not wait longer where the beginning of a word was shortened: then what is walked may be far more than what
    is looked for, and to ask for the whole costs less.
    """
    found = array("q")
    whole = exact = False
    begun: list[Shortened] = []
    order = query.sort or sort or _NEWEST
    began = time.perf_counter()
    end, last = began + seconds, began + _PATIENCE * seconds
    connection.set_progress_handler(lambda: time.perf_counter() > (end if found else last), _ASK_AFTER)
    try:
        asked = _parts(connection, query, None)
        parts, begun = _widened(asked)
        parts = _grouped(parts)
        last = end if begun else last
        by_words = order in (_NEWEST, _OLDEST, _BEST) and any(map(index_of, parts))
        # Words are walked from their newest paper on: how many papers have them does not matter.
        start = _start(connection, [part for part in parts if not (by_words and index_of(part))], _FEW_AT_FIRST)
        if start is None and by_words:
            papers = _kept(connection, _newest(connection, parts, order, _grouped(asked)), begun)
            papers = chain(papers, _besides(connection, _grouped(asked)))
        elif start is None:
            walk = _papers(connection, _Search(parts, None, walking=True), order, None if begun else limit)
            papers = _kept(connection, walk, begun)
        else:
            exact = True
            papers = _kept(
                connection, _papers(connection, _Search(parts, start), order, None if begun else limit + 1), begun
            )
        for paper in papers:
            if paper not in found:
                found.append(paper)
            if len(found) > limit:
                break
        # Of words in further parts a walk asks one index only.
        sure = exact or (by_words and sum(_text(part) is not None for part in _grouped(asked)) == 1)
        whole = sure and len(found) <= limit
    except sqlite3.OperationalError:
        if time.perf_counter() <= (end if found else last):
            raise
    finally:
        connection.set_progress_handler(None, 0)
    # By relevance shortened beginnings of words rank other papers than whole ones.
    ordered = exact and not (begun and order.key == "relevance")
    return Beginning(found[:limit], whole, whole and (ordered or len(found) < 2))


def count(connection: sqlite3.Connection, query: Query, *, within: Query | None = None) -> int:
    """How many papers a query finds."""
    parts = _grouped(_parts(connection, query, within))
    if len(parts) == 1 and isinstance(parts[0], Not) and index_of(parts[0].part):
        return _count(connection, []) - _count(connection, [parts[0].part])
    return _count(connection, parts)


def _count(connection: sqlite3.Connection, parts: Sequence[Expression]) -> int:
    start = _start(connection, parts, _FEW)
    text = next((part for part in parts if index_of(part) in ("word_fts", "paper_fts")), None)
    # Years and dates have an index that knows the shelf too: to walk that costs less than to look papers up.
    if text is None or start not in (None, text) or any(isinstance(part, Range | DateRange) for part in parts):
        clause, parameters = _Search(parts, start).where()
        sql = f"SELECT count(*) FROM paper AS p WHERE {clause}"
    else:
        # What the index of words finds is counted as it comes; then what is found by the reader's words only.
        select, parameters = in_papers(text)
        others = [part for part in parts if part is not text]
        sql, more = _count_of(select, others)
        parameters = [*parameters, *more]
        if by_the_reader := with_reader_words(text):
            inside = f"EXISTS (SELECT 1 FROM ({select}) AS own WHERE own.paper = more.paper)"
            extra, again = _count_of(
                f"SELECT DISTINCT paper FROM ({by_the_reader[0]}) AS more WHERE NOT {inside}", others
            )
            sql += f" + {extra}"
            parameters += [*by_the_reader[1], *in_papers(text)[1], *again]
        sql = f"SELECT {sql}"
    (number,) = connection.execute(sql, parameters).fetchone()
    return int(number)


def _count_of(select: str, others: Sequence[Expression]) -> Sql:
    """How many of a SELECT's papers are in a list and fulfil the other parts."""
    if not others:
        # Without a look at the papers themselves: those in no list are few.
        visible = VISIBLE.replace("p.id", "paper")
        listed = f"paper NOT IN (SELECT id FROM paper WHERE shelf = 1) AND {visible}"
        return f"(SELECT count(*) FROM ({select}) WHERE {listed})", []
    clause, parameters = _Search(others, None).where()
    return (
        f"(SELECT count(*) FROM ({select}) AS one CROSS JOIN paper AS p ON p.id = one.paper WHERE +{clause})",
        parameters,
    )


def _parts(connection: sqlite3.Connection, query: Query, within: Query | None) -> list[Expression]:
    """The parts that must all hold."""
    expression = query.expression if within is None else language.both(query, within).expression
    expression = _resolved(connection, expression, _DEEPEST, iter(range(_MOST_NAMED)))
    return list(expression.parts) if isinstance(expression, And) else [expression]


def _grouped(parts: Sequence[Expression]) -> list[Expression]:
    """The same with words that one MATCH can find as one part."""
    texts: dict[str, list[Expression]] = {}
    for part in parts:
        if index := index_of(part):
            texts.setdefault(index, []).append(part)
    rest: list[Expression] = []
    for part in parts:
        excluded = index_of(part.part) if isinstance(part, Not) else ""
        if excluded in texts and excluded != "title_fts":
            texts[excluded].append(part)
        elif not index_of(part):
            rest.append(part)
    return [*(And(tuple(group)) if len(group) > 1 else group[0] for group in texts.values()), *rest]


def _widened(parts: Sequence[Expression]) -> tuple[list[Expression], list[Shortened]]:
    """Parts with beginnings of words that cost too much shortened to such as an index knows, and what to look for in
    the papers instead."""
    begun = [(part, shortened(part)) for part in parts]
    return [short.wider if short else part for part, short in begun], [short for _, short in begun if short]


def _besides(connection: sqlite3.Connection, parts: Sequence[Expression]) -> Iterator[int]:
    """What a walk of the index of words does not come by: what is found by the reader's own words, and by further forms
    of titles and names."""
    text = next(part for part in parts if index_of(part))
    select = in_papers(text) if index_of(text) == "title_fts" else with_reader_words(text)
    if select:
        yield from _walk(connection, select, [part for part in parts if part is not text], backwards=True)


def _kept(connection: sqlite3.Connection, papers: Iterable[int], begun: Sequence[Shortened]) -> Iterator[int]:
    """The papers whose texts have the beginnings that were shortened, or of which the reader's words have them."""
    if not begun:
        yield from papers
        return
    by_the_reader = [_by_its_own_words(connection, short) for short in begun]
    columns = ("title", "authors", "abstract", "keywords", "venue", "also")
    for paper in papers:
        row = connection.execute(f"SELECT {', '.join(columns)} FROM search_text WHERE id = ?", (paper,)).fetchone()
        texts = dict(zip(columns, row, strict=True))
        if all(paper in own or short.holds(texts) for short, own in zip(begun, by_the_reader, strict=True)):
            yield paper


def _by_its_own_words(connection: sqlite3.Connection, short: Shortened) -> set[int]:
    leaves = [leaf for leaf in short.leaves if not leaf.field]
    return set(chain.from_iterable(connection.execute(*in_reader_words(leaves)))) if leaves else set()


def _resolved(connection: sqlite3.Connection, expression: Expression, depth: int, left: Iterator[int]) -> Expression:
    """The expression with what they stand for in the place of saved searches and of the names of tags.
    A saved search that is not there, or that names itself, finds nothing; nor do more than are `left`."""
    match expression:
        case And(parts):
            return And(tuple(_resolved(connection, part, depth, left) for part in parts))
        case Or(parts):
            return Or(tuple(_resolved(connection, part, depth, left) for part in parts))
        case Not(part):
            return Not(_resolved(connection, part, depth, left))
        case Words(text, "", prefix, True):
            plain = Words(text, "", prefix)
            return Or((plain, Words(text, "pdf", prefix))) if has_word(text) else plain
        case Saved(name):
            row = connection.execute("SELECT query FROM saved_search WHERE name = ?", (name,)).fetchone()
            # Of searches that name one another, each names all again.
            if row is None or depth == 0 or next(left, None) is None:
                return Not(EVERYTHING)
            return _resolved(connection, parse(row[0]).expression, depth - 1, left)
        case TagIs(name, exact):
            levels = (" ".join(level.split()) for level in unicodedata.normalize("NFC", name).split("/"))
            name = "/".join(level for level in levels if level)
            # As tagging takes it: it may be another name of a tag, or of one above it. No tag has a longer name.
            return TagIs(meant(connection, name) if len(name) <= MAX_LENGTH else name, exact)
        case _:
            return expression


def _start(connection: sqlite3.Connection, parts: Sequence[Expression], few: int) -> Expression | None:
    """The part with the fewest papers, if they are few; counting none further than that."""
    best: Expression | None = None
    for part in parts:
        # What the reader's own words add is never much.
        select = in_papers(part) if index_of(part) else _select(part)
        if select is None:
            continue
        sql = f"SELECT count(*) FROM (SELECT 1 FROM ({select[0]}) LIMIT ?)"
        (number,) = connection.execute(sql, [*select[1], few + 1]).fetchone()
        if number <= few:
            best, few = part, number
    return best


class _Search:
    """Parts that must all hold, as a condition over `paper AS p`.

    `start` is the part whose papers are looked up; without one the papers are walked. While `walking` for a first
    answer each paper is asked about by itself, which costs less when only a few thousand are.
    """

    def __init__(self, parts: Sequence[Expression], start: Expression | None, *, walking: bool = False) -> None:
        self.parts = parts
        self.start = start
        self._walking = walking

    def where(self) -> Sql:
        """The condition. Papers in the trash are found by a query that names is:trashed only; papers that are still
        arriving never."""
        conditions = [_one_of(part) if part is self.start else self._condition(part) for part in self.parts]
        # Where SQLite is to start from a part, the sign keeps it from walking all papers of the shelf instead.
        shelf = ("+" if self.start is not None else "") + self.shelf
        clause, parameters = joined(conditions, "AND") if conditions else ("1", [])
        return f"{shelf} AND {VISIBLE} AND {clause}", parameters

    @property
    def shelf(self) -> str:
        if Is("trashed") in self.parts:
            return "p.shelf = 1"
        return "p.shelf IN (0, 1)" if any(map(_names_trash, self.parts)) else "p.shelf = 0"

    def _condition(self, part: Expression) -> Sql:
        match part:
            case Not(negated):
                # Excluded is what the reader's words have too, so the whole is asked, however many that are.
                walking = self._walking and _text(negated) is None
                clause, parameters = _Search((), None, walking=walking)._condition(negated)
                return f"({clause}) IS NOT TRUE", parameters
            case And(parts) if not index_of(part):
                return joined([self._condition(one) for one in parts], "AND") if parts else ("1", [])
            case Or(parts) if not index_of(part):
                return joined([self._condition(one) for one in parts], "OR") if parts else ("0", [])
        if (column := _column(part)) is not None:
            # The sign keeps SQLite from leaving the walk for an index of its own; that of statuses is in order too.
            return (column[0] if isinstance(part, Is) or not self._walking else column[0].replace("p.", "+p.")), column[
                1
            ]
        if not self._walking:
            # The sign keeps SQLite from starting here.
            clause, parameters = _one_of(part)
            return f"+{clause}", parameters
        select = in_index(part) if index_of(part) else _select(part)
        assert select is not None
        return f"EXISTS (SELECT 1 FROM ({select[0]}) AS found WHERE found.paper = p.id)", select[1]


def _one_of(part: Expression) -> Sql:
    select = _select(part)
    assert select is not None
    return f"p.id IN ({select[0]})", select[1]


def _names_trash(expression: Expression) -> bool:
    match expression:
        case And(parts) | Or(parts):
            return any(map(_names_trash, parts))
        case Not(part):
            return _names_trash(part)
        case _:
            return expression == Is("trashed")


# Into an order


def _papers(connection: sqlite3.Connection, search: _Search, order: Sort, limit: int | None) -> Iterator[int]:
    """What a search finds in order, up to `limit`."""
    direction = "DESC" if order.descending else "ASC"
    column, present, ordering = _order(search.parts, order)
    by = f"{column} {direction}, p.id {direction}"
    passes = [(_SOURCES.get(order.key, "paper AS p"), present, by, ordering)]
    if present:
        walked = limit is not None and search.start is None
        passes.append(("paper AS p" + " NOT INDEXED" * walked, f"({present}) IS NOT TRUE", "p.id DESC", []))
    left = limit
    for source, which, by, ordering in passes:
        clause, parameters = search.where()
        # The sign leaves rating to the index of the few papers that have one.
        sign = "+" if order.key == "rating" else ""
        sql = f"SELECT p.id FROM {source} WHERE {sign}{clause}{which and f' AND {which}'} ORDER BY {by}"
        if left is None:
            # Only where asked for a limit: to sort a list of which all is wanted, SQLite has a faster way.
            yield from chain.from_iterable(connection.execute(sql, [*parameters, *ordering]))
            continue
        if not left:
            return
        for (paper,) in connection.execute(f"{sql} LIMIT ?", [*parameters, *ordering, left]):
            left -= 1
            yield paper


def _order(parts: Sequence[Expression], order: Sort) -> tuple[str, str, list[object]]:
    """The column to order by, the condition under which a paper has it, and the column's parameters."""
    if order.key != "relevance":
        column, present = _ORDERS[order.key]
        project = language.project(And(tuple(parts))) if order.key == "queue" else ""
        if not project:
            return column, present, []
        direction = "DESC" if order.descending else "ASC"
        return f"{_PLACE} IS NULL {direction}, {_PLACE} {direction}, {column}", present, [tag_key(project)] * 2
    text = _text(And(tuple(parts)))
    if text is None:
        return "p.added", "", []
    rank, parameters = _rank(text)
    # Descending is best first, and the best rank is the highest; equals newest first either way.
    return f"{rank} {'DESC' if order.descending else 'ASC'}, p.added", "", parameters


def _rank(text: Expression) -> Sql:
    """Where all words stand: 3 in the title, 2 there or in names, keywords or venue, 1 in these or the abstract, 0 in
    the reader's words. No more is asked, such as how often: what ranks alike stands newest first."""
    leaves = list(positive_words(text))
    anything = index_of(text) or "paper_fts"
    index, upper = "paper_fts", ["title", "authors", "keywords", "venue"]
    if any(leaf.prefix and len(leaf.text) < SHORT for leaf in leaves) and all(not leaf.field for leaf in leaves):
        index, upper = "title_fts", ["title", "authors"]
    tiers = [
        (index, to_fts_in(("title",), text, index)),
        (index, to_fts_in(upper, text, index)),
        (anything, to_fts(text, anything)),
    ]
    cases = " ".join(
        f"WHEN p.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?) THEN {3 - n}"
        for n, (table, _) in enumerate(tiers)
    )
    return f"CASE {cases} ELSE 0 END", [match for _, match in tiers]


def _text(expression: Expression) -> Expression | None:
    """What an expression says about words that papers have in an index; None if nothing."""
    match expression:
        case And(parts) | Or(parts):
            texts = tuple(text for part in parts if (text := _text(part)) is not None)
            if len(texts) < 2:
                return texts[0] if texts else None
            return And(texts) if isinstance(expression, And) else Or(texts)
        case Words(text, field):
            return expression if field not in ("note", "pdf") and has_word(text) else None
        case _:
            return None


def _newest(
    connection: sqlite3.Connection, parts: Sequence[Expression], order: Sort, asked: Sequence[Expression]
) -> Iterator[int]:
    """Walks an index of words from its newest paper on; by relevance, first that of titles, which knows longer
    beginnings: for it the parts are as they were `asked`."""
    text = next(part for part in parts if index_of(part))
    others = [part for part in parts if part is not text]
    if order.key == "added":
        yield from _walk(connection, in_index(text), others, backwards=order.descending)
    else:
        known: set[int] = set()
        in_titles = next((part for part in asked if index_of(part)), text)
        if all(not leaf.field and not too_long_for_titles(leaf) for leaf in positive_words(in_titles)):
            titles = "SELECT rowid AS paper FROM title_fts WHERE title_fts MATCH ?"
            match: list[object] = [to_fts_in(("title",), in_titles, "title_fts")]
            besides = [part for part in asked if part is not in_titles]
            for paper in _walk(connection, (titles, match), [*besides, *_excluded(in_titles)], backwards=True):
                known.add(paper)
                yield paper
        yield from (paper for paper in _walk(connection, in_index(text), others, backwards=True) if paper not in known)


def _excluded(text: Expression) -> list[Expression]:
    return [part for part in text.parts if isinstance(part, Not)] if isinstance(text, And) else []


def _walk(
    connection: sqlite3.Connection, select: Sql, others: Sequence[Expression], *, backwards: bool
) -> Iterator[int]:
    """The papers of a SELECT by their numbers, those of them that fulfil the others."""
    clause, parameters = _Search(others, None, walking=True).where()
    sql = (
        f"SELECT p.id FROM ({select[0]}) AS found CROSS JOIN paper AS p ON p.id = found.paper"
        f" WHERE found.paper < {_UNTIL} AND +{clause} ORDER BY found.paper {'DESC' if backwards else 'ASC'}"
    )
    yield from chain.from_iterable(connection.execute(sql, [*select[1], *parameters]))


# Parts of a query


def _select(part: Expression) -> Sql | None:
    """The papers of a part that an index can list, as a SELECT of `paper`; they may come twice, and from the trash."""
    if index_of(part):
        return anywhere(part)
    if part in _LISTED:
        return _LISTED[part], []
    match part:
        case Or(parts) if len(parts) <= _MOST_SELECTS:
            selects = [_select(one) for one in parts]
            listed = [one for one in selects if one is not None]
            if not listed or len(listed) < len(selects):
                return None
            return (
                " UNION ALL ".join(f"SELECT paper FROM ({select})" for select, _ in listed),
                list(chain.from_iterable(parameters for _, parameters in listed)),
            )
        case Words(text, "note") if has_word(text):
            return in_reader_words([part])
        case Words(text, "pdf") if has_word(text):
            return in_pdfs(part)
        case TagIs(name, exact):
            key = tag_key(name)
            below = "" if exact else " OR key >= ? || '/' AND key < ? || '0'"
            return (
                f"SELECT paper_id AS paper FROM paper_tag WHERE tag_id IN (SELECT id FROM tag WHERE key = ?{below})",
                [key] * (1 if exact else 3),
            )
        case IdentifierIs(scheme, value, prefix):
            wanted = "value >= ? AND value < ? || char(1114111)" if prefix else "value IN (?, lower(?))"
            return (
                f"SELECT paper_id AS paper FROM identifier WHERE scheme = ? AND {wanted}",
                [scheme, value, value],
            )
        case PaperIs(None, values):
            places = ", ".join("?" * len(values))
            return (
                f"SELECT id AS paper FROM paper WHERE citation_key IN ({places}) UNION ALL"
                f" SELECT paper_id AS paper FROM identifier WHERE value IN ({places})",
                [*values, *values],
            )
        case Is() | Range() | PaperIs() | DateRange():
            column = _column(part)
            if column is None or (isinstance(part, DateRange) and part.field == "read"):
                return None
            # The columns have their indexes behind the shelf.
            shelf = "" if isinstance(part, PaperIs) or "p.rating" in column[0] else "p.shelf IN (0, 1) AND "
            return f"SELECT p.id AS paper FROM paper AS p WHERE {shelf}{column[0]}", column[1]
    return None


def _column(part: Expression) -> Sql | None:
    """A condition that a look at the paper's own row answers, or at one row beside it; None where it takes a list."""
    if part in _LISTED:
        return None
    match part:
        case Is(state):
            return f"p.{_STATES[state]}", []
        case Has("abstract"):
            return "EXISTS (SELECT 1 FROM paper_text WHERE paper_id = p.id AND abstract <> '')", []
        case Has():
            return "p.takeaway <> ''", []
        case Untagged():
            return "NOT EXISTS (SELECT 1 FROM paper_tag WHERE paper_id = p.id)", []
        case Range(field, low, high):
            return _between(f"p.{field}", low, high, "<=")
        case DateRange():
            return _dated(part)
        case SourceHas(text):
            return (
                "(instr(lower(p.source), lower(?)) OR p.import_id IN (SELECT id FROM import"
                " WHERE format = lower(?) OR instr(lower(title), lower(?))))",
                [text] * 3,
            )
        case PaperIs(number) if number is not None:
            return "p.id = ?", [number]
        case Words(text) if not has_word(text):
            return literal(part)
    return None


def _between(column: str, low: object, high: object, until: str) -> Sql:
    """Bounds of a column; None: no bound. `until` is how the upper one is compared."""
    bounds: list[Sql] = []
    if low is not None:
        bounds.append((f"{column} >= ?", [low]))
    if high is not None:
        bounds.append((f"{column} {until} ?", [high]))
    return joined(bounds or [(f"{column} IS NOT NULL", [])], "AND")


def _dated(wanted: DateRange) -> Sql:
    first, last = wanted.first, wanted.last
    after = last + timedelta(days=1) if last is not None and last < date.max else None
    if wanted.field == "published":
        # Stored as exactly as it is known; "2017" and "2017-05" count as their first day.
        return _between("p.published", first and _shortest(first), after and _shortest(after), "<")
    low, high = first and _midnight(first), after and _midnight(after)
    if wanted.field == "read":
        return joined([("p.status = 2", []), _between(_FINISHED, low, high, "<")], "AND")
    return _between(f"p.{wanted.field}", low, high, "<")


def _shortest(day: date) -> str:
    """The least exact date that begins with this day."""
    text = day.isoformat()
    return text.removesuffix("-01").removesuffix("-01") if day.month == 1 else text.removesuffix("-01")


def _midnight(day: date) -> int:
    """When a day begins where the reader is, in milliseconds since 1970."""
    midnight = datetime(day.year, day.month, day.day)
    try:
        return int(midnight.timestamp()) * 1000
    except (ValueError, OverflowError, OSError):
        # Long ago or far ahead, where the system knows no time zones.
        return int(midnight.replace(tzinfo=UTC).timestamp()) * 1000
