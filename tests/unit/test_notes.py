"""What stands in a note: tasks, links and pictures, found where they are and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import notes
from readerapp.notes import Reference, Task


def test_items_with_boxes_are_tasks() -> None:
    text = "# Do\n- [ ] first\n  * [x] second\n3. [X]  third \n- [ ]\n- no box\n[ ] no item\n-[ ] no blank"
    found = notes.tasks(text)
    assert [(task.text, task.done) for task in found] == [("first", False), ("second", True), ("third", True)]
    assert [text[task.box] for task in found] == [" ", "x", "X"]
    assert notes.has_open_task(text)
    assert not notes.has_open_task("- [x] done")


def test_what_is_code_is_no_task_and_no_link() -> None:
    text = "```\n- [ ] code\n[[code]]\n```\n- [ ] real `[[code]]` [[paper]]\n~~~\n[[more]]"
    assert [task.text for task in notes.tasks(text)] == ["real `[[code]]` [[paper]]"]
    assert notes.papers(text) == ["paper"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see [[Train longer]]", [("paper", "Train longer")]),
        ("see [[ doi:10.1/x |Title of it]], [[12]]", [("paper", "doi:10.1/x"), ("paper", "12")]),
        ("[[]] [[ ]] [[a|]] [[a]b]]", [("paper", "a")]),
        ("**[[strong]]** and *[[soft]]*", [("paper", "strong"), ("paper", "soft")]),
        ("a [talk](https://example.org/a) of it", [("link", "https://example.org/a")]),
        ("at https://example.org/a. And", [("link", "https://example.org/a")]),
        ("ask mailto:ada@example.org, doi:10.1234/x", [("link", "mailto:ada@example.org"), ("link", "doi:10.1234/x")]),
        ("![curve](files/x.png) ![](a)", [("picture", "files/x.png"), ("picture", "a")]),
        ("for $5 see [[a]] or $6", [("paper", "a")]),
        ("a file:///etc/passwd and javascript:x", []),
    ],
)
def test_what_a_line_points_at(line: str, found: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.target) for one in notes.references(line)] == found


def test_a_picture_is_a_name_and_no_path() -> None:
    name = "ab" * 32
    assert notes.stored(f"files/{name}.png") == (name, "png")
    for path in (f"files/../{name}.png", f"/files/{name}.png", f"files/{name}.svg", f"files/{name[1:]}.png", "x.png"):
        assert notes.stored(path) is None


def test_the_words_of_a_link_cannot_end_it() -> None:
    assert notes.link("12", "On [[brackets]] | and\nlines") == "[[12|On brackets and lines]]"
    assert notes.link("12", "") == notes.link("12", "12") == "[[12]]"
    assert notes.papers(notes.link("12", "x ]] [[13]]")) == ["12"]


pieces = st.lists(
    st.sampled_from(
        ["- [ ] ", "* [x] ", "1. ", "[[", "]]", "|", "`", "```", "$", "**", "*", "(", ")", "![", "[", "]", "\n", "\r\n",
         "word", "\U0001d518", "https://example.org", "doi:10.1/x", " ", "\t", "> ", "\\(", "\\)"]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@given(pieces)
def test_everything_found_stands_where_it_is_said(text: str) -> None:
    last = 0
    for one in notes.references(text):
        assert last <= one.start < one.end <= len(text)
        assert one.target in text[one.start : one.end]
        assert isinstance(one, Reference)
        assert "\n" not in text[one.start : one.end]
        last = one.end
    for task in notes.tasks(text):
        assert text[task.box - 1] == "["
        assert text[task.box + 1] == "]"
        assert (text[task.box] == " ") != task.done


@given(pieces)
def test_a_box_that_is_filled_and_emptied_leaves_the_note_as_it_was(text: str) -> None:
    for number, task in enumerate(notes.tasks(text)):
        other = notes.with_task(text, task, not task.done)
        assert len(other) == len(text)
        changed = notes.tasks(other)[number]
        assert changed == Task(task.start, task.box, task.text, not task.done)
        assert notes.with_task(other, changed, task.done).lower() == text.lower()


def test_links_to_papers_are_read_as_their_words() -> None:
    text = "See [[ioffe2015|Batch Normalization]] and [[42]], [not](this), [[ or ]] that."
    assert notes.without_brackets(text) == "See Batch Normalization and 42, [not](this),  or  that."
