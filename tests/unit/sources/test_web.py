"""What is fetched, from where, and what is not."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readerapp.errors import Cancelled, Refused
from readerapp.library import files
from readerapp.operations.fetching import fetch_pdf, pdf_address
from readerapp.records import Identifier, Link, Progress, Record, Silent
from readerapp.sources import web
from tests.pdfs import pdf

PUBLIC = "93.184.216.34"


class Server:
    """Answers requests over pairs of sockets, as if they had come through the network. `answers` are by path: the bytes
    of a whole answer."""

    def __init__(self, answers: dict[str, bytes], addresses: dict[str, list[str]]) -> None:
        self.answers, self.addresses = answers, addresses
        self.asked: list[str] = []
        self.connected: list[tuple[str, int]] = []
        self._threads: list[threading.Thread] = []

    def resolve(self, host: str, port: int) -> list[str]:
        return self.addresses.get(host, [])

    def connect(self, address: str, port: int) -> socket.socket:
        self.connected.append((address, port))
        ours, theirs = socket.socketpair()
        thread = threading.Thread(target=self._answer, args=(theirs,), daemon=True)
        thread.start()
        self._threads.append(thread)
        return ours

    def _answer(self, other: socket.socket) -> None:
        with other:
            request = b""
            while b"\r\n\r\n" not in request and (piece := other.recv(4096)):
                request += piece
            self.asked.append(request.decode("latin-1"))
            answer = self.answers.get(request.split(b" ")[1].decode(), b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            with contextlib.suppress(OSError):
                other.sendall(answer)

    def fetch(self, url: str, progress: Progress | None = None, **options: Any) -> web.Answer:
        return web.fetch(url, progress or Silent(), resolve=self.resolve, connect=self.connect, **options)

    def close(self) -> None:
        for thread in self._threads:
            thread.join(5)


def answer(body: bytes, kind: str = "application/pdf", status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server({}, {"example.org": [PUBLIC], "papers.example": [PUBLIC, "2606:2800:220:1::1"]})
    yield made
    made.close()


def test_a_file_comes_as_it_is(server: Server) -> None:
    server.answers["/a.pdf?b=1"] = answer(b"%PDF-1.7 x")
    with server.fetch("http://example.org/a.pdf?b=1").data as data:
        assert data.read() == b"%PDF-1.7 x"
    assert server.connected == [(PUBLIC, 80)]
    (asked,) = server.asked
    assert "Host: example.org" in asked
    assert "Cookie" not in asked
    assert "Referer" not in asked


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "http://", "http:///a", "example.org/a",
        "http://user:word@example.org/a", "http://example.org/a b", "http://example.org/\r\nX: y", "http://example.org:0/",
        "http://example.org:99999/", "http://exämple.org/", "http://[::1/", "", "data:application/pdf,x",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_not_followed(server: Server, url: str) -> None:
    with pytest.raises(Refused, match="no web address"):
        server.fetch(url)
    assert server.connected == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "255.255.255.255", "224.0.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "::", "192.0.2.1",
    ],
)  # fmt: skip
def test_no_address_but_a_public_one_is_asked(server: Server, address: str) -> None:
    server.addresses["inside.example"] = [address]
    server.addresses["both.example"] = [PUBLIC, address]
    for host in ("inside.example", "both.example"):
        with pytest.raises(Refused, match="your own network"):
            server.fetch(f"http://{host}/a.pdf")
    assert server.connected == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f000001", "017700000001", "127.1"]
)
def test_spellings_of_this_machine_are_not_asked(host: str) -> None:
    """As the system's own resolver understands them; it asks no network for these."""
    with pytest.raises(Refused):
        web.fetch(f"http://{host}:9/", Silent())


def test_without_a_network_a_sentence_says_so(server: Server) -> None:
    with pytest.raises(Refused, match=r"nowhere\.example cannot be reached\. Try it again when there is a network"):
        server.fetch("https://nowhere.example/a.pdf")


