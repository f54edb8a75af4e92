"""An author that was clicked: the list of all their papers, after asking whom the name means where that is not sure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library.language import quoted
from readerapp.library.people import Person, alike
from readerapp.ui.models.papers import displayed
from readerapp.ui.parts.display import grouped


class Authors(QObject):
    """Answers clicks on names. `show` is called with the query that finds the papers."""

    def __init__(self, lanes: Lanes, show: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes, self._show, self._window = lanes, show, parent

    def ask(self, name: str) -> None:
        """Shows the papers of this very name; where other names may be the same person's, lets the reader choose."""
        self._lanes.ask("author", lambda connection: alike(connection, str(name)), self._choose, at_once=True)

    def _choose(self, found: list[Person]) -> None:
        if len(found) == 1:
            self._find(found)
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in found:
            menu.addAction(_entry(person.name, person.papers), partial(self._find, [person]))
            if person is found[0]:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(self.tr("All of these names"), partial(self._find, found))
        menu.setActiveAction(menu.actions()[0])
        focused = QApplication.focusWidget()
        clicked = focused is None or focused.rect().contains(focused.mapFromGlobal(QCursor.pos()))
        menu.popup(QCursor.pos() if clicked or focused is None else focused.mapToGlobal(focused.rect().bottomLeft()))

    def _find(self, people: list[Person]) -> None:
        self._show(" OR ".join(f"author:{quoted(person.name)}" for person in people))


def _entry(name: str, papers: int) -> str:
    return f"{displayed(name, 60).replace('&', '&&')}\t{grouped(papers)}"
