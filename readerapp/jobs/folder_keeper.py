"""Keeps a folder of Markdown files in step with the library: when the reader asks for it, or as they go.

As they go, a step in the library is written out a moment later, and a file that is changed is read back when nobody
has written it for a moment. That a file was changed in place no system tells who watches its folder, so that the sizes
and times of all files are looked at now and then, and when the reader comes back to the window; what the system does
tell is looked at at once. Nothing of this is done in the window's thread, and one round after the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import markdown_folder
from readerapp.operations.folder_state import FolderState, load
from readerapp.operations.markdown_folder import EditedFile, ReadBack, WrittenOut
from readerapp.records import Changes, Progress, Silent

T = TypeVar("T")

# In milliseconds: after a step, and after the system has told that something is new in the folder.
PAUSE = 1_000
# How often all files are looked at.
LOOK = 5_000
# A file that was written later than this before it is looked at is perhaps being written.
SETTLED = 1_000_000_000

# What stands in files, beside the papers' own rows; of these any row may concern any paper.
_OF_PAPERS = {
    "paper", "paper_text", "paper_author", "identifier", "link", "note", "highlight", "paper_tag", "queue",
}  # fmt: skip
_OF_ALL = {"tag", "meaning"}


@dataclass(slots=True)
class Round:
    """What came of one round: what was read back, and written; `problem` is "" or why it ended early."""

    back: ReadBack | None = None
    out: WrittenOut | None = None
    problem: str = ""


@dataclass(slots=True)
class _Wish:
    """What the next round is to do. `papers` None: all of them. `quiet`: the reader has not asked for it."""

    read: bool = False
    write: bool = False
    papers: set[int] | None = field(default_factory=set)
    queued: bool = False
    quiet: bool = True

    def join(self, other: _Wish) -> None:
        self.read |= other.read
        self.write |= other.write
        self.queued |= other.queued
        self.quiet &= other.quiet
        self.papers = None if self.papers is None or other.papers is None else self.papers | other.papers


@dataclass(slots=True)
class _Looked:
    """The first part of a round: what it is to do, what is known of the folder, and what was found in it."""

    wish: _Wish
    state: FolderState
    back: ReadBack = field(default_factory=ReadBack)
    found: list[EditedFile] = field(default_factory=list)


class FolderKeeper(QObject):
    """Keeps the folder `root`, with files for the papers that `query` finds. `done` carries every Round that did
    anything; `begun` that one the reader asked for begins."""

    done = Signal(object)
    begun = Signal()

    def __init__(self, lanes: Lanes, root: Path, query: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root, self.query = root, query
        self._lanes = lanes
        self._state: FolderState | None = None
        self._running = False
        self._wish = _Wish()
        self._told: frozenset[object] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._begin)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_soon)
        self._live = False
        lanes.library_changed.connect(self._library_changed)

    @property
    def live(self) -> bool:
        """Whether the folder is kept in step as the reader goes."""
        return self._live

    def set_live(self, live: bool) -> None:
        """Keeps the folder in step from now on, beginning with all of it, or only when asked."""
        if live == self._live:
            return
        self._live = live
        application = QCoreApplication.instance()
        if live:
            self._watch()
            self._look.start()
            if not self._running:
                self._ask(_Wish(read=True, write=True, papers=None), 0)
        else:
            self._soon.stop()
            self._look.stop()
            if watched := self._watcher.directories():
                self._watcher.removePaths(watched)
        if application is not None:
            signal = application.applicationStateChanged  # type: ignore[attr-defined]
            signal.connect(self._look_soon) if live else signal.disconnect(self._look_soon)

    def _watch(self) -> None:
        """Has the system tell of the folder, once it is there."""
        if not self._watcher.directories() and self.root.is_dir():
            self._watcher.addPath(str(self.root))

    def sync(self) -> None:
        """Reads the folder back, then writes it, because the reader asks for it."""
        self._ask(_Wish(read=True, write=True, papers=None, quiet=False), 0)

    def read_back(self) -> None:
        """Reads the folder back, because the reader asks for it."""
        self._ask(_Wish(read=True, quiet=False), 0)

    def look(self) -> None:
        """Looks whether a file was changed, and reads it back if so."""
        if not self._running:
            self._ask(_Wish(read=True), 0)

    def _look_soon(self, *_: object) -> None:
        self._ask(_Wish(read=True), PAUSE)

    def _library_changed(self, changes: Changes) -> None:
        if not self._live or changes.initiator is self:
            return
        if changes.everything or changes.tables & _OF_ALL:
            self._ask(_Wish(write=True, papers=None), PAUSE)
        elif changes.tables & _OF_PAPERS:
            queued = "queue" in changes.tables
            self._ask(_Wish(write=True, papers=set(changes.papers), queued=queued), PAUSE)

    def _ask(self, wish: _Wish, after: int) -> None:
        self._wish.join(wish)
        if not after:
            self._soon.stop()
            self._begin()
        elif not self._soon.isActive():
            self._soon.start(after)

    # One round: look, in a thread; take in, on the library lane; write out, in a thread

    def _begin(self) -> None:
        if self._running:
            return
        wish, self._wish = self._wish, _Wish()
        if wish.read or wish.write:
            self._running = True
            if not wish.quiet:
                self.begun.emit()
            self._in_thread(wish, lambda progress: self._look_at(wish, progress), self._take)

    def _in_thread(self, wish: _Wish, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        """Does a part of a round; where it is refused, the round ends."""

        def guarded(progress: Progress) -> tuple[T | None, str]:
            try:
                return work(progress), ""
            except Refused as refused:
                return None, str(refused)

        def over(answer: tuple[T | None, str]) -> str:
            if answer[0] is None:
                self._end(wish, Round(problem=answer[1]))
            else:
                then(answer[0])
            return ""

        def stop() -> None:
            self._end(wish, Round(problem="Cancelled."))

        def home(answer: tuple[T | None, str]) -> None:
            over(answer)

        if wish.quiet:
            self._lanes.work(lambda: guarded(Silent()), home)
        else:
            title = f"The folder {self.root.name}"
            self._lanes.job(title, guarded, over, stopped=stop)

    def _look_at(self, wish: _Wish, progress: Progress) -> _Looked:
        root = markdown_folder.open_folder(self.root, make=not wish.quiet)
        if self._state is None or self._state.stamp() != self._state.saved:
            # The first time, or another process has been here.
            self._state = load(root)
        looked = _Looked(wish, self._state)
        if wish.read:
            with closing(self._lanes.library.reader()) as connection:
                looked.back, found = markdown_folder.look(connection, looked.state, progress)
            now = time.time_ns()
            looked.found = [one for one in found if not wish.quiet or now - one.modified >= SETTLED]
        return looked

    def _take(self, looked: _Looked) -> None:
        if not looked.found:
            self._write(looked)
            return
        problem: list[str] = []

        def verb(writer: Writer) -> Changes | None:
            try:
                return markdown_folder.take(writer, looked.state, looked.found, looked.back)
            except Refused as refused:
                problem.append(str(refused))
                return None

        def then(_: Changes | None) -> None:
            wish = looked.wish
            if problem:
                self._end(wish, Round(problem=problem[0]))
                return
            if self._live:
                # What is not in step after that, such as a conflict, is to be seen in the file.
                wish.write = True
                if wish.papers is not None:
                    wish.papers |= {one.known.paper for one in looked.found}
            self._write(looked)

        self._lanes.do(verb, initiator=self, then=then)

    def _write(self, looked: _Looked) -> None:
        wish, state = looked.wish, looked.state

        def work(progress: Progress) -> Round:
            came = Round(looked.back if wish.read else None)
            if wish.write:
                with closing(self._lanes.library.reader()) as connection:
                    only = wish.papers
                    if only is not None and wish.queued:
                        # A place in up next is counted from its top.
                        only |= set(ids(connection, parse("is:queued")))
                    library, query = self._lanes.library.path, self.query
                    came.out = markdown_folder.write_out(
                        connection, library, state, query, only=only, progress=progress
                    )
            elif looked.found or not wish.quiet:
                state.save()
            return came

        self._in_thread(wish, work, lambda came: self._end(wish, came))

    def _end(self, wish: _Wish, came: Round) -> None:
        self._running = False
        if came.problem:
            self._state = None
        elif self._live:
            self._watch()
        back, out = came.back or ReadBack(), came.out or WrittenOut()
        # What is wrong is told once, and not every few seconds.
        told = frozenset([came.problem, *back.skipped, *out.skipped]) - {""}
        if not wish.quiet or back.papers or back.conflicts or told - self._told:
            self.done.emit(came)
        if wish.read or told:
            self._told = told
        if self._wish.read or self._wish.write:
            self._soon.start(PAUSE)
