"""A PDF document as it is read and shown: pages as pictures and as text, outline, links and the marks of others.

Everything here is done by pdfium, through pypdfium2, which no other module imports. pdfium may be used by one thread at
a time, whatever documents they have open: so all of it happens behind one lock, and a Document may be used in any
thread. ctypes lets other threads of Python run while pdfium works.

Places on a page are in points (1/72 inch) from its upper left corner, as the page is shown, with its rotation and its
crop box.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from readerapp.errors import Refused

_LOCK = threading.RLock()

MOST_PAGES = 20_000
# Of a page more characters than these are no text a person reads.
_MOST_CHARACTERS = 200_000
_MOST_ENTRIES = 5_000
_MOST_MARKS = 2_000
# Where a word was hyphenated at the end of a line, pdfium says so with one of these and leaves the line end out.
_HYPHENS = "\ufffe\u0002"
_LONGEST = 4_000

_KINDS = {
    raw.FPDF_ANNOT_TEXT: "note",
    raw.FPDF_ANNOT_FREETEXT: "text",
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
    raw.FPDF_ANNOT_UNDERLINE: "underline",
    raw.FPDF_ANNOT_SQUIGGLY: "underline",
    raw.FPDF_ANNOT_STRIKEOUT: "strikeout",
    raw.FPDF_ANNOT_INK: "drawing",
    raw.FPDF_ANNOT_SQUARE: "drawing",
    raw.FPDF_ANNOT_CIRCLE: "drawing",
    raw.FPDF_ANNOT_LINE: "drawing",
}
_WITH_TEXT = ("highlight", "underline", "strikeout")


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float, slack: float = 0) -> bool:
        """Whether a point lies in it, or as near."""
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack

    def united(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: rows of 4 bytes for each pixel, blue, green, red and one of no meaning."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page and the box of each of its characters; None for one that is drawn nowhere, as a line end is.

    Words that were hyphenated at the end of a line are whole.
    """

    text: str
    boxes: tuple[Box | None, ...]

    def at(self, x: float, y: float, slack: float = 0) -> int:
        """The character at a point, or the nearest on the line nearest to it; -1 where there is none as near as
        `slack` (0: the nearest anywhere)."""
        best, nearest = -1, float("inf")
        for number, box in enumerate(self.boxes):
            if box is None:
                continue
            across = max(box.left - x, 0, x - box.right)
            along = max(box.top - y, 0, y - box.bottom)
            # A line is followed to its end before another one is near.
            distance = across + 4 * along
            if distance < nearest:
                best, nearest = number, distance
                if not distance:
                    break
        return best if not slack or nearest <= slack else -1

    def rows(self, start: int, end: int) -> list[Box]:
        """The boxes of the lines on which a passage stands, from its first character to before `end`."""
        boxes = [box for box in self.boxes[start:end] if box is not None and box.right > box.left]
        if _upright(boxes):
            return [_turned(row) for row in _rows(map(_turned, boxes))]
        return _rows(boxes)


def _rows(boxes: Iterable[Box]) -> list[Box]:
    found: list[Box] = []
    for box in boxes:
        if found and _in_row(found[-1], box):
            found[-1] = found[-1].united(box)
        else:
            found.append(box)
    return found


