"""YAML front matter, as Obsidian, Logseq and static sites have it: the lines between two `---` at the top of a file.

Written are scalars and lists of texts in block style, which is the part of YAML those programs show as properties;
texts are quoted where YAML 1.1 or 1.2 would take them for something else. Read are the keys at the top with their
texts or lists of texts, by the events of a YAML parser and not through objects: nothing is resolved, no alias is
followed, so nothing can grow. What else a key holds is kept as the lines it stands in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Value = str | int | bool | date | list[str] | None

# Longer front matter is none that a person or a program for notes wrote, in characters; ours has at most some thousand
# authors.
LONGEST = 1024 * 1024
_DEEPEST = 20

# What may stand without quotation marks and is a text to every reader of YAML, but for the words below.
_PLAIN = re.compile(r"[^\W\d_][\w./()'+-]*(?: [\w./()'+&-]+)*")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
# YAML takes these for no text or for ends of lines, and JSON leaves them as they are.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_EMPTY = ("", "~", "null", "Null", "NULL")


class Malformed(ValueError):
    """Front matter that is none; the words say why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a key holds: a text, a list of texts, or None for anything else; an empty value is "". `lines` is how it
    stands in the file, with what belongs to it."""

    value: str | list[str] | None
    lines: str


def write(fields: Mapping[str, Value]) -> str:
    """These fields as lines of YAML."""
    return "".join(f"{key}:{_value(value)}\n" for key, value in fields.items())


def _value(value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return "".join(f"\n  - {_scalar(one)}" for one in value) or " []"
    if isinstance(value, bool):
        return " true" if value else " false"
    return f" {_scalar(value) if isinstance(value, str) else value}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def as_read(value: Value) -> str | list[str]:
    """A value as `read` gives it back from what `write` makes of it."""
    if isinstance(value, list):
        return list(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def read(text: str) -> dict[str, Entry]:
    """The keys of a front matter, without the lines of dashes, in their order. Raises Malformed."""
    if len(text) > LONGEST:
        raise Malformed(f"The front matter is longer than {LONGEST // 1024} KB.")
    import yaml  # imported late: most of what the program does needs none

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        keys = _keys(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        line = f"{error.problem_mark.line + 2:,}" if error.problem_mark else "?"
        raise Malformed(f"The front matter is no YAML, see line {line}.") from None
    except (yaml.YAMLError, UnicodeError):
        raise Malformed("The front matter is no YAML.") from None
    lines = text.splitlines(keepends=True)
    starts = [line for _, line, _ in keys]
    if sorted(set(starts)) != starts:
        raise Malformed("The front matter has several keys in one line.")
    found: dict[str, Entry] = {}
    # What stands above the first key, such as a comment, belongs to it.
    for (key, _, value), begin, end in zip(keys, [0, *starts[1:]], [*starts[1:], len(lines)], strict=False):
        if key in found:
            raise Malformed(f"The front matter has “{key[:60]}” twice.")
        found[key] = Entry(value, "".join(lines[begin:end]))
    return found


def _keys(events: Iterable[object]) -> list[tuple[str, int, str | list[str] | None]]:
    """The keys of the mapping that a document is, each with its line and what it holds."""
    import yaml

    found: list[tuple[str, int, str | list[str] | None]] = []
    key: tuple[str, int] | None = None
    texts: list[str] | None = None
    depth = documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Malformed("The front matter has several parts.")
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise Malformed("The front matter is nested too deeply.")
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                raise Malformed("The front matter has no keys.")
            if depth == 2:
                if key is None:
                    raise Malformed("The front matter has a key that is no text.")
                texts = [] if isinstance(event, yaml.SequenceStartEvent) else None
            elif depth > 2:
                texts = None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1 and key is not None:
                found.append((*key, texts))
                key = None
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            scalar = event.value if isinstance(event, yaml.ScalarEvent) else None
            if depth == 0 and scalar:
                raise Malformed("The front matter has no keys.")
            if depth == 1 and key is None:
                if scalar is None:
                    raise Malformed("The front matter has a key that is no text.")
                key = (scalar, event.start_mark.line if event.start_mark else 0)
            elif depth == 1 and key is not None:
                empty = isinstance(event, yaml.ScalarEvent) and event.style in (None, "") and scalar in _EMPTY
                found.append((*key, "" if empty else scalar))
                key = None
            elif depth == 2 and texts is not None:
                texts = [*texts, scalar] if scalar is not None else None
    return found
