"""The way to the library and home again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from readerapp import registry
from readerapp.errors import Refused
from readerapp.formats.opening import open_path
from readerapp.jobs.lanes import Lanes
from readerapp.jobs.progress import Job
from readerapp.library import counts, papers
from readerapp.library.connect import Connection, Library, Writer
from readerapp.operations import reading
from readerapp.records import Changes, Item, Origin, Reading, Record, Status


def test_a_verb_comes_home_once_with_what_it_changed(lanes: Lanes, qtbot: QtBot) -> None:
    told: list[Changes] = []
    me = object()
    lanes.library_changed.connect(told.append)
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(reading.set_status, [1, 2], Status.READ, initiator=me)
    assert [(one.title, one.papers, one.initiator) for one in told] == [("Mark 2 papers read", frozenset({1, 2}), me)]
    assert counts.counts(lanes.reader).read == 2


def test_undo_and_redo_name_what_they_did(lanes: Lanes, qtbot: QtBot) -> None:
    lanes.do(reading.set_starred, [1], True)
    with qtbot.waitSignal(lanes.library_changed, check_params_cb=lambda one: one.title.startswith("Undone: Star")):
        lanes.undo()
    with qtbot.waitSignal(lanes.library_changed, check_params_cb=lambda one: one.title.startswith("Done again: Star")):
        lanes.redo()


def test_the_windows_own_connection_cannot_write(lanes: Lanes) -> None:
    with pytest.raises(Exception, match="readonly"):
        lanes.reader.execute("UPDATE paper SET starred = 1")


def test_what_is_refused_is_said_in_a_sentence(lanes: Lanes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.failed, check_params_cb=lambda words: "1 to 5" in words):
        lanes.do(reading.set_rating, [1], 9)


def test_a_defect_is_logged_and_does_not_end_the_lane(
    lanes: Lanes, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(writer: Writer) -> Changes | None:
        raise ZeroDivisionError

    with qtbot.waitSignal(lanes.failed):
        lanes.do(broken)
    assert "ZeroDivisionError" in caplog.text
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(reading.set_starred, [3], True)


def test_a_newer_question_interrupts_the_older(lanes: Lanes, qtbot: QtBot) -> None:
    answers: list[str] = []
    begun = threading.Event()

    def endless(connection: Connection) -> str:
        begun.set()
        connection.execute("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
        return "never"

    lanes.ask("list", endless, answers.append)
    assert begun.wait(5)
    started = time.monotonic()
    lanes.ask("list", lambda connection: "first", answers.append)
    lanes.ask("list", lambda connection: "second", answers.append)
    lanes.ask("other", lambda connection: "beside it", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["second", "beside it"]
    assert time.monotonic() - started < 5


def test_answers_to_a_dialog_that_has_closed_are_passed_over(lanes: Lanes, qtbot: QtBot) -> None:
    class Dialog(QObject):
        answered = Signal(object)

        def ask(self) -> None:
            def then(answer: object) -> None:
                self.answered.emit(answer)

            lanes.ask("something", lambda connection: 1, then)
            lanes.do(reading.set_starred, [1], True, then=lambda changes: self.answered.emit(changes))
            lanes.work(lambda: 1, lambda answer: self.answered.emit(answer))

    closed, open_ = Dialog(), Dialog()
    heard: list[object] = []
    open_.answered.connect(heard.append)
    closed.ask()
    delete(closed)
    open_.ask()
    # An error in the window's thread would end this test.
    qtbot.waitUntil(lambda: len(heard) == 3)


def test_a_change_by_another_process_is_noticed_within_a_second(lanes: Lanes, library: Library, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.library_changed):
        lanes.do(reading.set_starred, [1], True)
    other = library.writer()
    with qtbot.waitSignal(lanes.library_changed, timeout=1000, check_params_cb=lambda one: one.everything):
        reading.set_starred(other, [2], True)
    other.close()


def _many(count: int) -> Iterator[Item]:
    return (Record(title=f"Number {n}", authors=["Ada Byron"]) for n in range(count))


def test_an_import_shows_how_far_it_is_and_lets_notes_through(lanes: Lanes, qtbot: QtBot) -> None:
    jobs: list[Job] = []
    far: list[int] = []
    order: list[str] = []
    lanes.job_began.connect(jobs.append)
    lanes.library_changed.connect(lambda one: order.append(one.title[:6]))
    job = lanes.bring_in(lambda: Reading(Origin("json", "many"), _many(4000), total=4000), "many")
    job.progressed.connect(lambda done, total, words: far.append(done))
    qtbot.waitUntil(lambda: len(far) >= 1, timeout=10_000)
    lanes.do(reading.set_note, 1, "Typed meanwhile.")
    with qtbot.waitSignal(job.ended, timeout=20_000, check_params_cb=lambda words: words == "4,000 added"):
        pass
    qtbot.waitUntil(lambda: len(order) == 2)
    assert jobs == [job]
    assert order == ["Note o", "Import"]
    assert papers.note(lanes.reader, 1) == "Typed meanwhile."


def test_a_cancelled_import_leaves_nothing(lanes: Lanes, qtbot: QtBot) -> None:
    def endless() -> Iterator[Item]:
        number = 0
        while True:
            number += 1
            yield Record(title=f"Number {number}")

    job = lanes.bring_in(lambda: Reading(Origin("json", "endless"), endless()), "endless")
    with qtbot.waitSignal(job.progressed, timeout=10_000):
        pass
    with qtbot.waitSignal(job.ended, timeout=10_000, check_params_cb=lambda words: "nothing was added" in words):
        job.cancel()
    assert counts.counts(lanes.reader).papers == 30
    count = "SELECT count(*) FROM paper"
    qtbot.waitUntil(lambda: lanes.reader.execute(count).fetchone() == (30,), timeout=20_000)


def test_an_input_that_cannot_be_read_ends_in_its_sentence(lanes: Lanes, qtbot: QtBot) -> None:
    def unreadable() -> Reading:
        raise Refused("This is no list of papers.")

    with qtbot.waitSignals([lanes.failed, lanes.job_began]):
        job = lanes.bring_in(unreadable, "nonsense")
        job.ended.connect(lambda words: None)


def test_closing_lets_every_write_finish(library: Library, qtbot: QtBot) -> None:
    lanes = Lanes(library)
    for paper in range(1, 31):
        lanes.do(reading.set_note, paper, f"The last words on {paper}.")
    lanes.close()
    reader = library.reader()
    assert reader.execute("SELECT count(*) FROM note").fetchone() == (30,)
    reader.close()


def _file(path: Path) -> Reading:
    return registry.read(open_path(path))


def _lines(path: Path, count: int) -> Path:
    path.write_text("".join(f'{{"title": "Line {n}", "abstract": "{"Some words. " * 60}"}}\n' for n in range(count)))
    return path


def test_a_large_file_is_imported_by_another_process(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[Changes] = []
    far: list[int] = []
    lanes.library_changed.connect(told.append)
    path = _lines(tmp_path / "lines.jsonl", 4000)
    job = lanes.bring_in(partial(_file, path), "lines", add_tags=("apart",), in_process=True)
    job.progressed.connect(lambda done, total, words: far.append(done))
    qtbot.waitUntil(lambda: len(far) >= 1, timeout=20_000)
    lanes.do(reading.set_note, 1, "Typed meanwhile.")
    with qtbot.waitSignal(job.ended, timeout=30_000, check_params_cb=lambda words: words == "4,000 added"):
        pass
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [one.title[:6] for one in told] == ["Note o", "Import"]
    assert counts.counts(lanes.reader).papers == 4030
    lanes.undo()
    qtbot.waitUntil(lambda: counts.counts(lanes.reader).papers == 30, timeout=20_000)


def test_stopped_the_other_process_leaves_nothing_to_be_seen_and_goes_on_when_asked_again(
    lanes: Lanes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _lines(tmp_path / "lines.jsonl", 4000)
    job = lanes.bring_in(partial(_file, path), "lines", in_process=True)
    with qtbot.waitSignal(job.progressed, timeout=20_000):
        pass
    with qtbot.waitSignal(job.ended, timeout=5_000, check_params_cb=lambda words: "nothing was added" in words):
        job.cancel()
    assert counts.counts(lanes.reader).papers == 30
    (kept,) = lanes.reader.execute("SELECT count(*) FROM paper").fetchone()
    assert 30 < kept < 4030
    again = lanes.bring_in(partial(_file, path), "lines", in_process=True)
    with qtbot.waitSignal(again.ended, timeout=30_000, check_params_cb=lambda words: words == "4,000 added"):
        pass
    assert counts.counts(lanes.reader).papers == 4030


def test_what_the_other_process_refuses_is_said_here(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.failed, timeout=20_000, check_params_cb=lambda words: "nowhere" in words):
        lanes.bring_in(partial(_file, tmp_path / "nowhere"), "nowhere", in_process=True)


def test_two_imports_at_once_do_not_keep_a_note_waiting(lanes: Lanes, qtbot: QtBot) -> None:
    ended: list[str] = []

    def page(name: str) -> Reading:
        papers_of_it = [Record(title=f"{name} {n}", authors=["Ada Byron"]) for n in range(1500)]
        return Reading(Origin("json", "page"), iter(papers_of_it))

    for name in ("one", "two"):
        lanes.bring_in(partial(page, name), name).ended.connect(ended.append)
    with qtbot.waitSignal(lanes.library_changed, timeout=3000, check_params_cb=lambda one: one.title[:4] == "Note"):
        lanes.do(reading.set_note, 1, "Typed meanwhile.")
    qtbot.waitUntil(lambda: ended == ["1,500 added", "1,500 added"], timeout=20_000)


def test_closing_in_the_middle_of_an_import_takes_a_moment_and_leaves_nothing(
    library: Library, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for in_process in (False, True):
        lanes = Lanes(library)
        path = _lines(tmp_path / "lines.jsonl", 8000)
        job = lanes.bring_in(partial(_file, path), "lines", in_process=in_process)
        with qtbot.waitSignal(job.progressed, timeout=20_000):
            pass
        lanes.close()
        reader = library.reader()
        assert counts.counts(reader).papers == 30
        reader.close()
    assert caplog.text == ""


def test_a_server_that_does_not_answer_does_not_keep_the_window(library: Library, qtbot: QtBot) -> None:
    lanes = Lanes(library)
    asked, over = threading.Event(), threading.Event()
    told: list[object] = []

    def wait_for_it(job: Job) -> int:
        asked.set()
        over.wait(20)
        return 1

    def then(answer: int) -> str:
        told.append(answer)
        return "Here."

    lanes.job("Fetching", wait_for_it, then, where="network")
    assert asked.wait(5)
    lanes.close()
    assert not over.is_set()
    over.set()
    qtbot.wait(20)
    assert told == []


def test_a_job_leaves_the_words_of_its_end(lanes: Lanes, qtbot: QtBot) -> None:
    job = lanes.job("Counting", lambda _: 3, lambda answer: f"{answer} counted")
    with qtbot.waitSignal(job.ended, check_params_cb=lambda words: words == "3 counted"):
        pass
    stopped: list[int] = []

    def refuse(job: Job) -> None:
        raise Refused("It cannot be counted.")

    refused = lanes.job("Counting", refuse, lambda _: "", stopped=lambda: stopped.append(1), where="background")
    with qtbot.waitSignals([refused.ended, lanes.failed]):
        pass
    assert stopped == [1]

    def endless(job: Job) -> None:
        while True:
            job.check()

    cancelled = lanes.job("Counting", endless, lambda _: "", stopped=lambda: stopped.append(2))
    with qtbot.waitSignal(cancelled.ended, check_params_cb=lambda words: words == "Cancelled."):
        cancelled.cancel()
    assert stopped == [1, 2]
