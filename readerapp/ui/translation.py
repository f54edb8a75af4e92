"""The language of the window: which one it is, its texts and its way to write numbers and dates.

Texts of the window go through Qt's own `tr`, and their translations are files of Qt Linguist in resources/locale, which
`make translations` brings up to date. The rooms below know no Qt: they speak English, also in the history of the
library, which is read by people of several languages. What they say is put into the reader's words where it is shown,
by `said`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice, pairwise, zip_longest
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from readerapp.paths import RESOURCES

# The languages there are, each with the locale it is taken with where the system has another language.
LANGUAGES = {"en": "en_GB", "de": "de_DE"}

LOCALE = RESOURCES / "locale"
# What the rooms below can say, one template in a line; what begins so may be a part of something else that is said.
SENTENCES = LOCALE / "sentences.txt"
PART = "- "

# How deep what is said may lie in what is said: a step, in what was undone, in a step of many.
_DEPTH = 4
# Nothing longer is said, in characters, and nothing of more sentences, those in names among them.
_LONGEST, _MOST = 2_000, 8
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]+(?: \d{4})?")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*")
# A value in a template; with the comma, a number.
_PLACE = re.compile(r"\{\d(:,)?\}")
# What stands for one thing in a sentence: a title in its quotes, a number of things, or anything.
_VALUE = r"(“[^”]*”|[\d,]+ [a-z]+|.+?)"


def language(wanted: str) -> str:
    """The language of the window: the one that is wanted, else the first that the system asks for and that is there,
    else English."""
    asked = [wanted, *(name.partition("-")[0] for name in QLocale.system().uiLanguages())]
    return next((name for name in asked if name in LANGUAGES), "en")


def speak(application: QCoreApplication, wanted: str) -> None:
    """Has the window speak `language(wanted)` from now on; what is shown already stays as it is.

    Numbers and dates are written as the system has it where it has that language, else as is usual in it.
    """
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    name = language(wanted)
    system = QLocale.system()
    own = system.name().partition("_")[0] == name
    QLocale.setDefault(system if own else QLocale(LANGUAGES[name]))
    places = [(f"readerapp_{name}", str(LOCALE))]
    if name != "en":
        # What Qt itself says, such as in the menu of a line of text.
        places.insert(0, (f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for file, folder in places:
        translator = QTranslator(application)
        if translator.load(file, folder):
            application.installTranslator(translator)
    said.cache_clear()


def phrase(text: str) -> str:
    """A phrase of the search language, such as "last added first", in the reader's language."""
    return QCoreApplication.translate("Search", text)


@lru_cache(maxsize=2000)
def said(text: str) -> str:
    """What the rooms below say, in the reader's language: a sentence or several, a part of one, or a list of parts."""
    if QLocale().language() == QLocale.Language.English or len(text) > _LONGEST:
        return text
    return _said(text, _DEPTH) or text


def _said(text: str, depth: int) -> str:
    """The same; "" where nothing is known of it."""
    parts = [_matched(part, 0, parts=True) for part in text.split(", ")]
    if len(parts) > 1 and all(parts):
        return ", ".join(parts)
    # What happened and what can be done about it: two templates, of which the first could take in the other.
    for end in islice(re.finditer(r"\. ", text), _MOST if depth else 0):
        known = _sentence(text[: end.start() + 1], depth)
        if known and (rest := _said(text[end.end() :], depth - 1)):
            return f"{known} {rest}"
    return _sentence(text, depth)


def _sentence(text: str, depth: int) -> str:
    """What a template says, or a part with a full stop behind it."""
    stopped = _matched(text[:-1], 0, parts=True) if text.endswith(".") else ""
    return f"{stopped}." if stopped else _matched(text, depth)


def _matched(text: str, depth: int, *, parts: bool = False) -> str:
    """What one template says, of those that are parts only with `parts`."""
    for template in _templates():
        if parts and not template.part:
            continue
        found = template.pattern.fullmatch(text)
        if found is not None:
            values = zip(found.groups(), template.said, strict=True)
            translated = QCoreApplication.translate("Said", template.text)
            return translated.format(*(_value(value, depth if said else 0) for value, said in values))
    return ""


def _value(value: str, depth: int) -> str:
    """A value in a sentence: a name stays what it is; with a `depth`, something is said in it."""
    if value.startswith("“") and value.endswith("”"):
        return QLocale().quoteString(value[1:-1])
    if _NUMBER.fullmatch(value):
        return QLocale().toString(int(value.replace(",", "")))
    if _DATE.fullmatch(value):
        for form in ("d MMMM yyyy", "d MMMM"):
            day = QLocale.c().toDate(value, form)
            if day.isValid():
                return QLocale().toString(day, QCoreApplication.translate("Date", form))
    return (_said(value, depth - 1) if depth else _matched(value, 0, parts=True)) or value


class _Template(NamedTuple):
    """What can be said, what recognises it, and of which of its values it is that something is said in them: they
    stand after a colon, semicolon or full stop, or a new sentence begins after them. `part`: it may be a value."""

    text: str
    pattern: re.Pattern[str]
    said: tuple[bool, ...]
    part: bool


@lru_cache(maxsize=1)
def _templates() -> tuple[_Template, ...]:
    """What the rooms below can say; what has the most words of its own comes first."""
    return tuple(sorted(_read(), key=lambda one: -len(_PLACE.sub("", one.text))))


def _read() -> Iterator[_Template]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        template = line.removeprefix(PART)
        between = _PLACE.split(template)[::2]
        values = (r"([\d,]+)" if found[1] else _VALUE for found in _PLACE.finditer(template))
        pattern = "".join(chain.from_iterable(zip_longest(map(re.escape, between), values, fillvalue="")))
        said = tuple(
            before.endswith((": ", "; ", ". ")) or (not before and re.match(r":|\. | [A-Z]", after) is not None)
            for before, after in pairwise(between)
        )
        yield _Template(template.replace(":,", ""), re.compile(pattern, re.DOTALL), said, line != template)
