"""The command palette: one line to reach every action, tag, saved search and paper title from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from readerapp.actions.fuzzy import Text, words
from readerapp.actions.registry import Action
from readerapp.jobs.lanes import Lanes
from readerapp.library import papers, saved, search, tags
from readerapp.library.connect import Connection
from readerapp.library.folding import fold, has_word
from readerapp.library.language import parse, quoted
from readerapp.records import Changes, Status
from readerapp.ui.dialogs.keys import Piece, caps, draw_caps
from readerapp.ui.icons import icon
from readerapp.ui.parts.display import grouped, one_line, readable, units
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_WIDTH, _ABOVE = 600, 48
_ROW, _ROWS = 32, 10
_RADIUS = 10

# From so many letters on, titles are looked through; so many papers are shown, found within so many seconds.
_TITLES_FROM, _TITLES, _MOMENT = 2, 8, 0.008
# More rows than this nobody reads; of more tags than this, those with all that is typed in one piece are scored, the
# most used first, so that ten thousand are no slower than a hundred.
_MOST_ROWS, _MOST_TAGS = 60, 100
# How much more a row counts that is used often: at most as much as one further letter that is found.
_USED, _MOST_USED = 4, 16

_STATUS_ICONS = {
    Status.UNREAD: "unread",
    Status.READING: "reading",
    Status.READ: "read",
    Status.DROPPED: "dropped",
}

Kind = Literal["action", "tag", "search", "paper"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """Something that can be reached. `key` names it among all, and is what its uses are counted under.

    `help` is read out; `aside` stands at the right, unless there are `keys`. `target` is an action's id, a query, or a
    paper's number.
    """

    key: str
    kind: Kind
    text: Text
    target: str
    help: str = ""
    aside: str = ""
    icon: str = ""
    colour: str = ""
    keys: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is shown, with the places of its text that were found."""

    entry: Entry
    places: tuple[int, ...] = ()


def ranked(entries: Sequence[Entry], typed: str, uses: Mapping[str, int]) -> list[Row]:
    """The entries that match what is typed, the best first: by the score of the match, which counts more the more often
    an entry was used, then the shortest, then in their order. With nothing typed, all of them, the most used first.

    Actions whose words do not match, but those of their help begin with what is typed, come last.
    """
    wanted = words(typed)
    if not wanted:
        return [Row(entry) for entry in sorted(entries, key=lambda entry: -uses.get(entry.key, 0))][:_MOST_ROWS]
    found: list[tuple[float, int, int, Row]] = []
    for at, entry in enumerate(entries):
        match = entry.text.match(wanted)
        if match is not None:
            used = min(_MOST_USED, _USED * math.log2(1 + uses.get(entry.key, 0)))
            found.append((-match.score - used, len(entry.text.text), at, Row(entry, match.places)))
        elif entry.kind == "action" and _begin(wanted, f"{entry.text.text} {entry.help}"):
            found.append((1, 0, at, Row(entry)))
    return [row for *_, row in nsmallest(_MOST_ROWS, found, key=lambda one: one[:3])]


def _begin(wanted: Sequence[str], text: str) -> bool:
    """Whether each of these begins a word of a text; a letter or two begin some word nearly everywhere."""
    there = fold(text).split()
    return all(len(word) > 2 and any(one.startswith(word) for one in there) for word in wanted)


def _promising(entries: Sequence[Entry], typed: str) -> Sequence[Entry]:
    """Of many entries those to score: first those with the first word in one piece, then the others."""
    wanted = words(typed)
    if len(entries) <= _MOST_TAGS or not wanted:
        return entries
    whole = [entry for entry in entries if wanted[0] in entry.text.folded][:_MOST_TAGS]
    if len(whole) < _MOST_TAGS:
        known = set(map(id, whole))
        for entry in entries:
            if _has_letters(entry.text.folded, wanted[0]) and id(entry) not in known:
                whole.append(entry)
                if len(whole) == _MOST_TAGS:
                    break
    return whole


def _has_letters(text: str, letters: str) -> bool:
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _tags_and_searches(connection: Connection) -> tuple[list[Entry], list[Entry]]:
    """The library's tags, the most used first, and its saved searches."""
    rows = sorted(tags.all_tags(connection), key=lambda tag: -tag.papers)
    return (
        [
            Entry(
                f"tag:{tag.name}",
                "tag",
                Text(one_line(tag.name)),
                f"tag:{quoted(tag.name)}",
                aside=grouped(tag.papers),
                colour=tag.colour,
            )
            for tag in rows
        ]
        # Another name of a tag leads to it, and says so.
        + [
            Entry(
                f"tag:{tag.name}",
                "tag",
                Text(one_line(other)),
                f"tag:{quoted(tag.name)}",
                aside=one_line(tag.name),
                colour=tag.colour,
            )
            for tag in rows
            for other in tag.aliases
        ],
        [
            Entry(f"search:{one.name}", "search", Text(one_line(one.name)), one.query, icon="saved-search")
            for one in saved.searches(connection)
        ],
    )


