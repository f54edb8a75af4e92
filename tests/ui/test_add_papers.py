"""The sheet for new papers: what a person pastes, types, drops and chooses, and what becomes of it."""

from __future__ import annotations

import json
import pickle
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from readerapp import registry
from readerapp.formats.opening import open_bytes
from readerapp.jobs.lanes import Lanes
from readerapp.library import counts, papers, tags
from readerapp.library.connect import Library, Writer
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Identifier, ImportSummary, Reading, Record, Status
from readerapp.ui.dialogs.add_papers import AddPapersSheet
from readerapp.ui.dialogs.candidate_list import CandidateModel
from readerapp.ui.dialogs.candidates import MOST_WHOLE, Place, standing
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.theme import Theme
from tests.conftest import reading as in_memory
from tests.unit.formats.zotero import Database, small

TITLES = (
    "Slow Gradients Make Good Neighbours",
    "A Map of Everything We Forgot to Measure",
    "Counting Sheep With Convolutions",
    "On the Patience of Optimisers: A Field Study",
)
ABSTRACT = (
    "We look again at a question that everybody believes to be settled and find that it is not. Our method needs "
    "nothing but a pencil, a few thousand small models, and the willingness to wait. On four public collections it "
    "does better than what was known before, and where it fails we can say why. The reasons turn out to be simple "
    "enough for a lecture, and they suggest three experiments that nobody seems to have made. Code and data are at "
    "{url}."
)
PAGE = (
    "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 11\n\n"
    + (
        "\n\n".join(
            f"{title}\n\n{ABSTRACT.format(url=f'https://github.com/example/number-{n}')}"
            for n, title in enumerate(TITLES)
        )
    )
)
IDENTIFIERS = "2301.00001\nhttps://arxiv.org/abs/2301.00002v2\n10.1000/example.3\n"


class Person:
    """Somebody in front of the sheet: acts on widgets, and tells what is seen."""

    def __init__(self, sheet: AddPapersSheet, qtbot: QtBot) -> None:
        self.sheet, self.qtbot = sheet, qtbot
        self.accepted: list[tuple[Callable[[], Reading], str, tuple[str, ...], Status | None, bool]] = []
        sheet.accepted_import.connect(lambda *what: self.accepted.append(what))

    def part(self, kind: type[Any], name: str) -> Any:
        found = self.sheet.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def model(self) -> CandidateModel:
        model = self.part(QListView, "candidates").model()
        assert isinstance(model, CandidateModel)
        return model

    @property
    def button(self) -> QPushButton:
        button: QPushButton = self.part(QPushButton, "add")
        return button

    def sees(self, name: str) -> str:
        """The text of a line that is visible; "" for one that is not."""
        part: QWidget = self.part(QWidget, name)
        if not part.isVisible():
            return ""
        return part.text() if isinstance(part, (QLabel, QToolButton)) else part.accessibleName()

    def sees_titles(self) -> list[str]:
        return [self.model.index(row).data() for row in range(self.model.rowCount())]

    def waits_for(self, button: str) -> None:
        self.qtbot.waitUntil(lambda: self.button.text() == button and self.button.isEnabled())

    def types_tag(self, text: str) -> None:
        field = next(field for field in self.sheet.findChildren(QLineEdit) if field.isVisible())
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def clicks_box(self, row: int) -> None:
        view = self.part(QListView, "candidates")
        place = view.visualRect(self.model.index(row)).topLeft() + QPoint(16, 16)
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drops(self, mime: QMimeData) -> None:
        action, button, modifier = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        with warnings.catch_warnings():
            # Qt 6.12 would have a QPointF here, which Qt 6.11 does not know.
            warnings.simplefilter("ignore", DeprecationWarning)
            enter = QDragEnterEvent(QPoint(20, 20), action, mime, button, modifier)
        self.sheet.dragEnterEvent(enter)
        assert enter.isAccepted()
        self.sheet.dropEvent(QDropEvent(QPointF(20, 20), action, mime, button, modifier))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


