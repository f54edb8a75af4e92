"""What each command answers and does."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from readerapp.library.connect import Library
from readerapp.operations import reading, searching
from readerapp.records import Status

from .conftest import Run

pytestmark = pytest.mark.usefixtures("thirty")


def statuses(run: Run, *papers: str) -> list[str]:
    return [run("show", paper, "--json").json()["status"] for paper in papers]


def test_search_lists_one_paper_a_line_last_added_first(run: Run) -> None:
    found = run("search")
    assert (found.status, found.err) == (0, "")
    assert [int(line[0]) for line in found.lines] == list(range(30, 0, -1))
    assert found.lines[2] == [
        "28",
        "unread",
        "On the fourth question of subject 27",
        "Byron, van der Berg",
        "2003",
        "reading-group, thesis/related-work",
    ]


def test_search_takes_the_search_language_in_one_argument_or_several(run: Run) -> None:
    one, several = run("search", "tag:agents sort:title"), run("search", "tag:agents", "sort:title")
    assert one == several
    assert len(one.lines) == 8
    assert [line[2] for line in one.lines] == sorted(line[2] for line in one.lines)


@pytest.fixture
def saved_searches(thirty: object, file: Path) -> None:
    library = Library(file)
    writer = library.writer()
    searching.save(writer, "to cite", "tag:agents")
    searching.save(writer, "Weekly", 'saved:"to cite" year:2003..')
    writer.close()
    library.close()


@pytest.mark.usefixtures("saved_searches")
def test_a_saved_search_is_found_exported_and_acted_on_by_its_name(run: Run) -> None:
    agents = run("search", "tag:agents")
    assert run("search", 'saved:"to cite"') == agents
    assert run("search", 'saved:"TO CITE"', "sort:title") == run("search", "tag:agents", "sort:title")
    assert run("search", "saved:weekly") == run("search", "tag:agents", "year:2003..")
    exported = run("export", "--format", "json", 'saved:"to cite"')
    assert exported == run("export", "--format", "json", "tag:agents")
    assert run("status", "read", "--query", 'saved:"to cite"').status == 0
    assert len(run("search", "is:read").lines) == len(agents.lines) == 8


@pytest.mark.usefixtures("saved_searches")
@pytest.mark.parametrize("command", [("search",), ("export", "--format", "csv"), ("status", "read", "--query")])
@pytest.mark.parametrize("query", ["saved:weakly", "-saved:weakly"])
def test_an_unknown_saved_search_is_refused_with_the_names_near_it(
    run: Run, command: tuple[str, ...], query: str
) -> None:
    refused = run(*command, query)
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == "readerapp: There is no saved search “weakly”. There is “Weekly”.\n"
    assert run("search", "is:read").lines == []


def test_search_takes_an_exclusion_without_quotes(run: Run) -> None:
    without = run("search", "-tag:agents")
    assert len(without.lines) == 22
    assert run("search", "question", "-tag:agents") == without
    assert run("search", "--", "-tag:agents") == without


def test_search_says_on_standard_error_what_it_made_of_a_query(run: Run) -> None:
    found = run("search", "colour:red question")
    assert found.status == 0
    assert found.err == "readerapp: Unknown field “colour”: searched as words.\n"


def test_search_limit_takes_the_first(run: Run) -> None:
    assert [line[0] for line in run("search", "--limit", "3").lines] == ["30", "29", "28"]


def test_search_json_is_one_array_of_whole_papers(run: Run) -> None:
    found = run("search", "author:Ångström", "sort:added", "--json")
    papers = found.json()
    assert "Zoë Ångström" in found.out  # not ASCII-escaped
    assert len(papers) == 6
    assert set(papers[0]) >= {
        "id", "title", "authors", "year", "published", "venue", "abstract", "keywords", "identifiers", "links",
        "status", "starred", "rating", "queue", "tags", "takeaway", "note", "highlights", "added", "changed", "started",
        "finished", "source", "citation_key",
    }  # fmt: skip
    assert run("search", "nothingofthekind", "--json").json() == []


def test_show_prints_every_field(run: Run, file: Path) -> None:
    run("tag", "2", "--add", "shown")
    run("note", "2", "First line\n\nand the last.")
    run("status", "reading", "2")
    shown = run("show", "2401.00001").out
    for part in (
        "On the second question of subject 1",
        "Ada Byron",
        "Journal of Questions",
        "2001",
        "2401.00001",
        "reading",
        "agents, shown",
        "We ask question 1 about learning.",
        "  First line\n\n  and the last.",
    ):
        assert part in shown


def test_show_json_is_one_object(run: Run) -> None:
    shown = run("show", "arXiv:2401.00001", "--json")
    assert shown.json()["id"] == 2
    assert shown.out.count("\n") == 1


def test_an_unknown_paper_is_one_sentence(run: Run) -> None:
    for arguments in (("show", "77"), ("note", "10.1000/none"), ("note", "nobody2020", "text")):
        outcome = run(*arguments)
        assert (outcome.status, outcome.out) == (1, "")
        assert outcome.err.startswith(f"readerapp: There is no paper “{arguments[1]}”.")
        assert outcome.err.count("\n") == 1


def test_tag_adds_and_removes_and_leaves_others_alone(run: Run) -> None:
    before = run("show", "3", "--json").json()
    assert run("tag", "2", "2401.00003", "3", "--add", "deep / nested", "--add", "x", "--remove", "agents").status == 0
    assert run("show", "2", "--json").json()["tags"] == ["deep/nested", "x"]
    assert run("show", "4", "--json").json()["tags"] == ["deep/nested", "reading-group", "thesis/related-work", "x"]
    tagged = run("show", "3", "--json").json()
    assert tagged["tags"] == ["deep/nested", "x"]
    assert run("tag", "3", "--add", "x").status == 0
    assert run("show", "3", "--json").json() == tagged
    assert len(run("history").lines) == 2
    run("undo")
    assert run("show", "3", "--json").json() == before


def test_tag_goes_on_when_one_paper_is_unknown(run: Run) -> None:
    outcome = run("tag", "1", "99", "2", "--add", "some")
    assert outcome.status == 1
    assert "“99”" in outcome.err
    assert {line[0] for line in run("search", "tag:some").lines} == {"1", "2"}


def test_tag_by_query(run: Run) -> None:
    assert run("tag", "--query", "tag:agents -year:2001", "--add", "some", "--remove", "agents").status == 0
    assert len(run("search", "tag:some").lines) == 6
    assert [line[4] for line in run("search", "tag:agents").lines] == ["2001", "2001"]
    assert run("tag", "--query", "nothingofthekind", "--add", "none").status == 0
    assert run("search", "tag:none").status == 0
    assert len(run("history").lines) == 2


def test_a_tag_that_is_none_is_refused(run: Run) -> None:
    outcome = run("tag", "1", "--add", " / ")
    assert (outcome.status, outcome.err) == (1, "readerapp: A tag needs a name. Type at least one letter.\n")


def test_status_by_papers_and_by_query(run: Run) -> None:
    assert run("status", "read", "1", "2401.00001").status == 0
    assert run("status", "Dropped", "--query", "tag:agents -is:read").status == 0
    assert statuses(run, "1", "2", "3", "6") == ["read", "read", "unread", "dropped"]
    assert run("show", "1", "--json").json()["finished"] is not None
    assert run("status", "reading", "50", "3").status == 1
    assert statuses(run, "3") == ["reading"]


def test_note_is_printed_as_it_was_written(run: Run) -> None:
    text = "# Idea\r\n\ttab, $x$, “quotes”, \x1b[1mnot bold\x1b[0m\n\n- 20 %  "
    assert run("note", "1").out == ""
    assert run("note", "1", "-", stdin=text.encode()).status == 0
    assert run("note", "1").out == text
    assert run("note", "1", "- [ ] to do").status == 0
    assert run("note", "1").out == "- [ ] to do"
    assert run("note", "1", "-x").status == 0
    assert run("note", "1").out == "-x"
    assert run("note", "1", "").status == 0
    assert run("note", "1").out == ""
    assert len(run("history").lines) == 5


def test_undo_and_redo_name_what_they_did(run: Run) -> None:
    run("status", "read", "1")
    run("tag", "1", "--add", "x")
    outcome = run("undo", "2")
    assert outcome.out == (
        "Undone: Tag “On the first question of subject 0” x\nUndone: Mark “On the first question of subject 0” read\n"
    )
    assert statuses(run, "1") == ["unread"]
    assert run("redo").out == "Done again: Mark “On the first question of subject 0” read\n"
    assert statuses(run, "1") == ["read"]
    assert [line[0] for line in run("history").lines] == ["undone", "1", "2"]
    again = run("redo", "5")
    assert (again.status, again.err) == (1, "readerapp: There is nothing to do again.\n")
    assert again.out.count("\n") == 1
    assert run("undo", "3").status == 0
    assert run("search").out == ""
    nothing = run("undo")
    assert (nothing.status, nothing.out, nothing.err) == (1, "", "readerapp: There is nothing to undo.\n")


def test_the_command_line_undoes_what_the_window_did(run: Run, file: Path) -> None:
    library = Library(file)
    writer = library.writer()
    reading.set_status(writer, [4], Status.READ)
    assert run("undo").out == "Undone: Mark “On the fourth question of subject 3” read\n"
    assert writer.changed_elsewhere()
    writer.close()
    library.close()


def test_backup_and_restore(run: Run, tmp_path: Path) -> None:
    before = run("export", "--format", "json").out
    made = Path(run("backup").out.rstrip("\n"))
    assert made.parent == tmp_path / "library.files" / "backups"
    elsewhere = tmp_path / "copies" / "mine.db"
    assert run("backup", str(elsewhere)).out == f"{elsewhere}\n"
    run("note", "1", "Written later.")
    outcome = run("restore", str(elsewhere))
    assert (outcome.status, outcome.out) == (0, "")
    assert run("export", "--format", "json").out == before
    aside = outcome.err.removeprefix("readerapp: The library as it was is kept as ").rstrip("\n")
    assert Path(aside).is_file()
    assert run("restore", aside).status == 0
    assert run("note", "1").out == "Written later."


def test_a_library_and_its_backup_are_two_files(run: Run, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(file)
    for arguments in (
        ("backup", str(file)),
        ("backup", str(link)),
        ("restore", str(file)),
        ("export", "--format", "json", "-o", str(link)),
    ):
        outcome = run(*arguments)
        assert outcome.status == 1
        assert "the library itself" in outcome.err
    assert len(run("search").lines) == 30


def test_backup_goes_into_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    assert Path(run("backup", str(folder)).out.rstrip("\n")).parent == folder


@pytest.mark.parametrize("content", [None, b"no library", b"SQLite format 3\0" + bytes(5000)])
def test_restore_refuses_what_is_no_backup(run: Run, tmp_path: Path, content: bytes | None) -> None:
    source = tmp_path / "source.db"
    if content is not None:
        source.write_bytes(content)
    outcome = run("restore", str(source))
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert len(run("search").lines) == 30


def test_restore_brings_back_a_damaged_library(run: Run, file: Path) -> None:
    made = run("backup").out.rstrip("\n")
    before = run("export", "--format", "json").out
    file.write_bytes(b"garbage" * 1000)
    assert run("search").status == 1
    assert run("restore", made).status == 0
    assert run("export", "--format", "json").out == before


def test_check_finds_and_mends(run: Run, file: Path) -> None:
    assert run("check").out == "All is well.\n"
    library = Library(file)
    writer = library.writer()
    with writer.unrecorded():
        writer.connection.execute("UPDATE tally SET n = n + 5 WHERE name = 'status:0'")
    writer.close()
    library.close()
    found = run("check")
    assert (found.status, found.out) == (1, "")
    assert found.err.startswith("readerapp: ")
    mended = run("check", "--repair")
    assert mended.status == 0
    assert mended.out.startswith("Mended: ")
    assert run("check").out == "All is well.\n"


def test_stats_count(run: Run) -> None:
    run("status", "read", "1", "2")
    run("status", "dropped", "3")
    run("note", "1", "A thought.")
    stats = run("stats", "--json").json()
    expected = {"papers": 30, "unread": 27, "read": 2, "dropped": 1, "reading": 0, "starred": 0, "notes": 1, "tags": 5}
    assert {name: stats[name] for name in expected} == expected
    monday = date.today() - timedelta(days=date.today().weekday())
    assert len(stats["weeks"]) == 8
    assert stats["weeks"][-1] == {"from": monday.isoformat(), "added": 30, "read": 2}
    assert stats["weeks"][0] == {"from": (monday - timedelta(weeks=7)).isoformat(), "added": 0, "read": 0}
    assert ["papers", "30"] in run("stats").lines


def test_formats_are_listed(run: Run) -> None:
    formats = {line[0]: line[1:3] for line in run("formats").lines}
    assert formats["json"] == ["reads", "writes"]
    assert formats["markdown"][1] == "writes"
    assert formats["csv"][1] == "writes"
    assert formats["papers-page"] == ["reads", ""]


def test_export_goes_to_standard_output_or_whole_into_a_file(run: Run, tmp_path: Path) -> None:
    printed = run("export", "tag:agents", "--format", "json").out
    assert {paper["id"] for paper in json.loads(printed)["papers"]} == set(range(2, 31, 4))
    target = tmp_path / "out.json"
    written = run("export", "tag:agents", "--format", "json", "-o", str(target))
    assert (written.status, written.out) == (0, "")
    assert target.read_text(encoding="utf-8") == printed
    assert run("export", "tag:agents", "--format", "json", "-o", "-").out == printed
    refused = run("export", "--format", "json", "-o", str(tmp_path / "none" / "out.json"))
    assert refused.status == 1
    assert refused.err.count("\n") == 1
    assert not list(tmp_path.glob(".*"))


def test_every_written_format_exports(run: Run) -> None:
    for name in ("json", "csv", "markdown"):
        outcome = run("export", "--format", name)
        assert outcome.status == 0
        assert outcome.out.count("question of subject") >= 30


def test_nothing_a_terminal_obeys_is_printed_for_people(run: Run, tmp_path: Path) -> None:
    record: dict[str, object] = {
        "id": None,
        "title": "Safe \u202eesrever\u202c \u2066title\u2069 \x1b[31mred\x9b2J",
        "published": None,
        "authors": ["Eve \x1b]0;x\x07Mallory"],
        "identifiers": {},
        "venue": "\x1b[2J",
        "takeaway": "one\x1b[31m two\u202e",
        "abstract": "A\x1b[31mB\x07",
        "highlights": [{"quote": "A\x1b[0m", "comment": "C\x1bD"}],
        "tags": ["t\x1bag"],
    }
    source = tmp_path / "hostile.json"
    source.write_text(json.dumps({"format": "readerapp", "version": 1, "papers": [record]}))
    imported = run("import", str(source))
    paper = run("search", "Safe", "--json").json()[0]["id"]
    for outcome in (imported, run("search", "Safe"), run("show", str(paper)), run("history"), run("stats")):
        for text in (outcome.out, outcome.err):
            assert not [char for char in text if char not in "\n\t" and (ord(char) < 32 or 127 <= ord(char) < 160)]
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "esrever" in run("search", "Safe").out
