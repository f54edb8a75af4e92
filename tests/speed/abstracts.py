"""`python -m tests.speed.abstracts [--number N] [--seed S] [--pictures FOLDER] [FILE]`: abstracts set and painted.

Of the real papers, or of another file of them, N at random (10,000) are put into the view of the reading pane, laid out
and painted, in both themes. Printed: how many, with how many warnings of Qt, which must be none; how long they take;
and the twenty worst, the ten that took longest and the ten with the most formulas that are shown as their source, whole
or in part, which are kept as pictures in the folder. QT_QPA_PLATFORM=offscreen needs no screen.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QMessageLogContext, QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from readerapp.formats import tex
from readerapp.formats.mathematics import formulas
from readerapp.ui.parts.abstract import AbstractView
from readerapp.ui.parts.formula import set_formula
from readerapp.ui.theme import Theme
from tests.speed.libraries import REAL_PAPERS

_COLUMN, _MARGIN, _HIGHEST = 590, 36, 3000
_WORST = 10


def main(arguments: list[str]) -> int:
    """Prints the table. 1 when Qt warned of something."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed.abstracts", description="Paints abstracts.")
    parser.add_argument("file", nargs="?", type=Path, default=REAL_PAPERS)
    parser.add_argument("--number", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    with lzma.open(options.file, "rt", encoding="utf-8") as lines:
        texts = [text for line in lines if (text := json.loads(line).get("abstract") or "")]
    chosen = random.Random(options.seed).sample(texts, min(options.number, len(texts)))
    warnings: Counter[str] = Counter()

    def hear(kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in words:
            warnings[words] += 1

    qInstallMessageHandler(hear)
    application = QApplication([])
    theme = Theme(application)
    took: dict[int, float] = {}
    for look in ("light", "dark"):
        theme.choose(look)
        view = _view(theme)
        times = []
        for number, text in enumerate(chosen):
            began = time.perf_counter()
            _painted(view, text, theme)
            times.append((time.perf_counter() - began) * 1000)
            took[number] = max(took.get(number, 0), times[-1])
        times.sort()
        spread = f"{median(times):.2f} ms, 95 % {quantiles(times, n=20)[18]:.2f} ms, longest {times[-1]:.0f} ms"
        print(f"{look:6} {len(times):,} abstracts: {spread}")
    print(
        f"warnings of Qt: {sum(warnings.values()):,}",
        *(f"\n  {count:,} × {words}" for words, count in warnings.items()),
    )
    _show_worst(chosen, took, theme, options.pictures)
    return int(bool(warnings))


def _view(theme: Theme) -> AbstractView:
    view = AbstractView(theme)
    view.setObjectName("abstract")
    view.setFont(theme.abstract("serif", 16))
    return view


def _painted(view: AbstractView, text: str, theme: Theme) -> QImage:
    view.show_abstract(text, [], {}, anew=True)
    height = min(view.fit(_MARGIN, _COLUMN, grown=True), _HIGHEST)
    view.resize(_COLUMN + 2 * _MARGIN, height)
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    view.render(painter, QPoint())
    painter.end()
    return image


def _show_worst(texts: list[str], took: dict[int, float], theme: Theme, folder: Path | None) -> None:
    unset = {number: _unset(text) for number, text in enumerate(texts) if "$" in text or "\\" in text}
    slowest = sorted(took, key=lambda number: -took[number])[:_WORST]
    least = [number for number in sorted(unset, key=lambda number: -unset[number]) if unset[number]][:_WORST]
    print(f"with formulas shown as their source: {sum(map(bool, unset.values())):,}")
    for number in dict.fromkeys((*slowest, *least)):
        begins = " ".join(texts[number].split())[:70]
        print(f"  {number:6} {took[number]:6.0f} ms  {unset.get(number, 0):3} as source  {begins}")
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            for look in ("light", "dark"):
                theme.choose(look)
                _painted(_view(theme), texts[number], theme).save(str(folder / f"{number}-{look}.png"))


def _unset(text: str) -> int:
    """How many formulas of a text cannot be set, or not all of them."""
    return sum(
        not set_formula(span.tex, span.display) or bool(tex.unknown(tex.parse(span.tex))) for span in formulas(text)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
