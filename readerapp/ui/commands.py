"""The declared actions as Qt has them: each with its keys, tooltip and icon, in the menus, and possible or not."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from readerapp import config as settings_of
from readerapp.actions.keys import keys_in_force, with_keys
from readerapp.actions.registry import MENUS, Action, Situation, all_actions, menu_name
from readerapp.config import Config
from readerapp.ui import icons
from readerapp.ui.models.papers import displayed
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

# Keys without Ctrl or Alt are letters to somebody who types: they act in the list and the abstract only.
_LOCAL_ANYWAY = {"Ctrl+V", "Ctrl+C", "Ctrl+A", "Alt+Up", "Alt+Down", "Alt+Home", "Alt+End"}
_EVERYWHERE = {"F1", "F6", "F11", "Esc", "F3", "Shift+F3"}


class Commands(QObject):
    """Every action of a window, `by_id` as Qt's and `declared` with the keys in force.

    `run` does one if it is `possible` now. Letters act in `places` alone, other keys in the whole `window`.
    """

    def __init__(
        self,
        config: Config,
        theme: Theme,
        places: Sequence[QWidget],
        possible: Callable[[Action, Situation], bool],
        run: Callable[[Action], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._config, self._theme, self._places, self._window = config, theme, places, window
        self._possible = possible
        self._shortcuts: list[QShortcut] = []
        self.declared: list[Action] = all_actions()
        self.by_id: dict[str, QAction] = {}
        for declared in self.declared:
            action = QAction(declared.text, window)
            action.setObjectName(declared.id)
            action.setStatusTip(declared.help)
            action.triggered.connect(partial(run, declared))
            self.by_id[declared.id] = action
        self.give_keys()
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def give_keys(self) -> None:
        """Gives every action the keys that are in force, and tells them in its tooltip."""
        chosen, letters = self._config.get(settings_of.KEYS), self._config.get(settings_of.LETTERS)
        self.declared = with_keys(all_actions(), keys_in_force(all_actions(), chosen, letters))
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        for declared in self.declared:
            action = self.by_id[declared.id]
            keys = ", ".join(
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in declared.keys
            )
            action.setToolTip(f"{declared.help} ({keys})" if keys else declared.help)
            local = [QKeySequence(key) for key in declared.keys if _is_local(key)]
            everywhere = [QKeySequence(key) for key in declared.keys if not _is_local(key)]
            for place in (self._window, *self._places):
                place.removeAction(action)
            if local:
                action.setShortcuts(local)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for place in self._places:
                    place.addAction(action)
                self._shortcuts += [QShortcut(key, self._window, action.trigger) for key in everywhere]
            else:
                action.setShortcuts(everywhere)
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                self._window.addAction(action)

    def first_keys(self) -> dict[str, str]:
        """The key of each action that has one."""
        return {one.id: one.keys[0] for one in self.declared if one.keys}

    def update(self, situation: Situation) -> None:
        """Has each action say whether it is possible now, and undo and redo what they would do."""
        for declared in self.declared:
            self.by_id[declared.id].setEnabled(self._possible(declared, situation))
        for name, title in (("undo", situation.undo), ("redo", situation.redo)):
            declared = next(one for one in self.declared if one.id == name)
            verb = declared.text
            what = self.tr("{verb}: {title}").format(verb=verb, title=said(title)) if title else verb
            key = f" ({QKeySequence(declared.keys[0]).toString()})" if declared.keys else ""
            self.by_id[name].setToolTip(html.escape(f"{what}{key}"))

    def name_quick_tags(self, names: dict[int, str]) -> None:
        """Calls the actions of the number keys by the tags they give."""
        for number in range(1, 10):
            words = self.tr("Quick tag {number}: {name}") if number in names else self.tr("Quick tag {number}")
            text = words.format(number=number, name=displayed(names.get(number, ""), 40).replace("&", "&&"))
            self.by_id[f"quick-tag-{number}"].setText(text)

    def menu(self) -> QMenu:
        """All of them, menu by menu."""
        menu = QMenu(self._window)
        for name in MENUS:
            self._fill(menu.addMenu(menu_name(name)), [one for one in self.declared if one.menu == name])
        return menu

    def open_context_menu(self, position: QPoint) -> None:
        """Opens what can be done with the selected papers, at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, [one for one in self.declared if one.in_context_menu])
        for action in menu.actions():
            if not action.isEnabled() and not action.isSeparator():
                menu.removeAction(action)
        menu.popup(position)

    def _fill(self, menu: QMenu, declared: list[Action]) -> None:
        group = ""
        for one in declared:
            if group and one.group != group:
                menu.addSeparator()
            group = one.group
            menu.addAction(self.by_id[one.id])

    def _draw_icons(self) -> None:
        colour = self._theme.colour("secondary")
        for declared in self.declared:
            if declared.icon:
                self.by_id[declared.id].setIcon(icons.icon(declared.icon, colour))


def _is_local(key: str) -> bool:
    return key in _LOCAL_ANYWAY or not (key in _EVERYWHERE or key.startswith(("Ctrl", "Alt")))
