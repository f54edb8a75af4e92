"""Markup as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats import fields, markup


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("plain", "plain"),
        ("H<sub>2</sub>O, 10<sup>-3</sup>, V<sub>OC</sub>", "H₂O, 10⁻³, VOC"),
        ("e<sup>q</sup> and 1<SUP>st</SUP>", "e^q and 1ˢᵗ"),
        ('<i>E. coli</i> in <span class="nocase">DNA</span>', "E. coli in DNA"),
        ("AT&amp;T, AT&T, R&D &ndash; &#233; &#xe9; &copy", "AT&T, AT&T, R&D – é é &copy"),
        ("List<T>, a <b and c> d, 1 < 2 > 0, x <- y", "List<T>, a <b and c> d, 1 < 2 > 0, x <- y"),
        ("<jats:title>Aim</jats:title><jats:p>One.</jats:p>\n <jats:p>Two.</jats:p>", "Aim\n\nOne.\n\nTwo."),
        ("one<br/>two<ul><li>three</li><li>four</li></ul>", "one\ntwo\n\nthree\nfour"),
        ("a<script>alert(1)</script><style>b {}</style>c", "ac"),
        ("<!-- not seen -->seen<?php ?>", "seen"),
        ("for <mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>.", "for $x^2$."),
        ("<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>", r"$\frac{a}{b+1}$"),
        ("<math><msubsup><mi>S</mi><mi>i</mi><mn>12</mn></msubsup><mi>sin</mi></math>", r"$S_i^{12}\mathrm{sin}$"),
        ("<math><msqrt><mn>2</mn></msqrt><mover><mi>x</mi><mo>¯</mo></mover></math>", r"$\sqrt{2}\bar{x}$"),
        (
            "<inline-formula><alternatives><tex-math>\\begin{document}$$ k_1 $$\\end{document}</tex-math>"
            "<math><mi>k</mi></math></alternatives></inline-formula> is",
            "$k_1$ is",
        ),
        ("<sub><sub>unclosed", "unclosed"),
        ("</sup></math>stray", "stray"),
    ],
)
def test_what_markup_says(marked: str, text: str) -> None:
    assert markup.plain(marked) == text


def test_an_abstract_without_its_heading() -> None:
    assert markup.abstract("<jats:title>Abstract</jats:title><jats:p>One.</jats:p>") == "One."
    assert markup.abstract("<jats:title>Aim</jats:title><jats:p>One.</jats:p>") == "Aim\n\nOne."
    assert markup.abstract("Abstract") == "Abstract"
    assert markup.abstract(None) == ""


@given(st.text(st.sampled_from("<>/&;#abisupmth= \n\"'-!?") | st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_and_what_is_escaped_comes_back(text: str) -> None:
    for value in (text, f"<math>{text}", f"<sup>{text}</math>"):
        markup.plain(value)
    line = fields.one_line(text)
    assert markup.one_line(markup.escaped(line)) == line


@pytest.mark.parametrize(
    "hostile",
    [
        "<sub>" * 200_000,
        "<" * 1_000_000,
        "<!--" * 250_000,
        "<math>" + "<mrow>" * 150_000,
        "<math>" + "<msup>" * 80_000 + "</msup>" * 80_000,
        "<math>" + "<mi>" * 60 + "</mo>" * 150_000,
        "</sub>" * 80_000 + "<sub>" * 60 + "</sup>" * 80_000,
        "<a " * 300_000,
        "&" * 1_000_000,
        "<i " + "a=" * 400_000,
    ],
    ids=range(10),
)
def test_hostile_markup_is_plain_text(hostile: str) -> None:
    assert isinstance(markup.plain(hostile), str)
