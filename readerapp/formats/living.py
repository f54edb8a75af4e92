"""Files that are kept current while others write in them too: a .bib or CSL-JSON file beside a document.

The file belongs to everybody. Ours in it are entries by their keys; all else, text between entries, other people's
entries and what they changed in ours, stays byte for byte. What we want is compared with what we wrote last, field by
field, and only what has changed is carried into the file: a merge of three texts. Where both have changed the same
field, the file wins and that is said. New entries stand in the order of their keys among ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from readerapp.errors import Refused


@dataclass(frozen=True, slots=True)
class Update:
    """The file as it should be, and what is to be told of it by keys: entries in which others changed what we changed
    too and which keep theirs (`conflicts`), which are another paper's (`taken`), which somebody had removed and are
    there again (`returned`), and which are no longer ours but stay, since others changed them (`left`)."""

    text: str
    conflicts: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(slots=True)
class _Node:
    """An entry of a file with the text that stands before it."""

    lead: str
    text: str
    key: str
    ours: bool = False


@dataclass(slots=True)
class _Document:
    nodes: list[_Node] = field(default_factory=list)
    tail: str = ""

    def text(self) -> str:
        return "".join(f"{node.lead}{node.text}" for node in self.nodes) + self.tail


class Syntax(Protocol):
    """What the merge asks of a kind of file. Entries are texts; their fields have values that can be compared."""

    def read(self, text: str) -> _Document:
        """The entries of a file. Raises Refused when it cannot be read without loss."""

    def insert(self, document: _Document, at: int, entry: _Node) -> None:
        """Puts an entry in before the one at this place, or behind all."""

    def remove(self, document: _Document, at: int) -> None:
        """Takes an entry out, with nothing that others may have put around it."""

    def merged(self, theirs: str, before: str, ours: str) -> tuple[str, bool]:
        """The entry as it stands with what has changed from `before` to `ours`; and whether all of it could be."""

    def same_work(self, theirs: str, ours: str) -> bool:
        """Whether two entries with one key are of one paper."""


def update(
    text: str, ours: Mapping[str, str], before: Mapping[str, str], syntax: Syntax, *, new: bool = False
) -> Update:
    """A file with our entries as they are now.

    `ours` are our entries by key, `before` those that were written last. `new`: there is no file yet, so that nothing
    in it was removed. Raises Refused when the file cannot be read without loss.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n") if newline == "\r\n" and "\n" not in text.replace("\r\n", "") else text
    document = syntax.read(plain)
    there: dict[str, _Node] = {}
    for node in document.nodes:
        # Of two with one key, the first is what programs take.
        there.setdefault(node.key.casefold(), node)
    conflicts, taken, returned, left = [], [], [], []
    for key, entry in ours.items():
        found = there.get(key.casefold())
        if found is None:
            continue
        if key not in before and not syntax.same_work(found.text, entry):
            taken.append(key)
            continue
        found.ours = True
        was = before.get(key, entry)
        if entry in (was, found.text):
            continue
        if found.text == was:
            found.text = entry
            continue
        found.text, whole = syntax.merged(found.text, was, entry)
        if not whole:
            conflicts.append(key)
    for key, was in before.items():
        found = there.get(key.casefold())
        if key in ours or found is None:
            continue
        if found.text == was:
            syntax.remove(document, next(at for at, node in enumerate(document.nodes) if node is found))
        else:
            left.append(key)
    for key in sorted(ours, key=_in_order):
        if key.casefold() not in there:
            if key in before and not new:
                returned.append(key)
            syntax.insert(document, _place(document.nodes, key), _Node("", ours[key], key, ours=True))
    result = document.text()
    if plain is not text:
        result = result.replace("\n", "\r\n")
    return Update(result, tuple(conflicts), tuple(taken), tuple(returned), tuple(left))


def _in_order(key: str) -> tuple[str, str]:
    return key.casefold(), key


def _place(nodes: Sequence[_Node], key: str) -> int:
    """Behind the last of ours that comes before this key; else before the first of ours; else behind all."""
    ours = [at for at, node in enumerate(nodes) if node.ours]
    if not ours:
        return len(nodes)
    smaller = [at for at in ours if _in_order(nodes[at].key) < _in_order(key)]
    return smaller[-1] + 1 if smaller else ours[0]


# BibTeX and biblatex

