"""The command line in this process, where that shows as much, and in one of its own, where it matters."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from readerapp.__main__ import main
from readerapp.library.connect import Library
from readerapp.operations.importing import bring_in
from tests.conftest import reading, sample

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """The answer of a command that was asked for JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[list[str]]:
        """The answer as lines of cells."""
        return [line.split("\t") for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the library of the commands is, or will be."""
    return tmp_path / "library.db"


@pytest.fixture
def run(file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the library in this process; `stdin` is what stands on standard input."""

    def runner(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = main(["--library", str(file), *arguments])
        return Outcome(status, *capsys.readouterr())

    return runner


@pytest.fixture
def thirty(file: Path) -> None:
    """The library of the commands holds thirty papers, ids 1 to 30."""
    library = Library(file)
    writer = library.writer()
    bring_in(writer, reading(*sample(30)))
    writer.close()
    library.close()


@pytest.fixture
def program(file: Path) -> Run:
    """Runs a command on the library in a process of its own. `before` is Python run there first; `environment` replaces
    variables, None takes one away."""

    def runner(
        *arguments: str,
        stdin: bytes = b"",
        environment: dict[str, str | None] | None = None,
        after: str = "",
    ) -> Outcome:
        done = subprocess.run(
            command(file, *arguments, after=after),
            input=stdin,
            capture_output=True,
            env=with_environment(environment),
            timeout=120,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return runner


def command(library: Path, *arguments: str, after: str = "") -> list[str]:
    """What starts the program on a library; `after` is Python run at its end, with its exit status in `status`."""
    start = ["-m", "readerapp"]
    if after:
        start = ["-c", f"import sys\nfrom readerapp.__main__ import main\nstatus = main()\n{after}\nsys.exit(status)"]
    return [sys.executable, *start, "--library", str(library), *arguments]


def with_environment(changes: dict[str, str | None] | None = None) -> dict[str, str]:
    """The environment of a process that is started from anywhere."""
    environment: dict[str, str | None] = {**os.environ, "PYTHONPATH": str(ROOT), **(changes or {})}
    return {name: value for name, value in environment.items() if value is not None}
