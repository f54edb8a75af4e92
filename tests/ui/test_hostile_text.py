"""Titles, names, notes and tags by somebody who means harm: shown as they are, everywhere, and nothing is loaded,
followed or reordered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from readerapp.jobs.lanes import Lanes
from readerapp.library.connect import Library, Writer
from readerapp.operations import filing, reading, searching, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, HighlightRecord, Identifier, Link, Record, Status
from readerapp.ui.browser import openable
from readerapp.ui.parts.inert import TextView
from readerapp.ui.theme import Theme
from tests.conftest import reading as as_reading
from tests.ui.person import Person, opened


def evil(canary: Path) -> dict[str, str]:
    """What is written where others write names, by what it tries."""
    return {
        "markup": f'<img src="{canary.as_uri()}" width=500 height=500><b>bold</b>',
        "script": "<script>alert(1)</script><a href='javascript:alert(1)'>click</a>",
        "table": "<table><tr><td>" * 40,
        "style": "<style>* {display:none} @import url(file:///etc/passwd)</style>",
        "override": "safe \u202egnp.exe\u202c \u2066x\u2069 \u200f end",
        "controls": "a\x01b\x1bc\x7fd\x9be\u2028f\u2029g\ufffc\ufdd0h",
        "marks": "Z" + "\u0335\u0301\u0489" * 3000 + " a",
        "entities": "&lt;i&gt; &amp; AT&T &#x41; %1 {} {0} [*]",
        "markdown": "![x](file:///etc/hostname) [x](javascript:alert(1)) **b** `c`",
        "tex": r"$\href{javascript:alert(1)}{x} \input{/etc/passwd} \frac{" + r"\frac{" * 300 + "$",
    }


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A picture on the disk that nobody must look at."""
    file = tmp_path / "canary.png"
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    assert image.save(str(file))
    return file


