"""Keeping the library safe: backups made and brought back, the file looked over, and a count of what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from readerapp.errors import Refused
from readerapp.library import activity, backups, check, counts, tags
from readerapp.library.connect import Connection, Writer
from readerapp.library.faults import told

_WEEKS = 8


def back_up(library: Path, target: Path | None) -> Path:
    """Copies the library, as it is at this moment, to `target`: a file (replaced when the copy is sound) or a folder;
    None: among the library's own backups. Returns the file. Raises Refused."""
    name = backups.name(datetime.now())
    if target is None:
        target = backups.folder(library) / name
    elif target.is_dir():
        target = target / name
    target = target.absolute()
    if target.resolve() == library.resolve():
        raise Refused(f"{target} is the library itself.", "Name another file for its backup.")
    return backups.write(library, target)


def bring_back(library: Path, source: Path) -> Path | None:
    """Makes the library what the backup `source` is; works on a damaged or missing library too.

    Returns where the library as it was is kept, None if there was none. Raises Refused, with nothing changed.
    """
    if library.is_dir():
        raise Refused(f"{library} is a folder, not a library.", "Name the library file with --library.")
    if source.resolve() == library.resolve():
        raise Refused(f"{source} is the library itself.", "Name one of its backups.")
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {library.parent} cannot be made: {error.strerror}.") from None
    return backups.restore(library, source)


def look_over(writer: Writer, *, repair: bool) -> list[check.Finding]:
    """What is wrong with the library, after mending what can be mended without guessing if `repair`."""
    with told(writer.path):
        return check.look(writer, repair=repair)


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in the library. `weeks` are the last ones, the present one last."""

    counts: counts.Counts
    tags: int
    notes: int
    highlights: int
    weeks: tuple[activity.Week, ...]

    def as_json(self) -> Mapping[str, object]:
        """The object the command line prints for `stats --json`."""
        kept = self.counts
        return {
            "papers": kept.papers,
            "unread": kept.unread,
            "reading": kept.reading,
            "read": kept.read,
            "dropped": kept.dropped,
            "starred": kept.starred,
            "queued": kept.queued,
            "trashed": kept.trash,
            "tags": self.tags,
            "notes": self.notes,
            "highlights": self.highlights,
            "weeks": [{"from": week.monday.isoformat(), "added": week.added, "read": week.read} for week in self.weeks],
        }


def stats(connection: Connection) -> Stats:
    """Counts what is in the library."""
    return Stats(
        counts.counts(connection),
        len(tags.names(connection)),
        activity.notes(connection),
        activity.highlights(connection),
        tuple(activity.weeks(connection, date.today(), _WEEKS)),
    )
