"""The reading pane: what a person sees of a paper and does with it, and that nothing in a paper does anything."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollBar, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library.connect import Library, Writer
from readerapp.library.language import parse
from readerapp.operations import filing, reading, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Identifier, Link, Record, Status
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.parts.abstract import SHOWN_AT_FIRST, Paragraphs
from readerapp.ui.parts.display import one_line, units
from readerapp.ui.parts.highlight_list import HighlightList
from readerapp.ui.parts.plain_text import FittedText, Run, cut
from readerapp.ui.theme import DARK, Theme
from tests.conftest import reading as as_reading

ABSTRACT = (
    "Shelves are built with care and filled without it. We count what is on them, and ask why a book that was lent "
    "comes back later than it was promised. The counting program is at https://example.org/shelves/count. "
    "Our answer needs two assumptions, and a café nearby."
)


def paper(**fields: object) -> Record:
    """A paper with something in every place, but for what is asked otherwise."""
    everything: dict[str, object] = {
        "title": "Why lent books come back late",
        "authors": ["Ada Byron", "Kurt van der Berg"],
        "abstract": ABSTRACT,
        "venue": "Journal of Shelves",
        "year": 2019,
        "identifiers": [Identifier("arxiv", "1901.00001"), Identifier("doi", "10.1000/shelf")],
        "links": [Link("pdf", "https://arxiv.org/pdf/1901.00001"), Link("code", "https://example.org/shelves?a=1&b=2")],
        "status": Status.READING,
        "starred": True,
        "rating": 4,
        "tags": ["thesis/generalization", "reading-group"],
        "takeaway": "People forget.",
    }
    return Record(**(everything | fields))  # type: ignore[arg-type]


def add(lanes: Lanes, *records: Record) -> list[int]:
    """The ids of papers put into the library, by its lane: it has one writer."""
    ids: list[int] = []

    def verb(writer: Writer) -> Changes | None:
        changes, summary = bring_in(writer, as_reading(*records))
        ids.extend(summary.papers)
        return changes

    do(lanes, verb)
    return ids


def do(lanes: Lanes, verb: Verb, *args: object) -> None:
    """Has the lane do something, and waits until the window has heard of it."""
    loop = QEventLoop()
    lanes.do(verb, *args, then=lambda _: loop.quit())
    loop.exec()


@pytest.fixture
def opened() -> list[str]:
    """The addresses that were to be opened."""
    return []


@pytest.fixture
def pane(qtbot: QtBot, lanes: Lanes, theme: Theme, opened: list[str]) -> Iterator[ReadingPane]:
    """A pane in a window of its own, that hears of every change."""
    made = ReadingPane(lanes, theme, opened.append)
    qtbot.addWidget(made)
    lanes.library_changed.connect(made.refresh)
    made.resize(484, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    lanes.library_changed.disconnect(made.refresh)


def show(pane: ReadingPane, lanes: Lanes, **fields: object) -> int:
    """The id of a paper that is put into the library and shown."""
    (shown,) = add(lanes, paper(**fields))
    pane.show_paper(shown)
    return shown


def click_text(qtbot: QtBot, view: QTextBrowser, text: str) -> None:
    """Clicks in the middle of a word of a text."""
    cursor = view.document().find(text)
    assert not cursor.isNull(), text
    cursor.setPosition(cursor.selectionStart() + len(text) // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())


def marked(pane: ReadingPane) -> list[tuple[str, str]]:
    """The marked passages with their grounds."""
    return [
        (selection.cursor.selectedText(), selection.format.background().color().name())
        for selection in pane.abstract.extraSelections()
    ]


def test_says_what_the_paper_is(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    assert pane.title.toPlainText() == "Why lent books come back late"
    assert pane.authors.toPlainText() == "Ada Byron, Kurt van der Berg"
    origin = pane.origin.toPlainText()
    assert origin.startswith("Journal of Shelves 2019 · arXiv:1901.00001 · doi:10.1000/shelf · added ")
    assert pane.abstract.toPlainText() == ABSTRACT
    assert pane.status.status is Status.READING
    assert pane.rating.rating == 4
    assert pane.star.isChecked()
    assert [chip.name for chip in pane.chips if chip.isVisible()] == ["reading-group", "thesis/generalization"]
    assert "People forget." in pane.takeaway.toPlainText()
    assert [name for name, button in pane.links.items() if button.isVisible()] == ["pdf", "code"]
    assert pane.links["pdf"].toolTip() == "arxiv.org"


def test_shows_nothing_that_a_paper_has_not(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    show(
        pane, lanes, title="Bare", authors=[], abstract="", venue="", year=None, identifiers=[], links=[], tags=[],
        takeaway="", rating=None, starred=False, status=Status.DROPPED,
    )  # fmt: skip
    assert pane.title.toPlainText() == "Bare"
    for gone in (pane.authors, pane.takeaway, *pane.links.values(), *pane.chips):
        assert not gone.isVisible()
    assert pane.status.status is Status.DROPPED
    assert pane.rating.rating is None
    assert pane.abstract.toPlainText() == ""
    assert pane.abstract.placeholderText() == "This paper has no abstract."


def test_many_authors_open_out(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, authors=[f"Author Number{n}" for n in range(46)])
    assert pane.authors.toPlainText().endswith("Author Number11 … and 34 more")
    click_text(qtbot, pane.authors, "and 34 more")
    assert pane.authors.toPlainText().endswith("Author Number44, Author Number45")


def test_choosing_a_status(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    with qtbot.waitSignal(pane.status_chosen) as chosen:
        qtbot.mouseClick(pane.status.segments[Status.READ], Qt.MouseButton.LeftButton)
    assert chosen.args == [Status.READ]
    assert pane.status.status is Status.READ
    with qtbot.assertNotEmitted(pane.status_chosen):
        qtbot.mouseClick(pane.status.segments[Status.READ], Qt.MouseButton.LeftButton)


def test_choosing_a_status_with_the_keyboard(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    segments = pane.status.segments
    segments[Status.READING].setFocus()
    qtbot.waitUntil(segments[Status.READING].hasFocus)
    with qtbot.assertNotEmitted(pane.status_chosen):
        qtbot.keyClick(segments[Status.READING], Qt.Key.Key_Right)
        qtbot.keyClick(segments[Status.READ], Qt.Key.Key_Right)
    assert segments[Status.DROPPED].hasFocus()
    with qtbot.waitSignal(pane.status_chosen) as chosen:
        qtbot.keyClick(segments[Status.DROPPED], Qt.Key.Key_Space)
    assert chosen.args == [Status.DROPPED]


def test_rating(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    fifth, fourth = QPoint(8 + 18 * 4 + 9, 14), QPoint(8 + 18 * 3 + 9, 14)
    with qtbot.waitSignal(pane.rating_chosen) as chosen:
        qtbot.mouseClick(pane.rating, Qt.MouseButton.LeftButton, pos=fifth)
    assert chosen.args == [5]
    with qtbot.waitSignal(pane.rating_chosen) as chosen:
        qtbot.mouseClick(pane.rating, Qt.MouseButton.LeftButton, pos=fifth)
    assert chosen.args == [None]
    with qtbot.waitSignal(pane.rating_chosen) as chosen:
        qtbot.mouseClick(pane.rating, Qt.MouseButton.LeftButton, pos=fourth)
    assert chosen.args == [4]
    pane.rating.setFocus()
    with qtbot.waitSignal(pane.rating_chosen) as chosen:
        qtbot.keyClick(pane.rating, Qt.Key.Key_Left)
        qtbot.keyClick(pane.rating, Qt.Key.Key_Return)
    assert chosen.args == [3]
    assert pane.rating.accessibleName() == "Rating: 3 of 5"


def test_star(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    with qtbot.waitSignal(pane.star_toggled) as toggled:
        qtbot.mouseClick(pane.star, Qt.MouseButton.LeftButton)
    assert toggled.args == [False]
    assert pane.star.text() == "Star"


def test_taking_a_tag_away(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    chip = pane.chips[0]
    with qtbot.waitSignal(pane.tags_edited) as edited:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 12))
    assert edited.args == [[], ["reading-group"]]
    with qtbot.assertNotEmitted(pane.tags_edited):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    with qtbot.waitSignal(pane.tags_edited) as edited:
        qtbot.keyClick(pane.chips[1], Qt.Key.Key_Delete)
    assert edited.args == [[], ["thesis/generalization"]]


def test_adding_a_tag_where_the_tags_stand(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    pane.abstract.setFocus()
    qtbot.mouseClick(pane.add_tag, Qt.MouseButton.LeftButton)
    field = pane.tag_editor.field
    assert field.hasFocus()
    assert not pane.add_tag.isVisible()
    qtbot.keyClicks(field, "brand/new, -reading-group")
    with qtbot.waitSignal(pane.tags_edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [["brand/new"], ["reading-group"]]
    assert not pane.tag_editor.isVisible()
    assert pane.add_tag.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_keyboard_goes_back_where_it_was(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, key: Qt.Key) -> None:
    show(pane, lanes)
    pane.abstract.setFocus()
    pane.edit_tags()
    assert pane.tag_editor.field.hasFocus()
    with qtbot.assertNotEmitted(pane.tags_edited):
        qtbot.keyClick(pane.tag_editor.field, key)
    assert pane.abstract.hasFocus()
    assert not pane.tag_editor.isVisible()
    assert pane.add_tag.isVisible()


def test_a_tag_half_typed_survives_a_change_but_not_another_paper(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes
) -> None:
    shown = show(pane, lanes)
    pane.edit_tags()
    qtbot.keyClicks(pane.tag_editor.field, "half")
    do(lanes, reading.set_status, [shown], Status.READ)
    assert pane.status.status is Status.READ
    assert pane.tag_editor.field.text() == "half"
    assert pane.tag_editor.isVisible()
    with qtbot.assertNotEmitted(pane.tags_edited):
        pane.show_paper(1)
    assert not pane.tag_editor.isVisible()


def test_markup_is_shown_not_meant(pane: ReadingPane, lanes: Lanes) -> None:
    title = "<img src='file:///etc/hostname'> <script>alert(1)</script> AT&T"
    abstract = "<b>not bold</b> <img src='http://example.org/x.png'> &amp; <table><tr><td>" * 20
    show(pane, lanes, title=title, abstract=abstract, authors=["<i>Ada</i>"], takeaway="<u>x</u>", tags=["<b>"])
    assert pane.title.toPlainText() == title
    assert pane.abstract.toPlainText() == abstract
    assert pane.authors.toPlainText() == "<i>Ada</i>"
    assert "<u>x</u>" in pane.takeaway.toPlainText()
    assert pane.chips[0].text() == "<b>"
    assert pane.chips[0].toolTip() == "<qt>&lt;b&gt;</qt>"


def test_texts_load_nothing(pane: ReadingPane) -> None:
    for view in (pane.title, pane.authors, pane.origin, pane.takeaway, pane.abstract):
        assert view.document().resource(2, QUrl("file:///etc/hostname")) is None
        assert not view.openLinks()


def test_directions_and_line_ends_cannot_disturb(pane: ReadingPane, lanes: Lanes) -> None:
    title = "abc\u202edef\u2066x\u2069 and\ta \u2029tail"
    show(pane, lanes, title=title, abstract="one \u202etwo\u202c\n\nthree")
    assert pane.title.toPlainText() == "abc\ufffddef\ufffdx\ufffd and a tail"
    assert pane.abstract.toPlainText() == "one \ufffdtwo\ufffd\n\nthree"


@pytest.mark.parametrize("width", [300, 340, 484, 900])
def test_the_longest_words_break_nothing(pane: ReadingPane, lanes: Lanes, qtbot: QtBot, width: int) -> None:
    pane.resize(width, 500)
    show(
        pane, lanes, title="T" * 1900, authors=["A" * 400] * 20, venue="V" * 1000, abstract="w" * 10_000,
        tags=["g" * 190, "h/" * 50 + "h"], takeaway="k" * 5000,
    )  # fmt: skip
    qtbot.waitUntil(lambda: pane.abstract.height() >= 80)
    assert pane.width() == width
    for part in (pane.status, pane.rating, pane.star, *(chip for chip in pane.chips if chip.isVisible())):
        right = part.mapTo(pane, QPoint(part.width(), 0)).x()
        assert right <= width, part
    last = pane.status.segments[Status.DROPPED]
    assert last.geometry().right() < pane.status.width()


def test_links_go_only_to_the_web(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, opened: list[str]) -> None:
    show(
        pane,
        lanes,
        abstract="See https://example.org/a?b=1&c=%20d or javascript:alert(1) or file:///etc/passwd.",
        links=[Link("page", "javascript:alert(1)"), Link("pdf", "file:///etc/passwd"), Link("code", "ftp://a.org/b")],
    )
    assert not any(button.isVisible() for button in pane.links.values())
    click_text(qtbot, pane.abstract, "example.org")
    click_text(qtbot, pane.abstract, "javascript")
    click_text(qtbot, pane.abstract, "etc/passwd")
    assert opened == ["https://example.org/a?b=1&c=%20d"]
    click_text(qtbot, pane.origin, "arXiv:1901.00001")
    click_text(qtbot, pane.origin, "doi:10.1000")
    assert opened[1:] == ["https://arxiv.org/abs/1901.00001", "https://doi.org/10.1000/shelf"]


def test_one_link_opens_several_are_offered(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, opened: list[str]) -> None:
    show(pane, lanes, links=[Link("code", "https://example.org/x?a=1&b=2")])
    qtbot.mouseClick(pane.links["code"], Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/x?a=1&b=2"]
    show(pane, lanes, title="Two", identifiers=[], links=[Link("code", f"https://{n}.example.org/&") for n in "ab"])
    assert pane.links["code"].toolTip() == "a.example.org, b.example.org"
    qtbot.mouseClick(pane.links["code"], Qt.MouseButton.LeftButton)
    (menu,) = pane.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["a.example.org/&&", "b.example.org/&&"]
    menu.actions()[1].trigger()
    menu.close()
    assert opened[1:] == ["https://b.example.org/&"]


def test_highlights_are_drawn_in_their_colours(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    abstract = "😀 Counted twice: a shelf, a shelf. Long\nquotes may go over 𝐱 lines."
    show(
        pane,
        lanes,
        abstract=abstract,
        highlights=[
            HighlightRecord("Counted twice", "claim", start=2),
            HighlightRecord("a shelf", "method", prefix="shelf, ", suffix=".", start=0),
            HighlightRecord("Long quotes may go over 𝐱", "limit", start=999),
            HighlightRecord("is not here", "claim"),
            HighlightRecord("Counted", "claim", target="attachment:" + "0" * 64),
        ],
    )
    assert sorted(marked(pane)) == [
        ("Counted twice", theme.mark("yellow").name()),
        ("Long\u2029quotes may go over 𝐱", theme.mark("red").name()),
        ("a shelf", theme.mark("blue").name()),
    ]
    starts = [each.cursor.selectionStart() for each in pane.abstract.extraSelections()]
    assert units(abstract[: abstract.rindex("a shelf")]) in starts
    # By its number among those of the abstract, in the order of the record: those without an offset come first.
    pane.abstract.show_highlight(1)
    assert pane.abstract.textCursor().selectedText() == "a shelf"


def in_title(pane: ReadingPane) -> list[tuple[str, str]]:
    """The marked words of the title with their grounds."""
    return [
        (selection.cursor.selectedText(), selection.format.background().color().name())
        for selection in pane.title.extraSelections()
    ]


def current(pane: ReadingPane, theme: Theme) -> list[str]:
    """The words that are marked stronger."""
    return [text for text, ground in [*in_title(pane), *marked(pane)] if ground == theme.colour("accent").name()]


def search(pane: ReadingPane, text: str) -> None:
    pane.set_words(parse(text, typing=True).words)


def test_searched_words_are_marked(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    search(pane, 'cafe title:lent "filled without" nowhere a + COUNT')
    show(pane, lanes)
    assert [text for text, _ in marked(pane)] == ["filled without", "count", "a", "counting", "count", "a café"]
    assert in_title(pane) == [("lent", theme.colour("token").name())]
    assert {ground for _, ground in marked(pane)} == {theme.colour("token").name()}
    assert pane.match_count.text() == "7 matches"
    assert pane.match_count.isVisible()
    pane.set_words([])
    assert marked(pane) == in_title(pane) == []
    assert not pane.match_count.isVisible()


def test_walking_from_match_to_match(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    assert not pane.walk(1)
    show(pane, lanes)
    assert not pane.walk(1)
    assert not pane.show_match()
    search(pane, "lent late")
    seen = []
    for _ in range(4):
        assert pane.walk(1)
        seen.append((current(pane, theme), pane.match_count.text()))
    # Those of the title, then those of the abstract; "late" may be a word still being typed.
    assert seen == [
        (["lent"], "1 of 4"),
        (["late"], "2 of 4"),
        (["lent"], "3 of 4"),
        (["later"], "4 of 4"),
    ]
    assert pane.walk(1)
    assert pane.match_count.text() == "1 of 4"
    assert pane.walk(-1)
    assert pane.match_count.text() == "4 of 4"
    search(pane, "shelves")
    assert pane.match_count.text() == "2 matches"
    assert current(pane, theme) == []
    assert pane.walk(-1)
    assert pane.match_count.text() == "2 of 2"


def test_going_to_the_match_of_a_passage(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    show(pane, lanes)
    search(pane, "lent count ")
    assert pane.show_match()
    assert (current(pane, theme), pane.match_count.text()) == (["count"], "2 of 4")
    assert pane.show_match(ABSTRACT.index("lent"))
    assert (current(pane, theme), pane.match_count.text()) == (["lent"], "3 of 4")
    assert pane.show_match(10_000)
    assert current(pane, theme) == ["count"]
    search(pane, "title:lent")
    assert pane.show_match()
    assert (current(pane, theme), pane.match_count.text()) == (["lent"], "1 of 1")


def test_the_match_stays_while_the_paper_changes_elsewhere(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    shown = show(pane, lanes)
    search(pane, "lent")
    pane.walk(1)
    do(lanes, reading.set_starred, [shown], False)
    pane.resize(400, 700)
    assert (current(pane, theme), pane.match_count.text()) == (["lent"], "1 of 2")
    show(pane, lanes, title="Another", identifiers=[])
    assert current(pane, theme) == []
    pane.show_selection([1, 2])
    assert not pane.match_count.isVisible()
    assert not pane.walk(1)
    pane.show_paper(None)
    assert not pane.match_count.isVisible()
    assert not pane.walk(1)


@pytest.mark.parametrize("size", [(484, 800), (340, 480)])
def test_a_match_is_scrolled_into_view(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes, theme: Theme, size: tuple[int, int]
) -> None:
    pane.resize(*size)
    show(
        pane, lanes, title="Odd", abstract=f"An odd beginning. {'A line to read. ' * 300}An odd end. {'A line. ' * 90}"
    )
    search(pane, "odd")

    def y() -> int:
        view = pane.abstract
        place = next(
            view.cursorRect(selection.cursor)
            for selection in view.extraSelections()
            if selection.format.background().color() == theme.colour("accent")
        )
        return view.viewport().mapTo(pane, place.center()).y()

    assert pane.show_match()
    assert 0 < y() < pane.height()
    assert pane.walk(1)
    assert current(pane, theme) == ["odd"]
    assert 0 < y() < pane.height() - pane.abstract.line()
    assert pane.walk(1)
    assert pane.match_count.text() == "1 of 3"
    where = pane.title.viewport().mapTo(pane, pane.title.match_rect(0).center()).y()
    assert 0 < where < pane.height()


def test_matches_in_what_is_not_shown_yet(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract="odd " + "many words " * 4_000 + "odd")
    search(pane, "odd")
    assert pane.match_count.text() == "1 match"
    qtbot.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    assert pane.match_count.text() == "2 matches"
    qtbot.waitUntil(lambda: [text for text, _ in marked(pane)] == ["odd", "odd"])


def test_a_long_abstract_is_cut_until_asked_for(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    words = "many words " * 9_000
    show(pane, lanes, abstract=words.strip())
    assert len(pane.abstract.toPlainText()) < SHOWN_AT_FIRST + 20
    assert pane.show_all.text() == "Show all 98,999 characters"
    qtbot.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    assert not pane.show_all.isVisible()
    qtbot.waitUntil(lambda: pane.abstract.toPlainText().replace("\n", "") == words.strip())


def test_a_word_of_a_million_letters(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract="w" * 1_000_000, highlights=[HighlightRecord("w" * 50, "claim", start=999_000)])
    assert len(pane.abstract.toPlainText()) < SHOWN_AT_FIRST + 100
    assert marked(pane) == []
    qtbot.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.abstract.toPlainText().count("w") == 1_000_000, timeout=60_000)
    qtbot.waitUntil(lambda: [text for text, _ in marked(pane)] == ["w" * 50])


def test_paging(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract="A line to read. " * 400)
    bar = pane.abstract.verticalScrollBar()
    assert bar.maximum() > 0
    pages = 1
    while pane.page_down():
        pages += 1
        assert pages < 100
    assert bar.value() == bar.maximum()
    assert pages > 2
    while pane.page_up():
        pages -= 1
    assert bar.value() == 0
    assert pages == 1
    show(pane, lanes, title="Short", identifiers=[], abstract="Short.")
    assert not pane.page_down()


def test_title_and_actions_stay_while_the_abstract_scrolls(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract="A line to read. " * 800)
    before = pane.status.mapTo(pane, QPoint(0, 0))
    pane.page_down()
    assert pane.status.mapTo(pane, QPoint(0, 0)) == before


def bars(pane: ReadingPane) -> list[QScrollBar]:
    """The scroll bars that are seen."""
    return [bar for bar in pane.findChildren(QScrollBar) if bar.isVisible()]


def top(pane: ReadingPane, part: QWidget) -> int:
    """Where a part begins, from the upper edge of the pane."""
    return part.mapTo(pane, QPoint(0, 0)).y()


def bottom(pane: ReadingPane) -> int:
    """Where the abstract's last line ends, from the upper edge of the pane."""
    end = QTextCursor(pane.abstract.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    return pane.abstract.viewport().mapTo(pane, pane.abstract.cursorRect(end).bottomLeft()).y()


LONG = "A line to read, and another one. " * 80


@pytest.mark.parametrize("size", [(300, 520), (340, 480), (420, 560), (900, 599)])
def test_in_little_room_all_scrolls_as_one(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes, size: tuple[int, int]
) -> None:
    pane.resize(*size)
    show(pane, lanes, title="Shelves " * 240, abstract=LONG, takeaway="People forget. " * 20)
    qtbot.waitUntil(lambda: len(bars(pane)) == 1)
    (bar,) = bars(pane)
    for text in (pane.title, pane.authors, pane.origin, pane.takeaway, pane.abstract):
        assert text.viewport().height() >= text.document().size().height() - 1
    before = top(pane, pane.status)
    pages = 1
    while pane.page_down():
        pages += 1
        assert pages < 100
    assert pages > 2
    assert bar.value() == bar.maximum()
    assert top(pane, pane.status) == before - bar.maximum()
    assert bottom(pane) <= pane.height() - 16
    while pane.page_up():
        pages -= 1
    assert pages == 1
    assert bar.value() == 0
    pane.page_down()
    show(pane, lanes, title="Short", identifiers=[], abstract="Short.", tags=[], takeaway="")
    assert not pane.page_down()
    qtbot.waitUntil(lambda: bars(pane) == [])
    assert top(pane, pane.title) == (20 if size[0] < 460 else 28)


def test_a_text_knows_its_height_before_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    text = FittedText(theme)
    qtbot.addWidget(text)
    text.show_runs([Run("The order of letters in a line of"), Run(" running\u00a0text decides how wide it is.")])
    told = {}
    for width in (238, 260, 409, 600, 204):
        told[width] = text.heightForWidth(width)
        text.resize(width, told[width])
    text.show()
    for width, height in told.items():
        text.resize(width, 200)
        assert math.ceil(text.document().size().height()) == height


def test_under_many_tags_all_scrolls_as_one(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract=LONG, tags=[f"tag number {n}" for n in range(40)])
    qtbot.waitUntil(lambda: len(bars(pane)) == 1)
    before = top(pane, pane.title)
    assert pane.page_down()
    assert top(pane, pane.title) < before


def test_with_room_the_abstract_alone_scrolls(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract=LONG)
    assert bars(pane) == [pane.abstract.verticalScrollBar()]
    while pane.page_down():
        pass
    assert bottom(pane) <= pane.height() - 16


def test_lines_are_as_long_with_the_bar_as_without(pane: ReadingPane, lanes: Lanes) -> None:
    pane.resize(340, 560)
    show(pane, lanes, abstract="Short.", takeaway="")
    without = pane.title.width(), pane.abstract.lineWrapColumnOrWidth()
    assert bars(pane) == []
    show(pane, lanes, abstract=LONG, takeaway="", identifiers=[], title="Longer")
    assert len(bars(pane)) == 1
    assert (pane.title.width(), pane.abstract.lineWrapColumnOrWidth()) == without == (300, 300)


def test_the_place_stays_when_the_room_changes(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes, abstract=LONG * 4)
    pane.page_down()
    read = pane.abstract.verticalScrollBar().value()
    pane.resize(484, 560)
    assert top(pane, pane.abstract) == -read
    pane.resize(484, 800)
    assert pane.abstract.verticalScrollBar().value() == read
    pane.resize(484, 560)
    pane.edit_tags()
    assert 0 <= top(pane, pane.tag_editor) < 560
    qtbot.keyClick(pane.tag_editor.field, Qt.Key.Key_Escape)
    assert top(pane, pane.abstract) == -read


def test_keys_and_wheel_scroll_all_from_the_abstract(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    pane.resize(300, 520)
    show(pane, lanes, abstract=LONG)
    (bar,) = bars(pane)
    pane.abstract.setFocus()
    places = []
    for key in (
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(pane.abstract, key)
        places.append(bar.value())
    end, page, line, again, last, first = places
    assert end == again + bar.pageStep() == last == bar.maximum()
    assert line < page == again
    assert first == 0
    view = pane.abstract.viewport()
    middle = view.visibleRegion().boundingRect().center()
    QTest.wheelEvent(pane.windowHandle(), QPointF(view.mapTo(pane, middle)), QPoint(0, -120))
    assert bar.value() > 0


def test_what_is_sought_comes_into_sight_in_little_room(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    pane.resize(300, 400)
    abstract = f"{LONG}A highlight. {LONG}See https://example.org/end"
    show(pane, lanes, abstract=abstract, highlights=[HighlightRecord("A highlight.", "claim", start=len(LONG))])

    def seen() -> bool:
        cursor = pane.abstract.cursorRect()
        place = pane.abstract.viewport().mapTo(pane, cursor.topLeft()).y()
        return 0 <= place <= pane.height() - cursor.height()

    assert not pane.abstract.visibleRegion().boundingRect().height() > 100
    pane.abstract.show_highlight(0)
    assert pane.abstract.textCursor().selectedText() == "A highlight."
    assert seen()
    (bar,) = bars(pane)
    bar.setValue(0)
    pane.abstract.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert pane.abstract.visibleRegion().boundingRect().height() >= pane.abstract.line()
    qtbot.keyClick(pane.abstract, Qt.Key.Key_Tab)
    assert pane.abstract.textCursor().selectedText() == "https://example.org/end"
    assert seen()


def test_the_title_is_smaller_in_a_narrow_pane(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    show(pane, lanes)
    body = theme.font().pointSizeF()
    for width, size in ((300, 1.35), (459, 1.35), (460, 1.7), (900, 1.7)):
        pane.resize(width, 600)
        assert pane.title.font().pointSizeF() == pytest.approx(body * size, rel=0.02)


@pytest.mark.parametrize("width", [300, 484, 900])
@pytest.mark.parametrize("word", ["shelves & <b>books</b> ", "W", "書", "😀", "كتاب "])
def test_a_long_title_is_cut_and_told_in_full(pane: ReadingPane, lanes: Lanes, word: str, width: int) -> None:
    pane.resize(width, 900)
    full = (word * 2_000)[:2_000].strip()
    show(pane, lanes, title=full)
    shown = pane.title.toPlainText()
    assert shown.endswith("…")
    # Qt joins a letter of a joining script to the ellipsis.
    assert full.startswith(shown[:-1].rstrip("\u200d"))
    assert pane.title.document().firstBlock().layout().lineCount() == 6
    assert pane.title.verticalScrollBar().maximum() == 0
    assert html.unescape(pane.title.toolTip()) == f"<qt>{full}</qt>"
    show(pane, lanes, title="Short", identifiers=[])
    assert pane.title.toPlainText() == "Short"
    assert pane.title.toolTip() == ""


@given(st.text(max_size=200), st.integers(60, 300))
def test_a_cut_text_is_the_beginning(theme: Theme, text: str, width: int) -> None:
    text = one_line(text)
    shown = cut(text, theme.font(), width, 2)
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1].rstrip("\u200d")))


def test_the_takeaway_stands_over_the_abstract(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    for height in (800, 500):
        pane.resize(484, height)
        assert top(pane, pane.abstract) - top(pane, pane.takeaway) - pane.takeaway.height() == 8
    show(pane, lanes, takeaway=" \n", title="Without", identifiers=[])
    assert not pane.takeaway.isVisible()


def test_the_status_keeps_its_words_where_they_fit(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    segments = list(pane.status.segments.values())
    for width, marks, words in ((484, 4, 4), (420, 4, 4), (300, 0, 4)):
        pane.resize(width, 800)
        assert sum(bool(segment.shape.mark) for segment in segments) == marks
        assert sum(segment.shape.word for segment in segments) == words
        assert segments[-1].geometry().right() < pane.status.width()
    pane.status.resize(200, 28)
    assert [segment.shape.word for segment in segments] == [False, True, False, False]
    assert all(segment.shape.mark and segment.toolTip() for segment in segments)


def test_a_change_is_taken_over_where_the_reader_is(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    shown = show(pane, lanes, abstract="A line to read. " * 800)
    pane.page_down()
    place = pane.abstract.verticalScrollBar().value()
    cursor = pane.abstract.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    pane.abstract.setTextCursor(cursor)
    pane.abstract.verticalScrollBar().setValue(place)
    do(lanes, filing.tag, [shown], ["newly made"])
    assert "newly made" in [chip.name for chip in pane.chips if chip.isVisible()]
    assert pane.abstract.verticalScrollBar().value() == place
    assert pane.abstract.textCursor().selectedText() == "line"


def test_other_papers_changes_are_nothing_to_it(pane: ReadingPane, lanes: Lanes) -> None:
    shown = show(pane, lanes)
    lanes.library_changed.disconnect(pane.refresh)
    do(lanes, reading.set_rating, [shown], 1)
    lanes.library_changed.connect(pane.refresh)
    pane.refresh(Changes(papers=frozenset({1}), tables=frozenset({"paper"})))
    assert pane.rating.rating == 4
    pane.refresh(Changes(everything=True))
    assert pane.rating.rating == 1


def test_chips_take_the_colours_of_the_tags(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    show(pane, lanes)
    do(lanes, tagging.colour_tag, "thesis", "teal")
    chip = pane.chips[1]

    def dot() -> str:
        return chip.grab().toImage().pixelColor(12, 12).name()

    qtbot.waitUntil(lambda: dot() == theme.dot("teal").name())


def test_nothing_selected(pane: ReadingPane) -> None:
    assert pane.empty.isVisible()
    assert pane.empty.text() == "Select a paper"
    assert not pane.page_down()
    pane.show_paper(99_999)
    assert pane.empty.isVisible()


def test_several_selected(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    ids = add(
        lanes,
        paper(title="One", identifiers=[], tags=["alpha", "beta"]),
        paper(title="Two", identifiers=[], tags=["alpha"]),
    )
    pane.show_selection(ids)
    assert pane.title.toPlainText() == "2 papers selected"
    assert not pane.abstract.isVisible()
    assert not pane.page_down()
    qtbot.waitUntil(lambda: pane.status.status is Status.READING)
    assert pane.star.isChecked()
    shown = [chip.accessibleName() for chip in pane.chips if chip.isVisible()]
    assert shown == ["Tag alpha", "Tag beta"]
    with qtbot.waitSignal(pane.status_chosen):
        qtbot.mouseClick(pane.status.segments[Status.READ], Qt.MouseButton.LeftButton)
    do(lanes, reading.set_status, ids[:1], Status.DROPPED)
    qtbot.waitUntil(lambda: pane.status.status is None)
    pane.show_paper(ids[0])
    assert pane.abstract.isVisible()
    assert pane.title.toPlainText() == "One"


def test_tags_of_several_can_be_completed_for_all(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    ids = add(
        lanes,
        paper(title="One", identifiers=[], tags=["alpha", "beta"]),
        paper(title="Two", identifiers=[], tags=["alpha"]),
    )
    pane.show_selection(ids)
    qtbot.waitUntil(lambda: sum(chip.isVisible() for chip in pane.chips) == 2)
    pane.edit_tags()
    qtbot.keyClicks(pane.tag_editor.field, "beta, alpha")
    with qtbot.waitSignal(pane.tags_edited) as edited:
        qtbot.keyClick(pane.tag_editor.field, Qt.Key.Key_Return)
    assert edited.args == [["beta"], []]


def test_a_selection_of_thousands_is_answered_neutrally(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    pane.show_selection(range(1, 100_001))
    assert pane.title.toPlainText() == "100,000 papers selected"
    assert pane.status.status is None
    assert not any(chip.isVisible() for chip in pane.chips)


def test_letters_are_the_windows_in_the_abstract_and_the_fields_in_the_field(
    qtbot: QtBot, pane: ReadingPane, lanes: Lanes
) -> None:
    show(pane, lanes)
    heard: list[str] = []
    for key in ("J", "M", "Space", "Return", "Del", "Esc"):
        shortcut = QShortcut(QKeySequence(key), pane)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda key=key: heard.append(key))

    def press(widget: QWidget, *keys: Qt.Key) -> list[str]:
        heard.clear()
        widget.setFocus()
        for key in keys:
            qtbot.keyClick(widget, key)
        return list(heard)

    assert press(pane.abstract, Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_Space) == ["J", "M", "Space"]
    assert press(pane.star, Qt.Key.Key_Space) == []
    assert not pane.star.isChecked()
    assert press(pane.chips[0], Qt.Key.Key_Delete) == []
    pane.edit_tags()
    field = pane.tag_editor.field
    assert press(field, Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_M) == []
    assert field.text() == "j m"
    assert press(field, Qt.Key.Key_Return) == []


def test_tab_goes_as_the_eye_does(qtbot: QtBot, pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    pane.status.segments[Status.READING].setFocus()
    passed = []
    for _ in range(9):
        here = pane.focusWidget()
        assert here is not None
        passed.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    wanted: list[QWidget] = [pane.status.segments[Status.READING], pane.rating, pane.star, pane.links["pdf"]]
    assert passed == [*wanted, pane.links["code"], pane.cite, *pane.chips[:2], pane.add_tag]
    assert pane.abstract.hasFocus()


def test_links_are_reached_with_the_keyboard(qtbot: QtBot, pane: ReadingPane, lanes: Lanes, opened: list[str]) -> None:
    show(pane, lanes)
    pane.abstract.setFocus(Qt.FocusReason.TabFocusReason)
    if not pane.abstract.textCursor().hasSelection():
        qtbot.keyClick(pane.abstract, Qt.Key.Key_Tab)
    qtbot.keyClick(pane.abstract, Qt.Key.Key_Return)
    assert opened == ["https://example.org/shelves/count"]


def test_copies_plain_text(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    pane.abstract.selectAll()
    data = pane.abstract.createMimeDataFromSelection()
    assert data.text() == ABSTRACT
    assert not data.hasHtml()


def test_the_column_is_never_wider_than_75_characters(pane: ReadingPane, lanes: Lanes) -> None:
    pane.resize(1600, 800)
    show(pane, lanes, abstract="Reading is easier when lines are of a length that the eye can follow. " * 20)
    layout = pane.abstract.document().firstBlock().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert max(lengths) <= 78
    assert sum(lengths) / len(lengths) >= 60


def test_other_colours(pane: ReadingPane, lanes: Lanes, theme: Theme) -> None:
    show(pane, lanes)
    light = theme.tokens

    def link() -> str:
        cursor = pane.abstract.document().find("example.org")
        return cursor.charFormat().foreground().color().name()

    assert link() == light.accent_text
    theme.tokens = DARK
    try:
        theme.changed.emit()
        assert link() == DARK.accent_text
        assert pane.abstract.toPlainText() == ABSTRACT
    finally:
        theme.tokens = light
        theme.changed.emit()


def test_a_library_that_cannot_be_written(qtbot: QtBot, library: Library, theme: Theme, opened: list[str]) -> None:
    library.notice = "This library can only be read."
    lanes = Lanes(library)
    pane = ReadingPane(lanes, theme, opened.append)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_paper(1)
    assert not pane.status.isEnabled()
    assert not pane.add_tag.isVisible()
    pane.edit_tags()
    assert not pane.tag_editor.isVisible()
    with qtbot.assertNotEmitted(pane.status_chosen):
        qtbot.mouseClick(pane.status.segments[Status.READ], Qt.MouseButton.LeftButton)
    lanes.close()
    library.notice = ""


def test_every_part_has_a_name_for_those_who_cannot_see_it(pane: ReadingPane, lanes: Lanes) -> None:
    show(pane, lanes)
    parts: list[QWidget] = [
        pane.title,
        pane.authors,
        pane.origin,
        pane.abstract,
        pane.status,
        pane.rating,
        pane.add_tag,
    ]
    parts += [*pane.status.segments.values(), *pane.chips, pane.tag_editor.field]
    assert all(part.accessibleName() for part in parts)


@given(st.text(max_size=300), st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_offsets_are_positions(text: str, offset: int) -> None:
    """The blocks of a document joined by their separators have, at the position, what the text has at the offset."""
    text = text.replace("\r", " ") + "wordless " * 700 + "x" * 7_000
    paragraphs = Paragraphs(text)
    document = "\n".join(paragraphs.texts).encode("utf-16-le", "surrogatepass")
    for at in (offset, len(text) - offset - 1):
        position = paragraphs.position(at)
        wanted = text[at].encode("utf-16-le", "surrogatepass")
        assert document[position * 2 : position * 2 + len(wanted)] == wanted
        assert paragraphs.offset(position) == at


@given(st.text(max_size=100))
def test_shown_texts_are_on_one_line_and_never_reorder(text: str) -> None:
    shown = one_line(text)
    assert shown == " ".join(shown.split())
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufffc\x00\x1b")


def test_searched_words_are_marked_in_highlights(qtbot: QtBot, theme: Theme) -> None:
    cards = HighlightList(theme)
    qtbot.addWidget(cards)
    cards.resize(320, 160)
    highlights = [HighlightRecord(f"Quote {number} of a lent book", "claim", comment="late") for number in range(9)]
    cards.show_highlights(highlights, {"claim": "yellow"})
    cards.show()
    ground = theme.colour("token")

    def grounds() -> int:
        image = cards.viewport().grab().toImage()
        return sum(
            image.pixelColor(x, y) == ground for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
        )

    assert grounds() == 0
    cards.set_words(parse("lent late").words)
    assert grounds() > 40
    cards.go_to(8)
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()).center())
    cards.set_words([])
    assert grounds() == 0