@pytest.fixture
def library(tmp_path: Path, canary: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.db")
    writer = made.writer()
    for n, text in enumerate(evil(canary).values()):
        bring_in(writer, as_reading(Record(
            title=text[:9000], authors=[text[:400], f"Ada {text[:200]}"], abstract=f"{text} and on. " * 3,
            venue=text[:300], year=2000 + n, keywords=[text[:200]], identifiers=[Identifier("x", text[:100])],
            links=[Link("page", "javascript:alert(1)"), Link("pdf", canary.as_uri()), Link("code", text[:100])],
            citation_key=text[:50], source=text[:200], takeaway=text[:300], note=f"# {text}\n\n- [ ] {text}",
            highlights=[HighlightRecord(f"{text} and on.", "claim", text[:300])], tags=[f"tag {n}"],
            details={"publisher": text[:200]}, queue=n, status=Status(n % 3),
        )))  # fmt: skip
        try_(writer, n + 1, text)
    writer.close()
    yield made
    made.close()


def try_(writer: Writer, paper: int, text: str) -> None:
    """Names that only a reader gives, as far as they are taken."""
    from contextlib import suppress

    from readerapp.errors import Refused

    with suppress(Refused):
        filing.tag(writer, [paper], [text[:60]])
        tagging.set_quick_tag(writer, text[:60], paper % 9 + 1)
    with suppress(Refused):
        searching.save(writer, text[:60], "is:unread", "star")
    reading.set_starred(writer, [paper], True)


@pytest.fixture
def person(lanes: Lanes, theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[Person]:
    window = opened(lanes, theme, settings, qtbot)
    yield Person(window, lanes, qtbot)
    window.close()


def look(widget: QWidget, canary: Path) -> int:
    """Looks at everything that is shown; answers how many texts were looked at."""
    looked = 0
    for one in [widget, *widget.findChildren(QWidget)]:
        tip = one.toolTip()
        assert "<img" not in tip, one
        assert "<script" not in tip, one
        assert "<a " not in tip, one
        if isinstance(one, QLabel):
            assert one.textFormat() == Qt.TextFormat.PlainText, one
            looked += 1
        if isinstance(one, QTextEdit):
            kind = int(QTextDocument.ResourceType.ImageResource.value)
            assert one.document().resource(kind, QUrl(canary.as_uri())) is None, one
            assert isinstance(one, TextView), one
            assert not one.openLinks()
            looked += 1
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            for row in range(min(one.model().rowCount(), 30)):
                index = one.model().index(row, 0)
                tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
                assert "<img" not in tip, one
                assert "<script" not in tip, one
                looked += 1
    image = widget.grab().toImage()
    assert not any(
        image.pixelColor(QPoint(x, y)) == QColor("#ff00ff")
        for x in range(0, image.width(), 40)
        for y in range(0, image.height(), 40)
    )
    return looked


def test_every_paper_is_shown_and_nothing_of_it_is_meant(person: Person, canary: Path) -> None:
    window = person.window
    for paper in person.ids:
        window.list.set_current_id(paper)
        person.sees(lambda paper=paper: window.reading_pane.paper == paper)  # type: ignore[misc]
        for tab in range(3):
            window.notes_panel.tabs.setCurrentIndex(tab)
            person.qtbot.wait(5)
            assert look(window, canary) > 20
        shown = window.reading_pane.title.toPlainText() + window.reading_pane.authors.toPlainText()
        assert not set(shown) & set("\u202e\u202c\u2066\u2069\x01\x1b\x7f\x9b")
        for button in window.reading_pane.links.values():
            assert not button.isVisible()
    window.list.selectAll()
    person.qtbot.wait(50)
    look(window, canary)


@pytest.mark.parametrize(
    "action",
    [
        "history", "tags", "highlights-table", "meanings", "duplicates", "review", "palette", "activity", "keys",
        "preferences", "narrow", "search-help", "save-search", "add-papers", "note-versions", "merge", "tag",
    ],
)  # fmt: skip
def test_no_sheet_means_what_it_shows(person: Person, canary: Path, action: str) -> None:
    window = person.window
    window.list.selectAll()
    if action == "note-versions":
        window.list.select_current()
    if action in window.actions_by_id:
        window.actions_by_id[action].trigger()
    else:
        window.show_search_help()
    person.qtbot.wait(300)
    sheets = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window.window()]
    for sheet in sheets:
        look(sheet, canary)
        if isinstance(sheet, QDialog):
            sheet.reject()
    look(window, canary)


def test_a_pasted_page_of_such_papers(person: Person, canary: Path) -> None:
    window = person.window
    texts = evil(canary).values()
    QApplication.clipboard().setText("\n\n".join(f"{text}\n\n10.1000/{n}" for n, text in enumerate(texts)))
    window.add_papers("paste")
    person.qtbot.wait(400)
    for sheet in QApplication.topLevelWidgets():
        if sheet.isVisible():
            look(sheet, canary)
            if isinstance(sheet, QDialog):
                sheet.reject()


def test_a_title_of_a_million_letters(person: Person, canary: Path) -> None:
    def verb(writer: Writer) -> Changes | None:
        return bring_in(writer, as_reading(Record(title="T" * 1_000_000), Record(title="word " * 200_000)))[0]

    person.lanes.do(verb)
    person.sees(lambda: len(person.ids) == 12)
    for paper in (11, 12):
        person.window.list.set_current_id(paper)
        person.sees(lambda paper=paper: person.window.reading_pane.paper == paper)  # type: ignore[misc]
        person.window.notes_panel.tabs.setCurrentIndex(2)
        look(person.window, canary)


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("HTTP://EXAMPLE.ORG", "http://example.org"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("mailto:ada@example.org?attach=/etc/passwd", "mailto:ada@example.org"),
        ("mailto:?attach=/etc/passwd", None),
        ("doi:javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("FILE:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("https://", None),
        ("https:///etc/passwd", None),
        ("http:\\\\host\\share", None),
        ("\\\\host\\share", None),
        ("//host/share", None),
        ("https://exa\u202emple.org", None),
        ("", None),
    ],
)
def test_which_links_can_be_opened(link: str, opens: str | None) -> None:
    url = openable(link)
    assert (url.toString() if url else None) == opens
