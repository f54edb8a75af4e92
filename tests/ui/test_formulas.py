"""Formulas as a reader sees them: set in titles, abstracts and under notes, marked, copied, and plain in lists."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor
from pytestqt.qtbot import QtBot

from readerapp.formats.mathematics import OBJECT, formulas
from readerapp.formats.tex import parse, unknown
from readerapp.library.language import Words
from readerapp.library.language import parse as query
from readerapp.library.marking import Marker
from readerapp.library.papers import Row
from readerapp.library.passages import Passage
from readerapp.records import HighlightRecord, Status, now
from readerapp.ui.parts.abstract import AbstractView, Paragraphs
from readerapp.ui.parts.formula import Box, set_formula
from readerapp.ui.parts.formula_text import FormulaText
from readerapp.ui.parts.marked_abstract import MarkedAbstract
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.parts.plain_text import FittedText, Run
from readerapp.ui.theme import Theme
from readerapp.ui.views.paper_row import PaperRow, _read
from tests.unit.formats.test_mathematics import texts
from tests.unit.formats.test_tex import formulas as made_up

TEXT = r"We lend $\frac{n}{2}$ books in time $\tilde{O}(\sqrt{n})$, for $\alpha$ shelves; \'etag\`eres too."


@pytest.fixture
def abstract(qtbot: QtBot, theme: Theme) -> AbstractView:
    view = AbstractView(theme)
    qtbot.addWidget(view)
    view.setFont(theme.abstract("serif", 16))
    view.resize(600, 300)
    view.show()
    return view


def row(title: str) -> Row:
    """A paper of which only the title is known."""
    return Row(1, title, "", "", None, Status.UNREAD, False, None, "", False, False, 0, False, False, False, (), now())


def box(formula: str, *, display: bool = False) -> Box:
    """A formula in one piece."""
    (piece,) = set_formula(formula, display)
    return piece


def drawn(piece: Box, colour: str = "#000000", pixels: float = 1.0) -> QImage:
    """A formula on white, its baseline at y 60, 20 pixels to the em."""
    image = QImage(round(300 * pixels), round(120 * pixels), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixels)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    piece.draw(painter, 10, 60, 20.0, QColor(colour))
    painter.end()
    return image


def ink(image: QImage) -> tuple[int, int, int, int]:
    """What is not white: left, top, right, bottom, in pixels of the image."""
    places = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128
    ]
    return min(x for x, _ in places), min(y for _, y in places), max(x for x, _ in places), max(y for _, y in places)


# Setting


@pytest.mark.parametrize(
    "formula",
    [
        r"\sum_{i=1}^n \int_0^1 \prod", r"\frac{a}{b} \dfrac12 \nicefrac{1}{2} \binom{n}{k}",
        r"\sqrt{x} \sqrt[3]{\frac{x}{y}}",
        r"\alpha \Omega \varepsilon \partial", r"\mathbb{R} \mathcal{O} \mathfrak{g} \mathbf{x} \boldsymbol{\theta}",
        r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{cases} a & b \\ c & d \end{cases}",
        r"\hat{x} \widehat{xyz} \vec{v} \bar{i} \overline{AB} \underbrace{a+b}_{2}",
        r"\left( \frac{a}{\frac{b}{c}} \right]",
        r"\bigg| x \Big) \xrightarrow{n \to \infty} \overset{d}{=}", r"\begin{align} a &= b \\ &\ge c \end{align}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("display", [False, True])
def test_formulas_are_set(qapp: object, formula: str, display: bool) -> None:
    assert set_formula(formula, display)
    assert not unknown(parse(formula))


@given(made_up, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_setting_never_raises(qapp: object, formula: str, display: bool) -> None:
    for piece in set_formula(formula, display):
        assert piece.width > 0


def test_a_formula_stands_on_the_baseline(qapp: object) -> None:
    bottom = ink(drawn(box("x")))[3]
    assert 58 <= bottom <= 60
    low, high = ink(drawn(box("x_2"))), ink(drawn(box("x^2")))
    assert low[3] > bottom + 2
    assert high[3] == bottom
    assert high[1] < ink(drawn(box("x")))[1] - 2


def test_what_is_measured_is_what_is_drawn(qapp: object) -> None:
    for formula in (r"\frac{a}{b}", r"\sum_{i=1}^n", r"\sqrt{\frac{x}{y}}", r"\left(\frac{a}{\frac{b}{c}}\right)^2"):
        piece = box(formula, display=True)
        left, top, right, bottom = ink(drawn(piece))
        assert 60 - piece.ascent / 50 - 1 <= top <= 60 - piece.ascent / 50 + 4
        assert 60 + piece.descent / 50 - 4 <= bottom <= 60 + piece.descent / 50 + 1
        assert 9 <= left <= right <= 10 + piece.width / 50 + 2


def test_limits_go_below_and_above_in_a_formula_of_its_own(qapp: object) -> None:
    beside, below = box(r"\sum_{i=1}^n"), box(r"\sum_{i=1}^n", display=True)
    assert below.descent > beside.descent
    assert below.ascent > beside.ascent
    assert below.width < beside.width
    assert box(r"\int_0^1", display=True).width > box(r"\int", display=True).width


def test_delimiters_grow_with_what_they_hold(qapp: object) -> None:
    heights = [
        box(rf"\left({inside}\right)", display=True).ascent
        for inside in ("x", r"\frac{a}{b}", r"\frac{\frac{a}{b}}{\frac{c}{d}}")
    ]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def test_lines_are_sharp_at_every_scaling(qapp: object) -> None:
    """A fraction's line is as black as it can be, however many pixels of the screen make one of the window."""
    for pixels in (1.0, 1.25, 2.0):
        image = drawn(box(r"\frac{a}{b}", display=True), pixels=pixels)
        middle = ink(image)[0] + round(2 * pixels)
        assert min(image.pixelColor(middle, y).lightness() for y in range(image.height())) < 10