def _upright(boxes: Sequence[Box]) -> bool:
    """Whether these letters stand one above the other, as on a page that is turned."""
    along = across = 0.0
    for one, other in pairwise(boxes):
        if abs(one.left - other.left) + abs(one.top - other.top) < 40:
            across += abs(one.left - other.left)
            along += abs(one.top - other.top)
    return along > 2 * across


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _in_row(row: Box, box: Box) -> bool:
    """Whether a character goes on in a row: on its height, and not far from it."""
    middle = (box.top + box.bottom) / 2
    height = max(row.bottom - row.top, 1)
    # A page that is turned is read upwards or downwards.
    near = row.left - 3 * height <= box.right and box.left <= row.right + 3 * height
    return row.top <= middle <= row.bottom and near


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline. `page` counts from 0 and is None where it leads nowhere; `top` is the place on it."""

    title: str
    level: int
    page: int | None
    top: float | None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A place that leads to another one, to `url` or to a `page` (from 0) and a height on it."""

    box: Box
    url: str = ""
    page: int | None = None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What somebody marked in the file itself. `kind` is note, text, highlight, underline, strikeout or drawing; `text`
    is what it marks, `comment` what they wrote, `author` who it was."""

    kind: str
    boxes: tuple[Box, ...]
    comment: str = ""
    author: str = ""
    text: str = ""


class Document:
    """An open PDF: of a file, which is read as it is needed, or of bytes. Close it, or use it in a `with`.

    Raises Refused, in one sentence, for what is no PDF, damaged, or needs a password. `name` is what it is called
    there.
    """

    def __init__(self, source: Path | bytes, name: str = "") -> None:
        self._name = name or (source.name if isinstance(source, Path) else "The file")
        self._pages: dict[int, Any] = {}
        self._texts: dict[int, PageText] = {}
        self._document: Any = None
        with _LOCK:
            try:
                # A path goes to pdfium as it is, which on Windows takes UTF-8.
                self._document = pdfium.PdfDocument(source)
                count = len(self._document)
            except pdfium.PdfiumError as error:
                raise _refusal(self._name, error) from None
            except (OSError, ValueError) as error:
                raise Refused(f"{self._name} cannot be read: {error}.", "Get or copy it again.") from None
        self.pages = min(count, MOST_PAGES)

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes it. Closing twice is harmless; nothing else may be asked of it any more."""
        with _LOCK:
            self._forget()
            if self._document is not None:
                self._document.close()
                self._document = None

    @property
    def closed(self) -> bool:
        return self._document is None

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points; that of a sheet of letter paper where the file does not say."""
        with _LOCK:
            try:
                width, height = self._document.get_page_size(page)
            except pdfium.PdfiumError:
                return 612.0, 792.0
        if not (0 < width < 1e6 and 0 < height < 1e6):
            return 612.0, 792.0
        return float(width), float(height)

    def sizes(self) -> list[tuple[float, float]]:
        """Those of all pages."""
        return [self.size(page) for page in range(self.pages)]

    def label(self, page: int) -> str:
        """What a page is called in the document, such as "iv"; "" where it only has its number."""
        with _LOCK:
            try:
                return _plain(self._document.get_page_label(page))
            except pdfium.PdfiumError:
                return ""

    def draw(self, page: int, width: int, height: int, *, marks: bool = True) -> Picture:
        """A page as a picture of so many pixels, on white; with what others marked in the file.

        A page that cannot be drawn is white.
        """
        with _LOCK:
            bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
                found = self._page(page)
                if found is not None:
                    flags = raw.FPDF_ANNOT if marks else 0
                    raw.FPDF_RenderPageBitmap(bitmap, found, 0, 0, width, height, 0, flags)
                return Picture(width, height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def text(self, page: int) -> PageText:
        """The text of a page with its places; empty for a page that is a picture."""
        with _LOCK:
            if page not in self._texts:
                if len(self._texts) > 40:
                    self._texts.pop(next(iter(self._texts)))
                self._texts[page] = self._read_text(page)
            return self._texts[page]

    def words(self, page: int) -> str:
        """The text of a page alone: quicker, and nothing is kept."""
        with _LOCK:
            found = self._page(page)
            if found is None:
                return ""
            try:
                layer = found.get_textpage()
            except pdfium.PdfiumError:
                return ""
            try:
                count = min(layer.count_chars(), _MOST_CHARACTERS)
                text = layer.get_text_range(0, count, errors="replace") if count > 0 else ""
            finally:
                layer.close()
                self._let_go(page)
        return cleaned(text)

    def outline(self) -> list[Entry]:
        """The table of contents, in order; empty when there is none."""
        found: list[Entry] = []
        with _LOCK:
            try:
                for mark in self._document.get_toc(max_depth=12):
                    page, top = self._target(mark.get_dest())
                    found.append(Entry(_plain(mark.get_title())[:300], mark.level, page, top))
                    if len(found) >= _MOST_ENTRIES:
                        break
            except pdfium.PdfiumError:
                pass
        return found

    def links(self, page: int) -> list[PageLink]:
        """What can be clicked on a page: links made by the author, and addresses that stand in the text."""
        with _LOCK:
            found = self._page(page)
            if found is None:
                return []
            place = self._places(page)
            return [*self._made_links(found, place), *self._written_links(found, place)]

    def in_space(self, page: int, boxes: Iterable[Box]) -> list[tuple[float, float, float, float]]:
        """Boxes on a page in its own space, as annotations have them: left, bottom, right, top."""
        with _LOCK:
            found = self._page(page)
            if found is None:
                return []
            left, bottom, right, top = found.get_bbox()
            rotation = found.get_rotation()

        def point(x: float, y: float) -> tuple[float, float]:
            match rotation:
                case 90:
                    return left + y, bottom + x
                case 180:
                    return right - x, bottom + y
                case 270:
                    return right - y, top - x
                case _:
                    return left + x, top - y

        corners = ((point(box.left, box.top), point(box.right, box.bottom)) for box in boxes)
        return [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in corners]

    def annotations(self, page: int) -> list[Annotation]:
        """What others marked on a page, in the order of the file. Links, forms and pop-ups are none."""
        with _LOCK:
            found = self._page(page)
            if found is None:
                return []
            place = self._places(page)
            marks = []
            for number in range(min(raw.FPDFPage_GetAnnotCount(found), _MOST_MARKS)):
                annotation = raw.FPDFPage_GetAnnot(found, number)
                if not annotation:
                    continue
                try:
                    kind = _KINDS.get(raw.FPDFAnnot_GetSubtype(annotation))
                    if kind:
                        marks.append(self._annotation(page, annotation, kind, place))
                finally:
                    raw.FPDFPage_CloseAnnot(annotation)
            return marks

    def information(self) -> dict[str, str]:
        """What the file says about itself: Title, Author, Subject, Keywords, CreationDate …, without those it has not.
        As it stands there: it is often wrong."""
        with _LOCK:
            try:
                found = self._document.get_metadata_dict(skip_empty=True)
            except pdfium.PdfiumError:
                return {}
        return {key: _plain(value) for key, value in found.items() if _plain(value)}

    # With the lock held

    def _page(self, number: int) -> Any:
        """The page of pdfium; None where it is damaged. A few are kept open."""
        if self._document is None or not 0 <= number < self.pages:
            return None
        if number not in self._pages:
            while len(self._pages) >= 12:
                self._let_go(next(iter(self._pages)))
            try:
                self._pages[number] = self._document[number]
            except pdfium.PdfiumError:
                self._pages[number] = None
        return self._pages[number]

    def _let_go(self, number: int) -> None:
        page = self._pages.pop(number, None)
        if page is not None:
            page.close()

    def _forget(self) -> None:
        for number in list(self._pages):
            self._let_go(number)
        self._texts.clear()

    def _places(self, number: int) -> Callable[[float, float, float, float], Box]:
        """From a rectangle in the page's own space (left, bottom, right, top) to a box on the page as it is shown."""
        page = self._page(number)
        left, bottom, right, top = page.get_bbox()
        rotation = page.get_rotation()

        def point(x: float, y: float) -> tuple[float, float]:
            match rotation:
                case 90:
                    return y - bottom, x - left
                case 180:
                    return right - x, y - bottom
                case 270:
                    return top - y, right - x
                case _:
                    return x - left, top - y

        def place(x0: float, y0: float, x1: float, y1: float) -> Box:
            (a, b), (c, d) = point(x0, y0), point(x1, y1)
            return Box(min(a, c), min(b, d), max(a, c), max(b, d))

        return place

    def _read_text(self, number: int) -> PageText:
        page = self._page(number)
        if page is None:
            return PageText("", ())
        try:
            layer = page.get_textpage()
        except pdfium.PdfiumError:
            return PageText("", ())
        place = self._places(number)
        letters: list[str] = []
        boxes: list[Box | None] = []
        rect = raw.FS_RECTF()
        high = 0
        try:
            for at in range(min(layer.count_chars(), _MOST_CHARACTERS)):
                code = raw.FPDFText_GetUnicode(layer, at)
                if 0xD800 <= code < 0xDC00:
                    high = code
                    continue
                if 0xDC00 <= code < 0xE000:
                    code, high = (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD), 0
                letter = chr(code) if 0 < code < 0x110000 else ""
                if not letter or letter in _HYPHENS or letter == "\r":
                    continue
                if letter < " " and letter != "\n":
                    letter = " "
                box = None
                if letter != "\n" and raw.FPDFText_GetLooseCharBox(layer, at, rect):
                    box = place(rect.left, rect.bottom, rect.right, rect.top)
                letters.append(letter)
                boxes.append(box)
        finally:
            layer.close()
        return PageText("".join(letters), tuple(boxes))

    def _target(self, dest: Any) -> tuple[int | None, float | None]:
        """The page and height a destination leads to."""
        if dest is None:
            return None, None
        number = dest.get_index()
        if number is None or number >= self.pages:
            return None, None
        has_x, has_y, has_zoom = raw.FPDF_BOOL(), raw.FPDF_BOOL(), raw.FPDF_BOOL()
        x, y, zoom = raw.FS_FLOAT(), raw.FS_FLOAT(), raw.FS_FLOAT()
        there = raw.FPDFDest_GetLocationInPage(dest, has_x, has_y, has_zoom, x, y, zoom)
        if not there or not has_y.value or self._page(number) is None:
            return number, None
        return number, max(self._places(number)(x.value, y.value, x.value, y.value).top, 0)

    def _made_links(self, page: Any, place: Callable[..., Box]) -> Iterator[PageLink]:
        at, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
        for _ in range(_MOST_MARKS):
            if not raw.FPDFLink_Enumerate(page, at, link):
                return
            if not raw.FPDFLink_GetAnnotRect(link, rect):
                continue
            box = place(rect.left, rect.bottom, rect.right, rect.top)
            dest, action = raw.FPDFLink_GetDest(self._document, link), raw.FPDFLink_GetAction(link)
            if not dest and action and raw.FPDFAction_GetType(action) == raw.PDFACTION_GOTO:
                dest = raw.FPDFAction_GetDest(self._document, action)
            if dest:
                number, top = self._target(pdfium.PdfDest(dest, self._document))
                if number is not None:
                    yield PageLink(box, page=number, top=top)
            elif action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
                length = raw.FPDFAction_GetURIPath(self._document, action, None, 0)
                if 1 < length <= _LONGEST:
                    buffer = ctypes.create_string_buffer(length)
                    raw.FPDFAction_GetURIPath(self._document, action, buffer, length)
                    yield PageLink(box, url=_plain(buffer.value.decode("utf-8", errors="replace")))

    def _written_links(self, page: Any, place: Callable[..., Box]) -> Iterator[PageLink]:
        try:
            layer = page.get_textpage()
        except pdfium.PdfiumError:
            return
        found = raw.FPDFLink_LoadWebLinks(layer)
        try:
            left, top, right, bottom = (ctypes.c_double() for _ in range(4))
            for number in range(min(raw.FPDFLink_CountWebLinks(found), _MOST_MARKS) if found else 0):
                length = raw.FPDFLink_GetURL(found, number, None, 0)
                if not 1 < length <= _LONGEST:
                    continue
                buffer = (ctypes.c_ushort * length)()
                raw.FPDFLink_GetURL(found, number, buffer, length)
                url = bytes(buffer)[: 2 * (length - 1)].decode("utf-16-le", errors="replace")
                for one in range(raw.FPDFLink_CountRects(found, number)):
                    if raw.FPDFLink_GetRect(found, number, one, left, top, right, bottom):
                        yield PageLink(place(left.value, bottom.value, right.value, top.value), url=_plain(url))
        finally:
            if found:
                raw.FPDFLink_CloseWebLinks(found)
            layer.close()

    def _annotation(self, number: int, annotation: Any, kind: str, place: Callable[..., Box]) -> Annotation:
        boxes: list[Box] = []
        quad = raw.FS_QUADPOINTSF()
        for one in range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_MARKS)):
            if raw.FPDFAnnot_GetAttachmentPoints(annotation, one, quad):
                xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                boxes.append(place(min(xs), min(ys), max(xs), max(ys)))
        rect = raw.FS_RECTF()
        if not boxes and raw.FPDFAnnot_GetRect(annotation, rect):
            boxes.append(place(rect.left, rect.bottom, rect.right, rect.top))
        text = ""
        if kind in _WITH_TEXT:
            layer = self.text(number)
            text = " ".join(filter(None, (_inside(layer, box) for box in boxes)))
        return Annotation(
            kind, tuple(boxes), _string(annotation, b"Contents"), _string(annotation, b"T")[:200], text[:_LONGEST]
        )


