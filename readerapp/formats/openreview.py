"""OpenReview's JSON: notes of both versions of its API, in an answer or in a list.

Fields as in https://docs.openreview.net/reference/api-v2/entities/note/fields: in version 2 each of `content` is an
object with a `value`. Times are in milliseconds. Whoever has no profile stands in `authorids` with an e-mail address;
those are not read.
"""

from __future__ import annotations

import re

from readerapp.formats import dates, fields, json_answers, markup
from readerapp.formats.json_answers import details, identified, of, texts
from readerapp.names import Name
from readerapp.records import Format, Input, Reading, Record

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ANONYMOUS = frozenset({"anonymous", "anonymous authors", "anonymous author"})
_NOTE = re.compile(rb'"content"\s*:\s*\{')


def read(source: Input) -> Reading:
    """Reads note by note. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "openreview", record_of, ("notes",))


def record_of(note: dict[str, object]) -> Record:
    """The paper of a note. Raises ValueError, in words for the reader, for a review, a comment, or a note without a
    title."""
    id_, forum = fields.one_line(note.get("id")), fields.one_line(note.get("forum"))
    if note.get("replyto") or (id_ and forum and id_ != forum):
        raise ValueError("It is a comment on a paper, not a paper.")
    title = json_answers.title_of(_content(note, "title"))
    venue = fields.one_line(_content(note, "venue"))
    published = dates.of_milliseconds(note.get("pdate") or note.get("odate") or note.get("cdate") or note.get("tcdate"))
    named = _YEAR.search(venue) or _YEAR.search(fields.one_line(_content(note, "venueid")))
    authors = texts(_content(note, "authors"))
    words = _content(note, "keywords")
    record = Record(
        title=title,
        authors=[Name.of(name) for name in authors if name.casefold() not in _ANONYMOUS],
        abstract=markup.abstract(_content(note, "abstract")),
        venue=venue,
        year=int(named[0]) if named else int(published[:4]) if published else None,
        published=published,
        keywords=fields.keywords(words),
        identifiers=identified([("openreview", forum or id_)]),
        details=details(type="paper-conference" if venue and "submitted" not in venue.lower() else "article"),
    )
    if forum or id_:
        json_answers.linked(record, "page", f"https://openreview.net/forum?id={forum or id_}")
    pdf = _content(note, "pdf")
    if isinstance(pdf, str):
        json_answers.linked(record, "pdf", f"https://openreview.net{pdf}" if pdf.startswith("/") else pdf)
    for key in ("code", "github", "code_link", "software"):
        json_answers.linked(record, "code", _content(note, key))
    return record


def _content(note: dict[str, object], key: str) -> object:
    value = of(note, "content", key)
    return value.get("value") if isinstance(value, dict) else value


def _recognise(source: Input) -> int:
    head = source.head
    if not json_answers.is_json(head) or not _NOTE.search(head) or b'"title"' not in head:
        return 0
    if b'"forum"' in head and (b'"invitation' in head or b'"signatures"' in head or b'"authorids"' in head):
        return 97
    return 96 if json_answers.has(head, "notes") and b'"authors"' in head else 0


FORMAT = Format(
    name="openreview",
    label="OpenReview JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
