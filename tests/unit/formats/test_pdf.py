"""A PDF as a paper: what of what it says is believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes, open_path
from readerapp.formats.pdf import identifiers_of, record_of
from readerapp.library import attachments, files, papers
from readerapp.library.connect import Writer
from readerapp.operations.importing import bring_in
from readerapp.pdf.about import About, Line, about
from readerapp.records import Identifier, Record
from tests.conftest import reading
from tests.pdfs import pdf

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
 prism:doi="10.1000/Of.Its.Own">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">On answers to questions</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ada Byron</rdf:li><rdf:li>Kurt van der Berg</rdf:li></rdf:Seq></dc:creator>
<dc:subject><rdf:Bag><rdf:li>answers</rdf:li></rdf:Bag></dc:subject>
<prism:publicationName>Journal of Questions</prism:publicationName>
<prism:publicationDate>2021-03</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>"""
BODY = ["We say more of it here, and", "at some length, so that", "these letters are usual."]


def made(first: list[str], *more: list[str], name: str = "x.pdf", **options: object) -> Record:
    return record_of(about(pdf([first, *more], **options)), name)  # type: ignore[arg-type]


def test_what_stands_on_the_first_page_too_is_believed() -> None:
    record = made(
        ["On Answers to", "Questions", "Ada Byron", *BODY],
        information={"Title": "On answers to questions", "Author": "Ada Byron; IEEE Staff", "Keywords": "a, b"},
    )
    assert record.title == "On answers to questions"
    assert record.authors == ["Ada Byron"]
    assert record.keywords == ["a", "b"]


@pytest.mark.parametrize(
    "title", ["Microsoft Word - final3.doc", "untitled", "paper.dvi", "A template of somebody else", "", "main"]
)
def test_else_the_largest_letters_are_the_title(title: str) -> None:
    record = made(["On answers to questions", "Ada Byron", *BODY], title_size=20, information={"Title": title})
    assert record.title == "On answers to questions"


def test_a_page_of_one_size_leaves_the_name_of_the_file() -> None:
    assert made(["Some words", *BODY], name="Byron_2021_answers.pdf").title == "Byron 2021 answers"
    assert made([], name="2401.00003v2.pdf").identifiers == [Identifier("arxiv", "2401.00003")]


def test_the_stamp_of_arxiv_names_paper_and_date() -> None:
    record = made(["On answers", *BODY, "arXiv:2401.00003v2 [cs.LG] 3 Jan 2024", "see doi:10.1000/other"])
    assert record.identifiers == [Identifier("arxiv", "2401.00003"), Identifier("doi", "10.1000/other")]
    assert (record.published, record.year) == ("2024-01-03", 2024)
    # A paper that is cited bears no stamp.
    assert made(["as in arXiv:1706.03762, and", *BODY]).identifiers == []
    assert made(["arXiv:2401.00003v2 [cs.LG] 33 Foo 2024", *BODY]).published is None


def test_a_doi_counts_on_the_first_page_or_alone() -> None:
    cited = ["doi:10.1000/a", "doi:10.1000/b"]
    assert made(["doi:10.1000/own", *BODY], cited).identifiers == [Identifier("doi", "10.1000/own")]
    assert made(BODY, cited).identifiers == []
    assert made(BODY, cited[:1]).identifiers == [Identifier("doi", "10.1000/a")]
    assert made(cited, BODY).identifiers == []


def test_xmp_is_read() -> None:
    record = made(["On answers to questions", "Ada Byron and Kurt van der Berg", *BODY], xmp=XMP)
    assert record.title == "On answers to questions"
    assert record.authors == ["Ada Byron", "Kurt van der Berg"]
    assert record.identifiers == [Identifier("doi", "10.1000/of.its.own")]
    assert (record.venue, record.published, record.year) == ("Journal of Questions", "2021-03", 2021)
    assert record.keywords == ["answers"]


@pytest.mark.parametrize(
    "xmp",
    [
        "<x:xmpmeta></x:xmpmeta>",
        "<x:xmpmeta><unclosed></x:xmpmeta>",
        XMP.replace("<rdf:RDF", "<!DOCTYPE x [<!ENTITY a 'b'>]><rdf:RDF"),
        XMP.replace("2021-03", "soon").replace("10.1000", "nothing"),
    ],
)
def test_xmp_that_is_odd_is_passed_over(xmp: str) -> None:
    assert made(["Some words", *BODY], xmp=xmp, name="x.pdf").published is None


def test_an_abstract_between_its_heading_and_the_introduction_is_taken() -> None:
    text = [
        "We ask what the answer is, and",
        "find that it is as long as the",
        "question, if not longer, which",
        "nobody knew.",
    ]
    record = made(["A title", "Abstract", *text, "1 Introduction", *BODY])
    assert record.abstract == " ".join(text)
    assert made(["A title", "Abstract", *text, *BODY]).abstract == ""


def test_an_imported_pdf_is_a_paper_with_its_file(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "answers.pdf"
    path.write_bytes(pdf([["On answers", "arXiv:2401.00003v2 [cs.LG] 3 Jan 2024", *BODY]], title_size=20))
    _, summary = bring_in(writer, registry.read(open_path(path)))
    assert summary.sentence() == "1 added"
    (paper,) = summary.papers
    (file,) = attachments.of(writer.connection, paper)
    assert (file.name, file.media_type) == ("answers.pdf", "application/pdf")
    assert files.fault(writer.path, file.sha256, file.media_type, file.size) == ""
    # Once more, it is here already.
    _, again = bring_in(writer, registry.read(open_path(path)))
    assert again.sentence() == "0 added, 1 already here"
    assert len(attachments.of(writer.connection, paper)) == 1
    writer.undo()
    assert papers.record(writer.connection, paper) is None
    writer.redo()
    assert [one.sha256 for one in attachments.of(writer.connection, paper)] == [file.sha256]


def test_a_pdf_of_a_paper_that_is_here_is_attached_to_it(writer: Writer) -> None:
    known = Record(title="arXiv:2401.00003", identifiers=[Identifier("arxiv", "2401.00003")])
    bring_in(writer, reading(known))
    data = pdf([["On answers", "arXiv:2401.00003v2 [cs.LG] 3 Jan 2024", *BODY]], title_size=20)
    _, summary = bring_in(writer, registry.read(open_bytes(data, "answers.pdf")))
    assert summary.sentence() == "0 added, 1 completed"
    record = papers.record(writer.connection, summary.papers[0])
    assert record is not None
    assert record.title == "On answers"
    assert [file.name for file in record.attachments] == ["answers.pdf"]


@pytest.mark.parametrize(("data", "why"), [(b"%PDF-1.7 no", "damaged"), (b"words", "no PDF")])
def test_what_is_no_good_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        registry.read(open_bytes(data, "x.pdf"), "pdf")


texts = st.text(max_size=300) | st.sampled_from(["arXiv:2401.00003v2 [cs.LG] 3 Jan 2024", "Abstract\n" + "x" * 200])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(texts, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["Title", "Author", "Keywords", "doi"]), texts),
    st.binary(max_size=300) | st.just(XMP.encode()),
    st.lists(st.builds(Line, texts, st.floats(0, 100), st.floats(0, 1000)), max_size=8).map(tuple),
    texts,
)
def test_anything_a_pdf_can_say_makes_a_paper(
    pages: tuple[str, ...], information: dict[str, str], xmp: bytes, lines: tuple[Line, ...], name: str
) -> None:
    said = About(len(pages), information, xmp, pages, lines)
    record = record_of(said, name)
    assert record.title
    assert "\n" not in record.title
    assert identifiers_of(said, name) == record.identifiers
