"""The papers of a list as a Qt model: ids first, rows when they are painted."""

from __future__ import annotations

import html
import json
import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from readerapp.library.connect import Connection
from readerapp.library.papers import Row, rows
from readerapp.library.passages import Passage
from readerapp.records import Status
from readerapp.ui.parts.display import readable

# What `index.data(ROW)` answers: the Row of a paper, None for one that is gone.
ROW = Qt.ItemDataRole.UserRole
# What `index.data(PASSAGE)` answers: the Passage to show under a paper, None where there is none or it is not known.
PASSAGE = Qt.ItemDataRole.UserRole + 1

# A JSON list of ids, to be dropped on a tag or a list.
MIME_TYPE = "application/x-readerapp-papers"

# Fetched together: the rows of a tall window, and some above and below.
_ABOVE, _BELOW = 24, 40
_KEPT = 4096

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

# Characters that reorder the text around them, and control characters: shown as what they are, foreign bodies.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def displayed(text: str, limit: int = 500) -> str:
    """Text of strangers as one line that can be laid out: blanks collapsed, cut after `limit` characters, and
    U+FFFD for controls, those that change the direction of text among them."""
    cut = text[: 4 * limit]
    line = _UNSHOWABLE.sub("\ufffd", " ".join(unicodedata.normalize("NFC", cut).split()))
    return line if len(line) <= limit and len(cut) == len(text) else f"{line[:limit]}…"


def papers_mime(ids: Iterable[int]) -> QMimeData:
    """Papers as they are dragged."""
    mime = QMimeData()
    mime.setData(MIME_TYPE, json.dumps(list(ids)).encode())
    return mime


def source_label(passage: Passage) -> str:
    """The word for where a passage comes from."""
    translate = QCoreApplication.translate
    return {
        "note": translate("Passage", "Note"),
        "comment": translate("Passage", "Comment"),
        "highlight": translate("Passage", "Highlight"),
        "takeaway": translate("Passage", "Takeaway"),
        "abstract": translate("Passage", "Abstract"),
        "keyword": translate("Passage", "Keywords"),
        "author": translate("Passage", "Authors"),
        "pdf": translate("Passage", "PDF"),
    }[passage.source]


def status_word(status: Status) -> str:
    """The word for a status."""
    translate = QCoreApplication.translate
    return {
        Status.UNREAD: translate("PaperModel", "Unread"),
        Status.READING: translate("PaperModel", "Reading"),
        Status.READ: translate("PaperModel", "Read"),
        Status.DROPPED: translate("PaperModel", "Dropped"),
    }[status]


