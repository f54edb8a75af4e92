"""Deleting for good: a sheet that shows what would be lost, and does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import trash
from readerapp.library.connect import Connection
from readerapp.library.trash import Loss
from readerapp.operations import filing
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_WANTED = QSize(560, 480)
# So many titles are listed: more nobody reads.
_SHOWN = 100
_LONGEST = 300


class DeleteSheet(Sheet):
    """Shows how many papers of the trash would go, what they have, and the first titles; Enter deletes them.

    `papers` are the selected ones; without them it is the whole trash, as it is when the sheet opens.
    """

    def __init__(self, lanes: Lanes, theme: Theme, papers: Sequence[int] | None, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self._lanes = lanes
        self._papers: list[int] = []
        title = self.tr("Empty the trash") if papers is None else self.tr("Delete for good")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        heading = Label(title)
        heading.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self.number = Label(self.tr("Looking…"))
        self.number.setFont(theme.font("body", weight=QFont.Weight.DemiBold))
        self.what = Label(wordWrap=True)
        self.what.setProperty("role", "secondary")
        self.titles = QListView(uniformItemSizes=True)
        self.titles.setObjectName("reasons")
        self.titles.setAccessibleName(self.tr("Papers that would be deleted"))
        self.titles.setModel(QStringListModel(self.titles))
        self.titles.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.titles.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.titles.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.titles.setSpacing(2)
        self.undone = Label(
            self.tr("Undo brings all of it back, after a restart too, as long as the step is in the history."),
            wordWrap=True,
        )
        self.undone.setProperty("role", "secondary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.button = QPushButton()
        self.button.setProperty("danger", True)
        self.button.setDefault(True)
        self.button.setEnabled(False)
        self.button.clicked.connect(self.delete)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.button)
        for part in (heading, self.number, self.what):
            self.body.addWidget(part)
        self.body.addWidget(self.titles, 1)
        self.body.addWidget(self.undone)
        self.body.addLayout(foot)
        self._name_button()
        self.cancel.setFocus()
        lanes.failed.connect(self._failed)

        def question(connection: Connection) -> tuple[list[int], Loss]:
            chosen = trash.ids(connection) if papers is None else list(papers)
            return chosen, trash.loss(connection, chosen, _SHOWN)

        lanes.ask("what would be lost", question, self._show, at_once=True)

    def _show(self, answer: tuple[list[int], Loss]) -> None:
        self._papers, loss = answer
        self.number.setText(self.tr("%Ln papers go for good", "", loss.papers) if loss.papers else "")
        parts = [
            self.tr("%Ln with a note", "", loss.notes) if loss.notes else "",
            self.tr("%Ln with highlights", "", loss.highlights) if loss.highlights else "",
            self.tr("%Ln with a takeaway", "", loss.takeaways) if loss.takeaways else "",
            self.tr("%Ln with files", "", loss.attachments) if loss.attachments else "",
            self.tr("%Ln tagged", "", loss.tagged) if loss.tagged else "",
        ]
        told = ", ".join(filter(None, parts))
        self.what.setText(
            self.tr("Among them: {}.").format(told)
            if told
            else self.tr("None of them has a note, highlights, a takeaway, files or tags.")
        )
        titles = [one_line(title[: 2 * _LONGEST])[:_LONGEST] for title in loss.titles]
        if loss.papers > len(titles):
            titles.append(self.tr("and %Ln more", "", loss.papers - len(titles)))
        model = self.titles.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(titles)
        self.button.setEnabled(bool(loss.papers) and not self._lanes.read_only)
        self._name_button(loss.papers)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_button(self, papers: int = 0) -> None:
        words = self.tr("Delete %Ln papers", "", papers) if papers else self.tr("Delete")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setToolTip(self.tr("{} (Enter)").format(words))

    def delete(self) -> None:
        """Deletes them, in one step; the sheet closes when that is done."""
        if not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self.cancel.setEnabled(False)
        self.number.setText(self.tr("Deleting…"))
        self._lanes.do(filing.delete, self._papers, then=self._done)

    def _done(self, changes: Changes | None) -> None:
        self.accept()

    def _failed(self, words: str) -> None:
        self.number.setText(words)
        self.cancel.setEnabled(True)
