"""The pages of one PDF on their way to the view: opened, drawn, read and searched in a thread of their own.

The view says what it wants, the most urgent first, and forgets it with the next wish: what has been scrolled past is
never drawn. Pictures are kept as long as there is room for them.
"""

from __future__ import annotations

import logging
import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from readerapp.errors import Refused
from readerapp.library.marking import Marker

if TYPE_CHECKING:  # pdfium is loaded when the first PDF is opened
    from readerapp.pdf.document import Annotation, Document, Entry, PageLink, PageText

logger = logging.getLogger(__name__)

# Pictures that are kept, in bytes, and texts, in pages.
_MOST_BYTES = 160 * 2**20
_MOST_LAYERS = 60
# A picture has no more pixels than this, however large the page is shown.
_MOST_PIXELS = 24_000_000


class Wish(NamedTuple):
    """A page to be drawn so wide and high, in pixels of the screen, dark or not."""

    page: int
    width: int
    height: int
    dark: bool


@dataclass(frozen=True, slots=True)
class Layer:
    """What lies over the picture of a page: its text, what can be clicked, and what others marked."""

    text: PageText
    links: Sequence[PageLink]
    annotations: Sequence[Annotation]


class Match(NamedTuple):
    """A passage that was looked for: the page, from 0, and where it stands in its text."""

    page: int
    start: int
    end: int


