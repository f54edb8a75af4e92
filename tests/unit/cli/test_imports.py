"""`import` and `add`: what is read, what is said about it, and that a file comes in whole or not at all."""

from __future__ import annotations

import json
import lzma
import os
from pathlib import Path

import pytest

from .conftest import Run


def papers(*titles: str, **fields: object) -> str:
    """A file of this program's own JSON with papers of these titles."""
    entries = [{"id": None, "title": title, "authors": ["Ada Byron"], "published": None, **fields} for title in titles]
    return json.dumps({"format": "readerapp", "version": 1, "papers": entries})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files of papers, one of neither, one that is hidden, and one below it."""
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "b.json").write_text(papers("Second subject", "Third subject"))
    (folder / "a.json").write_text(papers("First subject"))
    (folder / "below" / "c.json").write_text(papers("Fourth subject", "First subject"))
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / ".hidden" / "d.json").write_text(papers("Hidden subject"))
    (folder / ".e.json").write_text(papers("Hidden subject"))
    return folder


def test_one_file(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "papers.json"
    source.write_text(papers("First subject", "Second subject"))
    outcome = run("import", str(source), "--tag", "new", "--tag", "a / b", "--status", "reading")
    assert (outcome.status, outcome.out, outcome.err) == (0, "2 added\n", "")
    assert [line[1:3] + line[5:] for line in run("search", "sort:title").lines] == [
        ["reading", "First subject", "a/b, new"],
        ["reading", "Second subject", "a/b, new"],
    ]
    again = run("import", str(source), "--json")
    assert again.status == 0
    assert again.json() == {"added": 0, "merged": 0, "unchanged": 2, "skipped": [], "papers": [1, 2]}


def test_a_folder_in_order_and_what_is_not_understood_in_it(run: Run, folder: Path) -> None:
    outcome = run("import", str(folder), "--json")
    assert outcome.status == 1
    summary = outcome.json()
    skipped = summary.pop("skipped")
    assert summary == {"added": 4, "merged": 0, "unchanged": 0, "papers": [1, 2, 3, 4]}
    assert [one["where"] for one in skipped] == [str(folder / "picture.png")]
    assert outcome.err.startswith(f"readerapp: {folder / 'picture.png'}: ")
    assert outcome.err.count("\n") == 1
    titles = [line[2] for line in run("search", "sort:-added").lines]
    assert sorted(titles) == ["First subject", "Fourth subject", "Second subject", "Third subject"]


def test_several_paths_and_standard_input_in_one_summary(run: Run, folder: Path, tmp_path: Path) -> None:
    missing, broken = tmp_path / "missing.json", tmp_path / "broken.json"
    broken.write_text(papers("Good", "")[:-1] + "}")
    outcome = run(
        "import", str(folder / "b.json"), str(missing), "-", str(broken), "--json", stdin=papers("Piped").encode()
    )
    assert outcome.status == 1
    summary = outcome.json()
    assert summary["added"] == 4
    assert [one["where"].split(",")[0] for one in summary["skipped"]] == [str(missing), str(broken)]
    assert outcome.err.count("\n") == 2


def test_what_was_refused_alone_has_no_summary(run: Run, tmp_path: Path) -> None:
    outcome = run("import", str(tmp_path / "missing.json"))
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1


def test_a_file_that_breaks_off_is_told(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "papers.json.xz"
    data = lzma.compress(papers(*(f"Subject {n} {n * n}" for n in range(20_000))).encode())
    source.write_bytes(data[: len(data) // 2])
    outcome = run("import", str(source), "--json")
    assert outcome.status == 1
    summary = outcome.json()
    assert summary["skipped"][-1]["where"] == f"{source}, the end"
    assert 0 < summary["added"] < 20_000
    assert run("undo").status == 0
    assert run("search").out == ""


def test_format_is_taken_at_its_word(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "papers.json"
    source.write_text(papers("First subject"))
    assert run("import", str(source), "--format", "json").out == "1 added\n"
    outcome = run("import", str(source), "--format", "papers-page")
    assert outcome.status == 1


def test_a_dry_run_tells_and_writes_nothing(run: Run, file: Path, folder: Path) -> None:
    files = [str(folder / name) for name in ("a.json", "b.json", "below/c.json")]
    told = run("import", *files, "--dry-run")
    assert (told.status, told.out) == (0, "Would be: 4 added, 1 already here\n")
    assert not file.exists()
    run("import", files[1])
    run("tag", "1", "--add", "x")
    before, history = file.read_bytes(), run("history").out
    outcome = run("import", *files, "--dry-run", "--json", "--tag", "y")
    assert outcome.json() == {"added": 2, "merged": 0, "unchanged": 3, "skipped": [], "papers": [1, 2]}
    assert run("history").out == history
    assert file.read_bytes() == before
    (folder / "richer.json").write_text(papers("Second subject", abstract="What it is about.", year=2001))
    told = run("import", str(folder / "richer.json"), "--dry-run")
    assert (
        told.out == "Would be: 0 added, 1 completed\n" == f"Would be: {run('import', str(folder / 'richer.json')).out}"
    )


def test_add_takes_identifiers_texts_and_files_together(run: Run, folder: Path) -> None:
    outcome = run("add", "1706.03762", "https://doi.org/10.1038/nature14539", str(folder / "a.json"), "--tag", "x")
    assert (outcome.status, outcome.err) == (0, "")
    found = {line[2] for line in run("search", "tag:x").lines}
    assert len(found) == 3
    assert "First subject" in found
    assert run("show", "1706.03762").status == 0
    assert run("show", "10.1038/nature14539").status == 0
    again = run("add", "arXiv:1706.03762v2", "--json").json()
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_add_reads_any_text_from_standard_input(run: Run) -> None:
    outcome = run("add", "-", stdin=b"See https://arxiv.org/abs/1412.6980v9 and math.GT/0309136.\n")
    assert outcome.status == 0
    assert {line[2] for line in run("search").lines} == {"arXiv:1412.6980", "arXiv:math/0309136"}


def test_add_names_a_file_that_is_not_there(run: Run) -> None:
    for name in ("./papers", "papers.json"):
        outcome = run("add", name)
        assert outcome.status == 1
        assert f"There is no file {Path(name)}" in outcome.err


def test_add_says_what_it_did_not_understand(run: Run) -> None:
    outcome = run("add", "!!")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("readerapp: the arguments")


def test_a_folder_is_no_library_and_a_pipe_no_file(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    outcome = run("import", str(tmp_path / "pipe"), "/dev/zero")
    assert outcome.status == 1
    assert outcome.err.count("\n") == 2


def test_the_papers_page(run: Run, shared: Path) -> None:
    page = str(shared / "data" / "hf-papers-page.txt")
    first = run("import", page, "--json")
    assert (first.status, first.err) == (0, "")
    summary = first.json()
    assert (summary["added"], len(set(summary["papers"])), summary["skipped"]) == (87, 87, [])
    run("tag", "1", "--add", "x")
    again = run("import", page, "--json").json()
    assert (again["added"], again["merged"], again["unchanged"]) == (0, 0, 87)
    assert len(run("search", "tag:x").lines) == 1


def snapshot(*lines: tuple[str, str, str]) -> str:
    """Lines of arXiv's snapshot: id, categories and day."""
    return "".join(
        json.dumps(
            {
                "id": arxiv,
                "title": f"On subject {arxiv}",
                "categories": categories,
                "versions": [{"version": "v1", "created": f"Mon, {day} 19:18:42 GMT"}],
            }
        )
        + "\n"
        for arxiv, categories, day in lines
    )


