"""What is made of a text: the grammar, its tolerance, and what it says about itself."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.library import language
from readerapp.library.language import (
    EVERYTHING,
    FIELDS,
    And,
    DateRange,
    Expression,
    Has,
    IdentifierIs,
    Is,
    Not,
    Or,
    PaperIs,
    Query,
    Range,
    Saved,
    Sort,
    SourceHas,
    TagIs,
    Term,
    Untagged,
    Words,
    both,
    parse,
    quoted,
)

TODAY = date(2026, 3, 31)


def words(*texts: str) -> Expression:
    return And(tuple(map(Words, texts)))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("", EVERYTHING),
        ("   ", EVERYTHING),
        ("shift", Words("shift")),
        ("distribution shift", words("distribution", "shift")),
        ('"train longer"', Words("train longer")),
        ("“train longer”", Words("train longer")),
        ('say "a ""b"" c"', words("say", 'a "b" c')),
        ("-survey", Not(Words("survey"))),
        ('-"train longer"', Not(Words("train longer"))),
        ("vision OR language", Or((Words("vision"), Words("language")))),
        ("a OR b OR c", Or((Words("a"), Words("b"), Words("c")))),
        ("a b OR c", Or((words("a", "b"), Words("c")))),
        ("a (b OR c)", And((Words("a"), Or((Words("b"), Words("c")))))),
        ("-(a b)", Not(words("a", "b"))),
        ("-(-a)", Not(Not(Words("a")))),
        ("(a)(b)", words("a", "b")),
        ("((a OR b) OR c)", Or((Words("a"), Words("b"), Words("c")))),
        ("a a a", Words("a")),
        ("or OR and", Or((Words("or"), Words("and")))),
        ("train*", Words("train", prefix=True)),
        ('"train lon"*', Words("train lon", prefix=True)),
        ("title:gro*", Words("gro", "title", prefix=True)),
        ('title:"train lon"*', Words("train lon", "title", prefix=True)),
        ("*", Words("*")),
        ("C++ AT&T", words("C++", "AT&T")),
        ("NEAR(far)", Words("NEAR(far)")),
        ("(f(x) OR g)", Or((Words("f(x)"), Words("g")))),
        ("title:grokking", Words("grokking", "title")),
        ('AUTHOR:"Yoshua Bengio"', Words("Yoshua Bengio", "author")),
        ("authors:li keywords:nlp notes:x journal:jmlr", None),
        ("(title:grokking)", Words("grokking", "title")),
        ("tag:thesis", TagIs("thesis")),
        ("tag:thesis/related-work", TagIs("thesis/related-work")),
        ("tag:=thesis", TagIs("thesis", exact=True)),
        ('tag:="to read"', TagIs("to read", exact=True)),
        ("tag:none", Untagged()),
        ('tag:"none"', TagIs("none")),
        ("tag:=none", TagIs("none", exact=True)),
        ("-tag:none", Not(Untagged())),
        ("saved:later", Saved("later")),
        ('saved:" to  cite "', Saved("to cite")),
        ("-saved:later", Not(Saved("later"))),
        ("is:unread", Is("unread")),
        ("IS:Unread", Is("unread")),
        ("has:pdf", Has("pdf")),
        ("year:2023", Range("year", 2023, 2023)),
        ("year:2020..2023", Range("year", 2020, 2023)),
        ("year:2023..2020", Range("year", 2020, 2023)),
        ("year:2020-2023", Range("year", 2020, 2023)),
        ("year:2020..", Range("year", 2020, None)),
        ("year:..2020", Range("year", None, 2020)),
        ("year:>=2020", Range("year", 2020, None)),
        ("year:>2020", Range("year", 2021, None)),
        ("year:<=2020", Range("year", None, 2020)),
        ("year:<2020", Range("year", None, 2019)),
        ("rating:>=4", Range("rating", 4, None)),
        ("rating:5", Range("rating", 5, 5)),
        ("added:7d", DateRange("added", date(2026, 3, 24), None)),
        ("added:2w", DateRange("added", date(2026, 3, 17), None)),
        ("read:1m", DateRange("read", date(2026, 2, 28), None)),
        ("read:3m", DateRange("read", date(2025, 12, 31), None)),
        ("changed:1y", DateRange("changed", date(2025, 3, 31), None)),
        ("added:99999y", DateRange("added", date.min, None)),
        ("added:99999w", DateRange("added", TODAY - timedelta(weeks=99_999), None)),
        ("added:today", DateRange("added", TODAY, TODAY)),
        ("added:yesterday", DateRange("added", date(2026, 3, 30), date(2026, 3, 30))),
        ("added:30d..7d", DateRange("added", date(2026, 3, 1), date(2026, 3, 24))),
        ("added:<7d", DateRange("added", None, date(2026, 3, 23))),
        ("published:2026", DateRange("published", date(2026, 1, 1), date(2026, 12, 31))),
        ("published:2026-02", DateRange("published", date(2026, 2, 1), date(2026, 2, 28))),
        ("published:2026-2-3", DateRange("published", date(2026, 2, 3), date(2026, 2, 3))),
        ("added:2026-01..2026-03", DateRange("added", date(2026, 1, 1), date(2026, 3, 31))),
        ("added:2026-03..2026-01", DateRange("added", date(2026, 1, 1), date(2026, 3, 31))),
        ("published:9999-12", DateRange("published", date(9999, 12, 1), date.max)),
        ("added:>2026-01", DateRange("added", date(2026, 2, 1), None)),
        ("added:2025-12..", DateRange("added", date(2025, 12, 1), None)),
        ("doi:10.1000/ABC", IdentifierIs("doi", "10.1000/abc")),
        ("doi:https://doi.org/10.1000/ABC", IdentifierIs("doi", "10.1000/abc")),
        ("doi:10.48550*", IdentifierIs("doi", "10.48550", prefix=True)),
        ("arxiv:1706.03762", IdentifierIs("arxiv", "1706.03762")),
        ("arXiv:1706.03762v5", IdentifierIs("arxiv", "1706.03762")),
        ("arxiv:https://arxiv.org/pdf/1706.03762v5.pdf", IdentifierIs("arxiv", "1706.03762")),
        ("arxiv:hep-th/9901001", IdentifierIs("arxiv", "hep-th/9901001")),
        ("source:openreview", SourceHas("openreview")),
        ("id:42", PaperIs(42)),
        ("id:vaswani2017", PaperIs(None, ("vaswani2017",))),
        ("id:10.1/AbC", PaperIs(None, ("10.1/AbC", "10.1/abc"))),
        ("a - b", words("a", "b")),
        ("a -- b", words("a", "b")),
        ("--help", Words("--help")),
        ("pre-training", Words("pre-training")),
        ("std::vector", Words("std::vector")),
        ("https://arxiv.org/abs/1", Words("https://arxiv.org/abs/1")),
        ("Networks: a survey", words("Networks:", "a", "survey")),
        ("12:30", Words("12:30")),
        ("😀", Words("😀")),
        ("a\0b", words("a", "b")),
        ("\ud800", Words("\ufffd")),
    ],
)
def test_what_parses(text: str, expression: Expression | None) -> None:
    query = parse(text, today=TODAY)
    if expression is not None:
        assert query.expression == expression
    assert query.sort is None
    if " OR " not in text:
        assert query.explanation == ""


def test_other_names_of_fields() -> None:
    assert parse("authors:li keywords:nlp notes:x journal:jmlr tags:a").expression == And(
        (Words("li", "author"), Words("nlp", "keyword"), Words("x", "note"), Words("jmlr", "venue"), TagIs("a"))
    )


@pytest.mark.parametrize(
    ("text", "expression", "said"),
    [
        ("foo:bar", words("foo", "bar"), "Unknown field “foo”: searched as words."),
        ('foo:"bar baz"', words("foo", "bar baz"), "Unknown field “foo”: searched as words."),
        ("year:abc", words("year", "abc"), "“year:abc” was searched as words; year: takes something like"),
        ("year:20234", words("year", "20234"), "“year:20234” was searched as words"),
        ("year:99999999999999999999", words("year", "99999999999999999999"), "was searched as words"),
        ("rating:many", words("rating", "many"), "“rating:many” was searched as words"),
        ("is:lost", words("is", "lost"), "is: knows unread, reading, read, dropped, starred, queued, trashed."),
        ("has:", Words("has"), "has: knows note, task, highlight"),
        ("added:2026-13", words("added", "2026-13"), "“added:2026-13” was searched as words"),
        ("added:2026-02-30", words("added", "2026-02-30"), "was searched as words"),
        ("added:0000", words("added", "0000"), "was searched as words"),
        ("added:>9999-12-31", words("added", ">9999-12-31"), "was searched as words"),
        ("added:..", words("added", ".."), "was searched as words"),
        ("sort:beauty", words("sort", "beauty"), "sort: knows added, changed"),
        ("tag:/", words("tag", "/"), "“tag:/” was searched as words"),
        ('"train longer', words("train", "longer"), "A quote is not closed: searched as words."),
        ('-"train longer', And((Not(Words("train")), Words("longer"))), "A quote is not closed"),
        ('"train is:read', And((Words("train"), Is("read"))), "A quote is not closed"),
        ('tag:"deep learning', And((TagIs("deep"), Words("learning"))), "A quote is not closed"),
        ("(a b", words("a", "b"), "A parenthesis is not closed."),
        ("a ) b", words("a", "b"), "A closing parenthesis without an opening one was ignored."),
        ("OR", Words("OR"), "“OR” needs something on both sides: searched as a word."),
        ("a OR", words("a", "OR"), "“OR” needs something on both sides"),
        ("OR a", words("OR", "a"), "“OR” needs something on both sides"),
        ("a (OR b)", words("a", "OR", "b"), "“OR” needs something on both sides"),
        ("a b OR c", Or((words("a", "b"), Words("c"))), "Read as (a b) OR c."),
        ("a (b OR c d) OR e", None, "Read as (a (b OR c d)) OR e."),
    ],
)
def test_what_does_not_parse_is_words_and_it_says_so(text: str, expression: Expression | None, said: str) -> None:
    query = parse(text, today=TODAY)
    if expression is not None:
        assert query.expression == expression
    assert said in query.explanation
    assert "\n" not in query.explanation


def test_nothing_is_said_when_there_is_nothing_to_say() -> None:
    text = 'distribution "train longer" -survey (vision OR language) tag:thesis is:unread year:2023 sort:-year'
    assert parse(text).explanation == ""


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("sort:added", Sort("added", descending=True)),
        ("sort:-added", Sort("added", descending=False)),
        ("sort:year", Sort("year", descending=True)),
        ("sort:-year", Sort("year", descending=False)),
        ("-sort:year", Sort("year", descending=False)),
        ("sort:title", Sort("title", descending=False)),
        ("sort:-title", Sort("title", descending=True)),
        ("sort:author", Sort("author", descending=False)),
        ("sort:queue", Sort("queue", descending=False)),
        ("sort:relevance", Sort("relevance", descending=True)),
        ("sort:interest", Sort("interest", descending=True)),
        ("sort:-interest", Sort("interest", descending=False)),
        ("sort:title x sort:year", Sort("year", descending=True)),
        ("x", None),
    ],
)
def test_sort(text: str, sort: Sort | None) -> None:
    query = parse(text)
    assert query.sort == sort
    assert query.expression == (Words("x") if "x" in text.split() else EVERYTHING)


def test_sort_between_the_sides_of_or_is_no_side() -> None:
    assert parse("a OR sort:title b").expression == Or((Words("a"), Words("b")))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("gen", Words("gen", prefix=True)),
        ("gen ", Words("gen")),
        ("deep gen", And((Words("deep"), Words("gen", prefix=True)))),
        ("title:gen", Words("gen", "title", prefix=True)),
        ('"train lon"', Words("train lon")),
        ('"train lon', And((Words("train"), Words("lon", prefix=True)))),
        ("(a OR gen", Or((Words("a"), Words("gen", prefix=True)))),
        ("(gen)", Words("gen")),
        ("-gen", Not(Words("gen"))),
        ("-gen*", Not(Words("gen", prefix=True))),
        ("x -title:gen", And((Words("x"), Not(Words("gen", "title"))))),
        ("-doi:10.1", Not(IdentifierIs("doi", "10.1"))),
        ("-(deep gen", Not(words("deep", "gen"))),
        ("-(deep -gen", Not(And((Words("deep"), Not(Words("gen", prefix=True)))))),
        ("-(deep) gen", And((Not(Words("deep")), Words("gen", prefix=True)))),
        ("-(deep (learn gen", Not(words("deep", "learn", "gen"))),
        ("-nosuch:gen", Not(words("nosuch", "gen"))),
        ("C++", Words("C++")),
        ("vision OR", Words("vision")),
        ("vision OR ", Words("vision")),
        ("x tag:", Words("x")),
        ("x tag:=", Words("x")),
        ("x is:un", Words("x")),
        ("x has:no", Words("x")),
        ("x sort:-ti", Words("x")),
        ("x year:20", Words("x")),
        ("x year:2020..20", Words("x")),
        ("x year:>=", Words("x")),
        ("x added:yester", Words("x")),
        ("x added:2026-", Words("x")),
        ("x doi:", Words("x")),
        ("doi:10.1", IdentifierIs("doi", "10.1", prefix=True)),
        ("year:abc", And((Words("year"), Words("abc", prefix=True)))),
        ("is:xy", And((Words("is"), Words("xy", prefix=True)))),
        ("is:un x", And((Words("is"), Words("un"), Words("x", prefix=True)))),
        ("tag:the", TagIs("the")),
        ("深度", Words("深度", prefix=True)),
    ],
)
def test_while_typing_the_last_word_may_go_on(text: str, expression: Expression) -> None:
    assert parse(text, typing=True, today=TODAY).expression == expression


def test_a_field_that_waits_says_so() -> None:
    query = parse("x tag:", typing=True)
    assert query.explanation == "“tag:” waits for a value, such as tag:thesis/methods."
    assert query.terms == (Term(2, 6, "tag", "tag:", understood=False),)


def test_terms_are_where_they_stand() -> None:
    text = 'a -tag:"x y" (is:unread OR foo:b) year:abc sort:-year "is:no term"'
    query = parse(text)
    assert [(term.text, term.kind, term.understood) for term in query.terms] == [
        ('-tag:"x y"', "tag", True),
        ("is:unread", "choice", True),
        ("foo:b", "unknown", False),
        ("year:abc", "number", False),
        ("sort:-year", "sort", True),
    ]
    for term in query.terms:
        assert text[term.start : term.end] == term.text


def test_words_to_mark_are_those_that_are_there() -> None:
    query = parse('deep "train longer" -survey title:grok* (a OR -(b -c)) tag:x deep')
    assert query.words == (
        Words("deep"),
        Words("train longer"),
        Words("grok", "title", prefix=True),
        Words("a"),
        Words("c"),
    )


def test_both() -> None:
    assert both(parse("a b sort:title"), parse("is:unread sort:year")) == Query(
        expression=And((Words("a"), Words("b"), Is("unread"))),
        sort=Sort("title", descending=False),
        terms=parse("a b sort:title").terms,
        understood="with “a” and b · by title, A to Z",
        words=(Words("a"), Words("b")),
    )
    assert both(parse("a"), parse("sort:year")).sort == Sort("year", descending=True)
    assert both(parse(""), parse("is:unread")).expression == Is("unread")
    assert both(parse(""), parse("")).expression == EVERYTHING


def test_fields_are_told_apart_and_explained() -> None:
    names = [name for one in FIELDS for name in (one.name, *one.aliases)]
    assert len(names) == len(set(names))
    for one in FIELDS:
        assert one.help
        assert not one.help.endswith(".")
        query = parse(one.example)
        assert query.explanation == ""
        assert [(term.kind, term.understood) for term in query.terms] == [(one.kind, True)]
        for value in one.values:
            assert parse(f"{one.name}:{value}").explanation == ""
        for example in one.more:
            query = parse(example)
            assert [(term.kind, term.understood) for term in query.terms] == [(one.kind, True)]
            assert query.understood
    for example, meaning in language.FORMS:
        assert meaning
        assert parse(example).explanation == ""
        assert parse(example).terms == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("shift", ""),
        ("distribution shift a*", ""),
        ('"shift"', ""),
        (
            '"train longer" -survey is:unread tag:thesis year:2020..2023',
            "unread · tagged thesis or below · 2020 to 2023 · with “train longer”, without survey",
        ),
        ("deep shift sort:year", "with deep and shift · latest year first"),
        ("sort:-year", "latest year first, reversed"),
        ("-survey -review x", "with x, without survey or review"),
        ("x -(survey OR review) -tutorial", "with x, without (survey or review) or tutorial"),
        ("x -(survey review)", "not (with survey and review) · with x"),
        ('a or "of the*" C++ 😀 -x', "with “a”, “or”, “of the*”, C++ and “😀”, without x"),
        ('"train lon"* -x', "with “train lon…”, without x"),
        ("gen* -x", "with gen…, without x"),
        ("vision OR language", "with vision or language"),
        ("robust (vision OR language)", "with robust and (vision or language)"),
        ("deep vision OR language", "with (deep and vision) or language"),
        ("is:unread OR is:starred deep", "unread or (starred · with deep)"),
        ("tag:agents OR -tag:=thesis", "tagged agents or below, or not tagged exactly thesis"),
        ("-(is:unread tag:none)", "not (unread · without tags)"),
        ("-(is:unread OR has:pdf)", "not (unread or with a PDF)"),
        ("-(-survey)", "with survey"),
        ("is:read is:queued is:trashed -is:starred", "read · in up next · in the trash · not starred"),
        ("has:note -has:code -tag:none", "with a note · without code · with tags"),
        ('author:"Yoshua Bengio" -author:li', "by “Yoshua Bengio” · not by li"),
        ("title:gro* -abstract:x venue:neurips", "title with gro… · abstract without x · venue with neurips"),
        ("year:2020 -year:>=2021 year:<2022", "2020 · not 2021 or later · 2021 or before"),
        ("rating:5 rating:>=4 rating:<2", "rated 5 · rated 4 or more · rated 1 or less"),
        ("rating:2..3", "rated 2 to 3"),
        ("added:7d read:<2026-03-01", "added since 24 March 2026 · finished until 28 February 2026"),
        ("changed:today", "changed on 31 March 2026"),
        ("published:2026 published:2026-02", "published in 2026 · published in February 2026"),
        ("added:2025..2026", "added from 2025 to 2026"),
        ("added:2025-11..2026-01", "added from November 2025 to January 2026"),
        ("added:2025-11..9999-12", "added from November 2025 to December 9999"),
        ("added:30d..7d", "added from 1 March 2026 to 24 March 2026"),
        ("doi:10.1/x -arxiv:1706* id:42", "DOI 10.1/x · not arXiv 1706… · paper 42"),
        ('source:"hugging face" id:li2020', "from “hugging face” · paper li2020"),
        ('saved:"to cite" -saved:x', "in the saved search “to cite” · not in the saved search x"),
        ("nosuch:thing", ""),
    ],
)
def test_what_was_understood_is_said_in_english(text: str, said: str) -> None:
    assert parse(text, today=TODAY).understood == said


def test_what_was_understood_is_one_line_of_bounded_length() -> None:
    said = parse(" OR ".join(f"tag:t{n}" for n in range(1_000))).understood
    assert len(said) <= 250
    assert said.endswith("…")
    assert len(parse('tag:"' + "x\n" * 4_000 + '"').understood) < 100


@pytest.mark.parametrize(
    ("written", "value", "field", "replaced"),
    [
        ("ab|", "ab", "", "ab"),
        ("a|b", None, "", ""),
        ("ab |", None, "", ""),
        ("|", None, "", ""),
        ("x (ab|", "ab", "", "ab"),
        ("x -(ab|)", "ab", "", "ab"),
        ("-ab|", "ab", "", "ab"),
        ("NEAR(a|", "NEAR(a", "", "NEAR(a"),
        ('"ab c|', "ab c", "", '"ab c'),
        ('"ab c"|', None, "", ""),
        ('"ab| c" d', "ab", "", '"ab c"'),
        ("tag:|", "", "tag", ""),
        ("tag:the| x", "the", "tag", "the"),
        ("tag:t|he x", "t", "tag", "the"),
        ("(tag:t|he) x", "t", "tag", "the"),
        ("-tag:=the|", "the", "tag", "the"),
        ("TAGS:a,b|", "a,b", "tag", "a,b"),
        ('x author:"Yoshua Be|', "Yoshua Be", "author", '"Yoshua Be'),
        ('x author:"Yoshua Be|" is:read', "Yoshua Be", "author", '"Yoshua Be"'),
        ("author:“Yoshua Be|” is:read", "Yoshua Be", "author", "“Yoshua Be”"),
        ('author:"Yoshua Bengio"|', None, "", ""),
        ("sort:-ti|", "-ti", "sort", "-ti"),
        ("nosuch:a|", None, "", ""),
        ("a OR|", "OR", "", "OR"),
    ],
)
def test_what_is_being_written(written: str, value: str | None, field: str, replaced: str) -> None:
    cursor, text = written.index("|"), written.replace("|", "")
    place = language.unfinished(text, cursor)
    if value is None:
        assert place is None
        return
    assert place is not None
    assert (place.value, place.field.name if place.field else "") == (value, field)
    assert text[place.start : place.end] == replaced


def rows(page: str) -> dict[str, str]:
    """The examples of a help page, each with what it means; its link must lead to itself."""
    found = {}
    for example, link, meaning in re.findall(r"^\| \[`(.+?)`\]\(search:([^)]*)\) \| (.+) \|$", page, re.MULTILINE):
        assert unquote(link) == example
        found[example] = meaning
    return found


def test_the_help_page_has_everything_there_is() -> None:
    found = rows(language.help_page(today=TODAY))
    assert found.keys() >= {example for example, _ in language.FORMS}
    for one in FIELDS:
        assert one.example in found or one.values
        assert found.keys() >= {f"{one.name}:{value}" for value in one.values} | set(one.more)
        assert all(f"{alias}:" in language.help_page() for alias in one.aliases)
    assert found["year:>=2020"] == "2020 or later"
    assert found["added:2w"] == "added since 17 March 2026"
    assert found["sort:-year"] == "latest year first, reversed"
    assert all(parse(example).explanation == "" for example in found)
    assert language.help_page(today=TODAY).count("\n| ") == len(found) + 2 * language.help_page().count("## ")


def test_the_help_page_narrows_to_words() -> None:
    assert rows(language.help_page("EXPLAIN Nothing like it")) == {}
    assert language.help_page("zzz") == ""
    assert list(rows(language.help_page("tags under"))) == ["tag:thesis/methods"]
    assert "tag:none" in rows(language.help_page("tag:"))


@given(st.text(max_size=60))
def test_a_quoted_value_is_read_back(name: str) -> None:
    usable = "".join(" " if char == "\0" else char for char in name if not "\ud800" <= char <= "\udfff")
    expression = parse("tag:" + quoted(usable)).expression
    if usable.strip("/ \n\t") and usable.strip().strip("/ "):
        assert expression == TagIs(usable)


@pytest.mark.parametrize("word", ["none", "OR", "a b", 'a"b', "-a", "=a", "a*", "(a", "a)", "a:b", "C++", "train"])
def test_quoted_words(word: str) -> None:
    assert parse(quoted(word)).expression == Words(word)
    assert parse(f"tag:{quoted(word)}").expression == TagIs(word)
    assert parse(f"tag:={quoted(word)}").expression == TagIs(word, exact=True)


# Any text at all

FRAGMENTS = [
    *"()[]{}\"'“”-+*^:;,.=<>|&%_\\/~`!?@#$\0\n\t ",
    "OR", "AND", "NOT", "NEAR", "NEAR(", "NEAR(a b, 3)", '"', '""', '"""', "''", "--", "/*", "*/", ";--", "' OR 1=1 --",
    "\ud800", "\udfff", "\u202e", "\u200b", "\ufeff", "\u00ad", "😀", "中文", "Łódź", "straße", "ﬁ", "é",
    "e\u0301", "\ue000",
    "saved:", "saved:a",
    "a", "the", "C++", "AT&T", "100 %", "pre-training", "x*", "*x", "^x", "{title}", "title :", "title:", "{a b}:c",
    "tag:", "tag:=", "tag:none", 'tag:"', "tag:%", "tag:_", "is:", "is:read", "is:trashed", "has:pdf", "year:",
    "year:..",
    "year:2020", "year:>=", "rating:9", "added:7d", "added:..", "read:1y", "published:2020-02", "doi:", "arxiv:*",
    "source:%", "id:1", "id:99999999999999999999", "sort:", "sort:-year", "sort:relevance", "sort:queue",
    "foo:", "foo:bar",
    "SELECT", "DROP TABLE paper", "UNION ALL", "MATCH", "rowid", "paper_fts", "bm25(paper_fts)", "?", "?1",
    ":a", "@a", "$a",
    "%s", "%(a)s", "{0}", "\\", "\\varepsilon", "x'00'", "0x10", "1e999", "NULL",
]  # fmt: skip


