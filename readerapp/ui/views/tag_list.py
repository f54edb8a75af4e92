"""The lists of the sheet that tidies tags: the tags themselves, and what is offered."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from readerapp.library.tags import TagRow
from readerapp.ui.icons import icon
from readerapp.ui.models.tag_rows import Index, Offer, OfferModel, TagModel
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.theme import GRID, Theme

_PADDING = 12
_INDENT = 16
_DEEPEST = 5
_CARET = 20
_DOT = 8
# The columns at the right: key, papers, unread.
KEY, PAPERS, UNREAD = 40, 64, 64
# In a narrower list the unread have no room.
_ROOMY = 380


_KEYS = {
    Qt.Key.Key_Return: "show",
    Qt.Key.Key_Enter: "show",
    Qt.Key.Key_M: "merge",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_N: "names",
    Qt.Key.Key_C: "colour",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Slash: "filter",
}


class TagList(QListView):
    """The tags. `asked` carries what a key asked for: "show", "merge", "split", "names", "colour", "delete", "filter",
    or a digit."""

    asked = Signal(str)

    def __init__(self, model: TagModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = model
        self._lines = _TagLine(theme, model, self)
        self.setObjectName("candidates")
        self.setAccessibleName(self.tr("Tags"))
        self.setModel(model)
        self.setItemDelegate(self._lines)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def current(self) -> TagRow | None:
        """The tag that is chosen."""
        index = self.currentIndex()
        return self._tags.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tag, editing = self.current(), self.state() == QAbstractItemView.State.EditingState
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or editing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if tag is not None and not self._toggle(tag, event.key() == Qt.Key.Key_Right):
                super().keyPressEvent(event)
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            self.asked.emit(event.text())
        elif event.key() in _KEYS:
            self.asked.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are commands, and the filter finds."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            tag = self._tags.rows[index.row()]
            if self._tags.has_below(tag) and self._lines.caret(self.visualRect(index), tag).contains(
                event.position().toPoint()
            ):
                self._toggle(tag, self._tags.is_closed(tag))
                return
        super().mousePressEvent(event)

    def _toggle(self, tag: TagRow, opened: bool) -> bool:
        current = self.current()
        if not self._tags.toggle(tag, opened):
            return False
        index = self._tags.find(current.id) if current else self._tags.find(tag.id)
        self.setCurrentIndex(index if index.isValid() else self._tags.find(tag.id))
        return True

    def column_names(self) -> list[tuple[str, int]]:
        """What the columns at the right are called, and how far from the right edge each ends."""
        roomy = self.width() >= _ROOMY
        scroll_bar = self.verticalScrollBar().width() if self.verticalScrollBar().isVisible() else 0
        right = _PADDING + 1 + scroll_bar
        names = [(self.tr("Unread"), right)] if roomy else []
        right += UNREAD if roomy else 0
        return [(self.tr("Key"), right + PAPERS), (self.tr("Papers"), right), *names]


class _TagLine(QStyledItemDelegate):
    """Draws a tag: caret, dot, name, its other names, key and numbers. Edits its whole name in place."""

    def __init__(self, theme: Theme, model: TagModel, view: TagList) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self._body, self._small = theme.font(), theme.font("small")
        self._carets: dict[str, QIcon] = {}
        theme.changed.connect(self._carets.clear)
        height = QFontMetrics(theme.font()).height() + 12
        self._height = -(-height // GRID) * GRID

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._height)

    def caret(self, rect: QRect, tag: TagRow) -> QRect:
        """Where in its row the mark of a tag is that opens and closes it."""
        left = rect.left() + _PADDING + self._indent(tag) - 4
        return QRect(left, rect.top(), _CARET + 4, rect.height())

    def _indent(self, tag: TagRow) -> int:
        return 0 if self._model.filtering else min(tag.depth, _DEEPEST) * _INDENT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tag, rect = self._model.rows[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, self._theme)
        left = rect.left() + _PADDING + self._indent(tag)
        middle = rect.center().y() + 1
        if not self._model.filtering:
            if self._model.has_below(tag):
                mark = "collapsed" if self._model.is_closed(tag) else "expanded"
                if mark not in self._carets:
                    self._carets[mark] = icon(mark, self._theme.colour("secondary"))
                self._carets[mark].paint(painter, QRect(left, middle - 6, 12, 12))
            left += _CARET
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.dot(tag.colour))
        painter.drawRoundedRect(QRectF(left, middle - _DOT / 2, _DOT, _DOT), 2, 2)
        left += _DOT + 8
        right = rect.right() + 1 - _PADDING
        body, small = self._body, self._small
        if self._view.width() >= _ROOMY:
            unread = grouped(tag.unread) if tag.unread else ""
            self._write(painter, QRect(right - UNREAD, rect.top(), UNREAD, rect.height()), unread, body, "faint", True)
            right -= UNREAD
        papers = QRect(right - PAPERS, rect.top(), PAPERS, rect.height())
        self._write(painter, papers, grouped(tag.papers), body, "secondary", True)
        right -= PAPERS
        if tag.quick:
            self._key(painter, QRectF(right - 18, middle - 9, 18, 18), str(tag.quick))
        right -= KEY
        name = str(index.data())
        place = QRect(left, rect.top(), max(right - left, 0), rect.height())
        self._write(painter, place, name, body, "text")
        taken = QFontMetrics(body).horizontalAdvance(name) + 8
        if tag.aliases and place.width() - taken > 40:
            others = one_line(", ".join(tag.aliases))
            self._write(painter, place.adjusted(taken, 0, 0, 0), others, small, "faint")
        painter.restore()

    def _key(self, painter: QPainter, cap: QRectF, key: str) -> None:
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)

    def _write(
        self, painter: QPainter, place: QRect, text: str, font: QFont, token: str, at_right: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, int(flags | Qt.TextFlag.TextSingleLine), elided)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("tagName")
        field.setAccessibleName(self.tr("Name of the tag"))
        field.setMaxLength(200)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        tag = self._model.rows[index.row()]
        left = rect.left() + _PADDING + self._indent(tag) + (0 if self._model.filtering else _CARET) + _DOT
        editor.setGeometry(left, rect.top() + 1, max(rect.right() - left - _PADDING - PAPERS, 160), rect.height() - 2)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The ground of a row that is chosen, or under the mouse, and the ring around the one with the keyboard."""
    state, place = option.state, QRectF(option.rect).adjusted(4, 1, -4, -1)
    ground = ""
    if state & QStyle.StateFlag.State_Selected:
        ground = "selection" if state & QStyle.StateFlag.State_Active else "inactive_selection"
    elif state & QStyle.StateFlag.State_MouseOver:
        ground = "hover"
    painter.setPen(Qt.PenStyle.NoPen)
    if ground:
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(place, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("focus"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class OfferList(QListView):
    """Offers with the words that accept them and put them away at their right. Enter accepts the chosen one, Delete
    puts it away, as do clicks on the words. `accepted` and `declined` carry an Offer, which is gone from the list."""

    accepted = Signal(object)
    declined = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = OfferModel(self)
        self._lines = _OfferLine(theme, self)
        self.setObjectName("candidates")
        self.setAccessibleName(name)
        self.setModel(self.offers)
        self.setItemDelegate(self._lines)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def answer(self, yes: bool) -> None:
        """Accepts the chosen offer, or puts it away, and goes to the next."""
        index = self.currentIndex()
        if not index.isValid():
            return
        offer, row = self.offers.offers[index.row()], index.row()
        if not yes and not offer.decline:
            return
        self.offers.remove(row)
        self.setCurrentIndex(self.offers.index(min(row, self.offers.rowCount() - 1)))
        (self.accepted if yes else self.declined).emit(offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer(True)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(False)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: rows are few words long and in no order of the alphabet."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.offers.index(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            offer = self.offers.offers[index.row()]
            accept, decline = self._lines.places(self.visualRect(index), offer)
            if accept.contains(place):
                self.answer(True)
            elif decline.contains(place):
                self.answer(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(QPoint(-1, -1))

    def _point(self, place: QPoint) -> None:
        self._lines.pointer = place
        index = self.indexAt(place)
        over = False
        if index.isValid():
            places = self._lines.places(self.visualRect(index), self.offers.offers[index.row()])
            over = any(one.contains(place) for one in places)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()


class _OfferLine(QStyledItemDelegate):
    """Draws an offer in two lines, with the words that answer it at the right of each."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body, self._small = theme.font(), theme.font("small")
        self.pointer = QPoint(-1, -1)
        self._line = -(-(QFontMetrics(theme.font()).height() + 4) // GRID) * GRID

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * self._line + 8)

    def places(self, rect: QRect, offer: Offer) -> tuple[QRect, QRect]:
        """Where in its row the words are that accept an offer and put it away."""
        small = QFontMetrics(self._small)
        found = []
        for line, word in enumerate((offer.accept, offer.decline)):
            width = small.horizontalAdvance(word) + 12 if word else 0
            found.append(QRect(rect.right() + 1 - 8 - width, rect.top() + 4 + line * self._line, width, self._line))
        return found[0], found[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: QAbstractItemModel = index.model()
        assert isinstance(model, OfferModel)
        offer, rect = model.offers[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, self._theme)
        small, body = self._small, self._body
        lines = ((offer.text, body, "text"), (offer.why, small, "secondary"))
        words = ((offer.accept, "accent_text"), (offer.decline, "secondary"))
        for place, (text, font, token), (word, tint) in zip(self.places(rect, offer), lines, words, strict=True):
            painter.setFont(small)
            if word and place.contains(self.pointer):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("chip"))
                painter.drawRoundedRect(place, 4, 4)
            painter.setPen(self._theme.colour(tint))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)
            room = QRect(rect.left() + _PADDING, place.top(), place.left() - 8 - rect.left() - _PADDING, place.height())
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(room, int(flags | Qt.TextFlag.TextSingleLine), elided)
        painter.restore()
