"""Citation keys for papers that have none: family name of the first author, year, first word of the title that says
something ("hoffer2017train"), as Google Scholar and Better BibTeX make them."""

from __future__ import annotations

import re
import unicodedata

from readerapp.names import Name
from readerapp.records import Record

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n",
})  # fmt: skip
_SMALL_WORDS = (
    "a an and are as at be by can do does for from has how in into is it its my of on or our that the their this to via"
    " we what when where which who why with without der die das ein eine le la les un une el los las"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST = 40


def proposed(record: Record) -> str:
    """A key for a paper, of small letters and digits; the same for the same author, year and title."""
    people = [Name.of(author) for author in record.authors]
    family = next((folded for name in people[:1] if (folded := _folded(name.family))), "")
    title = re.sub(r"\$[^$]*\$|\\[a-zA-Z]+", " ", record.title)
    words = [_folded(word) for word in re.split(r"[^\w'’]+", title)]
    word = next((word for word in words if word and word not in _SMALL and not word.isdigit()), "")
    key = f"{family[:_LONGEST]}{record.year or ''}{word[:_LONGEST]}"
    return key if family or word else f"paper{record.year or ''}"


class Keys:
    """Keys of one file, each given once, whatever the capitals: BibTeX makes no difference between them."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, key: str) -> bool:
        """Takes a key; False when it is taken."""
        folded = key.casefold()
        if folded in self._taken:
            return False
        self._taken.add(folded)
        return True

    def unique(self, key: str) -> str:
        """The key, or if it is taken with "a", "b" … "z", "aa" … behind it; it is taken then."""
        if self.take(key):
            return key
        number = self._last.get(key, 0)
        while True:
            number += 1
            if self.take(further := f"{key}{_letters(number)}"):
                self._last[key] = number
                return further


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(97 + last) + letters
    return letters


def _folded(text: str) -> str:
    """The letters and digits of a text as small ASCII."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(character for character in plain if character.isascii() and character.isalnum())
