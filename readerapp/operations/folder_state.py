"""What is known of a folder of Markdown files since it and the library were last in step.

It is kept in the folder itself, in `.readerapp/files.jsonl`, a line of JSON for each file: programs for notes pass over
hidden folders, the folder can be moved, copied and shared with another computer together with what is known of it, and
a folder made once burdens no library for ever. Kept are digests of the note in the library and of the note in the file
as both were then, since a note is in conflict only when both have changed; what the file says of status, rating and the
like; and the size, time and digest of the file, by which a look at thousands of them is quick.

Nothing depends on it being right. Where it is lost or old, a note that differs in the file is taken for a conflict,
which costs nobody a word; names in it that lead out of the folder are passed over.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from readerapp.errors import Refused

HIDDEN = ".readerapp"
REMOVED = "Removed"
_FILE = "files.jsonl"
_HEAD = {"readerapp": "a folder of Markdown files", "version": 1}
_LARGEST = 256 * 2**20
# A file that was written less than this before it was looked at may be written again at what its system takes for the
# same time, in nanoseconds.
_TICK = 2 * 10**9
# What is being written is younger, in seconds.
_GRACE = 3600


@dataclass(slots=True)
class KnownFile:
    """A file of the folder: its place in it, its paper with the time in milliseconds at which that was added, which
    tells it from a paper of another library; size, time (0: look again) and digest of the file as it was seen; what was
    to be written last; the notes in the library and in the file; and what the file says of the paper."""

    name: str
    paper: int
    added: int = 0
    size: int = -1
    modified: int = 0
    digest: str = ""
    written: str = ""
    note: str = ""
    note_in_file: str = ""
    facts: str = ""
    fields: dict[str, str | list[str]] = field(default_factory=dict)
    own: str = ""

    def seen(self, size: int, modified: int, data: bytes) -> None:
        """The file has these bytes now."""
        self.size, self.digest = size, digest(data)
        self.modified = modified if 0 < modified < time.time_ns() - _TICK else 0


class FolderState:
    """The files of a folder that are ours, by their places in it and by their papers."""

    def __init__(self, root: Path, known: Sequence[KnownFile] = (), *, new: bool = True) -> None:
        self.root, self.new = root, new
        self.by_name: dict[str, KnownFile] = {}
        self.by_paper: dict[int, KnownFile] = {}
        # What is not written down yet: these files, or that some are no longer known under their names.
        self._touched: dict[str, KnownFile] = {}
        self._moved = False
        for one in known:
            # The last that was written counts.
            for before in (self.by_name.get(one.name), self.by_paper.get(one.paper)):
                if before is not None:
                    self.forget(before)
            self.add(one)
        self._touched, self._moved = {}, new
        self.saved = self.stamp()

    def __iter__(self) -> Iterator[KnownFile]:
        return iter(list(self.by_name.values()))

    def add(self, known: KnownFile) -> None:
        """Knows another file, or of one something else."""
        self.by_name[known.name] = self.by_paper[known.paper] = known
        self._touched[known.name] = known

    def forget(self, known: KnownFile) -> None:
        """Knows a file no more."""
        self.by_name.pop(known.name, None)
        self.by_paper.pop(known.paper, None)
        self._moved = True

    def rename(self, known: KnownFile, name: str) -> None:
        """A file is elsewhere now."""
        self.by_name.pop(known.name, None)
        known.name = name
        self.by_name[name] = known
        self._moved = True

    def names(self) -> dict[int, str]:
        """What links call the file of each paper: its name without folder and suffix."""
        return {one.paper: PurePosixPath(one.name).stem for one in self.by_name.values()}

    def stamp(self) -> tuple[int, int]:
        """What tells whether another process has written down something else since `saved`."""
        try:
            found = (self.root / HIDDEN / _FILE).lstat()
        except OSError:
            return (0, -1)
        return (found.st_mtime_ns, found.st_size)

    def save(self, *, all_of_it: bool = True) -> None:
        """Writes it down, in one piece, or without `all_of_it` what is new, if that is possible. Raises Refused."""
        chosen = self.by_name if all_of_it or self._moved else self._touched
        lines = [f"{json.dumps(asdict(one), ensure_ascii=False)}\n" for one in chosen.values()]
        try:
            if chosen is self.by_name:
                head = f"{json.dumps(_HEAD)}\n"
                write_whole(self.root, self.root / HIDDEN / _FILE, "".join((head, *lines)).encode())
            elif lines and self.stamp() == self.saved:
                # A line that is written half is passed over.
                with (self.root / HIDDEN / _FILE).open("a", encoding="utf-8", newline="") as file:
                    file.writelines(lines)
        except OSError as error:
            raise cannot_write(self.root, error) from None
        self._touched, self._moved = {}, False
        self.saved = self.stamp()


def load(root: Path) -> FolderState:
    """What is known of a folder; nothing of one that was never written, or whose file cannot be read."""
    try:
        file = root / HIDDEN / _FILE
        if file.parent.is_symlink() or file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
            return FolderState(root)
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return FolderState(root)
    return FolderState(root, [one for line in lines[1:] if (one := _known(line)) is not None], new=False)


def is_ours(root: Path) -> bool:
    """Whether a folder is one of Markdown files that we wrote."""
    return (root / HIDDEN / _FILE).is_file()


def _known(line: str) -> KnownFile | None:
    with suppress(ValueError, TypeError, RecursionError):
        known = KnownFile(**json.loads(line))
        for one in fields(KnownFile):
            expected = {"int": int, "str": str}.get(str(one.type), dict)
            if type(getattr(known, one.name)) is not expected:
                return None
        values = known.fields.values()
        if is_safe(known.name) and known.paper > 0 and all(isinstance(value, str | list) for value in values):
            return known
    return None


def is_safe(name: str) -> bool:
    """Whether a name leads to a Markdown file within the folder, and to none that is hidden."""
    parts = name.split("/")
    return (
        name.lower().endswith(".md")
        and all(part and not part.startswith(".") for part in parts)
        and not any(sign in name for sign in '\\:\0\n\r*?"<>|')
    )


def digest(data: bytes | str) -> str:
    """What stands for a text, or the bytes of a file."""
    return blake2b(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, digest_size=16).hexdigest()


def name_key(name: str) -> str:
    """What makes two names one on some system."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def write_whole(root: Path, target: Path, data: bytes | Path) -> None:
    """Writes a file of a folder in one piece, or copies one there. It is not awaited that the disk has it, which would
    take seconds for thousands of files: of what a power cut leaves half, the library has the whole, and a torn file is
    seen to be none."""
    place = root / HIDDEN
    place.mkdir(exist_ok=True)
    if place.is_symlink():
        raise Refused(f"{place} is a link to another folder.", "Delete it.")
    partial = place / f"{os.getpid()}.partial"
    try:
        if isinstance(data, Path):
            shutil.copyfile(data, partial)
        else:
            partial.write_bytes(data)
        partial.replace(target)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def sweep(root: Path) -> None:
    """Removes what processes that died had begun to write."""
    for partial in (root / HIDDEN).glob("*.partial"):
        with suppress(OSError):
            if partial.lstat().st_mtime < time.time() - _GRACE:
                partial.unlink()


def cannot_write(place: Path, error: OSError) -> Refused:
    """The sentence for a place that cannot be written."""
    return Refused(f"{place} cannot be written: {error.strerror or error}.", "Choose another folder, or make room.")
