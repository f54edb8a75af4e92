"""Running text of LaTeX to Unicode and back, as fields of bibliographies have it.

Formulas between dollar signs stay TeX. What `encoded` makes of a text, `decoded` makes the text again.
"""

from __future__ import annotations

import re
import unicodedata

from readerapp.formats.tex_symbols import SWITCHES, SYMBOLS, TEXT_ACCENTS, TEXT_LETTERS, TEXTS

_LETTERS = TEXT_LETTERS | {
    "textbraceleft": "{", "textbraceright": "}", "textquotedbl": '"', "textquotesingle": "'", "textsection": "§",
    "textparagraph": "¶", "textexclamdown": "¡", "textquestiondown": "¿", "quotesinglbase": "‚", "guilsinglleft": "‹",
    "guilsinglright": "›", "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "texteuro": "€", "textsterling": "£", "textyen": "¥", "textcent": "¢",
    "textperthousand": "‰", "textnumero": "№", "textcopyright": "©", "textdagger": "†", "textdaggerdbl": "‡",
    "textasteriskcentered": "∗", "textvisiblespace": "␣", "slash": "/", "BibTeX": "BibTeX",
    "textcelsius": "℃", "textohm": "Ω", "textnonbreakinghyphen": "‑", "nobreakspace": " ", "space": " ",
    "quad": " ", "qquad": " ", "textschwa": "ə", "IJ": "Ĳ", "ij": "ĳ", "SS": "ẞ", "lq": "‘", "rq": "’", "aa": "å",
    "textquoteleft": "‘", "textsurd": "√", "backslash": "\\", "XeTeX": "XeTeX", "infty": "∞",
}  # fmt: skip
_ACCENTS = TEXT_ACCENTS | {
    "G": "\u030f", "U": "\u030e", "f": "\u0311", "h": "\u0309", "textcommabelow": "\u0326",
    "textogonekcentered": "\u0328", "t": "\u0361", "textcommaabove": "\u0313", "ogonek": "\u0328", "cedilla": "\u0327",
}  # fmt: skip
# Without anything to stand on, an accent is the character.
_SPACING = {"^": "^", "~": "~", "`": "`", "'": "´", '"': "¨"}
# Macros that say how what follows looks, which is of no interest, and those whose first argument says that.
_LOOKS = (
    frozenset(TEXTS)
    | frozenset(SWITCHES)
    | frozenset(("uppercase", "lowercase", "underline", "uline", "mkbibemph", "mkbibitalic", "mkbibbold", "protect",
                 "relax", "textmd", "MakeUppercase", "MakeLowercase", "MakeSentenceCase", "NoCaseChange", "makebox",
                 "mathrm", "upshape", "slshape", "mdseries", "normalfont", "small", "tiny", "large", "Large",
                 "normalsize", "sloppy", "noindent", "nocase", "selectfont", "textlatin", "textgreek"))
)  # fmt: skip
_FIRST_ARGUMENT = frozenset(
    ("foreignlanguage", "textcolor", "noopsort", "SortNoop", "selectlanguage", "color", "hspace")
)
_QUOTING = frozenset(("enquote", "mkbibquote", "textquote"))
_ADDRESSES = frozenset(("url", "path", "nolinkurl"))
_SIGNS = {**{sign: sign for sign in "&%$#_{}"}, **dict.fromkeys(" ,;:", " "), **dict.fromkeys("!-/@", "")}
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SCRIPTS = {"textsuperscript": _RAISED, "textsubscript": _LOWERED}

# What is looked for before anything is done: most texts have nothing of it.
_SPECIAL = re.compile(r"[\\{}$~]")
_TO_LOOK_AT = re.compile(r"[\\{}$&%#_~^\n]")
_TOKEN = re.compile(
    r"[^\\{}$~\-`']++"
    r"|\\(?P<word>[a-zA-Z]++)\*?"
    r"|\\(?P<sign>.)"
    r"|(?P<brace>[{}])|(?P<dollar>\$)|(?P<tie>~)|(?P<dash>---?)|(?P<quote>``|'')|.",
    re.DOTALL,
)
_FORMULA = re.compile(r"\$\$(?:[^$\\]++|\\.)++\$\$|\$(?:[^$\\]++|\\.)++\$", re.DOTALL)
_CLOSING = {"(": "\\)", "[": "\\]"}
_ORDINAL = re.compile(r"(?:\{\})?\^\{?\\(?:mbox|text|textrm|mathrm|rm)\s*\{?\s*(st|nd|rd|th)\s*\}*")
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")
# A group with three levels of groups in it; a deeper one is nothing that text has.
_GROUP = re.compile(r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+\}")
_BLANKS = re.compile(r"[ \t\n]*+")
_DEEPEST = 6
_LONGEST_ARGUMENT = 2_000
_LONGEST_FORMULA = 500
_LONGEST = 2_000_000

