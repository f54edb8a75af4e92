"""From a path, bytes or a stream to an `Input`: opened with care, decompressed, in UTF-8.

xz, gzip and zstd are recognised by their first bytes, never by a name. UTF-16 and UTF-32 become UTF-8 on the way, and a
byte-order mark is left out, so that formats may read lines of bytes. Everything is read piece by piece: the size of a
file, compressed or not, does not matter here.
"""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import os
import stat
import sys
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, cast

from readerapp.errors import Refused
from readerapp.formats.fields import without_controls
from readerapp.paths import is_open_database
from readerapp.records import Input

HEAD = 64 * 1024
MOST_LINES = 300_000
_PIECE = 256 * 1024

_XZ, _GZIP, _ZSTD = b"\xfd7zXZ\x00", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_SPECIAL = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Damaged(Refused):
    """The rest of an input cannot be read: its compressed data is broken or ends early, or its disk fails."""


def open_path(path: Path) -> Input:
    """Opens a file for reading. Raises Refused for what is missing, forbidden, damaged or no regular file; a link to a
    regular file is one."""
    # It becomes the title of an import, and a file's name may be no text at all.
    name = os.fsencode(path.name or str(path)).decode("utf-8", "replace")
    try:
        # Asked before opening too: opening a device can do things to it. Not to wait for the other end of a pipe
        # that has come between, the file is opened without blocking and asked again.
        _refuse_special(name, path.stat().st_mode)
        if is_open_database(path):
            raise Refused(f"{name} is a database that a program has open.", "Export it there, and import that.")
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Refused(f"There is no file {path}.", "Look for a slip in its name.") from None
    except PermissionError:
        raise Refused(f"{path} may not be read.", "Change its permissions, or copy it elsewhere.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is none"
        raise Refused(f"{path} cannot be opened: {why}.", "Look for a slip in its name.") from None
    file = _File(handle)
    try:
        about = os.fstat(handle)
        _refuse_special(name, about.st_mode)
        opened = _opened(file, name)
    except BaseException:
        file.close()
        raise
    opened.size = about.st_size
    opened.when = _moment(about.st_mtime)
    opened.done = lambda: file.taken
    opened.path = path
    return opened


def open_bytes(data: bytes, name: str, when: datetime | None = None) -> Input:
    """Opens bytes that are already here, such as what the clipboard holds."""
    source = _Counted(io.BytesIO(data))
    opened = _opened(source, name)
    opened.size = len(data)
    opened.when = when
    opened.done = lambda: source.taken
    return opened


def open_stream(stream: IO[bytes], name: str) -> Input:
    """Opens a stream somebody else has opened and will close, such as standard input."""
    source = _Counted(stream)
    opened = _opened(source, name)
    opened.done = lambda: source.taken
    return opened


def whole_text(source: Input) -> str:
    """All of an input without control characters, for formats that make a list of papers of any text.

    Raises Refused when it is longer than 64 MB or has more than 300,000 lines.
    """
    text = source.text()
    lines = text.count("\n")
    if lines > MOST_LINES:
        raise Refused(
            f"{source.name} has {lines:,} lines: too many for a list of papers.", "Split it into smaller files."
        )
    return without_controls(text)


def looks_like_text(head: bytes) -> bool:
    """Whether the beginning of an input can be text: few control characters, and not the mark of a binary format."""
    if head.startswith(
        (b"%PDF-", b"PK\x03\x04", b"SQLite format 3\0", b"\x7fELF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
    ):
        return False
    controls = len(head) - len(head.translate(None, bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])))
    try:
        codecs.utf_8_decode(head, "strict", False)
    except UnicodeDecodeError:
        # Compressed and other random bytes have one in nine.
        return controls * 20 <= len(head)
    return controls * 4 <= len(head)


