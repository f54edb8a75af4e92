"""Links are opened here, and nowhere else: what strangers write must not start programs or open files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from readerapp.errors import Refused
from readerapp.formats.identifiers import address, normalise


def openable(link: str) -> QUrl | None:
    """The address of a link that may be opened: one of the web (http, https), of mail (mailto, the receiver alone: what
    may follow fills in a letter, or puts files into it), or a DOI, which is looked up on the web. None for every other,
    such as file or javascript."""
    if link.lower().startswith("doi:"):
        named = normalise("doi", link)
        link = (address(named) or "") if named else ""
    url = QUrl(link, QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        return None
    if url.scheme() == "mailto":
        receiver = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        return QUrl(f"mailto:{receiver}") if "@" in receiver else None
    return url if url.scheme() in ("http", "https") and url.host() else None


def open_file(file: Path) -> bool:
    """Opens a file of the library's own, which the reader chose, in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def open_link(link: str) -> str:
    """Opens a link in the program that the system has for it. Returns what it leads to: the host, or the receiver.

    Raises Refused for a link that may not be opened.
    """
    url = openable(link)
    if url is None:
        raise Refused("This link is no web address and was not opened.")
    QDesktopServices.openUrl(url)
    return url.host() or url.path()
