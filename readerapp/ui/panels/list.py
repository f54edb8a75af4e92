"""The panel in the middle: what is listed and in which order, the papers, and what to do when there are none."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library.language import Words
from readerapp.ui.dialogs.narrow import NarrowPopup
from readerapp.ui.models.papers import PaperModel, displayed
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said
from readerapp.ui.views.columns import Columns
from readerapp.ui.views.paper_list import PaperList
from readerapp.ui.views.paper_row import DENSITIES

# A query is quoted in a sentence up to this length: longer than a person remembers, shorter than a line.
_QUOTED = 40

_ARROW = " ▾"
# What the order needs at least in the header, and the distances there, in pixels.
_ORDER, _AROUND = 64, 40


class ListPanel(QWidget):
    """The list with its header. `list` is the view in it.

    `order_chosen` carries a key as written after `sort:`; `density_chosen` a word of DENSITIES; `narrow_asked` a
    query that the list is to be narrowed to, and `exclude_asked` one whose papers are to be left out. The others are
    asked for by the buttons of an empty list: to paste or import papers, to look at the starter library, to clear the
    search, to see all papers; `empty_trash_asked` by the one over the trash.
    """

    order_chosen = Signal(str)
    density_chosen = Signal(str)
    narrow_asked = Signal(str)
    exclude_asked = Signal(str)
    paste_asked = Signal()
    import_asked = Signal()
    starter_asked = Signal()
    clear_search_asked = Signal()
    all_papers_asked = Signal()
    empty_trash_asked = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("List of papers"))
        self.setMinimumWidth(280)
        self._model = PaperModel(lanes.reader, self)
        self.list = PaperList(self._model, theme, lanes)
        self.list.selection_count_changed.connect(self._count)
        self.list.current_changed.connect(self._count)
        self._tag_colours: Mapping[str, str] = {}
        self._shown: tuple[str, str] | None = None
        self._query = ""
        self._order = "added"
        self._found: int | None = None
        self.narrow_popup = NarrowPopup(lanes, theme, self)
        self.narrow_popup.narrow_asked.connect(self.narrow_asked)
        self.narrow_popup.exclude_asked.connect(self.exclude_asked)

        self._title = _Elided()
        self._title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self._counted = Label()
        self._counted.setProperty("role", "faint")
        self._narrow_button = QToolButton()
        self._narrow_button.setText(self.tr("Narrow"))
        self._narrow_button.setProperty("plain", True)
        self._narrow_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._narrow_button.setAccessibleName(self.tr("Narrow the list"))
        self._narrow_button.setToolTip(self.tr("Show how many papers have which status, tag, year… and choose"))
        self._narrow_button.clicked.connect(self.narrow)
        self._empty_trash_button = QToolButton()
        self._empty_trash_button.setText(self.tr("Empty the trash"))
        self._empty_trash_button.setProperty("plain", True)
        self._empty_trash_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._empty_trash_button.setAccessibleName(self.tr("Empty the trash"))
        self._empty_trash_button.setToolTip(self.tr("Show what would be lost, and delete it for good"))
        self._empty_trash_button.clicked.connect(self.empty_trash_asked)
        self._empty_trash_button.hide()
        self._order_button = self._make_order_button()
        self._header = QWidget()
        self._header.setObjectName("listHeader")
        self._header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header = QHBoxLayout(self._header)
        header.setContentsMargins(12, 4, 4, 4)
        header.setSpacing(4)
        header.addWidget(self._title)
        header.addSpacing(4)
        header.addWidget(self._counted)
        header.addStretch(1)
        header.addWidget(self._empty_trash_button)
        header.addWidget(self._narrow_button)
        header.addWidget(self._order_button)

        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._empty = _Empty(theme)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        self.columns = Columns()
        self.columns.setFont(theme.font("small"))
        self.columns.order_asked.connect(self.order_chosen)
        self.columns.laid_out.connect(lambda: self.list.set_columns(self.columns.seen))
        self.columns.hide()
        layout.addWidget(self.columns)
        layout.addWidget(self._pages, 1)
        self._foot = Label(wordWrap=True)
        self._foot.setObjectName("listFoot")
        self._foot.setFont(theme.font("small"))
        self._foot.setProperty("role", "faint")
        self._foot.hide()
        layout.addWidget(self._foot)
        self.setFocusProxy(self.list)
        self._say_order("added")

    # What is listed

    def show_list(
        self,
        title: str,
        ids: Iterable[int],
        *,
        total: int | None = None,
        complete: bool = True,
        count: int | None = None,
        query: str = "",
        explanation: str = "",
        order: str = "added",
        words: Sequence[Words] = (),
        fresh: bool = True,
    ) -> None:
        """Lists papers, the first of them or, if `complete`, all.

        `total` is how many the library has; `count` how many papers the whole list has, if that is known before they
        are here. `query` is what makes the list: the text of a search, or the query behind a list of the sidebar;
        `explanation` is what was made of it, `words` are to be marked. Unless `fresh`, the same list is shown once
        more, and the reader's place in it kept; a search for words is shown from its top.
        """
        fresh = fresh and self._shown != (title, query)
        self._shown, self._query = (title, query), query
        self._found = count
        found = ids if isinstance(ids, array) else array("q", ids)
        self._title.setText(displayed(title, 100))
        self._say_order(order)
        self.list.set_words(words)
        self.list.set_ids(found, complete=complete, fresh=fresh, from_top=fresh and bool(words))
        # Asked of the window, not the application: a sheet over the window may have the focus just now.
        focused = self.window().focusWidget()
        had_focus = focused is not None and self._pages.isAncestorOf(focused)
        page: QWidget = self.list
        if not found and complete:
            page = self._empty
            self._say_why_empty(title, query, explanation, first_run=total == 0)
        self._pages.setCurrentWidget(page)
        self._show_columns()
        in_trash = self._own_list(query) == "trashed"
        self._empty_trash_button.setVisible(page is self.list and in_trash)
        # Beside the other there is room for one.
        self._narrow_button.setVisible(page is self.list and not in_trash)
        self.setFocusProxy(page)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()
        if self.narrow_popup.isVisible():
            self._count_facets()

    def say_below(self, text: str) -> None:
        """Says something about the list in a soft line below it; "" takes the line away."""
        self._foot.setText(text)
        self._foot.setVisible(bool(text))

    def refresh(self, papers: frozenset[int] | None) -> None:
        """Shows these papers, all with None, as they are now."""
        self._model.refresh(papers)
        if self.narrow_popup.isVisible():
            self._count_facets()

    def narrow(self) -> None:
        """Opens the popup that narrows the list."""
        self.narrow_popup.open_under(self._header)
        self._count_facets()

    def _count_facets(self) -> None:
        self.narrow_popup.tag_colours = self._tag_colours
        if self._own_list(self._query) == "all":
            self.narrow_popup.count(None)
        elif self._model.complete:
            self.narrow_popup.count(self._model.ids)
        else:
            self.narrow_popup.wait()

    @property
    def tag_colours(self) -> Mapping[str, str]:
        """The colours of tags, by name, as the words the library stores."""
        return self._tag_colours

    @tag_colours.setter
    def tag_colours(self, colours: Mapping[str, str]) -> None:
        if colours != self._tag_colours:
            self._tag_colours = dict(colours)
            self.list.set_tag_colours(self._tag_colours)

    @property
    def density(self) -> str:
        """How much a row shows: a word of DENSITIES."""
        return self.list.density

    def set_density(self, density: str) -> None:
        """Shows more or less of each paper; an unknown word changes nothing."""
        if density in DENSITIES:
            self.list.density = density
            self._densities[density].setChecked(True)
            self._show_columns()

    def _show_columns(self) -> None:
        self.columns.setVisible(self.density == "table" and self._pages.currentWidget() is self.list)

    # The header

    def _count(self) -> None:
        count, chosen = self._found, self.list.selected_count()
        if self._model.complete:
            count = len(self._model.ids)
        if count is None:
            text = self.tr("counting…")
        elif self._query and not self._own_list(self._query):
            text = self.tr("%Ln found", "", count)
        else:
            text = self.tr("%Ln papers", "", count)
        if not count and self._model.complete:
            text = ""
        elif chosen > 1:
            text = self.tr("%Ln selected", "", chosen)
        self._counted.setText(text)
        self._fit_header()

    def _fit_header(self) -> None:
        """Leaves the number out where even a short word for the order would cut the name of the list."""
        # So much of a long name is enough to know the list by.
        title = min(self._title.sizeHint().width(), 12 * self._title.fontMetrics().averageCharWidth())
        room = self._header.width() - self._narrow_button.sizeHint().width() - _ORDER - _AROUND
        self._counted.setVisible(room - title >= self._counted.sizeHint().width())
        self._title.setMinimumWidth(max(32, min(title, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _make_order_button(self) -> QToolButton:
        button = _OrderButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Order and density of the list"))
        menu = QMenu(button)
        orders = QActionGroup(menu)
        self._orders: dict[str, QAction] = {}
        for key, (label, _) in self._order_labels().items():
            action = menu.addAction(label)
            action.setCheckable(True)
            action.triggered.connect(lambda _, key=key: self.order_chosen.emit(key))
            orders.addAction(action)
            self._orders[key] = action
        menu.addSeparator()
        self._reversed = menu.addAction(self.tr("Reverse"))
        self._reversed.setCheckable(True)
        self._reversed.triggered.connect(self._reverse)
        menu.addSeparator()
        densities = QActionGroup(menu)
        self._densities: dict[str, QAction] = {}
        labels = (self.tr("Comfortable rows"), self.tr("Compact rows"), self.tr("Table"))
        for density, label in zip(DENSITIES, labels, strict=True):
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(density == DENSITIES[0])
            action.triggered.connect(lambda _, density=density: self._choose_density(density))
            densities.addAction(action)
            self._densities[density] = action
        button.setMenu(menu)
        return button

    def _order_labels(self) -> dict[str, tuple[str, str]]:
        """The orders by their keys in the search language: how each is called, and how its reverse is."""
        return {
            "added": (self.tr("Newest first"), self.tr("Oldest first")),
            "relevance": (self.tr("Best match first"), self.tr("Best match last")),
            "title": (self.tr("Title, A to Z"), self.tr("Title, Z to A")),
            "author": (self.tr("First author, A to Z"), self.tr("First author, Z to A")),
            "venue": (self.tr("Venue, A to Z"), self.tr("Venue, Z to A")),
            "year": (self.tr("Latest year first"), self.tr("Earliest year first")),
            "published": (self.tr("Last published first"), self.tr("First published first")),
            "rating": (self.tr("Highest rating first"), self.tr("Lowest rating first")),
            "changed": (self.tr("Last changed first"), self.tr("Last changed last")),
            "queue": (self.tr("As in up next"), self.tr("Up next from its end")),
            "interest": (self.tr("Most interesting first"), self.tr("Least interesting first")),
            "read": (self.tr("Last read first"), self.tr("First read first")),
            "trashed": (self.tr("Last trashed first"), self.tr("First trashed first")),
        }

    def _say_order(self, order: str) -> None:
        key, backwards = order.removeprefix("-"), order.startswith("-")
        labels = self._order_labels()
        if key not in labels:
            key, backwards = "added", False
        self._order = f"-{key}" if backwards else key
        label = labels[key][backwards]
        self._order_button.setText(f"{label}{_ARROW}")
        self.columns.show_order(self._order)
        self._order_button.setAccessibleName(self.tr("Order: {}").format(label))
        self._orders[key].setChecked(True)
        self._reversed.setChecked(backwards)
        # Orders that say nothing about this list are left out of the menu.
        self._orders["relevance"].setVisible(key == "relevance" or not self._own_list(self._query))
        self._orders["trashed"].setVisible(key == "trashed" or self._query.startswith("is:trashed"))

    def _reverse(self) -> None:
        key = self._order.removeprefix("-")
        self.order_chosen.emit(key if self._order.startswith("-") else f"-{key}")

    def _choose_density(self, density: str) -> None:
        self.set_density(density)
        self.density_chosen.emit(density)

    # When there is nothing to list

    def _own_list(self, query: str) -> str:
        """The word for a list of the sidebar, by its query; "" for a search."""
        query = query.strip().partition(" sort:")[0]
        if not query:
            return "all"
        if found := re.fullmatch(r'tag:=?(?:[^\s"]+|"[^"]+")( is:queued)?', query):
            return "project" if found[1] else "tag"
        state = re.fullmatch("is:(unread|reading|read|dropped|starred|queued|trashed)", query)
        return state[1] if state else ""

    def _say_why_empty(self, title: str, query: str, explanation: str, *, first_run: bool) -> None:
        empty, own = self._empty, self._own_list(query)
        paste = (self.tr("Paste a papers page"), self.paste_asked, "")
        bring_in = (self.tr("Import a file"), self.import_asked, "")
        everything = (self.tr("Show all papers"), self.all_papers_asked, "")
        if first_run and own != "trashed":
            empty.say(
                self.tr("Your reading list is empty"),
                self.tr("Three ways to begin:"),
                [
                    (
                        *paste[:2],
                        self.tr("Copy a page of papers in the browser, also arXiv or DOI links, and paste it."),
                    ),
                    (*bring_in[:2], self.tr("A library saved as JSON, a conference list, or a page saved as text.")),
                    (
                        self.tr("Look at the starter library"),
                        self.starter_asked,
                        self.tr("Adds 24 landmark papers with tags and notes. One undo takes them away again."),
                    ),
                ],
            )
            return
        name = displayed(title, _QUOTED)
        told = {
            "all": (self.tr("There are no papers here."), self.tr("Add some, or bring some back from the trash.")),
            "unread": (
                self.tr("Nothing is unread."),
                self.tr("Add papers, or choose one you have read to read again."),
            ),
            "reading": (
                self.tr("You are reading no paper."),
                self.tr("Give a paper the status Reading to see it here."),
            ),
            "read": (self.tr("No paper is read yet."), self.tr("A paper marked read moves here.")),
            "dropped": (self.tr("No paper is dropped."), self.tr("A paper you give up moves here.")),
            "starred": (self.tr("No paper has a star."), self.tr("Star the papers you come back to.")),
            "queued": (self.tr("Nothing is up next."), self.tr("Queue the papers to read soon, in your order.")),
            "project": (
                self.tr("Nothing is up next in this project."),
                self.tr("Queue papers that have its tag, and give them an order of their own here."),
            ),
            "trashed": (self.tr("The trash is empty."), self.tr("Papers you delete wait here and can be restored.")),
            "tag": (
                self.tr("No paper is tagged “{}”.").format(name),
                self.tr("Drop papers on the tag, or type its name in a paper's tags."),
            ),
        }
        if own:
            buttons = [paste, bring_in] if own in ("all", "unread") else [everything]
            empty.say(*told[own], buttons)
        else:
            clear = (self.tr("Clear the search"), self.clear_search_asked, "")
            sentence = self.tr("Nothing matches “{}”.").format(displayed(query, _QUOTED))
            empty.say(sentence, displayed(said(explanation), 300), [clear])


class _Elided(Label):
    """One line of text that ends in dots where it has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class _OrderButton(QToolButton):
    """A plain button whose text ends in dots where it has no room; the arrow stays."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(48)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            label, metrics = self.text().removesuffix(_ARROW), self.fontMetrics()
            room = metrics.horizontalAdvance(label) - lacking
            option.text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room) + _ARROW
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class _Empty(QWidget):
    """What to do next, where papers would be: a heading, a sentence, and buttons that do it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._parts: list[QWidget] = []

    def say(self, heading: str, sentence: str, buttons: Sequence[tuple[str, SignalInstance, str]]) -> None:
        """Shows these words and buttons; each button is its text, the signal it emits, and a sentence or ""."""
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._column.addStretch(1)
        title = self._label(heading, "")
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        if sentence:
            self._label(sentence, "secondary")
        first: QPushButton | None = None
        for text, signal, explained in buttons:
            self._column.addSpacing(8)
            button = QPushButton(text)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _, signal=signal: signal.emit())
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            if explained:
                self._label(explained, "faint")
            if first is None:
                first = button
        if first is not None and len(buttons) > 1:
            first.setProperty("primary", True)
        if first is not None:
            self.setFocusProxy(first)
        self._column.addStretch(2)

    def _label(self, text: str, role: str) -> QLabel:
        label = Label(text, wordWrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMinimumWidth(1)  # else the longest word would widen the panel
        if role:
            label.setProperty("role", role)
        self._column.addWidget(label)
        return label
