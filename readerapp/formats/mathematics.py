"""Where mathematics and TeX stand in the text of titles, abstracts and notes, and the text as it is read.

The text itself stays as it came: `spans` says which of its parts are to be shown otherwise, and `Shown` tells where
each place of the text is in what is shown, and back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from readerapp.formats.tex import LONGEST_FORMULA, Unsettable, accented, parse, unicode
from readerapp.formats.tex_symbols import GLUED, NAMES, SWITCHES, SYMBOLS, TEXT_LETTERS, TEXTS, VARIANTS

# A text without any of these has nothing to be shown otherwise.
_SIGNS = re.compile(r"\$|\\[^\s\d]|``|[A-Za-z.)}]~[\\A-Za-z0-9$]|--|\{[A-Z]")

_BEGINS = re.compile(
    r"(?P<escape>\\[%&#_$])"
    r"|(?P<dollars>\$\$?)"
    r"|(?P<bracket>\\[(\[])"
    r"|\\begin\{(?P<environment>equation\*?|align\*?|gather\*?|multline\*?|displaymath|math|eqnarray\*?)\}"
    r"|\\(?P<accent>[`'^\"=.~]|[uvHckrdb](?![a-zA-Z]))\s?"
    r"(?:\{\\?(?P<inner>[a-zA-Z])\}|\\(?P<dotless>[ij])(?![a-zA-Z])|(?P<bare>[a-zA-Z]))"
    r"|\\(?P<name>[a-zA-Z]+)"
    r"|(?P<quotes>``|'')"
    r"|(?P<tie>(?<=[A-Za-z.)}])~(?=[\\A-Za-z0-9$]))"
    r"|(?P<dash>(?<!-)--(?![->]))|(?P<longdash>(?<!-)---(?!-))"
    r"|(?P<capitals>\{[A-Z][A-Za-z0-9-]*\})"
    r"|\{(?=\\(?P<switch>em|it|bf|sl|sc|tt|sf|rm|itshape|bfseries|scshape)(?![a-zA-Z]))"
    r"|\{(?=\\(?P<grouped>[`'^\"=.~]|[uvHckrdb](?![a-zA-Z])|[a-zA-Z]{1,2}\}))"
)
_BLANK_LINE = re.compile(r"\n\s*\n")
_TECHNICAL = re.compile(r"[\\^_{}=<>+|≤≥≈∈×]")
_PROSE = re.compile(r"(?<![A-Za-z\\^_{])[A-Za-z]{2,}[,;]?\s+(?:[A-Za-z]{1,},?\s+)?[A-Za-z]{2,}(?![A-Za-z}])")
# Three words of a sentence, which a formula has in a macro for text alone.
_SENTENCE = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{2,}\s+[A-Za-z]+[,.;]?\s+[A-Za-z]{2,}(?![A-Za-z])")
_WORDS = re.compile(r"\\(?:text[a-z]*|m?box|math(?:rm|it|sf|tt)|operatorname)\s*\{[^{}]*\}")
_PRICE = re.compile(r"\d[\d.,]*\s*(?:[kKmMbB]|[a-z]{2,})?\b")
# Where a program took the \t of \times for a tab, and perhaps that for a blank.
_LOST = re.compile(
    r"(?<![^\s\d])[\t ]?(imes|ightarrow)(?![a-z])|\t(heta|au|ilde|op|o)(?![a-z])"
    r"|(?<![a-z\\])\s?(ext(?:it|bf|tt|rm|sc)?)(?=\{)"
)
# How many arguments macros have that may begin a formula.
_ARGUMENTS = {"frac": 2, "dfrac": 2, "tfrac": 2, "binom": 2, **dict.fromkeys(
    [*VARIANTS, "sqrt", "hat", "bar", "tilde", "vec", "widetilde", "widehat", "overline", "operatorname",
     "ensuremath"], 1)}  # fmt: skip
# Macros that begin a formula although no sign says so.
_BARE = frozenset(
    [name for name in SYMBOLS if len(name) > 1 and name not in TEXT_LETTERS]
    + [name for name in VARIANTS if name.startswith(("math", "bold", "bm"))]
    + [name for name in NAMES if len(name) > 2 or name in ("ln", "lg")]
    + list(_ARGUMENTS)
) - {"mathdollar", "real", "in", "to", "top", "mid", "not", "star", "ast", "angle", "prime", "flat", "natural", "sharp"}
# Macros of running text of which the argument alone is shown.
_BARED = frozenset(("url", "path", "nolinkurl", "enquote", "textsuperscript", "textsubscript", "underline", "uline"))
_SAFE_NAMES = frozenset(("in", "to", "top", "mid", "star", "ast"))
_NAME = re.compile(r"\\([a-zA-Z]+)")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SCRIPT = re.compile(r"\s?[_^]\s?(?:(?P<group>\{)|\\[a-zA-Z]+|[A-Za-z0-9*+])")
_LETTER_AFTER = re.compile(r"\s?(?:\\[a-zA-Z]+|[A-Za-z0-9])")
_FOLLOWS = re.compile(r"\s?(?=\\(?P<name>[a-zA-Z]+))")

# What stands for a formula in a shown text whose formulas are set: one character each.
OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from `start` to before `end`, that is read as `shown`: plain Unicode. `tex` is the formula in
    it, without the signs around it, and "" where it is none; `display`, it wants a line of its own."""

    start: int
    end: int
    shown: str
    tex: str = ""
    display: bool = False


