"""Fuzzy matching, for the command palette: typed letters found in order in a text, and how well they sit there.

The scoring is that of fzf's second algorithm (https://github.com/junegunn/fzf, src/algo/algo.go), the field's standard:
a letter that is found counts 16; one at the beginning of a word, at a hump of camelCase or at the first of some digits
counts more, twice as much more if it is the first that was typed; letters that follow one another count what the first
of their run counts more, at least 4; a gap costs 3, and 1 for each further character in it. Of all ways to find the
letters the best one counts. Where fzf fills a table of letters and places, this looks only at places that have the
letter, which in a title are few.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from readerapp.library.folding import fold

_LETTER = 16
_GAP, _FURTHER = 3, 1
# What a place counts more: at the beginning of a word after a blank, after one of _DELIMITERS, after another sign; at a
# hump; in a run.
_AFTER_BLANK, _AFTER_DELIMITER, _BOUNDARY = 10, 9, 8
_HUMP = 7
_RUN = 4
_FIRST = 2

_DELIMITERS = frozenset("/,:;|")

# Longer texts are matched in their beginning only, and of what is typed so much: beyond, nobody sees a difference.
_LONGEST, _MOST_TYPED = 400, 64


class _Kind(IntEnum):
    BLANK = 0
    SIGN = 1
    DELIMITER = 2
    LOWER = 3
    UPPER = 4
    LETTER = 5
    NUMBER = 6


@dataclass(frozen=True, slots=True)
class Match:
    """How well letters sit in a text, and at which of its characters."""

    score: int
    places: tuple[int, ...]


class Text:
    """A text made ready to be matched, again and again. `text` is as it is to be shown: the places count there."""

    __slots__ = ("_bonuses", "_origins", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        looked_at = self.text[:_LONGEST]
        # Some characters are two when folded, others none.
        self._origins: list[int] | None = None
        if looked_at.isascii():
            self.folded = looked_at.lower()
        else:
            parts = [fold(character) for character in looked_at]
            self.folded = "".join(parts)
            self._origins = [at for at, part in enumerate(parts) for _ in part]
        self._bonuses: list[int] | None = None

    def match(self, words: Iterable[str]) -> Match | None:
        """Finds each of these words, as `words` gives them, anywhere in the text, in whatever order. None: one of them
        is not there. No words are in every text, with score 0."""
        score = 0
        places: set[int] = set()
        for word in words:
            found = self._find(word)
            if found is None:
                return None
            score += found.score
            places.update(found.places)
        return Match(score, tuple(sorted(places)))

    def _find(self, word: str) -> Match | None:
        folded = self.folded
        # Where the letters are at the earliest and at the latest: between, each has its place.
        earliest, at = [], -1
        for letter in word:
            at = folded.find(letter, at + 1)
            if at < 0:
                return None
            earliest.append(at)
        latest, at = [], len(folded)
        for letter in reversed(word):
            at = folded.rfind(letter, 0, at)
            latest.append(at)
        latest.reverse()
        if self._bonuses is None:
            self._bonuses = self._weigh()
        way = _best_way(folded, word, earliest, latest, self._bonuses)
        score, places = way.score, []
        step: _Way | None = way
        while step is not None:
            places.append(step.at)
            step = step.before
        if self._origins is not None:
            places = [self._origins[place] for place in places]
        return Match(score, tuple(reversed(places)))

    def _weigh(self) -> list[int]:
        """What each place of the folded text counts more."""
        kinds = [_Kind.BLANK, *map(_kind, self.text[:_LONGEST])]
        bonuses = [_bonus(before, kind) for before, kind in pairwise(kinds)]
        if self._origins is None:
            return bonuses
        return [bonuses[origin] for origin in self._origins]


def words(typed: str) -> list[str]:
    """What is typed, as `Text.match` takes it: without case and accents, apart at blanks."""
    return fold(typed[:_MOST_TYPED]).split()


class _Way:
    """Letters put into their places up to one, the best way that ends in a run whose first letter counts `run` more."""

    __slots__ = ("at", "before", "run", "score")

    def __init__(self, at: int, score: int, run: int, before: _Way | None) -> None:
        self.at, self.score, self.run, self.before = at, score, run, before


def _best_way(text: str, word: str, earliest: list[int], latest: list[int], bonuses: list[int]) -> _Way:
    """The best way to put the letters of a word into a text that has them."""
    ways = [
        _Way(at, _LETTER + _FIRST * bonuses[at], bonuses[at], None)
        for at in _occurrences(text, word[0], earliest[0], latest[0])
    ]
    for letter, first, last in zip(word[1:], earliest[1:], latest[1:], strict=True):
        further: list[_Way] = []
        passed, best = 0, None
        for at in _occurrences(text, letter, first, last):
            while passed < len(ways) and ways[passed].at < at - 1:
                # A place further on costs all ways behind one more alike: the best of them stays the best.
                if best is None or ways[passed].score + ways[passed].at > best.score + best.at:
                    best = ways[passed]
                passed += 1
            bonus = bonuses[at]
            here = []
            if best is not None:
                gap = _GAP + _FURTHER * (at - best.at - 2)
                here.append(_Way(at, best.score - gap + _LETTER + bonus, bonus, best))
            beside = passed
            while beside < len(ways) and ways[beside].at == at - 1:
                before = ways[beside]
                # A word that begins within the run begins a run of its own, unless that would count less.
                run = bonus if bonus >= _BOUNDARY and bonus > before.run else before.run
                here.append(_Way(at, before.score + _LETTER + max(bonus, run, _RUN), run, before))
                beside += 1
            further += _undominated(here) if len(here) > 1 else here
        ways = further
    return max(ways, key=lambda way: way.score)


def _undominated(ways: list[_Way]) -> list[_Way]:
    """Of ways that end in one place those that can become the best: the higher the score, the less the run matters."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.score, way.run), reverse=True):
        if not kept or way.run > kept[-1].run:
            kept.append(way)
    return kept


def _occurrences(text: str, letter: str, first: int, last: int) -> list[int]:
    found = []
    at = text.find(letter, first, last + 1)
    while at >= 0:
        found.append(at)
        at = text.find(letter, at + 1, last + 1)
    return found


def _kind(character: str) -> _Kind:
    if character.islower():
        return _Kind.LOWER
    if character.isupper():
        return _Kind.UPPER
    if character.isnumeric():
        return _Kind.NUMBER
    if character.isalpha():
        return _Kind.LETTER
    if character.isspace():
        return _Kind.BLANK
    return _Kind.DELIMITER if character in _DELIMITERS else _Kind.SIGN


def _bonus(before: _Kind, kind: _Kind) -> int:
    if kind > _Kind.SIGN and before <= _Kind.DELIMITER:
        return {_Kind.BLANK: _AFTER_BLANK, _Kind.DELIMITER: _AFTER_DELIMITER}.get(before, _BOUNDARY)
    if (before is _Kind.LOWER and kind is _Kind.UPPER) or (before is not _Kind.NUMBER and kind is _Kind.NUMBER):
        return _HUMP
    if kind is _Kind.BLANK:
        return _AFTER_BLANK
    return _BOUNDARY if kind <= _Kind.DELIMITER else 0
