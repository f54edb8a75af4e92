"""Taking papers out: the records of a query, in its order, through a format."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from readerapp.errors import Refused
from readerapp.library import papers, saved
from readerapp.library.connect import Connection
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.records import Format, Item


def items(connection: Connection, query: str) -> Iterator[Item]:
    """The papers a query finds, in its order. Without a query everything in the library, the trash and the reader's
    own tags, saved searches and meanings included, oldest paper first: what a lossless format needs."""
    if query.strip():
        yield from papers.records(connection, ids(connection, parse(query)))
        return
    yield from saved.tag_records(connection)
    yield from saved.searches(connection)
    yield from saved.meanings(connection)
    yield from papers.records(connection, papers.all_ids(connection))


def write(connection: Connection, query: str, form: Format, stream: IO[str]) -> None:
    """Writes what `query` finds to `stream` in this format. Raises Refused for a format that only reads."""
    if form.write is None:
        raise Refused(f"The format {form.name} can be read but not written.", "See: readerapp formats")
    form.write(items(connection, query), stream)


def write_file(connection: Connection, query: str, form: Format, target: Path) -> None:
    """Writes to a file in one piece: it is there whole, or as it was before."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            write(connection, query, form, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.", "Choose another file with -o.") from None
    finally:
        partial.unlink(missing_ok=True)


def text(connection: Connection, query: str, form: Format) -> str:
    """What `write` writes, as a string."""
    stream = io.StringIO()
    write(connection, query, form, stream)
    return stream.getvalue()