def test_a_long_formula_may_be_parted_after_a_sign(qapp: object) -> None:
    pieces = set_formula(r"a_1 + a_2 + a_3 + a_4 + a_5 + a_6 = b_1 + b_2 + b_3 + b_4 + b_5")
    assert len(pieces) > 1
    assert len(set_formula("a + b = c")) == 1
    assert set_formula(r"\frac{1}") == ()


# In the abstract


def test_formulas_are_set_in_the_abstract(abstract: AbstractView) -> None:
    abstract.show_abstract(TEXT, [], {}, anew=True)
    shown = abstract.toPlainText()
    assert shown.count(OBJECT) == 3
    assert "$" not in shown
    assert shown.endswith("étagères too.")
    assert abstract.accessibleDescription().startswith("We lend n/2 books in time Õ(√n), for α shelves;")
    abstract.show_abstract("Plain.", [], {}, anew=True)
    assert abstract.accessibleDescription() == ""


def test_what_cannot_be_set_is_shown_as_its_source(abstract: AbstractView) -> None:
    abstract.show_abstract(r"We lend $\frac{1}$ of $n$ books for $5 or $10.", [], {}, anew=True)
    assert abstract.toPlainText() == f"We lend $\\frac{{1}}$ of {OBJECT} books for $5 or $10."


def test_copying_gives_the_source(abstract: AbstractView) -> None:
    abstract.show_abstract(TEXT, [], {}, anew=True)
    abstract.selectAll()
    assert abstract.createMimeDataFromSelection().text() == TEXT
    cursor = abstract.textCursor()
    at = abstract.toPlainText().index(OBJECT)
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    abstract.setTextCursor(cursor)
    assert abstract.createMimeDataFromSelection().text() == r"$\frac{n}{2}$"


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_every_text_can_be_shown_and_copied(abstract: AbstractView, text: str) -> None:
    text = text.replace("\r", " ").replace("\0", " ")
    abstract.show_abstract(text, [], {}, anew=True)
    abstract.selectAll()
    shown = abstract.toPlainText()
    if abstract.textCursor().hasSelection() and OBJECT in shown:
        assert abstract.createMimeDataFromSelection().text().count("$") == text.count("$")


@given(texts, st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_and_positions_agree(qapp: object, theme: Theme, text: str, data: st.DataObject) -> None:
    text = text.replace("\r", " ")
    paragraphs = Paragraphs(FormulaText(theme, theme).shown(text))
    found = formulas(text)
    offset = data.draw(st.integers(0, len(text)))
    position = paragraphs.position(offset)
    assert position <= paragraphs.position(offset, after=True)
    # Of a formula or a macro there is one place for all of it.
    replaced = any(mark in text for mark in ("{", "\\", "~", "``", "''", "--"))
    if not replaced and not any(span.start < offset < span.end for span in found):
        assert paragraphs.offset(position) == offset


def test_searched_words_and_highlights_are_marked_across_formulas(abstract: AbstractView) -> None:
    start = TEXT.index("in time")
    quote = TEXT[start : TEXT.index(" shelves")]
    highlight = HighlightRecord(quote, "claim", start=start)
    abstract.set_marker(Marker(query("alpha étagères").words))
    abstract.show_abstract(TEXT, [highlight], {"claim": "yellow"}, anew=True)
    marked = [one.cursor.selection().toPlainText() for one in abstract.extraSelections()]
    assert marked[1].strip("\u2060") == OBJECT
    assert marked[0].startswith("in time ")
    assert marked[0].count(OBJECT) == 2


def test_a_selection_covers_the_source_of_the_formulas_in_it(qtbot: QtBot, theme: Theme) -> None:
    view = MarkedAbstract(theme)
    qtbot.addWidget(view)
    view.show_abstract(TEXT, [], {}, anew=True)
    cursor, shown = view.textCursor(), view.toPlainText()
    for first, last, passage in (
        (shown.index("time"), shown.index(", for"), r"time $\tilde{O}(\sqrt{n})$"),
        (shown.index("We"), shown.index(OBJECT) + 1, r"We lend $\frac{n}{2}$"),
        (shown.rindex(OBJECT), shown.rindex(OBJECT) + 1, r"$\alpha$"),
        (shown.index("étag"), shown.index("ères"), r"\'etag"),
    ):
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        chosen = view.selection()
        assert chosen is not None
        assert TEXT[slice(*chosen)] == passage


def test_formulas_take_the_colour_of_the_theme(abstract: AbstractView, theme: Theme) -> None:
    abstract.show_abstract(r"$\blacksquare$", [], {}, anew=True)
    try:
        for appearance in ("light", "dark"):
            theme.choose(appearance)
            abstract.draw()
            image = abstract.viewport().grab().toImage()
            wanted = theme.colour("text").rgb()
            assert any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(40))
    finally:
        theme.choose("")


