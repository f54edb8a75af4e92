"""What the command line writes: the answer on standard output, everything else on standard error, and text from papers
made safe for a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import IO, TYPE_CHECKING, cast

from readerapp.errors import Refused

if TYPE_CHECKING:
    from readerapp.library.listing import Brief
    from readerapp.records import Record

# What a terminal obeys instead of showing it: control characters, and the characters that turn the direction of
# writing for what follows. Half surrogates cannot be written at all.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_MARKS = {"unread": "●", "reading": "◐", "read": "✓", "dropped": "✕"}
_LONGEST_LINE = 100


def prepare_streams() -> None:
    """Makes the standard streams speak UTF-8 whatever the locale, and survive that one of them is closed."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # Else the next file that is opened gets this number, and a stray message would be written into it.
            os.open(os.devnull, os.O_RDWR)
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def answer(text: str) -> None:
    """Writes to standard output, in one piece. Raises Refused when it is closed, OSError when it takes no more."""
    standard_output().write(text)


def standard_output() -> IO[str]:
    """Standard output. Raises Refused when it is closed."""
    if sys.stdout is None:
        raise Refused("The answer cannot be written: standard output is closed.")
    return cast(IO[str], _Shown(sys.stdout)) if sys.stdout.isatty() else sys.stdout


class _Shown:
    """A terminal, which gets only what it shows."""

    def __init__(self, terminal: IO[str]) -> None:
        self._terminal = terminal

    def write(self, text: str) -> int:
        self._terminal.write(block(text))
        return len(text)


def standard_input() -> IO[bytes]:
    """The bytes of standard input. Raises Refused when it is closed."""
    if sys.stdin is None:
        raise Refused("There is nothing to read: standard input is closed.")
    return sys.stdin.buffer


def read_standard_input() -> str:
    """Everything on standard input, as text. Raises Refused when it cannot be read."""
    try:
        return standard_input().read().decode("utf-8", "replace")
    except OSError as error:
        raise Refused(f"Standard input cannot be read: {error.strerror}.") from None


def flush() -> None:
    """Makes sure that the answer has been written. Raises OSError when it could not."""
    if sys.stdout is not None:
        sys.stdout.flush()


def mute() -> None:
    """Lets go of a standard output that takes no more, so that nobody tries to write the rest at the very end."""
    try:
        descriptor = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    except (OSError, ValueError, AttributeError):
        pass


