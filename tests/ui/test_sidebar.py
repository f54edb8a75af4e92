"""The sidebar: choosing, adding and excluding; what stays put when the library changes; papers dropped on it."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library.counts import Counts
from readerapp.library.language import TagIs, parse
from readerapp.library.tags import TagRow, key
from readerapp.operations import filing, tagging
from readerapp.records import Origin, Reading, SavedSearchRecord
from readerapp.ui.models.sidebar import PAPERS_MIME, TAG_MIME, SidebarModel
from readerapp.ui.panels.sidebar import Sidebar
from readerapp.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LISTS = ["Up next", "Unread", "Reading", "Read", "Starred", "All papers", "Dropped"]


class Reader:
    """A person before the sidebar."""

    def __init__(self, qtbot: QtBot, lanes: Lanes, sidebar: Sidebar) -> None:
        self.qtbot, self.lanes, self.sidebar, self.view = qtbot, lanes, sidebar, sidebar.view
        self.model: SidebarModel = sidebar.findChild(SidebarModel)  # type: ignore[assignment]

    def rows(self, parent: QModelIndex | None = None) -> list[QModelIndex]:
        """All rows, top to bottom, those in closed tags too."""
        parent = parent or QModelIndex()
        found = []
        for n in range(self.model.rowCount(parent)):
            index = self.model.index(n, 0, parent)
            found += [index, *self.rows(index)]
        return found

    def texts(self) -> list[str]:
        return [index.data() for index in self.rows()]

    def find(self, text: str) -> QModelIndex:
        return next(index for index in self.rows() if index.data() == text)

    def number(self, text: str) -> int | None:
        return self.model.number(self.model.row(self.find(text)))

    def selected(self) -> list[str]:
        return [index.data() for index in self.view.selectionModel().selectedIndexes()]

    def click(self, text: str, held: Qt.KeyboardModifier = NONE) -> None:
        self.view.scrollTo(self.find(text))
        place = self.view.visualRect(self.find(text)).center()
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, held, place)

    def click_caret(self, text: str) -> None:
        rect = self.view.visualRect(self.find(text))
        place = QPoint(rect.left() + 24, rect.center().y())
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, NONE, place)

    def press(self, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.view, pressed, held)

    def do(self, verb: Verb, *args: object) -> None:
        """Has the library changed and the sidebar see it."""
        with self.qtbot.waitSignal(self.lanes.library_changed):
            self.lanes.do(verb, *args)
        self.look()

    def bring_in(self, *items: SavedSearchRecord) -> None:
        with self.qtbot.waitSignal(self.lanes.library_changed):
            self.lanes.bring_in(lambda: Reading(Origin("json", "a test"), iter(items)), "a test")
        self.look()

    def look(self) -> None:
        """Refreshes, and waits until the answer is shown: questions on one lane are answered in order."""
        answered: list[object] = []
        self.sidebar.refresh()
        self.lanes.ask("test", lambda _: None, answered.append)
        self.qtbot.waitUntil(lambda: bool(answered))

    def drop(self, text: str, payload: bytes | None, kind: str = PAPERS_MIME) -> bool:
        """Drags papers, or a tag, over a row and lets go. Whether they were taken."""
        mime = QMimeData()
        mime.setText("a title")
        if payload is not None:
            mime.setData(kind, payload)
        at = self.view.visualRect(self.find(text)).center()
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        viewport = self.view.viewport()
        QApplication.sendEvent(viewport, QDragEnterEvent(at, copy, mime, button, NONE))
        move = QDragMoveEvent(at, copy, mime, button, NONE)
        move.ignore()
        QApplication.sendEvent(viewport, move)
        drop = QDropEvent(QPointF(at), copy, mime, button, NONE)
        drop.ignore()
        if move.isAccepted():
            QApplication.sendEvent(viewport, drop)
        return drop.isAccepted()


@pytest.fixture
def reader(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Reader:
    sidebar = Sidebar(lanes, theme)
    qtbot.addWidget(sidebar)
    sidebar.resize(224, 800)
    sidebar.show()
    person = Reader(qtbot, lanes, sidebar)
    person.look()
    return person


def test_lists_and_tags_stand_with_their_numbers(reader: Reader) -> None:
    assert reader.texts() == [
        *LISTS,
        "Projects and tags",
        "agents",
        "reading-group",
        "thesis",
        "generalization",
        "related-work",
    ]
    assert reader.number("All papers") == 30
    assert reader.number("Unread") == 30
    assert reader.number("Read") == 0
    assert reader.number("thesis") == 15
    assert reader.number("generalization") == 8


def test_unread_numbers_instead_of_all(reader: Reader) -> None:
    reader.do(filing.tag, [1, 2], ["shared"])
    reader.do(filing.trash, [2])
    reader.sidebar.set_counts("unread")
    assert reader.number("shared") == 1
    reader.sidebar.set_counts("total")
    assert reader.number("All papers") == 29


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Up next", "is:queued sort:queue"),
        ("Unread", "is:unread"),
        ("Reading", "is:reading"),
        ("Read", "is:read"),
        ("Starred", "is:starred"),
        ("All papers", ""),
        ("Dropped", "is:dropped"),
        ("agents", "tag:agents"),
    ],
)
def test_a_click_filters(reader: Reader, text: str, query: str) -> None:
    with reader.qtbot.waitSignal(reader.sidebar.query_chosen) as chosen:
        reader.click(text)
    assert chosen.args == [text, query]
    assert reader.selected() == [text]


@pytest.mark.parametrize(
    ("text", "held", "signal", "query"),
    [
        ("agents", CTRL, "query_added", "tag:agents"),
        ("agents", ALT, "query_excluded", "tag:agents"),
        ("agents", SHIFT, "query_alternative", "tag:agents"),
        ("Either", SHIFT, "query_alternative", "(learning OR vision)"),
        ("Up next", CTRL, "query_added", "is:queued"),
        ("Either", CTRL, "query_added", "(learning OR vision)"),
        ("Either", ALT, "query_excluded", "(learning OR vision)"),
    ],
)
def test_a_click_with_a_key_adds_or_excludes(
    reader: Reader, text: str, held: Qt.KeyboardModifier, signal: str, query: str
) -> None:
    reader.bring_in(SavedSearchRecord("Either", "learning OR vision"))
    reader.click("Unread")
    chosen = QSignalSpy(reader.sidebar.query_chosen)
    with reader.qtbot.waitSignal(getattr(reader.sidebar, signal)) as told:
        reader.click(text, held)
    assert told.args == [query]
    assert chosen.count() == 0
    assert reader.selected() == ["Unread"]


def test_all_papers_neither_add_nor_exclude(reader: Reader) -> None:
    added, excluded = QSignalSpy(reader.sidebar.query_added), QSignalSpy(reader.sidebar.query_excluded)
    reader.click("All papers", CTRL)
    reader.click("All papers", ALT)
    assert added.count() == excluded.count() == 0


@pytest.mark.parametrize(
    "name", ["thesis/related work", 'a "quoted" one', "none", "C++", "AT&T", "日本語/タグ", "-x", "a:b"]
)
def test_the_query_of_a_tag_names_that_tag(reader: Reader, name: str) -> None:
    reader.do(filing.tag, [1], [name])
    reader.view.expandAll()
    with reader.qtbot.waitSignal(reader.sidebar.query_chosen) as chosen:
        reader.click(name.rpartition("/")[2])
    title, query = chosen.args
    assert title == name
    assert parse(query).expression == TagIs(name)


def test_the_mark_of_a_tag_opens_and_closes_it_and_chooses_nothing(reader: Reader) -> None:
    chosen = QSignalSpy(reader.sidebar.query_chosen)
    reader.click_caret("thesis")
    assert reader.view.isExpanded(reader.find("thesis"))
    reader.click_caret("thesis")
    assert not reader.view.isExpanded(reader.find("thesis"))
    assert chosen.count() == 0
    with reader.qtbot.waitSignal(reader.sidebar.query_chosen):
        reader.click_caret("agents")  # no tags below: part of the row


def test_arrows_move_and_enter_chooses(reader: Reader) -> None:
    reader.click("Dropped")
    chosen = QSignalSpy(reader.sidebar.query_chosen)
    reader.press(Qt.Key.Key_Down)  # past the header
    assert reader.view.currentIndex().data() == "agents"
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Down)
    assert reader.view.currentIndex().data() == "thesis"
    reader.press(Qt.Key.Key_Right)
    assert reader.view.isExpanded(reader.find("thesis"))
    reader.press(Qt.Key.Key_Down)
    assert reader.view.currentIndex().data() == "generalization"
    assert chosen.count() == 0
    assert reader.selected() == ["Dropped"]
    reader.press(Qt.Key.Key_Space)
    assert chosen.at(0) == ["thesis/generalization", "tag:thesis/generalization"]
    assert reader.selected() == ["generalization"]
    reader.press(Qt.Key.Key_Left)
    assert reader.view.currentIndex().data() == "thesis"
    reader.press(Qt.Key.Key_Left)
    assert not reader.view.isExpanded(reader.find("thesis"))
    with reader.qtbot.waitSignal(reader.sidebar.query_added) as added:
        reader.press(Qt.Key.Key_Return, CTRL)
    assert added.args == ["tag:thesis"]


def test_letters_are_left_to_the_window(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    heard: list[str] = []

    class Window(QWidget):
        def keyPressEvent(self, event: object) -> None:
            heard.append(event.text())  # type: ignore[attr-defined]

    window = Window()
    qtbot.addWidget(window)
    sidebar = Sidebar(lanes, theme, window)
    window.show()
    person = Reader(qtbot, lanes, sidebar)
    person.look()
    person.click("Unread")
    qtbot.keyClicks(sidebar.view, "sa")
    assert heard == ["s", "a"]
    assert sidebar.view.currentIndex().data() == "Unread"


def test_changes_leave_the_open_tags_the_selection_and_the_place(reader: Reader) -> None:
    reader.do(filing.tag, [1], [f"project {n:03}" for n in range(60)])
    reader.click_caret("thesis")
    reader.click("related-work")
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    watched = QPersistentModelIndex(reader.find("related-work"))
    place = reader.view.visualRect(reader.find("related-work"))
    reader.do(filing.tag, [2], ["another/below", "thesis/zeta"])
    reader.do(filing.tag, [1], [], ["project 030"])
    reader.do(tagging.delete_tag, "project 030")
    assert "another" in reader.texts()
    assert "project 030" not in reader.texts()
    assert reader.view.isExpanded(reader.find("thesis"))
    assert not reader.view.isExpanded(reader.find("another"))
    assert reader.selected() == ["related-work"]
    assert watched.isValid()
    assert watched.data() == "related-work"
    assert reader.view.visualRect(reader.find("related-work")) == place


def test_a_tag_deleted_comes_back_as_it_was_by_undo(reader: Reader) -> None:
    reader.click_caret("thesis")
    reader.click("generalization")
    reader.do(tagging.delete_tag, "thesis")
    assert reader.selected() == []
    with reader.qtbot.waitSignal(reader.lanes.library_changed):
        reader.lanes.undo()
    reader.look()
    assert reader.view.isExpanded(reader.find("thesis"))
    assert reader.selected() == ["generalization"]


def test_a_renamed_tag_stays_open(reader: Reader) -> None:
    reader.click_caret("thesis")
    reader.do(tagging.rename_tag, "thesis", "phd/book")
    assert reader.view.isExpanded(reader.find("book"))


def test_very_many_changes_at_once_keep_everything_too(reader: Reader) -> None:
    reader.click_caret("thesis")
    reader.click("generalization")
    reader.do(filing.tag, [1], [f"{letter}{n}/x" for n in range(9) for letter in "amtz"])
    reader.do(filing.tag, [1], [f"{letter}{n}/x" for n in range(9) for letter in "bnuy"])
    assert reader.view.isExpanded(reader.find("thesis"))
    assert reader.selected() == ["generalization"]
    assert reader.texts().count("x") == 72


def test_trash_is_there_when_it_holds_something(reader: Reader) -> None:
    assert "Trash" not in reader.texts()
    reader.do(filing.trash, [1, 2])
    assert reader.texts()[:8] == [*LISTS, "Trash"]
    assert reader.number("Trash") == 2
    reader.do(filing.restore, [1, 2])
    assert "Trash" not in reader.texts()


def test_saved_searches_appear_with_their_numbers(reader: Reader) -> None:
    assert "Saved searches" not in reader.texts()
    reader.bring_in(SavedSearchRecord("With code", "has:code"), SavedSearchRecord("Odd", '"(OR tag:'))
    assert reader.texts()[-3:] == ["Saved searches", "With code", "Odd"]
    reader.qtbot.waitUntil(lambda: reader.number("With code") == 8)
    with reader.qtbot.waitSignal(reader.sidebar.query_chosen) as chosen:
        reader.click("With code")
    assert chosen.args == ["With code", "has:code"]


def test_without_tags_it_says_what_to_do(reader: Reader) -> None:
    for name in ("agents", "reading-group", "thesis"):
        reader.do(tagging.delete_tag, name)
    assert reader.texts() == [*LISTS, "Projects and tags", "No tags yet. Tag a paper."]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("", "All papers"),
        ("is:unread", "Unread"),
        ("is:queued sort:added", "Up next"),
        ('tag:"Agents"', "agents"),
        ("tag:thesis/related-work", "related-work"),
        ("sort:title has:code", "With code"),
        ("tag:=thesis", None),
        ("is:unread tag:agents", None),
        ("distribution shift", None),
    ],
)
def test_the_current_query_is_selected(reader: Reader, query: str, text: str | None) -> None:
    reader.bring_in(SavedSearchRecord("With code", "has:code sort:title"))
    reader.sidebar.show_current("is:read")
    reader.sidebar.show_current(query)
    assert reader.selected() == ([text] if text else [])
    if text:
        assert reader.view.visualRect(reader.find(text)).isValid()


def test_of_two_rows_with_one_query_the_clicked_one_stays(reader: Reader) -> None:
    reader.bring_in(SavedSearchRecord("My agents", "tag:agents"))
    reader.click("My agents")
    reader.sidebar.show_current("tag:agents")
    reader.look()
    assert reader.selected() == ["My agents"]


def test_the_current_query_is_selected_once_its_row_is_there(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    sidebar = Sidebar(lanes, theme)
    qtbot.addWidget(sidebar)
    sidebar.show_current("tag:thesis/generalization")
    person = Reader(qtbot, lanes, sidebar)
    assert person.selected() == []
    person.look()
    assert person.selected() == ["generalization"]
    assert sidebar.view.isExpanded(person.find("thesis"))


def test_open_tags_are_open_after_a_restart(reader: Reader, qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    reader.click_caret("thesis")
    again = Sidebar(lanes, theme)
    qtbot.addWidget(again)
    again.restore_state(reader.sidebar.state())
    person = Reader(qtbot, lanes, again)
    person.look()
    assert again.view.isExpanded(person.find("thesis"))
    again.restore_state(None)
    again.restore_state("tag:x nonsense")
    assert again.view.isExpanded(person.find("thesis"))


def test_papers_dropped_on_a_tag_and_on_lists(reader: Reader) -> None:
    reader.view.expandAll()
    with reader.qtbot.waitSignal(reader.sidebar.papers_dropped) as dropped:
        assert reader.drop("related-work", b"[3, 5]")
    assert dropped.args == [[3, 5], "thesis/related-work"]
    for text, query in (("Up next", "is:queued"), ("Read", "is:read"), ("Starred", "is:starred")):
        with reader.qtbot.waitSignal(reader.sidebar.papers_dropped_on_list) as on_list:
            assert reader.drop(text, b"[7]")
        assert on_list.args == [[7], query]


def test_what_is_no_papers_is_not_taken(reader: Reader) -> None:
    spies = [QSignalSpy(reader.sidebar.papers_dropped), QSignalSpy(reader.sidebar.papers_dropped_on_list)]
    assert not reader.drop("All papers", b"[1]")
    assert not reader.drop("Projects and tags", b"[1]")
    assert not reader.drop("agents", None)
    for payload in (
        b"",
        b"[",
        b"{}",
        b"7",
        b"\xff\xfe",
        b"[" * 100_000,
        b'["1", null, 1.5, true, -1, 1e99]',
        b"[9" * 30,
    ):
        reader.drop("agents", payload)
    reader.drop("agents", json.dumps([2**63]).encode())
    assert [spy.count() for spy in spies] == [0, 0]


def test_a_tag_dropped_on_a_tag_or_on_the_heading(reader: Reader) -> None:
    reader.view.expandAll()
    with reader.qtbot.waitSignal(reader.sidebar.tag_dropped) as dropped:
        assert reader.drop("related-work", b"agents", TAG_MIME)
    assert dropped.args == ["agents", "thesis/related-work"]
    with reader.qtbot.waitSignal(reader.sidebar.tag_dropped) as dropped:
        assert reader.drop("Projects and tags", b"thesis/related-work", TAG_MIME)
    assert dropped.args == ["thesis/related-work", ""]
    spy = QSignalSpy(reader.sidebar.tag_dropped)
    # On itself, below itself, where it is already, where no tag can be, and what is no tag.
    for text, name in (
        ("thesis", b"thesis"),
        ("related-work", b"Thesis"),
        ("thesis", b"thesis/related-work"),
        ("Projects and tags", b"agents"),
        ("Unread", b"agents"),
        ("agents", b""),
        ("agents", b"\xff\xfe"),
    ):
        assert not reader.drop(text, name, TAG_MIME)
    assert spy.count() == 0


def test_the_heading_switches_the_numbers_and_has_a_menu(reader: Reader) -> None:
    rect = reader.view.visualRect(reader.find("Projects and tags"))
    left = Qt.MouseButton.LeftButton

    def press(x: int) -> None:
        reader.qtbot.mouseClick(reader.view.viewport(), left, NONE, QPoint(x, rect.center().y() + 4))

    with reader.qtbot.waitSignal(reader.sidebar.counts_switched):
        press(rect.right() - 44)
    with reader.qtbot.waitSignal(reader.sidebar.header_menu_asked):
        press(rect.right() - 20)
    spies = [QSignalSpy(reader.sidebar.counts_switched), QSignalSpy(reader.sidebar.header_menu_asked)]
    press(rect.left() + 40)
    assert [spy.count() for spy in spies] == [0, 0]
    now = reader.find("Projects and tags").data(Qt.ItemDataRole.ToolTipRole)
    reader.sidebar.set_counts("unread")
    assert reader.find("Projects and tags").data(Qt.ItemDataRole.ToolTipRole) != now


def test_keys_and_other_names_of_tags_are_told(reader: Reader) -> None:
    reader.do(tagging.set_quick_tag, "agents", 7)
    reader.do(tagging.add_tag_name, "agents", "LLM <agents>")
    row = reader.find("agents")
    assert reader.model.row(row).quick == 7
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith("key 7")
    tooltip = row.data(Qt.ItemDataRole.ToolTipRole)
    assert "LLM &lt;agents&gt;" in tooltip
    assert "Shift: or this" in tooltip


def test_a_list_has_a_menu_too_but_for_all_papers(reader: Reader) -> None:
    asked = QSignalSpy(reader.sidebar.list_menu_asked)
    viewport = reader.view.viewport()
    for text in ("Unread", "All papers"):
        at = reader.view.visualRect(reader.find(text)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
    assert asked.count() == 1
    assert asked.at(0)[0].part == "is:unread"


def test_a_menu_is_asked_for_on_a_tag_alone(reader: Reader) -> None:
    reader.click_caret("thesis")
    asked = QSignalSpy(reader.sidebar.tag_menu_asked)
    viewport = reader.view.viewport()
    for text in ("Unread", "Projects and tags", "generalization"):
        at = reader.view.visualRect(reader.find(text)).center()
        QApplication.sendEvent(
            viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        )
    assert asked.count() == 1
    assert asked.at(0)[0] == "thesis/generalization"
    reader.click("agents")
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(viewport, by_key)
    name, place = asked.at(1)
    assert name == "agents"
    assert viewport.mapFromGlobal(place) == reader.view.visualRect(reader.find("agents")).center()


def test_names_from_strangers_stay_on_their_line(reader: Reader) -> None:
    reader.do(filing.tag, [1], ["\u202eevil <img src=x> & co"])
    shown = next(index for index in reader.rows() if "evil" in index.data())
    assert shown.data() == "\ufffdevil <img src=x> & co"
    tooltip = shown.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tooltip
    assert "\u202e" not in tooltip
    reader.do(filing.tag, [1], ["x" * 200, "/".join("abcdefgh")])
    reader.view.expandAll()
    for width in (200, 280):
        reader.sidebar.resize(width, 1200)
        assert reader.view.horizontalScrollBar().maximum() == 0
        assert not reader.sidebar.grab().isNull()


def test_ten_thousand_tags(reader: Reader) -> None:
    tags = [TagRow(n, f"tag {n:05}", "red", None, n, 0) for n in range(1, 10_001)]
    model = reader.model
    model.show(Counts(), tags, [])
    reader.view.setFocus()
    reader.press(Qt.Key.Key_End)
    assert reader.view.currentIndex().data() == "tag 10000"
    model.show(Counts(), [*tags[:500], TagRow(20_000, "tag 00500b", "red", None, 1, 1), *tags[500:]], [])
    assert reader.view.currentIndex().data() == "tag 10000"
    assert model.rowCount() == len(LISTS) + 1 + 10_001


NAMES = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map("/".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    versions=st.lists(
        st.tuples(
            st.dictionaries(st.integers(1, 9), NAMES), st.lists(st.sampled_from("xyz"), unique=True), st.booleans()
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_change_of_the_tags_is_a_sound_change_of_the_model(
    qtlog: object, versions: list[tuple[dict[int, str], list[str], bool]]
) -> None:
    model = SidebarModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for tags, searches, trash in versions:
        unique = {key(name): TagRow(tag, name, "red", None, 1, 1) for tag, name in tags.items()}
        ordered = [unique[name] for name in sorted(unique, key=lambda name: name.split("/"))]
        kept = {index.data(): QPersistentModelIndex(index) for index in _top(model)}
        model.show(Counts(trash=int(trash)), ordered, [SavedSearchRecord(name, f"is:read {name}") for name in searches])
        assert sorted(_names(model)) == sorted(tag.name for tag in ordered)
        assert [index.data() for index in _top(model)][-len(searches) :] == searches or not searches
        for text in LISTS:
            assert kept[text].data() == text
    assert not qtlog.records  # type: ignore[attr-defined]
    del tester


def _top(model: SidebarModel) -> list[QModelIndex]:
    return [model.index(n, 0) for n in range(model.rowCount())]


def _names(model: SidebarModel, parent: QModelIndex | None = None, above: str = "") -> list[str]:
    """The names of all tags, put together from what the rows show."""
    names = []
    for n in range(model.rowCount(parent or QModelIndex())):
        index = model.index(n, 0, parent or QModelIndex())
        if model.row(index).kind == "tag":
            name = f"{above}{index.data()}"
            names += [name, *_names(model, index, f"{name}/")]
    return names
