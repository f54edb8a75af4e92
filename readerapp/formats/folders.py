"""Folders with files to import: which files there are, and which of them speak for others."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from readerapp.errors import Refused
from readerapp.paths import LOCKS
from readerapp.records import Skipped

MOST_FILES = 300_000
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A file to be read: `where` it is in the folder, for messages, and whether it speaks for what lies beside it."""

    path: Path
    where: str
    size: int
    changed: int
    speaks: bool


@dataclass(slots=True)
class Contents:
    """What is to be read in a folder, in order, and what cannot be."""

    parts: list[Part] = field(default_factory=list)
    faults: list[Skipped] = field(default_factory=list)


def contents(folder: Path, speaks: Callable[[Path], bool]) -> Contents:
    """The files of a folder and those below it, in the order of their names.

    Where a file `speaks` for its folder, only such files are read there and below. Hidden files are left out, and so
    are links that lead out of the folder, devices and pipes, which are told. Raises Refused for a folder that cannot be
    read, and for one with more files than anybody means.
    """
    found = Contents()
    root = Path(os.path.realpath(folder))
    # Folders that are still to be looked into, the last one first.
    waiting: list[tuple[Path, str, bool, int]] = [(root, "", False, 0)]
    while waiting:
        place, where, spoken_for, depth = waiting.pop()
        try:
            with os.scandir(place) as entries:
                listed = sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            why = f"This folder cannot be read: {error.strerror or error}."
            if not where:
                raise Refused(f"{folder.name or folder} cannot be read: {error.strerror or error}.") from None
            found.faults.append(Skipped(where, why))
            continue
        if any(entry.name in LOCKS for entry in listed):
            # What belongs to a library of ours is in it already, and its locks must not be touched.
            continue
        below: list[tuple[Path, str, bool, int]] = []
        files: list[Part] = []
        for entry in listed:
            inside = f"{where}{_shown(entry.name)}"
            path = Path(entry.path)
            if entry.is_symlink() and not _leads_inside(root, path):
                if not spoken_for:
                    found.faults.append(Skipped(inside, "It is a link that leads out of the folder, and was left."))
            elif entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    below.append((path, f"{inside}/", spoken_for, depth + 1))
            elif (part := _part(path, inside, speaks)) is not None:
                files.append(part)
            elif not entry.is_dir() and not spoken_for:
                found.faults.append(Skipped(inside, "It is no file."))
        heard = any(part.speaks for part in files)
        found.parts += (part for part in files if part.speaks or not (heard or spoken_for))
        if len(found.parts) > MOST_FILES:
            raise Refused(
                f"{folder.name or folder} has more than {MOST_FILES:,} files.", "Choose a folder further down."
            )
        waiting += ((path, name, heard or spoken_for, deep) for path, name, _, deep in reversed(below))
    return found


def alone(path: Path) -> Contents:
    """A single file as what is to be read. Raises Refused for one that is none."""
    name = _shown(path.name)
    if (part := _part(path, name, lambda _: False)) is None:
        raise Refused(f"{name} cannot be read.", "Look whether it is there, and a file.")
    return Contents([part])


def _part(path: Path, where: str, speaks: Callable[[Path], bool]) -> Part | None:
    try:
        about = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(about.st_mode):
        return None
    return Part(path, where, about.st_size, about.st_mtime_ns, speaks(path))


def _leads_inside(root: Path, link: Path) -> bool:
    try:
        return root in Path(os.path.realpath(link)).parents
    except (OSError, ValueError):
        return False


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
