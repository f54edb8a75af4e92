"""One HTML page to share or print, written only: papers in their order, with what is known of them.

It stands alone: no script, no picture, nothing from the network, and a policy that forbids all of them. Texts of
strangers are escaped; links lead to the web alone. What the reader made of the papers is in it only if that is asked
for; notes are Markdown and set as such, HTML in them is shown as it was typed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import IO, Any

from readerapp import notes
from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import address, label
from readerapp.formats.mathematics import plain
from readerapp.records import Format, HighlightRecord, Item, Record

_LINK_NAMES = {"page": "Page", "pdf": "PDF", "code": "Code"}
_PARAGRAPHS = re.compile(r"\n\s*\n")
# What no reader should meet in a page: control characters, and those that turn the direction of what follows.
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")

# The colours of the window.
LIGHT = {
    "ground": "#ffffff", "text": "#1d1d20", "secondary": "#56565c", "line": "#e3e3de", "link": "#1f5fc8",
    "chip": "#f0f0ec", "note": "#fafaf8",
}  # fmt: skip
DARK = {
    "ground": "#1b1c1f", "text": "#ececee", "secondary": "#b2b3b9", "line": "#34353a", "link": "#86adff",
    "chip": "#303136", "note": "#222326",
}  # fmt: skip

_STYLE = """
body { margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 0 0 .25rem; text-wrap: pretty; }
h3 { font-size: .8rem; font-weight: 600; margin: 1rem 0 .25rem; color: var(--secondary); }
a { color: var(--link); text-decoration: none; overflow-wrap: anywhere; }
a:hover { text-decoration: underline; }
p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
.count, .authors, .origin { color: var(--secondary); }
.papers { list-style: none; margin: 2rem 0 0; padding: 0; counter-reset: paper; }
.papers > li { border-top: 1px solid var(--line); padding: 1.5rem 0 1.25rem; position: relative; }
.papers > li::before { counter-increment: paper; content: counter(paper); position: absolute; left: -2.5rem;
  width: 2rem; text-align: right; color: var(--secondary); font-size: .85rem; line-height: 1.9; }
.origin { font-size: .9rem; }
.abstract { font: 1rem/1.6 Charter, "Bitstream Charter", Georgia, "Noto Serif", serif; margin-top: .75rem; }
.own { background: var(--note); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem;
  margin-top: .75rem; font-size: .95rem; }
.own > :first-child { margin-top: 0; }
.own > :last-child { margin-bottom: 0; }
.tag { background: var(--chip); border-radius: 999px; padding: .1rem .6rem; font-size: .85rem; margin-right: .35rem; }
.takeaway { font-weight: 600; }
blockquote { margin: 0 0 .5rem; padding-left: .75rem; border-left: 3px solid var(--line); }
pre { overflow-x: auto; background: var(--chip); border-radius: 6px; padding: .5rem .75rem; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .9em; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .2rem .5rem; }
@media (max-width: 52rem) { .papers > li::before { position: static; float: left; width: auto; margin-right: .6rem; } }
@media print {
  :root { --ground: #fff; --text: #000; --secondary: #444; --line: #bbb; --link: #000; --chip: #f3f3f3; --note: #fff; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  h2, h3, .authors, .origin { break-after: avoid; } h2, .reference, blockquote { break-inside: avoid; }
}
"""


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes the papers among the items, without what the reader made of them."""
    write_page((item for item in items if isinstance(item, Record)), stream)


def write_page(
    records: Iterable[Record], stream: IO[str], title: str = "Papers", *, abstracts: bool = True, own: bool = False
) -> None:
    """Writes a page of papers in their order, with their abstracts if wanted, and with the reader's tags, takeaways,
    notes and highlights if `own`."""
    stream.write(_begin(title))
    stream.write(f'<h1>{text(title)}</h1>\n<ol class="papers">\n')
    for record in records:
        stream.write(f"<li>\n{chr(10).join(_paper(record, abstracts, own))}\n</li>\n")
    stream.write(f"</ol>\n{_END}")


def write_references(references: str, stream: IO[str], title: str) -> None:
    """Writes a page of a bibliography, which is HTML already."""
    stream.write(f"{_begin(title)}<h1>{text(title)}</h1>\n{references}\n{_END}")


def text(words: str) -> str:
    """A text of a stranger as HTML that shows it on one line."""
    return html.escape(" ".join(_NOT_SHOWN.sub("\ufffd", words).split()))


_END = "</main>\n</body>\n</html>\n"


def _begin(title: str) -> str:
    def colours(of: dict[str, str]) -> str:
        return " ".join(f"--{name}: {value};" for name, value in of.items())

    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>\n:root {{ {colours(LIGHT)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {colours(DARK)} }} }}{_STYLE}</style>\n"
        "</head>\n<body>\n<main>\n"
    )


