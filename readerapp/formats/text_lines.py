"""Lines of text from a stream of bytes, whatever their ends and their encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from readerapp.records import Item, Skipped, decode

# What a line has beyond this is left out: nothing a paper says takes sixteen million characters.
LONGEST_LINE = 16 * 2**20
_PIECE = 2**18


def lines(stream: IO[bytes]) -> Iterator[str]:
    """The lines of a text without their ends: "\\n", "\\r\\n" or "\\r". The last may be "".

    Text is UTF-8; where some is not, `records.decode` decides line by line, so that files put together from several
    are read too. Memory holds a piece of the text and the longest line.
    """
    waiting: list[bytes] = []
    length = 0
    while piece := stream.read(_PIECE):
        while piece.endswith(b"\r") and (more := stream.read(1)):
            # Half of "\r\n" perhaps, of which the next may be half of another.
            piece += more
        if b"\r" in piece:
            piece = piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = piece.rfind(b"\n")
        if end < 0:
            if length < LONGEST_LINE:
                waiting.append(piece)
                length += len(piece)
            continue
        waiting.append(piece[:end])
        yield from _decoded(b"".join(waiting)).split("\n")
        waiting, length = [piece[end + 1 :]], len(piece) - end - 1
    yield _decoded(b"".join(waiting))


def or_nothing(items: Iterator[Item]) -> Iterator[Item]:
    """What a format makes of lines; that there is nothing in them when it makes nothing."""
    none_yet = True
    for item in items:
        none_yet = False
        yield item
    if none_yet:
        yield Skipped("the beginning", "Neither there nor below does an entry begin.")


def _decoded(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return "\n".join(decode(line) for line in text.split(b"\n"))
