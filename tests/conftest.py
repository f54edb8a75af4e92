"""What every test gets: the reader's own folders in tmp_path, and a library of papers to work on."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from readerapp.library.connect import Library, Writer
from readerapp.operations.importing import bring_in
from readerapp.records import Identifier, Link, Origin, Reading, Record

# How long an example takes says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the folders of the person who runs it."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("READERAPP_LIBRARY", raising=False)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works without a network, and no test may find one."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            pytest.fail(f"a connection to {address} was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def shared() -> Path:
    """The folder of real papers beside the checkout; tests that need it skip where it is missing."""
    if not (SHARED / "data" / "hf-papers-page.txt").is_file():
        pytest.skip("the folder of real papers is not beside this checkout")
    return SHARED


def reading(*items: Record) -> Reading:
    """These records as if a file had held them."""
    return Reading(Origin("json", "a test"), iter(items))


def sample(count: int) -> list[Record]:
    """So many different papers, with what a list can show."""
    return [
        Record(
            title=f"On the {('first', 'second', 'third', 'fourth')[n % 4]} question of subject {n}",
            authors=["Ada Byron", "Kurt van der Berg", "Liu Wei", "Zoë Ångström"][: n % 5],
            abstract=f"We ask question {n} about learning. " + "It is answered with care and some algebra. " * (n % 7),
            venue=("", "Journal of Questions", "Workshop on Answers")[n % 3],
            year=None if n % 6 == 5 else 2000 + n % 24,
            keywords=["learning", f"subject {n % 3}"][: n % 3],
            identifiers=[Identifier("arxiv", f"2401.{n:05d}")] if n % 2 else [],
            links=[Link("code", f"https://example.org/code/{n}")] if n % 4 == 0 else [],
            tags=[["thesis/generalization"], ["agents"], [], ["thesis/related-work", "reading-group"]][n % 4],
        )
        for n in range(count)
    ]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new, empty library."""
    opened = Library(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def writer(library: Library) -> Iterator[Writer]:
    """Its writer, in the test's thread."""
    connected = library.writer()
    yield connected
    connected.close()


@pytest.fixture
def filled(writer: Writer) -> Writer:
    """The writer of a library that holds thirty papers, ids 1 to 30."""
    bring_in(writer, reading(*sample(30)))
    return writer
