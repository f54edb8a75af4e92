"""The reader's tags, kept at hand for their colours and for completion."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.library.connect import Connection
from readerapp.library.tags import TagRow
from readerapp.records import Changes


class KnownTags(QObject):
    """All tags of the library, the most used first, read in the background; `changed` says they have come."""

    changed = Signal()

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._fresh = False
        self._by_key: dict[str, TagRow] = {}
        self._others: dict[str, TagRow] = {}

    def look(self) -> None:
        """Reads the tags, unless they are known to be as they were."""
        if not self._fresh:
            self._fresh = True
            self._lanes.ask(f"tags for {id(self)}", _known, self._take)

    def refresh(self, changes: Changes) -> bool:
        """Whether tags may have changed; then they are read again."""
        if changes.everything or changes.tables & {"tag", "paper_tag", "tag_alias"}:
            self._fresh = False
            self.look()
            return True
        return False

    def colour(self, name: str) -> str:
        """The colour of a tag, or of the nearest tag above it; grey until it is known."""
        known = self.named(name)
        key = tags.key(known.name if known else name)
        while key and key not in self._by_key:
            key = key.rpartition("/")[0]
        return self._by_key[key].colour if key else "grey"

    def named(self, name: str) -> TagRow | None:
        """The tag that a name stands for, in any capitals, also as another name of it or of one above it."""
        key = tags.key(name)
        found = self._by_key.get(key) or self._others.get(key)
        parent, _, leaf = name.rpartition("/")
        if found or not parent:
            return found
        above = self.named(parent)
        return self._by_key.get(tags.key(f"{above.name}/{leaf}")) if above else None

    def matching(self, part: str, *, most: int, among: frozenset[str] | None = None) -> list[TagRow]:
        """The tags with this in their names, and, with `among`, those of these keys alone: the one that it stands for,
        those with a part that begins so, the others; the most used first in each."""
        wanted = tags.key(part)
        itself = self.named(part)
        ranks: tuple[list[TagRow], list[TagRow], list[TagRow]] = ([], [], [])
        for key, row in self._by_key.items():
            if among is not None and key not in among:
                continue
            if row is itself:
                ranks[0].append(row)
            elif wanted in key:
                ranks[1 if key.startswith(wanted) or f"/{wanted}" in key else 2].append(row)
            elif row.aliases and any(wanted in tags.key(other) for other in row.aliases):
                ranks[2].append(row)
        return [row for rank in ranks for row in rank][:most]

    def _take(self, known: tuple[dict[str, TagRow], dict[str, TagRow]]) -> None:
        self._by_key, self._others = known
        self.changed.emit()


def _known(connection: Connection) -> tuple[dict[str, TagRow], dict[str, TagRow]]:
    """The tags, the most used first, by their keys and by those of their other names."""
    rows = sorted(tags.all_tags(connection), key=lambda row: -row.papers)
    others = {tags.key(other): row for row in rows for other in row.aliases}
    return {tags.key(row.name): row for row in rows}, others
