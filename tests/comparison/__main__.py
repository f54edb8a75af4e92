"""Reads the samples of references with this program and with the best library for each, and writes the table of both
into tests/data/formats/README.md:

    uv run --with rispy --with nbib --with feedparser --with citeproc-py --with pubmed-parser python -m tests.comparison

A field is right when it says what the file of expected papers says, whatever its capitals, blanks, markup and final
full stop; a field that a library has no name for counts as not read. Libraries that give up a file at one broken entry
get the file without it, and rispy gets records that end and tags as it wants them.
"""

from __future__ import annotations

import gzip
import importlib
import json
import re
import tempfile
import warnings
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from readerapp.formats import dates, markup
from readerapp.formats.identifiers import normalise
from readerapp.records import Record
from tests.unit.formats.reading import SAMPLES, records

README = SAMPLES / "README.md"
_BEGIN, _END = "<!-- references: begin -->", "<!-- references: end -->"
FIELDS = ("title", "authors", "year", "venue", "doi", "abstract", "volume", "issue", "page", "keywords")

Paper = dict[str, Any]


def of_record(record: Record) -> Paper:
    """The compared fields of a paper of ours."""
    doi = next((one.value for one in record.identifiers if one.scheme == "doi"), "")
    return {
        "title": record.title,
        "authors": list(record.authors),
        "year": record.year,
        "venue": record.venue,
        "doi": doi,
        "abstract": record.abstract,
        "keywords": record.keywords,
        **{name: record.details.get(name, "") for name in ("volume", "issue", "page")},
    }


def of_expected(paper: Paper) -> Paper:
    """The compared fields of an expected paper."""
    identifiers = (one.partition(":") for one in paper.get("identifiers", ()))
    return {
        **{name: paper.get(name) for name in ("title", "year", "venue", "abstract", "keywords")},
        "authors": paper.get("authors"),
        "doi": next((value for scheme, _, value in identifiers if scheme == "doi"), None),
        **{name: paper.get("details", {}).get(name) for name in ("volume", "issue", "page")},
    }


def _rispy(path: Path) -> Iterable[Paper]:
    text = re.sub(r"(?m)^([A-Z][A-Z0-9])[ \t]+-[ \t]*", r"\1  - ", path.read_text("utf-8-sig"))
    text = re.sub(r"(?m)^(?=TY  - )", "ER  - \n", text).replace("ER  - \n", "", 1) + "\nER  - \n"
    for entry in importlib.import_module("rispy").loads(text):
        begin, end = entry.get("start_page", ""), entry.get("end_page", "")
        yield {
            "title": entry.get("title") or entry.get("primary_title"),
            "authors": entry.get("authors") or entry.get("first_authors"),
            "year": entry.get("year") or entry.get("publication_year"),
            "venue": entry.get("secondary_title") or entry.get("journal_name"),
            "doi": entry.get("doi"),
            "abstract": entry.get("abstract") or entry.get("notes_abstract"),
            "volume": entry.get("volume"),
            "issue": entry.get("number"),
            "page": f"{begin}-{end}" if end else begin,
            "keywords": entry.get("keywords"),
        }


def _nbib(path: Path) -> Iterable[Paper]:
    for entry in importlib.import_module("nbib").read(path.read_text()):
        yield {
            "title": entry.get("title"),
            "authors": [one["author"] for one in entry.get("authors", ())] + entry.get("corporate_authors", []),
            "year": entry.get("publication_date"),
            "venue": entry.get("journal"),
            "doi": entry.get("doi"),
            "abstract": entry.get("abstract"),
            "volume": entry.get("journal_volume"),
            "issue": entry.get("journal_issue"),
            "page": entry.get("pages"),
            "keywords": entry.get("keywords", []) + [one["descriptor"] for one in entry.get("descriptors", ())],
        }


def _feedparser(path: Path) -> Iterable[Paper]:
    for entry in importlib.import_module("feedparser").parse(path.read_bytes()).entries:
        begin, end = entry.get("prism_startingpage", ""), entry.get("prism_endingpage", "")
        yield {
            "title": entry.get("title"),
            "authors": [one.get("name") for one in entry.get("authors", ())],
            "year": entry.get("published") or entry.get("updated") or entry.get("prism_publicationdate"),
            "venue": entry.get("arxiv_journal_ref") or entry.get("prism_publicationname"),
            "doi": entry.get("arxiv_doi") or entry.get("prism_doi"),
            "abstract": entry.get("summary"),
            "volume": entry.get("prism_volume"),
            "issue": entry.get("prism_number"),
            "page": f"{begin}-{end}" if end else begin,
            "keywords": [one.get("term") for one in entry.get("tags", ())],
        }


def _citeproc(items: list[Any]) -> Iterable[Paper]:
    source = importlib.import_module("citeproc.source.json").CiteProcJSON
    for item in items:
        # One by one: an item that it cannot read would cost all.
        try:
            [known] = source([item]).values()
        except Exception:
            continue
        entry = {name.replace("-", "_"): known[name] for name in list(known)}
        issued = dict(entry.get("issued") or {})
        page = entry.get("page")
        yield {
            "title": _said(entry.get("title")),
            "authors": [_citeproc_name(name) for name in entry.get("author", [])],
            "year": issued.get("year") or dict(issued.get("begin") or {}).get("year"),
            "venue": _said(entry.get("container_title")),
            "doi": _said(entry.get("DOI")),
            "abstract": _said(entry.get("abstract")),
            "volume": _said(entry.get("volume")),
            "issue": _said(entry.get("issue")),
            "page": "-".join(map(str, page.values())) if isinstance(page, dict) else _said(page),
            "keywords": re.split("[,;] *", _said(entry.get("keyword"))),
        }


