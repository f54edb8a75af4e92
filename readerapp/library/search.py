"""From a query to SQL, and to the papers it finds, in order.

A word is looked for in two full-text indexes: `paper_fts` (title, authors, abstract, keywords, venue, and the further
forms of `folding.also`) and the small `words_fts` (the reader's note, highlights and takeaway). A paper is found when
each word stands in either. All words of a query go into one MATCH on `paper_fts`; what it cannot find is only papers
of which `words_fts` holds a word, and these few are then looked at word by word. A text without any letter or digit,
such as "+" or an emoji, is in no index and is looked for in the stored texts themselves.

What a person typed reaches SQL as a parameter only, and MATCH only between double quotes.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from readerapp.library import language
from readerapp.library.folding import has_cjk, has_word, marked, query_forms
from readerapp.library.language import (
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
    Sort,
    SourceHas,
    TagIs,
    Untagged,
    Words,
)
from readerapp.library.papers import VISIBLE
from readerapp.records import Status

# More matches than this are not ranked: bm25 over a common word takes seconds in a large library.
MAX_RANKED = 5_000

# A condition over `paper AS p`, or over a row of an index, and its parameters.
_Sql = tuple[str, list[object]]

_COLUMNS = {"title": "title", "author": "authors", "abstract": "abstract", "keyword": "keywords", "venue": "venue"}
_WORDS = "note || char(10) || highlights || char(10) || takeaway"
# Weights of the columns of paper_fts: title, authors, abstract, keywords, venue, further forms.
_BM25 = "bm25(paper_fts, 8, 4, 1, 4, 2, 1)"
_FINISHED = "(SELECT at FROM status_change WHERE paper_id = p.id AND status = 2 ORDER BY id DESC LIMIT 1)"

_STATES = {
    **{status.word: f"p.status = {status.value}" for status in Status},
    # By way of the index of the few; with a condition on the row SQLite would walk the many.
    "starred": "p.id IN (SELECT id FROM paper WHERE starred = 1)",
    "queued": "p.id IN (SELECT paper_id FROM queue)",
    "trashed": "p.shelf = 1",
}
_PRESENCE = {
    "note": "p.id IN (SELECT paper_id FROM note)",
    "highlight": "p.id IN (SELECT paper_id FROM highlight)",
    "code": "p.id IN (SELECT paper_id FROM link WHERE rel = 'code')",
    "pdf": "p.id IN (SELECT paper_id FROM link WHERE rel = 'pdf' UNION ALL SELECT paper_id FROM attachment"
    " WHERE media_type = 'application/pdf')",
    "doi": "p.id IN (SELECT paper_id FROM identifier WHERE scheme = 'doi')",
    "abstract": "EXISTS (SELECT 1 FROM paper_text WHERE paper_id = p.id AND abstract <> '')",
    "takeaway": "p.takeaway <> ''",
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
    "queue": ("queue.position", "p.id IN (SELECT paper_id FROM queue)"),
}
# CROSS JOIN keeps the order of the tables: the queue is short.
_QUEUED = "queue CROSS JOIN paper AS p ON p.id = queue.paper_id"


def where(query: Query, *, within: Query | None = None, shelf_default: bool = True) -> tuple[str, list[object]]:
    """A condition over `paper AS p` that holds for what `query` (and `within`) finds, and its parameters.

    Papers in the trash are found by a query that names is:trashed, and with `shelf_default` False; papers that are
    still arriving never.
    """
    expression = query.expression if within is None else language.both(query, within).expression
    clause, parameters = _condition(expression)
    parts = expression.parts if isinstance(expression, And) else (expression,)
    if Is("trashed") in parts:
        shelf = "p.shelf = 1"
    elif _names_trash(expression) or not shelf_default:
        shelf = "p.shelf IN (0, 1)"
    else:
        shelf = "p.shelf = 0"
    # Where the query names few papers, start from them: the sign keeps SQLite, which knows neither number, from
    # walking through all papers of the shelf. Else walk them, in the order of an index.
    sign = "+" if _narrows(expression) else ""
    return f"{sign}{shelf} AND {VISIBLE} AND {clause}", parameters


def ids(
    connection: sqlite3.Connection,
    query: Query,
    *,
    within: Query | None = None,
    sort: Sort | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> array[int]:
    """The papers a query finds, in order: the query's own, else `sort`, else that of `within`, else last added first.

    What has no year (rating, place in the queue …) comes last in either direction, equals by id, highest first.
    `limit` and `offset` cut a piece out of it.
    """
    order = query.sort or sort or (within.sort if within else None) or Sort.by("added")
    condition = where(query, within=within)
    end = None if limit is None else offset + limit
    if order.key == "relevance":
        expression = query.expression if within is None else language.both(query, within).expression
        found = _ranked(connection, expression, condition, order, end)
    else:
        found = _ordered(connection, condition, order, end)
    return found[offset:end]


def count(connection: sqlite3.Connection, query: Query, *, within: Query | None = None) -> int:
    """How many papers a query finds."""
    clause, parameters = where(query, within=within)
    (number,) = connection.execute(f"SELECT count(*) FROM paper AS p WHERE {clause}", parameters).fetchone()
    return int(number)


def matches(connection: sqlite3.Connection, query: Query, paper: int, *, within: Query | None = None) -> bool:
    """Whether a query finds this paper."""
    clause, parameters = where(query, within=within)
    sql = f"SELECT 1 FROM paper AS p WHERE p.id = ? AND {clause}"
    return connection.execute(sql, [paper, *parameters]).fetchone() is not None


def _ordered(connection: sqlite3.Connection, condition: _Sql, order: Sort, end: int | None) -> array[int]:
    column, present = _ORDERS[order.key]
    direction = "DESC" if order.descending else "ASC"
    source = _QUEUED if order.key == "queue" else "paper AS p"
    passes = [(source, present, f"{column} {direction}, p.id DESC")]
    if present:
        passes.append(("paper AS p", f"({present}) IS NOT TRUE", "p.id DESC"))
    found = array("q")
    for source, which, ordering in passes:
        clause, parameters = condition
        sql = f"SELECT p.id FROM {source} WHERE {clause}{which and f' AND {which}'} ORDER BY {ordering}"
        if end is not None:
            if len(found) == end:
                break
            # Only where asked for: to sort a list of which all is wanted, SQLite has a faster way.
            sql, parameters = f"{sql} LIMIT ?", [*parameters, end - len(found)]
        found.extend(array("q", chain.from_iterable(connection.execute(sql, parameters))))
    return found


def _ranked(
    connection: sqlite3.Connection, expression: Expression, condition: _Sql, order: Sort, end: int | None
) -> array[int]:
    """Best match first: by bm25 what is found in the papers' texts, then what only the reader's own words have.

    Newest first when no words are asked for, or too many papers are found.
    """
    newest = Sort("added", descending=True)
    leaves = list(_positive_words(expression))
    found = _ordered(connection, condition, newest, MAX_RANKED + 1 if leaves else end)
    if len(found) > MAX_RANKED or not leaves:
        return found if end is not None and len(found) >= end else _ordered(connection, condition, newest, end)
    among = f"[{','.join(map(str, found))}]"
    rank: dict[int, tuple[int, float]] = {}
    in_reader_words = [_reader_match(leaf) for leaf in leaves if leaf.field in ("", "note")]
    in_papers = [_paper_match(leaf) for leaf in leaves if leaf.field != "note"]
    for place, table, score, match in (
        (1, "words_fts", "bm25(words_fts)", in_reader_words),
        (0, "paper_fts", _BM25, in_papers),
    ):
        if match:
            # The sign keeps SQLite from running the search for every id anew.
            sql = (
                f"SELECT rowid, {score} FROM {table} WHERE {table} MATCH ?"
                " AND +rowid IN (SELECT value FROM json_each(?))"
            )
            scores = connection.execute(sql, [" OR ".join(match), among])
            rank.update((paper, (place, score)) for paper, score in scores)
    worst = (2, 0.0)
    best_first = sorted(found, key=lambda paper: (rank.get(paper, worst), -paper))
    return array("q", best_first if order.descending else reversed(best_first))


def _narrows(expression: Expression) -> bool:
    """Whether what an expression finds comes out of an index as a list of ids (`p.id IN …`)."""
    match expression:
        case And(parts):
            return any(map(_narrows, parts))
        case Or(parts):
            return all(map(_narrows, parts))
        case Words(text):
            return has_word(text)
        case Is(state):
            return state in ("starred", "queued")
        case Has(what):
            return what not in ("abstract", "takeaway")
        case Range(field):
            return field == "rating"
        case _:
            return isinstance(expression, TagIs | IdentifierIs | PaperIs)


def _names_trash(expression: Expression) -> bool:
    match expression:
        case And(parts) | Or(parts):
            return any(map(_names_trash, parts))
        case Not(part):
            return _names_trash(part)
        case _:
            return expression == Is("trashed")


def _positive_words(expression: Expression) -> Iterable[Words]:
    """The words that found papers have, of those that stand in an index."""
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _positive_words(part)
        case Words(text):
            if has_word(text):
                yield expression
        case _:
            pass


# Conditions over `paper AS p`


def _condition(expression: Expression) -> _Sql:
    match expression:
        case And(parts):
            return _together(parts, And, "AND")
        case Or(parts):
            return _together(parts, Or, "OR")
        case Not(part):
            clause, parameters = _condition(part)
            return f"({clause}) IS NOT TRUE", parameters
        case Words():
            return _found_by_text(expression) if _is_text(expression) else _found_word(expression)
        case TagIs(name, exact):
            key = _tag_key(name)
            below = "" if exact else " OR key >= ? || '/' AND key < ? || '0'"
            return (
                f"p.id IN (SELECT paper_id FROM paper_tag WHERE tag_id IN (SELECT id FROM tag WHERE key = ?{below}))",
                [key] * (1 if exact else 3),
            )
        case Untagged():
            return "NOT EXISTS (SELECT 1 FROM paper_tag WHERE paper_id = p.id)", []
        case Is(state):
            return _STATES[state], []
        case Has(what):
            return _PRESENCE[what], []
        case Range(field, low, high):
            if field == "rating":
                clause, parameters = _between(field, low, high, "<=")
                return f"p.id IN (SELECT id FROM paper WHERE {clause})", parameters
            return _between(f"p.{field}", low, high, "<=")
        case DateRange():
            return _dated(expression)
        case IdentifierIs(scheme, value, prefix):
            wanted = "value >= ? AND value < ? || char(1114111)" if prefix else "value IN (?, lower(?))"
            return (
                f"p.id IN (SELECT paper_id FROM identifier WHERE scheme = ? AND {wanted})",
                [scheme, value, value],
            )
        case SourceHas(text):
            return (
                "(instr(lower(p.source), lower(?)) OR p.import_id IN (SELECT id FROM import"
                " WHERE format = lower(?) OR instr(lower(title), lower(?))))",
                [text] * 3,
            )
        case PaperIs(number, values):
            if number is not None:
                return "p.id = ?", [number]
            places = ", ".join("?" * len(values))
            return (
                f"(p.citation_key IN ({places}) OR p.id IN"
                f" (SELECT paper_id FROM identifier WHERE value IN ({places})))",
                [*values, *values],
            )


def _together(parts: Sequence[Expression], kind: type[And] | type[Or], operator: str) -> _Sql:
    """Conditions joined by AND or OR, those about text as one."""
    if not parts:
        return "1", []
    texts = tuple(part for part in parts if _is_text(part))
    conditions = [_found_by_text(kind(texts) if len(texts) > 1 else texts[0])] if texts else []
    conditions += [_condition(part) for part in parts if not _is_text(part)]
    return _joined(conditions, operator)


def _joined(conditions: Sequence[_Sql], operator: str) -> _Sql:
    """Conditions joined by AND or OR, in parentheses; many of them in bundles, as SQLite bounds the depth."""
    bundle = 50
    while len(conditions) > bundle:
        conditions = [_joined(conditions[at : at + bundle], operator) for at in range(0, len(conditions), bundle)]
    clause = f" {operator} ".join(clause for clause, _ in conditions)
    parameters = list(chain.from_iterable(parameters for _, parameters in conditions))
    return (clause if len(conditions) == 1 else f"({clause})"), parameters


def _between(column: str, low: object, high: object, until: str) -> _Sql:
    """Bounds of a column; None: no bound. `until` is how the upper one is compared."""
    bounds: list[_Sql] = []
    if low is not None:
        bounds.append((f"{column} >= ?", [low]))
    if high is not None:
        bounds.append((f"{column} {until} ?", [high]))
    return _joined(bounds or [(f"{column} IS NOT NULL", [])], "AND")


def _dated(wanted: DateRange) -> _Sql:
    first, last = wanted.first, wanted.last
    after = last + timedelta(days=1) if last is not None and last < date.max else None
    if wanted.field == "published":
        # Stored as exactly as it is known; "2017" and "2017-05" count as their first day.
        return _between("p.published", first and _shortest(first), after and _shortest(after), "<")
    low, high = first and _midnight(first), after and _midnight(after)
    if wanted.field == "read":
        return _joined([("p.status = 2", []), _between(_FINISHED, low, high, "<")], "AND")
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


def _tag_key(name: str) -> str:
    """A tag's name as tags are told apart: `tag.key`."""
    parts = (" ".join(part.split()) for part in unicodedata.normalize("NFC", name).split("/"))
    return unicodedata.normalize("NFC", "/".join(part for part in parts if part).casefold())


