"""What a PDF is about, as far as it says so itself: for finding the paper it belongs to, or making one of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

# More pages are not read for their text.
MOST_PAGES = 5_000
_FIRST = 3
_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
# XMP stands uncompressed in the file, where any program may find it by looking; so far from either end we look.
_SCANNED = 4_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the first page with the height of its letters in points, and how far down it stands."""

    text: str
    height: float
    top: float


@dataclass(frozen=True, slots=True)
class About:
    """`information` is the file's own dictionary (Title, Author …), `xmp` its XMP packet as XML, `texts` what stands on
    its first pages, `lines` the first page line by line."""

    pages: int = 0
    information: dict[str, str] = field(default_factory=dict)
    xmp: bytes = b""
    texts: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


def about(source: Path | bytes, name: str = "") -> About:
    """Looks into a PDF. Raises Refused for one that cannot be read."""
    from readerapp.pdf.document import Document  # late, as pdfium is

    with Document(source, name) as document:
        texts = tuple(document.words(page) for page in range(min(document.pages, _FIRST)))
        layer = document.text(0)
        found: list[Line] = []
        at = 0
        for text in layer.text.split("\n"):
            boxes = [box for box in layer.boxes[at : at + len(text)] if box is not None and box.right > box.left]
            at += len(text) + 1
            if text.strip() and boxes:
                height = sorted(box.bottom - box.top for box in boxes)[len(boxes) // 2]
                found.append(Line(" ".join(text.split()), height, min(box.top for box in boxes)))
        return About(document.pages, document.information(), _xmp(source), texts, tuple(found))


def _xmp(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        data = source if len(source) <= 2 * _SCANNED else source[:_SCANNED] + source[-_SCANNED:]
    else:
        with source.open("rb") as file:
            data = file.read(_SCANNED)
            size = source.stat().st_size
            if size > _SCANNED:
                file.seek(max(size - _SCANNED, _SCANNED))
                data += file.read(_SCANNED)
    packets = _XMP.findall(data)
    # A file that was saved again has several, the last of which holds.
    return packets[-1] if packets else b""
