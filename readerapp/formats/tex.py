"""Formulas of TeX as trees, and as plain Unicode.

A formula is read as TeX and amsmath would, without running macros: what has no meaning here stays in the tree as its
source. Kinds of atoms are those of The TeXbook, chapter 17.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readerapp.formats.tex_symbols import (
    ACCENTS,
    FAMILIES,
    GLUED,
    NAMES,
    SPELLED,
    SWITCHES,
    SYMBOLS,
    TEXT_ACCENTS,
    TEXT_LETTERS,
    TEXTS,
    TYPED,
    VARIANTS,
)

LONGEST_FORMULA = 2_000
_DEEPEST = 30
_MOST_CELLS = 400

_TOKEN = re.compile(r"\\(?:(?:operatorname|hspace|vspace)\*|[a-zA-Z]+|.|$)|[{}_^&~'%]|\s+|.", re.DOTALL)


class Unsettable(ValueError):
    """A formula that is no TeX this program can set: it is to be shown as its source."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character of a kind: ord, bin, rel, op, open, close, punct or inner. `variant` is "" (letters slanted as
    usual in formulas), rm, it, bf, bfit, bb, cal, bfcal, frak, sf or tt."""

    character: str
    kind: str = "ord"
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Atoms beside each other, as one ordinary atom; of another `kind` if it says so."""

    items: tuple[Node, ...]
    kind: str = "ord"


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of running text, or the upright name of an operator, which may have its `limits` below and above it."""

    text: str
    variant: str = "rm"
    kind: str = "ord"
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Scripts:
    """`limits`: whether they go below and above: None as usual for its base."""

    base: Node | None
    below: Node | None
    above: Node | None
    limits: bool | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One above another, with a line between them or none. `style` is "" (as the place has it), "text" or "display"."""

    above: Node
    below: Node
    ruled: bool = True
    style: str = ""
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Root:
    body: Node
    degree: Node | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A combining character over its body; `wide` covers all of it."""

    mark: str
    body: Node
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Lined:
    """A body with a line over or under it, or a brace."""

    body: Node
    over: bool
    brace: bool = False


@dataclass(frozen=True, slots=True)
class Stacked:
    """A smaller node over or under a base."""

    base: Node
    over: Node | None
    under: Node | None


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between two delimiters as high as it is: "" is none. `dividers` stand between its parts."""

    left: str
    right: str
    parts: tuple[Node, ...]
    dividers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A delimiter of a size of its own, 1 (\\big) to 4 (\\Bigg)."""

    character: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `columns` has l, c or r for each; `small` sets them as scripts."""

    rows: tuple[tuple[Node, ...], ...]
    columns: str = "c"
    small: bool = False
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Space:
    """A blank so many ems wide."""

    width: float


