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
# What keys are made of unless the reader has chosen otherwise; see config.KEY_PATTERN.
PATTERN = "[auth][year][word]"


def proposed(record: Record, pattern: str = PATTERN) -> str:
    """A key for a paper by a pattern; the same for the same author, year and title. Fields that the paper has nothing
    for are left out; what then has neither a name nor a word is "paper" with the year."""
    said = _fields(record)
    key = re.sub(r"\[(\w+)\]", lambda field: said.get(field[1], ""), pattern)
    return key if any(said[name] for name in ("auth", "word")) and key else f"paper{record.year or ''}"


def _fields(record: Record) -> dict[str, str]:
    people = [folded for name in record.authors if (folded := _folded(Name.of(name).family)[:_LONGEST])]
    title = re.sub(r"\$[^$]*\$|\\[a-zA-Z]+", " ", record.title)
    words = [_folded(word)[:_LONGEST] for word in re.split(r"[^\w'’]+", title)]
    words = [word for word in words if word and word not in _SMALL and not word.isdigit()]
    year = str(record.year or "")
    small = {
        "auth": people[0] if people else "",
        "authors": "".join(people[:3]),
        "word": words[0] if words else "",
        "words": "".join(words[:3]),
        "venue": _folded(record.venue)[:_LONGEST],
    }
    return {
        **small,
        "Auth": small["auth"].capitalize(),
        "Authors": "".join(name.capitalize() for name in people[:3]),
        "Word": small["word"].capitalize(),
        "Words": "".join(word.capitalize() for word in words[:3]),
        "year": year,
        "shortyear": year[-2:],
    }


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
