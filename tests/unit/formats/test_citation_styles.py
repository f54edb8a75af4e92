"""Citations and bibliographies: ten references in each style that comes with the program, what citeproc-py alone gets
wrong, the reader's own styles, and texts that could be taken for markup."""

from __future__ import annotations

import io
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import citeproc
import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.errors import Cancelled, Refused
from readerapp.formats.citation_styles import LARGEST, NAMES, SHIPPED, Cited, Style, StyleFile, style_named, styles
from readerapp.names import Name
from readerapp.records import Identifier, Record
from tests.unit.formats.references import references

GOLDEN = Path(__file__).parents[2] / "data" / "citations"
NOWHERE = Path("/nonexistent")


def cited(style: str, *records: Record, locale: str = "") -> Cited:
    return Style(style_named(style, NOWHERE), locale).cite(records)


def style_of(folder: Path, bibliography: str, *, citation: str = "", root: str = "", more: str = "") -> Style:
    """A style with this layout of its bibliography."""
    file = folder / "own.csl"
    citation = citation or '<citation><layout><text variable="title"/></layout></citation>'
    file.write_text(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {root}>'
        f"<info><title>Own</title></info>{more}{citation}<bibliography {bibliography}</bibliography></style>",
        encoding="utf-8",
    )
    return Style(StyleFile("own", "Own", file))


def alone(style: str, item: dict[str, Any]) -> str:
    """What citeproc-py makes of an item without our help: a reference in one of our styles."""
    loaded = citeproc.CitationStylesStyle(io.BytesIO((SHIPPED / f"{style}.csl").read_bytes()), validate=False)
    bibliography = citeproc.CitationStylesBibliography(
        loaded, CiteProcJSON([{"id": "1", **item}]), citeproc.formatter.plain
    )
    bibliography.register(citeproc.Citation([citeproc.CitationItem("1")]))
    return str(bibliography.bibliography()[0])


ARTICLE = {
    "type": "article-journal",
    "title": "A title",
    "author": [{"family": "Doe", "given": "Jane"}],
    "container-title": "The Journal",
    "issued": {"date-parts": [[2015, 5, 28]]},
}


def article(**other: Any) -> Record:
    fields: dict[str, Any] = {
        "title": "A title",
        "authors": [Name("Doe", "Jane")],
        "venue": "The Journal",
        "year": 2015,
        "published": "2015-05-28",
        "details": {"type": "article-journal"},
    }
    return Record(**{**fields, **other})


@pytest.mark.parametrize("style", NAMES)
def test_ten_references(style: str) -> None:
    found = cited(style, *references())
    assert found.unformatted == 0
    written = f"{found.in_text.plain}\n\n{found.plain}\n\n{found.html}\n"
    assert written == (GOLDEN / f"{style}.txt").read_text(encoding="utf-8")


# What citeproc-py alone gets wrong, and what is made of it


def test_names_that_a_style_wants_in_full_are_in_full() -> None:
    assert alone("chicago-author-date", ARTICLE).startswith("Doe, J.")
    assert cited("chicago-author-date", article()).plain.startswith("Doe, Jane.")


def test_points_and_commas_stand_within_quotation_marks_in_american_english() -> None:
    assert "A title”, " in alone("ieee", ARTICLE)
    assert "“A title,” " in cited("ieee", article()).plain
    # Not those of the title itself.
    assert "a “b”, and c" in cited("apa", article(title="a “b”, and c")).plain
    assert "“A ‘b’, and c,”" in cited("ieee", article(title="A “b”, and c")).plain


def test_a_number_is_parted_from_its_reference() -> None:
    assert alone("ieee", ARTICLE).startswith("[1]J. Doe")
    assert cited("ieee", article(), article(title="Another")).plain.startswith("[1] J. Doe")


def test_one_reference_has_no_number() -> None:
    found = cited("ieee", article())
    assert found.plain.startswith("J. Doe")
    assert found.entries[0].label == "[1]"
    assert "[1]" not in found.html


def test_a_paper_without_authors_has_its_title_once() -> None:
    anonymous = {name: value for name, value in ARTICLE.items() if name != "author"}
    # The repair is of citeproc-py's own class: what that does alone is seen in another process.
    script = f"from tests.unit.formats.test_citation_styles import alone; print(alone('apa', {anonymous!r}))"
    unrepaired = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert unrepaired.count("A title") == 2
    assert cited("apa", article(authors=[])).plain == "A title. (2015). The Journal."
    assert cited("chicago-author-date", article(authors=[])).plain.count("A Title") == 1


def test_an_arxiv_number_keeps_its_small_letter() -> None:
    preprint = Record(
        title="A title", authors=[Name("Doe", "Jane")], year=2018, identifiers=[Identifier("arxiv", "1810.04805")]
    )
    assert "(ArXiv:1810.04805)" in alone("apa", {"type": "article", "title": "A title", "number": "arXiv:1810.04805"})
    assert "(arXiv:1810.04805). arXiv." in cited("apa", preprint).plain


