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
# What no system takes in a name, and what leads elsewhere.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]')


def keep(library: Path, source: Path, progress: Progress | None = None) -> AttachedFile:
    """Copies a file into the library's folder. Raises Refused; then nothing of it is there."""
    stored = files.store(library, source, progress)
    return AttachedFile(safe_name(source.name), stored.sha256, stored.media_type, stored.size)


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
