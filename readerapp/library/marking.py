"""Where the words of a search stand in a text: what is marked in a list, in a passage and in the reading pane.

It agrees with the search: what found a paper is marked where it stands. Text and words are brought to one form as
`folding` does it, character by character, so that every place in that form is known in the text. Where the search has
forms of its own for a word (a hyphenated word joined, a TeX variant), folding is asked for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat

from readerapp.library.folding import also, fold, has_cjk, has_word, query_forms
from readerapp.library.language import Words

_WORD = re.compile(r"[^\W_]+")
# Words part here although nothing stands between them: at a Chinese character, and where Greek meets Latin.
_PART = "\x1f"
_GREEK = re.compile("[α-ω]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# What belongs to the character before it: accents, marks of kana, vowels and finals of Hangul written in its letters.
_BELONGING = "[\u0300-\u036f\u1160-\u11ff\u3099\u309a\uff9e\uff9f]"
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_UNIT = re.compile(f".{_BELONGING}*", re.DOTALL)
_BELONGS = re.compile(_BELONGING)
_HYPHENATED = re.compile(rf"[^\W_]+(?:[-{_PART}]+[^\W_]+)+")
_TEX = re.compile(r"\\var[a-z]+")


class Marker:
    """Finds words and phrases in texts. False when it has none to find."""

    def __init__(self, words: Iterable[Words] = ()) -> None:
        self._leaves = [_Leaf(leaf) for leaf in words]

    def __bool__(self) -> bool:
        return bool(self._leaves)

    def found(self, text: str, field: str = "") -> list[tuple[int, int, int]]:
        """Where they stand: start, end (code points) and which of the words it is, by its number. In order of start;
        places may overlap. A word is found whole, also by its beginning.

        `field` is the field of the search language the text belongs to; "" is one that has no name there.
        """
        normal: _Normal | None = None
        places: list[tuple[int, int, int]] = []
        for number, leaf in enumerate(self._leaves):
            if leaf.field not in ("", field):
                continue
            if leaf.literal:
                at = text.find(leaf.literal)
                while at >= 0:
                    places.append((at, at + len(leaf.literal), number))
                    at = text.find(leaf.literal, at + len(leaf.literal))
                continue
            normal = normal or _Normal(text)
            places.extend((start, end, number) for start, end in leaf.find(normal))
        return sorted(places)

    def marks(self, text: str, field: str = "") -> list[tuple[int, int]]:
        """Where they stand, as (start, end) in code points, in order and without overlaps; words with nothing but
        blanks between them as one."""
        return merged(((start, end) for start, end, _ in self.found(text, field)), text)


def marks(text: str, words: Iterable[Words], field: str = "") -> list[tuple[int, int]]:
    """Where words stand in a text, as `Marker.marks` has it."""
    return Marker(words).marks(text, field)


def merged(places: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Places in a text, in order of their start, with those that overlap or are neighbours made one."""
    whole: list[tuple[int, int]] = []
    for start, end in places:
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


class _Normal:
    """A text in the form in which words compare; `span` tells where a part of that form stands in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets: Sequence[int] | None = None
        if text.isascii():
            self.form = text.lower()
            return
        pieces = {foreign: _piece(foreign) for foreign in set(_FOREIGN.findall(text))}
        if all(len(piece) == 1 and not "α" <= piece <= "ω" for piece in pieces.values()):
            for foreign, piece in pieces.items():
                if piece != foreign:
                    text = text.replace(foreign, piece)
            self.form = text.lower()
        else:
            self.form, self._offsets = _parted(text)

    @property
    def plain(self) -> bool:
        """Whether the form is as long as the text, character by character."""
        return self._offsets is None

    def span(self, start: int, end: int) -> tuple[int, int]:
        if self._offsets is None:
            return start, end
        text, after = self.text, self._offsets[end - 1] + 1
        while after < len(text) and _BELONGS.match(text, after):
            after += 1
        return self._offsets[start], after


def _parted(text: str) -> tuple[str, list[int]]:
    """A text's form with its words parted where scripts meet, and where each character of it comes from."""
    pieces: list[str] = []
    offsets: list[int] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run[0].isascii():
            pieces.append(run[0].lower())
            offsets += range(start, end)
            continue
        units = _UNIT.findall(run[0])
        become = list(map(_piece, units))
        pieces += become
        begin = accumulate(map(len, units), initial=start)
        offsets += chain.from_iterable(map(repeat, begin, map(len, become)))
    form = "".join(pieces)
    parts: list[str] = []
    moved: list[int] = []
    at = 0
    for run in _GREEK.finditer(form):
        start, end = run.span()
        letters = offsets[start:end]
        parts += [form[at:start], _PART, run[0], _PART]
        moved += [*offsets[at:start], letters[0], *letters, letters[-1]]
        if len(letters) == 1:
            parts[-2] = name = query_forms(run[0])[-1]
            moved += letters * (len(name) - 1)
        at = end
    return ("".join([*parts, form[at:]]), [*moved, *offsets[at:]]) if at else (form, offsets)


