"""Links between papers in notes: which paper a name means, how a name that is begun may go on, and which notes mention
a paper. What a link looks like, and why it has the name it has, is told in `readerapp.notes`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from readerapp import notes
from readerapp.formats.identifiers import find_identifiers
from readerapp.library import papers, search
from readerapp.library.completion import Completion
from readerapp.library.connect import Connection
from readerapp.library.folding import has_word, title_key
from readerapp.library.language import parse
from readerapp.operations.finding import named_paper
from readerapp.records import Record

# So many papers are offered, found within so many seconds.
_OFFERED, _MOMENT = 8, 0.008
# A note with more names than this has the rest taken for known.
_MOST_NAMES = 500
# So many mentions are found.
_MENTIONS = 200
# A name with these would end the link, or not be the same again.
_BROKEN = re.compile(r"[\[\]|\n]|^\s|\s$")
# What a paper is best called by in a link, beside its citation key: what lasts, and can be read.
_LASTING = ("arxiv", "doi", "pmid", "pmcid")


@dataclass(frozen=True, slots=True)
class Mention:
    """A paper in whose note another is mentioned, with the line where it is first."""

    paper: int
    title: str
    line: str


def meant(connection: Connection, name: str) -> int | None:
    """The paper that a name in a link means; None when there is none."""
    found = named_paper(connection, name)
    return papers.by_title(connection, name) if found is None else found


def titles(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """For each of these names the title of the paper it means, "" where there is none."""
    wanted = {name: meant(connection, name) for name in list(names)[:_MOST_NAMES]}
    rows = papers.rows(connection, [paper for paper in wanted.values() if paper is not None])
    return {name: rows[paper].title if paper is not None and paper in rows else "" for name, paper in wanted.items()}


def name_of(record: Record) -> str:
    """What a paper is called in a link: its citation key, else an identifier, else its number, since these stay when
    its title is corrected."""
    named = {one.scheme: one.value for one in reversed(record.identifiers)}
    found = next((f"{scheme}:{named[scheme]}" for scheme in _LASTING if scheme in named), "")
    key = record.citation_key or ""
    return next((name for name in (key, found) if name and not _BROKEN.search(name)), str(record.id))


def link_to(connection: Connection, paper: int) -> str:
    """A link to a paper, with its title as its words; "" when it is gone."""
    record = papers.record(connection, paper)
    return notes.link(name_of(record), record.title) if record else ""


def completions(connection: Connection, begun: str) -> list[Completion]:
    """The papers that may be meant by what is written of a name: one that is called so, then the newest with these
    words in their titles, the last as a beginning. `text` of each is the whole link."""
    found: list[int] = []
    called = meant(connection, begun)
    if called is not None:
        found.append(called)
    parts = [f'title:"{word}"' for word in begun.replace('"', " ").split() if has_word(word)]
    if parts and len(begun.strip()) > 1:
        query = parse(" ".join(parts).removesuffix('"'), typing=True)
        found += search.first(connection, query, limit=_OFFERED, seconds=_MOMENT).papers
    chosen = list(dict.fromkeys(found))[:_OFFERED]
    rows = papers.rows(connection, chosen)
    return [
        Completion(
            0,
            len(begun),
            notes.link(name_of(record), record.title),
            record.title,
            "paper",
            help=" · ".join(filter(None, (rows[record.id].byline, str(record.year or "")))),
        )
        for record in papers.records(connection, chosen)
        if record.id in rows
    ]


def mentions(connection: Connection, paper: int) -> list[Mention]:
    """The papers of the library in whose notes this one is linked to, those changed last first.

    Looks through all notes with links: some thousands take milliseconds, and a table of links would have to be kept
    right through every correction of a title or an identifier.
    """
    record = papers.record(connection, paper)
    if record is None:
        return []
    key, identifiers = title_key(record.title), set(record.identifiers)
    found = []
    for other, title, text in papers.linking_notes(connection):
        for one in notes.references(text) if other != paper else ():
            name = one.target
            if (
                one.kind == "paper"
                and (
                    name in (str(paper), record.citation_key)
                    or title_key(name) == key
                    or not identifiers.isdisjoint(find_identifiers(name))
                )
                and meant(connection, name) == paper
            ):
                begin = max(text.rfind("\n", 0, one.start), text.rfind("\r", 0, one.start)) + 1
                found.append(Mention(other, title, text[begin:].splitlines()[0]))
                break
        if len(found) == _MENTIONS:
            break
    return found
