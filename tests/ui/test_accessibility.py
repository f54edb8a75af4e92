"""The window through Qt's accessibility interface, as a screen reader has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from readerapp import config
from readerapp.library import papers
from readerapp.operations import filing, tagging
from readerapp.operations import reading as verbs
from readerapp.operations.importing import bring_in
from readerapp.records import Record, Status
from readerapp.ui.dialogs.narrow import NarrowPopup
from readerapp.ui.dialogs.palette import Palette
from readerapp.ui.dialogs.save_search import SaveSearchPopup
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.dialogs.tag_papers import TagPopup
from tests.conftest import reading
from tests.ui.person import Person
from tests.ui.screen_reader import CONTROLS, Node, Role, find, there, told

SHEETS = (
    "add-papers", "duplicates", "history", "preferences", "palette", "activity", "keys", "narrow", "tags", "review",
    "session", "empty-trash", "save-search", "highlights-table", "meanings", "note-versions", "tasks",
)  # fmt: skip


def problems(nodes: list[Node]) -> list[str]:
    """What a person who does not see could not use."""
    found = []
    for node in nodes:
        if not node.name and (node.focusable or node.role in CONTROLS):
            found.append(f"no name: {node}")
        # A role that says nothing: a screen reader reads such a thing as a group.
        scrolled = node.kind == "QScrollArea"
        if node.focusable and node.role in (Role.Client, Role.NoRole, Role.Pane, Role.Whitespace) and not scrolled:
            found.append(f"no role: {node}")
        if node.focusable and node.place.isEmpty():
            found.append(f"nowhere: {node}")
        if "{" in node.name or "%" in node.name or "<" in node.name:
            found.append(f"no words: {node}")
    # Two buttons of one name in one place cannot be told apart.
    named = Counter((node.path, node.name) for node in nodes if node.role in (Role.Button, Role.CheckBox))
    found += [f"{count} times: {' > '.join(path)} > {name}" for (path, name), count in named.items() if count > 1]
    return found


def test_everything_in_the_window_has_a_name_a_role_and_a_place(person: Person) -> None:
    person.sees(lambda: person.window.reading_pane.related.isVisible())
    nodes = list(told(person.window))
    assert problems(nodes) == []
    assert {node.name for node in nodes} >= {
        "Top bar", "Sidebar", "List of papers", "Paper", "Notes, highlights, details", "Status bar", "Search", "Papers",
        "Lists, tags and saved searches", "Title", "Authors", "Status", "Abstract", "Note", "Takeaway",
    }  # fmt: skip


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """A screen reader is there: Qt tells it what changes, and keeps what it has told in step."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def busy(person: Person) -> Person:
    """Somebody who has done this and that: what sheets show of it is there."""
    do, sample = (
        person.lanes.do,
        Record(title="On the third question of subject 26 (extended abstract)", authors=["Ada Byron"]),
    )
    do(lambda writer: bring_in(writer, reading(sample))[0])
    do(filing.tag, [29, 28], ["thesis/methods", "to cite"])
    do(tagging.colour_tag, "to cite", "green")
    do(verbs.set_status, [30], Status.READ)
    do(verbs.set_rating, [30], 4)
    do(verbs.set_takeaway, 30, "It is about questions.")
    do(verbs.set_note, 30, "Why")
    do(verbs.set_note, 30, "*Why* it matters\n- [ ] ask")
    do(verbs.set_starred, [30, 27], True)
    do(filing.enqueue, [26, 25])
    do(filing.trash, [3, 4])
    person.sees(lambda: papers.rows(person.lanes.reader, [3])[3].trashed)
    person.window.list.set_current_id(30)
    person.qtbot.wait(300)
    return person


@pytest.mark.parametrize("action", [*SHEETS, "search help", "tag"])
def test_everything_in_a_sheet_has_a_name_a_role_and_a_place(busy: Person, action: str) -> None:
    sheet = opened_by(busy, action)
    nodes = list(told(sheet))
    assert problems(nodes) == []
    assert sum(node.focusable for node in nodes) >= 2
    assert nodes[0].name
    focused = QApplication.focusWidget()
    assert focused is not None
    assert sheet.isAncestorOf(focused)
    sheet.close()


def opened_by(person: Person, action: str) -> QWidget:
    """The sheet that an action opens."""
    if action == "search help":
        person.window.show_search_help()
    elif action == "tag":
        person.window.select_all()
        person.window.edit_tags()
    else:
        if action == "save-search":
            person.press(Qt.Key.Key_Slash)
            person.type("rat")
            person.sees(lambda: person.window.listing.typed)
        person.window.actions_by_id[action].trigger()
    person.qtbot.wait(400)
    kinds = (Sheet, Palette, NarrowPopup, TagPopup, SaveSearchPopup)
    return next(one for one in person.window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible())


