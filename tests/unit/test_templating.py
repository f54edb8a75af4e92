"""Templates of notes: given to tags, found for papers, filled in."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats import readerapp_json
from readerapp.formats.opening import open_path
from readerapp.library import note_templates, saved
from readerapp.library.connect import Library, Writer
from readerapp.library.note_templates import NoteTemplate
from readerapp.operations import filing, tagging, templating
from readerapp.operations.importing import bring_in
from readerapp.records import Record
from tests.conftest import reading as read_from

TODAY = date(2026, 11, 24)


@pytest.fixture
def shelf(writer: Writer) -> Writer:
    bring_in(
        writer,
        read_from(
            Record(title="On {year} questions", authors=["Ada Byron", "Liu Wei"], year=2020, venue="ICML",
                   citation_key="byron2020", tags=["thesis/related-work/old", "agents"]),
            Record(title="Bare", tags=["thesis"]),
        ),
    )  # fmt: skip
    return writer


def test_the_nearest_template_above_a_tag_is_its_own(shelf: Writer) -> None:
    connection = shelf.connection
    assert note_templates.of_paper(connection, 1) == []
    templating.set_template(shelf, "thesis", "## Whole")
    assert note_templates.of_paper(connection, 1) == [NoteTemplate("thesis", "## Whole")]
    templating.set_template(shelf, "Thesis/Related-Work", "## Part")
    assert note_templates.of_paper(connection, 1) == [NoteTemplate("thesis/related-work", "## Part")]
    assert note_templates.of_paper(connection, 2) == [NoteTemplate("thesis", "## Whole")]
    templating.set_template(shelf, "agents", "## Agents")
    assert [one.tag for one in note_templates.of_paper(connection, 1)] == ["agents", "thesis/related-work"]


def test_what_stands_in_braces_is_filled_in_once(shelf: Writer) -> None:
    text = "# {title}\n{authors}, {venue} {year}\n{link} {date} {other} {{year}}"
    templating.set_template(shelf, "agents", text)
    (one,) = templating.filled(shelf.connection, 1, TODAY)
    assert one.text == (
        "# On {year} questions\nAda Byron, Liu Wei, ICML 2020\n"
        "[[byron2020|On {year} questions]] 2026-11-24 {other} {2020}"
    )
    assert templating.filled(shelf.connection, 99) == []


def test_a_template_is_changed_taken_away_and_undone(shelf: Writer) -> None:
    templating.set_template(shelf, "agents", "first")
    assert templating.set_template(shelf, "agents", "first") is None
    templating.set_template(shelf, "agents", "  \n ")
    assert note_templates.of_tag(shelf.connection, "agents") == ""
    shelf.undo()
    assert note_templates.of_tag(shelf.connection, "agents") == "first"
    with pytest.raises(Refused, match="no tag nothing"):
        templating.set_template(shelf, "nothing", "x")
    with pytest.raises(Refused, match="100,000 characters"):
        templating.set_template(shelf, "agents", "x" * 100_001)
    assert note_templates.of_tag(shelf.connection, "nothing") == ""


def test_a_template_goes_with_its_tag(shelf: Writer) -> None:
    templating.set_template(shelf, "agents", "## Agents")
    tagging.rename_tag(shelf, "agents", "robots")
    assert note_templates.of_tag(shelf.connection, "robots") == "## Agents"
    tagging.merge_tags(shelf, "robots", "thesis", False)
    assert note_templates.of_tag(shelf.connection, "thesis") == "## Agents"
    filing.tag(shelf, [2], ["robots"])
    templating.set_template(shelf, "robots", "another")
    tagging.merge_tags(shelf, "robots", "thesis", False)
    assert note_templates.of_tag(shelf.connection, "thesis") == "## Agents"
    tagging.delete_tag(shelf, "thesis")
    assert shelf.connection.execute("SELECT count(*) FROM note_template").fetchone() == (0,)


def test_it_is_in_the_lossless_json(shelf: Writer, tmp_path: Path) -> None:
    templating.set_template(shelf, "agents", "## Agents\n- [ ] {title}")
    stream = StringIO()
    readerapp_json.write(saved.tag_records(shelf.connection), stream)
    path = tmp_path / "papers.json"
    path.write_text(stream.getvalue(), encoding="utf-8")
    templating.set_template(shelf, "agents", "changed here")
    bring_in(shelf, registry.read(open_path(path)))
    assert note_templates.of_tag(shelf.connection, "agents") == "changed here"
    shelf.close()
    library = Library(tmp_path / "another.db")
    other = library.writer()
    bring_in(other, registry.read(open_path(path)))
    assert note_templates.of_tag(other.connection, "agents") == "## Agents\n- [ ] {title}"
    other.close()
    library.close()
