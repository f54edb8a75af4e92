"""Highlighting: what the reader selects in the abstract or in a PDF, and what they do with the cards beside it, as
verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from readerapp import notes
from readerapp.jobs.lanes import Lanes
from readerapp.library import highlights, papers, saved
from readerapp.library.anchoring import anchor, places
from readerapp.operations import highlighting, linking
from readerapp.records import HighlightRecord, MeaningRecord
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.marked_abstract import MarkedAbstract
from readerapp.ui.parts.meaning_menu import MeaningMenu
from readerapp.ui.parts.selection_bar import SelectionBar
from readerapp.ui.pdf_reading import PdfReading
from readerapp.ui.theme import Theme

_LAST = "highlight/meaning"


class Highlighting(QObject):
    """Joins the abstract of a pane, and the PDF in its place, with the cards of a notes panel.

    `say` puts a sentence into the status bar, `show_meanings` opens the sheet of meanings, `make_room` brings the notes
    panel into sight.
    """

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        settings: QSettings,
        pane: ReadingPane,
        pdf: PdfReading,
        notes: NotesPanel,
        say: Callable[[str], None],
        show_meanings: Callable[[], None],
        make_room: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._theme, self._settings = lanes, theme, settings
        self._pane, self._pdf, self._notes = pane, pdf, notes
        self._say, self._show_meanings, self._make_room = say, show_meanings, make_room
        self._window = parent
        self.bar = SelectionBar(theme, pane)
        self.bar.chosen.connect(self._highlight)
        self.bar.more_asked.connect(self.choose)
        self.bar.place_chosen.connect(self.highlight)
        self._cards = notes.highlights.list
        abstract = pane.abstract
        abstract.passage_selected.connect(self._open_bar)
        abstract.selectionChanged.connect(self.bar.hide)
        abstract.verticalScrollBar().valueChanged.connect(self.bar.hide)
        abstract.drawn.connect(self.bar.hide)
        pane.scrolled.connect(self.bar.hide)
        for text in (abstract, pdf):
            text.highlight_clicked.connect(self._clicked)
            text.menu_opening.connect(self._fill_menu)
        pdf.passage_selected.connect(self._open_bar)
        pdf.selection_changed.connect(self.bar.hide)
        pdf.changed.connect(self.bar.hide)
        self._cards.meaning_asked.connect(self._choose_for_card)
        self._cards.number_typed.connect(self._take_number)
        self._cards.find_asked.connect(self._find_again)
        self._cards.delete_asked.connect(self._delete)
        self._cards.menu_asked.connect(self._open_card_menu)

    # What the keys do

    def highlight(self) -> None:
        """H: highlights what is selected with the meaning used last, or has a lost highlight mark it."""
        self._highlight(self._last())

    def choose(self) -> None:
        """Shift+H: asks what the selection means; without one, what the chosen highlight means from now on."""
        mark = self._anchored()
        if self._cards.sought:
            self.highlight()
        elif mark and not self._marked(mark):
            self._open_menu(self._last(), self._highlight, self._place_of_selection())
        elif known := (self._marked(mark) if mark else self._text.chosen):
            place = self._place_of_selection()
            self._open_menu(self._meaning(known), partial(self._set_meaning, known), place)
        elif self._pdf.shown:
            self._say(self.tr("Select words of the PDF, or click a highlight, to choose what it means."))
        else:
            self._say(self.tr("Select words of the abstract, or click a highlight, to choose what it means."))

    def quote(self, highlight: int = 0) -> None:
        """Puts a highlight into the note as a quotation with a link to its paper: this one, else the card with the
        focus, else what is selected in the abstract, else the highlight chosen last."""
        paper, abstract = self._pane.paper, self._pane.abstract
        passage = abstract.selection()
        known = highlight or (self._cards.current_id() if self._cards.hasFocus() or not passage else 0)
        known = known or (0 if passage else abstract.chosen)
        mark = next((mark for mark in self._records() if known and mark.id == known), None)
        quoted = mark.quote if mark else anchor(abstract.text, *passage).quote if passage else ""
        if not paper or not quoted:
            self._say(self.tr("Select words of the abstract, or choose a highlight, to quote it in the note."))
        elif self._lanes.read_only:
            self._say(self._lanes.library.notice)
        else:
            self._make_room()
            self._notes.put_in(notes.quote(quoted, linking.link_to(self._lanes.reader, paper)))

    def leave(self) -> bool:
        """Esc: gives up looking for a lost highlight, or hides the bar. False when there was neither."""
        if self._cards.sought:
            self._cards.seek(0)
            self._say(self.tr("The highlight stays lost."))
            return True
        shown = self.bar.isVisible()
        self.bar.hide()
        return shown

    def paper_changed(self) -> None:
        """Another paper is shown."""
        self._cards.seek(0)
        self.bar.hide()

    # Making one

    def _highlight(self, meaning: str) -> None:
        paper, mark = self._pane.paper, self._anchored()
        if not paper:
            self._say(self.tr("Highlights belong to one paper. Select one."))
            return
        if mark is None:
            if self._pdf.shown:
                self._say(self.tr("Select words of the PDF first: with the mouse, or with Shift and arrow keys."))
            elif not self._pane.abstract.text:
                self._say(self.tr("This paper has no abstract to highlight in."))
            elif self._cards.sought:
                self._say(self.tr("Select the passage in the abstract first, with the mouse or Shift and arrow keys."))
            else:
                self._say(
                    self.tr("Select words of the abstract first: with the mouse, or with Right, then Shift and arrows.")
                )
            return
        if self._cards.sought:
            self._move(self._cards.sought, mark)
            return
        known = self._marked(mark)
        if known and self._meaning(known) == meaning:
            self._text.clear_selection()
            self._choose(known)
            self._say(self.tr("This is highlighted already. Shift+H gives it another meaning."))
            return
        if known:
            self._text.clear_selection()
            self._set_meaning(known, meaning)
            return
        self._settings.setValue(_LAST, meaning)
        self._text.clear_selection()
        self._pane.abstract.end_caret()
        self._lanes.do(
            highlighting.highlight, paper, replace(mark, meaning=meaning), then=lambda _: self._choose_newest(paper)
        )

    def _move(self, highlight: int, mark: HighlightRecord) -> None:
        self._cards.seek(0)
        self._text.clear_selection()
        self._lanes.do(highlighting.move_highlight, highlight, mark, then=lambda _: self._choose(highlight))

    def _choose_newest(self, paper: int) -> None:
        if self._pane.paper == paper:
            self._choose(highlights.newest(self._lanes.reader, paper))

    def _choose(self, highlight: int) -> None:
        self._text.choose(highlight)
        self._notes.choose_highlight(highlight, shown=False)

    def show(self, highlight: int) -> None:
        """Shows the passage of a highlight, in the abstract or in its file."""
        mark = next((mark for mark in self._records() if mark.id == highlight), None)
        if mark is None or mark.target == "abstract":
            self._pdf.leave()
            self._pane.abstract.go_to(highlight)
        elif not self._pdf.open(self._pane.paper, mark.target.partition(":")[2], highlight=highlight):
            self._say(self.tr("The file this highlight is in is not attached any more."))

    def show_numbered(self, number: int) -> None:
        """The same by its number among the paper's, as its record has them."""
        marks = self._records()
        if number < len(marks):
            self.show(marks[number].id or 0)

    @property
    def _text(self) -> MarkedAbstract | PdfReading:
        """Where passages are selected just now."""
        return self._pdf if self._pdf.shown else self._pane.abstract

    def _anchored(self) -> HighlightRecord | None:
        """What is selected, as a highlight without meaning; None when nothing is."""
        if self._pdf.shown:
            return self._pdf.anchored()
        passage = self._pane.abstract.selection()
        return anchor(self._pane.abstract.text, *passage) if passage else None

    # Highlights that are there

    def _records(self) -> Sequence[HighlightRecord]:
        record = papers.record(self._lanes.reader, self._pane.paper) if self._pane.paper else None
        return record.highlights if record else ()

    def _meaning(self, highlight: int) -> str:
        return next((mark.meaning for mark in self._records() if mark.id == highlight), "")

    def _marked(self, quote: HighlightRecord) -> int:
        """The highlight of this very passage; 0 when there is none."""
        wanted = (quote.start, (quote.start or 0) + len(quote.quote))
        marks = [mark for mark in self._records() if (mark.target, mark.page) == (quote.target, quote.page)]
        if quote.target != "abstract":
            # What is in a file does not change.
            there = ((mark.start, (mark.start or 0) + len(mark.quote)) for mark in marks)
            return next((mark.id or 0 for mark, place in zip(marks, there, strict=True) if place == wanted), 0)
        text = self._pane.abstract.text
        found = zip(marks, places(text, marks), strict=True)
        return next((mark.id or 0 for mark, place in found if place == wanted), 0)

    def _clicked(self, highlight: int) -> None:
        self.bar.hide()
        if highlight:
            self._notes.choose_highlight(highlight)

    def _set_meaning(self, highlight: int, meaning: str) -> None:
        self._settings.setValue(_LAST, meaning)
        self._lanes.do(highlighting.set_meaning, highlight, meaning, then=lambda _: self._choose(highlight))

    def _delete(self, highlight: int) -> None:
        if self._lanes.read_only:
            self._say(self._lanes.library.notice)
            return
        self._notes.flush()
        self._lanes.do(highlighting.delete_highlights, [highlight])

    def _find_again(self, highlight: int) -> None:
        if self._lanes.read_only:
            self._say(self._lanes.library.notice)
            return
        if mark := self._anchored():
            self._move(highlight, mark)
            return
        self._cards.seek(highlight)
        if self._pdf.shown and self._pdf.pane is not None:
            self._pdf.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(self.tr("Select the passage in the PDF, then press H. Esc leaves it as it was."))
        else:
            self._pane.abstract.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(self.tr("Select the passage in the abstract, then press H. Esc leaves it lost."))

    def _comment(self, highlight: int) -> None:
        self._make_room()
        self._notes.choose_highlight(highlight)
        self._cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._cards.edit_comment()

    def _choose_for_card(self, highlight: int) -> None:
        place = self._cards.viewport().mapToGlobal(self._cards.visualRect(self._cards.currentIndex()).bottomLeft())
        self._open_menu(self._meaning(highlight), partial(self._set_meaning, highlight), place)

    def _take_number(self, highlight: int, number: int) -> None:
        names = ["", *(meaning.name for meaning in self._meanings())]
        if number < len(names) and not self._lanes.read_only:
            self._set_meaning(highlight, names[number])

    # Menus and the bar

    def _meanings(self) -> list[MeaningRecord]:
        return saved.meanings(self._lanes.reader)

    def _last(self) -> str:
        """The meaning used last; the first where that is no more."""
        names = [meaning.name for meaning in self._meanings()]
        last = str(self._settings.value(_LAST, ""))
        return last if last in names else names[0] if names else ""

    def _menu(self, title: str, current: str, then: Callable[[str], None], parent: QWidget) -> MeaningMenu:
        menu = MeaningMenu(title, self._meanings(), current, self._theme, parent)
        menu.chosen.connect(then)
        menu.names_asked.connect(self._show_meanings)
        return menu

    def _open_menu(self, current: str, then: Callable[[str], None], place: QPoint) -> None:
        if self._lanes.read_only:
            self._say(self._lanes.library.notice)
            return
        menu = self._menu(self.tr("What it means"), current, then, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Where no window manager gives the focus back, keys would go nowhere.
        menu.aboutToHide.connect(self._window.activateWindow)
        menu.popup(place)

    def _fill_menu(self, menu: QMenu, highlight: int) -> None:
        """Puts what can be highlighted before what the text itself offers."""
        offered = menu.actions()
        if self._lanes.read_only or not self._pane.paper or not offered:
            return
        entries: list[QAction] = []
        if self._anchored():
            entries.append(self._menu(self.tr("Highlight as"), self._last(), self._highlight, menu).menuAction())
        if highlight:
            self._text.choose(highlight)
            entries += self._entries(menu, highlight)
        for entry in entries:
            menu.insertAction(offered[0], entry)
        if entries:
            menu.insertSeparator(offered[0])

    def _open_card_menu(self, highlight: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in self._entries(menu, highlight):
            menu.addAction(entry)
        menu.popup(place)

    def _entries(self, menu: QMenu, highlight: int) -> list[QAction]:
        mark = next((mark for mark in self._records() if mark.id == highlight), None)
        if mark is None or self._lanes.read_only:
            return []
        meaning = self._menu(
            self.tr("Meaning: {}").format(one_line(mark.meaning).replace("&", "&&") or self.tr("none")),
            mark.meaning,
            partial(self._set_meaning, highlight),
            menu,
        )
        comment = QAction(self.tr("Edit the comment") if mark.comment else self.tr("Add a comment"), menu)
        comment.triggered.connect(partial(self._comment, highlight))
        quote = QAction(self.tr("Quote it in the note"), menu)
        quote.triggered.connect(partial(self.quote, highlight))
        again = QAction(self.tr("Mark another passage instead"), menu)
        again.triggered.connect(partial(self._find_again, highlight))
        delete = QAction(self.tr("Delete the highlight"), menu)
        delete.triggered.connect(partial(self._delete, highlight))
        return [meaning.menuAction(), comment, quote, again, delete]

    def _open_bar(self) -> None:
        if self._lanes.read_only or not self._pane.paper:
            return
        rect, room = self._rect_of_selection(), self._pane.rect().adjusted(8, 8, -8, -8)
        if self._cards.sought:
            self.bar.open_for_lost(rect, room)
        else:
            self.bar.open(self._meanings(), self._last(), rect, room)

    def _rect_of_selection(self) -> QRect:
        """Around what is selected, in the pane."""
        if self._pdf.shown:
            return self._pdf.selection_rect(self._pane)
        abstract = self._pane.abstract
        cursor = abstract.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        begin, end = abstract.cursorRect(first), abstract.cursorRect(last)
        one_line_only = begin.top() == end.top()
        around = begin.united(end) if one_line_only else QRect(0, begin.top(), abstract.viewport().width(), 0)
        around.setBottom(end.bottom())
        around.moveTopLeft(abstract.viewport().mapTo(self._pane, around.topLeft()))
        return around

    def _place_of_selection(self) -> QPoint:
        if self._pdf.shown:
            return self._pdf.selection_point() + QPoint(0, 4)
        abstract = self._pane.abstract
        cursor = QTextCursor(abstract.textCursor())
        cursor.setPosition(cursor.selectionEnd())
        return abstract.viewport().mapToGlobal(abstract.cursorRect(cursor).bottomLeft() + QPoint(0, 4))
