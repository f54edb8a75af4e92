"""papis: `info.yaml`, alone and in a tree of folders."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.names import Name
from readerapp.records import Identifier, Item, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def library(folder: Path) -> Path:
    """A library with two documents, one of them further down, one that cannot be read, and a file that is none."""
    first = folder / "byron-2019"
    first.mkdir(parents=True)
    (first / "info.yaml").write_bytes((SAMPLES / "papis.yaml").read_bytes())
    (first / "byron-2019.pdf").write_bytes(b"%PDF-1.4 patience")
    (first / "supplement.pdf").write_bytes(b"%PDF-1.4 that no document names")
    (first / "notes.md").write_text("Read *twice*.\n")
    second = folder / "older" / "ohm-1827"
    second.mkdir(parents=True)
    (second / "info.yaml").write_text(
        "title: The chain\nauthor: Ohm, Georg Simon\nyear: '1827'\nfiles: [a.pdf, ../../byron-2019/byron-2019.pdf]\n"
    )
    (second / "a.pdf").write_bytes(b"%PDF-1.4 chain")
    broken = folder / "broken"
    broken.mkdir()
    (broken / "info.yaml").write_text("title: Broken\nauthor: [unclosed\nyear: 1900\n")
    (folder / "readme.json").write_text("{}")
    return folder


def test_the_sample() -> None:
    (record,) = records((SAMPLES / "papis.yaml").read_bytes(), "papis")
    assert record.title == "On the Patience of Methods"
    assert record.authors == ["Ada Byron", "Laurens van der Maaten"]
    assert Name.of(record.authors[1]).family == "van der Maaten"
    assert (record.venue, record.year, record.published) == ("Journal of Patience", 2019, "2019-05")
    assert record.identifiers == [Identifier("doi", "10.1000/patience.3"), Identifier("arxiv", "1705.08741")]
    assert record.tags == ["optimisation", "thesis/chapter-2"]
    assert record.citation_key == "byron2019Patience"
    assert record.added == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert record.details == {"type": "article-journal", "volume": "7", "page": "12--34"}
    assert record.extras["papis"]["project"] == "waiting"


def test_a_library_is_a_tree_of_documents(tmp_path: Path) -> None:
    folder = library(tmp_path / "papers")
    reading = registry.read_path(folder)
    found = list(reading.items)
    assert (reading.origin.format, reading.origin.title) == ("papis", "papers")
    patience, chain = (item for item in found if isinstance(item, Record))
    assert patience.note == "Read *twice*."
    assert [file.path for file in patience.attachments] == [folder / "byron-2019" / "byron-2019.pdf"]
    # What leads out of the folder of a document is left.
    assert [file.path for file in chain.attachments] == [folder / "older" / "ohm-1827" / "a.pdf"]
    assert (chain.authors, chain.year) == (["Georg Simon Ohm"], 1827)
    assert [(item.where, item.why.partition(" (")[0]) for item in found if isinstance(item, Skipped)] == [
        ("readme.json", "It is none of the files that can be read. See: readerapp formats"),
        ("broken/info.yaml, line 1", "It is no YAML"),
        ("older/ohm-1827/info.yaml, line 1", "There is no file ../../byron-2019/byron-2019.pdf in its folder."),
    ]


def test_several_documents_in_one_file() -> None:
    text = "title: One\nauthor: A B\ntags: [x, y]\n---\ntitle: [broken\n---\ntitle: Three\nauthor: C D\ntags: a b, c\n"
    found = items(text, "papis")
    assert [item.title for item in found if isinstance(item, Record)] == ["One", "Three"]
    assert [item.tags for item in found if isinstance(item, Record)] == [["x", "y"], ["a b", "c"]]
    assert [item.where for item in found if isinstance(item, Skipped)] == ["line 4"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- a\n- b\n", "It is no document of papis."),
        ("year: 2001\n", "It has no title."),
        ("title: x\ndate: 2001-99-99\nauthor: 5\n", ""),
        ("title: !!python/object/apply:os.system [ls]\n", "It is no YAML"),
        ("title: x\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)), "It refers"),
        ("title: " + "[" * 5_000, "It is no YAML"),
        ("title: x\nyear: " + "9" * 5_000, ""),
    ],
)
def test_what_is_wrong_is_said(text: str, why: str) -> None:
    found = items(text, "papis")
    if why:
        assert [one[1][: len(why)] for one in skipped(text, "papis")] == [why]
    else:
        assert [item.title for item in found if isinstance(item, Record)] == ["x"]


_TEXTS = st.text(st.sampled_from("abc: -[]{}#&*!|>'\"%@`\n,?é"), max_size=12)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=6,
)
_KEYS = st.sampled_from(["title", "author", "author_list", "year", "month", "tags", "files", "notes", "doi", "mine"])


@given(st.lists(st.dictionaries(_KEYS, _VALUES, max_size=6), min_size=1, max_size=3))
def test_whatever_yaml_says_every_document_is_told(documents: list[dict[str, object]]) -> None:
    import yaml

    found: list[Item] = items(yaml.safe_dump_all(documents, allow_unicode=True), "papis")
    told = [item for item in found if isinstance(item, Record) or "document" in item.why or "title" in item.why]  # type: ignore[union-attr]
    assert len(told) <= len(documents)
    assert all(item.title for item in found if isinstance(item, Record))
