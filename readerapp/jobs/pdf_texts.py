"""Reads the text of PDFs that were attached, in the background, one after the other, and puts it where it is
searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library import attachments, files, pdfs
from readerapp.library.connect import Connection, Writer
from readerapp.pdf.extraction import Extracted, Extractor
from readerapp.records import AttachedFile, Changes

# So many pages are written at once: other writes have their turn in between.
_BATCH = 100


class PdfTexts(QObject):
    """Reads what `look` finds to read, and what is attached from then on. `settled` says that nothing is left to do."""

    settled = Signal()
    _found = Signal(object, object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._running = self._once_more = False
        # Of these the file is not where it should be; asked about once, not with every change.
        self._missing: set[str] = set()
        self._found.connect(self._write)
        lanes.library_changed.connect(self._look_at_changes)

    def look(self) -> None:
        """Begins to read what has not been read yet, unless that is going on."""
        if self._lanes.read_only:
            return
        if self._running:
            self._once_more = True
            return
        self._running, self._once_more = True, False
        self._lanes.ask("pdf texts", pdfs.pending, self._begin, patient=True)

    def _look_at_changes(self, changes: Changes) -> None:
        if changes.everything or "attachment" in changes.tables:
            self.look()

    def _begin(self, found: Sequence[AttachedFile]) -> None:
        files_left = [file for file in found if file.sha256 not in self._missing]
        if not files_left:
            self._running = False
            self.settled.emit()
            return

        def read(job: Job) -> set[str]:
            missing = set()
            with Extractor() as extractor:
                for number, file in enumerate(files_left):
                    job.report(number, len(files_left), file.name)
                    path = files.path_of(self._lanes.library.path, file.sha256, file.media_type)
                    if path.is_file():
                        self._found.emit(file, extractor.read(path, file.name, _Quiet(job)))
                    else:
                        missing.add(file.sha256)
            return missing

        def then(missing: set[str]) -> str:
            self._missing |= missing
            # Behind the last that is being written.
            self._lanes.piecewise(lambda _: False, self._end)
            return ""

        self._lanes.job(self.tr("Reading the text of PDFs"), read, then, stopped=self._stop, where="background")

    def _stop(self) -> None:
        """Cancelled, or failed: what is left waits for the next start or attachment."""
        self._running = self._once_more = False
        self.settled.emit()

    def _end(self) -> None:
        self._running = False
        if self._once_more:
            self.look()
        else:
            self.settled.emit()

    def _write(self, file: AttachedFile, found: Extracted) -> None:
        left = list(found.texts.items())
        begun = False

        def piece(writer: Writer) -> bool:
            nonlocal begun
            with writer.unrecorded():
                if not begun:
                    pdfs.begin(writer.connection, file.sha256)
                    begun = True
                pdfs.add_pages(writer.connection, file.sha256, dict(left[:_BATCH]))
                del left[:_BATCH]
                if not left:
                    pdfs.finish(writer.connection, file.sha256, found.pages, found.fault)
            return bool(left)

        def tell(papers: list[int]) -> None:
            changed = Changes(papers=frozenset(papers), tables=frozenset({"pdf_page"}))
            self._lanes.library_changed.emit(changed)

        def papers(connection: Connection) -> list[int]:
            return attachments.papers_of(connection, file.sha256)

        self._lanes.piecewise(piece, lambda: self._lanes.ask(f"papers of {file.sha256}", papers, tell))


class _Quiet:
    """A Progress for one file of many: the job tells of files, and is asked whether to go on."""

    def __init__(self, job: Job) -> None:
        self.check = job.check

    def report(self, done: int, total: int | None, what: str = "") -> None:
        pass
