"""What may be meant by what is being typed: fields, their values, and names the library knows, the most used first.

One or two letters begin names of a hundred thousand papers, and nothing here may take longer than a frame. So what
is looked at is bounded, and some of it is approximate:

- A number of papers stops at MOST, and that of authors, venues and keywords includes papers in the trash and papers
  still arriving. A tag's is of the tag itself, without those under it.
- Where more authors, venues or keywords begin so than can be looked at, the first in alphabetical order are, and
  those of the newest papers. Which of them are shown is decided by numbers that stop earlier the more there are;
  among those that reach it, by the newest papers.
- Authors are found by the beginning of the family name as it is spelt; by that of a given name, by several words or
  without accents in the newest papers that have such a word in their title or authors.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from readerapp.library.folding import fold, has_word
from readerapp.library.language import FIELDS, Field, Say, Unfinished, in_words, parse, quoted, unfinished
from readerapp.library.tags import key

# So many papers of one name are counted.
MOST = 4_000
# So many names are compared, so many papers of them counted altogether, and so many of the newest papers looked at.
_NAMES = 120
_COUNTED = 20_000
_NEWEST = 1_500
# So many entries of authors are counted before the newest papers are asked, and so many papers with a word looked at.
_ENTRIES = 1_500
_WITH_WORD = 250
# From so many letters on a word may be an author, a venue or a keyword.
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` may be put in place of what stands from `start` to before `end`, in code points.

    `kind` is field, value, tag, author, venue, keyword, saved or recent. `label` is what is to be shown, `help` a
    few words on it, `count` how many papers it has (MOST: or more), None where that is not known.
    """

    start: int
    end: int
    text: str
    label: str
    kind: str
    help: str = ""
    count: int | None = None


def completions(
    connection: sqlite3.Connection, text: str, cursor: int, recent: Sequence[str], limit: int = 8, say: Say = str
) -> list[Completion]:
    """How what is written at the cursor, counted in code points, may go on; the best first. `recent` are searches made
    before, the latest first, which are all there is to offer while nothing is written. `help` is put into other words
    by `say`."""
    if not text.strip():
        return [Completion(0, len(text), search, search, "recent") for search in recent[:limit]]
    place = unfinished(text, cursor)
    if place is None:
        return []
    after = text[place.end : place.end + 1]
    end = "" if after.isspace() or after == ")" else " "
    found = _of_field(connection, place, limit, say) if place.field else _of_word(connection, place, limit, say)
    offered = [
        Completion(place.start, place.end, one.text + ("" if one.kind == "field" else end), one.label, one.kind,
                   one.help, one.count)
        for one in islice(found, limit)
    ]  # fmt: skip
    if place.field is None:
        begun = text[:cursor].lstrip().casefold()
        older = [search for search in recent if search.casefold().startswith(begun) and search != text.strip()]
        offered += [Completion(0, len(text), search, search, "recent") for search in older[: limit - len(offered)]]
    return offered


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    label: str
    kind: str
    help: str = ""
    count: int | None = None


def _of_word(connection: sqlite3.Connection, place: Unfinished, limit: int, say: Say) -> Iterator[_Found]:
    """What a word without a field may begin."""
    word = place.value
    if not has_word(word):
        return
    for one in FIELDS:
        names = [name for name in (one.name, *one.aliases) if name.startswith(word.lower())]
        if names:
            yield _Found(f"{names[0]}:", f"{names[0]}:", "field", say(one.help))
    for name, count in _tags(connection, word, limit):
        yield _Found(f"tag:{quoted(name)}", name, "tag", count=count)
    for name in _saved(connection, word, limit):
        yield _Found(f"saved:{quoted(name)}", name, "saved")
    if len(word) < _LETTERS:
        return
    named = [("author", *one) for one in _authors(connection, word, limit, everywhere=False)]
    named += [("venue", *one) for one in _VENUES.beginning(connection, word, limit)]
    for kind, name, count in sorted(named, key=lambda one: -one[2]):
        yield _Found(f"{kind}:{quoted(name)}", name, kind, count=count)


