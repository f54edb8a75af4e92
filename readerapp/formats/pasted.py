"""Any other pasted text: identifiers and links of papers, alone or beside their titles, and lines "Title — Authors".

Everything in the text is either in a record or in a Skipped that says where it stands. A paper of which only an
identifier is known has that as its title ("arXiv:1705.08741") and waits for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from readerapp.formats import fields
from readerapp.formats.bylines import byline_of, is_title, names_in
from readerapp.formats.identifiers import Found, found_in, label
from readerapp.formats.opening import looks_like_text, whole_text
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped, decode

# Longer lines are no lists of papers, and looking through them would take seconds.
_LONGEST_LINE = 1_000_000
# A title, and perhaps its authors and where it appeared. More are prose.
_MOST_LINES_ABOVE_LINK = 3
_LOOKED_AT = 16 * 1024

_BULLET = re.compile(r"\A(?:[-*•·–—▪◦‣>#]+\s+|\(?\d{1,3}[.)]\s+|\[\d{1,4}\]\s+)")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,1000})\]\(\s*(https?://[^\s()]{1,2000})\s*\)")
# What stands before or behind an identifier and says nothing about the paper.
_ONLY_LABELS = re.compile(
    r"(?:(?:arxiv|preprint|doi|pmid|pmcid|isbn|url|link|pdf|abs|papers?|source|available at|and|also|both|cf|or|plus"
    r"|see|for (?:more )?details)(?!\w)|[\W_])*",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(r"(?:arxiv|doi|url|link|pdf|paper)\s?:\s*", re.IGNORECASE)
_LABEL_BEHIND = re.compile(r"\b(?:arxiv preprint|arxiv|preprint|doi|url|link|pdf)\Z", re.IGNORECASE)
_LONGEST_LABEL = 20
_SEPARATORS = " \t,;:.|<>-–—•·"
# Where papers have pages of their own whose addresses hold no identifier.
_PAPER_HOST_LIST = (
    "aclanthology.org dl.acm.org ecva.net ieeexplore.ieee.org ijcai.org jmlr.org link.springer.com nature.com "
    "ojs.aaai.org openaccess.thecvf.com openreview.net papers.nips.cc papers.neurips.cc proceedings.mlr.press "
    "proceedings.neurips.cc roboticsproceedings.org science.org sciencedirect.com semanticscholar.org usenix.org"
)
_PAPER_HOSTS = frozenset(_PAPER_HOST_LIST.split())


@dataclass(slots=True)
class _Paper:
    """A paper that the text names: by what, where to find it, and its title if that is said."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    year: int | None = None
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def record(self) -> Record:
        return Record(
            title=fields.one_line(self.title) or label(self.identifiers[0]),
            authors=[name for author in self.authors if (name := fields.one_line(author))],
            year=self.year,
            identifiers=self.identifiers,
            links=list(dict.fromkeys(self.links)),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and what is in it. `rest` is what is left without the addresses and identifiers; `in_one` whether that
    stands in one piece. `is_entry`: it begins as an entry of a list."""

    number: int
    text: str
    found: tuple[Found, ...]
    rest: str
    in_one: bool
    is_entry: bool

    @property
    def identifiers(self) -> list[Identifier]:
        return list(dict.fromkeys(one.identifier for one in self.found if one.identifier))

    @property
    def names_one_paper(self) -> bool:
        """Whether all that is found here can be of one paper: no two identifiers of one scheme."""
        schemes = [identifier.scheme for identifier in self.identifiers]
        return len(set(schemes)) == len(schemes) and bool(schemes or self.pages)

    @property
    def pages(self) -> list[str]:
        """Addresses that show no identifier but are of the kind that papers have."""
        return [one.url for one in self.found if one.url and not one.identifier and _is_paper_page(one.url)]


def read(source: Input) -> Reading:
    """Reads all of a text. Raises Refused when it is too long."""
    return Reading(Origin("pasted", source.name), _Pasted().items(whole_text(source)))


class _Pasted:
    """A text as it is gone through, line by line."""

    def __init__(self) -> None:
        self._entries: list[_Paper | Skipped] = []
        self._known: dict[Identifier, _Paper] = {}
        # Lines of which nothing has been made yet: a title whose link may follow.
        self._waiting: list[_Line] = []
        # The paper whose title stands above, on a line of its own: more lines about it may follow.
        self._open: _Paper | None = None
        # Lines in a row of which nothing was made: the first and the number of the last. They become one Skipped.
        self._lost: _Line | None = None
        self._lost_to = 0

    def items(self, text: str) -> Iterator[Item]:
        blank = False
        for number, raw in enumerate(text.split("\n"), 1):
            if not raw or raw.isspace():
                blank, self._open = True, None
                continue
            if len(raw) > _LONGEST_LINE:
                self._settle()
                why = f"A line of {len(raw):,} characters is no list of papers: “{_beginning(raw)}”."
                self._entries.append(Skipped(f"line {number}", why))
                continue
            line = _line(number, raw)
            if blank and (line.rest or len(self._waiting) > 1):
                self._lose(*self._waiting)
            self._take(line)
            blank = False
        self._settle()
        for entry in self._entries:
            yield entry.record() if isinstance(entry, _Paper) else entry

    def _take(self, line: _Line) -> None:
        if not line.found and (byline := byline_of(line.text)):
            self._settle()
            self._open = self._add(line, line, byline.title, byline.authors, byline.year)
        elif not line.found:
            self._open = None
            self._waiting.append(line)
            if len(self._waiting) > _MOST_LINES_ABOVE_LINK:
                self._lose(*self._waiting)
        elif not line.rest:
            self._take_names(line)
        else:
            self._take_both(line)

    def _take_names(self, line: _Line) -> None:
        """A line of identifiers and addresses alone: of the title before it, or each of a paper."""
        one = line.names_one_paper
        if one and self._open and not self._waiting and not line.is_entry and not _clash(self._open, line):
            self._name(self._open, line)
        elif one and self._waiting and not line.is_entry and is_title(self._waiting[0].text):
            title, *others = self._waiting
            authors = names_in(others[0].text) if others else ()
            self._waiting = []
            self._settle()
            self._open = self._add(line, title, title.text, authors)
            self._lose(*(others[1:] if authors else others))
        else:
            self._take_each(line)

    def _take_both(self, line: _Line) -> None:
        """A line with identifiers or addresses and words."""
        byline = byline_of(line.rest)
        if line.names_one_paper and line.in_one and byline:
            self._settle()
            self._add(line, line, byline.title, byline.authors, byline.year)
        elif line.names_one_paper and line.in_one and len(self._waiting) == 1 and names_in(line.rest):
            title = self._waiting.pop()
            self._settle()
            self._add(line, title, title.text, names_in(line.rest))
        elif line.names_one_paper and line.in_one and is_title(line.rest):
            self._settle()
            self._add(line, line, line.rest)
        else:
            self._take_each(line)
        self._open = None

    def _take_each(self, line: _Line) -> None:
        """Every identifier a paper by itself; words and other addresses are of none."""
        self._lose(*self._waiting)
        self._open = None
        if line.identifiers:
            self._settle()
        for identifier in line.identifiers:
            self._name(self._known.get(identifier) or self._new(), line, identifier)
        others = any(not one.identifier for one in line.found)
        if line.rest or others or not line.identifiers:
            self._lose(line)

    def _add(
        self, line: _Line, titled: _Line, title: str, authors: Sequence[str] = (), year: int | None = None
    ) -> _Paper:
        """The paper that a line names, with the title from `titled`; the one known before, if it is that."""
        paper = next((self._known[one] for one in line.identifiers if one in self._known), None) or self._new()
        if paper.title and paper.title.casefold() != title.casefold():
            self._lose(titled)
        paper.title = paper.title or title
        paper.authors = paper.authors or list(authors)
        paper.year = paper.year or year
        self._name(paper, line)
        return paper

    def _new(self) -> _Paper:
        paper = _Paper()
        self._entries.append(paper)
        return paper

    def _name(self, paper: _Paper, line: _Line, only: Identifier | None = None) -> None:
        """Gives a paper the identifiers and addresses of a line, or what belongs to one identifier in it."""
        for one in line.found:
            if only and one.identifier != only:
                continue
            if one.identifier and one.identifier not in paper.identifiers:
                paper.identifiers.append(one.identifier)
                self._known.setdefault(one.identifier, paper)
            if url := fields.http_url(one.url):
                is_pdf = "/pdf" in url or url.lower().endswith(".pdf")
                paper.links.append(Link("pdf" if is_pdf else "page", url))
            elif one.url:
                self._lose(line)

    def _lose(self, *lines: _Line) -> None:
        for line in lines:
            self._lost = self._lost or line
            self._lost_to = line.number
        self._waiting = []

    def _settle(self) -> None:
        """Makes a Skipped of the lines of which nothing was made so far."""
        self._lose(*self._waiting)
        if lost := self._lost:
            where = f"line {lost.number}" if lost.number == self._lost_to else f"lines {lost.number} to {self._lost_to}"
            why = "No paper was recognised in it"
            if lost.found:
                why = "Its words were not taken for a title" if lost.identifiers else "This address names no paper"
            self._entries.append(Skipped(where, f"{why}: “{_beginning(lost.text)}”."))
            self._lost = None


def _line(number: int, raw: str) -> _Line:
    written = raw.strip()
    bullet = _BULLET.match(written)
    text = _MARKDOWN_LINK.sub(r"\1 \2", written[bullet.end() :] if bullet else written)
    found = tuple(found_in(text))
    between = [0, *(place for one in found for place in (one.start, one.end)), len(text)]
    pieces = [text[start:end] for start, end in zip(between[0::2], between[1::2], strict=True)]
    pieces = [piece for piece in pieces if not _ONLY_LABELS.fullmatch(piece)]
    rest = _without_labels(" ".join(pieces)) if found else text
    return _Line(number, text, found, rest, len(pieces) == 1, bullet is not None)


def _without_labels(text: str) -> str:
    """What stood beside an identifier, without "arXiv:" before it or the bracket that was opened for it."""
    text = text.lstrip(_SEPARATORS + ")]")
    if label_before := _LABEL_BEFORE.match(text[:_LONGEST_LABEL]):
        text = text[label_before.end() :]
    while True:
        text = text.rstrip(_SEPARATORS + "([")
        label_behind = _LABEL_BEHIND.search(text[-_LONGEST_LABEL:])
        if not label_behind:
            return text
        text = text[: -len(label_behind[0])]


def _clash(paper: _Paper, line: _Line) -> bool:
    """Whether a line names another paper: it has an identifier of a scheme of which this one has another."""
    known = {identifier.scheme: identifier for identifier in paper.identifiers}
    return any(known.get(identifier.scheme, identifier) != identifier for identifier in line.identifiers)


def _is_paper_page(url: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return host in _PAPER_HOSTS or url.lower().endswith(".pdf")


def _beginning(text: str) -> str:
    text = fields.one_line(text, 100)
    return f"{text[:60].rstrip()}…" if len(text) > 60 else text


# Files of other programs, of which reading identifiers alone would lose nearly all: BibTeX, RIS, MEDLINE, XML, and the
# table that the csv format writes.
_OTHER_FORMATS = re.compile(
    r"(?:\s|%[^\n]*\n)*(?:@\w+\s*[{(]|(?:TY|PMID|FN) {0,2}-|%0 |<\?xml|id,title,authors,)", re.IGNORECASE
)


def _recognise(source: Input) -> int:
    if not looks_like_text(source.head) or not source.head.strip():
        return 0
    text = decode(source.head[:_LOOKED_AT])
    if re.match(r'\s*(?:\{\s*"|\[\s*[{\["])', text) or _OTHER_FORMATS.match(text):
        return 0
    if any(one.identifier for one in found_in(text)) or any(map(byline_of, text.split("\n")[:100])):
        return 50
    return 10


FORMAT = Format(
    name="pasted",
    label="identifiers, links and “Title — Authors” lines in any text",
    suffixes=(".txt",),
    recognise=_recognise,
    read=read,
)
