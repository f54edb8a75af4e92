"""What an action is, and how all of them are found. Menus, context menus, buttons and the key sheet are loops over
`all_actions()`; nothing about an action is written down twice."""

from __future__ import annotations

import pkgutil
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from readerapp.jobs.lanes import Verb
from readerapp.library.papers import Row


@dataclass(frozen=True, slots=True)
class Situation:
    """What the reader has before them: the selected papers in the order of the list, the current one (0: none) with
    its row, the query of the list, the tag that alone it is asked for ("" for none or several), what undo and redo
    would do ("" if nothing), and whether there is a way back. `searched` is the whole query of what is listed, with
    what is typed, "" where that is all papers or saved already; `trash` is how many papers are in the trash; `pdf` says
    that a PDF is shown."""

    selected: array[int]
    current: int = 0
    row: Row | None = None
    query: str = ""
    project: str = ""
    undo: str = ""
    redo: str = ""
    read_only: bool = False
    can_go_back: bool = False
    searched: str = ""
    trash: int = 0
    pdf: bool = False


class Desk(Protocol):
    """What an action may ask of the window."""

    def situation(self) -> Situation:
        """What the reader has before them now."""

    def do(self, verb: Verb, *args: object) -> None:
        """Has the library do a verb of operations."""

    def finish(self) -> None:
        """Marks the selected papers read, takes them out of up next, and goes on to the next paper."""

    def move_in_queue(self, where: str) -> None:
        """Moves the selected papers "up", "down", to the "top" or the "end" of up next."""

    def start_session(self) -> None:
        """Asks how many minutes there are, and shows the next papers alone."""

    def undo(self) -> None: ...

    def redo(self) -> None: ...

    def go(self, offset: int) -> None:
        """To the next (1) or previous (-1) paper."""

    def page(self, direction: int) -> None:
        """Pages the abstract; at its end goes to the next unread paper."""

    def open_paper(self) -> None:
        """Puts the focus into the paper, where the searched words are."""

    def walk(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) searched word of the paper."""

    def find_duplicates(self) -> None:
        """Looks for papers that may be one, in a sheet."""

    def merge_papers(self) -> None:
        """Shows the selected papers side by side, to make one of them."""

    def show_history(self) -> None: ...

    def show_note_versions(self) -> None:
        """Shows what the note of the current paper was before, in a sheet."""

    def start_note(self) -> None:
        """Puts the note template of a tag of the paper into its note."""

    def show_tasks(self) -> None:
        """Shows the tasks that stand in all notes, in a sheet."""

    def show_activity(self) -> None: ...

    def highlight(self) -> None:
        """Highlights what is selected in the abstract with the meaning used last."""

    def highlight_as(self) -> None:
        """Asks what the selected passage, or the chosen highlight, means."""

    def quote_highlight(self) -> None:
        """Puts the chosen highlight, or what is selected in the abstract, into the note."""

    def show_highlights(self) -> None:
        """Shows the highlights of the papers listed, or of a project, as a table, in a sheet."""

    def show_meanings(self) -> None:
        """Shows what the highlight colours mean, to be renamed, coloured and ordered, in a sheet."""

    def go_back(self) -> None:
        """Goes back to the paper and list from which a similar paper was opened."""

    def narrow(self) -> None:
        """Shows what the papers of the list have in common, to narrow it by."""

    def extend_selection(self, offset: int) -> None: ...

    def toggle_selection(self) -> None: ...

    def select_all(self) -> None: ...

    def focus(self, place: str) -> None:
        """Puts the focus into "list", "abstract", "note", "takeaway", "highlights", "details", "search", "sidebar", or
        into the "next" pane."""

    def show_query(self, title: str, query: str) -> None:
        """Shows the list of a query."""

    def show_up_next(self, project: str) -> None:
        """Shows what is up next of a project, in its order."""

    def save_search(self) -> None:
        """Asks for a name for the query of what is listed."""

    def delete_papers(self, everything: bool) -> None:
        """Shows what would be lost with the selected papers of the trash, or with all of it, and deletes them."""

    def review(self) -> None:
        """Goes through papers that wait long, one by one."""

    def edit_tags(self) -> None: ...

    def show_tags(self) -> None:
        """Shows every tag, to be renamed, merged, split and tidied, in a sheet."""

    def go_to_tag(self) -> None:
        """Asks for a tag by a few letters, and shows its list."""

    def switch_counts(self) -> None:
        """Has the numbers beside the tags count unread papers, or all again."""

    def add_papers(self, how: str) -> None:
        """Opens the sheet for new papers: "sheet" empty, "paste" with the clipboard, "file" after choosing one."""

    def add_starter(self) -> None: ...

    def export(self) -> None: ...

    def print_papers(self) -> None:
        """Shows the pages of the paper or the list shown, to be printed or saved as a PDF."""

    def keep_folder(self) -> None:
        """Asks for a folder of Markdown files to be kept in step with the library, in a sheet."""

    def cite(self, how: str) -> None:
        """Cites the selected papers: "copy" to the clipboard, "sheet" in a sheet; or all of the list: "copy all" to the
        clipboard, "save all" to a file."""

    def share_page(self) -> None:
        """Writes the list as a page for others."""

    def show_living_files(self) -> None:
        """Shows the files that are kept current for documents, in a sheet."""

    def back_up(self) -> None: ...

    def open_link(self, rel: str) -> None:
        """Opens the current paper's page, PDF or code in the browser; a PDF that is attached here, or puts it away."""

    def attach(self) -> None:
        """Asks for files to be attached to the current paper."""

    def fetch_pdfs(self) -> None:
        """Gets the PDFs of the selected papers from the web, and attaches them."""

    def with_pdf(self, what: str) -> None:
        """Shows the PDF "larger", "smaller", as wide as its pane ("width") or "dark", opens its "contents" or the line
        to "find" something in it, or writes a "copy" with the highlights."""

    def copy(self, form: str = "") -> None:
        """Copies the titles and links of the selected papers, or their "bibtex"."""

    def toggle_panel(self, name: str) -> None:
        """Shows or hides the "sidebar" or the "notes"."""

    def toggle_focus_mode(self) -> None:
        """Shows the abstract and the note alone, or everything again."""

    def change_text_size(self, by: int) -> None:
        """Makes the letters of the abstract so many pixels larger, or the pages of a PDF that is shown a step; 0: as
        those of the abstract are usually."""

    def set_appearance(self, appearance: str) -> None:
        """Colours "as the system", "light" or "dark", now and at every start."""

    def show_keys(self) -> None: ...

    def show_palette(self) -> None: ...

    def show_preferences(self) -> None: ...

    def step_back(self) -> None:
        """Esc: clears the search, then goes back to the list."""

    def quit(self) -> None: ...


