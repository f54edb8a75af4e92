"""The syntax of BibTeX, and what people make of it: one broken entry costs no other."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.bibtex_entries import Broken, Entry, Other, blocks, encoding_named, pieces

STRINGS = {"jan": "jan", "acm": "ACM Press"}


def parsed(data: str | bytes) -> list[Entry | Other | Broken]:
    raw = data.encode() if isinstance(data, str) else data
    found: list[Entry | Other | Broken] = []
    for line, text in pieces(io.BytesIO(raw), encoding_named(raw)):
        if text is None:
            found.append(Broken(line, "too long"))
        else:
            found += blocks(text, line, STRINGS)
    return found


def fields_of(data: str) -> dict[str, str]:
    [entry] = parsed(data)
    assert isinstance(entry, Entry)
    return entry.fields


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{a {b {c {d {e}}}}}", "a {b {c {d {e}}}}"),
        ('"say {"}hi{"} to {b}"', 'say {"}hi{"} to {b}'),
        ('"a {b {c {d {e "f"}}}}"', 'a {b {c {d {e "f"}}}}'),
        ("2020", "2020"),
        ("ACM", "ACM Press"),
        ("unknown", "unknown"),
        ('"12~" # jan', "12~jan"),
        ('{a} # " b " # acm # 3', "a b ACM Press3"),
        ("{50% of a_b & c # d}", "50% of a_b & c # d"),
        ('"The "best" paper"', 'The "best" paper'),
        ("A title without braces", "A title without braces"),
        ("", ""),
        ("{}", ""),
        ("{a = b, c = {d}}", "a = b, c = {d}"),
        (r"{\{ \} \" \\}", r"\{ \} \" \\"),
    ],
)
def test_values(source: str, expected: str) -> None:
    for ending in (", y = {1}}", ",\n  y = {1},\n}", "\n, y={1}\n}"):
        assert fields_of(f"@misc{{k, title = {source}{ending}") == {"title": expected, "y": "1"}


@pytest.mark.parametrize(
    ("source", "key", "names"),
    [
        ("@Article(k, a = {1}, b = {(x)})", "k", ["a", "b"]),
        ("@article {\n k \n,\n A={1}\n,\nb={2}\n}", "k", ["a", "b"]),
        ("@article{, a = {1}}", "", ["a"]),
        ("@article{a = {1}}", "", ["a"]),
        ("@article{DBLP:conf/x-y_z(1)+é, a = {1}}", "DBLP:conf/x-y_z(1)+é", ["a"]),
        ("@article{a b, a = {1}}", "a b", ["a"]),
        ("@article{k}", "k", []),
        ("@article{k,}", "k", []),
        ("@article{k, a = {1} b = {2}\n c = 3}", "k", ["a", "b", "c"]),
        ("@article{k, a = {1}}, b = {2}}", "k", ["a", "b"]),
        ("@article{k, a = {1},, b-c_d = {2},,}", "k", ["a", "b-c_d"]),
        ("@article{k, ? a = {1}, !!, b = {2}}", "k", ["a", "b"]),
        ("@article{k, a = {1}, a = {1}, a = {2}, a = {3}}", "k", ["a", "a_2", "a_3"]),
    ],
)
def test_entries(source: str, key: str, names: list[str]) -> None:
    [entry] = [block for block in parsed(source) if not isinstance(block, Other)]
    assert isinstance(entry, Entry)
    assert (entry.kind, entry.key, list(entry.fields)) == ("article", key, names)


BROKEN = [
    "@misc{broken, title = {a {b}, year = {2020}}",
    "@misc{broken, title = {a",
    '@misc{broken, title = "a, year = {2020}}',
    "@misc{broken, title = {a}, year = {2020}",
    "@misc{broken, title",
    "@misc{broken",
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("between", ["\n", "\n\n  ", "\r\n", "\r"])
def test_a_broken_entry_is_named_with_its_line_and_costs_no_other(broken: str, between: str) -> None:
    found = parsed(f"@misc{{before, title={{a}}}}{between}{broken}{between}@misc{{after, title={{b}}}}\n")
    assert [block.key for block in found if isinstance(block, Entry) and block.fields] == ["before", "after"]
    line = 1 + between.count("\n") + (between.count("\r") if "\n" not in between else 0)
    assert [block.line for block in found if isinstance(block, Broken)] == [line]


def test_broken_entries_in_one_line_cost_no_other() -> None:
    found = parsed("@a{b, t={x @c{d, t={y}} @e{f, t=@g{h, t={z}}")
    assert [block.key for block in found if isinstance(block, Entry)] == ["d", "h"]


def test_what_is_no_entry_is_kept_as_it_stands() -> None:
    source = (
        "Some text with a@b.example and @nothing.\n\n@comment{jabref-meta: {x};\n}\n"
        '@preamble{"\\newcommand{a}" # "b"}\n@Comment an unclosed {one\n@comment(so)\nmore\n@misc{k, a={1}} end\n'
    )
    found = parsed(source)
    assert [(block.what, block.source) for block in found if isinstance(block, Other)] == [
        ("text", "Some text with a@b.example and @nothing."),
        ("comment", "@comment{jabref-meta: {x};\n}"),
        ("preamble", '@preamble{"\\newcommand{a}" # "b"}'),
        ("text", "@Comment an unclosed {one"),
        ("comment", "@comment(so)"),
        ("text", "more"),
        ("text", "end"),
    ]
    assert [block.line for block in found if isinstance(block, Entry)] == [9]


def test_each_entry_is_decoded_by_itself() -> None:
    latin, utf8 = "@misc{a, t={é}}\n".encode("latin-1"), "@misc{b, t={é漢}}\n".encode()
    assert [entry.fields["t"] for entry in parsed(latin + utf8 + latin) if isinstance(entry, Entry)] == [
        "é", "é漢", "é",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "encoding", "text"),
    [
        ("ISO8859_2", "iso8859-2", "Łódź"),
        ("windows-1251", "cp1251", "Привет"),
        ("x-MacRoman", "mac-roman", "Æ é"),
        ("GBK", "gbk", "漢字"),
        ("SJIS", "shift_jis", "表ソ能"),
        ("UTF-8", "utf-8", "Łódź 漢字"),
        ("UTF-16BE", "utf-8", "Łódź"),
        ("no such", "utf-8", "Łódź"),
        ("zlib", "utf-8", "Łódź"),
    ],
)
def test_a_file_may_name_its_encoding(name: str, encoding: str, text: str) -> None:
    data = f"% Encoding: {name}\n\n@misc{{a, t={{{text}}}}}\n@misc{{b, t={{{text}}}}}\n".encode(encoding)
    assert [block.fields["t"] for block in parsed(data) if isinstance(block, Entry)] == [text, text]


def test_pieces_do_not_depend_on_where_reading_stops() -> None:
    entry = "@misc{key%d,\n  title = {A title of some length},\n  note = {text @ {x} @misc},\n}\n\n"
    data = "".join(entry % number for number in range(60_000))
    found = parsed(data)
    assert [(block.key, block.line) for block in found if isinstance(block, Entry)] == [
        (f"key{number}", number * 5 + 1) for number in range(60_000)
    ]


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.lists(
        st.sampled_from(
            ["@", "misc", "{", "}", "(", ")", "k", ",", "a", "=", '"', "#", "\n", " ", "\\", "%", "@string{"]
        )
    ).map(lambda parts: "".join(parts).encode())
)
def test_anything_can_be_read(data: bytes) -> None:
    for block in parsed(data + b"\n@misc{good, title={A neighbour}}\n"):
        last = block
    assert isinstance(last, Entry)
    assert (last.key, last.fields) == ("good", {"title": "A neighbour"})
