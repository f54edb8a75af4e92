"""Markdown styled where it is typed. Nothing is changed, hidden or interpreted."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from readerapp.notes import FENCE, INLINE, ITEM, LONGEST_LINE, stored
from readerapp.ui.parts.display import units
from readerapp.ui.spelling import Spelling
from readerapp.ui.theme import Theme

_HEADING = re.compile(r"(\s{0,3}#{1,6}\s+)(.*)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_ROW = re.compile(r"\s{0,3}\|")
_RULE = re.compile(r"\s{0,3}\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\s*")
_SPECIAL = frozenset("#>-*+`[_0123456789~:$\\|")


class Markdown(QSyntaxHighlighter):
    """Styles headings, stress, code, formulas, quotes, lists, check boxes, tables and links; the marks of them are
    quieter. A link to a paper that is not there has a line of dashes under it."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._unknown: frozenset[str] = frozenset()
        self._spelling: Spelling | None = None
        # The block and place of the cursor, and whether a word there waits to be finished.
        self._at = (-1, 0)
        self._unfinished = False
        self._make_formats()
        theme.changed.connect(self._restyle)

    def set_unknown(self, names: frozenset[str]) -> None:
        """Takes these names in links for those of papers that are not there."""
        changed = names ^ self._unknown
        self._unknown = names
        block = self.document().begin() if changed else self.document().end()
        while block.isValid():
            text = block.text()
            if "[[" in text and any(name in text for name in changed):
                self.rehighlightBlock(block)
            block = block.next()

    def set_spelling(self, spelling: Spelling | None) -> None:
        """Underlines words that are not right from now on, or none."""
        if spelling is not self._spelling:
            self._spelling = spelling
            self.rehighlight()

    def set_cursor(self, cursor: QTextCursor | None) -> None:
        """Takes over where the reader writes: a word there is not judged before they have left it."""
        before, unfinished = self._at[0], self._unfinished
        self._at = (cursor.blockNumber(), cursor.positionInBlock()) if cursor is not None else (-1, 0)
        if unfinished:
            self._unfinished = False
            self.rehighlightBlock(self.document().findBlockByNumber(before))

    def _spell(self, text: str) -> None:
        if self._spelling is None or len(text) > LONGEST_LINE or self.currentBlockState() == 1:
            return
        here = self._at[1] if self._at[0] == self.currentBlock().blockNumber() else -1
        for span in self._spelling.wrong(text):
            start, end = (units(text[:place]) for place in span)
            if start <= here <= end:
                self._unfinished = True
                continue
            form = QTextCharFormat(self.format(start))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(self._theme.colour("danger"))
            self.setFormat(start, end - start, form)

    def highlightBlock(self, text: str) -> None:
        self._dress(text)
        if not FENCE.match(text):
            self._spell(text)

    def _dress(self, text: str) -> None:
        fenced = self.previousBlockState() == 1
        self.setCurrentBlockState(1 if fenced else 0)
        if len(text) > LONGEST_LINE or (not fenced and _SPECIAL.isdisjoint(text)):
            return
        self._text = text
        self._plain_units = units(text) == len(text)
        if FENCE.match(text):
            self.setCurrentBlockState(0 if fenced else 1)
            self._style(0, len(text), self._mark)
            return
        if fenced:
            self._style(0, len(text), self._code)
            return
        start = 0
        base = QTextCharFormat()
        if "|" in text and _RULE.fullmatch(text):
            self._style(0, len(text), self._cell_mark)
            return
        if _ROW.match(text):
            base = self._cell
            self._style(0, len(text), base)
            for place, letter in enumerate(text):
                if letter == "|":
                    self._style(place, place + 1, self._cell_mark)
            self._style_inline(0, len(text), base)
            return
        if heading := _HEADING.match(text):
            level = heading[1].count("#")
            base = self._headings[min(level, 3) - 1]
            quiet = QTextCharFormat(base)
            quiet.merge(self._mark)
            self._style(0, heading.end(1), quiet)
            self._style(heading.end(1), len(text), base)
            start = heading.end(1)
        elif quote := _QUOTE.match(text):
            base = self._quote
            self._style(0, quote.end(), self._mark)
            self._style(quote.end(), len(text), base)
            start = quote.end()
        elif item := ITEM.match(text):
            self._style(0, item.end(), self._mark)
            start = item.end()
            if item["box"]:
                self._style(item.start("box"), item.end("box"), self._link)
                if item["done"] != " ":
                    base = self._done
                    self._style(start, len(text), base)
        self._style_inline(start, len(text), base)

    def _style_inline(self, start: int, end: int, base: QTextCharFormat) -> None:
        for found in INLINE.finditer(self._text, start, end):
            if found["code"]:
                ticks = len(found["tick"])
                self._add(found.start(), found.end(), base, self._code)
                self._add(found.start(), found.start() + ticks, base, self._mark)
                self._add(found.end() - ticks, found.end(), base, self._mark)
            elif found["maths"]:
                self._style_maths(found, base)
            elif found["paper"]:
                self._add(found.start(), found.end(), base, self._mark)
                look = self._lost if found["paper"].strip() in self._unknown else self._link
                self._add(*found.span("words" if found["words"] else "paper"), base, look)
            elif found["target"] is not None:
                self._add(found.start(), found.end(), base, self._mark)
                self._add(*found.span("text"), base, self._link)
                if stored(found["target"]):
                    self._add(*found.span("target"), base, self._name)
            elif found["url"]:
                self._add(found.start(), found.end(), base, self._link)
            elif found["strong"]:
                self._add(found.start(), found.end(), base, self._mark)
                loud = self._add(*found.span("loud"), base, self._strong)
                self._style_inline(*found.span("loud"), loud)
            else:
                self._add(found.start(), found.end(), base, self._mark)
                soft = self._add(*found.span("stressed"), base, self._stress)
                self._style_inline(*found.span("stressed"), soft)

    def _style_maths(self, found: re.Match[str], base: QTextCharFormat) -> None:
        from readerapp.formats.mathematics import formulas  # late: most notes have no formulas

        spans = formulas(found["maths"])
        if len(spans) == 1 and len(found["maths"]) == spans[0].end - spans[0].start:
            signs = len(found["dollars"] or "\\(")
            self._add(found.start(), found.end(), base, self._mark)
            self._add(found.start() + signs, found.end() - signs, base, self._maths)
        else:  # two prices: what stands between them is text
            after = found.start() + len(found["dollars"] or "\\(")
            self._style_inline(after, found.end(), base)

    def _add(self, start: int, end: int, base: QTextCharFormat, more: QTextCharFormat) -> QTextCharFormat:
        form = QTextCharFormat(base)
        form.merge(more)
        self._style(start, end, form)
        return form

    def _style(self, start: int, end: int, form: QTextCharFormat) -> None:
        if not self._plain_units:
            start, end = units(self._text[:start]), units(self._text[:end])
        self.setFormat(start, end - start, form)

    def _restyle(self) -> None:
        self._make_formats()
        self.rehighlight()

    def _make_formats(self) -> None:
        colour = self._theme.colour
        self._mark = QTextCharFormat()
        self._mark.setForeground(colour("faint"))
        self._headings = []
        for scale in ("large", "body", "body"):
            heading = QTextCharFormat()
            heading.setFontPointSize(self._theme.font(scale).pointSizeF() * (1.08 if scale == "large" else 1.04))
            heading.setFontWeight(QFont.Weight.Bold)
            self._headings.append(heading)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._stress = QTextCharFormat()
        self._stress.setFontItalic(True)
        self._code = QTextCharFormat()
        self._code.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        self._code.setBackground(colour("chip"))
        self._maths = QTextCharFormat()
        self._maths.setForeground(colour("accent_text"))
        self._quote = QTextCharFormat()
        self._quote.setFontItalic(True)
        self._quote.setForeground(colour("secondary"))
        self._link = QTextCharFormat()
        self._link.setForeground(colour("accent_text"))
        # The name of a stored picture says nothing to a reader.
        self._name = QTextCharFormat(self._mark)
        self._name.setFontPointSize(0.6 * self._theme.font().pointSizeF())
        self._lost = QTextCharFormat()
        self._lost.setForeground(colour("secondary"))
        self._lost.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        self._cell = QTextCharFormat()
        self._cell.setFontFamilies(self._code.fontFamilies())
        self._cell_mark = QTextCharFormat(self._cell)
        self._cell_mark.merge(self._mark)
        self._done = QTextCharFormat()
        self._done.setForeground(colour("faint"))
        self._done.setFontStrikeOut(True)
