"""The command line: what was typed, to a command, and what came of it, to an exit status.

The exit status is 0 when all was done, 1 when something was refused or done in part, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from readerapp import __version__, paths
from readerapp.cli import output
from readerapp.cli.commands import COMMANDS, IN_PART, TEXT, WRONG_USAGE, Command
from readerapp.cli.output import say
from readerapp.errors import Cancelled, Refused


def main(argv: Sequence[str], open_window: Callable[[Path], int]) -> int:
    """Runs one command and returns the exit status. `open_window` is called for the command that opens it."""
    output.prepare_streams()
    try:
        with _terminable():
            status = _run(argv, open_window)
            output.flush()
            return status
    except SystemExit as end:  # argparse has printed help, the version, or what is wrong
        return _flushed(end.code if isinstance(end.code, int) else WRONG_USAGE)
    except Refused as refused:
        say(str(refused))
    except (KeyboardInterrupt, Cancelled):
        say("Interrupted.")
    except OSError as error:
        _tell(error)
    except MemoryError:
        say("There is not enough memory for this. Close other programs, or do it in smaller parts.")
    except Exception as error:
        if os.environ.get("READERAPP_DEBUG"):
            raise
        say(_recorded(error))
    return _flushed(IN_PART)


def _flushed(status: int) -> int:
    try:
        output.flush()
    except OSError as error:
        _tell(error)
        return IN_PART
    return status


def _tell(error: OSError) -> None:
    if error.filename is not None:
        say(f"{os.fsdecode(error.filename)}: {error.strerror}.")
        return
    # Only standard output is used without a name. Who reads it through a pipe and has seen enough needs no sentence.
    if not isinstance(error, BrokenPipeError):
        say(f"Standard output cannot be written: {error.strerror or error}.")
    output.mute()


def _recorded(error: Exception) -> str:
    """Writes a defect of this program into the log, and says where."""
    import traceback
    from datetime import datetime

    what = f"Something went wrong in readerapp itself ({type(error).__name__})."
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "command-line.log"
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().isoformat(timespec='seconds')} readerapp {__version__}\n")
            file.writelines(traceback.format_exception(error))
    except Exception:
        return f"{what} Set READERAPP_DEBUG=1 to see the details."
    return f"{what} The details are in {log}."


@contextmanager
def _terminable() -> Iterator[None]:
    """Lets a request to end (SIGTERM) stop a command as Ctrl+C does: in order, with what it had begun taken back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


# What was typed


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in two lines."""

    def __init__(self, prog: str, **more: object) -> None:
        super().__init__(
            prog=prog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **more,  # type: ignore[arg-type]
        )

    def _print_message(self, message: str, file: object = None) -> None:
        output.answer(message)  # argparse would not say when it could not be written

    def error(self, message: str) -> NoReturn:
        say(message.replace(TEXT, ""))
        say(f"See: {self.prog} --help")
        self.exit(WRONG_USAGE)


def _run(argv: Sequence[str], open_window: Callable[[Path], int]) -> int:
    match argv:
        # How a window is opened. That way needs no parser, which looks for translations of its own when it is made.
        case []:
            return COMMANDS["gui"].run(argparse.Namespace(open_window=open_window, library=_library(None)))
        case ["--library", str(file)] if file[:1] not in ("", "-"):
            return COMMANDS["gui"].run(argparse.Namespace(open_window=open_window, library=_library(file)))
    given, verbatim = list(argv), []
    if "--" in given:
        at = given.index("--")
        given, verbatim = given[:at], [TEXT + argument for argument in given[at + 1 :]]
    parser = _Parser("readerapp", usage="readerapp [--library FILE] [--version] [COMMAND ...]", epilog=_overview())
    parser.description = "A reading list for research papers. Without a command, its window opens."
    parser.add_argument("--library", metavar="FILE", help="the library; without it, what READERAPP_LIBRARY names")
    parser.add_argument("--version", action="version", version=f"readerapp {__version__}")
    parser.add_argument("command", nargs="?", default="gui", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    top = parser.parse_args(given)
    command = COMMANDS.get(top.command)
    if command is None:
        parser.error(f"There is no command “{top.command}”.{_meant(top.command)}")
    rest = [_as_text(argument, command.short) for argument in top.rest] + verbatim
    args = _parser_of(top.command, command).parse_intermixed_args(rest)
    args.open_window = open_window
    args.library = _library(args.library or top.library)
    return command.run(args)


def _as_text(argument: str, short: tuple[str, ...]) -> str:
    if argument[:1] != "-" or argument[:2] in ("-", "--", *short) or argument == "-h":
        return argument
    return TEXT + argument


def _parser_of(name: str, command: Command) -> _Parser:
    parser = _Parser(f"readerapp {name}")
    parser.description = "\n\n".join(filter(None, [command.help, command.more]))
    if command.examples:
        parser.epilog = "examples:\n" + "\n".join(f"  {example}" for example in command.examples)
    # Also after the command, where many would write it.
    parser.add_argument("--library", metavar="FILE", help=argparse.SUPPRESS)
    command.arguments(parser)
    parser.set_defaults(error=parser.error)
    return parser


def _overview() -> str:
    lines = [f"  {name:10}{command.help}" for name, command in COMMANDS.items()]
    return "\n".join(["commands:", *lines, "", "See: readerapp COMMAND --help"])


def _meant(name: str) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, COMMANDS, 1)
    return f" Did you mean {found[0]}?" if found else ""


def _library(named: str | None) -> Path:
    try:
        path = Path(named.removeprefix(TEXT)).expanduser() if named else _usual_library()
        return path.resolve()
    except (RuntimeError, ValueError, OSError) as error:
        where = named or "the usual place"
        raise Refused(f"There can be no library at {where} ({error}).", "Name one with --library.") from None


def _usual_library() -> Path:
    """The library when the command line names none: READERAPP_LIBRARY's, else the one of the settings, else the one in
    the reader's folder of data."""
    if not os.environ.get("READERAPP_LIBRARY"):
        from readerapp.config import LIBRARY, Config

        if chosen := Config(paths.settings_file()).get(LIBRARY):
            return chosen
    return paths.default_library()
