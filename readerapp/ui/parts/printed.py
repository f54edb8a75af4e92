"""Papers set on pages, to be printed: one paper with all there is of it, or a list.

Everything is set in units of 1/600 inch, black on white whatever the colours of the window, and drawn by a painter that
is scaled to what it paints on. Pages are set one after another, as they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)

from readerapp.formats.identifiers import label
from readerapp.library.anchoring import places, sections
from readerapp.notes import without_brackets
from readerapp.records import HighlightRecord, Record
from readerapp.ui.models.papers import status_word
from readerapp.ui.parts.display import grouped, has_tex, in_place, one_line, units
from readerapp.ui.parts.formula_text import FormulaText
from readerapp.ui.parts.inert import Document
from readerapp.ui.theme import DOTS, MARKS, Theme

# Units to the inch, and to the point of type.
UNITS = 600
_POINT = UNITS / 72
_MARGIN = UNITS * 20 / 25.4
_FOOT = 9 * _POINT
_BETWEEN = 9 * _POINT
_INK, _GREY, _LINE = QColor("#111111"), QColor("#555555"), QColor("#bbbbbb")

# More of a text is not set on paper, in characters.
_LONGEST = 100_000
_LONGEST_TITLE = 2_000
_AUTHORS_IN_LIST = 12

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(?:\[([ xX])\]\s+)?(.*)")
_EMPHASIS = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|(?<!\w)[*_](?P<slanted>[^*_\n]+)[*_](?!\w)|`(?P<code>[^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has been set: `draw` paints it, without margins, from the origin on."""

    draw: Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on paper beside the papers' own words, in the language of the window."""

    takeaway: str
    abstract: str
    highlights: str
    note: str
    page: str
    rating: str


