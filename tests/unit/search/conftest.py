"""Libraries for the tests of the search."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from readerapp.library import migrate
from tests.unit.search.shelf import Shelf


@pytest.fixture(scope="module")
def new_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Shelf]]:
    """Makes empty libraries, each a file of its own."""
    folder = tmp_path_factory.mktemp("shelves")
    empty = folder / "empty.db"
    migrate.run(empty)
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
