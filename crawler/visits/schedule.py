"""When to visit a page again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = timedelta(days=1)
FIRST = 7 * DAY
"""After a first visit that could tell."""
LONGEST = 90 * DAY
RETRY = timedelta(hours=1)
"""After a first failure; doubled with each further one, up to `FIRST`."""
GROWTH = 1.5
"""The interval grows while nothing changes, and shrinks by the same factor when something does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What the frontier keeps."""

    due_at: datetime
    attempts: int
    interval: int


def after_failure(now: datetime, *, attempts: int, interval: int) -> Next:
    """Plan the visit after one that could not tell."""
    wait = min(RETRY * 2 ** min(attempts, 10), FIRST)
    return Next(due_at=now + wait, attempts=attempts + 1, interval=interval)


def after_visit(now: datetime, *, interval: int, changed: bool) -> Next:
    """Plan the visit after one that could."""
    if not interval:
        wait = FIRST
    else:
        before = timedelta(seconds=interval)
        wait = max(DAY, before / GROWTH) if changed else min(LONGEST, before * GROWTH)
    return Next(due_at=now + wait, attempts=0, interval=int(wait.total_seconds()))
