"""What strangers' files and odd fingers can do: nothing but a sentence or a result, and nothing lost."""

from __future__ import annotations

import gzip
import json
import lzma
import os
from itertools import product
from pathlib import Path

import pytest

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes, open_path
from readerapp.library import check, papers, tags
from readerapp.library.connect import Writer
from readerapp.library.language import parse, quoted
from readerapp.library.search import ids
from readerapp.operations import exporting, filing, reading
from readerapp.operations.importing import bring_in
from tests.unit.library.test_history import dump

GOOD = json.dumps({"title": "A good neighbour", "abstract": "It stays.", "authors": ["Ada Byron"]})


def line(**more: object) -> str:
    """A line of JSON Lines with this much wrong in it."""
    return json.dumps({"title": "A doubtful one", **more})


PAGE = "new\n\nSubscribe\n\nMar 11\n\nA title of some length here\n\nAn abstract about a matter. " + "More of it. " * 30

FILES: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" \n\t\n ",
    "one letter": b"x",
    "half a page": PAGE.encode()[:90],
    "half a title": b"new\n\nGet trending papers in your em",
    "furniture alone": b"new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the community\n",
    "binary": bytes(range(256)) * 40,
    "random": os.urandom(20_000),
    "zeros": bytes(10_000),
    "NUL in a page": PAGE.replace("title", "ti\0tle").encode(),
    "invalid UTF-8": PAGE.encode() + b"\n\nA title with \xff\xfe\xc3 in it\n\n" + b"Its abstract \x80\x81. " * 30,
    "UTF-16": PAGE.encode("utf-16"),
    "UTF-16 without its end": PAGE.encode("utf-16")[:-1],
    "UTF-32": PAGE.encode("utf-32"),
    "byte order mark": b"\xef\xbb\xbf" + PAGE.encode(),
    "carriage returns": PAGE.replace("\n", "\r").encode(),
    "right to left": PAGE.replace("title", "title \u202egnp.exe\u202c \u2066x").encode(),
    "markup in a title": PAGE.replace(
        "A title", "<script>alert(1)</script><img src=file:///etc/passwd> A title"
    ).encode(),
    "style in an abstract": PAGE.replace("An abstract", "<style>*{display:none}</style> <table>" * 50 + "A").encode(),
    "one long line": b"word " * 400_000,
    "one long word": b"w" * 2_000_000,
    "a thousand dates": b"Mar 11\n\n" * 1000,
    "a million line ends": b"\n" * 1_000_000,
    "JSON cut off": GOOD.encode()[:-9],
    "JSON number": b"42",
    "JSON text": b'"a title"',
    "JSON null": b"null",
    "JSON empty list": b"[]",
    "JSON list of lists": b"[[[]]]",
    "JSON deep": b"[" * 200_000,
    "JSON deep objects": b'{"a":' * 100_000,
    "JSON deep in a line": b'{"title": ' + b"[" * 100_000 + b"\n" + GOOD.encode(),
    "JSON other object": b'{"format": "something else", "papers": 7}',
    "JSON newer version": b'{"format": "readerapp", "version": 99, "papers": []}',
    "JSON papers of the wrong kind": b'{"format": "readerapp", "version": 1, "papers": [1, "x", null, {"title": 3}]}',
    "JSON huge number": b'{"title": "x", "year": ' + b"9" * 5000 + b"}\n" + GOOD.encode(),
    "JSON infinities": b'{"title": "x", "year": 1e999, "rating": NaN}\n' + GOOD.encode(),
    "JSON lone surrogate": b'{"title": "a\\ud800b", "abstract": "\\udfff"}\n' + GOOD.encode(),
    "JSON NUL": b'{"title": "a\\u0000b", "abstract": "\\u0000"}\n' + GOOD.encode(),
    "JSON same key twice": b'{"title": "x", "title": ["y"]}\n' + GOOD.encode(),
    "lines with a bad one": f"{GOOD}\nnot json\n{line()}\n".encode(),
    "lines of other things": b"1\n2\n3\nnull\n[]\n",
    "title a list": f"{line(title=['a'])}\n{GOOD}".encode(),
    "title empty": f"{line(title='')}\n{GOOD}".encode(),
    "title of blanks": f"{line(title=' ​ ')}\n{GOOD}".encode(),
    "title huge": f"{line(title='t' * 3_000_000)}\n{GOOD}".encode(),
    "abstract huge": f"{line(abstract='a ' * 3_000_000)}\n{GOOD}".encode(),
    "authors a text": f"{line(authors='Ada Byron')}\n{GOOD}".encode(),
    "authors wrong": f"{line(authors=[None, 3, {}, [], ''])}\n{GOOD}".encode(),
    "authors very many": f"{line(authors=[f'Person {n}' for n in range(50_000)])}\n{GOOD}".encode(),
    "year a text": f"{line(year='soon')}\n{GOOD}".encode(),
    "year negative": f"{line(year=-5)}\n{GOOD}".encode(),
    "year far": f"{line(year=10**30)}\n{GOOD}".encode(),
    "keywords wrong": f"{line(keywords={'a': 1})}\n{GOOD}".encode(),
    "links that are none": f"{line(url='javascript:alert(1)', pdf='file:///etc/passwd', code='//x')}\n{GOOD}".encode(),
    "doi wrong": f"{line(doi='not a doi')}\n{GOOD}".encode(),
    "gzip cut off": gzip.compress(GOOD.encode() * 1000)[:-20],
    "xz cut off": lzma.compress(GOOD.encode() * 1000)[:-20],
    "gzip of nothing": gzip.compress(b""),
    "gzip of zeros": gzip.compress(bytes(300_000_000), 9),
    "gzip in gzip": gzip.compress(gzip.compress(GOOD.encode())),
    "gzip that is none": b"\x1f\x8b" + b"x" * 100,
    "xz that is none": b"\xfd7zXZ\x00" + b"x" * 100,
    "zst that is none": b"\x28\xb5\x2f\xfd" + b"x" * 100,
    "HTML": b"<html><body>" + b"<div>" * 20_000 + b"<a href='/papers/2401.00001'>A title</a>",
    "XML entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
    "SQL": b"Robert'); DROP TABLE paper;-- \n\nNow the abstract; DELETE FROM paper WHERE 1 = 1. " + b"And on. " * 40,
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_a_sentence_or_a_result(filled: Writer, tmp_path: Path, name: str) -> None:
    path = tmp_path / "input"
    path.write_bytes(FILES[name])
    before = dump(filled.connection)
    try:
        _, summary = bring_in(filled, registry.read(open_path(path)))
    except Refused as refusal:
        assert len(str(refusal)) > 20
        assert dump(filled.connection) == before
    else:
        assert all(skipped.where and skipped.why for skipped in summary.skipped)
        if GOOD.encode() in FILES[name]:
            good = filled.connection.execute("SELECT id FROM paper WHERE title = 'A good neighbour'").fetchall()
            assert len(good) == 1
        for paper in summary.papers:
            row = papers.rows(filled.connection, [paper])[paper]
            assert "\0" not in row.title
        if summary.added or summary.merged:
            filled.undo()
        assert dump(filled.connection) == before
    assert check.look(filled, repair=False) == []


