"""Narrowing a list: a popup under its header with how many of its papers have which status, tag, year and so on."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Connection
from readerapp.library.facets import GLANCE, KEPT, NAMES, QUICK, SAMPLE, Facet, FacetValue, facets, glance
from readerapp.library.folding import fold
from readerapp.ui.dialogs.sheet import cut_corners, paint_ground
from readerapp.ui.parts.buttons import draw_focus
from readerapp.ui.parts.display import grouped, one_line, tip
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

_WIDTH, _HEIGHT = 560, 520
_ONE_COLUMN = 296
# From this width on the groups stand in two columns.
_TWO_FROM = 480
_PADDING = 12
_RADIUS = 8
_ROW = 24
_BAR = 40
# So many values of a group are shown, and so many can be found by typing.
_SHOWN, _ASKED = 6, 60

_LEFT = ("status", "tag", "author", "source")
_Modifier = Qt.KeyboardModifier


class NarrowPopup(QWidget):
    """Shows the facets of a list, counted in the background while it is open.

    A value narrows the list by a click or Enter: `narrow_asked` carries its query, and the popup closes, or with Ctrl
    stays for the next. With Alt it excludes instead: `exclude_asked`. The arrow keys go from value to value, letters
    filter the values, Esc closes.
    """

    narrow_asked = Signal(str)
    exclude_asked = Signal(str)

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # The click on the button that opened the popup closes it, and does not open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAccessibleName(self.tr("Narrow the list"))
        self._lanes, self._theme = lanes, theme
        self.tag_colours: Mapping[str, str] = {}
        self._filter = QLineEdit()
        self._filter.setAccessibleName(self.tr("Filter the values"))
        self._filter.setPlaceholderText(self.tr("Type to filter"))
        self._filter.textChanged.connect(self._show_values)
        self._filter.installEventFilter(self)
        self._state = Label(self.tr("counting…"))
        self._state.setProperty("role", "faint")
        # It keeps its room while it says nothing.
        kept = self._state.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._state.setSizePolicy(kept)
        self._groups = {name: _Group(theme, label, self) for name, label in self._labels().items()}
        self._area = QScrollArea(widgetResizable=True)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(self.tr("Values"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.installEventFilter(self)
        self._columns: list[list[_Group]] = []
        self._inside: QHBoxLayout | None = None
        hint = Label(self.tr("Enter narrows · Ctrl+Enter stays here · Alt+Enter excludes"))
        hint.setProperty("role", "faint")
        hint.setFont(theme.font("small"))
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._filter, 1)
        top.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)
        layout.addWidget(hint)
        theme.changed.connect(self.update)

    def _labels(self) -> dict[str, str]:
        return {
            "status": self.tr("Status"),
            "tag": self.tr("Tags"),
            "year": self.tr("Year"),
            "venue": self.tr("Venue"),
            "author": self.tr("Authors"),
            "keyword": self.tr("Keywords"),
            "source": self.tr("Source"),
            "has": self.tr("Has"),
        }

    def words(self, name: str, label: str) -> str:
        """How a value is called on the screen."""
        states = {
            "unread": self.tr("Unread"),
            "reading": self.tr("Reading"),
            "read": self.tr("Read"),
            "dropped": self.tr("Dropped"),
            "starred": self.tr("Starred"),
            "queued": self.tr("Up next"),
        }
        had = {
            "note": self.tr("A note"),
            "highlight": self.tr("A highlight"),
            "takeaway": self.tr("A takeaway"),
            "code": self.tr("Code"),
            "pdf": self.tr("A PDF"),
            "doi": self.tr("A DOI"),
            "abstract": self.tr("An abstract"),
        }
        return {"status": states, "has": had}.get(name, {}).get(label) or one_line(label)

    # Opening and counting

    def open_under(self, place: QWidget) -> None:
        """Opens the popup under a widget, with nothing counted yet."""
        self._filter.clear()
        for group in self._groups.values():
            group.facet = None
        self.wait()
        screen = place.screen().availableGeometry()
        two = screen.width() >= _TWO_FROM
        self._arrange(two)
        size = QSize(_WIDTH if two else _ONE_COLUMN, _HEIGHT).boundedTo(screen.size())
        under = place.mapToGlobal(QPoint(0, place.height()))
        left = max(min(under.x(), screen.right() + 1 - size.width()), screen.left())
        top = max(min(under.y(), screen.bottom() + 1 - size.height()), screen.top())
        self.setGeometry(QRect(QPoint(left, top), size))
        self._show_values()
        self.show()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def wait(self) -> None:
        """Says that the papers are still being looked for; what was counted before stays in sight."""
        self._state.show()

    def count(self, ids: array[int] | None) -> None:
        """Counts these papers, with None the whole library: first what is there at once, then the others."""
        self.wait()
        if ids is None or not 2 * GLANCE < len(ids) <= SAMPLE:
            self._count_all(ids)
            return

        def then(found: list[Facet]) -> None:
            self._take(found)
            self._count_all(ids)

        self._lanes.ask("facets", lambda connection: glance(connection, ids, limit=_ASKED), then)

    def _count_all(self, ids: array[int] | None) -> None:
        known: set[str] = set()
        turns = []
        small = ids is not None and len(ids) <= SAMPLE
        for names in (NAMES if small else KEPT if ids is None else QUICK, QUICK, NAMES):
            turns.append([name for name in names if name not in known])
            known.update(names)

        def ask(names: Sequence[str], *rest: Sequence[str]) -> None:
            def question(connection: Connection) -> list[Facet]:
                return facets(connection, ids, limit=_ASKED, names=names)

            def then(found: list[Facet]) -> None:
                self._take(found)
                if rest:
                    ask(*rest)
                else:
                    self._state.hide()

            self._lanes.ask("facets", question, then)

        ask(*filter(None, turns))

    def _take(self, found: list[Facet]) -> None:
        for facet in found:
            self._groups[facet.name].facet = facet
        self._show_values()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # What is still being counted is of no use any more.
        self._lanes.ask("facets", lambda _: None, lambda _: None)

    # What is seen

    def _arrange(self, two: bool) -> None:
        inside = QWidget()
        row = self._inside = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(16)
        sides = [_LEFT, [name for name in NAMES if name not in _LEFT]] if two else [NAMES]
        self._columns = []
        for names in sides:
            column = QVBoxLayout()
            column.setSpacing(0)
            for name in names:
                column.addWidget(self._groups[name])
            column.addStretch(1)
            row.addLayout(column, 1)
            self._columns.append([self._groups[name] for name in names])
        old = self._area.takeWidget()
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        if old is not None:
            old.deleteLater()

    def _show_values(self) -> None:
        wanted = fold(self._filter.text().strip())
        focused = next((value for value in self._values() if value.hasFocus()), None)
        query = focused.value.query if focused is not None else ""
        had_focus = focused is not None
        for name, group in self._groups.items():
            found = [
                (value, words)
                for value in (group.facet.values if group.facet else ())
                if wanted in fold(words := self.words(name, value.label))
            ]
            dots = {}
            if name == "tag":
                dots = {value.label: self.tag_colours.get(value.label, "grey") for value, _ in found}
            group.show_values(found[:_SHOWN], dots, self._choose)
            group.setVisible(bool(found) or (group.facet is None and not wanted))
        # Laid out at once, so that what has the focus can be scrolled to, and nothing is seen out of place.
        for group in self._groups.values():
            group.lay_out()
        if self._inside is not None:
            self._inside.activate()
        if had_focus:
            same = next((value for value in self._values() if value.value.query == query), self._filter)
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _values(self) -> list[_Value]:
        return [value for column in self._columns for group in column for value in group.values()]

    def _choose(self, value: FacetValue, modifiers: Qt.KeyboardModifier) -> None:
        if not modifiers & _Modifier.ControlModifier:
            self.hide()
        if modifiers & _Modifier.AltModifier:
            self.exclude_asked.emit(value.query)
        else:
            self.narrow_asked.emit(value.query)

    # Keys

    def event(self, event: QEvent) -> bool:
        # The popup belongs to the list, whose letters are actions.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self._area:  # it would scroll
            self.keyPressEvent(event)
            return True
        values = self._values()
        match event.key():
            case Qt.Key.Key_Down if values:
                values[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if values and self._filter.text().strip():
                    self._choose(values[0].value, event.modifiers())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((value for value in self._values() if value.hasFocus()), None)
        plain = not event.modifiers() & (_Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_Left | Qt.Key.Key_Right if here is not None:
                self._go(here, event.key())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if here is not None:
                self._choose(here.value, event.modifiers())
            case Qt.Key.Key_Backspace if here is not None:
                self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
                self._filter.backspace()
            case _ if plain and event.text().strip():
                self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
                self._filter.end(False)
                self._filter.insert(event.text())
            case _:
                super().keyPressEvent(event)

    def _go(self, here: _Value, key: int) -> None:
        columns = [[value for group in column for value in group.values()] for column in self._columns]
        at = next(n for n, column in enumerate(columns) if here in column)
        column = columns[at]
        place = column.index(here)
        target: QWidget | None = None
        if key == Qt.Key.Key_Up:
            target = column[place - 1] if place else self._filter
        elif key == Qt.Key.Key_Down:
            target = column[place + 1] if place + 1 < len(column) else None
        else:
            beside = columns[1 - at] if len(columns) > 1 and (key == Qt.Key.Key_Right) == (at == 0) else []
            height = here.mapTo(self, QPoint()).y()
            target = min(beside, key=lambda value: abs(value.mapTo(self, QPoint()).y() - height), default=None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(target, _Value):
                self._area.ensureWidgetVisible(target, 0, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self, _RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._theme, _RADIUS)


class _Group(QWidget):
    """A heading and its values."""

    def __init__(self, theme: Theme, label: str, popup: NarrowPopup) -> None:
        super().__init__(popup)
        self._theme = theme
        self.facet: Facet | None = None
        self.setAccessibleName(label)
        heading = Label(label)
        heading.setProperty("role", "section")
        heading.setFont(theme.font("small"))
        heading.setContentsMargins(8, 0, 8, 0)
        heading.setFixedHeight(theme.high(_ROW))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self._rows: list[_Value] = []

    def lay_out(self) -> None:
        """Puts the rows in their places now."""
        self._column.activate()

    def values(self) -> list[_Value]:
        """The values in sight, from top to bottom."""
        return [row for row in self._rows if not row.isHidden()] if not self.isHidden() else []

    def show_values(
        self,
        found: Sequence[tuple[FacetValue, str]],
        dots: Mapping[str, str],
        choose: Callable[[FacetValue, Qt.KeyboardModifier], None],
    ) -> None:
        """Shows these values with their words; rows that are there are used again, so that nothing flickers."""
        while len(self._rows) < len(found):
            row = _Value(self._theme, self)
            row.chosen.connect(choose)
            self._rows.append(row)
            self._column.addWidget(row)
        most = max((value.count for value, _ in found), default=0)
        for row, (value, words) in zip(self._rows, found, strict=False):
            row.show_value(value, words, value.count / most, dots.get(value.label, ""))
        for n, row in enumerate(self._rows):
            row.setVisible(n < len(found))


class _Value(QAbstractButton):
    """One value: its name, a bar for its share, and how many papers have it. `chosen` carries it and the modifiers."""

    chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._dot = ""
        self._number = ""
        self.setFixedHeight(theme.high(_ROW))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_value(self, value: FacetValue, words: str, share: float, dot: str) -> None:
        """Shows a value. `share` is the length of its bar, from 0 to 1; `dot` the colour of a tag, or ""."""
        number = grouped(value.count)
        self.value, self._share, self._dot = value, share, dot
        self._number = number if value.exact else f"≈ {number}"
        self.setText(words)
        self.setToolTip(tip(words))
        exact = self.tr("%Ln papers", "", value.count)
        papers = exact if value.exact else self.tr("about %Ln papers", "", value.count)
        self.setAccessibleName(f"{words}, {papers}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.high(_ROW))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if inside:
            self.chosen.emit(self.value, event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the keys are the popup's

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, middle = self._theme.colour, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(colour("selection" if self.hasFocus() else "hover"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        left, right = 8, self.width() - 8
        if self._dot:
            painter.setBrush(self._theme.dot(self._dot))
            painter.drawRoundedRect(QRectF(left, middle - 4, 8, 8), 2, 2)
            left += 16
        number = max(QFontMetrics(self.font()).horizontalAdvance(self._number), 48)
        bar = QRectF(right - number - 8 - _BAR, middle - 2, _BAR, 4)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(max(4.0, _BAR * self._share))
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(colour("faint"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(
            QRect(right - number, 0, number, self.height()), flags | Qt.AlignmentFlag.AlignRight, self._number
        )
        painter.setPen(colour("text"))
        room = int(bar.left()) - 8 - left
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), flags, shown)
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._theme)
