"""Addresses in abstracts become links: whole, without what the sentence around them left there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.links import links_in


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Code: https://github.com/a/b.", ["code https://github.com/a/b"]),
        ("(https://gitlab.com/a/b), and", ["code https://gitlab.com/a/b"]),
        ("models (https://huggingface.co/org/model) here", ["code https://huggingface.co/org/model"]),
        ("https://huggingface.co/papers/2401.12345", ["page https://huggingface.co/papers/2401.12345"]),
        ("https://huggingface.co/datasets/a/b", ["page https://huggingface.co/datasets/a/b"]),
        (
            "https://bitbucket.org/a/b; https://a.github.io/b/",
            ["code https://bitbucket.org/a/b", "page https://a.github.io/b/"],
        ),
        ("(https://github.com/a/b{Repository}", ["code https://github.com/a/b"]),
        (r"\url{https://github.com/a\_b/c}", ["code https://github.com/a_b/c"]),
        ("\\url{https://github.com/a/\n   b}", ["code https://github.com/a/b"]),
        (r"\href{https://a.example.org/\%7Eb}{our page}", ["page https://a.example.org/%7Eb"]),
        (r"https://a.example.org/b\footnote{c}", ["page https://a.example.org/b"]),
        ("https://en.example.org/wiki/A_(b)", ["page https://en.example.org/wiki/A_(b)"]),
        ("https://a.example.org/b)c", ["page https://a.example.org/b"]),
        ("“https://a.example.org/b”…", ["page https://a.example.org/b"]),
        ("见https://github.com/a/b。", ["code https://github.com/a/b"]),
        ("at github.com/a/b.", ["code https://github.com/a/b"]),
        (
            "https://a.example.org/x,https://b.example.org/y",
            ["page https://a.example.org/x", "page https://b.example.org/y"],
        ),
        ("https://github.com/a/b and HTTPS://GitHub.com/a/b/ again", ["code https://github.com/a/b"]),
        ("https://github.com/", ["page https://github.com/"]),
        ("http://x javascript:alert(1) file:///etc/passwd ftp://a.example.org", []),
        ("a@github.com/a/b", []),
    ],
)
def test_links_in_text(text: str, links: list[str]) -> None:
    assert [f"{link.rel} {link.url}" for link in links_in(text)] == links


def test_there_is_an_end_to_links() -> None:
    assert len(links_in(" ".join(f"https://a.example.org/{n}" for n in range(5000)))) == 100


@given(st.text(st.sampled_from("https://github.com/ab.([{\\_%}]),;<>\"' \n"), max_size=100))
def test_every_link_is_one(text: str) -> None:
    for link in links_in(text):
        assert link.rel in ("code", "page")
        assert link.url.startswith(("http://", "https://"))
        assert not any(character in link.url for character in ' \n<>"{}')
