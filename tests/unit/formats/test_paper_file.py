"""A paper as a Markdown file: what it looks like, that the note is there to the letter, and that it comes back."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.front_matter import Malformed
from readerapp.formats.paper_file import EDITABLE, editable, paper_of, read, shown, tag_as_written, write
from readerapp.records import HighlightRecord, Identifier, Link, Record, Status

PAPER = Record(
    id=7,
    title="Sorting: *Mostly* Sorted Lists",
    authors=["Ada Example", "Björn Beispiel"],
    venue="Workshop on Order",
    year=2017,
    identifiers=[Identifier("arxiv", "1705.08741")],
    links=[Link("code", "https://example.org/code")],
    citation_key="example2017",
    status=Status.READING,
    rating=4,
    tags=["thesis/next", "machine learning", "2024"],
    takeaway="Less: work.",
    queue=2,
    abstract="We sort $n\\log n$ things [[fast]] and #well, 100%% of them.\n\n# Not a heading <b>",
    highlights=[
        HighlightRecord("We sort $n\\log n$ things", meaning="claim", comment="Really?\nSo it seems.", id=12),
        HighlightRecord("of them", id=13, target="attachment:" + "0" * 64, page=3),
    ],
    added=datetime(2026, 1, 2, tzinfo=UTC),
)

WRITTEN = r"""---
title: "Sorting: *Mostly* Sorted Lists"
authors:
  - Ada Example
  - Björn Beispiel
year: 2017
venue: Workshop on Order
citation_key: example2017
identifiers:
  - "arxiv:1705.08741"
links:
  - "https://example.org/code"
status: reading
starred: false
rating: 4
tags:
  - thesis/next
  - machine-learning
  - "_2024"
takeaway: "Less: work."
queue: 2
added: 2026-01-02
id: readerapp-7
aliases: [sorting]
---

# Sorting: \*Mostly\* Sorted Lists

Ada Example, Björn Beispiel · Workshop on Order 2017 · [arXiv:1705.08741](https://arxiv.org/abs/1705.08741)

## Abstract

We sort $n\log n$ things \[\[fast\]\] and \#well, 100\%\% of them.

\# Not a heading \<b\>

## Highlights

> We sort $n\log n$ things
>
> **claim**
>
> Really?
>
> So it seems.

^h12

> of them
>
> p. 3

^h13

<!-- readerapp writes what stands above. From below, the note comes back when you change it; from the top, status, starred, rating, tags and takeaway do. -->

## Note

# My own

- [ ] ask
"""  # noqa: E501


def test_what_a_file_looks_like() -> None:
    assert write(PAPER, "# My own\n\n- [ ] ask", "aliases: [sorting]\n") == WRITTEN


def test_a_bare_paper_is_a_short_file() -> None:
    text = write(Record(id=1, title="Bare"), "")
    assert "## Abstract" not in text
    assert "venue" not in text
    assert text.endswith("## Note\n")
    assert read(text.encode()).note == ""


notes = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80) | st.sampled_from(
    ["\n", "\n\nx\n\n", "a\r\nb", "---\n", "## Note\n\nagain", "x\r", "> q\n\n^h12", "\ufeff", "```\nopen"]
)
lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(note=notes, title=lines, quote=lines, comment=lines, takeaway=lines, tags=st.lists(lines, max_size=3))
def test_the_note_is_there_to_the_letter_whatever_stands_above(
    note: str, title: str, quote: str, comment: str, takeaway: str, tags: list[str]
) -> None:
    marks = [HighlightRecord(quote, comment=comment, meaning=title, id=1)]
    paper = Record(
        id=3, title=title, abstract=f"{quote}\n\n{comment}", highlights=marks, takeaway=takeaway, tags=tags, venue=quote
    )
    found = read(write(paper, note).encode())
    assert found.note == note
    assert found.paper == 3
    assert {key: found.fields[key] for key in EDITABLE} == editable(paper)


def test_what_the_reader_has_in_the_front_matter_stays() -> None:
    edited = WRITTEN.replace("year: 2017\n", "year: 2017\n# see below\nmine:\n  deep: [1, 2]\n")
    found = read(edited.encode())
    assert found.own == "# see below\nmine:\n  deep: [1, 2]\naliases: [sorting]\n"
    assert "mine" not in found.fields


def test_a_file_saved_anew_by_an_editor_of_windows_says_the_same() -> None:
    found = read(b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode())
    assert found == read(WRITTEN.encode())


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "missing"), (b"# Mine\n", "missing"), (b"---\ntitle: x\n", "no end"), (b"---\n---\nx", "heading"),
        (b"---\na: [\n---\n## Note\n", "no YAML, see line"), (b"---\n---\n## Note\n\0", "NULs"),
        (b"---\n---\n## Note\n\xff", "UTF-8"), (b"x" * (2**26 + 1), "longer"), (b"---\n" + b"\n" * 2_000_000, "no end"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_gets_a_sentence(raw: bytes, why: str) -> None:
    with pytest.raises(Malformed, match=why) as error:
        read(raw)
    assert str(error.value).endswith(".")


@given(raw=st.binary(max_size=200).map(lambda tail: b"---\n" + tail))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(Malformed):
        assert read(raw).paper >= 0


def test_whose_file_it_is_can_be_seen_at_its_beginning() -> None:
    assert paper_of(WRITTEN[:2000]) == 7
    assert paper_of(WRITTEN.replace("id: readerapp-7", "id: '20240102'")) == 0
    assert paper_of("id: readerapp-7\n") == 0


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("thesis/related work", "thesis/related-work"), ("C++ & more", "C-more"), ("2024", "_2024"),
        ("Zürich", "Zürich"),
        ("a / b", "a/b"), ("+", "-"), ("🎓 uni", "🎓-uni"), ("snake_case-x", "snake_case-x"),
    ],
)  # fmt: skip
def test_tags_are_written_as_both_programs_take_them(name: str, written: str) -> None:
    assert tag_as_written(name) == written


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("$x_1$ and \\alpha", "$x_1$ and $\\alpha$"), ("costs $5 to $9", "costs \\$5 to \\$9"),
        ("==loud==", r"\=\=loud\=\="),
        ("a ^b1", r"a \^b1"), ("- a", r"\- a"), ("1. a", r"1\. a"), ("$\\href{x}{y}$", None), ("Erd\\H{o}s", "Erdős"),
    ],
)  # fmt: skip
def test_texts_of_strangers_are_shown_as_they_are(text: str, line: str | None) -> None:
    assert shown(text) == line or (line is None and "$\\href" not in shown(text))
