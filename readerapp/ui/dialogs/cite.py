"""Papers cited: as they stand in the text and in the bibliography, in a style that is chosen here, to be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from readerapp import config as settings_of
from readerapp.config import Config
from readerapp.errors import Refused
from readerapp.formats.citation_styles import Cited, Formatted, StyleFile, styles
from readerapp.jobs.lanes import Lanes
from readerapp.library import papers
from readerapp.operations import exporting
from readerapp.operations.citing import Manner
from readerapp.records import Skipped
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import in_place, one_line, readable
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.plain_text import PlainText, Run
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

if TYPE_CHECKING:
    from readerapp.ui.citing import Citing

_WANTED = QSize(640, 660)
# A text that takes longer than this, in milliseconds, is announced.
_SOON = 200
# So many papers are shown; all are copied.
_SHOWN = 50
# And so much of their BibTeX, in characters.
_LONGEST = 40_000


class _Block(QWidget):
    """A heading with a button, and a text in a frame under it."""

    def __init__(self, heading: str, copy: str, theme: Theme, do: Callable[[], None]) -> None:
        super().__init__()
        self.text = PlainText(theme)
        self.text.setAccessibleName(heading)
        self.text.setObjectName("cited")
        theme.changed.connect(self.text.draw)
        label = Label(heading)
        label.setFont(theme.font(weight=QFont.Weight.DemiBold))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAccessibleName(copy)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(do)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.copy)
        frame = QFrame()
        frame.setObjectName("citedFrame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.text)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(frame, 1)


class CiteSheet(Sheet):
    """The sheet of cited papers. Choosing a style here makes it the one for all that is copied."""

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        config: Config,
        chosen: Sequence[int],
        citing: Citing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Cite"))
        self.setAccessibleName(self.tr("Cite"))
        self._lanes, self._config, self._chosen, self._citing = lanes, config, chosen, citing
        self._cited: Cited | None = None
        self._asked: Manner | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_waiting)
        self._make_head()
        self.in_text = _Block(
            self.tr("In the text"), self.tr("Copy what stands in the text"), theme, self._copy_in_text
        )
        self.references = _Block(
            self.tr("In the bibliography"), self.tr("Copy the references"), theme, self._copy_references
        )
        self.in_text.setMaximumHeight(theme.high(104))
        self.body.addWidget(self.in_text, 1)
        self.body.addWidget(self.references, 3)
        self.bibtex = _Block(self.tr("BibTeX"), self.tr("Copy the BibTeX"), theme, self._copy_bibtex)
        self._bibtex = ""
        self.body.addWidget(self.bibtex, 2)
        self._make_foot()
        lanes.work(lambda: styles(citing.manner.folder), self._show_styles)
        lanes.ask("BibTeX of a sheet", lambda connection: exporting.bibtex(connection, self._chosen), self._show_bibtex)
        self.style_choice.setFocus()
        self._cite()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Cite"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button())
        self.body.addLayout(head)
        if len(self._chosen) == 1:
            record = papers.record(self._lanes.reader, self._chosen[0])
            words = one_line(readable(record.title)) if record else ""
        else:
            words = self.tr("%Ln papers", "", len(self._chosen))
        of = Label(words)
        of.setProperty("role", "secondary")
        of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.body.addWidget(of)
        label = Label(self.tr("Style"))
        self.style_choice = Choice(self._theme)
        self.style_choice.setAccessibleName(self.tr("Style"))
        self.style_choice.setMinimumWidth(280)
        label.setBuddy(self.style_choice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.style_choice)
        row.addStretch(1)
        self.body.addLayout(row)

    def _make_foot(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setFont(self._theme.font("small"))
        self.sentence.setProperty("role", "secondary")
        self.sentence.hide()
        self.body.addWidget(self.sentence)

    # What is shown

    def _show_styles(self, found: tuple[list[StyleFile], list[Skipped]]) -> None:
        there, broken = found
        now = self._config.get(settings_of.CITATION_STYLE)
        for style in there:
            self.style_choice.addItem(one_line(style.title), style.name)
            # A long title is cut in the list.
            self.style_choice.setItemData(
                self.style_choice.count() - 1, one_line(style.title), Qt.ItemDataRole.AccessibleTextRole
            )
        if all(style.name != now for style in there):
            self.style_choice.addItem(now, now)
        self.style_choice.setCurrentIndex(self.style_choice.findData(now))
        self.style_choice.currentIndexChanged.connect(self._choose)
        if broken:
            self._say(" ".join(said(one.why) for one in broken[:2]), "danger")

    def _choose(self) -> None:
        try:
            self._config.set(settings_of.CITATION_STYLE, self.style_choice.currentData())
        except Refused as refusal:
            self._say(said(str(refusal)), "danger")
        self._cite()

    def _cite(self) -> None:
        manner = self._asked = self._citing.manner
        self._cited = None
        for block in (self.in_text, self.references):
            block.copy.setEnabled(False)
        self._soon.start()
        self._citing.cite(self._chosen, manner, lambda answer: self._take(manner, answer))

    def _show_waiting(self) -> None:
        for block in (self.in_text, self.references):
            block.text.show_runs([Run(self.tr("One moment…"), "faint")])

    def _take(self, manner: Manner, answer: Cited | Refused) -> None:
        if manner != self._asked:
            return
        self._soon.stop()
        if isinstance(answer, Refused):
            for block in (self.in_text, self.references):
                block.text.show_runs([])
            self._say(said(str(answer)), "danger")
            return
        self._cited = answer
        self.in_text.text.show_runs(runs(answer.in_text, self._theme))
        self.references.text.show_runs(self._references(answer))
        for block in (self.in_text, self.references):
            block.copy.setEnabled(True)
        if answer.unformatted:
            self._say(self.tr("%Ln papers could not be set in this style.", "", answer.unformatted), "danger")
        elif len(answer.entries) > _SHOWN:
            words = self.tr("The first {} are shown; all are copied.").format(self.locale().toString(_SHOWN))
            self._say(words, "secondary")
        else:
            self.sentence.hide()

    def _references(self, cited: Cited) -> Iterable[Run]:
        gap = self._theme.font("small")
        for number, entry in enumerate(cited.entries[:_SHOWN]):
            if number:
                yield Run("\n\n", font=gap)
            if entry.label and len(cited.entries) > 1:
                yield Run(f"{entry.label} ", "secondary")
            yield from runs(entry.text, self._theme)

    def _show_bibtex(self, entries: str) -> None:
        self._bibtex = entries
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPointSizeF(self._theme.font("small").pointSizeF())
        shown = entries[:_LONGEST]
        self.bibtex.text.show_runs([Run(in_place(shown), font=face)])

    def _say(self, words: str, role: str) -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(words)
        self.sentence.show()

    # Copying

    def _copy_in_text(self) -> None:
        from readerapp.ui.citing import put_on_clipboard

        if self._cited is not None:
            put_on_clipboard(self._cited.in_text.plain, self._cited.in_text.html)
            self._say(self.tr("Copied what stands in the text"), "secondary")

    def _copy_references(self) -> None:
        from readerapp.ui.citing import put_on_clipboard

        if self._cited is not None:
            put_on_clipboard(self._cited.plain, self._cited.html)
            self._say(self.tr("Copied %Ln references", "", len(self._cited.entries)), "secondary")

    def _copy_bibtex(self) -> None:
        QApplication.clipboard().setText(self._bibtex)
        self._say(self.tr("Copied the BibTeX"), "secondary")


def runs(text: Formatted, theme: Theme) -> list[Run]:
    """A formatted text as runs: italics and bold are seen, the rest is as in plain text."""
    reader = _Runs(theme)
    reader.feed(text.html)
    reader.close()
    return reader.runs


class _Runs(HTMLParser):
    def __init__(self, theme: Theme) -> None:
        super().__init__(convert_charrefs=True)
        self._theme = theme
        self._open: list[str] = []
        self.runs: list[Run] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        font = self._theme.font(weight=QFont.Weight.Bold) if "b" in self._open else self._theme.font()
        font.setItalic("i" in self._open)
        small = self._theme.font("small") if {"sup", "sub"} & set(self._open) else None
        self.runs.append(Run(one_line_kept(data), font=small or font))


def one_line_kept(text: str) -> str:
    """A text with U+FFFD for what must not be shown, and its blanks."""
    begin = " " if text[:1].isspace() else ""
    end = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{begin}{one_line(text)}{end}"
