"""Where a highlight stands in a text that may have changed since it was marked.

A passage is remembered as the text quote and text position selectors of the W3C Web Annotation Data Model have it: the
quote, what stood before and after it, and its offset. It is looked for at its offset, then wherever the very same words
stand, then where words stand that differ from it in at most one character of four. A place counts when what stands
around it is what stood around the quote, or when nothing else can be meant; else the highlight is lost, which is
better than one at the wrong place. Offsets are in code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from readerapp.records import HighlightRecord

Place = tuple[int, int]

# How much of what stands before and after a passage is remembered, and compared, in characters.
CONTEXT = 32

# What speaks for a place is counted in characters of the surroundings that are the same. The same words need so much of
# it, words that differ more.
_ENOUGH, _PLENTY = 8, 16
# How much it speaks for a place that it begins or ends the text, as the quote did.
_EDGE = 8
# A quote as long as this cannot be meant to stand anywhere else when it stands in one place; one as long as this does
# not stand at its old offset by chance.
_DISTINCT, _NO_CHANCE = 40, 8
# One character of so many may differ.
_SHARE = 4
# Similar words are looked for up to these lengths of the quote and of the text on both sides of the old offset.
_LONGEST_QUOTE = 2_000
_REACH = 20_000
_MOST_PLACES = 200
_MOST_SIMILAR = 20
# Of one text highlights are looked for that way until so many letters have been compared, a tenth of a second's work:
# of an abstract as most are, a hundred.
_MOST_LETTERS = 150_000


def anchor(text: str, start: int, end: int) -> HighlightRecord:
    """A highlight, without meaning and comment, of the passage from `start` to before `end`, blanks at its ends left
    out. Raises ValueError when there is nothing else in it."""
    passage = text[start:end]
    quote = passage.strip()
    if not quote:
        raise ValueError("there is nothing between these places")
    start += len(passage) - len(passage.lstrip())
    end = start + len(quote)
    return HighlightRecord(
        quote, prefix=text[max(start - CONTEXT, 0) : start], suffix=text[end : end + CONTEXT], start=start
    )


def locate(text: str, mark: HighlightRecord) -> Place | None:
    """The place of a highlight in a text, as offsets of its beginning and end; None when it is lost."""
    return places(text, (mark,))[0]


def places(text: str, marks: Sequence[HighlightRecord]) -> list[Place | None]:
    """The places of these highlights in a text, in their order; None for each that is lost."""
    found: list[Place | None] = []
    letters = 0
    for mark in marks:
        place = _unmoved(text, mark)
        if place is None and mark.quote.strip() and letters < _MOST_LETTERS:
            place = _search(text, mark.quote, mark.prefix[-CONTEXT:], mark.suffix[:CONTEXT], mark.start)
            letters += min(len(text), 2 * _REACH) if place is None else 0
        found.append(place)
    return found


def sections(found: Sequence[Place | None]) -> list[tuple[int, int, list[int]]]:
    """The pieces into which places part a text: beginning, end, and the numbers of the places over it, the shortest
    first. Pieces with no place over them are left out."""
    limits = sorted({limit for place in found if place for limit in place})
    numbers: dict[int, list[int]] = {}
    for number, place in enumerate(found):
        if place:
            for at in range(bisect_left(limits, place[0]), bisect_left(limits, place[1])):
                numbers.setdefault(at, []).append(number)

    def length(number: int) -> int:
        place = found[number]
        return place[1] - place[0] if place else 0

    return [(limits[at], limits[at + 1], sorted(over, key=length)) for at, over in sorted(numbers.items())]


def _unmoved(text: str, mark: HighlightRecord) -> Place | None:
    """The place where it was marked, when the same words stand there and around it."""
    start = mark.start
    if start is None or not mark.quote or start < 0 or not text.startswith(mark.quote, start):
        return None
    end = start + len(mark.quote)
    prefix, suffix = mark.prefix[-CONTEXT:], mark.suffix[:CONTEXT]
    same = text.startswith(suffix, end) and text.endswith(prefix, 0, start)
    return (start, end) if same else None


@lru_cache(maxsize=256)
def _search(text: str, quote: str, prefix: str, suffix: str, start: int | None) -> Place | None:
    around = _Surroundings(text, prefix, suffix, start)
    exact = list(_exact(text, quote, start))
    if exact:
        best = max(exact, key=lambda place: (around.evidence(place), around.nearness(place)))
        if around.evidence(best) >= min(_ENOUGH, len(prefix) + len(suffix)):
            return best
    similar = _similar(around, quote)
    if similar:
        return similar
    if start is not None and len(quote) >= _NO_CHANCE and text.startswith(quote, start):
        return start, start + len(quote)
    return exact[0] if len(exact) == 1 and len(quote) >= _DISTINCT else None


def _exact(text: str, quote: str, start: int | None) -> Iterator[Place]:
    """Where the same words stand; blanks and line ends count alike."""
    if start is not None and text.startswith(quote, start):
        yield start, start + len(quote)
    pattern = r"\s+".join(map(re.escape, quote.split()))
    for found in islice(re.finditer(pattern, text), _MOST_PLACES):
        if found.start() != start:
            yield found.span()


def _similar(around: _Surroundings, quote: str) -> Place | None:
    """Where words stand that are nearly the same, among what stood around the quote."""
    most = len(quote) // _SHARE
    if not most or len(quote) > _LONGEST_QUOTE:
        return None
    words = _flat(quote)
    middle = around.start or 0
    first = max(middle - _REACH, 0)
    text = around.text[first : middle + len(quote) + _REACH]
    ends = [(errors, end) for end, errors in enumerate(_errors(words, text), 1) if errors <= most]
    best: tuple[tuple[int, int], Place] | None = None
    backwards = words[::-1]
    for errors, end in _lowest(ends):
        window = text[max(end - len(quote) - most, 0) : end]
        _, length = _aligned(backwards, window[::-1])
        place = first + end - length, first + end
        evidence = around.evidence(place)
        rank = (evidence - 2 * errors, around.nearness(place))
        if evidence >= max(_ENOUGH, min(_PLENTY, around.size)) and (best is None or rank > best[0]):
            best = (rank, place)
    return best[1] if best else None


def _lowest(ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of ends that follow one another, which are ends of the same words, those with the fewest errors; and of all those
    the ones with the fewest."""
    runs: list[list[tuple[int, int]]] = []
    for errors, end in ends:
        if runs and runs[-1][-1][1] == end - 1:
            runs[-1].append((errors, end))
        else:
            runs.append([(errors, end)])
    lowest = [one for run in runs for one in run if one[0] <= min(run)[0] + 1]
    return sorted(lowest)[:_MOST_SIMILAR]


