"""Taking papers out: the records of a query, in its order, through a format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from readerapp.errors import Refused
from readerapp.formats import highlight_table
from readerapp.formats.highlight_table import TableForm
from readerapp.library import highlights, papers, saved
from readerapp.library.connect import Connection
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.records import Format, Item


def found(connection: Connection, query: str, form: Format) -> Sequence[int] | None:
    """What a query finds, in its order, for the functions below. None, which means everything, for no query and a
    lossless format; other formats then get the papers of the library, without the trash."""
    if form.lossless and not query.strip():
        return None
    return ids(connection, parse(query))


def items(connection: Connection, chosen: Sequence[int] | None) -> Iterator[Item]:
    """The chosen papers, in this order; for None everything there is: the trash and the reader's own tags, saved
    searches and meanings included, oldest paper first."""
    if chosen is None:
        yield from saved.tag_records(connection)
        yield from saved.searches(connection)
        yield from saved.meanings(connection)
        chosen = papers.all_ids(connection)
    # Before the papers: groups of theirs may be among these.
    yield from papers.file_parts(connection)
    yield from papers.records(connection, chosen)


def write(connection: Connection, chosen: Sequence[int] | None, form: Format, stream: IO[str]) -> None:
    """Writes `items` to `stream` in this format. Raises Refused for a format that only reads."""
    if form.write is None:
        raise Refused(f"The format {form.name} can be read but not written.", "See: readerapp formats")
    form.write(items(connection, chosen), stream)


def write_file(connection: Connection, chosen: Sequence[int] | None, form: Format, target: Path) -> None:
    """Writes to a file in one piece: it is there whole, or as it was before."""
    with whole(target) as stream:
        write(connection, chosen, form, stream)


def write_highlights(connection: Connection, chosen: Sequence[int], form: TableForm, title: str, target: Path) -> int:
    """Writes the table of the highlights of these papers to a file in one piece; returns how many papers have any."""
    found = highlights.table(connection, chosen)
    meanings = highlight_table.columns(found, saved.meanings(connection))
    with whole(target) as stream:
        form.write(found, meanings, title, stream)
    return len(found)


def bibtex(connection: Connection, chosen: Sequence[int]) -> str:
    """The BibTeX entries of these papers in this order, for a document: nothing in them is the reader's own."""
    from readerapp.formats.bibtex import for_others  # imported late: no other export needs it

    return for_others(list(papers.records(connection, chosen)))


@contextmanager
def whole(target: Path) -> Iterator[IO[str]]:
    """A file to be written, which comes to be there when it is whole."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.", "Choose another file.") from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
