"""The pages of a PDF: drawn where they are seen, scrolled, enlarged, selected in, searched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.library.pdfs import Place
from readerapp.records import HighlightRecord
from readerapp.ui.parts.pdf_pages import PdfPages
from readerapp.ui.parts.pdf_view import PdfView
from readerapp.ui.theme import Theme
from tests.pdfs import pdf, prose


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PdfView:
    made = PdfView(theme)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def shows(view: PdfView, tmp_path: Path, qtbot: QtBot) -> Iterator[object]:
    """Opens bytes in the view, and waits until its first page is there."""
    opened: list[PdfPages] = []

    def show(content: bytes, place: Place | None = None) -> PdfPages:
        path = tmp_path / f"{len(opened)}.pdf"
        path.write_bytes(content)
        pages = PdfPages(path, path.name, view)
        opened.append(pages)
        view.show_pages(pages, place)
        qtbot.waitUntil(lambda: view.count > 0 and pages.layer(view.page) is not None)
        return pages

    yield show
    view.show_pages(None)
    for pages in opened:
        pages.close()


def test_only_what_is_near_is_drawn_of_five_hundred_pages(view: PdfView, shows: object, qtbot: QtBot) -> None:
    pages: PdfPages = shows(pdf(prose(500, 30)))  # type: ignore[operator]
    assert view.count == 500
    qtbot.waitUntil(lambda: pages.picture(1) is not None)
    view.go_to_page(300)
    assert view.page == 300
    qtbot.waitUntil(lambda: pages.picture(300) is not None and pages.layer(300) is not None)
    qtbot.wait(50)
    drawn = {page for page in range(500) if pages.picture(page) is not None}
    assert drawn <= {*range(5), *range(298, 305)}
    # However far one goes, pictures are kept within bounds.
    for page in range(25, 500, 25):
        view.go_to_page(page)
        qtbot.waitUntil(partial(is_drawn, pages, page))
    kept = [pages.picture(page) for page in range(500)]
    assert sum(picture.sizeInBytes() for picture in kept if picture is not None) <= 170 * 2**20
    told = view.accessibleDescription()
    qtbot.waitUntil(lambda: view.accessibleDescription() != told or "Page 476 of 500" in told)
    qtbot.waitUntil(lambda: "Page 476 of 500" in view.accessibleDescription())
    assert "Line 0 of page 476 tells" in view.accessibleDescription()


def is_drawn(pages: PdfPages, page: int) -> bool:
    return pages.picture(page) is not None


def test_pages_are_drawn_in_the_pixels_of_the_screen(view: PdfView, shows: object, qtbot: QtBot) -> None:
    pages: PdfPages = shows(pdf(prose(2)))  # type: ignore[operator]
    qtbot.waitUntil(lambda: pages.picture(0) is not None)
    picture = pages.picture(0)
    assert picture is not None
    assert picture.width() == round((view.viewport().width() - 32) * view.devicePixelRatioF())
    shown = view.grab().toImage()
    assert QColor(shown.pixel(shown.width() // 2, 40)) == QColor("white")


def test_keys_scroll_and_find_their_ends(view: PdfView, shows: object, qtbot: QtBot) -> None:
    shows(pdf(prose(9)))  # type: ignore[operator]
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    down = bar.value()
    assert down > 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > down + 400
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert bar.value() < 60
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 8
    assert not view.page_down()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    assert not view.page_up()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.page == 0


def test_what_is_in_the_middle_stays_while_pages_grow(view: PdfView, shows: object) -> None:
    shows(pdf(prose(9)))  # type: ignore[operator]
    assert view.fits_width
    view.go_to(Place(5, 300))
    middle = view.viewport().rect().center()
    before = view._spot(middle)
    for _ in range(4):
        view.zoom_by(1)
    after = view._spot(middle)
    assert view.zoom > 1.2
    assert after[0] == before[0]
    assert after[1].y() == pytest.approx(before[1].y(), abs=2)
    view.zoom_by(-1)
    view.set_zoom(99)
    assert view.zoom == pytest.approx(5)
    view.set_zoom(0)
    assert view.fits_width


def test_a_place_is_where_it_was(view: PdfView, shows: object) -> None:
    content = pdf(prose(9))
    shows(content, Place(6, 200, 1.5))  # type: ignore[operator]
    place = view.place
    assert (place.page, place.zoom) == (6, 1.5)
    assert place.top == pytest.approx(200, abs=1)
    view.resize(500, 500)
    assert view.place.page == 6


def point_of(view: PdfView, page: int, words: str, *, end: bool = False) -> QPoint:
    """Where words stand in the viewport: their first or last letter."""
    start = view._text(page).index(words)
    at = start + len(words) - 1 if end else start
    return view._rows(page, at, at + 1)[0].center().toPoint()


def test_the_mouse_selects_words_lines_and_drags(view: PdfView, shows: object, qtbot: QtBot) -> None:
    shows(pdf([["An answer that holds", "and its longer proof"]]))  # type: ignore[operator]
    told: list[object] = []
    view.passage_selected.connect(lambda: told.append(view.selected_text()))
    port = view.viewport()
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point_of(view, 0, "answer"))
    assert told == ["answer"]
    start, end = point_of(view, 0, "holds"), point_of(view, 0, "longer", end=True)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert told[-1] == "holds and its longer"
    mark = view.anchored()
    assert mark is not None
    assert (mark.quote, mark.page, mark.start) == ("holds\nand its longer", 1, 15)
    assert view.selection_rect().contains(end)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "holds and its longer"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection is None


def test_keys_select_from_what_is_seen_first(view: PdfView, shows: object, qtbot: QtBot) -> None:
    shows(pdf([["An answer that holds", "and its longer proof"]]))  # type: ignore[operator]
    shift, both = (
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
    )
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.selected_text() == "An"
    qtbot.keyClick(view, Qt.Key.Key_Right, both)
    assert view.selected_text() == "An answer"
    qtbot.keyClick(view, Qt.Key.Key_Down, shift)
    assert view.selected_text().startswith("An answer that holds and its")
    qtbot.keyClick(view, Qt.Key.Key_Up, shift)
    qtbot.keyClick(view, Qt.Key.Key_Left, shift)
    assert len(view.selected_text()) < len("An answer that holds")


def test_highlights_lie_on_the_page_and_are_chosen(view: PdfView, theme: Theme, shows: object, qtbot: QtBot) -> None:
    pages: PdfPages = shows(pdf([["An answer that holds"], ["and its longer proof"]]))  # type: ignore[operator]
    marks = [
        HighlightRecord("answer", "claim", "so?", start=3, page=1, id=7),
        HighlightRecord("longer proof", "", start=8, page=2, id=8),
        HighlightRecord("nowhere to be found at all", "", start=8, page=2, id=9),
    ]
    view.show_highlights(marks, {"claim": "green"})
    qtbot.waitUntil(lambda: pages.picture(0) is not None)
    place = point_of(view, 0, "answer")
    rect = view._rows(0, 3, 9)[0].toRect()
    shown = view.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    colours = {
        QColor(shown.pixel(round(x * ratio), round((rect.top() + 1) * ratio))).name()
        for x in range(rect.left() + 2, rect.right() - 2)
    }
    assert theme.mark_on("green", False).name() in colours
    clicked: list[int] = []
    view.highlight_clicked.connect(clicked.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked == [7]
    assert view.chosen == 7
    assert "claim: so?" in view._words_at(place)
    assert view.go_to_highlight(8)
    qtbot.waitUntil(lambda: view.page == 1 or view._rows(1, 8, 14)[0].top() < view.viewport().height())
    assert view.go_to_highlight(9)
    assert not view.go_to_highlight(10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 590))
    assert clicked[-1] == 0


def test_dark_pages_are_light_on_dark(view: PdfView, shows: object, qtbot: QtBot) -> None:
    pages: PdfPages = shows(pdf([["An answer"]]))  # type: ignore[operator]
    view.dark = True
    qtbot.waitUntil(lambda: QColor((pages.picture(0) or view.grab().toImage()).pixel(3, 3)).lightness() < 60)
    shown = view.viewport().grab().toImage()
    assert QColor(shown.pixel(shown.width() // 2, shown.height() // 2)).lightness() < 60


def test_words_are_found_on_all_pages_from_where_one_is(view: PdfView, shows: object, qtbot: QtBot) -> None:
    pages: PdfPages = shows(pdf([["Lévy here"], ["nothing"], ["levy and LEVYS"]]))  # type: ignore[operator]
    whole: list[bool] = []
    pages.found.connect(whole.append)
    pages.search(Marker((Words("levy", "pdf", prefix=True),)), 1)
    qtbot.waitUntil(lambda: True in whole)
    assert [(match.page, match.start) for match in pages.matches] == [(0, 0), (2, 0), (2, 9)]
    view.show_match(pages.matches[2])
    qtbot.waitUntil(lambda: bool(view._rows(2, 9, 13)))
    assert view.viewport().rect().intersects(view._rows(2, 9, 13)[0].toRect())
    pages.search(Marker())
    assert pages.matches == []


def test_links_are_followed_within_and_told_without(view: PdfView, shows: object, qtbot: QtBot) -> None:
    shows(  # type: ignore[operator]
        pdf(
            [["See page two, or go away"], *prose(1)],
            links=[(0, (70, 700, 150, 735), 1), (0, (160, 700, 300, 735), "https://example.org/")],
        )
    )
    told: list[str] = []
    view.link_asked.connect(told.append)
    left, top = view._origin(0)
    where = QPoint(left + round(200 * view._scale), top + round(75 * view._scale))
    assert "https://example.org/" in view._words_at(where)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told == ["https://example.org/"]
    within = QPoint(left + round(100 * view._scale), top + round(75 * view._scale))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=within)
    assert view.place.page == 2


def test_what_others_marked_is_told_under_the_mouse(view: PdfView, shows: object) -> None:
    note = (0, "/Subtype /Text /Rect [300 700 320 720] /Contents (really <b>so</b>?) /T (Ada)")
    shows(pdf([["An answer"]], annotations=[note]))  # type: ignore[operator]
    left, top = view._origin(0)
    where = QPoint(left + round(310 * view._scale), top + round(82 * view._scale))
    assert view._words_at(where) == ["Ada: really <b>so</b>?"]


def test_what_cannot_be_opened_is_a_sentence(view: PdfView, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(b"%PDF-1.7 no")
    pages = PdfPages(path, "bad.pdf", view)
    with qtbot.waitSignal(pages.failed, check_params_cb=lambda words: "damaged" in words):
        view.show_pages(pages)
    view.grab()
    pages.close()
