"""A note that begins with the template of a project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from readerapp.library import note_templates, papers
from readerapp.operations import filing, reading, templating
from readerapp.ui.dialogs.note_template import NoteTemplateSheet
from tests.ui.person import Person


def given(person: Person, *templates: tuple[str, str]) -> None:
    """The paper shown has these tags with these templates."""
    for tag, text in templates:
        person.lanes.do(filing.tag, [person.current], [tag])
        person.lanes.do(templating.set_template, tag, text)
    person.sees(lambda: len(note_templates.of_paper(person.lanes.reader, person.current)) == len(templates))


def test_an_empty_note_offers_the_template_and_begins_with_it_when_asked(person: Person) -> None:
    panel = person.window.notes_panel
    assert panel.start.isHidden()
    given(person, ("project", "# {title}\n\n- [ ] ask"))
    person.sees(lambda: not panel.start.isHidden())
    assert panel.start.text() == "Start from the template of project"
    assert panel.editor.text() == ""
    panel.start.click()
    person.sees(lambda: panel.editor.text() == "# On the second question of subject 29\n\n- [ ] ask")
    assert panel.start.isHidden()
    person.sees(lambda: papers.note(person.lanes.reader, 30) == panel.editor.text())


def test_what_is_written_stays(person: Person) -> None:
    panel = person.window.notes_panel
    given(person, ("project", "## Method"))
    person.lanes.do(reading.set_note, person.current, "Mine.")
    person.sees(lambda: panel.editor.text() == "Mine.")
    assert panel.start.isHidden()
    person.window.commands.by_id["note-template"].trigger()
    person.sees(lambda: panel.editor.text() == "Mine.\n\n## Method\n\n")
    person.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert panel.editor.text() == "Mine."


def test_of_several_one_is_chosen(person: Person) -> None:
    panel = person.window.notes_panel
    given(person, ("a & b", "of the first"), ("project", "of the second"))
    person.sees(lambda: panel.start.text() == "Start from a template")
    panel.start.click()
    person.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["a && b", "project"]
    person.qtbot.keyClick(menu, Qt.Key.Key_Down)
    person.qtbot.keyClick(menu, Qt.Key.Key_Return)
    person.sees(lambda: panel.editor.text() == "of the second")


def test_without_a_template_it_says_where_one_is_given(person: Person) -> None:
    person.window.start_note()
    person.sees(lambda: "The menu of a tag gives it one." in person.window.status_bar._message.text())


def test_a_template_is_written_in_a_sheet_and_saved_when_it_closes(person: Person) -> None:
    person.window._show_template("agents")
    sheet = person.window.findChild(NoteTemplateSheet)
    assert isinstance(sheet, NoteTemplateSheet)
    person.sees(sheet.editor.hasFocus)
    assert sheet.accessibleName() == "Note template of agents"
    assert sheet.editor.accessibleName() == "Template"
    person.qtbot.keyClicks(sheet.editor, "## Why")
    person.qtbot.keyClick(sheet.editor, Qt.Key.Key_Escape)
    person.sees(lambda: note_templates.of_tag(person.lanes.reader, "agents") == "## Why")
    person.window.undo()
    person.sees(lambda: note_templates.of_tag(person.lanes.reader, "agents") == "")
