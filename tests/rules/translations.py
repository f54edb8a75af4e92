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

from readerapp import config, registry
from readerapp.actions.registry import MENUS, all_actions
from readerapp.library import language
from readerapp.library.tags import COLOURS
from readerapp.paths import RESOURCES
from readerapp.records import Status
from readerapp.ui.translation import PART

SOURCE = Path(__file__).parents[2] / "readerapp"
LOCALE = RESOURCES / "locale"
# The languages with all texts. English needs its plural forms alone.
WHOLE = ("de",)

# The rooms that say things in English.
_BELOW = (
    "config.py", "records.py", "registry.py", "library", "formats", "sources", "operations", "jobs",
    "pdf",
    "ui/dialogs/candidates.py",
)  # fmt: skip
# What these are called with is said to the reader.
_SAYING = {
    "Refused", "Damaged", "Busy", "Skipped", "ValueError", "Changes", "Job", "Paragraph", "TableForm", "step", "_told",
    "report",
    "end", "_complain",
}  # fmt: skip
# What is kept under these names, and given by these functions, is said somewhere later ...
_SAID = {"title", "why", "what", "remedy", "_expected", "_settle"}
# ... and this as a part of a sentence, in the place of a value.
_PARTS = {
    "ValueError",
    "which",
    "TableForm",
    "_complain",
    "papers",
    "kind",
    "label",
    "sentence",
    "name",
    "_go_to",
    "_called",
    "_SPECIAL",
    "where",
    "_up_next",
    "PASTED",
}
# What a format is called where it is no longer to be chosen.
_READ = [form for form in registry.formats() if form.read and form.name != "pasted"]
_FORMATS = [form.label.partition(" (")[0] for form in _READ]
_DATES = [field.name for field in language.FIELDS if field.kind == "date"]
# Values that are a few words: the placeholder, and what it can be.
_WORDS = {
    "status.word": [status.word for status in Status],
    "field": [field.name for field in language.FIELDS if field.kind == "text" and field.name != "author"],
    "colour": list(COLOURS),
    "had": list(language._HAD.values()),
    "done": ["finished" if name == "read" else name for name in _DATES],
    "called": ["Pasted text", *(label[:1].upper() + label[1:] for label in _FORMATS)],
}
# Names, not words; comments in a file.
_NOT_SAID = {"{0} et al.", "{0} {1}", "{0} of {1}", "d MMMM yyyy", "d MMMM", config.HEADER}

# What looks like a sentence is one, wherever it stands.
_SENTENCE = re.compile(r"(?:[A-Z“]|\{\d(?::,)?\} )[^\n]*(?:\.|: readerapp [^\n]*)")


def declared() -> Iterator[tuple[str, str]]:
    """The texts that are declared as data, each with its context."""
    for action in all_actions():
        yield "Action", action.text
        yield "Action", action.help
    yield from (("Menu", name) for name in MENUS)
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


def said() -> dict[str, bool]:
    """The templates of what the rooms below can say, and whether it may be a part of something else that is said."""
    found: dict[str, bool] = {}
    for room in _BELOW:
        place = SOURCE / room
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if file.name == "tex.py":
                continue  # why a formula cannot be set is nobody's to read
            for text, part in _found(file, _Finder()).items():
                found[text] = part or found.get(text, False)
    found |= dict.fromkeys((*_FORMATS, *_WORDS["called"]), True)
    for text in (*_NOT_SAID, *(text for context, text in declared() if context == "Setting")):
        found.pop(text, None)
    return dict(sorted(found.items()))


def _found(file: Path, finder: _Finder) -> dict[str, bool]:
    finder.visit(ast.parse(file.read_text(encoding="utf-8")))
    return finder.found


# Values are numbered when the whole is known.
_ANYTHING, _NUMBER = "{x}", "{x:,}"


class _Finder(ast.NodeVisitor):
    """Collects templates: `found` has each with whether it is a part of something else."""

    def __init__(self) -> None:
        self.found: dict[str, bool] = {}
        self._saying = self._part = False

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if _name(getattr(node.func, "value", node)) != "logger":
            self._visit(node, self._saying or name in _SAYING, name)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit(node, node.name in _SAID | _PARTS, node.name)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [_name(target) for target in node.targets]
        self._visit(node, self._saying or not (_SAID | _PARTS).isdisjoint(names), *names)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._visit(node, self._saying or _name(node.target) in _SAID | _PARTS, _name(node.target))

    def visit_keyword(self, node: ast.keyword) -> None:
        self._visit(node, self._saying or node.arg in _SAID | _PARTS, node.arg or "")

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
                counted = value.format_spec is not None and ast.unparse(value.format_spec) == "f','"
                # What is quoted is not understood.
                quoted = bool(pieces) and pieces[-1][0].endswith("“")
                pieces.append([_NUMBER] if counted else [_ANYTHING] if quoted else _alternatives(value.value))
        for chosen in product(*pieces):
            self._take("".join(chosen))

    def _take(self, text: str) -> None:
        numbers = count()
        text = re.sub(r"\{\w*(:,)?\}", lambda found: f"{{{next(numbers)}{found[1] or ''}}}", text)
        own = re.sub(r"\{\d(:,)?\}", "", text)
        if text.startswith(("SELECT ", "PRAGMA ")) or " AND " in text or "(SELECT " in text or "%s" in text:
            return
        if (self._saying and " " in text and re.search(r"[A-Za-z]{3}|“", own)) or _SENTENCE.fullmatch(text):
            self.found[text] = self._part

    def _visit(self, node: ast.AST, saying: bool, *names: str) -> None:
        before = self._saying, self._part
        self._saying, self._part = saying, self._part or not _PARTS.isdisjoint(names)
        self.generic_visit(node)
        self._saying, self._part = before


class _Phrases(_Finder):
    """Collects what the search language says phrase by phrase, as it is."""

    def visit_Call(self, node: ast.Call) -> None:
        self._visit(node, self._saying or _name(node.func) in ("say", "_span"))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit(node, False)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._visit(node, self._saying or any(_name(target) == "forms" for target in node.targets))

    visit_AnnAssign = visit_keyword = ast.NodeVisitor.generic_visit

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        if self._saying:
            super().visit_JoinedStr(node)
        else:
            self.generic_visit(node)

    def _take(self, text: str) -> None:
        if self._saying and re.search(r"[a-z]", text):
            self.found[text] = False


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
    lines = [f"{PART if part else ''}{text}\n" for text, part in sentences.items()]
    (folder / "sentences.txt").write_text("".join(lines), encoding="utf-8")
    texts = [*declared(), *(("Said", text.replace(":,", "")) for text in sentences)]
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
