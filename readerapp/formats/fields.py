"""Cleaning what other programs and people wrote, field by field, whatever its type.

Everything a format takes from the outside goes through one of these. None raises on any value.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST_TITLE = 2_000
LONGEST_ABSTRACT = 1_000_000
LONGEST_URL = 2_000
# More than any paper has: the largest collaborations sign with about 5,000 names.
MOST_VALUES = 20_000

# Half a surrogate pair (JSON can spell one) cannot be encoded, and C programs end a text at NUL.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROLS_BUT_BLANKS = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_YEAR = re.compile(r"\s*(\d{4})(?:-\d{1,2}(?:-\d{1,2})?)?\s*")
_PUBLISHED = re.compile(r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_PLAIN_URL = re.compile(r"https?://[a-z0-9.-]+\.[a-z0-9-]+(?::\d{1,5})?(?:[/?#][!-~]*)?", re.ASCII | re.IGNORECASE)
_NO_GIVEN_NAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "inc", "inc.", "ltd", "ltd.", "llc"})
_NO_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/", re.ASCII | re.IGNORECASE)


def one_line(value: object, limit: int = LONGEST_TITLE) -> str:
    """A title, name or word: on one line, NFC, without control characters, at most `limit` characters long.

    Blanks of any kind become single spaces; half surrogates become U+FFFD. Numbers are taken as text, anything
    else that is no text gives "".
    """
    if not isinstance(value, str):
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not abs(value) < 1e15:
            return ""
        value = str(value)
    if value.isascii() and value.isprintable() and len(value) <= limit:
        return " ".join(value.split())
    value = _CONTROLS_BUT_BLANKS.sub(_replacement, value[: limit * 10])
    value = unicodedata.normalize("NFC", " ".join(value.split()))
    return value[:limit].rstrip()


def paragraphs(value: object, limit: int = LONGEST_ABSTRACT) -> str:
    """An abstract: NFC, "\\n" line ends, without control characters but tabs, at most `limit` characters long.

    "" for what is no text. Blanks at the ends stay.
    """
    if not isinstance(value, str):
        return ""
    if value.isascii() and value.isprintable() and len(value) <= limit:
        return value
    value = value[: limit * 2].replace("\r\n", "\n").replace("\r", "\n")
    value = _CONTROLS.sub(_replacement, value)
    return unicodedata.normalize("NFC", value)[:limit]


def storable(value: object) -> str:
    """A text that is kept exactly, but for what no library can hold, NUL and half surrogates. "" for no text."""
    if not isinstance(value, str):
        return ""
    return value if value.isascii() and "\0" not in value else _UNSTORABLE.sub(_replacement, value)


def without_controls(text: str) -> str:
    """A text of any length without control characters but line ends and tabs, half surrogates as U+FFFD."""
    return _CONTROLS.sub(_replacement, text)


def year(value: object) -> int | None:
    """A year from 1000 to 9999, from a number or a text such as "2017" or "2017-05-24"; None for anything else."""
    if isinstance(value, str):
        matched = _YEAR.fullmatch(value[:40])
        value = int(matched[1]) if matched else None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e6:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return value
    return None


def published(value: object) -> str | None:
    """An ISO 8601 date as exact as it is given: "2017", "2017-05" or "2017-05-24". None for anything else."""
    return value if isinstance(value, str) and _PUBLISHED.fullmatch(value) else None


def names(value: object) -> list[str]:
    """People's names as read aloud, in order, from a list or from one text that separates them by semicolons, "and" or
    commas. "Lovelace, Ada" is turned round."""
    if isinstance(value, str):
        value = value[:LONGEST_ABSTRACT]
        if ";" in value:
            value = value.split(";")
        elif " and " in value:
            value = re.split(r",? and |, ", value)
        else:
            parts = value.split(",")
            # "Lovelace, Ada" is one person, "Ada Lovelace, Charles Babbage" are two.
            value = parts if all(" " in part.strip() for part in parts) else [value]
    if not isinstance(value, list):
        return []
    found = []
    for name in value[:MOST_VALUES]:
        cleaned = one_line(name.get("name") if isinstance(name, dict) else name, 500)
        if cleaned:
            found.append(_read_aloud(cleaned))
    return found


def keywords(value: object) -> list[str]:
    """Keywords, each once, from a list or from one text that separates them by semicolons or else commas."""
    if isinstance(value, str):
        value = value[:LONGEST_ABSTRACT].split(";" if ";" in value else ",")
    if not isinstance(value, list):
        return []
    found: dict[str, str] = {}
    for word in value[:MOST_VALUES]:
        cleaned = one_line(word, 500)
        if cleaned:
            found.setdefault(cleaned.casefold(), cleaned)
    return list(found.values())


def http_url(value: object) -> str | None:
    """An address that a browser may open, from what somebody put into a field for one; None if it is none.

    "github.com/a/b" gets its "https://"; full stops and commas at its end are no part of it.
    """
    if not isinstance(value, str) or len(value) > LONGEST_URL:
        return None
    url = value.strip().rstrip(".,;")
    if _NO_SCHEME.match(url):
        url = f"https://{url}"
    if _PLAIN_URL.fullmatch(url):
        return url
    if not url.lower().startswith(("http://", "https://")) or not url.isprintable() or " " in url:
        return None
    try:
        return url if "." in (urlsplit(url).hostname or "") else None
    except ValueError:
        return None


def _read_aloud(name: str) -> str:
    family, comma, given = name.partition(", ")
    if not comma or "," in given or given.casefold() in _NO_GIVEN_NAMES:
        return name
    return f"{given} {family}"


def _replacement(matched: re.Match[str]) -> str:
    """What stands for a character that is taken out: lost text leaves a mark, a control character does not."""
    return "\ufffd" if matched[0] >= "\ud800" else ""