def _inside(layer: PageText, box: Box) -> str:
    """What stands in a box, on one line."""
    found = (
        letter
        for letter, place in zip(layer.text, layer.boxes, strict=True)
        if place is not None and box.holds((place.left + place.right) / 2, (place.top + place.bottom) / 2)
    )
    return " ".join("".join(found).split())


def cleaned(text: str) -> str:
    """The text of a page as it is searched and read: hyphenated words whole, "\\n" at line ends, no controls."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "")
    return "".join(letter if letter >= " " or letter == "\n" else " " for letter in text)


def _plain(text: str) -> str:
    """A word of the file's own on one line, without what no font shows."""
    kept = (letter if letter.isprintable() else " " for letter in text.replace("\ufeff", ""))
    return " ".join("".join(kept).split())


def _string(annotation: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= 1_000_000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace").replace("\r", "\n").strip()


def _refusal(name: str, error: pdfium.PdfiumError) -> Refused:
    match error.err_code:
        case raw.FPDF_ERR_PASSWORD:
            return Refused(f"{name} is encrypted.", "Save a copy without a password in another program.")
        case raw.FPDF_ERR_SECURITY:
            return Refused(f"{name} is encrypted in a way this program does not know.", "Save a copy without it.")
        case raw.FPDF_ERR_FILE:
            return Refused(f"{name} cannot be opened.", "See whether it is there, and may be read.")
        case _:
            return Refused(f"{name} is damaged, or no PDF.", "Get or copy it again.")
