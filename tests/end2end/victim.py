"""A window that works without pause until it is killed, and says what it showed as saved.

    python -m tests.end2end.victim LIBRARY SEED

Types notes with key events, tags papers, and imports pages, all through the real window and its lanes. A line on
standard output, a JSON list, is written only when the window has shown the thing: a note when "Saved" stands beside it,
a tag and an import when the library's change has come home to the window.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from readerapp.config import Config
from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library
from readerapp.operations import filing
from readerapp.records import Changes, Identifier, ImportSummary, Origin, Reading, Record
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window

PAGE = 1200
LETTERS = [Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_Space]


def say(*what: object) -> None:
    """Tells the parent what has been shown."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Victim:
    """Keeps a window busy."""

    def __init__(self, window: Window, lanes: Lanes, seed: int) -> None:
        self.window, self.lanes, self.seed = window, lanes, seed
        self.random = random.Random(seed)
        self.imports = self.tagged = self.letters = 0
        lanes.library_changed.connect(self.changed)
        self.timers = [QTimer(window, interval=interval) for interval in (15, 60, 5, 1300)]
        for timer, act in zip(self.timers, (self.type, self.tag, self.watch, self.move), strict=True):
            timer.timeout.connect(act)
            timer.start()
        self.shown = ("", 0)
        self.bring_in()
        self.move()

    def move(self) -> None:
        """To another paper, in the middle of a word."""
        ids = self.window.list.ids()
        if ids:
            self.window.list.set_current_id(self.random.choice(ids))
            self.window.notes_panel.edit()

    def type(self) -> None:
        """One more letter of the note, with a moment to think after every dozen."""
        self.letters += 1
        if self.letters % 50 > 12:
            return
        editor: QWidget = self.window.notes_panel.editor
        QTest.keyClick(editor, self.random.choice(LETTERS))

    def watch(self) -> None:
        """Reports a note as soon as the window says that it is saved."""
        panel = self.window.notes_panel
        text, paper = panel.editor.toPlainText(), self.window.list.current_id()
        if panel.state.text() == "Saved" and text and (text, paper) != self.shown:
            self.shown = (text, paper)
            say("note", paper, text)

    def tag(self) -> None:
        """One more tag on some papers."""
        ids = list(self.window.list.ids())
        if ids:
            self.tagged += 1
            self.window.do(filing.tag, self.random.sample(ids, min(3, len(ids))), [f"tag {self.seed}/{self.tagged}"])

    def changed(self, changes: Changes) -> None:
        """Reports a tag when the window was told of it."""
        if "paper_tag" in changes.tables and changes.title.startswith("Tag "):
            say("tag", changes.title.partition(" papers ")[2] or changes.title.rpartition("” ")[2], len(changes.papers))

    def bring_in(self) -> None:
        """One more page."""
        self.imports += 1
        name = f"10.{self.seed}/{self.imports}"
        page = (
            Record(
                title=f"Paper {n} of page {name}",
                authors=["Ada Byron"],
                abstract="Some words about the matter. " * 20,
                identifiers=[Identifier("doi", f"{name}.{n}")],
            )
            for n in range(PAGE)
        )

        def then(summary: ImportSummary) -> None:
            say("import", name, summary.added)
            self.bring_in()

        self.lanes.bring_in(lambda: Reading(Origin("json", name), page), name, then=then)


def main(path: Path, seed: int) -> int:
    """Runs until killed."""
    application = QApplication([])
    library = Library(path)
    lanes = Lanes(library)
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = Window(lanes, Theme(application), settings, Config(Path(settings.fileName()).with_suffix(".toml")))
    victims: list[Victim] = []
    window.first_painted.connect(lambda: victims.append(Victim(window, lanes, seed)))
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
    window.show()
    window.activateWindow()
    say("begun")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
