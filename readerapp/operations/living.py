"""Files that are kept current beside a document: which there are, and bringing one up to date.

A path is of one machine, so what is kept is not in the library: each is a file of its own in a folder of the reader's
configuration, with what was written last, by which changes of others are told from ours. Where that is lost, entries
that are there count as up to date.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from readerapp.errors import Refused
from readerapp.formats import csl
from readerapp.formats.bibtex import entry_text, key_as_written
from readerapp.formats.bibtex_fields import Dialect
from readerapp.formats.citation_keys import Keys, proposed
from readerapp.formats.living import SYNTAXES, Update, keys_in, update
from readerapp.library import keys, papers
from readerapp.library.connect import Connection, Writer
from readerapp.library.language import parse
from readerapp.library.search import ids
from readerapp.operations.exporting import whole
from readerapp.records import Changes, Record

# What a file can be, with the ending it usually has.
FORMS = {"bibtex": ".bib", "biblatex": ".bib", "csljson": ".json"}
LARGEST = 64 * 2**20
# How often it is begun anew because somebody else was just writing.
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Living:
    """A file that is kept current: which, in what form, with the papers of which query. `entries` are those written
    last, by key."""

    target: Path
    form: str
    query: str
    entries: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of bringing a file up to date: the papers in it, whether it was written, what is to be told of it, and
    the keys that several papers have, of which only the first is in the file. `keyless` are papers that must be given
    keys first; then nothing has been done."""

    living: Living
    papers: frozenset[int] = frozenset()
    written: bool = False
    update: Update | None = None
    doubled: tuple[str, ...] = ()
    keyless: tuple[int, ...] = ()


# Which there are


def kept(folder: Path, library: Path) -> list[Living]:
    """The files kept current from a library, by name. What cannot be read is left out."""
    found = []
    with suppress(OSError):
        for file in folder.glob("*.json"):
            with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
                said = json.loads(file.read_text(encoding="utf-8"))
                if said["library"] == str(library) and said["form"] in FORMS:
                    entries = {str(key): str(entry) for key, entry in said["entries"].items()}
                    found.append(Living(Path(said["target"]), said["form"], str(said["query"]), entries))
    return sorted(found, key=lambda living: (living.target.name.casefold(), str(living.target)))


def keep(folder: Path, library: Path, living: Living) -> None:
    """Remembers a file that is kept current, with what was written. Raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {folder} cannot be made: {error.strerror}.") from None
    said = {
        "library": str(library),
        "target": str(living.target),
        "form": living.form,
        "query": living.query,
        "entries": living.entries,
    }
    with whole(_place(folder, library, living.target)) as stream:
        json.dump(said, stream, ensure_ascii=False, indent=1)


def forget(folder: Path, library: Path, living: Living) -> None:
    """Keeps a file current no longer; it stays as it is."""
    with suppress(OSError):
        _place(folder, library, living.target).unlink(missing_ok=True)


def _place(folder: Path, library: Path, target: Path) -> Path:
    # surrogateescape: a name in another encoding is a name too
    name = f"{library}\n{target}".encode("utf-8", "surrogateescape")
    return folder / f"{hashlib.sha256(name).hexdigest()[:24]}.json"


# Keys


def give_keys(writer: Writer, chosen: Sequence[int], pattern: str, taken: Iterable[str] = ()) -> Changes | None:
    """Gives those of these papers that have none a citation key by a pattern, other than all there are and those
    `taken`. It is no step of the history: undoing what was done before must not take a key away that a document may
    use."""
    with writer.unrecorded():
        connection = writer.connection
        known = Keys()
        for key in (*keys.every(connection), *taken):
            known.take(key)
        records = papers.records(connection, keys.without(connection, chosen))
        given = {record.id: known.unique(proposed(record, pattern)) for record in records if record.id is not None}
        keys.give(connection, given)
    if not given:
        return None
    return Changes(papers=frozenset(given), tables=frozenset({"paper"}), columns=frozenset({"citation_key"}))


# Writing


def keys_of_others(living: Living) -> list[str]:
    """The keys in a file that are not ours. Raises Refused when it cannot be read."""
    raw = _read(living.target)
    found = keys_in(_decoded(raw, living.target), SYNTAXES[living.form]()) if raw else ()
    return [key for key in found if key not in living.entries]


def bring_up_to_date(connection: Connection, living: Living) -> Outcome:
    """Writes what has changed into a file, in one piece, and says what came of it.

    Raises Refused when the file cannot be read without loss, or not be written, or is written by others without a
    pause; it is as it was then.
    """
    chosen = list(ids(connection, parse(living.query)))
    if keyless := keys.without(connection, chosen):
        return Outcome(living, frozenset(chosen), keyless=tuple(keyless))
    wanted, doubled = _entries(papers.records(connection, sorted(chosen)), living.form)
    syntax = SYNTAXES[living.form]()
    # A link stays one.
    target = Path(os.path.realpath(living.target))
    if not target.parent.is_dir():
        raise Refused(f"The folder {target.parent} is not there, so {target.name} is not kept current.")
    for _ in range(_TRIES):
        raw = _read(target)
        before = _decoded(raw, target)
        found = update(before, wanted, living.entries, syntax, new=raw is None)
        taken = set(found.taken)
        now = replace(living, entries={key: entry for key, entry in wanted.items() if key not in taken})
        outcome = Outcome(now, frozenset(chosen), update=found, doubled=doubled)
        if found.text == before and raw is not None:
            return outcome
        if _replace(target, found.text.encode("utf-8"), raw):
            return replace(outcome, written=True)
    raise Refused(f"{target} is being written by another program.", "It is tried again at the next change.")


def _entries(records: Iterable[Record], form: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The entries of papers by key, and the keys that several have."""
    found: dict[str, str] = {}
    doubled = []
    known = Keys()
    for record in records:
        key = key_as_written(record.citation_key or "") or proposed(record)
        if not known.take(key):
            doubled.append(key)
            continue
        if form == "csljson":
            found[key] = _item(record, key)
        else:
            found[key] = entry_text(record, key, Dialect(form == "biblatex"), own=False).rstrip("\n")
    return found, tuple(doubled)


def _item(record: Record, key: str) -> str:
    item = {**csl.item_of(record, key), "id": key}
    # What the reader made of a paper is not for everybody who has the document.
    custom = item.pop("custom", None)
    if isinstance(custom, dict):
        custom = {name: value for name, value in custom.items() if name not in ("tags", "status", "rating", "notes")}
        if custom:
            item["custom"] = custom
    return json.dumps(item, ensure_ascii=False)


def _read(target: Path) -> bytes | None:
    """What is in a file; None where there is none."""
    try:
        if target.exists() and not target.is_file():
            raise Refused(f"{target} is no file.", "Choose another.")
        with target.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(f"{target} cannot be read: {error.strerror}.") from None
    if len(raw) > LARGEST:
        raise Refused(f"{target} is larger than {LARGEST // 2**20} MB.", "Choose another file.")
    return raw


def _decoded(raw: bytes | None, target: Path) -> str:
    try:
        return (raw or b"").decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{target} is no text in UTF-8.", "Save it as UTF-8, or choose another file.") from None


def _replace(target: Path, text: bytes, before: bytes | None) -> bool:
    """Puts a text in the place of a file that is still as it was; False when it is not."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(target, partial)
        if _read(target) != before:
            return False
        partial.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return True
