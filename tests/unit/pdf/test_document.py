"""What pdfium tells of a PDF: pages, text, places, links, outline, and the marks of others."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.pdf.document import Box, Document, PageText, cleaned
from tests.pdfs import HEIGHT, WIDTH, pdf, prose


def test_pages_have_sizes_texts_and_places() -> None:
    with Document(pdf([["An answer", "and its proof."], [], ["The end"]])) as document:
        assert document.pages == 3
        assert document.sizes() == [(WIDTH, HEIGHT)] * 3
        layer = document.text(0)
        assert layer.text == "An answer\nand its proof."
        assert len(layer.boxes) == len(layer.text)
        first, second = layer.boxes[0], layer.boxes[10]
        assert first is not None
        assert second is not None
        # Twelve points high, an inch from the upper left corner; the next line sixteen points below.
        assert first.left == pytest.approx(72, abs=1)
        assert first.top < 72 < first.bottom + 4
        assert second.top - first.top == pytest.approx(16, abs=0.1)
        assert layer.boxes[9] is None
        assert document.text(1) == PageText("", ())
        assert [document.words(page) for page in range(3)] == ["An answer\nand its proof.", "", "The end"]


def test_a_passage_has_a_box_for_each_of_its_lines() -> None:
    with Document(pdf([["An answer", "and its proof.", "The end"]])) as document:
        layer = document.text(0)
        start = layer.text.index("answer")
        rows = layer.rows(start, layer.text.index("proof") + 5)
        assert len(rows) == 2
        assert rows[0].left > 72
        assert rows[1].left == pytest.approx(72, abs=1)
        assert layer.at((rows[0].left + 2), (rows[0].top + rows[0].bottom) / 2) == start
        # Right of a line is its end, left of it its beginning.
        assert layer.text[layer.at(500, (rows[1].top + rows[1].bottom) / 2)] == "."
        assert layer.at(0, (rows[1].top + rows[1].bottom) / 2) == 10
        assert layer.at(300, 700, slack=20) == -1


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_it_is_shown(rotate: int) -> None:
    crop = (36, 72, 576, 756)
    with Document(pdf([["corner"]], rotate=rotate, crop=crop)) as document:
        width, height = document.size(0)
        assert (width, height) == ((684, 540) if rotate in (90, 270) else (540, 684))
        (row,) = document.text(0).rows(0, 6)
        picture = document.draw(0, round(width), round(height))
        dark = [
            (x, y)
            for y in range(picture.height)
            for x in range(picture.width)
            if picture.data[y * picture.stride + 4 * x] < 128
        ]
        assert dark
        assert all(row.holds(x + 0.5, y + 0.5, slack=1.5) for x, y in dark)


def test_words_divided_at_a_line_end_are_whole_and_controls_are_gone() -> None:
    assert cleaned("exam\ufffeining\r\na\x02b\rc\x07d") == "examining\nab\nc d"


def test_links_lead_to_places_and_addresses() -> None:
    made = pdf(
        [["See https://example.org/a?b=1 for it."], ["Second"]],
        links=[(0, (72, 600, 172, 620), 1), (0, (72, 500, 172, 520), "https://doi.org/10.1/x")],
    )
    with Document(made) as document:
        inside, outside, written = document.links(0)
        assert (inside.page, inside.url) == (1, "")
        assert inside.top == pytest.approx(100)
        assert inside.box == Box(72, HEIGHT - 620, 172, HEIGHT - 600)
        assert (outside.page, outside.url) == (None, "https://doi.org/10.1/x")
        assert written.url == "https://example.org/a?b=1"
        assert written.box.holds(150, 72, slack=6)
        assert document.links(1) == []


def test_the_outline_leads_to_pages() -> None:
    with Document(pdf([["One"], ["Two"]], outline=[("Beginning", 0), ("Söme end", 1)])) as document:
        found = document.outline()
        assert [(one.title, one.level, one.page) for one in found] == [("Beginning", 0, 0), ("Söme end", 0, 1)]
        assert [one.top for one in found] == pytest.approx([200, 200])
    with Document(pdf([["One"]])) as document:
        assert document.outline() == []


def test_what_others_marked_is_told_with_its_text() -> None:
    quad = "72 732 126 732 72 716 126 716"
    made = pdf(
        [["answer and proof"]],
        annotations=[
            (
                0,
                f"/Subtype /Highlight /Rect [72 716 112 732] /QuadPoints [{quad}] /C [1 1 0] /T (Ada) /Contents (why?)",
            ),
            (0, "/Subtype /Text /Rect [300 700 320 720] /Contents (see\\rthere)"),
            (0, "/Subtype /Popup /Rect [300 700 320 720]"),
        ],
    )
    with Document(made) as document:
        highlight, note = document.annotations(0)
        assert (highlight.kind, highlight.comment, highlight.author) == ("highlight", "why?", "Ada")
        assert highlight.text.startswith("answer")
        assert (note.kind, note.comment, note.text) == ("note", "see\nthere", "")
        assert note.boxes == (Box(300, HEIGHT - 720, 320, HEIGHT - 700),)


def test_information_is_told_without_what_no_font_shows() -> None:
    with Document(pdf([["x"]], information={"Title": "An \u0001\ufeffänswer", "Author": "  "})) as document:
        assert document.information() == {"Title": "An änswer"}


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\nno more", b"\0" * 5000, b"%PDF-1.7\n" + b"1 0 obj <<" * 900, b"hello"]
)
def test_what_is_no_pdf_is_a_sentence(content: bytes) -> None:
    with pytest.raises(Refused, match=r"x\.pdf is damaged, or no PDF"):
        Document(content, "x.pdf")


def test_an_encrypted_pdf_is_a_sentence() -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter(BytesIO(pdf([["secret"]])))
    writer.encrypt("word", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    with pytest.raises(Refused, match=r"x\.pdf is encrypted"):
        Document(stream.getvalue(), "x.pdf")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_as_far_as_it_can_be_or_refused(data: st.DataObject) -> None:
    whole = pdf(prose(2, 5), outline=[("x", 1)], links=[(0, (1, 1, 9, 9), 1)], information={"Title": "x"})
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(broken)))
    try:
        document = Document(bytes(broken if data.draw(st.booleans()) else broken[:cut]))
    except Refused:
        return
    with document:
        for page in range(min(document.pages, 3)):
            layer = document.text(page)
            assert len(layer.text) == len(layer.boxes)
            assert len(document.draw(page, 20, 30).data) == 20 * 30 * 4
            document.links(page)
            document.annotations(page)
        document.outline()
        document.information()


def test_documents_may_be_used_by_many_threads_at_once() -> None:
    made = pdf(prose(6, 10))
    wrong: list[object] = []

    def use(which: int) -> None:
        with Document(made) as own:
            for turn in range(20):
                page = (turn + which) % 6
                if f"of page {page + 1} " not in own.text(page).text or not shared.draw(page, 60, 80).data:
                    wrong.append((which, page))

    with Document(made) as shared:
        threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong
