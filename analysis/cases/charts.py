"""Numbers scaled to the height of a chart; the drawing itself is a template's."""

from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = 36
"""Months drawn: three years are enough to see a wave, and few enough to read."""
FEWEST = 12
"""Months drawn at least, empty ones before the first: one month alone would be a wall."""
HEIGHT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month of the chart."""

    month: str
    new: int
    lost: int
    new_height: float
    """Of `HEIGHT`."""
    lost_height: float


def bars(history: Sequence[tuple[str, int, int]]) -> list[Bar]:
    """Scale the last `MONTHS` of (month, new links, lost links) to the height of the chart.

    Months of which nothing is told are drawn too, as empty ones: a gap is to look like a gap.
    """
    told = {month: (new, lost) for month, new, lost in history}
    shown = [(month, *told.get(month, (0, 0))) for month in _months(sorted(told))]
    most = most_of(shown)
    return [
        Bar(
            month=month,
            new=new,
            lost=lost,
            new_height=round(HEIGHT * new / most, 1),
            lost_height=round(HEIGHT * lost / most, 1),
        )
        for month, new, lost in shown
    ]


def most_of(history: Sequence[tuple[str, int, int]]) -> int:
    """Return what the highest bar stands for; 1 when there is none."""
    return max((max(new, lost) for _, new, lost in history), default=0) or 1


def _months(told: Sequence[str]) -> list[str]:
    """Return every month (`2026-11`) up to the last one told, oldest first."""
    if not told:
        return []
    first, last = _count(told[0]), _count(told[-1])
    begin = max(last - MONTHS + 1, min(first, last - FEWEST + 1))
    return [f"{count // 12:04}-{count % 12 + 1:02}" for count in range(begin, last + 1)]


def _count(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
