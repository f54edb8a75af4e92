"""People by their names: who else may be meant by one."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from dataclasses import dataclass

from readerapp.library.papers import VISIBLE
from readerapp.names import Name

# By the index on family and given names; people with one family name are thousands at most.
_ALIKE = f"""
SELECT a.given, a.family, coalesce(a.suffix, ''), count(*) FROM paper_author AS a JOIN paper AS p ON p.id = a.paper_id
WHERE a.family IN (SELECT value FROM json_each(?)) AND p.shelf = 0 AND {VISIBLE}
GROUP BY a.family, a.given, a.suffix
"""
_MOST = 12


@dataclass(frozen=True, slots=True)
class Person:
    """A name as it stands on papers, and on how many of the library."""

    name: str
    papers: int


def alike(connection: sqlite3.Connection, name: str) -> list[Person]:
    """Whom this name may mean: first whoever is written just so, then those whose names differ from it only in that
    one of them has initials, or fewer given names, the most papers first. Never those of another family name."""
    words = name.split()
    # Whatever is the family name of it.
    families = [" ".join(words[start:end]) for end in (len(words), len(words) - 1) for start in range(end)]
    found: dict[str, int] = {name: 0}
    for given, family, suffix, papers in connection.execute(_ALIKE, (json.dumps(families),)):
        other = str(Name(family, given, suffix))
        ours, _, rest = name.rpartition(family)
        # Two of a name that are told apart as "Jr." and "Sr." are two.
        alike = not rest.strip() or not suffix or rest.strip() == suffix
        if other == name or (given and alike and _agree(ours, given)):
            found[other] = found.get(other, 0) + papers
    others = sorted((Person(*one) for one in found.items() if one[0] != name), key=lambda one: (-one.papers, one.name))
    return [Person(name, found[name]), *others[:_MOST]]


def _agree(one: str, other: str) -> bool:
    """Whether given names may be the same person's: as far as both have them, each is the other or its initial."""
    ours, theirs = _names(one), _names(other)
    return bool(ours and theirs) and all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(ours, theirs, strict=False)
    )


def _names(given: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", given).casefold()
    return re.findall(r"[^\W\d_]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
