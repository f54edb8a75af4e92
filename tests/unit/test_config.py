"""Settings: read from a file that anybody may have edited, written so that what they wrote there stays."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp import config
from readerapp.config import Choice, Config, File, Keys, Named, Number, Pattern, Setting, Switch
from readerapp.errors import Refused


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Config:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return Config(file)


# The declarations


@pytest.mark.parametrize("setting", config.SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_says_what_it_is(setting: Setting[Any]) -> None:
    assert re.fullmatch(r"[a-z-]+(\.[a-z-]+)?", setting.key)
    assert setting.label[0].isupper()
    assert not setting.label.endswith(".")
    assert setting.help.endswith(".")
    assert "!" not in setting.help
    assert setting.read(setting.plain(setting.default)) == setting.default
    if setting.needs:
        key, word = setting.needs
        (other,) = (one for one in config.SETTINGS if one.key == key)
        assert isinstance(other, Choice)
        assert word in dict(other.options)


def test_no_key_is_there_twice_and_none_is_a_table_of_another() -> None:
    keys = [setting.key for setting in config.SETTINGS]
    assert len(set(keys)) == len(keys)
    assert not [(one, other) for one in keys for other in keys if other.startswith(f"{one}.")]


def test_groups_have_every_setting_once() -> None:
    assert [setting for _, group in config.groups() for setting in group] == list(config.SETTINGS)


# Reading


def test_without_a_file_everything_is_as_by_default(file: Path) -> None:
    found = Config(file)
    assert [found.get(setting) for setting in config.SETTINGS] == [setting.default for setting in config.SETTINGS]
    assert found.problems == []
    assert not file.parent.exists()


def test_what_is_in_the_file_is_in_force(file: Path) -> None:
    found = written(
        file,
        """
        [appearance]
        colours = "dark"
        [abstract]
        size = 20
        [keyboard]
        letters = false
        [library]
        file = "~/papers.db"
        [keys]
        next = ["N", "Ctrl+Down"]
        done = []
        """,
    )
    assert found.problems == []
    assert found.get(config.COLOURS) == "dark"
    assert found.get(config.ABSTRACT_SIZE) == 20
    assert found.get(config.LETTERS) is False
    assert found.get(config.LIBRARY) == Path.home() / "papers.db"
    assert found.get(config.KEYS) == {"next": ("N", "Ctrl+Down"), "done": ()}
    assert found.get(config.DENSITY) == "comfortable"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('appearance.colours = "pink"', 'appearance.colours is \'pink\'; it must be one of "system", "light", "dark".'),
        ("abstract.size = 11", "abstract.size is 11; it must be a whole number from 12 to 28."),
        ("abstract.size = 16.0", "abstract.size is 16.0; it must be a whole number"),
        ("abstract.size = true", "abstract.size is True; it must be a whole number"),
        ('keyboard.letters = "no"', "keyboard.letters is 'no'; it must be true or false."),
        ("library.file = 3", "library.file is 3; it must be the path of a file."),
        ('library.file = "~nobody-of-this-name/a.db"', "it must be the path of a file."),
        ("keys = 3", "keys is 3; it must be a table of actions"),
        ('appearance.colours = ["dark"]', "appearance.colours is ['dark']; it must be"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_and_the_default_used(file: Path, line: str, sentence: str) -> None:
    found = written(file, f'{line}\nabstract.face = "sans"\n')
    assert len(found.problems) == 1
    assert sentence in found.problems[0]
    assert found.problems[0].endswith(" The default is used.")
    assert [found.get(one) for one in config.SETTINGS if one is not config.ABSTRACT_FACE] == [
        one.default for one in config.SETTINGS if one is not config.ABSTRACT_FACE
    ]
    assert found.get(config.ABSTRACT_FACE) == "sans"


def test_one_wrong_key_does_not_cost_the_others(file: Path) -> None:
    found = written(file, '[keys]\nnext = "J"\ndone = ["F9"]\n')
    assert found.get(config.KEYS) == {"done": ("F9",)}
    assert found.problems == ["In the settings, keys.next is 'J'; it must be a list of keys, such as [\"J\"]."
                              " The default is used."]  # fmt: skip
    found.set(config.KEYS, {"done": ("F10",)})
    assert tomllib.loads(file.read_text("utf-8"))["keys"] == {"next": "J", "done": ["F10"]}


@pytest.mark.parametrize(
    "content",
    [b"appearance = ", b"\xff\xfe", b"= = =", b"[a]\n[a]\n", b"a = " + b"[" * 20_000, b"\0", b'a = "\n"'],
)
def test_a_broken_file_is_one_sentence_and_is_kept(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    found = Config(file)
    assert len(found.problems) == 1
    assert str(file) in found.problems[0]
    assert "\n" not in found.problems[0]
    assert found.get(config.ABSTRACT_SIZE) == 16
    assert file.read_bytes() == content
    found.set(config.ABSTRACT_SIZE, 18)
    assert Config(file).get(config.ABSTRACT_SIZE) == 18
    (kept,) = (one for one in file.parent.iterdir() if one != file)
    assert kept.read_bytes() == content
    assert kept.name == "settings.broken.toml"


def test_every_broken_file_is_kept(file: Path) -> None:
    for n in range(3):
        written(file, f"broken {n}").set(config.ABSTRACT_SIZE, 18)
    assert sorted(one.read_text("utf-8") for one in file.parent.iterdir() if "broken" in one.name) == [
        "broken 0", "broken 1", "broken 2"
    ]  # fmt: skip


def test_a_folder_in_its_place_is_one_sentence(file: Path) -> None:
    file.mkdir(parents=True)
    found = Config(file)
    assert len(found.problems) == 1
    with pytest.raises(Refused, match="could not be written"):
        found.set(config.ABSTRACT_SIZE, 18)
    assert found.get(config.ABSTRACT_SIZE) == 18


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_is_too_odd(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(content)
    found = Config(file)
    assert all(found.get(setting) is not None or isinstance(setting, File) for setting in config.SETTINGS)


# Writing

EDITED = """\
# mine
theme = "of another program"