# Text


def _is_text(expression: Expression) -> bool:
    """Whether an expression is about words of paper_fts alone, without any exclusion: one MATCH can find it."""
    match expression:
        case And(parts) | Or(parts):
            return bool(parts) and all(map(_is_text, parts))
        case Words(text, field):
            return field != "note" and has_word(text)
        case _:
            return False


def _found_by_text(expression: Expression) -> _Sql:
    """Papers for which an expression of words holds, each word standing in the paper or in the reader's words."""
    sql = "SELECT rowid FROM paper_fts WHERE paper_fts MATCH ?"
    parameters: list[object] = [_paper_match(expression)]
    candidates = _in_reader_words(leaf for leaf in _positive_words(expression) if not leaf.field)
    if candidates:
        selects = " UNION ALL ".join(select for select, _ in candidates)
        if _needs_one(expression):
            sql += f" UNION ALL {selects}"
            check: list[object] = []
        else:
            clause, check = _holds(expression)
            sql += f" UNION ALL SELECT id FROM ({selects}) WHERE {clause}"
        parameters += [*chain.from_iterable(more for _, more in candidates), *check]
    return f"p.id IN ({sql})", parameters


def _needs_one(expression: Expression) -> bool:
    """Whether one word is enough for an expression of words."""
    return isinstance(expression, Words) or (
        isinstance(expression, Or) and all(isinstance(part, Words) for part in expression.parts)
    )


