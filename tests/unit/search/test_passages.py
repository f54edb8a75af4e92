"""Passages: from which text of a paper, which piece of it, and that it is a piece of what is there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.library.language import parse, with_pdfs
from readerapp.library.passages import Passage, passages
from tests.unit.search.shelf import Planted, Shelf

FILLING = "Shelves are filled with care, and what stands on them is counted once a year by two people. "


def passage(shelf: Shelf, text: str, **fields: Any) -> Passage | None:
    """The passage of a paper with these fields for a query."""
    paper = shelf.add(**fields)
    return passages(shelf.connection, parse(text), [paper]).get(paper)


def marked(found: Passage | None) -> list[str]:
    assert found is not None
    return [found.text[start:end] for start, end in found.marks]


def test_the_piece_with_most_of_the_words(shelf: Shelf) -> None:
    abstract = f"A lent book. {FILLING * 3}The lent book came\nback late. {FILLING * 3}Nobody was late."
    found = passage(shelf, "late lent book", abstract=abstract)
    assert marked(found) == ["lent book", "late"]
    assert found is not None
    assert found.source == "abstract"
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert "The lent book came back late. Shelves are filled" in found.text
    assert abstract[found.start :].startswith("lent book came")


def test_a_short_text_is_shown_whole(shelf: Shelf) -> None:
    assert passage(shelf, "lent", abstract="  A book\tthat was lent. ") == Passage(
        "abstract", "A book that was lent.", ((16, 20),), 18
    )


def test_what_is_seen_in_the_row_needs_no_passage(shelf: Shelf) -> None:
    seen: dict[str, Any] = {"title": "Lent books", "byline": "Byron et al.", "venue": "Journal of Shelves"}
    assert passage(shelf, "lent byron shelves", authors=("Ada Byron",), **seen) is None
    found = passage(shelf, "berg", authors=("Ada Byron", "Kurt van der Berg"), **seen)
    assert found == Passage("author", "Ada Byron; Kurt van der Berg", ((24, 28),), 24)
    assert passage(shelf, "is:unread", abstract="unread", **seen) is None
    assert passage(shelf, "-lent", abstract="lent", **seen) is None


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"abstract": "a lent book", "note": "lent"}, "note"),
        ({"abstract": "a lent book", "highlights": (("a lent book", ""),)}, "highlight"),
        ({"abstract": "a lent book", "highlights": (("a lent book", "this lent book?"),)}, "comment"),
        ({"abstract": "a lent book", "takeaway": "a lent book"}, "abstract"),
        ({"abstract": "a book", "takeaway": "a lent book"}, "takeaway"),
        ({"abstract": "a lent book", "keywords": ("lent", "book")}, "abstract"),
        ({"keywords": ("lent", "book")}, "keyword"),
        # What the title has anyway does not make the reader's words better than an abstract that has more.
        ({"title": "Book", "abstract": "a lent book", "note": "book"}, "abstract"),
        ({"title": "Book", "abstract": "a lent book", "note": "lent"}, "note"),
        ({"title": "Lent book", "abstract": "a lent book", "note": "book"}, "note"),
        ({"title": "Lent book", "abstract": "a lent book"}, "abstract"),
    ],
)
def test_the_readers_own_words_go_before(shelf: Shelf, fields: dict[str, Any], source: str) -> None:
    found = passage(shelf, "lent book", **fields)
    assert found is not None
    assert found.source == source


def test_a_passage_of_a_pdf_says_where_it_stands(shelf: Shelf) -> None:
    pages = ("Nothing.", f"A book. {FILLING}", f"{FILLING * 2}A book that was\nlent.")
    found = passage(shelf, "pdf:lent pdf:book", abstract="a lent book", pdf_pages=pages)
    assert found is not None
    assert (found.source, found.number, pages[2][found.start :][:4]) == ("pdf", 3, "book")
    assert marked(found) == ["book", "lent"]
    (sha256,) = shelf.connection.execute("SELECT sha256 FROM attachment").fetchone()
    assert found.sha256 == sha256
    assert passage(shelf, "lent", pdf_pages=pages) is None
    paper = shelf.add(abstract="a book", pdf_pages=pages)
    assert passages(shelf.connection, with_pdfs(parse("lent")), [paper])[paper].source == "pdf"
    assert passages(shelf.connection, with_pdfs(parse("book")), [paper])[paper].source == "abstract"


def test_which_highlight_it_is(shelf: Shelf) -> None:
    found = passage(shelf, "third", highlights=(("one", ""), ("two", "and a third"), ("three", "")))
    assert found == Passage("comment", "and a third", ((6, 11),), 6, 1)


def test_a_word_of_one_field_is_looked_for_there(shelf: Shelf) -> None:
    both = {"title": "Untitled", "abstract": "lent", "note": "lent", "keywords": ("lent",)}
    for text, source in (("note:lent", "note"), ("abstract:lent", "abstract"), ("keyword:lent", "keyword")):
        found = passage(shelf, text, **both)
        assert found is not None
        assert found.source == source
    assert passage(shelf, "title:lent", **both) is None


def test_papers_that_are_gone_have_none(shelf: Shelf) -> None:
    paper = shelf.add(abstract="lent")
    assert list(passages(shelf.connection, parse("lent"), [paper, 99])) == [paper]
    assert passages(shelf.connection, parse("lent"), []) == {}


def test_a_text_without_blanks_is_cut_anywhere(shelf: Shelf) -> None:
    found = passage(shelf, "模型", abstract="深度学习" * 100 + "模型" + "方法" * 200)
    assert marked(found) == ["模型"]
    assert found is not None
    assert 120 <= len(found.text) <= 160


WORDS = [
    "lent", "Book", "shelves", "Łódź", "pre-training", "café", "深度", "α", "counted", "once", "twice", "and", "\n",
]  # fmt: skip
written = st.lists(st.sampled_from(WORDS), max_size=90).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Planted,
        title=st.sampled_from(["Untitled", "A lent book"]),
        abstract=written,
        note=written.map(str.strip),
        keywords=st.lists(st.sampled_from(WORDS[:-1]), max_size=3).map(tuple),
        highlights=st.lists(st.tuples(written.filter(str.strip), written), max_size=2).map(tuple),
    ),
    st.lists(st.sampled_from(["lent", "book", "shel", "lodz", "pretraining", "深", "alpha", "once twice"]), min_size=1),
)
def test_every_passage_is_a_marked_piece_of_its_source(new_shelf: Any, paper: Planted, words: list[str]) -> None:
    shelf: Shelf = new_shelf()
    added = shelf.put(paper)
    text = " OR ".join(f'"{word}"' for word in words)
    found = passages(shelf.connection, parse(text, typing=True), [added]).get(added)
    if found is None:
        return
    source = {
        "note": paper.note,
        "abstract": paper.abstract,
        "keyword": "; ".join(paper.keywords),
        "highlight": paper.highlights[found.number][0] if paper.highlights else "",
        "comment": paper.highlights[found.number][1] if paper.highlights else "",
    }[found.source]
    assert found.text.strip("…") in " ".join(source.split())
    assert len(found.text) <= 160
    assert "\n" not in found.text
    assert found.marks
    end = 0
    for start, stop in found.marks:
        assert end <= start < stop <= len(found.text)
        end = stop
    assert " ".join(source[found.start :].split()).startswith(tuple(" ".join(marked(found)).split()))
