"""JSON read entry by entry: the elements of a list, or of the lists in an object, one at a time.

Each element is found in the stream and parsed by itself, so memory holds one of them, and a broken one (nested a
hundred thousand levels, cut off, without a quotation mark) is told apart from its neighbours, which are read. An event
parser such as ijson has to give up at the first error.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder
from typing import IO

# An element longer than this is not read, nor what follows it, for one may be without an end.
LONGEST = 64 * 2**20
# How far the end of a broken one is looked for.
_LONGEST_BROKEN = 4 * 2**20
_PIECE = 64 * 1024
# The longest literal ("-Infinity") or escape: an error nearer to the end may be for want of the rest.
_NEAR_END = 16

# What stays of the text that was taken, for the indentation of the line that is being read.
_KEPT = 200

_BLANKS = re.compile(r"[ \t\r\n\ufeff]*")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
# What matters for finding the end of an element: strings (on one line, as JSON has them), brackets, and lines that
# begin with an object.
_STRUCTURE = re.compile(r'"(?:[^"\\\n]|\\.)*+(?:"|[^\n]*)|[\[\]{}]|\n(?P<indent>[ \t]*)\{')
_END_OF_SCALAR = re.compile(r"[,\]}\n]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value: an element of the list `key`, or of the outermost list when `key` is None. Not `listed`: the value of
    the member `key` of the outermost object, or the outermost value itself."""

    key: str | None
    line: int
    value: object
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Broken:
    """An element that cannot be read, and why, in words for the reader."""

    line: int
    why: str


def whole_number(digits: str) -> int | None:
    """For JSON decoders: numbers with thousands of digits, which int() refuses, become None."""
    return int(digits) if len(digits) < 20 else None


def why_not(error: ValueError | RecursionError) -> str:
    """What is wrong with a piece of JSON, in words for the reader."""
    if isinstance(error, RecursionError):
        return "It is nested too deeply."
    if isinstance(error, JSONDecodeError):
        return f"It is no JSON ({error.msg[:1].lower()}{error.msg[1:]})."
    return "It is no JSON."


def entries(stream: IO[bytes], within: str | None = None) -> Iterator[Entry | Broken]:
    """What a JSON text in UTF-8 holds, in order. Invalid bytes become U+FFFD; the rest is as tolerant as json.loads.

    The members of an object that is the member `within` of the outermost one are given as if they were its own.
    """
    return _Reader(stream, within).outermost()


