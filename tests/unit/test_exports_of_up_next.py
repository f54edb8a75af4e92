"""Up next keeps its order on its way out, in every format, and both orders on their way back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from readerapp import registry
from readerapp.formats.opening import open_path
from readerapp.library import queue
from readerapp.library.connect import Library, Writer
from readerapp.operations import exporting, filing
from readerapp.operations.importing import bring_in
from readerapp.records import Format, Record
from tests.conftest import reading

WRITTEN = [form for form in registry.formats() if form.write]
LOSSLESS = next(form for form in WRITTEN if form.lossless and form.name == "json")
ORDER, OF_THESIS = [9, 2, 5, 4, 1], [4, 1, 9, 5]


@pytest.fixture
def ordered(filled: Writer) -> Writer:
    """The writer of a library where up next has one order, and another in the project thesis."""
    filing.enqueue(filled, ORDER)
    filing.move_to_top(filled, [4, 1], "thesis")
    assert queue.ids(filled.connection) == ORDER
    assert queue.ids(filled.connection, "thesis") == OF_THESIS
    return filled


@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.name)
@pytest.mark.parametrize(
    ("query", "order"),
    [("is:queued sort:queue", ORDER), ("tag:thesis is:queued sort:queue", OF_THESIS)],
    ids=["whole", "project"],
)
def test_every_format_keeps_the_order(ordered: Writer, form: Format, query: str, order: list[int]) -> None:
    stream = io.StringIO()
    exporting.write(ordered.connection, exporting.found(ordered.connection, query, form), form, stream)
    written = stream.getvalue()
    titles = [f"question of subject {paper - 1}" for paper in order]
    places = [written.index(title) for title in titles]
    assert places == sorted(places)
    assert len(set(re.findall(r"question of subject \d+", written))) == len(order)


@pytest.mark.parametrize("filled_before", [False, True], ids=["a new library", "one with other papers"])
def test_both_orders_come_back(ordered: Writer, tmp_path: Path, filled_before: bool) -> None:
    exported = tmp_path / "all.json"
    everything = exporting.found(ordered.connection, "", LOSSLESS)
    exporting.write_file(ordered.connection, everything, LOSSLESS, exported)
    ordered.close()
    library = Library(tmp_path / "second.db")
    writer = library.writer()
    here: list[int] = []
    if filled_before:
        _, summary = bring_in(writer, reading(*(Record(title=f"Mine {n}", tags=["thesis"]) for n in range(2))))
        here = list(summary.papers)
        filing.enqueue(writer, here)
        filing.move_to_top(writer, here[1:], "thesis")
    _, summary = bring_in(writer, registry.read(open_path(exported)))
    by_title = dict(writer.connection.execute("SELECT title, id FROM paper"))
    now = {paper: by_title[title] for paper, title in _titles(tmp_path / "library.db").items()}
    assert queue.ids(writer.connection) == here + [now[paper] for paper in ORDER]
    found = queue.ids(writer.connection, "thesis")
    # Places come after those that are here; who has none follows as in the whole.
    assert found == [*here[1:], now[4], now[1], *here[:1], now[9], now[5]]
    filing.move_to_top(writer, [now[5]], "thesis")
    assert queue.ids(writer.connection, "thesis") == [now[5], *(paper for paper in found if paper != now[5])]
    writer.close()
    library.close()


def _titles(path: Path) -> dict[int, str]:
    """The papers of another library."""
    library = Library(path)
    connection = library.reader()
    found = dict(connection.execute("SELECT id, title FROM paper"))
    connection.close()
    library.close()
    return found