[abstract]  # how I read
size = 20  # for the evening
colour = "green"

[keys]
# one hand
next = ["N"]  # N for next
previous = ["P"]
gone-action = ["F12"]

[other.table]
list = [1,
  2]
"""


def test_comments_order_and_unknown_keys_stay(file: Path) -> None:
    found = written(file, EDITED)
    found.set(config.ABSTRACT_SIZE, 24)
    keys: Mapping[str, tuple[str, ...]] = found.get(config.KEYS)
    found.set(config.KEYS, {**keys, "previous": ("B",)})
    found.set(config.COLOURS, "dark")
    expected = EDITED.replace("size = 20", "size = 24").replace('["P"]', '["B"]')
    assert file.read_text("utf-8").startswith(expected)
    assert file.read_text("utf-8").removeprefix(expected).strip() == '[appearance]\ncolours = "dark"'


def test_what_is_edited_meanwhile_stays(file: Path) -> None:
    found = written(file, EDITED)
    file.write_text(EDITED.replace("green", "red"), encoding="utf-8")
    found.set(config.ABSTRACT_SIZE, 24)
    assert 'colour = "red"' in file.read_text("utf-8")


def test_a_default_is_taken_out_of_the_file(file: Path) -> None:
    found = written(file, EDITED)
    found.set(config.ABSTRACT_SIZE, 16)
    found.set(config.KEYS, {"gone-action": ("F12",)})
    assert tomllib.loads(file.read_text("utf-8")) == {
        "theme": "of another program",
        "abstract": {"colour": "green"},
        "keys": {"gone-action": ["F12"]},
        "other": {"table": {"list": [1, 2]}},
    }
    assert "# one hand" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "appearance = 3\nother = 4\n[more]\na = 1\n",
        'appearance = {density = "compact"}\nother = 4\n',
        'appearance.density = "compact"\nother = 4\n',
        "[appearance]\n[other]\na = 1\n[appearance.more]\nb = 1\n",
        "",
        "# a comment alone",
        "\ufeff# with a mark\r\nother = 4\r\n",
        '["appearance"]\n',
    ],
)
def test_however_the_file_is_written_values_find_their_place(file: Path, text: str) -> None:
    found = written(file, text)
    before = tomllib.loads(text.removeprefix("\ufeff"))
    found.set(config.COLOURS, "dark")
    found.set(config.KEYS, {"next": ("N",)})
    again = tomllib.loads(file.read_text("utf-8"))
    assert Config(file).problems == []
    assert Config(file).get(config.COLOURS) == "dark"
    assert Config(file).get(config.KEYS) == {"next": ("N",)}
    kept = before.pop("appearance", {})
    assert {key: value for key, value in again.items() if key not in ("appearance", "keys")} == before
    if isinstance(kept, dict):
        assert again["appearance"] == {**kept, "colours": "dark"}


def values_of(setting: Setting[Any]) -> st.SearchStrategy[Any]:
    match setting:
        case Switch():
            return st.booleans()
        case Number(least=least, most=most):
            return st.integers(least, most)
        case Choice(options=options):
            return st.sampled_from([word for word, _ in options])
        case File():
            return st.none() | st.text('abc ü"\\/', min_size=1, max_size=9).map(Path)
        case Pattern(fields=fields):
            parts = st.sampled_from([*(f"[{name}]" for name in fields), "a", "Z9", ":", "-", "_"])
            return st.lists(parts, max_size=5).map(lambda found: f"{''.join(found)}[{fields[0]}]")
        case Named():
            return st.from_regex(r"[a-zü][a-zü0-9 .+-]{0,20}", fullmatch=True)
        case Keys():
            keys = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3).map(tuple)
            return st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), keys, max_size=4)
    raise AssertionError(setting)


changes = st.sampled_from(config.SETTINGS).flatmap(lambda one: st.tuples(st.just(one), values_of(one)))


@given(steps=st.lists(changes, max_size=8), text=st.sampled_from(["", EDITED]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_what_was_set_is_read_again(tmp_path: Path, steps: list[tuple[Setting[Any], Any]], text: str) -> None:
    file = tmp_path / "again.toml"
    found = written(file, text)
    for setting, value in steps:
        found.set(setting, value)
        assert found.get(setting) == setting.read(setting.plain(value))
    again = Config(file)
    assert again.problems == []
    assert [again.get(one) for one in config.SETTINGS] == [found.get(one) for one in config.SETTINGS]


def test_what_is_not_allowed_is_not_set(file: Path) -> None:
    found = Config(file)
    with pytest.raises(ValueError, match="12 to 28"):
        found.set(config.ABSTRACT_SIZE, 99)
    assert found.get(config.ABSTRACT_SIZE) == 16
    assert not file.exists()


def test_a_link_stays_a_link_and_rights_stay(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# mine\n", encoding="utf-8")
    real.chmod(0o600)
    file.parent.mkdir()
    file.symlink_to(real)
    Config(file).set(config.COLOURS, "dark")
    assert file.is_symlink()
    assert 'colours = "dark"' in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir() if "dotfiles" in one.name) == ["dotfiles.toml"]


def test_reading_loads_no_library_for_writing(file: Path) -> None:
    written(file, EDITED)
    script = (
        "import sys; from pathlib import Path; from readerapp.config import Config;"
        f"Config(Path({str(file.with_name('none.toml'))!r})); assert 'tomllib' not in sys.modules;"
        f"Config(Path({str(file)!r})); assert 'tomlkit' not in sys.modules and 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
