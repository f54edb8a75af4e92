"""A folder of Markdown files, one for each paper, kept in step with the library in both directions.

Out: the papers that a query finds get files, and every paper that has one keeps it while it is in the library, whether
or not the query still finds it. Files get a name once, from the citation key or the title, and keep it; one that the
reader renames or moves within the folder is found again by its `id`. When a paper goes, its file moves to the folder
`Removed`; when it comes back, so does the file. A file that the reader deletes is written again. Files that are not
ours are never touched, nor is one of ours that was changed and has not been read back.

Back: a note that has changed in the file alone becomes the note. One that has changed on both sides stays as it is in
the library, and what the file has becomes a version of it, as does whatever else the reader wrote that is not taken
over: above the note, or in a field changed on both sides. So nothing is lost when the file is written again.

What is known of the folder is told in `folder_state`, how a file looks in `formats.paper_file`, and what becomes of
links in `folder_links`.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from readerapp import notes
from readerapp.errors import Refused
from readerapp.formats import paper_file
from readerapp.formats.front_matter import Malformed
from readerapp.formats.paper_file import EDITABLE, FACTS, PaperFile
from readerapp.library import edits, files, note_versions, papers, tags
from readerapp.library.connect import Connection, Writer, stored
from readerapp.library.folding import title_key
from readerapp.library.language import parse
from readerapp.library.models import Paper
from readerapp.library.search import ids
from readerapp.operations.attaching import safe_name
from readerapp.operations.folder_links import back, outwards
from readerapp.operations.folder_state import (
    REMOVED,
    FolderState,
    KnownFile,
    cannot_write,
    digest,
    is_safe,
    load,
    name_key,
    sweep,
    write_whole,
)
from readerapp.operations.reading import MAX_NOTE, as_note, one_line
from readerapp.operations.titles import papers as titled
from readerapp.records import LONGEST_TEXT, Changes, Identifier, Progress, Record, Silent, Skipped, Status

# Pictures of notes have the names they have in notes, `files/….png`.
_PICTURES = "files"
_LONGEST_NAME, _LONGEST_BYTES = 90, 200
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# No folder of notes has more files than this.
_MOST_FILES = 200_000
_HEAD = 16 * 1024
_LEFT, _UNWRITTEN = "It was left as it is.", "It was not written."


@dataclass(frozen=True, slots=True)
class Conflict:
    """A paper whose note was changed in the library and in its file."""

    paper: int
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file that was changed since the folder was last in step: what it holds, its bytes, and when it was written."""

    known: KnownFile
    file: PaperFile
    data: bytes
    modified: int


@dataclass(slots=True)
class ReadBack:
    """What reading a folder back did: how many files were looked at, the papers that were changed, the conflicts, and
    what could not be taken over, with why."""

    looked: int = 0
    papers: list[int] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def sentence(self) -> str:
        """ "3 read back, 1 changed on both sides", for a status bar."""
        parts = [f"{len(self.papers):,} read back"]
        if self.conflicts:
            parts.append(f"{len(self.conflicts):,} changed on both sides")
        if self.skipped:
            parts.append(f"{len(self.skipped):,} left alone")
        return ", ".join(parts)


@dataclass(slots=True)
class WrittenOut:
    """What writing a folder did: how many files were written, in step already, and moved to `Removed` or back; the
    names of those that were changed and not read back, which were left alone; and what could not be written."""

    written: int = 0
    unchanged: int = 0
    moved: int = 0
    edited: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def sentence(self) -> str:
        """ "12 written, 3 in step already", for a status bar."""
        parts = [f"{self.written:,} written"]
        if self.unchanged:
            parts.append(f"{self.unchanged:,} in step already")
        if self.moved:
            parts.append(f"{self.moved:,} moved")
        if self.edited or self.skipped:
            parts.append(f"{len(self.edited) + len(self.skipped):,} left alone")
        return ", ".join(parts)


