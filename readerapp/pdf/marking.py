"""Highlights written into a copy of a PDF, as the standard annotations that other programs show.

They follow ISO 32000-2, 12.5.6.10: a Highlight with its quadrilaterals, colour, the reader's comment, and an appearance
of its own, for programs that draw nothing else. The file itself stays as it is: what is new is appended to the copy as
an update, or, where the file is too odd for that, the copy is written anew. Done by pypdf, which no other module
imports.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from readerapp.errors import Refused

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight: its page, from 1, the rectangles of its lines in the page's own space (left, bottom, right, top),
    its colour (red, green, blue, from 0 to 1), and what the reader says of it. `subject` is what the colour means."""

    page: int
    rectangles: tuple[Rectangle, ...]
    colour: tuple[float, float, float]
    comment: str = ""
    subject: str = ""
    text: str = ""


def write_copy(source: Path, target: Path, marks: Sequence[Mark], name: str) -> None:
    """Writes a copy of `source`, called `name` in sentences, with these highlights in it to `target`, in one piece.
    Raises Refused when the file is damaged or the copy cannot be written."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        try:
            _write(PdfWriter(source, incremental=True), partial, marks)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError):
            _write(PdfWriter(clone_from=source), partial, marks)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.", "Choose another place.") from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise Refused(f"{name} is damaged; no copy could be written.", "Get it again, and attach it anew.") from None
    finally:
        partial.unlink(missing_ok=True)


def _write(writer: PdfWriter, target: Path, marks: Sequence[Mark]) -> None:
    for mark in marks:
        if mark.rectangles and 1 <= mark.page <= len(writer.pages):
            page = writer.pages[mark.page - 1]
            annotation = writer._add_object(_highlight(writer, mark))
            if "/Annots" in page:
                found = page["/Annots"].get_object()
                kept = found if isinstance(found, ArrayObject) else ArrayObject()
            else:
                kept = ArrayObject()
            page[NameObject("/Annots")] = ArrayObject([*kept, annotation])
    with target.open("wb") as file:
        writer.write(file)


def _highlight(writer: PdfWriter, mark: Mark) -> DictionaryObject:
    lefts, bottoms, rights, tops = zip(*mark.rectangles, strict=True)
    around = (min(lefts), min(bottoms), max(rights), max(tops))
    quads: list[float] = []
    for left, bottom, right, top in mark.rectangles:
        # In the order that programs use: both upper corners, then both lower ones.
        quads += (left, top, right, top, left, bottom, right, bottom)
    now = datetime.now(UTC).strftime("D:%Y%m%d%H%M%SZ")
    entries: dict[str, object] = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Highlight"),
        "/Rect": _numbers(around),
        "/QuadPoints": _numbers(quads),
        "/C": _numbers(mark.colour),
        "/F": NumberObject(4),  # printed too
        "/T": TextStringObject("readerapp"),
        "/M": TextStringObject(now),
        "/AP": DictionaryObject({NameObject("/N"): writer._add_object(_appearance(mark, around))}),
    }
    if mark.comment:
        entries["/Contents"] = TextStringObject(mark.comment)
    if mark.subject:
        entries["/Subj"] = TextStringObject(mark.subject)
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _appearance(mark: Mark, around: Rectangle) -> DecodedStreamObject:
    """The picture of a highlight: its rectangles in its colour, which the letters show through."""
    red, green, blue = mark.colour
    drawn = [f"/M gs {red:.4f} {green:.4f} {blue:.4f} rg"]
    drawn += [
        f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"
        for left, bottom, right, top in mark.rectangles
    ]
    stream = DecodedStreamObject()
    stream.set_data("\n".join([*drawn, "f"]).encode())
    multiply = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/M"): multiply})
    group = DictionaryObject({NameObject("/S"): NameObject("/Transparency")})
    for key, value in {
        "/Type": NameObject("/XObject"),
        "/Subtype": NameObject("/Form"),
        "/BBox": _numbers(around),
        "/Group": group,
        "/Resources": DictionaryObject({NameObject("/ExtGState"): states}),
    }.items():
        stream[NameObject(key)] = value
    return stream


def _numbers(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 4)) for value in values])
