"""XML read entry by entry."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readerapp.errors import Refused
from readerapp.formats import xml_entries
from readerapp.formats.json_entries import Broken
from readerapp.formats.opening import open_bytes
from readerapp.formats.xml_entries import XmlEntry


def found(data: str | bytes, *names: str) -> list[tuple[int, str]]:
    """The line of each entry, and its text or what is wrong with it."""
    raw = data.encode() if isinstance(data, str) else data
    entries = xml_entries.entries(open_bytes(raw, "a test"), *(names or ("record",)))
    return [
        (one.line, one.why if isinstance(one, Broken) else xml_entries.text(one.element).strip()) for one in entries
    ]


def test_a_broken_entry_costs_no_neighbour() -> None:
    text = (
        "<all>\n<record>One</record>\n<record><a>Two</record>\n<record>Three</record>\n<record>Four\n<record/>\n"
        "<record>Five</record>\n<record>Six"
    )
    assert found(text) == [
        (2, "One"),
        (3, "It is no well-formed XML (mismatched tag)."),
        (4, "Three"),
        (5, "It is no well-formed XML (mismatched tag)."),
        (6, ""),
        (7, "Five"),
        (8, "It is cut off: the file ends in the middle of it."),
    ]


def test_stray_ampersands_entities_of_html_and_undeclared_prefixes() -> None:
    assert found("<all><record>AT&T &eacute; &amp; &#233; &nosuch; <x:y z:a='1'>b</x:y></record></all>") == [
        (1, "AT&T é & é &nosuch; b")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_declared_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<all><record>Größe</record></all>'
    assert found(text.encode(encoding)) == [(2, "Größe")]


def test_what_is_not_in_its_declared_encoding() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?><all><record>Gr\xf6\xdfe</record></all>'
    assert found(data) == [(1, "Größe")]
    for odd in ("rot13", "idna", "no-such", "utf-7", "zlib"):
        assert found(f'<?xml version="1.0" encoding="{odd}"?><all><record>x</record></all>') == [(1, "x")]


ENTITIES = [
    '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><all><record>&secret;</record></all>',
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]><all><record>&c;</record></all>',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><all><record>One</record></all>',
    '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE x [\n<!ENTITY\n a "b">]>\n<all><record>&a;</record></all>',
]


@pytest.mark.parametrize("text", ENTITIES)
def test_entities_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refused, match="a test defines entities of its own, which are not expanded here"):
        found(text)


def test_a_document_type_alone_is_passed_over_and_never_opened() -> None:
    text = '<!DOCTYPE x PUBLIC "-//X" "http://127.0.0.1:9/x.dtd"><all><record>One &secret;</record></all>'
    assert found(text) == [(1, "One &secret;")]


def test_entities_defined_in_an_entry_are_none() -> None:
    [(_, text)] = found('<all><record><!DOCTYPE x [<!ENTITY a "b">]>&a;</record></all>')
    assert text.startswith("It is no well-formed XML")


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" * 5_000_000 + b"x",
        b"<a>" * 400_000 + b"x" + b"</a>" * 400_000,
        b"x" * 50_000_000,
        b"&a" * 5_000_000,
        b"<a/>" * 5_000_000,
        b"<a " + b"b='c' " * 2_000_000 + b"/>",
        b"<![CDATA[" * 1_000_000,
        b"<!--" * 1_000_000,
        b"\0" * 1_000_000,
    ],
    ids=range(9),
)
def test_hostile_entries_cost_no_neighbour(data: bytes) -> None:
    entries = found(b"<all><record>One</record><record>" + data + b"</record>\n<record>Three</record></all>")
    assert [entries[0], entries[-1]] == [(1, "One"), (2, "Three")]
    assert len(entries) == 3


def test_an_endless_entry_is_passed_over() -> None:
    entries = found(b"<all><record>" + b"x" * 80_000_000 + b"</record><record>Two</record></all>")
    assert entries == [(1, "It is longer than 64 MB."), (1, "Two")]


@given(st.text(st.sampled_from("<>/recod &;!-[]\"'=xmlns:a\n")))
@example("<record")
@example("<record\n")
def test_any_text_is_entries_or_none(text: str) -> None:
    for one in xml_entries.entries(open_bytes(f"<all>{text}".encode(), "a test"), "record"):
        assert isinstance(one, XmlEntry) or one.why
    xml_entries.root_name(text.encode())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<feed>", "feed"),
        ("\n <?xml version='1.0'?>\n<!-- a --><!DOCTYPE opml>\n<opml version='2'>", "opml"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><rdf:RDF >", "RDF"),
        ("hello <feed>", ""),
        ("", ""),
    ],
)
def test_the_name_of_the_root(text: str, name: str) -> None:
    assert xml_entries.root_name(text.encode()) == name
