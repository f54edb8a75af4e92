"""The window in German: no English is left in it, and nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from readerapp.config import LANGUAGE
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.operations import filing, tagging
from readerapp.operations import reading as verbs
from readerapp.operations.importing import bring_in
from readerapp.records import Identifier, Record, Status
from readerapp.ui.theme import Theme
from readerapp.ui.translation import speak
from tests.conftest import reading
from tests.ui.person import Person, opened
from tests.ui.screen_reader import Role, find, told
from tests.ui.test_accessibility import SHEETS, opened_by
from tests.ui.test_large_text import cut

# Words that are frequent in the window's English, and no German ones.
ENGLISH = re.compile(
    r"\b(the|and|of|to|with|without|from|this|that|is|are|not|no|all|papers?|read|unread|reading|dropped|star|starred"
    r"|tags|notes?|list|search|add|added|undo|undone|redo|close|open|show|shows|go|back|next|new|days?|weeks?|keys?"
    r"|press|for|by|or|then|what|here|there|you|your|library|steps?|choose|find|found|first|last|every|nothing|one|it"
    r"|its|take|merge|mark|rate|rated|saved|moved?|restore|import of|title|authors?|year|keywords?|highlights?)\b",
    re.IGNORECASE,
)
# What is a name, of a thing or in the search language, and not a word.
NAMES = re.compile(r"\w+:[\w/]*|/\S*|xyz|PDF|\[\w+\]|\bOR\b|Import von")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library in which nothing is English."""
    library = Library(tmp_path / "ordnung.db")
    writer = library.writer()
    records = [
        Record(
            title=f"Über die Ordnung der Dinge, Teil {n}",
            authors=["Ada Beispiel", "Jörg Muster"],
            abstract=f"Wir ordnen {n} Dinge. " * 9,
            venue="Jahrbuch der Ordnung",
            year=2000 + n,
            keywords=["Ordnung"],
            identifiers=[Identifier("arxiv", f"2401.{n:05d}")],
            tags=["Diplom/Quellen"] if n % 2 else ["Lesekreis"],
        )
        for n in range(12)
    ]
    records.append(Record(title="Über die Ordnung der Dinge, Teil 7 (Poster)", authors=["Ada Beispiel"]))
    bring_in(writer, reading(*records))
    ids = [paper for (paper,) in writer.connection.execute("SELECT id FROM paper ORDER BY id")]
    verbs.set_status(writer, ids[:3], Status.READ)
    verbs.set_status(writer, ids[3:4], Status.READING)
    verbs.set_rating(writer, ids[-2:-1], 4)
    verbs.set_takeaway(writer, ids[-1], "Dinge haben Plätze.")
    verbs.set_note(writer, ids[-1], "Siehe Kapitel zwei.")
    verbs.set_starred(writer, ids[-1:], True)
    filing.tag(writer, ids[4:6], ["Neues"], [])
    tagging.rename_tag(writer, "Neues", "Altes")
    filing.enqueue(writer, ids[5:8])
    filing.trash(writer, ids[9:10])
    writer.undo()
    filing.trash(writer, ids[8:9])
    writer.close()
    yield library
    library.close()


@pytest.fixture
def person(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot, qapp: QApplication) -> Iterator[Person]:
    """Somebody before a window in German."""
    speak(qapp, "de")
    window = opened(lanes, theme, settings, qtbot)
    yield Person(window, lanes, qtbot)
    window.close()
    speak(qapp, "en")


def english(within: QWidget) -> list[str]:
    """What is told of a widget and is English."""
    texts = {text for node in told(within) for text in (node.name, node.description, node.value)}
    for widget in [within, *within.findChildren(QWidget)]:
        texts |= {re.sub(r"<[^>]*>", "", widget.toolTip()), widget.windowTitle()}
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.add(widget.placeholderText())
        if isinstance(widget, QTextBrowser):
            texts.add(widget.toPlainText())
    for action in within.findChildren(QAction):
        texts |= {action.text(), action.toolTip(), action.statusTip()}
    return sorted(text for text in texts if ENGLISH.search(NAMES.sub("", text)))


