"""One row a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: what was done, how long ours and the plain way took in seconds, and what is hoped for.

    `late` is the 99th percentile of ours. A row with another `unit` than "ms" holds numbers of that. What a person
    waits for is `interactive`: it must not grow with the library.
    """

    work: str
    ours: float
    plain: float | None = None
    against: str = ""
    goal: str = ""
    late: float | None = None
    unit: str = "ms"
    interactive: bool = False


def of_many(work: str, seconds: Sequence[float], plain: Sequence[float] = (), against: str = "", goal: str = "") -> Row:
    """A row of what a person waits for, from many timings of one work: median and 99th percentile."""
    late = quantiles(seconds, n=100, method="inclusive")[98] if len(seconds) > 1 else seconds[0]
    return Row(work, median(seconds), median(plain) if plain else None, against, goal, late, interactive=True)


def show(title: str, rows: Sequence[Row]) -> None:
    """Prints the table."""
    width = max(len(row.work) for row in rows)
    print(f"\n{title}\n{'work':{width}}  {'ours':>12}  {'99 %':>10}  {'plain':>12}  {'ratio':>6}  against; goal")
    for row in rows:
        ratio = f"{row.ours / row.plain:6.2f}" if row.plain else ""
        words = "; ".join(part for part in (row.against, row.goal) if part)
        print(
            f"{row.work:{width}}  {_number(row.ours, row.unit):>12}  {_number(row.late, row.unit):>10}  "
            f"{_number(row.plain, row.unit):>12}  {ratio:>6}  {words}"
        )


def show_growth(small: int, large: int, rows: tuple[Sequence[Row], Sequence[Row]]) -> None:
    """Prints by how much what a person waits for is longer in the larger of two libraries."""
    before = {row.work: row.ours for row in rows[0] if row.interactive}
    grown = [(row.work, row.ours / before[row.work]) for row in rows[1] if row.interactive and row.work in before]
    if grown:
        width = max(len(work) for work, _ in grown)
        print(f"\nFrom {small:,} papers to {large:,}; goal ≤ 2")
        for work, ratio in grown:
            print(f"{work:{width}}  {ratio:6.2f}")


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value * 1000:,.1f} ms" if unit == "ms" else f"{value:,.0f} {unit}"
