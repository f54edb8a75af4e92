"""Pages of a PDF below each other: scrolled, enlarged, their text selected, with the reader's highlights on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QMenu, QToolTip, QWidget

from readerapp.library.anchoring import Place as Passage
from readerapp.library.anchoring import anchor, places
from readerapp.library.pdfs import Place
from readerapp.records import HighlightRecord
from readerapp.ui.parts.display import in_place, one_line, tip
from readerapp.ui.parts.pdf_pages import Match, PdfPages, Wish
from readerapp.ui.theme import Theme

# Pixels between pages and around them, and of a point at a zoom of 1.
_GAP, _MARGIN = 12, 16
_POINT = 96 / 72
LEAST, MOST = 0.25, 5.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0)
_LINE = 56
# How near a click must be to a character to mean it, in points.
_NEAR = 24.0
_MOST_TOLD = 4_000
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class PdfView(QAbstractScrollArea):
    """Shows what `show_pages` gives it, as wide as itself, or in a zoom.

    `passage_selected` says that the mouse has selected a passage, `selection_changed` that it is another or gone,
    `highlight_clicked` carries the id of a highlight (0: a place without one), `menu_opening` a context menu and the
    highlight under the mouse, `link_asked` an address, `moved` that place or zoom are others.
    """

    passage_selected = Signal()
    selection_changed = Signal()
    highlight_clicked = Signal(int)
    menu_opening = Signal(QMenu, int)
    link_asked = Signal(str)
    find_asked = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdfView")
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._theme = theme
        self._pages: PdfPages | None = None
        self._zoom = 0.0
        self._dark = False
        self._scale = _POINT
        self._tops: list[int] = []
        self._sizes: list[tuple[int, int]] = []
        self._width = 0
        self._marks: dict[int, list[HighlightRecord]] = {}
        self._colours: Mapping[str, str] = {}
        self._found: dict[int, list[Passage | None]] = {}
        self._chosen = 0
        self._sought: HighlightRecord | None = None
        self._selected: tuple[int, int, int] | None = None
        self._fixed = 0
        self._dragging = False
        self._pressed = QPoint()
        self._waiting: Place | None = None
        self._current: Match | None = None
        self._told = QTimer(self, singleShot=True, interval=300)
        self._told.timeout.connect(self._tell_page)
        theme.changed.connect(self.viewport().update)

    # What is shown

    def show_pages(self, pages: PdfPages | None, place: Place | None = None) -> None:
        """Shows a document from a place on; None: nothing."""
        self._pages = pages
        self._tops, self._sizes = [], []
        self._marks, self._found, self._chosen, self._sought = {}, {}, 0, None
        self._selected = self._current = None
        place = place or Place()
        self._zoom = min(max(place.zoom, LEAST), MOST) if place.zoom else 0.0
        self._waiting = place
        if pages is not None:
            pages.opened.connect(self._begin)
            pages.drawn.connect(self._redraw)
            pages.read.connect(self._take_layer)
            pages.found.connect(lambda _: self.viewport().update())
            if pages.sizes:
                self._begin()
        self.viewport().update()

    def show_highlights(self, marks: Sequence[HighlightRecord], colours: Mapping[str, str]) -> None:
        """Draws these highlights, each on its page; `colours` by meaning."""
        self._marks, self._found = {}, {}
        for mark in marks:
            self._marks.setdefault((mark.page or 1) - 1, []).append(mark)
        self._colours = colours
        if self._chosen and self._chosen not in {mark.id for mark in marks}:
            self._chosen = 0
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are; 0 until they are known."""
        return len(self._tops)

    @property
    def page(self) -> int:
        """The page the reader sees, from 0: that at the upper third of the view, or, where pages are small, of a
        page."""
        if not self._tops:
            return 0
        top = self.verticalScrollBar().value()
        high = min(self.viewport().height(), self._sizes[self._page_at(top)][1])
        return self._page_at(top + high // 3)

    @property
    def place(self) -> Place:
        """Where the reader is."""
        if not self._tops:
            return self._waiting or Place()
        top = self.verticalScrollBar().value()
        page = self._page_at(top)
        return Place(page + 1, max((top - self._tops[page]) / self._scale, 0), self._zoom)

    @property
    def zoom(self) -> float:
        """How much larger than on paper pages are shown, 1 being as large."""
        return self._scale / _POINT

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view."""
        return not self._zoom

    @property
    def dark(self) -> bool:
        """Whether pages are shown light on dark."""
        return self._dark

    @dark.setter
    def dark(self, dark: bool) -> None:
        self._dark = dark
        self._want()
        self.viewport().update()

    # Going about

    def go_to(self, place: Place) -> None:
        """Scrolls to a place; its zoom is left."""
        if not self._tops:
            self._waiting = replace(place, zoom=self._zoom)
            return
        page = min(max(place.page - 1, 0), len(self._tops) - 1)
        down = place.top * self._scale if place.top else -_GAP
        self.verticalScrollBar().setValue(round(self._tops[page] + down))

    def go_to_page(self, page: int) -> None:
        """Scrolls to the beginning of a page, from 0."""
        if self._tops:
            self.verticalScrollBar().setValue(self._tops[min(max(page, 0), len(self._tops) - 1)] - _GAP)

    def page_down(self) -> bool:
        """Scrolls a view on. False when the end was in sight already."""
        return self._scroll(self._step())

    def page_up(self) -> bool:
        """Scrolls a view back. False at the beginning."""
        return self._scroll(-self._step())

    def _step(self) -> int:
        return max(self.viewport().height() - _LINE, _LINE)

    def _scroll(self, pixels: int) -> bool:
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        return bar.value() != before

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Shows pages so much larger than on paper, 0 for as wide as the view; what is at a point of the view, or in
        its middle, stays there."""
        if not self._tops:
            self._zoom = zoom
            return
        at = at or self.viewport().rect().center()
        page, spot = self._spot(at)
        self._zoom = min(max(zoom, LEAST), MOST) if zoom else 0.0
        self._arrange()
        left, top = self._origin(page)
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + round(left + spot.x() * self._scale - at.x()))
        bars[1].setValue(bars[1].value() + round(top + spot.y() * self._scale - at.y()))
        self._want()
        self.viewport().update()
        self.moved.emit()

    def zoom_by(self, step: int, at: QPoint | None = None) -> None:
        """Shows pages a step larger (1) or smaller (-1)."""
        now = self.zoom
        wanted = (
            next((one for one in _STEPS if one > now * 1.02), MOST)
            if step > 0
            else next((one for one in reversed(_STEPS) if one < now / 1.02), LEAST)
        )
        self.set_zoom(wanted, at)

    # Passages

    @property
    def selection(self) -> tuple[int, int, int] | None:
        """What is selected: the page, from 0, and the offsets in its text; None for nothing but blanks."""
        if self._selected is None:
            return None
        page, start, end = self._selected
        return self._selected if self._text(page)[start:end].strip() else None

    def anchored(self) -> HighlightRecord | None:
        """What is selected as a highlight without meaning, but for the file it is in; None when nothing is."""
        if self.selection is None:
            return None
        page, start, end = self.selection
        return replace(anchor(self._text(page), start, end), page=page + 1)

    def selected_text(self) -> str:
        """What is selected, its lines joined."""
        if self.selection is None:
            return ""
        page, start, end = self.selection
        return " ".join(self._text(page)[start:end].split())

    def select(self, page: int, start: int, end: int) -> None:
        """Selects a passage of a page."""
        self._fixed = start
        self._select((page, start, end))

    def clear_selection(self) -> None:
        """Leaves nothing selected."""
        self._select(None)

    def selection_rect(self) -> QRect:
        """Around what is selected, in the viewport."""
        if self.selection is None:
            return QRect()
        page, start, end = self.selection
        around = QRectF()
        for row in self._rows(page, start, end):
            around = around.united(row)
        return around.toRect()

    # Highlights

    @property
    def chosen(self) -> int:
        """The id of the chosen highlight; 0 for none."""
        return self._chosen

    def choose(self, highlight: int) -> None:
        """Shows one of the highlights as the chosen one; 0: none."""
        if highlight != self._chosen:
            self._chosen = highlight
            self.viewport().update()

    def go_to_highlight(self, highlight: int) -> bool:
        """Chooses a highlight by its id and scrolls to it. False when there is none of that id."""
        mark = next((mark for marks in self._marks.values() for mark in marks if mark.id == highlight), None)
        if mark is None:
            return False
        self.choose(highlight)
        self._sought = mark
        page = (mark.page or 1) - 1
        if self._tops and self._layer_known(page):
            self._show_sought()
        else:
            self.go_to(Place(page + 1))
            self._want()
        return True

    def _show_sought(self) -> None:
        mark, self._sought = self._sought, None
        if mark is None:
            return
        page = (mark.page or 1) - 1
        for other, passage in zip(self._marks.get(page, ()), self._passages(page), strict=False):
            if other.id == mark.id and passage is not None:
                self._bring_into_sight(page, *passage)
                return

    def _bring_into_sight(self, page: int, start: int, end: int) -> None:
        rows = self._rows(page, start, end)
        if not rows:
            self.go_to_page(page)
            return
        rect, view = rows[0].toRect(), self.viewport().rect().adjusted(0, _LINE, 0, -2 * _LINE)
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        if not view.top() <= rect.top() <= view.bottom():
            bars[1].setValue(bars[1].value() + rect.top() - self.viewport().height() // 3)
        if rect.left() < 0 or rect.right() > self.viewport().width():
            bars[0].setValue(bars[0].value() + rect.left() - _MARGIN)

    # Matches

    @property
    def match(self) -> Match | None:
        """The match the reader has come to."""
        return self._current

    def show_match(self, match: Match | None) -> None:
        """Marks one of the matches stronger and scrolls to it."""
        self._current = match
        if match is not None:
            if self._layer_known(match.page):
                self._bring_into_sight(*match)
            else:
                self.go_to(Place(match.page + 1))
                self._want()
        self.viewport().update()

    # Geometry

    def _begin(self) -> None:
        self._arrange()
        place, self._waiting = self._waiting, None
        if place is not None:
            self.go_to(place)
        self._want()
        self.viewport().update()
        self._tell_page()
        self.moved.emit()

    def _arrange(self) -> None:
        """Gives every page its place, for the zoom there is."""
        sizes = self._pages.sizes if self._pages is not None else []
        view = self.viewport()
        if self._zoom:
            self._scale = self._zoom * _POINT
        else:
            widest = max((width for width, _ in sizes), default=612)
            self._scale = max(view.width() - 2 * _MARGIN, 80) / widest
        self._sizes = [(round(width * self._scale), round(height * self._scale)) for width, height in sizes]
        heights = [height + _GAP for _, height in self._sizes]
        self._tops = [_MARGIN + top for top in accumulate([0, *heights[:-1]])] if heights else []
        self._width = max((width for width, _ in self._sizes), default=0) + 2 * _MARGIN
        height = (self._tops[-1] + self._sizes[-1][1] + _MARGIN) if self._tops else 0
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), self._width, view.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)

    def _page_at(self, y: int) -> int:
        """The page at a height of the whole."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def _origin(self, page: int) -> tuple[int, int]:
        """The upper left corner of a page in the viewport."""
        left = max((max(self._width, self.viewport().width()) - self._sizes[page][0]) // 2, 0)
        return left - self.horizontalScrollBar().value(), self._tops[page] - self.verticalScrollBar().value()

    def _page_rect(self, page: int) -> QRect:
        return QRect(QPoint(*self._origin(page)), QSize(*self._sizes[page]))

    def _visible(self) -> range:
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        return range(self._page_at(top), self._page_at(top + self.viewport().height()) + 1)

    def _spot(self, point: QPoint) -> tuple[int, QPointF]:
        """The page at a point of the viewport, or the nearest, and where on it, in points."""
        page = self._page_at(point.y() + self.verticalScrollBar().value())
        left, top = self._origin(page)
        return page, QPointF((point.x() - left) / self._scale, (point.y() - top) / self._scale)

    def _rows(self, page: int, start: int, end: int) -> list[QRectF]:
        """The lines of a passage in the viewport."""
        layer = self._pages.layer(page) if self._pages is not None else None
        if layer is None or page >= len(self._tops):
            return []
        left, top = self._origin(page)
        scale = self._scale
        return [
            QRectF(
                left + row.left * scale, top + row.top * scale,
                (row.right - row.left) * scale, (row.bottom - row.top) * scale,
            )
            for row in layer.text.rows(start, end)
        ]  # fmt: skip

    # Layers

    def _text(self, page: int) -> str:
        layer = self._pages.layer(page) if self._pages is not None else None
        return layer.text.text if layer is not None else ""

    def _layer_known(self, page: int) -> bool:
        return self._pages is not None and self._pages.layer(page) is not None

    def _passages(self, page: int) -> list[Passage | None]:
        """Where the highlights of a page stand in its text."""
        if page not in self._found:
            if not self._layer_known(page):
                return []
            self._found[page] = places(self._text(page), self._marks.get(page, ()))
        return self._found[page]

    def _take_layer(self, page: int) -> None:
        self._found.pop(page, None)
        if self._sought is not None and (self._sought.page or 1) - 1 == page:
            self._show_sought()
        if self._current is not None and self._current.page == page:
            self._bring_into_sight(*self._current)
        if page == self.page:
            self._told.start()
        self.viewport().update()

    def _want(self) -> None:
        """Says which pages are to be drawn and read: those in sight, then the next ones, then the one before."""
        if self._pages is None or not self._tops:
            return
        seen = self._visible()
        order = [*seen, *(page for page in (seen[-1] + 1, seen[-1] + 2, seen[0] - 1) if 0 <= page < len(self._tops))]
        ratio = self.devicePixelRatioF()
        wishes = [
            Wish(page, round(self._sizes[page][0] * ratio), round(self._sizes[page][1] * ratio), self._dark)
            for page in order
        ]
        lacking = [
            *(mark.page - 1 for mark in (self._sought,) if mark is not None and mark.page),
            *(match.page for match in (self._current,) if match is not None),
        ]
        self._pages.want(wishes, [*lacking, *order])

    def _redraw(self, page: int) -> None:
        if page in self._visible():
            self.viewport().update(self._page_rect(page))

    def _tell_page(self) -> None:
        """Lets a screen reader know what is in sight."""
        if self._tops:
            page = self.page
            told = self.tr("Page {page} of {count}").format(page=page + 1, count=len(self._tops))
            self.setAccessibleDescription(f"{told}\n{in_place(self._text(page))[:_MOST_TOLD]}".strip())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colour = self._theme.colour
        painter.fillRect(event.rect(), colour("ground"))
        if self._pages is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            rect = self._page_rect(page)
            if not rect.intersects(event.rect()):
                continue
            picture = self._pages.picture(page)
            # What a white page is in the dark.
            paper = self._theme.dark_paper if self._dark else QColor("white")
            if picture is None:
                painter.fillRect(rect, paper)
            else:
                painter.drawImage(rect, picture)
                if self._dark:
                    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
                    painter.fillRect(rect, paper)
                    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            self._paint_marks(painter, page)
            painter.setPen(QPen(colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.fillRect(0, 0, 2, self.viewport().height(), colour("focus"))

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        """Highlights, matches and the selection of a page, as if with a marker: the letters stay as they are."""
        # Text may go on beyond the edge of a page, where it is not seen.
        painter.setClipRect(self._page_rect(page))
        modes = QPainter.CompositionMode
        marker = modes.CompositionMode_Lighten if self._dark else modes.CompositionMode_Multiply
        painter.setCompositionMode(marker)
        outlined: list[QRectF] = []
        for mark, passage in zip(self._marks.get(page, ()), self._passages(page), strict=False):
            if passage is None:
                continue
            rows = self._rows(page, *passage)
            for row in rows:
                painter.fillRect(row, self._theme.mark_on(self._colours.get(mark.meaning, ""), self._dark))
            if mark.id and mark.id == self._chosen:
                outlined += rows
        strong: list[QRectF] = []
        for match in self._pages.matches_on(page) if self._pages is not None else ():
            rows = self._rows(*match)
            strong += rows if match == self._current else []
            for row in rows:
                painter.fillRect(row, self._theme.match_on(self._dark))
        painter.setCompositionMode(modes.CompositionMode_SourceOver)
        if self._selected is not None and self._selected[0] == page:
            tint = self._theme.colour("accent")
            tint.setAlpha(90)
            for row in self._rows(*self._selected):
                painter.fillRect(row, tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rows, token, wide in ((outlined, "accent", 1.5), (strong, "accent", 2)):
            painter.setPen(QPen(self._theme.colour(token), wide))
            for row in rows:
                painter.drawRect(row.adjusted(-1.5, -0.5, 1.5, 0.5))
        painter.setClipping(False)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tops:
            place = self.place
            self._arrange()
            self.go_to(place)
            self._want()
            self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._want()
        self._told.start()
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._want()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for the pages, and no action of the window's."""
        modifiers, key = event.modifiers(), event.key()
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if event.matches(QKeySequence.StandardKey.Find):
            return True
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.selection is not None
        if key == Qt.Key.Key_Escape:
            return self._selected is not None
        return key in _ARROWS or key in _SCROLLING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, bar = Qt.Key, self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Find):
            self.find_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.selected_text())
        elif event.key() == keys.Key_Escape and self._selected is not None:
            self.clear_selection()
        elif event.key() in _ARROWS and shift:
            self._extend(keys(event.key()), by_word)
        elif event.key() in (keys.Key_Left, keys.Key_Right):
            step = 1 if event.key() == keys.Key_Right else -1
            across = self.horizontalScrollBar()
            if across.maximum():
                across.setValue(across.value() + step * _LINE)
            else:
                self.go_to_page(self._page_at(bar.value() + _GAP + 1) + step)
        elif event.key() in (keys.Key_Up, keys.Key_Down):
            bar.setValue(bar.value() + (_LINE if event.key() == keys.Key_Down else -_LINE))
        elif event.key() in (keys.Key_PageUp, keys.Key_PageDown):
            self._scroll(self._step() * (1 if event.key() == keys.Key_PageDown else -1))
        elif event.key() in (keys.Key_Home, keys.Key_End):
            bar.setValue(0 if event.key() == keys.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    # Selecting

    def _select(self, selected: tuple[int, int, int] | None) -> None:
        if selected != self._selected:
            self._selected = selected
            self.viewport().update()
            self.selection_changed.emit()

    def _character(self, point: QPoint, page: int | None = None, near: float = _NEAR) -> tuple[int, int]:
        """The page and character at a point of the viewport; -1 for none. With a page, the nearest on that."""
        if not self._tops or self._pages is None:
            return 0, -1
        at, spot = self._spot(point)
        if page is not None and page != at:
            left, top = self._origin(page)
            spot = QPointF((point.x() - left) / self._scale, (point.y() - top) / self._scale)
            at = page
        layer = self._pages.layer(at)
        return at, layer.text.at(spot.x(), spot.y(), near) if layer is not None else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = event.position().toPoint()
        page, at = self._character(self._pressed)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selected is not None:
            self._drag_to(self._pressed)
            return
        self.clear_selection()
        self._dragging = at >= 0
        if self._dragging:
            self._fixed = at
            self._selected = (page, at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(point)
            self._scroll_along(point)
            return
        link, over_text = self._link_at(point), self._character(point, near=4)[1] >= 0
        shapes = Qt.CursorShape
        self.viewport().setCursor(
            shapes.PointingHandCursor if link else shapes.IBeamCursor if over_text else shapes.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        dragged, self._dragging = self._dragging, False
        point = event.position().toPoint()
        if dragged and self.selection is not None and (point - self._pressed).manhattanLength() > 3:
            self.passage_selected.emit()
            return
        if self._selected is not None and self._selected[1] == self._selected[2]:
            self._selected = None
        if (point - self._pressed).manhattanLength() <= 3 and self.selection is None:
            self._click(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        page, at = self._character(event.position().toPoint(), near=4)
        text = self._text(page)
        if at < 0 or not text[at].strip():
            return
        start, end = at, at + 1
        while start > 0 and _in_word(text[start - 1]):
            start -= 1
        while end < len(text) and _in_word(text[end]):
            end += 1
        self.select(page, start, end)
        self.passage_selected.emit()

    def _drag_to(self, point: QPoint) -> None:
        """Selects from where it was begun to a point, on the same page."""
        if self._selected is None:
            return
        page = self._selected[0]
        _, at = self._character(point, page, near=0)
        if at >= 0:
            # The character under the mouse is in it.
            start, end = (self._fixed, at + 1) if at >= self._fixed else (at, self._fixed + 1)
            self._select((page, start, end))

    def _scroll_along(self, point: QPoint) -> None:
        if point.y() < 0:
            self._scroll(max(point.y(), -_LINE))
        elif point.y() > self.viewport().height():
            self._scroll(min(point.y() - self.viewport().height(), _LINE))

    def _extend(self, key: Qt.Key, by_word: bool) -> None:
        """Moves the end of what is selected, by characters, words or lines; begins with what is seen first."""
        if self._selected is None:
            begun = self._first_seen()
            if begun is None:
                return
            page, self._fixed = begun
            end = self._fixed
        else:
            page, first, last = self._selected
            end = last if first == self._fixed else first
        text = self._text(page)
        keys = Qt.Key
        if key in (keys.Key_Up, keys.Key_Down):
            end = self._next_line(page, end, down=key == keys.Key_Down)
        else:
            step = 1 if key == keys.Key_Right else -1
            end += step
            if by_word:
                before = -1 if step > 0 else 0
                while 0 < end < len(text) and not (
                    text[end + before].isspace() != text[end + before + 1].isspace()
                    and text[end - 1].isspace() == (step < 0)
                ):
                    end += step
        end = min(max(end, 0), len(text))
        self._select((page, min(self._fixed, end), max(self._fixed, end)))
        self._bring_into_sight(page, max(min(end, len(text) - 1), 0), max(min(end, len(text) - 1), 0) + 1)

    def _next_line(self, page: int, at: int, *, down: bool) -> int:
        layer = self._pages.layer(page) if self._pages is not None else None
        if layer is None:
            return at
        text = layer.text.text
        start = text.rfind("\n", 0, at) + 1
        if down:
            following = text.find("\n", at)
            return len(text) if following < 0 else min(following + 1 + at - start, len(text))
        return max(start - 1, 0) if start else 0

    def _first_seen(self) -> tuple[int, int] | None:
        """The first character in sight."""
        for page in self._visible():
            layer = self._pages.layer(page) if self._pages is not None else None
            if layer is None or not layer.text.text:
                continue
            _, top = self._origin(page)
            for number, box in enumerate(layer.text.boxes):
                if box is not None and top + box.top * self._scale >= 0:
                    return page, number
        return None

    # Clicking

    def highlights_at(self, point: QPoint) -> list[HighlightRecord]:
        """The highlights under a point of the viewport, the shortest first."""
        if not self._tops:
            return []
        page, _ = self._spot(point)
        over = [
            (passage[1] - passage[0], number, mark)
            for number, (mark, passage) in enumerate(zip(self._marks.get(page, ()), self._passages(page), strict=False))
            if passage is not None and any(row.contains(QPointF(point)) for row in self._rows(page, *passage))
        ]
        return [mark for *_, mark in sorted(over, key=lambda one: one[:2])]

    def _link_at(self, point: QPoint) -> tuple[str, int | None, float | None] | None:
        if not self._tops or self._pages is None:
            return None
        page, spot = self._spot(point)
        layer = self._pages.layer(page)
        for link in layer.links if layer is not None else ():
            if link.box.holds(spot.x(), spot.y(), 1):
                return link.url, link.page, link.top
        return None

    def _click(self, point: QPoint) -> None:
        marks = [mark.id or 0 for mark in self.highlights_at(point)]
        if marks:
            following = marks[(marks.index(self._chosen) + 1) % len(marks)] if self._chosen in marks else marks[0]
            self.choose(following)
            self.highlight_clicked.emit(following)
            return
        if link := self._link_at(point):
            url, page, top = link
            if page is not None:
                self.go_to(Place(page + 1, max((top or 0) - 24, 0)))
            elif url:
                self.link_asked.emit(url)
            return
        self.choose(0)
        self.highlight_clicked.emit(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), lambda: QApplication.clipboard().setText(self.selected_text()))
        copy.setEnabled(self.selection is not None)
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        marks = [] if keyboard else self.highlights_at(event.pos())
        under = self._chosen if keyboard else (marks[0].id or 0) if marks else 0
        self.menu_opening.emit(menu, under)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), "<br>".join(tip(one[:600]) for one in words), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _words_at(self, point: QPoint) -> list[str]:
        """What is to be said of a place: highlights and what others marked with their comments, where a link leads."""
        words = [
            ": ".join(filter(None, (one_line(mark.meaning) or self.tr("no meaning"), one_line(mark.comment))))
            for mark in self.highlights_at(point)[:8]
        ]
        if not self._tops or self._pages is None:
            return words
        page, spot = self._spot(point)
        layer = self._pages.layer(page)
        marked = layer.annotations if layer is not None else ()
        over = (one for one in marked if any(box.holds(spot.x(), spot.y()) for box in one.boxes))
        words += filter(None, (": ".join(filter(None, (one_line(one.author), one_line(one.comment)))) for one in over))
        if link := self._link_at(point):
            url, to, _ = link
            words.append(one_line(url) if to is None else self.tr("Page {}").format(to + 1))
        return words


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter in "-'’_"
