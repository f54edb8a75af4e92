"""Formulas of TeX: what they are read as, and their plain Unicode."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.formats.tex import LONGEST_FORMULA, Source, Unsettable, parse, shaped, unicode, unknown

PIECES = [
    "x", "2", " ", "{", "}", "^", "_", "'", "&", "\\\\", "(", "]", "$", "%", "~", "\\", "+", "=", "|", "\\frac",
    "\\sqrt",
    "\\left(", "\\right)", "\\left.", "\\middle|", "\\alpha", "\\mathbb", "\\mathcalO", "\\sum", "\\limits",
    "\\text{a b}",
    "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{align}", "\\end{align}", "\\hat", "\\overline", "\\underbrace",
    "\\big",
    "\\over", "\\bf", "\\operatorname*{a}", "\\not", "\\unheard", "\\stackrel", "\\substack", "\\xrightarrow[a]",
    "é", "𝒪",
    "\\label{x}", "\\pmod", "\\left", "\\textcolor{red}", "\\displaystyle", "\ud800", "\n", "\0", "中",
]  # fmt: skip
formulas = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"x^2 + y_i", "x² + yᵢ"),
        (r"-x+y=-1", "−x + y = −1"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"{a+b \over c}", "(a + b)/c"),
        (r"\frac12", "1/2"),
        (r"\sqrt{n}", "√n"),
        (r"\sqrt[3]{x+1}", "³√(x + 1)"),
        (r"\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\tilde{O}(\sqrt{T})", "Õ(√T)"),
        (r"\mathcal{O}(n \log n)", "𝒪(n log n)"),
        (r"\mathbb{R}^{d \times n}", "ℝ^(d × n)"),
        (r"\mathbb R^n", "ℝⁿ"),
        (r"{\cal O}(1)", "𝒪(1)"),
        (r"\mathcalO(\sqrtT)", "𝒪(√T)"),
        (r"\mathfrak g \in \mathbf{X}", "𝔤 ∈ X"),
        (r"f'(x)''", "f′(x)′′"),
        (r"\left\{ x \middle| x > 0 \right\}", "{x | x > 0}"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a b; c d)"),
        (r"\not= \not\in", "≠ ∉"),
        (r"k\text{-means for $n$ points}", "k-means for n points"),
        (r"\operatorname{rank} A", "rank A"),
        (r"\min_{x} f(x)", "minₓ f(x)"),
        (r"\binom{n}{k}", "(n over k)"),
        (r"\text{Erd\H{o}s}", "Erdős"),
        (r"5\%", "5%"),
        (r"\R \cX \bbE \bfx", "ℝ𝒳𝔼x"),
        (r"\overline{x}", "x̅"),
        (r"\unheard{x}", r"\unheardx"),
    ],
)
def test_plain_unicode(tex: str, plain: str) -> None:
    assert unicode(parse(tex)) == plain


@pytest.mark.parametrize(
    "tex",
    [
        "{", "x^", "}", r"\frac{1}", r"\left( x", r"x \right)", r"\begin{pmatrix} a",
        r"\begin{tikzpicture}\end{tikzpicture}",
        r"\begin{array}{c} a \end{matrix}", "a & b", r"\left x", "{" * 100 + "}" * 100, "x" * (LONGEST_FORMULA + 1),
    ],
)  # fmt: skip
def test_what_is_no_formula_is_said_to_be_none(tex: str) -> None:
    with pytest.raises(Unsettable):
        parse(tex)


@given(formulas)
@example("\\sqrt[" * 60)
@example("^" * 2_000)
@example("\\hat" * 500 + "x")
@example("\\left(" * 300)
def test_nothing_else_is_raised(tex: str) -> None:
    try:
        row = parse(tex)
    except Unsettable:
        return
    assert isinstance(unicode(row), str)
    assert all(source in tex for source in unknown(row))


def test_what_has_no_meaning_is_told_as_it_was_written() -> None:
    assert unknown(parse(r"\sum_{\unheard} \frac{\other}{2}")) == [r"\unheard", r"\other"]
    assert parse(r"\unheard").items == (Source(r"\unheard"),)
    assert unknown(parse(r"\sum_{i} \frac{x}{2}")) == []


@pytest.mark.parametrize(
    ("letter", "alphabet", "wanted"),
    [("R", "bb", "ℝ"), ("A", "bb", "𝔸"), ("1", "bb", "𝟙"), ("L", "cal", "ℒ"), ("O", "cal", "𝒪"), ("h", "it", "ℎ"),
     ("α", "it", "𝛼"), ("Ω", "bf", "𝛀"), ("ϕ", "it", "𝜙"), ("é", "bb", "é"), ("x", "rm", "x"), ("0", "tt", "𝟶")],
)  # fmt: skip
def test_alphabets(letter: str, alphabet: str, wanted: str) -> None:
    assert shaped(letter, alphabet) == wanted