def always(_: Situation) -> bool:
    """The condition of what can be done at any time."""
    return True


def with_papers(situation: Situation) -> bool:
    """The condition of what needs a paper, and a library that can be changed."""
    return bool(situation.selected) and not situation.read_only


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do.

    `id` is stable. `keys` are Qt key sequences; single letters act only where nothing is typed. `menu` and `group`
    place it; actions of one group stand together, in the order of their files.
    """

    id: str
    text: str
    help: str
    run: Callable[[Desk], None]
    menu: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    condition: Callable[[Situation], bool] = always
    in_context_menu: bool = False


MENUS = ("Library", "Paper", "Go", "View", "Help")


def all_actions() -> list[Action]:
    """Every action, menu by menu, in the order of their declaration, with texts in the language of the window. Each
    module of this room has ACTIONS."""
    package = __package__ or ""
    found: list[Action] = []
    for info in pkgutil.iter_modules(import_module(package).__path__):
        declared: Sequence[Action] = getattr(import_module(f"{package}.{info.name}"), "ACTIONS", ())
        found += declared
    found.sort(key=lambda action: MENUS.index(action.menu))
    translate = QCoreApplication.translate
    return [replace(one, text=translate("Action", one.text), help=translate("Action", one.help)) for one in found]


def menu_name(menu: str) -> str:
    """What one of MENUS is called in the language of the window."""
    return QCoreApplication.translate("Menu", menu)
