"""Highlights in a copy of a PDF, as two other programs' libraries read them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from readerapp.errors import Refused
from readerapp.library.anchoring import anchor, places
from readerapp.pdf.document import Document
from readerapp.pdf.extraction import Extractor
from readerapp.records import HighlightRecord, Silent
from tests.pdfs import pdf, prose

YELLOW, GREEN = (0.99, 0.94, 0.66), (0.81, 0.93, 0.84)


def _marked(path: Path, page: int, quote: str, comment: str = "", meaning: str = "") -> HighlightRecord:
    with Document(path) as document:
        text = document.text(page - 1).text
    start = text.index(quote)
    return replace(anchor(text, start, start + len(quote)), page=page, comment=comment, meaning=meaning)


@pytest.mark.parametrize("rotate", [0, 90, 270])
def test_the_copy_has_the_highlights_and_the_file_stays(tmp_path: Path, rotate: int) -> None:
    path, target = tmp_path / "x.pdf", tmp_path / "marked.pdf"
    theirs = (0, "/Subtype /Text /Rect [10 10 30 30] /Contents (theirs) /T (Ada)")
    path.write_bytes(pdf(prose(4, 12), annotations=[theirs], rotate=rotate, crop=(20, 20, 600, 780)))
    before = hashlib.sha256(path.read_bytes()).digest()
    first = _marked(path, 1, "answer 15 and its proof", "Is it? Ünd ∑", "claim")
    across = _marked(path, 3, "proof.\nLine 5 of page 3 tells")
    lost = HighlightRecord("nothing of the kind stands there at all", page=2, start=0)
    with Extractor() as extractor:
        chosen = [(first, YELLOW), (across, GREEN), (lost, GREEN)]
        assert extractor.write_marked(path, "x.pdf", target, chosen, places, Silent()) == (2, 1)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["marked.pdf", "x.pdf"]

    pages = PdfReader(target).pages
    found = [[one.get_object() for one in page.get("/Annots", [])] for page in pages]
    assert [[one["/Subtype"] for one in of_page] for of_page in found] == [
        ["/Text", "/Highlight"],
        [],
        ["/Highlight"],
        [],
    ]
    mark = found[0][1]
    assert (mark["/Contents"], mark["/Subj"]) == ("Is it? Ünd ∑", "claim")
    assert [float(value) for value in mark["/C"]] == pytest.approx(YELLOW)
    assert len(mark["/QuadPoints"]) == 8
    assert len(found[2][0]["/QuadPoints"]) == 16
    assert mark["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
    if not rotate:
        # The words under the quadrilateral, as pypdf sees them.
        left, bottom, right, top = (float(value) for value in mark["/Rect"])
        inside: list[str] = []

        def visit(text: str, _: object, place: list[float], *rest: object) -> None:
            if text.strip() and bottom <= place[5] + 3 <= top:
                inside.append(text)

        pages[0].extract_text(visitor_text=visit)
        assert "answer 15 and its proof" in "".join(inside)
        assert 20 < left < right < 600

    with Document(target) as document:
        theirs_there, ours = document.annotations(0)
        assert (theirs_there.comment, theirs_there.author) == ("theirs", "Ada")
        assert (ours.kind, ours.comment) == ("highlight", "Is it? Ünd ∑")
        if not rotate:
            assert ours.text == "answer 15 and its proof"
            assert document.annotations(2)[0].text == "proof. Line 5 of page 3 tells"
        plain = Document(path)
        box = ours.boxes[0]
        x, y = round((box.left + box.right) / 2), round(box.top + 1)
        size = [round(value) for value in document.size(0)]
        with plain:
            offset = [y * document.draw(0, *size).stride + 4 * x, y * plain.draw(0, *size).stride + 4 * x]
            drawn = document.draw(0, *size).data[offset[0] : offset[0] + 3]
            was = plain.draw(0, *size).data[offset[1] : offset[1] + 3]
        # It is drawn: paper has become yellow, blue being darkest.
        assert drawn != was
        assert drawn[0] < drawn[2]


def test_a_copy_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf([["words"]]))
    mark = _marked(path, 1, "words")
    with Extractor() as extractor, pytest.raises(Refused, match="cannot be written"):
        extractor.write_marked(path, "x.pdf", tmp_path / "none" / "y.pdf", [(mark, YELLOW)], places, Silent())
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 no")
    with Extractor() as extractor, pytest.raises(Refused, match="damaged"):
        extractor.write_marked(bad, "bad.pdf", tmp_path / "y.pdf", [(mark, YELLOW)], places, Silent())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad.pdf", "x.pdf"]
