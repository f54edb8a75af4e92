"""The menu Paper: what can be done with the selected papers."""

from __future__ import annotations

from collections.abc import Callable

from readerapp.actions.registry import Action, Desk, Situation, with_papers
from readerapp.operations import filing, reading, tagging
from readerapp.records import Status


def _status(status: Status) -> Callable[[Desk], None]:
    return lambda desk: desk.do(reading.set_status, list(desk.situation().selected), status)


def _toggle_read(desk: Desk) -> None:
    situation = desk.situation()
    read = situation.row is not None and situation.row.status is Status.READ
    desk.do(reading.set_status, list(situation.selected), Status.UNREAD if read else Status.READ)


def _toggle_star(desk: Desk) -> None:
    situation = desk.situation()
    starred = situation.row is not None and situation.row.starred
    desk.do(reading.set_starred, list(situation.selected), not starred)


def _rate(rating: int | None) -> Callable[[Desk], None]:
    return lambda desk: desk.do(reading.set_rating, list(desk.situation().selected), rating)


def _toggle_queue(desk: Desk) -> None:
    situation = desk.situation()
    queued = situation.row is not None and situation.row.queued
    desk.do(filing.dequeue if queued else filing.enqueue, list(situation.selected))


def _quick(number: int) -> Callable[[Desk], None]:
    return lambda desk: desk.do(tagging.toggle_quick_tag, list(desk.situation().selected), number)


def _move(where: str) -> Callable[[Desk], None]:
    return lambda desk: desk.move_in_queue(where)


def _in_trash(situation: Situation) -> bool:
    return with_papers(situation) and situation.row is not None and situation.row.trashed


def _in_library(situation: Situation) -> bool:
    return with_papers(situation) and not _in_trash(situation)


def _queued(situation: Situation) -> bool:
    return with_papers(situation) and situation.row is not None and situation.row.queued


def _has(mark: str) -> Callable[[Situation], bool]:
    return lambda situation: situation.row is not None and bool(getattr(situation.row, mark))


def _current(situation: Situation) -> bool:
    return bool(situation.current)


def _current_writable(situation: Situation) -> bool:
    return bool(situation.current) and not situation.read_only


_STATUS_ICONS = {
    Status.UNREAD: "unread",
    Status.READING: "reading",
    Status.READ: "read",
    Status.DROPPED: "dropped",
}

