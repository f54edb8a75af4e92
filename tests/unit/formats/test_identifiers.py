"""Identifiers are found in text and in addresses, and have one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.formats.identifiers import address, find_identifiers, found_in, identifier_of_url, label, normalise
from readerapp.records import Identifier


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1705.08741", ["arXiv:1705.08741"]),
        ("arXiv:1705.08741v2 [cs.LG]", ["arXiv:1705.08741"]),
        ("ARXIV: 0704.0001", ["arXiv:0704.0001"]),
        ("(see 1705.08741, 2106.09685v1; and 1412.6980.)", ["arXiv:1705.08741", "arXiv:2106.09685", "arXiv:1412.6980"]),
        ("1705.08741v1.pdf", ["arXiv:1705.08741"]),
        ("hep-th/9901001v2 math.GT/0309136", ["arXiv:hep-th/9901001", "arXiv:math/0309136"]),
        ("https://arxiv.org/abs/1705.08741v2", ["arXiv:1705.08741"]),
        ("https://arxiv.org/pdf/1705.08741.pdf#page=3", ["arXiv:1705.08741"]),
        ("http://www.arxiv.org/abs/hep-th/9901001", ["arXiv:hep-th/9901001"]),
        ("arxiv.org/html/2401.12345v1", ["arXiv:2401.12345"]),
        ("https://export.arxiv.org/abs/2401.12345", ["arXiv:2401.12345"]),
        ("https://www.alphaxiv.org/abs/2401.12345", ["arXiv:2401.12345"]),
        ("https://ar5iv.labs.arxiv.org/html/1705.08741", ["arXiv:1705.08741"]),
        ("https://ar5iv.org/abs/1705.08741", ["arXiv:1705.08741"]),
        ("https://huggingface.co/papers/2401.12345#community", ["arXiv:2401.12345"]),
        ("doi:10.48550/arXiv.1705.08741", ["arXiv:1705.08741"]),
        ("https://doi.org/10.48550/arXiv.hep-th/9901001", ["arXiv:hep-th/9901001"]),
        ("(doi:10.1000/ABC.123).", ["doi:10.1000/abc.123"]),
        ("DOI 10.1000/xyz。", ["doi:10.1000/xyz"]),
        ("10.1000/a,10.1000/b; 10.1000/c", ["doi:10.1000/a", "doi:10.1000/b", "doi:10.1000/c"]),
        ("https://dx.doi.org/10.1002%2Fabc.", ["doi:10.1002/abc"]),
        ("<https://doi.org/10.1000/xyz>", ["doi:10.1000/xyz"]),
        ("[x](https://doi.org/10.1000/(x)y)", ["doi:10.1000/(x)y"]),
        ("doi = {10.1000/xyz},", ["doi:10.1000/xyz"]),
        ('<a href="https://doi.org/10.1000/x">10.1000/y</a>', ["doi:10.1000/x", "doi:10.1000/y"]),
        ("https://link.springer.com/content/pdf/10.1007/978-3-030_13.pdf", ["doi:10.1007/978-3-030_13"]),
        ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf", ["doi:10.1101/2020.01.01.123456"]),
        ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2", ["doi:10.1101/2020.01.01.123456"]),
        ("https://dl.acm.org/doi/abs/10.1145/3442188.3445922", ["doi:10.1145/3442188.3445922"]),
        ("https://openreview.net/forum?id=05T81ScPFb&noteId=xx", ["openreview:05T81ScPFb"]),
        ("https://openreview.net/pdf?id=05T81ScPFb", ["openreview:05T81ScPFb"]),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/ PMID: 0012345", ["pmid:12345678", "pmid:12345"]),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/ pmc7654321", ["pmcid:PMC1234567", "pmcid:PMC7654321"]),
        ("ISBN 978-0-262-03384-8, isbn 0-262-03384-4", ["isbn:9780262033848"]),
        ("论文1705.08741，论文10.1000/x", ["arXiv:1705.08741", "doi:10.1000/x"]),
        # No identifiers: dates and amounts, months 13 and 00, digits too few or too many, wrong check digit.
        ("1999.12345 2013.1234 0500.1234 1705.0874 1412.69801 1705.087411 3.14159 10.5/3 1705.08741.2", []),
        ("1705.08741-3 12/1705.08741 foo/1234567 cs/0313001 ISBN 978-0-262-03384-9", []),
        ("https://github.com/example/1705.08741 https://example.org/2401.12345", []),
        ("https://arxiv.org/list/cs.LG/recent https://huggingface.co/papers/trending http://[bad", []),
        ("https://openreview.net/group?id=ICLR.cc", []),
    ],
)
def test_identifiers_in_text(text: str, labels: list[str]) -> None:
    assert [label(identifier) for identifier in find_identifiers(text)] == labels


@pytest.mark.parametrize(
    ("scheme", "value", "expected"),
    [
        ("arXiv", " arXiv:1705.08741v3 ", Identifier("arxiv", "1705.08741")),
        ("arxiv", "https://arxiv.org/abs/cs.LG/0309136", Identifier("arxiv", "cs/0309136")),
        ("arxiv", "10.48550/arXiv.1705.08741", Identifier("arxiv", "1705.08741")),
        ("doi", "https://doi.org/10.1000/ABC", Identifier("doi", "10.1000/abc")),
        ("doi", "doi: 10.1000/ABC", Identifier("doi", "10.1000/abc")),
        ("doi", "10.48550/arXiv.1705.08741", Identifier("arxiv", "1705.08741")),
        ("doi", "https://arxiv.org/abs/1705.08741", Identifier("arxiv", "1705.08741")),
        ("huggingface", "2401.12345", Identifier("arxiv", "2401.12345")),
        ("isbn", "0-262-03384-4", Identifier("isbn", "9780262033848")),
        ("isbn", "0-8044-2957-X", Identifier("isbn", "9780804429573")),
        ("ACL", " 2021.acl-long.1 ", Identifier("acl", "2021.acl-long.1")),
        ("url", "https://example.org", Identifier("url", "https://example.org")),
        ("doi", "n/a", None),
        ("doi", "", None),
        ("arxiv", "1705.8741", None),
        ("pmid", "12a", None),
        ("pmcid", "123", None),
        ("openreview", "a b", None),
        ("isbn", "0-262-03384-5", None),
        ("", "x", None),
    ],
)
def test_normalising(scheme: str, value: str, expected: Identifier | None) -> None:
    assert normalise(scheme, value) == expected


def test_addresses() -> None:
    assert address(Identifier("arxiv", "hep-th/9901001")) == "https://arxiv.org/abs/hep-th/9901001"
    assert address(Identifier("doi", "10.1000/a<b> c")) == "https://doi.org/10.1000/a%3Cb%3E%20c"
    assert address(Identifier("isbn", "9780262033848")) is None


@given(st.text(st.sampled_from("10.48550/arXiv:doiv2hep-th 9901001https//.org?id=isbn()[]{}<>,;\\\"'é\n"), max_size=80))
def test_what_is_found_is_normal_and_lies_in_the_text(text: str) -> None:
    before = 0
    for found in found_in(text):
        assert before <= found.start < found.end <= len(text)
        before = found.end
        if found.identifier:
            assert normalise(found.identifier.scheme, found.identifier.value) == found.identifier


@given(st.sampled_from(["arxiv", "doi", "pmid", "pmcid", "openreview", "huggingface", "isbn", "other"]), st.text())
def test_normal_is_normal(scheme: str, value: str) -> None:
    once = normalise(scheme, value)
    if once:
        assert normalise(once.scheme, once.value) == once
        place = address(once)
        if place and once.scheme != "huggingface":
            assert identifier_of_url(place) == once


@given(st.text())
def test_no_address_raises(text: str) -> None:
    identifier_of_url(text)
    identifier_of_url(f"https://arxiv.org/{text}")
    identifier_of_url(f"https://openreview.net/forum?{text}")
    identifier_of_url(f"https://{text}/10.1000/")
