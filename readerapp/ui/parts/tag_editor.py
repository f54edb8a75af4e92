"""Tags typed in one line, completed from those there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readerapp.errors import Refused
from readerapp.library import tags
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

_ROWS = 8
_ROW = 28
_WIDTH = 240
_MOST = 50
_KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the completion: a tag to add, to remove, or to make."""

    name: str
    kind: str  # add, remove or create
    colour: str = "grey"
    papers: int = 0


class TagEditor(QWidget):
    """A field for tags: commas separate, `-name` takes one away, Tab or Enter takes the suggestion, Enter is done.

    `committed` carries the names to add and those to remove, cleaned; `cancelled` says that Esc was pressed, or Enter
    with nothing typed. `floating`, the suggestions lie over the window below the field; else they stand under it.
    `creating`, a name that is no tag yet is suggested to be one.
    """

    committed = Signal(list, list)
    cancelled = Signal()

    def __init__(
        self,
        known: KnownTags,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        floating: bool = True,
        creating: bool = True,
    ) -> None:
        super().__init__(parent)
        self._creating = creating
        self._known, self._theme = known, theme
        self._floating = floating
        self._present: frozenset[str] = frozenset()
        self._everywhere: frozenset[str] = frozenset()
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Tag, another, -away"))
        self.field.setAccessibleName(self.tr("Tags to add; a minus before a name removes it"))
        self._complaint = Label(parent=self)
        self._complaint.setWordWrap(True)
        self._complaint.setProperty("role", "danger")
        self._complaint.hide()
        self._model = _Suggestions(self)
        self.suggestions = QListView(self)
        self.suggestions.setObjectName("tagSuggestions")
        self.suggestions.setAccessibleName(self.tr("Suggested tags"))
        self.suggestions.setModel(self._model)
        self.suggestions.setItemDelegate(_SuggestionDelegate(theme, self))
        self.suggestions.setUniformItemSizes(True)
        self.suggestions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.suggestions.setMouseTracking(True)
        self.suggestions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.suggestions.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.suggestions.clicked.connect(self._take_clicked)
        self.suggestions.entered.connect(self.suggestions.setCurrentIndex)
        self.suggestions.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._complaint)
        if not floating:
            layout.addWidget(self.suggestions)
        self.setFocusProxy(self.field)
        self.setFixedWidth(_WIDTH)
        self.field.textEdited.connect(self._suggest)
        self.field.cursorPositionChanged.connect(self._cursor_moved)
        self.field.key_pressed.connect(self._key)
        self.field.focus_left.connect(self.hide_suggestions)
        known.changed.connect(self._known_changed)

    def begin(self, present: Iterable[str], everywhere: Iterable[str] | None = None) -> None:
        """Clears the field and takes the focus. Tags `present` can be removed; those `everywhere`, on all of several
        papers, need not be added (default: those present)."""
        self._present = frozenset(tags.key(name) for name in present)
        self._everywhere = self._present if everywhere is None else frozenset(map(tags.key, everywhere))
        self._known.look()
        self.field.clear()
        self._complain("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suggest()

    @property
    def complaint(self) -> str:
        """What is wrong with what was typed, as it is shown; "" when nothing is."""
        return self._complaint.text()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_suggestions()

    # Suggesting

    def _typed(self) -> tuple[int, int, str]:
        """Where the name stands that the cursor is in, and the name, with its minus."""
        text, cursor = self.field.text(), self.field.cursorPosition()
        start = text.rfind(",", 0, cursor) + 1
        end = text.find(",", cursor)
        end = len(text) if end < 0 else end
        return start, end, text[start:end].strip()

    def _suggest(self) -> None:
        self._complain("")
        typed = self._typed()[2]
        removing = typed.startswith("-")
        part = " ".join(typed.removeprefix("-").split())
        among = self._present if removing else None
        found = self._known.matching(part, most=_MOST + len(self._everywhere), among=among)
        if removing:
            rows = [Suggestion(row.name, "remove", row.colour, row.papers) for row in found]
        else:
            rows = [
                Suggestion(row.name, "add", row.colour, row.papers)
                for row in found
                if tags.key(row.name) not in self._everywhere
            ][:_MOST]
            name = _cleaned(part)
            if self._creating and name and self._known.named(name) is None and tags.key(name) not in self._everywhere:
                rows.append(Suggestion(name, "create", self._known.colour(name)))
        self._model.show(rows, part)
        # With nothing typed, Enter means that one is done: no suggestion is chosen for it.
        self.suggestions.setCurrentIndex(self._model.index(0) if part else QModelIndex())
        if rows and self.field.hasFocus():
            self._show_suggestions(len(rows))
        else:
            self.hide_suggestions()

    def _cursor_moved(self) -> None:
        if self.suggestions.isVisible():
            self._suggest()

    def _known_changed(self) -> None:
        if self.field.hasFocus() and not self.complaint:
            self._suggest()

    def _show_suggestions(self, rows: int) -> None:
        height = min(rows, _ROWS) * self._theme.high(_ROW) + 2 + 8
        if self._floating:
            window = self.window()
            if self.suggestions.parentWidget() is not window:
                self.suggestions.setParent(window)
                window.installEventFilter(self)
            below = self.field.mapTo(window, QPoint(0, self.field.height() + 4))
            above = self.field.mapTo(window, QPoint(0, -4 - height))
            place = above if below.y() + height > window.height() and above.y() >= 0 else below
            width = max(self.width(), 280)
            place.setX(max(min(place.x(), window.width() - width - 4), 4))
            self.suggestions.setGeometry(QRect(place, QSize(width, height)))
            self.suggestions.raise_()
        else:
            self.suggestions.setFixedHeight(height)
        self.suggestions.show()
        self.suggestions.scrollToTop()

    def hide_suggestions(self) -> None:
        """Takes the suggestions away, until the next key."""
        self.suggestions.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide_suggestions()
        return super().eventFilter(watched, event)

    # Taking

    def _key(self, event: QKeyEvent) -> None:
        shown = self.suggestions.isVisible()
        chosen = self._chosen() if shown else None
        match event.key():
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if chosen:
                    self._take(chosen)
                self._commit()
            case Qt.Key.Key_Tab if chosen:
                self._take(chosen)
                self.field.setText(f"{self.field.text().rstrip(', ')}, ")
                self._suggest()
            case Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self._move(-1 if event.key() == Qt.Key.Key_Up else -_ROWS)
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                if not shown:
                    self._suggest()
                else:
                    self._move(1 if event.key() == Qt.Key.Key_Down else _ROWS)
            case _:
                event.ignore()

    def _chosen(self) -> Suggestion | None:
        index = self.suggestions.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _move(self, step: int) -> None:
        rows = len(self._model.rows)
        if rows:
            here = self.suggestions.currentIndex().row()
            there = (here + step) % rows if abs(step) == 1 and here >= 0 else min(max(here + step, 0), rows - 1)
            self.suggestions.setCurrentIndex(self._model.index(there))

    def _take(self, suggestion: Suggestion) -> None:
        start, end, _ = self._typed()
        text = self.field.text()
        name = f"{'-' if suggestion.kind == 'remove' else ''}{suggestion.name}"
        before = f"{text[:start].rstrip()} " if start else ""
        self.field.setText(f"{before}{name}{text[end:]}")
        self.field.setCursorPosition(len(before) + len(name))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(self._model.rows[index.row()])
        self._commit()

    def _commit(self) -> None:
        add: dict[str, str] = {}
        remove: dict[str, str] = {}
        for part in self.field.text().split(","):
            part = part.strip()
            if not part:
                continue
            removing = part.startswith("-")
            try:
                name = tags.clean(part.removeprefix("-"))
            except Refused as refusal:
                self._complain(said(refusal.what))
                return
            known = self._known.named(name)
            if removing and tags.key(name) not in self._present:
                self._complain(self.tr("There is no tag “{}” here to remove.").format(one_line(name)))
                return
            (remove if removing else add)[tags.key(name)] = known.name if known else name
        new = [name for key, name in add.items() if key not in self._everywhere and key not in remove]
        if new or remove:
            self.hide_suggestions()
            self.committed.emit(new, list(remove.values()))
        else:
            self.cancelled.emit()

    def _complain(self, sentence: str) -> None:
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        if sentence:
            self.hide_suggestions()


def _cleaned(part: str) -> str:
    """The name that would be stored; "" when it cannot be one."""
    try:
        return tags.clean(part)
    except Refused:
        return ""


class _Field(QLineEdit):
    """The line that is typed in. The keys of the editor go to it, and to none of the window's actions."""

    key_pressed = Signal(QKeyEvent)
    focus_left = Signal()

    def event(self, event: QEvent) -> bool:
        if claims(event, *_KEYS):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            self.key_pressed.emit(event)
            if event.isAccepted():
                return True
            # Left ignored, Tab would go on to the parent and move the focus once more.
            event.accept()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_left.emit()


class _Suggestions(QAbstractListModel):
    """The suggestions for what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Suggestion] = ()
        self.part = ""

    def show(self, rows: Sequence[Suggestion], part: str) -> None:
        self.beginResetModel()
        self.rows, self.part = rows, part
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.rows[index.row()]
        name = one_line(row.name)
        if row.kind == "create":
            return self.tr("Create “{}”").format(name)
        return self.tr("Remove {}").format(name) if row.kind == "remove" else name


class _SuggestionDelegate(QStyledItemDelegate):
    """Draws a suggestion: dot, name, number of papers."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.high(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, _Suggestions)
        row = model.rows[index.row()]
        view = option.widget
        rect: QRect = option.rect
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(self._theme.dot(row.colour))
        painter.drawRoundedRect(QRect(rect.x() + 8, rect.y() + (rect.height() - 8) // 2, 8, 8), 2, 2)
        text = rect.adjusted(24, 0, -8, 0)
        painter.setFont(self._theme.font("small"))
        if row.papers:
            count = grouped(row.papers)
            painter.setPen(self._theme.colour("faint"))
            painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            text.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 8, 0)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("selection_text" if chosen else "text"))
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()
