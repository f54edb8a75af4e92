"""The menus View and Help."""

from __future__ import annotations

from readerapp.actions.registry import Action

ACTIONS = (
    Action(
        id="sidebar",
        text="Sidebar",
        help="Show or hide the sidebar.",
        run=lambda desk: desk.toggle_panel("sidebar"),
        menu="View",
        group="panels",
        keys=("Ctrl+B",),
        icon="sidebar",
    ),
    Action(
        id="notes",
        text="Notes panel",
        help="Show or hide the notes beside the abstract.",
        run=lambda desk: desk.toggle_panel("notes"),
        menu="View",
        group="panels",
        keys=("Ctrl+J",),
        icon="note",
    ),
    Action(
        id="count-unread",
        text="Count unread or all papers",
        help="Let the numbers beside the tags count unread papers alone, or all again.",
        run=lambda desk: desk.switch_counts(),
        menu="View",
        group="panels",
        icon="sidebar",
    ),
    Action(
        id="narrow",
        text="Narrow the list",
        help="Show how many papers have which status, tag, year and so on, and choose.",
        run=lambda desk: desk.narrow(),
        menu="View",
        group="list",
        keys=("F",),
        condition=lambda situation: bool(situation.current),
    ),
    Action(
        id="highlights-table",
        text="Table of highlights…",
        help="Show what is highlighted in the list shown or in a project as papers by meanings, and export it.",
        run=lambda desk: desk.show_highlights(),
        menu="View",
        group="highlights",
        keys=("G, Shift+H",),
        icon="highlight",
    ),
    Action(
        id="tasks",
        text="Tasks from notes…",
        help="Show what is to be done in all notes, mark it done, and go to the note.",
        run=lambda desk: desk.show_tasks(),
        menu="View",
        group="highlights",
        keys=("G, X",),
        icon="task",
    ),
    Action(
        id="meanings",
        text="Meanings of highlights…",
        help="Name the highlight colours, and change, add, order or delete them.",
        run=lambda desk: desk.show_meanings(),
        menu="View",
        group="highlights",
    ),
    *(
        Action(
            id=f"appearance-{appearance.replace(' ', '-')}",
            text=f"Colours {appearance}" if appearance.startswith("as") else f"{appearance.capitalize()} colours",
            help=f"Show the window in {appearance} colours."
            if not appearance.startswith("as")
            else "Follow the system from light to dark and back.",
            run=lambda desk, appearance=appearance: desk.set_appearance(appearance),  # type: ignore[misc]
            menu="View",
            group="appearance",
        )
        for appearance in ("as the system", "light", "dark")
    ),
    Action(
        id="preferences",
        text="Preferences…",
        help="Change colours, text size, keys, backups and when a paper counts as read.",
        run=lambda desk: desk.show_preferences(),
        menu="View",
        group="preferences",
        keys=("Ctrl+,",),
        icon="preferences",
    ),
    Action(
        id="palette",
        text="Commands",
        help="Find an action, a tag, a saved search or a paper by a few letters.",
        run=lambda desk: desk.show_palette(),
        menu="Help",
        group="help",
        keys=("Ctrl+K",),
        icon="commands",
    ),
    Action(
        id="activity",
        text="Reading activity",
        help="Show what came in, was read and was dropped, week by week.",
        run=lambda desk: desk.show_activity(),
        menu="View",
        group="activity",
        keys=("G, Y",),
        icon="activity",
    ),
    Action(
        id="keys",
        text="Keys",
        help="Show every key and what it does.",
        run=lambda desk: desk.show_keys(),
        menu="Help",
        group="help",
        keys=("?", "F1"),
        icon="keys",
    ),
)
