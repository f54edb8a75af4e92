"""The two kinds of error: the world's, told to the reader, and ours, which stay exceptions.

Anything a file, a disk, another process or a person can cause is raised as `Refused`, whose text is shown as it
is. Every other exception is a defect of this program.
"""

from __future__ import annotations


class Refused(Exception):
    """Something could not be done, in words for the reader.

    The first sentence says what happened, the second what can be done about it. Nothing was changed when it is
    raised.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class Cancelled(Exception):
    """The reader stopped a long piece of work; what it had begun has been taken back."""
