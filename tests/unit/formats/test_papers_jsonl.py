"""JSON Lines are read line by line."""

from __future__ import annotations

import gzip
import json
import lzma
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.formats.opening import open_bytes, open_path
from readerapp.formats.readerapp_json import paper_as_json
from readerapp.records import Identifier, Link, Record, Skipped, Status
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def test_the_fields_of_a_line() -> None:
    first, second = records((SAMPLES / "jsonl.jsonl").read_bytes(), "auto")
    assert first == Record(
        title="Sorting (Mostly) Sorted Lists",
        authors=["Ada Example", "Björn Beispiel"],
        abstract="Lists that people keep are rarely in random order.",
        venue="ICML",
        year=2024,
        keywords=["sorting", "disorder"],
        identifiers=[Identifier("doi", "10.1000/182"), Identifier("openreview", "aB3_dE-9fG")],
        links=[
            Link("page", "https://openreview.net/forum?id=aB3_dE-9fG"),
            Link("pdf", "https://openreview.net/pdf?id=aB3_dE-9fG"),
            Link("code", "https://github.com/example-lab/mostly-sorted"),
        ],
    )
    assert second.title == "Tables as Trees, Trees as Tables"


def lines(count: int) -> bytes:
    """So many papers, which cannot be compressed to less than half."""
    noise = random.Random(7)
    return b"".join(
        b'{"title": "On subject %d", "noise": "%s"}\n' % (n, noise.randbytes(40).hex().encode()) for n in range(count)
    )


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_compressed_lines_tell_how_far_they_are(pack: object) -> None:
    assert callable(pack)
    packed = pack(lines(20_000))
    source = open_bytes(packed, "papers")
    reading = registry.read(source)
    assert reading.total == len(packed)
    assert reading.done is not None
    next(reading.items)
    assert 0 < reading.done() < len(packed)
    assert sum(1 for _ in reading.items) == 19_999
    assert reading.done() == len(packed)
    assert source.stream.closed


def test_a_bad_line_is_skipped_with_its_number_and_its_neighbours_are_kept() -> None:
    bad = [
        b"not json",
        b"[1, 2]",
        b"{}",
        b'{"title": null}',
        b'{"title": "cut',
        b'{"title": {"x": ' + b"[" * 200_000 + b"}",
        b'{"title": "\xff\xfe"}',
        b"\0\0\0",
        b"12",
    ]
    text = b"\n".join(b'{"title": "Good"}\n' + one for one in bad) + b'\n{"title": "Good"}'
    found = [
        (item.where, item.why) if isinstance(item, Skipped) else item.title
        for item in items(text, "auto")
        if isinstance(item, (Record, Skipped))
    ]
    assert [one for one in found if one != "Good"] == [
        ("line 2", "It is no JSON (expecting value)."),
        ("line 4", "It is no object."),
        ("line 6", "It has no title."),
        ("line 8", "It has no title."),
        ("line 10", "It is no JSON (unterminated string starting at)."),
        ("line 12", "It is nested too deeply."),
        "ÿþ",
        ("line 16", "It is no JSON (expecting value)."),
        ("line 18", "It is no object."),
    ]
    assert found.count("Good") == 10


def test_fields_of_the_wrong_type_are_left_out() -> None:
    line = {
        "title": "  Spaced\n\x00 title ",
        "abstract": ["x"],
        "authors": "Ada Example; Björn Beispiel",
        "year": "abc",
        "venue": None,
        "keywords": "sorting; order",
        "url": "javascript:alert(1)",
        "pdf": 3,
        "code": "github.com/a/b",
        "doi": "none",
        "arxiv": "https://arxiv.org/abs/1705.08741v2",
        "published": 2017,
    }
    text = (
        json.dumps(line)
        + "\n"
        + json.dumps({"title": "Y", "year": 10**19, "authors": None}).replace("0" * 19, "9" * 5000)
    )
    assert records(text, "jsonl") == [
        Record(
            title="Spaced title",
            authors=["Ada Example", "Björn Beispiel"],
            keywords=["sorting", "order"],
            identifiers=[Identifier("arxiv", "1705.08741")],
            links=[Link("code", "https://github.com/a/b")],
        ),
        Record(title="Y"),
    ]


def test_papers_of_our_own_json_keep_what_the_reader_made_of_them() -> None:
    paper = Record(title="Mine", status=Status.READING, tags=["thesis"], note="A note.", rating=4)
    text = "\n".join(json.dumps(paper_as_json(one)) for one in (paper, Record(title="Other")))
    assert records(text, "auto") == [paper, Record(title="Other")]


def test_line_ends_and_marks_of_windows() -> None:
    text = '\ufeff{"title": "One"}\r\n\r\n{"title": "Two"}\r\n'
    assert [paper.title for paper in records(text, "auto")] == ["One", "Two"]
    assert [paper.title for paper in records(text.encode("utf-16-le"), "auto")] == ["One", "Two"]


def test_one_long_line() -> None:
    long = "x" * 3_000_000
    found = records(f'{{"title": "{long}", "abstract": "{long}"}}\n{{"title": "Next"}}', "auto")
    assert [(len(paper.title), len(paper.abstract)) for paper in found] == [(2000, 1_000_000), (4, 0)]


def test_a_file_that_ends_in_the_middle_gives_what_stands_before(tmp_path: Path) -> None:
    packed = lzma.compress(lines(20_000))
    (tmp_path / "half.jsonl.xz").write_bytes(packed[: len(packed) // 2])
    found = list(registry.read(open_path(tmp_path / "half.jsonl.xz")).items)
    assert sum(isinstance(item, Record) for item in found) > 8_000
    last = found[-1]
    assert last == Skipped("the end", "half.jsonl.xz ends in the middle of its compressed data. Get or copy it again.")


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["title", "abstract", "authors", "year", "url", "doi", "keywords", "code"]),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
        )
    )
)
def test_no_object_raises(objects: list[dict[str, object]]) -> None:
    text = "\n".join(map(json.dumps, objects))
    assert len(items(text, "jsonl")) == len(objects)
    assert len(skipped(text, "jsonl")) + len(records(text, "jsonl")) == len(objects)


def test_eighty_seven_thousand_papers(shared: Path) -> None:
    reading = registry.read(open_path(shared / "data" / "papers-87k.jsonl.xz"))
    assert Counter(type(item) for item in reading.items) == {Record: 87_337}
