"""The head of the list when it is a table: what its columns are, how wide, and which of them orders it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QMenu, QSizePolicy, QWidget

# The columns from the left, with their keys in the search language after `sort:` and their widths to begin with, in
# pixels. The title has the rest. What comes last makes room first in a narrow list.
_COLUMNS = {"title": 0, "author": 148, "year": 52, "venue": 104, "rating": 76, "added": 92, "tags": 148}
# Ordered by these, what comes first in the alphabet stands at the top; by the others, the latest or highest.
_ALPHABETICAL = {"title", "author", "venue"}
# The title is never narrower while another column can make room, nor these than so.
_TITLE, _LEAST = 280, 40


class Column(NamedTuple):
    """A column that is seen: its key, where it begins and how wide it is, in pixels."""

    name: str
    x: int
    width: int


class Columns(QHeaderView):
    """`order_asked` carries a key as written after `sort:`; `laid_out` says that `seen` is another."""

    order_asked = Signal(str)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("columns")
        self.setAccessibleName(self.tr("Columns"))
        labels = {
            "title": self.tr("Title"),
            "author": self.tr("Authors"),
            "year": self.tr("Year"),
            "venue": self.tr("Venue"),
            "rating": self.tr("Rating"),
            "added": self.tr("Added"),
            "tags": self.tr("Tags"),
        }
        self._names = list(_COLUMNS)
        self._widths = dict(_COLUMNS)
        self._unwanted: set[str] = set()
        self._order = ""
        model = QStandardItemModel(0, len(self._names), self)
        model.setHorizontalHeaderLabels([labels[name] for name in self._names])
        self.setModel(model)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, width in enumerate(_COLUMNS.values()):
            if at:
                self.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.resizeSection(at, width)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._choose)
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._resized)

    @property
    def seen(self) -> list[Column]:
        """The columns that are seen, from the left."""
        return [
            Column(name, self.sectionViewportPosition(at), self.sectionSize(at))
            for at, name in enumerate(self._names)
            if not self.isSectionHidden(at)
        ]

    def show_order(self, order: str) -> None:
        """Marks the column that the list is ordered by; `order` is a key as written after `sort:`."""
        self._order = order
        key, backwards = order.removeprefix("-"), order.startswith("-")
        self.setSortIndicatorShown(key in self._names)
        if key in self._names:
            rising = (key in _ALPHABETICAL) != backwards
            wanted = Qt.SortOrder.AscendingOrder if rising else Qt.SortOrder.DescendingOrder
            self.setSortIndicator(self._names.index(key), wanted)

    def in_words(self) -> str:
        """The widths and the columns that are not wanted, to be kept."""
        widths = [f"{name}:{width}" for name, width in self._widths.items() if width]
        return " ".join([*widths, *(f"-{name}" for name in sorted(self._unwanted))])

    def restore(self, words: str) -> None:
        """Has them as they were kept; what is not understood is left out."""
        for word in words.split():
            name, _, width = word.removeprefix("-").partition(":")
            if name in self._names[1:]:
                if word.startswith("-"):
                    self._unwanted.add(name)
                elif width.isdecimal() and len(width) < 5:
                    self.resizeSection(self._names.index(name), max(int(width), _LEAST))
        self._fit()

    def _fit(self) -> None:
        """Leaves out the last columns for which the title would get too narrow."""
        room = self.width() - _TITLE
        for at, name in enumerate(self._names[1:], start=1):
            room -= 0 if name in self._unwanted else self._widths[name]
            self.setSectionHidden(at, name in self._unwanted or room < 0)
        self.laid_out.emit()

    def minimumSizeHint(self) -> QSize:
        # Not that of something that scrolls.
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _resized(self, section: int, _: int, width: int) -> None:
        # One that is hidden has no width.
        if section and width:
            self._widths[self._names[section]] = width
        self.laid_out.emit()

    def _clicked(self, section: int) -> None:
        name = self._names[section]
        if name != "tags":
            self.order_asked.emit(f"-{name}" if self._order == name else name)
        # Qt has turned the mark already: it follows the list.
        self.show_order(self._order)

    def _choose(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, name in enumerate(self._names[1:], start=1):
            action = menu.addAction(str(self.model().headerData(at, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(name not in self._unwanted)
            action.toggled.connect(lambda wanted, name=name: self._want(name, wanted))
        menu.popup(self.mapToGlobal(place))

    def _want(self, name: str, wanted: bool) -> None:
        (self._unwanted.discard if wanted else self._unwanted.add)(name)
        self._fit()
