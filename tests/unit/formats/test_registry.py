"""Formats are found, known by what they read, and read whatever they get."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes
from readerapp.records import Record, Skipped
from tests.unit.formats.reading import SAMPLES, items

NAMES = [
    "arxiv-atom",
    "arxiv-snapshot",
    "bbt-json",
    "biblatex",
    "bibtex",
    "crossref",
    "csljson",
    "cslyaml",
    "csv",
    "datacite",
    "endnote-xml",
    "enw",
    "feed",
    "hf-papers",
    "html",
    "json",
    "jsonl",
    "markdown",
    "nbib",
    "omnivore",
    "openalex",
    "openreview",
    "opml",
    "paperlists",
    "papers-page",
    "papis",
    "pasted",
    "pdf",
    "pubmed-xml",
    "readwise",
    "readwise-json",
    "readwise-markdown",
    "ris",
    "semantic-scholar",
    "zotero",
    "zotero-rdf",
]
READABLE = [form.name for form in registry.formats() if form.read]


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    """The registry looks for formats anew, in the test and after it."""
    registry.formats.cache_clear()
    yield
    registry.formats.cache_clear()


def test_our_formats() -> None:
    assert sorted(form.name for form in registry.formats()) == NAMES
    assert sorted(form.name for form in registry.formats() if form.write) == [
        "biblatex",
        "bibtex",
        "csljson",
        "csv",
        "html",
        "json",
        "markdown",
        "ris",
    ]
    assert all(form.label and form.suffixes for form in registry.formats())


@pytest.mark.parametrize("name", READABLE)
def test_every_format_that_reads_has_a_sample_that_it_is_surest_of(name: str) -> None:
    samples = sorted(SAMPLES.glob(f"{name}.*"))
    assert samples, f"tests/data/formats/{name}.… is missing"
    for sample in samples:
        source = open_bytes(sample.read_bytes(), sample.name)
        assert registry.recognise(source).name == name
        found = list(registry.read(source).items)
        assert any(isinstance(item, Record) for item in found)
        assert source.stream.closed


def test_importing_the_registry_imports_no_format() -> None:
    code = "import sys, readerapp.registry; print([m for m in sys.modules if 'formats' in m or m in ('json', 'lzma')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(
        Refused, match=r"There is no format called “refworks”\. There are: .*papers-page.*\."
    ) as refused:
        registry.format_named("refworks")
    assert all(name in str(refused.value) for name in NAMES)
    assert registry.format_named("JSON").name == "json"


def test_a_format_that_only_writes_reads_nothing() -> None:
    source = open_bytes(b"a,b\n", "a.csv")
    with pytest.raises(Refused, match="The format csv can be written but not read"):
        registry.read(source, "csv")
    assert source.stream.closed


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "anything is empty."),
        (b" \n\t\n", "anything is empty."),
        (b"%PDF-1.7\n1 0 obj", "anything is damaged, or no PDF."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Nothing was recognised in anything."),
        (b'{"some": "other JSON"}', "Nothing was recognised in anything."),
    ],
)
def test_what_is_nothing_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        registry.read(open_bytes(data, "anything"))
    assert refused.value.what == why


PLUGIN = """
from readerapp.records import Format, Origin, Reading, Record

def read(source):
    return Reading(Origin("{name}", source.name), iter([Record(title=source.text())]))

def failing(source):
    raise RuntimeError("I always fail")

FORMAT = Format("{name}", "of somebody else", (".own",), recognise={recognise}, read=read)
"""


def install(folder: Path, **modules: str) -> None:
    """Puts modules of another distribution on the path, each an entry point."""
    about = folder / "somebody-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: somebody\nVersion: 1.0\n")
    points = "\n".join(f"{name} = somebody_{name}" for name in modules)
    (about / "entry_points.txt").write_text(f"[readerapp.formats]\n{points}\n")
    for name, code in modules.items():
        (folder / f"somebody_{name}.py").write_text(code)


@pytest.mark.usefixtures("fresh_registry")
def test_formats_of_others_come_by_entry_point_and_broken_ones_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    install(
        tmp_path,
        good=PLUGIN.format(name="own", recognise="lambda source: 99 * source.head.startswith(b'OWN')"),
        clash=PLUGIN.format(name="json", recognise="lambda source: 100"),
        fails=PLUGIN.format(name="fails", recognise="failing"),
        broken="import there_is_no_such_module",
        wrong="FORMAT = 'text'",
    )
    with caplog.at_level(logging.WARNING):
        assert [form.name for form in registry.formats() if form.name not in NAMES] == ["fails", "own"]
        assert [record.getMessage() for record in caplog.records] == [
            "The format broken (somebody_broken) cannot be loaded; it is left out.",
            "The entry point wrong (somebody_wrong) is no format; it is left out.",
            "A second format is called json; it is left out.",
        ]
        caplog.clear()
        assert list(registry.read(open_bytes(b"OWN text", "x.own")).items) == [Record(title="OWN text")]
        assert [record.getMessage() for record in caplog.records] == [
            "The format fails failed to look at an input; it is left out."
        ]
    caplog.clear()


@pytest.mark.parametrize("name", READABLE)
@given(
    data=st.binary()
    | st.text().map(str.encode)
    | st.text(st.sampled_from('[]{}",:<>/= \n—1705.08741a')).map(str.encode)
)
@example(data=b"\0" * 100)
@example(data=b"\xff\xfe\x00")
@example(data="\u202e\u2066title\u2028".encode())
def test_no_input_does_more_than_be_refused(name: str, data: bytes) -> None:
    for format_name in (name, "auto"):
        try:
            found = items(data, format_name)
        except Refused as refused:
            assert refused.what.endswith(".")
        else:
            assert all(item.where and item.why for item in found if isinstance(item, Skipped))
            assert all(item.title for item in found if isinstance(item, Record))


@pytest.mark.parametrize("name", READABLE)
def test_a_line_of_fifty_megabytes_is_read_or_refused(name: str) -> None:
    for piece in (b"word and ", b"1705.08741 ", b"([{<", "長い".encode(), b'{"title": "'):
        data = piece * (50_000_000 // len(piece))
        try:
            assert len(items(data, name)) <= 2
        except Refused as refused:
            assert refused.what.endswith(".")
