"""A note that begins with the template of a project, when the reader asks for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import note_templates
from readerapp.library.connect import Connection
from readerapp.library.note_templates import NoteTemplate
from readerapp.operations import templating
from readerapp.records import Changes
from readerapp.ui.parts.buttons import Button
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.theme import Theme

_TABLES = {"note_template", "paper_tag", "tag"}


class NoteStart(Button):
    """A button that puts a template into a note. It is seen while the note is empty and a tag of the paper has a
    template; `start` does the same at any time, below what is written. `told` carries a sentence."""

    told = Signal(str)

    def __init__(self, editor: NoteEditor, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._lanes = editor, lanes
        self._paper: int | None = None
        self._tags: list[str] = []
        self.setProperty("link", True)
        self.setFont(theme.font("small"))
        self.clicked.connect(self.start)
        editor.textChanged.connect(self._show_or_hide)
        self.hide()

    def show_paper(self, paper: int | None) -> None:
        """Looks up whether the paper has templates."""
        self._paper, self._tags = paper, []
        self._show_or_hide()
        self._look()

    def refresh(self, changes: Changes) -> None:
        """Looks again where a change may have given the paper a template."""
        if changes.everything or changes.tables & _TABLES:
            self._look()

    def _look(self) -> None:
        paper = self._paper
        if paper is None or self._lanes.read_only:
            return

        def question(connection: Connection) -> list[str]:
            return [one.tag for one in note_templates.of_paper(connection, paper)]

        self._lanes.ask("templates of the paper", question, self._take)

    def _take(self, tags: list[str]) -> None:
        self._tags = tags
        if len(tags) == 1:
            self.setText(self.tr("Start from the template of {}").format(one_line(tags[0]).replace("&", "&&")))
        else:
            self.setText(self.tr("Start from a template"))
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self._tags) and self._editor.document().isEmpty())

    def start(self) -> None:
        """Puts a template into the note; which, is asked where there are several."""
        paper = self._paper
        if paper is not None and not self._lanes.read_only:
            question = partial(templating.filled, paper=paper)
            self._lanes.ask("template", question, partial(self._choose, paper), at_once=True)

    def _choose(self, paper: int, found: list[NoteTemplate]) -> None:
        if paper != self._paper:
            return
        if not found:
            self.told.emit(self.tr("No tag of this paper has a note template. The menu of a tag gives it one."))
        elif len(found) == 1:
            self._put(paper, found[0])
        else:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for one in found:
                menu.addAction(one_line(one.tag).replace("&", "&&"), partial(self._put, paper, one))
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self._editor.mapToGlobal(QPoint(0, 0)))

    def _put(self, paper: int, template: NoteTemplate) -> None:
        if paper != self._paper:
            return
        self._editor.setFocus()
        if self._editor.document().isEmpty():
            self._editor.textCursor().insertText(template.text)
        else:
            self._editor.put_in(template.text)
