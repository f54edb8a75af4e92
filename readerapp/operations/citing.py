"""Citing papers: references and citations in a style, and pages and files of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from readerapp.formats import html_page
from readerapp.formats.citation_styles import Cited, Style, style_named
from readerapp.library import papers
from readerapp.library.connect import Connection
from readerapp.operations.exporting import whole
from readerapp.records import Progress


@dataclass(frozen=True, slots=True)
class Manner:
    """How papers are cited: the name of a style, the folder of the reader's own, and a language ("": the style's)."""

    style: str
    folder: Path
    language: str = ""


def cite(connection: Connection, chosen: Sequence[int], manner: Manner, progress: Progress | None = None) -> Cited:
    """These papers, cited in this order where the style numbers them. Raises Refused when there is no such style or it
    cannot be used, Cancelled when `progress` says so."""
    style = Style(style_named(manner.style, manner.folder), manner.language)
    return style.cite(list(papers.records(connection, chosen)), progress)


def write_bibliography(cited: Cited, title: str, target: Path) -> None:
    """Writes references to a file in one piece: a page for the ending .html, else plain text. Raises Refused."""
    with whole(target) as stream:
        if target.suffix.lower() in (".html", ".htm"):
            html_page.write_references(cited.html, stream, title)
        else:
            stream.write(f"{cited.plain}\n")


def write_page(
    connection: Connection, chosen: Sequence[int], title: str, target: Path, *, abstracts: bool, own: bool
) -> None:
    """Writes a page of these papers, in this order, to a file in one piece; with `own`, what the reader made of them
    is in it. Raises Refused."""
    with whole(target) as stream:
        html_page.write_page(papers.records(connection, chosen), stream, title, abstracts=abstracts, own=own)
