"""The folder of Markdown files that is kept: which one, brought in step from the start of the window on, asked for in
a sheet, and what came of it told in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.ui.parts.display import one_line
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

if TYPE_CHECKING:
    from readerapp.jobs.folder_keeper import FolderKeeper, Round
    from readerapp.ui.dialogs.markdown_folder import Kept, MarkdownFolderSheet

# Which folder is kept belongs to this machine, and to one library.
_KEY = "folders"


class MarkdownFolder(QObject):
    """`said` and `complained` carry a sentence for the status bar. `flush` saves what is being typed."""

    said = Signal(str)
    complained = Signal(str)

    def __init__(
        self, lanes: Lanes, theme: Theme, settings: QSettings, flush: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._lanes, self._theme, self._settings, self._flush, self._window = lanes, theme, settings, flush, window
        self._keeper: FolderKeeper | None = None
        self._sheet: MarkdownFolderSheet | None = None
        self._came: Round | None = None

    def start(self) -> None:
        """Begins to keep the folder in step, if that is to be done as the reader goes."""
        if not self._settings.contains(_KEY) or self._lanes.read_only:
            return
        kept = self._kept()
        if kept.root and kept.live:
            self._keep(kept).set_live(True)

    def open(self) -> None:
        """Shows the sheet."""
        from readerapp.ui.dialogs.markdown_folder import MarkdownFolderSheet

        self._flush()
        sheet = self._sheet = MarkdownFolderSheet(self._lanes, self._theme, self._kept(), self._came, self._window)
        sheet.sync_asked.connect(lambda kept: self._ask(kept, read_only=False))
        sheet.reading_asked.connect(lambda kept: self._ask(kept, read_only=True))
        sheet.forget_asked.connect(self._forget)
        sheet.versions_asked.connect(self._show_versions)
        sheet.finished.connect(self._closed)
        sheet.open()

    def _closed(self) -> None:
        self._sheet = None

    def _kept(self) -> Kept:
        from readerapp.ui.dialogs.markdown_folder import Kept

        found = self._folders().get(str(self._lanes.library.path))
        if isinstance(found, list) and len(found) == 3:
            return Kept(str(found[0]), str(found[1]), str(found[2]) == "live")
        return Kept()

    def _folders(self) -> dict[str, object]:
        found = self._settings.value(_KEY)
        return dict(found) if isinstance(found, dict) else {}

    def _remember(self, kept: Kept | None) -> None:
        folders = self._folders()
        folders.pop(str(self._lanes.library.path), None)
        if kept is not None:
            folders[str(self._lanes.library.path)] = [kept.root, kept.query, "live" if kept.live else ""]
        self._settings.setValue(_KEY, folders)

    def _keep(self, kept: Kept) -> FolderKeeper:
        """What keeps this folder; that of another one stops."""
        from readerapp.jobs.folder_keeper import FolderKeeper

        keeper = self._keeper
        if keeper is None or keeper.root != Path(kept.root):
            self._stop()
            keeper = self._keeper = FolderKeeper(self._lanes, Path(kept.root), kept.query, self)
            keeper.begun.connect(self._begun)
            keeper.done.connect(self._done)
        keeper.query = kept.query
        return keeper

    def _stop(self) -> None:
        if self._keeper is not None:
            self._keeper.set_live(False)
            self._keeper.done.disconnect(self._done)
            self._keeper.deleteLater()
            self._keeper = None

    def _ask(self, kept: Kept, *, read_only: bool) -> None:
        self._remember(kept)
        keeper = self._keep(kept)
        if read_only:
            keeper.read_back()
        else:
            keeper.sync()
        keeper.set_live(kept.live)

    def _forget(self) -> None:
        self._remember(None)
        self._stop()
        self._came = None

    def _begun(self) -> None:
        if self._sheet is not None:
            self._sheet.begin()

    def _done(self, came: Round) -> None:
        self._came = came
        if self._sheet is not None:
            self._sheet.show_round(came)
        back = came.back
        if came.problem:
            self.complained.emit(came.problem)
        elif back is not None and back.conflicts:
            count = len(back.conflicts)
            many = self.tr(
                "%Ln notes were changed here and in their files, which are kept as earlier versions.", "", count
            )
            one = self.tr("The note on “{}” was changed here and in its file, which is kept as an earlier version.")
            self.complained.emit(many if count > 1 else one.format(one_line(back.conflicts[0].title)))
        elif back is not None and back.skipped:
            first = back.skipped[0]
            self.complained.emit(f"{one_line(first.where)}: {said(first.why)}")
        elif came.out is not None and came.out.written:
            self.said.emit(f"{said(came.out.sentence())}.")

    def _show_versions(self, paper: int) -> None:
        from readerapp.ui.dialogs.note_versions import NoteVersionsSheet

        if self._sheet is not None:
            self._sheet.accept()
        sheet = NoteVersionsSheet(self._lanes, self._theme, paper, self._window)
        sheet.open()
