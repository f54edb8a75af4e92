"""What is to be in a page of papers for others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme


class SharePage(Sheet):
    """Asks what a page of papers is to show besides what they are; `chosen` carries whether abstracts, and whether
    what the reader made of them."""

    chosen = Signal(bool, bool)

    def __init__(self, title: str, count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QSize(440, 264) * (theme.high(24) / 24), theme, parent)
        self.setWindowTitle(self.tr("Share as a page"))
        self.setAccessibleName(self.tr("Share as a page"))
        heading = Label(self.tr("Share as a page"))
        heading.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.close_button())
        papers = self.tr("%Ln papers", "", count)
        words = self.tr("{title}: {papers}, in the order of the list, in one file that every browser shows and prints.")
        about = Label(words.format(title=one_line(title), papers=papers), wordWrap=True)
        about.setProperty("role", "secondary")
        self.abstracts = CheckBox(self.tr("With abstracts"), theme, self)
        self.abstracts.setChecked(True)
        self.own = CheckBox(self.tr("With my tags, takeaways, notes and highlights"), theme, self)
        save = QPushButton(self.tr("Save…"))
        save.setProperty("primary", True)
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        self.body.addLayout(head)
        self.body.addWidget(about)
        self.body.addWidget(self.abstracts, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.abstracts.setFocus()

    def _save(self) -> None:
        self.accept()
        self.chosen.emit(self.abstracts.isChecked(), self.own.isChecked())
