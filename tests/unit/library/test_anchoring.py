"""Highlights are found again in texts that have changed, or are lost; they never come to stand somewhere else."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from readerapp.library.anchoring import CONTEXT, Place, _aligned, _errors, anchor, locate, places, sections
from readerapp.records import HighlightRecord

SPOKEN = (
    "we show that larger batches need fewer steps when the rate grows with their size and noise stays small for every"
    " model trained so far although wide networks forget earlier tasks unless replay keeps old examples near new ones"
)
WORDS = SPOKEN.split()
LETTERS = st.sampled_from("abcdefg ,.-\n\u00e9\U0001d431")


def sentences(seed: int, count: int) -> str:
    """Running text of so many words, the same for the same seed."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) + chosen.choice(("", "", "", ",", ".")) for _ in range(count))


def errors(one: str, other: str) -> int:
    """The fewest insertions, deletions and substitutions between two texts, row by row (Wagner and Fischer)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, its in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != its))
    return row[-1]


texts = st.builds(sentences, st.integers(0, 10_000), st.integers(40, 160))
edits = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 4), st.text(LETTERS, max_size=5))


def edited(text: str, changes: list[tuple[float, int, str]]) -> str:
    """A text with pieces of it, at these shares of its length, replaced by others."""
    for share, length, new in changes:
        at = int(share * len(text))
        text = text[:at] + new + text[at + length :]
    return text


@st.composite
def marked(draw: st.DrawFn, least: int = 3, most: int = 20) -> tuple[str, int, int]:
    """A text and the words of it, from one place to another, that are marked."""
    text = draw(texts)
    words = text.split(" ")
    first = draw(st.integers(0, len(words) - least - 1))
    last = draw(st.integers(first + least, min(first + most, len(words))))
    start = len(" ".join([*words[:first], ""]))
    return text, start, start + len(" ".join(words[first:last]))


@given(st.text("ab\n cé𝐱", max_size=80), st.integers(0, 80), st.integers(0, 30))
def test_a_passage_is_found_where_it_was_marked(text: str, start: int, length: int) -> None:
    if not text[start : start + length].strip():
        with pytest.raises(ValueError, match="nothing between"):
            anchor(text, start, start + length)
        return
    mark = anchor(text, start, start + length)
    assert mark.quote == text[start : start + length].strip()
    assert mark.start is not None
    end = mark.start + len(mark.quote)
    assert (text[: mark.start][-CONTEXT:], text[end:][:CONTEXT]) == (mark.prefix, mark.suffix)
    assert locate(text, mark) == (mark.start, end)


@given(marked(), st.lists(edits, max_size=4), st.lists(edits, max_size=4))
def test_edits_outside_it_do_not_lose_it(
    given_text: tuple[str, int, int], before: list[tuple[float, int, str]], after: list[tuple[float, int, str]]
) -> None:
    text, start, end = given_text
    mark = anchor(text, start, end)
    # What stands next to it on one side is left as it is; that is what tells it from the same words elsewhere.
    kept = max(end - CONTEXT, end)
    head, tail = edited(text[:start], before), text[end : kept + CONTEXT] + edited(text[kept + CONTEXT :], after)
    assert locate(head + mark.quote + tail, mark) == (len(head), len(head) + len(mark.quote))


@given(marked(least=9), st.text(LETTERS, max_size=200), st.text(LETTERS, max_size=200))
def test_a_long_quote_is_found_whatever_stands_around_it(
    given_text: tuple[str, int, int], before: str, after: str
) -> None:
    mark = anchor(*given_text)
    assume(len(mark.quote) >= 40)
    text = f"{before} {mark.quote} {after}"
    assert locate(text, mark) == (len(before) + 1, len(before) + 1 + len(mark.quote))


@given(marked(least=4), st.lists(edits, min_size=1, max_size=2), st.lists(edits, max_size=2))
def test_small_edits_inside_do_not_lose_it(
    given_text: tuple[str, int, int], inside: list[tuple[float, int, str]], before: list[tuple[float, int, str]]
) -> None:
    text, start, end = given_text
    mark = anchor(text, start, end)
    new, head = edited(mark.quote, inside), edited(text[:start], before)
    changed = errors(mark.quote, new)
    assume(0 < changed <= len(mark.quote) // 4)
    found = locate(head + new + text[end:], mark)
    assert found is not None
    assert abs(found[0] - len(head)) <= 2 * changed + 1
    assert abs(found[1] - len(head) - len(new)) <= 2 * changed + 1


@given(marked(least=1), texts)
def test_what_is_found_is_much_the_same(given_text: tuple[str, int, int], other: str) -> None:
    """In quite another text nothing is found but what differs little, and has the same around it or is long."""
    mark = anchor(*given_text)
    found = locate(other, mark)
    if found:
        words = other[slice(*found)]
        assert errors(mark.quote, words) <= len(mark.quote) // 4
        around = min(
            errors(mark.prefix, other[max(found[0] - len(mark.prefix), 0) : found[0]]),
            errors(mark.suffix, other[found[1] : found[1] + len(mark.suffix)]),
        )
        edge = found[0] <= 2 or found[1] >= len(other) - 2
        assert len(words) >= 40 or around <= CONTEXT / 2 or edge or found[0] == mark.start


@given(marked(least=2, most=5))
def test_words_that_are_gone_are_lost(given_text: tuple[str, int, int]) -> None:
    text, start, end = given_text
    mark = anchor(text, start, end)
    found = locate(text[:start] + text[end:], mark)
    if found:
        # The same words, or nearly so, between the same others: nobody could tell them apart.
        words = (text[:start] + text[end:])[slice(*found)]
        assert errors(mark.quote, words) <= len(mark.quote) // 4
        assert abs(found[0] - start) <= CONTEXT + len(mark.quote)


def test_the_same_words_elsewhere_are_not_taken_for_it() -> None:
    other = "Nothing is known of how well large language models reason about code."
    text = f"Small ones forget, so we train large language models on text. {other}"
    mark = anchor(text, text.index("large"), text.index(" on text"))
    assert mark.quote == "large language models"
    assert locate(text, mark) == (31, 52)
    assert locate(other, mark) is None
    assert locate(f"{other} {text}", mark) == (len(other) + 32, len(other) + 53)


def test_a_sentence_like_it_is_not_taken_for_it() -> None:
    text = "Method one beats method two on every set. Some words between. Method two beats method one on no set."
    mark = anchor(text, 0, 41)
    assert locate(text[42:], mark) is None
    assert locate(text.replace("every set", "each set"), mark) == (0, 40)


def test_blanks_and_line_ends_are_alike() -> None:
    text = "It was said\nbefore, and is  said again."
    assert locate(text, HighlightRecord("was said before", start=40)) == (3, 18)
    assert locate(text, replace(anchor("and is said again.", 0, 17), prefix="before, ")) == (20, 38)


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        (HighlightRecord("the net"), (0, 7)),
        (HighlightRecord("the net", start=8), (8, 15)),
        (HighlightRecord("the net", start=9), (8, 15)),
        (HighlightRecord("the net", prefix="net\n"), (8, 15)),
        (HighlightRecord("the net", prefix="somewhere else, ", start=700), None),
        (HighlightRecord("the gnat"), None),
        (HighlightRecord(" ", start=3), (3, 4)),
        (HighlightRecord(" ", start=2), None),
        (HighlightRecord("", start=2), None),
        (HighlightRecord("the net", start=-2), (0, 7)),
    ],
)
def test_what_others_wrote_is_found_by_what_they_wrote(mark: HighlightRecord, place: Place | None) -> None:
    assert locate("the net\nthe net, caught", mark) == place


@given(st.text("abc", min_size=1, max_size=12), st.text("abcd", max_size=24))
@example("a", "")
def test_errors_are_counted_as_they_are(pattern: str, text: str) -> None:
    for end, found in enumerate(_errors(pattern, text), 1):
        assert found == min(errors(pattern, text[start:end]) for start in range(end + 1))
    for end, found in enumerate(_errors(pattern, text, anchored=True), 1):
        assert found == errors(pattern, text[:end])
    fewest, length = _aligned(pattern, text)
    assert fewest == errors(pattern, text[:length]) == min(errors(pattern, text[:end]) for end in range(len(text) + 1))


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(st.none() | spans, max_size=8))
def test_sections_cover_what_the_places_cover(found: list[Place | None]) -> None:
    parts = sections(found)
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(parts))
    over = {at: set(numbers) for start, end, numbers in parts for at in range(start, end)}
    for at in range(50):
        assert over.get(at, set()) == {n for n, place in enumerate(found) if place and place[0] <= at < place[1]}
    for _, _, numbers in parts:
        lengths = [place[1] - place[0] for n in numbers if (place := found[n])]
        assert lengths == sorted(lengths)


def test_all_of_many_highlights_are_found_in_a_corrected_abstract() -> None:
    text = sentences(3, 200)
    marks = [anchor(text, start, start + 24) for start in range(0, len(text) - 24, 24)]
    gone = [HighlightRecord("q" * 30, prefix="x" * 32, suffix="y" * 32, start=n) for n in range(50)]
    corrected = text.replace("larger", "bigger").replace("noise", "noises")
    found = places(corrected, [*gone, *marks])
    assert found[:50] == [None] * 50
    assert sum(place is None for place in found[50:]) <= len(marks) // 10


def test_texts_of_any_length_take_little_time() -> None:
    """Nothing here grows with the product of lengths: it would take hours."""
    long = sentences(1, 200_000)
    marks = [HighlightRecord("q" * length, prefix="x" * 32, suffix="y" * 32, start=9) for length in (8, 900, 900_000)]
    assert places(long, marks) == [None, None, None]
    assert places("a " * 500_000, [HighlightRecord("a", prefix="b" * 32, start=1)]) == [None]
