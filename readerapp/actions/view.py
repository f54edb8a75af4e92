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
