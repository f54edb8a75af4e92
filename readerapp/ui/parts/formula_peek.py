"""The formula a note is being written at, set in type under its line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from readerapp.ui.parts.display import has_tex, units
from readerapp.ui.theme import Theme

if TYPE_CHECKING:
    from readerapp.ui.parts.formula import Box

_PADDING = 8
_GAP = 4
_LONGEST_LINE = 4_000


class FormulaPeek(QWidget):
    """A card over a text that is edited. It takes no mouse and no keys; the text stays as it is."""

    def __init__(self, editor: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(editor.viewport())
        self._editor, self._theme = editor, theme
        self._formula = ("", False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def formula(self) -> str:
        """The formula that is shown; "" when none is."""
        return "" if self.isHidden() else self._formula[0]

    def look(self) -> None:
        """Shows the formula the cursor is in, if it is in one that can be set."""
        cursor = self._editor.textCursor()
        block = cursor.block()
        line = block.text()
        if not self._editor.hasFocus() or cursor.hasSelection() or len(line) > _LONGEST_LINE or not has_tex(line):
            self.hide()
            return
        from readerapp.formats.mathematics import formulas  # late: most notes have no formulas
        from readerapp.ui.parts.formula import set_formula

        place = cursor.positionInBlock()
        for span in formulas(line):
            start, end = units(line[: span.start]), units(line[: span.end])
            if start <= place <= end and set_formula(span.tex, span.display):
                self._formula = (span.tex, span.display)
                self.setAccessibleName(span.shown)
                self._stand()
                return
        self.hide()

    def _stand(self) -> None:
        line, room = self._editor.cursorRect(), self._editor.viewport().rect()
        size = self.sizeHint()
        width = min(size.width(), room.width())
        left = max(min(line.left() - width // 2, room.width() - width), 0)
        below = line.bottom() + _GAP
        top = below if below + size.height() <= room.height() else line.top() - _GAP - size.height()
        self.setGeometry(QRect(left, top, width, size.height()))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        boxes, size = self._boxes()
        width = sum(box.width for box in boxes) * size
        height = (max(box.ascent for box in boxes) + max(box.descent for box in boxes)) * size
        return QSize(math.ceil(width) + 2 * _PADDING, math.ceil(height) + 2 * _PADDING)

    def _boxes(self) -> tuple[tuple[Box, ...], float]:
        """The pieces of the formula, and the pixels of a unit of theirs."""
        from readerapp.ui.parts.formula import X_HEIGHT, set_formula
        from readerapp.ui.parts.math_font import EM

        font = self._editor.font()
        # A little larger than the text: it is looked at, not read in passing.
        return set_formula(*self._formula), 1.15 * QFontMetricsF(font).xHeight() / X_HEIGHT / EM

    def paintEvent(self, event: QPaintEvent) -> None:
        from readerapp.ui.parts.math_font import EM

        boxes, size = self._boxes()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        width = sum(box.width for box in boxes) * size
        factor = min((self.width() - 2 * _PADDING) / width, 1.0) if width else 1.0
        painter.translate(_PADDING, _PADDING + max(box.ascent for box in boxes) * size)
        painter.scale(factor, factor)
        x = 0.0
        for box in boxes:
            box.draw(painter, x, 0, size * EM, self._theme.colour("text"))
            x += box.width * size
        painter.end()
