"""The tags as rows of the sheet that tidies them, and what is offered to be tidied."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from readerapp.library.folding import fold
from readerapp.library.tags import TagRow, key
from readerapp.ui.parts.display import grouped, one_line

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Standing:
    """The tags, parents before children, with what takes a moment to know of ten thousand: their keys, what a filter
    looks through, and how many are below each that has some, by its id."""

    tags: Sequence[TagRow] = ()
    keys: Sequence[str] = ()
    folded: Sequence[str] = ()
    below: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Sequence[TagRow]) -> Standing:
        """What is to be known of these."""
        keys = [key(tag.name) for tag in found]
        numbers: dict[str, int] = {}
        for one in keys:
            while above := one.rpartition("/")[0]:
                numbers[above] = numbers.get(above, 0) + 1
                one = above
        below = {tag.id: numbers[one] for tag, one in zip(found, keys, strict=True) if one in numbers}
        return cls(found, keys, [fold("\n".join((tag.name, *tag.aliases))) for tag in found], below)


class TagModel(QAbstractListModel):
    """The tags, each below the one it belongs to, without those below closed ones; with something to filter by, those
    that have it in their names, or in other names they have, alone.

    `renamed` carries the name of a tag and the one that was typed into its row.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[TagRow] = ()
        self.standing = Standing()
        self._closed: set[int] = set()
        self._filter = ""

    @property
    def filtering(self) -> bool:
        """Whether only some tags are shown, with their whole names."""
        return bool(self._filter)

    def show(self, standing: Standing) -> None:
        """Takes over the tags."""
        self.standing = standing
        self._arrange()

    def filter(self, text: str) -> None:
        """Shows those with this in their names; "" shows all."""
        self._filter = fold(text).strip()
        self._arrange()

    def toggle(self, tag: TagRow, opened: bool) -> bool:
        """Shows what is below a tag, or no longer; whether that is something else."""
        if tag.id not in self.standing.below or self.filtering or (tag.id in self._closed) != opened:
            return False
        (self._closed.discard if opened else self._closed.add)(tag.id)
        self._arrange()
        return True

    def has_below(self, tag: TagRow) -> bool:
        """Whether there are tags below it."""
        return tag.id in self.standing.below

    def is_closed(self, tag: TagRow) -> bool:
        """Whether those below it are not shown."""
        return tag.id in self._closed

    def find(self, tag: int) -> QModelIndex:
        """The row of a tag by its id; an invalid index when it is not shown."""
        return next((self.index(n) for n, row in enumerate(self.rows) if row.id == tag), QModelIndex())

    def open_to(self, name: str) -> int:
        """Opens what a tag is below, so that it is shown, and answers its id; 0 when there is none of this name."""
        wanted = key(name)
        pairs = list(zip(self.standing.tags, self.standing.keys, strict=True))
        above = {tag.id for tag, one in pairs if wanted.startswith(f"{one}/")}
        if above & self._closed:
            self._closed -= above
            self._arrange()
        return next((tag.id for tag, one in pairs if one == wanted), 0)

    def _arrange(self) -> None:
        rows = self.standing.tags
        if self._filter:
            rows = [tag for tag, text in zip(rows, self.standing.folded, strict=True) if self._filter in text]
        elif self._closed:
            rows, closed = [], ""
            for tag, one in zip(self.standing.tags, self.standing.keys, strict=True):
                if closed and one.startswith(closed):
                    continue
                rows.append(tag)
                closed = f"{one}/" if tag.id in self._closed else ""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        changed = [n for n, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def words(self, tag: TagRow) -> str:
        """A tag as it is read out."""
        parts = [
            self.tr("{name}: {papers}, {unread} unread").format(
                name=one_line(tag.name), papers=grouped(tag.papers), unread=grouped(tag.unread)
            ),
            self.tr("key {}").format(tag.quick) if tag.quick else "",
            self.tr("also called {}").format(one_line(", ".join(tag.aliases))) if tag.aliases else "",
        ]
        return ", ".join(filter(None, parts))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        tag = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(tag.name if self.filtering else tag.leaf)
            case Qt.ItemDataRole.EditRole:
                return tag.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words(tag)
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{html.escape(self.words(tag))}</p>"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag = self.rows[index.row()]
        if isinstance(value, str) and value.strip() and value != tag.name:
            self.renamed.emit(tag.name, value)
            return True
        return False


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could be done: what, why, the words that do it and that put it away ("" where it cannot be), and
    what the sheet does it with."""

    text: str
    why: str
    accept: str
    decline: str
    what: object


class OfferModel(QAbstractListModel):
    """Offers, one a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show(self, offers: Sequence[Offer]) -> None:
        """Takes over the offers, best first."""
        if list(offers) != self.offers:
            self.beginResetModel()
            self.offers = list(offers)
            self.endResetModel()

    def remove(self, row: int) -> None:
        """Takes one away, which has been answered."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.offers[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.offers):
            return None
        offer = self.offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{offer.text}; {offer.why}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{html.escape(offer.text)}</p><p>{html.escape(offer.why)}</p>"
        return None
