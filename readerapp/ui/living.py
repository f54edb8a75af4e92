"""Files that are kept current while the window is open: brought up to date a moment after the library has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from readerapp import config as settings_of
from readerapp.config import Config
from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes
from readerapp.library import saved
from readerapp.library.language import parse, saved_key
from readerapp.library.live import rests_on, touches
from readerapp.records import Changes
from readerapp.ui.translation import said

if TYPE_CHECKING:  # imported when a file is kept: no window waits for that
    from readerapp.operations.living import Living, Outcome

# How long after a change a file is written, and after which one that could not be is tried again, in milliseconds.
MOMENT, AGAIN = 1_000, 30_000
# What only the reader's own words and marks are in, which are in none of these files.
_OWN_TABLES = frozenset({
    "note", "note_version", "highlight", "meaning", "status_change", "queue", "project_queue", "words_also", "opened",
    "kept", "pdf", "pdf_page", "pdf_place", "attachment",
})  # fmt: skip
_OWN_COLUMNS = frozenset({"status", "starred", "rating", "takeaway", "changed"})
# So many keys are named in a sentence.
_NAMED = 5


@dataclass(slots=True)
class Kept:
    """A file and how it stands: the papers in it, when it was last seen to be current, why it is not, and what was
    found in it."""

    living: Living
    papers: frozenset[int] | None = None
    current: datetime | None = None
    trouble: str = ""
    found: tuple[str, ...] = field(default=())
    waiting: bool = True


class LivingFiles(QObject):
    """All that are kept current from the library of the window. `changed` when one stands otherwise than before;
    `failed` carries a sentence for the status bar."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, lanes: Lanes, config: Config, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._config = lanes, config
        self._folder = config.file.parent / "living"
        self.files: list[Kept] = []
        self._running: Kept | None = None
        self._soon = QTimer(self, singleShot=True, interval=MOMENT)
        self._soon.timeout.connect(self._next)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._try_again)
        lanes.library_changed.connect(self._library_changed)

    def start(self) -> None:
        """Looks which files there are, and brings all of them up to date."""
        if self._lanes.read_only or not self._folder.is_dir():
            return
        from readerapp.operations.living import kept

        self.files = [Kept(living) for living in kept(self._folder, self._lanes.library.path)]
        if self.files:
            self._soon.start()
        self.changed.emit()

    def add(self, target: Path, form: str, query: str) -> None:
        """Keeps a file current from now on; one that is kept already gets another form and query."""
        from readerapp.operations.living import Living

        living = Living(target, form, query)
        for file in self.files:
            if file.living.target == target:
                # What was written before is known by what is in the file: of another form it is another's.
                entries = file.living.entries if file.living.form == form else {}
                file.living, file.waiting, file.papers = replace(living, entries=entries), True, None
                break
        else:
            self.files.append(Kept(living))
        self._next()

    def remove(self, file: Kept) -> None:
        """Keeps a file current no longer; it stays as it is."""
        from readerapp.operations.living import forget

        forget(self._folder, self._lanes.library.path, file.living)
        self.files = [one for one in self.files if one is not file]
        self.changed.emit()

    def _library_changed(self, changes: Changes) -> None:
        if not self.files:
            return
        searches = {saved_key(one.name): one.query for one in saved.searches(self._lanes.reader)}
        for file in self.files:
            rests = rests_on(parse(file.living.query).expression, searches)
            if touches(changes, rests) or (_is_seen(changes) and changes.papers & (file.papers or changes.papers)):
                file.waiting = True
        if any(file.waiting for file in self.files):
            self._soon.start()

    def _next(self) -> None:
        """Brings the next file up to date, one at a time."""
        file = next((one for one in self.files if one.waiting), None)
        if file is None or self._running is not None:
            return
        from readerapp.operations.living import bring_up_to_date, keep

        self._running, file.waiting = file, False
        library, folder, living = self._lanes.library, self._folder, file.living

        def work() -> Outcome | Refused:
            connection = library.reader()
            try:
                outcome = bring_up_to_date(connection, living)
                if not outcome.keyless and (outcome.living.entries != living.entries or file.current is None):
                    keep(folder, library.path, outcome.living)
                return outcome
            except Refused as refusal:
                return refusal
            finally:
                connection.close()

        self._lanes.work(work, lambda answer: self._take(file, living, answer))

    def _take(self, file: Kept, asked: Living, answer: Outcome | Refused) -> None:
        self._running = None
        if file not in self.files or file.living is not asked:
            self._next()
            return
        if isinstance(answer, Refused):
            trouble = said(str(answer))
            if trouble != file.trouble:
                self.failed.emit(trouble)
            file.trouble = trouble
            self._again.start()
        elif answer.keyless:
            file.papers = answer.papers
            self._give_keys(file, answer.keyless)
            return
        else:
            file.living, file.papers, file.trouble = answer.living, answer.papers, ""
            file.current = datetime.now()
            if found := self._found(answer):
                file.found = found
                self.failed.emit(f"{file.living.target.name}: {found[0]}")
        self.changed.emit()
        self._next()

    def _give_keys(self, file: Kept, papers: Sequence[int]) -> None:
        from readerapp.operations.living import give_keys, keys_of_others

        pattern, living = self._config.get(settings_of.KEY_PATTERN), file.living

        def look() -> list[str] | Refused:
            try:
                return keys_of_others(living)
            except Refused as refusal:
                return refusal

        def again(_: Changes | None) -> None:
            file.waiting = True
            self._next()

        def give(taken: list[str] | Refused) -> None:
            if isinstance(taken, Refused):
                self._take(file, living, taken)
            else:
                self._lanes.do(give_keys, list(papers), pattern, taken, initiator=self, then=again)

        self._lanes.work(look, give)

    def _found(self, outcome: Outcome) -> tuple[str, ...]:
        """What is to be told of a file, a sentence each."""
        update = outcome.update
        sentences: list[tuple[str, Sequence[str]]] = []
        if update is not None:
            sentences = [
                (self.tr("Changed here and in the file; it stays as it is in the file: {}"), update.conflicts),
                (self.tr("Another paper has this key in the file, so this one is not in it: {}"), update.taken),
                (self.tr("Somebody had taken this out of the file; it is there again: {}"), update.returned),
                (self.tr("No longer among the papers, but changed in the file, so it stays: {}"), update.left),
            ]
        sentences.append((self.tr("Several papers have this key; only the oldest is in the file: {}"), outcome.doubled))
        return tuple(words.format(self._listed(keys)) for words, keys in sentences if keys)

    def _listed(self, keys: Sequence[str]) -> str:
        more = len(keys) - _NAMED
        named = ", ".join(keys[:_NAMED])
        return self.tr("{} and %Ln more", "", more).format(named) if more > 0 else named

    def _try_again(self) -> None:
        for file in self.files:
            file.waiting = file.waiting or bool(file.trouble)
        self._next()


def _is_seen(changes: Changes) -> bool:
    """Whether these changes can be seen in an entry."""
    tables = changes.tables - _OWN_TABLES
    return bool(tables) and not (tables == {"paper"} and changes.columns and changes.columns <= _OWN_COLUMNS)
