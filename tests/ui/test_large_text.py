"""Large text of the system, a window with little room, and a screen at 200 %: nothing is cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QCheckBox, QLabel, QWidget

from readerapp.ui.theme import Theme
from tests.ui.person import Person
from tests.ui.test_accessibility import SHEETS, busy, opened_by  # noqa: F401

# These end in dots where there is no room, on purpose, and tell the whole otherwise.
ELIDING = {"_Elided", "_OrderButton", "Line", "TagChip", "_Value", "_Foot", "_Segment"}

AT_200_PERCENT = os.environ.get("QT_SCALE_FACTOR") == "2"


def cut(within: QWidget) -> list[str]:
    """The words that are not to be seen whole."""
    found = []
    for widget in within.findChildren(QWidget):
        if widget.visibleRegion().isEmpty() or type(widget).__name__ in ELIDING:
            continue
        if isinstance(widget, QLabel) and widget.text():
            metrics, room = widget.fontMetrics(), widget.contentsRect()
            wide = 0 if widget.wordWrap() else max(map(metrics.horizontalAdvance, widget.text().splitlines()))
            high = widget.heightForWidth(widget.width()) if widget.wordWrap() else metrics.height()
            if wide > room.width() or high > widget.height():
                found.append(f"{widget.text()!r}: {wide} × {high} in {room.width()} × {widget.height()}")
        elif isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget, QCheckBox):
            wanted, has = widget.sizeHint(), widget.size()
            if wanted.width() > has.width() or wanted.height() > has.height():
                found.append(f"{widget.text()!r}: {wanted.toTuple()} in {has.toTuple()}")
        elif isinstance(widget, QAbstractItemView) and widget.model().rowCount():
            row = widget.sizeHintForIndex(widget.model().index(0, 0)).height()
            if row < widget.fontMetrics().height():
                found.append(f"a row of {widget.accessibleName()!r}: {row}")
    return found


@pytest.fixture(params=[0, 16], ids=["usual text", "16 points"])
def points(qapp: QApplication, theme: Theme, request: pytest.FixtureRequest) -> Iterator[None]:
    usual = qapp.font()
    if request.param:
        large = QFont(usual)
        large.setPointSizeF(request.param)
        qapp.setFont(large)
    yield
    qapp.setFont(usual)


@pytest.mark.usefixtures("points")
def test_nothing_is_cut_in_the_window(points: None, busy: Person) -> None:  # noqa: F811
    for width, height in ((1440, 900), (900, 600), (720, 450)):
        busy.window.resize(width, height)
        busy.qtbot.waitUntil(lambda width=width: busy.window.width() == width)  # type: ignore[misc]
        busy.qtbot.wait(100)
        assert cut(busy.window) == []
    assert busy.window.grab().devicePixelRatio() == (2 if AT_200_PERCENT else 1)


@pytest.mark.parametrize("action", [*SHEETS, "search help", "tag"])
def test_nothing_is_cut_in_a_sheet(points: None, busy: Person, action: str) -> None:  # noqa: F811
    busy.window.resize(900, 600)
    sheet = opened_by(busy, action)
    assert cut(sheet) == []
    sheet.close()


@pytest.mark.skipif(AT_200_PERCENT, reason="this is what it starts")
def test_nothing_is_cut_on_a_screen_at_200_percent() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "window"]
    scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
    ran = subprocess.run(
        command, env=scaled, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
    assert "2 passed" in ran.stdout
