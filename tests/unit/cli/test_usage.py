"""Wrong usage, help, and how arguments are understood."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp import __version__, cli, paths
from readerapp.__main__ import main
from readerapp.cli.commands import COMMANDS

from .conftest import Run

WRONG = [
    ["--nonsense"],
    ["nonsense"],
    ["search", "--nonsense"],
    ["search", "--jso"],
    ["search", "--limit", "0"],
    ["search", "--limit", "-3"],
    ["search", "--limit", "9" * 5000],
    ["search", "--limit"],
    ["add"],
    ["import"],
    ["import", "x.json", "--format", "nonsense"],
    ["import", "x.json", "--status", "nonsense"],
    ["export"],
    ["export", "--format", "nonsense"],
    ["export", "--format", "papers-page"],
    ["show"],
    ["show", "1", "2"],
    ["tag"],
    ["tag", "1"],
    ["tag", "--add", "x"],
    ["tag", "1", "--query", "x", "--add", "y"],
    ["status"],
    ["status", "read"],
    ["status", "nonsense", "1"],
    ["status", "read", "1", "--query", "x"],
    ["note"],
    ["note", "1", "a", "b"],
    ["undo", "x"],
    ["undo", "0"],
    ["undo", "-1"],
    ["restore"],
    ["stats", "x"],
    ["--library"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_exits_with_two_and_says_why(run: Run, file: Path, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert 1 <= outcome.err.count("\n") <= 2
    assert all(line.startswith("readerapp: ") for line in outcome.err.splitlines())
    assert "\0" not in outcome.err
    assert not file.exists()


def test_a_slip_in_a_command_is_understood(run: Run) -> None:
    assert "Did you mean search?" in run("serch").err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"usage: readerapp {name}")
    assert COMMANDS[name].help in outcome.out
    assert f"\n  {name} " in run("--help").out


def test_version(run: Run) -> None:
    assert run("--version").out == f"readerapp {__version__}\n"


@pytest.mark.usefixtures("thirty")
def test_options_stand_anywhere(run: Run) -> None:
    assert run("tag", "1", "--add", "x", "2", "--add", "y", "3").status == 0
    assert run("tag", "--add", "z", "1", "2").status == 0
    assert len(run("search", "tag:x", "--limit", "9", "tag:y").lines) == 3
    assert len(run("search", "tag:z").lines) == 2


def test_the_library_beats_the_variable_which_beats_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named, variable = tmp_path / "named.db", tmp_path / "variable.db"
    assert main(["search"]) == 0
    assert paths.default_library().is_file()
    monkeypatch.setenv("READERAPP_LIBRARY", str(variable))
    assert main(["search"]) == 0
    assert variable.is_file()
    assert main(["--library", str(named), "search"]) == 0
    assert named.is_file()
    assert main(["search", "--library", str(tmp_path / "behind.db")]) == 0
    assert (tmp_path / "behind.db").is_file()
    assert capsys.readouterr().out == ""


def test_the_window_is_opened_without_a_command_and_by_gui(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Path] = []

    def window(library: Path) -> int:
        opened.append(library)
        return 7

    monkeypatch.setenv("DISPLAY", ":0")
    library = tmp_path / "library.db"
    assert cli.main(["--library", str(library)], window) == 7
    assert cli.main(["--library", str(library), "gui"], window) == 7
    assert opened == [library, library]


@pytest.mark.skipif("sys.platform != 'linux'", reason="other systems always have a display")
def test_without_a_display_the_window_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    outcome = run("gui")
    assert outcome.status == 1
    assert outcome.err.startswith("readerapp: There is no display")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_any_query_is_searched(run: Run, query: str) -> None:
    outcome = run("search", "--", query)
    assert (outcome.status, outcome.out) == (0, "")


@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize(
    "sign", ["-", "--", "---", "*", '"', "(", ")", "OR", "AND", "NOT", "NEAR(", "+", "^", ":", "{", "-x"]
)
def test_every_sign_of_the_search_languages_is_searched(run: Run, sign: str) -> None:
    for query in (sign, sign + sign, f"question {sign}", f"{sign} question", f"title:{sign}"):
        outcome = run("search", "--", query)
        assert outcome.status == 0
        assert "Traceback" not in outcome.err


@pytest.mark.parametrize("library", ["", ".", "none\0such", "~nobody-of-this-name/x.db"])
def test_a_library_that_cannot_be_is_refused(library: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with contextlib.chdir(tmp_path):
        assert main(["--library", library or str(tmp_path), "search"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_a_defect_of_ours_is_logged_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(library: Path) -> int:
        raise AssertionError("a defect")

    monkeypatch.setenv("DISPLAY", ":0")
    assert cli.main(["gui"], broken) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    log = Path(said.err.rstrip("\n").removesuffix(".").rpartition("The details are in ")[2])
    assert tmp_path in log.parents
    assert "AssertionError: a defect" in log.read_text()
    monkeypatch.setenv("READERAPP_DEBUG", "1")
    with pytest.raises(AssertionError):
        cli.main(["gui"], broken)


def test_the_library_of_the_settings_is_used_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from readerapp.cli import _library

    settings = paths.settings_file()
    settings.parent.mkdir(parents=True)
    settings.write_text(f'library.file = "{tmp_path / "mine.db"}"\n', encoding="utf-8")
    assert _library(None) == tmp_path / "mine.db"
    assert _library(str(tmp_path / "named.db")) == tmp_path / "named.db"
    monkeypatch.setenv("READERAPP_LIBRARY", str(tmp_path / "environment.db"))
    assert _library(None) == tmp_path / "environment.db"
    monkeypatch.delenv("READERAPP_LIBRARY")
    settings.write_text("broken", encoding="utf-8")
    assert _library(None) == paths.default_library().resolve()
