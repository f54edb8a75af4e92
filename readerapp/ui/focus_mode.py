"""Focus mode: the abstract and the note alone, until everything is given back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.panes import Panes

# Below this width, in pixels, the abstract has the window to itself until the note is asked for.
_NOTES_FROM = 900
# As wide as the note is at least, where there is room.
_NOTES = 328


@dataclass(frozen=True, slots=True)
class _Before:
    """What is to be given back."""

    hidden: tuple[bool, ...]
    sizes: list[int]
    focused: QWidget | None


class FocusMode(QObject):
    """`aside` are the panels that go away meanwhile. `changed` says that it was begun or ended."""

    changed = Signal()

    def __init__(
        self, panes: Panes, pane: ReadingPane, notes: NotesPanel, aside: Sequence[QWidget], window: QWidget
    ) -> None:
        super().__init__(window)
        self._panes, self._pane, self._notes, self._aside, self._window = panes, pane, notes, aside, window
        self._before: _Before | None = None

    @property
    def on(self) -> bool:
        """Whether the abstract and the note are alone."""
        return self._before is not None

    def begin(self) -> None:
        """Hides everything but the abstract and the note."""
        if self._before is not None:
            return
        focused = self._window.window().focusWidget()
        self._panes.hold()
        hidden = tuple(panel.isHidden() for panel in (*self._aside, self._notes))
        self._before = _Before(hidden, self._panes.sizes(), focused)
        for panel in self._aside:
            panel.hide()
        self._pane.alone = self._pane.bare = True
        self._notes.bare = True
        width = self._window.width()
        self._notes.setVisible(width >= _NOTES_FROM)
        notes = min(max(self._before.sizes[-1], _NOTES), width // 2)
        self._panes.setSizes([0, 0, width - notes, notes])
        self.changed.emit()

    def end(self) -> None:
        """Gives everything back: which panels there were, how wide they were, and where the keyboard was."""
        before, self._before = self._before, None
        if before is None:
            return
        self._notes.bare = False
        self._pane.alone = self._pane.bare = False
        for panel, hidden in zip((*self._aside, self._notes), before.hidden, strict=True):
            panel.setVisible(not hidden)
        self._panes.setSizes(before.sizes)
        self._panes.release()
        if before.focused is not None and before.focused.isVisible():
            before.focused.setFocus()
        self.changed.emit()
