"""The sheets before and after a reading session: how many minutes there are, and what came of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from readerapp.library.sitting import Sitting
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.display import one_line, readable
from readerapp.ui.parts.inert import Document, Label
from readerapp.ui.parts.plain_text import PlainText, Run
from readerapp.ui.theme import Theme

LEAST, MOST, USUAL = 5, 180, 25
_WIDTH, _HIGHEST = 520, 560


class SessionStart(Sheet):
    """Asks how many minutes there are; Enter starts. `started` carries them."""

    started = Signal(int)

    def __init__(self, minutes: int, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        # Larger where the system's text is.
        super().__init__(QSize(420, 208) * (theme.high(24) / 24), theme, parent)
        self.setWindowTitle(self.tr("Reading session"))
        self.setAccessibleName(self.tr("Reading session"))
        title = _title(self.tr("Reading session"), theme)
        explained = Label(what, wordWrap=True)
        explained.setProperty("role", "secondary")
        label = Label(self.tr("I have"))
        self.minutes = QSpinBox(minimum=LEAST, maximum=MOST, singleStep=5)
        # As in the preferences: the arrows of the style are too small, and the line within would have its own frame.
        self.minutes.setStyleSheet(
            "QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }"
            " QLineEdit { background: transparent; border: none; padding: 0; }"
        )
        self.minutes.lineEdit().setTextMargins(8, 0, 8, 0)
        self.minutes.setValue(minutes)
        self.minutes.setSuffix(self.tr(" minutes"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.minutes.setMinimumWidth(128)
        label.setBuddy(self.minutes)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.minutes)
        row.addStretch(1)
        start = QPushButton(self.tr("Start"))
        start.setProperty("primary", True)
        start.setDefault(True)
        start.clicked.connect(self._start)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.body.addWidget(title)
        self.body.addWidget(explained)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addLayout(_at_the_right(cancel, start))
        self.minutes.setFocus()
        self.minutes.selectAll()

    def _start(self) -> None:
        self.minutes.interpretText()
        # What comes next is shown without the sheet.
        self.accept()
        self.started.emit(self.minutes.value())


class SessionSummary(Sheet):
    """Says what came of a session, and gives it as text."""

    def __init__(self, minutes: int, done: Sitting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QSize(_WIDTH, 0), theme, parent)
        self._minutes, self._done = minutes, done
        self.setWindowTitle(self.tr("What came of the session"))
        self.setAccessibleName(self.tr("What came of the session"))
        self.text = PlainText(theme)
        self.text.setAccessibleName(self.tr("What came of the session"))
        self.text.show_runs(self._runs())
        theme.changed.connect(self.text.draw)
        copy = QPushButton(self.tr("Copy as text"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._copied = Label()
        self._copied.setProperty("role", "faint")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(copy)
        row.addWidget(self._copied)
        row.addStretch(1)
        row.addWidget(close)
        self.body.addWidget(_title(self._heading(), theme))
        self.body.addWidget(self.text, 1)
        self.body.addLayout(row)
        close.setFocus()
        # As high as what there is to say; what is more scrolls.
        ruler = Document(self.text.toPlainText())
        ruler.setDefaultFont(theme.font(weight=QFont.Weight.DemiBold))
        ruler.setTextWidth(_WIDTH - 48)
        self.text.setMinimumHeight(min(int(ruler.size().height()), 120))
        self._wanted = QSize(_WIDTH, min(int(ruler.size().height()) + 136, _HIGHEST))

    def as_text(self) -> str:
        """The summary as it is copied."""
        done = self._done
        lines = [self._heading(), ""]
        for one in done.finished:
            lines.append(f"- {one_line(one.title)}")
            if one.takeaway:
                lines.append(f"  {one_line(one.takeaway)}")
        if done.finished:
            lines.append("")
        lines += filter(None, (self._rest(), self._next()))
        return "\n".join(lines) + "\n"

    def _heading(self) -> str:
        took = self.tr("%Ln minutes", "", self._minutes) if self._minutes else self.tr("Less than a minute")
        count = len(self._done.finished)
        return self.tr("{}, {}").format(
            took, self.tr("%Ln papers finished", "", count) if count else self.tr("nothing finished")
        )

    def _rest(self) -> str:
        done = self._done
        parts = []
        if done.dropped:
            parts.append(self.tr("%Ln dropped", "", done.dropped))
        if done.tagged:
            parts.append(self.tr("%Ln tagged", "", done.tagged))
        if done.noted:
            parts.append(self.tr("%Ln notes written", "", done.noted))
        return ", ".join(parts)

    def _next(self) -> str:
        title = one_line(self._done.next)
        return self.tr("Next: {}").format(title) if title else self.tr("Nothing is left of what it went through.")

    def _runs(self) -> list[Run]:
        strong = self._theme.font(weight=QFont.Weight.DemiBold)
        runs = []
        for one in self._done.finished:
            runs.append(Run(f"{one_line(readable(one.title))}\n", font=strong))
            if one.takeaway:
                runs.append(Run(f"{one_line(one.takeaway)}\n", "secondary"))
            runs.append(Run("\n", font=self._theme.font("small")))
        if rest := self._rest():
            runs += [Run(f"{rest}\n", "secondary"), Run("\n", font=self._theme.font("small"))]
        return [*runs, Run(self._next(), "secondary")]

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.as_text())
        self._copied.setText(self.tr("Copied"))


def _title(text: str, theme: Theme) -> QLabel:
    title = Label(text, wordWrap=True)
    title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
    return title


def _at_the_right(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
