"""Kills the working window again and again, and looks whether anything it had shown as saved is missing.

    python -m tests.end2end.kill --rounds 200 [--seed N]

Each round starts the window on the same library, lets it type, tag and import, sends kill -9 at a random moment, and
then opens the library as the next start would. Prints a line for every fault, and a count at the end.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from readerapp.library import backups, check
from readerapp.library.arrivals import sweep_leftovers
from readerapp.library.connect import Library
from readerapp.operations.importing import bring_in
from tests.conftest import reading, sample
from tests.end2end.victim import PAGE


def run(folder: Path, rounds: int, seed: int) -> tuple[list[str], Counter[str]]:
    """Kills `rounds` times. Returns the faults found and how many things of each kind had been shown as saved."""
    chance = random.Random(seed)
    path = folder / "library.db"
    library = Library(path)
    writer = library.writer()
    bring_in(writer, reading(*sample(30)))
    writer.close()
    library.close()
    faults: list[str] = []
    counted: Counter[str] = Counter()
    for round_ in range(rounds):
        shown = _killed(path, seed * 10_000 + round_, chance.uniform(0.05, 3.0))
        counted.update(str(kind) for kind, *_ in shown)
        faults += [f"round {round_}: {fault}" for fault in _missing(path, shown)]
        if round_ % 20 == 19:
            # A library that only grows would test the size of imports, not the moment of the kill.
            _empty(path)
    return faults, counted


def _killed(path: Path, seed: int, after: float) -> list[list[object]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.end2end.victim", str(path), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    if not process.stdout.readline():
        raise RuntimeError(process.stderr.read())
    time.sleep(after)
    process.kill()
    output, complaint = process.communicate()
    shown = [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith("\n")]
    if "Traceback" in complaint:
        raise RuntimeError(complaint)
    return shown


def _missing(path: Path, shown: list[list[object]]) -> list[str]:
    library = Library(path)
    writer = library.writer()
    connection = writer.connection
    faults = []
    if found := backups.fault(connection):
        faults.append(found)
    while sweep_leftovers(writer):
        pass
    faults += [finding.what for finding in check.look(writer, repair=False)]
    notes = dict(connection.execute("SELECT paper_id, text FROM note"))
    latest = {paper: text for kind, paper, *rest in shown if kind == "note" for text in rest}
    for paper, text in latest.items():
        # What was typed after the last "Saved", anywhere in the note, may be there or not; what it stood for must be.
        there_now = iter(str(notes.get(paper, "")))
        if not all(letter in there_now for letter in str(text).rstrip()):
            faults.append(f"note on {paper}: {text!r} was shown as saved, {notes.get(paper)!r} is there")
    for kind, name, count in (line for line in shown if len(line) == 3 and line[0] != "note"):
        if kind == "tag":
            there = connection.execute(
                "SELECT count(*) FROM paper_tag JOIN tag ON tag.id = tag_id WHERE tag.name = ?", (name,)
            ).fetchone()
        else:
            there = connection.execute("SELECT added FROM import WHERE title = ?", (name,)).fetchone()
        if there != (count,):
            faults.append(f"{kind} {name}: {count} shown, {there} there")
    for title, added in connection.execute(
        "SELECT title, (SELECT count(*) FROM paper WHERE import_id = import.id) FROM import WHERE title LIKE '10.%'"
    ):
        if added != PAGE:
            faults.append(f"half an import: {added} of {title}")
    writer.close()
    library.close()
    return faults


def _empty(path: Path) -> None:
    library = Library(path)
    writer = library.writer()
    with writer.unrecorded():
        writer.connection.execute("DELETE FROM undo_step")
        writer.connection.execute("DELETE FROM paper WHERE id > 30")
        writer.connection.execute("DELETE FROM import WHERE title LIKE '10.%'")
    writer.close()
    library.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Kills the working window and looks whether anything is missing.")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        faults, counted = run(Path(folder), options.rounds, options.seed)
    print("\n".join(faults))
    shown = ", ".join(f"{number} {kind}s" for kind, number in sorted(counted.items()))
    print(f"{options.rounds} rounds, {shown} shown as saved; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
