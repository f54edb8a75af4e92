"""The folder of Markdown files: where it is, of which papers, when it is brought in step, and what came of that."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from readerapp.jobs.folder_keeper import Round
from readerapp.jobs.lanes import Lanes
from readerapp.library import saved, tags
from readerapp.library.connect import Connection
from readerapp.library.language import quoted
from readerapp.operations.markdown_folder import ReadBack, WrittenOut
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

_WANTED = QSize(680, 480)
# So many tags are offered, and so many sentences shown: more nobody reads.
_MOST_TAGS, _MOST_SHOWN = 500, 200
_PAPER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder that is kept: where, for the papers of which query, and whether as the reader goes."""

    root: str = ""
    query: str = ""
    live: bool = False


class MarkdownFolderSheet(Sheet):
    """The sheet. `sync_asked` and `reading_asked` carry the folder as it is chosen; `forget_asked` says that none is to
    be kept; `versions_asked` carries a paper whose note was changed on both sides.

    `came` is what came of the last round, if there was one.
    """

    sync_asked = Signal(object)
    reading_asked = Signal(object)
    forget_asked = Signal()
    versions_asked = Signal(int)

    def __init__(
        self, lanes: Lanes, theme: Theme, kept: Kept, came: Round | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WANTED * (theme.high(24) / 24), theme, parent)
        self.setWindowTitle(self.tr("A folder of Markdown files"))
        self.setAccessibleName(self.tr("A folder of Markdown files"))
        self._lanes, self._kept, self._busy = lanes, kept, False
        self._make_head()
        self._make_form()
        self._make_outcome()
        self._make_foot()
        self._ask_queries()
        self._update()
        if came is not None:
            self.show_round(came)
        (self.sync if kept.root else self.choose).setFocus()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("A folder of Markdown files"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button())
        about = Label(
            self.tr(
                "A file for each paper, with its abstract, highlights and note, that Obsidian and Logseq show. What you"
                " change there in a note, or in status, starred, rating, tags and takeaway, comes back."
            ),
            wordWrap=True,
        )
        about.setProperty("role", "secondary")
        self.body.addLayout(head)
        self.body.addWidget(about)

    def _make_form(self) -> None:
        self.place = QLineEdit(self._kept.root)
        self.place.setPlaceholderText(self.tr("No folder is chosen yet"))
        self.place.textChanged.connect(self._update)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.papers = Choice(self._theme)
        self.papers.addItem(self.tr("All papers"), "")
        if self._kept.query:
            self.papers.addItem(one_line(self._kept.query), self._kept.query)
            self.papers.setCurrentIndex(1)
        self.papers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.when = Choice(self._theme)
        self.when.addItem(self.tr("When I ask for it"), False)
        self.when.addItem(self.tr("As I go, here and there"), True)
        self.when.setCurrentIndex(int(self._kept.live))
        self.when.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        rows = (
            (self.tr("Folder"), self.place),
            (self.tr("Papers"), self.papers),
            (self.tr("Bring in step"), self.when),
        )
        for row, (words, field) in enumerate(rows):
            label = Label(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
            if field is self.place:
                form.addWidget(self.choose, row, 2)  # here, since the keyboard follows
        self.body.addLayout(form)

    def _make_outcome(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.list = QListWidget()
        self.list.setObjectName("reasons")
        self.list.setAccessibleName(self.tr("What was changed on both sides, and what was left alone"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.itemDoubleClicked.connect(self._open)
        self.list.currentItemChanged.connect(self._update)
        self.removed = Label(
            self.tr(
                "Files of your own in the folder are left alone. When a paper leaves the library, its file moves to the"
                " folder “Removed” there."
            ),
            wordWrap=True,
        )
        self.removed.setProperty("role", "secondary")
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.list, 1)
        self._room = QWidget()
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self.removed)
        self._say("")
        self.list.hide()

    def _make_foot(self) -> None:
        self.forget = QPushButton(self.tr("Keep no folder"))
        self.forget.setToolTip(self.tr("The files stay where they are"))
        self.forget.clicked.connect(self._forget)
        self.differences = QPushButton(self.tr("Show the difference"))
        self.differences.setToolTip(self.tr("Show both notes of the chosen paper (Enter)"))
        self.differences.clicked.connect(lambda: self._open(self.list.currentItem()))
        self.read = QPushButton(self.tr("Read changes back"))
        self.read.setToolTip(self.tr("Take over what was changed in the files, and write none"))
        self.read.clicked.connect(lambda: self.reading_asked.emit(self.chosen()))
        self.sync = QPushButton(self.tr("Bring in step"))
        self.sync.setProperty("primary", True)
        self.sync.setDefault(True)
        self.sync.setToolTip(self.tr("Read changes back, then write what has changed here (Enter)"))
        self.sync.clicked.connect(lambda: self.sync_asked.emit(self.chosen()))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.forget)
        foot.addStretch(1)
        for button in (self.differences, self.read, self.sync):
            foot.addWidget(button)
        for button in (self.forget, self.differences, self.read):
            button.setAutoDefault(False)
        self.body.addLayout(foot)

    def _ask_queries(self) -> None:
        """Offers the reader's saved searches and tags."""

        def question(connection: Connection) -> tuple[list[str], list[str]]:
            return [one.name for one in saved.searches(connection)], [one.name for one in tags.all_tags(connection)]

        def take(found: tuple[list[str], list[str]]) -> None:
            searches, names = found
            for name in searches:
                self._offer(self.tr("Saved search: {}").format(one_line(name)), f"saved:{quoted(name)}")
            for name in names[:_MOST_TAGS]:
                self._offer(self.tr("Tag: {}").format(one_line(name)), f"tag:{quoted(name)}")

        self._lanes.ask("papers of the folder", question, take)

    def _offer(self, words: str, query: str) -> None:
        known = self.papers.findData(query)
        if known < 0:
            self.papers.addItem(words, query)
        else:
            self.papers.setItemText(known, words)

    # What is chosen

    def chosen(self) -> Kept:
        """The folder as it is chosen now."""
        place = self.place.text().strip()
        root = str(Path(place).expanduser()) if place else ""
        return Kept(root, str(self.papers.currentData()), bool(self.when.currentData()))

    def _choose(self) -> None:
        found = FileDialog.getExistingDirectory(
            self, self.tr("A folder for the Markdown files"), self.place.text() or str(Path.home())
        )
        if found:
            self.place.setText(found)
            self.sync.setFocus()

    def _forget(self) -> None:
        self.place.clear()
        self.when.setCurrentIndex(0)
        self.forget_asked.emit()
        self._kept = Kept()
        self._say(self.tr("No folder is kept any more. The files stay where they are."))
        self._update()

    # What came of it

    def begin(self) -> None:
        """A round has begun."""
        self._busy = True
        self._say(self.tr("Bringing the folder in step…"))
        self._update()

    def show_round(self, came: Round) -> None:
        """Says what came of a round."""
        self._busy = False
        self._kept = self.chosen()
        back, out = came.back or ReadBack(), came.out or WrittenOut()
        self.list.clear()
        for clash in back.conflicts[:_MOST_SHOWN]:
            words = self.tr(
                "“{}” was changed on both sides. The note here stays, that of the file is an earlier version."
            )
            item = QListWidgetItem(words.format(one_line(readable(clash.title))))
            item.setData(_PAPER, clash.paper)
            item.setToolTip(html.escape(self.tr("Enter shows the difference")))
            self.list.addItem(item)
        skipped = (*back.skipped, *out.skipped)
        meanwhile = [name for name in out.edited if name not in {one.where for one in skipped}]
        for one in skipped[:_MOST_SHOWN]:
            self.list.addItem(f"{one_line(one.where)}: {one_line(said(one.why))}")
        for name in meanwhile[:_MOST_SHOWN]:
            words = self.tr("{}: It was changed meanwhile, and will be read back the next time.")
            self.list.addItem(words.format(one_line(name)))
        if self.list.count():
            self.list.setCurrentRow(0)
        if came.problem:
            self._say(said(came.problem), "danger")
        else:
            parts = [self.tr("%Ln read back", "", len(back.papers))] if came.back is not None else []
            parts += [self.tr("%Ln changed on both sides", "", len(back.conflicts))] if back.conflicts else []
            parts += [self.tr("%Ln files written", "", out.written)] if came.out is not None else []
            parts += [self.tr("%Ln in step already", "", out.unchanged)] if out.unchanged else []
            parts += [self.tr("%Ln moved", "", out.moved)] if out.moved else []
            left = len({one.where for one in skipped}) + len(meanwhile)
            parts += [self.tr("%Ln left alone or in part", "", left)] if left else []
            self._say(f"{', '.join(parts)}.")
        self._update()

    def _update(self, *_: object) -> None:
        ready = bool(self.place.text().strip()) and not self._busy and not self._lanes.read_only
        self.sync.setEnabled(ready)
        self.read.setEnabled(ready)
        self.forget.setVisible(bool(self._kept.root))
        self.forget.setEnabled(not self._busy)
        self.list.setVisible(self.list.count() > 0)
        self._room.setVisible(self.list.count() == 0)
        item = self.list.currentItem()
        clash = item is not None and item.data(_PAPER) is not None
        self.differences.setVisible(any(self.list.item(row).data(_PAPER) for row in range(self.list.count())))
        self.differences.setEnabled(clash)

    def _open(self, item: QListWidgetItem | None) -> None:
        paper = item.data(_PAPER) if item is not None else None
        if paper:
            self.versions_asked.emit(paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._open(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
