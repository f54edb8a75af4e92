"""One Markdown document (CommonMark), written only: a heading a paper, what is known, and what the reader made of it.

Everything but the reader's notes is plain text and escaped, so that no title can bring in markup, HTML or links. A
note is Markdown itself, and stands in a block quote that none of its own markup can end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO

from readerapp.formats.identifiers import address, label
from readerapp.records import Format, HighlightRecord, Item, Record

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$]|(?<!\w)#")
# At the beginning of a block these make a list, a rule or an underlined heading.
_AT_BEGINNING = re.compile(r"\A(\d*)([.)+=-])")
_LINK_NAMES = {"page": "Page", "pdf": "PDF", "code": "Code"}


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes the papers among the items."""
    stream.write("# Papers\n")
    for item in items:
        if isinstance(item, Record):
            stream.write("\n" + "\n\n".join(_blocks(item)) + "\n")


def _blocks(record: Record) -> list[str]:
    blocks = [f"## {escaped(record.title)}"]
    published = " ".join(filter(None, [record.venue, str(record.year or "")]))
    names = [escaped(", ".join(record.authors)), escaped(published)]
    names += [_link(label(one), address(one)) for one in record.identifiers]
    names += [_link(_LINK_NAMES.get(link.rel, link.rel), link.url) for link in record.links]
    blocks.append(" · ".join(filter(None, names)))
    # The key as citations are written in the Markdown of pandoc.
    facts = [f"@{record.citation_key}"] if record.citation_key else []
    facts += [f"{name}: {value}" for name, value in record.details.items()]
    blocks.append(" · ".join(map(escaped, facts)))
    about = [record.status.word if record.status is not None else ""]
    about += ["starred" if record.starred else "", f"rated {record.rating} of 5" if record.rating else ""]
    about += [f"#{tag}" for tag in record.tags]
    blocks.append(" · ".join(escaped(word) for word in about if word))
    if record.takeaway:
        blocks.append(f"**Takeaway:** {escaped(record.takeaway)}")
    if record.keywords:
        blocks.append(f"**Keywords:** {escaped(', '.join(record.keywords))}")
    blocks += [escaped(paragraph) for paragraph in re.split(r"\n\s*\n", record.abstract)]
    if record.note.strip():
        # A line separator of Unicode or a form feed ends no line in CommonMark; a carriage return does.
        lines = record.note.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
        blocks += ["### Note", "\n".join(f"> {line}".rstrip() for line in lines)]
    if record.highlights:
        blocks += ["### Highlights", "\n".join(map(_highlight, record.highlights))]
    return [block for block in blocks if block]


def _highlight(mark: HighlightRecord) -> str:
    meaning = f" ({escaped(mark.meaning)})" if mark.meaning else ""
    comment = f": {escaped(mark.comment)}" if mark.comment else ""
    return f"- “{escaped(mark.quote)}”{meaning}{comment}"


def escaped(text: str) -> str:
    """A text as one line of Markdown that shows it as it is."""
    return _AT_BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", " ".join(text.split())))


def _link(text: str, url: str | None) -> str:
    if not url or not url.lower().startswith(("http://", "https://")):
        return escaped(text)
    # In angle brackets an address may hold anything but these.
    safe = "".join(f"%{ord(character):02X}" if character in " <>\\\n\r\t" else character for character in url)
    return f"[{escaped(text)}](<{safe}>)"


FORMAT = Format(name="markdown", label="Markdown document", suffixes=(".md",), write=write)
