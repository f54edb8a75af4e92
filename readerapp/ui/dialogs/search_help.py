"""The help page of the search language: what can be written, with examples to try at a click."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from readerapp.library.language import help_page
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.parts.inert import Label, TextView
from readerapp.ui.parts.scroll_keys import ScrollKeys
from readerapp.ui.theme import Theme
from readerapp.ui.translation import phrase

_WANTED = QSize(760, 680)
# The examples stand in a column of this width, in pixels.
_EXAMPLES = 248
_STEP = 28


class SearchHelp(Sheet):
    """Shows what can be written in the search field. What is typed leaves the rows that have the words; Esc closes.

    `example_chosen` carries an example that was clicked; then the sheet is closed.
    """

    example_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_WANTED, theme, parent)
        self.setWindowTitle(self.tr("How to search"))
        self.setAccessibleName(self.tr("How to search"))
        title = Label(self.tr("How to search"))
        title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self._filter = QLineEdit(placeholderText=self.tr("Filter by word or meaning"))
        self._filter.setAccessibleName(self.tr("Filter by word or meaning"))
        self._filter.setMaximumWidth(320)
        self._filter.textChanged.connect(self._show)
        self._close = self.close_button()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._filter, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._page = TextView()
        self._page.setObjectName("searchPage")
        self._page.setAccessibleName(self.tr("What can be written, and what it finds"))
        self._page.setProperty("plainText", True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.anchorClicked.connect(self._choose)
        self.body.addWidget(self._page, 1)
        self._nothing = Label(self.tr("Nothing here has these words."))
        self._nothing.setProperty("role", "secondary")
        self._nothing.hide()
        self.body.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._show()
        theme.changed.connect(self._show)
        ScrollKeys(self._filter, self._page, _STEP)
        self._filter.setFocus()

    def _choose(self, link: QUrl) -> None:
        self.example_chosen.emit(link.path(QUrl.ComponentFormattingOption.FullyDecoded))
        self.accept()

    def _show(self) -> None:
        page = help_page(self._filter.text(), say=phrase)
        self._page.setVisible(bool(page))
        self._nothing.setHidden(bool(page))
        document = self._page.document()
        document.setDefaultFont(self._theme.font())
        document.setDocumentMargin(0)
        document.setMarkdown(page, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress(document)
        # Else the page would be scrolled to where the cursor is, its end.
        self._page.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self, document: QTextDocument) -> None:
        """Gives headings, tables and examples the look of the window, which Markdown knows nothing of."""
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        heading, above = QTextCharFormat(), QTextBlockFormat()
        heading.setFont(self._theme.font(weight=QFont.Weight.DemiBold))
        heading.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        heading.setForeground(self._theme.colour("text"))
        above.setTopMargin(20)
        above.setBottomMargin(8)
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(heading)
                if block.position():
                    cursor.mergeBlockFormat(above)
            block = block.next()

    def _dress_table(self, table: QTextTable) -> None:
        table.removeRows(0, 1)  # "Written" and "Finds" say nothing that is not seen
        form = table.format().toTableFormat()
        form.setBorder(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setCellPadding(4)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        wide = QTextLength(QTextLength.Type.PercentageLength, 100)
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, _EXAMPLES), wide])
        table.setFormat(form)
        example, meaning = QTextCharFormat(), QTextCharFormat()
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self._theme.font().pointSizeF())
        example.setFont(fixed)
        example.setForeground(self._theme.colour("accent_text"))
        example.setFontUnderline(False)
        meaning.setForeground(self._theme.colour("secondary"))
        for row in range(table.rows()):
            for column, look in ((0, example), (1, meaning)):
                cell = table.cellAt(row, column)
                cursor = cell.firstCursorPosition()
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)
