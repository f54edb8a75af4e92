"""The slim bar over a paper that is read alone: how many minutes are left, which paper it is, and what to do next."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from readerapp.ui.panels.status_bar import KeyHints
from readerapp.ui.panels.top_bar import KeyedButton
from readerapp.ui.parts.buttons import claims
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

# How often the clock is looked at, in milliseconds: minutes are shown, not seconds.
_LOOK = 5_000
_LINE = 2


class SessionBar(QWidget):
    """The bar of a reading session. `clock` gives seconds that only ever grow.

    The buttons ask for what they say. `takeaway_given` carries the line the reader keeps of the paper, "" for none;
    after it the field is gone.
    """

    done_asked = Signal()
    later_asked = Signal()
    back_asked = Signal()
    end_asked = Signal()
    takeaway_given = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sessionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Reading session"))
        self._theme, self._clock = theme, clock
        self._began, self._seconds = clock(), 60.0
        self._kept = ""
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self.time = Label()
        self.time.setFont(theme.font(weight=QFont.Weight.DemiBold))
        self.place = Label()
        self.place.setProperty("role", "faint")
        self.field = _Line()
        self.field.setAccessibleName(self.tr("Takeaway"))
        self.field.setPlaceholderText(self.tr("One line to keep of this paper"))
        self.field.setMaxLength(1000)
        self.field.returnPressed.connect(lambda: self._give(self.field.text()))
        self.field.skipped.connect(lambda: self._give(""))
        hints = KeyHints(theme, self)
        hints.set_hints([("Enter", self.tr("keep")), ("Esc", self.tr("skip"))])
        hints.setFixedSize(hints.fit(400), 24)

        self.buttons: dict[str, KeyedButton] = {}
        self._actions: dict[str, QAction] = {}
        self._tips = {
            "done": self.tr("Finish the paper, with a line to keep of it"),
            "next": self.tr("Leave the paper as it is and go to the next one"),
            "previous": self.tr("Go to the paper before"),
            "step-back": self.tr("End the session and see what came of it"),
        }
        doing = QWidget()
        row = QHBoxLayout(doing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for name, icon, text, signal in (
            ("done", "done", self.tr("Done"), self.done_asked),
            ("next", "down", self.tr("Later"), self.later_asked),
            ("previous", "up", self.tr("Back"), self.back_asked),
            ("step-back", "close", self.tr("End"), self.end_asked),
        ):
            button = KeyedButton(theme, icon, doing)
            # A click leaves the keyboard with the paper.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            # Not the window's action: that has other words. Its key is only shown here, and acts there.
            action = QAction(text, button)
            action.triggered.connect(signal)
            button.set_action(action)
            self.buttons[name], self._actions[name] = button, action
            row.addWidget(button)
        keeping = QWidget()
        line = QHBoxLayout(keeping)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.field, 1)
        line.addWidget(hints)
        self._pages = QStackedWidget()
        self._pages.addWidget(doing)
        self._pages.addWidget(keeping)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8 + _LINE)
        whole.setSpacing(12)
        whole.addWidget(self.time)
        whole.addWidget(self.place)
        whole.addWidget(self._pages, 1)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """The keys of the actions behind the buttons, by the ids of these actions; "" for none."""
        for name, action in self._actions.items():
            key = QKeySequence(keys.get(name, ""))
            action.setShortcut(key)
            shown = key.toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{self._tips[name]} ({shown})" if shown else self._tips[name])

    def begin(self, minutes: int) -> None:
        """Lets so many minutes begin."""
        self._began, self._seconds = self._clock(), minutes * 60.0
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Stops looking at the clock."""
        self._timer.stop()

    @property
    def minutes(self) -> int:
        """How many minutes it has been, rounded."""
        return round((self._clock() - self._began) / 60)

    def look(self) -> None:
        """Shows what the clock says."""
        left = self._seconds - (self._clock() - self._began)
        if left > 0:
            text = self.tr("%Ln min left", "", math.ceil(left / 60))
        else:
            text = self.tr("Time is up")
            self.time.setToolTip(self.tr("Go on as long as you like."))
        if text != self.time.text():
            self.time.setText(text)
        self.update()

    def show_place(self, number: int, total: int) -> None:
        """Says which paper of how many is read."""
        locale = self.locale()
        self.place.setText(self.tr("Paper {} of {}").format(locale.toString(number), locale.toString(total)))

    @property
    def asking(self) -> bool:
        """Whether the reader is asked for a takeaway."""
        return self._pages.currentIndex() == 1

    def ask_takeaway(self, kept: str) -> None:
        """Asks for one line to keep of the paper; `kept` is the one that is kept already."""
        self._kept = kept
        self.field.setText(kept)
        self.field.selectAll()
        self._pages.setCurrentIndex(1)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> str:
        """Asks no more. Returns what was typed, "" where that is nothing new."""
        typed = self.field.text().strip() if self.asking else ""
        self._pages.setCurrentIndex(0)
        return "" if typed == self._kept else typed

    def _give(self, text: str) -> None:
        if self.asking:
            self._pages.setCurrentIndex(0)
            self.takeaway_given.emit(text.strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        gone = min((self._clock() - self._began) / self._seconds, 1.0)
        whole = QRectF(0, self.height() - _LINE, self.width(), _LINE)
        painter.fillRect(whole, self._theme.colour("line"))
        whole.setWidth(self.width() * gone)
        painter.fillRect(whole, self._theme.colour("accent"))


class _Line(QLineEdit):
    """A line that Esc skips."""

    skipped = Signal()

    def event(self, event: QEvent) -> bool:
        return claims(event, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)
