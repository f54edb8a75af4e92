"""The top bar: the name, the search field, and the buttons that are always at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from readerapp.ui import icons
from readerapp.ui.parts.search_field import SearchField
from readerapp.ui.theme import Theme

_MARGIN = 16
# Below this width, in pixels, the buttons show their icons alone.
_WORDS_FROM = 1000


class ActionButton(QPushButton):
    """A button that looks and does as its action says, with an icon in the colour of the button."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget, *, primary: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._action: QAction | None = None
        self._primary = primary
        self._worded = True
        self.setProperty("primary", primary)
        self.setIconSize(QSize(14, 14))
        theme.changed.connect(self._take_colour)
        self._take_colour()

    def set_action(self, action: QAction) -> None:
        """Takes text, tooltip and state from this action, now and whenever they change, and triggers it."""
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def set_worded(self, worded: bool) -> None:
        """Whether the text stands beside the icon."""
        if worded != self._worded:
            self._worded = worded
            self._follow()

    def _follow(self) -> None:
        if self._action is None:
            return
        action = self._action
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tooltip = action.toolTip()
        self.setText(action.iconText() if self._worded else "")
        self.setAccessibleName(action.iconText())
        self.setToolTip(tooltip if not key or key in tooltip else f"{tooltip} ({key})")
        if self.isEnabled() != action.isEnabled():
            self.setEnabled(action.isEnabled())
            self._take_colour()

    def _take_colour(self) -> None:
        colour = "faint" if not self.isEnabled() else "on_accent" if self._primary else "text"
        self.setIcon(icons.icon(self._icon, self._theme.colour(colour)))


class TopBar(QWidget):
    """Name, search field, undo, add papers, and a menu of everything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(self.tr("Reading list"))
        self._title.setObjectName("topBarTitle")
        self.search_field = SearchField(theme)
        self.search_field.setMaximumWidth(620)
        self.search_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._undo = ActionButton(theme, "undo", self)
        self._add = ActionButton(theme, "add", self, primary=True)
        self._menu = QToolButton(self)
        self._menu.setProperty("plain", True)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Everything the program can do"))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu.setIconSize(QSize(18, 18))
        self._menu.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.search_field, 100)
        layout.addStretch(1)
        for button in (self._undo, self._add, self._menu):
            layout.addWidget(button)
        self.set_title_width(224)
        theme.changed.connect(self._take_colours)
        self._take_colours()

    def set_actions(self, undo: QAction, add: QAction) -> None:
        """The actions behind the buttons Undo and Add papers."""
        self._undo.set_action(undo)
        self._add.set_action(add)

    def set_menu(self, menu: QMenu) -> None:
        """The menu at the right end."""
        self._menu.setMenu(menu)
        self._menu.show()

    def set_title_width(self, width: int) -> None:
        """Lets the search field begin so far from the left, in pixels: where the list below it begins."""
        # Measured, since a label of a fixed width hints at nothing less.
        least = self._title.fontMetrics().horizontalAdvance(self._title.text()) + 1
        self._title.setFixedWidth(max(least, width - _MARGIN - 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self.width() >= _WORDS_FROM
        self._undo.set_worded(words)
        self._add.set_worded(words)

    def _take_colours(self) -> None:
        self._menu.setIcon(icons.icon("menu", self._theme.colour("secondary")))
