"""The key editor: every action with its keys, to press others. What clashes is named, and not taken until solved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readerapp.actions.keys import FIXED, clashes, is_letter, keys_asked, keys_in_force
from readerapp.actions.registry import MENUS, Action, menu_name
from readerapp.ui.dialogs.keys import Piece, caps, draw_caps, has, width_of
from readerapp.ui.icons import icon
from readerapp.ui.parts.buttons import claims, draw_focus
from readerapp.ui.parts.flow import FlowLayout
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_ROW = 28
# With three actions to be seen, and keys and what there is to say of them in two lines each.
_LEAST = 296
# How long after a letter another one may follow it, in milliseconds.
_PAUSE = 1000


class KeyEditor(QWidget):
    """A list of the actions, and below it the keys of the chosen one. `changed` carries the keys the reader has chosen,
    by action, whenever they are others; an action that is not named has the keys it is declared with."""

    changed = Signal(object)

    def __init__(
        self,
        actions: Sequence[Action],
        chosen: Mapping[str, tuple[str, ...]],
        theme: Theme,
        *,
        letters: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = list(actions)
        self._chosen = dict(chosen)
        self._letters = letters
        self._theme = theme
        self._wanted = ""
        self._by_id = {action.id: action for action in actions}

        self._filter = QLineEdit(placeholderText=self.tr("Filter by action or key"))
        self._filter.setAccessibleName(self.tr("Filter by action or key"))
        self._filter.textChanged.connect(self._list)
        self._filter.installEventFilter(self)
        self._model = _Rows(self)
        self.view = QListView()
        self.view.setObjectName("reasons")
        self.view.setAccessibleName(self.tr("Actions and their keys"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(_RowDelegate(theme, self))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # As high as there is room for: a page with a list that scrolls need not scroll itself.
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.view.setMinimumHeight(3 * theme.high(_ROW))
        self.setMinimumHeight(_LEAST)
        self.view.selectionModel().currentChanged.connect(self._show_action)

        self._name = Label()
        self._name.setFont(theme.font(weight=QFont.Weight.DemiBold))
        self._back = QPushButton(self.tr("Put back"))
        self._back.setToolTip(self.tr("Give the action the keys it had at first"))
        self._back.clicked.connect(self._put_back)
        self.field = KeyField()
        self.field.pressed.connect(self._press)
        self.view.activated.connect(lambda _: self.field.setFocus())
        self._caps = QWidget()
        self._flow = FlowLayout(self._caps, gap=8, row_gap=4)
        self._flow.addWidget(self.field)
        self._message = Label()
        self._message.setWordWrap(True)
        self._message.setProperty("role", "secondary")
        self._take = QPushButton(self.tr("Take it from there"))
        self._take.clicked.connect(self._take_over)

        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._back)
        told = QHBoxLayout()
        told.addWidget(self._message, 1)
        told.addWidget(self._take, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._filter)
        layout.addWidget(self.view, 1)
        layout.addLayout(head)
        layout.addWidget(self._caps)
        layout.addLayout(told)
        theme.changed.connect(self.view.viewport().update)
        self._list()

    def set_letters(self, letters: bool) -> None:
        """Whether single letters are keys."""
        self._letters = letters
        self._list()

    def set_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Shows other keys, without telling anybody."""
        self._chosen = dict(chosen)
        self._list()

    @property
    def action(self) -> str:
        """The id of the action whose keys are shown; "" for none."""
        row = self._model.row(self.view.currentIndex().row())
        return row.action.id if row and row.action else ""

    def choose(self, action: str) -> None:
        """Shows the keys of an action."""
        self.view.setCurrentIndex(self._model.index(self._model.place(action)))

    # What is shown

    def _list(self) -> None:
        here, typed = self.action, self._filter.text()
        in_force = keys_in_force(self._actions, self._chosen, self._letters)
        clashing = {action for action, _ in clashes(keys_asked(self._actions, self._chosen))}
        either, then = self.tr("or"), self.tr("then")
        rows: list[_Row] = []
        for menu in MENUS:
            found = [
                _Row(action.text, action, tuple(pieces), action.id in self._chosen, action.id in clashing)
                for action in self._actions
                if action.menu == menu and has(action, pieces := caps(in_force[action.id], either, then), typed)
            ]
            rows += [_Row(menu_name(menu)), *found] if found else []
        self._model.show(rows)
        self.choose(here)
        self._show_action()

    def _show_action(self) -> None:
        self._wanted = ""
        action = self._by_id.get(self.action)
        self._name.setText(action.text if action else self.tr("No action has these words."))
        for cap in self._caps.findChildren(_Cap):
            self._flow.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        asked = keys_asked(self._actions, self._chosen)
        in_force = keys_in_force(self._actions, self._chosen, self._letters)
        if action:
            for at, key in enumerate(asked[action.id]):
                cap = _Cap(key, self._theme, self._caps, quiet=key not in in_force[action.id])
                cap.removed.connect(self._remove)
                self._flow.insert(at, cap)
                cap.show()
        self.field.setEnabled(action is not None)
        self.field.setAccessibleName(
            self.tr("Press a key for {}").format(action.text) if action else self.tr("Press a key")
        )
        self._back.setEnabled(bool(action and action.id in self._chosen))
        self._say(self._standing(action, asked, in_force) if action else "")

    def _standing(
        self, action: Action, asked: Mapping[str, tuple[str, ...]], in_force: Mapping[str, tuple[str, ...]]
    ) -> str:
        """What there is to say about the keys of an action that do not act."""
        rivals = clashes(asked)
        for key in asked[action.id]:
            if key in in_force[action.id]:
                continue
            if not self._letters and is_letter(key):
                return self.tr("Letters are turned off, so {} does nothing.").format(_said(key))
            return self.tr("{} does nothing here: it is asked for by {}.").format(
                _said(key), self._names(rivals.get((action.id, key), ()))
            )
        return action.help

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._message.setText(text)
        self._message.setProperty("role", "danger" if wrong else "secondary")
        self._message.style().polish(self._message)
        self._take.setVisible(bool(self._wanted))

    def _names(self, actions: Iterable[str]) -> str:
        names = [self._by_id[action].text for action in actions]
        return ", ".join(names[:3]) + (self.tr(" and {} more").format(len(names) - 3) if len(names) > 3 else "")

    # What the reader does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.view.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.action:
                    self.field.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: str) -> None:
        asked = keys_asked(self._actions, self._chosen)
        if not self.action or key in asked[self.action]:
            return
        self._wanted = ""
        if key in FIXED:
            self._say(self.tr("{} moves in every list, so no action can have it.").format(_said(key)), wrong=True)
            return
        rivals = self._rivals(key, asked)
        if rivals:
            self._wanted = key
            self._say(self.tr("{} clashes with a key of: {}.").format(_said(key), self._names(rivals)), wrong=True)
            return
        self._set({self.action: (*asked[self.action], key)})

    def _rivals(self, key: str, asked: Mapping[str, tuple[str, ...]]) -> list[str]:
        with_it = {**asked, self.action: (*asked[self.action], key)}
        return [action for action in clashes(with_it).get((self.action, key), ()) if action != self.action]

    def _take_over(self) -> None:
        asked, key = keys_asked(self._actions, self._chosen), self._wanted
        new: dict[str, tuple[str, ...]] = {
            action: tuple(other for other in asked[action] if not clashes({"": (key,), action: (other,)}))
            for action in self._rivals(key, asked)
        }
        self._set({**new, self.action: (*asked[self.action], key)})

    def _remove(self, key: str) -> None:
        asked = keys_asked(self._actions, self._chosen)
        self._set({self.action: tuple(other for other in asked[self.action] if other != key)})
        self.field.setFocus()

    def _put_back(self) -> None:
        asked = keys_asked([self._by_id[self.action]], {})
        for key in asked[self.action]:
            rivals = self._rivals(key, keys_asked(self._actions, {**self._chosen, self.action: ()}))
            if rivals:
                self._say(
                    self.tr("{} has gone to {} meanwhile. Put that back first.").format(
                        _said(key), self._names(rivals)
                    ),
                    wrong=True,
                )
                return
        self._set(asked)

    def _set(self, new: Mapping[str, tuple[str, ...]]) -> None:
        declared = keys_asked(self._actions, {})
        for action, keys in new.items():
            if keys == declared[action]:
                self._chosen.pop(action, None)
            else:
                self._chosen[action] = keys
        self._list()
        self.changed.emit(dict(self._chosen))


