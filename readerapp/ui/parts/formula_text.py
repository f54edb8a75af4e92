"""Formulas in the text of a document: one character each, drawn in the colour and size of the text around them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from readerapp.formats.mathematics import OBJECT, Shown, Span, spans
from readerapp.ui.parts.formula import X_HEIGHT, Box, set_formula
from readerapp.ui.parts.math_font import EM
from readerapp.ui.theme import Theme

_KIND = int(QTextFormat.ObjectTypes.UserObject) + 1
_NUMBER = int(QTextFormat.Property.UserProperty) + 1
# Of a longer text only so much is looked through for formulas, in code points.
_LOOKED_THROUGH = 100_000


class _Object:
    """A piece of a formula at a size: its box, the pixels of its em, and the room it gets above and below its
    baseline."""

    __slots__ = ("ascent", "box", "descent", "size", "width")

    def __init__(self, box: Box, size: float, ascent: float, descent: float) -> None:
        self.box, self.size, self.ascent, self.descent = box, size, ascent, descent
        self.width = box.width * size / EM


class FormulaText(QPyTextObject):
    """Puts texts with formulas into documents, and draws the formulas there."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._objects: list[_Object] = []

    def shown(self, text: str) -> Shown:
        """A text with OBJECT for each formula that can be set."""
        return Shown(text, spans(text[:_LOOKED_THROUGH]), _pieces)

    def serve(self, document: QTextDocument) -> None:
        """Draws the formulas of a document from now on."""
        document.documentLayout().registerHandler(_KIND, self)

    def forget(self) -> None:
        """No document shows a formula that was inserted before."""
        self._objects.clear()

    def insert(
        self, cursor: QTextCursor, text: str, form: QTextCharFormat, shown: Shown, first: int, font: QFont
    ) -> int:
        """Inserts a part of what is shown, its formulas from the `first` object of it on; answers which comes next."""
        at = 0
        while (place := text.find(OBJECT, at)) >= 0:
            cursor.insertText(text[at:place], form)
            span, piece = shown.objects[first]
            box = set_formula(span.tex, span.display)[piece]
            cursor.insertText(OBJECT, self._format(box, font, form))
            first, at = first + 1, place + 1
        cursor.insertText(text[at:], form)
        return first

    def _format(self, box: Box, font: QFont, form: QTextCharFormat) -> QTextCharFormat:
        metrics = QFontMetricsF(font)
        # Letters of the formula are as high as those of the text.
        size = round(metrics.xHeight() / X_HEIGHT * 4) / 4
        lowered, descent = _lowered(font.toString(), max(box.descent * size / EM, 0.0))
        made = QTextCharFormat(form)
        made.setObjectType(_KIND)
        made.setProperty(_NUMBER, len(self._objects))
        # Qt puts an object so far below the baseline as the letters of its font go.
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        made.setFont(lowered)
        self._objects.append(_Object(box, size, max(box.ascent * size / EM, 0.0), descent))
        return made

    # QTextObjectInterface

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        number = form.intProperty(_NUMBER)
        if not 0 <= number < len(self._objects):
            return QSizeF()
        one = self._objects[number]
        return QSizeF(one.width * _fitting(one, document), one.ascent + one.descent)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        number = form.intProperty(_NUMBER)
        if not 0 <= number < len(self._objects):
            return
        one = self._objects[number]
        brush = form.toCharFormat().foreground()
        colour = brush.color() if form.hasProperty(QTextFormat.Property.ForegroundBrush) else self._theme.colour("text")
        painter.save()
        painter.translate(rect.left(), rect.top() + one.ascent)
        factor = _fitting(one, document)
        if factor < 1:
            painter.scale(factor, factor)
        one.box.draw(painter, 0, 0, one.size, colour)
        painter.restore()


def _pieces(span: Span) -> int:
    return len(set_formula(span.tex, span.display))


def _fitting(one: _Object, document: QTextDocument) -> float:
    """How much smaller a formula is drawn that is wider than the lines."""
    room = document.textWidth()
    return min(room / one.width, 1.0) if room > 0 and one.width > 0 else 1.0


@lru_cache(maxsize=512)
def _lowered(font: str, descent: float) -> tuple[QFont, float]:
    """The font in the smallest size whose letters go so far below the baseline, and how far they go."""
    lowered = QFont()
    lowered.fromString(font)
    lowered.setPixelSize(100)
    least = max(int(descent / max(QFontMetricsF(lowered).descent(), 1.0) * 100), 1)
    for size in range(least, least + 20):
        lowered.setPixelSize(size)
        if QFontMetricsF(lowered).descent() >= descent:
            break
    return QFont(lowered), QFontMetricsF(lowered).descent()
