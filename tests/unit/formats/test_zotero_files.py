"""Zotero RDF and the JSON of Better BibTeX: what is read of them, and what hostile ones can do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.records import FilePart, Identifier, MeaningRecord, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped

RDF = (SAMPLES / "zotero-rdf.rdf").read_text(encoding="utf-8")
BBT = (SAMPLES / "bbt-json.json").read_text(encoding="utf-8")


def test_rdf() -> None:
    slow, long = records(RDF, "zotero-rdf")
    assert slow.title == "Slow Gradients Make Good Neighbours"
    assert slow.authors == ["Ada Byron", "The Patience Consortium"]
    # The DOI of an article stands with its journal.
    assert slow.identifiers == [Identifier("doi", "10.1000/abc.7"), Identifier("pmid", "1234567")]
    assert (slow.venue, slow.published, slow.citation_key) == ("Journal of Patience", "2017-06", "byronSlow2017")
    assert slow.details == {
        "type": "article-journal", "volume": "12", "issue": "3", "page": "45-67", "language": "en",
        "container-title-short": "J. Pat.", "ISSN": "1234-5678",
    }  # fmt: skip
    assert (slow.tags, slow.keywords) == (["Thesis/Chapter 2", "patience"], ["Optimisation"])
    assert slow.note == "It **waits**."
    assert (long.tags, long.identifiers) == (["Thesis"], [Identifier("isbn", "9780306406157")])
    assert long.details == {
        "type": "book", "publisher": "A Press", "publisher-place": "Bonn", "collection-title": "Long Books",
        "collection-number": "4", "number-of-pages": "400", "editor": "Noether, Emmy",
    }  # fmt: skip
    assert skipped(RDF, "zotero-rdf") == [("line 85", "It belongs to no paper; its text is kept with the library.")]
    assert [item for item in items(RDF, "zotero-rdf") if isinstance(item, FilePart)] == [
        FilePart("zotero", "note #item_20", "alone")
    ]


def test_rdf_with_files(tmp_path: Path) -> None:
    (tmp_path / "files" / "13").mkdir(parents=True)
    (tmp_path / "files" / "13" / "slow.pdf").write_bytes(b"%PDF-1.4 slow")
    (tmp_path / "export.rdf").write_text(RDF, encoding="utf-8")
    found = [item for item in registry.read_path(tmp_path / "export.rdf").items if isinstance(item, Record)]
    assert [[file.path for file in record.attachments] for record in found] == [
        [tmp_path / "files" / "13" / "slow.pdf"], [],
    ]  # fmt: skip
    out = tmp_path / "inner"
    out.mkdir()
    (out / "export.rdf").write_text(RDF.replace('"files/13', '"../files/13'), encoding="utf-8")
    found = [item for item in registry.read_path(out / "export.rdf").items if isinstance(item, Record)]
    assert found[0].attachments == []
    assert found[0].extras["zotero"]["linked files"] == "../files/13/slow.pdf"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (RDF.replace("<rdf:RDF", '<!DOCTYPE x [<!ENTITY a "b">]>\n<rdf:RDF', 1), "defines entities of its own"),
        (
            RDF.replace("<rdf:RDF", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<rdf:RDF', 1).replace(
                "Bonn", "&a;"
            ),
            "defines entities of its own",
        ),
        (RDF.replace("<dc:date>2001", "<z:a>" * 200 + "2001", 1), "nested too deeply"),
        (RDF.replace("A Press", "x" * (70 * 2**20)), "longer than 64 MB"),
    ],
)
def test_hostile_rdf_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        items(text, "zotero-rdf")


def test_rdf_that_breaks_off_gives_what_came_before() -> None:
    found = items(RDF[: RDF.index("<bib:Book")], "zotero-rdf")
    assert [item.title for item in found if isinstance(item, Record)] == ["Slow Gradients Make Good Neighbours"]
    last = found[-1]
    assert isinstance(last, Skipped)
    assert last.where == "the end"
    assert last.why.startswith("It is no well-formed XML (")


@given(st.lists(st.tuples(st.integers(0, len(RDF) - 1), st.sampled_from("<>&\"'/ :x")), max_size=4))
def test_damaged_rdf_is_told(changes: list[tuple[int, str]]) -> None:
    text = list(RDF)
    for at, letter in changes:
        text[at] = letter
    try:
        found = items("".join(text), "zotero-rdf")
    except Refused as refused:
        assert refused.what.endswith(".")
    else:
        assert all(item.title for item in found if isinstance(item, Record))


def test_better_bibtex() -> None:
    sheep, lonely = records(BBT, "bbt-json")
    assert (sheep.title, sheep.authors) == ("Counting Sheep With Convolutions", ["Ada Byron", "The Flock"])
    assert sheep.identifiers == [Identifier("doi", "10.1000/sheep.12"), Identifier("arxiv", "1801.00001")]
    assert (sheep.venue, sheep.citation_key) == ("Proceedings of the Conference on Sleep", "byronCounting2018")
    assert sheep.details == {
        "type": "paper-conference", "page": "12-19", "event-title": "Conference on Sleep",
        "editor": "Noether, Emmy", "note": "Some remark",
    }  # fmt: skip
    assert (sheep.tags, sheep.keywords) == (["Thesis/TCP-IP", "sleep"], ["Computer Science"])
    assert sheep.note == "Worth a **second** look."
    (mark,) = sheep.highlights
    assert (mark.quote, mark.comment, mark.meaning, mark.page) == (
        "all sheep were counted twice", "Why twice?", "red", 2,
    )  # fmt: skip
    assert sheep.extras["zotero"]["linked files"] == "/home/ada/Zotero/storage/ABCD1234/sheep.pdf"
    assert lonely.title == "A lonely file"
    assert skipped(BBT, "bbt-json") == [
        ("line 56", "It belongs to no paper; its text is kept with the library."), ("line 58", "It has no title."),
    ]  # fmt: skip
    assert items(BBT, "bbt-json")[-1] == MeaningRecord("red", "red")


def test_better_bibtex_with_files(tmp_path: Path) -> None:
    (tmp_path / "files" / "14").mkdir(parents=True)
    (tmp_path / "files" / "14" / "lonely.pdf").write_bytes(b"%PDF-1.4 lonely")
    (tmp_path / "export.json").write_text(BBT, encoding="utf-8")
    found = [item for item in registry.read_path(tmp_path / "export.json").items if isinstance(item, Record)]
    assert [[file.name for file in record.attachments] for record in found] == [[], ["lonely.pdf"]]


def test_what_is_said_of_collections_may_come_last() -> None:
    value = json.loads(BBT)
    value["collections"] = value.pop("collections")
    assert records(json.dumps(value), "bbt-json")[0].tags == ["Thesis/TCP-IP", "sleep"]
    del value["collections"]
    assert records(json.dumps(value), "bbt-json")[0].tags == ["sleep"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["x", "", "2001-05", "<p>x", "#ff6666"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "tag", "note", "path", "annotations", "name", "lastName", "creatorType", "key"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
_KEYS = ("itemType", "title", "date", "creators", "tags", "notes", "attachments", "extra", "DOI", "url", "itemID")


@given(st.lists(st.dictionaries(st.sampled_from(_KEYS), _JSON, max_size=8), max_size=3), _JSON)
def test_values_of_any_type_are_survived(found: list[dict[str, object]], collections: object) -> None:
    beginning = BBT[: BBT.index('"collections"')]
    text = f'{beginning}"collections": {json.dumps(collections)}, "items": {json.dumps(found)}}}'
    told = items(text, "bbt-json")
    papers = [item for item in told if isinstance(item, Record)]
    assert all(paper.title for paper in papers)
    assert len(papers) <= len(found)
