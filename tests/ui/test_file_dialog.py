"""The dialog for files, over the folder of a library that is open."""

from __future__ import annotations

import struct
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from readerapp.library.connect import Library
from readerapp.ui.parts.file_dialog import FileDialog

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks for locks as Linux has them")

# SQLite's "dead man switch": who has the shared memory of a library open holds a lock on this byte of it.
_SWITCH = 128
_UNLOCKED = 2  # F_UNLCK
# Run in another process, since a process does not see its own locks.
_ASK = """
import fcntl, struct, sys
with open(sys.argv[1], "r+b") as file:
    asked = struct.pack("hhqqi", fcntl.F_WRLCK, 0, int(sys.argv[2]), 1, 0)
    sys.stdout.buffer.write(fcntl.fcntl(file, fcntl.F_GETLK, asked))
"""


def is_locked(library: Library) -> bool:
    """Whether this process holds the lock that says it has the library open."""
    answer = subprocess.run(
        [sys.executable, "-c", _ASK, f"{library.path}-shm", str(_SWITCH)], check=True, capture_output=True
    ).stdout
    return bool(struct.unpack("hhqqi", answer)[0] != _UNLOCKED)


def test_the_locks_on_a_library_are_kept_when_its_folder_is_shown(library: Library, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    reader = library.reader()
    reader.execute("SELECT count(*) FROM paper").fetchone()
    assert is_locked(library)
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        (model,) = dialog.findChildren(QFileSystemModel)
        index = model.index(str(library.path.parent))
        # Every name is there, and what Qt wants to know of each.
        if model.rowCount(index) < 3:
            QTimer.singleShot(50, look)
            return
        seen.extend(model.fileName(model.index(row, 0, index)) for row in range(model.rowCount(index)))
        QTimer.singleShot(300, dialog.reject)

    QTimer.singleShot(50, look)
    assert FileDialog.getOpenFileName(parent, "Choose", str(library.path.parent)) == ("", "")
    assert library.path.name in seen
    assert is_locked(library)
    reader.close()


def test_a_name_to_begin_with_is_in_its_folder(library: Library, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        QTimer.singleShot(0, dialog.accept)

    QTimer.singleShot(100, accept)
    wanted = str(library.path.parent / "papers.json")
    assert FileDialog.getSaveFileName(parent, "Export", wanted, "JSON (*.json)") == (wanted, "JSON (*.json)")
