"""Zip archives, unpacked with care into a folder that is thrown away afterwards.

Names that lead out of it, links and encrypted files are left and told. How large an archive says it is counts for
nothing: what comes out of it is counted.
"""

from __future__ import annotations

import os
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from readerapp.errors import Refused
from readerapp.records import Input, Skipped

BEGINNING = b"PK\x03\x04"

_MOST_FILES = 100_000
# What may come out of an archive, in bytes: so much, or so many times its own size.
_SMALL, _TIMES, _MOST = 300_000_000, 30, 20_000_000_000
_LONGEST_NAME = 1_000
_PIECE = 2**20
# Documents of word processors and books are such archives too, and hold no papers.
_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})


@contextmanager
def unpacked(source: Input) -> Iterator[tuple[Path, list[Skipped]]]:
    """The folder with the files of an archive, and what of it was left. Raises Refused for an archive that is damaged,
    a document, or larger inside than anybody means."""
    with tempfile.TemporaryDirectory(prefix="readerapp-") as place:
        folder = Path(place) / "unpacked"
        folder.mkdir()
        with _file(source, Path(place) / "archive.zip") as file:
            size = file.seek(0, os.SEEK_END)
            _refuse_many(file, size, source.name)
            try:
                with zipfile.ZipFile(file) as archive:
                    faults = _unpack(archive, folder, source.name, size)
            except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, UnicodeDecodeError):
                raise Refused(f"{source.name} is a damaged archive.", "Get or copy it again.") from None
            except OSError as error:
                raise Refused(
                    f"{source.name} cannot be unpacked: {error.strerror or error}.", "Make room, or unpack it yourself."
                ) from None
        yield folder, faults


def _file(source: Input, copy: Path) -> IO[bytes]:
    """The archive as a file in which one can go back."""
    if source.path is not None:
        return source.path.open("rb")
    with copy.open("wb") as file:
        shutil.copyfileobj(source.stream, file, _PIECE)
    return copy.open("rb")


def _refuse_many(file: IO[bytes], size: int, name: str) -> None:
    """Looks at how many files there are before a list of all of them is made."""
    file.seek(max(size - 65_557, 0))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    many = struct.unpack_from("<H", end, at + 10)[0] if 0 <= at <= len(end) - 22 else 0
    listed = struct.unpack_from("<L", end, at + 12)[0] if 0 <= at <= len(end) - 22 else 0
    if b"PK\x06\x06" in end and at >= 0:
        large = end.rfind(b"PK\x06\x06")
        if large <= len(end) - 56:
            many = max(many, struct.unpack_from("<Q", end, large + 32)[0])
            listed = struct.unpack_from("<Q", end, large + 40)[0]
    if many > _MOST_FILES or (listed > 200 * _MOST_FILES and listed != 0xFFFFFFFF):
        raise Refused(f"{name} holds more than {_MOST_FILES:,} files.", "Unpack it, and choose what you need.")


def _unpack(archive: zipfile.ZipFile, folder: Path, name: str, size: int) -> list[Skipped]:
    faults: list[Skipped] = []
    members = archive.infolist()
    if any(one.filename in _DOCUMENTS for one in members[:50]):
        raise Refused(f"Nothing was recognised in {name}.", "See what can be read: readerapp formats")
    if len(members) > _MOST_FILES:
        raise Refused(f"{name} holds more than {_MOST_FILES:,} files.", "Unpack it, and choose what you need.")
    left = min(max(_SMALL, _TIMES * size), _MOST)
    for one in members:
        if one.is_dir():
            continue
        why = _why_not(one)
        if not why:
            try:
                left -= _take(archive, one, folder, left)
            except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
                why = "It is damaged, or named like another one."
        if left < 0:
            raise Refused(f"{name} unpacks to far more than it should.", "Unpack it yourself if you trust it.")
        if why:
            faults.append(Skipped(one.filename[:200].encode("utf-8", "replace").decode(), why))
    return faults


def _why_not(one: zipfile.ZipInfo) -> str:
    parts = PurePosixPath(one.filename).parts
    if (
        not parts
        or parts[0] == "/"
        or ".." in parts
        or "\\" in one.filename
        or ":" in parts[0]
        or "\0" in one.filename
        or len(one.filename) > _LONGEST_NAME
    ):
        return "Its name leads out of the archive, and it was left."
    if stat.S_IFMT(one.external_attr >> 16) not in (0, stat.S_IFREG):
        return "It is a link or no file, and was left."
    return "It is encrypted, and was left." if one.flag_bits & 1 else ""


def _take(archive: zipfile.ZipFile, one: zipfile.ZipInfo, folder: Path, left: int) -> int:
    """Unpacks one file. Returns how large it is; no more is written than `left` and a piece."""
    target = folder / one.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    taken = 0
    with archive.open(one) as packed, target.open("xb") as file:
        while taken <= left and (piece := packed.read(_PIECE)):
            taken += len(piece)
            file.write(piece)
    return taken
