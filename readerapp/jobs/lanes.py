"""Lanes off the window's thread: one that writes, in order; one that reads, whose work may become useless; and one
for work that needs no library.

The library lane is one thread with one connection for life: every write takes it, even one of a fifth of a
millisecond, because one road is easier to trust than two. The reading lane answers searches; a question that the next
key press makes useless is interrupted. Results come home to the window's thread by one queued signal.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from readerapp.errors import Cancelled, Refused
from readerapp.jobs.progress import Job
from readerapp.library.connect import Connection, Library, Writer
from readerapp.library.locks import Busy
from readerapp.records import Changes, ImportSummary, Reading, Status

if TYPE_CHECKING:  # imported when papers arrive: no window waits for that
    from readerapp.jobs import apart
    from readerapp.operations.importing import Importing

logger = logging.getLogger(__name__)

Verb = Callable[..., Changes | None]
_Outcome = tuple[Changes | None, ImportSummary]
_Run = Callable[[Callable[[], _Outcome | None], Callable[[], None]], None]

# How many steps of SQLite's machine a question may run before it is asked whether it is still of use: about 5 ms.
_ASK_AFTER = 100_000

# How often the library lane looks whether another process has written, in milliseconds.
WATCH = 400


class Relay(QObject):
    """Carries calls from any thread to the thread this was made in."""

    _call = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def home(self, function: Callable[..., None], *args: object) -> None:
        """Calls `function` with `args` in the relay's own thread, soon."""
        try:
            self._call.emit(function, args)
        except RuntimeError:  # the window is gone: nobody is left to be told
            logger.debug("a result came home after the window had closed")

    @staticmethod
    def _run(function: Callable[..., None], args: tuple[Any, ...]) -> None:
        # A dialog may have closed while its answer was on the way.
        owner = getattr(function, "__self__", None) or _self_of(function)
        if not isinstance(owner, QObject) or isValid(owner):
            function(*args)


def _self_of(function: Callable[..., None]) -> object:
    """The object in a method of which a function was made that names it."""
    code, cells = getattr(function, "__code__", None), getattr(function, "__closure__", None)
    if code is None or not cells or "self" not in code.co_freevars:
        return None
    return cells[code.co_freevars.index("self")].cell_contents


class _ReadingLane:
    """A thread that answers questions, with a connection of its own, and what it is answering just now. `waiting` is
    how many questions that are not patient have been asked and not begun, `yields` whether it answers a patient one."""

    def __init__(self, name: str) -> None:
        self.thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self.connection: Connection | None = None
        self.answering: str | None = None
        self.waiting = 0
        self.yields = False


