"""What shows text from strangers and does nothing else: markup in it is not meant, nothing is loaded, no link followed.

Qt's own widgets take text that looks like HTML for HTML, read the pictures it names from the disk, and open its links.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget


class Label(QLabel):
    """A text as it is, to the letter."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        wordWrap: bool = False,  # noqa: N803
    ) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, alignment=alignment, wordWrap=wordWrap)
        self.setText(text)


class Document(QTextDocument):
    """A document that loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        return None


class TextView(QTextBrowser):
    """A view of a document that loads nothing and follows nothing; `anchorClicked` says that a link was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A view that refuses to load is not enough: then its document reads the file itself.
        document = Document(self)
        document.setDefaultFont(self.font())
        self.setDocument(document)
        self.setOpenLinks(False)