def _said(key: str) -> str:
    return " ".join(piece.text for piece in caps([key]))


class KeyField(QLineEdit):
    """Takes the next key that is pressed, or two letters one after the other: `pressed` carries it as it is written in
    settings. Tab goes on as everywhere, and Esc alone is no key here."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press a key"))
        self.setToolTip(self.tr("Press a key with the focus here; a second letter within a second makes a sequence"))
        self.setAccessibleName(self.tr("Press a key"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFixedWidth(128)
        self._chords: list[QKeyCombination] = []
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._finish)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Whatever is pressed is for this field, not for the action that has it now.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MODIFIERS:
            return
        if key == Qt.Key.Key_Escape and not modifiers:
            if self._chords:
                self._clear()
            else:
                event.ignore()
            return
        if self._chords and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
            return
        if Qt.Key.Key_Space < key < Qt.Key.Key_Escape and not chr(key).isalpha():
            # Shift is how such a sign is typed on this keyboard, and on the next one it may not be.
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        self._chords.append(QKeyCombination(modifiers, key))
        written = self._written()
        if len(self._chords) == 2 or not (is_letter(written) and chr(key).isalpha()):
            self._finish()
        else:
            self.setText(f"{_said(written)} …")
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._clear()
        super().focusOutEvent(event)

    def _written(self) -> str:
        return QKeySequence(*self._chords).toString(QKeySequence.SequenceFormat.PortableText)

    def _finish(self) -> None:
        written = self._written()
        self._clear()
        self.pressed.emit(written)

    def _clear(self) -> None:
        self._timer.stop()
        self._chords.clear()
        self.clear()


_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown,
    }
)  # fmt: skip


class _Cap(QAbstractButton):
    """A key of the chosen action. A click or Delete takes it away."""

    removed = Signal(str)

    def __init__(self, key: str, theme: Theme, parent: QWidget, *, quiet: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._pieces = caps([key], self.tr("or"), self.tr("then"))
        self._quiet = quiet
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Take {} away").format(_said(key)))
        self.setAccessibleName(self.tr("Take {} away").format(_said(key)))
        self.clicked.connect(lambda: self.removed.emit(self._key))

    def sizeHint(self) -> QSize:
        font = self._theme.font("small")
        return QSize(sum(width_of(piece, font) + 4 for piece in self._pieces) + 20, self._theme.high(28))

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.5 if self._quiet else 1)
        draw_caps(painter, self._pieces, self.rect().adjusted(0, 0, -20, 0), self._theme)
        painter.setOpacity(1)
        colour = self._theme.colour("text" if self.underMouse() else "faint")
        icon("close", colour).paint(painter, QRect(self.width() - 16, (self.height() - 12) // 2, 12, 12))
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._theme)


class _Row:
    """A menu's name, or an action with the caps of its keys."""

    __slots__ = ("action", "changed", "clashing", "pieces", "text")

    def __init__(
        self,
        text: str,
        action: Action | None = None,
        pieces: tuple[Piece, ...] = (),
        changed: bool = False,
        clashing: bool = False,
    ) -> None:
        self.text, self.action, self.pieces = text, action, pieces
        self.changed, self.clashing = changed, clashing


