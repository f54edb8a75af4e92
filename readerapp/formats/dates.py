"""Dates as other programs write them, as ISO 8601 dates of as much as they say."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from readerapp.formats import fields

_MONTHS = {
    name: f"{number:02}"
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NUMBERS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])")
_YEAR_FIRST = re.compile(r"(\d{4})[\s,/-]+([a-z]{3,9})\.?(?:[\s,/-]+(\d{1,2})(?!\d))?", re.I)
_DAY_FIRST = re.compile(r"(?:[a-z]{3},\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{4})(?!\d)", re.I)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?[\s-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)", re.I)
_YEAR_ALONE = re.compile(r"[1-9]\d{3}[/\s]*", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


def iso(year: object, month: object = None, day: object = None) -> str | None:
    """ "2017", "2017-05" or "2017-05-24" of numbers or texts, as many of them as are right; months may be names.

    None when there is no year from 1000 to 9999.
    """
    found = fields.year(year)
    if found is None:
        return None
    number = month_number(month)
    if number is None:
        return str(found)
    date = f"{found}-{number}"
    text = fields.one_line(day, 10)
    whole = text.isascii() and text.isdigit() and fields.published(f"{date}-{int(text):02}")
    return whole or date


def month_number(month: object) -> str | None:
    """ "05" for 5, "05", "May" and "may"; None for what is no month."""
    text = fields.one_line(month, 20).casefold().rstrip(".")
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 12:
        return f"{int(text):02}"
    return _MONTHS.get(text)


def read(value: object) -> str | None:
    """The date of a text: ISO 8601, "2020/05/24/", "2000 Nov-Dec", "12 May 2020", "May 2020", "Mon, 2 Apr 2007 …".

    As much of it as can be understood; at least a year, else None.
    """
    return _read(fields.one_line(value, 100))


@lru_cache(2000)
def _read(text: str) -> str | None:
    if _YEAR_ALONE.fullmatch(text):
        return text[:4]
    if matched := _NUMBERS.match(text):
        year, month, day = matched.groups()
        if month is not None:
            return iso(year, month, day)
    if matched := _YEAR_FIRST.match(text):
        return iso(matched[1], matched[2], matched[3])
    if matched := _DAY_FIRST.match(text):
        return iso(matched[3], matched[2], matched[1])
    if (matched := _MONTH_FIRST.match(text)) and month_number(matched[1]):
        return iso(matched[3], matched[1], matched[2])
    matched = _YEAR.search(text)
    return iso(matched[1]) if matched else None


def of_milliseconds(value: object) -> str | None:
    """The date in UTC of a time in milliseconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(value / 1000, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def of_parts(value: object) -> str | None:
    """The date of a list as Crossref and CSL have them: [2020, 5, 24], numbers or texts."""
    if not isinstance(value, list) or not value:
        return None
    return iso(*value[:3])
