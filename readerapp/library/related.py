"""Papers of the library that are like one of them, by the words they share.

In two steps, neither of which needs an index of its own: the rarer words of the paper, weighted by tf-idf, choose
candidates from the full-text index; these are then ranked by BM25 over the paper's words and pairs of neighbouring
words (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). Judged by shared author keywords among
5,000 papers, the first ten are worth 0.99 and one of the first three shares a keyword in 44 % of cases; one OR of 25
words in FTS5 gives 0.86 and 43 %, chance 0.06 and 3 %. It takes 30 ms among 87,330 papers, 40 ms among a million.
`python -m tests.speed.related LIBRARY` measures both.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from readerapp.library.folding import fold
from readerapp.library.papers import VISIBLE

BECAUSE = 4

# What the search costs is bounded by these, whatever the library's size: places of the index walked to count the
# paper's words, and to choose candidates by so many of them; candidates; words of a paper, and characters of its text.
_COUNTED = 200_000
_WALKED = 20_000
_CHOOSING = 40
_CANDIDATES = 120
_WORDS = 400
_READ = 10_000

# Of BM25, as is usual; a word of the title or a keyword counts twice.
_K1, _B = 1.2, 0.75
_TITLE = 2
# Papers that have less than this share of what a paper has in common with itself are not like it.
_LEAST = 0.04

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 64
# Words that say nothing of a subject. Those of other languages are known by their frequency: these are only the ones
# most papers have, which need not be counted each time.
_STOP = frozenset(
    """
    about above after again against all also although among an and any are as at be because been before being below
    between both but by can could did do does doing during each either et al etc few first for from further given had
    has have having he her here however how if in into is it its itself just like many may more moreover most much must
    my no nor not of off often on once one only or other our out over own per same second several she should show shows
    since so some such than that the their them then there therefore these they this those through thus to too toward
    towards two under until up upon us use used using very via was we well were what when where whether which while who
    why will with within without would yet you your
    """.split()  # noqa: SIM905
)

# One walk of the index for each word, which ends at a number of papers.
_FREQUENCIES = """
SELECT value, (SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH '"' || value || '"' LIMIT ?))
FROM json_each(?)
"""
# The words of the first list are ASCII, each one word to the index of words too, which knows no phrases.
_CHOSEN = f"""
SELECT id FROM (
    SELECT word_fts.rowid AS id, value AS weight FROM json_each(?) CROSS JOIN word_fts('"' || key || '"')
    UNION ALL
    SELECT paper_fts.rowid AS id, value AS weight FROM json_each(?) CROSS JOIN paper_fts('"' || key || '"')
) AS p WHERE {VISIBLE} GROUP BY id ORDER BY sum(weight) DESC, id DESC LIMIT ?
"""
_TEXTS = f"""
SELECT p.id, substr(p.title, 1, {_READ}), substr(t.keywords, 1, {_READ}), substr(t.abstract, 1, {_READ}),
       substr(t.also, 1, {_READ})
FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id
WHERE p.id IN (SELECT value FROM json_each(?)) AND (p.shelf = 0 OR p.id = ?)
"""


_SIZE = "SELECT sum(n) FROM tally WHERE name LIKE 'status:%'"


@dataclass(frozen=True, slots=True)
class Related:
    """A paper that is like another: `score` from 0 to 1, which the other has itself; `because` of these words, as
    they stand in the other, the weightiest first."""

    id: int
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A paper's words, folded, in order: those of its title and keywords, and those of its abstract. `also` are the
    further forms of both."""

    head: list[str]
    body: list[str]
    also: list[str]

    @property
    def length(self) -> int:
        return len(self.head) + len(self.body)


def related(connection: sqlite3.Connection, paper: int, limit: int = 8) -> list[Related]:
    """The papers most like this one, the likest first: fewer than `limit` where few have anything in common with it.

    Papers in the trash, and those still arriving, are not among them. Nothing is found for a paper that is gone.
    """
    own = connection.execute(_TEXTS, (f"[{paper}]", paper)).fetchone()
    if own is None:
        return []
    text = _text(*own[1:])
    often = _often(text)
    cap = _COUNTED // max(len(often), 1)
    found = _frequencies(connection, often, cap)
    if not found:
        return []
    (size,) = connection.execute(_SIZE).fetchone()
    idf = {word: math.log1p(max(size, number) / number) for word, number in found.items()}
    weights = {word: (1 + math.log(often[word])) * idf[word] for word in found}
    ids = _candidates(connection, {word: weights[word] for word in found if found[word] < cap}, found)
    rows = connection.execute(_TEXTS, (json.dumps([one for one in ids if one != paper]), 0))
    candidates = {one: _text(*texts) for one, *texts in rows}
    if not candidates:
        return []
    # How rare a word is that was not counted to the end is told by the candidates.
    vocabularies = [{*one.head, *one.body} for one in candidates.values()]
    for word in found:
        if found[word] >= cap:
            have = sum(word in vocabulary for vocabulary in vocabularies)
            idf[word] = min(idf[word], math.log((len(candidates) + 1) / (have + 0.5)))
    ranking = _Ranking(text, idf, sum(one.length for one in candidates.values()) / len(candidates))
    itself = ranking.score(text)
    ranked = sorted(((ranking.score(one), number) for number, one in candidates.items()), reverse=True)
    shown = _as_written(*own[1:])
    return [
        Related(number, min(score / itself, 1.0), ranking.because(candidates[number], shown))
        for score, number in ranked[:limit]
        if score > _LEAST * itself
    ]


