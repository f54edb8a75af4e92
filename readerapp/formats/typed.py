"""What a person types into the fields of a paper: read and checked, and written the way it may be typed again.

Each function raises Refused, with a sentence for the place where it was typed, when nothing can be made of it. Blanks
around a value, and empty lines, mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.identifiers import find_identifiers, identifier_of_url, label, normalise
from readerapp.names import Name
from readerapp.records import Identifier

LONGEST_NAME = 500
LONGEST_KEY = 200

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# What BibTeX and Biber take for the end of a key, or for something else than a letter of it.
_NOT_IN_KEYS = re.compile(r"""[\s,"#%'(){}=\\~]""")
_SCHEME = re.compile(r"([A-Za-z][\w-]{0,30})\s?:\s*(?!//)(.+)", re.DOTALL)
_MAILTO = re.compile(r"mailto:[^\s@?]{1,200}@[^\s@?]{1,200}", re.IGNORECASE)
_EXPECTED = {
    "doi": "A DOI begins with 10. and has a slash in it, such as 10.1000/182.",
    "arxiv": "An arXiv identifier is a month and a number, such as 1705.08741 or math/0309136.",
    "pmid": "A PMID is a number of up to nine digits.",
    "pmcid": "A PMCID is PMC and a number, such as PMC3531190.",
    "openreview": "An OpenReview identifier is what stands behind “id=” in the address, such as B1QRgziT-.",
    "huggingface": "A Hugging Face identifier is that of arXiv, such as 1705.08741.",
    "isbn": "An ISBN has ten or thirteen digits, the last of which checks the others.",
}


def title(text: str) -> str:
    """A title, on one line. Refused when there is none."""
    found = fields.one_line(text)
    if not found:
        raise Refused("A paper needs a title.", "Esc puts back the one it had.")
    return found


def line(text: str) -> str:
    """A venue or source, on one line; "" for none."""
    return fields.one_line(text)


def abstract(text: str) -> str:
    """An abstract, with its paragraphs."""
    return fields.paragraphs(text).strip()


def year(text: str) -> int | None:
    """A year; None for none."""
    text = text.strip()
    found = fields.year(text) if re.fullmatch(r"\d{4}", text, re.ASCII) else None
    if text and found is None:
        raise Refused(f"“{_shown(text)}” is no year.", "Write four digits, such as 2017.")
    return found


def published(text: str) -> str | None:
    """A date as exact as it is known, in ISO 8601; None for none."""
    text = text.strip()
    found = fields.published(text)
    if found and len(found) == 10:
        try:
            date.fromisoformat(found)
        except ValueError:
            found = None
    if text and found is None:
        raise Refused(f"“{_shown(text)}” is no date.", "Write it as 2017, 2017-05 or 2017-05-24.")
    return found


def people(text: str, kept: Collection[str] = ()) -> list[str]:
    """The names of people, in order: as typed, or as `Name`s where it was typed what the family name is. What is one of
    those that the paper has already, `kept`, is that one.

    One name a line, or several with semicolons between; "Given Family" or "Family, Given". More than one comma parts
    several names, unless it is that of a "Jr.".
    """
    found: list[str] = []
    known = {str(name): name for name in kept}
    for name in _pieces(text, known):
        if name in known:
            found.append(known[name])
            continue
        parts = [part for part in (fields.one_line(part, LONGEST_NAME) for part in name.split(",")) if part]
        if len(parts) == 3 and parts[2].lower() in _SUFFIXES:
            found.append(Name(*parts))
        elif len(parts) == 2 and parts[1].lower() in _SUFFIXES:
            found.append(" ".join(parts))
        elif len(parts) == 2:
            found.append(Name(*parts))
        else:
            found += parts
    if len(found) > fields.MOST_VALUES:
        raise Refused(f"A paper can have {fields.MOST_VALUES:,} authors, these are {len(found):,}.")
    return found


