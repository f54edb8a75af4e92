"""The window as a whole: a person's keys, then what is seen and what is in the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from readerapp import config
from readerapp.jobs.lanes import Lanes
from readerapp.library import counts, papers, queue, tags
from readerapp.library.connect import Library
from readerapp.operations import reading
from readerapp.records import Status
from readerapp.ui.dialogs.palette import Palette
from readerapp.ui.dialogs.preferences import Preferences
from readerapp.ui.theme import Theme
from tests.ui.person import Person, opened

Key = Qt.Key


def test_the_first_list_is_there_with_the_first_paper_open(person: Person) -> None:
    assert person.ids == list(range(30, 0, -1))
    assert person.current == 30
    assert "subject 29" in person.window.reading_pane.title.toPlainText()


def test_j_and_k_move_and_letters_do_nothing_while_typing(person: Person) -> None:
    person.press(Key.Key_J, Key.Key_J, Key.Key_K)
    assert person.current == 29
    person.press(Key.Key_Slash)
    person.type("jkmes")
    assert person.window.top_bar.search_field.text() == "jkmes"
    assert person.status(29) is Status.UNREAD
    person.press(Key.Key_Escape)
    person.sees(lambda: len(person.ids) == 30)
    assert person.window.top_bar.search_field.text() == ""


def test_m_stays_in_unread_until_the_list_is_shown_again(person: Person) -> None:
    person.goes_to("Unread", "is:unread")
    person.sees(lambda: person.current == 30)
    person.press(Key.Key_M)
    person.sees(lambda: person.status(30) is Status.READ)
    person.qtbot.wait(100)
    assert person.current == 30
    person.press(Key.Key_M)
    person.sees(lambda: person.status(30) is Status.UNREAD)
    person.press(Key.Key_E)
    person.sees(lambda: person.status(30) is Status.READ)
    assert person.current == 29
    person.goes_to("Unread", "is:unread")
    person.sees(lambda: 30 not in person.ids)
    assert len(person.ids) == 29


def test_every_verb_works_on_all_that_is_selected(person: Person) -> None:
    for _ in range(3):
        person.press(Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    chosen = list(person.window.list.selected_ids())
    assert chosen == [30, 29, 28, 27]
    person.press(Key.Key_S)
    person.sees(lambda: counts.counts(person.lanes.reader).starred == 4)
    person.press(Key.Key_2, modifier=Qt.KeyboardModifier.AltModifier)
    person.sees(lambda: counts.counts(person.lanes.reader).reading == 4)
    person.press(Key.Key_4, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: papers.rows(person.lanes.reader, [27])[27].rating == 4)
    person.press(Key.Key_Q)
    person.sees(lambda: queue.ids(person.lanes.reader) == chosen)
    person.press(Key.Key_T)
    person.sees(lambda: QApplication.focusWidget() is not person.window.list)
    person.type("shared tag")
    person.press(Key.Key_Return)
    person.sees(lambda: tags.of_papers(person.lanes.reader, chosen).get("shared tag") == 4)
    for _ in range(5):
        person.window.undo()
    person.sees(lambda: counts.counts(person.lanes.reader).starred == 0)
    assert "shared tag" not in tags.of_papers(person.lanes.reader, chosen)
    assert queue.ids(person.lanes.reader) == []


def test_delete_asks_nothing_and_undo_is_offered(person: Person) -> None:
    person.press(Key.Key_Delete)
    person.sees(lambda: len(person.ids) == 29)
    assert person.current == 29
    assert counts.counts(person.lanes.reader).trash == 1
    person.goes_to("Trash", "is:trashed")
    person.sees(lambda: person.ids == [30])
    person.window.actions_by_id["restore"].trigger()
    person.sees(lambda: person.ids == [])
    person.goes_to("All papers", "")
    person.sees(lambda: len(person.ids) == 30)


def test_undo_says_what_it_would_take_back(person: Person) -> None:
    person.press(Key.Key_S)
    undo = person.window.actions_by_id["undo"]
    person.sees(lambda: "Star “On the second question" in undo.toolTip())
    person.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: counts.counts(person.lanes.reader).starred == 0)
    redo = person.window.actions_by_id["redo"]
    person.sees(redo.isEnabled)
    person.press(Key.Key_Y, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: counts.counts(person.lanes.reader).starred == 1)


def test_up_next_is_moved_by_keys(person: Person) -> None:
    person.press(Key.Key_Q, Key.Key_J, Key.Key_Q, Key.Key_J, Key.Key_Q)
    person.sees(lambda: queue.ids(person.lanes.reader) == [30, 29, 28])
    person.goes_to("Up next", "is:queued sort:queue")
    person.sees(lambda: person.ids == [30, 29, 28])
    person.window.list.set_current_id(28)
    person.press(Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    person.sees(lambda: person.ids == [30, 28, 29])
    person.press(Key.Key_Home, modifier=Qt.KeyboardModifier.AltModifier)
    person.sees(lambda: person.ids == [28, 30, 29])
    person.press(Key.Key_Q)
    person.sees(lambda: person.ids == [30, 29])


def test_a_search_narrows_counts_and_marks(person: Person) -> None:
    person.press(Key.Key_Slash)
    person.type("subject 12")
    person.sees(lambda: len(person.ids) == 1)
    assert person.ids == [13]
    person.press(Key.Key_Return)
    assert QApplication.focusWidget() is person.window.list
    person.sees(lambda: person.current == 13)
    person.press(Key.Key_Escape)
    person.sees(lambda: len(person.ids) == 30)
    assert person.current == 13


def test_space_pages_and_then_goes_to_the_next_unread(person: Person) -> None:
    person.window.do(reading.set_status, [29, 28], Status.READ)
    person.sees(lambda: person.status(28) is Status.READ)

    def paged_on() -> bool:
        person.press(Key.Key_Space)
        return person.current != 30

    person.qtbot.waitUntil(paged_on, timeout=5000)
    assert person.current == 27


def test_f6_goes_round_the_panes_and_a_note_is_left_with_escape(person: Person) -> None:
    places = []
    for _ in range(4):
        person.press(Key.Key_F6)
        focused = QApplication.focusWidget()
        panels = {
            "sidebar": person.window.sidebar,
            "list": person.window.list_panel,
            "abstract": person.window.reading_pane,
            "notes": person.window.notes_panel,
        }
        places.append(next(name for name, panel in panels.items() if focused and panel.isAncestorOf(focused)))
    assert places == ["abstract", "notes", "sidebar", "list"]
    person.press(Key.Key_N)
    person.type("A thought.")
    person.press(Key.Key_Escape)
    assert QApplication.focusWidget() is person.window.list
    person.sees(lambda: papers.note(person.lanes.reader, 30) == "A thought.")


def test_copying_gives_title_and_link(person: Person) -> None:
    person.window.list.set_current_id(30)
    person.press(Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied == "On the second question of subject 29\nhttps://arxiv.org/abs/2401.00029"


def test_copying_bibtex_gives_entries_without_what_is_the_readers(person: Person) -> None:
    person.window.list.set_current_id(30)
    person.press(Key.Key_S)
    person.press(Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("@inproceedings{byronsecond,\n  title = {On the second question of subject 29},\n")
    assert "  author = {Byron, Ada and van der Berg, Kurt and Wei, Liu and Ångström, Zoë},\n" in copied
    assert "  eprint = {2401.00029},\n" in copied
    assert "relevance" not in copied
    assert "groups" not in copied


def test_everything_in_the_menu_can_be_reached_and_shows_its_key(person: Person) -> None:
    menu = person.window.findChild(QMenu)
    assert menu is not None
    found: list[QAction] = []
    for part in menu.actions():
        inner = part.menu()
        assert isinstance(inner, QMenu)
        found += [action for action in inner.actions() if not action.isSeparator()]
    assert {action.objectName() for action in found} == set(person.window.actions_by_id)
    shown = {action.objectName(): action.shortcut().toString() for action in found}
    assert shown["toggle-read"] == "M"
    assert shown["undo"] == "Ctrl+Z"
    assert shown["go-unread"] == "G, U"


def test_dropping_papers_on_a_tag_and_on_a_list(person: Person) -> None:
    person.window.sidebar.papers_dropped.emit([1, 2], "agents")
    person.sees(lambda: tags.of_papers(person.lanes.reader, [1, 2]).get("agents") == 2)
    person.window.sidebar.papers_dropped_on_list.emit([1, 2], "is:read")
    person.sees(lambda: counts.counts(person.lanes.reader).read == 2)


def test_a_write_by_another_process_shows_within_a_second(person: Person, library: Library) -> None:
    person.press(Key.Key_S)
    person.sees(lambda: counts.counts(person.lanes.reader).starred == 1)
    other = library.writer()
    reading.set_status(other, [30], Status.DROPPED)
    other.close()
    shown = person.window.list.row
    person.qtbot.waitUntil(lambda: (row := shown(30)) is not None and row.status is Status.DROPPED, timeout=1500)


def test_sizes_list_order_and_paper_are_there_again(
    lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window = opened(lanes, theme, settings, qtbot)
    person = Person(window, lanes, qtbot)
    person.goes_to("agents", "tag:agents")
    person.sees(lambda: 0 < len(person.ids) < 30)
    window.listing.choose_order("title")
    person.sees(lambda: window.listing.order == "title")
    qtbot.wait(100)
    window.list.set_current_id(person.ids[3])
    window.list_panel.density_chosen.emit("compact")
    window.toggle_panel("notes")
    before = (person.ids, person.current)
    window.close()
    again = opened(lanes, theme, settings, qtbot)
    person = Person(again, lanes, qtbot)
    person.sees(lambda: (person.ids, person.current) == before)
    assert again.list_panel.density == "compact"
    assert again.notes_panel.isHidden()
    assert again.listing.order == "title"
    again.close()


@pytest.mark.parametrize("width", [640, 900, 1200, 1440])
def test_panels_make_room_in_a_sensible_order(person: Person, width: int) -> None:
    person.window.resize(width, 600)
    person.qtbot.wait(50)
    window = person.window
    assert window.list_panel.isVisible()
    assert window.reading_pane.isVisible()
    assert window.notes_panel.isVisible() == (width >= 1200)
    assert window.sidebar.isVisible() == (width >= 900)
    window.resize(1440, 900)
    person.qtbot.wait(50)
    assert window.notes_panel.isVisible()
    assert window.sidebar.isVisible()


def test_links_that_are_no_web_address_are_not_opened(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_: list[str] = []
    monkeypatch.setattr("readerapp.ui.browser.QDesktopServices.openUrl", lambda url: opened_.append(url.toString()))
    for address in (
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a/b", "smb://h/s", "//host/x", "x", "",
        "mailto:", "mailto:x", "vbscript:x", "\\\\host\\share", "http://", "https:///x", "file://host/x", "about:blank",
        "jar:http://x!/", "view-source:http://x", "chrome://x", "tel:1", "ms-settings:", "search-ms:x", "http:x",
        " javascript:x",
    ):  # fmt: skip
        person.window._open_url(address)
    assert opened_ == []
    person.window._open_url("https://arxiv.org/abs/1705.08741")
    person.window._open_url("mailto:ada@example.org?attach=/etc/passwd&body=x")
    assert opened_ == ["https://arxiv.org/abs/1705.08741", "mailto:ada@example.org"]


def test_a_picked_paper_is_what_is_shown_and_acted_on(person: Person) -> None:
    person.press(Key.Key_X, Key.Key_X, Key.Key_X)
    person.press(Key.Key_J)
    if list(person.window.list.selected_ids()) != [person.current]:
        assert person.window.reading_pane.title.toPlainText() == "1 paper selected"
    person.press(Key.Key_Escape)
    assert list(person.window.list.selected_ids()) == [person.current]
    shown = person.current
    person.press(Key.Key_S)
    person.sees(lambda: papers.rows(person.lanes.reader, [shown])[shown].starred)


def test_in_a_narrow_window_the_note_takes_the_place_of_the_sidebar(person: Person) -> None:
    window = person.window
    for width in (900, 640):
        window.resize(width, 600)
        person.qtbot.wait(50)
        person.press(Key.Key_N)
        person.sees(window.notes_panel.isVisible)
        person.qtbot.wait(80)
        panels = [window.sidebar, window.list_panel, window.reading_pane, window.notes_panel]
        shown = [panel for panel in panels if panel.isVisible()]
        assert window.sidebar not in shown
        assert sum(panel.width() for panel in shown) <= width
        assert all(panel.width() >= panel.minimumSizeHint().width() for panel in shown)
        person.press(Key.Key_Escape)
        person.sees(window.list_panel.isVisible)
        assert window.notes_panel.isHidden()
        assert window.sidebar.isVisible() == (width >= 860)


def test_a_paper_that_undo_brings_back_is_the_current_one(person: Person) -> None:
    person.press(Key.Key_J, Key.Key_J)
    gone = person.current
    person.press(Key.Key_Delete)
    person.sees(lambda: gone not in person.ids)
    person.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    person.sees(lambda: person.current == gone)


def test_a_note_in_a_narrow_window_hides_nothing_for_good(person: Person, settings: QSettings) -> None:
    window = person.window
    window.resize(900, 600)
    person.qtbot.wait(50)
    person.press(Key.Key_N)
    person.sees(window.sidebar.isHidden)
    window.resize(1440, 900)
    person.sees(window.sidebar.isVisible)
    assert window.list_panel.isVisible()
    window.resize(900, 600)
    person.qtbot.wait(50)
    window.focus("list")
    person.press(Key.Key_N)
    person.sees(window.sidebar.isHidden)
    window.close()
    assert settings.value("sidebar/shown", type=bool) is True
    assert settings.value("notes/shown", type=bool) is True


# Commands and preferences


def test_a_command_is_found_and_done_by_keys_alone(person: Person, qtbot: QtBot) -> None:
    window = person.window
    qtbot.keyClick(window.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()
    qtbot.keyClicks(palette.line, "donenext")
    paper = person.current
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    person.sees(lambda: person.status(paper) is Status.READ and person.current != paper)
    assert not palette.isVisible()
    qtbot.keyClick(window.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.rows[0].entry.text.text == "Done, next paper"
    qtbot.keyClicks(palette.line, "#agen")
    person.sees(lambda: palette.rows)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    person.sees(lambda: window.listing.query == "tag:agents")
    qtbot.keyClick(window.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(palette.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not palette.isVisible()


def test_a_paper_is_reached_by_its_title(person: Person, qtbot: QtBot) -> None:
    person.window.show_palette()
    palette = person.window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.line, "subject 17")
    qtbot.waitUntil(lambda: any(row.entry.kind == "paper" for row in palette.rows))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    person.sees(lambda: person.current == 18)


def test_settings_act_at_once(person: Person, qtbot: QtBot) -> None:
    window = person.window
    qtbot.keyClick(window.list, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(Preferences)
    assert sheet is not None
    window._config.set(config.KEYS, {"star": ("W",)})
    window._setting_changed("keys", {})
    window._config.set(config.ABSTRACT_SIZE, 24)
    window._setting_changed("abstract.size", 24)
    sheet.reject()
    window.focus("list")
    paper = person.current
    qtbot.keyClick(window.list, Qt.Key.Key_S)
    qtbot.keyClick(window.list, Qt.Key.Key_W)

    def starred() -> bool:
        row = window.list.row(paper)
        return row is not None and row.starred

    person.sees(starred)
    assert "(W)" in window.actions_by_id["star"].toolTip()
    assert window.reading_pane.abstract.font().pixelSize() == 24
    window._config.set(config.LETTERS, False)
    window._setting_changed("keyboard.letters", False)
    qtbot.keyClick(window.list, Qt.Key.Key_W)
    qtbot.keyClick(window.list, Qt.Key.Key_J)
    qtbot.wait(100)
    assert person.current == paper
    assert starred()
    window._config.set(config.COUNT_AS_READING, "opening")
    window.open_paper()
    person.sees(lambda: person.status(paper) is Status.READING)
