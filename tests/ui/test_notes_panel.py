"""The notes panel: everything typed reaches the library, and "Saved" is said only when it has."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import papers
from readerapp.library.connect import Library, Writer
from readerapp.operations import reading
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Record
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading


@pytest.fixture
def panel(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Iterator[NotesPanel]:
    """A panel that hears of every change, in a window with another field, showing paper 1."""
    window = QWidget()
    qtbot.addWidget(window)
    made = NotesPanel(lanes, theme)
    lanes.library_changed.connect(made.refresh)
    layout = QVBoxLayout(window)
    elsewhere = QLineEdit()
    elsewhere.setObjectName("elsewhere")
    layout.addWidget(elsewhere)
    layout.addWidget(made)
    window.resize(328, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.show_paper(1)
    yield made
    made.flush()
    lanes.library_changed.disconnect(made.refresh)
    window.close()


def do(lanes: Lanes, verb: Verb, *args: object) -> None:
    """Has the lane do something, and waits until the window has heard of it."""
    loop = QEventLoop()
    lanes.do(verb, *args, then=lambda _: loop.quit())
    loop.exec()


def type_in(qtbot: QtBot, panel: NotesPanel, text: str) -> None:
    """Types into the note, with the Enter key at the end of each line."""
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
        qtbot.keyClicks(panel.editor, line)


def undo(lanes: Lanes) -> None:
    do(lanes, lambda writer: writer.undo())


def stored(lanes: Lanes, paper: int = 1) -> str:
    """The note in the library."""
    return papers.note(lanes.reader, paper)


def leave(panel: NotesPanel) -> None:
    """Puts the keyboard into another field."""
    elsewhere = panel.window().findChild(QLineEdit, "elsewhere")
    assert elsewhere is not None
    elsewhere.setFocus()


def saved(qtbot: QtBot, panel: NotesPanel) -> None:
    qtbot.waitUntil(lambda: panel.state.text() == "Saved")


def test_what_is_typed_is_saved_by_itself(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.waitUntil(panel.editor.hasFocus)
    assert panel.state.text() == ""
    type_in(qtbot, panel, "# Why\nIt  holds, ")
    assert panel.state.text() == "Saving…"
    assert stored(lanes) == ""
    saved(qtbot, panel)
    assert stored(lanes) == "# Why\nIt  holds, "


def test_it_is_saved_while_typing_goes_on(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    typed = ""
    for _ in range(200):
        qtbot.keyClicks(panel.editor, "w")
        typed += "w"
        qtbot.wait(20)
        if stored(lanes):
            break
        assert panel.state.text() == "Saving…"
    assert stored(lanes)
    assert typed.startswith(stored(lanes))


def test_it_is_saved_on_leaving(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.waitUntil(panel.editor.hasFocus)
    qtbot.keyClicks(panel.editor, "left early")
    leave(panel)
    do(lanes, lambda _: None)
    assert stored(lanes) == "left early"


def test_it_is_saved_when_another_paper_is_shown(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "of the first")
    panel.show_paper(2)
    assert panel.editor.text() == ""
    qtbot.keyClicks(panel.editor, "of the second")
    panel.flush()
    do(lanes, lambda _: None)
    assert (stored(lanes, 1), stored(lanes, 2)) == ("of the first", "of the second")


def test_it_is_saved_when_the_window_closes(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "at the last moment")
    panel.window().close()
    do(lanes, lambda _: None)
    assert stored(lanes) == "at the last moment"


def test_a_paper_shown_again_has_what_is_still_on_its_way(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    busy = threading.Event()

    def work(_: Writer) -> None:
        busy.wait(20)

    lanes.do(work)
    panel.edit()
    qtbot.keyClicks(panel.editor, "not there yet")
    panel.show_paper(2)
    panel.show_paper(1)
    assert stored(lanes) == ""
    assert panel.editor.text() == "not there yet"
    assert panel.state.text() == "Saving…"
    busy.set()
    saved(qtbot, panel)
    assert stored(lanes) == "not there yet"


def test_saved_is_said_of_the_newest_text_alone(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "one")
    panel.flush()
    qtbot.keyClicks(panel.editor, " two")
    do(lanes, lambda _: None)
    assert stored(lanes) == "one"
    assert panel.state.text() == "Saving…"
    saved(qtbot, panel)
    assert stored(lanes) == "one two"


def test_one_sitting_is_undone_at_once(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.waitUntil(panel.editor.hasFocus)
    for words in ("first ", "sitting"):
        qtbot.keyClicks(panel.editor, words)
        saved(qtbot, panel)
    leave(panel)
    panel.edit()
    qtbot.waitUntil(panel.editor.hasFocus)
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.editor, ", second")
    saved(qtbot, panel)
    assert stored(lanes) == "first sitting, second"
    undo(lanes)
    assert stored(lanes) == panel.editor.text() == "first sitting"
    undo(lanes)
    assert stored(lanes) == panel.editor.text() == ""


def test_ctrl_z_takes_back_letters_while_typing(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "kept")
    saved(qtbot, panel)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.editor.text() == ""
    qtbot.waitUntil(lambda: stored(lanes) == "")


def test_a_note_changed_elsewhere_is_shown(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "middle end")
    saved(qtbot, panel)
    cursor = panel.editor.textCursor()
    cursor.setPosition(3)
    panel.editor.setTextCursor(cursor)
    do(lanes, reading.set_note, 1, "new start, middle end")
    assert panel.editor.text() == "new start, middle end"
    assert panel.editor.textCursor().position() == 14
    do(lanes, reading.set_note, 1, "new start, middle end, more")
    assert panel.editor.textCursor().position() == 14
    do(lanes, reading.set_note, 1, "x")
    assert panel.editor.textCursor().position() == 1
    assert panel.state.text() == "Saved"


def test_unsaved_text_wins_over_a_change_elsewhere(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "mine")
    do(lanes, reading.set_note, 1, "theirs")
    assert panel.editor.text() == "mine"
    qtbot.waitUntil(lambda: stored(lanes) == "mine")


def test_its_own_echo_leaves_the_editor_alone(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "abc")
    saved(qtbot, panel)
    assert panel.editor.textCursor().position() == 3
    assert panel.editor.document().isUndoAvailable()


def test_what_could_not_be_saved_is_said_and_kept(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_NOTE", 5)
    panel.edit()
    qtbot.keyClicks(panel.editor, "longer than that")
    qtbot.waitUntil(panel.fault.isVisible)
    assert panel.fault.text() == "Not saved: A note can have 5 characters, this one has 16. Shorten it."
    assert panel.state.text() == "Not saved"
    panel.show_paper(2)
    panel.show_paper(1)
    assert panel.editor.text() == "longer than that"
    qtbot.waitUntil(lambda: panel.state.text() == "Not saved")
    assert stored(lanes) == ""
    monkeypatch.setattr(reading, "MAX_NOTE", 10_000_000)
    panel.flush()
    saved(qtbot, panel)
    assert not panel.fault.isVisible()
    assert stored(lanes) == "longer than that"


def test_a_failure_of_something_else_is_not_the_notes(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "fine")
    saved(qtbot, panel)
    with qtbot.waitSignal(lanes.failed):
        lanes.do(reading.set_rating, [1], 9)
    assert not panel.fault.isVisible()
    assert panel.state.text() == "Saved"


def test_the_text_stays_to_the_letter(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    text = "no\u00a0break\ttab  blanks \n\n\n😀 \u2028 **bold** \u202e &amp; <b> \r\n end \n"
    do(lanes, reading.set_note, 1, text)
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    panel.edit()
    qtbot.keyClicks(panel.editor, "x")
    saved(qtbot, panel)
    assert stored(lanes) == text.replace("\r\n", "\n") + "x"


def test_looking_at_a_note_writes_nothing(qtbot: QtBot, panel: NotesPanel, lanes: Lanes, theme: Theme) -> None:
    do(lanes, reading.set_note, 2, "odd\r\nends")
    panel.show_paper(2)
    panel.edit()
    theme.changed.emit()
    qtbot.wait(10)
    assert panel.state.text() == "Saved"
    panel.show_paper(1)
    do(lanes, lambda _: None)
    assert stored(lanes, 2) == "odd\r\nends"


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("- one\ntwo", "- one\n- two"),
        ("* [x] done\nnext", "* [x] done\n* [ ] next"),
        ("9. nine\nten", "9. nine\n10. ten"),
        ("> said\nso", "> said\n> so"),
        ("- one\n\ntext", "- one\ntext"),
        ("  - deep\nin", "  - deep\n  - in"),
        ("no list\nplain", "no list\nplain"),
        ("-not\nplain", "-not\nplain"),
    ],
)
def test_enter_goes_on_with_a_list(qtbot: QtBot, panel: NotesPanel, typed: str, then: str) -> None:
    panel.edit()
    type_in(qtbot, panel, typed)
    assert panel.editor.text() == then


def test_enter_inside_a_mark_is_just_enter(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "- one")
    panel.editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    assert panel.editor.text() == "\n- one"
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.editor.text() == "\n- one\n"


def test_tab_moves_items_and_otherwise_indents(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "- a")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Tab)
    assert panel.editor.text() == "    - a"
    qtbot.keyClick(panel.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.editor.text() == "- a"
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(panel.editor, "b")
    assert panel.editor.text() == "- a\n    b"
    panel.editor.selectAll()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Tab)
    assert panel.editor.text() == "    - a\n    b"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F6])
def test_leaving_by_key(qtbot: QtBot, panel: NotesPanel, key: Qt.Key) -> None:
    panel.edit()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.editor, key)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.takeaway, Qt.Key.Key_Escape)


def test_the_takeaway_is_saved_by_enter_and_on_leaving(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    def takeaway() -> str:
        record = papers.record(lanes.reader, 1)
        assert record is not None
        return record.takeaway

    panel.takeaway.setFocus()
    qtbot.waitUntil(panel.takeaway.hasFocus)
    qtbot.keyClicks(panel.takeaway, "One line")
    assert panel.state.text() == "Enter saves"
    qtbot.keyClick(panel.takeaway, Qt.Key.Key_Return)
    saved(qtbot, panel)
    assert takeaway() == "One line"
    qtbot.keyClicks(panel.takeaway, " more")
    leave(panel)
    saved(qtbot, panel)
    assert takeaway() == "One line more"
    undo(lanes)
    assert panel.takeaway.text() == "One line"
    qtbot.keyClick(panel.takeaway, Qt.Key.Key_End)
    qtbot.keyClicks(panel.takeaway, "!")
    panel.show_paper(2)
    do(lanes, lambda _: None)
    assert takeaway() == "One line!"
    assert panel.takeaway.text() == ""


def add(lanes: Lanes, record: Record) -> int:
    """The id of a paper put into the library."""
    ids: list[int] = []

    def verb(writer: Writer) -> Changes | None:
        changes, summary = bring_in(writer, as_reading(record))
        ids.extend(summary.papers)
        return changes

    do(lanes, verb)
    return ids[0]


def test_highlights_are_listed_and_lead_to_their_places(
    qtbot: QtBot, panel: NotesPanel, lanes: Lanes, qtmodeltester: ModelTester
) -> None:
    marks = [
        HighlightRecord("A claim", "claim", "Doubtful.", start=0),
        HighlightRecord("x" * 5000, "no meaning\u202e", "y" * 900),
    ]
    panel.show_paper(add(lanes, Record(title="Marked", abstract="A claim.", highlights=marks)))
    assert panel.tabs.tabText(1) == "Highlights 2"
    qtbot.mouseClick(panel.tabs, Qt.MouseButton.LeftButton, pos=panel.tabs.tabRect(1).center() - QPoint(8, 0))
    cards = panel.highlights.list
    assert cards.isVisible()
    qtmodeltester.check(cards.model(), force_py=True)
    said = [cards.model().index(row, 0).data() for row in range(cards.model().rowCount())]
    assert said == ["“A claim”", "Lost: not in the abstract as it is now", f"“{'x' * 5000}”"]
    first = cards.visualRect(cards.model().index(0, 0))
    assert cards.viewport().rect().contains(first)
    with qtbot.waitSignal(panel.highlight_asked) as asked:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(40, 18))
    assert asked.args == [cards.current_id()]
    panel.show_paper(1)
    assert panel.tabs.tabText(1) == "Highlights"
    assert panel.highlights.empty.isVisible()


def test_nothing_and_several(panel: NotesPanel) -> None:
    panel.show_paper(None)
    assert panel.message.isVisible()
    assert panel.message.text() == "Select a paper to write about it."
    panel.show_selection([1, 2])
    assert panel.details.isVisible()
    assert not panel.tabs.isVisible()
    panel.show_paper(1)
    assert panel.tabs.isVisible()
    assert panel.editor.isVisible()
    panel.show_paper(99_999)
    assert panel.message.isVisible()
    panel.show_paper(3)
    assert panel.editor.isVisible()


def test_a_paper_that_is_gone_leaves_an_empty_panel(qtbot: QtBot, panel: NotesPanel, lanes: Lanes) -> None:
    shown = add(lanes, Record(title="Soon gone"))
    panel.show_paper(shown)
    panel.edit()
    qtbot.keyClicks(panel.editor, "lost with it")
    undo(lanes)
    assert panel.message.isVisible()


def test_a_library_that_cannot_be_written(qtbot: QtBot, library: Library, theme: Theme) -> None:
    library.notice = "This library can only be read."
    lanes = Lanes(library)
    panel = NotesPanel(lanes, theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_paper(1)
    panel.edit()
    qtbot.keyClicks(panel.editor, "abc")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Tab)
    assert panel.editor.text() == ""
    assert panel.takeaway.isReadOnly()
    lanes.close()
    library.notice = ""


def styles(editor: NoteEditor, line: int) -> dict[str, QFont]:
    """The pieces of a line with the fonts they are drawn in."""
    block = editor.document().findBlockByNumber(line)
    encoded = block.text().encode("utf-16-le")
    return {
        encoded[each.start * 2 : (each.start + each.length) * 2].decode("utf-16-le"): each.format.font()
        for each in block.layout().formats()
    }


def test_markdown_is_styled_while_it_is_typed(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.edit()
    qtbot.keyClicks(panel.editor, "# Big **words**")
    assert styles(panel.editor, 0)["Big "].bold()
    assert styles(panel.editor, 0)["Big "].pointSizeF() > panel.editor.font().pointSizeF()
    panel.editor.show_text(
        "😀 **loud *and* soft** `a*b*c` snake_case_word [[A paper]]\n- [x] done\n```\n**no**\n```\n**yes**"
    )
    found = styles(panel.editor, 0)
    assert found["loud "].bold()
    assert found["and"].bold()
    assert found["and"].italic()
    assert found["a*b*c"].family() != panel.editor.font().family()
    assert "A paper" in found
    assert not any("case" in piece for piece in found)
    assert styles(panel.editor, 1)["done"].strikeOut()
    assert not styles(panel.editor, 3)["**no**"].bold()
    assert styles(panel.editor, 5)["yes"].bold()


@given(
    st.text(
        st.one_of(
            st.sampled_from("*_`[]()#>- \n1.x~😀"),
            # What a text document takes for ends of frames and paragraphs.
            st.characters(exclude_characters="\r\u2029\ufdd0\ufdd1\x00", exclude_categories=["Cs"]),
        ),
        max_size=300,
    )
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_kept_to_the_letter(qtbot: QtBot, theme: Theme, text: str) -> None:
    editor = NoteEditor(theme)
    typed: list[int] = []
    editor.typed.connect(lambda: typed.append(1))
    editor.show_text(text)
    assert editor.text() == text
    assert not typed
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText("x")
    assert editor.text() == text + "x"
    assert typed
    editor.deleteLater()


def test_marks_without_end_do_not_take_long(theme: Theme, qtbot: QtBot) -> None:
    editor = NoteEditor(theme)
    qtbot.addWidget(editor)
    for mark in ("*a", "**a ", "`", "[a", "_a ", "[[", "> ", "# ", "[a]("):
        editor.show_text(mark * 1_900)
        assert editor.text() == mark * 1_900
