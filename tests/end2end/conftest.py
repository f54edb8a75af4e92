"""A screen for each story; screenshots of it are kept in tests/end2end/screenshots."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.harness import Program, Screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    """An empty screen of 1440 × 900."""
    opened = Screen()
    yield opened
    opened.close()


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """The program on it, not started, with an empty home."""
    prepared = Program(screen, tmp_path)
    yield prepared
    prepared.kill()