def made_up(random_source: random.Random) -> str:
    """A text of odd pieces, some of them doubled, with or without blanks between."""
    pieces = random_source.choices(FRAGMENTS, k=random_source.randint(1, 9))
    if random_source.random() < 0.3:
        pieces = [piece * 2 for piece in pieces]
    return random_source.choice(["", " ", " "]).join(pieces)


def check(text: str, typing: bool) -> None:
    query = parse(text, typing=typing, today=TODAY)
    assert "\n" not in query.explanation + query.understood
    end = 0
    for term in query.terms:
        assert end <= term.start < term.end <= len(text)
        assert text[term.start : term.end] == term.text
        end = term.end
    assert all(word.text in text or re.search("[\0\ud800-\udfff]", text) or '"' in text for word in query.words)
    hash(query.expression)
    place = language.unfinished(text, len(text) // 2)
    assert place is None or 0 <= place.start <= len(text) // 2 <= place.end <= len(text)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join)).map(str), st.booleans())
def test_any_text_has_a_reading(text: str, typing: bool) -> None:
    check(text, typing)


def test_ten_thousand_odd_texts_have_a_reading() -> None:
    source = random.Random(20260331)
    for n in range(10_000):
        check(made_up(source), typing=bool(n % 2))


# Every keyword of SQLite and what FTS5 has of its own.
KEYWORDS = [
    "ABORT", "ACTION", "ADD", "AFTER", "ALL", "ALTER", "ALWAYS", "ANALYZE", "AND", "AS", "ASC", "ATTACH",
    "AUTOINCREMENT", "BEFORE", "BEGIN", "BETWEEN", "BY", "CASCADE", "CASE", "CAST", "CHECK", "COLLATE", "COLUMN",
    "COMMIT", "CONFLICT", "CONSTRAINT", "CREATE", "CROSS", "CURRENT", "CURRENT_DATE", "CURRENT_TIME",
    "CURRENT_TIMESTAMP", "DATABASE", "DEFAULT", "DEFERRABLE", "DEFERRED", "DELETE", "DESC", "DETACH", "DISTINCT",
    "DO", "DROP", "EACH", "ELSE", "END", "ESCAPE", "EXCEPT", "EXCLUDE", "EXCLUSIVE", "EXISTS", "EXPLAIN", "FAIL",
    "FILTER", "FIRST", "FOLLOWING", "FOR", "FOREIGN", "FROM", "FULL", "GENERATED", "GLOB", "GROUP", "GROUPS",
    "HAVING", "IF", "IGNORE", "IMMEDIATE", "IN", "INDEX", "INDEXED", "INITIALLY", "INNER", "INSERT", "INSTEAD",
    "INTERSECT", "INTO", "IS", "ISNULL", "JOIN", "KEY", "LAST", "LEFT", "LIKE", "LIMIT", "MATCH", "MATERIALIZED",
    "NATURAL", "NO", "NOT", "NOTHING", "NOTNULL", "NULL", "NULLS", "OF", "OFFSET", "ON", "OR", "ORDER", "OTHERS",
    "OUTER", "OVER", "PARTITION", "PLAN", "PRAGMA", "PRECEDING", "PRIMARY", "QUERY", "RAISE", "RANGE", "RECURSIVE",
    "REFERENCES", "REGEXP", "REINDEX", "RELEASE", "RENAME", "REPLACE", "RESTRICT", "RETURNING", "RIGHT", "ROLLBACK",
    "ROW", "ROWS", "SAVEPOINT", "SELECT", "SET", "TABLE", "TEMP", "TEMPORARY", "THEN", "TIES", "TO", "TRANSACTION",
    "TRIGGER", "UNBOUNDED", "UNION", "UNIQUE", "UPDATE", "USING", "VACUUM", "VALUES", "VIEW", "VIRTUAL", "WHEN",
    "WHERE", "WINDOW", "WITH", "WITHOUT", "NEAR", "bm25", "highlight", "snippet", "rank", "rowid",
]  # fmt: skip
OPERATORS = ["||", "->", "->>", "<<", ">>", "<=", ">=", "<>", "!=", "==", *"*/%+-&|<>=~!^:(){}[]\",.;?@$#`'\\"]


@pytest.mark.parametrize("typing", [False, True])
def test_keywords_and_operators_are_words_like_others(typing: bool) -> None:
    for one in (*KEYWORDS, *OPERATORS):
        for text in (one, one.lower(), f"a {one} b", f"{one}(", f'{one} "', f"tag:{one}", f"author:{one}", f"-{one}"):
            check(text, typing)
    assert all(parse(word).expression == Words(word) for word in KEYWORDS)


def test_what_is_too_much_is_left_out_and_said() -> None:
    query = parse("a " * 10_000)
    assert query.expression == Words("a")
    assert query.explanation == "Only the first 10,000 characters were used. Only the first 200 words were used."

    many = parse(" OR ".join(f"w{n}" for n in range(1_000)) + " OR tag:x")
    assert many.expression == Or((*(Words(f"w{n}") for n in range(language.MAX_WORDS)), TagIs("x")))
    assert many.explanation == "Only the first 200 words were used."

    long = parse('"' + " ".join(f"w{n}" for n in range(300)) + '"')
    assert long.expression == Words(" ".join(f"w{n}" for n in range(200)))


def test_parentheses_as_deep_as_can_be_typed() -> None:
    assert parse("(" * 10_000).expression == EVERYTHING
    query = parse("(" * 4_999 + "a" + ")" * 4_999)
    assert query.expression == Words("a")
    assert query.explanation == f"Parentheses more than {language.MAX_DEPTH} deep were ignored."
    mixed = parse("a OR (b " * 1_000)
    assert isinstance(mixed.expression, Or)


@pytest.mark.parametrize(
    "piece", ['"', '""', '"a ', "“a ", "(", ")", "(a)", "-(", "a ", "a:", "tag:a ", "-", "*", "é", 'x""', "a OR ", "a-"]
)
def test_the_longest_texts_are_read(piece: str) -> None:
    check(piece * (language.MAX_LENGTH // len(piece)), typing=False)
    check(piece * language.MAX_LENGTH, typing=True)
