"""The settings: each declared once, kept in `settings.toml` in the reader's folder of configurations.

What a person chose for this machine is here. What the machine remembers by itself, such as sizes, is QSettings'; what
follows the library to another machine is a table there. A key such as "abstract.size" is `size` in the table
`[abstract]` of the file. The reader may edit the file: comments, order and keys that are unknown here stay when
something is written.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from readerapp.errors import Refused

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

T = TypeVar("T")

HEADER = "The settings of readerapp. What is not here is as it is by default."


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting: its key in the file, its value until one is chosen, what it is called, what it does, and the group it
    stands in. `needs` names a choice, as (key, word), without which it has no effect."""

    key: str
    default: T
    label: str
    help: str
    group: str
    needs: tuple[str, str] | None = field(default=None, kw_only=True)

    def read(self, value: object) -> T:
        """The value that a value of the file stands for. Raises ValueError, with what it must be, for one that is not
        allowed."""
        raise NotImplementedError

    def plain(self, value: T) -> object:
        """A value as it is written to the file."""
        return value


@dataclass(frozen=True, slots=True)
class Switch(Setting[bool]):
    """Yes or no."""

    def read(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise ValueError("true or false")


@dataclass(frozen=True, slots=True)
class Number(Setting[int]):
    """A whole number with bounds, of `unit`."""

    least: int = field(kw_only=True)
    most: int = field(kw_only=True)
    unit: str = field(kw_only=True)

    def read(self, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most:
            return value
        raise ValueError(f"a whole number from {self.least} to {self.most}")


@dataclass(frozen=True, slots=True)
class Choice(Setting[str]):
    """One of a few words; each with what it is called."""

    options: tuple[tuple[str, str], ...] = field(kw_only=True)

    def read(self, value: object) -> str:
        words = [word for word, _ in self.options]
        if isinstance(value, str) and value in words:
            return value
        quoted = ", ".join(f'"{word}"' for word in words)
        raise ValueError(f"one of {quoted}")


@dataclass(frozen=True, slots=True)
class File(Setting[Path | None]):
    """The place of a file; None for the usual one, which is written as ""."""

    def read(self, value: object) -> Path | None:
        if isinstance(value, str) and "\0" not in value:
            with suppress(RuntimeError):  # "~somebody" who is not here
                return Path(value).expanduser() if value else None
        raise ValueError("the path of a file")

    def plain(self, value: Path | None) -> object:
        return str(value or "")


@dataclass(frozen=True, slots=True)
class Folder(File):
    """The place of a folder; None for none, which is written as ""."""


@dataclass(frozen=True, slots=True)
class Named(Setting[str]):
    """One of the things there are of a kind, such as citation styles, by its name. One that is not there now may be
    again."""

    def read(self, value: object) -> str:
        if isinstance(value, str) and re.fullmatch(r"[\w.+-][\w .+-]{0,200}", value):
            return value
        raise ValueError("a name")


@dataclass(frozen=True, slots=True)
class Pattern(Setting[str]):
    """A text with `fields` in square brackets, between which stand letters, digits and the signs : _ . + / -."""

    fields: tuple[str, ...] = field(kw_only=True)

    def read(self, value: object) -> str:
        known = "|".join(map(re.escape, self.fields))
        if (
            isinstance(value, str)
            and len(value) <= 200
            and re.fullmatch(rf"(?:\[(?:{known})\]|[A-Za-z0-9:_.+/-])+", value)
            and "[" in value
        ):
            return value
        raise ValueError(f"made of {', '.join(f'[{name}]' for name in self.fields)}, letters, digits and : _ . + / -")


@dataclass(frozen=True, slots=True)
class Keys(Setting[Mapping[str, tuple[str, ...]]]):
    """Keys by the action they are of. An action that is not named has those it is declared with."""

    def read(self, value: object) -> Mapping[str, tuple[str, ...]]:
        if isinstance(value, dict) and not self.unfit(value):
            return MappingProxyType({action: tuple(keys) for action, keys in value.items()})
        raise ValueError('a table of actions with lists of keys, such as: next = ["J", "Ctrl+J"]')

    def plain(self, value: Mapping[str, tuple[str, ...]]) -> object:
        return {action: list(keys) for action, keys in value.items()}

    @staticmethod
    def unfit(table: Mapping[str, object]) -> list[str]:
        """The actions of a table whose value is no list of keys."""
        return [
            action
            for action, keys in table.items()
            if not (isinstance(keys, list) and all(isinstance(key, str) for key in keys))
        ]


COLOURS = Choice(
    "appearance.colours",
    "system",
    "Colours",
    "Light or dark, or as the system has it, at once when that changes.",
    "Appearance",
    options=(("system", "As the system"), ("light", "Light"), ("dark", "Dark")),
)
DENSITY = Choice(
    "appearance.density",
    "comfortable",
    "Density of the list",
    "Compact shows more papers at once, with one line for each title; a table has one line for each paper.",
    "Appearance",
    options=(("comfortable", "Comfortable"), ("compact", "Compact"), ("table", "Table")),
)
SIDEBAR_COUNTS = Choice(
    "sidebar.counts",
    "total",
    "Numbers of tags",
    "The numbers beside the tags in the sidebar count all their papers, or those that are unread.",
    "Appearance",
    options=(("total", "All papers"), ("unread", "Unread papers")),
)
LANGUAGE = Choice(
    "appearance.language",
    "system",
    "Language",
    "What the window is written in, with its numbers and dates.",
    "Appearance",
    options=(("system", "As the system"), ("en", "English"), ("de", "Deutsch")),
)
ABSTRACT_FACE = Choice(
    "abstract.face",
    "serif",
    "Face of the abstract",
    "Serif letters suit long reading; sans-serif ones are those of the rest of the window.",
    "Appearance",
    options=(("serif", "Serif"), ("sans", "Sans-serif")),
)
ABSTRACT_SIZE = Number(
    "abstract.size",
    16,
    "Size of the abstract",
    "How large the letters of the abstract are.",
    "Appearance",
    least=12,
    most=28,
    unit="px",
)
SPELLING = Switch(
    "notes.spelling",
    False,
    "Check the spelling of notes",
    "Underlines words that the dictionaries of the system do not have, in English and the language of the window.",
    "Reading",
)
COUNT_AS_READING = Choice(
    "status.reading",
    "manual",
    "A paper counts as reading",
    "Only an unread paper becomes one you are reading. Each change can be undone.",
    "Reading",
    options=(("manual", "When I say so"), ("opening", "When I open it"), ("delay", "After a while before me")),
)
READING_DELAY = Number(
    "status.reading-delay",
    20,
    "Reading after",
    "How long a paper must be before you, while the window is in use.",
    "Reading",
    needs=("status.reading", "delay"),
    least=1,
    most=3600,
    unit="seconds",
)
COUNT_AS_READ = Choice(
    "status.read",
    "manual",
    "A paper counts as read",
    "Only a paper you are reading becomes read. Each change can be undone.",
    "Reading",
    options=(("manual", "When I say so"), ("delay", "After a while before me")),
)
READ_DELAY = Number(
    "status.read-delay",
    180,
    "Read after",
    "How long a paper must be before you, while the window is in use.",
    "Reading",
    needs=("status.read", "delay"),
    least=5,
    most=36000,
    unit="seconds",
)
SEARCH_PDFS = Switch(
    "search.pdfs",
    False,
    "Search the text of PDFs too",
    "Words typed in the search field are looked for in the text of attached PDFs as well. With pdf: before a word they"
    " always are.",
    "Reading",
)
WATCHED = Folder(
    "pdf.folder",
    None,
    "Folder for new PDFs",
    "A PDF that is saved there becomes a paper, or is attached to the paper it is of. The file stays where it is.",
    "Library",
)
BACKUPS_DAILY = Number(
    "backups.daily",
    7,
    "Days kept",
    "A backup is made on each day you use the library. Those of the last days are kept, so many.",
    "Library",
    least=1,
    most=365,
    unit="days",
)
BACKUPS_WEEKLY = Number(
    "backups.weekly",
    8,
    "Weeks kept",
    "Of the weeks before, one backup each is kept, so many.",
    "Library",
    least=0,
    most=520,
    unit="weeks",
)
LIBRARY = File(
    "library.file",
    None,
    "Library",
    "The file that is opened when readerapp starts and none is named. The library open now stays open.",
    "Library",
)
CITATION_STYLE = Named(
    "citations.style",
    "apa",
    "Citation style",
    "How papers are cited when you copy them. More styles are .csl files in the folder “styles” beside the settings.",
    "Citations",
)
CITATION_LANGUAGE = Choice(
    "citations.language",
    "style",
    "Language of citations",
    "The language of words such as “and” and of the months.",
    "Citations",
    options=(
        ("style", "As the style has it"), ("en-US", "English (US)"), ("en-GB", "English (UK)"), ("de-DE", "Deutsch"),
        ("fr-FR", "Français"), ("es-ES", "Español"),
    ),
)  # fmt: skip
KEY_PATTERN = Pattern(
    "citations.keys",
    "[auth][year][word]",
    "Citation keys",
    "What new citation keys are made of: [auth], [Auth], [authors], [Authors], [year], [shortyear], [word], [Word],"
    " [words], [Words], [venue]. A key that a paper has stays as it is.",
    "Citations",
    fields=(
        "auth", "Auth", "authors", "Authors", "year", "shortyear", "word", "Word", "words", "Words", "venue",
    ),
)  # fmt: skip
LETTERS = Switch(
    "keyboard.letters",
    True,
    "Letters are keys",
    "Turn this off where a screen reader or dictation uses letters itself: then only keys with Ctrl or Alt, and keys"
    " such as F1, act.",
    "Keys",
)
KEYS = Keys("keys", MappingProxyType({}), "Keys", "Choose an action, then press a key for it.", "Keys")

# In the order they are shown, group by group.
SETTINGS: tuple[Setting[Any], ...] = (
    COLOURS, DENSITY, SIDEBAR_COUNTS, LANGUAGE, ABSTRACT_FACE, ABSTRACT_SIZE,
    COUNT_AS_READING, READING_DELAY, COUNT_AS_READ, READ_DELAY, SEARCH_PDFS, SPELLING,
    CITATION_STYLE, CITATION_LANGUAGE, KEY_PATTERN,
    LIBRARY, WATCHED, BACKUPS_DAILY, BACKUPS_WEEKLY,
    LETTERS, KEYS,
)  # fmt: skip


class Config:
    """The settings in force. `problems` has a sentence for everything in the file that could not be used.

    Reading one that was never chosen costs nothing but a look for the file.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: list[str] = []
        self._values: dict[str, Any] = {}
        self._take(self._table())

    def get(self, setting: Setting[T]) -> T:
        """The value in force."""
        found: T = self._values.get(setting.key, setting.default)
        return found

    def set(self, setting: Setting[T], value: T) -> None:
        """Puts a value in force and writes it, or takes it out of the file where it is the default.

        Raises Refused when it cannot be written; in force it is all the same, until the program ends.
        """
        value = setting.read(setting.plain(value))
        before = self._values.pop(setting.key, None)
        if value != setting.default:
            self._values[setting.key] = value
        self._write(setting, before)

    def prepare(self) -> None:
        """Loads what writing takes, which is most of the time of the first `set`: for a thread that has the time."""
        import tomlkit  # noqa: F401

    # Reading

    def _table(self) -> dict[str, Any]:
        try:
            text = self.file.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problems.append(f"The settings {self.file} cannot be read: {error.strerror}. The defaults are used.")
            return {}
        except UnicodeDecodeError:
            self.problems.append(f"The settings {self.file} are no text in UTF-8. The defaults are used.")
            return {}
        import tomllib  # imported late: most people have no settings, and it takes milliseconds

        try:
            return tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            said = str(error).rstrip(".") or "it is nested too deeply"
            self.problems.append(f"The settings {self.file} are not used: {said}. The defaults are in force.")
            return {}

    def _take(self, table: Mapping[str, Any]) -> None:
        for setting in SETTINGS:
            value: Any = table
            for part in setting.key.split("."):
                value = value.get(part) if isinstance(value, dict) else None
            if value is None:
                continue
            if isinstance(setting, Keys) and isinstance(value, dict):
                # One mistake among many keys must not cost the others.
                value = dict(value)
                for action in setting.unfit(value):
                    self._complain(f"{setting.key}.{action}", value.pop(action), 'a list of keys, such as ["J"]')
            try:
                self._values[setting.key] = setting.read(value)
            except ValueError as error:
                self._complain(setting.key, value, str(error))

    def _complain(self, key: str, value: object, allowed: str) -> None:
        shown = repr(value) if len(repr(value)) <= 60 else f"{repr(value)[:59]}…"
        self.problems.append(f"In the settings, {key} is {shown}; it must be {allowed}. The default is used.")

    # Writing

    def _write(self, setting: Setting[Any], before: Any) -> None:
        try:
            # Where the file is a link, as in a folder of dotfiles, it stays one.
            target = Path(os.path.realpath(self.file))
            target.parent.mkdir(parents=True, exist_ok=True)
            document = self._document(target)
            *tables, name = setting.key.split(".")
            table: Any = document
            for part in tables:
                table = _table_in(table, part)
            value = self._values.get(setting.key)
            if isinstance(setting, Keys):
                # Action by action: the comments of the others stay, and what could not be used.
                chosen, dropped = value or {}, set(before or {}) - set(value or {})
                table = _table_in(table, name)
                for action in dropped:
                    table.pop(action, None)
                for action, keys in chosen.items():
                    if table.get(action) != list(keys):
                        table[action] = list(keys)
            elif value is None:
                table.pop(name, None)
            else:
                table[name] = setting.plain(value)
            self._replace(target, document.as_string())
        except OSError as error:
            raise Refused(
                f"The setting could not be written to {self.file}: {error.strerror}.",
                "It is in force until you quit.",
            ) from None

    def _document(self, target: Path) -> TOMLDocument:
        """What is in the file now, which the reader may have edited meanwhile; a file that is none of ours is put
        aside, and kept."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        with suppress(FileNotFoundError):
            try:
                return tomlkit.parse(target.read_bytes().decode("utf-8-sig"))
            except (TOMLKitError, UnicodeDecodeError, RecursionError):
                target.rename(_unused(target.with_suffix(".broken.toml")))
        document = tomlkit.document()
        document.add(tomlkit.comment(HEADER))
        return document

    @staticmethod
    def _replace(target: Path, text: str) -> None:
        partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
        try:
            with partial.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                shutil.copymode(target, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


def groups() -> Iterator[tuple[str, list[Setting[Any]]]]:
    """The groups of settings, each with its settings, in their order."""
    for name in dict.fromkeys(setting.group for setting in SETTINGS):
        yield name, [setting for setting in SETTINGS if setting.group == name]


def _table_in(table: Any, name: str) -> Any:
    """The table of this name in another one, made when it is missing."""
    import tomlkit

    if not isinstance(table.get(name), dict):
        # In place of something else it would stand before values that are not its own.
        table.pop(name, None)
        table[name] = tomlkit.table()
    return table[name]


def _unused(path: Path) -> Path:
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found
