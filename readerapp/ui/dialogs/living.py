"""The files that are kept current beside documents: how each stands, and another one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Connection
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.living import Kept, LivingFiles
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import clock, one_line
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_WANTED = QSize(680, 560)
# A pause in typing, in milliseconds.
_PAUSE = 200


class _Row(QFrame):
    """One file: its name, where it is, what is in it, how it stands, and a button that ends it."""

    def __init__(self, file: Kept, sheet: LivingSheet, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("citedFrame")
        name = _plain(file.living.target.name)
        name.setFont(theme.font(weight=QFont.Weight.DemiBold))
        words = file.living.query.strip() or self.tr("All papers")
        about = _plain(f"{_FORMS[file.living.form]} · {one_line(words)}", "secondary")
        place = _plain(str(file.living.target.parent), "secondary")
        place.setFont(theme.font("small"))
        self.state = Label(wordWrap=True)
        self.state.setFont(theme.font("small"))
        self.state.setProperty("role", "danger" if file.trouble else "secondary")
        self.state.setText(sheet.sentence(file))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAutoDefault(False)
        self.stop.setToolTip(self.tr("Keep it current no longer; the file stays as it is"))
        self.stop.setAccessibleName(self.tr("Keep {} current no longer").format(file.living.target.name))
        self.stop.clicked.connect(partial(sheet.files.remove, file))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (name, about, place, self.state):
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(file.living.target.name)
        self.setAccessibleDescription(self.state.text())


_FORMS = {"bibtex": "BibTeX", "biblatex": "biblatex", "csljson": "CSL-JSON"}


class LivingSheet(Sheet):
    """The sheet of files kept current; `query` is what another one begins with."""

    def __init__(
        self, lanes: Lanes, theme: Theme, files: LivingFiles, query: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Files kept current"))
        self.setAccessibleName(self.tr("Files kept current"))
        self._lanes, self.files = lanes, files
        self.rows: list[_Row] = []
        self._make_head()
        self._make_list()
        self._make_form(query)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        self.query.textChanged.connect(lambda _: self._pause.start())
        files.changed.connect(self._show)
        lanes.library_changed.connect(lambda _: self._pause.start())
        self._show()
        self._count()
        self.query.setFocus()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Files kept current"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button())
        about = Label(
            self.tr(
                "A file for LaTeX, Typst or pandoc that has the papers of a project or a search, and is written a"
                " moment after a change. What others write in it stays."
            ),
            wordWrap=True,
        )
        about.setProperty("role", "secondary")
        self.body.addLayout(head)
        self.body.addWidget(about)

    def _make_list(self) -> None:
        content = QWidget()
        content.setObjectName("livingFiles")
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._nothing = Label(self.tr("No file is kept current yet."))
        self._nothing.setProperty("role", "faint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setObjectName("keyColumns")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Files kept current"))
        scroll.setWidget(content)
        self.body.addWidget(scroll, 1)

    def _make_form(self, query: str) -> None:
        heading = Label(self.tr("Keep another file current"))
        heading.setFont(self._theme.font(weight=QFont.Weight.DemiBold))
        self.query = QLineEdit(query.strip(), placeholderText=self.tr("tag:thesis, or any search"))
        self.query.setAccessibleName(self.tr("Papers in the file, as a search"))
        self.count = Label()
        self.count.setProperty("role", "secondary")
        self.form = Choice(self._theme)
        self.form.setAccessibleName(self.tr("Kind of file"))
        for form, name in _FORMS.items():
            self.form.addItem(name, form)
        self.choose = QPushButton(self.tr("Choose the file…"))
        self.choose.setProperty("primary", True)
        self.choose.setDefault(True)
        self.choose.setEnabled(not self._lanes.read_only)
        self.choose.clicked.connect(self._choose)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.query, 1)
        first.addWidget(self.count)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.form)
        second.addStretch(1)
        second.addWidget(self.choose)
        self.body.addWidget(heading)
        self.body.addLayout(first)
        self.body.addLayout(second)

    # What is shown

    def _show(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [_Row(file, self, self._theme) for file in self.files.files]
        for at, row in enumerate(self.rows):
            self._list.insertWidget(at, row)
        self._nothing.setVisible(not self.rows)

    def sentence(self, file: Kept) -> str:
        """How a file stands."""
        if file.trouble:
            return file.trouble
        if file.current is None:
            return self.tr("Not written yet")
        papers = self.tr("%Ln papers", "", len(file.papers or ()))
        state = self.tr("{papers}, up to date at {time}").format(papers=papers, time=clock(file.current))
        return "\n".join((state, *map(one_line, file.found)))

    def _count(self) -> None:
        query = parse(self.query.text())

        def count(connection: Connection) -> int:
            return len(ids(connection, query))

        self._lanes.ask("papers of a file", count, self._show_count)

    def _show_count(self, count: int) -> None:
        self.count.setText(self.tr("%Ln papers", "", count))

    # Another one

    def _choose(self) -> None:
        form = str(self.form.currentData())
        ending = ".json" if form == "csljson" else ".bib"
        path, _ = FileDialog.getSaveFileName(
            self,
            self.tr("File to keep current"),
            f"references{ending}",
            f"{_FORMS[form]} (*{ending})",
            # What is in it stays.
            confirm=False,
        )
        if path:
            target = Path(path)
            self.files.add(target if target.suffix else target.with_suffix(ending), form, self.query.text().strip())


def _plain(text: str, role: str = "") -> Label:
    """A text of somebody else on one line, cut where there is no room."""
    label = Label(one_line(text))
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        label.setProperty("role", role)
    return label
