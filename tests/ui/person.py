"""A person before the window: presses keys, types, and looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.library import papers
from readerapp.records import Status
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window


class Person:
    """Sits before a window, presses keys, and looks."""

    def __init__(self, window: Window, lanes: Lanes, qtbot: QtBot) -> None:
        self.window, self.lanes, self.qtbot = window, lanes, qtbot

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses keys where the focus is."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            self.qtbot.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        """Types where the focus is."""
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def sees(self, condition: Callable[[], object]) -> None:
        """Waits until it is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    @property
    def ids(self) -> list[int]:
        """The papers of the list."""
        return list(self.window.list.ids())

    @property
    def current(self) -> int:
        """The paper the cursor is on."""
        return self.window.list.current_id()

    def status(self, paper: int) -> Status:
        """A paper's status in the library."""
        return papers.states(self.lanes.reader, [paper])[paper]

    def goes_to(self, title: str, query: str) -> None:
        """Chooses a list and waits for it."""
        self.window.show_query(title, query)
        self.sees(lambda: self.window.listing.query == query)
        self.qtbot.wait(60)
        self.window.focus("list")


def opened(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Window:
    """A window that shows its list, with the focus there."""
    window = Window(lanes, theme, settings, Config(lanes.library.path.with_name("settings.toml")))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.list.model().rowCount() == len(window.list.ids()) > 0)
    qtbot.wait(100)
    window.focus("list")
    return window