@lru_cache(maxsize=512)
def spans(text: str) -> tuple[Span, ...]:
    """The parts of a text to be shown otherwise, in order; none overlap. Never raises.

    Formulas are what stands between `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]` or in an environment like equation, and macros
    of mathematics without any sign, with what belongs to them. Prices are none. What cannot be read stays as it is.
    """
    if not _SIGNS.search(text):
        return ()
    return tuple(sorted(_Finder(text).find(), key=lambda span: span.start))


def formulas(text: str) -> list[Span]:
    """The formulas of a text alone."""
    return [span for span in spans(text) if span.tex]


def plain(text: str) -> str:
    """A text in plain Unicode, its formulas in one line each."""
    return Shown(text, spans(text)).text if _SIGNS.search(text) else text


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Span] = []
        # Closing braces of groups that are shown otherwise, and what stands for them.
        self.closings: dict[int, str] = {}
        self.quoted = 0

    def find(self) -> list[Span]:
        at = 0
        while found := _BEGINS.search(self.text, at):
            at = max(self._take(found), found.start() + 1)
        if self.closings:
            taken = {place for span in self.found for place in range(span.start, span.end)}
            places = [place for place in self.closings if place not in taken]
            self.found.extend(Span(place, place + 1, self.closings[place]) for place in places)
        return self.found

    @property
    def free(self) -> int:
        """Where the text begins of which nothing is taken yet."""
        return self.found[-1].end if self.found else 0

    def _add(self, start: int, end: int, shown: str) -> int:
        self.found.append(Span(start, end, shown))
        return end

    def _take(self, found: re.Match[str]) -> int:
        """Takes what begins here, and answers where to go on."""
        text, start, end = self.text, found.start(), found.end()
        if found["escape"]:
            return self._add(start, end, text[start + 1])
        if found["dollars"]:
            return self._dollars(start, found["dollars"])
        if found["bracket"]:
            display = found["bracket"] == "\\["
            return self._until(start, end, "\\]" if display else "\\)", display) or end
        if found["environment"]:
            name = found["environment"]
            stop = text.find(f"\\end{{{name}}}", end, end + LONGEST_FORMULA)
            if stop < 0:
                return end
            stop += len(f"\\end{{{name}}}")
            return self._formula(start, stop, text[start:stop], True) or end
        if found["accent"]:
            letter = found["inner"] or found["dotless"] or found["bare"]
            # \r and \b may be the beginning of anything where no brace follows.
            if found["accent"].isalpha() and not (found["inner"] or found["dotless"]) and not text[start + 2].isspace():
                return end
            return self._add(start, end, accented(found["accent"], letter))
        if found["name"]:
            return self._macro(found["name"], start, end)
        if found["quotes"]:
            self.quoted += 1 if found["quotes"] == "``" else -1
            if self.quoted < 0:
                self.quoted = 0
                return end
            return self._add(start, end, "“" if found["quotes"] == "``" else "”")
        if found["tie"]:
            return self._add(start, end, "\u00a0")
        if found["longdash"]:
            return self._add(start, end, "—")
        if found["dash"]:
            before, after = text[start - 1 : start], text[end : end + 1]
            option = (not before or before.isspace()) and after.isalpha()
            return end if option else self._add(start, end, "–")
        if found["capitals"]:
            beside = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
            if beside or end - start > 3:
                self._add(start, start + 1, "")
                self._add(end - 1, end, "")
            return end
        # A brace that begins a group of letters in another face, or with an accent.
        closing = self._closing(start)
        if closing >= 0:
            self.closings[closing] = ""
            return self._add(start, start + 1, "")
        return end

    def _dollars(self, start: int, sign: str) -> int:
        text = self.text
        if sign == "$$":
            if end := self._until(start, start + 2, "$$", True):
                return end
            return start + 2
        at = start + 1
        stop = text.find("$", at, at + LONGEST_FORMULA)
        while stop > 0 and text[stop - 1] == "\\":
            stop = text.find("$", stop + 1, at + LONGEST_FORMULA)
        if stop < 0:
            return at
        tex = _LOST.sub(_found_again, text[at:stop])
        if not _is_formula(tex, text[stop + 1 : stop + 2]):
            return at
        return self._formula(start, stop + 1, tex) or stop + 1

    def _until(self, start: int, inside: int, closing: str, display: bool) -> int:
        stop = self.text.find(closing, inside, inside + LONGEST_FORMULA)
        if stop <= inside or _BLANK_LINE.search(self.text, inside, stop) or _is_sentence(self.text[inside:stop]):
            return 0
        return self._formula(start, stop + len(closing), self.text[inside:stop], display) or stop + len(closing)

    def _formula(self, start: int, end: int, tex: str, display: bool = False) -> int:
        text = self.text
        try:
            shown = unicode(parse(tex.strip()))
        except Unsettable:
            return 0
        if not shown:
            return 0
        if display:  # blanks beside it would begin and end the lines around it
            first, last = start, end
            while text.startswith((" ", "\t"), end):
                end += 1
            while start > self.free and text[start - 1] in " \t":
                start -= 1
            shown = " " * (start < first) + shown + " " * (end > last)
        self.found.append(Span(start, end, shown, tex.strip(), display))
        return end

    def _macro(self, name: str, start: int, end: int) -> int:
        text = self.text
        if name in TEXTS and text.startswith("{", end):
            closing = self._closing(end)
            if closing < 0:
                return end
            self.closings[closing] = ""
            return self._add(start, end + 1, "")
        if name in _BARED:
            closing = self._closing(end) if text.startswith("{", end) else -1
            if closing < 0:
                return end
            self.closings[closing] = "”" if name == "enquote" else ""
            return self._add(start, end + 1, "“" if name == "enquote" else "")
        if name == "href" and text.startswith("{", end):
            middle = self._closing(end)
            closing = self._closing(middle + 1) if middle > 0 and text.startswith("{", middle + 1) else -1
            if closing < 0:
                return end
            self.closings[closing] = ""
            return self._add(start, middle + 2, "")
        grouped = text[start - 1 : start] == "{" and self.free == start
        if name in SWITCHES and (grouped or text.startswith(" ", end)):
            return self._add(start, end + text.startswith(" ", end), "")
        if name in TEXT_LETTERS and (len(name) > 1 or not text[end : end + 1].isalpha()):
            # The blank or empty group after it only ended its name.
            after = 2 if text.startswith("{}", end) else int(text[end : end + 1] == " " and len(name) < 3)
            return self._add(start, end + after, TEXT_LETTERS[name])
        if self._is_bare(name, end):
            return self._bare(start) or end
        if name not in SYMBOLS and name not in NAMES:
            for prefix in GLUED:
                if prefix in TEXTS and name.startswith(prefix) and len(name) > len(prefix):
                    return self._add(start, start + 1 + len(prefix), "")
        return end

    def _is_bare(self, name: str, end: int) -> bool:
        if name in _SAFE_NAMES:
            return self.text[end : end + 1] in (" ", "\\", "_", "^", "{")
        return name in _BARE or any(
            name.startswith(prefix) and len(name) > len(prefix) and prefix not in TEXTS and name not in NAMES
            for prefix in GLUED
        )

    def _bare(self, start: int) -> int:
        """A formula that no sign begins or ends: a macro with its arguments and scripts, and those that follow."""
        text = self.text
        end = at = start
        while at < len(text) and at - start < LONGEST_FORMULA:
            name = _NAME.match(text, at)
            if not name or not self._is_bare(name[1], name.end()):
                break
            at = name.end()
            for _ in range(_ARGUMENTS.get(name[1], 0)):
                if text.startswith("{", at):
                    closing = self._closing(at)
                    if closing < 0:
                        return self._end_bare(start, end)
                    at = closing + 1
                elif letter := _LETTER_AFTER.match(text, at):
                    at = letter.end()
                else:
                    return self._end_bare(start, end)
            while script := _SCRIPT.match(text, at):
                at = script.end()
                if script["group"]:
                    closing = self._closing(at - 1)
                    if closing < 0:
                        return self._end_bare(start, end)
                    at = closing + 1
            end = at
            follows = _FOLLOWS.match(text, at)
            if not follows:
                break
            at = follows.end()
        return self._end_bare(start, end)

    def _end_bare(self, start: int, end: int) -> int:
        return self._formula(start, end, self.text[start:end]) if end > start else 0

    def _closing(self, opening: int) -> int:
        """The place of the brace that closes the one at `opening`; -1 when none does."""
        depth = 0
        for brace in _BRACE.finditer(self.text, opening, opening + LONGEST_FORMULA):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                return brace.start()
        return -1


