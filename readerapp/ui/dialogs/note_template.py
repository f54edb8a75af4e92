"""The template of a tag: what notes of its papers may begin with."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import note_templates
from readerapp.operations import templating
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

_WANTED = QSize(640, 520)


class NoteTemplateSheet(Sheet):
    """Asks for the template of a tag. Whatever way it is left, what was written is saved, as one step; empty, the tag
    has none."""

    def __init__(self, lanes: Lanes, theme: Theme, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        name = self.tr("Note template of {}").format(one_line(tag))
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._lanes, self._tag = lanes, tag
        self._before = note_templates.of_tag(lanes.reader, tag)
        title = Label(name, wordWrap=True)
        title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button())
        about = Label(
            self.tr(
                "A note of a paper with this tag begins with it when you ask for that. What stands in braces is filled"
                " in: {}."
            ).format(", ".join(f"{{{field}}}" for field in templating.FIELDS)),
            wordWrap=True,
        )
        about.setProperty("role", "secondary")
        self.editor = NoteEditor(theme)
        self.editor.setObjectName("entry")
        self.editor.setAccessibleName(self.tr("Template"))
        self.editor.setPlaceholderText(self.tr("## Question\n\n## Method\n\n- [ ] look at the code"))
        self.editor.show_text(self._before)
        self.editor.setReadOnly(lanes.read_only)
        self.editor.left.connect(self.reject)
        sentence = Label(
            said(lanes.library.notice) if lanes.read_only else self.tr("Saved when this closes."),
            wordWrap=True,
        )
        sentence.setProperty("role", "secondary")
        self.button = QPushButton(self.tr("Done"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(sentence, 1)
        foot.addWidget(self.button)
        self.body.addLayout(head)
        self.body.addWidget(about)
        self.body.addWidget(self.editor, 1)
        self.body.addLayout(foot)
        self.editor.setFocus()

    def done(self, result: int) -> None:
        """Closes the sheet, and saves what was changed."""
        text = self.editor.text()
        if text != self._before and not self._lanes.read_only:
            self._before = text
            self._lanes.do(templating.set_template, self._tag, text)
        super().done(result)
