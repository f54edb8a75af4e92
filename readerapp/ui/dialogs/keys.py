"""The key sheet: every action with its keys, in columns by menu."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QWidget

from readerapp.actions.registry import MENUS, Action, menu_name
from readerapp.library.folding import fold
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.scroll_keys import ScrollKeys
from readerapp.ui.theme import Theme

_WANTED = QSize(960, 680)
_COLUMN, _GAP = 256, 32
_ROW = 24
_CAP = 20
_CAP_PADDING = 6

# Shorter than Qt's own words, and what stands on the keys.
_SPELT = {Qt.Key.Key_Up: "↑", Qt.Key.Key_Down: "↓", Qt.Key.Key_Return: "Enter"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A cap, or a word between two caps."""

    text: str
    cap: bool = True


def caps(keys: Iterable[str], either: str = "or", then: str = "then") -> list[Piece]:
    """What is drawn for an action's keys: caps for each way to press it, with words between them.

    ("Ctrl+Shift+Z", "Ctrl+Y") gives the caps "Ctrl Shift Z" and "Ctrl Y" with "or" between; "G, U" the caps "G" and
    "U" with "then" between.
    """
    ways: dict[tuple[str, ...], None] = {}
    for written in keys:
        sequence = QKeySequence(written)
        ways[tuple(_spelt(sequence, n) for n in range(sequence.count()))] = None
    pieces: list[Piece] = []
    for way in ways:
        if pieces:
            pieces.append(Piece(either, cap=False))
        for n, chord in enumerate(way):
            if n:
                pieces.append(Piece(then, cap=False))
            pieces.append(Piece(chord))
    return pieces


def has(action: Action, pieces: Iterable[Piece], typed: str) -> bool:
    """Whether an action has all of the words that are typed, or is on the keys that are."""
    typed = fold(typed).strip()
    pressed = typed.replace("+", " ")
    # One letter alone is a key, or stands in nearly every word.
    on_keys = any(
        cap == pressed or (len(pressed) > 1 and cap.startswith(pressed))
        for cap in (fold(piece.text) for piece in pieces if piece.cap)
    )
    words = fold(f"{action.text} {action.help} {menu_name(action.menu)}")
    return on_keys or all(word in words for word in typed.split())


def _spelt(sequence: QKeySequence, n: int) -> str:
    """One chord of a sequence, as its cap says it."""
    chord: QKeyCombination = sequence[n]  # type: ignore[index]  # PySide6 declares no __getitem__, but has one
    text = QKeySequence(chord).toString(QKeySequence.SequenceFormat.NativeText)
    *before, last = [part or "+" for part in text.removesuffix("+").split("+")]
    return " ".join([*before, _SPELT.get(chord.key(), "Delete" if last == "Del" else last)])


class _KeyRow(QWidget):
    """One action: its words and its keys."""

    def __init__(self, action: Action, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = action.text
        self._pieces = caps(action.keys, self.tr("or"), self.tr("then"))
        keys = " ".join(piece.text for piece in self._pieces) or self.tr("no key")
        self._action = action
        self.setFixedHeight(theme.high(_ROW))
        self.setToolTip(f"<p>{html.escape(action.help)}</p>")
        self.setAccessibleName(f"{action.text}: {keys}")
        self.setAccessibleDescription(action.help)

    def has(self, typed: str) -> bool:
        """Whether the action has what is typed: see `has`."""
        return has(self._action, self._pieces, typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = draw_caps(painter, self._pieces, self.rect(), self._theme)
        font = self._theme.font("body")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        text = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, left - 8)
        painter.drawText(QRect(0, 0, left - 8, self.height()), Qt.AlignmentFlag.AlignVCenter, text)


def draw_caps(painter: QPainter, pieces: Sequence[Piece], place: QRect, theme: Theme) -> int:
    """Draws what `caps` gives at the right end of a place, and answers how far to the left nothing of it is."""
    font = theme.font("small")
    painter.setFont(font)
    left = place.right() + 1
    height = theme.high(_CAP, "small", 4)
    for piece in reversed(pieces):
        width = width_of(piece, font)
        left -= width
        cap = QRectF(left, place.top() + (place.height() - height) / 2, width, height)
        if piece.cap:
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            # The lower edge of a key is thicker.
            inside = cap.adjusted(4, 0, -4, -1.5)
            painter.drawLine(QPointF(inside.left(), inside.bottom()), QPointF(inside.right(), inside.bottom()))
        painter.setPen(theme.colour("secondary" if piece.cap else "faint"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, piece.text)
        left -= 4
    return left


def width_of(piece: Piece, font: QFont) -> int:
    """How wide a cap or word is drawn."""
    text = QFontMetrics(font).horizontalAdvance(piece.text)
    return max(text + 2 * _CAP_PADDING, _CAP) if piece.cap else text


class _Section(QWidget):
    """The actions of one menu under its name."""

    def __init__(self, title: str, actions: Sequence[Action], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(title, self)
        self._title.setProperty("role", "section")
        self._title.setFont(theme.font("small"))
        self.rows = [_KeyRow(action, theme, self) for action in actions]

    def arrange(self, typed: str, width: int) -> int:
        """Shows the rows that have what is typed, and answers how high that is; 0: none has."""
        top = high = self._theme.high(_ROW)
        for row in self.rows:
            shown = row.has(typed)
            row.setVisible(shown)
            if shown:
                row.setGeometry(0, top, width, high)
                top += high
        self._title.setGeometry(0, 0, width, high)
        return top if top > high else 0


class _Columns(QWidget):
    """The sections, in as many columns as there is room for."""

    def __init__(self, actions: Sequence[Action], theme: Theme) -> None:
        super().__init__()
        self.typed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.sections = [
            _Section(menu_name(menu), chosen, theme, self)
            for menu in MENUS
            if (chosen := [action for action in actions if action.menu == menu])
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> bool:
        """Puts every section into the shortest column; answers whether anything is shown."""
        room = self.width() - 16  # the caps stand clear of the scroll bar
        count = max(1, min(3, (room + _GAP) // (_COLUMN + _GAP)))
        width = (room - (count - 1) * _GAP) // count
        bottoms = [0] * count
        for section in self.sections:
            height = section.arrange(self.typed, width)
            section.setVisible(bool(height))
            if height:
                column = bottoms.index(min(bottoms))
                section.setGeometry(column * (width + _GAP), bottoms[column], width, height)
                bottoms[column] += height + 20
        self.setMinimumHeight(max(bottoms))
        return any(bottoms)


class KeySheet(Sheet):
    """Shows every action with its keys. What is typed leaves those that have the words; Esc closes."""

    def __init__(self, actions: list[Action], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        title = Label(self.tr("Keys"))
        title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self._filter = QLineEdit(placeholderText=self.tr("Filter by action or key"))
        self._filter.setAccessibleName(self.tr("Filter by action or key"))
        self._filter.setMaximumWidth(320)
        self._filter.textChanged.connect(self._choose)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._filter, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._columns = _Columns(actions, theme)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("keyColumns")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Actions and their keys"))
        self._scroll.setWidget(self._columns)
        self.body.addWidget(self._scroll, 1)
        self._nothing = Label(self.tr("No action has these words."))
        self._nothing.setProperty("role", "secondary")
        self._nothing.hide()
        self.body.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        ScrollKeys(self._filter, self._scroll, _ROW)
        self._filter.setFocus()

    def _choose(self, text: str) -> None:
        self._columns.typed = text
        found = self._columns.arrange()
        self._scroll.setVisible(found)
        self._nothing.setHidden(found)
