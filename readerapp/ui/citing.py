"""Papers cited from the window: copied, in a sheet, as a bibliography, and as a page to share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from readerapp import config as settings_of
from readerapp.config import Config
from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.records import Progress
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.theme import Theme

if TYPE_CHECKING:  # imported when something is cited: no window waits for that
    from readerapp.formats.citation_styles import Cited, Formatted
    from readerapp.operations.citing import Manner

# So many papers are cited without a bar to show how far it is: it takes a moment.
_AT_ONCE = 12
# More would be no bibliography, and take minutes.
MOST = 5_000


class Citing(QObject):
    """`said` and `failed` carry a sentence for the status bar. Works off the window's thread."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lanes: Lanes, theme: Theme, config: Config, window: QWidget) -> None:
        super().__init__(window)
        self._lanes, self._theme, self._config, self._window = lanes, theme, config, window

    @property
    def manner(self) -> Manner:
        """How papers are cited, as the settings have it."""
        from readerapp.operations.citing import Manner

        language = self._config.get(settings_of.CITATION_LANGUAGE)
        folder = self._config.file.parent / "styles"
        style = self._config.get(settings_of.CITATION_STYLE)
        return Manner(style, folder, "" if language == "style" else language)

    def copy(self, papers: Sequence[int]) -> None:
        """Copies these papers as references, as plain and as rich text."""

        def take(cited: Cited) -> None:
            put_on_clipboard(cited.plain, cited.html)
            self.said.emit(self._sentence(self.tr("Copied %Ln references", "", len(cited.entries)), cited))

        self._cite(papers, take)

    def save_bibliography(self, papers: Sequence[int], title: str) -> None:
        """Asks for a file, and writes these papers to it as references."""
        from readerapp.operations import citing

        forms = {self.tr("HTML page"): ".html", self.tr("Plain text"): ".txt"}
        target = self._asked_target(self.tr("Save the bibliography"), "bibliography.html", forms)
        if target is None:
            return

        def take(cited: Cited) -> None:
            def saved(_: object) -> None:
                self.said.emit(self._sentence(self.tr("Saved to {}").format(target), cited))

            self._lanes.work(lambda: citing.write_bibliography(cited, title, target), saved)

        self._cite(papers, take)

    def show_sheet(self, papers: Sequence[int]) -> None:
        """Shows these papers cited, in a sheet in which the style is chosen."""
        from readerapp.ui.dialogs.cite import CiteSheet

        sheet = CiteSheet(self._lanes, self._theme, self._config, list(papers[:MOST]), self, self._window)
        sheet.open()

    def share_page(self, papers: Sequence[int], title: str) -> None:
        """Asks what is to be in a page of these papers, and writes it."""
        from readerapp.operations import citing
        from readerapp.ui.dialogs.share_page import SharePage

        def write(abstracts: bool, own: bool) -> None:
            forms = {self.tr("HTML page"): ".html"}
            target = self._asked_target(self.tr("Save the page"), "papers.html", forms)
            if target is None:
                return
            library = self._lanes.library

            def work() -> None:
                connection = library.reader()
                try:
                    citing.write_page(connection, papers, title, target, abstracts=abstracts, own=own)
                finally:
                    connection.close()

            self._lanes.work(work, lambda _: self.said.emit(self.tr("Saved to {}").format(target)))

        sheet = SharePage(title, len(papers), self._theme, self._window)
        sheet.chosen.connect(write)
        sheet.open()

    def cite(self, papers: Sequence[int], manner: Manner, then: Callable[[Cited | Refused], None]) -> None:
        """Cites papers in a manner; `then` gets them, or why it cannot be done."""
        from readerapp.operations import citing

        library = self._lanes.library

        def work() -> Cited | Refused:
            connection = library.reader()
            try:
                return citing.cite(connection, papers, manner)
            except Refused as refusal:
                return refusal
            finally:
                connection.close()

        self._lanes.work(work, then)

    def _cite(self, papers: Sequence[int], then: Callable[[Cited], None]) -> None:
        if len(papers) > MOST:
            words = self.tr("These are more than {} papers. Select fewer, or export them as BibTeX.")
            self.failed.emit(words.format(self._window.locale().toString(MOST)))
            return
        from readerapp.operations import citing

        library, manner = self._lanes.library, self.manner

        def work(progress: Progress | None) -> Cited:
            connection = library.reader()
            try:
                return citing.cite(connection, papers, manner, progress)
            finally:
                connection.close()

        def done(cited: Cited) -> str:
            then(cited)
            return ""

        if len(papers) <= _AT_ONCE:
            self._lanes.work(lambda: work(None), then)
        else:

            def in_sight(job: Job) -> Cited:
                return work(job)

            self._lanes.job(self.tr("Citing %Ln papers", "", len(papers)), in_sight, done)

    def _sentence(self, words: str, cited: Cited) -> str:
        if not cited.unformatted:
            return words
        left = self.tr("%Ln could not be set in this style.", "", cited.unformatted)
        return f"{words}. {left}"

    def _asked_target(self, title: str, name: str, forms: dict[str, str]) -> Path | None:
        filters = {f"{words} (*{ending})": ending for words, ending in forms.items()}
        path, chosen = FileDialog.getSaveFileName(self._window, title, name, ";;".join(filters))
        if not path:
            return None
        target = Path(path)
        return target if target.suffix else target.with_suffix(filters.get(chosen, ".html"))


def put_on_clipboard(plain: str, html: str) -> None:
    """Copies a text as plain and as rich text."""
    data = QMimeData()
    data.setText(plain)
    data.setData("text/html", html.encode())
    QApplication.clipboard().setMimeData(data)


def copy_formatted(text: Formatted) -> None:
    """Copies a formatted text."""
    put_on_clipboard(text.plain, text.html)
