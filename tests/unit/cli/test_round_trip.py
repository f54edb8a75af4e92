"""What is exported as JSON and imported again is the same library."""

from __future__ import annotations

import tempfile
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from readerapp.__main__ import main
from readerapp.library.connect import Library, Writer
from readerapp.library.tags import COLOURS
from readerapp.names import Name
from readerapp.operations import filing, reading, tagging
from readerapp.operations.importing import bring_in
from readerapp.records import HighlightRecord, Identifier, Link, Origin, Reading, Record, Status, StatusChange

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
word = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).map(partial(unicodedata.normalize, "NFC"))
words = st.lists(word, min_size=1, max_size=5).map(" ".join)
tag = st.lists(word, min_size=1, max_size=3).map("/".join)
moment = st.integers(0, 2**31).map(lambda seconds: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))

fields = st.dictionaries(word, text, max_size=3)

record = st.builds(
    Record,
    title=words,
    authors=st.lists(st.tuples(word, word).map(" ".join) | st.builds(Name, words, words, word), max_size=4),
    abstract=words | st.just(""),
    venue=words | st.just(""),
    year=st.none() | st.integers(1000, 9999),
    published=st.none() | st.sampled_from(["2017", "2017-05", "2017-05-24"]),
    keywords=st.lists(words, max_size=3, unique_by=str.casefold),
    identifiers=st.lists(st.integers(0, 99999).map(lambda n: Identifier("arxiv", f"2401.{n:05d}")), max_size=2),
    links=st.lists(
        st.builds(
            Link, st.sampled_from(["page", "pdf", "code"]), word.map(lambda w: f"https://example.org/{ord(w[0])}")
        ),
        max_size=3,
        unique=True,
    ),
    citation_key=st.none() | st.from_regex(r"[a-z]{3,9}\d{4}[a-z]?", fullmatch=True),
    source=words | st.just(""),
    details=fields,
    extras=st.dictionaries(word, fields.filter(bool), max_size=2),
    starred=st.booleans(),
    rating=st.none() | st.integers(1, 5),
    queue=st.none() | st.integers(1, 9),
    tags=st.lists(tag, max_size=3),
    takeaway=words | st.just(""),
    note=text.filter(lambda note: not note or note.strip() != ""),
    highlights=st.lists(
        st.builds(
            HighlightRecord,
            quote=words,
            meaning=st.sampled_from(["", "claim", "result"]),
            comment=text,
            prefix=text,
            suffix=text,
            start=st.none() | st.integers(0, 5000),
        ),
        max_size=2,
        unique_by=lambda mark: mark.quote,
    ),
    history=st.lists(st.builds(StatusChange, st.sampled_from(Status), moment), max_size=3),
    added=moment,
    changed=moment,
    trashed=st.none() | moment,
)


def decide(writer: Writer, data: st.DataObject, papers: list[int]) -> None:
    """What a reader does with papers that have come."""
    some = st.lists(st.sampled_from(papers), max_size=4, unique=True)
    for _ in range(data.draw(st.integers(0, 4))):
        chosen = data.draw(some)
        match data.draw(st.integers(0, 7)):
            case 0:
                reading.set_status(writer, chosen, data.draw(st.sampled_from(Status)))
            case 1:
                filing.tag(writer, chosen, [data.draw(tag)])
            case 2:
                filing.trash(writer, chosen)
            case 3:
                filing.enqueue(writer, chosen)
            case 4:
                filing.tag(writer, chosen, ["mine"])
                tagging.colour_tag(writer, "mine", data.draw(st.sampled_from(COLOURS)))
            case 5:
                filing.tag(writer, chosen, ["quick"])
                tagging.set_quick_tag(writer, "quick", data.draw(st.integers(1, 9)))
            case 6 if chosen:
                reading.set_note(writer, chosen[0], data.draw(text))
            case _:
                reading.set_rating(writer, chosen, 4)


# An example takes a tenth of a second, and making a failing one smaller some thousand examples.
_PHASES = [Phase.explicit, Phase.reuse, Phase.generate]


@settings(max_examples=25, deadline=None, phases=_PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=st.lists(record, max_size=6), data=st.data())
def test_export_import_export_is_the_same(
    records: list[Record], data: st.DataObject, capsys: pytest.CaptureFixture[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second, exported = (Path(folder) / name for name in ("first.db", "second.db", "all.json"))
        library = Library(first)
        writer = library.writer()
        _, summary = bring_in(writer, Reading(Origin("json", "a test"), iter(records)))
        if summary.papers:
            decide(writer, data, sorted(set(summary.papers)))
        writer.close()
        library.close()
        assert main(["--library", str(first), "export", "--format", "json", "-o", str(exported)]) == 0
        before = exported.read_bytes()
        assert main(["--library", str(second), "import", str(exported)]) == 0
        assert main(["--library", str(second), "export", "--format", "json", "-o", str(exported)]) == 0
        assert exported.read_bytes().decode() == before.decode()
    said = capsys.readouterr()
    assert said.err == ""
