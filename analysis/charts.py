"""Numbers scaled to the height of a chart; the drawing itself is a template's."""

from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = 36
"""Months drawn: three years are enough to see a wave, and few enough to read."""
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
    """Scale the last `MONTHS` of (month, new links, lost links) to the height of the chart."""
    shown = history[-MONTHS:]
    most = max((max(new, lost) for _, new, lost in shown), default=0) or 1
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
