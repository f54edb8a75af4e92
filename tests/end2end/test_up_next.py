"""Up next put in order with the mouse, in a real window: within the list, and onto the sidebar as before."""

from __future__ import annotations

import time

from readerapp.paths import STARTER
from tests.end2end.harness import Program, Screen

_ORDER = "SELECT group_concat(paper_id, ' ') FROM (SELECT paper_id FROM queue ORDER BY position)"


def test_rows_are_dragged_within_up_next_and_onto_a_tag(screen: Screen, program: Program) -> None:
    program.command("import", str(STARTER))
    program.start()
    screen.press("ctrl+a", "q")
    program.wait_for("SELECT count(*) FROM queue", 24)
    screen.press("g", "n")
    time.sleep(0.8)
    screen.press("Home")
    time.sleep(0.3)
    before = str(program.ask(_ORDER)[0][0]).split()

    # The third row, 92 pixels high as all are, to above the second.
    screen.drag((400, 320), (400, 260), (400, 184), stay=0.3)
    wanted = [before[0], before[2], before[1], *before[3:]]
    program.wait_for(_ORDER, " ".join(wanted))
    screen.picture("up-next-1-dragged")

    screen.press("Home")
    time.sleep(0.3)
    # Held at the lower edge, the list scrolls to its end.
    screen.drag((400, 130), (400, 500), (400, 862), stay=3)
    program.wait_for(_ORDER, " ".join([*wanted[1:], wanted[0]]))
    screen.picture("up-next-2-scrolled")

    screen.press("ctrl+z", "ctrl+z")
    program.wait_for(_ORDER, " ".join(before))
    (tagged,) = program.ask("SELECT count(*) FROM paper_tag JOIN tag ON tag.id = tag_id WHERE name = 'efficiency'")
    screen.press("Home")
    time.sleep(0.3)
    screen.drag((400, 130), (300, 200), (100, 319), stay=0.3)
    program.wait_for(
        "SELECT count(*) FROM paper_tag JOIN tag ON tag.id = tag_id WHERE name = 'efficiency'",
        int(str(tagged[0])) + 1,
    )
    assert program.ask(_ORDER) == [(" ".join(before),)]
    screen.picture("up-next-3-tagged")
