"""Files of papers in the window: attached, read in the place of the abstract, taken elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QMessageBox, QWidget

from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import address
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library import attachments, files, papers, pdfs, saved
from readerapp.library.anchoring import places
from readerapp.library.connect import Writer
from readerapp.library.language import Words
from readerapp.library.passages import Passage
from readerapp.operations import attaching
from readerapp.records import AttachedFile, Changes, HighlightRecord, Identifier, Record
from readerapp.ui.browser import open_file
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.parts.display import one_line, web_host
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.theme import Theme
from readerapp.ui.tokens import MARKS

if TYPE_CHECKING:
    from readerapp.ui.panels.pdf import PdfPane

_TARGET = "attachment:"
_DARK = "pdf/dark"
# A place is kept so long after the reader has come to rest, in milliseconds.
_REST = 1_000
# So many papers at once are no request for papers any more.
_MOST_FETCHED = 50


def target_of(file: AttachedFile) -> str:
    """What a highlight in a file says of where it is."""
    return f"{_TARGET}{file.sha256}"


class PdfReading(QObject):
    """Joins a paper's files with the pane that shows the paper. The pane for PDFs is made when the first is opened.

    `passage_selected`, `selection_changed`, `highlight_clicked` and `menu_opening` are those of the pages;
    `changed` says that a PDF is shown, or no longer. `say` puts a sentence into the status bar, `complain` one that is
    a trouble, `open_url` opens an address in the browser.
    """

    passage_selected = Signal()
    selection_changed = Signal()
    highlight_clicked = Signal(int)
    menu_opening = Signal(QMenu, int)
    changed = Signal()

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        settings: QSettings,
        pane: ReadingPane,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        open_url: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._theme, self._settings, self._pane = lanes, theme, settings, pane
        self._say, self._complain, self._open_url = say, complain, open_url
        self._window = parent
        self.pane: PdfPane | None = None
        self._paper = 0
        self._kept: tuple[str, pdfs.Place] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.flush)
        pane.instead_left.connect(self._close)
        pane.files_asked.connect(self._open_files)
        lanes.library_changed.connect(self._take_over)

    # What is shown

    @property
    def shown(self) -> bool:
        """Whether a PDF is shown in the place of the abstract."""
        return self.pane is not None and self._paper != 0

    @property
    def file(self) -> AttachedFile | None:
        """The file that is shown."""
        return self.pane.file if self.pane is not None and self.shown else None

    def open(
        self, paper: int, sha256: str = "", *, highlight: int = 0, passage: Passage | None = None, words: str = ""
    ) -> bool:
        """Shows a PDF of the paper that the pane shows: this one, or the first. At a highlight, or a passage with the
        words that were looked for, or else where the reader was. False when the paper has no such PDF."""
        if paper != self._pane.paper:
            return False
        found = self._pdfs(paper)
        file = next((one for one in found if not sha256 or one.sha256 == sha256), None)
        if file is None:
            return False
        pane = self._made()
        if not self.shown or self.file is None or self.file.sha256 != file.sha256:
            self.flush()
            path = files.path_of(self._lanes.library.path, file.sha256, file.media_type)
            fault = pdfs.fault(self._lanes.reader, file.sha256)
            if not path.is_file():
                fault = f"The file {file.name} is not in the library's folder."
            self._paper = paper
            pane.show_file(path, file, found, pdfs.place(self._lanes.reader, file.sha256), fault)
            self._show_highlights()
        self._pane.show_instead(pane)
        if highlight:
            pane.view.go_to_highlight(highlight)
        elif passage is not None:
            pane.view.go_to(pdfs.Place(passage.number))
            pane.look_for(words)
        pane.view.setFocus()
        self.changed.emit()
        return True

    def toggle(self, paper: int) -> bool:
        """P: opens the paper's PDF, or shows the abstract again. False when there is none here."""
        if self.shown:
            self.leave()
            return True
        return self.open(paper)

    def do(self, what: str) -> None:
        """What keys ask for: "larger", "smaller", "width", "find", "contents", "dark", or "copy" for a copy with the
        highlights."""
        if what == "copy":
            self.write_marked()
        elif self.pane is not None and self.shown and not self.pane.failed:
            pane = self.pane
            wanted: dict[str, Callable[[], object]] = {
                "larger": partial(pane.view.zoom_by, 1),
                "smaller": partial(pane.view.zoom_by, -1),
                "width": partial(pane.view.set_zoom, 0),
                "find": pane.open_find,
                "contents": pane.contents_button.toggle,
                "dark": pane.dark.toggle,
            }
            wanted[what]()

    def leave(self) -> None:
        """Shows the abstract again."""
        if self.shown:
            self._pane.show_instead(None)
            self._close()
            self._pane.abstract.setFocus()

    def step_back(self) -> bool:
        """Esc: closes the line to find something in. False when that was not open."""
        return self.pane is not None and self.shown and self.pane.leave_find()

    def walk(self, step: int) -> bool:
        """Goes to the next or the previous match in the PDF. False when there is none."""
        return self.pane is not None and self.shown and self.pane.walk(step)

    def page(self, direction: int) -> bool:
        """Pages on (1) or back (-1). False when no PDF is shown, or its end was in sight."""
        if self.pane is None or not self.shown:
            return False
        return self.pane.view.page_down() if direction > 0 else self.pane.view.page_up()

    def flush(self) -> None:
        """Keeps where the reader is."""
        self._rest.stop()
        file = self.file
        if file is None or self.pane is None or self.pane.failed or not self.pane.view.count or self._lanes.read_only:
            return
        sha256, place = file.sha256, self.pane.view.place
        if self._kept == (sha256, place):
            return
        self._kept = (sha256, place)

        def piece(writer: Writer) -> bool:
            with writer.unrecorded():
                pdfs.set_place(writer.connection, sha256, place)
            return False

        self._lanes.piecewise(piece)

    def close(self) -> None:
        """Lets the file go, with the window."""
        self.flush()
        if self.pane is not None:
            self.pane.close_file()

    def _close(self) -> None:
        if self.shown and self.pane is not None:
            self.flush()
            self._paper = 0
            self.pane.close_file()
            self.changed.emit()

    def _made(self) -> PdfPane:
        if self.pane is None:
            from readerapp.ui.panels.pdf import PdfPane

            pane = self.pane = PdfPane(self._theme)
            pane.dark.setChecked(self._settings.value(_DARK, False, type=bool) is True)
            pane.dark_chosen.connect(lambda dark: self._settings.setValue(_DARK, dark))
            pane.left.connect(self.leave)
            pane.file_chosen.connect(self._choose_file)
            pane.menu_asked.connect(self._fill_menu)
            pane.outside_asked.connect(self._open_shown_outside)
            view = pane.view
            view.passage_selected.connect(self.passage_selected)
            view.selection_changed.connect(self.selection_changed)
            view.moved.connect(self.selection_changed)
            view.moved.connect(self._rest.start)
            view.highlight_clicked.connect(self.highlight_clicked)
            view.menu_opening.connect(self.menu_opening)
            view.link_asked.connect(self._follow)
        return self.pane

    def _pdfs(self, paper: int) -> list[AttachedFile]:
        return [one for one in attachments.of(self._lanes.reader, paper) if one.media_type == attachments.PDF]

    def _choose_file(self, attachment: int) -> None:
        file = next((one for one in self._pdfs(self._paper) if one.id == attachment), None)
        if file is not None:
            self.open(self._paper, file.sha256)

    def _show_highlights(self) -> None:
        file = self.file
        record = papers.record(self._lanes.reader, self._paper) if file is not None else None
        if file is None or record is None or self.pane is None:
            return
        marks = [mark for mark in record.highlights if mark.target == target_of(file)]
        colours = {meaning.name: meaning.colour for meaning in saved.meanings(self._lanes.reader)}
        self.pane.view.show_highlights(marks, colours)

    def _take_over(self, changes: Changes) -> None:
        if not self.shown:
            return
        if changes.everything or self._paper in changes.papers or "meaning" in changes.tables:
            file = self.file
            if file is not None and not any(one.sha256 == file.sha256 for one in self._pdfs(self._paper)):
                self.leave()
            else:
                self._show_highlights()

    def _follow(self, url: str) -> None:
        """Opens an address of the PDF's in the browser, when the reader says so. Others are not followed."""
        if url.lower().startswith("mailto:"):
            shown = url[7:].partition("?")[0]
        elif url.lower().startswith("doi:"):
            url = address(Identifier("doi", url[4:].strip())) or ""
            shown = web_host(url)
        else:
            url = http_url(url) or ""
            shown = web_host(url)
        if not url or not shown:
            self._complain(self.tr("This link is no web address and was not opened."))
            return
        asked = QMessageBox(self._window)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWindowTitle(self.tr("Open a link"))
        # One text: what is called the informative one may still be taken for markup.
        words = self.tr("The PDF links to {}.").format(one_line(shown)[:200])
        asked.setText(f"{words}\n\n{one_line(url)[:400]}")
        button = asked.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.setDefaultButton(button)

        def done() -> None:
            if asked.clickedButton() is button:
                self._open_url(url)

        asked.finished.connect(done)
        asked.finished.connect(asked.deleteLater)
        asked.finished.connect(self._window.activateWindow)
        asked.open()

    # Highlights in it

    @property
    def chosen(self) -> int:
        """The id of the highlight chosen on the pages; 0 for none."""
        return self.pane.view.chosen if self.pane is not None and self.shown else 0

    def choose(self, highlight: int) -> None:
        """Shows a highlight as the chosen one."""
        if self.pane is not None:
            self.pane.view.choose(highlight)

    def anchored(self) -> HighlightRecord | None:
        """What is selected, or the match the reader has come to, as a highlight without meaning; None for nothing."""
        if self.pane is None or self.file is None:
            return None
        view = self.pane.view
        if view.selection is None and view.match is not None:
            view.select(*view.match)
        mark = view.anchored()
        return replace(mark, target=target_of(self.file)) if mark is not None else None

    def clear_selection(self) -> None:
        """Leaves nothing selected on the pages."""
        if self.pane is not None:
            self.pane.view.clear_selection()

    def selection_rect(self, within: QWidget) -> QRect:
        """Around what is selected, in the pixels of another widget."""
        if self.pane is None:
            return QRect()
        rect, viewport = self.pane.view.selection_rect(), self.pane.view.viewport()
        rect = rect.intersected(viewport.rect()) if rect.intersects(viewport.rect()) else rect
        return QRect(within.mapFromGlobal(viewport.mapToGlobal(rect.topLeft())), rect.size())

    def selection_point(self) -> QPoint:
        """On the screen, below what is selected."""
        assert self.pane is not None
        viewport = self.pane.view.viewport()
        rect = self.pane.view.selection_rect()
        return viewport.mapToGlobal(rect.bottomLeft() if not rect.isEmpty() else viewport.rect().center())

    # Attaching

    def fetch(self, ids: Sequence[int]) -> None:
        """Gets the PDFs of these papers from the web, each as a job of its own, and attaches them."""
        if self._lanes.read_only:
            self._complain(self._lanes.library.notice)
            return
        from readerapp.operations.fetching import pdf_address

        asked = 0
        for record in papers.records(self._lanes.reader, list(ids)[:_MOST_FETCHED]):
            has = any(file.media_type == attachments.PDF for file in record.attachments)
            if pdf_address(record) and not has:
                self._fetch(record)
                asked += 1
        if not asked:
            self._say(self.tr("Nothing to fetch: there is no link to a PDF, or it is here already."))

    def _fetch(self, record: Record) -> None:
        library = self._lanes.library.path
        paper, title = record.id or 0, one_line(record.title)[:60]

        def get(job: Job) -> AttachedFile:
            from readerapp.operations.fetching import fetch_pdf

            return fetch_pdf(library, record, job)

        def got(kept: AttachedFile) -> str:
            self._lanes.do(attaching.attach, paper, [kept])
            return ""

        self._lanes.job(self.tr("Fetching the PDF of {}").format(title), get, got, where="network")

    def attach_chosen(self, paper: int) -> None:
        """Asks for files, and attaches them."""
        title = self.tr("Attach files to this paper")
        chosen, _ = FileDialog.getOpenFileNames(
            self._window, title, "", self.tr("PDF files (*.pdf)") + ";;" + self.tr("All files (*)")
        )
        if chosen:
            self.attach(paper, [Path(path) for path in chosen])

    def attach(self, paper: int, paths: Sequence[Path]) -> None:
        """Copies files into the library's folder and attaches them to a paper."""
        if self._lanes.read_only:
            self._complain(self._lanes.library.notice)
            return
        library = self._lanes.library.path

        def copy(job: Job) -> list[AttachedFile]:
            return [attaching.keep(library, path, job) for path in paths]

        def attached(kept: list[AttachedFile]) -> str:
            self._lanes.do(attaching.attach, paper, kept)
            return ""

        self._lanes.job(self.tr("Attaching %Ln files", "", len(paths)), copy, attached)

    @staticmethod
    def files_in(data: QMimeData) -> list[Path]:
        """The local files that are dropped or pasted."""
        paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        return [path for path in paths if path.is_file()]

    def take(self, data: QMimeData, where: QWidget | None) -> bool:
        """Attaches what was dropped on the paper, or pasted while it has the focus. False when that is no file, or it
        was elsewhere."""
        inside = where is not None and (where is self._pane or self._pane.isAncestorOf(where))
        found = self.files_in(data) if inside and self._pane.paper else []
        if found:
            self.attach(self._pane.paper, found)
        return bool(found)

    def take_pasted(self) -> bool:
        """The same with what the clipboard holds."""
        return self.take(QApplication.clipboard().mimeData(), QApplication.focusWidget())

    def detach(self, file: AttachedFile) -> None:
        """Takes a file from its paper."""
        if self._lanes.read_only:
            self._complain(self._lanes.library.notice)
        elif file.id:
            self._lanes.do(attaching.detach, file.id)

    def _rename(self, file: AttachedFile) -> None:
        name, good = QInputDialog.getText(self._window, self.tr("Rename the file"), self.tr("Name"), text=file.name)
        if good and file.id:
            self._lanes.do(attaching.rename, file.id, name)

    # Menus

    def _open_files(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_files(menu, self._pane.paper)
        menu.popup(place)

    def fill_files(self, menu: QMenu, paper: int) -> None:
        """Puts a paper's files, and what can be done with each, into a menu."""
        for file in attachments.of(self._lanes.reader, paper):
            shown = one_line(file.name)
            text = menu.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 320).replace("&", "&&")
            part = menu.addMenu(text)
            if file.media_type == attachments.PDF:
                part.addAction(self.tr("Read it here"), partial(self.open, paper, file.sha256))
            self._fill_file(part, file)
        if not self._lanes.read_only:
            menu.addSeparator()
            menu.addAction(self.tr("Attach a file…"), partial(self.attach_chosen, paper))

    def _fill_file(self, menu: QMenu, file: AttachedFile) -> None:
        menu.addAction(self.tr("Open in another program"), partial(self._open_outside, file))
        if file.media_type == attachments.PDF:
            menu.addAction(self.tr("Write a copy with my highlights…"), partial(self.write_marked, file))
        if not self._lanes.read_only:
            menu.addSeparator()
            menu.addAction(self.tr("Rename…"), partial(self._rename, file))
            menu.addAction(self.tr("Detach"), partial(self.detach, file))

    def _fill_menu(self, menu: QMenu) -> None:
        pane, file = self.pane, self.file
        if pane is None or file is None:
            return
        if not pane.failed:
            menu.addAction(self.tr("Larger"), partial(pane.view.zoom_by, 1))
            menu.addAction(self.tr("Smaller"), partial(pane.view.zoom_by, -1))
            menu.addAction(self.tr("Fit the width"), partial(pane.view.set_zoom, 0))
            dark = menu.addAction(self.tr("Dark pages"), lambda: pane.dark.toggle())
            dark.setCheckable(True)
            dark.setChecked(pane.dark.isChecked())
            menu.addSeparator()
        self._fill_file(menu, file)
        if not self._lanes.read_only:
            menu.addAction(self.tr("Attach another file…"), partial(self.attach_chosen, self._paper))

    def _open_shown_outside(self) -> None:
        if self.file is not None:
            self._open_outside(self.file)

    def _open_outside(self, file: AttachedFile) -> None:
        path = files.path_of(self._lanes.library.path, file.sha256, file.media_type)
        if not path.is_file():
            self._complain(self.tr("The file {} is not in the library's folder.").format(one_line(file.name)))
        elif open_file(path):
            self._say(self.tr("Opened {} in another program").format(one_line(file.name)))

    # Out of the library

    def write_marked(self, file: AttachedFile | None = None) -> None:
        """Asks where, and writes a copy of a PDF with the reader's highlights as annotations that others show."""
        paper = self._pane.paper
        file = file or self.file or next(iter(self._pdfs(paper)), None)
        record = papers.record(self._lanes.reader, paper) if paper else None
        if file is None or record is None:
            self._say(self.tr("This paper has no PDF here. Attach one first."))
            return
        colours = {meaning.name: meaning.colour for meaning in saved.meanings(self._lanes.reader)}
        chosen = [
            (mark, _share(colours.get(mark.meaning, "")))
            for mark in record.highlights
            if mark.target == target_of(file)
        ]
        if not chosen:
            self._say(self.tr("There are no highlights in this PDF yet."))
            return
        stem = file.name.removesuffix(".pdf").removesuffix(".PDF")
        usual = "{} ({}).pdf".format(stem, self.tr("highlighted"))
        path, _ = FileDialog.getSaveFileName(
            self._window, self.tr("Write a copy with my highlights"), usual, self.tr("PDF files (*.pdf)")
        )
        if path:
            self.write_marked_to(file, Path(path), chosen)

    def write_marked_to(self, file: AttachedFile, target: Path, chosen: Sequence[Any]) -> None:
        """Writes it, in the background."""
        source = files.path_of(self._lanes.library.path, file.sha256, file.media_type)

        def write(job: Job) -> tuple[int, int]:
            from readerapp.pdf.extraction import Extractor

            with Extractor() as extractor:
                return extractor.write_marked(source, file.name, target, chosen, places, job)

        def written(counts: tuple[int, int]) -> str:
            done, lost = counts
            words = self.tr("%Ln highlights written to {}", "", done).format(target.name)
            not_found = self.tr("%Ln not found", "", lost)
            return f"{words}, {not_found}" if lost else words

        self._lanes.job(self.tr("Writing {}").format(one_line(target.name)), write, written)

    def looked_for(self, words: Sequence[Words]) -> str:
        """The words of a search as they are looked for in a PDF."""
        return max((word.text for word in words if word.field in ("", "pdf")), key=len, default="")


def _share(colour: str) -> tuple[float, float, float]:
    """The ground of a highlight on white paper, as shares of red, green and blue."""
    value = MARKS.get(colour, MARKS["yellow"])[0].lstrip("#")
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
