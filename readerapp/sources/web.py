"""One file from the web: asked for by the reader, from a public address, within bounds.

Addresses in a library come from strangers. So only http and https are spoken; a name must lead to addresses of the
public internet alone, and the one that was looked at is the one that is connected to, at every redirect anew; nothing
is sent along but what any browser sends; and what comes may be so large and take so long. The standard library does all
of it.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import SplitResult, urljoin, urlsplit

from readerapp import __version__
from readerapp.errors import Refused
from readerapp.records import Progress

MOST_BYTES = 200_000_000
_MOST_REDIRECTS = 5
# Seconds that an answer, or its next piece, may take, and all of it.
_PATIENCE = 20.0
_MOST_SECONDS = 600.0
_PIECE = 64 * 1024
_IN_MEMORY = 8 * 2**20

Connect = Callable[[str, int], socket.socket]
Resolve = Callable[[str, int], list[str]]


@dataclass(slots=True)
class Answer:
    """A file that came: its bytes from the beginning, its kind as the server calls it, and where it came from at last.
    Close `data`."""

    data: IO[bytes]
    media_type: str
    url: str


def _resolve(host: str, port: int) -> list[str]:
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def _connect(address: str, port: int) -> socket.socket:
    return socket.create_connection((address, port), _PATIENCE)


def fetch(
    url: str,
    progress: Progress,
    *,
    accept: str = "*/*",
    most: int = MOST_BYTES,
    resolve: Resolve = _resolve,
    connect: Connect = _connect,
) -> Answer:
    """Fetches what is at an address. Raises Refused, in a sentence, when it cannot be had, and Cancelled."""
    end = time.monotonic() + _MOST_SECONDS
    for _ in range(_MOST_REDIRECTS + 1):
        progress.check()
        parts = _parts(url)
        host = parts.hostname or ""
        progress.report(0, None, host)
        connection = _connection(parts, _public(host, _port(parts), resolve), connect)
        answer: http.client.HTTPResponse | None = None
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request(
                "GET", path, headers={"Accept": accept, "User-Agent": f"readerapp/{__version__}", "Connection": "close"}
            )
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                following = urljoin(url, answer.getheader("Location", ""))
                if parts.scheme == "https" and not following.lower().startswith("https:"):
                    raise Refused(f"{host} leads to an address that is not secure.", "Open it in the browser.")
                url = following
                continue
            if answer.status != http.client.OK:
                raise _refusal(host, answer.status)
            return Answer(_read(answer, host, progress, most, end), answer.getheader("Content-Type", ""), url)
        except ssl.SSLError:
            raise Refused(f"The connection to {host} is not secure.", "Open it in the browser.") from None
        except TimeoutError:
            raise Refused(f"{host} does not answer.", "Try it again later.") from None
        except (OSError, http.client.HTTPException, ValueError):
            raise Refused(f"The connection to {host} was lost.", "Try it again later.") from None
        finally:
            # Which of them has the socket depends on what came.
            if answer is not None:
                answer.close()
            connection.close()
    raise Refused("This address leads on and on, and to no file.", "Open it in the browser.")


def _parts(url: str) -> SplitResult:
    """An address that may be asked. Raises Refused."""
    try:
        parts = urlsplit(url)
        good = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.username is None
            and url.isascii()
            and url.isprintable()
            and " " not in url
            and 0 < _port(parts) < 65_536
        )
    except ValueError:
        good = False
    if not good:
        raise Refused("This link is no web address, and was not followed.", "Correct it in the details.")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80


def _public(host: str, port: int, resolve: Resolve) -> str:
    """The address to connect to. Raises Refused where a name leads anywhere but into the public internet."""
    try:
        found = resolve(host, port)
    except OSError:
        found = []
    except UnicodeError:
        raise Refused("This link is no web address, and was not followed.", "Correct it in the details.") from None
    if not found:
        raise Refused(f"{host} cannot be reached.", "Try it again when there is a network.")
    if not all(map(_is_public, found)):
        raise Refused(f"{host} is in your own network, and was not asked.", "Get the file with the browser.")
    return found[0]


def _is_public(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if mapped is not None and not mapped.is_global:
        return False
    return found.is_global and not found.is_multicast


def _connection(parts: SplitResult, address: str, connect: Connect) -> http.client.HTTPConnection:
    """A connection to this very address, which is asked as the host it is."""
    host, port = parts.hostname or "", _port(parts)
    connection = http.client.HTTPConnection(host, port, timeout=_PATIENCE)
    try:
        opened = connect(address, port)
        opened.settimeout(_PATIENCE)
        if parts.scheme == "https":
            # Closes it where that fails.
            opened = ssl.create_default_context().wrap_socket(opened, server_hostname=host)
    except ssl.SSLError:
        raise Refused(f"The connection to {host} is not secure.", "Open it in the browser.") from None
    except OSError:
        raise Refused(f"{host} cannot be reached.", "Try it again when there is a network.") from None
    connection.sock = opened
    return connection


def _read(answer: http.client.HTTPResponse, host: str, progress: Progress, most: int, end: float) -> IO[bytes]:
    length = answer.getheader("Content-Length", "")
    total = int(length) if length.isdecimal() and len(length) < 16 else None
    large = Refused(f"The file at {host} is larger than {most // 1_000_000} MB.", "Get it with the browser.")
    if total is not None and total > most:
        raise large
    data = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # whoever gets it closes it
    try:
        size = 0
        while piece := answer.read(_PIECE):
            size += len(piece)
            if size > most:
                raise large
            if time.monotonic() > end:
                raise Refused(f"{host} takes too long.", "Try it again later.")
            data.write(piece)
            progress.report(size, total, host)
            progress.check()
        if total is not None and size < total:
            raise Refused(f"The connection to {host} was lost.", "Try it again later.")
        data.seek(0)
    except BaseException:
        data.close()
        raise
    return data


def _refusal(host: str, status: int) -> Refused:
    match status:
        case 401 | 402 | 403:
            return Refused(f"{host} does not give this file to everybody.", "Get it with the browser.")
        case 404 | 410:
            return Refused(f"{host} has no such file any more.", "Look for another link.")
        case 429 | 503:
            return Refused(f"{host} is asked too often just now.", "Try it again later.")
        case _:
            return Refused(f"{host} could not give the file ({status}).", "Try it again later, or with the browser.")
