"""Marked-up text as plain text: HTML in titles, JATS in abstracts, MathML in both.

Paragraphs stay paragraphs, sub- and superscripts become characters of Unicode where it has them, formulas become TeX
between dollar signs. What only looks like a tag ("a <b and c", "List<T>") stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from readerapp.formats import fields
from readerapp.formats.tex import small

_NAMES = (
    # HTML
    "a abbr address article aside b bdi bdo blockquote body br center cite code dd del details dfn div dl dt em"
    " figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li main mark nav ol p pre q s"
    " samp section small span strike strong style script sub sup table tbody td tfoot th thead title tr tt u ul var wbr"
    # CSL, JATS, and what PubMed and EndNote put in
    " sc scp nc italic bold underline roman sans-serif monospace overline inline-formula disp-formula alternatives"
    " tex-math disp-quote sec abstract list list-item ext-link named-content styled-content xref inline-graphic fn"
    " label disp-formula-group graphic supplementary-material uri email nlmtitle abstracttext articletitle caption"
)
_KNOWN = frozenset(_NAMES.split())
_BLOCKS_WORDS = (
    "p div sec title abstract list disp-formula disp-quote blockquote ul ol dl h1 h2 h3 h4 h5 h6 section table tr "
    "pre article body abstracttext center hr"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_LINES = frozenset({"br", "li", "list-item", "dt", "dd"})
_UNSEEN = frozenset({"style", "script", "head", "inline-graphic", "graphic"})
_MATHEMATICS_WORDS = (
    "mi mn mo mtext ms mrow msup msub msubsup mfrac msqrt mroot mover munder munderover mfenced mtable mtr mtd "
    "mspace mstyle mpadded mphantom menclose merror semantics annotation annotation-xml none mprescripts "
    "mmultiscripts"
)
_MATHEMATICS = frozenset(_MATHEMATICS_WORDS.split())
_TOKEN = re.compile(
    r"<(?P<closing>/?)(?:[A-Za-z][\w-]{0,20}:)?(?P<name>[A-Za-z][\w.-]{0,30})(?:\s+[\w:.-]{1,50}\s*=[^<>]{0,5000}?)?\s*(?P<empty>/?)>"
    r"|<!(?:--)?[^<>]*>|<\?[^<>]*>|(?P<text>[^<]+|<)"
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DOLLARS = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# How many nested formulas or scripts are looked at: what is deeper is read as if it were not.
_DEEPEST = 60


def plain(value: object, limit: int = fields.LONGEST_ABSTRACT) -> str:
    """An abstract or a note as plain text: paragraphs with blank lines between them. "" for what is no text."""
    text = fields.paragraphs(value, limit)
    if "<" not in text:
        return _without_references(text).strip()
    return _BLANK_LINES.sub("\n\n", _Text().of(text)).strip()


def one_line(value: object, limit: int = fields.LONGEST_TITLE) -> str:
    """A title or a name as plain text on one line."""
    if isinstance(value, str) and ("<" in value or "&" in value):
        value = plain(value[: limit * 10], limit * 10)
    return fields.one_line(value, limit)


def abstract(value: object) -> str:
    """An abstract in JATS or HTML as plain text, without a heading that only says that it is one."""
    text = plain(value)
    heading, _, rest = text.partition("\n\n")
    return rest if heading.strip(" .:").lower() == "abstract" and rest else text


def escaped(text: str) -> str:
    """Plain text as markup that says the same."""
    return html.escape(text, quote=False)


def _without_references(text: str) -> str:
    # Not as HTML does, which takes "&amp" without its semicolon too: names of people have "&" in them.
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


class _Text:
    """Puts plain text together from tags and what is between them."""

    def __init__(self) -> None:
        # Of scripts and formulas that are open: their names, and what has come in them so far.
        self._open: list[tuple[str, list[str]]] = []
        self._pieces: list[str] = []
        self._formula: _Formula | None = None
        self._unseen = 0

    def of(self, text: str) -> str:
        for name, closing, empty, words in _tokens(text):
            if self._formula is not None:
                if name == "math" and closing:
                    self._put(self._formula.written())
                    self._formula = None
                else:
                    self._formula.take(name, closing or empty, closing, words)
            elif not name:
                if not self._unseen:
                    self._put(words)
            elif name in _UNSEEN:
                if not empty:
                    self._unseen = max(self._unseen + (-1 if closing else 1), 0)
            elif name == "math":
                if not closing and not empty:
                    self._formula = _Formula()
            else:
                self._tag(name, closing, empty)
        while self._open:
            self._close()
        if self._formula is not None:
            self._put(self._formula.written())
        return "".join(self._pieces)

    def _tag(self, name: str, closing: bool, empty: bool) -> None:
        if name in _BLOCKS:
            self._put("\n\n")
        elif name in _LINES:
            self._put("" if closing else "\n")
        elif name in ("td", "th"):
            self._put(" ")
        elif name in ("sub", "sup", "tex-math", "alternatives") and not empty:
            if not closing:
                if len(self._open) < _DEEPEST:
                    self._open.append((name, []))
            elif any(name == other for other, _ in self._open):
                while self._close() != name:
                    pass

    def _close(self) -> str:
        name, pieces = self._open.pop()
        text = "".join(pieces)
        if name == "sub":
            text = small(text, raised=False) or text
        elif name == "sup":
            text = small(text, raised=True) or (f"^{text}" if text.isalnum() else text)
        elif name == "tex-math":
            document = _DOLLARS.search(text)
            inner = (document[1] if document else text).strip().strip("$").strip()
            text = f"${' '.join(inner.split())}$" if inner else ""
        elif name == "alternatives":
            # The same formula in several forms: TeX stands for itself, between dollar signs.
            formulas = re.findall(r"\$[^$]+\$", text)
            text = formulas[0] if formulas else text
        self._put(text)
        return name

    def _put(self, text: str) -> None:
        (self._open[-1][1] if self._open else self._pieces).append(text)


class _Formula:
    """MathML as TeX. Elements are put together when they close, so that no depth is too deep."""

    def __init__(self) -> None:
        self._open: list[tuple[str, list[str]]] = [("math", [])]

    def take(self, name: str, closes: bool, closing: bool, words: str) -> None:
        """A tag, or the text between two."""
        if not name:
            if words.strip():
                self._open[-1][1].append(" ".join(words.split()))
        elif not closing:
            self._open.append((name, []))
            if closes:
                self._close()
        elif any(name == other for other, _ in self._open[-_DEEPEST:]):
            while self._close() != name:
                pass

    def written(self) -> str:
        while len(self._open) > 1:
            self._close()
        tex = _spaced(self._open[0][1])
        return f"${tex}$" if tex else ""

    def _close(self) -> str:
        if len(self._open) == 1:
            return "math"
        name, parts = self._open.pop()
        tex = _tex(name, parts)
        if tex:
            self._open[-1][1].append(tex)
        return name


def _tex(name: str, parts: list[str]) -> str:
    """The TeX of one element of MathML 3 from that of its children."""
    match name, parts:
        case ("mi", [text]) if len(text) > 1 and text.isascii() and text.isalpha():
            return rf"\mathrm{{{text}}}"
        case (("mtext" | "ms"), [*_]):
            text = " ".join(parts)
            return rf"\text{{{text}}}" if text else ""
        case ("msup", [base, above]):
            return f"{_group(base)}^{_group(above)}"
        case (("msub" | "munder"), [base, below]):
            return f"{_group(base)}_{_group(below)}"
        case (("msubsup" | "munderover"), [base, below, above]):
            return f"{_group(base)}_{_group(below)}^{_group(above)}"
        case ("mfrac", [above, below]):
            return rf"\frac{{{above}}}{{{below}}}"
        case ("mroot", [body, degree]):
            return rf"\sqrt[{degree}]{{{body}}}"
        case ("mover", [base, mark]):
            return f"{_ACCENTS[mark]}{{{base}}}" if mark in _ACCENTS else f"{_group(base)}^{_group(mark)}"
        case ("msqrt", [_, *_]):
            return rf"\sqrt{{{_spaced(parts)}}}"
        case ("mfenced", _):
            return f"({', '.join(parts)})"
        case ("mphantom" | "annotation" | "annotation-xml", _):
            return ""
        case _:
            return _spaced(parts)


_ACCENTS = {
    "^": r"\hat", "ˆ": r"\hat", "~": r"\tilde", "˜": r"\tilde", "¯": r"\bar", "‾": r"\bar", "→": r"\vec",
    "˙": r"\dot", "¨": r"\ddot",
}  # fmt: skip


def _spaced(parts: list[str]) -> str:
    """Parts one after the other, with a blank where two words of TeX would become one."""
    pieces: list[str] = []
    for part in parts:
        if pieces and re.search(r"\\[A-Za-z]+\Z", pieces[-1]) and part[:1].isalpha():
            pieces.append(" ")
        pieces.append(part)
    return "".join(pieces)


def _group(tex: str) -> str:
    return tex if len(tex) == 1 else f"{{{tex}}}"


def _tokens(text: str) -> Iterator[tuple[str, bool, bool, str]]:
    """Tags and what is between them: (name, closing, empty, ""), or ("", False, False, text)."""
    in_formula = False
    for found in _TOKEN.finditer(text):
        name = (found["name"] or "").lower()
        if name == "math":
            in_formula = not found["closing"] and not found["empty"]
        if name and (name in _KNOWN or name == "math" or (in_formula and name in _MATHEMATICS)):
            yield name, bool(found["closing"]), bool(found["empty"]), ""
        elif name or found["text"]:
            yield "", False, False, _without_references(found[0])