@dataclass(frozen=True, slots=True)
class Source:
    """What has no meaning here, as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """The body in display (or else text) style."""

    body: Node
    display: bool


Node = (
    Symbol | Row | Letters | Scripts | Fraction | Root | Accent | Lined | Stacked | Fenced | Delimiter | Table | Space
    | Source | Style
)  # fmt: skip


@lru_cache(maxsize=4096)
def parse(tex: str) -> Row:
    """The tree of a formula, without the signs around it. Raises Unsettable."""
    if len(tex) > LONGEST_FORMULA:
        raise Unsettable("It is too long.")
    parser = _Parser(tex)
    row = parser.row(frozenset())
    if parser.at < len(parser.tokens):
        raise Unsettable(f"{parser.tokens[parser.at]} stands alone.")
    return row


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SPACES = {
    ",": 3 / 18, ":": 4 / 18, ">": 4 / 18, ";": 5 / 18, "!": -3 / 18, " ": 0.25, "quad": 1.0, "qquad": 2.0,
    "thinspace": 3 / 18, "medspace": 4 / 18, "thickspace": 5 / 18, "enspace": 0.5, "enskip": 0.5,
    "negthinspace": -3 / 18, "space": 0.25, "/": 0.0, "\\": 1.0, "nobreakspace": 0.25,
    "\n": 0.25, "\t": 0.25,
}  # fmt: skip
_NOTHING = _words(
    """
    displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits allowbreak nonumber notag
    strut mathstrut relax xspace hfill protect tiny scriptsize footnotesize small normalsize large Large nobreak
    break upshape mdseries normalfont linebreak nolinebreak noindent centering - par
    """
)
# These and their argument say nothing that is seen.
_WITH_ARGUMENT = _words(
    """
    label hspace vspace hspace* vspace* color tag kern mkern mskip hskip vphantom
    """
)
# These show the argument as it is.
_TRANSPARENT = _words(
    """
    smash ensuremath mathstrut boxed mathclap mathllap mathrlap mathchoice vcenter hphantom uline cancel overlap
    mathpalette
    """
)
_KINDS = {
    "mathop": "op", "mathrel": "rel", "mathbin": "bin", "mathord": "ord", "mathopen": "open", "mathclose": "close",
    "mathpunct": "punct", "mathinner": "inner",
}  # fmt: skip
_FRACTIONS = {
    "frac": (True, "", False), "dfrac": (True, "display", False), "tfrac": (True, "text", False),
    "cfrac": (True, "display", False), "nicefrac": (True, "", True), "sfrac": (True, "", True),
}  # fmt: skip
_BINOMIALS = {"binom": "", "dbinom": "display", "tbinom": "text"}
_SIZES = {"big": 1, "Big": 2, "bigg": 3, "Bigg": 4}
_AROUND = {"norm": "‖‖", "abs": "||", "set": "{}", "ceil": "⌈⌉", "floor": "⌊⌋", "paren": "()", "braket": "⟨⟩",
           "Norm": "‖‖", "Abs": "||", "inner": "⟨⟩", "inprod": "⟨⟩", "bracket": "[]", "brackets": "[]", "ip": "⟨⟩",
           "Paren": "()", "order": "()", "bracks": "[]", "pa": "()", "card": "||"}  # fmt: skip
_ARROWS = {
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xmapsto": "↦", "xlongequal": "=", "xrightharpoonup": "⇀",
}  # fmt: skip
_ENVIRONMENTS = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""), "psmallmatrix": ("(", ")"), "bsmallmatrix": ("[", "]"),
    "array": ("", ""), "cases": ("{", ""), "dcases": ("{", ""), "rcases": ("", "}"),
}  # fmt: skip
_ALIGNED = _words(
    """
    aligned align align* alignedat alignat alignat* split eqnarray eqnarray* gathered gather gather* equation
    equation* multline multline* flalign flalign* displaymath math subequations
    """
)
_PLAIN_DELIMITERS = frozenset("()[]|/<>.⟨⟩⌈⌉⌊⌋‖")


class _Parser:
    def __init__(self, tex: str) -> None:
        self.tokens = _TOKEN.findall(tex)
        self.at = 0
        self.depth = 0
        self.variant = ""

    def _peek(self) -> str:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise Unsettable("It ends too early.")
        self.at += 1
        return token

    def row(self, until: frozenset[str]) -> Row:
        """Atoms up to one of these tokens, which stays; or to the end, if there are none."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unsettable("It is nested too deep.")
        variant = self.variant
        items: list[Node] = []
        display: tuple[int, bool] | None = None
        while (token := self._peek()) not in until:
            if not token:
                if until:
                    raise Unsettable("It ends too early.")
                break
            if token in ("\\over", "\\choose", "\\atop", "\\brace", "\\brack"):
                self.at += 1
                below = self.row(until)
                fraction: Node = Fraction(Row(tuple(items)), below, token == "\\over")
                around = {"\\choose": "()", "\\brace": "{}", "\\brack": "[]"}.get(token)
                items = [Fenced(around[0], around[1], (fraction,)) if around else fraction]
                break
            if token in ("}", "&") or token in ("\\right", "\\end", "\\mright", "\\middle"):
                if until:
                    raise Unsettable(f"{token} closes nothing.")
                break
            if token in ("\\displaystyle", "\\textstyle"):
                self.at += 1
                display = (len(items), token == "\\displaystyle")
                continue
            items.extend(self._atom_with_scripts())
        if display:
            start, large = display
            items[start:] = [Style(Row(tuple(items[start:])), large)]
        self.variant = variant
        self.depth -= 1
        return Row(tuple(items))

    def _atom_with_scripts(self) -> Iterator[Node]:
        token = self._peek()
        base = None if token in ("^", "_", "'") else self._atom()
        below: Node | None = None
        above: list[Node] = []
        limits: bool | None = None
        scripts = False
        while True:
            token = self._peek()
            if token in ("\\limits", "\\nolimits", "\\displaylimits"):
                self.at += 1
                limits = {"\\limits": True, "\\nolimits": False}.get(token)
            elif token == "'":
                self.at += 1
                above.append(Symbol("′"))
                scripts = True
            elif token == "^":
                self.at += 1
                above.append(self._argument())
                scripts = True
            elif token == "_":
                self.at += 1
                more = self._argument()
                below = more if below is None else Row((below, more))
                scripts = True
            else:
                break
        if scripts:
            yield Scripts(base, below, above[0] if len(above) == 1 else Row(tuple(above)) if above else None, limits)
        elif base is not None:
            yield base

    def _argument(self) -> Node:
        """A group, or the next atom alone, without its scripts."""
        token = self._peek()
        if token in ("}", "&", "_", "^", "") or token in ("\\right", "\\end"):
            raise Unsettable("An argument is missing.")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unsettable("It is nested too deep.")
        node = self._atom()
        self.depth -= 1
        return node if node is not None else Row(())

    def _optional(self) -> Node | None:
        """What stands in brackets after a macro."""
        if self._peek() != "[":
            return None
        self.at += 1
        row = self.row(frozenset("]"))
        self.at += 1
        return row

    def _raw(self) -> str:
        """The source of a group, or the next token."""
        token = self._next()
        if token != "{":
            return token
        begin, depth = self.at, 1
        while depth:
            if self.at >= len(self.tokens):
                raise Unsettable("A brace is not closed.")
            token = self.tokens[self.at]
            depth += {"{": 1, "}": -1}.get(token, 0)
            self.at += 1
        return "".join(self.tokens[begin : self.at - 1])

    def _atom(self) -> Node | None:
        token = self._next()
        if token == "{":
            row = self.row(frozenset("}"))
            self.at += 1
            return row.items[0] if len(row.items) == 1 and isinstance(row.items[0], Symbol) else row
        if token in ("}", "&"):
            raise Unsettable(f"{token} closes nothing.")
        if token == "~":
            return Space(0.25)
        if token == "%":  # in an abstract a percent sign, in TeX a comment
            return Symbol("%")
        if token[0] != "\\":
            return self._typed(token)
        return self._macro(token[1:])

    def _typed(self, character: str) -> Node:
        if character == "-":
            return Symbol("−", "bin")
        if character == "*":
            return Symbol("∗", "bin")
        kind = TYPED.get(character, "ord")
        plain = unicodedata.normalize("NFKC", character) if not character.isascii() else character
        if len(plain) == 1 and plain.isalpha() and plain != character:
            return Symbol(character, "ord", "rm")  # a letter that has its shape already: ℝ, 𝒪
        return Symbol(character, kind, self.variant if character.isalnum() else "")

    def _macro(self, name: str) -> Node | None:
        symbol = SYMBOLS.get(name)
        if symbol and name not in _AROUND:
            character, kind = symbol
            variant = self.variant if character.isalpha() else ""
            # As in LaTeX, capital Greek follows \mathbf and \mathrm and the small letters do not follow the latter.
            if variant not in ("bf", "bfit"):
                variant = ""
            return Symbol(character, kind, "rm" if character in _SHAPED else variant)
        if name in NAMES:
            return Letters(SPELLED.get(name, name), "rm", "op", NAMES[name])
        if name in _SPACES:
            return Space(_SPACES[name])
        if name in VARIANTS:
            return self._in_variant(VARIANTS[name], name)
        if name in SWITCHES:
            self.variant = SWITCHES[name]
            return None
        if name in TEXTS:
            return _running(self._raw(), TEXTS[name])
        if name in ACCENTS:
            body = self._argument()
            return Accent(ACCENTS[name], body, name.startswith(("wide", "over", "w")))
        if name in ("left", "mleft"):
            return self._fenced()
        if name in ("frac", *_FRACTIONS):
            ruled, style, slanted = _FRACTIONS[name]
            return Fraction(self._argument(), self._argument(), ruled, style, slanted)
        if name in _BINOMIALS:
            return Fenced("(", ")", (Fraction(self._argument(), self._argument(), False, _BINOMIALS[name]),))
        if name == "sqrt":
            degree = self._optional()
            return Root(self._argument(), degree)
        if name in ("operatorname", "operatorname*"):
            return Letters(unicode(_running(self._raw(), "rm")), "rm", "op", name.endswith("*"))
        if name in _KINDS:
            body = self._argument()
            return Row((body,), _KINDS[name])
        if name in ("overline", "underline", "underbar"):
            return Lined(self._argument(), name == "overline")
        if name in ("overbrace", "underbrace"):
            return self._braced(name == "overbrace")
        if name in ("stackrel", "overset"):
            over = self._argument()
            return Row((Stacked(self._argument(), over, None),), "rel")
        if name == "underset":
            under = self._argument()
            return Row((Stacked(self._argument(), None, under),), "op")
        if name in _ARROWS:
            below = self._optional()
            return Row((Stacked(Symbol(_ARROWS[name], "rel"), self._argument(), below),), "rel")
        if name == "begin":
            return self._environment()
        if name == "substack":
            return self._substack()
        if name == "not":
            return self._negated()
        size = _SIZES.get(name.rstrip("lrm") if name not in _SIZES else name)
        if size:
            kind = {"l": "open", "r": "close", "m": "rel"}.get(name[-1], "")
            character = self._delimiter()
            return Delimiter(character, size, kind or _kind_of(character))
        if name in _NOTHING:
            return None
        if name in _WITH_ARGUMENT:
            if self._peek() == "{":
                self._raw()
            elif name in ("kern", "mkern", "mskip", "hskip"):
                self._dimension()
            return None
        if name in ("textcolor", "href", "hyperref"):
            self._raw()
            return self._argument()
        if name in ("phantom",):
            body = self._argument()
            return Space(0.5 * len(unicode(body)))
        if name in ("bmod", "mod", "pmod"):
            return self._modulo(name)
        return self._other(name)

    def _other(self, name: str) -> Node | None:
        """A macro that is no part of LaTeX."""
        if name in _TRANSPARENT and self._peek() == "{":
            return self._argument()
        if name in _AROUND and self._peek() == "{":
            left, right = _AROUND[name][0], _AROUND[name][1]
            inside = Fenced(left, right, (self._argument(),))
            return Row((Symbol("O"), inside)) if name == "order" else inside
        if name in ("tilO", "otilde", "Otilde", "tildeO", "Otil", "tO", "Ot", "tlO"):
            return Accent("\u0303", Symbol("O"))
        if name == "half":
            return Fraction(Symbol("1"), Symbol("2"), True, "text")
        if name in TEXT_LETTERS and len(name) > 1:
            return Letters(TEXT_LETTERS[name])
        for pattern, variant in FAMILIES:
            if found := re.fullmatch(pattern, name):
                return Symbol(found["letter"], "ord", variant)
        for prefix in GLUED:
            if name.startswith(prefix) and len(name) > len(prefix):
                rest = name[len(prefix) :]
                if prefix in TEXTS or (prefix in VARIANTS and len(rest) > 1 and prefix == "mathrm"):
                    return Letters(rest, TEXTS.get(prefix, "rm"))
                self.tokens[self.at : self.at] = rest
                return self._macro(prefix)
        return Source(f"\\{name}")

    def _in_variant(self, variant: str, name: str) -> Node:
        before, self.variant = self.variant, variant
        node = self._argument()
        self.variant = before
        # An upright word is one name, set close.
        if name in ("mathrm", "mathsf", "mathtt", "mathit", "mathbf") and isinstance(node, Row):
            letters = [item for item in node.items if isinstance(item, Symbol) and item.character.isalnum()]
            if len(letters) == len(node.items) > 1:
                return Letters("".join(item.character for item in letters), variant)
        return node

    def _delimiter(self) -> str:
        token = self._next()
        if token in _PLAIN_DELIMITERS:
            return {".": "", "<": "⟨", ">": "⟩"}.get(token, token)
        if token[0] == "\\" and token[1:] in SYMBOLS:
            return SYMBOLS[token[1:]][0]
        raise Unsettable(f"{token} is no delimiter.")

    def _fenced(self) -> Node:
        left = self._delimiter()
        ends = frozenset(("\\right", "\\mright", "\\middle"))
        parts, dividers = [self.row(ends)], []
        while self._next() == "\\middle":
            dividers.append(self._delimiter())
            parts.append(self.row(ends))
        return Fenced(left, self._delimiter(), tuple(parts), tuple(dividers))

    def _braced(self, over: bool) -> Node:
        body: Node = Lined(self._argument(), over, brace=True)
        if self._peek() == ("^" if over else "_"):
            self.at += 1
            label = self._argument()
            body = Stacked(body, label if over else None, None if over else label)
        return body

    def _substack(self) -> Node:
        if self._next() != "{":
            raise Unsettable("An argument is missing.")
        rows = self._cells(lambda: self._peek() == "}")
        self.at += 1
        return Table(rows, "c", small=True)

    def _environment(self) -> Node:
        name = self._raw()
        columns = "c"
        if name == "array":
            self._optional()
            columns = "".join(re.findall("[lcr]", self._raw())) or "c"
        elif name in ("alignedat", "alignat", "alignat*"):
            self._raw()
        elif name not in _ENVIRONMENTS and name not in _ALIGNED:
            raise Unsettable(f"{name} is no environment of formulas.")
        if name in ("cases", "dcases", "rcases"):
            columns = "ll"
        rows = self._cells(lambda: self._peek() == "\\end")
        self.at += 1
        if self._raw() != name:
            raise Unsettable("An environment is closed by another.")
        if name in _ALIGNED:
            # What follows an alignment mark joins what stands before it.
            joined = (tuple(_after_mark(cell) if at % 2 else cell for at, cell in enumerate(row)) for row in rows)
            return Table(tuple(joined), "rl")
        left, right = _ENVIRONMENTS[name]
        return Table(rows, columns, small="small" in name, left=left, right=right)

    def _cells(self, ended: object) -> tuple[tuple[Node, ...], ...]:
        assert callable(ended)
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        number = 0
        ends = frozenset(("&", "\\\\", "\\cr", "\\end", "}"))
        while True:
            if self._peek() in ("\\hline", "\\toprule", "\\midrule", "\\bottomrule"):
                self.at += 1
                continue
            cells.append(self.row(ends))
            number += 1
            if number > _MOST_CELLS:
                raise Unsettable("It is too large.")
            if ended():
                break
            token = self._next()
            if token in ("\\\\", "\\cr"):
                self._optional()
                rows.append(tuple(cells))
                cells = []
            elif token != "&":
                raise Unsettable(f"{token} closes nothing.")
        if len(cells) > 1 or (isinstance(cells[0], Row) and cells[0].items):
            rows.append(tuple(cells))
        return tuple(rows)

    def _negated(self) -> Node:
        node = self._argument()
        if isinstance(node, Symbol):
            struck = unicodedata.normalize("NFC", f"{node.character}\u0338")
            if len(struck) == 1:
                return Symbol(struck, node.kind, node.variant)
        return Row((Symbol("/"), node), kind_of(node))

    def _modulo(self, name: str) -> Node:
        mod = Letters("mod")
        if name == "bmod":
            return Row((Space(2 / 9), mod, Space(2 / 9)))
        if name == "mod":
            return Row((Space(0.6), mod, Space(1 / 3)))
        return Row((Space(0.6), Symbol("(", "open"), mod, Space(1 / 3), self._argument(), Symbol(")", "close")))

    def _dimension(self) -> None:
        while re.fullmatch(r"[-+\d.a-z]", self._peek() or "?"):
            self.at += 1


