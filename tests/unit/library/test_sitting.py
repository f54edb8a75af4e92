"""What a sitting came to, by the history: undone steps do not count, redone ones do."""

from __future__ import annotations

from readerapp.library import sitting
from readerapp.library.connect import Writer
from readerapp.library.sitting import Finished
from readerapp.operations import filing, reading
from readerapp.records import Status


def test_what_was_done_since_is_told_and_what_was_undone_is_not(filled: Writer) -> None:
    connection = filled.connection
    reading.finish(filled, [9], "Before.")
    reading.set_note(filled, 8, "Before.")
    mark = sitting.mark(connection)
    assert sitting.since(connection, mark, [5, 3]) == sitting.Sitting((), 0, 0, 0, _title(5))
    reading.finish(filled, [5], "Short is enough.")
    reading.finish(filled, [3])
    reading.set_status(filled, [4, 6], Status.DROPPED)
    reading.set_status(filled, [6], Status.UNREAD)
    filing.tag(filled, [1, 2], ["mine", "other"])
    filing.tag(filled, [2], remove=["mine", "other"])
    reading.set_note(filled, 1, "A thought.", merge="sitting")
    reading.set_note(filled, 1, "A longer thought.", merge="sitting")
    reading.set_note(filled, 2, "Gone again.")
    reading.set_note(filled, 2, "")
    found = sitting.since(connection, mark, [5, 3, 4, 7, 8])
    assert found == sitting.Sitting(
        (Finished(5, _title(5), "Short is enough."), Finished(3, _title(3), "")), 1, 1, 1, _title(7)
    )
    while filled.undo():
        if sitting.since(connection, mark, [5]).finished == ():
            break
    undone = sitting.since(connection, mark, [5])
    assert undone == sitting.Sitting((), 0, 0, 0, _title(5))
    while filled.redo():
        pass
    again = sitting.since(connection, mark, [5, 3, 4, 7, 8])
    assert again == found
    filing.trash(filled, [7])
    assert sitting.since(connection, mark, [5, 7]).next == ""


def _title(paper: int) -> str:
    """The title of a paper of the sample."""
    return f"On the {('first', 'second', 'third', 'fourth')[(paper - 1) % 4]} question of subject {paper - 1}"