class _Rows(QAbstractListModel):
    """The rows, as they are read out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show(self, rows: list[_Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, at: int) -> _Row | None:
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place(self, action: str) -> int:
        """Where an action stands; where it does not, the first one's place."""
        found = [at for at, row in enumerate(self._rows) if row.action and row.action.id == action]
        return found[0] if found else min(1, len(self._rows) - 1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index.row())
        return super().flags(index) if row and row.action else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if role == Qt.ItemDataRole.DisplayRole or row.action is None:
            return row.text
        keys = " ".join(piece.text for piece in row.pieces) or self.tr("no key")
        state = self.tr(", clashes") if row.clashing else self.tr(", changed") if row.changed else ""
        return f"{row.text}: {keys}{state}"


class _RowDelegate(QStyledItemDelegate):
    """Draws a menu's name, or an action with its keys at the right and what is to be known of them in a word."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.high(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, _Rows)
        row = model.row(index.row())
        assert row is not None
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = place.adjusted(8, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if row.action is None:
            painter.setFont(self._theme.font("small", weight=QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("faint"))
            painter.drawText(inside, middle, row.text)
            painter.restore()
            return
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(place, 4, 4)
        right = draw_caps(painter, row.pieces, inside, self._theme) - 8
        word = self.tr("clashes") if row.clashing else self.tr("changed") if row.changed else ""
        if word:
            font = self._theme.font("small")
            painter.setFont(font)
            painter.setPen(self._theme.colour("danger" if row.clashing else "accent_text"))
            width = QFontMetrics(font).horizontalAdvance(word)
            painter.drawText(QRect(right - width, inside.top(), width, inside.height()), middle, word)
            right -= width + 8
        font = self._theme.font()
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        shown = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, right - inside.left())
        painter.drawText(inside, middle, shown)
        painter.restore()
