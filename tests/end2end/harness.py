"""A screen of its own (Xvfb), the program on it, and a person's hands: keys, mouse, clipboard, and a camera."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SCREENSHOTS = Path(__file__).parent / "screenshots"

# Grabs what is on the screen, with the library we have anyway.
_CAMERA = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""

# Holds a text in the clipboard until it is ended, as the browser that it was copied in would.
_CLIPBOARD = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
mime = QMimeData()
mime.setText(open(sys.argv[1], encoding="utf-8").read())
application.clipboard().setMimeData(mime)
print("held", flush=True)
application.exec()
"""


class Screen:
    """An X server with one screen and nothing on it."""

    def __init__(self, width: int = 1440, height: int = 900) -> None:
        for needed in ("Xvfb", "xdotool"):
            if shutil.which(needed) is None:
                pytest.fail(f"{needed} is missing; make test installs it or says how to")
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }
        self.environment.pop("READERAPP_LIBRARY", None)

    def close(self) -> None:
        """Ends the server, and with it every window."""
        self._server.terminate()
        self._server.wait(10)

    def _do(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments], env=self.environment, check=True, capture_output=True, text=True, timeout=30
        ).stdout.strip()

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, by their X names: "m", "ctrl+v", "Return"."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)

    def type(self, text: str, delay: int = 8) -> None:
        """Types a text, `delay` milliseconds between keys."""
        self._do("type", "--delay", str(delay), "--", text)

    def click(self, x: int, y: int, button: int = 1, *, times: int = 1) -> None:
        """Clicks with the mouse."""
        self._do("mousemove", str(x), str(y), "click", "--repeat", str(times), str(button))

    def drag(self, start: tuple[int, int], *through: tuple[int, int], stay: float = 0) -> None:
        """Takes something with the mouse, goes through these places, stays at the last so many seconds, and lets
        go."""
        self._do("mousemove", *map(str, start), "mousedown", "1")
        place = start
        for goal in through:
            for part in range(1, 11):
                x, y = (round(a + (b - a) * part / 10) for a, b in zip(place, goal, strict=True))
                self._do("mousemove", str(x), str(y))
                time.sleep(0.02)
            place = goal
        time.sleep(stay)
        self._do("mouseup", "1")

    def hold_and_click(self, key: str, x: int, y: int) -> None:
        """Clicks while a key is held."""
        self._do("keydown", key, "mousemove", str(x), str(y), "click", "1", "keyup", key)

    def windows(self, title: str = "") -> list[str]:
        """The visible windows with a title, or with one that begins so, by id."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}" if title else "."],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        return found.stdout.split()

    def picture(self, name: str) -> Path:
        """Keeps what is on the screen as a PNG of this name."""
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        subprocess.run([sys.executable, "-c", _CAMERA, str(path)], env=self.environment, check=True, timeout=60)
        return path

    @contextmanager
    def clipboard(self, text: str, folder: Path) -> Iterator[None]:
        """Holds a text in the clipboard meanwhile."""
        file = folder / "clipboard.txt"
        file.write_text(text, encoding="utf-8")
        holder = subprocess.Popen(
            [sys.executable, "-c", _CLIPBOARD, str(file)], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "held"
        try:
            yield
        finally:
            holder.terminate()
            holder.wait(10)
            holder.stdout.close()


class Program:
    """The program on a screen, with the reader's folders in `home`, on the library there."""

    def __init__(self, screen: Screen, home: Path, *, dark: bool = False, scale: float = 1, size: str = "") -> None:
        self.screen, self.home = screen, home
        self.library = home / "library.db"
        self.environment = {**screen.environment, "HOME": str(home), "QT_SCALE_FACTOR": str(scale)}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            self.environment[name] = str(home / name.lower())
        settings = home / "xdg_config_home" / "readerapp" / "window.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[General]\nappearance={'dark' if dark else 'light'}\n", encoding="utf-8")
        self.output = home / "output.txt"
        self._size = size
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits for its window, which gets the focus and fills the screen."""
        with self.output.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "readerapp", "--library", str(self.library)],
                env=self.environment,
                stdout=output,
                stderr=output,
            )
        wait(lambda: bool(self.screen.windows("Reading list")), "the window to open")
        (window, *_) = self.screen.windows("Reading list")
        self.screen._do("windowmove", window, "0", "0")
        if self._size:
            self.screen._do("windowsize", "--sync", window, *self._size.split("x"))
        self.screen._do("windowfocus", "--sync", window)
        time.sleep(0.6)

    @property
    def running(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def quit(self) -> None:
        """Quits with Ctrl+Q and waits for the end."""
        assert self._process is not None
        self.screen.press("ctrl+q")
        assert self._process.wait(20) == 0, self.output.read_text()

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None and self.running:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(10)

    def command(self, *arguments: str) -> str:
        """What the command line answers, on the same library."""
        return subprocess.run(
            [sys.executable, "-m", "readerapp", "--library", str(self.library), *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """What is in the library's file now."""
        connection = sqlite3.connect(f"{self.library.as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def wait_for(self, sql: str, answer: object, seconds: float = 20) -> None:
        """Waits until the first value that `sql` finds in the library is `answer`."""
        wait(lambda: self.ask(sql)[0][0] == answer, f"{sql} to be {answer}", seconds, lambda: self.ask(sql))


def wait(
    condition: Callable[[], bool], what: str, seconds: float = 20, found: Callable[[], object] = lambda: "nothing"
) -> None:
    """Waits for something to become true; fails with `what` was awaited and what was found."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited {seconds:.0f} s for {what}; found {found()}")
        time.sleep(0.05)
