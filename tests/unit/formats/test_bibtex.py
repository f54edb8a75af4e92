"""BibTeX and biblatex in and out: what papers an entry makes, and that everything it had comes back."""

from __future__ import annotations

import copy
import io
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats import fields
from readerapp.formats.bibtex import entry_text, for_others
from readerapp.formats.bibtex_entries import MONTHS, Entry, blocks, pieces
from readerapp.formats.bibtex_fields import Dialect
from readerapp.formats.opening import open_bytes, open_path
from readerapp.library.connect import Writer
from readerapp.names import Name
from readerapp.operations import exporting, filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import FilePart, Identifier, Item, Link, Record, Skipped, Status
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def written(what: list[Item] | list[Record], name: str = "bibtex") -> str:
    write = registry.format_named(name).write
    assert write is not None
    stream = io.StringIO()
    write(iter(what), stream)
    return stream.getvalue()


def entries(text: str) -> list[Entry]:
    strings = dict(zip(MONTHS, MONTHS, strict=True))
    found: list[Entry] = []
    for line, piece in pieces(io.BytesIO(text.encode()), None):
        for block in blocks(piece or "", line, strings):
            if isinstance(block, Entry):
                if block.kind == "string":
                    strings |= block.fields
                found.append(block)
    return found


def paper(fields: str, kind: str = "article", form: str = "bibtex") -> Record:
    [found] = records(f"@{kind}{{k, title = {{T}}, {fields}}}", form)
    return found


def parts(names: list[str]) -> list[tuple[str, str, str]]:
    return [(Name.of(name).given, Name.of(name).family, Name.of(name).suffix) for name in names]


@pytest.mark.parametrize(
    ("source", "year", "published"),
    [
        ("year = 2020", 2020, None),
        ("year = {2020}, month = mar", 2020, "2020-03"),
        ("year = {2020}, month = {March}, day = {5}", 2020, "2020-03-05"),
        ('year = {2020}, month = "12~" # jan', 2020, "2020-01-12"),
        ("year = {2020}, month = {13}", 2020, None),
        ("year = {c. 1999 (2001)}", 1999, None),
        ("year = {in press}", None, None),
        ("date = {2020}", 2020, "2020"),
        ("date = {2020-01-05}", 2020, "2020-01-05"),
        ("date = {2020-01/2021}", 2020, "2020-01"),
        ("date = {2020?}", 2020, "2020"),
        ("date = {2020-06~}", 2020, "2020-06"),
        ("date = {../2020}", 2020, "2020"),
        ("date = {2020-21}", 2020, "2020"),
        ("date = {2020-01-05}, year = {2021}", 2021, "2020-01-05"),
        ("date = {soon}", None, None),
    ],
)
def test_dates(source: str, year: int | None, published: str | None) -> None:
    found = paper(source)
    assert (found.year, found.published) == (year, published)


