"""Names in BibTeX: who is meant, in which parts, and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.formats import fields
from readerapp.formats.bibtex_names import field_of, people
from readerapp.formats.tex_text import balanced, encoded
from readerapp.names import Name

Parts = tuple[str, str, str]


def parts(source: str) -> list[Parts]:
    return [(name.given, name.family, name.suffix) for name in people(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Donald E. Knuth", [("Donald E.", "Knuth", "")]),
        ("Knuth, Donald E.", [("Donald E.", "Knuth", "")]),
        ("Ludwig van Beethoven", [("Ludwig", "van Beethoven", "")]),
        ("van Beethoven, Ludwig", [("Ludwig", "van Beethoven", "")]),
        (r"Charles Louis Xavier Joseph de la Vall{\'e}e Poussin", [
            ("Charles Louis Xavier Joseph", "de la Vallée Poussin", "")
        ]),
        ("King, Jr., Martin Luther", [("Martin Luther", "King", "Jr.")]),
        ("Martin Luther King Jr.", [("Martin Luther", "King", "Jr.")]),
        ("King, Martin Luther, Jr.", [("Martin Luther", "King", "Jr.")]),
        ("King, Jr.", [("", "King", "Jr.")]),
        ("{Barnes and Noble} and Ada Byron", [("", "Barnes and Noble", ""), ("Ada", "Byron", "")]),
        ("{{ATLAS Collaboration}}", [("", "ATLAS Collaboration", "")]),
        ("Ada Byron AND\n\tLiu Wei and\tZoë Ångström", [
            ("Ada", "Byron", ""), ("Liu", "Wei", ""), ("Zoë", "Ångström", "")
        ]),
        ("Ada Byron and others", [("Ada", "Byron", "")]),
        ("others", []),
        ("Others, Jane and {others}", [("Jane", "Others", ""), ("", "others", "")]),
        ("A.~B. Smith", [("A. B.", "Smith", "")]),
        ("Jean {de la} Fontaine", [("Jean de la", "Fontaine", "")]),
        (r"{\'E}lie Cartan and {\"O}zg{\"u}r, A.", [("Élie", "Cartan", ""), ("A.", "Özgür", "")]),
        (r"{\'e}tienne {D}oe", [("", "étienne Doe", "")]),
        ("given=Antonie, prefix=van, family=Leeuwenhoek, useprefix=true", [("Antonie", "van Leeuwenhoek", "")]),
        ("family=Humboldt, given=Alexander, prefix=von, useprefix=false", [("Alexander von", "Humboldt", "")]),
        ('family={Doe, Inc}, given="J, K", suffix=III and Plato', [("J, K", "Doe, Inc", "III"), ("", "Plato", "")]),
        ("Plato", [("", "Plato", "")]),
        ("Anderson and", [("", "Anderson", "")]),
        ("and and and", []),
        ("", []),
        (",", []),
    ],
)  # fmt: skip
def test_who_is_meant(source: str, expected: list[Parts]) -> None:
    assert parts(source) == expected


part = st.lists(
    st.sampled_from([*"abÉ漢,.;{}\\$%&~='\"- ", " and ", "Jr.", "others", "von ", "family="]), min_size=1, max_size=8
).map(lambda pieces: fields.one_line("".join(pieces)))
name = st.builds(Name, part.filter(bool), part | st.just(""), part | st.just(""))


@given(st.lists(name, max_size=4))
@example([Name("others"), Name("and"), Name("A and B", "C, D"), Name("Jr.", "Jr."), Name("x", "", "PhD")])
def test_names_come_back_in_their_parts(names: list[Name]) -> None:
    source = field_of(names, encoded)
    assert parts(source) == [(name.given, name.family, name.suffix) for name in names]
    assert balanced(source)


def test_names_are_written_as_people_write_them() -> None:
    names = [Name("van der Maaten", "Laurens"), Name("King", "Martin Luther", "Jr."), Name("ALICE Collaboration")]
    assert field_of([*names, "Ada Byron"], encoded) == (
        "van der Maaten, Laurens and King, Jr., Martin Luther and {ALICE Collaboration} and Byron, Ada"
    )


@given(st.text() | st.text(st.sampled_from('aA{},~\\ "=nd')))
def test_anything_can_be_read(source: str) -> None:
    assert all(name.family for name in people(source))
