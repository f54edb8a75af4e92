"""The meanings of highlight colours: named, coloured, ordered, added and deleted, each at once and to be undone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import highlights, saved
from readerapp.library.tags import COLOURS
from readerapp.operations import highlighting
from readerapp.records import Changes, MeaningRecord
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.icons import icon
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme, colour_name
from readerapp.ui.translation import said

_WANTED = QSize(560, 520)


class MeaningsSheet(Sheet):
    """The sheet of meanings. Follows the library while it is open."""

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Meanings of highlights"))
        self.setAccessibleName(self.tr("Meanings of highlights"))
        self._lanes = lanes
        self._go_to = ""
        self.rows: list[MeaningRow] = []
        title = Label(self.tr("Meanings of highlights"))
        title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self._close = self.close_button()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._close)
        about = Label(
            self.tr("What the colours stand for, in the order of their number keys. Enter takes over a name."),
            wordWrap=True,
        )
        about.setProperty("role", "secondary")
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("meaningList")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        self.new = _NameField()
        self.new.setPlaceholderText(self.tr("Another meaning"))
        self.new.setAccessibleName(self.tr("Another meaning"))
        self.new.entered.connect(self._add)
        self._add_button = QPushButton(self.tr("Add"))
        self._add_button.setAutoDefault(False)
        self._add_button.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new, 1)
        row.addWidget(self._add_button)
        self.sentence = Label(wordWrap=True)
        self.sentence.setProperty("role", "secondary")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last change back (Ctrl+Z)"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(lanes.undo)
        self.undo.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.undo)
        self.body.addLayout(head)
        self.body.addWidget(about)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(row)
        self.body.addLayout(foot)
        for widget in (self.new, self._add_button):
            widget.setEnabled(not lanes.read_only)
        self._show()
        theme.changed.connect(self._show)
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        for keys, asked in (("Ctrl+Z", lanes.undo), ("Ctrl+Shift+Z", lanes.redo), ("Ctrl+Y", lanes.redo)):
            QShortcut(QKeySequence(keys), self, asked).setEnabled(not lanes.read_only)
        self._show()
        if self.rows:
            self.rows[0].name.setFocus()

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"meaning", "highlight"}:
            self._show()
        if changes.title:
            self._say(changes.title, "secondary")
            undone = changes.title.startswith(("Undone", "Done again"))
            self.undo.setVisible(not undone and not self._lanes.read_only)

    def _show(self) -> None:
        meanings, counts = saved.meanings(self._lanes.reader), highlights.counts(self._lanes.reader)
        while len(self.rows) > len(meanings):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(meanings):
            made = MeaningRow(self._theme, self._list)
            made.setEnabled(not self._lanes.read_only)
            made.renamed.connect(self._rename)
            made.coloured.connect(partial(self._do, highlighting.colour_meaning))
            made.moved.connect(self._move)
            made.deleted.connect(partial(self._do, highlighting.delete_meaning))
            self._column.insertWidget(len(self.rows), made)
            self.rows.append(made)
        for number, (row, meaning) in enumerate(zip(self.rows, meanings, strict=True), 1):
            row.show_meaning(meaning, counts.get(meaning.name, 0), number, last=number == len(meanings))
            if self._go_to and meaning.name == self._go_to:
                self._go_to = ""
                row.name.setFocus()
                self._scroll.ensureWidgetVisible(row)

    def _do(self, verb: Verb, *args: object) -> None:
        self._lanes.do(verb, *args)

    def _rename(self, name: str, to: str) -> None:
        self._do(highlighting.rename_meaning, name, to)

    def _move(self, name: str, offset: int) -> None:
        self._go_to = name
        self._do(highlighting.move_meaning, name, offset)

    def _add(self) -> None:
        name = self.new.text()
        used = {meaning.colour for meaning in saved.meanings(self._lanes.reader)}
        colour = next((colour for colour in COLOURS if colour not in used), "grey")
        self._lanes.do(highlighting.add_meaning, name, colour, then=lambda _: self.new.clear())

    def _complain(self, words: str) -> None:
        self._say(said(words), "danger")
        self.undo.hide()
        self._show()

    def _say(self, words: str, role: str) -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(one_line(words))


class _NameField(QLineEdit):
    """A name being typed. `entered` says that Enter was pressed; the dialog does not hear of it."""

    entered = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class MeaningRow(QWidget):
    """One meaning. Signals carry its name first."""

    renamed = Signal(str, str)
    coloured = Signal(str, str)
    moved = Signal(str, int)
    deleted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meaning = MeaningRecord("", "")
        self._number = Label()
        self._number.setProperty("role", "faint")
        self._number.setFixedWidth(20)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.colour = QToolButton()
        self.colour.setProperty("plain", True)
        self.colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.name = _NameField()
        self.name.editingFinished.connect(self._rename)
        self.name.entered.connect(self._rename)
        self.name.moved.connect(lambda offset: self.moved.emit(self._meaning.name, offset))
        self._count = Label()
        self._count.setProperty("role", "faint")
        self.up, self.down, self.delete = QToolButton(), QToolButton(), QToolButton()
        self.up.clicked.connect(lambda: self.moved.emit(self._meaning.name, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self._meaning.name, 1))
        self.delete.clicked.connect(lambda: self.deleted.emit(self._meaning.name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self._number)
        layout.addWidget(self.colour)
        layout.addWidget(self.name, 1)
        layout.addSpacing(4)
        layout.addWidget(self._count)
        for button in (self.up, self.down, self.delete):
            button.setProperty("plain", True)
            layout.addWidget(button)
        self._count.setMinimumWidth(96)
        for button in (self.colour, self.up, self.down, self.delete):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_meaning(self, meaning: MeaningRecord, count: int, number: int, *, last: bool) -> None:
        """Shows a meaning, with how many highlights have it and which in the order it is."""
        typing = self.name.isModified() and self.name.hasFocus() and meaning.name == self._meaning.name
        self._meaning = meaning
        name = one_line(meaning.name)
        if not typing:
            self.name.setText(name)
        self.name.setAccessibleName(self.tr("Name of meaning {}").format(number))
        self._number.setText(str(number) if number < 10 else "")
        self._count.setText(self.tr("%Ln highlights", "", count))
        self.colour.setIcon(icon("unread", self._theme.dot(meaning.colour)))
        words = self.tr("Colour of {}: {}").format(name, colour_name(meaning.colour))
        self.colour.setToolTip(self.tr("Colour"))
        self.colour.setAccessibleName(words)
        menu = self.colour.menu() or QMenu(self.colour)
        menu.clear()
        for colour in COLOURS:
            menu.addAction(
                icon("unread", self._theme.dot(colour)),
                colour_name(colour),
                partial(self.coloured.emit, meaning.name, colour),
            )
        self.colour.setMenu(menu)
        for button, drawn, text in (
            (self.up, "up", self.tr("Move {} up (Alt+Up)").format(name)),
            (self.down, "down", self.tr("Move {} down (Alt+Down)").format(name)),
            (self.delete, "close", self.tr("Delete {}; its highlights stay").format(name)),
        ):
            button.setIcon(icon(drawn, self._theme.colour("secondary")))
            button.setToolTip(one_line(text).replace("<", "&lt;"))
            button.setAccessibleName(text)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(not last)

    def _rename(self) -> None:
        to = self.name.text().strip()
        self.name.setModified(False)
        if to and to != one_line(self._meaning.name):
            self.renamed.emit(self._meaning.name, to)
        else:
            self.name.setText(one_line(self._meaning.name))
