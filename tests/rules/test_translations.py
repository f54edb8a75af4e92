"""The translations are complete, and are those of the texts there are."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from readerapp.ui.parts.display import grouped, whole_day
from readerapp.ui.translation import LANGUAGES, LOCALE, PART, SENTENCES, said, speak
from tests.rules.translations import SOURCE, WHOLE, update

REMEDY = "run `make translations`, then fill in what is unfinished in resources/locale/*.ts, and run it again"


@dataclass(frozen=True)
class Message:
    """A text with its translation, or its plural forms."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool


def messages(language: str) -> Iterator[Message]:
    root = ElementTree.parse(LOCALE / f"readerapp_{language}.ts").getroot()
    for context in root.iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            plural = one.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            )
            yield Message(
                context.findtext("name") or "",
                one.findtext("source") or "",
                tuple(forms),
                plural,
                translation.get("type") is None,
            )


def places(text: str) -> Counter[str]:
    """The placeholders of a text."""
    return Counter(re.findall(r"\{\w*\}|%L?n", text))


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "de")
    yield
    speak(qapp, "en")


def test_no_text_is_where_lupdate_does_not_look() -> None:
    """Within f-strings it finds none, and an f-string it cannot know."""
    hidden = []
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            calls = [one for one in ast.walk(node) if isinstance(one, ast.Call) and _is_translating(one)]
            if isinstance(node, ast.JoinedStr):
                hidden += [f"{file.name}:{one.lineno}" for one in calls]
            if (
                isinstance(node, ast.Call)
                and node in calls
                and any(isinstance(one, ast.JoinedStr) for one in node.args)
            ):
                hidden.append(f"{file.name}:{node.lineno}")
    assert hidden == []


