"""Templates of notes: given to tags, and filled in for a paper when the reader asks for one."""

from __future__ import annotations

import re
from datetime import date

from readerapp.errors import Refused
from readerapp.library import note_templates, papers
from readerapp.library.connect import Connection, Writer
from readerapp.library.note_templates import NoteTemplate
from readerapp.operations import linking
from readerapp.operations.reading import storable
from readerapp.records import Changes

LONGEST = 100_000
# What stands in braces in a template, and is filled in.
FIELDS = ("title", "authors", "year", "venue", "link", "date")
_FIELD = re.compile(r"\{(" + "|".join(FIELDS) + r")\}")


def set_template(writer: Writer, tag: str, text: str) -> Changes | None:
    """Gives a tag a template for notes; one of blanks alone takes it away. Raises Refused for one that is too long, and
    when there is no such tag."""
    text = storable(text) if text.strip() else ""
    if len(text) > LONGEST:
        raise Refused(f"A template can have {LONGEST:,} characters, this one has {len(text):,}.", "Shorten it.")
    with writer.step(f"Note template of the tag {tag}" if text else f"Remove the note template of {tag}") as step:
        note_templates.put(writer.connection, tag, text)
    return step.changes


def filled(connection: Connection, paper: int, today: date | None = None) -> list[NoteTemplate]:
    """The templates for the note of a paper, with what stands in braces filled in: its `{title}`, `{authors}`, `{year}`
    and `{venue}`, a `{link}` to it, and the `{date}` of today as 2026-11-24."""
    record = papers.record(connection, paper)
    if record is None:
        return []
    values = {
        "title": " ".join(record.title.split()),
        "authors": ", ".join(record.authors),
        "year": str(record.year or ""),
        "venue": record.venue,
        "link": linking.link_to(connection, paper),
        "date": (today or date.today()).isoformat(),
    }
    return [
        NoteTemplate(one.tag, _FIELD.sub(lambda found: values[found[1]], one.text))
        for one in note_templates.of_paper(connection, paper)
    ]
