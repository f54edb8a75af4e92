"""A reading session, from the minutes asked for to the summary, by keys alone; and that everything is given back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.library import history, papers, queue, tags
from readerapp.operations import filing, reading
from readerapp.records import Status
from readerapp.ui.dialogs.session import SessionStart, SessionSummary
from readerapp.ui.panels.session import SessionBar
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window
from tests.ui.person import Person

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.seconds = 5_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    """The clock of the window."""
    return Clock()


@pytest.fixture
def person(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot, clock: Clock) -> Iterator[Person]:
    """Somebody before a window with that clock."""
    window = Window(lanes, theme, settings, Config(lanes.library.path.with_name("settings.toml")), clock=clock)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: len(window.list.ids()) == 30)
    qtbot.wait(100)
    window.focus("list")
    yield Person(window, lanes, qtbot)
    window.close()


def queues(person: Person, *chosen: int) -> None:
    """Puts papers into up next."""
    person.window.do(filing.enqueue, list(chosen))
    person.sees(lambda: queue.ids(person.lanes.reader) == list(chosen))


def sheet(person: Person, kind: type[SessionStart | SessionSummary]) -> SessionStart | SessionSummary:
    """The sheet that is open."""
    person.sees(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def begins(person: Person, minutes: str = "") -> SessionBar:
    """Asks for a session of so many minutes, and waits for it."""
    person.press(Key.Key_R, modifier=CTRL | SHIFT)
    sheet(person, SessionStart)
    if minutes:
        person.type(minutes)
    person.press(Key.Key_Return)
    person.sees(lambda: person.window._sessions.now is not None)
    bar = person.window.findChild(SessionBar)
    assert bar is not None
    person.sees(person.window.isActiveWindow)
    person.sees(lambda: QApplication.focusWidget() is person.window.reading_pane.abstract)
    return bar


def seen(person: Person) -> dict[str, bool]:
    """Which panels are seen."""
    window = person.window
    panels: dict[str, QWidget] = {
        "top": window.top_bar, "sidebar": window.sidebar, "list": window.list_panel, "paper": window.reading_pane,
        "notes": window.notes_panel, "status": window.status_bar,
    }  # fmt: skip
    return {name: panel.isVisible() for name, panel in panels.items()}


def test_a_session_by_keys_alone(person: Person, clock: Clock) -> None:
    queues(person, 3, 7, 12, 20)
    person.press(Key.Key_J, Key.Key_J)
    person.press(Key.Key_Down, modifier=SHIFT)
    before = list(person.window.list.selected_ids())
    sizes, panels = person.window.panes.sizes(), seen(person)
    assert before == [28, 27]

    bar = begins(person, "40")
    assert seen(person) == {
        "top": False, "sidebar": False, "list": False, "paper": True, "notes": True, "status": True,
    }  # fmt: skip
    assert (bar.time.text(), bar.place.text()) == ("40 min left", "Paper 1 of 4")
    assert "subject 2" in person.window.reading_pane.title.toPlainText()
    assert person.current == 3

    clock.seconds += 30
    bar.look()
    assert bar.time.text() == "40 min left"
    clock.seconds += 31
    bar.look()
    assert bar.time.text() == "39 min left"

    # Done, with a line to keep.
    person.press(Key.Key_E)
    assert bar.asking
    person.type("Ask the easy ones first.")
    assert person.status(3) is Status.UNREAD
    person.press(Key.Key_Return)
    person.sees(lambda: person.status(3) is Status.READ)
    assert papers.rows(person.lanes.reader, [3])[3].takeaway == "Ask the easy ones first."
    assert bar.place.text() == "Paper 2 of 4"
    assert person.current == 7
    # Later; the other keys work as ever.
    person.press(Key.Key_S)
    person.press(Key.Key_J)
    assert bar.place.text() == "Paper 3 of 4"
    person.press(Key.Key_T)
    person.type("mine")
    person.press(Key.Key_Return)
    person.sees(lambda: tags.of_papers(person.lanes.reader, [12]).get("mine") == 1)
    person.press(Key.Key_N)
    person.type("Look at the second proof.")
    person.press(Key.Key_Escape)
    assert QApplication.focusWidget() is person.window.reading_pane.abstract
    person.press(Key.Key_4, modifier=ALT)
    person.sees(lambda: person.status(12) is Status.DROPPED)
    person.press(Key.Key_J)
    # Done, without a line.
    clock.seconds += 3600
    bar.look()
    assert bar.time.text() == "Time is up"
    person.press(Key.Key_E)
    person.type("half a thou")
    person.press(Key.Key_Escape)
    person.sees(lambda: person.status(20) is Status.READ)
    assert papers.rows(person.lanes.reader, [20])[20].takeaway == ""

    summary = sheet(person, SessionSummary)
    assert isinstance(summary, SessionSummary)
    assert summary.as_text().splitlines() == [
        "61 minutes, 2 papers finished",
        "",
        "- On the third question of subject 2",
        "  Ask the easy ones first.",
        "- On the fourth question of subject 19",
        "",
        "1 dropped, 1 tagged, 1 note written",
        "Next: On the third question of subject 6",
    ]
    person.press(Key.Key_Return)
    person.sees(lambda: seen(person) == panels)
    assert list(person.window.list.selected_ids()) == before
    assert person.ids == list(range(30, 0, -1))
    person.sees(lambda: person.window.panes.sizes() == sizes)
    assert queue.ids(person.lanes.reader) == [7, 12]
    assert QApplication.focusWidget() is person.window.list
    person.press(Key.Key_Slash)
    person.type("subject 12")
    person.sees(lambda: person.ids == [13])


def test_it_goes_through_the_up_next_that_is_shown(person: Person) -> None:
    queues(person, 2, 1, 4, 5)
    person.goes_to("thesis", "tag:thesis")
    person.press(Key.Key_G, Key.Key_P)
    person.sees(lambda: person.ids == [1, 4, 5])
    person.window.list.set_current_id(4)
    bar = begins(person)
    assert (bar.place.text(), bar.time.text()) == ("Paper 1 of 3", "25 min left")
    person.press(Key.Key_E, Key.Key_Return)
    person.sees(lambda: queue.ids(person.lanes.reader) == [2, 4, 5])
    # A finished paper can be gone back to.
    person.press(Key.Key_K)
    assert (person.current, bar.place.text()) == (1, "Paper 1 of 3")
    person.press(Key.Key_Escape)
    sheet(person, SessionSummary)
    person.press(Key.Key_Escape)
    person.sees(lambda: person.ids == [4, 5])
    assert person.current == 4


def test_where_nothing_is_queued_it_goes_through_what_is_unread(person: Person) -> None:
    person.window.do(reading.set_status, [30, 26], Status.READ)
    person.sees(lambda: person.status(26) is Status.READ)
    person.goes_to("agents", "tag:agents")
    person.press(Key.Key_R, modifier=CTRL | SHIFT)
    asked = sheet(person, SessionStart)
    words = [label.text() for label in asked.findChildren(QWidget) if hasattr(label, "text")]
    assert any(
        "Nothing is up next, so it goes through what is unread in “agents”: 6 papers." in text
        for text in words
        if isinstance(text, str)
    )
    person.press(Key.Key_Return)
    person.sees(lambda: person.window._sessions.now is not None)
    assert person.ids == [22, 18, 14, 10, 6, 2]
    assert queue.ids(person.lanes.reader) == []


def test_where_there_is_nothing_to_read_it_says_so(person: Person) -> None:
    person.goes_to("Dropped", "is:dropped")
    person.sees(lambda: person.ids == [])
    person.window.start_session()
    person.sees(lambda: "no paper of this list is unread" in person.window.status_bar._message.text())
    assert person.window._sessions.now is None


def test_minutes_are_remembered(person: Person, settings: QSettings) -> None:
    queues(person, 3)
    begins(person, "90")
    person.press(Key.Key_Escape)
    sheet(person, SessionSummary)
    person.press(Key.Key_Return)
    person.sees(lambda: person.window._sessions.now is None and person.window.isActiveWindow())
    person.press(Key.Key_R, modifier=CTRL | SHIFT)
    asked = sheet(person, SessionStart)
    assert isinstance(asked, SessionStart)
    assert asked.minutes.value() == 90
    person.press(Key.Key_Escape)
    person.sees(person.window.isActiveWindow)
    assert person.window._sessions.now is None
    assert int(str(settings.value("session/minutes"))) == 90


def test_papers_in_the_trash_are_left_out_and_come_back_with_undo(person: Person) -> None:
    queues(person, 3, 7, 12)
    bar = begins(person)
    person.press(Key.Key_J, Key.Key_Delete)
    person.sees(lambda: bar.place.text() == "Paper 2 of 2")
    assert person.current == 12
    person.press(Key.Key_Z, modifier=CTRL)
    person.sees(lambda: bar.place.text() == "Paper 2 of 3")
    assert person.current == 7
    # What was undone is not counted.
    person.press(Key.Key_E, Key.Key_Escape)
    person.sees(lambda: person.status(7) is Status.READ)
    person.press(Key.Key_Z, modifier=CTRL)
    person.sees(lambda: person.status(7) is Status.UNREAD)
    person.press(Key.Key_Escape)
    summary = sheet(person, SessionSummary)
    assert isinstance(summary, SessionSummary)
    assert summary.as_text().splitlines()[0] == "Less than a minute, nothing finished"


def test_nothing_leads_away_meanwhile(person: Person) -> None:
    queues(person, 3, 7)
    begins(person)
    person.press(Key.Key_G, Key.Key_U)
    person.press(Key.Key_Slash)
    person.press(Key.Key_B, modifier=CTRL)
    person.press(Key.Key_A, modifier=CTRL)
    person.press(Key.Key_Down, modifier=ALT)
    person.window.show_query("Unread", "is:unread")
    assert person.ids == [3, 7]
    assert seen(person)["sidebar"] is False
    assert "Esc ends it" in person.window.status_bar._message.text()
    assert queue.ids(person.lanes.reader) == [3, 7]


def test_papers_seen_in_it_count_as_opened(person: Person) -> None:
    queues(person, 7, 3, 9)
    begins(person)
    person.sees(lambda: person.current == 7)
    person.press(Key.Key_J)
    person.sees(lambda: person.current == 3)
    person.sees(
        lambda: person.lanes.reader.execute("SELECT paper_id FROM opened ORDER BY 1").fetchall() == [(3,), (7,)]
    )
    assert not person.window.actions_by_id["review"].isEnabled()


def test_a_takeaway_begun_is_not_lost(person: Person) -> None:
    person.window.do(reading.set_takeaway, 7, "The old one.")
    queues(person, 3, 7)
    bar = begins(person)
    person.press(Key.Key_E)
    person.type("Half a line")
    bar.buttons["next"].click()
    person.sees(lambda: papers.rows(person.lanes.reader, [3])[3].takeaway == "Half a line")
    assert person.status(3) is Status.UNREAD
    assert not bar.asking
    # The line that is kept already stands there, and stays if it is skipped.
    person.window.focus("list")
    person.press(Key.Key_E)
    assert bar.field.text() == "The old one."
    person.press(Key.Key_Delete, Key.Key_Return)
    person.sees(lambda: person.status(7) is Status.READ)
    assert papers.rows(person.lanes.reader, [7])[7].takeaway == "The old one."
    person.sees(lambda: (step := history.next_undo(person.lanes.reader)) and step.title.startswith("Finish"))


def test_closing_the_window_gives_everything_back_first(person: Person, settings: QSettings) -> None:
    queues(person, 3, 7)
    person.window.list.set_current_id(15)
    begins(person)
    person.press(Key.Key_E)
    person.type("Kept all the same")
    person.window.close()
    assert settings.value("list/current", 0, type=int) == 15
    assert str(settings.value("seen/papers")).startswith("30 29 28")
    assert [int(width) > 0 for width in str(settings.value("seen/columns")).split()] == [True] * 4
    person.sees(lambda: papers.rows(person.lanes.reader, [3])[3].takeaway == "Kept all the same")
    assert person.status(3) is Status.UNREAD


@pytest.mark.parametrize(("width", "notes"), [(1440, True), (900, True), (720, False)])
def test_a_narrow_window_has_what_there_is_room_for(person: Person, width: int, notes: bool) -> None:
    queues(person, 3, 7)
    person.window.resize(width, 600)
    panels = seen(person)
    bar = begins(person)
    assert seen(person)["notes"] is notes
    for button in bar.buttons.values():
        assert bar.rect().contains(button.mapTo(bar, button.rect().bottomRight()))
    person.press(Key.Key_N)
    assert seen(person)["notes"]
    person.press(Key.Key_Escape, Key.Key_Escape)
    sheet(person, SessionSummary)
    person.press(Key.Key_Return)
    person.sees(lambda: seen(person) == panels)
