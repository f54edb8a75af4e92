"""What the links of a note lead to, and, under it, which other notes mention its paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readerapp import notes
from readerapp.jobs.lanes import Lanes
from readerapp.library.completion import Completion
from readerapp.library.connect import Connection
from readerapp.notes import Reference
from readerapp.operations import attaching, linking
from readerapp.operations.linking import Mention
from readerapp.records import AttachedFile, Changes
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.parts.picture_peek import as_png, load
from readerapp.ui.parts.plain_text import FittedText, Run
from readerapp.ui.theme import Theme

# In milliseconds: what a note links to is looked up this long after the last key.
_PAUSE = 300
# So many mentions are listed; the rest are counted.
_LISTED = 4
_PAPER = "paper:"
_NAMED = {"paper", "identifier", "note"}


class NoteLinks(QWidget):
    """Answers for a note editor what its links mean, and lists who mentions the paper; nothing is seen where nobody
    does. `paper_asked` and `link_asked` carry what the reader wants to see, `told` a sentence."""

    paper_asked = Signal(int)
    link_asked = Signal(str)
    told = Signal(str)

    def __init__(self, editor: NoteEditor, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._lanes, self._theme = editor, lanes, theme
        self._paper: int | None = None
        self._mentions: list[Mention] = []
        self._names: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look_up)
        self.mentions = FittedText(theme)
        self.mentions.setAccessibleName(self.tr("Mentioned in"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.mentions)
        editor.typed.connect(self._soon.start)
        editor.name_begun.connect(self._complete)
        editor.followed.connect(self._follow)
        editor.pointed_at.connect(self._point_at)
        editor.picture_given.connect(self._keep_picture)
        self.mentions.link_clicked.connect(lambda href: self.paper_asked.emit(int(href.removeprefix(_PAPER))))
        theme.changed.connect(self._draw)
        self.hide()

    def show_paper(self, paper: int | None) -> None:
        """Looks up what the note of a paper links to, and who mentions the paper."""
        if paper != self._paper:
            self._paper, self._mentions = paper, []
            self._draw()
        self._names = []
        self._look_up()
        self._look_for_mentions()

    def refresh(self, changes: Changes, *, own: bool) -> None:
        """Looks again where a change may have given a name another meaning; `own`: it is this very note that was
        saved."""
        if self._paper is None or own or not (changes.everything or changes.tables & _NAMED):
            return
        self._names = []
        self._soon.start()
        self._look_for_mentions()

    # What the links mean

    def _look_up(self) -> None:
        names = notes.papers(self._editor.text()) if self._paper is not None else []
        if names != self._names:
            self._names = names
            question = partial(linking.titles, names=names)
            self._lanes.ask("papers named in the note", question, self._editor.set_titles)

    def _complete(self, begun: str) -> None:
        def question(connection: Connection) -> list[Completion]:
            return linking.completions(connection, begun)

        self._lanes.ask("name in the note", question, partial(self._editor.offer, begun), at_once=True)

    def _follow(self, reference: Reference) -> None:
        target = reference.target
        if reference.kind == "link":
            self.link_asked.emit(f"https://doi.org/{target[4:]}" if target.lower().startswith("doi:") else target)
        elif reference.kind == "paper":
            self._lanes.ask("followed", lambda connection: linking.meant(connection, target), self._go, at_once=True)

    def _go(self, paper: int | None) -> None:
        if paper is None:
            self.told.emit(self.tr("No paper is called so."))
        else:
            self.paper_asked.emit(paper)

    # Pictures

    def _point_at(self, picture: Reference | None) -> None:
        named = notes.stored(picture.target) if picture is not None else None
        if picture is None or named is None:
            return
        path = attaching.picture_path(self._lanes.library.path, *named)

        def take(image: QImage) -> None:
            if not image.isNull():
                self._editor.show_picture(picture, image)

        self._lanes.work(lambda: load(path), take)

    def _keep_picture(self, given: QImage | Path) -> None:
        paper, library, name = self._paper, self._lanes.library.path, self.tr("Picture")
        if paper is None:
            return

        def keep() -> AttachedFile:
            if isinstance(given, QImage):
                return attaching.keep_picture(library, as_png(given), name)
            return attaching.keep_picture(library, given)

        def attach(file: AttachedFile) -> None:
            self._lanes.do(attaching.attach, paper, [file], then=lambda _: self._put_in(paper, file))

        self._lanes.work(keep, attach)

    def _put_in(self, paper: int, file: AttachedFile) -> None:
        if paper == self._paper:
            self._editor.textCursor().insertText(notes.picture(attaching.stored_name(self._lanes.library.path, file)))

    # Who mentions the paper

    def _look_for_mentions(self) -> None:
        paper = self._paper
        if paper is None:
            return

        def question(connection: Connection) -> tuple[int, list[Mention]]:
            return paper, linking.mentions(connection, paper)

        self._lanes.ask("mentions", question, self._show, patient=True)

    def _show(self, answer: tuple[int, list[Mention]]) -> None:
        paper, found = answer
        if paper == self._paper and found != self._mentions:
            self._mentions = found
            self._draw()

    def _draw(self) -> None:
        small = self._theme.font("small")
        runs = [Run(self.tr("Mentioned in"), "faint", font=self._theme.font("small", weight=QFont.Weight.DemiBold))]
        for mention in self._mentions[:_LISTED]:
            title = one_line(readable(mention.title))
            runs += [Run("\n"), Run(title, "accent_text", f"{_PAPER}{mention.paper}", font=small)]
        if more := len(self._mentions) - _LISTED:
            runs += [Run("\n"), Run(self.tr("and %Ln more", "", more), "faint", font=small)] if more > 0 else []
        self.mentions.show_runs(runs)
        self.mentions.draw()
        self.setVisible(bool(self._mentions))