def _titles(connection: Connection, typed: str) -> list[Entry]:
    """The newest papers with these words in their titles, the last as a beginning; those found within a moment."""
    parts = [f'title:"{word}"' for word in typed.replace('"', " ").split() if has_word(word)]
    if not parts:
        return []
    query = parse(" ".join(parts).removesuffix('"'), typing=True)
    ids = search.first(connection, query, limit=_TITLES, seconds=_MOMENT).papers
    rows = papers.rows(connection, ids)
    return [
        Entry(
            f"paper:{paper}",
            "paper",
            Text(one_line(readable(rows[paper].title))),
            str(paper),
            help=rows[paper].byline,
            aside=str(rows[paper].year or ""),
            icon=_STATUS_ICONS[rows[paper].status],
        )
        for paper in ids
        if paper in rows
    ]


class Palette(QWidget):
    """Lies over a window, with a line and a list at its top. Hidden until `open`; Esc and a click elsewhere close it.

    `action_chosen` carries the id of an action, `query_chosen` the title and query of a list, `paper_chosen` the number
    of a paper, each when the palette is closed and the focus back where it was. `used` carries the key of what was
    chosen, which `open` wants counted.
    """

    action_chosen = Signal(str)
    query_chosen = Signal(str, str)
    paper_chosen = Signal(int)
    used = Signal(str)

    def __init__(self, lanes: Lanes, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._lanes, self._theme, self._over = lanes, theme, window
        self._actions: list[Entry] = []
        self._tags: list[Entry] = []
        self._searches: list[Entry] = []
        self._papers: list[Entry] = []
        self._uses: Mapping[str, int] = {}
        self._known = False
        self._waiting = self._run_first = False
        self._before: QWidget | None = None
        self.hide()
        self.setAccessibleName(self.tr("Commands"))
        self._box = _Box(theme, self)
        self.line = QLineEdit()
        self.line.setObjectName("paletteLine")
        self.line.setFont(theme.font("large"))
        self.line.setPlaceholderText(self.tr("Type an action, a tag, a saved search or a title"))
        self.line.setAccessibleName(self.tr("Action, tag, saved search or title"))
        self.line.setAccessibleDescription(self.tr("Begin with > for actions alone, with # for tags alone."))
        self.line.setMaxLength(200)
        self.line.textChanged.connect(self._type)
        self.line.installEventFilter(self)
        self._model = _Rows(self)
        self.view = QListView()
        self.view.setObjectName("paletteRows")
        self.view.setAccessibleName(self.tr("What can be reached"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(_RowDelegate(theme, self))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.viewport().setAutoFillBackground(False)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: self._run(self._model.rows[index.row()]))
        self._nothing = Label(self.tr("Nothing here is called that."))
        self._nothing.setProperty("role", "secondary")
        self._nothing.setContentsMargins(8, 4, 8, 8)
        self._hint = Label(self.tr("> actions alone   # tags alone   Enter opens   Esc closes"))
        self._hint.setProperty("role", "faint")
        self._hint.setFont(theme.font("small"))
        self._hint.setContentsMargins(8, 4, 8, 4)
        layout = self._layout = QVBoxLayout(self._box)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        for part in (self.line, self.view, self._nothing, self._hint):
            layout.addWidget(part)
        window.installEventFilter(self)
        theme.changed.connect(self._dress)
        lanes.library_changed.connect(self._library_changed)

    def open(self, actions: Sequence[Action], uses: Mapping[str, int], typed: str = "") -> None:
        """Shows the palette, with this typed, and these actions, in this order where none was used more than another.
        `uses`: how often what was chosen, by the keys that `used` carried."""
        either, then = self.tr("or"), self.tr("then")
        self._actions = [
            Entry(
                f"action:{action.id}",
                "action",
                Text(action.text),
                action.id,
                help=action.help,
                icon=action.icon,
                keys=tuple(caps(action.keys[:2], either, then)),
            )
            for action in actions
        ]
        self._uses = uses
        self._look()
        focused = QApplication.focusWidget()
        if focused is not self.line:
            self._before = focused
        self.setGeometry(self._over.rect())
        self.line.setText(typed)
        self._type()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Closes the palette, and gives the focus back."""
        if self.isVisible():
            before, self._before = self._before, None
            self._waiting = self._run_first = False
            self.hide()
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, from the top."""
        return self._model.rows

    # What is shown

    def _look(self) -> None:
        """Reads tags and saved searches, unless they are known to be as they were."""
        if not self._known:
            self._known = True
            self._lanes.ask("tags of the palette", _tags_and_searches, self._take_tags, at_once=True)

    def _take_tags(self, found: tuple[list[Entry], list[Entry]]) -> None:
        self._tags, self._searches = found
        if self.isVisible():
            self._show(keep=True)

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"tag", "paper_tag", "tag_alias", "saved_search"}:
            self._known = False
            if self.isVisible():
                self._look()

    def _type(self) -> None:
        mode, typed = self._asked()
        self._run_first = False
        self._waiting = not mode and len(typed.strip()) >= _TITLES_FROM
        if self._waiting:
            self._lanes.ask(
                "titles of the palette", lambda connection: _titles(connection, typed), self._take_papers, at_once=True
            )
        else:
            self._papers = []
        self._show(keep=False)

    def _take_papers(self, found: list[Entry]) -> None:
        if not self._waiting:
            return
        self._waiting = False
        self._papers = found
        self._show(keep=True)
        if self._run_first and self.rows:
            self._run(self.rows[0])

    def _asked(self) -> tuple[str, str]:
        """The sign that begins what is typed, if it is one of ours, and the rest."""
        typed = self.line.text().lstrip()
        return (typed[0], typed[1:]) if typed[:1] in (">", "#") and typed else ("", typed)

    def _show(self, *, keep: bool) -> None:
        """Shows what matches; with `keep`, the row that is chosen stays chosen."""
        mode, typed = self._asked()
        if mode == "#":
            entries = list(_promising(self._tags, typed))
        elif mode == ">":
            entries = self._actions
        elif typed.strip():
            entries = [*self._actions, *self._searches, *_promising(self._tags, typed)]
        else:
            others = [*self._searches, *self._tags]
            entries = [*self._actions, *(one for one in others if self._uses.get(one.key))]
        rows = ranked(entries, typed, self._uses)
        # Titles stand below, so that nothing moves under the reader's hand when they come. While new ones are looked
        # for, those found before that still match stay.
        wanted = words(typed)
        for paper in self._papers:
            match = paper.text.match(wanted)
            if match is not None or not self._waiting:
                rows.append(Row(paper, match.places if match else ()))
        chosen = self.view.currentIndex().row() if keep else 0
        key = self.rows[chosen].entry.key if 0 < chosen < len(self.rows) else ""
        self._model.show(rows)
        at = next((at for at, row in enumerate(rows) if row.entry.key == key), 0)
        self._choose(at, announce=not keep)
        self._arrange()

    def _choose(self, at: int, *, announce: bool = True) -> None:
        index = self._model.index(at)
        self.view.setCurrentIndex(index)
        if at == 0:
            self.view.scrollToTop()
        if announce and self.isVisible() and QAccessible.isActive():
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else self._nothing.text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))

    def _arrange(self) -> None:
        """As wide as there is room for, as high as its rows."""
        width = min(_WIDTH, self.width() - 48)
        above = _ABOVE if self.height() >= 480 else 16
        some = bool(self.rows)
        self._nothing.setHidden(some or self._waiting)
        self.view.setVisible(some)
        fixed = self.line.sizeHint().height() + self._hint.sizeHint().height() + 24
        row = self._theme.high(_ROW)
        most = max(3, (self.height() - 2 * above - fixed) // row)
        self.view.setFixedHeight(min(len(self.rows), _ROWS, most) * row)
        self._layout.activate()
        self._box.setGeometry((self.width() - width) // 2, above, width, self._layout.sizeHint().height())

    def _dress(self) -> None:
        self.update()
        self._box.update()

    # What the reader does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._over and kind == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._arrange()
        elif watched is self.line and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and self._is_ours(event):
                # Else Esc and the arrows would be the window's.
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and self._is_ours(event):
                self._press(Qt.Key(event.key()))
                return True
        elif watched is self.line and isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut:
            elsewhere = event.reason() not in (
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            )
            if elsewhere and self.isVisible():
                self._before = None
                self.leave()
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() in _OURS

    def _press(self, key: Qt.Key) -> None:
        count, at = len(self.rows), self.view.currentIndex().row()
        page = max(1, self.view.height() // self._theme.high(_ROW) - 1)
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if count:
                self._run(self.rows[max(at, 0)])
            else:
                self._run_first = self._waiting
        elif not count:
            return
        elif key == Qt.Key.Key_Down:
            self._choose((at + 1) % count)
        elif key == Qt.Key.Key_Up:
            self._choose((at - 1) % count)
        elif key == Qt.Key.Key_PageDown:
            self._choose(min(at + page, count - 1))
        elif key == Qt.Key.Key_PageUp:
            self._choose(max(at - page, 0))

    def _run(self, row: Row) -> None:
        entry = row.entry
        self.leave()
        self.used.emit(entry.key)
        if entry.kind == "action":
            self.action_chosen.emit(entry.target)
        elif entry.kind == "paper":
            self.paper_chosen.emit(int(entry.target))
        else:
            self.query_chosen.emit(entry.key.partition(":")[2], entry.target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # There is nothing else to go to; what lies below is covered.
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        # A soft shadow around the box, darker close to it.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 10 if self._theme.dark else 5))
        for reach in (12, 9, 6, 4, 2):
            around = QRectF(self._box.geometry()).adjusted(-reach, -reach + 4, reach, reach + 4)
            painter.drawRoundedRect(around, _RADIUS + reach, _RADIUS + reach)


_OURS = frozenset(
    {
        Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)  # fmt: skip


class _Box(QFrame):
    """The ground of line and list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keeps a click between the parts from being one beside them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


class _Rows(QAbstractListModel):
    """The rows, as they are read out: what it is called, what it does or is, and its keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry = self.rows[index.row()].entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text.text
        keys = " ".join(piece.text for piece in entry.keys)
        return ", ".join(filter(None, (entry.text.text, self.at_the_right(entry), entry.help, keys)))

    def at_the_right(self, entry: Entry) -> str:
        """What an entry is, in a word, with the number of papers or the year."""
        kind = {
            "tag": self.tr("tag"),
            "search": self.tr("saved search"),
            "paper": self.tr("paper"),
        }.get(entry.kind, "")
        return " · ".join(filter(None, (kind, entry.aside)))


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: icon, text with what was found in it marked, and at the right its keys, or what it is."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[str, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.high(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, view = index.model(), option.widget
        assert isinstance(model, _Rows)
        row = model.rows[index.row()]
        place: QRect = option.rect
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(place, 6, 6)
        inside = place.adjusted(8, 0, -8, 0)
        self._draw_icon(painter, row.entry, QRect(inside.left(), inside.center().y() - 7, 16, 16))
        inside.setLeft(inside.left() + 28)
        inside.setRight(self._draw_right(painter, model, row.entry, inside) - 12)
        self._draw_text(painter, row, inside, "selection_text" if chosen else "text")
        painter.restore()

    def _draw_icon(self, painter: QPainter, entry: Entry, place: QRect) -> None:
        if entry.kind == "tag":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.dot(entry.colour))
            painter.drawRoundedRect(place.adjusted(4, 4, -4, -4), 2, 2)
        elif entry.icon:
            if entry.icon not in self._icons:
                self._icons[entry.icon] = icon(entry.icon, self._theme.colour("secondary"))
            self._icons[entry.icon].paint(painter, place)

    def _draw_right(self, painter: QPainter, model: _Rows, entry: Entry, inside: QRect) -> int:
        """Draws what stands at the right end, and answers where it begins."""
        if entry.keys:
            return draw_caps(painter, entry.keys, inside, self._theme)
        said = model.at_the_right(entry)
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        return inside.right() - QFontMetrics(font).horizontalAdvance(said)

    def _draw_text(self, painter: QPainter, row: Row, inside: QRect, colour: str) -> None:
        font, strong = self._theme.font(), self._theme.font(weight=QFont.Weight.DemiBold)
        # Measured in the wider letters: with what was found marked, the text is no wider.
        metrics = QFontMetrics(strong if row.places else font)
        whole = row.entry.text.text
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, inside.width())
        kept = len(whole) if shown == whole else len(shown) - 1
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.DemiBold)
        found.setForeground(self._theme.colour("accent_text"))
        marks = []
        for first, last in _runs([place for place in row.places if place < kept]):
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = units(whole[:first]), units(whole[first : last + 1])
            mark.format = found
            marks.append(mark)
        layout = QTextLayout(shown, font)
        layout.setFormats(marks)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(inside.width() + 8)
        layout.endLayout()
        painter.setPen(self._theme.colour(colour))
        layout.draw(painter, QPointF(inside.left(), inside.top() + (inside.height() - line.height()) / 2))


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring places together, as first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
