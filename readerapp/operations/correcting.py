"""Verbs that correct what a paper is: its title, authors, abstract, identifiers and so on.

Each takes a field as it was typed, see `formats.typed`, and raises Refused, with nothing changed, when nothing can be
made of it or when the paper is gone.
"""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.errors import Refused
from readerapp.formats import typed
from readerapp.formats.identifiers import label
from readerapp.library import correcting, papers
from readerapp.library.connect import Connection, Writer
from readerapp.operations import titles
from readerapp.records import Changes, Identifier

RELATIONS = ("page", "pdf", "code")


def set_title(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper another title."""
    title = typed.title(text)
    with writer.step(f"Change the title of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        correcting.set_columns(writer.connection, [paper], {"title": title}, step.at)
    return step.changes


def set_authors(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper other authors, one a line."""
    with writer.step(f"Change the authors of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        record = papers.record(writer.connection, paper)
        people = typed.people(text, record.authors if record else ())
        correcting.set_authors(writer.connection, paper, people, step.at)
    return step.changes


def set_abstract(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper another abstract; its highlights are found again in it."""
    abstract = typed.abstract(text)
    with writer.step(f"Change the abstract of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        correcting.set_abstract(writer.connection, paper, abstract, step.at)
    return step.changes


def set_venue(writer: Writer, ids: Sequence[int], text: str) -> Changes | None:
    """Gives these papers the same venue; "" takes it away."""
    venue = typed.line(text)
    with writer.step(f"Change the venue of {titles.papers(writer, ids)}") as step:
        correcting.set_columns(writer.connection, ids, {"venue": venue}, step.at)
    return step.changes


def set_year(writer: Writer, ids: Sequence[int], text: str) -> Changes | None:
    """Gives these papers the same year; "" takes it away."""
    year = typed.year(text)
    with writer.step(f"Change the year of {titles.papers(writer, ids)}") as step:
        correcting.set_columns(writer.connection, ids, {"year": year}, step.at)
    return step.changes


def set_published(writer: Writer, ids: Sequence[int], text: str) -> Changes | None:
    """Gives these papers the same date of publication; "" takes it away."""
    published = typed.published(text)
    with writer.step(f"Change the date of {titles.papers(writer, ids)}") as step:
        correcting.set_columns(writer.connection, ids, {"published": published}, step.at)
    return step.changes


def set_source(writer: Writer, ids: Sequence[int], text: str) -> Changes | None:
    """Gives these papers the same source; "" takes it away."""
    source = typed.line(text)
    with writer.step(f"Change the source of {titles.papers(writer, ids)}") as step:
        correcting.set_columns(writer.connection, ids, {"source": source}, step.at)
    return step.changes


def set_keywords(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper other keywords."""
    keywords = typed.keywords(text)
    with writer.step(f"Change the keywords of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        correcting.set_keywords(writer.connection, paper, keywords, step.at)
    return step.changes


def set_links(writer: Writer, paper: int, relation: str, text: str) -> Changes | None:
    """Gives a paper other links of a kind, one of RELATIONS, one a line."""
    if relation not in RELATIONS:
        raise Refused(f"There is no kind of link “{relation}”.", f"Choose one of {', '.join(RELATIONS)}.")
    urls = typed.addresses(text)
    with writer.step(f"Change the links of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        correcting.set_links(writer.connection, paper, relation, urls, step.at)
    return step.changes


def set_identifiers(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper other identifiers, one a line. Refused too when one of them is another paper's."""
    with writer.step(f"Change the identifiers of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        found = identifiers(writer.connection, paper, text)
        correcting.set_identifiers(writer.connection, paper, found, step.at)
    return step.changes


def set_citation_key(writer: Writer, paper: int, text: str) -> Changes | None:
    """Gives a paper another citation key; "" takes it away. Refused too when it is another paper's."""
    with writer.step(f"Change the citation key of {titles.papers(writer, [paper])}") as step:
        correcting.ensure_here(writer.connection, paper)
        key = citation_key(writer.connection, paper, text)
        correcting.set_columns(writer.connection, [paper], {"citation_key": key}, step.at)
    return step.changes


def identifiers(connection: Connection, paper: int, text: str) -> list[Identifier]:
    """What `set_identifiers` would give this paper; nothing is written. Raises Refused as it does."""
    record = papers.record(connection, paper)
    found = typed.identifiers(text, record.identifiers if record else ())
    taken = correcting.taken(connection, paper, found)
    if taken is not None:
        one, title = taken
        raise Refused(f"{label(one)} is the identifier of {titles.shortened(title)}.", "If both are one, merge them.")
    return found


def citation_key(connection: Connection, paper: int, text: str) -> str | None:
    """What `set_citation_key` would give this paper; nothing is written. Raises Refused as it does."""
    key = typed.citation_key(text)
    title = correcting.cited_as(connection, paper, key) if key else None
    if title is not None:
        raise Refused(f"{titles.shortened(title)} is cited as {key} already.", "Choose another key.")
    return key
