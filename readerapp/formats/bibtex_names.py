"""Names in BibTeX and biblatex: lists of people in one field, and each divided into its parts.

The rules are those of BibTeX ("Tame the BeaST", N. Markey, section 11): "First von Last", "von Last, First" and
"von Last, Jr, First", where particles are the words whose first letter outside of braces is small; and the extended
format of biblatex 3.5 ("given=…, prefix=…, family=…"). What is in braces as a whole is one name of a body. "and
others" is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from readerapp.formats import fields
from readerapp.formats.tex_text import balanced, decoded
from readerapp.names import Name

_AND = re.compile(r"(?:\A| )and(?= |\Z)", re.IGNORECASE)
_BRACE_OR_AND = re.compile(rf"[{{}}]|{_AND.pattern}", re.IGNORECASE)
_NEEDS_BRACES = re.compile(r"[,=\"]|(?:\A|\s)and(?:\s|\Z)", re.IGNORECASE)
_BLANK = re.compile(r"[\s~]+")
_BRACE = re.compile(r"[{}]")
# What is read and written as it stands: "Lovelace, Ada", without a word that is more than a word.
_PLAIN = re.compile(
    r"(?!(?:others|(?:jr|sr)\.?|i{2,3}|iv)(?:[, ]|\Z))(?!.*\band\b)([^\s,{}\\$~=\"&%#_^`'-][^,{}\\$~=\"&%#_^`']*+), "
    r"((?!(?:(?:jr|sr)\.?|i{2,3}|iv)\Z)[^\s,{}\\$~=\"&%#_^`'-][^,{}\\$~=\"&%#_^`']*)",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"\s*\"?\s*(?:given|family|prefix|suffix|given-i|family-i|prefix-i|useprefix|literal)\s*=", re.I)
_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.IGNORECASE)
_SPECIAL = re.compile(r"\{?\\")
_LONGEST_NAME = 500
_LONGEST_SOURCE = 5_000


def people(source: str) -> list[Name]:
    """The names of a field such as author or editor."""
    found = []
    source = fields.one_line(source, len(source))
    for part in _parted(source):
        if part.casefold() == "others" or not part:
            continue
        plain = _PLAIN.fullmatch(part) if len(part) < _LONGEST_NAME else None
        name = Name(plain[1], plain[2]) if plain else _name(part[:_LONGEST_SOURCE])
        if name.family:
            found.append(name)
        if len(found) == fields.MOST_VALUES:
            break
    return found


def field_of(names: Iterable[str], encode: Callable[[str], str]) -> str:
    """The field of some names. `encode` makes LaTeX of a text."""
    return " and ".join(_written(Name.of(name), encode) for name in names)


def _parted(source: str) -> list[str]:
    if "{" not in source:
        return [part.strip() for part in _AND.split(source)]
    parts = []
    begin = depth = 0
    for found in _BRACE_OR_AND.finditer(source):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            # Within braces "and" is a word of a name.
            parts.append(source[begin : found.start()].strip())
            begin = found.end()
    return [*parts, source[begin:].strip()]


def _written(name: Name, encode: Callable[[str], str]) -> str:
    def part(text: str, *, alone: bool = False) -> str:
        kept_together = bool(_SUFFIX.fullmatch(text) or _NEEDS_BRACES.search(text))
        if alone:
            kept_together = kept_together or " " in text or _is_small(text) or text.casefold() == "others"
        return f"{{{encode(text)}}}" if kept_together else encode(text)

    if name.given and not name.suffix and _PLAIN.fullmatch(plain := f"{name.family}, {name.given}"):
        return plain
    if not name.given and not name.suffix:
        return part(name.family, alone=True)
    suffix = f"{encode(name.suffix)}, " if _SUFFIX.fullmatch(name.suffix) else name.suffix and f"{part(name.suffix)}, "
    return f"{part(name.family)}, {suffix}{part(name.given)}".strip()


def _name(source: str) -> Name:
    if source.startswith("{") and _closes_at_the_end(source):
        return Name(_clean(source))
    if "=" in source and _EXTENDED.match(source):
        return _extended(source)
    parts = _at_commas(source)
    if len(parts) == 1:
        return _read_aloud(source)
    if len(parts) == 2:
        family, given = parts
        # "King, Jr." has no given name.
        if _SUFFIX.fullmatch(given):
            return Name(_clean(family), "", _clean(given))
        return Name(_clean(family) or _clean(given), _clean(given) if family else "")
    family, suffix, given = parts[0], parts[1], ", ".join(parts[2:])
    if _SUFFIX.fullmatch(given):
        # The other way round, as RIS has it.
        suffix, given = given, suffix
    return Name(_clean(family), _clean(given), _clean(suffix))


def _read_aloud(source: str) -> Name:
    """ "First von Last" in its parts."""
    words = _words(source)
    if len(words) < 2:
        return Name(_clean(source))
    end = len(words)
    if end > 2 and _SUFFIX.fullmatch(words[-1]):
        end -= 1
    small = [at for at in range(end - 1) if _is_small(words[at])]
    start = small[0] if small else end - 1
    family, given = " ".join(words[start:end]), " ".join(words[:start])
    return Name(_clean(family), _clean(given), " ".join(words[end:]))


def _is_small(word: str) -> bool:
    """Whether a word is a particle: its first letter outside of braces, or made by a macro, is small."""
    if _SPECIAL.match(word):
        word = decoded(word)
    elif "{" in word:
        depth = 0
        for character in word:
            depth += (character == "{") - (character == "}")
            if depth == 0 and character.isalpha():
                return character.islower()
        return False
    return next((character.islower() for character in word if character.isalpha()), False)


def _extended(source: str) -> Name:
    values: dict[str, str] = {}
    for part in _at_commas(source, quotes=True):
        key, _, value = part.strip().strip('"').partition("=")
        values[key.strip().strip('"').lower()] = _clean(value.strip().strip('"'))
    family, given = values.get("family", ""), values.get("given", "")
    if literal := values.get("literal"):
        return Name(literal)
    if prefix := values.get("prefix", ""):
        if values.get("useprefix", "true").lower() == "false":
            given = f"{given} {prefix}".strip()
        else:
            family = f"{prefix} {family}"
    if not family:
        family, given = given, ""
    return Name(family, given, values.get("suffix", ""))


def _at_commas(source: str, *, quotes: bool = False) -> list[str]:
    """The parts of a text between commas that are in no braces and, if asked for, in no quotation marks."""
    if "," not in source:
        return [source]
    if "{" not in source and not quotes:
        return [part.strip() for part in source.split(",")]
    parts = [""]
    for piece in source.split(","):
        joined = f"{parts[-1]},{piece}" if parts[-1] else piece
        if parts[-1] and (not balanced(parts[-1]) or (quotes and parts[-1].count('"') % 2)):
            parts[-1] = joined
        else:
            parts.append(piece)
    return [part.strip() for part in parts[1:]]


def _words(source: str) -> list[str]:
    """The words of a text between blanks that are in no braces."""
    if "{" not in source:
        return [word for word in _BLANK.split(source) if word]
    words = [""]
    for piece in _BLANK.split(source):
        if words[-1] and not balanced(words[-1]):
            words[-1] = f"{words[-1]} {piece}"
        elif piece:
            words.append(piece)
    return words[1:]


def _closes_at_the_end(source: str) -> bool:
    """Whether the brace a text begins with is closed by its last character."""
    depth = 0
    for brace in _BRACE.finditer(source):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(source) and not source.startswith("{\\")
    return False


def _clean(source: str) -> str:
    return fields.one_line(decoded(source), _LONGEST_NAME) if source else ""
