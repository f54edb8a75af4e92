"""Readwise and Omnivore: tables, answers, Markdown and whole exports."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.saved_pages import moment, words
from readerapp.records import Identifier, MeaningRecord, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def test_a_table_of_highlights() -> None:
    patience, sheep = records(sample("readwise.csv"), "readwise")
    assert (patience.title, patience.authors) == ("On the Patience of Methods", ["Ada Byron", "Emmy Noether"])
    assert patience.tags == ["thesis", "optimisation"]
    assert [(mark.quote, mark.meaning, mark.comment) for mark in patience.highlights] == [
        ("Most methods\ncould wait longer.", "yellow", "Is it, though?\n#doubt #later\npage 12"),
        ("A pencil is enough.", "blue", "page 14"),
    ]
    assert patience.extras == {"readwise": {"asin": "B00PATIENCE"}}
    assert sheep.identifiers == [Identifier("arxiv", "1801.00001")]
    assert items(sample("readwise.csv"), "readwise")[-2:] == [
        MeaningRecord("blue", "blue"), MeaningRecord("yellow", "yellow"),
    ]  # fmt: skip


def test_a_table_of_documents() -> None:
    table = (
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "On the Patience of Methods,https://arxiv.org/abs/1705.08741,01h,\"['thesis', 'to read']\","
        "2024-01-02 03:04:05+00:00,0.5,archive,True\n"
        ",https://example.org/,02h,,,,,\n"
    )
    (record,) = records(table, "auto")
    assert record.identifiers == [Identifier("arxiv", "1705.08741")]
    assert record.tags == ["thesis", "to read"]
    assert record.added == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    # That it lies in the archive does not say that it was read.
    assert record.status is None
    assert record.extras["readwise"] == {"location": "archive", "reading progress": "0.5", "id": "01h"}
    assert skipped(table, "readwise") == [("line 3", "It has no title.")]


def test_other_tables_are_refused() -> None:
    with pytest.raises(Refused, match="no table of Readwise"):
        items("a,b\n1,2\n", "readwise")


def test_an_answer_of_the_service() -> None:
    (record,) = records(sample("readwise-json.json"), "readwise-json")
    assert record.authors == ["Ada Byron", "Emmy Noether"]
    assert record.identifiers == [Identifier("arxiv", "1705.08741")]
    assert (record.note, record.abstract) == ("Worth a second look.", "How long a method may wait.")
    (mark,) = record.highlights
    assert (mark.quote, mark.comment) == ("Most methods could wait longer.", "Is it, though?\n#doubt\npage 12")
    assert skipped(sample("readwise-json.json"), "readwise-json") == [("line 10", "It has no title.")]


def test_markdown() -> None:
    (record,) = records(sample("readwise-markdown.md"), "readwise-markdown")
    assert (record.title, record.authors) == ("On the Patience of Methods", ["Ada Byron", "Emmy Noether"])
    assert record.identifiers == [Identifier("arxiv", "1705.08741")]
    assert record.tags == ["thesis", "optimisation"]
    assert record.abstract == "How long a method may wait."
    assert [(mark.quote, mark.comment) for mark in record.highlights] == [
        ("Most methods could wait longer.", "Is it, though?\n#doubt"),
        ("A pencil is enough,\nand so is a stone.", ""),
        ("One more.", ""),
    ]
    assert record.extras == {"readwise": {"category": "articles"}}


def omnivore(folder: Path) -> Path:
    """An export, as a folder, beside something that does not belong to it."""
    (folder / "highlights").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "metadata_0_to_3.json").write_bytes(sample("omnivore.json"))
    (folder / "highlights" / "patience-18c.md").write_text(
        "Read it *twice*.\n\n> Most methods\n> could wait longer.\n\nIs it, though?\n\n> A pencil is enough.\n"
    )
    (folder / "content" / "patience-18c.html").write_text("<p>the page</p>")
    (folder.parent / "secret.md").write_text("> secret")
    return folder


def test_an_export_of_omnivore_with_what_lies_beside_it(tmp_path: Path) -> None:
    folder = omnivore(tmp_path / "export")
    reading = registry.read_path(folder)
    assert reading.origin.format == "omnivore"
    found = list(reading.items)
    patience, out = (item for item in found if isinstance(item, Record))
    assert (patience.authors, patience.published) == (["Ada Byron"], "2017-05-24")
    assert (patience.tags, patience.status) == (["thesis", "optimisation"], None)
    assert patience.note == "Read it *twice*."
    assert [(mark.quote, mark.comment) for mark in patience.highlights] == [
        ("Most methods\ncould wait longer.", "Is it, though?"), ("A pencil is enough.", ""),
    ]  # fmt: skip
    assert [file.name for file in patience.attachments] == ["patience-18c.html"]
    assert (out.title, out.note, out.highlights) == ("Reaches out", "", [])
    assert [item.where for item in found if isinstance(item, Skipped)] == ["metadata_0_to_3.json, line 8"]


def test_an_export_of_omnivore_in_an_archive(tmp_path: Path) -> None:
    folder = omnivore(tmp_path / "export")
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder))
    reading = registry.read_path(tmp_path / "export.zip")
    first = next(reading.items)
    assert isinstance(first, Record)
    assert len(first.highlights) == 2
    (file,) = first.attachments
    assert file.path is not None
    assert file.path.read_text() == "<p>the page</p>"
    list(reading.items)
    assert not file.path.exists()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a, b c", ["a", "b c"]),
        ("[[a]] [[b c]]", ["a", "b c"]),
        ("['a', \"b c\"]", ["a", "b c"]),
        ([{"name": "a"}, "b c", None], ["a", "b c"]),
        (None, []),
        ("", []),
    ],
)
def test_tags_are_written_in_many_ways(written: object, found: list[str]) -> None:
    assert words(written) == found


def test_times() -> None:
    at = datetime(2024, 9, 1, 10, 21, 32, tzinfo=UTC)
    for text in ("2024-09-01T10:21:32Z", "2024-09-01 10:21:32+00:00", "September 1, 2024 10:21:32 AM"):
        assert moment(text) == at
    assert moment("soon") is None


@pytest.mark.parametrize("name", ["readwise.csv", "readwise-json.json", "readwise-markdown.md", "omnivore.json"])
@given(st.data())
def test_what_is_damaged_is_told(name: str, data: st.DataObject) -> None:
    raw = bytearray(sample(name))
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=5)):
        raw[at] = data.draw(st.sampled_from(b'"\\[]{}\n\0\xff>-#:,'))
    try:
        found = items(bytes(raw), name.partition(".")[0])
    except Refused as refused:
        assert refused.what.endswith(".")
    else:
        assert all(item.title for item in found if isinstance(item, Record))
        assert all(item.where and item.why for item in found if isinstance(item, Skipped))