def test_a_part_of_a_file(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "snapshot.json"
    source.write_text(
        snapshot(
            ("2212.00001", "cs.LG", "5 Dec 2022"),
            ("2301.00001", "cs.LG stat.ML", "2 Jan 2023"),
            ("2301.00002", "hep-th", "3 Jan 2023"),
            ("2302.00001", "cs.CV", "6 Feb 2023"),
        )
    )
    part = ["import", str(source), "--category", "cs", "--since", "2023-01", "--until", "2023-01-31"]
    assert run(*part, "--dry-run").out == "Would be: 1 added, 3 left out\n"
    outcome = run(*part, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.json() == {
        "added": 1, "merged": 0, "unchanged": 0, "skipped": [], "papers": [1], "left_out": 3,
    }  # fmt: skip
    assert run("show", "2301.00001").status == 0
    assert run("import", str(source), "--category", "math").out == "0 added, 4 left out\n"
    assert run("import", str(source)).out == "3 added, 1 already here\n"


@pytest.mark.parametrize("options", [["--since", "lately"], ["--since", "2023", "--until", "2022-12"]])
def test_a_time_that_is_none_is_wrong_usage(run: Run, tmp_path: Path, options: list[str]) -> None:
    outcome = run("import", str(tmp_path / "papers.json"), *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert options[1] in outcome.err
