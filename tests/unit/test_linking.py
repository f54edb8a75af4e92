"""Links between papers in notes: what a name means, how it is completed, and who mentions a paper."""

from __future__ import annotations

import pytest

from readerapp import notes
from readerapp.library import papers
from readerapp.library.connect import Writer
from readerapp.operations import filing, linking, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Identifier, Record
from tests.conftest import reading as read_from


@pytest.fixture
def shelf(writer: Writer) -> Writer:
    """Four papers: one with every name, one with an identifier, one with its title alone, one called like a number."""
    bring_in(
        writer,
        read_from(
            Record(
                title="Pre-training on Zürich",
                citation_key="byron2020pre",
                identifiers=[Identifier("arxiv", "2001.00001"), Identifier("doi", "10.1000/xyz")],
            ),
            Record(title="Sharpness and Generalization", identifiers=[Identifier("doi", "10.1000/abc")]),
            Record(title="Questions [first part]"),
            Record(title="1984"),
        ),
    )
    return writer


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("1", 1), ("byron2020pre", 1), ("arxiv:2001.00001", 1), ("https://arxiv.org/abs/2001.00001v2", 1),
        ("10.1000/XYZ", 1), ("doi:10.1000/xyz", 1), ("pretraining on zurich", 1), ("SHARPNESS AND GENERALIZATION", 2),
        ("1984", 4), ("Questions: first part", 3), ("nothing", None), ("99", None), ("", None), ("—", None),
    ],
)  # fmt: skip
def test_what_a_name_means(shelf: Writer, name: str, paper: int | None) -> None:
    assert linking.meant(shelf.connection, name) == paper


def test_titles_of_names(shelf: Writer) -> None:
    assert linking.titles(shelf.connection, ["2", "nothing"]) == {"2": "Sharpness and Generalization", "nothing": ""}


def test_a_link_has_the_name_that_lasts(shelf: Writer) -> None:
    assert linking.link_to(shelf.connection, 1) == "[[byron2020pre|Pre-training on Zürich]]"
    assert linking.link_to(shelf.connection, 2) == "[[doi:10.1000/abc|Sharpness and Generalization]]"
    assert linking.link_to(shelf.connection, 3) == "[[3|Questions first part]]"
    assert linking.link_to(shelf.connection, 9) == ""


def test_a_link_goes_on_meaning_a_paper_whose_title_is_corrected(shelf: Writer) -> None:
    for paper in (1, 2, 3):
        (name,) = notes.papers(linking.link_to(shelf.connection, paper))
        shelf.connection.execute("UPDATE paper SET title = 'Another', title_key = 1 WHERE id = ?", (paper,))
        assert linking.meant(shelf.connection, name) == paper


def test_a_name_is_completed(shelf: Writer) -> None:
    def offered(begun: str) -> list[str]:
        return [one.text for one in linking.completions(shelf.connection, begun)]

    assert offered("shar") == ["[[doi:10.1000/abc|Sharpness and Generalization]]"]
    assert offered("gen sha") == []
    assert offered("sharpness gen") == offered("shar")
    assert offered("byron2020pre") == ["[[byron2020pre|Pre-training on Zürich]]"]
    assert offered("") == offered('"') == offered("(((") == []


def test_who_mentions_a_paper(shelf: Writer) -> None:
    reading.set_note(shelf, 2, "Intro.\nCompare [[arxiv:2001.00001]] with it.")
    reading.set_note(shelf, 3, "See [[Pretraining on Zürich|it]] and [[byron2020pre]].")
    reading.set_note(shelf, 4, "`[[1]]` is code, [[2]] is not.")
    reading.set_note(shelf, 1, "I am [[1]].")
    found = linking.mentions(shelf.connection, 1)
    assert {(one.paper, one.line) for one in found} == {
        (2, "Compare [[arxiv:2001.00001]] with it."),
        (3, "See [[Pretraining on Zürich|it]] and [[byron2020pre]]."),
    }
    assert [one.paper for one in linking.mentions(shelf.connection, 2)] == [4]
    filing.trash(shelf, [3])
    assert [one.paper for one in linking.mentions(shelf.connection, 1)] == [2]
    assert linking.mentions(shelf.connection, 99) == []


def test_of_two_papers_with_a_title_the_older_is_meant_and_mentioned(shelf: Writer) -> None:
    shelf.connection.execute("INSERT INTO paper (title, title_key, added, changed) SELECT title, title_key, 0, 0 FROM"
                             " paper WHERE id = 2")  # fmt: skip
    reading.set_note(shelf, 1, "[[Sharpness and Generalization]]")
    assert papers.by_title(shelf.connection, "sharpness and generalization") == 2
    assert [one.paper for one in linking.mentions(shelf.connection, 2)] == [1]
