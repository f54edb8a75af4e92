"""The abstract with what the reader does in it: selecting with mouse or keys, and choosing highlights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip, QWidget

from readerapp.records import HighlightRecord
from readerapp.ui.parts.abstract import AbstractView
from readerapp.ui.parts.display import one_line, readable, tip
from readerapp.ui.theme import Theme

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_WITH_CARET = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Escape,
)  # fmt: skip
_BY_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard
# Of this many highlights a screen reader is told.
_MOST_TOLD = 50


class MarkedAbstract(AbstractView):
    """An abstract in which passages are selected, and highlights clicked.

    `passage_selected` says that the mouse has selected a passage, `highlight_clicked` carries the id of a highlight (0:
    a place without one), `menu_opening` a context menu before it is shown, and the highlight under the mouse (0: none).

    Left or Right shows a caret; then the arrow keys move it, with Shift they select, and Esc puts it away.
    """

    passage_selected = Signal()
    highlight_clicked = Signal(int)
    menu_opening = Signal(QMenu, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._usual = self.textInteractionFlags()
        self._pressed = QPoint()

    # What is there

    @property
    def text(self) -> str:
        """The abstract, as it is in the library."""
        return self._text

    def show_abstract(
        self, text: str, highlights: Sequence[HighlightRecord], colours: Mapping[str, str], *, anew: bool
    ) -> None:
        if anew:
            self.end_caret()
        chosen = self.chosen
        super().show_abstract(text, highlights, colours, anew=anew)
        self.choose(chosen)
        told = [self._told(mark) for mark, place in zip(highlights, self._places, strict=False) if place]
        if told:
            count = self.tr("%Ln highlights", "", len(told))
            self.setAccessibleDescription("\n".join(filter(None, (self.in_words(), count, *told[:_MOST_TOLD]))))

    def selection(self) -> tuple[int, int] | None:
        """What is selected, as offsets into the text; None for nothing, or nothing but blanks."""
        cursor = self.textCursor()
        start = self._paragraphs.offset(cursor.selectionStart())
        end = self._paragraphs.offset(cursor.selectionEnd(), after=True)
        return (start, end) if self._text[start:end].strip() else None

    def clear_selection(self) -> None:
        """Leaves nothing selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    # Highlights

    @property
    def chosen(self) -> int:
        """The id of the chosen highlight; 0 for none."""
        return (self._highlights[self._chosen].id or 0) if self._chosen >= 0 else 0

    def choose(self, highlight: int) -> None:
        """Shows one of the highlights as the chosen one; 0: none."""
        ids = [mark.id for mark in self._highlights[: len(self._places)]]
        chosen = ids.index(highlight) if highlight and highlight in ids else -1
        if chosen != self._chosen:
            self._chosen = chosen
            self._mark()

    def go_to(self, highlight: int) -> bool:
        """Chooses a highlight by its id and scrolls to it. False when it is not in the text."""
        self.choose(highlight)
        if self._chosen < 0 or self._places[self._chosen] is None:
            return False
        self.show_highlight(self._chosen)
        self.clear_selection()
        return True

    def highlights_at(self, point: QPoint) -> list[HighlightRecord]:
        """The highlights under a point of the viewport, the shortest first."""
        bar = self.verticalScrollBar().value()
        exact = Qt.HitTestAccuracy.ExactHit
        at = self.document().documentLayout().hitTest(QPointF(point.x(), point.y() + bar), exact)
        if at < 0:
            return []
        offset = self._paragraphs.offset(at)
        over = [
            (place[1] - place[0], number)
            for number, place in enumerate(self._places)
            if place and place[0] <= offset <= place[1]
        ]
        return [self._highlights[number] for _, number in sorted(over)]

    def _told(self, mark: HighlightRecord) -> str:
        """A highlight in words: what it means, and what the reader thinks of it."""
        meaning = one_line(mark.meaning) or self.tr("no meaning")
        return f"{meaning}: “{one_line(readable(mark.quote))[:200]}” {one_line(mark.comment)[:300]}".rstrip()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            if self.selection():
                self.passage_selected.emit()
            elif not self.anchorAt(self._pressed):
                self._click(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._pressed = event.position().toPoint()

    def _click(self, point: QPoint) -> None:
        ids = [mark.id or 0 for mark in self.highlights_at(point)]
        # Where several lie over each other, each click goes to the next.
        following = ids[(ids.index(self.chosen) + 1) % len(ids)] if self.chosen in ids else ids[0] if ids else 0
        self.choose(following)
        self.highlight_clicked.emit(following)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        marks = self.highlights_at(event.pos())
        under = (marks[0].id or 0) if marks else 0
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            under = self.chosen
        self.menu_opening.emit(menu, under)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            marks = self.highlights_at(event.pos())
            if marks and not self.anchorAt(event.pos()):
                words = [
                    ": ".join(filter(None, (one_line(mark.meaning) or self.tr("no meaning"), one_line(mark.comment))))
                    for mark in marks[:8]
                ]
                QToolTip.showText(event.globalPos(), "<br>".join(tip(one[:400]) for one in words), self)
                return True
        return super().viewportEvent(event)

    # The caret

    @property
    def caret(self) -> bool:
        """Whether a caret is shown, which the arrow keys move."""
        return bool(self.textInteractionFlags() & _BY_KEYBOARD)

    def end_caret(self) -> None:
        """Puts the caret away; what is selected stays so."""
        if self.caret:
            self.setTextInteractionFlags(self._usual)

    def _begin_caret(self) -> None:
        unseen = not self.viewport().visibleRegion().boundingRect().intersects(self.cursorRect())
        if unseen:
            self.setTextCursor(self.cursorForPosition(self.viewport().visibleRegion().boundingRect().topLeft()))
        self.setTextInteractionFlags(self._usual | _BY_KEYBOARD)

    def _is_ours(self, event: QKeyEvent) -> bool:
        other = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        if event.modifiers() & other or not self._text:
            return False
        return event.key() in _SIDEWAYS or (self.caret and event.key() in _WITH_CARET)

    def _takes(self, event: QKeyEvent) -> bool:
        return self._is_ours(event) or super()._takes(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.end_caret()
            self.clear_selection()
        else:
            shown = self.caret
            if not shown:
                self._begin_caret()
            # The first key alone shows where it is; one with Shift or Ctrl is meant to do more.
            if shown or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                # Not as of a text that has grown: then the keys would scroll what it lies in.
                QTextBrowser.keyPressEvent(self, event)
            event.accept()
            self._tell_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.end_caret()
