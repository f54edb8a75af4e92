"""The menus of the sidebar, and what is dropped on its rows: tags, lists and saved searches as verbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from readerapp import config as settings_of
from readerapp.config import Config
from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import tags
from readerapp.library.language import TagIs, parse, quoted
from readerapp.operations import filing, reading, tagging
from readerapp.records import Status
from readerapp.ui import icons
from readerapp.ui.listing import Listing
from readerapp.ui.models.sidebar import Row
from readerapp.ui.panels.sidebar import Sidebar
from readerapp.ui.saved_searches import SavedSearches
from readerapp.ui.theme import Theme, colour_name


class SidebarMenus(QObject):
    """`list_asked` carries a title, the list's own query and what is to be typed; `narrow_asked` and `widen_asked` a
    query that is added to what is listed; `up_next_asked` a project; `tag_asked` a tag to be shown among all tags,
    `template_asked` one whose note template is wanted;
    `counts_asked` what the numbers count. `do` has the library do a verb."""

    list_asked = Signal(str, str, str)
    narrow_asked = Signal(str)
    widen_asked = Signal(str)
    up_next_asked = Signal(str)
    tag_asked = Signal(str)
    template_asked = Signal(str)
    counts_asked = Signal(str)

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        config: Config,
        sidebar: Sidebar,
        listing: Listing,
        saved: SavedSearches,
        actions: dict[str, QAction],
        do: Callable[..., None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._lanes, self._theme, self._config, self._listing, self._saved = lanes, theme, config, listing, saved
        self._sidebar, self._actions, self._do, self._window = sidebar, actions, do, window
        sidebar.tag_menu_asked.connect(self._open_for_tag)
        sidebar.list_menu_asked.connect(self._open_for_list)
        sidebar.header_menu_asked.connect(self._open_for_tags)
        sidebar.tag_dropped.connect(self._nest)
        sidebar.papers_dropped.connect(lambda ids, tag: do(filing.tag, ids, [tag]))
        sidebar.papers_dropped_on_list.connect(self._dropped_on_list)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_for_tag(self, name: str, position: QPoint) -> None:
        menu, writable = self._menu(), not self._lanes.read_only
        self._offer_combining(menu, f"tag:{quoted(name)}")
        colours = menu.addMenu(self.tr("Colour"))
        for colour in tags.COLOURS:
            dot = icons.icon("unread", self._theme.dot(colour))
            colours.addAction(dot, colour_name(colour), partial(self._do, tagging.colour_tag, name, colour))
        keys = menu.addMenu(self.tr("Quick tag key"))
        for number in range(1, 10):
            keys.addAction(str(number), partial(self._do, tagging.set_quick_tag, name, number))
        keys.addAction(self.tr("None"), partial(self._do, tagging.set_quick_tag, name, None))
        menu.addAction(self.tr("Up next of this project"), partial(self.up_next_asked.emit, name))
        rename = menu.addAction(self.tr("Rename…"), partial(self._rename, name))
        top = menu.addAction(self.tr("Move to the top level"), partial(self._nest, name, ""))
        top.setVisible("/" in name)
        menu.addAction(self.tr("Note template…"), partial(self.template_asked.emit, name))
        menu.addAction(self.tr("Merge, split, other names…"), partial(self.tag_asked.emit, name))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete the tag"), partial(self._do, tagging.delete_tag, name))
        for entry in (colours.menuAction(), keys.menuAction(), rename, top, delete):
            entry.setEnabled(writable)
        menu.popup(position)

    def _open_for_list(self, row: Row, position: QPoint) -> None:
        menu = self._menu()
        if row.part:
            self._offer_combining(menu, row.part)
        if row.kind == "search":
            self._saved.offer(menu, row.name)
        elif row.key == "list:trashed":
            menu.addAction(self._actions["empty-trash"])
        menu.popup(position)

    def _open_for_tags(self, position: QPoint) -> None:
        menu = self._menu()
        counted = self._config.get(settings_of.SIDEBAR_COUNTS)
        for word, text in (("total", self.tr("Count all papers")), ("unread", self.tr("Count unread papers"))):
            entry = menu.addAction(text, partial(self.counts_asked.emit, word))
            entry.setCheckable(True)
            entry.setChecked(counted == word)
        menu.addSeparator()
        menu.addAction(self._actions["tags"])
        menu.popup(position)

    def _offer_combining(self, menu: QMenu, query: str) -> None:
        """What a click with Ctrl, Shift or Alt does, without a key."""
        menu.addAction(self.tr("And this\tCtrl+click"), partial(self.narrow_asked.emit, query))
        menu.addAction(self.tr("Or this\tShift+click"), partial(self.widen_asked.emit, query))
        menu.addAction(self.tr("Not this\tAlt+click"), partial(self.narrow_asked.emit, f"-{query}"))
        menu.addSeparator()

    def _rename(self, name: str) -> None:
        from PySide6.QtWidgets import QInputDialog

        to, accepted = QInputDialog.getText(self._window, self.tr("Rename the tag"), self.tr("New name"), text=name)
        if accepted and to.strip() and to != name:
            self._move(tagging.rename_tag, name, to, to.strip())

    def _nest(self, name: str, below: str) -> None:
        leaf = name.rpartition("/")[2]
        self._move(tagging.nest_tag, name, below, f"{below}/{leaf}" if below else leaf)

    def _move(self, verb: Verb, name: str, given: str, to: str) -> None:
        self._lanes.do(verb, name, given, initiator=self._window, then=lambda _: self.follow(name, to))

    def follow(self, name: str, to: str) -> None:
        """Goes on showing the list of a tag that has another name now, or of one below it."""
        asked = parse(self._listing.query).expression
        if isinstance(asked, TagIs) and f"{tags.key(asked.name)}/".startswith(f"{tags.key(name)}/"):
            new = "/".join([to, *asked.name.split("/")[name.count("/") + 1 :]])
            self.list_asked.emit(new, f"tag:{'=' * asked.exact}{quoted(new)}", self._listing.typed)

    def _dropped_on_list(self, ids: list[int], query: str) -> None:
        states = {f"is:{status.word}": status for status in Status}
        if query in states:
            self._do(reading.set_status, ids, states[query])
        elif query == "is:starred":
            self._do(reading.set_starred, ids, True)
        elif query.startswith("is:queued"):
            self._do(filing.enqueue, ids)
        elif query == "is:trashed":
            self._do(filing.trash, ids)
