"""Files kept current while the window is open: written a moment after a change, whoever made it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from readerapp.operations import filing
from readerapp.ui.dialogs.living import LivingSheet
from readerapp.ui.parts.file_dialog import FileDialog
from tests.ui.person import Person


def kept(person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[LivingSheet, Path]:
    """The sheet, in which the reader has chosen a file for a project of two papers."""
    folder.mkdir(exist_ok=True)
    target = folder / "references.bib"
    monkeypatch.setattr(FileDialog, "getSaveFileName", staticmethod(lambda *_, **__: (str(target), "")))
    person.lanes.do(filing.tag, person.ids[:2], ["dissertation"], [])
    person.window.show_living_files()
    sheet = person.window.findChild(LivingSheet)
    assert sheet is not None
    sheet.query.setText("tag:dissertation")
    person.sees(lambda: sheet.count.text() == "2 papers")
    person.qtbot.mouseClick(sheet.choose, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(target.exists, timeout=20_000)
    person.qtbot.waitUntil(lambda: bool(sheet.rows) and "2 papers, up to date" in sheet.rows[0].state.text())
    return sheet, target


def entries(target: Path) -> int:
    return target.read_text(encoding="utf-8").count("\n@") + 1


def test_a_file_is_chosen_and_follows_the_library(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, target = kept(person, tmp_path / "document", monkeypatch)
    assert entries(target) == 2
    person.lanes.do(filing.tag, person.ids[2:3], ["dissertation"], [])
    person.qtbot.waitUntil(lambda: entries(target) == 3, timeout=20_000)
    # Another process.
    writer = person.lanes.library.writer()
    filing.tag(writer, person.ids[:1], [], ["dissertation"])
    writer.close()
    person.qtbot.waitUntil(lambda: entries(target) == 2, timeout=20_000)
    assert sheet.rows[0].accessibleName() == "references.bib"
    sheet.reject()


def test_a_folder_that_has_gone_is_said_in_place(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, target = kept(person, tmp_path / "document", monkeypatch)
    target.unlink()
    target.parent.rmdir()
    person.lanes.do(filing.tag, person.ids[2:3], ["dissertation"], [])
    person.qtbot.waitUntil(lambda: "is not there, so references.bib" in sheet.rows[0].state.text(), timeout=20_000)
    person.sees(lambda: any("is not there" in label.text() for label in person.window.status_bar.findChildren(QLabel)))
    sheet.reject()


def test_a_file_is_kept_no_longer(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, target = kept(person, tmp_path / "document", monkeypatch)
    before = target.read_bytes()
    assert sheet.rows[0].stop.accessibleName() == "Keep references.bib current no longer"
    person.qtbot.mouseClick(sheet.rows[0].stop, Qt.MouseButton.LeftButton)
    person.sees(lambda: not sheet.rows)
    assert target.read_bytes() == before
    assert not list((tmp_path / "living").iterdir())
    sheet.reject()
