"""CSL-JSON in and out, CSL-YAML in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.formats import csl, csl_json
from readerapp.names import Name
from readerapp.records import Identifier, Item, Record, Skipped
from tests.unit.formats import papers
from tests.unit.formats.reading import SAMPLES, items, records, skipped


def written(these: Iterable[Item]) -> list[dict[str, Any]]:
    stream = io.StringIO()
    csl_json.write(these, stream)
    found = json.loads(stream.getvalue())
    assert isinstance(found, list)
    return found


@given(papers.readers_records())
def test_a_paper_comes_back_as_it_was(record: Record) -> None:
    [item] = written([record])
    [found] = records(json.dumps([item]), "csljson")
    found.extras = {}
    assert set(found.identifiers) == set(record.identifiers)
    assert set(found.links) == set(record.links)
    found.identifiers, found.links = record.identifiers, record.links
    assert found == record
    parts = [[(name.family, name.given, name.suffix) for name in map(Name.of, one.authors)] for one in (record, found)]
    assert parts[0] == parts[1]


# A longer number is not read.
_whole = st.integers(-(10**17), 10**17)
_person = st.fixed_dictionaries(
    {},
    optional={
        key: st.text(max_size=8)
        for key in ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")
    }
    | {"comma-suffix": st.booleans()},
)
_part = st.none() | st.integers(-5, 3000) | st.sampled_from(["2020", "5", "x", ""])
_date = (
    st.fixed_dictionaries(
        {},
        optional={
            "date-parts": st.lists(st.lists(_part, max_size=4), max_size=3),
            "season": st.integers(1, 4),
            "raw": st.text(max_size=9),
        },
    )
    | st.sampled_from(["2020-05~", "2019/2020", "../2020", "2020-21", "Spring 1999", "n.d.", 2020])
)  # fmt: skip
_value = st.recursive(
    st.booleans() | _whole | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
_no_nul = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
_items = st.fixed_dictionaries(
    {"title": st.just("A title") | papers.line.filter(lambda text: not text.startswith("<"))},
    optional={
        "id": st.text(max_size=9) | _whole,
        "type": st.sampled_from([*papers.TYPES, "document", "no-such-type"]),
        "author": st.lists(_person, max_size=3),
        "editor": st.lists(_person, max_size=2),
        "issued": _date,
        "accessed": _date,
        "volume": _whole | st.text(max_size=5),
        "DOI": st.sampled_from(["10.1000/A", "https://doi.org/10.1000/b", "none"]),
        "URL": st.sampled_from(["https://example.org", "x", "https://doi.org/10.1000/c", "https://arxiv.org/abs/2201.01"]),
        "keyword": st.text(max_size=12),
        "note": st.text(max_size=20),
        "custom": st.dictionaries(st.sampled_from(["tags", "status", "rating", "notes", "files", "own"]), _value),
    },
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_items, st.dictionaries(st.text(_no_nul, min_size=1, max_size=8), _value, max_size=4))
def test_every_value_survives_import_and_export(known: dict[str, Any], unknown: dict[str, Any]) -> None:
    item = {**{key: value for key, value in unknown.items() if not key.startswith("custom")}, **known}
    found = items(json.dumps([item]), "csljson")
    if isinstance(found[0], Skipped):
        assert found[0].why == "It has no title."
        return
    assert isinstance(found[0], Record)
    [again] = written([found[0]])
    custom = item.pop("custom", {})
    assert {key: again.get(key) for key in item} == item
    assert {key: again.get("custom", {}).get(key) for key in custom} == custom


def test_the_sample_is_written_as_it_was() -> None:
    text = (SAMPLES / "csljson.json").read_text()
    before = [item for item in json.loads(text) if "title" in item]
    after = written(records(text, "csljson"))
    for one, other in zip(before, after, strict=True):
        custom = other.pop("custom", {})
        assert {key: value for key, value in one.items() if key != "custom"} == other
        assert one.get("custom", {}).items() <= custom.items()


def test_what_the_reader_changed_is_written_and_not_what_was_there() -> None:
    record = records((SAMPLES / "csljson.json").read_text(), "csljson")[0]
    record.title, record.authors, record.note = "New", [Name("Byron", "Ada")], "Another note"
    [item] = written([record])
    assert item["title"] == "New"
    assert item["author"] == [{"family": "Byron", "given": "Ada"}]
    assert item["custom"]["notes"] == ["Another note"]
    assert item["custom"]["own"] == 1
    assert item["x-unknown"] == {"kept": [1, 2, None]}
    assert item["issued"] == {"date-parts": [["2020", 3, "9"]]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"date-parts": [[2020, 3, 9]]}, "2020-03-09"),
        ({"date-parts": [["2020", "3"]]}, "2020-03"),
        ({"date-parts": [[2020, 3], [2020, 5, 1]]}, "2020-03/2020-05-01"),
        ({"date-parts": [[2020, 21]]}, "2020"),
        ({"date-parts": [[None]]}, ""),
        ({"raw": "May 2020"}, "2020-05"),
        ({"literal": "Spring 1999"}, "Spring 1999"),
        ("2020-05-03", "2020-05-03"),
        ("2019/2020-05?", "2019/2020-05"),
        ("2018-05~", "2018-05"),
        ("2020/..", "2020"),
        (2020, "2020"),
        (None, ""),
        ([2020], ""),
    ],
)
def test_dates(value: object, text: str) -> None:
    assert csl.date_text(value) == text


def test_one_object_and_lists_under_a_name() -> None:
    one = {
        "id": "a",
        "type": "book",
        "title": "One",
        "author": [{"family": "Byron"}],
        "issued": {"date-parts": [[1990]]},
    }
    for text in (
        json.dumps(one),
        json.dumps({"items": [one]}),
        "\ufeff" + json.dumps([one]),
        json.dumps([one], indent=2),
    ):
        [record] = records(text, "auto")
        assert (record.title, record.authors, record.year) == ("One", ["Byron"], 1990)


def test_a_title_of_markup_alone_stays_what_it_is() -> None:
    for title in ("List<T>", "a <b> c", "x &lt; y", "R&D &amp; more", "<i>"):
        [item] = written([Record(title=title)])
        assert records(json.dumps([item]), "csljson")[0].title == title


def test_hostile_items_cost_no_neighbour() -> None:
    good = '{"id": "g", "type": "book", "title": "Good"}'
    deep = '{"id": "d", "type": "book", "title": "Deep", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"
    many = json.dumps({"id": "m", "type": "book", "title": "Many", "author": [{"family": "Byron"}] * 1_000_000})
    long = json.dumps({"id": "l", "type": "book", "title": "Long", "abstract": "word " * 10_000_000})
    found = items(f"[{good},\n{deep},\n{many},\n{long},\n{good}]", "csljson")
    assert [item.title for item in found if isinstance(item, Record)] == ["Good", "Many", "Long", "Good"]
    assert found[1] == Skipped("line 2", "It is nested too deeply.")


def test_yaml_that_is_broken_or_hostile_costs_no_neighbour() -> None:
    bomb = "\n".join(
        f"  {chr(97 + n)}: &{chr(97 + n)} [{', '.join([f'*{chr(96 + n)}' if n else 'x'] * 9)}]" for n in range(9)
    )
    text = f"""---
references:
- id: one
  type: book
  title: One
- id: bomb
  type: book
  title: Bomb
{bomb}
- id: tag
  title: !!python/object/apply:os.system [ls]
  type: book
- just a text
- id: date
  type: book
  title: Date
  issued: 2020-13-45
- id: deep
  title: Deep
  x: {"[" * 5000}
- id: two
  type: article
  title: Two
  issued: {{year: 2020, month: 5}}
nocite: "@*"
...
"""
    found = items(text, "auto")
    assert [item.title for item in found if isinstance(item, Record)] == ["One", "Two"]
    assert [item.where for item in found if isinstance(item, Skipped)] == [
        "line 6", "line 18", "line 21", "line 22", "line 26",
    ]  # fmt: skip
    assert [item.published for item in found if isinstance(item, Record)] == [None, "2020-05"]


def test_yaml_as_a_list_of_its_own() -> None:
    [record] = records("- id: a\n  type: book\n  title: 'One'\n  DOI: 10.1000/a\n", "auto")
    assert record.identifiers == [Identifier("doi", "10.1000/a")]
    assert skipped("- id: a\n  type: book\n", "cslyaml") == [("line 1", "It has no title.")]