class Setter:
    """Sets papers on pages of a size. `meanings` are the colours of highlights by what they mean."""

    def __init__(self, theme: Theme, size: QPageSize, words: Words, meanings: dict[str, str]) -> None:
        self._theme, self._words, self._meanings = theme, words, meanings
        whole = size.size(QPageSize.Unit.Point)
        self.whole = QSizeF(whole.width() * _POINT, whole.height() * _POINT)
        # The body of a page: the foot lies in the lower margin.
        self.body = QSizeF(self.whole.width() - 2 * _MARGIN, self.whole.height() - 2 * _MARGIN)

    def paint(self, painter: QPainter, page: Page, number: int, title: str) -> None:
        """Paints a page, in units, with its number and what it is of at its foot."""
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        page.draw(painter)
        painter.restore()
        font = self._font("sans", 8)
        painter.setFont(font)
        painter.setPen(_GREY)
        foot = QRectF(_MARGIN, self.whole.height() - _MARGIN + _FOOT, self.body.width(), 2 * _FOOT)
        said = self._words.page.format(grouped(number))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), said)
        room = foot.adjusted(0, 0, -UNITS, 0)
        shown = painter.fontMetrics().elidedText(one_line(title), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)

    # One paper

    def paper(self, record: Record) -> list[Page]:
        """The pages of a paper, with all there is of it."""
        document = _Setting(self._theme)
        document.document.setPageSize(self.body)
        sans, serif = self._font("sans", 10), self._font("serif", 11)
        document.text(one_line(record.title[:_LONGEST_TITLE]), self._font("sans", 18, strong=True), after=8)
        if record.authors:
            document.text(", ".join(map(one_line, record.authors)), self._font("sans", 11), after=3)
        self._say_origin(document, record)
        self._say_state(document, record)
        document.rule()
        if record.takeaway:
            document.begin(after=8)
            document.put(f"{self._words.takeaway}  ", sans, _GREY)
            document.put(one_line(record.takeaway), sans)
        if record.abstract:
            self._heading(document, self._words.abstract)
            self._say_abstract(document, record, serif)
        if record.highlights:
            self._heading(document, self._words.highlights)
            for mark in record.highlights:
                self._say_highlight(document, mark)
        if record.note:
            self._heading(document, self._words.note)
            self._say_note(document, record.note[:_LONGEST])
        return [document.page(number, self.body) for number in range(document.document.pageCount())]

    def _say_origin(self, document: _Setting, record: Record) -> None:
        place = " ".join(filter(None, (one_line(record.venue), str(record.year or ""))))
        parts = [place, *(one_line(label(one)) for one in record.identifiers)]
        if any(parts):
            document.text(" · ".join(filter(None, parts)), self._font("sans", 9.5), _GREY, after=3)

    def _say_state(self, document: _Setting, record: Record) -> None:
        parts = [status_word(record.status)] if record.status is not None else []
        if record.rating:
            parts.append(self._words.rating.format("★" * record.rating + "☆" * (5 - record.rating)))
        parts += map(one_line, record.tags)
        document.text(" · ".join(parts), self._font("sans", 9.5), _GREY, after=6)

    def _heading(self, document: _Setting, words: str) -> None:
        document.text(words, self._font("sans", 9.5, strong=True), _GREY, before=10, after=3, stays=True)

    def _say_abstract(self, document: _Setting, record: Record, font: QFont) -> None:
        text = in_place(record.abstract[:_LONGEST])
        document.begin(after=6, leading=135)
        marks = [mark for mark in record.highlights if mark.target == "abstract"]
        document.marked(text, font, marks, self._meanings)

    def _say_highlight(self, document: _Setting, mark: HighlightRecord) -> None:
        quoted, small = self._font("serif", 10.5), self._font("sans", 9)
        quoted.setItalic(True)
        document.begin(before=2, after=0 if mark.comment or mark.meaning else 6, left=14)
        document.put(f"“{one_line(mark.quote[:_LONGEST])}”", quoted)
        if mark.meaning:
            document.begin(after=0 if mark.comment else 6, left=14)
            colour = QColor(DOTS.get(self._meanings.get(mark.meaning, ""), DOTS["grey"])[False])
            document.put("■ ", small, colour)
            document.put(one_line(mark.meaning), small, _GREY)
        if mark.comment:
            document.begin(after=6, left=14)
            document.put(in_place(mark.comment[:_LONGEST]), self._font("sans", 10))

    def _say_note(self, document: _Setting, note: str) -> None:
        """A note in Markdown, as far as lines and words of it say how they are to look. The rest is printed as it is
        written."""
        body = self._font("sans", 10)
        for line in without_brackets(in_place(note)).split("\n"):
            heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
            if heading:
                size = 13 if len(heading[1]) == 1 else 11
                document.begin(before=6, after=2, stays=True)
                self._put_words(document, heading[2], self._font("sans", size, strong=True))
            elif item:
                mark = {None: item[2] or "•", " ": "☐"}.get(item[3], "☑")
                document.begin(after=1, left=min(len(item[1]), 40) * 4 + 14, hanging=14)
                document.put(f"{mark} ", body)
                self._put_words(document, item[4], body)
            else:
                document.begin(after=2, leading=120)
                self._put_words(document, line, body)

    def _put_words(self, document: _Setting, text: str, font: QFont) -> None:
        at = 0
        for found in _EMPHASIS.finditer(text) if "$" not in text else ():
            document.put(text[at : found.start()], font)
            styled = QFont(font)
            if found["strong"]:
                styled.setBold(True)
            elif found["slanted"]:
                styled.setItalic(True)
            else:
                styled.setFamilies(["monospace"])
                styled.setStyleHint(QFont.StyleHint.Monospace)
            document.put(found["strong"] or found["slanted"] or found["code"], styled)
            at = found.end()
        document.put(text[at:], font)

    # A list

    def papers(self, title: str, records: Iterable[Record], *, abstracts: bool) -> Iterator[Page | None]:
        """The pages of a list, in its order, set one after another; None after each paper, for others to have their
        turn."""
        page = _ListPage(self.body)
        page.add(self._list_title(title))
        for number, record in enumerate(records, 1):
            yield None
            entry = self._entry(number, record, abstracts)
            height = entry.document.size().height()
            if not page.has_room(height):
                yield page.done()
                page = _ListPage(self.body)
            if height > self.body.height():
                # Longer than a page: it begins one and goes on over as many as it needs.
                entry.document.setPageSize(self.body)
                yield from (entry.page(at, self.body) for at in range(entry.document.pageCount()))
                continue
            page.add(entry)
        if page.entries:
            yield page.done()

    def _list_title(self, title: str) -> _Setting:
        document = _Setting(self._theme, self.body.width())
        document.text(one_line(title[:_LONGEST_TITLE]), self._font("sans", 18, strong=True), after=10)
        return document

    def _entry(self, number: int, record: Record, abstracts: bool) -> _Setting:
        document = _Setting(self._theme, self.body.width())
        left, hang = 26, 26
        document.begin(before=5, left=left, hanging=hang, tab=left)
        document.put(f"{grouped(number)}.\t", self._font("sans", 10), _GREY)
        document.put(one_line(record.title[:_LONGEST_TITLE]), self._font("sans", 10.5, strong=True))
        names = [one_line(name) for name in record.authors[:_AUTHORS_IN_LIST]]
        people = ", ".join(names) + (" …" if len(record.authors) > len(names) else "")
        place = " ".join(filter(None, (one_line(record.venue), str(record.year or ""))))
        identifiers = [one_line(label(one)) for one in record.identifiers[:3]]
        for words in (people, " · ".join(filter(None, (place, *identifiers)))):
            if words:
                document.begin(before=1, left=left)
                document.put(words, self._font("sans", 9), _GREY)
        state = [status_word(record.status)] if record.status else []
        state += ["★" * record.rating] if record.rating else []
        if words := " · ".join([*state, *map(one_line, record.tags)]):
            document.begin(before=1, left=left)
            document.put(words, self._font("sans", 9), _GREY)
        if record.takeaway:
            document.begin(before=2, left=left)
            slanted = self._font("serif", 10)
            slanted.setItalic(True)
            document.put(one_line(record.takeaway), slanted)
        if abstracts and record.abstract:
            document.begin(before=3, left=left, leading=115)
            document.put(in_place(record.abstract[:_LONGEST]), self._font("serif", 9.5))
        return document

    def _font(self, face: str, points: float, *, strong: bool = False) -> QFont:
        font = self._theme.serif() if face == "serif" else self._theme.font()
        font.setPixelSize(round(points * _POINT))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        # At this size nothing need be bent to the pixels of a screen.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class _Setting:
    """A document that is being set, in units; distances are in points."""

    def __init__(self, theme: Theme, width: float = -1) -> None:
        self.document = Document()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        if width > 0:
            self.document.setTextWidth(width)
        self._cursor = QTextCursor(self.document)
        self._formulas = FormulaText(theme, self.document)
        self._formulas.serve(self.document)
        self._empty = True

    def begin(
        self,
        *,
        before: float = 0,
        after: float = 0,
        left: float = 0,
        hanging: float = 0,
        leading: int = 110,
        tab: float = 0,
        stays: bool = False,
    ) -> None:
        """Begins a paragraph. One that `stays` is not parted from what follows it."""
        form = QTextBlockFormat()
        form.setTopMargin(before * _POINT)
        form.setBottomMargin(after * _POINT)
        form.setLeftMargin(left * _POINT)
        form.setTextIndent(-hanging * _POINT)
        form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if tab:
            form.setTabPositions([QTextOption.Tab(tab * _POINT, QTextOption.TabType.LeftTab)])
        if self._empty:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form, QTextCharFormat())
        self._empty = False

    def text(
        self, text: str, font: QFont, colour: QColor = _INK, *, before: float = 0, after: float = 0, stays: bool = False
    ) -> None:
        """A paragraph of one text."""
        self.begin(before=before, after=after, stays=stays)
        self.put(text, font, colour)

    def put(self, text: str, font: QFont, colour: QColor = _INK) -> None:
        """Goes on with a text, its formulas set."""
        form = _format(font, colour)
        if has_tex(text):
            shown = self._formulas.shown(text)
            self._formulas.insert(self._cursor, shown.text, form, shown, 0, font)
        else:
            self._cursor.insertText(text, form)

    def marked(self, text: str, font: QFont, marks: list[HighlightRecord], meanings: dict[str, str]) -> None:
        """Goes on with a text in which highlights are marked."""
        start = self._cursor.position()
        shown = self._formulas.shown(text)
        self._formulas.insert(self._cursor, shown.text, _format(font, _INK), shown, 0, font)
        for first, last, numbers in sections(places(text, marks)):
            colour = meanings.get(marks[numbers[0]].meaning, "yellow")
            ground = QTextCharFormat()
            ground.setBackground(QBrush(QColor(MARKS.get(colour, MARKS["yellow"])[False])))
            at = [
                start + units(shown.text[: shown.place(place, after=end)])
                for place, end in ((first, False), (last, True))
            ]
            cursor = QTextCursor(self.document)
            cursor.setPosition(at[0])
            cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(ground)

    def rule(self) -> None:
        """A line across the page."""
        self.begin(after=6)
        form = QTextBlockFormat(self._cursor.blockFormat())
        form.setProperty(_RULE, True)
        self._cursor.setBlockFormat(form)
        tiny = QFont()
        tiny.setPixelSize(round(2 * _POINT))
        self._cursor.setBlockCharFormat(_format(tiny, _INK))

    def page(self, number: int, body: QSizeF) -> Page:
        """A page of the document."""

        def draw(painter: QPainter) -> None:
            seen = QRectF(0, number * body.height(), body.width(), body.height())
            painter.translate(0, -seen.top())
            self.draw(painter, seen)

        return Page(draw)

    def draw(self, painter: QPainter, seen: QRectF | None = None) -> None:
        """Draws the document, or what is `seen` of it."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, _INK)
        context.palette = palette
        if seen is not None:
            context.clip = seen
            painter.setClipRect(seen)
        layout = self.document.documentLayout()
        layout.draw(painter, context)
        block = self.document.begin()
        while block.isValid():
            if block.blockFormat().hasProperty(_RULE):
                place = layout.blockBoundingRect(block)
                if seen is None or seen.intersects(place):
                    painter.setPen(QPen(_LINE, 0.6 * _POINT))
                    painter.drawLine(QPointF(0, place.center().y()), QPointF(place.right(), place.center().y()))
            block = block.next()


class _ListPage:
    """A page that is being filled with entries."""

    def __init__(self, body: QSizeF) -> None:
        self._body = body
        self._height = 0.0
        self.entries: list[tuple[float, _Setting]] = []

    def has_room(self, height: float) -> bool:
        return self._height + height <= self._body.height() or not self.entries

    def add(self, entry: _Setting) -> None:
        self.entries.append((self._height, entry))
        self._height += entry.document.size().height() + _BETWEEN

    def done(self) -> Page:
        entries = self.entries

        def draw(painter: QPainter) -> None:
            for top, entry in entries:
                painter.save()
                painter.translate(0, top)
                entry.draw(painter)
                painter.restore()

        return Page(draw)


_RULE = int(QTextBlockFormat.Property.UserProperty) + 7


def _format(font: QFont, colour: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(colour)
    return form