_TO_ESCAPE = re.compile(r"[\\{}$&%#_~^\n]|-(?=-)|`(?=`)|'(?=')")
_ESCAPES = {
    "\\": r"\textbackslash{}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "-": "-{}", "`": "`{}", "'": "'{}",
}  # fmt: skip


def decoded(source: str, *, lines: bool = False) -> str:
    """A field's text in Unicode (NFC): accents on their letters, macros as what they stand for, without braces.

    Macros without a meaning here stay as they are. The text is on one line; with `lines` its paragraphs and the lines
    broken by `\\\\` stay, and blanks within a line.
    """
    source = source[:_LONGEST]
    if lines:
        source = _LINE_END.sub(lambda end: "\n\n" if end[0].count("\n") > 1 else " ", source.strip())
    elif "\n" in source or "  " in source or "\t" in source:
        source = " ".join(source.split())
    if _SPECIAL.search(source) or _has_pair(source):
        source = _text(source, lines, 0)
    if not source.isascii():
        source = unicodedata.normalize("NFC", source)
    return source.strip() if lines else " ".join(source.split())


def encoded(text: str, *, lines: bool = False) -> str:
    """A text as LaTeX in UTF-8, its formulas as they are. Braces in it are balanced, as a field needs them."""
    if is_plain(text):
        return text
    if "$" in text:
        # What stands between dollar signs may be no formula, or none that is read as one again.
        whole = _encoded(text, [found.span() for found in _FORMULA.finditer(text) if _is_formula(text, found)], lines)
        if decoded(whole, lines=lines) == (text.strip() if lines else " ".join(text.split())):
            return whole
    return _encoded(text, [], lines)


def is_plain(text: str) -> bool:
    """Whether a text is the same as LaTeX and in Unicode."""
    return not _TO_LOOK_AT.search(text) and not _has_pair(text)


def _has_pair(text: str) -> bool:
    return "--" in text or "``" in text or "''" in text


