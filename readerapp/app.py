"""Starts the window: one per library and person. The composition root; nothing imports it but the command line."""

from __future__ import annotations

import hashlib
import logging
import logging.handlers
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from readerapp import __version__
from readerapp.jobs.lanes import Lanes
from readerapp.library import backups
from readerapp.library.connect import Library
from readerapp.paths import RESOURCES, log_folder
from readerapp.ui.theme import Theme
from readerapp.ui.window import Window

logger = logging.getLogger(__name__)

# How long a thread may keep the interpreter when another wants it, in seconds. While an import runs in one thread, each
# of the many small calls that paint a window may have to wait that long; the usual 5 ms add up to a visible stutter.
_SWITCH = 0.0002

# When the day's backup is made, in milliseconds after the first paint: not while somebody waits for the window.
_BACKUP_AFTER = 20_000


def run(library_path: Path) -> int:
    """Opens the window on a library and returns the exit status. A second start raises the first window instead.

    Raises Refused when the library cannot be used.
    """
    server_name = _server_name(library_path)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("readerapp")
    application.setApplicationDisplayName(QCoreApplication.translate("app", "Reading list"))
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("readerapp")
    if _raise_first(server_name):
        return 0
    _log_to_file()
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "readerapp.svg")))
    sys.setswitchinterval(_SWITCH)
    library = Library(library_path)
    try:
        settings = _settings()
        theme = Theme(application, str(settings.value("appearance", "")))
        lanes = Lanes(library)
        try:
            window = Window(lanes, theme, settings)
            server = _serve(server_name, window)
            _watch_signals(application, window)
            window.first_painted.connect(lambda: _after_first_paint(window, lanes))
            window.show()
            status = application.exec()
            server.close()
        finally:
            lanes.close()
    finally:
        library.close()
    return status


def _settings() -> QSettings:
    """What the machine remembers: sizes, the list shown, the selection. Not what the reader wrote."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "readerapp", "window")


def _after_first_paint(window: Window, lanes: Lanes) -> None:
    if os.environ.get("READERAPP_QUIT_AFTER_FIRST_PAINT"):
        QTimer.singleShot(0, window.close)
        return

    def back_up() -> None:
        if not lanes.read_only:
            lanes.work(lambda: backups.rotate(lanes.library.path, datetime.now()), lambda _: show())

    def show() -> None:
        kept = backups.kept(lanes.library.path)
        if kept:
            window.status_bar.set_backup(backups.time_of(kept[-1]))

    show()
    timer = QTimer(window, interval=60 * 60 * 1000)
    timer.timeout.connect(back_up)
    timer.start()
    QTimer.singleShot(_BACKUP_AFTER, window, back_up)


def _server_name(library: Path) -> str:
    whose = (
        f"{os.getuid() if hasattr(os, 'getuid') else os.environ.get('USERNAME', '')}:{library.expanduser().resolve()}"
    )
    return f"readerapp-{hashlib.sha256(whose.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def _raise_first(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(500):
        return False
    socket.write(b"raise")
    socket.waitForBytesWritten(500)
    socket.disconnectFromServer()
    return True


def _serve(name: str, window: Window) -> QLocalServer:
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(name):
        # Nobody answered, so what is there was left by a process that died.
        QLocalServer.removeServer(name)
        server.listen(name)

    def raise_window() -> None:
        connection = server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    server.newConnection.connect(raise_window)
    return server


def _watch_signals(application: QApplication, window: Window) -> None:
    """Lets Ctrl+C in the terminal and SIGTERM close the window in order, with everything saved."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: window.close())
    # Python sees a signal only when it runs: give it a moment now and then.
    timer = QTimer(application, interval=250)
    timer.timeout.connect(lambda: None)
    timer.start()


def _log_to_file() -> None:
    """Errors go to a file of bounded size; it holds no titles, notes or queries."""
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(folder / "readerapp.log", maxBytes=1_000_000, backupCount=2)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("readerapp").addHandler(handler)
