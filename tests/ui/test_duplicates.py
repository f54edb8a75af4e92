"""The sheet for duplicates: what a person sees, chooses and presses, and what becomes of the papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QListView, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import duplicates, papers
from readerapp.library.connect import Library
from readerapp.library.duplicates import Group, Reason, Sureness
from readerapp.library.folding import title_key
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, Link, Record, Status
from readerapp.ui.dialogs.comparison import Cell, compare, differing
from readerapp.ui.dialogs.duplicates import DuplicatesSheet, GroupModel
from readerapp.ui.theme import Theme
from tests.conftest import reading as read_from

ABSTRACT = (
    "We look again at gradients that come late and ask what becomes of a model which has to wait for them. A small "
    "theory says that waiting costs nothing as long as neighbours agree, and experiments with forty models of three "
    "kinds bear it out."
)
# Three works in seven records; what is called alike here is given its name after it came in.
WORKS = (
    [
        Record(title="Slow gradients", authors=["Ada Byron"], abstract=ABSTRACT, venue="arXiv", year=2023),
        Record(title="Slow Gradients", authors=["Ada Byron"], abstract=ABSTRACT, venue="Journal", year=2024),
    ],
    [
        Record(title="Counting sheep from the air", authors=["Liu Wei"], venue="A", year=2020),
        Record(title="Counting sheep from the air", authors=["Liu Wei", "Zoë Ångström"], venue="B", year=2021),
        Record(title="Counting sheep from the air", authors=["Liu Wei"], venue="C", year=2022),
    ],
    [
        Record(title="Patience & <b>other</b> matters", authors=["Anonymous"], venue="A"),
        Record(title="Patience & <b>other</b> matters", authors=["Kurt van der Berg"], venue="B"),
    ],
)


def fill(library: Library) -> list[list[int]]:
    """Puts the works into a library, and returns their ids."""
    writer = library.writer()
    ids: list[list[int]] = []
    for work in WORKS:
        apart = [replace(record, title=f"{record.title} {number}") for number, record in enumerate(work)]
        ids.append([bring_in(writer, read_from(record))[1].papers[0] for record in apart])
        with writer.step("Titles"):
            writer.connection.executemany(
                "UPDATE paper SET title = ?, title_key = ? WHERE id = ?",
                [(one.title, title_key(one.title), paper) for one, paper in zip(work, ids[-1], strict=True)],
            )
    slow = ids[0]
    reading.set_note(writer, slow[0], "Read on the train.")
    reading.set_note(writer, slow[1], "Lemma 2 is new.")
    reading.set_status(writer, [slow[1]], Status.READ)
    filing.tag(writer, slow[:1], ["thesis"])
    writer.close()
    return ids


class Person:
    """Somebody in front of the sheet."""

    def __init__(self, sheet: DuplicatesSheet, lanes: Lanes, ids: list[list[int]], qtbot: QtBot) -> None:
        self.sheet, self.lanes, self.ids, self.qtbot = sheet, lanes, ids, qtbot

    @property
    def view(self) -> QListView:
        found = self.sheet.findChild(QListView, "groups")
        assert isinstance(found, QListView)
        return found

    @property
    def titles(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return self.view.currentIndex().data() or ""

    @property
    def merge(self) -> QPushButton:
        found = self.sheet.findChild(QPushButton, "merge")
        assert isinstance(found, QPushButton)
        return found

    def text(self, name: str) -> str:
        found = self.sheet.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def named(self, name: str) -> QAbstractButton:
        (found,) = (
            button
            for button in self.sheet.findChildren(QAbstractButton)
            if name in (button.accessibleName(), button.text()) and button.isVisible()
        )
        return found

    def cells(self, field: str) -> list[Cell]:
        cells = [cell for cell in self.sheet.findChildren(Cell) if cell.isVisible()]
        return [cell for cell in cells if cell.accessibleName().startswith(f"{field}: ")]

    def chosen(self, field: str) -> str:
        (cell,) = (cell for cell in self.cells(field) if cell.isChecked())
        return cell.accessibleName().removeprefix(f"{field}: ")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.sheet.focusWidget() or self.sheet, key, modifier)

    def sees(self, *titles: str) -> None:
        self.qtbot.waitUntil(lambda: self.titles == list(titles))
        self.ready()

    def ready(self) -> None:
        """Waits until the papers of a group stand side by side."""
        self.qtbot.waitUntil(self.merge.isEnabled)

    def paper(self, paper: int) -> Record | None:
        return papers.record(self.lanes.reader, paper)


SLOW, SHEEP, PATIENCE = "Slow gradients", "Counting sheep from the air", "Patience & <b>other</b> matters"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    return shown


@pytest.fixture
def ids(library: Library) -> list[list[int]]:
    return fill(library)


@pytest.fixture
def person(ids: list[list[int]], window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> Iterator[Person]:
    complaints: list[str] = []
    lanes.failed.connect(complaints.append)
    yield Person(DuplicatesSheet(lanes, theme, window), lanes, ids, qtbot)
    assert not complaints


def test_groups_are_found_and_merged_by_the_keyboard_alone(person: Person) -> None:
    person.sheet.open_all()
    person.sees(SLOW, SHEEP, PATIENCE)
    assert person.current == SLOW
    assert person.text("told") == "3 groups"
    assert "read" in person.text("stays")
    assert "a note" in person.text("stays")
    assert "1 tag" in person.text("stays")

    person.press(Qt.Key.Key_Return)
    person.sees(SHEEP, PATIENCE)
    keep, gone = person.ids[0]
    merged = person.paper(keep)
    assert merged is not None
    assert person.paper(gone) is None
    assert (merged.title, merged.venue, merged.status) == ("Slow Gradients", "Journal", Status.READ)
    assert merged.note == "Read on the train.\n\nLemma 2 is new."

    # Not the same: gone from the list, and both papers are there.
    person.press(Qt.Key.Key_N)
    person.sees(PATIENCE)
    assert all(person.paper(paper) for paper in person.ids[1])
    assert [group.title for group in duplicates.find(person.lanes.reader)] == [PATIENCE]

    # And all of it taken back.
    control = Qt.KeyboardModifier.ControlModifier
    person.press(Qt.Key.Key_Z, control)
    person.sees(SHEEP, PATIENCE)
    assert person.current == SHEEP
    person.press(Qt.Key.Key_Z, control)
    person.sees(SLOW, SHEEP, PATIENCE)
    assert person.current == SLOW
    assert person.paper(gone) is not None
    # What was done before the sheet was opened is not taken back here.
    person.press(Qt.Key.Key_Z, control)
    person.qtbot.wait(50)
    assert person.paper(keep) is not None
    assert papers.note(person.lanes.reader, keep) == "Read on the train."


def test_skipping_goes_on_and_back_and_leaves_all_as_it_is(person: Person) -> None:
    person.sheet.open_all()
    person.sees(SLOW, SHEEP, PATIENCE)
    for key, current in (
        (Qt.Key.Key_Right, SHEEP),
        (Qt.Key.Key_J, PATIENCE),
        (Qt.Key.Key_J, PATIENCE),
        (Qt.Key.Key_Left, SHEEP),
        (Qt.Key.Key_K, SLOW),
        (Qt.Key.Key_Down, SHEEP),
    ):
        person.press(key)
        assert person.current == current
    person.ready()
    assert person.titles == [SLOW, SHEEP, PATIENCE]


def test_a_value_is_chosen_with_the_mouse_with_the_arrows_or_all_of_a_paper(person: Person) -> None:
    person.sheet.open_all()
    person.sees(SLOW, SHEEP, PATIENCE)
    assert [person.chosen(field) for field in ("Title", "Venue", "Year")] == ["Slow Gradients", "Journal", "2024"]
    # The title differs in capitals alone, and can be chosen all the same.
    person.qtbot.mouseClick(person.cells("Title")[0], Qt.MouseButton.LeftButton)
    assert person.chosen("Title") == "Slow gradients"
    person.press(Qt.Key.Key_Right)
    assert person.chosen("Title") == "Slow Gradients"
    assert person.current == SLOW
    person.press(Qt.Key.Key_1)
    assert [person.chosen(field) for field in ("Title", "Venue", "Year")] == ["Slow gradients", "arXiv", "2023"]
    person.qtbot.mouseClick(person.named("Take all of paper 2"), Qt.MouseButton.LeftButton)
    assert person.chosen("Venue") == "Journal"
    person.qtbot.mouseClick(person.cells("Venue")[0], Qt.MouseButton.LeftButton)
    person.qtbot.mouseClick(person.merge, Qt.MouseButton.LeftButton)
    person.sees(SHEEP, PATIENCE)
    merged = person.paper(person.ids[0][0])
    assert merged is not None
    assert (merged.title, merged.venue, merged.year) == ("Slow Gradients", "arXiv", 2024)
    # What all have alike is said once.
    assert not person.cells("Abstract")


def test_one_of_three_can_be_left_out(person: Person) -> None:
    person.sheet.open_papers(person.ids[1])
    person.ready()
    assert person.merge.accessibleName() == "Merge 3 papers"
    first = person.named("Merge paper 1")
    assert isinstance(first, QCheckBox)
    first.setFocus()
    person.press(Qt.Key.Key_Space)
    person.qtbot.waitUntil(lambda: person.merge.accessibleName() == "Merge 2 papers")
    # Two are needed, and the one left out gives no values.
    assert not person.named("Merge paper 2").isEnabled()
    assert not person.cells("Venue")[0].isEnabled()
    assert person.named("Merge paper 1").hasFocus()
    person.press(Qt.Key.Key_1)
    assert person.chosen("Venue") == "B"
    with person.qtbot.waitSignal(person.sheet.finished):
        person.press(Qt.Key.Key_Return)
    left_out, keep, gone = person.ids[1]
    assert person.paper(left_out) is not None
    assert person.paper(keep) is not None
    assert person.paper(gone) is None


def test_selected_papers_are_merged_whatever_they_are(person: Person, qtbot: QtBot) -> None:
    person.sheet.open_papers([20, 3])
    person.ready()
    assert not person.view.isVisible()
    # The keys of the list do nothing here.
    person.press(Qt.Key.Key_N)
    with qtbot.waitSignal(person.sheet.finished):
        qtbot.mouseClick(person.merge, Qt.MouseButton.LeftButton)
    assert person.paper(3) is not None
    assert person.paper(20) is None


def test_a_group_that_somebody_else_settles_leaves_the_list(person: Person) -> None:
    person.sheet.open_all()
    person.sees(SLOW, SHEEP, PATIENCE)
    person.lanes.do(filing.trash, person.ids[0][:1])
    person.sees(SHEEP, PATIENCE)
    # What another did is not undone here.
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.wait(50)
    assert person.titles == [SHEEP, PATIENCE]
    person.lanes.undo()
    person.sees(SLOW, SHEEP, PATIENCE)


def test_looking_can_be_stopped_and_begun_again(person: Person) -> None:
    person.sheet.open_all()
    again = person.named("Stop")
    person.qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert again.text() == "Look again"
    assert not person.merge.isVisible()
    person.qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    person.sees(SLOW, SHEEP, PATIENCE)


def test_closing_stops_looking(person: Person) -> None:
    person.sheet.open_all()
    job = person.sheet._job
    assert job is not None
    with person.qtbot.waitSignal(person.sheet.destroyed):
        person.press(Qt.Key.Key_Escape)
    with pytest.raises(Exception, match="duplicates"):
        job.check()


def test_a_library_without_duplicates_says_so(window: QWidget, lanes: Lanes, theme: Theme, qtbot: QtBot) -> None:
    sheet = DuplicatesSheet(lanes, theme, window)
    person = Person(sheet, lanes, [], qtbot)
    sheet.open_all()
    qtbot.waitUntil(lambda: person.text("nothing") == "No papers look like one.")
    assert not person.merge.isVisible()
    sheet.reject()


@pytest.mark.parametrize("size", [(640, 400), (900, 600), (1600, 1000)])
def test_everything_is_within_the_sheet_in_any_window(person: Person, window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    person.sheet.open_all()
    person.sees(SLOW, SHEEP, PATIENCE)
    assert person.sheet.width() <= window.width()
    assert person.sheet.height() <= window.height()
    area = person.sheet.findChild(QScrollArea, "comparison")
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    # In the smallest window there is no room for the list.
    assert person.view.isVisible() == (size[0] > 640)
    person.press(Qt.Key.Key_J)
    assert person.current == SHEEP
    for name in ("Skip", "Not the same", "Merge 2 papers"):
        button = person.named(name)
        assert person.sheet.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


def test_everything_has_a_name_and_a_role(person: Person) -> None:
    person.sheet.open_papers(person.ids[1])
    person.ready()
    for button in person.sheet.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    role = QAccessible.queryAccessibleInterface(person.cells("Venue")[0]).role()
    assert role == QAccessible.Role.RadioButton


def test_the_model_is_one(window: QWidget, qtbot: QtBot) -> None:
    model = GroupModel(window)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    some = [
        Group((n, n + 100), f"Paper\u202e {n}\n<b>", (Reason.TITLE, Reason.ABSTRACT), Sureness.LIKELY) for n in range(5)
    ]
    model.show(some)
    assert model.index(0).data() == "Paper\ufffd 0 <b>"
    assert "&lt;b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Paper\ufffd 0 <b>; 2: same title, nearly the same abstract; likely"
    )
    model.show([some[0], some[2], some[4]])
    assert [group.papers[0] for group in model.groups] == [0, 2, 4]
    model.show(some)
    assert model.rowCount() == 5
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_papers_that_are_gone_are_not_compared(person: Person) -> None:
    keep, gone = person.ids[0]
    assert compare(person.lanes.reader, [keep, gone], [keep, gone]) is not None
    assert compare(person.lanes.reader, [keep, 9999], [keep, 9999]) is None


def test_whatever_a_paper_holds_can_be_looked_at(person: Person, library: Library) -> None:
    writer = library.writer()
    odd = "\u202e<b>\0x</b> \U0001f600 " + "w" * 5000
    ids = bring_in(
        writer,
        read_from(
            Record(
                title=odd,
                authors=[odd],
                abstract=odd * 2,
                tags=["a & b"],
                note=odd,
                highlights=[HighlightRecord("w" * 500)] * 9,
                links=[Link("page", f"https://example.org/{'x' * 400}/{n}") for n in range(9)],
            ),
            Record(title="One", abstract="\U0001f600 one \u05d0\u05d1 two"),
        ),
    )[1].papers
    writer.close()
    person.sheet.open_papers(ids)
    person.ready()
    assert len(person.cells("Title")) == 2
    picture = person.sheet.grab()
    assert not picture.isNull()
    person.sheet.reject()


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Slow gradients", "Slow gradients", []),
        ("Slow Gradients", "slow gradients", []),
        ("Slow gradients (Extended Abstract)", "Slow gradients", ["(Extended Abstract)"]),
        ("A very slow gradient", "A slow gradient", ["very"]),
        ("Fast gradients", "Slow gradients", ["Fast"]),
        ("Counting sheep", "On time", ["Counting sheep"]),
    ],
)
def test_what_another_text_lacks_is_marked(text: str, other: str, marked: list[str]) -> None:
    assert [text[start : start + length] for start, length in differing(text, other)] == marked


@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_are_in_order_and_within_the_text(text: str, other: str) -> None:
    end = 0
    for start, length in differing(text, other):
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(text)