class PaperModel(QAbstractListModel):
    """A list of papers by id. `reader` is the connection of this thread; a window of rows takes it a millisecond."""

    def __init__(self, reader: Connection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._ids: array[int] = array("q")
        self._rows: dict[int, Row | None] = {}
        self._passages: dict[int, Passage | None] = {}
        self._stale: set[int] = set()
        self.complete = True

    @property
    def ids(self) -> array[int]:
        """The ids in the order of the list. Not to be changed."""
        return self._ids

    def set_ids(self, ids: Iterable[int], complete: bool = True) -> None:
        """Lists these papers; not `complete` says that more of them will follow.

        When the list begins with the papers that are there, the others are appended, and selection, current paper
        and scroll position of the views stay. Otherwise the model is reset.
        """
        new = ids if isinstance(ids, array) and ids.typecode == "q" else array("q", ids)
        old = self._ids
        self.complete = complete
        if (new if len(new) == len(old) else new[: len(old)]) == old:
            if len(new) > len(old):
                self.beginInsertRows(_ROOT, len(old), len(new) - 1)
                self._ids = new
                self.endInsertRows()
        else:
            self.beginResetModel()
            self._ids = new
            self.endResetModel()

    def refresh(self, papers: frozenset[int] | None) -> None:
        """Forgets what is known of these papers, of all with None, and has them shown anew."""
        if papers is None:
            self._rows.clear()
        else:
            for paper in papers:
                self._rows.pop(paper, None)
        self._stale.update(self._passages if papers is None else papers)
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def id_at(self, row: int) -> int:
        """The id of the paper in a row; 0 outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, paper: int) -> int:
        """The row of a paper; -1 when it is not listed."""
        # A search for its eight bytes takes a millisecond at a million papers; index() makes a million numbers first.
        ids, wanted = self._ids.tobytes(), paper.to_bytes(8, sys.byteorder, signed=True)
        at = ids.find(wanted)
        while at >= 0 and at % 8:
            at = ids.find(wanted, at + 1)
        return at // 8

    def row(self, index: _Index) -> Row | None:
        """What the list shows of a paper; None when it is gone from the library."""
        return self.row_at(index.row())

    def row_at(self, row: int) -> Row | None:
        """The same by the number of the row."""
        paper = self.id_at(row)
        if paper not in self._rows:
            self._fetch(row)
        return self._rows.get(paper)

    # Passages

    def passage(self, paper: int) -> Passage | None:
        """What to show under a paper; None when there is nothing, or it is not known yet."""
        return self._passages.get(paper)

    def lacking_passages(self, first: int, last: int) -> list[int]:
        """The papers from one row to another of which no passage has been looked for, or not since they changed."""
        known, stale = self._passages, self._stale
        return [paper for paper in self._ids[max(first, 0) : last + 1] if paper not in known or paper in stale]

    def set_passages(self, papers: Iterable[int], found: Mapping[int, Passage]) -> None:
        """Takes what was found for these papers; those that are not among it have no passage."""
        if len(self._passages) > _KEPT:
            self._passages.clear()
        for paper in papers:
            self._passages[paper] = found.get(paper)
            self._stale.discard(paper)

    def forget_passages(self, *, shown: bool) -> None:
        """Other words are searched. `shown`, the passages stay to be seen until others are found."""
        if shown:
            self._stale.update(self._passages)
        else:
            self._passages.clear()
            self._stale.clear()

    def _fetch(self, row: int) -> None:
        if len(self._rows) > _KEPT:
            for oldest in list(islice(self._rows, _KEPT // 4)):
                del self._rows[oldest]
        window = [paper for paper in self._ids[max(row - _ABOVE, 0) : row + _BELOW] if paper not in self._rows]
        found = rows(self._reader, window)
        for paper in window:
            self._rows[paper] = found.get(paper)

    # QAbstractListModel

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ROW:
            return self.row(index)
        if role == PASSAGE:
            return self.passage(self.id_at(index.row()))
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            row = self.row(index)
            if row is None:
                return ""
            if role == Qt.ItemDataRole.DisplayRole:
                return displayed(readable(row.title))
            return self._tip(row) if role == Qt.ItemDataRole.ToolTipRole else self._sentence(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return papers_mime(self.id_at(index.row()) for index in indexes)

    # In words

    def _tip(self, row: Row) -> str:
        lines = [readable(row.title), row.takeaway, ", ".join(row.tags)]
        return "".join(f"<p>{html.escape(displayed(line))}</p>" for line in lines if line)

    def _sentence(self, row: Row) -> str:
        place = " ".join(part for part in (row.venue, str(row.year or "")) if part)
        parts = [
            status_word(row.status),
            readable(row.title),
            ", ".join(part for part in (row.byline, place) if part),
            row.takeaway,
        ]
        if row.tags:
            parts.append(self.tr("Tags {}").format(", ".join(row.tags)))
        if row.starred:
            parts.append(self.tr("Starred"))
        if row.rating:
            parts.append(self.tr("Rated {} of 5").format(row.rating))
        if row.queued:
            parts.append(self.tr("Up next"))
        if row.note:
            parts.append(self.tr("Note"))
        if row.highlights:
            parts.append(self.tr("Highlights: {}").format(row.highlights))
        if row.code:
            parts.append(self.tr("Code"))
        if row.pdf:
            parts.append(self.tr("PDF"))
        if passage := self.passage(row.id):
            parts.append(f"{source_label(passage)}: {readable(passage.text)}")
        return ". ".join(displayed(part).rstrip(".") for part in parts if part) + "."