def _is_translating(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in ("tr", "translate", "_translate")


def test_every_text_there_is_has_been_found(tmp_path: Path) -> None:
    for file in LOCALE.glob("*.ts"):
        shutil.copy(file, tmp_path)
    update(tmp_path)
    for file in sorted([*LOCALE.glob("*.ts"), SENTENCES]):
        assert (tmp_path / file.name).read_text("utf-8") == file.read_text("utf-8"), f"{file.name}: {REMEDY}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    lacking = [one for one in messages(language) if not one.finished or not all(one.forms)]
    assert [f"{one.context}: {one.source}" for one in lacking] == [], REMEDY


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_places_and_no_other_manners(language: str) -> None:
    for one in messages(language):
        for form in one.forms:
            # "one paper" may do without its number.
            wanted, has = places(one.source), places(form)
            assert has == wanted or (one.plural and form is one.forms[0] and has == wanted - Counter(["%Ln"])), one
            assert "!" not in form, one
            assert form[:1].isspace() == one.source[:1].isspace(), one
            assert form.endswith(".") == one.source.endswith("."), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_both_plural_forms_with_a_number_each(language: str) -> None:
    plurals = [one for one in messages(language) if one.plural]
    assert plurals
    assert [one.source for one in plurals if len(one.forms) != 2 or "%Ln" not in one.forms[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_is_what_is_translated(language: str) -> None:
    shipped = QTranslator()
    assert shipped.load(f"readerapp_{language}", str(LOCALE))
    for one in messages(language):
        if one.plural:
            forms = tuple(shipped.translate(one.context, one.source, "", number) for number in (1, 2))
        else:
            forms = (shipped.translate(one.context, one.source),)
        assert forms == one.forms, REMEDY


def test_there_is_a_whole_file_for_every_language_but_english() -> None:
    assert {"en", *WHOLE} == set(LANGUAGES)
    assert {one.source for one in messages("en")} == {one.source for one in messages("de") if one.plural}


# Names of formats that are the same in every language.
NAMES = {"JSON Lines", "BibTeX", "biblatex", "CSL-JSON", "CSL-YAML", "MEDLINE", "MEDLINE (PubMed nbib)", "RIS"}


@pytest.mark.usefixtures("german")
def test_everything_that_is_said_below_the_window_is_recognised() -> None:
    for line in SENTENCES.read_text("utf-8").splitlines():
        template = re.sub(r"\{\d:,\}", "1,234", line.removeprefix(PART))
        values = [f"xyz{n}" for n in range(3)]
        sentence = re.sub(r"\{(\d)\}", lambda place, values=values: values[int(place[1])], template)  # type: ignore[misc]
        assert said(sentence) != sentence or sentence in NAMES, line
        assert "1,234" not in said(sentence)
        assert sorted(re.findall(r"xyz\d", sentence)) == sorted(re.findall(r"xyz\d", said(sentence)))


@pytest.mark.parametrize(
    ("english", "in_german"),
    [
        ("Mark “A title, of two parts” read", "„A title, of two parts“ als gelesen markieren"),
        ("Undone: Mark 87,332 papers read", "Zurückgenommen: 87.332 Artikel als gelesen markieren"),
        ("Undone: 3 of 1,200 steps. Stopped.", "Zurückgenommen: 3 von 1.200 Schritten. Angehalten."),
        (
            "Import of Papers page of 11 March: 84 added, 3 already here, 1 skipped",
            "Import von Artikelseite vom 11. März: 84 hinzugefügt, 3 schon hier, 1 übersprungen",
        ),
        (
            "There is no file /a. b/c.json. Look for a slip in its name.",
            "Es gibt keine Datei /a. b/c.json. Suchen Sie nach einem Fehler im Namen.",
        ),
        # Names are nobody's words, also where they look like them.
        ("Delete the tag Star Wars", "Schlagwort Star Wars löschen"),
        ("Rename the tag Note on that to Undone: this", "Schlagwort Note on that in Undone: this umbenennen"),
        ("Nobody says this", "Nobody says this"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("german")
def test_what_is_said_below_the_window_is_put_into_other_words(english: str, in_german: str) -> None:
    assert said(english) == in_german


@pytest.mark.parametrize("text", ["a" * 100_000, "“" * 5_000, "Undone: " * 5_000, ". " * 5_000, "1,2, 3 papers" * 900])
@pytest.mark.usefixtures("german")
def test_nothing_that_is_said_takes_long(text: str) -> None:
    assert isinstance(said(text), str)


@pytest.mark.parametrize(
    ("system", "wanted", "is_spoken"),
    [
        ("C", "system", "en 87,332 11 March 2026"),
        ("en_US.UTF-8", "system", "en 87,332 11 March 2026"),
        ("fr_FR.UTF-8", "system", "en 87,332 11 March 2026"),
        ("de_DE.UTF-8", "system", "de 87.332 11. März 2026"),
        ("de_DE.UTF-8", "en", "en 87,332 11 March 2026"),
        ("C", "de", "de 87.332 11. März 2026"),
    ],
)
def test_the_language_of_the_system_is_spoken_unless_another_is_wanted(
    system: str, wanted: str, is_spoken: str
) -> None:
    ask = (
        "import sys; from datetime import date; from PySide6.QtCore import QCoreApplication, QLocale;"
        "from readerapp.ui.translation import speak; from readerapp.ui.parts.display import grouped, whole_day;"
        f"application = QCoreApplication([]); speak(application, {wanted!r});"
        "sys.stdout.buffer.write(f'{QLocale().name()[:2]} {grouped(87332)} {whole_day(date(2026, 3, 11))}'.encode())"
    )
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    surroundings |= {"LANG": system, "PYTHONUTF8": "1"}
    told = subprocess.run([sys.executable, "-c", ask], env=surroundings, capture_output=True, check=True)
    assert told.stdout.decode() == is_spoken


def test_a_language_follows_another(qapp: QApplication) -> None:
    speak(qapp, "de")
    assert (QLocale().name(), grouped(1_000_000), whole_day(date(2026, 11, 12))) == (
        "de_DE", "1.000.000", "12. November 2026",
    )  # fmt: skip
    speak(qapp, "en")
    assert (QLocale().name(), grouped(1_000_000), whole_day(date(2026, 11, 12))) == (
        "en_GB", "1,000,000", "12 November 2026",
    )  # fmt: skip
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(qapp.findChildren(QTranslator)) == 1
