"""The sheet of the tags, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import tags
from readerapp.library.tags import TagRow
from readerapp.operations import filing, tagging
from readerapp.ui.dialogs.tags import TagsSheet
from readerapp.ui.models.tag_rows import Standing, TagModel
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.theme import Theme
from readerapp.ui.views.tag_list import OfferList

Key = Qt.Key


class Tidier:
    """A person before the sheet."""

    def __init__(self, sheet: TagsSheet, lanes: Lanes, qtbot: QtBot) -> None:
        self.sheet, self.lanes, self.qtbot = sheet, lanes, qtbot

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def sees(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def do(self, verb: Verb, *args: object) -> None:
        with self.qtbot.waitSignal(self.lanes.library_changed):
            self.lanes.do(verb, *args)

    @property
    def names(self) -> list[str]:
        """What is shown, line by line, as the lines say it."""
        model = self.sheet.model
        return [str(model.index(n).data()) for n in range(model.rowCount())]

    def tag(self, name: str) -> TagRow | None:
        """A tag as it is in the library."""
        return next((tag for tag in tags.all_tags(self.lanes.reader) if tag.name == name), None)

    def papers(self, name: str) -> int:
        found = self.tag(name)
        return found.papers if found else -1

    def goes_to(self, name: str) -> None:
        """Chooses a tag."""
        self.sees(lambda: any(tag.name == name for tag in self.sheet.model.standing.tags))
        index = self.sheet.model.find(self.sheet.model.open_to(name))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.sheet.list.selectionModel().setCurrentIndex(index, flag)
        self.sheet.list.setFocus()

    def offers(self, view: OfferList) -> list[str]:
        return [offer.text for offer in view.offers.offers]


@pytest.fixture
def tidier(lanes: Lanes, theme: Theme, qtbot: QtBot) -> Iterator[Tidier]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    sheet = TagsSheet(lanes, theme, [1, 2, 3], window)
    sheet.open_on("agents")
    qtbot.waitUntil(lambda: sheet.model.rowCount() > 0)
    qtbot.waitUntil(sheet.list.hasFocus)
    person = Tidier(sheet, lanes, qtbot)
    yield person
    if isValid(sheet):
        sheet.done(0)


def test_all_tags_stand_there_with_the_wanted_one_chosen(tidier: Tidier) -> None:
    assert tidier.names == ["agents", "reading-group", "thesis", "generalization", "related-work"]
    current = tidier.sheet.list.current()
    assert current is not None
    assert current.name == "agents"
    assert tidier.sheet.pane.about.name.text() == "agents"
    assert tidier.sheet.pane.about.counts.text() == "8 papers · 8 unread"
    assert tidier.sheet.pane.about.delete.text() == "Delete: 8 papers lose it"
    assert "8 unread" in str(tidier.sheet.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_arrows_close_and_open_what_is_below(tidier: Tidier) -> None:
    tidier.goes_to("thesis")
    tidier.press(Key.Key_Left)
    assert tidier.names == ["agents", "reading-group", "thesis"]
    tidier.press(Key.Key_Left)
    assert tidier.names == ["agents", "reading-group", "thesis"]
    tidier.press(Key.Key_Right)
    assert "related-work" in tidier.names
    rect = tidier.sheet.list.visualRect(tidier.sheet.model.index(2))
    left = Qt.MouseButton.LeftButton
    tidier.qtbot.mouseClick(tidier.sheet.list.viewport(), left, pos=QPoint(16, rect.center().y()))
    assert "related-work" not in tidier.names


def test_a_tag_is_renamed_in_its_row(tidier: Tidier) -> None:
    renamed = QSignalSpy(tidier.sheet.renamed)
    tidier.press(Key.Key_F2)
    field = tidier.sheet.list.findChild(QLineEdit, "tagName")
    assert field is not None
    assert field.text() == "agents"
    field.selectAll()
    tidier.type("thesis/agents")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: tidier.papers("thesis/agents") == 8)
    tidier.sees(lambda: tidier.names[-3:] == ["agents", "generalization", "related-work"])
    assert renamed.at(0) == ["agents", "thesis/agents"]
    tidier.sees(lambda: tidier.sheet.sentence.text() == "Rename the tag agents to thesis/agents")
    assert tidier.sheet.isVisible()
    current = tidier.sheet.list.current()
    assert current is not None
    assert current.name == "thesis/agents"
    tidier.sheet.undo.click()
    tidier.sees(lambda: tidier.papers("agents") == 8)


def test_a_name_that_cannot_be_is_told_in_the_sheet(tidier: Tidier) -> None:
    tidier.goes_to("thesis")
    tidier.press(Key.Key_F2)
    tidier.type("thesis/below")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: "cannot move below itself" in tidier.sheet.sentence.text())
    assert not tidier.sheet.undo.isVisible()


def test_digits_give_and_take_keys(tidier: Tidier) -> None:
    tidier.press(Key.Key_4)
    tidier.sees(lambda: getattr(tidier.tag("agents"), "quick", None) == 4)
    tidier.sees(lambda: tidier.sheet.pane.about.quick.currentIndex() == 4)
    tidier.goes_to("thesis")
    assert tidier.sheet.pane.about.quick.itemText(4) == "4   agents"
    tidier.press(Key.Key_4)
    tidier.sees(lambda: getattr(tidier.tag("thesis"), "quick", None) == 4)
    assert getattr(tidier.tag("agents"), "quick", 0) is None
    tidier.sees(lambda: getattr(tidier.sheet.list.current(), "quick", None) == 4)
    tidier.press(Key.Key_0)
    tidier.sees(lambda: getattr(tidier.tag("thesis"), "quick", 0) is None)


def test_a_colour_is_chosen(tidier: Tidier) -> None:
    tidier.press(Key.Key_C)
    colour = tidier.sheet.pane.about.colour
    assert colour.hasFocus()
    before = colour.currentText()
    tidier.press(Key.Key_Down)
    tidier.sees(lambda: getattr(tidier.tag("agents"), "colour", "") == colour.currentData())
    assert colour.currentText() != before


def test_other_names_are_added_and_taken_away(tidier: Tidier) -> None:
    tidier.press(Key.Key_N)
    tidier.type("LLM agents")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: getattr(tidier.tag("agents"), "aliases", ()) == ("LLM agents",))
    assert tidier.sheet.isVisible()
    tidier.do(filing.tag, [1], ["llm AGENTS"])
    assert tidier.papers("agents") == 9
    tidier.type("thesis")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: "There is a tag thesis" in tidier.sheet.sentence.text())
    tidier.sees(lambda: tidier.sheet.pane.about.findChildren(TagChip))

    def is_taken_away() -> bool:
        # What is shown may be drawn anew between a look and a key.
        for chip in tidier.sheet.pane.about.findChildren(TagChip):
            if chip.isVisible():
                chip.setFocus()
                tidier.press(Key.Key_Delete)
        return getattr(tidier.tag("agents"), "aliases", None) == ()

    tidier.sees(is_taken_away)


def test_merging_by_keyboard_with_what_it_does_before(tidier: Tidier) -> None:
    tidier.do(filing.tag, [1, 2, 3], ["reading-group"])
    tidier.goes_to("reading-group")
    tidier.press(Key.Key_M)
    tidier.type("agen")
    tidier.press(Key.Key_Return)
    page = tidier.sheet.pane.merging
    tidier.sees(lambda: page.button.isVisible())
    assert page.preview.text() == ("reading-group has 10, agents has 8 papers; 1 have both.\nTogether they are 17.")
    assert page.button.hasFocus()
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: tidier.papers("agents") == 17)
    assert getattr(tidier.tag("agents"), "aliases", ()) == ("reading-group",)
    tidier.sees(lambda: tidier.sheet.pane.about.name.text() == "agents")
    assert tidier.sheet.list.hasFocus()
    tidier.qtbot.keyClick(tidier.sheet, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tidier.sees(lambda: tidier.papers("reading-group") == 10)


def test_merging_into_nothing_and_giving_up(tidier: Tidier) -> None:
    tidier.press(Key.Key_M)
    tidier.type("nowhere")
    tidier.press(Key.Key_Return)
    page = tidier.sheet.pane.merging
    tidier.sees(lambda: page.preview.text().startswith("There is no tag “nowhere”"))
    assert not page.button.isVisible()
    page.editor.field.setFocus()
    tidier.press(Key.Key_Escape)
    assert tidier.sheet.isVisible()
    assert not tidier.sheet.pane.busy
    assert tidier.sheet.list.hasFocus()
    tidier.press(Key.Key_Escape)
    assert not tidier.sheet.isVisible()


def test_splitting_by_a_search_and_by_the_selection(tidier: Tidier) -> None:
    tidier.do(filing.tag, [1, 2, 3, 4, 5, 6], ["big"])
    tidier.goes_to("big")
    tidier.press(Key.Key_S)
    page = tidier.sheet.pane.splitting
    assert page.to.hasFocus()
    tidier.type("old")
    assert not page.button.isEnabled()
    page.query.setFocus()
    tidier.type("year:<=2002 -nonsense")
    tidier.sees(lambda: page.button.text() == "Move 3 papers")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: tidier.papers("big/old") == 3)
    assert tidier.papers("big") == 6
    tidier.sees(lambda: tidier.sheet.list.hasFocus())
    tidier.press(Key.Key_S)
    page.to.setText("picked")
    assert page.which.count() == 2
    page.which.setCurrentIndex(1)
    tidier.sees(lambda: page.preview.text() == "None of these papers has exactly this tag.")
    assert not page.button.isEnabled()


def test_papers_of_an_earlier_search_are_not_split_off(tidier: Tidier) -> None:
    tidier.do(filing.tag, [1, 2, 3, 4, 5, 6], ["big"])
    tidier.goes_to("big")
    tidier.press(Key.Key_S)
    page = tidier.sheet.pane.splitting
    page.to.setText("big/old")
    page.query.setFocus()
    tidier.type("year:<=2002")
    tidier.sees(lambda: page.button.text() == "Move 3 papers" and page.button.isEnabled())
    page.query.setText("year:2004")
    page.to.setText("big/new")
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: page.button.text() == "Move 1 paper" and page.button.isEnabled())
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: tidier.papers("big/new") > 0)
    assert tidier.papers("big/new") == 1


def test_deleting_and_undoing(tidier: Tidier) -> None:
    tidier.goes_to("thesis")
    tidier.press(Key.Key_Delete)
    tidier.sees(lambda: tidier.names == ["agents", "reading-group"])
    tidier.qtbot.keyClick(tidier.sheet, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tidier.sees(lambda: "generalization" in tidier.names)


def test_the_filter_finds_names_and_other_names(tidier: Tidier) -> None:
    tidier.do(tagging.add_tag_name, "thesis/related-work", "Prior Art")
    tidier.sees(lambda: any(tag.aliases for tag in tidier.sheet.model.standing.tags))
    tidier.press(Key.Key_Slash)
    assert tidier.sheet.filter.hasFocus()
    tidier.type("prior")
    assert tidier.names == ["thesis/related-work"]
    tidier.press(Key.Key_Down)
    assert tidier.sheet.list.hasFocus()
    tidier.press(Key.Key_Slash)
    tidier.type("zzz")
    assert tidier.names == []
    tidier.press(Key.Key_Escape)
    assert len(tidier.names) == 5
    assert tidier.sheet.isVisible()


def test_enter_shows_the_papers_of_a_tag(tidier: Tidier) -> None:
    tidier.goes_to("thesis/related-work")
    with tidier.qtbot.waitSignal(tidier.sheet.query_chosen) as chosen:
        tidier.press(Key.Key_Return)
    assert chosen.args == ["thesis/related-work", "tag:thesis/related-work"]


def test_suggestions_are_accepted_and_put_away(tidier: Tidier) -> None:
    tidier.do(filing.tag, [1, 2], ["agent"])
    tidier.do(filing.tag, [5], ["alone"])
    view = tidier.sheet.suggestions
    together = "thesis/related-work → reading-group"
    tidier.sees(lambda: tidier.offers(view) == ["agent → agents", together, "alone"])
    assert tidier.sheet.tabs.tabText(1) == "Suggestions 3"
    tidier.sheet.tabs.setCurrentIndex(1)
    view.setFocus()
    tidier.press(Key.Key_Down, Key.Key_Delete, Key.Key_Delete)
    tidier.sees(lambda: tidier.offers(view) == ["agent → agents"])
    assert tidier.papers("alone") == 1
    rect = view.visualRect(view.offers.index(0))
    place = QPoint(rect.right() - 20, rect.top() + 12)
    tidier.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    tidier.sees(lambda: tidier.papers("agents") == 9)
    assert getattr(tidier.tag("agents"), "aliases", ()) == ("agent",)
    tidier.sees(lambda: not view.isVisible())
    # Undone twice, both are offered again.
    tidier.sheet.undo.click()
    tidier.lanes.undo()
    tidier.sees(lambda: tidier.offers(view) == ["agent → agents", "alone"])


def test_keywords_become_tags(tidier: Tidier) -> None:
    view = tidier.sheet.keywords
    tidier.sees(lambda: "learning" in tidier.offers(view))
    tidier.sheet.tabs.setCurrentIndex(2)
    view.setFocus()
    view.setCurrentIndex(view.offers.index(tidier.offers(view).index("learning")))
    tidier.press(Key.Key_Return)
    tidier.sees(lambda: tidier.papers("learning") > 1)
    tidier.sees(lambda: "learning" in tidier.names)
    assert "learning" not in tidier.offers(view)


def test_ten_thousand_tags_keep_their_place(tidier: Tidier) -> None:
    model = tidier.sheet.model
    many = [TagRow(n, f"tag {n // 10:05}" + (f"/{n % 10}" if n % 10 else ""), "red", None, n, 0) for n in range(10_000)]
    model.show(Standing.of(many))
    assert model.rowCount() == 10_000
    assert model.toggle(many[0], False)
    assert model.rowCount() == 9_991
    model.filter("00999")
    assert model.rowCount() == 10
    tidier.sheet.list.setFocus()
    tidier.press(Key.Key_Home, Key.Key_End)
    assert tidier.sheet.list.currentIndex().row() == 9


def test_the_model_is_sound(qtlog: object, qapp: QApplication) -> None:
    model = TagModel(qapp)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = [TagRow(n, name, "red", n + 1, n, 0, ("other",)) for n, name in enumerate(("a", "a/b", "a/b/c", "d"))]
    model.show(Standing.of(rows))
    model.toggle(rows[1], False)
    model.filter("b")
    model.show(Standing.of(rows[1:]))
    model.filter("")
    assert model.open_to("A/B/C") == 2
    assert model.find(9).isValid() is False
    assert not qtlog.records  # type: ignore[attr-defined]
    del tester


def test_it_fits_where_there_is_little_room(tidier: Tidier) -> None:
    window = tidier.sheet.parentWidget()
    assert window is not None
    for width, height in ((900, 600), (720, 450), (640, 400)):
        window.resize(width, height)
        tidier.qtbot.wait(30)
        assert tidier.sheet.width() <= width
        assert tidier.sheet.height() <= height
        assert not tidier.sheet.grab().isNull()