def open_folder(root: Path, *, make: bool = False) -> Path:
    """The folder at this place, made when it is to be. Raises Refused when there is none, or it is something else."""
    try:
        if make:
            root.mkdir(parents=True, exist_ok=True)
        if not root.is_dir():
            raise Refused(f"There is no folder {root}.", "Choose another one.")
        return root.resolve()
    except (OSError, ValueError) as error:
        raise Refused(
            f"The folder {root} cannot be made: {getattr(error, 'strerror', None) or error}.", "Choose another one."
        ) from None


def read_back(writer: Writer, root: Path, progress: Progress | None = None) -> tuple[Changes | None, ReadBack]:
    """Takes what was changed in a folder into the library, as one step. Raises Refused."""
    state = load(root)
    outcome, found = look(writer.connection, state, progress or Silent())
    changes = take(writer, state, found, outcome)
    state.save()
    return changes, outcome


# Looking


def look(connection: Connection, state: FolderState, progress: Progress) -> tuple[ReadBack, list[EditedFile]]:
    """Which files were changed since the folder was last in step, and what could not be read. Only reads, but for the
    times and places of files that are as they were."""
    settle(connection, state)
    outcome, found = ReadBack(), []
    for number, known in enumerate(state):
        progress.report(number, len(state.by_name), known.name)
        progress.check()
        try:
            data = _changed(state.root, known)
            outcome.looked += 1
            if data is not None:
                modified = (state.root / known.name).lstat().st_mtime_ns
                found.append(EditedFile(known, paper_file.read(data), data, modified))
        except FileNotFoundError:
            continue
        except Malformed as error:
            outcome.skipped.append(Skipped(known.name, f"{error} {_LEFT}"))
        except OSError as error:
            outcome.skipped.append(Skipped(known.name, f"It cannot be read: {error.strerror or error}."))
    return outcome, found


def _changed(root: Path, known: KnownFile) -> bytes | None:
    """The bytes of a file; None when they are as they were seen last."""
    place = root / known.name
    found = place.lstat()
    if (found.st_size, found.st_mtime_ns) == (known.size, known.modified) and stat.S_ISREG(found.st_mode):
        return None
    data = _bytes(root, known.name)
    if digest(data) != known.digest:
        return data
    known.seen(len(data), found.st_mtime_ns, data)
    return None