def _holds(expression: Expression) -> _Sql:
    """Whether an expression of words holds for the paper `id`, word by word. The sign before `id` keeps SQLite from
    running a search for every id anew."""
    match expression:
        case And(parts):
            # Beginnings of words last: to look for them is dear, and often no paper is left to ask about.
            parts = tuple(sorted(parts, key=lambda part: isinstance(part, Words) and part.prefix))
            return _joined([_holds(part) for part in parts], "AND")
        case Or(parts):
            return _joined([_holds(part) for part in parts], "OR")
        case leaf:
            selects: list[_Sql] = [("SELECT rowid FROM paper_fts WHERE paper_fts MATCH ?", [_paper_match(leaf)])]
            conditions: list[_Sql] = []
            if isinstance(leaf, Words) and not leaf.field:
                if has_cjk(leaf.text):
                    scan = f"EXISTS (SELECT 1 FROM words_fts WHERE rowid = id AND instr(lower({_WORDS}), lower(?)))"
                    conditions.append((scan, [leaf.text]))
                else:
                    selects = [*_in_reader_words([leaf]), *selects]
            conditions += [(f"+id IN ({select})", parameters) for select, parameters in selects]
            return _joined(conditions, "OR")


def _in_reader_words(leaves: Iterable[Words]) -> list[_Sql]:
    """Selects papers whose note, highlights or takeaway (of a leaf with a field: note) have one of the words."""
    matches: list[str] = []
    scans: list[_Sql] = []
    for leaf in leaves:
        if has_cjk(leaf.text):
            scans.append((f"instr(lower({'note' if leaf.field else _WORDS}), lower(?))", [leaf.text]))
        else:
            matches.append(_reader_match(leaf))
    selects: list[_Sql] = []
    if matches:
        selects.append(("SELECT rowid AS id FROM words_fts WHERE words_fts MATCH ?", [" OR ".join(matches)]))
    if scans:
        # Written without spaces; words_fts, which has no further forms, does not part it into words.
        clause, parameters = _joined(scans, "OR")
        selects.append((f"SELECT rowid AS id FROM words_fts WHERE {clause}", parameters))
    return selects


