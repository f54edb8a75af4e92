"""Verbs on files that belong to papers. A file is copied into the library's folder first, by `keep`, which needs no
library lane; attaching it is then a step like every other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from readerapp.errors import Refused
from readerapp.library import attachments, files
from readerapp.library.connect import Writer
from readerapp.operations.titles import shortened
from readerapp.records import AttachedFile, Changes, Progress

_LONGEST = 200
# Of a picture in a note, in bytes.
MOST_OF_PICTURE = 20_000_000
# What no system takes in a name, and what leads elsewhere.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]')


def keep(library: Path, source: Path, progress: Progress | None = None) -> AttachedFile:
    """Copies a file into the library's folder. Raises Refused; then nothing of it is there."""
    stored = files.store(library, source, progress)
    return AttachedFile(safe_name(source.name), stored.sha256, stored.media_type, stored.size)


def keep_picture(library: Path, picture: Path | bytes, name: str = "") -> AttachedFile:
    """Copies a picture for a note into the library's folder: a file, or bytes with a `name`. Raises Refused for what is
    no picture or is larger than MOST_OF_PICTURE."""
    if isinstance(picture, Path):
        name = picture.name
        try:
            size = picture.stat().st_size
        except OSError as error:
            raise Refused(f"{name} cannot be read: {error.strerror}.", "Copy it elsewhere.") from None
    else:
        size = len(picture)
    if size > MOST_OF_PICTURE:
        raise Refused(f"{name} is larger than {MOST_OF_PICTURE // 1_000_000} MB.", "Make it smaller.")
    stored = files.store(library, picture) if isinstance(picture, Path) else files.store_bytes(library, picture, name)
    if not stored.media_type.startswith("image/"):
        raise Refused(f"{name} is no picture that can be shown.", "Take a PNG, JPEG, GIF or WebP image.")
    return AttachedFile(safe_name(name), stored.sha256, stored.media_type, stored.size)


def stored_name(library: Path, file: AttachedFile) -> str:
    """What a file is called in the library's folder."""
    return files.path_of(library, file.sha256, file.media_type).name


def picture_path(library: Path, sha256: str, suffix: str) -> Path:
    """Where a picture with these bytes is in the library's folder, whether or not it is there."""
    return files.path_of(library, sha256, {"jpg": "image/jpeg"}.get(suffix, f"image/{suffix}"))


def attach(writer: Writer, paper: int, kept: Sequence[AttachedFile]) -> Changes | None:
    """Attaches files that are in the library's folder to a paper. Those it has already stay as they are."""
    what = shortened(kept[0].name) if len(kept) == 1 else f"{len(kept):,} files"
    with writer.step(f"Attach {what}") as step:
        for file in kept:
            attachments.add(writer.connection, paper, file, step.at)
    return step.changes


def detach(writer: Writer, attachment: int) -> Changes | None:
    """Takes a file from its paper. Undo brings it back: the file stays while the history knows it."""
    name = attachments.one(writer.connection, attachment).name
    with writer.step(f"Detach {shortened(name)}") as step:
        attachments.remove(writer.connection, attachment, step.at)
    return step.changes


def rename(writer: Writer, attachment: int, name: str) -> Changes | None:
    """Gives an attached file another name. Raises Refused for a name that is none."""
    name = safe_name(name, "")
    if not name:
        raise Refused("A file needs a name.", "Type one.")
    with writer.step(f"Rename a file to {shortened(name)}") as step:
        attachments.rename(writer.connection, attachment, name, step.at)
    return step.changes


def safe_name(name: str, otherwise: str = "file") -> str:
    """The last part of a file's name, on one line and without what leads elsewhere or what a system refuses; never
    longer than 200 characters."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(letter if letter.isprintable() and unicodedata.category(letter) != "Cf" else " " for letter in last)
    plain = " ".join(_NOT_IN_NAMES.sub(" ", kept).split()).strip(". ")
    if len(plain) > _LONGEST:
        stem, dot, suffix = plain.rpartition(".")
        ending = f"{dot}{suffix}" if dot and stem and len(suffix) <= 8 else ""
        plain = plain[: _LONGEST - len(ending)].rstrip(". ") + ending
    return plain or otherwise
