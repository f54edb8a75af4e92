"""The field notes are written in: plain text, to the letter, that helps with lists."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.formula_peek import FormulaPeek
from readerapp.ui.parts.markdown import ITEM, Markdown
from readerapp.ui.theme import Theme

_INDENT = 4
_LINE_END = re.compile("\r\n|\r|\u2029")
_QUOTE = re.compile(r"\s*(?:>\s?)+")


class NoteEditor(QPlainTextEdit):
    """A note being written. `typed` says that the reader changed it; `entered` and `left` that the focus came, or is to
    go elsewhere (Esc, F6). Enter goes on with a list or quote, Tab moves its items. The formula the cursor is in is set
    under its line, by `peek`."""

    typed = Signal()
    entered = Signal()
    left = Signal()
    focus_lost = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write what you think of it. Markdown, saved as you type."))
        self.document().setDocumentMargin(0)
        Markdown(self.document(), theme)
        self._known = ""
        self.textChanged.connect(self._changed)
        self.peek = FormulaPeek(self, theme)
        for moved in (self.cursorPositionChanged, self.textChanged, self.verticalScrollBar().valueChanged):
            moved.connect(self.peek.look)
        theme.changed.connect(self.peek.update)

    def text(self) -> str:
        """The note, to the letter: also blanks that do not break, which the stock widget would replace."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Shows another note, from its beginning."""
        self._known = _LINE_END.sub("\n", text)
        self.setPlainText(text)

    def replace_text(self, text: str) -> None:
        """Shows what became of the note elsewhere, if it is another text now; the cursor stays in the words it stands
        in, if they are there."""
        if _LINE_END.sub("\n", text) == self._known:
            return
        cursor = self.textCursor()
        position, length = cursor.position(), self.document().characterCount()
        cursor.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText().replace("\u2029", "\n")
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        after = cursor.selectedText().replace("\u2029", "\n")
        place = self.verticalScrollBar().value()
        self.show_text(text)
        grown = self.document().characterCount() - length
        if not text.startswith(before) and text.endswith(after):
            position += grown
        cursor = self.textCursor()
        cursor.setPosition(min(max(position, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def _changed(self) -> None:
        # Styling a line also counts as a change of the text to Qt.
        text = self.text()
        if text != self._known:
            self._known = text
            self.typed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.peek.look()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.peek.hide()
        self.focus_lost.emit()

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_F6:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if modifiers == Qt.KeyboardModifier.NoModifier:
                self._break_line()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if modifiers == Qt.KeyboardModifier.ShiftModifier:
                # The stock widget would put in a line separator, which no file has.
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            case Qt.Key.Key_Tab if modifiers == Qt.KeyboardModifier.NoModifier and not self.isReadOnly():
                if not self._move_items(_INDENT):
                    self.textCursor().insertText(" " * _INDENT)
            case Qt.Key.Key_Backtab if not self.isReadOnly():
                self._move_items(-_INDENT)
            case _:
                super().keyPressEvent(event)

    def _break_line(self) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        line = cursor.block().text()
        item = ITEM.match(line)
        quote = _QUOTE.match(line)
        mark = item or quote
        inside = mark is not None and len(mark[0]) <= cursor.positionInBlock()
        cursor.beginEditBlock()
        if mark is None or not inside or cursor.hasSelection():
            cursor.insertBlock()
        elif not line[mark.end() :].strip():
            # Enter on an empty item ends the list.
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.insertBlock()
            cursor.insertText(_next_mark(item) if item else mark[0])
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _move_items(self, by: int) -> bool:
        """Moves the selected items of a list to the right or left. False when none is selected."""
        selected = self.textCursor()
        document = self.document()
        block: QTextBlock = document.findBlock(selected.selectionStart())
        last = document.findBlock(selected.selectionEnd()).blockNumber()
        moved = False
        selected.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last:
            text = block.text()
            if ITEM.match(text):
                moved = True
                cursor = QTextCursor(block)
                if by > 0:
                    cursor.insertText(" " * by)
                else:
                    blanks = min(len(text) - len(text.lstrip(" ")), -by)
                    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, blanks)
                    cursor.removeSelectedText()
            block = block.next()
        selected.endEditBlock()
        return moved


def _next_mark(item: re.Match[str]) -> str:
    """How the item after this one begins."""
    mark = item["mark"]
    if mark[:-1].isdigit():
        mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
    return f"{item['indent']}{mark}{item['blank']}{'[ ] ' if item['box'] else ''}"
