"""The passage to show under a result of a search: the place where its words stand, cut out and marked."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from readerapp.library.folding import has_word
from readerapp.library.language import Query, Words
from readerapp.library.marking import Marker
from readerapp.library.matching import pdf_match

# The length of a passage in characters, and how much of it may stand before the first word that is marked: in a narrow
# list only its beginning is seen.
_LENGTH = 150
_BEFORE = 28
# Words as close together as this are seen together even there: of such places the first is taken.
_CLOSE = 48
# A place to cut is looked for so far, in characters: further on there is no blank.
_TO_A_BLANK = 24
# Of a longer text only its beginning is searched, in characters.
_SEARCHED = 100_000

# In the order of preference where as many words stand in each. The first are the reader's own; so is the takeaway, but
# that is seen in the list anyway.
_OWN = ("note", "comment", "highlight")
_SOURCES = (*_OWN, "abstract", "keyword", "takeaway", "author", "pdf")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of what is stored of a paper, on one line, with "…" where it was cut.

    `source` is "note", "comment" or "highlight" (a highlight's comment or quote), "abstract", "keyword", "takeaway",
    "author" or "pdf". `marks` are the places of the searched words in `text`, as (start, end) in code points. In the
    source itself most of them stand from `start` on; `number` is which of the paper's highlights it is, as its record
    has them, or the page of the PDF, whose `sha256` says which it is.
    """

    source: str
    text: str
    marks: tuple[tuple[int, int], ...]
    start: int = 0
    number: int = 0
    sha256: str = ""


# Of a paper no more pages are looked at for the best passage.
_MOST_PAGES = 24

# Sixty papers at a time, by their primary keys.
_TEXTS = """
SELECT p.id, p.title, p.byline, p.venue, p.takeaway, t.abstract, t.keywords, t.authors, coalesce(n.text, '')
FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id LEFT JOIN note AS n ON n.paper_id = p.id
WHERE p.id IN (SELECT value FROM json_each(?))
"""
# In the order of `papers.record`.
_HIGHLIGHTS = """
SELECT paper_id, quote, comment FROM highlight WHERE paper_id IN (SELECT value FROM json_each(?))
ORDER BY paper_id, target, page, start, id
"""


# For each paper its PDFs, and for each of these its pages with one of the words.
_PAGES = """
SELECT a.paper_id, page.sha256, page.page, page.text FROM json_each(?) AS wanted
CROSS JOIN attachment AS a ON a.paper_id = wanted.value CROSS JOIN pdf_page AS page ON page.sha256 = a.sha256
WHERE page.id IN (SELECT rowid FROM pdf_fts WHERE pdf_fts MATCH ?) ORDER BY a.paper_id, a.id, page.page
"""


def passages(connection: sqlite3.Connection, query: Query, ids: Iterable[int]) -> dict[int, Passage]:
    """The passages of these papers for a query, by id. Meant for a window of a list: sixty take some milliseconds.

    Of each paper the piece with the most of the query's words; one of the reader's own words before all others if it
    has a word that is not seen in title, byline and venue, or if every word is. A paper has none where its words stand
    in nothing but these, and where the query asks for no words.
    """
    marker = Marker(query.words)
    if not marker:
        return {}
    chosen = (json.dumps(list(ids)),)
    highlights: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for paper, quote, comment in connection.execute(_HIGHLIGHTS, chosen):
        highlights[paper].append((quote, comment))
    pages = _pages(connection, query.words, chosen[0])
    found = {}
    for paper, title, byline, venue, takeaway, abstract, keywords, authors, note in connection.execute(_TEXTS, chosen):
        texts = [("note", note, 0), ("takeaway", takeaway, 0), ("abstract", abstract, 0), ("keyword", keywords, 0)]
        for number, (quote, comment) in enumerate(highlights.get(paper, ())):
            texts += [("comment", comment, number), ("highlight", quote, number)]
        seen: set[int] = set()
        for text, field in ((title, "title"), (byline, "author"), (venue, "venue")):
            seen.update(number for _, _, number in marker.found(text, field))
        texts.append(("author", authors, 0))
        in_files = pages.get(paper, ())
        texts += [("pdf", text, number) for number, (_, _, text) in enumerate(in_files)]
        passage = _best(marker, texts, seen, len(query.words))
        if passage is not None and passage.source == "pdf":
            sha256, page, _ = in_files[passage.number]
            passage = replace(passage, number=page, sha256=sha256)
        if passage is not None:
            found[paper] = passage
    return found


