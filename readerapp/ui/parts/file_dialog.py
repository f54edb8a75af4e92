"""Dialogs for files that read no file.

Qt's dialog, and GTK's, look into the files of a folder to know which picture to draw beside them: they open and close
each. On Unix a process that closes a file loses all its locks on it (POSIX advisory locks; "How To Corrupt An SQLite
Database File", 2.2), those that SQLite holds in the same process among them: where the folder of the library was shown,
another program that opened the library next took it for unused and cut the shared memory from under the window, which
ended with a bus error. So Qt's own dialog is used there, with pictures by kind alone. On Windows and macOS the system's
dialog does no such thing: locks belong to handles there, or the dialog to another process.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

_SYSTEMS_OWN = sys.platform in ("win32", "darwin")


class _Kinds(QFileIconProvider):
    """Tells folders from files, and nothing more."""

    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QFileInfo):
            kinds = QFileIconProvider.IconType
            return super().icon(kinds.Folder if what.isDir() else kinds.File)
        return super().icon(what)

    def type(self, what: QFileInfo) -> str:
        return "" if what.isDir() else what.suffix()


class FileDialog:
    """What QFileDialog has under the same names."""

    @staticmethod
    def getOpenFileName(parent: QWidget, caption: str, folder: str = "", filters: str = "") -> tuple[str, str]:
        """A file that is there, and the filter chosen; "" for none."""
        chosen, kind = _ask(parent, caption, folder, filters, QFileDialog.FileMode.ExistingFile)
        return (chosen[0] if chosen else "", kind)

    @staticmethod
    def getOpenFileNames(parent: QWidget, caption: str, folder: str = "", filters: str = "") -> tuple[list[str], str]:
        """Files that are there, and the filter chosen."""
        return _ask(parent, caption, folder, filters, QFileDialog.FileMode.ExistingFiles)

    @staticmethod
    def getSaveFileName(
        parent: QWidget, caption: str, name: str = "", filters: str = "", *, confirm: bool = True
    ) -> tuple[str, str]:
        """A file to be written, and the filter chosen; "" for none. Without `confirm` one that is there may be named
        without a question."""
        chosen, kind = _ask(parent, caption, name, filters, QFileDialog.FileMode.AnyFile, saving=True, confirm=confirm)
        return (chosen[0] if chosen else "", kind)

    @staticmethod
    def getExistingDirectory(parent: QWidget, caption: str, folder: str = "") -> str:
        """A folder; "" for none."""
        chosen, _ = _ask(parent, caption, folder, "", QFileDialog.FileMode.Directory)
        return chosen[0] if chosen else ""


def _ask(
    parent: QWidget,
    caption: str,
    place: str,
    filters: str,
    mode: QFileDialog.FileMode,
    *,
    saving: bool = False,
    confirm: bool = True,
) -> tuple[list[str], str]:
    start = QFileInfo(place)
    named = bool(place) and not start.isDir()
    dialog = QFileDialog(parent, caption, start.path() if named else place, filters)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not confirm)
    if not _SYSTEMS_OWN:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        kinds = _Kinds()
        dialog.setIconProvider(kinds)
    if named:
        dialog.selectFile(start.fileName())
    try:
        return (dialog.selectedFiles(), dialog.selectedNameFilter()) if dialog.exec() else ([], "")
    finally:
        dialog.deleteLater()
        # Where no window manager gives the focus back, keys would go nowhere.
        parent.activateWindow()
