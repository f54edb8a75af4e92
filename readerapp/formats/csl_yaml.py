"""CSL-YAML as pandoc and Better BibTeX write it: items of CSL-JSON under `references`, or a list of them. See `csl`.

Each item is found by its indentation and parsed by itself, so that a broken one costs none of the others. Dates may be
`{year: 2020, month: 5}`, or a list of such, as in older files of pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from readerapp.errors import Refused
from readerapp.formats import csl, fields
from readerapp.formats.text_lines import lines, or_nothing
from readerapp.records import Format, Input, Item, Origin, Reading, Record, Skipped, decode

if TYPE_CHECKING:
    from types import ModuleType

_BEGINS = re.compile(r"( *)- +(?=\S)")
_IN_HEAD = re.compile(r"(?m)^ {0,8}- +[\w-]+ *:.*\n(?:.*\n){0,40}? *(?:title|type) *:")
_FRONT = re.compile(r"(?m)^references *:")
_LONGEST_ITEM = 2 * 2**20
# An item with aliases may be a million times as large as its text.
_MOST_VALUES = 200_000
_DATE_PARTS = ("year", "month", "day")


def read(source: Input) -> Reading:
    """Reads item by item. Raises Refused where YAML cannot be read."""
    try:
        import yaml  # imported late: no other format needs it
    except ImportError:
        raise Refused("YAML cannot be read here.", "Install PyYAML.") from None
    return Reading(Origin("cslyaml", source.name), or_nothing(_items(source, yaml)), source.size, source.done)


def _items(source: Input, yaml: ModuleType) -> Iterator[Item]:
    began = length = 0
    indent: int | None = None
    taken: list[str] = []
    for number, line in enumerate(lines(source.stream), start=1):
        begins = _BEGINS.match(line)
        if begins and (indent is None or len(begins[1]) == indent):
            indent = len(begins[1])
            if began:
                yield _item(taken, began, length, yaml)
            taken, began, length = [line], number, len(line)
        elif began and line.strip() and len(line) - len(line.lstrip(" ")) <= (indent or 0):
            # Whatever else a document holds besides its references.
            yield _item(taken, began, length, yaml)
            taken, began, length, indent = [], 0, 0, None
        elif began:
            length += len(line) + 1
            if length <= _LONGEST_ITEM:
                taken.append(line)
    if began:
        yield _item(taken, began, length, yaml)


def _item(taken: list[str], began: int, length: int, yaml: ModuleType) -> Item:
    where = f"line {began}"
    if length > _LONGEST_ITEM:
        return Skipped(where, f"It is longer than {_LONGEST_ITEM // 2**20} MB.")
    text = fields.without_controls("\n".join(taken).replace("\t", "  "))
    try:
        found = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        value = _Plain().of(found[0] if isinstance(found, list) and found else found)
    except yaml.YAMLError as error:
        problem = fields.one_line(getattr(error, "problem", "") or "", 100)
        return Skipped(where, f"It is no YAML ({problem})." if problem else "It is no YAML.")
    except RecursionError:
        return Skipped(where, "It is nested too deeply.")
    except (ValueError, TypeError) as error:
        # Of YAML's own there are some for dates and numbers that are none.
        return Skipped(where, str(error) if isinstance(error, _TooMany) else "It is no YAML.")
    if not isinstance(value, dict):
        return Skipped(where, "It is no item of a bibliography.")
    try:
        return _record(value)
    except ValueError as error:
        return Skipped(where, str(error))


def _record(value: dict[str, Any]) -> Record:
    for name in (*csl.DATES, "issued"):
        if name in value:
            value[name] = _date(value[name])
    return csl.record_of(value)


def _date(value: object) -> object:
    """A date as CSL-JSON has it, of what pandoc makes of one."""
    listed = value if isinstance(value, list) else [value]
    parts = [
        [one[part] for part in _DATE_PARTS if part in one] for one in listed if isinstance(one, dict) and "year" in one
    ]
    return {"date-parts": parts} if parts else value


class _TooMany(ValueError):
    pass


class _Plain:
    """Makes values that JSON has of what YAML gives, each as often as it is named, up to a limit."""

    def __init__(self) -> None:
        self._left = _MOST_VALUES

    def of(self, value: object) -> object:
        self._left -= 1
        if self._left < 0:
            raise _TooMany(f"It has more than {_MOST_VALUES:,} values.")
        if isinstance(value, dict):
            return {str(key): self.of(one) for key, one in value.items()}
        if isinstance(value, (list, tuple, set)):
            return [self.of(one) for one in value]
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _recognise(source: Input) -> int:
    head = decode(source.head[:32768])
    beginning = head.lstrip()
    if beginning[:1] in ("{", "[", "<", "%", "@") or not _IN_HEAD.search(f"{head}\n"):
        return 0
    if _FRONT.search(head):
        return 95
    return 88 if beginning.startswith(("- ", "---")) and re.search(r"(?m)^ *(?:- +)?type *:", head) else 0


FORMAT = Format(
    name="cslyaml",
    label="CSL-YAML",
    suffixes=(".yaml", ".yml"),
    recognise=_recognise,
    read=read,
)
