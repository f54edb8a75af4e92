"""PDFs for tests, made by hand: the bytes of small files that say exactly what a test needs."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

WIDTH, HEIGHT = 612, 792
_LEADING, _MARGIN, _SIZE = 16, 72, 12


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    information: dict[str, str] | None = None,
    xmp: str = "",
    links: Sequence[tuple[int, tuple[int, int, int, int], str | int]] = (),
    outline: Sequence[tuple[str, int]] = (),
    annotations: Sequence[tuple[int, str]] = (),
    rotate: int = 0,
    crop: tuple[int, int, int, int] | None = None,
    title_size: int = _SIZE,
) -> bytes:
    """A PDF of these pages, each a list of lines in Helvetica 12, the first line on page 1 in `title_size`.

    `links` are page (from 0), rectangle in PDF space and an address or a page; `outline` titles with their pages;
    `annotations` page and the inside of an annotation's dictionary.
    """
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    def text(value: str) -> str:
        marked = b"\xfe\xff" + value.encode("utf-16-be")
        return f"<{marked.hex()}>"

    catalog, tree, font = (
        add(""),
        add(""),
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    )
    numbers = [len(objects) + 1 + 2 * number for number in range(len(pages))]
    behind = len(objects) + 2 * len(pages)
    more: list[str] = []

    def later(body: str) -> int:
        more.append(body)
        return behind + len(more)

    hanging: dict[int, list[int]] = {number: [] for number in range(len(pages))}
    for page, (left, bottom, right, top), target in links:
        action = (
            f"/Dest [{numbers[target]} 0 R /XYZ 0 {HEIGHT - 100} null]"
            if isinstance(target, int)
            else f"/A << /S /URI /URI ({target}) >>"
        )
        hanging[page].append(later(f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] {action} >>"))
    for page, inside in annotations:
        hanging[page].append(later(f"<< /Type /Annot {inside} >>"))
    for number, lines in enumerate(pages):
        y, drawn = HEIGHT - _MARGIN, ["BT"]
        for line, words in enumerate(lines):
            size = title_size if number == line == 0 else _SIZE
            escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn.append(f"/F1 {size} Tf 1 0 0 1 {_MARGIN} {y - line * _LEADING} Tm ({escaped}) Tj")
        stream = zlib.compress("\n".join([*drawn, "ET"]).encode("cp1252"))
        rest = f"/Rotate {rotate} " if rotate else ""
        if crop:
            rest += "/CropBox [{} {} {} {}] ".format(*crop)
        if hanging[number]:
            rest += f"/Annots [{' '.join(f'{one} 0 R' for one in hanging[number])}] "
        add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {rest}"
            f"/Resources << /Font << /F1 {font} 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        add(f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream + b"\nendstream")
    for body in more:
        add(body)
    rest = ""
    if outline:
        first = len(objects) + 2
        root = add(
            f"<< /Type /Outlines /First {first} 0 R /Last {first + len(outline) - 1} 0 R /Count {len(outline)} >>"
        )
        for number, (title, page) in enumerate(outline):
            following = f"/Next {first + number + 1} 0 R " if number + 1 < len(outline) else ""
            before = f"/Prev {first + number - 1} 0 R " if number else ""
            add(
                f"<< /Title {text(title)} /Parent {root} 0 R {following}{before}"
                f"/Dest [{numbers[page]} 0 R /XYZ 0 {HEIGHT - 200} null] >>"
            )
        rest += f"/Outlines {root} 0 R "
    if xmp:
        packet = xmp.encode()
        number = add(
            f"<< /Type /Metadata /Subtype /XML /Length {len(packet)} >>\nstream\n".encode() + packet + b"\nendstream"
        )
        rest += f"/Metadata {number} 0 R "
    trailer = ""
    if information:
        about = add("<< " + " ".join(f"/{key} {text(value)}" for key, value in information.items()) + " >>")
        trailer = f"/Info {about} 0 R "
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {rest}>>".encode()
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[tree - 1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    places: list[int] = []
    made = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    for number, whole in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + whole + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    ending = f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    return made + ending.encode()


def prose(pages: int, lines: int = 40) -> list[list[str]]:
    """So many pages of text of the test's own, no two lines of which are the same."""
    return [
        [f"Line {line} of page {page} tells of answer {page * lines + line} and its proof." for line in range(lines)]
        for page in range(1, pages + 1)
    ]
