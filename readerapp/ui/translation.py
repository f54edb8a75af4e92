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

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from readerapp.paths import RESOURCES

# The languages there are, each with the locale it is taken with where the system has another language.
LANGUAGES = {"en": "en_GB", "de": "de_DE"}

LOCALE = RESOURCES / "locale"
# What the rooms below can say, one template in a line.
SENTENCES = LOCALE / "sentences.txt"

# How deep what is said may lie in what is said: a step, in what was undone, in a step of many.
_DEPTH = 4
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]+(?: \d{4})?")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*")
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
    """A sentence, a phrase or several sentences of the rooms below, in the reader's language."""
    if QLocale().language() == QLocale.Language.English:
        return text
    return _said(text, _DEPTH) or text


def _said(text: str, depth: int) -> str:
    """The same; "" where nothing is known of it."""
    for template, pattern in _templates():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("Said", template)
            return translated.format(*(_value(value, depth) for value in found.groups()))
    # A sentence and what can be done about it; or what was done, and why no more.
    for end in re.finditer(r"[.:] ", text):
        first, rest = _said(text[: end.start() + 1], 0), text[end.end() :]
        if first and depth:
            return f"{first} {_said(rest, depth - 1) or rest}"
    return ""


def _value(value: str, depth: int) -> str:
    if value.startswith("“"):
        return value
    if _NUMBER.fullmatch(value):
        return QLocale().toString(int(value.replace(",", "")))
    if _DATE.fullmatch(value):
        for form in ("d MMMM yyyy", "d MMMM"):
            day = QLocale.c().toDate(value, form)
            if day.isValid():
                return QLocale().toString(day, QCoreApplication.translate("Date", form))
    return (_said(value, depth - 1) if depth else "") or value


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What the rooms below can say, with what recognises it; what has the most words of its own comes first."""
    return tuple(sorted(_read(), key=lambda one: -len(re.sub(r"\{\d\}", "", one[0]))))


def _read() -> Iterator[tuple[str, re.Pattern[str]]]:
    for template in SENTENCES.read_text(encoding="utf-8").splitlines():
        parts = re.split(r"\{\d\}", template)
        yield template, re.compile(_VALUE.join(map(re.escape, parts)), re.DOTALL)
