"""The sheet of reading activity: what it says, what is chosen, and what is written to files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.operations import reading, tagging
from readerapp.records import Status
from readerapp.ui.dialogs.activity import ActivitySheet
from readerapp.ui.panels.sidebar import Sidebar
from readerapp.ui.parts.choice import Choice
from readerapp.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def sheet(window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot) -> Iterator[ActivitySheet]:
    lanes.do(reading.set_status, [1, 2, 3], Status.READ)
    lanes.do(reading.set_status, [4], Status.DROPPED)
    opened = ActivitySheet(lanes, theme, window)
    opened.open()
    qtbot.waitUntil(lambda: said(opened, 2).startswith("1 in all"))
    yield opened
    opened.hide()


def said(sheet: ActivitySheet, chart: int) -> str:
    return sheet.charts[chart].accessibleDescription()


def test_it_says_in_a_sentence_what_was_done(sheet: ActivitySheet) -> None:
    assert sheet.sentence.text() == (
        "You read 3 papers in the last 4 weeks and dropped 1; 30 came in. 26 are unread or begun."
    )
    assert [chart.accessibleName() for chart in sheet.charts] == [
        "Read", "Added", "Dropped", "Unread or begun", "Days from added to read",
    ]  # fmt: skip
    assert [said(sheet, n) for n in range(5)] == [
        "3 in all, by week", "30 in all, by week", "1 in all, by week", "26 now", "half of 3 within a day",
    ]  # fmt: skip
    assert [chart.picture.values[-1] for chart in sheet.charts[:4]] == [3, 30, 1, 26]
    assert {len(chart.picture.values) for chart in sheet.charts[:4]} == {13}


def test_it_follows_the_library(sheet: ActivitySheet, lanes: Lanes, qtbot: QtBot) -> None:
    lanes.undo()
    qtbot.waitUntil(lambda: said(sheet, 2).startswith("0 in all"))
    lanes.undo()
    qtbot.waitUntil(lambda: said(sheet, 4) == "none read for the first time")
    assert sheet.sentence.text() == "You read none in the last 4 weeks; 30 came in. 30 are unread or begun."


def test_a_project_is_a_tag_and_what_is_under_it(sheet: ActivitySheet, lanes: Lanes, qtbot: QtBot) -> None:
    box = next(box for box in sheet.findChildren(Choice) if box.accessibleName() == "Project")
    assert [box.itemData(n) for n in range(box.count())] == [
        "", "agents", "reading-group", "thesis", "thesis/generalization", "thesis/related-work",
    ]  # fmt: skip
    sheet.choose(project="thesis")
    qtbot.waitUntil(lambda: sheet.sentence.text().startswith("thesis: "))
    assert sheet.charts[1].picture.values[-1] == 15
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(tagging.delete_tag, "thesis")
    qtbot.waitUntil(lambda: sheet.charts[1].picture.values[-1] == 30)
    assert box.currentData() == ""


def test_a_longer_time_has_more_weeks(sheet: ActivitySheet, qtbot: QtBot) -> None:
    sheet.choose(weeks=52)
    qtbot.waitUntil(lambda: len(sheet.charts[0].picture.values) == 52)
    sheet.choose(weeks=0)  # at least a quarter
    qtbot.waitUntil(lambda: len(sheet.charts[0].picture.values) == 13)


def test_many_years_are_drawn_by_several_weeks(
    sheet: ActivitySheet, lanes: Lanes, library: Library, qtbot: QtBot
) -> None:
    writer = library.writer()
    with writer.step("A paper of old"):
        writer.connection.execute("UPDATE paper SET added = added - ? WHERE id = 9", (200 * 7 * 24 * 3600 * 1000,))
    writer.close()
    sheet.choose(weeks=0)
    added = sheet.charts[1]
    qtbot.waitUntil(lambda: added.accessibleDescription() == "30 in all, by 4 weeks")
    assert len(added.picture.values) == 51
    assert sum(added.picture.values) == 30
    assert added.picture.said(50).startswith("4 weeks from ")


def test_pictures_by_week_look_at_the_same_week(sheet: ActivitySheet) -> None:
    sheet.charts[1].looked_at.emit(12)
    assert [chart.column for chart in sheet.charts] == [12, None, 12, 12, None]
    assert said(sheet, 0).startswith("Week of ")
    assert said(sheet, 3).startswith("End of ")


def test_numbers_are_written_by_week(sheet: ActivitySheet, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "numbers.csv"
    sheet.write(target, ".csv")
    qtbot.waitUntil(lambda: sheet.said.isVisible())
    assert sheet.said.text() == f"{target} was written."
    rows = list(csv.DictReader(target.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 13
    assert {name: rows[-1][name] for name in ("added", "read", "dropped", "unread_or_begun")} == {
        "added": "30", "read": "3", "dropped": "1", "unread_or_begun": "26",
    }  # fmt: skip
    assert rows[-1]["median_days_to_read"] == "0.00"
    assert rows[0]["median_days_to_read"] == ""
    assert list(tmp_path.glob("numbers*")) == [target]


def test_pictures_are_written(sheet: ActivitySheet, tmp_path: Path, qtbot: QtBot) -> None:
    png, svg = tmp_path / "page.png", tmp_path / "page.svg"
    for target in (png, svg):
        sheet.write(target, target.suffix)
        qtbot.waitUntil(lambda target=target: sheet.said.text() == f"{target} was written.")  # type: ignore[misc]
    image = QImage(str(png))
    assert (image.width(), image.height()) == (1920, 1440)
    drawing = QSvgRenderer(str(svg))
    assert drawing.isValid()
    assert (drawing.viewBox().width(), drawing.viewBox().height()) == (960, 720)
    text = svg.read_text(encoding="utf-8")
    assert "Days from added to read" in text
    assert "You read 3 papers" in text


def test_a_file_that_cannot_be_written_is_said(sheet: ActivitySheet, tmp_path: Path, qtbot: QtBot) -> None:
    sheet.write(tmp_path / "nowhere" / "page.png", ".png")
    qtbot.waitUntil(lambda: sheet.said.isVisible())
    assert "cannot be written" in sheet.said.text()
    assert sheet.said.property("role") == "danger"


def test_a_new_library_says_what_to_do(tmp_path: Path, window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    library = Library(tmp_path / "new.db")
    lanes = Lanes(library)
    lanes.start()
    sheet = ActivitySheet(lanes, theme, window)
    sheet.open()
    add = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Add papers")
    qtbot.waitUntil(add.isVisible)
    words = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert any(word.startswith("Nothing has happened here yet.") for word in words)
    with qtbot.waitSignal(sheet.papers_asked):
        add.click()
    lanes.close()
    library.close()


@pytest.mark.parametrize("size", [(640, 400), (900, 600), (1440, 900)])
def test_no_picture_is_cut_off_at_the_side(sheet: ActivitySheet, window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    sheet.grab()
    scroll = sheet.findChild(QScrollArea)
    assert scroll is not None
    inside = scroll.viewport().rect()
    for chart in sheet.charts:
        left = chart.mapTo(scroll.viewport(), chart.rect().topLeft()).x()
        assert inside.left() <= left
        assert left + chart.width() <= inside.right() + 1
        assert chart.height() >= chart.minimumSizeHint().height()


def test_the_foot_of_the_sidebar_leads_here(lanes: Lanes, theme: Theme, qtbot: QtBot) -> None:
    sidebar = Sidebar(lanes, theme)
    qtbot.addWidget(sidebar)
    sidebar.resize(sidebar.sizeHint())
    sidebar.show()
    foot = next(button for button in sidebar.findChildren(QAbstractButton) if button.text() == "Reading activity")
    assert foot.geometry().bottom() <= sidebar.rect().bottom() - 8
    assert sidebar.view.geometry().bottom() < foot.geometry().top()
    with qtbot.waitSignal(sidebar.activity_asked):
        qtbot.mouseClick(foot, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(sidebar.activity_asked):
            qtbot.keyClick(foot, key)