def test_details_have_the_names_of_csl() -> None:
    found = paper(
        "volume = 3, number = 4, pages = {1--9, 12}, publisher = {P}, address = {Paris}, series = {S},"
        " issn = {1234-5678}, editor = {Noether, Emmy and {The Group}}, note = {To appear},"
        " language = {fr}, shortjournal = {J.}"
    )
    assert found.details == {
        "type": "article-journal", "volume": "3", "issue": "4", "page": "1-9, 12", "publisher": "P",
        "note": "To appear", "publisher-place": "Paris", "collection-title": "S", "ISSN": "1234-5678",
        "editor": "Noether, Emmy; The Group", "language": "fr", "container-title-short": "J.",
    }  # fmt: skip
    assert paper("school = {X}, type = {PhD}", "phdthesis").details == {
        "type": "thesis",
        "publisher": "X",
        "genre": "PhD",
    }
    assert paper("institution = {X}, number = 3", "techreport").details == {
        "type": "report", "publisher": "X", "number": "3",
    }  # fmt: skip
    assert paper("number = 3", "inproceedings").details == {"type": "paper-conference", "collection-number": "3"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("doi = {https://doi.org/10.1000/ABC}", [Identifier("doi", "10.1000/abc")]),
        (r"doi = {10.1000/a{\_}b}", [Identifier("doi", "10.1000/a_b")]),
        ("eprint = {1705.08741v2}, archivePrefix = {arXiv}", [Identifier("arxiv", "1705.08741")]),
        ("eprint = {hep-th/9901001}, eprinttype = {arxiv}", [Identifier("arxiv", "hep-th/9901001")]),
        ("eprint = {123}, eprinttype = {pubmed}", [Identifier("pmid", "123")]),
        ("eprint = {123}, eprinttype = {jstor}", []),
        ("journal = {arXiv preprint arXiv:1705.08741}", [Identifier("arxiv", "1705.08741")]),
        ("url = {https://arxiv.org/abs/1705.08741}", [Identifier("arxiv", "1705.08741")]),
        ("isbn = {978-3-16-148410-0}", [Identifier("isbn", "9783161484100")]),
        ("pmid = {12}, pmcid = {PMC345678}", [Identifier("pmid", "12"), Identifier("pmcid", "PMC345678")]),
    ],
)
def test_identifiers(source: str, expected: list[Identifier]) -> None:
    assert paper(source).identifiers == expected


def test_a_chapter_has_not_the_number_of_its_book() -> None:
    found = paper("isbn = {978-3-16-148410-0}", "incollection")
    assert found.identifiers == []
    assert found.details["ISBN"] == "978-3-16-148410-0"


def test_links() -> None:
    found = paper(r"url = {http://a.example/x\_y}, pdf = {http://a.example/x.pdf}")
    assert [(link.rel, link.url) for link in found.links] == [
        ("page", "http://a.example/x_y"),
        ("pdf", "http://a.example/x.pdf"),
    ]
    assert paper(r"howpublished = {\url{http://b.example/}}", "misc").links == [Link("page", "http://b.example/")]
    assert paper("url = {javascript:alert(1)}").links == []


def test_children_inherit_whichever_comes_first() -> None:
    child = "@inproceedings{c, title = {Child}, crossref = {P}, author = {A B}}\n"
    parent = "@proceedings{p, title = {Proc}, year = 2019, publisher = {ACM}, doi = {10.1000/volume}, keywords = {x}}\n"
    for text in (child + parent, parent + child):
        found = next(one for one in records(text, "bibtex") if one.title == "Child")
        assert (found.venue, found.year, found.details["publisher"]) == ("Proc", 2019, "ACM")
        assert (found.identifiers, found.keywords) == ([], [])
    texts = [
        "@xdata{x, publisher = {X}, xdata = {y}}",
        "@xdata{y, location = {Y}}",
        "@book{b, title = {B}, xdata = {x}}",
    ]
    for order in (texts, texts[::-1]):
        [book] = records("\n".join(order), "biblatex")
        assert (book.details["publisher"], book.details["publisher-place"]) == ("X", "Y")


def test_circles_end() -> None:
    text = (
        "@string{a = b}\n@string{b = a}\n@misc{one, title = a, crossref = {two}}\n"
        "@misc{two, title = {T}, crossref = {one}}\n@xdata{x, xdata = {y}}\n@xdata{y, xdata = {x}}\n"
        "@misc{self, title = {S}, crossref = {self}, xdata = {self, x}}\n"
    )
    assert [found.title for found in records(text, "bibtex")] == ["b", "T", "S"]
    doubling = "@string{a0 = {xxxxxxxxxx}}\n" + "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))
    found = items(f"{doubling}@misc{{m, title = a40}}\n@misc{{good, title = {{A neighbour}}}}\n", "bibtex")
    assert [one.title for one in found if isinstance(one, Record)][-1] == "A neighbour"
    assert any(isinstance(one, Skipped) and "definitions" in one.why for one in found)