def _said(value: Any) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _citeproc_name(name: Any) -> str:
    parts = dict(name)
    order = ("literal", "given", "dropping_particle", "non_dropping_particle", "family", "suffix")
    return " ".join(str(parts[part]) for part in order if parts.get(part))


def _csl_json(path: Path) -> Iterable[Paper]:
    return _citeproc(json.loads(path.read_text()))


def _csl_yaml(path: Path) -> Iterable[Paper]:
    sound = re.sub(r"- id: broken\n(?:  .*\n)*", "", path.read_text())
    return _citeproc(importlib.import_module("yaml").safe_load(sound)["references"])


def _pubmed_parser(path: Path) -> Iterable[Paper]:
    parse = importlib.import_module("pubmed_parser").parse_medline_xml
    broken = r"<PubmedArticle>\s*<MedlineCitation><PMID>30000002.*?</PubmedArticle>"
    with tempfile.NamedTemporaryFile(suffix=".xml.gz") as sound:
        sound.write(gzip.compress(re.sub(broken, "", path.read_text(), flags=re.DOTALL).encode()))
        sound.flush()
        found = list(parse(sound.name, year_info_only=False, author_list=True))
    for entry in found:
        people = entry.get("authors") or []
        yield {
            "title": entry.get("title"),
            "authors": [" ".join(filter(None, (one["forename"], one["lastname"]))) for one in people],
            "year": entry.get("pubdate"),
            "venue": entry.get("journal"),
            "doi": entry.get("doi"),
            "abstract": entry.get("abstract"),
            "volume": entry.get("issue", "").partition("(")[0],
            "issue": entry.get("issue", "").partition("(")[2].rstrip(")"),
            "page": entry.get("pages"),
            "keywords": [*entry.get("keywords", "").split("; "), *re.findall(r":([^;]+)", entry.get("mesh_terms", ""))],
        }


LIBRARIES: dict[str, tuple[str, Callable[[Path], Iterable[Paper]]]] = {
    "ris.ris": ("rispy", _rispy),
    "nbib.nbib": ("nbib", _nbib),
    "pubmed-xml.xml": ("pubmed-parser", _pubmed_parser),
    "csljson.json": ("citeproc-py", _csl_json),
    "cslyaml.yaml": ("PyYAML, citeproc-py", _csl_yaml),
    "arxiv-atom.xml": ("feedparser", _feedparser),
    "arxiv-atom.rss": ("feedparser", _feedparser),
    "feed.xml": ("feedparser", _feedparser),
    "feed.atom": ("feedparser", _feedparser),
}


def same(field: str, found: object, expected: object) -> bool:
    """Whether two values of a field say the same."""
    if field == "authors":
        return [_people(name) for name in _listed(found)] == [_people(name) for name in _listed(expected)]
    if field == "keywords":
        return sorted(map(_plain, _listed(found))) == sorted(map(_plain, _listed(expected)))
    if field == "year":
        read = dates.read(found)
        return read is not None and read[:4] == str(expected)
    if field == "doi":
        return normalise("doi", str(found)) == normalise("doi", str(expected))
    return _plain(found) == _plain(expected)


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _people(name: str) -> frozenset[str]:
    """The words of a name, in whatever order it has its parts."""
    return frozenset(re.findall(r"\w+", markup.one_line(name).casefold()))


def _plain(value: object) -> str:
    return " ".join(markup.plain(str(value or "")).casefold().split()).rstrip(".")


def score(found: list[Paper], expected: list[Paper]) -> tuple[int, int, int]:
    """Entries found, fields right, and fields there are; entries belong together by their titles."""
    by_title = {_plain(paper["title"]): paper for paper in found if paper["title"]}
    entries = right = there = 0
    for paper in expected:
        nearest = get_close_matches(_plain(paper["title"]), by_title, 1, 0.6)
        match = by_title[nearest[0]] if nearest else None
        entries += match is not None
        for field in FIELDS:
            if paper.get(field):
                there += 1
                right += match is not None and same(field, match.get(field), paper[field])
    return entries, right, there


def rows() -> Iterable[str]:
    """The rows of the table."""
    for path in sorted((SAMPLES / "expected").glob("*.json")):
        sample = SAMPLES / path.name.removesuffix(".json")
        expected = [of_expected(paper) for paper in json.loads(path.read_text())["papers"]]
        ours = [of_record(record) for record in records(sample.read_bytes(), "auto", sample.name)]
        entries, right, there = score(ours, expected)
        theirs = "none known"
        if sample.name in LIBRARIES:
            name, read = LIBRARIES[sample.name]
            try:
                read_by_it = list(read(sample))
            except Exception as error:
                theirs = f"{name}: nothing ({type(error).__name__})"
            else:
                other, well, _ = score(read_by_it, expected)
                theirs = f"{name}: {other} entries, {well} fields"
        yield f"| {sample.name} | {len(expected)} | {there} | {entries} | {right} | {theirs} |"


def main() -> None:
    """Writes the table between its marks in the README."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = [
            "| sample | entries | fields | entries read here | fields right here | by another library |",
            "| --- | ---: | ---: | ---: | ---: | --- |",
            *rows(),
        ]
    print("\n".join(table))
    text = README.read_text()
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    README.write_text(f"{before}{_BEGIN}\n" + "\n".join(table) + f"\n{_END}{after}")


if __name__ == "__main__":
    main()