class PdfPages(QObject):
    """The document at `path`. `opened` says that `sizes`, in points, and `outline` are known; `failed`, in a sentence,
    that it cannot be read; `drawn` and `read` that there is a picture, or a layer, of a page; `found` that `matches`
    has more, and the whole document has been searched where it carries True."""

    opened = Signal()
    failed = Signal(str)
    drawn = Signal(int)
    read = Signal(int)
    found = Signal(bool)
    _home = Signal(object, object)

    def __init__(self, path: Path, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sizes: list[tuple[float, float]] = []
        self.labels: list[str] = []
        self.outline: list[Entry] = []
        self.matches: list[Match] = []
        self._path, self._name = path, name
        self._document: Document | None = None
        self._pictures: OrderedDict[int, tuple[Wish, QImage]] = OrderedDict()
        self._layers: OrderedDict[int, Layer] = OrderedDict()
        self._guard = threading.Lock()
        self._wishes: list[Wish] = []
        self._unread: list[int] = []
        self._marker: Marker | None = None
        self._to_search: list[int] = []
        # What was looked for before the document was open.
        self._early: tuple[Marker, int] | None = None
        self._pumping = False
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._home.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._submit(self._open)

    def close(self) -> None:
        """Gives the document up. What the thread is doing just now it still ends, and tells nobody."""
        with self._guard:
            self._closed = True
            self._wishes, self._unread, self._to_search = [], [], []

        def end() -> None:
            if self._document is not None:
                self._document.close()

        self._submit(end)
        self._thread.shutdown(wait=False)

    # What there is

    def picture(self, page: int) -> QImage | None:
        """The latest picture of a page, perhaps of another size; None when there is none."""
        found = self._pictures.get(page)
        return found[1] if found else None

    def is_drawn(self, wish: Wish) -> bool:
        """Whether there is a picture as wished."""
        found = self._pictures.get(wish.page)
        return found is not None and found[0] == _bounded(wish)

    def matches_on(self, page: int) -> Sequence[Match]:
        """Those of the matches that are on a page."""
        return self.matches[bisect_left(self.matches, (page,)) : bisect_left(self.matches, (page + 1,))]

    def layer(self, page: int) -> Layer | None:
        """The layer of a page; None when it has not been read, or not for long."""
        return self._layers.get(page)

    # What is wanted

    def want(self, wishes: Sequence[Wish], pages: Sequence[int]) -> None:
        """Has these pages drawn, and of these the layers read, unless they are, in this order. Earlier wishes are
        void."""
        for wish in wishes:
            if wish.page in self._pictures:
                self._pictures.move_to_end(wish.page)
        with self._guard:
            self._wishes = [_bounded(wish) for wish in wishes if not self.is_drawn(wish)]
            self._unread = [page for page in pages if page not in self._layers]
        self._pump()

    def search(self, marker: Marker, first: int = 0) -> None:
        """Looks for words on all pages, from the page `first` on and round; what was looked for before is forgotten."""
        count = len(self.sizes)
        self.matches = []
        if not count:
            self._early = (marker, first)
            return
        with self._guard:
            self._marker = marker
            self._to_search = [(first + number) % count for number in range(count)] if marker else []
        self._pump()
        if not self._to_search:
            self.found.emit(True)

    # In the thread

    def _submit(self, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except Exception:
                logger.exception("a page of a PDF failed")

        with suppress(RuntimeError):  # closed
            self._thread.submit(guarded)

    def _tell(self, what: str, value: object) -> None:
        if not self._closed:
            with suppress(RuntimeError):  # the view is gone
                self._home.emit(what, value)

    def _open(self) -> None:
        from readerapp.pdf.document import Document  # late, as pdfium is

        try:
            document = Document(self._path, self._name)
        except Refused as refusal:
            self._tell("failed", str(refusal))
            return
        self._document = document
        labels = [document.label(page) for page in range(document.pages)]
        self._tell("opened", (document.sizes(), labels, document.outline()))

    def _pump(self) -> None:
        with self._guard:
            if self._pumping or self._closed or not (self._wishes or self._unread or self._to_search):
                return
            self._pumping = True
        self._submit(self._work)

    def _work(self) -> None:
        """Does the most urgent piece, then sees to the next."""
        document = self._document
        with self._guard:
            wish = self._wishes.pop(0) if self._wishes else None
            page = self._unread.pop(0) if wish is None and self._unread else None
            at = self._to_search.pop(0) if wish is None and page is None and self._to_search else None
            marker, last = self._marker, not self._to_search
            self._pumping = False
        if document is None or self._closed:
            return
        if wish is not None:
            self._tell("drawn", (wish, _image(document, wish)))
        elif page is not None:
            layer = Layer(document.text(page), document.links(page), document.annotations(page))
            self._tell("read", (page, layer))
        elif at is not None and marker is not None:
            found = marker.found(document.words(at), "pdf")
            self._tell("found", (marker, [Match(at, start, end) for start, end, _ in found], last))
        if wish is not None or page is not None or at is not None:
            self._pump()

    # Home again

    def _take(self, what: str, value: Any) -> None:
        if self._closed:
            return
        match what:
            case "failed":
                self.failed.emit(value)
            case "opened":
                self.sizes, self.labels, self.outline = value
                self.opened.emit()
                if self._early is not None:
                    self.search(*self._early)
            case "drawn":
                wish, _ = value
                self._pictures[wish.page] = value
                self._pictures.move_to_end(wish.page)
                kept = sum(image.sizeInBytes() for _, image in self._pictures.values())
                while kept > _MOST_BYTES and len(self._pictures) > 2:
                    _, (_, gone) = self._pictures.popitem(last=False)
                    kept -= gone.sizeInBytes()
                self.drawn.emit(wish.page)
            case "read":
                page, layer = value
                self._layers[page] = layer
                self._layers.move_to_end(page)
                while len(self._layers) > _MOST_LAYERS:
                    self._layers.popitem(last=False)
                self.read.emit(page)
            case "found":
                marker, matches, last = value
                if marker is self._marker:
                    self.matches = sorted([*self.matches, *matches])
                    if matches or last:
                        self.found.emit(last)


def _bounded(wish: Wish) -> Wish:
    """The same wish with no more pixels than a picture may have."""
    pixels = wish.width * wish.height
    if pixels <= _MOST_PIXELS:
        return wish
    share = (_MOST_PIXELS / pixels) ** 0.5
    return wish._replace(width=max(int(wish.width * share), 1), height=max(int(wish.height * share), 1))


def _image(document: Document, wish: Wish) -> QImage:
    drawn = document.draw(wish.page, wish.width, wish.height)
    image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    # A copy of its own: the bytes go when this returns.
    image = image.copy()
    if wish.dark:
        image.invertPixels(QImage.InvertMode.InvertRgb)
    return image
