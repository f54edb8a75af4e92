"""Tags: other names, merging, splitting, moving below one another; and quick keys."""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats import readerapp_json
from readerapp.library import arrivals, check, history, queue, saved, search, tags
from readerapp.library.connect import Library, Writer
from readerapp.library.language import parse
from readerapp.operations import filing, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import Changes, Input, Record, TagRecord
from tests.conftest import reading


def names(writer: Writer) -> list[str]:
    return sorted(tags.names(writer.connection))


def tagged(writer: Writer, name: str) -> list[int]:
    """The papers that have the tag of exactly this name."""
    found = writer.connection.execute(
        "SELECT paper_id FROM paper_tag JOIN tag ON tag.id = tag_id WHERE name = ? ORDER BY paper_id", (name,)
    )
    return [paper for (paper,) in found]


def row(writer: Writer, name: str) -> tags.TagRow:
    return next(tag for tag in tags.all_tags(writer.connection) if tag.name == name)


@pytest.fixture
def named(filled: Writer) -> Writer:
    """A library in which ML is another name of "machine learning"."""
    filing.tag(filled, [1, 2], ["machine learning"])
    tagging.add_tag_name(filled, "machine learning", "ML")
    return filled


def test_what_is_tagged_with_another_name_gets_the_tag(named: Writer) -> None:
    filing.tag(named, [3], ["ml", "Ml/theory"])
    assert tagged(named, "machine learning") == [1, 2, 3]
    assert tagged(named, "machine learning/theory") == [3]
    assert not [name for name in names(named) if name.casefold().startswith("ml")]
    filing.tag(named, [3], remove=["ML/Theory", "ml"])
    assert tagged(named, "machine learning") == [1, 2]
    assert tagged(named, "machine learning/theory") == []


def test_papers_that_are_brought_in_get_the_tag(named: Writer) -> None:
    brought = Record(title="A paper from elsewhere", tags=["ml", "Machine Learning", "ml/vision"])
    bring_in(named, reading(brought), add_tags=["ML/brought"])
    for name in ("machine learning", "machine learning/vision", "machine learning/brought"):
        assert 31 in tagged(named, name)
    # Come again, it brings nothing that is not there.
    found, _ = arrivals.compare(named.connection, [brought])
    assert found[0] is not None
    assert not found[0].completes
    _, summary = bring_in(named, reading(Record(title="A paper from elsewhere", tags=["ml", "ml/vision"])))
    assert (summary.merged, summary.unchanged) == (0, 1)


def test_an_other_name_is_no_tags_name(named: Writer) -> None:
    with pytest.raises(Refused, match="There is a tag agents"):
        tagging.add_tag_name(named, "machine learning", "Agents")
    with pytest.raises(Refused, match="the name of the tag itself"):
        tagging.add_tag_name(named, "machine learning", "Machine Learning")
    with pytest.raises(Refused, match="another name of the tag machine learning"):
        tagging.add_tag_name(named, "agents", "ml")
    with pytest.raises(Refused, match="another name of the tag machine learning"):
        tagging.rename_tag(named, "agents", "ml")
    with pytest.raises(Refused, match="no tag nowhere"):
        tagging.add_tag_name(named, "nowhere", "somewhere")
    assert row(named, "machine learning").aliases == ("ML",)


def test_a_tag_can_take_its_other_name(named: Writer) -> None:
    tagging.rename_tag(named, "machine learning", "ml")
    assert row(named, "ml").aliases == ()
    assert tagged(named, "ml") == [1, 2]


def test_an_other_name_is_taken_away_and_goes_with_its_tag(named: Writer) -> None:
    tagging.remove_tag_name(named, "mL")
    filing.tag(named, [5], ["ml"])
    assert tagged(named, "ml") == [5]
    tagging.delete_tag(named, "ml")
    named.undo()
    named.undo()
    named.undo()
    assert row(named, "machine learning").aliases == ("ML",)
    tagging.delete_tag(named, "machine learning")
    assert named.connection.execute("SELECT count(*) FROM tag_alias").fetchone() == (0,)


def test_merging_says_before_what_it_does(filled: Writer) -> None:
    filing.tag(filled, [2, 6, 30], ["thesis/related-work/old"])
    found = tags.merging(filled.connection, "thesis", "agents")
    assert found is not None
    assert (found.name, found.into, found.papers, found.into_papers, found.both) == ("thesis", "agents", 18, 8, 3)
    assert (found.together, found.below) == (23, 3)
    tagging.merge_tags(filled, "thesis", "agents")
    assert row(filled, "agents").papers == found.together
    assert "agents/related-work/old" in names(filled)
    assert tags.merging(filled.connection, "agents", "agents") is None
    assert tags.merging(filled.connection, "agents", "nowhere") is None


