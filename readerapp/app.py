"""Starts the window: one per library and person. The composition root; nothing imports it but the command line.

In this order, so that the reader sees their list as soon as the system can show a window: the frame with its first
page, painted from a few rows; then the panels, in the same turn of the event loop, before any key is heard; then what
is not seen, such as the icons' font, the lanes' connections and the backup. What the later ones need is imported then.
"""

from __future__ import annotations

import gc
import linecache
import os
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

# What knows nothing of Qt comes first: once Qt is there it looks into the source of every module imported after it.
from readerapp import __version__
from readerapp.library.connect import Library
from readerapp.library.first_rows import first_rows
from readerapp.paths import RESOURCES, log_folder  # isort: split

from PySide6.QtCore import QCoreApplication, QCryptographicHash, QEventLoop, QLockFile, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from readerapp.ui.first_page import FirstPage, Seen
from readerapp.ui.frame import Frame
from readerapp.ui.tokens import interface_font
from readerapp.ui.translation import language, speak

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from readerapp.config import Config
    from readerapp.jobs.lanes import Lanes
    from readerapp.ui.window import Window

# How long a thread may keep the interpreter when another wants it, in seconds. While an import runs in one thread, each
# of the many small calls that paint a window may have to wait that long; the usual 5 ms add up to a visible stutter.
SWITCH = 0.0002

# When the day's backup is made, in milliseconds after the first paint: not while somebody waits for the window.
_BACKUP_AFTER = 20_000

# How long the panels wait for the first page, in milliseconds: a window that nobody sees is not painted.
_UNSEEN = 1000
# How long a second start waits for the first to answer, in seconds: that one may just be starting too.
_PATIENCE = 3.0


def run(library_path: Path) -> int:
    """Opens the window on a library and returns the exit status. A second start raises the first window instead.

    Raises Refused when the library cannot be used.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("readerapp")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("readerapp")
    name = _instance_name(library_path)
    lock = QLockFile(str(Path(gettempdir(), f"{name}.lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and _raise_first(name, lock):
        return 0
    sys.setswitchinterval(SWITCH)
    library = Library(library_path)
    try:
        settings = _settings()
        wanted = str(settings.value("language", ""))
        # Plurals are all that English takes a file for, and the first page has none.
        if language(wanted) != "en":
            speak(application, wanted)
        frame = Frame(settings)
        _watch_signals(application, frame)
        _show_first_page(application, frame, library, settings)
        status = _run_window(application, frame, library, settings, name) if frame.isVisible() else 0
    finally:
        library.close()
        lock.unlock()
    return status


def _settings() -> QSettings:
    """What the machine remembers: sizes, the list shown, the selection. Not what the reader wrote."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "readerapp", "window")


def _show_first_page(application: QApplication, frame: Frame, library: Library, settings: QSettings) -> None:
    """Shows the frame with the first papers, and returns when they can be seen."""
    painted = QEventLoop()
    frame.painted.connect(painted.quit)
    QTimer.singleShot(_UNSEEN, painted.quit)
    # While the system opens the window, there is time to see what belongs into it.
    frame.show()
    font = interface_font(application)
    application.setFont(font)
    appearance = settings.value("appearance", "")
    of_system = application.palette().window().color().lightness() < 128
    dark = appearance == "dark" if appearance in ("light", "dark") else of_system
    page = FirstPage(Seen.remembered(settings, str(library.path)), font, frame, dark=dark)
    with closing(library.reader()) as reader:
        page.show_rows(first_rows(reader, page.in_sight, page.most))
    frame.hold(page)
    # Keys pressed meanwhile are kept, for the panels.
    painted.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if os.environ.get("READERAPP_QUIT_AFTER_FIRST_PAINT"):
        sys.stdout.write(f"{time.monotonic()}\n")