def test_a_paper_is_read_out_with_all_that_its_row_shows(busy: Person) -> None:
    row = find(busy.window, Role.ListItem, "Read. On the second question of subject 29").name
    assert row.endswith("It is about questions. Tags agents. Starred. Rated 4 of 5. Note.")
    assert find(busy.window, Role.ListItem, "Unread. On the third question of subject 26").name.count("Up next") == 0
    assert find(busy.window, Role.TreeItem, "to cite").name == "to cite: 2, 2 unread"


def test_from_the_list_to_a_note_and_back_without_seeing(busy: Person) -> None:
    """A whole round with what a screen reader says and does alone, letters turned off."""
    window = busy.window
    window._set(config.LETTERS, False)
    busy.press(Qt.Key.Key_M)
    # The list is read, and gone through with the arrows.
    first = find(window, Role.ListItem, "Read. On the second question of subject 29")
    assert first.states >= {"focused", "selected"}
    busy.press(Qt.Key.Key_Down)
    assert said(busy) == find(window, Role.ListItem, "Unread. On the first question of subject 28").name
    busy.sees(lambda: "subject 28" in find(window, Role.StaticText, "Title").text)
    # The status is a choice of four; one is checked.
    assert "checked" in find(window, Role.RadioButton, "Unread").states
    find(window, Role.RadioButton, "Reading").press()
    busy.sees(lambda: busy.status(29) is Status.READING)
    assert "checked" in find(window, Role.RadioButton, "Reading").states
    assert "checked" not in find(window, Role.RadioButton, "Unread").states
    busy.sees(lambda: there(window, Role.ListItem, "Reading. On the first question of subject 28"))
    # The rating is a slider from 0 to 5.
    rating = find(window, Role.Slider, "Rating: none").interface.valueInterface()
    assert (rating.minimumValue(), rating.maximumValue(), rating.currentValue()) == (0, 5, 0)
    rating.setCurrentValue(3)
    busy.sees(lambda: there(window, Role.Slider, "Rating: 3 of 5"))
    busy.sees(lambda: papers.rows(busy.lanes.reader, [29])[29].rating == 3)
    # A tag is added in a field that completes, and is a button then that says how it goes.
    find(window, Role.Button, "+ Add tag").press()
    busy.sees(lambda: there(window, Role.EditableText, "Tags to add"))
    assert "focused" in find(window, Role.EditableText, "Tags to add").states
    busy.type("by ear")
    busy.press(Qt.Key.Key_Return)
    busy.press(Qt.Key.Key_Return)
    busy.sees(lambda: "by ear" in papers.rows(busy.lanes.reader, [29])[29].tags)
    busy.sees(lambda: there(window, Role.Button, "Tag by ear"))
    assert find(window, Role.Button, "Tag by ear").description == "Delete takes it away"
    busy.sees(lambda: there(window, Role.TreeItem, "by ear"))
    assert find(window, Role.TreeItem, "by ear").name == "by ear: 1, 0 unread"
    # A note is written, and said to be saved.
    window.focus("list")
    busy.press(Qt.Key.Key_F6)
    busy.press(Qt.Key.Key_F6)
    note = find(window, Role.EditableText, "Note")
    assert "focused" in note.states
    busy.type("Heard, not seen.")
    busy.sees(lambda: next(iter(papers.records(busy.lanes.reader, [29]))).note == "Heard, not seen.")
    busy.sees(lambda: there(window, Role.StaticText, "Saved"))
    # A search is typed, counted, and its first paper is where the focus goes.
    busy.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    search = find(window, Role.EditableText, "Search")
    assert "focused" in search.states
    busy.type("note:heard")
    busy.sees(lambda: there(window, Role.StaticText, "1 found"))
    busy.press(Qt.Key.Key_Return)
    row = "Reading. On the first question of subject 28"
    busy.sees(lambda: "Note: Heard, not seen." in find(window, Role.ListItem, row).name)
    assert "focused" in find(window, Role.ListItem, row).states
    # Nothing was done by a letter.
    assert busy.status(30) is Status.READ


def said(person: Person) -> str:
    """What is read out where the focus is."""
    focused = next(node for node in told(person.window) if node.role == Role.ListItem and "focused" in node.states)
    return focused.name
