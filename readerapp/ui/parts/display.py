"""Texts from strangers as they may be shown: nothing in them reorders a line, breaks a layout or hides."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_translate = QCoreApplication.translate

# Controls; embeddings, overrides and isolates of direction, which reorder the text around them; line and paragraph
# separators; what a text document uses for its own purposes (U+FDD0 to U+FDEF, U+FFFC); halves of surrogate pairs.
_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)


_TEX = re.compile(r"[$\\~{]|``|--")


def has_tex(text: str) -> bool:
    """Whether a text may have formulas or macros of TeX in it."""
    return _TEX.search(text) is not None


def readable(text: str) -> str:
    """A text in plain Unicode, for a place that sets no formulas: what is TeX in it as it would be read."""
    if not has_tex(text):
        return text
    from readerapp.formats.mathematics import plain  # late: most texts have no formulas

    return plain(text)


def one_line(text: str) -> str:
    """A title, name or word on one line, blanks collapsed, with U+FFFD for what must not be shown."""
    return " ".join(_NOT_SHOWN.sub(_mark, text).split())


def in_place(text: str) -> str:
    """A text of the same length, in code points, with U+FFFD for what must not be shown; line ends stay."""
    return _NOT_SHOWN.sub("\ufffd", text)


def tip(text: str) -> str:
    """A text as a tooltip: what looks like markup is shown, not meant, and long lines are wrapped."""
    import html  # late: the first paint needs this module, but not the names of two thousand characters

    return f"<qt>{html.escape(text)}</qt>" if text else ""


def units(text: str) -> int:
    """The length of a text as Qt counts positions: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def grouped(value: int) -> str:
    """A whole number as the reader's language groups it: 87332 is "87,332" in English and "87.332" in German."""
    return QLocale().toString(value)


def day(moment: datetime) -> str:
    """A date in the reader's own time as people say it: "11 March", with the year unless it is this one."""
    local = moment.astimezone()
    if local.year != datetime.now(UTC).astimezone().year:
        return whole_day(local)
    return _dated(local, _translate("Date", "d MMMM"))


def short_day(moment: datetime) -> str:
    """The day of a moment, in figures: "24/11/2026"."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)


def whole_day(day: date) -> str:
    """A date with its year: "11 March 2026"."""
    return _dated(day, _translate("Date", "d MMMM yyyy"))


def weekday(day: date) -> str:
    """A date with the day of its week: "Wednesday, 11 March", with the year unless it is this one."""
    this_year = day.year == date.today().year
    return _dated(day, _translate("Date", "dddd, d MMMM") if this_year else _translate("Date", "dddd, d MMMM yyyy"))


def clock(moment: datetime) -> str:
    """A time of the day in the reader's own time: "09:12"."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def moment(at: datetime) -> str:
    """A moment in the reader's own time: "11 March 2026, 09:12"."""
    return f"{whole_day(at.astimezone())}, {clock(at)}"


def _dated(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def web_host(url: str) -> str:
    """The host of an address that may be opened, http or https; "" for every other address."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _mark(found: re.Match[str]) -> str:
    return " " if found[0] in "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029" else "\ufffd"
