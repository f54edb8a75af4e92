"""Papers side by side, field by field: what differs is marked, and of each field of a work the reader chooses whose."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QSizePolicy, QWidget

from readerapp.errors import Refused
from readerapp.formats.identifiers import label
from readerapp.library import papers
from readerapp.library.connect import Connection
from readerapp.operations import merging
from readerapp.records import Record, Status
from readerapp.ui.parts.buttons import HintButton, claims, draw_focus
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.display import day, one_line, units
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

# A column is not narrower than this; where there are more than fit, they scroll.
_NARROWEST = 208
_GAP = 12
_PADDING = 8
_RADIO = 14
_BETWEEN_ROWS = 12
# Nobody compares more characters of an abstract or a note than these, nor more lines of links than these.
_LONGEST = 3_000
_MOST = 5

_PIECE = re.compile(r"\w+|[^\w\s]")
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_LINE = "\u2028"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """Papers to be looked at side by side. `included` are those of them that are merged, `merged` what they become,
    and `choices` whose value that has by itself; `marks` are the parts of a field's text, by field and number of the
    paper, that another paper's text does not have."""

    records: tuple[Record, ...]
    included: tuple[int, ...]
    merged: Record
    choices: Mapping[str, int]
    marks: Mapping[tuple[str, int], Sequence[Range]]


def compare(connection: Connection, ids: Sequence[int], included: Sequence[int]) -> Compared | None:
    """Looks at papers, for `Comparison`; None when one of them is gone."""
    records = tuple(papers.records(connection, ids))
    try:
        preview = merging.preview(connection, included[0], included[1:])
    except Refused:
        return None
    marks: dict[tuple[str, int], Sequence[Range]] = {}
    for field in ("title", "authors", "abstract"):
        texts = [text_of(record, field) for record in records]
        for number, text in enumerate(texts):
            other = texts[1 if number == 0 else 0]
            if text != other and text and other:
                marks[field, number] = differing(text, other)
    return Compared(records, tuple(included), preview.record, preview.choices, marks) if len(records) > 1 else None


def differing(text: str, other: str) -> list[Range]:
    """The parts of a text, as (start, length) in code points, that another does not have: words, punctuation."""
    pieces = list(_PIECE.finditer(text))
    words = [piece[0].casefold() for piece in pieces]
    others = [word.casefold() for word in _PIECE.findall(other)]
    found: list[Range] = []
    for tag, start, end, _, _ in SequenceMatcher(None, words, others).get_opcodes():
        if tag in ("replace", "delete"):
            at = pieces[start].start()
            found.append((at, pieces[end - 1].end() - at))
    return found


def text_of(record: Record, field: str) -> str:
    """A field of a work as it is shown; "" for one it lacks."""
    value = getattr(record, field)
    text = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return _shortened(text)


def _shortened(text: str, longest: int = _LONGEST) -> str:
    text = one_line(text[: 2 * longest])
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


class _Text:
    """A text laid out in a width, with parts of it marked."""

    def __init__(self, text: str, marks: Sequence[Range], theme: Theme) -> None:
        self._text, self._marks, self._theme = text, marks, theme
        self._layout = QTextLayout()
        self._width = -1
        self._height = 0

    def height(self, width: int) -> int:
        """How high it is in this width, in pixels."""
        if width != self._width:
            self._width = width
            layout = self._layout = QTextLayout(self._text, self._theme.font())
            option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            top = 0.0
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, top))
                top += line.height()
            layout.endLayout()
            self._height = round(top + 0.5)
        return self._height

    def forget(self) -> None:
        """Lays out anew: another font."""
        self._width = -1

    def paint(self, painter: QPainter, at: QPoint, token: str) -> None:
        """Draws it in the colour of a token."""
        painter.setPen(self._theme.colour(token))
        ranges = []
        for start, length in self._marks:
            form = QTextCharFormat()
            form.setBackground(self._theme.colour("match"))
            form.setForeground(self._theme.colour("text"))
            form.setFontUnderline(True)
            part = QTextLayout.FormatRange()
            part.start = units(self._text[:start])
            part.length = units(self._text[start : start + length])
            part.format = form
            ranges.append(part)
        self._layout.draw(painter, QPointF(at), ranges)


