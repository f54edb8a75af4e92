"""People's names: parted for the library, joined again for lists."""

from __future__ import annotations

from collections.abc import Sequence

# Words that belong to the family name when they stand before it: "Laurens van der Maaten".
_PARTICLES = frozenset((
    "al", "da", "dal", "dalla", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "el", "la", "le", "lo", "los", "san", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur", "'t",
))  # fmt: skip
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def parted(name: str) -> tuple[str, str]:
    """A name as read aloud, as (given, family); joined by a blank they are the name again.

    One word, or a name that looks like no person's, is all family.
    """
    words = name.split()
    if len(words) < 2:
        return "", " ".join(words)
    start = len(words) - 1
    if words[start].lower() in _SUFFIXES and start > 1:
        start -= 1
    while start > 1 and words[start - 1].lower() in _PARTICLES and words[start - 1][0].islower():
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def byline(families: Sequence[str]) -> str:
    """Family names for one line of a list: up to three, then "et al."."""
    if len(families) > 3:
        return f"{families[0]} et al."
    return ", ".join(families)
