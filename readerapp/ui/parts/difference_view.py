"""Two texts as one, with what went and what came marked: by a sign, by lines through and under words, and by colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from readerapp.ui.parts.display import in_place
from readerapp.ui.parts.plain_text import PlainText
from readerapp.ui.theme import Theme

if TYPE_CHECKING:
    from readerapp.formats.differences import Line

# So many lines that did not change are shown around what did.
_AROUND = 3
# So much is shown: a line without an end, or a document of many, takes seconds to be set.
_LONGEST_LINE = 4_000
_MOST_LINES = 3_000
_HANGING = 16
# Per cent of the font's own.
_LINE_HEIGHT = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that is shown, or, without one, so many that are not."""

    line: Line | None = None
    left_out: int = 0


def shortened(lines: Sequence[Line]) -> list[Piece]:
    """Lines as they are shown: of those that did not change, only the ones around a change."""
    pieces: list[Piece] = []
    runs = [(same, list(run)) for same, run in groupby(lines, lambda line: line.kind == "same")]
    for number, (same, run) in enumerate(runs):
        head = _AROUND if number else 0
        tail = _AROUND if number < len(runs) - 1 else 0
        # A single line is not left out: to say so takes the room of it.
        if same and len(runs) > 1 and len(run) > head + tail + 1:
            pieces += map(Piece, run[:head])
            pieces.append(Piece(left_out=len(run) - head - tail))
            pieces += map(Piece, run[len(run) - tail :])
        else:
            pieces += map(Piece, run)
    if len(pieces) > _MOST_LINES:
        rest = sum(1 if piece.line else piece.left_out for piece in pieces[_MOST_LINES:])
        pieces = [*pieces[:_MOST_LINES], Piece(left_out=rest)]
    return pieces


class DifferenceView(PlainText):
    """Shows differences, to be scrolled and copied; the sign of a line is read aloud and copied with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("differences")
        self._pieces: list[Piece] = []
        option = QTextOption(self.document().defaultTextOption())
        option.setTabStopDistance(_HANGING)
        self.document().setDefaultTextOption(option)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.draw)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows what two texts have and have not in common."""
        self._pieces = shortened(lines)
        self.draw()

    def draw(self) -> None:
        """Sets the lines anew, in the colours in force."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, piece in enumerate(self._pieces):
            form = self._block(piece)
            if number:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            for text, look in self._texts(piece):
                cursor.insertText(text, look)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))

    def _block(self, piece: Piece) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLeftMargin(_HANGING + 4)
        form.setTextIndent(-_HANGING)
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if piece.line is not None and piece.line.kind != "same":
            form.setBackground(self._theme.mark("red" if piece.line.kind == "out" else "green"))
        return form

    def _texts(self, piece: Piece) -> Iterator[tuple[str, QTextCharFormat]]:
        quiet = QTextCharFormat()
        quiet.setForeground(self._theme.colour("secondary"))
        if piece.line is None:
            quiet.setFontItalic(True)
            yield "\t" + self.tr("%Ln lines that are the same", "", piece.left_out), quiet
            return
        sign = {"same": "", "out": "\u2212", "in": "+"}[piece.line.kind]
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        yield f"{sign}\t", strong
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("secondary" if piece.line.kind == "same" else "text"))
        marked = QTextCharFormat()
        marked.setForeground(self._theme.colour("text"))
        marked.setFontWeight(QFont.Weight.DemiBold)
        if piece.line.kind == "out":
            marked.setFontStrikeOut(True)
        else:
            marked.setFontUnderline(True)
        for text, differs in _cut(piece.line.parts):
            yield in_place(text), marked if differs else plain


def _cut(parts: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    room = _LONGEST_LINE
    for text, differs in parts:
        if len(text) > room:
            yield f"{text[:room]}…", differs
            return
        room -= len(text)
        yield text, differs
