"""Adding papers: anything pasted, typed, dropped or chosen is read, compared with the library, and listed to choose
from before it comes in."""

from __future__ import annotations

import html
import logging
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from readerapp import registry
from readerapp.errors import Cancelled, Refused
from readerapp.formats.opening import open_bytes
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.surveying import Brought, Survey, survey
from readerapp.records import Reading, Skipped, Status, now
from readerapp.ui.dialogs.candidate_list import CandidateList, CandidateModel, CheckAll, shown
from readerapp.ui.dialogs.candidates import PASTED, Found, Opening, Place, Standing, look, standing
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.dialogs.tag_box import TagBox
from readerapp.ui.icons import icon
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import grouped
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

logger = logging.getLogger(__name__)

_WANTED = QSize(760, 600)
# Typing is read when it has paused so long, in milliseconds.
_PAUSE = 250
# What takes less time is not worth a bar that flashes up.
_PATIENCE = 150
# A longer text, in characters, is not set in the text area: nobody edits it there, and setting it takes seconds.
_LONGEST_TYPED = 4_000
# Inputs of which it is worth saying what they are: their names do not.
_PLACES = frozenset({"folder", "zip", "zotero", "papis"})
_NO_LIMIT = 16_777_215  # Qt's own word for a widget that may be as high as it likes


