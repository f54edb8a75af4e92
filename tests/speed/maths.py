"""`python -m tests.speed.maths [FILE]`: how long the mathematics of abstracts takes, and how much of it is not set.

Every abstract with a `$` of the real papers, or of another file of them; QT_QPA_PLATFORM=offscreen needs no screen.
Cold: nothing of it was seen before, but the font is loaded. Warm: shown again. "Finding and setting" is what
mathematics costs; "the whole abstract" is put into the view of the reading pane and laid out, beside the same text
without mathematics. Then, of all formulas, those that are shown as their source whole or in part, and the macros that
made most of them so.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtWidgets import QApplication

from readerapp.formats import mathematics, tex
from readerapp.formats.mathematics import Shown, formulas, spans
from readerapp.ui.parts import formula
from readerapp.ui.parts.abstract import AbstractView
from readerapp.ui.parts.formula import set_formula
from readerapp.ui.theme import Theme
from tests.speed.libraries import REAL_PAPERS

_COLUMN = 590


def main(file: Path) -> int:
    """Prints the tables. 1 when a goal is missed."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        texts = [text for line in lines if "$" in (text := json.loads(line).get("abstract") or "")]
    application = QApplication([])
    view = AbstractView(Theme(application))
    view.setFont(view._theme.abstract("serif", 16))
    began = time.perf_counter()
    set_formula("x")
    print(f"the first formula of all, which loads the font: {(time.perf_counter() - began) * 1000:.1f} ms\n")

    def find_and_set(text: str) -> None:
        Shown(text, spans(text), lambda span: len(set_formula(span.tex, span.display)))

    def show(text: str) -> None:
        view.show_abstract(text, [], {}, anew=True)
        view.fit(36, _COLUMN, grown=True)

    print(f"{'of ' + format(len(texts), ',') + ' abstracts':42} {'median':>10} {'95 %':>10} {'longest':>10}")
    cold = _times("finding and setting, cold", find_and_set, texts, forget=True)
    warm = _times("finding and setting, warm", find_and_set, texts, twice=True)
    _times("the whole abstract, cold", show, texts, forget=True)
    _times("the whole abstract, warm", show, texts, twice=True)
    _times("the same without its mathematics", show, [text.replace("$", "").replace("\\", "") for text in texts])
    share = _how_many(texts)
    return int(cold > 5 or warm > 0.5 or share > 0.02)


def _times(
    name: str, do: Callable[[str], None], texts: list[str], *, forget: bool = False, twice: bool = False
) -> float:
    """Prints how long it takes for each of the texts, and answers the median in milliseconds."""
    taken = []
    for text in texts:
        if forget:
            mathematics.spans.cache_clear()
            tex.parse.cache_clear()
            formula.set_formula.cache_clear()
        if twice:
            do(text)
        began = time.perf_counter()
        do(text)
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:42} {median(taken):7.2f} ms {quantiles(taken, n=20)[18]:7.2f} ms {max(taken):7.1f} ms")
    return median(taken)


def _how_many(texts: list[str]) -> float:
    """Prints how many formulas are not set, and answers their share."""
    whole, part, every = 0, 0, 0
    names: Counter[str] = Counter()
    for text in texts:
        for span in formulas(text):
            every += 1
            missing = tex.unknown(tex.parse(span.tex))
            names.update(missing)
            if not set_formula(span.tex, span.display):
                whole += 1
            elif missing:
                part += 1
        # What a sign begins and nothing could be made of.
        shown = Shown(text, spans(text), lambda span: len(set_formula(span.tex, span.display)))
        refused = sum(map(shown.text.count, ("$$", "\\(", "\\["))) + _dollars(shown.text)
        whole += refused
        every += refused
    share = (whole + part) / every
    print(f"\n{every:,} formulas; shown as their source: {whole:,} whole, {part:,} in part, together {share:.2%}")
    print("macros without a meaning:", ", ".join(f"{name} {count}" for name, count in names.most_common(12)))
    return share


def _dollars(text: str) -> int:
    """Dollars that are left, by twos, where TeX stands between them."""
    parts = text.split("$")
    return sum("\\" in part for part in parts[1:-1:2])


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit("usage: python -m tests.speed.maths [FILE]")
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) == 2 else REAL_PAPERS))