_SHAPED = frozenset("ℝℕℤℚℂ𝔼ℙ𝔽𝕀𝕜ℜℑ℘ℵℶℷℸ")


def _kind_of(character: str) -> str:
    kind = TYPED.get(character)
    if kind is None:
        kind = next((kind for symbol, kind in SYMBOLS.values() if symbol == character), "ord")
    return kind


def _after_mark(cell: Node) -> Node:
    return Row((Row(()), *cell.items)) if isinstance(cell, Row) else cell


def _running(source: str, variant: str) -> Node:
    """Running text within a formula, with the formulas in it."""
    pieces = re.split(r"(?<!\\)\$(.*?)(?<!\\)\$", source)
    items: list[Node] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            items.append(parse(piece))
        elif piece:
            items.append(Letters(text_of(piece), variant))
    return items[0] if len(items) == 1 else Row(tuple(items))


# Running text

_IN_TEXT = re.compile(
    r"\\(?P<accent>[`'^~\"=.]|[uvHckrdb](?![a-zA-Z]))\s*(?:\{\\?(?P<inner>[a-zA-Z]?)\}|\\(?P<dotless>[ij])(?![a-zA-Z])|(?P<bare>[a-zA-Z]))"
    r"|\\(?P<sign>[%&$#_{} ,/@-])"
    r"|\\(?P<name>[a-zA-Z]+)\s?(?P<group>\{)?"
    r"|(?P<brace>[{}])|(?P<tie>~)"
)


