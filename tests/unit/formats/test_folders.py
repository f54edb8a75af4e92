"""Folders and archives as one reading: what is taken, what is left, and what a hostile one can do."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes
from readerapp.library.connect import Library
from readerapp.records import Reading, Record, Skipped, TagRecord
from tests.unit.formats.zotero import small


def papers(*titles: str) -> str:
    """A file of this program's own JSON with papers of these titles and a tag."""
    entries: list[dict[str, object]] = [
        {"id": number, "title": title, "authors": [], "published": None} for number, title in enumerate(titles, 1)
    ]
    return json.dumps(
        {"format": "readerapp", "version": 1, "papers": entries, "tags": [{"name": "mine", "queue": [1]}]}
    )


def titles(reading: Reading) -> list[str]:
    return [item.title for item in reading.items if isinstance(item, Record)]


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(item.where, item.why) for item in reading.items if isinstance(item, Skipped)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / "a.json").write_text(papers("First"))
    (folder / "b" / "c.json").write_text(papers("Second", "Third"))
    (folder / "b" / "deep" / "d.json").write_text(papers("", "Fourth"))
    (folder / ".hidden.json").write_text(papers("Hidden"))
    return folder


def test_all_files_are_one_reading(folder: Path) -> None:
    reading = registry.read_path(folder)
    assert (reading.origin.format, reading.origin.title) == ("folder", "papers")
    found = list(reading.items)
    assert [item.title for item in found if isinstance(item, Record)] == ["First", "Second", "Third", "Fourth"]
    assert [(item.where, item.why) for item in found if isinstance(item, Skipped)] == [
        ("b/deep/d.json, line 1", "It has no title.")
    ]
    # Numbers that papers have in one file would name others among several.
    assert {item.id for item in found if isinstance(item, Record)} == {None}
    assert {item.queue for item in found if isinstance(item, TagRecord)} == {()}
    assert reading.done is not None
    assert reading.done() == reading.total == sum(file.stat().st_size for file in folder.rglob("[a-z].json"))


def test_the_same_folder_can_be_read_again_and_another_is_another(folder: Path) -> None:
    before = registry.read_path(folder).source
    assert before
    assert registry.read_path(folder).source == before
    (folder / "a.json").write_text(papers("First", "One more"))
    assert registry.read_path(folder).source != before


