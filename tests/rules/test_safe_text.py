"""Text from strangers is shown by widgets that do nothing else, and links are opened in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "readerapp"

# What takes text for markup, loads what it names, or opens something, and the only files that may use it.
ONLY_IN = {
    "QDesktopServices": {"ui/browser.py"},
    "QLabel": {"ui/parts/inert.py"},
    "QTextBrowser": {"ui/parts/inert.py"},
    "QTextDocument": {"ui/parts/inert.py"},
    "QTextEdit": set(),
    "QMessageBox": {"ui/pdf_reading.py"},
    "QErrorMessage": set(),
    "QWhatsThis": set(),
    # Its text is the program's own.
    "setMarkdown": {"ui/dialogs/search_help.py"},
    "setHtml": set(),
    "insertHtml": set(),
    "appendHtml": set(),
    "insertMarkdown": set(),
    "fromHtml": set(),
    "fromMarkdown": set(),
    "setTextFormat": {"ui/pdf_reading.py"},
    "setInformativeText": set(),
    "setDetailedText": set(),
    "setOpenExternalLinks": set(),
    "setOpenLinks": {"ui/parts/inert.py"},
    "setSource": set(),
    "addResource": set(),
    "webbrowser": set(),
    "startfile": set(),
}


INHERITED = ("QTextEdit", "QTextBrowser", "QLabel", "QTextDocument")


def used(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What is called, subclassed, or has something called on it, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield function.id, node.lineno
            if isinstance(function, ast.Attribute):
                yield function.attr, node.lineno
                # QTextEdit.ExtraSelection() is data, QTextBrowser.keyPressEvent() what is inherited.
                if isinstance(function.value, ast.Name) and function.value.id not in INHERITED:
                    yield function.value.id, node.lineno
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                if isinstance(base, ast.Name):
                    yield base.id, node.lineno


def test_what_could_do_more_than_show_text_is_used_in_its_place_alone() -> None:
    wrong = [
        f"{file.relative_to(SOURCE)}:{line}: {name}"
        for file in sorted(SOURCE.rglob("*.py"))
        for name, line in used(ast.parse(file.read_text(encoding="utf-8")))
        if name in ONLY_IN and str(file.relative_to(SOURCE).as_posix()) not in ONLY_IN[name]
    ]
    assert wrong == [], "show text with readerapp.ui.parts.inert, open links with readerapp.ui.browser"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("QDesktopServices.openUrl(url)", {"openUrl", "QDesktopServices"}),
        ("class A(QLabel): pass", {"QLabel"}),
        ("x = QLabel(text)", {"QLabel"}),
        ("view.setHtml(text)", {"setHtml", "view"}),
        ("QTextEdit.ExtraSelection()", {"ExtraSelection"}),
    ],
)
def test_the_rule_sees_it(source: str, names: set[str]) -> None:
    assert {name for name, _ in used(ast.parse(source))} == names
