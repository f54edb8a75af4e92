"""Getting the PDF of a paper from the web. It is then attached like every other file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from readerapp.errors import Refused
from readerapp.formats.fields import http_url
from readerapp.library import files
from readerapp.names import Name, byline
from readerapp.operations.attaching import safe_name
from readerapp.operations.titles import shortened
from readerapp.records import AttachedFile, Progress, Record
from readerapp.sources import web

Fetch = Callable[..., web.Answer]


def pdf_address(record: Record) -> str:
    """Where the PDF of a paper is to be had: its first link to one, else arXiv's for its id; "" for nowhere."""
    linked = (http_url(link.url) for link in record.links if link.rel == "pdf")
    named = (f"https://arxiv.org/pdf/{one.value}" for one in record.identifiers if one.scheme == "arxiv")
    return next((url for url in (*linked, *named) if url), "")


def fetch_pdf(library: Path, record: Record, progress: Progress, fetch: Fetch = web.fetch) -> AttachedFile:
    """Fetches the PDF of a paper into the library's folder. Raises Refused when there is none to be had, or what comes
    is none, and Cancelled."""
    address = pdf_address(record)
    if not address:
        raise Refused(f"There is no link to a PDF of {shortened(record.title)}.", "Add one in the details.")
    answer = fetch(address, progress, accept="application/pdf, */*;q=0.5")
    with answer.data as data:
        if b"%PDF-" not in data.read(1024):
            host = urlsplit(answer.url).hostname
            raise Refused(f"{host} answered with a page, not with a PDF.", "Open it in the browser.")
        data.seek(0)
        stored = files.store_stream(library, data, address, progress)
    people = byline([Name.of(author).family for author in record.authors[:3]])
    name = safe_name(" ".join(filter(None, (people, str(record.year or ""), record.title[:100]))).replace("/", " "))
    return AttachedFile(f"{name}.pdf", stored.sha256, stored.media_type, stored.size)
