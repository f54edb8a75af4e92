"""Printing: pages painted on paper or into a PDF, a few at a time, so that the window goes on answering."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QSaveFile, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from readerapp.errors import Cancelled
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library import papers
from readerapp.records import Record
from readerapp.ui.parts.printed import UNITS, Page, Setter

# How long pages are painted before the window has its turn, in seconds, and how many papers are read at once.
_SLICE = 0.02
_READ = 20


class Printing(QObject):
    """Paints pages on a device until there are none, or until `job` is cancelled. `done` says whether all are there."""

    done = Signal(bool)

    def __init__(
        self,
        setter: Setter,
        title: str,
        pages: Iterator[Page | None],
        device: QPagedPaintDevice,
        job: Job,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._setter, self._title, self._pages, self._device, self._job = setter, title, pages, device, job
        self._number = 0
        self._painter = QPainter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> bool:
        """False when the device cannot be painted on."""
        if not self._painter.begin(self._device):
            return False
        scale = self._device.logicalDpiX() / UNITS
        self._painter.scale(scale, scale)
        self._timer.start()
        return True

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE
        while time.monotonic() < until:
            try:
                self._job.check()
                page = next(self._pages)
            except (Cancelled, StopIteration) as reason:
                self._end(isinstance(reason, StopIteration))
                return
            if page is None:
                continue
            if self._number:
                self._device.newPage()
            self._number += 1
            self._setter.paint(self._painter, page, self._number, self._title)

    def _end(self, whole: bool) -> None:
        self._timer.stop()
        self._painter.end()
        self.done.emit(whole)


def read(lanes: Lanes, ids: Sequence[int], told: Callable[[int], None]) -> Iterator[Record]:
    """These papers whole, a few at a time; `told` gets how many have been given."""
    for begin in range(0, len(ids), _READ):
        for at, record in enumerate(papers.records(lanes.reader, list(ids[begin : begin + _READ])), begin + 1):
            told(at)
            yield record


def pdf(target: Path, title: str, size: QPageSize) -> tuple[QPdfWriter, QSaveFile] | None:
    """What writes a PDF, and the file that is there once it is committed; None when it cannot be written."""
    file = QSaveFile(str(target))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return None
    writer = QPdfWriter(file)
    writer.setResolution(UNITS)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    writer.setCreator("readerapp")
    return writer, file