def balanced(text: str) -> bool:
    """Whether every brace has its other one, as BibTeX counts them: escaped ones too."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _is_formula(text: str, found: re.Match[str]) -> bool:
    """Whether what is between dollar signs is no prose between two prices: as Pandoc has it, no blank stands at its
    ends and no digit behind it; or it has a sign that only formulas have."""
    inner = found[0].strip("$")
    bare = not (inner[:1].isspace() or inner[-1:].isspace() or text[found.end() : found.end() + 1].isdigit())
    return bare or bool(re.search(r"[\\^_=]", inner))


def _encoded(text: str, spans: list[tuple[int, int]], lines: bool) -> str:
    pieces: list[str] = []
    formula: list[str] = []
    at = 0
    for start, end in spans:
        piece = text[start:end]
        if start >= at and _FORMULA.fullmatch(piece) and balanced(piece) and "\n\n" not in piece:
            pieces.append(text[at:start])
            formula.append(piece)
            at = end
    pieces.append(text[at:])
    braces = {"{": r"\{", "}": r"\}"}
    if not balanced("".join(pieces)) or not all(map(balanced, pieces)):
        braces = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}

    def escaped(found: re.Match[str]) -> str:
        return braces.get(found[0]) or _ESCAPES.get(found[0]) or found[0]

    escaped_pieces = [_TO_ESCAPE.sub(escaped, piece) for piece in pieces]
    written = "".join(piece for pair in zip(escaped_pieces, [*formula, ""], strict=True) for piece in pair)
    return _lines(written) if lines else written.replace("\n", " ")


def _lines(text: str) -> str:
    """A text in which blank lines part paragraphs, and other line ends are such as LaTeX keeps."""
    if "\n" not in text:
        return text
    # Blanks at the ends of lines would be gone.
    lines = [re.sub(r"\A[ \t]+|[ \t]+\Z", r"{\g<0>}", line) for line in text.split("\n")]
    written = [lines[0]]
    for before, line, after in zip(lines[:-1], lines[1:], [*lines[2:], ""], strict=True):
        if line or not before or not after:
            written.append(line if not before and written[-1] == "\n\n" else f"\\\\\n{line}")
        else:
            written.append("\n\n")
    return "".join(written)


def _text(source: str, lines: bool, depth: int) -> str:
    found: list[str] = []
    at, end = 0, len(source)
    while at < end:
        piece, at = _piece(source, at, lines, depth)
        found.append(piece)
    return "".join(found)


def _piece(source: str, at: int, lines: bool, depth: int) -> tuple[str, int]:
    """What stands at a place, a run of text or one token of TeX with what belongs to it, and where it ends."""
    token = _TOKEN.match(source, at)
    if token is None:
        return source[at:], len(source)
    after = token.end()
    match token.lastgroup:
        case None:
            return token[0], after
        case "word":
            return _macro(source, token["word"], after, lines, depth)
        case "sign":
            return _sign(source, token["sign"], after, lines, depth)
        case "brace":
            return "", after
        case "dollar":
            formula = _FORMULA.match(source, at)
            return (formula[0], formula.end()) if formula else ("$", after)
        case "tie":
            return " ", after
        case "dash":
            return "–" if len(token[0]) == 2 else "—", after
        case _:
            return "“" if token[0] == "``" else "”", after


def _sign(source: str, sign: str, after: int, lines: bool, depth: int) -> tuple[str, int]:
    if sign in _ACCENTS:
        return _accented(source, sign, after, lines, depth)
    if sign in _SIGNS:
        return _SIGNS[sign], after
    end = source.find(_CLOSING[sign], after, after + _LONGEST_FORMULA) if sign in _CLOSING else -1
    if end >= 0:
        inner = source[after:end].strip()
        if ordinal := _ORDINAL.fullmatch(inner):
            return ordinal[1], end + 2
        dollars = "$" if sign == "(" else "$$"
        return (f"{dollars}{inner}{dollars}" if inner else ""), end + 2
    if sign == "\\" or sign == "\n":
        return "\n" if lines else " ", _skipped(source, after)
    return f"\\{sign}", after


def _macro(source: str, name: str, after: int, lines: bool, depth: int) -> tuple[str, int]:
    if name in _ACCENTS:
        return _accented(source, name, after, lines, depth)
    if name in _SCRIPTS:
        script, after = _argument(source, _skipped(source, after), lines, depth)
        plain = script.replace("−", "-")
        return (plain.translate(_SCRIPTS[name]) if re.fullmatch(r"[0-9+-]+", plain) else script), after
    if name in _LETTERS:
        return _LETTERS[name], _after_word(source, after)
    if name in _LOOKS:
        return "", _skipped(source, after)
    group = _GROUP.match(source, _skipped(source, after))
    if group and name == "ensuremath":
        inner = group[0][1:-1].strip()
        return (inner if inner.startswith("$") else f"${inner}$" if inner else ""), group.end()
    if group and name in _ADDRESSES:
        return address(group[0][1:-1]), group.end()
    if group and name in _QUOTING:
        inner, after = _argument(source, group.start(), lines, depth)
        return f"“{inner}”", after
    if group and name == "href":
        return "", group.end()
    if group and name in _FIRST_ARGUMENT:
        return "", group.end()
    if name in ("newline", "linebreak", "par"):
        return ("\n" if lines else " "), _skipped(source, after)
    if name in SYMBOLS and not group:
        return SYMBOLS[name][0], _after_word(source, after)
    if group and group.start() == after:
        return f"\\{name}{group[0]}", group.end()
    return f"\\{name}", after


def _accented(source: str, accent: str, after: int, lines: bool, depth: int) -> tuple[str, int]:
    letters, after = _argument(source, _skipped(source, after), lines, depth)
    if not letters or letters[0] in " \n":
        return _SPACING.get(accent, "") + letters, after
    # An accent on a dotless letter is that on the letter.
    first = {"ı": "i", "ȷ": "j"}.get(letters[0], letters[0])
    rest = letters[1:]
    # Marks that the letter has already come first, as in ế.
    marks = len(rest) - len(rest.lstrip("".join(filter(unicodedata.combining, rest[:4]))))
    return f"{first}{rest[:marks]}{_ACCENTS[accent]}{rest[marks:]}", after


def _argument(source: str, at: int, lines: bool, depth: int) -> tuple[str, int]:
    """The next group, macro or letter, in Unicode, and where it ends."""
    if at >= len(source) or depth > _DEEPEST:
        return "", at
    if source[at] == "{":
        group = _GROUP.match(source, at)
        if group is None or group.end() - at > _LONGEST_ARGUMENT:
            return "", at
        return _text(group[0][1:-1], lines, depth + 1), group.end()
    if source[at] == "\\":
        return _piece(source, at, lines, depth + 1)
    if source[at] in "}$~":
        return "", at
    return source[at], at + 1


def _skipped(source: str, at: int) -> int:
    blanks = _BLANKS.match(source, at)
    return blanks.end() if blanks else at


def _after_word(source: str, at: int) -> int:
    """Where the text goes on after a macro that is a letter: TeX takes the blanks behind its name, or `{}`, for a part
    of it."""
    return at + 2 if source.startswith("{}", at) else _skipped(source, at)


def address(written: str) -> str:
    """An address or another name that is no running text, without what LaTeX wants before some characters."""
    if "\\" not in written and "{" not in written and "}" not in written:
        return "".join(written.split())
    written = re.sub(r"\\href\s*(\{[^{}]*\})\s*\{[^{}]*\}|\\(?:url|path|nolinkurl)\s*(?=\{)", r"\1", written)
    written = re.sub(r"\\textasciitilde\s*(?:\{\})?|\\~\s*\{\}|\$\\sim\$", "~", written)
    written = re.sub(r"\\(?:textunderscore|_)\s*(?:\{\})?", "_", written)
    return "".join(re.sub(r"\\([%&#$_{}~^-])|[{}]", lambda found: found[1] or "", written).split())
