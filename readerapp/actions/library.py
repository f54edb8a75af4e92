"""The menu Library: papers in and out, undo, backups."""

from __future__ import annotations

from readerapp.actions.registry import Action, Situation


def _writable(situation: Situation) -> bool:
    return not situation.read_only


ACTIONS = (
    Action(
        id="add-papers",
        text="Add papers…",
        help="Paste a papers page, identifiers or links, and choose what becomes of them.",
        run=lambda desk: desk.add_papers("sheet"),
        menu="Library",
        group="in",
        keys=("A", "Ctrl+N"),
        icon="add",
        condition=_writable,
    ),
    Action(
        id="paste",
        text="Paste papers",
        help="Look through the clipboard for papers and add them.",
        run=lambda desk: desk.add_papers("paste"),
        menu="Library",
        group="in",
        keys=("Ctrl+V",),
        icon="paste",
        condition=_writable,
    ),
    Action(
        id="import",
        text="Import a file…",
        help="Bring in the papers of a file: a saved papers page, JSON, JSON Lines or a conference list.",
        run=lambda desk: desk.add_papers("file"),
        menu="Library",
        group="in",
        keys=("Ctrl+O",),
        icon="import",
        condition=_writable,
    ),
    Action(
        id="starter",
        text="Add the starter library",
        help="Bring in 24 landmark papers with tags and notes, to look around.",
        run=lambda desk: desk.add_starter(),
        menu="Library",
        group="in",
        icon="starter",
        condition=_writable,
    ),
    Action(
        id="export",
        text="Export this list…",
        help="Write the papers of the list shown to a file: JSON, CSV or Markdown.",
        run=lambda desk: desk.export(),
        menu="Library",
        group="out",
        keys=("Ctrl+E",),
        icon="export",
    ),
    Action(
        id="backup",
        text="Back up now",
        help="Write a checked copy of the library into its folder of backups.",
        run=lambda desk: desk.back_up(),
        menu="Library",
        group="out",
        icon="done",
    ),
    Action(
        id="undo",
        text="Undo",
        help="Take the last change back, whatever it was; after a restart too.",
        run=lambda desk: desk.undo(),
        menu="Library",
        group="history",
        keys=("Ctrl+Z",),
        icon="undo",
        condition=lambda situation: bool(situation.undo) and not situation.read_only,
    ),
    Action(
        id="redo",
        text="Redo",
        help="Do again what was undone last.",
        run=lambda desk: desk.redo(),
        menu="Library",
        group="history",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
        condition=lambda situation: bool(situation.redo) and not situation.read_only,
    ),
    Action(
        id="quit",
        text="Quit",
        help="Close the window; everything is saved already.",
        run=lambda desk: desk.quit(),
        menu="Library",
        group="quit",
        keys=("Ctrl+Q",),
        icon="quit",
    ),
)
