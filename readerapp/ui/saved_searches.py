"""Saved searches in the window: made from what is listed, changed where searches are typed, renamed, put in order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library.language import Or, parse, saved_key
from readerapp.library.saved import names_in
from readerapp.operations import searching
from readerapp.records import Changes, SavedSearchRecord
from readerapp.ui import icons
from readerapp.ui.listing import Listing
from readerapp.ui.panels.sidebar import Sidebar
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.search_field import SearchField
from readerapp.ui.theme import Theme


class SavedSearches(QObject):
    """`list_asked` carries a title, the list's own query and what is to be typed; `focus_asked` a place of the window;
    `can_save` whether what is listed can be saved; `said` a sentence for the status bar."""

    list_asked = Signal(str, str, str)
    focus_asked = Signal(str)
    can_save = Signal(bool)
    said = Signal(str)

    def __init__(
        self, lanes: Lanes, theme: Theme, listing: Listing, sidebar: Sidebar, field: SearchField, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lanes, self._theme, self._listing, self._sidebar, self._field = lanes, theme, listing, sidebar, field
        # The saved search whose query stands in the search field to be changed.
        self._edited = ""

    def leave(self) -> None:
        """Another list is shown: no query is being changed any more."""
        self._edited = ""

    def _do(self, verb: Verb, *args: object) -> None:
        self._lanes.do(verb, *args, initiator=self.parent())

    def _searched(self) -> str:
        """The whole query of what is listed: the list's own with what is typed. "" for all papers."""
        own, text = self._listing.query, self._field.text()
        typed = text.strip()
        if typed and parse(text).expression != parse(text, typing=True).expression:
            typed += "*"  # the last word was the beginning of one, and stays that
        if not own or not typed:
            return own or typed
        return " ".join(f"({text})" if isinstance(parse(text).expression, Or) else text for text in (own, typed))

    def _shown(self) -> SavedSearchRecord | None:
        """The saved search that is listed, or whose query is being changed."""
        title, query = self._listing.title, self._listing.query
        for one in self._sidebar.searches:
            if one.name == self._edited or (query and (one.name, one.query) == (title, query)):
                return one
        return None

    def to_save(self) -> str:
        """The whole query of what is listed, "" where that is all papers, or a saved search as it is."""
        searched, shown = self._searched(), self._shown()
        return "" if shown is not None and searched == shown.query else searched

    def lacking(self, query: str) -> str:
        """A sentence about a saved search that a query names and that is not there; "" where all are."""
        there = {saved_key(one.name) for one in self._sidebar.searches}
        unknown = next((name for name in names_in(query) if saved_key(name) not in there), None)
        return "" if unknown is None else self.tr("There is no saved search “{}”.").format(one_line(unknown))

    def offer_saving(self) -> None:
        """Offers at the end of the search field what can be saved of what is listed now."""
        can, shown = bool(self.to_save()) and not self._lanes.read_only, self._shown()
        self._field.set_saving(can, shown.name if can and shown is not None else "")
        self.can_save.emit(can)

    def text_changed(self, text: str) -> None:
        """Takes notice of what is typed."""
        if self._edited and not text:
            # Nothing is left to be changed: it is shown as it is.
            name = self._edited
            query = next((one.query for one in self._sidebar.searches if one.name == name), "")
            self.list_asked.emit(name, query, "")
        self.offer_saving()

    def save(self) -> None:
        """Asks for a name and an icon for the query of what is listed."""
        from readerapp.ui.dialogs.save_search import SaveSearchPopup

        popup = SaveSearchPopup(self._sidebar.searches, self._searched(), self._theme, self._field.window())
        popup.committed.connect(self._save)
        popup.open_under(self._field)

    def _save(self, name: str, query: str, icon: str) -> None:
        self._field.window().activateWindow()
        self._do_and_list(searching.save, name, query, icon)

    def _do_and_list(self, verb: Verb, name: str, query: str, *args: object) -> None:
        """Lists a saved search with its query when the library has it, and not when it is refused."""

        def then(_: Changes | None) -> None:
            self.list_asked.emit(name, query, "")
            self.focus_asked.emit("list")

        self._lanes.do(verb, name, query, *args, initiator=self.parent(), then=then)

    def update(self) -> None:
        """Gives the saved search that is listed the query with what is typed."""
        shown, query = self._shown(), self._searched()
        if shown is not None and query:
            self._do_and_list(searching.change_query, shown.name, query)

    def edit(self, name: str) -> None:
        """Puts the query of a saved search into the search field, to be changed there."""
        one = next((one for one in self._sidebar.searches if one.name == name), None)
        if one is None:
            return
        self.list_asked.emit(name, "", one.query)
        self._edited = name
        self._sidebar.show_current(one.query)
        self.focus_asked.emit("search")
        self._field.end(False)
        self.said.emit(self.tr("Change the query, then choose Update at the end of the search field."))

    def rename(self, name: str, to: str) -> None:
        """Gives a saved search another name, under which it stays listed."""
        shown = self._shown()

        def then(changes: Changes | None) -> None:
            if changes is not None and shown is not None and shown.name == name and self._listing.title == name:
                # The list that is shown goes by the new name.
                self._listing.title = " ".join(to.split())
                self._listing.again()

        self._lanes.do(searching.rename, name, to, initiator=self.parent(), then=then)

    def offer(self, menu: QMenu, name: str) -> None:
        """Puts what can be done with a saved search into a menu."""
        names, writable = [one.name for one in self._sidebar.searches], not self._lanes.read_only
        menu.addAction(self.tr("Rename"), QKeySequence("F2"), partial(self._sidebar.rename_search, name))
        menu.addAction(self.tr("Edit the query"), partial(self.edit, name))
        pictures = menu.addMenu(self.tr("Icon"))
        for icon in icons.OF_SEARCHES:
            word = "" if icon == icons.OF_SEARCHES[0] else icon
            drawn = icons.icon(icon, self._theme.colour("secondary"))
            pictures.addAction(drawn, icons.name_of(icon), partial(self._do, searching.set_icon, name, word))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move up"), partial(self._do, searching.move, name, -1))
        down = menu.addAction(self.tr("Move down"), partial(self._do, searching.move, name, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete the saved search"), partial(self._do, searching.delete, name))
        entries = menu.actions()
        for entry in entries[entries.index(pictures.menuAction()) - 2 :]:
            entry.setEnabled(writable)
        up.setEnabled(writable and name in names[1:])
        down.setEnabled(writable and name in names[:-1])
