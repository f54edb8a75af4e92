"""Files kept current from a library: real files, real papers, and others who write in them too."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp.errors import Refused
from readerapp.formats.living import Bib, keys_in, update
from readerapp.library import papers
from readerapp.library.connect import Connection, Library, Writer
from readerapp.operations import filing, living
from readerapp.operations.importing import bring_in
from readerapp.operations.living import Living, Outcome, bring_up_to_date, give_keys, kept
from readerapp.records import Record
from tests.conftest import reading
from tests.unit.formats.references import references


class Shelf:
    """A library with ten papers, of which some are in a project, and a file beside a document."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder / "library.db")
        self.writer: Writer = self.library.writer()
        bring_in(self.writer, reading(*references()))
        self.reader: Connection = self.library.reader()
        self.folder = folder / "living"
        self.document = folder / "thesis"
        self.document.mkdir()
        self.living = Living(self.document / "references.bib", "bibtex", "tag:thesis")

    def tag(self, *ids: int) -> None:
        filing.tag(self.writer, list(ids), ["thesis"], [])

    def untag(self, *ids: int) -> None:
        filing.tag(self.writer, list(ids), [], ["thesis"])

    def write(self) -> Outcome:
        """Brings the file up to date as the window does, keys first, and remembers it."""
        outcome = bring_up_to_date(self.reader, self.living)
        if outcome.keyless:
            give_keys(self.writer, outcome.keyless, "[auth][year][word]", living.keys_of_others(self.living))
            outcome = bring_up_to_date(self.reader, self.living)
        assert not outcome.keyless
        self.living = outcome.living
        living.keep(self.folder, self.library.path, self.living)
        return outcome

    @property
    def text(self) -> str:
        return self.living.target.read_bytes().decode()

    def record(self, paper: int) -> Record:
        found = papers.record(self.reader, paper)
        assert found is not None
        return found

    def close(self) -> None:
        self.reader.close()
        self.writer.close()
        self.library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    opened = Shelf(tmp_path)
    yield opened
    opened.close()


