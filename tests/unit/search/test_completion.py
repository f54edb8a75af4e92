"""What is offered while a query is typed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.library import completion
from readerapp.library.completion import Completion, completions
from readerapp.library.connect import Connection, Library
from readerapp.library.language import FIELDS, SORTS, Is, TagIs, Words, parse
from readerapp.operations import filing
from readerapp.operations.importing import bring_in
from readerapp.records import Record, SavedSearchRecord
from tests.conftest import reading
from tests.unit.search.test_language import FRAGMENTS, KEYWORDS, OPERATORS, made_up

PEOPLE = ["Yoshua Bengio", "Samy Bengio", "Yoshua Bengio", "Ada Byron", "Zoë Ångström", "Li Wei", "Plato"]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A library with a few names of each kind."""
    library = Library(tmp_path_factory.mktemp("completion") / "library.db")
    writer = library.writer()
    papers = [
        Record(
            title=f"Question {n}",
            authors=[PEOPLE[n % 7], "Kurt van der Berg"],
            venue=["Journal of Questions", "Journal of Answers", "NeurIPS", "journal of questions"][n % 4],
            keywords=["learning", "Learning theory", "robust learning"][: n % 4],
        )
        for n in range(28)
    ]
    saved = [SavedSearchRecord("To cite", "is:read tag:thesis", ""), SavedSearchRecord("Été", "is:unread", "")]
    bring_in(writer, reading(*papers))
    with writer.step("Save searches") as _:
        for place, one in enumerate(saved):
            writer.connection.execute(
                "INSERT INTO saved_search (name, query, icon, position) VALUES (?, ?, '', ?)",
                (one.name, one.query, place),
            )
    filing.tag(writer, [1, 2, 3], ["thesis/methods"])
    filing.tag(writer, [1], ["thesis/related work", "Theory"])
    filing.tag(writer, [4, 5], ["agents"])
    writer.close()
    reader = library.reader()
    yield reader
    reader.close()
    library.close()


def at(connection: Connection, written: str, recent: tuple[str, ...] = (), limit: int = 8) -> list[Completion]:
    """What is offered with the cursor where "|" stands."""
    return completions(connection, written.replace("|", "", 1), written.index("|"), recent, limit)


def taken(connection: Connection, written: str, label: str) -> str:
    """The text after one of the offers has been taken."""
    text = written.replace("|", "", 1)
    (one,) = [one for one in at(connection, written, limit=50) if one.label == label]
    return text[: one.start] + one.text + text[one.end :]


def labels(connection: Connection, written: str, kind: str = "") -> list[tuple[str, int | None]]:
    return [(one.label, one.count) for one in at(connection, written) if kind in ("", one.kind)]


def test_fields_are_offered_at_the_beginning_of_a_word(connection: Connection) -> None:
    found = at(connection, "x -(au|", limit=2)
    assert found[0] == Completion(4, 6, "author:", "author:", "field", "names of authors")
    assert taken(connection, "x -(au|", "author:") == "x -(author:"
    assert [one.label for one in at(connection, "A|") if one.kind == "field"] == [
        one.name + ":" for one in FIELDS if one.name.startswith("a")
    ]
    assert ("journal:", None) in labels(connection, "jour|")
    for written in ("a|b", "x |", "|x", '"is"|', "nosuch:a|", "title:a|", "note:|", "id:|", "doi:1|", "-|", "++|"):
        assert at(connection, written) == []


def test_words_of_fields_with_a_fixed_set(connection: Connection) -> None:
    assert [(one.label, one.help) for one in at(connection, "is:re|")] == [("reading", "begun"), ("read", "read")]
    assert at(connection, "has:|", limit=3)[0].help == "a note of yours"
    assert [one.label for one in at(connection, "sort:|", limit=50)] == list(SORTS)
    (one,) = at(connection, "sort:-ti|")
    assert (one.label, one.help) == ("-title", "by title, A to Z, reversed")
    assert taken(connection, "is:UNR|", "unread") == "is:unread "
    assert taken(connection, "(is:un|) x", "unread") == "(is:unread) x"
    assert taken(connection, "is:un| x", "unread") == "is:unread x"
    assert taken(connection, "is:|read", "reading") == "is:reading "
    assert [one.label for one in at(connection, "year:>|")] == [">=2020"]
    assert [(one.label, one.help) for one in at(connection, "year:2023|")] == [("2023", "2023")]


def test_tags_by_how_often_they_are_used(connection: Connection) -> None:
    assert labels(connection, "tag:the|") == [
        ("thesis", 3),
        ("thesis/methods", 3),
        ("Theory", 1),
        ("thesis/related work", 1),
    ]
    assert labels(connection, "tag:rel|") == [("thesis/related work", 1)]
    assert labels(connection, "tag:THESIS/M|") == [("thesis/methods", 3)]
    assert [one.label for one in at(connection, "tag:|")][-1] == "none"
    assert at(connection, "tag:no|")[-1].help == "papers without a tag"
    assert at(connection, "tag:=no|") == []
    text = taken(connection, "-tag:=rel|", "thesis/related work")
    assert text == '-tag:="thesis/related work" '
    assert parse(taken(connection, 'tag:"thesis/rel|', "thesis/related work")).expression == TagIs(
        "thesis/related work"
    )
    assert taken(connection, 'x tag:"thesis/rel|" is:read', "thesis/related work") == (
        'x tag:"thesis/related work" is:read'
    )
    assert taken(connection, "meth|", "thesis/methods") == "tag:thesis/methods "


