"""Review: papers that wait long and were never opened, one at a time, with why each was saved. One key decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from readerapp.jobs.lanes import Lanes
from readerapp.library import history, papers
from readerapp.library.connect import Connection, Writer, milliseconds
from readerapp.library.reviewing import Reasons, found_by, reasons, waiting
from readerapp.operations import reviewing
from readerapp.records import Changes, Record
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.abstract import AbstractView
from readerapp.ui.parts.buttons import HintButton
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import day, one_line
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

What = Literal["keep", "drop", "read"]

_WANTED = QSize(760, 640)
_WEEKS = (2, 4, 8, 26)
_USUAL = 4
_VERBS = {"keep": reviewing.keep, "drop": reviewing.drop, "read": reviewing.read_now}
# So many names stand in a line, and so many authors.
_NAMED, _AUTHORS = 12, 8
_LONGEST = 300
# What is free beside the abstract, so that it begins where the reasons do, in pixels.
_MARGIN = 12


@dataclass(slots=True)
class _Decision:
    """What the reader did with a paper. `step` is known, to the library lane alone, when it is done; 0: nothing was."""

    paper: int
    what: What
    step: int = 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paper with why it was saved; None where it is gone."""

    paper: int
    record: Record | None
    reasons: Reasons | None


class ReviewSheet(Sheet):
    """The sheet. `read_asked` carries the paper that is to be read now, which ends the review.

    How long a paper has to have waited, and where, is remembered in `settings`.
    """

    read_asked = Signal(int)

    def __init__(
        self, lanes: Lanes, theme: Theme, settings: QSettings, abstract_font: QFont, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("Review"))
        self.setAccessibleName(self.tr("Review"))
        self._lanes, self._settings = lanes, settings
        self._ids: list[int] = []
        self._at = 0
        self._decided: list[_Decision] = []
        self._looked = self._ended = False
        self._make_head()
        self._make_paper(abstract_font)
        self._make_end()
        self._make_foot()
        lanes.failed.connect(self._say)
        for key, do in (
            ("K", self.keep),
            ("D", self.drop),
            ("R", self.read_now),
            ("Z", self.undo),
            ("Ctrl+Z", self.undo),
        ):
            QShortcut(QKeySequence(key), self, do)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._look()

    # Building

    def _make_head(self) -> None:
        title = Label(self.tr("Review"))
        title.setFont(self._theme.font("large", weight=QFont.Weight.DemiBold))
        self.count = Label()
        self.count.setProperty("role", "secondary")
        self.place = Choice(self._theme)
        self.place.setAccessibleName(self.tr("Which papers"))
        self.place.addItems([self.tr("In up next"), self.tr("All unread papers")])
        self.place.setCurrentIndex(int(bool(self._settings.value("review/unread", False, type=bool))))
        self.weeks = Choice(self._theme)
        self.weeks.setAccessibleName(self.tr("How long they have waited"))
        kept = self._settings.value("review/weeks", _USUAL, type=int)
        for weeks in _WEEKS:
            self.weeks.addItem(self.tr("for {} weeks or more").format(weeks), weeks)
        self.weeks.setCurrentIndex(_WEEKS.index(kept if kept in _WEEKS else _USUAL))
        for choice in (self.place, self.weeks):
            choice.activated.connect(self._choose)
        self._close = self.close_button()
        self._close.setToolTip(self.tr("End (Esc)"))
        self._close.setAccessibleName(self.tr("End the review"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.place)
        head.addWidget(self.weeks)
        head.addWidget(self._close)
        self.body.addLayout(head)

    def _make_paper(self, abstract_font: QFont) -> None:
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 8, 0, 0)
        page.setSpacing(8)
        self.title = Label(wordWrap=True)
        font = self._theme.font("title", weight=QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 0.8)
        self.title.setFont(font)
        self.origin = Label(wordWrap=True)
        self.origin.setProperty("role", "secondary")
        self.abstract = AbstractView(self._theme)
        self.abstract.setObjectName("abstract")
        self.abstract.setAccessibleName(self.tr("Abstract"))
        self.abstract.setFont(abstract_font)
        why = QFrame()
        why.setObjectName("why")
        why.setAccessibleName(self.tr("Why it was saved"))
        self._why = QGridLayout(why)
        self._why.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._why.setHorizontalSpacing(16)
        self._why.setVerticalSpacing(4)
        self._why.setColumnStretch(1, 1)
        self.lines: list[tuple[QLabel, QLabel]] = []
        for row in range(5):
            name, told = Label(), Label(wordWrap=True)
            name.setProperty("role", "faint")
            for column, label in enumerate((name, told)):
                label.setFont(self._theme.font("small"))
                self._why.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self.lines.append((name, told))
        page.addWidget(self.title)
        page.addWidget(self.origin)
        page.addWidget(why)
        page.addWidget(self.abstract, 1)
        self.body.addWidget(self._page, 1)
        self._page.hide()

    def _make_end(self) -> None:
        self.end = Label(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.end.setFont(self._theme.font("large"))
        self.body.addWidget(self.end, 1)

    def _make_foot(self) -> None:
        self._told = Label(wordWrap=True)
        self._told.setProperty("role", "danger")
        self._undo = HintButton(self._theme, self.tr("Undo"), "Z")
        self._undo.clicked.connect(self.undo)
        self._buttons: dict[What, QPushButton] = {}
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._undo)
        foot.addWidget(self._told, 1)
        choices: tuple[tuple[What, str, str, str], ...] = (
            ("drop", self.tr("Drop"), "D", self.tr("Give it the status dropped and take it out of up next")),
            ("read", self.tr("Read now"), "R", self.tr("Put it on top of up next and open it")),
            (
                "keep",
                self.tr("Keep"),
                "K",
                self.tr("Let it wait; you are asked again when it has waited so long once more"),
            ),
        )
        for what, text, key, help_ in choices:
            button = QPushButton(f"{text}   {key}")
            button.setAccessibleName(text)
            button.setToolTip(f"{help_} ({key})")
            button.setProperty("primary", what == "keep")
            button.setAutoDefault(False)
            button.clicked.connect({"drop": self.drop, "read": self.read_now, "keep": self.keep}[what])
            foot.addWidget(button)
            self._buttons[what] = button
        self.done_button = QPushButton(self.tr("Close"))
        self.done_button.setProperty("primary", True)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.reject)
        foot.addWidget(self.done_button)
        self.body.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sides = self.body.contentsMargins()
        room = self.width() - sides.left() - sides.right() - 2 * _MARGIN
        self.abstract.fit(_MARGIN, max(1, min(room, self.abstract.column())), grown=False)

    # Which papers

    def _choose(self) -> None:
        self._settings.setValue("review/unread", bool(self.place.currentIndex()))
        self._settings.setValue("review/weeks", _WEEKS[self.weeks.currentIndex()])
        self._ended = False
        self._look()

    def _look(self) -> None:
        weeks, queued = _WEEKS[self.weeks.currentIndex()], self.place.currentIndex() == 0
        self._lanes.ask(
            "papers to review",
            lambda connection: list(waiting(connection, weeks, milliseconds(), queued=queued)),
            self._take,
            at_once=True,
        )

    def _take(self, ids: list[int]) -> None:
        # What was decided just now may not be written yet.
        decided = {decision.paper for decision in self._decided}
        self._ids, self._at, self._looked = [paper for paper in ids if paper not in decided], 0, True
        self._go()

    # One paper

    @property
    def paper(self) -> int:
        """The paper that is asked about; 0 for none."""
        return self._ids[self._at] if self._at < len(self._ids) and not self._ended else 0

    def _go(self) -> None:
        paper = self.paper
        self._tell()
        if not paper:
            return

        def question(connection: Connection) -> _Shown:
            return _Shown(paper, papers.record(connection, paper), reasons(connection, paper))

        self._lanes.ask("paper to review", question, self._show, at_once=True)

    def _show(self, shown: _Shown) -> None:
        if shown.paper != self.paper:
            return
        record, why = shown.record, shown.reasons
        if record is None or why is None:  # another process has deleted it
            del self._ids[self._at]
            self._go()
            return
        self.title.setText(one_line(record.title[: 2 * _LONGEST])[:_LONGEST])
        place = " ".join(filter(None, (record.venue, str(record.year or ""))))
        self.origin.setText(one_line(" · ".join(filter(None, (self._listed(record.authors, _AUTHORS), place)))))
        self.abstract.show_abstract(record.abstract or self.tr("It has no abstract."), (), {}, anew=True)
        self.abstract.verticalScrollBar().setValue(0)
        self._lanes.ask(
            "searches of the paper to review",
            lambda connection: (shown, found_by(connection, shown.paper)),
            self._add_searches,
        )
        self._tell_why(why, ())
        self._page.show()
        self._tell()
        if self.focusWidget() not in (self.place, self.weeks):
            self.abstract.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _add_searches(self, answer: tuple[_Shown, tuple[str, ...]]) -> None:
        shown, searches = answer
        if shown.paper == self.paper and shown.reasons is not None:
            self._tell_why(shown.reasons, searches)

    def _tell_why(self, why: Reasons, searches: tuple[str, ...]) -> None:
        told = self._reasons(why, searches)
        for (name, words), line in zip(self.lines, [*told, *[("", "")] * (len(self.lines) - len(told))], strict=True):
            name.setText(line[0])
            words.setText(line[1])
            name.setVisible(bool(line[1]))
            words.setVisible(bool(line[1]))

    def _reasons(self, why: Reasons, searches: tuple[str, ...]) -> list[tuple[str, str]]:
        """Why it was saved: what is known of it, each with a name."""
        lines = []
        if why.queued:
            lines.append((self.tr("Up next"), self.tr("since {day}, {ago}").format(**self._since(why.queued))))
        added = self.tr("{day}, {ago}").format(**self._since(why.added))
        if why.origin:
            added = self.tr("{when}, from {origin}").format(when=added, origin=one_line(why.origin)[:_LONGEST])
        if why.came_with:
            others = self.tr("%Ln others", "", why.came_with)
            beside = ", ".join(f"“{one_line(title)[:80]}”" for title in why.beside)
            added = self.tr("{added}, with {others}: {beside}").format(
                added=added, others=others, beside=beside + ("…" if why.came_with > len(why.beside) else "")
            )
        lines.append((self.tr("Added"), added))
        if why.tags:
            lines.append((self.tr("Tags"), self._listed(why.tags, _NAMED)))
        if searches:
            lines.append((self.tr("Found by"), self._listed(searches, _NAMED)))
        if why.kept:
            lines.append((self.tr("Kept"), self.tr("{day}, {ago}").format(**self._since(why.kept))))
        return lines

    def _since(self, moment: datetime) -> dict[str, str]:
        days = (datetime.now(UTC) - moment).days
        weeks = days // 7
        if weeks >= 1:
            ago = self.tr("%Ln weeks ago", "", weeks)
        else:
            ago = self.tr("%Ln days ago", "", days) if days >= 1 else self.tr("today")
        return {"day": day(moment), "ago": ago}

    def _listed(self, names: list[str] | tuple[str, ...], most: int) -> str:
        shown = ", ".join(map(one_line, names[:most]))
        return (
            shown if len(names) <= most else self.tr("{names} and %Ln more", "", len(names) - most).format(names=shown)
        )

    # Deciding

    def keep(self) -> None:
        """Lets the paper wait on."""
        self._decide("keep")

    def drop(self) -> None:
        """Gives the paper up."""
        self._decide("drop")

    def read_now(self) -> None:
        """Puts the paper on top of up next, closes the sheet, and asks for it."""
        if paper := self._decide("read"):
            self.accept()
            self.read_asked.emit(paper)

    def _decide(self, what: What) -> int:
        """Does it with the paper that is shown, and goes on to the next; answers which it was, 0: none."""
        paper = self.paper
        if not paper or self._page.isHidden() or self._lanes.read_only:
            return 0
        decision = _Decision(paper, what)

        def verb(writer: Writer) -> Changes | None:
            changes = _VERBS[what](writer, paper)
            latest = history.next_undo(writer.connection)
            decision.step = latest.id if changes is not None and latest is not None else 0
            return changes

        self._lanes.do(verb)
        self._decided.append(decision)
        self._at += 1
        self._told.clear()
        if what != "read":
            self._go()
        return paper

    def undo(self) -> None:
        """Takes the last decision back, unless something else was done since, and asks about that paper again."""
        if not self._decided:
            return
        decision = self._decided.pop()

        def verb(writer: Writer) -> Changes | None:
            latest = history.next_undo(writer.connection)
            if not decision.step or latest is None or latest.id != decision.step:
                return None
            changes = writer.undo()
            return changes and replace(changes, title=f"Undone: {changes.title}")

        self._lanes.do(verb)
        self._ended = False
        if decision.paper in self._ids:
            self._at = self._ids.index(decision.paper)
        else:
            self._ids.insert(self._at, decision.paper)
        self._told.clear()
        self._go()

    # Telling

    def _tell(self) -> None:
        going = bool(self.paper)
        self.count.setText(
            self.tr("{number} of {all}").format(
                number=self.locale().toString(self._at + 1), all=self.locale().toString(len(self._ids))
            )
            if going
            else ""
        )
        if not going:
            self._page.hide()
        self.end.setVisible(self._page.isHidden())
        self.end.setText("" if going or not self._looked else self.summary())
        for button in self._buttons.values():
            button.setVisible(going)
            button.setEnabled(not self._lanes.read_only)
        self._undo.setVisible(bool(self._decided))
        self.done_button.setVisible(not going)
        if not going:
            self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def summary(self) -> str:
        """What came of it, in words."""
        done = [decision.what for decision in self._decided]
        if not done:
            return (
                self.tr("No paper of up next has waited so long unopened.")
                if self.place.currentIndex() == 0
                else self.tr("No unread paper has waited so long unopened.")
            )
        parts = [
            self.tr("%Ln kept", "", done.count("keep")) if "keep" in done else "",
            self.tr("%Ln dropped", "", done.count("drop")) if "drop" in done else "",
        ]
        left = len(self._ids) - self._at
        words = [
            f"{self._looked_at(len(done))}: {', '.join(filter(None, parts))}.",
            self.tr("%Ln are left for another time.", "", left) if left else "",
        ]
        return "\n".join(filter(None, words))

    def _looked_at(self, papers: int) -> str:
        return self.tr("%Ln papers looked at", "", papers)

    def _say(self, words: str) -> None:
        self._told.setText(said(words))

    def reject(self) -> None:
        """Ends the review with a summary; asked once more, or where nothing was decided, closes."""
        if self._decided and not self._ended and self.paper:
            self._ended = True
            self._tell()
        else:
            super().reject()
