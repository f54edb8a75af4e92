"""Whether words are spelt as a dictionary has them, where the system has dictionaries.

By Enchant (https://abiword.github.io/enchant/), which most Linux desktops have for their own programs, with Hunspell's
or Aspell's dictionaries. Where it is missing there is no checking, and nothing else is different. A word is right when
any of the dictionaries knows it: notes mix languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

# A word as a person writes one; what has capitals within, digits or signs at its side is a name or an abbreviation.
WORD = re.compile(r"(?<![\w@\\/.'’-])[^\W\d_]{3,40}(?:['’-][^\W\d_]+)*(?![\w@\\/])")
_ORDINARY = re.compile(r"[^\W\d_]?[^\W\d_A-Z]+")
# What holds no words: code, formulas, links to papers, the addresses of links, macros and markup.
_NO_WORDS = re.compile(
    r"`[^`]*`|\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\]|\[\[[^\[\]]*\]\]|\]\([^()\s]*\)|(?:https?:|mailto:|doi:)\S+|\\[A-Za-z]+"
    r"|<[^<>]*>"
)
_SUGGESTED = 5


class Dictionary(Protocol):
    """What Enchant gives for a language."""

    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> list[str]: ...


class Spelling:
    """Dictionaries, and the reader's own words, which are kept in a file, one in a line.

    Only for the thread that asks; `load` may be called in another.
    """

    def __init__(self, dictionaries: Sequence[Dictionary], own: Path) -> None:
        self._dictionaries, self._file = dictionaries, own
        self._own: set[str] = set()
        with suppress(OSError, UnicodeDecodeError):
            self._own = set(own.read_text(encoding="utf-8").split())
        self._known: dict[str, bool] = {}

    def is_right(self, word: str) -> bool:
        """Whether a word is in a dictionary or is one of the reader's own, or is none that a dictionary could have."""
        if word not in self._known:
            plain = word.replace("’", "'")
            self._known[word] = (
                not all(_ORDINARY.fullmatch(part) for part in re.split("['-]", plain))
                or self._has(plain)
                or ("-" in plain and all(map(self._has, filter(None, plain.split("-")))))
            )
        return self._known[word]

    def _has(self, word: str) -> bool:
        own = word in self._own or word.lower() in self._own
        return own or any(one.check(word) for one in self._dictionaries)

    def wrong(self, line: str) -> list[tuple[int, int]]:
        """Where words of a line stand that are not right, in code points."""
        silent = _NO_WORDS.sub(lambda found: "\0" * len(found[0]), line)
        return [found.span() for found in WORD.finditer(silent) if not self.is_right(found[0])]

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, the likeliest of each dictionary first."""
        found = [one.suggest(word.replace("’", "'")) for one in self._dictionaries]
        turns = [words[turn] for turn in range(_SUGGESTED) for words in found if turn < len(words)]
        return list(dict.fromkeys(turns))[:_SUGGESTED]

    def learn(self, word: str) -> None:
        """Takes a word for right from now on. Where it cannot be written down, until the program ends."""
        self._own.add(word)
        self._known.clear()
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{word}\n")


def load(languages: Sequence[str], own: Path) -> Spelling | None:
    """The dictionaries there are for these languages, such as "de_DE" or "en"; None without Enchant or with none of
    them. May be called in any thread, and takes some tenths of a second."""
    try:
        import enchant  # late: its library and dictionaries are read
    except ImportError:
        return None
    there = enchant.list_languages()
    wanted = [
        name
        for language in languages
        for name in sorted(there)
        if name == language or name.partition("_")[0] == language
    ]
    found: list[Dictionary] = []
    for name in dict.fromkeys(wanted):
        with suppress(enchant.errors.Error):
            found.append(enchant.Dict(name))
    return Spelling(found, own) if found else None
