"""Finds formats: our own by scanning `readerapp.formats`, other people's by the entry points `readerapp.formats`.

A format is a module with a `FORMAT`. Importing this module imports none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from readerapp import __version__
from readerapp.errors import Refused
from readerapp.records import Format, Input, Item, Reading, Skipped

if TYPE_CHECKING:
    from logging import Logger


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
    return best


def read(source: Input, format_name: str = "auto") -> Reading:
    """What an input holds, read by the format of this name, or with "auto" by the surest. Raises Refused.

    The input is closed when its items have been read or are given up. Where its data ends in the middle, or its disk
    fails, the last item says so.
    """
    from readerapp.formats.opening import Damaged  # imported late, as every format is

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

    return Reading(reading.origin, items(), reading.total, reading.done, _identity(source, form))


def _identity(source: Input, form: Format) -> str:
    """The same for a file that has not been written since, read by the same format of the same program."""
    if source.size is None or source.when is None:
        return ""
    from hashlib import blake2b  # imported late: the window needs it to read files alone

    seen = blake2b(source.head, digest_size=16).hexdigest()
    return f"{__version__} {form.name} {source.size} {source.when.isoformat()} {seen}"


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
