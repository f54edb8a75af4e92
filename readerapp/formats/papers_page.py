"""The papers page (Hugging Face Papers is the model), copied as text or as HTML: titles, each with its abstract.

Copied text has no marks. What a paragraph is shows by its own form and by its place: furniture of the page by its
words, an abstract by its length and its sentences; a title is a short paragraph that is neither. In HTML the links to
the papers show the titles. Identifiers in the sentences of an abstract are of papers it speaks about, and never become
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import pairwise

from readerapp.formats import fields
from readerapp.formats.identifiers import Found, found_in, label, normalise
from readerapp.formats.links import links_in, relation
from readerapp.formats.opening import HEAD, looks_like_text, whole_text
from readerapp.formats.page_furniture import bare, date_of, is_furniture
from readerapp.formats.page_paragraphs import Paragraph, looks_like_html, of_html, of_text
from readerapp.records import Format, Identifier, Input, Item, Link, Origin, Reading, Record, Skipped, decode

# A paragraph longer than the first is an abstract; above the second it needs a sentence, below also a title before it.
_SURELY_ABSTRACT = 600
_LIKELY_ABSTRACT = 300
_WORDS_OF_A_SENTENCE = 12
_WORDS_OF_NO_TITLE = 25
# On a page with abstracts, a line with fewer words and no abstract is the name of somebody.
_WORDS_OF_A_TITLE = 4
_LONGEST_NAME = 60

_HEADING = re.compile(r"and the research community|get trending papers in your e-?mail inbox", re.IGNORECASE)
_MARKS = re.compile(
    rf"{_HEADING.pattern}|^submitted by\b|^paper\s*[•·|]\s*\d{{4}}\.\d{{4,5}}\b", re.IGNORECASE | re.MULTILINE
)
_PAPER_LINK = re.compile(r"""href\s*=\s*["']?[^"'\s>]*(?:/papers/|/abs/|arxiv\.org/)\d{4}\.\d""", re.IGNORECASE)
_SUBMITTED_BY = re.compile(r"submitted by\b[:\s]*(?P<name>.*)", re.IGNORECASE)
_PUBLISHED_ON = re.compile(r"published(?: on| at)?[:\s]+(?P<date>.{6,30})", re.IGNORECASE)
# The line under a title in collections: "Paper • 2512.19700 • Published Dec 3, 2025 • 2".
_UNDER_TITLE = re.compile(
    r"paper\s*[•·|]\s*(?P<id>\S+)(?:\s*[•·|]\s*published (?P<date>[^•·|]{6,20}))?.{0,40}", re.IGNORECASE
)
# A full stop that is not of "vs." or "U.S.".
_SENTENCE = re.compile(r"[^\W_]{3}[)\]\"”’']*\.[)\"”’']*(?:\s+\W?[^\W\d_a-z]|\s*\Z)|。")
_JSON_BEGINS = ('{"', "[{", '["')
_NO_TITLE_ENDS = (",", ";", ":")
_NO_TITLE_BEGINS = tuple("#*-|<{[")


@dataclass(slots=True)
class _Card:
    """A paper as it is put together: its title and all that belongs to it up to the next one."""

    title: str
    where: str
    abstract: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    published: date | None = None
    # What tells names from titles: another title stands right before it; behind it comes a dot or a date; it stands
    # above the heading of the page.
    below_title: bool = False
    dotted: bool = False
    above_page: bool = False

    def is_paper(self, has_abstracts: bool, is_last: bool) -> bool:
        """Whether this is one, on a page with or without abstracts, and no name or button that looked like a title."""
        if self.title.startswith(_JSON_BEGINS):
            return False
        if self.abstract or self.identifiers:
            return True
        words = len(self.title.split())
        short = words < _WORDS_OF_A_TITLE
        if has_abstracts and (self.dotted or (short and not is_last)):
            return False
        if self.dotted and self.below_title and short:
            return False
        return words > 1 and not self.above_page

    def takes_in(self, other: _Card) -> bool:
        """Takes in another card of the same title if it is the same paper, as when a page has each card in a narrow and
        in a wide form; answers whether it was."""
        if other is self:
            return False
        if self.abstract and other.abstract and self.abstract != other.abstract:
            return False
        if self.identifiers and other.identifiers and not set(self.identifiers) & set(other.identifiers):
            return False
        self.abstract = self.abstract or other.abstract
        self.identifiers.extend(other.identifiers)
        self.links.extend(other.links)
        self.published = self.published or other.published
        return True

    def has_name(self, name: _Card) -> None:
        """Takes over what stands behind the name of an organisation on its card."""
        self.links.extend(name.links)
        self.published = self.published or name.published

    def record(self) -> Record:
        abstract = fields.paragraphs("\n\n".join(self.abstract)).strip()
        identifiers = list(dict.fromkeys(self.identifiers))
        links = {link.url: link for link in [*links_in(abstract), *self.links]}
        return Record(
            title=fields.one_line(self.title) or label(identifiers[0]),
            abstract=abstract,
            year=self.published.year if self.published else None,
            published=self.published.isoformat() if self.published else None,
            identifiers=identifiers,
            links=list(links.values()),
        )


def read(source: Input) -> Reading:
    """Reads a whole page. Raises Refused when it is too long for one."""
    text = whole_text(source)
    paragraphs = of_html(text, source.name) if looks_like_html(text) else of_text(text)
    page = _LinkedPage(source.when) if any(paragraph.paper for paragraph in paragraphs) else _Page(source.when)
    for paragraph in paragraphs:
        page.take(paragraph)
    return Reading(Origin("papers-page", source.name, page.dated), page.items())


class _Page:
    """A page whose paragraphs come one by one, and what has been made of them."""

    def __init__(self, when: datetime | None) -> None:
        self.dated: date | None = None
        self._latest = _latest(when)
        self._entries: list[_Card | Skipped] = []
        self._card: _Card | None = None
        self._name_follows = False
        self._after_title = False

    def take(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if day := date_of(text, self._latest):
            self._furniture(paragraph, day)
        elif is_furniture(text):
            self._furniture(paragraph)
        elif not (self._is_name(text) or self._is_about_card(paragraph)):
            self._content(paragraph)

    def items(self) -> Iterator[Item]:
        """Everything that was found, in order: papers, and what could not be made one."""
        cards = [entry for entry in self._entries if isinstance(entry, _Card)]
        has_abstracts = sum(bool(card.abstract) for card in cards) * 2 >= len(cards)
        kept: list[_Card | Skipped] = []
        by_title: dict[str, _Card] = {}
        for entry in self._entries:
            if isinstance(entry, _Card):
                if not entry.is_paper(has_abstracts, is_last=entry is cards[-1]):
                    why = f"It does not look like a title: “{_beginning(entry.title)}”."
                    if kept and isinstance(kept[-1], _Card):
                        kept[-1].has_name(entry)
                    entry = Skipped(entry.where, why)
                elif by_title.setdefault(" ".join(entry.title.casefold().split()), entry).takes_in(entry):
                    continue
            kept.append(entry)
        for entry in kept:
            yield entry.record() if isinstance(entry, _Card) else entry

    def _furniture(self, paragraph: Paragraph, day: date | None = None) -> None:
        if day and self.dated is None and not any(isinstance(one, _Card) and one.abstract for one in self._entries):
            self.dated = day
        elif self._card and (day or not any(map(str.isalnum, paragraph.text))):
            self._card.dotted = True
        elif _HEADING.search(paragraph.text):
            for entry in self._entries:
                if isinstance(entry, _Card):
                    entry.above_page = True
        self._after_title = False

    def _is_name(self, text: str) -> bool:
        """Whether this says who brought the paper to the page."""
        submitted = _SUBMITTED_BY.fullmatch(bare(text)) if len(text) <= _LONGEST_NAME * 2 else None
        if submitted:
            self._name_follows = not submitted["name"]
            return True
        follows, self._name_follows = self._name_follows, False
        return follows and len(text) <= _LONGEST_NAME and len(text.split()) < _WORDS_OF_A_TITLE

    def _is_about_card(self, paragraph: Paragraph) -> bool:
        """Whether this is a line about the paper above it: an address or an identifier alone, or when it came out."""
        text, card = bare(paragraph.text), self._card
        if card is None:
            return False
        if matched := _UNDER_TITLE.fullmatch(text):
            identifier = normalise("huggingface", matched["id"])
            card.identifiers.extend([identifier] if identifier else [])
            card.published = date_of(matched["date"] or "", self._latest)
            return True
        if matched := _PUBLISHED_ON.fullmatch(text):
            card.published = date_of(matched["date"], self._latest)
            return card.published is not None
        if (found := _lone_address(text)) is None:
            return False
        if found.identifier:
            card.identifiers.append(found.identifier)
        elif (url := fields.http_url(found.url)) and not url.startswith("https://huggingface.co/login"):
            card.links.append(Link(relation(url), url))
        return True

    def _content(self, paragraph: Paragraph) -> None:
        if not _is_abstract(paragraph.text, bool(self._card and not self._card.abstract)):
            self._card = _Card(paragraph.text, paragraph.where, below_title=self._after_title)
            self._entries.append(self._card)
            self._after_title = True
        elif self._card:
            self._after_title = False
            self._card.abstract.append(paragraph.text)
        else:
            self._entries.append(_without_title(paragraph))


class _LinkedPage(_Page):
    """A page from HTML: what is a link to a paper is its title, the first time."""

    def __init__(self, when: datetime | None) -> None:
        super().__init__(when)
        self._cards: dict[Identifier, _Card] = {}

    def take(self, paragraph: Paragraph) -> None:
        if paragraph.paper:
            self._card = self._cards.get(paragraph.paper)
            if self._card is None:
                self._card = _Card("", paragraph.where, identifiers=[paragraph.paper])
                self._cards[paragraph.paper] = self._card
                self._entries.append(self._card)
        super().take(paragraph)

    def _furniture(self, paragraph: Paragraph, day: date | None = None) -> None:
        super()._furniture(paragraph, day)
        if self._card:
            # A button that leads to a repository, which has an owner and a name.
            self._card.links.extend(link for link in paragraph.links if link.rel == "code" and link.url.count("/") > 3)

    def _is_about_card(self, paragraph: Paragraph) -> bool:
        return paragraph.paper is None and super()._is_about_card(paragraph)

    def _content(self, paragraph: Paragraph) -> None:
        text, card = paragraph.text, self._card
        abstract = _is_abstract(text, under_title=card is not None and not card.abstract)
        if paragraph.paper and card and not card.title and not abstract:
            # "arXiv:2401.12345" or "here" leads to a paper but does not name it.
            card.title = "" if _lone_address(text) or len(text.split()) < 2 else text
        elif abstract and card is None:
            self._entries.append(_without_title(paragraph))
        elif abstract and card and text not in card.abstract:
            card.abstract.append(text)
            card.links.extend(paragraph.links)


def _is_abstract(text: str, under_title: bool) -> bool:
    """Whether a paragraph that is no furniture is an abstract, or goes on with one, and is not a title."""
    if len(text) > _SURELY_ABSTRACT:
        return True
    if len(text) > _LIKELY_ABSTRACT:
        return "." in text or "。" in text
    words = len(text.split())
    is_prose = _SENTENCE.search(text) is not None
    if under_title:
        return "。" in text or words >= _WORDS_OF_NO_TITLE or (is_prose and words >= _WORDS_OF_A_SENTENCE)
    return words >= _WORDS_OF_NO_TITLE and (is_prose or text[0].islower())


def _lone_address(text: str) -> Found | None:
    """The one address or identifier that a paragraph is, brackets and dots apart; None for any other paragraph."""
    if len(text) > fields.LONGEST_URL:
        return None
    found = list(found_in(text))
    if len(found) != 1 or any(map(str.isalnum, text[: found[0].start] + text[found[0].end :])):
        return None
    return found[0]


def _without_title(paragraph: Paragraph) -> Skipped:
    return Skipped(paragraph.where, f"There is no title before this text: “{_beginning(paragraph.text)}”.")


def _beginning(text: str) -> str:
    text = fields.one_line(text, 100)
    return f"{text[:60].rstrip()}…" if len(text) > 60 else text


def _latest(when: datetime | None) -> date:
    """The last day a page can bear that was copied then: the calendar may be ahead here or where the page is made."""
    moment = when or datetime.now(UTC)
    try:
        return max(moment.astimezone(UTC).date(), moment.astimezone().date())
    except (OverflowError, ValueError, OSError):
        return moment.date()


def _recognise(source: Input) -> int:
    if not looks_like_text(source.head):
        return 0
    text = decode(source.head)
    if looks_like_html(text):
        return 90 if _PAPER_LINK.search(text) else 45
    if text.lstrip().startswith(_JSON_BEGINS):
        return 0
    if _MARKS.search(text):
        return 95 if _HEADING.search(text) else 70
    paragraphs = [one.text for one in of_text(text) if not is_furniture(one.text)]
    if len(source.head) >= HEAD:
        # The last may be cut.
        del paragraphs[-1:]
    pairs = sum(
        len(below) > _LIKELY_ABSTRACT and _is_abstract(below, under_title=True) and _can_be_title(above)
        for above, below in pairwise(paragraphs)
    )
    if (pairs > 1 and pairs * 10 >= len(paragraphs) * 3) or (pairs == 1 and len(paragraphs) <= 4):
        return 60
    return 0


def _can_be_title(text: str) -> bool:
    return (
        len(text) <= _LIKELY_ABSTRACT
        and " " in text
        and not text.endswith(_NO_TITLE_ENDS)
        and not text.startswith(_NO_TITLE_BEGINS)
    )


FORMAT = Format(
    name="papers-page",
    label="papers page (copied text or HTML)",
    suffixes=(".txt", ".html"),
    recognise=_recognise,
    read=read,
)
