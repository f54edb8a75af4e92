"""Papers of the library that are probably one: a preprint and its published version, the same paper from two places.

In two steps. Keys that versions of a paper are likely to share choose the pairs worth a look ("blocking": Christen,
"Data Matching", 2012, chapter 4): the title without what it says of the edition, its beginning before a colon, pairs
of its rarest words, how the abstract begins and ends, and where links and identifiers lead. These pairs are then
judged by title, people and abstract. Where there are two abstracts they decide: whole series of papers by the same
people differ by one word of their titles, and are as many papers.
"""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import combinations

from readerapp.library.folding import fold, title_key
from readerapp.library.papers import VISIBLE
from readerapp.records import Progress, Silent


class Reason(Enum):
    """Why papers are probably one."""

    TITLE = "the same title"
    EDITION = "the same title but for the edition"
    ABSTRACT = "nearly the same abstract"
    LINK = "the same identifier or link"
    WORDING = "nearly the same title, one of them a preprint"


class Sureness(IntEnum):
    """How sure that is."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that are probably one, the oldest first; the title is that one's."""

    papers: tuple[int, ...]
    title: str
    reasons: tuple[Reason, ...]
    sureness: Sureness


_CHUNK = 2_000
# What more papers share than these says nothing: "Editorial", the page of a whole volume.
_MOST = 20
_MOST_OF_WORDS = 50
# A group is looked at side by side.
_LARGEST = 20

