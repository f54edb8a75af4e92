"""The window: it holds the panels, tells them what changed, and lets actions ask for things.

It comes into the frame when the first papers can be seen already (see first_page.py), and until it has been painted
itself nothing is loaded that is not seen: icons come after it, and sheets when they are opened.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontInfo,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from readerapp import config as settings_of
from readerapp.actions.registry import Action, Situation, all_actions
from readerapp.config import Config
from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes, Verb
from readerapp.library import counts, files, history, papers, tags
from readerapp.library.completion import completions
from readerapp.library.connect import Connection
from readerapp.library.language import And, Or, Words, parse, quoted
from readerapp.operations import filing, reading, reviewing
from readerapp.paths import STARTER
from readerapp.records import Changes, ImportSummary, Reading, Record, Status
from readerapp.ui import icons
from readerapp.ui.authors import Authors
from readerapp.ui.browser import open_link
from readerapp.ui.citing import Citing
from readerapp.ui.commands import Commands
from readerapp.ui.focus_mode import FocusMode
from readerapp.ui.highlighting import Highlighting
from readerapp.ui.listing import FIRST, Answer, Listing
from readerapp.ui.living import LivingFiles
from readerapp.ui.markdown_folder import MarkdownFolder
from readerapp.ui.models.sidebar import part
from readerapp.ui.panels.list import ListPanel
from readerapp.ui.panels.notes import NotesPanel
from readerapp.ui.panels.reading import ReadingPane
from readerapp.ui.panels.sidebar import Sidebar
from readerapp.ui.panels.status_bar import StatusBar
from readerapp.ui.panels.top_bar import TopBar
from readerapp.ui.panes import Panes
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.pdf_reading import PdfReading
from readerapp.ui.saved_searches import SavedSearches
from readerapp.ui.sessions import Sessions
from readerapp.ui.sidebar_menus import SidebarMenus
from readerapp.ui.spelling import Spelling
from readerapp.ui.spelling import load as load_spelling
from readerapp.ui.theme import Theme
from readerapp.ui.translation import language as language_of
from readerapp.ui.translation import phrase, said
from readerapp.ui.up_next import UpNext

if TYPE_CHECKING:
    from readerapp.ui.dialogs.add_papers import AddPapersSheet
    from readerapp.ui.dialogs.duplicates import DuplicatesSheet
    from readerapp.ui.dialogs.palette import Palette

T = TypeVar("T")

# Verbs after which a paper may leave the list it is in. After the others it stays until the list is shown again, so
# that a paper marked read by mistake in Unread can be marked unread with the same key.
_RELISTING: tuple[Verb, ...] = (
    filing.trash,
    filing.restore,
    filing.enqueue,
    filing.dequeue,
)

# What would lead away from the papers of a reading session: actions and groups of them.
_NOT_IN_SESSION = {
    "lists", "selection", "list", "search", "back", "sidebar", "queue-up", "queue-down", "queue-top", "queue-end",
    "review", "save-search", "highlights-table", "focus-mode",
}  # fmt: skip

# So many papers are copied, and so many of them while the reader waits: what they paste next is there.
_COPIED, _COPIED_AT_ONCE = 10_000, 100

# So long after the first paint files are looked after, in milliseconds.
_FILES_AFTER = 3_000

# A pause in typing, in milliseconds.
_PAUSE = 120


class _Place(NamedTuple):
    """Where the reader was: a list, what was typed, and the paper."""

    title: str
    query: str
    typed: str
    paper: int


class Window(QWidget):
    """The main window on one library. `first_painted` is emitted once; `language_chosen` when its texts are to be in
    another language, which takes another window. `clock` gives seconds that only ever grow."""

    first_painted = Signal()
    language_chosen = Signal()

    def __init__(
        self,
        lanes: Lanes,
        theme: Theme,
        settings: QSettings,
        config: Config,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Reading list"))
        self.setAcceptDrops(True)
        self._lanes, self._theme, self._settings, self._config = lanes, theme, settings, config
        self._palette: Palette | None = None
        # How long the paper has been before the reader is asked when one of these has run out.
        self._reading_timer = QTimer(self, singleShot=True)
        self._reading_timer.timeout.connect(partial(self._count_as, Status.UNREAD, Status.READING))
        self._read_timer = QTimer(self, singleShot=True)
        self._read_timer.timeout.connect(partial(self._count_as, Status.READING, Status.READ))
        self._painted = False
        self._undo_title = self._redo_title = ""
        self._selected: array[int] = array("q")
        self._wanted = 0
        self._wanted_highlight = (0, 0)
        self._wanted_place = (0, 0)
        self._before: list[_Place] = []
        self._trash = 0
        # While somebody types a search, each key may bring another paper to the top, and other words to be marked in
        # it: that is done when they pause.
        self._words: tuple[Words, ...] = ()
        self._show_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._show_soon.timeout.connect(self._show_paper)
        icons.postpone(True)

        self.listing = Listing(lanes, self)
        self.listing.pdfs = config.get(settings_of.SEARCH_PDFS)
        self.top_bar = TopBar(theme)
        self.sidebar = Sidebar(lanes, theme)
        self.list_panel = ListPanel(lanes, theme)
        self.list = self.list_panel.list
        self._up_next = UpNext(lanes, self.listing, self.list_panel, self)
        self._saved = SavedSearches(lanes, theme, self.listing, self.sidebar, self.top_bar.search_field, self)
        self.reading_pane = ReadingPane(lanes, theme, self._open_url)
        self.notes_panel = NotesPanel(lanes, theme)
        self.status_bar = StatusBar(theme)
        self.pdf = PdfReading(
            lanes,
            theme,
            settings,
            self.reading_pane,
            self.status_bar.say,
            self.status_bar.complain,
            self._open_url,
            self,
        )
        self._lay_out()
        self.commands = Commands(
            config, theme, (self.list_panel, self.reading_pane, self.sidebar), self._possible, self._run, self
        )
        self.actions_by_id = self.commands.by_id
        self._sessions = Sessions(
            lanes,
            theme,
            settings,
            self.listing,
            self._rows,
            self.panes,
            self.list,
            self.reading_pane,
            self.notes_panel,
            (self.top_bar, self.sidebar, self.list_panel),
            self.commands.first_keys,
            clock,
            self,
        )
        self._focus_mode = FocusMode(
            self.panes,
            self.reading_pane,
            self.notes_panel,
            (self.top_bar, self.sidebar, self.list_panel, self.status_bar),
            self,
        )
        self._menus = SidebarMenus(
            lanes,
            theme,
            config,
            self.sidebar,
            self.listing,
            self._saved,
            self.actions_by_id,
            self.do,
            self,
        )
        self._folder = MarkdownFolder(lanes, theme, settings, self.notes_panel.flush, self)
        self._citing = Citing(lanes, theme, config, self)
        self._living = LivingFiles(lanes, config, self)
        self._connect()
        self._restore()

    # Building

    def _lay_out(self) -> None:
        self.panes = Panes(self.sidebar, self.list_panel, self.reading_pane, self.notes_panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rows = layout
        layout.addWidget(self.top_bar)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.status_bar)
        self.setMinimumSize(640, 400)

    def _connect(self) -> None:
        lanes = self._lanes
        lanes.library_changed.connect(self._library_changed)
        lanes.failed.connect(self._complain)
        lanes.job_began.connect(self.status_bar.add_job)
        self.top_bar.set_actions(self.actions_by_id["undo"], self.actions_by_id["add-papers"])
        self.top_bar.set_commands(self.actions_by_id["palette"])
        menu = self.commands.menu()
        menu.aboutToShow.connect(self._update_actions)
        self.top_bar.set_menu(menu)
        self.status_bar.set_hints(
            [
                ("J K", self.tr("move")),
                ("M", self.tr("read")),
                ("S", self.tr("star")),
                ("T", self.tr("tag")),
                ("N", self.tr("note")),
            ]
        )

        self._saved.list_asked.connect(self.show_query)
        self._saved.focus_asked.connect(self.focus)
        self._saved.can_save.connect(self.actions_by_id["save-search"].setEnabled)
        self._saved.said.connect(self.status_bar.say)
        self.listing.answered.connect(self._show_answer)
        field = self.top_bar.search_field
        field.query_changed.connect(self.listing.type)
        field.submitted.connect(partial(self.focus, "list"))
        field.left.connect(partial(self.focus, "list"))
        field.completion_asked.connect(self._complete)
        field.help_asked.connect(self.show_search_help)
        field.save_asked.connect(self.save_search)
        field.update_asked.connect(self._saved.update)
        field.query_changed.connect(self._saved.text_changed)
        field.search_made.connect(lambda _: self._settings.setValue("search/recent", field.recent))

        self.sidebar.query_chosen.connect(self.show_query)
        self.sidebar.activity_asked.connect(self.show_activity)
        self.sidebar.query_added.connect(self._narrow)
        self.sidebar.query_alternative.connect(self._widen)
        self.sidebar.query_excluded.connect(lambda query: self._narrow(f"-{query}"))
        self.sidebar.counts_switched.connect(self.switch_counts)
        self.sidebar.search_renamed.connect(self._saved.rename)

        self._menus.list_asked.connect(self.show_query)
        self._menus.narrow_asked.connect(self._narrow)
        self._menus.widen_asked.connect(self._widen)
        self._menus.up_next_asked.connect(self.show_up_next)
        self._menus.tag_asked.connect(self.show_tags)
        self._menus.template_asked.connect(self._show_template)
        self._menus.counts_asked.connect(partial(self._set, settings_of.SIDEBAR_COUNTS))

        self._sessions.changed.connect(self._show_selection)
        self._sessions.focus_asked.connect(self.focus)
        self._sessions.step_asked.connect(self.go)
        self._sessions.said.connect(self.status_bar.say)
        self._folder.said.connect(self.status_bar.say)
        self._folder.complained.connect(self._complain)

        self.list.current_changed.connect(self._current_changed)
        self.list.selection_count_changed.connect(self._selection_changed)
        self.list.activated_paper.connect(lambda _: self.open_paper())
        self.list.context_asked.connect(self._show_context_menu)
        self.list_panel.order_chosen.connect(self.listing.choose_order)
        self.list_panel.narrow_asked.connect(partial(self._narrow, focus="list"))
        self.list_panel.exclude_asked.connect(lambda query: self._narrow(f"-{query}", focus="list"))
        self.list_panel.paste_asked.connect(partial(self.add_papers, "paste"))
        self.list_panel.import_asked.connect(partial(self.add_papers, "file"))
        self.list_panel.starter_asked.connect(self.add_starter)
        self.list_panel.clear_search_asked.connect(self._clear_search)
        self.list_panel.all_papers_asked.connect(self._show_all)
        self.list_panel.empty_trash_asked.connect(partial(self.delete_papers, True))
        self.list_panel.density_chosen.connect(partial(self._set, settings_of.DENSITY))
        self.sidebar.width_changed.connect(self.top_bar.set_title_width)

        pane = self.reading_pane
        pane.paper_asked.connect(self.show_paper)
        pane.cite_asked.connect(partial(self.cite, "sheet"))
        self._citing.said.connect(self.status_bar.say)
        self._citing.failed.connect(self.status_bar.complain)
        self._living.failed.connect(self.status_bar.complain)
        pane.status_chosen.connect(lambda status: self.do(reading.set_status, list(self._selected), status))
        pane.rating_chosen.connect(lambda rating: self.do(reading.set_rating, list(self._selected), rating))
        pane.star_toggled.connect(lambda starred: self.do(reading.set_starred, list(self._selected), starred))
        pane.tags_edited.connect(lambda add, remove: self.do(filing.tag, list(self._selected), add, remove))
        self.notes_panel.left.connect(partial(self.focus, "list"))
        pane.pdf_asked.connect(partial(self.open_link, "pdf"))
        self.pdf.changed.connect(self._update_actions)
        self.pdf.changed.connect(lambda: self.panes.make_room_to_read(self.pdf.shown))
        self.notes_panel.link_asked.connect(self._open_url)
        self.notes_panel.versions_asked.connect(self.show_note_versions)
        authors = Authors(lanes, self._show_papers_by, self)
        pane.author_asked.connect(authors.ask)
        self.notes_panel.author_asked.connect(authors.ask)
        self.notes_panel.paper_asked.connect(self._follow)
        self.notes_panel.said.connect(self.status_bar.say)
        self.highlighting = Highlighting(
            lanes,
            self._theme,
            self._settings,
            pane,
            self.pdf,
            self.notes_panel,
            self.status_bar.say,
            self.show_meanings,
            self.panes.make_room_for_notes,
            self,
        )
        self.notes_panel.highlight_asked.connect(self.highlighting.show)
        self.status_bar.undo_asked.connect(self.undo)

    # What is shown

    def show_query(self, title: str, query: str, typed: str = "") -> None:
        """Shows another list, from its beginning; a search typed before is replaced."""
        self._focus_mode.end()
        if self._sessions.refuse():
            return
        self._saved.leave()
        self.top_bar.search_field.set_text_silently(typed)
        self.listing.typed = typed
        self.listing.show(title, query)
        self.sidebar.show_current(query)

    def _complain(self, sentence: str) -> None:
        self.status_bar.complain(said(sentence))

    def _show_all(self) -> None:
        self.show_query(self.tr("All papers"), "")

    def _show_papers_by(self, query: str) -> None:
        self.show_query(self.tr("All papers"), "", f"{query} ")
        self.focus("list")

    def _clear_search(self) -> None:
        if self.top_bar.search_field.text():
            self.top_bar.search_field.clear()
        else:
            self._show_all()

    def _narrow(self, query: str, focus: str = "search") -> None:
        field = self.top_bar.search_field
        asked, typed = parse(field.text(), typing=True).expression, field.text().strip()
        if isinstance(asked, Or):
            # As the whole of it was alternatives, they stay so beside what is added.
            typed = f"({typed})"
        elif typed and parse(typed).expression != asked:
            typed += "*"  # the last word was the beginning of one, and stays that
        # Before what is there: a quotation mark that is open would take it in.
        field.setText(" ".join(filter(None, (query, typed))) + " ")
        self.focus(focus)
        if focus == "search":
            field.end(False)

    def _widen(self, query: str) -> None:
        """Finds what this query finds too: beside what is typed, or, with nothing typed, beside the list."""
        field = self.top_bar.search_field
        asked, typed = parse(field.text(), typing=True).expression, field.text().strip()
        if asked != And(()):
            if parse(typed).expression != asked:
                typed += "*"  # as in _narrow
            field.setText(f"{query} OR {typed} ")
        elif own := part(self.listing.query.removesuffix(" sort:queue")):
            self.show_query(self.tr("All papers"), "", f"{query} OR {own} ")
        else:
            # All papers with something else are all papers: this alone is what can be meant.
            field.setText(f"{query} ")
        self.focus("search")
        field.end(False)

    def _complete(self, text: str, cursor: int) -> None:
        field = self.top_bar.search_field
        recent = field.recent
        self._lanes.ask(
            "completion",
            lambda connection: completions(connection, text, cursor, recent, say=phrase),
            lambda found: field.set_completions(found, text, cursor),
            at_once=True,
        )

    def show_search_help(self) -> None:
        from readerapp.ui.dialogs.search_help import SearchHelp

        sheet = SearchHelp(self._theme, self)
        sheet.example_chosen.connect(self._try_example)
        sheet.open()

    def _try_example(self, example: str) -> None:
        self.top_bar.search_field.setText(f"{example} ")
        self.top_bar.search_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answer(self, answer: Answer) -> None:
        if self._sessions.now:
            return
        project = self._up_next.project
        if not self._up_next.take(answer):
            return
        if self._up_next.project != project:
            self._update_actions()
        total = counts.counts(self._lanes.reader).papers
        self.list_panel.show_list(
            answer.title,
            answer.ids,
            total=total,
            complete=answer.complete,
            query=answer.typed or self.listing.query,
            explanation=answer.explanation or self._saved.lacking(answer.typed),
            order=answer.order,
            words=answer.words,
            fresh=answer.fresh,
            count=answer.count,
        )
        if self._wanted:
            # The list waits for a paper that has not come yet.
            self.list.set_current_id(self._wanted)
            self._wanted = 0 if answer.complete else self._wanted
        self._words = answer.words
        field = self.top_bar.search_field
        if field.hasFocus():
            self._show_soon.start()
        else:
            self._mark_words()
        if answer.typed.strip():
            found, counting = (len(answer.ids), True) if answer.count is None else (answer.count, False)
            field.set_answer(found, total, answer.milliseconds, counting=counting)
        else:
            field.clear_answer()
        self._saved.offer_saving()

    def _current_changed(self, paper: int) -> None:
        self._show_selection()

    def _selection_changed(self, _count: int) -> None:
        self._show_selection()

    def _show_selection(self) -> None:
        self._selected = self.list.selected_ids()
        self._update_actions()
        if self.top_bar.search_field.hasFocus():
            self._show_soon.start()
        else:
            self._show_paper()

    def _mark_words(self) -> None:
        self.reading_pane.set_words(self._words)
        self.notes_panel.highlights.list.set_words(self._words)

    def _show_paper(self) -> None:
        self._show_soon.stop()
        self._mark_words()
        current = self.list.current_id()
        if current != self.reading_pane.paper:
            self.highlighting.paper_changed()
        # What is shown is what keys and buttons act on: also where one paper is picked and the cursor is on another.
        picked = len(self._selected) > 1 or (len(self._selected) == 1 and self._selected[0] != current)
        if picked:
            self.reading_pane.show_selection(self._selected, picked=True)
            self.notes_panel.show_selection(self._selected)
        else:
            self.reading_pane.show_paper(current or None)
            self.notes_panel.show_paper(current or None)
        self._show_wanted_highlight()
        self._show_wanted_place()
        self.status_bar.set_selected(len(self._selected) if picked else 0)
        if self._sessions.now:
            self._sessions.now.show_place()
            if current in self._sessions.now.papers:
                self._mark_opened()
        self._time_reading()

    def _library_changed(self, changes: Changes) -> None:
        touched = None if changes.everything or "tag" in changes.tables else changes.papers
        self.list_panel.refresh(touched)
        self.reading_pane.refresh(changes)
        self.notes_panel.refresh(changes)
        if changes.everything or changes.tables & {"paper", "tag", "paper_tag", "tag_alias", "queue", "saved_search"}:
            self._count()
        if self._sessions.now:
            self._sessions.now.take_over(changes)
        elif changes.initiator is not self or changes.everything:
            self.listing.again()
            # A paper that undo brings back is what the reader wants to see.
            if changes.title.startswith("Undone") and len(changes.papers) == 1:
                (self._wanted,) = changes.papers
        if changes.title:
            self.status_bar.say(said(changes.title), undo=not changes.title.startswith(("Undone", "Done again")))
        self._read_history()

    def _count(self) -> None:
        self.sidebar.refresh()
        found = counts.counts(self._lanes.reader)
        self.status_bar.set_counts(found.papers, found.unread)
        self._trash = found.trash

        def question(connection: Connection) -> tuple[dict[str, str], dict[int, str]]:
            found = tags.all_tags(connection)
            return {tag.name: tag.colour for tag in found}, {tag.quick: tag.name for tag in found if tag.quick}

        def take(answer: tuple[dict[str, str], dict[int, str]]) -> None:
            self.list_panel.tag_colours, quick = answer
            self.commands.name_quick_tags(quick)

        self._lanes.ask("tag colours", question, take)

    def _read_history(self) -> None:
        undo, redo = history.next_undo(self._lanes.reader), history.next_redo(self._lanes.reader)
        self._undo_title, self._redo_title = undo.title if undo else "", redo.title if redo else ""
        self._update_actions()

    def _update_actions(self) -> None:
        self.commands.update(self.situation())

    # What actions ask for: readerapp.actions.registry.Desk

    def situation(self) -> Situation:
        current = self.list.current_id()
        decisive = current if current in self._selected or not self._selected else self._selected[0]
        return Situation(
            selected=self._selected,
            current=current,
            row=self.list.row(decisive),
            query=self.listing.query,
            project=self._up_next.project,
            undo=self._undo_title,
            redo=self._redo_title,
            read_only=self._lanes.read_only,
            can_go_back=bool(self._before),
            searched=self._saved.to_save(),
            trash=self._trash,
            pdf=self.pdf.shown,
        )

    def _possible(self, declared: Action, situation: Situation) -> bool:
        away = declared.group in _NOT_IN_SESSION or declared.id in _NOT_IN_SESSION
        return declared.condition(situation) and not (away and self._sessions.now)

    def _run(self, declared: Action) -> None:
        if self._possible(declared, self.situation()):
            declared.run(self)

    def do(self, verb: Verb, *args: object) -> None:
        self._lanes.do(verb, *args, initiator=None if verb in _RELISTING else self)

    def undo(self) -> None:
        self.notes_panel.flush()
        self._lanes.undo()

    def redo(self) -> None:
        self.notes_panel.flush()
        self._lanes.redo()

    def finish(self) -> None:
        if self._sessions.now:
            self._sessions.now.finish()
            return
        # In up next the paper leaves the list; elsewhere it stays as after the other marks.
        self._lanes.do(reading.finish, list(self._selected), initiator=None if self._up_next.only_queued else self)
        self.list.go(1)

    def save_search(self) -> None:
        self._saved.save()

    def move_in_queue(self, where: str) -> None:
        self._up_next.move(self._selected, where)

    def start_session(self) -> None:
        self._focus_mode.end()
        self._sessions.start(self._up_next.listed)

    def show_up_next(self, project: str) -> None:
        self.show_query(self.tr("Up next in {}").format(project), f"tag:{quoted(project)} is:queued sort:queue")

    def go(self, offset: int) -> None:
        self.list.go(offset)

    def open_paper(self) -> None:
        if self._config.get(settings_of.COUNT_AS_READING) == "opening":
            self._count_as(Status.UNREAD, Status.READING)
        self._mark_opened()
        self.top_bar.search_field.keep_search()
        self.focus("abstract")
        passage = self.list.passage(self.list.current_id())
        source = passage.source if passage else ""
        if passage and source == "note":
            self.panes.make_room_for_notes()
            self.notes_panel.show_in_note(passage.start)
        elif passage and source == "pdf":
            words = self.pdf.looked_for(self._words)
            self.pdf.open(self.list.current_id(), passage.sha256, passage=passage, words=words)
        elif passage and source in ("highlight", "comment"):
            self.highlighting.show_numbered(passage.number)
            self.notes_panel.go_to_highlight(passage.number)
        elif passage or not self.pdf.shown:
            self.pdf.leave()
            self.reading_pane.show_match(passage.start if passage and source == "abstract" else 0)

    def _mark_opened(self) -> None:
        if self.list.current_id() and not self._lanes.read_only:
            self._lanes.do(reviewing.mark_opened, self.list.current_id(), initiator=self)

    def walk(self, step: int) -> None:
        (self.pdf if self.pdf.shown else self.reading_pane).walk(step)

    def show_paper(self, paper: int) -> None:
        """Shows a paper in the list shown, else among all papers; the way back is kept."""
        if self._sessions.now and paper not in self.list.ids():
            self._sessions.refuse()
            return
        self._before.append(_Place(self.listing.title, self.listing.query, self.listing.typed, self.list.current_id()))
        if paper in self.list.ids():
            self.list.set_current_id(paper)
        else:
            self._wanted = paper
            self._show_all()
        self.status_bar.say(self.tr("A similar paper. Alt+Left goes back."))
        self._update_actions()

    def go_back(self) -> None:
        place = self._before.pop()
        if (place.query, place.typed) == (self.listing.query, self.listing.typed):
            self.list.set_current_id(place.paper)
        else:
            self._wanted = place.paper
            self.show_query(place.title, place.query, place.typed)
        self._update_actions()

    def find_duplicates(self) -> None:
        self._duplicates().open_all()

    def merge_papers(self) -> None:
        self._duplicates().open_papers(list(self._selected))

    def _duplicates(self) -> DuplicatesSheet:
        from readerapp.ui.dialogs.duplicates import DuplicatesSheet

        self.notes_panel.flush()  # a note being typed belongs to a paper that may be merged
        return DuplicatesSheet(self._lanes, self._theme, self)

    def show_history(self) -> None:
        from readerapp.ui.dialogs.history import HistorySheet

        self.notes_panel.flush()
        sheet = HistorySheet(self._lanes, self._theme, self)
        sheet.open()

    def show_note_versions(self) -> None:
        from readerapp.ui.dialogs.note_versions import NoteVersionsSheet

        self.notes_panel.flush()
        sheet = NoteVersionsSheet(self._lanes, self._theme, self.list.current_id(), self)
        sheet.open()

    def _show_template(self, tag: str) -> None:
        from readerapp.ui.dialogs.note_template import NoteTemplateSheet

        NoteTemplateSheet(self._lanes, self._theme, tag, self).open()

    def start_note(self) -> None:
        self.focus("note")
        self.notes_panel.start.start()

    def show_tasks(self) -> None:
        from readerapp.ui.dialogs.tasks import TasksSheet

        self.notes_panel.flush()
        sheet = TasksSheet(self._lanes, self._theme, self)
        sheet.task_chosen.connect(self._show_task)
        sheet.open()

    def _show_task(self, paper: int, start: int) -> None:
        """Shows a paper, and when it is there the place in its note."""
        self._wanted_place = (paper, start)
        self.show_paper(paper)
        self.status_bar.say(self.tr("Alt+Left goes back."))
        self._show_wanted_place()

    def _show_wanted_place(self) -> None:
        paper, start = self._wanted_place
        if paper and paper == self.reading_pane.paper:
            self._wanted_place = (0, 0)
            self.focus("note")
            self.notes_panel.show_in_note(start)

    def show_activity(self) -> None:
        from readerapp.ui.dialogs.activity import ActivitySheet

        sheet = ActivitySheet(self._lanes, self._theme, self)
        sheet.papers_asked.connect(lambda: self.add_papers("sheet"))
        sheet.open()

    def delete_papers(self, everything: bool) -> None:
        from readerapp.ui.dialogs.delete_papers import DeleteSheet

        self.notes_panel.flush()  # a note being typed belongs to a paper that may go
        sheet = DeleteSheet(self._lanes, self._theme, None if everything else list(self._selected), self)
        sheet.open()

    def review(self) -> None:
        from readerapp.ui.dialogs.review import ReviewSheet

        self.notes_panel.flush()
        sheet = ReviewSheet(self._lanes, self._theme, self._settings, self.reading_pane.abstract.font(), self)
        sheet.read_asked.connect(self._read_now)
        sheet.open()

    def _read_now(self, paper: int) -> None:
        """Opens a paper that has been put on top of up next."""
        self._wanted = paper
        self.show_query(self.tr("Up next"), "is:queued sort:queue")
        self._lanes.do(reviewing.mark_opened, paper, then=lambda _: self.focus("abstract"))

    def highlight(self) -> None:
        self.highlighting.highlight()

    def highlight_as(self) -> None:
        self.highlighting.choose()

    def quote_highlight(self) -> None:
        self.highlighting.quote()

    def show_highlights(self) -> None:
        from readerapp.ui.dialogs.highlights import HighlightsSheet

        self.notes_panel.flush()
        title = self.top_bar.search_field.text().strip() or self.listing.title
        sheet = HighlightsSheet(self._lanes, self._theme, self.listing.asked, title, self._up_next.project, self)
        sheet.paper_chosen.connect(self._show_highlight_of)
        sheet.open()

    def _follow(self, paper: int) -> None:
        """Shows a paper that a note leads to."""
        self.show_paper(paper)
        self.status_bar.say(self.tr("Alt+Left goes back."))

    def _show_highlight_of(self, paper: int, highlight: int) -> None:
        self._wanted_highlight = (paper, highlight)
        self.show_paper(paper)
        self.status_bar.say(self.tr("Alt+Left goes back."))
        self._show_wanted_highlight()

    def _show_wanted_highlight(self) -> None:
        """When its paper is shown, the highlight that was chosen in the table."""
        paper, highlight = self._wanted_highlight
        if paper and paper == self.reading_pane.paper:
            self._wanted_highlight = (0, 0)
            self.highlighting.show(highlight)
            self.notes_panel.choose_highlight(highlight)

    def show_meanings(self) -> None:
        from readerapp.ui.dialogs.meanings import MeaningsSheet

        sheet = MeaningsSheet(self._lanes, self._theme, self)
        sheet.open()

    def narrow(self) -> None:
        self.list_panel.narrow()

    def page(self, direction: int) -> None:
        pane = self.pdf.pane.view if self.pdf.shown and self.pdf.pane else self.reading_pane
        if direction < 0:
            pane.page_up()
        elif not pane.page_down():
            self._go_to_next_unread()

    def _go_to_next_unread(self) -> None:
        following = self.list.ids()[self.list.current_row() + 1 :]

        def look(connection: Connection) -> int:
            for begin in range(0, len(following), 500):
                states = papers.states(connection, following[begin : begin + 500])
                for paper in following[begin : begin + 500]:
                    if states.get(paper) is Status.UNREAD:
                        return paper
            return 0

        def go(paper: int) -> None:
            if paper:
                self.list.set_current_id(paper)
            else:
                self.status_bar.say(self.tr("No unread paper follows in this list."))

        self._lanes.ask("next unread", look, go, at_once=True)

    def extend_selection(self, offset: int) -> None:
        self.list.extend(offset)

    def toggle_selection(self) -> None:
        self.list.toggle_selected()

    def select_all(self) -> None:
        self.list.selectAll()

    def focus(self, place: str) -> None:
        if self._sessions.now and place in ("list", "search", "sidebar"):
            place = "abstract"
        if self._focus_mode.on and place in ("list", "sidebar"):
            place = "abstract"
        elif place == "search":
            self._focus_mode.end()
        if place != "search" and self._show_soon.isActive():
            self._show_paper()
        if place == "next":
            order = ("sidebar", "list", "abstract", "note")
            focused = QApplication.focusWidget()
            here = next((name for name in order if focused and self._place(name).isAncestorOf(focused)), "note")
            start = order.index(here) + 1
            place = next(name for name in (*order[start:], *order[:start]) if self._place(name).isVisible())
        if place == "search":
            self.top_bar.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.top_bar.search_field.selectAll()
            return
        if place in ("note", "takeaway"):
            self.panes.make_room_for_notes()
            (self.notes_panel.edit if place == "note" else self.notes_panel.edit_takeaway)()
            return
        if place == "highlights":
            self.panes.make_room_for_notes()
            self.notes_panel.go_to_highlights()
            return
        if place == "details":
            self.panes.make_room_for_notes()
            self.notes_panel.go_to_details()
            return
        if place != "abstract":
            self.panes.give_room_back()
        read = self.pdf.pane if self.pdf.shown and self.pdf.pane else self.reading_pane.abstract
        target = {"sidebar": self.sidebar.view, "list": self.list_panel, "abstract": read}[place]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self, name: str) -> QWidget:
        return {
            "sidebar": self.sidebar,
            "list": self.list_panel,
            "abstract": self.reading_pane,
            "note": self.notes_panel,
        }[name]

    def step_back(self) -> None:
        if self.highlighting.leave() or self.pdf.step_back():
            return
        if self._focus_mode.on:
            self._focus_mode.end()
            return
        if self._sessions.now:
            self._sessions.now.end()
            return
        if self.top_bar.search_field.text():
            self.top_bar.search_field.clear()
        elif list(self._selected) != [self.list.current_id()]:
            self.list.select_current()
        self.focus("list")

    def edit_tags(self) -> None:
        if len(self._selected) == 1 and self.reading_pane.isVisible():
            self.reading_pane.edit_tags()
            return
        from readerapp.ui.dialogs.tag_papers import TagPopup

        popup = TagPopup(self._lanes, self._theme, list(self._selected), self)
        popup.committed.connect(lambda add, remove: self.do(filing.tag, list(self._selected), add, remove))
        popup.open_over(self.list_panel)

    def show_tags(self, name: str = "") -> None:
        from readerapp.ui.dialogs.tags import TagsSheet

        self.notes_panel.flush()
        sheet = TagsSheet(self._lanes, self._theme, list(self._selected), self)
        sheet.renamed.connect(self._menus.follow)
        sheet.query_chosen.connect(self.show_query)
        sheet.open_on(name)

    def go_to_tag(self) -> None:
        self._open_palette("#")

    def switch_counts(self) -> None:
        counted = self._config.get(settings_of.SIDEBAR_COUNTS)
        self._set(settings_of.SIDEBAR_COUNTS, "total" if counted == "unread" else "unread")

    def add_papers(self, how: str) -> None:
        if how == "paste" and self.pdf.take_pasted():
            return
        sheet = self._sheet()
        if how == "paste":
            sheet.take(QApplication.clipboard().mimeData())
        elif how == "file":
            path, _ = FileDialog.getOpenFileName(self, self.tr("Import a file"))
            if not path:
                sheet.deleteLater()
                return
            sheet.open_file(Path(path))
        else:
            sheet.open_empty()

    def _sheet(self) -> AddPapersSheet:
        from readerapp.ui.dialogs.add_papers import AddPapersSheet

        sheet = AddPapersSheet(self._lanes, self._theme, self)
        sheet.accepted_import.connect(self._bring_in)
        return sheet

    def _bring_in(
        self,
        open_reading: Callable[[], Reading],
        title: str,
        add_tags: tuple[str, ...],
        status: Status | None,
        large: bool,
    ) -> None:
        def then(summary: ImportSummary) -> None:
            if summary.added and (self.listing.query or self.listing.typed):
                self.show_query(self.tr("All papers"), "")
            self.focus("list")

        self._lanes.bring_in(open_reading, title, add_tags=add_tags, status=status, then=then, in_process=large)

    def add_starter(self) -> None:
        from readerapp import registry
        from readerapp.formats.opening import open_path

        self._bring_in(lambda: registry.read(open_path(STARTER)), self.tr("the starter library"), (), None, False)

    def export(self) -> None:
        from readerapp import registry
        from readerapp.operations import exporting

        written = [form for form in registry.formats() if form.write and form.suffixes]
        forms = {f"{said(form.label)} (*{form.suffixes[0]})": form for form in written}
        path, chosen = FileDialog.getSaveFileName(
            self, self.tr("Export this list"), "papers.json", ";;".join(sorted(forms))
        )
        if not path:
            return
        form = forms[chosen]
        target = Path(path) if Path(path).suffix else Path(path).with_suffix(form.suffixes[0])
        # Everything, with tags and trash, is what a lossless format is for; any other list is written as it is shown.
        whole = form.lossless and not self.listing.query and not self.listing.typed.strip()
        ids, library = None if whole else self.list.ids(), self._lanes.library

        def write() -> None:
            connection = library.reader()
            try:
                exporting.write_file(connection, ids, form, target)
            finally:
                connection.close()

        self._lanes.work(write, lambda _: self.status_bar.say(self.tr("Exported to {}").format(target)))

    def print_papers(self) -> None:
        from readerapp.ui.dialogs.printing import PrintSheet

        self.notes_panel.flush()
        several = len(self._selected) > 1
        listed = self._selected if several else self.list.ids()
        typed = self.top_bar.search_field.text().strip()
        title = f"{self.listing.title}: {typed}" if typed else self.listing.title
        current = 0 if several else self.list.current_id()
        sheet = PrintSheet(self._lanes, self._theme, current, listed, title, self)
        sheet.failed.connect(self.status_bar.complain)
        sheet.open()

    def keep_folder(self) -> None:
        self._folder.open()

    def cite(self, how: str) -> None:
        if how == "sheet":
            self._citing.show_sheet(self._selected)
        elif how == "copy":
            self._citing.copy(list(self._selected))
        elif how == "copy all":
            self._citing.copy(list(self.list.ids()))
        else:
            self._citing.save_bibliography(list(self.list.ids()), self.listing.title)

    def share_page(self) -> None:
        self.notes_panel.flush()
        self._citing.share_page(list(self.list.ids()), self.listing.title)

    def show_living_files(self) -> None:
        from readerapp.ui.dialogs.living import LivingSheet

        query = self._saved.to_save() or self.listing.query.removesuffix(" sort:queue")
        sheet = LivingSheet(self._lanes, self._theme, self._living, query, self)
        sheet.open()

    def back_up(self) -> None:
        from readerapp.library import backups
        from readerapp.operations import keeping

        library = self._lanes.library.path

        def made(path: Path) -> None:
            self.status_bar.set_backup(backups.time_of(path))
            self.status_bar.say(self.tr("Backed up to {}").format(path))

        self._lanes.work(lambda: keeping.back_up(library, None), made)

    def attach(self) -> None:
        self.pdf.attach_chosen(self.list.current_id())

    def fetch_pdfs(self) -> None:
        self.pdf.fetch(self._selected)

    def with_pdf(self, what: str) -> None:
        self.pdf.do(what)

    def open_link(self, rel: str) -> None:
        if rel == "pdf" and self.pdf.toggle(self.list.current_id()):
            self._mark_opened()
            return
        paper = papers.record(self._lanes.reader, self.list.current_id())
        address = _address(paper, rel) if paper else ""
        if address:
            self._open_url(address)
            self._mark_opened()
        else:
            self.status_bar.say(self.tr("This paper has no such link."))

    def _open_url(self, address: str) -> None:
        try:
            opened = open_link(address)
            words = self.tr("A letter to {} was begun") if "@" in opened else self.tr("Opened {} in the browser")
            self.status_bar.say(words.format(one_line(opened)))
        except Refused as refused:
            self.status_bar.complain(said(str(refused)))

    def copy(self, form: str = "") -> None:
        number, chosen = len(self._selected), list(self._selected[:_COPIED])

        def look(connection: Connection) -> str:
            if form == "bibtex":
                from readerapp.operations import exporting

                return exporting.bibtex(connection, chosen)
            return "\n\n".join(
                "\n".join(part for part in (paper.title, _address(paper, "page")) if part)
                for paper in papers.records(connection, chosen)
            )

        def take(found: str) -> None:
            QApplication.clipboard().setText(found)
            if number > len(chosen):
                words = self.tr("Copied the first {} of %Ln papers", "", number)
                self.status_bar.say(words.format(grouped(len(chosen))))
            elif form == "bibtex":
                self.status_bar.say(self.tr("Copied the BibTeX of %Ln papers", "", len(chosen)))
            else:
                self.status_bar.say(self.tr("Copied %Ln papers", "", len(chosen)))

        if number <= _COPIED_AT_ONCE:
            take(look(self._lanes.reader))
        else:
            self._lanes.ask("copy", look, take)

    def toggle_panel(self, name: str) -> None:
        self.panes.toggle(name)

    def toggle_focus_mode(self) -> None:
        if self._focus_mode.on:
            self._focus_mode.end()
        else:
            self._focus_mode.begin()
            self.focus("abstract")

    def change_text_size(self, by: int) -> None:
        if by and self.pdf.shown:
            self.with_pdf("larger" if by > 0 else "smaller")
            return
        setting = settings_of.ABSTRACT_SIZE
        now = QFontInfo(self.reading_pane.abstract.font()).pixelSize()
        size = min(max(now + by, setting.least), setting.most) if by else setting.default
        self._set(setting, size)
        self.status_bar.say(self.tr("The letters of the abstract are {} pixels high").format(size))

    def set_appearance(self, appearance: str) -> None:
        self._set(settings_of.COLOURS, appearance if appearance in ("light", "dark") else "system")

    def _set(self, setting: settings_of.Setting[T], value: T) -> None:
        try:
            self._config.set(setting, value)
        except Refused as refused:
            self._complain(str(refused))
        self._setting_changed(setting.key, value)

    def _setting_changed(self, key: str, value: object) -> None:
        if key == settings_of.COLOURS.key:
            # The first page is painted before there is time to read the settings.
            self._settings.setValue("appearance", value)
            self._theme.choose(str(value))
        elif key == settings_of.DENSITY.key:
            self.list_panel.set_density(str(value))
        elif key == settings_of.SIDEBAR_COUNTS.key:
            self.sidebar.set_counts(str(value))
        elif key.startswith("abstract."):
            self._dress_abstract()
        elif key == settings_of.SPELLING.key:
            self._check_spelling()
        elif key in (settings_of.KEYS.key, settings_of.LETTERS.key):
            self.commands.give_keys()
            self._update_actions()
        elif key == settings_of.LANGUAGE.key:
            # Likewise.
            self._settings.setValue("language", value)
            self.notes_panel.flush()
            self.language_chosen.emit()
        elif key.startswith("status."):
            self._time_reading()
        elif key == settings_of.WATCHED.key:
            self._watch.watch(self._config.get(settings_of.WATCHED))
        elif key == settings_of.SEARCH_PDFS.key:
            self.listing.pdfs = bool(value)
            self.listing.again()

    def _check_spelling(self) -> None:
        """Has notes checked or not, as is set. The dictionaries are read off this thread."""
        editor = self.notes_panel.editor
        if not self._config.get(settings_of.SPELLING):
            editor.set_spelling(None)
            return
        language = language_of(self._config.get(settings_of.LANGUAGE))
        own = self._config.file.with_name("words.txt")

        def take(found: Spelling | None) -> None:
            editor.set_spelling(found)
            if found is None:
                self.status_bar.say(self.tr("The system has no dictionaries that can be used here."))

        self._lanes.work(lambda: load_spelling(list(dict.fromkeys([language, "en"])), own), take)

    def _dress_abstract(self) -> None:
        face, size = self._config.get(settings_of.ABSTRACT_FACE), self._config.get(settings_of.ABSTRACT_SIZE)
        if size == settings_of.ABSTRACT_SIZE.default:
            # Who has asked the system for large text has asked for it here too.
            size = max(size, QFontInfo(self._theme.font()).pixelSize())
        self.reading_pane.abstract.setFont(self._theme.abstract(face, size))

    def _time_reading(self) -> None:
        """Begins to count how long the paper that is shown is before the reader, where a setting asks for that."""
        get = self._config.get
        for timer, choice, delay in (
            (self._reading_timer, settings_of.COUNT_AS_READING, settings_of.READING_DELAY),
            (self._read_timer, settings_of.COUNT_AS_READ, settings_of.READ_DELAY),
        ):
            timer.stop()
            if get(choice) == "delay" and self.list.current_id() and len(self._selected) == 1:
                timer.start(get(delay) * 1000)

    def _count_as(self, before: Status, status: Status) -> None:
        row = self.situation().row
        if row is not None and row.status is before and self.isActiveWindow() and not self._lanes.read_only:
            self.do(reading.set_status, [row.id], status)

    def show_palette(self) -> None:
        self._open_palette("")

    def _open_palette(self, typed: str) -> None:
        if self._palette is None:
            from readerapp.ui.dialogs.palette import Palette

            self._palette = Palette(self._lanes, self._theme, self)
            self._palette.action_chosen.connect(lambda action: self.actions_by_id[action].trigger())
            self._palette.query_chosen.connect(self.show_query)
            self._palette.paper_chosen.connect(self.show_paper)
            self._palette.used.connect(self._count_use)
        if self._palette.isVisible():
            self._palette.leave()
            return
        situation = self.situation()
        can = [one for one in self.commands.declared if one.id != "palette" and self._possible(one, situation)]
        self._palette.open(can, self._uses(), typed)

    def _uses(self) -> dict[str, int]:
        found = self._settings.value("palette/uses")
        return {str(key): int(uses) for key, uses in found.items()} if isinstance(found, dict) else {}

    def _count_use(self, key: str) -> None:
        uses = self._uses()
        uses[key] = uses.get(key, 0) + 1
        # The least used are forgotten, so that it stays a short list.
        self._settings.setValue("palette/uses", dict(sorted(uses.items(), key=lambda one: -one[1])[:200]))

    def show_preferences(self, group: str = "") -> None:
        from readerapp.ui.dialogs.preferences import Preferences

        sheet = Preferences(self._config, all_actions(), self._lanes.library.path, self._lanes, self._theme, self)
        sheet.changed.connect(self._setting_changed)
        if group:
            sheet.show_group(group)
        sheet.open()

    def show_keys(self) -> None:
        from readerapp.ui.dialogs.keys import KeySheet

        KeySheet(self.commands.declared, self._theme, self).open()

    def quit(self) -> None:
        self.window().close()

    # Menus and drops

    def _show_context_menu(self, position: QPoint) -> None:
        self._update_actions()
        self.commands.open_context_menu(position)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if not self.pdf.take(event.mimeData(), self.childAt(event.position().toPoint())):
            self._sheet().take(event.mimeData())
        event.acceptProposedAction()

    # State

    def _restore(self) -> None:
        settings = self._settings
        geometry = settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1440, 900)
        self.panes.restore(settings)
        orders = settings.value("orders", {})
        if isinstance(orders, dict):
            self.listing.orders = {str(key): str(value) for key, value in orders.items()}
        same = settings.value("library", "") == str(self._lanes.library.path)
        query = str(settings.value("list/query", "")) if same else ""
        # The window may have spoken another language then.
        title = self.sidebar.title(query) or str(settings.value("list/title", "")) if same else ""
        typed = str(settings.value("list/typed", "")) if same else ""
        self._count()
        # QSettings gives back one text where a list had one.
        recent = settings.value("search/recent") or []
        self.top_bar.search_field.recent = [recent] if isinstance(recent, str) else recent
        self.top_bar.search_field.set_text_silently(typed)
        self._show_answer(self.listing.first(title or self.tr("All papers"), query, typed))
        self.sidebar.show_current(query)
        kept = settings.value("list/current", 0, type=int)
        current = kept if same and isinstance(kept, int) else 0
        first = self.list.ids()[0] if len(self.list.ids()) else 0
        self.list.set_current_id(current or first)
        self.sidebar.restore_state(settings.value("sidebar/expanded"))
        self.list_panel.columns.restore(str(settings.value("list/columns", "")))
        self.list_panel.set_density(self._config.get(settings_of.DENSITY))
        self.sidebar.set_counts(self._config.get(settings_of.SIDEBAR_COUNTS))
        self._dress_abstract()
        self._read_history()
        self.focus("list")

    def _save_state(self) -> None:
        settings = self._settings
        settings.setValue("geometry", self.window().saveGeometry())
        self.panes.keep(settings)
        settings.setValue("seen/papers", " ".join(map(str, self.list.ids()[:FIRST])))
        settings.setValue("orders", self.listing.orders)
        settings.setValue("library", str(self._lanes.library.path))
        settings.setValue("list/title", self.listing.title)
        settings.setValue("list/query", self.listing.query)
        settings.setValue("list/typed", self.listing.typed)
        settings.setValue("list/current", self.list.current_id())
        settings.setValue("sidebar/expanded", self.sidebar.state())
        settings.setValue("density", self.list_panel.density)
        settings.setValue("list/columns", self.list_panel.columns.in_words())
        settings.sync()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sessions.now:
            self._sessions.now.fit(self.width())
        self.panes.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        icons.postpone(False)
        for widget in self.findChildren(QWidget):
            widget.update()
        self._lanes.start()
        self._living.start()
        self.listing.again()
        self._take_over_settings()
        if self._config.get(settings_of.SPELLING):
            self._check_spelling()
        for problem in filter(None, (self._lanes.library.notice, *self._config.problems[:1])):
            self._complain(problem)
        self._look_after_files()
        self._folder.start()
        self.first_painted.emit()

    def _tell_arrival(self, path: Path, summary: ImportSummary) -> None:
        """A PDF has come into the folder that is watched."""
        titles = [one_line(paper.title)[:80] for paper in papers.records(self._lanes.reader, summary.papers)]
        if titles:
            self.status_bar.say(self.tr("{file} came in: {title}").format(file=path.name, title=titles[0]), undo=True)

    def _look_after_files(self) -> None:
        """Reads the text of PDFs, and removes files that nothing names any more, when all else has been done."""
        from readerapp.jobs.pdf_texts import PdfTexts
        from readerapp.jobs.watching import FolderWatch

        self._texts = PdfTexts(self._lanes, self)
        self._watch = FolderWatch(self._lanes, self._settings, self._tell_arrival, self)
        if watched := self._config.get(settings_of.WATCHED):
            QTimer.singleShot(_FILES_AFTER, self, partial(self._watch.watch, watched))
        if not self._lanes.read_only:
            QTimer.singleShot(_FILES_AFTER, self, self._texts.look)
            QTimer.singleShot(_FILES_AFTER, self, lambda: self._lanes.piecewise(lambda writer: files.sweep(writer) < 0))

    def _take_over_settings(self) -> None:
        """Colours and density were kept with the sizes once."""
        if not self._settings.contains("config/taken"):
            self._settings.setValue("config/taken", True)
            for key, setting in (("appearance", settings_of.COLOURS), ("density", settings_of.DENSITY)):
                value = str(self._settings.value(key, ""))
                if value in dict(setting.options) and value != setting.default:
                    self._set(setting, value)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._focus_mode.end()
        # What was to be shown after a pause in typing is shown to nobody.
        self._show_soon.stop()
        self._sessions.close()
        self.notes_panel.flush()
        self.pdf.close()
        self._save_state()
        event.accept()


def _address(paper: Record, rel: str) -> str:
    """The address behind a button: a link of this kind, else what an identifier stands for."""
    found = next((link.url for link in paper.links if link.rel == rel), "")
    names = {one.scheme: one.value for one in paper.identifiers}
    if found or rel == "code":
        return found
    if "arxiv" in names:
        return f"https://arxiv.org/{'pdf' if rel == 'pdf' else 'abs'}/{names['arxiv']}"
    if rel == "page" and "doi" in names:
        return f"https://doi.org/{names['doi']}"
    if rel == "page" and "openreview" in names:
        return f"https://openreview.net/forum?id={names['openreview']}"
    return ""
