"""Notes in HTML, as Zotero's editor makes them, as Markdown (CommonMark, with dollar signs around formulas).

What Markdown has no form for becomes its text. Nothing is taken over as markup: letters that would mean something in
Markdown are escaped, and only addresses that a browser may open become links.
"""

from __future__ import annotations

import html
import re

from readerapp.formats import fields

_LONGEST = 4 * 2**20
_DEEPEST = 20
_TAIL = 4_000
_TOKEN = re.compile(
    r"<(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})"
    r"""(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*+)>|(?P<text>[^<]+|<)""",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_MATHS = re.compile(r"""\bclass\s*=\s*["']?[^"'>]*\bmath\b""", re.IGNORECASE)
_BLOCKS = frozenset((
    "address", "article", "aside", "dd", "div", "dl", "dt", "figure", "footer", "header", "main", "p", "section",
    "table", "tr",
))  # fmt: skip
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_AROUND = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "strike": "~~", "del": "~~"}
_UNSEEN = frozenset(["head", "script", "style", "title", "template", "noscript"])
_EMPTY = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr"])
# What would be taken for markup: these anywhere, an underscore at the edge of a word, and others where a block begins.
_MARKUP = re.compile(r"[\\`*\[\]$]|~(?=~)|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|&(?=#?\w{1,31};)")
_AT_BEGINNING = re.compile(
    r"\A(?:(\d{1,9})(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[+-](?:\s|\Z)|(?:-\s*){2,}\Z|=+\s*\Z))"
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def markdown(value: object) -> str:
    """The Markdown of a note. "" for what is no text, and for a note without any."""
    text = fields.without_controls(value[:_LONGEST]) if isinstance(value, str) else ""
    # Behind the end of the last comment none can end, and looking for it would take long.
    last = text.rfind("-->") + 3
    text = _COMMENT.sub("", text[:last]) + text[last:] if last > 2 else text
    writer = _Writer()
    pieces: list[str] = []
    for matched in _TOKEN.finditer(text):
        if matched["text"]:
            pieces.append(matched["text"])
            continue
        if pieces:
            writer.text(html.unescape("".join(pieces)))
            pieces.clear()
        writer.tag(matched["name"].lower(), bool(matched["closing"]), matched["attributes"])
    writer.text(html.unescape("".join(pieces)))
    return writer.written()


class _Writer:
    """Puts lines together. What is open that indents or marks lines stands in `_inside`: "> ", "- ", "1. "."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        # The end of the line that is being written, and what stands before that.
        self._line = ""
        self._before: list[str] = []
        self._inside: list[str] = []
        self._numbers: list[int] = []
        self._begins_item = False
        self._heading = ""
        self._around: list[str] = []
        # Marks that have been opened and wait for what is marked.
        self._pending: list[str] = []
        self._links: list[str] = []
        self._verbatim = 0
        self._maths = 0
        self._unseen = 0
        self._spans: list[bool] = []

    def text(self, text: str) -> None:
        """What stands between two tags."""
        if self._unseen:
            return
        if len(self._line) > _TAIL:
            self._before.append(self._line[: -_TAIL // 2])
            self._line = self._line[-_TAIL // 2 :]
        if self._verbatim:
            self._line += text
            return
        text = _BLANKS.sub(" ", text)
        if not self._line or self._line.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if self._pending and text.strip():
            blank = " " if text.startswith(" ") else ""
            self._line += blank + "".join(self._pending)
            self._around += self._pending
            self._pending.clear()
            text = text.lstrip(" ")
        self._line += text if self._maths else _MARKUP.sub(r"\\\g<0>", text)

    def tag(self, name: str, closing: bool, attributes: str) -> None:
        """A tag that opens or closes something."""
        if name in _UNSEEN:
            self._unseen = max(self._unseen + (-1 if closing else 1), 0)
        elif self._unseen:
            return
        elif name in _EMPTY:
            self._empty(name)
        elif name == "pre":
            self._verbatim_block(closing, bool(_MATHS.search(attributes)))
        elif self._verbatim:
            return
        elif name in _HEADINGS:
            self._end_block()
            self._heading = "" if closing else _HEADINGS[name]
        elif name in _AROUND:
            self._mark(_AROUND[name], closing)
        elif name == "code":
            self._mark("`", closing)
        elif name == "a":
            self._link(closing, attributes)
        elif name == "span":
            self._span(closing, bool(_MATHS.search(attributes)))
        elif name == "blockquote":
            self._end_block()
            self._nest("> ", closing)
        elif name in ("ul", "ol"):
            self._end_block()
            self._list(name, closing)
        elif name == "li":
            self._end_block()
            self._begins_item = not closing
        elif name in ("td", "th"):
            if self._line.strip() and not closing:
                self._line = self._line.rstrip() + " | "
        elif name in _BLOCKS:
            self._end_block()

    def written(self) -> str:
        """All of it."""
        self._end_block()
        return "\n".join(self._lines).strip("\n")

    def _empty(self, name: str) -> None:
        if name == "br":
            self._line = f"{self._line.rstrip(' ')}\\\n" if self._line.strip() and not self._verbatim else self._line
        elif name == "hr":
            self._end_block()
            self._put("---")

    def _verbatim_block(self, closing: bool, maths: bool) -> None:
        if not closing and not self._verbatim:
            self._end_block()
            self._verbatim = 2 if maths else 1
        elif closing and self._verbatim:
            text = self._taken().strip("\n")
            if self._verbatim == 1:
                fence = "```"
                while fence in text:
                    fence += "`"
                text = f"{fence}\n{text}\n{fence}"
            self._verbatim = 0
            self._put(text)

    def _mark(self, mark: str, closing: bool) -> None:
        if not closing:
            if mark not in self._around and mark not in self._pending:
                self._pending.append(mark)
        elif mark in self._pending:
            self._pending.remove(mark)
        elif mark in self._around:
            # What was opened later ends first.
            while self._around[-1] != mark:
                self._mark(self._around[-1], closing=True)
            self._around.pop()
            body = self._line.rstrip()
            self._line = f"{body}{mark}{self._line[len(body) :]}"

    def _link(self, closing: bool, attributes: str) -> None:
        if closing:
            if self._links:
                self._line = f"{self._line.rstrip()}](<{self._links.pop()}>)"
            return
        found = _HREF.search(attributes)
        url = fields.http_url(html.unescape(next(filter(None, found.groups()), ""))) if found else None
        if url and not self._links:
            self._links.append(url.replace("<", "%3C").replace(">", "%3E"))
            self._line += "["

    def _span(self, closing: bool, maths: bool) -> None:
        if not closing and len(self._spans) < 1_000:
            self._spans.append(maths)
            self._maths += maths
        elif closing and self._spans:
            self._maths -= self._spans.pop()

    def _list(self, name: str, closing: bool) -> None:
        if closing:
            if self._numbers:
                self._numbers.pop()
                self._nest("", closing=True)
        elif len(self._inside) < _DEEPEST:
            if not self._numbers and self._lines and self._lines[-1]:
                self._lines.append(self._prefixes()[1].rstrip())
            self._numbers.append(1 if name == "ol" else 0)
            self._nest("1. " if name == "ol" else "- ", closing=False)
        if not self._numbers:
            self._lines.append("")

    def _nest(self, prefix: str, closing: bool) -> None:
        if not closing and len(self._inside) < _DEEPEST:
            self._inside.append(prefix)
        elif closing and self._inside:
            self._inside.pop()

    def _end_block(self) -> None:
        while self._around:
            self._mark(self._around[-1], closing=True)
        while self._links:
            self._link(closing=True, attributes="")
        self._pending.clear()
        text = self._taken().strip(" ")
        while text.endswith("\\\n"):
            text = text[:-2].rstrip(" ")
        if text and not self._verbatim:
            lines = (_AT_BEGINNING.sub(_escaped_beginning, line) for line in text.split("\n"))
            self._put(self._heading + "\n".join(lines))

    def _taken(self) -> str:
        text = "".join((*self._before, self._line))
        self._before.clear()
        self._line = ""
        return text

    def _put(self, text: str) -> None:
        """Adds a block. Those of a list follow each other, others have a blank line between them."""
        first, rest = self._prefixes()
        if self._lines and self._lines[-1] and not (self._numbers and self._begins_item):
            self._lines.append(rest.rstrip())
        for number, line in enumerate(text.split("\n")):
            self._lines.append(f"{first if number == 0 else rest}{line}".rstrip())
        self._begins_item = False

    def _prefixes(self) -> tuple[str, str]:
        """What stands before the first line of a block here, and before the others."""
        first, rest = "", ""
        last = max((at for at, prefix in enumerate(self._inside) if prefix != "> "), default=-1)
        for at, prefix in enumerate(self._inside):
            if prefix == "> ":
                first, rest = first + prefix, rest + prefix
                continue
            if prefix != "- ":
                number = self._numbers[-1] if at == last else 1
                prefix = f"{number}. "
            first += prefix if at == last and self._begins_item else " " * len(prefix)
            rest += " " * len(prefix)
        if self._begins_item and self._numbers and self._numbers[-1]:
            self._numbers[-1] += 1
        return first, rest


def _escaped_beginning(found: re.Match[str]) -> str:
    return f"{found[1]}\\" if found[1] else "\\"