class _Reader:
    """The text of a stream from where it has been read to, as far as it has been needed."""

    def __init__(self, stream: IO[bytes], within: str | None = None) -> None:
        self._stream = stream
        self._within = within
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        # Without `strict`, line ends and tabs may stand in strings as they are.
        self._json = JSONDecoder(strict=False, parse_int=whole_number)
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = self._given_up = False

    def outermost(self) -> Iterator[Entry | Broken]:
        opening = self._next(_BLANKS)
        if opening == "[":
            self._take(self._at + 1)
            yield from self._elements(None)
        elif opening == "{":
            self._take(self._at + 1)
            yield from self._members()
        elif opening:
            yield self._value(None, listed=False)
        if self._next(_BLANKS):
            yield Broken(self._line, "There is something after the end of the JSON text.")

    def _members(self) -> Iterator[Entry | Broken]:
        while (opening := self._next(_BETWEEN)) not in ("}", ""):
            name = self._value(None, listed=False)
            if isinstance(name, Broken) or not isinstance(name.value, str) or self._next(_BLANKS) != ":":
                yield from self._ends_early("Here the JSON text breaks; what follows was not read.")
                return
            self._take(self._at + 1)
            opening = self._next(_BLANKS)
            if opening == "[":
                self._take(self._at + 1)
                yield from self._elements(name.value)
            elif opening == "{" and name.value == self._within:
                self._within = None
                self._take(self._at + 1)
                yield from self._members()
            else:
                yield self._value(name.value, listed=False)
        if opening:
            self._take(self._at + 1)
        else:
            yield from self._ends_early()

    def _elements(self, key: str | None) -> Iterator[Entry | Broken]:
        while (opening := self._next(_BETWEEN)) not in ("]", ""):
            yield self._value(key)
        if opening:
            self._take(self._at + 1)
        else:
            yield from self._ends_early()

    def _value(self, key: str | None, listed: bool = True) -> Entry | Broken:
        """Takes one value. Reads on as long as it may only be for want of the rest that it cannot be parsed."""
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if self._wants_more(error) and self._read_on():
                    continue
                return self._broken(error)
            # Of a number there might be more.
            if end == len(self._text) and self._read_on():
                continue
            line = self._line
            self._take(end)
            return Entry(key, line, value, listed)

    def _broken(self, error: ValueError | RecursionError) -> Broken:
        """Takes a value that cannot be parsed; all that is left, when it is not to be seen where it ends."""
        end = self._end_of_broken()
        while end is None and len(self._text) - self._at < _LONGEST_BROKEN and self._read_on():
            end = self._end_of_broken()
        line, why = self._line, why_not(error)
        if end is not None:
            self._take(end)
        elif self._wants_more(error) and self._ended:
            why = "It is cut off: the text ends in the middle of it."
            self._give_up()
        else:
            why = f"{why} Where it ends is not clear, so what follows was not read."
            self._give_up()
        return Broken(line, why)

    def _wants_more(self, error: ValueError | RecursionError) -> bool:
        if not isinstance(error, JSONDecodeError):
            return False
        return error.pos > len(self._text) - _NEAR_END or error.msg.startswith("Unterminated")

    def _end_of_broken(self) -> int | None:
        """Where the value that begins here ends by its brackets, or where the next line begins that looks like the
        beginning of this one; None when neither is in sight."""
        text, start = self._text, self._at
        if start == len(text):
            return None
        if text[start] not in '{["':
            ending = _END_OF_SCALAR.search(text, start)
            return max(ending.start(), start + 1) if ending else None
        # JSON that programs write has its elements one to a line, or indented alike.
        before = text[max(start - _KEPT, 0) : start].rpartition("\n")[2]
        indent = "" if before.strip() else before
        depth = 0
        for matched in _STRUCTURE.finditer(text, start, start + _LONGEST_BROKEN):
            token = matched[0]
            if token in "[{":
                depth += 1
            elif token in "]}":
                depth -= 1
            elif token[0] == "\n":
                if matched["indent"] == indent:
                    return matched.start()
                depth += 1
            if depth <= 0 and matched.end() < len(text):
                return matched.end()
        return None

    def _next(self, passed_over: re.Pattern[str]) -> str:
        """The next character that is none of these, "" at the end."""
        while True:
            matched = passed_over.match(self._text, self._at)
            assert matched is not None
            self._take(matched.end())
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def _ends_early(self, why: str = "The JSON text ends early.") -> Iterator[Broken]:
        if not self._given_up:
            yield Broken(self._line, why)
            self._give_up()

    def _give_up(self) -> None:
        self._take(len(self._text))
        self._given_up = self._ended = True

    def _take(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _read_on(self) -> bool:
        """Gets more text, as much again as is waiting; False at the end, or when too much is waiting already."""
        waiting = len(self._text) - self._at
        if self._ended or waiting > LONGEST:
            return False
        kept = max(self._at - _KEPT, 0)
        pieces = [self._text[kept:]]
        self._at -= kept
        wanted = max(waiting, _PIECE)
        while wanted > 0 and not self._ended:
            data = self._stream.read(min(wanted, 2**20))
            self._ended = not data
            pieces.append(self._decoder.decode(data, final=self._ended))
            wanted -= len(data)
        self._text = "".join(pieces)
        return len(self._text) - self._at > waiting
