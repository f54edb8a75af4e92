"""Formulas set in type, after appendix G of The TeXbook with the measures of an OpenType font.

A formula is set once, in units of the font, and drawn as text is: at any size, in any colour, sharp at any scaling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from readerapp.formats import tex
from readerapp.formats.tex import Unsettable, kind_of, parse, shaped
from readerapp.ui.parts.math_font import EM, Glyph, MathFont, math_font

# Letters without serifs at their feet are this high in the font.
X_HEIGHT = 473 / EM

_DISPLAY, _TEXT, _SCRIPT, _SMALLEST = range(4)
_SCALES = (1.0, 1.0, 0.7, 0.55)
# A formula wider than this is set in pieces, so that a line can end in it.
_BREAKABLE = 6 * EM

# The space between two atoms: 1 thin, 2 medium, 3 thick; negative: none in scripts.
_ATOMS = ("ord", "op", "bin", "rel", "open", "close", "punct", "inner")
_BETWEEN = (
    (0, 1, -2, -3, 0, 0, 0, -1),
    (1, 1, 0, -3, 0, 0, 0, -1),
    (-2, -2, 0, 0, -2, 0, 0, -2),
    (-3, -3, 0, 0, -3, 0, 0, -3),
    (0, 0, 0, 0, 0, 0, 0, 0),
    (0, 1, -2, -3, 0, 0, 0, -1),
    (-1, -1, 0, -1, -1, -1, -1, -1),
    (-1, 1, -2, -3, -1, 0, -1, -1),
)
_WIDTHS = (0.0, EM * 3 / 18, EM * 4 / 18, EM * 5 / 18)
_SPACE = {
    (one, other): (_WIDTHS[abs(_BETWEEN[i][j])], _BETWEEN[i][j] >= 0)
    for i, one in enumerate(_ATOMS)
    for j, other in enumerate(_ATOMS)
}
_INTEGRALS = frozenset("∫∬∭∮∯")


class Box:
    """What is set: how wide it is, how far it goes above and below its baseline, and its glyphs and lines with their
    places, y downwards."""

    __slots__ = ("_runs", "ascent", "descent", "glyphs", "rules", "width")

    def __init__(self, width: float = 0, ascent: float = 0, descent: float = 0) -> None:
        self.width, self.ascent, self.descent = width, ascent, descent
        self.glyphs: list[tuple[int, float, float, float]] = []  # number, x, y, scale
        self.rules: list[tuple[float, float, float, float]] = []  # x, y, width, height
        self._runs: dict[float, list[QGlyphRun]] = {}

    def put(self, box: Box, x: float, y: float = 0) -> None:
        """Draws another box in this one, its baseline at `y`."""
        self.glyphs += [(number, x + at, y + down, scale) for number, at, down, scale in box.glyphs]
        self.rules += [(x + at, y + down, width, height) for at, down, width, height in box.rules]
        self.ascent = max(self.ascent, box.ascent - y)
        self.descent = max(self.descent, box.descent + y)

    def put_glyph(self, glyph: Glyph, x: float, y: float, scale: float) -> None:
        self.glyphs.append((glyph.number, x, y, scale))
        self.ascent = max(self.ascent, glyph.ascent * scale - y)
        self.descent = max(self.descent, glyph.descent * scale + y)

    def put_rule(self, x: float, y: float, width: float, height: float) -> None:
        """A line; `y` is its upper edge."""
        self.rules.append((x, y, width, height))
        self.ascent = max(self.ascent, -y)
        self.descent = max(self.descent, y + height)

    def draw(self, painter: QPainter, x: float, y: float, size: float, colour: QColor) -> None:
        """Draws it with its baseline at `y`, so many pixels to the em."""
        runs = self._runs.get(size)
        if runs is None:
            if len(self._runs) > 4:
                self._runs.clear()
            runs = self._runs[size] = list(self._sized(size))
        painter.setPen(colour)
        for run in runs:
            painter.drawGlyphRun(QPointF(x, y), run)
        transform = painter.deviceTransform()
        pixels = abs(transform.m22()) or 1.0
        for left, top, width, height in self.rules:
            # On whole pixels of the screen: thin lines would be grey.
            at = round((y + top * size / EM) * pixels + transform.dy()) - transform.dy()
            thickness = max(round(height * size / EM * pixels), 1)
            painter.fillRect(QRectF(x + left * size / EM, at / pixels, width * size / EM, thickness / pixels), colour)

    def _sized(self, size: float) -> Iterable[QGlyphRun]:
        for scale in dict.fromkeys(scale for *_, scale in self.glyphs):
            run = QGlyphRun()
            run.setRawFont(math_font().at_size(size * scale))
            mine = [glyph for glyph in self.glyphs if glyph[3] == scale]
            run.setGlyphIndexes([number for number, *_ in mine])
            run.setPositions([QPointF(x * size / EM, y * size / EM) for _, x, y, _ in mine])
            yield run


@lru_cache(maxsize=2048)
def set_formula(formula: str, display: bool = False) -> tuple[Box, ...]:
    """The pieces of a formula, between which a line may end; () for one that cannot be set. Never raises."""
    try:
        row = parse(formula)
        setter = _Setter(math_font())
        pieces = setter.pieces(row.items, _DISPLAY if display else _TEXT, whole=display)
    except Unsettable:
        return ()
    return tuple(piece for piece in pieces if piece.width > 0)


class _Setter:
    def __init__(self, font: MathFont) -> None:
        self.font = font
        self.constant = font.constant

    def pieces(self, items: Sequence[tex.Node], level: int, *, whole: bool) -> list[Box]:
        parts = self._spaced(items, level)
        total = sum(space + box.width for space, box, _ in parts)
        if whole or total <= _BREAKABLE:
            return [_beside(parts)]
        pieces, begin, width = [], 0, 0.0
        for at, (space, box, kind) in enumerate(parts):
            width += space + box.width
            follows = parts[at + 1][0] if at + 1 < len(parts) else 0.0
            if at + 1 < len(parts) and (kind == "rel" or (kind in ("bin", "punct") and width > _BREAKABLE / 2)):
                piece = _beside(parts[begin : at + 1])
                piece.width += follows
                pieces.append(piece)
                parts[at + 1] = (0.0, *parts[at + 1][1:])
                begin, width = at + 1, 0.0
        return [*pieces, _beside(parts[begin:])]

    def _spaced(self, items: Sequence[tex.Node], level: int) -> list[tuple[float, Box, str]]:
        """What stands in a row: the space before it, itself, its kind."""
        parts: list[tuple[float, Box, str]] = []
        kinds = _kinds(items)
        before, kern = "", 0.0
        for item, kind in zip(items, kinds, strict=True):
            if isinstance(item, tex.Space):
                kern += item.width * EM * _SCALES[level]
                continue
            space, everywhere = _SPACE[before, kind] if before else (0.0, True)
            if level >= _SCRIPT and not everywhere:
                space = 0.0
            parts.append((kern + space * _SCALES[level], self.node(item, level), kind))
            before, kern = kind, 0.0
        if kern:
            parts.append((0.0, Box(kern), "ord"))
        return parts

    def row(self, items: Sequence[tex.Node], level: int) -> Box:
        return _beside(self._spaced(items, level))

    def node(self, node: tex.Node | None, level: int) -> Box:
        match node:
            case None:
                return Box()
            case tex.Symbol(character, kind, variant):
                return self._symbol(character, kind, variant, level)
            case tex.Row(items):
                return self.row(items, level)
            case tex.Letters(text, variant):
                return self._letters(text, variant, level)
            case tex.Source(text):
                return self._letters(text, "rm", level)
            case tex.Scripts():
                return self._scripts(node, level)
            case tex.Fraction():
                return self._fraction(node, level)
            case tex.Root(body, degree):
                return self._root(body, degree, level)
            case tex.Accent(mark, body, wide):
                return self._accent(mark, body, wide, level)
            case tex.Lined(body, over, brace):
                return self._braced(body, over, level) if brace else self._lined(body, over, level)
            case tex.Stacked(base, over, under):
                return self._stacked(base, over, under, level)
            case tex.Fenced(left, right, parts, dividers):
                return self._fenced(left, right, parts, dividers, level)
            case tex.Delimiter(character, size):
                return self._delimiter(character, (0, 1.2, 1.8, 2.4, 3.0)[size] * EM * _SCALES[level], level)
            case tex.Table():
                return self._table(node, level)
            case tex.Space(width):
                return Box(width * EM * _SCALES[level])
            case tex.Style(body, display):
                return self.node(body, level if level >= _SCRIPT else _DISPLAY if display else _TEXT)

    # Characters

    def _glyph(self, character: str) -> Glyph:
        glyph = self.font.character(character)
        if glyph is None:
            raise Unsettable(f"The font has no {character}.")
        return glyph

    def _symbol(self, character: str, kind: str, variant: str, level: int) -> Box:
        glyph, scale = self._glyph(_letter(character, variant)), _SCALES[level]
        if kind == "op":
            if level == _DISPLAY:
                glyph = self.font.stretched(glyph, self.font.display_operator)[0][0]
            box = Box(glyph.advance * scale)
            box.put_glyph(glyph, 0, (glyph.ascent - glyph.descent) / 2 * scale - self._axis(scale), scale)
            return box
        box = Box((glyph.advance + glyph.italic) * scale)
        box.put_glyph(glyph, 0, 0, scale)
        return box

    def _letters(self, text: str, variant: str, level: int) -> Box:
        scale, box = _SCALES[level], Box()
        for character in text:
            glyph = self._glyph(" " if character.isspace() else shaped(character, variant))
            box.put_glyph(glyph, box.width, 0, scale)
            box.width += glyph.advance * scale
        return box

    def _axis(self, scale: float) -> float:
        return self.constant["AxisHeight"] * scale

    # Scripts

    def _scripts(self, node: tex.Scripts, level: int) -> Box:
        base, small = node.base, min(max(level, _TEXT) + 1, _SMALLEST)
        below = self.node(node.below, small) if node.below is not None else None
        above = self.node(node.above, small) if node.above is not None else None
        if self._has_limits(node, level):
            return self._limits(self.node(base, level), below, above, level)
        nucleus, scale, constant = self.node(base, level), _SCALES[level], self.constant
        italic = 0.0
        single = isinstance(base, tex.Symbol)
        if isinstance(base, tex.Symbol):
            italic = self._glyph(_letter(base.character, base.variant)).italic * scale
            if base.kind == "op":
                italic = 0.2 * EM * scale if base.character in _INTEGRALS and level == _DISPLAY else italic
                nucleus.width += 0 if base.character not in _INTEGRALS or level == _DISPLAY else italic
                single = False
        up = down = 0.0
        if above:
            up = max(constant["SuperscriptShiftUp"] * scale, above.descent + constant["SuperscriptBottomMin"] * scale)
            if not single:
                up = max(up, nucleus.ascent - constant["SuperscriptBaselineDropMax"] * scale)
        if below:
            down = max(constant["SubscriptShiftDown"] * scale, below.ascent - constant["SubscriptTopMax"] * scale)
            if not single:
                down = max(down, nucleus.descent + constant["SubscriptBaselineDropMin"] * scale)
        if above and below:
            gap = constant["SubSuperscriptGapMin"] * scale - (up - above.descent + down - below.ascent)
            if gap > 0:
                rise = constant["SuperscriptBottomMaxWithSubscript"] * scale - (up - above.descent)
                rise = max(min(rise, gap), 0)
                up, down = up + rise, down + gap - rise
        box = Box()
        box.put(nucleus, 0)
        # Where the letter leans, its index stands under it.
        low = nucleus.width - italic
        box.width = nucleus.width if above else low
        if above:
            box.put(above, nucleus.width, -up)
            box.width = max(box.width, nucleus.width + above.width)
        if below:
            box.put(below, low, down)
            box.width = max(box.width, low + below.width)
        box.width += constant["SpaceAfterScript"] * scale
        return box

    def _has_limits(self, node: tex.Scripts, level: int) -> bool:
        if node.limits is not None:
            return node.limits
        base = node.base
        if isinstance(base, tex.Letters):
            return base.limits and level == _DISPLAY
        if isinstance(base, tex.Symbol):
            return base.kind == "op" and level == _DISPLAY and base.character not in _INTEGRALS
        return isinstance(base, tex.Row) and base.kind == "op" and level == _DISPLAY

    def _limits(self, base: Box, below: Box | None, above: Box | None, level: int) -> Box:
        scale, constant = _SCALES[level], self.constant
        width = max(base.width, below.width if below else 0, above.width if above else 0)
        box = Box(width)
        box.put(base, (width - base.width) / 2)
        if above:
            up = base.ascent + max(
                constant["UpperLimitBaselineRiseMin"] * scale, above.descent + constant["UpperLimitGapMin"] * scale
            )
            box.put(above, (width - above.width) / 2, -up)
        if below:
            down = base.descent + max(
                constant["LowerLimitBaselineDropMin"] * scale, below.ascent + constant["LowerLimitGapMin"] * scale
            )
            box.put(below, (width - below.width) / 2, down)
        return box

    # Fractions and roots

    def _fraction(self, node: tex.Fraction, level: int) -> Box:
        if node.style and level < _SCRIPT:
            level = _DISPLAY if node.style == "display" else _TEXT
        scale, constant = _SCALES[level], self.constant
        inner = level + 1 if level < _SMALLEST else level
        above, below = self.node(node.above, inner), self.node(node.below, inner)
        if node.slanted:
            return self._slanted(above, below, level)
        shown = level == _DISPLAY
        width = max(above.width, below.width)
        side = 0.1 * EM * scale
        box = Box(width + 2 * side)
        axis = self._axis(scale)
        if node.ruled:
            rule = constant["FractionRuleThickness"] * scale
            style = "DisplayStyle" if shown else ""
            up, down = constant[f"FractionNumerator{style}ShiftUp"], constant[f"FractionDenominator{style}ShiftDown"]
            gap_above = constant["FractionNumDisplayStyleGapMin" if shown else "FractionNumeratorGapMin"]
            gap_below = constant["FractionDenomDisplayStyleGapMin" if shown else "FractionDenominatorGapMin"]
            up = max(up * scale, axis + rule / 2 + gap_above * scale + above.descent)
            down = max(down * scale, rule / 2 - axis + gap_below * scale + below.ascent)
            box.put_rule(side / 2, -axis - rule / 2, width + side, rule)
        else:
            style = "DisplayStyle" if shown else ""
            up = constant[f"StackTop{style}ShiftUp"] * scale
            down = constant[f"StackBottom{style}ShiftDown"] * scale
            lacking = constant[f"Stack{style}GapMin"] * scale - (up - above.descent + down - below.ascent)
            if lacking > 0:
                up, down = up + lacking / 2, down + lacking / 2
        box.put(above, side + (width - above.width) / 2, -up)
        box.put(below, side + (width - below.width) / 2, down)
        return box

    def _slanted(self, above: Box, below: Box, level: int) -> Box:
        scale = _SCALES[level]
        slash = self._glyph("⁄" if self.font.character("⁄") else "/")
        overlap = 0.03 * EM * scale
        box = Box(above.width + slash.advance * scale + below.width - 2 * overlap)
        box.put(above, 0, -0.32 * EM * scale)
        box.put_glyph(slash, above.width - overlap, 0, scale)
        box.put(below, above.width + slash.advance * scale - 2 * overlap, 0.05 * EM * scale)
        return box

    def _root(self, body: tex.Node, degree: tex.Node | None, level: int) -> Box:
        scale, constant = _SCALES[level], self.constant
        inside = self.node(body, level)
        rule = constant["RadicalRuleThickness"] * scale
        shown = level == _DISPLAY
        gap = constant["RadicalDisplayStyleVerticalGap" if shown else "RadicalVerticalGap"] * scale
        height = inside.ascent + inside.descent + gap + rule
        parts = self.font.stretched(self._glyph("√"), height / scale)
        sign = _upright(parts, scale)
        # What the sign is higher than need be goes half above and half below.
        gap += max(sign.ascent + sign.descent - height, 0) / 2
        top = inside.ascent + gap + rule
        box = Box()
        x = 0.0
        if degree is not None:
            small = self.node(degree, _SMALLEST)
            x = max(small.width + (constant["RadicalKernBeforeDegree"] + constant["RadicalKernAfterDegree"]) * scale, 0)
            raised = 0.6 * (sign.ascent + sign.descent) - (sign.ascent + sign.descent - top)
            box.put(small, max(constant["RadicalKernBeforeDegree"] * scale, 0), -raised)
        box.put(sign, x, sign.ascent - top)
        box.put_rule(x + sign.width, -top, inside.width, rule)
        box.put(inside, x + sign.width)
        box.width = x + sign.width + inside.width
        box.ascent += constant["RadicalExtraAscender"] * scale / 2
        return box

    # Over and under

    def _accent(self, mark: str, body: tex.Node, wide: bool, level: int) -> Box:
        inside, scale = self.node(body, level), _SCALES[level]
        glyph = self._glyph(mark)
        middle = inside.width / 2
        if isinstance(body, tex.Symbol):
            character = body.character
            if body.variant == "" and character in "ij":
                character = {"i": "ı", "j": "ȷ"}[character]
                inside = self._symbol(character, "ord", "", level)
            letter = self._glyph(_letter(character, body.variant))
            middle = (letter.attachment if letter.attachment is not None else letter.advance / 2) * scale
        if wide:
            glyph = self.font.widest(glyph, inside.width / scale)
        centre = glyph.attachment if glyph.attachment is not None else (glyph.left + glyph.right) / 2
        up = max(inside.ascent - self.constant["AccentBaseHeight"] * scale, 0)
        box = Box(inside.width)
        box.put(inside, 0)
        box.put_glyph(glyph, middle - centre * scale, -up, scale)
        return box

    def _lined(self, body: tex.Node, over: bool, level: int) -> Box:
        inside, scale, constant = self.node(body, level), _SCALES[level], self.constant
        box = Box(inside.width)
        box.put(inside, 0)
        name = "Overbar" if over else "Underbar"
        rule, gap = constant[f"{name}RuleThickness"] * scale, constant[f"{name}VerticalGap"] * scale
        box.put_rule(0, -inside.ascent - gap - rule if over else inside.descent + gap, inside.width, rule)
        return box

    def _braced(self, body: tex.Node, over: bool, level: int) -> Box:
        inside, scale = self.node(body, level), _SCALES[level]
        brace = self._across("⏞" if over else "⏟", inside.width, scale)
        width = max(inside.width, brace.width)
        box, gap = Box(width), 0.1 * EM * scale
        box.put(inside, (width - inside.width) / 2)
        y = -inside.ascent - gap - brace.descent if over else inside.descent + gap + brace.ascent
        box.put(brace, (width - brace.width) / 2, y)
        return box

    def _across(self, character: str, width: float, scale: float) -> Box:
        """A character stretched to a width."""
        box = Box()
        left: float | None = None
        for glyph, at in self.font.stretched(self._glyph(character), width / scale, upright=False):
            left = glyph.left if left is None else left
            box.put_glyph(glyph, (at - glyph.left + min(glyph.left, 0)) * scale, 0, scale)
            box.width = max(box.width, (at + glyph.right - glyph.left) * scale)
        return box

    def _stacked(self, base: tex.Node, over: tex.Node | None, under: tex.Node | None, level: int) -> Box:
        small = min(max(level, _TEXT) + 1, _SMALLEST)
        above = self.node(over, small) if over is not None else None
        below = self.node(under, small) if under is not None else None
        widest = max(above.width if above else 0, below.width if below else 0)
        if isinstance(base, tex.Symbol) and base.character in "→←↔⇒⇐↦=⇀":
            middle = self._across(base.character, widest + 0.5 * EM * _SCALES[small], _SCALES[level])
        else:
            middle = self.node(base, level)
        return self._limits(middle, below, above, level)

    # Delimiters and tables

    def _delimiter(self, character: str, height: float, level: int) -> Box:
        if not character:
            return Box(0.12 * EM * _SCALES[level])
        scale = _SCALES[level]
        box = _upright(self.font.stretched(self._glyph(character), height / scale), scale)
        # Its middle on the axis.
        moved = Box(box.width)
        moved.put(box, 0, (box.ascent - box.descent) / 2 - self._axis(scale))
        return moved

    def _fenced(self, left: str, right: str, parts: Sequence[tex.Node], dividers: Sequence[str], level: int) -> Box:
        boxes, scale = [self.node(part, level) for part in parts], _SCALES[level]
        axis = self._axis(scale)
        half = max(max(box.ascent - axis, box.descent + axis) for box in boxes)
        height = max(2 * half * 0.901, 2 * half - 0.5 * EM * scale)
        fences = [self._delimiter(character, height, level) for character in (left, *dividers, right)]
        whole = Box()
        for at, fence in enumerate(fences):
            whole.put(fence, whole.width)
            whole.width += fence.width
            if at < len(boxes):
                whole.put(boxes[at], whole.width)
                whole.width += boxes[at].width
        return whole

    def _table(self, node: tex.Table, level: int) -> Box:
        if node.small:
            level = max(level, _SCRIPT)
        elif level == _DISPLAY and node.columns != "rl":
            level = _TEXT
        scale = _SCALES[level]
        rows = [[self.node(cell, level) for cell in row] for row in node.rows]
        if not rows:
            return Box()
        count = max(map(len, rows))
        widths = [max((row[at].width for row in rows if at < len(row)), default=0.0) for at in range(count)]
        aligned = node.columns == "rl"
        gaps = [0.0 if aligned and at % 2 else (2.0 if aligned else 0.4 if node.small else 0.9) for at in range(count)]
        heights = [
            (
                max([0.7 * EM * scale, *(box.ascent for box in row)]),
                max([0.3 * EM * scale, *(box.descent for box in row)]),
            )
            for row in rows
        ]
        between = 0.2 * EM * scale
        total = sum(ascent + descent for ascent, descent in heights) + between * (len(rows) - 1)
        inside = Box()
        y = -self._axis(scale) - total / 2
        for row, (ascent, descent) in zip(rows, heights, strict=True):
            y += ascent
            x = 0.0
            for at, box in enumerate(row):
                x += gaps[at] * EM * scale if at else 0.0
                column = node.columns[at % len(node.columns)]
                free = widths[at] - box.width
                inside.put(box, x + {"l": 0.0, "c": free / 2, "r": free}[column], y)
                x += widths[at]
            inside.width = max(inside.width, x)
            y += descent + between
        if not (node.left or node.right):
            return inside
        fences = [self._delimiter(character, total, level) for character in (node.left, node.right)]
        whole = Box(fences[0].width + inside.width + fences[1].width)
        whole.put(fences[0], 0)
        whole.put(inside, fences[0].width)
        whole.put(fences[1], fences[0].width + inside.width)
        return whole


def _beside(parts: Sequence[tuple[float, Box, str]]) -> Box:
    row = Box()
    for space, box, _ in parts:
        row.width += space
        row.put(box, row.width)
        row.width += box.width
    return row


def _upright(parts: Sequence[tuple[Glyph, float]], scale: float) -> Box:
    """The pieces of a stretched character over each other, from its baseline up."""
    box = Box(max(glyph.advance for glyph, _ in parts) * scale)
    if len(parts) == 1:
        box.put_glyph(parts[0][0], 0, 0, scale)
        return box
    for glyph, at in parts:
        box.put_glyph(glyph, 0, -(at + glyph.descent) * scale, scale)
    return box


def _letter(character: str, variant: str) -> str:
    """The character of the font for a letter: slanted, unless it is a digit, a large Greek one or said otherwise."""
    if variant == "" and (character.isascii() or "α" <= character <= "ω" or character in "∂ϵϑϰϕϱϖ"):
        return shaped(character, "it")
    return {"-": "−", "'": "′"}.get(character) or shaped(character, variant)


def _kinds(items: Sequence[tex.Node]) -> list[str]:
    """The kinds of atoms in a row, a sign that joins nothing taken for an ordinary one."""
    kinds = [kind_of(item) for item in items]
    before = ""
    for at, kind in enumerate(kinds):
        if isinstance(items[at], tex.Space):
            continue
        if kind == "bin" and before in ("", "bin", "op", "rel", "open", "punct"):
            kinds[at] = kind = "ord"
        elif kind in ("rel", "close", "punct") and before == "bin":
            last = max(i for i in range(at) if not isinstance(items[i], tex.Space))
            kinds[last] = "ord"
        before = kind
    if before == "bin":
        kinds[max(i for i in range(len(items)) if not isinstance(items[i], tex.Space))] = "ord"
    return kinds
