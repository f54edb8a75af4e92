"""Focus mode: the abstract and the note alone, and everything back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from readerapp.config import ABSTRACT_SIZE
from tests.ui.person import Person

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def around(person: Person) -> tuple[QWidget, ...]:
    window = person.window
    return (window.top_bar, window.sidebar, window.list_panel, window.status_bar, window.notes_panel.tabs)


def layout(person: Person) -> tuple[object, ...]:
    window = person.window
    return (
        window.panes.sizes(), [one.isVisible() for one in around(person)], window.notes_panel.isVisible(),
        window.notes_panel.tabs.currentIndex(), window.reading_pane.status.isVisible(), window.list.current_id(),
        QApplication.focusWidget(),
    )  # fmt: skip


@pytest.mark.parametrize("leave", [Key.Key_F11, Key.Key_Escape])
@pytest.mark.parametrize("width", [1440, 900, 700])
def test_everything_else_goes_and_comes_back(person: Person, leave: Qt.Key, width: int) -> None:
    window = person.window
    window.resize(width, 600)
    window.notes_panel.tabs.setCurrentIndex(1)
    window.focus("list")
    person.qtbot.wait(50)
    before = layout(person)
    person.press(Key.Key_F11)
    assert not any(one.isVisible() for one in around(person))
    assert window.reading_pane.abstract.isVisible()
    assert window.reading_pane.abstract.hasFocus()
    assert window.notes_panel.isVisible() == (width >= 900)
    for part in (window.reading_pane.status, window.reading_pane.add_tag, window.reading_pane.related):
        assert not part.isVisible()
    person.press(leave)
    person.qtbot.wait(50)
    assert layout(person) == before


def test_keys_go_on_to_other_papers_and_the_note(person: Person) -> None:
    window = person.window
    person.press(Key.Key_F11)
    first = window.reading_pane.paper
    person.press(Key.Key_J)
    person.sees(lambda: window.reading_pane.paper != first)
    assert not window.reading_pane.status.isVisible()
    assert not window.notes_panel.tabs.isVisible()
    person.press(Key.Key_K)
    person.sees(lambda: window.reading_pane.paper == first)
    person.press(Key.Key_M)
    person.sees(lambda: person.status(first).word == "read")
    person.press(Key.Key_N)
    person.sees(window.notes_panel.editor.hasFocus)
    person.type("thought")
    person.press(Key.Key_Escape)
    assert window.reading_pane.abstract.hasFocus()
    assert not window.list_panel.isVisible()
    person.press(Key.Key_Escape)
    assert window.list_panel.isVisible()


def test_in_a_small_window_the_note_comes_when_it_is_asked_for(person: Person) -> None:
    window = person.window
    window.resize(700, 500)
    person.qtbot.wait(50)
    person.press(Key.Key_F11)
    assert not window.notes_panel.isVisible()
    person.press(Key.Key_N)
    assert window.notes_panel.editor.isVisible()
    person.press(Key.Key_F11)
    assert not window.notes_panel.isVisible()


def test_a_search_or_another_list_ends_it(person: Person) -> None:
    window = person.window
    person.press(Key.Key_F11)
    person.press(Key.Key_Slash)
    assert window.top_bar.isVisible()
    assert window.top_bar.search_field.hasFocus()
    person.press(Key.Key_Escape)
    person.press(Key.Key_F11)
    window.show_query("Unread", "is:unread")
    assert window.list_panel.isVisible()


def test_a_tag_can_still_be_given(person: Person) -> None:
    window = person.window
    person.press(Key.Key_F11, Key.Key_T)
    assert window.reading_pane.tag_editor.isVisible()
    person.press(Key.Key_Escape)
    assert not window.reading_pane.add_tag.isVisible()


def test_lines_have_sixty_to_seventy_five_characters(person: Person) -> None:
    pane = person.window.reading_pane
    person.press(Key.Key_F11)
    sample = "the order of letters in a line of running text decides how wide it is"
    width = QFontMetricsF(pane.abstract.font()).horizontalAdvance(sample) / len(sample)
    assert 60 <= pane.abstract.lineWrapColumnOrWidth() / width <= 75
    left = pane.title.mapTo(pane, pane.title.rect().topLeft()).x()
    right = pane.width() - left - pane.abstract.lineWrapColumnOrWidth()
    assert abs(left - right) <= 8


def test_it_is_not_remembered(person: Person) -> None:
    window = person.window
    person.press(Key.Key_F11)
    window.close()
    assert window._settings.value("notes/shown", type=bool)
    assert window._settings.value("sidebar/shown", type=bool)
    assert "0" not in str(window._settings.value("seen/columns")).split()


def test_the_text_is_made_larger_and_smaller(person: Person) -> None:
    window = person.window
    abstract = window.reading_pane.abstract
    usual = QFontInfo(abstract.font()).pixelSize()
    person.press(Key.Key_Equal, modifier=CTRL)
    person.press(Key.Key_Equal, modifier=CTRL)
    assert QFontInfo(abstract.font()).pixelSize() == usual + 2
    assert window._config.get(ABSTRACT_SIZE) == usual + 2
    person.press(Key.Key_Minus, modifier=CTRL)
    assert QFontInfo(abstract.font()).pixelSize() == usual + 1
    person.press(Key.Key_0, modifier=Qt.KeyboardModifier.AltModifier)
    assert QFontInfo(abstract.font()).pixelSize() == usual
    for _ in range(40):
        person.press(Key.Key_Minus, modifier=CTRL)
    assert window._config.get(ABSTRACT_SIZE) == ABSTRACT_SIZE.least
