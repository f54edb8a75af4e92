"""What is different between two texts: told whole, and to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.differences import MAX_LINES, MAX_WORDS, Line, differences


def shown(found: list[Line]) -> list[str]:
    """Lines with their sign, what makes the difference within one in brackets."""
    signs = {"same": " ", "out": "-", "in": "+"}
    return [
        signs[line.kind] + "".join(f"[{text}]" if marked else text for text, marked in line.parts) for line in found
    ]


def test_lines_that_went_and_came_are_told() -> None:
    found = differences("Why\n\nfirst\nsecond", "Why\n\nsecond\nthird")
    assert shown(found) == [" Why", " ", "-first", " second", "+third"]


def test_in_a_changed_line_the_words_are_marked() -> None:
    found = differences("It holds for small models.", "It holds for very large models.")
    assert shown(found) == ["-It holds for [small] models.", "+It holds for [very large] models."]


def test_a_line_that_is_another_is_not_told_word_by_word() -> None:
    assert shown(differences("compare with table two", "unclear")) == ["-compare with table two", "+unclear"]


texts = st.lists(st.text(alphabet="ab *\u00fc\u2029", max_size=6), max_size=8).map("\n".join)


@given(texts, texts)
def test_both_texts_are_told_to_the_letter(one: str, other: str) -> None:
    found = differences(one, other)
    assert "\n".join(line.text for line in found if line.kind != "in") == one
    assert "\n".join(line.text for line in found if line.kind != "out") == other


@given(texts)
def test_a_text_is_not_different_from_itself(text: str) -> None:
    assert {line.kind for line in differences(text, text)} <= {"same"}


def test_long_texts_are_told_whole() -> None:
    words = " ".join(f"w{n}" for n in range(MAX_WORDS))
    assert shown(differences(words, f"{words} more")) == [f"-{words}", f"+{words} more"]
    old = [f"line {n}" for n in range(MAX_LINES + 1)]
    found = differences("\n".join(["head", *old, "tail"]), "\n".join(["head", *reversed(old), "tail"]))
    assert (found[0].kind, found[-1].kind) == ("same", "same")
    assert "\n".join(line.text for line in found if line.kind == "out") == "\n".join(old)
