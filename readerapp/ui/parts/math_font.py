"""The font formulas are set in, and what it knows about setting them: the MATH table of OpenType.

All lengths are in units of the font, a thousand to the em.
"""

from __future__ import annotations

import struct
from functools import cache

from PySide6.QtGui import QFont, QRawFont

from readerapp.paths import RESOURCES

EM = 1000.0

# In the order of the table, each a value and an offset to corrections for small sizes, which are not needed.
_NAMES = """
    MathLeading AxisHeight AccentBaseHeight FlattenedAccentBaseHeight SubscriptShiftDown SubscriptTopMax
    SubscriptBaselineDropMin SuperscriptShiftUp SuperscriptShiftUpCramped SuperscriptBottomMin
    SuperscriptBaselineDropMax SubSuperscriptGapMin SuperscriptBottomMaxWithSubscript SpaceAfterScript UpperLimitGapMin
    UpperLimitBaselineRiseMin LowerLimitGapMin LowerLimitBaselineDropMin StackTopShiftUp StackTopDisplayStyleShiftUp
    StackBottomShiftDown StackBottomDisplayStyleShiftDown StackGapMin StackDisplayStyleGapMin StretchStackTopShiftUp
    StretchStackBottomShiftDown StretchStackGapAboveMin StretchStackGapBelowMin FractionNumeratorShiftUp
    FractionNumeratorDisplayStyleShiftUp FractionDenominatorShiftDown FractionDenominatorDisplayStyleShiftDown
    FractionNumeratorGapMin FractionNumDisplayStyleGapMin FractionRuleThickness FractionDenominatorGapMin
    FractionDenomDisplayStyleGapMin SkewedFractionHorizontalGap SkewedFractionVerticalGap OverbarVerticalGap
    OverbarRuleThickness OverbarExtraAscender UnderbarVerticalGap UnderbarRuleThickness UnderbarExtraDescender
    RadicalVerticalGap RadicalDisplayStyleVerticalGap RadicalRuleThickness RadicalExtraAscender
    RadicalKernBeforeDegree RadicalKernAfterDegree
"""
_CONSTANTS = _NAMES.split()


class Glyph:
    """A glyph's number and measures: how far the next one goes, how high and deep it is, where its shape begins and
    ends, how far its top leans out, and where an accent goes (None: the middle)."""

    __slots__ = ("advance", "ascent", "attachment", "descent", "italic", "left", "number", "right")

    def __init__(
        self, number: int, advance: float, box: tuple[float, float, float, float], italic: int, attachment: int | None
    ) -> None:
        self.number, self.advance, self.italic, self.attachment = number, advance, italic, attachment
        self.left, top, width, height = box
        self.right = self.left + width
        self.ascent, self.descent = -top, top + height


