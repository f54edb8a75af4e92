"""Icons by the words of the interface. The only module that knows qtawesome."""

from __future__ import annotations

import os

from PySide6.QtGui import QColor, QIcon

# qtawesome asks QtPy which Qt there is; with the answer given it need not look for others.
os.environ.setdefault("QT_API", "pyside6")

NAMES = {
    "up-next": "ph.list-numbers",
    "unread": "ph.circle-fill",
    "reading": "ph.circle-half-fill",
    "read": "ph.circle",
    "dropped": "ph.prohibit",
    "starred": "ph.star-fill",
    "star": "ph.star",
    "all": "ph.books",
    "trash": "ph.trash",
    "tag": "ph.tag",
    "search": "ph.magnifying-glass",
    "saved-search": "ph.magnifying-glass",
    "undo": "ph.arrow-counter-clockwise",
    "redo": "ph.arrow-clockwise",
    "commands": "ph.command",
    "add": "ph.plus",
    "paste": "ph.clipboard-text",
    "import": "ph.file-arrow-down",
    "export": "ph.export",
    "starter": "ph.sparkle",
    "note": "ph.note-pencil",
    "highlight": "ph.highlighter-circle",
    "code": "ph.code",
    "pdf": "ph.file-pdf",
    "browser": "ph.arrow-square-out",
    "copy": "ph.copy",
    "sidebar": "ph.layout",
    "close": "ph.x",
    "more": "ph.dots-three",
    "menu": "ph.list",
    "keys": "ph.keyboard",
    "sort": "ph.caret-down",
    "expanded": "ph.caret-down-fill",
    "collapsed": "ph.caret-right-fill",
    "restore": "ph.arrow-u-up-left",
    "warning": "ph.warning",
    "done": "ph.check",
    "quit": "ph.sign-out",
    "top": "ph.arrow-line-up",
    "up": "ph.arrow-up",
    "down": "ph.arrow-down",
}


def icon(name: str, colour: QColor | str) -> QIcon:
    """The icon for one of the words above, in a colour. Raises KeyError for another word."""
    import qtawesome  # late: 80 ms that the first paint need not wait for

    drawn: QIcon = qtawesome.icon(NAMES[name], color=QColor(colour))
    return drawn
