"""The rows of the sidebar: lists, the tree of tags, saved searches. Row by row what changes, nothing else."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Any, Literal

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from readerapp.library.counts import Counts
from readerapp.library.language import And, Not, Or, TagIs, parse, quoted
from readerapp.library.tags import TagRow, key
from readerapp.records import SavedSearchRecord
from readerapp.ui import icons
from readerapp.ui.parts.display import grouped, one_line

# Papers on their way, dragged: a JSON list of their ids.
PAPERS_MIME = "application/x-readerapp-papers"
# A tag on its way: its name.
TAG_MIME = "application/x-readerapp-tag"

Kind = Literal["list", "tag", "search", "header", "hint"]
# More changes of place than this at once are not made one by one: a view works at each.
_MOST_STEPS = 12

_ORDINARY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TAKES_PAPERS = _ORDINARY | Qt.ItemFlag.ItemIsDropEnabled
_TAG = _TAKES_PAPERS | Qt.ItemFlag.ItemIsDragEnabled
TAGS_HEADER = "header:tags"

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows and means.

    `quick` is the number key of a tag, `aliases` its other names.

    `key` names it among all rows and stays the same while it lives. `name` is the whole name of a tag, `text` what
    is shown of it. `icon` is a word of readerapp.ui.icons, `colour` a tag's. `papers` is None when not known.
    """

    key: str
    kind: Kind
    text: str
    name: str = ""
    query: str = ""
    icon: str = ""
    colour: str = ""
    papers: int | None = None
    unread: int | None = None
    quiet: bool = False
    takes_papers: bool = False
    quick: int | None = None
    aliases: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The query as it can stand behind other words or a "-". "" when it restricts nothing."""
        return part(self.query.removesuffix(" sort:queue") if self.kind == "list" else self.query)


def part(query: str) -> str:
    """A query as it can stand behind other words, a "-" or an "OR". "" when it restricts nothing."""
    expression = parse(query).expression
    if expression == And(()):
        return ""
    return f"({query})" if isinstance(expression, And | Or | Not) else query


@dataclass(slots=True, eq=False)
class _Node:
    """A row in its place. Of a tag the Row is made when somebody looks at it: there may be thousands."""

    key: str
    row: Row | None = None
    tag: TagRow | None = None
    serial: int = 0
    depth: int = -1
    position: int = 0
    parent: _Node | None = None
    children: list[_Node] = field(default_factory=list)

    @classmethod
    def of(cls, row: Row) -> _Node:
        return cls(row.key, row)

    def take(self, new: _Node) -> bool:
        """Shows what `new` shows; whether that is something else."""
        if self.tag == new.tag and (self.tag is not None or self.row == new.row):
            return False
        self.row, self.tag = new.row, new.tag
        return True


@dataclass(frozen=True, slots=True)
class Difference:
    """Which tags are not as they were, by their places; None where they are others or in another order. To be found in
    the background: there may be thousands."""

    before: Sequence[TagRow]
    changed: Sequence[int] | None

    @classmethod
    def between(cls, before: Sequence[TagRow], after: Sequence[TagRow]) -> Difference:
        """The difference between tags as they were and as they are."""
        if [(tag.id, tag.name) for tag in before] != [(tag.id, tag.name) for tag in after]:
            return cls(before, None)
        pairs = enumerate(zip(before, after, strict=True))
        return cls(before, [n for n, (old, new) in pairs if old != new])


class SidebarModel(QAbstractItemModel):
    """Lists, a header with the tags below it, a header with the saved searches below it, all on the top level.

    Rows that stay keep their indexes, unless very many come, go or move at once: then the model is reset.
    `papers_dropped` carries the Row they were dropped on and the ids of the papers; `tag_dropped` the name of a tag and
    that of the one it is to be below, "" for none; `search_renamed` the name of a saved search and the one that was
    typed for it.
    """

    papers_dropped = Signal(object, list)
    tag_dropped = Signal(str, str)
    search_renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node("")
        self._nodes: dict[int, _Node] = {0: self._root}
        self._serials = count(1)
        self._by_key: dict[str, _Node] = {}
        self._counts: Counts | None = None
        self.tags: Sequence[TagRow] = ()
        self._searches: Sequence[SavedSearchRecord] = ()
        self._found: dict[str, int] = {}
        self._counting_unread = False
        self._steps = 0
        self._arrange()

    # What is shown

    def show(
        self,
        counts: Counts,
        tags: Sequence[TagRow],
        searches: Sequence[SavedSearchRecord],
        difference: Difference | None = None,
    ) -> None:
        """Takes over how things stand in the library. `difference` to the tags shown, if it is known already."""
        if difference is None or difference.before is not self.tags:
            difference = Difference.between(self.tags, tags)
        same = self._counts is not None and difference.changed is not None
        same = same and self._searches == searches and bool(counts.trash) == self._has_trash()
        self._counts, self._searches, self.tags = counts, searches, tags
        if not same:
            self._arrange()
            return
        self._update((self._by_key[row.key], _Node.of(row)) for row in self._lists())
        self._update((self._by_key[f"tag:{tags[n].id}"], _Node("", tag=tags[n])) for n in difference.changed or ())

    def show_found(self, name: str, papers: int) -> None:
        """Takes over how many papers a saved search finds."""
        self._found[name] = papers
        node = self._by_key.get(f"search:{name}")
        if node is not None:
            row = self.row(self._index(node))
            self._update([(node, _Node.of(replace(row, papers=papers)))])

    def count_unread(self, unread: bool) -> None:
        """Whether the numbers are of unread papers instead of all."""
        self._counting_unread = unread
        if self._root.children:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._root.children) - 1, 0))
        for node in self._by_key.values():
            if node.children:
                first, last = node.children[0], node.children[-1]
                self.dataChanged.emit(self._index(first), self._index(last))

    @property
    def counting_unread(self) -> bool:
        """Whether the numbers are of unread papers."""
        return self._counting_unread

    def row(self, index: Index) -> Row:
        """The Row at an index of this model."""
        node = self._nodes[index.internalId()]
        if node.row is None:
            node.row = _of_tag(node)
        return node.row

    def depth(self, index: Index) -> int:
        """How many rows stand above the one at this index."""
        return self._nodes[index.internalId()].depth

    def number(self, row: Row) -> int | None:
        """The number to be shown with a row; None for none."""
        return row.unread if self._counting_unread and row.unread is not None else row.papers

    def find(self, row_key: str) -> QModelIndex:
        """The index of the row with this key; an invalid one if there is none."""
        node = self._by_key.get(row_key)
        return self._index(node) if node else QModelIndex()

    def find_query(self, query: str) -> str:
        """The key of the row that lists what this query finds, whatever its order; "" if there is none."""
        wanted = parse(query)
        for row in self._lists():
            if parse(row.query).expression == wanted.expression:
                return row.key
        if isinstance(wanted.expression, TagIs) and not wanted.expression.exact:
            name = key(wanted.expression.name)
            for tag in self.tags:
                if key(tag.name) == name:
                    return f"tag:{tag.id}"
        for search in self._searches:
            found = parse(search.query)
            if (found.expression, found.sort) == (wanted.expression, wanted.sort):
                return f"search:{search.name}"
        return ""

    # The rows wanted

    def _has_trash(self) -> bool:
        return "list:trashed" in self._by_key

    def title(self, query: str) -> str:
        """What the list of this query is called, "" where it is none of the lists that are always there."""
        return next((row.text for row in self._lists() if row.query == query), "")

    def _lists(self) -> list[Row]:
        counts = self._counts
        known = {
            "queued": ("up-next", self.tr("Up next"), "is:queued sort:queue"),
            "unread": ("unread", self.tr("Unread"), "is:unread"),
            "reading": ("reading", self.tr("Reading"), "is:reading"),
            "read": ("read", self.tr("Read"), "is:read"),
            "starred": ("starred", self.tr("Starred"), "is:starred"),
            "papers": ("all", self.tr("All papers"), ""),
            "dropped": ("dropped", self.tr("Dropped"), "is:dropped"),
            "trashed": ("trash", self.tr("Trash"), "is:trashed"),
        }
        numbers = {name: None if counts is None else getattr(counts, name) for name in known if name != "trashed"}
        numbers["trashed"] = counts.trash if counts else None
        if not numbers["trashed"]:
            del known["trashed"]
        return [
            Row(
                f"list:{name}",
                "list",
                title,
                title,
                query,
                icon=icon,
                papers=numbers[name],
                unread=counts.unread if counts and name == "papers" else None,
                quiet=name in ("dropped", "trashed"),
                takes_papers=name != "papers",
            )
            for name, (icon, title, query) in known.items()
        ]

    def _wanted(self) -> list[_Node]:
        wanted = [_Node.of(row) for row in self._lists()]
        wanted.append(_Node.of(Row(TAGS_HEADER, "header", self.tr("Projects and tags"))))
        if self.tags:
            wanted += _tree(self.tags)
        elif self._counts is not None:
            wanted.append(_Node.of(Row("hint:tags", "hint", self.tr("No tags yet. Tag a paper."))))
        if self._searches:
            wanted.append(_Node.of(Row("header:searches", "header", self.tr("Saved searches"))))
            wanted += [_Node.of(_of_search(search, self._found.get(search.name))) for search in self._searches]
        return wanted

    # Making the rows there into the rows wanted

    def _arrange(self) -> None:
        self._steps = 0
        if self._match(self._root, self._wanted()):
            return
        self.beginResetModel()
        self._nodes = {0: self._root}
        self._by_key = {}
        self._root.children = self._wanted()
        for position, node in enumerate(self._root.children):
            self._adopt(node, self._root)
            node.position = position
        self.endResetModel()

    def _match(self, parent: _Node, wanted: list[_Node]) -> bool:
        """Removes, moves and inserts until the children of `parent` are the wanted ones. False: it takes too long."""
        children = parent.children
        if [node.key for node in children] != [node.key for node in wanted]:
            self._remove_but(parent, {node.key for node in wanted})
            here = {node.key for node in children}
            at = 0
            while at < len(wanted):
                if self._steps > _MOST_STEPS:
                    return False
                if at < len(children) and children[at].key == wanted[at].key:
                    at += 1
                elif wanted[at].key in here:
                    self._move(parent, next(n for n in children[at:] if n.key == wanted[at].key).position, at)
                    at += 1
                else:
                    end = at + 1
                    while end < len(wanted) and wanted[end].key not in here:
                        end += 1
                    self._insert(parent, at, wanted[at:end])
                    at = end
        there = [(node, new) for node, new in zip(children, wanted, strict=True) if node is not new]
        self._update(there)
        return all(self._match(node, new.children) for node, new in there if node.children or new.children)

    def _remove_but(self, parent: _Node, keys: set[str]) -> None:
        children = parent.children
        end = len(children)
        while end and self._steps <= _MOST_STEPS:
            begin = end
            while begin and children[begin - 1].key not in keys:
                begin -= 1
            if begin < end:
                self._steps += 1
                self.beginRemoveRows(self._index(parent), begin, end - 1)
                for node in children[begin:end]:
                    self._forget(node)
                del children[begin:end]
                self._renumber(parent, begin)
                self.endRemoveRows()
            end = max(begin - 1, 0)

    def _insert(self, parent: _Node, at: int, nodes: list[_Node]) -> None:
        self._steps += 1
        self.beginInsertRows(self._index(parent), at, at + len(nodes) - 1)
        for node in nodes:
            self._adopt(node, parent)
        parent.children[at:at] = nodes
        self._renumber(parent, at)
        self.endInsertRows()

    def _move(self, parent: _Node, position: int, to: int) -> None:
        self._steps += 1
        index = self._index(parent)
        self.beginMoveRows(index, position, position, index, to)
        parent.children.insert(to, parent.children.pop(position))
        self._renumber(parent, to)
        self.endMoveRows()

    def _update(self, changes: Iterable[tuple[_Node, _Node]]) -> None:
        changed = [node for node, new in changes if node.take(new)]
        for parent, nodes in groupby(changed, lambda node: node.parent):
            positions = [node.position for node in nodes]
            index = self._index(parent or self._root)
            self.dataChanged.emit(self.index(min(positions), 0, index), self.index(max(positions), 0, index))

    def _adopt(self, node: _Node, parent: _Node) -> None:
        node.serial = next(self._serials)
        node.parent = parent
        node.depth = parent.depth + 1
        self._nodes[node.serial] = node
        self._by_key[node.key] = node
        for position, child in enumerate(node.children):
            self._adopt(child, node)
            child.position = position

    def _forget(self, node: _Node) -> None:
        del self._nodes[node.serial]
        # A tag that moved below another may have its new row already.
        if self._by_key.get(node.key) is node:
            del self._by_key[node.key]
        for child in node.children:
            self._forget(child)

    @staticmethod
    def _renumber(parent: _Node, begin: int) -> None:
        for position in range(begin, len(parent.children)):
            parent.children[position].position = position

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.position, 0, node.serial)

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._nodes[parent.internalId() if parent.isValid() else 0].children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._nodes[index.internalId()].parent if index.isValid() else None
        return self._index(above) if above else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._nodes[parent.internalId() if parent.isValid() else 0].children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._nodes[index.internalId()]
        if node.tag is not None:
            return _TAG
        if node.row is None or node.row.takes_papers:
            return _TAKES_PAPERS
        if node.key == TAGS_HEADER:
            return Qt.ItemFlag.ItemIsDropEnabled
        if node.row.kind == "search":
            return _ORDINARY | Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.NoItemFlags if node.row.kind in ("header", "hint") else _ORDINARY

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if role != Qt.ItemDataRole.EditRole or row.kind != "search" or value == row.name:
            return False
        # The row is called so when the library has it so.
        self.search_renamed.emit(row.name, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.EditRole if row.kind == "search":
                return row.name
            case Qt.ItemDataRole.ToolTipRole if row.kind not in ("header", "hint"):
                return "<p>" + "<br>".join(map(html.escape, self._told(row))) + "</p>"
            case Qt.ItemDataRole.ToolTipRole if row.key == TAGS_HEADER:
                now = (
                    self.tr("Numbers count unread papers. Click the word to count all.")
                    if self._counting_unread
                    else self.tr("Numbers count all papers. Click the word to count unread ones.")
                )
                top = self.tr("Drop a tag here to move it to the top level.")
                return f"<p>{html.escape(now)}<br>{html.escape(top)}</p>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._described(row)
            case _:
                return None

    def _told(self, row: Row) -> list[str]:
        """What the tooltip of a row says, line by line."""
        lines = [self._described(row)]
        if row.aliases:
            lines.append(self.tr("Also called {}").format(one_line(", ".join(row.aliases))))
        lines.append(self.tr("Click to show. With Ctrl: and this. With Shift: or this. With Alt: not this."))
        if row.kind == "tag":
            lines.append(self.tr("Drag it on another tag to move it below that one."))
        return lines

    def _described(self, row: Row) -> str:
        name = one_line(row.name) or row.text
        if row.papers is None:
            return name
        if row.unread is None:
            return self.tr("{name}: {papers}").format(name=name, papers=grouped(row.papers))
        words = self.tr("{name}: {papers}, {unread} unread").format(
            name=name, papers=grouped(row.papers), unread=grouped(row.unread)
        )
        return self.tr("{what}, key {number}").format(what=words, number=row.quick) if row.quick else words

    # Papers and tags dragged and dropped

    def mimeTypes(self) -> list[str]:
        return [PAPERS_MIME, TAG_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            row = self.row(index)
            if row.kind == "tag":
                data.setData(TAG_MIME, row.name.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not parent.isValid():
            return False
        over = self.row(parent)
        if data.hasFormat(TAG_MIME):
            return self._takes_tag(over, _name(data.data(TAG_MIME).data()))
        return data.hasFormat(PAPERS_MIME) and over.takes_papers

    @staticmethod
    def _takes_tag(over: Row, name: str) -> bool:
        """Whether a tag dropped on a row would be elsewhere than it is, and not below itself."""
        tag_key, above = key(name), key(name).rpartition("/")[0]
        if over.key == TAGS_HEADER:
            return bool(above)
        there = key(over.name)
        return bool(name) and over.kind == "tag" and there != above and not f"{there}/".startswith(f"{tag_key}/")

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(TAG_MIME):
            self.tag_dropped.emit(_name(data.data(TAG_MIME).data()), self.row(parent).name)
            return True
        ids = _ids(data.data(PAPERS_MIME).data())
        if ids:
            self.papers_dropped.emit(self.row(parent), ids)
        return bool(ids)


def _of_tag(node: _Node) -> Row:
    tag, above = node.tag, node.parent.tag if node.parent else None
    assert tag is not None  # every other row is made with its node
    return Row(
        node.key,
        "tag",
        one_line(tag.name.split("/", above.depth + 1)[-1] if above else tag.name),
        tag.name,
        f"tag:{quoted(tag.name)}",
        colour=tag.colour,
        papers=tag.papers,
        unread=tag.unread,
        takes_papers=True,
        quick=tag.quick,
        aliases=tag.aliases,
    )


def _of_search(search: SavedSearchRecord, papers: int | None) -> Row:
    # A library may come from a program that knows other icons.
    icon = search.icon if search.icon in icons.NAMES else icons.OF_SEARCHES[0]
    name = search.name
    return Row(f"search:{name}", "search", one_line(name), name, search.query, icon=icon, papers=papers)


def _tree(tags: Iterable[TagRow]) -> list[_Node]:
    """Tags, parents before children, as a tree; a tag whose parent is missing hangs below the next one up."""
    top: list[_Node] = []
    known: dict[str, _Node] = {}
    for tag in tags:
        tag_key = key(tag.name)
        above = tag_key.rpartition("/")[0]
        while above and above not in known:
            above = above.rpartition("/")[0]
        node = known[tag_key] = _Node(f"tag:{tag.id}", tag=tag)
        (known[above].children if above else top).append(node)
    return top


def _ids(raw: bytes | bytearray | memoryview) -> list[int]:
    """The ids in dragged data, which any program may have made."""
    try:
        read = json.loads(bytes(raw))
    except (ValueError, RecursionError):
        return []
    if not isinstance(read, list):
        return []
    return [one for one in read if type(one) is int and 0 < one < 2**63]


def _name(raw: bytes | bytearray | memoryview) -> str:
    """The name in dragged data, which any program may have made; "" for what is none."""
    return bytes(raw).decode(errors="ignore")[:1000]