def test_a_date_has_the_delimiter_of_its_form() -> None:
    assert "2015May28" in alone("nlm-citation-sequence", ARTICLE)
    assert "2015 May 28" in cited("nlm-citation-sequence", article()).plain


def test_papers_cited_alike_get_letters() -> None:
    found = cited("apa", article(title="B"), article(title="A"), article(title="C", year=2016, published=None))
    assert "(2015a). A." in found.plain
    assert "(2015b). B." in found.plain
    assert "(2016). C." in found.plain
    assert found.each[0].plain == "(Doe, 2015b)"
    assert found.in_text.plain == "(Doe, 2015a, 2015b, 2016)"


def test_many_letters() -> None:
    found = cited("apa", *(article(title=f"Title {number:02}") for number in range(28)))
    assert "(2015z). Title 25." in found.plain
    assert "(2015aa). Title 26." in found.plain
    assert "(2015ab). Title 27." in found.plain


def test_numbers_that_follow_one_another_are_a_range() -> None:
    three = [article(title=f"Title {number}") for number in range(3)]
    assert cited("nature", *three).in_text.html == "<sup>1–3</sup>"
    assert cited("nature", *three[:2]).in_text.plain == "1,2"
    # In a style that sorts, the first and the last are those of the sorted list.
    assert cited("acm", article(authors=[Name("Zoe")]), *three).in_text.plain == "[1–4]"
    assert cited("ieee", *three).in_text.plain == "[1], [2], [3]"


def test_a_mark_of_the_title_takes_the_place_of_a_point() -> None:
    assert "Why? The Journal" in cited("apa", article(title="Why?")).plain
    assert "et al. A title" in cited("nature", article(authors=[Name(f"N{n}", "A") for n in range(9)])).plain
    assert "et al.." not in cited("nature", article(authors=[Name(f"N{n}", "A") for n in range(9)])).plain


def test_variables_with_a_hyphen_are_found_by_number_and_names(tmp_path: Path) -> None:
    layout = '><layout><number variable="collection-number"/><names variable="container-author"/></layout>'
    item = article(details={"type": "chapter", "collection-number": "12", "container-author": "Roe, Ann"})
    assert style_of(tmp_path, layout).cite([item]).plain == "12Ann Roe"


def test_particles_stand_where_the_style_wants_them() -> None:
    paper = article(authors=[Name("van der Maaten", "Laurens")])
    assert cited("apa", paper).plain.startswith("van der Maaten, L. (")
    assert cited("chicago-author-date", paper).plain.startswith("Maaten, Laurens van der.")
    assert cited("apa", article(authors=[Name("de la société")])).plain.startswith("de la société. (")


# Languages


def test_another_language() -> None:
    found = cited("apa", article(authors=[Name("Doe", "Jane"), Name("Roe", "Ann")]), locale="de-DE")
    assert found.plain.startswith("Doe, J., & Roe, A. (2015).")
    assert "„A title“" in cited("ieee", article(), locale="de-DE").plain


# The reader's own styles


def test_own_styles_stand_behind_ours(tmp_path: Path) -> None:
    (tmp_path / "zeitschrift.csl").write_bytes((SHIPPED / "nature.csl").read_bytes())
    (tmp_path / "broken.csl").write_text("<style", encoding="utf-8")
    (tmp_path / "other.csl").write_text("<html/>", encoding="utf-8")
    found, broken = styles(tmp_path)
    assert [style.name for style in found] == [*NAMES, "zeitschrift"]
    assert found[-1].title == "Nature"
    assert [(one.where, one.why.split(":")[0]) for one in broken] == [
        ("broken.csl", "broken.csl is no citation style"),
        ("other.csl", "other.csl is no citation style"),
    ]


def test_an_own_style_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "apa.csl").write_bytes((SHIPPED / "nature.csl").read_bytes())
    found, _ = styles(tmp_path)
    assert [style.title for style in found if style.name == "apa"] == ["Nature"]
    assert style_named("apa", tmp_path).own


