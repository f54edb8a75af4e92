"""A PDF from the folder of downloads to a passage found again the next day."""

from __future__ import annotations

import time
from pathlib import Path

from tests.end2end.harness import Program, Screen
from tests.pdfs import pdf, prose


def test_a_pdf_is_read_highlighted_and_found_again(screen: Screen, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "answers.pdf"
    first = ["On answers to questions", "arXiv:2401.00003v2 [cs.LG] 3 Jan 2024", *prose(1)[0][:30]]
    path.write_bytes(pdf([first, *prose(30)[1:], ["The zymurgy of the last page"]], title_size=20))
    program.command("import", str(path))
    program.start()
    program.wait_for("SELECT count(*) FROM attachment", 1)
    # Its text is read in the background, page by page.
    program.wait_for("SELECT max(pages) FROM pdf WHERE fault = ''", 31)
    program.wait_for("SELECT count(*) FROM pdf_page", 31)

    screen.press("Home", "p")
    time.sleep(1.5)
    screen.picture("pdf-1-reading")
    # What the keys select from the top on is highlighted and commented.
    for _ in range(3):
        screen.press("ctrl+shift+Right")
    screen.press("h")
    program.wait_for("SELECT max(page || ' ' || quote) FROM highlight", "1 On answers to")
    screen.press("ctrl+f")
    screen.type("answer 145")
    screen.press("Return")
    time.sleep(0.8)
    screen.press("Escape")
    screen.picture("pdf-2-found")
    screen.press("End")
    program.wait_for("SELECT max(page) >= 30 FROM pdf_place", 1)
    screen.press("Escape")
    program.quit()

    program.start()
    screen.press("slash")
    screen.type("pdf:zymurgy")
    time.sleep(1)
    screen.picture("pdf-3-searched")
    screen.press("Return", "Return")
    time.sleep(1.5)
    screen.picture("pdf-4-there-again")
    screen.press("Escape", "Escape", "Escape")
    screen.press("ctrl+z")
    program.wait_for("SELECT count(*) FROM highlight", 0)
    program.quit()
    assert "is damaged" not in program.command("check")
