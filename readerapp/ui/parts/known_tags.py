"""The reader's tags, kept at hand for their colours and for completion."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
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

    def look(self) -> None:
        """Reads the tags, unless they are known to be as they were."""
        if not self._fresh:
            self._fresh = True
            self._lanes.ask(f"tags for {id(self)}", tags.all_tags, self._take)

    def refresh(self, changes: Changes) -> bool:
        """Whether tags may have changed; then they are read again."""
        if changes.everything or changes.tables & {"tag", "paper_tag"}:
            self._fresh = False
            self.look()
            return True
        return False

    def colour(self, name: str) -> str:
        """The colour of a tag, or of the nearest tag above it; grey until it is known."""
        key = tags.key(name)
        while key and key not in self._by_key:
            key = key.rpartition("/")[0]
        return self._by_key[key].colour if key else "grey"

    def named(self, name: str) -> TagRow | None:
        """The tag of this name, in any capitals."""
        return self._by_key.get(tags.key(name))

    def matching(self, part: str, *, most: int, among: frozenset[str] | None = None) -> list[TagRow]:
        """The tags with this in their names, or in `among`: the one that is it, those with a part that begins so, the
        others; the most used first in each."""
        wanted = tags.key(part)
        ranks: tuple[list[TagRow], list[TagRow], list[TagRow]] = ([], [], [])
        for key, row in self._by_key.items():
            if wanted in key and (among is None or key in among):
                start = key.startswith(wanted) or f"/{wanted}" in key
                ranks[0 if key == wanted else 1 if start else 2].append(row)
        return [row for rank in ranks for row in rank][:most]

    def _take(self, rows: list[TagRow]) -> None:
        rows = sorted(rows, key=lambda row: -row.papers)
        self._by_key = {tags.key(row.name): row for row in rows}
        self.changed.emit()
