"""Pictures in notes, and passages quoted in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from readerapp.errors import Refused
from readerapp.library import attachments, files, papers
from readerapp.library.connect import Library
from readerapp.notes import Reference, stored
from readerapp.operations import attaching, reading
from readerapp.ui.parts import picture_peek
from readerapp.ui.parts.note_editor import NoteEditor
from readerapp.ui.parts.picture_peek import as_png, load
from tests.ui.person import Person


def drawn(width: int = 40, height: int = 30) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#2e6fdb"))
    return image


def pasted(image: QImage | None = None, paths: tuple[Path, ...] = (), text: str = "") -> QMimeData:
    data = QMimeData()
    if image is not None:
        data.setImageData(image)
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    return data


def writing(person: Person) -> NoteEditor:
    person.window.focus("note")
    person.sees(person.window.notes_panel.editor.hasFocus)
    return person.window.notes_panel.editor


def test_a_pasted_picture_is_kept_by_what_is_in_it(person: Person) -> None:
    editor = writing(person)
    person.type("see ")
    editor.insertFromMimeData(pasted(drawn()))
    person.sees(lambda: "![](files/" in editor.text())
    (file,) = attachments.of(person.lanes.reader, 30)
    assert editor.text() == f"see ![](files/{file.sha256}.png)"
    path = files.path_of(person.lanes.library.path, file.sha256, "image/png")
    assert load(path).pixelColor(3, 3) == QColor("#2e6fdb")
    person.sees(lambda: papers.note(person.lanes.reader, 30) == editor.text())


def test_a_dropped_file_too_and_a_picture_with_words_is_words(person: Person, tmp_path: Path) -> None:
    editor = writing(person)
    picture, other = tmp_path / "curve.PNG", tmp_path / "paper.pdf"
    picture.write_bytes(as_png(drawn()))
    other.write_bytes(b"%PDF-1.4")
    assert not editor.canInsertFromMimeData(pasted(paths=(other,)))
    assert editor.canInsertFromMimeData(pasted(paths=(picture,)))
    editor.insertFromMimeData(pasted(paths=(picture, other)))
    person.sees(lambda: "![](files/" in editor.text())
    assert [file.name for file in attachments.of(person.lanes.reader, 30)] == ["curve.PNG"]
    editor.selectAll()
    editor.insertFromMimeData(pasted(drawn(), text="cells of a table"))
    assert editor.text() == "cells of a table"


def test_what_is_no_picture_is_refused_in_a_sentence(person: Person, tmp_path: Path) -> None:
    editor = writing(person)
    path = tmp_path / "letter.png"
    path.write_text("Dear all", encoding="utf-8")
    editor.insertFromMimeData(pasted(paths=(path,)))
    person.sees(lambda: "letter.png is no picture that can be shown" in person.window.status_bar._message.text())
    assert editor.text() == ""


def test_a_large_picture_is_refused(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "MOST_OF_PICTURE", 50)
    for picture in (b"\x89PNG\r\n\x1a\n" + b"x" * 50, tmp_path / "large.png"):
        if isinstance(picture, Path):
            picture.write_bytes(as_png(drawn()))
        with pytest.raises(Refused, match="is larger than"):
            attaching.keep_picture(library.path, picture, "large.png")
    with pytest.raises(Refused, match="cannot be read"):
        attaching.keep_picture(library.path, tmp_path / "gone.png")


def test_a_picture_is_shown_where_the_cursor_is(person: Person) -> None:
    file = attaching.keep_picture(person.lanes.library.path, as_png(drawn()), "p")
    person.lanes.do(reading.set_note, 30, f"![](files/{file.sha256}.png)\ntext below")
    editor = writing(person)
    person.sees(lambda: "text below" in editor.text())
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert editor.picture.isHidden()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    person.sees(editor.picture.isVisible)
    assert editor.picture.height() <= 38
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert editor.picture.isHidden()


@pytest.mark.parametrize(
    "target", ["/etc/hostname", "../../x.png", "https://example.org/x.png", "file:///x.png", "x.png"]
)
def test_nothing_outside_the_folder_is_ever_loaded(
    person: Person, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    asked: list[Path] = []

    def load(path: Path) -> QImage:
        asked.append(path)
        return QImage()

    monkeypatch.setattr("readerapp.ui.panels.note_links.load", load)
    editor = writing(person)
    editor.pointed_at.emit(Reference("picture", 0, 1, target))
    person.qtbot.wait(50)
    assert asked == []
    assert stored(target) is None


def test_a_file_that_promises_a_huge_picture_is_not_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "p.png"
    path.write_bytes(as_png(drawn()))
    assert not load(path).isNull()
    monkeypatch.setattr(picture_peek, "_MOST", 40 * 30 - 1)
    assert load(path).isNull()
    assert load(tmp_path / "gone.png").isNull()
    wide = tmp_path / "w.png"
    monkeypatch.setattr(picture_peek, "_MOST", 10_000_000)
    wide.write_bytes(as_png(drawn(2_000, 100)))
    assert load(wide).width() == 960


def test_bytes_are_those_of_a_png() -> None:
    assert QByteArray(as_png(drawn())).startsWith(b"\x89PNG")


def test_what_is_selected_is_quoted_with_a_link(person: Person) -> None:
    panel, abstract = person.window.notes_panel, person.window.reading_pane.abstract
    person.lanes.do(reading.set_note, 30, "Before.\nStill before.\n\nAfter.")
    person.sees(lambda: "After." in panel.editor.text())
    panel.editor.moveCursor(QTextCursor.MoveOperation.Start)
    panel.editor.moveCursor(QTextCursor.MoveOperation.Right)
    cursor = abstract.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    abstract.setTextCursor(cursor)
    person.window.commands.by_id["quote-highlight"].trigger()
    link = "[[arxiv:2401.00029|On the second question of subject 29]]"
    expected = f"Before.\nStill before.\n\n> We ask\n> \u2014 {link}\n\n\n\nAfter."
    assert panel.editor.text() == expected
    assert panel.editor.hasFocus()
    person.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert panel.editor.text() == "Before.\nStill before.\n\nAfter."


def test_a_highlight_is_quoted_from_its_card(person: Person) -> None:
    panel, abstract = person.window.notes_panel, person.window.reading_pane.abstract
    cursor = abstract.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    abstract.setTextCursor(cursor)
    person.window.highlight()
    person.sees(lambda: panel.highlights.list.current_id())
    person.window.focus("highlights")
    person.press(Qt.Key.Key_H, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    person.sees(lambda: panel.editor.text().startswith("> We ask\n> \u2014 [[arxiv:"))


def test_with_nothing_to_quote_it_says_what_to_do(person: Person) -> None:
    person.window.quote_highlight()
    assert "Select words of the abstract, or choose a highlight" in person.window.status_bar._message.text()
    assert person.window.notes_panel.editor.text() == ""
