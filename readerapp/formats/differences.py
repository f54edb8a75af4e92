"""What is different between two texts, line by line, and within a changed line word by word.

By difflib's SequenceMatcher (Ratcliff and Obershelp), which tells changes as a person would see them. It may take time
that grows with the square of a text's length; so what both have at their beginning and end is set aside first, and of
what is left more than MAX_LINES lines, or in a line more than MAX_WORDS words, are told as taken out and put in whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MAX_LINES = 4_000
MAX_WORDS = 600

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
# Lines that have less in common are two lines, not one that was changed.
_ALIKE = 0.4

Kind = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that both texts have, or that only the first has (out), or only the second (in). `parts` are its text in
    pieces, each with whether it is what makes the difference to the line that takes its place; in a line that is
    wholly other, all of it is one piece that is not marked."""

    kind: Kind
    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(text for text, _ in self.parts)


def differences(one: str, other: str) -> list[Line]:
    """The lines of two texts, in order: `other` is what `one` has become."""
    # No text has no lines, not an empty one.
    old, new = (text.split("\n") if text else [] for text in (one, other))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found = [_whole("same", line) for line in old[:head]]
    found += _between(old[head : len(old) - tail], new[head : len(new) - tail])
    found += [_whole("same", line) for line in old[len(old) - tail :]]
    return found


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    if max(len(old), len(new)) > MAX_LINES:
        yield from (_whole("out", line) for line in old)
        yield from (_whole("in", line) for line in new)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield from (_whole("same", line) for line in old[i1:i2])
        else:
            yield from _replaced(old[i1:i2], new[j1:j2])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines in the place of others: those that stand at the same place and are alike are told word by word."""
    pairs = [_words(out, in_) for out, in_ in zip(old, new, strict=False)]
    for number, line in enumerate(old):
        yield pairs[number][0] if number < len(pairs) else _whole("out", line)
    for number, line in enumerate(new):
        yield pairs[number][1] if number < len(pairs) else _whole("in", line)


def _words(old: str, new: str) -> tuple[Line, Line]:
    out, in_ = _WORD.findall(old), _WORD.findall(new)
    if max(len(out), len(in_)) > MAX_WORDS:
        return _whole("out", old), _whole("in", new)
    matcher = SequenceMatcher(None, out, in_, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return _whole("out", old), _whole("in", new)
    codes = matcher.get_opcodes()
    taken = _parts((("".join(out[i1:i2]), tag != "equal") for tag, i1, i2, _, _ in codes))
    put = _parts((("".join(in_[j1:j2]), tag != "equal") for tag, _, _, j1, j2 in codes))
    return Line("out", taken), Line("in", put)


def _parts(pieces: Iterator[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    return tuple(piece for piece in pieces if piece[0])


def _whole(kind: Kind, line: str) -> Line:
    return Line(kind, ((line, False),) if line else ())
