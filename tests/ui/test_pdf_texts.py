"""What is attached is read in the background, and found by its words."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.pdf_texts import PdfTexts
from readerapp.library import attachments, files, pdfs
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import attaching
from readerapp.records import Changes
from tests.pdfs import pdf, prose


def _attach(lanes: Lanes, folder: Path, paper: int, content: bytes, name: str = "x.pdf") -> str:
    path = folder / name
    path.write_bytes(content)
    kept = attaching.keep(lanes.library.path, path)
    lanes.do(attaching.attach, paper, [kept])
    return kept.sha256


def test_text_is_read_after_attaching_and_found(lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    texts = PdfTexts(lanes)
    told: list[Changes] = []
    lanes.library_changed.connect(told.append)
    with qtbot.waitSignal(texts.settled, timeout=20_000, check_params_cb=lambda: True):
        texts.look()
    _attach(lanes, tmp_path, 3, pdf([*prose(240), ["The zymurgy of page 241"]]))
    qtbot.waitUntil(lambda: list(ids(lanes.reader, parse("pdf:zymurgy"))) == [3], timeout=20_000)
    qtbot.waitUntil(lambda: any("pdf_page" in one.tables and one.papers == {3} for one in told))
    sha256 = attachments.of(lanes.reader, 3)[0].sha256
    assert pdfs.text(lanes.reader, sha256, 241) == "The zymurgy of page 241"
    assert pdfs.pending(lanes.reader) == []
    assert lanes.reader.execute("SELECT pages, fault FROM pdf").fetchall() == [(241, "")]
    qtbot.wait(10)


def test_what_cannot_be_read_says_why_and_is_not_tried_again(lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    bad = _attach(lanes, tmp_path, 1, b"%PDF-1.7 and nothing", "bad.pdf")
    gone = _attach(lanes, tmp_path, 2, pdf([["gone"]]), "gone.pdf")
    qtbot.waitUntil(lambda: len(attachments.all_files(lanes.reader)) == 2)
    files.path_of(lanes.library.path, gone, attachments.PDF).unlink()
    texts = PdfTexts(lanes)
    with qtbot.waitSignal(texts.settled, timeout=20_000):
        texts.look()
    assert pdfs.fault(lanes.reader, bad) == "bad.pdf is damaged, or no PDF. Get or copy it again."
    assert [file.sha256 for file in pdfs.pending(lanes.reader)] == [gone]
    with qtbot.waitSignal(texts.settled, timeout=20_000):
        texts.look()


def test_a_reading_that_was_interrupted_begins_again(lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    sha256 = _attach(lanes, tmp_path, 1, pdf([["whole"], ["text"]]))
    qtbot.waitUntil(lambda: bool(pdfs.pending(lanes.reader)))

    def half(writer: object) -> bool:
        connection = writer.connection  # type: ignore[attr-defined]
        pdfs.begin(connection, sha256)
        pdfs.add_pages(connection, sha256, {1: "half"})
        return False

    lanes.piecewise(half)
    texts = PdfTexts(lanes)
    with qtbot.waitSignal(texts.settled, timeout=20_000):
        texts.look()
    assert pdfs.text(lanes.reader, sha256, 1) == "whole"
    assert list(ids(lanes.reader, parse("pdf:half"))) == []
