"""The text of PDFs, read in a process of its own.

A file from a stranger can make a parser hang, eat memory or die. So that the window never does, another process reads,
page by page; it may have so much memory and so much time, and when it is gone another takes its place. A page that ends
it is the end of that file, not of the work.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from readerapp.errors import Refused
from readerapp.pdf.about import MOST_PAGES, About
from readerapp.records import HighlightRecord, Progress, Silent

# A highlight and its colour: red, green and blue, from 0 to 1.
Highlight = tuple[HighlightRecord, tuple[float, float, float]]
# Where highlights stand in a text; None for each that is not there.
Locate = Callable[[str, Sequence[HighlightRecord]], Sequence[tuple[int, int] | None]]

_CONTEXT = multiprocessing.get_context("spawn")

# How long a page, or opening a file, may take, and how long all of a file, in seconds.
_PATIENCE = 30.0
_MOST_SECONDS = 600.0
# Memory of that process, in bytes, and the text of one file, in characters.
_MEMORY = 3 * 2**30
_MOST_TEXT = 40_000_000


@dataclass(slots=True)
class Extracted:
    """What was read of a PDF: how many pages it has, the text of those with any, from 1, and, where not all could be
    read, why, in a sentence."""

    pages: int = 0
    texts: dict[int, str] = field(default_factory=dict)
    fault: str = ""


class Extractor:
    """Reads PDFs one after the other, in a process that is started when it is needed. Close it, or use it in a `with`.
    Not for two threads at once."""

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Pipe | None = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None

    def read(self, path: Path, name: str, progress: Progress) -> Extracted:
        """The text of a file, called `name` in sentences. Raises Cancelled when `progress` says so."""
        found = Extracted()

        def take(answer: object) -> bool:
            match answer:
                case int(pages):
                    found.pages = pages
                case (int(page), str(text)):
                    if text.strip():
                        found.texts[page] = text
                    progress.report(page, found.pages, name)
                case Refused() as refusal:
                    found.fault = str(refusal)
                    return True
                case None:
                    return True
            return False

        if found_fault := self._ask(("text", path, name), name, progress, take):
            found.fault = found_fault
        return found

    def about(self, path: Path, name: str, progress: Progress) -> About:
        """What a PDF says of itself, and the text of its first pages. Raises Refused for one that cannot be read."""
        answers: list[object] = []

        def take(answer: object) -> bool:
            answers.append(answer)
            return True

        fault = self._ask(("about", path, name), name, progress, take)
        if fault:
            raise Refused(fault)
        match answers[0]:
            case About() as found:
                return found
            case refusal:
                assert isinstance(refusal, Refused)
                raise refusal

    def write_marked(
        self, path: Path, name: str, target: Path, highlights: Sequence[Highlight], locate: Locate, progress: Progress
    ) -> tuple[int, int]:
        """Writes a copy of a PDF with these highlights as annotations, each where `locate`, a function of a module,
        finds it in the text of its page. Returns how many are in it, and how many could not be found. Raises Refused
        when it cannot be written."""
        answers: list[object] = []

        def take(answer: object) -> bool:
            answers.append(answer)
            return True

        fault = self._ask(("mark", path, name, target, highlights, locate), name, progress, take)
        if fault:
            raise Refused(fault)
        match answers[0]:
            case (int(written), int(lost)):
                return written, lost
            case refusal:
                assert isinstance(refusal, Refused)
                raise refusal

    def _ask(self, order: object, name: str, progress: Progress, take: Callable[[object], bool]) -> str:
        """Gives an order and hands on what comes of it, until `take` says that was all. Returns "" or, in a sentence,
        why that did not come."""
        try:
            pipe = self._started()
            pipe.send(order)
            end = time.monotonic() + _MOST_SECONDS
            patience = time.monotonic() + _PATIENCE
            while True:
                progress.check()
                if not pipe.poll(0.05):
                    if time.monotonic() > min(patience, end):
                        self.close()
                        return f"{name} takes too long to read; its text was left."
                    continue
                if take(pipe.recv()):
                    return ""
                patience = time.monotonic() + _PATIENCE
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.close()
            return f"{name} is damaged: reading it failed."
        except BaseException:
            self.close()
            raise

    def _started(self) -> Pipe:
        if self._pipe is None:
            ours, theirs = _CONTEXT.Pipe()
            process = _CONTEXT.Process(target=_work, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
        return self._pipe


def look_into(data: bytes, name: str) -> About:
    """What a PDF, of which these are the bytes, says of itself, read in a process of its own. Raises Refused."""
    if multiprocessing.current_process().daemon:
        # This is such a process already, and may have none of its own.
        from readerapp.pdf.about import about

        return about(data, name)
    with tempfile.TemporaryDirectory(prefix="readerapp-") as folder, Extractor() as extractor:
        path = Path(folder) / "file.pdf"
        path.write_bytes(data)
        return extractor.about(path, name, Silent())


def _work(pipe: Pipe) -> None:
    """The whole life of that process."""
    _be_modest()
    from readerapp.pdf.about import about
    from readerapp.pdf.document import Document

    with contextlib.suppress(EOFError, BrokenPipeError, OSError):
        while True:
            what, path, name, *more = pipe.recv()
            try:
                if what == "about":
                    pipe.send(about(path, name))
                    continue
                if what == "mark":
                    pipe.send(_write_marked(path, name, *more))
                    continue
                with Document(path, name) as document:
                    pipe.send(document.pages)
                    left = _MOST_TEXT
                    for page in range(min(document.pages, MOST_PAGES)):
                        text = document.words(page)[: max(left, 0)]
                        left -= len(text)
                        pipe.send((page + 1, text))
                pipe.send(None)
            except Refused as refusal:
                pipe.send(refusal)
            except MemoryError:
                pipe.send(Refused(f"{name} needs more memory to read than there is.", "Its text was left."))


def _write_marked(
    path: Path, name: str, target: Path, highlights: Sequence[Highlight], locate: Locate
) -> tuple[int, int]:
    from readerapp.pdf.document import Document
    from readerapp.pdf.marking import Mark, write_copy

    marks: list[Mark] = []
    by_page: dict[int, list[Highlight]] = {}
    for one in highlights:
        by_page.setdefault((one[0].page or 1) - 1, []).append(one)
    with Document(path, name) as document:
        for page, of_page in sorted(by_page.items()):
            if page >= document.pages:
                continue
            layer = document.text(page)
            for (mark, colour), place in zip(of_page, locate(layer.text, [mark for mark, _ in of_page]), strict=True):
                if place is not None:
                    rectangles = tuple(document.in_space(page, layer.rows(*place)))
                    marks.append(Mark(page + 1, rectangles, colour, mark.comment, mark.meaning, mark.quote))
    write_copy(path, target, marks, name)
    return len(marks), len(highlights) - len(marks)


def _be_modest() -> None:
    """Lets others have the processors first, and bounds the memory, where the system knows how."""
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
