"""Links to papers in notes that stand in a folder of files: out, they lead to the files of those papers; back, they are
what they were.

A link becomes `[words](file.md)`, which Obsidian, Logseq and every reader of Markdown follow, or stays `[[name]]`
where that is the name of the file itself, which both programs follow too. Links whose paper has no file stay as they
are. On the way back every link that has not been touched becomes what stands for it in the note of the library; a new
one to a file becomes a link to its paper, by the most lasting name that has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from readerapp import notes
from readerapp.library import papers
from readerapp.library.connect import Connection
from readerapp.notes import Reference
from readerapp.operations.folder_state import name_key
from readerapp.operations.linking import meant, name_of

_SUFFIX = ".md"


def outwards(connection: Connection, note: str, names: Mapping[int, str]) -> str:
    """A note as it stands in its file; `names` are those of the files, by paper, without suffix."""
    return _with(note, (new for _, _, new in _outwards(connection, note, names)))


def back(connection: Connection, text: str, note: str, names: Mapping[int, str]) -> str:
    """What stands in a file as a note of the library, where the note is `note` till now."""
    known: dict[str, list[str]] = {}
    for _, old, new in _outwards(connection, note, names):
        known.setdefault(new, []).append(old)
    by_name = {name_key(name): paper for paper, name in names.items()}

    def changed() -> Iterator[str]:
        for reference in _links(text):
            link = text[reference.start : reference.end]
            before = known.get(link)
            if before:
                # Of several that look the same, each is the next one; what was copied, the last.
                yield before.pop(0) if len(before) > 1 else before[0]
            else:
                yield _inwards(connection, link, reference, by_name)

    return _with(text, changed())


def _links(text: str) -> list[Reference]:
    return [
        one
        for one in notes.references(text)
        if one.kind == "paper"
        or (text[one.start] == "[" and "://" not in one.target and one.target.partition("#")[0].endswith(_SUFFIX))
    ]


def _with(text: str, links: Iterator[str]) -> str:
    """The text with its links replaced."""
    parts, at = [], 0
    for reference, link in zip(_links(text), links, strict=True):
        parts += [text[at : reference.start], link]
        at = reference.end
    return "".join((*parts, text[at:]))


def _outwards(connection: Connection, note: str, names: Mapping[int, str]) -> Iterator[tuple[Reference, str, str]]:
    for reference in _links(note):
        link = note[reference.start : reference.end]
        paper = meant(connection, reference.target) if reference.kind == "paper" else None
        name = names.get(paper) if paper is not None else None
        words = _words(link) or reference.target
        if name is None or words == name == reference.target:
            yield reference, link, link
        else:
            yield reference, link, f"[{words}]({quote(name, safe='')}{_SUFFIX})"


def _inwards(connection: Connection, link: str, reference: Reference, by_name: Mapping[str, int]) -> str:
    if reference.kind == "paper":
        name, words = reference.target, _words(link)
    else:
        name = unquote(reference.target).removeprefix("./")
        words = link[1 : link.index("](")]
    name = name.partition("#")[0].removesuffix(_SUFFIX)
    paper = by_name.get(name_key(name))
    record = papers.record(connection, paper) if paper is not None else None
    if record is None or (reference.kind == "paper" and not words and meant(connection, name) == record.id):
        return link
    return notes.link(name_of(record), words or name)


def _words(link: str) -> str:
    """What is to be read of `[[name|words]]`; "" where the name is."""
    return " ".join(link[2:-2].partition("|")[2].split())
