"""The commands `import` and `add`: what their arguments name, read file by file, and what became of it."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, cast

from readerapp import registry
from readerapp.cli import output
from readerapp.cli.output import Bar, say
from readerapp.errors import Cancelled, Refused
from readerapp.formats import opening
from readerapp.library.connect import Library, Writer
from readerapp.library.faults import told
from readerapp.operations.filtering import Filter
from readerapp.operations.importing import bring_in
from readerapp.operations.rehearsing import Rehearsal
from readerapp.records import ImportSummary, Item, Reading, Skipped, Status

# After how many papers that are left out it is shown how far the reading is.
_SHOWN_AFTER = 5_000
# How long an interrupted import may take to clean up, in seconds. What it leaves then is seen by nobody, and the next
# import takes it away.
_GRACE = 10

Source = tuple[str, Callable[["Interruption", str], Reading]]
"""What to read: how it is called in messages, and how it is read, by the format of a name."""


def readable() -> list[str]:
    """The names of the formats that can be read."""
    return [form.name for form in registry.formats() if form.read]


def sources_of_paths(named: Sequence[str]) -> list[Source]:
    """Files, folders, and - for standard input."""
    found: list[Source] = []
    for name in named:
        if name == "-":
            found.append(("standard input", _standard_input))
        else:
            found.append((name, _reader(Path(name))))
    return found


def sources_of_anything(named: Sequence[str]) -> list[Source]:
    """Like `sources_of_paths`; what names no file is itself the text to read, all of it together."""
    found: list[Source] = []
    texts = []
    for name in named:
        if name == "-" or _is_path(name):
            found += sources_of_paths([name])
        else:
            texts.append(name)
    if texts:
        data = "\n".join(texts).encode("utf-8", "replace")
        found.append(("the arguments", lambda _, form: registry.read(opening.open_bytes(data, "the arguments"), form)))
    return found


def _mode(name: str) -> int:
    """What kind of file this names, as `stat` tells it; 0 when there is none."""
    try:
        return Path(name).stat().st_mode
    except (OSError, ValueError):
        return 0


def _is_path(name: str) -> bool:
    """Whether somebody who wrote this meant a file, also one that is not there."""
    if _mode(name) or name.startswith(("./", "../", "/", "~/")):
        return True
    suffixes = {suffix for form in registry.formats() for suffix in form.suffixes}
    return Path(name).suffix.lower() in suffixes and not any(map(str.isspace, name))


def _reader(path: Path) -> Callable[[Interruption, str], Reading]:
    return lambda _, form: registry.read_path(path, form)


def _standard_input(interruption: Interruption, form: str) -> Reading:
    stream = cast(IO[bytes], _Waiting(output.standard_input(), interruption))
    return registry.read(opening.open_stream(stream, "standard input"), form)


class _Unreadable(Refused):
    """An input that is refused while it is read, in contrast to a library that takes nothing more."""


def run(args: argparse.Namespace, sources: Sequence[Source], chosen: Filter, folders: Sequence[str] = ()) -> int:
    """Imports of every source the chosen papers, or rehearses it, reads folders of Markdown files back, and answers
    with one summary. Returns the exit status."""
    summaries: list[ImportSummary] = []
    trouble: Exception | None = None
    begun = ""
    with ExitStack() as stack:
        interruption = stack.enter_context(Interruption())
        try:
            for name in folders:
                interruption.began(name)
                summaries.append(_placed(_read_back(args, name, interruption), name))
            take = _target(args, stack)
            for name, read in sources:
                interruption.began(name)
                try:
                    reading = chosen.over(_opened(interruption, read, args.format))
                    begun = name if reading.source and not args.dry_run else ""
                    summary = take(reading, args.tag, args.status, interruption)
                except _Unreadable as refused:
                    summary = ImportSummary(skipped=(Skipped("", str(refused)),))
                summaries.append(_placed(summary, name))
        except (Refused, Cancelled) as error:
            trouble = error
        interruption.ended()
    total = _sum(summaries)
    for skipped in total.skipped:
        say(f"{skipped.where}: {skipped.why}")
    if args.json:
        output.answer(output.json_text({**total.as_json(), **({"left_out": chosen.left_out} if chosen else {})}))
    elif total.added or total.merged or total.unchanged or chosen.left_out or not (total.skipped or trouble):
        left_out = f", {chosen.left_out:,} left out" if chosen else ""
        output.answer(f"{'Would be: ' if args.dry_run else ''}{total.sentence()}{left_out}\n")
    if isinstance(trouble, Cancelled) and begun:
        say(f"Interrupted; nothing of {begun} was added. Import it again in the same way, and it goes on from here.")
    elif isinstance(trouble, Cancelled):
        say("Interrupted; what had not come in whole was taken back.")
    elif trouble is not None:
        say(str(trouble))
    return 1 if trouble or total.skipped else 0


def _read_back(args: argparse.Namespace, folder: str, progress: Interruption) -> ImportSummary:
    """Takes what was changed in a folder of Markdown files into the library, or for a dry run looks what that is."""
    from readerapp.operations import markdown_folder
    from readerapp.operations.folder_state import load

    root = markdown_folder.open_folder(Path(folder))
    library = Library(args.library)
    try:
        with told(library.path), closing(library.reader() if args.dry_run else library.writer()) as opened:
            if isinstance(opened, Writer):
                done = markdown_folder.read_back(opened, root, progress)[1]
            else:
                done, found = markdown_folder.look(opened, load(root), progress)
                done.papers = [one.known.paper for one in found]
    finally:
        library.close()
    clashes = (
        Skipped(
            one.name, "The note was changed on both sides. The library's stays; this one is an earlier version now."
        )
        for one in done.conflicts
    )
    unchanged = done.looked - len(done.papers)
    return ImportSummary(0, len(done.papers), unchanged, (*clashes, *done.skipped), tuple(done.papers))


_Take = Callable[[Reading, Sequence[str], Status | None, "Interruption"], ImportSummary]


def _target(args: argparse.Namespace, stack: ExitStack) -> _Take:
    """The library, or for a dry run what stands for it, as a function that takes a reading in."""
    if not args.dry_run:
        library = Library(args.library)
        stack.callback(library.close)
        writer = library.writer()
        stack.callback(writer.close)
        return lambda reading, tags, status, progress: bring_in(
            writer, reading, add_tags=tags, status=status, progress=progress
        )[1]
    connection = None
    if args.library.exists():
        library = Library(args.library)
        stack.callback(library.close)
        stack.enter_context(told(library.path))
        connection = library.reader()
        stack.callback(connection.close)
    rehearsal = stack.enter_context(Rehearsal(connection))
    return lambda reading, tags, status, progress: rehearsal.bring_in(
        reading, add_tags=tags, status=status, progress=progress
    )


def _opened(interruption: Interruption, read: Callable[[Interruption, str], Reading], form: str) -> Reading:
    try:
        interruption.check()
        reading = read(interruption, form)
    except Refused as refused:
        raise _Unreadable(refused.what, refused.remedy) from refused
    return replace(reading, items=_checked(reading, interruption))


def _checked(reading: Reading, interruption: Interruption) -> Iterator[Item]:
    try:
        for number, item in enumerate(reading.items):
            interruption.check()
            # A filter may pass over many before the next comes in.
            if number % _SHOWN_AFTER == 0 and reading.done:
                interruption.read_on(reading.done(), reading.total)
            yield item
    except Refused as refused:
        raise _Unreadable(refused.what, refused.remedy) from refused


def _placed(summary: ImportSummary, name: str) -> ImportSummary:
    """The summary with the source's name before each place."""
    return replace(summary, skipped=tuple(Skipped(_place(name, one.where), one.why) for one in summary.skipped))