def _paper(record: Record, abstracts: bool, own: bool) -> Iterator[str]:
    title = text(plain(record.title))
    page = next(filter(None, map(http_url, _pages(record))), "")
    yield f"<h2>{_link(title, page)}</h2>"
    if record.authors:
        yield f'<p class="authors">{text(", ".join(record.authors))}</p>'
    parts = [text(_published(record))]
    parts += [_link(text(label(one)), address(one) or "") for one in record.identifiers]
    # The page is what the title leads to.
    parts += [_link(_LINK_NAMES[one.rel], one.url) for one in record.links if one.rel in ("pdf", "code")]
    if any(parts):
        yield f'<p class="origin">{" · ".join(filter(None, parts))}</p>'
    if own and record.tags:
        tags = "".join(f'<span class="tag">{text(tag)}</span>' for tag in record.tags)
        yield f"<p>{tags}</p>"
    if abstracts and record.abstract.strip():
        paragraphs = (text(plain(paragraph)) for paragraph in _PARAGRAPHS.split(record.abstract))
        yield f'<div class="abstract">{"".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)}</div>'
    if own and (record.takeaway or record.note.strip() or record.highlights):
        yield f'<div class="own">{"".join(_own(record))}</div>'


def _published(record: Record) -> str:
    """Where a paper appeared: "Nature 521 (7553), 436–444, 2015"."""
    about = record.details
    venue = " ".join(filter(None, (record.venue, about.get("volume", ""))))
    if issue := about.get("issue"):
        venue = f"{venue} ({issue})" if venue else issue
    pages = about.get("page", "").replace("--", "–").replace("-", "–")
    publisher = "" if record.venue else about.get("publisher", "")
    return ", ".join(filter(None, (venue, pages, publisher, str(record.year or ""))))


def _pages(record: Record) -> Iterator[str]:
    yield from (link.url for link in record.links if link.rel == "page")
    yield from (address(one) or "" for one in record.identifiers)


def _own(record: Record) -> Iterator[str]:
    if record.takeaway:
        yield f'<p class="takeaway">{text(record.takeaway)}</p>'
    if record.note.strip():
        yield _note(record.note)
    for mark in record.highlights:
        yield _highlight(mark)


def _highlight(mark: HighlightRecord) -> str:
    about = ": ".join(filter(None, (text(mark.meaning), text(mark.comment))))
    return f"<blockquote>{text(plain(mark.quote))}{f'<p>{about}</p>' if about else ''}</blockquote>"


def _link(shown: str, url: str) -> str:
    """`shown`, which is HTML, as a link to a page of the web; alone, where the address is none."""
    if not (safe := http_url(url)):
        return shown
    return f'<a href="{html.escape(safe)}" rel="noreferrer">{shown}</a>'


def _note(note: str) -> str:
    """A note as HTML. A link to another paper has nowhere to lead here, and leaves its words; boxes are characters."""
    words = _NOT_SHOWN.sub("\ufffd", note)
    changes = [(task.box - 1, task.box + 2, "☑" if task.done else "☐") for task in notes.tasks(words)]
    for link in notes.references(words):
        if link.kind == "paper":
            name, _, shown = words[link.start : link.end].strip("[]").partition("|")
            changes.append((link.start, link.end, shown or name))
    for start, end, instead in sorted(changes, reverse=True):
        words = f"{words[:start]}{instead}{words[end:]}"
    return str(_markdown().render(words))


@cache
def _markdown() -> Any:
    """A renderer of CommonMark with tables, in which HTML, pictures and links to anything but the web are text."""
    from markdown_it import MarkdownIt  # late: no page without notes needs it

    class Web(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            return url.lower().startswith(("http://", "https://")) and http_url(url) is not None

    found = Web("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # A picture would be fetched from somewhere when the page is opened.
    return found.disable("image")


FORMAT = Format(name="html", label="HTML page", suffixes=(".html",), write=write)