def test_a_formula_wider_than_the_lines_is_drawn_smaller(abstract: AbstractView) -> None:
    abstract.show_abstract("$$" + r"\frac{a+b+c+d}{2} + " * 20 + "x$$", [], {}, anew=True)
    abstract.fit(20, 300, grown=True)
    assert abstract.document().idealWidth() <= 300


def test_lines_with_small_formulas_stand_as_far_apart_as_others(abstract: AbstractView) -> None:
    heights = []
    for text in ("plain words " * 30, r"plain $x_i$ words " * 20):
        abstract.show_abstract(text, [], {}, anew=True)
        abstract.fit(20, 400, grown=True)
        layout = abstract.document().firstBlock().layout()
        heights.append({round(layout.lineAt(at).height()) for at in range(layout.lineCount())})
    assert heights[0] == heights[1]


# In titles, lists and notes


def test_formulas_are_set_in_a_title(qtbot: QtBot, theme: Theme) -> None:
    title = FittedText(theme)
    qtbot.addWidget(title)
    title.resize(400, 60)
    title.show()
    text = r"On $\ell_1$ shelves for Erd\H{o}s and $\alpha$"
    title.show_runs([Run(text, tex=True)])
    assert title.toPlainText() == f"On {OBJECT} shelves for Erdős and {OBJECT}"
    title.set_matches(Marker(query("alpha").words).marks(text, "title"))
    (mark,) = title.extraSelections()
    assert mark.cursor.selection().toPlainText() == OBJECT
    title.selectAll()
    assert title.createMimeDataFromSelection().text() == text
    title.show_runs([Run("Plain")])
    assert title.toPlainText() == "Plain"
    title.show_runs([Run(r"$\sum_{i}^{n} \frac{\frac{a}{b}}{\frac{c}{d}}$", tex=True)])
    height = title.document().size().height()
    assert height > title.fontMetrics().height() * 1.5
    assert title.heightForWidth(title.viewport().width()) == math.ceil(height)


def test_a_list_shows_formulas_in_unicode(qtbot: QtBot, theme: Theme) -> None:
    rows = PaperRow(theme)
    rows.set_words([Words("alpha")])
    drawing = rows._lay_out(row(r"An $\alpha$-shelf for $\mathbb{R}^n$ and G\"odel"), 900)
    title = drawing.texts[0].layout
    assert title.text() == "An α-shelf for ℝⁿ and Gödel"
    assert [(mark.start, mark.length) for mark in title.formats()] == [(3, 1)]


def test_a_passage_shows_formulas_in_unicode_and_keeps_its_marks() -> None:
    text = r"bound of $\mathcal{O}(\alpha n)$ books"
    marks = tuple(Marker([Words("books")]).marks(text))
    read, moved = _read(Passage("abstract", text, marks))
    assert read == "bound of 𝒪(αn) books"
    assert [read[start:end] for start, end in moved] == ["books"]


def test_the_formula_a_note_is_written_at_is_set_under_it(qtbot: QtBot, theme: Theme) -> None:
    editor = NoteEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(300, 300)
    editor.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "so $x^2$")
    assert editor.peek.formula == "x^2"
    assert editor.viewport().rect().contains(editor.peek.geometry())
    qtbot.keyClicks(editor, " costs $5")
    assert editor.peek.formula == ""
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    assert editor.peek.formula == ""
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    assert editor.peek.formula == "x^2"
    assert editor.text() == "so $x^2$ costs $5"


def test_formulas_in_a_note_are_styled_and_prices_are_not(qtbot: QtBot, theme: Theme) -> None:
    editor = NoteEditor(theme)
    qtbot.addWidget(editor)

    def styled(text: str) -> list[str]:
        editor.show_text(text)
        block = editor.document().firstBlock()
        colour = theme.colour("accent_text")
        return [
            text[one.start : one.start + one.length]
            for one in block.layout().formats()
            if one.format.foreground().color() == colour
        ]

    assert styled(r"in $x_i + y_i$ and \(z\)") == ["x_i + y_i", "z"]
    assert styled("costs $5 and $10") == []
    assert styled("`$x$`") == []