def _bytes(root: Path, name: str, most: int = LONGEST_TEXT) -> bytes:
    """What a file of the folder holds, up to a byte more than `most`. Raises Malformed for one that is elsewhere."""
    place = _place(root, name)
    # Asked before it is opened: opening a device can do things to it.
    if not stat.S_ISREG(place.lstat().st_mode):
        raise Malformed("It is a link, or no file.")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(place, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Malformed("It is a link, or no file.")
        return file.read(most + 1)


def _place(root: Path, name: str) -> Path:
    """Where a file of the folder is. Raises Malformed when that leads out of it."""
    place = root / name
    if "/" in name and not place.parent.resolve().is_relative_to(root.resolve()):
        raise Malformed("It lies behind a link to another folder.")
    return place


def settle(connection: Connection, state: FolderState, only: Collection[int] | None = None) -> None:
    """Finds files of ours again that were renamed or moved, or that nothing is known of any more, by their ids. Looks
    for those of all papers, or `only` of these."""
    chosen = [known for known in state if only is None or known.paper in only]
    added = papers.added(connection, [known.paper for known in chosen])
    for known in chosen:
        if known.paper in added and known.added != added[known.paper]:
            state.forget(known)  # a paper of another library, which has the same number there
            state.new = True
    missing = {known.paper for known in chosen if not os.path.lexists(state.root / known.name)}
    if not missing and not state.new:
        return
    for name in _files(state.root):
        if name in state.by_name or not is_safe(name):
            continue
        try:
            if not paper_file.paper_of(_bytes(state.root, name, _HEAD)[:_HEAD].decode("utf-8-sig", "replace")):
                continue
            paper = _paper_of(connection, paper_file.read(_bytes(state.root, name)))
        except (Malformed, OSError):
            continue
        if paper in missing:
            state.rename(state.by_paper[paper], name)
            missing.discard(paper)
        elif paper and paper not in state.by_paper:
            state.add(KnownFile(name, paper, papers.added(connection, [paper])[paper]))
    state.new = False


def _files(root: Path) -> Iterator[str]:
    """The Markdown files of a folder and those below it, hidden ones and links left out."""
    number = 0
    for place, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            number += 1
            if number > _MOST_FILES:
                return
            if name.lower().endswith(".md") and not name.startswith("."):
                yield Path(place, name).relative_to(root).as_posix()


def _paper_of(connection: Connection, file: PaperFile) -> int:
    """The paper a file is of: that of its number if it agrees with the file in anything, else one that has the same
    identifier, citation key or title; 0 for none."""
    title, key = file.fields.get("title"), file.fields.get("citation_key")
    listed = file.fields.get("identifiers")
    pairs = [one.partition(":") for one in listed] if isinstance(listed, list) else []
    identifiers = {Identifier(scheme, value) for scheme, colon, value in pairs if colon}
    record = papers.record(connection, file.paper) if file.paper else None
    if record and (
        (isinstance(title, str) and title_key(title) == title_key(record.title))
        or not identifiers.isdisjoint(record.identifiers)
        or (key and key == record.citation_key)
    ):
        return file.paper
    for identifier in identifiers:
        if found := papers.by_identifier(connection, identifier):
            return found
    if isinstance(key, str) and key and (found := papers.by_citation_key(connection, key)):
        return found
    return papers.by_title(connection, title) or 0 if isinstance(title, str) and title else 0


# Back in


def take(writer: Writer, state: FolderState, found: list[EditedFile], outcome: ReadBack) -> Changes | None:
    """Takes changed files into the library, as one step; what is known of them then goes into `state`. Raises Refused
    when the library cannot be written, and then nothing is changed."""
    if not found:
        return None
    names = state.names()
    chosen = [one.known.paper for one in found]
    with writer.step(f"Read {titled(writer, chosen)} back from {state.root.name}") as step:
        taken = [_take(writer, one, names, outcome, step.at) for one in found]
    for known in taken:
        if known is not None:
            state.add(known)
    if step.changes is not None:
        clashing = {one.paper for one in outcome.conflicts}
        outcome.papers = [paper for paper in chosen if paper in step.changes.papers and paper not in clashing]
    return step.changes


def _take(writer: Writer, edited: EditedFile, names: Mapping[int, str], outcome: ReadBack, at: int) -> KnownFile | None:
    """Takes one file in, and answers what is known of it then."""
    connection, before, file = writer.connection, edited.known, edited.file
    record = papers.record(connection, before.paper)
    if record is None:
        outcome.skipped.append(Skipped(before.name, "Its paper is no longer in the library. It was left as it is."))
        return None
    # What the reader wrote in the file and the library does not take over.
    apart: list[str] = []
    in_step = _take_note(writer, edited, record, names, outcome, at)
    agreed = _take_fields(writer, edited, record, apart, outcome, at)
    after = papers.record(connection, before.paper) or record
    written = paper_file.write(after, outwards(connection, after.note, names), file.own).encode()
    try:
        now = paper_file.read(written)
    except Malformed as error:
        outcome.skipped.append(Skipped(before.name, f"{error} {_UNWRITTEN}"))
        return None
    if _facts(file) != before.facts:
        said = {key for key in FACTS if file.fields.get(key, "") != now.fields.get(key, "")}
        apart += [f"{key}: {_in_line(file.fields[key])}" for key in FACTS if key in said and file.fields.get(key)]
        there = set(now.above.splitlines())
        apart += [line for line in file.above.splitlines() if line.strip() and line not in there]
    if apart:
        text = as_note("\n".join(apart))
        if note_versions.keep_beside(connection, before.paper, text, edited.modified // 1_000_000):
            outcome.skipped.append(
                Skipped(
                    before.name,
                    "What was changed there but for the note and its own fields does not come back; it is kept as an"
                    " earlier version of the note.",
                )
            )
    # It stays as the reader's program has written it, unless it says something else than the library.
    same = in_step and not apart and _same(file, now, agreed)
    known = KnownFile(
        before.name,
        before.paper,
        stored(after.added) if after.added else 0,
        written=digest(written) if same else "",
        # While the file does not have what the library has, what is written there is a conflict.
        note=digest(after.note) if in_step else before.note,
        note_in_file=digest(file.note),
        facts=_facts(file),
        fields={key: value for key in EDITABLE if (value := agreed.get(key, before.fields.get(key))) is not None},
        own=file.own,
    )
    known.seen(len(edited.data), edited.modified, edited.data)
    return known


def _take_note(
    writer: Writer, edited: EditedFile, record: Record, names: Mapping[int, str], outcome: ReadBack, at: int
) -> bool:
    """Takes the note in, and answers whether both sides have the same then."""
    before, paper = edited.known, edited.known.paper
    here = digest(record.note) == before.note
    if digest(edited.file.note) == before.note_in_file:
        return here
    text = as_note(back(writer.connection, edited.file.note, record.note, names))
    if text == record.note:
        return True
    if len(text) > MAX_NOTE:
        outcome.skipped.append(Skipped(before.name, f"A note can have {MAX_NOTE:,} characters. It was left as it is."))
        return False
    if here:
        edits.set_note(paper, text, at)
        return True
    if text:
        note_versions.keep_beside(writer.connection, paper, text, edited.modified // 1_000_000)
    outcome.conflicts.append(Conflict(paper, record.title, before.name))
    return False


def _take_fields(
    writer: Writer, edited: EditedFile, record: Record, apart: list[str], outcome: ReadBack, at: int
) -> dict[str, str | list[str]]:
    """Takes the fields in that were changed in the file alone, and answers those on which both sides agree then."""
    agreed: dict[str, str | list[str]] = {}
    here = paper_file.editable(record)
    for key in EDITABLE:
        value, before = edited.file.fields.get(key, ""), edited.known.fields.get(key)
        if key not in edited.file.fields or value == before:
            continue
        if _equal(value, here[key]):
            agreed[key] = value if value is not None else ""
        elif not _equal(before, here[key]):
            outcome.skipped.append(
                Skipped(edited.known.name, f"The field {key} was changed on both sides. The library's stays.")
            )
            apart += [f"{key}: {_in_line(value)}"] if value else []
        else:
            try:
                _take_field(writer, record, key, value, at)
            except Refused as refused:
                outcome.skipped.append(Skipped(edited.known.name, str(refused)))
            else:
                agreed[key] = value if value is not None else ""
    return agreed


def _take_field(writer: Writer, record: Record, key: str, value: str | list[str] | None, at: int) -> None:
    """Gives the paper what a field says. Raises Refused for what it cannot be."""
    chosen = [record.id or 0]
    text = value.strip() if isinstance(value, str) else None
    if key == "tags":
        _take_tags(writer, record, _listed(value), at)
    elif text is None:
        raise Refused(f"The field {key} holds one value, and not several. It was not taken over.")
    elif key == "status":
        try:
            edits.set_status(chosen, Status.from_word(text), at)
        except KeyError:
            words = ", ".join(status.word for status in Status)
            raise Refused(f"There is no status “{text}”.", f"Choose one of {words}.") from None
    elif key == "rating":
        if text and text not in ("1", "2", "3", "4", "5"):
            raise Refused(f"A rating is a number from 1 to 5, not {text[:40]}.")
        edits.set_column(chosen, Paper.rating, int(text) if text else None, at)
    elif key == "starred":
        if text.lower() not in ("true", "false", ""):
            raise Refused(f"Starred is true or false, not {text[:40]}.")
        edits.set_column(chosen, Paper.starred, int(text.lower() == "true"), at)
    else:
        edits.set_takeaway(chosen[0], one_line(text), at)


def _take_tags(writer: Writer, record: Record, wanted: list[str], at: int) -> None:
    """Gives the paper these tags, which are written as tags are in files, and takes the others away."""
    connection, chosen = writer.connection, [record.id or 0]
    present = {*record.tags, *map(paper_file.tag_as_written, record.tags)}
    adding = [tags.clean(name) for name in wanted if name not in present]
    removing = [name for name in record.tags if name not in wanted and paper_file.tag_as_written(name) not in wanted]
    known = {paper_file.tag_as_written(name): name for name in reversed(tags.names(connection))} if adding else {}
    for name in adding:
        there = tags.find(connection, name) is not None
        name = name if there else known.get(name, name)
        tags.add(connection, chosen, tags.ensure(connection, name, at), at)
    for name in removing:
        tags.remove(connection, chosen, name)


def _listed(value: str | list[str] | None) -> list[str]:
    """Tags as a list, or in one line with commas. Raises Refused for what is neither."""
    if value is None:
        raise Refused("The field tags holds a list of words, and nothing else. It was not taken over.")
    found = re.split(r"[,\s]+", value) if isinstance(value, str) else value
    return list(dict.fromkeys(name for one in found if (name := one.strip().removeprefix("#").strip("/ "))))


def _equal(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, list):
        one = [one] if one else []
    return sorted(one) == sorted(other) if isinstance(one, list) and isinstance(other, list) else one == other


def _same(file: PaperFile, now: PaperFile, agreed: Mapping[str, object]) -> bool:
    """Whether a file says what it would say if it were written now. A value that was refused may stay till then."""
    keys = {key for key in (*file.fields, *now.fields) if key not in EDITABLE or key in agreed}
    fields = all(_equal(file.fields.get(key) or "", now.fields.get(key) or "") for key in keys)
    return fields and file.above == now.above and file.own == now.own


def _facts(file: PaperFile) -> str:
    """What stands for that in a file which is not read back."""
    return digest(repr([file.fields.get(key) for key in FACTS]) + file.above)


def _in_line(value: str | list[str] | None) -> str:
    return ", ".join(value) if isinstance(value, list) else value or ""


# Out


def write_out(
    connection: Connection,
    library: Path,
    state: FolderState,
    query: str,
    *,
    only: Collection[int] | None = None,
    progress: Progress | None = None,
) -> WrittenOut:
    """Writes the files of the papers that a query finds, and of those that have one already, as far as they have
    changed; with `only`, of these papers alone. `library` is the file of the library. Raises Refused.

    What is known then is written into the folder too, also when it is stopped on the way.
    """
    progress, outcome = progress or Silent(), WrittenOut()
    sweep(state.root)
    settle(connection, state, only)
    wanted = set(ids(connection, parse(query)))
    chosen = [paper for paper in dict.fromkeys((*wanted, *state.by_paper)) if only is None or paper in only]
    try:
        _name(connection, state, [paper for paper in chosen if paper not in state.by_paper])
        if any(not known.digest for known in state):
            # A process that dies before the end leaves files whose names are known.
            state.save(all_of_it=only is None)
        names = state.names()
        left = set(chosen)
        for number, record in enumerate(papers.records(connection, chosen)):
            progress.report(number, len(chosen), record.title)
            progress.check()
            known = state.by_paper.get(record.id or 0)
            if known is None or record.trashed is not None:
                continue
            left.discard(known.paper)
            if known.paper not in wanted and not os.path.lexists(state.root / known.name):
                state.forget(known)
                continue
            _write(connection, library, state, known, record, names, outcome)
        for paper in left & state.by_paper.keys():
            _remove(state, state.by_paper[paper], outcome)
    except OSError as error:
        raise cannot_write(state.root, error) from None
    finally:
        state.save(all_of_it=only is None)
    return outcome


def _name(connection: Connection, state: FolderState, chosen: list[int]) -> None:
    """Gives the files of these papers names that no other file has."""
    if not chosen:
        return
    taken = {name_key(PurePosixPath(name).name) for name in (*_listed_in(state.root), *state.by_name)}
    for record in papers.records(connection, chosen):
        if record.trashed is None and record.id:
            stem = file_name(record)
            name = _free(stem, taken)
            state.add(KnownFile(name, record.id, stored(record.added) if record.added else 0))


def file_name(record: Record) -> str:
    """What a paper's file is called, without suffix: its citation key, else its title, as every system and both
    programs take it."""
    wanted = record.citation_key or record.title
    name = safe_name(re.sub(r"[\\/#^\[\]%`$]+", " ", unicodedata.normalize("NFC", wanted)), "")
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rsplit(" ", 1)[0]
    while len(name.encode()) > _LONGEST_BYTES:
        name = name[:-1]
    name = name.strip(". ")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or f"paper {record.id}"


def _listed_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()] if folder.is_dir() else []


def _free(stem: str, taken: set[str]) -> str:
    number, name = 1, f"{stem}.md"
    while name_key(name) in taken:
        number += 1
        name = f"{stem} {number}.md"
    taken.add(name_key(name))
    return name


def _write(
    connection: Connection,
    library: Path,
    state: FolderState,
    known: KnownFile,
    record: Record,
    names: Mapping[int, str],
    outcome: WrittenOut,
) -> None:
    """Writes the file of a paper if it is to be written and nobody else has."""
    data = paper_file.write(record, outwards(connection, record.note, names), known.own).encode("utf-8", "replace")
    new = digest(data)
    try:
        if known.name.startswith(f"{REMOVED}/"):
            _move(state, known, PurePosixPath(known.name).name, outcome)
        place = _place(state.root, known.name)
        there = _changed(state.root, known)
        if there is not None and there != data:
            outcome.edited.append(known.name)
            return
        if there is None and known.written == new:
            outcome.unchanged += 1
            return
    except FileNotFoundError:
        there = None
    except Malformed as error:
        outcome.skipped.append(Skipped(known.name, f"{error} {_LEFT}"))
        return
    try:
        file = paper_file.read(data)
    except Malformed as error:  # some hundred thousand authors, say
        outcome.skipped.append(Skipped(known.name, f"{error} {_UNWRITTEN}"))
        return
    if there is None:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(state.root, place, data)
        outcome.written += 1
    else:
        outcome.unchanged += 1
    for problem in _pictures(library, state.root, record.note):
        outcome.skipped.append(Skipped(known.name, problem))
    known.written, known.note, known.note_in_file = new, digest(record.note), digest(file.note)
    known.facts, known.own = _facts(file), file.own
    known.fields = {key: value for key in EDITABLE if (value := file.fields.get(key)) is not None}
    known.seen(len(data), place.lstat().st_mtime_ns, data)
    state.add(known)


def _remove(state: FolderState, known: KnownFile, outcome: WrittenOut) -> None:
    """Moves the file of a paper that is gone out of the way."""
    if known.name.startswith(f"{REMOVED}/"):
        return
    if not os.path.lexists(state.root / known.name):
        state.forget(known)
        return
    try:
        (state.root / REMOVED).mkdir(exist_ok=True)
        _move(state, known, f"{REMOVED}/{PurePosixPath(known.name).name}", outcome)
    except Malformed as error:
        outcome.skipped.append(Skipped(known.name, f"{error} {_LEFT}"))


def _move(state: FolderState, known: KnownFile, name: str, outcome: WrittenOut) -> None:
    """Moves a file within the folder, to a name that is free. Raises Malformed when that leads out of it."""
    _place(state.root, known.name), _place(state.root, name)
    place = PurePosixPath(name).parent
    taken = set(map(name_key, _listed_in(state.root / place)))
    free = (place / _free(PurePosixPath(name).stem, taken)).as_posix()
    with suppress(FileNotFoundError):
        (state.root / known.name).rename(state.root / free)
        outcome.moved += 1
    state.rename(known, free)


def _pictures(library: Path, root: Path, note: str) -> Iterator[str]:
    """Copies the pictures of a note beside its file, and says which are not there."""
    place = root / _PICTURES
    for reference in notes.references(note) if "](" in note else ():
        named = notes.stored(reference.target) if reference.kind == "picture" else None
        if named is None:
            continue
        source, target = files.folder(library) / named[0][:2] / ".".join(named), root / reference.target
        if place.is_symlink():
            yield "Its pictures were not copied: their folder is a link to another one."
            return
        try:
            size = source.stat().st_size
            if not (target.is_file() and not target.is_symlink() and target.stat().st_size == size):
                place.mkdir(exist_ok=True)
                write_whole(root, target, source)
        except OSError as error:
            yield f"A picture was not copied: {error.strerror or error}."
