"""The highlights of a paper as cards: a bar in the colour of their meaning, the quote, the comment; the lost ones under
a heading of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.records import HighlightRecord
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.display import one_line, readable, units
from readerapp.ui.parts.plain_text import match_format
from readerapp.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_LINES = 6
_SHOWN = 600
_PADDING = 12
_GAP = 8
_BAR = 4
_BETWEEN = 4
# While a comment is written its field is as high as it needs, from one line to this many.
_MOST_WRITTEN = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """A card, or the heading above the lost ones; `number` is that of the highlight as they were given."""

    number: int = -1
    lost: bool = False


class HighlightList(QListView):
    """Cards in the order of the highlights. Signals carry a highlight's id, or 0 where it has none.

    `chosen` says that the reader went to a card, `passage_asked` that they want its passage, `comment_typed` what they
    made of its comment, letter by letter, and `comment_begun` and `comment_ended` when; `meaning_asked`,
    `find_asked`, `delete_asked` and `menu_asked` (with a place on the screen) what they want of it, and `number_typed`
    the number key of a meaning.
    """

    chosen = Signal(int)
    comment_begun = Signal(int)
    comment_typed = Signal(int, str)
    comment_ended = Signal()
    meaning_asked = Signal(int)
    number_typed = Signal(int, int)
    find_asked = Signal(int)
    delete_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("highlightList")
        self.setAccessibleName(self.tr("Highlights"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.read_only = False
        # The one that is looked for, as its card says.
        self._sought = 0
        self._model = _Highlights(self)
        self.setModel(self._model)
        self._cards = CardDelegate(theme, self)
        self.setItemDelegate(self._cards)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._model.comment_typed.connect(self.comment_typed)
        theme.changed.connect(self.viewport().update)

    # What is shown

    def show_highlights(
        self, highlights: Sequence[HighlightRecord], colours: Mapping[str, str], lost: Collection[int] = ()
    ) -> None:
        """Shows these highlights; `colours` by meaning, `lost` the numbers of those whose passage is not there.

        The current card stays the current one, and a comment that is being written goes on."""
        current, editing, cursor = self.current_id(), self.editing, self._caret()
        if self._model.show(list(highlights), colours, frozenset(lost)):
            index = self._model.find(current)
            self._select(index)
            if editing and editing == current and index.isValid():
                self.edit_comment()
                editor = self._editor()
                if editor is not None:
                    place = editor.textCursor()
                    place.setPosition(min(cursor, len(editor.toPlainText())))
                    editor.setTextCursor(place)
        self.scheduleDelayedItemsLayout()

    def set_words(self, words: Iterable[Words]) -> None:
        """Marks the words of a search in quotes and comments."""
        self._cards.marker = Marker(words)
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Makes one highlight, by its number as they were given, the current one and scrolls to it."""
        self._select(self._model.numbered(number))

    def go_to_id(self, highlight: int) -> bool:
        """The same by its id. False when it is not among them."""
        index = self._model.find(highlight)
        self._select(index)
        return index.isValid()

    def seek(self, highlight: int) -> None:
        """Has a lost card say that its passage is looked for; 0: none."""
        self._sought = highlight
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @property
    def sought(self) -> int:
        """The id of the highlight that is looked for; 0 for none."""
        return self._sought

    def current_id(self) -> int:
        """The id of the current card; 0 for none."""
        mark = self._model.mark(self.currentIndex())
        return (mark.id or 0) if mark else 0

    def _select(self, index: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag if index.isValid() else flag.Clear)
        # The current card has room for a comment.
        self.scheduleDelayedItemsLayout()
        if index.isValid():
            self.scrollTo(index)

    # Comments

    @property
    def editing(self) -> int:
        """The id of the highlight whose comment is being written; 0 for none."""
        return self.current_id() if self.state() == QAbstractItemView.State.EditingState else 0

    def edit_comment(self) -> None:
        """Opens the comment of the current card, to be written in place."""
        index = self.currentIndex()
        if self._model.mark(index) is not None and not self.read_only:
            self.scrollTo(index)
            self.comment_begun.emit(self.current_id())
            self.edit(index)
            self.scheduleDelayedItemsLayout()

    def _editor(self) -> CommentField | None:
        return self.viewport().findChild(CommentField) if self.editing else None

    def _caret(self) -> int:
        editor = self._editor()
        return editor.textCursor().position() if editor is not None else 0

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.scheduleDelayedItemsLayout()
        self.comment_ended.emit()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Delete, Qt.Key.Key_H) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        highlight = self.current_id()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not highlight or not plain:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edit_comment()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.delete_asked.emit(highlight)
            case Qt.Key.Key_H:
                self.meaning_asked.emit(highlight)
            case Qt.Key.Key_F if self._model.is_lost(self.currentIndex()):
                self.find_asked.emit(highlight)
            case key if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
                self.number_typed.emit(highlight, key - Qt.Key.Key_0)
            case _:
                before = self.currentIndex()
                super().keyPressEvent(event)
                if self.currentIndex() != before:
                    self.scheduleDelayedItemsLayout()
                    self.chosen.emit(self.current_id())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        found = super().moveCursor(action, modifiers)
        if found.isValid() and self._model.mark(found) is None:
            moves = QAbstractItemView.CursorAction
            up = action in (moves.MoveUp, moves.MovePrevious, moves.MovePageUp)
            found = found.siblingAtRow(found.row() + (-1 if up else 1))
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        if self.currentIndex() != before:
            self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._model.mark(index) is None or self.editing:
            return
        what = self._cards.under(index, self.visualRect(index), event.position())
        match what:
            case "find":
                self.find_asked.emit(self.current_id())
            case "delete":
                self.delete_asked.emit(self.current_id())
            case "comment":
                self.chosen.emit(self.current_id())
                self.edit_comment()
            case _:
                self.chosen.emit(self.current_id())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._model.mark(self.indexAt(event.position().toPoint())) is not None:
            self.edit_comment()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_words = index.isValid() and self._cards.under(index, self.visualRect(index), event.position())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if on_words in ("find", "delete") else Qt.CursorShape.ArrowCursor
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if self._model.mark(index) is not None:
            self.menu_asked.emit(self.current_id(), place)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # However it became the current one, its card has room for a comment now.
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(self._model.rows[0].number)


