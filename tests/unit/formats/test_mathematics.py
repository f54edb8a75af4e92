"""Where formulas and macros stand in a text, and that every place of it is known in what is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.formats.mathematics import OBJECT, Shown, Span, formulas, plain, spans

PIECES = [
    "$", "$$", "\\(", "\\)", "\\[", "\\]", "x", "a", "Word", " ", "  ", "\n", "\n\n", "5", "10", "{", "}", "{BERT}",
    "\\emph{", "\\em ",
    "\\alpha", "\\frac{1}{2}", "_2", "^{n}", "\\'e", '\\"{o}', "\\%", "``", "''", "--", "---", "~", "\\url{",
    "\\enquote{", "\\href{a}{",
    "\\mathcalO", "\\begin{equation}", "\\end{equation}", "\\cite{k}", "é", "中", "😀", "\\", "\\ss", "{\\it ",
    "\\unheard", "US$", "\times",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=40)


def pieces(span: Span) -> int:
    """So many pieces a formula might be drawn in, or none."""
    return len(span.tex) % 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"an $x^2$ and \(y\), then $$z$$ and \[w\]", ["x^2", "y", "z", "w"]),
        ("of $n$-dimensional, CO$_2$, $ \\alpha $", ["n", "_2", r"\alpha"]),
        ("a bound of [$-$1, 1]", ["-"]),
        ("about $10$ of $100k$", ["10", "100k"]),
        (r"over \$5 and $k$", ["k"]),
        (r"\begin{equation} a = b \end{equation}", [r"\begin{equation} a = b \end{equation}"]),
        (r"in \mathcalO(\log T) and \ell_0, \frac{1}{2}", [r"\mathcalO", r"\log", r"\ell_0", r"\frac{1}{2}"]),
        ("four times, 4$\times$ faster", [r"\times"]),
        ("It costs $5 and $10 a day", []),
        ("from US$100 to US$200", []),
        ("price $5, $6, and $7.50", []),
        ("It costs $5 for $n$ items", ["n"]),
        ("they pay $3 million for it, or $4 million", []),
        ("$x\n\ny$", []),
        (r"we set $\alpha = 1, and then we see that the result holds for $\beta$", [r"\alpha", r"\beta"]),
        ("$5", []),
        ("$$", []),
        ("$x", []),
        (r"\$x\$", []),
    ],
)
def test_formulas_are_found_and_prices_are_none(text: str, found: list[str]) -> None:
    assert [span.tex for span in formulas(text)] == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"G\"odel, Erd\H{o}s, {\'E}tale, na{\"\i}ve, \c{C}a", "Gödel, Erdős, Étale, naïve, Ça"),
        (r"\v{C}ech, {\o}re, \L{}odz, Stra\ss e", "Čech, øre, Łodz, Straße"),
        (r"an \emph{old} story, {\em i.e.} \textbf{this \textit{one}}", "an old story, i.e. this one"),
        (r"\emphhow it is, the \em old story", "how it is, the old story"),
        (r"35\% of R\&D, a\_b, \#1", "35% of R&D, a_b, #1"),
        ("``quoted'' pages 3--5 --- so", "“quoted” pages 3–5 — so"),
        ("run it with --fast or a-->b", "run it with --fast or a-->b"),
        ("Fig.~3, about ~50, ~/home", "Fig.\u00a03, about ~50, ~/home"),
        ("{BERT} and {B}ayesian {a} {x, y}", "BERT and Bayesian {a} {x, y}"),
        (r"see \url{https://example.org/a_b}", "see https://example.org/a_b"),
        (r"see \href{https://example.org}{here}", "see here"),
        (r"as \cite{me} says, \unheard{x}", r"as \cite{me} says, \unheard{x}"),
        (r"the $\alpha$ of $x^2$: $$y$$ so", "the α of x²: y so"),
        (r"what $\frac{1}$ is", r"what $\frac{1}$ is"),
        (r"C:\temp\new and \d", r"C:\temp\new and \d"),
        ("plain text, nothing else", "plain text, nothing else"),
        ("", ""),
    ],
)  # fmt: skip
def test_texts_are_read_as_unicode(text: str, read: str) -> None:
    assert plain(text) == read


@given(texts)
@settings(max_examples=400)
def test_spans_are_in_order_and_their_formulas_are_in_the_text(text: str) -> None:
    at = 0
    for span in spans(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end


@given(texts, st.data(), st.booleans())
@settings(max_examples=400)
def test_places_are_known_both_ways(text: str, data: st.DataObject, objects: bool) -> None:
    shown = Shown(text, spans(text), pieces if objects else None)
    assert shown.text.count(OBJECT) == len(shown.objects) + text.count(OBJECT)
    assert (shown.place(0), shown.place(len(text), after=True)) == (0, len(shown.text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = shown.place(start), shown.place(end, after=True)
    assert 0 <= first <= last <= len(shown.text)
    # What is marked is there again, with the whole of every span it begins or ends in.
    inside = [span for span in spans(text) if span.start < start < span.end or span.start < end < span.end]
    if not inside and all(span.shown for span in spans(text)):
        assert (shown.origin(first), shown.origin(last, after=True)) == (start, end) or first == last


@given(texts)
def test_the_whole_is_copied_to_the_letter(text: str) -> None:
    for drawn in (pieces, None):
        shown = Shown(text, spans(text), drawn)
        assert shown.copied(0, len(shown.text)) == (text if shown.text else "")


@given(texts, st.data())
def test_parts_copied_one_after_the_other_are_the_whole(text: str, data: st.DataObject) -> None:
    """Where nothing is hidden, parting what is shown at a place that is no inside of a span parts its source."""
    found = [span for span in spans(text) if span.shown]
    shown = Shown(text, found, pieces)
    place = data.draw(st.integers(0, len(shown.text)))
    if shown.place(shown.origin(place)) == place:
        assert shown.copied(0, place) + shown.copied(place, len(shown.text)) == text


def test_a_formula_is_copied_as_it_was_written() -> None:
    text = r"so $x^2$-ish {\em a} $\frac{1}$."
    shown = Shown(text, spans(text), lambda span: 1)
    at = shown.text.index(OBJECT)
    assert shown.copied(at, at + 1) == "$x^2$"
    assert shown.text == f"so {OBJECT}\u2060-ish a $\\frac{{1}}$."
    assert shown.copied(0, 2) == "so"
    assert shown.copied(shown.text.index("a"), shown.text.index("a") + 1) == "a"


def test_marks_cover_the_formulas_they_touch() -> None:
    text = r"the \emph{great} $\alpha$ and $\beta$"
    shown = Shown(text, spans(text))
    assert shown.text == "the great α and β"
    begin = text.index("alpha")
    assert shown.marks([(begin, begin + 5), (10, 15)]) == [(10, 11), (4, 9)]


def test_a_formula_of_its_own_line_stands_on_one() -> None:
    text = "so $$x$$ is $$y$$\nand $$z$$"
    shown = Shown(text, spans(text), lambda span: 1)
    assert shown.text == f"so\u2028{OBJECT}\u2028is\u2028{OBJECT}\nand\u2028{OBJECT}"