@pytest.fixture
def person(window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> Iterator[Person]:
    complaints: list[str] = []
    lanes.failed.connect(complaints.append)
    yield Person(AddPapersSheet(lanes, theme, window), qtbot)
    assert not complaints


def change(library: Library, verb: Callable[[Writer], object]) -> None:
    """What somebody did before the sheet was opened."""
    writer = library.writer()
    verb(writer)
    writer.close()


def test_a_pasted_page_is_listed_and_comes_in_with_tags_and_status(person: Person, lanes: Lanes, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    assert person.sees_titles() == list(TITLES)
    assert person.sees("summary") == "Papers page of 11 March · 4 papers, all new"
    assert [person.model.words(row) for row in range(4)] == ["new"] * 4

    person.types_tag("thesis/forgetting")
    qtbot.keyClick(person.sheet.focusWidget(), Qt.Key.Key_Return)
    assert [chip.name for chip in person.sheet.findChildren(TagChip)] == ["thesis/forgetting"]
    person.types_tag("later")
    status = person.part(QComboBox, "")
    qtbot.keyClicks(status, "Rea")
    person.button.click()

    (open_reading, title, names, chosen, large) = person.accepted.pop()
    assert (title, names) == ("Papers page of 11 March", ("thesis/forgetting", "later"))
    assert chosen is Status.READING
    assert not large
    summaries: list[ImportSummary] = []
    lanes.bring_in(open_reading, title, add_tags=names, status=chosen, then=summaries.append)
    qtbot.waitUntil(lambda: bool(summaries))
    assert summaries[0].added == 4
    paper = papers.record(lanes.reader, summaries[0].papers[0])
    assert paper is not None
    assert (paper.title, paper.tags, paper.status) == (TITLES[0], ["later", "thesis/forgetting"], Status.READING)
    assert any(link.url == "https://github.com/example/number-0" for link in paper.links)


def test_what_is_here_says_so(person: Person, library: Library) -> None:
    def before(writer: Writer) -> None:
        _, summary = bring_in(writer, in_memory(*[Record(title=title) for title in TITLES[:3]]))
        reading.set_status(writer, [summary.papers[0]], Status.READ)
        filing.tag(writer, [summary.papers[0]], ["agents", "thesis/old"])
        filing.trash(writer, [summary.papers[2]])

    change(library, before)
    person.sheet.open_text(f"{PAGE}\n\n{TITLES[3]}\n\n{ABSTRACT}")
    person.waits_for("Add 1 paper")
    assert person.sees("summary").endswith("4 papers: 1 new, 2 already here, 1 in the trash (1 twice)")
    words = [person.model.words(row) for row in range(5)]
    assert words == ["already here, read", "already here, unread", "in the trash", "new", "twice in this text"]
    assert person.model.tags(0) == ("agents", "thesis/old")
    # What was thrown away comes back only when the reader says so.
    assert 2 not in person.model.checked()


def test_what_is_unchecked_stays_out(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    person.clicks_box(1)
    person.waits_for("Add 3 papers")
    view = person.part(QListView, "candidates")
    view.setCurrentIndex(person.model.index(2))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    person.waits_for("Add 2 papers")
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    person.waits_for("Add 4 papers")
    person.clicks_box(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    (open_reading, *_) = person.accepted.pop()
    assert [item.title for item in open_reading().items if isinstance(item, Record)] == list(TITLES[1:])


def test_tab_goes_the_way_of_the_eye(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    qtbot.waitUntil(person.part(QPlainTextEdit, "entry").hasFocus)
    here: QWidget = person.part(QPlainTextEdit, "entry")
    passed: list[QWidget] = []
    while here is not person.button:
        if here.isVisible() and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            passed.append(here)
        following = here.nextInFocusChain()
        assert following is not None
        here = following
    assert [type(part).__name__ for part in passed[:3]] == ["_Entry", "CheckAll", "CandidateList"]
    tops = [part.mapTo(person.sheet, QPoint(0, part.height())).y() for part in passed]
    assert tops == sorted(tops)
    assert len(passed) == 6


def test_nothing_checked_is_said(person: Person) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    person.part(QWidget, "checkAll").click()
    assert not person.button.isEnabled()
    assert person.sees("whyNot") == "Nothing is checked."
    person.part(QWidget, "checkAll").click()
    assert person.button.isEnabled()


def test_papers_that_are_all_here_want_a_tag(person: Person, library: Library, qtbot: QtBot) -> None:
    change(library, lambda writer: bring_in(writer, registry.read(open_bytes(PAGE.encode(), "the page"))))
    person.sheet.open_text(PAGE)
    qtbot.waitUntil(lambda: person.button.text() == "Update 4 papers")
    assert not person.button.isEnabled()
    assert person.sees("whyNot").startswith("All checked are here already.")
    person.types_tag("again")
    assert person.button.isEnabled()
    qtbot.keyClick(person.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.accepted.pop()[2] == ("again",)


def test_papers_that_lack_their_abstract_are_completed(person: Person, library: Library) -> None:
    change(library, lambda writer: bring_in(writer, in_memory(*[Record(title=title) for title in TITLES])))
    person.sheet.open_text(PAGE)
    person.waits_for("Complete 4 papers")


def test_what_is_in_the_trash_can_be_brought_back(person: Person, library: Library, qtbot: QtBot) -> None:
    def before(writer: Writer) -> None:
        _, summary = bring_in(writer, in_memory(Record(title=TITLES[0])))
        filing.trash(writer, summary.papers)

    change(library, before)
    person.sheet.open_text(TITLES[0] + "\n\n" + ABSTRACT)
    qtbot.waitUntil(lambda: person.sees("whyNot") == "Nothing is checked.")
    person.clicks_box(0)
    person.waits_for("Restore 1 paper")


def test_identifiers_are_read_while_they_are_typed(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_empty()
    assert not person.button.isEnabled()
    entry = person.part(QPlainTextEdit, "entry")
    qtbot.waitUntil(entry.hasFocus)
    qtbot.keyClicks(entry, "2301.00001")
    person.waits_for("Add 1 paper")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert not person.button.isEnabled()
    qtbot.keyClicks(entry, "https://arxiv.org/abs/2301.00002v2")
    person.waits_for("Add 2 papers")
    person.clicks_box(0)
    person.waits_for("Add 1 paper")
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, "10.1000/example.3")
    # What was unchecked stays unchecked when more is typed.
    person.waits_for("Add 2 papers")
    qtbot.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (open_reading, *_) = person.accepted.pop()
    found = [item.identifiers for item in open_reading().items if isinstance(item, Record)]
    assert found == [[Identifier("arxiv", "2301.00002")], [Identifier("doi", "10.1000/example.3")]]


def test_what_is_not_understood_is_listed(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_text(f"%%%%\n{IDENTIFIERS}????\n")
    person.waits_for("Add 3 papers")
    assert person.sees("notUnderstood").startswith("2 ")
    reasons = person.part(QListView, "reasons")
    assert not reasons.isVisible()
    person.part(QToolButton, "notUnderstood").click()
    assert reasons.isVisible()
    assert reasons.model().rowCount() == 2
    assert ": " in reasons.model().index(0, 0).data()


def test_the_page_wins_over_the_text_where_it_has_more(person: Person) -> None:
    page = "<html><body>" + "".join(
        f'<article><h3><a href="/papers/2301.0000{n}">{title}</a></h3><p>{ABSTRACT}</p></article>'
        for n, title in enumerate(TITLES)
    )
    person.sheet.open_text(TITLES[0], page)
    person.waits_for("Add 4 papers")
    assert person.model.records[1].identifiers == [Identifier("arxiv", "2301.00001")]


def test_esc_ends_it_while_it_reads(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE * 40)
    number = person.sheet._number
    qtbot.keyClick(person.sheet, Qt.Key.Key_Escape)
    assert not person.sheet.isVisible()
    # The answer comes home to nobody.
    assert person.sheet._number != number
    qtbot.wait(300)
    assert not person.accepted


def test_a_newer_text_makes_the_older_useless(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE * 20)
    person.sheet.open_text(IDENTIFIERS)
    person.waits_for("Add 3 papers")
    qtbot.wait(300)
    assert person.model.rowCount() == 3


@pytest.mark.parametrize(
    "text",
    ["\x00\x01\x02" * 5000, "\u202e\u2066" * 3000, "a" * 5_000_000, "<" * 100_000, "\x00", "{" * 100_000, "\ufffd" * 9],
    ids=["binary", "turned", "one word", "brackets", "NUL", "deep JSON", "nothing"],
)
def test_hostile_text_ends_in_a_sentence_or_a_list(person: Person, qtbot: QtBot, text: str) -> None:
    person.sheet.open_text(text)
    qtbot.waitUntil(
        lambda: bool(person.sees("complaint") or person.model.rowCount() or person.sees("notUnderstood")),
        timeout=30_000,
    )
    assert "Traceback" not in person.sees("complaint")
    if person.sees("complaint"):
        # Something else can be tried at once.
        assert person.part(QPlainTextEdit, "entry").isVisible()


def test_titles_cannot_turn_what_stands_beside_them(person: Person) -> None:
    person.sheet.open_text("Gradients \u202egnihtemos\u202c and all\n\n" + ABSTRACT)
    person.waits_for("Add 1 paper")
    assert "\u202e" not in person.sees_titles()[0]
    assert "\ufffd" in person.sees_titles()[0]


def test_an_empty_clipboard_is_said(person: Person) -> None:
    person.sheet.open_text("  \n ")
    assert person.sees("complaint").startswith("There is no text to read.")
    assert not person.button.isEnabled()


def test_a_missing_file_is_said(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    person.sheet.open_file(tmp_path / "gone.json")
    qtbot.waitUntil(lambda: person.sees("complaint").startswith("There is no file"))


def lines(count: int) -> str:
    return "".join(
        json.dumps({"title": f"Report number {n} on the state of things", "authors": [f"Ann Author{n}"]}) + "\n"
        for n in range(count)
    )


def test_a_file_can_be_dropped(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(lines(12), encoding="utf-8")
    person.sheet.open_empty()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    person.drops(mime)
    person.waits_for("Add 12 papers")
    assert person.sees("summary") == "some.jsonl · 12 papers, all new"


def dropped(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def comes_in(person: Person, lanes: Lanes, qtbot: QtBot) -> ImportSummary:
    """Presses the button, and has the window do what it is asked to."""
    person.button.click()
    (open_reading, title, names, status, large) = person.accepted.pop()
    summaries: list[ImportSummary] = []
    lanes.bring_in(open_reading, title, add_tags=names, status=status, then=summaries.append, in_process=large)
    qtbot.waitUntil(lambda: bool(summaries), timeout=20_000)
    return summaries[0]


def test_a_folder_of_another_program_can_be_dropped(
    person: Person, window: QWidget, theme: Theme, lanes: Lanes, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = small(tmp_path / "Zotero" / "zotero.sqlite").parent
    person.sheet.open_empty()
    person.drops(dropped(folder))
    person.waits_for("Add 1 paper")
    assert person.sees("summary") == "Zotero · 1 paper, new"
    assert person.sees("brings") == (
        "Zotero library · 1 file, which is copied into the library (20 bytes) · 1 highlight · 1 note"
    )
    assert comes_in(person, lanes, qtbot).added == 1
    (last,) = lanes.reader.execute("SELECT max(id) FROM paper").fetchone()
    paper = papers.record(lanes.reader, last)
    assert paper is not None
    assert [file.name for file in paper.attachments] == ["Byron 2017.pdf"]

    again = Person(AddPapersSheet(lanes, theme, window), qtbot)
    again.sheet.open_file(folder)
    qtbot.waitUntil(lambda: again.sees("summary") == "Zotero · 1 paper, already here")
    assert not again.button.isEnabled()


def test_files_and_folders_can_be_dropped_together(person: Person, lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "some.jsonl").write_text(lines(3), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"title": "Another report"}) + "\nno paper\n", encoding="utf-8")
    person.sheet.open_empty()
    person.drops(dropped(folder, other))
    person.waits_for("Add 4 papers")
    assert person.sees("summary") == "2 files and folders · 4 papers, all new"
    assert person.sees("brings") == "Folder of files"
    person.part(QToolButton, "notUnderstood").click()
    told = person.part(QListView, "reasons").model()
    assert [told.index(row, 0).data().partition(":")[0] for row in range(told.rowCount())] == [
        "picture.png", "other.jsonl, line 2",
    ]  # fmt: skip
    person.clicks_box(0)
    person.waits_for("Add 3 papers")
    assert comes_in(person, lanes, qtbot).added == 3


def test_what_is_unchecked_of_a_library_with_files_stays_out(
    person: Person, lanes: Lanes, qtbot: QtBot, tmp_path: Path
) -> None:
    database = Database(tmp_path / "Zotero" / "zotero.sqlite")
    for number in range(3):
        paper = database.item("book", title=f"Number {number}")
        database.attachment(paper, f"storage:{number}.pdf", f"%PDF- {number}".encode())
    person.sheet.open_file(database.close().parent)
    person.waits_for("Add 3 papers")
    person.clicks_box(1)
    person.waits_for("Add 2 papers")
    assert comes_in(person, lanes, qtbot).added == 2
    titles = [title for (title,) in lanes.reader.execute("SELECT title FROM paper WHERE title LIKE 'Number%'")]
    assert titles == ["Number 0", "Number 2"]


def test_an_empty_folder_is_said(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    person.sheet.open_file(tmp_path / "empty")
    qtbot.waitUntil(lambda: person.sees("complaint").endswith("has no files to read. Choose another folder."))


def test_a_sheet_that_is_closed_while_it_counts_counts_no_more(
    person: Person, tmp_path: Path, lanes: Lanes, qtbot: QtBot
) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text(lines(MOST_WHOLE * 4), encoding="utf-8")
    person.sheet.open_file(path)
    person.waits_for("Add all papers")
    person.sheet.reject()
    answered: list[object] = []
    for _ in range(2):
        lanes.work(lambda: None, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 2)


def test_dropped_text_is_added_to_what_was_typed(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_empty()
    qtbot.keyClicks(person.part(QPlainTextEdit, "entry"), "2301.00001")
    mime = QMimeData()
    mime.setText("2301.00002")
    person.drops(mime)
    person.waits_for("Add 2 papers")


def test_a_long_file_is_shown_in_part_and_read_whole(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text(lines(MOST_WHOLE + 1), encoding="utf-8")
    person.sheet.open_file(path)
    person.waits_for("Add all papers")
    assert person.sees("summary").startswith("long.jsonl · JSON Lines · ")
    person.waits_for(f"Add {MOST_WHOLE + 1:,} papers")
    assert person.sees("summary").endswith(f" · {MOST_WHOLE + 1:,} papers, all new")
    assert person.sees("brings") == "Below are the first 300 papers"
    assert person.sees("reading") == ""
    assert person.model.rowCount() == 300
    assert not person.model.flags(person.model.index(0)) & Qt.ItemFlag.ItemIsUserCheckable
    person.button.click()
    (open_reading, title, *_) = person.accepted.pop()
    assert title == "long.jsonl"
    open_reading = pickle.loads(pickle.dumps(open_reading))
    assert sum(isinstance(item, Record) for item in open_reading().items) == MOST_WHOLE + 1


def test_a_change_elsewhere_is_seen(person: Person, lanes: Lanes, qtbot: QtBot) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    lanes.bring_in(lambda: in_memory(Record(title=TITLES[0])), "elsewhere")
    person.waits_for("Add 3 papers")
    assert person.model.words(0) == "already here, unread"


def test_a_tag_that_can_be_none_keeps_the_sheet_open(person: Person) -> None:
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    person.types_tag("x" * (tags.MAX_LENGTH + 1))
    person.button.click()
    assert not person.accepted
    assert person.sees("whyNot").startswith("A tag can have 200 characters")


def test_cancelling_changes_nothing(person: Person, lanes: Lanes, qtbot: QtBot) -> None:
    before = counts.counts(lanes.reader)
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    person.types_tag("never")
    qtbot.keyClick(person.sheet.focusWidget(), Qt.Key.Key_Escape)  # the suggestions
    qtbot.keyClick(person.sheet.focusWidget(), Qt.Key.Key_Escape)
    assert not person.sheet.isVisible()
    assert not person.accepted
    assert counts.counts(lanes.reader) == before


def test_the_sheet_fits_a_small_window(window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> None:
    window.resize(640, 400)
    person = Person(AddPapersSheet(lanes, theme, window), qtbot)
    person.sheet.open_text(f"%%%%\n{IDENTIFIERS}")
    person.waits_for("Add 3 papers")
    person.part(QToolButton, "notUnderstood").click()
    qtbot.wait(50)
    inside = window.rect()
    assert person.sheet.width() <= inside.width()
    assert person.sheet.height() <= inside.height()
    for part in person.sheet.findChildren(QWidget):
        if part.isVisible() and part.parent() is person.sheet:
            assert person.sheet.rect().contains(part.geometry()), part


def test_the_model_keeps_its_contract(person: Person) -> None:
    QAbstractItemModelTester(person.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    person.sheet.open_text(PAGE)
    person.waits_for("Add 4 papers")
    person.model.setData(person.model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    person.model.forget()
    assert person.model.rowCount(QModelIndex()) == 0


_some = st.builds(
    Record,
    title=st.sampled_from(["One", "one!", "Two", "Three"]),
    authors=st.lists(st.sampled_from(["Ada Byron", "Liu Wei", "Zoe Byron"]), max_size=2),
    identifiers=st.lists(
        st.sampled_from([Identifier("arxiv", f"2301.0000{n}") for n in range(3)]), max_size=2, unique=True
    ),
)


@settings(max_examples=40, deadline=None)
@given(candidates=st.lists(_some, min_size=1, max_size=5))
def test_new_is_what_an_import_adds(tmp_path_factory: pytest.TempPathFactory, candidates: list[Record]) -> None:
    library = Library(tmp_path_factory.mktemp("library") / "library.db")
    writer = library.writer()
    try:
        count = standing(writer.connection, candidates).count(range(len(candidates)))
        _, summary = bring_in(writer, in_memory(*candidates))
        assert count[Place.NEW] == summary.added
        again = standing(writer.connection, candidates).count(range(len(candidates)))
        assert again[Place.NEW] == 0
    finally:
        writer.close()
        library.close()
