"""The meanings of highlight colours as a menu, each with the number key that chooses it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from readerapp.records import MeaningRecord
from readerapp.ui.icons import icon
from readerapp.ui.parts.display import one_line
from readerapp.ui.theme import Theme


class MeaningMenu(QMenu):
    """`chosen` carries the name of a meaning, "" for none; `names_asked` says that the reader wants other meanings.

    A number chooses; so does the first letter of a name, where no other begins with it. `current` is the meaning the
    keys begin at.
    """

    chosen = Signal(str)
    names_asked = Signal()

    def __init__(
        self, title: str, meanings: Sequence[MeaningRecord], current: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(title)
        self._keys: dict[str, QAction] = {}
        self._letters: dict[str, list[QAction]] = {}
        for number, meaning in enumerate(meanings, 1):
            name = one_line(meaning.name)
            entry = self._add(name, str(number) if number < 10 else "", meaning.name)
            entry.setIcon(icon("unread", theme.dot(meaning.colour)))
            self._letters.setdefault(name[:1].casefold(), []).append(entry)
            if meaning.name == current:
                self.setActiveAction(entry)
        self._add(self.tr("No meaning"), "0", "")
        self.addSeparator()
        self.addAction(self.tr("Meanings…"), self.names_asked.emit)

    def _add(self, name: str, key: str, meaning: str) -> QAction:
        entry = self.addAction(f"{name.replace('&', '&&')}\t{key}" if key else name.replace("&", "&&"))
        entry.triggered.connect(lambda: self.chosen.emit(meaning))
        if key:
            self._keys[key] = entry
        return entry

    def event(self, event: QEvent) -> bool:
        # Else a number would put a tag on the paper below.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = [self._keys[event.text()]] if event.text() in self._keys else []
        if not found and event.text() and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            found = self._letters.get(event.text().casefold(), [])
        if len(found) == 1:
            self.close()
            found[0].trigger()
        elif found:
            active = self.activeAction()
            self.setActiveAction(found[(found.index(active) + 1) % len(found)] if active in found else found[0])
        else:
            super().keyPressEvent(event)