class _Highlights(QAbstractListModel):
    """The cards: those whose passage is there, a heading, and the lost ones."""

    comment_typed = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.highlights: list[HighlightRecord] = []
        self.colours: Mapping[str, str] = {}
        self.rows: list[_Row] = []

    def show(self, highlights: list[HighlightRecord], colours: Mapping[str, str], lost: frozenset[int]) -> bool:
        """Takes them over. Whether the cards are others now, and not just what they say."""
        there = [_Row(number) for number in range(len(highlights)) if number not in lost]
        gone = [_Row(number, lost=True) for number in range(len(highlights)) if number in lost]
        rows = [*there, *([_Row(lost=True)] if gone else []), *gone]
        same = rows == self.rows and [mark.id for mark in highlights] == [mark.id for mark in self.highlights]
        if same and None not in [mark.id for mark in highlights]:
            if (highlights, colours) != (self.highlights, self.colours):
                self.highlights, self.colours = highlights, colours
                self.dataChanged.emit(self.index(0), self.index(max(len(rows) - 1, 0)))
            return False
        self.beginResetModel()
        self.highlights, self.colours, self.rows = highlights, colours, rows
        self.endResetModel()
        return True

    def mark(self, index: Index) -> HighlightRecord | None:
        """The highlight of a card; None for the heading, and for no index."""
        number = self.rows[index.row()].number if index.isValid() else -1
        return self.highlights[number] if number >= 0 else None

    def is_lost(self, index: Index) -> bool:
        return index.isValid() and self.rows[index.row()].lost

    def find(self, highlight: int) -> QModelIndex:
        """The card of a highlight; an invalid index when there is none."""
        rows = (at for at, row in enumerate(self.rows) if highlight and self._id(row) == highlight)
        row = next(rows, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def numbered(self, number: int) -> QModelIndex:
        """The card of the highlight with this number."""
        row = next((at for at, row in enumerate(self.rows) if row.number == number >= 0), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def _id(self, row: _Row) -> int | None:
        return self.highlights[row.number].id if row.number >= 0 else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.mark(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        highlight = self.mark(index)
        if highlight is None:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.heading() if shown else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"“{one_line(readable(highlight.quote))}”"
            case Qt.ItemDataRole.EditRole:
                return highlight.comment
            case Qt.ItemDataRole.AccessibleTextRole:
                lost = self.tr("lost") if self.is_lost(index) else ""
                page = self.tr("page {}").format(highlight.page) if highlight.page else ""
                words = (
                    lost,
                    highlight.meaning,
                    page,
                    one_line(readable(highlight.quote)),
                    one_line(highlight.comment),
                )
                return " ".join(filter(None, words))
        return None

    def heading(self) -> str:
        """What stands above the lost ones."""
        return self.tr("Lost: not in the abstract as it is now")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        mark = self.mark(index)
        if mark is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        if value != mark.comment:
            self.highlights[self.rows[index.row()].number] = replace(mark, comment=value)
            self.dataChanged.emit(index, index)
            self.comment_typed.emit(mark.id or 0, value)
        return True


class CommentField(QPlainTextEdit):
    """A comment being written. `typed` says that the reader changed it; Enter and Esc are told by `done`."""

    typed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commentField")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Comment"))
        self.setPlaceholderText(self.tr("Comment; Enter ends it"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.typed)

    def text(self) -> str:
        """The comment to the letter, also blanks that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and not shift):
            self.done.emit()
        elif enter:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of a card, laid out: what it is, its colour, its height."""

    what: str
    layout: QTextLayout
    token: str
    height: int


class CardDelegate(QStyledItemDelegate):
    """Draws the cards, and has a comment written in its place."""

    def __init__(self, theme: Theme, view: HighlightList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.marker = Marker()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._model().mark(index) is None:
            return QSize(0, QFontMetrics(self._theme.font("small")).height() + 2 * _GAP)
        placed = self._placed(index, QRect(0, 0, self._view.viewport().width(), 0))
        return QSize(0, placed[-1][1].bottom() + 1 + _PADDING + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        model = self._model()
        highlight = model.mark(index)
        colour = self._theme.colour
        if highlight is None:
            painter.setFont(self._theme.font("small", weight=QFont.Weight.DemiBold))
            painter.setPen(colour("secondary"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), model.heading())
            return
        card = QRectF(rect.adjusted(0, 0, 0, -_GAP)).adjusted(0.5, 0.5, -0.5, -0.5)
        current = self._view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if current and self._view.hasFocus() else "faint" if current else "line"
        painter.setPen(QPen(colour(edge), 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(card, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.dot(model.colours.get(highlight.meaning, "grey")))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), _BAR, rect.height() - _GAP), 2, 2)
        for text, place in self._placed(index, rect):
            if not (text.what == "comment" and self._is_written(index)):
                painter.setPen(colour(text.token))
                text.layout.draw(painter, QPointF(place.topLeft()))
        painter.restore()

    def under(self, index: Index, rect: QRect, point: QPointF) -> str:
        """What of a card lies under a point: "quote", "comment", "meaning", "find", "delete", or ""."""
        for text, place in self._placed(index, rect):
            if place.contains(point.toPoint()):
                return text.what
        return ""

    def _model(self) -> _Highlights:
        model = self._view.model()
        assert isinstance(model, _Highlights)
        return model

    def _is_written(self, index: Index) -> bool:
        return bool(self._view.editing) and self._view.currentIndex() == index

    def _placed(self, index: Index, rect: QRect) -> list[tuple[_Text, QRect]]:
        """The texts of a card with their places. What can be done to a lost one stands on one line."""
        placed: list[tuple[_Text, QRect]] = []
        x, y = rect.x() + _BAR + _PADDING, rect.y() + _PADDING
        width = rect.width() - _BAR - 2 * _PADDING
        for text in self._texts(index, rect.width()):
            if text.what in ("find", "delete"):
                width = round(text.layout.lineAt(0).naturalTextWidth()) + 1
            placed.append((text, QRect(x, y, width, text.height)))
            if text.what == "find":
                x += width + 16
            else:
                y += text.height + _BETWEEN
        return placed

    def _texts(self, index: Index, width: int) -> list[_Text]:
        """What stands on a card of this width, from top to bottom."""
        model = self._model()
        highlight = model.mark(index)
        if highlight is None:
            return []
        italic, plain, small = self._theme.font(), self._theme.font(), self._theme.font("small")
        italic.setItalic(True)
        written, current = self._is_written(index), self._view.currentIndex() == index
        texts = [
            self._laid_out("quote", f"“{_short(readable(highlight.quote))}”", italic, "secondary", width, "highlight")
        ]
        if written:
            texts.append(self._laid_out("comment", f"{highlight.comment}\u200b", plain, "text", width, None))
        elif highlight.comment:
            texts.append(self._laid_out("comment", _short(highlight.comment), plain, "text", width, "comment"))
        elif current and not self._view.read_only:
            texts.append(self._laid_out("comment", self.tr("Add a comment"), plain, "faint", width, None))
        page = self.tr("page {}").format(highlight.page) if highlight.page else ""
        if words := " · ".join(filter(None, (_short(highlight.meaning), page))):
            texts.append(self._laid_out("meaning", words, small, "faint", width, None))
        if model.is_lost(index) and not self._view.read_only:
            if self._view.sought == (highlight.id or 0) != 0:
                words = self.tr("Select its passage in the abstract, then press H. Esc leaves it lost.")
                texts.append(self._laid_out("sought", words, small, "accent_text", width, None))
            else:
                texts.append(self._laid_out("find", self.tr("Find again"), small, "accent_text", width, None))
                texts.append(self._laid_out("delete", self.tr("Delete"), small, "accent_text", width, None))
        return texts

    def _laid_out(self, what: str, text: str, font: QFont, token: str, width: int, field: str | None) -> _Text:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        if field is not None:
            layout.setFormats([self._mark(text, *place) for place in self.marker.marks(text, field)])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        for _ in range(_MOST_WRITTEN if field is None else _LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width - _BAR - 2 * _PADDING, 20))
            line.setPosition(QPointF(0, height))
            height += line.height() + 2
        layout.endLayout()
        return _Text(what, layout, token, round(height))

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = units(text[:start]), units(text[start:end])
        mark.format = match_format(self._theme, False)
        return mark

    # Writing a comment

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CommentField(parent)
        editor.setFont(self._theme.font())
        editor.typed.connect(lambda: self.commitData.emit(editor))
        editor.done.connect(lambda: self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CommentField)
        mark = self._model().mark(index)
        if mark is not None and mark.comment != editor.text():
            with QSignalBlocker(editor):
                editor.setPlainText(mark.comment)
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, CommentField)
        if model.setData(index, editor.text()):
            self._view.scheduleDelayedItemsLayout()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        for text, place in self._placed(index, option.rect):
            if text.what == "comment":
                editor.setGeometry(place.adjusted(0, 0, 0, 2))


def _short(text: str) -> str:
    shown = one_line(text[: _SHOWN * 2])
    return shown if len(shown) <= _SHOWN and len(text) <= _SHOWN * 2 else f"{shown[:_SHOWN]}…"
