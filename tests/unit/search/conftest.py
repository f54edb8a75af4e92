"""Libraries for the tests of the search."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from readerapp.paths import MIGRATIONS
from tests.unit.search.shelf import Shelf


class _Database:
    """As much of Peewee's database as the first migration asks for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute_sql(self, sql: str) -> sqlite3.Cursor:
        return self._connection.execute(sql)


@pytest.fixture(scope="module")
def new_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Shelf]]:
    """Makes empty libraries, each a file of its own."""
    folder = tmp_path_factory.mktemp("shelves")
    spec = spec_from_file_location("first_migration", MIGRATIONS / "0001_library.py")
    assert spec is not None
    assert spec.loader is not None
    migration = module_from_spec(spec)
    spec.loader.exec_module(migration)
    empty = folder / "empty.db"
    connection = sqlite3.connect(empty, isolation_level=None)
    migration.up(None, _Database(connection))
    connection.close()
    numbers = itertools.count(1)
    made: list[Shelf] = []

    def make() -> Shelf:
        while len(made) > 3:  # a property test makes hundreds
            made.pop(0).connection.close()
        made.append(Shelf(folder / f"{next(numbers)}.db", empty))
        return made[-1]

    yield make
    for shelf in made:
        shelf.connection.close()


@pytest.fixture
def shelf(new_shelf: Callable[[], Shelf]) -> Shelf:
    """An empty library."""
    return new_shelf()