def _run_window(application: QApplication, frame: Frame, library: Library, settings: QSettings, name: str) -> int:
    """Puts the panels into the frame, and runs until it is closed. Returns the exit status."""
    from PySide6.QtGui import QIcon

    from readerapp.config import COLOURS, LANGUAGE, Config
    from readerapp.jobs.lanes import Lanes
    from readerapp.paths import settings_file
    from readerapp.ui.theme import Theme
    from readerapp.ui.window import Window

    _log_to_file()
    config = Config(settings_file())
    speak(application, config.get(LANGUAGE))
    application.setApplicationDisplayName(QCoreApplication.translate("app", "Reading list"))
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "readerapp.svg")))
    theme = Theme(application, config.get(COLOURS))
    lanes = Lanes(library)

    def open_window() -> Window:
        window = Window(lanes, theme, settings, config)
        window.first_painted.connect(lambda: _after_first_paint(frame, window, lanes, config))
        window.language_chosen.connect(lambda: lanes.rest(lambda: speak_anew(window)))
        frame.hold(window)
        window.focus("list")
        return window

    def speak_anew(before: Window) -> None:
        before.close()
        speak(application, config.get(LANGUAGE))
        open_window().show_preferences(LANGUAGE.group)

    try:
        open_window()
        server = _serve(name, frame)
        # What is here now stays to the end: nobody need look through it again.
        gc.freeze()
        gc.enable()
        # It may have been asked to end meanwhile.
        status = application.exec() if frame.isVisible() else 0
        server.close()
    finally:
        lanes.close()
    return status


def _after_first_paint(frame: Frame, window: Window, lanes: Lanes, config: Config) -> None:
    # The sources of all our modules, which PySide has looked into to see whether they use it.
    linecache.clearcache()
    if os.environ.get("READERAPP_QUIT_AFTER_FIRST_PAINT"):
        QTimer.singleShot(0, frame.close)
        return

    from datetime import datetime

    from readerapp.config import BACKUPS_DAILY, BACKUPS_WEEKLY
    from readerapp.library import backups

    def back_up() -> None:
        if not lanes.read_only:
            kept = config.get(BACKUPS_DAILY), config.get(BACKUPS_WEEKLY)
            lanes.work(lambda: backups.rotate(lanes.library.path, datetime.now(), *kept), lambda _: show())

    def show() -> None:
        kept = backups.kept(lanes.library.path)
        if kept:
            window.status_bar.set_backup(backups.time_of(kept[-1]))

    show()
    timer = QTimer(window, interval=60 * 60 * 1000)
    timer.timeout.connect(back_up)
    timer.start()
    QTimer.singleShot(_BACKUP_AFTER, window, back_up)


def _instance_name(library: Path) -> str:
    """What one person's window on one library is known by to their other processes."""
    whose = (
        f"{os.getuid() if hasattr(os, 'getuid') else os.environ.get('USERNAME', '')}:{library.expanduser().resolve()}"
    )
    hashed = QCryptographicHash.hash(os.fsencode(whose), QCryptographicHash.Algorithm.Sha256)
    return f"readerapp-{bytes(hashed.toHex().data()).decode()[:16]}"


def _raise_first(name: str, lock: QLockFile) -> bool:
    """Has the window of another process raised. False when there is none, or it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    end = time.monotonic() + _PATIENCE
    while True:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(500):
            socket.write(b"raise")
            socket.waitForBytesWritten(500)
            socket.disconnectFromServer()
            return True
        # The other one may have ended by now; or it is just starting, and will answer.
        if lock.tryLock(50) or lock.error() != QLockFile.LockError.LockFailedError or time.monotonic() > end:
            return False


def _serve(name: str, frame: Frame) -> QLocalServer:
    from PySide6.QtCore import Qt
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(frame)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(name):
        # Nobody answered, so what is there was left by a process that died.
        QLocalServer.removeServer(name)
        server.listen(name)

    def raise_window() -> None:
        connection = server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        frame.raise_()
        frame.activateWindow()

    server.newConnection.connect(raise_window)
    return server


def _watch_signals(application: QApplication, frame: Frame) -> None:
    """Lets Ctrl+C in the terminal and SIGTERM close the window in order, with everything saved."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: frame.close())
    # Python sees a signal only when it runs: give it a moment now and then.
    timer = QTimer(application, interval=250)
    timer.timeout.connect(lambda: None)
    timer.start()


def _log_to_file() -> None:
    """Errors go to a file of bounded size; it holds no titles, notes or queries."""
    import logging.handlers

    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(folder / "readerapp.log", maxBytes=1_000_000, backupCount=2)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("readerapp").addHandler(handler)
