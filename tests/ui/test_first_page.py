"""What is seen first is what will be seen: the first page against the window that takes its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.library.first_rows import first_rows
from readerapp.operations import filing, reading, tagging
from readerapp.records import Status
from readerapp.ui.first_page import FirstPage, Seen
from readerapp.ui.frame import Frame
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def varied(library: Library) -> Library:
    """The library with every status, stars, ratings, a takeaway, a coloured tag, and a paper in the trash."""
    writer = library.writer()
    for paper, status in ((29, Status.READING), (28, Status.READ), (27, Status.DROPPED)):
        reading.set_status(writer, [paper], status)
    reading.set_rating(writer, [28, 27], 4)
    tagging.colour_tag(writer, "thesis/generalization", "purple")
    filing.trash(writer, [30])
    writer.close()
    return library


def opened(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Window:
    window = Window(lanes, theme, settings, Config(lanes.library.path.with_name("settings.toml")))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.list.model().rowCount() == len(window.list.ids()) > 0)
    qtbot.wait(100)
    return window


def page_of(seen: Seen, library: Library, size: QWidget, qtbot: QtBot) -> QImage:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(size.size())
    page = FirstPage(seen, QFont(QApplication.font()), around, dark=False)
    reader = library.reader()
    page.show_rows(first_rows(reader, page.in_sight, page.most))
    reader.close()
    return page.grab().toImage()


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that are clearly not the same."""
    width, height = one.width(), one.height()
    found = 0
    for y in range(0, height, 2):
        for x in range(0, width, 2):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            found += abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) > 96
    return found / (width * height / 4)


def test_the_first_page_is_where_the_window_will_be(
    varied: Library, lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    theme.choose("light")
    window = opened(lanes, theme, settings, qtbot)
    assert list(window.list.ids())[:3] == [29, 28, 27]
    before = page_of(Seen.remembered(settings, str(varied.path)), varied, window, qtbot)
    after = window.grab().toImage()
    # The rows, without the right edge, where marks are drawn and the scroll bar is.
    corner = window.list.viewport().mapTo(window, QPoint(0, 0))
    rows = QRect(corner.x(), corner.y(), 320, window.list.viewport().height())
    assert differing(before.copy(rows), after.copy(rows)) < 0.01
    blank = QImage(rows.size(), after.format())
    blank.fill("#ffffff")
    assert differing(blank, after.copy(rows)) > 0.04
    # The lines between the panels, and those above and below them.
    for panel in (window.sidebar, window.list_panel, window.reading_pane):
        edge = panel.mapTo(window, QPoint(panel.width(), 40))
        assert before.pixelColor(edge) == after.pixelColor(edge)
    for y in (window.top_bar.height() - 1, window.status_bar.y()):
        assert before.pixelColor(8, y) == after.pixelColor(8, y)
    window.close()


def test_what_was_seen_last_is_seen_first(
    varied: Library, lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window = opened(lanes, theme, settings, qtbot)
    window.show_query("Agents", "tag:agents")
    qtbot.waitUntil(lambda: 0 < len(window.list.ids()) < 20)
    window.list.set_current_id(window.list.ids()[2])
    window.toggle_panel("notes")
    window.close()
    seen = Seen.remembered(settings, str(varied.path))
    assert seen.title == "Agents"
    assert list(seen.papers) == list(window.list.ids())
    assert seen.current == window.list.ids()[2]
    assert seen.columns[3] == 0 < seen.columns[1]
    of_another = Seen.remembered(settings, "/another/library.db")
    assert (of_another.title, of_another.papers, of_another.current) == ("All papers", (), 0)


def test_settings_that_somebody_broke_are_no_trouble(settings: QSettings) -> None:
    settings.setValue("library", "x")
    settings.setValue("seen/columns", "1 2 drei")
    settings.setValue("seen/papers", "7 -1 " + "9" * 40)
    settings.setValue("list/current", "none")
    seen = Seen.remembered(settings, "x")
    assert list(seen.papers) == [7]
    assert seen.current == 0
    assert len(seen.columns) == 4


def test_rows_are_those_of_the_newest_papers_or_of_the_remembered(varied: Library) -> None:
    reader = varied.reader()
    rows = first_rows(reader, [], 3)
    assert [row.id for row in rows] == [29, 28, 27]
    assert [row.id for row in first_rows(reader, [4, 999, 2, 1], 4)] == [4, 2, 1]
    tagged = next(row for row in first_rows(reader, [25], 1))
    assert tagged.tags == ["thesis/generalization", "purple"]
    reader.close()


def test_a_page_without_papers_or_room_is_painted(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    empty = Library(tmp_path / "empty.db")
    small = QWidget()
    qtbot.addWidget(small)
    small.resize(40, 30)
    for of, seen in ((empty, Seen("All papers")), (library, Seen("x" * 5000, "y" * 5000, compact=True))):
        assert not page_of(seen, of, small, qtbot).isNull()
    empty.close()


def test_the_frame_is_painted_once_and_closes_what_it_holds(settings: QSettings, qtbot: QtBot) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    first, second = QWidget(), QWidget()
    with qtbot.waitSignal(frame.painted):
        frame.show()
        frame.hold(first)
    with qtbot.assertNotEmitted(frame.painted, wait=50):
        frame.hold(second)
    frame.resize(900, 700)
    qtbot.waitUntil(lambda: second.size() == frame.size())
    frame.close()
    assert not second.isVisible()


def test_the_first_paint_imports_little() -> None:
    """Neither what the panels need nor the namespace Qt, which alone would take a tenth of the start."""
    program = """
import enum, sys
made = []
new = enum.EnumType.__new__
enum.EnumType.__new__ = lambda meta, name, *more, **options: made.append(name) or new(meta, name, *more, **options)
import readerapp.app
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QSettings
from readerapp.library.first_rows import FirstRow
application = QApplication([])
frame = readerapp.app.Frame(QSettings("", QSettings.Format.IniFormat))
page = readerapp.app.FirstPage(readerapp.app.Seen("All papers"), application.font(), frame, dark=False)
page.show_rows([FirstRow("T", "B", "V", 1, at, 1, 1, 1, 1, 1, 1, 1, "t", ["tag", "red"], at) for at in range(4)])
frame.hold(page)
frame.painted.connect(application.quit)
frame.show()
application.exec()
print([name for name in made if name == "AlignmentFlag"])
dear = ("peewee", "qtawesome", "PySide6.QtNetwork", "readerapp.records", "json", "html")
print([name for name in dear if name in sys.modules])
"""
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert told.stdout.split("\n")[:2] == ["[]", "[]"]
