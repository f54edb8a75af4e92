"""Printing: a paper with all there is of it, and lists of any length, as pages that other programs can read."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library.connect import Writer
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Identifier, Record, Status
from readerapp.ui.dialogs.printing import PrintSheet
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading
from tests.conftest import sample
from tests.ui.person import Person

WHOLE = Record(
    title="Shelves of $x^2$ books <b>and</b> \u202enotes",
    authors=["Ada Byron", "Zoë Ångström"],
    venue="Journal of Shelves",
    year=2019,
    identifiers=[Identifier("doi", "10.1000/shelf")],
    abstract="A shelf is measured with $\\frac{a}{b}$ and care.\n\nThen it is filled.",
    takeaway="Measure before filling.",
    note="# Why\n\nIt is **needed**.\n- [x] read\n- [ ] reproduce\n1. first\n<script>alert(1)</script>",
    highlights=[HighlightRecord("is measured", "claim", "With what?"), HighlightRecord("not there", "method")],
    tags=["thesis/shelves"],
    status=Status.READING,
    rating=4,
)


def add(lanes: Lanes, qtbot: QtBot, *records: Record) -> None:
    def verb(writer: Writer) -> Changes | None:
        return bring_in(writer, as_reading(*records))[0]

    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(verb)


@pytest.fixture
def jobs(lanes: Lanes) -> list[Job]:
    """The jobs that were begun."""
    begun: list[Job] = []
    lanes.job_began.connect(begun.append)
    return begun


def written(qtbot: QtBot, sheet: PrintSheet, target: Path, jobs: list[Job]) -> list[str]:
    """The texts of the pages that a sheet writes."""
    sheet.write(target)
    with qtbot.waitSignal(jobs[-1].ended, timeout=60_000) as ended:
        pass
    assert ended.args == [f"Saved to {target}"]
    # Ligatures as the letters they are.
    return [normalize("NFKC", " ".join(page.extract_text().split())) for page in PdfReader(target).pages]


def test_a_paper_is_printed_with_all_there_is_of_it(
    qtbot: QtBot, lanes: Lanes, theme: Theme, tmp_path: Path, jobs: list[Job]
) -> None:
    add(lanes, qtbot, WHOLE)
    sheet = PrintSheet(lanes, theme, 31, [31], "All papers")
    qtbot.addWidget(sheet)
    pages = written(qtbot, sheet, tmp_path / "a paper.pdf", jobs)
    text = " ".join(pages)
    for part in (
        "books <b>and</b>", "Ada Byron, Zoë Ångström", "Journal of Shelves 2019", "doi:10.1000/shelf", "Reading",
        "thesis/shelves", "Measure before filling.", "A shelf is measured with", "Then it is filled.", "“is measured”",
        "claim", "With what?", "“not there”", "Why", "needed", "☑ read", "☐ reproduce", "1. first",
        "<script>alert(1)</script>", "Page 1",
    ):  # fmt: skip
        assert part in text, part
    assert "\u202e" not in text
    assert PdfReader(tmp_path / "a paper.pdf").metadata.title.startswith("Shelves of")  # type: ignore[union-attr]


@pytest.mark.parametrize("abstracts", [False, True])
def test_a_list_is_printed_in_its_order(
    qtbot: QtBot, lanes: Lanes, theme: Theme, tmp_path: Path, jobs: list[Job], abstracts: bool
) -> None:
    listed = [7, 3, 30, *range(8, 29)]
    sheet = PrintSheet(lanes, theme, 0, listed, "Up next")
    qtbot.addWidget(sheet)
    sheet.abstracts.setChecked(abstracts)
    pages = written(qtbot, sheet, tmp_path / "list.pdf", jobs)
    text = " ".join(pages)
    assert text.startswith("Up next 1. On the third question of subject 6")
    assert text.index("subject 6 ") < text.index("subject 2 ") < text.index("subject 29 ")
    assert "24. On the" in text
    assert ("We ask question 6" in text) == abstracts
    assert all(f"Page {n}" in page for n, page in enumerate(pages, 1))
    assert len(pages) > 1


def test_an_abstract_longer_than_pages(
    qtbot: QtBot, lanes: Lanes, theme: Theme, tmp_path: Path, jobs: list[Job]
) -> None:
    long = Record(
        title="Long", abstract="\n\n".join(f"Paragraph {n} goes on. " * 30 for n in range(40)), note="n " * 9999
    )
    add(lanes, qtbot, long)
    for current, listed in ((31, []), (0, [1, 31, 2])):
        sheet = PrintSheet(lanes, theme, current, listed, "List")
        qtbot.addWidget(sheet)
        sheet.abstracts.setChecked(True)
        text = " ".join(written(qtbot, sheet, tmp_path / f"{current}.pdf", jobs))
        assert all(f"Paragraph {n} goes on." in text for n in range(40))


def test_ten_thousand_papers_leave_the_window_free(
    qtbot: QtBot, lanes: Lanes, theme: Theme, tmp_path: Path, jobs: list[Job]
) -> None:
    sheet = PrintSheet(lanes, theme, 0, list(range(1, 31)) * 334, "Very many")
    qtbot.addWidget(sheet)
    sheet.write(tmp_path / "many.pdf")
    turns: list[float] = []
    from PySide6.QtCore import QTimer

    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(0))
    timer.start()
    qtbot.waitUntil(lambda: len(turns) > 20)
    # Long before it is done.
    jobs[0].cancel()
    with qtbot.waitSignal(jobs[0].ended) as ended:
        pass
    assert ended.args == ["Cancelled; nothing was printed."]
    assert not (tmp_path / "many.pdf").exists()


def test_pages_are_looked_at_before(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    sheet = PrintSheet(lanes, theme, 1, range(1, 31), "All papers")
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.place.text() == "Page 1"
    assert not sheet.before.isEnabled()
    assert not sheet.abstracts.isVisible()
    first = sheet.preview.grab().toImage()
    sheet.what.setCurrentIndex(1)
    assert sheet.abstracts.isVisible()
    assert sheet.preview.grab().toImage() != first
    sheet.after.click()
    assert sheet.place.text() == "Page 2"
    while sheet.after.isEnabled():
        sheet.after.click()
    last = sheet.place.text()
    sheet.before.click()
    assert sheet.place.text() != last


def test_a_place_that_cannot_be_written(qtbot: QtBot, lanes: Lanes, theme: Theme, tmp_path: Path) -> None:
    sheet = PrintSheet(lanes, theme, 1, [1], "All papers")
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.failed) as failed:
        sheet.write(tmp_path / "not there" / "x.pdf")
    assert "could not be written" in failed.args[0]


def test_the_key_prints_what_is_shown(person: Person) -> None:
    from PySide6.QtCore import Qt

    person.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    (sheet,) = person.window.findChildren(PrintSheet)
    assert sheet.isVisible()
    assert [sheet.what.itemText(at) for at in range(sheet.what.count())] == ["This paper", "This list: 30 papers"]
    sheet.reject()
    person.window.list.select_ids([1, 2, 3])
    person.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    sheet = next(one for one in person.window.findChildren(PrintSheet) if one.isVisible())
    assert [sheet.what.itemText(at) for at in range(sheet.what.count())] == ["This list: 3 papers"]
    sheet.reject()


def test_sample_is_what_the_list_is_of() -> None:
    assert sample(7)[6].title == "On the third question of subject 6"
