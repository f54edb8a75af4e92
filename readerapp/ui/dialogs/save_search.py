"""Saving a search: a small popup with a name, the query and an icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readerapp.errors import Refused
from readerapp.library.language import And, Has, Is, Or, TagIs, Words, in_words, parse
from readerapp.operations.searching import MAX_NAME, checked
from readerapp.records import SavedSearchRecord
from readerapp.ui import icons
from readerapp.ui.dialogs.sheet import cut_corners, paint_ground
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import phrase, said

_WIDTH = 344
_RADIUS = 8
_PADDING = 16
_ICONS_IN_ROW = 7
_ICON = 36
# A name suggested is no longer than this: beyond, the sidebar could not show it.
_SUGGESTED = 32


def suggested_name(query: str) -> str:
    """A name for a query: its words, tags and states, as far as it has some; else the query itself."""
    expression = parse(query).expression
    parts = expression.parts if isinstance(expression, And | Or) else (expression,)
    words: list[str] = []
    for part in parts:
        match part:
            case Words(text):
                words.append(text)
            case TagIs(name):
                words.append(name.rpartition("/")[2])
            case Is(state) | Has(state):
                words.append(state)
    name = one_line(" ".join(words) or query)
    if len(name) > _SUGGESTED:
        name = f"{name[: _SUGGESTED - 1].rsplit(' ', 1)[0]}…"
    return name[:1].upper() + name[1:]


class SaveSearchPopup(QWidget):
    """Asks for the name, query and icon of a new saved search; `committed` carries the three. Enter saves, Esc and a
    click elsewhere leave. What cannot be saved is told in place."""

    committed = Signal(str, str, str)

    def __init__(self, searches: Sequence[SavedSearchRecord], query: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(self.tr("Save this search"))
        self._searches, self._theme = searches, theme
        self.name = QLineEdit(suggested_name(query))
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.query = QLineEdit(query)
        self.query.setCursorPosition(0)
        self.query.setAccessibleName(self.tr("Query"))
        self.said = Label(wordWrap=True)
        self.said.setFixedWidth(_WIDTH - 2 * _PADDING)
        self.said.setFont(theme.font("small"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Save (Enter)"))
        self.save.clicked.connect(self.commit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, 12, _PADDING, _PADDING)
        layout.setSpacing(8)
        layout.addWidget(self._heading(self.tr("Save this search")))
        layout.addWidget(self.name)
        layout.addWidget(self.query)
        layout.addWidget(self.said)
        layout.addLayout(self._make_icons())
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        layout.addLayout(foot)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        for field in (self.name, self.query):
            field.setFixedWidth(_WIDTH - 2 * _PADDING)
            field.textChanged.connect(self._look)
        theme.changed.connect(self.update)
        self._look()

    def _heading(self, text: str) -> QLabel:
        heading = Label(text)
        heading.setProperty("role", "section")
        heading.setFont(self._theme.font("small"))
        return heading

    def _make_icons(self) -> QGridLayout:
        self.icons = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(4)
        for n, icon in enumerate(icons.OF_SEARCHES):
            button = QToolButton()
            button.setProperty("choice", True)
            button.setCheckable(True)
            button.setChecked(n == 0)
            button.setIcon(icons.icon(icon, self._theme.colour("secondary")))
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(_ICON, 32)
            button.setAccessibleName(self.tr("Icon: {}").format(icons.name_of(icon)))
            button.setToolTip(icons.name_of(icon))
            self.icons.addButton(button, n)
            grid.addWidget(button, *divmod(n, _ICONS_IN_ROW))
        return grid

    def open_under(self, place: QWidget) -> None:
        """Shows the popup below a widget, at its right end, within the screen."""
        self.adjustSize()
        anchor = place.mapToGlobal(QPoint(place.width() - _WIDTH, place.height() + 4))
        screen = place.screen().availableGeometry()
        left = max(screen.left(), min(anchor.x(), screen.right() - _WIDTH))
        top = max(screen.top(), min(anchor.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)
        self.name.selectAll()

    def commit(self) -> None:
        """Saves, unless that is refused, and closes."""
        try:
            name, query = checked(self._searches, self.name.text(), self.query.text())
        except Refused as refused:
            self._say(said(str(refused)), "danger")
            return
        icon = icons.OF_SEARCHES[self.icons.checkedId()]
        self.close()
        self.committed.emit(name, query, "" if icon == icons.OF_SEARCHES[0] else icon)

    def _look(self) -> None:
        """Says what is made of the query, when that is worth saying, and whether the name is free."""
        query = parse(self.query.text())
        understood = in_words(query.expression, query.sort, phrase) if query.understood else ""
        self._say("\n".join(filter(None, (understood, said(query.explanation)))), "secondary")
        try:
            checked(self._searches, self.name.text() or "-", self.query.text())
        except Refused as refused:
            self._say(said(str(refused)), "danger")
        self.save.setEnabled(bool(self.name.text().strip()))

    def _say(self, words: str, role: str) -> None:
        self.said.setProperty("role", role)
        self.said.style().polish(self.said)
        self.said.setText("\n".join(map(one_line, words.splitlines())))
        self.said.setVisible(bool(words))

    def event(self, event: QEvent) -> bool:
        # Keys of a popup are its own.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self, _RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._theme, _RADIUS)
