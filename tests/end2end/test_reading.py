"""A researcher reads: marks passages, writes, reads the PDF, and finds all of it again on the next day."""

from __future__ import annotations

import time
from pathlib import Path

from readerapp.paths import STARTER
from tests.end2end.harness import Program, Screen, wait
from tests.pdfs import pdf, prose

SHARPNESS = "Sharpness-Aware Minimization for Efficiently Improving Generalization"


def highlight(screen: Screen, program: Program, words: int, number: int) -> None:
    """Selects so many words from where the caret is and highlights them: the `number`th highlight of the library."""
    for _ in range(words):
        screen.press("ctrl+shift+Right")
    screen.press("h")
    program.wait_for("SELECT count(*) FROM highlight", number)


def test_reading_marking_writing_and_finding_it_again(screen: Screen, program: Program, tmp_path: Path) -> None:
    program.command("import", str(STARTER))
    ((before,),) = program.ask("SELECT count(*) FROM highlight")
    assert isinstance(before, int)
    paper = f"SELECT id FROM paper WHERE title = '{SHARPNESS}'"
    program.start()
    screen.press("slash")
    screen.type("sharpness aware")
    time.sleep(3)
    screen.press("Return")
    time.sleep(0.5)

    # Two passages of the abstract, by keys; the second gets a comment in its card.
    screen.press("Return", "Right")
    highlight(screen, program, 4, before + 1)
    screen.press("Right", "Down", "Down")
    highlight(screen, program, 3, before + 2)
    screen.press("g", "h")
    time.sleep(0.4)
    screen.press("Return")
    screen.type("Against a zebrafish baseline")
    screen.press("Return")
    program.wait_for("SELECT count(*) FROM highlight WHERE comment = 'Against a zebrafish baseline'", 1)
    screen.picture("reading-1-highlights")

    # A note with a link that is completed, a box and a formula.
    screen.press("Escape", "n", "ctrl+End", "Return")
    screen.type("Compare with [[batch norm")
    time.sleep(0.8)
    screen.picture("reading-2-a-link")
    screen.press("Return")
    screen.type(" first.")
    screen.press("Return")
    screen.type("- [ ] rerun with $\\rho = 0.05$ on okapis")
    program.wait_for(f"SELECT text LIKE '%Batch Normalization%on okapis' FROM note WHERE paper_id = ({paper})", 1)
    screen.picture("reading-3-a-note")
    screen.press("Escape")

    # Its PDF, attached by the dialog, read, and marked.
    file = tmp_path / "sharpness.pdf"
    file.write_bytes(pdf(prose(3)))
    screen.press("shift+p")
    wait(lambda: bool(screen.windows("Attach")), "the dialog")
    time.sleep(0.5)
    screen.type(str(file))
    screen.press("Return")
    program.wait_for(f"SELECT count(*) FROM attachment WHERE paper_id = ({paper})", 1)
    program.wait_for("SELECT count(*) FROM pdf_page", 3, seconds=90)
    screen.press("p")
    time.sleep(2.5)
    screen.press("shift+Right")
    screen.picture("reading-4-the-pdf")
    highlight(screen, program, 5, before + 3)
    screen.picture("reading-4-the-pdf")
    assert program.ask("SELECT count(*) FROM highlight WHERE target LIKE 'attachment:%' AND page = 1") == [(1,)]

    program.quit()
    program.start()

    # The next day: each of it is found, and where it is stands in the list.
    for number, query in enumerate(("zebrafish", "okapis", "pdf:proof", "has:task rho"), start=5):
        screen.press("slash")
        screen.type(query)
        time.sleep(1.2)
        screen.picture(f"reading-{number}-found")
        screen.press("Return")
        assert SHARPNESS in program.command("search", query)
        screen.press("Escape", "Escape")

    # Out as Markdown, changed there, and read back.
    folder = tmp_path / "notes"
    program.command("export", "sharpness aware", "--format", "markdown", "-o", f"{folder}/")
    (written,) = [one for one in folder.rglob("*.md") if SHARPNESS in one.read_text(encoding="utf-8")]
    text = written.read_text(encoding="utf-8")
    assert "zebrafish" in text
    assert "on okapis" in text
    written.write_text(text.replace("- [ ] rerun", "- [x] rerun"), encoding="utf-8")
    program.command("import", str(folder))
    program.wait_for(f"SELECT text LIKE '%- [x] rerun%on okapis' FROM note WHERE paper_id = ({paper})", 1)
    screen.press("slash")
    screen.type("okapis")
    time.sleep(1)
    screen.press("Return", "n")
    time.sleep(0.5)
    screen.picture("reading-9-read-back")