def test_what_is_below_a_merged_tag_is_found_under_its_old_name(filled: Writer) -> None:
    filing.enqueue(filled, [4, 8])
    before = search.ids(filled.connection, parse("tag:thesis/related-work"))
    tagging.merge_tags(filled, "thesis", "agents")
    for query in ("tag:thesis/related-work", "tag:=Thesis/related-work", "tag:agents/related-work"):
        assert search.ids(filled.connection, parse(query)) == before
        assert search.count(filled.connection, parse(query)) == len(before)
    assert queue.ids(filled.connection, "thesis/related-work") == queue.ids(filled.connection, "agents/related-work")
    assert queue.ids(filled.connection, "thesis/related-work") == [paper for paper in (4, 8) if paper in before]
    nowhere = "/".join("a" * 4_000)
    assert search.count(filled.connection, parse(f"tag:{nowhere}")) == 0


def test_merging_keeps_names_keys_and_the_order_of_up_next(filled: Writer) -> None:
    filing.tag(filled, [1, 2, 3], ["llm"])
    filing.tag(filled, [3, 4], ["large language models"])
    tagging.add_tag_name(filled, "llm", "LLMs")
    tagging.set_quick_tag(filled, "llm", 4)
    with filled.step("Order"):
        for name, order in (("llm", {1: -5, 3: 0, 2: 7}), ("large language models", {4: 10})):
            filled.connection.executemany(
                "INSERT INTO project_queue SELECT id, ?, ? FROM tag WHERE name = ?",
                [(paper, position, name) for paper, position in order.items()],
            )
    tagging.merge_tags(filled, "LLM", "Large language models")
    merged = row(filled, "large language models")
    assert (merged.aliases, merged.quick) == (("llm", "LLMs"), 4)
    assert tagged(filled, "large language models") == [1, 2, 3, 4]
    now = filled.connection.execute("SELECT paper_id FROM project_queue ORDER BY position").fetchall()
    assert now == [(4,), (1,), (3,), (2,)]
    filing.tag(filled, [9], ["llms/prompts"])
    assert tagged(filled, "large language models/prompts") == [9]


def test_merging_without_the_name(filled: Writer) -> None:
    tagging.merge_tags(filled, "reading-group", "agents", keep_name=False)
    assert row(filled, "agents").aliases == ()
    for name, into in (("agents", "thesis/nowhere"), ("nowhere", "agents")):
        with pytest.raises(Refused, match="There is no tag"):
            tagging.merge_tags(filled, name, into)
    with pytest.raises(Refused, match="are one tag"):
        tagging.merge_tags(filled, "agents", "Agents")
    with pytest.raises(Refused, match="below itself"):
        tagging.merge_tags(filled, "thesis", "thesis/related-work")


def test_a_tag_moves_below_another_and_back(filled: Writer) -> None:
    tagging.colour_tag(filled, "thesis", "teal")
    changes = tagging.nest_tag(filled, "agents", "thesis")
    assert isinstance(changes, Changes)
    assert changes.title == "Move the tag agents below thesis"
    assert "thesis/agents" in names(filled)
    assert tagging.nest_tag(filled, "thesis/agents", "Thesis") is None
    with pytest.raises(Refused, match="below itself"):
        tagging.nest_tag(filled, "thesis", "thesis/agents")
    tagging.nest_tag(filled, "thesis/related-work", "")
    # What it was seen in, it is seen in on the top level.
    assert row(filled, "related-work").colour == "teal"
    assert tagging.nest_tag(filled, "related-work", "") is None


def test_a_tag_does_not_move_below_itself_under_another_name(named: Writer) -> None:
    with pytest.raises(Refused, match="below itself"):
        tagging.rename_tag(named, "machine learning", "ML/old")
    tagging.rename_tag(named, "agents", "ml/agents")
    assert "machine learning/agents" in names(named)


def test_splitting_moves_some_papers(filled: Writer) -> None:
    filing.tag(filled, [1, 2, 3, 4], ["big"])
    with filled.step("Order"):
        filled.connection.execute("INSERT INTO project_queue SELECT id, 4, 1 FROM tag WHERE name = 'big'")
        filled.connection.execute("INSERT INTO project_queue SELECT id, 3, 2 FROM tag WHERE name = 'big'")
    tagging.split_tag(filled, "big", "big/old", [2, 3, 4, 9])
    assert (tagged(filled, "big"), tagged(filled, "big/old")) == ([1], [2, 3, 4])
    order = filled.connection.execute("SELECT paper_id, name FROM project_queue JOIN tag ON tag.id = tag_id").fetchall()
    assert sorted(order) == [(3, "big/old"), (4, "big/old")]
    with pytest.raises(Refused, match="is the tag itself"):
        tagging.split_tag(filled, "big", "Big", [1])
    assert tagging.split_tag(filled, "big", "other", []) is None
    assert "other" not in names(filled)


