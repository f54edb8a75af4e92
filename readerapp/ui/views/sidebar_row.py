"""How a row of the sidebar is drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readerapp.operations.searching import MAX_NAME
from readerapp.ui import icons
from readerapp.ui.models.sidebar import TAGS_HEADER, Index, Row, SidebarModel
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.display import grouped
from readerapp.ui.theme import GRID, Theme

_MARGIN = 8
_PADDING = 8
_ICON = 16
_DOT = 8
_INDENT = 16
# Deeper tags are not moved further in: their names would have no room.
_DEEPEST = 4


class _Name(QLineEdit):
    """A field for a name, in the place of the row. Enter is for it, not for the action that has the key."""

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Return, Qt.Key.Key_Enter) or super().event(event)


class SidebarRow(QStyledItemDelegate):
    """Draws icon or coloured dot, name and number. `target` is the row that papers or a tag would be dropped on,
    `pointer` where the mouse is."""

    def __init__(self, theme: Theme, model: SidebarModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.target = QPersistentModelIndex()
        self.pointer = QPoint(-1, -1)
        self._font = theme.font()
        self._strong = theme.font(weight=QFont.Weight.DemiBold)
        self._small = theme.font("small", weight=QFont.Weight.DemiBold)
        self._hint = theme.font("small")
        height = QFontMetrics(self._font).height() + 10
        self._height = max(28, -(-height // GRID) * GRID)
        theme.changed.connect(self._icons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = _Name(parent)
        editor.setObjectName("sidebarName")
        editor.setAccessibleName(self.tr("Name"))
        editor.setMaxLength(MAX_NAME)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        left = _MARGIN + _PADDING + self._indent(index) + _ICON + 2
        editor.setGeometry(option.rect.adjusted(left, 0, -_MARGIN, 0))

    def caret(self, rect: QRect, index: Index) -> QRect:
        """Where in the row's rectangle the mark is that opens and closes a tag with tags below it."""
        left = rect.left() + _MARGIN + self._indent(index)
        return QRect(left, rect.top(), _PADDING + _ICON + 4, rect.height())

    def switch(self, rect: QRect) -> QRect:
        """Where in the heading of the tags the word is that says, and switches, what the numbers count."""
        width = QFontMetrics(self._hint).horizontalAdvance(self._counted()) + 12
        return QRect(self.more(rect).left() - width, self.more(rect).top(), width, 20)

    def more(self, rect: QRect) -> QRect:
        """Where in the heading of the tags its menu is opened."""
        return QRect(rect.right() + 1 - _MARGIN - 4 - 20, rect.top() + 6 + (rect.height() - 6 - 20) // 2, 20, 20)

    def _counted(self) -> str:
        return self.tr("unread") if self._model.counting_unread else self.tr("all")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "header":
            right = -16
            if row.key == TAGS_HEADER:
                self._paint_switch(painter, rect, index)
                right = self.switch(rect).left() - rect.right() - 5
            self._write(painter, rect.adjusted(16, 6, right, 0), row.text, self._small, "faint")
        elif row.kind == "hint":
            self._write(painter, rect.adjusted(16, 0, -16, 0), row.text, self._hint, "faint")
        else:
            self._paint_row(painter, option, index, row, rect)
        painter.restore()

    def _paint_switch(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for place in (self.switch(rect), self.more(rect)):
            if place.contains(self.pointer):
                painter.setBrush(self._theme.colour("hover"))
                painter.drawRoundedRect(place, 4, 4)
        self._write(painter, self.switch(rect).adjusted(6, 0, -5, 0), self._counted(), self._hint, "secondary")
        self._icon("more", "secondary").paint(painter, self.more(rect).adjusted(2, 2, -2, -2))
        if self.target.isValid() and self.target == index:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect.adjusted(_MARGIN + 1, 5, -_MARGIN - 1, -1)), 6, 6)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index, state)
        words = "accent_text" if chosen else "faint" if row.quiet else "text"
        font = self._strong if chosen else self._font
        number = self._model.number(row)
        right = rect.right() + 1 - _MARGIN - _PADDING
        if number:
            shown = grouped(number)
            width = QFontMetrics(font).horizontalAdvance(shown)
            place = QRect(right - width, rect.top(), width + 1, rect.height())
            self._write(painter, place, shown, font, "accent_text" if chosen else "faint")
            right -= width + 8
        if row.quick:
            right = self._paint_key(painter, rect, right, str(row.quick))
        left = rect.left() + _MARGIN + _PADDING + self._indent(index)
        middle = rect.center().y() + 1
        if row.kind == "tag":
            if self._model.rowCount(index):
                mark = "expanded" if state & QStyle.StateFlag.State_Open else "collapsed"
                self._icon(mark, "secondary").paint(painter, QRect(left + 2, middle - 6, 12, 12))
            left += _ICON + 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.dot(row.colour))
            painter.drawRoundedRect(QRectF(left, middle - _DOT / 2, _DOT, _DOT), 2, 2)
            left += _DOT + 8
        else:
            tint = "accent_text" if chosen else "faint" if row.quiet else "secondary"
            self._icon(row.icon, tint).paint(painter, QRect(left, middle - _ICON // 2, _ICON, _ICON))
            left += _ICON + 8
        self._write(painter, QRect(left, rect.top(), right - left, rect.height()), row.text, font, words)

    def _paint_key(self, painter: QPainter, rect: QRect, right: int, key: str) -> int:
        """The number key of a tag, as it stands on the keyboard; answers where it begins."""
        cap = QRectF(right - 16, rect.center().y() - 7, 16, 16)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._hint)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
        return right - 24

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, state: QStyle.StateFlag) -> None:
        place = QRectF(rect.adjusted(_MARGIN, 0, -_MARGIN, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        ground = ""
        if state & QStyle.StateFlag.State_Selected:
            ground = "selection"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        if ground:
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(place, 6, 6)
        aimed_at = self.target.isValid() and self.target == index
        if aimed_at or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2 if aimed_at else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = 1 if aimed_at else 0.5
            painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), 6, 6)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine), elided)

    def _indent(self, index: Index) -> int:
        return min(self._model.depth(index), _DEEPEST) * _INDENT

    def _icon(self, name: str, colour: str) -> QIcon:
        if (name, colour) not in self._icons:
            self._icons[name, colour] = icons.icon(name, self._theme.colour(colour))
        return self._icons[name, colour]
