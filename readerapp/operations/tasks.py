"""The tasks that stand in notes, paper by paper."""

from __future__ import annotations

from dataclasses import dataclass

from readerapp import notes
from readerapp.library import papers
from readerapp.library.connect import Connection

# More than these nobody goes through in a list.
MOST = 5_000


@dataclass(frozen=True, slots=True)
class NotedTask:
    """A task in the note of a paper: which of its tasks it is, from 0, where in the note its line begins, in code
    points, its words, and whether it is done."""

    paper: int
    number: int
    start: int
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class TasksOfPaper:
    """A paper with tasks in its note, in their order."""

    paper: int
    title: str
    tasks: tuple[NotedTask, ...]


def tasks(connection: Connection, *, done: bool = False) -> list[TasksOfPaper]:
    """The open tasks of the library, with `done` those that are done too, the papers whose notes were changed last
    first; the first MOST of them."""
    found: list[TasksOfPaper] = []
    room = MOST
    for paper, title, text in papers.notes_with_tasks(connection):
        chosen = tuple(
            NotedTask(paper, number, task.start, task.text, task.done)
            for number, task in enumerate(notes.tasks(text))
            if done or not task.done
        )[:room]
        if chosen:
            found.append(TasksOfPaper(paper, title, chosen))
            room -= len(chosen)
        if not room:
            break
    return found
