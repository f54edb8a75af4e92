"""Writing a note: keys that write Markdown, boxes that are filled, and links that lead somewhere."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from readerapp.notes import Reference
from readerapp.operations import linking, reading
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.theme import Theme
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> NoteEditor:
    made = NoteEditor(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def select(editor: NoteEditor, text: str) -> None:
    start = len(editor.text()[: editor.text().index(text)].encode("utf-16-le")) // 2
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(text), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def point_of(editor: NoteEditor, text: str) -> QPoint:
    """The middle of the first letter of a text, in the viewport."""
    start = len(editor.text()[: editor.text().index(text)].encode("utf-16-le")) // 2
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    left = editor.cursorRect(cursor)
    cursor.setPosition(start + 1)
    return QPoint((left.center().x() + editor.cursorRect(cursor).center().x()) // 2, left.center().y())


def looks(editor: NoteEditor, line: int, text: str) -> list[QTextCharFormat]:
    """How a text in a line is styled."""
    block = editor.document().findBlockByNumber(line)
    start = block.text().index(text)
    return [
        QTextCharFormat(one.format) for one in block.layout().formats() if one.start <= start < one.start + one.length
    ]


def test_ctrl_b_and_ctrl_i_stress_and_take_it_back(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.show_text("\U0001d518 it holds here")
    select(editor, "holds")
    qtbot.keyClick(editor, Qt.Key.Key_B, CONTROL)
    assert editor.text() == "\U0001d518 it **holds** here"
    assert editor.textCursor().selectedText() == "holds"
    qtbot.keyClick(editor, Qt.Key.Key_I, CONTROL)
    assert editor.text() == "\U0001d518 it ***holds*** here"
    qtbot.keyClick(editor, Qt.Key.Key_B, CONTROL)
    assert editor.text() == "\U0001d518 it *holds* here"
    qtbot.keyClick(editor, Qt.Key.Key_I, CONTROL)
    assert editor.text() == "\U0001d518 it holds here"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == "\U0001d518 it *holds* here", "Ctrl+Z takes typing back"


def test_without_a_selection_the_word_is_stressed_and_writing_goes_on(editor: NoteEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "it ")
    qtbot.keyClick(editor, Qt.Key.Key_B, CONTROL)
    qtbot.keyClicks(editor, "holds")
    assert editor.text() == "it **holds**"
    editor.setReadOnly(True)
    qtbot.keyClick(editor, Qt.Key.Key_B, CONTROL)
    assert editor.text() == "it **holds**"


def test_ctrl_enter_fills_and_empties_a_box(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.show_text("text\n- ask\n  3. [x] done")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.text() == "text\n- ask\n  3. [x] done"
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    for expected in ("- [ ] ask", "- [x] ask", "- [ ] ask"):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
        assert editor.text().split("\n")[1] == expected
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.text().split("\n")[2] == "  3. [ ] done"


def test_a_click_on_a_box_fills_it_and_one_beside_it_does_not(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.show_text("- [ ] ask\n```\n- [ ] code")
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(editor.viewport(), button, pos=point_of(editor, "ask"))
    assert editor.text() == "- [ ] ask\n```\n- [ ] code"
    qtbot.mouseClick(editor.viewport(), button, pos=point_of(editor, " ] ask"))
    assert editor.text() == "- [x] ask\n```\n- [ ] code"
    code = point_of(editor, " ] code")
    qtbot.mouseClick(editor.viewport(), button, pos=code)
    qtbot.mouseClick(editor.viewport(), button, pos=QPoint(code.x(), editor.viewport().height() - 4))
    assert editor.text() == "- [x] ask\n```\n- [ ] code"
    editor.setReadOnly(True)
    qtbot.mouseClick(editor.viewport(), button, pos=point_of(editor, "x] ask"))
    assert editor.text().startswith("- [x]")


def test_links_are_followed_with_ctrl_alone(editor: NoteEditor, qtbot: QtBot) -> None:
    followed: list[Reference] = []
    editor.followed.connect(followed.append)
    editor.show_text("\U0001d518 see [[Sharp minima]] or [it](https://example.org/a)")
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(editor.viewport(), button, pos=point_of(editor, "Sharp"))
    assert followed == []
    qtbot.mouseClick(editor.viewport(), button, CONTROL, point_of(editor, "Sharp"))
    select(editor, "it](")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert [(one.kind, one.target) for one in followed] == [
        ("paper", "Sharp minima"), ("link", "https://example.org/a"),
    ]  # fmt: skip


def test_a_link_to_no_paper_is_told_by_more_than_colour(editor: NoteEditor) -> None:
    editor.show_text("[[known]] and\n[[unknown|words]] too")
    dashes = QTextCharFormat.UnderlineStyle.DashUnderline
    assert not any(look.underlineStyle() == dashes for look in looks(editor, 1, "words"))
    editor.set_titles({"known": "A title", "unknown": ""})
    assert any(look.underlineStyle() == dashes for look in looks(editor, 1, "words"))
    assert not any(look.underlineStyle() == dashes for look in looks(editor, 0, "known"))
    editor.set_titles({"known": "A title", "unknown": "Another"})
    assert not any(look.underlineStyle() == dashes for look in looks(editor, 1, "words"))


def test_tables_stand_in_even_letters(editor: NoteEditor) -> None:
    editor.show_text("| a | **b** |\n| --- | ---: |\nno | table")
    assert any(look.fontFamilies() for look in looks(editor, 0, "a "))
    assert any(look.fontWeight() > 500 for look in looks(editor, 0, "b*"))
    assert any(look.fontFamilies() for look in looks(editor, 1, "---"))
    assert looks(editor, 2, "table") == []


keys = st.lists(
    st.sampled_from([*"a *`[]|#-$BI", "Return", "Tab", "Control", "Left"]),
    max_size=14,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys)
def test_whatever_is_typed_is_taken_back_by_ctrl_z(editor: NoteEditor, qtbot: QtBot, typed: list[str]) -> None:
    editor.show_text("")
    for key in typed:
        match key:
            case "B" | "I":
                qtbot.keyClick(editor, Qt.Key.Key_B if key == "B" else Qt.Key.Key_I, CONTROL)
            case "Control":
                qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
            case "Return" | "Tab" | "Left":
                qtbot.keyClick(editor, getattr(Qt.Key, f"Key_{key}"))
            case _:
                qtbot.keyClicks(editor, key)
    end = editor.text()
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.text() == ""
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.text() == end


def test_a_name_is_completed_and_the_link_leads_to_the_paper(person: Person) -> None:
    window, editor = person.window, person.window.notes_panel.editor
    window.focus("note")
    person.type("Compare [[subject 2")
    person.sees(lambda: editor.offering)
    rows = editor._completions
    assert rows is not None
    assert QAccessible.queryAccessibleInterface(rows).text(QAccessible.Text.Name) == "Papers that may be meant"
    person.press(Qt.Key.Key_Escape)
    assert not editor.offering
    assert editor.hasFocus()
    person.type("8")
    person.sees(lambda: editor.offering)
    person.press(Qt.Key.Key_Return)
    assert editor.text() == "Compare [[29|On the first question of subject 28]]"
    person.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    person.press(Qt.Key.Key_Return, modifier=CONTROL)
    person.sees(lambda: person.current == 29)
    person.sees(lambda: not window.notes_panel.links.isHidden())
    assert "On the second question of subject 29" in window.notes_panel.links.mentions.toPlainText()
    window.go_back()
    person.sees(lambda: person.current == 30)


def test_completion_goes_round_and_takes_the_brackets_that_are_there(person: Person) -> None:
    editor = person.window.notes_panel.editor
    person.window.focus("note")
    person.type("[[]]")
    person.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    person.type("question")
    person.sees(lambda: editor.offering)
    rows = editor._completions
    assert rows is not None
    first = rows.chosen
    for _ in range(len(rows.rows)):
        person.press(Qt.Key.Key_Down)
    assert rows.chosen == first
    person.press(Qt.Key.Key_Tab)
    assert first is not None
    assert editor.text() == first.text


def test_a_name_of_no_paper_is_said(person: Person) -> None:
    panel = person.window.notes_panel
    person.lanes.do(reading.set_note, person.current, "[[Nothing at all]]")
    person.sees(lambda: panel.editor.text() != "")
    person.sees(lambda: "Nothing at all" in panel.editor._titles)
    assert panel.editor._told_of(Reference("paper", 0, 1, "Nothing at all")) == "No paper is called so."
    panel.editor.followed.emit(Reference("paper", 0, 1, "Nothing at all"))
    person.sees(lambda: person.window.status_bar._message.text() == "No paper is called so.")


@pytest.mark.parametrize(
    ("target", "opened"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("doi:10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("mailto:ada@example.org?attach=/etc/passwd", "mailto:ada@example.org"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("notes:elsewhere", None),
        ("../note.md", None),
    ],
)
def test_only_web_letters_and_dois_are_opened(
    person: Person, monkeypatch: pytest.MonkeyPatch, target: str, opened: str | None
) -> None:
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    person.window.notes_panel.editor.followed.emit(Reference("link", 0, 1, target))
    assert found == ([opened] if opened else [])


def test_a_corrected_name_becomes_a_link(person: Person) -> None:
    panel = person.window.notes_panel
    person.lanes.do(reading.set_note, person.current, "[[3|words]]")
    person.sees(lambda: panel.editor._titles.get("3"))
    assert panel.editor._titles["3"] == linking.titles(person.lanes.reader, ["3"])["3"]