def say(sentence: str) -> None:
    """One line for the reader, on standard error."""
    try:
        sys.stderr.write(f"readerapp: {one_line(sentence)}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass  # nobody can be told


def tell_warnings() -> None:
    """Has what is logged, such as that somebody's format cannot be loaded, said in one line each."""
    import logging

    class Teller(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(record.getMessage())

    logger = logging.getLogger("readerapp")
    if not logger.handlers:
        logger.addHandler(Teller(logging.WARNING))


def json_text(value: object) -> str:
    """A value as JSON in UTF-8, not ASCII-escaped, on one line with its end."""
    import json

    # What came as an argument may hold bytes that are no text.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n"


def json_lines(values: Iterable[object]) -> str:
    """A JSON array, each of its values on a line."""
    lines = ",\n".join(json_text(value)[:-1] for value in values)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def ended(text: str) -> str:
    """Text as it is; on a terminal with an end of line, so that what comes next begins on a new one."""
    if not text or text.endswith("\n") or terminal_width() is None:
        return text
    return f"{text}\n"


def one_line(text: str) -> str:
    """Text on one line, without what a terminal would obey."""
    if text.isprintable():
        return text
    return " ".join(_UNSAFE.sub(lambda found: " " if found[0] in _BLANKS else "", text).split())


def block(text: str) -> str:
    """Text of several lines, without what a terminal would obey."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else "", text)


def terminal_width() -> int | None:
    """How many characters fit on a line of the terminal; None when the answer goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(shutil.get_terminal_size().columns, 40)


def paper_lines(briefs: Iterable[Brief]) -> str:
    """Papers one a line: number, status, title, authors, year, tags. Aligned on a terminal, else separated by tabs."""
    from readerapp.records import Status

    words = {int(status): status.word for status in Status}
    if terminal_width() is None:
        # A search may find the whole library: this is written for speed.
        lines = []
        for paper, status, title, byline, year, tags in briefs:
            if not f"{title}{byline}{tags}".isprintable():
                title, byline, tags = one_line(title), one_line(byline), one_line(tags)
            lines.append(f"{paper}\t{words[status]}\t{title}\t{byline}\t{year or ''}\t{tags}\n")
        return "".join(lines)
    cells = [
        (str(paper), f"{_MARKS[words[status]]} {words[status]}", *map(one_line, (title, byline, str(year or ""), tags)))
        for paper, status, title, byline, year, tags in briefs
    ]
    return table(cells, flexible={2: 1.0, 3: 0.4, 5: 0.3}, right={0})


def table(
    lines: Sequence[Sequence[str]], flexible: Mapping[int, float] | None = None, right: Iterable[int] = ()
) -> str:
    """Lines of cells: aligned on a terminal, else separated by tabs.

    Where the terminal is narrower than all columns, the flexible ones (by number, with their weights) share what the
    others leave, and their cells are cut. The columns in `right` are aligned at the right.
    """
    width = terminal_width()
    if width is None:
        return "".join("\t".join(line) + "\n" for line in lines)
    if not lines:
        return ""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    over = sum(widths) + 2 * (len(widths) - 1) - width
    if over > 0 and flexible:
        room = sum(widths[column] for column in flexible) - over
        widths = _shared(widths, max(room, 3 * len(flexible)), flexible)
    at_right = set(right)
    last = len(widths) - 1
    text = []
    for line in lines:
        cells = []
        for column, cell in enumerate(line):
            cell = _cut(cell, widths[column])
            blanks = " " * (widths[column] - _width(cell))
            cells.append(blanks + cell if column in at_right else cell if column == last else cell + blanks)
        text.append("  ".join(cells).rstrip() + "\n")
    return "".join(text)


def _shared(widths: list[int], room: int, shares: Mapping[int, float]) -> list[int]:
    """Gives each flexible column its share of the room; what one does not need, the others get."""
    widths, weights = list(widths), dict(shares)
    while weights:
        part = room / sum(weights.values())
        content = [column for column, weight in weights.items() if widths[column] <= part * weight]
        for column in content or list(weights):
            widths[column] = min(widths[column], max(int(part * weights[column]), 1))
            room -= widths[column]
        weights = {column: weight for column, weight in weights.items() if content and column not in content}
    return widths


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: two for East Asian characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    text = text[:width]
    while text and _width(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def card(record: Record) -> str:
    """A paper with all its fields, for people."""
    from textwrap import fill

    width = min(terminal_width() or _LONGEST_LINE, _LONGEST_LINE)
    status = record.status.word if record.status is not None else ""
    facts = [
        ("number", str(record.id)),
        ("authors", ", ".join(record.authors)),
        ("venue", record.venue),
        ("year", str(record.year or "")),
        ("published", record.published or ""),
        *((one.scheme, one.value) for one in record.identifiers),
        *((link.rel, link.url) for link in record.links),
        ("keywords", ", ".join(record.keywords)),
        ("citation key", record.citation_key or ""),
        ("source", record.source),
        ("status", f"{status}, starred" if record.starred else status),
        ("rating", f"{record.rating} of 5" if record.rating else ""),
        ("up next", f"place {record.queue}" if record.queue is not None else ""),
        ("tags", ", ".join(record.tags)),
        ("takeaway", record.takeaway),
        ("added", when(record.added)),
        ("changed", when(record.changed)),
        *((f"since {change.status.word}", when(change.at)) for change in record.history),
        ("in the trash", when(record.trashed)),
    ]
    facts = [(one_line(name), one_line(value)) for name, value in facts if value]
    indent = 2 + max(len(name) for name, _ in facts) + 2

    def paragraph(text: str, first: str, rest: str) -> str:
        return fill(
            text,
            width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    parts = [paragraph(one_line(record.title), "", "")]
    parts += [paragraph(value, f"  {name}".ljust(indent), " " * indent) for name, value in facts]
    if record.abstract:
        parts += ["", "Abstract"]
        parts += [paragraph(line, "  ", "  ") for line in block(record.abstract).splitlines() if line.strip()]
    if record.note:
        parts += ["", "Note", *(f"  {line}".rstrip() for line in block(record.note).splitlines())]
    if record.highlights:
        parts += ["", "Highlights"]
        for mark in record.highlights:
            meaning = f" ({one_line(mark.meaning)})" if mark.meaning else ""
            parts.append(paragraph(f"“{one_line(mark.quote)}”{meaning}", "  ", "    "))
            if mark.comment:
                parts.append(paragraph(one_line(mark.comment), "    ", "    "))
    return "\n".join(parts) + "\n"


def when(moment: datetime | None) -> str:
    """A moment where the reader is; "" for none."""
    if moment is None:
        return ""
    with suppress(ValueError, OverflowError, OSError):  # near the ends of the calendar
        moment = moment.astimezone()
    return f"{moment:%Y-%m-%d %H:%M}"


class Bar:
    """How far long work is, on standard error, when that is a terminal."""

    def __init__(self, name: str) -> None:
        self._name = _cut(one_line(name), 30)
        self._shown = 0
        self._next = time.monotonic()
        self._terminal = cast(IO[str], sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None

    def draw(self, done: int, total: int | None, what: str) -> None:
        """Shows `done` of `total`, and `what`; at most ten times a second."""
        if self._terminal is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + 0.1
        text = self._name
        if total:
            share = min(done / total, 1)
            text += f"  [{'#' * int(share * 20):20}] {share:4.0%}"
        self._write(_cut(f"{text}  {what}", max(shutil.get_terminal_size().columns - 1, 20)))

    def clear(self) -> None:
        """Takes the bar away, so that a sentence can be written."""
        if self._terminal is not None and self._shown:
            self._write("")
            self._write("")

    def _write(self, text: str) -> None:
        assert self._terminal is not None
        try:
            self._terminal.write("\r" + text.ljust(self._shown))
            self._terminal.flush()
        except OSError:
            self._terminal = None
        self._shown = len(text)
