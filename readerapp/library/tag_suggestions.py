"""What could be tidied among the tags: names that are probably one, tags that always go together, tags used once or
never; and words that came with papers and could be tags.

No tag is compared with every other one. Names are alike when they have a form in common: the words without case,
accents, hyphens and plural, in any order; or when one letter more, less, another or swapped makes them the same, which
they are when taking one letter from each leaves the same (the deletion neighbourhood: Bocek, Hunt and Stiller, "Fast
Similarity Search in Large Dictionaries", 2007). Papers of two tags are nearly the same when one of a few random orders
of all papers has the same first paper for both (MinHash: Broder, "On the resemblance and containment of documents",
1997); whether they are is then counted.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from readerapp.errors import Refused
from readerapp.library.folding import fold
from readerapp.library.tags import clean, key


class Why(Enum):
    """What was noticed."""

    ALIKE = "nearly the same name"
    TOGETHER = "nearly always together"
    ONCE = "used once"
    NEVER = "used by no paper"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That a tag be merged into another, or, where there is no other, be deleted. `papers` are those of the library
    under each, `both` those that have both."""

    why: Why
    name: str
    into: str
    papers: int
    into_papers: int = 0
    both: int = 0


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that came with papers of the library, with how many, and the tag it would be."""

    text: str
    papers: int
    tag: str


@dataclass(frozen=True, slots=True)
class _Tag:
    id: int
    name: str
    key: str
    papers: int
    leaf: bool


_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
# Shorter names differ by a letter and mean something else: "ant", "art".
_LONG = 6
# So many of the papers with either of two tags have both, and each is on so many at least.
_TOGETHER, _FEWEST = 0.9, 3
# Of more than so many that may be alike, not each is compared with each.
_FEW = 8
# Odd numbers for multiplicative hashing of papers, and how many orders: a pair that is alike to 0.9 is missed once in a
# hundred thousand.
_ORDERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
_MASK = (1 << 64) - 1

_TAGS = """
SELECT tag.id, name, key, papers, NOT EXISTS (SELECT 1 FROM tag_above WHERE above_id = tag.id AND tag_id <> tag.id)
FROM tag JOIN tag_tally ON tag_id = tag.id ORDER BY key
"""
# Walks the index of keywords; which papers are in the library is looked up in memory.
_KEYWORDS = "SELECT keyword, paper_id FROM paper_keyword ORDER BY keyword"


def suggestions(connection: sqlite3.Connection) -> list[Suggestion]:
    """What could be tidied: first names that are alike, then tags that go together, then those on one paper or none;
    in each, those with the most papers first. Without what the reader said is right."""
    tags = [_Tag(*row) for row in connection.execute(_TAGS)]
    settled = set(connection.execute("SELECT tag_id, other_id FROM distinct_tags"))
    papers = _papers(connection)
    found: dict[int, Suggestion] = {}
    for why, pairs in ((Why.ALIKE, _alike(tags)), (Why.TOGETHER, _together(tags, papers))):
        for one, other in pairs:
            less, more = sorted((one, other), key=lambda tag: (tag.papers, -len(tag.key), tag.key))
            # Of many that are one, each goes into one other.
            if (min(one.id, other.id), max(one.id, other.id)) not in settled and less.id not in found:
                both = len(papers.get(less.id, _NONE) & papers.get(more.id, _NONE))
                found[less.id] = Suggestion(why, less.name, more.name, less.papers, more.papers, both)
    single = [
        Suggestion(Why.ONCE if tag.papers else Why.NEVER, tag.name, "", tag.papers)
        for tag in tags
        if tag.leaf and tag.papers <= 1 and (tag.id, tag.id) not in settled
    ]
    order = list(Why)
    return sorted(
        [*found.values(), *single], key=lambda one: (order.index(one.why), -one.papers - one.into_papers, key(one.name))
    )


def keywords(connection: sqlite3.Connection, limit: int = 200, fewest: int = 2) -> list[Keyword]:
    """The keywords on the most papers that are no tag yet, under any name; each on `fewest` papers at least."""
    taken = {name for (name,) in connection.execute("SELECT key FROM tag UNION ALL SELECT key FROM tag_alias")}
    shown = _shown(connection)
    last_shown = len(shown) - 1
    counted: list[tuple[int, str]] = []
    current, number, last = "", 0, 0
    for word, paper in connection.execute(_KEYWORDS):
        if word != current:
            if word.lower() != current.lower():
                counted.append((number, current))
                number = last = 0
            current = word
        # A paper may have a word twice, in other capitals.
        if paper != last and paper <= last_shown and shown[paper]:
            number += 1
        last = paper
    counted.append((number, current))
    found: list[Keyword] = []
    for number, word in sorted(counted, key=lambda one: (-one[0], one[1])):
        if number < fewest or len(found) == limit:
            break
        name = as_tag(word)
        if name and key(name) not in taken:
            taken.add(key(name))
            found.append(Keyword(word, number, name))
    return found


def having(connection: sqlite3.Connection, keyword: str) -> list[int]:
    """The papers of the library that have a keyword, in any capitals."""
    return [
        paper
        for (paper,) in connection.execute(
            "SELECT DISTINCT paper_id FROM paper_keyword JOIN paper ON paper.id = paper_id AND shelf = 0"
            " WHERE keyword = ?",
            (keyword,),
        )
    ]


def as_tag(keyword: str) -> str:
    """The tag that a keyword would be: a "/" in it does not nest. "" where it can be none."""
    try:
        return clean(keyword.replace("/", "-"))
    except Refused:
        return ""


def _shown(connection: sqlite3.Connection) -> bytearray:
    """Which papers are in the library, by their numbers; an import may bring further ones meanwhile."""
    papers = [paper for (paper,) in connection.execute("SELECT id FROM paper WHERE shelf = 0")]
    shown = bytearray(max(papers, default=0) + 1)
    for paper in papers:
        shown[paper] = 1
    return shown


_NONE: frozenset[int] = frozenset()


def _papers(connection: sqlite3.Connection) -> dict[int, frozenset[int]]:
    """The papers of the library that have each tag themselves."""
    shown = _shown(connection)
    last_shown = len(shown) - 1
    found: dict[int, array[int]] = {}
    for tag, paper in connection.execute("SELECT tag_id, paper_id FROM paper_tag"):
        if paper <= last_shown and shown[paper]:
            found.setdefault(tag, array("q")).append(paper)
    return {tag: frozenset(papers) for tag, papers in found.items()}


def _alike(tags: list[_Tag]) -> Iterator[tuple[_Tag, _Tag]]:
    """Pairs of tags, beside one another or one of them on the top level, whose names are nearly the same."""
    beside: dict[tuple[str, str], list[_Tag]] = defaultdict(list)
    anywhere: dict[str, list[_Tag]] = defaultdict(list)
    close: dict[tuple[str, str, str], list[_Tag]] = defaultdict(list)
    for tag in tags:
        parent, _, leaf = tag.key.rpartition("/")
        folded = fold(leaf)
        words = _WORD.findall(folded)
        singular = [_singular(word) for word in words]
        # "pre-training", "pretraining" and "pre training" are one, and so are "graph learning" and "learning graphs".
        forms = dict.fromkeys(("".join(singular), " ".join(sorted(singular))))
        for form in forms:
            if form:
                beside[parent, form].append(tag)
        joined = "".join(words)
        if len(joined) >= _LONG:
            anywhere["".join(singular)].append(tag)
            # "gpt 2" is not "gpt 3", and 2023 not 2024.
            numbers = " ".join(_DIGITS.findall(joined))
            for rest in {joined, *(joined[:at] + joined[at + 1 :] for at in range(len(joined)))}:
                close[parent, numbers, rest].append(tag)
    for group in beside.values():
        yield from _pairs(group)
    for group in close.values():
        for one, other in _pairs(group):
            if _distance_is_one(_plain(one), _plain(other)):
                yield one, other
    for group in anywhere.values():
        top = [tag for tag in group if "/" not in tag.key]
        for tag in group:
            if top and "/" in tag.key and not tag.key.startswith(f"{top[0].key}/"):
                yield top[0], tag


def _pairs(group: list[_Tag]) -> Iterator[tuple[_Tag, _Tag]]:
    """Of a few tags all pairs; of many, each with the one on the most papers."""
    if len(group) <= _FEW:
        yield from combinations(group, 2)
    else:
        first = max(group, key=lambda tag: tag.papers)
        yield from ((first, tag) for tag in group if tag is not first)


def _plain(tag: _Tag) -> str:
    return "".join(_WORD.findall(fold(tag.key.rpartition("/")[2])))


def _distance_is_one(one: str, other: str) -> bool:
    """Whether one letter more, less or another, or two neighbours swapped, make of one name the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or short == long:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


