"""The tags: all of them as a tree, with what can be made of each, what could be tidied, and keywords that could be
tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import tag_suggestions, tags
from readerapp.library.connect import Connection
from readerapp.library.language import quoted
from readerapp.library.tag_suggestions import Keyword, Suggestion, Why
from readerapp.operations import tagging
from readerapp.records import Changes
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.dialogs.tag_pane import TagPane
from readerapp.ui.models.tag_rows import Offer, Standing, TagModel
from readerapp.ui.panels.status_bar import KeyHints
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.tabs import TextTabs
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said
from readerapp.ui.views.tag_list import OfferList, TagList

_WANTED = QSize(1000, 680)
_SIDE = 360
# In a narrower sheet the side gives some of its room to the tags, and the sentence needs that of the keys, in pixels.
_ROOMY = 880
# In milliseconds.
_PAUSE = 300


class TagsSheet(Sheet):
    """The sheet of the tags. Follows the library while it is open, also when another process changes it.

    `renamed` carries the old and the new name of a tag; `query_chosen` the title and query of a list to be shown, when
    the sheet is closed. `selected` are the papers chosen in the window's list.
    """

    renamed = Signal(str, str)
    query_chosen = Signal(str, str)

    def __init__(self, lanes: Lanes, theme: Theme, selected: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Tags"))
        self.setAccessibleName(self.tr("Tags"))
        self._lanes = lanes
        self._wanted_tag = ""
        self._begun = False
        # Offers take a second where there are ten thousand tags: they are looked for in a pause.
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._ask_offers)
        self.model = TagModel(self)
        self._known = KnownTags(lanes, self)
        self._known.look()
        self._make_head()
        left = self._make_list()
        self._make_side(selected)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 1)
        both.addWidget(self._side)
        self.body.addLayout(both, 1)
        self._make_foot()
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._failed)
        for keys, asked in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", lanes.redo), ("Ctrl+Y", lanes.redo)):
            QShortcut(QKeySequence(keys), self, asked).setEnabled(not lanes.read_only)
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_filter)

    def open_on(self, name: str) -> None:
        """Shows the sheet, with this tag chosen if there is one of this name."""
        self._wanted_tag = name
        self._ask()
        self.open()
        self.list.setFocus()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Tags"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self._number = Label()
        self._number.setProperty("role", "faint")
        self.filter = QLineEdit(placeholderText=self.tr("Filter by name"))
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setClearButtonEnabled(False)
        self.filter.setMaximumWidth(280)
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self._close = self.close_button(super().reject)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._number)
        head.addStretch()
        head.addWidget(self.filter, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_list(self) -> QVBoxLayout:
        self.list = TagList(self.model, self._theme, self)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.asked.connect(self._ask_for)
        if self._lanes.read_only:
            self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.model.renamed.connect(self._rename)
        self._columns = _Columns(self.list, self._theme, self)
        self.model.modelReset.connect(self._columns.update)
        self._nothing = Label()
        self._nothing.setProperty("role", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._columns)
        left.addWidget(self.list, 1)
        left.addWidget(self._nothing, 1)
        return left

    def _make_side(self, selected: Sequence[int]) -> None:
        self.tabs = TextTabs(self._theme)
        self.tabs.setAccessibleName(self.tr("The tag, suggestions, keywords"))
        for text in (self.tr("Tag"), self.tr("Suggestions"), self.tr("Keywords")):
            self.tabs.addTab(text)
        self.pane = TagPane(self._do, self._known, self._lanes, selected, self._theme, self)
        self.pane.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.pane.rename_asked.connect(self._edit)
        self.pane.merged.connect(self._go_to)
        self.suggestions = OfferList(self.tr("Suggestions"), self._theme, self)
        self.suggestions.accepted.connect(self._accept)
        self.suggestions.declined.connect(self._decline)
        self.keywords = OfferList(self.tr("Keywords that could be tags"), self._theme, self)
        self.keywords.accepted.connect(self._promote)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.pane)
        about = (
            self.tr("Enter or a click on the word does it; Delete puts it away for good. Undo brings it back."),
            self.tr("Words that came with papers. A tag is put on every paper that has the word."),
        )
        none = (self.tr("Nothing to tidy."), self.tr("No keywords on two papers or more that are no tag yet."))
        self._empty: list[QLabel] = []
        for view, words, nothing in zip((self.suggestions, self.keywords), about, none, strict=True):
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 4, 0, 0)
            layout.setSpacing(8)
            hint = Label(words, wordWrap=True)
            hint.setProperty("role", "faint")
            hint.setFont(self._theme.font("small"))
            empty = Label(nothing, wordWrap=True)
            empty.setProperty("role", "secondary")
            empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
            empty.hide()
            self._empty.append(empty)
            layout.addWidget(hint)
            layout.addWidget(view, 1)
            layout.addWidget(empty, 1)
            self._pages.addWidget(page)
            view.setEnabled(not self._lanes.read_only)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._side = QWidget()
        layout = QVBoxLayout(self._side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)

    def _make_foot(self) -> None:
        self.sentence = Label(wordWrap=True)
        self.sentence.setProperty("role", "secondary")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last change back (Ctrl+Z)"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._undo)
        self.undo.hide()
        self._hints = KeyHints(self._theme, self)
        self._hints.set_hints(
            [
                ("Enter", self.tr("papers")),
                ("F2", self.tr("rename")),
                ("1…9", self.tr("key")),
                ("M", self.tr("merge")),
                ("S", self.tr("split")),
                ("N", self.tr("names")),
                ("C", self.tr("colour")),
                ("/", self.tr("filter")),
            ]
        )
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self._hints)
        self.body.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._side.setFixedWidth(_SIDE if roomy else max(self.width() * 2 // 5, 256))
        self._hints.setFixedSize(self._hints.fit(self.width() - 48 - 320), 24)

    # What is shown

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"tag", "paper_tag", "tag_alias", "paper", "paper_keyword"}:
            self._known.refresh(changes)
            self._ask()
        elif "distinct_tags" in changes.tables:
            self._soon.start()
        if changes.title:
            undone = changes.title.startswith(("Undone", "Done again"))
            self._say(changes.title)
            self.undo.setVisible(not undone and not self._lanes.read_only)

    def _ask(self) -> None:
        def question(connection: Connection) -> Standing:
            return Standing.of(tags.all_tags(connection))

        self._lanes.ask("tags of the sheet", question, self._show, at_once=True)
        self._soon.start()

    def _ask_offers(self) -> None:
        def question(connection: Connection) -> tuple[list[Suggestion], list[Keyword]]:
            return tag_suggestions.suggestions(connection), tag_suggestions.keywords(connection)

        self._lanes.ask("tag suggestions", question, self._show_offers)

    def _show(self, found: Standing) -> None:
        chosen, row = self.list.current(), self.list.currentIndex().row()
        self.model.show(found)
        wanted = self.model.open_to(self._wanted_tag) if self._wanted_tag else 0
        self._wanted_tag = ""
        index = self.model.find(wanted or (chosen.id if chosen else 0))
        if not index.isValid() and self.model.rows:
            index = self.model.index(min(max(row, 0), len(self.model.rows) - 1))
        self._choose(index, scroll=bool(wanted) or not self._begun)
        self._begun = True
        self._tell()

    def _choose(self, index: QModelIndex, *, scroll: bool) -> None:
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if scroll:
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.pane.show_tag(self.list.current(), self.model.standing)

    def _tell(self) -> None:
        shown, total = len(self.model.rows), len(self.model.standing.tags)
        if self.model.filtering:
            self._number.setText(self.tr("{} of {}").format(grouped(shown), grouped(total)))
        else:
            self._number.setText(grouped(total) if total else "")
        self.list.setVisible(shown > 0)
        self._columns.setVisible(shown > 0)
        self._nothing.setHidden(shown > 0)
        self._nothing.setText(
            self.tr("No tag has this in its name.")
            if total
            else self.tr("No tags yet. Press T in the list to tag a paper.")
        )

    def _filter(self, text: str) -> None:
        chosen = self.list.current()
        self.model.filter(text)
        index = self.model.find(chosen.id) if chosen else self.model.index(0)
        self._choose(index if index.isValid() else self.model.index(0), scroll=True)
        self._tell()

    def _go_to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        if self.pane.busy and self.tabs.currentIndex() == 0:
            self.pane.leave()
        else:
            super().reject()

    # What the reader does

    def _do(self, verb: Verb, *args: object) -> None:
        self._lanes.do(verb, *args)

    def _undo(self) -> None:
        self._lanes.undo()

    def _ask_for(self, what: str) -> None:
        tag = self.list.current()
        if what == "filter":
            self._go_to_filter()
        elif tag is None:
            return
        elif what == "show":
            self.accept()
            self.query_chosen.emit(tag.name, f"tag:{quoted(tag.name)}")
        elif self._lanes.read_only:
            self._complain(said(self._lanes.library.notice))
        elif what.isdecimal():
            number = int(what)
            self._do(tagging.set_quick_tag, tag.name, None if number in (0, tag.quick) else number)
        elif what == "delete":
            self._do(tagging.delete_tag, tag.name)
        else:
            self.tabs.setCurrentIndex(0)
            self.pane.ask(what)

    def _go_to(self, name: str) -> None:
        """Chooses a tag when what was done to it is seen."""
        self._wanted_tag = name

    def _edit(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.edit(self.list.currentIndex())

    def _rename(self, name: str, to: str) -> None:
        self._lanes.do(tagging.rename_tag, name, to, then=lambda _: self.renamed.emit(name, to.strip()))

    def _accept(self, offer: Offer) -> None:
        one = offer.what
        assert isinstance(one, Suggestion)
        if one.into:
            self._do(tagging.merge_tags, one.name, one.into)
        else:
            self._do(tagging.delete_tag, one.name)

    def _decline(self, offer: Offer) -> None:
        one = offer.what
        assert isinstance(one, Suggestion)
        self._do(tagging.keep_tags_apart, one.name, one.into)

    def _promote(self, offer: Offer) -> None:
        one = offer.what
        assert isinstance(one, Keyword)
        self._do(tagging.promote_keyword, one.text)

    def _show_offers(self, found: tuple[list[Suggestion], list[Keyword]]) -> None:
        for view, empty, offers, tab, words in (
            (self.suggestions, self._empty[0], [self._suggested(one) for one in found[0]], 1, self.tr("Suggestions")),
            (self.keywords, self._empty[1], [self._word(one) for one in found[1]], 2, self.tr("Keywords")),
        ):
            row = view.currentIndex().row()
            view.offers.show(offers)
            if offers and not view.currentIndex().isValid():
                view.setCurrentIndex(view.offers.index(min(max(row, 0), len(offers) - 1)))
            view.setVisible(bool(offers))
            empty.setHidden(bool(offers))
            self.tabs.setTabText(tab, f"{words} {grouped(len(offers))}" if offers else words)

    def _suggested(self, one: Suggestion) -> Offer:
        name, into = one_line(one.name), one_line(one.into)
        if one.why is Why.NEVER:
            return Offer(name, self.tr("On no paper"), self.tr("Delete"), self.tr("Keep it"), one)
        if one.why is Why.ONCE:
            return Offer(name, self.tr("On one paper"), self.tr("Delete"), self.tr("Keep it"), one)
        why = (
            self.tr("Nearly the same name; {papers} and {into_papers} papers")
            if one.why is Why.ALIKE
            else self.tr("Together on {both} of {papers} and {into_papers} papers")
        ).format(papers=grouped(one.papers), into_papers=grouped(one.into_papers), both=grouped(one.both))
        return Offer(f"{name} → {into}", why, self.tr("Merge"), self.tr("Not these"), one)

    def _word(self, one: Keyword) -> Offer:
        return Offer(one_line(one.text), self.tr("On %Ln papers", "", one.papers), self.tr("Make a tag"), "", one)

    def _say(self, words: str, role: str = "secondary") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(one_line(words))

    def _failed(self, sentence: str) -> None:
        self._complain(said(sentence))

    def _complain(self, words: str) -> None:
        self._say(words, "danger")
        self.undo.hide()
        # What was taken off the lists of offers may be there all the same.
        self._soon.start()


class _Columns(QWidget):
    """What the columns of the tags are called."""

    def __init__(self, view: TagList, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._theme = view, theme
        self.setFixedHeight(20)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("faint"))
        for name, right in self._view.column_names():
            width = QFontMetrics(font).horizontalAdvance(name)
            painter.drawText(
                self.width() - right - width, 0, width + 1, self.height(), Qt.AlignmentFlag.AlignVCenter, name
            )