def _pages(
    connection: sqlite3.Connection, words: Iterable[Words], papers: str
) -> dict[int, list[tuple[str, int, str]]]:
    """By paper the pages of its PDFs on which one of the words stands that are looked for there: the file, the page and
    its text."""
    leaves = [word for word in words if (word.pdfs or word.field == "pdf") and has_word(word.text)]
    found: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
    if leaves:
        for paper, *page in connection.execute(_PAGES, (papers, pdf_match(leaves))):
            if len(found[paper]) < _MOST_PAGES:
                found[paper].append(tuple(page))
    return found


def _best(marker: Marker, texts: list[tuple[str, str, int]], seen: set[int], words: int) -> Passage | None:
    """The best passage of these texts, each with its source and number. `seen` are the words seen anyway."""
    best: tuple[tuple[bool, int, int], tuple[str, str, int], _Piece] | None = None
    for one in texts:
        source, text, _ = one
        places = marker.found(text[:_SEARCHED], source) if text else []
        if not places:
            continue
        piece = _densest(places)
        if source == "author" and piece.words <= seen:
            continue
        own = source in _OWN and (not piece.words <= seen or len(seen) == words)
        rank = (own, len(piece.words), -_SOURCES.index(source))
        if best is None or rank > best[0]:
            best = (rank, one, piece)
    if best is None:
        return None
    _, (source, text, number), piece = best
    line = _line(text, piece.start, piece.end)
    return Passage(source, line, tuple(marker.marks(line, source)), piece.start, number)


@dataclass(frozen=True, slots=True)
class _Piece:
    """From the beginning of one marked word to the end of another, and which words stand there."""

    start: int
    end: int
    words: frozenset[int]


def _densest(places: list[tuple[int, int, int]]) -> _Piece:
    """The closest piece, no longer than a passage, in which most different words stand; the first of equals."""
    best = _Piece(places[0][0], places[0][1], frozenset((places[0][2],)))
    for at, (start, end, number) in enumerate(places):
        words = {number}
        last = end
        for _, end, number in places[at + 1 :]:
            if end - start > _LENGTH - _BEFORE:
                break
            if number not in words:
                words.add(number)
                last = max(last, end)
        if (len(words), -max(last - start, _CLOSE)) > (len(best.words), -max(best.end - best.start, _CLOSE)):
            best = _Piece(start, last, frozenset(words))
    return best


def _line(text: str, start: int, end: int) -> str:
    """The passage around a piece of a text: on one line, cut at blanks where there are any."""
    begin = max(start - _BEFORE, 0)
    if begin:
        begin = _after_blank(text, begin, start)
    stop = max(begin + _LENGTH, end)
    stop = _before_blank(text, stop, end) if stop < len(text) else len(text)
    line = unicodedata.normalize("NFC", " ".join(text[begin:stop].split()))
    return "…" * (begin > 0 and bool(text[:begin].strip())) + line + "…" * bool(text[stop:].strip())


def _after_blank(text: str, begin: int, start: int) -> int:
    """Where a word begins, from `begin` on and not after `start`; `begin` itself where there are no blanks."""
    for at in range(begin, min(begin + _TO_A_BLANK, start) + 1):
        if text[at - 1].isspace() and not text[at].isspace():
            return at
    return begin


def _before_blank(text: str, stop: int, end: int) -> int:
    """Where a word ends, at `stop` or before it and not before `end`; `stop` itself where there are no blanks."""
    for at in range(stop, max(stop - _TO_A_BLANK, end) - 1, -1):
        if text[at].isspace() and not text[at - 1].isspace():
            return at
    return stop
