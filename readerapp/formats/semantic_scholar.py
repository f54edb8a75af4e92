"""Semantic Scholar's JSON: one paper, an answer with `data`, a batch with holes, or lines of its data sets.

Fields as in https://api.semanticscholar.org/api-docs/graph.
"""

from __future__ import annotations

import re

from readerapp.formats import fields, json_answers, markup
from readerapp.formats.json_answers import details, identified, objects, of, texts
from readerapp.records import Format, Input, Reading, Record

_SCHEMES = {
    "ArXiv": "arxiv", "DOI": "doi", "PubMed": "pmid", "PubMedCentral": "pmcid", "ACL": "acl", "DBLP": "dblp",
    "CorpusId": "corpusid",
}  # fmt: skip
_TYPES = {
    "Conference": "paper-conference", "JournalArticle": "article-journal", "Book": "book", "BookSection": "chapter",
    "Dataset": "dataset",
}  # fmt: skip
# A citation or reference has the paper in a member of its own.
_WRAPPERS = ("citingPaper", "citedPaper", "paper")
_PAPER = re.compile(rb'"paperId"\s*:\s*"[0-9a-f]{40}"|"corpusid"\s*:\s*\d+', re.I)


def read(source: Input) -> Reading:
    """Reads paper by paper. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "semantic-scholar", record_of, ("data", "recommendedPapers", "papers"))


def record_of(paper: dict[str, object]) -> Record:
    """The paper of an object. Raises ValueError, in words for the reader, when it has no title."""
    for wrapper in _WRAPPERS:
        if isinstance(inner := paper.get(wrapper), dict):
            paper = inner
    title = json_answers.title_of(paper.get("title"))
    ids = paper.get("externalIds") or paper.get("externalids")
    published = fields.published(paper.get("publicationDate") or paper.get("publicationdate"))
    year = fields.year(paper.get("year")) or (int(published[:4]) if published else None)
    kinds = texts(paper.get("publicationTypes") or paper.get("publicationtypes"))
    venue = markup.one_line(paper.get("venue") or of(paper, "journal", "name") or of(paper, "publicationVenue", "name"))
    subjects = [one.get("category") for one in objects(paper.get("s2FieldsOfStudy") or paper.get("s2fieldsofstudy"))]
    pairs: list[tuple[str, object]] = [(scheme, of(ids, key)) for key, scheme in _SCHEMES.items()]
    pairs = [(scheme, f"PMC{id_}" if scheme == "pmcid" and str(id_).isdigit() else id_) for scheme, id_ in pairs]
    pairs.append(("corpusid", paper.get("corpusId") or paper.get("corpusid")))
    record = Record(
        title=title,
        authors=json_answers.named(paper.get("authors")),
        abstract=markup.abstract(paper.get("abstract")),
        venue="" if venue.casefold() in ("arxiv", "arxiv.org") else venue,
        year=year,
        published=published if published and published.startswith(str(year)) else None,
        keywords=fields.keywords(texts(paper.get("fieldsOfStudy")) + [fields.one_line(word) for word in subjects]),
        identifiers=identified(pairs),
        details=details(
            type=next((kind for name, kind in _TYPES.items() if name in kinds), ""),
            volume=of(paper, "journal", "volume"),
            page=fields.one_line(of(paper, "journal", "pages")).replace(" ", ""),
        ),
    )
    json_answers.linked(record, "page", paper.get("url"))
    json_answers.linked(record, "pdf", of(paper, "openAccessPdf", "url"))
    return record


def _recognise(source: Input) -> int:
    head = source.head
    return 97 if json_answers.is_json(head) and _PAPER.search(head) and b'"title"' in head else 0


FORMAT = Format(
    name="semantic-scholar",
    label="Semantic Scholar JSON",
    suffixes=(".json", ".jsonl"),
    recognise=_recognise,
    read=read,
)
