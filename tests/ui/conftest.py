"""A window's surroundings: a filled library, its lanes, and the theme. Everything offscreen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.operations.importing import bring_in
from readerapp.ui.theme import Theme
from readerapp.ui.translation import speak
from tests.conftest import reading, sample
from tests.ui.person import Person, opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library that holds thirty papers, ids 1 to 30."""
    opened = Library(tmp_path / "library.db")
    writer = opened.writer()
    bring_in(writer, reading(*sample(30)))
    writer.close()
    yield opened
    opened.close()


@pytest.fixture
def lanes(library: Library, qapp: QApplication) -> Iterator[Lanes]:
    """The way to that library, started; every write is done when the test ends."""
    started = Lanes(library)
    started.start()
    # Peewee's models are bound to the writer that was made last: a test's own comes after this one.
    started._writing.submit(lambda: None).result()
    yield started
    started.close()


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English, whatever the system of who runs this does."""
    speak(qapp, "en")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme in force."""
    return Theme(qapp)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """What the machine remembers of the window: nothing yet."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def person(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[Person]:
    """Somebody before a window on that library."""
    window = opened(lanes, theme, settings, qtbot)
    yield Person(window, lanes, qtbot)
    window.close()
