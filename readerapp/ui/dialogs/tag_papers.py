"""Tagging several papers at once: a small popup with the tags they have and a field for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.ui.dialogs.sheet import cut_corners, paint_ground
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.parts.display import grouped
from readerapp.ui.parts.flow import FlowLayout
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.tag_editor import TagEditor
from readerapp.ui.theme import Theme

_WIDTH = 328
_RADIUS = 8
_PADDING = 12
_INSIDE = _WIDTH - 2 * _PADDING
_SCROLL_BAR = 12
# More chips are no help to anybody; the others can still be taken away by typing their names.
_MOST_CHIPS = 100
_HIGHEST = 5 * 28
# How high the popup can become, with chips and suggestions.
_ROOM = 460


class TagPopup(QWidget):
    """Shows the tags that any of these papers have, with how many have each, and takes more.

    `committed` carries the names to add and those to take away. A chip's cross takes its tag from all papers at once;
    Enter in the field ends it, as do Esc and a click elsewhere.
    """

    committed = Signal(list, list)

    def __init__(self, lanes: Lanes, theme: Theme, papers: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._lanes, self._theme = lanes, theme
        self._papers = list(papers)
        self._closed = False
        self._had: dict[str, int] = {}
        self._known = KnownTags(lanes, self)
        title = self.tr("Tag %Ln papers", "", len(papers))
        self.setAccessibleName(title)
        heading = Label(title)
        heading.setProperty("role", "section")
        heading.setFixedWidth(_INSIDE)
        heading.setFont(theme.font("small"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=4, row_gap=4)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("tagChips")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedWidth(_INSIDE)
        self._scroll.setWidget(self._chips)
        self._scroll.hide()
        self._editor = TagEditor(self._known, theme, self, floating=False)
        self._editor.setFixedWidth(_INSIDE)
        self._editor.committed.connect(self._commit)
        self._editor.cancelled.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._scroll)
        layout.addWidget(self._editor)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self._known.changed.connect(self._show_chips)
        theme.changed.connect(self.update)

    def open_over(self, place: QWidget, row: QRect | None = None) -> None:
        """Shows the popup below `row`, a rectangle of `place`; without one in the middle of `place`."""
        self._known.look()
        self._ask()
        if row is None:
            anchor = place.mapToGlobal(place.rect().center() - QPoint(_WIDTH // 2, _HIGHEST))
        else:
            anchor = place.mapToGlobal(QPoint(row.left(), row.top() + row.height() + 4))
        screen = place.screen().availableGeometry()
        left = min(anchor.x(), screen.right() - _WIDTH)
        top = min(anchor.y(), screen.bottom() - _ROOM)
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()
        self._editor.begin(())

    def _ask(self) -> None:
        papers = self._papers
        self._lanes.ask("tags to edit", lambda connection: tags.of_papers(connection, papers), self._take)

    def _take(self, had: dict[str, int]) -> None:
        if self._closed:
            return
        self._had = had
        typed = self._editor.field.text()
        self._begin()
        self._editor.field.setText(typed)
        self._show_chips()

    def _begin(self) -> None:
        # A tag that only some of the papers have can still be given to the others.
        self._editor.begin(self._had, [name for name, count in self._had.items() if count == len(self._papers)])

    def _show_chips(self) -> None:
        for chip in self._chips.findChildren(TagChip):
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        commonest = sorted(self._had, key=lambda name: -self._had[name])[:_MOST_CHIPS]
        for name in [name for name in self._had if name in set(commonest)]:
            chip = TagChip(self._theme, self._chips)
            count = self._had[name]
            every = len(self._papers)
            some = self.tr("{} of {}").format(grouped(count), grouped(every)) if count < every else ""
            chip.show_tag(name, self._known.colour(name), some)
            chip.setMaximumWidth(_INSIDE - _SCROLL_BAR)
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        height = self._flow.heightForWidth(_INSIDE)
        self._scroll.setFixedHeight(min(height, _HIGHEST))
        self._scroll.setVisible(bool(self._had))

    def _remove(self, name: str) -> None:
        del self._had[name]
        self._begin()
        self._show_chips()
        self.committed.emit([], [name])

    def _commit(self, add: list[str], remove: list[str]) -> None:
        self.committed.emit(add, remove)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._closed = True
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self, _RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._theme, _RADIUS)