def test_marks_of_jabref_wherever_they_stand() -> None:
    marked = paper("readstatus = {read}, ranking = {rank4}, relevance = {relevant}, keywords = {a, b}")
    synced = paper("keywords = {a, read, rank4, relevant, b, prio1, printed, qualityAssured}")
    for found in (marked, synced):
        assert (found.status, found.rating, found.starred, found.keywords) == (Status.READ, 4, True, ["a", "b"])
    assert paper("readstatus = {skimmed}").status is Status.READING
    assert paper("keywords = {a; b, c}").keywords == ["a", "b, c"]
    assert paper("keywords = {a, {b, c}}").keywords == ["a", "b, c"]
    assert paper("keywords = {a}").status is None


def test_notes_come_together_in_order() -> None:
    found = paper("comment = {A *note*,\n\nand # more}, review = {A review}, annote = {50\\% {so}}, annotation = {x}")
    assert found.note == "A *note*,\n\nand # more\n\nA review\n\n50% so\n\nx"


def test_groups_of_jabref_are_nested_tags() -> None:
    tree = (
        "@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Thesis\\;0\\;1\\;\\;\\;\\;;\n"
        "2 StaticGroup:A\\\\\\;B\\;0\\;1\\;\\;\\;\\;;\n1 ExplicitGroup:Old\\;0\\;k\\;;\n}\n"
    )
    entry = "@misc{k, title = {T}, groups = {{A;B}, loose}}\n"
    for text in (f"{entry}{tree}", f"{tree}{entry}"):
        assert sorted(records(text, "bibtex")[0].tags) == ["Old", "Thesis/A;B", "loose"]


def test_an_entry_without_a_title_is_called_by_what_it_has() -> None:
    assert records("@proceedings{k, booktitle = {Proc}}", "bibtex")[0].title == "Proc"
    assert records("@misc{k, doi = {10.1000/X}}", "bibtex")[0].title == "doi:10.1000/x"
    assert skipped("@misc{k, author = {A B}}\n\n@misc{l,", "bibtex") == [
        ("line 1", "It has no title."),
        ("line 3", "It has no end: a brace or a quotation mark is missing."),
    ]


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_the_samples_come_back_with_every_value(name: str) -> None:
    text = (SAMPLES / f"{name}.bib").read_text("utf-8")
    found = items(text, name)

    def parts_first(what: list[Item]) -> list[Item]:
        """As a library gives them."""
        return sorted(what, key=lambda item: not isinstance(item, FilePart))

    again = written(parts_first(found), name)
    assert written(parts_first(items(again, name)), name) == again
    before = [entry for entry in entries(text) if entry.kind not in ("string", "xdata", "set")]
    after = [entry for entry in entries(again) if entry.kind not in ("string", "xdata", "set")]
    assert len(before) == len(after) == sum(isinstance(item, Record) for item in found)
    for was, now in zip(before, after, strict=True):
        assert now.kind == was.kind
        assert now.key == was.key or not was.key or was.key == "dup2016"
        for field, value in was.fields.items():
            assert now.fields[field].split() == value.split(), field
    assert [item for item in items(again, name) if isinstance(item, FilePart)] == [
        item for item in found if isinstance(item, FilePart)
    ]


