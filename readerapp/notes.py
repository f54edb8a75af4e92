"""What stands in a note: Markdown, read where it matters to us and left alone elsewhere.

A note is the reader's text to the letter. Found in it are tasks, links to papers, other links and pictures; nothing in
a fenced block or between backquotes is any of them.

A task is an item of a list with a box: `- [ ] ask`, `3. [x] done`.

A link to a paper is `[[name]]` or `[[name|words to be read]]`. A name is what the command line takes too: the number
of the paper, a DOI, an arXiv id or an address of one, a citation key; else its title, whatever its capitals, accents
and punctuation. A name that is not the title goes on meaning the paper when its title is corrected; so a link that is
completed while typing has the most lasting name the paper has, with the title as its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# Beyond this a line is no line a person wrote.
LONGEST_LINE = 4_000

FENCE = re.compile(r"\s{0,3}(```|~~~)")
ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<blank>[ \t]+)(?P<box>\[(?P<done>[ xX])\][ \t]+)?")
INLINE = re.compile(
    r"(?P<code>(?P<tick>`{1,3})[^`](?:.{0,400}?[^`])??(?P=tick)(?!`))"
    r"|(?P<maths>(?P<dollars>\$\$?)(?=\S)(?:[^$\\]|\\.){1,400}?(?<=\S)(?P=dollars)(?!\d)|\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\])"
    r"|\[\[(?P<paper>[^\[\]|]{1,400})(?:\|(?P<words>[^\[\]]{0,400}))?\]\]"
    r"|(?P<picture>!)?\[(?P<text>[^\[\]]{0,400})\]\((?P<target>[^()\s]{0,2000})\)"
    r"|(?P<url>https?://[^\s<>)\]]{1,2000}|(?<!\w)(?:mailto:[^\s<>)\]]{1,400}|doi:10\.[^\s<>)\]]{1,400}))"
    r"|(?P<strong>(?P<two>\*\*|__)(?=\S)(?P<loud>.{1,400}?)(?<=\S)(?P=two))"
    r"|(?P<soft>(?<![\w*])(?P<one>[*_])(?=[^\s*_])(?P<stressed>.{1,400}?)(?<=[^\s*_])(?P=one)(?![\w*]))"
)
# The pictures a note may have, by the ends of their names.
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_LINE = re.compile(r"[^\r\n]+")
_STORED = re.compile(r"files/(?P<sha256>[0-9a-f]{64})\.(?P<suffix>png|jpg|gif|webp)")

Kind = Literal["paper", "link", "picture"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Something a note points at: what it is, where it stands, in code points, and the name, address or file."""

    kind: Kind
    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task in a note: where its line begins, where the sign in its box stands, its words, and whether it is done."""

    start: int
    box: int
    text: str
    done: bool


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are no code, each with where it begins, in code points. Empty ones are left out."""
    fenced = False
    for found in _LINE.finditer(text):
        if FENCE.match(found[0]):
            fenced = not fenced
        elif not fenced:
            yield found.start(), found[0]


def tasks(text: str) -> list[Task]:
    """The tasks of a note, in order."""
    if "[ ]" not in text and "[x]" not in text and "[X]" not in text:
        return []
    found = []
    for start, line in lines(text):
        item = ITEM.match(line)
        if item and item["box"] and line[item.end() :].strip():
            done = item["done"] != " "
            found.append(Task(start, start + item.start("done"), line[item.end() :].strip(), done))
    return found


def has_open_task(text: str) -> bool:
    """Whether something in a note is still to be done."""
    return any(not task.done for task in tasks(text))


def with_task(text: str, task: Task, done: bool) -> str:
    """The note with the box of one of its tasks filled or emptied, and else as it is."""
    return f"{text[: task.box]}{'x' if done else ' '}{text[task.box + 1 :]}"


def references(text: str) -> list[Reference]:
    """What a note points at, in order: papers, addresses and pictures."""
    return [one for start, line in lines(text) for one in in_line(line, start)] if "[" in text or ":" in text else []


def in_line(line: str, start: int = 0) -> Iterator[Reference]:
    """What a line that is no code points at; the line begins at `start`."""
    if len(line) <= LONGEST_LINE:
        yield from _within(line, 0, len(line), start)


def _within(line: str, begin: int, end: int, start: int) -> Iterator[Reference]:
    for found in INLINE.finditer(line, begin, end):
        if found["code"]:
            continue
        if found["paper"]:
            if found["paper"].strip():
                yield Reference("paper", start + found.start(), start + found.end(), found["paper"].strip())
        elif found["target"] is not None:
            kind: Kind = "picture" if found["picture"] else "link"
            yield Reference(kind, start + found.start(), start + found.end(), found["target"])
        elif found["url"]:
            yield Reference("link", start + found.start(), start + found.end(), found["url"].rstrip(".,;:!?'\""))
        else:  # what stands between two signs may hold links too; between two prices, for instance
            signs = len(found["dollars"] or found["two"] or found["one"] or "\\(")
            yield from _within(line, found.start() + signs, found.end() - signs, start)


def papers(text: str) -> list[str]:
    """The names of papers that a note links to, in order, each once."""
    if "[[" not in text:
        return []
    return list(dict.fromkeys(one.target for one in references(text) if one.kind == "paper"))


def without_brackets(text: str) -> str:
    """A text with links to papers as the words to be read, for paper and other places where nothing is followed."""
    return re.sub(r"\[\[(?:[^\[\]|]{1,400}\|)?([^\[\]|]{1,400})\]\]", r"\1", text)


def link(name: str, words: str) -> str:
    """A link to a paper, with words to be read, unless they are the name."""
    words = " ".join(re.sub(r"[\[\]|]", " ", words).split())
    return f"[[{name}|{words}]]" if words and words != name else f"[[{name}]]"


def stored(target: str) -> tuple[str, str] | None:
    """The SHA-256 and suffix of a picture in the library's folder; None for any other target. A target is a name, and
    no path: nothing outside the folder can be meant."""
    found = _STORED.fullmatch(target)
    return (found["sha256"], found["suffix"]) if found else None


def quote(passage: str, source: str) -> str:
    """A passage as a block quote, with a link to where it is from as its last line."""
    quoted = [f"> {line}".rstrip() for line in passage.strip().splitlines() or [""]]
    return "\n".join([*quoted, f"> \u2014 {source}"] if source else quoted)


def picture(name: str) -> str:
    """A picture by its name in the library's folder."""
    return f"![](files/{name})"
