"""JSON Lines as such: one JSON value to a line, what each is decided by a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from json import JSONDecoder

from readerapp.formats.json_entries import whole_number, why_not
from readerapp.records import Input, Item, Record, Skipped, decode

# A line longer than this is passed over; reading it would take that much memory several times.
LONGEST_LINE = 64 * 2**20

_JSON = JSONDecoder(strict=False, parse_int=whole_number)


def items(source: Input, record_of: Callable[[object], Record]) -> Iterator[Item]:
    """The paper of each line, or why it is none with the number of the line.

    `record_of` makes a paper of a line's value; it raises ValueError, in words for the reader, when it is none.
    """
    stream = source.stream
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
            yield Skipped(f"line {number}", f"It is longer than {LONGEST_LINE // 2**20} MB.")
            continue
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = decode(line)
        if text.isspace():
            continue
        try:
            yield record_of(_JSON.decode(text))
        except RecursionError as error:
            yield Skipped(f"line {number}", why_not(error))
        except ValueError as error:
            # Only JSONDecodeError is from the decoder: ours are ValueErrors with the whole sentence.
            yield Skipped(f"line {number}", str(error) if type(error) is ValueError else why_not(error))


def first_values(source: Input, number: int = 20) -> Iterator[object]:
    """The values of the first lines, as far as they stand in the head of an input; what is no JSON is left out."""
    for line in source.head.splitlines()[:number]:
        try:
            yield _JSON.decode(decode(line))
        except (ValueError, RecursionError):
            continue
