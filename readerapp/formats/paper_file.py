"""A paper as one Markdown file among others, for programs that keep notes in folders: Obsidian, Logseq, any editor.

Above, YAML front matter with what is known and what the reader made of the paper; then its title, abstract and
highlights; then, under the heading `## Note`, the note to the letter till the end of the file. Chosen so that both
programs show it well: lists and plain values alone in the front matter (Obsidian shows no deeper ones), the abstract
as paragraphs under a heading (callouts are Obsidian's alone), each highlight as a block quote with a block id below it,
`^h12`, that links can name. What strangers wrote is escaped, so that no title or abstract makes a tag, a link or HTML;
formulas stay formulas.

Read back are the note and the fields EDITABLE; `own` is what the reader has in the front matter besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readerapp.formats import front_matter, mathematics
from readerapp.formats.front_matter import Malformed, Value
from readerapp.formats.identifiers import address, label
from readerapp.records import LONGEST_TEXT, HighlightRecord, Record, Status

HEADING = "## Note"
EDITABLE = ("status", "starred", "rating", "tags", "takeaway")
# What is not read back, and would be written over.
FACTS = ("title", "authors", "year", "venue", "citation_key", "identifiers", "links")
KEYS = frozenset((*EDITABLE, *FACTS, "queue", "added", "id"))
_COMMENT = (
    "<!-- readerapp writes what stands above. From below, the note comes back when you change it;"
    " from the top, status, starred, rating, tags and takeaway do. -->"
)

_ID = re.compile(r"readerapp-(\d{1,18})")
_NOTE = re.compile(rf"^{HEADING}[ \t]*(\r?)(?:\n|\Z)", re.MULTILINE)
_DASHES = re.compile(r"(?:---|\.\.\.)[ \t]*\r?\Z")
# Also what Obsidian and Logseq take for highlighting, comments and block ids.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$^]|(?<!\w)#|==|%%")
_AT_BEGINNING = re.compile(r"\A(\d*)([.)+=-])")
# Macros that do more than set a formula.
_NO_FORMULA = re.compile(r"\$|\\(?:href|url|html\w*|require|class|cssId|style|unicode|data|include\w*|def|let)\b")
_NOT_IN_TAGS = re.compile(r"[^\w/\u00a1-\U0010ffff-]+")


@dataclass(frozen=True, slots=True)
class PaperFile:
    """What a file holds: the paper's number in the library (0: none), what stands in the front matter by key, the
    reader's own lines of it, the text above the note, and the note."""

    paper: int
    fields: Mapping[str, str | list[str] | None]
    own: str
    above: str
    note: str


def write(record: Record, note: str, own: str = "") -> str:
    """A paper as a file, with its note as it is to stand there and the reader's own lines of front matter."""
    top = f"---\n{front_matter.write(_fields(record))}{own}---"
    return "\n\n".join((top, *_above(record), _COMMENT, HEADING)) + (f"\n\n{note}\n" if note else "\n")


