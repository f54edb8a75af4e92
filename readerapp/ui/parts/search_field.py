"""The search field: text in the search language, its recognised terms drawn as tokens in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QIcon,
    QInputMethodEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QWidget

from readerapp.library.completion import Completion
from readerapp.library.language import Query, in_words, parse, unfinished
from readerapp.ui import icons
from readerapp.ui.parts.completion_list import CompletionList
from readerapp.ui.parts.display import grouped, one_line, tip, units
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import phrase, said

_LEFT = 30
_BUTTON = 20
# A term's ground reaches so far beyond its text.
_PADDING = 4
# So much is always left to write in, in pixels; the answer makes room.
_WRITING = 160
# How much of it the words "Update" and a name can take.
_LONGEST_UPDATE = 176
# Terms beyond these, and the inner points of terms longer than that, are not worth the time they take.
_MOST_TOKENS = 100
_LONG = 200
# So many searches made before are kept, and so many completions shown below a word that may be just a word.
_RECENT = 30
_FEW = 5
# So long after a key completions are looked for, in milliseconds.
_AFTER_PAPERS = 30

_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab)

_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))


class SearchField(QLineEdit):
    """A line to search with.

    `query_changed` carries the text whenever it changes, `submitted` is Enter, `left` is Esc when there is no text.
    `search_made` carries a text that was of use, `recent` having it first. `completion_asked` carries the text and
    where in it the cursor is, in code points; the answer goes to `set_completions`. `help_asked` is the button "?".
    `save_asked` and `update_asked` are the buttons that keep what is searched for, see `set_saving`.
    """

    query_changed = Signal(str)
    submitted = Signal()
    left = Signal()
    search_made = Signal(str)
    completion_asked = Signal(str, int)
    help_asked = Signal()
    save_asked = Signal()
    update_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_soon = QTimer(self, singleShot=True)
        self._ask_soon.timeout.connect(self._emit_asked)
        self._theme = theme
        self._query = Query()
        self._layout: QTextLayout | None = None
        self._grounds: list[tuple[float, float]] = []
        self._coloured = False
        self._composing = False
        self._silent = False
        self._answer: tuple[int, int, float, bool] | None = None
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search titles, abstracts, notes…  /"))
        self.setMinimumHeight(28)
        self._icon = QIcon()
        self._found = Label(parent=self)
        self._found.setProperty("role", "faint")
        self._found.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton(self)
        self._clear.setProperty("plain", True)
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFixedSize(_BUTTON, _BUTTON)
        self._clear.clicked.connect(self._clear_text)
        self._help = QToolButton(self)
        self._help.setText("?")
        self._help.setProperty("plain", True)
        self._help.setAccessibleName(self.tr("How to search"))
        self._help.setToolTip(self.tr("How to search"))
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._help.setCursor(Qt.CursorShape.ArrowCursor)
        self._help.setFixedSize(_BUTTON, _BUTTON)
        self._help.clicked.connect(self.help_asked)
        self._save = QToolButton(self)
        self._save.setProperty("plain", True)
        self._save.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._save.setCursor(Qt.CursorShape.ArrowCursor)
        self._save.setFixedSize(_BUTTON, _BUTTON)
        self._save.clicked.connect(self.save_asked)
        self._update = QToolButton(self)
        self._update.setProperty("link", True)
        self._update.setFont(theme.font("small"))
        self._update.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._update.setCursor(Qt.CursorShape.ArrowCursor)
        self._update.clicked.connect(self.update_asked)
        self._saving, self._updating = False, ""
        self._name_save_buttons()
        self._recent: list[str] = []
        self._edited = False
        # What was asked last, text, cursor, and whether by a key of its own; and to which text and cursor the list is.
        self._asked: tuple[str, int, bool] | None = None
        self._offered = "", 0
        self._list = CompletionList(theme, self)
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._note_edit)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self._hint = Label(parent=self)
        self._hint.setObjectName("searchHint")
        self._hint.setWordWrap(True)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self.textChanged.connect(self._read)
        theme.changed.connect(self._take_colours)
        self._take_colours()
        self._arrange()

    @property
    def explanation(self) -> str:
        """What was made of the text, when that is worth saying: what was understood, then what was not."""
        query = self._query
        repeats = query.understood.casefold() in self.text().casefold()
        understood = "" if repeats else in_words(query.expression, query.sort, phrase)
        return "\n".join(filter(None, (understood, said(query.explanation))))

    @property
    def recent(self) -> list[str]:
        """The searches made before, the latest first, at most 30."""
        return list(self._recent)

    @recent.setter
    def recent(self, searches: Iterable[str]) -> None:
        self._recent = list(dict.fromkeys(filter(None, map(str.strip, searches))))[:_RECENT]

    def keep_search(self) -> None:
        """Says that what is typed was of use, by `search_made`; nothing if that is nothing."""
        if text := self.text().strip():
            self.recent = [text, *self._recent]
            self.search_made.emit(text)

    def text(self) -> str:
        """The text on one line: what was pasted with line ends has blanks for them."""
        return super().text().translate(_LINE_ENDS)

    def set_text_silently(self, text: str) -> None:
        """Replaces the text without `query_changed`."""
        self._silent = True
        self.setText(text)
        self._silent = False

    def set_answer(self, found: int, total: int, milliseconds: float, *, counting: bool = False) -> None:
        """Shows how many papers of how many were found, and how fast; `counting`: there may be more."""
        self._answer = found, total, milliseconds, counting
        self._arrange()

    def clear_answer(self) -> None:
        """Shows no numbers."""
        self._answer = None
        self._arrange()

    def set_saving(self, can_save: bool, changed: str = "") -> None:
        """Whether what is searched for can be saved, and the name of the saved search that it is a change of."""
        if (can_save, changed) != (self._saving, self._updating):
            self._saving, self._updating = can_save, changed
            self._name_save_buttons()
            self._arrange()

    def _name_save_buttons(self) -> None:
        name = one_line(self._updating)
        self._update.setAccessibleName(self.tr("Update {}").format(name))
        self._update.setToolTip(tip(self.tr("Let “{}” search for this from now on").format(name)))
        words = self.tr("Save as a new search") if name else self.tr("Save this search")
        self._save.setAccessibleName(words)
        self._save.setToolTip(words)

    def set_completions(self, found: Sequence[Completion], text: str, cursor: int) -> None:
        """Shows how this text may go on at the cursor, in code points, if that is still what was asked last."""
        if self._asked is None or self._asked[:2] != (text, cursor) or not self.hasFocus():
            return
        by_key = self._asked[2]
        place = unfinished(text, cursor)
        if not by_key and (place is None or place.field is None):
            # Somebody may just be typing words.
            if all(one.kind == "recent" or (one.kind == "field" and cursor - one.start < 2) for one in found):
                found = ()
            found = found[:_FEW]
        if found:
            if self._list.parentWidget() is not self.window():
                self._list.setParent(self.window())
            self._offered = text, cursor
            self._list.open(found, self._below(), max(self.width(), 320))
        else:
            self._list.hide()
        self._show_hint()

    # Completing

    def _ask(self, *, by_key: bool) -> None:
        """Asks how what is typed may go on. What is shown stays until the answer, so that it does not flicker."""
        text, cursor = self._place()
        self._asked = None
        self._list.choose_none()
        if by_key or (not self._composing and text.strip() and unfinished(text, cursor)):
            self._asked = text, cursor, by_key
            # While the first papers are painted, another thread that answers would take turns with this one.
            self._ask_soon.start(0 if by_key else _AFTER_PAPERS)
        else:
            self._ask_soon.stop()
            self._close_list()

    def _emit_asked(self) -> None:
        if self._asked is not None:
            self.completion_asked.emit(*self._asked[:2])

    def _place(self) -> tuple[str, int]:
        """The text, and where in it the cursor is, in code points."""
        text, position = self.text(), self.cursorPosition()
        if not text.isascii():
            before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
            position = len(before.decode("utf-16-le", "surrogatepass"))
        return text, position

    def _take(self, one: Completion) -> None:
        text, cursor = self._place()
        if self._offered != (text, cursor):
            return  # clicked before the answer to what has been typed since
        begin = units(text[: one.start])
        self.setSelection(begin, units(text[one.start : one.end]))
        self.insert(one.text)
        if one.kind == "field":
            self._ask(by_key=False)
        else:
            self._close_list()

    def _cursor_moved(self) -> None:
        if self._asked and self._asked[:2] != self._place():
            self._close_list()

    def _close_list(self) -> None:
        self._asked = None
        if not self._list.isHidden():
            self._list.hide()
            self._show_hint()

    def _below(self) -> QPoint:
        return self.mapTo(self.window(), QPoint(0, self.height() + 4))

    # Reading what is typed

    def _read(self) -> None:
        text, edited = self.text(), self._edited
        self._edited = False
        self._query = parse(text, typing=True)
        self.setAccessibleDescription(self.explanation.replace("\n", ". "))
        self._colour_terms()
        self._arrange()
        self._show_hint()
        if not self._silent:
            self.query_changed.emit(text)
        # After the question for the list, which is the more urgent one.
        if edited:
            self._ask(by_key=False)

    def _note_edit(self) -> None:
        # Comes before the change itself is told.
        self._edited = True

    def _places(self) -> list[tuple[int, int]]:
        """Begin and end of the recognised terms, counted as Qt counts."""
        text, at, counted = self.text(), 0, 0
        places = []
        for term in [term for term in self._query.terms if term.understood][:_MOST_TOKENS]:
            begin = counted + units(text[at : term.start])
            counted = begin + units(text[term.start : term.end])
            at = term.end
            places.append((begin, counted))
        return places

    def _formats(self, places: list[tuple[int, int]]) -> list[tuple[int, int, QTextCharFormat]]:
        """How parts of the text are to look: the terms coloured, the blanks beside them wider for their grounds."""
        accent, wide = QTextCharFormat(), QTextCharFormat()
        accent.setForeground(self._theme.colour("accent_text"))
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        wide.setFontLetterSpacing(2 * _PADDING - 1)
        shown = self.displayText().encode("utf-16-le", "surrogatepass")
        formats = [(begin, end, accent) for begin, end in places]
        beside = {at for begin, end in places for at in (begin - 1, end) if at >= 0}
        formats += [(at, at + 1, wide) for at in beside if shown[2 * at : 2 * at + 2] == b" \0"]
        return sorted(formats, key=lambda one: one[0])

    def _colour_terms(self) -> None:
        """Gives the terms their colour, and measures where their grounds are to be painted.

        QLineEdit takes formats for parts of its text from an input method, and from nobody else. While one composes
        a word the text is its own.
        """
        if self._composing:
            return
        places = self._places()
        formats = self._formats(places)
        if formats or self._coloured:
            cursor = self.cursorPosition()
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes = [
                QInputMethodEvent.Attribute(kind, begin - cursor, end - begin, look) for begin, end, look in formats
            ]
            super().inputMethodEvent(QInputMethodEvent("", attributes))
        self._coloured = bool(formats)
        self._measure(places, formats)
        self.update()

    def _measure(self, places: list[tuple[int, int]], formats: list[tuple[int, int, QTextCharFormat]]) -> None:
        self._layout, self._grounds = None, []
        if not places:
            return
        # The same text, font and formats as in QLineEdit's own layout, which it does not show.
        layout = QTextLayout(self.displayText(), self.font())
        ranges = []
        for begin, end, look in formats:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = begin, end - begin, look
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        self._layout = layout
        # Where the writing direction changes within a term its ends need not be its outermost points.
        one_way = self.displayText().isascii()
        for begin, end in places:
            ends_only = one_way or end - begin > _LONG
            edges = [self._x(at) for at in ((begin, end) if ends_only else range(begin, end + 1))]
            self._grounds.append((min(edges), max(edges)))

    def _x(self, position: int) -> float:
        if self._layout is None:
            return 0
        x: float = self._layout.lineAt(0).cursorToX(position)[0]  # type: ignore[index]
        return x

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self._writing_area()
        if self._layout is not None and self._layout.lineAt(0).naturalTextWidth() + 4 > area.width():
            # QLineEdit scrolls to its cursor only when it paints: let it do so before the grounds are painted.
            super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "border"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._icon.paint(painter, QRect(9, (self.height() - 14) // 2, 14, 14))
        if self._grounds and not self._composing:
            painter.setClipRect(area.adjusted(-_PADDING, 0, _PADDING, 0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("token"))
            cursor = QRectF(self.cursorRect())
            scrolled = cursor.center().x() - self._x(self.cursorPosition())
            height = min(cursor.height() + 3, self.height() - 6)
            top = (self.height() - height) / 2
            for begin, end in self._grounds:
                ground = QRectF(begin + scrolled - _PADDING, top, end - begin + 2 * _PADDING, height)
                if ground.right() > area.left() and ground.left() < area.right():
                    painter.drawRoundedRect(ground, 4, 4)
        painter.end()
        super().paintEvent(event)

    def _writing_area(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins())

    def _take_colours(self) -> None:
        self._icon = icons.icon("search", self._theme.colour("secondary"))
        self._clear.setIcon(icons.icon("close", self._theme.colour("secondary")))
        self._save.setIcon(icons.icon("save-search", self._theme.colour("secondary")))
        self._colour_terms()

    # The answer and the clear button at the right, the hint below

    def _arrange(self) -> None:
        has_text = bool(super().text())
        right = 8
        for button, shown in (
            (self._help, has_text or self.hasFocus()),
            (self._save, has_text and self._saving),
            (self._clear, has_text),
        ):
            button.setVisible(shown)
            if shown:
                button.move(self.width() - right + 4 - _BUTTON, (self.height() - _BUTTON) // 2)
                right += _BUTTON
        right = self._arrange_update(right, has_text)
        answer = self._answer_text(self.width() - _LEFT - _WRITING - right) if has_text else ""
        self._found.setText(answer)
        self._found.setVisible(bool(answer))
        if answer:
            width = self._found.sizeHint().width()
            self._found.setGeometry(self.width() - right - width, 0, width, self.height())
            right += width + 8
        if self.textMargins().right() != right:
            self.setTextMargins(_LEFT, 0, right, 0)

    def _arrange_update(self, right: int, has_text: bool) -> int:
        """Places the button that changes the saved search, with as much of its name as there is room for; returns
        where the next thing ends."""
        shown = has_text and bool(self._updating)
        self._update.setVisible(shown)
        if not shown:
            return right
        words = self._update.accessibleName()
        metrics = QFontMetrics(self._update.font())
        room = max(48, min(_LONGEST_UPDATE, self.width() - _LEFT - _WRITING - right - 16))
        self._update.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        size = QSize(metrics.horizontalAdvance(self._update.text().replace("&&", "&")) + 12, _BUTTON)
        self._update.setGeometry(
            QRect(QPoint(self.width() - right - size.width() + 4, (self.height() - _BUTTON) // 2), size)
        )
        return right + size.width() + 4

    def _answer_text(self, room: int) -> str:
        """As much of the answer as there is room for."""
        if self._answer is None:
            return ""
        found, total, milliseconds, counting = self._answer
        more = "+" if counting else ""
        numbers = self.tr("{found} of {total}").format(found=f"{grouped(found)}{more}", total=grouped(total))
        time = (
            self.tr("{} ms").format(max(1, round(milliseconds)))
            if milliseconds < 1000
            else self.tr("{} s").format(QLocale().toString(milliseconds / 1000, "f", 1))
        )
        metrics = QFontMetrics(self._found.font())
        for text in (f"{numbers} · {time}", numbers):
            if metrics.horizontalAdvance(text) <= room:
                return text
        return ""

    def _show_hint(self) -> None:
        if not self.explanation or not self.hasFocus() or not self._list.isHidden():
            self._hint.hide()
            return
        window = self.window()
        if self._hint.parentWidget() is not window:
            self._hint.setParent(window)
        lines = [one_line(line) for line in self.explanation.splitlines()]
        self._hint.setText("\n".join(lines))
        below = self._below()
        widest = max(self.width(), min(320, window.width() - below.x() - 8))
        self._hint.ensurePolished()
        one_wide = max(map(QFontMetrics(self._hint.font()).horizontalAdvance, lines)) + 32
        width = min(one_wide, widest)
        self._hint.setGeometry(below.x(), below.y(), width, self._hint.heightForWidth(width))
        self._hint.show()
        self._hint.raise_()

    # Keys and events

    def _clear_text(self) -> None:
        self.selectAll()
        self.del_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            # Else Tab would move the focus before it is seen as a key.
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and (one := self._list.chosen):
                self._take(one)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = not self._list.isHidden()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if one := self._list.chosen:
                    self._take(one)
                    return
                self._close_list()
                self.keep_search()
                self.submitted.emit()
            case Qt.Key.Key_Escape if shown:
                self._close_list()
            case Qt.Key.Key_Escape if super().text():
                self._clear_text()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if shown:
                self._list.move_choice(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Down:
                self._ask(by_key=True)
            case _:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._colour_terms()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._arrange()
        self._show_hint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close_list()
        self._arrange()
        self._hint.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close_list()
        self._hint.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._close_list()
        self._show_hint()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._close_list()
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._colour_terms()
            self._arrange()