def _of_field(connection: sqlite3.Connection, place: Unfinished, limit: int, say: Say) -> Iterator[_Found]:
    """What the value of a field may become."""
    assert place.field is not None
    value = place.value
    match place.field.kind, place.field.name:
        case "choice" | "sort", _:
            yield from _values(place.field, value, say)
        case "number" | "date", _:
            yield from _examples(place.field, value, say)
        case "tag", _:
            for name, count in _tags(connection, value, limit):
                yield _Found(quoted(name), name, "tag", count=count)
            if "none".startswith(value.casefold()) and not place.exact:
                yield _Found("none", "none", "value", say("papers without a tag"))
        case "saved", _:
            for name in _saved(connection, value, limit):
                yield _Found(quoted(name), name, "saved")
        case _, "author":
            yield from _named("author", _authors(connection, value, limit, everywhere=True))
        case _, "venue":
            yield from _named("venue", _VENUES.beginning(connection, value, limit))
        case _, "keyword":
            yield from _named("keyword", _KEYWORDS.beginning(connection, value, limit))


def _named(kind: str, names: Iterable[tuple[str, int]]) -> Iterator[_Found]:
    return (_Found(quoted(name), name, kind, count=count) for name, count in names)


def _values(field: Field, value: str, say: Say) -> Iterator[_Found]:
    reversed_ = "-" if field.kind == "sort" and value.startswith("-") else ""
    for name, meaning in field.values.items():
        if name.startswith(value.removeprefix(reversed_).lower()):
            words = say("{}, reversed").format(say(meaning)) if reversed_ else say(meaning)
            yield _Found(reversed_ + name, reversed_ + name, "value", words)


def _examples(field: Field, value: str, say: Say) -> Iterator[_Found]:
    """What the table has as examples, with what they mean today."""
    for example in (field.example, *field.more):
        name = example.partition(":")[2]
        if name.startswith(value.lower()):
            query = parse(example)
            yield _Found(name, name, "value", in_words(query.expression, query.sort, say))


def _tags(connection: sqlite3.Connection, value: str, limit: int) -> list[tuple[str, int]]:
    """The tags of which the name, or the last part of it, begins so: the most used first."""
    # Walks tag_key; a reader has hundreds of tags, at most some thousands.
    return connection.execute(
        "SELECT name, papers FROM tag JOIN tag_tally ON tag_id = tag.id"
        " WHERE substr(key, 1, length(?1)) = ?1 OR instr(key, '/' || ?1) ORDER BY papers DESC, key LIMIT ?2",
        (key(_usable(value)), limit),
    ).fetchall()


