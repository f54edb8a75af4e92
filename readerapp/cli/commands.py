"""The commands of the command line: what each takes and what it does.

Nothing is imported before a command needs it: no command that shows no window loads Qt, and none that only reads loads
Peewee. Standard output carries the answer alone.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp.cli import output
from readerapp.cli.output import answer, say
from readerapp.errors import Refused

if TYPE_CHECKING:
    from readerapp.library.connect import Connection, Writer
    from readerapp.library.language import Query
    from readerapp.records import Status

DONE, IN_PART, WRONG_USAGE = 0, 1, 2

# Stands before an argument that begins with a dash but is text, so that argparse does not take it for an option. The
# system ends arguments at this character, so none can hold it.
TEXT = "\0"


@dataclass(frozen=True)
class Command:
    """`run` does the command and returns the exit status. `arguments` declares what it takes. `short` are its options
    of one letter; anything else that begins with one dash is text, such as the exclusion -survey in a query."""

    help: str
    run: Callable[[argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], object] = lambda parser: None
    examples: tuple[str, ...] = ()
    more: str = ""
    short: tuple[str, ...] = ()


def _text(argument: str) -> str:
    return argument.removeprefix(TEXT)


def _number(argument: str) -> int:
    if not (argument.isascii() and argument.isdigit() and len(argument) < 10 and int(argument)):
        raise argparse.ArgumentTypeError(f"“{argument}” is no number from 1 on")
    return int(argument)


def _status(argument: str) -> Status:
    from readerapp.records import Status

    try:
        return Status.from_word(argument)
    except KeyError:
        words = ", ".join(status.word for status in Status)
        raise argparse.ArgumentTypeError(f"there is no status “{argument}”: choose {words}") from None


def _takes_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query", nargs="*", type=_text, metavar="QUERY", help="in the search language; without it, every paper"
    )


def _takes_papers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "papers", nargs="*", type=_text, metavar="PAPER", help="an id number, a DOI, an arXiv id or a citation key"
    )
    parser.add_argument("--query", type=_text, metavar="Q", help="every paper that this query finds, instead of PAPERs")


def _takes_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="answer with one JSON value")


def _takes_filing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tag", action="append", default=[], type=_text, metavar="T", help="put this tag on every paper; repeatable"
    )
    parser.add_argument("--status", type=_status, metavar="S", help="the status of papers that are new")
    _takes_json(parser)


# The library


@contextmanager
def _reading(args: argparse.Namespace) -> Iterator[Connection]:
    """A connection that only reads."""
    from readerapp.library.connect import Library
    from readerapp.library.faults import told

    library = Library(args.library)
    try:
        connection = library.reader()
        try:
            with told(library.path):
                yield connection
        finally:
            connection.close()
    finally:
        library.close()


@contextmanager
def _writing(args: argparse.Namespace) -> Iterator[Writer]:
    """The connection that writes."""
    from readerapp.library.connect import Library
    from readerapp.library.faults import told

    library = Library(args.library)
    try:
        writer = library.writer()
        try:
            with told(library.path):
                yield writer
        finally:
            writer.close()
    finally:
        library.close()


def _found(connection: Connection, query: str, limit: int | None = None) -> Sequence[int]:
    """What a query finds. What was made of it that is worth saying is said."""
    from readerapp.library.search import ids

    return ids(connection, _understood(connection, query), limit=limit)


def _understood(connection: Connection, query: str) -> Query:
    """A query, which names no saved search that is not there. What was made of it that is worth saying is said."""
    from readerapp.library.language import parse, saved_names

    parsed = parse(query)
    if parsed.explanation:
        say(parsed.explanation)
    if any(saved_names(parsed.expression)):
        from readerapp.library.saved import check_names

        check_names(connection, parsed)
    return parsed


def _chosen(args: argparse.Namespace, connection: Connection) -> tuple[list[int], int]:
    """The papers that PAPER... or --query name, and the exit status: an unknown one is told, the others are done."""
    if args.query is not None:
        return list(_found(connection, args.query)), DONE
    from readerapp.operations.finding import paper

    chosen, status = [], DONE
    for named in args.papers:
        try:
            chosen.append(paper(connection, named))
        except Refused as refused:
            say(str(refused))
            status = IN_PART
    return list(dict.fromkeys(chosen)), status


def _check_papers(args: argparse.Namespace) -> None:
    if args.query is None and not args.papers:
        args.error("Name papers, or choose them with --query.")
    if args.query is not None and args.papers:
        args.error("Name papers or choose them with --query, not both.")
    if args.query is not None and not args.query.strip():
        # As a search it would be every paper, and an unset variable in somebody's script is not meant so.
        args.error("The query is empty. To change every paper, use one that says so: --query 'added:>=1900'")


# Commands


def _gui(args: argparse.Namespace) -> int:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in displays):
        raise Refused("There is no display to open a window on.", "For what works without one, see: readerapp --help")
    opened: int = args.open_window(args.library)
    return opened


def _add(args: argparse.Namespace) -> int:
    from readerapp.cli import bringing
    from readerapp.operations.filtering import Filter

    output.tell_warnings()
    return bringing.run(args, bringing.sources_of_anything(args.what), Filter())


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="+", type=_text, metavar="WHAT", help="an identifier, a link, a text, a file or a folder"
    )
    _takes_filing(parser)
    parser.set_defaults(format="auto", dry_run=False)


def _import(args: argparse.Namespace) -> int:
    from readerapp.cli import bringing
    from readerapp.operations.filtering import Filter
    from readerapp.operations.folder_state import is_ours

    output.tell_warnings()
    _check_format(args, "auto", *bringing.readable())
    try:
        chosen = Filter.of(args.category, args.since, args.until)
    except Refused as refused:
        args.error(str(refused))
    folders = [path for path in args.paths if args.format == "auto" and is_ours(Path(path))]
    if folders and (args.tag or args.status is not None or chosen):
        args.error(f"{folders[0]} is a folder of Markdown files and read back as it is: with --dry-run alone.")
    others = [path for path in args.paths if path not in folders]
    return bringing.run(args, bringing.sources_of_paths(others), chosen, folders)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=_text, metavar="PATH", help="a file or a folder; - is standard input")
    parser.add_argument("--format", default="auto", metavar="F", help="see: readerapp formats; auto by default")
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        type=_text,
        metavar="C",
        help="only papers with this keyword, such as cs.LG; cs stands for all of cs; repeatable",
    )
    for option, words in (("--since", "only papers published then or later"), ("--until", "… then or earlier")):
        parser.add_argument(option, default="", metavar="DATE", help=f"{words}: 2023, 2023-01 or 2023-01-31")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    _takes_filing(parser)


def _check_format(args: argparse.Namespace, *names: str) -> None:
    if args.format not in names:
        args.error(f"There is no such format: {args.format}. Choose one of {', '.join(names)}.")


def _export(args: argparse.Namespace) -> int:
    from readerapp import registry
    from readerapp.operations import exporting

    output.tell_warnings()
    _check_format(args, *(form.name for form in registry.formats() if form.write))
    form = registry.format_named(args.format)
    query = " ".join(args.query)
    with _reading(args) as connection:
        _understood(connection, query)
        if args.output is None or args.output == "-":
            exporting.write(connection, exporting.found(connection, query, form), form, output.standard_output())
            return DONE
        target = Path(args.output)
        if form.name == "markdown" and (args.output.endswith(("/", os.sep)) or target.is_dir()):
            return _export_folder(args, connection, query, target)
        if target.resolve() == args.library:
            raise Refused(f"{target} is the library itself.", "Choose another file with -o.")
        exporting.write_file(connection, exporting.found(connection, query, form), form, target)
    return DONE


def _export_folder(args: argparse.Namespace, connection: Connection, query: str, target: Path) -> int:
    from readerapp.cli.bringing import Interruption
    from readerapp.operations import markdown_folder
    from readerapp.operations.folder_state import load

    root = markdown_folder.open_folder(target, make=True)
    with Interruption() as progress:
        progress.began(root.name)
        try:
            done = markdown_folder.write_out(connection, args.library, load(root), query, progress=progress)
        finally:
            progress.ended()
    for name in done.edited:
        say(f"{root / name}: It was changed there. Read the folder back first: readerapp import {target}")
    for skipped in done.skipped:
        say(f"{root / skipped.where}: {skipped.why}")
    answer(f"{done.sentence()}\n")
    return IN_PART if done.edited or done.skipped else DONE


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_query(parser)
    parser.add_argument("--format", required=True, metavar="F", help="what to write; see: readerapp formats")
    parser.add_argument("-o", dest="output", type=_text, metavar="FILE", help="write to a file, all of it or nothing")


def _search(args: argparse.Namespace) -> int:
    with _reading(args) as connection:
        found = _found(connection, " ".join(args.query), args.limit)
        if args.json:
            from readerapp.formats.readerapp_json import paper_as_json
            from readerapp.library.papers import records

            answer(output.json_lines(map(paper_as_json, records(connection, found))))
        else:
            from readerapp.library.listing import briefs

            answer(output.paper_lines(briefs(connection, found)))
    return DONE


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_query(parser)
    parser.add_argument("--limit", type=_number, metavar="N", help="the first N papers only")
    _takes_json(parser)


def _show(args: argparse.Namespace) -> int:
    from readerapp.library import papers
    from readerapp.operations.finding import paper

    with _reading(args) as connection:
        record = papers.record(connection, paper(connection, args.paper))
        if record is None:
            raise Refused(f"There is no paper “{args.paper}” any more.")
        if args.json:
            from readerapp.formats.readerapp_json import paper_as_json

            answer(output.json_text(paper_as_json(record)))
        else:
            answer(output.card(record))
    return DONE


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper", type=_text, metavar="PAPER", help="an id number, a DOI, an arXiv id or a citation key")
    _takes_json(parser)


def _tag(args: argparse.Namespace) -> int:
    from readerapp.operations import filing

    _check_papers(args)
    if not args.add and not args.remove:
        args.error("Say which tag with --add or --remove.")
    with _writing(args) as writer:
        chosen, status = _chosen(args, writer.connection)
        if chosen:
            filing.tag(writer, chosen, args.add, args.remove)
    return status


def _tag_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_papers(parser)
    for option, what in (("--add", "put this tag on the papers"), ("--remove", "take this tag from the papers")):
        parser.add_argument(option, action="append", default=[], type=_text, metavar="T", help=f"{what}; repeatable")


def _set_status(args: argparse.Namespace) -> int:
    from readerapp.operations import reading

    _check_papers(args)
    with _writing(args) as writer:
        chosen, status = _chosen(args, writer.connection)
        if chosen:
            reading.set_status(writer, chosen, args.status)
    return status


def _status_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("status", type=_status, metavar="S", help="unread, reading, read or dropped")
    _takes_papers(parser)


def _note(args: argparse.Namespace) -> int:
    from readerapp.library import papers
    from readerapp.operations.finding import paper

    if args.text is None:
        with _reading(args) as connection:
            answer(output.ended(papers.note(connection, paper(connection, args.paper))))
        return DONE
    from readerapp.operations import reading

    text = args.text
    if text == "-":
        text = output.read_standard_input()
    with _writing(args) as writer:
        reading.set_note(writer, paper(writer.connection, args.paper), text)
    return DONE


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper", type=_text, metavar="PAPER", help="an id number, a DOI, an arXiv id or a citation key")
    parser.add_argument(
        "text",
        nargs="?",
        type=_text,
        metavar="TEXT",
        help='the new note; - reads it; "" removes it',
    )


def _undo(args: argparse.Namespace) -> int:
    return _step_back(args, "Undone", "There is nothing to undo.")


def _redo(args: argparse.Namespace) -> int:
    return _step_back(args, "Done again", "There is nothing to do again.")


def _step_back(args: argparse.Namespace, done: str, nothing: str) -> int:
    from readerapp.library.arrivals import sweep_leftovers
    from readerapp.library.locks import Busy

    with _writing(args) as writer:
        step = writer.undo if done == "Undone" else writer.redo
        for _ in range(args.number):
            try:
                changes = step()
            except Busy:
                raise
            except Refused:
                # Perhaps for what an interrupted import had brought; once that is gone, nothing is in the way.
                while sweep_leftovers(writer):
                    pass
                changes = step()
            if changes is None:
                raise Refused(nothing)
            answer(f"{done}: {output.one_line(changes.title)}\n")
    return DONE


def _number_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="?", type=_number, default=1, metavar="N", help="how many steps; 1 by default")


def _history(args: argparse.Namespace) -> int:
    from readerapp.library import history

    with _reading(args) as connection:
        steps = history.steps(connection)
    number = 0
    lines = []
    for step in steps:
        number += not step.undone
        lines.append(
            (
                "undone" if step.undone else str(number),
                output.when(step.at),
                output.one_line(step.title),
            )
        )
    answer(output.table(lines, flexible={2: 1.0}, right={0}))
    return DONE


def _backup(args: argparse.Namespace) -> int:
    from readerapp.library.connect import Library
    from readerapp.operations import keeping

    library = Library(args.library)
    try:
        made = keeping.back_up(library.path, Path(args.file) if args.file else None)
    finally:
        library.close()
    answer(f"{made}\n")
    return DONE


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=_text, metavar="FILE", help="by default among the library's own")


def _restore(args: argparse.Namespace) -> int:
    from readerapp.operations import keeping

    aside = keeping.bring_back(args.library, Path(args.file))
    if aside is not None:
        say(f"The library as it was is kept as {aside}")
    return DONE


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_text, metavar="FILE", help="a backup")


def _check(args: argparse.Namespace) -> int:
    from readerapp.operations import keeping

    with _writing(args) as writer:
        findings = keeping.look_over(writer, repair=args.repair)
    for finding in findings:
        if finding.mended:
            answer(f"Mended: {finding.what}\n")
        else:
            say(finding.what)
    if not findings:
        answer("All is well.\n")
    return IN_PART if any(not finding.mended for finding in findings) else DONE


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="mend what can be mended without guessing")


def _stats(args: argparse.Namespace) -> int:
    from readerapp.operations import keeping

    with _reading(args) as connection:
        stats = keeping.stats(connection)
    if args.json:
        answer(output.json_text(stats.as_json()))
        return DONE
    counted = [(name, str(number)) for name, number in stats.as_json().items() if isinstance(number, int)]
    answer(output.table(counted, right={1}))
    weeks = [(f"week of {week.monday}", f"{week.added} added", f"{week.read} read") for week in stats.weeks]
    answer("\n" + output.table(weeks, right={1, 2}))
    return DONE


def _formats(args: argparse.Namespace) -> int:
    from readerapp import registry

    output.tell_warnings()
    answer(
        output.table(
            [
                (
                    form.name,
                    "reads" if form.read else "",
                    "writes" if form.write else "",
                    " ".join(form.suffixes),
                    form.label,
                )
                for form in registry.formats()
            ],
            flexible={4: 1.0},
        )
    )
    return DONE


COMMANDS: dict[str, Command] = {
    "gui": Command("Open the window (the default). A second start raises the first window.", _gui),
    "add": Command(
        "Add papers from identifiers, links, files, folders or any text.",
        _add,
        _add_arguments,
        ("readerapp add 1706.03762 10.1038/nature14539", "readerapp add page.html", "xclip -o | readerapp add -"),
        "What is already here is recognised and completed, never doubled. - is text on standard input.",
    ),
    "import": Command(
        "Bring in the papers of files and folders.",
        _import,
        _import_arguments,
        (
            "readerapp import page.txt --tag reading-group --status unread",
            "readerapp import lists/ --dry-run",
            "readerapp import arxiv-metadata-oai-snapshot.json --category cs.LG --category stat --since 2023",
            "curl -s https://example.org/papers.json | readerapp import -",
            "readerapp import notes/",
        ),
        "Each file comes in whole or not at all, as one step that can be undone. A file whose import was interrupted"
        " goes on where it was when it is imported again in the same way, within a week and before any other import. A"
        " folder of Markdown files that export wrote is read back: notes, and what else was changed there.",
    ),
    "export": Command(
        "Write papers in a format.",
        _export,
        _export_arguments,
        (
            "readerapp export --format json -o everything.json",
            "readerapp export tag:thesis --format markdown",
            "readerapp export tag:thesis --format markdown -o notes/",
        ),
        "Without QUERY, everything; as json that is the whole library, to be imported again without loss. As"
        " markdown into a folder, each paper is a file for Obsidian and Logseq; only what has changed is written.",
        short=("-o",),
    ),
    "search": Command(
        "Find papers; without QUERY, every paper.",
        _search,
        _search_arguments,
        (
            "readerapp search 'tag:thesis is:unread'",
            "readerapp search '\"random walk\" year:2015..2018 sort:-year' --limit 20",
            "readerapp search vision -survey --json",
        ),
        "Answers one paper a line: id, status, title, authors, year, tags.",
    ),
    "show": Command("Show all of one paper.", _show, _show_arguments, ("readerapp show 1706.03762",)),
    "tag": Command(
        "Put tags on papers, or take them away.",
        _tag,
        _tag_arguments,
        (
            "readerapp tag 12 1706.03762 --add thesis/related-work",
            "readerapp tag --query 'tag:inbox is:read' --remove inbox",
        ),
    ),
    "status": Command(
        "Mark papers unread, reading, read or dropped.",
        _set_status,
        _status_arguments,
        ("readerapp status read 12 13", "readerapp status dropped --query 'is:unread added:<2020'"),
    ),
    "note": Command(
        "Print the note on a paper, or replace it.",
        _note,
        _note_arguments,
        ("readerapp note 12", "readerapp note 12 'Compare with **Table 2**.'", "readerapp note 12 - < note.md"),
    ),
    "undo": Command("Take the last steps back, also the window's.", _undo, _number_argument, ("readerapp undo 3",)),
    "redo": Command("Do again what was undone.", _redo, _number_argument),
    "history": Command("List the steps that can be undone, the last one first.", _history),
    "backup": Command(
        "Copy the library, checked, and print where to.", _backup, _backup_arguments, ("readerapp backup ~/papers.db",)
    ),
    "restore": Command("Make the library what a backup is. What it replaces is kept.", _restore, _restore_arguments),
    "check": Command("Look the library over for damage.", _check, _check_arguments),
    "stats": Command("Count what is in the library.", _stats, _takes_json),
    "formats": Command("List what can be read and written.", _formats),
}
