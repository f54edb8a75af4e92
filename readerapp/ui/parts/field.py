"""A field of a paper: a name and a value that is corrected in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from readerapp.errors import Refused
from readerapp.ui.parts.buttons import Button, claims
from readerapp.ui.parts.display import grouped
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.plain_text import FittedText, Run
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

# Longer values are not edited in a field, in characters: laying them out would hold up the window.
LONGEST = 50_000
_MOST_LINES = 16
_PADDING = 4


class FieldEditor(QPlainTextEdit):
    """Text as high as its lines. Of `one_line`, Enter is told by `done`; of several, Ctrl+Enter. `undone` is Esc."""

    done = Signal()
    undone = Signal()
    focus_lost = Signal()

    def __init__(self, theme: Theme, *, one_line: bool) -> None:
        super().__init__()
        self.setObjectName("fieldEditor")
        self._one_line = one_line
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setFont(theme.font())
        self._fit()

    def text(self) -> str:
        """What stands there, to the letter: also blanks that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Shows another text, from its beginning."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # A document of plain text measures its height in lines.
        lines = min(max(round(self.document().size().height()), 1), _MOST_LINES)
        height = lines * QFontMetrics(self.font()).lineSpacing() + 2 * _PADDING + 2
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(100, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._ends(event):
            event.accept()
            return True
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def _ends(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and (self._one_line or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.undone.emit()
        elif self._ends(event):
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Never a line separator, which no file has.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu takes the focus for a moment only.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.focus_lost.emit()


class _Shown(FittedText):
    """A value that is shown with links; `pressed` says that it was clicked beside them."""

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        beside = not self.anchorAt(event.position().toPoint()) and not self.textCursor().hasSelection()
        super().mouseReleaseEvent(event)
        if beside and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class Field(QWidget):
    """A value under its name, edited where it stands.

    `check` takes what was typed and raises Refused when it cannot be; then its sentence stands below, the text stays,
    and nothing is told. Else `committed` carries the text when the field is left, or with Enter. Esc puts the value
    back; where there is nothing to put back it is `left`. A `linked` field shows its value with links, and is edited
    once that is asked for.
    """

    committed = Signal(str)
    changed = Signal()
    left = Signal()
    link_clicked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        check: Callable[[str], object],
        *,
        one_line: bool = True,
        linked: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__()
        self.check = check
        self._hint = hint if linked else self.tr("Add")
        self._theme, self._name, self._linked = theme, name, linked
        self._value = ""
        # The value as the editor has it, which does not keep every kind of line end.
        self._unchanged = ""
        self._read_only = False
        self._has_value = False
        self.caption = Label(name)
        self.caption.setProperty("role", "faint")
        self.caption.setFont(theme.font("small"))
        self.editor = FieldEditor(theme, one_line=one_line)
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(hint)
        self.editor.setPlaceholderText(self._hint)
        self.caption.setBuddy(self.editor)
        self.shown = _Shown(theme)
        self.shown.setAccessibleName(name)
        self.edit = _Small()
        self.edit.setFont(theme.font("small"))
        self.fault = Label()
        self.fault.setProperty("role", "danger")
        self.fault.setWordWrap(True)
        self.fault.setFont(theme.font("small"))
        self.fault.hide()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.shown)
        column.addWidget(self.editor)
        column.addWidget(self.fault)
        self.editor.textChanged.connect(self.changed)
        self.editor.done.connect(self._enter)
        self.editor.undone.connect(self._put_back)
        self.editor.focus_lost.connect(self._leave)
        self.shown.link_clicked.connect(self.link_clicked)
        self.shown.pressed.connect(self.begin)
        self.edit.clicked.connect(self.begin)
        self._arrange(editing=not linked)

    @property
    def modified(self) -> bool:
        """Whether something was typed that has not been told."""
        return self.editor.text() != self._unchanged

    def show_value(self, value: str, runs: Iterable[Run] = (), *, read_only: bool = False, instead: str = "") -> None:
        """Shows another value, unless the reader is about to give the field one; with links, as these runs. `instead`
        stands in the place of no value."""
        self.editor.setPlaceholderText(instead or self._hint)
        if not self.modified:
            if value != self._value:
                self._show(value[:LONGEST])
            self.fault.hide()
        self._value = value
        self._has_value = bool(value)
        long = len(value) > LONGEST
        self._read_only = read_only or long
        self.editor.setReadOnly(self._read_only)
        if self._linked:
            self.shown.show_runs(runs)
            self.edit.setText(self.tr("Edit") if value else self.tr("Add"))
            self.edit.setAccessibleName(f"{self.edit.text()}: {self._name}")
            self._arrange(editing=not self.editor.isHidden())
        if long:
            self.complain(self.tr("It has {} characters, too many to be edited here.").format(grouped(len(value))))

    def show_other(self, text: str) -> None:
        """Shows what was typed before into this field and could not be saved."""
        self.editor.show_text(text)
        self._arrange(editing=True)
        self.commit()

    def forget(self) -> str | None:
        """Gives up what was typed, and returns it; None when that is nothing."""
        typed = self.editor.text() if self.modified else None
        self._value = ""
        self._show("")
        self.fault.hide()
        self._arrange(editing=not self._linked)
        return typed

    def begin(self) -> None:
        """Puts the keyboard into the field."""
        if self._read_only:
            return
        self._arrange(editing=True)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def commit(self) -> bool:
        """Tells what was typed, if it can be. False when it is refused."""
        text = self.editor.text()
        if not self.modified:
            return True
        try:
            self.check(text)
        except Refused as refused:
            self.complain(said(str(refused)))
            self.changed.emit()
            return False
        self.fault.hide()
        self._value = self._unchanged = text
        self.committed.emit(text)
        return True

    def _show(self, value: str) -> None:
        self.editor.show_text(value)
        self._unchanged = self.editor.text()

    def complain(self, sentence: str) -> None:
        """Says below the value what is wrong."""
        self.fault.setText(sentence)
        self.fault.show()
        self.editor.setAccessibleDescription(sentence)

    def _enter(self) -> None:
        if self.commit() and self._linked:
            self._arrange(editing=False)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self.commit():
            self._arrange(editing=not self._linked)

    def _put_back(self) -> None:
        if self.modified:
            self._show(self._value)
            self.editor.selectAll()
            self.fault.hide()
            self.changed.emit()
        elif self._linked:
            self._arrange(editing=False)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _arrange(self, *, editing: bool) -> None:
        self.editor.setVisible(editing)
        self.shown.setVisible(not editing and self._has_value)
        self.edit.setVisible(self._linked and not editing and not self._read_only)


class _Small(Button):
    """A quiet button."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("link", True)
