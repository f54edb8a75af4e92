"""Takes the pictures of the README: `python -m tests.end2end.screenshot`.

Starts the program on the starter library, in light and dark, as a person would see it at 1440 × 900; with --all also
at 900 × 600 and at 200 %, into tests/end2end/screenshots, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from readerapp.paths import RESOURCES, STARTER
from tests.end2end.harness import Program, Screen

# Width, height, scale: the three sizes that everything must fit.
SIZES = {"1440x900": (1440, 900, 1.0), "900x600": (900, 600, 1.0), "200-percent": (1440, 900, 2.0)}


def take(size: str, *, dark: bool) -> Path:
    """One picture of the window, with a search and an open paper."""
    width, height, scale = SIZES[size]
    screen = Screen(width, height)
    try:
        with TemporaryDirectory() as home:
            program = Program(screen, Path(home), dark=dark, scale=scale, size=f"{width}x{height}")
            program.command("import", str(STARTER))
            program.start()
            time.sleep(1)
            screen.press("Home")
            time.sleep(1)
            picture = screen.picture(f"window-{size}-{'dark' if dark else 'light'}")
            program.kill()
    finally:
        screen.close()
    return picture


def main() -> None:
    for dark in (False, True):
        picture = take("1440x900", dark=dark)
        shutil.copy(picture, RESOURCES / f"screenshot-{'dark' if dark else 'light'}.png")
        if "--all" in sys.argv:
            for size in ("900x600", "200-percent"):
                take(size, dark=dark)


if __name__ == "__main__":
    main()
