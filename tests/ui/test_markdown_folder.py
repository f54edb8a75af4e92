"""A folder of Markdown files kept from the window: asked for in its sheet, and as the reader goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from readerapp.formats import paper_file
from readerapp.jobs import folder_keeper
from readerapp.jobs.folder_keeper import FolderKeeper, Round
from readerapp.jobs.lanes import Lanes
from readerapp.library import history, note_versions, papers
from readerapp.operations import filing, reading, tagging
from readerapp.operations.folder_state import load
from readerapp.records import Status
from readerapp.ui.dialogs.markdown_folder import MarkdownFolderSheet
from readerapp.ui.dialogs.note_versions import NoteVersionsSheet
from readerapp.ui.theme import Theme
from tests.ui.person import Person, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Papers"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for longer than a test has to."""
    monkeypatch.setattr(folder_keeper, "PAUSE", 20)
    monkeypatch.setattr(folder_keeper, "LOOK", 50)
    monkeypatch.setattr(folder_keeper, "SETTLED", 0)


def file_of(folder: Path, paper: int) -> Path:
    return folder / load(folder).by_paper[paper].name


def note_in(folder: Path, paper: int) -> str:
    return paper_file.read(file_of(folder, paper).read_bytes()).note


def append(folder: Path, paper: int, text: str) -> None:
    with file_of(folder, paper).open("a", encoding="utf-8") as file:
        file.write(text)


def last_step(lanes: Lanes) -> str:
    return history.steps(lanes.reader, limit=1)[0].title


# The keeper


@pytest.fixture
def keeper(lanes: Lanes, folder: Path, quick: None, qtbot: QtBot) -> Iterator[FolderKeeper]:
    made = FolderKeeper(lanes, folder, "")
    yield made
    made.set_live(False)
    qtbot.waitUntil(lambda: not made._running)


def synced(keeper: FolderKeeper, qtbot: QtBot) -> Round:
    with qtbot.waitSignal(keeper.done, timeout=10_000) as done:
        keeper.sync()
    assert done.args is not None
    came = done.args[0]
    assert isinstance(came, Round)
    return came


def test_on_request_it_reads_back_and_writes(keeper: FolderKeeper, lanes: Lanes, folder: Path, qtbot: QtBot) -> None:
    first = synced(keeper, qtbot)
    assert first.out is not None
    assert first.out.written == 30
    append(folder, 3, "\nFrom elsewhere.\n")
    second = synced(keeper, qtbot)
    assert second.back is not None
    assert second.back.papers == [3]
    assert papers.note(lanes.reader, 3) == "From elsewhere."
    assert last_step(lanes) == "Read “On the third question of subject 2” back from Papers"


def test_reading_back_writes_no_file(keeper: FolderKeeper, lanes: Lanes, folder: Path, qtbot: QtBot) -> None:
    synced(keeper, qtbot)
    append(folder, 3, "\nFrom elsewhere.\n")
    lanes.do(reading.set_note, 4, "From here.")
    with qtbot.waitSignal(keeper.done, timeout=10_000):
        keeper.read_back()
    assert papers.note(lanes.reader, 3) == "From elsewhere."
    assert note_in(folder, 4) == ""


def test_as_the_reader_goes_both_sides_follow(keeper: FolderKeeper, lanes: Lanes, folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    keeper.set_live(True)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.md"))) == 30, timeout=10_000)
    qtbot.waitUntil(lambda: not keeper._running)
    lanes.do(reading.set_note, 2, "From here.")
    qtbot.waitUntil(lambda: note_in(folder, 2) == "From here.", timeout=10_000)
    append(folder, 2, "\nFrom elsewhere.\n")
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 2) == "From here.\n\nFrom elsewhere.", timeout=10_000)
    lanes.undo()
    qtbot.waitUntil(lambda: note_in(folder, 2) == "From here.", timeout=10_000)
    lanes.do(filing.trash, [2])
    qtbot.waitUntil(lambda: file_of(folder, 2).parent.name == "Removed", timeout=10_000)


def test_a_renamed_tag_and_the_places_in_up_next_follow(
    keeper: FolderKeeper, lanes: Lanes, folder: Path, qtbot: QtBot
) -> None:
    lanes.do(filing.enqueue, [1, 2])
    lanes.do(filing.tag, [5], ["old"])
    synced(keeper, qtbot)
    keeper.set_live(True)
    lanes.do(tagging.rename_tag, "old", "new")
    lanes.do(filing.move_to_top, [2])

    def there(paper: int) -> str:
        return file_of(folder, paper).read_text(encoding="utf-8")

    qtbot.waitUntil(lambda: "  - new\n" in there(5), timeout=10_000)
    qtbot.waitUntil(lambda: "queue: 2\n" in there(1) and "queue: 1\n" in there(2), timeout=10_000)


def test_a_conflict_is_told_and_kept_as_a_version(
    keeper: FolderKeeper, lanes: Lanes, folder: Path, qtbot: QtBot
) -> None:
    synced(keeper, qtbot)
    append(folder, 3, "\nThere.\n")
    lanes.do(reading.set_note, 3, "Here.")
    qtbot.waitUntil(lambda: papers.note(lanes.reader, 3) == "Here.")
    with qtbot.waitSignal(keeper.done, timeout=10_000) as done:
        keeper.set_live(True)
    assert done.args is not None
    assert [one.paper for one in done.args[0].back.conflicts] == [3]
    (version,) = note_versions.versions(lanes.reader, 3)
    assert note_versions.text(lanes.reader, version.id)[1] == "There."
    assert note_in(folder, 3) == "Here."


