"""What could be tidied among the tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.library import tag_suggestions, tags
from readerapp.library.connect import Library, Writer
from readerapp.library.tag_suggestions import Keyword, Why, keywords, suggestions
from readerapp.operations import filing, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import Record
from tests.conftest import reading


def fill(writer: Writer, given_tags: Mapping[str, Iterable[int]]) -> None:
    """Forty papers with these tags."""
    bring_in(writer, reading(*[Record(title=f"Paper number {n}") for n in range(40)]))
    for name, papers in given_tags.items():
        filing.tag(writer, list(papers), [name])


def pairs(writer: Writer, why: Why) -> set[tuple[str, str]]:
    return {(one.name, one.into) for one in suggestions(writer.connection) if one.why is why}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neural networks", "neural network"),
        ("pre-training", "pretraining"),
        ("graph-learning", "graph learning"),
        ("learning graphs", "graph learning"),
        ("Optimisation", "optimization"),
        ("generalization", "genralization"),
        ("attention", "attnetion"),
        ("Théorie", "theories"),
        ("thesis/methods", "thesis/method"),
        ("ml/representations", "representation"),
        ("surveys", "Survey"),
    ],
)
def test_names_that_are_probably_one(writer: Writer, one: str, other: str) -> None:
    fill(writer, {one: range(1, 9), other: [20, 21]})
    (found,) = [each for each in suggestions(writer.connection) if each.why is Why.ALIKE]
    assert (found.name, found.into) == (other, one)
    assert (found.papers, found.into_papers, found.both) == (2, 8, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gpt 2", "gpt 3"),
        ("2023", "2024"),
        ("ant", "art"),
        ("thesis/methods", "book/methods"),
        ("thesis", "thesis/thesis"),
        ("vision", "language"),
        ("***", "+++"),
    ],
)
def test_names_that_are_two(writer: Writer, one: str, other: str) -> None:
    fill(writer, {one: range(1, 9), other: [20, 21]})
    assert pairs(writer, Why.ALIKE) == set()


def test_each_of_many_goes_into_one(writer: Writer) -> None:
    fill(writer, {"survey": range(1, 9), "surveys": [9, 10], "Sur-vey": [11], "sur veys": []})
    assert pairs(writer, Why.ALIKE) == {("surveys", "survey"), ("Sur-vey", "survey")}


def test_tags_that_nearly_always_go_together(writer: Writer) -> None:
    fill(
        writer,
        {
            "agents": range(1, 11),
            "tools": range(1, 12),
            "planning": range(1, 10),
            "agents/web": range(1, 11),
            "everything": range(1, 41),
            "few": [30, 31],
            "other few": [30, 31],
        },
    )
    found = pairs(writer, Why.TOGETHER)
    # Nine of ten papers, and ten of eleven; not "agents/web", which is below the one it goes with.
    assert {("agents", "tools"), ("planning", "agents")} <= found
    assert not any({"everything", "few"} & set(pair) for pair in found)
    assert ("agents/web", "agents") not in found
    together = next(one for one in suggestions(writer.connection) if one.name == "agents")
    assert (together.papers, together.into_papers, together.both) == (10, 11, 10)


def test_tags_used_once_or_never(writer: Writer) -> None:
    fill(writer, {"once": [1], "twice": [1, 2], "above/below": [3, 4], "gone": [5], "kept": [6]})
    filing.trash(writer, [5])
    tagging.keep_tags_apart(writer, "kept")
    assert pairs(writer, Why.ONCE) == {("once", "")}
    assert pairs(writer, Why.NEVER) == {("gone", "")}


def test_what_is_said_to_be_two_is_not_suggested_again(writer: Writer) -> None:
    fill(writer, {"survey": range(1, 9), "surveys": range(1, 9)})
    assert pairs(writer, Why.ALIKE)
    tagging.keep_tags_apart(writer, "surveys", "survey")
    assert suggestions(writer.connection) == []
    writer.undo()
    assert pairs(writer, Why.ALIKE)
    writer.redo()
    tagging.rename_tag(writer, "survey", "overview")
    assert suggestions(writer.connection) == []


def test_keywords_that_could_be_tags(writer: Writer) -> None:
    words = [["Deep Learning", "I/O"], ["deep learning", "rare", "i/o"], ["vision"], ["Vision", "vision"], ["ml"]]
    bring_in(writer, reading(*[Record(title=f"Paper {n}", keywords=list(one)) for n, one in enumerate(words)]))
    filing.tag(writer, [1], ["machine learning"])
    tagging.add_tag_name(writer, "machine learning", "ML")
    found = keywords(writer.connection)
    assert [(one.text.casefold(), one.papers, one.tag.casefold()) for one in found] == [
        ("deep learning", 2, "deep learning"),
        ("i/o", 2, "i-o"),
        ("vision", 2, "vision"),
    ]
    assert [one.papers for one in keywords(writer.connection, fewest=1)] == [2, 2, 2, 1]
    assert len(keywords(writer.connection, limit=1)) == 1
    tagging.promote_keyword(writer, "DEEP learning")
    tagging.promote_keyword(writer, found[1].text)
    of = {tag.name.casefold(): tag.papers for tag in tags.all_tags(writer.connection)}
    assert (of["deep learning"], of["i-o"]) == (2, 2)
    assert [one.text.casefold() for one in keywords(writer.connection)] == ["vision"]
    filing.trash(writer, [3, 4])
    assert keywords(writer.connection) == []
    assert tagging.promote_keyword(writer, "nobody has it") is None
    with pytest.raises(Refused):
        tagging.promote_keyword(writer, " / ".strip("/ "))


def test_nothing_is_suggested_where_nothing_is(writer: Writer) -> None:
    assert suggestions(writer.connection) == []
    assert keywords(writer.connection) == []
    assert keywords(writer.connection, fewest=0) == []


def distance(one: str, other: str) -> int:
    """By the table: Damerau and Levenshtein, with neighbours swapped once."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, start=1):
        rows.append([i])
        for j, b in enumerate(other, start=1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_one_letter_apart_is_what_the_table_says(one: str, other: str) -> None:
    assert tag_suggestions._distance_is_one(one, other) == (distance(one, other) == 1)


@given(st.text(max_size=30))
def test_any_keyword_is_a_tag_or_none(text: str) -> None:
    name = tag_suggestions.as_tag(text)
    assert not name or (tags.clean(name) == name and "/" not in name)
    assert Keyword(text, 1, name).tag == name


@pytest.mark.parametrize("table", ["paper_keyword", "paper_tag"])
def test_papers_that_come_meanwhile_are_no_hindrance(filled: Writer, library: Library, table: str) -> None:
    reader = library.reader()
    coming = [Record(title=f"New {n}", keywords=["learning"], tags=["agents"]) for n in range(20)]

    def bring(statement: str) -> None:
        if f"FROM {table}" in statement:
            reader.set_trace_callback(None)
            bring_in(filled, reading(*coming))

    reader.set_trace_callback(bring)
    suggestions(reader)
    assert keywords(reader)[0].text == "learning"
    assert filled.connection.execute("SELECT count(*) FROM paper").fetchone() == (50,)
    reader.close()