def _place(name: str, where: str) -> str:
    """A place in a source: in a folder, the path of a file there with the place in it."""
    if not where:
        return name
    inside = Path(name) / where.partition(", ")[0]
    return f"{Path(name) / where}" if _mode(name) and _mode(str(inside)) else f"{name}, {where}"


def _sum(summaries: Sequence[ImportSummary]) -> ImportSummary:
    return ImportSummary(
        added=sum(summary.added for summary in summaries),
        merged=sum(summary.merged for summary in summaries),
        unchanged=sum(summary.unchanged for summary in summaries),
        skipped=tuple(chain.from_iterable(summary.skipped for summary in summaries)),
        papers=tuple(dict.fromkeys(chain.from_iterable(summary.papers for summary in summaries))),
    )


class _Waiting:
    """A stream that may keep one waiting for ever, until a signal comes."""

    def __init__(self, stream: IO[bytes], interruption: Interruption) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._interruption = interruption

    def read(self, count: int) -> bytes:
        with self._interruption.waiting():
            return self._read(count)


class Interruption:
    """Lets Ctrl+C and a request to end stop an import between two batches, whole or nothing, and shows how far it is.

    A Progress. Python hears of a signal only between two of its own steps; while SQLite waits for another process, or
    a pipe for its other end, that can be never. So a thread listens too, and ends the process when the import has not
    stopped after a while: what it leaves is swept away by the next one.
    """

    def __init__(self) -> None:
        self._stopped = False
        self._waits = False
        self._over = threading.Event()
        self._bar = Bar("")
        self._what = ""
        self._heard, self._signalled = os.pipe()
        os.set_blocking(self._signalled, False)
        self._before: list[tuple[int, object]] = []
        self._wakeup = -1

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._wakeup = signal.set_wakeup_fd(self._signalled, warn_on_full_buffer=False)
            self._before = [(number, signal.signal(number, self._note)) for number in (signal.SIGINT, signal.SIGTERM)]
            threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        for number, handler in self._before:
            signal.signal(number, handler)  # type: ignore[arg-type]
        if self._before:
            signal.set_wakeup_fd(self._wakeup)
        os.close(self._signalled)
        if not self._before:
            os.close(self._heard)

    def began(self, name: str) -> None:
        """The next source."""
        self._bar.clear()
        self._bar, self._what = Bar(Path(name).name), ""

    def ended(self) -> None:
        """Nothing more is shown."""
        self._bar.clear()

    def report(self, done: int, total: int | None, what: str = "") -> None:
        self._what = what
        self._bar.draw(done, total, what)

    def read_on(self, done: int, total: int | None) -> None:
        """The reading is so far, and nothing more has come in."""
        self._bar.draw(done, total, self._what)

    def check(self) -> None:
        if self._stopped:
            raise Cancelled("interrupted")

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While something is awaited that may never come, a signal is heard at once."""
        self._waits = True
        try:
            self.check()
            yield
        finally:
            self._waits = False

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._stopped = True
        if self._waits:
            self.check()

    def _listen(self) -> None:
        asked = os.read(self._heard, 1)
        os.close(self._heard)
        if asked and not self._over.wait(_GRACE):
            say("Interrupted; what had not come in whole will not be seen.")
            os._exit(1)
