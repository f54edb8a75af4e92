"""Starts readerapp: the command line, or the window, whose libraries are imported only for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Runs readerapp with these arguments, by default those of the process. Returns the exit status."""
    try:
        from readerapp import cli

        return cli.main(sys.argv[1:] if argv is None else argv, _open_window)
    except KeyboardInterrupt:  # while the program itself was still being read
        return 1


def _open_window(library: Path) -> int:
    import gc

    # Nothing that is made while the window starts is garbage, and there is enough of it to look through it ten times.
    gc.disable()
    from readerapp.app import run

    return run(library)


if __name__ == "__main__":
    sys.exit(main())
