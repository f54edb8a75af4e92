"""Files that belong to a library, each kept once by what is in it: `library.files/stored/ab/abcd….pdf`.

A file is named by the SHA-256 of its bytes, so that the same file given twice is one, and a change in it shows. It is
written beside its place, to the disk, and then moved there in one: a process that dies on the way leaves a part that
nobody takes for the file. A file stays until nothing names it any more: no row of the library, no step of its history,
none of its backups.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from readerapp.errors import Refused
from readerapp.library import backups, pdfs
from readerapp.library.connect import Writer
from readerapp.paths import files_of, is_open_database
from readerapp.records import Progress, Silent

# Larger files are refused: they would make every copy of the library a burden.
MOST_BYTES = 1_000_000_000

# What a file is, by its first bytes; PDFs may have some others before theirs.
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_SUFFIXES = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
}
OTHER = "application/octet-stream"

_PIECE = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")
# A file that nothing names yet may belong to a step on its way, and a part to a copy: in seconds, how long they stay.
_GRACE = 24 * 3600


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the library's folder."""

    sha256: str
    media_type: str
    size: int


def folder(library: Path) -> Path:
    """Where a library's files are."""
    return files_of(library) / "stored"


def path_of(library: Path, sha256: str, media_type: str) -> Path:
    """Where the file with these bytes is, whether or not it is there. Raises ValueError for what is no SHA-256."""
    if not _NAME.fullmatch(sha256):
        raise ValueError(sha256)
    return folder(library) / sha256[:2] / f"{sha256}{_SUFFIXES.get(media_type, '')}"


def media_type(head: bytes) -> str:
    """What a file is, by its first 1024 bytes: a PDF, a PNG, JPEG, GIF or WebP image, else `OTHER`."""
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return "application/pdf" if b"%PDF-" in head[:1024] else OTHER


def store(library: Path, source: Path, progress: Progress | None = None) -> Stored:
    """Copies a file into the library's folder. It is there, whole and on the disk, when this returns.

    Raises Refused for what is missing, forbidden, no regular file, empty or too large, and when there is no room.
    """
    with _opened(source) as file:
        return store_stream(library, file, source.name, progress)


def examine(source: Path, progress: Progress | None = None) -> Stored:
    """What `store` would return, found out without keeping the file. Raises Refused as it does."""
    progress = progress or Silent()
    digest, size, head = hashlib.sha256(), 0, b""
    with _opened(source) as file:
        try:
            while piece := file.read(_PIECE):
                head = head or piece[:1024]
                size += len(piece)
                digest.update(piece)
                progress.check()
        except OSError as error:
            raise Refused(f"{source.name} cannot be read: {error.strerror or error}.", "Copy it elsewhere.") from None
    if not size:
        raise Refused(f"{source.name} is empty.", "There is nothing in it to keep.")
    return Stored(digest.hexdigest(), media_type(head), size)


def store_bytes(library: Path, data: bytes, name: str) -> Stored:
    """The same for bytes that are already here, called `name` in messages."""
    import io

    return store_stream(library, io.BytesIO(data), name)