class _Surroundings:
    """A text, with what is known of the surroundings of a quote; `size` is how many characters that is."""

    def __init__(self, text: str, prefix: str, suffix: str, start: int | None) -> None:
        self.text = _flat(text)
        self.start = start
        self.size = len(prefix) + len(suffix)
        self._prefix, self._suffix = _flat(prefix)[::-1], _flat(suffix)
        # A mark of ours that nothing stood around was a whole text. What others wrote may just not say what did.
        self._edge = _EDGE if self.size or start == 0 else 0
        self._known: dict[Place, int] = {}

    def evidence(self, place: Place) -> int:
        """How many characters around a place speak for it, after those that speak against it are taken off."""
        if place not in self._known:
            start, end = place
            room = CONTEXT + _EDGE
            before, after = self.text[max(start - room, 0) : start][::-1], self.text[end : end + room]
            self._known[place] = self._side(self._prefix, before, start) + self._side(
                self._suffix, after, len(self.text) - end
            )
        return self._known[place]

    def _side(self, context: str, text: str, room: int) -> int:
        """The same for one side, both read away from the quote; `room` is how much text there is on it."""
        errors, length = _aligned(context, text)
        found = max(len(context) - 2 * errors, 0)
        if len(context) < CONTEXT and room - length <= 2 and errors * _SHARE <= len(context):
            found += self._edge
        return found

    def nearness(self, place: Place) -> int:
        """The greater, the nearer to where it was marked."""
        return -abs(place[0] - (self.start or 0))


def _flat(text: str) -> str:
    """The same text, as long, with every blank and line end as a space."""
    return re.sub(r"\s", " ", text)


def _errors(pattern: str, text: str, *, anchored: bool = False) -> Iterator[int]:
    """For every end in the text, the fewest insertions, deletions and substitutions that make the pattern a piece of it
    that ends there; `anchored`, the piece that begins with the text.

    The bit-vectors of Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46 (1999), with
    Python's integers as words of any length.
    """
    whole = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    letters: dict[str, int] = {}
    for at, letter in enumerate(pattern):
        letters[letter] = letters.get(letter, 0) | 1 << at
    more, less, errors = whole, 0, len(pattern)
    for letter in text:
        same = letters.get(letter, 0)
        vertical = same | less
        diagonal = (((same & more) + more) ^ more) | same
        up = (less | ~(diagonal | more)) & whole
        down = more & diagonal
        if up & last:
            errors += 1
        elif down & last:
            errors -= 1
        up = (up << 1 | anchored) & whole
        down = down << 1 & whole
        more = (down | ~(vertical | up)) & whole
        less = up & vertical
        yield errors


def _aligned(pattern: str, text: str) -> tuple[int, int]:
    """With how few errors the pattern is the beginning of a text, and how long that beginning is; of equals the one
    whose length is nearest to the pattern's."""
    if not pattern:
        return 0, 0
    found = [(len(pattern), 0), *((errors, at) for at, errors in enumerate(_errors(pattern, text, anchored=True), 1))]
    return min(found, key=lambda one: (one[0], abs(one[1] - len(pattern))))