def _saved(connection: sqlite3.Connection, value: str, limit: int) -> list[str]:
    """The saved searches of which a word begins so, in the reader's order."""
    wanted = f" {fold(value)}"
    names = (name for (name,) in connection.execute("SELECT name FROM saved_search ORDER BY position, id"))
    return list(islice((name for name in names if wanted in f" {fold(name)}"), limit))


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with an index on it, in capitals or not: `following` is the first value after one and before another,
    `newest` the values between two in the newest papers, `count` the number of papers with one, up to a bound."""

    following: str
    newest: str
    count: str

    def beginning(self, connection: sqlite3.Connection, value: str, limit: int) -> list[tuple[str, int]]:
        """The values that begin so, each with the number of papers that have it, the most frequent first."""
        value = _usable(value)
        until = value + "\U0010ffff"
        names = connection.execute(self.newest, (value, until, _NEWEST, _NAMES // 3)).fetchall()
        # One step through the index for each name, however many papers have it.
        names += connection.execute(
            f"WITH RECURSIVE name (value) AS ("
            f" SELECT ({self.following.format('>=', '?1')})"
            f" UNION ALL SELECT ({self.following.format('>', 'value')}) FROM name WHERE value IS NOT NULL)"
            " SELECT value FROM name WHERE value > '' LIMIT ?3",
            (value, until, _NAMES),
        )
        found = _most_frequent(connection, self.count, names, limit)
        return [(name, count) for (name,), count in found]


# The newest papers, by their ids. NOT INDEXED, CROSS JOIN and the signs keep SQLite from walking the index of all
# papers that has the values.
_NEW = "id > (SELECT max(id) FROM paper NOT INDEXED) - ?3"
_VENUES = _Column(
    "SELECT venue FROM paper WHERE shelf = 0 AND venue {} {} AND venue < ?2 ORDER BY venue LIMIT 1",
    f"SELECT venue FROM paper NOT INDEXED WHERE {_NEW} AND venue >= ?1 AND venue < ?2 AND venue > ''"
    " GROUP BY venue ORDER BY count(*) DESC LIMIT ?4",
    "SELECT count(*) FROM (SELECT 1 FROM paper WHERE shelf = 0 AND venue = ? LIMIT ?)",
)
_KEYWORDS = _Column(
    "SELECT keyword FROM paper_keyword WHERE keyword {} {} AND keyword < ?2 ORDER BY keyword LIMIT 1",
    f"SELECT keyword FROM paper NOT INDEXED CROSS JOIN paper_keyword ON paper_id = id WHERE {_NEW}"
    " AND +keyword >= ?1 AND +keyword < ?2 GROUP BY +keyword ORDER BY count(*) DESC LIMIT ?4",
    "SELECT count(*) FROM (SELECT 1 FROM paper_keyword WHERE keyword = ? LIMIT ?)",
)
_AUTHOR = "SELECT count(*) FROM (SELECT 1 FROM paper_author WHERE family = ? COLLATE NOCASE AND given = ? LIMIT ?)"


def _authors(connection: sqlite3.Connection, value: str, limit: int, *, everywhere: bool) -> list[tuple[str, int]]:
    """The authors whose family name begins so, with the number of their papers, the most frequent first; if that is
    too few and `everywhere`, those with these words in their whole names."""
    value = " ".join(_usable(value).split())
    between = "family >= ?1 COLLATE NOCASE AND family < ?2 COLLATE NOCASE"
    bounds = (value, value + "\U0010ffff")
    # A part of paper_author_family, which is in this order.
    found = connection.execute(
        "SELECT family, given, count(*) FROM (SELECT family, given FROM paper_author"
        f" WHERE {between} ORDER BY family COLLATE NOCASE, given LIMIT ?3)"
        " GROUP BY family COLLATE NOCASE, given ORDER BY count(*) DESC",
        (*bounds, _ENTRIES),
    ).fetchall()
    people = [(family, given) for family, given, _ in found[: _NAMES // 2]]
    if sum(count for _, _, count in found) == _ENTRIES:
        newest = connection.execute(
            f"SELECT family, given FROM paper NOT INDEXED CROSS JOIN paper_author ON paper_id = id WHERE {_NEW}"
            f" AND +{between.replace('AND ', 'AND +')}",
            (*bounds, _NEWEST),
        )
        people = [name for name, _ in Counter(newest).most_common(_NAMES // 2)] + people
    if everywhere and len(people) < limit and len(value) >= _LETTERS and has_word(value):
        people += _with_words(connection, value)
    named = _most_frequent(connection, _AUTHOR, people, limit)
    return [(" ".join(filter(None, (given, family))), count) for (family, given), count in named]


def _with_words(connection: sqlite3.Connection, value: str) -> list[tuple[str, str]]:
    """Authors with these words in their names, the last one perhaps unfinished, in the newest papers with these."""
    # Five letters are what title_fts has an index of beginnings for; beyond it would gather every paper first.
    head, blank, last = value.rpartition(" ")
    phrase = f"{head}{blank}{last[:5]}".replace('"', '""')
    wanted = f" {fold(value)}"
    found: Counter[tuple[str, str]] = Counter()
    for family, given in connection.execute(
        "SELECT family, given FROM (SELECT rowid FROM title_fts WHERE title_fts MATCH ? ORDER BY rowid DESC LIMIT ?)"
        " CROSS JOIN paper_author ON paper_id = rowid",
        (f'"{phrase}" *', _WITH_WORD),
    ):
        if wanted in f" {fold(f'{given} {family}')}":
            found[family, given] += 1
    return [name for name, _ in found.most_common(_NAMES // 2)]


def _most_frequent(
    connection: sqlite3.Connection, sql: str, names: Sequence[tuple[str, ...]], limit: int
) -> list[tuple[tuple[str, ...], int]]:
    """The most frequent of these names, each once, with the number of its papers up to MOST, counted by `sql`. Those
    that come first stay first among equals."""
    # The first part of each is compared without regard to capitals.
    once = {(name[0].lower(), *name[1:]): name for name in reversed(names)}

    def count(name: tuple[str, ...], most: int) -> int:
        return int(connection.execute(sql, (*name, most)).fetchone()[0])

    most = min(MOST, _COUNTED // max(len(once), 1))
    found = [(name, count(name, most)) for name in reversed(once.values())]
    found = sorted(found, key=lambda one: -one[1])[:limit]
    found = [(name, count(name, MOST) if most <= number < MOST else number) for name, number in found]
    return sorted(((name, number) for name, number in found if number), key=lambda one: -one[1])


def _usable(value: str) -> str:
    """A value as SQLite can take it."""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