def store_stream(library: Path, file: IO[bytes], name: str, progress: Progress | None = None) -> Stored:
    """The same for a stream, read to its end."""
    progress = progress or Silent()
    place = folder(library)
    part = place / f".{secrets.token_hex(8)}.part"
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as copy:
            while piece := file.read(_PIECE):
                head = head or piece[:1024]
                size += len(piece)
                if size > MOST_BYTES:
                    raise too_large(name)
                digest.update(piece)
                copy.write(piece)
                progress.report(size, None, name)
                progress.check()
            if not size:
                raise Refused(f"{name} is empty.", "There is nothing in it to keep.")
            copy.flush()
            os.fsync(copy.fileno())
        found = Stored(digest.hexdigest(), media_type(head), size)
        target = path_of(library, found.sha256, found.media_type)
        if target.exists() and target.stat().st_size == size:
            os.utime(target)  # from now on it is young again, should nothing have named it
        else:
            target.parent.mkdir(exist_ok=True)
            # What another program is shown it must not write: a changed file is another one.
            part.chmod(0o444)
            part.replace(target)
            _settle(target.parent)
        return found
    except OSError as error:
        raise Refused(
            f"{name} cannot be kept in {place}: {error.strerror or error}.", "Make room, or look there."
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def too_large(name: str) -> Refused:
    """The sentence for a file that is too large."""
    return Refused(f"{name} is larger than {MOST_BYTES // 1_000_000:,} MB.", "Keep it elsewhere, and link to it.")


def _settle(place: Path) -> None:
    """Has the disk know what is in a folder."""
    with suppress(OSError):  # Windows opens no folder
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _opened(source: Path) -> IO[bytes]:
    try:
        # Asked before it is opened: opening a device can do things to it.
        mode, size = source.stat().st_mode, source.stat().st_size
        if not stat.S_ISREG(mode):
            raise Refused(f"{source.name or source} is no file.", "Choose a file.")
        if size > MOST_BYTES:
            raise too_large(source.name)
        if is_open_database(source):
            raise Refused(f"{source.name} is a database that a program has open.", "Close it there first.")
        handle = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Refused(f"{source.name} is no file.", "Choose a file.")
        return os.fdopen(handle, "rb")
    except FileNotFoundError:
        raise Refused(f"There is no file {source}.", "Look for a slip in its name.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is none"
        raise Refused(f"{source} cannot be read: {why}.", "Change its permissions, or copy it elsewhere.") from None


def fault(library: Path, sha256: str, media_type: str, size: int) -> str:
    """What is wrong with a stored file: "missing", "changed", or "" when it is as it was. Reads all of it."""
    try:
        place = path_of(library, sha256, media_type)
    except ValueError:
        return "missing"
    try:
        if place.stat().st_size != size:
            return "changed"
        with place.open("rb") as file:
            return "" if hashlib.file_digest(file, "sha256").hexdigest() == sha256 else "changed"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "changed"


def unnamed(connection: sqlite3.Connection, library: Path) -> list[Path]:
    """Files in the library's folder that nothing names any more, and parts of copies that were given up; none younger
    than a day."""
    before = time.time() - _GRACE
    old: list[Path] = []
    for path in _all(folder(library)):
        with suppress(OSError):
            if path.stat().st_mtime < before:
                old.append(path)
    if not old:
        return []
    named = _named(connection)
    old = [path for path in old if path.name[:64] not in named]
    for backup in backups.kept(library) if old else ():
        with (
            suppress(sqlite3.DatabaseError),
            closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as earlier,
        ):
            named |= _named(earlier)
    return [path for path in old if path.name[:64] not in named]


def sweep(writer: Writer) -> int:
    """Removes what `unnamed` finds, with what is known of these files. Returns how many they were."""
    gone = 0
    for path in unnamed(writer.connection, writer.path):
        with suppress(OSError):
            path.chmod(0o600)  # or Windows keeps it
            path.unlink()
            gone += 1
            with writer.unrecorded():
                pdfs.forget(writer.connection, path.stem)
    return gone


def _all(place: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in sorted(place.iterdir()):
            if path.is_dir() and not path.is_symlink():
                yield from (one for one in sorted(path.iterdir()) if _NAME.match(one.name))
            elif path.name.endswith(".part"):
                yield path


# Where files are named: attached ones, and pictures in notes, as they are, were, or can be again.
_NAMING = {
    "attachment": "SELECT sha256 FROM attachment",
    "note": "SELECT text FROM note WHERE text LIKE '%](files/%'",
    "note_version": "SELECT text FROM note_version WHERE text LIKE '%](files/%'",
    "undo_change": (
        "SELECT old FROM undo_change WHERE tbl = 'attachment' AND old IS NOT NULL"
        " OR tbl IN ('note', 'note_version') AND old LIKE '%](files/%'"
    ),
}


def _named(connection: sqlite3.Connection) -> set[str]:
    """Every SHA-256 that the library, or what its history can bring back, names."""
    # A backup may be older than a table.
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found: set[str] = set()
    for table, sql in _NAMING.items():
        for (text,) in connection.execute(sql) if table in there else ():
            found.update(_NAME.findall(text))
    return found