_BEGINS = re.compile(
    r"^[ \t]*(@[ \t]*([A-Za-z][\w-]*)\s*([{(])\s*([^\s,={}\"@%#\\](?:[^,={}\"@%#\\\n]{0,1000}[^\s,={}\"@%#\\])?)\s*,)",
    re.MULTILINE,
)
_NOT_ENTRIES = frozenset({"comment", "preamble", "string"})
_NAME = re.compile(r"[\s,]*([^\s\"#%'(),={}@\\]{1,100})\s*=\s*")
_BLANKS = re.compile(r"\s+")
_SIGNS = re.compile(r'[{}")]')
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of an entry: where its name begins, where its value begins and ends, and the value for comparison."""

    start: int
    value_start: int
    end: int
    value: str


class Bib:
    """The syntax of .bib files."""

    def read(self, text: str) -> _Document:
        document = _Document()
        at = end = 0
        while begins := _BEGINS.search(text, at):
            start = begins.start(1)
            closed = _closed(text, begins.start(3))
            if begins[2].lower() in _NOT_ENTRIES or closed is None:
                # No entry, or one without an end: it is left as it stands.
                at = closed or begins.end()
                continue
            document.nodes.append(_Node(text[end:start], text[start:closed], begins[4]))
            at = end = closed
        document.tail = text[end:]
        return document

    def insert(self, document: _Document, at: int, entry: _Node) -> None:
        nodes = document.nodes
        if not nodes:
            before = document.tail.rstrip("\n")
            entry.lead, document.tail = (f"{before}\n\n" if before else ""), "\n"
        elif at == 0:
            entry.lead, nodes[0].lead = nodes[0].lead, "\n\n"
        else:
            entry.lead = "\n\n"
        if at == len(nodes) and not document.tail:
            document.tail = "\n"
        nodes.insert(at, entry)

    def remove(self, document: _Document, at: int) -> None:
        gone = document.nodes.pop(at)
        lead = gone.lead.rstrip("\n") if gone.lead.strip() else ""
        if at < len(document.nodes):
            following = document.nodes[at]
            following.lead = lead + following.lead if lead or at else following.lead.lstrip("\n")
        elif lead:
            document.tail = lead + document.tail
        elif not document.nodes:
            document.tail = document.tail.lstrip("\n")

    def merged(self, theirs: str, before: str, ours: str) -> tuple[str, bool]:
        was, now = _fields(before), _fields(ours)
        whole = True
        old_kind, new_kind, kind = _kind(before), _kind(ours), _kind(theirs)
        if kind == old_kind != new_kind:
            begin = theirs.index(kind)
            theirs = f"{theirs[:begin]}{new_kind}{theirs[begin + len(kind) :]}"
        elif new_kind not in (old_kind, kind):
            whole = False
        for name in [*now, *(name for name in was if name not in now)]:
            there = _fields(theirs)
            old, new, found = (fields[name].value if name in fields else None for fields in (was, now, there))
            if new in (old, found):
                continue
            if found != old:
                whole = False
            elif new is None:
                theirs = _without(theirs, there[name])
            elif found is None:
                theirs = _with(theirs, there, ours[now[name].start : now[name].end])
            else:
                source = ours[now[name].value_start : now[name].end]
                theirs = f"{theirs[: there[name].value_start]}{source}{theirs[there[name].end :]}"
        return theirs, whole

    def same_work(self, theirs: str, ours: str) -> bool:
        there, here = _fields(theirs), _fields(ours)
        for name in ("doi", "eprint", "isbn", "title"):
            if name in there and name in here:
                return _letters(there[name].value) == _letters(here[name].value)
        return False


def _kind(entry: str) -> str:
    begins = _BEGINS.match(entry)
    return begins[2] if begins else ""


def _closed(text: str, at: int) -> int | None:
    """Where the entry has ended whose bracket opens here; None when another begins before, at its own level."""
    depth = 0
    closing = "}" if text[at] == "{" else ")"
    next_entry = _BEGINS.search(text, at)
    place = at + 1 if closing == ")" else at
    while found := _SIGNS.search(text, place):
        if next_entry is not None and next_entry.start(1) < found.start():
            if depth <= (1 if closing == "}" else 0):
                return None
            next_entry = _BEGINS.search(text, next_entry.end())
            continue
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0 and closing == "}":
                return found.end()
            if depth < 0:
                return None
        elif found[0] == ")" and closing == ")" and depth == 0:
            return found.end()
        place = found.end()
    return None


def _fields(entry: str) -> dict[str, _Field]:
    """The fields of an entry, by names in small letters; of two with one name, the first."""
    begins = _BEGINS.match(entry)
    found: dict[str, _Field] = {}
    at = begins.end() if begins else len(entry)
    while name := _NAME.match(entry, at):
        end = _value_end(entry, name.end())
        raw = entry[name.end() : end].rstrip()
        end = name.end() + len(raw)
        found.setdefault(name[1].lower(), _Field(name.start(1), name.end(), end, _compared(raw)))
        at = end
    return found


def _value_end(entry: str, at: int) -> int:
    """Where a value ends: at the comma behind it, or at the bracket that closes the entry."""
    depth, quoted = 0, False
    for place in range(at, len(entry)):
        sign = entry[place]
        if sign == "{":
            depth += 1
        elif sign == "}":
            if depth == 0:
                return place
            depth -= 1
        elif sign == '"' and depth == 0:
            quoted = not quoted
        elif depth == 0 and not quoted and (sign == "," or (sign == ")" and place == len(entry) - 1)):
            return place
    return len(entry)


def _compared(raw: str) -> str:
    inside = raw[1:-1] if raw[:1] + raw[-1:] in ("{}", '""') and "#" not in raw else raw
    return _BLANKS.sub(" ", inside).strip()


def _without(entry: str, gone: _Field) -> str:
    """The entry without a field, and without the line it stood alone in."""
    start, end = gone.start, gone.end
    while end < len(entry) and entry[end] in " \t,":
        end += 1
    while start and entry[start - 1] in " \t":
        start -= 1
    if entry[end : end + 1] == "\n" and entry[start - 1 : start] == "\n":
        end += 1
    return entry[:start] + entry[end:]


def _with(entry: str, there: Mapping[str, _Field], source: str) -> str:
    """The entry with a field more, in a line of its own behind the others."""
    begins = _BEGINS.match(entry)
    at = max((one.end for one in there.values()), default=begins.end() if begins else len(entry))
    if entry[at - 1] != ",":
        comma = re.compile(r"\s*,").match(entry, at)
        if comma is None:
            return f"{entry[:at]},\n  {source}{entry[at:]}"
        at = comma.end()
    return f"{entry[:at]}\n  {source},{entry[at:]}"


def _letters(value: str) -> str:
    return _LETTERS.sub("", value).casefold()


# CSL-JSON

_SPACE = re.compile(r"[ \t\r\n]*")


class Json:
    """The syntax of CSL-JSON: one list of items, each with an id."""

    def read(self, text: str) -> _Document:
        document = _Document(tail=text)
        if not text.strip():
            return document
        decoder = json.JSONDecoder()
        begin = _SPACE.match(text, 1 if text.startswith("\ufeff") else 0)
        at = begin.end() if begin else 0
        try:
            if text[at] != "[":
                raise ValueError
            end, at = 0, _after(text, at + 1)
            while text[at] != "]":
                item, closed = decoder.raw_decode(text, at)
                key = item.get("id") if isinstance(item, dict) else None
                document.nodes.append(_Node(text[end:at], text[at:closed], str(key) if key is not None else "\0"))
                end, at = closed, _after(text, closed)
                if text[at] == ",":
                    at = _after(text, at + 1)
                    if text[at] == "]":
                        raise ValueError
                elif text[at] != "]":
                    raise ValueError
            if text[at + 1 :].strip():
                raise ValueError
        except (ValueError, IndexError, RecursionError):
            raise Refused(
                "The file is no list of CSL-JSON, so nothing was written to it.", "Mend it, or choose another."
            ) from None
        document.tail = text[end:]
        return document

    def insert(self, document: _Document, at: int, entry: _Node) -> None:
        nodes = document.nodes
        if not nodes:
            opening, bracket, rest = document.tail.partition("[")
            entry.lead = f"{opening}[\n" if bracket else "[\n"
            document.tail = f"\n]{rest.partition(']')[2]}" if bracket else "\n]\n"
        elif at == 0:
            entry.lead, nodes[0].lead = nodes[0].lead, ",\n"
        else:
            entry.lead = ",\n"
        nodes.insert(at, entry)

    def remove(self, document: _Document, at: int) -> None:
        gone = document.nodes.pop(at)
        if at == 0 and document.nodes:
            document.nodes[0].lead = gone.lead
        elif not document.nodes:
            document.tail = gone.lead.rstrip() + document.tail.lstrip()

    def merged(self, theirs: str, before: str, ours: str) -> tuple[str, bool]:
        was, now, there = json.loads(before), json.loads(ours), json.loads(theirs)
        whole = True
        for name in [*now, *(name for name in was if name not in now)]:
            old, new, found = was.get(name), now.get(name), there.get(name)
            if new in (old, found):
                continue
            if found != old:
                whole = False
            elif new is None:
                there.pop(name, None)
            else:
                there[name] = new
        return theirs if there == json.loads(theirs) else json.dumps(there, ensure_ascii=False), whole

    def same_work(self, theirs: str, ours: str) -> bool:
        there, here = json.loads(theirs), json.loads(ours)
        for name in ("DOI", "ISBN", "title"):
            if there.get(name) and here.get(name):
                return _letters(str(there[name])) == _letters(str(here[name]))
        return False


def _after(text: str, at: int) -> int:
    blanks = _SPACE.match(text, at)
    return blanks.end() if blanks else at


def keys_in(text: str, syntax: Syntax) -> Iterator[str]:
    """The keys of the entries of a file."""
    yield from (node.key for node in syntax.read(text).nodes)


SYNTAXES: dict[str, Callable[[], Syntax]] = {"bibtex": Bib, "biblatex": Bib, "csljson": Json}
