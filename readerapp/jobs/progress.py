"""A long piece of work as the window shows it: what, how far, stop, and how it ended."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal

from readerapp.errors import Cancelled

# No bar needs to move more often than this, in seconds.
_PAUSE = 0.05


class Job(QObject):
    """`progressed` carries done, total (-1: not known) and words; `ended` the words to leave behind."""

    progressed = Signal(object, object, str)
    ended = Signal(str)

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = threading.Event()
        self._told = 0.0

    def report(self, done: int, total: int | None, what: str = "") -> None:
        """Told by the work, from any thread; see records.Progress."""
        moment = time.monotonic()
        if moment - self._told >= _PAUSE:
            self._told = moment
            self.progressed.emit(done, -1 if total is None else total, what)

    def check(self) -> None:
        """Raises Cancelled once `cancel` was called."""
        if self._stop.is_set():
            raise Cancelled(self.title)

    def cancel(self) -> None:
        """Asks the work to stop; `ended` follows when it has."""
        self._stop.set()

    def end(self, words: str) -> None:
        """Called once, in the window's thread, when the work is over."""
        self.ended.emit(words)
