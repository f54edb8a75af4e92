"""Lines of text from bytes."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.formats import text_lines
from readerapp.formats.text_lines import lines


@example("\r\r\n", 1)
@given(st.text(st.sampled_from("ab é長\n\r")), st.integers(1, 9))
def test_lines_are_those_of_the_text_however_it_is_read(text: str, piece: int) -> None:
    before = text_lines._PIECE
    text_lines._PIECE = piece
    try:
        found = list(lines(io.BytesIO(text.encode())))
    finally:
        text_lines._PIECE = before
    assert found == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def test_each_line_has_its_own_encoding() -> None:
    data = "Größe\n".encode() + "Länge\n".encode("cp1252") + "長\n".encode()
    assert list(lines(io.BytesIO(data))) == ["Größe", "Länge", "長", ""]


@pytest.mark.parametrize("end", [b"", b"\nb"])
def test_a_line_without_an_end_takes_no_more_memory_than_it_may(end: bytes) -> None:
    found = list(lines(io.BytesIO(b"a" * 40_000_000 + end)))
    assert text_lines.LONGEST_LINE <= len(found[0]) < text_lines.LONGEST_LINE + 2**20
    assert found[1:] == ([] if not end else ["b"])