class _Entry(QPlainTextEdit):
    """The text area. `offered` carries what is pasted or dropped where the area alone would lose some of it."""

    offered = Signal(QMimeData)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if _places(source) or len(source.text()) > _LONGEST_TYPED or not self.kept():
            self.offered.emit(source)
        else:
            self.textCursor().insertText(source.text())

    def kept(self) -> str:
        """The text that stays when something is pasted: none where there is none or all of it is selected."""
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        return "" if selected >= self.document().characterCount() - 1 else self.toPlainText().strip()

    def put(self, text: str) -> None:
        """Replaces the text without a word to anybody."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)


class _Line(QWidget):
    """One line of text that ends with an ellipsis where there is no room, in the colour of a token."""

    def __init__(self, theme: Theme, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._token, self._text = theme, token, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Shows another text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(f"<p>{html.escape(text)}</p>")
        self.update()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text), max(self.fontMetrics().height(), 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._token))
        elided = QFontMetrics(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)


class AddPapersSheet(Sheet):
    """The sheet for new papers. One of the `open_…` shows it.

    `accepted_import` carries a function that opens what is to be read, a title, the tags for all of it, and the
    status for what is new (None: as it comes).
    """

    accepted_import = Signal(object, str, object, object, bool)
    _surveyed = Signal(int, object)

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Add papers"))
        self.setAccessibleName(self.tr("Add papers"))
        self._lanes = lanes
        self._found: Found | None = None
        self._survey: Survey | None = None
        self._reading = False
        self._number = 0
        self._stop = threading.Event()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_entry)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)

        self._model = CandidateModel(self)
        self._make_head()
        self._make_entry()
        self._make_candidates()
        self._make_foot()
        self._draw_icons()
        theme.changed.connect(self._draw_icons)
        self._patience.timeout.connect(self._tell)
        self._model.checks_changed.connect(self._tell)
        self._surveyed.connect(self._count_on)
        lanes.library_changed.connect(self._compare)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._add.click)
        self._show(None)

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Add papers"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self._again = QPushButton(self.tr("Start over"))
        self._again.setProperty("flat", True)
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self._start_over)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self._again)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_entry(self) -> None:
        self._entry = _Entry()
        self._entry.setObjectName("entry")
        self._entry.setTabChangesFocus(True)
        self._entry.setPlaceholderText(
            self.tr("Paste a papers page, arXiv ids or links, DOIs, or lines “Title — Authors”")
        )
        self._entry.setAccessibleName(self.tr("Papers page, arXiv ids or links, DOIs, or titles with authors"))
        self._entry.setMinimumHeight(32)
        self._entry.textChanged.connect(self._typed)
        self._entry.offered.connect(self.take)
        self._complaint = Label(wordWrap=True)
        self._complaint.setObjectName("complaint")
        self._complaint.setProperty("role", "danger")
        self._complaint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.body.addWidget(self._complaint)
        self.body.addWidget(self._entry, 1)
        self._choose = QPushButton(self.tr("Choose a file…"))
        self._choose.clicked.connect(self._choose_file)
        self._choose_whole = QPushButton(self.tr("Choose a folder…"))
        self._choose_whole.setObjectName("chooseFolder")
        self._choose_whole.clicked.connect(self._choose_folder)
        self._paste = QPushButton(self.tr("Paste"))
        self._paste.clicked.connect(lambda: self.take(QGuiApplication.clipboard().mimeData()))
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(8)
        for button in (self._choose, self._choose_whole, self._paste):
            button.setAutoDefault(False)
            ways.addWidget(button)
        ways.addStretch()
        self.body.addWidget(self._ways)

    def _make_candidates(self) -> None:
        self._bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._bar.setObjectName("reading")
        self._bar.setAccessibleName(self.tr("Reading…"))
        self._all = CheckAll(self._theme)
        self._all.setObjectName("checkAll")
        self._all.setAccessibleName(self.tr("All papers"))
        self._all.setToolTip(self.tr("Check all or none"))
        self._all.clicked.connect(self._check_all)
        self._summary = _Line(self._theme, "text")
        self._summary.setObjectName("summary")
        self._hint = _Line(self._theme, "secondary")
        self._hint.setObjectName("brings")
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._all)
        line.addWidget(self._summary, 1)
        self._list = CandidateList(self._model, self._theme, self)
        self._list.setMinimumHeight(60)
        self._not_understood = QToolButton()
        self._not_understood.setObjectName("notUnderstood")
        self._not_understood.setCheckable(True)
        self._not_understood.setProperty("plain", True)
        self._not_understood.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._not_understood.toggled.connect(self._show_reasons)
        self._reasons = QListView(uniformItemSizes=True)
        self._reasons.setObjectName("reasons")
        self._reasons_model = QStringListModel(self)
        self._reasons.setModel(self._reasons_model)
        self._reasons.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reasons.setFont(self._theme.font("small"))
        self._reasons.setAccessibleName(self.tr("What was not understood"))
        self._reasons.setMinimumHeight(28)
        self._reasons.setMaximumHeight(96)
        self.body.addWidget(self._bar)
        self.body.addLayout(line)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._list, 4)
        self.body.addWidget(self._not_understood, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._reasons, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def _make_foot(self) -> None:
        self._choices = QWidget()
        self._tags = TagBox(self._lanes, self._theme)
        self._tags.changed.connect(self._tell)
        self._tags.done.connect(self.accept)
        self._tags.left.connect(self.reject)
        self._status = Choice(self._theme)
        self._status.setAccessibleName(self.tr("Status of the new papers"))
        self._status.addItem(self.tr("Unread"), None)
        self._status.addItem(self.tr("Reading"), Status.READING)
        self._status.addItem(self.tr("Read"), Status.READ)
        self._status.addItem(self.tr("Dropped"), Status.DROPPED)
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for words, widget, stretch in (
            (self.tr("Tags for all"), self._tags, 1),
            (self.tr("New papers are"), self._status, 0),
        ):
            label = Label(words)
            label.setProperty("role", "secondary")
            label.setBuddy(widget)
            choices.addWidget(label)
            choices.addWidget(widget, stretch)
        self.body.addWidget(self._choices)
        self._why = _Line(self._theme, "secondary")
        self._why.setObjectName("whyNot")
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._add = QPushButton()
        self._add.setObjectName("add")
        self._add.setProperty("primary", True)
        self._add.setDefault(True)
        self._add.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._why, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        self.body.addLayout(foot)
        in_order: list[QWidget] = [
            self._entry, self._choose, self._choose_whole, self._paste, self._all, self._list, self._not_understood,
            self._reasons, self._tags, self._status, self._cancel, self._add, self._again, self._close,
        ]  # fmt: skip
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)

    def _draw_icons(self) -> None:
        secondary = self._theme.colour("secondary")
        self._choose.setIcon(icon("import", secondary))
        self._choose_whole.setIcon(icon("folder", secondary))
        self._paste.setIcon(icon("paste", secondary))
        self._not_understood.setIcon(icon("expanded" if self._not_understood.isChecked() else "collapsed", secondary))

    # Ways in

    def open_empty(self) -> None:
        """Shows the sheet with nothing in it."""
        self._start_over()
        self.open()

    def open_text(self, text: str, page: str = "") -> None:
        """Shows the sheet with a text, and the same as a page of HTML where there is one."""
        self._start_over()
        self.open()
        openings = _openings(text, page)
        if not openings:
            self._complain(self.tr("There is no text to read. Copy a page, or type identifiers here."))
            return
        if len(text) <= _LONGEST_TYPED:
            self._entry.put(text)
            self._entry.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._put_entry_away()
        self._begin(openings)

    def open_file(self, *paths: Path) -> None:
        """Shows the sheet with a file or a folder, or several of them together."""
        self._start_over()
        self.open()
        self._put_entry_away()
        self._begin([partial(registry.read_paths, paths)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def take(self, mime: QMimeData) -> None:
        """Shows the sheet with what was pasted or dropped: files and folders, or text, which is added to what has been
        typed."""
        paths = _places(mime)
        kept = self._entry.kept()
        if paths:
            self.open_file(*paths)
        elif kept:
            self.open_text(f"{kept}\n{mime.text()}")
        else:
            self.open_text(mime.text(), mime.html())

    def _choose_file(self) -> None:
        path, _ = FileDialog.getOpenFileName(self, self.tr("Choose a file with papers"))
        if path:
            self.open_file(Path(path))

    def _choose_folder(self) -> None:
        path = FileDialog.getExistingDirectory(self, self.tr("Choose a folder with papers"))
        if path:
            self.open_file(Path(path))

    def _typed(self) -> None:
        self._stop_reading()
        self._pause.start()
        self._tell()

    def _read_entry(self) -> None:
        text = self._entry.toPlainText()
        if text.strip():
            self._begin(_openings(text))
        else:
            self._start_over()

    def _start_over(self) -> None:
        self._stop_reading()
        self._entry.put("")
        self._entry.show()
        self._entry.setFocus()
        self._model.forget()
        self._show(None)

    def _put_entry_away(self) -> None:
        self._entry.hide()
        self.setFocus()

    # Reading

    def _begin(self, openings: Sequence[Opening]) -> None:
        self._stop_reading()
        self._reading = True
        self._patience.start()
        number, stop = self._number, self._stop

        def work() -> Found | Refused | None:
            try:
                return look(openings, stop.is_set)
            except Cancelled:
                return None
            except Refused as refusal:
                return refusal
            except Exception:
                logger.exception("what was to be added could not be read")
                return Refused("Something went wrong in readerapp itself.", "The log has the details.")

        self._lanes.work(work, lambda outcome: self._arrive(number, outcome))
        self._tell()

    def _stop_reading(self) -> None:
        """Makes what is being read or asked useless."""
        self._pause.stop()
        self._patience.stop()
        self._stop.set()
        self._stop = threading.Event()
        self._number += 1
        self._reading = False

    def _arrive(self, number: int, outcome: Found | Refused | None) -> None:
        # First of all: an answer may come home when the sheet has been closed and its widgets are gone.
        if number != self._number or outcome is None:
            return
        self._reading = False
        self._patience.stop()
        if isinstance(outcome, Refused):
            self._complain(said(str(outcome)))
        else:
            self._show(outcome)
            if outcome.whole:
                self._compare()
            else:
                self._count_all(outcome)

    def _count_all(self, found: Found) -> None:
        """Has all papers of a large input counted and compared with the library, without keeping them."""
        number, stop, library = self._number, self._stop, self._lanes.library.path

        def told(counted: Survey) -> None:
            with suppress(RuntimeError):  # the sheet is gone
                self._surveyed.emit(number, counted)

        def work() -> None:
            with suppress(Cancelled):
                survey(library, found.opening, told, stop.is_set)

        self._lanes.work(work, lambda _: None)

    def _count_on(self, number: int, counted: Survey) -> None:
        if number == self._number:
            self._survey = counted
            if counted.whole:
                self._show_problems(counted.problems, counted.skipped)
            self._tell()

    def _compare(self) -> None:
        """Asks the library where the candidates stand."""
        number, records = self._number, self._model.records

        def answered(found: Standing) -> None:
            if number == self._number:
                self._model.stand(found)

        if records:
            self._lanes.ask("candidates", lambda connection: standing(connection, records), answered)

    def done(self, result: int) -> None:
        self._stop_reading()
        super().done(result)

    # What is shown

    def _complain(self, words: str) -> None:
        # Whatever it was, something else can be tried at once.
        self._entry.show()
        self._show(None)
        words = words[:1].upper() + words[1:] if words.startswith(said(PASTED)) else words
        self._complaint.setText(shown(words, 1_000))
        self._complaint.show()
        self._entry.setFocus()

    def _show(self, found: Found | None) -> None:
        """Shows what was found; None: nothing."""
        self._found, self._survey = found, None
        self._complaint.hide()
        records = found.records if found else []
        self._model.show(records, checkable=found is None or found.whole)
        skipped = found.skipped if found else []
        self._show_problems(skipped, len(skipped))
        own = any(record.status is not None for record in records)
        self._status.setItemText(0, self.tr("As in the file") if own else self.tr("Unread"))
        self._list.setVisible(bool(records))
        self._choices.setVisible(bool(records))
        self._entry.setMaximumHeight(96 if records or skipped else _NO_LIMIT)
        if records and self._entry.isHidden():
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()
        self._tell()

    def _show_problems(self, skipped: Sequence[Skipped], count: int) -> None:
        """Shows what was not understood, of so many in all."""
        self._reasons_model.setStringList(
            [": ".join(shown(said(part)) for part in (one.where, one.why) if part) for one in skipped]
        )
        if all(one.where.startswith("line ") for one in skipped):
            counted = self.tr("%Ln lines not understood", "", count)
        else:
            counted = self.tr("%Ln places not understood", "", count)
        self._not_understood.setText(counted)
        self._not_understood.setVisible(bool(skipped))
        # Where nothing was understood, the reasons are all there is to see.
        self._not_understood.setChecked(bool(skipped) and not self._model.records)
        self._reasons.setVisible(self._not_understood.isChecked())

    def _tell(self) -> None:
        """Says what was found, and what the button would do."""
        found, away = self._found, self._entry.isHidden()
        waiting = self._reading and not self._patience.isActive()
        self._again.setVisible(away)
        self._ways.setVisible(found is None and not waiting and not away)
        counting = found is not None and not found.whole and not (self._survey and self._survey.whole)
        far = self._survey.far if self._survey else 0.0
        self._bar.setRange(0, 1_000 if counting and far else 0)
        self._bar.setValue(int(far * 1_000))
        self._bar.setVisible(waiting or counting)
        self._rest.setVisible(away and not self._model.records)
        self._all.setVisible(found is not None and found.whole and bool(self._model.records))
        self._summary.setVisible(found is not None or waiting)
        self._summary.set_text(self._sentence())
        brings = self._brings()
        self._hint.set_text(brings)
        self._hint.setVisible(bool(brings))
        checked = self._model.checked()
        self._all.setCheckState(
            Qt.CheckState.Unchecked
            if not checked
            else Qt.CheckState.Checked
            if len(checked) == len(self._model.records)
            else Qt.CheckState.PartiallyChecked
        )
        words, possible, why_not = self._offer(checked)
        self._add.setText(words)
        self._add.setEnabled(possible)
        self._why.set_text(why_not)

    def _sentence(self) -> str:
        found = self._found
        if found is None:
            return self.tr("Reading…")
        title = shown(said(found.origin.title), 100)
        if not found.whole:
            size = _size(found.size) if found.size is not None else ""
            return " · ".join(filter(None, (title, self._label(found), size, self._counted_whole())))
        if not self._model.records:
            return self.tr("{}: no papers found").format(title)
        return f"{title} · {self._counted()}"

    def _brings(self) -> str:
        """What else comes with the papers, and that not all of them are seen here."""
        found = self._found
        if found is None or not self._model.records:
            return ""
        parts = []
        brought = found.brought if found.whole else self._survey.brought if self._survey else Brought()
        if found.whole and found.origin.format in _PLACES:
            parts.append(self._label(found))
        if brought.files:
            parts.append(self.tr("%Ln files, which are copied into the library", "", brought.files))
        if brought.files and brought.size:
            parts[-1] = f"{parts[-1]} ({_size(brought.size)})"
        if brought.highlights:
            parts.append(self.tr("%Ln highlights", "", brought.highlights))
        if brought.notes:
            parts.append(self.tr("%Ln notes", "", brought.notes))
        if not found.whole:
            parts.insert(0, self.tr("Below are the first %Ln papers", "", len(self._model.records)))
        return " · ".join(parts)

    def _label(self, found: Found) -> str:
        """What kind of input it is."""
        kinds = {"folder": self.tr("Folder of files"), "zip": self.tr("Zip archive")}
        return kinds.get(found.origin.format) or said(found.label)

    def _counted_whole(self) -> str:
        """The same as `_counted` for an input that is too large to be listed, as far as it has been counted."""
        counted = self._survey
        if counted is None:
            return ""
        places = {Place.NEW: counted.new, Place.HERE: counted.here, Place.TRASHED: counted.trashed}
        if not counted.whole:
            return self.tr("%Ln papers so far", "", sum(places.values()))
        return self._placed(Counter(places))

    def _counted(self) -> str:
        """How many papers there are and where they stand: "87 papers: 84 new, 3 already here"."""
        compared = self._model.standing
        everything = range(len(self._model.records))
        if compared is None:
            return self.tr("%Ln papers", "", len(everything))
        count = compared.count(everything)
        twice = count.pop(Place.TWICE)
        sentence = self._placed(count)
        if twice:
            sentence += self.tr(" (%Ln twice)", "", twice)
        return sentence

    def _placed(self, count: Counter[Place]) -> str:
        """How many papers stand where."""
        count = +count
        papers = self.tr("%Ln papers", "", count.total())
        words = {
            Place.NEW: self.tr("new"),
            Place.HERE: self.tr("already here"),
            Place.TRASHED: self.tr("in the trash"),
        }
        if len(count) == 1:
            place = next(iter(count))
            all_of_them = self.tr("all {}").format(words[place]) if count[place] > 1 else words[place]
            sentence = f"{papers}, {all_of_them}"
        else:
            sentence = f"{papers}: " + ", ".join(
                f"{grouped(count[place])} {words[place]}" for place in words if count[place]
            )
        return sentence

    def _offer(self, checked: list[int]) -> tuple[str, bool, str]:
        """What the button says, whether it can be pressed, and why not."""
        found, compared = self._found, self._model.standing
        nothing = self.tr("Add papers")
        if found is None or self._reading or self._pause.isActive():
            return nothing, False, ""
        if not found.whole:
            return self._offer_whole(), True, ""
        if compared is None:
            return nothing, False, ""
        count = compared.count(checked)
        if not checked:
            return nothing, False, self.tr("Nothing is checked.")
        if count[Place.NEW]:
            return self.tr("Add %Ln papers", "", count[Place.NEW]), True, ""
        if count[Place.TRASHED]:
            return self.tr("Restore %Ln papers", "", count[Place.TRASHED]), True, ""
        completed = sum(match.completes for number in checked if (match := compared.matches[number]))
        if completed:
            return self.tr("Complete %Ln papers", "", completed), True, ""
        words = self.tr("Update %Ln papers", "", count[Place.HERE])
        if not self._tags.is_empty() or found.carries_more:
            return words, True, ""
        return words, False, self.tr("All checked are here already. Tags given above would be added.")

    def _offer_whole(self) -> str:
        counted = self._survey
        if counted is None or not counted.whole:
            return self.tr("Add all papers")
        if counted.new:
            return self.tr("Add %Ln papers", "", counted.new)
        if counted.completes:
            return self.tr("Complete %Ln papers", "", counted.completes)
        return self.tr("Update %Ln papers", "", counted.here)

    def _check_all(self) -> None:
        rows = list(range(len(self._model.records)))
        self._model.check(rows, len(self._model.checked()) < len(rows))

    def _show_reasons(self, shown: bool) -> None:
        self._reasons.setVisible(shown)
        self._draw_icons()

    def accept(self) -> None:
        found = self._found
        if found is None or not self._add.isEnabled():
            return
        try:
            names = tuple(self._tags.names())
        except Refused as refusal:
            self._why.set_text(said(str(refusal)))
            return
        status = self._status.currentData()
        unchecked = frozenset(range(len(self._model.records))) - frozenset(self._model.checked())
        self.accepted_import.emit(
            found.opened_again(unchecked) if found.reads_again else partial(found.reading, unchecked),
            shown(found.origin.title, 100),
            names,
            None if status is None else Status(status),
            found.reads_again,
        )
        super().accept()


def _openings(text: str, page: str = "") -> list[Opening]:
    return [partial(_read_text, form) for form in (text, page) if form and not form.isspace()]


def _read_text(text: str) -> Reading:
    return registry.read(open_bytes(text.encode("utf-8", "replace"), PASTED, now()))


def _places(mime: QMimeData) -> list[Path]:
    """The files and folders among what was pasted or dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
