"""How a paper looks in a list: status, title, byline, takeaway, tags, star, and under a search where it matched."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.library.papers import Row
from readerapp.library.passages import Passage
from readerapp.records import Status
from readerapp.ui.models.papers import PASSAGE, ROW, displayed, source_label
from readerapp.ui.parts.display import has_tex, readable, short_day
from readerapp.ui.theme import Theme
from readerapp.ui.views.columns import Column

_Index = QModelIndex | QPersistentModelIndex

# How much rows show.
DENSITIES = ("comfortable", "compact", "table")

# Distances in pixels. Text begins at _LEFT; the status mark stands before it.
_PAD = 12
_LEFT = 36
_EDGE = 8
_STAR = 14
_MARK = 10
_GAP = 4
_AFTER_SOURCE = 8
_DOT = 8
_SEPARATOR = " · "
# A text that gets less room than this is left out rather than cut to nothing.
_LEAST = 72
_KEPT = 400
# Flags as numbers, and one option for all texts: a list is painted at each key, and enumerations take their time.
_SELECTED = QStyle.StateFlag.State_Selected.value
_ACTIVE = QStyle.StateFlag.State_Active.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_OPTION = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
# Of a passage cut at its left so many characters stay before the first word that is marked.
_BEFORE_MARK = 12


class _Text(NamedTuple):
    layout: QTextLayout
    x: float
    y: float
    token: str  # the name of its colour in the theme


class _Shape(NamedTuple):
    path: QPainterPath
    fill: QColor | None
    line: QColor | None


@dataclass(slots=True)
class _Drawing:
    """A row laid out for one width. `cut` when not all of it could be shown. The passage comes later than the rest and
    is laid out by itself, `under` it at the height `below`."""

    row: Row
    width: int
    texts: list[_Text] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)
    cut: bool = False
    below: float = 0
    passage: Passage | None = None
    under: list[_Text] = field(default_factory=list)


class PaperRow(QStyledItemDelegate):
    """Paints the rows of a list of papers. What was laid out once is kept, for a row as it is and a width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marker = Marker()
        self._passages = False
        self._colours: Mapping[str, str] = {}
        self._drawings: dict[int, _Drawing] = {}
        self._density = DENSITIES[0]
        self._columns: tuple[Column, ...] = ()
        self._fonts = {
            "unread": theme.font(weight=QFont.Weight.DemiBold),
            "title": theme.font(),
            "byline": theme.font("small"),
            "takeaway": theme.font("small"),
            "tag": theme.font("small"),
        }
        self._fonts["takeaway"].setItalic(True)
        self._metrics = {name: QFontMetricsF(font) for name, font in self._fonts.items()}
        self._title_line = math.ceil(max(self._metrics[name].height() for name in ("unread", "title")) + 1)
        self._small_line = math.ceil(self._metrics["byline"].height() + 2)
        self._chip = self._small_line + 2
        self._separator = self._layout(_SEPARATOR, "byline")
        self._separator_width = self._metrics["byline"].horizontalAdvance(_SEPARATOR)

    # What it can be told

    @property
    def density(self) -> str:
        """A word of DENSITIES. Compact rows show one line of the title, and the tags beside the byline; those of a
        table one line, in columns."""
        return self._density

    @density.setter
    def density(self, density: str) -> None:
        self._density = density
        self.forget()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Where the columns of a table stand."""
        if tuple(columns) != self._columns:
            self._columns = tuple(columns)
            self.forget()

    @property
    def height(self) -> int:
        """The height of every row in pixels, a multiple of four."""
        if self._density == "table":
            return math.ceil((self._title_line + _EDGE) / 4) * 4
        lines = self._title_line + self._small_line + 2
        if self._density == "comfortable":
            lines += self._title_line + _GAP + self._chip
        if self._passages:
            lines += self._small_line + 2
        return math.ceil((lines + 2 * _EDGE) / 4) * 4

    def set_words(self, words: Sequence[Words], *, passages: bool = False) -> None:
        """Marks these words and phrases in title, byline and takeaway. With `passages` every row has one line more,
        for the passage in which it matched."""
        self._marker = Marker(words)
        self._passages = passages
        self.forget()

    def set_tag_colours(self, colours: Mapping[str, str]) -> None:
        """The colours of tags, by name, as the words the library stores."""
        self._colours = colours
        self.forget()

    def forget(self) -> None:
        """Lays every row out anew when it is painted next."""
        self._drawings.clear()

    # QStyledItemDelegate

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_LEFT + _LEAST, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, option.rect
        state = option.state.value
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        if state & _SELECTED:
            ground = theme.colour("selection" if state & _ACTIVE else "inactive_selection")
            painter.fillRect(0, 0, rect.width(), rect.height(), ground)
        painter.fillRect(0, rect.height() - 1, rect.width(), 1, theme.colour("line"))
        if state & _FOCUSED:
            painter.fillRect(0, 0, _GAP, rect.height() - 1, theme.colour("focus"))
        row = index.data(ROW)
        if row is not None:
            drawing = self._drawing(row, index, rect.width())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for path, fill, line in drawing.shapes:
                painter.setPen(QPen(line, 1.5) if line else Qt.PenStyle.NoPen)
                painter.setBrush(fill or Qt.BrushStyle.NoBrush)
                painter.drawPath(path)
            texts = [*drawing.texts, *drawing.under]
            pens = {token: theme.colour(token) for token in {text.token for text in texts}}
            for layout, x, y, token in texts:
                painter.setPen(pens[token])
                layout.draw(painter, QPointF(x, y))
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        row = index.data(ROW)
        if event.type() == QEvent.Type.ToolTip and (
            row is None or not self._drawing(row, index, view.viewport().width()).cut
        ):
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)

    # Laying out

    def _drawing(self, row: Row, index: _Index, width: int) -> _Drawing:
        passage = index.data(PASSAGE) if self._passages and self._density != "table" else None
        kept = self._drawings.get(row.id)
        if kept is None or kept.row is not row or kept.width != width:
            if len(self._drawings) >= _KEPT:
                self._drawings.clear()
            kept = self._drawings[row.id] = self._lay_out(row, width)
        if kept.passage is not passage:
            kept.passage = passage
            kept.under = self._lay_out_passage(passage, kept.below, width - _PAD) if passage else []
        return kept

    def _lay_out(self, row: Row, width: int) -> _Drawing:
        drawing = _Drawing(row, width)
        if self._density == "table":
            self._lay_out_line(drawing, row)
            return drawing
        right = width - _PAD
        quiet = row.status in (Status.READ, Status.DROPPED)
        self._draw_status(drawing, row.status)
        beside = 0
        for wanted, path, fill, line in ((row.starred, _star, "star", ""), (row.queued, _queue, "", "secondary")):
            if wanted:
                beside += _STAR + _GAP
                box = QRectF(right + _GAP - beside, _EDGE + 1, _STAR, _STAR)
                self._shape(drawing, path(box), fill=fill, line=line)
        room = right - _LEFT - (beside + _GAP if beside else 0)
        lines = self._draw_title(drawing, row.title, room, quiet)
        y = _EDGE + lines * self._title_line + 2
        if self._density == "compact":
            used = self._draw_chips(drawing, row.tags, _LEFT, right, y - 1, beside=True)
            self._draw_byline(drawing, row, y, right - used - _LEFT, takeaway=True)
            drawing.below = y + (self._small_line + 2 if used or row.takeaway or self._has_byline(row) else 0)
            return drawing
        own_line = bool(row.takeaway) and (lines == 1 or not row.tags)
        takeaway = bool(row.takeaway) and not own_line
        # A paper of which only the title is known leaves no hole between title and tags.
        if takeaway or self._has_byline(row):
            self._draw_byline(drawing, row, y, right - _LEFT, takeaway=takeaway)
            y += self._small_line
        if own_line:
            self._draw_takeaway(drawing, row.takeaway, _LEFT, y + (0 if row.tags else 2), right - _LEFT)
            y += self._small_line
        self._draw_chips(drawing, row.tags, _LEFT, right, y + _GAP)
        # The passage stands below all else, so that nothing moves when it comes.
        drawing.below = y + (_GAP + self._chip if row.tags else 0) + 2
        return drawing

    def _lay_out_line(self, drawing: _Drawing, row: Row) -> None:
        """A row of a table: the title between its status and its star, and what the other columns are about."""
        quiet = row.status in (Status.READ, Status.DROPPED)
        top = (self.height - self._title_line) / 2
        small = top + (self._title_line - self._small_line) / 2 + 1
        self._draw_status(drawing, row.status, top)
        for name, x, width in self._columns:
            right = x + width - _GAP
            match name:
                case "title":
                    for wanted, path, fill, line in (
                        (row.starred, _star, "star", ""),
                        (row.queued, _queue, "", "secondary"),
                    ):
                        if wanted:
                            right -= _STAR + _GAP
                            box = QRectF(right + _GAP, top + 1, _STAR, _STAR)
                            self._shape(drawing, path(box), fill=fill, line=line)
                    font, token = ("title", "secondary") if quiet else ("unread", "text")
                    self._write_cut(drawing, readable(row.title), font, _LEFT, top, right - _LEFT, token, "title")
                case "tags":
                    self._draw_chips(drawing, row.tags, x + _GAP, right, small - 1)
                case _:
                    text, field = {
                        "author": (row.byline, "author"),
                        "venue": (row.venue, "venue"),
                        "year": (str(row.year or ""), None),
                        "rating": ("★" * (row.rating or 0), None),
                        "added": (short_day(row.added), None),
                    }[name]
                    self._write_cut(drawing, text, "byline", x + _GAP, small, right - x - _GAP, "secondary", field)

    def _write_cut(
        self, drawing: _Drawing, text: str, font: str, x: float, y: float, width: float, token: str, field: str | None
    ) -> None:
        """Draws as much of a text as there is room for."""
        shown = displayed(text)
        cut = self._cut(shown, font, width)
        drawing.cut = drawing.cut or cut != shown
        self._write(drawing, cut, font, x, y, token, field)

    def _has_byline(self, row: Row) -> bool:
        return bool(row.byline or row.venue or row.year or self._marks(row))

    def _draw_status(self, drawing: _Drawing, status: Status, top: float = _EDGE) -> None:
        size = 11.0
        disc = QRectF(_PAD, top + (self._title_line - size) / 2, size, size)
        path = QPainterPath()
        if status is Status.UNREAD:
            path.addEllipse(disc)
            self._shape(drawing, path, fill="accent")
            return
        path.addEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        if status is Status.READING:
            half = QPainterPath(disc.center())
            half.arcTo(disc.adjusted(0.75, 0.75, -0.75, -0.75), 90, 180)
            half.closeSubpath()
            self._shape(drawing, half, fill="accent")
        elif status is Status.DROPPED:
            slant = (size / 2 - 0.75) * math.sqrt(0.5)
            path.moveTo(disc.center() + QPointF(slant, -slant))
            path.lineTo(disc.center() + QPointF(-slant, slant))
        self._shape(drawing, path, line="accent" if status is Status.READING else "secondary")

    def _draw_title(self, drawing: _Drawing, title: str, width: float, quiet: bool) -> int:
        """Draws the title and answers how many lines it takes: one or two."""
        shown = displayed(readable(title))
        font = "title" if quiet else "unread"
        lines = 1 if self._density == "compact" else 2
        layout = self._layout(shown, font, width, lines, self._marker.marks(shown, "title"))
        last = layout.lineAt(layout.lineCount() - 1)
        units = shown.encode("utf-16-le", "surrogatepass")
        if 2 * (last.textStart() + last.textLength()) < len(units):
            drawing.cut = True
            begin = 2 * last.textStart()
            before, rest = (part.decode("utf-16-le", "surrogatepass") for part in (units[:begin], units[begin:]))
            rest = self._metrics[font].elidedText(rest, Qt.TextElideMode.ElideRight, width)
            # U+2028 breaks the line where it was broken before, whatever the dots have changed.
            shown = f"{before.rstrip()}\u2028{rest}" if before else rest
            layout = self._layout(shown, font, width, lines, self._marker.marks(shown, "title"))
        drawing.texts.append(_Text(layout, _LEFT, _EDGE, "secondary" if quiet else "text"))
        return layout.lineCount()

    def _draw_byline(self, drawing: _Drawing, row: Row, y: float, width: float, takeaway: bool) -> None:
        """Authors · venue year · marks, and the takeaway if there is room. Marks stay whole; names are cut first."""
        measure = self._metrics["byline"].horizontalAdvance
        separator = self._separator_width
        marks = self._marks(row)
        marks_width = sum(separator + (_MARK if path else 0) + measure(text) for path, text in marks)
        authors, venue, year = displayed(row.byline), displayed(row.venue), str(row.year or "")
        place = " ".join(part for part in (venue, year) if part)
        room = max(width - marks_width, 0)
        wanted = measure(authors) + (separator if authors and place else 0) + measure(place)
        if wanted > room:
            drawing.cut = True
            for_place = max(room / 2, room - measure(authors) - separator) if authors else room
            if venue and measure(place) > for_place:
                of_venue = for_place - (measure(f" {year}") if year else 0)
                venue = self._cut(venue, "byline", of_venue) if of_venue >= _LEAST / 2 else ""
                place = " ".join(part for part in (venue, year) if part)
            authors = self._cut(authors, "byline", room - (separator + measure(place) if place else 0))
        x: float = _LEFT
        # Texts beside each other are one text, which is quicker than several; a shape begins another.
        text, found = "", list[tuple[int, int]]()

        def write() -> None:
            nonlocal x, text
            if text:
                drawing.texts.append(_Text(self._layout(text, "byline", marks=found), x, y, "secondary"))
                x += measure(text)
                text = ""
                found.clear()

        for name, part in (("author", authors), ("venue", place)):
            if part:
                text += _SEPARATOR if text else ""
                found += [(len(text) + start, len(text) + end) for start, end in self._marker.marks(part, name)]
                text += part
        for path, part in marks:
            text += _SEPARATOR if text or x > _LEFT else ""
            if path:
                write()
                box = QRectF(x, y + (self._small_line - _MARK) / 2 - 1, _MARK, _MARK)
                if path == "note":
                    self._shape(drawing, _pencil(box), line="secondary")
                else:
                    self._shape(drawing, _passage(box), fill="secondary")
                x += _MARK
            text += part
        write()
        if takeaway and row.takeaway:
            begin = x + (separator if x > _LEFT else 0)
            if _LEFT + width - begin < _LEAST:
                drawing.cut = True
                return
            if x > _LEFT:
                drawing.texts.append(_Text(self._separator, x, y, "secondary"))
            self._draw_takeaway(drawing, row.takeaway, begin, y, _LEFT + width - begin)

    def _marks(self, row: Row) -> list[tuple[str, str]]:
        """What a paper has besides: (the shape before it, text)."""
        marks = []
        if row.note:
            marks.append(("note", f" {row.highlights}" if row.highlights else ""))
        elif row.highlights:
            marks.append(("highlight", f" {row.highlights}"))
        if row.code:
            marks.append(("", self.tr("code")))
        if row.pdf:
            marks.append(("", self.tr("pdf")))
        if row.rating:
            marks.append(("", "★" * row.rating))
        return marks

    def _draw_takeaway(self, drawing: _Drawing, takeaway: str, x: float, y: float, width: float) -> None:
        self._write_cut(drawing, takeaway, "takeaway", x, y, width, "secondary", "takeaway")

    def _lay_out_passage(self, passage: Passage, y: float, right: float) -> list[_Text]:
        """Where the passage comes from, and as much of it as there is room for, its first marked word included: two
        lines where the paper has no tags."""
        measure = self._metrics["byline"].horizontalAdvance
        label = source_label(passage)
        x = _LEFT + measure(label) + _AFTER_SOURCE
        text, marks = _read(passage)
        lines = 2 if self.height - y >= 2 * self._small_line + _EDGE else 1
        # A line may end before a long word.
        room = lines * (right - x) - (lines - 1) * _LEAST / 2
        if marks and measure(f"{text[: marks[0][1]]}…") > room:
            begin = text.rfind(" ", 0, max(marks[0][0] - _BEFORE_MARK, 0)) + 1 or marks[0][0]
            text = f"…{text[begin:]}"
            marks = tuple((start - begin + 1, end - begin + 1) for start, end in marks)
        shown = self._cut(text, "byline", room)
        return [
            _Text(self._layout(label, "byline"), _LEFT, y, "faint"),
            _Text(self._layout(shown, "byline", right - x + 1, lines, marks), x, y, "secondary"),
        ]

    def _draw_chips(
        self, drawing: _Drawing, tags: Sequence[str], left: float, right: float, y: float, beside: bool = False
    ) -> float:
        """Draws as many tags as fit, and how many more there are; answers the width they take.

        `beside` something else, they get less than half of the width, at its right end.
        """
        if not tags:
            return 0
        measure = self._metrics["tag"].horizontalAdvance
        room = (right - left) * (0.45 if beside else 1)
        frame = 2 * 6 + _DOT + _GAP
        names = [displayed(tag.rpartition("/")[2] if beside else tag, 100) for tag in tags]
        widths = [min(frame + measure(name), room) for name in names]
        more = measure(f"+{len(tags)}") + _GAP
        fitting, used = 0, 0.0
        for at, width in enumerate(widths):
            rest = more if at + 1 < len(widths) else 0
            if fitting and used + width + rest > room:
                break
            used += min(width, room - rest) + _GAP
            fitting += 1
        hidden = len(tags) - fitting
        drawing.cut = drawing.cut or hidden > 0
        used += more - _GAP if hidden else -_GAP
        x = right - used if beside else left
        height = self._chip if not beside else self._small_line
        below = y + (height - self._small_line) / 2 + 1
        for tag, name, width in zip(tags[:fitting], names, widths, strict=False):
            width = min(width, room - (more if hidden else 0))
            chip, dot = QPainterPath(), QPainterPath()
            chip.addRoundedRect(QRectF(x, y, width, height), 4, 4)
            dot.addRoundedRect(QRectF(x + 6, y + (height - _DOT) / 2, _DOT, _DOT), 2, 2)
            self._shape(drawing, chip, fill="chip")
            drawing.shapes.append(_Shape(dot, self._theme.dot(self._colour(tag)), None))
            cut = self._cut(name, "tag", width - frame, Qt.TextElideMode.ElideMiddle)
            drawing.cut = drawing.cut or cut != name
            self._write(drawing, cut, "tag", x + 6 + _DOT + _GAP, below, "secondary")
            x += width + _GAP
        if hidden:
            self._write(drawing, f"+{hidden}", "tag", x, below, "secondary")
        return used + (_PAD if beside else 0)

    def _colour(self, tag: str) -> str:
        """The colour of a tag, else of the nearest tag above it that has one."""
        while tag:
            if self._colours.get(tag):
                return self._colours[tag]
            tag = tag.rpartition("/")[0]
        return "grey"

    def _shape(self, drawing: _Drawing, path: QPainterPath, fill: str = "", line: str = "") -> None:
        colour = self._theme.colour
        drawing.shapes.append(_Shape(path, colour(fill) if fill else None, colour(line) if line else None))

    def _cut(self, text: str, font: str, width: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
        # Half a pixel, so that rounding does not cut a text that just fits.
        return self._metrics[font].elidedText(text, mode, max(width, 0) + 0.5)

    def _write(
        self, drawing: _Drawing, text: str, font: str, x: float, y: float, token: str, field: str | None = None
    ) -> None:
        """Draws a text; searched words are marked in one of a `field`."""
        if text:
            marks = () if field is None else self._marker.marks(text, field)
            drawing.texts.append(_Text(self._layout(text, font, marks=marks), x, y, token))

    def _layout(
        self, text: str, font: str, width: float = 1 << 20, lines: int = 1, marks: Sequence[tuple[int, int]] = ()
    ) -> QTextLayout:
        """A text laid out at the left in at most so many lines."""
        layout = QTextLayout(text, self._fonts[font])
        layout.setTextOption(_OPTION)
        layout.setCacheEnabled(True)
        if marks:
            layout.setFormats(self._formats(text, marks))
        layout.beginLayout()
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * (self._small_line if font == "byline" else self._title_line)))
        layout.endLayout()
        return layout

    def _formats(self, text: str, marks: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, end in marks:
            marked = QTextLayout.FormatRange()
            ground = QTextCharFormat()
            ground.setBackground(self._theme.colour("match"))
            ground.setForeground(self._theme.colour("text"))
            # The ground alone is no mark for everybody.
            ground.setFontUnderline(True)
            # Qt counts UTF-16 units.
            marked.start = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
            marked.length = len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
            marked.format = ground
            ranges.append(marked)
        return ranges


def _read(passage: Passage) -> tuple[str, Sequence[tuple[int, int]]]:
    """A passage in plain Unicode, and its marks there."""
    if has_tex(passage.text):
        from readerapp.formats.mathematics import Shown, spans  # late: most passages have no formulas

        shown = Shown(passage.text, spans(passage.text))
        text = displayed(shown.text)
        if len(text) == len(shown.text):
            return text, shown.marks(passage.marks)
    return displayed(passage.text), passage.marks


def _star(box: QRectF) -> QPainterPath:
    radius = box.width() / 2
    points = [
        box.center()
        + QPointF(math.sin(math.pi * at / 5), -math.cos(math.pi * at / 5)) * (radius if at % 2 == 0 else radius * 0.42)
        for at in range(10)
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _queue(box: QRectF) -> QPainterPath:
    """Three lines, the first one marked."""
    path = QPainterPath()
    for at, y in enumerate((3.0, 7.0, 11.0)):
        path.moveTo(box.left() + (5 if at else 1), box.top() + y)
        path.lineTo(box.right() - 1, box.top() + y)
    path.moveTo(box.left() + 1, box.top() + 6)
    path.lineTo(box.left() + 1, box.top() + 12)
    return path


def _pencil(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.bottomLeft() + QPointF(0.5, -0.5))
    for x, y in ((1.2, 6.5), (6.8, 0.9), (9.1, 3.2), (3.5, 8.8)):
        path.lineTo(box.topLeft() + QPointF(x, y))
    path.closeSubpath()
    return path


def _passage(box: QRectF) -> QPainterPath:
    """Lines of a text, one of them marked."""
    path = QPainterPath()
    for top, height in ((0.5, 1.0), (3.0, 4.0), (8.5, 1.0)):
        path.addRect(QRectF(box.left(), box.top() + top, box.width(), height))
    return path
