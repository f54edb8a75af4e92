"""The status bar: counts, what was done, what went wrong, jobs, and what gives way where there is no room."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from readerapp.errors import Cancelled
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.records import Origin, Reading, Record
from readerapp.ui.panels.status_bar import KeyHints, Line, StatusBar
from readerapp.ui.theme import Theme

HINTS = [("J K", "move"), ("M", "read"), ("S", "star"), ("T", "tag"), ("N", "note")]


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> StatusBar:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1440, 28)
    bar.show()
    return bar


def shown(bar: StatusBar) -> list[str]:
    """The texts one sees, from left to right."""
    lines = [line for line in bar.findChildren(Line) if line.isVisible()]
    return [line.text() for line in sorted(lines, key=lambda line: line.x())]


def line(bar: StatusBar, text: str) -> Line:
    return next(line for line in bar.findChildren(Line) if line.text() == text)


def visible(bar: StatusBar) -> list[QWidget]:
    """Every visible part, from left to right."""
    kinds = (Line, QPushButton, QToolButton, QProgressBar, KeyHints)
    parts = [part for part in bar.findChildren(QWidget) if isinstance(part, kinds) and part.isVisible()]
    return sorted(parts, key=lambda part: part.x())


def button(bar: StatusBar, name: str) -> QToolButton:
    return next(one for one in bar.findChildren(QToolButton) if one.accessibleName() == name)


def after_a_while(bar: StatusBar, name: str) -> None:
    """What happens when the time of a message is over."""
    (timer,) = bar.findChildren(QTimer, name)
    assert timer.isActive()
    timer.timeout.emit()


def test_counts(bar: StatusBar) -> None:
    assert shown(bar) == []
    bar.set_counts(87, 41)
    assert shown(bar) == ["87 papers", "41 unread"]
    bar.set_counts(1, 0)
    assert shown(bar) == ["1 paper", "0 unread"]
    bar.set_selected(1)
    assert shown(bar) == ["1 paper", "0 unread", "1 selected"]
    bar.set_selected(0)
    assert shown(bar) == ["1 paper", "0 unread"]
    bar.set_counts(87_337, 1234)
    bar.set_selected(12)
    assert shown(bar) == ["87,337 papers", "1,234 unread", "12 selected"]


def test_what_was_done_can_be_taken_back_and_fades(qtbot: QtBot, bar: StatusBar) -> None:
    (undo,) = bar.findChildren(QPushButton)
    bar.say("Star 3 papers", undo=True)
    assert shown(bar) == ["Star 3 papers"]
    assert line(bar, "Star 3 papers").token == "text"
    with qtbot.waitSignal(bar.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    after_a_while(bar, "fade")
    assert line(bar, "Star 3 papers").token == "faint"
    assert undo.isVisible()
    bar.say("Copied 1 paper")
    assert shown(bar) == ["Copied 1 paper"]
    assert line(bar, "Copied 1 paper").token == "text"
    assert not undo.isVisible()


def test_what_went_wrong_stays_until_something_is_done(qtbot: QtBot, bar: StatusBar) -> None:
    bar.say("Star 3 papers", undo=True)
    bar.complain("The disk is full. Make room and try again.")
    assert line(bar, "The disk is full. Make room and try again.").token == "danger"
    (timer,) = bar.findChildren(QTimer, "fade")
    assert not timer.isActive()
    bar.set_selected(3)
    assert "The disk is full. Make room and try again." in shown(bar)
    qtbot.mouseClick(button(bar, "Close this message"), Qt.MouseButton.LeftButton)
    assert shown(bar) == ["3 selected"]
    assert not button(bar, "Close this message").isVisible()
    bar.complain("No.")
    bar.say("Star 3 papers")
    assert shown(bar) == ["3 selected", "Star 3 papers"]
    assert line(bar, "Star 3 papers").token == "text"


def test_a_long_complaint_is_read_whole(bar: StatusBar) -> None:
    bar.set_counts(87_337, 41_000)
    bar.set_hints(HINTS)
    text = (
        "The file papers.bib could not be read: it is no text at all, or it was cut off in the middle of copying. " * 2
    )
    bar.resize(900, 28)
    bar.complain(text)
    message = line(bar, text.strip())
    metrics = message.fontMetrics()
    assert message.height() >= 2 * metrics.lineSpacing()
    assert message.width() * (message.height() // metrics.lineSpacing()) > message.width_wanted()
    bar.say("")
    assert bar.height() == 28


def test_a_job(qtbot: QtBot, bar: StatusBar) -> None:
    (progress,) = bar.findChildren(QProgressBar)
    job = Job("Import a page", bar)
    bar.add_job(job)
    assert shown(bar) == ["Import a page"]
    assert progress.isVisible()
    job.progressed.emit(30, 120, "30 papers")
    assert shown(bar) == ["Import a page", "30 papers"]
    assert progress.value() * 4 == progress.maximum()
    job.progressed.emit(40, -1, "40 papers")
    assert progress.maximum() == 0  # nobody knows how much there is
    job.progressed.emit(10**12, 10**12, "all")  # bytes do not fit an int
    assert progress.value() == progress.maximum()
    job.end("84 added, 3 already here")
    assert shown(bar) == ["84 added, 3 already here"]
    assert not progress.isVisible()
    after_a_while(bar, "forget")
    assert shown(bar) == []


def test_a_job_is_cancelled(qtbot: QtBot, bar: StatusBar) -> None:
    job = Job("Import a page", bar)
    bar.add_job(job)
    job.check()
    qtbot.mouseClick(button(bar, "Cancel"), Qt.MouseButton.LeftButton)
    with pytest.raises(Cancelled):
        job.check()
    assert shown(bar) == ["Import a page", "Stopping…"]
    assert not button(bar, "Cancel").isEnabled()
    job.end("Cancelled; nothing was added.")
    assert shown(bar) == ["Cancelled; nothing was added."]


def test_several_jobs_stand_together(qtbot: QtBot, bar: StatusBar) -> None:
    first, second = Job("Import one & all", bar), Job("Import two", bar)
    (progress,) = bar.findChildren(QProgressBar)
    bar.add_job(first)
    bar.add_job(second)
    assert shown(bar) == ["2 jobs"]
    first.progressed.emit(50, 100, "")
    second.progressed.emit(0, 100, "")
    assert progress.value() * 4 == progress.maximum()
    qtbot.mouseClick(button(bar, "Cancel"), Qt.MouseButton.LeftButton)
    (menu,) = bar.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Cancel: Import one && all", "Cancel: Import two"]
    menu.actions()[0].trigger()
    menu.close()
    with pytest.raises(Cancelled):
        first.check()
    second.check()
    first.end("Cancelled; nothing was added.")
    assert shown(bar) == ["Cancelled; nothing was added.", "Import two"]
    second.end("2 added")
    assert shown(bar) == ["2 added"]


def test_reports_from_another_thread_arrive(qtbot: QtBot, bar: StatusBar) -> None:
    job = Job("Import a page", bar)
    bar.add_job(job)
    at_home: list[bool] = []
    home = threading.current_thread()
    (progress,) = bar.findChildren(QProgressBar)
    progress.valueChanged.connect(lambda _: at_home.append(threading.current_thread() is home))
    worker = threading.Thread(target=job.report, args=(1, 2, "1 paper"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: "1 paper" in shown(bar))
    assert at_home
    assert all(at_home)


def test_a_real_import_ends_with_its_summary(qtbot: QtBot, bar: StatusBar, lanes: Lanes) -> None:
    lanes.job_began.connect(bar.add_job)
    papers = [Record(title=f"A new paper about subject {n}") for n in range(5)]
    lanes.bring_in(lambda: Reading(Origin("json", "a test"), iter(papers)), "five papers")
    assert shown(bar) == ["five papers"]
    qtbot.waitUntil(lambda: shown(bar) == ["5 added"])


def test_a_refusal_is_not_said_twice(bar: StatusBar) -> None:
    job = Job("Import a page", bar)
    bar.add_job(job)
    job.end("This is no page of papers. Choose another.")
    bar.complain("This is no page of papers. Choose another.")
    assert shown(bar) == ["This is no page of papers. Choose another."]


def test_the_last_backup(bar: StatusBar) -> None:
    today = datetime.now().replace(hour=9, minute=12)
    bar.set_backup(today)
    assert shown(bar) == ["Backed up 09:12"]
    bar.set_backup(datetime(2020, 3, 11, 9, 12))
    assert shown(bar) == ["Backed up 11 March 2020"]
    bar.set_backup(today - timedelta(days=1))
    assert "09:12" not in shown(bar)[0]


def test_hints_are_read_aloud_and_painted(bar: StatusBar) -> None:
    (hints,) = bar.findChildren(KeyHints)
    assert not hints.isVisible()
    bar.set_hints(HINTS)
    assert hints.isVisible()
    assert hints.accessibleName() == "J K move, M read, S star, T tag, N note"


def test_parts_give_way_in_order_and_never_overlap(bar: StatusBar) -> None:
    bar.set_counts(87_337, 41_000)
    bar.set_selected(12)
    bar.say("Remove thesis/generalization from 12 papers", undo=True)
    bar.set_hints(HINTS)
    bar.set_backup(datetime.now())
    job = Job("Import hf-papers-page.txt", bar)
    bar.add_job(job)
    job.progressed.emit(30, 120, "30 papers")
    (hints,) = bar.findChildren(KeyHints)
    (undo,) = bar.findChildren(QPushButton)
    widths = []
    for width in range(1440, 620, -20):
        bar.resize(width, 28)
        parts = visible(bar)
        for one, following in pairwise(parts):
            assert one.geometry().right() < following.x()
        assert parts[0].x() >= 0
        assert parts[-1].geometry().right() < width
        assert undo.isVisible()
        assert button(bar, "Cancel").isVisible()
        widths.append(hints.width() if hints.isVisible() else 0)
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 0
    assert widths[-1] == 0
    bar.resize(900, 28)
    message = line(bar, "Remove thesis/generalization from 12 papers")
    assert message.width() >= message.width_wanted()


def test_texts_from_strangers_stay_on_one_line(bar: StatusBar) -> None:
    bar.say("Tag 1 paper \u202e<b>x</b>\nsecond " + "y" * 5000, undo=True)
    text = shown(bar)[0]
    assert "\n" not in text
    assert "\u202e" not in text
    assert visible(bar)[-1].geometry().right() < bar.width()
    assert not bar.grab().isNull()
    assert "&lt;b&gt;" in line(bar, text).toolTip()


def test_nothing_is_undone_by_itself(bar: StatusBar) -> None:
    asked = QSignalSpy(bar.undo_asked)
    bar.say("Star 3 papers", undo=True)
    after_a_while(bar, "fade")
    bar.say("")
    assert asked.count() == 0
    assert shown(bar) == []
