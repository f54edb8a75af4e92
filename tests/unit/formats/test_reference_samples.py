"""The samples of formats for references, and what strangers may make of them."""

from __future__ import annotations

import io
import json
import random
import resource
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes, open_path
from readerapp.names import Name
from readerapp.records import Identifier, Link, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped

EXPECTED = SAMPLES / "expected"
SAMPLED = sorted(path.name for path in EXPECTED.glob("*.json"))
JSON_FORMATS = ["crossref", "datacite", "hf-papers", "openalex", "openreview", "semantic-scholar"]
XML_FORMATS = ["arxiv-atom", "endnote-xml", "feed", "pubmed-xml"]
LINE_FORMATS = ["enw", "nbib", "ris", "cslyaml"]


def facts(record: Record) -> dict[str, object]:
    """A paper as the files of expected papers have it: what it lacks is left out."""
    said = {
        "title": record.title,
        "authors": [Name.of(name).inverted for name in record.authors],
        "year": record.year,
        "published": record.published,
        "venue": record.venue,
        "abstract": record.abstract,
        "keywords": record.keywords,
        "identifiers": [f"{one.scheme}:{one.value}" for one in record.identifiers],
        "links": [f"{link.rel} {link.url}" for link in record.links],
        "details": record.details,
        "citation_key": record.citation_key,
        "tags": record.tags,
        "note": record.note,
        "status": record.status and record.status.word,
        "rating": record.rating,
    }
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def test_every_format_of_references_has_expected_papers() -> None:
    named = {name.partition(".")[0] for name in SAMPLED}
    assert named >= {"csljson", *JSON_FORMATS, *XML_FORMATS, *LINE_FORMATS}


@pytest.mark.parametrize("name", SAMPLED)
def test_a_sample_is_read_as_it_should_be(name: str) -> None:
    sample = SAMPLES / name.removesuffix(".json")
    expected = json.loads((EXPECTED / name).read_text())
    data = sample.read_bytes()
    assert [facts(record) for record in records(data, "auto", sample.name)] == expected["papers"]
    assert [f"{where}: {why}" for where, why in skipped(data, "auto")] == expected["skipped"]


@pytest.mark.parametrize("name", SAMPLED)
def test_a_damaged_sample_is_read_or_refused(name: str) -> None:
    data = (SAMPLES / name.removesuffix(".json")).read_bytes()
    form = name.partition(".")[0]
    chance = random.Random(7)
    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            match chance.randrange(4):
                case 0:
                    del damaged[at:]
                case 1:
                    del damaged[at : at + chance.randint(1, 40)]
                case 2:
                    damaged[at:at] = chance.randbytes(3)
                case _:
                    damaged[at:at] = damaged[at : at + 60]
            if not damaged:
                break
        for format_name in (form, "auto"):
            try:
                found = items(bytes(damaged), format_name)
            except Refused as refused:
                assert refused.what.endswith(".")
            else:
                assert all(item.why.endswith(".") for item in found if isinstance(item, Skipped))


_value = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("form", JSON_FORMATS)
@given(data=st.data())
def test_a_field_of_another_kind_is_left_out(form: str, data: st.DataObject) -> None:
    sample = json.loads((SAMPLES / f"{form}.json").read_text())
    entry = sample
    path: list[tuple[Any, Any]] = []
    for _ in range(data.draw(st.integers(1, 6))):
        if isinstance(entry, dict) and entry:
            path.append((entry, data.draw(st.sampled_from(sorted(entry)))))
        elif isinstance(entry, list) and entry:
            path.append((entry, data.draw(st.integers(0, len(entry) - 1))))
        else:
            break
        holder, key = path[-1]
        entry = holder[key]
    holder, key = path[-1]
    holder[key] = data.draw(_value)
    try:
        found = items(json.dumps(sample), form)
    except Refused as refused:
        assert refused.what.endswith(".")
    else:
        assert all(item.title for item in found if isinstance(item, Record))


@pytest.mark.parametrize("form", JSON_FORMATS)
def test_one_paper_alone_and_lines_of_papers(form: str) -> None:
    listed = json.loads((SAMPLES / f"{form}.json").read_text())
    listed = listed.get("message", listed) if isinstance(listed, dict) else listed
    papers = next(v for v in listed.values() if isinstance(v, list) and v) if isinstance(listed, dict) else listed
    expected = records((SAMPLES / f"{form}.json").read_bytes(), form)[0]
    assert records(json.dumps(papers[0], indent=1), "auto") == [expected]
    assert records(f"{json.dumps(papers[0])}\n{json.dumps(papers[0])}\n", form) == [expected, expected]