def test_authors_by_how_many_papers_they_have(connection: Connection) -> None:
    assert labels(connection, "author:ben|") == [("Yoshua Bengio", 8), ("Samy Bengio", 4)]
    assert labels(connection, "beng|") == [("Yoshua Bengio", 8), ("Samy Bengio", 4)]
    assert labels(connection, "be|") == []
    assert labels(connection, "author:YOSH|") == [("Yoshua Bengio", 8)]
    assert labels(connection, 'author:"yoshua be|') == [("Yoshua Bengio", 8)]
    assert labels(connection, "author:angstr|") == [("Zoë Ångström", 4)]
    assert labels(connection, "author:Ång|") == [("Zoë Ångström", 4)]
    assert labels(connection, "author:pla|") == [("Plato", 4)]
    assert labels(connection, "yosh|") == []
    assert labels(connection, "author:|")[0] == ("Kurt van der Berg", 28)
    assert taken(connection, "author:ben|", "Yoshua Bengio") == 'author:"Yoshua Bengio" '
    assert taken(connection, "beng| x", "Yoshua Bengio") == 'author:"Yoshua Bengio" x'


def test_venues_and_keywords(connection: Connection) -> None:
    assert [(name.lower(), count) for name, count in labels(connection, "venue:jour|")] == [
        ("journal of questions", 14),
        ("journal of answers", 7),
    ]
    assert labels(connection, "neur|") == [("NeurIPS", 7)]
    assert labels(connection, "venue:NEUR|") == [("NeurIPS", 7)]
    assert labels(connection, "keyword:l|") == [("learning", 21), ("Learning theory", 14)]
    assert labels(connection, 'keyword:"learning |') == [("Learning theory", 14)]
    assert len(at(connection, "venue:|")) == 3


def test_saved_searches(connection: Connection) -> None:
    assert labels(connection, "saved:|") == [("To cite", None), ("Été", None)]
    assert taken(connection, "cit|", "To cite") == 'saved:"To cite" '
    assert taken(connection, "saved:ete|", "Été") == "saved:Été "


def test_searches_made_before(connection: Connection) -> None:
    recent = ("is:unread deep", "tag:agents", "deep learning", "Deep nets")
    assert at(connection, "|", recent, limit=2) == [
        Completion(0, 0, "is:unread deep", "is:unread deep", "recent"),
        Completion(0, 0, "tag:agents", "tag:agents", "recent"),
    ]
    assert [one.text for one in at(connection, " |", recent)] == list(recent)
    found = [one for one in at(connection, "deep|", recent) if one.kind == "recent"]
    assert [(one.start, one.end, one.text) for one in found] == [(0, 4, "deep learning"), (0, 4, "Deep nets")]
    assert [one.text for one in at(connection, "deep learning|", recent)] == []


def test_where_more_begin_so_than_are_looked_at_the_newest_are(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With bounds as small as this library is, what is common and late in the alphabet is still found."""
    for name, bound in (("_NAMES", 3), ("_ENTRIES", 1), ("_NEWEST", 20), ("_COUNTED", 6), ("MOST", 5)):
        monkeypatch.setattr(completion, name, bound)
    assert ("Kurt van der Berg", 5) in labels(connection, "author:|")
    assert ("NeurIPS", 5) in labels(connection, "venue:|")
    assert labels(connection, "keyword:|")[0][1] == 5


def test_every_offer_is_read_as_what_it_says(connection: Connection) -> None:
    for field in FIELDS:
        for one in at(connection, f"{field.name}:|", limit=100):
            query = parse(f"{field.name}:{one.text}")
            assert query.explanation == ""
            assert [term.understood for term in query.terms] == [True]
    assert parse(taken(connection, "is:q|", "queued")).expression == Is("queued")
    assert parse(taken(connection, "author:pl|", "Plato")).expression == Words("Plato", "author")


def test_no_table_of_papers_is_walked(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(completion, "_ENTRIES", 1)
    connection.set_trace_callback(asked.append)
    for written in ("ben|", "author:|", "author:yosh|", "venue:|", "keyword:l|", "tag:t|", "saved:|"):
        at(connection, written)
    connection.set_trace_callback(None)
    assert len(asked) > 20
    for sql in asked:
        if sql.startswith("--"):
            continue  # what a virtual table asks of its own tables
        plan = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        walked = [step for step in plan if step.startswith("SCAN paper") or "ANY(" in step]
        assert walked == [], sql
        if "max(id)" in sql:
            assert not [step for step in plan if "INDEX" in step], sql  # only the newest, by their ids


def check(connection: Connection, text: str) -> None:
    for cursor in {len(text), len(text) // 2}:
        for one in completions(connection, text, cursor, ["a b", "tag:x", f"{text} b"]):
            assert 0 <= one.start <= one.end <= len(text)
            assert one.text
            assert one.label


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join)).map(str))
def test_any_text_can_be_asked_about(connection: Connection, text: str) -> None:
    check(connection, text)


def test_odd_texts_keywords_and_operators_can_be_asked_about(connection: Connection) -> None:
    source = random.Random(20260331)
    for _ in range(10_000):
        check(connection, made_up(source))
    for one in (*KEYWORDS, *OPERATORS):
        for field in ("", "author:", "venue:", "keyword:", "tag:", "saved:", "is:", 'author:"', 'x keyword:"a '):
            check(connection, field + one)
