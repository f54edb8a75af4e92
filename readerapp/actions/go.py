"""The menu Go: moving through papers, lists and panes."""

from __future__ import annotations

from readerapp.actions.registry import Action, Situation


def _any_papers(situation: Situation) -> bool:
    return bool(situation.current)


ACTIONS = (
    Action(
        id="next",
        text="Next paper",
        help="Go to the next paper of the list.",
        run=lambda desk: desk.go(1),
        menu="Go",
        group="papers",
        keys=("J",),
        icon="down",
    ),
    Action(
        id="previous",
        text="Previous paper",
        help="Go to the previous paper of the list.",
        run=lambda desk: desk.go(-1),
        menu="Go",
        group="papers",
        keys=("K",),
        icon="up",
    ),
    Action(
        id="page-down",
        text="Page the abstract",
        help="Page the abstract down; at its end go to the next unread paper.",
        run=lambda desk: desk.page(1),
        menu="Go",
        group="papers",
        keys=("Space",),
        condition=_any_papers,
    ),
    Action(
        id="page-up",
        text="Page the abstract back",
        help="Page the abstract up.",
        run=lambda desk: desk.page(-1),
        menu="Go",
        group="papers",
        keys=("Shift+Space",),
        condition=_any_papers,
    ),
    Action(
        id="open",
        text="Open the paper",
        help="Put the focus into the abstract of the paper.",
        run=lambda desk: desk.focus("abstract"),
        menu="Go",
        group="papers",
        keys=("Return", "Enter", "O"),
        condition=_any_papers,
        in_context_menu=True,
    ),
    Action(
        id="search",
        text="Search",
        help="Search titles, abstracts, notes and everything else.",
        run=lambda desk: desk.focus("search"),
        menu="Go",
        group="places",
        keys=("/", "Ctrl+F"),
        icon="search",
    ),
    Action(
        id="step-back",
        text="Back to the list",
        help="Clear the search, then go back to the list.",
        run=lambda desk: desk.step_back(),
        menu="Go",
        group="places",
        keys=("Esc",),
    ),
    Action(
        id="next-pane",
        text="Next pane",
        help="Put the focus into the next pane: sidebar, list, abstract, notes.",
        run=lambda desk: desk.focus("next"),
        menu="Go",
        group="places",
        keys=("F6",),
    ),
    *(
        Action(
            id=f"go-{name}",
            text=text,
            help=f"Show the list {text}.",
            run=lambda desk, text=text, query=query: desk.show_query(text, query),  # type: ignore[misc]
            menu="Go",
            group="lists",
            keys=(f"G, {letter}",),
            icon=icon,
        )
        for name, text, query, letter, icon in (
            ("up-next", "Up next", "is:queued sort:queue", "N", "up-next"),
            ("unread", "Unread", "is:unread", "U", "unread"),
            ("reading", "Reading", "is:reading", "G", "reading"),
            ("read", "Read", "is:read", "R", "read"),
            ("starred", "Starred", "is:starred", "S", "starred"),
            ("all", "All papers", "", "A", "all"),
        )
    ),
    Action(
        id="select",
        text="Select or unselect",
        help="Add the paper to the selection, or take it out.",
        run=lambda desk: desk.toggle_selection(),
        menu="Go",
        group="selection",
        keys=("X",),
        condition=_any_papers,
    ),
    Action(
        id="extend-down",
        text="Extend the selection down",
        help="Select the next paper too.",
        run=lambda desk: desk.extend_selection(1),
        menu="Go",
        group="selection",
        keys=("Shift+Down",),
        condition=_any_papers,
    ),
    Action(
        id="extend-up",
        text="Extend the selection up",
        help="Select the previous paper too.",
        run=lambda desk: desk.extend_selection(-1),
        menu="Go",
        group="selection",
        keys=("Shift+Up",),
        condition=_any_papers,
    ),
    Action(
        id="select-all",
        text="Select all",
        help="Select every paper of the list.",
        run=lambda desk: desk.select_all(),
        menu="Go",
        group="selection",
        keys=("Ctrl+A",),
        condition=_any_papers,
    ),
)
