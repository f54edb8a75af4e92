"""What a person types into a field: understood, or answered with a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats import typed
from readerapp.formats.identifiers import label
from readerapp.names import Name
from readerapp.records import Identifier

READERS: tuple[Callable[[str], object], ...] = (
    typed.title, typed.line, typed.abstract, typed.year, typed.published, typed.people, typed.keywords,
    typed.identifiers, typed.addresses, typed.citation_key,
)  # fmt: skip
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@given(text=st.text(max_size=60) | st.from_regex(r"(?:10\.|doi:|arXiv:|isbn |https?://)[ -~\n;,]{0,40}"))
def test_whatever_is_typed_is_understood_or_refused(read: Callable[[str], object], text: str) -> None:
    try:
        read(text)
    except Refused as refused:
        assert str(refused).count("\n") == 0
        assert len(str(refused)) < 300


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Ada Lovelace\nCharles Babbage", ["Ada Lovelace", "Charles Babbage"]),
        (" Lovelace, Ada ;; Babbage,Charles\n", [Name("Lovelace", "Ada"), Name("Babbage", "Charles")]),
        ("García Márquez, Gabriel José", [Name("García Márquez", "Gabriel José")]),
        ("King, Martin Luther, Jr.", [Name("King", "Martin Luther", "Jr.")]),
        ("Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        ("Ada Lovelace, Charles Babbage, Mary Somerville", ["Ada Lovelace", "Charles Babbage", "Mary Somerville"]),
        ("DeepMind", ["DeepMind"]),
        ("\n \n", []),
    ],
)
def test_names(text: str, is_read: list[str]) -> None:
    found = typed.people(text)
    assert found == is_read
    assert [getattr(one, "family", None) for one in found] == [getattr(one, "family", None) for one in is_read]


@pytest.mark.parametrize(("text", "is_read"), [("", None), (" 2017 ", 2017), ("1000", 1000)])
def test_years(text: str, is_read: int | None) -> None:
    assert typed.year(text) == is_read


@pytest.mark.parametrize("text", ["17", "2017-05", "20 17", "next year", "0999", "２０１７", "9" * 5000])
def test_what_is_no_year(text: str) -> None:
    with pytest.raises(Refused, match="is no year"):
        typed.year(text)


@pytest.mark.parametrize("text", ["2017", "2017-05", "2017-05-24", "2016-02-29", ""])
def test_dates(text: str) -> None:
    assert typed.published(text) == (text or None)


@pytest.mark.parametrize("text", ["2017-13", "2017-02-30", "May 2017", "24.5.2017", "2017-5"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(Refused, match="is no date"):
        typed.published(text)


@given(st.lists(words, max_size=6, unique_by=str.casefold).map(lambda found: typed.keywords("\n".join([*found, ""]))))
def test_keywords_are_written_as_they_are_read(found: list[str]) -> None:
    assert typed.keywords(typed.as_keywords(found)) == found


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("10.1000/182", ["doi:10.1000/182"]),
        ("https://doi.org/10.1000/ABC\n arXiv:1705.08741v2", ["doi:10.1000/abc", "arXiv:1705.08741"]),
        ("doi: 10.48550/arXiv.1705.08741", ["arXiv:1705.08741"]),
        ("1705.08741\n1705.08741\n", ["arXiv:1705.08741"]),
        ("PMID: 31978945\nPMC3531190", ["pmid:31978945", "pmcid:PMC3531190"]),
        ("978-0-262-03384-8\nISBN 0-262-03384-4", ["isbn:9780262033848"]),
        ("https://openreview.net/forum?id=B1QRgziT-", ["openreview:B1QRgziT-"]),
        ("openreview:B1QRgziT-", ["openreview:B1QRgziT-"]),
        ("acl:P17-1001", ["acl:P17-1001"]),
    ],
)
def test_identifiers(text: str, is_read: list[str]) -> None:
    assert [label(one) for one in typed.identifiers(text, [Identifier("acl", "P17-1001")])] == is_read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("doi:11.1000/182", "A DOI begins"),
        ("arXiv:1799.08741", "month and a number"),
        ("pmid:abc", "up to nine digits"),
        ("isbn:978-0-262-03384-9", "the last of which checks"),
        ("https://example.org/paper", "names no paper"),
        ("dio:10.1", "no identifier known here"),
        ("something", "no identifier known here"),
    ],
)
def test_what_is_no_identifier(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        typed.identifiers(text)


@given(st.lists(st.sampled_from(["1705.08741", "10.1000/182", "PMC3531190", "978-0-262-03384-8"]), unique=True))
def test_identifiers_are_read_as_they_are_written(values: list[str]) -> None:
    found = typed.identifiers("\n".join(values))
    assert typed.identifiers(typed.as_lines(map(label, found))) == found
    assert len(found) == len(values)


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("github.com/a/b", ["https://github.com/a/b"]),
        ("http://example.org/x\n\nhttps://example.org/y", ["http://example.org/x", "https://example.org/y"]),
        ("mailto:ada@example.org", ["mailto:ada@example.org"]),
        ("doi:10.1000/182", ["https://doi.org/10.1000/182"]),
    ],
)
def test_addresses(text: str, is_read: list[str]) -> None:
    assert typed.addresses(text) == is_read


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "\\\\host\\share", "ftp://example.org/x", "x",
        "https://exa mple.org", "mailto:a@b?attach=/etc/passwd", "smb://host/x", "https://",
    ],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(Refused, match="no address that can be opened"):
        typed.addresses(text)


@pytest.mark.parametrize("key", ["hoffer2017train", "Hoffer:2017", "hoffer_2017-b", "müller+2020", ""])
def test_citation_keys(key: str) -> None:
    assert typed.citation_key(f" {key} ") == (key or None)


@pytest.mark.parametrize("key", ["a b", "a,b", "a{b", "a%b", "a\\b", "a~b", "x" * 201])
def test_what_is_no_citation_key(key: str) -> None:
    with pytest.raises(Refused, match="A citation key can"):
        typed.citation_key(key)
