"""Searching in the window: from the typed word to the place in the paper, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import interest, saved
from readerapp.library.connect import Writer
from readerapp.operations import reading
from readerapp.records import Changes
from readerapp.ui.theme import Theme
from tests.ui.person import Person, opened

Key = Qt.Key


def searches(person: Person, text: str, found: int) -> None:
    """Types a search and waits for so many papers."""
    person.press(Key.Key_Slash)
    person.type(text)
    person.sees(lambda: person.window.listing.typed == text and len(person.ids) == found)


def test_a_search_tells_how_many_were_found(person: Person) -> None:
    answers: list[tuple[int, int | None, bool]] = []
    person.window.listing.answered.connect(lambda one: answers.append((len(one.ids), one.count, one.complete)))
    searches(person, "question", 30)
    person.sees(lambda: answers and answers[-1] == (30, 30, True))
    field = person.window.top_bar.search_field
    assert field.text() == "question"
    person.window.focus("list")
    searches(person, "question year:2003 -third", 2)


def test_the_last_search_is_the_one_that_is_shown(person: Person) -> None:
    person.press(Key.Key_Slash)
    person.type("subject 1")
    person.type("7")
    person.sees(lambda: person.ids == [18])
    person.qtbot.wait(200)
    assert person.ids == [18]


def test_enter_goes_to_the_note_that_matched(person: Person) -> None:
    person.lanes.do(reading.set_note, 7, "Compare with the zebra argument.")
    person.qtbot.wait(50)
    searches(person, "zebra", 1)
    person.press(Key.Key_Return)
    person.sees(lambda: person.window.list.passage(7) is not None)
    person.press(Key.Key_Return)
    editor = person.window.notes_panel.editor
    person.sees(lambda: editor.textCursor().selectedText() == "zebra")


def test_matches_are_walked_in_the_paper(person: Person) -> None:
    searches(person, "algebra", len([n for n in range(30) if n % 7]))
    person.press(Key.Key_Return)
    count = person.window.reading_pane.match_count
    person.sees(lambda: person.window.list.passage(person.current) is not None)
    person.press(Key.Key_Return)
    person.sees(lambda: count.text().startswith("1 of"))
    person.press(Key.Key_F3)
    assert count.text().startswith("1 of 1") or count.text().startswith("2 of")
    person.press(Key.Key_BracketLeft)
    assert count.text().startswith("1 of")


def test_f_narrows_the_list(person: Person) -> None:
    person.press(Key.Key_F)
    popup = person.window.list_panel.narrow_popup
    person.sees(popup.isVisible)
    popup.narrow_asked.emit("year:2003")
    person.sees(lambda: len(person.ids) == 2)
    field = person.window.top_bar.search_field
    assert field.text() == "year:2003 "
    popup.exclude_asked.emit("tag:agents")
    person.sees(lambda: field.text() == "-tag:agents year:2003 ")


@pytest.mark.parametrize(
    ("typed", "narrowed", "found"),
    [
        ("ques", "year:2003 ques* ", 2),
        ("algebra OR question", "year:2003 (algebra OR question) ", 2),
        ('"question', 'year:2003 "question* ', 2),
        ("question ", "year:2003 question ", 2),
        ("is:unread", "year:2003 is:unread ", 2),
    ],
)
def test_narrowing_means_what_was_typed_and_that(person: Person, typed: str, narrowed: str, found: int) -> None:
    person.window.top_bar.search_field.setText(typed)
    person.window.list_panel.narrow_asked.emit("year:2003")
    assert person.window.top_bar.search_field.text() == narrowed
    person.sees(lambda: len(person.ids) == found)


def test_what_was_searched_is_offered_again_after_a_restart(
    lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window = opened(lanes, theme, settings, qtbot)
    person = Person(window, lanes, qtbot)
    searches(person, "question", 30)
    person.press(Key.Key_Return)
    window.close()
    again = opened(lanes, theme, settings, qtbot)
    assert again.top_bar.search_field.recent == ["question"]
    again.close()


def test_a_similar_paper_and_back(person: Person) -> None:
    searches(person, "subject 3", 1)
    person.press(Key.Key_Return)
    (here,) = person.ids
    person.window.reading_pane.paper_asked.emit(20)
    person.sees(lambda: person.current == 20)
    assert person.window.top_bar.search_field.text() == ""
    assert len(person.ids) == 30
    person.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    person.sees(lambda: person.ids == [here] and person.current == here)
    assert person.window.top_bar.search_field.text() == "subject 3"
    assert not person.window.actions_by_id["back"].isEnabled()


def test_the_order_by_interest_is_computed_when_it_is_asked_for(person: Person) -> None:
    likes = [paper for paper in range(1, 31) if paper % 3 == 0]
    for paper in likes[:5]:
        person.lanes.do(reading.set_starred, [paper], True)
    person.qtbot.wait(50)
    wanted = interest.compute(person.lanes.reader)
    assert len(wanted.papers) > 1
    person.window.listing.choose_order("interest")
    best = max(zip(wanted.scores, wanted.papers, strict=True))[1]
    person.sees(lambda: person.ids[0] == best)
    assert len(person.ids) == 30


def test_a_saved_search_can_be_named(person: Person) -> None:
    def save(writer: Writer) -> Changes | None:
        with writer.step("Save a search") as step:
            writer.connection.execute(
                "INSERT INTO saved_search (name, query, position) VALUES ('Of 2003', 'year:2003', 1)"
            )
        return step.changes

    person.lanes.do(save)
    person.sees(lambda: saved.searches(person.lanes.reader))
    searches(person, 'saved:"of 2003"', 2)


def test_help_puts_an_example_into_the_field(person: Person) -> None:
    person.window.show_search_help()
    (sheet,) = [widget for widget in person.window.findChildren(QWidget) if type(widget).__name__ == "SearchHelp"]
    sheet.example_chosen.emit("is:unread")  # type: ignore[attr-defined]
    assert person.window.top_bar.search_field.text() == "is:unread "
    sheet.close()
