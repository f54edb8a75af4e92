"""What is marked is what the search found: checked against SQLite's own index, with the forms the library stores."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readerapp.library.folding import also, has_word, query_forms
from readerapp.library.language import Words, parse
from readerapp.library.marking import Marker, marks

# Pieces that are put together with or without something between them.
PIECES = [
    "deep", "learning", "Deeper", "pre", "training", "PRE", "a", "x", "Łódź", "straße", "ﬁne", "cafe\u0301", "naïve",
    "α", "β", "αβ", "\\alpha", "\\varepsilon", "epsilon", "alpha", "深", "深度学习", "学习", "モデル", "한국", "𝐱",
    "²", "2024", "05", "🦙", "C++", "Й", "ß", "ss",
]  # fmt: skip
BETWEEN = ["", " ", " ", "-", "-", ", ", "\u2010", "\u00ad", "\n", "_", "("]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """An index of one text and its further forms, as the library has it."""
    connection = sqlite3.connect(tmp_path_factory.mktemp("index") / "index.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = 0")
    connection.execute(
        "CREATE VIRTUAL TABLE one USING fts5(text, also, tokenize = 'unicode61 remove_diacritics 2')",
    )
    yield connection
    connection.close()


def finds(index: sqlite3.Connection, text: str, word: Words) -> bool:
    """Whether the index finds a word in a text."""
    index.execute("DELETE FROM one")
    index.execute("INSERT INTO one VALUES (?, ?)", (text, also(abstract=text)))
    star = " *" if word.prefix else ""
    match = " OR ".join('"' + form.replace('"', '""') + '"' + star for form in query_forms(word.text))
    return bool(index.execute("SELECT 1 FROM one WHERE one MATCH ?", (match,)).fetchone())


def seen(text: str, *words: str | Words, field: str = "") -> list[str]:
    """The pieces of a text that are marked."""
    leaves = [word if isinstance(word, Words) else Words(word) for word in words]
    return [text[start:end] for start, end in marks(text, leaves, field)]


@st.composite
def texts(draw: st.DrawFn, most: int = 7) -> str:
    parts = [draw(st.sampled_from(PIECES))]
    for _ in range(draw(st.integers(0, most - 1))):
        parts += [draw(st.sampled_from(BETWEEN)), draw(st.sampled_from(PIECES))]
    return "".join(parts)


@st.composite
def looked_for(draw: st.DrawFn) -> tuple[str, Words]:
    """A text, and what may be a part of it."""
    text = draw(texts())
    if draw(st.booleans()):
        start = draw(st.integers(0, len(text) - 1))
        word = text[start : draw(st.integers(start + 1, len(text)))]
    else:
        word = draw(texts(2))
    if draw(st.booleans()):
        word = draw(st.sampled_from([word.replace("-", ""), word.upper(), word.lower()]))
    return text, Words(word, prefix=draw(st.booleans()))


@settings(max_examples=600, deadline=None)
@given(looked_for())
@example(("α-β", Words("αβ")))
@example(("深度学习", Words("学习 ", prefix=True)))
@example(("of Łódź-α", Words("lodzalpha")))
def test_what_the_index_finds_is_marked(index: sqlite3.Connection, drawn: tuple[str, Words]) -> None:
    text, word = drawn
    if has_word(word.text) and finds(index, text, word):
        assert marks(text, [word]), word


@settings(max_examples=300, deadline=None)
@given(st.one_of(texts(), st.text()), st.lists(st.one_of(texts(2), st.text()).filter(bool), max_size=4), st.booleans())
def test_marks_are_in_order_and_apart(text: str, words: list[str], prefix: bool) -> None:
    leaves = [Words(word, prefix=prefix) for word in words]
    end = 0
    for start, stop in marks(text, leaves):
        assert end <= start < stop <= len(text)
        end = stop
    for start, stop, number in Marker(leaves).found(text):
        assert 0 <= start < stop <= len(text)
        assert number < len(leaves)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Deep learning, deeper", ["deep"], ["Deep"]),
        ("Deep learning, deeper", [Words("deep", prefix=True)], ["Deep", "deeper"]),
        ("deep and deep learning", ["deep learning"], ["deep learning"]),
        ("deep, learning", ["deep learning"], ["deep, learning"]),
        ("Pre-training, pretraining, pre‐Training", ["pretraining"], ["Pre-training", "pretraining", "pre‐Training"]),
        ("state-of-the-art", ["art"], ["art"]),
        ("Łódź-based", ["lodz"], ["Łódź"]),
        ("A straße, a Strasse", ["strasse"], ["straße", "Strasse"]),
        ("cafe\u0301s and café", ["cafe", "cafés"], ["cafe\u0301s", "café"]),
        ("an α-divergence, αβ", ["alpha"], ["α"]),
        ("αβγ", [Words("α", prefix=True)], ["αβγ"]),
        (r"an $\varepsilon$-greedy one", ["epsilon"], [r"\varepsilon"]),
        ("深度学习的GPT模型", ["学习", "gpt"], ["学习", "GPT"]),
        ("深度学习的GPT模型", [Words("深度", prefix=True)], ["深度"]),
        ("ﾃﾞｰﾀの한국 \u1112\u1161\u11ab", ["データ", "한"], ["ﾃﾞｰﾀ", "한", "\u1112\u1161\u11ab"]),
        ("C++ or C", ["C++"], ["C", "C"]),
        ("C++ or C", ["++"], ["++"]),
        ("snake_case", ["case"], ["case"]),
        ("nothing of it", ["absent"], []),
        ("", ["absent"], []),
        ("2024-05", ["202405"], []),
    ],
)
def test_what_is_marked(text: str, words: list[str | Words], marked: list[str]) -> None:
    assert seen(text, *words) == marked


def test_overlapping_words_are_one_mark() -> None:
    assert seen("a deep network of things", "deep network", "network of") == ["deep network of"]


def test_a_word_of_one_field_is_marked_there_alone() -> None:
    words = parse("title:deep learning").words
    assert seen("deep, learning", *words, field="title") == ["deep", "learning"]
    assert seen("deep learning", *words, field="title") == ["deep learning"]  # neighbours are one place
    assert seen("deep learning", *words, field="abstract") == ["learning"]
    assert seen("deep learning", *words) == ["learning"]


def test_only_wanted_words_are_marked() -> None:
    assert seen("deep, wide, shallow", *parse("deep -wide (shallow OR -(deep -wide))").words) == [
        "deep",
        "wide",
        "shallow",
    ]
    assert not Marker(parse("-deep tag:x").words)


def test_each_place_says_which_word_it_is() -> None:
    marker = Marker([Words("learning"), Words("deep learning"), Words("deep")])
    assert marker.found("deep learning") == [(0, 4, 2), (0, 13, 1), (5, 13, 0)]