class _Value(QWidget):
    """A text that is as high as it has to be."""

    def __init__(self, name: str, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = _Text(text or "–", (), theme)
        self._token = "secondary" if text else "faint"
        said = text.replace(_LINE, ", ") or self.tr("none")
        self.setAccessibleName(f"{name}: {said}")

    def height_in(self, width: int) -> int:
        """How high it is in this width."""
        return self._shown.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._shown.height(self.width())
        self._shown.paint(QPainter(self), QPoint(0, 0), self._token)


class Cell(QRadioButton):
    """The value of one field in one paper, to be chosen. A press anywhere in it chooses it."""

    def __init__(self, name: str, text: str, marks: Sequence[Range], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = not text
        said = text or self.tr("none")
        self._shown = _Text(said, marks, theme)
        self.setAccessibleName(f"{name}: {said}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._shown.forget)

    def height_in(self, width: int) -> int:
        """How high it is in this width."""
        return max(self._shown.height(width - _RADIO - 3 * _PADDING), _RADIO) + 2 * _PADDING

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def event(self, event: QEvent) -> bool:
        # The arrow keys go from choice to choice here, though they go from group to group elsewhere.
        return claims(event, *_ARROWS, Qt.Key.Key_Space) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        chosen = self.isChecked() and self.isEnabled()
        painter.setPen(QPen(colour("accent" if chosen else "line"), 1))
        painter.setBrush(colour("selection" if chosen else "hover" if self.underMouse() else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = self.fontMetrics().height()
        place = QRectF(_PADDING, _PADDING + (line - _RADIO) / 2, _RADIO, _RADIO).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("accent" if chosen else "faint"), 1))
        painter.setBrush(colour("raised"))
        painter.drawEllipse(place)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(place.center(), 4, 4)
        if self.hasFocus():
            draw_focus(painter, self.rect().adjusted(2, 2, -2, -2), self._theme)
        token = "faint" if self._empty or not self.isEnabled() else "text"
        self._shown.height(self.width() - _RADIO - 3 * _PADDING)
        self._shown.paint(painter, QPoint(_RADIO + 2 * _PADDING, _PADDING), token)


class _Row(NamedTuple):
    """A name over a value for each paper, or one value that all of them have."""

    name: QLabel
    values: Sequence[Cell | _Value]


class Comparison(QWidget):
    """The papers in columns. `included_changed` is emitted when the reader took a paper out or back in."""

    included_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: tuple[int, ...] = ()
        self._heads: list[tuple[QWidget, HintButton]] = []
        self._boxes: list[QCheckBox] = []
        self._rows: list[_Row] = []
        self._groups: dict[str, QButtonGroup] = {}
        self._inside: QWidget | None = None
        self.setAccessibleName(self.tr("The papers side by side"))
        theme.changed.connect(self._arrange)

    @property
    def choices(self) -> dict[str, int]:
        """For each field of which papers have different values, the paper whose value is chosen."""
        return {field: group.checkedId() for field, group in self._groups.items()}

    @property
    def included(self) -> list[int]:
        """The papers that are to become one."""
        if not self._boxes:
            return list(self._ids)
        return [paper for paper, box in zip(self._ids, self._boxes, strict=True) if box.isChecked()]

    def take_all(self, number: int) -> None:
        """Chooses every value of one of the papers, by its number from 0."""
        if number < len(self._ids) and self._ids[number] in self.included:
            for group in self._groups.values():
                if button := group.button(self._ids[number]):
                    button.setChecked(True)

    def show_papers(self, compared: Compared | None) -> None:
        """Shows other papers, or none."""
        focus = self.focusWidget()
        name = focus.accessibleName() if focus is not None and focus.hasFocus() else ""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self._ids, self._heads, self._boxes, self._rows, self._groups = (), [], [], [], {}
        if compared is not None:
            self._inside = QWidget(self)
            self._ids = tuple(record.id or 0 for record in compared.records)
            self._make_heads(self._inside, compared)
            self._make_rows(self._inside, compared)
            self._arrange()
            self._inside.show()
            # A box that was pressed keeps the focus though all of it is new.
            for box in self._boxes if name else ():
                if box.accessibleName() == name:
                    box.setFocus()

    def _make_heads(self, inside: QWidget, compared: Compared) -> None:
        several = len(compared.records) > 2
        for number, record in enumerate(compared.records, start=1):
            words = self.tr("Paper {number}").format(number=number)
            head: QWidget
            if several:
                box = CheckBox(words, self._theme, inside)
                box.setChecked(record.id in compared.included)
                # At least two are merged.
                box.setEnabled(record.id not in compared.included or len(compared.included) > 2)
                box.setAccessibleName(self.tr("Merge paper {number}").format(number=number))
                box.setToolTip(self.tr("Whether this paper is one of those that are merged"))
                box.toggled.connect(self.included_changed)
                self._boxes.append(box)
                head = box
            else:
                head = Label(words, inside)
                head.setProperty("role", "secondary")
            button = HintButton(self._theme, self.tr("Take all of it"), str(number), inside)
            button.setAccessibleName(self.tr("Take all of paper {number}").format(number=number))
            button.setEnabled(record.id in compared.included)
            button.setVisible(number < 10)
            button.clicked.connect(partial(self.take_all, number - 1))
            self._heads.append((head, button))

    def _make_rows(self, inside: QWidget, compared: Compared) -> None:
        for field, name in self._fields().items():
            texts = [text_of(record, field) for record in compared.records]
            if not any(texts):
                continue
            if len(set(texts)) == 1:
                whole = self.tr("{field}: the same").format(field=name)
                self._rows.append(_Row(self._name(whole, inside), [_Value(name, texts[0], self._theme, inside)]))
                continue
            group = self._groups[field] = QButtonGroup(inside)
            cells: list[Cell | _Value] = []
            for number, (paper, text) in enumerate(zip(self._ids, texts, strict=True)):
                cell = Cell(name, text, compared.marks.get((field, number), ()), self._theme, inside)
                cell.setChecked(paper == compared.choices[field])
                cell.setEnabled(paper in compared.included)
                group.addButton(cell, paper)
                cells.append(cell)
            self._rows.append(_Row(self._name(name, inside), cells))
        for name, told in self._kept().items():
            texts = [told(record) for record in compared.records]
            if any(texts):
                values = [_Value(name, text, self._theme, inside) for text in texts]
                self._rows.append(_Row(self._name(name, inside), values))

    def _name(self, text: str, inside: QWidget) -> QLabel:
        name = Label(text, inside)
        name.setProperty("role", "section")
        name.setFont(self._theme.font("small"))
        return name

    def _fields(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "authors": self.tr("Authors"),
            "venue": self.tr("Venue"),
            "year": self.tr("Year"),
            "published": self.tr("Date"),
            "citation_key": self.tr("Citation key"),
            "abstract": self.tr("Abstract"),
        }

    def _kept(self) -> dict[str, Callable[[Record], str]]:
        """What is kept of all papers, and how a paper's share of it is told."""
        return {
            self.tr("Status: the furthest is kept"): self._standing,
            self.tr("Takeaway: the first is kept, others go into the note"): lambda one: _shortened(one.takeaway),
            self.tr("Note: all are kept"): lambda one: _shortened(one.note),
            self.tr("Tags: all are kept"): lambda one: _listed(one.tags),
            self.tr("Highlights: all are kept"): lambda one: _lines([mark.quote for mark in one.highlights]),
            self.tr("Keywords: all are kept"): lambda one: _listed(one.keywords),
            self.tr("Identifiers: all are kept"): lambda one: _lines([label(name) for name in one.identifiers]),
            self.tr("Links: all are kept"): lambda one: _lines([link.url for link in one.links]),
            self.tr("Added: the first day is kept"): lambda one: day(one.added) if one.added else "",
        }

    def _standing(self, record: Record) -> str:
        words = {
            Status.UNREAD: self.tr("Unread"),
            Status.READING: self.tr("Reading"),
            Status.READ: self.tr("Read"),
            Status.DROPPED: self.tr("Dropped"),
        }
        parts = [
            words[record.status or Status.UNREAD],
            self.tr("starred") if record.starred else "",
            self.tr("rated {number} of 5").format(number=record.rating) if record.rating else "",
            self.tr("up next") if record.queue is not None else "",
            self.tr("in the trash") if record.trashed else "",
        ]
        return " · ".join(filter(None, parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(2 * _NARROWEST + _GAP, self.minimumHeight())

    def _arrange(self) -> None:
        """Puts everything where it belongs; what stands in one row is equally high."""
        count = len(self._ids)
        if not count or self._inside is None:
            self.setMinimumSize(0, 0)
            return
        self.setMinimumWidth(count * _NARROWEST + (count - 1) * _GAP)
        column = (max(self.width(), self.minimumWidth()) - (count - 1) * _GAP) // count
        lefts = [number * (column + _GAP) for number in range(count)]
        small = QFont(self._theme.font("small"))
        top = 0
        for left, (head, button) in zip(lefts, self._heads, strict=True):
            wanted = button.sizeHint()
            button.setGeometry(left + column - wanted.width(), top, wanted.width(), wanted.height())
            head.setGeometry(left, top, column - wanted.width() - 4, wanted.height())
        top += 24 + _BETWEEN_ROWS // 2
        for row in self._rows:
            row.name.setFont(small)
            height = row.name.sizeHint().height()
            row.name.setGeometry(0, top, max(self.width(), self.minimumWidth()), height)
            top += height + 4
            width = column if len(row.values) == count else count * (column + _GAP) - _GAP
            height = max(value.height_in(width) for value in row.values)
            for left, value in zip(lefts, row.values, strict=False):
                value.setGeometry(left, top, width, height)
            top += height + _BETWEEN_ROWS
        self._inside.setGeometry(0, 0, max(self.width(), self.minimumWidth()), top)
        self.setMinimumHeight(top)
        self.updateGeometry()


def _listed(words: Sequence[str]) -> str:
    return _shortened(", ".join(words), 600)


def _lines(texts: Sequence[str]) -> str:
    shown = [_shortened(text, 120) for text in texts[:_MOST]]
    return _LINE.join([*shown, f"+{len(texts) - _MOST}"] if len(texts) > _MOST else shown)
