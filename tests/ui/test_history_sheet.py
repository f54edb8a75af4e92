"""The history as a list, and the way to a point of it and back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.jobs.undoing import go_to
from readerapp.library import history
from readerapp.library.connect import Library, Writer
from readerapp.operations import filing, reading
from readerapp.records import Changes, Status
from readerapp.ui.dialogs.history import HistorySheet
from readerapp.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def sheet(window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot) -> Iterator[HistorySheet]:
    lanes.do(reading.set_starred, [1], True)
    lanes.do(reading.set_status, [2, 3], Status.READ)
    lanes.do(filing.trash, [4])
    opened = HistorySheet(lanes, theme, window)
    QAbstractItemModelTester(opened.model, QAbstractItemModelTester.FailureReportingMode.Warning, opened)
    opened.open()
    qtbot.waitUntil(lambda: len(opened.model.steps) == 4)
    yield opened
    if isValid(opened):
        opened.hide()


def lines(sheet: HistorySheet) -> list[str]:
    """What is seen, undone steps in brackets, without the day."""
    return [
        f"({line.text})" if line.step and line.step.undone else line.text
        for line in sheet.model.lines
        if line.kind != "day"
    ]


def papers(sheet: HistorySheet) -> list[str]:
    model = sheet.papers.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount(QModelIndex()))]


TRASH = "Move “On the fourth question of subject 3” to the trash"
STAR = "Star “On the first question of subject 0”"


def test_the_steps_stand_by_day_newest_first(sheet: HistorySheet, qtbot: QtBot) -> None:
    assert lines(sheet) == [
        "You are here", TRASH, "Mark 2 papers read", STAR, "Import of a test: 30 added", "Before these steps",
    ]  # fmt: skip
    assert [line.kind for line in sheet.model.lines[:3]] == ["here", "day", "step"]
    assert sheet.list.currentIndex().data() == TRASH
    assert sheet.sentence.text() == "This is where you are."
    assert not sheet.button.isEnabled()
    described = sheet.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert described.startswith(f"{TRASH}, 1 paper, ")


def test_a_step_shows_its_papers(sheet: HistorySheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: papers(sheet) == ["On the fourth question of subject 3 (in the trash)"])
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: papers(sheet) == ["On the second question of subject 1", "On the third question of subject 2"]
    )
    assert sheet.about.text() == "Mark 2 papers read"
    qtbot.keyClick(sheet.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: papers(sheet) == [])
    assert sheet.sentence.text().startswith("Takes back 4 steps")


def test_enter_goes_to_the_chosen_step_and_back(sheet: HistorySheet, lanes: Lanes, qtbot: QtBot) -> None:
    told: list[Changes] = []
    lanes.library_changed.connect(told.append)
    for _ in range(2):
        qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.sentence.text().startswith("Takes back 2 steps")
    assert sheet.button.text() == "Undo to here"
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            lines(sheet)
            == [
                f"({TRASH})",
                "(Mark 2 papers read)",
                "You are here",
                STAR,
                "Import of a test: 30 added",
                "Before these steps",
            ]
        )
    )
    assert [one.title for one in told] == ["Undone: 2 steps"]
    assert set(told[0].papers) == {2, 3, 4}
    qtbot.waitUntil(lambda: sheet.sentence.text() == "This is where you are.")
    assert sheet.isVisible()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Home)
    assert sheet.sentence.text() == "Does 2 steps again, up to this one."
    assert sheet.button.text() == "Redo to here"
    sheet.button.click()
    qtbot.waitUntil(lambda: lines(sheet)[:2] == ["You are here", TRASH])
    assert told[-1].title == "Done again: 2 steps"


def test_everything_can_be_taken_back(sheet: HistorySheet, lanes: Lanes, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.list, Qt.Key.Key_End)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: lines(sheet)[-2:] == ["You are here", "Before these steps"])
    assert lanes.reader.execute("SELECT count(*) FROM paper").fetchone() == (0,)
    assert sheet.list.currentIndex().data() == "Before these steps"
    # What an undone import had brought can still be named.
    qtbot.keyClick(sheet.list, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: papers(sheet)[:1] == ["On the first question of subject 0 (not here now)"])
    assert len(papers(sheet)) == 30


def test_it_follows_what_others_do(sheet: HistorySheet, lanes: Lanes, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    lanes.do(reading.set_starred, [9], True)
    qtbot.waitUntil(lambda: len(sheet.model.steps) == 5)
    assert sheet.list.currentIndex().data() == "Mark 2 papers read"
    assert sheet.sentence.text().startswith("Takes back 2 steps")
    qtbot.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheet.model.steps[0].undone)
    qtbot.keyClick(sheet, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not sheet.model.steps[0].undone)


def test_it_can_be_stopped_between_two_steps(sheet: HistorySheet, lanes: Lanes, qtbot: QtBot) -> None:
    jobs: list[Job] = []
    lanes.job_began.connect(jobs.append)

    qtbot.keyClick(sheet.list, Qt.Key.Key_End)
    sheet.go()
    assert sheet.button.text() == "Stop"
    assert [job.title for job in jobs] == ["Undoing 4 steps"]
    with qtbot.waitSignal(jobs[0].ended):
        sheet.button.click()
    qtbot.waitUntil(lambda: sheet.button.text() != "Stop")
    undone = [step.undone for step in history.steps(lanes.reader)]
    # However far it came: what is undone are the last steps.
    assert undone == sorted(undone, reverse=True)


def test_a_job_that_is_stopped_first_changes_nothing_and_ends(lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(reading.set_starred, [1], True)
    told: list[Changes] = []
    held = threading.Event()

    def hold(writer: Writer) -> Changes | None:
        held.wait(30)
        return None

    lanes.library_changed.connect(told.append)
    lanes.do(hold)
    job = go_to(lanes, 0, undone=False, title="Undoing 2 steps")
    job.cancel()
    with qtbot.waitSignal(job.ended):
        held.set()
    assert [one.title for one in told] == [STAR]


def test_a_step_that_is_gone_is_said(sheet: HistorySheet, lanes: Lanes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.failed, check_params_cb=lambda words: "no longer in the history" in words):
        job = go_to(lanes, 999, undone=False, title="Undoing")
        with qtbot.waitSignal(job.ended):
            pass
    qtbot.waitUntil(lambda: "no longer in the history" in sheet.sentence.text())


def test_a_new_library_has_nothing_to_take_back(
    tmp_path_factory: pytest.TempPathFactory, window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    library = Library(tmp_path_factory.mktemp("new") / "new.db")
    lanes = Lanes(library)
    sheet = HistorySheet(lanes, theme, window)
    sheet.open()
    qtbot.waitUntil(lambda: not sheet.list.isVisible())
    assert not sheet.button.isVisible()
    sheet.go()
    sheet.hide()
    lanes.close()
    library.close()


def test_long_titles_and_sizes_do_no_harm(sheet: HistorySheet, window: QWidget, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(lambda writer: _rename(writer, "<b>loud</b>\u202e" + "a long title " * 200))
    qtbot.waitUntil(lambda: sheet.model.steps[0].title.startswith("<b>"))
    shown: Callable[[int], object] = sheet.list.currentIndex().data
    assert "\u202e" not in str(shown(Qt.ItemDataRole.DisplayRole))
    for size in ((640, 400), (900, 600), (1440, 900)):
        window.resize(*size)
        sheet.grab()
        place = QRect(sheet.button.mapTo(sheet, QPoint(0, 0)), sheet.button.size())
        assert sheet.rect().contains(place)


def _rename(writer: Writer, title: str) -> Changes | None:
    with writer.step(title) as step:
        writer.connection.execute("UPDATE paper SET starred = 1 WHERE id = 7")
    return step.changes