def test_a_single_work_and_a_single_doi_in_their_frames() -> None:
    work = {"status": "ok", "message-type": "work", "message": {"DOI": "10.1000/a", "title": ["One"], "type": "book"}}
    assert records(json.dumps(work), "auto")[0].identifiers == [Identifier("doi", "10.1000/a")]
    doi = {
        "data": {"id": "10.1000/b", "attributes": {"doi": "10.1000/b", "titles": [{"title": "Two"}], "creators": []}}
    }
    assert records(json.dumps(doi), "auto")[0].identifiers == [Identifier("doi", "10.1000/b")]


@pytest.mark.parametrize("form", JSON_FORMATS)
def test_an_answer_that_something_failed_is_told(form: str) -> None:
    with pytest.raises(Refused, match="holds no papers but the answer that something failed: Not found"):
        items('{"error": "Not found"}', form)


def test_crossref_answers_an_unknown_doi_with_a_text() -> None:
    with pytest.raises(Refused, match="something failed: Resource not found"):
        items('{"status": "error", "message-type": "work", "message": "Resource not found."}', "auto")


@pytest.mark.parametrize("form", [*LINE_FORMATS, *XML_FORMATS])
def test_a_text_of_another_kind_says_that_nothing_is_in_it(form: str) -> None:
    [(where, why)] = skipped("Just some words\nof a text.\n", form)
    said = ("line 1", "It is no XML."), ("the beginning", "Neither there nor below does an entry begin.")
    assert (where, why) == said[form in LINE_FORMATS]


def test_a_feed_without_entries_is_none_too_many() -> None:
    assert items('<rss version="2.0"><channel><link>https://rss.arxiv.org/</link></channel></rss>', "auto") == []


def test_openalex_places_that_are_hostile() -> None:
    index = {"last": [10**15], "first": [-(10**15)], "no": "list", "x": [True, None, 1.5]}
    work = {"id": "https://openalex.org/W1", "title": "T", "abstract_inverted_index": index}
    assert records(json.dumps(work), "auto")[0].abstract == "first last"


def test_no_mail_address_of_openreview_is_kept() -> None:
    for record in records((SAMPLES / "openreview.json").read_bytes(), "auto"):
        assert "jan@example.org" not in repr(record)


def test_semantic_scholars_citations() -> None:
    inner = {"paperId": "0" * 40, "title": "Cited", "externalIds": {"PubMedCentral": "123456"}}
    [record] = records(json.dumps({"data": [{"intents": [], "citedPaper": inner}]}), "auto")
    assert (record.title, record.identifiers) == ("Cited", [Identifier("pmcid", "PMC123456")])


def test_feeds_of_arxiv_before_2024() -> None:
    text = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://arxiv.org/">
    <link>http://arxiv.org/</link></channel><item rdf:about="http://arxiv.org/abs/2101.00001"><title>A title.
    (arXiv:2101.00001v1 [cs.LG])</title><link>http://arxiv.org/abs/2101.00001</link>
    <description>&lt;p&gt;An abstract.&lt;/p&gt;</description>
    <dc:creator>&lt;a href="x"&gt;Ada Byron&lt;/a&gt;, &lt;a href="y"&gt;Kurt Berg&lt;/a&gt;</dc:creator>
    </item></rdf:RDF>"""
    [record] = records(text, "auto")
    assert (record.title, record.authors, record.abstract) == ("A title.", ["Ada Byron", "Kurt Berg"], "An abstract.")
    assert record.published == "2021-01"
    assert record.links[0] == Link("page", "https://arxiv.org/abs/2101.00001")


def test_an_atom_feed_of_other_people_is_no_feed_of_arxiv() -> None:
    text = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title><entry><title>See a paper</title>
    <link href="https://example.org/post"/><summary>It is at https://arxiv.org/abs/2101.00001</summary></entry></feed>"""
    assert skipped(text, "auto") == [("line 1", "Nothing in “See a paper” says that it is a paper.")]