# What chooses a pair: the upper bits of a key. The other 60 say which; of two words, they are their numbers.
_BY_WORDS, _BY_TITLE, _BY_HEAD, _BY_ABSTRACT, _BY_PLACE = range(5)
_BITS = 60
_RAREST = 4
# The share of its words that a title has in common with one that is nearly the same.
_ALIKE = 0.6

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_KIND = (
    r"(?:(?:extended|student|short|full|long|journal|conference|preliminary|condensed)[ -](?:abstract|version|paper"
    r"|report)|technical report|preprint|abstract|poster|demo|video contribution|supplement(?:ary material)?)"
)
_EDITION = re.compile(
    rf"\s*(?:[(\[]\s*{_KIND}\s*[)\]]|\s[\u2013\u2014-]+\s*{_KIND}|:\s*extended abstract)[\s.]*$", re.IGNORECASE
)
_PREPRINT = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|preprints?|ssrn|openreview)\b", re.IGNORECASE)
_NOBODY = frozenset(("anonymous", "anonymous authors", "authors", "unknown"))
_NUMBERS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "i", "ii", "iii", "iv", "v", "vi",
    "vii", "viii", "ix", "x", "single", "dual",
))  # fmt: skip
_LIGHT = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "its", "of", "on", "or", "the", "to", "toward",
    "towards", "using", "via", "with",
))  # fmt: skip
_ARXIV = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html)/|10\.48550/arxiv\.|^arxiv:)([\w.-]+/\d{7}|\d{4}\.\d{4,5})", re.IGNORECASE
)
_DOI = re.compile(r"(?:doi\.org/|^doi:)(10\.\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"^https?://(?:www\.)?([^/?#]+/.+?)(?:\.pdf|/)?$", re.IGNORECASE)

# Each walks a table by its primary key.
_TITLES = f"SELECT p.id, p.title, p.title_key FROM paper AS p WHERE p.shelf = 0 AND {VISIBLE} ORDER BY p.id"
_ENDS = """
SELECT paper_id, substr(abstract, 1, 100), substr(abstract, -100) FROM paper_text
WHERE paper_id BETWEEN ? AND ? AND length(abstract) > 200
"""
_PLACES = """
SELECT paper_id, scheme || ':' || value FROM identifier WHERE paper_id BETWEEN ?1 AND ?2
UNION ALL SELECT paper_id, url FROM link WHERE paper_id BETWEEN ?1 AND ?2 AND rel <> 'code'
"""
_FEATURES = """
SELECT p.id, p.title, p.venue, p.year, substr(t.abstract, 1, 6000),
       (SELECT json_group_array(family) FROM paper_author WHERE paper_id = p.id),
       EXISTS (SELECT 1 FROM identifier WHERE paper_id = p.id AND scheme = 'arxiv')
FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id
WHERE p.id IN (SELECT value FROM json_each(?)) AND p.shelf = 0
"""
# One sort of all keys, by SQLite, on disk when it is large.
_BLOCKS = "SELECT key, json_group_array(paper) FROM key GROUP BY key HAVING count(*) BETWEEN 2 AND ?"
_DISTINCT = "SELECT paper_id, other_id FROM distinct_papers"


def find(connection: sqlite3.Connection, progress: Progress | None = None) -> list[Group]:
    """The groups of papers in the library that are probably one, the surest first, without those of which the reader
    said that they are not.

    Takes 5.5 s among 87,330 papers. Keeps some 60 bytes of a paper in mind; the keys lie in a file that SQLite makes
    and removes. Raises Cancelled when `progress` says so.
    """
    search = _Search(connection, progress or Silent())
    try:
        return _grouped(search.judged(), search.titles, _distinct(connection))
    finally:
        search.close()


def standing(connection: sqlite3.Connection, groups: Iterable[Group]) -> list[bool]:
    """Of each group whether it still waits to be looked at: its papers are in the library, and the reader has not said
    that they are different ones."""
    groups = list(groups)
    wanted = json.dumps(sorted({paper for group in groups for paper in group.papers}))
    here = {
        paper
        for (paper,) in connection.execute(
            "SELECT id FROM paper WHERE id IN (SELECT value FROM json_each(?)) AND shelf = 0", (wanted,)
        )
    }
    distinct = _distinct(connection)
    return [
        here.issuperset(group.papers) and not all(pair in distinct for pair in combinations(group.papers, 2))
        for group in groups
    ]


def is_preprint(venue: str) -> bool:
    """Whether a venue is a place for preprints, such as "arXiv" or "CoRR"."""
    return bool(_PREPRINT.search(venue))


def is_edition(title: str) -> bool:
    """Whether a title says that it is another edition's: "… (Extended Abstract)"."""
    return _core(title) != title


def _core(title: str) -> str:
    """The title without what it says of the edition."""
    return _EDITION.sub("", title) or title


def _distinct(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    return set(connection.execute(_DISTINCT))


def set_distinct(connection: sqlite3.Connection, papers: Iterable[int]) -> None:
    """Writes down that no two of these papers are one. Belongs inside a step."""
    connection.executemany(
        "INSERT INTO distinct_papers (paper_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        list(combinations(sorted(set(papers)), 2)),
    )


@dataclass(frozen=True, slots=True)
class _Features:
    """What a paper is judged by. `core` is the title without the edition."""

    id: int
    core: str
    words: frozenset[str]
    edition: bool
    venue: str
    year: int | None
    people: frozenset[str]
    preprint: bool
    phrases: frozenset[tuple[str, ...]]


class _Search:
    """Chooses pairs by their keys, and judges them."""

    def __init__(self, connection: sqlite3.Connection, progress: Progress) -> None:
        self._connection = connection
        self._progress = progress
        # "" is a file of SQLite's own, gone when it is closed; it is written only when it outgrows the cache.
        self._scratch = sqlite3.connect("", isolation_level=None)
        self._scratch.execute("CREATE TABLE key (key INTEGER NOT NULL, paper INTEGER NOT NULL)")
        self._scratch.execute("BEGIN")
        # The papers in order of their ids, and the numbers of the words of their titles, one title after another.
        self._ids = array("q")
        self._words = array("I")
        self._starts = array("Q", [0])
        self._papers_with: list[int] = []
        self.titles: dict[int, str] = {}

    def close(self) -> None:
        self._scratch.close()

    def judged(self) -> Iterator[tuple[int, int, Sureness, frozenset[Reason]]]:
        """The pairs that are probably one paper."""
        self._read_titles()
        self._read_the_rest()
        chosen = sorted(self._chosen().items())
        for start in range(0, len(chosen), _CHUNK // 4):
            self._progress.check()
            pairs = [(divmod(pair, 1 << 32), kinds) for pair, kinds in chosen[start : start + _CHUNK // 4]]
            papers = {self._ids[n]: n for pair, _ in pairs for n in pair}
            features = {papers[one.id]: one for one in self._features(list(papers))}
            for (first, second), kinds in pairs:
                if first in features and second in features:
                    one, other = features[first], features[second]
                    verdict = _verdict(one, other, same_place=bool(kinds & 1 << _BY_PLACE))
                    if verdict:
                        yield one.id, other.id, *verdict

    def _read_titles(self) -> None:
        """Reads all titles, and numbers their words."""
        numbers: dict[str, int] = {}
        often = self._papers_with
        keys: list[tuple[int, int]] = []
        (total,) = self._connection.execute("SELECT count(*) FROM paper WHERE shelf = 0").fetchone()
        for position, (paper, title, key) in enumerate(self._connection.execute(_TITLES)):
            if position % _CHUNK == 0:
                self._progress.check()
                self._progress.report(position, 3 * total)
                self._write(keys)
            for word in dict.fromkeys(_WORD.findall(fold(title))):
                number = numbers.setdefault(word, len(often))
                if number == len(often):
                    often.append(0)
                often[number] += 1
                self._words.append(number)
            self._ids.append(paper)
            self._starts.append(len(self._words))
            core = _core(title)
            whole = key if core == title else title_key(core)
            keys.append((_key(_BY_TITLE, whole), position))
            head, colon, _ = core.partition(": ")
            # A paper whose subtitle was dropped has for its title what is the head of the other's.
            keys.append((_key(_BY_HEAD, title_key(head) if colon else whole), position))
        self._write(keys)

    def _read_the_rest(self) -> None:
        total = len(self._ids)
        for start in range(0, total, _CHUNK):
            self._progress.check()
            self._progress.report(total + 2 * start, 3 * total)
            end = min(start + _CHUNK, total)
            positions = {self._ids[n]: n for n in range(start, end)}
            ends = (self._ids[start], self._ids[end - 1])
            keys = [key for n in range(start, end) for key in self._word_keys(n)]
            for paper, beginning, end_ in self._connection.execute(_ENDS, ends):
                if paper in positions:
                    keys += ((_key(_BY_ABSTRACT, hash(_letters(text))), positions[paper]) for text in (beginning, end_))
            for paper, place in self._connection.execute(_PLACES, ends):
                if paper in positions and (told := _place(place)):
                    keys.append((_key(_BY_PLACE, hash(told)), positions[paper]))
            self._write(keys)

    def _word_keys(self, position: int) -> Iterator[tuple[int, int]]:
        often = self._papers_with
        title = self._title(position)
        rarest = sorted(title, key=lambda number: (often[number], number))[:_RAREST]
        for pair in combinations(rarest, 2):
            low, high = sorted(pair)
            yield low << 30 | high, position

    def _title(self, position: int) -> array[int]:
        return self._words[self._starts[position] : self._starts[position + 1]]

    def _write(self, keys: list[tuple[int, int]]) -> None:
        self._scratch.executemany("INSERT INTO key VALUES (?, ?)", keys)
        keys.clear()

    def _chosen(self) -> dict[int, int]:
        """The pairs worth a look, as two positions in one number, with what chose them, as bits."""
        chosen: dict[int, int] = defaultdict(int)
        for number, (key, block) in enumerate(self._scratch.execute(_BLOCKS, (_MOST_OF_WORDS,))):
            if number % _CHUNK == 0:
                self._progress.check()
            papers = sorted(set(json.loads(block)))
            kind = key >> _BITS
            if kind != _BY_WORDS and len(papers) > _MOST:
                continue
            pairs = self._alike(papers) if kind == _BY_WORDS else combinations(papers, 2)
            for first, second in pairs:
                chosen[first << 32 | second] |= 1 << kind
        return chosen

    def _alike(self, papers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The pairs of these whose titles are nearly the same."""
        titles = [(paper, set(self._title(paper))) for paper in papers]
        for (first, one), (second, other) in combinations(titles, 2):
            shared = len(one & other)
            if shared >= _ALIKE * (len(one) + len(other) - shared):
                yield first, second

    def _features(self, papers: list[int]) -> Iterator[_Features]:
        for paper, title, venue, year, abstract, families, arxiv in self._connection.execute(
            _FEATURES, (json.dumps(papers),)
        ):
            self.titles[paper] = title
            core = _core(title)
            words = _WORD.findall(fold(abstract))
            yield _Features(
                id=paper,
                core="".join(_WORD.findall(fold(core))),
                words=frozenset(_WORD.findall(fold(core))),
                edition=core != title,
                venue=fold(venue),
                year=year,
                people=frozenset(fold(family) for family in json.loads(families)) - _NOBODY,
                preprint=bool(is_preprint(venue) or (arxiv and not venue)),
                phrases=frozenset(zip(words, words[1:], words[2:], strict=False)),
            )


def _key(kind: int, number: int) -> int:
    return kind << _BITS | number & (1 << _BITS) - 1


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.lower())[:60]


def _place(address: str) -> str:
    """What an identifier or a link leads to, the same however it is written; "" for what leads nowhere."""
    if found := _ARXIV.search(address):
        return f"arxiv:{found[1].lower()}"
    if found := _DOI.search(address):
        return f"doi:{found[1].lower()}"
    found = _ADDRESS.match(address)
    return found[1] if found else ""


# How much of the shorter abstract stands in the other, in phrases of three words; and how much of all that stands in
# the two stands in both. Set by what was found among 87,330 papers: of two papers by the same people on one subject it
# is seldom a tenth.
_SURE_ABSTRACT, _SAME_ABSTRACT, _LIKE_ABSTRACT = 0.75, 0.6, 0.3
_WHOLE_ABSTRACT = 0.7
_FEWEST_PHRASES = 20


def _verdict(one: _Features, other: _Features, *, same_place: bool) -> tuple[Sureness, frozenset[Reason]] | None:
    """Whether two papers are one, how sure that is, and why."""
    known = bool(one.people and other.people)
    shared = len(one.people & other.people) / max(min(len(one.people), len(other.people)), 1)
    abstract = _overlap(one, other)
    same_title = one.core == other.core
    alike = len(one.words & other.words) / max(len(one.words | other.words), 1)
    reasons = set()
    if same_title:
        reasons.add(Reason.EDITION if one.edition != other.edition else Reason.TITLE)
    if abstract is not None and abstract >= _SAME_ABSTRACT:
        reasons.add(Reason.ABSTRACT)
    if same_place:
        reasons.add(Reason.LINK)
    sureness = None
    if known and not shared:
        # Names written in another order are other names; a title and an abstract in common are too much of a chance.
        if same_title and abstract is not None and abstract >= _SAME_ABSTRACT:
            sureness = Sureness.LIKELY
    elif same_title:
        sureness = _of_same_title(one, other, known, abstract)
    elif _numbers(one.words) != _numbers(other.words):
        # Two and three dimensions, part I and part II.
        sureness = None
    elif same_place and (alike >= _ALIKE or not one.words or not other.words):
        sureness = Sureness.LIKELY
    elif abstract is not None:
        sureness = _of_same_abstract(one, other, alike, abstract) if known else None
    elif known and shared == 1 and _light(one, other):
        sureness = Sureness.LIKELY
        reasons.add(Reason.WORDING)
    elif known and shared == 1 and alike >= _ALIKE and one.preprint != other.preprint and _near(one, other):
        sureness = Sureness.POSSIBLE
        reasons.add(Reason.WORDING)
    return (sureness, frozenset(reasons)) if sureness else None


def _of_same_title(one: _Features, other: _Features, known: bool, abstract: float | None) -> Sureness | None:
    if abstract is not None and abstract >= _LIKE_ABSTRACT:
        return Sureness.SURE
    # Two papers called "Preface" are two papers, and so are those of two years' volumes.
    volumes = one.venue and one.venue == other.venue and one.year != other.year
    if volumes or (len(one.words) < 3 and not known):
        return None
    if abstract is not None or not known:
        return Sureness.LIKELY
    return Sureness.SURE if len(one.words) > 2 else Sureness.POSSIBLE


def _of_same_abstract(one: _Features, other: _Features, alike: float, abstract: float) -> Sureness | None:
    if alike >= _ALIKE and abstract >= _SAME_ABSTRACT:
        return Sureness.SURE if abstract >= _SURE_ABSTRACT else Sureness.LIKELY
    # Under another title the abstracts must be the same from end to end: groups begin theirs alike.
    shared = len(one.phrases & other.phrases)
    whole = shared / (len(one.phrases) + len(other.phrases) - shared)
    return Sureness.LIKELY if whole >= _WHOLE_ABSTRACT else None


def _numbers(words: frozenset[str]) -> set[str]:
    return {word for word in words if word in _NUMBERS or any(map(str.isdigit, word))}


def _overlap(one: _Features, other: _Features) -> float | None:
    """The share of the shorter abstract that is in the other; None where one of them has none to speak of."""
    shorter = min(len(one.phrases), len(other.phrases))
    return len(one.phrases & other.phrases) / shorter if shorter >= _FEWEST_PHRASES else None


def _light(one: _Features, other: _Features) -> bool:
    """Whether the titles differ by words that say nothing alone."""
    return (one.words ^ other.words) <= _LIGHT and min(len(one.words), len(other.words)) > 2


def _near(one: _Features, other: _Features) -> bool:
    return one.year is None or other.year is None or abs(one.year - other.year) <= 2


def _grouped(
    pairs: Iterable[tuple[int, int, Sureness, frozenset[Reason]]],
    titles: dict[int, str],
    distinct: set[tuple[int, int]],
) -> list[Group]:
    """Joins pairs that have a paper in common; a group is as sure as its least sure pair."""
    found = sorted((pair for pair in pairs if pair[:2] not in distinct), key=lambda pair: -pair[2])
    member: dict[int, list[int]] = {}
    for first, second, _, _ in found:
        one, other = member.setdefault(first, [first]), member.setdefault(second, [second])
        if one is not other and len(one) + len(other) <= _LARGEST:
            one += other
            member.update(dict.fromkeys(other, one))
    surenesses: dict[int, Sureness] = {}
    reasons: dict[int, set[Reason]] = defaultdict(set)
    for first, second, sureness, why in found:
        if member[first] is member[second]:
            name = id(member[first])
            surenesses[name] = min(sureness, surenesses.get(name, sureness))
            reasons[name] |= why
    groups = [
        Group(
            papers=tuple(sorted(papers)),
            title=titles[min(papers)],
            reasons=tuple(reason for reason in Reason if reason in reasons[id(papers)]),
            sureness=surenesses[id(papers)],
        )
        for papers in {id(papers): papers for papers in member.values()}.values()
        if len(papers) > 1
    ]
    return sorted(groups, key=lambda group: (-group.sureness, group.papers))
