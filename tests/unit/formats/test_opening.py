"""Paths, bytes and streams are opened with care, decompressed, and in UTF-8."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats.opening import Damaged, looks_like_text, open_bytes, open_path, open_stream, whole_text
from readerapp.records import LONGEST_TEXT, decode

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESSIONS: list[Callable[[bytes], bytes]] = [lzma.compress, gzip.compress, zstd.compress]
TEXT = b"".join(b"line %d of a text that is long enough\n" % n for n in range(20_000))


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        open_path(path)
    return str(refused.value)


def test_a_file_is_read_from_its_beginning_and_knows_its_size_and_time(tmp_path: Path) -> None:
    file = tmp_path / "papers.txt"
    file.write_bytes(TEXT)
    os.utime(file, (1_773_220_320.25, 1_773_220_320.25))
    source = open_path(file)
    assert (source.name, source.size) == ("papers.txt", len(TEXT))
    assert source.when == datetime(2026, 3, 11, 9, 12, 0, 250_000, UTC)
    assert source.head == TEXT[: 64 * 1024]
    assert source.stream.read() == TEXT
    assert source.done is not None
    assert source.done() == len(TEXT)


def test_done_counts_compressed_bytes_as_reading_goes_on() -> None:
    packed = lzma.compress(os.urandom(2_000_000))
    source = open_bytes(packed, "noise")
    assert source.done is not None
    before = source.done()
    source.stream.read(1_000_000)
    between = source.done()
    source.stream.read()
    assert 0 < before < between < source.done() == len(packed) == source.size


def test_a_database_that_is_open_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE one (two)")
        (tmp_path / "link").symlink_to(path)
        for name in ("other.db", "other.db-wal", "other.db-shm", "link"):
            assert "is a database that a program has open" in refusal(tmp_path / name)
    assert open_path(path).head.startswith(b"SQLite")


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"text")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert open_path(tmp_path / "link").stream.read() == b"text"


def test_what_is_no_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "file").write_bytes(b"")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
        assert refusal(tmp_path / "socket") == "socket is a socket, not a file. Name a file."
    assert refusal(tmp_path / "pipe") == "pipe is a pipe, not a file. Name a file."
    assert refusal(tmp_path / "to-pipe") == "to-pipe is a pipe, not a file. Name a file."
    assert refusal(tmp_path) == f"{tmp_path.name} is a folder, not a file. Name a file."
    assert refusal(Path("/dev/zero")) == "zero is a device, not a file. Name a file."
    assert refusal(tmp_path / "none") == f"There is no file {tmp_path / 'none'}. Look for a slip in its name."
    assert "cannot be opened: Too many levels" in refusal(tmp_path / "circle")
    assert "cannot be opened: File name too long" in refusal(tmp_path / ("x" * 300))
    assert "cannot be opened: its name is none" in refusal(tmp_path / "a\0b")
    assert "cannot be opened: Not a directory" in refusal(tmp_path / "file" / "below")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"text")
    (tmp_path / "secret").chmod(0)
    assert refusal(tmp_path / "secret").startswith(f"{tmp_path / 'secret'} may not be read.")


@pytest.mark.parametrize("compress", COMPRESSIONS)
def test_compression_is_known_by_content_not_by_name(compress: Callable[[bytes], bytes], tmp_path: Path) -> None:
    (tmp_path / "papers.txt").write_bytes(compress(TEXT) + compress(b"and more"))
    assert open_path(tmp_path / "papers.txt").stream.read() == TEXT + b"and more"


@pytest.mark.parametrize("compress", COMPRESSIONS)
@pytest.mark.parametrize("kept", [0.9999, 0.5])
def test_what_is_cut_off_is_read_up_to_there(compress: Callable[[bytes], bytes], kept: float) -> None:
    noise = os.urandom(600_000)
    packed = compress(noise)
    source = open_bytes(packed[: int(len(packed) * kept)], "half.xz")
    read = b""
    with pytest.raises(Damaged, match=r"half.xz ends in the middle of its compressed data\."):  # noqa: PT012
        while piece := source.stream.read1(50_000):  # type: ignore[attr-defined]
            read += piece
    assert len(read) > 200_000
    assert noise.startswith(read)


@pytest.mark.parametrize("compress", COMPRESSIONS)
def test_what_has_no_readable_beginning_is_refused(compress: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Damaged):
        open_bytes(compress(TEXT)[:12], "stump")


@pytest.mark.parametrize("compress", [lzma.compress, gzip.compress])
def test_changed_bytes_are_noticed(compress: Callable[[bytes], bytes]) -> None:
    packed = bytearray(compress(os.urandom(300_000)))
    packed[150_000] ^= 0xFF
    with pytest.raises(Damaged, match=r"The compressed data of broken is damaged\."):
        open_bytes(bytes(packed), "broken").stream.read()


def test_a_bomb_is_refused_by_formats_that_need_the_whole_text() -> None:
    bomb = gzip.compress(b"0" * (LONGEST_TEXT + 10))
    with pytest.raises(Refused, match=r"bomb is longer than 64 MB of text\."):
        open_bytes(bomb, "bomb").text()


def test_a_text_with_too_many_lines_is_no_list() -> None:
    with pytest.raises(Refused, match=r"log has 300,001 lines: too many"):
        whole_text(open_bytes(b"x\n" * 300_001, "log"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_becomes_utf_8(encoding: str) -> None:
    text = "Zwölf Boxkämpfer jagen Viktor, 一二三, 😀\n" * 5_000
    assert open_bytes(text.encode(encoding), "text").stream.read() == text.encode()


def test_a_cut_in_utf_16_leaves_the_rest() -> None:
    source = open_bytes("Schlußwort 😀".encode("utf-16")[:-1], "cut")
    assert source.stream.read().decode() == "Schlußwort \ufffd"


def test_a_stream_of_somebody_else_stays_open() -> None:
    stream = io.BytesIO(lzma.compress(b"text"))
    source = open_stream(stream, "standard input")
    assert (source.size, source.when) == (None, None)
    assert source.stream.read() == b"text"
    source.stream.close()
    assert not stream.closed


def test_a_pipe_can_be_read() -> None:
    reader, writer = os.pipe()
    with open(reader, "rb") as stream:  # noqa: PTH123
        os.write(writer, b"first line\nsecond line\n")
        os.close(writer)
        assert open_stream(stream, "standard input").stream.readlines() == [b"first line\n", b"second line\n"]


def test_text_is_told_from_what_is_none() -> None:
    assert looks_like_text(b"")
    assert looks_like_text("Ein Text mit Umlauten: äöü".encode("cp1252"))
    assert looks_like_text(b"a title with\0NUL in it")
    assert looks_like_text(b"\x1b[31mcolours\x1b[0m of a terminal")
    for other in (
        b"%PDF-1.7 text",
        b"PK\x03\x04 text",
        b"SQLite format 3\0",
        b"\x7fELF",
        b"\x89PNG\r\n",
        bytes(range(256)),
    ):
        assert not looks_like_text(other)


def test_decoding() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc") == "a\nb\nc"
    assert decode("Å\r\n".encode("utf-16")) == "Å\n"
    assert decode("naïve".encode("cp1252")) == "naïve"
    assert decode("naïve – café, ïëü".encode()[:-1]) == "naïve – café, ïë\ufffd"
    assert decode("\ufffd".encode()) == "\ufffd"


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"\xfd7zXZ\x00", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\xff\xfe"])
)
def test_no_bytes_do_more_than_be_refused(data: bytes, beginning: bytes) -> None:
    try:
        source = open_bytes(beginning + data, "anything")
        whole = source.stream.read()
    except Refused:
        return
    assert whole.startswith(source.head)
    decode(whole)
