"""Finds formats: our own by scanning `readerapp.formats`, other people's by the entry points `readerapp.formats`.

A format is a module with a `FORMAT`. Importing this module imports none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp import __version__
from readerapp.errors import Refused
from readerapp.records import Format, Input, Item, Origin, Reading, Record, Skipped, TagRecord

if TYPE_CHECKING:
    from logging import Logger

    from readerapp.formats.folders import Part


@cache
def formats() -> tuple[Format, ...]:
    """Every format there is, our own first, each name once. Found at the first call."""
    found: dict[str, Format] = {}
    for form in (*_own(), *_others()):
        if found.setdefault(form.name, form) is not form:
            _log().warning("A second format is called %s; it is left out.", form.name)
    return tuple(found.values())


def format_named(name: str) -> Format:
    """The format of this name. Raises Refused, naming all there are, when there is none."""
    for form in formats():
        if form.name == name.lower():
            return form
    known = ", ".join(form.name for form in formats())
    raise Refused(f"There is no format called “{name}”.", f"There are: {known}.")


def recognise(source: Input) -> Format:
    """The format that is surest of an input. Raises Refused when none is."""
    return _surest(source)[0]


def _surest(source: Input) -> tuple[Format, int]:
    """The format that is surest of an input, and how sure it is. Raises Refused when none is."""
    if not source.head.strip():
        raise Refused(f"{source.name} is empty.", "There is nothing to read in it.")
    surest, best = 0, None
    for form in formats():
        if form.read and form.recognise:
            try:
                sure = form.recognise(source)
            except Exception:
                _log().exception("The format %s failed to look at an input; it is left out.", form.name)
                continue
            if sure > surest:
                surest, best = sure, form
    if best is None:
        raise Refused(f"Nothing was recognised in {source.name}.", "See what can be read: readerapp formats")
    return best, surest


def read_path(path: Path, format_name: str = "auto") -> Reading:
    """What a file, or all the files of a folder, hold. Raises Refused."""
    return read_paths([path], format_name)


def read_paths(paths: Sequence[Path], format_name: str = "auto") -> Reading:
    """The same for several files and folders, as one reading. Raises Refused for a single one that cannot be read;
    among several it is an item that says so."""
    from readerapp.formats.opening import open_path  # imported late, as every format is

    if len(paths) == 1 and not paths[0].is_dir():
        return read(open_path(paths[0]), format_name)
    from readerapp.formats import folders

    parts: list[folders.Part] = []
    faults: list[Skipped] = []
    for path in paths:
        try:
            found = folders.contents(path, _speaks) if path.is_dir() else folders.alone(path)
        except Refused as refused:
            if len(paths) == 1:
                raise
            faults.append(Skipped(path.name, str(refused)))
        else:
            parts += found.parts
            faults += found.faults
    if not parts and len(paths) == 1:
        raise Refused(f"{paths[0].name or paths[0]} has no files to read.", "Choose another folder.")
    title = paths[0].resolve().name if len(paths) == 1 else f"{len(paths):,} files and folders"
    return _read_parts(title, parts, faults, format_name)


def read(source: Input, format_name: str = "auto") -> Reading:
    """What an input holds, read by the format of this name, or with "auto" by the surest; the files of a zip archive
    are read like those of a folder. Raises Refused.

    The input is closed when its items have been read or are given up. Where its data ends in the middle, or its disk
    fails, the last item says so.
    """
    from readerapp.formats import archives
    from readerapp.formats.opening import Damaged  # imported late, as every format is

    if source.head.startswith(archives.BEGINNING):
        return _read_archive(source, format_name)
    try:
        form = recognise(source) if format_name == "auto" else format_named(format_name)
        if form.read is None:
            raise Refused(f"The format {form.name} can be written but not read.", "See: readerapp formats")
        reading = form.read(source)
    except BaseException:
        source.stream.close()
        raise

    def items() -> Iterator[Item]:
        try:
            yield from reading.items
        except Damaged as damage:
            yield Skipped("the end", str(damage))
        finally:
            source.stream.close()

    return Reading(reading.origin, items(), reading.total, reading.done, _identity(source, form.name), source.size)


def _read_parts(
    title: str, parts: list[Part], faults: Iterable[Skipped], format_name: str, *, unpacked: bool = False
) -> Reading:
    """The parts of a folder as one reading: what kind of library it is when a part speaks for all, and in each place
    the name of the part. An archive in an archive is not read: there are some that hold themselves."""
    from hashlib import blake2b

    from readerapp.formats import archives
    from readerapp.formats.opening import open_path

    total = sum(part.size for part in parts)
    read_before = 0
    current: Reading | None = None
    kind = "folder"
    if speaker := next((part for part in parts if part.speaks), None):
        opened = open_path(speaker.path)
        opened.stream.close()
        kind = recognise(opened).name

    def done() -> int:
        within = current.done() if current is not None and current.done is not None else 0
        return min(read_before + within, total)

    def items() -> Iterator[Item]:
        nonlocal read_before, current
        yield from faults
        for part in parts:
            try:
                source = open_path(part.path)
                source.name = part.where
                if unpacked and source.head.startswith(archives.BEGINNING):
                    source.stream.close()
                    raise Refused("An archive in an archive is not read.", "Unpack it first.")
                if format_name == "auto":
                    _refuse_other_text(source, part.path)
                current = read(source, format_name)
                for item in current.items:
                    yield _placed(item, part.where, alone=len(parts) == 1)
            except Refused as refused:
                yield Skipped(part.where, str(refused))
            finally:
                current = None
            read_before += part.size

    listed = "\n".join(f"{part.where} {part.size} {part.changed}" for part in parts)
    seen = blake2b(listed.encode("utf-8", "replace"), digest_size=16).hexdigest()
    return Reading(Origin(kind, title), items(), total, done, f"{__version__} folder {format_name} {seen}", total)


# Any text is read as a list of papers when somebody pastes it. Among the files of a folder it is one of many things.
_MAY_BE_ANYTHING = 50


def _refuse_other_text(source: Input, path: Path) -> None:
    try:
        form, sure = _surest(source)
        if sure <= _MAY_BE_ANYTHING and path.suffix.lower() not in form.suffixes:
            raise Refused("It is none of the files that can be read.", "See: readerapp formats")
    except BaseException:
        source.stream.close()
        raise


def _placed(item: Item, where: str, alone: bool) -> Item:
    """An item of a part. What numbers papers within one file means nothing among several."""
    if isinstance(item, Skipped):
        return Skipped(f"{where}, {item.where}" if item.where else where, item.why)
    if isinstance(item, Record) and not alone:
        item.id = None
    if isinstance(item, TagRecord) and not alone:
        return replace(item, queue=())
    return item


def _read_archive(source: Input, format_name: str) -> Reading:
    from readerapp.formats import archives, folders

    come = [0.0]
    size = source.size or 0

    def items() -> Iterator[Item]:
        with source.stream, archives.unpacked(source) as (folder, faults):
            found = folders.contents(folder, _speaks)
            inner = _read_parts(source.name, found.parts, [*faults, *found.faults], format_name, unpacked=True)
            for item in inner.items:
                if inner.done is not None and inner.total:
                    come[0] = inner.done() / inner.total
                yield item

    origin = Origin("zip", source.name)
    return Reading(origin, items(), source.size, lambda: int(size * come[0]), _identity(source, "zip"), source.size)


def _speaks(path: Path) -> bool:
    """Whether this file speaks for the folder it is in: by its name, and by what is in it."""
    import re

    from readerapp.formats.opening import open_path

    named = {form.name for form in formats() if form.speaks_for and re.fullmatch(form.speaks_for, path.name)}
    if not named:
        return False
    try:
        source = open_path(path)
        with source.stream:
            return recognise(source).name in named
    except Refused:
        return False


def _identity(source: Input, form: str) -> str:
    """The same for a file that has not been written since, read by the same format of the same program."""
    if source.size is None or source.when is None:
        return ""
    from hashlib import blake2b  # imported late: the window needs it to read files alone

    seen = blake2b(source.head, digest_size=16).hexdigest()
    return f"{__version__} {form} {source.size} {source.when.isoformat()} {seen}"


def _own() -> Iterator[Format]:
    import pkgutil
    from importlib import import_module

    import readerapp.formats as package

    for module in sorted(pkgutil.iter_modules(package.__path__, f"{package.__name__}."), key=lambda one: one.name):
        form = getattr(import_module(module.name), "FORMAT", None)
        if isinstance(form, Format):
            yield form


def _others() -> Iterator[Format]:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group="readerapp.formats"), key=lambda one: one.name):
        try:
            loaded = point.load()
        except Exception:
            _log().exception("The format %s (%s) cannot be loaded; it is left out.", point.name, point.value)
            continue
        form = getattr(loaded, "FORMAT", loaded)
        if isinstance(form, Format):
            yield form
        else:
            _log().warning("The entry point %s (%s) is no format; it is left out.", point.name, point.value)


def _log() -> Logger:
    import logging  # imported late: most commands read no file

    return logging.getLogger(__name__)
