"""Typing tags: what is suggested, what is taken, what is complained about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library import tags
from readerapp.library.connect import Writer
from readerapp.operations import tagging
from readerapp.records import Changes
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.tag_editor import TagEditor
from readerapp.ui.theme import Theme

# The library of the tests has agents on 8 papers, thesis/generalization on 8, thesis/related-work and reading-group
# on 7; thesis itself counts 15.


@pytest.fixture
def editor(qtbot: QtBot, lanes: Lanes, theme: Theme) -> Iterator[TagEditor]:
    """An editor in a window, with the tags of the library known, on a paper tagged agents."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 500)
    known = KnownTags(lanes, window)
    made = TagEditor(known, theme)
    layout = QVBoxLayout(window)
    layout.addWidget(QLabel("above"))
    layout.addWidget(made)
    layout.addStretch(1)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(known.changed):
        made.begin(["agents"])
    yield made
    window.close()


def suggested(editor: TagEditor) -> list[str]:
    """The lines of the completion as they are shown."""
    if not editor.suggestions.isVisible():
        return []
    model = editor.suggestions.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def enter(qtbot: QtBot, editor: TagEditor) -> tuple[list[str], list[str]]:
    """What Enter commits: the names to add and those to remove."""
    with qtbot.waitSignal(editor.committed) as committed:
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    add, remove = committed.args
    return add, remove


def test_the_most_used_are_offered_first(editor: TagEditor) -> None:
    assert suggested(editor) == ["thesis", "thesis/generalization", "reading-group", "thesis/related-work"]
    assert not editor.suggestions.currentIndex().isValid()


def test_any_part_of_a_name_completes_it(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "REL")
    assert suggested(editor) == ["thesis/related-work", "Create “REL”"]
    assert enter(qtbot, editor) == (["thesis/related-work"], [])


def test_names_that_begin_so_come_before_those_that_hold_it(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "g")
    assert suggested(editor)[:3] == ["thesis/generalization", "reading-group", "Create “g”"]


def test_the_arrows_choose(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "thesis")
    assert suggested(editor) == ["thesis", "thesis/generalization", "thesis/related-work"]
    qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    qtbot.keyClick(editor.field, Qt.Key.Key_Up)
    assert enter(qtbot, editor) == (["thesis/generalization"], [])


def test_tab_takes_and_goes_on(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "rel")
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert editor.field.text() == "thesis/related-work, "
    assert editor.field.hasFocus()
    qtbot.keyClicks(editor.field, "read")
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert editor.field.text() == "thesis/related-work, reading-group, "
    assert enter(qtbot, editor) == (["thesis/related-work", "reading-group"], [])


@pytest.mark.parametrize(("key", "wanted"), [(Qt.Key.Key_Tab, "one"), (Qt.Key.Key_Backtab, "four")])
def test_tab_with_nothing_to_take_goes_one_part_on(qtbot: QtBot, editor: TagEditor, key: Qt.Key, wanted: str) -> None:
    around = [QLineEdit(name) for name in ("one", "two", "three", "four")]
    layout = editor.window().layout()
    assert layout is not None
    for field in around:
        layout.addWidget(field)
        field.show()
    qtbot.keyClick(editor.field, key)
    assert [field.text() for field in around if field.hasFocus()] == [wanted]