def test_links_that_lead_out_are_left(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(papers("Secret"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "e.json").write_text(papers("Of another folder"))
    (folder / "out.json").symlink_to(secret)
    (folder / "folder-out").symlink_to(tmp_path / "other")
    (folder / "in.json").symlink_to(folder / "b" / "c.json")
    (folder / "b" / "up").symlink_to(folder)
    (folder / "broken.json").symlink_to(folder / "missing.json")
    os.mkfifo(folder / "pipe")
    reading = registry.read_path(folder)
    assert titles(reading) == ["First", "Second", "Third", "Second", "Third", "Fourth"]
    why = "It is a link that leads out of the folder, and was left."
    assert told(registry.read_path(folder))[:4] == [
        ("broken.json", "It is no file."), ("folder-out", why), ("out.json", why), ("pipe", "It is no file."),
    ]  # fmt: skip


def test_a_folder_of_zotero_is_its_library(tmp_path: Path) -> None:
    path = small(tmp_path / "Zotero" / "zotero.sqlite")
    (path.parent / "styles").mkdir()
    (path.parent / "styles" / "style.json").write_text(papers("Not of the library"))
    (path.parent / "zotero.sqlite.bak").write_bytes(path.read_bytes())
    reading = registry.read_path(path.parent)
    assert (reading.origin.format, reading.origin.title) == ("zotero", "Zotero")
    found = list(reading.items)
    assert [item.title for item in found if isinstance(item, Record)] == ["Slow Gradients Make Good Neighbours"]
    assert [item for item in found if isinstance(item, Skipped)] == []


def test_a_name_alone_speaks_for_nothing(folder: Path) -> None:
    (folder / "info.yaml").write_text("this: is of another program\n")
    (folder / "zotero.sqlite").write_text("no database")
    assert titles(registry.read_path(folder)) == ["First", "Second", "Third", "Fourth"]


def test_a_library_of_ours_is_left_alone(folder: Path) -> None:
    """To open and close its file, or its locks, would take away the locks that this process has on them."""
    library = Library(folder / "own.db")
    library.writer().close()
    (folder / "own.files" / "stored").mkdir(exist_ok=True)
    (folder / "own.files" / "stored" / "kept.json").write_text(papers("Kept"))
    reading = registry.read_path(folder)
    found = list(reading.items)
    assert [item.title for item in found if isinstance(item, Record)] == ["First", "Second", "Third", "Fourth"]
    assert "own.db" in [item.where for item in found if isinstance(item, Skipped)]
    with pytest.raises(Refused, match="has no files to read"):
        registry.read_path(folder / "own.files")
    library.close()


def test_several_at_once(folder: Path, tmp_path: Path) -> None:
    reading = registry.read_paths([folder / "a.json", folder / "b", tmp_path / "missing"])
    assert reading.origin.title == "3 files and folders"
    assert titles(reading) == ["First", "Second", "Third", "Fourth"]
    again = registry.read_paths([folder / "a.json", tmp_path / "missing"])
    assert told(again) == [("missing", "missing cannot be read. Look whether it is there, and a file.")]


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match=r"empty has no files to read\."):
        registry.read_path(tmp_path / "empty")
    with pytest.raises(Refused, match="There is no file"):
        registry.read_path(tmp_path / "missing")


def archive(*members: tuple[str | zipfile.ZipInfo, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these names and contents."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as file:
        for name, data in members:
            file.writestr(name, data)
    return packed.getvalue()


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    data = archive(("a.json", papers("First")), ("sub/b.json", papers("Second")), ("sub/c.txt", "\0\1\2" * 100))
    path = tmp_path / "export.zip"
    path.write_bytes(data)
    for reading in (registry.read_path(path), registry.read(open_bytes(data, "export.zip"))):
        assert (reading.origin.format, reading.origin.title) == ("zip", "export.zip")
        found = list(reading.items)
        assert [item.title for item in found if isinstance(item, Record)] == ["First", "Second"]
        assert [item.where for item in found if isinstance(item, Skipped)] == ["sub/c.txt"]


def test_what_leads_out_of_an_archive_is_left(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = archive(
        ("../up.json", papers("Up")),
        ("/tmp/absolute.json", papers("Absolute")),
        ("C:\\drive.json", papers("Drive")),
        ("a/../../b.json", papers("Between")),
        (link, "/etc/hostname"),
        ("good.json", papers("Good")),
    )
    path = tmp_path / "inner" / "export.zip"
    path.parent.mkdir()
    path.write_bytes(data)
    reading = registry.read_path(path)
    assert titles(reading) == ["Good"]
    outside, no_file = "Its name leads out of the archive, and it was left.", "It is a link or no file, and was left."
    assert told(registry.read_path(path)) == [
        ("../up.json", outside), ("/tmp/absolute.json", outside), ("C:\\drive.json", outside),
        ("a/../../b.json", outside), ("link.json", no_file),
    ]  # fmt: skip
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["export.zip", "inner"]


def test_archives_that_are_bombs_are_refused() -> None:
    packed = archive(*((f"{n}.json", bytes(40_000_000)) for n in range(10)))
    assert len(packed) < 1_000_000
    with pytest.raises(Refused, match=r"bomb\.zip unpacks to far more than it should\."):
        titles(registry.read(open_bytes(packed, "bomb.zip")))
    nested = archive(("inner.zip", archive(("a.json", papers("Inside")))), ("b.json", papers("Beside")))
    reading = registry.read(open_bytes(nested, "nested.zip"))
    found = list(reading.items)
    assert [item.title for item in found if isinstance(item, Record)] == ["Beside"]
    assert told(registry.read(open_bytes(nested, "nested.zip"))) == [
        ("inner.zip", "An archive in an archive is not read. Unpack it first.")
    ]
    crowd = archive(*((f"{n}", b"") for n in range(100_001)), compression=zipfile.ZIP_STORED)
    with pytest.raises(Refused, match="holds more than 100,000 files"):
        titles(registry.read(open_bytes(crowd, "crowd.zip")))


def test_documents_that_are_archives_are_not_papers() -> None:
    data = archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"))
    with pytest.raises(Refused, match=r"Nothing was recognised in thesis\.docx\."):
        titles(registry.read(open_bytes(data, "thesis.docx")))


_GOOD = archive(("a.json", papers("First")), ("b/c.json", papers("Second")), compression=zipfile.ZIP_STORED)


@given(st.lists(st.tuples(st.integers(0, len(_GOOD) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(_GOOD)))
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(_GOOD)
    for at, value in changes:
        data[at] = value
    data[length:] = b"" if length % 2 else data[length:]
    try:
        found = list(registry.read(open_bytes(b"PK\x03\x04" + bytes(data[4:]), "damaged.zip")).items)
    except Refused as refused:
        assert refused.what.endswith(".")
    else:
        assert all(item.where and item.why for item in found if isinstance(item, Skipped))
