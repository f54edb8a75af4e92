"""LaTeX in fields of bibliographies: what it says in Unicode, and back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.formats import fields
from readerapp.formats.tex_text import address, balanced, decoded, encoded


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"{\'\i}", "í"),
        (r"\'{\i} \'\i{} \^{\j}", "í í ĵ"),
        (r"Dvo{\v r}{\'a}k, Erd\H{o}s, Fran\c cois", "Dvořák, Erdős, François"),
        (r"{\aa}rhus {\AA} \L{}\'od\'z {\o}re stra{\ss}e \ae on", "århus Å Łódź øre straße æon"),
        (r"{\'{\^e}} \t{oo} \d{s} \k a \.I \=a \u{g} \r{a}", "ế o͡o ṣ ą İ ā ğ å"),
        (r"\~{}x \^{} \textasciitilde", "~x ^ ~"),
        (r"{BERT}: {P}re-training {of {Deep}} Nets", "BERT: Pre-training of Deep Nets"),
        (r"50\% of {\$}5 \& more \#1 a\_b", "50% of $5 & more #1 a_b"),
        (r"``quoted'' 3--4 and---so", "“quoted” 3–4 and—so"),
        (r"a~b\ c\,d \emph{e} {\em f} \textbf{g {h}}", "a b c d e f g h"),
        (r"10\textsuperscript{2} H\textsubscript{2}O 4\textsuperscript{th}", "10² H₂O 4th"),
        (r"20\({}^{\mbox{th}}\) Century \(x_1\)", "20th Century $x_1$"),
        (r"The $^3$He in \ensuremath{\alpha}-{$\beta$}", "The $^3$He in $\\alpha$-$\\beta$"),
        (r"\url{http://a.example/b\_c~d} \href{http://x.example}{here}", "http://a.example/b_c~d here"),
        (r"\enquote{so} \mkbibquote{\emph{it}} \foreignlanguage{german}{Haus}", "“so” “it” Haus"),
        (r"\unknown{x {y}} \foo bar", r"\unknown{x {y}} \foo bar"),
        (r"\noopsort{1973b}1973 \textcelsius \pm \guillemotleft a\guillemotright", "1973 ℃±«a»"),
        ("one\n  two\t three", "one two three"),
        ("a\u0301", "á"),
        (r"$5 open", "$5 open"),
        ("\\", "\\"),
        (r"\'", "´"),
        (r"\'{", "´"),
    ],
)
def test_what_it_says(source: str, expected: str) -> None:
    assert decoded(source) == expected


def test_paragraphs_and_broken_lines_stay_where_they_are_asked_for() -> None:
    source = "  One\n  goes on.\n\n\n  Two \\\\ three\\\\\n  four  five\n"
    assert decoded(source, lines=True) == "One goes on.\n\nTwo \nthree\nfour  five"
    assert decoded(source) == "One goes on. Two three four five"


tex = st.lists(
    st.sampled_from([*"abé{}\\$%&_#^~-`'\" \n()[]x5.,=@*", "\\emph", "\\'", "$x_1$", "--", "漢"]), max_size=40
).map("".join)
one_line = (st.text(max_size=60) | tex).map(fields.one_line)
paragraphs = (st.text(max_size=60) | tex).map(fields.paragraphs).map(str.strip)


@given(one_line)
@example("costs $5 and $6, or \\$7")
@example("}{ {x} $}$ \\textbf{a} --- ``''")
def test_a_line_comes_back(text: str) -> None:
    source = encoded(text)
    assert decoded(source) == text
    assert balanced(source)


@given(paragraphs)
@example("a \n\nb\n  c\n\n\n\nd")
def test_paragraphs_come_back(text: str) -> None:
    source = encoded(text, lines=True)
    assert decoded(source, lines=True) == text
    assert balanced(source)


@given(st.text() | tex)
def test_anything_can_be_read(source: str) -> None:
    for lines in (False, True):
        found = decoded(source, lines=lines)
        assert found == found.strip()
    assert " " not in address(source)


def test_formulas_are_written_as_they_are_and_prices_escaped() -> None:
    assert encoded(r"On $x_1 & y$ & more") == r"On $x_1 & y$ \& more"
    assert encoded("from $5 to $6") == r"from \$5 to \$6"
    assert encoded("a & b_c 100% #1 {x} ~^") == r"a \& b\_c 100\% \#1 \{x\} \textasciitilde{}\textasciicircum{}"


def test_addresses_lose_what_latex_wants() -> None:
    assert address(r"\url{http://a.example/\~{}b/c\_d\%20\&e}") == "http://a.example/~b/c_d%20&e"
    assert address(r"http://a.example/{\_}x{\textasciitilde}y$\sim$z") == "http://a.example/_x~y~z"