FIELDS = (
    "title subtitle author editor translator journal journaltitle booktitle date year month day volume number issue eid"
    " pages chapter edition publisher institution school organization address location series isbn issn doi eprint"
    " archiveprefix eprinttype primaryclass url pdf abstract keywords groups readstatus ranking relevance priority"
    " comment review annote note language type howpublished shortjournal urldate crossref timestamp file x-own weird"
)
field_name = st.sampled_from(FIELDS.split())
value_piece = st.sampled_from(
    ["a", "B c", " and ", ", ", "; ", "{", "}", "\\'e", "{\\\"o}", "\\&", "%", "$x_1$", "--", "~", "2020", "-03", "jan",
     "10.1000/x", "http://a.example/b_c", "漢", "read", "rank3", "\n", "\n\n", "\\emph", "=", "#", "@", '"', "\\\\"]
)  # fmt: skip
value = st.lists(value_piece, max_size=6).map("".join).map(
    lambda text: text if text.count("{") == text.count("}") == 0 else text.replace("{", "").replace("}", "")
)  # fmt: skip
braced = st.lists(value | value.map(lambda text: f"{{{text}}}"), max_size=3).map("".join).map(str.strip)
kinds = st.sampled_from(
    ["article", "InProceedings", "conference", "book", "misc", "online", "phdthesis", "strange", "inbook"]
)
bib_entry = st.tuples(kinds, st.dictionaries(field_name, braced, max_size=8))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=st.lists(bib_entry, min_size=1, max_size=3), name=st.sampled_from(["bibtex", "biblatex"]))
def test_every_value_of_any_entry_comes_back(found: list[tuple[str, dict[str, str]]], name: str) -> None:
    text = "".join(
        f"@{kind}{{key{n},\n  title = {{Title {n}}},\n"
        + "".join(f"  {field} = {{{value}}},\n" for field, value in values.items() if field != "title")
        + "}\n"
        for n, (kind, values) in enumerate(found)
    )
    before = entries(text)
    read = items(text, name)
    assert [item.title.split(":")[0] for item in read if isinstance(item, Record)] == [
        f"Title {n}" for n in range(len(found))
    ]
    after = {entry.key: entry for entry in entries(written(read, name)) if entry.kind != "string"}
    for was in before:
        now = after[was.key]
        assert now.kind == was.kind
        for field, value in was.fields.items():
            assert now.fields.get(field, "").split() == value.split(), field


line = st.text(max_size=30).map(fields.one_line)
name_part = line.filter(bool)
paper_record = st.builds(
    Record,
    title=name_part,
    authors=st.lists(st.builds(Name, name_part, line, st.sampled_from(["", "Jr.", "III", "PhD"])), max_size=3),
    abstract=st.text(max_size=60).map(fields.paragraphs).map(str.strip),
    venue=line,
    year=st.none() | st.integers(1000, 9999),
    published=st.none(),
    keywords=st.lists(name_part, max_size=3, unique_by=str.casefold),
    identifiers=st.sampled_from([[], [Identifier("arxiv", "1705.08741"), Identifier("doi", "10.1000/x_y")]]),
    links=st.sampled_from([[], [Link("pdf", "https://a.example/x.pdf"), Link("page", "https://a.example/{b}\\c%20")]]),
    details=st.dictionaries(
        st.sampled_from(["type", "volume", "issue", "page", "publisher", "call-number", "unknown-one", "genre"]),
        st.sampled_from(["3", "A & B", "software", "broadcast", "12-19"]),
    ),
    status=st.sampled_from([None, *Status]),
    starred=st.booleans(),
    rating=st.none() | st.integers(1, 5),
    tags=st.lists(st.sampled_from(["thesis", "thesis/a, b", "x; y", "it's {so}"]), unique=True, max_size=3),
    note=st.text(max_size=60).map(fields.storable).map(str.strip),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    papers=st.lists(paper_record, min_size=1, max_size=3),
    dates=st.lists(st.sampled_from([None, "2017", "2017-05", "2017-05-24"]), min_size=3, max_size=3),
    name=st.sampled_from(["bibtex", "biblatex"]),
)
def test_every_field_of_any_paper_comes_back(papers: list[Record], dates: list[str | None], name: str) -> None:
    for record, date in zip(papers, dates, strict=False):
        record.published = date
        if date and record.year is None:
            record.year = 2017
    again = [item for item in items(written(copy.deepcopy(papers), name), name) if isinstance(item, Record)]
    assert len(again) == len(papers)
    for was, now in zip(papers, again, strict=True):
        for field in ("title", "abstract", "venue", "year", "published", "keywords", "starred", "rating"):
            assert getattr(now, field) == getattr(was, field), field
        assert parts(now.authors) == parts(was.authors)
        assert (now.status or Status.UNREAD) == (was.status or Status.UNREAD)
        assert now.note.split() == was.note.replace("\r", "\n").split()
        assert set(now.identifiers) >= set(was.identifiers)
        assert [link.rel for link in now.links] == [link.rel for link in was.links]
        assert sorted(now.tags) == sorted(was.tags)
        for detail, text in was.details.items():
            assert now.details[detail] == text, detail


