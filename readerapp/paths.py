"""Where files are: what the program ships with, and the reader's own folders. The only module that knows."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"
# A wheel carries resources and db inside the package; a checkout (also an editable install) has them beside it.
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
DB = _ROOT / "db"
MIGRATIONS = DB / "migrations"
STARTER = DB / "starter" / "papers.json"


def default_library() -> Path:
    """The library used when neither --library nor READERAPP_LIBRARY names one."""
    named = os.environ.get("READERAPP_LIBRARY")
    if named:
        return Path(named).expanduser()
    return data_folder() / "library.db"


def data_folder() -> Path:
    """The reader's data folder for this program; not created."""
    import platformdirs  # imported late: most commands are told their library

    return platformdirs.user_data_path("readerapp", appauthor=False)


def settings_file() -> Path:
    """The file of the reader's settings; it need not be there."""
    import platformdirs

    return platformdirs.user_config_path("readerapp", appauthor=False) / "settings.toml"


def styles_folder() -> Path:
    """The folder of the reader's own citation styles; it need not be there."""
    return settings_file().parent / "styles"


def log_folder() -> Path:
    """Where the log file of the window goes; not created."""
    import platformdirs

    return platformdirs.user_log_path("readerapp", appauthor=False)


def is_open_database(path: Path) -> bool:
    """Whether a file is a SQLite database that some program has open, with others, or belongs to one. Nothing is
    opened to see it: to close a file takes the locks away that SQLite holds on it in the same process."""
    real = path.resolve()
    return real.name.endswith(("-wal", "-shm", "-journal")) or real.with_name(f"{real.name}-shm").exists()


# Beside what a library has in `files_of`: who has it open, and who imports.
OPEN_LOCK, IMPORT_LOCK = LOCKS = ("open.lock", "import.lock")


def files_of(library: Path) -> Path:
    """The folder that belongs to a library: its backups, attachments and locks. `a/b.db` has `a/b.files`, and a library
    with another ending, which may stand beside that one, `a/b.sqlite.files`."""
    return library.with_suffix(".files") if library.suffix == ".db" else library.with_name(f"{library.name}.files")