def test_the_window_is_german(person: Person) -> None:
    person.qtbot.wait(300)
    assert english(person.window) == []
    assert find(person.window, Role.TreeItem, "Alle Artikel").name == "Alle Artikel: 12, 8 ungelesen"
    assert find(person.window, Role.Button, "Befehle").description.endswith("(Strg+K)")
    assert cut(person.window) == []


def test_the_menu_is_german(person: Person) -> None:
    whole = person.window.commands.menu()
    assert {menu.title() for menu in whole.findChildren(QMenu)} == {
        "Bibliothek", "Artikel", "Gehe zu", "Ansicht", "Hilfe",
    }  # fmt: skip


@pytest.mark.parametrize("action", [*(one for one in SHEETS), "tag"])
def test_a_sheet_is_german(person: Person, action: str) -> None:
    sheet = opened_by(person, action)
    assert english(sheet) == []
    assert cut(sheet) == []
    sheet.close()


def test_every_page_of_the_preferences_is_german(person: Person) -> None:
    sheet = opened_by(person, "preferences")
    for page in range(5):
        sheet.groups.setCurrentRow(page)  # type: ignore[attr-defined]
        assert english(sheet) == []
        assert cut(sheet) == []
    sheet.close()


def test_the_page_on_searching_is_german(person: Person) -> None:
    sheet = opened_by(person, "search help")
    page = next(one for one in sheet.findChildren(QTextBrowser) if one.isVisible())
    meanings = page.document().toHtml()
    # What can be written is the same in every language; what it means is not.
    meanings = re.sub(r"<a .*?</a>", "", re.sub(r"<style.*?</style>", "", meanings, flags=re.S), flags=re.S)
    words = re.sub(r"<[^>]*>", " ", meanings)
    assert "zuletzt hinzugefügt zuerst" in words
    assert ENGLISH.findall(NAMES.sub("", words)) == []
    sheet.close()


@pytest.mark.parametrize(
    ("typed", "told_so"),
    [
        (
            "tag:Diplom -has:code year:>=2003 added:2026-03 sort:-year",
            "mit Schlagwort Diplom oder darunter · ohne Code",
        ),
        ('"ordnen', "Ein Anführungszeichen ist nicht geschlossen: als Wörter gesucht."),
        ("xyz:2", "Unbekanntes Feld „xyz“: als Wörter gesucht."),
        ("is:", "„is:“ wartet auf einen Wert, etwa is:unread."),
    ],
)
def test_what_is_understood_of_a_search_is_said_in_german(person: Person, typed: str, told_so: str) -> None:
    person.press(Qt.Key.Key_Slash)
    person.type(typed)
    field = person.window.top_bar.search_field
    assert told_so in field.explanation
    assert not ENGLISH.search(NAMES.sub("", field.explanation.replace("is:unread", "")))


def test_what_was_done_is_said_in_german(person: Person) -> None:
    bar = person.window.status_bar
    for action, words in (
        ("star", "„Über die Ordnung der Dinge, Teil 7 (Poster)“ den Stern nehmen"),
        ("undo", "Zurückgenommen: „Über die Ordnung der Dinge, Teil 7 (Poster)“ den Stern nehmen"),
        ("redo", "Wiederholt: „Über die Ordnung der Dinge, Teil 7 (Poster)“ den Stern nehmen"),
    ):
        person.sees(lambda action=action: person.window.actions_by_id[action].isEnabled())  # type: ignore[misc]
        person.window.actions_by_id[action].trigger()
        person.sees(lambda words=words: bar._message.text() == words)  # type: ignore[misc]
    person.window.actions_by_id["copy"].trigger()
    assert bar._message.text() == "1 Artikel kopiert"


def test_a_language_is_asked_for_where_it_is_chosen(person: Person, settings: QSettings) -> None:
    sheet = opened_by(person, "preferences")
    box = next(one for one in sheet.findChildren(QComboBox) if one.accessibleName() == "Sprache")
    with person.qtbot.waitSignal(person.window.language_chosen):
        box.setCurrentIndex(box.findData("en"))
    assert person.window._config.get(LANGUAGE) == "en"
    assert settings.value("language") == "en"
    sheet.close()