def test_there_are_at_least_sixty() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("kind", ["missing", "folder", "fifo", "device", "dangling", "secret"])
def test_what_is_no_plain_file_is_a_sentence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "input"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "device":
            path = Path("/dev/zero")
        case "dangling":
            path.symlink_to(tmp_path / "nowhere")
        case "secret":
            path = tmp_path / ("x" * 300)
    with pytest.raises(Refused):
        registry.read(open_path(path))


TAGS = [
    "x" * 10_000, "", " ", "/", "//", "a//b", "/a/", "a'b", 'a"b', "a,b", "a;b", "%", "_", "*", "a\nb", "a\tb", "a\0b",
    "\ud800", "-a", "none", "=a", "tag:x", "is:unread", "(a OR b)", "'; DROP TABLE tag;--", "😀", "e\u0301", "É",
    "\u202eabc", "a/" * 90 + "z", "ﬀ", "İstanbul", "ß", "SS",
]  # fmt: skip


@pytest.mark.parametrize("name", TAGS)
def test_any_tag_is_refused_in_words_or_found_again(filled: Writer, name: str) -> None:
    try:
        filing.tag(filled, [1, 2], [name])
    except Refused as refusal:
        assert len(str(refusal)) > 20
        assert tags.of_papers(filled.connection, [1]) == tags.of_papers(filled.connection, [5])
        return
    (made,) = tags.of_papers(filled.connection, [1]).keys() - tags.of_papers(filled.connection, [5]).keys()
    assert list(ids(filled.connection, parse(f"tag:={quoted(made)}"))) == [2, 1]
    filing.tag(filled, [1], [], [name])
    assert list(ids(filled.connection, parse(f"tag:={quoted(made)}"))) == [2]
    assert filled.undo() is not None
    assert filled.undo() is not None
    assert check.look(filled, repair=False) == []