def test_a_broken_file_is_told_once(keeper: FolderKeeper, folder: Path, qtbot: QtBot) -> None:
    synced(keeper, qtbot)
    place = file_of(folder, 3)
    place.write_text(place.read_text().replace("status: unread", "status: [unread"))
    with qtbot.waitSignal(keeper.done, timeout=10_000) as done:
        keeper.set_live(True)
    assert done.args is not None
    assert [one.where for one in done.args[0].back.skipped] == [place.name]
    with qtbot.assertNotEmitted(keeper.done, wait=400):
        pass


def test_a_folder_that_is_gone_is_not_made_again_behind_the_readers_back(
    keeper: FolderKeeper, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.done, timeout=10_000) as done:
        keeper.set_live(True)
    assert done.args is not None
    assert done.args[0].problem.startswith("There is no folder ")
    assert not folder.exists()


# The window


def the_sheet(person: Person) -> MarkdownFolderSheet:
    person.window.actions_by_id["markdown-folder"].trigger()
    found = person.window.findChild(MarkdownFolderSheet)
    assert found is not None
    person.sees(lambda: found.papers.count() > 1)
    return found


def test_a_person_brings_a_folder_in_step(person: Person, folder: Path) -> None:
    sheet = the_sheet(person)
    assert not sheet.sync.isEnabled()
    sheet.place.setText(str(folder))
    sheet.papers.setCurrentIndex(sheet.papers.findData("tag:agents"))
    person.qtbot.mouseClick(sheet.sync, Qt.MouseButton.LeftButton)
    person.sees(lambda: sheet.sentence.text() == "0 read back, 8 files written.")
    assert len(list(folder.glob("*.md"))) == 8
    place = file_of(folder, 2)
    place.write_text(place.read_text().replace("rating:", "rating: 9") + "\nFrom elsewhere.\n")
    person.qtbot.mouseClick(sheet.read, Qt.MouseButton.LeftButton)
    person.sees(lambda: sheet.sentence.text() == "1 read back, 1 left alone or in part.")
    assert sheet.list.item(0).text() == f"{place.name}: A rating is a number from 1 to 5, not 9."
    assert papers.note(person.lanes.reader, 2) == "From elsewhere."
    sheet.reject()
    again = the_sheet(person)
    assert again.place.text() == str(folder)
    assert again.papers.currentText() == "Tag: agents"
    assert again.when.currentText() == "When I ask for it"


def test_a_conflict_leads_to_its_difference(person: Person, folder: Path) -> None:
    sheet = the_sheet(person)
    sheet.place.setText(str(folder))
    person.qtbot.mouseClick(sheet.sync, Qt.MouseButton.LeftButton)
    person.sees(lambda: sheet.sentence.text() == "0 read back, 30 files written.")
    assert not sheet.differences.isVisible()
    append(folder, 3, "\nThere.\n")
    person.lanes.do(reading.set_note, 3, "Here.")
    person.sees(lambda: papers.note(person.lanes.reader, 3) == "Here.")
    person.qtbot.mouseClick(sheet.sync, Qt.MouseButton.LeftButton)
    person.sees(lambda: "1 changed on both sides" in sheet.sentence.text())
    assert "changed here and in its file" in person.window.status_bar._message.text()
    sheet.list.setFocus()
    person.press(Qt.Key.Key_Return)
    person.sees(lambda: person.window.findChild(NoteVersionsSheet) is not None)
    versions = person.window.findChild(NoteVersionsSheet)
    assert versions is not None
    person.sees(lambda: len(versions.model.versions) == 1)
    versions.reject()


def test_a_kept_folder_is_kept_from_the_start_of_the_window_on(
    lanes: Lanes, theme: Theme, settings: QSettings, folder: Path, quick: None, qtbot: QtBot
) -> None:
    folder.mkdir()
    settings.setValue("folders", {str(lanes.library.path): [str(folder), "", "live"]})
    window = opened(lanes, theme, settings, qtbot)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.md"))) == 30, timeout=10_000)
    lanes.do(reading.set_status, [4], Status.READ)
    qtbot.waitUntil(lambda: "status: read\n" in file_of(folder, 4).read_text(), timeout=10_000)
    window._folder.open()
    sheet = window.findChild(MarkdownFolderSheet)
    assert sheet is not None
    assert sheet.when.currentText() == "As I go, here and there"
    sheet.forget.click()
    assert sheet.place.text() == ""
    assert settings.value("folders") in ({}, None)
    sheet.reject()
    window.close()


def test_every_part_has_a_name_and_a_key_leads_through_them(person: Person) -> None:
    sheet = the_sheet(person)
    for part in (sheet.place, sheet.papers, sheet.when, sheet.list, sheet.choose, sheet.read, sheet.sync):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    sheet.place.setText("/nowhere")
    sheet.place.setFocus()
    order = []
    for _ in range(6):
        order.append(QApplication.focusWidget())
        person.press(Qt.Key.Key_Tab)
    assert order == [sheet.place, sheet.choose, sheet.papers, sheet.when, sheet.read, sheet.sync]
    assert isinstance(sheet.list, QListWidget)
    sheet.reject()
