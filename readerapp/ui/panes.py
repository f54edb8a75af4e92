"""The panes side by side: how wide they are, which of them are wanted, and for which there is room."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

# Below these widths, in pixels, a pane makes room for the others.
_NOTES_FROM = 1180
_SIDEBAR_FROM = 860


class Panes(QSplitter):
    """Sidebar, list, reading pane and notes.

    The reader wants the sidebar and the notes or not; beside that, the width of the window decides. In a window too
    narrow for all panes, the notes are lent the room of others when they are asked for, until it is given back.
    """

    def __init__(self, sidebar: QWidget, papers: QWidget, reading: QWidget, notes: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sidebar, self._papers, self._notes = sidebar, papers, notes
        self._all = (sidebar, papers, reading, notes)
        self._by_name = {"sidebar": sidebar, "notes": notes}
        self._hidden_by_width: set[str] = set()
        self._hidden_by_choice: set[str] = set()
        self._lent = self._lent_to_pages = False
        # While they are held, somebody else decides what is seen.
        self._held: tuple[set[str], set[str]] | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for pane in self._all:
            self.addWidget(pane)
            self.setStretchFactor(self.count() - 1, int(pane is reading))
        self.setSizes([224, 404, 484, 328])

    def want(self, name: str, wanted: bool) -> None:
        """The reader wants the "sidebar" or the "notes", or not."""
        self._hidden_by_width.discard(name)
        (self._hidden_by_choice.discard if wanted else self._hidden_by_choice.add)(name)
        if name == "notes" and wanted:
            self.make_room_for_notes()
        else:
            self._by_name[name].setVisible(wanted)

    def toggle(self, name: str) -> None:
        """Shows the "sidebar" or the "notes", or hides them."""
        self.want(name, self._by_name[name].isHidden())

    def fit(self) -> None:
        """Has the panes that are wanted for which there is room in the window."""
        if self._held is not None:
            return
        self.give_room_back()
        for name, pane, least in (("notes", self._notes, _NOTES_FROM), ("sidebar", self._sidebar, _SIDEBAR_FROM)):
            if self._room() < least and not pane.isHidden():
                pane.hide()
                self._hidden_by_width.add(name)
            elif self._room() >= least and name in self._hidden_by_width:
                pane.show()
                self._hidden_by_width.discard(name)

    def make_room_for_notes(self) -> None:
        """In a window too narrow for all panes, notes take the place of the sidebar, and in a very narrow one of the
        list too, until the reader goes back to the list."""
        if self._notes.isHidden() and self._room() < _NOTES_FROM and self._held is None:
            self._lent = True
            self._sidebar.hide()
            self._papers.setVisible(self._room() >= _SIDEBAR_FROM)
        self._notes.show()

    def give_room_back(self) -> None:
        """What the notes were lent is seen again."""
        if self._lent:
            self._lent = False
            self._notes.hide()
            self._papers.show()
            wanted = "sidebar" not in self._hidden_by_choice and not self._lent_to_pages
            self._sidebar.setVisible(self._room() >= _SIDEBAR_FROM and wanted)

    def make_room_to_read(self, reads: bool) -> None:
        """In a window too narrow for all panes, the pages of a PDF take the place of the sidebar, until they are put
        away."""
        if reads and self._room() < _NOTES_FROM and self._held is None and not self._sidebar.isHidden():
            self._lent_to_pages = True
            self._sidebar.hide()
        elif not reads and self._lent_to_pages:
            self._lent_to_pages = False
            self._sidebar.setVisible(
                not self._lent and self._room() >= _SIDEBAR_FROM and "sidebar" not in self._hidden_by_choice
            )

    def hold(self) -> None:
        """Lets somebody else decide what is seen, until `release`."""
        self.make_room_to_read(False)
        self.give_room_back()
        self._held = set(self._hidden_by_width), set(self._hidden_by_choice)

    def release(self) -> None:
        """Decides again, from where it was held."""
        if self._held is not None:
            self._hidden_by_width, self._hidden_by_choice = self._held
            self._held = None
            self.fit()

    def restore(self, settings: QSettings) -> None:
        """Has the widths and panes that were kept."""
        sizes = settings.value("splitter")
        if isinstance(sizes, QByteArray):
            self.restoreState(sizes)
        for name in self._by_name:
            self.want(name, bool(settings.value(f"{name}/shown", True, type=bool)))

    def keep(self, settings: QSettings) -> None:
        """Keeps widths and panes for the next start, and for its first page."""
        # What a note or a PDF in a narrow window has hidden for the moment is not what the reader chose.
        self.make_room_to_read(False)
        self.give_room_back()
        settings.setValue("splitter", self.saveState())
        for name, pane in self._by_name.items():
            settings.setValue(f"{name}/shown", not pane.isHidden() or name in self._hidden_by_width)
        columns = [0 if pane.isHidden() else width for pane, width in zip(self._all, self.sizes(), strict=True)]
        settings.setValue("seen/columns", " ".join(map(str, columns)))

    def _room(self) -> int:
        """The width of the window, which the splitter has not got yet while the window changes it."""
        parent = self.parentWidget()
        return self.width() if parent is None else parent.width()
