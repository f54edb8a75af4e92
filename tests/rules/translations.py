"""Brings the files of Qt Linguist in resources/locale up to date with the texts of the program: `make translations`.

It stands with the tests, and not with what is shipped, because it takes the source and the tools of Qt, and because a
test has to see that it was run. Three kinds of text are found:

- what the window says through `tr` and `translate`: by Qt's lupdate;
- what is declared once and shown in several places, actions and settings: from the declarations;
- what the rooms below the window say in English, such as refusals and the titles of steps: from their source. Each
  f-string is a template whose values are numbered, since the window sees only what came out of it.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, product
from pathlib import Path

import PySide6

from readerapp import config
from readerapp.actions.registry import MENUS, all_actions
from readerapp.library import language
from readerapp.library.tags import COLOURS
from readerapp.paths import RESOURCES
from readerapp.records import Status

SOURCE = Path(__file__).parents[2] / "readerapp"
LOCALE = RESOURCES / "locale"
# The languages with all texts. English needs its plural forms alone.
WHOLE = ("de",)

# The rooms that say things in English.
_BELOW = (
    "config.py", "records.py", "registry.py", "library", "formats", "operations", "jobs", "ui/dialogs/candidates.py",
)  # fmt: skip
# What these are called with is said to the reader.
_SAYING = {
    "Refused", "Damaged", "Busy", "Skipped", "ValueError", "Changes", "Job", "Paragraph", "step", "_told", "report",
    "end", "_complain",
}  # fmt: skip
# What is kept under these names, and given by these functions, is said somewhere later.
_SAID = {
    "title", "why", "where", "what", "remedy", "kind", "label", "name", "sentence", "papers", "_expected", "_go_to",
    "_settle", "_SPECIAL", "_called", "PASTED",
}  # fmt: skip
# Names, not words; comments in a file.
_NOT_SAID = {"{0} et al.", "{0} {1}", "{0} of {1}", "d MMMM yyyy", config.HEADER}
# What is part of a sentence with its values: the placeholder, and what it can be.
_DATES = [field.name for field in language.FIELDS if field.kind == "date"]
_WORDS = {
    "status.word": [status.word for status in Status],
    "field": [field.name for field in language.FIELDS if field.kind == "text" and field.name != "author"],
    "had": list(language._HAD.values()),
    "done": ["finished" if name == "read" else name for name in _DATES],
}

_SENTENCE = re.compile(r"(?:[A-Z“]|\{\d\} )[^\n]* [^\n]*\.", re.DOTALL)


def declared() -> Iterator[tuple[str, str]]:
    """The texts that are declared as data, each with its context."""
    for action in all_actions():
        yield "Action", action.text
        yield "Action", action.help
    yield from (("Menu", name) for name in MENUS)
    yield from (("Colour", name.capitalize()) for name in COLOURS)
    for setting in config.SETTINGS:
        yield from (("Setting", text) for text in (setting.group, setting.label, setting.help))
        if isinstance(setting, config.Number):
            yield "Setting", setting.unit
        if isinstance(setting, config.Choice):
            yield from (("Setting", name) for _, name in setting.options)
    for field in language.FIELDS:
        yield from (("Search", words) for words in (field.help, *field.values.values()))
        yield from (("Search", words) for words in field.values if field.name == "is")
    yield from (("Search", words) for _, words in language.FORMS)
    yield from (("Search", words) for words in (*language._STATES.values(), *language._MONTHS))
    for room in ("language.py", "completion.py"):
        found = _found(SOURCE / "library" / room, _Phrases())
        yield from (("Search", words) for words in sorted(found))


def said() -> list[str]:
    """The templates of what the rooms below can say."""
    found: set[str] = set()
    for room in _BELOW:
        place = SOURCE / room
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found |= _found(file, _Finder())
    return sorted(found - _NOT_SAID - {text for context, text in declared() if context == "Setting"})


def _found(file: Path, finder: _Finder) -> set[str]:
    finder.visit(ast.parse(file.read_text(encoding="utf-8")))
    return finder.found


class _Finder(ast.NodeVisitor):
    """Collects templates."""

    names = frozenset(_SAID)

    def __init__(self) -> None:
        self.found: set[str] = set()
        self._saying = False

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if _name(getattr(node.func, "value", node)) == "logger":
            return
        self._visit(node, self._saying or name in _SAYING)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit(node, node.name in _SAID)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._visit(node, self._saying or any(_name(target) in self.names for target in node.targets))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._visit(node, self._saying or _name(node.target) in self.names)

    def visit_keyword(self, node: ast.keyword) -> None:
        self._visit(node, self._saying or node.arg in _SAID)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else a docstring
            self._visit(node, self._saying)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._take(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces: list[list[str]] = []
        for value in node.values:
            if isinstance(value, ast.Constant):
                pieces.append([str(value.value)])
            elif isinstance(value, ast.FormattedValue):
                pieces.append(_alternatives(value.value))
        for chosen in product(*pieces):
            self._take("".join(chosen))

    def _take(self, text: str) -> None:
        numbers = count()
        text = re.sub(r"\{\w*\}", lambda _: f"{{{next(numbers)}}}", text)
        own = re.sub(r"\{\d\}", "", text)
        if text.startswith(("SELECT ", "PRAGMA ")) or "%s" in text:
            return
        if (self._saying and re.search(r"[a-z]{3}.* |.* [a-z]|“", own)) or _SENTENCE.fullmatch(text):
            self.found.add(text)

    def _visit(self, node: ast.AST, saying: bool) -> None:
        before, self._saying = self._saying, saying
        self.generic_visit(node)
        self._saying = before


# Values are numbered when the whole is known.
class _Phrases(_Finder):
    """Collects what the search language says phrase by phrase, as it is."""

    names = frozenset({"forms"})

    def visit_Call(self, node: ast.Call) -> None:
        self._visit(node, self._saying or _name(node.func) in ("say", "_span"))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit(node, False)

    visit_keyword = ast.NodeVisitor.generic_visit

    def _take(self, text: str) -> None:
        if self._saying and re.search(r"[a-z]", text):
            self.found.add(text)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        if self._saying:
            super().visit_JoinedStr(node)
        else:
            self.generic_visit(node)


_ANYTHING = "{x}"


def _alternatives(value: ast.expr) -> list[str]:
    """What a value of an f-string can be, where that is a few words; else anything."""
    if isinstance(value, ast.IfExp) and isinstance(value.body, ast.Constant) and isinstance(value.orelse, ast.Constant):
        return [str(value.body.value), str(value.orelse.value)]
    return _WORDS.get(ast.unparse(value), [_ANYTHING])


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def update(folder: Path = LOCALE) -> None:
    """Writes the list of templates and the .ts files of a folder anew, keeping what is translated, then the .qm files
    that the program reads."""
    sentences = said()
    (folder / "sentences.txt").write_text("".join(f"{text}\n" for text in sentences), encoding="utf-8")
    texts = [*declared(), *(("Said", text) for text in sentences)]
    with tempfile.TemporaryDirectory() as temporary:
        # lupdate reads calls: what is data is written as such.
        listed = Path(temporary) / "declared.py"
        calls = [f"QCoreApplication.translate({_literal(context)}, {_literal(text)})" for context, text in texts]
        listed.write_text("\n".join(calls), encoding="utf-8")
        sources = [str(SOURCE / room) for room in ("app.py", "ui", "actions")]
        common = ["-silent", "-locations", "none", "-no-obsolete", "-extensions", "py", "-tr-function-alias"]
        common += ["translate+=_translate", "-source-language", "en"]
        for language in WHOLE:
            _tool("lupdate", *common, *sources, str(listed), "-ts", str(folder / f"readerapp_{language}.ts"))
        _tool("lupdate", *common, "-pluralonly", *sources, "-ts", str(folder / "readerapp_en.ts"))
    for file in sorted(folder.glob("*.ts")):
        _tool("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tool(name: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).with_name(f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    update()
