"""Highlights as a table, written only: a row for each paper, a column for each meaning, as CSV, Markdown or HTML.

Quotes and comments are text to all of them: escaped in Markdown and HTML, and no formula in a spreadsheet. The HTML is
one file without scripts, which loads nothing.
"""

from __future__ import annotations

import csv
import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from readerapp.formats.csv_table import safe
from readerapp.formats.markdown import escaped
from readerapp.records import HighlightedPaper, HighlightRecord, MeaningRecord


@dataclass(frozen=True, slots=True)
class TableForm:
    """A form the table is written in. `write` gets the papers, the names of the columns of meanings ("" for highlights
    without one), and a title."""

    label: str
    suffix: str
    write: Callable[[Iterable[HighlightedPaper], Sequence[str], str, IO[str]], None]


def columns(papers: Iterable[HighlightedPaper], meanings: Iterable[MeaningRecord]) -> list[str]:
    """The meanings that any highlight of these papers has, in the reader's order; "" behind them where one has none."""
    used = {mark.meaning for paper in papers for mark in paper.highlights}
    known = [meaning.name for meaning in meanings if meaning.name in used]
    return [*known, *sorted(used - {*known, ""}), *([""] if "" in used else [])]


def cell(paper: HighlightedPaper, meaning: str) -> list[HighlightRecord]:
    """The highlights of a paper with a meaning."""
    return [mark for mark in paper.highlights if mark.meaning == meaning]


def origin(paper: HighlightedPaper) -> str:
    """Who wrote a paper, and where and when it appeared, on one line."""
    published = " ".join(filter(None, (paper.venue, str(paper.year or ""))))
    return " · ".join(filter(None, (paper.byline, published)))


def write_csv(papers: Iterable[HighlightedPaper], meanings: Sequence[str], title: str, stream: IO[str]) -> None:
    """RFC 4180. In a cell each highlight has a line of its own, its comment in parentheses behind it."""
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(map(safe, ("id", "title", "authors", "venue", "year", *map(_heading, meanings))))
    for paper in papers:
        about = (str(paper.id), paper.title, paper.byline, paper.venue, str(paper.year or ""))
        marks = ("\n".join(map(_said, cell(paper, meaning))) for meaning in meanings)
        table.writerow(map(safe, (*about, *marks)))


def write_markdown(papers: Iterable[HighlightedPaper], meanings: Sequence[str], title: str, stream: IO[str]) -> None:
    """A pipe table, as GitHub Flavored Markdown and others have it."""
    stream.write(f"# {escaped(title)}\n\n")
    rows = [["Paper", *map(_heading, meanings)]]
    stream.write(f"| {' | '.join(escaped(name) for name in rows[0])} |\n|{' --- |' * len(rows[0])}\n")
    for paper in papers:
        first = "<br>".join(filter(None, (f"**{escaped(paper.title)}**", escaped(origin(paper)))))
        cells = ["<br>".join(escaped(_said(mark)) for mark in cell(paper, meaning)) for meaning in meanings]
        stream.write(f"| {' | '.join((first, *cells))} |\n")


def write_html(papers: Iterable[HighlightedPaper], meanings: Sequence[str], title: str, stream: IO[str]) -> None:
    """One page with its own style, to be printed, or opened in a word processor."""
    stream.write(_PAGE.format(html.escape(title)))
    names = "".join(f'<th scope="col">{html.escape(_heading(name))}</th>' for name in meanings)
    stream.write(f'<thead><tr><th scope="col">Paper</th>{names}</tr></thead>\n<tbody>\n')
    for paper in papers:
        about = html.escape(origin(paper))
        stream.write(f'<tr><th scope="row">{html.escape(paper.title)}{f"<p>{about}</p>" if about else ""}</th>')
        for meaning in meanings:
            stream.write(f"<td>{''.join(map(_quoted, cell(paper, meaning)))}</td>")
        stream.write("</tr>\n")
    stream.write("</tbody>\n</table>\n</body>\n</html>\n")


def _heading(meaning: str) -> str:
    return meaning or "no meaning"


def _said(mark: HighlightRecord) -> str:
    return f"“{_line(mark.quote)}”{_page(mark)}" + (f" ({_line(mark.comment)})" if mark.comment else "")


def _page(mark: HighlightRecord) -> str:
    return f" p. {mark.page}" if mark.page else ""


def _quoted(mark: HighlightRecord) -> str:
    comment = f"<p>{html.escape(_line(mark.comment))}</p>" if mark.comment else ""
    return f"<blockquote>{html.escape(_line(mark.quote))}{_page(mark)}</blockquote>{comment}"


def _line(text: str) -> str:
    return " ".join(text.split())


_PAGE = """<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{0}</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 2em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #888; padding: 0.5em; text-align: left; vertical-align: top; }}
th p {{ font-weight: normal; margin: 0; }}
blockquote {{ margin: 0; font-style: italic; }}
td p {{ margin: 0 0 0.75em; }}
</style>
</head>
<body>
<h1>{0}</h1>
<table>
"""

FORMS = (
    TableForm("CSV table", ".csv", write_csv),
    TableForm("Markdown table", ".md", write_markdown),
    TableForm("HTML page", ".html", write_html),
)
