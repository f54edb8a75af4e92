"""The details of a paper: every field is there, corrected in its place and saved when it is left, never by accident."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import papers
from readerapp.library.connect import Library, Writer
from readerapp.operations import correcting
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Identifier, Link, Record, Status
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.parts.field import Field
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading
from tests.ui.person import Person

WHOLE = Record(
    title="All <b>fields</b> & $x_1$",
    authors=["Ada Byron", "Liu Wei"],
    abstract="A shelf is measured. Then it is filled.",
    venue="Journal of Shelves",
    year=2019,
    published="2019-04-01",
    identifiers=[
        Identifier("arxiv", "1904.00001"),
        Identifier("doi", "10.1000/shelf"),
        Identifier("shelfmark", "B 12"),
    ],
    links=[Link("page", "https://example.org/p?a=1&b=2"), Link("code", "https://example.org/c")],
    keywords=["shelf", "book"],
    source="shelves",
    citation_key="byron2019",
    details={"volume": "7", "publisher": "Shelves & Co.", "dimensions": "3 x 4"},
    highlights=[HighlightRecord("is measured", "claim")],
    status=Status.READ,
)


@pytest.fixture
def panel(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Iterator[NotesPanel]:
    """A panel that hears of every change, on its details, showing the paper WHOLE, which is number 31."""
    window = QWidget()
    qtbot.addWidget(window)
    made = NotesPanel(lanes, theme)
    lanes.library_changed.connect(made.refresh)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    window.resize(328, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    add(lanes, WHOLE)
    made.show_paper(31)
    made.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: made.details.fields["title"].isVisible())
    yield made
    made.flush()
    lanes.library_changed.disconnect(made.refresh)
    window.close()


def do(lanes: Lanes, verb: Verb, *args: object) -> None:
    """Has the lane do something, and waits until the window has heard of it."""
    loop = QEventLoop()
    lanes.do(verb, *args, then=lambda _: loop.quit())
    loop.exec()


def add(lanes: Lanes, *records: Record) -> None:
    def verb(writer: Writer) -> Changes | None:
        return bring_in(writer, as_reading(*records))[0]

    do(lanes, verb)


def record(lanes: Lanes, paper: int = 31) -> Record:
    found = papers.record(lanes.reader, paper)
    assert found is not None
    return found


def begin(qtbot: QtBot, panel: NotesPanel, name: str) -> Field:
    """Puts the keyboard into a field, as a click does."""
    field = panel.details.fields[name]
    field.begin()
    qtbot.waitUntil(field.editor.hasFocus)
    return field


def retype(qtbot: QtBot, field: Field, text: str) -> None:
    field.editor.selectAll()
    qtbot.keyClick(field.editor, Qt.Key.Key_Delete)
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(field.editor, Qt.Key.Key_Return)
        # Keys of a test are those of ASCII.
        (qtbot.keyClicks if line.isascii() else QPlainTextEdit.insertPlainText)(field.editor, line)


def leave(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.tabs.setFocus()
    qtbot.waitUntil(panel.tabs.hasFocus)


def settled(lanes: Lanes) -> None:
    do(lanes, lambda _: None)


def test_every_field_is_there(panel: NotesPanel) -> None:
    fields = panel.details.fields
    assert {name: field.editor.text() for name, field in fields.items() if field.isVisible()} == {
        "title": "All <b>fields</b> & $x_1$",
        "authors": "Ada Byron\nLiu Wei",
        "venue": "Journal of Shelves",
        "year": "2019",
        "published": "2019-04-01",
        "identifiers": "arXiv:1904.00001\ndoi:10.1000/shelf\nshelfmark:B 12",
        "page": "https://example.org/p?a=1&b=2",
        "pdf": "",
        "code": "https://example.org/c",
        "keywords": "shelf, book",
        "abstract": "A shelf is measured. Then it is filled.",
        "citation_key": "byron2019",
        "source": "shelves",
        "detail:volume": "7",
        "detail:publisher": "Shelves & Co.",
        "detail:dimensions": "3 x 4",
    }
    assert fields["detail:volume"].caption.text() == "Volume"
    assert fields["detail:dimensions"].caption.text() == "dimensions"
    assert fields["detail:volume"].y() < fields["detail:publisher"].y() < fields["detail:dimensions"].y()
    facts = panel.details.facts.toPlainText().split("\n")
    assert [line.split(" ")[0] for line in facts] == ["Added", "Changed", "Finished"]


def test_which_identifier_is_the_preprints(panel: NotesPanel, lanes: Lanes) -> None:
    shown = panel.details.fields["identifiers"].shown.toPlainText
    assert shown() == "doi:10.1000/shelf  published\nshelfmark:B 12\narXiv:1904.00001  also as preprint"
    do(lanes, correcting.set_identifiers, 31, "arXiv:1904.00001")
    assert shown() == "arXiv:1904.00001  preprint"


@pytest.mark.parametrize(
    ("name", "text", "field", "value", "called"),
    [
        ("title", "Another title", "title", "Another title", "title"),
        ("authors", "Byron, Ada\nZoë Łódź", "authors", ["Ada Byron", "Zoë Łódź"], "authors"),
        ("venue", "NeurIPS", "venue", "NeurIPS", "venue"),
        ("year", "2020", "year", 2020, "year"),
        ("published", "2020-01", "published", "2020-01", "date"),
        ("identifiers", "10.1000/SHELF\nshelfmark:B 12", "identifiers",
         [Identifier("doi", "10.1000/shelf"), Identifier("shelfmark", "B 12")], "identifiers"),
        ("pdf", "example.org/x.pdf", "links", [*WHOLE.links, Link("pdf", "https://example.org/x.pdf")], "links"),
        ("keywords", "one; two, three;", "keywords", ["one", "two, three"], "keywords"),
        ("abstract", "Another.\n\nOf two.", "abstract", "Another.\n\nOf two.", "abstract"),
        ("citation_key", "Byron:2019", "citation_key", "Byron:2019", "citation key"),
        ("source", "by hand", "source", "by hand", "source"),
        ("detail:volume", "8", "details", {**WHOLE.details, "volume": "8"}, "detail volume"),
    ],
)  # fmt: skip
def test_a_field_is_saved_when_it_is_left_and_undone_in_one_step(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes, name: str, text: str, field: str, value: object, called: str
) -> None:
    before = record(lanes)
    edited = begin(qtbot, panel, name)
    retype(qtbot, edited, text)
    assert panel.state.text() == "Enter saves"
    assert getattr(record(lanes), field) == getattr(before, field)
    with qtbot.waitSignal(lanes.library_changed) as told:
        leave(qtbot, panel)
    assert told.args[0].title == f"Change the {called} of “All <b>fields</b> & $x_1$”"
    assert getattr(record(lanes), field) == value
    qtbot.waitUntil(lambda: panel.state.text() in ("Saved", ""))
    do(lanes, lambda writer: writer.undo())
    assert getattr(record(lanes), field) == getattr(before, field)
    assert not panel.details.typing
    assert edited.editor.text() != text


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("title", " ", "A paper needs a title."),
        ("year", "soon", "“soon” is no year."),
        ("published", "1.4.2019", "“1.4.2019” is no date."),
        ("identifiers", "doi:shelf", "A DOI begins with 10."),
        ("identifiers", "arXiv:2401.00001", "is the identifier of “On the second question of subject 1”."),
        ("page", "javascript:alert(1)", "is no address that can be opened."),
        ("citation_key", "taken2000", "is cited as taken2000 already."),
        ("citation_key", "a b", "cannot have a blank in it"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_is_not_saved(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes, name: str, text: str, sentence: str
) -> None:
    do(lanes, correcting.set_citation_key, 4, "taken2000")
    before = record(lanes)
    field = begin(qtbot, panel, name)
    retype(qtbot, field, text)
    leave(qtbot, panel)
    settled(lanes)
    assert sentence in field.fault.text()
    assert field.fault.isVisible()
    assert field.editor.text() == text
    assert panel.state.text() == "Not saved"
    assert record(lanes) == before
    # It waits for the reader, also after they have been elsewhere.
    panel.show_paper(1)
    assert not field.fault.isVisible()
    assert panel.details.fields["title"].editor.text() == record(lanes, 1).title
    panel.show_paper(31)
    assert field.editor.text() == text
    assert sentence in field.fault.text()
    field.begin()
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert not field.fault.isVisible()
    assert not panel.details.typing
    assert panel.state.text() != "Not saved"


def test_esc_puts_the_value_back_and_then_leaves(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    field = begin(qtbot, panel, "venue")
    qtbot.keyClicks(field.editor, " and more")
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.editor.text() == "Journal of Shelves"
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    settled(lanes)
    assert record(lanes).venue == "Journal of Shelves"
    linked = begin(qtbot, panel, "authors")
    qtbot.keyClicks(linked.editor, "x")
    qtbot.keyClick(linked.editor, Qt.Key.Key_Escape)
    qtbot.keyClick(linked.editor, Qt.Key.Key_Escape)
    assert linked.shown.isVisible()
    assert linked.edit.hasFocus()


def test_enter_saves_one_line_and_ctrl_enter_several(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    field = begin(qtbot, panel, "year")
    retype(qtbot, field, "2021")
    with qtbot.waitSignal(lanes.library_changed):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert record(lanes).year == 2021
    assert field.editor.hasFocus()
    field = begin(qtbot, panel, "authors")
    retype(qtbot, field, "One\nTwo")
    with qtbot.waitSignal(lanes.library_changed):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert record(lanes).authors == ["One", "Two"]
    assert field.shown.isVisible()


def test_what_changes_elsewhere_is_taken_over_but_not_into_what_is_typed(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes
) -> None:
    field = begin(qtbot, panel, "venue")
    qtbot.keyClicks(field.editor, " and more")
    do(lanes, correcting.set_title, 31, "Changed elsewhere")
    do(lanes, correcting.set_venue, [31], "Elsewhere")
    assert panel.details.fields["title"].editor.text() == "Changed elsewhere"
    assert field.editor.text() == "Journal of Shelves and more"
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.editor.text() == "Elsewhere"


def test_looking_and_tabbing_through_writes_nothing(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    odd = Record(
        title="Odd", abstract="one\r\ntwo\u2028three\u00a0four", venue="a\u00a0b", keywords=["x; y", "z, w"],
        links=[Link("page", "javascript:alert(1)")], published="odd",
    )  # fmt: skip
    add(lanes, odd)
    heard: list[Changes] = []
    lanes.library_changed.connect(heard.append)
    panel.show_paper(32)
    for field in panel.details.fields.values():
        if field.isVisible():
            field.begin()
            qtbot.wait(5)
    leave(qtbot, panel)
    settled(lanes)
    assert heard == []
    assert not panel.details.refused


def test_a_letter_after_choosing_the_tab_is_not_typed(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.waitUntil(panel.editor.hasFocus)
    panel.tabs.setCurrentIndex(2)
    assert panel.tabs.hasFocus()


def test_a_paper_being_left_is_saved(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    field = begin(qtbot, panel, "venue")
    retype(qtbot, field, "Left early")
    panel.show_paper(1)
    settled(lanes)
    assert record(lanes).venue == "Left early"
    assert record(lanes, 1).venue != "Left early"


def test_what_cannot_be_saved_stays_and_is_tried_again(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = begin(qtbot, panel, "venue")
    retype(qtbot, field, "While busy")
    with monkeypatch.context() as patch:
        # The check passes, the library refuses.
        do(lanes, lambda writer: writer.connection.execute("PRAGMA query_only = 1") and None)
        with qtbot.waitSignal(lanes.failed):
            leave(qtbot, panel)
        patch.undo()
    qtbot.waitUntil(lambda: panel.state.text() == "Not saved")
    assert panel.fault.isVisible()
    panel.show_paper(1)
    panel.show_paper(31)
    assert field.editor.text() == "While busy"
    do(lanes, lambda writer: writer.connection.execute("PRAGMA query_only = 0") and None)
    panel.flush()
    settled(lanes)
    assert record(lanes).venue == "While busy"
    assert not panel.fault.isVisible()


def test_a_detail_can_be_added_and_taken_away(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.show_paper(1)
    assert not panel.details.fields["detail:volume"].isVisible()
    panel.details.add_detail.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Page numbers").trigger()
    menu.close()
    field = panel.details.fields["detail:page"]
    qtbot.waitUntil(field.editor.hasFocus)
    qtbot.keyClicks(field.editor, "3-14")
    with qtbot.waitSignal(lanes.library_changed):
        leave(qtbot, panel)
    assert record(lanes, 1).details == {"page": "3-14"}
    panel.window().activateWindow()
    retype(qtbot, begin(qtbot, panel, "detail:page"), "")
    with qtbot.waitSignal(lanes.library_changed):
        leave(qtbot, panel)
    assert record(lanes, 1).details == {}
    assert not field.isVisible()


def test_links_lead_on(qtbot: QtBot, panel: NotesPanel) -> None:
    details = panel.details
    with qtbot.waitSignal(panel.link_asked) as asked:
        details.fields["page"].shown.link_clicked.emit("https://example.org/p?a=1&b=2")
    assert asked.args == ["https://example.org/p?a=1&b=2"]
    with qtbot.waitSignal(panel.author_asked) as author:
        details.fields["authors"].shown.link_clicked.emit("author:1")
    assert author.args == ["Liu Wei"]


def test_a_click_beside_the_links_begins_to_edit(qtbot: QtBot, panel: NotesPanel) -> None:
    field = panel.details.fields["authors"]
    viewport = field.shown.viewport()
    at = viewport.rect().center()
    at.setX(viewport.width() - 4)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert field.editor.isVisible()
    assert field.editor.hasFocus()


def test_several_papers_get_the_same(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.show_selection([1, 2, 31])
    fields = panel.details.fields
    assert {name for name, field in fields.items() if field.isVisible()} == {"venue", "year", "published", "source"}
    qtbot.waitUntil(lambda: fields["year"].editor.placeholderText() == "Several")
    assert "3 papers" in panel.details.heading.text()
    field = begin(qtbot, panel, "venue")
    qtbot.keyClicks(field.editor, "ICML")
    with qtbot.waitSignal(lanes.library_changed) as told:
        begin(qtbot, panel, "source")
    assert told.args[0].title == "Change the venue of 3 papers"
    assert {record(lanes, paper).venue for paper in (1, 2, 31)} == {"ICML"}
    assert record(lanes, 3).venue != "ICML"
    assert fields["venue"].editor.text() == "ICML"
    panel.show_paper(31)
    assert fields["title"].isVisible()
    assert fields["venue"].editor.text() == "ICML"


def test_very_long_values_are_not_laid_out(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    add(lanes, Record(title="t" * 2000, abstract="a" * 1_000_000, authors=[f"Author {n}" for n in range(3000)]))
    panel.show_paper(32)
    fields = panel.details.fields
    assert "1,000,000 characters, too many to be edited here" in fields["abstract"].fault.text()
    fields["abstract"].begin()
    assert not fields["abstract"].editor.isVisible()
    assert len(fields["authors"].shown.toPlainText()) < 1000
    panel.flush()
    settled(lanes)
    assert len(record(lanes, 32).abstract) == 1_000_000


def test_a_library_that_cannot_be_written(qtbot: QtBot, library: Library, theme: Theme) -> None:
    library.notice = "It is read-only."
    lanes = Lanes(library)
    panel = NotesPanel(lanes, theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_paper(1)
    panel.tabs.setCurrentIndex(2)
    fields = panel.details.fields
    assert fields["title"].editor.isReadOnly()
    assert not fields["citation_key"].isVisible()
    assert not fields["code"].edit.isVisible()
    assert not panel.details.add_detail.isVisible()
    panel.close()
    lanes.close()


def test_every_field_has_a_name_for_those_who_cannot_see_it(panel: NotesPanel) -> None:
    for field in panel.details.fields.values():
        assert field.editor.accessibleName() == field.caption.text()
        if field.edit.isVisible():
            assert field.edit.accessibleName() == f"{field.edit.text()}: {field.caption.text()}"


def test_marks_stay_on_a_corrected_abstract(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    field = begin(qtbot, panel, "abstract")
    retype(qtbot, field, "Before that, a shelf is measured. Then it is filled.")
    with qtbot.waitSignal(lanes.library_changed):
        leave(qtbot, panel)
    (mark,) = record(lanes).highlights
    assert (mark.quote, mark.start) == ("is measured", 21)


# In the window


def test_an_author_leads_to_all_their_papers(person: Person) -> None:
    window = person.window
    author = next(p for p in person.ids if "Kurt van der Berg" in record(person.lanes, p).authors)
    window.list.set_current_id(author)
    person.sees(lambda: window.reading_pane.paper == author)
    window.reading_pane.authors.link_clicked.emit("author:1")
    person.sees(lambda: window.top_bar.search_field.text() == 'author:"Kurt van der Berg" ')
    wanted = {p for p in range(1, 31) if "Kurt van der Berg" in record(person.lanes, p).authors}
    person.sees(lambda: set(person.ids) == wanted)


def test_who_may_be_meant_is_asked_not_guessed(person: Person) -> None:
    add(person.lanes, Record(title="By initials", authors=["A. Byron"]))
    window = person.window
    author = next(p for p in person.ids if "Ada Byron" in record(person.lanes, p).authors)
    window.list.set_current_id(author)
    person.sees(lambda: window.reading_pane.paper == author)
    window.reading_pane.authors.link_clicked.emit("author:0")
    person.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Ada Byron\t24", "A. Byron\t1", "All of these names"]
    assert menu.activeAction() is menu.actions()[0]
    menu.actions()[-1].trigger()
    menu.close()
    person.sees(lambda: window.top_bar.search_field.text() == 'author:"Ada Byron" OR author:"A. Byron" ')
    person.sees(lambda: len(person.ids) == 25)