def _found_word(leaf: Words) -> _Sql:
    """A word of the note, or a text without any word, which is no index's."""
    if has_word(leaf.text):
        selects = _in_reader_words([leaf])
        return _joined([(f"p.id IN ({select})", parameters) for select, parameters in selects], "OR")
    conditions: list[_Sql] = []
    for place, clause in _LITERAL.items():
        if not leaf.field or place == leaf.field:
            conditions.append((clause, [leaf.text] * clause.count("?")))
    return _joined(conditions, "OR")


_IN_TEXT = "EXISTS (SELECT 1 FROM paper_text WHERE paper_id = p.id AND instr({}, ?))"
_LITERAL = {
    "title": "instr(p.title, ?)",
    "venue": "instr(p.venue, ?)",
    "author": _IN_TEXT.format("authors"),
    "abstract": _IN_TEXT.format("abstract"),
    "keyword": _IN_TEXT.format("keywords"),
    "note": "EXISTS (SELECT 1 FROM note WHERE paper_id = p.id AND instr(text, ?))",
    "takeaway": "instr(p.takeaway, ?)",
    "highlight": "EXISTS (SELECT 1 FROM highlight WHERE paper_id = p.id AND (instr(quote, ?) OR instr(comment, ?)))",
}


def _paper_match(expression: Expression) -> str:
    """An expression of words in the language of FTS5, for paper_fts."""
    match expression:
        case And(parts):
            return f"({' AND '.join(map(_paper_match, parts))})"
        case Or(parts):
            return f"({' OR '.join(map(_paper_match, parts))})"
        case Words(text, field, prefix):
            forms = query_forms(text)
            if not field:
                alternatives = [_phrase(form, prefix) for form in forms]
            else:
                column = _COLUMNS[field]
                alternatives = [f"{column} : {_phrase(form, prefix)}" for form in forms]
                alternatives += [f"also : {_phrase(marked(form, column), prefix)}" for form in forms]
            return f"({' OR '.join(alternatives)})"
    raise TypeError(expression)


def _reader_match(leaf: Words) -> str:
    """A word in the language of FTS5, for words_fts."""
    forms = " OR ".join(_phrase(form, leaf.prefix) for form in query_forms(leaf.text))
    return f"({{note}} : ({forms}))" if leaf.field else f"({forms})"


def _phrase(text: str, prefix: bool) -> str:
    """A text as FTS5 reads it word by word, whatever is in it."""
    return '"' + text.replace('"', '""') + ('" *' if prefix else '"')