def _text(title: str, keywords: str, abstract: str, also: str) -> _Text:
    head = _WORD.findall(fold(f"{title} {keywords}"))
    # A form with the mark of its field is no word of letters alone.
    return _Text(head, _WORD.findall(fold(abstract)), [form for form in also.split() if form.isalnum()])


def _often(text: _Text) -> dict[str, int]:
    """How often a paper has each of its words that may say something."""
    often = Counter(text.body)
    for word in text.head:
        often[word] += _TITLE
    for word in text.also:
        often.setdefault(word, 1)
    telling = (word for word in often if 1 < len(word) <= _LONGEST and word not in _STOP and not word.isdecimal())
    return {word: often[word] for word, _ in zip(telling, range(_WORDS), strict=False)}


def _frequencies(connection: sqlite3.Connection, words: Mapping[str, int], cap: int) -> dict[str, int]:
    """How many papers have each word, counted up to `cap`; words that this paper alone has are left out."""
    found: dict[str, int] = {}
    for index, some in (
        ("word_fts", [word for word in words if word.isascii()]),
        ("paper_fts", [word for word in words if not word.isascii()]),
    ):
        if some:
            found.update(connection.execute(_FREQUENCIES.format(index=index), (cap, json.dumps(some))))
    return {word: number for word, number in found.items() if number > 1}


def _candidates(connection: sqlite3.Connection, weights: Mapping[str, float], found: Mapping[str, int]) -> list[int]:
    """The papers that have most of the weightiest of these words."""
    chosen: dict[bool, dict[str, float]] = {True: {}, False: {}}
    left, walked = _CHOOSING, 0
    for word in sorted(weights, key=weights.__getitem__, reverse=True):
        if left and walked + found[word] <= _WALKED:
            chosen[word.isascii()][word] = weights[word]
            left, walked = left - 1, walked + found[word]
    parameters = (json.dumps(chosen[True]), json.dumps(chosen[False]), _CANDIDATES + 1)
    return [paper for (paper,) in connection.execute(_CHOSEN, parameters)]


class _Ranking:
    """BM25 with a paper's words, and pairs of them, as the query. A pair counts as much as its two words together."""

    def __init__(self, text: _Text, idf: Mapping[str, float], length: float) -> None:
        self._idf = idf
        self._length = length
        self._weights = {
            term: (1 + math.log(often)) * self._rarity(term) * (_K1 + 1) for term, often in self._terms(text).items()
        }

    def score(self, text: _Text) -> float:
        """How like the query a paper is."""
        return sum(self._parts(text).values())

    def because(self, text: _Text, shown: Mapping[str, str]) -> tuple[str, ...]:
        """The words that say most about it, as they are `shown`."""
        parts = self._parts(text)
        words: list[str] = []
        for term in sorted(parts, key=parts.__getitem__, reverse=True):
            if isinstance(term, str) and term in shown and not any(_same(term, word) for word in words):
                words.append(term)
        return tuple(shown[word] for word in words[:BECAUSE])

    def _parts(self, text: _Text) -> dict[str | tuple[str, str], float]:
        short = _K1 * (1 - _B + _B * text.length / max(self._length, 1))
        weights = self._weights
        terms = self._terms(text).items()
        return {term: weights[term] * often / (often + short) for term, often in terms if term in weights}

    def _terms(self, text: _Text) -> dict[str | tuple[str, str], int]:
        """How often the query's words, and pairs of them, stand in a text."""
        idf = self._idf
        often: dict[str | tuple[str, str], int] = {}
        for words, times in ((text.head, _TITLE), (text.body, 1)):
            before = ""
            for word in words:
                if word in idf:
                    often[word] = often.get(word, 0) + times
                    if before:
                        often[before, word] = often.get((before, word), 0) + times
                    before = word
                else:
                    before = ""
        for word in text.also:
            if word in idf:
                often.setdefault(word, 1)
        return often

    def _rarity(self, term: str | tuple[str, str]) -> float:
        return self._idf[term] if isinstance(term, str) else self._idf[term[0]] + self._idf[term[1]]


def _same(one: str, other: str) -> bool:
    """Whether two words are the singular and plural of one, or nearly so."""
    return abs(len(one) - len(other)) <= 2 and (one.startswith(other) or other.startswith(one))


def _as_written(title: str, keywords: str, abstract: str, also: str) -> dict[str, str]:
    """The words of a paper by their folded forms, as they stand in it; in small letters, if they do anywhere."""
    text = f"{title} {keywords} {abstract}"
    shown: dict[str, str] = {}
    for word in _WORD.findall(text):
        folded = fold(word)
        if folded not in shown or word.islower():
            shown[folded] = word
    if not text.isascii():
        # Scripts without blanks: the pairs of neighbouring characters.
        shown.update((form, form) for form in also.split() if form not in shown and form in text)
    return shown
