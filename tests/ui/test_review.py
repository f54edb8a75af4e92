"""Review: one key for each paper that waits, with why it was saved; undone, summed up, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from readerapp.library import papers, queue
from readerapp.library.connect import Writer, milliseconds
from readerapp.library.reviewing import WEEK
from readerapp.operations import filing, searching
from readerapp.records import Changes, Status
from readerapp.ui.dialogs.review import ReviewSheet
from tests.ui.person import Person

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _backdate(writer: Writer, weeks: dict[int, int]) -> Changes | None:
    with writer.unrecorded():
        for paper, number in weeks.items():
            added = milliseconds() - number * WEEK
            writer.connection.execute("UPDATE queue SET added = ? WHERE paper_id = ?", (added, paper))
    return None


@pytest.fixture
def waiting(person: Person) -> Person:
    """A person with five papers up next, waiting for 30, 12, 6, 5 and no weeks."""
    person.lanes.do(searching.save, "agents", "tag:agents")
    person.lanes.do(filing.enqueue, [6, 2, 9, 4, 12])
    person.lanes.do(_backdate, {4: 30, 2: 12, 9: 6, 6: 5})
    person.sees(lambda: len(queue.ids(person.lanes.reader)) == 5)
    return person


def begin(person: Person) -> ReviewSheet:
    person.press(Qt.Key.Key_G, Qt.Key.Key_V)
    person.sees(lambda: person.window.findChild(ReviewSheet))
    found = person.window.findChild(ReviewSheet)
    assert isinstance(found, ReviewSheet)
    return found


def at(person: Person, sheet: ReviewSheet, paper: int) -> None:
    """Waits until this paper is asked about."""
    title = papers.record(person.lanes.reader, paper).title  # type: ignore[union-attr]
    person.sees(lambda: sheet.paper == paper and sheet.title.isVisible() and sheet.title.text() == title)


def told(sheet: ReviewSheet) -> dict[str, str]:
    return {name.text(): words.text() for name, words in sheet.lines if words.isVisible()}


def press(person: Person, sheet: ReviewSheet, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    person.qtbot.keyClick(QApplication.focusWidget() or sheet, key, modifier)


def test_one_key_each(waiting: Person) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    assert sheet.count.text() == "1 of 4"
    press(waiting, sheet, Qt.Key.Key_K)
    at(waiting, sheet, 2)
    assert sheet.count.text() == "2 of 4"
    press(waiting, sheet, Qt.Key.Key_D)
    at(waiting, sheet, 9)
    waiting.sees(lambda: waiting.status(2) is Status.DROPPED)
    assert queue.ids(waiting.lanes.reader) == [6, 9, 4, 12]
    press(waiting, sheet, Qt.Key.Key_Escape)
    assert sheet.summary() == "2 papers looked at: 1 kept, 1 dropped.\n2 are left for another time."
    assert sheet.end.isVisible()
    press(waiting, sheet, Qt.Key.Key_Escape)
    waiting.sees(lambda: waiting.window.findChild(ReviewSheet) is None)
    # What was kept is not asked about again before it has waited as long again.
    waiting.sees(waiting.window.isActiveWindow)
    sheet = begin(waiting)
    at(waiting, sheet, 9)
    assert sheet.count.text() == "1 of 2"


def test_why_a_paper_was_saved_is_told(waiting: Person) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    press(waiting, sheet, Qt.Key.Key_K)
    at(waiting, sheet, 2)
    waiting.sees(lambda: told(sheet).get("Found by") == "agents")
    assert told(sheet)["Up next"].endswith(", 12 weeks ago")
    assert "today, from a test, with 29 others: “On the first question of subject 0”" in told(sheet)["Added"]
    assert told(sheet)["Tags"] == "agents"
    assert sheet.origin.text().startswith("Ada Byron · Journal of Questions 2001")
    assert "We ask question 1" in sheet.abstract.toPlainText()


def test_decisions_are_taken_back_one_by_one(waiting: Person) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    for key, following in ((Qt.Key.Key_D, 2), (Qt.Key.Key_K, 9), (Qt.Key.Key_D, 6)):
        press(waiting, sheet, key)
        at(waiting, sheet, following)
    press(waiting, sheet, Qt.Key.Key_Z)
    at(waiting, sheet, 9)
    waiting.sees(lambda: waiting.status(9) is Status.UNREAD)
    press(waiting, sheet, Qt.Key.Key_Z, CTRL)
    at(waiting, sheet, 2)
    waiting.sees(lambda: not waiting.lanes.reader.execute("SELECT 1 FROM kept").fetchall())
    press(waiting, sheet, Qt.Key.Key_Z)
    at(waiting, sheet, 4)
    waiting.sees(lambda: queue.ids(waiting.lanes.reader) == [6, 2, 9, 4, 12])
    # And nothing that was done before the review.
    press(waiting, sheet, Qt.Key.Key_Z)
    waiting.qtbot.wait(50)
    assert queue.ids(waiting.lanes.reader) == [6, 2, 9, 4, 12]


def test_the_end_comes_by_itself_and_can_be_taken_back(waiting: Person) -> None:
    sheet = begin(waiting)
    for paper in (4, 2, 9, 6):
        at(waiting, sheet, paper)
        press(waiting, sheet, Qt.Key.Key_D)
    assert sheet.summary() == "4 papers looked at: 4 dropped."
    assert sheet.end.isVisible()
    press(waiting, sheet, Qt.Key.Key_Z)
    at(waiting, sheet, 6)


def test_read_now_opens_it_on_top_of_up_next(waiting: Person) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    press(waiting, sheet, Qt.Key.Key_R)
    waiting.sees(lambda: waiting.window.findChild(ReviewSheet) is None)
    waiting.sees(lambda: waiting.ids == [4, 6, 2, 9, 12])
    waiting.sees(lambda: waiting.current == 4)
    waiting.sees(lambda: waiting.window.reading_pane.abstract.hasFocus())
    waiting.sees(lambda: waiting.lanes.reader.execute("SELECT paper_id FROM opened").fetchall() == [(4,)])


def test_how_long_and_where_is_remembered(waiting: Person, settings: QSettings) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    sheet.weeks.setCurrentIndex(sheet.weeks.findData(8))
    sheet.weeks.activated.emit(2)
    waiting.sees(lambda: sheet.count.text() == "1 of 2")
    press(waiting, sheet, Qt.Key.Key_Escape)
    waiting.sees(lambda: waiting.window.findChild(ReviewSheet) is None)
    waiting.sees(waiting.window.isActiveWindow)
    sheet = begin(waiting)
    waiting.sees(lambda: sheet.count.text() == "1 of 2")
    sheet.place.setCurrentIndex(1)
    sheet.place.activated.emit(1)
    # The unread papers of the library came today.
    waiting.sees(lambda: sheet.end.text() == "No unread paper has waited so long unopened.")
    assert (settings.value("review/weeks", type=int), settings.value("review/unread", type=bool)) == (8, True)


def test_without_any_it_says_so(person: Person) -> None:
    sheet = begin(person)
    person.sees(lambda: sheet.end.text() == "No paper of up next has waited so long unopened.")
    press(person, sheet, Qt.Key.Key_K)
    press(person, sheet, Qt.Key.Key_Return)
    person.sees(lambda: person.window.findChild(ReviewSheet) is None)


def test_a_paper_that_another_process_deletes_is_passed_over(waiting: Person) -> None:
    sheet = begin(waiting)
    at(waiting, sheet, 4)
    waiting.lanes.do(filing.trash, [2])
    waiting.lanes.do(filing.delete, [2])
    waiting.sees(lambda: papers.record(waiting.lanes.reader, 2) is None)
    press(waiting, sheet, Qt.Key.Key_K)
    at(waiting, sheet, 9)
    assert sheet.count.text() == "2 of 3"


@pytest.mark.parametrize(
    "way", [lambda person: person.press(Qt.Key.Key_O), lambda person: person.window.open_link("page")]
)
def test_a_paper_opened_is_remembered(waiting: Person, way: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readerapp.ui.browser.QDesktopServices.openUrl", lambda url: True)
    waiting.window.list.set_current_id(4)
    way(waiting)  # type: ignore[operator]
    waiting.sees(lambda: waiting.lanes.reader.execute("SELECT paper_id FROM opened").fetchall() == [(4,)])
    sheet = begin(waiting)
    at(waiting, sheet, 2)
