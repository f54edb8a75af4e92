"""Eighty-seven papers triaged by keyboard alone, every step undone to the beginning, and every step done again."""

from __future__ import annotations

import sqlite3
import time

from readerapp.library import history
from readerapp.library.connect import Library
from readerapp.operations import filing, tagging
from readerapp.operations.importing import bring_in
from tests.conftest import reading, sample
from tests.end2end.harness import Program, Screen

PAPERS = 87

Tables = dict[str, list[tuple[object, ...]]]


def tables(program: Program) -> Tables:
    """Every row that the reader could miss, and the counts kept beside them, table by table."""
    connection = sqlite3.connect(f"{program.library.as_uri()}?mode=ro", uri=True)
    names = [table.name for table in history.tables(connection)] + ["tally", "tag_tally", "tag_above"]
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}
    connection.close()
    return found


def triage(screen: Screen, number: int) -> None:
    """Decides about the current paper, in one of eight ways, and goes to the next."""
    match number % 8:
        case 0:  # done; it goes on by itself
            screen.press("e")
            return
        case 1:
            screen.press("s", "q")
        case 2:
            screen.press("t")
            time.sleep(0.25)
            screen.type(("thesis/methods", "agents, planning", "to discuss")[number // 8 % 3])
            screen.press("Return")
        case 3:
            screen.press("alt+4")
        case 4:
            screen.press("1")
        case 5:
            screen.press("shift+n")
            screen.type(f"What paper {number} shows")
            screen.press("Return")
        case 6:
            screen.press("q", "alt+Home", "ctrl+4")
        case 7:
            screen.press("m", "2", "alt+2")
    screen.press("j")


def steps(program: Program, undone: int = 0) -> int:
    """How many steps can be undone, or done again."""
    (found,) = program.ask(f"SELECT count(*) FROM undo_step WHERE undone = {undone}")[0]
    assert isinstance(found, int)
    return found


def press_until(screen: Screen, program: Program, key: str, sql: str, wanted: int) -> None:
    """Presses a key as often as it takes, never more often than there is something left to do."""
    while (left := program.ask(sql)[0][0]) != wanted:
        assert isinstance(left, int)
        before = left
        for _ in range(min(12, abs(left - wanted))):
            screen.press(key)
        program.wait_for(f"SELECT ({sql}) <> {before}", 1)


def test_a_page_of_papers_by_keyboard_alone_undone_and_done_again(screen: Screen, program: Program) -> None:
    library = Library(program.library)
    writer = library.writer()
    bring_in(writer, reading(*sample(PAPERS)))
    filing.tag(writer, [1], ["thesis"])
    tagging.set_quick_tag(writer, "thesis", 1)
    tagging.set_quick_tag(writer, "agents", 2)
    writer.close()
    library.close()

    program.start()
    start, first = tables(program), steps(program)
    screen.press("Home")
    for number in range(PAPERS):
        triage(screen, number)
        if number == PAPERS // 2:
            screen.picture("triage-1-half-way")
    program.wait_for("SELECT count(*) FROM paper WHERE takeaway <> ''", len(range(5, PAPERS, 8)))
    program.wait_for("SELECT count(*) FROM paper WHERE status = 3", len(range(3, PAPERS, 8)))
    program.wait_for("SELECT count(*) FROM paper WHERE starred = 1", len(range(1, PAPERS, 8)))
    program.wait_for("SELECT count(*) FROM queue", len(range(1, PAPERS, 8)) + len(range(6, PAPERS, 8)))
    program.wait_for("SELECT count(*) FROM paper WHERE rating = 4", len(range(6, PAPERS, 8)))
    time.sleep(0.5)
    screen.picture("triage-2-end")
    end, made = tables(program), steps(program)
    assert made >= first + PAPERS
    assert end != start

    undone = "SELECT count(*) FROM undo_step WHERE undone = 1"
    press_until(screen, program, "ctrl+z", undone, made - first)
    screen.picture("triage-3-undone")
    found = tables(program)
    assert {name for name in start if start[name] != found[name]} == set()

    press_until(screen, program, "ctrl+shift+z", undone, 0)
    time.sleep(0.5)
    screen.picture("triage-4-done-again")
    found = tables(program)
    assert {name for name in end if end[name] != found[name]} == set()
    program.quit()
    assert program.output.read_text() == ""
