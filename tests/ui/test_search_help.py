"""The help page of the search language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.library.language import FIELDS, FORMS, SORTS
from readerapp.ui.dialogs.search_help import SearchHelp
from readerapp.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def sheet(window: QWidget, theme: Theme) -> Iterator[SearchHelp]:
    sheet = SearchHelp(theme, window)
    sheet.open()
    yield sheet
    if isValid(sheet):
        sheet.hide()


def page_of(sheet: SearchHelp) -> QTextBrowser:
    page = sheet.findChild(QTextBrowser)
    assert page is not None
    return page


def filter_of(sheet: SearchHelp) -> QLineEdit:
    field = sheet.findChild(QLineEdit)
    assert field is not None
    return field


def place_of(page: QTextBrowser, text: str) -> QPoint:
    """Where in the page this text is seen."""
    found = page.document().find(text)
    assert not found.isNull()
    found.setPosition(found.selectionStart() + 2, QTextCursor.MoveMode.MoveAnchor)
    return page.cursorRect(found).center()


def test_everything_is_on_the_page(sheet: SearchHelp) -> None:
    shown = page_of(sheet).toPlainText()
    examples = [example for example, _ in FORMS] + [f"sort:{key}" for key in SORTS]
    examples += [example for field in FIELDS for example in field.more]
    examples += [f"{field.name}:{value}" for field in FIELDS for value in field.values]
    for example in (*examples, *SORTS.values()):
        assert example in shown
    assert "|" not in shown
    assert "`" not in shown
    assert page_of(sheet).verticalScrollBar().value() == 0


def test_a_click_on_an_example_chooses_it(qtbot: QtBot, sheet: SearchHelp) -> None:
    page = page_of(sheet)
    with qtbot.waitSignal(sheet.example_chosen) as chosen:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, 'author:"Yoshua'))
    assert chosen.args == ['author:"Yoshua Bengio"']
    qtbot.waitUntil(lambda: not isValid(sheet))


@pytest.mark.parametrize("example", ["general*", "year:>=2020", "doi:10.1038*", "robust (vision OR language)"])
def test_examples_are_chosen_as_they_are_written(qtbot: QtBot, sheet: SearchHelp, example: str) -> None:
    qtbot.keyClicks(filter_of(sheet), example)
    page = page_of(sheet)
    with qtbot.waitSignal(sheet.example_chosen) as chosen:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, example))
    assert chosen.args == [example]


def test_examples_are_reached_with_keys(qtbot: QtBot, sheet: SearchHelp) -> None:
    page = page_of(sheet)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(sheet.example_chosen) as chosen:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert chosen.args == ["distribution shift"]


def test_what_is_typed_leaves_the_rows_that_have_it(qtbot: QtBot, sheet: SearchHelp) -> None:
    page, field = page_of(sheet), filter_of(sheet)
    qtbot.keyClicks(field, "tags under")
    assert "tag:thesis/methods" in page.toPlainText()
    assert "title:" not in page.toPlainText()
    field.setText("no such thing")
    assert not page.isVisible()
    assert [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()] == [
        "How to search",
        "Nothing here has these words.",
    ]
    qtbot.keyClick(field, Qt.Key.Key_Return)  # nothing to choose
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_the_page_takes_the_colours_of_the_theme(sheet: SearchHelp, theme: Theme) -> None:
    before = sheet.grab().toImage()
    here, there = ("dark", "light") if theme.dark else ("light", "dark")
    theme.choose(there)
    assert sheet.grab().toImage() != before
    theme.choose(here)
    assert sheet.grab().toImage() == before
