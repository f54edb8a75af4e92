"""The papers page, as text and as HTML: every paper whole, and nothing of the page a paper."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_bytes, open_path
from readerapp.formats.page_furniture import date_of, is_furniture
from readerapp.records import Identifier, Link, Record, Skipped
from tests.unit.formats.reading import SAMPLES, WHEN, items, records, skipped

ABSTRACT = (
    "We study how small models learn rules. They learn them late, and then all at once, which nobody had expected of"
    " models of this size. A count of the examples they have seen tells when. It does so for six families of rules, and"
    " fails for a seventh, for which we give the reason. Everything here can be repeated on one laptop in an afternoon."
)
HEADING = ["new", "Get trending papers in your email inbox!", "Subscribe", "byAK and the research community", "Mar 11"]
TITLES = ["Late Rules", "How Small Models Count: A Field Guide", "What (Not) to Remember?", "Notes on Notes on Notes"]


def page(*paragraphs: str, between: str = "\n\n", heading: list[str] = HEADING) -> str:
    return between.join([*heading, *paragraphs])


def pairs(data: str) -> list[tuple[str, str]]:
    return [(paper.title, paper.abstract) for paper in records(data, "papers-page")]


def test_the_real_page_has_87_papers_whole(shared: Path) -> None:
    file = shared / "data" / "hf-papers-page.txt"
    paragraphs = [line for line in file.read_text(encoding="utf-8").split("\n") if line]
    written = paragraphs[paragraphs.index("Mar 11") + 1 :]
    reading = registry.read(open_path(file))
    found = list(reading.items)
    assert reading.origin.format == "papers-page"
    assert (len(found), len(written)) == (87, 2 * 87)
    for paper, title, abstract in zip(found, written[::2], written[1::2], strict=True):
        assert isinstance(paper, Record)
        assert (paper.title, paper.abstract) == (title, abstract)
        assert paper.identifiers == []
    links = [link for paper in found if isinstance(paper, Record) for link in paper.links]
    assert len(links) == sum(line.count("https://") for line in written)
    assert Link("code", "https://github.com/thuml/Flowformer") in links
    assert Link("page", "https://vmix-diffusion.github.io/VMix/") in links
    assert all(link.url in file.read_text() and link.url[-1] not in ".,)" for link in links)


def test_the_real_page_again_with_other_line_ends(shared: Path) -> None:
    text = (shared / "data" / "hf-papers-page.txt").read_text(encoding="utf-8")
    whole = pairs(text)
    assert pairs(text.replace("\n\n", "\n")) == whole
    assert pairs(text.replace("\n", "\r\n")) == whole
    assert pairs(text.replace("\n", " \t\u00a0\n  ")) == whole
    assert pairs("\ufeff" + text.replace("\n\n", "\n\n\n\n")) == whole


def test_the_sample() -> None:
    reading = registry.read(open_bytes((SAMPLES / "papers-page.txt").read_bytes(), "clipboard", WHEN))
    assert (reading.origin.format, reading.origin.title) == ("papers-page", "clipboard")
    assert reading.origin.dated == date(2026, 3, 11)
    papers = [item for item in reading.items if isinstance(item, Record)]
    assert [paper.title for paper in papers] == [
        "How Fast Do Small Networks Forget? A Field Guide",
        "Sorting (Mostly) Sorted Lists",
        "Tables as Trees, Trees as Tables",
        "A Last Title Whose Abstract Was Not Copied",
    ]
    assert papers[-1].abstract == ""
    # What an abstract speaks of is linked, but names another paper.
    assert all(paper.identifiers == [] for paper in papers)
    assert papers[0].links == [
        Link("code", "https://github.com/example-lab/forgetting"),
        Link("page", "https://doi.org/10.1000/182"),
    ]
    assert papers[1].links == [Link("page", "https://mostly-sorted.example.org/demo")]
    assert papers[2].links == [Link("code", "https://gitlab.com/example-lab/tables_trees")]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n \n\t\n", "\r\n\r\n"])
def test_titles_and_abstracts_by_turns(between: str) -> None:
    turns = [paragraph for title in TITLES for paragraph in (title, f"{title}. {ABSTRACT}")]
    assert pairs(page(*turns, between=between)) == [(title, f"{title}. {ABSTRACT}") for title in TITLES]


def test_wrapped_lines_are_one_paragraph() -> None:
    words, lines = ABSTRACT.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert len(lines) > 4
    assert pairs(page(TITLES[1], "\n".join(lines), TITLES[2], "\n".join(lines))) == [
        (TITLES[1], ABSTRACT),
        (TITLES[2], ABSTRACT),
    ]


def test_an_abstract_may_have_several_paragraphs_and_be_short() -> None:
    short = "We count rules and find that there are twelve of them, of which three are enough for all that follows."
    assert pairs(page(TITLES[0], ABSTRACT, ABSTRACT.upper(), TITLES[1], short, TITLES[2], ABSTRACT)) == [
        (TITLES[0], f"{ABSTRACT}\n\n{ABSTRACT.upper()}"),
        (TITLES[1], short),
        (TITLES[2], ABSTRACT),
    ]


def test_half_a_page_keeps_what_is_whole() -> None:
    text = page(ABSTRACT[100:], TITLES[0], ABSTRACT, "A Title That Is Cut Off in the Mid", heading=[])
    assert registry.recognise(open_bytes(text.encode(), "clipboard")).name == "papers-page"
    assert pairs(text) == [(TITLES[0], ABSTRACT), ("A Title That Is Cut Off in the Mid", "")]
    assert skipped(text, "papers-page") == [("line 1", f"There is no title before this text: “{ABSTRACT[100:160]}…”.")]


def test_a_daily_list_without_abstracts() -> None:
    text = "\n".join(
        [
            *("Models", "Buckets new", "Log In", *HEADING[:-1], "Daily", "Weekly", "Monthly", "Tue, Mar 10"),
            *("Submitted by", "quiet-reader", "120", "How Small Models Count: A Field Guide", "·", "12 authors", "5"),
            *("Submitted by Ada Example", "-", "Late Rules", "Example Lab", "·", "8 authors", "Previous", "Mar 9"),
        ]
    )
    assert [paper.title for paper in records(text, "auto")] == ["How Small Models Count: A Field Guide", "Late Rules"]
    assert skipped(text, "auto") == [
        ("line 2", "It does not look like a title: “Buckets new”."),
        ("line 22", "It does not look like a title: “Example Lab”."),
    ]
    assert registry.read(open_bytes(text.encode(), "a test", WHEN)).origin.dated == date(2026, 3, 10)


def test_cards_that_come_twice_and_carry_dates_and_counts() -> None:
    card = [
        "Late Rules",
        ABSTRACT,
        "Example Lab",
        "·",
        "Published on Nov 3, 2025",
        "Upvote",
        "1.2k",
        "GitHub 11.3k",
        "arXiv Page",
    ]
    [paper] = records(page(*card, *card[:2], "- 8 authors", "GitHub", "⭐ 4.5k", "+1", "View PDF"), "papers-page")
    assert (paper.title, paper.abstract, paper.published, paper.year) == ("Late Rules", ABSTRACT, "2025-11-03", 2025)


def test_two_papers_of_one_title_stay_two() -> None:
    assert pairs(page("Late Rules", ABSTRACT, "Late Rules", f"Not so. {ABSTRACT}")) == [
        ("Late Rules", ABSTRACT),
        ("Late Rules", f"Not so. {ABSTRACT}"),
    ]


def test_a_collection_says_ids_under_titles() -> None:
    text = "Late Rules\n\nPaper • 2512.19700 • Published Dec 3, 2025 • 2\n\n"
    text += "Notes on Notes\n\nPaper • 2401.00001 • Published Jan 2, 2024\n"
    assert records(text, "auto") == [
        Record(title="Late Rules", identifiers=[Identifier("arxiv", "2512.19700")], published="2025-12-03", year=2025),
        Record(
            title="Notes on Notes", identifiers=[Identifier("arxiv", "2401.00001")], published="2024-01-02", year=2024
        ),
    ]


def test_a_line_with_an_address_alone_is_of_the_paper_above() -> None:
    text = page(
        "Late Rules",
        "https://huggingface.co/papers/2410.05434",
        ABSTRACT,
        "https://github.com/a/b",
        "https://huggingface.co/login?next=x",
    )
    [paper] = records(text, "papers-page")
    assert paper.identifiers == [Identifier("arxiv", "2410.05434")]
    assert paper.links == [Link("code", "https://github.com/a/b")]


def test_invisible_characters_hide_no_furniture(shared: Path) -> None:
    text = (shared / "data" / "hf-papers-page.txt").read_text(encoding="utf-8")
    assert pairs("\u202e" + text.replace("Ma", "M\0a").replace("new\n", "\u200bnew\u200e\n", 1)) == pairs(text)


def test_markup_in_a_title_stays_text_and_control_characters_go() -> None:
    title = "<script>alert(1)</script> & <b>Bold</b> \u202eRules\x00\x1b[31m"
    assert pairs(page(title, ABSTRACT)) == [("<script>alert(1)</script> & <b>Bold</b> \u202eRules[31m", ABSTRACT)]


@pytest.mark.parametrize(
    "text",
    ["new", "Subscribe", "Get trending papers in your email inbox once a day!", "byAK and the research community",
     "by AK and the research community", "by  ak and the research community", "Daily Papers", "120", "-", "·", "1.2k",
     "4.56k", "+595", "12 authors", "· 1 author", "3 comments", "GitHub", "GitHub 1.2k", "⭐ 11.3k", "Previous", "Next",
     "1 2 3 … 10",
     "Previous 1 2 3 Next", "Page 2 of 10", "View arXiv page", "View PDF", "Ada's profile picture", "you@example.org",
     "© 2026 Hugging Face", "2 days ago", "2026-W11", "Week 11, 2026", "March 2026", "Upvote", "[ - ]",
     "* Weekly", "2,048 upvotes"],
)  # fmt: skip
def test_furniture(text: str) -> None:
    assert is_furniture(text)
    assert pairs(page(text, TITLES[0], ABSTRACT, text, TITLES[1], ABSTRACT, text)) == [
        (title, ABSTRACT) for title in TITLES[:2]
    ]


@pytest.mark.parametrize(
    "title", ["Next", "Page Ranking", "GitHub Copilot Considered", "Mar 11", "1984: A Study", "Papers", "Bye AK"]
)
def test_titles_that_only_look_like_furniture_are_not(title: str) -> None:
    assert is_furniture(title) == (title in ("Next", "Papers"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mar 11", date(2026, 3, 11)),
        ("March 11th", date(2026, 3, 11)),
        ("· Mar 11, 2024", date(2024, 3, 11)),
        ("11 Mar 2026", date(2026, 3, 11)),
        ("11. march", date(2026, 3, 11)),
        ("2026-03-11", date(2026, 3, 11)),
        ("Mar 12", date(2026, 3, 12)),
        ("Mar 13", date(2025, 3, 13)),
        ("Dec 31", date(2025, 12, 31)),
        ("Feb 29", date(2024, 2, 29)),
        ("Tue, Mar 10", date(2026, 3, 10)),
        ("Monday, March 10, 2025", date(2025, 3, 10)),
        ("Mon, Mar 10", date(2025, 3, 10)),
        ("Feb 30", None),
        ("Feb 30, 2026", None),
        ("2026-13-01", None),
        ("0000-01-01", None),
        ("May", None),
        ("March 2026", None),
        ("Mar 11 and more", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert date_of(text, date(2026, 3, 12)) == day


def test_the_first_date_is_the_page_s() -> None:
    def dated(text: str, when: datetime | None = WHEN) -> date | None:
        return registry.read(open_bytes(text.encode(), "a test", when), "papers-page").origin.dated

    assert dated(page(TITLES[0], ABSTRACT, "Mar 10", TITLES[1], ABSTRACT)) == date(2026, 3, 11)
    assert dated(page(TITLES[0], ABSTRACT, "Mar 10", heading=HEADING[:-1])) is None
    assert dated(page(TITLES[0], ABSTRACT), datetime(2026, 3, 1, tzinfo=UTC)) == date(2025, 3, 11)
    today = datetime.now(UTC).date()
    found = dated(page(TITLES[0], ABSTRACT), None)
    assert found is not None
    assert (found.month, found.day) == (3, 11)
    assert 0 <= (today - found).days + 1 <= 367


def test_html_gives_titles_ids_and_abstracts_and_runs_nothing() -> None:
    reading = registry.read(open_bytes((SAMPLES / "papers-page.html").read_bytes(), "clipboard", WHEN))
    assert (reading.origin.format, reading.origin.dated) == ("papers-page", date(2026, 3, 11))
    assert list(reading.items) == [
        Record(
            title="Sorting <b>Mostly</b> Sorted Lists & Shelves",
            abstract="Lists that people keep are rarely in random order. This paper sorts them with no more work than"
            " their disorder asks for, and builds on earlier counts.",
            identifiers=[Identifier("arxiv", "2603.01234")],
            links=[Link("code", "https://github.com/example-lab/mostly-sorted")],
        ),
        Record(title="Tables as Trees, Trees as Tables", identifiers=[Identifier("arxiv", "2603.04321")]),
        Record(title="arXiv:1705.08741", identifiers=[Identifier("arxiv", "1705.08741")]),
    ]


def test_two_links_with_one_title_are_two_papers() -> None:
    html = "<p><a href='/papers/2603.00001'>Late Rules</a></p><p><a href='/papers/2603.00002'>Late Rules</a></p>"
    assert [paper.identifiers[0].value for paper in records(html, "auto")] == ["2603.00001", "2603.00002"]


def test_html_without_links_to_papers_is_read_as_text() -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in [*HEADING, TITLES[1], ABSTRACT])
    assert pairs(f"<!--StartFragment--><div>{paragraphs}") == [(TITLES[1], ABSTRACT)]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000, "<a " * 100_000, "<" * 300_000, "<p>" + "<![CDATA[" * 20_000, "<!DOCTYPE html><![x[" * 9,
        "<p" + ' a="' * 100_000, "<p>" + "&#" * 100_000, "<p>&#xD800;&#0;&#x110000;&nosuch;", "<script>" * 50_000,
        "<p><svg><script>", "<a href='/papers/2603.01234'>" * 20_000, "<p>\0\x1b", "<p><a href=http://[x>a</a>",
    ],
)  # fmt: skip
def test_hostile_html_costs_nothing_of_what_stands_before_it(html: str) -> None:
    text = f"<p><a href='/papers/2603.04321'>{TITLES[1]}</a></p><p>{ABSTRACT}</p>{html}"
    title, abstract = pairs(text)[0]
    assert title == TITLES[1]
    assert abstract.startswith(ABSTRACT)


def test_html_has_a_limit() -> None:
    with pytest.raises(Refused, match=r"page is longer than 16 MB of HTML\."):
        registry.read(open_bytes(b"<p>" + b"x" * 17_000_000, "page"), "papers-page")


@pytest.mark.parametrize("text", ['{"title": "T"}', '[{"title": "T"}]', "", "12", "\n\n", "a"])
def test_other_texts_give_no_paper(text: str) -> None:
    if text:
        assert records(text, "papers-page") == []


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=3, max_size=12)
sentence = st.lists(words, min_size=14, max_size=30).map(lambda some: " ".join(some) + " stop.")
abstracts = st.lists(sentence, min_size=6, max_size=9).map(lambda some: "We begin. " + " ".join(some))
titles = (
    st.lists(words, min_size=2, max_size=9).map(" ".join).filter(lambda text: "." not in text and "://" not in text)
)


@given(
    st.lists(st.tuples(titles, abstracts), min_size=1, max_size=4, unique_by=lambda pair: pair[0].casefold()),
    st.booleans(),
)
def test_any_titles_and_abstracts_come_out_whole(papers: list[tuple[str, str]], tight: bool) -> None:
    papers = [(title, abstract) for title, abstract in papers if not is_furniture(title)]
    text = page(*(paragraph for pair in papers for paragraph in pair), between="\n" if tight else "\n\n")
    found = records(text, "papers-page")
    lines = [json.dumps({"title": title, "abstract": abstract}) for title, abstract in papers]
    expected = records("\n".join(lines), "jsonl")
    assert [(paper.title, paper.abstract) for paper in found] == [(paper.title, paper.abstract) for paper in expected]


@given(
    st.lists(
        st.sampled_from(
            [
                *HEADING,
                *TITLES,
                ABSTRACT,
                "Submitted by",
                "12 authors",
                "·",
                "Paper • 2512.19700 • x",
                "https://a.example.org/",
                "<p>",
            ]
        )
        | st.text(max_size=20),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n"]),
)
def test_no_row_of_paragraphs_raises_and_none_is_twice(paragraphs: list[str], between: str) -> None:
    found = items(between.join(paragraphs) or "x", "papers-page")
    assert all(isinstance(item, Skipped) or item.title for item in found if isinstance(item, (Record, Skipped)))
    assert sum(isinstance(item, Record) for item in found) <= len(paragraphs) * 3
