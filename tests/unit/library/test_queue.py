"""Up next, whole and of a project, against a plain list that somebody keeps by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.library import queue
from readerapp.library.connect import Library, Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations import filing, reading
from readerapp.operations.importing import bring_in
from readerapp.records import Status
from tests.conftest import reading as read_from
from tests.conftest import sample

PROJECTS = ("thesis", "agents")


@dataclass
class ByHand:
    """Up next as somebody would keep it with a pencil: one list, and one for each project."""

    whole: list[int] = field(default_factory=list)
    own: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in PROJECTS})
    tagged: dict[str, set[int]] = field(default_factory=dict)
    trashed: set[int] = field(default_factory=set)

    def shown(self, project: str) -> list[int]:
        """What the reader sees."""
        here = [paper for paper in self.whole if paper not in self.trashed]
        if not project:
            return here
        mine = [paper for paper in here if paper in self.tagged[project]]
        placed = [paper for paper in self.own[project] if paper in mine]
        return placed + [paper for paper in mine if paper not in placed]

    def show(self, project: str, wanted: list[int], moved: list[int]) -> None:
        """Writes down an order; who is hidden, or has no place, keeps to those around."""
        if not project:
            hidden = [paper for paper in self.whole if paper in self.trashed]
            self.whole = wanted + hidden
            return
        last = max(n for n, paper in enumerate(wanted) if paper in moved or paper in self.own[project])
        gone = [paper for paper in self.own[project] if paper not in wanted]
        self.own[project] = wanted[: last + 1] + gone

    def move(self, papers: list[int], project: str, at: int) -> None:
        """Puts those of the papers that are shown before the one at `at` of the others."""
        order = self.shown(project)
        moved = [paper for paper in order if paper in papers]
        rest = [paper for paper in order if paper not in papers]
        wanted = rest[:at] + moved + rest[at:]
        if moved and wanted != order:
            self.show(project, wanted, moved)


some = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)
which = st.sampled_from(["", *PROJECTS])
acts = st.one_of(
    st.tuples(st.just("add"), some),
    st.tuples(st.just("leave"), some),
    st.tuples(st.just("finish"), some),
    st.tuples(st.just("by"), some, st.integers(-3, 3), which),
    st.tuples(st.just("top"), some, which),
    st.tuples(st.just("end"), some, which),
    st.tuples(st.just("beside"), some, st.integers(1, 12), st.booleans(), which),
)


def do(writer: Writer, hand: ByHand, act: tuple) -> None:  # type: ignore[type-arg]
    """Does an act with both."""
    match act:
        case "add", papers:
            filing.enqueue(writer, papers)
            hand.whole += [paper for paper in papers if paper not in hand.whole]
        case ("leave" | "finish") as name, papers:
            filing.dequeue(writer, papers) if name == "leave" else reading.finish(writer, papers)
            for order in (hand.whole, *hand.own.values()):
                order[:] = [paper for paper in order if paper not in papers]
        case "by", papers, offset, project:
            filing.move_in_queue(writer, papers, offset, project)
            order = hand.shown(project)
            rest = [paper for paper in order if paper not in papers]
            first = next((n for n, paper in enumerate(order) if paper in papers), 0)
            hand.move(papers, project, max(0, min(len(rest), first + offset)))
        case "top", papers, project:
            filing.move_to_top(writer, papers, project)
            hand.move(papers, project, 0)
        case "end", papers, project:
            filing.move_to_end(writer, papers, project)
            hand.move(papers, project, len(hand.whole))
        case "beside", papers, beside, below, project:
            filing.place_in_queue(writer, papers, beside, below, project)
            rest = [paper for paper in hand.shown(project) if paper not in papers]
            if beside in rest:
                hand.move(papers, project, rest.index(beside) + below)


def query(project: str) -> str:
    """What lists up next in the window."""
    return f"{f'tag:{project} ' if project else ''}is:queued sort:queue"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=14), st.sampled_from([1 << 20, 4]))
def test_the_order_is_what_the_reader_made_it(steps: list[tuple], gap: int) -> None:  # type: ignore[type-arg]
    # Where there is hardly any room between neighbours, it is soon used up.
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(queue, "_GAP", gap)
        library = Library(Path(folder) / "library.db")
        writer = library.writer()
        bring_in(writer, read_from(*sample(12)))
        hand = ByHand()
        for project in PROJECTS:
            hand.tagged[project] = set(ids(writer.connection, parse(f"tag:{project}")))
        filing.tag(writer, [2, 5, 6], ["agents"])
        hand.tagged["agents"] |= {2, 5, 6}
        filing.enqueue(writer, [3, 1, 8, 4, 9])
        hand.whole = [3, 1, 8, 4, 9]
        for act in steps:
            do(writer, hand, act)
            for project in ("", *PROJECTS):
                assert queue.ids(writer.connection, project) == hand.shown(project), (act, project)
                assert list(ids(writer.connection, parse(query(project)))) == hand.shown(project)
        writer.close()
        library.close()


def rows_written(writer: Writer, table: str) -> int:
    """How many rows of a table the latest step changed."""
    (number,) = writer.connection.execute(
        "SELECT count(*) FROM undo_change WHERE tbl = ? AND step_id = (SELECT max(id) FROM undo_step)", (table,)
    ).fetchone()
    return int(number)


def test_one_move_writes_one_row_and_a_project_leaves_the_whole_alone(filled: Writer) -> None:
    filing.enqueue(filled, list(range(1, 31)))
    filing.move_in_queue(filled, [10], -1)
    assert rows_written(filled, "queue") == 1
    filing.place_in_queue(filled, [30], 5)
    assert rows_written(filled, "queue") == 1
    whole = queue.ids(filled.connection)
    assert whole[:6] == [1, 2, 3, 4, 30, 5]
    thesis = queue.ids(filled.connection, "thesis")
    filing.move_to_top(filled, [thesis[-1]], "Thesis")
    assert rows_written(filled, "project_queue") == 1
    assert queue.ids(filled.connection, "thesis") == [thesis[-1], *thesis[:-1]]
    filing.move_in_queue(filled, [thesis[-1]], 1, "thesis")
    assert rows_written(filled, "queue") == 0
    assert queue.ids(filled.connection) == whole
    assert queue.ids(filled.connection, "thesis") == [thesis[0], thesis[-1], *thesis[1:-1]]


def test_what_comes_later_follows_a_projects_own_order(filled: Writer) -> None:
    filing.enqueue(filled, [1, 5, 4])
    filing.move_to_end(filled, [1], "thesis")
    assert queue.ids(filled.connection, "thesis") == [5, 4, 1]
    filing.enqueue(filled, [9, 8])
    assert queue.ids(filled.connection, "thesis") == [5, 4, 1, 9, 8]
    filing.move_to_top(filled, [8])
    assert queue.ids(filled.connection, "thesis") == [5, 4, 1, 8, 9]
    assert queue.ids(filled.connection, "thesis/related-work") == [8, 4]


def test_another_name_of_a_project_is_that_project(filled: Writer) -> None:
    filing.enqueue(filled, [1, 5])
    with filled.step("Give the tag another name") as step:
        filled.connection.execute(
            "INSERT INTO tag_alias (name, key, tag_id) SELECT 'Diss', 'diss', id FROM tag WHERE key = 'thesis'"
        )
    assert step.changes is not None
    filing.move_to_top(filled, [5], "Diss")
    assert queue.ids(filled.connection, "thesis") == queue.ids(filled.connection, "diss") == [5, 1]
    assert queue.ids(filled.connection, "nothing of this name") == queue.ids(filled.connection, "\x07") == []
    assert filing.move_to_top(filled, [1], "\x07") is None


def test_what_is_in_the_trash_comes_back_where_it_was(filled: Writer) -> None:
    filing.enqueue(filled, [1, 2, 3, 4])
    filing.trash(filled, [2])
    assert queue.ids(filled.connection) == [1, 3, 4]
    filing.move_to_top(filled, [4])
    filing.restore(filled, [2])
    assert queue.ids(filled.connection) == [4, 1, 2, 3]


def test_finishing_is_one_step_that_can_be_taken_back(filled: Writer) -> None:
    filing.enqueue(filled, [1, 5, 4])
    filing.move_to_top(filled, [5], "thesis")
    changes = reading.finish(filled, [5], "  Disorder \n is what costs.  ")
    assert changes is not None
    assert changes.title == "Finish “On the first question of subject 4”"
    row = filled.connection.execute("SELECT status, takeaway FROM paper WHERE id = 5").fetchone()
    assert row == (Status.READ, "Disorder is what costs.")
    assert queue.ids(filled.connection, "thesis") == [1, 4]
    assert filled.connection.execute("SELECT count(*) FROM project_queue").fetchone() == (0,)
    filled.undo()
    assert queue.ids(filled.connection, "thesis") == [5, 1, 4]
    reading.set_takeaway(filled, 5, "Mine.")
    reading.finish(filled, [5, 1], " ")
    assert filled.connection.execute("SELECT takeaway FROM paper WHERE id = 5").fetchone() == ("Mine.",)
    assert reading.finish(filled, [5]) is None
