"""A folder in which new PDFs become papers, such as the one a browser saves to.

What is in the folder when it is named is not new; what comes after that is, also while the program is not running. A
file is taken when it has not grown for a moment, so that no half download is read. Files stay where they are.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, QTimer

from readerapp import registry
from readerapp.jobs.lanes import Lanes
from readerapp.records import ImportSummary, Reading

_SEEN = "watch/seen"
# In milliseconds: how long a file must stay as it is, and how often the folder is looked into where the system does not
# tell of changes, as on network drives.
STEADY = 2_000
_LOOK = 60_000
# More files than these are no folder of downloads: nothing in it is taken.
_MOST = 5_000

# A file as it was last seen: its size and the time it was written.
_State = tuple[int, int]


def read_pdf(path: Path) -> Reading:
    """The paper a file is. Raises Refused."""
    from readerapp.formats.opening import open_path

    return registry.read(open_path(path), "pdf")


class FolderWatch(QObject):
    """Watches a folder, once one is named with `watch`. `arrived` is called with the file and what its import did."""

    def __init__(
        self,
        lanes: Lanes,
        settings: QSettings,
        arrived: Callable[[Path, ImportSummary], None],
        parent: QObject | None = None,
        *,
        steady: int = STEADY,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._settings, self._arrived = lanes, settings, arrived
        self._folder: Path | None = None
        self._seen: dict[str, _State] = {}
        self._growing: dict[str, _State] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._look())
        self._steady = QTimer(self, singleShot=True, interval=steady)
        self._steady.timeout.connect(self._look)
        self._regular = QTimer(self, interval=_LOOK)
        self._regular.timeout.connect(self._look)

    def watch(self, folder: Path | None) -> None:
        """Watches this folder from now on; None: none."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._steady.stop()
        self._regular.stop()
        self._growing = {}
        self._folder = folder
        if folder is None or self._lanes.read_only:
            self._settings.remove(_SEEN)
            return
        kept = self._kept(folder)
        if kept is not None:
            self._seen = kept
        else:
            self._seen = self._files()
            self._keep()
        if folder.is_dir():
            self._watcher.addPath(str(folder))
        self._regular.start()
        self._look()

    def _kept(self, folder: Path) -> dict[str, _State] | None:
        """What was seen in this folder before; None when it was not watched."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(str(self._settings.value(_SEEN, "{}")))
            if kept["folder"] == str(folder):
                return {str(name): (int(size), int(at)) for name, (size, at) in kept["files"].items()}
        return None

    def _keep(self) -> None:
        self._settings.setValue(_SEEN, json.dumps({"folder": str(self._folder), "files": self._seen}))

    def _files(self) -> dict[str, _State]:
        """The PDFs of the folder by name; links and what is no regular file are none."""
        found: dict[str, _State] = {}
        if self._folder is None:
            return found
        with suppress(OSError):
            for number, path in enumerate(self._folder.iterdir()):
                if number >= _MOST:
                    return {}
                if path.suffix.lower() == ".pdf" and not path.name.startswith("."):
                    with suppress(OSError):
                        about = path.lstat()
                        if stat.S_ISREG(about.st_mode) and about.st_size:
                            found[path.name] = (about.st_size, about.st_mtime_ns // 1_000_000)
        return found

    def _look(self) -> None:
        """Takes what has come and does not grow any more, and looks again where something does."""
        if self._folder is None:
            return
        if self._folder.is_dir() and not self._watcher.directories():
            self._watcher.addPath(str(self._folder))
        there = self._files()
        new = {name: state for name, state in there.items() if self._seen.get(name) != state}
        steady = [name for name, state in new.items() if self._growing.get(name) == state]
        self._growing = {name: state for name, state in new.items() if name not in steady}
        for name in steady:
            self._seen[name] = new[name]
            self._take(self._folder / name)
        gone = self._seen.keys() - there.keys()
        for name in gone:
            del self._seen[name]
        if steady or gone:
            self._keep()
        if self._growing:
            self._steady.start()

    def _take(self, path: Path) -> None:
        self._lanes.bring_in(partial(read_pdf, path), path.name, then=partial(self._arrived, path), in_process=True)
