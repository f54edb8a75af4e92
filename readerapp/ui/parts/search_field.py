"""The search field: text in the search language, its recognised terms drawn as tokens in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
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
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QWidget

from readerapp.library.language import Query, parse
from readerapp.ui import icons
from readerapp.ui.parts.display import one_line, units
from readerapp.ui.theme import Theme

_LEFT = 30
_BUTTON = 20
# A term's ground reaches so far beyond its text.
_PADDING = 4
# So much is always left to write in, in pixels; the answer makes room.
_WRITING = 160
# Terms beyond these, and the inner points of terms longer than that, are not worth the time they take.
_MOST_TOKENS = 100
_LONG = 200

_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))


class SearchField(QLineEdit):
    """A line to search with.

    `query_changed` carries the text whenever it changes, `submitted` is Enter, `left` is Esc when there is no text.
    """

    query_changed = Signal(str)
    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._found = QLabel(self)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
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
        self._hint = QLabel(self)
        self._hint.setObjectName("searchHint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.hide()
        self.textChanged.connect(self._read)
        theme.changed.connect(self._take_colours)
        self._take_colours()
        self._arrange()

    @property
    def explanation(self) -> str:
        """What was made of the text, when that is worth saying."""
        return self._query.explanation

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

    # Reading what is typed

    def _read(self) -> None:
        text = self.text()
        self._query = parse(text, typing=True)
        self.setAccessibleDescription(self.explanation)
        self._colour_terms()
        self._arrange()
        self._show_hint()
        if not self._silent:
            self.query_changed.emit(text)

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
        self._colour_terms()

    # The answer and the clear button at the right, the hint below

    def _arrange(self) -> None:
        has_text = bool(super().text())
        right = 8
        self._clear.setVisible(has_text)
        if has_text:
            self._clear.move(self.width() - 4 - _BUTTON, (self.height() - _BUTTON) // 2)
            right = 8 + _BUTTON
        shown = self._answer_text(self.width() - _LEFT - _WRITING - right) if has_text else ""
        self._found.setText(shown)
        self._found.setVisible(bool(shown))
        if shown:
            width = self._found.sizeHint().width()
            self._found.setGeometry(self.width() - right - width, 0, width, self.height())
            right += width + 8
        if self.textMargins().right() != right:
            self.setTextMargins(_LEFT, 0, right, 0)

    def _answer_text(self, room: int) -> str:
        """As much of the answer as there is room for."""
        if self._answer is None:
            return ""
        found, total, milliseconds, counting = self._answer
        more = "+" if counting else ""
        numbers = self.tr("{found} of {total}").format(found=f"{found:,}{more}", total=f"{total:,}")
        time = (
            self.tr("{} ms").format(max(1, round(milliseconds)))
            if milliseconds < 1000
            else self.tr("{} s").format(f"{milliseconds / 1000:.1f}")
        )
        metrics = QFontMetrics(self._found.font())
        for text in (f"{numbers} · {time}", numbers):
            if metrics.horizontalAdvance(text) <= room:
                return text
        return ""

    def _show_hint(self) -> None:
        if not self.explanation or not self.hasFocus():
            self._hint.hide()
            return
        window = self.window()
        if self._hint.parentWidget() is not window:
            self._hint.setParent(window)
        self._hint.setText(one_line(self.explanation))
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        widest = max(self.width(), min(320, window.width() - below.x() - 8))
        one_wide = QFontMetrics(self._hint.font()).horizontalAdvance(self._hint.text()) + 20
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
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submitted.emit()
            case Qt.Key.Key_Escape if super().text():
                self._clear_text()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._colour_terms()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_hint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hint.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hint.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._show_hint()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._colour_terms()
            self._arrange()
