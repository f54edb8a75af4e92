"""The field notes are written in: plain text, to the letter, that helps with lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QToolTip, QWidget

from readerapp import notes
from readerapp.library.completion import Completion
from readerapp.notes import ITEM, PICTURES, Reference
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.completion_list import CompletionList
from readerapp.ui.parts.display import tip, units
from readerapp.ui.parts.formula_peek import FormulaPeek
from readerapp.ui.parts.markdown import Markdown
from readerapp.ui.parts.picture_peek import PicturePeek
from readerapp.ui.spelling import Spelling
from readerapp.ui.theme import Theme

_INDENT = 4
_LINE_END = re.compile("\r\n|\r|\u2029")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
# A link to a paper that is begun before the cursor.
_BEGUN = re.compile(r"\[\[([^\[\]|]{0,200})\Z")
_WIDTH = 420


class NoteEditor(QPlainTextEdit):
    """A note being written. `typed` says that the reader changed it; `entered` and `left` that the focus came, or is to
    go elsewhere (Esc, F6).

    Enter goes on with a list or quote, Tab moves its items, Ctrl+B and Ctrl+I make words strong and stressed. A click
    on the box of a task fills or empties it, and so does Ctrl+Enter in its line. Ctrl+click, or Ctrl+Enter in a link,
    is told by `followed`. The formula the cursor is in is set under its line, by `peek`. While the name of a paper is
    written between brackets, `name_begun` carries what is there of it, to be answered by `offer`. `pointed_at` carries
    the picture the cursor or the mouse is at, None for none, to be answered by `show_picture`; `picture_given` one
    that is pasted or dropped: a QImage, or the path of a file.
    """

    typed = Signal()
    entered = Signal()
    left = Signal()
    focus_lost = Signal()
    followed = Signal(object)
    name_begun = Signal(str)
    pointed_at = Signal(object)
    picture_given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(
            self.tr(
                "Write what you think of it. Markdown, saved as you type.\n\n[[ names a paper, - [ ] is a task."
                " Ctrl+Enter follows a link or ticks a box."
            )
        )
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._markdown = Markdown(self.document(), theme)
        self._known = ""
        self._spelling: Spelling | None = None
        self._titles: Mapping[str, str] = {}
        self._completions: CompletionList | None = None
        self._begun = ""
        self._pressed: int | None = None
        self._picture: Reference | None = None
        self._picture_line = 0
        self.textChanged.connect(self._changed)
        self.peek = FormulaPeek(self, theme)
        self.picture = PicturePeek(self, theme)
        for moved in (self.cursorPositionChanged, self.textChanged, self.verticalScrollBar().valueChanged):
            moved.connect(self.peek.look)
        self.cursorPositionChanged.connect(self._cursor_moved)
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
            self._look_for_name()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.peek.look()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.peek.hide()
        self._close_completions()
        self._point_at(None)
        self._markdown.set_cursor(None)
        self.focus_lost.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (Qt.Key.Key_B, Qt.Key.Key_I, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in ours:
                event.accept()
                return True
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self._told_of(self._reference_at(event.pos()))), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.offering and self._press_in_completions(event.key(), modifiers):
            return
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_B | Qt.Key.Key_I if control:
                self._stress("**" if event.key() == Qt.Key.Key_B else "*")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self._do_what_is_here()
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

    def put_in(self, text: str) -> None:
        """Puts a paragraph of its own behind the one the cursor is in, and the cursor behind it."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        block = cursor.block()
        while block.text().strip() and block.next().isValid() and block.next().text().strip():
            block = block.next()
        cursor.setPosition(block.position() + block.length() - 1)
        begin = "\n\n" if block.text().strip() else ""
        cursor.insertText(f"{begin}{text}\n\n")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Stress, boxes and links

    def _stress(self, sign: str) -> None:
        """Puts the signs around what is selected, or the word the cursor is in; takes them away where they are."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        nothing = not cursor.hasSelection()
        place = cursor.position()
        if nothing:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = cursor.selectedText()
        if "\u2029" in text:
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        line, begin = cursor.block().text(), cursor.block().position()
        here = _points(line, start - begin), _points(line, end - begin)
        size = len(sign)
        around = line[max(here[0] - 3, 0) : here[0]], line[here[1] : here[1] + 3]
        stars = min(len(around[0]) - len(around[0].rstrip("*")), len(around[1]) - len(around[1].lstrip("*")))
        taken = stars in ((1, 3) if size == 1 else (2, 3))
        cursor.beginEditBlock()
        if taken:
            cursor.setPosition(start - size)
            cursor.setPosition(end + size, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        else:
            cursor.insertText(f"{sign}{text}{sign}")
        cursor.endEditBlock()
        by = -size if taken else size
        cursor.setPosition((place if nothing else start) + by)
        if not nothing:
            cursor.setPosition(end + by, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _do_what_is_here(self) -> None:
        """Follows the link the cursor is in; else fills or empties the box of the line, or gives an item one."""
        cursor = self.textCursor()
        found = self._reference(cursor.block(), cursor.positionInBlock())
        if found is not None:
            self.followed.emit(found)
            return
        item = ITEM.match(cursor.block().text())
        if item is None or self.isReadOnly():
            return
        if item["box"]:
            self._toggle_box(cursor.block())
        else:
            box = QTextCursor(cursor.block())
            box.setPosition(cursor.block().position() + item.end())
            box.insertText("[ ] ")

    def _toggle_box(self, block: QTextBlock) -> None:
        item = ITEM.match(block.text())
        if item is None or not item["box"] or self.isReadOnly():
            return
        cursor = QTextCursor(block)
        # Signs of a list are ASCII: what is counted in code points is so in Qt's units too.
        cursor.setPosition(block.position() + item.start("done"))
        cursor.setPosition(block.position() + item.end("done"), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("x" if item["done"] == " " else " ")

    def _box_at(self, point: QPoint) -> QTextBlock | None:
        """The block of the box that is drawn at a point of the viewport."""
        cursor = self.cursorForPosition(point)
        block = cursor.block()
        item = ITEM.match(block.text())
        if item is None or not item["box"] or block.userState() == 1 or not self._is_within(cursor, point):
            return None
        return block if item.start("box") <= cursor.positionInBlock() <= item.start("done") + 2 else None

    def _is_within(self, cursor: QTextCursor, point: QPoint) -> bool:
        """Whether a point is on the line of a cursor that was found for it: below the text there is none."""
        line = self.cursorRect(cursor)
        return line.top() <= point.y() <= line.bottom() and point.x() <= line.right() + self.fontMetrics().maxWidth()

    def _reference(self, block: QTextBlock, place: int) -> Reference | None:
        """What is pointed at by the text at a place in a block."""
        line = block.text()
        if block.userState() == 1 or not ("[" in line or ":" in line):
            return None
        at = _points(line, place)
        return next((one for one in notes.in_line(line) if one.start <= at <= one.end), None)

    def _reference_at(self, point: QPoint) -> Reference | None:
        cursor = self.cursorForPosition(point)
        return self._reference(cursor.block(), cursor.positionInBlock()) if self._is_within(cursor, point) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = None
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            block = self._box_at(event.position().toPoint())
        self._pressed = block.blockNumber() if block is not None else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if found := self._reference_at(point):
                self.followed.emit(found)
            return
        block = self._box_at(point)
        if block is not None and block.blockNumber() == self._pressed and not self.textCursor().hasSelection():
            self._toggle_box(block)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        point = event.position().toPoint()
        found = self._reference_at(point)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        hand = (found is not None and control) or self._box_at(point) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
        block = self.cursorForPosition(point).block()
        self._point_at(found if found is not None and found.kind == "picture" else None, block)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Takes over which paper each name in a link means, by its title; "" for a name of no paper."""
        self._titles = titles
        self._markdown.set_unknown(frozenset(name for name, title in titles.items() if not title))

    def _told_of(self, found: Reference | None) -> str:
        if found is None or found.kind == "picture":
            return ""
        if found.kind == "link":
            return self.tr("{} (Ctrl+click opens it)").format(found.target)
        title = self._titles.get(found.target)
        if title is None:
            return ""
        return self.tr("{} (Ctrl+click shows it)").format(title) if title else self.tr("No paper is called so.")

    def _point_at(self, picture: Reference | None, block: QTextBlock | None = None) -> None:
        if picture != self._picture:
            self._picture = picture
            self.picture.hide()
            self._picture_line = block.position() + block.length() - 1 if block is not None else 0
            self.pointed_at.emit(picture)

    def show_picture(self, picture: Reference, image: QImage) -> None:
        """Shows a picture below the line it stands in, if that is still pointed at."""
        if picture == self._picture:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(self._picture_line, self.document().characterCount() - 1))
            self.picture.show_below(image, self.cursorRect(cursor))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Other files are for the window: their addresses are no words of the reader.
        files = any(url.isLocalFile() for url in source.urls())
        return bool(_pictures(source)) if files else source.hasImage() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        pictures = _pictures(source) if not self.isReadOnly() else []
        for one in pictures:
            self.picture_given.emit(one)
        if not pictures:
            super().insertFromMimeData(source)

    def _cursor_moved(self) -> None:
        cursor = self.textCursor()
        self._markdown.set_cursor(cursor if self.hasFocus() else None)
        if self.offering and _BEGUN.search(self._before(cursor)) is None:
            self._close_completions()
        if self.hasFocus():
            found = self._reference(cursor.block(), cursor.positionInBlock())
            self._point_at(found if found is not None and found.kind == "picture" else None, cursor.block())

    # Spelling

    def set_spelling(self, spelling: Spelling | None) -> None:
        """Underlines words that are not spelt right, or, with None, no more."""
        self._spelling = spelling
        self._markdown.set_spelling(spelling)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._offer_spelling(menu, self.textCursor() if keyboard else self.cursorForPosition(event.pos()))
        menu.popup(self.mapToGlobal(self.cursorRect().bottomLeft()) if keyboard else event.globalPos())

    def _offer_spelling(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Puts what may have been meant by the word at a cursor before what a text field offers."""
        spelling, block = self._spelling, cursor.block()
        if spelling is None or self.isReadOnly() or block.userState() == 1:
            return
        line = block.text()
        at = _points(line, cursor.positionInBlock())
        span = next((one for one in spelling.wrong(line) if one[0] <= at <= one[1]), None)
        if span is None:
            return
        word = line[slice(*span)]
        place = QTextCursor(block)
        place.setPosition(block.position() + units(line[: span[0]]))
        place.setPosition(block.position() + units(line[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        first = menu.actions()[0]
        entries = [(other.replace("&", "&&"), partial(place.insertText, other)) for other in spelling.suggestions(word)]
        entries.append((self.tr("Add “{}” to my words").format(word), partial(self._learn, spelling, word)))
        for text, act in entries:
            entry = QAction(text, menu)
            # Without what Qt says of it: whether it is checked.
            entry.triggered.connect(lambda _=False, act=act: act())
            menu.insertAction(first, entry)
        menu.insertSeparator(first)

    def _learn(self, spelling: Spelling, word: str) -> None:
        spelling.learn(word)
        self._markdown.rehighlight()

    # Names of papers that are completed

    def _before(self, cursor: QTextCursor) -> str:
        """What stands in the line before the cursor."""
        line = cursor.block().text()
        return line[: _points(line, cursor.positionInBlock())] if "[[" in line else ""

    def _look_for_name(self) -> None:
        begun = _BEGUN.search(self._before(self.textCursor())) if self.hasFocus() and not self.isReadOnly() else None
        if begun is None or not begun[1].strip():
            self._close_completions()
            return
        self._begun = begun[1]
        self.name_begun.emit(begun[1])

    def offer(self, begun: str, found: Sequence[Completion]) -> None:
        """Shows how a name may go on, if it is still what was begun; the first is chosen."""
        now = _BEGUN.search(self._before(self.textCursor()))
        if now is None or now[1] != begun or not self.hasFocus() or not found:
            self._close_completions()
            return
        if self._completions is None:
            self._completions = CompletionList(self._theme, self.window())
            self._completions.setAccessibleName(self.tr("Papers that may be meant"))
            self._completions.taken.connect(self._take)
        rows = self._completions
        line = self.cursorRect()
        window = self.window()
        below = self.viewport().mapTo(window, QPoint(line.left(), line.bottom() + 4))
        below.setX(max(min(below.x(), window.width() - _WIDTH - 8), 8))
        rows.open(found, below, min(_WIDTH, window.width() - 16))
        if rows.geometry().bottom() > window.height():
            rows.move(below.x(), below.y() - line.height() - 8 - rows.height())
        rows.move_choice(1)

    @property
    def offering(self) -> bool:
        """Whether names are offered."""
        return self._completions is not None and self._completions.isVisible()

    def _close_completions(self) -> None:
        if self._completions is not None:
            self._completions.hide()

    def _press_in_completions(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        rows = self._completions
        if rows is None or modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                rows.move_choice(step)
                if rows.chosen is None:
                    rows.move_choice(step)
            case Qt.Key.Key_Escape:
                rows.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if rows.chosen is not None:
                self._take(rows.chosen)
            case _:
                return False
        return True

    def _take(self, chosen: Completion) -> None:
        """Puts a link in the place of what was begun."""
        cursor = self.textCursor()
        begun = _BEGUN.search(self._before(cursor))
        self._close_completions()
        if begun is None:
            return
        line = cursor.block().text()
        after = line[_points(line, cursor.positionInBlock()) :]
        end = cursor.position() + (2 if after.startswith("]]") else 0)
        cursor.setPosition(cursor.position() - units(begun[0]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chosen.text)
        self.setTextCursor(cursor)

    # Lists

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


def _pictures(source: QMimeData) -> list[QImage | Path]:
    """The pictures in what is pasted or dropped: files of pictures, or a picture that comes without words."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    if paths:
        return [path for path in paths if path.suffix.lower() in PICTURES]
    image = source.imageData() if source.hasImage() and not source.hasText() else None
    return [image] if isinstance(image, QImage) else []


def _points(line: str, place: int) -> int:
    """A place in a line, which Qt counts in UTF-16 code units, in code points."""
    if line.isascii():
        return place
    return len(line.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace"))
