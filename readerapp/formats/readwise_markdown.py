"""Markdown exports of Readwise: a file for each document, as its own template makes it.

# Title
## Metadata
- Author: [[Name]]
- Full Title: …
- URL: https://…
## Highlights
- Words that were marked ([View Highlight](https://…))
    - Note: what was thought
    - Tags: [[tag]]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.saved_pages import Page, highlight, record_of, words
from readerapp.records import Format, Input, Item, Origin, Reading

EXTRAS = "readwise"
_HEADING = re.compile(r"(#{1,4})\s+(.*\S)\s*")
_FACT = re.compile(r"[-*]\s+(?:\*\*)?([A-Z][\w ]{1,30}?)(?:\*\*)?:(?:\*\*)?\s*(.*)")
_MARK = re.compile(r"[-*>]\s+(.*)")
_BELOW = re.compile(r"(?:\s{2,}|\t)[-*]\s+(?:\*\*)?(Note|Tags)(?:\*\*)?:(?:\*\*)?\s*(.*)")
_VIEW = re.compile(r"\s*\(\[(?:View Highlight|Location [^\]\n]{1,50}|Time [^\]\n]{1,50})\]\([^()\n]{0,500}\)\)\s*")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,500})\]\]|\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)")


def read(source: Input) -> Reading:
    """Reads the document. Raises Refused for other Markdown."""
    if _recognise(source) == 0:
        raise Refused(f"{source.name} is no Markdown of Readwise.", "Name its format with --format.")
    return Reading(Origin("readwise-markdown", source.name), _items(source), source.size, source.done)


def _items(source: Input) -> Iterator[Item]:
    page = Page("")
    facts: dict[str, str] = {}
    marks: list[list[str]] = []  # words, note, tags
    part = ""
    for line in source.text().split("\n"):
        if heading := _HEADING.fullmatch(line):
            if len(heading[1]) == 1 and not page.title:
                page.title = _plain(heading[2])
            elif len(heading[1]) == 2:
                part = heading[2].casefold()
        elif part == "metadata":
            if fact := _FACT.fullmatch(line):
                facts[fact[1].casefold()] = fact[2].strip()
        elif "highlights" in part:
            _take(line, marks)
        elif part in ("note", "document note") and line.strip():
            page.note = f"{page.note}\n{line}" if page.note else line
    page.title = _plain(facts.pop("full title", "")) or page.title
    # Where there are several they are links, with commas or "and" between them.
    page.author = "; ".join(words(facts["author"])) if "[[" in facts.get("author", "") else facts.get("author", "")
    facts.pop("author", "")
    page.url, page.summary = _address(facts.pop("url", "")), facts.pop("summary", "")
    page.note = "\n\n".join(filter(None, (facts.pop("document note", ""), str(page.note))))
    page.tags = [tag for one in words(facts.pop("document tags", "").replace(" #", ", #")) for tag in [one.lstrip("#")]]
    page.extras = {name: value.lstrip("#") for name, value in facts.items()}
    for quote, note, tags in marks:
        if mark := highlight(_VIEW.sub("", quote), note, "", words(tags.replace(" #", ", #").replace("#", ""))):
            page.highlights.append(mark)
    if page.title:
        yield record_of(page, EXTRAS)


def _take(line: str, marks: list[list[str]]) -> None:
    if below := _BELOW.fullmatch(line):
        if marks:
            marks[-1][1 if below[1] == "Note" else 2] = below[2]
    elif mark := _MARK.fullmatch(line):
        marks.append([mark[1], "", ""])
    elif line.strip() and marks:
        at = 1 if marks[-1][1] else 0
        marks[-1][at] = f"{marks[-1][at]}\n{line.strip()}"


def _plain(text: str) -> str:
    return fields.one_line(_LINK.sub(lambda found: found[1] or found[2], text))


def _address(text: str) -> str:
    found = re.search(r"https?://[^\s()\[\]<>]{1,2000}", text)
    return found[0] if found else ""


def _recognise(source: Input) -> int:
    head = source.head[:20_000]
    if not re.match(rb"\s*(?:---\n.{0,5000}?\n---\s*)?#\s", head, re.DOTALL):
        return 0
    return 90 if re.search(rb"(?m)^## Metadata\s*$", head) and re.search(rb"(?m)^## .{0,40}[Hh]ighlights", head) else 0


FORMAT = Format(
    name="readwise-markdown",
    label="Readwise Markdown",
    suffixes=(".md",),
    recognise=_recognise,
    read=read,
)
