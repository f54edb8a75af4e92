"""Hugging Face Papers' JSON: a day's list, a search, or one paper of https://huggingface.co/api.

In a list the time beside a paper is that of the listing; the paper's own stands in it. Ids are those of arXiv in nearly
all cases.
"""

from __future__ import annotations

from readerapp.formats import fields, json_answers, markup
from readerapp.formats.identifiers import normalise
from readerapp.formats.json_answers import identified, of, texts
from readerapp.records import Format, Input, Link, Reading, Record


def read(source: Input) -> Reading:
    """Reads paper by paper. Raises Refused when the text is no JSON, or tells of an error."""
    return json_answers.read(source, "hf-papers", record_of, ("papers",))


def record_of(value: dict[str, object]) -> Record:
    """The paper of an object. Raises ValueError, in words for the reader, when it has no title."""
    inner = value.get("paper")
    paper = inner if isinstance(inner, dict) else value
    title = json_answers.title_of(paper.get("title") or value.get("title"))
    given = fields.one_line(paper.get("id"))
    published = fields.published(fields.one_line(paper.get("publishedAt"))[:10])
    arxiv = normalise("arxiv", given)
    record = Record(
        title=title,
        authors=json_answers.named(paper.get("authors")),
        abstract=" ".join(markup.abstract(paper.get("summary") or value.get("summary")).split()),
        year=int(published[:4]) if published else None,
        published=published,
        keywords=fields.keywords(texts(paper.get("ai_keywords"))),
        identifiers=[arxiv] if arxiv else identified([("huggingface", given)]),
    )
    if given:
        record.links.append(Link("page", f"https://huggingface.co/papers/{arxiv.value if arxiv else given}"))
    if arxiv:
        record.links.append(Link("pdf", f"https://arxiv.org/pdf/{arxiv.value}"))
    json_answers.linked(record, "page", of(paper, "projectPage"))
    json_answers.linked(record, "code", of(paper, "githubRepo"))
    return record


def _recognise(source: Input) -> int:
    head = source.head
    if not json_answers.is_json(head) or b'"upvotes"' not in head:
        return 0
    return 97 if json_answers.has(head, "publishedAt", "title") else 0


FORMAT = Format(
    name="hf-papers",
    label="Hugging Face Papers JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
)