def test_redirects_are_followed_and_looked_at_anew(server: Server) -> None:
    server.answers["/a"] = answer(b"", status="302 Found", more="Location: http://papers.example/b\r\n")
    server.answers["/b"] = answer(b"", status="301 Moved", more="Location: /c\r\n")
    server.answers["/c"] = answer(b"here")
    found = server.fetch("http://example.org/a")
    with found.data as data:
        assert (data.read(), found.url) == (b"here", "http://papers.example/c")
    server.addresses["inside.example"] = ["127.0.0.1"]
    server.answers["/in"] = answer(b"", status="302 Found", more="Location: http://inside.example/\r\n")
    server.answers["/file"] = answer(b"", status="302 Found", more="Location: file:///etc/passwd\r\n")
    server.answers["/round"] = answer(b"", status="302 Found", more="Location: /round\r\n")
    for path, why in (("in", "own network"), ("file", "no web address"), ("round", "on and on")):
        with pytest.raises(Refused, match=why):
            server.fetch(f"http://example.org/{path}")


@pytest.mark.parametrize(
    ("status", "why"), [("404 No", "no such file"), ("403 No", "everybody"), ("429 No", "too often"), ("500 No", "500")]
)
def test_what_the_server_refuses_is_a_sentence(server: Server, status: str, why: str) -> None:
    server.answers["/a"] = answer(b"sorry", status=status)
    with pytest.raises(Refused, match=why):
        server.fetch("http://example.org/a")


def test_what_is_too_large_is_left(server: Server) -> None:
    server.answers["/told"] = answer(b"x" * 2000)
    endless = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 3_000_000
    server.answers["/untold"] = endless
    for path in ("told", "untold"):
        with pytest.raises(Refused, match="larger than"):
            server.fetch(f"http://example.org/{path}", most=1000)


@pytest.mark.parametrize(
    "raw", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", b"HTTP/1.1 abc\r\n\r\n"]
)
def test_what_breaks_off_is_a_sentence(server: Server, raw: bytes) -> None:
    server.answers["/a"] = raw
    with pytest.raises(Refused, match="was lost"):
        server.fetch("http://example.org/a")


def test_it_can_be_cancelled(server: Server) -> None:
    class Stopped(Silent):
        def report(self, done: int, total: int | None, what: str = "") -> None:
            self.done = done

        def check(self) -> None:
            if getattr(self, "done", 0):
                raise Cancelled

    server.answers["/a"] = answer(b"x" * 1_000_000)
    with pytest.raises(Cancelled):
        server.fetch("http://example.org/a", Stopped())


def test_the_pdf_of_a_paper_is_kept(server: Server, tmp_path: Path) -> None:
    content = pdf([["An answer"]])
    server.answers["/a"] = answer(content, kind="application/octet-stream")
    record = Record(
        title="On answers / to questions", authors=["Ada Byron"], year=2021, links=[Link("pdf", "http://example.org/a")]
    )
    library = tmp_path / "library.db"
    kept = fetch_pdf(library, record, Silent(), server.fetch)
    assert kept.name == "Byron 2021 On answers to questions.pdf"
    assert files.path_of(library, kept.sha256, kept.media_type).read_bytes() == content
    server.answers["/a"] = answer(b"<html>Log in</html>", kind="application/pdf")
    with pytest.raises(Refused, match=r"example\.org answered with a page"):
        fetch_pdf(library, record, Silent(), server.fetch)
    with pytest.raises(Refused, match="no link to a PDF"):
        fetch_pdf(library, Record(title="Bare"), Silent(), server.fetch)


def test_where_the_pdf_of_a_paper_is() -> None:
    arxiv = [Identifier("arxiv", "2401.00003")]
    assert pdf_address(Record(title="x", identifiers=arxiv)) == "https://arxiv.org/pdf/2401.00003"
    linked = [Link("page", "https://example.org/"), Link("pdf", "https://example.org/x.pdf")]
    assert pdf_address(Record(title="x", identifiers=arxiv, links=linked)) == "https://example.org/x.pdf"
    assert pdf_address(Record(title="x", links=[Link("pdf", "file:///etc/passwd")])) == ""
