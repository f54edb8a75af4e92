"""The reading pane: one paper with its abstract, or what several selected papers have in common."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from readerapp.config import ABSTRACT_FACE, ABSTRACT_SIZE
from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import address, label
from readerapp.jobs.lanes import Lanes
from readerapp.library import attachments, papers, saved
from readerapp.library.connect import Connection
from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.records import AttachedFile, Changes, Record, Status
from readerapp.ui import icons
from readerapp.ui.parts.buttons import Button, HintButton
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.parts.display import day, grouped, one_line, readable, tip, web_host
from readerapp.ui.parts.flow import FlowLayout
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.marked_abstract import MarkedAbstract
from readerapp.ui.parts.plain_text import FittedText, Run, cut
from readerapp.ui.parts.rating import Rating
from readerapp.ui.parts.related_list import RelatedList
from readerapp.ui.parts.status_control import StatusControl
from readerapp.ui.parts.tag_editor import TagEditor
from readerapp.ui.theme import Theme

_AUTHORS = 12
_MOST_LINKED = 500
_MOST_CHIPS = 60
# A pane less wide has narrow margins, and the title in a smaller size, given beside the usual one.
_NARROW = 460
_TOP, _NARROW_TOP = 28, 20
_MARGIN, _NARROW_MARGIN = 36, 20
_SMALL_TITLE = 1.35 / 1.7
_TITLE_LINES = 6

# In a pane less high, or where more than this share of its height would go to what stands above the abstract, all
# scrolls as one; else the abstract does, and the rest stays where it is.
_ROOMY = 600
_HEAD = 0.45
_ABOVE_ABSTRACT = 8

# Of more selected papers than this it is not asked what they have in common: it would take longer than a glance.
_COMPARED = 5_000
_AT_A_TIME = 500

# The other keys that scroll are known to Qt's scroll area.
_ENDS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}

# How far the count of matches stands from the upper right corner of the pane.
_COUNT_RIGHT, _COUNT_TOP = 12, 4

_RELATIONS = ("pdf", "code", "page")


@dataclass(frozen=True, slots=True)
class _Common:
    """What several papers share: None where they differ. `tags` says how many of them have each."""

    status: Status | None
    starred: bool
    rating: int | None
    tags: dict[str, int]


class ReadingPane(QWidget):
    """Shows a paper by its id, or several selected ones; what the reader does with it is told by the signals.

    `open_link` is called with the http or https address the reader clicked, `author_asked` carries the name of an
    author whose papers are wanted. `abstract` is what takes the keyboard.

    `pdf_asked` says that a PDF of the paper's own is wanted, `files_asked`, with a place on the screen, a menu of all
    its files, `instead_left` that what was shown in the place of the paper no longer is.
    """

    status_chosen = Signal(object)
    rating_chosen = Signal(object)
    star_toggled = Signal(bool)
    tags_edited = Signal(list, list)
    cite_asked = Signal()
    paper_asked = Signal(int)
    author_asked = Signal(str)
    pdf_asked = Signal()
    files_asked = Signal(QPoint)
    instead_left = Signal()
    scrolled = Signal()

    def __init__(
        self, lanes: Lanes, theme: Theme, open_link: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readingPane")
        self.setAccessibleName(self.tr("Paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lanes, self._theme, self._open_link = lanes, theme, open_link
        self._ids: Sequence[int] = ()
        self._id_set: frozenset[int] = frozenset()
        self._record: Record | None = None
        self._all_authors = False
        self._known = KnownTags(lanes, self)
        self._tags: dict[str, str] = {}
        self._everywhere: list[str] = []
        self._focus_before: QWidget | None = None
        self._instead: QWidget | None = None
        self._read_before = 0
        self._full_title = ""
        self._as_one = True
        self._alone = False
        self._bare = False
        self._words: tuple[Words, ...] = ()
        self._marker = Marker()
        self._shown_title = ""
        self._in_title: list[tuple[int, int]] = []
        # The searched word the reader has come to: those of the title first, then those of the abstract; -1: none.
        self._match = -1
        self._lay_out()
        self.setFocusProxy(self.abstract)
        self._connect()
        self.show_paper(None)

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        self.title = FittedText(theme)
        self.title.setAccessibleName(self.tr("Title"))
        self.authors = FittedText(theme)
        self.authors.setAccessibleName(self.tr("Authors"))
        self.origin = FittedText(theme)
        self.origin.setProperty("role", "secondary")
        self.origin.setAccessibleName(self.tr("Where it comes from"))
        self.status = StatusControl(theme)
        self.rating = Rating(theme)
        self.star = Button()
        self.star.setCheckable(True)
        self.links = {relation: Button() for relation in _RELATIONS}
        self.files = Button()
        self.cite = Button()
        self.takeaway = FittedText(theme)
        self.takeaway.setAccessibleName(self.tr("Takeaway"))
        self.abstract = MarkedAbstract(theme)
        self.abstract.setObjectName("abstract")
        self.abstract.setFont(theme.abstract(ABSTRACT_FACE.default, ABSTRACT_SIZE.default))
        self.abstract.setAccessibleName(self.tr("Abstract"))
        self.related = RelatedList(self._lanes, theme, self.abstract)
        self.show_all = QPushButton()
        self.show_all.setObjectName("showAll")
        self.show_all.setProperty("flat", True)
        self.add_tag = HintButton(theme, self.tr("+ Add tag"), "T")
        self.tag_editor = TagEditor(self._known, theme)
        self.tag_editor.hide()
        self.chips: list[TagChip] = []
        self.more_tags = Label()
        self.more_tags.setProperty("role", "faint")
        self.empty = Label(self.tr("Select a paper"))
        self.empty.setProperty("role", "faint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self._actions = QWidget()
        self._actions_flow = actions = FlowLayout(self._actions, gap=8, row_gap=8)
        for widget in (self.status, self.rating, self.star, *self.links.values(), self.files, self.cite):
            actions.addWidget(widget)
        self._tag_row = QWidget()
        self._tag_flow = FlowLayout(self._tag_row, gap=8, row_gap=8)
        self._tag_flow.addWidget(self.more_tags)
        self._tag_flow.addWidget(self.tag_editor)
        self._tag_flow.addWidget(self.add_tag)
        self._head = QWidget()
        self._rows = rows = QVBoxLayout(self._head)
        rows.setSpacing(0)
        rows.addWidget(self.title)
        # The distance above a text goes with it when it is hidden.
        rows.addLayout(_below(12, self.authors, self.origin))
        rows.addLayout(_below(16, self._actions))
        rows.addLayout(_below(16, self._tag_row))
        rows.addSpacing(8)
        rows.addLayout(_below(4, self.takeaway))
        self._head.installEventFilter(self)
        self._foot = QWidget()
        self._foot_row = foot = QHBoxLayout(self._foot)
        foot.addWidget(self.show_all)
        foot.addStretch(1)
        self._filler = QWidget()
        self._content = QWidget()
        self._content.setObjectName("readingContent")
        self._parts = parts = QVBoxLayout(self._content)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._head)
        parts.addSpacing(_ABOVE_ABSTRACT)
        parts.addWidget(self.abstract, 1)
        parts.addWidget(self._foot)
        parts.addWidget(self._filler, 1)
        self._area = QScrollArea()
        self._area.setObjectName("readingArea")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._area)
        self.match_count = Label(parent=self)
        self.match_count.setObjectName("matchCount")
        self.match_count.setProperty("role", "secondary")
        self.match_count.setFont(theme.font("small"))
        self.match_count.setAccessibleName(self.tr("Matches"))
        self.match_count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumWidth(300)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Lets the Tab key go as the eye does."""
        stops: list[QWidget] = [self.authors, self.origin, *self.status.segments.values(), self.rating, self.star]
        stops += [*self.links.values(), self.files, self.cite, *self.chips, self.tag_editor.field, self.add_tag]
        stops += [self.takeaway, self.abstract, self.related.list, self.show_all]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._theme.changed.connect(self._redraw)
        self._known.changed.connect(self._show_chips)
        self.authors.link_clicked.connect(self._follow_author)
        self.origin.link_clicked.connect(self._open)
        self.abstract.link_clicked.connect(self._open)
        self.abstract.drawn.connect(self._fit)
        self.related.changed.connect(self._fit)
        self.related.paper_chosen.connect(self.paper_asked)
        self.abstract.reached.connect(self._bring_into_sight)
        self._area.verticalScrollBar().valueChanged.connect(self.tag_editor.hide_suggestions)
        self._area.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.status.chosen.connect(self.status_chosen)
        self.rating.chosen.connect(self.rating_chosen)
        # Not `clicked`: a screen reader toggles it.
        self.star.toggled.connect(self._toggle_star)
        self.show_all.clicked.connect(self._show_whole_abstract)
        self.add_tag.clicked.connect(self.edit_tags)
        self.tag_editor.committed.connect(self._commit_tags)
        self.tag_editor.cancelled.connect(self._leave_tag_editor)
        for relation, button in self.links.items():
            button.clicked.connect(partial(self._press_link, relation))
        self.files.clicked.connect(
            lambda: self.files_asked.emit(self.files.mapToGlobal(self.files.rect().bottomLeft()))
        )
        self.cite.setText(self.tr("Cite"))
        self.cite.setAccessibleDescription(self.tr("Show the selected papers cited, to be copied"))
        self.cite.clicked.connect(self.cite_asked)

    # What is shown

    def show_paper(self, paper: int | None) -> None:
        """Shows a paper from its beginning; None: nothing is selected."""
        same = paper is not None and len(self._ids) == 1 and self._ids[0] == paper
        if not same:
            self._close_tag_editor()
            self._all_authors = False
            self._leave_instead()
        self._set_ids(() if paper is None else (paper,))
        self.related.show_paper(None if self._alone else paper)
        before, self._record = self._record, None if paper is None else papers.record(self._lanes.reader, paper)
        if self._record is None:
            self._leave_instead()
            self._set_ids(())
            self._pages.setCurrentIndex(0)
            self._show_matches()
            return
        if before is None or (before.title, before.abstract) != (self._record.title, self._record.abstract):
            self._match = -1
        self._known.look()
        self._show_record(self._record, anew=not same)

    def show_selection(self, ids: Sequence[int], *, picked: bool = False) -> None:
        """Shows that several papers are selected, with what can be done to all of them. One alone is shown whole,
        unless it was `picked` while the cursor is on another."""
        if len(ids) == 1 and not picked:
            self.show_paper(ids[0])
            return
        if not ids:
            self.show_paper(None)
            return
        self._close_tag_editor()
        self._leave_instead()
        several_before = len(self._ids) > 1
        self._set_ids(ids)
        self.related.show_paper(None)
        self._record = None
        self._full_title = self.tr("%Ln papers selected", "", len(ids))
        for widget in (self.authors, self.origin, self.takeaway, self.abstract, self._foot, self.files):
            widget.hide()
        for button in self.links.values():
            button.hide()
        if not several_before:
            self._area.verticalScrollBar().setValue(0)
        if not several_before or len(ids) > _COMPARED:
            self._show_common(_Common(None, False, None, {}))
        self._known.look()
        self._compare()
        self._pages.setCurrentIndex(1)
        self._fit()

    @property
    def paper(self) -> int:
        """The paper that is shown whole; 0 for none."""
        return self._ids[0] if self._record is not None else 0

    def show_instead(self, widget: QWidget | None) -> None:
        """Shows something in the place of the paper until another paper is shown; None: the paper itself again."""
        if widget is not None and self._pages.indexOf(widget) < 0:
            self._pages.addWidget(widget)
        self._instead = widget
        if self._record is not None:
            self._pages.setCurrentWidget(widget or self._area)
        self._show_matches()

    @property
    def instead(self) -> QWidget | None:
        """What is shown in the place of the paper."""
        return self._instead

    def _leave_instead(self) -> None:
        if self._instead is not None:
            self._instead = None
            self.instead_left.emit()

    @property
    def alone(self) -> bool:
        """Whether a paper stands in the middle of the pane, and nothing beside it leads to others."""
        return self._alone

    @alone.setter
    def alone(self, alone: bool) -> None:
        self._alone = alone
        self.related.show_paper(None if alone or self._record is None else self._ids[0])
        self._fit()

    @property
    def bare(self) -> bool:
        """Whether the paper is shown without what can be done to it."""
        return self._bare

    @bare.setter
    def bare(self, bare: bool) -> None:
        self._bare = bare
        for row in (self._actions, self._tag_row):
            row.setVisible(not bare)
        self._show_takeaway()
        self._fit()

    def set_words(self, words: Iterable[Words]) -> None:
        """Marks the words of a search in title and abstract."""
        words = tuple(words)
        if words == self._words:
            return
        self._words, self._marker, self._match = words, Marker(words), -1
        self.abstract.set_marker(self._marker)
        self._look_in_title()
        self._show_matches()

    def show_match(self, start: int = 0) -> bool:
        """Goes to the first searched word of the abstract from `start` on (in code points), or to one of the title.
        False when there is none."""
        in_title, places = len(self._in_title), self.abstract.matches
        following = (at for at, (_, end) in enumerate(places) if end > start)
        self._match = in_title + next(following, 0) if places else 0
        return self._go_to_match()

    def walk(self, step: int) -> bool:
        """Goes to the next searched word (1) or the one before (-1) in title and abstract, round from the last to the
        first. False when there is none."""
        count = len(self._in_title) + len(self.abstract.matches)
        if count:
            self._match = (self._match + step) % count if self._match >= 0 else min(step, 0) % count
        return self._go_to_match()

    def _go_to_match(self) -> bool:
        in_title = len(self._in_title)
        if self._record is None or not in_title + len(self.abstract.matches):
            self._match = -1
            return False
        self._show_matches()
        if self._match < in_title:
            place = self.title.match_rect(self._match)
            middle = self.title.viewport().mapTo(self._content, place.center())
            self._area.ensureVisible(0, middle.y(), 0, place.height())
        else:
            self.abstract.show_match(self._match - in_title)
        return True

    def _look_in_title(self) -> None:
        before = len(self._in_title)
        self._in_title = self._marker.marks(self._shown_title, "title") if self._record else []
        if self._match >= before:
            self._match += len(self._in_title) - before
        else:  # less of the title may be shown now
            self._match = min(self._match, len(self._in_title) - 1)

    def _show_matches(self) -> None:
        """Marks what is to be marked in the title, the match in hand stronger, and says which of how many it is."""
        in_title = self._in_title
        self.title.set_matches(in_title, self._match if self._match < len(in_title) else -1)
        if self._match < len(in_title):
            self.abstract.show_match(-1)
        count = len(in_title) + len(self.abstract.matches) if self._record else 0
        if self._match >= 0:
            text = self.tr("{} of {}").format(grouped(self._match + 1), grouped(count))
        else:
            text = self.tr("%Ln matches", "", count)
        self.match_count.setText(text)
        self.match_count.setVisible(count > 0 and self._instead is None)
        self.match_count.adjustSize()
        self.match_count.move(self.width() - self.match_count.width() - _COUNT_RIGHT, _COUNT_TOP)
        self.match_count.raise_()

    def refresh(self, changes: Changes) -> None:
        """Takes over what changed, where it stands: scroll position, selection and a tag being typed stay."""
        self._known.refresh(changes)
        self.related.refresh(changes)
        if len(self._ids) > 1:
            if changes.everything or not self._id_set.isdisjoint(changes.papers):
                self._compare()
        elif self._ids and (
            changes.everything or self._ids[0] in changes.papers or changes.tables & {"tag", "meaning"}
        ):
            self.show_paper(self._ids[0])

    def page_down(self) -> bool:
        """Scrolls a page on. False when the end was in sight already."""
        return self._page(1)

    def page_up(self) -> bool:
        """Scrolls a page back. False at the beginning."""
        return self._page(-1)

    def _page(self, direction: int) -> bool:
        if self._record is None:
            return False
        bar = self._bar()
        before, line = bar.value(), self.abstract.line()
        # A line of the last page stays in sight, for the eye to go on from.
        bar.setValue(before + direction * max(bar.pageStep() - line, line))
        return bar.value() != before

    def _bar(self) -> QScrollBar:
        """The one that scrolls what is read."""
        return (self._area if self._as_one else self.abstract).verticalScrollBar()

    def edit_tags(self) -> None:
        """Opens the line in which tags are typed, where they stand."""
        if self._ids and not self._lanes.read_only:
            if self.tag_editor.isHidden():
                self._focus_before, self._read_before = self.window().focusWidget(), self._read()
            self.add_tag.hide()
            self.tag_editor.show()
            self._tag_row.show()
            self._fit()
            self._area.ensureWidgetVisible(self.tag_editor)
            self.tag_editor.begin(self._tags, self._everywhere)

    def _set_ids(self, ids: Sequence[int]) -> None:
        self._ids = ids
        # A million would take a tenth of a second, and of so many nothing is compared.
        self._id_set = frozenset(ids) if len(ids) <= _COMPARED else frozenset()

    def _show_record(self, record: Record, *, anew: bool) -> None:
        self._full_title = one_line(record.title)
        self._show_authors(record)
        self._show_origin(record)
        self.status.show_status(record.status)
        self.rating.show_rating(record.rating)
        self._show_star(record.starred)
        self._show_links(record)
        self._tags = dict.fromkeys(record.tags, "")
        self._everywhere = record.tags
        self._show_chips()
        self._show_takeaway()
        colours: dict[str, str] = {}
        if record.highlights:
            colours = {meaning.name: meaning.colour for meaning in saved.meanings(self._lanes.reader)}
        marks = [mark for mark in record.highlights if mark.target == "abstract"]
        self.abstract.show_abstract(record.abstract, marks, colours, anew=anew)
        self.abstract.show()
        self._show_foot()
        self._set_enabled()
        if anew:
            self._area.verticalScrollBar().setValue(0)
        self._pages.setCurrentWidget(self._instead or self._area)
        self._fit()

    def _show_takeaway(self) -> None:
        takeaway = one_line(self._record.takeaway) if self._record is not None else ""
        self.takeaway.setVisible(bool(takeaway) and not self._bare)
        self.takeaway.show_runs([Run(self.tr("Takeaway"), "faint"), Run(f"  {takeaway}")])

    def _show_authors(self, record: Record) -> None:
        names = [one_line(name) for name in record.authors]
        shown = names if self._all_authors else names[:_AUTHORS]
        runs = []
        for number, name in enumerate(shown):
            runs += [Run(", ")] if number else []
            # Of very many, links would be more than a text can quickly show.
            runs.append(Run(name, href=f"author:{number}" if number < _MOST_LINKED else ""))
        if more := len(names) - len(shown):
            runs += [Run(" "), Run(self.tr("… and %Ln more", "", more), "secondary", "more:authors")]
        self.authors.setVisible(bool(names))
        self.authors.show_runs(runs)

    def _follow_author(self, href: str) -> None:
        if self._record is None:
            return
        if href == "more:authors":
            self._all_authors = True
            self._show_authors(self._record)
            self._fit()
        else:
            self.author_asked.emit(self._record.authors[int(href.partition(":")[2])])

    def _show_origin(self, record: Record) -> None:
        pieces: list[Run] = []
        venue = " ".join(filter(None, (one_line(record.venue), str(record.year or ""))))
        if venue:
            pieces.append(Run(venue, "secondary"))
        pieces.extend(
            Run(one_line(label(identifier)), "secondary", address(identifier) or "")
            for identifier in record.identifiers
        )
        if record.added:
            pieces.append(Run(self.tr("added {}").format(day(record.added)).replace(" ", "\u00a0"), "secondary"))
        runs: list[Run] = []
        for piece in pieces:
            runs.extend([Run(" · ", "secondary")] if runs else [])
            runs.append(piece)
        self.origin.setVisible(bool(runs))
        self.origin.show_runs(runs)

    def _show_links(self, record: Record) -> None:
        names = {"pdf": self.tr("PDF"), "code": self.tr("Code"), "page": self.tr("Page")}
        for relation, button in self.links.items():
            hosts = {web_host(url): None for url in _addresses(record, relation)}
            here = relation == "pdf" and any(map(_is_pdf, record.attachments))
            button.setVisible(bool(hosts) or here)
            if hosts or here:
                button.setText(names[relation])
                button.setToolTip(self.tr("Read it here") if here else html.escape(", ".join(hosts)))
        count = len(record.attachments)
        # One PDF alone has its own button.
        self.files.setVisible(count > 1 or (count == 1 and not _is_pdf(record.attachments[0])))
        self.files.setText(self.tr("%Ln files", "", count))
        self.files.setToolTip(tip(", ".join(one_line(file.name) for file in record.attachments[:12])))

    def _press_link(self, relation: str) -> None:
        if relation == "pdf" and self._record and any(map(_is_pdf, self._record.attachments)):
            self.pdf_asked.emit()
            return
        addresses = _addresses(self._record, relation) if self._record else []
        if len(addresses) == 1:
            self._open(addresses[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for url in addresses:
            shown = one_line(url.partition("://")[2])
            text = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 400)
            menu.addAction(text.replace("&", "&&"), partial(self._open, url))
        button = self.links[relation]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open(self, url: str) -> None:
        if web_host(url):
            self._open_link(url)

    def _show_star(self, starred: bool) -> None:
        with QSignalBlocker(self.star):
            self.star.setChecked(starred)
        self.star.setText(self.tr("Starred") if starred else self.tr("Star"))
        name, token = ("starred", "star") if starred else ("star", "secondary")
        self.star.setIcon(icons.icon(name, self._theme.colour(token)))

    def _toggle_star(self, starred: bool) -> None:
        self._show_star(starred)
        self.star_toggled.emit(starred)

    def _show_foot(self) -> None:
        self._foot.setVisible(self.abstract.shortened)
        if self.abstract.shortened and self._record is not None:
            self.show_all.setText(self.tr("Show all %Ln characters", "", len(self._record.abstract)))

    def _show_whole_abstract(self) -> None:
        self.abstract.show_all()
        self.abstract.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_foot()

    def _set_enabled(self) -> None:
        writable = not self._lanes.read_only
        for widget in (self.status, self.rating, self.star, *self.chips):
            widget.setEnabled(writable)
        self.add_tag.setVisible(writable and self.tag_editor.isHidden())

    # Several papers

    def _compare(self) -> None:
        if len(self._ids) <= _COMPARED:
            ids = list(self._ids)
            self._lanes.ask("what the selection shares", partial(_in_common, ids=ids), partial(self._take_common, ids))

    def _take_common(self, ids: list[int], common: _Common) -> None:
        if ids == list(self._ids):
            self._show_common(common)

    def _show_common(self, common: _Common) -> None:
        self.status.show_status(common.status)
        self.rating.show_rating(common.rating)
        self._show_star(common.starred)
        every = len(self._ids)
        self._tags = {name: "" if count == every else grouped(count) for name, count in common.tags.items()}
        self._everywhere = [name for name, count in common.tags.items() if count == every]
        self._show_chips()
        self._set_enabled()
        self._fit()

    # Tags

    def _show_chips(self) -> None:
        shown = list(self._tags.items())[:_MOST_CHIPS]
        known = len(self.chips)
        while len(self.chips) < len(shown):
            chip = TagChip(self._theme)
            chip.setEnabled(not self._lanes.read_only)
            chip.removed.connect(lambda name: self.tags_edited.emit([], [name]))
            self._tag_flow.insert(len(self.chips), chip)
            self.chips.append(chip)
        if len(self.chips) > known:
            self._order_tabs()
        for chip, (name, count) in zip(self.chips, shown, strict=False):
            chip.show_tag(name, self._known.colour(name), count)
            chip.show()
        for chip in self.chips[len(shown) :]:
            chip.hide()
        more = len(self._tags) - len(shown)
        self.more_tags.setText(self.tr("and %Ln more", "", more))
        self.more_tags.setVisible(more > 0)

    def _commit_tags(self, add: list[str], remove: list[str]) -> None:
        self._leave_tag_editor()
        self.tags_edited.emit(add, remove)

    def _leave_tag_editor(self) -> None:
        before, read = self._focus_before, self._read_before
        self._close_tag_editor()
        self._fit()
        if read:
            self._read_on(read)
        target = before if before is not None and before.isVisible() else self.abstract
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_tag_editor(self) -> None:
        self._focus_before = None
        self.tag_editor.hide()
        self._tag_row.setVisible(not self._bare)
        self.add_tag.setVisible(not self._lanes.read_only)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _ENDS.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            self._bar().triggerAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Gives every part its room, and lets all scroll as one where there is little of it."""
        width, height = self.width(), self.height()
        margin, top = (_MARGIN, _TOP) if width >= _NARROW else (_NARROW_MARGIN, _NARROW_TOP)
        line = max(min(width - 2 * margin, self.abstract.column()), 1)
        if self._alone:
            margin = max(margin, (width - line) // 2)
        self._fit_title(line)
        # Else what layouts inside others know of their widgets is as it was before.
        self._actions_flow.activate()
        self._tag_flow.activate()
        self._rows.activate()
        margins = self._rows.contentsMargins()
        head = self._rows.totalHeightForWidth(margins.left() + line + margins.right()) - margins.top() + top
        as_one = self._record is None or height < _ROOMY or head > height * _HEAD
        changes, read = as_one != self._as_one, self._read()
        self._as_one = as_one
        needed = head + _ABOVE_ABSTRACT
        self.related.fit(line)
        if self._record:
            needed += self.abstract.fit(margin, line, grown=as_one)
        if not self._foot.isHidden():
            needed += self._foot.sizeHint().height()
        self._filler.setVisible(as_one)
        scrolls = as_one and needed > height
        bar = self._area.verticalScrollBar().sizeHint().width() if scrolls else 0
        # The bar lies in the margin: no line is set anew because it comes or goes.
        right = width - margin - line - bar
        self._rows.setContentsMargins(margin, top, right, 0)
        self._foot_row.setContentsMargins(margin, 8, right, 8)
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff)
        self._area.setGeometry(self.rect())
        self._content.resize(width - bar, max(needed, height) if as_one else height)
        self._parts.activate()
        self._rows.activate()
        if changes or read:
            self._read_on(read)
        self._look_in_title()
        self._show_matches()

    def _fit_title(self, width: int) -> None:
        font = self._theme.font("title", weight=QFont.Weight.Bold)
        if self.width() < _NARROW:
            font.setPointSizeF(font.pointSizeF() * _SMALL_TITLE)
        self.title.setFont(font)
        read = readable(self._full_title)
        shown = cut(read, self.title.font(), width, _TITLE_LINES)
        whole = shown == read
        self._shown_title = self._full_title if whole else shown
        self.title.show_runs([Run(self._shown_title, tex=whole)])
        self.title.setToolTip("" if whole else tip(read))

    def _read(self) -> int:
        """How far the abstract is scrolled, in pixels."""
        place = self._bar().value()
        return max(place - self.abstract.y(), 0) if self._as_one else place

    def _read_on(self, read: int) -> None:
        """Scrolls the abstract as far, in what scrolls now."""
        self._bar().setValue(read + self.abstract.y() if self._as_one and read else read)

    def _bring_into_sight(self, place: QRect) -> None:
        middle = self.abstract.viewport().mapTo(self._content, place.center())
        self._area.ensureVisible(0, middle.y(), 0, place.height())

    def _redraw(self) -> None:
        for text in (self.title, self.authors, self.origin, self.takeaway, self.abstract):
            text.draw()
        self._show_star(self.star.isChecked())


def _below(space: int, *texts: QWidget) -> QVBoxLayout:
    """Texts under each other, at a distance from what stands above them."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, space, 0, 0)
    layout.setSpacing(4)
    for text in texts:
        layout.addWidget(text)
    return layout


def _is_pdf(file: AttachedFile) -> bool:
    return file.media_type == attachments.PDF


def _addresses(record: Record, relation: str) -> list[str]:
    """The web addresses of a paper that a browser may open; of pages those that no identifier above leads to."""
    found = (http_url(link.url) for link in record.links if link.rel == relation)
    known = {address(identifier) for identifier in record.identifiers} if relation == "page" else set()
    return list(dict.fromkeys(url for url in found if url and url not in known))


def _in_common(connection: Connection, ids: list[int]) -> _Common:
    """What these papers share."""
    statuses: set[Status] = set()
    ratings: set[int | None] = set()
    starred = True
    tags: dict[str, int] = {}
    for start in range(0, len(ids), _AT_A_TIME):
        for row in papers.rows(connection, ids[start : start + _AT_A_TIME]).values():
            statuses.add(row.status)
            ratings.add(row.rating)
            starred = starred and row.starred
            for name in row.tags:
                tags[name] = tags.get(name, 0) + 1
    ordered = dict(sorted(tags.items(), key=lambda item: (-item[1], item[0])))
    return _Common(
        statuses.pop() if len(statuses) == 1 else None,
        starred,
        ratings.pop() if len(ratings) == 1 else None,
        ordered,
    )