def test_a_number_key_puts_its_tag_on_and_takes_it_from_all_that_have_it(filled: Writer) -> None:
    with pytest.raises(Refused, match="No tag has the key 1"):
        tagging.toggle_quick_tag(filled, [1, 2], 1)
    tagging.set_quick_tag(filled, "agents", 1)
    assert tagged(filled, "agents")[:2] == [2, 6]
    tagging.toggle_quick_tag(filled, [1, 2], 1)
    assert tagged(filled, "agents")[:3] == [1, 2, 6]
    tagging.toggle_quick_tag(filled, [1, 2], 1)
    assert tagged(filled, "agents")[:2] == [6, 10]


def test_other_names_go_out_and_come_back(named: Writer, tmp_path: Path) -> None:
    written = StringIO()
    readerapp_json.write(saved.tag_records(named.connection), written)
    raw = written.getvalue().encode()
    library = Library(tmp_path / "other.db")
    other = library.writer()
    filing_into = Record(title="Mine", tags=["ML", "theory"])
    bring_in(other, reading(filing_into))
    bring_in(other, readerapp_json.read(Input("tags.json", raw, BytesIO(raw))))
    # The reader's own tag of that name wins.
    assert row(other, "machine learning").aliases == ()
    tagging.delete_tag(other, "ML")
    bring_in(other, readerapp_json.read(Input("tags.json", raw, BytesIO(raw))))
    assert row(other, "machine learning").aliases == ("ML",)
    other.close()
    library.close()


def test_a_tag_that_comes_under_another_name_leaves_mine_as_it_is(named: Writer) -> None:
    before = row(named, "machine learning").colour
    bring_in(named, reading(TagRecord("ml", "pink", 7, aliases=("agents", "learning machines"))))  # type: ignore[arg-type]
    mine = row(named, "machine learning")
    assert (mine.colour, mine.quick, mine.aliases) == (before, None, ("learning machines", "ML"))


NAMES = st.sampled_from(["a", "b", "c", "a/b", "b/c", "a/b/c", "A", "c/a"])
ACTS: st.SearchStrategy[tuple[Any, ...]] = st.one_of(
    st.tuples(st.just("tag"), NAMES, NAMES, st.sets(st.integers(1, 6), min_size=1)),
    st.tuples(st.sampled_from(["alias", "merge", "rename", "nest", "delete"]), NAMES, NAMES, st.just(set())),
    st.tuples(st.just("split"), NAMES, NAMES, st.sets(st.integers(1, 6))),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(ACTS, min_size=1, max_size=14))
def test_whatever_is_done_no_paper_loses_its_last_tag_but_by_deleting(acts: list[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, reading(*[Record(title=f"Paper {n}") for n in range(6)]))
        connection = writer.connection

        def having() -> set[int]:
            return {paper for (paper,) in connection.execute("SELECT paper_id FROM paper_tag")}

        for act, one, other, papers in acts:
            before = having()
            try:
                match act:
                    case "tag":
                        filing.tag(writer, sorted(papers), [one])
                        assert papers <= having()
                    case "alias":
                        tagging.add_tag_name(writer, one, other)
                    case "merge":
                        tagging.merge_tags(writer, one, other)
                    case "rename":
                        tagging.rename_tag(writer, one, other)
                    case "nest":
                        tagging.nest_tag(writer, one, other)
                    case "split":
                        tagging.split_tag(writer, one, other, sorted(papers))
                    case _:
                        tagging.delete_tag(writer, one)
                        before = set()
            except Refused:
                pass
            assert having() >= before
            both = "SELECT count(*) FROM tag_alias WHERE key IN (SELECT key FROM tag)"
            assert connection.execute(both).fetchone() == (0,)
            keys = {tags.key(name) for name in names(writer)}
            assert all(key.rpartition("/")[0] in keys for key in keys if "/" in key)
            for name in [*names(writer), "c", "a/b"]:
                meant = tags.meant(connection, name)
                assert tags.meant(connection, meant) == meant
        assert check.look(writer, repair=False) == []
        writer.undo_to(history.steps(connection)[-1].id)
        assert names(writer) == []
        writer.close()
        library.close()
