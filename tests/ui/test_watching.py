"""PDFs that come into a folder become papers, once and whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.watching import FolderWatch
from readerapp.library import attachments, counts, papers
from readerapp.records import ImportSummary
from tests.pdfs import pdf

BODY = ["We say more of it here, and", "at some length, so that", "these letters are usual."]


class Watching:
    """A watched folder, with what has come of it."""

    def __init__(self, lanes: Lanes, settings: QSettings, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.lanes, self.qtbot, self.settings = folder, lanes, qtbot, settings
        self.came: list[tuple[str, ImportSummary]] = []
        self.begin()

    def begin(self) -> None:
        self.watch = FolderWatch(self.lanes, self.settings, self._came, self.lanes, steady=60)
        self.watch.watch(self.folder)

    def _came(self, path: Path, summary: ImportSummary) -> None:
        self.came.append((path.name, summary))

    def put(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)

    def waits(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.came) == count, timeout=20_000)


@pytest.fixture
def watching(lanes: Lanes, settings: QSettings, tmp_path: Path, qtbot: QtBot) -> Watching:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "old.pdf").write_bytes(pdf([["An old one", *BODY]], title_size=20))
    return Watching(lanes, settings, folder, qtbot)


def test_a_new_pdf_is_a_paper_with_its_file(watching: Watching) -> None:
    before = counts.counts(watching.lanes.reader).papers
    watching.put("answers.pdf", pdf([["On answers to questions", *BODY]], title_size=20))
    watching.put("notes.txt", b"no PDF")
    (watching.folder / "link.pdf").symlink_to(watching.folder / "old.pdf")
    watching.waits(1)
    ((name, summary),) = watching.came
    assert (name, summary.added) == ("answers.pdf", 1)
    record = papers.record(watching.lanes.reader, summary.papers[0])
    assert record is not None
    assert record.title == "On answers to questions"
    assert [file.name for file in record.attachments] == ["answers.pdf"]
    assert (watching.folder / "answers.pdf").is_file()
    watching.qtbot.wait(200)
    assert counts.counts(watching.lanes.reader).papers == before + 1


def test_one_of_a_paper_that_is_here_is_attached_to_it(watching: Watching) -> None:
    # Paper 2 of the library is arXiv:2401.00001.
    stamp = "arXiv:2401.00001v1 [cs.LG] 3 Jan 2024"
    record = papers.record(watching.lanes.reader, 2)
    assert record is not None
    watching.put("2401.00001v1.pdf", pdf([[record.title, stamp, *BODY]], title_size=20))
    watching.waits(1)
    assert watching.came[0][1].papers == (2,)
    assert [file.name for file in attachments.of(watching.lanes.reader, 2)] == ["2401.00001v1.pdf"]


def test_a_file_that_still_grows_is_waited_for(watching: Watching) -> None:
    content = pdf([["On answers to questions", *BODY]], title_size=20)
    with (watching.folder / "slow.pdf").open("wb") as file:
        for at in range(0, len(content), len(content) // 5 + 1):
            file.write(content[at : at + len(content) // 5 + 1])
            file.flush()
            os.fsync(file.fileno())
            watching.qtbot.wait(30)
    watching.waits(1)
    assert watching.came[0][1].added == 1


def test_what_came_while_nobody_watched_is_new_and_nothing_comes_twice(watching: Watching) -> None:
    watching.watch.watch(watching.folder)
    watching.put("first.pdf", pdf([["A first answer", *BODY]], title_size=20))
    watching.waits(1)
    watching.watch.deleteLater()
    watching.qtbot.wait(20)
    watching.put("second.pdf", pdf([["A second answer", *BODY]], title_size=20))
    watching.begin()
    watching.waits(2)
    assert [name for name, _ in watching.came] == ["first.pdf", "second.pdf"]
    watching.watch.watch(None)
    watching.put("third.pdf", pdf([["A third answer", *BODY]], title_size=20))
    watching.qtbot.wait(300)
    assert len(watching.came) == 2


def test_a_damaged_one_is_a_sentence(watching: Watching) -> None:
    with watching.qtbot.waitSignal(
        watching.lanes.failed, timeout=20_000, check_params_cb=lambda words: "damaged" in words
    ):
        watching.put("bad.pdf", b"%PDF-1.7 no")
    assert watching.came == []
