"""OPML as far as it holds papers: outlines that lead to one. Outlines around them become nested tags.

As in http://opml.org/spec2.opml. Most such files list feeds to subscribe to; those are named and passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn
from xml.parsers import expat

from readerapp.errors import Refused
from readerapp.formats import fields, markup, xml_entries
from readerapp.formats.identifiers import find_identifiers, identifier_of_url
from readerapp.formats.json_answers import linked
from readerapp.formats.xml_entries import LONGEST
from readerapp.records import Format, Input, Item, Origin, Reading, Record, Skipped

# The parser begins a value that is not at its end anew with each piece: large ones keep that from growing.
_PIECE = 2**22
_DEEPEST = 50


def read(source: Input) -> Reading:
    """Reads outline by outline. Raises Refused for a file that defines entities."""
    return Reading(Origin("opml", source.name), _Outlines(source).items(), source.size, source.done)


class _Outlines:
    def __init__(self, source: Input) -> None:
        self._source = source
        self._found: list[Item] = []
        self._above: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse

    def items(self) -> Iterator[Item]:
        size = 0
        try:
            while piece := self._source.stream.read(_PIECE):
                size += len(piece)
                if size > LONGEST:
                    yield Skipped("the end", f"What is behind {LONGEST // 2**20} MB was not read.")
                    return
                self._parser.Parse(piece)
                yield from self._found
                self._found.clear()
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            yield from self._found
            why = expat.ErrorString(error.code)
            yield Skipped(f"line {error.lineno}", f"It is no well-formed XML ({why}); what follows was not read.")
            return
        yield from self._found

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name != "outline" or len(self._above) > _DEEPEST:
            self._above.append("")
            return
        title = markup.one_line(attributes.get("text") or attributes.get("title"))
        addresses = [attributes.get(key, "") for key in ("url", "htmlUrl")]
        identifiers = [one for address in addresses if (one := identifier_of_url(address))]
        identifiers += find_identifiers(title)
        where = f"line {self._parser.CurrentLineNumber}"
        if identifiers and title:
            record = Record(title=title, identifiers=list(dict.fromkeys(identifiers)))
            if tag := "/".join(filter(None, self._above)):
                record.tags = [tag]
            linked(record, "page", *addresses)
            self._found.append(record)
        elif attributes.get("xmlUrl"):
            name = fields.one_line(title, 80) or "It"
            self._found.append(Skipped(where, f"“{name}” is a feed to subscribe to, not a paper."))
        elif any(addresses):
            self._found.append(Skipped(where, f"Nothing in “{fields.one_line(title, 80)}” says that it is a paper."))
        self._above.append(fields.one_line(title.replace("/", " "), 80) if not any(addresses) else "")

    def _end(self, _name: str) -> None:
        self._above.pop()

    def _refuse(self, *_declared: object) -> NoReturn:
        raise Refused(
            f"{self._source.name} defines entities of its own, which are not expanded here.",
            "Save it again without a document type.",
        )


def _recognise(source: Input) -> int:
    return 95 if xml_entries.root_name(source.head) == "opml" else 0


FORMAT = Format(
    name="opml",
    label="OPML outline",
    suffixes=(".opml", ".xml"),
    recognise=_recognise,
    read=read,
)
