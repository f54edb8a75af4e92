"""Our own JSON loses nothing, and takes anything."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.identifiers import normalise
from readerapp.formats.readerapp_json import paper_as_json, record_of_json, write
from readerapp.names import Name
from readerapp.records import (
    FilePart,
    HighlightRecord,
    Identifier,
    Item,
    Link,
    MeaningRecord,
    Record,
    SavedSearchRecord,
    Skipped,
    Status,
    StatusChange,
    TagRecord,
)
from tests.unit.formats.reading import items, records, skipped

KEYS = (
    "id title authors year published venue abstract keywords identifiers links status starred rating queue tags"
    " takeaway note highlights added changed started finished source citation_key"
)

# Text as the library holds it: titles on one clean line, abstracts clean, the reader's own words as they were typed.
own = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
line = own.map(fields.one_line)
name = line.filter(bool)
body = own.map(fields.paragraphs)
moment = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9999, 12, 30)).map(
    lambda naive: naive.replace(microsecond=naive.microsecond // 1000 * 1000, tzinfo=UTC)
)
identifiers = st.lists(
    st.sampled_from(
        [("doi", "10.1000/182"), ("doi", "10.1000/183"), ("arxiv", "1705.08741"), ("arxiv", "hep-th/9901001")]
    )
    | st.tuples(st.sampled_from(["pmid", "openreview", "acl", "isbn"]), name),
    unique=True,
).map(
    lambda pairs: sorted({one for pair in pairs if (one := normalise(*pair))}, key=lambda one: (one.scheme, one.value))
)
names = st.builds(Name, name, line, line)
texts = st.dictionaries(own.filter(bool), own, max_size=3)
whole = st.integers(1, 2**53)
record = st.builds(
    Record,
    title=name,
    authors=st.lists(name | names),
    abstract=body,
    venue=line,
    year=st.none() | st.integers(1000, 9999),
    published=st.sampled_from([None, "2017", "2017-05", "2017-05-24"]),
    keywords=st.lists(name),
    identifiers=identifiers,
    links=st.lists(
        st.builds(Link, st.sampled_from(["page", "pdf", "code"]), own.map(lambda end: f"https://example.org/{end}"))
    ),
    citation_key=st.none() | name,
    source=line,
    details=texts,
    extras=st.dictionaries(own.filter(bool), texts.filter(bool), max_size=2),
    status=st.none() | st.sampled_from(Status),
    starred=st.booleans(),
    rating=st.none() | st.integers(1, 5),
    queue=st.none() | whole,
    tags=st.lists(name),
    takeaway=own,
    note=own,
    highlights=st.lists(
        st.builds(
            HighlightRecord,
            quote=own.filter(bool),
            meaning=line,
            comment=own,
            target=st.just("abstract") | st.just("attachment:" + "0" * 64),
            prefix=own,
            suffix=own,
            start=st.none() | st.integers(0, 10**6),
        )
    ),
    history=st.lists(st.builds(StatusChange, st.sampled_from(Status), moment)),
    added=st.none() | moment,
    changed=st.none() | moment,
    trashed=st.none() | moment,
    id=st.none() | whole,
)
things = st.lists(
    record
    | st.builds(TagRecord, name, line, st.none() | st.integers(1, 9), st.lists(whole).map(tuple))
    | st.builds(SavedSearchRecord, name, own, line)
    | st.builds(MeaningRecord, name, line)
    | st.builds(FilePart, name, own, own)
)


def written(*what: Item) -> str:
    stream = io.StringIO()
    write(what, stream)
    return stream.getvalue()


def papers(*objects: object) -> str:
    """A file of this format with these objects as papers."""
    return json.dumps({"format": "readerapp", "version": 1, "papers": objects})


def parts(author: str) -> tuple[str, str, str]:
    name = Name.of(author)
    return name.family, name.given, name.suffix


@given(record)
def test_a_paper_comes_back_as_it_was(paper: Record) -> None:
    again = record_of_json(json.loads(json.dumps(paper_as_json(paper))))
    assert again == paper
    assert [parts(author) for author in again.authors] == [parts(author) for author in paper.authors]


@given(things)
def test_a_library_comes_back_as_it_was(what: list[Item]) -> None:
    kinds: list[type] = [Record, TagRecord, SavedSearchRecord, MeaningRecord, FilePart]
    in_order = sorted(what, key=lambda item: kinds.index(type(item)))
    text = written(*what)
    assert items(text, "json") == in_order
    assert written(*items(text, "json")) == text
    whole_file = json.loads(text)
    assert list(whole_file) == ["format", "version", "papers", "tags", "saved_searches", "meanings", "file_parts"]


def test_one_line_a_paper_and_utf_8_as_it_is() -> None:
    text = written(Record(title="Über 漢字"), Record(title="Second", note="two\nlines"), Skipped("line 1", "no paper"))
    lines = text.split("\n")
    assert lines[0] == '{"format": "readerapp", "version": 1, "papers": ['
    assert lines[1].startswith('{"id": null, "title": "Über 漢字", "authors": []')
    assert lines[2].startswith('{"id": null, "title": "Second"')
    assert lines[3:] == ['], "tags": [], "saved_searches": [], "meanings": [], "file_parts": []}', ""]
    assert json.loads(written()) == {
        "format": "readerapp",
        "version": 1,
        "papers": [],
        "tags": [],
        "saved_searches": [],
        "meanings": [],
        "file_parts": [],
    }


def test_a_paper_has_all_keys_in_order_and_none_is_missing() -> None:
    paper = paper_as_json(Record(title="Bare"))
    more = ["other_identifiers", "history", "trashed", "names", "details", "extras", "attachments"]
    assert list(paper) == [*KEYS.split(), *more]
    assert paper["identifiers"] == dict.fromkeys(["doi", "arxiv", "pmid", "openreview", "huggingface", "isbn"])
    assert paper["started"] is paper["finished"] is paper["status"] is None
    assert paper["abstract"] == paper["note"] == ""


def test_identifiers_by_scheme_and_the_others_beside_them() -> None:
    paper = paper_as_json(
        Record(
            title="T",
            identifiers=[Identifier("doi", "10.1000/b"), Identifier("acl", "x"), Identifier("doi", "10.1000/a")],
        )
    )
    lacking = dict.fromkeys(["arxiv", "pmid", "openreview", "huggingface", "isbn"])
    assert paper["identifiers"] == {"doi": "10.1000/a", "acl": "x", **lacking}
    assert paper["other_identifiers"] == [{"scheme": "doi", "value": "10.1000/b"}]


def test_started_and_finished_follow_the_history() -> None:
    days = [datetime(2026, 3, day, 9, 12, 0, 123_000, UTC) for day in range(1, 6)]
    changes = [Status.READING, Status.READ, Status.READING, Status.READ]
    history = [StatusChange(status, day) for status, day in zip(changes, days, strict=False)]
    paper = paper_as_json(Record(title="T", status=Status.READ, history=history))
    assert (paper["started"], paper["finished"]) == ("2026-03-01T09:12:00.123Z", "2026-03-04T09:12:00.123Z")
    again = paper_as_json(Record(title="T", status=Status.READING, history=history))
    assert again["finished"] is None


def test_times_of_other_zones_are_written_in_utc() -> None:
    there = datetime(2026, 3, 11, 1, 0, tzinfo=timezone(timedelta(hours=5)))
    assert paper_as_json(Record(title="T", added=there))["added"] == "2026-03-10T20:00:00.000Z"
    [paper] = records(
        papers({"title": "T", "added": "2026-03-11T01:00:00.123456+05:00", "changed": "2026-03-11"}), "json"
    )
    assert paper.added == datetime(2026, 3, 10, 20, 0, 0, 123_000, UTC)
    assert paper.changed == datetime(2026, 3, 11, tzinfo=UTC)


def test_a_bare_list_is_read_too() -> None:
    listed = json.dumps([paper_as_json(Record(title="One", id=1)), paper_as_json(Record(title="Two", id=2))])
    assert [(paper.id, paper.title) for paper in records(listed, "auto")] == [(1, "One"), (2, "Two")]


def test_a_file_by_hand_may_say_when_reading_began_instead_of_a_history() -> None:
    [paper] = records(
        papers({"title": "T", "status": "READ", "started": "2026-01-06", "finished": "2026-01-11T20:41:00Z"}), "json"
    )
    assert paper.history == [
        StatusChange(Status.READING, datetime(2026, 1, 6, tzinfo=UTC)),
        StatusChange(Status.READ, datetime(2026, 1, 11, 20, 41, tzinfo=UTC)),
    ]


WRONG: dict[str, object] = {
    "id": "7",
    "authors": [None, 3, {"x": 1}, "Ada\nExample"],
    "year": "abc",
    "published": "soon",
    "venue": ["V"],
    "abstract": 12,
    "keywords": "words",
    "identifiers": {"doi": "n/a", "arxiv": None, "pmid": 123, "": "x"},
    "other_identifiers": [1, {"scheme": None, "value": "x"}, {"scheme": "doi", "value": "10.1000/A"}],
    "links": [
        {"rel": "page", "url": "javascript:alert(1)"},
        {"rel": ["x"], "url": "https://example.org"},
        "x",
        {"rel": "pdf", "url": "https://example.org/a.pdf"},
    ],
    "status": "eaten",
    "starred": "yes",
    "rating": 11,
    "queue": -3,
    "tags": {"a": 1},
    "takeaway": None,
    "note": False,
    "highlights": [{"quote": ""}, {"quote": "q", "start": -1, "meaning": None}, 4],
    "history": [{"status": "read"}, 1],
    "added": "yesterday",
    "changed": 12,
    "trashed": "0000-00-00",
    "source": None,
    "citation_key": [],
    "names": [{"family": "Else"}, 7],
    "details": {"volume": 3, "page": "1-9"},
    "extras": {"bibtex": ["x"], "ris": {"ID": None}},
}


def test_what_has_the_wrong_type_is_left_out_and_the_rest_kept() -> None:
    [paper] = records(papers({"title": " A\n title\ud800 ", **WRONG}), "json")
    assert paper == Record(
        title="A title\ufffd",
        authors=["3", "Ada Example"],
        identifiers=[Identifier("doi", "10.1000/a"), Identifier("pmid", "123")],
        links=[Link("pdf", "https://example.org/a.pdf")],
        highlights=[HighlightRecord("q")],
        details={"page": "1-9"},
    )


def test_one_bad_entry_is_skipped_and_its_neighbours_are_kept() -> None:
    good = '{"title": "Good"}'
    bad = [
        "[]",
        "null",
        '{"title": ""}',
        '{"title": 5e99}',
        '{"title": "x" "y"}',
        '{"title": {"deep": ' + "[" * 200_000 + "]" * 200_000 + "}}",
    ]
    text = (
        '{"format": "readerapp", "version": 1, "papers": [\n'
        + ",\n".join(f"{good},\n{one}" for one in bad)
        + f",\n{good}\n]}}"
    )
    found = items(text, "json")
    assert sum(isinstance(item, Record) for item in found) == len(bad) + 1
    assert skipped(text, "json") == [
        ("line 3", "It is no object."),
        ("line 5", "It is no object."),
        ("line 7", "It has no title."),
        ("line 9", "It has no title."),
        ("line 11", "It is no JSON (expecting ',' delimiter)."),
        ("line 13", "It is nested too deeply."),
    ]


def test_what_a_newer_program_wrote_is_refused() -> None:
    for version in ("2", "99.5", '"two"', "null"):
        with pytest.raises(Refused, match=r"a test was written by a newer version of readerapp"):
            items(f'{{"format": "readerapp", "version": {version}, "papers": [{{"title": "T"}}]}}', "auto")
    with pytest.raises(Refused, match="newer version"):
        items('{"format": "readerapp", "papers": [{"title": "T"}], "version": 2}', "auto")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        '{"a": 1}',
        '{"rows": [{"title": "T"}]}',
        '{"format": "other"}',
        "12",
        '"readerapp"',
        "{",
        '{"title": "T"}',
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        items(text, "json")


def test_what_is_not_known_is_told() -> None:
    text = (
        '{"format": "readerapp", "version": 1, "exported": "today", "papers": [], "tags": [{"x": 1}],'
        ' "planets": [{"name": "Mars"}]}'
    )
    assert skipped(text, "json") == [
        ("line 1", "It has no name."),
        ("line 1", "This version knows nothing called “planets”."),
    ]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda v: st.lists(v) | st.dictionaries(st.sampled_from(KEYS.split()) | st.text(), v),
        max_leaves=30,
    )
)
def test_no_value_raises(value: object) -> None:
    text = json.dumps({"format": "readerapp", "version": 1, "papers": [value], "tags": [value], "meanings": [value]})
    for item in items(text, "json"):
        if isinstance(item, Record):
            assert record_of_json(paper_as_json(item)) == item
