"""The program as a process: what it loads, its streams, its surroundings, signals, and others beside it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run, command, with_environment

posix = pytest.mark.skipif(os.name != "posix", reason="needs the signals and devices of POSIX")

_SEEN = "import sys\nprint([n for n in ('PySide6', 'peewee', 'qtawesome') if n in sys.modules], file=sys.stderr)"


def lines(count: int, start: int = 0) -> bytes:
    """Papers as JSON Lines."""
    return b"".join(
        json.dumps(
            {"title": f"Subject {n} of {n * n}", "abstract": "A long text. " * 20, "authors": ["Ada Byron"]}
        ).encode()
        + b"\n"
        for n in range(start, start + count)
    )


@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "question"],
        ["search", "--json"],
        ["show", "1"],
        ["note", "1"],
        ["stats"],
        ["history"],
        ["formats"],
        ["--version"],
        ["export", "--format", "csv"],
        ["export", "--format", "json"],
        ["export", "--format", "markdown"],
    ],
    ids=" ".join,
)
def test_reading_loads_neither_qt_nor_peewee(program: Run, arguments: list[str]) -> None:
    assert program(*arguments, after=_SEEN).err == "[]\n"


@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "1706.03762"],
        ["import", "-", "--dry-run"],
        ["tag", "1", "--add", "x"],
        ["status", "read", "1"],
        ["note", "1", "x"],
        ["undo"],
        ["check"],
        ["backup"],
    ],
    ids=" ".join,
)
def test_no_command_loads_qt(program: Run, arguments: list[str]) -> None:
    outcome = program(*arguments, stdin=lines(3), after=_SEEN)
    assert outcome.status == 0
    assert "PySide6" not in outcome.err
    assert "qtawesome" not in outcome.err


@posix
@pytest.mark.usefixtures("thirty")
def test_a_full_device_is_told(file: Path) -> None:
    for arguments in (["search"], ["search", "--json"], ["export", "--format", "json"], ["--help"], ["stats"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                command(file, *arguments), stdout=full, stderr=subprocess.PIPE, env=with_environment(), text=True
            )
        assert done.returncode == 1
        assert done.stderr.startswith("readerapp: Standard output cannot be written")
        assert done.stderr.count("\n") == 1


@posix
@pytest.mark.usefixtures("thirty")
def test_who_reads_only_the_beginning_gets_no_complaint(file: Path) -> None:
    for arguments in (["search"], ["export", "--format", "json"], ["show", "1"], ["--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            command(file, *arguments), stdout=writing, stderr=subprocess.PIPE, env=with_environment(), text=True
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (1, "")


@posix
@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(file: Path, closed: str) -> None:
    def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", f'"$@" {closed}', "sh", *command(file, *arguments)],
            capture_output=True,
            env=with_environment(),
            text=True,
        )

    assert shell("tag", "1", "--add", "x").returncode == 0
    printed = shell("search", "tag:x")
    assert "Traceback" not in printed.stderr
    assert printed.returncode == (1 if ">&-" in closed.split() else 0)
    piped = shell("note", "1", "-")
    assert piped.returncode == (1 if "<&-" in closed else 0)
    assert "Traceback" not in piped.stderr


@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "latin-1"}])
def test_text_survives_any_locale(program: Run, locale: dict[str, str | None]) -> None:
    assert program("note", "1", "ångström 中文 😀", environment=locale).status == 0
    assert program("note", "1", environment=locale).out == "ångström 中文 😀"
    assert "Zoë" in program("search", "author:Ångström", "--json", environment=locale).out


@posix
def test_without_a_home(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "readerapp", "--library", str(tmp_path / "x.db"), "search"],
        capture_output=True,
        env={"PYTHONPATH": with_environment()["PYTHONPATH"]},
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@posix
@pytest.mark.parametrize(
    "name", ["a?b.db", "a#b.db", "100%25.db", "it's.db", "new\nline.db", 'quo"te.db', "ünï 中.db", " .db", "file:x.db"]
)
def test_a_library_may_have_any_name(program: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"folder of {name}"
    folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(folder)
    for place in (folder / name, link / name):
        assert program("--library", str(place), "add", "1706.03762").status == 0
        assert program("--library", str(place), "search").out.count("\n") == 1
        assert program("--library", str(place), "backup").status == 0
    journal = {f"{name}-wal", f"{name}-shm"}
    assert {one.name for one in folder.iterdir()} - journal == {name, Path(name).with_suffix(".files").name}


@posix
def test_names_that_are_no_text(file: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"paper\xff.jsonl")
    (tmp_path / name).write_bytes(lines(2))
    (tmp_path / os.fsdecode(b"broken\xfe.json")).write_bytes(b'{"format": "readerapp", "version": 1, "papers": [{}]}')
    done = subprocess.run(command(file, "import", str(tmp_path), "--json"), capture_output=True, env=with_environment())
    assert done.returncode == 1
    assert json.loads(done.stdout.decode())["added"] == 2
    for arguments in (
        ["search", "x\udcff"],
        ["note", "1", "x\udcff"],
        ["tag", "\udcff", "--add", "\udcfe"],
        ["\udcff"],
    ):
        done = subprocess.run(command(file, *arguments), capture_output=True, env=with_environment())
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr
        done.stdout.decode()


@posix
@pytest.mark.skipif("os.getuid() == 0", reason="root may write everywhere")
@pytest.mark.usefixtures("thirty")
def test_a_write_protected_library_can_be_read(run: Run, file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        assert len(run("search").lines) == 30
        for arguments in (["tag", "1", "--add", "x"], ["add", "1706.03762"], ["undo"]):
            outcome = run(*arguments)
            assert outcome.status == 1
            assert outcome.err.count("\n") == 1
    finally:
        file.parent.chmod(0o755)


def on_a_terminal(columns: int, *start: str) -> str:
    """What a terminal of this width shows of a program."""
    import fcntl
    import pty
    import struct
    import termios

    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = with_environment({"COLUMNS": None, "LINES": None})
    with subprocess.Popen(start, stdin=subprocess.DEVNULL, stdout=its, stderr=its, env=environment):
        os.close(its)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end has closed
            while piece := os.read(mine, 65536):
                shown += piece
    os.close(mine)
    return shown.decode().replace("\r\n", "\n")


@posix
@pytest.mark.usefixtures("thirty")
@pytest.mark.parametrize("columns", [40, 60, 90, 200])
def test_a_terminal_shows_columns_that_fit(file: Path, program: Run, columns: int) -> None:
    program("tag", "3", "--add", "中文标签/很长的标签")
    shown = on_a_terminal(columns, *command(file, "search", "sort:-added"))
    lines = shown.splitlines()
    assert len(lines) == 30
    assert max(map(len, lines)) <= columns
    assert {line.index("● unread") for line in lines} == {4}
    assert ("Byron, van der Berg" in shown) is (columns == 200)


@posix
@pytest.mark.usefixtures("thirty")
def test_a_terminal_gets_nothing_it_would_obey(file: Path, program: Run) -> None:
    program("note", "1", "one\x1b[31m\ttwo\u202e\nthree")
    assert on_a_terminal(80, *command(file, "note", "1")) == "one[31m\ttwo\nthree\n"
    for name in ("json", "markdown", "csv"):
        shown = on_a_terminal(80, *command(file, "export", "id:1", "--format", name))
        assert "two" in shown or name == "csv"
        assert not set(shown) & {"\x1b", "\u202e"}


@posix
def test_a_terminal_shows_how_far_an_import_is(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "papers.jsonl"
    source.write_bytes(lines(2_000))
    shown = on_a_terminal(80, *command(file, "import", str(source)))
    assert "\rpapers.jsonl  [" in shown
    assert shown.endswith("\r2,000 added\n")


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_import_leaves_nothing(file: Path, program: Run, number: signal.Signals) -> None:
    assert program("add", "1706.03762").status == 0
    process = subprocess.Popen(
        command(file, "import", "-", "--json"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=with_environment(),
    )
    assert process.stdin is not None
    # More than the pipe and the first look at it hold: when this returns, papers are being taken in.
    process.stdin.write(lines(5_000))
    process.stdin.flush()
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 1
    assert json.loads(out)["added"] == 0
    assert err.decode() == "readerapp: Interrupted; what had not come in whole was taken back.\n"
    assert program("search").out.count("\n") == 1
    assert program("history").out.count("\n") == 1
    assert program("check").status == 0


@posix
def test_a_command_that_waits_can_be_ended(file: Path) -> None:
    process = subprocess.Popen(
        command(file, "note", "1", "-"), stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=with_environment()
    )
    assert process.stdin is not None
    process.stdin.write(bytes(1_000_000))  # more than a pipe holds: when this returns, it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (1, b"readerapp: Interrupted.\n")


def test_many_write_at_once_and_all_succeed(file: Path, tmp_path: Path) -> None:
    writers, imports = 4, 3
    for n in range(writers * imports):
        (tmp_path / f"{n}.jsonl").write_bytes(lines(5, n * 5))
    commands = [
        [command(file, "import", str(tmp_path / f"{writer * imports + n}.jsonl")) for n in range(imports)]
        for writer in range(writers)
    ]
    for turn in range(imports):
        running = [
            subprocess.Popen(commands[writer][turn], stderr=subprocess.PIPE, env=with_environment())
            for writer in range(writers)
        ]
        for process in running:
            assert process.communicate(timeout=120)[1] == b""
            assert process.returncode == 0
    listed = subprocess.run(command(file, "search"), capture_output=True, env=with_environment())
    assert listed.stdout.count(b"\n") == writers * imports * 5
