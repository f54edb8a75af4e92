"""A person attaches a PDF, reads it in the window, marks it, and takes it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import attachments, files, papers, pdfs
from readerapp.operations import highlighting
from readerapp.records import HighlightRecord, Link, Record
from readerapp.ui.panels.pdf import PdfPane
from readerapp.ui.theme import Theme
from tests.conftest import reading
from tests.pdfs import pdf, prose
from tests.ui.person import Person, opened


@pytest.fixture
def person(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[Person]:
    window = opened(lanes, theme, settings, qtbot)
    yield Person(window, lanes, qtbot)
    window.close()


def attach(person: Person, folder: Path, content: bytes, name: str = "answers.pdf") -> str:
    """Attaches a file to the current paper, and waits for it."""
    path = folder / name
    path.write_bytes(content)
    before = len(attachments.of(person.lanes.reader, person.current))
    person.window.pdf.attach(person.current, [path])
    person.sees(lambda: len(attachments.of(person.lanes.reader, person.current)) > before)
    person.sees(lambda: not person.window.reading_pane.links["pdf"].isHidden())
    return attachments.of(person.lanes.reader, person.current)[-1].sha256


def reads(person: Person) -> PdfPane:
    """Opens the PDF with its key, and waits for its first page."""
    person.press(Qt.Key.Key_P)
    person.sees(lambda: person.window.pdf.shown)
    pane = person.window.pdf.pane
    assert pane is not None
    person.sees(lambda: pane.failed or (pane.view.count and pane.view._layer_known(pane.view.page)))
    return pane


def test_p_reads_the_pdf_beside_the_notes_and_goes_back(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf(prose(12)))
    pane = reads(person)
    assert pane.isVisible()
    assert pane.view.hasFocus()
    assert not person.window.reading_pane.abstract.isVisible()
    assert (pane.page.text(), pane.count.text()) == ("1", "of 12")
    # Letters still act on the paper, and Space pages.
    person.press(Qt.Key.Key_S)
    person.sees(lambda: papers.record(person.lanes.reader, person.current).starred)  # type: ignore[union-attr]
    assert pane.isVisible()
    person.press(Qt.Key.Key_Space)
    assert pane.view.verticalScrollBar().value() > 300
    person.press(Qt.Key.Key_P)
    person.sees(lambda: not person.window.pdf.shown)
    assert person.window.reading_pane.abstract.hasFocus()
    reads(person)
    person.press(Qt.Key.Key_Escape)
    assert person.window.list.hasFocus()
    assert person.window.pdf.shown
    person.press(Qt.Key.Key_J)
    person.sees(lambda: not person.window.pdf.shown)
    assert person.window.reading_pane.abstract.isVisible()


def test_place_and_zoom_are_there_again(person: Person, tmp_path: Path) -> None:
    sha256 = attach(person, tmp_path, pdf(prose(12)))
    pane = reads(person)
    pane.page.setFocus()
    pane.page.selectAll()
    person.type("7")
    person.press(Qt.Key.Key_Return)
    assert pane.view.page == 6
    person.press(Qt.Key.Key_Equal, modifier=Qt.KeyboardModifier.ControlModifier)
    zoom = pane.view.place.zoom
    assert zoom > 0
    person.press(Qt.Key.Key_P)
    person.sees(lambda: pdfs.place(person.lanes.reader, sha256).page in (6, 7))
    kept = pdfs.place(person.lanes.reader, sha256)
    assert kept.zoom == zoom
    pane = reads(person)
    assert pane.view.place.zoom == zoom
    assert pane.view.place.page == kept.page
    person.press(Qt.Key.Key_W)
    assert pane.view.fits_width


def test_h_highlights_and_the_card_leads_back(person: Person, tmp_path: Path) -> None:
    sha256 = attach(person, tmp_path, pdf(prose(6)))
    pane = reads(person)
    text = pane.view._text(0)
    start = text.index("answer 43")
    pane.view.select(0, start, start + 9)
    pane.view.passage_selected.emit()
    bar = person.window.highlighting.bar
    assert bar.isVisible()
    bar.buttons[1].click()

    def marks() -> list[HighlightRecord]:
        record = papers.record(person.lanes.reader, person.current)
        return record.highlights if record else []

    person.sees(lambda: len(marks()) == 1)
    (mark,) = marks()
    assert (mark.quote, mark.target, mark.page, mark.start) == ("answer 43", f"attachment:{sha256}", 1, start)
    assert mark.meaning
    person.sees(lambda: pane.view.chosen == mark.id)
    assert not bar.isVisible()
    # Another one, with the key and the meaning used last; the same once more is none.
    pane.view.select(0, 0, 6)
    person.press(Qt.Key.Key_H)
    person.sees(lambda: len(marks()) == 2)
    pane.view.select(0, 0, 6)
    person.press(Qt.Key.Key_H)
    person.qtbot.wait(50)
    assert len(marks()) == 2
    # From the card to the page, after the abstract has been shown.
    person.press(Qt.Key.Key_P)
    pane.view.go_to_page(5)
    person.window.notes_panel.highlight_asked.emit(mark.id)
    person.sees(lambda: person.window.pdf.shown and pane.view.chosen == mark.id)
    person.lanes.do(highlighting.delete_highlights, [mark.id])
    person.sees(lambda: len(marks()) == 1)
    person.sees(lambda: sum(map(len, pane.view._marks.values())) == 1)
    person.window.undo()
    person.sees(lambda: sum(map(len, pane.view._marks.values())) == 2)


def test_a_search_leads_to_the_page(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf([*prose(7), ["The zymurgy of page 8"]]))
    window = person.window
    window._texts.look()
    paper = person.current
    person.sees(lambda: pdfs.text(person.lanes.reader, attachments.of(person.lanes.reader, paper)[0].sha256, 8))
    window.focus("search")
    person.type("pdf:zymurgy")
    person.sees(lambda: person.ids == [paper])
    person.press(Qt.Key.Key_Return)
    person.sees(lambda: window.list.passage(paper) is not None)
    passage = window.list.passage(paper)
    assert passage is not None
    assert (passage.source, passage.number) == ("pdf", 8)
    person.press(Qt.Key.Key_Return)
    person.sees(lambda: window.pdf.shown)
    pane = window.pdf.pane
    assert pane is not None
    person.sees(lambda: pane.view.match is not None and pane.view.match.page == 7)
    assert pane.found.text() == "1 of 1"


def test_every_search_finds_pdfs_where_the_reader_chose_so(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf([["The zymurgy of page 1"]]))
    window, paper = person.window, person.current
    window._texts.look()
    person.sees(lambda: pdfs.text(person.lanes.reader, attachments.of(person.lanes.reader, paper)[0].sha256, 1))
    window.focus("search")
    person.type("zymurgy")
    person.sees(lambda: person.ids == [])
    from readerapp import config

    window._setting_changed(config.SEARCH_PDFS.key, True)
    person.sees(lambda: person.ids == [paper])
    window._setting_changed(config.SEARCH_PDFS.key, False)
    person.sees(lambda: person.ids == [])


def test_finding_in_the_pdf(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf([["one lemma"], ["two"], ["a lemma, and lemmas"]]))
    pane = reads(person)
    person.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert pane.field.hasFocus()
    person.type("lemm")
    person.sees(lambda: pane.found.text() == "1 of 3")
    person.press(Qt.Key.Key_Return)
    person.sees(lambda: pane.found.text() == "2 of 3")
    assert pane.view.match is not None
    assert pane.view.match.page == 2
    person.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert pane.found.text() == "1 of 3"
    person.type("x")
    person.sees(lambda: pane.found.text() == "Not found")
    person.press(Qt.Key.Key_Escape)
    assert not pane.find_row.isVisible()
    assert pane.view.hasFocus()
    person.press(Qt.Key.Key_F3)
    assert pane.view.match is None


def test_contents_lead_to_pages(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf(prose(5), outline=[("Beginning", 0), ("End", 2)]))
    pane = reads(person)
    person.sees(lambda: pane.contents.count() == 2)
    assert pane.contents_button.isVisible()
    person.window.actions_by_id["pdf-contents"].trigger()
    assert pane.contents.isVisible()
    assert pane.contents.hasFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert pane.view.page == 2
    person.window.actions_by_id["pdf-contents"].trigger()
    assert not pane.contents.isVisible()


@pytest.mark.parametrize("kind", ["damaged", "missing"])
def test_what_cannot_be_shown_says_why_and_harms_nothing(person: Person, tmp_path: Path, kind: str) -> None:
    content = b"%PDF-1.7 no" if kind == "damaged" else pdf([["x"]])
    sha256 = attach(person, tmp_path, content)
    if kind == "missing":
        files.path_of(person.lanes.library.path, sha256, attachments.PDF).unlink()
    pane = reads(person)
    person.sees(lambda: pane.failed)
    assert ("damaged" if kind == "damaged" else "not in the library's folder") in pane.trouble.text()
    assert pane.outside.isVisible()
    person.press(Qt.Key.Key_H)
    person.press(Qt.Key.Key_P)
    assert not person.window.pdf.shown


def test_dropped_and_pasted_files_are_attached_where_the_paper_is(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "dropped.pdf"
    path.write_bytes(pdf([["x"]]))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x.pdf")])
    window = person.window
    assert not window.pdf.take(data, window.list)
    assert window.pdf.take(data, window.reading_pane.abstract.viewport())
    person.sees(lambda: [one.name for one in attachments.of(person.lanes.reader, person.current)] == ["dropped.pdf"])
    person.press(Qt.Key.Key_J)
    again = QMimeData()
    again.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(again)
    window.focus("abstract")
    person.press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: [one.name for one in attachments.of(person.lanes.reader, person.current)] == ["dropped.pdf"])
    # What Python made must not be there when Qt ends.
    QApplication.clipboard().clear()


def test_detaching_is_undone(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf([["x"]]))
    reads(person)
    person.window.pdf.detach(attachments.of(person.lanes.reader, person.current)[0])
    person.sees(lambda: not person.window.pdf.shown)
    person.sees(lambda: person.window.reading_pane.links["pdf"].isHidden())
    person.window.undo()
    person.sees(lambda: not person.window.reading_pane.links["pdf"].isHidden())
    reads(person)


def test_a_link_in_the_pdf_is_opened_when_the_reader_says_so(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf([["x"]]))
    pane = reads(person)
    pane.view.link_asked.emit("javascript:alert(1)")
    pane.view.link_asked.emit("file:///etc/passwd")
    pane.view.link_asked.emit("https://example.org/<b>x</b>")
    (asked,) = person.window.findChildren(QMessageBox)
    assert "example.org" in asked.text()
    assert asked.textFormat() == Qt.TextFormat.PlainText
    asked.reject()
    person.sees(lambda: not asked.isVisible())


def test_a_copy_with_highlights_is_written(person: Person, tmp_path: Path) -> None:
    from pypdf import PdfReader

    attach(person, tmp_path, pdf(prose(2)))
    pane = reads(person)
    start = pane.view._text(0).index("answer 41")
    pane.view.select(0, start, start + 9)
    person.press(Qt.Key.Key_H)
    person.sees(lambda: sum(map(len, pane.view._marks.values())) == 1)
    record = papers.record(person.lanes.reader, person.current)
    assert record is not None
    target = tmp_path / "copy.pdf"
    file = person.window.pdf.file
    assert file is not None
    person.window.pdf.write_marked_to(file, target, [(record.highlights[0], (1.0, 0.9, 0.5))])
    person.qtbot.waitUntil(target.is_file, timeout=20_000)
    (mark,) = [one.get_object() for one in PdfReader(target).pages[0].annotations or ()]
    assert mark["/Subtype"] == "/Highlight"


def test_everything_has_a_name_and_fits_a_narrow_pane(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf(prose(3), outline=[("x", 1)]), "a name that goes on and on for ever and ever.pdf")
    pane = reads(person)
    for widget in (pane.back, pane.page, pane.smaller, pane.larger, pane.dark, pane.find_button, pane.more, pane.field):
        assert widget.accessibleName(), widget
    person.window.resize(900, 600)
    person.qtbot.wait(50)
    assert pane.width() <= person.window.reading_pane.width()
    assert pane.minimumSizeHint().width() <= 300


def test_fetching_says_why_it_cannot(person: Person, tmp_path: Path) -> None:
    window, lanes = person.window, person.lanes
    told: list[str] = []
    lanes.failed.connect(told.append)
    window.list.set_current_id(1)
    window.fetch_pdfs()
    person.qtbot.wait(20)
    assert told == []
    inside = Record(title="In my own network", links=[Link("pdf", "http://127.0.0.1:9/x.pdf")])
    lanes.bring_in(partial(reading, inside), "a test")
    person.sees(lambda: len(person.ids) == 31)
    window.list.set_current_id(person.ids[0])
    person.sees(lambda: window.reading_pane.paper == person.ids[0])
    window.actions_by_id["fetch-pdf"].trigger()
    person.sees(lambda: any("127.0.0.1 is in your own network" in words for words in told))
    assert attachments.of(lanes.reader, person.ids[0]) == []
    attach(person, tmp_path, pdf([["x"]]))
    window.actions_by_id["fetch-pdf"].trigger()
    person.qtbot.wait(20)
    assert len(told) == 1


def test_in_a_narrow_window_pages_have_the_room_of_the_sidebar(person: Person, tmp_path: Path) -> None:
    attach(person, tmp_path, pdf(prose(3)))
    window = person.window
    window.resize(900, 600)
    person.sees(lambda: window.width() == 900)
    assert window.sidebar.isVisible()
    reads(person)
    assert not window.sidebar.isVisible()
    person.press(Qt.Key.Key_P)
    person.sees(lambda: not window.pdf.shown)
    assert window.sidebar.isVisible()
