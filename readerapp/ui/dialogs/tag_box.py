"""A box that collects tags: chips, and a field for more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.parts.flow import FlowLayout
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.tag_editor import TagEditor
from readerapp.ui.theme import Theme


class TagBox(QWidget):
    """Holds the tags that something will get. `changed` says that they or what is typed are others; `done` that Enter
    was pressed with nothing typed; `left` that Esc was pressed."""

    changed = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = KnownTags(lanes, self)
        self._known.look()
        self._known.changed.connect(self._colour)
        lanes.library_changed.connect(self._known.refresh)
        self._chips: dict[str, TagChip] = {}
        self._flow = FlowLayout(self, gap=4, row_gap=4)
        self._editor = TagEditor(self._known, theme, self)
        self._editor.field.setPlaceholderText(self.tr("Add a tag"))
        self._editor.committed.connect(self._take)
        self._editor.cancelled.connect(self.done)
        self._editor.field.textChanged.connect(self.changed)
        self._editor.field.installEventFilter(self)
        self._flow.addWidget(self._editor)
        self.setFocusProxy(self._editor)

    def names(self) -> list[str]:
        """The tags, with those that are typed but not yet a chip. Raises Refused for what can be no tag."""
        found = {key: chip.name for key, chip in self._chips.items()}
        for part in self._editor.field.text().split(","):
            if part.strip():
                name = tags.clean(part)
                found.setdefault(tags.key(name), name)
        return list(found.values())

    def is_empty(self) -> bool:
        """Whether there are no tags and nothing is typed."""
        return not self._chips and not self._editor.field.text().strip(" ,")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The editor has one word for Enter with nothing typed and for Esc; here they are opposites.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if self._editor.suggestions.isVisible():
                self._editor.suggestions.hide()
            else:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _take(self, add: list[str], remove: list[str]) -> None:
        for name in remove:
            self._drop(name)
        for name in add:
            chip = TagChip(self._theme, self)
            chip.show_tag(name, self._known.colour(name))
            chip.removed.connect(self._remove)
            self._chips[tags.key(name)] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._go_on()

    def _remove(self, name: str) -> None:
        self._drop(name)
        self._go_on()

    def _drop(self, name: str) -> None:
        chip = self._chips.pop(tags.key(name))
        self._flow.removeWidget(chip)
        chip.deleteLater()

    def _go_on(self) -> None:
        self._editor.begin([chip.name for chip in self._chips.values()])
        self.changed.emit()

    def _colour(self) -> None:
        for chip in self._chips.values():
            chip.show_tag(chip.name, self._known.colour(chip.name))
