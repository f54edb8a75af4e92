"""People's names and titles in running text: "Train longer, generalize better — Elad Hoffer, Itay Hubara (2017)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readerapp.formats import fields

_LONGEST_TITLE = 300
_MOST_WORDS_OF_NAME = 6
_LONGEST_NAME = 60
_MOST_NAMES = 200
_LONGEST_LINE = 2_000

# Long dashes part a title from its authors with or without blanks around them, a hyphen only with them.
_DASH = re.compile(r"\s*[—–]\s*|\s+-{1,2}\s+")
_YEAR_AT_END = re.compile(r"[\s,.]*[(\[]?\b(?P<year>(?:19|20)\d\d)\b[)\]]?[\s.]*\Z")
_ET_AL = re.compile(r"[\s,]*(?:\bet\.? al\b\.?|\band others\b|…|\.\.\.)\s*\Z", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:;|,(?:\s*(?:and|&)\s)?|\s(?:and|&|und|et|y)\s)\s*")
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’‑-]|\.(?=\w|\Z))*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+")
_PARTICLE_WORDS = "al bin da dal de del della den der des di do dos du el ibn la le ten ter van vom von zu zur"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SMALL_WORDS = "a an and are as at by for from how in into is it of on or our that the this to we what with"
_NO_NAMES = frozenset(_SMALL_WORDS.split())
_QUOTES = " \t\"'“”‘’«»„*_`"
_SENTENCES = re.compile(r"[^\W_]{3}[)\"”’]*\. +\W?[^\W\d_a-z]")
_CITED = re.compile(r"\bet\.? al\b|,\s[^\W\d_]\.[\s,]|\bpp?\.\s?\d|\bvol\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line "Title — Authors" says."""

    title: str
    authors: tuple[str, ...]
    year: int | None = None


def byline_of(line: str) -> Byline | None:
    """The title and authors of a line that has both with a dash between; None for any other line."""
    if len(line) > _LONGEST_LINE:
        return None
    for dash in reversed(list(_DASH.finditer(line))):
        title = line[: dash.start()].strip(_QUOTES)
        if len(title) > _LONGEST_TITLE or not (" " in title or _is_uncased(title)) or not _has_letters(title):
            continue
        people, year = line[dash.end() :], None
        if dated := _YEAR_AT_END.search(people):
            people, year = people[: dated.start()], int(dated["year"])
        authors = names_in(people)
        if authors:
            return Byline(title, authors, year)
    return None


def names_in(text: str) -> tuple[str, ...]:
    """The names of people that a text is a list of; none when it may be anything else."""
    if len(text) > _LONGEST_LINE:
        return ()
    shortened = _ET_AL.sub("", text)
    parts = [part for part in _BETWEEN_NAMES.split(shortened.strip(" \t,;")) if part]
    if ";" in shortened:
        parts = fields.names(shortened)
    elif len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        parts = [f"{given} {family}" for family, given in zip(parts[0::2], parts[1::2], strict=True)]
    if not parts or len(parts) > _MOST_NAMES or not all(map(_is_name, parts)):
        return ()
    # One word alone may be anything; in scripts without blanks between words it may be a whole name.
    if shortened == text and not any(" " in part or _is_uncased(part) for part in parts):
        return ()
    return tuple(re.sub(r"(?<=[^\W_]{2})\.\Z", "", " ".join(part.split())) for part in parts)


def is_title(text: str) -> bool:
    """Whether a text can be the title of a paper, as against a sentence, a whole citation, or a word or two."""
    words = text.split()
    return (
        3 <= len(words) <= 60
        and len(text) <= _LONGEST_TITLE
        and not (text[0].islower() and len(words) < 5)
        and not text.endswith((":", ",", ";"))
        and not _SENTENCES.search(text)
        and not _CITED.search(text)
        and _has_letters(text)
    )


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_uncased(text: str) -> bool:
    return text[:1].isalpha() and text[0].lower() == text[0].upper()


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS_OF_NAME or len(text) > _LONGEST_NAME:
        return False
    for word in words:
        if not _NAME_WORD.fullmatch(word) or word.lower() in _NO_NAMES:
            return False
        # Scripts without capitals have no lower case either.
        if word[0].islower() and word.lower() not in _PARTICLES:
            return False
    return True
