"""One row a measure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: what was done, how long ours and the plain way took in seconds, and what is hoped for."""

    work: str
    ours: float
    plain: float | None = None
    against: str = ""
    goal: str = ""


def of_many(work: str, seconds: list[float], goal: str) -> Row:
    """A row for many timings of one work: its median, with the 99th percentile in words."""
    late = quantiles(seconds, n=100)[98] if len(seconds) > 1 else seconds[0]
    return Row(f"{work} (99 % within {late * 1000:.1f} ms)", median(seconds), goal=goal)


def show(rows: list[Row]) -> None:
    """Prints the table."""
    width = max(len(row.work) for row in rows)
    print(f"{'work':{width}}  {'ours':>10}  {'plain':>10}  {'ratio':>6}  against; goal")
    for row in rows:
        plain = f"{row.plain * 1000:8.1f} ms" if row.plain else ""
        ratio = f"{row.ours / row.plain:6.2f}" if row.plain else ""
        print(
            f"{row.work:{width}}  {row.ours * 1000:7.1f} ms  {plain:>10}  {ratio:>6}  "
            f"{'; '.join(part for part in (row.against, row.goal) if part)}"
        )
