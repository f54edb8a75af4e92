"""Saved searches before the reader: saved from the field, renamed and changed in place, counted as things change."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import saved
from readerapp.library.connect import Connection
from readerapp.library.language import parse
from readerapp.library.search import count
from readerapp.operations import filing, reading, searching
from readerapp.records import SavedSearchRecord
from readerapp.ui import icons
from readerapp.ui.dialogs.save_search import SaveSearchPopup, suggested_name
from readerapp.ui.saved_counts import SavedCounts
from readerapp.ui.theme import Theme
from tests.ui.person import Person

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def searches(person: Person) -> list[SavedSearchRecord]:
    return saved.searches(person.lanes.reader)


def rows(person: Person) -> list[tuple[str, int | None, str]]:
    """The saved searches in the sidebar: name, number, icon."""
    model = person.window.sidebar.view._model
    found = [model.row(model.find(f"search:{one.name}")) for one in person.window.sidebar.searches]
    return [(row.text, row.papers, row.icon) for row in found]


def popup() -> SaveSearchPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, SaveSearchPopup)
    return found


def button(person: Person, name: str) -> QToolButton:
    field = person.window.top_bar.search_field
    return next(one for one in field.findChildren(QToolButton) if one.accessibleName() == name)


def save(person: Person, name: str, query: str, icon: str = "") -> None:
    person.lanes.do(searching.save, name, query, icon)
    person.sees(lambda: any(text == name and papers is not None for text, papers, _ in rows(person)))


def search(person: Person, text: str) -> None:
    person.press(Qt.Key.Key_Slash)
    person.type(text)
    person.sees(lambda: person.window.listing.typed == text)


def menu(person: Person, name: str) -> QMenu:
    view = person.window.sidebar.view
    index = view._model.find(f"search:{name}")
    view.menu_asked.emit(view._model.row(index), view.mapToGlobal(view.visualRect(index).center()))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(person: Person, name: str, *texts: str) -> None:
    """Chooses an entry of the menu on a saved search, in a menu within it if that is named first."""
    opened = shown = menu(person, name)
    for text in texts[:-1]:
        inner = next(action for action in shown.actions() if action.text() == text).menu()
        assert isinstance(inner, QMenu)
        shown = inner
    next(action for action in shown.actions() if action.text() == texts[-1]).trigger()
    opened.close()


def test_a_search_is_saved_with_keys_alone(person: Person) -> None:
    search(person, "question tag:agents ")
    person.press(Qt.Key.Key_S, modifier=CTRL_SHIFT)
    person.sees(lambda: isinstance(QApplication.activePopupWidget(), SaveSearchPopup))
    assert popup().name.text() == "Question agents"
    assert popup().name.hasSelectedText()
    person.qtbot.keyClicks(popup().name, "To cite")
    person.qtbot.keyClick(popup().name, Qt.Key.Key_Return)
    person.sees(lambda: rows(person) == [("To cite", 8, "saved-search")])
    assert searches(person) == [SavedSearchRecord("To cite", "question tag:agents")]
    assert person.window.top_bar.search_field.text() == ""
    assert person.window.listing.title == "To cite"
    person.sees(lambda: len(person.ids) == 8 and person.window.isActiveWindow())
    person.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: not rows(person))


def test_a_word_being_typed_is_saved_as_it_was_taken(person: Person) -> None:
    search(person, "quest")
    person.sees(lambda: len(person.ids) == 30)
    person.qtbot.mouseClick(button(person, "Save this search"), Qt.MouseButton.LeftButton)
    assert popup().query.text() == "quest*"
    popup().icons.button(3).click()
    popup().save.click()
    person.sees(lambda: rows(person) == [("Quest", 30, icons.OF_SEARCHES[3])])


def test_what_is_typed_within_a_list_is_saved_with_it(person: Person) -> None:
    person.goes_to("Unread", "is:unread OR is:reading")
    search(person, "first OR second ")
    person.press(Qt.Key.Key_S, modifier=CTRL_SHIFT)
    assert popup().query.text() == "(is:unread OR is:reading) (first OR second)"
    person.qtbot.keyClick(popup(), Qt.Key.Key_Escape)
    person.sees(lambda: QApplication.activePopupWidget() is None)
    assert searches(person) == []


def test_all_papers_cannot_be_saved(person: Person) -> None:
    assert not person.window.actions_by_id["save-search"].isEnabled()
    assert not button(person, "Save this search").isVisible()
    person.goes_to("Unread", "is:unread")
    assert person.window.actions_by_id["save-search"].isEnabled()


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("Weekly", "x", "There is a saved search “Weekly” already. Choose another name."),
        ("new", "", "There is nothing to search for. Type a query."),
        ("new", "saved:new", "“new” would search for itself."),
    ],
)
def test_what_cannot_be_saved_is_told_in_place(
    qtbot: QtBot, theme: Theme, person: Person, name: str, query: str, said: str
) -> None:
    window = SaveSearchPopup([SavedSearchRecord("weekly", "added:7d")], "x", theme, person.window)
    window.open_under(person.window.top_bar.search_field)
    told = []
    window.committed.connect(lambda *what: told.append(what))
    window.name.setText(name)
    window.query.setText(query)
    assert window.said.text().startswith(said)
    qtbot.keyClick(window.name, Qt.Key.Key_Return)
    assert told == []
    window.query.setText('title:"open')
    window.name.setText("new")
    assert "A quote is not closed" in window.said.text()
    qtbot.keyClick(window.name, Qt.Key.Key_Return)
    assert told == [("new", 'title:"open', "")]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("graph tag:thesis/methods is:unread", "Graph methods unread"),
        ("year:2020..", "Year:2020.."),
        ("a" * 50, "A" + "a" * 30 + "…"),
        ("-survey", "-survey"),
    ],
)
def test_a_name_is_suggested(query: str, name: str) -> None:
    assert suggested_name(query) == name


def test_it_is_renamed_in_its_place(person: Person) -> None:
    save(person, "agents", "tag:agents")
    save(person, "others", "-saved:agents")
    view = person.window.sidebar.view
    person.qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view._model.find("search:agents")).center()
    )
    person.sees(lambda: person.window.listing.title == "agents")
    view.setFocus()
    person.press(Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit, "sidebarName")
    assert editor is not None
    assert editor.text() == "agents"
    # Letters and Enter are for the name, not for the actions that have them.
    person.qtbot.keyClicks(editor, "jobs")
    person.qtbot.keyClick(editor, Qt.Key.Key_Return)
    person.sees(lambda: [text for text, _, _ in rows(person)] == ["jobs", "others"])
    assert [one.query for one in searches(person)] == ["tag:agents", "-saved:jobs"]
    person.sees(lambda: person.window.list_panel._title.text() == "jobs")
    assert len(person.ids) == 8
    person.sees(lambda: rows(person)[1][1] == 22)


def test_a_name_that_is_taken_is_told_and_nothing_renamed(person: Person) -> None:
    save(person, "one", "tag:agents")
    save(person, "two", "tag:thesis")
    person.window.sidebar.rename_search("one")
    editor = person.window.sidebar.view.findChild(QLineEdit, "sidebarName")
    assert editor is not None
    editor.setText("TWO")
    with person.qtbot.waitSignal(person.lanes.failed) as failed:
        person.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert failed.args == ["There is a saved search “TWO” already. Choose another name."]
    assert [one.name for one in searches(person)] == ["one", "two"]


def test_esc_leaves_the_name_as_it_is(person: Person) -> None:
    save(person, "one", "tag:agents")
    person.window.sidebar.rename_search("one")
    editor = person.window.sidebar.view.findChild(QLineEdit, "sidebarName")
    assert editor is not None
    editor.setText("two")
    person.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    person.qtbot.wait(50)
    assert [one.name for one in searches(person)] == ["one"]


def test_its_menu_moves_it_gives_it_an_icon_and_deletes_it(person: Person) -> None:
    for name in "abc":
        save(person, name, "tag:agents")
    choose(person, "c", "Move up")
    person.sees(lambda: [text for text, _, _ in rows(person)] == ["a", "c", "b"])
    choose(person, "c", "Icon", "Flag")
    person.sees(lambda: rows(person)[1] == ("c", 8, "flag"))
    choose(person, "a", "Delete the saved search")
    person.sees(lambda: [text for text, _, _ in rows(person)] == ["c", "b"])
    person.window.undo()
    person.sees(lambda: [text for text, _, _ in rows(person)] == ["a", "c", "b"])
    opened = menu(person, "a")
    enabled = {action.text(): action.isEnabled() for action in opened.actions()}
    assert (enabled["Move up"], enabled["Move down"]) == (False, True)
    opened.close()


def test_an_icon_of_another_program_is_shown_as_the_usual_one(person: Person) -> None:
    save(person, "a", "tag:agents", "no such icon")
    assert rows(person) == [("a", 8, "saved-search")]


def test_a_shown_search_narrowed_further_is_updated(person: Person) -> None:
    save(person, "agents", "tag:agents")
    person.goes_to("agents", "tag:agents")
    assert not button(person, "Save this search").isVisible()
    search(person, "year:2001.. ")
    update = button(person, "Update agents")
    person.sees(update.isVisible)
    person.qtbot.mouseClick(update, Qt.MouseButton.LeftButton)
    person.sees(lambda: [one.query for one in searches(person)] == ["tag:agents year:2001.."])
    person.sees(lambda: person.window.listing.query == "tag:agents year:2001..")
    assert person.window.top_bar.search_field.text() == ""
    person.sees(lambda: rows(person)[0][1] == len(person.ids))


def test_its_query_is_changed_in_the_field_or_saved_as_another(person: Person) -> None:
    save(person, "agents", "tag:agents")
    choose(person, "agents", "Edit the query")
    field = person.window.top_bar.search_field
    assert field.text() == "tag:agents"
    assert field.hasFocus()
    assert person.window.sidebar.view.selectionModel().selectedIndexes()[0].data() == "agents"
    assert not button(person, "Save this search").isVisible()
    person.type(" year:2001.. ")
    person.sees(lambda: person.window.listing.typed == "tag:agents year:2001.. ")
    person.qtbot.mouseClick(button(person, "Save as a new search"), Qt.MouseButton.LeftButton)
    assert popup().query.text() == "tag:agents year:2001.."
    popup().close()
    person.sees(button(person, "Update agents").isVisible)
    person.qtbot.mouseClick(button(person, "Update agents"), Qt.MouseButton.LeftButton)
    person.sees(lambda: [one.query for one in searches(person)] == ["tag:agents year:2001.."])
    assert (person.window.listing.title, field.text()) == ("agents", "")


def test_a_cleared_query_shows_the_search_as_it_is(person: Person) -> None:
    save(person, "agents", "tag:agents")
    choose(person, "agents", "Edit the query")
    person.press(Qt.Key.Key_Escape)
    person.sees(lambda: person.window.listing.query == "tag:agents")
    person.sees(lambda: len(person.ids) == 8)


# Numbers


def numbers(person: Person) -> dict[str, int | None]:
    return {text: papers for text, papers, _ in rows(person)}


def test_numbers_follow_every_change(person: Person) -> None:
    save(person, "with notes", "has:note")
    save(person, "starred or read", "is:starred OR is:read")
    save(person, "not agents", "-tag:agents")
    assert numbers(person) == {"with notes": 0, "starred or read": 0, "not agents": 22}
    person.lanes.do(reading.set_note, 3, "mine")
    person.sees(lambda: numbers(person)["with notes"] == 1)
    person.press(Qt.Key.Key_S)
    person.sees(lambda: numbers(person)["starred or read"] == 1)
    person.lanes.do(filing.tag, [1, 3, 5], ["agents"])
    person.sees(lambda: numbers(person)["not agents"] == 19)
    person.window.undo()
    person.sees(lambda: numbers(person)["not agents"] == 22)
    person.lanes.do(filing.trash, [3])
    person.sees(lambda: numbers(person)["with notes"] == 0)


def test_only_what_a_change_can_change_is_counted_again(lanes: Lanes, qtbot: QtBot) -> None:
    counts = SavedCounts(lanes, lanes)
    told: list[tuple[str, int]] = []
    counts.counted.connect(lambda name, number: told.append((name, number)))
    counts.show(
        [
            SavedSearchRecord("read", "is:read"),
            SavedSearchRecord("words", "question"),
            SavedSearchRecord("inner", "saved:read"),
            SavedSearchRecord("none", "saved:gone"),
        ]
    )
    qtbot.waitUntil(lambda: len(told) == 4)
    told.clear()
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(reading.set_starred, [1], True)
    qtbot.wait(50)
    assert told == []
    lanes.do(filing.trash, [1])
    qtbot.waitUntil(lambda: len(told) == 4)
    assert {name for name, _ in told} == {"read", "words", "inner", "none"}
    told.clear()
    counts.show([SavedSearchRecord("words", "question"), SavedSearchRecord("other", "tag:agents")])
    qtbot.waitUntil(lambda: [name for name, _ in told] == ["other"])


def test_counting_waits_for_other_questions(lanes: Lanes, qtbot: QtBot) -> None:
    answers: list[object] = []
    held, go = threading.Event(), threading.Event()

    def slowly(connection: Connection) -> str:
        held.set()
        go.wait()
        return "slow"

    lanes.ask("a", slowly, answers.append)
    held.wait()
    lanes.ask("counts", lambda connection: count(connection, parse("question")), answers.append, patient=True)
    lanes.ask("b", lambda connection: "b", answers.append)
    go.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == ["slow", "b", 30]


def test_counting_is_interrupted_and_begun_again(lanes: Lanes, qtbot: QtBot) -> None:
    answers: list[object] = []
    begun = threading.Event()
    times: list[int] = []

    def long(connection: Connection) -> str:
        times.append(1)
        begun.set()
        if len(times) == 1:
            # Never ends by itself.
            connection.execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
            ).fetchone()
        return "counted"

    lanes.ask("counts", long, answers.append, patient=True)
    begun.wait()
    lanes.ask("list", lambda connection: "list", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["list", "counted"]
    assert len(times) == 2


def test_the_popup_stays_on_the_screen(person: Person, theme: Theme) -> None:
    window = SaveSearchPopup([], "question", theme, person.window)
    window.open_under(person.window.status_bar)
    screen = window.screen().availableGeometry()
    assert screen.contains(window.mapToGlobal(QPoint(window.width() - 1, window.height() - 1)))
    window.close()


def test_a_saved_search_that_is_not_there_is_told(person: Person) -> None:
    search(person, "saved:nowhere ")
    sentence = "There is no saved search “nowhere”."
    person.sees(lambda: any(one.text() == sentence for one in person.window.list_panel.findChildren(QLabel)))
