"""The top bar: the name, the search field, and the buttons that are always at hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from readerapp.ui import icons
from readerapp.ui.parts.inert import Label
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
        self.updateGeometry()
        self.setToolTip(tooltip if not key or key in tooltip else f"{tooltip} ({key})")
        if self.isEnabled() != action.isEnabled():
            self.setEnabled(action.isEnabled())
            self._take_colour()

    def _take_colour(self) -> None:
        colour = "faint" if not self.isEnabled() else "on_accent" if self._primary else "text"
        self.setIcon(icons.icon(self._icon, self._theme.colour(colour)))


class KeyedButton(ActionButton):
    """One that shows the key of its action too, on a cap behind its words."""

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._cap(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key(self) -> str:
        if self._action is None or not self._worded:
            return ""
        return self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")

    def _cap(self) -> int:
        """How much room the cap takes, with what is free before it."""
        key = self._key()
        return QFontMetrics(self._theme.font("small")).horizontalAdvance(key) + 2 * 6 + 8 if key else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        taken = self._cap()
        label = QStyleOptionButton(option)
        label.rect = self.rect().adjusted(0, 0, -taken, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, label)
        if not taken:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRect(self.width() - taken - 4, (self.height() - 20) // 2, taken - 8, 20)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key())


class TopBar(QWidget):
    """Name, search field, undo, commands, add papers, and a menu of everything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("topBar")
        self.setAccessibleName(self.tr("Top bar"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label(self.tr("Reading list"))
        self._title.setObjectName("topBarTitle")
        self.search_field = SearchField(theme)
        self.search_field.setMaximumWidth(620)
        self.search_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._undo = ActionButton(theme, "undo", self)
        self._commands: KeyedButton | None = None
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

    def set_commands(self, palette: QAction) -> None:
        """Shows a button for the command palette, which is this action, between the two."""
        self._commands = KeyedButton(self._theme, "commands", self)
        self._commands.set_action(palette)
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self._add), self._commands)
        self.setTabOrder(self._undo, self._commands)
        self._word_buttons()

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
        self._word_buttons()

    def _word_buttons(self) -> None:
        for button in (self._undo, self._commands, self._add):
            if button is not None:
                button.set_worded(self.width() >= _WORDS_FROM)

    def _take_colours(self) -> None:
        self._menu.setIcon(icons.icon("menu", self._theme.colour("secondary")))
