"""The notes panel: what the reader writes beside a paper, what they marked in it, and every field of it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import note_versions, papers
from readerapp.operations import reading
from readerapp.records import Changes, Record
from readerapp.ui.panels.details import DetailsPage
from readerapp.ui.panels.highlights import HighlightsPage
from readerapp.ui.panels.note_links import NoteLinks
from readerapp.ui.panels.note_start import NoteStart
from readerapp.ui.parts.buttons import Button, claims
from readerapp.ui.parts.display import grouped, units
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.parts.tabs import TextTabs
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

# In milliseconds: a note is saved this long after the last key, and this often while typing goes on.
_PAUSE = 300
_AT_LEAST_EVERY = 2_000

# In seconds: after this long without a key, typing goes on as another sitting, which is undone by itself.
_SITTING = 30

_NOTES, _HIGHLIGHTS, _DETAILS = range(3)
_MARGIN = 16
_BARE_TOP = 28

Verb = Callable[..., Changes | None]


@dataclass(slots=True)
class _Sent:
    """A text on its way to the library, kept until it is there, and the note it was written over."""

    number: int
    text: str
    over: str | None = None
    failed: bool = False


class NotesPanel(QWidget):
    """Notes, highlights and details of one paper.

    The note is saved while it is typed, on leaving it, and before another paper is shown; "Saved" stands there only
    when the library has confirmed the newest text. `left` says that the reader is done here, `highlight_asked` carries
    the id of the highlight they want to see, `link_asked` an address, `author_asked` a name, `paper_asked` another
    paper, `said` a sentence; `versions_asked` asks for what the note was.
    """

    left = Signal()
    highlight_asked = Signal(int)
    link_asked = Signal(str)
    versions_asked = Signal()
    author_asked = Signal(str)
    paper_asked = Signal(int)
    said = Signal(str)

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesPanel")
        self.setAccessibleName(self.tr("Notes, highlights, details"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lanes, self._theme = lanes, theme
        self._paper: int | None = None
        self._bare = False
        self._tab_before = _NOTES
        self._record: Record | None = None
        self._unsaved = False
        # The note in the library, as far as is known here: what is typed is written over it.
        self._there = ""
        self._sent: dict[tuple[Verb, int], _Sent] = {}
        self._number = 0
        self._sitting = ""
        self._last_key = 0.0
        self._details_stale = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._ceiling = QTimer(self, singleShot=True, interval=_AT_LEAST_EVERY)
        self._lay_out()
        self.setFocusProxy(self.editor)
        for timer in (self._pause, self._ceiling):
            timer.timeout.connect(self._save_note)
        self.editor.typed.connect(self._typed)
        self.editor.entered.connect(self._sit_down)
        self.editor.focus_lost.connect(self.flush)
        self.editor.left.connect(self.left)
        self.versions.clicked.connect(self.versions_asked)
        self.links.paper_asked.connect(self.paper_asked)
        self.links.link_asked.connect(self.link_asked)
        self.links.told.connect(self.said)
        self.start.told.connect(self.said)
        self.takeaway.textEdited.connect(self._tell)
        self.takeaway.editingFinished.connect(self._save_takeaway)
        self.takeaway.left.connect(self.left)
        self.takeaway.returnPressed.connect(self.left)
        self.tabs.currentChanged.connect(self._show_tab)
        self.highlights.list.chosen.connect(self.highlight_asked)
        self.highlights.told.connect(self._tell)
        self.details.link_asked.connect(self.link_asked)
        self.details.author_asked.connect(self.author_asked)
        self.details.told.connect(self._tell)
        self.details.left.connect(self.left)
        lanes.failed.connect(self._failed)
        self.show_paper(None)

    def _lay_out(self) -> None:
        theme = self._theme
        self.tabs = TextTabs(theme)
        self.tabs.setAccessibleName(self.tr("Notes, highlights, details"))
        for title in (self.tr("Notes"), self.tr("Highlights"), self.tr("Details")):
            self.tabs.addTab(title)
        self.state = Label()
        self.state.setProperty("role", "faint")
        self.state.setFont(theme.font("small"))
        self.fault = Label()
        self.fault.setProperty("role", "danger")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.takeaway = _Line()
        self.takeaway.setObjectName("takeaway")
        self.takeaway.setTextMargins(-2, 0, 0, 0)
        self.takeaway.setAccessibleName(self.tr("Takeaway"))
        self.takeaway.setPlaceholderText(self.tr("One line to keep"))
        self.editor = NoteEditor(theme)
        self.links = NoteLinks(self.editor, self._lanes, theme)
        self.start = NoteStart(self.editor, self._lanes, theme)
        self.versions = Button()
        self.versions.setProperty("link", True)
        self.versions.setFont(theme.font("small"))
        self.versions.setToolTip(self.tr("What this note was before, and what has changed"))
        self.versions.hide()
        self.highlights = HighlightsPage(self._lanes, theme)
        self.details = DetailsPage(self._lanes, theme)
        self.message = Label(self.tr("Select a paper to write about it."))
        self.message.setProperty("role", "faint")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0)
        self._head.addWidget(self.tabs, 1)
        self._head.addWidget(self.state)
        notes = QWidget()
        column = QVBoxLayout(notes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.takeaway)
        column.addWidget(self.editor, 1)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.links)
        column.addWidget(self.versions, 0, Qt.AlignmentFlag.AlignLeft)
        self._tabbed = QStackedWidget()
        for page in (notes, self.highlights, self.details):
            self._tabbed.addWidget(page)
        content = QWidget()
        self._rows = rows = QVBoxLayout(content)
        rows.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        rows.setSpacing(8)
        rows.addLayout(self._head)
        rows.addWidget(self.fault)
        rows.addWidget(self._tabbed, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.message)
        self._pages.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setMinimumWidth(240)

    # What is shown

    def show_paper(self, paper: int | None) -> None:
        """Shows a paper's notes; None: a quiet word."""
        if paper is not None and paper == self._paper:
            return
        self.flush()
        self._paper = paper
        self._record = None
        self._sit_down()
        if paper is not None:
            self._load()
        if self._record is None:
            self._paper = None
        self.tabs.setVisible(not self._bare)
        self._tabbed.setCurrentIndex(self.tabs.currentIndex())
        self.links.show_paper(self._paper)
        self.start.show_paper(self._paper)
        self._pages.setCurrentIndex(0 if self._record is None else 1)
        self._tell()

    def show_selection(self, ids: Sequence[int]) -> None:
        """Shows what can be said of several papers at once."""
        self.show_paper(None)
        self.tabs.hide()
        self._tabbed.setCurrentIndex(_DETAILS)
        self._pages.setCurrentIndex(1)
        self.details.show_selection(ids)

    @property
    def bare(self) -> bool:
        """Whether the note is shown alone, without tabs and takeaway."""
        return self._bare

    @bare.setter
    def bare(self, bare: bool) -> None:
        if bare == self._bare:
            return
        self._bare = bare
        if bare:
            self._tab_before = self.tabs.currentIndex()
        self.tabs.setCurrentIndex(_NOTES if bare else self._tab_before)
        self.tabs.setVisible(not bare)
        self.takeaway.setVisible(not bare)
        # As far below the edge as the title of the paper.
        self._rows.setContentsMargins(_MARGIN, _BARE_TOP if bare else 4, _MARGIN, _MARGIN)

    def refresh(self, changes: Changes) -> None:
        """Takes over what changed elsewhere. Text that is still to be saved stays, and is saved."""
        own = changes.initiator in (self, self.highlights, self.details)
        self.links.refresh(changes, own=changes.initiator is self and changes.papers == {self._paper})
        self.start.refresh(changes)
        concerned = changes.everything or self._paper in changes.papers or "meaning" in changes.tables
        if self._paper is None or not concerned:
            return
        record = papers.record(self._lanes.reader, self._paper)
        if record is None:
            self._paper = None
            self._drop_typing()
            self.show_paper(None)
            return
        self._record = record
        if not own and not self._unsaved and (reading.set_note, self._paper) not in self._sent:
            self.editor.replace_text(record.note)
            self._there = record.note
        if not own and (reading.set_takeaway, self._paper) not in self._sent and not self.takeaway.isModified():
            self._show_takeaway(record.takeaway)
        self._show_rest()
        self._tell()

    def edit(self) -> None:
        """Puts the keyboard into the note: where the cursor was, or behind what is written."""
        self.tabs.setCurrentIndex(_NOTES)
        if self.editor.textCursor().position() == 0:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_in(self, text: str) -> None:
        """Puts a paragraph into the note, where the cursor is or at the end, and the keyboard behind it."""
        self.edit()
        self.editor.put_in(text)

    def edit_takeaway(self) -> None:
        """Puts the keyboard into the takeaway, all of it selected."""
        self.tabs.setCurrentIndex(_NOTES)
        self.takeaway.show()
        self.takeaway.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.takeaway.selectAll()

    def show_in_note(self, start: int) -> None:
        """Shows the note at an offset, in code points, without taking the keyboard."""
        self.tabs.setCurrentIndex(_NOTES)
        cursor = self.editor.textCursor()
        cursor.setPosition(units(self.editor.text()[:start]))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def go_to_highlight(self, number: int) -> None:
        """Shows one of the highlights, by its number in the paper's record."""
        if self._record is not None and number < len(self._record.highlights):
            self.choose_highlight(self._record.highlights[number].id or 0)

    def choose_highlight(self, highlight: int, *, shown: bool = True) -> None:
        """Chooses the card of a highlight by its id; `shown` brings the cards before the notes."""
        if shown:
            self.tabs.setCurrentIndex(_HIGHLIGHTS)
        self.highlights.list.go_to_id(highlight)

    def go_to_highlights(self) -> None:
        """Puts the keyboard into the cards."""
        self.tabs.setCurrentIndex(_HIGHLIGHTS)
        self.highlights.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_details(self) -> None:
        """Puts the keyboard on the tab of the details: a letter too many must not change the title."""
        self.tabs.setCurrentIndex(_DETAILS)
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Hands everything typed to the library lane, also what could not be saved before."""
        self._save_note()
        self._save_takeaway()
        self.highlights.flush()
        self.details.flush()
        for (verb, paper), sent in list(self._sent.items()):
            if sent.failed:
                self._send(verb, paper, sent.text)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _load(self) -> None:
        assert self._paper is not None
        self._record = record = papers.record(self._lanes.reader, self._paper)
        if record is None:
            return
        # What is on its way to the library is newer than what is in it.
        note = self._sent.get((reading.set_note, self._paper))
        takeaway = self._sent.get((reading.set_takeaway, self._paper))
        self._there = note.text if note else record.note
        self.editor.show_text(self._there)
        self.editor.setReadOnly(self._lanes.read_only)
        self.takeaway.setReadOnly(self._lanes.read_only)
        self._show_takeaway(takeaway.text if takeaway else record.takeaway)
        self._show_rest()

    def _show_takeaway(self, text: str) -> None:
        if text != self.takeaway.text():
            self.takeaway.setText(text)
            if not self.takeaway.hasFocus():
                self.takeaway.setCursorPosition(0)
        self.takeaway.setModified(False)

    def _show_rest(self) -> None:
        """How many versions the note has, the highlights, and the details when they are looked at."""
        assert self._record is not None
        count = self.highlights.show_record(self._record)
        title = self.tr("Highlights")
        self.tabs.setTabText(_HIGHLIGHTS, f"{title} {grouped(count)}" if count else title)
        kept = note_versions.count(self._lanes.reader, self._paper or 0)
        self.versions.setText(self.tr("%Ln earlier versions", "", kept))
        self.versions.setVisible(kept > 0)
        self._details_stale = True
        self._show_details()

    def _show_tab(self, tab: int) -> None:
        if self._tabbed.isAncestorOf(self.window().focusWidget()):
            # Else Qt would give the keyboard to the first field, and the next letter would be typed into it.
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tabbed.setCurrentIndex(tab)
        self._show_details()

    def _show_details(self) -> None:
        if self._details_stale and self._record is not None and self.tabs.currentIndex() == _DETAILS:
            self._details_stale = False
            self.details.show_record(self._record)

    # Saving

    def _sit_down(self) -> None:
        """A new sitting: what is typed from now on is undone apart from what was typed before."""
        self._sitting = secrets.token_hex(4)

    def _typed(self) -> None:
        now = time.monotonic()
        if now - self._last_key > _SITTING:
            self._sit_down()
        self._last_key = now
        self._unsaved = True
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()
        self._tell()

    def _drop_typing(self) -> None:
        self._unsaved = False
        self._pause.stop()
        self._ceiling.stop()

    def _save_note(self) -> None:
        if self._unsaved and self._paper is not None:
            self._drop_typing()
            self._send(reading.set_note, self._paper, self.editor.text())

    def _save_takeaway(self) -> None:
        if self.takeaway.isModified() and self._paper is not None:
            self.takeaway.setModified(False)
            self._send(reading.set_takeaway, self._paper, self.takeaway.text())

    def _send(self, verb: Verb, paper: int, text: str) -> None:
        self._number += 1
        number = self._number
        over = None
        options: dict[str, object] = {}
        if verb is reading.set_note:
            before = self._sent.get((verb, paper))
            over = before.over if before and before.failed else before.text if before else self._there
            options = {"merge": f"note:{paper}:{self._sitting}", "over": over}
            self._there = text if paper == self._paper else self._there
        self._sent[verb, paper] = _Sent(number, text, over)
        self._lanes.do(
            verb, paper, text, initiator=self, then=lambda _: self._confirmed(verb, paper, number), **options
        )
        self._tell()

    def _confirmed(self, verb: Verb, paper: int, number: int) -> None:
        sent = self._sent.get((verb, paper))
        if sent and sent.number == number:
            del self._sent[verb, paper]
        self._tell()

    def _failed(self, sentence: str) -> None:
        """The lane does not say which of its jobs failed: whatever is not confirmed counts as failed until it is."""
        self.highlights.fail()
        self.details.fail()
        if self._sent or self.highlights.failed or self.details.failed:
            for sent in self._sent.values():
                sent.failed = True
            self._complain(self.tr("Not saved: {}").format(said(sentence)))
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The word stands beside the tabs, or below where there is no room for the longest of them.
        metrics = self.state.fontMetrics()
        words = (self.tr("Not saved"), self.tr("Saving…"), self.tr("Enter saves"), self.tr("Saved"))
        wanted = self.tabs.sizeHint().width() + max(map(metrics.horizontalAdvance, words))
        beside = wanted <= self.width() - 2 * _MARGIN
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _complain(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _tell(self) -> None:
        """What the library has of this paper's texts, in a word."""
        failed = self.highlights.failed or self.details.failed
        if not failed and not any(sent.failed for sent in self._sent.values()):
            self._complain("")
        mine = [sent for (_, paper), sent in self._sent.items() if paper == self._paper]
        if failed or any(sent.failed for sent in mine):
            state = self.tr("Not saved")
        elif mine or self._unsaved or self.highlights.saving or self.details.saving:
            state = self.tr("Saving…")
        elif self.details.refused:
            state = self.tr("Not saved")
        elif self.takeaway.isModified() or self.details.typing:
            state = self.tr("Enter saves")
        else:
            own = self.editor.document().characterCount() > 1 or self.takeaway.text() or self.highlights.list.editing
            written = bool(self._record and own)
            state = self.tr("Saved") if written else ""
        self.state.setText(state)


class _Line(QLineEdit):
    """A line that Esc leaves."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
