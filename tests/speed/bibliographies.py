"""How right BibTeX is read, against other readers of it in the same run, over the samples and their expected papers.

python -m tests.speed.bibliographies [FILE.bib]...

Prints the table of tests/data/formats/README.md; with further files also how long each reader takes on them. Readers
that are not installed are left out: `uv run --with bibtexparser==2.1.0 --with pybtex …` has them.
"""

from __future__ import annotations

import codecs
import json
import logging
import re
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from readerapp import registry
from readerapp.formats.opening import open_path
from readerapp.names import Name
from readerapp.records import Record

SAMPLES = Path(__file__).parent.parent / "data" / "formats"
NAMES = ("bibtex.bib", "biblatex.bib")

# What a reader makes of an entry: title, authors as "Family, Given", year, venue, volume, pages, publisher.
Facts = dict[str, object]
FIELDS = ("title", "authors", "year", "venue", "volume", "page", "publisher")
_VENUES = ("journal", "journaltitle", "booktitle")
_PUBLISHERS = ("publisher", "institution", "school")


def ours(path: Path) -> list[Facts]:
    return [
        {
            "title": item.title,
            "authors": [Name.of(author).inverted for author in item.authors],
            "year": item.year,
            "venue": item.venue,
            **{name: item.details.get(name, "") for name in ("volume", "page", "publisher")},
        }
        for item in registry.read(open_path(path)).items
        if isinstance(item, Record)
    ]


def bibtexparser(path: Path) -> list[Facts]:
    """With all it has for months, TeX and names; an entry that one of these refuses goes without it."""
    parser: Any = import_module("bibtexparser")
    ware: Any = import_module("bibtexparser.middlewares")
    parsed = parser.parse_string(path.read_text("utf-8"), append_middleware=[ware.NormalizeFieldKeys()])
    entries = list(parsed.entries)
    for block in parsed.failed_blocks:
        entries += [kept] if (kept := getattr(block, "ignore_error_block", None)) in parsed.failed_blocks else []
    found = []
    for entry in entries:
        library = parser.Library([entry])
        for step in (ware.LatexDecodingMiddleware(), ware.SeparateCoAuthors(), ware.SplitNameParts()):
            changed = step.transform(library)
            library = changed if changed.entries else library
        values = library.entries[0].fields_dict
        people = values["author"].value if "author" in values else []
        names = [
            _inverted(" ".join([*part.von, *part.last]), " ".join(part.first), " ".join(part.jr))
            for part in (people if isinstance(people, list) else [])
            if not isinstance(part, str)
        ]
        found.append(_facts({name: str(field.value) for name, field in values.items()}, names))
    return found


def pybtex(path: Path) -> list[Facts]:
    """With lenient parsing, and with latexcodec, which it brings along, for TeX."""
    errors: Any = import_module("pybtex.errors")
    errors.set_strict_mode(False)
    parser = import_module("pybtex.database.input.bibtex").Parser(encoding="utf-8")
    import_module("latexcodec")
    found = []
    for entry in parser.parse_file(str(path)).entries.values():
        people = entry.persons.get("author", [])
        names = [
            _inverted(
                _plain(" ".join([*one.prelast_names, *one.last_names])),
                _plain(" ".join([*one.first_names, *one.middle_names])),
                " ".join(one.lineage_names),
            )
            for one in people
        ]
        found.append(_facts({name.lower(): _plain(value) for name, value in entry.fields.items()}, names))
    return found


def _plain(text: str) -> str:
    decode: Any = codecs.decode  # of texts too: latexcodec reads them
    return re.sub(r"[{}]", "", decode(text, "ulatex"))


def _inverted(family: str, given: str, suffix: str) -> str:
    return Name(re.sub(r"[{}]", "", family), re.sub(r"[{}]", "", given), suffix).inverted


def _facts(values: dict[str, str], names: list[str]) -> Facts:
    def first(wanted: tuple[str, ...]) -> str:
        return next((values[name] for name in wanted if values.get(name)), "")

    year = re.search(r"\d{4}", values.get("year", "") or values.get("date", ""))
    facts: Facts = {
        "title": values.get("title", ""),
        "year": int(year[0]) if year else None,
        "venue": first(_VENUES),
        "volume": values.get("volume", ""),
        "page": re.sub(r"\s*[-–]+\s*", "-", values.get("pages", "")),
        "publisher": first(_PUBLISHERS),
    }
    clean = {name: re.sub(r"[{}]", "", value) if isinstance(value, str) else value for name, value in facts.items()}
    return {**clean, "authors": names}


READERS: dict[str, Callable[[Path], list[Facts]]] = {"readerapp": ours, "bibtexparser": bibtexparser, "pybtex": pybtex}


def counted(found: list[Facts], expected: list[dict[str, Any]]) -> tuple[int, int, int]:
    """How many of the expected papers were read, how many of their fields are right, and how many there are. Papers
    are told from each other by their titles, as far as letters go."""

    def key(title: object) -> str:
        return re.sub(r"\W", "", str(title)).casefold()

    by_title = {key(facts["title"]): facts for facts in found}
    read = right = there = 0
    for paper in expected:
        details = paper.get("details", {})
        wanted = {name: paper.get(name) or details.get(name) for name in FIELDS}
        short = key(paper["title"].partition(":")[0])
        facts = by_title.get(key(paper["title"])) or by_title.get(short) or {}
        read += bool(facts)
        for name, value in wanted.items():
            if value:
                there += 1
                right += facts.get(name) == value
    return read, right, there


def main(files: list[str]) -> None:
    logging.disable()
    print("| sample | reader | entries read | fields right |\n| --- | --- | --- | --- |")
    installed = dict(READERS)
    for sample in NAMES:
        expected = json.loads((SAMPLES / "expected" / f"{sample}.json").read_text("utf-8"))["papers"]
        for name, reader in READERS.items():
            try:
                read, right, there = counted(reader(SAMPLES / sample), expected)
            except ModuleNotFoundError:
                installed.pop(name, None)
                continue
            print(f"| {sample} | {name} | {read} of {len(expected)} | {right} of {there} |")
    for file in files:
        print(f"\n| {file} | entries | seconds |\n| --- | --- | --- |")
        for name, reader in installed.items():
            began = time.perf_counter()
            count = len(reader(Path(file)))
            print(f"| {name}, TeX and names included | {count:,} | {time.perf_counter() - began:.1f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
