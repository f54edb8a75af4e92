"""Pasted text: papers by identifier, by link, by "Title — Authors"; and nothing of the text is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats.bylines import Byline, byline_of, is_title, names_in
from readerapp.records import Identifier, Link, Record, Skipped
from tests.unit.formats.reading import SAMPLES, items, records, skipped

LINK = Link("page", "https://arxiv.org/abs/1705.08741")


def outline(text: str) -> list[str]:
    """Each paper as its title with its identifiers, each Skipped as its place."""
    return [
        f"{item.title} [{' '.join(one.value for one in item.identifiers)}]" if isinstance(item, Record) else item.where
        for item in items(text, "pasted")
        if isinstance(item, (Record, Skipped))
    ]


def test_the_sample() -> None:
    text = (SAMPLES / "pasted.txt").read_text(encoding="utf-8")
    found = items(text, "auto")
    assert found == [
        Skipped("line 1", "No paper was recognised in it: “For the reading group”."),
        Record(title="arXiv:1706.03762", identifiers=[Identifier("arxiv", "1706.03762")]),
        Record(
            title="doi:10.1002/j.1538-7305.1948.tb01338.x",
            identifiers=[Identifier("doi", "10.1002/j.1538-7305.1948.tb01338.x")],
            links=[Link("page", "https://doi.org/10.1002/j.1538-7305.1948.tb01338.x")],
        ),
        Record(title="arXiv:hep-th/9711200", identifiers=[Identifier("arxiv", "hep-th/9711200")]),
        Record(
            title="Train longer, generalize better: closing the generalization gap in large batch training of neural"
            " networks",
            authors=["Elad Hoffer", "Itay Hubara", "Daniel Soudry"],
            year=2017,
            identifiers=[Identifier("arxiv", "1705.08741")],
            links=[LINK],
        ),
        Record(
            title="On the Measure of Intelligence",
            identifiers=[Identifier("arxiv", "1911.01547")],
            links=[Link("pdf", "https://arxiv.org/pdf/1911.01547")],
        ),
        Skipped("line 10", "This address names no paper: “https://example.org/not-a-paper”."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1705.08741", ["arXiv:1705.08741 [1705.08741]"]),
        ("1705.08741, 10.1000/x\n1705.08741v3", ["arXiv:1705.08741 [1705.08741]", "doi:10.1000/x [10.1000/x]"]),
        (
            "See arXiv:1705.08741 and hep-th/9901001.",
            ["arXiv:1705.08741 [1705.08741]", "arXiv:hep-th/9901001 [hep-th/9901001]"],
        ),
        ("I liked 1705.08741 a lot", ["arXiv:1705.08741 [1705.08741]", "line 1"]),
        ("Late Rules of Models https://arxiv.org/abs/1705.08741", ["Late Rules of Models [1705.08741]"]),
        ("https://arxiv.org/abs/1705.08741 - Late Rules of Models", ["Late Rules of Models [1705.08741]"]),
        ("3. Late Rules of Models (arXiv:1705.08741)", ["Late Rules of Models [1705.08741]"]),
        ("* [Late Rules](https://arxiv.org/abs/1705.08741)", ["arXiv:1705.08741 [1705.08741]", "line 1"]),
        ("Late Rules of Models\n1705.08741\ndoi:10.1000/x", ["Late Rules of Models [1705.08741 10.1000/x]"]),
        (
            "Late Rules of Models\n1705.08741\n1705.08742",
            ["Late Rules of Models [1705.08741]", "arXiv:1705.08742 [1705.08742]"],
        ),
        (
            "Late Rules of Models\n\n1705.08741\n\nNotes on All Notes\n\n1705.08742",
            ["Late Rules of Models [1705.08741]", "Notes on All Notes [1705.08742]"],
        ),
        ("Late Rules of Models\nhttps://proceedings.mlr.press/v97/x.html", ["Late Rules of Models []"]),
        ("Late Rules of Models\nhttps://shop.example.org/x", ["lines 1 to 2"]),
        ("1705.08741\nLate Rules of Models\n1705.08741", ["Late Rules of Models [1705.08741]"]),
        (
            "Late Rules of Models 1705.08741\nQuite Another Title Here 1705.08741",
            ["Late Rules of Models [1705.08741]", "line 2"],
        ),
        ("one\ntwo\n\nthree\n1705.08741\nfour", ["lines 1 to 4", "arXiv:1705.08741 [1705.08741]", "line 6"]),
        (
            "Hoffer, E., Hubara, I.: Train longer. In: NeurIPS (2017) arXiv:1705.08741",
            ["arXiv:1705.08741 [1705.08741]", "line 1"],
        ),
        ("https://openreview.net/forum?id=05T81ScPFb", ["openreview:05T81ScPFb [05T81ScPFb]"]),
        ("just words", ["line 1"]),
        ("\x01 \x02 \x03\nhttps://proceedings.mlr.press/v97/x.html", ["line 2"]),
    ],
)
def test_papers_in_text(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


def test_title_and_authors_above_a_link() -> None:
    [paper] = records(
        "Train longer, generalize better\nElad Hoffer, Itay Hubara & Daniel Soudry\nhttps://arxiv.org/abs/1705.08741",
        "pasted",
    )
    assert paper == Record(
        title="Train longer, generalize better",
        authors=["Elad Hoffer", "Itay Hubara", "Daniel Soudry"],
        identifiers=[Identifier("arxiv", "1705.08741")],
        links=[LINK],
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Late Rules — Ada Example, Björn Beispiel", Byline("Late Rules", ("Ada Example", "Björn Beispiel"))),
        (
            "Late Rules – Ada Example and Björn van der Beispiel (2017)",
            Byline("Late Rules", ("Ada Example", "Björn van der Beispiel"), 2017),
        ),
        (
            "“Late Rules” - A. B. Example; C. Beispiel, 2017.",
            Byline("Late Rules", ("A. B. Example", "C. Beispiel"), 2017),
        ),
        ("Late Rules—Example et al.", Byline("Late Rules", ("Example",))),
        (
            "Rules - Late - A Study of Rules — Example, A., Beispiel, B.",
            Byline("Rules - Late - A Study of Rules", ("A. Example", "B. Beispiel")),
        ),
        ("Late Rules — Example, Ada; Beispiel, Björn", Byline("Late Rules", ("Ada Example", "Björn Beispiel"))),
        (
            "Late Rules — O'Neil Jean-Luc, 李明, Łukasz Żak",
            Byline("Late Rules", ("O'Neil Jean-Luc", "李明", "Łukasz Żak")),
        ),
        ("深度学习综述 — 李明, 王芳", Byline("深度学习综述", ("李明", "王芳"))),
        ("Deep Rules — A Gentle Introduction", None),
        ("Deep Rules — learning to count", None),
        ("Late-rules are well-known", None),
        ("Chapter 3 – Results", None),
        ("Late Rules - 2017", None),
        ("Rules — Ada Example", None),
        ("— Ada Example", None),
        ("\x01 \x02 — Ada Example", None),
        ("Late Rules — https://example.org", None),
        ("x — " * 1000, None),
    ],
)
def test_title_and_authors_on_one_line(line: str, expected: Byline | None) -> None:
    assert byline_of(line) == expected


def test_titles_and_names_are_told_from_other_words() -> None:
    assert is_title("Late Rules of Models")
    assert is_title("How does it work?")
    for other in (
        "Two words",
        "see the paper there",
        "It works. Try it yourself today",
        "A, B. et al",
        "The following papers:",
        "x " * 400,
    ):
        assert not is_title(other)
    assert names_in("Ada Example") == ("Ada Example",)
    assert names_in("Example") == names_in("the Example Lab") == names_in("") == names_in("x" * 5000) == ()


def test_a_line_that_is_too_long_is_skipped_and_its_neighbours_are_kept() -> None:
    text = "1705.08741\n" + "1705.08742 " * 100_000 + "\n1705.08743"
    assert outline(text) == ["arXiv:1705.08741 [1705.08741]", "line 2", "arXiv:1705.08743 [1705.08743]"]
    assert skipped(text, "pasted") == [
        ("line 2", "A line of 1,100,000 characters is no list of papers: “" + ("1705.08742 " * 6)[:60] + "…”.")
    ]


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(Refused, match="too many for a list of papers"):
        items("x\n" * 300_001, "pasted")


pieces = st.sampled_from(
    [
        "1705.08741",
        "arXiv:2106.09685v2",
        "10.1000/x",
        "https://arxiv.org/abs/1412.6980",
        "https://example.org/a",
        "See",
        "and",
        "Late Rules of Models",
        "Notes on Notes",
        "Ada Example, Björn Beispiel",
        " — ",
        " - ",
        ", ",
        " ",
        "\n",
        "\n\n",
        "[1] ",
        "* ",
        "[Late Rules of All](https://arxiv.org/abs/1706.03762)",
        "(2017)",
        "et al.",
        ". ",
    ]
) | st.text(max_size=5)
# Words that stand for nothing beside an identifier or a name.
SAID_BY_THE_REST = {"see", "and", "or", "cf", "plus", "also", "both", "et", "al", "arxiv", "doi", "https", "pdf", "url"}


def words_of(text: str) -> list[str]:
    """The words of a text without the versions of identifiers."""
    return re.findall(r"https|[a-z0-9]+", re.sub(r"(?<=\d)v\d|(?=https)", " ", text.casefold()))


@given(st.lists(pieces, min_size=1, max_size=14).map("".join).filter(str.strip))
def test_everything_is_in_a_paper_or_in_a_skipped(text: str) -> None:
    told: list[str] = []
    lost: set[int] = set()
    for item in items(text, "pasted"):
        if isinstance(item, Record):
            told += [item.title, *item.authors, str(item.year), *(link.url for link in item.links)]
            told += [one.value for one in item.identifiers]
        elif isinstance(item, Skipped):
            first, *last = map(int, re.findall(r"\d+", item.where))
            lost.update(range(first, (last or [first])[0] + 1))
    known = " ".join(words_of(" ".join(told)))
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if number not in lost:
            # The number of an entry in a list is no part of it.
            for word in words_of(re.sub(r"^\s*\[\d+\]\s", "", line)):
                assert word in known or word in SAID_BY_THE_REST, (word, line)