OPERATORS = [
    "AND", "OR", "NOT", "NEAR", "NEAR(", "-", "--", "(", ")", "((", '"', '""', "*", "^", ":", "+", "{", "}", "tag:",
    "tag:=", "is:", "has:", "year:", "year:..", "year:>=", "sort:", "sort:-", "id:", "doi:", "added:", "added:-7d", "%",
    "_", "'", "''", ";", "\\", "/*", "*/", "--x", "NULL", "SELECT", "MATCH", "rowid:", "title :", "\0", "\ud800", "😀",
    "\u202e", "🏳️‍🌈", "a" * 9000, "(" * 3000, '"a" * 3', "title:(a OR b)", "- -", "tag:''", "x:y:z", "=", "<>", "~",
]  # fmt: skip


def test_every_operator_alone_and_doubled_finds_something_or_nothing(filled: Writer) -> None:
    for text in [*OPERATORS, *("".join(pair) for pair in product(OPERATORS, repeat=2) if len("".join(pair)) < 200)]:
        for query in (text, f"question {text}", f"{text} question"):
            ids(filled.connection, parse(query, typing=True), limit=10)


def test_notes_of_any_text_are_kept_to_the_letter(filled: Writer) -> None:
    for text in ("<b>&amp;</b>", "a\r\nb\rc", "\t x ", "[[x]] $\\alpha$ `c`", "\u202e", "😀" * 1000, "x" * 1_000_000):
        reading.set_note(filled, 1, text)
        assert papers.note(filled.connection, 1) == text
    reading.set_note(filled, 1, "with\0 a NUL and \ud800")
    assert papers.note(filled.connection, 1) == "with a NUL and ?"


def test_hostile_texts_leave_in_every_format_and_come_back(filled: Writer, tmp_path: Path) -> None:
    for name in ("markup in a title", "right to left", "SQL", "style in an abstract"):
        bring_in(filled, registry.read(open_bytes(FILES[name], name)))
    reading.set_note(filled, 1, "# =cmd() | <script>")
    for form in registry.formats():
        if form.write:
            exporting.write_file(filled.connection, None, form, tmp_path / f"out.{form.name}")
    reading_back = registry.read(open_path(tmp_path / "out.json"))
    assert bring_in(filled, reading_back)[1].unchanged == len(papers.all_ids(filled.connection))


def test_a_plain_import_goes_on_as_before(filled: Writer) -> None:
    # the last word: after all of the above a library of this kind still takes what it should
    assert bring_in(filled, registry.read(open_bytes(GOOD.encode(), "good")))[1].added == 1
