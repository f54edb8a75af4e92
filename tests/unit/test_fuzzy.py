"""Fuzzy matching: what is found, how well, and where. Every way to find the letters is tried to see the best."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.actions.fuzzy import Match, Text, words

LETTERS = "abAB1/ -é"
texts = st.text(LETTERS, max_size=9)
typed_words = st.text("ab1/-e", min_size=1, max_size=4)


def find(typed: str, text: str) -> Match | None:
    return Text(text).match(words(typed))


def bonus(text: str, at: int) -> int:
    """What a place counts more, said as fzf says it."""
    before, here = (text[at - 1] if at else " "), text[at]
    if here.isalnum() or here == "/":
        if before == " ":
            return 10
        if before == "/":
            return 9
        if not before.isalnum():
            return 8
    if before.islower() and here.isupper():
        return 7
    if here.isdigit() and not before.isdigit():
        return 7
    return 10 if here == " " else 0 if here.isalnum() else 8


def score_of(text: str, places: tuple[int, ...]) -> int:
    """The score of one way to find the letters, counted step by step."""
    score = run = 0
    for n, at in enumerate(places):
        more = bonus(text, at)
        if n == 0:
            score, run = 16 + 2 * more, more
            continue
        gap = at - places[n - 1] - 1
        if gap:
            score, run = score - 3 - (gap - 1), more
        elif more >= 8 and more > run:
            run = more
        else:
            more = max(more, run, 4)
        score += 16 + more
    return score


def best_of(typed: str, text: str) -> int | None:
    folded = text.lower().replace("é", "e")
    ways = [
        places for places in combinations(range(len(text)), len(typed)) if "".join(folded[at] for at in places) == typed
    ]
    return max((score_of(text, places) for places in ways), default=None)


@given(typed_words, texts)
def test_the_best_of_all_ways_is_found(typed: str, text: str) -> None:
    found = find(typed, text)
    best = best_of(typed, text)
    if found is None:
        assert best is None
    else:
        assert found.score == best == score_of(text, found.places)


@given(typed_words, st.text("ab", min_size=8, max_size=14))
def test_the_best_of_all_ways_is_found_among_many(typed: str, text: str) -> None:
    found = find(typed, text)
    assert (found.score if found else None) == best_of(typed, text)


@given(st.text(max_size=30), st.text(max_size=60))
def test_what_is_found_is_there_in_order(typed: str, text: str) -> None:
    prepared = Text(text)
    found = prepared.match(words(typed))
    if found is not None:
        assert list(found.places) == sorted(set(found.places))
        assert all(0 <= place < len(prepared.text) for place in found.places)


@given(st.text(min_size=1, max_size=40))
def test_every_text_has_itself(text: str) -> None:
    found = Text(text).match(words(text))
    assert found is not None


@given(st.lists(st.text("abc", min_size=1, max_size=3), max_size=3), st.text("abc ", max_size=20))
def test_the_order_of_words_does_not_matter(parts: list[str], text: str) -> None:
    assert find(" ".join(parts), text) == find(" ".join(reversed(parts)), text)


@pytest.mark.parametrize(
    ("typed", "text", "first", "end", "score"),
    [  # what fzf's own tests expect
        ("oBZ", "fooBarbaz1", 2, 9, 3 * 16 + 7 - 3 - 3),
        ("fbb", "foo bar baz", 0, 9, 3 * 16 + 10 * 2 + 10 * 2 - 2 * 3 - 4),
        ("rdoc", "/AutomatorDocument.icns", 9, 13, 4 * 16 + 7 + 2 * 4),
        ("zshc", "/man1/zshcompctl.1", 6, 10, 4 * 16 + 9 * 2 + 9 * 3),
        ("zshc", "/.oh-my-zsh/cache", 8, 13, 4 * 16 + 8 * 2 + 8 * 2 - 3 + 9),
    ],
)
def test_scores_are_those_of_the_standard(typed: str, text: str, first: int, end: int, score: int) -> None:
    found = find(typed, text)
    assert found is not None
    assert (found.places[0], found.places[-1] + 1) == (first, end)
    assert found.score == score


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("ff", "fuzzy-finder", "fuzzyfinder"),
        ("foob", "foobar", "foo-bar"),
        ("up", "Up next", "Group by venue"),
        ("trash", "Move to the trash", "The right ash"),
        ("gen", "thesis/generalization", "reading engine"),
    ],
)
def test_beginnings_of_words_and_runs_come_first(typed: str, better: str, worse: str) -> None:
    one, other = find(typed, better), find(typed, worse)
    assert one is not None
    assert other is not None
    assert one.score > other.score


def test_case_accents_and_ligatures_do_not_matter() -> None:
    assert find("LODZ", "Łódź") == Match(find("lodz", "lodz").score, (0, 1, 2, 3))  # type: ignore[union-attr]
    ligature = find("fine", "a ﬁne text")
    assert ligature is not None
    assert ligature.places == (2, 3, 4)
    combining = Text("re\u0301sume\u0301")
    assert combining.text == "résumé"
    assert combining.match(words("resume")) == Match(Text("resume").match(words("resume")).score, (0, 1, 2, 3, 4, 5))  # type: ignore[union-attr]


def test_words_are_found_each_for_itself() -> None:
    found = find("read mark", "Mark read")
    assert found is not None
    assert found.places == (0, 1, 2, 3, 5, 6, 7, 8)
    assert find("mark unread", "Mark read") is None
    assert find("   ", "Mark read") == Match(0, ())
    assert find("", "") == Match(0, ())


def test_a_long_text_is_matched_in_its_beginning() -> None:
    text = "a" * 5000 + " end"
    assert find("end", text) is None
    assert find("a" * 200, text) is not None
