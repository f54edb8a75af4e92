"""A folder of Markdown files from the command line: export writes it, import reads it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("thirty")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def the_file(folder: Path, paper: int) -> Path:
    (found,) = [file for file in folder.glob("*.md") if f"\nid: readerapp-{paper}\n" in file.read_text()]
    return found


def append(folder: Path, paper: int, text: str) -> None:
    with the_file(folder, paper).open("a") as file:
        file.write(text)


def test_out_and_back(run: Run, folder: Path) -> None:
    out = run("export", "tag:agents", "--format", "markdown", "-o", f"{folder}/")
    count = len(list(folder.glob("*.md")))
    assert count > 3
    assert (out.status, out.out, out.err) == (0, f"{count} written\n", "")
    assert run("export", "tag:agents", "--format", "markdown", "-o", str(folder)).out == (
        f"0 written, {count} in step already\n"
    )
    append(folder, 2, "\nFrom elsewhere.\n")
    rehearsed = run("import", str(folder), "--dry-run", "--json")
    assert rehearsed.json() == {"added": 0, "merged": 1, "unchanged": count - 1, "skipped": [], "papers": [2]}
    assert run("note", "2").out == ""
    back = run("import", str(folder))
    assert (back.status, back.out, back.err) == (0, f"0 added, 1 completed, {count - 1} already here\n", "")
    assert run("note", "2").out.strip() == "From elsewhere."
    assert run("undo").out.startswith("Undone: Read “")


def test_a_file_that_was_changed_is_not_written_over(run: Run, folder: Path) -> None:
    run("export", "--format", "markdown", "-o", f"{folder}/")
    append(folder, 2, "\nFrom elsewhere.\n")
    run("note", "2", "From here.")
    out = run("export", "--format", "markdown", "-o", f"{folder}/")
    assert out.status == 1
    assert f"Read the folder back first: readerapp import {folder}" in out.err
    back = run("import", str(folder))
    assert back.status == 1
    assert f"{the_file(folder, 2).name}: The note was changed on both sides." in back.err
    assert run("note", "2").out.strip() == "From here."
    assert run("export", "--format", "markdown", "-o", f"{folder}/").out.startswith("1 written")


def test_a_file_name_is_still_one_document(run: Run, tmp_path: Path) -> None:
    assert run("export", "tag:agents", "--format", "markdown", "-o", str(tmp_path / "all.md")).status == 0
    assert (tmp_path / "all.md").read_text().startswith("# Papers\n")


def test_what_a_folder_cannot_be(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    out = run("export", "--format", "markdown", "-o", f"{tmp_path}/file/")
    assert (out.status, out.err.count("\n")) == (1, 1)
    assert "cannot be made" in out.err
    run("export", "--format", "markdown", "-o", f"{folder}/")
    assert run("import", str(folder), "--tag", "x").status == 2