def _pieces(text: str, known: Collection[str]) -> Iterable[str]:
    """Each line, or what its semicolons part it into."""
    for line in _lines(text):
        yield from [line] if line in known else map(str.strip, line.split(";"))


def keywords(text: str) -> list[str]:
    """Keywords, each once: one a line, else with semicolons between, else with commas."""
    text = text[: fields.LONGEST_ABSTRACT]
    return fields.keywords(text.split("\n") if "\n" in text else text)


def as_keywords(words: Sequence[str]) -> str:
    """Keywords as `keywords` reads them."""
    if any(";" in word for word in words):
        return "\n".join(words) + ("\n" if len(words) == 1 else "")
    if any("," in word for word in words):
        return "; ".join(words) + (";" if len(words) == 1 else "")
    return ", ".join(words)


def identifiers(text: str, kept: Collection[Identifier] = ()) -> list[Identifier]:
    """Identifiers, one a line, as people write them or as addresses; each once. Of schemes not known here those alone
    that the paper has already, `kept`, as `label` writes them."""
    known = {label(one): one for one in kept}
    return list(dict.fromkeys(known.get(typed) or _identifier(typed) for typed in _lines(text)))


def _identifier(typed: str) -> Identifier:
    if typed.lower().startswith(("http://", "https://")):
        named = identifier_of_url(typed)
        if named is None:
            raise Refused(f"“{_shown(typed)}” names no paper.", "Keep it as a link.")
        return named
    parted = _SCHEME.fullmatch(typed)
    scheme = parted[1].lower() if parted else ""
    if parted and scheme in _EXPECTED:
        named = normalise(scheme, parted[2])
        if named is None:
            raise Refused(f"“{_shown(typed)}” is not right.", _EXPECTED[scheme])
        return named
    for scheme in ("doi", "arxiv", "pmcid", "isbn"):
        named = normalise(scheme, typed)
        if named is not None:
            return named
    found = find_identifiers(typed)
    if len(found) == 1:
        return found[0]
    raise Refused(
        f"“{_shown(typed)}” is no identifier known here.",
        "Write doi, arXiv, pmid, pmcid, openreview or isbn before it.",
    )


def addresses(text: str) -> list[str]:
    """Addresses of the web or of mail, one a line, each once. A DOI becomes the address that leads to it."""
    return list(dict.fromkeys(map(_address, _lines(text))))


def _address(typed: str) -> str:
    if _MAILTO.fullmatch(typed) and typed.isprintable():
        return typed
    if typed.lower().startswith(("doi:", "10.")):
        named = normalise("doi", typed)
        if named is not None and named.scheme == "doi":
            return f"https://doi.org/{named.value}"
        if named is not None:
            return f"https://arxiv.org/abs/{named.value}"
    url = fields.http_url(typed)
    if url is None:
        raise Refused(
            f"“{_shown(typed)}” is no address that can be opened.", "It must begin with https, http, mailto or doi."
        )
    return url


def citation_key(text: str) -> str | None:
    """The key under which other programs cite the paper; None for none."""
    key = fields.one_line(text, LONGEST_KEY + 1)
    if len(key) > LONGEST_KEY:
        raise Refused(f"A citation key can have {LONGEST_KEY} characters.", "Shorten it.")
    wrong = _NOT_IN_KEYS.search(key)
    if wrong:
        what = "a blank" if wrong[0].isspace() else f"“{wrong[0]}”"
        raise Refused(
            f"A citation key cannot have {what} in it.", "Use letters, digits, and : . _ + / or - between them."
        )
    return key or None


def as_lines(values: Iterable[str]) -> str:
    """Values one a line."""
    return "\n".join(values)


def _lines(text: str) -> Iterable[str]:
    return filter(None, map(str.strip, text[: fields.LONGEST_ABSTRACT].split("\n")))


def _shown(text: str) -> str:
    """What was typed, short enough for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