class Lanes(QObject):
    """The window's way to the library.

    `reader` is the window's own connection, which cannot write: for the rows that are painted, nothing slow.
    `library_changed` carries the Changes of every step once, whoever made it; `failed` a sentence for the reader;
    `job_began` a Job to be shown while it runs.
    """

    library_changed = Signal(object)
    failed = Signal(str)
    job_began = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.reader: Connection = library.reader()
        self._relay = Relay(self)
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._reading = (_ReadingLane("reading at once"), _ReadingLane("reading"))
        self._working = ThreadPoolExecutor(2, thread_name_prefix="work")
        # Work that may take minutes has threads of its own, in which it waits its turn.
        self._long = {
            "background": ThreadPoolExecutor(1, thread_name_prefix="background"),
            "network": ThreadPoolExecutor(2, thread_name_prefix="network"),
        }
        self._writer: Writer | None = None
        self._questions: dict[str, int] = {}
        self._asked = 0
        self._guard = threading.Lock()
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(lambda: self._writing.submit(self._look_elsewhere))
        self._jobs: list[Job] = []
        self._at_work = 0
        self.job_began.connect(self._own)
        self._turns: list[apart.Turns] = []
        self._missed = False
        self._closing = False

    @property
    def read_only(self) -> bool:
        """Whether the library cannot be changed; `library.notice` says why."""
        return bool(self.library.notice)

    def start(self) -> None:
        """Connects the lanes. Call it when the first list has been painted."""
        if not self.read_only:
            self._sweep()
            self._watch.start()

    def do(
        self,
        verb: Verb,
        *args: object,
        initiator: object = None,
        then: Callable[[Changes | None], None] | None = None,
        **options: object,
    ) -> None:
        """Has the library lane do `verb(writer, *args, **options)`, one of operations'. `then` gets what it changed,
        here. The initiator is named in `library_changed`, so that an editor can leave its own echo alone."""

        def work() -> None:
            for turns in list(self._turns):
                turns.wanted.set()
            try:
                changes = verb(self._connected(), *args, **options)
            finally:
                for turns in list(self._turns):
                    turns.wanted.clear()
            self._relay.home(self._done, changes, initiator, then)

        self._submit(work)

    def undo(self) -> None:
        """Takes the latest step back."""
        self.do(lambda writer: _told("Undone: {}", writer.undo()))
        self._sweep()

    def redo(self) -> None:
        """Does again the step that was undone last."""
        self.do(lambda writer: _told("Done again: {}", writer.redo()))
        self._sweep()

    def ask(
        self,
        subject: str,
        question: Callable[[Connection], Any],
        then: Callable[[Any], None],
        *,
        at_once: bool = False,
        patient: bool = False,
    ) -> None:
        """Has a reading lane answer `question(connection)`; `then` gets the answer, here.

        A later question on the same subject makes this one useless: it is dropped, or interrupted on the way. What a
        key press waits for is asked `at_once`, on a lane that knows no long questions. A `patient` question waits, or
        is interrupted and asked again, while there are others.
        """
        lane = self._reading[0 if at_once else 1]
        with self._guard:
            self._asked += 1
            number = self._questions[subject] = self._asked
            for one in self._reading:
                if one.connection is not None and (
                    one.answering == subject or (one is lane and one.yields and not patient)
                ):
                    one.connection.interrupt()
            lane.waiting += not patient

        def is_over() -> bool:
            return self._questions.get(subject) != number or (patient and lane.waiting > 0)

        def work() -> None:
            with self._guard:
                lane.waiting -= not patient
                if self._questions.get(subject) != number:
                    return
                put_off = is_over()
                if not put_off:
                    lane.answering, lane.yields = subject, patient
            if put_off:
                self._submit(work, lane.thread)
                return
            if lane.connection is None:
                lane.connection = self.library.reader()
            # An interrupt that comes before the statement has begun is lost; so it is also asked on the way.
            lane.connection.set_progress_handler(is_over, _ASK_AFTER)
            try:
                answer = question(lane.connection)
            except Exception as error:
                if isinstance(error, Cancelled) or self._questions.get(subject) != number:
                    return  # interrupted for a newer question
                if not is_over():
                    raise
                self._submit(work, lane.thread)
                return
            finally:
                with self._guard:
                    lane.answering, lane.yields = None, False
            self._relay.home(self._answered, subject, number, then, answer)

        self._submit(work, lane.thread)

    def bring_in(
        self,
        open_reading: Callable[[], Reading],
        title: str,
        *,
        add_tags: tuple[str, ...] = (),
        status: Status | None = None,
        then: Callable[[ImportSummary], None] | None = None,
        in_process: bool = False,
    ) -> Job:
        """Imports what `open_reading()` gives, batch by batch between other writes. The Job shows how far it is.

        With `in_process`, for what may be large, another process does it, so that this one stays quick; then
        `open_reading` must be one that can be pickled.
        """
        job = Job(title, self)
        self.job_began.emit(job)

        def done(changes: Changes | None, summary: ImportSummary) -> None:
            job.end(summary.sentence())
            self._done(changes or self._told_meanwhile(), job, None)
            if then is not None:
                then(summary)

        def stopped(words: str) -> None:
            job.end(words)
            self._done(self._told_meanwhile(), job, None)
            self._sweep()

        def run(bring: Callable[[], _Outcome | None], again: Callable[[], None]) -> None:
            try:
                outcome = bring()
            except Cancelled:
                self._relay.home(stopped, "Cancelled; nothing was added.")
            except Exception as error:
                words = str(error) if isinstance(error, Refused) else "The import failed; nothing was added."
                self._relay.home(stopped, words)
                raise
            else:
                if outcome is None:
                    again()
                else:
                    self._relay.home(done, *outcome)

        if in_process:
            self._import_apart(job, run, open_reading, add_tags, status)
        else:
            self._import_here(job, run, open_reading, add_tags, status)
        return job

    def _own(self, job: Job) -> None:
        """Has a job cancelled with the window."""
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.ended.connect(job.deleteLater)

    def _import_apart(
        self,
        job: Job,
        run: _Run,
        open_reading: Callable[[], Reading],
        add_tags: tuple[str, ...],
        status: Status | None,
    ) -> None:
        from readerapp.jobs import apart

        def bring() -> _Outcome:
            turns = apart.Turns.new()
            self._turns.append(turns)
            try:
                return apart.bring_in(self.library.path, open_reading, add_tags, status, job, turns)
            finally:
                self._turns.remove(turns)

        self._submit(lambda: run(bring, lambda: None), self._working)

    def _import_here(
        self,
        job: Job,
        run: _Run,
        open_reading: Callable[[], Reading],
        add_tags: tuple[str, ...],
        status: Status | None,
    ) -> None:
        from readerapp.operations.importing import Importing

        state: list[Importing] = []

        def bring() -> _Outcome | None:
            if not state:
                job.check()
                try:
                    begun = Importing(
                        self._connected(),
                        open_reading(),
                        add_tags=add_tags,
                        status=status,
                        progress=job,
                        sweep_up=False,
                        wait=0,
                    )
                except Busy:
                    return None
                state.append(begun)
            return (state[0].changes, state[0].summary) if state[0].advance() else None

        def again() -> None:
            if self._closing:
                # The job has been cancelled with the window: the next turn, taken at once, gives the import up.
                turn()
            elif state:
                self._submit(turn)
            else:
                # Another import has its turn. The lane must not wait for it: notes come this way too.
                self._relay.home(QTimer.singleShot, 200, self, lambda: self._submit(turn))

        def turn() -> None:
            run(bring, again)

        self._submit(turn)

    def work(self, function: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Runs a function that needs neither lane, such as a parser or a backup, off the window's thread."""
        self._at_work += 1

        def work() -> None:
            try:
                self._relay.home(then, function())
            finally:
                self._relay.home(self._worked)

        self._submit(work, self._working)

    def _worked(self) -> None:
        self._at_work -= 1

    def job(
        self,
        title: str,
        function: Callable[[Job], Any],
        then: Callable[[Any], str],
        *,
        stopped: Callable[[], None] | None = None,
        where: str = "work",
    ) -> Job:
        """Runs a function that needs neither lane and takes long, as a Job to be shown, which it tells how far it is
        and asks whether to go on. `then` gets what it returns, here, and answers with the words to leave behind;
        `stopped` is called when it was cancelled, refused or failed.

        `where` is "work" for what the reader waits for, "background" for what they do not, one at a time, or "network".
        """
        job = Job(title, self)
        self.job_began.emit(job)

        def over(words: str, then: Callable[[], None] | None) -> None:
            job.end(words)
            if then is not None and not self._closing:
                then()

        def done(answer: Any) -> None:
            job.end("" if self._closing else then(answer))

        def work() -> None:
            try:
                job.check()
                answer = function(job)
            except Cancelled:
                self._relay.home(over, "Cancelled.", stopped)
            except Refused as refusal:
                self._relay.home(over, str(refusal), stopped)
                raise
            except Exception:
                self._relay.home(over, "", stopped)
                raise
            else:
                self._relay.home(done, answer)

        self._submit(work, self._long.get(where, self._working))
        return job

    def piecewise(self, piece: Callable[[Writer], bool], then: Callable[[], None] | None = None) -> None:
        """Has the library lane do something that the history does not know, piece by piece until one answers False,
        so that other writes have their turn in between. `then` is called here."""

        def work() -> None:
            if piece(self._connected()):
                self._submit(work)
            elif then is not None:
                self._relay.home(then)

        self._submit(work)

    def rest(self, then: Callable[[], None]) -> None:
        """Calls `then`, here, when no job runs, no work is done, and everything that was asked of the library lane till
        now has been done and told. Answers to questions are not told any more."""

        def settle() -> None:
            with self._guard:
                self._questions.clear()
            then()

        if self._jobs or self._at_work:
            QTimer.singleShot(WATCH, self, lambda: self.rest(then))
        else:
            self._submit(lambda: self._relay.home(settle))

    def close(self) -> None:
        """Cancels what can be cancelled, lets every write finish, and closes all connections."""
        self._watch.stop()
        self._closing = True
        for job in list(self._jobs):
            job.cancel()
        with self._guard:
            self._questions.clear()
        for name, lane_of in (("work", self._working), *self._long.items()):
            # A server that does not answer must not keep the window: what it still sends goes nowhere.
            lane_of.shutdown(wait=name != "network", cancel_futures=True)
        for lane in self._reading:
            lane.thread.shutdown(wait=True, cancel_futures=True)
        # The writer closes last: only then does SQLite empty the journal into the file, and a journal that is left is
        # what a dead process leaves, which makes the next start look the whole file over.
        for lane in self._reading:
            if lane.connection is not None:
                lane.connection.close()
        self.reader.close()
        self._writing.submit(self._disconnect)
        self._writing.shutdown(wait=True)

    def _submit(self, work: Callable[[], None], lane: ThreadPoolExecutor | None = None) -> None:
        def guarded() -> None:
            try:
                work()
            except Cancelled:
                pass
            except Refused as refusal:
                self._relay.home(self.failed.emit, str(refusal))
            except Exception:
                logger.exception("a job failed")
                self._relay.home(self.failed.emit, "Something went wrong in readerapp itself. The log has the details.")

        with suppress(RuntimeError):  # the window has closed, and the lanes take nothing more
            (lane or self._writing).submit(guarded)

    def _told_meanwhile(self) -> Changes | None:
        """What others may have changed while an import ran apart."""
        missed, self._missed = self._missed, False
        return Changes(everything=True) if missed else None

    def _sweep(self) -> None:
        """Removes what a given up or dead import left."""

        def piece(writer: Writer) -> bool:
            from readerapp.library import arrivals

            return arrivals.sweep_leftovers(writer)

        self.piecewise(piece)

    def _connected(self) -> Writer:
        if self._writer is None:
            self._writer = self.library.writer()
        return self._writer

    def _disconnect(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def _look_elsewhere(self) -> None:
        if self._writer is not None and self._writer.changed_elsewhere():
            # While our own import runs apart each of its batches is a change; what else there was is told at its end.
            if self._turns:
                self._missed = True
            else:
                self._relay.home(self.library_changed.emit, Changes(everything=True))

    def _done(self, changes: Changes | None, initiator: object, then: Callable[[Changes | None], None] | None) -> None:
        if self._closing:
            return  # what was written on the way out: nobody can look at it any more
        if changes is not None:
            self.library_changed.emit(replace(changes, initiator=initiator))
        if then is not None:
            Relay._run(then, (changes,))

    def _answered(self, subject: str, number: int, then: Callable[[Any], None], answer: Any) -> None:
        if self._questions.get(subject) == number:
            Relay._run(then, (answer,))


def _told(what: str, changes: Changes | None) -> Changes | None:
    if changes is None:
        return None
    return replace(changes, title=what.format(changes.title))
