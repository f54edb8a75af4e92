"""What an import would do, found out by doing it elsewhere."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from readerapp.library import files, papers
from readerapp.library.arrivals import compare
from readerapp.library.connect import Connection, Library
from readerapp.operations.importing import bring_in, with_files
from readerapp.records import ImportSummary, Origin, Progress, Reading, Record, Status


class Rehearsal:
    """A library that is thrown away afterwards, in which imports go exactly as they would in the real one.

    For each import it gets those papers of the real library that the import would meet. `connection` reads the real
    library; None when there is none yet. To be used in a `with` statement.
    """

    def __init__(self, connection: Connection | None) -> None:
        self._real = connection
        self._ids: dict[int, int] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="readerapp-")
        self._library = Library(Path(self._folder.name) / "rehearsal.db")
        self._writer = self._library.writer()

    def bring_in(
        self,
        reading: Reading,
        *,
        add_tags: Sequence[str] = (),
        status: Status | None = None,
        progress: Progress | None = None,
    ) -> ImportSummary:
        """What importing `reading` would say, after the imports rehearsed before. `papers` are the papers of the real
        library that it met. Raises what an import raises."""
        items = list(with_files(reading.items, files.examine))
        self._fetch([item for item in items if isinstance(item, Record)])
        _, summary = bring_in(
            self._writer,
            replace(reading, items=iter(items)),
            add_tags=add_tags,
            status=status,
            progress=progress,
        )
        met = (self._ids[paper] for paper in summary.papers if paper in self._ids)
        return replace(summary, papers=tuple(met))

    def _fetch(self, records: list[Record]) -> None:
        if self._real is None:
            return
        found = {match.id for match in compare(self._real, records)[0] if match} - set(self._ids.values())
        wanted = sorted(found)
        _, summary = bring_in(self._writer, Reading(Origin("json", "the library"), papers.records(self._real, wanted)))
        self._ids.update(zip(summary.papers, wanted, strict=True))

    def __enter__(self) -> Rehearsal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.close()
        self._library.close()
        self._folder.cleanup()
