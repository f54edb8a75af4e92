"""What the reader decides about papers, written through Peewee. Each belongs inside a step; rows that would not
change are not written, so that they appear neither in the history nor as changed."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import Field, Value

from readerapp import notes
from readerapp.errors import Refused
from readerapp.library import note_versions, reader_words
from readerapp.library.models import Note, Paper, PaperField, StatusChange, among
from readerapp.library.papers import DETAILS, LIBRARY, TRASH
from readerapp.records import Status


def set_status(papers: Sequence[int], status: Status, at: int) -> None:
    """Gives papers a status and remembers when."""
    differs = Paper.status != status
    changing = Paper.select(Paper.id, Value(int(status)), Value(at)).where(among(Paper.id, papers), differs)
    StatusChange.insert_from(changing, [StatusChange.paper, StatusChange.status, StatusChange.at]).execute()
    Paper.update(status=int(status), changed=at).where(among(Paper.id, papers), differs).execute()


def set_column(papers: Sequence[int], column: Field, value: object, at: int) -> None:
    """Gives papers the same star, rating or takeaway."""
    differs = column.is_null(False) if value is None else (column.is_null() | (column != value))
    Paper.update({column: value, Paper.changed: at}).where(among(Paper.id, papers), differs).execute()


def set_trashed(papers: Sequence[int], trashed: bool, at: int) -> None:
    """Puts papers of the library into the trash, or those in the trash back."""
    here, there = (LIBRARY, TRASH) if trashed else (TRASH, LIBRARY)
    Paper.update(shelf=there, trashed=at if trashed else None).where(
        among(Paper.id, papers), Paper.shelf == here
    ).execute()


def set_note(paper: int, text: str, at: int, *, typing: bool = False) -> None:
    """Replaces the note on a paper; "" takes it away. What it was is kept as a version, unless the reader is `typing`
    and goes on with it. Raises Refused when the paper is gone."""
    if Paper.get_or_none(Paper.id == paper) is None:
        raise Refused("This paper is no longer in the library.", "Undo what removed it, then write the note again.")
    note_versions.keep(Paper._meta.database.connection(), paper, text, at, typing=typing)
    if not text:
        written = Note.delete().where(Note.paper == paper).execute()
    elif Note.get_or_none(Note.paper == paper) is None:
        Note.insert(paper=paper, text=text, changed=at).execute()
        written = 1
    else:
        written = Note.update(text=text, changed=at).where(Note.paper == paper, Note.text != text).execute()
    if written:
        Paper.update(changed=at).where(Paper.id == paper).execute()
        _settle_words([paper])


def set_task(paper: int, number: int, text: str, done: bool, at: int) -> None:
    """Marks a task in the note of a paper done, or open again: the one with this number, from 0, and these words, else
    the first with these words. Raises Refused when there is none."""
    note = Note.get_or_none(Note.paper == paper)
    whole = note.text if note is not None else ""
    found = notes.tasks(whole)
    task = next((task for task in [*found[number : number + 1], *found] if task.text == text), None)
    if task is None:
        raise Refused("This task is no longer in the note.", "Look at the note.")
    if task.done != done:
        set_note(paper, notes.with_task(whole, task, done), at, typing=True)


def set_takeaway(paper: int, takeaway: str, at: int) -> None:
    """Replaces the takeaway of a paper; "" takes it away."""
    set_column([paper], Paper.takeaway, takeaway, at)
    _settle_words([paper])


def set_detail(paper: int, name: str, value: str, at: int) -> None:
    """Gives a paper a detail, or replaces it; "" takes it away. Raises Refused when the paper is gone."""
    if Paper.get_or_none(Paper.id == paper) is None:
        raise Refused("This paper is no longer in the library.", "Undo what removed it, then write the detail again.")
    this = (PaperField.paper == paper, PaperField.scheme == DETAILS, PaperField.name == name)
    there = PaperField.get_or_none(*this)
    if (there.value if there else "") == value:
        return
    if not value:
        PaperField.delete().where(*this).execute()
    elif there is None:
        PaperField.insert(paper=paper, scheme=DETAILS, name=name, value=value).execute()
    else:
        PaperField.update(value=value).where(*this).execute()
    Paper.update(changed=at).where(Paper.id == paper).execute()


def _settle_words(papers: Sequence[int]) -> None:
    reader_words.settle(Paper._meta.database.connection(), papers)