class MathFont:
    def __init__(self) -> None:
        self._path = str(RESOURCES / "fonts" / "mathematics.ttf")
        self._raw = self._sized(EM)
        if not self._raw.isValid():
            raise OSError(f"{self._path} is no font")
        self._table = table = bytes(self._raw.fontTable("MATH").data())
        constants, info, self._variants = struct.unpack_from(">HHH", table, 4)
        self.display_operator = struct.unpack_from(">H", table, constants + 6)[0]
        values = struct.unpack_from(f">{2 * len(_CONSTANTS)}h", table, constants + 8)
        self.constant: dict[str, float] = dict(zip(_CONSTANTS, values[::2], strict=True))
        italics, attachments = struct.unpack_from(">HH", table, info)
        self._italics = self._values(info + italics)
        self._attachments = self._values(info + attachments)
        overlap, vertical, horizontal, high, wide = struct.unpack_from(">HHHHH", table, self._variants)
        self._overlap = overlap
        offsets = struct.unpack_from(f">{high + wide}H", table, self._variants + 10)
        self._vertical = dict(zip(self._coverage(self._variants + vertical), offsets[:high], strict=True))
        self._horizontal = dict(zip(self._coverage(self._variants + horizontal), offsets[high:], strict=True))
        self._characters: dict[str, Glyph | None] = {}
        self._glyphs: dict[int, Glyph] = {}
        self._at_size: dict[float, QRawFont] = {}

    def at_size(self, pixels: float) -> QRawFont:
        """The font for drawing, so many pixels to the em."""
        if pixels not in self._at_size:
            if len(self._at_size) > 60:
                self._at_size.clear()
            self._at_size[pixels] = self._sized(pixels)
        return self._at_size[pixels]

    def _sized(self, pixels: float) -> QRawFont:
        # Hinting would put every glyph on whole pixels.
        return QRawFont(self._path, pixels, QFont.HintingPreference.PreferNoHinting)

    def character(self, character: str) -> Glyph | None:
        """The glyph of a character; None when the font has none."""
        if character not in self._characters:
            numbers = self._raw.glyphIndexesForString(character)
            self._characters[character] = self.glyph(numbers[0]) if len(numbers) == 1 and numbers[0] else None
        return self._characters[character]

    def glyph(self, number: int) -> Glyph:
        if number not in self._glyphs:
            box = self._raw.boundingRect(number)
            advance = self._raw.advancesForGlyphIndexes([number])[0].x()
            measures = (box.x(), box.y(), box.width(), box.height())
            italic, attachment = self._italics.get(number, 0), self._attachments.get(number)
            self._glyphs[number] = Glyph(number, advance, measures, italic, attachment)
        return self._glyphs[number]

    def stretched(self, glyph: Glyph, size: float, *, upright: bool = True) -> list[tuple[Glyph, float]]:
        """The glyph at least so high (or else wide), in one piece or several, each with how far its bottom (or left)
        is from that of the whole."""
        offset = (self._vertical if upright else self._horizontal).get(glyph.number)
        if offset is None:
            return [(glyph, 0.0)]
        start = self._variants + offset
        assembly, count = struct.unpack_from(">HH", self._table, start)
        best = glyph
        for number, advance in struct.iter_unpack(">HH", self._table[start + 4 : start + 4 + 4 * count]):
            best = self.glyph(number)
            if advance >= size:
                return [(best, 0.0)]
        return self._assembled(start + assembly, size) if assembly else [(best, 0.0)]

    def widest(self, glyph: Glyph, size: float) -> Glyph:
        """The widest shape of a glyph that is not wider than this, for an accent."""
        offset = self._horizontal.get(glyph.number)
        if offset is None:
            return glyph
        start = self._variants + offset
        (count,) = struct.unpack_from(">H", self._table, start + 2)
        best = glyph
        for number, advance in struct.iter_unpack(">HH", self._table[start + 4 : start + 4 + 4 * count]):
            if advance <= size:
                best = self.glyph(number)
        return best

    def _assembled(self, start: int, size: float) -> list[tuple[Glyph, float]]:
        (count,) = struct.unpack_from(">H", self._table, start + 4)
        parts = list(struct.iter_unpack(">HHHHH", self._table[start + 6 : start + 6 + 10 * count]))
        for repeats in range(1, 60):
            row = [part for part in parts for _ in range(repeats if part[4] & 1 else 1)]
            total = sum(part[3] for part in row) - self._overlap * (len(row) - 1)
            if total >= size or not any(part[4] & 1 for part in parts):
                break
        placed, at = [], 0.0
        for number, _, _, advance, _ in row:
            placed.append((self.glyph(number), at))
            at += advance - self._overlap
        return placed

    def _values(self, start: int) -> dict[int, int]:
        """A coverage with a value for each of its glyphs."""
        coverage, count = struct.unpack_from(">HH", self._table, start)
        values = struct.unpack_from(f">{2 * count}h", self._table, start + 4)
        return dict(zip(self._coverage(start + coverage), values[::2], strict=True))

    def _coverage(self, start: int) -> list[int]:
        form, count = struct.unpack_from(">HH", self._table, start)
        if form == 1:
            return list(struct.unpack_from(f">{count}H", self._table, start + 4))
        ranges = struct.iter_unpack(">HHH", self._table[start + 4 : start + 4 + 6 * count])
        return [glyph for first, last, _ in ranges for glyph in range(first, last + 1)]


@cache
def math_font() -> MathFont:
    """The font, read when the first formula is set: it takes some milliseconds."""
    return MathFont()