@pytest.mark.parametrize("form", [*XML_FORMATS, "opml"])
@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'],
    ids=["external", "bomb"],
)
def test_entities_are_refused_in_each_kind_of_xml(form: str, declared: str) -> None:
    text = (SAMPLES / f"{form}.{'opml' if form == 'opml' else 'xml'}").read_text().replace("Sorting", "&a;", 1)
    beginning, _, rest = text.partition("?>")
    if form == "pubmed-xml":
        rest = rest.replace('.dtd">', f'.dtd" [{declared}]>')
    else:
        rest = f"<!DOCTYPE x [{declared}]>{rest}"
    with pytest.raises(Refused, match="defines entities of its own"):
        items(f"{beginning}?>{rest}", "auto")


def _person(form: str) -> str:
    return {
        "enw": "%A Byron, Ada\n",
        "nbib": "FAU - Byron, Ada\n",
        "ris": "AU  - Byron, Ada\n",
        "endnote-xml": "<author>Byron, Ada</author>",
        "pubmed-xml": "<Author><LastName>Byron</LastName><ForeName>Ada</ForeName></Author>",
        "arxiv-atom": "<author><name>Ada Byron</name></author>",
    }[form]


@pytest.mark.parametrize("form", ["enw", "nbib", "ris", "endnote-xml", "pubmed-xml", "arxiv-atom"])
def test_a_million_authors_cost_no_neighbour(form: str) -> None:
    [sample] = SAMPLES.glob(f"{form}.{'xml' if form in XML_FORMATS else '*'}")
    text = sample.read_text()
    mark = {"enw": "%T ", "nbib": "LA  - ", "ris": "TI  - ", "endnote-xml": "</authors>", "pubmed-xml": "</AuthorList>"}
    before = mark.get(form, "<arxiv:doi>")
    text = text.replace("\r\n", "\n").replace(before, _person(form) * 1_000_000 + before, 1)
    found = records(text, form)
    assert found[-1] == records(sample.read_bytes(), form)[-1]
    assert max(len(record.authors) for record in found) < 50_000


@pytest.mark.parametrize("form", [*LINE_FORMATS, *XML_FORMATS, *JSON_FORMATS, "csljson", "opml"])
def test_memory_does_not_grow_with_the_file(form: str) -> None:
    """Ten thousand papers take hardly more than a thousand."""
    [sample] = SAMPLES.glob(f"{form}.{'xml' if form in XML_FORMATS else '*'}")
    text = sample.read_text()
    many = text * 4000 if form in LINE_FORMATS else text
    if form in XML_FORMATS:
        tag = {"arxiv-atom": "entry", "endnote-xml": "record", "feed": "item", "pubmed-xml": "PubmedArticle"}[form]
        begin, end = (
            text.index(f"<{tag}>" if f"<{tag}>" in text else f"<{tag} "),
            text.index(f"</{tag}>") + len(tag) + 3,
        )
        many = text[:begin] + text[begin:end] * 8000 + text[end:]
    if form in JSON_FORMATS or form == "csljson":
        begin, end = text.index("[\n" if "[\n" in text else "[{") + 1, text.rindex("]")
        many = text[:begin] + (text[begin:end].rstrip().rstrip(",") + ",\n") * 2000 + text[begin:]
    count = 0
    source = open_bytes(many.encode(), sample.name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in registry.read(source, form).items:
        count += 1
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert count > 1 or form == "opml"
    # In kilobytes, on macOS in bytes.
    assert grown < (60_000 if sys.platform != "darwin" else 60_000_000)


@pytest.mark.parametrize("form", ["ris", "csljson"])
def test_real_papers_out_and_back(form: str, shared: Path) -> None:
    """Equal in every field that the format has, every twentieth of the papers at hand."""
    source = open_path(shared / "data" / "papers-87k.jsonl.xz")
    papers = [item for item in islice(registry.read(source).items, 0, None, 20) if isinstance(item, Record)]
    assert len(papers) > 4000
    stream = io.StringIO()
    write = registry.format_named(form).write
    assert write
    write(papers, stream)
    back = items(stream.getvalue(), "auto")
    assert len(back) == len(papers)
    for paper, found in zip(papers, back, strict=True):
        assert isinstance(found, Record)
        paper.abstract = paper.abstract.strip()
        assert set(found.identifiers) == set(paper.identifiers)
        assert set(found.links) == set(paper.links)
        assert replace(found, identifiers=[], links=[]) == replace(paper, identifiers=[], links=[])
