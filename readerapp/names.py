"""People's names: divided into their parts, and written in the forms in which they travel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Self

# Words that belong to the family name when they stand before it: "Laurens van der Maaten".
_PARTICLES = frozenset((
    "al", "da", "dal", "dalla", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "el", "la", "le", "lo", "los", "san", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur", "'t",
))  # fmt: skip
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# One name of a list: in braces, or up to the next semicolon.
_LISTED = re.compile(r"\s*(?:\{([^{}]*)\}|([^;]*))\s*(?:;|$)")


class Name(str):
    """The name of a person or a body as read aloud, "Given Family Suffix", that knows its parts.

    It is a text, so that whoever only shows or compares names need not know of them. `family` has the particles that
    belong to it ("van der Maaten"); a particle that is dropped where the family name stands alone (Alexander von
    Humboldt) ends `given`. What has no given name is all `family`: a body, or a person with one name.
    """

    given: str
    family: str
    suffix: str

    def __new__(cls, family: str, given: str = "", suffix: str = "") -> Self:
        name = super().__new__(cls, " ".join(filter(None, (given, family, suffix))))
        name.given, name.family, name.suffix = given, family, suffix
        return name

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]  # of another shape than a text's own
        return self.family, self.given, self.suffix

    @classmethod
    def of(cls, text: str) -> Self:
        """A name as read aloud, divided as it seems; one that knows its parts is given back as it is.

        One word, or a name that looks like no person's, is all family.
        """
        if isinstance(text, cls):
            return text
        words = text.split()
        if len(words) < 2:
            return cls(" ".join(words))
        end = len(words)
        if end > 2 and words[-1].lower() in _SUFFIXES and not words[-2].endswith(","):
            end -= 1
        start = end - 1
        while start > 1 and words[start - 1].lower() in _PARTICLES and words[start - 1][0].islower():
            start -= 1
        return cls(" ".join(words[start:end]), " ".join(words[:start]), " ".join(words[end:]))

    @property
    def inverted(self) -> str:
        """ "Family, Given" or "Family, Given, Suffix". A name without a given one is in braces where it could be taken
        for such a form, or for several names."""
        if self.given or self.suffix:
            return ", ".join(filter(None, (self.family, self.given or " ", self.suffix)))
        return f"{{{self.family}}}" if re.search("[,;]", self.family) else self.family


def listed(names: Iterable[str]) -> str:
    """Names in one text, as in a detail such as "editor": "Noether, Emmy; King, Martin Luther, Jr."."""
    return "; ".join(Name.of(name).inverted for name in names)


def from_list(text: str) -> list[Name]:
    """The names of a text as `listed` makes it."""
    found = []
    for whole, parts in _LISTED.findall(text):
        family, *rest = (part.strip() for part in parts.split(",", 2))
        if whole.strip():
            found.append(Name(whole.strip()))
        elif family:
            found.append(Name(family, *rest))
    return found


def byline(families: Sequence[str]) -> str:
    """Family names for one line of a list: up to three, then "et al."."""
    if len(families) > 3:
        return f"{families[0]} et al."
    return ", ".join(families)
