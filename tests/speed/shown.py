"""A window without a screen on a library, that tells when what was asked for has been painted."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from readerapp.app import SWITCH
from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.ui.listing import Answer
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window

# An answer that takes longer, in seconds, is as good as none.
LATEST = 20.0


class Shown:
    """The window, and how long it takes to answer."""

    def __init__(self, window: Window, lanes: Lanes) -> None:
        self.window, self.lanes = window, lanes
        self.answers: list[tuple[float, Answer]] = []
        self._began = time.perf_counter()
        window.listing.answered.connect(self._answered)

    def _answered(self, answer: Answer) -> None:
        # The window has heard of it before: its own connection is the older one.
        self.window.list.viewport().repaint()
        self.answers.append((time.perf_counter(), answer))

    def do(self, act: Callable[[], object]) -> None:
        """Does something whose answer is awaited."""
        self.answers.clear()
        self._began = time.perf_counter()
        act()

    def until(self, enough: Callable[[Answer], bool]) -> float | None:
        """Seconds from what was done last to the painted answer that is enough; None when there is none in time."""
        # The loop sleeps until something happens, as that of the program does: one that spins keeps the interpreter
        # from the thread that is to answer.
        while time.perf_counter() - self._began < LATEST:
            found = next((when for when, answer in self.answers if enough(answer)), None)
            if found is not None:
                return found - self._began
            loop = QEventLoop()
            self.window.listing.answered.connect(loop.quit)
            QTimer.singleShot(round(LATEST * 1000), loop.quit)
            loop.exec()
            self.window.listing.answered.disconnect(loop.quit)
        return None

    def painted(self, act: Callable[[], object]) -> float:
        """Seconds from doing something that needs no answer to the painted list."""
        began = time.perf_counter()
        act()
        self.window.list.viewport().repaint()
        return time.perf_counter() - began

    def rest(self, seconds: float) -> None:
        """Lets the window do what it likes for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()


@contextmanager
def shown(path: Path) -> Iterator[Shown]:
    """The window on a library, after its first paint and all that follows it."""
    sys.setswitchinterval(SWITCH)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    library = Library(path)
    lanes = Lanes(library)
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = Window(lanes, Theme(application), settings, Config(Path(settings.fileName()).with_suffix(".toml")))
        found = Shown(window, lanes)
        loop = QEventLoop()
        window.first_painted.connect(loop.quit)
        window.resize(1440, 900)
        window.show()
        loop.exec()
        found.rest(3.0)
        # As the program does.
        gc.freeze()
        yield found
        window.close()
        lanes.close()
        library.close()
