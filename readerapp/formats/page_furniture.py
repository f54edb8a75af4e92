"""What stands on a papers page and is of no paper: buttons, counts, the e-mail box, dates."""

from __future__ import annotations

import re
from datetime import date

_LONGEST = 120

_WORD_LIST = (
    "about|abs|abstract|add to collection|ai summary|ak|all time|and the research community|arxiv|arxiv page|"
    "author|authors|back to top|bibtex|blog|bookmark|buckets|by|cancel|careers|cite|close|code|collections|"
    "comment|comments|community|company|contact|copy|copy link|daily|daily papers|dark theme|datasets|demo|"
    "discord|docs|documentation|e-mail|email|email address|enter your email|enterprise|enterprise support|"
    "feedback|filter|forum|github|github page|github repo|help|html|hugging face|hugging face pro|huggingchat|"
    "inference endpoints|inference providers|jobs|languages|learn|light theme|load more|log in|log out|login|"
    "menu|models|monthly|more|new|next|next page|open|organization|organizations|paper|papers|pdf|posts|prev|"
    "previous|previous page|pricing|privacy|project|project page|published|read more|read paper|recent|repo|"
    "repository|rising|save|search|search papers|see more|share|show more|sign in|sign up|skip to content|"
    "solutions|sort|sort by|spaces|storage buckets|submit|submit a paper|submit paper|subscribe|subscribed|"
    "system theme|tasks|team & enterprise|terms|terms of service|theme|this month|this week|today|top papers|tos|"
    "trending|trending papers|upvote|upvotes|video|view|view all|view arxiv page|view pdf|vote|votes|website|"
    "weekly|yesterday|your email"
)
_WORDS = frozenset(_WORD_LIST.split("|"))
_NUMBER = r"[+-]?\d[\d.,]*\s?[km]?"
_MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_PATTERN = re.compile(
    r"[\W_]+"
    rf"|{_NUMBER}"
    r"|(?:(?:previous|prev|next|page|of|\d+)(?:\W+|\Z))+"
    r"|get trending papers in your e-?mail inbox.*"
    r"|by\s*(?:@?ak)?\s*and the research community"
    rf"|(?:{_NUMBER}|and|one)\s(?:more\s)?(?:authors?|comments?|(?:up)?votes?|stars?|likes?|views?|papers?|more)"
    rf"|(?:github|stars?|upvotes?|votes?|comments?|likes?|authors?|code|⭐|★)\W{{0,3}}{_NUMBER}"
    rf"|{_NUMBER}\W{{0,3}}(?:github|⭐|★)"
    r"|(?:view|read|show|see|open)\s(?:the\s|all\s|on\s)?(?:papers?|arxiv|pdf|details|comments|github)(?:\s(?:page|pdf))?"
    r"|.{1,60}['’]s (?:profile picture|avatar)"
    r"|\S+@\S+\.\w+"
    r"|(?:©|copyright\b).{0,80}"
    r"|(?:\d{1,2}|an?) (?:minute|hour|day|week|month|year)s? ago"
    r"|\d{4}-w\d{1,2}|week \d{1,2}(?:,? \d{4})?"
    rf"|(?:{_MONTH_NAME}),? \d{{4}}",
    re.IGNORECASE,
)
# Among them characters without width that turn the direction of writing.
_AROUND = " \t•·|-–—*#>[]()\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"{_WEEKDAY}(?P<month>{_MONTH_NAME})\.?\s+{_DAY}(?:,?\s+(?P<year>\d{{4}}))?",
        rf"{_WEEKDAY}{_DAY}\.?\s+(?P<month>{_MONTH_NAME})\.?(?:,?\s+(?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
    )
)


def bare(text: str) -> str:
    """A paragraph without the dots, dashes and brackets around it."""
    return text.strip(_AROUND)


def is_furniture(text: str) -> bool:
    """Whether a paragraph is of the page and of no paper: a button, a count, the e-mail box, a link to another list."""
    if len(text) > _LONGEST:
        return False
    plain = bare(text).casefold()
    return not plain or plain in _WORDS or _PATTERN.fullmatch(plain) is not None


def date_of(text: str, latest: date) -> date | None:
    """The date that a paragraph is; None for any other paragraph.

    Without a year, it is the latest such day not after `latest`, on its day of the week if that is given.
    """
    if len(text) > _LONGEST:
        return None
    text = bare(text)
    parts = next((matched.groupdict() for pattern in _DATES if (matched := pattern.fullmatch(text))), None)
    if parts is None:
        return None
    month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
    if parts["year"]:
        return _day(int(parts["year"]), month, int(parts["day"]))
    weekday = _WEEKDAYS.index(parts["weekday"].lower()) if parts["weekday"] else None
    # Twelve years hold every day of the week for every day of the year but 29 February.
    days = (_day(year, month, int(parts["day"])) for year in range(latest.year, max(latest.year - 12, 0), -1))
    possible = [day for day in days if day and day <= latest]
    return next((day for day in possible if day.weekday() == weekday), possible[0] if possible else None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
