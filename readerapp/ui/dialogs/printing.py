"""The sheet that prints a paper or the list shown, or writes it as a PDF, with its pages to be seen before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSaveFile, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library import papers, saved
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import grouped, one_line, readable
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.printed import Page, Setter, Words
from readerapp.ui.printing import Printing, pdf, read
from readerapp.ui.theme import Theme

_WANTED = QSize(760, 720)
_PAPER, _LIST = range(2)


class PrintSheet(Sheet):
    """Prints the paper `current` (0 for none) or the papers `listed`, in their order, which are called `title`.

    `failed` carries why nothing was printed.
    """

    failed = Signal(str)

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        current: int,
        listed: Sequence[int],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Print"))
        self.setAccessibleName(self.tr("Print"))
        self._lanes, self._current, self._listed, self._title = lanes, current, listed, title
        imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self._size = QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)
        words = Words(
            takeaway=self.tr("Takeaway"),
            abstract=self.tr("Abstract"),
            highlights=self.tr("Highlights"),
            note=self.tr("Note"),
            page=self.tr("Page {}"),
            rating="{}",
        )
        meanings = {meaning.name: meaning.colour for meaning in saved.meanings(lanes.reader)}
        self._setter = Setter(theme, self._size, words, meanings)
        self._pages: list[Page] = []
        self._rest: Iterator[Page] = iter(())
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        title = Label(self.tr("Print"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.close_button())
        self.what = Choice(self._theme)
        self.what.setAccessibleName(self.tr("What is printed"))
        if self._current:
            self.what.addItem(self.tr("This paper"), _PAPER)
        if self._listed:
            self.what.addItem(self.tr("This list: %Ln papers", "", len(self._listed)), _LIST)
        self.abstracts = CheckBox(self.tr("With abstracts"), self._theme, self)
        for changed in (self.what.currentIndexChanged, self.abstracts.toggled):
            changed.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.what)
        row.addWidget(self.abstracts)
        row.addStretch(1)
        self.preview = _Preview(self._theme, self._setter)
        self.before = QPushButton(self.tr("Previous page"))
        self.after = QPushButton(self.tr("Next page"))
        self.place = Label()
        self.place.setProperty("role", "secondary")
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, step=step: self._turn(step))
        self.save = QPushButton(self.tr("Save as PDF…"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.clicked.connect(self._ask_for_file)
        self.print = QPushButton(self.tr("Print…"))
        self.print.setAutoDefault(False)
        self.print.clicked.connect(self._ask_for_printer)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.before, self.after, self.place):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.print)
        foot.addWidget(self.save)
        self.body.addLayout(head)
        self.body.addLayout(row)
        self.body.addWidget(self.preview, 1)
        self.body.addLayout(foot)
        self.save.setFocus()

    # What is shown

    @property
    def _one(self) -> bool:
        return bool(self.what.currentData() == _PAPER)

    def _show(self) -> None:
        self.abstracts.setVisible(not self._one)
        self._rest = (page for page in self._set_pages(Job("")) if page is not None)
        self._pages = []
        self._at = 0
        self._turn(0)

    def _turn(self, step: int) -> None:
        """Shows another page; those after it are set when they are asked for."""
        wanted = max(self._at + step, 0)
        while len(self._pages) <= wanted + 1 and (page := next(self._rest, None)) is not None:
            self._pages.append(page)
        self._at = min(wanted, max(len(self._pages) - 1, 0))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._pages))
        self.place.setText(self.tr("Page {}").format(grouped(self._at + 1)))
        self.preview.show_page(self._pages[self._at] if self._pages else None, self._at + 1, self._called())

    def _called(self) -> str:
        """What the pages are of."""
        if not self._one:
            return self._title
        record = papers.record(self._lanes.reader, self._current)
        return one_line(readable(record.title[:500])) if record else ""

    def _set_pages(self, job: Job) -> Iterator[Page | None]:
        if self._one:
            record = papers.record(self._lanes.reader, self._current)
            return iter(self._setter.paper(record) if record else [])
        total = len(self._listed)
        records = read(self._lanes, self._listed, lambda at: job.report(at, total))
        return self._setter.papers(self._title, records, abstracts=self.abstracts.isChecked())

    # Onto paper

    def _ask_for_file(self) -> None:
        name = re.sub(r"[^\w-]+", "-", self._called()[:60]).strip("-") or "papers"
        path, _ = FileDialog.getSaveFileName(self, self.tr("Save as PDF"), f"{name}.pdf", "PDF (*.pdf)")
        if path:
            self.write(Path(path) if Path(path).suffix else Path(path).with_suffix(".pdf"))

    def write(self, target: Path) -> None:
        """Writes the pages as a PDF, and closes the sheet."""
        opened = pdf(target, self._called(), self._size)
        if opened is None:
            self.failed.emit(self.tr("{} could not be written.").format(target))
            return
        writer, file = opened
        self._run(writer, file, self.tr("Saved to {}").format(target))

    def _ask_for_printer(self) -> None:
        # Late: nothing else needs the part of Qt that knows printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(QPageLayout(self._size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        printer.setDocName(self._called())
        if QPrintDialog(printer, self).exec():
            self._run(printer, None, self.tr("Sent to the printer"))

    def _run(self, device: QPagedPaintDevice, file: QSaveFile | None, words: str) -> None:
        """Paints all pages while the window goes on, and tells when they are there."""
        lanes = self._lanes
        job = Job(self.tr("Printing {}").format(one_line(self._called())[:60]), lanes)
        printing = Printing(self._setter, self._called(), self._set_pages(job), device, job, lanes)
        cancelled = self.tr("Cancelled; nothing was printed.")

        def done(whole: bool) -> None:
            if file is not None:
                if not whole:
                    file.cancelWriting()
                whole = file.commit() and whole
            job.end(words if whole else cancelled)
            printing.deleteLater()

        printing.done.connect(done)
        if not printing.begin():
            self.failed.emit(self.tr("The pages could not be written."))
            return
        lanes.job_began.emit(job)
        self.accept()


class _Preview(QWidget):
    """A page as it will be, in the room there is."""

    def __init__(self, theme: Theme, setter: Setter) -> None:
        super().__init__()
        self._theme, self._setter = theme, setter
        self._page: Page | None = None
        self._number, self._title = 1, ""
        self.setAccessibleName(self.tr("The page as it will be"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    def show_page(self, page: Page | None, number: int, title: str) -> None:
        self._page, self._number, self._title = page, number, title
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = self._setter.whole
        scale = min((self.width() - 2) / whole.width(), (self.height() - 2) / whole.height())
        width, height = whole.width() * scale, whole.height() * scale
        sheet = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.drawRect(sheet)
        if self._page is not None:
            painter.setClipRect(sheet)
            painter.translate(sheet.topLeft())
            painter.scale(scale, scale)
            self._setter.paint(painter, self._page, self._number, self._title)