def test_what_is_edited_is_written_anew_and_the_rest_as_it_was(writer: Writer) -> None:
    source = (
        "@Article{Key:1,\n  title = {{BERT} and {\\'e}},\n  author = {Ada Byron and others},\n  month = {May},\n"
        "  year = {2020},\n  readstatus = {skimmed},\n  groups = {A},\n  odd = {x {Y}},\n}\n"
    )
    reader = open_bytes(source.encode(), "a.bib")
    _, summary = bring_in(writer, registry.read(reader))
    [number] = summary.papers
    form = registry.format_named("bibtex")

    def now() -> str:
        stream = io.StringIO()
        exporting.write(writer.connection, [number], form, stream)
        return stream.getvalue()

    first = now()
    for piece in (
        "{{BERT} and {\\'e}}",
        "{Ada Byron and others}",
        "{May}",
        "{skimmed}",
        "{A}",
        "{x {Y}}",
        "@article{Key:1,",
    ):
        assert piece in first
    reading.set_status(writer, [number], Status.READ)
    filing.tag(writer, [number], ["B"], ["A"])
    second = now()
    assert "readstatus = {read}" in second
    assert "groups = {B}" in second
    assert [line for line in first.splitlines() if "title" in line or "odd" in line or "author" in line] == [
        line for line in second.splitlines() if "title" in line or "odd" in line or "author" in line
    ]
    assert now() == second


def test_keys_are_kept_or_made_and_each_is_there_once() -> None:
    papers = [
        Record(title="Train longer", authors=["Elad Hoffer"], year=2017),
        Record(title="Train longer, again", authors=["Elad Hoffer"], year=2017),
        Record(title="Mine", citation_key="hoffer2017train"),
        Record(title="Theirs", citation_key="Hoffer2017Train"),
        Record(title="Odd", citation_key="a b,{c}"),
    ]
    keys = [entry.key for entry in entries(written(papers))]
    assert keys == ["hoffer2017traina", "hoffer2017trainb", "hoffer2017train", "Hoffer2017Trainc", "a b c"]


def test_an_entry_for_others_has_nothing_of_the_readers() -> None:
    found = paper(
        "author = {A B}, readstatus = {read}, groups = {A}, comment = {Mine}, file = {:x.pdf:PDF},"
        " keywords = {k}, odd = {o}"
    )
    text = entry_text(found, "k", Dialect(), own=False)
    assert text == ("@article{k,\n  title = {T},\n  author = {A B},\n  keywords = {k},\n  odd = {o},\n}\n")


def test_a_text_without_entries_is_refused() -> None:
    with pytest.raises(Refused, match="There are no BibTeX entries in a test"):
        items("Some text, not a list @ all.", "bibtex")
    assert len(items("@comment{x}", "bibtex")) == 1


def test_added_is_when_it_was_added_elsewhere() -> None:
    assert paper("creationdate = {2018-03-04T05:06:07}, timestamp = {2020.01.02}").added == datetime(
        2018, 3, 4, 5, 6, 7, tzinfo=UTC
    )
    assert paper("timestamp = {never}").added is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@article{a, title = {T}, journal = {J}, year = 2020}", "bibtex"),
        ("\ufeff\n\n % c\n@Article{,\n title={T}}", "bibtex"),
        ("@online{a, title = {T}, date = {2020-01-01}}", "biblatex"),
        ("Here is a paper:\n\n@inproceedings{a,\n  title={T},\n}", "bibtex"),
        ("@string{a = {b}}\n@comment{x}\n", "bibtex"),
        ("@preamble{x}\n", "bibtex"),
        ("See user@example.org or @someone{else} 10.1000/xyz", "pasted"),
    ],
)
def test_recognised_by_content(text: str, expected: str) -> None:
    assert registry.recognise(open_bytes(text.encode(), "x")).name == expected