def read(raw: bytes) -> PaperFile:
    """What the bytes of a file hold. Raises Malformed, with a sentence on what is wrong with it."""
    if len(raw) > LONGEST_TEXT:
        raise Malformed(f"It is longer than {LONGEST_TEXT // 2**20} MB.")
    if b"\0" in raw:
        raise Malformed("It has NULs in it, which no text has.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed("It is no text in UTF-8.") from None
    top, below = _divided(text)
    heading = _NOTE.search(below)
    if heading is None:
        raise Malformed(f"The heading “{HEADING}” is missing.")
    above, note = below[: heading.start()], below[heading.end() :]
    if heading[1]:
        # An editor of Windows has written the whole file anew.
        note = note.replace("\r\n", "\n")
    entries = front_matter.read(top.replace("\r\n", "\n"))
    own = "".join(_own(key, entry.lines) for key, entry in entries.items())
    identity = entries.get("id")
    found = _ID.fullmatch(identity.value) if identity and isinstance(identity.value, str) else None
    return PaperFile(
        int(found[1]) if found else 0,
        {key: entry.value for key, entry in entries.items() if key in KEYS},
        own,
        above.replace("\r\n", "\n").strip(),
        note.removeprefix("\n").removesuffix("\n"),
    )


def paper_of(head: str) -> int:
    """The number of the paper that a file is of, by its beginning; 0 for a file of something else."""
    if not head.startswith("---"):
        return 0
    found = re.search(rf"^id: [\"']?{_ID.pattern}[\"']?\s*$", head, re.MULTILINE)
    return int(found[1]) if found else 0


def tag_as_written(name: str) -> str:
    """A tag as it may stand in a file: without blanks and punctuation, and not of digits alone, which neither program
    takes for tags."""
    written = re.sub(r"-*/-*", "/", _NOT_IN_TAGS.sub("-", name)).strip("-") or "-"
    return f"_{written}" if re.fullmatch(r"[\d/]+", written) else written


def _divided(text: str) -> tuple[str, str]:
    """The front matter and what stands below it."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        raise Malformed("The front matter is missing.")
    at = 0
    for line in rest.split("\n"):
        if _DASHES.match(line):
            return rest[:at], rest[at + len(line) + 1 :]
        at += len(line) + 1
        if at > front_matter.LONGEST:
            break
    raise Malformed("The front matter has no end.")


def _own(key: str, lines: str) -> str:
    if not lines.endswith("\n"):
        lines += "\n"
    if key not in KEYS:
        return lines
    # A comment that the reader put behind a field of ours.
    return "".join(line for line in lines.splitlines(keepends=True) if line.startswith("#"))


def _fields(record: Record) -> dict[str, Value]:
    fields: dict[str, Value] = {
        "title": _one_line(record.title),
        "authors": [_one_line(name) for name in record.authors],
        "year": record.year,
        "venue": _one_line(record.venue),
        "citation_key": record.citation_key,
        "identifiers": [f"{one.scheme}:{one.value}" for one in record.identifiers],
        "links": [link.url for link in record.links],
    }
    # What the reader may fill in stands there also when it is empty.
    fields = {key: value for key, value in fields.items() if value}
    return fields | {
        "status": (record.status or Status.UNREAD).word,
        "starred": record.starred,
        "rating": record.rating,
        "tags": list(dict.fromkeys(map(tag_as_written, record.tags))),
        "takeaway": _one_line(record.takeaway),
        **({"queue": record.queue} if record.queue else {}),
        **({"added": record.added.date()} if record.added else {}),
        "id": f"readerapp-{record.id}",
    }


def editable(record: Record) -> dict[str, str | list[str]]:
    """What the fields that are read back hold for this paper, as `read` finds it."""
    fields = _fields(record)
    return {key: front_matter.as_read(fields[key]) for key in EDITABLE}


def _above(record: Record) -> Iterator[str]:
    yield f"# {shown(record.title)}"
    published = " ".join(filter(None, [record.venue, str(record.year or "")]))
    about = [shown(", ".join(record.authors)), shown(published)]
    about += [_link(label(one), address(one)) for one in record.identifiers]
    if any(about):
        yield " · ".join(filter(None, about))
    if record.abstract.strip():
        yield "## Abstract"
        yield from filter(None, (shown(paragraph) for paragraph in re.split(r"\n\s*\n", record.abstract)))
    if record.highlights:
        yield "## Highlights"
        for mark in record.highlights:
            yield _quoted(mark)
            yield f"^h{mark.id}"


def _quoted(mark: HighlightRecord) -> str:
    about = [f"**{shown(mark.meaning)}**"] if mark.meaning else []
    about += [f"p. {mark.page}"] if mark.page else []
    paragraphs = [shown(mark.quote), " · ".join(about)]
    paragraphs += [shown(line) for line in mark.comment.splitlines()]
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs if paragraph)


def shown(text: str) -> str:
    """A text as one line of Markdown that shows it as it is, with its formulas between dollars."""
    text = _one_line(text)
    parts, at = [], 0
    for span in mathematics.spans(text):
        parts.append(_escaped(text[at : span.start]))
        at = span.end
        tex = span.tex.strip()
        if tex and not _NO_FORMULA.search(tex) and not text[at : at + 1].isdigit():
            parts.append(f"${tex}$")
        else:
            parts.append(_escaped(span.shown))
    parts.append(_escaped(text[at:]))
    return _AT_BEGINNING.sub(r"\1\\\2", "".join(parts))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)


def _link(text: str, url: str | None) -> str:
    if not url or not url.lower().startswith(("http://", "https://")):
        return shown(text)
    return f"[{shown(text)}]({re.sub(r'[^!-~]|[()<>]', lambda found: f'%{ord(found[0]):02X}', url)})"


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
