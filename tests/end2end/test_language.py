"""Another language is chosen while the window is open."""

from __future__ import annotations

import time

from readerapp.paths import STARTER
from tests.end2end.harness import Program, Screen, wait


def test_the_window_speaks_another_language_at_once(screen: Screen, program: Program) -> None:
    program.command("import", str(STARTER))
    program.start()
    # A note that is being typed is kept, and the paper stays chosen.
    screen.press("j", "j", "n")
    screen.type("Begun in English")
    screen.press("ctrl+comma")
    time.sleep(0.8)
    screen.picture("language-1-english")
    # The setting is the fourth of the page: its list is gone down to the last language.
    screen.press("Tab", "Tab", "Tab", "Tab", "End")
    wait(lambda: bool(screen.windows("Leseliste")), "the window to be German")
    time.sleep(0.8)
    screen.picture("language-2-german")
    screen.press("Escape")
    begun = "SELECT count(*) FROM note WHERE text LIKE '%Begun in English'"
    assert program.ask(begun) == [(1,)]
    # The keys act in the new window, and undo knows what was done in the old one.
    ((starred,),) = program.ask("SELECT n FROM tally WHERE name = 'starred'")
    assert isinstance(starred, int)
    screen.press("s")
    program.wait_for("SELECT n FROM tally WHERE name = 'starred'", starred + 1)
    screen.press("ctrl+z", "ctrl+z")
    program.wait_for(begun, 0)
    screen.picture("language-3-undone")
