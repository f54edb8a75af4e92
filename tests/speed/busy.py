"""A window that imports 87,337 papers while somebody scrolls, jumps to the end, sorts and searches in it.

    python -m tests.speed.busy LIBRARY PAPERS

Prints three numbers in seconds: the worst gap between two turns of the event loop, and from a key press in the search
field to the painted list the median and the worst.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readerapp import registry
from readerapp.config import Config
from readerapp.formats.opening import open_path
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.operations.importing import bring_in
from readerapp.records import Reading
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window
from tests.conftest import reading, sample


def read(papers: Path) -> Reading:
    """The papers of a file."""
    return registry.read(open_path(papers))


class Busy:
    """Does a little of everything, and keeps the time."""

    def __init__(self, window: Window, lanes: Lanes, papers: Path) -> None:
        self.window = window
        self.gaps: list[float] = []
        self.answers: list[float] = []
        self.pressed = 0.0
        self.last = time.perf_counter()
        self.beat = QTimer(window, interval=0)
        self.beat.timeout.connect(self.tick)
        self.beat.start()
        self.acts = cycle([*"learning", "order", "end", "top", "escape", "next", "next", "read"])
        self.hand = QTimer(window, interval=120)
        self.hand.timeout.connect(self.act)
        self.hand.start()
        window.listing.answered.connect(self.answered)
        job = lanes.bring_in(partial(read, papers), papers.name, in_process=True)
        job.ended.connect(lambda _: QTimer.singleShot(500, window.close))

    def tick(self) -> None:
        """Once a turn of the event loop."""
        now = time.perf_counter()
        self.gaps.append(now - self.last)
        self.last = now

    def act(self) -> None:
        """One thing a person does."""
        window, act = self.window, next(self.acts)
        match act:
            case "order":
                window.listing.choose_order("title" if window.listing.order == "added" else "added")
            case "end":
                window.list.last()
            case "top":
                window.list.first()
            case "escape":
                window.step_back()
            case "next":
                window.go(1)
            case "read":
                window.actions_by_id["toggle-read"].trigger()
            case letter:
                self.pressed = time.perf_counter()
                QTest.keyClick(window.top_bar.search_field, letter)

    def answered(self, _: object) -> None:
        """The list has an answer: paint it, and stop the watch."""
        if self.pressed:
            self.window.list.viewport().repaint()
            self.answers.append(time.perf_counter() - self.pressed)
            self.pressed = 0.0


def main(path: Path, papers: Path) -> None:
    """Runs until the import is over."""
    application = QApplication([])
    library = Library(path)
    writer = library.writer()
    bring_in(writer, reading(*sample(500)))
    writer.close()
    lanes = Lanes(library)
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = Window(lanes, Theme(application), settings, Config(path.with_suffix(".toml")))
    busy: list[Busy] = []
    # The first paint loads fonts and icons once; what is measured comes after it.
    window.first_painted.connect(
        lambda: QTimer.singleShot(1500, window, lambda: busy.append(Busy(window, lanes, papers)))
    )
    window.show()
    application.exec()
    lanes.close()
    library.close()
    print(max(busy[0].gaps[10:]), median(busy[0].answers), max(busy[0].answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