def test_a_style_that_names_another(tmp_path: Path) -> None:
    alias = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Vancouver</title>'
        '<link rel="independent-parent" href="http://www.zotero.org/styles/{}"/></info></style>'
    )
    file = tmp_path / "alias.csl"
    file.write_text(alias.format("nlm-citation-sequence"), encoding="utf-8")
    assert Style(style_named("alias", tmp_path)).cite([article()]).plain.startswith("Doe J. A title.")
    file.write_text(alias.format("unheard-of"), encoding="utf-8")
    with pytest.raises(Refused, match="only another name of the style unheard-of"):
        Style(style_named("alias", tmp_path))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no citation style"),
        ("<style/>", "XML of another kind"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><style>&b;</style>', "document type"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "cannot be used"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"><citation/></style>', "cannot be used"),
        (
            '<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="a"><text macro="a"/></macro><citation>'
            '<layout><text macro="a"/></layout></citation><bibliography><layout><text macro="a"/></layout>'
            "</bibliography></style>",
            "cannot be used",
        ),
        (
            '<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout><text macro="none"/></layout></citation>'
            '<bibliography><layout><text macro="none"/></layout></bibliography></style>',
            "cannot be used",
        ),
    ],
)
def test_a_broken_style_is_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "own.csl").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=why):
        Style(style_named("own", tmp_path)).cite([article()])


def test_a_style_too_large(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_bytes(b"<style>" + b" " * LARGEST)
    with pytest.raises(Refused, match="larger than 2 MB"):
        style_named("own", tmp_path)


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(Refused, match="no citation style “unheard-of”"):
        style_named("unheard-of", NOWHERE)
    with pytest.raises(Refused, match="no citation style"):
        style_named("../apa", NOWHERE)


def test_a_paper_that_a_style_cannot_do_costs_no_other(tmp_path: Path) -> None:
    layout = '><layout><date variable="accessed"><date-part name="year"/></date><text variable="title"/></layout>'
    own = style_of(tmp_path, layout)
    # A range of one year is one of the things citeproc-py falls over.
    bad = article(title="Bad", details={"type": "book", "accessed": "2020/2020"})
    found = own.cite([article(), bad])
    assert found.unformatted in (0, 1)
    assert [entry.paper for entry in found.entries] == [0, 1]
    assert "A title" in found.plain
    assert "Bad" in found.plain


# Progress


def test_many_papers_can_be_cancelled() -> None:
    class Impatient:
        reported = 0

        def report(self, done: int, total: int | None, what: str = "") -> None:
            self.reported = done

        def check(self) -> None:
            if self.reported >= 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        Style(style_named("apa", NOWHERE)).cite([article(title=f"{n}") for n in range(9)], Impatient())


def test_no_papers() -> None:
    found = cited("apa")
    assert (found.plain, found.html, found.in_text.plain) == ("", "", "")


# Hostile texts


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""
        self.addresses: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.addresses += [value or "" for name, value in attributes if name == "href"]
        assert {name for name, _ in attributes} <= {"href", "class", "style"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def looked_at(found: Cited) -> None:
    for entry in found.entries:
        page = Tags()
        page.feed(entry.text.html)
        page.close()
        assert page.tags <= {"i", "b", "sup", "sub", "u", "span", "a"}
        assert page.text == entry.text.plain
        assert all(address.startswith(("http://", "https://")) for address in page.addresses)
        assert not page.open
        assert not any("\ue100" <= character <= "\ue10f" for character in entry.text.plain + entry.text.html)


@pytest.mark.parametrize("style", NAMES)
@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        '<img src="file:///etc/hostname" onerror="x">',
        '<span class="nocase">A</span> & B',
        "&lt;b&gt; & <i>C",
        "\ue100\ue10c\ue10d\ue10e marks",
        "“ ” ‘ ’ \" ' ”, ”. ??",
        "$\\alpha$ & {TeX} \\textbf{x} % y",
        'javascript:alert(1) http://a.example/<b>" onclick="x',
        "العربية \u202e bidi \u2066",
        "標題 𝒳 😀",
        "...",
        ".",
        ",",
        "?",
        " ",
        "a" * 5_000,
    ],
)
def test_hostile_titles(style: str, title: str) -> None:
    paper = article(title=title, authors=[Name(title), Name(title, title)], venue=title)
    found = cited(style, paper, article())
    assert len(found.entries) == 2
    looked_at(found)


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40)


@cache
def loaded(style: str) -> Style:
    return Style(style_named(style, NOWHERE))


@settings(deadline=None, max_examples=150)
@given(
    title=TEXT,
    authors=st.lists(st.builds(Name, TEXT, TEXT), max_size=3),
    venue=TEXT,
    year=st.none() | st.integers(1, 9999),
    kind=st.sampled_from(["", "book", "article", "paper-conference", "thesis", "unheard-of"]),
    details=st.dictionaries(st.sampled_from(["volume", "issue", "page", "edition", "publisher", "accessed"]), TEXT),
)
def test_any_paper_can_be_cited(
    title: str, authors: list[Name], venue: str, year: int | None, kind: str, details: dict[str, str]
) -> None:
    paper = Record(title=title, authors=authors, venue=venue, year=year, details={"type": kind, **details})  # type: ignore[arg-type]
    for style in ("ieee", "vancouver"):
        found = loaded(style).cite([paper, article()])
        assert len(found.entries) == 2
        looked_at(found)
