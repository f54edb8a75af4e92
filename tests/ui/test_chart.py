"""Charts: a scale of nice numbers, bars that are told apart without colour, and columns that can be looked at."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readerapp.ui.parts.chart import Chart, Look, Picture, draw, nice, ticks
from readerapp.ui.theme import Theme

WEEKS = Picture(
    "Read", "12 in all", "filled", ("Week 1", "Week 2", "Week 3", "Week 4"), (3, 0, 8, 1), ((0, "May"), (2, "June"))
)


@given(st.integers(0, 10**12), st.integers(2, 6))
def test_the_scale_has_nice_numbers_from_zero_to_the_highest(highest: int, most: int) -> None:
    scale = ticks(highest, most)
    step = scale[1]
    assert scale == list(range(0, scale[-1] + 1, step))
    assert scale[-1] >= highest
    assert scale[-1] - step < max(highest, 1)
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert 2 <= len(scale) <= 2 * most


@given(st.floats(1e-6, 1e12))
def test_a_nice_number_is_near(number: float) -> None:
    found = nice(number)
    assert 0.66 <= found / number <= 1.67
    assert round(found / 10 ** math.floor(math.log10(found) + 1e-9)) in {1, 2, 5}


def test_the_scale_of_known_numbers() -> None:
    assert ticks(0) == [0, 1]
    assert ticks(1) == [0, 1]
    assert ticks(8) == [0, 2, 4, 6, 8]
    assert ticks(19) == [0, 5, 10, 15, 20]
    assert ticks(205) == [0, 50, 100, 150, 200, 250]
    assert ticks(205, 3) == [0, 100, 200, 300]


def drawn(theme: Theme, picture: Picture, column: int | None = None) -> tuple[QImage, QRectF]:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    plot = draw(painter, QRectF(image.rect()), picture, theme, column)
    painter.end()
    return image, plot


def ink(image: QImage, plot: QRectF, number: int, columns: int, theme: Theme) -> float:
    """How much of the lower half of a column is not paper."""
    room = plot.width() / columns
    points = [
        (x, y)
        for x in range(round(plot.left() + (number + 0.2) * room), round(plot.left() + (number + 0.8) * room))
        for y in range(round(plot.center().y()) + 4, round(plot.bottom()) - 4)
    ]
    return sum(image.pixelColor(x, y) != theme.colour("paper") for x, y in points) / len(points)


def test_bars_differ_without_colour(theme: Theme) -> None:
    looks: dict[Look, float] = {}
    for look in ("filled", "outlined", "hatched"):
        image, plot = drawn(theme, Picture("", "", look, ("a", "b"), (4, 0), ()))
        assert ink(image, plot, 1, 2, theme) < 0.1  # the lines of the scale alone
        looks[look] = ink(image, plot, 0, 2, theme)
    assert looks["outlined"] < 0.1 < 0.2 < looks["hatched"] < 0.35 < 0.4 < looks["filled"]


def test_the_height_of_a_bar_is_its_number(theme: Theme) -> None:
    image, plot = drawn(theme, WEEKS)
    heights = []
    for number in range(4):
        x = round(plot.left() + (number + 0.5) * plot.width() / 4)
        column = [image.pixelColor(x, y) == theme.colour("accent") for y in range(image.height())]
        heights.append(sum(column) * 8 / plot.height())
    assert heights == pytest.approx([3, 0, 8, 1], abs=0.2)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> Chart:
    shown = Chart(theme)
    qtbot.addWidget(shown)
    shown.resize(400, 160)
    shown.show_picture(WEEKS)
    shown.show()
    shown.grab()
    return shown


def move_mouse(chart: Chart, x: int) -> None:
    """Tells the chart that the mouse is there, wherever the one of the machine is."""
    place = QPointF(x, 80)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, chart.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(chart, move)


def test_a_column_is_looked_at_with_the_mouse(chart: Chart, qtbot: QtBot) -> None:
    told: list[int | None] = []
    chart.looked_at.connect(told.append)
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Read", "12 in all")
    before = chart.grab().toImage()
    for x in (60, 380, 5):
        move_mouse(chart, x)
    assert told == [0, 3, None]
    move_mouse(chart, 250)
    assert chart.accessibleDescription() == "Week 3: 8"
    assert chart.grab().toImage() != before


def test_a_column_is_looked_at_with_the_keys(chart: Chart, qtbot: QtBot) -> None:
    keys = Qt.Key
    seen = []
    for key in (keys.Key_Left, keys.Key_Left, keys.Key_Home, keys.Key_Left, keys.Key_Right, keys.Key_End):
        qtbot.keyClick(chart, key)
        seen.append(chart.accessibleDescription())
    assert seen == ["Week 4: 1", "Week 3: 8", "Week 1: 3", "Week 1: 3", "Week 2: 0", "Week 4: 1"]


def test_a_picture_without_columns_is_drawn_and_keys_are_left_alone(chart: Chart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    chart.show_picture(Picture("Read", "none", "line", (), (), ()))
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert (chart.column, chart.accessibleDescription()) == (None, "none")
    chart.grab()


def test_the_theme_changes_the_picture(chart: Chart, theme: Theme) -> None:
    theme.choose("light")
    light = chart.grab().toImage()
    theme.choose("dark")
    dark = chart.grab().toImage()
    theme.choose("light")
    assert light != dark
    assert chart.grab().toImage() == light