ACTIONS = (
    Action(
        id="toggle-read",
        text="Read or unread",
        help="Mark the paper read, or unread again, and stay on it.",
        run=_toggle_read,
        menu="Paper",
        group="status",
        keys=("M",),
        icon="read",
        condition=with_papers,
        in_context_menu=True,
    ),
    Action(
        id="done",
        text="Done, next paper",
        help="Mark the paper read, take it out of up next and go to the next one.",
        run=lambda desk: desk.finish(),
        menu="Paper",
        group="status",
        keys=("E",),
        icon="done",
        condition=with_papers,
        in_context_menu=True,
    ),
    *(
        Action(
            id=f"status-{status.word}",
            text=f"Mark {status.word}",
            help=f"Give the selected papers the status {status.word}.",
            run=_status(status),
            menu="Paper",
            group="status",
            keys=(f"Alt+{status.value + 1}",),
            icon=_STATUS_ICONS[status],
            condition=with_papers,
        )
        for status in Status
    ),
    Action(
        id="star",
        text="Star",
        help="Star the paper, or take the star away.",
        run=_toggle_star,
        menu="Paper",
        group="marks",
        keys=("S",),
        icon="star",
        condition=with_papers,
        in_context_menu=True,
    ),
    Action(
        id="tag",
        text="Tag…",
        help="Tag the selected papers; -name takes a tag away.",
        run=lambda desk: desk.edit_tags(),
        menu="Paper",
        group="marks",
        keys=("T",),
        icon="tag",
        condition=with_papers,
        in_context_menu=True,
    ),
    *(
        Action(
            id=f"quick-tag-{number}",
            text=f"Quick tag {number}",
            help=f"Put the tag with the key {number} on the selected papers, or take it away where all have it.",
            run=_quick(number),
            menu="Paper",
            group="quick tags",
            keys=(str(number),),
            condition=with_papers,
        )
        for number in range(1, 10)
    ),
    Action(
        id="note",
        text="Write a note",
        help="Go to the note of the paper.",
        run=lambda desk: desk.focus("note"),
        menu="Paper",
        group="marks",
        keys=("N",),
        icon="note",
        condition=_current,
        in_context_menu=True,
    ),
    Action(
        id="note-template",
        text="Start the note from a template",
        help="Put the note template of a tag of the paper into its note, below what is written there.",
        run=lambda desk: desk.start_note(),
        menu="Paper",
        group="marks",
        keys=("Ctrl+Shift+N",),
        condition=_current_writable,
    ),
    Action(
        id="note-versions",
        text="Earlier versions of the note…",
        help="Show what the note of the paper was before, what has changed, and put a version back.",
        run=lambda desk: desk.show_note_versions(),
        menu="Paper",
        group="marks",
        keys=("G, Shift+N",),
        icon="history",
        condition=_current,
    ),
    Action(
        id="takeaway",
        text="Write the takeaway",
        help="Go to the one line to keep of the paper.",
        run=lambda desk: desk.focus("takeaway"),
        menu="Paper",
        group="marks",
        keys=("Shift+N",),
        condition=_current,
    ),
    Action(
        id="details",
        text="Edit the details",
        help="Show every field of the paper, to be corrected where it stands.",
        run=lambda desk: desk.focus("details"),
        menu="Paper",
        group="marks",
        keys=("I",),
        condition=_current,
    ),
    Action(
        id="highlight",
        text="Highlight the selection",
        help="Highlight what is selected in the abstract, with the meaning used last.",
        run=lambda desk: desk.highlight(),
        menu="Paper",
        group="highlights",
        keys=("H",),
        icon="highlight",
        condition=_current_writable,
    ),
    Action(
        id="highlight-as",
        text="Highlight as…",
        help="Choose what the selection, or the highlight clicked last, means.",
        run=lambda desk: desk.highlight_as(),
        menu="Paper",
        group="highlights",
        keys=("Shift+H",),
        condition=_current_writable,
    ),
    Action(
        id="quote-highlight",
        text="Quote in the note",
        help="Put the chosen highlight, or what is selected in the abstract, into the note, with a link to the paper.",
        run=lambda desk: desk.quote_highlight(),
        menu="Paper",
        group="highlights",
        keys=("Ctrl+Shift+H",),
        icon="quote",
        condition=_current_writable,
    ),
    Action(
        id="highlights",
        text="Go to the highlights",
        help="Go to the cards of what is highlighted in the paper, where comments are written.",
        run=lambda desk: desk.focus("highlights"),
        menu="Paper",
        group="highlights",
        keys=("G, H",),
        condition=_current,
    ),
    *(
        Action(
            id=f"rating-{rating}",
            text=f"Rate {rating}" if rating else "No rating",
            help=f"Rate the selected papers {rating} of 5." if rating else "Take the rating away.",
            run=_rate(rating or None),
            menu="Paper",
            group="rating",
            keys=(f"Ctrl+{rating}",),
            condition=with_papers,
        )
        for rating in range(6)
    ),
    Action(
        id="queue",
        text="Up next",
        help="Add the paper to up next, or take it out.",
        run=_toggle_queue,
        menu="Paper",
        group="queue",
        keys=("Q",),
        icon="up-next",
        condition=with_papers,
        in_context_menu=True,
    ),
    Action(
        id="queue-up",
        text="Earlier in up next",
        help="Move the selected papers one place up in up next.",
        run=_move("up"),
        menu="Paper",
        group="queue",
        keys=("Alt+Up",),
        icon="up",
        condition=_queued,
    ),
    Action(
        id="queue-down",
        text="Later in up next",
        help="Move the selected papers one place down in up next.",
        run=_move("down"),
        menu="Paper",
        group="queue",
        keys=("Alt+Down",),
        icon="down",
        condition=_queued,
    ),
    Action(
        id="queue-top",
        text="To the top of up next",
        help="Move the selected papers to the top of up next.",
        run=_move("top"),
        menu="Paper",
        group="queue",
        keys=("Alt+Home",),
        icon="top",
        condition=_queued,
    ),
    Action(
        id="queue-end",
        text="To the end of up next",
        help="Move the selected papers to the end of up next.",
        run=_move("end"),
        menu="Paper",
        group="queue",
        keys=("Alt+End",),
        icon="end",
        condition=_queued,
    ),
    Action(
        id="open-page",
        text="Open in the browser",
        help="Open the paper's page in the browser.",
        run=lambda desk: desk.open_link("page"),
        menu="Paper",
        group="links",
        keys=("V",),
        icon="browser",
        condition=_current,
        in_context_menu=True,
    ),
    Action(
        id="open-pdf",
        text="Open the PDF",
        help="Read the paper's PDF here, and again to go back to the abstract; a mere link opens in the browser.",
        run=lambda desk: desk.open_link("pdf"),
        menu="Paper",
        group="links",
        keys=("P",),
        icon="pdf",
        condition=_has("pdf"),
        in_context_menu=True,
    ),
    Action(
        id="attach",
        text="Attach a file…",
        help="Keep a PDF or another file with the paper, in the library's own folder.",
        run=lambda desk: desk.attach(),
        menu="Paper",
        group="links",
        keys=("Shift+P",),
        icon="attach",
        condition=_current_writable,
        in_context_menu=True,
    ),
    Action(
        id="fetch-pdf",
        text="Fetch the PDF",
        help="Get the PDF of the selected papers from the web and attach it, where they have a link to one.",
        run=lambda desk: desk.fetch_pdfs(),
        menu="Paper",
        group="links",
        icon="fetch",
        condition=with_papers,
        in_context_menu=True,
    ),
    Action(
        id="pdf-copy",
        text="Write a PDF with my highlights…",
        help="Write a copy of the paper's PDF with your highlights and comments, as every program shows them.",
        run=lambda desk: desk.with_pdf("copy"),
        menu="Paper",
        group="links",
        icon="export",
        condition=_has("highlights"),
    ),
    Action(
        id="open-code",
        text="Open the code",
        help="Open the paper's code repository in the browser.",
        run=lambda desk: desk.open_link("code"),
        menu="Paper",
        group="links",
        icon="code",
        condition=_has("code"),
        in_context_menu=True,
    ),
    Action(
        id="copy",
        text="Copy title and link",
        help="Copy the titles and links of the selected papers.",
        run=lambda desk: desk.copy(),
        menu="Paper",
        group="links",
        keys=("Ctrl+C",),
        icon="copy",
        condition=lambda situation: bool(situation.selected),
        in_context_menu=True,
    ),
    Action(
        id="copy-bibtex",
        text="Copy BibTeX",
        help="Copy the BibTeX entries of the selected papers, for a LaTeX document.",
        run=lambda desk: desk.copy("bibtex"),
        menu="Paper",
        group="links",
        keys=("Ctrl+Shift+C",),
        icon="copy",
        condition=lambda situation: bool(situation.selected),
        in_context_menu=True,
    ),
    Action(
        id="copy-references",
        text="Copy formatted citation",
        help="Copy the selected papers as references in your citation style, as plain and as rich text.",
        run=lambda desk: desk.cite("copy"),
        menu="Paper",
        group="links",
        keys=("Ctrl+Shift+A",),
        icon="quote",
        condition=lambda situation: bool(situation.selected),
        in_context_menu=True,
    ),
    Action(
        id="cite",
        text="Cite…",
        help="Show the selected papers cited in a style of your choice, in the text and in the bibliography.",
        run=lambda desk: desk.cite("sheet"),
        menu="Paper",
        group="links",
        condition=lambda situation: bool(situation.selected),
    ),
    Action(
        id="merge",
        text="Merge papers…",
        help="Make one paper of the selected ones, chosen field by field.",
        run=lambda desk: desk.merge_papers(),
        menu="Paper",
        group="trash",
        icon="merge",
        condition=lambda situation: with_papers(situation) and 2 <= len(situation.selected) <= 20,
        in_context_menu=True,
    ),
    Action(
        id="trash",
        text="Move to the trash",
        help="Move the selected papers to the trash; nothing of them is lost.",
        run=lambda desk: desk.do(filing.trash, list(desk.situation().selected)),
        menu="Paper",
        group="trash",
        keys=("Del",),
        icon="trash",
        condition=_in_library,
        in_context_menu=True,
    ),
    Action(
        id="restore",
        text="Restore from the trash",
        help="Bring the selected papers back into the library.",
        run=lambda desk: desk.do(filing.restore, list(desk.situation().selected)),
        menu="Paper",
        group="trash",
        icon="restore",
        condition=_in_trash,
        in_context_menu=True,
    ),
    Action(
        id="delete",
        text="Delete for good…",
        help="Show what would be lost with the selected papers of the trash, and delete them; undo brings them back.",
        run=lambda desk: desk.delete_papers(False),
        menu="Paper",
        group="trash",
        keys=("Shift+Del",),
        icon="empty",
        condition=_in_trash,
        in_context_menu=True,
    ),
)
