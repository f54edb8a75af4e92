"""The highlights of a paper beside its abstract, with comments written in place and saved as they are typed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import saved
from readerapp.library.anchoring import places
from readerapp.operations import highlighting
from readerapp.records import HighlightRecord, Record
from readerapp.ui.parts.highlight_list import HighlightList
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme

# In milliseconds: a comment is saved this long after the last key, and this often while typing goes on.
_PAUSE = 400
_AT_LEAST_EVERY = 2_000


@dataclass(slots=True)
class _Typed:
    """A comment that the library has not confirmed yet; `number` is that of its last way there, 0 for none."""

    text: str
    merge: str
    number: int = 0
    failed: bool = False


def _in_file(mark: HighlightRecord) -> tuple[str, int, int]:
    return mark.target, mark.page or 0, mark.start or 0


class HighlightsPage(QWidget):
    """Lists a paper's highlights. `told` says that `saving` or `failed` has changed.

    What is asked of a highlight goes on through the signals of `list`.
    """

    told = Signal()

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._typed: dict[int, _Typed] = {}
        self._number = 0
        self._sitting = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._ceiling = QTimer(self, singleShot=True, interval=_AT_LEAST_EVERY)
        for timer in (self._pause, self._ceiling):
            timer.timeout.connect(self.flush)
        self.list = HighlightList(theme)
        self.list.read_only = lanes.read_only
        self.list.comment_begun.connect(self._sit_down)
        self.list.comment_typed.connect(self._take)
        self.list.comment_ended.connect(self.flush)
        self.empty = Label(self.tr("Nothing is highlighted in this paper. Select words of its abstract and press H."))
        self.empty.setProperty("role", "faint")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_record(self, record: Record) -> int:
        """Shows the highlights of a paper, the lost ones apart; returns how many there are."""
        marks = [
            replace(mark, comment=self._typed[mark.id].text) if mark.id in self._typed else mark
            for mark in record.highlights
        ]
        colours = {meaning.name: meaning.colour for meaning in saved.meanings(self._lanes.reader)} if marks else {}
        here = [n for n, mark in enumerate(marks) if mark.target == "abstract"]
        found = dict(zip(here, places(record.abstract, [marks[n] for n in here]), strict=True))
        attached = {f"attachment:{file.sha256}" for file in record.attachments}
        lost = {n for n, mark in enumerate(marks) if (found[n] is None if n in found else mark.target not in attached)}
        # In the order in which they stand there; those in files after them.
        order = sorted(
            range(len(marks)),
            key=lambda n: (n not in found, found.get(n) or (0, 0), *_in_file(marks[n])),
        )
        self.list.show_highlights([marks[n] for n in order], colours, {order.index(n) for n in lost})
        self._pages.setCurrentIndex(0 if marks else 1)
        return len(marks)

    @property
    def saving(self) -> bool:
        """Whether a comment is on its way to the library."""
        return bool(self._typed)

    @property
    def failed(self) -> bool:
        """Whether a comment could not be saved."""
        return any(one.failed for one in self._typed.values())

    def fail(self) -> None:
        """Takes everything on its way to the library for not saved, until it is confirmed: the lane does not say which
        of its jobs failed."""
        for one in self._typed.values():
            one.failed = one.failed or one.number > 0

    def flush(self) -> None:
        """Hands every comment typed to the library lane, also what could not be saved before."""
        self._pause.stop()
        self._ceiling.stop()
        for highlight, one in self._typed.items():
            if one.failed or not one.number:
                self._number += 1
                one.number, one.failed = self._number, False
                self._send(highlight, one)
        self.told.emit()

    def _sit_down(self, _: int) -> None:
        self._sitting = secrets.token_hex(4)

    def _take(self, highlight: int, text: str) -> None:
        self._typed[highlight] = _Typed(text, f"comment:{highlight}:{self._sitting}")
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()
        self.told.emit()

    def _send(self, highlight: int, one: _Typed) -> None:
        number = one.number
        self._lanes.do(
            highlighting.set_comment,
            highlight,
            one.text,
            merge=one.merge,
            initiator=self,
            then=lambda _: self._confirm(highlight, number),
        )

    def _confirm(self, highlight: int, number: int) -> None:
        one = self._typed.get(highlight)
        if one is not None and one.number == number:
            del self._typed[highlight]
        self.told.emit()
