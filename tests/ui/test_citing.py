"""Papers cited from the window: copied by a key, in the sheet, as a bibliography and as a page to share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp import config as settings_of
from readerapp.config import Config
from readerapp.formats.citation_styles import NAMES, SHIPPED
from readerapp.jobs.lanes import Lanes
from readerapp.library import papers
from readerapp.operations import correcting, reading
from readerapp.ui.citing import MOST, Citing
from readerapp.ui.dialogs.cite import CiteSheet
from readerapp.ui.dialogs.share_page import SharePage
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.theme import Theme
from tests.ui.person import Person


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(tmp_path / "settings.toml")


@pytest.fixture
def citing(lanes: Lanes, theme: Theme, config: Config, window: QWidget) -> Citing:
    return Citing(lanes, theme, config, window)


@pytest.fixture
def sheet(
    lanes: Lanes, theme: Theme, config: Config, citing: Citing, window: QWidget, qtbot: QtBot
) -> Iterator[CiteSheet]:
    opened = CiteSheet(lanes, theme, config, [1, 2], citing, window)
    opened.open()
    qtbot.waitUntil(lambda: opened.style_choice.count() >= len(NAMES) and opened.references.copy.isEnabled())
    yield opened
    if isValid(opened):
        opened.hide()


def title(lanes: Lanes, paper: int) -> str:
    found = papers.record(lanes.reader, paper)
    assert found is not None
    return found.title


def copied() -> str:
    return QApplication.clipboard().text()


# By key


def test_a_key_copies_the_paper_as_plain_and_rich_text(person: Person) -> None:
    QApplication.clipboard().clear()
    person.window.list.set_current_id(3)
    person.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    person.sees(lambda: title(person.lanes, 3) in copied())
    data = QApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert '<p class="reference"' in data.html()
    shown = person.window.status_bar.findChildren(QLabel)
    person.sees(lambda: "Copied 1 reference" in [label.text() for label in shown])


def test_many_are_copied_with_a_bar_in_sight(person: Person) -> None:
    QApplication.clipboard().clear()
    person.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    begun = []
    person.lanes.job_began.connect(lambda job: begun.append(job.title))
    person.window.cite("copy")
    person.qtbot.waitUntil(lambda: copied().count("\n") == len(person.ids) - 1, timeout=30_000)
    assert begun == [f"Citing {len(person.ids)} papers"]


def test_the_whole_list_is_the_bibliography(person: Person) -> None:
    QApplication.clipboard().clear()
    person.window.cite("copy all")
    person.qtbot.waitUntil(lambda: copied().count("\n") == len(person.ids) - 1, timeout=30_000)


def test_too_many_are_refused(citing: Citing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(citing.failed) as told:
        citing.copy(range(MOST + 1))
    assert "more than 5" in told.args[0]


def test_a_style_that_is_gone_is_a_sentence(citing: Citing, config: Config, lanes: Lanes, qtbot: QtBot) -> None:
    config.set(settings_of.CITATION_STYLE, "journal-of-my-own")
    with qtbot.waitSignal(lanes.failed) as told:
        citing.copy([1])
    assert "There is no citation style “journal-of-my-own”" in told.args[0]


# The sheet


def test_the_button_of_the_paper_opens_the_sheet(person: Person) -> None:
    assert person.window.reading_pane.cite.text() == "Cite"
    person.qtbot.mouseClick(person.window.reading_pane.cite, Qt.MouseButton.LeftButton)
    person.sees(lambda: person.window.findChild(CiteSheet) is not None)
    sheet = person.window.findChild(CiteSheet)
    assert sheet is not None
    person.sees(lambda: title(person.lanes, person.current) in sheet.references.text.toPlainText())
    sheet.reject()


def test_it_shows_both_forms_and_copies_them(sheet: CiteSheet, lanes: Lanes, qtbot: QtBot) -> None:
    assert sheet.in_text.text.toPlainText().startswith("(")
    shown = sheet.references.text.toPlainText()
    assert title(lanes, 1) in shown
    assert title(lanes, 2) in shown
    qtbot.mouseClick(sheet.in_text.copy, Qt.MouseButton.LeftButton)
    assert copied() == sheet.in_text.text.toPlainText()
    qtbot.mouseClick(sheet.references.copy, Qt.MouseButton.LeftButton)
    assert copied().split() == shown.split()
    assert sheet.sentence.text() == "Copied 2 references"
    qtbot.waitUntil(lambda: sheet.bibtex.text.toPlainText().count("@") == 2)
    qtbot.mouseClick(sheet.bibtex.copy, Qt.MouseButton.LeftButton)
    assert copied().startswith("@")


def test_a_style_chosen_here_is_the_one_for_all(sheet: CiteSheet, config: Config, qtbot: QtBot) -> None:
    assert sheet.style_choice.currentText() == "APA 7"
    qtbot.keyClick(sheet.style_choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.references.text.toPlainText().startswith("[1] "))
    assert sheet.in_text.text.toPlainText() == "[1], [2]"
    assert Config(config.file).get(settings_of.CITATION_STYLE) == "ieee"


def test_own_styles_are_offered_and_broken_ones_named(
    lanes: Lanes, theme: Theme, config: Config, citing: Citing, window: QWidget, qtbot: QtBot
) -> None:
    folder = config.file.parent / "styles"
    folder.mkdir()
    (folder / "own.csl").write_bytes((SHIPPED / "nature.csl").read_bytes())
    (folder / "broken.csl").write_text("<b>no", encoding="utf-8")
    config.set(settings_of.CITATION_STYLE, "own")
    sheet = CiteSheet(lanes, theme, config, [1], citing, window)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.references.copy.isEnabled() and sheet.style_choice.count() == len(NAMES) + 1)
    assert sheet.style_choice.currentData() == "own"
    assert "broken.csl is no citation style" in sheet.sentence.text()
    sheet.reject()


def test_a_style_that_cannot_be_used_is_a_sentence_in_the_sheet(
    lanes: Lanes, theme: Theme, config: Config, citing: Citing, window: QWidget, qtbot: QtBot
) -> None:
    config.set(settings_of.CITATION_STYLE, "gone")
    sheet = CiteSheet(lanes, theme, config, [1], citing, window)
    sheet.open()
    qtbot.waitUntil(lambda: "There is no citation style “gone”" in sheet.sentence.text())
    assert not sheet.references.copy.isEnabled()
    sheet.reject()


def test_titles_are_text(
    lanes: Lanes, theme: Theme, config: Config, citing: Citing, window: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(correcting.set_title, 1, "<b>Bold</b> & <img src='file:///etc/hostname'>")
    sheet = CiteSheet(lanes, theme, config, [1], citing, window)
    sheet.open()
    qtbot.waitUntil(lambda: "<b>Bold</b> & <img src='file:///etc/hostname'>" in sheet.references.text.toPlainText())
    sheet.reject()


def test_everything_has_a_name(sheet: CiteSheet) -> None:
    assert {button.accessibleName() for button in sheet.findChildren(QPushButton)} == {
        "Copy what stands in the text", "Copy the references", "Copy the BibTeX",
    }  # fmt: skip
    assert sheet.in_text.text.accessibleName() == "In the text"
    assert sheet.style_choice.accessibleName() == "Style"


# Files


@pytest.mark.parametrize(
    ("name", "begins"), [("list.html", "<!DOCTYPE html>"), ("list.txt", ""), ("list", "<!DOCTYPE")]
)
def test_the_bibliography_is_saved(
    person: Person, tmp_path: Path, name: str, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / name
    monkeypatch.setattr(FileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "HTML page (*.html)")))
    person.window.cite("save all")
    written = target if target.suffix else target.with_suffix(".html")
    person.sees(written.exists)
    text = written.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert title(person.lanes, person.ids[0]) in text


@pytest.mark.parametrize("own", [False, True])
def test_a_page_is_shared(person: Person, tmp_path: Path, own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    person.lanes.do(reading.set_note, person.ids[0], "My own words")
    person.sees(lambda: papers.note(person.lanes.reader, person.ids[0]))
    target = tmp_path / "page.html"
    monkeypatch.setattr(FileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    person.window.share_page()
    sheet = person.window.findChild(SharePage)
    assert sheet is not None
    assert sheet.abstracts.isChecked()
    assert not sheet.own.isChecked()
    sheet.own.setChecked(own)
    person.sees(sheet.isActiveWindow)
    person.press(Qt.Key.Key_Return)
    person.sees(target.exists)
    text = target.read_text(encoding="utf-8")
    assert text.count("<h2>") == len(person.ids)
    assert ("My own words" in text) == own


def test_a_file_that_cannot_be_written_is_a_sentence(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "none" / "page.html"
    monkeypatch.setattr(FileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    with person.qtbot.waitSignal(person.lanes.failed) as told:
        person.window.cite("save all")
    assert "cannot be written" in told.args[0]