@lru_cache(maxsize=4096)
def _piece(unit: str) -> str:
    """What a character, with the marks that belong to it, becomes."""
    if unit.isascii():
        return unit.lower()
    if query_forms(f"a{unit}b")[-1] == "ab":
        return "-"  # the search takes it for a hyphen
    folded = fold(unit)
    if folded and not has_word(folded):
        return " "
    if not has_cjk(folded):
        return folded
    return "".join(f"{_PART}{one}{_PART}" if has_cjk(one) else one for one in folded)


class _Leaf:
    """One word or phrase, ready to be looked for."""

    def __init__(self, leaf: Words) -> None:
        self.field = leaf.field
        self.literal = "" if has_word(leaf.text) else leaf.text
        phrases: dict[tuple[str, ...], None] = {}
        single: dict[str, None] = {}
        for form in query_forms(leaf.text):
            folded = fold(form).strip()
            phrase = tuple(_WORD.findall(_Normal(form).form))
            phrases[phrase] = None
            if leaf.prefix and phrase and _GREEK.fullmatch(folded[-1:]):
                # Alone it has become its name, but it may be the beginning of a Greek word.
                phrases[(*phrase[:-1], folded[-1])] = None
            if len(phrase) == 1:
                single[phrase[0]] = None
            elif len(words := _WORD.findall(folded)) == 1 and not all(map(has_cjk, words[0])):
                single[words[0]] = None
        self._phrases = [phrase for phrase in phrases if phrase]
        self._single = tuple(single)
        self._prefix = leaf.prefix
        self._patterns = [_pattern(phrase, leaf.prefix) for phrase in self._phrases]

    def find(self, normal: _Normal) -> Iterable[tuple[int, int]]:
        form = normal.form
        for phrase, pattern in zip(self._phrases, self._patterns, strict=True):
            if phrase[0] in form:
                for place in pattern.finditer(form):
                    yield normal.span(*place.span())
        if "-" in form:
            yield from self._joined(normal)
        if self._single and "\\var" in form:
            for place in _TEX.finditer(form):
                yield from self._further(normal, *place.span())

    def _joined(self, normal: _Normal) -> Iterable[tuple[int, int]]:
        """Hyphenated words that are the word when they are joined."""
        form = normal.form
        joined = form.replace("-", "").replace(_PART, "")
        for word in self._single:
            if _GREEK.search(word):  # its letters have become names
                for place in _HYPHENATED.finditer(form):
                    yield from self._further(normal, *place.span())
            elif joined.count(word) > form.count(word):
                for begun in re.finditer(f"[-{_PART}]*".join(word), form):
                    start = begun.start()
                    while start and (form[start - 1].isalnum() or form[start - 1] in (_PART, "-")):
                        start -= 1
                    whole = _HYPHENATED.search(form, start, len(form))
                    if whole and whole.start() <= begun.start() < whole.end():
                        yield from self._further(normal, *whole.span())

    def _further(self, normal: _Normal, start: int, end: int) -> Iterable[tuple[int, int]]:
        """A place in the form, if the search knows it by a further form that is the word, and no part of it is."""
        if not any(map(self._is, _WORD.findall(normal.form[start:end]))):
            start, end = normal.span(start, end)
            if any(map(self._is, also(normal.text[start:end]).split())):
                yield start, end

    def _is(self, word: str) -> bool:
        return word in self._single or (self._prefix and word.startswith(self._single))


def _pattern(phrase: Sequence[str], prefix: bool) -> re.Pattern[str]:
    """Words one after the other, whatever stands between them but other words."""
    # The first word comes before the condition on what precedes it: so it is looked for at the speed of memory.
    first, *others = map(re.escape, phrase)
    return re.compile(
        rf"{first}(?<![^\W_]{first})"
        + "".join(rf"[\W_]+{word}" for word in others)
        + (r"[^\W_]*" if prefix else r"(?![^\W_])")
    )
