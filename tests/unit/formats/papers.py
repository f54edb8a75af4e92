"""Papers for hypothesis, with all that a format for references may have to carry."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from readerapp.formats import fields
from readerapp.names import Name, listed
from readerapp.records import Identifier, Link, Record, Status

# What formats take for their own, markup, and letters of many scripts.
_PIECES = [
    "TY  - JOUR", "ER  -", "<b>", "</i>", "<sub>2</sub>", "&amp;", "&uumll", "AT&T", "\\", "$x^2$", "Ü", "长", "😀",
    "'", '"', ": ",
]  # fmt: skip
_LETTERS = st.sampled_from("abcXYZ 019.,;:-_%&<>{}[]()$~^\t\x85\xa0\u200béßøŁÅ長ا😀")
words = st.lists(st.sampled_from(_PIECES) | st.text(_LETTERS, max_size=6), min_size=1, max_size=4).map(" ".join)
line = words.map(fields.one_line).filter(bool)
paragraphs = st.lists(words, min_size=1, max_size=5).map("\n".join).map(fields.paragraphs).map(str.strip)
name_part = st.text(st.sampled_from("abcXYZ .'-éßøŁÅ長ا"), min_size=1, max_size=12).map(fields.one_line).filter(bool)
names = st.builds(Name, name_part) | st.builds(Name, name_part, name_part, st.sampled_from(["", "Jr.", "III"]))
_days = st.dates(date(1000, 1, 1)).map(str)
dates = _days | _days.map(lambda day: day[:7])
_IDENTIFIERS = [
    Identifier("doi", "10.1000/abc"), Identifier("doi", "10.1000/abc(7)"), Identifier("arxiv", "2201.01234"),
    Identifier("arxiv", "math/0309136"), Identifier("pmid", "30000001"), Identifier("pmcid", "PMC6000001"),
    Identifier("isbn", "9780306406157"), Identifier("openreview", "aB3_dE9fGh"), Identifier("somewhere", "x:y 1"),
]  # fmt: skip
_LINKS = [
    Link("page", "https://example.org/a"), Link("page", "https://github.com/a/b"), Link("pdf", "https://example.org/p"),
    Link("code", "https://github.com/a/c"), Link("code", "https://example.org/c"),
    Link("page", "https://doi.org/10.1000/abc"),
    Link("page", "https://arxiv.org/abs/2301.00001"), Link("pdf", "https://example.org/a;https://example.org/b"),
]  # fmt: skip

TEXTS = (
    "volume", "issue", "publisher", "publisher-place", "language", "edition", "collection-title", "title-short",
    "call-number", "source", "number-of-volumes", "number", "section", "page", "genre", "container-title-short",
)  # fmt: skip
_NAMES = ("editor", "translator", "collection-editor")
TYPES = (
    "article", "article-journal", "article-magazine", "bill", "book", "chapter", "dataset", "entry-dictionary",
    "figure",
    "graphic", "hearing", "legal_case", "manuscript", "map", "paper-conference", "patent", "report", "software", "song",
    "speech", "standard", "thesis", "webpage",
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Papers as a library gives them out, without what only this program has."""
    published = draw(st.none() | dates)
    year = draw(st.integers(1000, 2100) if published is None else st.just(int(published[:4])) | st.integers(1000, 2100))
    details = draw(st.dictionaries(st.sampled_from(TEXTS), line, max_size=5))
    for name in draw(st.sets(st.sampled_from(_NAMES))):
        details[name] = listed(draw(st.lists(names, min_size=1, max_size=3)))
    venue = draw(st.just("") | line)
    if details.get("container-title-short") == venue or not venue:
        details.pop("container-title-short", None)
    if kind := draw(st.none() | st.sampled_from(TYPES)):
        details["type"] = kind
    if draw(st.booleans()):
        details["ISSN"] = "1234-5679"
    if draw(st.booleans()):
        details["accessed"] = draw(_days)
    return Record(
        title=draw(line),
        authors=draw(st.lists(names, max_size=4)),
        abstract=draw(st.just("") | paragraphs),
        venue=venue,
        year=draw(st.just(year) | st.none()) if published is None else year,
        published=published,
        keywords=fields.keywords(draw(st.lists(line.map(lambda text: text.replace(";", "")), max_size=4))),
        identifiers=draw(st.lists(st.sampled_from(_IDENTIFIERS), unique=True)),
        links=draw(st.lists(st.sampled_from(_LINKS), unique_by=lambda link: link.url)),
        citation_key=draw(st.none() | st.from_regex(r"\A[a-z]{2,9}[0-9]{4}[a-z]?\Z")),
        details=details,
    )


@st.composite
def readers_records(draw: st.DrawFn) -> Record:
    """Papers with what a reader made of them."""
    record = draw(records())
    record.tags = draw(st.lists(st.sampled_from(["thesis", "thesis/methods", "to read", "ä, ö", "a; b"]), unique=True))
    record.note = draw(st.just("") | paragraphs)
    record.status = draw(st.none() | st.sampled_from(Status))
    record.rating = draw(st.none() | st.integers(1, 5))
    return record