HOSTILE = {
    "a field of 50 MB": "@misc{x, title = {" + "a " * 25_000_000 + "}}",
    "50,000 authors": "@misc{x, title = {T}, author = {" + " and ".join(f"F{n}, G" for n in range(50_000)) + "}}",
    "50,000 authors in braces": "@misc{x, title = {T}, author = {" + " and ".join(["{A} B"] * 50_000) + "}}",
    "open braces": "@misc{x, title = " + "{" * 3_000_000,
    "nested braces": "@misc{x, title = " + "{" * 500_000 + "}" * 500_000 + "}",
    "closing braces": "@misc{x, title = {a}" + "}" * 3_000_000,
    "beginnings in a line": "@a{b," * 200_000,
    "quotation marks": '@misc{x, title = "' + 'a "b" ' * 300_000,
    "joined for ever": "@misc{x, title = a" + " # a" * 500_000 + "}",
    "blanks": "@misc{x" + " " * 6_000_000 + ", title = {t}}",
    "commas": "@misc{x" + "," * 3_000_000 + "title = {t}}",
    "garbage": "@misc{x, title = {t}, " + "=(? " * 500_000 + "}",
    "fields": "@misc{x, title = {t}" + "".join(f", a{n} = {{b}}" for n in range(100_000)) + "}",
    "accents": "@misc{x, title = {" + "\\'" * 300_000 + "}}",
    "accents in accents": "@misc{x, title = {" + "\\'{" * 30_000 + "}" * 30_000 + "}}",
    "dollars": "@misc{x, title = {T}, abstract = {" + "$x" * 300_001 + "}}",
    "parentheses": "@misc{x, title = {T}, abstract = {" + "\\(" * 300_000 + "}}",
    "keywords": "@misc{x, title = {T}, keywords = {" + "a{,}," * 300_000 + "}}",
    "a chain of parents": "".join(f"@misc{{k{n}, title = {{t}}, crossref = {{k{n + 1}}}}}\n" for n in range(5_000)),
    "a fan of parents": "".join(f"@xdata{{k{n}, xdata = {{k{n + 1}, k{n + 2}}}}}\n" for n in range(60))
    + "@misc{x, title = {t}, xdata = {k0}}",
    "NULs": "@misc{x, title = {a\0b}, \0 = {\0}, author = {\0}}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends_and_costs_no_neighbour(name: str) -> None:
    found = items(f"{HOSTILE[name]}\n@misc{{good, title = {{A good neighbour}}}}\n", "bibtex")
    assert any(item.title == "A good neighbour" for item in found if isinstance(item, Record))
    assert all(item.why.endswith(".") for item in found if isinstance(item, Skipped))
    assert "\0" not in written(found)


def test_real_papers_come_back_the_same(shared: Path) -> None:
    real = registry.read(open_path(shared / "data" / "papers-87k.jsonl.xz")).items
    before = [item for item in islice(real, 2_000) if isinstance(item, Record)]
    for name in ("bibtex", "biblatex"):
        after = records(written(before, name), name)
        assert len(after) == len(before)
        for was, now in zip(before, after, strict=True):
            for field in ("title", "authors", "abstract", "venue", "year", "published", "keywords", "links"):
                assert getattr(now, field) == getattr(was, field), field
            assert set(now.identifiers) == set(was.identifiers)


def test_entries_to_be_copied_have_keys_of_their_own_in_order() -> None:
    papers = [Record(title="Train longer", year=2017, starred=True), Record(title="Mine", citation_key="train2017")]
    papers.append(Record(title="Train longer", year=2017, citation_key="train2017"))
    copied = for_others(papers)
    assert [entry.key for entry in entries(copied)] == ["2017train", "train2017", "train2017a"]
    assert "relevance" not in copied
