"""Account ids of analytics, advertising and tag managers: one account on many sites is one operator."""

from evidence.carriers.source import Source
from evidence.page.tracker_rules import VENDORS

MAX_IDS = 50
"""Ids kept of one page."""
MOST_TRIED = 5_000
"""Places of one vendor that are tried."""


def tracker_ids(source: Source) -> tuple[str, ...]:
    """List the account ids that source text names, sorted, at most 50."""
    ids: set[str] = set()
    for vendor in VENDORS:
        for start in source.hits.get(vendor.needle, ())[:MOST_TRIED]:
            if len(ids) >= MAX_IDS:
                break
            if match := vendor.pattern.match(source.data, start):
                account = match[1].decode()
                ids.add(f"{vendor.name}:{account}" if vendor.name else account)
    return tuple(sorted(ids))