def _singular(word: str) -> str:
    """An English word without the sign of its plural, the same for both; others may lose an s too."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _together(tags: list[_Tag], papers: dict[int, frozenset[int]]) -> Iterator[tuple[_Tag, _Tag]]:
    """Pairs of tags, none below the other, that nearly the same papers have."""
    first: dict[tuple[int, int], list[_Tag]] = defaultdict(list)
    for tag in tags:
        if len(papers.get(tag.id, _NONE)) >= _FEWEST:
            for order, factor in enumerate(_ORDERS):
                first[order, min(paper * factor & _MASK for paper in papers[tag.id])].append(tag)
    seen: set[tuple[int, int]] = set()
    for group in first.values():
        # Those with as many papers stand beside one another, and those with the very same ones even more so.
        group.sort(key=lambda tag: (len(papers[tag.id]), hash(papers[tag.id])))
        for at, one in enumerate(group):
            for other in group[at + 1 : at + 1 + _FEW]:
                if (one.id, other.id) not in seen:
                    seen.add((one.id, other.id))
                    low, high = sorted((one.key, other.key), key=len)
                    both = len(papers[one.id] & papers[other.id])
                    all_of_them = len(papers[one.id]) + len(papers[other.id]) - both
                    if both >= _TOGETHER * all_of_them and not high.startswith(f"{low}/"):
                        yield one, other
