"""What SQLite says, told to the reader. The one place where an error of the database becomes a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readerapp.errors import Cancelled, Refused

# What SQLite puts into its messages, and what it means to a person. First match wins.
_SENTENCES = (
    (
        "disk is full",
        "There is no space left where the library {path} lies.",
        "Free some space and try again; nothing was lost.",
    ),
    (
        "readonly",
        "The library {path} cannot be written to.",
        "Check the permissions of the file and its folder.",
    ),
    ("locked", "Another program has kept the library {path} busy.", "Try again in a moment."),
    ("could not decode", "The library {path} is damaged.", "Restore a backup with: readerapp restore FILE"),
    ("vtable constructor failed", "The library {path} is damaged.", "Restore a backup with: readerapp restore FILE"),
    ("malformed", "The library {path} is damaged.", "Restore a backup with: readerapp restore FILE"),
    ("not a database", "{path} is not a library.", "Choose another file with --library."),
    (
        "unable to open",
        "The library {path} cannot be opened.",
        "Check that its folder exists and may be written to.",
    ),
    (
        "disk i/o",
        "The disk failed while the library {path} was used.",
        "Check the disk, then restore a backup if needed.",
    ),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Runs the block; an error of SQLite (also one wrapped by Peewee) in it becomes a Refused about `path`.

    An interrupted statement becomes Cancelled. Errors that speak of our own SQL stay what they are.
    """
    try:
        yield
    except Exception as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise sentence from error


def full(path: Path) -> bool:
    """Whether there is next to no space left where this file lies."""
    try:
        return shutil.disk_usage(path.parent).free < 1 << 16
    except OSError:
        return False


def _sentence(error: BaseException, path: Path) -> Exception | None:
    if isinstance(error, Refused | Cancelled):
        return None
    # The first cause counts: what failed after it, such as giving up the transaction, failed because of it.
    chain = [error]
    while following := chain[-1].__cause__ or chain[-1].__context__:
        chain.append(following)
    for cause in reversed(chain):
        if not isinstance(cause, sqlite3.Error | UnicodeDecodeError):
            continue
        # SQLite writes names in UTF-8: one that is not was not written by it.
        message = "malformed" if isinstance(cause, UnicodeDecodeError) else str(cause).lower()
        if "disk i/o" in message and full(path):
            # SQLite says so when it cannot even make the small file that readers share.
            message = "disk is full"
        if "interrupted" in message:
            return Cancelled("interrupted")
        for mark, what, remedy in _SENTENCES:
            if mark in message:
                return Refused(what.format(path=path), remedy)
    return None
