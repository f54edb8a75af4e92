"""A page as a row of paragraphs, from copied text or from HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from readerapp.errors import Refused
from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import identifier_of_url
from readerapp.formats.links import relation
from readerapp.records import Identifier, Link

# Far more than any page: a saved one of Hugging Face has about one MB. The parser takes a second for four.
LONGEST_HTML = 16 * 2**20

_HTML = re.compile(
    r"\s*(?:<!doctype html|<!--|<\?xml|<(?:html|head|body|meta|div|span|p|a|article|section|ul|h\d|table)\b)", re.I
)
# Where a line of a page ends, and with it a paragraph.
_BLOCK_ELEMENTS = (
    "address article aside blockquote body br button caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol option p pre section select "
    "summary table tbody td tfoot th thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
_UNSEEN = frozenset({"script", "style", "svg", "template", "noscript", "math", "object", "iframe", "head"})
_OUT_OF_PLACE = re.compile(r"<!\[|<+(?=<)")


@dataclass(slots=True)
class Paragraph:
    """What stands on one line or in one block of a page, without the blanks around it. `where` says which.

    From HTML alone: `paper` is where its link leads, when that is a paper; `links` are the other addresses in it.
    """

    text: str
    where: str
    paper: Identifier | None = None
    links: list[Link] = field(default_factory=list)


def of_text(text: str) -> list[Paragraph]:
    """The paragraphs of a text. A blank line ends one, and so does every line end, except in a block of lines that
    a program has wrapped."""
    found: list[Paragraph] = []
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line := line.strip():
            block.append(line)
            continue
        start = number - len(block)
        if _is_wrapped(block):
            found.append(Paragraph(" ".join(block), f"line {start}"))
        else:
            found.extend(Paragraph(written, f"line {start + at}") for at, written in enumerate(block))
        block = []
    return found


def looks_like_html(text: str) -> bool:
    """Whether a text begins as HTML does, or a part of it on the clipboard."""
    return _HTML.match(text) is not None


def of_html(text: str, name: str) -> list[Paragraph]:
    """The paragraphs of HTML. Nothing in it is run or fetched. Raises Refused when it is longer than 16 MB."""
    if len(text) > LONGEST_HTML:
        raise Refused(f"{name} is longer than {LONGEST_HTML // 2**20} MB of HTML.", "Copy the part with the papers.")
    parser = _Parser()
    # The parser raises an exception for sections that only SGML has, and takes long for a thousand "<" in a row. It is
    # not told of the end: what is open there would be gone through again from each of its characters.
    parser.feed(_OUT_OF_PLACE.sub(" ", text))
    parser.end_paragraph()
    return parser.found


class _Parser(HTMLParser):
    """Collects paragraphs. Knows no nesting but of what is not seen, so depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self._pieces: list[str] = []
        self._links: list[Link] = []
        self._paper: Identifier | None = None
        self._unseen = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            self._depth += tag == self._unseen
        elif tag in _UNSEEN:
            self._unseen, self._depth = tag, 1
        elif tag == "a":
            self._begin_link(dict(attrs).get("href") or "")
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            if not self._depth:
                self._unseen = ""
        elif tag == "a" and self._paper:
            self.end_paragraph()
            self._paper = None
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS and not self._unseen:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(data)

    def end_paragraph(self) -> None:
        text = " ".join("".join(self._pieces).split())
        self._pieces = []
        if text:
            self.found.append(Paragraph(text, f"part {len(self.found) + 1}", self._paper, self._links))
            self._links = []

    def _begin_link(self, address: str) -> None:
        if address.startswith("/papers/"):
            address = f"https://huggingface.co{address}"
        elif address.startswith(("/abs/", "/pdf/")):
            address = f"https://arxiv.org{address}"
        paper = identifier_of_url(address)
        if paper:
            self.end_paragraph()
            self._paper = paper
        elif url := http_url(address):
            self._links.append(Link(relation(url), url))


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether these lines are one paragraph: of about the same width, most going on in the middle of a sentence."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in lines[:-1]]
    if not 40 <= max(widths) <= 140 or min(widths) < max(widths) * 0.6:
        return False
    return sum(line[0].islower() for line in lines[1:]) * 2 >= len(lines) - 1
