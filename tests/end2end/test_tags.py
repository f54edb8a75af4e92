"""Tags with the mouse alone: dragged below one another, combined, counted otherwise."""

from __future__ import annotations

import time

from readerapp.paths import STARTER
from tests.end2end.harness import Program, Screen

# The rows of the sidebar with the starter library, at 1440 × 900; the last ones with "agents" open.
AGENTS, FOUNDATIONS = (80, 292), (80, 347)
MOVED, EFFICIENCY, GROUP = (110, 347), (80, 347), (80, 403)
HEADING, COUNTED = (60, 265), (181, 265)


def test_tags_are_dragged_and_combined(screen: Screen, program: Program) -> None:
    program.command("import", str(STARTER))
    program.start()
    program.wait_for("SELECT count(*) FROM tag WHERE name = 'foundations/computing'", 1)
    time.sleep(1)

    screen.drag(FOUNDATIONS, AGENTS, stay=0.3)
    program.wait_for("SELECT count(*) FROM tag WHERE name = 'agents/foundations/computing'", 1)
    time.sleep(0.5)
    screen.picture("tags-1-moved")

    # The tag is below "agents" now, which is opened by its mark; from there to the heading, which is the top level.
    screen.click(24, AGENTS[1])
    time.sleep(0.5)
    screen.drag(MOVED, HEADING, stay=0.3)
    program.wait_for("SELECT count(*) FROM tag WHERE name = 'foundations/computing'", 1)
    screen.press("ctrl+z", "ctrl+z")
    program.wait_for("SELECT count(*) FROM undo_step WHERE undone = 1", 2)
    time.sleep(0.5)

    # One tag or the other, and then not a third, and the numbers of unread papers.
    screen.click(*COUNTED)
    screen.click(*EFFICIENCY)
    time.sleep(0.5)
    screen.hold_and_click("shift", *GROUP)
    time.sleep(0.8)
    screen.picture("tags-2-either")
    screen.press("Escape", "Escape")
    screen.press("Home", "3")
    program.wait_for("SELECT count(*) FROM undo_step WHERE undone = 0 AND title LIKE '%reading-group%'", 1)
