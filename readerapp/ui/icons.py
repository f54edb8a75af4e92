"""Icons by the words of the interface. The only module that knows qtawesome."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from qtawesome import IconicFont

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
    "save-search": "ph.bookmark-simple",
    "review": "ph.hourglass",
    "empty": "ph.trash-simple",
    "flag": "ph.flag",
    "folder": "ph.folder-simple",
    "calendar": "ph.calendar-blank",
    "idea": "ph.lightbulb",
    "experiment": "ph.flask",
    "mind": "ph.brain",
    "quote": "ph.quotes",
    "book": "ph.book-open",
    "bell": "ph.bell",
    "inbox": "ph.tray",
    "saved-search": "ph.magnifying-glass",
    "undo": "ph.arrow-counter-clockwise",
    "history": "ph.clock-counter-clockwise",
    "activity": "ph.chart-bar",
    "duplicates": "ph.copy-simple",
    "merge": "ph.git-merge",
    "redo": "ph.arrow-clockwise",
    "commands": "ph.command",
    "add": "ph.plus",
    "paste": "ph.clipboard-text",
    "import": "ph.file-arrow-down",
    "export": "ph.export",
    "print": "ph.printer",
    "starter": "ph.sparkle",
    "note": "ph.note-pencil",
    "task": "ph.check-square",
    "highlight": "ph.highlighter-circle",
    "code": "ph.code",
    "pdf": "ph.file-pdf",
    "browser": "ph.arrow-square-out",
    "copy": "ph.copy",
    "sidebar": "ph.layout",
    "close": "ph.x",
    "back": "ph.arrow-left",
    "smaller": "ph.minus",
    "larger": "ph.plus",
    "dark-pages": "ph.moon",
    "contents": "ph.list-bullets",
    "attach": "ph.paperclip",
    "fetch": "ph.download-simple",
    "focus": "ph.corners-out",
    "more": "ph.dots-three",
    "menu": "ph.list",
    "keys": "ph.keyboard",
    "preferences": "ph.gear-six",
    "sort": "ph.caret-down",
    "expanded": "ph.caret-down-fill",
    "collapsed": "ph.caret-right-fill",
    "restore": "ph.arrow-u-up-left",
    "warning": "ph.warning",
    "done": "ph.check",
    "quit": "ph.sign-out",
    "top": "ph.arrow-line-up",
    "end": "ph.arrow-line-down",
    "session": "ph.timer",
    "up": "ph.arrow-up",
    "down": "ph.arrow-down",
}

# What a saved search can have, the usual one first.
OF_SEARCHES = (
    "saved-search", "star", "save-search", "flag", "folder", "calendar", "bell", "inbox", "book", "quote", "idea",
    "experiment", "mind", "code",
)  # fmt: skip


def name_of(icon: str) -> str:
    """What one of OF_SEARCHES is called."""
    translate = QCoreApplication.translate
    return {
        "saved-search": translate("Icon", "Search"),
        "star": translate("Icon", "Star"),
        "save-search": translate("Icon", "Bookmark"),
        "flag": translate("Icon", "Flag"),
        "folder": translate("Icon", "Folder"),
        "calendar": translate("Icon", "Calendar"),
        "bell": translate("Icon", "Bell"),
        "inbox": translate("Icon", "Inbox"),
        "book": translate("Icon", "Book"),
        "quote": translate("Icon", "Quote"),
        "idea": translate("Icon", "Idea"),
        "experiment": translate("Icon", "Experiment"),
        "mind": translate("Icon", "Mind"),
        "code": translate("Icon", "Code"),
    }[icon]


class _Font:
    """The one font of qtawesome's that we use, read when it is first needed, or not before the window is there."""

    def __init__(self) -> None:
        self._font: IconicFont | None = None
        self.postponed = False

    def icon(self, name: str, colour: QColor) -> QIcon | None:
        """The icon, None while the font has to wait."""
        if self._font is None:
            if self.postponed:
                return None
            import qtawesome

            folder, files = qtawesome.get_fonts_info()
            font = next(file for file in files if file.startswith("phosphor-"))
            table = font.replace("phosphor-", "phosphor-charmap-").replace(".ttf", ".json")
            self._font = qtawesome.IconicFont(("ph", font, table, folder))
        drawn: QIcon = self._font.icon(NAMES[name], color=colour)
        return drawn


_font = _Font()


class _Engine(QIconEngine):
    """Draws an icon of the font when it is seen: most are made long before."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self._drawn: QIcon | None = None
        self._kept: dict[tuple[int, int, float, QIcon.Mode], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        if ratio == round(ratio):
            painter.drawPixmap(rect, self._pixmap(rect.size(), ratio, mode))
        else:
            # A picture would fall between the pixels.
            self._paint(painter, rect, mode)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, 1.0, mode)

    def _pixmap(self, size: QSize, ratio: float, mode: QIcon.Mode) -> QPixmap:
        """The icon in this size, in pixels of the window: drawn once, since many are painted at each key."""
        key = (size.width(), size.height(), ratio, mode)
        if key not in self._kept:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self._paint(painter, QRect(QPoint(), size), mode)
            painter.end()
            if self._drawn is None:
                return pixmap
            self._kept[key] = pixmap
        return self._kept[key]

    def _paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode) -> None:
        if self._drawn is None:
            self._drawn = _font.icon(self._name, self._colour)
        if self._drawn is not None:
            self._drawn.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode)


def icon(name: str, colour: QColor | str) -> QIcon:
    """The icon for one of the words above, in a colour. Raises KeyError for another word."""
    if name not in NAMES:
        raise KeyError(name)
    return QIcon(_Engine(name, QColor(colour)))


def postpone(postponed: bool) -> None:
    """Whether the font, which takes a tenth of a second to load, is to wait; icons are empty meanwhile."""
    _font.postponed = postponed
