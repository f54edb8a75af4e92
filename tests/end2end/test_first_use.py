"""A researcher's first evening: paste a papers page, triage, tag, write, quit, come back."""

from __future__ import annotations

import time
from pathlib import Path

from tests.end2end.harness import Program, Screen, wait


def settle() -> None:
    """Gives the window a moment to draw, before a picture."""
    time.sleep(0.4)


def test_a_papers_page_from_the_clipboard_to_the_next_morning(
    screen: Screen, program: Program, shared: Path, tmp_path: Path
) -> None:
    page = (shared / "data" / "hf-papers-page.txt").read_text(encoding="utf-8")
    program.start()
    screen.picture("1-first-start")

    # Copied in the browser, pasted into the list: a sheet of candidates, added with Enter.
    with screen.clipboard(page, tmp_path):
        screen.press("ctrl+v")
        time.sleep(2)
        screen.picture("2-candidates")
        screen.press("ctrl+Return")
        program.wait_for("SELECT count(*) FROM import WHERE finished = 1", 1)
    program.wait_for("SELECT n FROM tally WHERE name = 'status:0'", 87)
    settle()
    screen.picture("3-added")

    # Ten papers about generalization get a tag: searched, selected together, tagged once.
    screen.press("slash")
    screen.type("generalization")
    time.sleep(0.6)
    screen.picture("4-search")
    screen.press("Return", "Home")
    for _ in range(9):
        screen.press("shift+Down")
    screen.press("t")
    time.sleep(0.5)
    screen.type("thesis/generalization")
    screen.picture("5-tagging")
    screen.press("Return")
    program.wait_for("SELECT count(*) FROM paper_tag JOIN tag ON tag.id = tag_id WHERE name LIKE 'thesis/%'", 10)
    screen.press("Escape", "Escape")
    settle()

    # Three are read; each E goes to the next.
    screen.press("Home", "e", "e", "e")
    program.wait_for("SELECT n FROM tally WHERE name = 'status:2'", 3)

    # A note on the fourth, typed and saved by itself.
    screen.press("n")
    screen.type("Compare with the sharpness argument.")
    screen.press("Return")
    screen.type("- [ ] read the appendix")
    program.wait_for("SELECT count(*) FROM note", 1)
    program.wait_for("SELECT text FROM note", "Compare with the sharpness argument.\n- [ ] read the appendix", 3)
    time.sleep(0.3)
    screen.picture("6-note")
    (noted,) = program.ask("SELECT paper_id FROM note")
    screen.press("Escape", "s", "q")
    program.wait_for("SELECT count(*) FROM queue", 1)
    program.wait_for("SELECT n FROM tally WHERE name = 'starred'", 1)
    program.quit()

    # The next morning all is there, down to the paper that was open.
    program.start()
    screen.picture("7-next-morning")
    assert program.ask("SELECT count(*) FROM paper") == [(87,)]
    screen.press("s")
    program.wait_for("SELECT n FROM tally WHERE name = 'starred'", 0)
    assert program.ask(f"SELECT starred FROM paper WHERE id = {noted[0]}") == [(0,)]
    screen.press("ctrl+z")
    program.wait_for("SELECT n FROM tally WHERE name = 'starred'", 1)

    # Undo reaches back over the restart, to the very beginning; redo comes back, eight steps.
    for _ in range(12):
        screen.press("ctrl+z")
        time.sleep(0.1)
    program.wait_for("SELECT count(*) FROM paper", 0)
    settle()
    screen.picture("8-all-undone")
    for _ in range(8):
        screen.press("ctrl+shift+z")
        time.sleep(0.1)
    program.wait_for("SELECT count(*) FROM paper", 87)
    program.wait_for("SELECT count(*) FROM note", 1)
    program.wait_for("SELECT n FROM tally WHERE name = 'starred'", 1)

    # What the command line does shows within a second; the picture is the proof for eyes.
    program.command("status", "reading", str(noted[0]))
    time.sleep(1)
    screen.picture("9-changed-by-the-command-line")

    # Pasting the page again adds nothing and loses nothing.
    with screen.clipboard(page, tmp_path):
        screen.press("ctrl+v")
        time.sleep(2)
        screen.picture("10-pasted-again")
        screen.press("Escape")
    time.sleep(0.3)
    assert program.ask("SELECT count(*) FROM paper") == [(87,)]
    assert program.ask("SELECT count(*) FROM paper_tag") == [(10,)]
    program.quit()
    assert program.output.read_text() == ""


def test_a_second_start_raises_the_first_window(screen: Screen, program: Program) -> None:
    program.start()
    first = screen.windows()
    answer = program.command("gui")
    assert answer == ""
    assert program.running
    assert screen.windows() == first
    program.quit()


def test_killed_and_started_again_the_note_is_there(screen: Screen, program: Program) -> None:
    program.command("add", "arXiv:1705.08741")
    program.start()
    screen.press("n")
    screen.type("The last sentence before the power went.")
    program.wait_for("SELECT count(*) FROM note", 1)
    program.wait_for("SELECT text FROM note", "The last sentence before the power went.", 3)
    program.kill()
    program.start()
    screen.press("n")
    screen.type(" And after.")
    program.wait_for("SELECT length(text) FROM note", len("The last sentence before the power went. And after."))
    screen.picture("11-after-a-kill")
    program.quit()
    assert program.command("check").strip() != ""


def test_terminated_it_closes_in_order(screen: Screen, program: Program) -> None:
    program.start()
    screen.press("slash")
    screen.type("anything")
    assert program._process is not None
    program._process.terminate()
    wait(lambda: not program.running, "the program to end")
    assert program._process.returncode == 0