def text_of(source: str) -> str:
    """Running text of TeX as Unicode: accents put on, fonts and braces dropped."""

    def meant(found: re.Match[str]) -> str:
        if found["accent"]:
            return accented(found["accent"], found["inner"] or found["dotless"] or found["bare"] or "")
        if found["sign"]:
            return {",": " ", "/": "", "@": "", "-": ""}.get(found["sign"], found["sign"])
        if found["name"]:
            name = found["name"]
            if name in TEXT_LETTERS:
                return TEXT_LETTERS[name]
            if name in SYMBOLS:
                return SYMBOLS[name][0]
            return "" if name in TEXTS or name in SWITCHES or name in _NOTHING else f"\\{name}"
        return " " if found["tie"] else ""

    return unicodedata.normalize("NFC", _IN_TEXT.sub(meant, " ".join(source.split("\n"))))


def accented(accent: str, letter: str) -> str:
    """A letter with an accent of TeX: ("'", "e") gives é."""
    # An accent on a dotless letter is that on the letter.
    return unicodedata.normalize("NFC", f"{letter}{TEXT_ACCENTS[accent]}") if letter else ""


# Unicode

_RAISED = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθικφχ′∗⊤",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵠᵡ′*ᵀ",
        strict=True,
    )
)
_LOWERED = dict(zip("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
_ALPHABETS = {
    "bb": (0x1D538, 0x1D552, 0x1D7D8), "cal": (0x1D49C, 0x1D4B6, 0), "frak": (0x1D504, 0x1D51E, 0),
    "bfcal": (0x1D4D0, 0x1D4EA, 0), "bf": (0x1D400, 0x1D41A, 0x1D7CE), "it": (0x1D434, 0x1D44E, 0),
    "bfit": (0x1D468, 0x1D482, 0x1D7CE), "sf": (0x1D5A0, 0x1D5BA, 0x1D7E2), "tt": (0x1D670, 0x1D68A, 0x1D7F6),
}  # fmt: skip
# Letters that Unicode had before it had the alphabets.
_HOLES = {
    ("bb", "C"): "ℂ", ("bb", "H"): "ℍ", ("bb", "N"): "ℕ", ("bb", "P"): "ℙ", ("bb", "Q"): "ℚ", ("bb", "R"): "ℝ",
    ("bb", "Z"): "ℤ", ("cal", "B"): "ℬ", ("cal", "E"): "ℰ", ("cal", "F"): "ℱ", ("cal", "H"): "ℋ",
    ("cal", "I"): "ℐ", ("cal", "L"): "ℒ", ("cal", "M"): "ℳ", ("cal", "R"): "ℛ", ("cal", "e"): "ℯ",
    ("cal", "g"): "ℊ", ("cal", "o"): "ℴ", ("frak", "C"): "ℭ", ("frak", "H"): "ℌ", ("frak", "I"): "ℑ",
    ("frak", "R"): "ℜ", ("frak", "Z"): "ℨ", ("it", "h"): "ℎ",
}  # fmt: skip
_GREEK_BLOCKS = {"it": (0x1D6E2, 0x1D6FC), "bf": (0x1D6A8, 0x1D6C2), "bfit": (0x1D71C, 0x1D736)}
_GREEK_SIGNS = {"∂": 25, "ϵ": 26, "ϑ": 27, "ϰ": 28, "ϕ": 29, "ϱ": 30, "ϖ": 31}


def small(text: str, *, raised: bool) -> str | None:
    """A text in superscript or subscript letters of Unicode; None when Unicode has not all of them."""
    letters = _RAISED if raised else _LOWERED
    found = [letters.get(character, "") for character in text.replace("-", "−")]
    return "".join(found) if all(found) else None


def shaped(character: str, variant: str) -> str:
    """A letter or digit in an alphabet of mathematics: ("R", "bb") gives ℝ. What it has no such letter for stays."""
    if variant in ("", "rm"):
        return character
    if hole := _HOLES.get((variant, character)):
        return hole
    alphabet = _ALPHABETS[variant]
    if "A" <= character <= "Z":
        return chr(alphabet[0] + ord(character) - 65)
    if "a" <= character <= "z":
        return chr(alphabet[1] + ord(character) - 97)
    if "0" <= character <= "9" and alphabet[2]:
        return chr(alphabet[2] + ord(character) - 48)
    if greek := _GREEK_BLOCKS.get(variant):
        if "Α" <= character <= "Ω":
            return chr(greek[0] + ord(character) - 0x391)
        if "α" <= character <= "ω":
            return chr(greek[1] + ord(character) - 0x3B1)
        if character in _GREEK_SIGNS:
            return chr(greek[1] + _GREEK_SIGNS[character])
    return character


def unicode(node: Node | None) -> str:
    """A formula in one line of plain Unicode: x², a/(b + c), ∑ᵢ₌₁ⁿ, 𝒪(√n)."""
    match node:
        case None:
            return ""
        case Symbol(character, _, variant):
            return shaped(character, variant) if variant in ("bb", "cal", "frak", "bfcal") else character
        case Row(items):
            return _joined(items)
        case Letters(text) | Source(text):
            return text
        case Scripts(base, below, above):
            return unicode(base) + _small(below, _LOWERED, "_") + _small(above, _RAISED, "^")
        case Fraction(above, below, ruled):
            return f"{_whole(above)}{'/' if ruled else ' over '}{_whole(below)}"
        case Root(body, degree):
            small = "".join(_RAISED.get(character, character) for character in unicode(degree))
            return f"{small}√{_whole(body)}"
        case Accent(mark, body):
            text = unicode(body)
            return unicodedata.normalize("NFC", f"{text[:1]}{mark}{text[1:]}") if text else ""
        case Lined(body, over, brace):
            text = unicode(body)
            if brace or any(not character.isalnum() for character in text):
                return text
            mark = "\u0305" if over else "\u0332"
            return "".join(f"{character}{mark}" for character in text)
        case Stacked(base, over, under):
            return unicode(base) + _small(under, _LOWERED, "_") + _small(over, _RAISED, "^")
        case Fenced(left, right, parts, dividers):
            text = left + unicode(parts[0])
            for divider, part in zip(dividers, parts[1:], strict=True):
                text += f" {divider} {unicode(part)}"
            return text + right
        case Delimiter(character):
            return character
        case Table(rows, _, _, left, right):
            lines = "; ".join(" ".join(filter(None, map(unicode, row))) for row in rows)
            return f"{left}{lines}{right}"
        case Space(width):
            return " " if width >= 0.2 else ""
        case Style(body):
            return unicode(body)


def _joined(items: Sequence[Node]) -> str:
    pieces: list[str] = []
    before = "open"
    for at, item in enumerate(items):
        text, kind = unicode(item), kind_of(item)
        if kind == "bin" and (before in ("bin", "op", "rel", "open", "punct") or at == len(items) - 1):
            kind = "ord"
        if kind in ("bin", "rel"):
            text = f" {text} "
        elif kind == "punct" and at < len(items) - 1:
            text = f"{text} "
        elif (kind == "op" and before in ("ord", "close", "op", "inner")) or (
            before == "op" and kind in ("ord", "op", "inner") and not text.startswith(" ")
        ):
            text = f" {text}"
        pieces.append(text)
        if not isinstance(item, Space):
            before = kind
    return re.sub(r" {2,}", " ", "".join(pieces)).strip() if len(pieces) > 1 else "".join(pieces).strip(" ")


def kind_of(node: Node) -> str:
    """The kind of an atom, which decides the space around it."""
    match node:
        case Symbol(_, kind, _) | Row(_, kind) | Letters(_, _, kind) | Delimiter(_, _, kind):
            return kind
        case Scripts(base) if base is not None:
            return kind_of(base)
        case Stacked(base):
            return kind_of(base)
        case Fraction(slanted=False) | Fenced():
            return "inner"
    return "ord"


def _small(node: Node | None, letters: dict[str, str], sign: str) -> str:
    if node is None:
        return ""
    text = unicode(node).replace(" ", "")
    if all(character in letters for character in text):
        return "".join(letters[character] for character in text)
    text = unicode(node)
    return f"{sign}{text}" if len(text) == 1 or text.isalnum() else f"{sign}({text})"


def _whole(node: Node) -> str:
    """With parentheses where it would not be read as one."""
    text = unicode(node)
    return text if len(text) == 1 or text.isalnum() or re.fullmatch(r"\w+[⁰-⁹²³¹ⁿᵢ₀-₉ₐ-ₜ]*", text) else f"({text})"


def unknown(node: object) -> list[str]:
    """What of a formula has no meaning here, as it was written."""
    if isinstance(node, Source):
        return [node.text]
    if isinstance(node, tuple):
        return [text for part in node for text in unknown(part)]
    slots = getattr(node, "__slots__", ()) if not isinstance(node, str) else ()
    return [text for slot in slots for text in unknown(getattr(node, slot))]
