"""Files that an import names beside it: found only inside of its folder, and only plain files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_MOST_PARTS = 64


def file_inside(folder: Path, name: str) -> Path | None:
    """The plain file that `name` means in `folder`, with every link on the way followed; None when there is none, or it
    is outside of the folder, a device, a pipe, or empty.

    `name` may have either kind of slash, and may be absolute.
    """
    if "\0" in name or not name.strip():
        return None
    parts = Path(name) if Path(name).is_absolute() else Path(name.replace("\\", "/"))
    if len(parts.parts) > _MOST_PARTS:
        return None
    try:
        root = Path(os.path.realpath(folder))
        place = Path(os.path.realpath(root / parts))
        if root not in place.parents:
            return None
        about = place.lstat()
    except (OSError, ValueError):
        return None
    return place if stat.S_ISREG(about.st_mode) and about.st_size else None