def _refuse_special(name: str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((words for is_kind, words in _SPECIAL if is_kind(mode)), "no file")
        raise Refused(f"{name} is {kind}, not a file.", "Name a file.")


def _moment(seconds: float) -> datetime | None:
    """A file's time in UTC to the millisecond; None for one that no calendar has."""
    try:
        return datetime.fromtimestamp(int(seconds * 1000) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


class _File(io.RawIOBase):
    """An open file that knows how many of its bytes have been read."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = os.read(self._handle, len(view))
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)

    def close(self) -> None:
        if not self.closed:
            os.close(self._handle)
        super().close()


class _Counted(io.RawIOBase):
    """Somebody's stream, counted; it stays open when this is closed."""

    def __init__(self, stream: IO[bytes]) -> None:
        # read1 gives what is there; read would wait for the whole of it, and at a terminal for ever.
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._read(len(view)) or b""
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)


class _Steady(io.RawIOBase):
    """The bytes for formats to read: begins with the head, and ends with Damaged instead of a dozen kinds of error."""

    def __init__(self, read: Callable[[int], bytes], source: io.RawIOBase, name: str) -> None:
        self._read = read
        self._source = source
        self._name = name
        self._ahead = b""
        self._damage: Damaged | None = None

    def look(self) -> bytes:
        """The first bytes, without taking them."""
        pieces: list[bytes] = []
        while sum(map(len, pieces)) < HEAD:
            try:
                piece = self._fetch()
            except Damaged as damage:
                if not any(pieces):
                    raise
                self._damage = damage
                break
            if not piece:
                break
            pieces.append(piece)
        self._ahead = b"".join(pieces)
        return self._ahead[:HEAD]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        if not self._ahead:
            if self._damage:
                raise self._damage
            self._ahead = self._fetch()
        view = memoryview(cast(bytearray, buffer))
        count = min(len(view), len(self._ahead))
        view[:count] = self._ahead[:count]
        self._ahead = self._ahead[count:]
        return count

    def close(self) -> None:
        self._source.close()
        super().close()

    def _fetch(self) -> bytes:
        remedy = "Get or copy it again."
        try:
            return self._read(_PIECE)
        except EOFError:
            raise Damaged(f"{self._name} ends in the middle of its compressed data.", remedy) from None
        except (lzma.LZMAError, zlib.error, gzip.BadGzipFile, ValueError):
            raise Damaged(f"The compressed data of {self._name} is damaged.", remedy) from None
        except MemoryError:
            raise Damaged(f"{self._name} needs more memory to decompress than there is.", remedy) from None
        except OSError as error:
            raise Damaged(f"{self._name} cannot be read any further: {error.strerror or error}.", remedy) from None


def _opened(source: io.RawIOBase, name: str) -> Input:
    """Puts decompression, decoding and the head around the bytes of a source."""
    beginning = _Steady(_reading(source), source, name)
    first = beginning.look()
    plain = _decompressed(io.BufferedReader(beginning, _PIECE), first)
    steady = _Steady(plain, source, name)
    head = steady.look()
    recoded = _recoded(steady, head)
    if recoded:
        steady = _Steady(recoded, source, name)
        head = steady.look()
    return Input(name, head, cast(IO[bytes], io.BufferedReader(steady, _PIECE)))


def _reading(source: io.RawIOBase) -> Callable[[int], bytes]:
    return lambda count: source.read(count) or b""


def _decompressed(source: io.BufferedReader, first: bytes) -> Callable[[int], bytes]:
    """A function that reads at most so many decompressed bytes."""
    if first.startswith(_XZ):
        return lzma.LZMAFile(source).read1
    if first.startswith(_GZIP):
        return gzip.GzipFile(fileobj=source).read1
    if first.startswith(_ZSTD):
        return _zstd(source)
    return source.read1


def _zstd(source: io.BufferedReader) -> Callable[[int], bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    file = zstd.ZstdFile(source)

    def read(count: int) -> bytes:
        try:
            return file.read1(count)
        except zstd.ZstdError:
            raise ValueError from None

    return read


def _recoded(source: _Steady, head: bytes) -> Callable[[int], bytes] | None:
    """A function that reads the text of `source` as UTF-8 without a byte-order mark; None when it is that already."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", _unmarked(head)))
    if encoding is None:
        return None
    source.read(len(mark))
    read = _reading(source)
    if encoding == "utf-8":
        return read
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")

    def recode(count: int) -> bytes:
        while True:
            data = read(count)
            text = decoder.decode(data, final=not data)
            if text or not data:
                return text.encode("utf-8", errors="replace")

    return recode


def _unmarked(head: bytes) -> str | None:
    """UTF-16 without a byte-order mark shows by the zero bytes of its ASCII characters, all on one side."""
    half = len(head) // 2
    zeros = {"utf-16-be": head[0::2].count(0), "utf-16-le": head[1::2].count(0)}
    encoding = max(zeros, key=lambda name: zeros[name])
    many, few = max(zeros.values()), min(zeros.values())
    return encoding if half > 1 and many * 10 > half * 4 and few * 10 < many else None
