"""The program is killed with kill -9 while it imports, and goes on when it is started again."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from readerapp.library import check
from readerapp.library.connect import Library
from readerapp.operations.importing import bring_in
from tests.conftest import reading, sample

PAPERS = 3_000


def lines() -> str:
    """Papers one to a line; each tenth comes twice, the second time with more; the last ones the library has."""
    found = []
    for n in range(PAPERS):
        paper: dict[str, object] = {
            "title": f"On subject {n} of {n * n}",
            "abstract": f"We look at number {n} in pre-training. " * 20,
            "authors": ["Ada Byron", f"Kurt Berg{n % 50}"],
            "keywords": ["numbers", f"subject {n % 9}"],
        }
        found.append(paper)
        if n % 10 == 9:
            found.append({**paper, "doi": f"10.1000/{n}", "year": 1900 + n % 100})
    found += [{"title": one.title, "authors": one.authors, "venue": "Elsewhere"} for one in sample(20)]
    return "".join(json.dumps(paper) + "\n" for paper in found)


def command(library: Path, file: Path) -> list[str]:
    """The import as somebody would start it."""
    return [sys.executable, "-m", "readerapp", "--library", str(library), "import", str(file), "--json", "--tag", "all"]


def made(path: Path) -> None:
    """A library with some papers."""
    library = Library(path)
    writer = library.writer()
    bring_in(writer, reading(*sample(20)))
    writer.close()
    library.close()


def contents(path: Path) -> dict[str, object]:
    """What is in a library, without times; and what is wrong with it."""
    library = Library(path)
    writer = library.writer()
    connection = writer.connection
    found: dict[str, object] = {"faults": check.look(writer, repair=False)}
    for (table,) in connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
    ).fetchall():
        if not table.startswith(("undo_", "sqlite_", "schema_")) and "_fts" not in table:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            times = {"at", "changed"} | ({"added"} if table != "import" else set())
            kept = ", ".join(name for name in columns if name not in times)
            found[table] = connection.execute(f"SELECT {kept} FROM {table} ORDER BY {kept}").fetchall()
    for index in ("paper_fts", "word_fts", "title_fts"):
        found[index] = connection.execute(
            f"SELECT rowid FROM {index} WHERE {index} MATCH 'pretraining OR 77'"
        ).fetchall()
    writer.close()
    library.close()
    return found


def killed(library: Path, file: Path, after: int) -> int:
    """Starts the import and kills it when so many batches are there. Returns how many are."""
    process = subprocess.Popen(command(library, file), stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[2])
    connection = sqlite3.connect(library, timeout=30)
    count = "SELECT count(*) FROM arriving_batch"
    while process.poll() is None and connection.execute(count).fetchone()[0] < after:
        pass
    process.kill()
    process.wait()
    batches = int(connection.execute(count).fetchone()[0])
    connection.close()
    return batches


def test_a_killed_import_goes_on_and_ends_as_if_it_had_never_been_killed(tmp_path: Path) -> None:
    file = tmp_path / "papers.jsonl"
    file.write_text(lines())
    whole, parts = tmp_path / "whole.db", tmp_path / "parts.db"
    answers = []
    for library in (whole, parts):
        made(library)
        if library == parts:
            first = killed(parts, file, 2)
            assert first >= 2
            assert killed(parts, file, first + 2) >= first + 2
        done = subprocess.run(command(library, file), capture_output=True, check=True, cwd=Path(__file__).parents[2])
        answers.append(json.loads(done.stdout))
    assert answers[0] == answers[1]
    assert (answers[0]["added"], answers[0]["merged"]) == (PAPERS, 7)
    assert contents(whole) == contents(parts)
    assert contents(parts)["faults"] == []


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
def test_an_interrupted_import_says_how_it_goes_on(tmp_path: Path) -> None:
    file, library = tmp_path / "papers.jsonl", tmp_path / "library.db"
    file.write_text(lines())
    made(library)
    process = subprocess.Popen(
        command(library, file), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    connection = sqlite3.connect(library, timeout=30)
    while not connection.execute("SELECT count(*) FROM arriving_batch").fetchone()[0]:
        assert process.poll() is None
    connection.close()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, json.loads(out)["added"]) == (1, 0)
    assert err.decode() == (
        f"readerapp: Interrupted; nothing of {file} was added. Import it again in the same way, and it goes on from"
        " here.\n"
    )
    done = subprocess.run(command(library, file), capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert json.loads(done.stdout)["added"] == PAPERS