def test_a_click_takes(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "group")
    place = editor.suggestions.visualRect(editor.suggestions.model().index(0, 0)).center()
    with qtbot.waitSignal(editor.committed) as committed:
        qtbot.mouseClick(editor.suggestions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert committed.args == [["reading-group"], []]


def test_a_new_tag_is_announced_and_made(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "thesis / new")
    assert suggested(editor) == ["Create “thesis/new”"]
    assert enter(qtbot, editor) == (["thesis/new"], [])


def test_commas_separate_and_minus_removes(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, 'a "quoted" one, -agents, it\'s/<b>&amp;, , ')
    assert enter(qtbot, editor) == (['a "quoted" one', "it's/<b>&amp;"], ["agents"])


def test_only_tags_that_are_there_can_be_removed(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "-")
    assert suggested(editor) == ["Remove agents"]
    qtbot.keyClicks(editor.field, "thesis")
    assert suggested(editor) == []
    with qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert editor.complaint == "There is no tag “thesis” here to remove."
    editor.field.clear()
    qtbot.keyClicks(editor.field, "-ag")
    assert enter(qtbot, editor) == ([], ["agents"])


def test_the_spelling_that_is_there_is_kept(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "Reading-Group, x")
    qtbot.keyClick(editor.field, Qt.Key.Key_Backspace)
    assert enter(qtbot, editor) == (["reading-group"], [])


def test_what_is_on_the_paper_is_not_added_again(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "Agents")
    assert suggested(editor) == []
    with qtbot.waitSignal(editor.cancelled), qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_leaving_with_nothing_typed(qtbot: QtBot, editor: TagEditor, key: Qt.Key) -> None:
    with qtbot.waitSignal(editor.cancelled), qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor.field, key)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("x" * 201, "A tag can have 200 characters, this one has 201."),
        ("good, ///", "A tag needs a name."),
        ("-", "A tag needs a name."),
        ("bell\x07", "A tag cannot hold control characters."),
    ],
)
def test_what_is_no_name_is_said_in_place(qtbot: QtBot, editor: TagEditor, typed: str, complaint: str) -> None:
    editor.begin([])
    editor.field.setText(typed)
    with qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert editor.complaint == complaint
    assert editor.field.text() == typed
    assert not editor.suggestions.isVisible()
    qtbot.keyClicks(editor.field, "y")
    assert editor.complaint == ""


def test_ten_thousand_tags(qtbot: QtBot, editor: TagEditor, lanes: Lanes) -> None:
    known = editor._known

    def verb(writer: Writer) -> Changes | None:
        with writer.step("Make many tags") as step:
            for number in range(10_000):
                tags.ensure(writer.connection, f"many {number}", step.at)
        return step.changes

    lanes.library_changed.connect(known.refresh)
    with qtbot.waitSignal(known.changed, timeout=60_000):
        lanes.do(verb)
    qtbot.keyClicks(editor.field, "many 99")
    found = suggested(editor)
    assert found[:3] == ["many 99", "many 990", "many 9900"]
    assert len(found) == 50
    assert editor.suggestions.height() < 250
    lanes.library_changed.disconnect(known.refresh)


def test_suggestions_stay_inside_the_window(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "e")
    inside = editor.window().rect()
    assert inside.contains(editor.suggestions.geometry())
    assert (
        editor.suggestions.geometry().top() > editor.field.mapTo(editor.window(), editor.field.rect().bottomLeft()).y()
    )
    editor.window().resize(520, 520)
    assert not editor.suggestions.isVisible()


def test_suggestions_go_when_the_field_is_left(qtbot: QtBot, editor: TagEditor) -> None:
    qtbot.keyClicks(editor.field, "e")
    assert editor.suggestions.isVisible()
    editor.hide()
    assert not editor.suggestions.isVisible()


def test_in_a_small_popup_the_suggestions_stand_under_the_field(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    known = KnownTags(lanes, window)
    editor = TagEditor(known, theme, floating=False)
    QVBoxLayout(window).addWidget(editor)
    window.show()
    with qtbot.waitSignal(known.changed):
        editor.begin([])
    qtbot.keyClicks(editor.field, "agents")
    assert suggested(editor) == ["agents"]
    assert editor.isAncestorOf(editor.suggestions)
    assert enter(qtbot, editor) == (["agents"], [])


def test_the_model_is_a_model(editor: TagEditor, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor.suggestions.model(), force_py=True)


def test_known_tags_follow_the_library(qtbot: QtBot, lanes: Lanes) -> None:
    known = KnownTags(lanes)
    lanes.library_changed.connect(known.refresh)
    assert known.colour("agents") == "grey"
    with qtbot.waitSignal(known.changed):
        known.look()
    loop = QEventLoop()
    lanes.do(tagging.colour_tag, "thesis", "pink", then=lambda _: loop.quit())
    with qtbot.waitSignal(known.changed):
        loop.exec()
    assert known.colour("thesis") == known.colour("THESIS/related-work") == known.colour("thesis/not yet") == "pink"
    assert known.named("Agents") is not None
    assert not known.refresh(Changes(papers=frozenset({1}), tables=frozenset({"note"})))
    lanes.library_changed.disconnect(known.refresh)