def test_a_project_is_written(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    outcome = shelf.write()
    assert outcome.written
    assert outcome.papers == {1, 2}
    assert shelf.text.startswith("@misc{devlin2018bert,\n  title = {BERT")
    assert "\n}\n\n@inproceedings{vaswani2017attention,\n" in shelf.text
    assert shelf.text.endswith("\n}\n")
    assert "thesis" not in shelf.text


def test_nothing_changed_writes_nothing(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    shelf.write()
    stamp = shelf.living.target.stat().st_mtime_ns
    assert not shelf.write().written
    assert shelf.living.target.stat().st_mtime_ns == stamp
    assert [path.name for path in shelf.document.iterdir()] == ["references.bib"]


def test_keys_stay_as_they_are(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.write()
    assert shelf.record(1).citation_key == "vaswani2017attention"
    give_keys(shelf.writer, [1, 2], "[Auth]-[shortyear]")
    assert shelf.record(1).citation_key == "vaswani2017attention"
    assert shelf.record(2).citation_key == "Devlin-18"


def test_keys_are_no_step_of_the_history(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.write()
    undone = shelf.writer.undo()
    assert undone is not None
    assert "thesis" in undone.title
    assert shelf.record(1).citation_key == "vaswani2017attention"
    shelf.write()
    assert shelf.text.strip() == ""
    shelf.writer.redo()
    shelf.write()
    assert shelf.text.startswith("@inproceedings{vaswani2017attention,")


def test_a_key_is_given_once(shelf: Shelf) -> None:
    bring_in(shelf.writer, reading(Record(title="Attention again", authors=["Ashish Vaswani"], year=2017)))
    shelf.tag(1, *papers.all_ids(shelf.reader)[-1:])
    shelf.living.target.write_text("@book{Vaswani2017attentiona,\n  title = {Theirs},\n}\n", encoding="utf-8")
    shelf.write()
    found = sorted(shelf.record(paper).citation_key or "" for paper in (1, papers.all_ids(shelf.reader)[-1]))
    assert found == ["vaswani2017attention", "vaswani2017attentionb"]
    assert "Theirs" in shelf.text


def test_two_papers_with_one_key(shelf: Shelf) -> None:
    same = [Record(title=f"Title {number}", citation_key="same", year=number) for number in (2001, 2002)]
    bring_in(shelf.writer, reading(*same))
    shelf.tag(*papers.all_ids(shelf.reader)[-2:])
    outcome = shelf.write()
    assert outcome.doubled == ("same",)
    assert shelf.text.count("@") == 1
    assert "Title 2001" in shelf.text


def test_another_paper_with_the_key_in_the_file(shelf: Shelf) -> None:
    bring_in(shelf.writer, reading(Record(title="Mine", citation_key="key1", year=2001)))
    shelf.tag(papers.all_ids(shelf.reader)[-1])
    theirs = "@book{key1,\n  title = {Theirs},\n}\n"
    shelf.living.target.write_text(theirs, encoding="utf-8")
    outcome = shelf.write()
    assert outcome.update is not None
    assert outcome.update.taken == ("key1",)
    assert shelf.text == theirs
    # When it has gone, ours comes.
    shelf.living.target.write_text("", encoding="utf-8")
    shelf.write()
    assert "Mine" in shelf.text


def test_what_others_write_stays(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    shelf.write()
    theirs = shelf.text.replace("  year = {2017},\n", "  year = {2017},\n  annote = {read this},\n")
    theirs += "\n@book{knuth, title = {The TeXbook}}\n"
    shelf.living.target.write_text(theirs, encoding="utf-8")
    shelf.untag(2)
    shelf.tag(4)
    shelf.write()
    assert "annote = {read this}" in shelf.text
    assert "@book{knuth, title = {The TeXbook}}" in shelf.text
    assert "devlin" not in shelf.text
    assert "lecun2015deep" in shelf.text


def test_it_goes_on_after_a_restart(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    shelf.write()
    [again] = kept(shelf.folder, shelf.library.path)
    assert again == shelf.living
    assert again.entries == shelf.living.entries
    shelf.living = again
    shelf.untag(2)
    shelf.write()
    assert list(shelf.living.entries) == ["vaswani2017attention"]
    assert kept(shelf.folder, shelf.library.path.with_name("other.db")) == []
    living.forget(shelf.folder, shelf.library.path, again)
    assert kept(shelf.folder, shelf.library.path) == []


def test_what_was_remembered_is_lost_or_damaged(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    shelf.write()
    before = shelf.text
    [file] = shelf.folder.iterdir()
    for damage in (b"", b"{", b"[]", b'{"library": 1}', b"\xff", b"[" * 100_000):
        file.write_bytes(damage)
        assert kept(shelf.folder, shelf.library.path) == []
    shelf.living = Living(shelf.living.target, "bibtex", "tag:thesis")
    assert not shelf.write().written
    assert shelf.text == before


def test_csl_json(shelf: Shelf) -> None:
    shelf.living = Living(shelf.document / "references.json", "csljson", "tag:thesis")
    shelf.tag(1, 2)
    shelf.write()
    assert [item["id"] for item in json.loads(shelf.text)] == ["devlin2018bert", "vaswani2017attention"]
    assert "thesis" not in shelf.text
    assert "status" not in shelf.text
    shelf.untag(1)
    shelf.write()
    assert [item["id"] for item in json.loads(shelf.text)] == ["devlin2018bert"]


def test_biblatex(shelf: Shelf) -> None:
    shelf.living = Living(shelf.document / "references.bib", "biblatex", "tag:thesis")
    shelf.tag(3)
    shelf.write()
    assert "journaltitle = {Journal of Machine Learning Research}" in shelf.text


def test_papers_in_the_trash_go(shelf: Shelf) -> None:
    shelf.tag(1, 2)
    shelf.write()
    filing.trash(shelf.writer, [2])
    shelf.write()
    assert "devlin" not in shelf.text


# Files as they are


def test_a_folder_that_is_gone_is_a_sentence(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.write()
    shelf.living.target.unlink()
    shelf.document.rmdir()
    with pytest.raises(Refused, match="is not there, so references"):
        bring_up_to_date(shelf.reader, shelf.living)
    shelf.document.mkdir()
    outcome = shelf.write()
    assert outcome.written
    assert outcome.update is not None
    assert outcome.update.returned == ()


def test_a_file_in_another_encoding_is_not_written(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.living.target.write_bytes("@book{x, title = {Übung}}".encode("cp1252"))
    with pytest.raises(Refused, match="no text in UTF-8"):
        shelf.write()
    assert shelf.living.target.read_bytes() == "@book{x, title = {Übung}}".encode("cp1252")


def test_a_folder_in_the_place_of_the_file(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.living.target.mkdir()
    with pytest.raises(Refused, match="is no file"):
        shelf.write()


def test_a_link_stays_one_and_the_mode_too(shelf: Shelf, tmp_path: Path) -> None:
    real = tmp_path / "real.bib"
    real.write_text("% here\n", encoding="utf-8")
    real.chmod(0o640)
    shelf.living.target.symlink_to(real)
    shelf.tag(1)
    shelf.write()
    assert shelf.living.target.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("% here\n\n@inproceedings{vaswani2017attention,")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_written_meanwhile_is_begun_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.tag(1)
    shelf.write()
    shelf.tag(2)
    written: list[str] = []

    def update_while_others_write(text: str, *rest: object, **more: object) -> object:
        if len(written) < 2:
            written.append(f"% others {len(written)}\n")
            shelf.living.target.write_text(f"{text}{written[-1]}", encoding="utf-8")
        return update(text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(living, "update", update_while_others_write)
    shelf.write()
    assert "% others 0" in shelf.text
    assert "% others 1" in shelf.text
    assert "devlin2018bert" in shelf.text


def test_a_file_that_never_rests_is_a_sentence(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.tag(1)
    shelf.write()
    shelf.tag(2)

    def update_while_others_write(text: str, *rest: object, **more: object) -> object:
        shelf.living.target.write_text(f"{text}% more\n", encoding="utf-8")
        return update(text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(living, "update", update_while_others_write)
    with pytest.raises(Refused, match="being written by another program"):
        shelf.write()
    assert [path.name for path in shelf.document.iterdir()] == ["references.bib"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(shelf: Shelf) -> None:
    shelf.tag(1)
    shelf.document.chmod(0o500)
    with pytest.raises(Refused, match="cannot be written"):
        shelf.write()


# Odd papers


@pytest.mark.parametrize("key", ["a b", "a{b", "{}", "ä/ö:ü", "x" * 700, "a,b", "%", "a(b)", "@", "a\\b", " "])
def test_any_key_is_found_again(shelf: Shelf, key: str) -> None:
    bring_in(shelf.writer, reading(Record(title="Odd", citation_key=key, year=2001)))
    shelf.tag(papers.all_ids(shelf.reader)[-1])
    shelf.write()
    before = shelf.text
    assert not shelf.write().written
    assert shelf.text == before
    assert before.count("@misc{") == 1


@pytest.mark.parametrize("title", ["{", "}", "@article{x,", "a\n@book{y, title={z}}", "\\", "%", '"', "# #", "$x$ & _"])
def test_any_title_is_found_again(shelf: Shelf, title: str) -> None:
    bring_in(shelf.writer, reading(Record(title=title, abstract=f"One\n\n{title}\n{title}", year=2001)))
    shelf.tag(1, 2, papers.all_ids(shelf.reader)[-1])
    shelf.write()
    before = shelf.text
    assert not shelf.write().written
    assert len(list(keys_in(before, Bib()))) == 3
