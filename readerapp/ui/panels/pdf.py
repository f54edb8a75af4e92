"""A PDF in the place of the abstract: its pages with a bar above them, a line to search in it, and its contents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readerapp.library.folding import has_word
from readerapp.library.language import Words
from readerapp.library.marking import Marker
from readerapp.library.pdfs import Place
from readerapp.records import AttachedFile
from readerapp.ui.icons import icon
from readerapp.ui.parts.buttons import PRESSING, Button, claims
from readerapp.ui.parts.display import grouped, one_line, tip
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.pdf_pages import PdfPages
from readerapp.ui.parts.pdf_view import PdfView
from readerapp.ui.theme import Theme

# In milliseconds: words are looked for so long after the last key.
_PAUSE = 150
# Less wide, the bar leaves out what has a key too, and the contents take the place of the pages.
_NARROW = 480
_CONTENTS = 240
_MOST_MATCHES = 100_000


class _Contents(QListWidget):
    """Keeps the keys that choose an entry from the window's actions."""

    def event(self, event: QEvent) -> bool:
        return claims(event, *PRESSING) or super().event(event)


class PdfPane(QWidget):
    """Shows one of a paper's PDFs. `left` says that the reader wants the abstract back, `file_chosen` carries another
    attachment's id, `menu_asked` a menu to be filled, `outside_asked` that another program is to show it."""

    left = Signal()
    file_chosen = Signal(int)
    menu_asked = Signal(QMenu)
    outside_asked = Signal()
    dark_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdfPane")
        self.setAccessibleName(self.tr("PDF"))
        self._theme = theme
        self.file: AttachedFile | None = None
        self._pages: PdfPages | None = None
        self._match = -1
        self._looked_for = ""
        self._icons: list[tuple[QToolButton, str]] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._search)
        self._lay_out()
        self._connect()
        self._draw_icons()

    # Building

    def _button(self, name: str, words: str, keys: str = "") -> QToolButton:
        button = QToolButton()
        button.setProperty("plain", True)
        button.setAccessibleName(words)
        button.setToolTip(tip(f"{words} ({keys})" if keys else words))
        button.setFixedSize(28, 28)
        button.setIconSize(QSize(16, 16))
        self._icons.append((button, name))
        return button

    def _lay_out(self) -> None:
        theme = self._theme
        self.back = self._button("back", self.tr("Back to the abstract"), "P")
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("File"))
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.names.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name = Label()
        self.name.setFont(theme.font("small"))
        self.name.setProperty("role", "secondary")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.page = QLineEdit()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setFixedWidth(52)
        self.count = Label()
        self.count.setProperty("role", "faint")
        self.smaller = self._button("smaller", self.tr("Smaller"), "Ctrl+-")
        self.size_label = QPushButton()
        self.size_label.setProperty("flat", True)
        self.size_label.setAccessibleName(self.tr("Fit the width"))
        self.size_label.setToolTip(tip(self.tr("Fit the width") + " (W)"))
        self.larger = self._button("larger", self.tr("Larger"), "Ctrl+=")
        self.dark = self._button("dark-pages", self.tr("Dark pages"))
        self.dark.setCheckable(True)
        self.find_button = self._button("search", self.tr("Find in the PDF"), "Ctrl+F")
        self.contents_button = self._button("contents", self.tr("Contents"))
        self.contents_button.setCheckable(True)
        self.more = self._button("more", self.tr("More"))
        self._bar = QFrame()
        self._bar.setObjectName("pdfBar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.contents_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.names, 1)
        rest: tuple[QWidget, ...] = (
            self.page, self.count, self.smaller, self.size_label, self.larger, self.dark, self.find_button, self.more,
        )  # fmt: skip
        for part in rest:
            row.addWidget(part)

        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the PDF"))
        self.field.setAccessibleName(self.tr("Find in the PDF"))
        self.field.setClearButtonEnabled(True)
        self.found = Label()
        self.found.setProperty("role", "secondary")
        self.found.setFont(theme.font("small"))
        self.previous = self._button("up", self.tr("Previous match"), "Shift+F3")
        self.next = self._button("down", self.tr("Next match"), "F3")
        self.close_find = self._button("close", self.tr("Close"), "Esc")
        self.find_row = QFrame()
        self.find_row.setObjectName("pdfBar")
        row = QHBoxLayout(self.find_row)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.found)
        for button in (self.previous, self.next, self.close_find):
            row.addWidget(button)
        self.find_row.hide()

        self.view = PdfView(theme)
        self.contents = _Contents()
        self.contents.setObjectName("pdfContents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.hide()
        inner = QWidget()
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.contents)
        sides.addWidget(self.view, 1)
        self.trouble = Label()
        self.trouble.setWordWrap(True)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.outside = Button()
        self.outside.setText(self.tr("Open in another program"))
        bad = QWidget()
        column = QVBoxLayout(bad)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(1)
        column.addWidget(self.trouble)
        column.addSpacing(12)
        column.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(inner)
        self._body.addWidget(bad)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.find_row)
        layout.addWidget(body, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._theme.changed.connect(self._draw_icons)
        self.back.clicked.connect(self.left)
        self.names.activated.connect(lambda row: self.file_chosen.emit(self.names.itemData(row)))
        self.page.returnPressed.connect(self._go_to_typed)
        self.page.installEventFilter(self)
        self.smaller.clicked.connect(partial(self.view.zoom_by, -1))
        self.larger.clicked.connect(partial(self.view.zoom_by, 1))
        self.size_label.clicked.connect(lambda: self.view.set_zoom(0))
        self.dark.toggled.connect(self._choose_dark)
        self.find_button.clicked.connect(self.open_find)
        self.contents_button.toggled.connect(self._show_contents)
        self.more.clicked.connect(self._open_menu)
        self.field.textEdited.connect(lambda _: self._soon.start())
        self.field.installEventFilter(self)
        self.previous.clicked.connect(partial(self.walk, -1))
        self.next.clicked.connect(partial(self.walk, 1))
        self.close_find.clicked.connect(self.leave_find)
        self.view.find_asked.connect(self.open_find)
        self.view.moved.connect(self._show_place)
        self.contents.itemClicked.connect(self._go_to_entry)
        self.contents.itemActivated.connect(self._go_to_entry)
        self.outside.clicked.connect(self.outside_asked)

    def _draw_icons(self) -> None:
        for button, name in self._icons:
            button.setIcon(icon(name, self._theme.colour("secondary")))

    # What is shown

    def show_file(
        self, path: Path, file: AttachedFile, others: Sequence[AttachedFile], place: Place, fault: str = ""
    ) -> None:
        """Shows a file from a place on. `others` are all PDFs of the paper, `fault` says why it cannot be shown."""
        self.close_file()
        self.file = file
        shown = one_line(file.name)
        self.name.setText(shown)
        self.name.setToolTip(tip(shown))
        self.names.clear()
        for other in others:
            self.names.addItem(one_line(other.name)[:120], other.id)
        self.names.setCurrentIndex(self.names.findData(file.id))
        self.name.setVisible(len(others) < 2)
        self.names.setVisible(len(others) > 1)
        if fault:
            self._fail(fault)
            return
        self._body.setCurrentIndex(0)
        self._pages = PdfPages(path, shown, self)
        self._pages.opened.connect(self._take_contents)
        self._pages.failed.connect(self._fail)
        self._pages.found.connect(self._take_matches)
        self.view.show_pages(self._pages, place)
        self._show_place()
        self._fit()

    def close_file(self) -> None:
        """Shows nothing, and lets the file go."""
        self.leave_find()
        self.field.clear()
        self.contents.clear()
        self.contents_button.setChecked(False)
        self.view.show_pages(None)
        if self._pages is not None:
            self._pages.close()
            self._pages.deleteLater()
        self._pages, self.file, self._match, self._looked_for = None, None, -1, ""

    def _fail(self, sentence: str) -> None:
        self.trouble.setText(self._say(sentence))
        self._body.setCurrentIndex(1)
        self._show_place()

    @staticmethod
    def _say(sentence: str) -> str:
        from readerapp.ui.translation import said

        return said(sentence)

    @property
    def failed(self) -> bool:
        """Whether the file cannot be shown."""
        return self._body.currentIndex() == 1

    def _show_place(self) -> None:
        good = not self.failed
        for widget in (
            self.page, self.count, self.smaller, self.larger, self.size_label, self.dark, self.find_button,
            self.contents_button,
        ):  # fmt: skip
            widget.setEnabled(good)
        count = self.view.count
        if not self.page.hasFocus():
            self.page.setText(str(self.view.page + 1) if count else "")
        self.count.setText(self.tr("of {}").format(grouped(count)) if count else "")
        label = self._pages.labels[self.view.page] if self._pages is not None and self._pages.labels and count else ""
        other = label and label != str(self.view.page + 1)
        self.page.setToolTip(tip(self.tr("Called {} in the document").format(one_line(label)[:40])) if other else "")
        self.size_label.setText(f"{round(self.view.zoom * 100)} %")

    def _go_to_typed(self) -> None:
        text = self.page.text().strip()
        labels = self._pages.labels if self._pages is not None else []
        if text.isdecimal() and 1 <= int(text[:9]) <= self.view.count:
            self.view.go_to_page(int(text) - 1)
        elif text in labels:
            self.view.go_to_page(labels.index(text))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_place()

    def _choose_dark(self, dark: bool) -> None:
        self.view.dark = dark
        self.dark_chosen.emit(dark)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # Contents

    def _take_contents(self) -> None:
        self.contents.clear()
        for entry in self._pages.outline if self._pages is not None else ():
            item = QListWidgetItem("    " * min(entry.level, 6) + (one_line(entry.title) or self.tr("Untitled")))
            item.setData(Qt.ItemDataRole.UserRole, (entry.page, entry.top))
            item.setToolTip(tip(one_line(entry.title)))
            if entry.page is None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.contents.addItem(item)
        self.contents_button.setVisible(self.contents.count() > 0)

    def _show_contents(self, shown: bool) -> None:
        self.contents.setVisible(shown)
        self._fit()
        if shown:
            page = self.view.page
            rows = range(self.contents.count())
            here = [row for row in rows if (self._target(self.contents.item(row))[0] or 0) <= page]
            self.contents.setCurrentRow(here[-1] if here else 0)
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _target(item: QListWidgetItem) -> tuple[int | None, float | None]:
        page, top = item.data(Qt.ItemDataRole.UserRole)
        return page, top

    def _go_to_entry(self, item: QListWidgetItem) -> None:
        page, top = self._target(item)
        if page is not None:
            self.view.go_to(Place(page + 1, max((top or 0) - 24, 0)))
            if self.width() < _NARROW:
                self.contents_button.setChecked(False)

    # Finding

    def open_find(self) -> None:
        """Opens the line in which words are typed, with what is selected in it."""
        self.find_row.show()
        if selected := self.view.selected_text()[:100]:
            self.field.setText(selected)
            self._search()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_for(self, text: str) -> None:
        """Looks for words as if they had been typed; the focus stays."""
        self.find_row.show()
        self.field.setText(text)
        self._search()

    def leave_find(self) -> bool:
        """Closes that line. False when it was not open."""
        shown = not self.find_row.isHidden()
        focus = self.field.hasFocus()
        self._soon.stop()
        self.find_row.hide()
        self._looked_for, self._match = "", -1
        if self._pages is not None and shown:
            self._pages.search(Marker())
            self.view.show_match(None)
        if focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def walk(self, step: int) -> bool:
        """Goes to the next match (1) or the one before (-1), round from the last to the first. False where there is
        none."""
        matches = self._pages.matches if self._pages is not None else []
        if not matches:
            return False
        if self._match < 0:
            page = self.view.page
            ahead = (number for number, match in enumerate(matches) if match.page >= page)
            self._match = next(ahead, 0) if step > 0 else (next(ahead, 0) - 1) % len(matches)
        else:
            self._match = (self._match + step) % len(matches)
        self._go_to_match()
        return True

    def _search(self) -> None:
        text = self.field.text().strip()
        if self._pages is None or text == self._looked_for:
            return
        self._looked_for, self._match = text, -1
        # The last word may go on, as in every search.
        words = (Words(text, "pdf", prefix=has_word(text[-1:])),) if text else ()
        self.view.show_match(None)
        self.found.setText("")
        self._pages.search(Marker(words), self.view.page)

    def _take_matches(self, whole: bool) -> None:
        if self._pages is None or not self._looked_for:
            return
        matches, now = self._pages.matches, self.view.match
        if now is not None and now in matches:
            self._match = matches.index(now)
        elif matches:
            self.walk(1)
        self._count_matches(whole)

    def _go_to_match(self) -> None:
        assert self._pages is not None
        self.view.show_match(self._pages.matches[self._match])
        self._count_matches(True)

    def _count_matches(self, whole: bool) -> None:
        count = len(self._pages.matches) if self._pages is not None else 0
        if count:
            text = self.tr("{number} of {count}").format(number=grouped(self._match + 1), count=grouped(count))
        else:
            text = self.tr("Not found") if whole else self.tr("Searching…")
        self.found.setText(text)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)
            if event.key() in keys:
                event.accept()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Escape:
                if watched is self.field:
                    self.leave_find()
                else:
                    self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                    self._show_place()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
                if self._soon.isActive() or self.field.text().strip() != self._looked_for:
                    self._soon.stop()
                    self._search()
                else:
                    self.walk(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        for widget in (self.smaller, self.larger, self.dark, self.count):
            widget.setVisible(not narrow)
        digits = QFontMetrics(self.page.font()).horizontalAdvance("0" * max(len(str(self.view.count)), 2))
        self.page.setFixedWidth(digits + 24)
        contents = self.contents_button.isChecked()
        self.view.setVisible(not (contents and narrow))
        if narrow:
            self.contents.setMinimumWidth(0)
            self.contents.setMaximumWidth(16_777_215)
        else:
            self.contents.setFixedWidth(min(_CONTENTS, self.width() * 2 // 5))