def _is_formula(inside: str, after: str) -> bool:
    """Whether what stands between two dollars is a formula and no text between two prices."""
    if not inside.strip() or _BLANK_LINE.search(inside) or _is_sentence(inside):
        return False
    if "\\" in inside:
        return not (_PRICE.match(inside) and _PROSE.search(inside))
    if _PROSE.search(inside):
        return False
    if _TECHNICAL.search(inside):
        return not (after.isdigit() and inside[-1].isspace())
    if inside[0].isspace() != inside[-1].isspace() or (after.isdigit() and len(inside) > 1):
        return False
    return not (inside[0].isdigit() and re.search(r"[A-Za-z]{2,}", inside))


def _is_sentence(tex: str) -> bool:
    return _SENTENCE.search(_WORDS.sub("", tex)) is not None


def _found_again(found: re.Match[str]) -> str:
    rest = found[1] or found[2] or found[3]
    return f"\\{'r' if rest == 'ightarrow' else 't'}{rest}"


class Shown:
    """A text with spans of it shown otherwise: `text`. Places are counted in code points.

    `pieces` says of a formula in how many pieces it is drawn: each becomes one OBJECT, kept in one line with what
    touches it, and the formula is in `objects` as often. Of one that has none the source is shown, and without
    `pieces` its Unicode.
    """

    def __init__(self, source: str, spans: Iterable[Span] = (), pieces: Callable[[Span], int] | None = None) -> None:
        self.source = source
        self.objects: list[tuple[Span, int]] = []
        # Every span, by its beginning and end in the source and in what is shown.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown_starts: list[int] = []
        self._shown_ends: list[int] = []
        texts: list[str] = []
        at = length = 0
        for span in spans:
            shown = span.shown
            if pieces is not None and span.tex:
                number = pieces(span)
                if not number:
                    continue
                self.objects.extend((span, piece) for piece in range(number))
                shown = _objects(span, number, source)
            texts += [source[at : span.start], shown]
            length += span.start - at
            self._starts.append(span.start)
            self._ends.append(span.end)
            self._shown_starts.append(length)
            length += len(shown)
            self._shown_ends.append(length)
            at = span.end
        self.text = "".join([*texts, source[at:]]) if texts else source

    def place(self, offset: int, *, after: bool = False) -> int:
        """Where a place of the source is in what is shown. One inside a span is its beginning, or with `after` its
        end, so that what is marked from one place to another covers every span it touches."""
        return _there(offset, after, self._starts, self._ends, self._shown_starts, self._shown_ends)

    def origin(self, place: int, *, after: bool = False) -> int:
        """Where a place of what is shown is in the source, likewise. What is not shown at all belongs to neither side
        of it, but at the beginning and end of the text."""
        if place <= 0:
            return 0
        if place >= len(self.text):
            return len(self.source)
        return _there(place, after, self._shown_starts, self._shown_ends, self._starts, self._ends)

    def copied(self, start: int, end: int) -> str:
        """The source of what is shown from one place to another."""
        return self.source[self.origin(start) : self.origin(end, after=True)] if end > start else ""

    def marks(self, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Places of the source, each by its start and end, as places of what is shown."""
        moved = ((self.place(start), self.place(end, after=True)) for start, end in places)
        return [(start, end) for start, end in moved if end > start]


def _there(
    place: int, after: bool, starts: list[int], ends: list[int], other_starts: list[int], other_ends: list[int]
) -> int:
    at = bisect_left(ends, place)
    if at < len(starts) and starts[at] < place < ends[at]:
        return other_ends[at] if after else other_starts[at]
    before = bisect_right(ends, place) - 1
    while after and before >= 0 and starts[before] == place:
        before -= 1
    return place if before < 0 else other_ends[before] + place - ends[before]


def _objects(span: Span, number: int, source: str) -> str:
    if span.display:
        # On a line of its own. The text may have it there already.
        begun = source[max(span.start - 1, 0) : span.start].strip(" ")
        ended = source[span.end : span.end + 1]
        return (
            ("\u2028" if begun not in ("", "\n") else "")
            + OBJECT * number
            + ("\u2028" if ended not in ("", "\n") else "")
        )
    before, after = source[span.start - 1 : span.start] if span.start else "", source[span.end : span.end + 1]
    # A word joiner, where no line may end.
    return ("\u2060" if before.strip() else "") + OBJECT * number + ("\u2060" if after.strip() else "")
