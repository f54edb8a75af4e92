"""CSL-JSON, in and out: a list of items, one object alone, or a list under a name such as "items". See `csl`.

Written as one item to a line, so that a change of one paper changes one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import IO

from readerapp.formats import csl, json_answers
from readerapp.records import Format, Input, Item, Reading, Record

_TYPE = re.compile(rb'"type"\s*:\s*"([a-z_-]{3,30})"')
_TITLE = re.compile(rb'"title"\s*:\s*"')
_TYPES = frozenset(kind.encode() for kind in csl.TYPES)
_KEYS = (b'"issued"', b'"author"', b'"container-title"', b'"publisher"', b'"URL"', b'"id"', b'"custom"')


def read(source: Input) -> Reading:
    """Reads item by item. Raises Refused when the text is no JSON."""
    return json_answers.read(source, "csljson", csl.record_of, ("items", "references"))


def write(items: Iterable[Item], stream: IO[str]) -> None:
    """Writes the papers among the items."""
    separator = "[\n"
    number = 0
    for item in items:
        if isinstance(item, Record):
            number += 1
            stream.write(separator + json.dumps(csl.item_of(item, str(number)), ensure_ascii=False))
            separator = ",\n"
    stream.write("\n]\n" if number else "[]\n")


def _recognise(source: Input) -> int:
    head = source.head
    if not json_answers.is_json(head) or not _TITLE.search(head) or b'"itemType"' in head:
        return 0
    if not any(kind in _TYPES for kind in _TYPE.findall(head)):
        return 0
    return 95 if any(key in head for key in _KEYS) else 0


FORMAT = Format(
    name="csljson",
    label="CSL-JSON",
    suffixes=(".json",),
    recognise=_recognise,
    read=read,
    write=write,
)
