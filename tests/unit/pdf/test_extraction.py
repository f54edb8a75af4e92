"""Text comes from another process, and what that process suffers is a sentence."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from readerapp.errors import Cancelled, Refused
from readerapp.pdf import extraction
from readerapp.pdf.about import about
from readerapp.pdf.extraction import Extractor
from readerapp.records import Silent
from tests.pdfs import pdf, prose


def _written(folder: Path, content: bytes, name: str = "x.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_text_of_five_hundred_pages_is_read(tmp_path: Path) -> None:
    path = _written(tmp_path, pdf([*prose(499), []]))
    with Extractor() as extractor:
        found = extractor.read(path, "x.pdf", Silent())
    assert (found.pages, found.fault) == (500, "")
    assert len(found.texts) == 499
    assert found.texts[499].startswith("Line 0 of page 499 tells of answer")


@pytest.mark.parametrize("content", [b"no pdf", b"%PDF-1.7\n%%EOF", b""])
def test_what_is_no_pdf_is_a_sentence_and_the_next_is_read(tmp_path: Path, content: bytes) -> None:
    bad, good = _written(tmp_path, content), _written(tmp_path, pdf([["good"]]), "good.pdf")
    with Extractor() as extractor:
        assert "x.pdf is damaged" in extractor.read(bad, "x.pdf", Silent()).fault
        assert extractor.read(good, "good.pdf", Silent()).texts == {1: "good"}
        with pytest.raises(Refused, match="damaged"):
            extractor.about(bad, "x.pdf", Silent())
        assert extractor.about(good, "good.pdf", Silent()) == about(good)


class _AtFirstPage(Silent):
    """Sends a signal to the process that reads, when its first page has come."""

    def __init__(self, extractor: Extractor, number: int) -> None:
        self.extractor, self.number = extractor, number

    def report(self, done: int, total: int | None, what: str = "") -> None:
        os.kill(self.extractor._process.pid, self.number)


@pytest.mark.parametrize("how", ["dies", "hangs"])
def test_a_process_that_dies_or_hangs_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(extraction, "_PATIENCE", 3.0)
    path = _written(tmp_path, pdf(prose(3000, 2)))
    with Extractor() as extractor:
        number = signal.SIGKILL if how == "dies" else signal.SIGSTOP
        first = extractor.read(path, "x.pdf", _AtFirstPage(extractor, number))
        fault = "is damaged: reading it failed." if how == "dies" else "takes too long to read; its text was left."
        assert first.fault == f"x.pdf {fault}"
        again = extractor.read(_written(tmp_path, pdf([["good"]])), "x.pdf", Silent())
        assert (again.texts, again.fault) == ({1: "good"}, "")


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    class Stopped(Silent):
        def check(self) -> None:
            raise Cancelled

    with Extractor() as extractor, pytest.raises(Cancelled):
        extractor.read(_written(tmp_path, pdf(prose(3000))), "x.pdf", Stopped())


def test_what_a_file_says_of_itself_is_told(tmp_path: Path) -> None:
    xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a/></x:xmpmeta>'
    made = pdf([["A large title", "Ada Byron"], ["Second"]], information={"Title": "A title"}, xmp=xmp, title_size=20)
    found = about(_written(tmp_path, made))
    assert found == about(made)
    assert (found.pages, found.information, found.xmp) == (2, {"Title": "A title"}, xmp.encode())
    assert found.texts == ("A large title\nAda Byron", "Second")
    assert [line.text for line in found.lines] == ["A large title", "Ada Byron"]
    assert found.lines[0].height > 1.5 * found.lines[1].height
